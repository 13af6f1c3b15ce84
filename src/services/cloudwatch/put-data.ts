import type { CloudwatchOperations, MetricDatum } from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import { dimensionsOf, requirePrintable } from './dimensions.ts';
import type { Measurement } from './domain/metric.ts';
import { merged, type Sample, sampleOf } from './domain/statistics.ts';
import { invalidCombination, invalidValue, missingParameter, unbuilt } from './errors.ts';
import { addMeasurements } from './samples.ts';

const DATA_MAX = 1_000;
const VALUES_MAX = 150;
const OLDEST_MS = 14 * DAY_MS;
const NEWEST_MS = 2 * HOUR_MS;
const LARGEST = 2 ** 360;

export const putMetricData: OperationOf<CloudwatchOperations, 'PutMetricData'> = {
  name: 'PutMetricData',
  access: 'write',
  eventCategory: 'data',
  authorize: (input) => {
    const conditions = new Map([['cloudwatch:namespace', [input.Namespace]]]);
    return Promise.resolve([{ action: 'cloudwatch:PutMetricData', resource: '*', conditions }]);
  },
  handle: async (input, { call, unit }) => {
    const { Namespace: namespace, MetricData: data = [] } = input;
    if (namespace.startsWith('AWS/')) {
      throw invalidValue(`The value ${namespace} for parameter Namespace is invalid.`);
    }
    requirePrintable(namespace, 'Namespace');
    if (input.EntityMetricData !== undefined) throw unbuilt('PutMetricData', 'EntityMetricData');
    if (data.length === 0) throw missingParameter('The parameter MetricData is required.');
    if (data.length > DATA_MAX) {
      throw invalidValue(
        `The collection MetricData must not have a size greater than ${DATA_MAX}.`,
      );
    }
    const measurements = data.map((datum, index) =>
      measured(namespace, datum, `MetricData.member.${index + 1}`, call.now),
    );
    await addMeasurements(unit, call.scope, call.now, measurements);
    return {};
  },
};

function measured(
  namespace: string,
  datum: MetricDatum,
  parameter: string,
  now: Instant,
): Measurement {
  const { MetricName: name, Timestamp: timestamp } = datum;
  requirePrintable(name, `${parameter}.MetricName`);
  const at = timestamp?.getTime() ?? now;
  if (at < now - OLDEST_MS) {
    throw invalidValue(
      `The parameter ${parameter}.Timestamp must specify a time within the past two weeks.`,
    );
  }
  if (at > now + NEWEST_MS) {
    throw invalidValue(
      `The parameter ${parameter}.Timestamp must specify a time no more than two hours in the future.`,
    );
  }
  return {
    metric: { namespace, name, dimensions: dimensionsOf(datum.Dimensions) },
    at,
    unit: datum.Unit ?? 'None',
    sample: sampleIn(datum, parameter),
  };
}

function sampleIn(datum: MetricDatum, parameter: string): Sample {
  const { Value, StatisticValues: set, Values, Counts } = datum;
  const given = [Value, set, Values].filter((one) => one !== undefined);
  if (given.length === 0) {
    throw missingParameter(
      `At least one of the parameters ${parameter}.Value, ${parameter}.StatisticValues and ${parameter}.Values must be specified.`,
    );
  }
  if (given.length > 1) {
    throw invalidCombination(
      `The parameters ${parameter}.Value, ${parameter}.StatisticValues and ${parameter}.Values are mutually exclusive and you have specified more than one.`,
    );
  }
  if (Value !== undefined) return sampleOf(checked(Value, `${parameter}.Value`));
  if (set !== undefined) {
    const place = `${parameter}.StatisticValues`;
    return {
      count: checked(set.SampleCount, `${place}.SampleCount`),
      sum: checked(set.Sum, `${place}.Sum`),
      min: checked(set.Minimum, `${place}.Minimum`),
      max: checked(set.Maximum, `${place}.Maximum`),
    };
  }
  return sampleOfMany(Values ?? [], Counts, parameter);
}

function sampleOfMany(
  values: readonly number[],
  counts: readonly number[] | undefined,
  parameter: string,
): Sample {
  if (values.length > VALUES_MAX) {
    throw invalidValue(
      `The collection ${parameter}.Values must not have a size greater than ${VALUES_MAX}.`,
    );
  }
  if (counts !== undefined && counts.length !== values.length) {
    throw invalidValue(
      `The parameters ${parameter}.Values and ${parameter}.Counts must be of the same size.`,
    );
  }
  let sample: Sample | undefined;
  for (const [index, value] of values.entries()) {
    const count = checked(counts?.[index] ?? 1, `${parameter}.Counts`);
    sample = merged(sample, sampleOf(checked(value, `${parameter}.Values`), count));
  }
  if (sample === undefined) {
    throw missingParameter(`The parameter ${parameter}.Values must not be empty.`);
  }
  return sample;
}

/** Numbers that AWS takes: none that is not one, and none beyond 2 to the power of 360. */
function checked(value: number, parameter: string): number {
  if (Number.isFinite(value) && Math.abs(value) <= LARGEST) return value;
  throw invalidValue(`The value ${value} for parameter ${parameter} is invalid.`);
}
