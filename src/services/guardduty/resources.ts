import type { ResourceKind } from '../../contract/resource.ts';
import { parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { notOwned } from './errors.ts';
import { accountScope, type DetectorDocument, detectors } from './state.ts';

export function detectorArn({ account, region }: Scope, id: string): string {
  return `arn:${partitionOf(region)}:guardduty:${region}:${account}:detector/${id}`;
}

/** Nothing, or `/filter/name`. */
const BELOW = /^(\/[A-Za-z]+\/[A-Za-z0-9._-]+)?$/;

/** A detector of the caller's account and Region, by its id or the ARN of it or of what it has. */
export const detectorKind: ResourceKind<DetectorDocument> = {
  name: 'guardduty:detector',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const arn = parseArn(reference);
    const id = arn === undefined ? reference : (arn.resource.split('/')[1] ?? '');
    const own = accountScope(scope.account);
    const known = await unit.view(own).get(detectors, scope.region);
    const whole = detectorArn(scope, id);
    // An ARN has one spelling: another one would get past a policy that denies this one.
    const isOwn =
      arn === undefined ||
      (reference.startsWith(whole) && BELOW.test(reference.slice(whole.length)));
    return {
      arn: whole,
      scope: own,
      id: scope.region,
      document: isOwn && known?.id === id ? known : undefined,
      missing: notOwned(),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
