import { partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';

/** `arn:aws:securityhub:us-east-1:111122223333:hub/default`. */
export function hubResource({ account, region }: Scope, resource: string): string {
  return `arn:${partitionOf(region)}:securityhub:${region}:${account}:${resource}`;
}

/** A product of AWS's or a partner's, in a Region; the account's own. */
export function productArn({ account, region }: Scope, product: string): string {
  const owner = product === `${account}/default` ? account : '';
  return `arn:${partitionOf(region)}:securityhub:${region}:${owner}:product/${product}`;
}

/** `aws/guardduty`; undefined: the ARN names no product of this Region. */
export function productIn(arn: string, { region }: Pick<Scope, 'region'>): string | undefined {
  const match = /^arn:[^:]+:securityhub:([^:]+):(\d*):product\/([^/]+\/[^/]+)$/.exec(arn);
  return match?.[1] === region ? match[3] : undefined;
}
