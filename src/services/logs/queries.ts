import type { LogsOperations, QueryInfo, StartQueryRequest } from '../../../models/logs/types.ts';
import type { ActingOperationOf, Context, OperationOf } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS, SECOND_MS } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { groupOf } from './authorization.ts';
import { eventIdOf } from './domain/event-id.ts';
import { parseQuery, type Query } from './domain/insights/query.ts';
import type { QueriedEvent } from './domain/insights/record.ts';
import { eventsAfter, Scan } from './event-walk.ts';
import { invalidParameter, malformedQuery, notFound, unbuilt } from './errors.ts';
import { edge, shownRange } from './get-events.ts';
import { GroupKeys } from './group-keys.ts';
import { afterOf, nextToken } from './pages.ts';
import { groupKind } from './resources.ts';
import { queries, type QueryDocument } from './state.ts';

/** As long as AWS keeps results. */
const KEPT_MS = 7 * DAY_MS;
const FORGET_JOB = 'logs.forgetQuery';
const GROUPS_MAX = 50;
const ROWS_MAX = 10_000;
/** Bytes of events that one query looks at, in all its groups. */
const SCAN_BYTES_MAX = 8 * 1024 * 1024;
const RESULT_BYTES_MAX = 4 * 1024 * 1024;
const SHOWN_MAX = 1_000;

/** The groups that a query names, in one of three ways. */
function groupsIn(input: StartQueryRequest): readonly string[] {
  const { logGroupName: one, logGroupNames: names, logGroupIdentifiers: identifiers } = input;
  const given = [one === undefined ? undefined : [one], names, identifiers].filter(
    (list) => list !== undefined,
  );
  const [only = []] = given;
  if (given.length !== 1 || only.length === 0 || only.length > GROUPS_MAX) {
    throw invalidParameter(
      'Exactly one of the parameters logGroupName, logGroupNames and logGroupIdentifiers must be specified, with 1 to 50 log groups.',
    );
  }
  return [...new Set(only)];
}

/** The query is answered while it is started: what it looks at is bounded. */
export const startQuery: ActingOperationOf<
  LogsOperations,
  'StartQuery',
  QueryDocument,
  QueryDocument
> = {
  name: 'StartQuery',
  access: 'write',
  authorize: (input, context) =>
    Promise.all(
      groupsIn(input).map(async (name) => ({
        action: 'logs:StartQuery',
        resource: await context.resolve(groupKind, name),
      })),
    ),
  prepare: async (input, context) => {
    if (input.queryLanguage !== undefined && input.queryLanguage !== 'CWLI') {
      throw unbuilt('StartQuery', `the query language ${input.queryLanguage}`);
    }
    if (input.endTime < input.startTime) {
      throw invalidParameter('End time should not be less than start time.');
    }
    const query = parseQuery(input.queryString);
    if ('fault' in query) throw malformedQuery(query.fault);
    return answered(input, context, query);
  },
  act: async (_input, document) => document,
  handle: async (_input, context, document) => {
    const { id, created } = document;
    const { scope } = context.call;
    context.view.put(queries, id, document);
    context.unit.order({
      id: `${FORGET_JOB}/${id}`,
      kind: FORGET_JOB,
      scope,
      due: created + KEPT_MS,
      payload: id,
    });
    return { queryId: id };
  },
};

export const forgetQueryJob: UnitJob = {
  kind: FORGET_JOB,
  run: async (id, { unit, scope }) => unit.view(scope).delete(queries, id),
};

async function answered(
  input: StartQueryRequest,
  context: Context,
  query: Query,
): Promise<QueryDocument> {
  const names = groupsIn(input);
  const found = await eventsIn(input, context, names);
  const { rows, matched } = query.run(found.events, input.limit ?? ROWS_MAX);
  return {
    id: await context.once(uuid),
    groups: names,
    text: input.queryString,
    created: context.call.now,
    status: found.isWhole ? 'Complete' : 'Timeout',
    rows: withinBytes(rows),
    matched,
    scanned: found.events.length,
    bytes: found.bytes,
  };
}

interface Found {
  /** Oldest first. */
  readonly events: readonly QueriedEvent[];
  readonly bytes: number;
  /** False: there was more than a query looks at. */
  readonly isWhole: boolean;
}

