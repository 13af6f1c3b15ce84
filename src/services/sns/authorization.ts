import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { notFound } from './errors.ts';
import { topicKind } from './resources.ts';
import type { TopicDocument } from './state.ts';

/** The topic's owner is who a service acts for: `AWS:SourceOwner`, which default policies ask for. */
function conditionsOf(
  { call: { caller } }: ResolveContext,
  more: ReadonlyMap<string, readonly string[]> = new Map(),
): ReadonlyMap<string, readonly string[]> {
  const owner = caller.conditions.get('aws:sourceaccount');
  if (caller.identity.type !== 'AWSService' || owner === undefined) return more;
  return new Map([...more, ['aws:sourceowner', owner]]);
}

/** One permission on the topic that an ARN names. */
export async function onTopic(
  action: string,
  arn: string,
  context: ResolveContext,
  more?: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Permission[]> {
  const resource = await context.resolve(topicKind, arn);
  return [{ action, resource, conditions: conditionsOf(context, more) }];
}

/** A topic as a handler works on it. */
export interface TopicTarget {
  readonly resource: AuthorizedResource<TopicDocument>;
  readonly topic: TopicDocument;
  readonly arn: string;
  /** Documents of the topic's own scope. */
  readonly view: View;
}

/** The topic that something is published to stands in the call's record. */
export async function messageTopic(context: Context, arn: string): Promise<TopicTarget> {
  const target = await topicOf(context, arn);
  context.audit.resource('AWS::SNS::Topic', arn, target.topic.account);
  return target;
}

/** Errors: NotFound. */
export async function topicOf(context: Context, arn: string): Promise<TopicTarget> {
  const resource = await context.resolve(topicKind, arn);
  const { document } = resource.resolved;
  if (document === undefined) throw notFound('Topic');
  return { resource, topic: document, arn, view: context.viewOf(resource) };
}
