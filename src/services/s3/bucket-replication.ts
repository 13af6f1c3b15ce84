import type { ReplicationRule, S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { hexId } from '../../core/ids.ts';
import { bucketOf, onBucket } from './authorization.ts';
import { copiesKmsObjects, prefixOf, ruleTags } from './domain/replication-rule.ts';
import {
  invalidArgument,
  invalidRequest,
  malformedXml,
  noReplicationConfiguration,
  unbuilt,
} from './errors.ts';
import { buckets, GLOBAL } from './state.ts';

const OPERATION = 'PutBucketReplication';
const RULES_MAX = 1_000;
const ID_MAX = 255;
const ID_DIGITS = 32;
const RTC_MINUTES = 15;

export const getBucketReplication: OperationOf<S3Operations, 'GetBucketReplication'> = {
  name: 'GetBucketReplication',
  access: 'read',
  authorize: onBucket('s3:GetReplicationConfiguration'),
  handle: async (input, context) => {
    const { document } = await bucketOf(context, input);
    const { replication } = document;
    if (replication === undefined) throw noReplicationConfiguration(document.name);
    const { role, rules } = replication;
    return { ReplicationConfiguration: { Role: role, Rules: rules } };
  },
};

export const putBucketReplication: OperationOf<S3Operations, 'PutBucketReplication'> = {
  name: 'PutBucketReplication',
  access: 'write',
  authorize: async (input, context) => {
    const conditions = new Map([['iam:passedtoservice', ['s3.amazonaws.com']]]);
    const passed: Permission = {
      action: 'iam:PassRole',
      resource: input.ReplicationConfiguration.Role,
      conditions,
    };
    return [...(await onBucket('s3:PutReplicationConfiguration')(input, context)), passed];
  },
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { Role: role, Rules } = input.ReplicationConfiguration;
    requireRole(role, document.account);
    if (document.versioning !== 'Enabled') {
      throw invalidRequest(
        "Versioning must be 'Enabled' on the bucket to apply a replication configuration",
      );
    }
    if (Rules.length === 0 || Rules.length > RULES_MAX) throw malformedXml();
    requireConsistent(Rules);
    const rules: ReplicationRule[] = [];
    for (const rule of Rules) {
      requireRule(rule);
      await requireDestination(context, document.name, rule);
      const ID = rule.ID || (await context.once(() => hexId(ID_DIGITS)));
      rules.push({ ...rule, ID });
    }
    const replication = { role, rules };
    context.viewOf(resource).put(buckets, document.name, { ...document, replication });
    return {};
  },
};

export const deleteBucketReplication: OperationOf<S3Operations, 'DeleteBucketReplication'> = {
  name: 'DeleteBucketReplication',
  access: 'write',
  authorize: onBucket('s3:PutReplicationConfiguration'),
  handle: async (input, context) => {
    const { resource, document } = await bucketOf(context, input);
    const { replication: _over, ...rest } = document;
    context.viewOf(resource).put(buckets, document.name, rest);
    return {};
  },
};

function requireRole(role: string, account: string): void {
  const arn = parseArn(role);
  if (arn?.service === 'iam' && arn.resource.startsWith('role/') && arn.account === account) return;
  throw invalidArgument('Invalid role value specified in ReplicationConfiguration', 'Role', role);
}

/** Rules must have ids and priorities of their own. */
function requireConsistent(rules: readonly ReplicationRule[]): void {
  const ids = rules.flatMap(({ ID }) => (ID === undefined || ID === '' ? [] : [ID]));
  if (new Set(ids).size < ids.length) {
    throw invalidArgument('Rule Id must be unique', 'ID', ids.join(', '));
  }
  const priorities = rules.flatMap(({ Priority }) => (Priority === undefined ? [] : [Priority]));
  if (new Set(priorities).size < priorities.length) {
    const text = `Found duplicate priorities. Priority must be unique for each rule`;
    throw invalidRequest(text);
  }
}

const NEW_SCHEMA =
  'must be specified for this version of Cross Region Replication configuration schema. Please refer to S3 Developer ' +
  'Guide for more information.';

