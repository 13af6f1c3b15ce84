import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';

/** What one unit of a usage type costs. */
export interface Price {
  /** Without its Region: `KMS-Requests`. Bills say `us-east-1-KMS-Requests`. */
  readonly usageType: string;
  /** As Cost Explorer names the unit: `Keys`, `Requests`. */
  readonly unit: string;
  /** Millionths of a US dollar, with up to four places after the point. */
  readonly microDollars: number;
  /** `month`: the price is of a month, and usage is told in hours. `unit`: usage is told in units. */
  readonly per: 'unit' | 'month';
  /** True of what the service's free units are for. */
  readonly isFreeTier: boolean;
}

/** What was used on one day (UTC). */
export interface Usage {
  /** `2026-11-25`. */
  readonly day: string;
  readonly region: string;
  readonly usageType: string;
  /** The API operation, as bills name it. */
  readonly operation: string;
  /** Units, to the millionth, or hours where the price is of a month. */
  readonly quantity: number;
}

/** Whole days, and the instant up to which there can be usage. */
export interface MeteredPeriod {
  readonly from: Instant;
  readonly until: Instant;
  readonly now: Instant;
}

/** A service that bills. */
export interface Meter {
  /** As the SERVICE dimension names it. */
  readonly service: string;
  /** `awskms`. */
  readonly serviceCode: string;
  readonly prices: readonly Price[];
  /** Units a month that one payer has free, over all Regions. */
  readonly freeUnits: number;
  /** Every account that used something, ever. */
  accounts(unit: Unit): Promise<readonly string[]>;
  /** What an account used; at most one entry of a day, Region, usage type and operation. */
  usage(unit: Unit, account: string, period: MeteredPeriod): Promise<readonly Usage[]>;
}

/** What Cost Explorer asks of Organizations. */
export interface PayerLookup {
  /** The account that pays for an account: its organization's management account, or itself. */
  payerOf(unit: Unit, account: string): Promise<string>;
  /** The accounts that a payer pays for, itself among them. */
  accountsOf(unit: Unit, payer: string): Promise<readonly string[]>;
}
