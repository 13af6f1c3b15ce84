import type {
  SecretsmanagerOperations,
  ValidationErrorsEntry,
} from '../../../models/secretsmanager/types.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import { compileCached } from '../../policy/cache.ts';
import { isPublic } from '../../policy/public-access.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { onSecret, recordAnswer, secretTarget } from './authorization.ts';
import { secretArn } from './domain/secret-id.ts';
import { malformedPolicy, publicPolicy } from './errors.ts';
import { mayKeepPolicy } from './policy-lockout.ts';
import { addFlag } from './request-conditions.ts';
import { secretKind } from './resources.ts';
import { saveSecret } from './versions.ts';

const PUBLIC_TEXT =
  'The resource policy did not prevent broad access to the secret: it grants access to ' +
  'principals that it does not name.';
const LOCKOUT_TEXT =
  'The resource policy would not allow the caller to manage the policy of the secret any more.';

export function createPutResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<SecretsmanagerOperations, 'PutResourcePolicy'> {
  return onSecret({
    name: 'PutResourcePolicy',
    access: 'write',
    on: { managed: true },
    keys: (conditions, input) => addFlag(conditions, 'BlockPublicPolicy', input.BlockPublicPolicy),
    handle: async (input, { arn, document: secret }, context) => {
      const { call, unit } = context;
      const policy = await accepted(context, principals, input.ResourcePolicy);
      if (input.BlockPublicPolicy === true && isPublic(policy.text, arn, ACTIONS)) {
        throw publicPolicy(PUBLIC_TEXT);
      }
      await saveSecret(unit, secret, { ...secret, policy, changed: call.now }, call.now);
      recordAnswer(context, { arn, name: secret.name });
      return { ARN: arn, Name: secret.name };
    },
  });
}

export function createGetResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<SecretsmanagerOperations, 'GetResourcePolicy'> {
  return onSecret({
    name: 'GetResourcePolicy',
    access: 'read',
    handle: async (_input, { arn, document: { name, policy } }, { unit }) => ({
      ARN: arn,
      Name: name,
      ...(policy === undefined ? {} : { ResourcePolicy: await principals.show(unit, policy) }),
    }),
  });
}

export const deleteResourcePolicy = onSecret({
  name: 'DeleteResourcePolicy',
  access: 'write',
  on: { managed: true },
  handle: async (_input, { arn, document: secret }, context) => {
    const { call, unit } = context;
    const { policy: _dropped, ...rest } = secret;
    await saveSecret(unit, secret, { ...rest, changed: call.now }, call.now);
    recordAnswer(context, { arn, name: secret.name });
    return { ARN: arn, Name: secret.name };
  },
});

export function createValidateResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<SecretsmanagerOperations, 'ValidateResourcePolicy'> {
  return {
    name: 'ValidateResourcePolicy',
    access: 'read',
    authorize: async (input, context) => {
      const { SecretId } = input;
      const resource = SecretId === undefined ? '*' : await context.resolve(secretKind, SecretId);
      const permissions: Permission[] = [
        { action: 'secretsmanager:ValidateResourcePolicy', resource },
        { action: 'secretsmanager:PutResourcePolicy', resource },
      ];
      return permissions;
    },
    handle: async (input, context) => {
      const { SecretId } = input;
      const arn =
        SecretId === undefined
          ? secretArn(context.call.scope, 'unnamed', 'AbCdEf')
          : (await secretTarget(context, SecretId)).arn;
      const policy = await accepted(context, principals, input.ResourcePolicy);
      const found: ValidationErrorsEntry[] = [];
      if (isPublic(policy.text, arn, ACTIONS)) {
        found.push({ CheckName: 'PublicPolicy', ErrorMessage: PUBLIC_TEXT });
      }
      if (!mayKeepPolicy(context, arn, policy)) {
        found.push({ CheckName: 'Lockout', ErrorMessage: LOCKOUT_TEXT });
      }
      return { PolicyValidationPassed: found.length === 0, ValidationErrors: found };
    },
  };
}

/** The policy, bound to those it names. Errors: MalformedPolicyDocumentException. */
async function accepted(
  { unit }: Context,
  principals: PrincipalDirectory,
  text: string,
): Promise<BoundPolicy> {
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError)
      throw malformedPolicy('This policy has invalid syntax.');
    throw error;
  }
  const policy = await principals.bind(unit, text);
  if ('unknown' in policy) {
    throw malformedPolicy('This resource policy contains an unsupported principal');
  }
  return policy;
}

/** What may be done with one secret. */
const ACTIONS = [
  'CancelRotateSecret',
  'DeleteResourcePolicy',
  'DeleteSecret',
  'DescribeSecret',
  'GetResourcePolicy',
  'GetSecretValue',
  'ListSecretVersionIds',
  'PutResourcePolicy',
  'PutSecretValue',
  'RemoveRegionsFromReplication',
  'ReplicateSecretToRegions',
  'RestoreSecret',
  'RotateSecret',
  'StopReplicationToReplica',
  'TagResource',
  'UntagResource',
  'UpdateSecret',
  'UpdateSecretVersionStage',
].map((name) => `secretsmanager:${name}`);
