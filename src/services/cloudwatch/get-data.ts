import type {
  CloudwatchOperations,
  GetMetricDataInput,
  MetricDataQuery,
  MetricDataResult,
} from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { dimensionsOf } from './dimensions.ts';
import { metricId } from './domain/metric.ts';
import { statisticNamed, valueOf } from './domain/statistics.ts';
import { unbuilt, validationError } from './errors.ts';
import { rangeOf } from './get-statistics.ts';
import { pointsOf } from './samples.ts';

const QUERIES_MAX = 500;
const DATAPOINTS_MAX = 100_800;

export const getMetricData: OperationOf<CloudwatchOperations, 'GetMetricData'> = {
  name: 'GetMetricData',
  access: 'read',
  authorize: async () => [{ action: 'cloudwatch:GetMetricData', resource: '*' }],
  handle: async (input, { view }) => {
    const queries = input.MetricDataQueries;
    const ids = queries.map(({ Id }) => Id);
    if (queries.length > QUERIES_MAX) {
      throw validationError(
        `The collection MetricDataQueries must not have a size greater than ${QUERIES_MAX}.`,
      );
    }
    if (new Set(ids).size < ids.length) {
      throw validationError('The values for parameter id in MetricDataQueries are not unique.');
    }
    if (input.NextToken !== undefined) throw unbuilt('GetMetricData', 'a NextToken');
    const results: MetricDataResult[] = [];
    let count = 0;
    for (const query of queries) {
      const result = await resultOf(view, input, query);
      count += result.Values?.length ?? 0;
      if (count > (input.MaxDatapoints ?? DATAPOINTS_MAX)) {
        throw unbuilt('GetMetricData', 'more datapoints than one answer holds');
      }
      if (query.ReturnData !== false) results.push(result);
    }
    return { MetricDataResults: results, Messages: [] };
  },
};

async function resultOf(
  view: View,
  input: GetMetricDataInput,
  query: MetricDataQuery,
): Promise<MetricDataResult> {
  const { MetricStat: stat, Expression: expression } = query;
  if ((stat === undefined) === (expression === undefined)) {
    throw validationError(
      `Exactly one of MetricStat and Expression must be specified for the query ${query.Id}.`,
    );
  }
  if (stat === undefined) throw unbuilt('GetMetricData', 'expressions');
  const statistic = statisticNamed(stat.Stat);
  if (statistic === undefined) throw unbuilt('GetMetricData', `the statistic ${stat.Stat}`);
  const { Namespace: namespace = '', MetricName: name = '', Dimensions } = stat.Metric;
  const range = rangeOf(input.StartTime, input.EndTime, stat.Period);
  const id = metricId({ namespace, name, dimensions: dimensionsOf(Dimensions) });
  const oldestFirst = await pointsOf(view, id, { ...range, unit: stat.Unit });
  const points = input.ScanBy === 'TimestampAscending' ? oldestFirst : oldestFirst.toReversed();
  return {
    Id: query.Id,
    Label: query.Label ?? name,
    Timestamps: points.map(({ at }) => new Date(at)),
    Values: points.map(({ sample }) => valueOf(statistic, sample)),
    StatusCode: 'Complete',
  };
}
