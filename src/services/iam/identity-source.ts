import type { IdentitySource, KnownCredential } from '../../contract/identity.ts';
import type { Unit } from '../../contract/view.ts';
import type { Clock, Instant } from '../../core/time.ts';
import { accountOfAccessKey } from './access-key-id.ts';
import { callerPolicies } from './caller-policies.ts';
import { federatedCaller, roleCaller, rootCaller, sessionOf, userCaller } from './callers.ts';
import type { SessionGrant, SessionSealer } from './port.ts';
import { grantFromJson } from './session-grant.ts';
import { type AccessKey, accessKeys, accountScope, roles, type User, users } from './state.ts';

export interface IdentityParts {
  readonly sealer: SessionSealer;
  readonly clock: Clock;
}

/** The credentials of roots, users and sessions, and the policies behind them. */
export function createIdentitySource({ sealer, clock }: IdentityParts): IdentitySource {
  return {
    credential: (unit, accessKeyId, sessionToken) =>
      sessionToken === undefined
        ? longTermCredential(unit, accessKeyId)
        : sessionCredential(unit, sealer, clock, { accessKeyId, sessionToken }),
    policies: callerPolicies,
    root: (account) => rootCaller(account, undefined),
  };
}

interface Known {
  readonly user: User | undefined;
  readonly credential: KnownCredential;
}

// Documents are frozen, and a changed one is another object: what was worked out of one stays right.
const knownCredentials = new WeakMap<AccessKey, Known>();

async function longTermCredential(
  unit: Unit,
  accessKeyId: string,
): Promise<KnownCredential | undefined> {
  const account = accountOfAccessKey(accessKeyId);
  if (account === undefined) return undefined;
  const key = await unit.view(accountScope(account)).get(accessKeys, accessKeyId);
  if (key === undefined) return undefined;
  const { userName } = key;
  const user = userName === undefined ? undefined : await userNamed(unit, account, userName);
  if (userName !== undefined && user === undefined) return undefined;
  const known = knownCredentials.get(key);
  if (known !== undefined && known.user === user) return known.credential;
  const credential: KnownCredential = {
    secretAccessKey: key.secretAccessKey,
    active: key.active,
    expired: false,
    caller:
      user === undefined
        ? rootCaller(account, accessKeyId)
        : userCaller(account, user, accessKeyId),
  };
  knownCredentials.set(key, { user, credential });
  return credential;
}

function userNamed(unit: Unit, account: string, name: string): Promise<User | undefined> {
  return unit.view(accountScope(account)).get(users, name.toLowerCase());
}

async function sessionCredential(
  unit: Unit,
  sealer: SessionSealer,
  clock: Clock,
  presented: { readonly accessKeyId: string; readonly sessionToken: string },
): Promise<KnownCredential | undefined> {
  const opened = sealer.open(presented.sessionToken);
  const grant = opened === undefined ? undefined : grantFromJson(opened);
  if (grant === undefined || grant.accessKeyId !== presented.accessKeyId) return undefined;
  const now = clock.serviceTime();
  const caller = await sessionCaller(unit, grant, now);
  if (caller === undefined) return undefined;
  return {
    secretAccessKey: grant.secretAccessKey,
    active: true,
    expired: grant.expires <= now,
    caller,
  };
}

/** A session ends with its role or user, even when another one takes the name. */
async function sessionCaller(unit: Unit, grant: SessionGrant, now: Instant) {
  const { subject, account, accessKeyId } = grant;
  switch (subject.type) {
    case 'role': {
      const view = unit.view(accountScope(account));
      const role = await view.get(roles, subject.name.toLowerCase());
      return role?.id === subject.id && role !== undefined
        ? roleCaller(grant, subject, role, now)
        : undefined;
    }
    case 'user': {
      const user = await userNamed(unit, account, subject.name);
      return user?.id === subject.id && user !== undefined
        ? sessionOf(grant, userCaller(account, user, accessKeyId), now)
        : undefined;
    }
    case 'federated': {
      const { userName, userId } = subject;
      if (userName === undefined) return federatedCaller(grant, subject.name, undefined, now);
      const user = await userNamed(unit, account, userName);
      return user?.id === userId && user !== undefined
        ? federatedCaller(grant, subject.name, user, now)
        : undefined;
    }
    case 'root':
      return sessionOf(grant, rootCaller(account, accessKeyId), now);
  }
}
