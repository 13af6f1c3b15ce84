// Key pairs and MACs over HTTP, beside `openssl speed` of the same operation on one core; then what Encrypt keeps of its
// rate while RSA_4096 signatures are asked for without end, and while a process that it has nothing to do with makes them:
// what the second takes is the machine's, and the difference is Holdfast's.
//   npm run bench -- asymmetric [--rounds N] [--seconds N] [--connections N] [--beside: the second part alone]
// Every answer waits for its durable audit record. Server and load generator share all cores, so the load generator
// takes its share; ratios are of the same round.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateKeyCommand,
  EncapsulateCommand,
  EncryptCommand,
  GetPublicKeyCommand,
  KMSClient,
  type KeySpec,
  type KeyUsageType,
} from '@aws-sdk/client-kms';
import { numberFlag } from './rig/command-line.ts';
import { machine, median, printTable, ratios } from './rig/figures.ts';
import { drive, requireWrk, type Sample } from './rig/load.ts';
import { startHoldfast, type BenchServer } from './rig/servers.ts';
import { type Call, REGION, writeScript } from './rig/signed-requests.ts';

const ROUNDS = numberFlag('--rounds', 5);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = numberFlag('--connections', 32);
const POOL = 50;
/** That of the thread that works with key pairs. */
const NICENESS = 19;

interface Subject {
  readonly name: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsageType;
  readonly call: (keyId: string, kms: KMSClient) => Promise<Call>;
  /** The line of `openssl speed -mr` and its field; none where OpenSSL has no such operation. */
  readonly speed?: readonly [line: RegExp, field: number];
}

const MESSAGE = Buffer.alloc(64, 7).toString('base64');
const base64 = (bytes: Uint8Array | undefined): string =>
  Buffer.from(bytes ?? []).toString('base64');

function sign(spec: KeySpec, SigningAlgorithm: string, speed?: Subject['speed']): Subject {
  return {
    name: `Sign ${spec} ${SigningAlgorithm}`,
    spec,
    usage: 'SIGN_VERIFY',
    call: async (KeyId) => ({
      operation: 'Sign',
      input: { KeyId, SigningAlgorithm, Message: MESSAGE },
    }),
    ...(speed === undefined ? {} : { speed }),
  };
}

const SUBJECTS: readonly Subject[] = [
  {
    name: 'GenerateMac HMAC_256',
    spec: 'HMAC_256',
    usage: 'GENERATE_VERIFY_MAC',
    call: async (KeyId) => ({
      operation: 'GenerateMac',
      input: { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: MESSAGE },
    }),
  },
  sign('ECC_NIST_P256', 'ECDSA_SHA_256', [/^\+F4:\d+:256:/, 3]),
  sign('ECC_NIST_P384', 'ECDSA_SHA_384', [/^\+F4:\d+:384:/, 3]),
  sign('ECC_NIST_P521', 'ECDSA_SHA_512', [/^\+F4:\d+:521:/, 3]),
  sign('ECC_NIST_EDWARDS25519', 'ED25519_SHA_512', [/^\+F6:/, 4]),
  sign('RSA_2048', 'RSASSA_PSS_SHA_256', [/^\+F2:\d+:2048:/, 3]),
  sign('RSA_4096', 'RSASSA_PSS_SHA_256', [/^\+F2:\d+:4096:/, 3]),
  {
    name: 'Decrypt RSA_2048 RSAES_OAEP_SHA_256',
    spec: 'RSA_2048',
    usage: 'ENCRYPT_DECRYPT',
    call: async (KeyId, kms) => {
      const use = { KeyId, EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } as const;
      const sealed = await kms.send(new EncryptCommand({ ...use, Plaintext: Buffer.alloc(32, 7) }));
      return {
        operation: 'Decrypt',
        input: { ...use, CiphertextBlob: base64(sealed.CiphertextBlob) },
      };
    },
    speed: [/^\+F2:\d+:2048:/, 3],
  },
  {
    name: 'DeriveSharedSecret ECC_NIST_P256',
    spec: 'ECC_NIST_P256',
    usage: 'KEY_AGREEMENT',
    call: async (KeyId, kms) => {
      const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
      const input = { KeyId, KeyAgreementAlgorithm: 'ECDH', PublicKey: base64(PublicKey) };
      return { operation: 'DeriveSharedSecret', input };
    },
    speed: [/^\+F5:\d+:256:/, 3],
  },
  sign('ML_DSA_65', 'ML_DSA_SHAKE_256'),
  {
    name: 'Decapsulate ML_KEM_768',
    spec: 'ML_KEM_768',
    usage: 'ENCAPSULATE_DECAPSULATE',
    call: async (KeyId, kms) => {
      const use = { KeyId, EncapsulationAlgorithm: 'ML_KEM' } as const;
      const { SharedSecretCiphertextBlob: blob } = await kms.send(new EncapsulateCommand(use));
      return {
        operation: 'Decapsulate',
        input: { ...use, SharedSecretCiphertextBlob: base64(blob) },
      };
    },
  },
];

/** Operations each second of OpenSSL on one core, by its lines. */
function opensslSpeed(): readonly string[] {
  const subjects = [
    'rsa2048',
    'rsa4096',
    'ecdsap256',
    'ecdsap384',
    'ecdsap521',
    'ed25519',
    'ecdhp256',
  ];
  const argv = ['speed', '-mr', '-seconds', '1', ...subjects];
  return execFileSync('openssl', argv, { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .split('\n');
}

function speedOf({ speed }: Subject, lines: readonly string[]): number {
  if (speed === undefined) return Number.NaN;
  const [pattern, field] = speed;
  return Number(lines.find((line) => pattern.test(line))?.split(':')[field]);
}

async function scriptOf(
  server: BenchServer,
  kms: KMSClient,
  subject: Subject,
  file: string,
): Promise<string> {
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: subject.spec, KeyUsage: subject.usage }),
  );
  const call = await subject.call(KeyMetadata?.KeyId ?? '', kms);
  return writeScript(
    file,
    server,
    Array.from({ length: POOL }, () => call),
  );
}

