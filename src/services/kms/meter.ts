import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf, HourTally } from '../../core/hour-tally.ts';
import { everyRegion } from '../../core/regions.ts';
import type { Instant } from '../../core/time.ts';
import type { Meter, MeteredPeriod, Usage } from '../cost-explorer/port.ts';
import { FREE_REQUESTS, PRICES } from './domain/prices.ts';
import { endKey, keyLives, lifeOf, type KeyLife } from './key-lives.ts';
import { meteredAccounts, requestDays } from './request-metering.ts';
import { keys } from './state.ts';

/** What KMS bills: the hours of keys and of their rotated versions, and requests. */
export const kmsMeter: Meter = {
  service: 'AWS Key Management Service',
  serviceCode: 'awskms',
  prices: PRICES,
  freeUnits: FREE_REQUESTS,
  accounts: async (unit) => {
    const all = await everyOf(unit.view({ account: '', region: '' }), meteredAccounts);
    return all.map(({ account }) => account);
  },
  usage: async (unit, account, period) => [
    ...(await keyHours(unit, account, period)),
    ...(await requests(unit, account, period)),
  ],
};

async function requests(
  unit: Unit,
  account: string,
  { from, until }: MeteredPeriod,
): Promise<readonly Usage[]> {
  const start = dayOf(from);
  const days = await everyOf(unit.view({ account, region: '' }), requestDays, {
    after: { key: start, id: start },
  });
  return days
    .filter(({ day }) => day < dayOf(until))
    .flatMap(({ day, region, counts }) =>
      Object.entries(counts).map(([entry, quantity]) => {
        const [usageType = '', operation = ''] = entry.split('/');
        return { day, region, usageType, operation, quantity };
      }),
    );
}

async function keyHours(
  unit: Unit,
  account: string,
  period: MeteredPeriod,
): Promise<readonly Usage[]> {
  const tallies = new Map<string, Tallied>();
  const tally = (region: string, operation: string): HourTally => {
    const known = tallies.get(`${region}/${operation}`);
    if (known !== undefined) return known.tally;
    const made = { region, operation, tally: new HourTally(period) };
    tallies.set(`${region}/${operation}`, made);
    return made.tally;
  };
  for (const life of await livesOf(unit, account, period.from)) {
    const ended = life.ended ?? period.now + 1;
    tally(life.region, 'CurrentKey').add(life.created, ended);
    for (const rotated of life.rotations) {
      // A replica has the versions of its primary, and costs nothing before it is there.
      tally(life.region, 'RotatedKey').add(Math.max(rotated, life.created), ended);
    }
  }
  return [...tallies.values()].flatMap(({ region, operation, tally: one }) =>
    one.days().map(({ day, hours }) => ({
      day,
      region,
      usageType: 'KMS-Keys',
      operation,
      quantity: hours,
    })),
  );
}

interface Tallied {
  readonly region: string;
  readonly operation: string;
  readonly tally: HourTally;
}

/** Keys that are there, and those that ended in the period. */
async function livesOf(unit: Unit, account: string, from: Instant): Promise<readonly KeyLife[]> {
  const lives: KeyLife[] = [];
  for (const region of everyRegion()) {
    for (const key of await everyOf(unit.view({ account, region }), keys)) {
      const life = lifeOf(key);
      if (life !== undefined) lives.push(life);
    }
  }
  const start = endKey(from);
  const over = await everyOf(unit.view({ account, region: '' }), keyLives, {
    after: { key: start, id: start },
  });
  return [...lives, ...over];
}
