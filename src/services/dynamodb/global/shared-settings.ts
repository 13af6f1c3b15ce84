import type { Context } from '../../../contract/operation.ts';
import { invalid } from '../domain/invalid.ts';
import { type TableDocument, tables } from '../state.ts';
import { orderSettling } from '../tables/settling-order.ts';
import { tableAt } from './group.ts';

/** What is the same in every Region of a global table follows a change of it in one. */
export async function conveySettings(
  { unit, call: { now } }: Context,
  before: TableDocument,
  after: TableDocument,
): Promise<void> {
  if (before.replicas.length === 0) return;
  if ((before.protection === undefined) !== (after.protection === undefined)) {
    throw invalid(
      'One or more parameter values were invalid: All replicas of a global table must use the same type of KMS key.',
    );
  }
  const { attributes, indexes, indexesMade, billing, throughput } = after;
  const isSame =
    before.indexes === indexes && before.billing === billing && before.throughput === throughput;
  if (isSame) return;
  for (const { region } of before.replicas) {
    const replica = await tableAt(unit, before, region);
    if (replica === undefined || replica.status !== 'ACTIVE') continue;
    unit.view(replica).put(tables, replica.name, {
      ...replica,
      attributes,
      indexes,
      indexesMade,
      billing,
      throughput,
      ...(after.onDemandSince === undefined ? {} : { onDemandSince: after.onDemandSince }),
      status: 'UPDATING',
    });
    orderSettling(unit, replica, now);
  }
}
