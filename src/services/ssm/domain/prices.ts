import type { Price } from '../../cost-explorer/port.ts';

/**
 * What Parameter Store costs in every commercial Region. Source: "AWS Systems Manager pricing",
 * https://aws.amazon.com/systems-manager/pricing/#Parameter_Store. Names of usage types: AWS's price list.
 */
export const ADVANCED_PARAMETERS = 'PS-Advanced-Param-Tier1';
export const INTERACTIONS = 'PS-Param-Processed-Tier2';

export const PRICES: readonly Price[] = [
  {
    usageType: ADVANCED_PARAMETERS,
    unit: 'Parameters',
    microDollars: 50_000,
    per: 'month',
    isFreeTier: false,
  },
  {
    usageType: INTERACTIONS,
    unit: 'Interactions',
    microDollars: 5,
    per: 'unit',
    isFreeTier: false,
  },
];
