import type { FilterLogEventsRequest, LogsOperations } from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { groupOf, onGroup } from './authorization.ts';
import { eventIdOf } from './domain/event-id.ts';
import { parseFilterPattern } from './domain/filter-pattern.ts';
import { invalidParameter, streamNotFound } from './errors.ts';
import { eventsAfter, type FoundEvent, Scan } from './event-walk.ts';
import { cursorOf, edge, Page, positionOf, shownRange } from './get-events.ts';
import { GroupKeys } from './group-keys.ts';
import { afterOf, nextToken } from './pages.ts';
import { type ChunkDocument, streamKey, streams } from './state.ts';

const EVENTS_MAX = 10_000;
/** Bytes of events that one call looks at. */
const SCAN_BYTES_MAX = 32 * 1024 * 1024;

export const filterLogEvents: OperationOf<LogsOperations, 'FilterLogEvents'> = {
  name: 'FilterLogEvents',
  access: 'read',
  authorize: onGroup('logs:FilterLogEvents'),
  handle: async (input, context) => {
    const { call } = context;
    const { group, view, resource } = await groupOf(context, input);
    requireOneChoice(input);
    const matches = matcherOf(input.filterPattern ?? '');
    const { start, end } = shownRange(input, group.retentionDays, call.now);
    const ids = new Set<string>();
    for (const name of input.logStreamNames ?? []) {
      const stream = await view.get(streams, streamKey(group, name));
      if (stream === undefined) throw streamNotFound();
      ids.add(stream.id);
    }
    const { logStreamNamePrefix: prefix = '' } = input;
    const isOfStream = ({ stream, streamName }: ChunkDocument): boolean =>
      (ids.size === 0 || ids.has(stream)) && streamName.startsWith(prefix);
    const { filterPattern, startTime, endTime } = input;
    const about = JSON.stringify([group.id, [...ids], prefix, filterPattern, startTime, endTime]);
    const cursor = afterOf(call, input.nextToken, about);
    const [only] = ids;
    const from = cursor === undefined ? edge(start) : positionOf(cursor);
    const scan = new Scan(SCAN_BYTES_MAX, from);
    const walk = {
      view,
      keys: new GroupKeys(context, { view, scope: resource.resolved.scope }, group),
      of: only !== undefined && ids.size === 1 ? { stream: only } : { group: group.id },
      wants: isOfStream,
      scan,
    };
    const page = new Page(input.limit ?? EVENTS_MAX);
    let seen = from;
    let goesOn = false;
    for await (const event of eventsAfter(walk, from, end)) {
      if (matches(event.message) && !page.takes(event)) {
        goesOn = true;
        break;
      }
      seen = event;
    }
    const resume = goesOn ? seen : scan.stopped;
    return {
      events: page.events.map(shownEvent),
      searchedLogStreams: [],
      ...(resume === undefined ? {} : nextToken(call, cursorOf(resume), about)),
    };
  },
};

function requireOneChoice(input: FilterLogEventsRequest): void {
  if (input.logStreamNames === undefined || input.logStreamNamePrefix === undefined) return;
  throw invalidParameter(
    'Cannot use both logStreamNames and logStreamNamePrefix parameters at the same time.',
  );
}

/** Errors: InvalidParameterException with AWS's text, for what is no pattern. */
export function matcherOf(pattern: string): (message: string) => boolean {
  const parsed = parseFilterPattern(pattern);
  if (parsed === undefined) throw invalidParameter('Invalid filter pattern');
  return (message) => parsed.match(message) !== undefined;
}

function shownEvent({ timestamp, message, chunk, order, index }: FoundEvent) {
  return {
    logStreamName: chunk.streamName,
    timestamp,
    message,
    ingestionTime: chunk.ingested,
    eventId: eventIdOf(timestamp, { order, index, stream: chunk.stream }),
  };
}
