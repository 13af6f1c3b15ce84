import type { StandardUnit } from '../../../models/cloudwatch/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';

/** One value of a service's own metric. */
export interface ServiceMetric {
  /** `AWS/Lambda`. */
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly unit: StandardUnit;
  readonly value: number;
  readonly at: Instant;
}

/** How services tell what they measure. */
export interface MetricWriter {
  /** Durable with the unit, and seen by alarms. `now` is service time. */
  write(unit: Unit, scope: Scope, now: Instant, metrics: readonly ServiceMetric[]): Promise<void>;
}
