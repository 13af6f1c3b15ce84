import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf } from '../../core/hour-tally.ts';
import { calledOperation } from './trail-records.ts';

/** Calls of one account, Region and day, by operation: an entry for each that was called. */
export interface RequestDay {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly region: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** By `2026-11-25/us-east-1`. */
export const requestDays: Collection<RequestDay> = {
  name: 'secretsmanager.requestDays',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** The accounts that made calls, by number. Whoever has secrets is among them. */
export const meteredAccounts: Collection<{ readonly account: string }> = {
  name: 'secretsmanager.meteredAccounts',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Counts calls for the bill. The position commits with the counts: none is lost, and none counts twice. */
export const meterRequests: TrailFollower = {
  name: 'secretsmanager.requestMetering',
  source: 'trail',
  run: async (batch, unit) => {
    const days = new Map<string, RequestDay & { readonly account: string }>();
    for (const record of batch) {
      const call = calledOperation(record);
      if (call === undefined || !call.isOwn) continue;
      const { account, region } = record;
      const day = dayOf(record.time);
      const key = `${account}/${day}/${region}`;
      const { counts = {} } = days.get(key) ?? {};
      const count = (counts[call.operation] ?? 0) + 1;
      days.set(key, { account, day, region, counts: { ...counts, [call.operation]: count } });
    }
    for (const { account, ...day } of days.values()) await add(unit, account, day);
  },
};

async function add(
  unit: Unit,
  account: string,
  { day, region, counts }: RequestDay,
): Promise<void> {
  const id = `${day}/${region}`;
  const view = unit.view({ account, region: '' });
  const sum = { ...(await view.get(requestDays, id))?.counts };
  for (const [entry, count] of Object.entries(counts)) sum[entry] = (sum[entry] ?? 0) + count;
  view.put(requestDays, id, { day, region, counts: sum });
  const isKnown = (await view.get(meteredAccounts, account)) !== undefined;
  if (!isKnown) view.put(meteredAccounts, account, { account });
}
