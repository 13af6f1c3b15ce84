import type { Context } from '../../contract/operation.ts';
import { compileCached } from '../../policy/cache.ts';
import { reasonOfResource } from '../../policy/resource-side.ts';
import type { BoundPolicy } from '../iam/port.ts';

/**
 * The lock-out check: would the secret's side let this caller replace the policy again? The identity's side counts as
 * allowing, since it can be changed without the secret.
 */
export function mayKeepPolicy({ call }: Context, arn: string, policy: BoundPolicy): boolean {
  const { caller } = call;
  const { identity } = caller;
  const own = new Map<string, readonly string[]>([
    ['aws:principalaccount', [identity.account]],
    ['aws:principalarn', [identity.roleArn ?? identity.arn]],
    ['aws:userid', [identity.principalId]],
    ['aws:sourceip', [call.sourceIp]],
    ['aws:securetransport', [String(call.secure)]],
  ]);
  if (identity.userName !== undefined) own.set('aws:username', [identity.userName]);
  const compiled = compileCached(policy.bound?.text ?? policy.text, 'resource');
  const reason = reasonOfResource({
    action: 'secretsmanager:PutResourcePolicy',
    resource: arn,
    principal: identity,
    resourceAccount: identity.account,
    policy: compiled,
    resourcePolicyMode: 'optional',
    condition: (key) => own.get(key) ?? caller.conditions.get(key),
  });
  return reason.outcome === 'allowed';
}
