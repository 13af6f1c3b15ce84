import { expect, test, vi } from 'vitest';
import type { Collection } from '../../src/contract/collection.ts';
import type { Follower } from '../../src/contract/follower.ts';
import type { Sources } from '../../src/followers/follower.ts';
import { factsIn } from '../../src/core/record-facts.ts';
import { globalView } from '../../src/followers/position.ts';
import { startFollowers } from '../../src/followers/start.ts';
import type { Followers } from '../../src/followers/start.ts';
import { MemoryStore } from './memory-store.ts';

interface Seen {
  readonly texts: readonly string[];
}

const seen: Collection<Seen> = {
  name: 'test.seen',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const collector: Follower = {
  name: 'test.collector',
  source: 'trail',
  async run(batch, unit) {
    const view = globalView(unit);
    const before = (await view.get(seen, 'all'))?.texts ?? [];
    view.put(seen, 'all', { texts: [...before, ...batch.map(({ text }) => text)] });
  },
};

function sourcesOf(store: MemoryStore): Sources {
  return {
    trail: {
      highest: () => store.records.length,
      read: async (after, limit) => store.records.slice(after, after + limit),
    },
    outbox: {
      highest: () => store.events.length,
      read: async (after, limit) => store.events.slice(after, after + limit),
    },
  };
}

function start(
  store: MemoryStore,
  followers: readonly Follower[],
  onFault: (follower: string, cause: unknown) => void = () => undefined,
): Promise<Followers> {
  return startFollowers({ store, sources: sourcesOf(store), followers, batchLimit: 3, onFault });
}

async function write(store: MemoryStore, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1) {
    const scope = { account: '111122223333', region: 'eu-west-1', time: number };
    await store.run(async (unit) => unit.audit({ ...scope, text: String(number) }));
  }
}

async function collected(store: MemoryStore): Promise<readonly string[]> {
  return (await store.run((unit) => globalView(unit).get(seen, 'all')))?.texts ?? [];
}

function numbers(to: number): string[] {
  return Array.from({ length: to }, (_, index) => String(index + 1));
}

test('followers: neither skip nor repeat across restarts and lost commits', async () => {
  const store = new MemoryStore();
  let lost = 0;
  for (let round = 0; round < 5; round += 1) {
    await write(store, round * 10 + 1, round * 10 + 10);
    store.failNext = 0;
    const followers = await start(store, [collector]);
    store.failNext = round % 2;
    lost += round % 2;
    await followers.settle().catch(() => undefined);
    await followers.stop();
  }
  const last = await start(store, [collector]);
  await last.settle();
  expect(lost).toBe(2);
  expect(await collected(store)).toEqual(numbers(50));
  expect(last.passed('trail')).toBe(50);
  expect(last.passed('outbox')).toBe(Number.POSITIVE_INFINITY);
  await last.stop();
});

test('followers: wake on a notice, and settle when all is passed', async () => {
  const store = new MemoryStore();
  const followers = await start(store, [collector]);
  await write(store, 1, 4);
  followers.notify();
  followers.notify();
  await followers.settle();
  expect(await collected(store)).toEqual(numbers(4));
  await followers.stop();
});

test('followers: what one derives reaches the next before they are settled', async () => {
  const store = new MemoryStore();
  const emitter: Follower = {
    name: 'test.emitter',
    source: 'trail',
    async run(batch, unit) {
      for (const { account, region, time, text } of batch) {
        unit.emit({ account, region, time, topic: 'test.seen', text });
      }
    },
  };
  const topics: string[] = [];
  const reader: Follower = {
    name: 'test.reader',
    source: 'outbox',
    run: async (batch) => void topics.push(...batch.map(({ text }) => text)),
  };
  const followers = await start(store, [reader, emitter]);
  await write(store, 1, 7);
  await followers.settle();
  expect(topics).toEqual(numbers(7));
  await followers.stop();
});

test('followers: begin again after a reset', async () => {
  const store = new MemoryStore();
  await write(store, 1, 5);
  const followers = await start(store, [collector]);
  await followers.settle();
  await store.run(async (unit) => globalView(unit).delete(seen, 'all'));
  await followers.reset('test.collector');
  await followers.settle();
  expect(await collected(store)).toEqual(numbers(5));
  await expect(followers.reset('test.nobody')).rejects.toThrow('no follower named');
  await followers.stop();
});

