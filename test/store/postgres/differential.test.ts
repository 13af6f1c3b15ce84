import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { ListQuery, Unit } from '../../../src/contract/view.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { MemoryTrail, newDirectory, notes, openTest, record, scope, secrets } from '../fixture.ts';
import { openShared } from './fixture.ts';
import { startPostgres } from './server.ts';

const RUNS = 60;
const IDS = ['a', 'ab', 'b', 'é', '\uffff', '\u{1f600}', 'no\0id'] as const;
const TAGS = ['g', 'gh', 'h', '\u{10ffff}'] as const;
const REGIONS = ['eu-west-1', 'us-east-1'] as const;

const id = fc.constantFrom(...IDS);
const note = fc.record({
  count: fc.nat(9),
  tags: fc.array(fc.constantFrom(...TAGS), { maxLength: 3 }),
});
const place = { sealed: fc.boolean(), region: fc.constantFrom(...REGIONS) };
const query = fc.record({
  byTag: fc.boolean(),
  prefix: fc.constantFrom('', 'a', 'g', 'gh', '\u{10ffff}'),
  limit: fc.integer({ min: 1, max: 4 }),
  descending: fc.boolean(),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), ...place, id, note }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('get' as const), ...place, id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), ...place, id }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('list' as const), ...place, query }) },
  fc.record({ kind: fc.constant('order' as const), id, due: fc.nat(5) }),
  fc.record({ kind: fc.constant('cancel' as const), id }),
  fc.record({ kind: fc.constant('emit' as const), text: fc.string({ maxLength: 5 }) }),
  fc.record({ kind: fc.constant('audit' as const), text: fc.constantFrom('1', '2', '\u{1f600}') }),
  fc.record({ kind: fc.constant('mark' as const) }),
  fc.record({ kind: fc.constant('goBack' as const) }),
  fc.record({ kind: fc.constant('throw' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Placed = Extract<Step, { readonly sealed: boolean }>;

const plans = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 8 });

/** Runs units one after the other, and tells all that can be seen of them. */
async function observe(store: OpenStore, plan: readonly (readonly Step[])[]): Promise<string[]> {
  const seen: string[] = [];
  await store.reset();
  for (const steps of plan) {
    let own: string[] = [];
    const outcome = await store
      .run(async (unit) => {
        own = [];
        const marks = [unit.savepoint()];
        for (const one of steps) await take(unit, one, { seen: own, marks });
      })
      .then(
        () => 'committed',
        (error: unknown) => String(error),
      );
    await store.settle();
    const jobs = await store.dueJobs(4, 3);
    const events = await store.readOutbox(0, 4);
    seen.push(...own, outcome, JSON.stringify({ jobs, events, next: await store.nextDue() }));
    seen.push(String(store.highestOutbox()));
  }
  return seen;
}

interface Taken {
  readonly seen: string[];
  readonly marks: (() => void)[];
}

async function take(unit: Unit, one: Step, { seen, marks }: Taken): Promise<void> {
  switch (one.kind) {
    case 'put':
      viewOf(unit, one).put(collectionOf(one), one.id, one.note);
      break;
    case 'get':
      seen.push(JSON.stringify(await viewOf(unit, one).get(collectionOf(one), one.id)) ?? '-');
      break;
    case 'delete':
      viewOf(unit, one).delete(collectionOf(one), one.id);
      break;
    case 'list':
      seen.push(await walk(unit, one));
      break;
    case 'order':
      unit.order({ id: clean(one.id), kind: 'test.do', scope, due: one.due, payload: '"x"' });
      break;
    case 'cancel':
      unit.cancel(clean(one.id));
      break;
    case 'emit':
      unit.emit({ ...scope, time: 1, topic: 'test.done', text: one.text });
      break;
    case 'audit':
      unit.audit({ ...record, text: one.text });
      break;
    case 'mark':
      marks.push(unit.savepoint());
      break;
    case 'goBack':
      marks.at(-1)?.();
      break;
    case 'throw':
      throw new Error('of its own');
  }
}

const viewOf = (unit: Unit, one: Placed) => unit.view({ ...scope, region: one.region });
const collectionOf = (one: Placed) => (one.sealed ? secrets : notes);
const clean = (text: string): string => text.replaceAll('\0', '');

async function walk(unit: Unit, one: Extract<Step, { readonly kind: 'list' }>): Promise<string> {
  const seen: string[] = [];
  const { prefix, limit, descending, byTag } = one.query;
  const asked: ListQuery = { prefix, limit, descending, ...(byTag ? { index: 'tag' } : {}) };
  const view = viewOf(unit, one);
  let page = await view.list(collectionOf(one), asked);
  for (;;) {
    seen.push(...page.items.map((item) => `${item.key}=${item.id}:${item.document.count}`), '|');
    if (page.last === undefined) return seen.join(',');
    page = await view.list(collectionOf(one), { ...asked, after: page.last });
  }
}

const server = await startPostgres();

if (typeof server === 'string') {
  describe.skip(`both stores, skipped: ${server}`, () => it('are not compared', () => {}));
} else {
  afterAll(() => server.stop());
  it('both stores show the same of the same random units', async () => {
    const directories = [await newDirectory(), await newDirectory()];
    const [one = '', other = ''] = directories;
    const audited = new MemoryTrail();
    const embedded = await openTest(one, audited);
    const shared = await openShared(await server.createDatabase(), other);
    let lists = 0;
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        expect(await observe(shared.store, plan)).toEqual(await observe(embedded, plan));
        lists += plan.flat().filter(({ kind }) => kind === 'list').length;
      }),
      // The stores go on from run to run, so a shorter plan would not start where this one did.
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(lists).toBeGreaterThan(RUNS);
    const records = await shared.trail.read(0, 10_000);
    expect(records.map(({ text }) => text)).toEqual(audited.records.map(({ text }) => text));
    await embedded.close();
    await shared.store.close();
    await shared.trail.close();
    for (const directory of directories) {
      await rm(directory, { recursive: true, force: true });
      await rm(`${directory}.key`, { force: true });
    }
  });
}
