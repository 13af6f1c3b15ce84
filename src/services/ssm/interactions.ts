import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { CountedDays, type DayCounts } from '../../core/day-counts.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { advancedLives, endKey, lifeKey } from './advanced-lives.ts';
import { HIGH_THROUGHPUT, serviceSettings, type SettingDocument } from './settings-state.ts';
import { parameters } from './state.ts';

/** Billed interactions of one account, Region and day, by operation. */
export interface InteractionDay {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly region: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** By `2026-11-25/us-east-1`. */
export const interactionDays: Collection<InteractionDay> = {
  name: 'ssm.interactionDays',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** The accounts that had billed interactions. Whoever has an advanced parameter is among them: making it is one. */
export const meteredAccounts: Collection<{ readonly account: string }> = {
  name: 'ssm.meteredAccounts',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/**
 * Counts interactions for the bill: one for each parameter of a call that is an advanced one, or of any call while higher
 * throughput is on. Who calls pays, whoever owns the parameter.
 */
export const meterInteractions: TrailFollower = {
  name: 'ssm.interactionMetering',
  source: 'trail',
  eventSources: new Set(['ssm.amazonaws.com']),
  run: async (batch, unit) => {
    const tariff = new Tariff(unit);
    const counted = new CountedDays();
    for (const record of batch) {
      const call = parameterCall(record);
      if (call === undefined) continue;
      const { account, region, time } = record;
      let count = 0;
      for (const arn of call.parameters) {
        if (tariff.isFree(record, arn)) continue;
        if (await tariff.isBilled({ account, region }, arn, time)) count += 1;
      }
      if (count > 0) counted.add(record, call.operation, count);
    }
    for (const day of counted.days()) await add(unit, day);
  },
};

interface ParameterCall {
  readonly operation: string;
  /** ARNs. */
  readonly parameters: readonly string[];
}

/** Undefined: the call was refused, or is another account's copy. */
function parameterCall(record: StoredRecord): ParameterCall | undefined {
  const { errorCode, name, identity, resources } = factsOf(record);
  if (errorCode !== undefined) return undefined;
  if (identity['accountId'] !== record.account) return undefined;
  return { operation: name, parameters: resources.map(({ ARN }) => String(ARN)) };
}

async function add(unit: Unit, { account, day, region, counts }: DayCounts): Promise<void> {
  const view = unit.view({ account, region: '' });
  const id = `${day}/${region}`;
  const sum = { ...(await view.get(interactionDays, id))?.counts };
  for (const [operation, count] of counts) sum[operation] = (sum[operation] ?? 0) + count;
  view.put(interactionDays, id, { day, region, counts: sum });
  const accounts = unit.view({ account: '', region: '' });
  const isKnown = (await accounts.get(meteredAccounts, account)) !== undefined;
  if (!isKnown) accounts.put(meteredAccounts, account, { account });
}

/** What costs something, looked up once in a batch. */
class Tariff {
  readonly #unit: Unit;
  readonly #settings = new Map<string, SettingDocument | undefined>();
  readonly #since = new Map<string, Instant | undefined>();
  /** By account and Region of the caller: ARNs of parameters that never cost anything. */
  readonly #free = new Map<string, Map<string, Set<string>>>();
  /** Whether a parameter of that ARN was an advanced one and is gone. */
  readonly #hasLives = new Map<string, boolean>();

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  /** Whether calls on a parameter are known to cost nothing, whenever they were: most parameters are standard ones. */
  isFree({ account, region }: Scope, arn: string): boolean {
    return this.#free.get(account)?.get(region)?.has(arn) === true;
  }

  async isBilled(caller: Scope, arn: string, time: Instant): Promise<boolean> {
    if (await this.#isHighThroughput(caller, time)) return true;
    if (await this.#isAdvanced(arn, time)) return true;
    if (this.#isNever(caller, arn)) this.#noteFree(caller, arn);
    return false;
  }

  #isNever({ account, region }: Scope, arn: string): boolean {
    const changes = this.#settings.get(`${account}/${region}`)?.changes ?? [];
    return (
      changes.length === 0 && this.#since.get(arn) === undefined && this.#hasLives.get(arn) !== true
    );
  }

  #noteFree({ account, region }: Scope, arn: string): void {
    const regions = this.#free.get(account) ?? new Map<string, Set<string>>();
    const arns = regions.get(region) ?? new Set<string>();
    this.#free.set(account, regions.set(region, arns.add(arn)));
  }

  async #isHighThroughput(scope: Scope, time: Instant): Promise<boolean> {
    const key = `${scope.account}/${scope.region}`;
    if (!this.#settings.has(key)) {
      this.#settings.set(key, await this.#unit.view(scope).get(serviceSettings, HIGH_THROUGHPUT));
    }
    const changes = this.#settings.get(key)?.changes ?? [];
    return changes.findLast(({ at }) => at <= time)?.value === 'true';
  }

  async #isAdvanced(arn: string, time: Instant): Promise<boolean> {
    const named = parseArn(arn);
    if (named === undefined) return false;
    const { account, region } = named;
    const id = named.resource.slice('parameter/'.length);
    if (!this.#since.has(arn)) {
      const parameter = await this.#unit.view({ account, region }).get(parameters, id);
      this.#since.set(arn, parameter?.advancedSince);
    }
    const since = this.#since.get(arn);
    if (since !== undefined && since <= time) return true;
    const lived = this.#hasLives.get(arn) ?? (await this.#hasLived({ account, region }, id));
    this.#hasLives.set(arn, lived);
    return lived && this.#wasAdvanced({ account, region }, id, time);
  }

  async #hasLived({ account, region }: Scope, id: string): Promise<boolean> {
    const query = { index: 'parameter', prefix: lifeKey(region, id), limit: 1 };
    const { items } = await this.#unit.view({ account, region: '' }).list(advancedLives, query);
    return items.length > 0;
  }

  /** Of a parameter that is gone: whether it was an advanced one then. */
  async #wasAdvanced({ account, region }: Scope, id: string, time: Instant): Promise<boolean> {
    const prefix = lifeKey(region, id);
    const { items } = await this.#unit.view({ account, region: '' }).list(advancedLives, {
      index: 'parameter',
      prefix,
      // Ends are inclusive: the call that deletes a parameter is its last.
      after: { key: `${prefix}${endKey(time - 1)}~`, id: '' },
      limit: 1,
    });
    const [life] = items;
    return life !== undefined && life.document.began <= time;
  }
}
