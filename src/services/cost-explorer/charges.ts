import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { hoursInMonthOf, startOfMonth } from './domain/calendar.ts';
import type { Meter, MeteredPeriod, PayerLookup, Price } from './port.ts';

export interface BillingParts {
  readonly meters: readonly Meter[];
  readonly payers: PayerLookup;
}

/** What one account is charged for one day's use of one usage type by one operation. */
export interface Charge {
  /** `2026-11-25`. */
  readonly day: string;
  readonly account: string;
  readonly payer: string;
  readonly region: string;
  readonly service: string;
  readonly serviceCode: string;
  /** With its Region: `us-east-1-KMS-Requests`. */
  readonly usageType: string;
  readonly operation: string;
  readonly unit: string;
  /** Exact amounts, times the hours of the day's month and the scales below: sums within a month stay whole numbers. */
  readonly scaledQuantity: bigint;
  readonly scaledCost: bigint;
}

/** Quantities are told to the millionth. */
export const QUANTITY_SCALE = 1_000_000n;
/** Prices are told to the ten thousandth of a millionth of a dollar. */
const PRICE_SCALE = 10_000n;
const MICRO = 1_000_000n;
/** Of costs in dollars. */
export const COST_SCALE = MICRO * PRICE_SCALE * QUANTITY_SCALE;

interface Measured {
  readonly account: string;
  readonly day: string;
  readonly region: string;
  readonly operation: string;
  readonly quantity: number;
  readonly price: Price;
}

/**
 * All charges of a payer's accounts from the beginning of the first day's month on: what is free is used up in the order
 * of days, then of accounts, Regions and operations.
 */
export async function chargesOf(
  unit: Unit,
  { meters, payers }: BillingParts,
  payer: string,
  period: MeteredPeriod,
): Promise<readonly Charge[]> {
  const accounts = await payers.accountsOf(unit, payer);
  const whole = { ...period, from: startOfMonth(period.from) };
  const charges: Charge[] = [];
  for (const meter of meters) {
    const measured: Measured[] = [];
    for (const account of accounts) measured.push(...(await measure(unit, meter, account, whole)));
    charges.push(...charge(meter, payer, measured));
  }
  return charges;
}

async function measure(
  unit: Unit,
  meter: Meter,
  account: string,
  period: MeteredPeriod,
): Promise<readonly Measured[]> {
  const prices = new Map(meter.prices.map((price) => [price.usageType, price]));
  const used = await meter.usage(unit, account, period);
  return used.map(({ usageType, ...usage }) => {
    const price = prices.get(usageType);
    if (price === undefined) throw new Error(`${usageType} has no price`);
    return { ...usage, account, price };
  });
}

function charge(meter: Meter, payer: string, measured: readonly Measured[]): readonly Charge[] {
  const free = new Map<Instant, number>();
  return [...measured].sort(inOrder).map((one) => {
    const { account, day, region, operation, quantity, price } = one;
    const at = Date.parse(`${day}T00:00:00Z`);
    const hours = BigInt(hoursInMonthOf(at));
    // A price of a month is told in hours, which is the quantity already scaled.
    const scale = price.per === 'month' ? 1n : hours;
    const paid = price.isFreeTier ? beyondFree(free, startOfMonth(at), meter, quantity) : quantity;
    return {
      day,
      account,
      payer,
      region,
      service: meter.service,
      serviceCode: meter.serviceCode,
      usageType: `${region}-${price.usageType}`,
      operation,
      unit: price.unit,
      scaledQuantity: scaledBy(QUANTITY_SCALE, quantity) * scale,
      scaledCost:
        scaledBy(QUANTITY_SCALE, paid) * scale * scaledBy(PRICE_SCALE, price.microDollars),
    };
  });
}

function scaledBy(scale: bigint, amount: number): bigint {
  return Number.isSafeInteger(amount)
    ? BigInt(amount) * scale
    : BigInt(Math.round(amount * Number(scale)));
}

/** The part of a quantity that the month's free units do not cover. */
function beyondFree(
  used: Map<Instant, number>,
  month: Instant,
  { freeUnits }: Meter,
  quantity: number,
): number {
  const before = used.get(month) ?? 0;
  used.set(month, before + quantity);
  return Math.max(0, before + quantity - freeUnits) - Math.max(0, before - freeUnits);
}

function inOrder(a: Measured, b: Measured): number {
  const [one, other] = [a, b].map(({ day, account, region, price, operation }) =>
    [day, account, region, price.usageType, operation].join('/'),
  );
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
