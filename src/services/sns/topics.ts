import { listedTagConditions } from '../../core/tags.ts';
import { isDeepStrictEqual } from 'node:util';
import { uuid } from '../../core/ids.ts';
import { orderForget } from './forget-job.ts';
import { onTopic, topicOf } from './authorization.ts';
import { MESSAGE_BYTES_DEFAULT, topicAttributeFault } from './domain/topic-attributes.ts';
import { invalidParameter, unbuilt } from './errors.ts';
import type { SnsOperation, SnsParts } from './operation.ts';
import { listed } from './pages.ts';
import { defaultPolicy, requirePolicy } from './policies.ts';
import { placeOf, topicArn } from './resources.ts';
import { subscriptions, type TopicDocument, topics } from './state.ts';
import { tagsOf } from './tags.ts';

const NAME = /^[\w-]{1,256}$/;
const FIFO_NAME = /^[\w-]{1,251}\.fifo$/;

export function createCreateTopic({ principals }: SnsParts): SnsOperation<'CreateTopic'> {
  return {
    name: 'CreateTopic',
    access: 'write',
    authorize: async ({ Name, Tags }, context) => {
      const arn = topicArn(context.call.scope, Name);
      const conditions = listedTagConditions(Tags);
      const permissions = await onTopic('SNS:CreateTopic', arn, context, conditions);
      if (Tags === undefined || Tags.length === 0) return permissions;
      return [...permissions, ...(await onTopic('SNS:TagResource', arn, context, conditions))];
    },
    handle: async (input, context) => {
      const { call, view } = context;
      const { Name: name, Attributes: given = {} } = input;
      if (input.DataProtectionPolicy !== undefined) {
        throw unbuilt('CreateTopic', 'data protection policies');
      }
      const isFifo = given['FifoTopic']?.toLowerCase() === 'true';
      if (!(isFifo ? FIFO_NAME : NAME).test(name)) throw invalidParameter('Topic Name');
      const arn = topicArn(call.scope, name);
      const attributes = attributesOf(given, isFifo);
      const tags = tagsOf(input.Tags ?? []);
      const known = await view.get(topics, name);
      if (known !== undefined) {
        const merged = { ...known.attributes, ...attributes };
        if (!isDeepStrictEqual(merged, known.attributes)) {
          throw invalidParameter(
            'Attributes Reason: Topic already exists with different attributes',
          );
        }
        if (input.Tags !== undefined && !isDeepStrictEqual(tags, known.tags)) {
          throw invalidParameter('Tags Reason: Topic already exists with different tags');
        }
        return { TopicArn: arn };
      }
      const text = given['Policy'] ?? defaultPolicy(call.scope, arn);
      const topic: TopicDocument = {
        id: await context.once(uuid),
        name,
        ...call.scope,
        isFifo,
        attributes,
        policy: await requirePolicy(principals, context.unit, text),
        tags,
      };
      view.put(topics, name, topic);
      return { TopicArn: arn };
    },
  };
}

function attributesOf(
  given: Readonly<Record<string, string>>,
  isFifo: boolean,
): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'Policy' || name === 'FifoTopic') continue;
    const fault = topicAttributeFault(name, value, isFifo);
    if (fault !== undefined) throw invalidParameter(fault);
    attributes[name] = value;
  }
  return attributes;
}

export const deleteTopic: SnsOperation<'DeleteTopic'> = {
  name: 'DeleteTopic',
  access: 'write',
  authorize: (input, context) => onTopic('SNS:DeleteTopic', input.TopicArn, context),
  handle: async (input, context) => {
    // Deleting what isn't there is no error.
    const { scope, name } = placeOf(input.TopicArn, 1);
    const view = context.unit.view(scope);
    const topic = await view.get(topics, name);
    if (topic === undefined) return {};
    view.delete(topics, name);
    orderForget(context.unit, scope, topic.id, context.call.now);
    return {};
  },
};

