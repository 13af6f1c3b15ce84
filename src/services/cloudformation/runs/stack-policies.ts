import { stackPolicyRefusal, type UpdateAction } from '../domain/stack-policy.ts';
import type { ResourceDocument } from '../state.ts';
import type { Stage } from './stage.ts';

/** Why the policy of the stack, or that of its update, keeps a resource from being changed so. Undefined: it does not. */
export function policyRefusal(
  { run, stack }: Stage,
  action: UpdateAction,
  resource: Pick<ResourceDocument, 'logicalId' | 'type'>,
): string | undefined {
  const policy = run.policyDuring ?? stack.policy;
  return policy === undefined ? undefined : stackPolicyRefusal(policy, action, resource);
}
