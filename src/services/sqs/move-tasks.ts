import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { uuid } from '../../core/ids.ts';
import { targetOf, type QueueTarget } from './authorization.ts';
import {
  invalidParameter,
  invalidValue,
  resourceNotFound,
  unsupportedOperation,
} from './errors.ts';
import { orderMove } from './move-job.ts';
import { type MoveTask, moveTasks } from './move-state.ts';
import { countMessages } from './counts.ts';
import { pathOfArn, queueKind } from './resources.ts';
import { queues } from './state.ts';

const PER_SECOND_MAX = 500;
const RESULTS_MAX = 10;

async function onArn(action: string, arn: string, context: ResolveContext): Promise<Permission> {
  const path = pathOfArn(arn, context.call.scope.region);
  if (path === undefined)
    throw invalidParameter(
      'You must use this format to specify the SourceArn: arn:<partition>:<service>:<region>:<account-id>:<resource-id>',
    );
  return { action, resource: await context.resolve(queueKind, path) };
}

async function sourceOf(context: Context, arn: string): Promise<QueueTarget> {
  const path = pathOfArn(arn, context.call.scope.region) ?? '';
  const name = path.slice(path.indexOf('/') + 1);
  if ((await context.view.get(queues, name)) === undefined) throw noSource();
  return targetOf(context, await context.resolve(queueKind, path));
}

function noSource() {
  return resourceNotFound(
    "The resource that you specified for the SourceArn parameter doesn't exist.",
  );
}

export const startMessageMoveTask: OperationOf<SqsOperations, 'StartMessageMoveTask'> = {
  name: 'StartMessageMoveTask',
  access: 'write',
  authorize: async ({ SourceArn, DestinationArn }, context) => [
    await onArn('sqs:startmessagemovetask', SourceArn, context),
    await onArn('sqs:receivemessage', SourceArn, context),
    await onArn('sqs:deletemessage', SourceArn, context),
    ...(DestinationArn === undefined
      ? []
      : [await onArn('sqs:sendmessage', DestinationArn, context)]),
  ],
  handle: async (input, context) => {
    const { queue, arn, view } = await sourceOf(context, input.SourceArn);
    const { DestinationArn, MaxNumberOfMessagesPerSecond: perSecond } = input;
    const { now, scope } = context.call;
    if (perSecond !== undefined && (perSecond < 1 || perSecond > PER_SECOND_MAX)) {
      const reason = 'You must enter a value that is greater than 0 and less than or equal to 500.';
      throw invalidValue(perSecond, 'MaxNumberOfMessagesPerSecond', reason);
    }
    const users = await view.list(queues, { index: 'source', prefix: `${arn}/`, limit: 1 });
    if (users.items.length === 0) {
      throw invalidParameter('Source queue must be configured as a Dead Letter Queue.');
    }
    if (DestinationArn !== undefined)
      await requireDestination(context, DestinationArn, queue.isFifo);
    const known = await view.list(moveTasks, {
      index: 'source',
      prefix: `${queue.name}/`,
      limit: 2 * RESULTS_MAX,
    });
    if (known.items[0]?.document.status === 'RUNNING') {
      throw unsupportedOperation(
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
      );
    }
    // As many as can be listed are remembered.
    for (const old of known.items.slice(RESULTS_MAX - 1)) view.delete(moveTasks, old.id);
    const id = await context.once(uuid);
    const counts = await countMessages(view, queue, now);
    const task: MoveTask = {
      id,
      source: queue.name,
      sourceArn: arn,
      ...(DestinationArn === undefined ? {} : { destinationArn: DestinationArn }),
      ...(perSecond === undefined ? {} : { perSecond }),
      status: 'RUNNING',
      started: now,
      moved: 0,
      toMove: counts.ApproximateNumberOfMessages,
    };
    view.put(moveTasks, id, task);
    orderMove(context.unit, scope, { task: id, turn: 1 }, now);
    return { TaskHandle: handleOf(task) };
  },
};

async function requireDestination(
  { view, call }: Context,
  arn: string,
  isFifo: boolean,
): Promise<void> {
  const path = pathOfArn(arn, call.scope.region) ?? '';
  const [account, name = ''] = path.split('/');
  const queue = account === call.scope.account ? await view.get(queues, name) : undefined;
  if (queue === undefined) {
    throw resourceNotFound(
      "The resource that you specified for the DestinationArn parameter doesn't exist.",
    );
  }
  if (queue.isFifo !== isFifo) {
    throw invalidParameter('Source and destination queues must be of the same type.');
  }
}

function handleOf({ id, sourceArn }: MoveTask): string {
  return Buffer.from(JSON.stringify({ taskId: id, sourceArn })).toString('base64');
}

function readHandle(handle: string): { readonly id: string; readonly sourceArn: string } {
  try {
    const json: JsonValue = JSON.parse(Buffer.from(handle, 'base64').toString('utf8'));
    const { taskId, sourceArn } = isJsonObject(json) ? json : {};
    if (typeof taskId === 'string' && typeof sourceArn === 'string')
      return { id: taskId, sourceArn };
  } catch {
    // Told below.
  }
  throw invalidParameter('Value for parameter TaskHandle is invalid.');
}

export const cancelMessageMoveTask: OperationOf<SqsOperations, 'CancelMessageMoveTask'> = {
  name: 'CancelMessageMoveTask',
  access: 'write',
  authorize: async (input, context) => [
    await onArn('sqs:cancelmessagemovetask', readHandle(input.TaskHandle).sourceArn, context),
  ],
  handle: async (input, context) => {
    const { id, sourceArn } = readHandle(input.TaskHandle);
    const { view } = await sourceOf(context, sourceArn);
    const task = await view.get(moveTasks, id);
    if (task?.status !== 'RUNNING') throw resourceNotFound('Task does not exist.');
    view.put(moveTasks, id, { ...task, status: 'CANCELLED' });
    return { ApproximateNumberOfMessagesMoved: task.moved };
  },
};

export const listMessageMoveTasks: OperationOf<SqsOperations, 'ListMessageMoveTasks'> = {
  name: 'ListMessageMoveTasks',
  access: 'read',
  authorize: async (input, context) => [
    await onArn('sqs:listmessagemovetasks', input.SourceArn, context),
  ],
  handle: async (input, context) => {
    const { MaxResults: most = 1 } = input;
    if (most < 1 || most > RESULTS_MAX) {
      throw invalidValue(most, 'MaxResults', 'Must be an integer from 1 to 10.');
    }
    const { queue, view } = await sourceOf(context, input.SourceArn);
    const { items } = await view.list(moveTasks, {
      index: 'source',
      prefix: `${queue.name}/`,
      limit: most,
    });
    return { Results: items.map(({ document }) => shown(document)) };
  },
};

/** Only a running task can be named. */
function shown(task: MoveTask) {
  return {
    ...(task.status === 'RUNNING' ? { TaskHandle: handleOf(task) } : {}),
    Status: task.status,
    SourceArn: task.sourceArn,
    ...(task.destinationArn === undefined ? {} : { DestinationArn: task.destinationArn }),
    ...(task.perSecond === undefined ? {} : { MaxNumberOfMessagesPerSecond: task.perSecond }),
    ApproximateNumberOfMessagesMoved: task.moved,
    ApproximateNumberOfMessagesToMove: task.toMove,
    ...(task.failure === undefined ? {} : { FailureReason: task.failure }),
    StartedTimestamp: task.started,
  };
}
