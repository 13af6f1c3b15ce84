import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { expect, test } from 'vitest';
import { clientConfig } from '../../../labs/clients.ts';
import { startServer } from '../../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'holdfast.js');

test('check 35: while no record can be written, no value is given', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-audit-'));
  const dataDirectory = join(folder, 'data');
  const server = await startServer({ program, dataDirectory, flags: ['--dev'] });
  const limitFiles = (bytes: string): void => {
    execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:unlimited`]);
  };
  try {
    const root = { accessKeyId: 'test', secretAccessKey: 'test' };
    const client = new SecretsManagerClient(clientConfig(server.url, root));
    const SecretString = 'never given without a record';
    await client.send(new CreateSecretCommand({ Name: 'audited', SecretString }));
    limitFiles('1');
    const refused = client.send(new GetSecretValueCommand({ SecretId: 'audited' }));
    await expect(refused).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    await expect(refused).rejects.not.toHaveProperty('SecretString');
    limitFiles('unlimited');
    const read = () => client.send(new GetSecretValueCommand({ SecretId: 'audited' }));
    const again = async () =>
      read().then(
        (answer) => answer.SecretString,
        () => undefined,
      );
    await expect.poll(again, { timeout: 20_000 }).toBe(SecretString);
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
});
