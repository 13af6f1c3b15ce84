import type { Unit } from '../../../contract/view.ts';
import type { Cursor } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import type { TableDocument } from '../state.ts';

export const SETTLING_JOB = 'dynamodb.settle';

export interface SettlingPayload {
  readonly name: string;
  readonly id: string;
  /** How far a walk through the table's items got. */
  readonly after?: Cursor;
}

/** A table does what its status says: it becomes active, places items in new indexes, or goes. */
export function orderSettling(
  unit: Unit,
  { account, region, name, id }: Pick<TableDocument, 'account' | 'region' | 'name' | 'id'>,
  due: Instant,
  after?: Cursor,
): void {
  const payload: SettlingPayload = { name, id, ...(after === undefined ? {} : { after }) };
  unit.order({
    id: `${SETTLING_JOB}/${account}/${region}/${name}`,
    kind: SETTLING_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
