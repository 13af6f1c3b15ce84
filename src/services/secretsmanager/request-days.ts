import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import { CountedDays, type DayCounts } from '../../core/day-counts.ts';
import { calledOperation, SECRETS_MANAGER } from './trail-records.ts';

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
  eventSources: SECRETS_MANAGER,
  run: async (batch, unit) => {
    const counted = new CountedDays();
    for (const record of batch) {
      const call = calledOperation(record);
      if (call === undefined || !call.isOwn) continue;
      counted.add(record, call.operation);
    }
    for (const day of counted.days()) await add(unit, day);
  },
};

async function add(unit: Unit, { account, day, region, counts }: DayCounts): Promise<void> {
  const id = `${day}/${region}`;
  const view = unit.view({ account, region: '' });
  const sum = { ...(await view.get(requestDays, id))?.counts };
  for (const [entry, count] of counts) sum[entry] = (sum[entry] ?? 0) + count;
  view.put(requestDays, id, { day, region, counts: sum });
  const isKnown = (await view.get(meteredAccounts, account)) !== undefined;
  if (!isKnown) view.put(meteredAccounts, account, { account });
}
