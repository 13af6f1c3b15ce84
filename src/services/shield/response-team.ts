import type { IamOperations } from '../../../models/iam/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { BucketWriter } from '../s3/port.ts';
import { limitExceeded, noChange, noRole, noSuch, roleDenied } from './errors.ts';
import { LOG_BUCKETS_MAX } from './limits.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { ONLY, subscriptions } from './state.ts';

const TEAM = 'drt.shield.amazonaws.com';
const POLICY = 'AWSShieldDRTAccessPolicy';

const getRole: OperationReference<
  IamOperations['GetRole']['input'],
  IamOperations['GetRole']['output']
> = { service: 'iam', operation: 'GetRole' };
const listPolicies: OperationReference<
  IamOperations['ListAttachedRolePolicies']['input'],
  IamOperations['ListAttachedRolePolicies']['output']
> = { service: 'iam', operation: 'ListAttachedRolePolicies' };

/** Errors: the role is not there, does not trust the team, or lacks the team's policy. */
async function requireRole(context: Context, arn: string): Promise<void> {
  const RoleName = parseArn(arn)?.resource.split('/').at(-1) ?? '';
  const via = { via: 'shield' };
  try {
    const { Role } = await context.callService(getRole, { RoleName }, via);
    const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '');
    if (!trusts(trust)) throw roleDenied(`The role must trust the service principal ${TEAM}.`);
    const { AttachedPolicies = [] } = await context.callService(listPolicies, { RoleName }, via);
    if (!AttachedPolicies.some(({ PolicyName }) => PolicyName === POLICY)) {
      throw roleDenied(`The managed policy ${POLICY} must be attached to the role.`);
    }
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchEntity') throw noSuch('role');
    throw error;
  }
}

function trusts(policy: string): boolean {
  if (policy === '') return false;
  const value: JsonValue = JSON.parse(policy);
  const statements = isJsonObject(value) ? value['Statement'] : undefined;
  const all = Array.isArray(statements) ? statements : [statements ?? null];
  return all.some(
    (one) =>
      isJsonObject(one) &&
      one['Effect'] === 'Allow' &&
      JSON.stringify(one['Principal'] ?? '').includes(`"${TEAM}"`),
  );
}

const associateRole = shieldOperation({
  name: 'AssociateDRTRole',
  access: 'write',
  further: ({ RoleArn }) => [
    {
      action: 'iam:PassRole',
      resource: RoleArn,
      conditions: new Map([['iam:passedtoservice', [TEAM]]]),
    },
  ],
  handle: async ({ RoleArn }, view, context) => {
    const subscription = await subscriptionOf(view);
    if (subscription.role === RoleArn) throw noChange();
    await requireRole(context, RoleArn);
    view.put(subscriptions, ONLY, { ...subscription, role: RoleArn });
    return {};
  },
});

const disassociateRole = shieldOperation({
  name: 'DisassociateDRTRole',
  access: 'write',
  handle: async (_input, view) => {
    const { role, ...rest } = await subscriptionOf(view);
    if (role === undefined) throw noChange();
    view.put(subscriptions, ONLY, rest);
    return {};
  },
});

function associateBucket(buckets: BucketWriter): AnyOperation {
  return shieldOperation({
    name: 'AssociateDRTLogBucket',
    access: 'write',
    handle: async ({ LogBucket }, view, { unit }) => {
      const subscription = await subscriptionOf(view);
      const { role, logBuckets } = subscription;
      if (role === undefined) throw noRole();
      if (logBuckets.includes(LogBucket)) throw noChange();
      if (logBuckets.length >= LOG_BUCKETS_MAX) throw limitExceeded('LOG_BUCKETS', LOG_BUCKETS_MAX);
      if ((await buckets.find(unit, LogBucket)) === undefined) throw noSuch('bucket');
      view.put(subscriptions, ONLY, { ...subscription, logBuckets: [...logBuckets, LogBucket] });
      return {};
    },
  });
}

const disassociateBucket = shieldOperation({
  name: 'DisassociateDRTLogBucket',
  access: 'write',
  handle: async ({ LogBucket }, view) => {
    const subscription = await subscriptionOf(view);
    if (subscription.role === undefined) throw noRole();
    const logBuckets = subscription.logBuckets.filter((one) => one !== LogBucket);
    if (logBuckets.length === subscription.logBuckets.length) throw noChange();
    view.put(subscriptions, ONLY, { ...subscription, logBuckets });
    return {};
  },
});

const describe = shieldOperation({
  name: 'DescribeDRTAccess',
  access: 'read',
  handle: async (_input, view) => {
    const { role, logBuckets } = await subscriptionOf(view);
    return { LogBucketList: logBuckets, ...(role === undefined ? {} : { RoleArn: role }) };
  },
});

/** What AWS's response team may see and change. */
export function responseTeamOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [associateRole, disassociateRole, associateBucket(buckets), disassociateBucket, describe];
}
