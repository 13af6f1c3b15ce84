import type { Unit } from '../../contract/view.ts';
import { checkDocument } from './documents.ts';
import { malformedPolicy } from './errors.ts';
import { TRUST_POLICY_CHARACTERS } from './limits.ts';
import type { BoundPolicy } from './port.ts';
import { principalDirectory } from './principals.ts';

/**
 * Judges a role's trust policy and binds whom it names.
 * Errors: MalformedPolicyDocument with AWS's text; LimitExceeded beyond the quota.
 */
export async function trustPolicy(unit: Unit, text: string): Promise<BoundPolicy> {
  checkDocument(text, 'trust', TRUST_POLICY_CHARACTERS);
  const bound = await principalDirectory.bind(unit, text);
  if ('unknown' in bound) throw malformedPolicy(`Invalid principal in policy: ${bound.unknown}`);
  return bound;
}
