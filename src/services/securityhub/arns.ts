import { partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';

/** `arn:aws:securityhub:us-east-1:111122223333:hub/default`. */
export function hubResource({ account, region }: Scope, resource: string): string {
  return `arn:${partitionOf(region)}:securityhub:${region}:${account}:${resource}`;
}

/** A standard of a Region's. */
export function standardArn({ region }: Pick<Scope, 'region'>, path: string): string {
  return `arn:${partitionOf(region)}:securityhub:${region}::standards/${path}`;
}

/** A standard that is switched on in an account's Region. */
export function subscriptionArn(scope: Scope, path: string): string {
  return hubResource(scope, `subscription/${path}`);
}

/** A product of AWS's or a partner's, in a Region; the account's own. */
export function productArn({ account, region }: Scope, product: string): string {
  const owner = product === `${account}/default` ? account : '';
  return `arn:${partitionOf(region)}:securityhub:${region}:${owner}:product/${product}`;
}

/** `aws/guardduty`; undefined: the ARN, which has one spelling, names no product of this Region. */
export function productIn(arn: string, { account, region }: Scope): string | undefined {
  const product = /:product\/([^/]+\/[^/]+)$/.exec(arn)?.[1];
  if (product === undefined || arn !== productArn({ account, region }, product)) return undefined;
  // Another account's own product is none that this one might have.
  return OWN.test(product) && product !== `${account}/default` ? undefined : product;
}

/** `111122223333/default`. */
const OWN = /^\d{12}\/default$/;

/** A product of one of AWS's services: its findings are the service's to send. */
export function isOfAws(product: string): boolean {
  return product.startsWith('aws/');
}
