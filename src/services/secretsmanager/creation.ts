import type {
  CreateSecretRequest,
  SecretsmanagerOperations,
} from '../../../models/secretsmanager/types.ts';
import type { Call, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { Conditions } from './authorization.ts';
import { recordAnswer } from './authorization.ts';
import type { SecretValue } from './domain/envelope.ts';
import { CURRENT } from './domain/stages.ts';
import { areTooMany, tagFault, tagsOf } from './domain/tag-rules.ts';
import {
  invalidParameter,
  invalidRequest,
  limitExceeded,
  secretExists,
  tokenInUse,
  unbuilt,
} from './errors.ts';
import { givenToken, givenValue, isSameValue } from './given-value.ts';
import { assertKeyAccess, customerKey } from './kms-keys.ts';
import { planReplicas, recordReplication, shownReplication } from './replicas.ts';
import { addFlag, addReplicaRegions, addRequestTags, addText } from './request-conditions.ts';
import { arnOf, newSecretKind } from './resources.ts';
import { type SecretDocument, secrets, versionKey, versions } from './state.ts';
import { openValue } from './values.ts';
import { putVersion, saveSecret } from './versions.ts';

type Output = SecretsmanagerOperations['CreateSecret']['output'];

export const createSecret: OperationOf<SecretsmanagerOperations, 'CreateSecret'> = {
  name: 'CreateSecret',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(newSecretKind, input.Name);
    const conditions = conditionsOf(input);
    const own: Permission = { action: 'secretsmanager:CreateSecret', resource, conditions };
    const further = furtherActions(input).map((action) => ({ action, resource, conditions }));
    return [own, ...further];
  },
  handle: async (input, context) => {
    if (input.Type !== undefined && input.Type !== '') {
      throw unbuilt('CreateSecret', 'managed external secrets (Type)');
    }
    const value = givenValue(input);
    const known = await context.view.get(secrets, input.Name);
    if (known !== undefined) return again(context, known, input, value);
    const secret = await newSecret(input, context);
    if (secret.kmsKeyId !== undefined) {
      await assertKeyAccess(context, { scope: secret.scope, arn: arnOf(secret) }, secret.kmsKeyId);
    }
    if (value === undefined) {
      await saveSecret(context.unit, secret, secret, context.call.now);
      return answer(context, secret);
    }
    const id = givenToken(input.ClientRequestToken);
    return answer(context, await putVersion(context, secret, { id, value, stages: [CURRENT] }));
  },
};

/** A call sent twice makes one secret. */
async function again(
  context: Context,
  known: SecretDocument,
  input: CreateSecretRequest,
  value: SecretValue | undefined,
): Promise<Output> {
  if (known.deletion !== undefined) {
    throw invalidRequest(
      "You can't create this secret because a secret with this name is already scheduled for " +
        'deletion.',
    );
  }
  const token = input.ClientRequestToken ?? '';
  const version = await context.view.get(versions, versionKey(known, token));
  if (version === undefined || value === undefined) throw secretExists(known.name);
  if (!isSameValue(await openValue(context, context.view, known, version), value)) {
    throw tokenInUse(token, arnOf(known));
  }
  return { ARN: arnOf(known), Name: known.name, VersionId: token };
}

async function newSecret(input: CreateSecretRequest, context: Context): Promise<SecretDocument> {
  const { call } = context;
  const owner = owningService(call, input.Name);
  const given = input.Tags ?? [];
  const fault = tagFault(given, owner !== undefined);
  if (fault !== undefined) throw invalidParameter(fault);
  const tags = tagsOf(given);
  if (areTooMany(tags)) throw limitExceeded("A secret can't have more than 50 tags.");
  const { arn } = (await context.resolve(newSecretKind, input.Name)).resolved;
  const kmsKeyId = customerKey(input.KmsKeyId);
  const made: SecretDocument = {
    name: input.Name,
    suffix: arn.slice(-6),
    scope: call.scope,
    created: call.now,
    changed: call.now,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    tags,
    stages: {},
    versionCount: 0,
    ...(owner === undefined ? {} : { owner }),
  };
  const { AddReplicaRegions: regions, ForceOverwriteReplicaSecret: overwrite } = input;
  return regions === undefined ? made : planReplicas(context, made, regions, overwrite === true);
}

/** `rds` for what Amazon RDS makes for its user under a name that begins with `rds!`. */
function owningService({ calledVia }: Call, name: string): string | undefined {
  const [service, rest] = (calledVia.at(-1) ?? '').split('.amazonaws.com');
  if (service === undefined || service === '' || rest !== '') return undefined;
  return name.startsWith(`${service}!`) ? service : undefined;
}

function answer(context: Context, secret: SecretDocument): Output {
  const regions = (secret.replicas ?? []).map(({ region }) => region);
  recordReplication(context, secret, new Set(regions));
  const versionId = secret.stages[CURRENT];
  const shown = { ARN: arnOf(secret), Name: secret.name };
  context.audit.resource('AWS::SecretsManager::Secret', shown.ARN, secret.scope.account);
  recordAnswer(context, { arn: shown.ARN, name: shown.Name, versionId });
  return {
    ...shown,
    ...(versionId === undefined ? {} : { VersionId: versionId }),
    ...(secret.replicas === undefined ? {} : { ReplicationStatus: shownReplication(secret) }),
  };
}

function conditionsOf(input: CreateSecretRequest): Conditions {
  const conditions: Conditions = new Map();
  addText(conditions, 'Name', input.Name);
  addText(conditions, 'Description', input.Description);
  addText(conditions, 'KmsKeyId', input.KmsKeyId);
  addReplicaRegions(conditions, input.AddReplicaRegions);
  addFlag(conditions, 'ForceOverwriteReplicaSecret', input.ForceOverwriteReplicaSecret);
  addRequestTags(conditions, input.Tags);
  return conditions;
}

function furtherActions(input: CreateSecretRequest): readonly string[] {
  return [
    ...(input.Tags === undefined || input.Tags.length === 0 ? [] : ['secretsmanager:TagResource']),
    ...(input.AddReplicaRegions === undefined ? [] : ['secretsmanager:ReplicateSecretToRegions']),
  ];
}
