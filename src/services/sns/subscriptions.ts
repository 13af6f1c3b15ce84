import { timingSafeEqual } from 'node:crypto';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Listed } from '../../contract/view.ts';
import { onTopic, topicOf } from './authorization.ts';
import { authorizationError, invalidParameter, notFound } from './errors.ts';
import type { SnsOperation } from './operation.ts';
import { listed } from './pages.ts';
import { placeOf, subscriptionArn, subscriptionKind, topicArn } from './resources.ts';
import {
  ownSubscriptions,
  type SubscriptionDocument,
  subscriptions,
  TOKEN_NAME,
  type TopicDocument,
  topics,
} from './state.ts';
import { filterScope, requireSubscriptionAttribute } from './subscription-settings.ts';
import { dropSubscription } from './subscription-store.ts';

export const listSubscriptions: SnsOperation<'ListSubscriptions'> = {
  name: 'ListSubscriptions',
  access: 'read',
  authorize: async (_input, { call }) => [
    { action: 'SNS:ListSubscriptions', resource: topicArn(call.scope, '*') },
  ],
  handle: async ({ NextToken }, { call, view, unit }) => {
    const page = listed(call, NextToken);
    const { items, last } = await view.list(ownSubscriptions, page.query);
    const Subscriptions = [];
    for (const { id } of items) {
      const place = placeOf(id, 2);
      const known = await unit.view(place.scope).get(subscriptions, place.id);
      if (known !== undefined) Subscriptions.push(shown(known));
    }
    return { Subscriptions, ...page.answer(last) };
  },
};

export const listSubscriptionsByTopic: SnsOperation<'ListSubscriptionsByTopic'> = {
  name: 'ListSubscriptionsByTopic',
  access: 'read',
  authorize: (input, context) => onTopic('SNS:ListSubscriptionsByTopic', input.TopicArn, context),
  handle: async (input, context) => {
    const { topic, view } = await topicOf(context, input.TopicArn);
    const page = listed(context.call, input.NextToken, topic.id);
    const found = await view.list(subscriptions, {
      index: 'topic',
      prefix: `${topic.id}/`,
      ...page.query,
    });
    const Subscriptions = found.items.map(({ document }: Listed<SubscriptionDocument>) =>
      shown(document),
    );
    return { Subscriptions, ...page.answer(found.last) };
  },
};

function shown(subscription: SubscriptionDocument) {
  const { owner, protocol, endpoint, topicArn: TopicArn, pending } = subscription;
  const SubscriptionArn =
    pending === undefined ? subscriptionArn(subscription) : 'PendingConfirmation';
  return { SubscriptionArn, Owner: owner, Protocol: protocol, Endpoint: endpoint, TopicArn };
}

/** Who owns a subscription, or the topic it is of, is asked for by the subscription's ARN. */
async function onSubscription(
  action: string,
  arn: string,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  return [{ action, resource: await context.resolve(subscriptionKind, arn) }];
}

interface Found {
  readonly subscription: SubscriptionDocument;
  readonly topic: TopicDocument | undefined;
}

/** Errors: NotFound; AuthorizationError for all but the subscriber and the topic's owner. */
async function ownedSubscription(context: Context, arn: string): Promise<Found> {
  const { scope, name, id } = placeOf(arn, 2);
  const view = context.unit.view(scope);
  const subscription = await view.get(subscriptions, id);
  if (subscription === undefined) throw notFound('Subscription');
  const { account } = context.call.caller.identity;
  if (account !== subscription.owner && account !== scope.account) {
    throw authorizationError('Not authorized to access this subscription');
  }
  return { subscription, topic: await view.get(topics, name) };
}

export const getSubscriptionAttributes: SnsOperation<'GetSubscriptionAttributes'> = {
  name: 'GetSubscriptionAttributes',
  access: 'read',
  authorize: (input, context) =>
    onSubscription('SNS:GetSubscriptionAttributes', input.SubscriptionArn, context),
  handle: async (input, context) => {
    const { subscription, topic } = await ownedSubscription(context, input.SubscriptionArn);
    const { attributes, protocol } = subscription;
    const isHttp = protocol === 'http' || protocol === 'https';
    const effective = attributes['DeliveryPolicy'] ?? topic?.attributes['DeliveryPolicy'];
    const filter = attributes['FilterPolicy'] === undefined ? {} : { FilterPolicyScope: SCOPE };
    return {
      Attributes: {
        SubscriptionArn: subscriptionArn(subscription),
        TopicArn: subscription.topicArn,
        Owner: subscription.owner,
        Protocol: protocol,
        Endpoint: subscription.endpoint,
        PendingConfirmation: String(subscription.pending !== undefined),
        ConfirmationWasAuthenticated: String(subscription.wasAuthenticated),
        SubscriptionPrincipal: `arn:aws:iam::${subscription.owner}:root`,
        RawMessageDelivery: 'false',
        ...(isHttp && effective !== undefined ? { EffectiveDeliveryPolicy: effective } : {}),
        ...filter,
        ...attributes,
      },
    };
  },
};

