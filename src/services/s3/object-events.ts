import { uuid } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { awsEvent } from '../events/port.ts';
import { type NotificationTarget, targetsOf } from './domain/notification-settings.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import type { Change } from './object-change.ts';
import { bucketArn } from './resources.ts';
import { type BucketDocument, bucketScope } from './state.ts';

export const NOTIFY = 's3.notify';

/** `ObjectCreated:Put`, as notifications name it, and what EventBridge calls it; undefined: it is not told there. */
const DETAIL_TYPES = {
  'ObjectCreated:Put': 'Object Created',
  'ObjectCreated:Copy': 'Object Created',
  'ObjectCreated:CompleteMultipartUpload': 'Object Created',
  'ObjectRemoved:Delete': 'Object Deleted',
  'ObjectRemoved:DeleteMarkerCreated': 'Object Deleted',
  'LifecycleExpiration:Delete': 'Object Deleted',
  'LifecycleExpiration:DeleteMarkerCreated': 'Object Deleted',
  'ObjectTagging:Put': 'Object Tags Added',
  'ObjectTagging:Delete': 'Object Tags Deleted',
  'Replication:OperationFailedReplication': undefined,
} as const;

export type ObjectEventName = keyof typeof DETAIL_TYPES;

export interface ObjectEvent {
  readonly name: ObjectEventName;
  readonly key: string;
  /** Absent: the bucket never had versions. */
  readonly version?: string | undefined;
  readonly size?: number | undefined;
  readonly etag?: string | undefined;
  readonly replicationFailure?: {
    readonly rule: string;
    readonly destination: string;
    readonly reason: string;
  };
}

/** Tells whom the bucket wants to be told, with the unit that changes the object. */
export function tell(change: Change, bucket: BucketDocument, event: ObjectEvent): void {
  const { notifications } = bucket;
  if (notifications === undefined) return;
  const sequencer = change.now.toString(16).padStart(16, '0').toUpperCase();
  const detailType = DETAIL_TYPES[event.name];
  if (notifications.EventBridgeConfiguration !== undefined && detailType !== undefined) {
    const detail = detailOf(change, bucket, event, sequencer);
    const resources = [bucketArn(bucket, bucket.name)];
    const told = { source: 'aws.s3', detailType, resources, detail };
    change.unit.emit(awsEvent(bucketScope(bucket), change.now, told));
  }
  for (const target of targetsOf(notifications, event.name, event.key)) {
    const text = JSON.stringify({ Records: [recordOf(change, bucket, event, target, sequencer)] });
    const payload = { target, text, bucketArn: bucketArn(bucket, bucket.name), attempts: 0 };
    order(change, bucketScope(bucket), payload);
  }
}

/** What a notification's job is given. */
export interface NotificationPayload {
  readonly target: NotificationTarget;
  readonly text: string;
  readonly bucketArn: string;
  /** Attempts before this one. */
  readonly attempts: number;
}

function order({ unit, now }: Change, scope: Scope, payload: NotificationPayload): void {
  const id = `${NOTIFY}/${uuid()}`;
  unit.order({ id, kind: NOTIFY, scope, due: now, payload: JSON.stringify(payload) });
}

function detailOf(
  { origin }: Change,
  bucket: BucketDocument,
  { name, key, version, size, etag }: ObjectEvent,
  sequencer: string,
): JsonObject {
  const isDeletion = DETAIL_TYPES[name] === 'Object Deleted';
  const isTagging = name.startsWith('ObjectTagging:');
  return {
    version: '0',
    bucket: { name: bucket.name },
    object: {
      key,
      ...(size === undefined || isTagging ? {} : { size }),
      ...(etag === undefined ? {} : { etag }),
      ...(version === undefined ? {} : { 'version-id': version }),
      ...(isTagging ? {} : { sequencer }),
    },
    'request-id': origin.requestId,
    requester: origin.requester,
    ...(origin.sourceIp === undefined ? {} : { 'source-ip-address': origin.sourceIp }),
    ...(isTagging ? {} : { reason: origin.reason }),
    ...(isDeletion
      ? {
          'deletion-type': name.endsWith('DeleteMarkerCreated')
            ? 'Delete Marker Created'
            : 'Permanently Deleted',
        }
      : {}),
  };
}

function recordOf(
  { origin, now }: Change,
  bucket: BucketDocument,
  event: ObjectEvent,
  { id }: NotificationTarget,
  sequencer: string,
): JsonObject {
  const { name, key, version, size, etag, replicationFailure: failed } = event;
  return {
    eventVersion: failed === undefined ? '2.1' : '2.2',
    eventSource: 'aws:s3',
    awsRegion: bucket.region,
    eventTime: new Date(now).toISOString(),
    eventName: name,
    userIdentity: { principalId: origin.principalId },
    requestParameters: { sourceIPAddress: origin.sourceIp ?? '' },
    responseElements: { 'x-amz-request-id': origin.requestId, 'x-amz-id-2': origin.requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: id,
      bucket: {
        name: bucket.name,
        ownerIdentity: { principalId: canonicalUser(bucket.account) },
        arn: bucketArn(bucket, bucket.name),
      },
      object: {
        key: encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/'),
        ...(size === undefined ? {} : { size }),
        ...(etag === undefined ? {} : { eTag: etag }),
        ...(version === undefined ? {} : { versionId: version }),
        sequencer,
      },
    },
    ...(failed === undefined
      ? {}
      : {
          replicationEventData: {
            replicationRuleId: failed.rule,
            destinationBucket: failed.destination,
            s3Operation: 'OBJECT_PUT',
            failureReason: failed.reason,
            requestTime: new Date(now).toISOString(),
          },
        }),
  };
}
