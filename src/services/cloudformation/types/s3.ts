import type { JsonObject } from '../../../core/json.ts';
import { isTrue, listOf, objectOf, picked, textOf } from './made.ts';
import type { Changing, Made, ResourceType, Work } from './resource-type.ts';

const BUCKET_CHARACTERS_MAX = 63;

/** A part of a bucket: what sets it, and what takes it away. Without the latter it stays as it is when it is left out. */
interface BucketPart {
  readonly property: string;
  readonly set: (work: Work, Bucket: string, value: JsonObject) => Promise<unknown>;
  readonly clear?: (work: Work, Bucket: string) => Promise<unknown>;
}

const PARTS: readonly BucketPart[] = [
  {
    property: 'BucketEncryption',
    set: (work, Bucket, value) => {
      const Rules = listOf(value['ServerSideEncryptionConfiguration']).map((rule) => {
        const { ServerSideEncryptionByDefault: own, BucketKeyEnabled } = objectOf(rule);
        return {
          ...(own === undefined ? {} : { ApplyServerSideEncryptionByDefault: own }),
          ...(BucketKeyEnabled === undefined ? {} : { BucketKeyEnabled }),
        };
      });
      const input = { Bucket, ServerSideEncryptionConfiguration: { Rules } };
      return work.call('s3', 'PutBucketEncryption', input);
    },
    clear: (work, Bucket) => work.call('s3', 'DeleteBucketEncryption', { Bucket }),
  },
  {
    property: 'VersioningConfiguration',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration: value }),
    clear: (work, Bucket) => {
      const VersioningConfiguration = { Status: 'Suspended' };
      return work.call('s3', 'PutBucketVersioning', { Bucket, VersioningConfiguration });
    },
  },
  {
    property: 'PublicAccessBlockConfiguration',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutPublicAccessBlock', { Bucket, PublicAccessBlockConfiguration: value }),
    clear: (work, Bucket) => work.call('s3', 'DeletePublicAccessBlock', { Bucket }),
  },
  {
    property: 'OwnershipControls',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutBucketOwnershipControls', { Bucket, OwnershipControls: value }),
    clear: (work, Bucket) => work.call('s3', 'DeleteBucketOwnershipControls', { Bucket }),
  },
  {
    property: 'LifecycleConfiguration',
    set: (work, Bucket, value) => {
      const LifecycleConfiguration = { Rules: listOf(value['Rules']).map(lifecycleRule) };
      return work.call('s3', 'PutBucketLifecycleConfiguration', { Bucket, LifecycleConfiguration });
    },
    clear: (work, Bucket) => work.call('s3', 'DeleteBucketLifecycle', { Bucket }),
  },
  {
    property: 'NotificationConfiguration',
    set: (work, Bucket, value) => {
      const NotificationConfiguration = notifications(value);
      return work.call('s3', 'PutBucketNotificationConfiguration', {
        Bucket,
        NotificationConfiguration,
      });
    },
    clear: (work, Bucket) => {
      const NotificationConfiguration = {};
      const input = { Bucket, NotificationConfiguration };
      return work.call('s3', 'PutBucketNotificationConfiguration', input);
    },
  },
  {
    property: 'ObjectLockConfiguration',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutObjectLockConfiguration', { Bucket, ObjectLockConfiguration: value }),
  },
  {
    property: 'LoggingConfiguration',
    set: (work, Bucket, value) => {
      const TargetBucket = value['DestinationBucketName'] ?? Bucket;
      const LoggingEnabled = { TargetBucket, TargetPrefix: value['LogFilePrefix'] ?? '' };
      return work.call('s3', 'PutBucketLogging', {
        Bucket,
        BucketLoggingStatus: { LoggingEnabled },
      });
    },
  },
  {
    property: 'CorsConfiguration',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutBucketCors', { Bucket, CORSConfiguration: { ...value } }),
  },
  {
    property: 'WebsiteConfiguration',
    set: (work, Bucket, value) =>
      work.call('s3', 'PutBucketWebsite', { Bucket, WebsiteConfiguration: value }),
  },
];

