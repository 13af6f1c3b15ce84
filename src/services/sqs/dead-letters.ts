import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { QueueTarget } from './authorization.ts';
import { keyedHash } from './domain/receipt.ts';
import { dropEntry, place } from './placing.ts';
import { pathOfArn } from './resources.ts';
import { contents, entries, type QueueDocument, queues } from './state.ts';

/** Moves a message that was received too often. Without its dead-letter queue it stays, and is received again. */
export async function moveToDeadLetters(
  context: Context,
  { queue, arn, view }: QueueTarget,
  id: string,
  now: Instant,
): Promise<boolean> {
  const target = queue.settings.redrive?.target ?? '';
  const path = pathOfArn(target, queue.region);
  const name = path?.slice(path.indexOf('/') + 1) ?? '';
  const there = context.unit.view(queue);
  const destination = await there.get(queues, name);
  if (destination === undefined) return false;
  await move(view, { from: queue, to: destination, id, source: arn }, now);
  return true;
}

export interface Move {
  readonly from: QueueDocument;
  readonly to: QueueDocument;
  /** `store/message`. */
  readonly id: string;
  /** `DeadLetterQueueSourceArn`; undefined when it goes back to where it came from. */
  readonly source: string | undefined;
}

/** A message keeps its id and, in standard queues, its age: retention goes on. Both queues are of one account and Region. */
export async function move(
  view: View,
  { from, to, id, source }: Move,
  now: Instant,
): Promise<void> {
  const entry = await view.get(entries, id);
  const content = await view.get(contents, id);
  if (entry === undefined || content === undefined) return;
  await dropEntry(view, id, now);
  const message = id.slice(from.store.length + 1);
  const { group: _group, sequence: _sequence, source: _source, taken: _taken, ...rest } = entry;
  const { store: _store, ...kept } = rest;
  const group =
    to.isFifo && content.group !== undefined
      ? keyedHash(to.secret, 'group', content.group)
      : undefined;
  await place(
    view,
    to,
    {
      message,
      content,
      entry: {
        ...kept,
        sent: to.isFifo || source === undefined ? now : entry.sent,
        available: now,
        receives: source === undefined ? 0 : entry.receives,
        receivesHere: 0,
        ...(source === undefined ? {} : { source }),
      },
      ...(group === undefined ? {} : { group }),
    },
    now,
  );
}
