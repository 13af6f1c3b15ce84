import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1980-01-01: archives of the same text are the same bytes. */
const DATE = 0x21;
/** A file that everybody may read: as Unix says it, in the upper half. */
const MODE = (0o100644 << 16) >>> 0;

/** A zip archive of one file, not compressed, in base64. */
export function zipOf(name: string, text: string): string {
  const path = Buffer.from(name);
  const content = Buffer.from(text);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(VERSION, 0);
  head.writeUInt16LE(DATE, 8);
  head.writeUInt32LE(crc32(content), 10);
  head.writeUInt32LE(content.length, 14);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt16LE(path.length, 22);
  const local = Buffer.concat([number(LOCAL), head, path, content]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(MODE, 6);
  const made = Buffer.alloc(2);
  made.writeUInt16LE(0x0314, 0);
  const central = Buffer.concat([number(CENTRAL), made, head, rest, path]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, number(END), end]).toString('base64');
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
