import { afterAll, describe, expect, it } from 'vitest';
import { connectPostgres } from '../../../src/store/postgres/database.ts';
import { openPostgresTrail } from '../../../src/store/postgres/trail.ts';
import type { Trail } from '../../../src/store/trail/open.ts';
import { record, texts } from '../trail/fixture.ts';
import { trailContract } from '../trail/trail.contract.ts';
import type { PostgresServer } from './server.ts';
import { startPostgres } from './server.ts';

const server = await startPostgres();

if (typeof server === 'string') {
  describe.skip(`the trail in PostgreSQL, skipped: ${server}`, () => it('is not tested', () => {}));
} else {
  afterAll(() => server.stop());
  const open = async (url: string): Promise<Trail> => openPostgresTrail(await connectPostgres(url));
  trailContract('the trail in PostgreSQL', 15, async (use) => {
    const url = await server.createDatabase();
    let trail = await open(url);
    try {
      await use({
        trail,
        async reopen() {
          await trail.close();
          trail = await open(url);
          return trail;
        },
      });
    } finally {
      await trail.close();
    }
  });
  describe('the trail in PostgreSQL', () => dropping(server, open));
}

function dropping(postgres: PostgresServer, open: (url: string) => Promise<Trail>): void {
  it('drops what is old and passed, and nothing after the first that stays', async () => {
    const url = await postgres.createDatabase();
    let trail = await open(url);
    const times = [10, 20, 30, 15, 40];
    await trail.append(times.map((time) => record(String(time), { time })));
    expect(trail.lowest()).toBe(1);
    expect(await trail.drop(25, 1)).toBe(1);
    expect(await trail.drop(25, 5)).toBe(1);
    expect(await trail.drop(25, 5)).toBe(0);
    expect(await texts(trail)).toEqual(['30', '15', '40']);
    expect(trail.lowest()).toBe(3);
    await trail.close();
    trail = await open(url);
    expect(trail.lowest()).toBe(3);
    expect(await trail.drop(99, 5)).toBe(3);
    expect(trail.lowest()).toBe(6);
    await trail.append([record('next')], 7);
    expect({ highest: trail.highest(), pending: trail.highestPending() }).toEqual({
      highest: 6,
      pending: 7,
    });
    await trail.close();
  });
}