const SCOPE = 'MessageAttributes';

export const setSubscriptionAttributes: SnsOperation<'SetSubscriptionAttributes'> = {
  name: 'SetSubscriptionAttributes',
  access: 'write',
  authorize: (input, context) =>
    onSubscription('SNS:SetSubscriptionAttributes', input.SubscriptionArn, context),
  handle: async (input, context) => {
    const { subscription } = await ownedSubscription(context, input.SubscriptionArn);
    const { AttributeName: name, AttributeValue: value = '' } = input;
    const { scope } = placeOf(input.SubscriptionArn, 2);
    const { [name]: _old, ...rest } = subscription.attributes;
    const isRemoved = value === '' || (name === 'FilterPolicy' && value === '{}');
    const attributes = isRemoved ? rest : { ...rest, [name]: value };
    const { protocol } = subscription;
    const subject = { protocol, region: scope.region, scope: filterScope(attributes) };
    requireSubscriptionAttribute(name, value, subject);
    const filter = attributes['FilterPolicy'] ?? '';
    // Another scope reads the policy in another way.
    if (name === 'FilterPolicyScope') requireSubscriptionAttribute('FilterPolicy', filter, subject);
    context.unit.view(scope).put(subscriptions, subscription.id, { ...subscription, attributes });
    return {};
  },
};

/** Who has the address may end what nobody guards. */
export const unsubscribe: SnsOperation<'Unsubscribe'> = {
  name: 'Unsubscribe',
  access: 'write',
  allowsAnonymous: true,
  authorize: async (input, context) =>
    context.call.caller.identity.type === 'Anonymous'
      ? []
      : onSubscription('SNS:Unsubscribe', input.SubscriptionArn, context),
  handle: async (input, context) => {
    const { scope, id } = placeOf(input.SubscriptionArn, 2);
    const view = context.unit.view(scope);
    const subscription = await view.get(subscriptions, id);
    // Ending what isn't there is no error.
    if (subscription === undefined) return {};
    if (subscription.pending !== undefined) {
      throw invalidParameter('SubscriptionArn Reason: Pending confirmation');
    }
    const { account, type } = context.call.caller.identity;
    const isOwner = account === subscription.owner || account === scope.account;
    if (!isOwner && (type !== 'Anonymous' || subscription.isGuarded)) {
      throw authorizationError('Not authorized to unsubscribe');
    }
    dropSubscription(context.unit, scope, subscription);
    return {};
  },
};

/** The token is the proof: it was sent to the endpoint alone. */
export const confirmSubscription: SnsOperation<'ConfirmSubscription'> = {
  name: 'ConfirmSubscription',
  access: 'write',
  allowsAnonymous: true,
  authorize: (input, context) =>
    context.call.caller.identity.type === 'Anonymous'
      ? Promise.resolve([])
      : onTopic('SNS:ConfirmSubscription', input.TopicArn, context),
  handle: async (input, context) => {
    const { scope, name } = placeOf(input.TopicArn, 1);
    const view = context.unit.view(scope);
    const topic = await view.get(topics, name);
    if (topic === undefined) throw notFound('Topic');
    const subscription = await withToken(context, topic, input.Token);
    if (subscription === undefined) throw invalidParameter('Token');
    const { pending: _pending, ...confirmed } = subscription;
    const isAnonymous = context.call.caller.identity.type === 'Anonymous';
    view.put(subscriptions, subscription.id, {
      ...confirmed,
      wasAuthenticated: !isAnonymous,
      isGuarded: !isAnonymous && input.AuthenticateOnUnsubscribe?.toLowerCase() === 'true',
    });
    return { SubscriptionArn: subscriptionArn(subscription) };
  },
};

async function withToken(
  { unit, call }: Context,
  topic: TopicDocument,
  token: string,
): Promise<SubscriptionDocument | undefined> {
  const { items } = await unit.view(topic).list(subscriptions, {
    index: 'token',
    prefix: `${topic.id}/${token.slice(0, TOKEN_NAME)}`,
    limit: 2,
  });
  return items
    .map(({ document }) => document)
    .find(({ pending }) => {
      if (pending === undefined || pending.until <= call.now) return false;
      const [one, other] = [Buffer.from(pending.token), Buffer.from(token)];
      return one.length === other.length && timingSafeEqual(one, other);
    });
}
