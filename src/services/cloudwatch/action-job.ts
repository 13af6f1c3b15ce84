import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { SnsOperations } from '../../../models/sns/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { ActingJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { addHistory } from './alarm-history.ts';
import { alarmArn } from './resources.ts';
import type { AlarmDocument, AlarmState } from './state.ts';

const ACTION_JOB = 'cloudwatch.act';

const publish: OperationReference<
  SnsOperations['Publish']['input'],
  SnsOperations['Publish']['output']
> = { service: 'sns', operation: 'Publish' };
const invoke: OperationReference<
  LambdaOperations['Invoke']['input'],
  LambdaOperations['Invoke']['output']
> = { service: 'lambda', operation: 'Invoke' };

interface Change {
  readonly alarm: AlarmDocument;
  readonly before: AlarmState;
  readonly state: AlarmState;
}

/** What is told, and whom. */
interface Action {
  readonly name: string;
  readonly target: string;
  readonly subject: string;
  readonly message: string;
}

/** One job for each target of the alarm's new state. */
export function orderActions(unit: Unit, scope: Scope, now: Instant, change: Change): void {
  const { alarm, state } = change;
  for (const target of alarm.actions[state.value]) {
    const action: Action = {
      name: alarm.name,
      target,
      subject: `${state.value}: "${alarm.name}" in ${scope.region}`.slice(0, 100),
      message: JSON.stringify(messageOf(scope, change)),
    };
    unit.order({
      id: `${ACTION_JOB}/${scope.account}/${scope.region}/${alarm.name}/${now}/${target}`,
      kind: ACTION_JOB,
      scope,
      due: now,
      payload: JSON.stringify(action),
    });
  }
}

/** As AWS tells topics of an alarm. */
function messageOf(scope: Scope, { alarm, before, state }: Change): JsonObject {
  const { metric, rule, actions } = alarm;
  const at = (instant: Instant) => new Date(instant).toISOString().replace('Z', '+0000');
  return {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description ?? null,
    AWSAccountId: scope.account,
    AlarmConfigurationUpdatedTimestamp: at(alarm.configured),
    NewStateValue: state.value,
    NewStateReason: state.reason,
    StateChangeTime: at(state.updated),
    Region: scope.region,
    AlarmArn: alarmArn(scope, alarm.name),
    OldStateValue: before.value,
    OKActions: actions.OK,
    AlarmActions: actions.ALARM,
    InsufficientDataActions: actions.INSUFFICIENT_DATA,
    Trigger: {
      MetricName: metric.name,
      Namespace: metric.namespace,
      StatisticType: 'Statistic',
      Statistic: alarm.statistic.toUpperCase(),
      Unit: alarm.unit ?? null,
      Dimensions: Object.entries(metric.dimensions).map(([name, value]) => ({ value, name })),
      Period: alarm.period,
      EvaluationPeriods: rule.periods,
      ...(alarm.datapointsToAlarm === undefined
        ? {}
        : { DatapointsToAlarm: alarm.datapointsToAlarm }),
      ComparisonOperator: rule.comparison,
      Threshold: rule.threshold,
      TreatMissingData: alarm.treatMissingData ?? '',
      EvaluateLowSampleCountPercentile: '',
    },
  };
}

/** Tells one target, once. What it refuses stands in the alarm's history. */
export const actionJob: ActingJob<Action, string | undefined> = {
  kind: ACTION_JOB,
  prepare: (payload) => Promise.resolve(readAction(payload)),
  act: async ({ name, target, subject, message }, { call, scope }) => {
    const sourceArn = alarmArn(scope, name);
    const account = scope.account;
    try {
      if (parseArn(target)?.service === 'sns') {
        const as = { principal: 'cloudwatch.amazonaws.com', sourceArn, account };
        const input = { TopicArn: target, Subject: subject, Message: message };
        await call(publish, input, { as });
      } else {
        const as = { principal: 'lambda.alarms.cloudwatch.amazonaws.com', sourceArn, account };
        const Payload = Buffer.from(message);
        await call(invoke, { FunctionName: target, InvocationType: 'Event', Payload }, { as });
      }
      return undefined;
    } catch (error) {
      if (error instanceof ServiceError) return error.message;
      throw error;
    }
  },
  handle: async (payload, { unit, scope, now }, refusal) => {
    const { name, target } = readAction(payload);
    const isDone = refusal === undefined;
    await addHistory(unit, unit.view(scope), {
      alarm: name,
      at: now,
      type: 'Action',
      summary: `${isDone ? 'Successfully executed' : 'Failed to execute'} action ${target}`,
      data: JSON.stringify({
        actionState: isDone ? 'Succeeded' : 'Failed',
        notificationResource: target,
        error: refusal ?? null,
      }),
    });
  },
};

function readAction(payload: string): Action {
  const value: JsonValue = JSON.parse(payload);
  const { name, target, subject, message } = isJsonObject(value) ? value : {};
  const isAction =
    typeof name === 'string' &&
    typeof target === 'string' &&
    typeof subject === 'string' &&
    typeof message === 'string';
  if (!isAction) throw new Error('the job tells no alarm');
  return { name, target, subject, message };
}
