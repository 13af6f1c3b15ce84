import { picked, removedKeys, textOf } from './made.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 512;

function tagMap(work: Work, own: JsonObject[string]): JsonObject {
  return Object.fromEntries(work.tags(own).map(({ Key, Value }) => [String(Key), Value]));
}

async function setRetention(work: Work, logGroupName: string, properties: JsonObject) {
  const { RetentionInDays: retentionInDays } = properties;
  if (retentionInDays === undefined) {
    await work.call('logs', 'DeleteRetentionPolicy', { logGroupName });
  } else await work.call('logs', 'PutRetentionPolicy', { logGroupName, retentionInDays });
}

const group: ResourceType = {
  name: 'AWS::Logs::LogGroup',
  needs: 'logs:CreateLogGroup',
  handles: 'KmsKeyId LogGroupClass LogGroupName RetentionInDays Tags',
  create: async (work, properties) => {
    const logGroupName = textOf(properties['LogGroupName']) ?? work.name(NAME_MAX);
    const tags = tagMap(work, properties['Tags']);
    await work.call('logs', 'CreateLogGroup', {
      logGroupName,
      ...picked(properties, 'KmsKeyId', 'LogGroupClass'),
      ...(Object.keys(tags).length === 0 ? {} : { tags }),
    });
    work.holds(logGroupName);
    if (properties['RetentionInDays'] !== undefined) {
      await setRetention(work, logGroupName, properties);
    }
    const { account, region } = work.scope;
    const Arn = `arn:${work.partition}:logs:${region}:${account}:log-group:${logGroupName}:*`;
    return { id: logGroupName, attributes: { Arn } };
  },
  update: async (work, { id: logGroupName, before, properties, changed, attributes }) => {
    if (changed.includes('RetentionInDays')) await setRetention(work, logGroupName, properties);
    if (changed.includes('KmsKeyId')) {
      const { KmsKeyId: kmsKeyId } = properties;
      if (kmsKeyId === undefined) await work.call('logs', 'DisassociateKmsKey', { logGroupName });
      else await work.call('logs', 'AssociateKmsKey', { logGroupName, kmsKeyId });
    }
    if (changed.includes('Tags')) {
      const resourceArn = String(attributes['Arn']).replace(/:\*$/, '');
      const tags = tagMap(work, properties['Tags']);
      const tagKeys = removedKeys(work.tags(before['Tags']), work.tags(properties['Tags']));
      if (Object.keys(tags).length > 0)
        await work.call('logs', 'TagResource', { resourceArn, tags });
      if (tagKeys.length > 0) await work.call('logs', 'UntagResource', { resourceArn, tagKeys });
    }
    return { id: logGroupName, attributes };
  },
  delete: async (work, { id: logGroupName }) => {
    await work.attempt('logs', 'DeleteLogGroup', { logGroupName });
    return undefined;
  },
};

const stream: ResourceType = {
  name: 'AWS::Logs::LogStream',
  needs: 'logs:CreateLogStream',
  handles: 'LogGroupName LogStreamName',
  create: async (work, properties) => {
    const LogStreamName = textOf(properties['LogStreamName']) ?? work.name(NAME_MAX);
    await work.call('logs', 'CreateLogStream', { ...properties, LogStreamName });
    return { id: LogStreamName };
  },
  delete: async (work, { id: LogStreamName, properties }) => {
    const { LogGroupName } = properties;
    await work.attempt('logs', 'DeleteLogStream', { LogGroupName, LogStreamName });
    return undefined;
  },
};

/** Filters are put as they are: a metric filter's transformations have `MetricName` where Logs has `metricName`. */
function filterType(
  name: string,
  needs: string,
  handles: string,
  { put, remove }: { readonly put: string; readonly remove: string },
): ResourceType {
  return {
    name,
    needs,
    handles,
    create: async (work, properties) => {
      const FilterName = textOf(properties['FilterName']) ?? work.name(NAME_MAX);
      await work.call('logs', put, { ...properties, FilterName });
      return { id: FilterName };
    },
    update: async (work, { id: FilterName, properties }) => {
      await work.call('logs', put, { ...properties, FilterName });
      return { id: FilterName };
    },
    delete: async (work, { id: FilterName, properties }) => {
      const { LogGroupName } = properties;
      await work.call('logs', remove, { LogGroupName, FilterName });
      return undefined;
    },
  };
}

export const logsTypes: readonly ResourceType[] = [
  group,
  stream,
  filterType(
    'AWS::Logs::SubscriptionFilter',
    'logs:PutSubscriptionFilter',
    'DestinationArn Distribution FilterName FilterPattern LogGroupName RoleArn',
    { put: 'PutSubscriptionFilter', remove: 'DeleteSubscriptionFilter' },
  ),
];
