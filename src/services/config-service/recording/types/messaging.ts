import type { SnsOperations } from '../../../../../models/sns/types.ts';
import type { SqsOperations } from '../../../../../models/sqs/types.ts';
import { parseArn } from '../../../../core/arn.ts';
import { everyPage, listingOf, plain, type Reference, tagsOf, unless } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const listTopics: Reference<SnsOperations['ListTopics']> = {
  service: 'sns',
  operation: 'ListTopics',
};
const topicAttributes: Reference<SnsOperations['GetTopicAttributes']> = {
  service: 'sns',
  operation: 'GetTopicAttributes',
};
const topicTags: Reference<SnsOperations['ListTagsForResource']> = {
  service: 'sns',
  operation: 'ListTagsForResource',
};
const listQueues: Reference<SqsOperations['ListQueues']> = {
  service: 'sqs',
  operation: 'ListQueues',
};
const queueAttributes: Reference<SqsOperations['GetQueueAttributes']> = {
  service: 'sqs',
  operation: 'GetQueueAttributes',
};
const queueTags: Reference<SqsOperations['ListQueueTags']> = {
  service: 'sqs',
  operation: 'ListQueueTags',
};
/** How many messages there are, and who is subscribed, is no configuration of the queue or topic. */
const PASSING = /^(ApproximateNumberOf|Subscriptions)/;

function settings(attributes: Readonly<Record<string, string>> | undefined) {
  const kept = Object.entries(attributes ?? {}).filter(([name]) => !PASSING.test(name));
  return plain(Object.fromEntries(kept));
}

export const snsTopics: RecordedType = {
  type: 'AWS::SNS::Topic',
  source: 'sns.amazonaws.com',
  list: async (ask) => {
    const topics = await everyPage({
      fetch: (NextToken) => ask(listTopics, NextToken === undefined ? {} : { NextToken }),
      items: ({ Topics }) => Topics,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(topics, ({ TopicArn = '' }) => ({
      id: TopicArn,
      name: parseArn(TopicArn)?.resource,
      arn: TopicArn,
      describe: () =>
        unless(
          ['NotFound', 'NotFoundException', 'ResourceNotFound'],
          (async () => {
            const { Attributes } = await ask(topicAttributes, { TopicArn });
            const { Tags } = await ask(topicTags, { ResourceArn: TopicArn });
            return { configuration: settings(Attributes), tags: tagsOf(Tags) };
          })(),
        ),
    }));
  },
};

export const sqsQueues: RecordedType = {
  type: 'AWS::SQS::Queue',
  source: 'sqs.amazonaws.com',
  list: async (ask) => {
    const urls = await everyPage({
      fetch: (NextToken) =>
        ask(listQueues, { MaxResults: 1_000, ...(NextToken === undefined ? {} : { NextToken }) }),
      items: ({ QueueUrls }) => QueueUrls,
      next: ({ NextToken }) => NextToken,
    });
    return listingOf(urls, (QueueUrl) => ({
      id: QueueUrl,
      name: QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1),
      describe: () =>
        unless(
          ['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue'],
          (async () => {
            const asked = { QueueUrl, AttributeNames: ['All'] as const };
            const { Attributes } = await ask(queueAttributes, asked);
            const { Tags } = await ask(queueTags, { QueueUrl });
            return { configuration: settings(Attributes), tags: Tags ?? {} };
          })(),
        ),
    }));
  },
};
