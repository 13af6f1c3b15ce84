import type { Subscription as ShownSubscription } from '../../../models/shield/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { exists, lockedSubscription, noChange, noSuch } from './errors.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { GROUP_MEMBERS_MAX, GROUPS_MAX, PROTECTED_TYPES, PROTECTIONS_MAX } from './limits.ts';
import { ONLY, subscribers, type Subscription, subscriptions } from './state.ts';
import { endOf, isOver, YEAR_MS } from './term.ts';

/** AutoRenew may be changed in the last days of the year. */
const LAST_DAYS_MS = 30 * DAY_MS;

/** What the bill knows of the account; `ended` is undefined while the subscription renews itself. */
async function noteTerm(
  unit: Unit,
  account: string,
  { started, ended }: { readonly started: Instant; readonly ended?: Instant | undefined },
): Promise<void> {
  const view = unit.view({ account: '', region: '' });
  const { terms } = (await view.get(subscribers, account)) ?? { terms: [] };
  const others = terms.filter((term) => term.started !== started);
  const term = { started, ...(ended === undefined ? {} : { ended }) };
  view.put(subscribers, account, { account, terms: [...others, term] });
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
    await noteTerm(context.unit, account, { started: now });
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
    Subscription: shown(await subscriptionOf(view, call), call.now),
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
  handle: async ({ AutoRenew }, view, { call, unit }) => {
    const subscription = await subscriptionOf(view, call);
    if (AutoRenew === undefined || AutoRenew === subscription.autoRenew) throw noChange();
    if (call.now < endOf(subscription, call.now) - LAST_DAYS_MS) {
      throw lockedSubscription(
        'You are trying to update a subscription that has not yet completed the 1-year commitment. ' +
          'You can change the AutoRenew parameter during the last 30 days of your subscription.',
      );
    }
    const { ends: _before, ...rest } = subscription;
    const ends = AutoRenew === 'DISABLED' ? { ends: endOf(subscription, call.now) } : {};
    view.put(subscriptions, ONLY, { ...rest, autoRenew: AutoRenew, ...ends });
    const { started } = subscription;
    await noteTerm(unit, call.scope.account, { started, ended: ends.ends });
    return {};
  },
});

const remove = shieldOperation({
  name: 'DeleteSubscription',
  access: 'write',
  handle: async (_input, view, { call }) => {
    const subscription = await view.get(subscriptions, ONLY);
    if (subscription === undefined) throw noSuch('subscription');
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
