import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { startServer, type PrivateServer } from '../../labs/private-server.ts';
import { Random } from '../random.ts';
import { Clients } from './clients.ts';
import { ABSENT, type Fact, Journal } from './journal.ts';
import { TrailTail } from './trail-tail.ts';
import { Worker } from './workload.ts';

export interface KillsOptions {
  /** The bundled command line. */
  readonly program: string;
  /** Empty, or missing. */
  readonly directory: string;
  readonly times: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

export interface KillsResult {
  readonly kills: number;
  /** Kills before the server was ready. */
  readonly early: number;
  /** Answered calls, by operation. */
  readonly counts: ReadonlyMap<string, number>;
  readonly unanswered: number;
  readonly records: number;
  readonly facts: number;
  /** Sentences; empty when nothing was lost. */
  readonly faults: readonly string[];
}

const WORKERS = 12;
const LONGEST_ROUND_MS = 1_000;
const LONGEST_START_MS = 400;
const READERS = 12;
const OLDER_FACTS = 60;
const REPORT_EVERY = 10;
const FAULTS_MAX = 20;

/** Kills a server over and over while it is written to, and holds what clients were told against what is there. */
export async function runKills(options: KillsOptions): Promise<KillsResult> {
  const { times, seed, directory, report } = options;
  const random = new Random(seed);
  const journal = new Journal();
  const trail = new TrailTail(join(directory, 'trail'), journal);
  const workers = Array.from(
    { length: WORKERS },
    (_, index) => new Worker(`w${index}`, journal, random.fork()),
  );
  let early = 0;
  while (journal.round < times && journal.faults.length < FAULTS_MAX) {
    journal.round += 1;
    if (journal.round > 1 && random.oneIn(8)) {
      early += 1;
      await killStarting(options, random.between(20, LONGEST_START_MS));
    } else {
      await round(options, { journal, trail, workers, random });
    }
    if (journal.round % REPORT_EVERY === 0) {
      report(
        `${journal.round} kills, ${journal.answered.length} answered calls, ${trail.records} records`,
      );
    }
  }
  const server = await start(options);
  await judge(server, journal, journal.facts);
  await server.stop();
  await trail.judge();
  return {
    kills: journal.round,
    early,
    counts: journal.counts,
    unanswered: journal.unanswered,
    records: trail.records,
    facts: journal.facts.length,
    faults: journal.faults,
  };
}

interface Soak {
  readonly journal: Journal;
  readonly trail: TrailTail;
  readonly workers: readonly Worker[];
  readonly random: Random;
}

async function round(options: KillsOptions, soak: Soak): Promise<void> {
  const { journal, trail, workers, random } = soak;
  const server = await start(options);
  // All that the last round left is in the trail before the server is ready.
  await trail.judge();
  await judge(server, journal, touched(journal, random));
  const clients = new Clients(server.url);
  journal.isKilled = false;
  const working = Promise.all(workers.map((worker) => worker.run(clients)));
  await Promise.race([wait(random.between(30, LONGEST_ROUND_MS)), working]);
  journal.isKilled = true;
  await server.kill();
  await working;
  clients.destroy();
}

function start({ program, directory }: KillsOptions): Promise<PrivateServer> {
  return startServer({ program, dataDirectory: directory, flags: ['--dev', '--no-throttling'] });
}

/** Recovery must bear a kill too. */
async function killStarting({ program, directory }: KillsOptions, afterMs: number): Promise<void> {
  const argv = [program, 'up', '--dev', '--no-throttling', '--port', '0', '--data', directory];
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
}

/** What was changed since the last look, and some of what is older. */
function touched(journal: Journal, random: Random): readonly Fact[] {
  const { facts } = journal;
  const fresh = facts.filter((fact) => fact.round >= journal.round - 1 || fact.possible.length > 1);
  if (facts.length === 0) return [];
  return [...fresh, ...Array.from({ length: OLDER_FACTS }, () => random.pick(facts))];
}

async function judge(
  server: PrivateServer,
  journal: Journal,
  facts: readonly Fact[],
): Promise<void> {
  const clients = new Clients(server.url);
  const waiting = facts.values();
  const reader = async (): Promise<void> => {
    for (const fact of waiting) await judgeFact(clients, journal, fact);
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  clients.destroy();
}

async function judgeFact(clients: Clients, journal: Journal, fact: Fact): Promise<void> {
  const { kind, id, possible } = fact;
  let value: string;
  try {
    value = await fact.read(clients);
  } catch (error) {
    journal.fault(`${kind} ${id} can't be read: ${String(error)}`);
    return;
  }
  if (!possible.includes(value)) {
    const found = value === ABSENT ? 'nothing' : value;
    journal.fault(`${kind} ${id} is ${found}, and should be ${possible.join(' or ')}`);
  }
  fact.possible = [value];
}
