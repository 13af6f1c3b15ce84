import type {
  BucketMetadata,
  CriteriaBlockForJob,
  CriteriaForJob,
  GetBucketStatisticsResponse,
  JobDetails,
  MatchingBucket,
  ObjectCountByEncryptionType,
  SearchResourcesCriteria,
} from '../../../models/macie2/types.ts';
import { isClassifiable } from '../../classification/kinds.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compareBy, meetsCondition, valuesAt } from './criteria.ts';
import { invalid } from './errors.ts';
import { isWantedBucket } from './job-scope.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import type { BucketFacts, BucketInventory, ObjectFacts } from './port.ts';
import {
  allowsUnencrypted,
  permissionOf,
  publicAccessOf,
  sharedAccessOf,
  shownTags,
} from './shown-bucket.ts';
import { type JobDocument, jobs } from './state.ts';

/** Objects of a bucket that are counted. */
const OBJECTS_MAX = 30_000;
const COMPRESSED = /\.(?:gz|gzip|zip)$/i;

interface Look {
  readonly bucket: BucketFacts;
  readonly metadata: BucketMetadata;
}

const sizeOf = (objects: readonly ObjectFacts[]): number =>
  objects.reduce((sum, { size }) => sum + size, 0);

function encryptionsOf(objects: readonly ObjectFacts[]): ObjectCountByEncryptionType {
  const count = (...types: readonly ObjectFacts['encryption']['type'][]) =>
    objects.filter(({ encryption }) => types.includes(encryption.type)).length;
  return {
    customerManaged: count('customer'),
    kmsManaged: count('aws:kms', 'aws:kms:dsse'),
    s3Managed: count('AES256'),
    unencrypted: 0,
    unknown: 0,
  };
}

function jobDetailsOf({ name }: BucketFacts, known: readonly JobDocument[]): JobDetails {
  const naming = known.filter(
    ({ definition, status }) =>
      status !== 'CANCELLED' &&
      (definition.bucketDefinitions ?? []).some(({ buckets }) => buckets.includes(name)),
  );
  const last = naming
    .filter(({ lastRun }) => lastRun !== undefined)
    .toSorted((left, right) => (right.lastRun ?? 0) - (left.lastRun ?? 0))[0];
  return {
    isDefinedInJob: naming.length > 0 ? 'TRUE' : 'FALSE',
    isMonitoredByJob: naming.some(({ type }) => type === 'SCHEDULED') ? 'TRUE' : 'FALSE',
    ...(last?.lastRun === undefined
      ? {}
      : { lastJobId: last.id, lastJobRunTime: new Date(last.lastRun) }),
  };
}

async function lookAt(
  inventory: BucketInventory,
  { unit, scope, now }: { unit: Unit; scope: Scope; now: Instant },
): Promise<readonly Look[]> {
  const own = new Set([scope.account]);
  const known = await everyOf(unit.view(scope), jobs);
  const looks: Look[] = [];
  for (const bucket of await inventory.bucketsOf(unit, scope)) {
    const objects = await inventory.objectsOf(unit, bucket.name, OBJECTS_MAX);
    const readable = objects.filter(({ key }) => isClassifiable(key));
    const unread = objects.length - readable.length;
    const unreadSize = sizeOf(objects) - sizeOf(readable);
    looks.push({
      bucket,
      metadata: {
        accountId: bucket.account,
        allowsUnencryptedObjectUploads: allowsUnencrypted(bucket),
        automatedDiscoveryMonitoringStatus: 'NOT_MONITORED',
        bucketArn: `arn:aws:s3:::${bucket.name}`,
        bucketCreatedAt: new Date(bucket.created),
        bucketName: bucket.name,
        classifiableObjectCount: readable.length,
        classifiableSizeInBytes: sizeOf(readable),
        jobDetails: jobDetailsOf(bucket, known),
        lastUpdated: new Date(now),
        objectCount: objects.length,
        objectCountByEncryptionType: encryptionsOf(objects),
        publicAccess: publicAccessOf(bucket),
        region: bucket.region,
        replicationDetails: {
          replicated: bucket.replicatedTo.length > 0,
          replicatedExternally: bucket.replicatedTo.some((account) => !own.has(account)),
          replicationAccounts: bucket.replicatedTo,
        },
        serverSideEncryption: {
          type: bucket.encryption.type,
          ...(bucket.encryption.key === undefined ? {} : { kmsMasterKeyId: bucket.encryption.key }),
        },
        sharedAccess: sharedAccessOf(bucket, own),
        sizeInBytes: sizeOf(objects),
        sizeInBytesCompressed: sizeOf(objects.filter(({ key }) => COMPRESSED.test(key))),
        tags: shownTags(bucket.tags),
        unclassifiableObjectCount: { fileType: unread, storageClass: 0, total: unread },
        unclassifiableObjectSizeInBytes: {
          fileType: unreadSize,
          storageClass: 0,
          total: unreadSize,
        },
        versioning: bucket.hasVersions,
      },
    });
  }
  return looks;
}

