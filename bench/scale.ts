// Cost per call as the number of KMS keys grows: 1,000, 100,000 and 1,000,000 keys (three documents each).
//   npm run bench -- scale [--sizes 1000,100000,1000000] [--rounds N] [--seconds N]
// Keys are written through the store's own units and then served over HTTP, all sizes and the echo at once, rounds
// interleaved. "One of all keys" walks through keys spread over the whole store, more than its cache holds; "the same
// keys" stays with a hundred.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag, numbersFlag } from './rig/command-line.ts';
import { machine, median, printTable } from './rig/figures.ts';
import { seedKeys, type SeededKey } from './rig/key-seed.ts';
import { drive, requireWrk, type Sample, warmUp } from './rig/load.ts';
import { residentMib } from './rig/process-cost.ts';
import { startEcho, startHoldfast, type BenchServer } from './rig/servers.ts';
import { REGION, writeScript, type Call } from './rig/signed-requests.ts';

const SIZES = numbersFlag('--sizes', [1_000, 100_000, 1_000_000]);
const ROUNDS = numberFlag('--rounds', 3);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = 32;
/** So many keys, with material and locator, are more than the cache of documents holds. */
const SAMPLE = 40_000;
const HOT = 100;
const SCOPE = { account: '000000000000', region: REGION };

interface Size {
  readonly count: number;
  readonly server: BenchServer;
  readonly sample: readonly SeededKey[];
  readonly stateMib: number;
  readonly seedSeconds: number;
  readonly idleMib: number;
  /** A page in the middle of the listing begins here. */
  readonly marker: string | undefined;
}

interface Load {
  readonly name: string;
  readonly calls: (size: Size) => readonly Call[];
}

const Plaintext = Buffer.alloc(64, 7).toString('base64');
const LOADS: readonly Load[] = [
  {
    name: 'Encrypt, the same keys',
    calls: ({ sample }) => sample.slice(0, HOT).map(encryptWith),
  },
  { name: 'Encrypt, one of all keys', calls: ({ sample }) => sample.map(encryptWith) },
  {
    name: 'Decrypt, one of all keys',
    calls: ({ sample }) =>
      sample.map(({ ciphertext }) => ({
        operation: 'Decrypt',
        input: { CiphertextBlob: ciphertext },
      })),
  },
  {
    name: 'DescribeKey, one of all keys',
    calls: ({ sample }) =>
      sample.map(({ id }) => ({ operation: 'DescribeKey', input: { KeyId: id } })),
  },
  { name: 'ListKeys, first page of 100', calls: () => repeated('ListKeys', { Limit: 100 }) },
  {
    name: 'ListKeys, a page of 100 in the middle',
    calls: ({ marker }) => repeated('ListKeys', { Limit: 100, Marker: marker }),
  },
  // Last: it makes the stores larger.
  { name: 'CreateKey', calls: () => repeated('CreateKey', {}) },
];

function encryptWith({ id }: SeededKey): Call {
  return { operation: 'Encrypt', input: { KeyId: id, Plaintext } };
}

function repeated(operation: string, input: object): readonly Call[] {
  return Array.from({ length: HOT }, () => ({ operation, input }));
}

async function prepare(folder: string, count: number): Promise<Size> {
  const directory = join(folder, String(count));
  const started = performance.now();
  const sample = await seedKeys(directory, SCOPE, count, Math.min(count, SAMPLE));
  const seedSeconds = (performance.now() - started) / 1_000;
  const stateMib = statSync(join(directory, 'state.db')).size / 1024 ** 2;
  const server = await startHoldfast(directory, 0, ['--no-throttling']);
  const idleMib = residentMib(server.pid);
  const marker = await middle(server);
  return { count, server, sample, stateMib, seedSeconds, idleMib, marker };
}

/** A marker that is not at the beginning: five pages in. */
async function middle({ url: endpoint, credentials }: BenchServer): Promise<string | undefined> {
  const kms = new KMSClient({ endpoint, region: REGION, credentials });
  let Marker: string | undefined;
  for (let page = 0; page < 5; page += 1) {
    Marker = (await kms.send(new ListKeysCommand({ Limit: 100, Marker }))).NextMarker;
  }
  return Marker;
}

interface Measured {
  readonly echo: readonly Sample[];
  readonly sizes: readonly (readonly Sample[])[];
}

async function measure(
  folder: string,
  echo: BenchServer,
  sizes: readonly Size[],
  load: Load,
): Promise<Measured> {
  const scripts: string[] = [];
  for (const size of sizes) {
    const file = join(folder, `${size.count}.lua`);
    scripts.push(await writeScript(file, size.server, load.calls(size)));
  }
  const servers = [echo, ...sizes.map((size) => size.server)];
  const how = { connections: CONNECTIONS, seconds: SECONDS, core: 1 };
  for (const [n, server] of servers.entries()) {
    await warmUp(server, { ...how, script: scripts[Math.max(0, n - 1)] ?? '' });
  }
  const found = { echo: [] as Sample[], sizes: sizes.map((): Sample[] => []) };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [n, server] of servers.entries()) {
      const script = scripts[Math.max(0, n - 1)] ?? '';
      const sample = await drive(server, { ...how, script });
      if (n === 0) found.echo.push(sample);
      else found.sizes[n - 1]?.push(sample);
    }
  }
  return found;
}

function rowsOf(load: Load, sizes: readonly Size[], measured: Measured): (readonly string[])[] {
  const micros = measured.sizes.map((own) => median(own.map((s) => s.cpuMicros)));
  return sizes.map(({ count }, n) => {
    const own = measured.sizes[n] ?? [];
    const ofEcho = own.map((s, round) => s.perSecond / (measured.echo[round]?.perSecond ?? 0));
    return [
      load.name,
      count.toLocaleString('en'),
      median(own.map((s) => s.perSecond)).toFixed(0),
      median(ofEcho).toFixed(2),
      (micros[n] ?? 0).toFixed(0),
      ((micros[n] ?? 0) / (micros[0] ?? 0)).toFixed(2),
      median(own.map((s) => s.p99Ms)).toFixed(1),
      String(own.reduce((sum, s) => sum + s.errors, 0)),
    ];
  });
}

requireWrk();
const { folder, remove } = makeTemporaryFolder();
const echo = await startEcho(0);
const sizes: Size[] = [];
try {
  console.log(machine());
  for (const count of SIZES) {
    console.error(`writing ${count} keys …`);
    sizes.push(await prepare(folder, count));
  }
  const rows: (readonly string[])[] = [];
  for (const load of LOADS) {
    console.error(`${load.name} …`);
    rows.push(...rowsOf(load, sizes, await measure(folder, echo, sizes, load)));
  }
  console.log(
    `${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections, server on core 0, wrk on core 1`,
  );
  console.log('budget: CPU per request flat within 1.5\n');
  printTable(
    ['call', 'keys', 'req/s', '× echo', 'CPU µs/req', '× fewest keys', 'p99 ms', 'errors'],
    rows,
  );
  console.log('');
  printTable(
    ['keys', 'written in s', 'state.db MiB', 'ready ms', 'MiB at ready', 'MiB after load'],
    sizes.map((size) => [
      size.count.toLocaleString('en'),
      size.seedSeconds.toFixed(0),
      size.stateMib.toFixed(0),
      size.server.readyMs.toFixed(0),
      size.idleMib.toFixed(0),
      residentMib(size.server.pid).toFixed(0),
    ]),
  );
} finally {
  for (const { server } of sizes) await server.stop();
  await echo.stop();
  remove();
}
