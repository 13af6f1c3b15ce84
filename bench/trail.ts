/**
 * How many audit records a second the trail takes, with and without waiting for the disk.
 * Bundle it with esbuild and run it with Node; the argument is the seconds for each row.
 * The folder is in TMPDIR, which must be on the disk to be measured, not in memory.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openTrail } from '../src/store/trail/open.ts';

const TEXT = JSON.stringify({ eventVersion: '1.11', eventName: 'Encrypt', pad: 'x'.repeat(950) });
const seconds = Number(process.argv[2] ?? '2');

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
  waits.sort((left, right) => left - right);
  return {
    perSecond: waits.length / elapsed,
    p50: waits[Math.floor(waits.length * 0.5)] ?? 0,
    p99: waits[Math.floor(waits.length * 0.99)] ?? 0,
    cpuMicros: (cpu.user + cpu.system) / waits.length,
  };
}

console.log('| sync | appenders | records/s | p50 ms | p99 ms | CPU us/record |');
console.log('|---|---|---|---|---|---|');
for (const sync of [true, false]) {
  for (const appenders of [32, 128]) {
    const { perSecond, p50, p99, cpuMicros } = await measure(sync, appenders);
    console.log(
      `| ${sync ? 'yes' : 'no'} | ${appenders} | ${Math.round(perSecond)} | ${p50.toFixed(2)} ` +
        `| ${p99.toFixed(2)} | ${cpuMicros.toFixed(1)} |`,
    );
  }
}
