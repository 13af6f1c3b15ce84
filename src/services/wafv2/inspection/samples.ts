import type { SampledHTTPRequest } from '../../../../models/wafv2/types.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';

/** Requests that are kept of each metric, and metrics that are kept. */
const SAMPLES_MAX = 500;
const METRICS_MAX = 2_000;
/** Characters of all samples together: then the older half of the metric with the most of them goes. */
const SIZE_MAX = 32 * 1_024 * 1_024;
const KEPT_MS = 3 * HOUR_MS;
const MINUTE_MS = 60_000;

export type Sample = Omit<SampledHTTPRequest, 'Weight'>;

interface Sampled {
  readonly at: Instant;
  readonly size: number;
  readonly sample: Sample;
}

interface Metric {
  /** The oldest first. */
  readonly kept: Sampled[];
  size: number;
  /** None was dropped. */
  isWhole: boolean;
  /** Requests by minute, those that were not kept included. */
  readonly minutes: Map<number, number>;
}

/** Requests as examples of what rules match: the newest 500 of each metric of a web ACL, for three hours. Held in memory: at most
 * 2,000 metrics and 32 Mi characters. */
export class Samples {
  readonly #metrics = new Map<string, Metric>();
  #size = 0;

  add(webAcl: string, metricName: string, at: Instant, sample: () => Sample): void {
    const metric = this.#metricOf(`${webAcl} ${metricName}`);
    const minute = Math.floor(at / MINUTE_MS);
    metric.minutes.set(minute, (metric.minutes.get(minute) ?? 0) + 1);
    for (const old of metric.minutes.keys()) {
      if (old >= minute - KEPT_MS / MINUTE_MS) break;
      metric.minutes.delete(old);
    }
    const made = sample();
    const size = JSON.stringify(made).length;
    metric.kept.push({ at, size, sample: made });
    metric.size += size;
    this.#size += size;
    if (metric.kept.length > SAMPLES_MAX) this.#dropOldest(metric, 1);
    while (this.#size > SIZE_MAX) this.#dropHalf();
  }

  #dropOldest(metric: Metric, count: number): void {
    for (const { size } of metric.kept.splice(0, count)) {
      metric.size -= size;
      this.#size -= size;
    }
    metric.isWhole = false;
  }

  #dropHalf(): void {
    let [largest] = this.#metrics.values();
    for (const metric of this.#metrics.values()) {
      if (metric.size > (largest?.size ?? 0)) largest = metric;
    }
    if (largest !== undefined) this.#dropOldest(largest, Math.ceil(largest.kept.length / 2));
  }

  /** Between two instants, both included: how many there were, and at most so many of them, the newest first. */
  find(
    webAcl: string,
    metricName: string,
    { from, to, most }: { readonly from: Instant; readonly to: Instant; readonly most: number },
  ): { readonly population: number; readonly samples: readonly Sample[] } {
    const metric = this.#metrics.get(`${webAcl} ${metricName}`);
    if (metric === undefined) return { population: 0, samples: [] };
    const within = metric.kept
      .filter(({ at }) => at >= from && at <= to)
      .toSorted((left, right) => right.at - left.at);
    const counted = [...metric.minutes]
      .filter(([minute]) => minute >= Math.floor(from / MINUTE_MS) && minute * MINUTE_MS <= to)
      .reduce((sum, [, count]) => sum + count, 0);
    return {
      population: metric.isWhole ? within.length : Math.max(counted, within.length),
      samples: within.slice(0, most).map(({ sample }) => sample),
    };
  }

  #metricOf(key: string): Metric {
    const known = this.#metrics.get(key);
    if (known !== undefined) return known;
    if (this.#metrics.size >= METRICS_MAX) {
      const [oldest] = this.#metrics;
      if (oldest !== undefined) {
        this.#size -= oldest[1].size;
        this.#metrics.delete(oldest[0]);
      }
    }
    const made: Metric = { kept: [], size: 0, isWhole: true, minutes: new Map() };
    this.#metrics.set(key, made);
    return made;
  }
}
