import type { Unit } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import type { TableDocument } from '../state.ts';

export const REPLICATION_JOB = 'dynamodb.replicate';

export interface ReplicationPayload {
  readonly name: string;
  readonly id: string;
  /** The Region that is told. */
  readonly to: string;
}

/** Tells one replica what waits for it. There is one such job of a table and Region. */
export function orderReplication(
  unit: Unit,
  { account, region, name, id }: TableDocument,
  to: string,
  due: Instant,
): void {
  const payload: ReplicationPayload = { name, id, to };
  unit.order({
    id: `${REPLICATION_JOB}/${account}/${region}/${name}/${to}`,
    kind: REPLICATION_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
