import { expect, test } from 'vitest';
import { inFolder, open, record } from './fixture.ts';
import { pages, trailContract } from './trail.contract.ts';

const OTHER = '444455556666';

trailContract('trail', 40, (use) =>
  inFolder(async (directory) => {
    let trail = await open(directory);
    await use({
      trail,
      async reopen() {
        await trail.close();
        trail = await open(directory);
        return trail;
      },
    });
    await trail.close();
  }),
);

test('trail: a page ends when it has looked at enough, and goes on from there', () =>
  inFolder(async (directory) => {
    const trail = await open(directory, { segmentBytes: 8 * 1024 * 1024 });
    await trail.append([record('wanted', { account: OTHER })]);
    const bulk = Array.from({ length: 1_000 }, () => record('x'.repeat(1_000)));
    await trail.append([...bulk, record('also', { account: OTHER })]);
    const query = { account: OTHER, wanted: () => true, limit: 10, scanBytes: 100_000 };
    const first = await trail.readBackward(query);
    expect(first.records.map(({ text }) => text)).toEqual(['also']);
    expect(first.next).toBeGreaterThan(700);
    expect((await pages(trail, query)).map(({ text }) => text)).toEqual(['also', 'wanted']);
    await trail.close();
  }));
