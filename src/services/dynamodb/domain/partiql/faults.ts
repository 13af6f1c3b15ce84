import { invalid } from '../invalid.ts';

/** A statement that can't be read. */
export function notWellFormed(detail: string): Error {
  return invalid(`Statement wasn't well formed, can't be processed: ${detail}`);
}
