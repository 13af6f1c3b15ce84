import type {
  ConfigExportDeliveryInfo,
  DeliveryChannel,
  DeliveryChannelStatus,
} from '../../../../models/config-service/types.ts';
import type { SnsOperations } from '../../../../models/sns/types.ts';
import type { Context } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { parseArn } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import { uuid } from '../../../core/ids.ts';
import type { BucketWriter } from '../../s3/port.ts';
import {
  channelNameInvalid,
  deliveryRefused,
  kmsKeyInvalid,
  lastChannel,
  noRecorderFor,
  noRunningRecorder,
  noSuchBucket,
  noSuchChannel,
  prefixInvalid,
  tooManyChannels,
  topicInvalid,
} from '../errors.ts';
import { configOperation } from '../operation.ts';
import { ownName, PRINCIPAL, type Reference } from '../recording/asking.ts';
import { recorderIn } from '../recorder-state.ts';
import { type Channel, channels, type DeliveryInfo, ONLY } from '../state.ts';
import { configFolder } from './file-names.ts';
import { orderSnapshot, orderSnapshots } from './snapshot-job.ts';

const publish: Reference<SnsOperations['Publish']> = { service: 'sns', operation: 'Publish' };

/** Errors: what can't be delivered to. */
async function requirePlaces(
  buckets: BucketWriter,
  context: Context,
  channel: Channel,
): Promise<void> {
  const { scope, now } = context.call;
  const { bucket, prefix, kmsKey, topic } = channel;
  if (bucket === '' || (await buckets.find(context.unit, bucket)) === undefined) {
    throw noSuchBucket(bucket);
  }
  if (prefix === '') throw prefixInvalid();
  if (kmsKey !== undefined && parseArn(kmsKey)?.service !== 'kms') throw kmsKeyInvalid(kmsKey);
  const key = `${configFolder(scope.account, prefix)}ConfigWritabilityCheckFile`;
  const { sourceArn } = ownName(scope);
  const request = { service: PRINCIPAL, sourceArn, sourceAccount: scope.account, now };
  const refused = await buckets.mayPut(context.unit, { bucket, key }, request);
  if (refused !== undefined) throw deliveryRefused(bucket, prefix, kmsKey);
  if (topic !== undefined) await requireTopic(context, topic);
}

async function requireTopic(context: Context, topic: string): Promise<void> {
  const arn = parseArn(topic);
  if (arn?.service !== 'sns') throw topicInvalid(topic);
  const as = ownName(context.call.scope);
  const input = { TopicArn: topic, Message: 'AWS Config validation message.' };
  try {
    await context.callService(publish, input, { region: arn.region, as });
  } catch (error) {
    throw error instanceof ServiceError ? topicInvalid(topic) : error;
  }
}

