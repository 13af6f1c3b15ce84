import type { Context } from '../../../contract/operation.ts';
import {
  type EntrustedKey,
  grantOpening,
  newDataKey,
  openDataKey,
  rebindDataKey,
  refusalIn,
  type WrappedKey,
} from './data-keys.ts';
import { keyWithoutEncryption } from './errors.ts';
import { DEFAULT_KEY, settingsOf } from './settings.ts';
import type { SnapshotDocument } from './state.ts';

export interface EncryptionInput {
  readonly Encrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
}

/** Errors: InvalidParameterDependency. */
export function requireEncryptionForKey({ Encrypted, KmsKeyId }: EncryptionInput): void {
  if (KmsKeyId !== undefined && Encrypted !== true) throw keyWithoutEncryption();
}

/** The key that something is to be encrypted under; undefined: it is not. */
export async function keyIdFor(
  { view }: Pick<Context, 'view'>,
  { Encrypted, KmsKeyId }: EncryptionInput,
  isSourceEncrypted: boolean,
): Promise<string | undefined> {
  if (KmsKeyId !== undefined) return KmsKeyId;
  const { encryptsByDefault, defaultKeyId = DEFAULT_KEY } = await settingsOf(view);
  return Encrypted === true || encryptsByDefault || isSourceEncrypted ? defaultKeyId : undefined;
}

/** A key for what is made, and whether blocks must be encrypted anew for it. */
export type NewKey =
  | { readonly kind: 'none' }
  /** The source's data key: its blocks can be shared. */
  | { readonly kind: 'same'; readonly key: WrappedKey | undefined }
  /** Another data key. EC2 opens both by itself to encrypt anew. */
  | {
      readonly kind: 'other';
      readonly key: WrappedKey | undefined;
      readonly from: EntrustedKey | undefined;
      readonly to: EntrustedKey | undefined;
    }
  /** KMS refused: AWS tells only when the making fails. */
  | { readonly kind: 'refused'; readonly cause: string; readonly keyId: string };

/**
 * The data key of what is made of a source, for the caller. Call it before anything is written: what KMS refuses drops it.
 * `keyId` may be any name of a key.
 */
export async function keyOfMade(
  context: Context,
  id: string,
  keyId: string | undefined,
  source: SnapshotDocument | undefined,
): Promise<NewKey> {
  const { region } = context.call.scope;
  const takeBack = context.unit.savepoint();
  try {
    if (source === undefined) {
      return keyId === undefined
        ? { kind: 'none' }
        : { kind: 'same', key: await newDataKey(context, region, keyId, id) };
    }
    return await keyOfCopy(context, id, keyId, source);
  } catch (error) {
    takeBack();
    return { kind: 'refused', cause: refusalIn(error), keyId: keyId ?? '' };
  }
}

async function keyOfCopy(
  context: Context,
  id: string,
  keyId: string | undefined,
  source: SnapshotDocument,
): Promise<NewKey> {
  const { region } = context.call.scope;
  const { key: sourceKey, scope } = source;
  const isHere = scope.region === region;
  if (keyId === undefined && sourceKey === undefined) {
    return isHere
      ? { kind: 'same', key: undefined }
      : { kind: 'other', key: undefined, from: undefined, to: undefined };
  }
  if (sourceKey !== undefined && isHere && keyId === sourceKey.keyArn) {
    return { kind: 'same', key: await rebindDataKey(context, region, sourceKey, id) };
  }
  const key = await newDataKey(context, region, keyId ?? DEFAULT_KEY, id);
  if (sourceKey !== undefined && isHere && key.keyArn === sourceKey.keyArn) {
    return { kind: 'same', key: await rebindDataKey(context, region, sourceKey, id) };
  }
  const from = await entrust(context, scope.region, sourceKey);
  const to = await entrust(context, region, key);
  // The caller must be able to read what is copied, not only EC2.
  await openDataKey(context, scope.region, sourceKey);
  return { kind: 'other', key, from, to };
}

async function entrust(
  context: Context,
  region: string,
  key: WrappedKey | undefined,
): Promise<EntrustedKey | undefined> {
  if (key === undefined) return undefined;
  return { key, region, grant: await grantOpening(context, region, key) };
}
