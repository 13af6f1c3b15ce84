// KMS over HTTP against a bare node:http echo of the same bytes, in the same run.
//   npm run bench -- kms [--rounds N] [--seconds N]
// Requests are signed by the real signer and verified; the key's policy has 20 statements; the audit record is durable
// before the answer. Server on core 0, load generator (wrk) on core 1, rounds interleaved, medians quoted.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

const ROUNDS = numberFlag('--rounds', 5);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = [32, 128];
const POOL = 300;
const REGION = 'us-east-1';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

interface Sample {
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
}

function numberFlag(name: string, usual: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? usual : Number(process.argv[at + 1] ?? usual);
}

function pinned(core: number, command: string, args: readonly string[]): ChildProcess {
  return spawn('taskset', ['-c', String(core), command, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function lineFrom(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = pattern.exec(text);
      if (found !== null) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

const ECHO = `
const http = require('node:http');
http.createServer((req, res) => {
  const chunks = [];
  req.on('data', (c) => chunks.push(c));
  req.on('end', () => {
    const body = Buffer.concat(chunks);
    res.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1', 'Content-Length': body.length });
    res.end(body);
  });
}).listen(0, '127.0.0.1', function () { console.log('ready ' + this.address().port); });
`;

function policyOfTwenty(): string {
  const account = '000000000000';
  const root = {
    Sid: 'root',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const others = Array.from({ length: 19 }, (_, n) => ({
    Sid: `s${n}`,
    Effect: n % 5 === 0 ? 'Deny' : 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      StringEquals: { 'kms:EncryptionContext:tenant': `tenant-${n}`, 'aws:PrincipalTag/team': 'x' },
    },
  }));
  return JSON.stringify({ Version: '2012-10-17', Statement: [...others, root] });
}

async function makePool(url: string, credentials: Credentials): Promise<string> {
  const kms = new KMSClient({ endpoint: url, region: REGION, credentials });
  const key = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  await kms.send(new PutKeyPolicyCommand({ KeyId: key, Policy: policyOfTwenty() }));
  const EncryptionContext = { purpose: 'bench', tenant: 'none' };
  const sealed = await kms.send(
    new EncryptCommand({ KeyId: key, Plaintext: Buffer.alloc(64, 7), EncryptionContext }),
  );
  await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob, EncryptionContext }));
  await kms.send(new GenerateDataKeyCommand({ KeyId: key, KeySpec: 'AES_256', EncryptionContext }));
  const bodies = [
    [
      'Encrypt',
      { KeyId: key, Plaintext: Buffer.alloc(64, 7).toString('base64'), EncryptionContext },
    ],
    [
      'Decrypt',
      {
        CiphertextBlob: Buffer.from(sealed.CiphertextBlob ?? []).toString('base64'),
        EncryptionContext,
      },
    ],
    ['GenerateDataKey', { KeyId: key, KeySpec: 'AES_256', EncryptionContext }],
  ] as const;
  const signer = new SignatureV4({ service: 'kms', region: REGION, credentials, sha256: Sha256 });
  const host = new URL(url).host;
  const requests: string[] = [];
  for (let n = 0; n < POOL; n += 1) {
    const [operation, input] = bodies[n % bodies.length] ?? bodies[0];
    const body = JSON.stringify({ ...input, n });
    const signed = await signer.sign({
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `TrentService.${operation}`,
        'amz-sdk-invocation-id': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        'amz-sdk-request': 'attempt=1; max=3',
        'content-length': String(Buffer.byteLength(body)),
      },
      body,
    });
    const headers = Object.entries(signed.headers)
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => `[${JSON.stringify(spelled(name))}]=${JSON.stringify(value)}`)
      .join(',');
    requests.push(`wrk.format("POST","/",{${headers}},${JSON.stringify(body)})`);
  }
  return requests.join(',\n');
}

/** wrk adds a `Host` of its own unless it finds one spelled so. */
function spelled(name: string): string {
  return name === 'host' ? 'Host' : name;
}

function lua(pool: string): string {
  return `
local requests = {}
local n = 0
init = function(args) requests = {${pool}} end
request = function() n = n % ${POOL} + 1; return requests[n] end
done = function(summary, latency)
  io.write(string.format("RESULT %f %f %f %d\\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.read + summary.errors.timeout))
end
`;
}

function load(url: string, script: string, connections: number): Sample {
  const output = execFileSync(
    'taskset',
    ['-c', '1', 'wrk', '-t1', `-c${connections}`, `-d${SECONDS}s`, '-s', script, url],
    { encoding: 'utf8' },
  );
  const found = /RESULT (\S+) (\S+) (\S+) (\d+)/.exec(output);
  if (found === null) throw new Error(`wrk said: ${output}`);
  const [rps = 0, p50Ms = 0, p99Ms = 0, errors = 0] = found.slice(1).map(Number);
  return { rps, p50Ms, p99Ms, errors };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function startHoldfast(directory: string) {
  const args = ['dist/holdfast.js', 'up', '--data', directory, '--port', '0'];
  const child = pinned(0, process.execPath, args);
  const found = await lineFrom(
    child,
    /AWS_ACCESS_KEY_ID=(\S+)[\s\S]*AWS_SECRET_ACCESS_KEY=(\S+)[\s\S]*ready (http:\S+)/,
  );
  const [, accessKeyId = '', secretAccessKey = '', url = ''] = found;
  return { child, url, credentials: { accessKeyId, secretAccessKey } };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
  const holdfast = await startHoldfast(join(folder, 'data'));
  const echo = pinned(0, process.execPath, ['-e', ECHO]);
  const [, port] = await lineFrom(echo, /ready (\d+)/);
  try {
    const script = join(folder, 'pool.lua');
    writeFileSync(script, lua(await makePool(holdfast.url, holdfast.credentials)));
    console.log(`${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`);
    console.log(`${ROUNDS} rounds of ${SECONDS} s each, interleaved; medians\n`);
    console.log('connections   echo/s    kms/s   ratio (min–max)      p50 ms   p99 ms   errors');
    for (const connections of CONNECTIONS) {
      measure(`http://127.0.0.1:${port}`, holdfast.url, script, connections);
    }
  } finally {
    holdfast.child.kill('SIGTERM');
    echo.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(echoUrl: string, url: string, script: string, connections: number): void {
  load(url, script, connections);
  const echoes: Sample[] = [];
  const ours: Sample[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    echoes.push(load(echoUrl, script, connections));
    ours.push(load(url, script, connections));
  }
  const ratios = ours.map((sample, round) => sample.rps / (echoes[round]?.rps ?? Number.NaN));
  const low = Math.min(...ratios).toFixed(2);
  const high = Math.max(...ratios).toFixed(2);
  console.log(
    [
      String(connections).padStart(11),
      median(echoes.map((s) => s.rps))
        .toFixed(0)
        .padStart(9),
      median(ours.map((s) => s.rps))
        .toFixed(0)
        .padStart(9),
      `   ${median(ratios).toFixed(2)} (${low}–${high})`.padEnd(22),
      median(ours.map((s) => s.p50Ms))
        .toFixed(2)
        .padStart(7),
      median(ours.map((s) => s.p99Ms))
        .toFixed(2)
        .padStart(9),
      String(ours.reduce((sum, s) => sum + s.errors, 0)).padStart(9),
    ].join(''),
  );
}

await main();
