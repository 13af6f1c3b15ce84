// GetParameter (a SecureString, decrypted) and GetParametersByPath over trees of 1,000 to 100,000 parameters, beside a bare echo.
//   npm run bench -- parameters [--sizes 1000,10000,100000] [--rounds N] [--seconds N] [--all-cores]
// Parameters are written through the store's own units and then served over HTTP, all sizes and the echo at once, rounds
// interleaved; requests are signed beforehand by AWS's signer. A page of ten is read from a level of a hundred, and
// recursively from the root with a token.
import { join } from 'node:path';
import { GetParametersByPathCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag, numbersFlag } from './rig/command-line.ts';
import { machine, median, printTable, ratios } from './rig/figures.ts';
import { drive, requireWrk, type Sample, warmUp } from './rig/load.ts';
import { levelOf, seedParameters } from './rig/parameter-seed.ts';
import { type BenchServer, startEcho, startHoldfast } from './rig/servers.ts';
import { type Call, REGION, writeScript } from './rig/signed-requests.ts';

const SIZES = numbersFlag('--sizes', [1_000, 10_000, 100_000]);
const ROUNDS = numberFlag('--rounds', 3);
const SECONDS = numberFlag('--seconds', 2);
const CONNECTIONS = [32, 128];
const ALL_CORES = process.argv.includes('--all-cores');
const SERVER_CORE = ALL_CORES ? undefined : 0;
const CLIENT_CORE = ALL_CORES ? undefined : 1;
const SCOPE = { account: '000000000000', region: REGION };
/** Different requests of one load. */
const POOL = 300;
const SECRETS = 20;

interface Size {
  readonly count: number;
  readonly server: BenchServer;
  /** A recursive page five pages in begins here. */
  readonly token: string | undefined;
}

interface Load {
  readonly name: string;
  readonly call: (size: Size, n: number) => Call;
}

const LOADS: readonly Load[] = [
  {
    name: 'GetParameter, SecureString, decrypted',
    call: (_size, n) => ({
      operation: 'GetParameter',
      input: { Name: `/secret/${n % SECRETS}`, WithDecryption: true },
    }),
  },
  {
    name: 'GetParameter, one of all',
    call: ({ count }, n) => {
      const chosen = Math.floor((n * count) / POOL);
      const Name = `${levelOf(chosen)}/p${String(chosen).padStart(7, '0')}`;
      return { operation: 'GetParameter', input: { Name } };
    },
  },
  {
    name: 'GetParametersByPath, a page of one level',
    call: ({ count }, n) => ({
      operation: 'GetParametersByPath',
      input: { Path: levelOf(Math.floor((n * count) / POOL)) },
    }),
  },
  {
    name: 'GetParametersByPath, recursive, in the middle',
    call: ({ token }) => ({
      operation: 'GetParametersByPath',
      input: { Path: '/seed', Recursive: true, NextToken: token },
    }),
  },
];

async function prepare(folder: string, count: number): Promise<Size> {
  const directory = join(folder, String(count));
  await seedParameters(directory, SCOPE, count);
  const server = await startHoldfast(directory, SERVER_CORE, ['--no-throttling']);
  const { url: endpoint, credentials } = server;
  const ssm = new SSMClient({ endpoint, region: REGION, credentials });
  for (let n = 0; n < SECRETS; n += 1) {
    const secret = { Name: `/secret/${n}`, Value: 'x'.repeat(64), Type: 'SecureString' } as const;
    await ssm.send(new PutParameterCommand(secret));
  }
  let token: string | undefined;
  for (let page = 0; page < 5; page += 1) {
    const input = { Path: '/seed', Recursive: true, NextToken: token };
    token = (await ssm.send(new GetParametersByPathCommand(input))).NextToken;
  }
  return { count, server, token };
}

async function measure(
  folder: string,
  echo: BenchServer,
  sizes: readonly Size[],
  load: Load,
): Promise<(readonly string[])[]> {
  const scripts: string[] = [];
  for (const size of sizes) {
    const calls = Array.from({ length: POOL }, (_, n) => load.call(size, n));
    const file = join(folder, `${size.count}.lua`);
    scripts.push(await writeScript(file, size.server, calls, 'ssm'));
  }
  const [first = ''] = scripts;
  const contenders = [
    { server: echo, script: first, count: 0 },
    ...sizes.map(({ server, count }, n) => ({ server, count, script: scripts[n] ?? '' })),
  ];
  const how = { seconds: SECONDS, core: CLIENT_CORE };
  for (const { server, script } of contenders) {
    await warmUp(server, { ...how, script, connections: 32 });
  }
  const rows: (readonly string[])[] = [];
  for (const connections of CONNECTIONS) {
    const samples = contenders.map((): Sample[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [n, { server, script }] of contenders.entries()) {
        samples[n]?.push(await drive(server, { ...how, script, connections }));
      }
    }
    const [base = [], ...own] = samples;
    rows.push(
      ...own.map((each, n) => rowOf(load.name, connections, sizes[n]?.count ?? 0, each, base)),
    );
  }
  return rows;
}

function rowOf(
  name: string,
  connections: number,
  count: number,
  own: readonly Sample[],
  base: readonly Sample[],
): readonly string[] {
  return [
    name,
    count.toLocaleString('en'),
    String(connections),
    median(own.map((s) => s.perSecond)).toFixed(0),
    ratios(
      own.map((s) => s.perSecond),
      base.map((s) => s.perSecond),
    ),
    median(own.map((s) => s.cpuMicros)).toFixed(0),
    median(own.map((s) => s.p99Ms)).toFixed(1),
    String(own.reduce((sum, s) => sum + s.errors, 0)),
  ];
}

requireWrk();
const { folder, remove } = makeTemporaryFolder();
const echo = await startEcho(SERVER_CORE);
const sizes: Size[] = [];
try {
  console.log(machine());
  for (const count of SIZES) {
    console.error(`writing ${count} parameters …`);
    sizes.push(await prepare(folder, count));
  }
  const rows: (readonly string[])[] = [];
  for (const load of LOADS) {
    console.error(`${load.name} …`);
    rows.push(...(await measure(folder, echo, sizes, load)));
  }
  const where = ALL_CORES ? 'server and wrk on all cores' : 'server on core 0, wrk on core 1';
  console.log(`${ROUNDS} rounds of ${SECONDS} s, ${where}`);
  console.log('budget: a GetParameter at 0.30 of the echo; CPU per request flat within 1.5\n');
  printTable(
    ['call', 'parameters', 'connections', 'req/s', '× echo', 'CPU µs/req', 'p99 ms', 'errors'],
    rows,
  );
} finally {
  for (const { server } of sizes) await server.stop();
  await echo.stop();
  remove();
}
