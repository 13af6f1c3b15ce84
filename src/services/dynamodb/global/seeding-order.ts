import type { Cursor, Unit } from '../../../contract/view.ts';
import type { Instant } from '../../../core/time.ts';
import type { TableDocument } from '../state.ts';

export const SEEDING_JOB = 'dynamodb.seed';

export interface SeedingPayload {
  readonly name: string;
  readonly id: string;
  /** The Region of the new replica. */
  readonly to: string;
  readonly after?: Cursor;
}

/** Copies a table's items to a new replica. */
export function orderSeeding(
  unit: Unit,
  { account, region, name, id }: TableDocument,
  to: string,
  due: Instant,
  after?: Cursor,
): void {
  const payload: SeedingPayload = { name, id, to, ...(after === undefined ? {} : { after }) };
  unit.order({
    id: `${SEEDING_JOB}/${account}/${region}/${name}/${to}`,
    kind: SEEDING_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
