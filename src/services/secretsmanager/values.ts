import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { sealValue, unsealValue, type SecretValue } from './domain/envelope.ts';
import { arnOf } from './resources.ts';
import { generateDataKey, openDataKey } from './kms-keys.ts';
import {
  type EncryptedValue,
  type Replica,
  type SecretDocument,
  type VersionDocument,
  versionKey,
  versions,
} from './state.ts';

/** The version's value in the clear. Undefined: it has none. Errors: AccessDeniedException, DecryptionFailure. */
export async function openValue(
  context: Context,
  view: View,
  secret: SecretDocument,
  version: VersionDocument,
): Promise<SecretValue | undefined> {
  const shown =
    version.shows === undefined
      ? version
      : await view.get(versions, versionKey(secret, version.shows));
  const value = shown?.value;
  if (shown === undefined || value === undefined) return undefined;
  const place = { scope: secret.scope, arn: arnOf(secret), versionId: shown.id };
  const dataKey = await openDataKey(context, place, value.dataKeys);
  const opened = unsealValue(dataKey, value.kind, value.sealed);
  dataKey.fill(0);
  return opened;
}

/** Encrypts a value for one secret under a data key of its own. Errors: EncryptionFailure and its kin. */
async function encryptValue(
  context: Context,
  secret: SecretDocument,
  versionId: string,
  value: SecretValue,
): Promise<EncryptedValue> {
  const place = { scope: secret.scope, arn: arnOf(secret), versionId };
  const { plaintext, wrapped } = await generateDataKey(context, place, secret.kmsKeyId);
  const sealed = sealValue(plaintext, value);
  plaintext.fill(0);
  return { kind: value.kind, sealed, dataKeys: [wrapped] };
}

/** What is to be encrypted, by version, and where. */
export interface CopyOrder {
  readonly values: ReadonlyMap<string, SecretValue>;
  /** Whether for the primary secret too. */
  readonly own: boolean;
  readonly replicas: readonly Replica[];
}

type ByVersion = ReadonlyMap<string, EncryptedValue>;

export interface Copies {
  readonly own: ByVersion;
  /** By Region. */
  readonly replicas: ReadonlyMap<string, ByVersion>;
  /** Why a Region has none. */
  readonly failed: ReadonlyMap<string, string>;
}

/**
 * Encrypts values for a primary secret and its replicas, each under the key it has in its Region. A key that can't be
 * used leaves its replica behind, and no other. Call it before anything is written: what fails in a nested call takes
 * with it what was written before, such as the account's own key, so all is done again without the Region that failed.
 */
export async function encryptEverywhere(
  context: Context,
  secret: SecretDocument,
  { values, own, replicas }: CopyOrder,
): Promise<Copies> {
  const failed = new Map<string, string>();
  for (;;) {
    const encrypted = own ? await encryptAll(context, secret, values) : new Map();
    const copies = new Map<string, ByVersion>();
    let isWhole = true;
    for (const replica of replicas) {
      if (failed.has(replica.region)) continue;
      const there = replicaOf(secret, replica);
      const copy = await attempt(() => encryptAll(context, there, values));
      if (copy instanceof ServiceError) {
        failed.set(replica.region, copy.message);
        isWhole = false;
        break;
      }
      copies.set(replica.region, copy);
    }
    if (isWhole) return { own: encrypted, replicas: copies, failed };
  }
}

async function encryptAll(
  context: Context,
  secret: SecretDocument,
  values: ReadonlyMap<string, SecretValue>,
): Promise<ByVersion> {
  const encrypted = new Map<string, EncryptedValue>();
  for (const [versionId, value] of values) {
    encrypted.set(versionId, await encryptValue(context, secret, versionId, value));
  }
  return encrypted;
}

/** What was made, or the error that clients would see. Everything else is thrown. */
export async function attempt<T>(make: () => Promise<T>): Promise<T | ServiceError> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

/** The same replicas, with those that failed marked so. */
export function withFailures(
  replicas: readonly Replica[],
  failed: ReadonlyMap<string, string>,
): readonly Replica[] {
  return replicas.map((replica) => {
    const message = failed.get(replica.region);
    return message === undefined ? replica : { ...replica, status: 'Failed', message };
  });
}

export function syncedReplicas({ replicas = [] }: SecretDocument): readonly Replica[] {
  return replicas.filter(({ status }) => status === 'InSync');
}

/** A primary secret as it stands in another Region: all but its key, its schedule at work, and its own replicas. */
export function replicaOf(secret: SecretDocument, { region, kmsKeyId }: Replica): SecretDocument {
  const { kmsKeyId: _key, replicas: _replicas, run: _run, accessed: _accessed, ...shared } = secret;
  return {
    ...shared,
    scope: { ...secret.scope, region },
    primaryRegion: secret.scope.region,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  };
}
