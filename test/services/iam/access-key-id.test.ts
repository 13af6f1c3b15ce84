import { expect, test } from 'vitest';
import {
  accountOfAccessKey,
  newAccessKeyId,
  newSecretAccessKey,
} from '../../../src/services/iam/access-key-id.ts';

test('access key ids: carry their account, and no two are alike', () => {
  const seen = new Set<string>();
  const accounts = ['000000000000', '000000000001', '123456789012', '999999999999'];
  for (const account of accounts) {
    for (let index = 0; index < 100; index += 1) {
      const id = newAccessKeyId(index % 2 === 0 ? 'AKIA' : 'ASIA', account);
      expect(id).toMatch(/^A[KS]IA[A-Z2-7]{16}$/);
      expect(accountOfAccessKey(id)).toBe(account);
      seen.add(id);
    }
  }
  expect(seen.size).toBe(400);
});

test('access key ids: an id of AWS tells the account AWS gave it to', () => {
  // Published example of the encoding.
  expect(accountOfAccessKey('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753');
});

test('access key ids: other texts tell nothing', () => {
  for (const text of ['', 'test', 'AKIA0000000000000000', '123456789012', 'AKIAAAA']) {
    expect(accountOfAccessKey(text)).toBeUndefined();
  }
  expect(newSecretAccessKey()).toHaveLength(40);
});
