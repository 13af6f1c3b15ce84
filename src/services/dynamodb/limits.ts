import type { DynamodbOperations } from '../../../models/dynamodb/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onTable, tableTarget } from './authorization.ts';

/** AWS's defaults. Nothing here throttles by them. */
const ACCOUNT_UNITS = 80_000;
const TABLE_UNITS = 40_000;
const CACHE_MINUTES = 1_440;

export const describeLimits: OperationOf<DynamodbOperations, 'DescribeLimits'> = {
  name: 'DescribeLimits',
  access: 'read',
  authorize: async () => [{ action: 'dynamodb:DescribeLimits', resource: '*' }],
  handle: async () => ({
    AccountMaxReadCapacityUnits: ACCOUNT_UNITS,
    AccountMaxWriteCapacityUnits: ACCOUNT_UNITS,
    TableMaxReadCapacityUnits: TABLE_UNITS,
    TableMaxWriteCapacityUnits: TABLE_UNITS,
  }),
};

export const describeEndpoints: OperationOf<DynamodbOperations, 'DescribeEndpoints'> = {
  name: 'DescribeEndpoints',
  access: 'read',
  authorize: async () => [{ action: 'dynamodb:DescribeEndpoints', resource: '*' }],
  handle: async (_input, { call }) => ({
    Endpoints: [
      {
        Address: `dynamodb.${call.scope.region}.amazonaws.com`,
        CachePeriodInMinutes: CACHE_MINUTES,
      },
    ],
  }),
};

/** There are none: clients that describe tables whole ask nonetheless. */
export const describeContinuousBackups: OperationOf<
  DynamodbOperations,
  'DescribeContinuousBackups'
> = {
  name: 'DescribeContinuousBackups',
  access: 'read',
  authorize: onTable('dynamodb:DescribeContinuousBackups'),
  handle: async (input, context) => {
    await tableTarget(context, input.TableName);
    return {
      ContinuousBackupsDescription: {
        ContinuousBackupsStatus: 'DISABLED',
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
      },
    };
  },
};
