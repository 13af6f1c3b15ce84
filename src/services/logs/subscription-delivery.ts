import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { passingFault } from '../../core/passing-fault.ts';
import { retryOf } from '../../core/retry.ts';
import type { Scope } from '../../core/scope.ts';
import { seal, unseal } from '../../crypto/sealing.ts';
import { eventIdOf } from './domain/event-id.ts';
import { parseFilterPattern } from './domain/filter-pattern.ts';
import type { Placed } from './filtered-metrics.ts';
import { GroupKeys } from './group-keys.ts';
import {
  type StreamDocument,
  type SubscriptionDeliveryDocument,
  subscriptionDeliveries,
  type SubscriptionFilterDocument,
  subscriptionFilters,
  type ToldEvent,
} from './state.ts';
import type { LogEvent } from './domain/chunks.ts';
import { forGroup, INVOKE, SUBSCRIPTIONS_MAX } from './subscription-filters.ts';

const KIND = 'logs.tellFunction';

/** The filters of a group that look at new events. */
export async function filtersOf({
  unit,
  scope,
  group,
}: Placed): Promise<readonly SubscriptionFilterDocument[]> {
  const { items } = await unit.view(scope).list(subscriptionFilters, {
    prefix: `${group.id}/`,
    limit: SUBSCRIPTIONS_MAX,
  });
  return items.map(({ document }) => document);
}

interface NewChunk {
  /** Of its document. */
  readonly id: string;
  readonly order: string;
  readonly stream: StreamDocument;
  readonly events: readonly LogEvent[];
  readonly sealing: { readonly dataKey: string; readonly key: Buffer } | undefined;
}

/** Orders one delivery for each filter that lets something of a chunk pass. */
export function tellFunctions(
  { unit, scope, group, call }: Placed,
  filters: readonly SubscriptionFilterDocument[],
  { id: chunkId, order, stream, events, sealing }: NewChunk,
): void {
  for (const { name, pattern: text, destinationArn } of filters) {
    const pattern = parseFilterPattern(text);
    const told = events.flatMap(([timestamp, message], index): readonly ToldEvent[] =>
      pattern?.match(message) === undefined
        ? []
        : [[eventIdOf(timestamp, { order, index, stream: stream.id }), timestamp, message]],
    );
    if (told.length === 0) continue;
    const id = `${chunkId}/${name}`;
    const document: SubscriptionDeliveryDocument = {
      group,
      streamName: stream.name,
      filter: name,
      destinationArn,
      since: call.now,
      attempts: 0,
      ...contentOf(id, told, sealing),
    };
    unit.view(scope).put(subscriptionDeliveries, id, document);
    unit.order({ id: jobId(scope, id), kind: KIND, scope, due: call.now, payload: id });
  }
}

function jobId({ account, region }: Scope, id: string): string {
  return `${KIND}/${account}/${region}/${id}`;
}

function contentOf(
  id: string,
  told: readonly ToldEvent[],
  sealing: NewChunk['sealing'],
): Pick<SubscriptionDeliveryDocument, 'events' | 'encrypted'> {
  if (sealing === undefined) return { events: told };
  const text = seal(sealing.key, place(id), Buffer.from(JSON.stringify(told))).toString('base64');
  return { encrypted: { dataKey: sealing.dataKey, text } };
}

function place(id: string): readonly string[] {
  return ['told log events', id];
}

interface Prepared {
  readonly functionArn: string;
  /** JSON. */
  readonly message: string;
  readonly options: ReturnType<typeof forGroup>;
}

interface Acted {
  /** Trying again may help. */
  readonly isPassing: boolean;
  readonly isTold: boolean;
}

/** Tells a function of events: at least once, and for a day. What it may not be told is dropped, as on AWS. */
export const subscriptionJob: ActingJob<Prepared, Acted> = {
  kind: KIND,
  prepare: async (id, context) => {
    const { unit, scope } = context;
    const document = await unit.view(scope).get(subscriptionDeliveries, id);
    if (document === undefined) return undefined;
    const events = await eventsOf(id, document, context);
    if (events === undefined) {
      unit.view(scope).delete(subscriptionDeliveries, id);
      return undefined;
    }
    const message = JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: scope.account,
      logGroup: document.group.name,
      logStream: document.streamName,
      subscriptionFilters: [document.filter],
      logEvents: events.map(([eventId, timestamp, text]) => ({
        id: eventId,
        timestamp,
        message: text,
      })),
    });
    const options = forGroup(scope, document.group.name);
    return { functionArn: document.destinationArn, message, options };
  },
  act: async ({ functionArn, message, options }, { call }) => {
    const data = (await promisify(gzip)(message)).toString('base64');
    const Payload = Buffer.from(JSON.stringify({ awslogs: { data } }));
    try {
      const event = { FunctionName: functionArn, InvocationType: 'Event', Payload } as const;
      await call(INVOKE, event, options);
      return { isTold: true, isPassing: false };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { isTold: false, isPassing: passingFault(error) !== undefined };
    }
  },
  handle: async (id, { unit, scope, now, id: job }, { isTold, isPassing }) => {
    const view = unit.view(scope);
    const document = await view.get(subscriptionDeliveries, id);
    if (document === undefined) return;
    const attempts = document.attempts + 1;
    const retry = retryOf(undefined, { id, attempts, since: document.since, now });
    if (isTold || !isPassing || retry.kind === 'exhausted') {
      view.delete(subscriptionDeliveries, id);
      return;
    }
    view.put(subscriptionDeliveries, id, { ...document, attempts });
    unit.order({ id: job, kind: KIND, scope, due: retry.due, payload: id });
  },
};

/** Undefined: the group's key does not open them. */
async function eventsOf(
  id: string,
  { events, encrypted, group }: SubscriptionDeliveryDocument,
  context: JobContext,
): Promise<readonly ToldEvent[] | undefined> {
  if (encrypted === undefined) return events ?? [];
  const { unit, scope } = context;
  const keys = new GroupKeys(context, { view: unit.view(scope), scope }, group);
  try {
    const key = await keys.open(encrypted.dataKey);
    const opened = unseal(key, place(id), Buffer.from(encrypted.text, 'base64'));
    const told: readonly ToldEvent[] = JSON.parse(opened.toString('utf8'));
    return told;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
