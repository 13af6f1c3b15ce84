import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { isTrue, listOf, objectOf, picked, removedKeys, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 505;
const GENERATED = [
  'ExcludeCharacters',
  'ExcludeLowercase',
  'ExcludeNumbers',
  'ExcludePunctuation',
  'ExcludeUppercase',
  'IncludeSpace',
  'PasswordLength',
  'RequireEachIncludedType',
] as const;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('secretsmanager', operation, input);
}

/** The secret's text: given, or a random password, perhaps within a template of JSON. */
async function secretText(work: Work, properties: JsonObject): Promise<string | undefined> {
  const { SecretString, GenerateSecretString } = properties;
  if (SecretString !== undefined && GenerateSecretString !== undefined) {
    throw new PlainFailure('Can only specify either SecretString or GenerateSecretString.');
  }
  if (SecretString !== undefined) {
    return typeof SecretString === 'object' ? JSON.stringify(SecretString) : String(SecretString);
  }
  if (GenerateSecretString === undefined) return undefined;
  const generate = objectOf(GenerateSecretString);
  const { SecretStringTemplate: template, GenerateStringKey: key } = generate;
  if ((template === undefined) !== (key === undefined)) {
    throw new PlainFailure(
      'SecretStringTemplate and GenerateStringKey must both be set or removed.',
    );
  }
  const { RandomPassword } = await call(work, 'GetRandomPassword', picked(generate, ...GENERATED));
  const password = String(RandomPassword);
  if (template === undefined || key === undefined) return password;
  return JSON.stringify({ ...jsonOf(String(template)), [String(key)]: password });
}

function jsonOf(text: string): JsonObject {
  try {
    const json: JsonValue = JSON.parse(text);
    if (isJsonObject(json)) return json;
  } catch {
    // Said below.
  }
  throw new PlainFailure('Failed to parse SecretStringTemplate as JSON.');
}

const secret: ResourceType = {
  name: 'AWS::SecretsManager::Secret',
  needs: 'secretsmanager:CreateSecret',
  handles: 'Description GenerateSecretString KmsKeyId Name ReplicaRegions SecretString Tags Type',
  create: async (work, properties) => {
    const SecretString = await secretText(work, properties);
    const Tags = work.tags(properties['Tags']);
    const replicas = listOf(properties['ReplicaRegions']);
    const { ARN } = await call(work, 'CreateSecret', {
      Name: textOf(properties['Name']) ?? work.name(NAME_MAX),
      ...picked(properties, 'Description', 'KmsKeyId', 'Type'),
      // A secret without a value is made with an empty one by nobody: it has none.
      ...(SecretString === undefined ? {} : { SecretString }),
      ...(Tags.length === 0 ? {} : { Tags }),
      ...(replicas.length === 0 ? {} : { AddReplicaRegions: replicas }),
      ClientRequestToken: work.token,
    });
    const id = String(ARN);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id: SecretId, before, properties, changed, attributes }) => {
    const isValue = changed.includes('SecretString') || changed.includes('GenerateSecretString');
    const SecretString = isValue ? await secretText(work, properties) : undefined;
    const Description = textOf(properties['Description']) ?? '';
    await call(work, 'UpdateSecret', {
      SecretId,
      ...(changed.includes('Description') ? { Description } : {}),
      ...(changed.includes('KmsKeyId')
        ? { KmsKeyId: properties['KmsKeyId'] ?? 'alias/aws/secretsmanager' }
        : {}),
      ...(SecretString === undefined ? {} : { SecretString, ClientRequestToken: work.token }),
    });
    if (changed.includes('Tags')) {
      const Tags = work.tags(properties['Tags']);
      const TagKeys = removedKeys(work.tags(before['Tags']), Tags);
      if (Tags.length > 0) await call(work, 'TagResource', { SecretId, Tags });
      if (TagKeys.length > 0) await call(work, 'UntagResource', { SecretId, TagKeys });
    }
    if (changed.includes('ReplicaRegions'))
      await setReplicas(work, SecretId, { before, properties });
    return { id: SecretId, attributes };
  },
  delete: async (work, { id: SecretId, properties }) => {
    const regions = regionsOf(properties);
    if (regions.length > 0) {
      await work.attempt('secretsmanager', 'RemoveRegionsFromReplication', {
        SecretId,
        RemoveReplicaRegions: regions,
      });
    }
    await work.attempt('secretsmanager', 'DeleteSecret', {
      SecretId,
      ForceDeleteWithoutRecovery: true,
    });
    return undefined;
  },
};

function regionsOf(properties: JsonObject): string[] {
  return listOf(properties['ReplicaRegions']).map((one) => String(objectOf(one)['Region']));
}

async function setReplicas(
  work: Work,
  SecretId: string,
  { before, properties }: { readonly before: JsonObject; readonly properties: JsonObject },
): Promise<void> {
  const [had, wanted] = [regionsOf(before), regionsOf(properties)];
  const gone = had.filter((region) => !wanted.includes(region));
  const fresh = listOf(properties['ReplicaRegions']).filter(
    (one) => !had.includes(String(objectOf(one)['Region'])),
  );
  if (gone.length > 0) {
    await call(work, 'RemoveRegionsFromReplication', { SecretId, RemoveReplicaRegions: gone });
  }
  if (fresh.length > 0) {
    await call(work, 'ReplicateSecretToRegions', { SecretId, AddReplicaRegions: fresh });
  }
}

