import type { ServiceError } from '../../../core/errors.ts';
import { ec2Error } from '../errors.ts';

export function snapshotNotFound(id: string): ServiceError {
  return ec2Error('InvalidSnapshot.NotFound', `The snapshot '${id}' does not exist.`);
}

export function volumeNotFound(id: string): ServiceError {
  return ec2Error('InvalidVolume.NotFound', `The volume '${id}' does not exist.`);
}

export function zoneNotFound(zone: string): ServiceError {
  return ec2Error('InvalidZone.NotFound', `The zone '${zone}' does not exist.`);
}

export function keyWithoutEncryption(): ServiceError {
  return ec2Error(
    'InvalidParameterDependency',
    'The parameter KmsKeyId requires the parameter Encrypted to be set.',
  );
}

export function snapshotPending(id: string): ServiceError {
  return ec2Error('IncorrectState', `Snapshot is in invalid state - pending: ${id}`);
}

export function snapshotFailed(id: string): ServiceError {
  return ec2Error('IncorrectState', `Snapshot is in invalid state - error: ${id}`);
}

export function volumeNotAvailable(id: string, state: string): ServiceError {
  return ec2Error('IncorrectState', `The volume '${id}' is '${state}'.`);
}

export function volumeInUse(id: string, instanceId: string): ServiceError {
  return ec2Error('VolumeInUse', `Volume ${id} is currently attached to ${instanceId}`);
}

export function alreadyAttached(id: string): ServiceError {
  return ec2Error('VolumeInUse', `${id} is already attached to an instance`);
}

export function notAttached(id: string): ServiceError {
  return ec2Error('IncorrectState', `Volume '${id}' is in the 'available' state.`);
}

export function keyRevoked(id: string): ServiceError {
  return ec2Error(
    'Client.CustomerKeyHasBeenRevoked',
    `Volume ${id} cannot be attached. The encrypted volume was unable to access the KMS key.`,
  );
}

export function encryptedNotPublic(): ServiceError {
  return ec2Error('OperationNotPermitted', 'Encrypted snapshots cannot be shared publicly.');
}

export function defaultKeyNotShared(): ServiceError {
  return ec2Error(
    'OperationNotPermitted',
    'Encrypted snapshots with EBS default key cannot be shared',
  );
}

export function publicAccessBlocked(): ServiceError {
  return ec2Error(
    'OperationNotPermitted',
    'You cannot publicly share snapshots in this Region because block public access for snapshots is enabled.',
  );
}

export function layersFull(most: number): ServiceError {
  return ec2Error(
    'ResourceLimitExceeded',
    `At most ${most} snapshots that are kept may stand one above the other.`,
  );
}

export function tooManyCopies(most: number): ServiceError {
  return ec2Error(
    'ResourceLimitExceeded',
    `Too many snapshot copies in progress. The limit is ${most} for this destination region.`,
  );
}

export function snapshotInUse(id: string, imageId: string): ServiceError {
  const text = `The snapshot ${id} is currently in use by ${imageId}`;
  return ec2Error('InvalidSnapshot.InUse', text);
}

export function modifiedTooSoon(): ServiceError {
  return ec2Error(
    'VolumeModificationRateExceeded',
    "You've reached the maximum modification rate per volume limit. Wait at least 6 hours between modifications per EBS volume.",
  );
}

export function zoneMismatch(volumeId: string, instanceId: string): ServiceError {
  return ec2Error(
    'InvalidVolume.ZoneMismatch',
    `The volume '${volumeId}' is not in the same availability zone as instance '${instanceId}'`,
  );
}

export function instanceNotReady(instanceId: string): ServiceError {
  return ec2Error('IncorrectState', `Instance '${instanceId}' is not 'running'.`);
}

export function snapshotLocked(id: string): ServiceError {
  return ec2Error('SnapshotLocked', `The snapshot '${id}' is locked.`);
}

export function snapshotNotLocked(id: string): ServiceError {
  return ec2Error('SnapshotLock.NotFound', `The snapshot '${id}' is not locked.`);
}
