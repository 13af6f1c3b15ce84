import type { JsonObject } from '../../../core/json.ts';
import { isTrue, listOf, objectOf, picked, removedKeys, textOf, textsOf, without } from './made.ts';
import type { Changing, ResourceType, Work } from './resource-type.ts';
import { tagMap } from './tags.ts';

const NAME_MAX = 80;
const TOPIC_NAME_MAX = 256;

/** Attributes as their services take them: texts, documents in JSON. */
function attributes(properties: JsonObject, names: readonly string[]): Record<string, string> {
  const made: Record<string, string> = {};
  for (const name of names) {
    const value = properties[name];
    if (value === undefined || value === null) continue;
    made[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
  return made;
}

const QUEUE = [
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'DelaySeconds',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'ReceiveMessageWaitTimeSeconds',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'SqsManagedSseEnabled',
  'VisibilityTimeout',
] as const;

/** What an attribute is when a template leaves it out again. */
const QUEUE_DEFAULTS: Readonly<Record<string, string>> = {
  DelaySeconds: '0',
  KmsMasterKeyId: '',
  MaximumMessageSize: '262144',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  RedrivePolicy: '',
  VisibilityTimeout: '30',
};

function fifoName(work: Work, isFifo: boolean, max: number): string {
  return isFifo ? `${work.name(max - 5)}.fifo` : work.name(max);
}

const queue: ResourceType = {
  name: 'AWS::SQS::Queue',
  needs: 'sqs:CreateQueue',
  handles: `${QUEUE.join(' ')} QueueName Tags`,
  create: async (work, properties) => {
    const isFifo = isTrue(properties['FifoQueue']);
    const QueueName = textOf(properties['QueueName']) ?? fifoName(work, isFifo, NAME_MAX);
    const { QueueUrl } = await work.call('sqs', 'CreateQueue', {
      QueueName,
      Attributes: attributes(properties, QUEUE),
      tags: tagMap(work, properties['Tags']),
    });
    const id = String(QueueUrl);
    const { account, region } = work.scope;
    const Arn = `arn:${work.partition}:sqs:${region}:${account}:${QueueName}`;
    return { id, attributes: { Arn, QueueName, QueueUrl: id } };
  },
  update: async (work, change) => {
    const { id: QueueUrl, properties, changed, before } = change;
    const own = attributes(
      properties,
      QUEUE.filter((name) => changed.includes(name)),
    );
    const left = changed.filter((name) => properties[name] === undefined);
    const defaults = left.flatMap((name) => {
      const value = QUEUE_DEFAULTS[name];
      return value === undefined ? [] : [[name, value] as const];
    });
    const Attributes = { ...Object.fromEntries(defaults), ...own };
    if (Object.keys(Attributes).length > 0) {
      await work.call('sqs', 'SetQueueAttributes', { QueueUrl, Attributes });
    }
    if (changed.includes('Tags')) {
      const TagKeys = removedKeys(work.tags(before['Tags']), work.tags(properties['Tags']));
      const Tags = tagMap(work, properties['Tags']);
      if (Object.keys(Tags).length > 0) await work.call('sqs', 'TagQueue', { QueueUrl, Tags });
      if (TagKeys.length > 0) await work.call('sqs', 'UntagQueue', { QueueUrl, TagKeys });
    }
    return { id: QueueUrl, attributes: change.attributes };
  },
  delete: async (work, { id: QueueUrl }) => {
    await work.attempt('sqs', 'DeleteQueue', { QueueUrl });
    return undefined;
  },
};

async function setQueuePolicies(work: Work, urls: readonly string[], policy: JsonObject[string]) {
  const Policy = policy === '' ? '' : JSON.stringify(policy);
  for (const QueueUrl of urls) {
    const input = { QueueUrl, Attributes: { Policy } };
    if (Policy === '') await work.attempt('sqs', 'SetQueueAttributes', input);
    else {
      await work.call('sqs', 'SetQueueAttributes', input);
      work.holds(work.name(NAME_MAX));
    }
  }
}

const queuePolicy: ResourceType = {
  name: 'AWS::SQS::QueuePolicy',
  needs: 'sqs:SetQueueAttributes',
  handles: 'PolicyDocument Queues',
  create: async (work, properties) => {
    const id = work.name(NAME_MAX);
    await setQueuePolicies(work, textsOf(properties['Queues']), properties['PolicyDocument']);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, before, properties, attributes: own }) => {
    const urls = textsOf(properties['Queues']);
    await setQueuePolicies(work, without(textsOf(before['Queues']), urls), '');
    await setQueuePolicies(work, urls, properties['PolicyDocument']);
    return { id, attributes: own };
  },
  delete: async (work, { properties }) => {
    await setQueuePolicies(work, textsOf(properties['Queues']), '');
    return undefined;
  },
};

const TOPIC = [
  'ContentBasedDeduplication',
  'DisplayName',
  'FifoThroughputScope',
  'FifoTopic',
  'KmsMasterKeyId',
  'SignatureVersion',
  'TracingConfig',
] as const;

async function subscribe(work: Work, TopicArn: string, properties: JsonObject): Promise<void> {
  for (const one of listOf(properties['Subscription'])) {
    await work.call('sns', 'Subscribe', {
      TopicArn,
      ...picked(objectOf(one), 'Endpoint', 'Protocol'),
    });
  }
}

const topic: ResourceType = {
  name: 'AWS::SNS::Topic',
  needs: 'sns:CreateTopic',
  handles: `${TOPIC.join(' ')} Subscription Tags TopicName`,
  create: async (work, properties) => {
    const isFifo = isTrue(properties['FifoTopic']);
    const Name = textOf(properties['TopicName']) ?? fifoName(work, isFifo, TOPIC_NAME_MAX);
    const { TopicArn } = await work.call('sns', 'CreateTopic', {
      Name,
      Attributes: attributes(properties, TOPIC),
      Tags: work.tags(properties['Tags']),
    });
    const id = String(TopicArn);
    work.holds(id);
    await subscribe(work, id, properties);
    return { id, attributes: { TopicArn: id, TopicName: Name } };
  },
  replaces: ({ changed }) => changed.includes('Subscription'),
  update: async (work, { id: TopicArn, before, properties, changed, attributes: own }) => {
    for (const AttributeName of TOPIC.filter((name) => changed.includes(name))) {
      const AttributeValue = attributes(properties, [AttributeName])[AttributeName] ?? '';
      await work.call('sns', 'SetTopicAttributes', { TopicArn, AttributeName, AttributeValue });
    }
    if (changed.includes('Tags')) {
      const Tags = work.tags(properties['Tags']);
      const TagKeys = removedKeys(work.tags(before['Tags']), Tags);
      const ResourceArn = TopicArn;
      if (Tags.length > 0) await work.call('sns', 'TagResource', { ResourceArn, Tags });
      if (TagKeys.length > 0) await work.call('sns', 'UntagResource', { ResourceArn, TagKeys });
    }
    return { id: TopicArn, attributes: own };
  },
  delete: async (work, { id: TopicArn }) => {
    await work.attempt('sns', 'DeleteTopic', { TopicArn });
    return undefined;
  },
};

const SUBSCRIPTION = [
  'DeliveryPolicy',
  'FilterPolicy',
  'FilterPolicyScope',
  'RawMessageDelivery',
  'RedrivePolicy',
  'SubscriptionRoleArn',
] as const;

const subscription: ResourceType = {
  name: 'AWS::SNS::Subscription',
  needs: 'sns:Subscribe',
  handles: `${SUBSCRIPTION.join(' ')} Endpoint Protocol Region TopicArn`,
  create: async (work, properties) => {
    const { SubscriptionArn } = await work.call(
      'sns',
      'Subscribe',
      {
        ...picked(properties, 'Endpoint', 'Protocol', 'TopicArn'),
        Attributes: attributes(properties, SUBSCRIPTION),
        ReturnSubscriptionArn: true,
      },
      textOf(properties['Region']),
    );
    const id = String(SubscriptionArn);
    return { id, attributes: { Arn: id } };
  },
  update: async (work, { id: SubscriptionArn, properties, changed, attributes: own }) => {
    for (const AttributeName of SUBSCRIPTION.filter((name) => changed.includes(name))) {
      const AttributeValue = attributes(properties, [AttributeName])[AttributeName] ?? '';
      const input = { SubscriptionArn, AttributeName, AttributeValue };
      await work.call('sns', 'SetSubscriptionAttributes', input, textOf(properties['Region']));
    }
    return { id: SubscriptionArn, attributes: own };
  },
  delete: async (work, { id: SubscriptionArn, properties }) => {
    await work.attempt('sns', 'Unsubscribe', { SubscriptionArn }, textOf(properties['Region']));
    return undefined;
  },
};

async function setTopicPolicies(work: Work, { properties }: Pick<Changing, 'properties'>) {
  for (const TopicArn of textsOf(properties['Topics'])) {
    const AttributeValue = JSON.stringify(properties['PolicyDocument']);
    const input = { TopicArn, AttributeName: 'Policy', AttributeValue };
    await work.call('sns', 'SetTopicAttributes', input);
  }
}

const topicPolicy: ResourceType = {
  name: 'AWS::SNS::TopicPolicy',
  needs: 'sns:SetTopicAttributes',
  handles: 'PolicyDocument Topics',
  create: async (work, properties) => {
    await setTopicPolicies(work, { properties });
    const id = work.name(TOPIC_NAME_MAX);
    return { id, attributes: { Id: id } };
  },
  update: async (work, change) => {
    await setTopicPolicies(work, change);
    return { id: change.id, attributes: change.attributes };
  },
  // A topic is never without a policy: AWS lets the last one stand.
  delete: () => Promise.resolve(undefined),
};

export const messagingTypes: readonly ResourceType[] = [
  queue,
  queuePolicy,
  topic,
  subscription,
  topicPolicy,
];
