import type { StsOperations } from '../../../models/sts/types.ts';
import type { Call, Context, OperationOf } from '../../contract/operation.ts';
import type { SessionSubject } from '../iam/port.ts';
import { newCredentials, recordedCredentials } from './credentials.ts';
import { accessDenied } from './errors.ts';
import type { RoleSessionParts } from './role-session.ts';
import { packedSize, sessionPolicies } from './session-policies.ts';
import { sessionTags, tagPermissionConditions } from './session-tags.ts';

type Input = StsOperations['GetFederationToken']['input'];

const SECONDS_DEFAULT = 43_200;
const ROOT_SECONDS_MAX = 3_600;

/** A federated user can call neither IAM nor STS. */
const CLOSED = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    { Effect: 'Deny', Action: 'sts:*', Resource: '*' },
  ],
});

function federatedArn({ scope }: Call, name: string): string {
  return `arn:aws:sts::${scope.account}:federated-user/${name}`;
}

/** A user's permissions under another name, no more than the policies that are passed with it. */
export function createGetFederationToken(
  parts: Pick<RoleSessionParts, 'directory' | 'sessions'>,
): OperationOf<StsOperations, 'GetFederationToken'> {
  return {
    name: 'GetFederationToken',
    access: 'read',
    authorize: async (input, { call }) => {
      const resource = federatedArn(call, input.Name);
      const conditions = tagPermissionConditions(input);
      const actions = ['sts:GetFederationToken'];
      if ((input.Tags ?? []).length > 0) actions.push('sts:TagSession');
      return actions.map((action) => ({ action, resource, conditions }));
    },
    handle: (input, context) => getFederationToken(input, context, parts),
  };
}

async function getFederationToken(
  input: Input,
  context: Context,
  { directory, sessions }: Pick<RoleSessionParts, 'directory' | 'sessions'>,
) {
  const { call } = context;
  const { account } = call.scope;
  const subject = subjectOf(input.Name, call);
  const passed = await sessionPolicies(context.unit, directory, account, input);
  const { tags } = sessionTags(input, call.caller);
  const packed = packedSize(passed, tags);
  const asked = input.DurationSeconds ?? SECONDS_DEFAULT;
  const Credentials = await newCredentials(
    context,
    sessions,
    {
      account,
      subject,
      policies: [CLOSED, ...passed.policies],
      policyArns: passed.policyArns,
      tags,
      transitiveTagKeys: [],
    },
    subject.userName === undefined ? Math.min(asked, ROOT_SECONDS_MAX) : asked,
  );
  const federated = {
    FederatedUserId: `${account}:${input.Name}`,
    Arn: federatedArn(call, input.Name),
  };
  context.audit.response({
    credentials: recordedCredentials(Credentials),
    federatedUser: { federatedUserId: federated.FederatedUserId, arn: federated.Arn },
  });
  return {
    Credentials,
    FederatedUser: federated,
    ...(packed === undefined ? {} : { PackedPolicySize: packed }),
  };
}

type FederatedSubject = Extract<SessionSubject, { type: 'federated' }>;

function subjectOf(name: string, { caller }: Call): FederatedSubject {
  const { identity, session } = caller;
  if (session !== undefined) {
    throw accessDenied('Cannot call GetFederationToken with session credentials');
  }
  if (identity.type === 'Root') return { type: 'federated', name };
  if (identity.type !== 'IAMUser' || identity.userName === undefined) {
    throw accessDenied('Cannot call GetFederationToken with these credentials');
  }
  return { type: 'federated', name, userName: identity.userName, userId: identity.principalId };
}
