import type { ByteString } from '../byte-string.ts';

/**
 * REPLACE_COMMENTS: every comment of C becomes one space, one that doesn't end too; an end by itself stays. Linear: each
 * search goes on where the last one ended. Closes: `union/ * * /select`.
 */
export function replaceComments(value: ByteString): ByteString {
  let start = value.indexOf('/*');
  if (start < 0) return value;
  let out = '';
  let at = 0;
  while (start >= 0) {
    out += `${value.slice(at, start)} `;
    const end = value.indexOf('*/', start + 2);
    if (end < 0) return out;
    at = end + 2;
    start = value.indexOf('/*', at);
  }
  return out + value.slice(at);
}

/** REMOVE_COMMENTS_CHAR: the signs that open and close comments go, the text between them stays. Linear. Closes: `un/ * * /ion`. */
export function removeCommentsChar(value: ByteString): ByteString {
  return /\/\*|\*\/|--|#/.test(value) ? value.replace(/\/\*|\*\/|--|#/g, '') : value;
}
