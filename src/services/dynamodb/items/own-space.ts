import type { JobContext } from '../../../contract/service.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { TableKeys } from '../encryption/table-keys.ts';
import type { TableDocument } from '../state.ts';
import type { ItemSpace } from './space.ts';

/**
 * A table's items in its own Region, opened by DynamoDB itself. Undefined: its KMS key can't be used for now. Call it
 * before the unit writes.
 */
export async function ownSpace(
  context: JobContext,
  keys: TableKeys,
  table: TableDocument,
): Promise<ItemSpace | undefined> {
  try {
    const itemKeys = await keys.openByItself(context, table, context.now);
    return { table, view: context.unit.view(table), keys: itemKeys };
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
