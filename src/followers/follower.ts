import type { Follower, StoredEvent } from '../contract/follower.ts';
import type { StoredRecord } from '../contract/trail.ts';
import type { Store, Unit } from '../contract/view.ts';
import { recordsOf } from './by-event-source.ts';
import { followerPositions, globalView } from './position.ts';

/** What followers need of the trail or the outbox. Positions start at 1 and grow. */
export interface Source<T> {
  highest(): number | Promise<number>;
  /** Entries after a position, in order. */
  read(after: number, limit: number): Promise<readonly T[]>;
}

export interface Sources {
  readonly trail: Source<StoredRecord>;
  readonly outbox: Source<StoredEvent>;
}

/** Runs one follower over at most `limit` entries; returns the position it has passed then. */
export async function followOnce(
  store: Store,
  sources: Sources,
  follower: Follower,
  limit: number,
): Promise<number> {
  return store.run(async (unit) => {
    const view = globalView(unit);
    const passed = (await view.get(followerPositions, follower.name))?.position ?? 0;
    const last = await runBatch(sources, follower, passed, limit, unit);
    if (last > passed) view.put(followerPositions, follower.name, { position: last });
    return last;
  });
}

async function runBatch(
  sources: Sources,
  follower: Follower,
  passed: number,
  limit: number,
  unit: Unit,
): Promise<number> {
  if (follower.source === 'trail') {
    const batch = await sources.trail.read(passed, limit);
    const last = batch.at(-1)?.position ?? passed;
    const { eventSources } = follower;
    const own = eventSources === undefined ? batch : recordsOf(batch, eventSources);
    if (batch.length > 0) await follower.run(own, unit, last);
    return last;
  }
  const batch = await sources.outbox.read(passed, limit);
  if (batch.length > 0) await follower.run(batch, unit);
  return batch.at(-1)?.position ?? passed;
}
