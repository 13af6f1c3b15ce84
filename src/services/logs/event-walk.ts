import type { Cursor, ListPage, View } from '../../contract/view.ts';
import { MINUTE_MS, type Instant } from '../../core/time.ts';
import { unseal } from '../../crypto/sealing.ts';
import { type LogEvent, minuteOf } from './domain/chunks.ts';
import type { GroupKeys } from './group-keys.ts';
import { type ChunkDocument, chunks, timeKey } from './state.ts';

const CHUNKS_AT_ONCE = 20;

/** Where an event stands among those of its group: by time, then by arrival. */
export interface EventPosition {
  readonly timestamp: Instant;
  /** The chunk's order, and the event's number in it. An empty order stands before every event of its instant. */
  readonly order: string;
  readonly index: number;
}

export interface FoundEvent extends EventPosition {
  readonly message: string;
  readonly chunk: ChunkDocument;
}

export function comparePositions(a: EventPosition, b: EventPosition): number {
  if (a.timestamp !== b.timestamp) return a.timestamp - b.timestamp;
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.index - b.index;
}

export interface Walk {
  readonly view: View;
  readonly keys: GroupKeys;
  /** What is walked: a stream's id, or a group's. */
  readonly of: { readonly stream: string } | { readonly group: string };
  /** Chunks that can hold nothing wanted are not opened. */
  readonly wants: (chunk: ChunkDocument) => boolean;
  /** What may be looked at; no limit when absent. */
  readonly scan?: Scan;
}

export interface StreamWalk extends Walk {
  readonly of: { readonly stream: string };
}

/** A walk's limit, and where it was reached. */
export class Scan {
  /** Set where the walk was broken off: it goes on after this position. */
  stopped: EventPosition | undefined;
  readonly #bytesMax: number;
  readonly #start: Instant;
  #bytes = 0;

  constructor(bytesMax: number, start: EventPosition) {
    this.#bytesMax = bytesMax;
    this.#start = start.timestamp;
  }

  /** False: enough was looked at. A walk always gets beyond the instant at which it began. */
  mayLookAt(chunk: ChunkDocument): boolean {
    if (chunk.first <= this.#start) return true;
    this.#bytes += chunk.bytes;
    if (this.#bytes <= this.#bytesMax) return true;
    this.stopped = { timestamp: chunk.first, order: '', index: -1 };
    return false;
  }
}

/** Events after a position and before an instant, oldest first. */
export async function* eventsAfter(
  walk: Walk,
  position: EventPosition,
  end: Instant,
): AsyncGenerator<FoundEvent> {
  const prefix = 'stream' in walk.of ? walk.of.stream : walk.of.group;
  const index = 'stream' in walk.of ? { index: 'stream' } : {};
  const from = `${prefix}/${timeKey(minuteOf(position.timestamp))}`;
  const wanted = (event: FoundEvent): boolean =>
    comparePositions(event, position) > 0 && event.timestamp < end;
  let pending: FoundEvent[] = [];
  for await (const chunk of chunksFrom(walk, { ...index, prefix: `${prefix}/` }, from)) {
    if (chunk.first >= end) break;
    // Whatever comes in later chunks begins here or later.
    const ready = pending.findIndex(({ timestamp }) => timestamp >= chunk.first);
    const split = ready === -1 ? pending.length : ready;
    yield* pending.slice(0, split);
    if (walk.scan?.mayLookAt(chunk) === false) return;
    const opened = (await eventsOf(walk, chunk)).filter(wanted);
    pending = [...pending.slice(split), ...opened].toSorted(comparePositions);
  }
  yield* pending;
}

/** Events of a stream before a position and not before an instant, newest first. */
export async function* eventsBefore(
  walk: StreamWalk,
  position: EventPosition,
  start: Instant,
): AsyncGenerator<FoundEvent> {
  const { stream } = walk.of;
  const from = `${stream}/${timeKey(minuteOf(position.timestamp) + MINUTE_MS)}`;
  const wanted = (event: FoundEvent): boolean =>
    comparePositions(event, position) < 0 && event.timestamp >= start;
  const query = { index: 'streamEnd', prefix: `${stream}/`, descending: true };
  let pending: FoundEvent[] = [];
  for await (const chunk of chunksFrom(walk, query, from)) {
    if (chunk.last < start) break;
    const ready = pending.findIndex(({ timestamp }) => timestamp <= chunk.last);
    const split = ready === -1 ? pending.length : ready;
    yield* pending.slice(0, split);
    const opened = (await eventsOf(walk, chunk)).filter(wanted);
    pending = [...pending.slice(split), ...opened].toSorted((a, b) => comparePositions(b, a));
  }
  yield* pending;
}

async function* chunksFrom(
  { view }: Walk,
  query: { readonly index?: string; readonly prefix: string; readonly descending?: boolean },
  from: string,
): AsyncGenerator<ChunkDocument> {
  let after: Cursor | undefined = { key: from, id: '' };
  while (after !== undefined) {
    const page: ListPage<ChunkDocument> = await view.list(chunks, {
      ...query,
      after,
      limit: CHUNKS_AT_ONCE,
    });
    for (const { document } of page.items) yield document;
    after = page.last;
  }
}

async function eventsOf(
  { keys, wants }: Walk,
  chunk: ChunkDocument,
): Promise<readonly FoundEvent[]> {
  if (!wants(chunk)) return [];
  const { order } = chunk;
  return (await contentOf(keys, chunk)).map(([timestamp, message], index) => ({
    timestamp,
    order,
    index,
    message,
    chunk,
  }));
}

async function contentOf(keys: GroupKeys, chunk: ChunkDocument): Promise<readonly LogEvent[]> {
  const { encrypted, events = [] } = chunk;
  if (encrypted === undefined) return events;
  const key = await keys.open(encrypted.dataKey);
  const id = `${chunk.group}/${timeKey(chunk.first)}/${chunk.order}`;
  const clear = unseal(key, ['log events', id], Buffer.from(encrypted.text, 'base64'));
  return JSON.parse(clear.toString('utf8'));
}
