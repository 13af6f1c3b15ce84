import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoredRecord, TrailPage, TrailQuery } from '../../../src/contract/trail.ts';
import type { Trail } from '../../../src/store/trail/open.ts';

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

/** A trail that is there for one drawing of appends. */
export interface TrailDrawing {
  readonly trail: Trail;
  /** Closes the trail and opens it again. */
  reopen(): Promise<Trail>;
}

/** What every trail must do. `use` gets an empty one. */
export function trailContract(
  name: string,
  runs: number,
  withTrail: (use: (drawing: TrailDrawing) => Promise<void>) => Promise<void>,
): void {
  test(`${name}: reads what an array would, both ways, before and after a restart`, async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(anyAppends, fc.array(anyQuery, { maxLength: 6 }), async (appends, drawn) => {
        await withTrail(async (drawing) => {
          const queries = drawn.map(cleaned);
          const model = appends.flat().map((one, index) => ({ ...one, position: index + 1 }));
          await Promise.all(appends.map((records) => drawing.trail.append(records)));
          await compare(drawing.trail, model, queries);
          await compare(await drawing.reopen(), model, queries);
        });
        done += 1;
      }),
      { numRuns: runs, seed: 7 },
    );
    expect(done).toBe(runs);
  });
}

async function compare(
  trail: Trail,
  model: readonly StoredRecord[],
  queries: readonly TrailQuery[],
): Promise<void> {
  expect(trail.highest()).toBe(model.length);
  for (const after of [0, 1, model.length >> 1, model.length]) {
    const read = (await trail.read(after, 7)).map(plainly);
    expect(read).toEqual(model.slice(after, after + 7));
  }
  for (const query of queries) expect(await pages(trail, query)).toEqual(expected(model, query));
}

function plainly({ account, region, time, text, position }: StoredRecord): StoredRecord {
  return { account, region, time, text, position };
}

export async function pages(trail: Trail, query: TrailQuery): Promise<readonly StoredRecord[]> {
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
