import type { CloudwatchOperations, StateValue } from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { orderActions } from './action-job.ts';
import { addHistory } from './alarm-history.ts';
import { alarmNotFound, invalidStateData } from './errors.ts';
import { orderEvaluation } from './evaluation-order.ts';
import { alarmArn, alarmKind } from './resources.ts';
import { type AlarmDocument, alarms, type AlarmState } from './state.ts';

export interface NewState {
  readonly value: StateValue;
  readonly reason: string;
  readonly data?: string;
}

/** Puts an alarm into a state. When its value changes, that is told to the event bus and to the alarm's targets. */
export async function setState(
  unit: Unit,
  scope: Scope,
  now: Instant,
  alarm: AlarmDocument,
  { value, reason, data }: NewState,
): Promise<void> {
  const view = unit.view(scope);
  const before = alarm.state;
  const isChanged = before.value !== value;
  const state: AlarmState = {
    value,
    reason,
    ...(data === undefined ? {} : { data }),
    updated: now,
    transitioned: isChanged ? now : before.transitioned,
  };
  view.put(alarms, alarm.name, { ...alarm, state });
  if (!isChanged) return;
  await addHistory(unit, view, {
    alarm: alarm.name,
    at: now,
    type: 'StateUpdate',
    summary: `Alarm updated from ${before.value} to ${value}`,
    data: JSON.stringify({
      version: '1.0',
      oldState: { stateValue: before.value, stateReason: before.reason },
      newState: { stateValue: value, stateReason: reason },
    }),
  });
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.cloudwatch',
      detailType: 'CloudWatch Alarm State Change',
      resources: [alarmArn(scope, alarm.name)],
      detail: {
        alarmName: alarm.name,
        state: told(state),
        previousState: told(before),
        configuration: configurationOf(alarm),
      },
    }),
  );
  if (alarm.actionsEnabled) orderActions(unit, scope, now, { alarm, before, state });
}

function told({ value, reason, data, updated }: AlarmState): JsonObject {
  return {
    value,
    reason,
    ...(data === undefined ? {} : { reasonData: data }),
    timestamp: new Date(updated).toISOString().replace('Z', '+0000'),
  };
}

function configurationOf({ metric, period, statistic, description }: AlarmDocument): JsonObject {
  const { namespace, name, dimensions } = metric;
  return {
    ...(description === undefined ? {} : { description }),
    metrics: [
      {
        id: metric.name,
        metricStat: { metric: { namespace, name, dimensions }, period, stat: statistic },
        returnData: true,
      },
    ],
  };
}

export const setAlarmState: OperationOf<CloudwatchOperations, 'SetAlarmState'> = {
  name: 'SetAlarmState',
  access: 'write',
  authorize: async (input, context) => [
    {
      action: 'cloudwatch:SetAlarmState',
      resource: await context.resolve(alarmKind, input.AlarmName),
    },
  ],
  handle: async (input, { call, view, unit }) => {
    const alarm = await view.get(alarms, input.AlarmName);
    if (alarm === undefined) throw alarmNotFound();
    const { StateReasonData: data } = input;
    if (data !== undefined && !isJson(data)) throw invalidStateData();
    await setState(unit, call.scope, call.now, alarm, {
      value: input.StateValue,
      reason: input.StateReason,
      ...(data === undefined ? {} : { data }),
    });
    // The next evaluation puts it back into the state that its metric tells.
    orderEvaluation(unit, call.scope, alarm.name, call.now);
    return {};
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
