import { sampleOf } from './domain/statistics.ts';
import type { MetricWriter } from './port.ts';
import { addMeasurements } from './samples.ts';

/** Metrics of services, which call no operation for them and leave no record. */
export const metricWriter: MetricWriter = {
  write: (unit, scope, now, metrics) =>
    addMeasurements(
      unit,
      scope,
      now,
      metrics.map(({ namespace, name, dimensions, unit: measure, value, at }) => ({
        metric: { namespace, name, dimensions },
        at,
        unit: measure,
        sample: sampleOf(value),
      })),
    ),
};
