import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { encodingOf, type Kind, kindOf, mimeTypeOf } from './kinds.ts';
import { DelimitedText } from './reading/delimited-text.ts';
import { JsonDocument, JsonLines } from './reading/records.ts';
import { RunningText } from './reading/running-text.ts';
import { type ArchivedFile, MalformedArchive, tarFiles } from './reading/tar.ts';
import type { TextReader } from './reading/text-reader.ts';
import { zipFiles } from './reading/zip.ts';
import type { Scanner } from './scanner.ts';
import { type Detection, Tally } from './tally.ts';

/*
 * Sensitive data in files. `classify` reads a file once, from front to back, whatever its size; archives are opened as they are
 * read. What it holds in memory is bounded: blocks of text, a JSON document or a ZIP archive within their limits. It takes time in
 * proportion to what it reads, and lets others work after each part.
 */

/** Archives within archives. */
const DEPTH_MAX = 10;
/** Bytes that an archive may become. */
const EXTRACTED_MAX = 10 * 1024 ** 3;
const FILES_MAX = 1_000_000;
/** A ZIP archive is held in memory. */
const ZIP_MAX = 64 * 1024 * 1024;
const HEAD = 1_024;
const PART = 64 * 1024;

export type StatusCode = 'COMPLETE' | 'PARTIAL' | 'SKIPPED';

export interface Classified {
  readonly status: { readonly code: StatusCode; readonly reason?: string };
  readonly mimeType: string;
  /** Bytes of text that were looked at. */
  readonly size: number;
  readonly isArchive: boolean;
  readonly detections: readonly Detection[];
}

export interface Source {
  /** Its name tells how it is read. */
  readonly key: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is found in a file. Errors of its bytes are the caller's. */
export async function classify(
  scanner: Scanner,
  { key, bytes }: Source,
  keepsSamples = false,
): Promise<Classified> {
  const work = new Classification(scanner, new Tally(keepsSamples));
  const kind = await work.read({ name: key, bytes }, 0);
  const reason = work.reason;
  const isSkipped = kind === undefined || (reason !== undefined && work.size === 0);
  return {
    status:
      reason === undefined
        ? { code: 'COMPLETE' }
        : { code: isSkipped ? 'SKIPPED' : 'PARTIAL', reason },
    mimeType: mimeTypeOf(kind, key),
    size: work.size,
    isArchive: kind === 'gzip' || kind === 'zip' || kind === 'tar',
    detections: work.tally.detections(),
  };
}

class Classification {
  readonly tally: Tally;
  readonly #scanner: Scanner;
  /** The first thing that went wrong. */
  reason: string | undefined;
  size = 0;
  #extracted = 0;
  #files = 0;

  constructor(scanner: Scanner, tally: Tally) {
    this.#scanner = scanner;
    this.tally = tally;
  }

  async read({ name, bytes }: ArchivedFile, depth: number): Promise<Kind | undefined> {
    const { head, whole } = await withHead(bytes);
    const kind = kindOf(name, head);
    switch (kind) {
      case undefined:
        this.#note(
          depth === 0 ? 'UNSUPPORTED_FILE_TYPE_EXCEPTION' : 'ARCHIVE_CONTAINS_UNPROCESSED_FILES',
        );
        break;
      case 'gzip':
      case 'zip':
      case 'tar':
        await this.#open(kind, { name, bytes: whole }, depth);
        break;
      default:
        await this.#search(this.#readerOf(kind), encodingOf(head), whole);
    }
    return kind;
  }

  #note(reason: string): void {
    this.reason ??= reason;
  }

  async #open(kind: 'gzip' | 'zip' | 'tar', file: ArchivedFile, depth: number): Promise<void> {
    if (depth >= DEPTH_MAX) {
      this.#note('ARCHIVE_NESTING_LEVEL_OVER_LIMIT');
      return;
    }
    try {
      for await (const inner of this.#filesOf(kind, file)) {
        this.#files += 1;
        if (this.#files > FILES_MAX)
          throw new OverLimit('ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT');
        await this.read({ name: inner.name, bytes: this.#counted(inner.bytes) }, depth + 1);
      }
    } catch (error) {
      if (error instanceof OverLimit) this.#note(error.message);
      else if (error instanceof MalformedArchive || isZlibError(error))
        this.#note('MALFORMED_FILE');
      else throw error;
    }
  }

  async *#filesOf(
    kind: 'gzip' | 'zip' | 'tar',
    { name, bytes }: ArchivedFile,
  ): AsyncGenerator<ArchivedFile> {
    if (kind === 'tar') yield* tarFiles(bytes);
    else if (kind === 'zip') yield* zipFiles(await wholeOf(bytes));
    else
      yield {
        name: name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar'),
        bytes: unzipped(bytes),
      };
  }

  async *#counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#extracted += chunk.length;
      if (this.#extracted > EXTRACTED_MAX) {
        throw new OverLimit('ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT');
      }
      yield chunk;
    }
  }

  #readerOf(kind: Exclude<Kind, 'gzip' | 'zip' | 'tar'>): TextReader {
    const scanner = this.#scanner;
    const { tally } = this;
    if (kind === 'csv') return new DelimitedText(scanner, tally, undefined);
    if (kind === 'tsv') return new DelimitedText(scanner, tally, '\t');
    if (kind === 'json') return new JsonDocument(scanner, tally);
    if (kind === 'jsonl') return new JsonLines(scanner, tally);
    return new RunningText(scanner, tally);
  }

  async #search(
    reader: TextReader,
    encoding: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length; from += PART) {
        const part = chunk.subarray(from, from + PART);
        reader.write(decoder.decode(part, { stream: true }));
        this.size += part.length;
        await othersFirst();
      }
    }
    const last = decoder.decode();
    if (last !== '') reader.write(last);
    reader.end();
    if (reader instanceof JsonDocument || reader instanceof JsonLines) {
      if (reader.isTooDeep) this.#note('JSON_NESTING_LEVEL_OVER_LIMIT');
    }
  }
}

/** A limit of archives; its message is the reason that is given. */
class OverLimit extends Error {}

function othersFirst(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

function unzipped(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(bytes);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > ZIP_MAX) throw new OverLimit('ARCHIVE_EXCEEDS_SIZE_LIMIT');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The beginning of a stream, and all of it still to be read. */
async function withHead(bytes: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const source = bytes[Symbol.asyncIterator]();
  while (size < HEAD) {
    const next = await source.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(chunks);
  return { head: head.subarray(0, HEAD), whole: joined(head, source) };
}

async function* joined(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield next.value;
  }
}
