import type { Message } from '../../../models/sqs/types.ts';
import type { Outcome } from '../../contract/functions.ts';
import type { ActContext, ActingJob } from '../../contract/service.ts';
import type { CallOptions } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { ServiceError } from '../../core/errors.ts';
import { SECOND_MS } from '../../core/time.ts';
import { queueUrlOf } from '../sqs/port.ts';
import { failuresIn, queueEvent } from './domain/queue-events.ts';
import { asRole } from './execution-role.ts';
import { functionArn } from './function-names.ts';
import { invocationOf, launchOf, type RunParts } from './launch.ts';
import { writeLog } from './logs.ts';
import { recordRun } from './metrics.ts';
import { type MappingDocument, mappings, orderPoll, POLL } from './mapping-state.ts';
import { deleteMessages, getQueueAttributes, receiveMessages } from './other-services.ts';
import { type FunctionPlace, placeOf } from './resources.ts';
import { routed } from './routing.ts';
import { GLOBAL } from './url-state.ts';

const RECEIVE_MAX = 10;
const VISIBILITY_SECONDS_DEFAULT = 30;

interface Prepared {
  readonly mapping: MappingDocument;
  readonly place: FunctionPlace;
  readonly run: (payload: Uint8Array) => Promise<Outcome>;
}

interface Acted {
  readonly mapping: MappingDocument;
  readonly place: FunctionPlace;
  readonly outcome: Outcome | undefined;
  /** There may be more at once. */
  readonly isFull: boolean;
  /** Seconds until messages that failed can be received again; undefined: none did. */
  readonly againAfter: number | undefined;
}

/** Receives messages as the function's role, runs the function with them, and deletes those that it is done with. */
export function createPoll(parts: RunParts): ActingJob<Prepared, Acted> {
  return {
    kind: POLL,
    prepare: async (id, context) => {
      const { unit } = context;
      const mapping = await unit.view(GLOBAL).get(mappings, id);
      if (mapping?.isEnabled !== true) return undefined;
      const { scope, name } = mapping;
      const found = await placeOf(unit, { scope, name, qualifier: mapping.qualifier });
      if (found === undefined) return undefined;
      const place = await routed(unit, found);
      const { document, version, qualifier } = place;
      // A role or key that refuses leaves the messages where they are.
      const launch = await launchOf(parts, context, document, version).catch((error: unknown) => {
        if (error instanceof ServiceError) return undefined;
        throw error;
      });
      if (launch === undefined) return undefined;
      const named = { document, version, functionArn: functionArn(scope, name, qualifier) };
      const requestId = await unit.once(uuid);
      const invocation = await invocationOf(unit, named, { requestId, payload: NOTHING });
      const run = (payload: Uint8Array) => parts.runner.invoke(launch, { ...invocation, payload });
      return { mapping, place, run };
    },
    act: (prepared, context) => poll(prepared, context),
    handle: async (_id, context, { mapping, place, outcome, isFull, againAfter }) => {
      const { document, version } = place;
      if (outcome?.kind === 'ran') await writeLog(context, document, version, outcome);
      if (outcome !== undefined) await recordRun(parts.metrics, context, place, outcome);
      if (isFull) await orderPoll(context.unit, mapping, context.now);
      if (againAfter !== undefined) {
        await orderPoll(context.unit, mapping, context.now + againAfter * SECOND_MS);
      }
    },
  };
}

const NOTHING = new Uint8Array();

async function poll({ mapping, place, run }: Prepared, context: ActContext): Promise<Acted> {
  const { role } = place.version;
  const queue = queueUrlOf(mapping.queueArn);
  const nothing = { mapping, place, outcome: undefined, isFull: false, againAfter: undefined };
  if (queue === undefined) return nothing;
  const { QueueUrl } = queue;
  const as: CallOptions = { as: asRole(role, mapping.name) };
  try {
    const messages = await receive(mapping, QueueUrl, context, as);
    if (messages.length === 0) return nothing;
    const event = queueEvent(messages, mapping.queueArn);
    const outcome = await run(Buffer.from(JSON.stringify(event)));
    const done = doneWith(mapping, outcome, messages);
    await remove(done, QueueUrl, context, as);
    const isFull = messages.length >= Math.min(mapping.batchSize, RECEIVE_MAX);
    if (done.length === messages.length) return { ...nothing, outcome, isFull };
    const { Attributes = {} } = await context.call(
      getQueueAttributes,
      { QueueUrl, AttributeNames: ['VisibilityTimeout'] },
      as,
    );
    const seconds = Number(Attributes['VisibilityTimeout'] ?? VISIBILITY_SECONDS_DEFAULT);
    return { ...nothing, outcome, isFull, againAfter: Math.max(1, seconds) };
  } catch (error) {
    // What the role may not do, or a queue that is gone, is the customer's to mend.
    if (error instanceof ServiceError && error.fault === 'client') return nothing;
    throw error;
  }
}

/** Up to a batch. */
async function receive(
  { batchSize }: MappingDocument,
  QueueUrl: string,
  { call }: ActContext,
  as: CallOptions,
): Promise<readonly Message[]> {
  const messages: Message[] = [];
  while (messages.length < batchSize) {
    const MaxNumberOfMessages = Math.min(RECEIVE_MAX, batchSize - messages.length);
    const { Messages = [] } = await call(
      receiveMessages,
      {
        QueueUrl,
        MaxNumberOfMessages,
        WaitTimeSeconds: 0,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      },
      as,
    );
    messages.push(...Messages);
    if (Messages.length < MaxNumberOfMessages) break;
  }
  return messages;
}

function doneWith(
  { reportsFailures }: MappingDocument,
  outcome: Outcome,
  messages: readonly Message[],
): readonly Message[] {
  if (outcome.kind !== 'ran' || outcome.error !== undefined) return [];
  if (!reportsFailures) return messages;
  const failed = failuresIn(outcome.payload, messages);
  if (failed === undefined) return [];
  return messages.filter(({ MessageId }) => !failed.has(MessageId ?? ''));
}

async function remove(
  messages: readonly Message[],
  QueueUrl: string,
  { call }: ActContext,
  as: CallOptions,
): Promise<void> {
  for (let from = 0; from < messages.length; from += RECEIVE_MAX) {
    const Entries = messages.slice(from, from + RECEIVE_MAX).map((message, position) => ({
      Id: String(position),
      ReceiptHandle: message.ReceiptHandle ?? '',
    }));
    await call(deleteMessages, { QueueUrl, Entries }, as);
  }
}
