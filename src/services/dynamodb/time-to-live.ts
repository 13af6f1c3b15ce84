import type { DynamodbOperations } from '../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onTable, saveTable, tableTarget } from './authorization.ts';
import { invalid } from './domain/invalid.ts';
import { orderExpiry } from './expiry-order.ts';
import { requireSettled } from './tables/delete-table.ts';
import { tables } from './state.ts';

export const updateTimeToLive: OperationOf<DynamodbOperations, 'UpdateTimeToLive'> = {
  name: 'UpdateTimeToLive',
  access: 'write',
  authorize: onTable('dynamodb:UpdateTimeToLive'),
  handle: async (input, context) => {
    const target = await tableTarget(context, input.TableName);
    const { Enabled, AttributeName } = input.TimeToLiveSpecification;
    const { table } = target;
    requireSettled(table);
    const { timeToLive: before, ...rest } = table;
    if (Enabled && before !== undefined) {
      throw invalid(
        before.attribute === AttributeName
          ? 'TimeToLive is already enabled'
          : `TimeToLive is active on a different AttributeName: current AttributeName is ${before.attribute}`,
      );
    }
    if (!Enabled) {
      if (before === undefined) throw invalid('TimeToLive is already disabled');
      if (before.attribute !== AttributeName) {
        throw invalid(
          `TimeToLive is active on a different AttributeName: current AttributeName is ${before.attribute}`,
        );
      }
    }
    const { unit, call } = context;
    const timeToLive = { attribute: AttributeName, status: 'ENABLING' } as const;
    const changed = Enabled ? { ...rest, timeToLive } : rest;
    saveTable(target, changed);
    if (Enabled) orderExpiry(unit, table, call.now);
    for (const { region } of table.replicas) {
      const view = unit.view({ account: table.account, region });
      const replica = await view.get(tables, table.name);
      if (replica === undefined) continue;
      const { timeToLive: _before, ...others } = replica;
      view.put(tables, replica.name, Enabled ? { ...others, timeToLive } : others);
      if (Enabled) orderExpiry(unit, replica, call.now);
    }
    return { TimeToLiveSpecification: input.TimeToLiveSpecification };
  },
};

export const describeTimeToLive: OperationOf<DynamodbOperations, 'DescribeTimeToLive'> = {
  name: 'DescribeTimeToLive',
  access: 'read',
  authorize: onTable('dynamodb:DescribeTimeToLive'),
  handle: async (input, context) => {
    const { timeToLive } = (await tableTarget(context, input.TableName)).table;
    return {
      TimeToLiveDescription:
        timeToLive === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: timeToLive.status, AttributeName: timeToLive.attribute },
    };
  },
};
