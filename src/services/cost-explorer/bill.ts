import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import {
  type BillingParts,
  type Charge,
  chargesOf,
  COST_SCALE,
  QUANTITY_SCALE,
} from './charges.ts';
import { dayOf, dayText, hoursInMonthOf, startOfMonth } from './domain/calendar.ts';
import { decimalText } from './domain/decimal.ts';
import { sum } from './metrics.ts';

export interface BillQuestion {
  /** `2026-11`; the running month when absent. */
  readonly month?: string;
  /** All accounts when absent. */
  readonly account?: string;
}

const HEADS = ['Account', 'Region', 'Usage type', 'Quantity', 'Unit', 'USD'] as const;

/**
 * A month's bill as a table, for whoever runs the server: a line for each account, Region and usage type, and totals.
 * Errors: Error with a sentence for the operator.
 */
export async function billText(
  unit: Unit,
  parts: BillingParts,
  question: BillQuestion,
  now: Instant,
): Promise<string> {
  const from = monthOf(question.month, now);
  const period = { from, until: startOfMonth(from, 1), now };
  const charges: Charge[] = [];
  for (const payer of await payersOf(unit, parts, question.account)) {
    charges.push(...(await chargesOf(unit, parts, payer, period)));
  }
  const own = charges.filter(
    ({ account }) => question.account === undefined || account === question.account,
  );
  const hours = BigInt(hoursInMonthOf(from));
  const month = dayText(from).slice(0, 7);
  const state = now < period.until ? 'so far' : 'final';
  const lines = [HEADS, ...rowsOf(own, hours)];
  return `Bill of ${month}, ${state} (USD)\n\n${tableOf(lines)}`;
}

function monthOf(text: string | undefined, now: Instant): Instant {
  if (text === undefined) return startOfMonth(now);
  const from = dayOf(`${text}-01`);
  if (from === undefined) throw new Error(`'${text}' is no month; it is written 2026-11`);
  if (from > now) throw new Error(`${text} has not begun`);
  return from;
}

async function payersOf(
  unit: Unit,
  { meters, payers }: BillingParts,
  account: string | undefined,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const accounts =
    account === undefined
      ? (await Promise.all(meters.map((meter) => meter.accounts(unit)))).flat()
      : [account];
  for (const one of accounts) found.add(await payers.payerOf(unit, one));
  return [...found].sort();
}

type Row = readonly [string, string, string, string, string, string];

function rowsOf(charges: readonly Charge[], hours: bigint): readonly Row[] {
  const dollars = (some: readonly Charge[]): string =>
    decimalText(sum(some.map((one) => one.scaledCost)), hours * COST_SCALE);
  const rows: Row[] = [];
  for (const [account, own] of groups(charges, (one) => one.account)) {
    for (const [, some] of groups(own, (one) => `${one.region}/${one.usageType}`)) {
      const [first] = some;
      if (first === undefined) continue;
      const quantity = decimalText(
        sum(some.map((one) => one.scaledQuantity)),
        hours * QUANTITY_SCALE,
      );
      rows.push([account, first.region, first.usageType, quantity, first.unit, dollars(some)]);
    }
    rows.push([account, '', 'Total', '', '', dollars(own)]);
  }
  return [...rows, ['Total', '', '', '', '', dollars(charges)]];
}

function groups(
  charges: readonly Charge[],
  key: (charge: Charge) => string,
): readonly (readonly [string, readonly Charge[]])[] {
  const found = new Map<string, Charge[]>();
  for (const charge of charges) {
    const name = key(charge);
    const known = found.get(name);
    if (known === undefined) found.set(name, [charge]);
    else known.push(charge);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Columns as wide as their widest cell; amounts end at the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = HEADS.map((_head, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const isAmount = (column: number): boolean =>
    HEADS[column] === 'Quantity' || HEADS[column] === 'USD';
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const width = widths[column] ?? 0;
        return isAmount(column) ? cell.padStart(width) : cell.padEnd(width);
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}
