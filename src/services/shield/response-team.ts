import type { IamOperations } from '../../../models/iam/types.ts';
import type { StsOperations } from '../../../models/sts/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { BucketWriter } from '../s3/port.ts';
import { limitExceeded, noChange, noRole, noSuch, roleDenied } from './errors.ts';
import { LOG_BUCKETS_MAX } from './limits.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { keepTeamOut, letTeamIn, TEAM } from './log-buckets.ts';
import { ONLY, subscriptions } from './state.ts';

const POLICY = 'AWSShieldDRTAccessPolicy';
const POLICY_ARN = `arn:aws:iam::aws:policy/service-role/${POLICY}`;

const getRole: OperationReference<
  IamOperations['GetRole']['input'],
  IamOperations['GetRole']['output']
> = { service: 'iam', operation: 'GetRole' };
const listPolicies: OperationReference<
  IamOperations['ListAttachedRolePolicies']['input'],
  IamOperations['ListAttachedRolePolicies']['output']
> = { service: 'iam', operation: 'ListAttachedRolePolicies' };

const assumeRole: OperationReference<
  StsOperations['AssumeRole']['input'],
  StsOperations['AssumeRole']['output']
> = { service: 'sts', operation: 'AssumeRole' };

/** Errors: the role is not the account's, does not trust the team, or lacks the team's policy. */
async function requireRole(context: Context, RoleArn: string): Promise<void> {
  const RoleName = parseArn(RoleArn)?.resource.split('/').at(-1) ?? '';
  const via = { via: 'shield' };
  try {
    const { Role } = await context.callService(getRole, { RoleName }, via);
    if (Role?.Arn !== RoleArn) throw noSuch('role');
    await requireTrust(context, RoleArn);
    const { AttachedPolicies = [] } = await context.callService(listPolicies, { RoleName }, via);
    if (!AttachedPolicies.some(({ PolicyArn }) => PolicyArn === POLICY_ARN)) {
      throw roleDenied(`The managed policy ${POLICY} must be attached to the role.`);
    }
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NoSuchEntity') throw noSuch('role');
    throw error;
  }
}

/** Errors: AccessDeniedForDependencyException unless the team could assume the role. */
async function requireTrust(context: Context, RoleArn: string): Promise<void> {
  const { account } = context.call.scope;
  const as = { principal: TEAM, account, sourceArn: `arn:aws:shield::${account}:*` };
  try {
    await context.mayCall(assumeRole, { RoleArn, RoleSessionName: 'shield-drt' }, { as });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw roleDenied(`The role must trust the service principal ${TEAM}.`);
  }
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
    const subscription = await subscriptionOf(view, context.call);
    if (subscription.role === RoleArn) throw noChange();
    await requireRole(context, RoleArn);
    view.put(subscriptions, ONLY, { ...subscription, role: RoleArn });
    return {};
  },
});

const disassociateRole = shieldOperation({
  name: 'DisassociateDRTRole',
  access: 'write',
  handle: async (_input, view, { call }) => {
    const { role, ...rest } = await subscriptionOf(view, call);
    if (role === undefined) throw noChange();
    view.put(subscriptions, ONLY, rest);
    return {};
  },
});

function associateBucket(buckets: BucketWriter): AnyOperation {
  return shieldOperation({
    name: 'AssociateDRTLogBucket',
    access: 'write',
    handle: async ({ LogBucket }, view, context) => {
      const { unit, call } = context;
      const subscription = await subscriptionOf(view, call);
      const { role, logBuckets } = subscription;
      if (role === undefined) throw noRole();
      if (logBuckets.includes(LogBucket)) throw noChange();
      if (logBuckets.length >= LOG_BUCKETS_MAX) throw limitExceeded('LOG_BUCKETS', LOG_BUCKETS_MAX);
      const place = await buckets.find(unit, LogBucket);
      if (place?.account !== call.scope.account) throw noSuch('bucket');
      await letTeamIn(context, { bucket: LogBucket, region: place.region });
      view.put(subscriptions, ONLY, { ...subscription, logBuckets: [...logBuckets, LogBucket] });
      return {};
    },
  });
}

function disassociateBucket(buckets: BucketWriter): AnyOperation {
  return shieldOperation({
    name: 'DisassociateDRTLogBucket',
    access: 'write',
    handle: async ({ LogBucket }, view, context) => {
      const { unit, call } = context;
      const subscription = await subscriptionOf(view, call);
      if (subscription.role === undefined) throw noRole();
      const logBuckets = subscription.logBuckets.filter((one) => one !== LogBucket);
      if (logBuckets.length === subscription.logBuckets.length) throw noChange();
      const place = await buckets.find(unit, LogBucket);
      if (place?.account === call.scope.account) {
        await keepTeamOut(context, { bucket: LogBucket, region: place.region });
      }
      view.put(subscriptions, ONLY, { ...subscription, logBuckets });
      return {};
    },
  });
}

const describe = shieldOperation({
  name: 'DescribeDRTAccess',
  access: 'read',
  handle: async (_input, view, { call }) => {
    const { role, logBuckets } = await subscriptionOf(view, call);
    return { LogBucketList: logBuckets, ...(role === undefined ? {} : { RoleArn: role }) };
  },
});

/** What AWS's response team may see and change. */
export function responseTeamOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [
    associateRole,
    disassociateRole,
    associateBucket(buckets),
    disassociateBucket(buckets),
    describe,
  ];
}
