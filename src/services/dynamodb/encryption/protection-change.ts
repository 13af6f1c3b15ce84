import type { SSESpecification } from '../../../../models/dynamodb/types.ts';
import type { Context } from '../../../contract/operation.ts';
import { invalid } from '../domain/invalid.ts';
import type { TableDocument } from '../state.ts';
import { forCaller } from './kms-calls.ts';
import { firstKeyWatch, orderKeyWatch } from './key-watch.ts';
import { keyChoice, protect, release } from './protection.ts';
import { openItemKey } from './table-keys.ts';

/**
 * Puts a table's items under another KMS key: their own key is wrapped anew, so that no item needs to be. The caller must
 * be allowed to use both. Errors: KMS's, as DynamoDB passes them on.
 */
export async function changeProtection(
  context: Context,
  table: TableDocument,
  specification: SSESpecification | undefined,
): Promise<TableDocument> {
  if (specification === undefined) return table;
  const chosen = keyChoice(specification);
  const { protection: before, itemKey: plain, ...rest } = table;
  if (chosen === undefined && before === undefined) {
    throw invalid(
      'One or more parameter values were invalid: Table is already encrypted by default',
    );
  }
  const itemKey =
    before === undefined
      ? Buffer.from(plain ?? '', 'base64')
      : await openItemKey(context, table, before, forCaller(table));
  await release(context, table, before);
  const after = chosen === undefined ? undefined : await protect(context, table, chosen, itemKey);
  if (after !== undefined && after.keyArn === before?.keyArn) {
    throw invalid(
      'One or more parameter values were invalid: Table is already encrypted by given KMSMasterKeyId',
    );
  }
  if (after === undefined) return { ...rest, itemKey: itemKey.toString('base64') };
  orderKeyWatch(context.unit, table, firstKeyWatch(context.call.now));
  return { ...rest, protection: { ...after, isChanging: true } };
}
