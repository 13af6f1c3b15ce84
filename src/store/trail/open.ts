import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TrailLog } from './log.ts';
import type { LogSettings, OpenSegment } from './log.ts';
import { endOfBytes, loadSummary, scanSegment } from './scan.ts';
import {
  PREPARED_NAME,
  SEGMENT_HEADER_BYTES,
  SEGMENT_NAME,
  adoptSegment,
  lastPosition,
  openSegment,
  prepareSegment,
  segmentPath,
  syncFolder,
  writeAt,
  writeZeros,
} from './segment.ts';
import type { Segment } from './segment.ts';
import { Summary } from './summary.ts';
import type { Trail, TrailOptions } from './types.ts';

export type { Trail, TrailOptions, WriteAt } from './types.ts';

const SEGMENT_BYTES = 64 * 1024 * 1024;
/** Small enough not to be felt at the first start. */
const FIRST_SEGMENT_BYTES = 4 * 1024 * 1024;
const FIRST_POSITION = 1;

/**
 * Opens the trail in a folder: cuts a torn tail, rebuilds missing summaries. Positions start at 1.
 */
export async function openTrail(options: TrailOptions): Promise<Trail> {
  const settings: LogSettings = {
    directory: options.directory,
    segmentBytes: options.segmentBytes ?? SEGMENT_BYTES,
    sync: options.sync,
    writeAt: options.writeAt ?? writeAt,
    onFault: options.onFault ?? (() => undefined),
  };
  const { directory, sync } = settings;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await rm(join(directory, PREPARED_NAME), { force: true });
  const positions = await segmentPositions(directory);
  const newest = positions.pop();
  if (newest === undefined) return new TrailLog(settings, [], await firstSegment(settings));
  const sealed = await sealedSegments(directory, positions, newest);
  const active = await reopened(settings, newest);
  // A crash may have come between a segment's rename and the flush of its folder.
  if (sync) await syncFolder(directory);
  return new TrailLog(settings, sealed, active);
}

async function segmentPositions(directory: string): Promise<number[]> {
  const names = await readdir(directory);
  return names
    .flatMap((name) => SEGMENT_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((left, right) => left - right);
}

async function firstSegment(settings: LogSettings): Promise<OpenSegment> {
  const { directory, segmentBytes, sync } = settings;
  const capacity = Math.min(FIRST_SEGMENT_BYTES, segmentBytes);
  const prepared = await prepareSegment(settings, capacity);
  const numbers = { firstPosition: FIRST_POSITION, highestPending: 0 };
  return {
    path: segmentPath(directory, FIRST_POSITION),
    firstPosition: FIRST_POSITION,
    summary: new Summary(SEGMENT_HEADER_BYTES, 0),
    file: await adoptSegment(directory, prepared, numbers, sync),
    capacity,
  };
}

async function sealedSegments(
  directory: string,
  positions: readonly number[],
  newest: number,
): Promise<readonly Segment[]> {
  const segments: Segment[] = [];
  for (const [index, firstPosition] of positions.entries()) {
    const path = segmentPath(directory, firstPosition);
    const segment = { path, firstPosition, summary: await loadSummary(path, firstPosition) };
    const next = positions[index + 1] ?? newest;
    if (lastPosition(segment) + 1 !== next) {
      throw new Error(
        `The audit trail lacks the records ${lastPosition(segment) + 1} to ${next - 1}: ` +
          `the segment ${path} is damaged, or one after it is missing.`,
      );
    }
    segments.push(segment);
  }
  return segments;
}

async function reopened(settings: LogSettings, firstPosition: number): Promise<OpenSegment> {
  const path = segmentPath(settings.directory, firstPosition);
  const summary = await scanSegment(path, firstPosition);
  const file = await openSegment(path, settings.sync);
  // Appends never overwrite more than their own length, so what a torn one left behind goes now.
  await writeZeros(writeAt, file.fd, summary.end, await endOfBytes(file, summary.end));
  // Records may stand in the page cache alone if the last run did not sync: they count from now on.
  if (settings.sync) await file.sync();
  const { size } = await file.stat();
  return { path, firstPosition, summary, file, capacity: size };
}