export const listTopics: SnsOperation<'ListTopics'> = {
  name: 'ListTopics',
  access: 'read',
  authorize: async (_input, { call }) => [
    { action: 'SNS:ListTopics', resource: topicArn(call.scope, '*') },
  ],
  handle: async ({ NextToken }, { call, view }) => {
    const page = listed(call, NextToken);
    const { items, last } = await view.list(topics, page.query);
    const Topics = items.map(({ id }) => ({ TopicArn: topicArn(call.scope, id) }));
    return { Topics, ...page.answer(last) };
  },
};

export function createGetTopicAttributes({
  principals,
}: SnsParts): SnsOperation<'GetTopicAttributes'> {
  return {
    name: 'GetTopicAttributes',
    access: 'read',
    authorize: (input, context) => onTopic('SNS:GetTopicAttributes', input.TopicArn, context),
    handle: async (input, context) => {
      const { topic, arn, view } = await topicOf(context, input.TopicArn);
      const counts = { confirmed: 0, pending: 0 };
      let after: { readonly key: string; readonly id: string } | undefined;
      for (let pages = 0; pages < COUNT_PAGES_MAX; pages += 1) {
        const page = await view.list(subscriptions, {
          index: 'topic',
          prefix: `${topic.id}/`,
          limit: 1_000,
          ...(after === undefined ? {} : { after }),
        });
        for (const { document } of page.items) {
          counts[document.pending === undefined ? 'confirmed' : 'pending'] += 1;
        }
        after = page.last;
        if (after === undefined) break;
      }
      const { DeliveryPolicy, ...attributes } = topic.attributes;
      return {
        Attributes: {
          TopicArn: arn,
          Owner: topic.account,
          Policy: await principals.show(context.unit, topic.policy),
          DisplayName: '',
          SubscriptionsConfirmed: String(counts.confirmed),
          SubscriptionsPending: String(counts.pending),
          SubscriptionsDeleted: '0',
          EffectiveDeliveryPolicy: DeliveryPolicy ?? DELIVERY_POLICY,
          ...(topic.isFifo ? { FifoTopic: 'true', ContentBasedDeduplication: 'false' } : {}),
          ...(DeliveryPolicy === undefined ? {} : { DeliveryPolicy }),
          ...attributes,
        },
      };
    },
  };
}

/** Subscriptions beyond a hundred thousand are not counted. */
const COUNT_PAGES_MAX = 100;

const DELIVERY_POLICY = JSON.stringify({
  http: {
    defaultHealthyRetryPolicy: {
      minDelayTarget: 20,
      maxDelayTarget: 20,
      numRetries: 3,
      numMaxDelayRetries: 0,
      numNoDelayRetries: 0,
      numMinDelayRetries: 0,
      backoffFunction: 'linear',
    },
    disableSubscriptionOverrides: false,
    defaultRequestPolicy: { headerContentType: 'text/plain; charset=UTF-8' },
  },
});

export function messageBytesMax({ attributes }: TopicDocument): number {
  return Number(attributes['MaximumMessageSize'] ?? MESSAGE_BYTES_DEFAULT);
}

export function createSetTopicAttributes({
  principals,
}: SnsParts): SnsOperation<'SetTopicAttributes'> {
  return {
    name: 'SetTopicAttributes',
    access: 'write',
    authorize: (input, context) => onTopic('SNS:SetTopicAttributes', input.TopicArn, context),
    handle: async (input, context) => {
      const { topic, arn, view } = await topicOf(context, input.TopicArn);
      const { AttributeName: name, AttributeValue: value = '' } = input;
      if (name === 'Policy') {
        const text = value === '' ? defaultPolicy(topic, arn) : value;
        const policy = await requirePolicy(principals, context.unit, text);
        view.put(topics, topic.name, { ...topic, policy });
        return {};
      }
      const { [name]: _old, ...rest } = topic.attributes;
      const isRemoved = value === '';
      const fault = topicAttributeFault(name, value, topic.isFifo);
      if (fault !== undefined && !(isRemoved && fault !== 'AttributeName')) {
        throw invalidParameter(fault);
      }
      const attributes = isRemoved ? rest : { ...rest, [name]: value };
      view.put(topics, topic.name, { ...topic, attributes });
      return {};
    },
  };
}
