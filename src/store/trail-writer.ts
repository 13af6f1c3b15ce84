import type { TrailRecord } from '../contract/view.ts';

/** The audit trail as the committer and the mover write it. */
export interface TrailWriter {
  /**
   * Resolves when the records are durable. They become so together, or not at all. `pendingNumber`
   * is the number of the pending row they came from; it grows from one call to the next.
   */
  append(records: readonly TrailRecord[], pendingNumber?: number): Promise<void>;
  /** The highest pending number that is durable; 0 when there was none. */
  highestPending(): number;
}
