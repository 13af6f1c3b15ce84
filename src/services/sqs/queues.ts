import { tagConditions } from '../../core/tags.ts';
import { randomBytes } from 'node:crypto';
import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Host } from '../../contract/host.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { onQueue, queueOf } from './authorization.ts';
import { differs, DEFAULT_SETTINGS } from './domain/settings.ts';
import {
  invalidParameter,
  purgeQueueInProgress,
  queueDeletedRecently,
  queueDoesNotExist,
  queueNameExists,
} from './errors.ts';
import { listed, MAX_PAGE } from './pages.ts';
import { requirePolicy } from './policies.ts';
import { requireRedrive, settingsOf } from './queue-settings.ts';
import { queueArn, queueKind } from './resources.ts';
import { deletedQueues, type QueueDocument, queues } from './state.ts';
import { orderSweep, sweepOrder } from './sweep-order.ts';
import { requireTags } from './tags.ts';

const NAME = /^[\w-]{1,80}$/;
const FIFO_NAME = /^[\w-]{1,75}\.fifo$/;
/** As long as AWS keeps a name back, and between two purges. */
const PAUSE_MS = MINUTE_MS;

export interface QueueParts {
  readonly host: Host;
  readonly principals: PrincipalDirectory;
}

export async function urlOf(
  host: Host,
  queue: Pick<QueueDocument, 'account' | 'name'>,
): Promise<string> {
  return `${await host.address()}/${queue.account}/${queue.name}`;
}

async function onName(
  action: string,
  name: string,
  context: ResolveContext,
  conditions?: Permission['conditions'],
): Promise<Permission> {
  const resource = await context.resolve(queueKind, `${context.call.scope.account}/${name}`);
  return { action, resource, ...(conditions === undefined ? {} : { conditions }) };
}

export function createCreateQueue({
  host,
  principals,
}: QueueParts): OperationOf<SqsOperations, 'CreateQueue'> {
  return {
    name: 'CreateQueue',
    access: 'write',
    authorize: async ({ QueueName, tags }, context) => {
      const created = await onName('sqs:createqueue', QueueName, context, tagConditions(tags));
      if (tags === undefined || Object.keys(tags).length === 0) return [created];
      return [created, await onName('sqs:tagqueue', QueueName, context, tagConditions(tags))];
    },
    handle: async (input, context) => {
      const { call, view } = context;
      const { QueueName: name, Attributes: given = {}, tags = {} } = input;
      const isFifo = requireName(name, given);
      const settings = settingsOf(given, DEFAULT_SETTINGS, isFifo);
      const known = await view.get(queues, name);
      if (known !== undefined) {
        requireSame(known, given, settings);
        return { QueueUrl: await urlOf(host, known) };
      }
      const deleted = await view.get(deletedQueues, name);
      if (deleted !== undefined && call.now < deleted.deleted + PAUSE_MS) {
        throw queueDeletedRecently();
      }
      requireTags(tags);
      await requireRedrive(settings.redrive, { ...call.scope, name, isFifo }, view);
      const queue: QueueDocument = {
        name,
        ...call.scope,
        created: call.now,
        modified: call.now,
        store: await context.once(uuid),
        secret: await context.once(() => randomBytes(32).toString('base64')),
        isFifo,
        settings,
        tags,
      };
      const arn = queueArn(call.scope, name);
      const policy = await requirePolicy(principals, context.unit, given['Policy'], arn);
      view.put(queues, name, { ...queue, ...(policy === undefined ? {} : { policy }) });
      view.delete(deletedQueues, name);
      orderSweep(context.unit, queue, call.now);
      return { QueueUrl: await urlOf(host, queue) };
    },
  };
}

function requireName(name: string, given: Readonly<Record<string, string>>): boolean {
  const wanted = given['FifoQueue']?.toLowerCase();
  if (wanted !== undefined && wanted !== 'true') {
    throw invalidParameter('Unknown Attribute FifoQueue.');
  }
  if (wanted === 'true') {
    if (FIFO_NAME.test(name)) return true;
    throw invalidParameter(
      'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, ' +
        'must end with .fifo suffix and be 1 to 80 in length.',
    );
  }
  if (NAME.test(name)) return false;
  throw invalidParameter(
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );
}

