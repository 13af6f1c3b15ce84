// How many audit records a second the trail takes, with and without waiting for the disk.
//   npm run bench -- trail [--seconds N]
// The folder is in TMPDIR, which must be on the disk to be measured, not in memory.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openTrail } from '../src/store/trail/open.ts';
import { numberFlag } from './rig/command-line.ts';
import { machine, printTable, quantile } from './rig/figures.ts';

const TEXT = JSON.stringify({ eventVersion: '1.11', eventName: 'Encrypt', pad: 'x'.repeat(950) });
const seconds = numberFlag('--seconds', 2);

interface Result {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMicros: number;
}

async function measure(sync: boolean, appenders: number): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'trail-bench-'));
  const trail = await openTrail({ directory, sync });
  const waits: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const appender = async (): Promise<void> => {
    while (performance.now() < end) {
      const start = performance.now();
      const record = { account: '111122223333', region: 'eu-west-1', time: start, text: TEXT };
      await trail.append([record]);
      waits.push(performance.now() - start);
    }
  };
  const before = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: appenders }, appender));
  const elapsed = (performance.now() - started) / 1_000;
  const cpu = process.cpuUsage(before);
  await trail.close();
  await rm(directory, { recursive: true });
  return {
    perSecond: waits.length / elapsed,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    cpuMicros: (cpu.user + cpu.system) / waits.length,
  };
}

const rows: (readonly string[])[] = [];
for (const sync of [true, false]) {
  for (const appenders of [32, 128]) {
    const { perSecond, p50, p99, cpuMicros } = await measure(sync, appenders);
    rows.push([
      sync ? 'durable' : 'not durable',
      String(appenders),
      perSecond.toFixed(0),
      p50.toFixed(2),
      p99.toFixed(2),
      cpuMicros.toFixed(1),
    ]);
  }
}
console.log(`${machine()}\n`);
printTable(['', 'appenders', 'records/s', 'p50 ms', 'p99 ms', 'CPU µs/record'], rows);
