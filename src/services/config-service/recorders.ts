import { listedTagConditions } from '../../core/tags.ts';
import type {
  ConfigurationRecorder,
  ConfigurationRecorderStatus,
} from '../../../models/config-service/types.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { hexId } from '../../core/ids.ts';
import { DAY_MS } from '../../core/time.ts';
import { orderHistory } from './delivery/history-job.ts';
import {
  noChannelToStart,
  noSuchRecorder,
  recorderNameInvalid,
  roleInvalid,
  tooManyRecorders,
  unbuilt,
} from './errors.ts';
import { configOperation } from './operation.ts';
import { PRINCIPAL } from './recording/asking.ts';
import { orderDailyLook } from './recording/look-job.ts';
import { groupOf } from './recording/recording-group.ts';
import { recorderArn, recorderKind } from './resources.ts';
import { accountScope, putRecorder, recorderIn } from './recorder-state.ts';
import { channels, ONLY, type Recorder, recorders } from './state.ts';
import { orderExpiry } from './retention.ts';
import { tagsGiven } from './tags.ts';

async function named(context: Context, name: string): Promise<Recorder> {
  const recorder = await recorderIn(context.unit, context.call.scope);
  if (recorder?.name !== name) throw noSuchRecorder(name);
  return recorder;
}

function onRecorder(
  { ConfigurationRecorderName: name }: { readonly ConfigurationRecorderName: string },
  context: ResolveContext,
) {
  return context.resolve(recorderKind, name);
}

const putRecorderOperation = configOperation({
  name: 'PutConfigurationRecorder',
  access: 'write',
  on: ({ ConfigurationRecorder: { name = 'default' } }, context) =>
    context.resolve(recorderKind, name),
  conditions: ({ Tags }) => listedTagConditions(Tags),
  further: ({ ConfigurationRecorder: { roleARN } }) =>
    roleARN === undefined
      ? []
      : [
          {
            action: 'iam:PassRole',
            resource: roleARN,
            conditions: new Map([['iam:passedtoservice', [PRINCIPAL]]]),
          },
        ],
  handle: async ({ ConfigurationRecorder: given, Tags }, context) => {
    const { scope, now } = context.call;
    const { name = 'default', roleARN = '' } = given;
    if (name.trim() === '') throw recorderNameInvalid(name);
    if (given.servicePrincipal !== undefined) {
      throw unbuilt('PutConfigurationRecorder', 'recorders that are linked to a service');
    }
    if (parseArn(roleARN)?.service !== 'iam') throw roleInvalid(roleARN);
    const before = await recorderIn(context.unit, scope);
    if (before !== undefined && before.name !== name) throw tooManyRecorders(name);
    const id = await context.once(() => hexId(8));
    const recorder: Recorder = {
      tags: tagsGiven(Tags),
      arn: recorderArn(scope, `${name}/${id}`),
      isRecording: false,
      status: 'Pending',
      ...before,
      region: scope.region,
      name,
      roleArn: roleARN,
      group: groupOf(given.recordingGroup),
      mode: given.recordingMode ?? { recordingFrequency: 'CONTINUOUS' },
    };
    putRecorder(context.unit, scope.account, recorder);
    if (recorder.isRecording) orderDailyLook(context.unit, scope, now);
    return {};
  },
});

const deleteRecorder = configOperation({
  name: 'DeleteConfigurationRecorder',
  access: 'write',
  on: onRecorder,
  handle: async ({ ConfigurationRecorderName: name }, context) => {
    const { region } = await named(context, name);
    context.unit.view(accountScope(context.call.scope.account)).delete(recorders, region);
    return {};
  },
});

