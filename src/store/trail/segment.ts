import { write } from 'node:fs';
import { constants, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { WriteAt } from './types.ts';
import type { Summary } from './summary.ts';

/**
 * A segment file: a header, then frames, then zeros up to the size it was given ahead. Its name is
 * the position of its first record. Header: 8 bytes of magic, first position and highest pending
 * number of all earlier segments (doubles, little-endian), CRC-32 of these, zeros.
 */
export interface Segment {
  readonly path: string;
  readonly firstPosition: number;
  readonly summary: Summary;
}

export const SEGMENT_HEADER_BYTES = 64;
export const SEGMENT_NAME = /^([0-9]{16})\.trail$/;
export const PREPARED_NAME = 'next.prepared';
const MAGIC = Buffer.from('HFTRAIL\u0001', 'latin1');
const CRC_AT = 24;
const ZEROS = Buffer.alloc(1024 * 1024);
/** Audit records tell who did what; no other user of the machine may read them. */
const OWNER_ONLY = 0o600;

export function segmentPath(directory: string, firstPosition: number): string {
  return join(directory, `${String(firstPosition).padStart(16, '0')}.trail`);
}

export function summaryPath(segment: string): string {
  return segment.replace(/\.trail$/, '.summary');
}

export function lastPosition(segment: Segment): number {
  return segment.firstPosition + segment.summary.records - 1;
}

export function encodeHeader(firstPosition: number, highestPending: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  MAGIC.copy(header);
  header.writeDoubleLE(firstPosition, 8);
  header.writeDoubleLE(highestPending, 16);
  header.writeUInt32LE(crc32(header.subarray(0, CRC_AT)), CRC_AT);
  return header;
}

/**
 * The highest pending number before the segment. Throws when the header is not that of this
 * segment.
 */
export function decodeHeader(header: Buffer, firstPosition: number, path: string): number {
  const sound =
    header.length === SEGMENT_HEADER_BYTES &&
    header.subarray(0, MAGIC.length).equals(MAGIC) &&
    header.readUInt32LE(CRC_AT) === crc32(header.subarray(0, CRC_AT)) &&
    header.readDoubleLE(8) === firstPosition;
  if (!sound) throw new Error(`The audit trail's segment ${path} has a damaged header.`);
  return header.readDoubleLE(16);
}

/** Writes all bytes through libuv's pool. */
export const writeAt: WriteAt = (descriptor, bytes, offset) =>
  new Promise((resolve, reject) => {
    const step = (done: number): void => {
      write(descriptor, bytes, done, bytes.length - done, offset + done, (error, count) => {
        if (error !== null) reject(error);
        else if (done + count >= bytes.length) resolve();
        else if (count === 0) reject(new Error('The disk took no byte of a write.'));
        else step(done + count);
      });
    };
    step(0);
  });

export async function writeZeros(
  write: WriteAt,
  descriptor: number,
  from: number,
  to: number,
): Promise<void> {
  for (let at = from; at < to; at += ZEROS.length) {
    await write(descriptor, ZEROS.subarray(0, Math.min(ZEROS.length, to - at)), at);
  }
}

export interface SegmentSettings {
  readonly directory: string;
  readonly sync: boolean;
  readonly writeAt: WriteAt;
}

export interface PreparedSegment {
  readonly path: string;
  readonly capacity: number;
}

/**
 * Makes a file of zeros. They are written out, not left as a hole: then a full disk shows here
 * rather than in an append, and a synchronous overwrite costs half of one that has to find room.
 */
export async function prepareSegment(
  { directory, sync, writeAt: write }: SegmentSettings,
  capacity: number,
): Promise<PreparedSegment> {
  const path = join(directory, PREPARED_NAME);
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC;
  const file = await open(path, flags, OWNER_ONLY);
  try {
    if (sync) {
      await writeZeros(write, file.fd, 0, capacity);
      await file.sync();
    } else {
      await file.truncate(capacity);
    }
  } catch (error) {
    // What fitted must not keep a full disk full.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  return { path, capacity };
}

/** Opens a segment for writing; with `sync`, each write returns when the disk has it. */
export function openSegment(path: string, sync: boolean): Promise<FileHandle> {
  return open(path, sync ? constants.O_RDWR | constants.O_DSYNC : constants.O_RDWR);
}

/**
 * Gives a prepared file its header and its name, both durable before the first record is written.
 */
export async function adoptSegment(
  directory: string,
  prepared: PreparedSegment,
  numbers: { readonly firstPosition: number; readonly highestPending: number },
  sync: boolean,
): Promise<FileHandle> {
  const file = await openSegment(prepared.path, sync);
  try {
    await writeAt(file.fd, encodeHeader(numbers.firstPosition, numbers.highestPending), 0);
    await rename(prepared.path, segmentPath(directory, numbers.firstPosition));
    if (sync) await syncFolder(directory);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

export async function syncFolder(directory: string): Promise<void> {
  const folder = await open(directory, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
