import type { Context } from '../../../contract/operation.ts';
import { type TableTarget, targetOf } from '../authorization.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import { noSuchResource } from '../errors.ts';
import { indexKind, itemTableKind } from '../resources.ts';
import type { ItemSpace, Writer } from './space.ts';

/** A table whose items a handler works on. */
export interface OpenTable extends ItemSpace, TableTarget {}

const UNREADABLE: ReadonlySet<string> = new Set(['CREATING', 'DELETING', 'ARCHIVED']);

/**
 * The table that `authorize` named, itself or by one of its indexes, opened for the caller.
 * Errors: ResourceNotFoundException; those of the table's KMS key.
 */
export async function openTable(
  context: Context,
  keys: TableKeys,
  named: string,
  index?: string,
): Promise<OpenTable> {
  const target = await (index === undefined
    ? targetOf(context, itemTableKind, named)
    : targetOf(context, indexKind, `${named}/${index}`));
  const { status } = target.table;
  if (UNREADABLE.has(status)) throw noSuchResource();
  return { ...target, keys: await keys.open(context, target.table) };
}

/** The caller writes. */
export function writerOf({ unit, call }: Context): Writer {
  return { unit, now: call.now };
}
