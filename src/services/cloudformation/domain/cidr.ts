import { isIPv4 } from 'node:net';

const COUNT_MAX = 256;
const ADDRESS_BITS = 32;

/**
 * The first `count` blocks of `bits` host bits each within an IPv4 range: `10.0.0.0/16`, 2, 8. Undefined: they don't fit, or
 * the range is none.
 */
export function cidrBlocks(
  range: string,
  count: number,
  bits: number,
): readonly string[] | undefined {
  const [address = '', prefixText = ''] = range.split('/');
  const prefix = Number(prefixText);
  if (!isIPv4(address) || !/^\d{1,2}$/.test(prefixText) || prefix > ADDRESS_BITS) return undefined;
  if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX) return undefined;
  if (!Number.isInteger(bits) || bits < 1 || bits > ADDRESS_BITS - prefix) return undefined;
  const size = 2 ** bits;
  if (count * size > 2 ** (ADDRESS_BITS - prefix)) return undefined;
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const start = Math.floor(first / 2 ** (ADDRESS_BITS - prefix)) * 2 ** (ADDRESS_BITS - prefix);
  return Array.from({ length: count }, (_, at) => {
    const number = start + at * size;
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
    return `${parts.join('.')}/${ADDRESS_BITS - bits}`;
  });
}
