import { expect, test } from 'vitest';
import type { ActingJob, JobKind } from '../../../src/contract/service.ts';
import type { Unit } from '../../../src/contract/view.ts';
import { createClock } from '../../../src/core/service-clock.ts';
import { DAY_MS, SECOND_MS } from '../../../src/core/time.ts';
import { advance } from '../../../src/followers/jobs/advance.ts';
import { createJobRunner, type JobRow } from '../../../src/followers/jobs/runner.ts';
import { MemoryStore } from '../memory-store.ts';

const START = Date.UTC(2026, 0, 31);
const SCOPE = { account: '111122223333', region: 'eu-west-1' };
const noService = () => Promise.reject(new Error('no service is here'));

function bench(store: MemoryStore, kinds: readonly JobKind[], shared?: { real: number }) {
  const clock = createClock({ offsetMs: 0, real: () => shared?.real ?? START });
  const faults: string[] = [];
  const jobs = createJobRunner({
    store,
    kinds,
    clock,
    isShared: shared !== undefined,
    contextOf: (unit, { row, due, now }) => ({
      unit,
      scope: row.scope,
      due,
      now,
      id: row.id,
      serviceEvent: () => undefined,
      callService: noService,
      assertPermitted: () => Promise.resolve(),
    }),
    actContextOf: (row, signal) => ({ id: row.id, scope: row.scope, call: noService, signal }),
    onFault: (message) => faults.push(message),
  });
  return { clock, jobs, faults };
}

function order(store: MemoryStore, id: string, due: number, kind = 'test.act'): Promise<void> {
  return store.run(async (unit) => unit.order({ id, kind, scope: SCOPE, due, payload: id }));
}

/** Says what each step did; what `act` waits for is opened from outside. */
function gated() {
  const steps: string[] = [];
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const kind: ActingJob<{ readonly name: string }, string> = {
    kind: 'test.act',
    async prepare(payload) {
      steps.push(`prepare ${payload}`);
      return payload === 'nothing' ? undefined : { name: payload };
    },
    async act({ name }, { signal }) {
      steps.push(`act ${name}`);
      const stopped = new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
      await Promise.race([opened, stopped]);
      return name.toUpperCase();
    },
    async handle(payload, _context, acted) {
      steps.push(`handle ${payload} ${acted}`);
    },
  };
  return { kind, steps, open };
}

test('acting jobs act side by side, and jobs of one unit are not held up by them', async () => {
  const store = new MemoryStore();
  const { kind, steps, open } = gated();
  let seen: () => void = () => undefined;
  const plainRan = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const plain: JobKind = { kind: 'test.plain', run: async () => seen() };
  const { jobs } = bench(store, [kind, plain]);
  await order(store, 'a', START - 2);
  await order(store, 'b', START - 1);
  await order(store, 'plain', START, 'test.plain');
  jobs.start();
  await plainRan;
  expect(steps).toEqual(['prepare a', 'act a', 'prepare b', 'act b']);
  await expect.poll(() => [...store.jobs.keys()].toSorted()).toEqual(['a', 'b']);
  open();
  await jobs.runDue(START);
  expect(steps.slice(4).toSorted()).toEqual(['handle a A', 'handle b B']);
  expect(store.jobs.size).toBe(0);
  await jobs.stop();
});

test('many jobs of a kind that acts a few at a time hold up neither others that act nor those behind them', async () => {
  const store = new MemoryStore();
  const { kind, steps, open } = gated();
  const few: JobKind = { ...kind, kind: 'test.few', mostActing: 2 };
  const ran: string[] = [];
  const plain: JobKind = { kind: 'test.plain', run: async (payload) => void ran.push(payload) };
  const { jobs } = bench(store, [few, kind, plain]);
  for (let number = 0; number < 1_100; number += 1) {
    await order(store, `few${number}`, START - 2, 'test.few');
  }
  await order(store, 'other', START - 1);
  await order(store, 'plain', START, 'test.plain');
  jobs.start();
  await expect.poll(() => ran).toEqual(['plain']);
  const acting = steps.filter((step) => step.startsWith('act '));
  expect(acting).toEqual(['act few0', 'act few1', 'act other']);
  open();
  await jobs.stop();
});

