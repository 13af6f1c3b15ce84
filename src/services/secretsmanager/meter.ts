import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf, HourTally } from '../../core/hour-tally.ts';
import { everyRegion } from '../../core/regions.ts';
import type { Instant } from '../../core/time.ts';
import type { Meter, MeteredPeriod, Usage } from '../cost-explorer/port.ts';
import { PRICES, REQUESTS, SECRETS } from './domain/prices.ts';
import { meteredAccounts, requestDays } from './request-days.ts';
import { type SecretLife, secretLives } from './secret-lives.ts';
import { secrets, timeKey } from './state.ts';

/** What Secrets Manager bills: the hours of secrets, and calls. */
export const secretsManagerMeter: Meter = {
  service: 'AWS Secrets Manager',
  serviceCode: 'AWSSecretsManager',
  prices: PRICES,
  freeUnits: 0,
  accounts: async (unit) => {
    const all = await everyOf(unit.view({ account: '', region: '' }), meteredAccounts);
    return all.map(({ account }) => account);
  },
  usage: async (unit, account, period) => [
    ...(await secretHours(unit, account, period)),
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
      Object.entries(counts).map(([operation, quantity]) => {
        return { day, region, usageType: REQUESTS, operation, quantity };
      }),
    );
}

async function secretHours(
  unit: Unit,
  account: string,
  period: MeteredPeriod,
): Promise<readonly Usage[]> {
  const tallies = new Map<string, HourTally>();
  for (const { region, created, ended } of await livesOf(unit, account, period)) {
    const tally = tallies.get(region) ?? new HourTally(period);
    tallies.set(region, tally);
    tally.add(created, ended);
  }
  return [...tallies].flatMap(([region, tally]) =>
    tally.days().map(({ day, hours: quantity }) => {
      return { day, region, usageType: SECRETS, operation: 'Secrets', quantity };
    }),
  );
}

/** Secrets that are there, and those that ended in the period. One that waits for its deletion ended when that was asked. */
async function livesOf(
  unit: Unit,
  account: string,
  { from, now }: { readonly from: Instant; readonly now: Instant },
): Promise<readonly SecretLife[]> {
  const lives: SecretLife[] = [];
  for (const region of everyRegion()) {
    for (const { created, deletion } of await everyOf(unit.view({ account, region }), secrets)) {
      lives.push({ region, created, ended: deletion?.asked ?? now + 1 });
    }
  }
  const start = timeKey(from);
  const over = await everyOf(unit.view({ account, region: '' }), secretLives, {
    after: { key: start, id: start },
  });
  return [...lives, ...over];
}
