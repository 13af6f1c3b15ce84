import { headerPairs, type HeaderPair } from '../core/header-list.ts';

/** Puts headers in, in the place of those of the same names. */
export function withHeaders(
  headers: readonly string[],
  put: readonly HeaderPair[],
): readonly string[] {
  if (put.length === 0) return headers;
  const names = new Set(put.map(([name]) => name.toLowerCase()));
  const kept = headerPairs(headers).filter(([name]) => !names.has(name.toLowerCase()));
  return [...kept, ...put].flat();
}
