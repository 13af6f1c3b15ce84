import { crc32 } from 'node:zlib';
import type { TrailRecord } from '../../contract/view.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Instant } from '../../core/time.ts';

/**
 * How one record stands in a segment. Numbers are little-endian; positions, times and pending
 * numbers are doubles, exact up to 2^53. A length of zero is where the written part ends.
 *
 *    0 u32  length of the frame        32 u8  1 when the next frame belongs to the same append
 *    4 u32  CRC-32 of all that follows 33 u8  length of the account
 *    8 f64  position                   34 u8  length of the Region
 *   16 f64  time                       35 u8  zero
 *   24 f64  pending number, or zero    36     account, Region (ASCII), text (UTF-8)
 */
export const FRAME_HEADER_BYTES = 36;
/** No frame is longer: a length beyond it is damage, never a reason to read on. */
export const FRAME_LIMIT_BYTES = 4 * 1024 * 1024;
/** In UTF-16 units, each of which takes at most three bytes. */
export const TEXT_LIMIT = 1024 * 1024;
const NAME_LIMIT = 255;
const LAST_ASCII = 0x7f;

export interface FrameNumbers {
  readonly position: number;
  /** Zero: the record came from no pending row. */
  readonly pendingNumber: number;
  /** More records of the same append follow, and count only together with it. */
  readonly more: boolean;
}

/** Why a record can't be written, or undefined. */
export function refusalOf(record: TrailRecord): string | undefined {
  if (record.text.length > TEXT_LIMIT) return `An audit record is longer than ${TEXT_LIMIT}.`;
  if (!Number.isFinite(record.time)) return 'An audit record has no time.';
  if (!isShortAscii(record.account)) return 'The account of an audit record is not ASCII text.';
  if (!isShortAscii(record.region)) return 'The Region of an audit record is not ASCII text.';
  return undefined;
}

function isShortAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > LAST_ASCII) return false;
  }
  return text.length <= NAME_LIMIT;
}

/** How many bytes a record's frame takes at most. */
export function frameRoom(record: TrailRecord): number {
  const names = record.account.length + record.region.length;
  return FRAME_HEADER_BYTES + names + record.text.length * 3;
}

/** Where the text of a record's frame at `start` begins. */
export function textStartOf(start: number, { account, region }: TrailRecord): number {
  return start + FRAME_HEADER_BYTES + account.length + region.length;
}

/** Writes a frame for which there is room; returns where it ends. `view` spans the same bytes. */
export function writeFrame(
  bytes: Buffer,
  view: DataView,
  start: number,
  record: TrailRecord,
  numbers: FrameNumbers,
): number {
  view.setFloat64(start + 8, numbers.position, true);
  view.setFloat64(start + 16, record.time, true);
  view.setFloat64(start + 24, numbers.pendingNumber, true);
  bytes[start + 32] = numbers.more ? 1 : 0;
  bytes[start + 33] = record.account.length;
  bytes[start + 34] = record.region.length;
  bytes[start + 35] = 0;
  let at = writeAscii(bytes, start + FRAME_HEADER_BYTES, record.account);
  at = writeAscii(bytes, at, record.region);
  const end = at + bytes.write(record.text, at, 'utf8');
  view.setUint32(start, end - start, true);
  view.setUint32(start + 4, crc32(bytes.subarray(start + 8, end)), true);
  return end;
}

// A dozen bytes are cheaper to store one by one than through a native call.
function writeAscii(bytes: Buffer, start: number, text: string): number {
  for (let index = 0; index < text.length; index += 1) {
    bytes[start + index] = text.charCodeAt(index);
  }
  return start + text.length;
}

/**
 * The length of the frame at `start`: 0 where the written part ends, -1 when the bytes can't be a
 * frame's. The frame need not be whole within `bytes`.
 */
export function frameLength(bytes: Buffer, start: number): number {
  const length = bytes.readUInt32LE(start);
  if (length === 0) return 0;
  return length < FRAME_HEADER_BYTES || length > FRAME_LIMIT_BYTES ? -1 : length;
}

export function framePosition(bytes: Buffer, start: number): number {
  return bytes.readDoubleLE(start + 8);
}

export function frameTime(bytes: Buffer, start: number): Instant {
  return bytes.readDoubleLE(start + 16);
}

export function framePending(bytes: Buffer, start: number): number {
  return bytes.readDoubleLE(start + 24);
}

export function frameHasMore(bytes: Buffer, start: number): boolean {
  return bytes[start + 32] === 1;
}

/** Whether a whole frame's checksum holds. */
export function isFrameSound(bytes: Buffer, start: number, length: number): boolean {
  const names = (bytes[start + 33] ?? 0) + (bytes[start + 34] ?? 0);
  if (FRAME_HEADER_BYTES + names > length) return false;
  return crc32(bytes.subarray(start + 8, start + length)) === bytes.readUInt32LE(start + 4);
}

/** Whether a frame is of an account (and Region), told without decoding it. */
export function isFrameOf(
  bytes: Buffer,
  start: number,
  account: string,
  region: string | undefined,
): boolean {
  if (bytes[start + 33] !== account.length) return false;
  const regionStart = start + FRAME_HEADER_BYTES + account.length;
  if (region !== undefined) {
    if (bytes[start + 34] !== region.length || !hasAscii(bytes, regionStart, region)) return false;
  }
  return hasAscii(bytes, start + FRAME_HEADER_BYTES, account);
}

function hasAscii(bytes: Buffer, start: number, text: string): boolean {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** A sound frame's record. */
export function readFrame(bytes: Buffer, start: number, length: number): StoredRecord {
  const names = start + FRAME_HEADER_BYTES;
  const regionStart = names + (bytes[start + 33] ?? 0);
  const textStart = regionStart + (bytes[start + 34] ?? 0);
  return {
    position: framePosition(bytes, start),
    time: frameTime(bytes, start),
    account: bytes.toString('latin1', names, regionStart),
    region: bytes.toString('latin1', regionStart, textStart),
    text: bytes.toString('utf8', textStart, start + length),
  };
}

export function readScope(bytes: Buffer, start: number): { account: string; region: string } {
  const names = start + FRAME_HEADER_BYTES;
  const regionStart = names + (bytes[start + 33] ?? 0);
  const end = regionStart + (bytes[start + 34] ?? 0);
  return {
    account: bytes.toString('latin1', names, regionStart),
    region: bytes.toString('latin1', regionStart, end),
  };
}
