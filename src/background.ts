import type { Service } from './contract/service.ts';
import { uuid } from './core/ids.ts';
import type { MovableClock } from './core/service-clock.ts';
import { DAY_MS, HOUR_MS, type Instant } from './core/time.ts';
import { advance } from './followers/jobs/advance.ts';
import { createJobRunner, type JobRow, type JobRunner } from './followers/jobs/runner.ts';
import { sharedReads } from './followers/shared-reads.ts';
import { startFollowers, type Followers } from './followers/start.ts';
import { serviceEventRecord } from './gateway/audit.ts';
import type { ExecutionParts } from './gateway/execution.ts';
import { callsAlone, callsWithin, permissionsWithin } from './gateway/service-calls.ts';
import type { Log } from './observability/log.ts';
import { keepClockOffset } from './settings.ts';
import type { BlobFolder } from './store/blobs/filesystem.ts';
import type { OpenStore } from './store/open.ts';
import type { Trail } from './store/trail/open.ts';

/** As long as CloudTrail's event history reaches back. */
const TRAIL_KEPT_MS = 90 * DAY_MS;
/** A busy server derives in large batches, and a quiet one soon. */
const FOLLOWERS_PAUSE_MS = 1_000;
/** How long services hold what they observe. */
const HELD_MS = 1_000;

export interface BackgroundParts {
  readonly store: OpenStore;
  readonly trail: Trail;
  readonly services: readonly Service[];
  readonly blobs: BlobFolder;
  readonly clock: MovableClock;
  readonly execution: ExecutionParts;
  /** True where other nodes share the store. */
  readonly isShared: boolean;
  readonly log: Log;
}

/** What runs beside the calls. */
export interface Background {
  /** Moves service time forward; answers, with the number of jobs that ran, when all is quiet there. */
  advanceTo(instant: Instant): Promise<number>;
  /** Resolves when all that was recorded until now has been followed. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts jobs, followers and the removal of what they no longer need. */
export async function startBackground(parts: BackgroundParts): Promise<Background> {
  const { store, trail, services, clock, log } = parts;
  const jobs = jobRunner(parts);
  const followers = await startFollowers({
    store,
    sources: {
      trail: sharedReads(trail),
      outbox: {
        highest: () => store.highestOutbox(),
        read: (after, limit) => store.readOutbox(after, limit),
      },
    },
    followers: services.flatMap((service) => service.followers ?? []),
    pauseMs: FOLLOWERS_PAUSE_MS,
    onFault: (follower, cause) =>
      log.error({ follower, cause: String(cause) }, 'a follower failed'),
  });
  const forget = (): Promise<void> => dropPassed(parts, followers);
  const hourly = setInterval(() => {
    void forget();
    void sweepBlobs(parts);
  }, HOUR_MS).unref();
  void sweepBlobs(parts);
  const everySecond = setInterval(() => void writeHeld(), HELD_MS).unref();
  const ends = [
    trail.subscribe(() => followers.notify()),
    store.subscribe(() => {
      jobs.wake();
      followers.notify();
    }),
  ];
  jobs.start();
  const writeHeld = heldWriter(parts);
  const settle = async (): Promise<void> => {
    await writeHeld();
    await store.settle();
    await followers.settle();
  };
  return {
    advanceTo: async (instant) => {
      const persist = (offsetMs: number) => keepClockOffset(store, offsetMs);
      const count = await advance({ clock, jobs, settle, persist }, instant);
      await forget();
      return count;
    },
    settle,
    stop: async () => {
      clearInterval(hourly);
      clearInterval(everySecond);
      await writeHeld();
      for (const end of ends) end();
      await Promise.all([jobs.stop(), followers.stop()]);
    },
  };
}

/**
 * What services hold in memory becomes durable, in one turn after the other: two at once would write it twice. What can't be
 * written now stays for the next turn.
 */
function heldWriter({ services, store, clock, log }: BackgroundParts): () => Promise<void> {
  const write = async (): Promise<void> => {
    for (const { id, holding } of services) {
      if (holding === undefined || holding.isEmpty) continue;
      try {
        await store.run((unit) => holding.write(unit, clock.serviceTime()));
      } catch (cause) {
        log.error({ service: id, cause: String(cause) }, 'what it held could not be written');
      }
    }
  };
  let turn = Promise.resolve();
  return () => {
    turn = turn.then(write);
    return turn;
  };
}

/** Events and old audit records go once every follower has passed them. */
async function dropPassed(parts: BackgroundParts, followers: Followers): Promise<void> {
  const { store, trail, clock, log } = parts;
  try {
    store.dropOutbox(Math.min(followers.passed('outbox'), store.highestOutbox()));
    await trail.drop(clock.serviceTime() - TRAIL_KEPT_MS, followers.passed('trail'));
  } catch (cause) {
    log.error({ cause: String(cause) }, 'old audit records could not be removed');
  }
}

async function sweepBlobs({ blobs, store, clock, log }: BackgroundParts): Promise<void> {
  try {
    await blobs.sweep(store, clock.realTime());
  } catch (cause) {
    log.error({ cause: String(cause) }, 'unnamed blobs could not be removed');
  }
}

function jobRunner(parts: BackgroundParts): JobRunner {
  const { store, services, blobs, clock, log } = parts;
  const principals = new Map(
    services.flatMap((service) => service.jobs.map((job) => [job.kind, service.principal])),
  );
  const workOf = ({ kind, scope }: JobRow) => ({ principal: principals.get(kind) ?? '', scope });
  return createJobRunner({
    store,
    kinds: [blobs.job, ...services.flatMap((service) => service.jobs)],
    clock,
    isShared: parts.isShared,
    contextOf: (unit, { row, due, now }) => {
      const work = workOf(row);
      const origin = { scope: work.scope, source: work.principal, now };
      const call = callsWithin(parts, work, unit);
      return {
        unit,
        scope: row.scope,
        due,
        now,
        id: row.id,
        serviceEvent: (event) =>
          unit.audit(serviceEventRecord({ ...origin, eventId: uuid() }, event)),
        callService: (reference, input, options = {}) => call(reference, input, options),
        assertPermitted: permissionsWithin(parts, work, unit),
      };
    },
    actContextOf: (row, signal) => ({
      id: row.id,
      scope: row.scope,
      call: callsAlone(parts, workOf(row)),
      signal,
    }),
    onFault: (message, cause) => log.error({ cause: String(cause) }, message),
  });
}
