import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  ReplicateSecretToRegionsCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { monthOf, moveTo } from '../cost-explorer/costs.ts';
import { newOwner } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await moveTo(server, '2027-01-11T00:00:00Z');
});

afterAll(() => server.close());

/** What January costs by usage type and operation, without KMS. */
async function january(account: string) {
  await server.platform.engine().bill({});
  return monthOf(server, account, '2027-01-01', '2027-02-01', {
    Filter: { Dimensions: { Key: 'SERVICE', Values: ['AWS Secrets Manager'] } },
  });
}

test('bill: secrets by the hour, replicas too, and calls by the ten thousand', async () => {
  const { client, account } = newOwner(server);
  const SecretId = 'kept';
  await client.send(new CreateSecretCommand({ Name: SecretId, SecretString: 'x' }));
  await client.send(new CreateSecretCommand({ Name: 'deleted', SecretString: 'x' }));
  for (let reads = 0; reads < 20; reads += 1) {
    await client.send(new GetSecretValueCommand({ SecretId }));
  }
  await client.send(
    new ReplicateSecretToRegionsCommand({ SecretId, AddReplicaRegions: [{ Region: 'eu-west-1' }] }),
  );
  await moveTo(server, '2027-01-11T11:30:00Z');
  await client.send(new DeleteSecretCommand({ SecretId: 'deleted' }));
  await moveTo(server, '2027-02-01T00:00:00Z');
  const hours = 21 * 24;
  const monthly = (count: number) => String(Number(((0.4 * count) / 744).toFixed(10)));
  expect(await january(account)).toEqual({
    'eu-west-1-AWSSecretsManager-Secrets Secrets': [expect.any(String), monthly(hours)],
    'us-east-1-AWSSecretsManager-Secrets Secrets': [expect.any(String), monthly(hours + 12)],
    'us-east-1-AWSSecretsManagerAPIRequest CreateSecret': ['2', '0.00001'],
    'us-east-1-AWSSecretsManagerAPIRequest DeleteSecret': ['1', '0.000005'],
    'us-east-1-AWSSecretsManagerAPIRequest GetSecretValue': ['20', '0.0001'],
    'us-east-1-AWSSecretsManagerAPIRequest ReplicateSecretToRegions': ['1', '0.000005'],
  });
});
