import type { CloudfrontOperations } from '../../../models/cloudfront/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { WebAclAssociations } from '../wafv2/port.ts';
import { invalidIfMatch, noSuchDistribution, preconditionFailed } from './errors.ts';
import { distributionKind } from './resources.ts';
import type { DistributionDocument } from './state.ts';

export type CloudFrontOperation<N extends keyof CloudfrontOperations> = OperationOf<
  CloudfrontOperations,
  N
>;

export interface CloudFrontParts {
  readonly webAcls: WebAclAssociations;
}

export async function onDistribution(
  action: string,
  id: string,
  context: ResolveContext,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Permission> {
  const resource = await context.resolve(distributionKind, id);
  return { action: `cloudfront:${action}`, resource, conditions };
}

/** Errors: NoSuchDistribution. */
export async function distributionOf(
  context: Context,
  id: string,
): Promise<{ readonly document: DistributionDocument; readonly view: View }> {
  const resource = await context.resolve(distributionKind, id);
  const { document } = resource.resolved;
  if (document === undefined) throw noSuchDistribution();
  return { document, view: context.viewOf(resource) };
}

/** Whoever changes something says which version they saw. Errors: InvalidIfMatchVersion, PreconditionFailed. */
export function requireVersion(etag: string, ifMatch: string | undefined): void {
  if (ifMatch === undefined || !/^E[0-9A-Z]{13}$/.test(ifMatch)) throw invalidIfMatch();
  if (ifMatch !== etag) throw preconditionFailed();
}
