import type { View } from '../../contract/view.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { type Entry, entries, groups, type QueueDocument, sortable } from './state.ts';
import type { Waiting } from './waiting.ts';

/** What can be received now, as one look found it. Whoever takes it looks again. */
export interface Candidates {
  /** Ids of entries, in order. */
  readonly ids: readonly string[];
  /** What was claimed for it: entries, or groups. */
  readonly claims: readonly string[];
  /** When something more becomes available, if that is known. */
  readonly next?: Instant;
  /** Groups that were looked at for nothing, and when they are worth another look. */
  readonly idle: readonly { readonly group: string; readonly available: Instant }[];
  /** There are messages that are too old. */
  readonly isStale: boolean;
}

const PAGE = 100;
/** Pages of one look: what is claimed by others, or too old, is passed over so far. */
const PAGES_MAX = 20;
const GROUPS_PER_PAGE = 50;

interface Look {
  readonly view: View;
  readonly queue: QueueDocument;
  readonly now: Instant;
  /** 1 to 10. */
  readonly wanted: number;
  readonly waiting: Waiting;
}

export function findCandidates(look: Look): Promise<Candidates> {
  return look.queue.isFifo ? findInGroups(look) : findInTurn(look);
}

function isOld({ settings }: QueueDocument, { sent }: Entry, now: Instant): boolean {
  return sent + settings.retention * SECOND_MS <= now;
}

/** Whether the next receive sends it to the dead-letter queue instead. */
export function isDead({ settings }: QueueDocument, { receivesHere }: Entry): boolean {
  return settings.redrive !== undefined && receivesHere >= settings.redrive.maxReceives;
}

async function findInTurn({ view, queue, now, wanted, waiting }: Look): Promise<Candidates> {
  const prefix = `${queue.store}/`;
  const end = `${prefix}${sortable(now)}~`;
  const ids: string[] = [];
  let good = 0;
  let next: Instant | undefined;
  let isStale = false;
  let after: { readonly key: string; readonly id: string } | undefined;
  for (let pages = 0; pages < PAGES_MAX && good < wanted; pages += 1) {
    const page = await view.list(entries, {
      index: 'turn',
      prefix,
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, key, document } of page.items) {
      if (key > end) {
        next = document.available;
        break;
      }
      if (isOld(queue, document, now)) isStale = true;
      else if (good < wanted && waiting.claim(id)) {
        ids.push(id);
        if (!isDead(queue, document)) good += 1;
      }
    }
    after = page.last;
    if (after === undefined || next !== undefined) break;
  }
  return { ids, claims: ids, idle: [], isStale, ...(next === undefined ? {} : { next }) };
}

async function findInGroups({ view, queue, now, wanted, waiting }: Look): Promise<Candidates> {
  const prefix = `${queue.store}/`;
  const end = `${prefix}${sortable(now)}~`;
  const found = { ids: [] as string[], claims: [] as string[], isStale: false };
  const idle: { group: string; available: Instant }[] = [];
  let good = 0;
  let next: Instant | undefined;
  let after: { readonly key: string; readonly id: string } | undefined;
  for (let pages = 0; pages < PAGES_MAX && good < wanted; pages += 1) {
    const page = await view.list(groups, {
      index: 'turn',
      prefix,
      limit: GROUPS_PER_PAGE,
      ...(after === undefined ? {} : { after }),
    });
    for (const { id, key, document } of page.items) {
      if (key > end) {
        next = document.available;
        break;
      }
      if (good >= wanted) break;
      if (!waiting.claim(id)) continue;
      found.claims.push(id);
      const head = await view.list(entries, { index: 'order', prefix: `${id}/`, limit: PAGE });
      let isEmpty = true;
      for (const one of head.items) {
        if (one.document.available > now) {
          if (isEmpty) idle.push({ group: id, available: one.document.available });
          break;
        }
        if (isOld(queue, one.document, now)) {
          found.isStale = true;
          continue;
        }
        if (good >= wanted) break;
        isEmpty = false;
        found.ids.push(one.id);
        if (!isDead(queue, one.document)) good += 1;
      }
    }
    after = page.last;
    if (after === undefined || next !== undefined) break;
  }
  return { ...found, idle, ...(next === undefined ? {} : { next }) };
}
