import type { Collection } from '../../contract/collection.ts';
import type { Unit } from '../../contract/view.ts';
import { dayOf } from '../../core/hour-tally.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

/** What functions of one account, Region and day used. */
export interface UsageDay {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly region: string;
  readonly requests: number;
  /** Megabytes of memory, times milliseconds. */
  readonly megabyteMs: number;
}

/** By `2026-11-25/us-east-1`. */
export const usageDays: Collection<UsageDay> = {
  name: 'lambda.usageDay',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** The accounts whose functions ran, by number. */
export const meteredAccounts: Collection<{ readonly account: string }> = {
  name: 'lambda.meteredAccount',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Counts a run for the bill of the function's account, durable with the unit that ends it. */
export async function billRun(
  unit: Unit,
  scope: Scope,
  now: Instant,
  { memoryMb, durationMs }: { readonly memoryMb: number; readonly durationMs: number },
): Promise<void> {
  const { account, region } = scope;
  const view = unit.view(scope);
  const day = dayOf(now);
  const id = `${day}/${region}`;
  const { requests = 0, megabyteMs = 0 } = (await view.get(usageDays, id)) ?? {};
  view.put(usageDays, id, {
    day,
    region,
    requests: requests + 1,
    megabyteMs: megabyteMs + memoryMb * durationMs,
  });
  const isKnown = (await view.get(meteredAccounts, account)) !== undefined;
  if (!isKnown) view.put(meteredAccounts, account, { account });
}
