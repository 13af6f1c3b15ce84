import type { FindContext, GrantQuestion, Resolved } from '../../contract/resource.ts';
import { compileCached } from '../../policy/cache.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Naming } from '../../policy/statement.ts';
import type { BusDocument } from './state.ts';

const SERVICE = 'events.amazonaws.com';

/**
 * What a rule without a role sends to another bus, the service sends for the rule's account: a policy that allows that
 * account allows it too. Others are granted nothing.
 */
export async function forwardedGrant(
  { arn, scope, document }: Resolved<BusDocument>,
  { action, conditions }: GrantQuestion,
  { caller, scope: from }: FindContext,
): Promise<Naming> {
  if (caller.identity.service !== SERVICE) return 'none';
  const [account] = caller.conditions.get('aws:sourceaccount') ?? [];
  const policy = document?.policy?.bound?.text ?? document?.policy?.text;
  if (account === undefined || policy === undefined) return 'none';
  const decision = evaluate({
    action,
    resource: arn,
    principal: {
      type: 'Root',
      account,
      arn: `arn:aws:iam::${account}:root`,
      principalId: account,
    },
    policies: { identity: [], scps: [] },
    resourceAccount: scope.account,
    resourcePolicy: { type: 'resource', policy: compileCached(policy, 'resource') },
    resourcePolicyMode: 'required',
    rcps: [],
    condition: (key) =>
      key === 'aws:requestedregion'
        ? [from.region]
        : (conditions.get(key) ?? caller.conditions.get(key)),
  });
  return decision.allowed ? 'direct' : 'none';
}
