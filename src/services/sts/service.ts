import type { StsOperations } from '../../../models/sts/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Service } from '../../contract/service.ts';

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

const REASON = 'sessions are not built yet';

export const stsService: Service = {
  id: 'sts',
  principal: 'sts.amazonaws.com',
  operations: [getCallerIdentity],
  notImplemented: new Map(
    [
      'AssumeRole',
      'AssumeRoleWithSAML',
      'AssumeRoleWithWebIdentity',
      'AssumeRoot',
      'DecodeAuthorizationMessage',
      'GetAccessKeyInfo',
      'GetDelegatedAccessToken',
      'GetFederationToken',
      'GetSessionToken',
      'GetWebIdentityToken',
    ].map((name) => [name, REASON]),
  ),
  collections: [],
  jobs: [],
  denialCode: { code: 'AccessDenied', status: 403 },
  validationCode: 'ValidationError',
};
