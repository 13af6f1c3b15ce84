import { MAX_CBOR_ITEMS, MAX_DEPTH } from '../limits.ts';
import { MalformedValue, mismatch } from './malformed.ts';
import { dateFromEpoch, epochOf } from './timestamps.ts';
import { TreeCodec, bareObject } from './tree.ts';

/** CBOR values ⇄ typed values; blobs are byte strings, timestamps tag 1. */
export const cborCodec = new TreeCodec({
  nameOf: (member) => member.name,
  readBlob: (value) => {
    if (!(value instanceof Uint8Array)) throw mismatch(value, 'blob');
    return value;
  },
  writeBlob: (value) => (typeof value === 'string' ? Buffer.from(value) : value),
  readTimestamp: (value) => {
    if (value instanceof Date) return value;
    if (typeof value === 'number') return dateFromEpoch(value);
    throw mismatch(value, 'timestamp');
  },
  writeTimestamp: (date) => date,
  writeNumber: (value) => value,
});

/**
 * Reads one CBOR item that fills `bytes`. Own reader, because depth, item count and lengths must be
 * bounded before anything is allocated. Throws MalformedValue. Source: RFC 8949.
 */
export function parseCbor(bytes: Uint8Array): unknown {
  const reader = new CborReader(bytes);
  const value = reader.item(0);
  if (!reader.atEnd) throw new MalformedValue('Bytes follow the CBOR item');
  return value;
}

const BREAK = Symbol('break');

class CborReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #items = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): unknown {
    const value = this.#itemOrBreak(depth);
    if (value === BREAK) throw new MalformedValue('Unexpected CBOR break');
    return value;
  }

  #itemOrBreak(depth: number): unknown {
    if (depth > MAX_DEPTH) throw new MalformedValue(`Nesting exceeds ${MAX_DEPTH} levels`);
    if (++this.#items > MAX_CBOR_ITEMS) throw new MalformedValue('Too many CBOR items');
    const head = this.#byte();
    const major = head >> 5;
    const info = head & 31;
    if (major === 7) return this.#simple(info);
    if (info === 31) return this.#indefinite(major, depth);
    const argument = this.#argument(info);
    switch (major) {
      case 0:
        return argument;
      case 1:
        return typeof argument === 'bigint' ? -1n - argument : -1 - argument;
      case 2:
        return this.#take(argument);
      case 3:
        return utf8(this.#take(argument));
      case 4:
        return this.#array(this.#count(argument, 1), depth);
      case 5:
        return this.#map(this.#count(argument, 2), depth);
      default:
        return this.#tagged(argument, depth);
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new MalformedValue('Unexpected end of CBOR');
    return byte;
  }

  #advance(count: number): number {
    const start = this.#at;
    if (count > this.#bytes.length - start) throw new MalformedValue('Unexpected end of CBOR');
    this.#at = start + count;
    return start;
  }

  #argument(info: number): number | bigint {
    if (info < 24) return info;
    if (info === 24) return this.#byte();
    if (info === 25) return this.#view.getUint16(this.#advance(2));
    if (info === 26) return this.#view.getUint32(this.#advance(4));
    if (info !== 27) throw new MalformedValue('Invalid CBOR head');
    const wide = this.#view.getBigUint64(this.#advance(8));
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
  }

  #take(argument: number | bigint): Uint8Array {
    const length = Number(argument);
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** Every entry takes at least a byte, so a count beyond what is left is a lie. */
  #count(argument: number | bigint, bytesEach: number): number {
    const count = Number(argument);
    if (count * bytesEach > this.#bytes.length - this.#at) {
      throw new MalformedValue('Unexpected end of CBOR');
    }
    return count;
  }

  #array(count: number, depth: number): unknown[] {
    const result: unknown[] = [];
    for (let i = 0; i < count; i++) result.push(this.item(depth + 1));
    return result;
  }

  #map(count: number, depth: number): Record<string, unknown> {
    const result = bareObject();
    for (let i = 0; i < count; i++) {
      const key = this.item(depth + 1);
      if (typeof key !== 'string') throw new MalformedValue('CBOR map keys must be text');
      result[key] = this.item(depth + 1);
    }
    return result;
  }

  #indefinite(major: number, depth: number): unknown {
    if (major < 2 || major > 5) throw new MalformedValue('Invalid CBOR head');
    const entries: unknown[] = [];
    for (;;) {
      const entry = this.#itemOrBreak(depth + 1);
      if (entry === BREAK) break;
      entries.push(entry);
    }
    if (major === 4) return entries;
    if (major === 5) return mapOf(entries);
    return major === 2 ? Buffer.concat(entries.map(bytesOnly)) : entries.map(textOnly).join('');
  }

  #tagged(tag: number | bigint, depth: number): unknown {
    const value = this.item(depth + 1);
    if (tag === 1 && typeof value === 'number') return dateFromEpoch(value);
    if ((tag === 2 || tag === 3) && value instanceof Uint8Array) return bigNumber(value, tag === 3);
    if (tag === 1) throw mismatch(value, 'timestamp');
    return value;
  }

  #simple(info: number): unknown {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
      case 23:
        return null;
      case 25:
        return half(this.#view.getUint16(this.#advance(2)));
      case 26:
        return this.#view.getFloat32(this.#advance(4));
      case 27:
        return this.#view.getFloat64(this.#advance(8));
      case 31:
        return BREAK;
      default:
        throw new MalformedValue('Unknown CBOR simple value');
    }
  }
}

