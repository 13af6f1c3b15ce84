import type { JobOrder, Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { QueueDocument } from './state.ts';

export const SWEEP_JOB = 'sqs.sweep';

/** What a sweep is about: `store` of a queue that is there, or one whose messages all go. */
export interface SweepPayload {
  readonly queue: string;
  readonly store: string;
  readonly isGone: boolean;
}

type Swept = Pick<QueueDocument, 'account' | 'region' | 'name' | 'store'>;

export function sweepOrder(
  { account, region, name, store }: Swept,
  due: Instant,
  what: 'old' | 'gone' = 'old',
): JobOrder {
  const payload: SweepPayload = { queue: name, store, isGone: what === 'gone' };
  // A queue has one sweep, whatever its store is; each place that is given up has its own.
  const id = `sqs.sweep/${account}/${region}/${what === 'gone' ? store : `queue/${name}`}`;
  return {
    id,
    kind: SWEEP_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  };
}

/** A sweep of what is too old, now or later. */
export function orderSweep(unit: Unit, queue: Swept, due: Instant): void {
  unit.order(sweepOrder(queue, due));
}
