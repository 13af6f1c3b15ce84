import { createHash } from 'node:crypto';
import type { RunDocument, Step } from '../state.ts';

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const NAME_CHARACTERS = 24;

/** A step that is to be done. What it is known by comes of the run's seed, so that a unit that runs again finds the same. */
export function newStep(
  { seed, phase }: Pick<RunDocument, 'seed' | 'phase'>,
  key: string,
  action: Step['action'],
): Step {
  const digest = createHash('sha512')
    .update(JSON.stringify([seed, phase, key]))
    .digest();
  const name = [...digest.subarray(0, NAME_CHARACTERS)].map(
    (byte) => CHARACTERS[byte % CHARACTERS.length],
  );
  return {
    state: 'todo',
    action,
    name: name.join(''),
    token: digest.subarray(NAME_CHARACTERS, NAME_CHARACTERS + 16).toString('hex'),
  };
}

/** Steps of one kind. */
export function newSteps(
  run: Pick<RunDocument, 'seed' | 'phase'>,
  keys: Iterable<string>,
  action: Step['action'],
): Readonly<Record<string, Step>> {
  return Object.fromEntries([...keys].map((key) => [key, newStep(run, key, action)]));
}
