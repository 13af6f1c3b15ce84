import type { Caller } from '../../../contract/identity.ts';

/**
 * A text that tells requesters of a key apart, for what holds on to KMS's answers. Sessions of one role under other policies,
 * tags or source identities are other requesters: KMS may refuse the one and let the other in.
 */
export function requesterOf({ identity, session }: Pick<Caller, 'identity' | 'session'>): string {
  const { policies = [], policyArns = [], tags = {}, sourceIdentity } = session ?? {};
  const { account, arn, principalId: id } = identity;
  return JSON.stringify({ account, arn, id, policies, policyArns, tags, sourceIdentity });
}
