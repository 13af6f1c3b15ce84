import { MINUTE_MS, type Instant } from '../../../core/time.ts';
import type { RequestSample, TrafficWindow } from './traffic-window.ts';

/** What a resource is usually asked. Minutes of an attack are no part of it. */
export interface Baseline {
  /** The last minute that was learned from, or that an attack took. */
  readonly minute: number;
  /** How many minutes were learned from. */
  readonly minutes: number;
  /** Requests a minute: weighted so that a minute counts half after about three quarters of an hour. */
  readonly mean: number;
  readonly variance: number;
  /** Requests of the past, the newest last. */
  readonly history: readonly RequestSample[];
}

const WEIGHT_MIN = 1 / 64;
/** Silent minutes that are learned one by one; after that the past has no weight. */
const SILENT_MAX = 1_024;
const HISTORY_MAX = 256;
/** Of one minute, so that the history reaches back for half an hour at least. */
const HISTORY_PER_MINUTE = 8;

export function minuteOf(instant: Instant): number {
  return Math.floor(instant / MINUTE_MS);
}

/** Nothing is known yet; the first minute that counts is the one after this. */
export function newBaseline(now: Instant): Baseline {
  return { minute: minuteOf(now), minutes: 0, mean: 0, variance: 0, history: [] };
}

function learned(baseline: Baseline, requests: number): Baseline {
  const minutes = baseline.minutes + 1;
  const weight = Math.max(1 / minutes, WEIGHT_MIN);
  const difference = requests - baseline.mean;
  return {
    ...baseline,
    minutes,
    mean: baseline.mean + weight * difference,
    variance: (1 - weight) * (baseline.variance + weight * difference ** 2),
  };
}

/** The baseline when `minute` begins: `last` is the last minute in which something was asked, the rest was silence. */
export function learnedUntil(
  baseline: Baseline,
  minute: number,
  last: TrafficWindow | undefined,
): Baseline {
  let next = baseline;
  const silent = (until: number): void => {
    const many = Math.min(Math.max(until - next.minute - 1, 0), SILENT_MAX);
    for (let step = 0; step < many; step += 1) next = learned(next, 0);
    next = { ...next, minute: Math.max(next.minute, until - 1) };
  };
  if (last !== undefined && last.minute > baseline.minute && last.minute < minute) {
    silent(last.minute);
    next = { ...learned(next, last.requests), minute: last.minute };
    next = { ...next, history: withHistory(next.history, last.samples.kept) };
  }
  silent(minute);
  return next;
}

function withHistory(
  history: readonly RequestSample[],
  kept: readonly RequestSample[],
): readonly RequestSample[] {
  const step = Math.max(1, Math.ceil(kept.length / HISTORY_PER_MINUTE));
  const some = kept.filter((_one, at) => at % step === 0);
  return [...history, ...some].slice(-HISTORY_MAX);
}
