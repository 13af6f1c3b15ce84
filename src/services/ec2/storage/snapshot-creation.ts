import type {
  Ec2Operations,
  InstanceSpecification,
  SnapshotInfo,
  TagSpecification,
} from '../../../../models/ec2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { listedTagConditions, type Tags } from '../../../core/tags.ts';
import {
  givenTags,
  newArn,
  permissionOn,
  permissionTo,
  taggingPermissions,
  withCopied,
} from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { invalidParameterValue, unbuilt } from '../errors.ts';
import { instanceNotFound, instanceNoun } from '../instances/noun.ts';
import type { InstanceDocument } from '../instances/state.ts';
import { newTags } from '../tagging.ts';
import { volumeNotAvailable } from './errors.ts';
import { useLayer } from './layers.ts';
import { settleOrder } from './making.ts';
import { putSnapshot, volumeNoun } from './nouns.ts';
import { volumeOf } from './own.ts';
import { shownSnapshot } from './shown.ts';
import { type SnapshotDocument, type VolumeDocument, volumes } from './state.ts';

/** Volumes that one instance can have. */
const VOLUMES_MAX = 128;

interface Elsewhere {
  readonly OutpostArn?: string | undefined;
  readonly Location?: string | undefined;
}

function refuseElsewhere(operation: string, { OutpostArn, Location }: Elsewhere): void {
  if (OutpostArn !== undefined) throw unbuilt(operation, 'Outposts');
  if (Location === 'local') throw unbuilt(operation, 'Local Zones');
}

function permissionsFor(
  context: ResolveContext,
  specifications: readonly TagSpecification[] | undefined,
) {
  const conditions = listedTagConditions(givenTags(specifications, 'snapshot'));
  const { operation } = context.call;
  return [
    permissionTo(context, operation, newArn(context, 'snapshot'), conditions),
    ...taggingPermissions(context, specifications),
  ];
}

const createSnapshot: OperationOf<Ec2Operations, 'CreateSnapshot'> = {
  name: 'CreateSnapshot',
  access: 'write',
  authorize: async ({ VolumeId, TagSpecifications }, context) => [
    await permissionOn(context, volumeNoun, VolumeId),
    ...permissionsFor(context, TagSpecifications),
  ],
  handle: async (input, context) => {
    refuseElsewhere('CreateSnapshot', input);
    const tags = newTags(input.TagSpecifications, 'snapshot');
    const volume = await volumeOf(context, input.VolumeId);
    return shownSnapshot(await snapshotOf(context, volume, input.Description, tags));
  },
};

/** Takes no key: what a volume shares with its snapshot is under the volume's data key already. */
export async function snapshotOf(
  context: Context,
  volume: VolumeDocument,
  description: string | undefined,
  tags: Tags,
): Promise<SnapshotDocument> {
  const { unit, call } = context;
  if (volume.state === 'creating' || volume.state === 'deleting') {
    throw volumeNotAvailable(volume.id, volume.state);
  }
  const id = await context.once(() => newId('snap'));
  const { scope, sizeGiB, lineage, key } = volume;
  const snapshot: SnapshotDocument = {
    id,
    scope,
    tags,
    created: call.now,
    sizeGiB,
    layer: await useLayer(unit, volume.layer),
    lineage,
    ...(key === undefined ? {} : { key }),
    state: 'pending',
    progress: 0,
    description: description ?? '',
    volumeId: volume.id,
    accounts: [],
    isPublic: false,
  };
  putSnapshot(unit, snapshot);
  unit.order(settleOrder(scope, id, call.now));
  return snapshot;
}

const createSnapshots: OperationOf<Ec2Operations, 'CreateSnapshots'> = {
  name: 'CreateSnapshots',
  access: 'write',
  authorize: async ({ InstanceSpecification, TagSpecifications, CopyTagsFromSource }, context) => {
    const { InstanceId } = InstanceSpecification;
    const attached = await volumesOf(context, InstanceId);
    const { operation } = context.call;
    const instance = await context.resolve(instanceNoun.kind, InstanceId);
    const copied =
      CopyTagsFromSource === 'volume'
        ? wantedOf(attached, InstanceSpecification, instance.resolved.document)
        : [];
    return [
      permissionTo(context, operation, instance),
      ...(await Promise.all(
        attached.map(async ({ id }) =>
          permissionTo(context, operation, await context.resolve(volumeNoun.kind, id)),
        ),
      )),
      ...permissionsFor(context, TagSpecifications),
      // Tags that come along are tags that are set.
      ...copied.flatMap(({ tags }) =>
        permissionsFor(context, withCopied(TagSpecifications, 'snapshot', tags)),
      ),
    ];
  },
  handle: async (input, context) => {
    refuseElsewhere('CreateSnapshots', input);
    const { InstanceId } = input.InstanceSpecification;
    const { resolved } = await context.resolve(instanceNoun.kind, InstanceId);
    if (resolved.document === undefined) throw resolved.missing ?? instanceNotFound([InstanceId]);
    const attached = await volumesOf(context, InstanceId);
    const wanted = wantedOf(attached, input.InstanceSpecification, resolved.document);
    if (wanted.length === 0) {
      throw invalidParameterValue(`Instance ${InstanceId} has no volumes to take snapshots of.`);
    }
    const tags = newTags(input.TagSpecifications, 'snapshot');
    const isCopyingTags = input.CopyTagsFromSource === 'volume';
    const made: SnapshotInfo[] = [];
    for (const volume of wanted) {
      const own = isCopyingTags ? { ...volume.tags, ...tags } : tags;
      made.push(infoOf(await snapshotOf(context, volume, input.Description, own)));
    }
    return { Snapshots: made };
  },
};

/** The volumes that a request does not leave out. */
function wantedOf(
  attached: readonly VolumeDocument[],
  { InstanceId, ExcludeBootVolume, ExcludeDataVolumeIds = [] }: InstanceSpecification,
  instance: Pick<InstanceDocument, 'rootDevice'> | undefined,
): readonly VolumeDocument[] {
  const isRoot = ({ attachments }: VolumeDocument) =>
    attachments.some((one) => one.instanceId === InstanceId && one.device === instance?.rootDevice);
  return attached.filter((volume) =>
    isRoot(volume) ? ExcludeBootVolume !== true : !ExcludeDataVolumeIds.includes(volume.id),
  );
}

async function volumesOf({ view }: ResolveContext, instanceId: string) {
  const query = { index: 'instance', prefix: instanceId, limit: VOLUMES_MAX };
  const { items } = await view.list(volumes, query);
  return items.map(({ document }) => document);
}

function infoOf(snapshot: SnapshotDocument): SnapshotInfo {
  const { StorageTier: _tier, KmsKeyId: _key, ...shown } = shownSnapshot(snapshot);
  return shown;
}

export const snapshotCreation: readonly AnyOperation[] = [createSnapshot, createSnapshots];
