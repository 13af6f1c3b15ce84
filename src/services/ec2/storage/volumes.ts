import { listedTagConditions } from '../../../core/tags.ts';
import type { CreateVolumeRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type {
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../../contract/operation.ts';
import type { AnyOperation, JobContext } from '../../../contract/service.ts';
import type { Instant } from '../../../core/time.ts';
import {
  givenTags,
  newArn,
  permissionOn,
  permissionTo,
  taggingPermissions,
} from '../authorization.ts';
import { isZoneOf } from '../domain/zones.ts';
import { invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { madeOnce } from '../idempotency.ts';
import { newTags } from '../tagging.ts';
import { abandonCopy } from './block-copies.ts';
import {
  snapshotFailed,
  snapshotPending,
  volumeInUse,
  volumeNotFound,
  zoneNotFound,
} from './errors.ts';
import { leaveLayer } from './layer-ends.ts';
import { makeVolume } from './new-volume.ts';
import { requireEncryptionForKey } from './new-keys.ts';
import { tellOfVolume } from './notices.ts';
import { snapshotArn, usableSnapshotKind, volumeNoun } from './nouns.ts';
import { usableSnapshotOf, volumeOf } from './own.ts';
import { shownVolume } from './shown.ts';
import { type SnapshotDocument, type VolumeDocument, volumes } from './state.ts';
import { settingsFor } from './volume-types.ts';

const TYPE_DEFAULT = 'gp2';

const createVolume: OperationOf<Ec2Operations, 'CreateVolume'> = {
  name: 'CreateVolume',
  access: 'write',
  authorize: async (input, context) => [
    permissionTo(context, 'CreateVolume', newArn(context, 'volume'), newConditions(input, context)),
    ...(await onSource(input, context)),
    ...taggingPermissions(context, input.TagSpecifications),
  ],
  handle: async (input, context) => {
    refuseUnbuilt(input);
    const [id = ''] = await madeOnce(context, input, async () => [(await make(input, context)).id]);
    const made = await context.view.get(volumes, id);
    if (made === undefined) throw volumeNotFound(id);
    return shownVolume(made);
  },
};

async function onSource(
  { SnapshotId }: CreateVolumeRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  if (SnapshotId === undefined || SnapshotId === '') return [];
  const resource = await context.resolve(usableSnapshotKind, SnapshotId);
  return [permissionTo(context, 'CreateVolume', resource)];
}

function newConditions(input: CreateVolumeRequest, { call }: ResolveContext) {
  const { Encrypted, Size, VolumeType, Iops, Throughput, AvailabilityZone, SnapshotId } = input;
  const { KmsKeyId, TagSpecifications } = input;
  const conditions = new Map(listedTagConditions(givenTags(TagSpecifications, 'volume')));
  conditions.set('ec2:encrypted', [String(Encrypted === true)]);
  conditions.set('ec2:volumetype', [VolumeType ?? TYPE_DEFAULT]);
  const texts = {
    'ec2:volumesize': Size,
    'ec2:volumeiops': Iops,
    'ec2:volumethroughput': Throughput,
    'ec2:availabilityzone': AvailabilityZone,
    'ec2:kmskeyid': KmsKeyId,
    'ec2:parentsnapshot': SnapshotId && snapshotArn(call.scope.region, SnapshotId),
  };
  for (const [key, value] of Object.entries(texts)) {
    if (value !== undefined && value !== '') conditions.set(key, [String(value)]);
  }
  return conditions;
}

function refuseUnbuilt(input: CreateVolumeRequest): void {
  if (input.OutpostArn !== undefined) throw unbuilt('CreateVolume', 'Outposts');
  if (input.Operator !== undefined) throw unbuilt('CreateVolume', 'managed volumes');
  if (input.AvailabilityZoneId !== undefined) throw unbuilt('CreateVolume', 'ids of zones');
  if (input.VolumeInitializationRate !== undefined) {
    throw unbuilt('CreateVolume', 'initialization rates');
  }
}

async function make(input: CreateVolumeRequest, context: Context): Promise<VolumeDocument> {
  const { AvailabilityZone: zone, SnapshotId, MultiAttachEnabled } = input;
  if (zone === undefined) throw missingParameter('availabilityZone');
  if (!isZoneOf(context.call.scope.region, zone)) throw zoneNotFound(zone);
  requireEncryptionForKey(input);
  const tags = newTags(input.TagSpecifications, 'volume');
  const source = SnapshotId ? await completed(context, SnapshotId) : undefined;
  const settings = settingsFor({
    type: input.VolumeType ?? TYPE_DEFAULT,
    sizeGiB: sizeOf(input, source),
    iops: input.Iops,
    throughput: input.Throughput,
    multiAttach: MultiAttachEnabled === true,
  });
  return makeVolume(context, { zone, settings, encryption: input, source, tags });
}

async function completed(context: Context, id: string): Promise<SnapshotDocument> {
  const source = await usableSnapshotOf(context, id);
  if (source.state === 'pending') throw snapshotPending(id);
  if (source.state === 'error') throw snapshotFailed(id);
  return source;
}

function sizeOf({ Size }: CreateVolumeRequest, source: SnapshotDocument | undefined): number {
  if (source === undefined) {
    if (Size === undefined) throw missingParameter('size or snapshotId');
    return Size;
  }
  if (Size !== undefined && Size < source.sizeGiB) {
    throw invalidParameterValue(
      `Volume of size ${Size}GB is smaller than snapshot '${source.id}', expect size >= ${source.sizeGiB}GB`,
    );
  }
  return Size ?? source.sizeGiB;
}

const deleteVolume: OperationOf<Ec2Operations, 'DeleteVolume'> = {
  name: 'DeleteVolume',
  access: 'write',
  authorize: async ({ VolumeId }, context) => [await permissionOn(context, volumeNoun, VolumeId)],
  handle: async ({ VolumeId }, context) => {
    const volume = await volumeOf(context, VolumeId);
    const holder = volume.attachments[0];
    if (holder !== undefined) throw volumeInUse(VolumeId, holder.instanceId);
    const { now, requestId } = context.call;
    await removeVolume(context, volume, now, requestId);
    return {};
  },
};

/** Deletes a volume that nothing holds, and what nobody shares of its blocks. */
export async function dropVolume(context: JobContext, volume: VolumeDocument): Promise<void> {
  await removeVolume(context, volume, context.now, context.id);
}

async function removeVolume(
  context: Pick<JobContext, 'callService' | 'unit'>,
  volume: VolumeDocument,
  now: Instant,
  requestId: string,
): Promise<void> {
  const { unit } = context;
  const { scope, id, layer } = volume;
  await abandonCopy(context, scope, id, now);
  await leaveLayer(unit, layer, now);
  unit.view(scope).delete(volumes, id);
  tellOfVolume(unit, volume, now, { event: 'deleteVolume', result: 'deleted', requestId });
}

export const volumeOperations: readonly AnyOperation[] = [createVolume, deleteVolume];
