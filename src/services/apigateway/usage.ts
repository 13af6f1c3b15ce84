import type { Usage } from '../../../models/apigateway/types.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { on } from './authorization.ts';
import { dayOf, periodStart } from './domain/quota-period.ts';
import { badRequest, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { planOf } from './usage-plans.ts';
import { childId, planKeys, type UsageDocument, type UsagePlanDocument, usages } from './state.ts';

const DAYS_MAX = 90;

/** What is left of a plan's quota; without one nothing is limited. */
export function remainingOf(
  { quota }: Pick<UsagePlanDocument, 'quota'>,
  usage: UsageDocument | undefined,
  now: Instant,
): number {
  if (quota === undefined) return Number.POSITIVE_INFINITY;
  const used = usage?.period === periodStart(quota, now) ? usage.used : 0;
  return Math.max(0, (quota.limit ?? 0) - used);
}

/** One request more. */
export function counted(
  { quota = { period: 'DAY' } }: Pick<UsagePlanDocument, 'quota'>,
  usage: UsageDocument | undefined,
  now: Instant,
): UsageDocument {
  const day = dayOf(now);
  const period = periodStart(quota, now);
  const oldest = dayOf(now - DAYS_MAX * DAY_MS);
  const kept = Object.entries(usage?.days ?? {}).filter(([one]) => one >= oldest);
  return {
    days: { ...Object.fromEntries(kept), [day]: (usage?.days[day] ?? 0) + 1 },
    period,
    used: (usage?.period === period ? usage.used : 0) + 1,
  };
}

export const getUsage: ApiGatewayOperation<'GetUsage'> = {
  name: 'GetUsage',
  access: 'read',
  authorize: on('GET', ({ usagePlanId }) => `/usageplans/${usagePlanId}/usage`),
  handle: async (input, context) => {
    const plan = await planOf(context, input.usagePlanId);
    const days = daysOf(input.startDate, input.endDate);
    const prefix = childId(plan.id, '');
    const all = await everyOf(context.view, planKeys, { prefix });
    const wanted = all.filter(({ keyId }) => input.keyId === undefined || keyId === input.keyId);
    const held = Object.fromEntries(wanted.map(({ keyId }) => [keyId, keyId]));
    const { items, ...next } = pageOf(context.call, input, JSON.stringify([plan.id, days]), held);
    const rows = await Promise.all(
      items.map(async (keyId) => {
        const usage = await context.view.get(usages, childId(plan.id, keyId));
        return [keyId, rowOf(plan, usage, days)] as const;
      }),
    );
    return shownUsage(plan.id, days, Object.fromEntries(rows), next);
  },
};

function shownUsage(
  usagePlanId: string,
  days: readonly string[],
  items: NonNullable<Usage['items']>,
  next: Pick<Usage, 'position'> = {},
): Usage {
  return { usagePlanId, startDate: days[0], endDate: days.at(-1), items, ...next };
}

/** For each day what was used and what was left: both of that day. */
function rowOf(
  { quota }: UsagePlanDocument,
  usage: UsageDocument | undefined,
  days: readonly string[],
): readonly (readonly number[])[] {
  const limit = quota?.limit ?? 0;
  let period = '';
  let sum = 0;
  return days.map((day) => {
    const start = periodStart(quota ?? { period: 'DAY' }, Date.parse(`${day}T00:00:00Z`));
    if (start !== period) [period, sum] = [start, 0];
    const used = usage?.days[day] ?? 0;
    sum += used;
    const spent = usage?.period === period && day === days.at(-1) ? usage.used : sum;
    return [used, Math.max(0, limit - spent)];
  });
}

/** Errors: BadRequestException. */
function daysOf(startDate: string, endDate: string): readonly string[] {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  const end = Date.parse(`${endDate}T00:00:00Z`);
  if (Number.isNaN(start) || Number.isNaN(end)) {
    throw badRequest('Invalid date format. Please use yyyy-mm-dd');
  }
  const days = (end - start) / DAY_MS + 1;
  if (days < 1 || days > DAYS_MAX) {
    throw badRequest(`The date range must be between 1 and ${DAYS_MAX} days`);
  }
  return Array.from({ length: days }, (_none, at) => dayOf(start + at * DAY_MS));
}

export const updateUsage: ApiGatewayOperation<'UpdateUsage'> = {
  name: 'UpdateUsage',
  access: 'write',
  authorize: on(
    'PATCH',
    ({ usagePlanId, keyId }) => `/usageplans/${usagePlanId}/keys/${keyId}/usage`,
  ),
  handle: async ({ usagePlanId, keyId, patchOperations = [] }, context) => {
    const plan = await planOf(context, usagePlanId);
    const { view, call } = context;
    if ((await view.get(planKeys, childId(usagePlanId, keyId))) === undefined) {
      throw notFound('Invalid Usage Plan Key ID specified');
    }
    if (plan.quota === undefined) throw badRequest('Usage Plan has no quota');
    const id = childId(usagePlanId, keyId);
    let usage = await view.get(usages, id);
    for (const { op, path, value = '' } of patchOperations) {
      if (op !== 'replace' || path !== '/remaining') {
        throw badRequest(
          `Invalid patch path  '${path}' specified for op '${op}'. Must be one of: [/remaining]`,
        );
      }
      if (!/^\d{1,15}$/.test(value)) throw badRequest('Remaining must be a non-negative number');
      usage = {
        days: usage?.days ?? {},
        period: periodStart(plan.quota, call.now),
        used: (plan.quota.limit ?? 0) - Number(value),
      };
    }
    if (usage !== undefined) view.put(usages, id, usage);
    const today = [dayOf(call.now)];
    return shownUsage(plan.id, today, { [keyId]: rowOf(plan, usage, today) });
  },
};
