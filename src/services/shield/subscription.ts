import type { Subscription as ShownSubscription } from '../../../models/shield/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { exists, lockedSubscription, noChange } from './errors.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { GROUP_MEMBERS_MAX, GROUPS_MAX, PROTECTED_TYPES, PROTECTIONS_MAX } from './limits.ts';
import { ONLY, type Subscription, subscriptions } from './state.ts';

const YEAR_MS = 365 * DAY_MS;
/** AutoRenew may be changed in the last days of the year. */
const LAST_DAYS_MS = 30 * DAY_MS;

/** The end of the year that the subscription is in: it renews itself. */
function endOf({ started, autoRenew }: Subscription, now: Instant): Instant {
  if (autoRenew === 'DISABLED') return started + YEAR_MS;
  const years = Math.floor(Math.max(0, now - started) / YEAR_MS) + 1;
  return started + years * YEAR_MS;
}

/** A subscription that was not renewed is over when its year is. */
function isOver(subscription: Subscription, now: Instant): boolean {
  return subscription.autoRenew === 'DISABLED' && now >= endOf(subscription, now);
}

const create = shieldOperation({
  name: 'CreateSubscription',
  access: 'write',
  handle: async (_input, view, context) => {
    const { account } = context.call.scope;
    const { now } = context.call;
    const before = await view.get(subscriptions, ONLY);
    if (before !== undefined && !isOver(before, now)) throw exists('subscription');
    const id = await context.once(uuid);
    view.put(subscriptions, ONLY, {
      arn: `arn:aws:shield::${account}:subscription/${id}`,
      started: now,
      autoRenew: 'ENABLED',
      contacts: before?.contacts ?? [],
      logBuckets: [],
    });
    return {};
  },
});

function shown(subscription: Subscription, now: Instant): ShownSubscription {
  const { engagement } = subscription;
  return {
    StartTime: new Date(subscription.started),
    EndTime: new Date(endOf(subscription, now)),
    TimeCommitmentInSeconds: YEAR_MS / 1_000,
    AutoRenew: subscription.autoRenew,
    SubscriptionArn: subscription.arn,
    ...(engagement === undefined ? {} : { ProactiveEngagementStatus: engagement }),
    SubscriptionLimits: {
      ProtectionLimits: {
        ProtectedResourceTypeLimits: PROTECTED_TYPES.map((Type) => ({
          Type,
          Max: PROTECTIONS_MAX,
        })),
      },
      ProtectionGroupLimits: {
        MaxProtectionGroups: GROUPS_MAX,
        PatternTypeLimits: { ArbitraryPatternLimits: { MaxMembers: GROUP_MEMBERS_MAX } },
      },
    },
  };
}

const describe = shieldOperation({
  name: 'DescribeSubscription',
  access: 'read',
  handle: async (_input, view, { call }) => ({
    Subscription: shown(await subscriptionOf(view), call.now),
  }),
});

const state = shieldOperation({
  name: 'GetSubscriptionState',
  access: 'read',
  handle: async (_input, view, { call }) => {
    const subscription = await view.get(subscriptions, ONLY);
    const isActive = subscription !== undefined && !isOver(subscription, call.now);
    return { SubscriptionState: isActive ? 'ACTIVE' : 'INACTIVE' };
  },
});

const update = shieldOperation({
  name: 'UpdateSubscription',
  access: 'write',
  handle: async ({ AutoRenew }, view, { call }) => {
    const subscription = await subscriptionOf(view);
    if (AutoRenew === undefined || AutoRenew === subscription.autoRenew) throw noChange();
    if (call.now < endOf(subscription, call.now) - LAST_DAYS_MS) {
      throw lockedSubscription(
        'You are trying to update a subscription that has not yet completed the 1-year commitment. ' +
          'You can change the AutoRenew parameter during the last 30 days of your subscription.',
      );
    }
    view.put(subscriptions, ONLY, { ...subscription, autoRenew: AutoRenew });
    return {};
  },
});

const remove = shieldOperation({
  name: 'DeleteSubscription',
  access: 'write',
  handle: async (_input, view, { call }) => {
    const subscription = await subscriptionOf(view);
    if (!isOver(subscription, call.now)) {
      throw lockedSubscription(
        'You are trying to delete a subscription that has not yet completed the 1-year commitment.',
      );
    }
    view.delete(subscriptions, ONLY);
    return {};
  },
});

export const subscriptionOperations: readonly AnyOperation[] = [
  create,
  describe,
  state,
  update,
  remove,
];
