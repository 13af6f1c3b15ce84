import type { AnyCollection } from '../../contract/service.ts';

/** What Scheduler stores: a collection for each noun, with its shape's number and upgrades. Nothing yet. */
export const collections: readonly AnyCollection[] = [];
