import type { Collection } from '../../contract/collection.ts';
import type { Instant } from '../../core/time.ts';
import { sortable } from './state.ts';

export type MoveStatus = 'RUNNING' | 'COMPLETED' | 'CANCELLED' | 'FAILED';

/** Messages of a dead-letter queue on their way back. */
export interface MoveTask {
  readonly id: string;
  /** The dead-letter queue's name. */
  readonly source: string;
  readonly sourceArn: string;
  /** Undefined: each message goes back to where it was dead. */
  readonly destinationArn?: string;
  readonly perSecond?: number;
  readonly status: MoveStatus;
  readonly started: Instant;
  readonly moved: number;
  /** As many as there were when it started. */
  readonly toMove: number;
  readonly failure?: string;
}

/** Later instants first. */
const LATEST = 9_999_999_999_999;

/** By id. `source` sorts a queue's tasks, the newest first. */
export const moveTasks: Collection<MoveTask> = {
  name: 'sqs.moveTask',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { source: ({ source, started }) => [`${source}/${sortable(LATEST - started)}`] },
};
