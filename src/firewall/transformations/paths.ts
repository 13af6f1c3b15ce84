import type { ByteString } from '../byte-string.ts';

/**
 * NORMALIZE_PATH: repeated slashes, references to the same directory and back-references go; those at the beginning of a
 * relative path stay, and none leads above the root. Linear. Closes: `//admin`, `/x/../admin`, `/./admin`.
 */
export function normalizePath(value: ByteString): ByteString {
  if (!/\/\/|\./.test(value)) return value;
  const isAbsolute = value.startsWith('/');
  const kept: string[] = [];
  for (const segment of value.split('/')) {
    if (segment === '' || segment === '.') continue;
    const last = kept.at(-1);
    if (segment !== '..') kept.push(segment);
    else if (last !== undefined && last !== '..') kept.pop();
    else if (!isAbsolute) kept.push('..');
  }
  const endsInDirectory = kept.length > 0 && /\/\.{0,2}$/.test(value) && kept.at(-1) !== '..';
  return `${isAbsolute ? '/' : ''}${kept.join('/')}${endsInDirectory ? '/' : ''}`;
}

/** NORMALIZE_PATH_WIN: backslashes become slashes first. Linear. Closes: `/x\..\admin`. */
export function normalizePathWin(value: ByteString): ByteString {
  return normalizePath(value.includes('\\') ? value.replaceAll('\\', '/') : value);
}
