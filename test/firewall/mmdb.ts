import { parseNetwork } from '../../src/firewall/addresses/address.ts';

/** What a record of a database is made of. Numbers are unsigned, of at most 32 bits. */
export type MmdbValue = string | number | readonly MmdbValue[] | MmdbRecord;
export interface MmdbRecord {
  readonly [name: string]: MmdbValue;
}

export interface MmdbOptions {
  /** `GeoLite2-Country`. */
  readonly type?: string;
  /** 4: it can hold no IPv6 network. Default 6. */
  readonly ipVersion?: 4 | 6;
  /** Of a record of the tree. Default 24. */
  readonly recordBits?: 24 | 28 | 32;
}

type Slot = { readonly node: number } | { readonly at: number } | undefined;

/** A database in MaxMind's format, by its published description: records by networks in CIDR notation, none within another. */
export function mmdb(
  networks: Readonly<Record<string, MmdbRecord>>,
  { type = 'Test', ipVersion = 6, recordBits = 24 }: MmdbOptions = {},
): Buffer {
  const nodes: [Slot, Slot][] = [[undefined, undefined]];
  const pieces: Buffer[] = [];
  let dataBytes = 0;
  for (const [network, record] of Object.entries(networks)) {
    put(nodes, bitsOf(network, ipVersion), { at: dataBytes });
    const piece = encoded(record);
    pieces.push(piece);
    dataBytes += piece.length;
  }
  const tree = nodes.map((pair) =>
    treeNode(
      pair.map((slot) => valueOf(slot, nodes.length)),
      recordBits,
    ),
  );
  const metadata = encoded({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_225_600,
    database_type: type,
    description: { en: 'made by a test' },
    ip_version: ipVersion,
    languages: ['en'],
    node_count: nodes.length,
    record_size: recordBits,
  });
  const mark = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([...tree, Buffer.alloc(16), ...pieces, mark, metadata]);
}

function bitsOf(network: string, ipVersion: 4 | 6): readonly number[] {
  const parsed = parseNetwork(network);
  if (parsed === undefined) throw new Error(`${network} is no network`);
  const { address, prefix } = parsed;
  const bits = address.words
    .flatMap((word) => Array.from({ length: 32 }, (_, at) => (word >>> (31 - at)) & 1))
    .slice(0, prefix);
  if (address.version === ipVersion) return bits;
  if (ipVersion === 4) throw new Error(`${network} needs a database of IPv6`);
  return [...Array.from({ length: 96 }, () => 0), ...bits];
}

function put(nodes: [Slot, Slot][], bits: readonly number[], slot: Slot): void {
  let node = nodes[0];
  for (const [index, bit] of bits.entries()) {
    const side = bit === 0 ? 0 : 1;
    if (node === undefined) throw new Error('the tree has no root');
    if (index === bits.length - 1) {
      node[side] = slot;
      return;
    }
    const next = node[side];
    if (next !== undefined && 'at' in next) throw new Error('a network lies within another');
    if (next === undefined) {
      node[side] = { node: nodes.length };
      node = [undefined, undefined];
      nodes.push(node);
    } else {
      node = nodes[next.node];
    }
  }
}

function valueOf(slot: Slot, nodeCount: number): number {
  if (slot === undefined) return nodeCount;
  return 'node' in slot ? slot.node : nodeCount + 16 + slot.at;
}

function treeNode([left = 0, right = 0]: readonly number[], recordBits: 24 | 28 | 32): Buffer {
  const bytes = Buffer.alloc(recordBits / 4);
  switch (recordBits) {
    case 24:
      bytes.writeUIntBE(left, 0, 3);
      bytes.writeUIntBE(right, 3, 3);
      return bytes;
    case 28:
      bytes.writeUIntBE(left % 0x1000000, 0, 3);
      bytes.writeUInt8(((left >>> 24) << 4) | (right >>> 24), 3);
      bytes.writeUIntBE(right % 0x1000000, 4, 3);
      return bytes;
    case 32:
      bytes.writeUInt32BE(left, 0);
      bytes.writeUInt32BE(right, 4);
      return bytes;
  }
}

const STRING = 2;
const UINT32 = 6;
const MAP = 7;
const ARRAY = 11;

function encoded(value: MmdbValue): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([control(STRING, text.length), text]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(UINT32, bytes.length), bytes]);
  }
  if (isList(value)) return Buffer.concat([control(ARRAY, value.length), ...value.map(encoded)]);
  const entries = Object.entries(value);
  const pairs = entries.flatMap(([name, one]) => [encoded(name), encoded(one)]);
  return Buffer.concat([control(MAP, entries.length), ...pairs]);
}

function isList(value: readonly MmdbValue[] | MmdbRecord): value is readonly MmdbValue[] {
  return Array.isArray(value);
}

/** Types from 8 on have a byte of their own. Lengths up to 284. */
function control(type: number, length: number): Buffer {
  const short = Math.min(length, 29);
  const head = type < 8 ? [(type << 5) | short] : [short, type - 7];
  return Buffer.from(length < 29 ? head : [...head, length - 29]);
}
