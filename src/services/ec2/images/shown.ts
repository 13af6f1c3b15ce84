import type { BlockDeviceMapping, Image } from '../../../../models/ec2/types.ts';
import { shownTags } from '../tagging.ts';
import type { ImageDevice, ImageDocument } from './state.ts';
import { isPublic } from './visibility.ts';

/** An image as an account sees it: only its owner sees its tags. */
export function shownImage(image: ImageDocument, account: string): Image {
  const { failure, source } = image;
  const isOwn = image.scope.account === account;
  return {
    ImageId: image.id,
    Name: image.name,
    Description: image.description,
    ImageLocation: locationOf(image),
    ImageOwnerAlias: image.ownerAlias,
    OwnerId: image.scope.account,
    CreationDate: new Date(image.created).toISOString(),
    State: image.state,
    ...(failure === undefined
      ? {}
      : { StateReason: { Code: failure.code, Message: failure.message } }),
    Public: isPublic(image.grants),
    Architecture: image.architecture,
    ImageType: 'machine',
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
    Hypervisor: 'xen',
    VirtualizationType: 'hvm',
    RootDeviceName: image.rootDevice,
    RootDeviceType: 'ebs',
    BlockDeviceMappings: image.devices.map(shownDevice),
    EnaSupport: image.enaSupport,
    SriovNetSupport: image.sriovNetSupport,
    BootMode: image.bootMode,
    ImdsSupport: image.imdsSupport,
    TpmSupport: image.tpmSupport,
    SourceInstanceId: image.sourceInstanceId,
    ...(source === undefined ? {} : { SourceImageId: source.id, SourceImageRegion: source.region }),
    ...(isOwn ? { Tags: shownTags(image.tags) } : { Tags: [] }),
  };
}

export function locationOf({ ownerAlias, scope, name }: ImageDocument): string {
  return `${ownerAlias ?? scope.account}/${name}`;
}

export function shownDevice(device: ImageDevice): BlockDeviceMapping {
  return {
    DeviceName: device.device,
    Ebs: {
      SnapshotId: device.snapshotId,
      VolumeSize: device.sizeGiB,
      VolumeType: device.volumeType,
      Iops: device.iops,
      Throughput: device.throughput,
      Encrypted: device.encrypted,
      DeleteOnTermination: device.deleteOnTermination,
    },
  };
}
