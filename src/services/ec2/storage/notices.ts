import type { Unit } from '../../../contract/view.ts';
import type { JsonObject } from '../../../core/json.ts';
import { partitionOf } from '../../../core/arn.ts';
import type { Instant } from '../../../core/time.ts';
import type { Scope } from '../../../core/scope.ts';
import { awsEvent } from '../../events/port.ts';
import { volumeNoun } from './nouns.ts';
import type { SnapshotDocument, VolumeDocument } from './state.ts';

export interface VolumeNotice {
  readonly event: 'attachVolume' | 'createVolume' | 'deleteVolume' | 'modifyVolume';
  readonly result: 'available' | 'deleted' | 'failed' | 'completed';
  readonly cause?: string;
  readonly requestId?: string;
  /** Named beside the volume. */
  readonly keyArn?: string | undefined;
}

/** Tells the account's event bus of a volume. */
export function tellOfVolume(
  unit: Unit,
  { scope, id }: Pick<VolumeDocument, 'scope' | 'id'>,
  now: Instant,
  { event, result, cause = '', requestId = '', keyArn }: VolumeNotice,
): void {
  const arn = volumeNoun.arn(scope, id);
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.ec2',
      detailType: 'EBS Volume Notification',
      resources: keyArn === undefined ? [arn] : [arn, keyArn],
      detail: { result, cause, event, 'request-id': requestId },
    }),
  );
}

export interface SnapshotNotice {
  readonly event: 'createSnapshot' | 'copySnapshot' | 'shareSnapshot';
  readonly result: 'succeeded' | 'failed';
  readonly cause?: string;
  readonly source: string;
  readonly started: Instant;
  /** Whose event bus is told. */
  readonly to: Scope;
  readonly more?: JsonObject;
}

/** Tells an account's event bus of a snapshot. Its events name the Region where ARNs have the account. */
export function tellOfSnapshot(
  unit: Unit,
  { scope, id }: Pick<SnapshotDocument, 'scope' | 'id'>,
  now: Instant,
  { event, result, cause = '', source, started, to, more = {} }: SnapshotNotice,
): void {
  const arn = eventArn(scope.region, `snapshot/${id}`);
  unit.emit(
    awsEvent(to, now, {
      source: 'aws.ec2',
      detailType: 'EBS Snapshot Notification',
      resources: [arn],
      detail: {
        event,
        result,
        cause,
        'request-id': '',
        snapshot_id: arn,
        source,
        startTime: toSecond(started),
        endTime: toSecond(now),
        ...more,
      },
    }),
  );
}

/** As EBS's events name volumes and snapshots: `arn:aws:ec2::us-west-2:snapshot/snap-01234567`. */
export function eventArn(region: string, resource: string): string {
  return `arn:${partitionOf(region)}:ec2::${region}:${resource}`;
}

function toSecond(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
