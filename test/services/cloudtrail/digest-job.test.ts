import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { keysUnder, storedFile } from '../../../labs/audit/digests.ts';
import { loggingTrail } from './trail-bucket.ts';

const HOUR = 3_600_000;
const run = promisify(execFile);

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function hasCli(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What `aws cloudtrail validate-logs` says of a trail. */
async function validate(account: string, arn: string, from: number, to: number): Promise<string> {
  const times = ['--start-time', iso(from), '--end-time', iso(to)];
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: server.url,
    AWS_ACCESS_KEY_ID: account,
    AWS_SECRET_ACCESS_KEY: 'dev',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const args = ['cloudtrail', 'validate-logs', '--trail-arn', arn, ...times, '--verbose'];
  // What is invalid stands on the standard error.
  const { stdout, stderr } = await run('aws', args, { env }).catch((error: unknown) => {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error) {
      return { stdout: String(error.stdout), stderr: String(error.stderr) };
    }
    throw error;
  });
  return stdout + stderr;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

// The same is proved without the command line by the tests of the delivery.
test.skipIf(!hasCli())(
  'aws cloudtrail validate-logs: finds all valid, and each kind of tampering',
  { timeout: 180_000 },
  async () => {
    const account = freshAccount();
    const config = server.client(account);
    const { clock, advanceTo } = server.platform.engine();
    const began = clock.serviceTime();
    const { s3, bucket, arn } = await loggingTrail(config, account);
    await new KMSClient(config).send(new ListKeysCommand({}));
    await advanceTo(began + 4.5 * HOUR);
    const check = () => validate(account, arn, began - HOUR, began + 6 * HOUR);
    const valid = await check();
    expect(valid).toContain('4/4 digest files valid');
    expect(valid).toMatch(/(\d+)\/\1 log files valid/);
    expect(valid).not.toContain('INVALID');

    const folder = `AWSLogs/${account}/CloudTrail-Digest/us-east-1/`;
    const [first = '', second = ''] = await keysUnder(s3, bucket, folder);
    const digest = await storedFile(s3, bucket, first);
    const [log] = JSON.parse(digest.text).logFiles;
    const genuine = await storedFile(s3, bucket, log.s3Object);
    const put = (Key: string, text: string, Metadata = {}) =>
      s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: gzipSync(text), Metadata }));
    await put(log.s3Object, genuine.text.replace('ListKeys', 'LostKeys'));
    expect(await check()).toContain(
      `Log file\ts3://${bucket}/${log.s3Object}\tINVALID: hash value doesn't match`,
    );
    await put(log.s3Object, genuine.text);
    await put(first, digest.text.replace(account, freshAccount()), digest.metadata);
    expect(await check()).toContain(
      `Digest file\ts3://${bucket}/${first}\tINVALID: signature verification failed`,
    );
    await put(first, digest.text, digest.metadata);
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: second }));
    expect(await check()).toContain(`Digest file\ts3://${bucket}/${second}\tINVALID: not found`);
  },
);
