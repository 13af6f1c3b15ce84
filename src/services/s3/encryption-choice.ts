import type { ServerSideEncryption } from '../../../models/s3/types.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import {
  type CustomerKey,
  type CustomerKeyInput,
  isFault,
  readCustomerKey,
} from './domain/customer-key.ts';
import {
  customerKeysBlocked,
  invalidArgument,
  invalidEncryptionAlgorithm,
  unbuilt,
} from './errors.ts';
import type { BucketDocument, BucketEncryption } from './state.ts';

/** What a request that brings an object says of its encryption. */
export interface EncryptionInput extends CustomerKeyInput {
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSEKMSKeyId?: string | undefined;
  /** Base64 of JSON. */
  readonly SSEKMSEncryptionContext?: string | undefined;
  readonly BucketKeyEnabled?: boolean | undefined;
}

/** How an object will be encrypted. */
export type EncryptionChoice =
  | { readonly by: 's3' }
  | ({ readonly by: 'customer' } & CustomerKey)
  | {
      readonly by: 'kms';
      readonly keyId: string;
      /** What the request adds to the encryption context. */
      readonly context: Readonly<Record<string, string>>;
      readonly bucketKey: boolean;
      /** Two layers: DSSE-KMS. */
      readonly isDual: boolean;
    };

/** The key of S3 in an account: made when it is first used. */
const DEFAULT_KEY = 'alias/aws/s3';
const HEADER = 'x-amz-server-side-encryption';

/** As the request says, or else the bucket. Errors: InvalidArgument and its kin, with AWS's texts. */
export function encryptionChoice(
  operation: string,
  input: EncryptionInput,
  bucket: BucketDocument,
): EncryptionChoice {
  const { ServerSideEncryption: asked, SSEKMSKeyId: keyId } = input;
  const customer = customerKeyIn(input);
  if (customer !== undefined) {
    if (asked !== undefined) {
      throw invalidArgument(
        'Server Side Encryption with Customer provided key is incompatible with the encryption method specified',
        HEADER,
        asked,
      );
    }
    if (bucket.blocksCustomerKeys === true) throw customerKeysBlocked();
    return { by: 'customer', ...customer };
  }
  if (asked === undefined && keyId === undefined) return bucketChoice(input, bucket);
  const isOfKms = asked === 'aws:kms' || asked === 'aws:kms:dsse';
  if (!isOfKms && keyId !== undefined) {
    throw invalidArgument(
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
      HEADER,
      asked ?? '',
    );
  }
  if (asked === 'AES256') return { by: 's3' };
  if (!isOfKms) throw unbuilt(operation, `server-side encryption by ${asked ?? 'nothing'}`);
  return kmsChoice(input, asked, keyId, bucket.encryption);
}

/** Two layers have no bucket key. */
function kmsChoice(
  input: EncryptionInput,
  algorithm: 'aws:kms' | 'aws:kms:dsse',
  keyId: string | undefined,
  byDefault: BucketEncryption | undefined,
): EncryptionChoice {
  const isDual = algorithm === 'aws:kms:dsse';
  return {
    by: 'kms',
    keyId: keyId ?? DEFAULT_KEY,
    context: contextIn(input.SSEKMSEncryptionContext),
    bucketKey: !isDual && (input.BucketKeyEnabled ?? byDefault?.bucketKey ?? false),
    isDual,
  };
}

function bucketChoice(input: EncryptionInput, { encryption }: BucketDocument): EncryptionChoice {
  if (encryption === undefined || encryption.algorithm === 'AES256') return { by: 's3' };
  return kmsChoice(input, encryption.algorithm, encryption.kmsKeyId, encryption);
}

/** The customer's own key in a request, checked. */
export function customerKeyIn(input: CustomerKeyInput): CustomerKey | undefined {
  const read = readCustomerKey(input);
  if (!isFault(read)) return read;
  if (read.is === 'algorithm') throw invalidEncryptionAlgorithm(read.given);
  throw invalidArgument(read.text, read.header, 'null');
}

function contextIn(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  const context = stringsIn(Buffer.from(text, 'base64').toString('utf8'));
  if (context !== undefined) return context;
  throw invalidArgument(
    "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON which " +
      'represents a string-string map',
    `${HEADER}-context`,
    text,
  );
}

function stringsIn(json: string): Readonly<Record<string, string>> | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const found: Record<string, string> = {};
  for (const [name, one] of Object.entries(value)) {
    if (typeof one !== 'string') return undefined;
    found[name] = one;
  }
  return found;
}

/** Condition keys of a request that chooses. */
export function encryptionConditions(input: EncryptionInput): Map<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>();
  const headers = [
    ['', input.ServerSideEncryption],
    ['-aws-kms-key-id', input.SSEKMSKeyId],
    ['-customer-algorithm', input.SSECustomerAlgorithm],
  ] as const;
  for (const [name, value] of headers) {
    if (value !== undefined) conditions.set(`s3:${HEADER}${name}`, [value]);
  }
  return conditions;
}
