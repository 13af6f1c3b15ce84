import type { Usage } from '../../../models/inspector2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf } from '../../core/hour-tally.ts';
import type { Scope } from '../../core/scope.ts';
import { HOUR_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Meter } from '../cost-explorer/port.ts';
import { denied } from './errors.ts';
import { onAccount } from './operation.ts';
import { pageOfList } from './pages.ts';
import { coverages, meteredAccounts, type UsageDay, usageDays } from './state.ts';

const USAGE_TYPE = 'Lambda-Function-Scanned';
/** Millionths of a dollar for a function that is scanned for a month. */
const MICRO_DOLLARS = 300_000;
const HOURS_OF_MONTH = 730;

function daysOf(unit: Unit, account: string): Promise<readonly UsageDay[]> {
  return everyOf(unit.view({ account, region: '' }), usageDays);
}

/** What Inspector bills: functions, for as long as they are covered. */
export const inspectorMeter: Meter = {
  service: 'Amazon Inspector',
  serviceCode: 'AmazonInspectorV2',
  prices: [
    {
      usageType: USAGE_TYPE,
      unit: 'Functions',
      microDollars: MICRO_DOLLARS,
      per: 'month',
      isFreeTier: false,
    },
  ],
  freeUnits: 0,
  accounts: async (unit) => {
    const all = await everyOf(unit.view({ account: '', region: '' }), meteredAccounts);
    return all.map(({ account }) => account);
  },
  usage: async (unit, account, { from, until }) => {
    const days = await daysOf(unit, account);
    return days
      .filter(({ day }) => day >= dayOf(from) && day < dayOf(until))
      .map(({ day, region, functionHours }) => ({
        day,
        region,
        usageType: USAGE_TYPE,
        operation: 'LambdaScan',
        quantity: functionHours,
      }));
  },
};

/** The hours of this month, those included that were not counted yet. */
async function hoursOf(unit: Unit, scope: Scope, now: Instant): Promise<number> {
  const month = dayOf(now).slice(0, 7);
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const days = await daysOf(unit, scope.account);
  const past = days
    .filter(({ day, region }) => region === scope.region && day.startsWith(month))
    .reduce((sum, { functionHours }) => sum + functionHours, 0);
  const running = (await everyOf(unit.view(scope), coverages)).reduce(
    (sum, { counted }) =>
      counted === undefined ? sum : sum + (now - Math.max(counted, start)) / HOUR_MS,
    0,
  );
  return past + running;
}

function usageOf(hours: number): Usage {
  const month = (hours / HOURS_OF_MONTH) * (MICRO_DOLLARS / 1_000_000);
  return {
    type: 'LAMBDA_FUNCTION_HOURS',
    total: hours,
    estimatedMonthlyCost: Math.round(month * 1_000_000) / 1_000_000,
    currency: 'USD',
  };
}

export const usageOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'ListUsageTotals',
    access: 'read',
    handle: async (input, _view, { unit, call }) => {
      const { account } = call.scope;
      if ((input.accountIds ?? []).some((id) => id !== account)) {
        throw denied('The invoking account does not have access to the usage of other accounts.');
      }
      const hours = await hoursOf(unit, call.scope, call.now);
      const page = pageOfList(call, input, '', [{ accountId: account, usage: [usageOf(hours)] }]);
      return { totals: page.items, ...page.answer };
    },
  }),
];
