import type { Service } from '../../contract/service.ts';
import { createEndpointConfirmation } from './endpoint-confirmation.ts';
import { createEndpointDelivery } from './endpoint-delivery.ts';
import { expiryJob } from './expiry-job.ts';
import { fanOutJob } from './fan-out.ts';
import { forgetJob } from './forget-job.ts';
import type { SnsParts } from './operation.ts';
import { createAddPermission, createRemovePermission } from './permissions.ts';
import { publish, publishBatch } from './publishing.ts';
import { createQueueConfirmation } from './queue-confirmation.ts';
import { createQueueDelivery } from './queue-delivery.ts';
import {
  deliveries,
  endpoints,
  ownSubscriptions,
  published,
  signers,
  subscriptions,
  topicGroups,
  topics,
} from './state.ts';
import { createSubscribe } from './subscribing.ts';
import {
  confirmSubscription,
  getSubscriptionAttributes,
  listSubscriptions,
  listSubscriptionsByTopic,
  setSubscriptionAttributes,
  unsubscribe,
} from './subscriptions.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import {
  createCreateTopic,
  createGetTopicAttributes,
  createSetTopicAttributes,
  deleteTopic,
  listTopics,
} from './topics.ts';
import { notImplemented } from './unbuilt.ts';

/** Topics, and messages that reach who subscribed. */
export function createSnsService(parts: SnsParts): Service {
  return {
    id: 'sns',
    principal: 'sns.amazonaws.com',
    operations: [
      createCreateTopic(parts),
      deleteTopic,
      listTopics,
      createGetTopicAttributes(parts),
      createSetTopicAttributes(parts),
      createAddPermission(parts),
      createRemovePermission(parts),
      tagResource,
      untagResource,
      listTagsForResource,
      createSubscribe(parts),
      confirmSubscription,
      unsubscribe,
      listSubscriptions,
      listSubscriptionsByTopic,
      getSubscriptionAttributes,
      setSubscriptionAttributes,
      publish,
      publishBatch,
    ],
    notImplemented,
    collections: [
      topics,
      subscriptions,
      endpoints,
      ownSubscriptions,
      deliveries,
      published,
      topicGroups,
      signers,
    ],
    jobs: [
      expiryJob,
      fanOutJob,
      forgetJob,
      createQueueDelivery(parts),
      createQueueConfirmation(parts),
      createEndpointDelivery(parts),
      createEndpointConfirmation(parts),
    ],
    denialCode: { code: 'AuthorizationError', status: 403 },
    validationCode: 'ValidationError',
    // What messages say is their senders' and receivers' business; a token opens a subscription.
    unrecordedMembers: new Set(['Message', 'MessageAttributes', 'Subject', 'Token']),
  };
}
