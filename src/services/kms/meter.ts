import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import { everyRegion } from '../../core/regions.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
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
  const tallies = new Map<string, HourTally>();
  const tally = (region: string, operation: string): HourTally => {
    const known = tallies.get(`${region}/${operation}`);
    if (known !== undefined) return known;
    const made = new HourTally(region, operation, period);
    tallies.set(`${region}/${operation}`, made);
    return made;
  };
  for (const life of await livesOf(unit, account, period.from)) {
    const ended = life.ended ?? period.now + 1;
    tally(life.region, 'CurrentKey').add(life.created, ended);
    for (const rotated of life.rotations) {
      // A replica has the versions of its primary, and costs nothing before it is there.
      tally(life.region, 'RotatedKey').add(Math.max(rotated, life.created), ended);
    }
  }
  return [...tallies.values()].flatMap((one) => one.days());
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

/** Hours of many intervals, by day. An hour that has begun counts whole. */
class HourTally {
  readonly #region: string;
  readonly #operation: string;
  readonly #first: number;
  /** How the number of intervals changes at each hour of the period. */
  readonly #changes: number[];

  constructor(region: string, operation: string, { from, until }: MeteredPeriod) {
    this.#region = region;
    this.#operation = operation;
    this.#first = from / HOUR_MS;
    this.#changes = Array.from({ length: until / HOUR_MS - this.#first + 1 }, () => 0);
  }

  add(from: Instant, until: Instant): void {
    const start = this.#place(Math.floor(from / HOUR_MS));
    const end = this.#place(Math.ceil(until / HOUR_MS));
    if (end <= start) return;
    this.#changes[start] = (this.#changes[start] ?? 0) + 1;
    this.#changes[end] = (this.#changes[end] ?? 0) - 1;
  }

  days(): readonly Usage[] {
    const hours = new Map<string, number>();
    let running = 0;
    for (const [index, change] of this.#changes.entries()) {
      running += change;
      if (running === 0) continue;
      const day = dayOf((this.#first + index) * HOUR_MS);
      hours.set(day, (hours.get(day) ?? 0) + running);
    }
    return [...hours].map(([day, quantity]) => ({
      day,
      region: this.#region,
      usageType: 'KMS-Keys',
      operation: this.#operation,
      quantity,
    }));
  }

  #place(hour: number): number {
    return Math.min(Math.max(hour - this.#first, 0), this.#changes.length - 1);
  }
}

function dayOf(instant: Instant): string {
  return new Date(Math.floor(instant / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}
