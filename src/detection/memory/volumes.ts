import type { Volume, Volumes } from './memories.ts';

/** What is counted; the least used leaves first. */
const COUNTED_MAX = 50;

/** How many calls of a kind were made on this day, and on the days before. */
export function volumeOf(volumes: Volumes, what: string, day: number): Volume {
  const known = volumes[what];
  if (known === undefined) return { day, today: 0, mean: 0, days: 0 };
  if (known.day === day) return known;
  const days = known.days + Math.max(1, day - known.day);
  return { day, today: 0, mean: (known.mean * known.days + known.today) / days, days };
}

export function counted(volumes: Volumes, what: string, day: number): Volumes {
  const volume = volumeOf(volumes, what, day);
  const next = { ...volumes, [what]: { ...volume, today: volume.today + 1 } };
  const names = Object.keys(next);
  if (names.length <= COUNTED_MAX) return next;
  const weight = (name: string): number => (next[name]?.mean ?? 0) + (next[name]?.today ?? 0);
  const least = names.reduce((low, one) => (weight(one) < weight(low) ? one : low));
  const { [least]: _gone, ...rest } = next;
  return rest;
}