function load(
  server: BenchServer,
  script: string,
  { connections = CONNECTIONS, seconds = SECONDS } = {},
): Promise<Sample> {
  return drive(server, { script, connections, seconds, core: undefined });
}

async function byAlgorithm(server: BenchServer, kms: KMSClient, folder: string): Promise<void> {
  const lines = opensslSpeed();
  const rows: (readonly string[])[] = [];
  for (const [n, subject] of SUBJECTS.entries()) {
    const script = await scriptOf(server, kms, subject, join(folder, `${n}.lua`));
    await load(server, script, { seconds: 1 });
    const samples: Sample[] = [];
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await load(server, script));
    const rate = median(samples.map((sample) => sample.perSecond));
    const speed = speedOf(subject, lines);
    rows.push([
      subject.name,
      rate.toFixed(0),
      Number.isNaN(speed) ? '–' : speed.toFixed(0),
      Number.isNaN(speed) ? '–' : (rate / speed).toFixed(2),
      median(samples.map((sample) => sample.p50Ms)).toFixed(1),
      median(samples.map((sample) => sample.p99Ms)).toFixed(1),
      String(samples.reduce((sum, sample) => sum + sample.errors, 0)),
    ]);
  }
  console.log(`\n${CONNECTIONS} connections`);
  const heads = ['operation', 'req/s', 'openssl/s, 1 core', 'ratio', 'p50 ms', 'p99 ms', 'errors'];
  printTable(heads, rows);
}

const encrypting: Subject = {
  name: 'Encrypt',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  call: async (KeyId) => ({ operation: 'Encrypt', input: { KeyId, Plaintext: MESSAGE } }),
};

/** Signs by itself for so long as `work` runs: one process, as nice as the thread that signs for Holdfast. */
async function besideStranger<T>(work: () => Promise<T>): Promise<T> {
  const argv = ['-n', String(NICENESS), 'openssl', 'speed', '-seconds', '60', 'rsa4096'];
  const stranger = spawn('nice', argv, { stdio: 'ignore' });
  const ended = once(stranger, 'exit');
  try {
    return await work();
  } finally {
    stranger.kill('SIGKILL');
    await ended;
  }
}

async function besideSigning(server: BenchServer, kms: KMSClient, folder: string): Promise<void> {
  // One connection: server and generator take turns on one core, and signing has the rest of two.
  for (const connections of [1, CONNECTIONS])
    await besideSigningOn(server, kms, folder, connections);
}

async function besideSigningOn(
  server: BenchServer,
  kms: KMSClient,
  folder: string,
  connections: number,
): Promise<void> {
  const encrypt = await scriptOf(server, kms, encrypting, join(folder, 'encrypt.lua'));
  const signing = sign('RSA_4096', 'RSASSA_PSS_SHA_256');
  const signs = await scriptOf(server, kms, signing, join(folder, 'signs.lua'));
  await load(server, encrypt, { seconds: 1 });
  const alone: Sample[] = [];
  const besideOther: Sample[] = [];
  const beside: Sample[] = [];
  const signed: Sample[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(await load(server, encrypt, { connections }));
    besideOther.push(await besideStranger(() => load(server, encrypt, { connections })));
    const [own, other] = await Promise.all([
      load(server, encrypt, { connections }),
      load(server, signs),
    ]);
    beside.push(own);
    signed.push(other);
  }
  const rates = (samples: readonly Sample[]) => samples.map((sample) => sample.perSecond);
  const against = (samples: readonly Sample[], base: readonly Sample[]): string =>
    ratios(rates(samples), rates(base));
  const row = (
    name: string,
    samples: readonly Sample[],
    [toAlone = '', toOther = '']: readonly string[],
  ): readonly string[] => [
    name,
    median(rates(samples)).toFixed(0),
    toAlone,
    toOther,
    median(samples.map((sample) => sample.p50Ms)).toFixed(2),
    median(samples.map((sample) => sample.p99Ms)).toFixed(2),
    String(samples.reduce((sum, sample) => sum + sample.errors, 0)),
  ];
  console.log(
    `\nEncrypt on ${connections} connections beside RSA_4096 signatures on ${CONNECTIONS}`,
  );
  printTable(
    ['load', 'req/s', '× alone (min–max)', '× beside openssl', 'p50 ms', 'p99 ms', 'errors'],
    [
      row('Encrypt alone', alone, []),
      row('Encrypt beside `openssl speed`', besideOther, [against(besideOther, alone)]),
      row('Encrypt beside signatures', beside, [
        against(beside, alone),
        against(beside, besideOther),
      ]),
      row('the signatures', signed, []),
    ],
  );
}

requireWrk();
console.log(machine());
console.log(`${ROUNDS} rounds of ${SECONDS} s each; medians; server and wrk on all cores`);
const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'));
const server = await startHoldfast(join(folder, 'data'), undefined, ['--no-throttling']);
try {
  const { url: endpoint, credentials } = server;
  const kms = new KMSClient({ endpoint, region: REGION, credentials });
  if (!process.argv.includes('--beside')) await byAlgorithm(server, kms, folder);
  await besideSigning(server, kms, folder);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
