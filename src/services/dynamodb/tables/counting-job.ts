import type { UnitJob } from '../../../contract/service.ts';
import type { Cursor, Unit } from '../../../contract/view.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';
import { items, type TableDocument, tables } from '../state.ts';

const KIND = 'dynamodb.count';
/** AWS tells sizes that are up to six hours old. */
const EVERY_MS = 6 * HOUR_MS;
/** Items that one run counts. */
const BATCH = 500;

interface Tally {
  readonly count: number;
  readonly bytes: number;
}

interface CountingPayload {
  readonly name: string;
  readonly id: string;
  readonly after?: Cursor;
  readonly table: Tally;
  /** By the indexes' `place`. */
  readonly indexes: Readonly<Record<string, Tally>>;
}

const NOTHING: Tally = { count: 0, bytes: 0 };

/** Counts a table's items from `now` on, every six hours. */
export function orderCounting(unit: Unit, table: TableDocument, now: Instant): void {
  const { name, id } = table;
  order(unit, table, now + EVERY_MS, { name, id, table: NOTHING, indexes: {} });
}

function order(
  unit: Unit,
  { account, region, name }: TableDocument,
  due: Instant,
  payload: CountingPayload,
): void {
  unit.order({
    id: `${KIND}/${account}/${region}/${name}`,
    kind: KIND,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}

/** What descriptions tell of how many items a table and its indexes have, and of how large they are. */
export const countingJob: UnitJob = {
  kind: KIND,
  run: async (text, { unit, scope, now }) => {
    const payload: CountingPayload = JSON.parse(text);
    const view = unit.view(scope);
    const table = await view.get(tables, payload.name);
    if (table === undefined || table.id !== payload.id || table.status === 'DELETING') return;
    const { after } = payload;
    // Counted once: what is written meanwhile counts the next time.
    const page = await unit.once(async () => {
      const { items: found, last } = await view.list(items, {
        prefix: `${table.store}/`,
        limit: BATCH,
        ...(after === undefined ? {} : { after }),
      });
      const sizes = found.map(({ document: { size, indexed } }) => ({ size, indexed }));
      return { sizes, last };
    });
    let whole = payload.table;
    const indexes: Record<string, Tally> = { ...payload.indexes };
    for (const { size, indexed } of page.sizes) {
      whole = plus(whole, size);
      for (const place of Object.keys(indexed)) indexes[place] = plus(indexes[place], size);
    }
    if (page.last !== undefined) {
      order(unit, table, now, { ...payload, after: page.last, table: whole, indexes });
      return;
    }
    view.put(tables, table.name, {
      ...table,
      ...whole,
      indexes: table.indexes.map((index) => ({ ...index, ...(indexes[index.place] ?? NOTHING) })),
    });
    orderCounting(unit, table, now);
  },
};

function plus({ count, bytes }: Tally = NOTHING, size: number): Tally {
  return { count: count + 1, bytes: bytes + size };
}
