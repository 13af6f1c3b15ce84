import type { Trail, TrailOptions } from './types.ts';

export type { Trail, TrailOptions, WriteAt } from './types.ts';

/** Opens the trail in a folder: cuts a torn tail, rebuilds missing summaries. */
export async function openTrail(options: TrailOptions): Promise<Trail> {
  throw new Error(`not yet ${options.directory}`);
}
