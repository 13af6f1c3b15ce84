import type { ByteString } from '../byte-string.ts';

/** REMOVE_NULLS: zero bytes go. Linear. Closes: `<scr\0ipt>`. */
export function removeNulls(value: ByteString): ByteString {
  return value.includes('\0') ? value.replaceAll('\0', '') : value;
}

/** REPLACE_NULLS: zero bytes become spaces. Linear. */
export function replaceNulls(value: ByteString): ByteString {
  return value.includes('\0') ? value.replaceAll('\0', ' ') : value;
}
