import type { Unit } from '../../contract/view.ts';
import { HourTally } from '../../core/hour-tally.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Meter, PayerLookup } from '../cost-explorer/port.ts';
import { type Subscriber, subscribers } from './state.ts';

const REGION = 'us-east-1';
const SUBSCRIPTION = 'Shield-Monthly-Fee';

interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * What Shield bills: 3,000 US dollars a month for Shield Advanced, once for all accounts that one payer pays for. It stands on the
 * bill of the one of them that subscribed first. Source: AWS Shield pricing. What data costs that leaves protected resources
 * isn't metered.
 */
export function createShieldMeter(payers: PayerLookup): Meter {
  return {
    service: 'AWS Shield',
    serviceCode: 'AWSShield',
    prices: [
      {
        usageType: SUBSCRIPTION,
        unit: 'Subscriptions',
        microDollars: 3_000_000_000,
        per: 'month',
        isFreeTier: false,
      },
    ],
    freeUnits: 0,
    accounts: async (unit) => (await everySubscriber(unit)).map(({ account }) => account),
    usage: async (unit, account, period) => {
      const payer = await payers.payerOf(unit, account);
      const family = new Set(await payers.accountsOf(unit, payer));
      const all = (await everySubscriber(unit)).filter((one) => family.has(one.account));
      const tally = new HourTally(period);
      for (const { from, until } of paidBy(account, all, period.now + 1)) tally.add(from, until);
      return tally.days().map(({ day, hours: quantity }) => ({
        day,
        region: REGION,
        usageType: SUBSCRIPTION,
        operation: 'Subscription',
        quantity,
      }));
    },
  };
}

function everySubscriber(unit: Unit): Promise<readonly Subscriber[]> {
  return everyOf(unit.view({ account: '', region: '' }), subscribers);
}

/** When the account subscribed and none before it. */
function paidBy(account: string, all: readonly Subscriber[], now: Instant): readonly Interval[] {
  const terms = all.flatMap((subscriber) =>
    subscriber.terms.map(({ started, ended = now }) => ({
      account: subscriber.account,
      from: started,
      until: Math.min(ended, now),
    })),
  );
  const ordered = terms.toSorted(
    (one, other) => one.from - other.from || one.account.localeCompare(other.account),
  );
  const paid: Interval[] = [];
  let until = 0;
  for (const term of ordered) {
    const from = Math.max(term.from, until);
    until = Math.max(until, term.until);
    if (term.account === account && from < term.until) paid.push({ from, until: term.until });
  }
  return paid;
}
