import type { StsOperations } from '../../../models/sts/types.ts';
import type { Call, OperationOf } from '../../contract/operation.ts';
import type { SessionSubject } from '../iam/port.ts';
import { newCredentials, recordedCredentials } from './credentials.ts';
import { accessDenied } from './errors.ts';
import type { RoleSessionParts } from './role-session.ts';

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

/** With MFA it may use IAM as well. */
const SCOPE_WITH_MFA = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', NotAction: ['sts:*'], Resource: '*' },
    { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: '*' },
  ],
});

export function createGetSessionToken({
  sessions,
  mfa,
}: Pick<RoleSessionParts, 'sessions' | 'mfa'>): OperationOf<StsOperations, 'GetSessionToken'> {
  return {
    name: 'GetSessionToken',
    access: 'read',
    // It is an act of authentication: AWS puts it under no policy.
    authorize: async () => [],
    handle: async (input, context) => {
      const { call } = context;
      const subject = subjectOf(call);
      const proof = await mfa.prove(context.unit, call, input);
      proof?.spend();
      const asked = input.DurationSeconds ?? SECONDS_DEFAULT;
      const Credentials = await newCredentials(
        context,
        sessions,
        {
          account: call.scope.account,
          subject,
          policies: proof === undefined ? [SCOPE] : [SCOPE_WITH_MFA],
          policyArns: [],
          tags: {},
          transitiveTagKeys: [],
          ...(proof === undefined ? {} : { mfaAt: call.now }),
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
