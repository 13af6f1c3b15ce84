import type { ByteString } from '../byte-string.ts';

/** HEX_DECODE: each pair of hexadecimal digits becomes a byte; other characters are skipped, a digit left over too. Linear. */
export function hexDecode(value: ByteString): ByteString {
  const digits = value.replace(/[^0-9A-Fa-f]+/g, '');
  return Buffer.from(digits.slice(0, digits.length - (digits.length % 2)), 'hex').toString(
    'latin1',
  );
}

/** SQL_HEX_DECODE: `0x414243` becomes `ABC`, wherever it stands. Linear. Closes: `0x61646d696e` in the place of `'admin'`. */
export function sqlHexDecode(value: ByteString): ByteString {
  if (!/0x/i.test(value)) return value;
  return value.replace(/0[xX]((?:[0-9A-Fa-f]{2})+)/g, (_, digits: string) =>
    Buffer.from(digits, 'hex').toString('latin1'),
  );
}
