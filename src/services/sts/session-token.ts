import type { StsOperations } from '../../../models/sts/types.ts';
import type { Call, OperationOf } from '../../contract/operation.ts';
import type { SessionSubject } from '../iam/port.ts';
import { newCredentials, recordedCredentials, type SessionMaker } from './credentials.ts';
import { accessDenied } from './errors.ts';

const SECONDS_DEFAULT = 43_200;
const ROOT_SECONDS_MAX = 3_600;

/** What a session without MFA may do: everything its user may, but for IAM and most of STS. */
const SCOPE = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' },
    { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: '*' },
  ],
});

export function createGetSessionToken(
  sessions: SessionMaker,
): OperationOf<StsOperations, 'GetSessionToken'> {
  return {
    name: 'GetSessionToken',
    access: 'read',
    // It is an act of authentication: AWS puts it under no policy.
    authorize: async () => [],
    handle: async (input, context) => {
      const { call } = context;
      if (input.SerialNumber !== undefined || input.TokenCode !== undefined) {
        throw accessDenied(
          'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
        );
      }
      const subject = subjectOf(call);
      const asked = input.DurationSeconds ?? SECONDS_DEFAULT;
      const Credentials = await newCredentials(
        context,
        sessions,
        {
          account: call.scope.account,
          subject,
          policies: [SCOPE],
          policyArns: [],
          tags: {},
          transitiveTagKeys: [],
        },
        subject.type === 'root' ? Math.min(asked, ROOT_SECONDS_MAX) : asked,
      );
      context.audit.response({ credentials: recordedCredentials(Credentials) });
      return { Credentials };
    },
  };
}

function subjectOf({ caller }: Call): SessionSubject {
  const { identity, session } = caller;
  if (session !== undefined) {
    throw accessDenied('Cannot call GetSessionToken with session credentials');
  }
  if (identity.type === 'Root') return { type: 'root' };
  if (identity.type !== 'IAMUser' || identity.userName === undefined) {
    throw accessDenied('Cannot call GetSessionToken with these credentials');
  }
  return { type: 'user', name: identity.userName, id: identity.principalId };
}
