import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  isFault,
  isProven,
  proofOf,
  readCustomerKey,
} from '../../../../src/services/s3/domain/customer-key.ts';

const key = randomBytes(32);
const GIVEN = {
  SSECustomerAlgorithm: 'AES256',
  SSECustomerKey: key.toString('base64'),
  SSECustomerKeyMD5: createHash('md5').update(key).digest('base64'),
};

test('a customer’s key: is read with its MD5, and refused where both do not belong together', () => {
  expect(readCustomerKey({})).toBeUndefined();
  expect(readCustomerKey(GIVEN)).toEqual({ key, md5: GIVEN.SSECustomerKeyMD5 });
  const other = createHash('md5').update('other').digest('base64');
  expect(readCustomerKey({ ...GIVEN, SSECustomerKeyMD5: other })).toEqual({
    is: 'argument',
    text: 'The calculated MD5 hash of the key did not match the hash that was provided.',
    header: 'x-amz-server-side-encryption-customer-key-MD5',
  });
  const { SSECustomerKeyMD5: _md5, ...without } = GIVEN;
  const read = readCustomerKey(without);
  expect(isFault(read) && read.is === 'argument' && read.text).toBe(
    'Requests specifying Server Side Encryption with Customer provided keys must provide the client calculated MD5 of ' +
      'the secret key.',
  );
});

test('a customer’s key: its proof tells the right key, and is another each time', () => {
  const proof = proofOf(key);
  expect(isProven(key, proof)).toBe(true);
  expect(isProven(randomBytes(32), proof)).toBe(false);
  expect(proofOf(key)).not.toEqual(proof);
  expect(JSON.stringify(proof)).not.toContain(key.toString('hex'));
});
