import type { ByteString } from '../byte-string.ts';

/** BASE64_DECODE: up to the first character that is none of Base64's. Linear. Closes: payloads that the application decodes. */
export function base64Decode(value: ByteString): ByteString {
  const [valid = ''] = /^[A-Za-z0-9+/]*/.exec(value) ?? [];
  return Buffer.from(valid, 'base64').toString('latin1');
}

/** BASE64_DECODE_EXT: characters that are none of Base64's are skipped. Linear. Closes: `PHNj.cmlwdD4=`, which PHP decodes. */
export function base64DecodeExt(value: ByteString): ByteString {
  return Buffer.from(value.replace(/[^A-Za-z0-9+/]+/g, ''), 'base64').toString('latin1');
}
