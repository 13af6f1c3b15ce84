import type { Caller } from '../../contract/identity.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import type { Federation, SessionGrant, SessionSubject } from './port.ts';
import type { Role, User } from './state.ts';

const NO_CONDITIONS: ReadonlyMap<string, readonly string[]> = new Map();

export function rootArn(account: string): string {
  return `arn:aws:iam::${account}:root`;
}

/** An account's root; `accessKeyId` is undefined only for the keys of dev mode. */
export function rootCaller(account: string, accessKeyId: string | undefined): Caller {
  const arn = rootArn(account);
  return {
    identity: { type: 'Root', account, arn, principalId: account },
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn,
      accountId: account,
      ...(accessKeyId === undefined ? {} : { accessKeyId }),
    },
    conditions: NO_CONDITIONS,
    tags: {},
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
  };
}

export function userCaller(account: string, user: User, accessKeyId: string): Caller {
  return {
    identity: {
      type: 'IAMUser',
      account,
      arn: user.arn,
      principalId: user.id,
      userName: user.name,
    },
    accessKeyId,
    userIdentity: {
      type: 'IAMUser',
      principalId: user.id,
      arn: user.arn,
      accountId: account,
      accessKeyId,
      userName: user.name,
    },
    conditions: NO_CONDITIONS,
    tags: user.tags,
  };
}

type RoleSubject = Extract<SessionSubject, { type: 'role' }>;

export function roleCaller(
  grant: SessionGrant,
  subject: RoleSubject,
  role: Role,
  now: Instant,
): Caller {
  const { account, accessKeyId } = grant;
  const principalId = `${role.id}:${subject.sessionName}`;
  const arn = `arn:aws:sts::${account}:assumed-role/${role.name}/${subject.sessionName}`;
  const sessionIssuer = {
    type: 'Role',
    principalId: role.id,
    arn: role.arn,
    accountId: account,
    userName: role.name,
  };
  return {
    identity: {
      type: 'AssumedRole',
      account,
      arn,
      principalId,
      roleArn: role.arn,
      roleId: role.id,
    },
    accessKeyId,
    userIdentity: {
      type: 'AssumedRole',
      principalId,
      arn,
      accountId: account,
      accessKeyId,
      sessionContext: sessionContext(grant, sessionIssuer),
    },
    conditions: sessionConditions(grant, now),
    tags: mergedTags(role.tags, grant.tags),
    session: callerSession(grant),
  };
}

/** A federated user: the policies of the user who asked for the session, under another name. */
export function federatedCaller(
  grant: SessionGrant,
  name: string,
  user: User | undefined,
  now: Instant,
): Caller {
  const { account, accessKeyId } = grant;
  const arn = `arn:aws:sts::${account}:federated-user/${name}`;
  const principalId = `${account}:${name}`;
  const issuer =
    user === undefined
      ? { type: 'Root', principalId: account, arn: rootArn(account), accountId: account }
      : {
          type: 'IAMUser',
          principalId: user.id,
          arn: user.arn,
          accountId: account,
          userName: user.name,
        };
  return {
    identity: {
      type: 'FederatedUser',
      account,
      arn,
      principalId,
      ...(user === undefined ? {} : { userArn: user.arn, userId: user.id }),
    },
    accessKeyId,
    userIdentity: {
      type: 'FederatedUser',
      principalId,
      arn,
      accountId: account,
      accessKeyId,
      sessionContext: sessionContext(grant, issuer),
    },
    conditions: sessionConditions(grant, now),
    tags: mergedTags(user?.tags ?? {}, grant.tags),
    session: callerSession(grant),
  };
}

/** The session of a user, or of the root, by GetSessionToken: the same principal, for a time. */
export function sessionOf(grant: SessionGrant, caller: Caller, now: Instant): Caller {
  return {
    ...caller,
    accessKeyId: grant.accessKeyId,
    userIdentity: { ...caller.userIdentity, sessionContext: sessionContext(grant, undefined) },
    conditions: sessionConditions(grant, now),
    session: callerSession(grant),
  };
}

function sessionContext(grant: SessionGrant, sessionIssuer: JsonObject | undefined): JsonObject {
  const creationDate = `${new Date(grant.issued).toISOString().slice(0, 19)}Z`;
  return {
    ...(sessionIssuer === undefined ? {} : { sessionIssuer }),
    ...(grant.federation?.kind === 'web' ? webFederationData(grant.federation) : {}),
    attributes: { creationDate, mfaAuthenticated: String(grant.mfaAt !== undefined) },
    ...(isAssumedRoot(grant) ? { assumedRoot: 'true' } : {}),
    ...(grant.sourceIdentity === undefined ? {} : { sourceIdentity: grant.sourceIdentity }),
  };
}

/** Of AssumeRoot: the root's own sessions, by GetSessionToken, have no policies. */
function isAssumedRoot({ subject, policyArns }: SessionGrant): boolean {
  return subject.type === 'root' && policyArns.length > 0;
}

function webFederationData({ provider, conditions }: Federation): JsonObject {
  const attributes = Object.fromEntries(
    Object.entries(conditions).map(([key, values]) => [key, values.join(',')]),
  );
  return { webIdFederationData: { federatedProvider: provider, attributes } };
}

function sessionConditions(
  grant: SessionGrant,
  now: Instant,
): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>([
    ['aws:tokenissuetime', [new Date(grant.issued).toISOString()]],
    ['aws:multifactorauthpresent', [String(grant.mfaAt !== undefined)]],
  ]);
  if (isAssumedRoot(grant)) conditions.set('aws:assumedroot', ['true']);
  if (grant.mfaAt !== undefined) {
    const age = Math.floor((now - grant.mfaAt) / SECOND_MS);
    conditions.set('aws:multifactorauthage', [String(age)]);
  }
  if (grant.federation !== undefined) {
    conditions.set('aws:federatedprovider', [grant.federation.provider]);
    for (const [key, values] of Object.entries(grant.federation.conditions)) {
      conditions.set(key, values);
    }
  }
  if (grant.sourceIdentity !== undefined) {
    conditions.set('aws:sourceidentity', [grant.sourceIdentity]);
  }
  return conditions;
}

function callerSession(grant: SessionGrant): NonNullable<Caller['session']> {
  return {
    issued: grant.issued,
    expires: grant.expires,
    transitiveTagKeys: grant.transitiveTagKeys,
    tags: grant.tags,
    policies: grant.policies,
    policyArns: grant.policyArns,
    ...(grant.sourceIdentity === undefined ? {} : { sourceIdentity: grant.sourceIdentity }),
  };
}

/** A session's tag hides the role's of the same key, whatever its case. */
function mergedTags(role: Caller['tags'], session: Caller['tags']): Caller['tags'] {
  const hidden = new Set(Object.keys(session).map((key) => key.toLowerCase()));
  const kept = Object.entries(role).filter(([key]) => !hidden.has(key.toLowerCase()));
  return { ...Object.fromEntries(kept), ...session };
}
