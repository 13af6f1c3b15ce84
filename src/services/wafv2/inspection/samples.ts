import type { SampledHTTPRequest } from '../../../../models/wafv2/types.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';

/** Requests that are kept of each metric, and metrics that are kept. */
const SAMPLES_MAX = 500;
const METRICS_MAX = 2_000;
const KEPT_MS = 3 * HOUR_MS;
const MINUTE_MS = 60_000;

export type Sample = Omit<SampledHTTPRequest, 'Weight'>;

interface Sampled {
  readonly at: Instant;
  readonly sample: Sample;
}

interface Metric {
  /** The newest ones, in turn. */
  readonly ring: Sampled[];
  next: number;
  /** Requests by minute, those that were not kept included. */
  readonly minutes: Map<number, number>;
}

/** Requests as examples of what rules match: the newest 500 of each metric of a web ACL, for three hours. Held in memory. */
export class Samples {
  readonly #metrics = new Map<string, Metric>();

  add(webAcl: string, metricName: string, at: Instant, sample: () => Sample): void {
    const metric = this.#metricOf(`${webAcl} ${metricName}`);
    const minute = Math.floor(at / MINUTE_MS);
    metric.minutes.set(minute, (metric.minutes.get(minute) ?? 0) + 1);
    for (const old of metric.minutes.keys()) {
      if (old >= minute - KEPT_MS / MINUTE_MS) break;
      metric.minutes.delete(old);
    }
    metric.ring[metric.next] = { at, sample: sample() };
    metric.next = (metric.next + 1) % SAMPLES_MAX;
  }

  /** Between two instants, both included: how many there were, and at most so many of them, the newest first. */
  find(
    webAcl: string,
    metricName: string,
    { from, to, most }: { readonly from: Instant; readonly to: Instant; readonly most: number },
  ): { readonly population: number; readonly samples: readonly Sample[] } {
    const metric = this.#metrics.get(`${webAcl} ${metricName}`);
    if (metric === undefined) return { population: 0, samples: [] };
    const within = metric.ring
      .filter(({ at }) => at >= from && at <= to)
      .toSorted((left, right) => right.at - left.at);
    const counted = [...metric.minutes]
      .filter(([minute]) => minute >= Math.floor(from / MINUTE_MS) && minute * MINUTE_MS <= to)
      .reduce((sum, [, count]) => sum + count, 0);
    const isWhole = metric.ring.length < SAMPLES_MAX;
    return {
      population: isWhole ? within.length : Math.max(counted, within.length),
      samples: within.slice(0, most).map(({ sample }) => sample),
    };
  }

  #metricOf(key: string): Metric {
    const known = this.#metrics.get(key);
    if (known !== undefined) return known;
    if (this.#metrics.size >= METRICS_MAX) {
      const [oldest] = this.#metrics.keys();
      if (oldest !== undefined) this.#metrics.delete(oldest);
    }
    const made: Metric = { ring: [], next: 0, minutes: new Map() };
    this.#metrics.set(key, made);
    return made;
  }
}