const startRecorder = configOperation({
  name: 'StartConfigurationRecorder',
  access: 'write',
  on: onRecorder,
  handle: async ({ ConfigurationRecorderName: name }, context) => {
    const { unit, view } = context;
    const { scope, now } = context.call;
    const recorder = await named(context, name);
    const channel = await view.get(channels, ONLY);
    if (channel === undefined) throw noChannelToStart();
    if (recorder.isRecording) return {};
    putRecorder(unit, scope.account, {
      ...recorder,
      isRecording: true,
      started: now,
      status: 'Pending',
      statusAt: now,
    });
    orderDailyLook(unit, scope, now);
    view.put(channels, ONLY, { ...channel, filedUntil: channel.filedUntil ?? now });
    orderHistory(unit, scope, now);
    orderExpiry(unit, scope, now + DAY_MS);
    return {};
  },
});

const stopRecorder = configOperation({
  name: 'StopConfigurationRecorder',
  access: 'write',
  on: onRecorder,
  handle: async ({ ConfigurationRecorderName: name }, context) => {
    const recorder = await named(context, name);
    const { scope, now } = context.call;
    if (!recorder.isRecording) return {};
    const stopped = { ...recorder, isRecording: false, stopped: now };
    putRecorder(context.unit, scope.account, stopped);
    return {};
  },
});

/** The recorders that were asked for. Errors: NoSuchConfigurationRecorderException. */
async function asked(
  { unit, call }: Context,
  names: readonly string[] | undefined,
  arn: string | undefined,
): Promise<readonly Recorder[]> {
  const recorder = await recorderIn(unit, call.scope);
  for (const name of names ?? []) if (recorder?.name !== name) throw noSuchRecorder(name);
  if (recorder === undefined) {
    if (arn !== undefined) throw noSuchRecorder(arn);
    return [];
  }
  if (arn !== undefined && recorder.arn !== arn) throw noSuchRecorder(arn);
  return [recorder];
}

function shown(recorder: Recorder): ConfigurationRecorder {
  return {
    arn: recorder.arn,
    name: recorder.name,
    roleARN: recorder.roleArn,
    recordingGroup: recorder.group,
    recordingMode: recorder.mode,
    recordingScope: 'PAID',
  };
}

function shownStatus(recorder: Recorder): ConfigurationRecorderStatus {
  const { started, stopped, statusAt, error } = recorder;
  return {
    arn: recorder.arn,
    name: recorder.name,
    recording: recorder.isRecording,
    lastStatus: recorder.status,
    ...(started === undefined ? {} : { lastStartTime: new Date(started) }),
    ...(stopped === undefined ? {} : { lastStopTime: new Date(stopped) }),
    ...(statusAt === undefined ? {} : { lastStatusChangeTime: new Date(statusAt) }),
    ...(error === undefined ? {} : { lastErrorCode: error.code, lastErrorMessage: error.message }),
  };
}

const describeRecorders = configOperation({
  name: 'DescribeConfigurationRecorders',
  access: 'read',
  handle: async ({ ConfigurationRecorderNames, Arn }, context) => ({
    ConfigurationRecorders: (await asked(context, ConfigurationRecorderNames, Arn)).map(shown),
  }),
});

const describeStatus = configOperation({
  name: 'DescribeConfigurationRecorderStatus',
  access: 'read',
  handle: async ({ ConfigurationRecorderNames, Arn }, context) => {
    const all = await asked(context, ConfigurationRecorderNames, Arn);
    return { ConfigurationRecordersStatus: all.map(shownStatus) };
  },
});

const listRecorders = configOperation({
  name: 'ListConfigurationRecorders',
  access: 'read',
  handle: async ({ Filters = [] }, context) => {
    const all = await asked(context, undefined, undefined);
    const isWanted = Filters.every(({ filterValue }) => filterValue?.includes('PAID') !== false);
    const wanted = isWanted ? all : [];
    return {
      ConfigurationRecorderSummaries: wanted.map(({ arn, name }) => ({
        arn,
        name,
        recordingScope: 'PAID',
      })),
    };
  },
});

export const recorderOperations: readonly AnyOperation[] = [
  putRecorderOperation,
  deleteRecorder,
  startRecorder,
  stopRecorder,
  describeRecorders,
  describeStatus,
  listRecorders,
];