/** What a channel has delivered, which a new state of it keeps. */
function deliveriesOf(channel: Channel | undefined) {
  const { filedUntil, snapshot, history, stream } = channel ?? {};
  return {
    ...(filedUntil === undefined ? {} : { filedUntil }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(history === undefined ? {} : { history }),
    ...(stream === undefined ? {} : { stream }),
  };
}

function putChannel(buckets: BucketWriter): AnyOperation {
  return configOperation({
    name: 'PutDeliveryChannel',
    access: 'write',
    handle: async ({ DeliveryChannel: given }, context) => {
      const { unit, view, call } = context;
      const { name = 'default' } = given;
      if (name.trim() === '') throw channelNameInvalid(name);
      if ((await recorderIn(unit, call.scope)) === undefined) {
        throw noRecorderFor('put delivery channel');
      }
      const before = await view.get(channels, ONLY);
      if (before !== undefined && before.name !== name) throw tooManyChannels(name);
      const { s3KeyPrefix, s3KmsKeyArn, snsTopicARN } = given;
      const frequency = given.configSnapshotDeliveryProperties?.deliveryFrequency;
      const channel: Channel = {
        name,
        bucket: given.s3BucketName ?? '',
        ...(s3KeyPrefix === undefined ? {} : { prefix: s3KeyPrefix }),
        ...(s3KmsKeyArn === undefined ? {} : { kmsKey: s3KmsKeyArn }),
        ...(snsTopicARN === undefined ? {} : { topic: snsTopicARN }),
        ...(frequency === undefined ? {} : { frequency }),
        ...deliveriesOf(before),
      };
      await requirePlaces(buckets, context, channel);
      view.put(channels, ONLY, channel);
      orderSnapshots(unit, call.scope, frequency, call.now);
      return {};
    },
  });
}

async function named({ view }: Context, name: string): Promise<Channel> {
  const channel = await view.get(channels, ONLY);
  if (channel?.name !== name) throw noSuchChannel(name);
  return channel;
}

const deleteChannel = configOperation({
  name: 'DeleteDeliveryChannel',
  access: 'write',
  handle: async ({ DeliveryChannelName: name }, context) => {
    await named(context, name);
    const recorder = await recorderIn(context.unit, context.call.scope);
    if (recorder?.isRecording === true) throw lastChannel(name);
    context.view.delete(channels, ONLY);
    orderSnapshots(context.unit, context.call.scope, undefined, context.call.now);
    return {};
  },
});

async function asked(
  { view }: Context,
  names: readonly string[] | undefined,
): Promise<readonly Channel[]> {
  const channel = await view.get(channels, ONLY);
  for (const name of names ?? []) if (channel?.name !== name) throw noSuchChannel(name);
  return channel === undefined ? [] : [channel];
}

function shown(channel: Channel): DeliveryChannel {
  const { name, bucket, prefix, kmsKey, topic, frequency } = channel;
  return {
    name,
    s3BucketName: bucket,
    ...(prefix === undefined ? {} : { s3KeyPrefix: prefix }),
    ...(kmsKey === undefined ? {} : { s3KmsKeyArn: kmsKey }),
    ...(topic === undefined ? {} : { snsTopicARN: topic }),
    ...(frequency === undefined
      ? {}
      : { configSnapshotDeliveryProperties: { deliveryFrequency: frequency } }),
  };
}

function exported(info: DeliveryInfo | undefined): ConfigExportDeliveryInfo {
  if (info === undefined) return {};
  return {
    lastStatus: info.status,
    lastAttemptTime: new Date(info.attempted),
    ...(info.succeeded === undefined ? {} : { lastSuccessfulTime: new Date(info.succeeded) }),
    ...(info.error === undefined ? {} : { lastErrorCode: info.error }),
  };
}

function shownStatus({ name, snapshot, history, stream }: Channel): DeliveryChannelStatus {
  return {
    name,
    configSnapshotDeliveryInfo: exported(snapshot),
    configHistoryDeliveryInfo: exported(history),
    configStreamDeliveryInfo:
      stream === undefined
        ? {}
        : {
            lastStatus: stream.status,
            lastStatusChangeTime: new Date(stream.attempted),
            ...(stream.error === undefined ? {} : { lastErrorCode: stream.error }),
          },
  };
}

const describeChannels = configOperation({
  name: 'DescribeDeliveryChannels',
  access: 'read',
  handle: async ({ DeliveryChannelNames }, context) => ({
    DeliveryChannels: (await asked(context, DeliveryChannelNames)).map(shown),
  }),
});

const describeStatus = configOperation({
  name: 'DescribeDeliveryChannelStatus',
  access: 'read',
  handle: async ({ DeliveryChannelNames }, context) => ({
    DeliveryChannelsStatus: (await asked(context, DeliveryChannelNames)).map(shownStatus),
  }),
});

const deliverSnapshot = configOperation({
  name: 'DeliverConfigSnapshot',
  access: 'write',
  handle: async ({ deliveryChannelName }, context) => {
    const { unit, call } = context;
    await named(context, deliveryChannelName);
    const recorder = await recorderIn(unit, call.scope);
    if (recorder === undefined) throw noRecorderFor('deliver a snapshot');
    if (!recorder.isRecording) throw noRunningRecorder();
    const configSnapshotId = await context.once(uuid);
    orderSnapshot(unit, call.scope, configSnapshotId, call.now);
    return { configSnapshotId };
  },
});

export function channelOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [putChannel(buckets), deleteChannel, describeChannels, describeStatus, deliverSnapshot];
}
