import { imageNoun } from './images/noun.ts';
import { instanceNoun } from './instances/noun.ts';
import { networkNouns } from './network/nouns.ts';
import type { TaggedNoun } from './nouns.ts';
import { storageNouns } from './storage/nouns.ts';

/** Everything that has tags, by how its ids begin. */
export const nouns: readonly TaggedNoun[] = [
  imageNoun,
  instanceNoun,
  ...networkNouns,
  ...storageNouns,
];
