import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { StoredRecord, TrailPage, TrailQuery } from '../../contract/trail.ts';
import {
  FRAME_HEADER_BYTES,
  frameLength,
  framePosition,
  frameTime,
  isFrameOf,
  isFrameSound,
  readFrame,
} from './frame.ts';
import { readChunk, walkFrames } from './scan.ts';
import { SEGMENT_HEADER_BYTES, lastPosition } from './segment.ts';
import type { Segment } from './segment.ts';

/** How many marks (of 64 KiB) one read of a backward walk spans. */
const MARKS_A_READ = 8;

/** Records after a position, in order, from segments in order. */
export async function readForward(
  segments: readonly Segment[],
  after: number,
  limit: number,
): Promise<readonly StoredRecord[]> {
  const records: StoredRecord[] = [];
  for (const segment of segments) {
    if (records.length >= limit) break;
    if (lastPosition(segment) <= after) continue;
    await withFile(segment, (file) => collectForward(file, segment, after, limit, records));
  }
  return records;
}

async function collectForward(
  file: FileHandle,
  segment: Segment,
  after: number,
  limit: number,
  records: StoredRecord[],
): Promise<void> {
  const { summary } = segment;
  const { end } = summary;
  const mark = summary.marks[summary.markBelow(after + 1)];
  const stopped = await walkFrames(
    file,
    mark?.offset ?? SEGMENT_HEADER_BYTES,
    end,
    ({ bytes, start, length, offset }) => {
      if (records.length >= limit) return false;
      if (framePosition(bytes, start) <= after) return true;
      if (!isFrameSound(bytes, start, length)) throw damage(segment, offset);
      records.push(readFrame(bytes, start, length));
      return true;
    },
  );
  if (stopped < end && records.length < limit) throw damage(segment, stopped);
}

/** What a backward walk has found and spent so far. */
interface Walk {
  readonly query: TrailQuery;
  readonly records: StoredRecord[];
  /** Every record at or above it has been looked at. */
  reached: number;
  spentBytes: number;
}

/** Records of one account, newest first, from segments in order of age. */
export async function readBackward(
  segments: readonly Segment[],
  query: TrailQuery,
): Promise<TrailPage> {
  const walk: Walk = {
    query,
    records: [],
    reached: query.before ?? Number.POSITIVE_INFINITY,
    spentBytes: 0,
  };
  const lowest = segments[0]?.firstPosition ?? 0;
  for (let index = segments.length - 1; index >= 0 && !isOver(walk); index -= 1) {
    const segment = segments[index];
    if (segment === undefined || segment.firstPosition >= walk.reached) continue;
    if (mayMatch(segment, query)) {
      await withFile(segment, (file) => walkSegment(file, segment, walk));
    } else {
      walk.reached = segment.firstPosition;
    }
  }
  const more = isOver(walk) && walk.reached > lowest;
  return { records: walk.records, next: more ? walk.reached : undefined };
}

function isOver(walk: Walk): boolean {
  return walk.records.length >= walk.query.limit || walk.spentBytes >= walk.query.scanBytes;
}

function mayMatch({ summary }: Segment, query: TrailQuery): boolean {
  if (summary.records === 0 || !summary.mayHold(query.account, query.region)) return false;
  if (query.since !== undefined && summary.latest < query.since) return false;
  return query.until === undefined || summary.earliest <= query.until;
}

async function walkSegment(file: FileHandle, segment: Segment, walk: Walk): Promise<void> {
  const { marks, end } = segment.summary;
  let high = segment.summary.markBelow(walk.reached - 1);
  // The open segment may grow while this waits for the disk; what is new then is not of this page.
  let highEnd = marks[high + 1]?.offset ?? end;
  while (high >= 0 && !isOver(walk)) {
    // A page with little left to spend reads little.
    const spare = Math.ceil((walk.query.scanBytes - walk.spentBytes) / (64 * 1024));
    const low = Math.max(0, high + 1 - Math.min(MARKS_A_READ, Math.max(1, spare)));
    const offset = marks[low]?.offset ?? SEGMENT_HEADER_BYTES;
    const bytes = await readChunk(file, offset, highEnd - offset);
    walk.spentBytes += bytes.length;
    const starts = frameStarts(bytes, segment, offset);
    for (let index = starts.length - 1; index >= 0; index -= 1) {
      if (walk.records.length >= walk.query.limit) return;
      look(bytes, starts[index] ?? 0, segment, offset, walk);
    }
    highEnd = offset;
    high = low - 1;
  }
}

function frameStarts(bytes: Buffer, segment: Segment, offset: number): number[] {
  const starts: number[] = [];
  let start = 0;
  while (start < bytes.length) {
    const length = start + FRAME_HEADER_BYTES <= bytes.length ? frameLength(bytes, start) : -1;
    if (length <= 0 || start + length > bytes.length) throw damage(segment, offset + start);
    starts.push(start);
    start += length;
  }
  return starts;
}

/** Decodes a frame only when its header says that it may be wanted. */
function look(bytes: Buffer, start: number, segment: Segment, offset: number, walk: Walk): void {
  const { query } = walk;
  const position = framePosition(bytes, start);
  if (position >= walk.reached) return;
  walk.reached = position;
  const time = frameTime(bytes, start);
  if (query.since !== undefined && time < query.since) return;
  if (query.until !== undefined && time > query.until) return;
  if (!isFrameOf(bytes, start, query.account, query.region)) return;
  const length = frameLength(bytes, start);
  if (!isFrameSound(bytes, start, length)) throw damage(segment, offset + start);
  const record = readFrame(bytes, start, length);
  if (query.wanted(record.text)) walk.records.push(record);
}

function damage(segment: Segment, offset: number): Error {
  return new Error(`The audit trail's segment ${segment.path} is damaged at byte ${offset}.`);
}

// A segment that retention deletes meanwhile has nothing to tell any more.
async function withFile(segment: Segment, use: (file: FileHandle) => Promise<void>): Promise<void> {
  let file: FileHandle;
  try {
    file = await open(segment.path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  try {
    await use(file);
  } finally {
    await file.close();
  }
}
