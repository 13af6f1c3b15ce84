import type { JsonObject } from '../../../core/json.ts';
import { isTrue, objectOf, picked, removedKeys, textOf } from './made.ts';
import type { Changing, Made, ResourceType, Work } from './resource-type.ts';

const DEFAULT_WINDOW_DAYS = 30;

function keyTags(work: Work, own: JsonObject['Tags']): JsonObject[] {
  return work.tags(own).map(({ Key = '', Value = '' }) => ({ TagKey: Key, TagValue: Value }));
}

const key: ResourceType = {
  name: 'AWS::KMS::Key',
  needs: 'kms:CreateKey',
  handles:
    'BypassPolicyLockoutSafetyCheck Description EnableKeyRotation Enabled KeyPolicy KeySpec KeyUsage ' +
    'MultiRegion Origin PendingWindowInDays RotationPeriodInDays Tags',
  create: async (work, properties) => {
    const { KeyMetadata } = await work.call('kms', 'CreateKey', {
      ...picked(properties, 'Description', 'KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'),
      ...picked(properties, 'BypassPolicyLockoutSafetyCheck'),
      ...policyOf(properties),
      Tags: keyTags(work, properties['Tags']),
    });
    const id = String(objectOf(KeyMetadata)['KeyId']);
    work.holds(id);
    await setRotation(work, id, properties);
    await setEnabled(work, id, properties);
    return made(id, KeyMetadata);
  },
  replaces: ({ changed }) =>
    changed.some((name) => ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'].includes(name)),
  update: changeKey,
  delete: (work, existing) => deleteKey(work, existing),
};

async function setEnabled(work: Work, KeyId: string, properties: JsonObject): Promise<void> {
  if (properties['Enabled'] === undefined || isTrue(properties['Enabled'])) return;
  await work.call('kms', 'DisableKey', { KeyId });
}

function policyOf(properties: JsonObject): JsonObject {
  const { KeyPolicy } = properties;
  return KeyPolicy === undefined ? {} : { Policy: KeyPolicy };
}

function made(id: string, metadata: JsonObject[string]): Made {
  return { id, attributes: { Arn: String(objectOf(metadata)['Arn']), KeyId: id } };
}

async function setRotation(work: Work, KeyId: string, properties: JsonObject): Promise<void> {
  if (!isTrue(properties['EnableKeyRotation'])) return;
  const input = { KeyId, ...picked(properties, 'RotationPeriodInDays') };
  await work.call('kms', 'EnableKeyRotation', input);
}

async function changeKey(work: Work, change: Changing): Promise<Made> {
  const { id: KeyId, properties, changed, attributes } = change;
  const differs = (name: string): boolean => changed.includes(name);
  if (differs('KeyPolicy')) {
    const Policy = properties['KeyPolicy'] ?? defaultPolicy(work);
    await work.call('kms', 'PutKeyPolicy', { KeyId, PolicyName: 'default', Policy });
  }
  if (differs('Description')) {
    const Description = textOf(properties['Description']) ?? '';
    await work.call('kms', 'UpdateKeyDescription', { KeyId, Description });
  }
  if (differs('Enabled')) {
    const isOn = properties['Enabled'] === undefined || isTrue(properties['Enabled']);
    await work.call('kms', isOn ? 'EnableKey' : 'DisableKey', { KeyId });
  }
  if (differs('EnableKeyRotation') || differs('RotationPeriodInDays')) {
    if (isTrue(properties['EnableKeyRotation'])) await setRotation(work, KeyId, properties);
    else await work.call('kms', 'DisableKeyRotation', { KeyId });
  }
  if (differs('Tags')) {
    const Tags = keyTags(work, properties['Tags']);
    if (Tags.length > 0) await work.call('kms', 'TagResource', { KeyId, Tags });
    const TagKeys = removedKeys(work.tags(change.before['Tags']), work.tags(properties['Tags']));
    if (TagKeys.length > 0) await work.call('kms', 'UntagResource', { KeyId, TagKeys });
  }
  return { id: KeyId, attributes };
}

function defaultPolicy({ partition, scope }: Work): JsonObject {
  const AWS = `arn:${partition}:iam::${scope.account}:root`;
  const Statement = [{ Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' }];
  return { Version: '2012-10-17', Id: 'key-default-1', Statement };
}

async function deleteKey(
  work: Work,
  { id: KeyId, properties }: { readonly id: string; readonly properties: JsonObject },
): Promise<undefined> {
  const days = properties['PendingWindowInDays'] ?? DEFAULT_WINDOW_DAYS;
  const found = await work.attempt('kms', 'DescribeKey', { KeyId });
  const isGoing = String(objectOf(found?.['KeyMetadata'])['KeyState']).startsWith('Pending');
  if (found === undefined || isGoing) return;
  await work.call('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: days });
}

const alias: ResourceType = {
  name: 'AWS::KMS::Alias',
  needs: 'kms:CreateAlias',
  handles: 'AliasName TargetKeyId',
  create: async (work, properties) => {
    await work.call('kms', 'CreateAlias', picked(properties, 'AliasName', 'TargetKeyId'));
    return { id: String(properties['AliasName']) };
  },
  update: async (work, { id, properties }) => {
    await work.call('kms', 'UpdateAlias', picked(properties, 'AliasName', 'TargetKeyId'));
    return { id };
  },
  delete: async (work, { id }) => {
    await work.attempt('kms', 'DeleteAlias', { AliasName: id });
    return undefined;
  },
};

const replicaKey: ResourceType = {
  name: 'AWS::KMS::ReplicaKey',
  needs: 'kms:ReplicateKey',
  handles: 'Description Enabled KeyPolicy PendingWindowInDays PrimaryKeyArn Tags',
  create: async (work, properties) => {
    const arn = String(properties['PrimaryKeyArn']);
    const { ReplicaKeyMetadata } = await work.call(
      'kms',
      'ReplicateKey',
      {
        KeyId: arn,
        ReplicaRegion: work.scope.region,
        ...picked(properties, 'Description'),
        ...policyOf(properties),
        Tags: keyTags(work, properties['Tags']),
      },
      arn.split(':')[3],
    );
    const id = String(objectOf(ReplicaKeyMetadata)['KeyId']);
    work.holds(id);
    await setEnabled(work, id, properties);
    return made(id, ReplicaKeyMetadata);
  },
  update: changeKey,
  delete: (work, existing) => deleteKey(work, existing),
};

export const kmsTypes: readonly ResourceType[] = [key, alias, replicaKey];
