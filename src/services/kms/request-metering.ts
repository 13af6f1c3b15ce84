import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import { CountedDays, type DayCounts } from '../../core/day-counts.ts';
import { parseArn } from '../../core/arn.ts';
import { dependsOnKeys, makesPair, requestType } from './domain/prices.ts';
import { keyLives, lifeKey } from './key-lives.ts';
import { KMS, meteredRequest, type MeteredRequest } from './metered-request.ts';
import { keys } from './state.ts';

/** Requests of one account, Region and day. An entry for each usage type and operation: some sixty at most. */
export interface RequestDay {
  /** `2026-11-25`, UTC. */
  readonly day: string;
  readonly region: string;
  /** By `KMS-Requests/Decrypt`. */
  readonly counts: Readonly<Record<string, number>>;
}

/** By `2026-11-25/us-east-1`. */
export const requestDays: Collection<RequestDay> = {
  name: 'kms.requestDays',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** The accounts that made requests, by number. Whoever has keys is among them. */
export const meteredAccounts: Collection<{ readonly account: string }> = {
  name: 'kms.meteredAccounts',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Counts requests for the bill. The position commits with the counts: none is lost, and none counts twice. */
export const meterRequests: TrailFollower = {
  name: 'kms.requestMetering',
  source: 'trail',
  eventSources: KMS,
  run: async (batch, unit) => {
    const entries = new Entries(new KeySpecs(unit));
    const counted = new CountedDays();
    for (const record of batch) {
      const request = meteredRequest(record);
      if (request === undefined) continue;
      counted.add(record, entries.known(request) ?? (await entries.find(request)));
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

/** `KMS-Requests/Decrypt`: what requests are counted as. Those of one key and operation are asked for once. */
class Entries {
  readonly #specs: KeySpecs;
  /** By operation, then by key. */
  readonly #known = new Map<string, Map<string, string>>();

  constructor(specs: KeySpecs) {
    this.#specs = specs;
  }

  known({ operation, keys: [arn, ...others] }: MeteredRequest): string | undefined {
    if (arn === undefined || others.length > 0) return undefined;
    return this.#known.get(operation)?.get(arn);
  }

  async find(request: MeteredRequest): Promise<string> {
    const { operation, keys: used } = request;
    const entry = `${requestType(operation, await specsOf(request, this.#specs))}/${operation}`;
    const [arn] = used;
    if (arn !== undefined && used.length === 1 && !makesPair(operation)) {
      const known = this.#known.get(operation) ?? new Map<string, string>();
      this.#known.set(operation, known.set(arn, entry));
    }
    return entry;
  }
}

async function specsOf(
  request: MeteredRequest,
  specs: KeySpecs,
): Promise<readonly (string | undefined)[]> {
  if (makesPair(request.operation)) return [request.pairSpec];
  if (!dependsOnKeys(request.operation)) return [];
  const found: (string | undefined)[] = [];
  for (const arn of request.keys) found.push(await specs.of(arn));
  return found;
}

/** What keys are, also those that were deleted since. */
class KeySpecs {
  readonly #unit: Unit;
  readonly #known = new Map<string, string | undefined>();

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  async of(arn: string): Promise<string | undefined> {
    if (this.#known.has(arn)) return this.#known.get(arn);
    const spec = await this.#find(arn);
    this.#known.set(arn, spec);
    return spec;
  }

  async #find(arn: string): Promise<string | undefined> {
    const named = parseArn(arn);
    if (named === undefined) return undefined;
    const { account, region } = named;
    const keyId = named.resource.slice('key/'.length);
    const view = this.#unit.view({ account, region });
    const key = await view.get(keys, keyId);
    if (key !== undefined) return key.spec;
    const prefix = lifeKey(region, keyId);
    const { items } = await view.list(keyLives, { index: 'key', prefix, limit: 1 });
    return items[0]?.document.spec;
  }
}
