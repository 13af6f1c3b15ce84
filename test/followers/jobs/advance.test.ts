import { expect, test } from 'vitest';
import type { JobContext, JobKind } from '../../../src/contract/service.ts';
import { addDuration, parseIsoDuration } from '../../../src/core/iso-duration.ts';
import { nextTurn } from '../../../src/core/recurrence.ts';
import { createClock } from '../../../src/core/service-clock.ts';
import type { MovableClock } from '../../../src/core/service-clock.ts';
import { DAY_MS, SECOND_MS } from '../../../src/core/time.ts';
import { advance } from '../../../src/followers/jobs/advance.ts';
import { createJobRunner } from '../../../src/followers/jobs/runner.ts';
import type { JobRunner } from '../../../src/followers/jobs/runner.ts';
import { MemoryStore } from '../memory-store.ts';

const START = Date.UTC(2026, 0, 31);
const SCOPE = { account: '111122223333', region: 'eu-west-1' };

interface Bench {
  readonly store: MemoryStore;
  readonly clock: MovableClock;
  readonly jobs: JobRunner;
  readonly faults: string[];
}

function bench(kinds: readonly JobKind[]): Bench {
  const store = new MemoryStore();
  const clock = createClock({ offsetMs: 0, real: () => START });
  const faults: string[] = [];
  const jobs = createJobRunner({
    store,
    kinds,
    clock,
    attemptsLimit: 3,
    contextOf: (unit, { row, due, now }) => ({
      unit,
      scope: row.scope,
      due,
      now,
      id: row.id,
      serviceEvent: () => undefined,
      callService: () => Promise.reject(new Error('no service is here')),
      assertPermitted: () => Promise.resolve(),
    }),
    actContextOf: (row, signal) => ({
      id: row.id,
      scope: row.scope,
      call: () => Promise.reject(new Error('no service is here')),
      signal,
    }),
    onFault: (message) => faults.push(message),
  });
  return { store, clock, jobs, faults };
}

function order(store: MemoryStore, id: string, kind: string, due: number): Promise<void> {
  return store.run(async (unit) => unit.order({ id, kind, scope: SCOPE, due, payload: id }));
}

const settle = (): Promise<void> => Promise.resolve();

test('advance: runs jobs in due order, each at its own instant, with what they cause', async () => {
  const ran: [string, number][] = [];
  const note = (payload: string, { now }: JobContext): void => {
    ran.push([payload, now - START]);
  };
  const { store, clock, jobs } = bench([
    { kind: 'test.note', run: async (payload, context) => note(payload, context) },
    {
      kind: 'test.cause',
      async run(payload, context) {
        note(payload, context);
        const caused = { kind: 'test.note', scope: context.scope };
        context.unit.order({ ...caused, id: 'soon', payload: 'soon', due: context.now });
        context.unit.order({ ...caused, id: 'later', payload: 'later', due: context.now + DAY_MS });
      },
    },
  ]);
  await order(store, 'third', 'test.note', START + 9 * DAY_MS);
  await order(store, 'first', 'test.note', START - DAY_MS);
  await order(store, 'second', 'test.cause', START + 3 * DAY_MS);
  await order(store, 'never', 'test.note', START + 11 * DAY_MS);
  const reached: number[] = [];
  const offsets: number[] = [];
  const count = await advance(
    {
      clock,
      jobs,
      settle,
      persist: async (offsetMs) => void offsets.push(offsetMs / DAY_MS),
      onProgress: (progress) => reached.push((progress.reached - START) / DAY_MS),
    },
    START + 10 * DAY_MS,
  );
  expect(ran).toEqual([
    ['first', 0],
    ['second', 3 * DAY_MS],
    ['soon', 3 * DAY_MS],
    ['later', 4 * DAY_MS],
    ['third', 9 * DAY_MS],
  ]);
  expect(count).toBe(5);
  expect(reached).toEqual([0, 3, 4, 9, 10]);
  expect(offsets).toEqual([3, 4, 9, 10]);
  expect(clock.serviceTime()).toBe(START + 10 * DAY_MS);
});

