import { expect, test } from 'vitest';
import { createClock } from '../../src/core/service-clock.ts';

test('clock: service time is real time plus an offset that only grows', () => {
  let now = 1_000;
  const clock = createClock({ offsetMs: 50, real: () => now });
  expect([clock.serviceTime(), clock.realTime()]).toEqual([1_050, 1_000]);
  clock.advanceTo(5_000);
  expect([clock.serviceTime(), clock.realTime(), clock.offsetMs()]).toEqual([5_000, 1_000, 4_000]);
  clock.advanceTo(2_000);
  expect(clock.serviceTime()).toBe(5_000);
  now = 1_001;
  expect(clock.serviceTime()).toBe(5_001);
});

test('clock: service time stands still while the machine goes back', () => {
  let now = 1_000;
  const clock = createClock({ offsetMs: 0, real: () => now });
  clock.serviceTime();
  now = 400;
  expect(clock.serviceTime()).toBe(1_000);
  clock.advanceTo(1_500);
  expect(clock.serviceTime()).toBe(1_500);
  now = 410;
  expect(clock.serviceTime()).toBe(1_510);
});

test('clock: refuses an instant that is none', () => {
  const clock = createClock({ offsetMs: 0, real: () => 0 });
  expect(() => clock.advanceTo(Number.NaN)).toThrow('finite');
});
