import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateKeyCommand, DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../../labs/clients.ts';
import type { Credentials } from '../../labs/lab.ts';
import { startServer, type PrivateServer } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
const EncryptionContext = { purpose: 'test' };
const REQUEST_ID = /^[0-9a-f-]{36}$/;

let folder: string;
let data: string;
let server: PrivateServer;
let root: Credentials;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-main-job-'));
  data = join(folder, 'data');
  server = await startServer({ program, dataDirectory: data });
  if (server.credentials === undefined) throw new Error('the first start printed no credentials');
  root = server.credentials;
});
afterAll(async () => {
  await server.kill();
  await rm(folder, { recursive: true, force: true });
});

function holdfast(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

const clientOf = (credentials: Credentials) => clientConfig(server.url, credentials);

/** An error a client threw, as the tests look at it. */
async function refusalOf(
  call: Promise<unknown>,
): Promise<{ name: string; message: string; id: string }> {
  const error: unknown = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof Error) || !('$metadata' in error)) throw new Error('it was not refused');
  const metadata = error.$metadata;
  const id =
    typeof metadata === 'object' && metadata !== null && 'requestId' in metadata
      ? String(metadata.requestId)
      : '';
  return { name: error.name, message: error.message, id };
}

describe('keys, from the command line to a crash and back', () => {
  let arn = '';
  let sealed: Uint8Array | undefined;
  let mallory: Credentials;
  let denied = '';

  test('encrypts and decrypts', async () => {
    const kms = new KMSClient(clientOf(root));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    arn = KeyMetadata?.Arn ?? '';
    const Plaintext = Buffer.from('attack at dawn');
    const made = await kms.send(new EncryptCommand({ KeyId: arn, Plaintext, EncryptionContext }));
    sealed = made.CiphertextBlob;
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: sealed, EncryptionContext }),
    );
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('attack at dawn');
  });

  test('a plaintext longer than 4,096 bytes: AWS’s text', async () => {
    const kms = new KMSClient(clientOf(root));
    const refused = await refusalOf(
      kms.send(new EncryptCommand({ KeyId: arn, Plaintext: Buffer.alloc(4_097) })),
    );
    expect(refused).toMatchObject({
      name: 'ValidationException',
      message:
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: " +
        'Member must have length less than or equal to 4096',
    });
  });

  test('a user without a policy: AWS’s whole text', async () => {
    const iam = new IAMClient(clientOf(root));
    await iam.send(new CreateUserCommand({ UserName: 'mallory' }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: 'mallory' }));
    mallory = {
      accessKeyId: AccessKey?.AccessKeyId ?? '',
      secretAccessKey: AccessKey?.SecretAccessKey ?? '',
    };
    const kms = new KMSClient(clientOf(mallory));
    const refused = await refusalOf(
      kms.send(new DecryptCommand({ CiphertextBlob: sealed, EncryptionContext })),
    );
    expect(refused).toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:iam::000000000000:user/mallory is not authorized to perform: kms:Decrypt ' +
        `on resource: ${arn} because no identity-based policy allows the kms:Decrypt action`,
    });
    denied = refused.id;
  });

  test('the trail shows the allowed call and the denied one', async () => {
    const trail = new CloudTrailClient(clientOf(root));
    const { Events = [] } = await trail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'Decrypt' }],
      }),
    );
    const records = Events.map((event) => JSON.parse(event.CloudTrailEvent ?? '{}'));
    expect(records.map((record) => record.errorCode)).toEqual(['AccessDeniedException', undefined]);
    expect(Events.map((event) => event.Username)).toEqual(['mallory', 'root']);
    expect(records[0].requestID).toBe(denied);
    expect(records[1].requestParameters.encryptionContext).toEqual(EncryptionContext);
  });

  test('explain: shows what was weighed for the denied call', () => {
    expect(denied).toMatch(REQUEST_ID);
    const { status, stdout } = holdfast('explain', denied, '--data', data);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      requestId: denied,
      operation: 'kms:Decrypt',
      caller: 'arn:aws:iam::000000000000:user/mallory',
      decisions: [
        {
          action: 'kms:Decrypt',
          resource: arn,
          allowed: false,
          reason: { outcome: 'implicitDeny', policyType: 'identity', side: 'principal' },
          weighed: [{ policyType: 'resource', statement: 0, effect: 'Allow', matched: true }],
        },
      ],
    });
  });

  test('kill -9 and another start: it still decrypts, and the trail still tells', async () => {
    await server.kill();
    server = await startServer({ program, dataDirectory: data });
    const kms = new KMSClient(clientOf(root));
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: sealed, EncryptionContext }),
    );
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('attack at dawn');
    const trail = new CloudTrailClient(clientOf(root));
    const { Events = [] } = await trail.send(
      new LookupEventsCommand({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'Decrypt' }],
      }),
    );
    expect(Events.map((event) => event.Username)).toEqual(['root', 'mallory', 'root']);
  });
});

