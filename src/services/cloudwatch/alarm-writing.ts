import { tagConditions } from '../../core/tags.ts';
import type {
  CloudwatchOperations,
  PutMetricAlarmInput,
  StateValue,
} from '../../../models/cloudwatch/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { addHistory } from './alarm-history.ts';
import { dimensionsOf, requirePrintable } from './dimensions.ts';
import { isComparison, type MissingData, type Rule } from './domain/evaluation.ts';
import { metricId } from './domain/metric.ts';
import { statisticNamed } from './domain/statistics.ts';
import { alarmNotFound, alarmsNotFound, unbuilt, validationError } from './errors.ts';
import { orderEvaluation } from './evaluation-order.ts';
import { alarmKind } from './resources.ts';
import { type AlarmDocument, alarms, type AlarmState } from './state.ts';
import { checkedTags, tagsIn } from './tags.ts';

const WEEK_SECONDS = 604_800;
const MISSING: readonly string[] = ['breaching', 'notBreaching', 'ignore', 'missing'];
/** Services whose resources an alarm can act on here. */
const TARGETS: ReadonlySet<string> = new Set(['sns', 'lambda']);

export const putMetricAlarm: OperationOf<CloudwatchOperations, 'PutMetricAlarm'> = {
  name: 'PutMetricAlarm',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(alarmKind, input.AlarmName);
    const arns = [input.AlarmActions, input.OKActions, input.InsufficientDataActions].flatMap(
      (list) => list ?? [],
    );
    const conditions = new Map(tagConditions(tagsIn(input.Tags)));
    if (input.Namespace !== undefined) conditions.set('cloudwatch:namespace', [input.Namespace]);
    if (arns.length > 0) conditions.set('cloudwatch:alarmactions', arns);
    const own: Permission = { action: 'cloudwatch:PutMetricAlarm', resource, conditions };
    if (input.Tags === undefined) return [own];
    return [own, { action: 'cloudwatch:TagResource', resource, conditions }];
  },
  handle: async (input, context) => {
    const { call, view, unit } = context;
    const name = input.AlarmName;
    const known = await view.get(alarms, name);
    const made = await alarmOf(input, known, context);
    view.put(alarms, name, made);
    await addHistory(context, view, {
      alarm: name,
      at: call.now,
      type: 'ConfigurationUpdate',
      summary: `Alarm "${name}" ${known === undefined ? 'created' : 'updated'}`,
      data: JSON.stringify({ version: '1.0', type: known === undefined ? 'Create' : 'Update' }),
    });
    orderEvaluation(unit, call.scope, name, call.now);
    return {};
  },
};

async function alarmOf(
  input: PutMetricAlarmInput,
  known: AlarmDocument | undefined,
  { call }: Context,
): Promise<AlarmDocument> {
  refuseUnbuilt(input);
  requirePrintable(input.AlarmName, 'AlarmName');
  const { MetricName: name, Namespace: namespace, Period: period } = input;
  const statistic = statisticNamed(input.Statistic ?? '');
  if (name === undefined || namespace === undefined || period === undefined) {
    throw validationError('MetricName, Namespace and Period must be specified for a metric alarm.');
  }
  if (statistic === undefined) {
    throw validationError('Exactly one of Statistic and ExtendedStatistic must be specified.');
  }
  const rule = ruleOf(input, period);
  const metric = { namespace, name, dimensions: dimensionsOf(input.Dimensions) };
  const state: AlarmState = known?.state ?? {
    value: 'INSUFFICIENT_DATA',
    reason: 'Unchecked: Initial alarm creation',
    updated: call.now,
    transitioned: call.now,
  };
  const optional = {
    ...(input.AlarmDescription === undefined ? {} : { description: input.AlarmDescription }),
    ...(input.Unit === undefined ? {} : { unit: input.Unit }),
    ...(input.DatapointsToAlarm === undefined
      ? {}
      : { datapointsToAlarm: input.DatapointsToAlarm }),
    ...(input.TreatMissingData === undefined ? {} : { treatMissingData: input.TreatMissingData }),
  };
  return {
    name: input.AlarmName,
    watched: metricId(metric),
    metric,
    statistic,
    period,
    rule,
    ...optional,
    actionsEnabled: input.ActionsEnabled ?? true,
    actions: actionsOf(input),
    configured: call.now,
    state,
    tags: known?.tags ?? checkedTags({}, tagsIn(input.Tags) ?? {}),
  };
}

