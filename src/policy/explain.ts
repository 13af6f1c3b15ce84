import { visitPolicies } from './applicable.ts';
import type { AuthorizationRequest, WeighedStatement } from './types.ts';
import { weigh } from './weigh.ts';

/** Every statement of every policy that applies, with what kept it from matching. */
export function explainRequest(request: AuthorizationRequest): readonly WeighedStatement[] {
  const weighed: WeighedStatement[] = [];
  visitPolicies(request, (policy) => {
    for (const statement of policy.policy.statements) {
      weighed.push(weigh(policy, statement, request));
    }
    return false;
  });
  return weighed;
}
