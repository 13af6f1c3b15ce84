import type { CloudwatchOperations, Datapoint } from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { dimensionsOf } from './dimensions.ts';
import { metricId } from './domain/metric.ts';
import { valueOf } from './domain/statistics.ts';
import { invalidCombination, invalidValue, missingParameter, unbuilt } from './errors.ts';
import { type Point, pointsOf, type Range } from './samples.ts';

const DATAPOINTS_MAX = 1_440;
const MINUTE_SECONDS = 60;

/** Whole periods that cover a span. Errors: InvalidParameterValueException. */
export function rangeOf(
  start: Date,
  end: Date,
  periodSeconds: number,
): Range & { readonly periodMs: number } {
  if (end.getTime() <= start.getTime()) {
    throw invalidValue('The parameter StartTime must be less than the parameter EndTime.');
  }
  if (periodSeconds % MINUTE_SECONDS !== 0) {
    throw invalidValue('The parameter Period must be a multiple of 60.');
  }
  const periodMs = periodSeconds * SECOND_MS;
  return {
    start: Math.floor(start.getTime() / periodMs) * periodMs,
    end: Math.ceil(end.getTime() / MINUTE_MS) * MINUTE_MS,
    periodMs,
  };
}

export const getMetricStatistics: OperationOf<CloudwatchOperations, 'GetMetricStatistics'> = {
  name: 'GetMetricStatistics',
  access: 'read',
  authorize: async () => [{ action: 'cloudwatch:GetMetricStatistics', resource: '*' }],
  handle: async (input, { view }) => {
    const { Namespace: namespace, MetricName: name, Statistics: wanted = [] } = input;
    if (input.ExtendedStatistics !== undefined) {
      throw unbuilt('GetMetricStatistics', 'percentiles and other extended statistics');
    }
    if (wanted.length === 0) {
      throw missingParameter(
        'At least one of the parameters Statistics and ExtendedStatistics must be specified.',
      );
    }
    const range = rangeOf(input.StartTime, input.EndTime, input.Period);
    const asked = Math.ceil((range.end - range.start) / range.periodMs);
    if (asked > DATAPOINTS_MAX) {
      throw invalidCombination(
        `You have requested up to ${asked} datapoints, which exceeds the limit of ${DATAPOINTS_MAX}. You may reduce the ` +
          'datapoints requested by increasing Period, or decreasing the time range.',
      );
    }
    const id = metricId({ namespace, name, dimensions: dimensionsOf(input.Dimensions) });
    const points = await pointsOf(view, id, { ...range, unit: input.Unit });
    return { Label: name, Datapoints: points.map((point) => datapoint(point, wanted)) };
  },
};

function datapoint(
  { at, unit, sample }: Point,
  wanted: readonly ('SampleCount' | 'Average' | 'Sum' | 'Minimum' | 'Maximum')[],
): Datapoint {
  const values = Object.fromEntries(wanted.map((name) => [name, valueOf(name, sample)]));
  return { Timestamp: new Date(at), Unit: unit, ...values };
}
