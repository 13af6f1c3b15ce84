/** A set of bytes: eight words of 32 bits. Immutable once made. */
export type ByteSet = Uint32Array;

export function byteSet(...ranges: readonly (readonly [from: number, to: number])[]): ByteSet {
  const set = new Uint32Array(8);
  for (const [from, to] of ranges) {
    for (let byte = from; byte <= to; byte += 1) add(set, byte);
  }
  return set;
}

function add(set: ByteSet, byte: number): void {
  set[byte >> 5] = (set[byte >> 5] ?? 0) | (1 << (byte & 31));
}

export function hasByte(set: ByteSet, byte: number): boolean {
  return (((set[byte >> 5] ?? 0) >>> (byte & 31)) & 1) === 1;
}

export function union(left: ByteSet, right: ByteSet): ByteSet {
  return left.map((word, index) => word | (right[index] ?? 0));
}

export function negated(set: ByteSet): ByteSet {
  return set.map((word) => ~word);
}

export function areDisjoint(left: ByteSet, right: ByteSet): boolean {
  return left.every((word, index) => (word & (right[index] ?? 0)) === 0);
}

/** With every ASCII letter its other case: no other byte has one. */
export function withBothCases(set: ByteSet): ByteSet {
  const both = set.slice();
  for (let lower = 0x61; lower <= 0x7a; lower += 1) {
    const upper = lower - 0x20;
    if (hasByte(set, lower)) add(both, upper);
    if (hasByte(set, upper)) add(both, lower);
  }
  return both;
}

/** As a class that both engines read alike: `[\x41-\x5a]`. */
export function classSource(set: ByteSet): string {
  let source = '';
  for (let byte = 0; byte < 256; byte += 1) {
    if (!hasByte(set, byte)) continue;
    const from = byte;
    while (byte < 255 && hasByte(set, byte + 1)) byte += 1;
    source += from === byte ? hex(from) : `${hex(from)}-${hex(byte)}`;
  }
  return source === '' ? '[^\\x00-\\xff]' : `[${source}]`;
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
