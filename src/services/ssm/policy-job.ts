import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { dueOf, type PolicyState } from './domain/parameter-policies.ts';
import { parameterArn } from './domain/parameter-name.ts';
import { tellPolicy } from './events.ts';
import { removeParameter } from './removal.ts';
import { policyJobId } from './policy-job-id.ts';
import { type ParameterDocument, parameters } from './state.ts';

const KIND = 'ssm.parameterPolicies';

/** Waits for the first policy that comes due; what is past is due at once. */
export function orderPolicies(unit: Unit, parameter: ParameterDocument, now: Instant): void {
  const { scope, id } = parameter;
  const dues = duesOf(parameter).map(({ due }) => due);
  const job = policyJobId(scope, id);
  if (dues.length === 0) {
    unit.cancel(job);
    return;
  }
  const due = Math.max(Math.min(...dues), now);
  unit.order({ id: job, kind: KIND, scope, due, payload: JSON.stringify(id) });
}

interface Due {
  readonly policy: PolicyState;
  readonly due: Instant;
}

function duesOf({ policies, modified }: ParameterDocument): readonly Due[] {
  return policies.flatMap((policy) => {
    const due = dueOf(policy, policies, modified);
    return due === undefined ? [] : [{ policy, due }];
  });
}

/** Does what a parameter's due policies say: tells, or deletes it. */
export const enforcePolicies: UnitJob = {
  kind: KIND,
  run: async (payload, { unit, scope, now, serviceEvent }) => {
    const parameter = await parameterIn(payload, unit, scope);
    if (parameter === undefined) return;
    const due = duesOf(parameter).filter((one) => one.due <= now);
    const met = new Set(due.map(({ policy }) => policy));
    for (const policy of met) tellPolicy(unit, parameter, policy, now);
    if (due.some(({ policy }) => policy.type === 'Expiration')) {
      await removeParameter(unit, parameter, now);
      const arn = parameterArn(scope, parameter.id);
      serviceEvent({
        name: 'DeleteParameter',
        resources: [{ type: 'AWS::SSM::Parameter', arn }],
        details: { name: parameter.name, reason: 'Expiration' },
      });
      return;
    }
    const policies = parameter.policies.map(
      (policy): PolicyState => (met.has(policy) ? { ...policy, status: 'Finished' } : policy),
    );
    const changed = { ...parameter, policies };
    unit.view(scope).put(parameters, parameter.id, changed);
    orderPolicies(unit, changed, now);
  },
};

async function parameterIn(
  payload: string,
  unit: Unit,
  scope: Scope,
): Promise<ParameterDocument | undefined> {
  const id: unknown = JSON.parse(payload);
  if (typeof id !== 'string') throw new Error('the job names no parameter');
  return unit.view(scope).get(parameters, id);
}
