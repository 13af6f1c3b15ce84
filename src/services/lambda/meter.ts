import { everyOf } from '../../listing/every-document.ts';
import { dayOf } from '../../core/hour-tally.ts';
import type { Meter } from '../cost-explorer/port.ts';
import { FREE_REQUESTS, GB_SECONDS, PRICES, REQUESTS } from './domain/prices.ts';
import { meteredAccounts, usageDays } from './usage.ts';

const OPERATION = 'Invoke';
const MEGABYTE_MS_PER_GB_SECOND = 1_024 * 1_000;

/** What Lambda bills: requests, and memory while functions run. */
export const lambdaMeter: Meter = {
  service: 'AWS Lambda',
  serviceCode: 'AWSLambda',
  prices: PRICES,
  freeUnits: FREE_REQUESTS,
  accounts: async (unit) => {
    const all = await everyOf(unit.view({ account: '', region: '' }), meteredAccounts);
    return all.map(({ account }) => account);
  },
  usage: async (unit, account, { from, until }) => {
    const start = dayOf(from);
    const days = await everyOf(unit.view({ account, region: '' }), usageDays, {
      after: { key: start, id: start },
    });
    return days
      .filter(({ day }) => day < dayOf(until))
      .flatMap(({ day, region, requests, megabyteMs }) => {
        const common = { day, region, operation: OPERATION };
        const gbSeconds = megabyteMs / MEGABYTE_MS_PER_GB_SECOND;
        return [
          { ...common, usageType: REQUESTS, quantity: requests },
          { ...common, usageType: GB_SECONDS, quantity: gbSeconds },
        ];
      });
  },
};
