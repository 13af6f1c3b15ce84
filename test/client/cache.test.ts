import { expect, test } from 'vitest';
import { Cache, type CacheOptions } from '../../client/cache.ts';

/** A cache over a source that can be made to fail, with a clock that is turned by hand. */
function newCache(options: CacheOptions = {}) {
  const scene = { now: 0, asked: [] as string[], fails: false };
  const cache = new Cache(
    async (key) => {
      scene.asked.push(key);
      if (scene.fails) throw new Error('unreachable');
      return `${key}@${scene.now}`;
    },
    { ttlSeconds: 10, now: () => scene.now, ...options },
  );
  return { scene, cache };
}

test('a value is asked for once in its time, and anew on the millisecond after', async () => {
  const { scene, cache } = newCache();
  expect(await cache.get('a')).toBe('a@0');
  scene.now = 9_999;
  expect(await cache.get('a')).toBe('a@0');
  scene.now = 10_000;
  expect(await cache.get('a')).toBe('a@10000');
  expect(scene.asked).toEqual(['a', 'a']);
});

test('who asks at the same time shares one request', async () => {
  const { scene, cache } = newCache();
  const answers = await Promise.all([cache.get('a'), cache.get('a'), cache.refresh('a')]);
  expect(answers).toEqual(['a@0', 'a@0', 'a@0']);
  expect(scene.asked).toEqual(['a']);
});

test('errors are answered and not remembered', async () => {
  const { scene, cache } = newCache();
  scene.fails = true;
  await expect(cache.get('a')).rejects.toThrow('unreachable');
  scene.fails = false;
  expect(await cache.get('a')).toBe('a@0');
});

test('an old value serves for a while when there is no newer one, if that is wanted', async () => {
  const { scene, cache } = newCache({ staleSeconds: 60, retrySeconds: 5 });
  await cache.get('a');
  scene.fails = true;
  scene.now = 10_000;
  expect(await cache.get('a')).toBe('a@0');
  scene.now = 14_999;
  expect(await cache.get('a')).toBe('a@0');
  expect(scene.asked).toHaveLength(2);
  scene.now = 15_000;
  expect(await cache.get('a')).toBe('a@0');
  expect(scene.asked).toHaveLength(3);
  scene.now = 70_000;
  await expect(cache.get('a')).rejects.toThrow('unreachable');
  scene.fails = false;
  expect(await cache.get('a')).toBe('a@70000');
  const strict = newCache();
  await strict.cache.get('a');
  strict.scene.fails = true;
  strict.scene.now = 10_000;
  await expect(strict.cache.get('a')).rejects.toThrow('unreachable');
});

test('what was not asked for longest goes first', async () => {
  const { scene, cache } = newCache({ entriesMax: 2 });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(key);
  expect(scene.asked).toEqual(['a', 'b', 'c', 'b']);
});

test('what is forgotten is asked for again, also when its answer was on the way', async () => {
  const { scene, cache } = newCache();
  const before = cache.get('a');
  cache.forget('a');
  await before;
  await cache.get('a');
  cache.forget();
  await cache.get('a');
  expect(scene.asked).toHaveLength(3);
});

test('options that mean nothing are refused', () => {
  for (const options of [{ ttlSeconds: -1 }, { entriesMax: 0 }, { staleSeconds: Number.NaN }]) {
    expect(() => newCache(options)).toThrow(RangeError);
  }
});
