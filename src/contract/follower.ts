import type { StoredRecord } from './trail.ts';
import type { OutboxEvent, Unit } from './view.ts';

/**
 * Derives things from the trail or the outbox, in order. A follower's position commits in the unit that writes
 * what it derived, so a restart neither skips nor repeats. `run` may run again after a conflict. It never
 * delivers: it orders a job for each target.
 */
export type Follower = TrailFollower | OutboxFollower;

export interface TrailFollower {
  /** `service.what`; unique in the product. */
  readonly name: string;
  readonly source: 'trail';
  /** Whose records it reads, such as `kms.amazonaws.com`: no others are in its batches, which may be empty. Undefined: all. */
  readonly eventSources?: ReadonlySet<string>;
  /** `through` is the position that is passed with the batch. */
  readonly run: (batch: readonly StoredRecord[], unit: Unit, through: number) => Promise<void>;
}

export interface OutboxFollower {
  readonly name: string;
  readonly source: 'outbox';
  readonly run: (batch: readonly StoredEvent[], unit: Unit) => Promise<void>;
}

export interface StoredEvent extends OutboxEvent {
  /** Grows from one event to the next. */
  readonly position: number;
}
