import type { StsOperations } from '../../../models/sts/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { Service } from '../../contract/service.ts';
import type { JsonObject } from '../../core/json.ts';
import type { AssumableRoot, KeySets, SessionDirectory } from '../iam/port.ts';
import { createGetAccessKeyInfo } from './access-key-info.ts';
import { createAssumeRole } from './assume-role.ts';
import { createAssumeRoot } from './assume-root.ts';
import { createDecodeAuthorizationMessage } from './authorization-message.ts';
import type { SessionMaker } from './credentials.ts';
import { createMfaCheck } from './mfa.ts';
import { createAssumeRoleWithSAML } from './saml.ts';
import { createGetFederationToken } from './federation-token.ts';
import { createGetSessionToken } from './session-token.ts';
import { createGetWebIdentityToken, type WebIdentityTokenParts } from './web-identity-token.ts';
import { createAssumeRoleWithWebIdentity } from './web-identity.ts';

const getCallerIdentity: OperationOf<StsOperations, 'GetCallerIdentity'> = {
  name: 'GetCallerIdentity',
  access: 'read',
  // Anybody may ask who they are: AWS allows it even against an explicit deny.
  authorize: async () => [],
  handle: async (_input, { call }) => {
    const { account, arn, principalId } = call.caller.identity;
    return { Account: account, Arn: arn, UserId: principalId };
  },
};

export interface StsParts extends WebIdentityTokenParts {
  readonly directory: SessionDirectory;
  readonly sessions: SessionMaker;
  readonly roots: ResourceKind<AssumableRoot>;
  readonly keySets: KeySets;
  readonly accountOfAccessKey: (accessKeyId: string) => string | undefined;
  readonly openAuthorizationMessage: (message: string) => JsonObject | undefined;
}

/** Temporary credentials. Sessions are sealed into their own tokens; nothing is stored. */
export function createStsService(given: StsParts): Service {
  const parts = { ...given, mfa: createMfaCheck(given.directory) };
  return {
    id: 'sts',
    principal: 'sts.amazonaws.com',
    operations: [
      getCallerIdentity,
      createAssumeRole(parts),
      createAssumeRoleWithWebIdentity(parts),
      createAssumeRoleWithSAML(parts),
      createAssumeRoot(parts),
      createGetFederationToken(parts),
      createGetSessionToken(parts),
      createGetWebIdentityToken(parts),
      createGetAccessKeyInfo(parts.accountOfAccessKey),
      createDecodeAuthorizationMessage(parts.openAuthorizationMessage),
    ],
    notImplemented: new Map([['GetDelegatedAccessToken', 'delegation requests are not built']]),
    collections: [],
    jobs: [],
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
    // A one-time code of a refused call is still good for a while.
    unrecordedMembers: new Set(['TokenCode']),
  };
}