function mapOf(entries: readonly unknown[]): Record<string, unknown> {
  const result = bareObject();
  if (entries.length % 2 !== 0) throw new MalformedValue('A CBOR map key has no value');
  for (let i = 0; i < entries.length; i += 2) {
    const key = entries[i];
    if (typeof key !== 'string') throw new MalformedValue('CBOR map keys must be text');
    result[key] = entries[i + 1];
  }
  return result;
}

function bytesOnly(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new MalformedValue('Invalid chunk in a CBOR byte string');
}

function textOnly(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new MalformedValue('Invalid chunk in a CBOR text string');
}

/** Numbers of more than 128 bytes would cost quadratic time to print. */
function bigNumber(bytes: Uint8Array, negative: boolean): bigint {
  if (bytes.length > 128) throw new MalformedValue('CBOR number is too long');
  const magnitude = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  return negative ? -1n - magnitude : magnitude;
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new MalformedValue('CBOR text is not valid UTF-8');
  }
}

/** Writes a value made of plain objects, arrays, text, numbers, bytes and dates. */
export function formatCbor(value: unknown): Uint8Array {
  const parts: Uint8Array[] = [];
  write(value, parts);
  return Buffer.concat(parts);
}

function write(value: unknown, parts: Uint8Array[]): void {
  if (value === null || value === undefined) parts.push(Buffer.of(0xf6));
  else if (typeof value === 'boolean') parts.push(Buffer.of(value ? 0xf5 : 0xf4));
  else if (typeof value === 'number') writeNumber(value, parts);
  else if (typeof value === 'bigint') writeNumber(Number(value), parts);
  else if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    parts.push(head(3, bytes.length), bytes);
  } else if (value instanceof Uint8Array) parts.push(head(2, value.length), value);
  else if (value instanceof Date) {
    parts.push(Buffer.of(0xc1));
    writeNumber(epochOf(value), parts);
  } else if (Array.isArray(value)) {
    parts.push(head(4, value.length));
    for (const entry of value) write(entry, parts);
  } else {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    parts.push(head(5, entries.length));
    for (const [key, entry] of entries) {
      write(key, parts);
      write(entry, parts);
    }
  }
}

function writeNumber(value: number, parts: Uint8Array[]): void {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    parts.push(value < 0 ? head(1, -1 - value) : head(0, value));
    return;
  }
  const bytes = Buffer.alloc(9, 0xfb);
  bytes.writeDoubleBE(value, 1);
  parts.push(bytes);
}

function head(major: number, argument: number): Uint8Array {
  const top = major << 5;
  if (argument < 24) return Buffer.of(top | argument);
  if (argument < 0x100) return Buffer.of(top | 24, argument);
  const wide = argument >= 0x1_0000_0000;
  const bytes = Buffer.alloc(argument < 0x1_0000 ? 3 : wide ? 9 : 5);
  bytes[0] = top | (argument < 0x1_0000 ? 25 : wide ? 27 : 26);
  if (argument < 0x1_0000) bytes.writeUInt16BE(argument, 1);
  else if (wide) bytes.writeBigUInt64BE(BigInt(argument), 1);
  else bytes.writeUInt32BE(argument, 1);
  return bytes;
}
