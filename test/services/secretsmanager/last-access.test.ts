import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretsCommand,
  ListSecretVersionIdsCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('last access: the day on which a value was read, of the secret and its version', async () => {
  const { client } = newOwner(server);
  const SecretId = 'read';
  await client.send(new CreateSecretCommand({ Name: 'unread', SecretString: 'x' }));
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x' }));
  const described = () => client.send(new DescribeSecretCommand({ SecretId }));
  expect((await described()).LastAccessedDate).toBeUndefined();
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 3 * DAY_MS);
  const day = new Date(Math.floor(engine.clock.serviceTime() / DAY_MS) * DAY_MS);
  await client.send(new GetSecretValueCommand({ SecretId }));
  await expect.poll(async () => (await described()).LastAccessedDate).toEqual(day);
  const { Versions } = await client.send(new ListSecretVersionIdsCommand({ SecretId }));
  expect(Versions?.[0]?.LastAccessedDate).toEqual(day);
  const listed = await client.send(
    new ListSecretsCommand({ SortBy: 'last-accessed-date', SortOrder: 'desc' }),
  );
  expect(listed.SecretList?.map(({ Name }) => Name)).toEqual([SecretId, 'unread']);
});
