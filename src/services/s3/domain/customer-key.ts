import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const ALGORITHM = 'AES256';
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** What a request says of a key of the customer's own. */
export interface CustomerKeyInput {
  readonly SSECustomerAlgorithm?: string | undefined;
  /** Base64. */
  readonly SSECustomerKey?: string | undefined;
  readonly SSECustomerKeyMD5?: string | undefined;
}

export interface CustomerKey {
  readonly key: Buffer;
  /** Base64. */
  readonly md5: string;
}

export type CustomerKeyFault =
  | { readonly is: 'algorithm'; readonly given: string }
  | { readonly is: 'argument'; readonly text: string; readonly header: string };

const START = 'Requests specifying Server Side Encryption with Customer provided keys must provide';
const HEADER = 'x-amz-server-side-encryption';

function fault(text: string, header: string): CustomerKeyFault {
  return { is: 'argument', text, header: `${HEADER}${header}` };
}

/** Undefined: the request brings no such key. The key and its MD5 must belong together. */
export function readCustomerKey(
  input: CustomerKeyInput,
): CustomerKey | CustomerKeyFault | undefined {
  const { SSECustomerAlgorithm: algorithm, SSECustomerKey: text, SSECustomerKeyMD5: md5 } = input;
  if (algorithm === undefined && text === undefined && md5 === undefined) return undefined;
  if (algorithm === undefined) {
    return fault(`${START} a valid encryption algorithm.`, '-customer-algorithm');
  }
  if (algorithm !== ALGORITHM) return { is: 'algorithm', given: algorithm };
  if (text === undefined) return fault(`${START} an appropriate secret key.`, '');
  if (md5 === undefined) {
    return fault(`${START} the client calculated MD5 of the secret key.`, '-customer-key-MD5');
  }
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES) {
    return fault('The secret key was invalid for the specified algorithm.', '-customer-key');
  }
  if (createHash('md5').update(key).digest('base64') !== md5) {
    return fault(
      'The calculated MD5 hash of the key did not match the hash that was provided.',
      '-customer-key-MD5',
    );
  }
  return { key, md5 };
}

export function isFault(
  read: CustomerKey | CustomerKeyFault | undefined,
): read is CustomerKeyFault {
  return read !== undefined && 'is' in read;
}

/** What later tells whether a key is the right one, and nothing else of it. */
export function proofOf(key: Buffer): { readonly salt: string; readonly proof: string } {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  return { salt, proof: keyed(salt, key).toString('hex') };
}

export function isProven(
  key: Buffer,
  { salt, proof }: { readonly salt: string; readonly proof: string },
): boolean {
  const told = Buffer.from(proof, 'hex');
  const made = keyed(salt, key);
  return told.length === made.length && timingSafeEqual(told, made);
}

function keyed(salt: string, key: Buffer): Buffer {
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(key).digest();
}
