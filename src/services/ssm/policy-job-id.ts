import type { Scope } from '../../core/scope.ts';

/** One job waits for all policies of a parameter. */
export function policyJobId({ account, region }: Scope, id: string): string {
  return `ssm.parameterPolicies/${account}/${region}/${id}`;
}
