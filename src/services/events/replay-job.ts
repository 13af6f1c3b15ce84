import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { archivedId } from './archive-keeping.ts';
import { orderDeliveries } from './deliveries.ts';
import { readEvent } from './domain/event-text.ts';
import { textIn } from './job-payload.ts';
import { type BusMatcher, matcherOf } from './matching.ts';
import {
  archivedEvents,
  archives,
  jobId,
  type ReplayDocument,
  replays,
  type RuleDocument,
} from './state.ts';

const REPLAY = 'events.replay';
const PAGE = 100;

export function orderReplay(
  unit: Unit,
  scope: Scope,
  { name }: ReplayDocument,
  due: Instant,
): void {
  const payload = JSON.stringify({ replay: name });
  unit.order({ id: jobId(REPLAY, scope, name), kind: REPLAY, scope, due, payload });
}

/** Sends a page of an archive's events to rules again; where more are left, it goes on. */
export const replayEvents: UnitJob = {
  kind: REPLAY,
  run: async (payload, context) => {
    const { unit, scope, now } = context;
    const view = unit.view(scope);
    const replay = await view.get(replays, textIn(payload, 'replay'));
    if (replay === undefined) return;
    if (replay.state === 'CANCELLING') {
      view.put(replays, replay.name, { ...replay, state: 'CANCELLED', ended: now });
      return;
    }
    if (replay.state !== 'STARTING' && replay.state !== 'RUNNING') return;
    const archive = await view.get(archives, replay.archive);
    const { items, isMore } =
      archive === undefined
        ? { items: [], isMore: false }
        : await pageOf(context, archive.id, replay);
    const matcher = await matcherOf(unit, scope, replay.bus);
    for (const { id, document } of items) {
      if (matcher !== undefined) replayOne(context, replay, matcher, { id, text: document.text });
    }
    const lastItem = items.at(-1);
    const last =
      lastItem === undefined ? replay.last : { time: lastItem.document.time, id: lastItem.id };
    view.put(replays, replay.name, {
      ...replay,
      ...(last === undefined ? {} : { last }),
      ...(isMore ? { state: 'RUNNING' } : { state: 'COMPLETED', ended: now }),
    });
    if (isMore) orderReplay(unit, scope, replay, now);
  },
};

async function pageOf({ unit, scope }: JobContext, archive: string, replay: ReplayDocument) {
  const { from, to, last } = replay;
  // Before the first event of that time there is none of the same.
  const key = last?.id ?? archivedId(archive, Math.max(0, from));
  const page = await unit
    .view(scope)
    .list(archivedEvents, { prefix: `${archive}/`, limit: PAGE, after: { key, id: key } });
  const items = page.items.filter(({ document }) => document.time <= to);
  return { items, isMore: page.last !== undefined && items.length === page.items.length };
}

function replayOne(
  { unit, scope, now }: JobContext,
  replay: ReplayDocument,
  { index }: BusMatcher,
  { id, text }: { readonly id: string; readonly text: string },
): void {
  const named = `${text.slice(0, -1)},"replay-name":${JSON.stringify(replay.name)}}`;
  const event: JsonObject | undefined = readEvent(named);
  if (event === undefined) return;
  const matched: RuleDocument[] = [];
  for (const consequence of index.match(event)) {
    if (consequence.kind === 'rule' && isMeant(replay, consequence.rule)) {
      matched.push(consequence.rule);
    }
  }
  const key = `r/${replay.name}/${id}`;
  orderDeliveries(unit, scope, { key, text: named, ingested: now, hops: {} }, matched);
}

function isMeant({ filters }: ReplayDocument, { arn }: RuleDocument): boolean {
  return filters.length === 0 || filters.includes(arn);
}
