import type { LogsOperations } from '../../../models/logs/types.ts';
import type { Call, OperationOf } from '../../contract/operation.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { onStream, streamOf } from './authorization.ts';
import { eventBytes } from './domain/chunks.ts';
import { invalidParameter } from './errors.ts';
import {
  type EventPosition,
  eventsAfter,
  eventsBefore,
  type FoundEvent,
  type StreamWalk,
  type Walk,
} from './event-walk.ts';
import { GroupKeys } from './group-keys.ts';
import { afterOf, tokenOf } from './pages.ts';

const EVENTS_MAX = 10_000;
const ANSWER_BYTES_MAX = 1_048_576;
/** Later than any event that is taken. */
const FOREVER = 9_999_999_000_000;

interface TimeRange {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
}

/** The instants whose events are shown: the first included, the last not. What is expired is not shown. */
export function shownRange(
  { startTime = 0, endTime = FOREVER }: TimeRange,
  retentionDays: number | undefined,
  now: Instant,
): { readonly start: Instant; readonly end: Instant } {
  const kept = retentionDays === undefined ? 0 : now - retentionDays * DAY_MS;
  return { start: Math.max(startTime, kept), end: Math.min(endTime, FOREVER) };
}

export const getLogEvents: OperationOf<LogsOperations, 'GetLogEvents'> = {
  name: 'GetLogEvents',
  access: 'read',
  authorize: onStream('logs:GetLogEvents'),
  handle: async (input, context) => {
    const { call } = context;
    const found = await streamOf(context, input);
    const { group, stream } = found;
    const { start, end } = shownRange(input, group.retentionDays, call.now);
    const given =
      input.nextToken === undefined ? undefined : readToken(call, input.nextToken, stream.id);
    const isForward = given?.isForward ?? input.startFromHead ?? false;
    const place = { view: found.view, scope: found.resource.resolved.scope };
    const walk = {
      view: found.view,
      keys: new GroupKeys(context, place, group),
      of: { stream: stream.id },
      wants: () => true,
    };
    const range = { start, end, limit: input.limit ?? EVENTS_MAX };
    const events = isForward
      ? await pageAfter(walk, range, given?.position)
      : await pageBefore(walk, range, given?.position);
    const first = events[0] ?? given?.position ?? edge(isForward ? start : end);
    const last = events.at(-1) ?? given?.position ?? edge(isForward ? start : end);
    return {
      events: events.map(({ timestamp, message, chunk }) => ({
        timestamp,
        message,
        ingestionTime: chunk.ingested,
      })),
      nextForwardToken: writeToken(call, 'f', last, stream.id),
      nextBackwardToken: writeToken(call, 'b', first, stream.id),
    };
  },
};

interface Range {
  readonly start: Instant;
  readonly end: Instant;
  readonly limit: number;
}

/** The position before every event of an instant. */
export function edge(timestamp: Instant): EventPosition {
  return { timestamp, order: '', index: -1 };
}

async function pageAfter(
  walk: Walk,
  { start, end, limit }: Range,
  position: EventPosition | undefined,
): Promise<readonly FoundEvent[]> {
  const from = position !== undefined && position.timestamp >= start ? position : edge(start);
  const page = new Page(limit);
  for await (const event of eventsAfter(walk, from, end)) {
    if (!page.takes(event)) break;
  }
  return page.events;
}

async function pageBefore(
  walk: StreamWalk,
  { start, end, limit }: Range,
  position: EventPosition | undefined,
): Promise<readonly FoundEvent[]> {
  const from = position !== undefined && position.timestamp < end ? position : edge(end);
  const page = new Page(limit);
  for await (const event of eventsBefore(walk, from, start)) {
    if (!page.takes(event)) break;
  }
  return page.events.toReversed();
}

/** Events until their number or their bytes fill an answer. */
export class Page {
  readonly events: FoundEvent[] = [];
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** False: it is full, and the event is not on it. */
  takes(event: FoundEvent): boolean {
    const bytes = this.#bytes + eventBytes([event.timestamp, event.message]);
    if (this.events.length >= this.#limit) return false;
    if (bytes > ANSWER_BYTES_MAX && this.events.length > 0) return false;
    this.#bytes = bytes;
    this.events.push(event);
    return true;
  }
}

/** `f/…` goes on to newer events, `b/…` to older ones. A page that is empty gives the token it was asked with. */
function writeToken(
  call: Call,
  direction: 'f' | 'b',
  position: EventPosition,
  stream: string,
): string {
  return `${direction}/${tokenOf(call, cursorOf(position), `${stream}/${direction}`)}`;
}

function readToken(call: Call, token: string, stream: string) {
  const direction = token.slice(0, 1);
  if (!/^[fb]\//.test(token)) throw invalidParameter('The specified nextToken is invalid.');
  const cursor = afterOf(call, token.slice(2), `${stream}/${direction}`);
  return { isForward: direction === 'f', position: positionOf(cursor ?? { key: '', id: '' }) };
}

export function cursorOf({ timestamp, order, index }: EventPosition) {
  return { key: String(timestamp), id: `${order}/${index}` };
}

export function positionOf({
  key,
  id,
}: {
  readonly key: string;
  readonly id: string;
}): EventPosition {
  const [order = '', index = ''] = id.split('/');
  return { timestamp: Number(key), order, index: Number(index) };
}
