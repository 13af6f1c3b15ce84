import type { Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { kmsDescribeKey } from '../../kms/port.ts';
import { permissionTo } from '../authorization.ts';
import { SETTINGS, type StorageSettings, storageSettings } from './state.ts';

/** The account's key for EBS, until it decides for another. */
export const DEFAULT_KEY = 'alias/aws/ebs';

const INITIAL: StorageSettings = { encryptsByDefault: false, publicAccess: 'unblocked' };

export async function settingsOf(view: View): Promise<StorageSettings> {
  return (await view.get(storageSettings, SETTINGS)) ?? INITIAL;
}

async function change(
  { view }: Context,
  make: (settings: StorageSettings) => StorageSettings,
): Promise<StorageSettings> {
  const settings = make(await settingsOf(view));
  view.put(storageSettings, SETTINGS, settings);
  return settings;
}

/** Settings are nobody's resource. */
const ofTheAccount = async (_input: object, context: ResolveContext) => [
  permissionTo(context, context.call.operation),
];

const enable: OperationOf<Ec2Operations, 'EnableEbsEncryptionByDefault'> = {
  name: 'EnableEbsEncryptionByDefault',
  access: 'write',
  authorize: ofTheAccount,
  handle: async (_input, context) => {
    await change(context, (settings) => ({ ...settings, encryptsByDefault: true }));
    return { EbsEncryptionByDefault: true };
  },
};

const disable: OperationOf<Ec2Operations, 'DisableEbsEncryptionByDefault'> = {
  name: 'DisableEbsEncryptionByDefault',
  access: 'write',
  authorize: ofTheAccount,
  handle: async (_input, context) => {
    await change(context, (settings) => ({ ...settings, encryptsByDefault: false }));
    return { EbsEncryptionByDefault: false };
  },
};

const get: OperationOf<Ec2Operations, 'GetEbsEncryptionByDefault'> = {
  name: 'GetEbsEncryptionByDefault',
  access: 'read',
  authorize: ofTheAccount,
  handle: async (_input, { view }) => {
    const { encryptsByDefault } = await settingsOf(view);
    return {
      EbsEncryptionByDefault: encryptsByDefault,
      SseType: encryptsByDefault ? 'sse-kms' : 'none',
    };
  },
};

const getKey: OperationOf<Ec2Operations, 'GetEbsDefaultKmsKeyId'> = {
  name: 'GetEbsDefaultKmsKeyId',
  access: 'read',
  authorize: ofTheAccount,
  handle: async (_input, { view }) => {
    const { defaultKeyId = DEFAULT_KEY } = await settingsOf(view);
    return { KmsKeyId: defaultKeyId };
  },
};

/** A key that can't be used is taken too, as AWS does: what is made under it fails then. */
const modifyKey: OperationOf<Ec2Operations, 'ModifyEbsDefaultKmsKeyId'> = {
  name: 'ModifyEbsDefaultKmsKeyId',
  access: 'write',
  authorize: ofTheAccount,
  handle: async ({ KmsKeyId }, context) => {
    const keyId = await arnOfKey(context, KmsKeyId);
    await change(context, (settings) => ({ ...settings, defaultKeyId: keyId }));
    return { KmsKeyId: keyId };
  },
};

async function arnOfKey(context: Context, KeyId: string): Promise<string> {
  try {
    const { KeyMetadata } = await context.callService(kmsDescribeKey, { KeyId }, { via: 'ec2' });
    return KeyMetadata?.Arn ?? KeyId;
  } catch (error) {
    if (error instanceof ServiceError) return KeyId;
    throw error;
  }
}

const resetKey: OperationOf<Ec2Operations, 'ResetEbsDefaultKmsKeyId'> = {
  name: 'ResetEbsDefaultKmsKeyId',
  access: 'write',
  authorize: ofTheAccount,
  handle: async (_input, context) => {
    await change(context, ({ defaultKeyId: _was, ...settings }) => settings);
    return { KmsKeyId: DEFAULT_KEY };
  },
};

const blockPublic: OperationOf<Ec2Operations, 'EnableSnapshotBlockPublicAccess'> = {
  name: 'EnableSnapshotBlockPublicAccess',
  access: 'write',
  authorize: ofTheAccount,
  handle: async ({ State }, context) => {
    await change(context, (settings) => ({ ...settings, publicAccess: State }));
    return { State };
  },
};

const unblockPublic: OperationOf<Ec2Operations, 'DisableSnapshotBlockPublicAccess'> = {
  name: 'DisableSnapshotBlockPublicAccess',
  access: 'write',
  authorize: ofTheAccount,
  handle: async (_input, context) => {
    await change(context, (settings) => ({ ...settings, publicAccess: 'unblocked' }));
    return { State: 'unblocked' };
  },
};

const publicBlock: OperationOf<Ec2Operations, 'GetSnapshotBlockPublicAccessState'> = {
  name: 'GetSnapshotBlockPublicAccessState',
  access: 'read',
  authorize: ofTheAccount,
  handle: async (_input, { view }) => {
    const { publicAccess } = await settingsOf(view);
    return { State: publicAccess, ManagedBy: 'account' };
  },
};

export const settingOperations: readonly AnyOperation[] = [
  enable,
  disable,
  get,
  getKey,
  modifyKey,
  resetKey,
  blockPublic,
  unblockPublic,
  publicBlock,
];
