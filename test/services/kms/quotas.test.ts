import { expect, test } from 'vitest';
import type { Permission } from '../../../src/contract/operation.ts';
import { kmsQuotas } from '../../../src/services/kms/quotas.ts';

function chargesOf(operation: string, document: object) {
  const scope = { account: '111122223333', region: 'us-east-1' };
  const resolved = { arn: 'arn', scope, id: 'id', document };
  const permissions: readonly Permission[] = [
    { action: `kms:${operation}`, resource: { kind: 'kms:key', resolved } },
  ];
  return kmsQuotas.charges({ operation, input: {}, permissions }).map((charge) => ({
    quota: charge.quota.name,
    rate: charge.quota.value('us-east-1'),
    amount: charge.amount,
    of: charge.of,
  }));
}

test('rates: a custom key store has 1,800 requests a second for itself, which take nothing of the account', () => {
  const own = { spec: 'SYMMETRIC_DEFAULT' };
  expect(chargesOf('Encrypt', own)).toEqual([
    {
      quota: 'Cryptographic operations (symmetric) request rate',
      rate: 100_000,
      amount: 1,
      of: undefined,
    },
  ]);
  for (const id of ['cks-1', 'cks-2']) {
    expect(chargesOf('Decrypt', { ...own, store: { id } })).toEqual([
      {
        quota: 'Cryptographic operations (custom key store) request rate',
        rate: 1_800,
        amount: 1,
        of: id,
      },
    ]);
  }
});
