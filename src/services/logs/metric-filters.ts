import type {
  LogsOperations,
  MetricFilter,
  MetricTransformation,
} from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { groupOf, onGroup } from './authorization.ts';
import { parseFilterPattern } from './domain/filter-pattern.ts';
import { groupNotFound, invalidParameter, limitExceeded, notFound, unbuilt } from './errors.ts';
import { afterOf, nextToken } from './pages.ts';
import { groupKind } from './resources.ts';
import { type MetricFilterDocument, groups, metricFilters } from './state.ts';

const FILTERS_MAX = 100;
const PAGE = 50;
const DIMENSIONS_MAX = 3;

export const putMetricFilter: OperationOf<LogsOperations, 'PutMetricFilter'> = {
  name: 'PutMetricFilter',
  access: 'write',
  authorize: onGroup('logs:PutMetricFilter'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    if (input.applyOnTransformedLogs === true) {
      throw unbuilt('PutMetricFilter', 'transformed logs');
    }
    if (input.fieldSelectionCriteria !== undefined || input.emitSystemFieldDimensions) {
      throw unbuilt('PutMetricFilter', 'system fields');
    }
    requirePattern(input.filterPattern);
    const [transformation] = input.metricTransformations;
    if (transformation === undefined || input.metricTransformations.length > 1) {
      throw invalidParameter('Exactly one metric transformation must be specified.');
    }
    requireTransformation(transformation);
    const id = `${group.id}/${input.filterName}`;
    const held = await view.list(metricFilters, { prefix: `${group.id}/`, limit: FILTERS_MAX });
    const known = held.items.find((one) => one.id === id)?.document;
    if (known === undefined && held.items.length >= FILTERS_MAX) throw limitExceeded();
    view.put(metricFilters, id, {
      group: group.name,
      name: input.filterName,
      pattern: input.filterPattern,
      created: known?.created ?? context.call.now,
      metric: {
        namespace: transformation.metricNamespace,
        name: transformation.metricName,
        value: transformation.metricValue,
        unit: transformation.unit ?? 'None',
        ...(transformation.defaultValue === undefined
          ? {}
          : { defaultValue: transformation.defaultValue }),
        dimensions: transformation.dimensions ?? {},
      },
    });
    return {};
  },
};

export function requirePattern(pattern: string): void {
  if (parseFilterPattern(pattern) === undefined) throw invalidParameter('Invalid filter pattern');
}

function requireTransformation({ metricValue, dimensions, defaultValue }: MetricTransformation) {
  if (!metricValue.startsWith('$') && !Number.isFinite(Number(metricValue))) {
    throw invalidParameter(
      'Invalid metric transformation: metricValue is neither a number nor a field.',
    );
  }
  const sources = Object.values(dimensions ?? {});
  if (sources.length > 0 && defaultValue !== undefined) {
    throw invalidParameter(
      'Invalid metric transformation: dimensions and default value are mutually exclusive properties.',
    );
  }
  if (sources.length > DIMENSIONS_MAX) {
    throw invalidParameter(
      `Invalid metric transformation: at most ${DIMENSIONS_MAX} dimensions can be specified.`,
    );
  }
  if (sources.some((source) => !source.startsWith('$'))) {
    throw invalidParameter('Invalid metric transformation: a dimension names no field.');
  }
}

export const describeMetricFilters: OperationOf<LogsOperations, 'DescribeMetricFilters'> = {
  name: 'DescribeMetricFilters',
  access: 'read',
  authorize: async (input, context) => [
    {
      action: 'logs:DescribeMetricFilters',
      resource: await context.resolve(groupKind, input.logGroupName ?? ''),
    },
  ],
  handle: async (input, { call, view }) => {
    const { logGroupName: name, filterNamePrefix: start = '' } = input;
    const group = name === undefined ? undefined : await view.get(groups, name);
    if (name !== undefined && group === undefined) throw groupNotFound();
    const about = JSON.stringify([name, start, input.metricName, input.metricNamespace]);
    const after = afterOf(call, input.nextToken, about);
    const { items, last } = await view.list(metricFilters, {
      ...(group === undefined ? {} : { prefix: `${group.id}/${start}` }),
      ...(after === undefined ? {} : { after }),
      limit: input.limit ?? PAGE,
    });
    const found = items
      .map(({ document }) => document)
      .filter(
        ({ metric }) =>
          metric.name === (input.metricName ?? metric.name) &&
          metric.namespace === (input.metricNamespace ?? metric.namespace),
      );
    return { metricFilters: found.map(shown), ...nextToken(call, last, about) };
  },
};

function shown({ group, name, pattern, created, metric }: MetricFilterDocument): MetricFilter {
  const hasDimensions = Object.keys(metric.dimensions).length > 0;
  return {
    filterName: name,
    filterPattern: pattern,
    creationTime: created,
    logGroupName: group,
    metricTransformations: [
      {
        metricName: metric.name,
        metricNamespace: metric.namespace,
        metricValue: metric.value,
        unit: metric.unit,
        ...(metric.defaultValue === undefined ? {} : { defaultValue: metric.defaultValue }),
        ...(hasDimensions ? { dimensions: metric.dimensions } : {}),
      },
    ],
  };
}

export const deleteMetricFilter: OperationOf<LogsOperations, 'DeleteMetricFilter'> = {
  name: 'DeleteMetricFilter',
  access: 'write',
  authorize: onGroup('logs:DeleteMetricFilter'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    const id = `${group.id}/${input.filterName}`;
    if ((await view.get(metricFilters, id)) === undefined) {
      throw notFound('The specified metric filter does not exist.');
    }
    view.delete(metricFilters, id);
    return {};
  },
};

export const testMetricFilter: OperationOf<LogsOperations, 'TestMetricFilter'> = {
  name: 'TestMetricFilter',
  access: 'read',
  authorize: async () => [{ action: 'logs:TestMetricFilter', resource: '*' }],
  handle: async ({ filterPattern, logEventMessages }) => {
    const pattern = parseFilterPattern(filterPattern);
    if (pattern === undefined) throw invalidParameter('Invalid filter pattern');
    const matches = logEventMessages.flatMap((eventMessage, index) => {
      const extractedValues = pattern.match(eventMessage);
      return extractedValues === undefined
        ? []
        : [{ eventNumber: index + 1, eventMessage, extractedValues }];
    });
    return { matches };
  },
};