/** Templates spell days and prefixes at the rule; S3 has them in a filter and in groups of their own. */
function lifecycleRule(value: JsonObject[string]): JsonObject {
  const rule = objectOf(value);
  const { Id, Status, Prefix, ExpirationInDays, ExpirationDate, Transitions, Transition } = rule;
  const { NoncurrentVersionExpiration, NoncurrentVersionExpirationInDays, TagFilters } = rule;
  const { AbortIncompleteMultipartUpload, ExpiredObjectDeleteMarker } = rule;
  const { NoncurrentVersionTransitions, NoncurrentVersionTransition } = rule;
  const expiration = {
    ...(ExpirationInDays === undefined ? {} : { Days: ExpirationInDays }),
    ...(ExpirationDate === undefined ? {} : { Date: ExpirationDate }),
    ...(ExpiredObjectDeleteMarker === undefined ? {} : { ExpiredObjectDeleteMarker }),
  };
  const noncurrent =
    NoncurrentVersionExpiration ??
    (NoncurrentVersionExpirationInDays === undefined
      ? undefined
      : { NoncurrentDays: NoncurrentVersionExpirationInDays });
  const renamed = (one: JsonObject[string]): JsonObject => {
    const { TransitionInDays, TransitionDate, ...rest } = objectOf(one);
    return {
      ...rest,
      ...(TransitionInDays === undefined ? {} : { Days: TransitionInDays }),
      ...(TransitionDate === undefined ? {} : { Date: TransitionDate }),
    };
  };
  const transitions = [...listOf(Transitions), ...(Transition === undefined ? [] : [Transition])];
  const older = [
    ...listOf(NoncurrentVersionTransitions),
    ...(NoncurrentVersionTransition === undefined ? [] : [NoncurrentVersionTransition]),
  ].map((one) => {
    const { TransitionInDays, ...rest } = objectOf(one);
    return { ...rest, NoncurrentDays: TransitionInDays };
  });
  return {
    ...(Id === undefined ? {} : { ID: Id }),
    ...(Status === undefined ? {} : { Status }),
    Filter: filterOf(rule, Prefix, TagFilters),
    ...(Object.keys(expiration).length === 0 ? {} : { Expiration: expiration }),
    ...(noncurrent === undefined ? {} : { NoncurrentVersionExpiration: noncurrent }),
    ...(AbortIncompleteMultipartUpload === undefined ? {} : { AbortIncompleteMultipartUpload }),
    ...(transitions.length === 0 ? {} : { Transitions: transitions.map(renamed) }),
    ...(older.length === 0 ? {} : { NoncurrentVersionTransitions: older }),
  };
}

function filterOf(
  rule: JsonObject,
  prefix: JsonObject[string],
  tagFilters: JsonObject[string],
): JsonObject {
  const Tags = listOf(tagFilters);
  const sizes = picked(rule, 'ObjectSizeGreaterThan', 'ObjectSizeLessThan');
  const count = Tags.length + Object.keys(sizes).length + (prefix === undefined ? 0 : 1);
  const named = prefix === undefined ? {} : { Prefix: prefix };
  if (count > 1) return { And: { ...named, ...sizes, ...(Tags.length === 0 ? {} : { Tags }) } };
  const [Tag] = Tags;
  if (Tag !== undefined) return { Tag };
  return count === 0 ? { Prefix: '' } : { ...named, ...sizes };
}

function notifications(value: JsonObject): JsonObject {
  const shaped = (list: JsonObject[string], from: string, to: string): JsonObject[] =>
    listOf(list).map((one) => {
      const { Event, Filter, ...rest } = objectOf(one);
      const rules = objectOf(objectOf(Filter)['S3Key'])['Rules'];
      return {
        Events: [Event ?? ''],
        [to]: rest[from],
        ...(rules === undefined ? {} : { Filter: { Key: { FilterRules: rules } } }),
      };
    });
  return {
    LambdaFunctionConfigurations: shaped(
      value['LambdaConfigurations'],
      'Function',
      'LambdaFunctionArn',
    ),
    QueueConfigurations: shaped(value['QueueConfigurations'], 'Queue', 'QueueArn'),
    TopicConfigurations: shaped(value['TopicConfigurations'], 'Topic', 'TopicArn'),
    ...(value['EventBridgeConfiguration'] === undefined ? {} : { EventBridgeConfiguration: {} }),
  };
}

