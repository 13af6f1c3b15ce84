import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { invalidAddress, queueDoesNotExist } from './errors.ts';
import { pathOfUrl, queueKind } from './resources.ts';
import type { QueueDocument } from './state.ts';

interface OnQueue {
  readonly QueueUrl: string;
}

function resolveQueue(context: ResolveContext, url: string) {
  const path = pathOfUrl(url);
  if (path === undefined) throw invalidAddress(url);
  return context.resolve(queueKind, path);
}

/** One permission on the queue that `QueueUrl` names. */
export function onQueue(action: string) {
  return async (input: OnQueue, context: ResolveContext): Promise<readonly Permission[]> => [
    { action, resource: await resolveQueue(context, input.QueueUrl) },
  ];
}

/** A queue as a handler works on it. */
export interface QueueTarget {
  readonly resource: AuthorizedResource<QueueDocument>;
  readonly queue: QueueDocument;
  readonly arn: string;
  /** Documents of the queue's own scope. */
  readonly view: View;
}

/** The queue that `QueueUrl` names. Errors: QueueDoesNotExist. */
export async function queueOf(context: Context, url: string): Promise<QueueTarget> {
  return targetOf(context, await resolveQueue(context, url));
}

/** The same, for what is done with its messages: the queue stands in the call's record. */
export async function messageQueue(context: Context, url: string): Promise<QueueTarget> {
  const target = await queueOf(context, url);
  context.audit.resource('AWS::SQS::Queue', target.arn, target.queue.account);
  return target;
}

export function targetOf(
  context: Context,
  resource: AuthorizedResource<QueueDocument>,
): QueueTarget {
  const { document, arn } = resource.resolved;
  if (document === undefined) throw queueDoesNotExist();
  return { resource, queue: document, arn, view: context.viewOf(resource) };
}
