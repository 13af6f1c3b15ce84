/** IPv4 ranges, looked up by halving. */
export interface AddressSet {
  readonly size: number;
  /** The range that holds the address, as it was written; undefined: none does. */
  find(ip: string): string | undefined;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** Entries are addresses or ranges (`198.51.100.0/24`); others are left out. */
export function addressSet(entries: Iterable<string>): AddressSet {
  const singles = new Map<number, string>();
  const wide: Range[] = [];
  for (const text of entries) {
    const range = readRange(text);
    if (range === undefined) continue;
    if (range.first === range.last) singles.set(range.first, text);
    else wide.push(range);
  }
  const ranges = wide.toSorted((left, right) => left.first - right.first || right.last - left.last);
  // The highest end of all ranges up to here: where it lies below the address, no earlier range reaches it.
  const reach: number[] = [];
  for (const { last } of ranges) reach.push(Math.max(last, reach.at(-1) ?? 0));
  return {
    size: singles.size + ranges.length,
    find: (ip) => {
      const value = readAddress(ip);
      if (value === undefined) return undefined;
      return singles.get(value) ?? within(ranges, reach, value);
    },
  };
}

function within(
  ranges: readonly Range[],
  reach: readonly number[],
  value: number,
): string | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.first ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && (reach[index] ?? 0) >= value; index -= 1) {
    const range = ranges[index];
    if (range !== undefined && range.last >= value) return range.text;
  }
  return undefined;
}

/** 0 to 2³²−1; undefined: no IPv4 address. */
export function readAddress(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (parts === null) return undefined;
  let value = 0;
  for (const part of parts.slice(1)) {
    const byte = Number(part);
    if (byte > 255) return undefined;
    value = value * 256 + byte;
  }
  return value;
}

function readRange(text: string): Range | undefined {
  const [address = '', bits, ...more] = text.split('/');
  const value = readAddress(address);
  if (value === undefined || more.length > 0) return undefined;
  if (bits === undefined) return { first: value, last: value, text };
  if (!/^\d{1,2}$/.test(bits) || Number(bits) > 32) return undefined;
  const size = 2 ** (32 - Number(bits));
  const first = Math.floor(value / size) * size;
  return { first, last: first + size - 1, text };
}

const PRIVATE = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];
const notRouted = addressSet(PRIVATE);

/** Whether the address is reached through the public internet. */
export function isPublic(ip: string): boolean {
  return readAddress(ip) !== undefined && notRouted.find(ip) === undefined;
}
