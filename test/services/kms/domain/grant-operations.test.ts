import { expect, test } from 'vitest';
import {
  grantableOn,
  grantOperationOf,
} from '../../../../src/services/kms/domain/grant-operations.ts';
import { loadModel } from '../../../../src/model/load.ts';

const EVERYWHERE = ['CreateGrant', 'DescribeKey', 'RetireGrant'];
const RSA = ['Decrypt', 'Encrypt', 'GetPublicKey', 'ReEncryptFrom', 'ReEncryptTo'];
const SYMMETRIC = [
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GenerateDataKeyWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
];

test('grants allow what their key can do', () => {
  const rows = [
    ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', SYMMETRIC],
    ['RSA_2048', 'ENCRYPT_DECRYPT', RSA],
    ['RSA_2048', 'SIGN_VERIFY', ['GetPublicKey', 'Sign', 'Verify']],
    ['ECC_NIST_P256', 'SIGN_VERIFY', ['GetPublicKey', 'Sign', 'Verify']],
    ['ECC_NIST_P256', 'KEY_AGREEMENT', ['DeriveSharedSecret', 'GetPublicKey']],
    ['HMAC_256', 'GENERATE_VERIFY_MAC', ['GenerateMac', 'VerifyMac']],
    ['ML_DSA_65', 'SIGN_VERIFY', ['GetPublicKey', 'Sign', 'Verify']],
    ['ML_KEM_768', 'ENCAPSULATE_DECAPSULATE', ['Decapsulate', 'Encapsulate', 'GetPublicKey']],
  ] as const;
  for (const [spec, usage, own] of rows) {
    const name = `${spec} ${usage}`;
    expect([...grantableOn(spec, usage)].toSorted(), name).toEqual(
      [...EVERYWHERE, ...own].toSorted(),
    );
  }
  expect(rows).toHaveLength(8);
});

test('the grantable operations are the model’s nineteen, named as IAM names its actions', () => {
  const input = loadModel('kms').operations.get('CreateGrant')?.input;
  const operations =
    input?.type === 'structure'
      ? input.members.find(({ name }) => name === 'Operations')?.shape
      : undefined;
  const names =
    (operations?.type === 'list' ? operations.member.constraints?.enum : undefined) ?? [];
  expect(names).toHaveLength(19);
  for (const name of names) expect(grantOperationOf(`kms:${name}`)).toBe(name);
  expect(grantOperationOf('kms:ReEncrypt')).toBeUndefined();
  expect(grantOperationOf('kms:PutKeyPolicy')).toBeUndefined();
});
