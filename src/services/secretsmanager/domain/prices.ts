import type { Price } from '../../cost-explorer/port.ts';

export const SECRETS = 'AWSSecretsManager-Secrets';
export const REQUESTS = 'AWSSecretsManagerAPIRequest';

/**
 * What Secrets Manager costs in every commercial Region. Source: "AWS Secrets Manager pricing",
 * https://aws.amazon.com/secrets-manager/pricing/: $0.40 a secret and month, prorated by the hour, replicas too, and
 * nothing while a secret waits for its deletion; $0.05 for 10,000 calls. Names of usage types: AWS's price list.
 */
export const PRICES: readonly Price[] = [
  { usageType: SECRETS, unit: 'Secrets', microDollars: 400_000, per: 'month', isFreeTier: false },
  { usageType: REQUESTS, unit: 'API Requests', microDollars: 5, per: 'unit', isFreeTier: false },
];
