import { randomInt } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LENGTH = 13;

/** `E2QWRUHAPOMQZL`: of distributions, of their versions, and of what belongs to them. */
export function newId(unit: Unit, prefix = 'E'): Promise<string> {
  return unit.once(() => {
    const drawn = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
    return `${prefix}${drawn.join('')}`;
  });
}
