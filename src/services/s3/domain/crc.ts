import { crc32 as crc32Of } from 'node:zlib';

/** A running checksum. */
export interface Checksum {
  update(bytes: Uint8Array): void;
  /** Big-endian. */
  digest(): Buffer;
}

/** Castagnoli's polynomial, reflected. */
const CASTAGNOLI = 0x82f63b78;

function castagnoliTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = (value & 1) === 1 ? (value >>> 1) ^ CASTAGNOLI : value >>> 1;
    }
    table[byte] = value;
  }
  return table;
}

let castagnoli: Uint32Array | undefined;

/** Node's own, which is native. */
export function crc32(): Checksum {
  let value = 0;
  return {
    update: (bytes) => {
      value = crc32Of(bytes, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes;
    },
  };
}

export function crc32c(): Checksum {
  castagnoli ??= castagnoliTable();
  const table = castagnoli;
  let value = 0xffffffff;
  return {
    update: (bytes) => {
      let next = value;
      for (let i = 0; i < bytes.length; i += 1) {
        next = (next >>> 8) ^ (table[(next ^ (bytes[i] ?? 0)) & 255] ?? 0);
      }
      value = next;
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE((value ^ 0xffffffff) >>> 0);
      return bytes;
    },
  };
}

/** Reflected polynomial of CRC-64/NVME, as two halves: big integers would be tenfold slower. */
const NVME_HIGH = 0x9a6c9329;
const NVME_LOW = 0xac4bc9b5;

interface Halves {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function nvmeTable(): Halves {
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let h = 0;
    let l = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      const carry = (l & 1) === 1;
      l = ((l >>> 1) | (h << 31)) >>> 0;
      h >>>= 1;
      if (carry) {
        h = (h ^ NVME_HIGH) >>> 0;
        l = (l ^ NVME_LOW) >>> 0;
      }
    }
    high[byte] = h;
    low[byte] = l;
  }
  return { high, low };
}

let nvme: Halves | undefined;

export function crc64nvme(): Checksum {
  nvme ??= nvmeTable();
  const table = nvme;
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update: (bytes) => {
      let [h, l] = [high, low];
      for (let i = 0; i < bytes.length; i += 1) {
        const index = (l ^ (bytes[i] ?? 0)) & 255;
        l = ((l >>> 8) | (h << 24)) ^ (table.low[index] ?? 0);
        h = (h >>> 8) ^ (table.high[index] ?? 0);
      }
      [high, low] = [h, l];
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE((high ^ 0xffffffff) >>> 0, 0);
      bytes.writeUInt32BE((low ^ 0xffffffff) >>> 0, 4);
      return bytes;
    },
  };
}
