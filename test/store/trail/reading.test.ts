import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredRecord, TrailPage, TrailQuery } from '../../../src/contract/trail.ts';
import type { Trail } from '../../../src/store/trail/open.ts';
import { inFolder, open, record } from './fixture.ts';

const ACCOUNTS = ['111122223333', '444455556666', '777788889999'] as const;
const REGIONS = ['eu-west-1', 'us-east-1'] as const;

const anyRecord = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  region: fc.constantFrom(...REGIONS),
  time: fc.integer({ min: 0, max: 20 }),
  text: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.integer({ min: 500, max: 9_000 }).map((length) => 'y'.repeat(length)),
  ),
});
const anyAppends = fc.array(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), { maxLength: 40 });
const anyQuery = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  region: fc.option(fc.constantFrom(...REGIONS), { nil: undefined }),
  before: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  since: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  until: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  limit: fc.integer({ min: 1, max: 9 }),
  scanBytes: fc.constantFrom(1, 5_000, 1_000_000),
});

test('trail: reads what an array would, both ways, before and after a restart', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(anyAppends, fc.array(anyQuery, { maxLength: 6 }), async (appends, drawn) => {
      await inFolder(async (directory) => {
        const queries = drawn.map(cleaned);
        const model = appends.flat().map((one, index) => ({ ...one, position: index + 1 }));
        const first = await open(directory);
        await Promise.all(appends.map((records) => first.append(records)));
        await compare(first, model, queries);
        await first.close();
        const second = await open(directory);
        await compare(second, model, queries);
        await second.close();
      });
      runs += 1;
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(runs).toBe(40);
});

async function compare(
  trail: Trail,
  model: readonly StoredRecord[],
  queries: readonly TrailQuery[],
): Promise<void> {
  expect(trail.highest()).toBe(model.length);
  for (const after of [0, 1, model.length >> 1, model.length]) {
    expect(await trail.read(after, 7)).toEqual(model.slice(after, after + 7));
  }
  for (const query of queries) expect(await pages(trail, query)).toEqual(expected(model, query));
}

async function pages(trail: Trail, query: TrailQuery): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  let page: TrailPage = await trail.readBackward(query);
  for (;;) {
    expect(page.records.length).toBeLessThanOrEqual(query.limit);
    records.push(...page.records);
    const { next } = page;
    if (next === undefined) return records;
    expect(next).toBeLessThan(query.before ?? Number.POSITIVE_INFINITY);
    page = await trail.readBackward({ ...query, before: next });
  }
}

function expected(model: readonly StoredRecord[], query: TrailQuery): readonly StoredRecord[] {
  return model
    .filter(
      (one) =>
        one.account === query.account &&
        (query.region === undefined || one.region === query.region) &&
        one.position < (query.before ?? Number.POSITIVE_INFINITY) &&
        one.time >= (query.since ?? 0) &&
        one.time <= (query.until ?? 20) &&
        query.wanted(one.text),
    )
    .toReversed();
}

interface DrawnQuery {
  readonly account: string;
  readonly region: string | undefined;
  readonly before: number | undefined;
  readonly since: number | undefined;
  readonly until: number | undefined;
  readonly limit: number;
  readonly scanBytes: number;
}

function cleaned({ region, before, since, until, ...rest }: DrawnQuery): TrailQuery {
  return {
    ...rest,
    wanted: (text) => text.length % 3 !== 0,
    ...(region === undefined ? {} : { region }),
    ...(before === undefined ? {} : { before }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}

test('trail: a page ends when it has looked at enough, and goes on from there', () =>
  inFolder(async (directory) => {
    const trail = await open(directory, { segmentBytes: 8 * 1024 * 1024 });
    await trail.append([record('wanted', { account: ACCOUNTS[1] })]);
    const bulk = Array.from({ length: 1_000 }, () => record('x'.repeat(1_000)));
    await trail.append([...bulk, record('also', { account: ACCOUNTS[1] })]);
    const query = { account: ACCOUNTS[1], wanted: () => true, limit: 10, scanBytes: 100_000 };
    const first = await trail.readBackward(query);
    expect(first.records.map(({ text }) => text)).toEqual(['also']);
    expect(first.next).toBeGreaterThan(700);
    expect((await pages(trail, query)).map(({ text }) => text)).toEqual(['also', 'wanted']);
    await trail.close();
  }));
