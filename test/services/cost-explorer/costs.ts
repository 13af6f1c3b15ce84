import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
} from '@aws-sdk/client-cost-explorer';
import type { TestServer } from '../../server.ts';

/** Moves the service's time to an instant that lies ahead. */
export async function moveTo(server: TestServer, instant: string): Promise<void> {
  await server.platform.engine().advanceTo(Date.parse(instant));
}

/** A month's costs and usage of what an account sees, by usage type and operation: `KMS-Keys CurrentKey`. */
export async function monthOf(
  server: TestServer,
  account: string,
  Start: string,
  End: string,
  input: Partial<GetCostAndUsageCommandInput> = {},
): Promise<Record<string, readonly [usage: string, cost: string]>> {
  const ce = new CostExplorerClient(server.client(account));
  const { ResultsByTime } = await ce.send(
    new GetCostAndUsageCommand({
      TimePeriod: { Start, End },
      Granularity: 'MONTHLY',
      Metrics: ['UsageQuantity', 'UnblendedCost'],
      GroupBy: [
        { Type: 'DIMENSION', Key: 'USAGE_TYPE' },
        { Type: 'DIMENSION', Key: 'OPERATION' },
      ],
      ...input,
    }),
  );
  return Object.fromEntries(
    (ResultsByTime?.[0]?.Groups ?? []).map(({ Keys, Metrics }) => [
      Keys?.join(' ') ?? '',
      [Metrics?.['UsageQuantity']?.Amount ?? '', Metrics?.['UnblendedCost']?.Amount ?? ''],
    ]),
  );
}

/** Only what keys cost. */
export const KEYS_ONLY = {
  Filter: { Dimensions: { Key: 'USAGE_TYPE', Values: ['-KMS-Keys'], MatchOptions: ['ENDS_WITH'] } },
} satisfies Partial<GetCostAndUsageCommandInput>;
