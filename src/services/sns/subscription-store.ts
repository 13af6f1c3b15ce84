import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { subscriptionArn } from './resources.ts';
import {
  endpointKey,
  endpoints,
  ownSubscriptions,
  type SubscriptionDocument,
  subscriptions,
} from './state.ts';

/** Puts a subscription where it is found: in its topic's account by id and by endpoint, and in its owner's. */
export function keepSubscription(
  unit: Unit,
  topic: Scope,
  subscription: SubscriptionDocument,
): void {
  const { id, owner, protocol, endpoint } = subscription;
  const view = unit.view(topic);
  view.put(subscriptions, id, subscription);
  view.put(endpoints, endpointKey(subscription.topic, protocol, endpoint), { id });
  const arn = subscriptionArn(subscription);
  unit.view({ account: owner, region: topic.region }).put(ownSubscriptions, arn, { arn });
}

/** Takes it away everywhere. */
export function dropSubscription(
  unit: Unit,
  topic: Scope,
  subscription: SubscriptionDocument,
): void {
  const { id, owner, protocol, endpoint } = subscription;
  const view = unit.view(topic);
  view.delete(subscriptions, id);
  view.delete(endpoints, endpointKey(subscription.topic, protocol, endpoint));
  const own = unit.view({ account: owner, region: topic.region });
  own.delete(ownSubscriptions, subscriptionArn(subscription));
}
