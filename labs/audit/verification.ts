import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import type { LabSettings } from '../lab.ts';
import { faultsOf, keysUnder, storedFile } from './digests.ts';
import type { AuditBench } from './lab.ts';

const HOUR_MS = 3_600_000;
const run = promisify(execFile);

/** Part 3: digests, verified and tampered with. */
export async function verifyDigests(settings: LabSettings, bench: AuditBench): Promise<void> {
  const { narrator } = settings;
  const { s3 } = bench.clients();
  const { bucket, account } = bench;
  narrator.step('Three hours pass: a signed digest comes every hour');
  await bench.advance('PT3H');
  const folder = `AWSLogs/${account}/CloudTrail-Digest/us-east-1/`;
  const digests = await keysUnder(s3, bucket, folder);
  for (const key of digests) narrator.show('digest', key.split('/').at(-1) ?? '');
  const signed = await storedFile(s3, bucket, digests.at(-1) ?? '');
  narrator.show('signature', signed.metadata['signature'] ?? '');
  narrator.check('there are at least three', digests.length >= 3);
  const found = () => faults(bench, folder);
  const whole = await found();
  narrator.check('all of them, and all log files, verify', whole.length === 0, () =>
    whole.join(', '),
  );
  await withCommandLine(settings, bench);
  await tamper(settings, bench, folder);
}

async function faults(bench: AuditBench, folder: string): Promise<readonly string[]> {
  const { s3, trail } = bench.clients();
  const range = await rangeOf(bench);
  return faultsOf({ s3, trail, bucket: bench.bucket }, folder, range);
}

async function rangeOf(bench: AuditBench) {
  const answer = await fetch(`${bench.current().url}/_holdfast/clock`);
  const { serviceTime }: { readonly serviceTime?: unknown } = JSON.parse(await answer.text());
  const now = Date.parse(String(serviceTime));
  return { StartTime: new Date(Date.now() - 24 * HOUR_MS), EndTime: new Date(now + HOUR_MS) };
}

async function withCommandLine({ narrator }: LabSettings, bench: AuditBench): Promise<void> {
  narrator.step('The same by the unmodified AWS command line');
  const { StartTime, EndTime } = await rangeOf(bench);
  const args = ['cloudtrail', 'validate-logs', '--trail-arn', bench.trailArn];
  args.push('--start-time', StartTime.toISOString(), '--end-time', EndTime.toISOString());
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: bench.current().url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_DEFAULT_REGION: 'us-east-1',
  };
  const said = await run('aws', args, { env }).catch(() => undefined);
  if (said === undefined) {
    narrator.skip('aws cloudtrail validate-logs', 'the command `aws` is not here, or failed');
    return;
  }
  narrator.show('said', said.stdout.trim().split('\n').slice(-2).join(' · '));
  narrator.check(
    'validate-logs calls every digest and every log file valid',
    /(\d+)\/\1 digest files valid/.test(said.stdout) && !said.stdout.includes('INVALID'),
    () => said.stdout,
  );
}

async function tamper({ narrator }: LabSettings, bench: AuditBench, folder: string): Promise<void> {
  const { s3 } = bench.clients();
  const { bucket: Bucket } = bench;
  const digests = await keysUnder(s3, Bucket, folder);
  const [first = '', second = ''] = digests;
  const digest = await storedFile(s3, Bucket, first);
  const logKey = String(JSON.parse(digest.text).logFiles[0].s3Object);
  const log = await storedFile(s3, Bucket, logKey);
  const put = (Key: string, text: string, Metadata = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body: gzipSync(text), Metadata }));
  const isFound = async (claim: string, fault: string): Promise<void> => {
    const found = await faults(bench, folder);
    narrator.show('found', found.map((one) => one.split('/').at(-1)).join(', '));
    narrator.check(claim, found.includes(fault), () => `found: ${found.join(', ')}`);
  };
  narrator.step('Somebody who may write to the bucket changes one word of a log file');
  await put(logKey, log.text.replace('CreateKey', 'CreateCat'));
  await isFound('the digest tells of it', `changed ${logKey}`);
  await put(logKey, log.text);
  narrator.step('They change the digest too, so that it agrees');
  await put(first, digest.text.replace('"hashValue":"', '"hashValue":"0'), digest.metadata);
  await isFound('its signature tells of it', `forged ${first}`);
  await put(first, digest.text, digest.metadata);
  narrator.step('They delete a digest');
  await s3.send(new DeleteObjectCommand({ Bucket, Key: second }));
  await isFound('the next one names it: the chain is broken', `missing ${second}`);
}
