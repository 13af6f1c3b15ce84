import type {
  Message,
  MessageAttributeValue,
  ReceiveMessageRequest,
  SqsOperations,
} from '../../../models/sqs/types.ts';
import type { Host } from '../../contract/host.ts';
import type { ActingOperationOf, Context, RequestBody } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { messageQueue, onQueue, type QueueTarget } from './authorization.ts';
import { type Candidates, findCandidates, isDead } from './candidates.ts';
import { moveToDeadLetters } from './dead-letters.ts';
import { md5Of, md5OfAttributes, type MessageAttributes } from './domain/digests.ts';
import { receiptHandle } from './domain/receipt.ts';
import { invalidAttributeName, invalidValue } from './errors.ts';
import { type MessageText, parseMessage } from './message.ts';
import type { MessageParts } from './sending.ts';
import { contents, type Entry, entries, type Group, groups, queues } from './state.ts';
import { orderSweep } from './sweep-order.ts';

const MESSAGES_MAX = 10;
const WAIT_SECONDS_MAX = 20;
const VISIBILITY_SECONDS_MAX = 43_200;

interface Prepared {
  readonly scope: Scope;
  readonly name: string;
  readonly waitSeconds: number;
}

interface Found extends Candidates {
  /** Service time of the look. */
  readonly now: Instant;
  readonly store: string;
}

/**
 * Finds what can be received, and waits for it if asked to, between two units; the second takes it. What two look at, one
 * of them gets: so nothing is counted, and no document is written by all who receive.
 */
export function createReceiveMessage(
  parts: MessageParts & { readonly host: Host },
): ActingOperationOf<SqsOperations, 'ReceiveMessage', Prepared, Found | undefined> {
  return {
    name: 'ReceiveMessage',
    access: 'write',
    eventCategory: 'data',
    authorize: onQueue('sqs:receivemessage'),
    prepare: async (input, context) => {
      const { queue } = await messageQueue(context, input.QueueUrl);
      requireInput(input);
      const { account, region, name, settings } = queue;
      return {
        scope: { account, region },
        name,
        waitSeconds: input.WaitTimeSeconds ?? settings.wait,
      };
    },
    act: (input, prepared, body) => look(parts, input, prepared, body),
    handle: async (input, context, found) => {
      const target = await messageQueue(context, input.QueueUrl);
      if (found === undefined) return {};
      try {
        const now = Math.max(context.call.now, found.now);
        const taken = await take(context, target, found, { now, input });
        const Messages = [];
        for (const one of taken) Messages.push(await shown(parts, context, target, input, one));
        return Messages.length === 0 ? {} : { Messages };
      } finally {
        parts.waiting.release(found.claims);
      }
    },
  };
}

function requireInput(input: ReceiveMessageRequest): void {
  const { MaxNumberOfMessages: most = 1, WaitTimeSeconds: wait = 0 } = input;
  const { VisibilityTimeout: visibility = 0 } = input;
  if (most < 1 || most > MESSAGES_MAX) {
    const reason = 'Must be between 1 and 10, if provided.';
    throw invalidValue(most, 'MaxNumberOfMessages', reason);
  }
  if (wait < 0 || wait > WAIT_SECONDS_MAX) {
    throw invalidValue(wait, 'WaitTimeSeconds', 'Must be >= 0 and <= 20, if provided.');
  }
  if (visibility < 0 || visibility > VISIBILITY_SECONDS_MAX) {
    const reason = 'Must be between 0 and 43200, if provided.';
    throw invalidValue(visibility, 'VisibilityTimeout', reason);
  }
  for (const name of [
    ...(input.AttributeNames ?? []),
    ...(input.MessageSystemAttributeNames ?? []),
  ]) {
    if (!SYSTEM_ATTRIBUTES.has(name)) throw invalidAttributeName(`Unknown Attribute ${name}.`);
  }
}

async function look(
  { host, waiting }: MessageParts & { readonly host: Host },
  input: ReceiveMessageRequest,
  { scope, name, waitSeconds }: Prepared,
  { gone }: RequestBody,
): Promise<Found | undefined> {
  const ends = gone === undefined ? [host.stopping] : [host.stopping, gone];
  const end = host.realTime() + waitSeconds * SECOND_MS;
  for (;;) {
    const found = await host.read(async (unit, now): Promise<Found | undefined> => {
      const view = unit.view(scope);
      const queue = await view.get(queues, name);
      if (queue === undefined) return undefined;
      const wanted = input.MaxNumberOfMessages ?? 1;
      const candidates = await findCandidates({ view, queue, now, wanted, waiting });
      return { ...candidates, now, store: queue.store };
    });
    const left = end - host.realTime();
    const isOver = left <= 0 || !waiting.hasRoom || ends.some(({ aborted }) => aborted);
    if (found === undefined || found.ids.length > 0 || isOver) return found;
    waiting.release(found.claims);
    const untilNext = (found.next ?? Number.POSITIVE_INFINITY) - found.now;
    await waiting.sleep(found.store, Math.min(left, untilNext), ends);
  }
}

interface Taking {
  readonly now: Instant;
  readonly input: ReceiveMessageRequest;
}

interface Taken {
  readonly id: string;
  readonly entry: Entry;
}

