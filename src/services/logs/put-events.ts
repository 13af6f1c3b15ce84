import { randomBytes } from 'node:crypto';
import type { LogsOperations } from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import { seal } from '../../crypto/sealing.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import { type FoundStream, onStream, streamOf } from './authorization.ts';
import { batchFault, sift } from './domain/batch.ts';
import { type Chunk, chunksOf, type LogEvent } from './domain/chunks.ts';
import { invalidParameter } from './errors.ts';
import { writeFiltered } from './filtered-metrics.ts';
import { GroupKeys } from './group-keys.ts';
import { type ChunkDocument, chunks, streamKey, streams, timeKey } from './state.ts';
import { filtersOf, tellFunctions } from './subscription-delivery.ts';

const ORDER_DIGITS = 8;
const TOKEN_BYTES = 23;
const TOKEN_DIGITS = 56;

export function createPutLogEvents(
  metrics: MetricWriter,
): OperationOf<LogsOperations, 'PutLogEvents'> {
  return {
    name: 'PutLogEvents',
    access: 'write',
    // CloudTrail records it for nobody by default: a trail that delivers here would record its own deliveries.
    eventCategory: 'data',
    authorize: onStream('logs:PutLogEvents'),
    handle: async (input, context) => {
      const { call } = context;
      const found = await streamOf(context, input);
      const events = input.logEvents.map(
        ({ timestamp, message }): LogEvent => [timestamp, message],
      );
      const fault = batchFault(events);
      if (fault !== undefined) throw invalidParameter(fault);
      const { taken, rejected } = sift(events, call.now, found.group.retentionDays);
      const place = { view: found.view, scope: found.resource.resolved.scope };
      const keys = new GroupKeys(context, place, found.group);
      const dataKey = found.group.key?.dataKey;
      const sealing =
        dataKey === undefined ? undefined : { dataKey, key: await keys.open(dataKey) };
      const random = await context.once(() => hexId(ORDER_DIGITS));
      const { unit } = context;
      const placed = { unit, scope: place.scope, group: found.group, call };
      const filters = await filtersOf(placed);
      for (const [index, chunk] of chunksOf(taken).entries()) {
        const order = `${timeKey(call.now)}-${random}-${String(index).padStart(5, '0')}`;
        const id = putChunk(found, chunk, { order, ingested: call.now, sealing });
        const { stream } = found;
        tellFunctions(placed, filters, { id, order, stream, events: chunk.events, sealing });
      }
      noteEvents(found, taken, call.now);
      await writeFiltered(metrics, placed, taken);
      const nextSequenceToken = await context.once(sequenceToken);
      return {
        nextSequenceToken,
        ...(rejected === undefined ? {} : { rejectedLogEventsInfo: rejected }),
      };
    },
  };
}

interface Placing {
  readonly order: string;
  readonly ingested: number;
  readonly sealing: { readonly dataKey: string; readonly key: Buffer } | undefined;
}

function putChunk(
  { view, group, stream }: FoundStream,
  { events, first, last, bytes }: Chunk,
  { order, ingested, sealing }: Placing,
): string {
  const id = `${group.id}/${timeKey(first)}/${order}`;
  const place = { group: group.id, stream: stream.id, streamName: stream.name };
  const chunk = { ...place, first, last, ingested, order, bytes };
  const content: Pick<ChunkDocument, 'events' | 'encrypted'> =
    sealing === undefined
      ? { events }
      : { encrypted: { dataKey: sealing.dataKey, text: sealed(sealing.key, id, events) } };
  view.put(chunks, id, { ...chunk, ...content });
  return id;
}

function sealed(key: Buffer, id: string, events: readonly LogEvent[]): string {
  return seal(key, ['log events', id], Buffer.from(JSON.stringify(events))).toString('base64');
}

/** The stream remembers its first and last event. */
function noteEvents(
  { view, group, stream }: FoundStream,
  taken: readonly LogEvent[],
  now: number,
): void {
  const first = taken[0]?.[0];
  const last = taken.at(-1)?.[0];
  if (first === undefined || last === undefined) return;
  const bytes = chunksOf(taken).reduce((sum, chunk) => sum + chunk.bytes, stream.bytes);
  view.put(streams, streamKey(group, stream.name), {
    ...stream,
    first: Math.min(stream.first ?? first, first),
    last: Math.max(stream.last ?? last, last),
    ingested: now,
    bytes,
  });
}

/** Clients pass it on, and nothing depends on it any more. */
function sequenceToken(): string {
  const digits = BigInt(`0x${randomBytes(TOKEN_BYTES).toString('hex')}`).toString();
  return digits.padStart(TOKEN_DIGITS, '4').slice(0, TOKEN_DIGITS);
}
