import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Collection } from '../../contract/collection.ts';
import type { StoredRecord, TrailReader } from '../../contract/trail.ts';
import type { View } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { placeKey, type TrailPlace } from './places.ts';
import { type PendingRecords, pendingRecords } from './state.ts';

const zip = promisify(gzip);

/** Notes one file takes: each holds at most a follower's batch of positions. */
const NOTES_MAX = 100;
/** Bytes of records in one file, before compression. */
const FILE_BYTES_MAX = 16 * 1024 * 1024;
const READ_AHEAD = 500;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const RANDOM_CHARACTERS = 16;

/** A log file as it will be written. */
export interface LogFile {
  /** Ids of the notes it takes up. */
  readonly notes: readonly string[];
  readonly content: Uint8Array;
  readonly hash: string;
  readonly random: string;
  /** More may wait. */
  readonly isFull: boolean;
  /** Event times, as the records have them. */
  readonly newest: string;
  readonly oldest: string;
}

/** Records that wait. */
export interface WaitingRecords {
  /** Ids of the notes that they are of. */
  readonly notes: readonly string[];
  readonly texts: readonly string[];
  /** More may wait. */
  readonly isFull: boolean;
}

export interface Waiting {
  readonly place: TrailPlace;
  /** Where it is noted what waits. */
  readonly notes: Collection<PendingRecords>;
  /** Bytes of records at which it is enough. */
  readonly bytes: number;
}

/** What waits at a place, oldest first. Records that have left the trail by age are left out. */
export async function nextRecords(
  view: View,
  trail: TrailReader,
  waiting: Waiting,
): Promise<WaitingRecords> {
  const query = { prefix: `${placeKey(waiting.place)}/`, limit: NOTES_MAX };
  const { items } = await view.list(waiting.notes, query);
  const notes: string[] = [];
  const texts: string[] = [];
  let bytes = 0;
  for (const { id, document } of items) {
    notes.push(id);
    for (const { text } of await recordsAt(trail, document.positions)) {
      texts.push(text);
      bytes += text.length;
    }
    if (bytes > waiting.bytes) break;
  }
  return { notes, texts, isFull: notes.length < items.length || items.length === NOTES_MAX };
}

/** The next file of a place; undefined when nothing waits there. */
export async function nextLogFile(
  view: View,
  trail: TrailReader,
  place: TrailPlace,
): Promise<LogFile | undefined> {
  const waiting = { place, notes: pendingRecords, bytes: FILE_BYTES_MAX };
  const { notes, texts, isFull } = await nextRecords(view, trail, waiting);
  if (notes.length === 0) return undefined;
  const plain = Buffer.from(`{"Records":[${texts.join(',')}]}`);
  const times = texts.map(eventTimeOf).toSorted();
  return {
    notes,
    content: await zip(plain),
    hash: createHash('sha256').update(plain).digest('hex'),
    random: randomText(),
    isFull,
    newest: times.at(-1) ?? '',
    oldest: times[0] ?? '',
  };
}

async function recordsAt(
  trail: TrailReader,
  positions: readonly number[],
): Promise<readonly StoredRecord[]> {
  const wanted = new Set(positions);
  const last = positions.at(-1) ?? 0;
  const found: StoredRecord[] = [];
  let after = (positions[0] ?? 0) - 1;
  while (after < last) {
    const batch = await trail.read(after, READ_AHEAD);
    if (batch.length === 0) break;
    found.push(...batch.filter(({ position }) => wanted.has(position)));
    after = batch.at(-1)?.position ?? last;
  }
  return found;
}

/** A record's `eventTime`. */
export function eventTimeOf(text: string): string {
  const record: JsonValue = JSON.parse(text);
  const time = isJsonObject(record) ? record['eventTime'] : undefined;
  return typeof time === 'string' ? time : '';
}

/** Letters and digits, each as likely as the others. */
function randomText(): string {
  let text = '';
  while (text.length < RANDOM_CHARACTERS) {
    for (const byte of randomBytes(RANDOM_CHARACTERS)) {
      if (byte < LETTERS.length * 4 && text.length < RANDOM_CHARACTERS) {
        text += LETTERS[byte % LETTERS.length];
      }
    }
  }
  return text;
}