test('jobs: a failing one is tried again, later each time, and keeps its due instant', async () => {
  const tries: [number, number][] = [];
  const { store, clock, jobs, faults } = bench([
    {
      kind: 'test.flaky',
      async run(_, { due, now }) {
        tries.push([due - START, now - START]);
        if (tries.length < 3) throw new Error('not yet');
      },
    },
  ]);
  await order(store, 'flaky', 'test.flaky', START);
  await advance({ clock, jobs, settle }, START + DAY_MS);
  expect(tries).toEqual([
    [0, 0],
    [0, 5 * SECOND_MS],
    [0, 15 * SECOND_MS],
  ]);
  expect(faults.length).toBe(2);
  expect([...store.jobs.keys(), ...store.documents.keys()]).toEqual([]);
});

test('jobs: one that fails too often is parked with its payload', async () => {
  const { store, clock, jobs, faults } = bench([
    {
      kind: 'test.broken',
      run: () => Promise.reject(new Error('broken on purpose')),
    },
  ]);
  await order(store, 'broken', 'test.broken', START);
  await order(store, 'unknown', 'test.unknown', START);
  await advance({ clock, jobs, settle }, START + DAY_MS);
  expect(store.jobs.size).toBe(0);
  const parked = ['jobs.parked/broken', 'jobs.parked/unknown'];
  expect([...store.documents.keys()].toSorted()).toEqual(parked);
  expect(store.documents.get('jobs.parked/broken')).toContain('"attempts":3');
  expect(faults.filter((fault) => fault.includes('was parked')).length).toBe(2);
});

test('jobs: recurring ones make up for each missed turn, or for all by one', async () => {
  const every = parseIsoDuration('P1D');
  const turns = new Map<string, number[]>();
  const recurring = (missed: 'each' | 'once'): JobKind => ({
    kind: `test.${missed}`,
    async run(payload, { unit, due, now, id, scope }) {
      turns.set(missed, [...(turns.get(missed) ?? []), (due - START) / DAY_MS]);
      const next = nextTurn(due, now, { every, missed });
      unit.order({ id, kind: `test.${missed}`, scope, payload, due: next });
    },
  });
  const { store, clock, jobs } = bench([recurring('each'), recurring('once')]);
  await order(store, 'a', 'test.each', START + DAY_MS);
  await order(store, 'b', 'test.once', START + DAY_MS);
  clock.advanceTo(START + 3.5 * DAY_MS);
  await jobs.runDue(clock.serviceTime());
  expect(turns.get('each')).toEqual([1, 2, 3]);
  expect(turns.get('once')).toEqual([1]);
  expect(await jobs.nextDue()).toBe(START + 4 * DAY_MS);
});

test('advance: a job that is due at once for ever is stopped with a sentence', async () => {
  const { store, clock, jobs } = bench([
    {
      kind: 'test.loop',
      async run(payload, { unit, id, scope, now }) {
        unit.order({ id, kind: 'test.loop', scope, payload, due: now });
      },
    },
  ]);
  await order(store, 'loop', 'test.loop', START);
  const options = { clock, jobs, settle, roundsLimit: 3 };
  await expect(advance(options, START + DAY_MS)).rejects.toThrow('kept ordering jobs');
});

test('advance: month steps end on the last day of a short month', () => {
  const month = parseIsoDuration('P1M');
  expect(new Date(addDuration(START, month)).toISOString()).toBe('2026-02-28T00:00:00.000Z');
});

test('jobs: run by themselves once started, and a stopped runner refuses', async () => {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { store, jobs } = bench([{ kind: 'test.done', run: async () => finish() }]);
  jobs.start();
  await order(store, 'done', 'test.done', START);
  jobs.wake();
  await done;
  await jobs.stop();
  await order(store, 'late', 'test.done', START);
  await expect(jobs.runDue(START)).rejects.toThrow('has stopped');
});