function plain(metadata: BucketMetadata): JsonObject {
  const value: JsonValue = JSON.parse(JSON.stringify(metadata));
  return isJsonObject(value) ? value : {};
}

function statisticsOf(looks: readonly Look[], now: Instant): GetBucketStatisticsResponse {
  const count = (test: (look: Look) => boolean): number => looks.filter(test).length;
  const sum = (of: (metadata: BucketMetadata) => number | undefined): number =>
    looks.reduce((total, { metadata }) => total + (of(metadata) ?? 0), 0);
  const ofType = (...types: readonly BucketFacts['encryption']['type'][]) =>
    count(({ bucket }) => types.includes(bucket.encryption.type));
  const shared = (access: string) => count(({ metadata }) => metadata.sharedAccess === access);
  return {
    bucketCount: looks.length,
    bucketCountByEffectivePermission: {
      publiclyAccessible: count(({ bucket }) => permissionOf(bucket) === 'PUBLIC'),
      publiclyReadable: count(
        ({ bucket: { sharing } }) => sharing.isPublic && sharing.policyAllowsPublicRead,
      ),
      publiclyWritable: count(
        ({ bucket: { sharing } }) => sharing.isPublic && sharing.policyAllowsPublicWrite,
      ),
      unknown: 0,
    },
    bucketCountByEncryptionType: {
      kmsManaged: ofType('aws:kms', 'aws:kms:dsse'),
      s3Managed: ofType('AES256'),
      unencrypted: 0,
      unknown: 0,
    },
    bucketCountByObjectEncryptionRequirement: {
      allowsUnencryptedObjectUploads: count(({ bucket }) => !bucket.refusesUnencrypted),
      deniesUnencryptedObjectUploads: count(({ bucket }) => bucket.refusesUnencrypted),
      unknown: 0,
    },
    bucketCountBySharedAccessType: {
      external: shared('EXTERNAL'),
      internal: shared('INTERNAL'),
      notShared: shared('NOT_SHARED'),
      unknown: 0,
    },
    classifiableObjectCount: sum((one) => one.classifiableObjectCount),
    classifiableSizeInBytes: sum((one) => one.classifiableSizeInBytes),
    lastUpdated: new Date(now),
    objectCount: sum((one) => one.objectCount),
    sizeInBytes: sum((one) => one.sizeInBytes),
    sizeInBytesCompressed: sum((one) => one.sizeInBytesCompressed),
    unclassifiableObjectCount: {
      fileType: sum((one) => one.unclassifiableObjectCount?.total),
      storageClass: 0,
      total: sum((one) => one.unclassifiableObjectCount?.total),
    },
    unclassifiableObjectSizeInBytes: {
      fileType: sum((one) => one.unclassifiableObjectSizeInBytes?.total),
      storageClass: 0,
      total: sum((one) => one.unclassifiableObjectSizeInBytes?.total),
    },
  };
}

function matchingOf({ metadata }: Look): MatchingBucket {
  return {
    accountId: metadata.accountId,
    automatedDiscoveryMonitoringStatus: metadata.automatedDiscoveryMonitoringStatus,
    bucketName: metadata.bucketName,
    classifiableObjectCount: metadata.classifiableObjectCount,
    classifiableSizeInBytes: metadata.classifiableSizeInBytes,
    jobDetails: metadata.jobDetails,
    objectCount: metadata.objectCount,
    objectCountByEncryptionType: metadata.objectCountByEncryptionType,
    sizeInBytes: metadata.sizeInBytes,
    sizeInBytesCompressed: metadata.sizeInBytesCompressed,
    unclassifiableObjectCount: metadata.unclassifiableObjectCount,
    unclassifiableObjectSizeInBytes: metadata.unclassifiableObjectSizeInBytes,
  };
}

