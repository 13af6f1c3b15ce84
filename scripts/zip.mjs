// A zip archive of one file, as Lambda takes it.
import { crc32, deflateRawSync } from 'node:zlib';

const READABLE_FILE = 0o100644;
/** 1980-01-01, the first day a zip knows: the same content gives the same archive. */
const FIRST_DAY = 0x21;

export function zipOf(name, content) {
  const packed = deflateRawSync(content);
  const named = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(named.length, 22);
  const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, named, packed]);
  const attributes = Buffer.alloc(14);
  attributes.writeUInt32LE((READABLE_FILE << 16) >>> 0, 6);
  const madeOnUnix = Buffer.from([20, 3]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02'), madeOnUnix, facts, attributes, named]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(file.length, 16);
  return Buffer.concat([file, entry, end]);
}
