import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { noSuchDistribution, noSuchOriginAccessControl, noSuchResource } from './errors.ts';
import {
  type AccessControlDocument,
  accessControls,
  type DistributionDocument,
  distributions,
} from './state.ts';

export function arnOf({ account, region }: Scope, resource: string): string {
  return formatArn({
    partition: partitionOf(region),
    service: 'cloudfront',
    region: '',
    account,
    resource,
  });
}

/** By its id, among those of the caller's account. */
export const distributionKind: ResourceKind<DistributionDocument> = {
  name: 'cloudfront:distribution',
  policyMode: 'none',
  find: async (id, { unit, scope }) => {
    const document = await unit.view(scope).get(distributions, id);
    const arn = arnOf(scope, `distribution/${id}`);
    return { arn, scope, id, document, missing: noSuchDistribution() };
  },
  tags: ({ document }) => document?.tags ?? {},
};

export const accessControlKind: ResourceKind<AccessControlDocument> = {
  name: 'cloudfront:origin-access-control',
  policyMode: 'none',
  find: async (id, { unit, scope }) => {
    const document = await unit.view(scope).get(accessControls, id);
    const arn = arnOf(scope, `origin-access-control/${id}`);
    return { arn, scope, id, document, missing: noSuchOriginAccessControl() };
  },
};

/** The id of the distribution that an ARN names. Errors: NoSuchResource. */
export function distributionIdOf(arn: string): string {
  const parsed = parseArn(arn);
  const [noun, id] = parsed?.resource.split('/') ?? [];
  if (parsed?.service !== 'cloudfront' || noun !== 'distribution' || id === undefined) {
    throw noSuchResource();
  }
  return id;
}
