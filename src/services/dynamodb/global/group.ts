import type { Unit } from '../../../contract/view.ts';
import { type ReplicaDocument, type TableDocument, tables } from '../state.ts';

/** The table of the same name in another Region of the account. */
export function tableAt(
  unit: Unit,
  { account, name }: Pick<TableDocument, 'account' | 'name'>,
  region: string,
): Promise<TableDocument | undefined> {
  return unit.view({ account, region }).get(tables, name);
}

/** The table with a replica as it is now. */
export function withReplica(table: TableDocument, replica: ReplicaDocument): TableDocument {
  const others = table.replicas.filter(({ region }) => region !== replica.region);
  return { ...table, replicas: [...others, replica] };
}

export function withoutReplica(table: TableDocument, region: string): TableDocument {
  return { ...table, replicas: table.replicas.filter((one) => one.region !== region) };
}

/** Tells every table of the group but `except` what became of one of them. */
export async function updateGroup(
  unit: Unit,
  table: TableDocument,
  change: (one: TableDocument) => TableDocument,
): Promise<void> {
  for (const { region } of table.replicas) {
    const one = await tableAt(unit, table, region);
    if (one !== undefined) unit.view(one).put(tables, one.name, change(one));
  }
}
