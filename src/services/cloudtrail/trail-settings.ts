import type { UpdateTrailRequest } from '../../../models/cloudtrail/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { BucketWriter } from '../s3/port.ts';
import { logFolder } from './domain/log-paths.ts';
import {
  insufficientBucketPolicy,
  invalidCombination,
  invalidPrefix,
  noSuchBucket,
  notManagementAccount,
  organizationsNotInUse,
} from './errors.ts';
import { requireLogGroup } from './log-group.ts';
import type { OrganizationLookup } from './port.ts';
import { PRINCIPAL } from './own-name.ts';
import { trailArn } from './resources.ts';
import type { LogTarget, TrailDocument } from './state.ts';
import { usableTopic } from './topic.ts';
import { usableKey } from './trail-key.ts';

const PREFIX_CHARACTERS_MAX = 200;

export interface TrailParts {
  readonly buckets: BucketWriter;
  readonly organizations: OrganizationLookup;
}

/** Settings given to CreateTrail or UpdateTrail laid over what a trail has; what can't work is refused. */
export async function withSettings(
  parts: TrailParts,
  context: Context,
  trail: TrailDocument,
  input: UpdateTrailRequest,
): Promise<TrailDocument> {
  const { prefix: _prefix, organization: _organization, kmsKey, logs, topic, ...rest } = trail;
  const prefix = prefixOf(input.S3KeyPrefix ?? trail.prefix);
  const organization = await organizationOf(parts, context, trail, input);
  const changed: TrailDocument = {
    ...rest,
    bucket: input.S3BucketName ?? trail.bucket,
    multiRegion: input.IsMultiRegionTrail ?? trail.multiRegion,
    includeGlobal: input.IncludeGlobalServiceEvents ?? trail.includeGlobal,
    validation: input.EnableLogFileValidation ?? trail.validation,
    ...(prefix === undefined ? {} : { prefix }),
    ...(organization === undefined ? {} : { organization }),
  };
  if (changed.multiRegion && !changed.includeGlobal) {
    throw invalidCombination('Multi-Region trail must include global service events.');
  }
  await requireBucket(parts, context, changed);
  return {
    ...changed,
    ...(await keyIn(parts, context, { trail: changed, before: kmsKey }, input)),
    ...(await logsIn(context, { trail: changed, before: logs }, input)),
    ...(await topicIn(context, { trail: changed, before: topic }, input)),
  };
}

/** A trail without a setting, and what the setting was. */
interface Changing<T> {
  readonly trail: TrailDocument;
  readonly before: T | undefined;
}

/** An empty text takes the key away. */
async function keyIn(
  { buckets }: TrailParts,
  context: Context,
  { trail, before }: Changing<string>,
  { KmsKeyId: given }: UpdateTrailRequest,
): Promise<Pick<TrailDocument, 'kmsKey'>> {
  if (given === undefined) return before === undefined ? {} : { kmsKey: before };
  if (given === '') return {};
  const bucket = await buckets.find(context.unit, trail.bucket);
  return { kmsKey: await usableKey(context, trail, given, bucket?.region ?? trail.region) };
}

/** An empty text takes the topic away. */
async function topicIn(
  context: Context,
  { trail, before }: Changing<string>,
  { SnsTopicName: given }: UpdateTrailRequest,
): Promise<Pick<TrailDocument, 'topic'>> {
  if (given === undefined) return before === undefined ? {} : { topic: before };
  return given === '' ? {} : { topic: await usableTopic(context, trail, given) };
}

/** A group and a role, or neither: empty texts take them away. */
async function logsIn(
  context: Context,
  { trail, before }: Changing<LogTarget>,
  input: UpdateTrailRequest,
): Promise<Pick<TrailDocument, 'logs'>> {
  const group = input.CloudWatchLogsLogGroupArn ?? before?.group ?? '';
  const role = input.CloudWatchLogsRoleArn ?? before?.role ?? '';
  if (group === '' && role === '') return {};
  if (role === '') {
    throw invalidCombination('You must specify a role ARN as well as a log group.');
  }
  if (group === '') {
    throw invalidCombination('You must specify a log group as well as a role ARN.');
  }
  const logs = { group, role };
  const isNew = isGiven(input.CloudWatchLogsLogGroupArn) || isGiven(input.CloudWatchLogsRoleArn);
  if (isNew) await requireLogGroup(context, trail, logs);
  return { logs };
}

/** An empty text takes a target away, and there was none. */
function isGiven(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function prefixOf(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (given.length > PREFIX_CHARACTERS_MAX) {
    throw invalidPrefix(`S3 key prefix is longer than ${PREFIX_CHARACTERS_MAX} characters.`);
  }
  return given.endsWith('/') ? given.slice(0, -1) : given;
}

async function organizationOf(
  { organizations }: TrailParts,
  { unit, call }: Context,
  trail: TrailDocument,
  input: UpdateTrailRequest,
): Promise<string | undefined> {
  const wanted = input.IsOrganizationTrail ?? trail.organization !== undefined;
  if (!wanted) return undefined;
  const found = await organizations.organizationOf(unit, call.scope.account);
  if (found === undefined) throw organizationsNotInUse();
  if (found.managementAccount !== call.scope.account) throw notManagementAccount();
  return found.id;
}

/** The bucket must let CloudTrail see its list of grants, and write where the trail will. */
async function requireBucket(
  { buckets }: TrailParts,
  { unit, call }: Context,
  trail: TrailDocument,
): Promise<void> {
  const { account, bucket } = trail;
  const request = {
    service: PRINCIPAL,
    sourceArn: trailArn(trail, trail.name),
    sourceAccount: account,
    now: call.now,
  };
  const folders = [logFolder({ prefix: trail.prefix, organization: undefined, account })];
  if (trail.organization !== undefined) {
    folders.push(logFolder({ prefix: trail.prefix, organization: trail.organization, account }));
  }
  const refusals = [await buckets.mayRead(unit, bucket, request)];
  for (const folder of folders) {
    refusals.push(await buckets.mayPut(unit, { bucket, key: `${folder}/x` }, request));
  }
  if (refusals.includes('NoSuchBucket')) throw noSuchBucket(bucket);
  if (refusals.includes('AccessDenied')) throw insufficientBucketPolicy(bucket);
}
