// What Holdfast must survive, for as long as one likes: npm run soak
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runKills } from './kills/run.ts';
import { runPolicies } from './policies/run.ts';
import { runRequests } from './requests/run.ts';

const HELP = `npm run soak -- NAME: what must be survived, at length

  kills      kill -9 at random moments of a mixed load, on one data directory
               --times N    how often (200)
               --keep       keep the data directory and say where it is
  requests   random and mutated requests over raw sockets, to a server in memory
               --count N    how many (1000000)
  policies   random policies and requests, decided by the engine and by a plain evaluator of the tests
               --count N    how many (1000000)

  --seed N   decides what is done; a random one is chosen and printed

The exit code is 1 when something was lost or broke.
`;

type Row = readonly [name: string, value: string | number];

const program = join(dirname(fileURLToPath(import.meta.url)), '..', 'holdfast.js');
const say = (line: string): void => console.log(line);

process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      times: { type: 'string' },
      count: { type: 'string' },
      seed: { type: 'string' },
      keep: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [name] = positionals;
  const isKnown = name === 'kills' || name === 'requests' || name === 'policies';
  if (values.help === true || !isKnown) {
    process.stdout.write(HELP);
    return values.help === true || name === undefined ? 0 : 2;
  }
  const seed = whole(values.seed, Date.now() % 1_000_000_000);
  const machine = `${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`;
  say(`${name}, seed ${seed}; ${machine}`);
  const started = performance.now();
  try {
    if (name === 'requests') return await requests(whole(values.count, 1_000_000), seed);
    if (name === 'policies') return policies(whole(values.count, 1_000_000), seed);
    return await kills(whole(values.times, 200), seed, values.keep === true);
  } finally {
    say(`took ${Math.round((performance.now() - started) / 1000)} s`);
  }
}

function whole(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`'${text}' is not a whole number`);
  return Number(text);
}

async function kills(times: number, seed: number, isKept: boolean): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-soak-'));
  try {
    const directory = join(folder, 'data');
    const result = await runKills({ program, directory, times, seed, report: say });
    return summary(
      [
        ['kills', result.kills],
        ['  before the server was ready', result.early],
        ['calls without an answer', result.unanswered],
        ['facts read back at the end', result.facts],
        ['audit records, each once', result.records],
        ...counted(result.counts),
      ],
      result.faults,
    );
  } finally {
    if (isKept) say(`kept ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

async function requests(count: number, seed: number): Promise<number> {
  const result = await runRequests({ program, count, seed, report: say });
  const { sent, counts, memory, faults } = result;
  const mebibytes = (value: number): string => `${value.toFixed(1)} MiB`;
  return summary(
    [
      ['requests', sent],
      ...counted(counts),
      ['heap after each fifth', memory.map((one) => mebibytes(one.heapMebibytes)).join(', ')],
      ['resident after each', memory.map((one) => mebibytes(one.residentMebibytes)).join(', ')],
    ],
    faults,
  );
}

function policies(count: number, seed: number): number {
  const result = runPolicies({ count, seed, report: say });
  return summary(
    [
      ['requests decided by both', result.decided],
      ...counted(result.counts),
      ['statements compared one by one', result.statements],
      ['  that matched', result.matchedStatements],
      ['operators, with their forms', result.operators.size],
    ],
    result.faults,
  );
}

function counted(counts: ReadonlyMap<string, number>): readonly Row[] {
  const sorted = [...counts].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return sorted.map(([name, count]) => [`  ${name}`, count]);
}

/** Prints a table and what went wrong; returns the exit code. */
function summary(rows: readonly Row[], faults: readonly string[]): number {
  say('');
  for (const [name, value] of rows) say(`${name.padEnd(36)}${String(value).padStart(12)}`);
  say('');
  for (const fault of faults) say(`FAILED ${fault}`);
  say(faults.length === 0 ? 'survived' : `FAILED: ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}