test('a job that prepares nothing ends without acting', async () => {
  const store = new MemoryStore();
  const { kind, steps } = gated();
  const { jobs } = bench(store, [kind]);
  await order(store, 'nothing', START);
  expect(await jobs.runDue(START)).toBe(1);
  expect(steps).toEqual(['prepare nothing']);
  expect(store.jobs.size).toBe(0);
});

test('what was prepared in a run that met a conflict is not done when the job was ordered anew meanwhile', async () => {
  class Contended extends MemoryStore {
    override async runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<boolean> {
      await this.run(work).catch(() => undefined);
      await order(this, 'nothing', START, 'test.other');
      this.jobs.delete(row.id);
      return super.runJob(row, work);
    }
  }
  const store = new Contended();
  const { kind, steps } = gated();
  const { jobs } = bench(store, [kind, { kind: 'test.other', run: async () => undefined }]);
  await order(store, 'a', START - 1);
  expect(await jobs.runDue(START - 1)).toBe(1);
  expect(steps).toEqual(['prepare a']);
  await jobs.stop();
});

test('time stands still until what acts has ended', async () => {
  const store = new MemoryStore();
  const at: number[] = [];
  const kind: ActingJob<object, number> = {
    kind: 'test.act',
    prepare: async () => ({}),
    act: () => new Promise((resolve) => setImmediate(resolve, 1)),
    async handle(_payload, { now }) {
      at.push((now - START) / DAY_MS);
    },
  };
  const { clock, jobs } = bench(store, [kind]);
  for (const day of [1, 2, 3]) await order(store, `day ${day}`, START + day * DAY_MS);
  await advance({ clock, jobs, settle: async () => undefined }, START + 9 * DAY_MS);
  expect(at).toEqual([1, 2, 3]);
});

test('what was acting when the server stopped begins again with the next one', async () => {
  const store = new MemoryStore();
  const first = gated();
  const before = bench(store, [first.kind]);
  await order(store, 'a', START);
  before.jobs.start();
  before.jobs.wake();
  await expect.poll(() => first.steps).toEqual(['prepare a', 'act a']);
  await before.jobs.stop();
  expect([...store.jobs.keys()]).toEqual(['a']);
  expect(before.faults).toEqual([]);
  const second = gated();
  second.open();
  const after = bench(store, [second.kind]);
  await after.jobs.runDue(START);
  expect(second.steps).toEqual(['prepare a', 'act a', 'handle a A']);
});

test('what fails in acting is tried again, later', async () => {
  const store = new MemoryStore();
  let tries = 0;
  const handled: number[] = [];
  const kind: ActingJob<object, number> = {
    kind: 'test.act',
    prepare: async () => ({}),
    async act() {
      tries += 1;
      if (tries === 1) throw new Error('broken on purpose');
      return tries;
    },
    handle: async (_payload, _context, acted) => void handled.push(acted),
  };
  const { clock, jobs, faults } = bench(store, [kind]);
  await order(store, 'a', START);
  await jobs.runDue(START);
  expect(faults).toEqual(['The job a (test.act) failed and will be tried again.']);
  expect(store.jobs.get('a')?.due).toBe(START + 5 * SECOND_MS);
  clock.advanceTo(START + 5 * SECOND_MS);
  await jobs.runDue(clock.serviceTime());
  expect(handled).toEqual([2]);
  expect(store.documents.size).toBe(0);
});

test('of several nodes one acts; when it dies another takes over', async () => {
  const store = new MemoryStore();
  const time = { real: START };
  const [first, second] = [gated(), gated()];
  const dying = bench(store, [first.kind], time);
  const other = bench(store, [second.kind], time);
  await order(store, 'a', START);
  dying.jobs.start();
  await expect.poll(() => first.steps).toEqual(['prepare a', 'act a']);
  expect(await other.jobs.runDue(START)).toBe(1);
  expect(await other.jobs.runDue(START)).toBe(0);
  expect(second.steps).toEqual([]);
  second.open();
  time.real = START + 61 * SECOND_MS;
  await other.jobs.runDue(START);
  expect(second.steps).toEqual(['prepare a', 'act a', 'handle a A']);
  expect([...store.documents.keys()]).toEqual([]);
  // What comes of it on the first node now concerns no job any more.
  first.open();
  await dying.jobs.runDue(START);
  expect(first.steps).toEqual(['prepare a', 'act a']);
  await Promise.all([dying.jobs.stop(), other.jobs.stop()]);
});
