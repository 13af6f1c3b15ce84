import type { Service } from '../../contract/service.ts';
import type { BillingParts } from './charges.ts';
import { createGetCostAndUsage } from './cost-and-usage.ts';
import { createGetDimensionValues } from './dimension-values.ts';
import { notImplemented } from './unbuilt.ts';

/** What the accounts' use of the services that bill costs. */
export function createCostExplorerService(parts: BillingParts): Service {
  return {
    id: 'cost-explorer',
    principal: 'ce.amazonaws.com',
    operations: [createGetCostAndUsage(parts), createGetDimensionValues(parts)],
    notImplemented,
    collections: [],
    jobs: [],
  };
}
