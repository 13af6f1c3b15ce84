import type { TaggedNoun } from '../nouns.ts';

/** Volumes and snapshots. */
export const storageNouns: readonly TaggedNoun[] = [];
