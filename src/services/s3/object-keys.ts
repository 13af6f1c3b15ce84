import { randomBytes } from 'node:crypto';
import type { Caller } from '../../contract/identity.ts';
import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { kmsDecrypt, kmsGenerateDataKey, requesterOf } from '../kms/port.ts';
import type { BucketKey, BucketKeys } from './bucket-keys.ts';
import { sharedKey } from './domain/shared-key.ts';
import { type CustomerKeyInput, isProven, proofOf } from './domain/customer-key.ts';
import { customerKeyIn, type EncryptionChoice } from './encryption-choice.ts';
import { invalidRequest, kmsRefusal, wrongCustomerKey } from './errors.ts';
import { bucketArn } from './resources.ts';
import type { KmsEncryption, ObjectEncryption } from './state.ts';

const KEY_BYTES = 32;
/** Of two keys: one for each layer. */
const DUAL_BYTES = 2 * KEY_BYTES;
const SALT_BYTES = 16;

type KmsChoice = EncryptionChoice & { readonly by: 'kms' };

/** The key of an object's content, and what is kept of it. Neither: SSE-S3. */
export interface ObjectKey {
  readonly encryption?: ObjectEncryption;
  readonly dataKey?: Uint8Array;
}

/** What calls KMS: for the caller of an operation, or for a service that delivers. */
export interface KeyCalls {
  readonly unit: Pick<Unit, 'once' | 'onCommit'>;
  /** Who asks, and when. */
  readonly call: { readonly caller: Pick<Caller, 'identity' | 'session'>; readonly now: Instant };
  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<O>;
  /** As whom: the caller, through S3, when absent. */
  readonly as?: CallOptions['as'];
}

interface Place extends Scope {
  readonly bucket: string;
  readonly key: string;
}

/** A new key for an object, as was chosen. Call it before anything is written. */
export async function newObjectKey(
  keys: BucketKeys,
  calls: KeyCalls,
  place: Place,
  choice: EncryptionChoice,
): Promise<ObjectKey> {
  switch (choice.by) {
    case 's3':
      return {};
    case 'customer': {
      const proof = await calls.unit.once(() => proofOf(choice.key));
      return {
        dataKey: choice.key,
        encryption: { by: 'customer', keyMd5: choice.md5, ...proof },
      };
    }
    case 'kms':
      return choice.bucketKey
        ? newSharedKey(keys, calls, place, choice)
        : newKmsKey(calls, place, choice);
  }
}

async function newKmsKey(
  calls: KeyCalls,
  place: Place,
  { keyId, context: given, isDual }: KmsChoice,
): Promise<ObjectKey> {
  const context = { ...given, 'aws:s3:arn': bucketArn(place, `${place.bucket}/${place.key}`) };
  const bytes = isDual ? DUAL_BYTES : KEY_BYTES;
  const { keyArn, wrapped, key } = await generated(calls, place, { keyId, context, bytes });
  const dual = isDual ? { isDual } : {};
  const encryption = { by: 'kms', keyArn, wrapped, context, bucketKey: false, ...dual } as const;
  return { encryption, dataKey: key };
}

/** The bucket's own key makes it, which KMS is asked for once in a while. */
async function newSharedKey(
  keys: BucketKeys,
  calls: KeyCalls,
  place: Place,
  { keyId, context: given }: KmsChoice,
): Promise<ObjectKey> {
  const { now } = calls.call;
  const context = { ...given, 'aws:s3:arn': bucketArn(place, place.bucket) };
  const name = nameOf(calls, [place.bucket, keyId, JSON.stringify(context)]);
  let shared = keys.get(name, now);
  if (shared === undefined) {
    const made = await generated(calls, place, { keyId, context, bytes: KEY_BYTES });
    // For writing alone: who may have a key made may still not open one, so that reading asks KMS by itself.
    calls.unit.onCommit(() => keys.keep(name, made, now));
    shared = made;
  }
  const { keyArn, wrapped, key } = shared;
  const salt = await calls.unit.once(() => randomBytes(SALT_BYTES).toString('base64'));
  const encryption = { by: 'kms', keyArn, wrapped, context, bucketKey: true, salt } as const;
  return { encryption, dataKey: sharedKey(key, salt) };
}

