import type { KmsOperations } from '../../../models/kms/types.ts';
import type { CallOptions, Context, OperationReference } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import {
  accessDenied,
  decryptionFailure,
  encryptionFailure,
  invalidParameter,
  invalidRequest,
} from './errors.ts';
import type { WrappedDataKey } from './state.ts';

type Reference<N extends keyof KmsOperations> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;

const GENERATE: Reference<'GenerateDataKey'> = { service: 'kms', operation: 'GenerateDataKey' };
const DECRYPT: Reference<'Decrypt'> = { service: 'kms', operation: 'Decrypt' };
const ENCRYPT: Reference<'Encrypt'> = { service: 'kms', operation: 'Encrypt' };

const DEFAULT_KEY = 'alias/aws/secretsmanager';

/** What a data key is bound to, as KMS's encryption context. */
export interface ValuePlace {
  /** The secret's account and Region. */
  readonly scope: Scope;
  readonly arn: string;
  readonly versionId: string;
}

/** The version that calls name which only ask whether a key may be used. */
export const VALIDATION_VERSION = 'RequestToValidateKeyAccess';

export interface NewDataKey {
  readonly plaintext: Uint8Array;
  readonly wrapped: WrappedDataKey;
}

/** Undefined: the account's own key for Secrets Manager, which has the same alias everywhere. */
export function customerKey(given: string | undefined): string | undefined {
  if (given === undefined || given === '') return undefined;
  return given === DEFAULT_KEY || given.endsWith(`:${DEFAULT_KEY}`) ? undefined : given;
}

/** A new data key, on the caller's behalf. Errors: EncryptionFailure and its kin. */
export async function generateDataKey(
  context: Context,
  place: ValuePlace,
  kmsKeyId: string | undefined,
): Promise<NewDataKey> {
  const KeyId = keyToCall(context, place.scope, kmsKeyId);
  const input = { KeyId, KeySpec: 'AES_256', EncryptionContext: contextOf(place) } as const;
  try {
    const answer = await context.callService(GENERATE, input, asCaller(place));
    return {
      plaintext: given(answer.Plaintext),
      wrapped: wrappedBy(kmsKeyId, answer.KeyId, answer.CiphertextBlob),
    };
  } catch (error) {
    throw encryptionError(error);
  }
}

/** Opens a data key by the first of the KMS keys that lets the caller. Errors: the first key's. */
export async function openDataKey(
  context: Context,
  place: ValuePlace,
  wrapped: readonly WrappedDataKey[],
): Promise<Uint8Array> {
  let first: unknown;
  for (const { keyArn, blob } of wrapped) {
    try {
      if (keyArn === undefined) requireOwnAccount(context, place.scope);
      const input = {
        CiphertextBlob: Buffer.from(blob, 'base64'),
        EncryptionContext: contextOf(place),
      };
      return given((await context.callService(DECRYPT, input, asCaller(place))).Plaintext);
    } catch (error) {
      first ??= decryptionError(error);
    }
  }
  throw first ?? decryptionFailure();
}

/** Wraps a data key anew, under another KMS key. */
export async function rewrapDataKey(
  context: Context,
  place: ValuePlace,
  kmsKeyId: string | undefined,
  dataKey: Uint8Array,
): Promise<WrappedDataKey> {
  const KeyId = keyToCall(context, place.scope, kmsKeyId);
  const input = { KeyId, Plaintext: dataKey, EncryptionContext: contextOf(place) };
  try {
    const answer = await context.callService(ENCRYPT, input, asCaller(place));
    return wrappedBy(kmsKeyId, answer.KeyId, answer.CiphertextBlob);
  } catch (error) {
    throw encryptionError(error);
  }
}

/** Confirms that the caller may use a key that a secret is to have. Its results serve nothing. */
export async function assertKeyAccess(
  context: Context,
  { scope, arn }: Pick<ValuePlace, 'scope' | 'arn'>,
  kmsKeyId: string,
): Promise<void> {
  const place = { scope, arn, versionId: VALIDATION_VERSION };
  const { wrapped } = await generateDataKey(context, place, kmsKeyId);
  await openDataKey(context, place, [wrapped]);
}

function asCaller({ scope }: ValuePlace): CallOptions {
  return { via: 'secretsmanager', region: scope.region };
}

function contextOf({ arn, versionId }: ValuePlace) {
  return { SecretARN: arn, SecretVersionId: versionId };
}

/** A key of the secret's account, named so that callers of other accounts mean it too. */
function keyToCall(context: Context, scope: Scope, kmsKeyId: string | undefined): string {
  if (kmsKeyId === undefined) {
    requireOwnAccount(context, scope);
    return DEFAULT_KEY;
  }
  if (kmsKeyId.startsWith('arn:') || context.call.scope.account === scope.account) return kmsKeyId;
  const resource = kmsKeyId.startsWith('alias/') ? kmsKeyId : `key/${kmsKeyId}`;
  return formatArn({ partition: partitionOf(scope.region), service: 'kms', ...scope, resource });
}

function requireOwnAccount(context: Context, { account }: Scope): void {
  if (context.call.scope.account === account) return;
  throw invalidRequest(
    "You can't access a secret from a different AWS account if you encrypt the secret with the " +
      'default KMS service key.',
  );
}

function wrappedBy(
  kmsKeyId: string | undefined,
  keyArn: string | undefined,
  blob: Uint8Array | undefined,
): WrappedDataKey {
  const text = Buffer.from(given(blob)).toString('base64');
  return kmsKeyId === undefined || keyArn === undefined ? { blob: text } : { keyArn, blob: text };
}

function given(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Error('KMS gave no bytes');
  return bytes;
}

const UNUSABLE: ReadonlySet<string> = new Set(['DisabledException', 'KMSInvalidStateException']);
const WRONG_KEY: ReadonlySet<string> = new Set([
  'InvalidArnException',
  'InvalidKeyUsageException',
  'NotFoundException',
  'ValidationException',
]);

function encryptionError(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  const { code, message } = error;
  if (code === 'AccessDeniedException') return kmsDenied();
  if (WRONG_KEY.has(code)) {
    return invalidParameter(`The operation failed because of an invalid KMS key: ${message}`);
  }
  return UNUSABLE.has(code) ? encryptionFailure() : error;
}

const NOT_OPENED: ReadonlySet<string> = new Set([
  ...UNUSABLE,
  'NotFoundException',
  'InvalidCiphertextException',
  'IncorrectKeyException',
]);

function decryptionError(error: unknown): unknown {
  if (!(error instanceof ServiceError)) return error;
  if (error.code === 'AccessDeniedException') return kmsDenied();
  return NOT_OPENED.has(error.code) ? decryptionFailure() : error;
}

function kmsDenied(): ServiceError {
  return accessDenied('Access to KMS is not allowed');
}
