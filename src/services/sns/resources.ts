import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { invalidParameter, notFound } from './errors.ts';
import { type SubscriptionDocument, subscriptions, type TopicDocument, topics } from './state.ts';

export function topicArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  const { account, region } = scope;
  return formatArn({ partition, service: 'sns', account, region, resource: name });
}

export function subscriptionArn({ topicArn: arn, id }: SubscriptionDocument): string {
  return `${arn}:${id}`;
}

/** By ARN, in whatever account and Region it names. */
export const topicKind: ResourceKind<TopicDocument> = {
  name: 'sns:topic',
  policyMode: 'optional',
  find: async (arn, { unit }) => {
    const { scope, name } = placeOf(arn, 1);
    const document = await unit.view(scope).get(topics, name);
    return { arn, scope, id: name, document, missing: notFound('Topic') };
  },
  policy: ({ document }) => document?.policy.bound?.text ?? document?.policy.text,
  tags: ({ document }) => document?.tags ?? {},
};

/** A subscription of a topic, by ARN. Its topic's policy doesn't speak of it. */
export const subscriptionKind: ResourceKind<SubscriptionDocument> = {
  name: 'sns:subscription',
  policyMode: 'none',
  find: async (arn, { unit }) => {
    const { scope, id } = placeOf(arn, 2);
    const document = await unit.view(scope).get(subscriptions, id);
    return { arn, scope, id, document, missing: notFound('Subscription') };
  },
};

/** The parts of a topic's ARN, or of a subscription's, which has one more. Errors: InvalidParameter. */
export function placeOf(
  arn: string,
  parts: 1 | 2,
): { readonly scope: Scope; readonly name: string; readonly id: string } {
  const parsed = parseArn(arn);
  const [name = '', id = '', ...more] = parsed?.resource.split(':') ?? [];
  const isWhole = parts === 1 ? id === '' : id !== '';
  if (parsed?.service !== 'sns' || !isWhole || more.length > 0) {
    const what = parts === 1 ? 'TopicArn' : 'SubscriptionArn';
    throw invalidParameter(
      `${what} Reason: An ARN must have at least 6 elements, not ${arn.split(':').length}`,
    );
  }
  return { scope: { account: parsed.account, region: parsed.region }, name, id };
}
