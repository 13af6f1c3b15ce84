import type {
  CostExplorerOperations,
  Group,
  GroupDefinition,
  ResultByTime,
} from '../../../models/cost-explorer/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Instant } from '../../core/time.ts';
import type { BillingParts, Charge } from './charges.ts';
import { dimension } from './dimensions.ts';
import { dayText, startOfMonth } from './domain/calendar.ts';
import { unbuilt, validation } from './errors.ts';
import { metricsOf } from './metrics.ts';
import { pageOfRows } from './pages.ts';
import { bucketsOf, spanOf, type Span } from './periods.ts';
import { mayAsk, visibleCharges } from './visible-charges.ts';

const OPERATION = 'GetCostAndUsage';
const GROUP_KEYS_MAX = 2;

export function createGetCostAndUsage(
  parts: BillingParts,
): OperationOf<CostExplorerOperations, 'GetCostAndUsage'> {
  return {
    name: OPERATION,
    access: 'read',
    authorize: mayAsk(OPERATION),
    handle: async (input, context) => {
      const { call } = context;
      const span = spanOf(input.TimePeriod, call.now);
      const buckets = bucketsOf(OPERATION, input.Granularity, span);
      const metrics = metricsOf(OPERATION, input.Metrics);
      const { GroupBy: definitions = [] } = input;
      const readers = definitions.map(readerOf);
      if (readers.length > GROUP_KEYS_MAX) {
        throw validation(`Group by has a maximum of ${GROUP_KEYS_MAX} group definitions.`);
      }
      const charges = await visibleCharges(context, parts, input, span);
      const all = buckets.flatMap((bucket) => rowsOf(bucket, within(charges, bucket), readers));
      const { rows, next } = pageOfRows(call, input, all);
      const shown = resultsOf(rows, metrics, call.now);
      return {
        ...(definitions.length === 0 ? {} : { GroupDefinitions: definitions }),
        ResultsByTime: shown,
        DimensionValueAttributes: [],
        ...next,
      };
    },
  };
}

type Reader = (charge: Charge) => string;

function readerOf({ Type, Key }: GroupDefinition): Reader {
  if (Type === 'DIMENSION') return dimension(OPERATION, Key);
  if (Type === undefined || Key === undefined) {
    throw validation('Group definitions need a Type and a Key.');
  }
  if (Type === 'COST_CATEGORY') throw unbuilt(OPERATION, 'groups of cost categories');
  // No tag is activated for cost allocation: every charge is without a value.
  return () => `${Key}$`;
}

function within(charges: readonly Charge[], { from, until }: Span): readonly Charge[] {
  const [first, end] = [dayText(from), dayText(until)];
  return charges.filter(({ day }) => day >= first && day < end);
}

/** A bucket's total, or one of its groups; a bucket without groups has a row without any. */
interface Row {
  readonly bucket: Span;
  readonly charges: readonly Charge[];
  /** Absent: the row is a total. */
  readonly keys?: readonly string[];
  readonly isEmpty?: true;
}

function rowsOf(
  bucket: Span,
  charges: readonly Charge[],
  readers: readonly Reader[],
): readonly Row[] {
  if (readers.length === 0) return [{ bucket, charges }];
  const groups = new Map<string, { keys: string[]; charges: Charge[] }>();
  for (const charge of charges) {
    const keys = readers.map((read) => read(charge));
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, charges: [] };
    group.charges.push(charge);
    groups.set(id, group);
  }
  if (groups.size === 0) return [{ bucket, charges: [], keys: [], isEmpty: true }];
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({ bucket, ...group }));
}

function resultsOf(
  rows: readonly Row[],
  metrics: ReturnType<typeof metricsOf>,
  now: Instant,
): readonly ResultByTime[] {
  const buckets = new Map<Span, Row[]>();
  for (const row of rows) {
    const known = buckets.get(row.bucket);
    if (known === undefined) buckets.set(row.bucket, [row]);
    else known.push(row);
  }
  return [...buckets].map(([bucket, own]) => {
    const total = own.find(({ keys }) => keys === undefined);
    const Groups: Group[] = own
      .filter(({ keys, isEmpty }) => keys !== undefined && isEmpty !== true)
      .map(({ keys, charges }) => ({ Keys: keys, Metrics: metrics(charges, bucket) }));
    return {
      TimePeriod: { Start: dayText(bucket.from), End: dayText(bucket.until) },
      Total: total === undefined ? {} : metrics(total.charges, bucket),
      Groups,
      Estimated: now < startOfMonth(bucket.from, 1),
    };
  });
}