const SORTED_BY = {
  ACCOUNT_ID: 'accountId',
  RESOURCE_NAME: 'bucketName',
  S3_CLASSIFIABLE_OBJECT_COUNT: 'classifiableObjectCount',
  S3_CLASSIFIABLE_SIZE_IN_BYTES: 'classifiableSizeInBytes',
} as const;

/** Criteria of jobs and of searches mean the same; of discovery, which is not built, no bucket is part. */
function criteriaOf(criteria: readonly SearchResourcesCriteria[] | undefined): CriteriaBlockForJob {
  const and = (criteria ?? []).flatMap(({ simpleCriterion, tagCriterion }): CriteriaForJob[] => {
    if (tagCriterion !== undefined) return [{ tagCriterion }];
    const { key, comparator, values } = simpleCriterion ?? {};
    if (key === undefined) return [];
    if (key === 'AUTOMATED_DISCOVERY_MONITORING_STATUS') {
      throw invalid('Automated sensitive data discovery is not enabled');
    }
    return [{ simpleCriterion: { key, comparator, values } }];
  });
  return { and };
}

/** The account's buckets, as S3 has them by now. */
export function bucketOperations(inventory: BucketInventory): readonly AnyOperation[] {
  return [
    onSession({
      name: 'DescribeBuckets',
      access: 'read',
      handle: async (input, { scope }, { call, unit }) => {
        const { criteria = {}, sortCriteria: sort } = input;
        const looks = await lookAt(inventory, { unit, scope, now: call.now });
        const compare = compareBy(sort?.attributeName ?? 'bucketName');
        const wanted = looks
          .map(({ metadata }) => ({ metadata, text: plain(metadata) }))
          .filter(({ text }) =>
            Object.entries(criteria).every(([path, { prefix, ...condition }]) => {
              const values = valuesAt(text, path);
              const begins =
                prefix === undefined || values.some((value) => String(value).startsWith(prefix));
              return begins && meetsCondition(values, condition);
            }),
          )
          .toSorted((left, right) => compare(left.text, right.text));
        const list = sort?.orderBy === 'DESC' ? wanted.toReversed() : wanted;
        const page = pageOfList(call, input, JSON.stringify([criteria, sort]), list);
        return { buckets: page.items.map(({ metadata }) => metadata), ...page.answer };
      },
    }),
    onSession({
      name: 'GetBucketStatistics',
      access: 'read',
      handle: async ({ accountId }, { scope }, { call, unit }) => {
        if (accountId !== undefined && accountId !== scope.account)
          throw invalid('The account is not associated with the current account');
        return statisticsOf(await lookAt(inventory, { unit, scope, now: call.now }), call.now);
      },
    }),
    onSession({
      name: 'SearchResources',
      access: 'read',
      handle: async (input, { scope }, { call, unit }) => {
        const { bucketCriteria = {}, sortCriteria: sort } = input;
        const includes = criteriaOf(bucketCriteria.includes?.and);
        const excludes = criteriaOf(bucketCriteria.excludes?.and);
        const own = new Set([scope.account]);
        const compare = compareBy(SORTED_BY[sort?.attributeName ?? 'RESOURCE_NAME']);
        const wanted = (await lookAt(inventory, { unit, scope, now: call.now }))
          .filter(({ bucket }) => isWantedBucket(bucket, { includes, excludes }, own))
          .toSorted((left, right) => compare(plain(left.metadata), plain(right.metadata)));
        const list = sort?.orderBy === 'DESC' ? wanted.toReversed() : wanted;
        const page = pageOfList(call, input, JSON.stringify([bucketCriteria, sort]), list);
        const matchingResources = page.items.map((look) => ({ matchingBucket: matchingOf(look) }));
        return { matchingResources, ...page.answer };
      },
    }),
  ];
}
