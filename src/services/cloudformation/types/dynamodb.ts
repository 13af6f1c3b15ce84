import type { JsonObject } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { isTrue, objectOf, picked, removedKeys, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';

const NAME_MAX = 255;
const LOOK_MS = SECOND_MS;
const GIVEN = [
  'AttributeDefinitions',
  'BillingMode',
  'GlobalSecondaryIndexes',
  'KeySchema',
  'LocalSecondaryIndexes',
  'OnDemandThroughput',
  'ProvisionedThroughput',
  'TableClass',
] as const;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('dynamodb', operation, input);
}

/** Templates say `SSEEnabled` where the operation says `Enabled`, and a stream's being there says that it is on. */
function spelled(properties: JsonObject): JsonObject {
  const { SSESpecification, StreamSpecification, DeletionProtectionEnabled } = properties;
  const { SSEEnabled, ...sse } = objectOf(SSESpecification);
  return {
    ...(SSESpecification === undefined
      ? {}
      : { SSESpecification: { ...sse, Enabled: SSEEnabled ?? false } }),
    ...(StreamSpecification === undefined
      ? {}
      : { StreamSpecification: { ...objectOf(StreamSpecification), StreamEnabled: true } }),
    ...(DeletionProtectionEnabled === undefined ? {} : { DeletionProtectionEnabled }),
  };
}

const table: ResourceType = {
  name: 'AWS::DynamoDB::Table',
  needs: 'dynamodb:CreateTable',
  handles:
    `${GIVEN.join(' ')} DeletionProtectionEnabled ResourcePolicy SSESpecification StreamSpecification TableName Tags ` +
    'TimeToLiveSpecification',
  create: async (work, properties) => {
    const TableName = textOf(properties['TableName']) ?? work.name(NAME_MAX);
    const { ResourcePolicy } = properties;
    const Tags = work.tags(properties['Tags']);
    await call(work, 'CreateTable', {
      ...picked(properties, ...GIVEN),
      ...spelled(properties),
      TableName,
      ...(ResourcePolicy === undefined
        ? {}
        : { ResourcePolicy: objectOf(ResourcePolicy)['PolicyDocument'] }),
      ...(Tags.length === 0 ? {} : { Tags }),
    });
    return { id: TableName, waits: { notes: { liveTime: true }, ms: 0 } };
  },
  replaces: ({ changed }) => changed.includes('LocalSecondaryIndexes'),
  update: async (work, { id: TableName, before, properties, changed, attributes }) => {
    const direct = changed.filter((name) => name !== 'Tags' && name !== 'TimeToLiveSpecification');
    if (direct.length > 0) {
      await call(work, 'UpdateTable', {
        TableName,
        ...picked(properties, 'AttributeDefinitions', 'BillingMode', 'ProvisionedThroughput'),
        ...picked(properties, 'OnDemandThroughput', 'TableClass'),
        ...picked(spelled(properties), ...direct),
        ...(changed.includes('StreamSpecification') &&
        properties['StreamSpecification'] === undefined
          ? { StreamSpecification: { StreamEnabled: false } }
          : {}),
      });
    }
    if (changed.includes('Tags')) {
      const ResourceArn = attributes['Arn'];
      const Tags = work.tags(properties['Tags']);
      const TagKeys = removedKeys(work.tags(before['Tags']), Tags);
      if (Tags.length > 0) await call(work, 'TagResource', { ResourceArn, Tags });
      if (TagKeys.length > 0) await call(work, 'UntagResource', { ResourceArn, TagKeys });
    }
    const liveTime = changed.includes('TimeToLiveSpecification');
    return { id: TableName, attributes, waits: { notes: { liveTime }, ms: 0 } };
  },
  delete: async (work, { id: TableName, attributes }) => {
    await work.attempt('dynamodb', 'DeleteTable', { TableName });
    return { id: TableName, attributes, waits: { notes: {}, ms: 0 } };
  },
  check,
};

async function check(work: Work, waiting: Waiting): Promise<Made | undefined> {
  const { id: TableName, attributes, notes, properties, action } = waiting;
  const described = await work.attempt('dynamodb', 'DescribeTable', { TableName });
  if (described === undefined && action === 'delete') return undefined;
  const { TableStatus, TableArn, LatestStreamArn } = objectOf(described?.['Table']);
  if (TableStatus === undefined) throw new PlainFailure(`The table ${TableName} is gone.`);
  if (TableStatus !== 'ACTIVE') return { id: TableName, attributes, waits: { notes, ms: LOOK_MS } };
  const { TimeToLiveSpecification } = properties;
  if (isTrue(notes['liveTime']) && TimeToLiveSpecification !== undefined) {
    await call(work, 'UpdateTimeToLive', { TableName, TimeToLiveSpecification });
  }
  return {
    id: TableName,
    attributes: {
      Arn: TableArn,
      ...(LatestStreamArn === undefined ? {} : { StreamArn: LatestStreamArn }),
    },
  };
}

export const dynamoDbTypes: readonly ResourceType[] = [table];
