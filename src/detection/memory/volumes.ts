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

/** Counts in the volumes themselves, as histograms do. */
export function counted(volumes: Volumes, what: string, day: number): Volumes {
  const volume = volumeOf(volumes, what, day);
  if (volumes[what] === undefined) makeRoom(volumes);
  volumes[what] = { ...volume, today: volume.today + 1 };
  return volumes;
}

function makeRoom(volumes: Volumes): void {
  const names = Object.keys(volumes);
  if (names.length < COUNTED_MAX) return;
  const weight = (name: string): number => (volumes[name]?.mean ?? 0) + (volumes[name]?.today ?? 0);
  const least = names.reduce((low, one) => (weight(one) < weight(low) ? one : low));
  delete volumes[least];
}
