import type { Price } from '../../cost-explorer/port.ts';

export const REQUESTS = 'Request';
export const GB_SECONDS = 'Lambda-GB-Second';

/** Requests a month that cost nothing. */
export const FREE_REQUESTS = 1_000_000;

/**
 * What functions cost on x86. Source: "AWS Lambda pricing", https://aws.amazon.com/lambda/pricing/: $0.20 for a million requests,
 * $0.0000166667 for a GB-second. Names of usage types: AWS's price list.
 */
export const PRICES: readonly Price[] = [
  { usageType: REQUESTS, unit: 'Requests', microDollars: 0.2, per: 'unit', isFreeTier: true },
  {
    usageType: GB_SECONDS,
    unit: 'Lambda-GB-Second',
    microDollars: 16.6667,
    per: 'unit',
    isFreeTier: false,
  },
];
