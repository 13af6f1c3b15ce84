import type { Baseline } from './baseline.ts';
import { divergence } from './composition.ts';
import type { TrafficWindow } from './traffic-window.ts';

/** Fewer requests a minute are no flood of anything. */
export const FLOOD_MIN = 300;
/** So many times what is usual, and so many standard deviations above it. */
export const TIMES_USUAL = 4;
export const DEVIATIONS = 6;
/** Bits by which what is asked, or who asks, must differ from what is usual; two that have nothing in common differ by 1. */
export const DIVERGENCE_MIN = 0.25;
/** What has to be known before anything is judged. */
export const LEARNING_MINUTES = 5;
export const HISTORY_MIN = 20;

/** Requests of one minute beyond which there are too many. */
export function thresholdOf({ mean, variance }: Pick<Baseline, 'mean' | 'variance'>): number {
  return Math.max(FLOOD_MIN, TIMES_USUAL * mean, mean + DEVIATIONS * Math.sqrt(variance));
}

/** Both the volume and what it is made of deviate from what is usual. Of a minute that goes on, what came so far is judged. */
export function isFlood(window: TrafficWindow, baseline: Baseline): boolean {
  if (baseline.minutes < LEARNING_MINUTES || baseline.history.length < HISTORY_MIN) return false;
  if (window.requests <= thresholdOf(baseline)) return false;
  return divergence(window.samples.kept, baseline.history) >= DIVERGENCE_MIN;
}
