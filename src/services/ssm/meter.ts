import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf, HourTally } from '../../core/hour-tally.ts';
import { everyRegion } from '../../core/regions.ts';
import type { Meter, MeteredPeriod, Usage } from '../cost-explorer/port.ts';
import { advancedLives, endKey } from './advanced-lives.ts';
import { ADVANCED_PARAMETERS, INTERACTIONS, PRICES } from './domain/prices.ts';
import { interactionDays, meteredAccounts } from './interactions.ts';
import { parameters } from './state.ts';

/** What Parameter Store bills: the hours of advanced parameters, and interactions with them. */
export const ssmMeter: Meter = {
  service: 'AWS Systems Manager',
  serviceCode: 'AWSSystemsManager',
  prices: PRICES,
  freeUnits: 0,
  accounts: async (unit) => {
    const all = await everyOf(unit.view({ account: '', region: '' }), meteredAccounts);
    return all.map(({ account }) => account);
  },
  usage: async (unit, account, period) => [
    ...(await parameterHours(unit, account, period)),
    ...(await interactions(unit, account, period)),
  ],
};

async function parameterHours(
  unit: Unit,
  account: string,
  period: MeteredPeriod,
): Promise<readonly Usage[]> {
  const tallies = new Map(everyRegion().map((region) => [region, new HourTally(period)]));
  for (const [region, tally] of tallies) {
    const view = unit.view({ account, region });
    for (const { advancedSince } of await everyOf(view, parameters, { index: 'advanced' })) {
      if (advancedSince !== undefined) tally.add(advancedSince, period.now + 1);
    }
  }
  const start = endKey(period.from);
  const over = await everyOf(unit.view({ account, region: '' }), advancedLives, {
    after: { key: start, id: start },
  });
  for (const { region, began, ended } of over) tallies.get(region)?.add(began, ended);
  return [...tallies].flatMap(([region, tally]) =>
    tally.days().map(({ day, hours }) => ({
      day,
      region,
      usageType: ADVANCED_PARAMETERS,
      operation: 'AdvancedParameter',
      quantity: hours,
    })),
  );
}

async function interactions(
  unit: Unit,
  account: string,
  { from, until }: MeteredPeriod,
): Promise<readonly Usage[]> {
  const start = dayOf(from);
  const days = await everyOf(unit.view({ account, region: '' }), interactionDays, {
    after: { key: start, id: start },
  });
  return days
    .filter(({ day }) => day < dayOf(until))
    .flatMap(({ day, region, counts }) =>
      Object.entries(counts).map(([operation, quantity]) => ({
        day,
        region,
        usageType: INTERACTIONS,
        operation,
        quantity,
      })),
    );
}