test('followers: a failing one is reported, holds no other, and settling says so', async () => {
  const store = new MemoryStore();
  await write(store, 1, 2);
  const broken: Follower = {
    name: 'test.broken',
    source: 'trail',
    run: () => Promise.reject(new Error('broken on purpose')),
  };
  const faults: string[] = [];
  const followers = await start(store, [collector, broken], (name) => faults.push(name));
  await expect(followers.settle()).rejects.toThrow('broken on purpose');
  expect(await collected(store)).toEqual(numbers(2));
  await followers.stop();
  expect(faults).toEqual(['test.broken']);
});

test('followers: two of one name are refused', async () => {
  await expect(start(new MemoryStore(), [collector, collector])).rejects.toThrow('Two followers');
});

test('followers: with a pause, many notices make one batch', async () => {
  const store = new MemoryStore();
  const batches: number[] = [];
  const counter: Follower = {
    name: 'test.counter',
    source: 'trail',
    run: async (batch) => void batches.push(batch.length),
  };
  vi.useFakeTimers();
  try {
    const sources = sourcesOf(store);
    const onFault = (): void => undefined;
    const followers = await startFollowers({
      store,
      sources,
      followers: [counter],
      pauseMs: 100,
      onFault,
    });
    for (let number = 1; number <= 5; number += 1) {
      await write(store, number, number);
      followers.notify();
    }
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(batches).toEqual([5]);
    await followers.stop();
  } finally {
    vi.useRealTimers();
  }
});

test('followers: what comes while a batch is derived waits for others, as a notice does', async () => {
  const store = new MemoryStore();
  const batches: number[] = [];
  const arriving: Follower = {
    name: 'test.arriving',
    source: 'trail',
    run: async (batch) => {
      batches.push(batch.length);
      const last = store.records.at(-1);
      if (last !== undefined && batches.length < 4)
        store.records.push({ ...last, position: last.position + 1 });
    },
  };
  vi.useFakeTimers();
  try {
    const sources = sourcesOf(store);
    const options = { store, sources, pauseMs: 100, onFault: () => undefined };
    const followers = await startFollowers({ ...options, followers: [arriving] });
    await write(store, 1, 5);
    followers.notify();
    await vi.advanceTimersByTimeAsync(100);
    expect(batches).toEqual([5]);
    await write(store, 6, 7);
    followers.notify();
    await vi.advanceTimersByTimeAsync(100);
    expect(batches).toEqual([5, 3]);
    await followers.stop();
  } finally {
    vi.useRealTimers();
  }
});

test('followers: one of some services has their records alone, and passes the others', async () => {
  const store = new MemoryStore();
  const seenBy = new Map<string, string[]>();
  const follower = (name: string, ...eventSources: string[]): Follower => ({
    name,
    source: 'trail',
    eventSources: new Set(eventSources),
    run: async (batch, _unit, through) => {
      const texts = seenBy.get(name) ?? [];
      seenBy.set(name, [...texts, ...batch.map(({ facts }) => facts?.name ?? ''), `${through}`]);
    },
  });
  const of = ['kms', 's3', 'kms', 'iam', 'kms'];
  for (const [number, source] of of.entries()) {
    const scope = { account: '111122223333', region: 'eu-west-1', time: number };
    const text = JSON.stringify({
      eventSource: `${source}.amazonaws.com`,
      eventName: `Call${number}`,
    });
    await store.run(async (unit) => unit.audit({ ...scope, text, facts: factsIn(text) }));
  }
  const followers = await start(store, [
    follower('test.kms', 'kms.amazonaws.com'),
    follower('test.two', 's3.amazonaws.com', 'kms.amazonaws.com'),
    follower('test.none', 'sns.amazonaws.com'),
  ]);
  await followers.settle();
  expect(Object.fromEntries(seenBy)).toEqual({
    'test.kms': ['Call0', 'Call2', '3', 'Call4', '5'],
    'test.two': ['Call0', 'Call1', 'Call2', '3', 'Call4', '5'],
    'test.none': ['3', '5'],
  });
  expect(followers.passed('trail')).toBe(5);
  await followers.stop();
});
