import { median, printTable, ratios } from './figures.ts';
import { drive, type Sample } from './load.ts';
import type { BenchServer, Core } from './servers.ts';

export interface Contender {
  readonly server: BenchServer;
  readonly script: string;
}

export interface ContestRules {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
  /** Where the load comes from. */
  readonly core: Core;
}

/** Drives all in turn, round by round, and prints what came of it: ratios are of the same round, to the first's. */
export async function contest(
  contenders: readonly Contender[],
  { rounds, seconds, connections, core }: ContestRules,
): Promise<void> {
  const samples = new Map<BenchServer, Sample[]>(contenders.map(({ server }) => [server, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, script } of contenders) {
      const sample = await drive(server, { script, connections, seconds, core });
      samples.get(server)?.push(sample);
    }
  }
  const [base = []] = samples.values();
  console.log(`\n${connections} connections`);
  printTable(
    [
      'server',
      'req/s',
      '× echo (min–max)',
      'CPU µs/req',
      'CPU × echo',
      'p50 ms',
      'p99 ms',
      'errors',
    ],
    [...samples].map(([server, own]) => [
      server.name,
      median(own.map((s) => s.perSecond)).toFixed(0),
      ratios(
        own.map((s) => s.perSecond),
        base.map((s) => s.perSecond),
      ),
      median(own.map((s) => s.cpuMicros)).toFixed(1),
      ratios(
        own.map((s) => s.cpuMicros),
        base.map((s) => s.cpuMicros),
      ),
      median(own.map((s) => s.p50Ms)).toFixed(2),
      median(own.map((s) => s.p99Ms)).toFixed(2),
      String(own.reduce((sum, s) => sum + s.errors, 0)),
    ]),
  );
}
