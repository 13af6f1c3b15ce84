// From the command line to `ready`: on an empty data directory and on one with data; and memory at rest.
//   npm run bench -- start [--rounds N]
// `node -e 0` in the same rounds is the yardstick: no program on Node.js starts sooner.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { makeTemporaryFolder } from '../labs/temporary-folder.ts';
import { numberFlag } from './rig/command-line.ts';
import { machine, median, printTable, quantile } from './rig/figures.ts';
import { residentMib } from './rig/process-cost.ts';
import { startHoldfast } from './rig/servers.ts';
import { REGION } from './rig/signed-requests.ts';

const ROUNDS = numberFlag('--rounds', 15);
const KEYS = 1_000;
const REST_MS = 4_000;
const BUDGET_MS = 400;
const BUDGET_MIB = 120;

interface Started {
  readonly readyMs: number;
  readonly residentMib: number;
}

function nodeAlone(): number {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - started;
}

async function startOn(directory: string, restMs: number): Promise<Started> {
  const server = await startHoldfast(directory, undefined);
  await pause(restMs);
  const resident = residentMib(server.pid);
  await server.stop();
  return { readyMs: server.readyMs, residentMib: resident };
}

/** A directory as a day of work leaves it: keys, aliases and their audit records. */
async function fill(directory: string): Promise<void> {
  // KMS makes five keys a second for an account, and this is not to wait for them.
  const server = await startHoldfast(directory, undefined, ['--no-throttling']);
  const { url: endpoint, credentials } = server;
  const kms = new KMSClient({ endpoint, region: REGION, credentials });
  for (let n = 0; n < KEYS; n += 1) {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const AliasName = `alias/bench-${n}`;
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: KeyMetadata?.KeyId }));
  }
  await server.stop();
}

const { folder, remove } = makeTemporaryFolder();
try {
  const kept = join(folder, 'kept');
  await fill(kept);
  const yardstick: number[] = [];
  const empty: Started[] = [];
  const filled: Started[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    yardstick.push(nodeAlone());
    empty.push(await startOn(join(folder, `empty-${round}`), 0));
    const copy = join(folder, `copy-${round}`);
    cpSync(kept, copy, { recursive: true });
    cpSync(`${kept}.key`, `${copy}.key`);
    filled.push(await startOn(copy, 0));
  }
  const atRest = [await startOn(join(folder, 'rest'), REST_MS), await startOn(kept, REST_MS)].map(
    (started) => started.residentMib.toFixed(0),
  );
  const row = (name: string, times: readonly number[], resident: string): readonly string[] => [
    name,
    median(times).toFixed(0),
    Math.min(...times).toFixed(0),
    quantile(times, 0.9).toFixed(0),
    (median(times) / median(yardstick)).toFixed(2),
    resident,
  ];
  console.log(`${machine()}\n${ROUNDS} rounds, interleaved`);
  console.log(`budget: ${BUDGET_MS} ms in the median, ${BUDGET_MIB} MiB at rest\n`);
  const times = (starts: readonly Started[]): readonly number[] => starts.map((s) => s.readyMs);
  printTable(
    ['', 'median ms', 'min', 'p90', '× node -e 0', `MiB after ${REST_MS / 1000} s`],
    [
      row('node -e 0', yardstick, ''),
      row('ready, empty directory', times(empty), atRest[0] ?? ''),
      row(`ready, ${KEYS} keys and aliases`, times(filled), atRest[1] ?? ''),
    ],
  );
} finally {
  remove();
}
