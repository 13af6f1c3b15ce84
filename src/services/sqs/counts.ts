import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { DELAYED, entries, type QueueDocument, sortable } from './state.ts';

/** Messages beyond these are not counted. */
const COUNTED_MAX = 20_000;
const PAGE = 1_000;

/** Counted one by one, as many as there is time for: AWS calls them approximate. */
export async function countMessages(view: View, queue: QueueDocument, now: Instant) {
  const counts = {
    ApproximateNumberOfMessages: 0,
    ApproximateNumberOfMessagesNotVisible: 0,
    ApproximateNumberOfMessagesDelayed: 0,
  };
  const prefix = `${queue.store}/`;
  const present = `${prefix}${sortable(now)}~`;
  const index = queue.isFifo ? 'sent' : 'turn';
  let after: { readonly key: string; readonly id: string } | undefined;
  for (let counted = 0; counted < COUNTED_MAX; counted += PAGE) {
    const page = await view.list(entries, {
      index,
      prefix,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of page.items) {
      // In a standard queue the key tells: nothing needs to be opened.
      const isLater = queue.isFifo ? item.document.available > now : item.key > present;
      const isDelayed = queue.isFifo
        ? item.document.receivesHere === 0
        : item.key.endsWith(DELAYED);
      if (!isLater) counts.ApproximateNumberOfMessages += 1;
      else if (isDelayed) counts.ApproximateNumberOfMessagesDelayed += 1;
      else counts.ApproximateNumberOfMessagesNotVisible += 1;
    }
    after = page.last;
    if (after === undefined) break;
  }
  return counts;
}
