import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateKeyCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type PrivateServer } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
const [alice, bob] = ['111111111111', '222222222222'];

let folder: string;
let server: PrivateServer;

const start = () => startServer({ program, dataDirectory: join(folder, 'data'), flags: ['--dev'] });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-bill-'));
  server = await start();
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

function bill(...argv: readonly string[]) {
  const all = [program, 'bill', ...argv, '--data', join(folder, 'data')];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

async function moveTo(set: string): Promise<void> {
  const body = JSON.stringify({ set });
  const answer = await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
  expect(answer.status).toBe(200);
}

const clientOf = (account: string, region: string) =>
  new KMSClient({
    endpoint: server.url,
    region,
    credentials: { accessKeyId: account, secretAccessKey: 'dev' },
  });

async function encrypt(account: string, KeyId: string | undefined, times: number): Promise<void> {
  const kms = clientOf(account, 'us-east-1');
  for (let count = 0; count < times; count += 1) {
    await kms.send(new EncryptCommand({ KeyId, Plaintext: new Uint8Array([1]) }));
  }
}

test('a table of a month, exact over a crash', async () => {
  await moveTo('2027-01-01T00:00:00Z');
  const key = await clientOf(alice, 'us-east-1').send(new CreateKeyCommand({}));
  const KeyUsage = 'SIGN_VERIFY';
  await clientOf(bob, 'eu-west-1').send(
    new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage }),
  );
  await encrypt(alice, key.KeyMetadata?.KeyId, 7);
  await server.kill();
  server = await start();
  await encrypt(alice, key.KeyMetadata?.KeyId, 5);
  await server.kill();
  server = await start();
  await moveTo('2027-02-01T00:00:00Z');
  expect(bill('--month', '2027-01')).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'Bill of 2027-01, final (USD)',
      '',
      'Account       Region     Usage type              Quantity  Unit      USD',
      '111111111111  us-east-1  us-east-1-KMS-Keys             1  Keys        1',
      '111111111111  us-east-1  us-east-1-KMS-Requests        13  Requests    0',
      '111111111111             Total                                         1',
      '222222222222  eu-west-1  eu-west-1-KMS-Keys             1  Keys        1',
      '222222222222  eu-west-1  eu-west-1-KMS-Requests         1  Requests    0',
      '222222222222             Total                                         1',
      'Total                                                                  2',
      '',
    ].join('\n'),
  });
});

test('one account alone, and the running month', () => {
  const { stdout } = bill('--account', bob);
  expect(stdout).toBe(
    [
      'Bill of 2027-02, so far (USD)',
      '',
      'Account       Region     Usage type              Quantity  Unit           USD',
      '222222222222  eu-west-1  eu-west-1-KMS-Keys  0.0014880952  Keys  0.0014880952',
      '222222222222             Total                                   0.0014880952',
      'Total                                                            0.0014880952',
      '',
    ].join('\n'),
  );
});

test('help, and flags that say nothing', () => {
  expect(bill('--help').stdout).toContain('holdfast bill [--month YYYY-MM] [--account ID]');
  expect(bill('--month', '2027-13')).toEqual({
    status: 2,
    stdout: '',
    stderr: "holdfast: --month wants YYYY-MM, not '2027-13'\n",
  });
  expect(bill('--account', '1').stderr).toBe("holdfast: --account wants 12 digits, not '1'\n");
  expect(bill('--month', '2030-01')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('2030-01 has not begun'),
  });
});

test('bills of all accounts are the operator’s: not over the network', async () => {
  const answer = await fetch(`${server.url}/_holdfast/bill`);
  expect(answer.status).toBe(403);
});
