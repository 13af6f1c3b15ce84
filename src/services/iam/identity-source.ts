import type { Caller, IdentitySource, KnownCredential } from '../../contract/identity.ts';
import type { Unit } from '../../contract/view.ts';
import type { PrincipalPolicies } from '../../policy/types.ts';
import { accessKeyOwners, accountScope, GLOBAL_SCOPE, rootAccessKeys } from './state.ts';

const NO_POLICIES: PrincipalPolicies = Object.freeze({ identity: [], scps: [] });

/** The credentials of account roots. */
export function createIdentitySource(): IdentitySource {
  return {
    credential: (unit, accessKeyId, sessionToken) =>
      sessionToken === undefined ? rootCredential(unit, accessKeyId) : Promise.resolve(undefined),
    policies: async () => NO_POLICIES,
    root: (account) => rootCaller(account, undefined),
  };
}

async function rootCredential(
  unit: Unit,
  accessKeyId: string,
): Promise<KnownCredential | undefined> {
  const owner = await unit.view(GLOBAL_SCOPE).get(accessKeyOwners, accessKeyId);
  if (owner === undefined) return undefined;
  const key = await unit.view(accountScope(owner.account)).get(rootAccessKeys, accessKeyId);
  if (key === undefined) return undefined;
  return {
    secretAccessKey: key.secretAccessKey,
    active: key.active,
    expired: false,
    caller: rootCaller(owner.account, accessKeyId),
  };
}

function rootCaller(account: string, accessKeyId: string | undefined): Caller {
  const arn = `arn:aws:iam::${account}:root`;
  return {
    identity: { type: 'Root', account, arn, principalId: account },
    userIdentity: {
      type: 'Root',
      principalId: account,
      arn,
      accountId: account,
      ...(accessKeyId === undefined ? {} : { accessKeyId }),
    },
    conditions: new Map(),
    tags: {},
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
  };
}
