/**
 * As much CBOR (RFC 8949) as attestation documents are made of: whole numbers, bytes, text, lists, maps and tags, all of
 * known length. What a codec of requests takes beside that is no part of them.
 */
export type CborItem = number | string | Uint8Array | null | readonly CborItem[] | CborMap;
export type CborMap = ReadonlyMap<CborItem, CborItem>;

const DEPTH_MAX = 8;
const ITEMS_MAX = 1_000;

/** The one item that fills the bytes; undefined when they are none. */
export function readCborItem(bytes: Uint8Array): CborItem | undefined {
  try {
    const reader = new Reader(bytes);
    const item = reader.item(0);
    return reader.isAtEnd ? item : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;
  #items = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): CborItem {
    this.#items += 1;
    if (depth > DEPTH_MAX || this.#items > ITEMS_MAX) throw new Unreadable();
    const head = this.#take(1).readUInt8();
    const argument = this.#argument(head & 31);
    switch (head >> 5) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 2:
        return this.#take(argument);
      case 3:
        return this.#take(argument).toString('utf8');
      case 4:
        return Array.from({ length: this.#count(argument) }, () => this.item(depth + 1));
      case 5:
        return this.#map(this.#count(argument), depth);
      case 6:
        return this.item(depth + 1);
      default:
        if (argument === 22) return null;
        throw new Unreadable();
    }
  }

  #map(count: number, depth: number): CborMap {
    const map = new Map<CborItem, CborItem>();
    for (let entry = 0; entry < count; entry += 1) {
      const key = this.item(depth + 1);
      if (map.has(key)) throw new Unreadable();
      map.set(key, this.item(depth + 1));
    }
    return map;
  }

  #argument(info: number): number {
    if (info < 24) return info;
    if (info === 24) return this.#take(1).readUInt8();
    if (info === 25) return this.#take(2).readUInt16BE();
    if (info === 26) return this.#take(4).readUInt32BE();
    if (info !== 27) throw new Unreadable();
    const wide = this.#take(8).readBigUInt64BE();
    if (wide > BigInt(Number.MAX_SAFE_INTEGER)) throw new Unreadable();
    return Number(wide);
  }

  /** Every entry takes at least a byte, so a count beyond what is left is a lie. */
  #count(argument: number): number {
    if (argument > this.#bytes.length - this.#at) throw new Unreadable();
    return argument;
  }

  #take(length: number): Buffer {
    const start = this.#at;
    if (length > this.#bytes.length - start) throw new Unreadable();
    this.#at = start + length;
    return this.#bytes.subarray(start, this.#at);
  }
}

/** A byte string, for what is signed. */
export function cborBytes(bytes: Uint8Array): Buffer {
  return Buffer.concat([lengthHead(0x40, bytes.length), bytes]);
}

/** A text string. */
export function cborText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return Buffer.concat([lengthHead(0x60, bytes.length), bytes]);
}

/** A list of encoded items. */
export function cborList(...items: readonly Uint8Array[]): Buffer {
  return Buffer.concat([lengthHead(0x80, items.length), ...items]);
}

function lengthHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.of(major | length);
  if (length < 0x1_00) return Buffer.of(major | 24, length);
  return Buffer.of(major | 25, length >> 8, length & 0xff);
}
