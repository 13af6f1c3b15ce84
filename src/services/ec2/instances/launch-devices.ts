import type {
  BlockDeviceMapping,
  EbsBlockDevice,
  RunInstancesRequest,
} from '../../../../models/ec2/types.ts';
import type { Context, Permission, ResolveContext } from '../../../contract/operation.ts';
import { listedTagConditions, type Tags } from '../../../core/tags.ts';
import { givenTags, newArn, permissionTo } from '../authorization.ts';
import { invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import type { ImageDevice, ImageDocument } from '../images/state.ts';
import { snapshotNotFound } from '../storage/errors.ts';
import { makeVolume } from '../storage/new-volume.ts';
import { requireEncryptionForKey } from '../storage/new-keys.ts';
import { snapshotArn, usableSnapshotKind } from '../storage/nouns.ts';
import { usableSnapshotOf } from '../storage/own.ts';
import { type SnapshotDocument, snapshots } from '../storage/state.ts';
import { settingsFor } from '../storage/volume-types.ts';
import type { HeldVolume, InstanceDocument } from './state.ts';
import { letOpen } from './start-keys.ts';
import { UNUSABLE_KEY } from './transitions.ts';

const DEVICES_MAX = 28;
const TYPE_DEFAULT = 'gp2';

/** A volume that an instance is to have: the image's device, with what the request says of it. */
export interface WantedDevice {
  readonly device: string;
  readonly ebs: EbsBlockDevice;
  /** The snapshot is the image's: whoever may launch the image may use it. */
  readonly isOfImage: boolean;
}

/** Errors: MissingParameter, InvalidParameterValue. */
export function wantedDevices(
  { BlockDeviceMappings: mappings = [] }: RunInstancesRequest,
  image: ImageDocument,
): readonly WantedDevice[] {
  const devices = new Map(image.devices.map((device) => [device.device, ofImage(device)]));
  for (const mapping of mappings) {
    const { DeviceName: name, NoDevice, VirtualName } = mapping;
    if (name === undefined) throw missingParameter('deviceName');
    if (VirtualName !== undefined) throw unbuilt('RunInstances', 'instance stores');
    if (NoDevice === undefined) devices.set(name, changed(name, devices.get(name), mapping));
    else devices.delete(name);
  }
  if (devices.size > DEVICES_MAX) {
    throw invalidParameterValue(`An instance may have at most ${DEVICES_MAX} volumes.`);
  }
  return [...devices.values()];
}

function ofImage(device: ImageDevice): WantedDevice {
  const ebs = {
    SnapshotId: device.snapshotId,
    VolumeSize: device.sizeGiB,
    VolumeType: device.volumeType,
    Iops: device.iops,
    Throughput: device.throughput,
    DeleteOnTermination: device.deleteOnTermination,
    ...(device.snapshotId === undefined && device.encrypted ? { Encrypted: true } : {}),
  };
  return { device: device.device, ebs, isOfImage: true };
}

function changed(
  device: string,
  held: WantedDevice | undefined,
  { Ebs = {} }: BlockDeviceMapping,
): WantedDevice {
  if (Ebs.OutpostArn !== undefined) throw unbuilt('RunInstances', 'Outposts');
  requireEncryptionForKey(Ebs);
  const given = Object.entries(Ebs).filter(([, value]) => value !== undefined);
  const ebs: EbsBlockDevice = { ...held?.ebs, ...Object.fromEntries(given) };
  if (ebs.SnapshotId === undefined && ebs.VolumeSize === undefined) {
    throw missingParameter('size or snapshotId');
  }
  return { device, ebs, isOfImage: held !== undefined && Ebs.SnapshotId === undefined };
}

/** What is asked for on volumes that are made, and on snapshots that the request names itself. */
export async function volumePermissions(
  input: RunInstancesRequest,
  image: ImageDocument | undefined,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  if (image === undefined) return [];
  const tags = listedTagConditions(givenTags(input.TagSpecifications, 'volume'));
  const permissions: Permission[] = [];
  for (const { ebs, isOfImage } of wantedDevices(input, image)) {
    const conditions = new Map([...tags, ...deviceConditions(ebs, context)]);
    permissions.push(permissionTo(context, 'RunInstances', newArn(context, 'volume'), conditions));
    if (isOfImage || ebs.SnapshotId === undefined) continue;
    const snapshot = await context.resolve(usableSnapshotKind, ebs.SnapshotId);
    permissions.push(permissionTo(context, 'RunInstances', snapshot));
  }
  return permissions;
}

function deviceConditions(ebs: EbsBlockDevice, { call }: ResolveContext) {
  const conditions = new Map<string, readonly string[]>([
    ['ec2:encrypted', [String(ebs.Encrypted === true)]],
    ['ec2:volumetype', [ebs.VolumeType ?? TYPE_DEFAULT]],
  ]);
  const { SnapshotId } = ebs;
  for (const [key, value] of [
    ['ec2:volumesize', ebs.VolumeSize],
    ['ec2:volumeiops', ebs.Iops],
    ['ec2:volumethroughput', ebs.Throughput],
    ['ec2:kmskeyid', ebs.KmsKeyId],
    ['ec2:parentsnapshot', SnapshotId && snapshotArn(call.scope.region, SnapshotId)],
  ] as const) {
    if (value !== undefined) conditions.set(key, [String(value)]);
  }
  return conditions;
}

/** Errors: those of snapshots that the request names, and of what volumes can be. */
export async function requireUsable(
  context: Context,
  wanted: readonly WantedDevice[],
): Promise<void> {
  for (const { ebs, isOfImage } of wanted) {
    const { SnapshotId: id } = ebs;
    const source = isOfImage || id === undefined ? undefined : await usableSnapshotOf(context, id);
    if (source !== undefined && source.state !== 'completed') {
      throw invalidParameterValue(`Snapshot ${id} is not completed.`);
    }
    settingsOf(ebs, source);
  }
}

function settingsOf(ebs: EbsBlockDevice, source: SnapshotDocument | undefined) {
  const { SnapshotId, VolumeSize } = ebs;
  const sizeGiB = VolumeSize ?? source?.sizeGiB ?? 0;
  if (source !== undefined && sizeGiB < source.sizeGiB) {
    throw invalidParameterValue(
      `Volume of size ${sizeGiB}GB is smaller than snapshot '${SnapshotId}', expect size >= ${source.sizeGiB}GB`,
    );
  }
  const type = ebs.VolumeType ?? TYPE_DEFAULT;
  const { Iops: iops, Throughput: throughput } = ebs;
  return settingsFor({ type, sizeGiB, iops, throughput, multiAttach: false });
}

interface Launch {
  readonly instanceIds: readonly string[];
  readonly zone: string;
  readonly image: ImageDocument;
  readonly tags: Tags;
}

type Devices = Pick<InstanceDocument, 'launchFault' | 'volumes'>;

/**
 * Makes the volumes of the instances of a request. When KMS refuses one, none is made, and all of the request's
 * instances fail.
 */
export async function devicesFor(
  context: Context,
  wanted: readonly WantedDevice[],
  launch: Launch,
): Promise<(instanceId: string) => Devices> {
  const made = new Map<string, readonly HeldVolume[]>();
  const takeBack = context.unit.savepoint();
  for (const instanceId of launch.instanceIds) {
    const held: HeldVolume[] = [];
    for (const device of wanted) {
      const volume = await heldVolume(context, device, instanceId, launch);
      if (volume === undefined) {
        takeBack();
        return () => ({ volumes: [], launchFault: UNUSABLE_KEY });
      }
      held.push(volume);
    }
    made.set(instanceId, held);
  }
  return (instanceId) => ({ volumes: made.get(instanceId) ?? [] });
}

/** Undefined: KMS refused its key. */
async function heldVolume(
  context: Context,
  { device, ebs, isOfImage }: WantedDevice,
  instanceId: string,
  { zone, image, tags }: Launch,
): Promise<HeldVolume | undefined> {
  const source = await sourceOf(context, ebs.SnapshotId, isOfImage ? image : undefined);
  const settings = settingsOf(ebs, source);
  const volume = await makeVolume(context, { zone, settings, encryption: ebs, source, tags });
  if (volume.failure !== undefined) return undefined;
  const grant = await letOpen(context, volume, instanceId);
  if (grant === 'refused') return undefined;
  return {
    device,
    volumeId: volume.id,
    attached: context.call.now,
    deleteOnTermination: ebs.DeleteOnTermination ?? true,
    isAttaching: true,
    ...(grant === undefined ? {} : { grant }),
  };
}

/** The snapshots of Amazon's own images hold nothing, and are not there. Errors: InvalidSnapshot.NotFound. */
async function sourceOf(
  context: Context,
  id: string | undefined,
  image: ImageDocument | undefined,
): Promise<SnapshotDocument | undefined> {
  if (id === undefined) return undefined;
  if (image === undefined) return usableSnapshotOf(context, id);
  if (image.ownerAlias !== undefined) return undefined;
  const snapshot = await context.unit.view(image.scope).get(snapshots, id);
  // Never an empty volume in its place: what was encrypted would come up in clear.
  if (snapshot === undefined) throw snapshotNotFound(id);
  return snapshot;
}