function refuseUnbuilt(input: PutMetricAlarmInput): void {
  const what = [
    [input.Metrics, 'metric math'],
    [input.ExtendedStatistic, 'percentiles'],
    [input.EvaluationCriteria, 'PromQL'],
    [input.ThresholdMetricId, 'anomaly detection'],
  ].find(([given]) => given !== undefined);
  if (what !== undefined) throw unbuilt('PutMetricAlarm', String(what[1]));
}

function ruleOf(input: PutMetricAlarmInput, period: number): Rule {
  const { EvaluationPeriods: periods, Threshold: threshold, ComparisonOperator } = input;
  const comparison = ComparisonOperator;
  if (comparison !== undefined && !isComparison(comparison)) {
    throw unbuilt('PutMetricAlarm', `the comparison ${comparison}`);
  }
  if (periods === undefined || threshold === undefined || comparison === undefined) {
    throw validationError(
      'EvaluationPeriods, Threshold and ComparisonOperator must be specified for a metric alarm.',
    );
  }
  if (period % 60 !== 0) {
    if ([10, 20, 30].includes(period)) throw unbuilt('PutMetricAlarm', 'periods under a minute');
    throw validationError('Period must be 10, 20, 30 or a multiple of 60');
  }
  if (period * periods > WEEK_SECONDS) {
    throw validationError(
      'Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= 604800).',
    );
  }
  const datapointsToAlarm = input.DatapointsToAlarm ?? periods;
  if (datapointsToAlarm > periods) {
    throw validationError('DatapointsToAlarm must be less than or equal to EvaluationPeriods.');
  }
  const missing = input.TreatMissingData ?? 'missing';
  if (!isMissingData(missing)) {
    throw validationError(
      `The value ${missing} for parameter TreatMissingData must be one of [${MISSING.join(', ')}].`,
    );
  }
  return { periods, datapointsToAlarm, threshold, comparison, missing };
}

function isMissingData(text: string): text is MissingData {
  return MISSING.includes(text);
}

function actionsOf(input: PutMetricAlarmInput): Readonly<Record<StateValue, readonly string[]>> {
  const actions = {
    OK: input.OKActions ?? [],
    ALARM: input.AlarmActions ?? [],
    INSUFFICIENT_DATA: input.InsufficientDataActions ?? [],
  };
  for (const arn of Object.values(actions).flat()) {
    const service = parseArn(arn)?.service;
    if (service === undefined) throw validationError(`Invalid arn syntax: ${arn}`);
    if (!TARGETS.has(service)) throw unbuilt('PutMetricAlarm', `actions of ${service}`);
  }
  return actions;
}

/** One permission on each alarm that is named. */
function onAlarms(action: string) {
  return (
    { AlarmNames }: { readonly AlarmNames: readonly string[] },
    context: ResolveContext,
  ): Promise<readonly Permission[]> =>
    Promise.all(
      AlarmNames.map(async (name) => ({
        action,
        resource: await context.resolve(alarmKind, name),
      })),
    );
}

export const deleteAlarms: OperationOf<CloudwatchOperations, 'DeleteAlarms'> = {
  name: 'DeleteAlarms',
  access: 'write',
  authorize: onAlarms('cloudwatch:DeleteAlarms'),
  handle: async (input, { view }) => {
    const missing: string[] = [];
    for (const name of input.AlarmNames) {
      if ((await view.get(alarms, name)) === undefined) missing.push(name);
    }
    if (missing.length > 0) throw alarmsNotFound(missing);
    for (const name of input.AlarmNames) view.delete(alarms, name);
    return {};
  },
};

async function setActions(
  { view }: Context,
  names: readonly string[],
  actionsEnabled: boolean,
): Promise<Readonly<Record<string, never>>> {
  for (const name of names) {
    const alarm = await view.get(alarms, name);
    if (alarm === undefined) throw alarmNotFound();
    view.put(alarms, name, { ...alarm, actionsEnabled });
  }
  return {};
}

export const enableAlarmActions: OperationOf<CloudwatchOperations, 'EnableAlarmActions'> = {
  name: 'EnableAlarmActions',
  access: 'write',
  authorize: onAlarms('cloudwatch:EnableAlarmActions'),
  handle: (input, context) => setActions(context, input.AlarmNames, true),
};

export const disableAlarmActions: OperationOf<CloudwatchOperations, 'DisableAlarmActions'> = {
  name: 'DisableAlarmActions',
  access: 'write',
  authorize: onAlarms('cloudwatch:DisableAlarmActions'),
  handle: (input, context) => setActions(context, input.AlarmNames, false),
};
