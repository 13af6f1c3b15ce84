import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { parameterArn } from './domain/parameter-name.ts';
import type { PolicyState } from './domain/parameter-policies.ts';
import type { ParameterDocument } from './state.ts';

const SOURCE = 'aws.ssm';

export type Change = 'Create' | 'Update' | 'Delete' | 'LabelParameterVersion';

/** Tells the account's event bus what became of a parameter. Never its value. */
export function tellChange(
  unit: Unit,
  parameter: ParameterDocument,
  operation: Change,
  now: Instant,
): void {
  const { scope, id, name, type, description = '' } = parameter;
  unit.emit(
    awsEvent(scope, now, {
      source: SOURCE,
      detailType: 'Parameter Store Change',
      resources: [parameterArn(scope, id)],
      detail: { operation, name, type, description },
    }),
  );
}

/** Tells of a policy that took effect, in the two members that AWS documents of the detail. */
export function tellPolicy(
  unit: Unit,
  parameter: ParameterDocument,
  policy: PolicyState,
  now: Instant,
): void {
  const { scope, id, name } = parameter;
  unit.emit(
    awsEvent(scope, now, {
      source: SOURCE,
      detailType: 'Parameter Store Policy Action',
      resources: [parameterArn(scope, id)],
      detail: { 'parameter-name': name, 'policy-type': policy.type },
    }),
  );
}