function requireRule(rule: ReplicationRule): void {
  const { ID = '', Filter, Priority, DeleteMarkerReplication } = rule;
  if (ID.length > ID_MAX)
    throw invalidArgument('ID length should not exceed allowed limit of 255', 'ID', ID);
  if (Filter !== undefined) {
    if (rule.Prefix !== undefined) throw malformedXml();
    if (Priority === undefined) throw invalidRequest(`Priority ${NEW_SCHEMA}`);
    if (DeleteMarkerReplication?.Status === undefined) {
      throw invalidRequest(`DeleteMarkerReplication ${NEW_SCHEMA}`);
    }
  }
  if (DeleteMarkerReplication?.Status === 'Enabled' && ruleTags(rule).length > 0) {
    throw invalidRequest(
      'Delete marker replication is not supported if any Tag filter is specified. Please refer to S3 Developer Guide ' +
        'for more information.',
    );
  }
  if (Buffer.byteLength(prefixOf(rule)) > 1_024) {
    throw invalidArgument('The maximum size of a prefix is 1024', 'Prefix', prefixOf(rule));
  }
  requireKmsChoice(rule);
  refuseUnbuilt(rule);
}

function requireKmsChoice({ Destination, ...rule }: ReplicationRule): void {
  const chosen = rule.SourceSelectionCriteria?.SseKmsEncryptedObjects;
  const key = Destination.EncryptionConfiguration;
  if (copiesKmsObjects({ Destination, ...rule }) && key?.ReplicaKmsKeyID === undefined) {
    throw invalidRequest(
      'ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.',
    );
  }
  if (key !== undefined && chosen === undefined) {
    throw invalidRequest(
      'SseKmsEncryptedObjects must be specified if EncryptionConfiguration is present.',
    );
  }
  if (Destination.AccessControlTranslation !== undefined && Destination.Account === undefined) {
    throw invalidRequest('Account must be specified if AccessControlTranslation is present.');
  }
}

function refuseUnbuilt({ Destination, ExistingObjectReplication, ...rule }: ReplicationRule): void {
  if (ExistingObjectReplication?.Status === 'Enabled') {
    throw unbuilt(OPERATION, 'existing objects');
  }
  if (rule.SourceSelectionCriteria?.ReplicaModifications?.Status === 'Enabled') {
    throw unbuilt(OPERATION, 'modifications of replicas');
  }
  const { StorageClass, ReplicationTime, Metrics } = Destination;
  if (StorageClass !== undefined && StorageClass !== 'STANDARD') {
    throw unbuilt(OPERATION, `the storage class ${StorageClass}`);
  }
  if (ReplicationTime?.Status === 'Enabled') {
    if (ReplicationTime.Time.Minutes !== RTC_MINUTES) {
      const text = 'ReplicationTime.Time.Minutes must be 15';
      throw invalidArgument(text, 'Minutes', String(ReplicationTime.Time.Minutes));
    }
    if (Metrics?.Status !== 'Enabled') {
      throw invalidRequest('Metrics must be enabled when Replication Time Control is.');
    }
  }
}

/** Where copies go must be there, and keep versions. */
async function requireDestination(
  context: Context,
  source: string,
  { Destination }: ReplicationRule,
): Promise<void> {
  const name = bucketIn(Destination.Bucket);
  if (name === undefined) {
    throw invalidArgument('Invalid bucket ARN', 'Bucket', Destination.Bucket);
  }
  if (name === source) {
    throw invalidRequest('Destination bucket cannot be the same as the source bucket.');
  }
  const bucket = await context.unit.view(GLOBAL).get(buckets, name);
  if (bucket === undefined) throw invalidRequest('Destination bucket must exist.');
  if (bucket.versioning !== 'Enabled') {
    throw invalidRequest('Destination bucket must have versioning enabled.');
  }
}

/** The bucket an ARN names; undefined: it is none of a bucket. */
export function bucketIn(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 's3' || arn.resource === '' || arn.resource.includes('/')) return undefined;
  return arn.resource;
}
