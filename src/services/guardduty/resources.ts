import type { ResourceKind } from '../../contract/resource.ts';
import { parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { notOwned } from './errors.ts';
import { accountScope, type DetectorDocument, detectors } from './state.ts';

export function detectorArn({ account, region }: Scope, id: string): string {
  return `arn:${partitionOf(region)}:guardduty:${region}:${account}:detector/${id}`;
}

/** A detector of the caller's account and Region, by its id or the ARN of it or of what it has. */
export const detectorKind: ResourceKind<DetectorDocument> = {
  name: 'guardduty:detector',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const arn = parseArn(reference);
    const id = arn === undefined ? reference : (arn.resource.split('/')[1] ?? '');
    const own = accountScope(scope.account);
    const known = await unit.view(own).get(detectors, scope.region);
    const isOwn =
      arn === undefined || (arn.account === scope.account && arn.region === scope.region);
    return {
      arn: detectorArn(scope, id),
      scope: own,
      id: scope.region,
      document: isOwn && known?.id === id ? known : undefined,
      missing: notOwned(),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
