import { createHash } from 'node:crypto';
import type { UnitJob } from '../../../contract/service.ts';
import type { Context } from '../../../contract/operation.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { idempotentParameterMismatch } from '../errors.ts';
import { tokens } from '../state.ts';

/** A request that its client may send again. */
interface Tokened {
  readonly ClientRequestToken?: string | undefined;
}

/** How long a transaction that is sent again is known. */
const KNOWN_MS = 10 * MINUTE_MS;

/** Whether the same was done under the request's token. Errors: IdempotentParameterMismatchException. */
export async function wasDone(input: Tokened, context: Context): Promise<boolean> {
  const { ClientRequestToken: token } = input;
  if (token === undefined) return false;
  const known = await context.view.get(tokens, token);
  if (known === undefined || context.call.now - known.done > KNOWN_MS) return false;
  if (known.digest !== digestOf(input)) throw idempotentParameterMismatch();
  return true;
}

/** Remembers a transaction with what it writes, and only if that is kept. */
export function rememberDone(input: Tokened, context: Context): void {
  const { ClientRequestToken: token } = input;
  if (token === undefined) return;
  const { now, scope } = context.call;
  context.view.put(tokens, token, { digest: digestOf(input), done: now });
  context.unit.order({
    id: `${forgetTokenJob.kind}/${scope.account}/${scope.region}/${token}`,
    kind: forgetTokenJob.kind,
    scope,
    due: now + KNOWN_MS,
    payload: token,
  });
}

/** Forgets a transaction's token when its time is over. */
export const forgetTokenJob: UnitJob = {
  kind: 'dynamodb.forgetToken',
  run: async (token, { unit, scope, now }) => {
    const view = unit.view(scope);
    const known = await view.get(tokens, token);
    if (known !== undefined && now - known.done >= KNOWN_MS) view.delete(tokens, token);
  },
};

/** The same for the same request, in whatever order its members came. */
function digestOf(input: Tokened): string {
  const asked = { ...input, ClientRequestToken: undefined };
  return createHash('sha256').update(JSON.stringify(asked, inOrder)).digest('base64url');
}

function inOrder(_name: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
