import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import { kmsDecrypt, kmsGenerateDataKey } from '../kms/port.ts';
import { type CustomerKeyInput, isProven, proofOf } from './domain/customer-key.ts';
import { customerKeyIn, type EncryptionChoice } from './encryption-choice.ts';
import { invalidRequest, kmsRefusal, wrongCustomerKey } from './errors.ts';
import { bucketArn } from './resources.ts';
import type { KmsEncryption, ObjectEncryption } from './state.ts';

/** The key of an object's content, and what is kept of it. Neither: SSE-S3. */
export interface ObjectKey {
  readonly encryption?: ObjectEncryption;
  readonly dataKey?: Uint8Array;
}

/** What calls KMS: for the caller of an operation, or for a service that delivers. */
export interface KeyCalls {
  readonly unit: Pick<Unit, 'once'>;
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
      return newKmsKey(calls, place, choice);
  }
}

async function newKmsKey(
  calls: KeyCalls,
  place: Place,
  { keyId, context: given, bucketKey }: EncryptionChoice & { readonly by: 'kms' },
): Promise<ObjectKey> {
  const path = bucketKey ? place.bucket : `${place.bucket}/${place.key}`;
  const context = { ...given, 'aws:s3:arn': bucketArn(place, path) };
  const made = await refusing(() =>
    calls.callService(
      kmsGenerateDataKey,
      { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext: context },
      optionsOf(calls, place),
    ),
  );
  const wrapped = Buffer.from(made.CiphertextBlob ?? []).toString('base64');
  const encryption = {
    by: 'kms',
    keyArn: made.KeyId ?? keyId,
    wrapped,
    context,
    bucketKey,
  } as const;
  return { encryption, dataKey: Buffer.from(made.Plaintext ?? []) };
}

/** The key of an object that is there, as far as the caller may use it or brings it. */
export async function openObjectKey(
  calls: KeyCalls,
  scope: Scope,
  encryption: ObjectEncryption | undefined,
  input: CustomerKeyInput,
): Promise<Uint8Array | undefined> {
  const customer = requireCustomerKey(encryption, input);
  if (encryption?.by !== 'kms') return customer;
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
        ServerSideEncryption: 'aws:kms' as const,
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
  const kind = encryption === undefined ? 'SSE_S3' : 'SSE_KMS';
  return isAsked ? kind : `Default_${kind}`;
}
