// What Holdfast must survive, for as long as one likes: npm run soak
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runKills } from './kills/run.ts';

const HELP = `npm run soak -- NAME: what must be survived, at length

  kills      kill -9 at random moments of a mixed load, on one data directory
               --times N    how often (200)
               --keep       keep the data directory and say where it is

  --seed N   decides what is done; a random one is chosen and printed

The exit code is 1 when something was lost or broke.
`;

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
  const seed = whole(values.seed, Date.now() % 1_000_000_000);
  if (values.help === true || name !== 'kills') {
    process.stdout.write(HELP);
    return values.help === true || name === undefined ? 0 : 2;
  }
  say(
    `${name}, seed ${seed}; ${cpus()[0]?.model}, ${cpus().length} cores, Node ${process.version}`,
  );
  const started = performance.now();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-soak-'));
  try {
    return await kills(whole(values.times, 200), seed, join(folder, 'data'));
  } finally {
    say(`took ${Math.round((performance.now() - started) / 1000)} s`);
    if (values.keep === true) say(`kept ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function whole(text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (!/^\d{1,10}$/.test(text)) throw new Error(`'${text}' is not a whole number`);
  return Number(text);
}

async function kills(times: number, seed: number, directory: string): Promise<number> {
  const result = await runKills({ program, directory, times, seed, report: say });
  const rows: [string, number][] = [
    ['kills', result.kills],
    ['  before the server was ready', result.early],
    ...[...result.counts].toSorted().map(([call, count]): [string, number] => [`  ${call}`, count]),
    ['calls without an answer', result.unanswered],
    ['facts read back at the end', result.facts],
    ['audit records, each once', result.records],
  ];
  return summary(rows, result.faults);
}

/** Prints a table and what went wrong; returns the exit code. */
function summary(
  rows: readonly (readonly [string, string | number])[],
  faults: readonly string[],
): number {
  say('');
  for (const [name, value] of rows) say(`${name.padEnd(36)}${String(value).padStart(12)}`);
  say('');
  for (const fault of faults) say(`FAILED ${fault}`);
  say(faults.length === 0 ? 'survived: nothing was lost' : `FAILED: ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}
