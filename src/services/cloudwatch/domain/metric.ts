import { createHash } from 'node:crypto';
import type { StandardUnit } from '../../../../models/cloudwatch/types.ts';
import type { Instant } from '../../../core/time.ts';
import type { Sample } from './statistics.ts';

export type Unit = StandardUnit;

/** Dimensions by name: a metric's own, whatever order they came in. */
export type Dimensions = Readonly<Record<string, string>>;

export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Dimensions;
}

const ID_DIGITS = 32;

/** The same for a namespace, name and set of dimensions. 32 hexadecimal digits. */
export function metricId({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([namespace, name, sorted]);
  return createHash('sha256').update(text).digest('hex').slice(0, ID_DIGITS);
}

/** What is measured at one instant. */
export interface Measurement {
  readonly metric: MetricName;
  readonly at: Instant;
  readonly unit: Unit;
  readonly sample: Sample;
}