async function generated(
  calls: KeyCalls,
  place: Place,
  {
    keyId,
    context,
    bytes,
  }: {
    readonly keyId: string;
    readonly context: Readonly<Record<string, string>>;
    readonly bytes: number;
  },
): Promise<BucketKey> {
  const size = bytes === KEY_BYTES ? ({ KeySpec: 'AES_256' } as const) : { NumberOfBytes: bytes };
  const made = await refusing(() =>
    calls.callService(
      kmsGenerateDataKey,
      { KeyId: keyId, ...size, EncryptionContext: context },
      optionsOf(calls, place),
    ),
  );
  return {
    keyArn: made.KeyId ?? keyId,
    wrapped: Buffer.from(made.CiphertextBlob ?? []).toString('base64'),
    key: Buffer.from(made.Plaintext ?? []),
  };
}

function nameOf({ as, call }: KeyCalls, of: readonly string[]): string {
  return JSON.stringify([as ?? requesterOf(call.caller), ...of]);
}

/** The key of an object that is there, as far as the caller may use it or brings it. */
export async function openObjectKey(
  keys: BucketKeys,
  calls: KeyCalls,
  scope: Scope,
  encryption: ObjectEncryption | undefined,
  input: CustomerKeyInput,
): Promise<Uint8Array | undefined> {
  const customer = requireCustomerKey(encryption, input);
  if (encryption?.by !== 'kms') return customer;
  if (encryption.salt === undefined) return decrypted(calls, scope, encryption);
  const { now } = calls.call;
  const { keyArn, wrapped, salt } = encryption;
  const name = nameOf(calls, [wrapped]);
  const held = keys.get(name, now);
  if (held !== undefined) return sharedKey(held.key, salt);
  const key = await decrypted(calls, scope, encryption);
  calls.unit.onCommit(() => keys.keep(name, { keyArn, wrapped, key }, now));
  return sharedKey(key, salt);
}

async function decrypted(
  calls: KeyCalls,
  scope: Scope,
  encryption: KmsEncryption,
): Promise<Uint8Array> {
  const { Plaintext } = await refusing(() => decrypt(calls, scope, encryption));
  return Buffer.from(Plaintext ?? []);
}

/** A key that the customer brings for what is under it. Errors: those of a key that is missing, too much, or wrong. */
export function requireCustomerKey(
  encryption: ObjectEncryption | undefined,
  input: CustomerKeyInput,
): Uint8Array | undefined {
  const given = customerKeyIn(input);
  if (encryption?.by !== 'customer') {
    if (given === undefined) return undefined;
    throw invalidRequest('The encryption parameters are not applicable to this object.');
  }
  if (given === undefined) {
    throw invalidRequest(
      'The object was stored using a form of Server Side Encryption. The correct parameters must be provided to ' +
        'retrieve the object.',
    );
  }
  if (!isProven(given.key, encryption)) throw wrongCustomerKey();
  return given.key;
}

function decrypt(calls: KeyCalls, scope: Scope, { keyArn, wrapped, context }: KmsEncryption) {
  return calls.callService(
    kmsDecrypt,
    {
      KeyId: keyArn,
      CiphertextBlob: Buffer.from(wrapped, 'base64'),
      EncryptionContext: context,
    },
    optionsOf(calls, scope),
  );
}

function optionsOf({ as }: KeyCalls, { region }: Scope): CallOptions {
  return as === undefined ? { via: 's3', region } : { as, region };
}

async function refusing<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof ServiceError ? kmsRefusal(error) : error;
  }
}

/** The members of an answer that tell how an object is encrypted. */
export function encryptionMembers(encryption: ObjectEncryption | undefined) {
  switch (encryption?.by) {
    case undefined:
      return { ServerSideEncryption: 'AES256' as const };
    case 'customer':
      return { SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5: encryption.keyMd5 };
    case 'kms':
      return {
        ServerSideEncryption:
          encryption.isDual === true ? ('aws:kms:dsse' as const) : ('aws:kms' as const),
        SSEKMSKeyId: encryption.keyArn,
        ...(encryption.bucketKey ? { BucketKeyEnabled: true } : {}),
      };
  }
}

/** As audit records of PutObject name it. */
export function appliedEncryption(
  encryption: ObjectEncryption | undefined,
  isAsked: boolean,
): string {
  if (encryption?.by === 'customer') return 'SSE_C';
  const kms = encryption?.isDual === true ? 'DSSE_KMS' : 'SSE_KMS';
  const kind = encryption === undefined ? 'SSE_S3' : kms;
  return isAsked ? kind : `Default_${kind}`;
}
