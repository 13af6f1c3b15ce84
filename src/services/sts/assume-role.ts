import type { StsOperations } from '../../../models/sts/types.ts';
import type {
  AuthorizedResource,
  Call,
  Context,
  OperationOf,
  Permission,
} from '../../contract/operation.ts';
import type { AssumableRole, SessionDirectory } from '../iam/port.ts';
import { newCredentials, recordedCredentials, type SessionMaker } from './credentials.ts';
import { accessDenied, validationError } from './errors.ts';
import { packedSize, sessionPolicies } from './session-policies.ts';
import { sessionTags } from './session-tags.ts';

type Input = StsOperations['AssumeRole']['input'];
type Output = StsOperations['AssumeRole']['output'];

const SECONDS_DEFAULT = 3_600;
const CHAINED_SECONDS_MAX = 3_600;

export function createAssumeRole(
  directory: SessionDirectory,
  sessions: SessionMaker,
): OperationOf<StsOperations, 'AssumeRole'> {
  return {
    name: 'AssumeRole',
    access: 'read',
    authorize: async (input, context) => {
      const role = await context.resolve(directory.roles, input.RoleArn);
      return permissions(input, role, context.call);
    },
    handle: (input, context) => assumeRole(input, context, directory, sessions),
  };
}

async function assumeRole(
  input: Input,
  context: Context,
  directory: SessionDirectory,
  sessions: SessionMaker,
): Promise<Output> {
  const { caller } = context.call;
  if (caller.identity.type === 'Root') {
    throw accessDenied('Roles may not be assumed by root accounts.');
  }
  const resource = await context.resolve(directory.roles, input.RoleArn);
  const role = resource.resolved.document;
  if (role === undefined) throw new Error('a missing role was assumed');
  const { account } = resource.resolved.scope;
  const seconds = sessionSeconds(input, role, context.call);
  const passed = await sessionPolicies(context.unit, directory, account, input);
  const { tags, transitiveTagKeys } = sessionTags(input, caller);
  const packed = packedSize(passed, tags);
  const sourceIdentity = caller.session?.sourceIdentity ?? input.SourceIdentity;
  const { name, id, arn } = role;
  const Credentials = await newCredentials(
    context,
    sessions,
    {
      account,
      subject: { type: 'role', name, id, arn, sessionName: input.RoleSessionName },
      ...passed,
      tags,
      transitiveTagKeys,
      ...(sourceIdentity === undefined ? {} : { sourceIdentity }),
    },
    seconds,
  );
  const assumed = {
    id: `${id}:${input.RoleSessionName}`,
    arn: `arn:aws:sts::${account}:assumed-role/${name}/${input.RoleSessionName}`,
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

function permissions(
  input: Input,
  resource: AuthorizedResource<AssumableRole>,
  call: Call,
): readonly Permission[] {
  const conditions = new Map<string, readonly string[]>([
    ['sts:rolesessionname', [input.RoleSessionName]],
  ]);
  if (input.ExternalId !== undefined) conditions.set('sts:externalid', [input.ExternalId]);
  if (input.SourceIdentity !== undefined) {
    conditions.set('sts:sourceidentity', [input.SourceIdentity]);
  }
  const tags = input.Tags ?? [];
  if (tags.length > 0)
    conditions.set(
      'aws:tagkeys',
      tags.map(({ Key }) => Key),
    );
  for (const { Key, Value } of tags) conditions.set(`aws:requesttag/${Key.toLowerCase()}`, [Value]);
  const transitive = input.TransitiveTagKeys ?? [];
  if (transitive.length > 0) conditions.set('sts:transitivetagkeys', transitive);
  const inherits = (call.caller.session?.transitiveTagKeys.length ?? 0) > 0;
  const actions = ['sts:AssumeRole'];
  if (tags.length > 0 || inherits) actions.push('sts:TagSession');
  const identity = input.SourceIdentity ?? call.caller.session?.sourceIdentity;
  if (identity !== undefined) actions.push('sts:SetSourceIdentity');
  return actions.map((action) => ({ action, resource, conditions }));
}

function sessionSeconds(input: Input, role: AssumableRole, call: Call): number {
  const { SerialNumber, DurationSeconds: asked } = input;
  if (SerialNumber !== undefined || input.TokenCode !== undefined) {
    throw accessDenied(
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA ' +
        'serial number is valid and associated with this user.',
    );
  }
  const isChained = call.caller.identity.type === 'AssumedRole';
  if (isChained && (asked ?? 0) > CHAINED_SECONDS_MAX) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role ' +
        'chaining.',
    );
  }
  if (asked !== undefined && asked > role.maxSessionSeconds) {
    throw validationError(
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
  }
  return asked ?? SECONDS_DEFAULT;
}
