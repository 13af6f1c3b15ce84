import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListQuery } from '../../src/contract/view.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { notes, record, scope, secrets } from './fixture.ts';
import { deferred } from '../../src/store/deferred.ts';

/** A store under test, with what it keeps. */
export interface Opened {
  readonly store: OpenStore;
  /** The texts of the audit records in the trail, in order. */
  audited(): Promise<readonly string[]>;
  /** All that the store keeps at rest, as text to search in. */
  kept(): Promise<string>;
  /** Closes the store and opens what it kept. */
  reopen(): Promise<Opened>;
  /** Closes the store and takes away what it kept. */
  close(): Promise<void>;
}

const TIMES = 30;
const job = { id: 'j', kind: 'test.do', scope, due: 5, payload: '{}' } as const;
const event = { ...scope, time: 1, topic: 'test.done', text: '{}' } as const;

/** What every driver of the store must do. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(name, () => {
    let opened: Opened;
    let store: OpenStore;

    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    async function reopen(): Promise<void> {
      opened = await opened.reopen();
      store = opened.store;
    }

    function put(id: string, count: number, tags: readonly string[] = []): Promise<void> {
      return store.run(async (unit) => unit.view(scope).put(notes, id, { count, tags }));
    }

    function count(id: string): Promise<number | undefined> {
      return store.run(async (unit) => (await unit.view(scope).get(notes, id))?.count);
    }

    async function ids(query: Partial<ListQuery> = {}): Promise<string[]> {
      const page = await store.run((unit) =>
        unit.view(scope).list(notes, { limit: 100, ...query }),
      );
      return page.items.map((item) => item.id);
    }

    async function walk(query: ListQuery, between?: () => Promise<void>): Promise<string[]> {
      const seen: string[] = [];
      let after: ListQuery['after'];
      do {
        const asked = after === undefined ? query : { ...query, after };
        const page = await store.run((unit) => unit.view(scope).list(notes, asked));
        expect(page.items.length).toBeLessThanOrEqual(query.limit);
        seen.push(...page.items.map((item) => item.id));
        after = page.last;
        await between?.();
      } while (after !== undefined);
      return seen;
    }

    describe('a view', () => {
      it('shows a unit its own writes, in reads and in listings', async () => {
        await put('a', 1, ['x']);
        await put('b', 2, ['x']);
        await store.run(async (unit) => {
          const view = unit.view(scope);
          view.delete(notes, 'a');
          view.put(notes, 'c', { count: 3, tags: ['w', 'x'] });
          expect(await view.get(notes, 'a')).toBeUndefined();
          const page = await view.list(notes, { index: 'tag', limit: 10 });
          expect(page.items.map((item) => `${item.key}${item.id}`)).toEqual(['wc', 'xb', 'xc']);
          const first = await view.list(notes, { limit: 1, descending: true });
          expect(first.items.map((item) => item.id)).toEqual(['c']);
          expect(first.last).toEqual({ key: 'c', id: 'c' });
        });
        expect(await ids({ index: 'tag' })).toEqual(['c', 'b', 'c']);
      });

      it('shows the same document again, whatever others write meanwhile', async () => {
        await put('a', 1);
        let runs = 0;
        const seen = await store.run(async (unit) => {
          runs += 1;
          const first = await unit.view(scope).get(notes, 'a');
          if (runs === 1) await put('a', 2);
          const second = await unit.view(scope).get(notes, 'a');
          expect(second).toEqual(first);
          return second?.count;
        });
        expect({ seen, runs }).toEqual({ seen: 2, runs: 2 });
      });

      it('has no document under an id that can not be one', async () => {
        for (const id of ['a\0b', '\ud800', 'x'.repeat(5_000)]) {
          expect(await count(id)).toBeUndefined();
        }
      });

      it('keeps scopes apart', async () => {
        await put('a', 1);
        const elsewhere = await store.run((unit) =>
          unit.view({ ...scope, region: 'us-east-1' }).get(notes, 'a'),
        );
        expect(elsewhere).toBeUndefined();
      });

      it('gives frozen documents, and takes none of an unknown collection', async () => {
        await put('a', 1, ['x']);
        const found = await store.run((unit) => unit.view(scope).get(notes, 'a'));
        expect(Object.isFrozen(found?.tags)).toBe(true);
        const foreign = { ...notes, name: 'test.unknown' };
        await expect(store.run((unit) => unit.view(scope).get(foreign, 'a'))).rejects.toThrow(
          'was not registered',
        );
      });

      it('goes back to a savepoint, and keeps the audit records', async () => {
        await store.run(async (unit) => {
          unit.view(scope).put(notes, 'kept', { count: 1 });
          const back = unit.savepoint();
          for (const id of ['a', 'kept']) unit.view(scope).put(notes, id, { count: 2 });
          unit.order(job);
          unit.emit(event);
          unit.audit(record);
          back();
        });
        expect([await ids(), await count('kept')]).toEqual([['kept'], 1]);
        expect([await store.nextDue(), store.highestOutbox()]).toEqual([undefined, 0]);
        expect([await store.settle(), await opened.audited()]).toEqual([undefined, [record.text]]);
      });
    });

    describe('a listing', () => {
      it('walks pages by prefix, both ways, in the order of UTF-8 bytes', async () => {
        for (const id of ['a', 'p1', 'p\u{ffff}', 'p\u{10ffff}', 'q']) await put(id, 1);
        const expected = ['p1', 'p\u{ffff}', 'p\u{10ffff}'];
        expect(await walk({ prefix: 'p', limit: 2 })).toEqual(expected);
        expect(await walk({ prefix: 'p', limit: 1, descending: true })).toEqual(
          expected.toReversed(),
        );
      });

      it('walks an index where a document stands at several keys', async () => {
        await put('a', 1, ['x', 'z']);
        await put('b', 1, ['x', 'y']);
        expect(await walk({ index: 'tag', limit: 1 })).toEqual(['a', 'b', 'b', 'a']);
        await put('a', 1, ['y']);
        expect(await walk({ index: 'tag', limit: 3 })).toEqual(['b', 'a', 'b']);
        expect(await walk({ index: 'tag', limit: 3, prefix: 'x' })).toEqual(['b']);
      });

      it('takes keys that are 2,304 bytes long with the id behind them, and no longer ones', async () => {
        // Text that no database makes shorter.
        const longest = `${randomBytes(1_150).toString('hex')}k`;
        await put('one', 1, [longest]);
        expect(await ids({ index: 'tag', prefix: longest })).toEqual(['one']);
        await expect(put('two', 1, [`${longest}k`])).rejects.toThrow('clear text of at most');
      });

      it('is complete when the unit deleted a document of many keys', async () => {
        await put('a', 1, ['t1', 't2', 't3', 't4']);
        await put('b', 2, ['t5']);
        await store.run(async (unit) => {
          const view = unit.view(scope);
          view.delete(notes, 'a');
          const page = await view.list(notes, { index: 'tag', limit: 1 });
          expect(page.items.map((item) => item.id)).toEqual(['b']);
        });
      });

      it('that goes on from a cursor misses nothing that stood still', async () => {
        for (let index = 10; index < 30; index += 1) await put(`n${index}`, 1);
        let round = 0;
        const seen = await walk({ limit: 3 }, async () => {
          round += 1;
          await put(`n${10 + round}x`, 1);
          await store.run(async (unit) => unit.view(scope).delete(notes, `n${10 + round}x`));
          await put(`m${round}`, 1);
        });
        expect(round).toBeGreaterThan(6);
        expect(seen.filter((id) => id.length === 3)).toEqual(
          Array.from({ length: 20 }, (_, index) => `n${index + 10}`),
        );
      });

      it('is refused without a sensible limit or with an unknown index', async () => {
        for (const limit of [0, 1.5, 1_001]) {
          await expect(ids({ limit })).rejects.toThrow('limit');
        }
        await expect(ids({ index: 'none' })).rejects.toThrow('no index');
      });
    });

    describe('units', () => {
      it('lose no increment of one counter', async () => {
        await put('n', 0);
        await Promise.all(
          Array.from({ length: TIMES }, () =>
            store.run(async (unit) => {
              const view = unit.view(scope);
              const found = await view.get(notes, 'n');
              unit.audit(record);
              view.put(notes, 'n', { count: (found?.count ?? 0) + 1 });
            }),
          ),
        );
        expect(await count('n')).toBe(TIMES);
        await store.settle();
        expect(await opened.audited()).toHaveLength(TIMES);
      });

      it('allow no write skew', async () => {
        await put('a', 1);
        await put('b', 1);
        const leave = (own: string): Promise<void> =>
          store.run(async (unit) => {
            const view = unit.view(scope);
            const both = [await view.get(notes, 'a'), await view.get(notes, 'b')];
            const total = both.reduce((sum, note) => sum + (note?.count ?? 0), 0);
            if (total > 1) view.put(notes, own, { count: 0 });
          });
        await Promise.all([leave('a'), leave('b')]);
        const left = [await count('a'), await count('b')];
        expect(new Set(left)).toEqual(new Set([0, 1]));
      });

      it('allow no phantom', async () => {
        const add = (id: string): Promise<void> =>
          store.run(async (unit) => {
            const view = unit.view(scope);
            const page = await view.list(notes, { index: 'tag', prefix: 'only', limit: 2 });
            if (page.items.length === 0) view.put(notes, id, { count: 1, tags: ['only'] });
          });
        await Promise.all(['a', 'b', 'c'].map(add));
        expect(await ids()).toHaveLength(1);
      });

      it('give a unique name to one of many', async () => {
        const taken = await Promise.allSettled(
          Array.from({ length: 8 }, (_, index) =>
            store.run(async (unit) => {
              const view = unit.view(scope);
              if ((await view.get(notes, 'name')) !== undefined) throw new Error('taken');
              view.put(notes, 'name', { count: index });
            }),
          ),
        );
        expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      });

      it('make a value once, whatever the number of runs', async () => {
        await put('n', 0);
        let made = 0;
        let runs = 0;
        await store.run(async (unit) => {
          runs += 1;
          const view = unit.view(scope);
          await view.get(notes, 'n');
          const value = await unit.once(() => (made += 1));
          if (runs === 1) await put('n', 5);
          view.put(notes, 'n', { count: value });
        });
        expect({ runs, made, count: await count('n') }).toEqual({ runs: 2, made: 1, count: 1 });
      });

      it('finish alone when conflicts do not end', async () => {
        await put('n', 0);
        let runs = 0;
        await store.run(async (unit) => {
          runs += 1;
          const found = await unit.view(scope).get(notes, 'n');
          if (runs <= 5) await put('n', runs);
          unit.view(scope).put(notes, 'n', { count: (found?.count ?? 0) + 100 });
        });
        expect({ runs, count: await count('n') }).toEqual({ runs: 6, count: 105 });
      });

      it('that throw change nothing', async () => {
        const failing = store.run(async (unit) => {
          unit.view(scope).put(notes, 'a', { count: 1 });
          unit.audit(record);
          throw new Error('of its own');
        });
        await expect(failing).rejects.toThrow('of its own');
        expect(await count('a')).toBeUndefined();
        expect(await opened.audited()).toEqual([]);
      });

      it('that hold what can not be kept fail alone', async () => {
        const good = put('good', 1);
        await expect(put('bad\0', 1)).rejects.toThrow('clear text');
        await expect(put('\ud800', 1)).rejects.toThrow('clear text');
        await good;
        expect(await ids()).toEqual(['good']);
      });

      it('leave their records in the order of their commits', async () => {
        for (const text of ['1', '2', '3']) {
          await store.run(async (unit) => {
            unit.audit({ ...record, text });
            if (text === '2') unit.view(scope).put(notes, 'a', { count: 1 });
          });
          await store.settle();
        }
        expect(await opened.audited()).toEqual(['1', '2', '3']);
      });
    });

    describe('jobs', () => {
      it('are handed out in order, and taken away with their run', async () => {
        await store.run(async (unit) => {
          unit.order(job);
          unit.order({ ...job, id: 'k', due: 3 });
          unit.order({ ...job, id: 'i' });
        });
        expect(await store.nextDue()).toBe(3);
        const due = await store.dueJobs(Number.POSITIVE_INFINITY, 9);
        expect(due.map(({ id }) => id)).toEqual(['k', 'i', 'j']);
        expect(await store.dueJobs(4, 9)).toEqual([{ ...job, id: 'k', due: 3 }]);
        await store.runJob(job, async (unit) => unit.view(scope).put(notes, 'ran', { count: 1 }));
        await store.runJob(job, async (unit) => unit.view(scope).put(notes, 'anew', { count: 1 }));
        expect(await ids()).toEqual(['ran']);
        expect(await store.dueJobs(9, 9)).toHaveLength(2);
      });

      it('run once when two take the same one', async () => {
        await put('n', 0);
        await store.run(async (unit) => unit.order(job));
        const run = (): Promise<boolean> =>
          store.runJob(job, async (unit) => {
            const view = unit.view(scope);
            view.put(notes, 'n', { count: ((await view.get(notes, 'n'))?.count ?? 0) + 1 });
          });
        const ran = await Promise.all([run(), run(), run()]);
        expect(ran.filter((isOurs) => isOurs)).toHaveLength(1);
        expect(await count('n')).toBe(1);
      });

      it('stay when their run orders them again, and are not run when ordered anew', async () => {
        await store.run(async (unit) => unit.order(job));
        await store.runJob(job, async (unit) => unit.order({ ...job, due: 7 }));
        let runs = 0;
        await store.runJob(job, async () => {
          runs += 1;
        });
        expect(runs).toBe(0);
        expect(await store.dueJobs(7, 9)).toEqual([{ ...job, due: 7 }]);
        await store.run(async (unit) => unit.cancel('j'));
        expect(await store.nextDue()).toBeUndefined();
      });
    });

    describe('the outbox', () => {
      it('numbers events in the order of commits, and drops them with a later write', async () => {
        for (const text of ['1', '2', '3']) {
          await store.run(async (unit) => unit.emit({ ...event, text }));
        }
        expect(await store.readOutbox(1, 1)).toEqual([{ ...event, text: '2', position: 2 }]);
        expect(store.highestOutbox()).toBe(3);
        store.dropOutbox(2);
        await put('a', 1);
        expect((await store.readOutbox(0, 9)).map(({ position }) => position)).toEqual([3]);
      });
    });

    describe('what is kept', () => {
      it('stands a second opening', async () => {
        await put('a', 1, ['x']);
        await store.run(async (unit) => {
          unit.view(scope).put(secrets, 's', { count: 2 });
          unit.order(job);
          unit.emit(event);
          unit.audit(record);
        });
        const { sessionKey } = store;
        expect(store.isNew).toBe(true);
        await reopen();
        expect(store.isNew).toBe(false);
        expect(store.sessionKey).toEqual(sessionKey);
        expect(await ids({ index: 'tag', prefix: 'x' })).toEqual(['a']);
        const secret = await store.run((unit) => unit.view(scope).get(secrets, 's'));
        expect(secret).toEqual({ count: 2 });
        expect(await store.dueJobs(5, 9)).toEqual([job]);
        expect(await store.readOutbox(0, 9)).toEqual([{ ...event, position: 1 }]);
        expect(await opened.audited()).toEqual([record.text]);
        await store.run(async (unit) => unit.emit(event));
        expect(store.highestOutbox()).toBe(2);
      });

      it('shows no text that is sealed', async () => {
        await store.run(async (unit) => {
          unit.view(scope).put(secrets, 's', { count: 987_654_321_012 });
          unit.view(scope).put(notes, 'c', { count: 123_123_123_123 });
          unit.order({ ...job, payload: '"payload-marker"' });
          unit.emit({ ...event, text: 'event-marker' });
        });
        const text = await opened.kept();
        expect(text).toContain('123123123123');
        expect(text).not.toContain('987654321012');
        expect(text).not.toMatch(/(payload|event)-marker/);
      });

      it('is empty after a reset, and takes new writes', async () => {
        await put('a', 1, ['x']);
        await store.run(async (unit) => {
          unit.order(job);
          unit.emit(event);
        });
        await store.reset();
        expect(await count('a')).toBeUndefined();
        expect(await ids({ index: 'tag' })).toEqual([]);
        expect(await store.nextDue()).toBeUndefined();
        expect(await store.readOutbox(0, 9)).toEqual([]);
        await put('b', 1);
        expect(await ids()).toEqual(['b']);
      });
    });

    it('is closed once what runs has ended', async () => {
      const { promise: held, resolve: proceed } = deferred<void>();
      const running = store.run(async (unit) => {
        await held;
        unit.view(scope).put(notes, 'late', { count: 1 });
      });
      const closing = store.close();
      await expect(put('later', 1)).rejects.toThrow('closed');
      proceed();
      await running;
      await closing;
      await reopen();
      expect(await ids()).toEqual(['late']);
    });
  });
}
