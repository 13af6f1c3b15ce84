import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { parameterArn } from './domain/parameter-name.ts';
import { IMAGE } from './domain/parameter-value.ts';
import type { ParameterDocument } from './state.ts';

const KIND = 'ssm.checkImage';

/** PutParameter has answered when an image is looked for: what is not found does not become a parameter. */
export function orderImageCheck(
  unit: Unit,
  parameter: ParameterDocument,
  held: ParameterDocument | undefined,
  now: Instant,
): void {
  const { scope, id, name } = parameter;
  unit.order({
    id: `${KIND}/${scope.account}/${scope.region}/${id}`,
    kind: KIND,
    scope,
    due: now,
    payload: JSON.stringify({ id, name, operation: held === undefined ? 'Create' : 'Update' }),
  });
}

/** There is no EC2 here that knows images, so no image can be described, and the event says so. */
export const checkImage: UnitJob = {
  kind: KIND,
  run: async (payload, { unit, scope, now }) => {
    const order: JsonValue = JSON.parse(payload);
    if (!isJsonObject(order)) throw new Error('the job has no payload');
    const { id, name, operation } = order;
    if (typeof id !== 'string') throw new Error('the job names no parameter');
    unit.emit(
      awsEvent(scope, now, {
        source: 'aws.ssm',
        detailType: 'Parameter Store Change',
        resources: [parameterArn(scope, id)],
        detail: {
          exception: 'Unable to Describe Resource',
          dataType: IMAGE,
          name,
          type: 'String',
          operation,
        },
      }),
    );
  },
};
