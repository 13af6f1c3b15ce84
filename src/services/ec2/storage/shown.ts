import type { Snapshot, Volume, VolumeAttachment } from '../../../../models/ec2/types.ts';
import { shownTags } from '../tagging.ts';
import type { Attachment, SnapshotDocument, VolumeDocument } from './state.ts';

export function shownSnapshot(snapshot: SnapshotDocument): Snapshot {
  const { key, message, completed } = snapshot;
  return {
    SnapshotId: snapshot.id,
    VolumeId: snapshot.volumeId,
    VolumeSize: snapshot.sizeGiB,
    OwnerId: snapshot.scope.account,
    State: snapshot.state,
    Progress: `${snapshot.progress}%`,
    StartTime: new Date(snapshot.created),
    Description: snapshot.description,
    Encrypted: key !== undefined,
    StorageTier: 'standard',
    SseType: key === undefined ? 'none' : 'sse-kms',
    Tags: shownTags(snapshot.tags),
    ...(snapshot.copyOf === undefined ? {} : { TransferType: 'standard' }),
    ...(key === undefined ? {} : { KmsKeyId: key.keyArn }),
    ...(message === undefined ? {} : { StateMessage: message }),
    ...(completed === undefined ? {} : { CompletionTime: new Date(completed) }),
  };
}

export function shownVolume(volume: VolumeDocument): Volume {
  const { key, iops, throughput } = volume;
  return {
    VolumeId: volume.id,
    Size: volume.sizeGiB,
    SnapshotId: volume.snapshotId,
    AvailabilityZone: volume.zone,
    State: volume.state,
    CreateTime: new Date(volume.created),
    VolumeType: volume.type,
    MultiAttachEnabled: volume.multiAttach,
    Encrypted: key !== undefined,
    SseType: key === undefined ? 'none' : 'sse-kms',
    Attachments: volume.attachments.map((attachment) => shownAttachment(volume.id, attachment)),
    Tags: shownTags(volume.tags),
    ...(iops === undefined ? {} : { Iops: iops }),
    ...(throughput === undefined ? {} : { Throughput: throughput }),
    ...(key === undefined ? {} : { KmsKeyId: key.keyArn }),
  };
}

export function shownAttachment(volumeId: string, attachment: Attachment): VolumeAttachment {
  return {
    VolumeId: volumeId,
    InstanceId: attachment.instanceId,
    Device: attachment.device,
    State: attachment.state,
    AttachTime: new Date(attachment.attached),
    DeleteOnTermination: attachment.deleteOnTermination,
  };
}
