import type { MetricValue } from '../../../models/cost-explorer/types.ts';
import { type Charge, COST_SCALE, QUANTITY_SCALE } from './charges.ts';
import { hoursInMonthOf } from './domain/calendar.ts';
import { decimalText } from './domain/decimal.ts';
import { unbuilt, validation } from './errors.ts';
import type { Span } from './periods.ts';

type Metric = (charges: readonly Charge[], hours: bigint) => MetricValue;

/** Nobody has discounts, reservations or plans here, so that all costs are one. */
const cost: Metric = (charges, hours) => ({
  Amount: decimalText(sum(charges.map((one) => one.scaledCost)), hours * COST_SCALE),
  Unit: 'USD',
});

const usage: Metric = (charges, hours) => {
  const units = new Set(charges.map(({ unit }) => unit));
  const [unit = 'N/A'] = units;
  return {
    Amount: decimalText(sum(charges.map((one) => one.scaledQuantity)), hours * QUANTITY_SCALE),
    Unit: units.size === 1 ? unit : 'N/A',
  };
};

/** By the name in answers; requests may also have them as `UNBLENDED_COST`. */
const METRICS: ReadonlyMap<string, Metric> = new Map([
  ['AmortizedCost', cost],
  ['BlendedCost', cost],
  ['NetAmortizedCost', cost],
  ['NetUnblendedCost', cost],
  ['UnblendedCost', cost],
  ['UsageQuantity', usage],
]);

const NAMES: ReadonlyMap<string, string> = new Map(
  [...METRICS.keys()].flatMap((name) => [
    [name, name],
    [name.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toUpperCase(), name],
  ]),
);

/** The metrics of some of a bucket's charges, by name. Errors: ValidationException, NotImplementedException. */
export function metricsOf(operation: string, asked: readonly string[]) {
  if (asked.length === 0) throw validation('Metrics should not be empty.');
  const names = asked.map((name) => {
    if (/^normalized_?usage_?amount$/i.test(name)) throw unbuilt(operation, `the metric ${name}`);
    const known = NAMES.get(name);
    if (known === undefined) throw validation(`Metric ${name} is not valid.`);
    return known;
  });
  return (charges: readonly Charge[], { from }: Span): Readonly<Record<string, MetricValue>> => {
    const hours = BigInt(hoursInMonthOf(from));
    const values: Record<string, MetricValue> = {};
    for (const name of names) {
      const value = METRICS.get(name)?.(charges, hours);
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
}

export function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}
