import type { StreamSpecification } from '../../../../models/dynamodb/types.ts';
import type { Unit } from '../../../contract/view.ts';
import { type Instant, DAY_MS } from '../../../core/time.ts';
import { invalidParameter } from '../domain/invalid.ts';
import { tableArn } from '../resources.ts';
import type { StreamState, TableDocument } from '../state.ts';
import { streamId, streams } from './state.ts';
import { orderTrimming } from './trimming-order.ts';

/** Records are readable for a day. */
export const RETENTION_MS = DAY_MS;

/** Opens a stream of what is written from now on. Errors: ValidationException. */
export function openStream(
  unit: Unit,
  table: TableDocument,
  { StreamViewType: view }: StreamSpecification,
  now: Instant,
): TableDocument {
  if (view === undefined) {
    throw invalidParameter('StreamViewType must be specified when StreamEnabled is true');
  }
  const label = new Date(now).toISOString().slice(0, -1);
  const arn = `${tableArn(table, table.name)}/stream/${label}`;
  const stream: StreamState = { arn, label, view };
  unit.view(table).put(streams, streamId(table.name, label), {
    table: table.name,
    tableId: table.id,
    arn,
    label,
    view,
    key: table.key,
    store: storeOf(table, label),
    created: now,
  });
  orderTrimming(unit, table, streamId(table.name, label), now + RETENTION_MS);
  return { ...table, stream };
}

/** The name of a stream's records. */
export function storeOf({ store }: Pick<TableDocument, 'store'>, label: string): string {
  return `${store}-${Date.parse(`${label}Z`)}`;
}

/** Ends the table's stream. What stands in it can be read for a day. */
export async function closeStream(
  unit: Unit,
  table: TableDocument,
  now: Instant,
  isTableGone = false,
): Promise<TableDocument> {
  const { stream, ...rest } = table;
  if (stream === undefined) return table;
  const view = unit.view(table);
  const id = streamId(table.name, stream.label);
  const document = await view.get(streams, id);
  if (document !== undefined) {
    const { id: tableId, name, account, region, itemKey, protection } = table;
    const holder = {
      id: tableId,
      name,
      account,
      region,
      ...(itemKey === undefined ? {} : { itemKey }),
      ...(protection === undefined ? {} : { protection }),
    };
    view.put(streams, id, {
      ...document,
      ended: now,
      ...(isTableGone ? { orphaned: holder } : {}),
    });
    orderTrimming(unit, table, id, now + RETENTION_MS);
  }
  return rest;
}