describe('the commands beside it', () => {
  test('env: the lines that lead clients here, with the credentials of the first start', () => {
    const { status, stdout } = holdfast('env', '--data', data);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      `export AWS_ENDPOINT_URL=${server.url}`,
      'export AWS_REGION=us-east-1',
      'export AWS_DEFAULT_REGION=us-east-1',
      `export AWS_ACCESS_KEY_ID=${root.accessKeyId}`,
      `export AWS_SECRET_ACCESS_KEY=${root.secretAccessKey}`,
    ]);
  });

  test('status: what health says', () => {
    const { status, stdout } = holdfast('status', '--data', data);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'ok' });
    expect(JSON.parse(stdout).services).toContain('kms');
  });

  test('outside dev mode time stands and state stays, over TCP and over the control socket', async () => {
    for (const path of ['clock', 'reset']) {
      const answer = await fetch(`${server.url}/_holdfast/${path}`, {
        method: 'POST',
        body: '{"advance":"P1D"}',
      });
      expect(answer.status).toBe(403);
    }
    const explained = await fetch(`${server.url}/_holdfast/explain/x`);
    expect(explained.status).toBe(403);
    const told = await fetch(`${server.url}/_holdfast/clock`);
    expect(told.status).toBe(200);
  });

  test('teach: what to write instead', { timeout: 120_000 }, () => {
    const nowhere = join(folder, 'nowhere');
    const cases: readonly (readonly [readonly string[], number, string])[] = [
      [['explain'], 2, 'explain wants the request id of a call: holdfast explain <request-id>'],
      [['explain', 'x', '--data', data], 1, 'no denial is kept for request x'],
      [['status', '--data', nowhere], 2, 'start it with npm start, or name its directory'],
      [['env', '--data', nowhere], 2, 'is not there; start the server first with npm start'],
      [['root-credentials', '--data', data], 2, 'root-credentials --new replaces it'],
      [['status', '--nothing'], 2, "Unknown option '--nothing'"],
      [['nothing'], 2, "holdfast has no command 'nothing'"],
      [['--help'], 0, 'show which policy statements decided a call'],
      [['up', '--help'], 0, '--port N'],
      [['up', '--port', 'x'], 2, "--port wants a number from 0 to 65535, not 'x'"],
      [['up', '--dev', '--host', '0.0.0.0'], 2, 'listens on loopback only; not on 0.0.0.0'],
      [['up', '--memory', '--port', String(server.port)], 2, 'choose another with --port N'],
    ];
    for (const [argv, status, text] of cases) {
      const done = holdfast(...argv);
      expect(done.stdout + done.stderr).toContain(text);
      expect(done.status, argv.join(' ')).toBe(status);
    }
    expect(cases).toHaveLength(12);
  });

  test('root-credentials --new: the old ones are refused, the new ones work', async () => {
    const { status, stdout } = holdfast('root-credentials', '--new', '--data', data);
    expect(status).toBe(0);
    const made = /AWS_ACCESS_KEY_ID=(\S+)\nexport AWS_SECRET_ACCESS_KEY=(\S+)/.exec(stdout);
    const [, accessKeyId = '', secretAccessKey = ''] = made ?? [];
    const refused = await refusalOf(new KMSClient(clientOf(root)).send(new CreateKeyCommand({})));
    expect(refused.name).toBe('UnrecognizedClientException');
    const fresh = new KMSClient(clientOf({ accessKeyId, secretAccessKey }));
    expect((await fresh.send(new CreateKeyCommand({}))).KeyMetadata?.Enabled).toBe(true);
  });
});
