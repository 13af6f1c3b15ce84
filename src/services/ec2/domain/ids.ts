import { hexId } from '../../../core/ids.ts';

/** Digits of the ids that are made. Older, shorter ids are read too. */
const DIGITS = 17;
const DIGITS_READ = /^[0-9a-f]{8}$|^[0-9a-f]{17}$/;

/** `i-0123456789abcdef0`, of a prefix without its dash. Random: make it inside `once`. */
export function newId(prefix: string): string {
  return `${prefix}-${hexId(DIGITS)}`;
}

/** Whether a text has the form of an id of the prefix. */
export function isIdOf(prefix: string, text: string): boolean {
  return text.startsWith(`${prefix}-`) && DIGITS_READ.test(text.slice(prefix.length + 1));
}