async function applyParts(
  work: Work,
  Bucket: string,
  {
    properties,
    wanted,
  }: { readonly properties: JsonObject; readonly wanted: (name: string) => boolean },
): Promise<void> {
  for (const { property, set, clear } of PARTS) {
    if (!wanted(property)) continue;
    const value = properties[property];
    if (value !== undefined) await set(work, Bucket, objectOf(value));
    else await clear?.(work, Bucket);
  }
}

/** `LogDeliveryWrite` is `log-delivery-write` to S3. Buckets are private as they are made. */
async function setAccess(work: Work, Bucket: string, properties: JsonObject): Promise<void> {
  const access = textOf(properties['AccessControl']);
  if (access === undefined || access === 'Private') return;
  const ACL = access.replaceAll(/(?<=.)([A-Z])/g, '-$1').toLowerCase();
  await work.call('s3', 'PutBucketAcl', { Bucket, ACL });
}

async function applyTags(work: Work, Bucket: string, properties: JsonObject): Promise<void> {
  const TagSet = work.tags(properties['Tags']);
  if (TagSet.length > 0) await work.call('s3', 'PutBucketTagging', { Bucket, Tagging: { TagSet } });
  else await work.call('s3', 'DeleteBucketTagging', { Bucket });
}

function made({ scope, partition }: Work, id: string): Made {
  return {
    id,
    attributes: {
      Arn: `arn:${partition}:s3:::${id}`,
      DomainName: `${id}.s3.amazonaws.com`,
      DualStackDomainName: `${id}.s3.dualstack.${scope.region}.amazonaws.com`,
      RegionalDomainName: `${id}.s3.${scope.region}.amazonaws.com`,
      WebsiteURL: `http://${id}.s3-website-${scope.region}.amazonaws.com`,
    },
  };
}

const bucket: ResourceType = {
  name: 'AWS::S3::Bucket',
  needs: 's3:CreateBucket',
  handles: `AccessControl BucketName ObjectLockEnabled Tags ${PARTS.map(({ property }) => property).join(' ')}`,
  create: async (work, properties) => {
    const Bucket =
      textOf(properties['BucketName']) ?? work.name(BUCKET_CHARACTERS_MAX).toLowerCase();
    const { region } = work.scope;
    await work.call('s3', 'CreateBucket', {
      Bucket,
      ...(isTrue(properties['ObjectLockEnabled']) ? { ObjectLockEnabledForBucket: true } : {}),
      ...(region === 'us-east-1'
        ? {}
        : { CreateBucketConfiguration: { LocationConstraint: region } }),
    });
    work.holds(Bucket);
    await setAccess(work, Bucket, properties);
    await applyParts(work, Bucket, {
      properties,
      wanted: (name) => properties[name] !== undefined,
    });
    if (work.tags(properties['Tags']).length > 0) await applyTags(work, Bucket, properties);
    return made(work, Bucket);
  },
  update: async (work, { id, properties, changed }: Changing) => {
    if (changed.includes('AccessControl')) await setAccess(work, id, properties);
    await applyParts(work, id, { properties, wanted: (name) => changed.includes(name) });
    if (changed.includes('Tags')) await applyTags(work, id, properties);
    return made(work, id);
  },
  delete: async (work, { id }) => {
    await work.attempt('s3', 'DeleteBucket', { Bucket: id });
    return undefined;
  },
};

const bucketPolicy: ResourceType = {
  name: 'AWS::S3::BucketPolicy',
  needs: 's3:PutBucketPolicy',
  handles: 'Bucket PolicyDocument',
  create: async (work, properties) => {
    const { Bucket, PolicyDocument: Policy } = properties;
    await work.call('s3', 'PutBucketPolicy', { Bucket, Policy });
    return { id: String(Bucket) };
  },
  update: async (work, { id, properties }) => {
    const Policy = properties['PolicyDocument'];
    await work.call('s3', 'PutBucketPolicy', { Bucket: id, Policy });
    return { id };
  },
  delete: async (work, { id }) => {
    await work.attempt('s3', 'DeleteBucketPolicy', { Bucket: id });
    return undefined;
  },
};

export const s3Types: readonly ResourceType[] = [bucket, bucketPolicy];
