import type { CloudwatchOperations, MetricAlarm } from '../../../models/cloudwatch/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { dimensionsOf, shownDimensions } from './dimensions.ts';
import { metricId } from './domain/metric.ts';
import { unbuilt } from './errors.ts';
import { pageOf } from './pages.ts';
import { alarmArn } from './resources.ts';
import { type AlarmDocument, alarms } from './state.ts';

const PAGE = 50;

/** Listings act on every alarm: AWS names them all. */
export function onEveryAlarm(action: string) {
  return (_input: object, { call }: ResolveContext): Promise<readonly Permission[]> =>
    Promise.resolve([{ action, resource: alarmArn(call.scope, '*') }]);
}

export const describeAlarms: OperationOf<CloudwatchOperations, 'DescribeAlarms'> = {
  name: 'DescribeAlarms',
  access: 'read',
  authorize: onEveryAlarm('cloudwatch:DescribeAlarms'),
  handle: async (input, { call, view }) => {
    if (input.ChildrenOfAlarmName !== undefined || input.ParentsOfAlarmName !== undefined) {
      throw unbuilt('DescribeAlarms', 'composite alarms');
    }
    const { AlarmNames: names, AlarmNamePrefix: prefix, StateValue: state } = input;
    const { ActionPrefix: action } = input;
    const isMetricWanted = input.AlarmTypes?.includes('MetricAlarm') ?? true;
    const isWanted = (alarm: AlarmDocument): boolean =>
      isMetricWanted &&
      (names === undefined || names.includes(alarm.name)) &&
      alarm.state.value === (state ?? alarm.state.value) &&
      (action === undefined ||
        Object.values(alarm.actions).some((arns) => arns.some((arn) => arn.startsWith(action))));
    const page = pageOf(call, input.NextToken, [names, prefix, state, action]);
    const { items, last } = await view.list(alarms, {
      ...(prefix === undefined ? {} : { prefix }),
      ...page.after,
      limit: input.MaxRecords ?? PAGE,
    });
    const found = items.filter(({ document }) => isWanted(document));
    return {
      MetricAlarms: found.map(({ document }) => shownAlarm(call.scope, document)),
      CompositeAlarms: [],
      ...page.answer(last),
    };
  },
};

export const describeAlarmsForMetric: OperationOf<CloudwatchOperations, 'DescribeAlarmsForMetric'> =
  {
    name: 'DescribeAlarmsForMetric',
    access: 'read',
    authorize: async () => [{ action: 'cloudwatch:DescribeAlarmsForMetric', resource: '*' }],
    handle: async (input, { call, view }) => {
      const { Namespace: namespace, MetricName: name } = input;
      const id = metricId({ namespace, name, dimensions: dimensionsOf(input.Dimensions) });
      const watching = await everyOf(view, alarms, { index: 'metric', prefix: `${id}/` });
      const found = watching.filter(
        (alarm) =>
          alarm.statistic === (input.Statistic ?? alarm.statistic) &&
          alarm.period === (input.Period ?? alarm.period) &&
          alarm.unit === (input.Unit ?? alarm.unit),
      );
      return { MetricAlarms: found.map((alarm) => shownAlarm(call.scope, alarm)) };
    },
  };

function shownAlarm(scope: Scope, alarm: AlarmDocument): MetricAlarm {
  const { metric, rule, state, actions } = alarm;
  return {
    AlarmName: alarm.name,
    AlarmArn: alarmArn(scope, alarm.name),
    ...(alarm.description === undefined ? {} : { AlarmDescription: alarm.description }),
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configured),
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: actions.OK,
    AlarmActions: actions.ALARM,
    InsufficientDataActions: actions.INSUFFICIENT_DATA,
    StateValue: state.value,
    StateReason: state.reason,
    ...(state.data === undefined ? {} : { StateReasonData: state.data }),
    StateUpdatedTimestamp: new Date(state.updated),
    StateTransitionedTimestamp: new Date(state.transitioned),
    MetricName: metric.name,
    Namespace: metric.namespace,
    Statistic: alarm.statistic,
    Dimensions: shownDimensions(metric.dimensions),
    Period: alarm.period,
    ...(alarm.unit === undefined ? {} : { Unit: alarm.unit }),
    EvaluationPeriods: rule.periods,
    ...(alarm.datapointsToAlarm === undefined
      ? {}
      : { DatapointsToAlarm: alarm.datapointsToAlarm }),
    Threshold: rule.threshold,
    ComparisonOperator: rule.comparison,
    ...(alarm.treatMissingData === undefined ? {} : { TreatMissingData: alarm.treatMissingData }),
  };
}
