import { listedTagConditions } from '../../../core/tags.ts';
import type {
  BlockDeviceMapping,
  EbsBlockDevice,
  Ec2Operations,
  RegisterImageRequest,
} from '../../../../models/ec2/types.ts';
import type {
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import {
  givenTags,
  newArn,
  permissionOn,
  permissionTo,
  taggingPermissions,
} from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { snapshotNotFound } from '../storage/errors.ts';
import { usableSnapshotKind } from '../storage/nouns.ts';
import type { SnapshotDocument } from '../storage/state.ts';
import { newTags } from '../tagging.ts';
import { imageNoun } from './noun.ts';
import { ownImageOf } from './own.ts';
import { type ImageDevice, type ImageDocument, images } from './state.ts';
import { dropImage, putImage } from './visibility.ts';

const IMAGES_MAX = 50_000;
const DEVICES_MAX = 50;
const NAME = /^[a-zA-Z0-9()[\] ./\-'@_]{3,128}$/;

const UNBUILT = ['BillingProducts', 'ImageLocation', 'KernelId', 'RamdiskId', 'UefiData'] as const;

const registerImage: OperationOf<Ec2Operations, 'RegisterImage'> = {
  name: 'RegisterImage',
  access: 'write',
  authorize: async (input, context) => [
    permissionTo(
      context,
      'RegisterImage',
      newArn(context, 'image'),
      listedTagConditions(givenTags(input.TagSpecifications, 'image')),
    ),
    ...(await onSnapshots(input, context)),
    ...taggingPermissions(context, input.TagSpecifications),
  ],
  handle: async (input, context) => {
    const { call, unit } = context;
    for (const name of UNBUILT) {
      if (input[name] !== undefined) throw unbuilt('RegisterImage', name);
    }
    const tags = newTags(input.TagSpecifications, 'image');
    await requireNewName(context.view, input.Name);
    const image: ImageDocument = {
      id: await context.once(() => newId('ami')),
      tags,
      scope: call.scope,
      name: input.Name,
      description: input.Description ?? '',
      created: call.now,
      state: 'available',
      architecture: input.Architecture ?? 'i386',
      ...(await devicesOf(input, context)),
      grants: [],
      enaSupport: input.EnaSupport ?? false,
      ...(input.BootMode === undefined ? {} : { bootMode: input.BootMode }),
      ...(input.ImdsSupport === undefined ? {} : { imdsSupport: input.ImdsSupport }),
      ...(input.TpmSupport === undefined ? {} : { tpmSupport: input.TpmSupport }),
      ...(input.SriovNetSupport === undefined ? {} : { sriovNetSupport: input.SriovNetSupport }),
    };
    putImage(unit, image);
    return { ImageId: image.id };
  },
};

function snapshotIds(mappings: readonly BlockDeviceMapping[] = []): readonly string[] {
  return [...new Set(mappings.flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []))].slice(0, DEVICES_MAX);
}

async function onSnapshots(
  { BlockDeviceMappings }: RegisterImageRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  return Promise.all(
    snapshotIds(BlockDeviceMappings).map(async (id) =>
      permissionTo(context, 'RegisterImage', await context.resolve(usableSnapshotKind, id)),
    ),
  );
}

/** Errors: InvalidAMIName.Malformed, InvalidAMIName.Duplicate, ImageQuotaExceeded. */
export async function requireNewName(view: View, name: string): Promise<void> {
  if (!NAME.test(name)) {
    const text =
      'AMI names must be between 3 and 128 characters long, and may contain letters, numbers, ' +
      "'(', ')', '.', '-', '/' and '_'";
    throw ec2Error('InvalidAMIName.Malformed', text);
  }
  const own = await everyOf(view, images);
  const same = own.find((image) => image.name === name);
  if (same !== undefined) {
    const text = `AMI name ${name} is already in use by AMI ${same.id}`;
    throw ec2Error('InvalidAMIName.Duplicate', text);
  }
  if (own.length >= IMAGES_MAX) {
    const text = 'The maximum number of AMIs in this Region has been reached.';
    throw ec2Error('ImageQuotaExceeded', text);
  }
}

/** The devices, one of which is the root and has a snapshot. */
async function devicesOf(
  { BlockDeviceMappings: mappings = [], RootDeviceName: rootDevice }: RegisterImageRequest,
  context: Context,
): Promise<Pick<ImageDocument, 'devices' | 'rootDevice'>> {
  if (rootDevice === undefined) throw missingParameter('rootDeviceName');
  if (mappings.length > DEVICES_MAX) {
    throw invalidParameterValue(`An AMI may have at most ${DEVICES_MAX} devices.`);
  }
  const devices: ImageDevice[] = [];
  for (const mapping of mappings) devices.push(await deviceOf(mapping, context));
  if (devices.find(({ device }) => device === rootDevice)?.snapshotId === undefined) {
    const text = `No snapshot found for root device (${rootDevice})`;
    throw ec2Error('InvalidBlockDeviceMapping', text);
  }
  return { rootDevice, devices };
}

async function deviceOf(mapping: BlockDeviceMapping, context: Context): Promise<ImageDevice> {
  const { device, ebs } = checkedMapping(mapping);
  const { SnapshotId: snapshotId, VolumeType, Iops, Throughput } = ebs;
  const snapshot = snapshotId === undefined ? undefined : await completed(context, snapshotId);
  const sizeGiB = sizeOf(ebs, snapshot);
  return {
    device,
    ...(snapshotId === undefined ? {} : { snapshotId }),
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    volumeType: VolumeType ?? 'standard',
    ...(Iops === undefined ? {} : { iops: Iops }),
    ...(Throughput === undefined ? {} : { throughput: Throughput }),
    encrypted: snapshot?.key !== undefined || ebs.Encrypted === true,
    deleteOnTermination: ebs.DeleteOnTermination ?? true,
  };
}

/** Errors: MissingParameter, InvalidBlockDeviceMapping. */
function checkedMapping({
  DeviceName: device,
  Ebs: ebs,
  VirtualName,
  NoDevice,
}: BlockDeviceMapping) {
  if (device === undefined) throw missingParameter('deviceName');
  if (VirtualName !== undefined || NoDevice !== undefined || ebs === undefined) {
    throw unbuilt('RegisterImage', 'devices that are not EBS volumes');
  }
  if (ebs.Encrypted !== undefined && ebs.SnapshotId !== undefined) {
    const text =
      'The parameter encrypted is not allowed for a device with a snapshot: it is as its snapshot is.';
    throw ec2Error('InvalidBlockDeviceMapping', text);
  }
  return { device, ebs };
}

function sizeOf(
  { SnapshotId, VolumeSize }: EbsBlockDevice,
  snapshot: SnapshotDocument | undefined,
): number | undefined {
  if (snapshot === undefined) return VolumeSize;
  const { sizeGiB } = snapshot;
  if (VolumeSize !== undefined && VolumeSize < sizeGiB) {
    const text = `Volume of size ${VolumeSize}GB is smaller than snapshot '${SnapshotId}', expect size >= ${sizeGiB}GB`;
    throw ec2Error('InvalidBlockDeviceMapping', text);
  }
  return VolumeSize ?? sizeGiB;
}

/** An image's snapshots are its owner's: what is shared is copied first. Errors: InvalidSnapshot.NotFound, IncorrectState. */
async function completed(context: Context, id: string): Promise<SnapshotDocument> {
  const { resolved } = await context.resolve(usableSnapshotKind, id);
  const { document } = resolved;
  const isOwn = document?.scope.account === context.call.scope.account;
  if (document === undefined || !isOwn) throw snapshotNotFound(id);
  if (document.state !== 'completed') {
    throw ec2Error('IncorrectState', `Snapshot is in invalid state - ${document.state}`);
  }
  return document;
}

const deregisterImage: OperationOf<Ec2Operations, 'DeregisterImage'> = {
  name: 'DeregisterImage',
  access: 'write',
  authorize: async ({ ImageId }, context) => [await permissionOn(context, imageNoun, ImageId)],
  handle: async ({ ImageId, DeleteAssociatedSnapshots }, context) => {
    if (DeleteAssociatedSnapshots === true) {
      throw unbuilt('DeregisterImage', 'DeleteAssociatedSnapshots: delete them by DeleteSnapshot');
    }
    dropImage(context.unit, await ownImageOf(context, ImageId));
    return { Return: true };
  },
};

export const registrationOperations: readonly AnyOperation[] = [registerImage, deregisterImage];