async function eventsIn(
  { startTime, endTime }: StartQueryRequest,
  context: Context,
  names: readonly string[],
): Promise<Found> {
  const events: QueriedEvent[] = [];
  let bytes = 0;
  let isWhole = true;
  const asked = { startTime: startTime * SECOND_MS, endTime: (endTime + 1) * SECOND_MS };
  for (const name of names) {
    const { group, view, resource } = await groupOf(context, { logGroupIdentifier: name });
    const { scope } = resource.resolved;
    const { start, end } = shownRange(asked, group.retentionDays, context.call.now);
    const scan = new Scan(SCAN_BYTES_MAX - bytes, edge(start));
    const keys = new GroupKeys(context, { view, scope }, group);
    const walk = { view, keys, of: { group: group.id }, wants: () => true, scan };
    for await (const { timestamp, message, chunk, order, index } of eventsAfter(
      walk,
      edge(start),
      end,
    )) {
      bytes += Buffer.byteLength(message);
      if (bytes > SCAN_BYTES_MAX) break;
      events.push({
        timestamp,
        message,
        ingested: chunk.ingested,
        stream: chunk.streamName,
        log: `${scope.account}:${group.name}`,
        ptr: eventIdOf(timestamp, { order, index, stream: chunk.stream }),
      });
    }
    if (scan.stopped !== undefined || bytes > SCAN_BYTES_MAX) isWhole = false;
  }
  return { events: events.toSorted((a, b) => a.timestamp - b.timestamp), bytes, isWhole };
}

function withinBytes(rows: QueryDocument['rows']): QueryDocument['rows'] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row));
    return bytes > RESULT_BYTES_MAX;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

export const getQueryResults: OperationOf<LogsOperations, 'GetQueryResults'> = {
  name: 'GetQueryResults',
  access: 'read',
  authorize: async () => [{ action: 'logs:GetQueryResults', resource: '*' }],
  handle: async (input, { call, view }) => {
    const query = await view.get(queries, input.queryId);
    if (query === undefined) throw notFound(`Query ${input.queryId} does not exist.`);
    const about = query.id;
    const from = Number(afterOf(call, input.nextToken, about)?.key ?? 0);
    const end = from + (input.maxItems ?? ROWS_MAX);
    const cursor = end < query.rows.length ? { key: String(end), id: query.id } : undefined;
    return {
      queryLanguage: 'CWLI',
      status: query.status,
      results: query.rows
        .slice(from, end)
        .map((row) => row.map(([field, value]) => ({ field, value }))),
      statistics: {
        recordsMatched: query.matched,
        recordsScanned: query.scanned,
        bytesScanned: query.bytes,
        logGroupsScanned: query.groups.length,
      },
      ...nextToken(call, cursor, about),
    };
  },
};

export const stopQuery: OperationOf<LogsOperations, 'StopQuery'> = {
  name: 'StopQuery',
  access: 'write',
  authorize: async () => [{ action: 'logs:StopQuery', resource: '*' }],
  handle: async ({ queryId }, { view }) => {
    if ((await view.get(queries, queryId)) === undefined) {
      throw notFound(`Query ${queryId} does not exist.`);
    }
    // It was over when it had been started.
    return { success: false };
  },
};

export const describeQueries: OperationOf<LogsOperations, 'DescribeQueries'> = {
  name: 'DescribeQueries',
  access: 'read',
  authorize: async () => [{ action: 'logs:DescribeQueries', resource: '*' }],
  handle: async (input, { call, view }) => {
    const { logGroupName: group, status } = input;
    const all = (await everyOf(view, queries))
      .filter((one) => group === undefined || one.groups.includes(group))
      .filter((one) => status === undefined || one.status === status)
      .toSorted((one, other) => other.created - one.created || (one.id < other.id ? -1 : 1));
    const about = JSON.stringify([group, status]);
    const from = Number(afterOf(call, input.nextToken, about)?.key ?? 0);
    const end = from + (input.maxResults ?? SHOWN_MAX);
    const cursor = end < all.length ? { key: String(end), id: '' } : undefined;
    return { queries: all.slice(from, end).map(shown), ...nextToken(call, cursor, about) };
  },
};

function shown({ id, text, status, created, groups: [first], bytes }: QueryDocument): QueryInfo {
  return {
    queryLanguage: 'CWLI',
    queryId: id,
    queryString: text,
    status,
    createTime: created,
    ...(first === undefined ? {} : { logGroupName: first }),
    bytesScanned: bytes,
  };
}