async function take(
  context: Context,
  target: QueueTarget,
  found: Found,
  taking: Taking,
): Promise<readonly Taken[]> {
  const { queue, view } = target;
  const { now, input } = taking;
  if (found.store !== queue.store) return [];
  if (found.isStale) orderSweep(context.unit, queue, now);
  const taken: Taken[] = [];
  const visibility = (input.VisibilityTimeout ?? queue.settings.visibility) * SECOND_MS;
  for (const id of found.ids) {
    const entry = await view.get(entries, id);
    if (entry === undefined || entry.available > now) continue;
    if (await isBlocked(target, entry, taken, now)) continue;
    if (isDead(queue, entry) && (await moveToDeadLetters(context, target, id, now))) continue;
    // What is dead counts for nothing when it is looked for, so there may be too much.
    if (taken.length === (input.MaxNumberOfMessages ?? 1)) break;
    const received: Entry = {
      ...entry,
      available: now + visibility,
      receives: entry.receives + 1,
      receivesHere: entry.receivesHere + 1,
      first: entry.first ?? now,
      taken: now,
    };
    view.put(entries, id, received);
    taken.push({ id, entry: received });
  }
  await lockGroups(target, taken, found, now);
  return taken;
}

/** Something of its group is in flight, by another receive. */
async function isBlocked(
  { view }: QueueTarget,
  { store, group }: Entry,
  taken: readonly Taken[],
  now: Instant,
): Promise<boolean> {
  if (group === undefined) return false;
  const held = await view.get(groups, `${store}/${group}`);
  const own = new Set(taken.map(({ id }) => id));
  return (held?.inFlight ?? []).some(({ message, until }) => until > now && !own.has(message));
}

async function lockGroups(
  { view }: QueueTarget,
  taken: readonly Taken[],
  found: Found,
  now: Instant,
): Promise<void> {
  const locked = new Map<string, { message: string; until: Instant }[]>();
  for (const { id, entry } of taken) {
    if (entry.group === undefined) continue;
    const key = `${entry.store}/${entry.group}`;
    const held = locked.get(key) ?? [];
    held.push({ message: id, until: entry.available });
    locked.set(key, held);
  }
  for (const [key, inFlight] of locked) {
    const group = await view.get(groups, key);
    if (group === undefined) continue;
    const available = Math.max(...inFlight.map(({ until }) => until));
    view.put(groups, key, { ...group, inFlight, available, touched: now });
  }
  for (const { group: key, available } of found.idle) {
    const group = await view.get(groups, key);
    // Only a hint: whoever puts a message at the head of an empty group sets it anew.
    if (group !== undefined && isUntouched(group, found)) {
      view.put(groups, key, { ...group, available, touched: now });
    }
  }
}

function isUntouched({ touched, inFlight }: Group, { now }: Found): boolean {
  return touched < now && inFlight.length === 0;
}

async function shown(
  { keys }: MessageParts,
  context: Context,
  target: QueueTarget,
  input: ReceiveMessageRequest,
  { id, entry }: Taken,
): Promise<Message> {
  const { queue, view } = target;
  const content = await view.get(contents, id);
  if (content === undefined) throw new Error('a message has no content');
  const text = parseMessage(await keys.open(context, target, content));
  const message = id.slice(queue.store.length + 1);
  const receipt = { store: queue.store, message, receive: entry.receives };
  const attributes = chosen(text.attributes, input.MessageAttributeNames ?? []);
  const digest = md5OfAttributes(attributes);
  const system = systemAttributes(input, text, entry);
  return {
    MessageId: message,
    ReceiptHandle: receiptHandle(queue.secret, receipt),
    MD5OfBody: md5Of(text.body),
    Body: text.body,
    ...(Object.keys(system).length === 0 ? {} : { Attributes: system }),
    ...(digest === undefined
      ? {}
      : { MD5OfMessageAttributes: digest, MessageAttributes: answered(attributes) }),
  };
}

/** `All`, `.*`, names, and prefixes that end in `.*`. */
function chosen(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const isChosen = (attribute: string): boolean =>
    names.some((name) => {
      if (name === 'All' || name === '.*' || name === attribute) return true;
      return name.endsWith('.*') && attribute.startsWith(name.slice(0, -1));
    });
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isChosen(name)));
}

function answered(attributes: MessageAttributes): Record<string, MessageAttributeValue> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { type, text, binary }]) => [
      name,
      binary === undefined
        ? { DataType: type, StringValue: text ?? '' }
        : { DataType: type, BinaryValue: Buffer.from(binary, 'base64') },
    ]),
  );
}

const SYSTEM_ATTRIBUTES: ReadonlySet<string> = new Set([
  'All',
  'SenderId',
  'SentTimestamp',
  'ApproximateReceiveCount',
  'ApproximateFirstReceiveTimestamp',
  'SequenceNumber',
  'MessageDeduplicationId',
  'MessageGroupId',
  'AWSTraceHeader',
  'DeadLetterQueueSourceArn',
]);

function systemAttributes(
  input: ReceiveMessageRequest,
  text: MessageText,
  entry: Entry,
): Record<string, string> {
  const names = new Set<string>([
    ...(input.AttributeNames ?? []),
    ...(input.MessageSystemAttributeNames ?? []),
  ]);
  const known: Readonly<Record<string, string | undefined>> = {
    SenderId: text.sender,
    SentTimestamp: String(entry.sent),
    ApproximateReceiveCount: String(entry.receives),
    ApproximateFirstReceiveTimestamp: String(entry.first ?? entry.sent),
    SequenceNumber: entry.sequence,
    MessageDeduplicationId: text.deduplication,
    MessageGroupId: text.group,
    AWSTraceHeader: text.trace,
    DeadLetterQueueSourceArn: entry.source,
  };
  const shownOnes: Record<string, string> = {};
  for (const [name, value] of Object.entries(known)) {
    if (value !== undefined && (names.has('All') || names.has(name))) shownOnes[name] = value;
  }
  return shownOnes;
}
