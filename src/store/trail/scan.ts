import { open, readFile, rename, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import {
  FRAME_HEADER_BYTES,
  FRAME_LIMIT_BYTES,
  frameHasMore,
  frameLength,
  framePending,
  framePosition,
  frameTime,
  isFrameSound,
  readScope,
} from './frame.ts';
import { SEGMENT_HEADER_BYTES, decodeHeader, summaryPath } from './segment.ts';
import type { Segment } from './segment.ts';
import { MARK_EVERY_BYTES, Summary, summaryFromText } from './summary.ts';

const CHUNK_BYTES = 256 * 1024;

/** One frame that is whole in `bytes`. */
export interface Frame {
  readonly bytes: Buffer;
  readonly start: number;
  readonly length: number;
  /** In bytes from the segment's start. */
  readonly offset: number;
}

/**
 * Shows the frames between two offsets, in order, until `visit` returns false, no frame begins, or
 * the last one is cut. Returns the offset of the frame that was not passed.
 */
export async function walkFrames(
  file: FileHandle,
  from: number,
  end: number,
  visit: (frame: Frame) => boolean,
): Promise<number> {
  let offset = from;
  let chunkBytes = CHUNK_BYTES;
  while (offset < end) {
    const wanted = Math.min(chunkBytes, end - offset);
    const bytes = await readChunk(file, offset, wanted);
    const walked = walkChunk(bytes, offset, visit);
    if (walked.stopped || (bytes.length < wanted && walked.passed === 0)) {
      return offset + walked.passed;
    }
    offset += walked.passed;
    if (walked.passed > 0) chunkBytes = CHUNK_BYTES;
    else if (wanted < chunkBytes || chunkBytes > FRAME_LIMIT_BYTES) return offset;
    else chunkBytes = FRAME_LIMIT_BYTES + 1;
  }
  return offset;
}

function walkChunk(
  bytes: Buffer,
  offset: number,
  visit: (frame: Frame) => boolean,
): { readonly passed: number; readonly stopped: boolean } {
  let start = 0;
  while (start + FRAME_HEADER_BYTES <= bytes.length) {
    const length = frameLength(bytes, start);
    if (length <= 0) return { passed: start, stopped: true };
    if (start + length > bytes.length) break;
    if (!visit({ bytes, start, length, offset: offset + start })) {
      return { passed: start, stopped: true };
    }
    start += length;
  }
  return { passed: start, stopped: false };
}

/** Reads so many bytes, or fewer at the end of the file. */
export async function readChunk(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/**
 * Reads a segment through and sums it up. Whatever follows the last whole append (a frame whose
 * checksum or position is wrong, or an append whose last record is missing) does not count.
 */
export async function scanSegment(path: string, firstPosition: number): Promise<Summary> {
  const file = await open(path, 'r');
  try {
    const header = await readChunk(file, 0, SEGMENT_HEADER_BYTES);
    const summary = new Summary(SEGMENT_HEADER_BYTES, decodeHeader(header, firstPosition, path));
    const { size } = await file.stat();
    let expected = firstPosition;
    let group: (() => void)[] = [];
    await walkFrames(file, SEGMENT_HEADER_BYTES, size, (frame) => {
      const { bytes, start, length } = frame;
      const sound = framePosition(bytes, start) === expected && isFrameSound(bytes, start, length);
      if (!sound) return false;
      expected += 1;
      group.push(noteOf(summary, frame));
      if (frameHasMore(bytes, start)) return true;
      for (const note of group) note();
      group = [];
      return true;
    });
    return summary;
  } finally {
    await file.close();
  }
}

function noteOf(summary: Summary, frame: Frame): () => void {
  const { bytes, start, length, offset } = frame;
  const { account, region } = readScope(bytes, start);
  const time = frameTime(bytes, start);
  const position = framePosition(bytes, start);
  const pending = framePending(bytes, start);
  return () => {
    const mark = summary.marks.at(-1);
    if (mark === undefined || offset - mark.offset >= MARK_EVERY_BYTES) {
      summary.marks.push({ position, offset });
    }
    summary.note(account, region, time);
    summary.records += 1;
    summary.end = offset + length;
    summary.highestPending = Math.max(summary.highestPending, pending);
  };
}

/**
 * A sealed segment's summary: from its sidecar, else from the segment, which writes the sidecar
 * again.
 */
export async function loadSummary(path: string, firstPosition: number): Promise<Summary> {
  const text = await readFile(summaryPath(path), 'utf8').catch(() => '');
  const kept = summaryFromText(text);
  if (kept !== undefined) return kept;
  const summary = await scanSegment(path, firstPosition);
  // A disk that has no room for it does not keep the trail from opening.
  await saveSummary({ path, firstPosition, summary }).catch(() => undefined);
  return summary;
}

/**
 * Keeps a sealed segment's summary beside it. Losing it costs a scan, so it need not be flushed.
 */
export async function saveSummary(segment: Segment): Promise<void> {
  const path = summaryPath(segment.path);
  await writeFile(`${path}.new`, segment.summary.toText(), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/**
 * Where the last byte that is not zero ends, looking from an offset on; the offset itself when
 * there is none.
 */
export async function endOfBytes(file: FileHandle, from: number): Promise<number> {
  const { size } = await file.stat();
  let end = from;
  for (let offset = from; offset < size; offset += CHUNK_BYTES) {
    const bytes = await readChunk(file, offset, Math.min(CHUNK_BYTES, size - offset));
    if (!bytes.equals(Buffer.alloc(bytes.length))) end = offset + bytes.length;
  }
  return end;
}
