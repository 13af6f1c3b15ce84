import type { Service } from '../../contract/service.ts';
import { DataKeys } from './encryption.ts';
import { createDeleteMessage, createDeleteMessageBatch } from './deletion.ts';
import { moveJob } from './move-job.ts';
import { moveTasks } from './move-state.ts';
import { cancelMessageMoveTask, listMessageMoveTasks, startMessageMoveTask } from './move-tasks.ts';
import { createAddPermission, createRemovePermission } from './permissions.ts';
import { createGetQueueAttributes, createSetQueueAttributes } from './queue-attributes.ts';
import {
  createCreateQueue,
  createGetQueueUrl,
  createListDeadLetterSourceQueues,
  createListQueues,
  deleteQueue,
  purgeQueue,
  type QueueParts,
} from './queues.ts';
import { createReceiveMessage } from './receiving.ts';
import { createSendMessage, createSendMessageBatch, type MessageParts } from './sending.ts';
import { contents, deletedQueues, duplicates, entries, groups, queues } from './state.ts';
import { sweepJob } from './sweep-job.ts';
import { listQueueTags, tagQueue, untagQueue } from './tags.ts';
import { createChangeMessageVisibility, createChangeMessageVisibilityBatch } from './visibility.ts';
import { Waiting } from './waiting.ts';

/** Queues: standard and FIFO, with dead letters, encryption, and receives that wait. */
export function createSqsService(parts: QueueParts & Pick<MessageParts, 'arrived'>): Service {
  const { host, principals, arrived } = parts;
  const waiting = new Waiting(host);
  const messages = { keys: new DataKeys(), waiting, arrived };
  return {
    id: 'sqs',
    principal: 'sqs.amazonaws.com',
    operations: [
      createCreateQueue(parts),
      deleteQueue,
      purgeQueue,
      createGetQueueUrl(parts),
      createListQueues(parts),
      createListDeadLetterSourceQueues(parts),
      createGetQueueAttributes(principals),
      createSetQueueAttributes(principals),
      tagQueue,
      untagQueue,
      listQueueTags,
      createAddPermission(principals),
      createRemovePermission(principals),
      createSendMessage(messages),
      createSendMessageBatch(messages),
      createReceiveMessage({ ...messages, host }),
      createDeleteMessage(waiting),
      createDeleteMessageBatch(waiting),
      createChangeMessageVisibility(waiting),
      createChangeMessageVisibilityBatch(waiting),
      startMessageMoveTask,
      cancelMessageMoveTask,
      listMessageMoveTasks,
    ],
    notImplemented: new Map(),
    collections: [queues, deletedQueues, contents, entries, groups, duplicates, moveTasks],
    jobs: [sweepJob, moveJob],
    denialCode: { code: 'AccessDenied', status: 403 },
    // What messages say is their senders' and receivers' business.
    unrecordedMembers: new Set([
      'MessageBody',
      'Body',
      'MessageAttributes',
      'MessageSystemAttributes',
      'Messages',
    ]),
  };
}
