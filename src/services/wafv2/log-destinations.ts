import type { Context } from '../../contract/operation.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { logsDescribeResourcePolicies, logsPutResourcePolicy } from '../logs/port.ts';
import { type BucketWriter, s3GetBucketPolicy, s3PutBucketPolicy } from '../s3/port.ts';
import { invalidParameter, logPermissionIssue, nonexistentItem, unbuilt } from './errors.ts';

/** Where a log goes. */
export type LogDestination =
  | { readonly kind: 'logs'; readonly group: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

/** Who delivers the logs of services, as AWS's own policies name it. */
export const DELIVERER = 'delivery.logs.amazonaws.com';

const NAME = 'aws-waf-logs-';
const BAD_DESTINATION =
  'The log destination isn’t valid: its name must begin with aws-waf-logs-, and it must be in the ' +
  'web ACL’s account and Region.';

/** Of a web ACL in this scope. Errors: WAFInvalidParameterException, and 501 for delivery streams. */
export function logDestination(text: string, scope: Scope): LogDestination {
  const arn = parseArn(text);
  const destination = arn === undefined ? undefined : destinationOf(arn.service, arn.resource);
  const isElsewhere =
    destination?.kind === 'logs'
      ? arn?.region !== scope.region || arn.account !== scope.account
      : arn?.region !== '' || arn.account !== '';
  if (destination === undefined || isElsewhere) {
    throw invalidParameter(BAD_DESTINATION, 'LOG_DESTINATION', text);
  }
  return destination;
}

function destinationOf(service: string, resource: string): LogDestination | undefined {
  switch (service) {
    case 'logs': {
      const [, group] = /^log-group:(aws-waf-logs-[^:]+)(?::\*)?$/.exec(resource) ?? [];
      return group === undefined ? undefined : { kind: 'logs', group };
    }
    case 's3': {
      const [bucket = '', ...path] = resource.split('/');
      if (!bucket.startsWith(NAME)) return undefined;
      return { kind: 's3', bucket, prefix: path.filter((part) => part !== '').join('/') };
    }
    case 'firehose':
      if (!resource.startsWith(`deliverystream/${NAME}`)) return undefined;
      throw unbuilt('PutLoggingConfiguration', 'delivery streams of Firehose');
    default:
      return undefined;
  }
}

/** What those who deliver act for: `aws:SourceArn`. */
export function deliverySource({ account, region }: Scope): string {
  return formatArn({
    partition: partitionOf(region),
    service: 'logs',
    region,
    account,
    resource: 'delivery-source:wafv2',
  });
}

/**
 * Lets logs be delivered, by the policies of the destination: in the caller's name, as WAF does. Errors:
 * WAFLogDestinationPermissionIssueException, WAFNonexistentItemException.
 */
export async function openDestination(
  context: Context,
  buckets: BucketWriter,
  destination: LogDestination,
): Promise<void> {
  try {
    await (destination.kind === 'logs'
      ? openGroup(context, destination.group)
      : openBucket(context, buckets, destination));
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code.startsWith('WAF')) throw error;
    throw logPermissionIssue();
  }
}

const POLICY = 'AWSLogDeliveryWrite20150319';
const VIA = { via: 'wafv2' } as const;

async function openGroup(context: Context, group: string): Promise<void> {
  const { scope } = context.call;
  const { resourcePolicies = [] } = await context.callService(
    logsDescribeResourcePolicies,
    {},
    VIA,
  );
  const known = resourcePolicies.find(({ policyName }) => policyName === POLICY);
  const streams = `${groupArn(scope, group)}:*`;
  const before = resourcesOf(known?.policyDocument);
  if (before.includes(streams)) return;
  const policyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AWSLogDeliveryWrite',
        Effect: 'Allow',
        Principal: { Service: DELIVERER },
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: [...before, streams],
        Condition: fromAccount(scope),
      },
    ],
  });
  await context.callService(logsPutResourcePolicy, { policyName: POLICY, policyDocument }, VIA);
}

function groupArn({ account, region }: Scope, group: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'logs', region, account, resource: `log-group:${group}` });
}

function fromAccount({ account, region }: Scope): JsonObject {
  const logs = formatArn({
    partition: partitionOf(region),
    service: 'logs',
    region,
    account,
    resource: '*',
  });
  return {
    StringEquals: { 'aws:SourceAccount': [account] },
    ArnLike: { 'aws:SourceArn': [logs] },
  };
}

/** The resources that the policy of log delivery names so far. */
function resourcesOf(text: string | undefined): readonly string[] {
  const found = statementsOf(text).flatMap((statement) => {
    const resource = Object.entries(statement ?? {}).find(([name]) => name === 'Resource')?.[1];
    return Array.isArray(resource) ? resource : [resource];
  });
  return found.filter((one) => typeof one === 'string');
}

function statementsOf(text: string | undefined): readonly (JsonValue | undefined)[] {
  if (text === undefined) return [];
  const policy: { readonly Statement?: JsonValue } = JSON.parse(text);
  const { Statement: given } = policy;
  return Array.isArray(given) ? given : [given];
}

interface BucketPlace {
  readonly bucket: string;
  readonly prefix: string;
}

/** Where the files of an account go in a bucket. */
export function folderOf({ prefix }: BucketPlace, account: string): string {
  return `${prefix === '' ? '' : `${prefix}/`}AWSLogs/${account}/`;
}

/** A bucket whose policy lets nothing in yet gets statements that do. */
async function openBucket(
  context: Context,
  buckets: BucketWriter,
  place: BucketPlace,
): Promise<void> {
  const { call, unit } = context;
  const { bucket } = place;
  const home = await buckets.find(unit, bucket);
  if (home === undefined) throw nonexistentItem();
  const folder = folderOf(place, call.scope.account);
  const refused = await buckets.mayPut(
    unit,
    { bucket, key: `${folder}WAFLogs/` },
    {
      service: DELIVERER,
      sourceArn: deliverySource(call.scope),
      sourceAccount: call.scope.account,
      now: call.now,
    },
  );
  if (refused === undefined) return;
  // Another account's bucket gets logs by its owner's leave alone, and that leave is not ours to write.
  if (home.account !== call.scope.account) throw logPermissionIssue();
  const arn = `arn:${call.partition}:s3:::${bucket}`;
  const Statement = [
    ...(await bucketStatements(context, bucket)),
    {
      Sid: 'AWSLogDeliveryWrite',
      Effect: 'Allow',
      Principal: { Service: DELIVERER },
      Action: 's3:PutObject',
      Resource: `${arn}/${folder}*`,
      Condition: withOwnerAcl(fromAccount(call.scope), call.scope),
    },
    {
      Sid: 'AWSLogDeliveryAclCheck',
      Effect: 'Allow',
      Principal: { Service: DELIVERER },
      Action: 's3:GetBucketAcl',
      Resource: arn,
      Condition: fromAccount(call.scope),
    },
  ];
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await context.callService(s3PutBucketPolicy, { Bucket: bucket, Policy }, VIA);
}

function withOwnerAcl(condition: JsonObject, { account }: Scope): JsonObject {
  const equal = {
    'aws:SourceAccount': [account],
    's3:x-amz-acl': 'bucket-owner-full-control',
  };
  return { ...condition, StringEquals: equal };
}

async function bucketStatements(
  context: Context,
  Bucket: string,
): Promise<readonly (JsonValue | undefined)[]> {
  try {
    const { Policy } = await context.callService(s3GetBucketPolicy, { Bucket }, VIA);
    return statementsOf(Policy);
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchBucketPolicy') return [];
    throw error;
  }
}
