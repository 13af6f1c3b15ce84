import type { StsOperations } from '../../../models/sts/types.ts';
import type {
  AuthorizedResource,
  Call,
  OperationOf,
  Permission,
} from '../../contract/operation.ts';
import type { AssumableRole } from '../iam/port.ts';
import { accessDenied, validationError } from './errors.ts';
import {
  authorizedRole,
  newRoleSession,
  type RoleSessionParts,
  sessionSeconds,
} from './role-session.ts';
import { sessionTags, tagPermissionConditions } from './session-tags.ts';

type Input = StsOperations['AssumeRole']['input'];

const CHAINED_SECONDS_MAX = 3_600;

export function createAssumeRole(
  parts: RoleSessionParts,
): OperationOf<StsOperations, 'AssumeRole'> {
  return {
    name: 'AssumeRole',
    access: 'read',
    authorize: async (input, context) => {
      const role = await context.resolve(parts.directory.roles, input.RoleArn);
      const proof = await parts.mfa.prove(context.unit, context.call, input);
      return permissions(input, role, context.call, proof !== undefined);
    },
    handle: async (input, context) => {
      const { caller } = context.call;
      if (caller.identity.type === 'Root') {
        throw accessDenied('Roles may not be assumed by root accounts.');
      }
      const { resource, role } = await authorizedRole(context, parts.directory, input.RoleArn);
      const proof = await parts.mfa.prove(context.unit, context.call, input);
      proof?.spend();
      return newRoleSession(context, parts, {
        resource,
        sessionName: input.RoleSessionName,
        seconds: seconds(input, role, context.call),
        passed: input,
        tags: sessionTags(input, caller),
        sourceIdentity: caller.session?.sourceIdentity ?? input.SourceIdentity,
        ...(proof === undefined ? {} : { mfaAt: context.call.now }),
      });
    },
  };
}

function permissions(
  input: Input,
  resource: AuthorizedResource<AssumableRole>,
  call: Call,
  hasMfa: boolean,
): readonly Permission[] {
  const conditions = new Map<string, readonly string[]>([
    ['sts:rolesessionname', [input.RoleSessionName]],
    ...tagPermissionConditions(input),
  ]);
  if (input.ExternalId !== undefined) conditions.set('sts:externalid', [input.ExternalId]);
  if (input.SourceIdentity !== undefined) {
    conditions.set('sts:sourceidentity', [input.SourceIdentity]);
  }
  if (hasMfa) {
    conditions.set('aws:multifactorauthpresent', ['true']);
    conditions.set('aws:multifactorauthage', ['0']);
  }
  const inherits = (call.caller.session?.transitiveTagKeys.length ?? 0) > 0;
  const actions = ['sts:AssumeRole'];
  if ((input.Tags ?? []).length > 0 || inherits) actions.push('sts:TagSession');
  const identity = input.SourceIdentity ?? call.caller.session?.sourceIdentity;
  if (identity !== undefined) actions.push('sts:SetSourceIdentity');
  return actions.map((action) => ({ action, resource, conditions }));
}

function seconds(input: Input, role: AssumableRole, call: Call): number {
  const { DurationSeconds: asked } = input;
  const isChained = call.caller.identity.type === 'AssumedRole';
  if (isChained && (asked ?? 0) > CHAINED_SECONDS_MAX) {
    throw validationError(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role ' +
        'chaining.',
    );
  }
  return sessionSeconds(asked, role);
}
