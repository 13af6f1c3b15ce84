import { randomBytes } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { TOKEN_KEY, tokenKeys } from './state.ts';

const SECRET_BYTES = 32;

/** An account has a key for its tokens from its first web ACL on. */
export async function ensureTokenKey(unit: Unit, scope: Scope): Promise<void> {
  const view = unit.view(scope);
  if ((await view.get(tokenKeys, TOKEN_KEY)) !== undefined) return;
  const secret = await unit.once(() => randomBytes(SECRET_BYTES).toString('base64'));
  view.put(tokenKeys, TOKEN_KEY, { secret });
}
