import { GetRandomPasswordCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadModel } from '../../../src/model/load.ts';
import { secretsManagerQuotas } from '../../../src/services/secretsmanager/quotas.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ throttling: true, real: () => 1_800_000_000_000 });
});

afterAll(() => server.close());

test('rates: every operation takes one of a rate', () => {
  const operations = [...loadModel('secretsmanager').operations.keys()];
  for (const operation of operations) {
    const charges = secretsManagerQuotas.charges({ operation, input: {}, permissions: [] });
    expect(charges, operation).toMatchObject([{ amount: 1, quota: { isRate: true } }]);
  }
  expect(operations).toHaveLength(23);
});

test('rates: the fifty-first password in a second is refused', async () => {
  const { client } = newOwner(server);
  for (let made = 0; made < 50; made += 1) await client.send(new GetRandomPasswordCommand({}));
  await expect(client.send(new GetRandomPasswordCommand({}))).rejects.toMatchObject({
    name: 'ThrottlingException',
    message: 'Rate exceeded',
  });
});
