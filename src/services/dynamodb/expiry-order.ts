import type { Cursor, Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { TableDocument } from './state.ts';

export const EXPIRY_JOB = 'dynamodb.expire';

export interface ExpiryPayload {
  readonly name: string;
  readonly id: string;
  /** How far the walk got that finds out when the items of before expire. */
  readonly after?: Cursor;
}

/** Deletes items whose time is over. */
export function orderExpiry(
  unit: Unit,
  { account, region, name, id }: TableDocument,
  due: Instant,
  after?: Cursor,
): void {
  const payload: ExpiryPayload = { name, id, ...(after === undefined ? {} : { after }) };
  unit.order({
    id: `${EXPIRY_JOB}/${account}/${region}/${name}`,
    kind: EXPIRY_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