async function rotate(work: Work, SecretId: string, properties: JsonObject): Promise<void> {
  const { RotationLambdaARN, HostedRotationLambda, RotateImmediatelyOnUpdate } = properties;
  if (HostedRotationLambda !== undefined) {
    throw new PlainFailure(
      RotationLambdaARN === undefined
        ? 'To use the HostedRotationLambda property, you must use the AWS::SecretsManager transform'
        : 'Can only specify either HostedRotationLambda or RotationLambdaARN',
    );
  }
  await call(work, 'RotateSecret', {
    SecretId,
    ...picked(properties, 'RotationLambdaARN', 'RotationRules'),
    RotateImmediately: RotateImmediatelyOnUpdate === undefined || isTrue(RotateImmediatelyOnUpdate),
    ClientRequestToken: work.token,
  });
}

const rotationSchedule: ResourceType = {
  name: 'AWS::SecretsManager::RotationSchedule',
  needs: 'secretsmanager:RotateSecret',
  handles:
    'HostedRotationLambda RotateImmediatelyOnUpdate RotationLambdaARN RotationRules SecretId',
  create: async (work, properties) => {
    const id = String(properties['SecretId']);
    await rotate(work, id, properties);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, properties, attributes }) => {
    await rotate(work, id, properties);
    return { id, attributes };
  },
  delete: async (work, { id: SecretId }) => {
    await work.attempt('secretsmanager', 'CancelRotateSecret', { SecretId });
    return undefined;
  },
};

const resourcePolicy: ResourceType = {
  name: 'AWS::SecretsManager::ResourcePolicy',
  needs: 'secretsmanager:PutResourcePolicy',
  handles: 'BlockPublicPolicy ResourcePolicy SecretId',
  create: async (work, properties) => {
    const id = String(properties['SecretId']);
    const given = picked(properties, 'BlockPublicPolicy', 'ResourcePolicy');
    await call(work, 'PutResourcePolicy', { SecretId: id, ...given });
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, properties, attributes }) => {
    const given = picked(properties, 'BlockPublicPolicy', 'ResourcePolicy');
    await call(work, 'PutResourcePolicy', { SecretId: id, ...given });
    return { id, attributes };
  },
  delete: async (work, { id: SecretId }) => {
    await work.attempt('secretsmanager', 'DeleteResourcePolicy', { SecretId });
    return undefined;
  },
};

const INSTANCE = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';

/** Writes where a database is into the secret's JSON. */
async function attach(work: Work, properties: JsonObject): Promise<void> {
  const { SecretId, TargetId, TargetType } = properties;
  if (TargetType !== INSTANCE && TargetType !== CLUSTER) {
    throw new PlainFailure(`SecretTargetAttachment is not implemented for ${String(TargetType)}`);
  }
  const facts =
    TargetType === INSTANCE
      ? await instanceFacts(work, TargetId)
      : await clusterFacts(work, TargetId);
  const { SecretString } = await call(work, 'GetSecretValue', { SecretId });
  const value = JSON.stringify({ ...currentOf(SecretString), ...facts });
  await call(work, 'PutSecretValue', {
    SecretId,
    SecretString: value,
    ClientRequestToken: work.token,
  });
}

function currentOf(text: JsonValue | undefined): JsonObject {
  try {
    const json: JsonValue = JSON.parse(String(text));
    if (isJsonObject(json)) return json;
  } catch {
    // Said below.
  }
  throw new PlainFailure('Failed to parse secret string while CREATE');
}

async function instanceFacts(work: Work, DBInstanceIdentifier: JsonValue | undefined) {
  const input = { DBInstanceIdentifier };
  const { DBInstances } = await work.call('rds', 'DescribeDBInstances', input);
  const found = objectOf(listOf(DBInstances)[0]);
  const { Address, Port } = objectOf(found['Endpoint']);
  const { Engine, DBName, DBInstanceIdentifier: id } = found;
  return facts({
    engine: Engine,
    host: Address,
    port: Port,
    dbname: DBName,
    dbInstanceIdentifier: id,
  });
}

async function clusterFacts(work: Work, DBClusterIdentifier: JsonValue | undefined) {
  const { DBClusters } = await work.call('rds', 'DescribeDBClusters', { DBClusterIdentifier });
  const found = objectOf(listOf(DBClusters)[0]);
  const { Engine, Endpoint, Port, DatabaseName, DBClusterIdentifier: id } = found;
  return facts({
    engine: Engine,
    host: Endpoint,
    port: Port,
    dbname: DatabaseName,
    dbClusterIdentifier: id,
  });
}

function facts(all: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const targetAttachment: ResourceType = {
  name: 'AWS::SecretsManager::SecretTargetAttachment',
  needs: 'secretsmanager:PutSecretValue',
  handles: 'SecretId TargetId TargetType',
  create: async (work, properties) => {
    await attach(work, properties);
    const id = String(properties['SecretId']);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, properties, attributes }) => {
    await attach(work, properties);
    return { id, attributes };
  },
  delete: () => Promise.resolve(undefined),
};

export const secretsManagerTypes: readonly ResourceType[] = [
  secret,
  rotationSchedule,
  resourcePolicy,
  targetAttachment,
];
