import type {
  CloudtrailOperations,
  Event,
  LookupEventsRequest,
} from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { StoredRecord, TrailReader } from '../../contract/trail.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { DAY_MS } from '../../core/time.ts';
import { invalidLookupAttributes, invalidNextToken, invalidTimeRange, unbuilt } from './errors.ts';
import { matcherFor } from './lookup-attributes.ts';
import { readRecord, userNameOf } from './record.ts';

const PAGE_DEFAULT = 50;
/** Events older than this are not looked up. */
const HISTORY_DAYS = 90;
const DATA_EVENT = '"managementEvent":false';
/** How much of the trail one call looks through; a page may end early with a token to go on. */
const SCAN_BYTES = 64 * 1024 * 1024;

export function createLookupEvents(
  trail: TrailReader,
): OperationOf<CloudtrailOperations, 'LookupEvents'> {
  return {
    name: 'LookupEvents',
    access: 'read',
    authorize: async () => [{ action: 'cloudtrail:LookupEvents', resource: '*' }],
    handle: async (input, context) => {
      const { call } = context;
      const since = Math.max(input.StartTime?.getTime() ?? 0, call.now - HISTORY_DAYS * DAY_MS);
      const until = input.EndTime?.getTime() ?? Number.MAX_SAFE_INTEGER;
      if (input.StartTime !== undefined && until < input.StartTime.getTime()) {
        throw invalidTimeRange();
      }
      const page = await trail.readBackward({
        account: call.scope.account,
        region: call.scope.region,
        since,
        until,
        wanted: wantedBy(input),
        limit: input.MaxResults ?? PAGE_DEFAULT,
        scanBytes: SCAN_BYTES,
        ...before(input),
      });
      return {
        Events: page.records.map(toEvent),
        ...(page.next === undefined ? {} : { NextToken: nextToken(input, page.next) }),
      };
    },
  };
}

function wantedBy(input: LookupEventsRequest): (text: string) => boolean {
  if (input.EventCategory === 'insight') {
    throw unbuilt('LookupEvents', 'Insights events: Insights are not computed here');
  }
  const attributes = input.LookupAttributes ?? [];
  const [attribute] = attributes;
  if (attributes.length > 1) throw invalidLookupAttributes();
  const isWanted =
    attribute === undefined
      ? () => true
      : matcherFor(attribute.AttributeKey, attribute.AttributeValue);
  // The event history has no data events. Within a text the quotes would be escaped.
  return (text) => !text.includes(DATA_EVENT) && isWanted(text);
}

/** What a token belongs to: it is refused with other parameters. */
function tokenScope(input: LookupEventsRequest): string {
  return JSON.stringify([
    input.LookupAttributes ?? [],
    input.StartTime?.getTime() ?? null,
    input.EndTime?.getTime() ?? null,
    input.EventCategory ?? null,
  ]);
}

function nextToken(input: LookupEventsRequest, position: number): string {
  return encodeMarker('cloudtrail.events', tokenScope(input), {
    key: String(position),
    id: '',
  });
}

function before(input: LookupEventsRequest): { readonly before?: number } {
  if (input.NextToken === undefined) return {};
  const cursor = decodeMarker('cloudtrail.events', tokenScope(input), input.NextToken);
  const position = Number(cursor?.key);
  if (cursor === undefined || !Number.isSafeInteger(position)) throw invalidNextToken();
  return { before: position };
}

function toEvent(stored: StoredRecord): Event {
  const record = readRecord(stored.text);
  const username = userNameOf(record);
  return {
    EventId: record.eventID,
    EventName: record.eventName,
    ReadOnly: String(record.readOnly),
    EventTime: new Date(record.eventTime),
    EventSource: record.eventSource,
    Resources: record.resources.map((resource) => ({
      ResourceType: resource.type,
      ResourceName: resource.ARN,
    })),
    CloudTrailEvent: stored.text,
    ...(record.accessKeyId === undefined ? {} : { AccessKeyId: record.accessKeyId }),
    ...(username === undefined ? {} : { Username: username }),
  };
}
