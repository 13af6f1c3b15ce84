import type { Call, Permission } from '../contract/operation.ts';
import type { Charge, GrantedQuotas } from '../contract/quota.ts';
import type { Service } from '../contract/service.ts';
import type { Unit } from '../contract/view.ts';
import { ServiceError } from '../core/errors.ts';
import { RecencyCache } from '../core/recency-cache.ts';
import type { Scope } from '../core/scope.ts';
import { SECOND_MS, type Instant } from '../core/time.ts';

/** Rates of accounts and Regions that are kept at once; the ones not used for longest begin anew. */
const BUCKETS_MAX = 200_000;

/** A bucket that leaks: what was taken drains at the rate, and at most one second's worth fits. */
interface Bucket {
  level: number;
  at: Instant;
  perSecond: number;
}

export interface ThrottledCall {
  readonly call: Call;
  readonly service: Service;
  readonly input: object;
  readonly permissions: readonly Permission[];
  readonly unit: Unit;
}

/**
 * Request rates, per account and Region, by real time and in this process's memory. A granted increase is read only
 * when the rate known so far is used up, so calls within it cost no read.
 */
export class Throttle {
  readonly #buckets = new RecencyCache<Bucket>(BUCKETS_MAX);
  readonly #granted: GrantedQuotas;

  constructor(granted: GrantedQuotas) {
    this.#granted = granted;
  }

  /** Takes what the call costs. Errors: the service's own for a rate that is exceeded. */
  async take(throttled: ThrottledCall): Promise<void> {
    const { call, service, input, permissions, unit } = throttled;
    const rules = service.quotas;
    if (rules === undefined) return;
    for (const charge of rules.charges({ operation: call.operation, input, permissions })) {
      const scope = { ...call.scope, region: charge.region ?? call.scope.region };
      const bucket = this.#bucket(service.id, scope, charge);
      if (pour(bucket, charge.amount, call.realNow)) continue;
      await this.#widen(bucket, { service: service.id, scope, charge, unit });
      if (pour(bucket, charge.amount, call.realNow)) continue;
      const { code, message, status } = rules.throttled;
      throw new ServiceError(code, message, { status });
    }
  }

  #bucket(service: string, { account, region }: Scope, { quota }: Charge): Bucket {
    const key = `${account}/${region}/${service}/${quota.name}`;
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    const made = { level: 0, at: 0, perSecond: quota.value(region) };
    this.#buckets.set(key, made);
    return made;
  }

  async #widen(bucket: Bucket, asked: Asked): Promise<void> {
    const { quota } = asked.charge;
    if (quota.code === undefined) return;
    const { unit, scope, service } = asked;
    const granted = await this.#granted.granted(unit, scope, service, quota.code);
    bucket.perSecond = granted ?? quota.value(scope.region);
  }
}

interface Asked {
  readonly service: string;
  readonly scope: Scope;
  readonly charge: Charge;
  readonly unit: Unit;
}

/** True, and taken, when the amount fits. */
function pour(bucket: Bucket, amount: number, now: Instant): boolean {
  const { level, at, perSecond } = bucket;
  const drained = Math.max(0, level - (Math.max(0, now - at) * perSecond) / SECOND_MS);
  if (drained + amount > perSecond) return false;
  bucket.level = drained + amount;
  bucket.at = Math.max(at, now);
  return true;
}