/** Making a queue again is no error as long as nothing would change. */
function requireSame(
  known: QueueDocument,
  given: Readonly<Record<string, string>>,
  settings: QueueDocument['settings'],
): void {
  for (const name of Object.keys(given)) {
    const isOther =
      name === 'Policy'
        ? (known.policy?.text ?? '') !== given[name]
        : name !== 'FifoQueue' && differs(name, known.settings, settings);
    if (isOther) throw queueNameExists(name);
  }
}

export const deleteQueue: OperationOf<SqsOperations, 'DeleteQueue'> = {
  name: 'DeleteQueue',
  access: 'write',
  authorize: onQueue('sqs:deletequeue'),
  handle: async (input, context) => {
    const { queue, view } = await queueOf(context, input.QueueUrl);
    const { now } = context.call;
    view.delete(queues, queue.name);
    view.put(deletedQueues, queue.name, { deleted: now });
    context.unit.cancel(sweepOrder(queue, now).id);
    context.unit.order(sweepOrder(queue, now, 'gone'));
    return {};
  },
};

export const purgeQueue: OperationOf<SqsOperations, 'PurgeQueue'> = {
  name: 'PurgeQueue',
  access: 'write',
  authorize: onQueue('sqs:purgequeue'),
  handle: async (input, context) => {
    const { queue, view } = await queueOf(context, input.QueueUrl);
    const { now } = context.call;
    if (queue.purged !== undefined && now < queue.purged + PAUSE_MS) {
      throw purgeQueueInProgress(queue.name);
    }
    // What comes from now on goes to another place, so nothing of the old is seen again.
    const store = await context.once(uuid);
    view.put(queues, queue.name, { ...queue, store, purged: now });
    context.unit.order(sweepOrder(queue, now, 'gone'));
    return {};
  },
};

export function createGetQueueUrl({ host }: QueueParts): OperationOf<SqsOperations, 'GetQueueUrl'> {
  return {
    name: 'GetQueueUrl',
    access: 'read',
    authorize: async ({ QueueName, QueueOwnerAWSAccountId: owner }, context) => {
      const account = owner ?? context.call.scope.account;
      const resource = await context.resolve(queueKind, `${account}/${QueueName}`);
      return [{ action: 'sqs:getqueueurl', resource }];
    },
    handle: async ({ QueueName, QueueOwnerAWSAccountId: owner }, context) => {
      const account = owner ?? context.call.scope.account;
      const { resolved } = await context.resolve(queueKind, `${account}/${QueueName}`);
      if (resolved.document === undefined) throw queueDoesNotExist();
      return { QueueUrl: await urlOf(host, resolved.document) };
    },
  };
}

export function createListQueues({ host }: QueueParts): OperationOf<SqsOperations, 'ListQueues'> {
  return {
    name: 'ListQueues',
    access: 'read',
    authorize: async (_input, { call }) => [
      { action: 'sqs:listqueues', resource: queueArn(call.scope, '*') },
    ],
    handle: async (input, context) => {
      const { QueueNamePrefix: prefix = '' } = input;
      const page = listed(context.call, input, `prefix ${prefix}`);
      const { items, last } = await context.view.list(queues, {
        prefix,
        limit: page.limit,
        ...page.after,
      });
      const QueueUrls = await Promise.all(items.map(({ document }) => urlOf(host, document)));
      // Without MaxResults there is no second page: the first thousand are all that is told.
      const next = input.MaxResults === undefined ? {} : page.answer(last);
      return { ...(QueueUrls.length === 0 ? {} : { QueueUrls }), ...next };
    },
  };
}

export function createListDeadLetterSourceQueues({
  host,
}: QueueParts): OperationOf<SqsOperations, 'ListDeadLetterSourceQueues'> {
  return {
    name: 'ListDeadLetterSourceQueues',
    access: 'read',
    authorize: onQueue('sqs:listdeadlettersourcequeues'),
    handle: async (input, context) => {
      const { queue, arn, view } = await queueOf(context, input.QueueUrl);
      const page = listed(context.call, input, `sources ${queue.name}`);
      const { items, last } = await view.list(queues, {
        index: 'source',
        prefix: `${arn}/`,
        limit: Math.min(page.limit, MAX_PAGE),
        ...page.after,
      });
      const queueUrls = await Promise.all(items.map(({ document }) => urlOf(host, document)));
      return { queueUrls, ...(input.MaxResults === undefined ? {} : page.answer(last)) };
    },
  };
}
