const BLOCK = 512;
const LONG_NAME_MAX = 4_096;

/** A file of an archive. Its bytes must be read, or left, before the next. */
export interface ArchivedFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The archive breaks off, or is none. */
export class MalformedArchive extends Error {}

/** Reads bytes in the amounts that are asked for. */
class Source {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  /** Up to so many bytes; none: the end. */
  async some(limit: number): Promise<Uint8Array> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return this.#rest;
      this.#rest = next.value;
    }
    const taken = this.#rest.subarray(0, limit);
    this.#rest = this.#rest.subarray(taken.length);
    return taken;
  }

  /** Exactly so many bytes, which are few; undefined at the end. */
  async exactly(count: number): Promise<Buffer | undefined> {
    const parts: Uint8Array[] = [];
    for (let left = count; left > 0; ) {
      const part = await this.some(left);
      if (part.length === 0) {
        if (parts.length === 0) return undefined;
        throw new MalformedArchive('the archive breaks off');
      }
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }
}

function textAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString('utf8');
}

/** Octal digits, or a binary number that begins with a set bit. */
function sizeIn(header: Buffer): number {
  if (((header[124] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(128));
  const size = Number.parseInt(textAt(header, 124, 12).trim() || '0', 8);
  if (!Number.isSafeInteger(size)) throw new MalformedArchive('a file has no size');
  return size;
}

function hasChecksum(header: Buffer): boolean {
  let sum = 0;
  for (const [at, byte] of header.entries()) sum += at >= 148 && at < 156 ? 32 : byte;
  return sum === Number.parseInt(textAt(header, 148, 8).trim(), 8);
}

/** The files of a tar archive (POSIX ustar, with GNU's long names). Errors: MalformedArchive. */
export async function* tarFiles(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivedFile> {
  const source = new Source(bytes);
  let longName: string | undefined;
  for (;;) {
    const header = await source.exactly(BLOCK);
    if (header === undefined || header.every((byte) => byte === 0)) return;
    if (!hasChecksum(header)) throw new MalformedArchive('a header is damaged');
    const size = sizeIn(header);
    const type = String.fromCharCode(header[156] ?? 0);
    const left = { content: size, padding: (BLOCK - (size % BLOCK)) % BLOCK };
    if (type === 'L' && size <= LONG_NAME_MAX) {
      longName = textAt((await source.exactly(size)) ?? Buffer.alloc(0), 0, size);
      left.content = 0;
    } else if (type === '0' || type === '\0') {
      const prefix = textAt(header, 345, 155);
      const name = longName ?? `${prefix === '' ? '' : `${prefix}/`}${textAt(header, 0, 100)}`;
      longName = undefined;
      yield { name, bytes: contentOf(source, left) };
    }
    for await (const _rest of contentOf(source, left)) continue;
    if (left.padding > 0) await source.exactly(left.padding);
  }
}

async function* contentOf(source: Source, left: { content: number }): AsyncGenerator<Uint8Array> {
  while (left.content > 0) {
    const part = await source.some(left.content);
    if (part.length === 0) throw new MalformedArchive('the archive breaks off');
    left.content -= part.length;
    yield part;
  }
}
