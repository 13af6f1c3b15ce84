import type { Call, Permission } from '../contract/operation.ts';
import type { Charge, GrantedQuotas, ServiceQuotas } from '../contract/quota.ts';
import type { Service } from '../contract/service.ts';
import type { Unit } from '../contract/view.ts';
import { ServiceError } from '../core/errors.ts';
import { RecencyCache } from '../core/recency-cache.ts';
import type { Scope } from '../core/scope.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '../core/time.ts';

/** Rates of accounts and Regions that are kept at once; the ones not used for longest begin anew. */
const BUCKETS_MAX = 200_000;

/** A bucket that leaks: what was taken drains at the rate, and at most one second's worth fits. */
interface Bucket {
  level: number;
  at: Instant;
  perSecond: number;
  /** When a rate other than AWS's default was last found. */
  widened?: Instant | undefined;
}

/** How long a widened rate holds before it is asked for again, so that one which is taken back ends. */
const WIDENED_MS = MINUTE_MS;

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
      narrow(bucket, charge, scope, call.realNow);
      if (pour(bucket, charge.amount, call.realNow)) continue;
      await this.#widen(bucket, { service: service.id, rules, scope, charge, call, unit });
      if (pour(bucket, charge.amount, call.realNow)) continue;
      const { code, message, status } = rules.throttled;
      throw new ServiceError(code, message, { status });
    }
  }

  #bucket(service: string, { account, region }: Scope, { quota, of = '' }: Charge): Bucket {
    const key = `${account}/${region}/${service}/${quota.name}/${of}`;
    const known = this.#buckets.get(key);
    if (known !== undefined) return known;
    const made = { level: 0, at: 0, perSecond: quota.value(region) };
    this.#buckets.set(key, made);
    return made;
  }

  async #widen(bucket: Bucket, asked: Asked): Promise<void> {
    const { quota } = asked.charge;
    const { unit, scope, service, rules } = asked;
    const { code } = quota;
    const granted =
      code === undefined ? undefined : await this.#granted.granted(unit, scope, service, code);
    const widened = granted ?? (await rules.raised?.(unit, scope, quota));
    if (widened === undefined) return;
    bucket.perSecond = widened;
    bucket.widened = asked.call.realNow;
  }
}

interface Asked {
  readonly service: string;
  readonly rules: ServiceQuotas;
  readonly call: Call;
  readonly scope: Scope;
  readonly charge: Charge;
  readonly unit: Unit;
}

/** Falls back to the default when a widened rate has held its time: what is used beyond it is asked for again. */
function narrow(bucket: Bucket, { quota }: Charge, { region }: Scope, now: Instant): void {
  if (bucket.widened === undefined || now - bucket.widened < WIDENED_MS) return;
  bucket.perSecond = quota.value(region);
  bucket.widened = undefined;
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
