import type { AuthorizedResource, Context, ResolveContext } from '../../contract/operation.ts';
import type { AssumableRole, Federation, SessionDirectory } from '../iam/port.ts';
import { newCredentials, recordedCredentials, type SessionMaker } from './credentials.ts';
import { validationError } from './errors.ts';
import type { MfaCheck } from './mfa.ts';
import { packedSize, sessionPolicies, type PolicyInput } from './session-policies.ts';
import type { SessionTags } from './session-tags.ts';

const SECONDS_DEFAULT = 3_600;

export interface RoleSessionParts {
  readonly directory: SessionDirectory;
  readonly sessions: SessionMaker;
  readonly mfa: MfaCheck;
}

export interface RoleSessionRequest {
  readonly resource: AuthorizedResource<AssumableRole>;
  readonly sessionName: string;
  readonly seconds: number;
  readonly passed: PolicyInput;
  readonly tags: SessionTags;
  readonly sourceIdentity: string | undefined;
  readonly federation?: Federation;
  readonly mfaAt?: number;
}

/** How long a session lasts. Errors: ValidationError beyond the role's own maximum. */
export function sessionSeconds(asked: number | undefined, role: AssumableRole): number {
  if (asked !== undefined && asked > role.maxSessionSeconds) {
    throw validationError(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return asked ?? SECONDS_DEFAULT;
}

/** The role that is assumed, once it was authorized. */
export async function authorizedRole(
  context: ResolveContext,
  directory: SessionDirectory,
  arn: string,
): Promise<{
  readonly resource: AuthorizedResource<AssumableRole>;
  readonly role: AssumableRole;
}> {
  const resource = await context.resolve(directory.roles, arn);
  const role = resource.resolved.document;
  if (role === undefined) throw new Error('a missing role was assumed');
  return { resource, role };
}

/** Credentials of a role's session, with what every way of assuming a role answers and records. */
export async function newRoleSession(
  context: Context,
  { directory, sessions }: RoleSessionParts,
  request: RoleSessionRequest,
) {
  const { resource, sessionName, tags: sessionTags, sourceIdentity, federation, mfaAt } = request;
  const role = resource.resolved.document;
  if (role === undefined) throw new Error('a missing role was assumed');
  const { account } = resource.resolved.scope;
  const passed = await sessionPolicies(context.unit, directory, account, request.passed);
  const { tags, transitiveTagKeys } = sessionTags;
  const packed = packedSize(passed, tags);
  const { name, id, arn } = role;
  const Credentials = await newCredentials(
    context,
    sessions,
    {
      account,
      subject: { type: 'role', name, id, arn, sessionName },
      ...passed,
      tags,
      transitiveTagKeys,
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
      ...(federation === undefined ? {} : { federation }),
      ...(mfaAt === undefined ? {} : { mfaAt }),
    },
    request.seconds,
  );
  const assumed = {
    id: `${id}:${sessionName}`,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${sessionName}`,
  };
  context.audit.resource('AWS::IAM::Role', arn, account);
  context.audit.response({
    credentials: recordedCredentials(Credentials),
    assumedRoleUser: { assumedRoleId: assumed.id, arn: assumed.arn },
  });
  return {
    Credentials,
    AssumedRoleUser: { AssumedRoleId: assumed.id, Arn: assumed.arn },
    ...(packed === undefined ? {} : { PackedPolicySize: packed }),
    ...(sourceIdentity === undefined ? {} : { SourceIdentity: sourceIdentity }),
  };
}
