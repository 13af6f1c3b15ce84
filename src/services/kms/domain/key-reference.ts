import { parseArn } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';

/** How a caller named a key. */
export type KeyReference =
  | { readonly by: 'keyId'; readonly scope: Scope; readonly id: string }
  | { readonly by: 'alias'; readonly scope: Scope; readonly name: string }
  /** An ARN of another Region than the call's. */
  | { readonly by: 'foreignRegion'; readonly region: string }
  | { readonly by: 'invalidArn' }
  | { readonly by: 'invalidKeyId' };

const KEY_ID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;
export const ALIAS_PREFIX = 'alias/';
const KEY_PREFIX = 'key/';

/** Reads a key id, key ARN, alias name or alias ARN, as seen from the call's scope. */
export function parseKeyReference(text: string, caller: Scope): KeyReference {
  if (!text.startsWith('arn:')) return parseName(text, caller);
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== 'kms') return { by: 'invalidArn' };
  if (arn.region !== caller.region) return { by: 'foreignRegion', region: arn.region };
  const scope = { account: arn.account, region: arn.region };
  if (arn.resource.startsWith(ALIAS_PREFIX)) return { by: 'alias', scope, name: arn.resource };
  if (!arn.resource.startsWith(KEY_PREFIX)) return { by: 'invalidArn' };
  const id = arn.resource.slice(KEY_PREFIX.length);
  return KEY_ID.test(id) ? { by: 'keyId', scope, id } : { by: 'invalidKeyId' };
}

function parseName(text: string, scope: Scope): KeyReference {
  if (text.startsWith(ALIAS_PREFIX)) return { by: 'alias', scope, name: text };
  return KEY_ID.test(text) ? { by: 'keyId', scope, id: text } : { by: 'invalidKeyId' };
}
