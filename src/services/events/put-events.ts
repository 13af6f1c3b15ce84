import type { EventsOperations, PutEventsRequestEntry } from '../../../models/events/types.ts';
import type {
  Call,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { compactJson } from './domain/event-text.ts';
import { unbuilt, validation } from './errors.ts';
import { forwardedBy } from './forwarding.ts';
import { envelopeText } from './port.ts';
import { busKind, busPlace, DEFAULT_BUS } from './resources.ts';
import type { Hops } from './state.ts';

/** The outbox topic of events that customers put, and of those that rules pass on. */
export const PUT_EVENT = 'events.putEvent';

const REQUEST_BYTES_MAX = 1024 * 1024;
const TIME_BYTES = 14;

type Outcome =
  | { readonly EventId: string }
  | { readonly ErrorCode: string; readonly ErrorMessage: string };

export const putEvents: OperationOf<EventsOperations, 'PutEvents'> = {
  name: 'PutEvents',
  access: 'write',
  // CloudTrail has no record of it unless a trail asks for data events.
  eventCategory: 'data',
  authorize: async (input, context) => permissionsOf(input.Entries, context),
  handle: async (input, context) => {
    if (input.EndpointId !== undefined) throw unbuilt('PutEvents', 'global endpoints');
    const size = input.Entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (size >= REQUEST_BYTES_MAX) {
      throw validation('Total size of the entries in the request is over the limit.');
    }
    const Entries: Outcome[] = [];
    for (const entry of input.Entries) Entries.push(await put(context, entry));
    const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length;
    return { FailedEntryCount, Entries };
  },
};

/** One for each bus, source and detail type. */
async function permissionsOf(
  entries: readonly PutEventsRequestEntry[],
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const permissions = new Map<string, Permission>();
  for (const entry of entries) {
    const { EventBusName = DEFAULT_BUS, Source = '', DetailType = '' } = entry;
    const key = JSON.stringify([EventBusName, Source, DetailType]);
    if (permissions.has(key)) continue;
    permissions.set(key, {
      action: 'events:PutEvents',
      resource: await context.resolve(busKind, EventBusName),
      conditions: new Map([
        ['events:source', [Source]],
        ['events:detail-type', [DetailType]],
        ['events:eventbusinvocation', [String(forwardedBy(entry) !== undefined)]],
      ]),
    });
  }
  return [...permissions.values()];
}

/** As AWS counts it. */
function sizeOf({ Time, Source, DetailType, Detail, Resources }: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...(Resources ?? [])];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return bytes + (Time === undefined ? 0 : TIME_BYTES);
}

async function put(context: Context, entry: PutEventsRequestEntry): Promise<Outcome> {
  const fault = faultOf(entry, context.call);
  if (fault !== undefined) return fault;
  const { call, unit } = context;
  const { scope, name } = busPlace(entry.EventBusName ?? DEFAULT_BUS, call.scope);
  const forwarded = forwardedBy(entry);
  const id = forwarded?.id ?? (await context.once(uuid));
  const { resolved } = await context.resolve(busKind, entry.EventBusName ?? DEFAULT_BUS);
  // AWS takes events for a bus that is not there, and drops them.
  if (resolved.document === undefined) return { EventId: id };
  const event = forwarded?.text ?? eventText(call, entry, id);
  const hops: Hops = forwarded?.hops ?? {};
  const text = JSON.stringify({ bus: name, event, hops });
  unit.emit({ ...scope, time: call.now, topic: PUT_EVENT, text });
  return { EventId: id };
}

/** The event is the caller's account's, whosever bus it is put on. */
function eventText(call: Call, entry: PutEventsRequestEntry, id: string): string {
  const { Time, Source = '', DetailType = '', Detail = '{}', Resources = [] } = entry;
  return envelopeText(call.scope, Time?.getTime() ?? call.now, {
    id,
    source: Source,
    detailType: DetailType,
    resources: Resources,
    detail: compactJson(Detail),
  });
}

function faultOf(entry: PutEventsRequestEntry, { scope: at }: Call): Outcome | undefined {
  const missing = (['Source', 'DetailType', 'Detail'] as const).find(
    (name) => (entry[name] ?? '') === '',
  );
  if (missing !== undefined) {
    return failure('InvalidArgument', invalid(missing, `${missing} is a required argument.`));
  }
  if (forwardedBy(entry) === undefined && entry.Source?.startsWith('aws.') === true) {
    return failure('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  if (!isObjectText(entry.Detail ?? '')) return failure('MalformedDetail', 'Detail is malformed.');
  const { scope } = busPlace(entry.EventBusName ?? DEFAULT_BUS, at);
  if (scope.region !== at.region) {
    const reason = 'The event bus must be in the Region of the request.';
    return failure('InvalidArgument', invalid('EventBusName', reason));
  }
  return undefined;
}

function invalid(name: string, reason: string): string {
  return `Parameter ${name} is not valid. Reason: ${reason}`;
}

function failure(ErrorCode: string, ErrorMessage: string): Outcome {
  return { ErrorCode, ErrorMessage };
}

function isObjectText(text: string): boolean {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value);
  } catch {
    return false;
  }
}
