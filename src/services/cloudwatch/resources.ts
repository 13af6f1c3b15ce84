import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { alarmNotFound } from './errors.ts';
import { type AlarmDocument, alarms } from './state.ts';

export function alarmArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'cloudwatch', ...scope, resource: `alarm:${name}` });
}

/** An alarm by its name in the call's Region, or by its ARN. */
export const alarmKind: ResourceKind<AlarmDocument> = {
  name: 'cloudwatch:alarm',
  policyMode: 'none',
  find: async (reference, { unit, scope: own }) => {
    const arn = parseArn(reference);
    const isArn = arn?.service === 'cloudwatch' && arn.resource.startsWith('alarm:');
    const scope = isArn ? { account: arn.account, region: arn.region } : own;
    const name = isArn ? arn.resource.slice('alarm:'.length) : reference;
    const document = await unit.view(scope).get(alarms, name);
    return { arn: alarmArn(scope, name), scope, id: name, document, missing: alarmNotFound() };
  },
  tags: ({ document }) => document?.tags ?? {},
};
