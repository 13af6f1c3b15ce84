import type { ServiceActor } from '../../contract/operation.ts';
import { trailArn } from './resources.ts';
import type { TrailDocument } from './state.ts';

export const PRINCIPAL = 'cloudtrail.amazonaws.com';

/** CloudTrail acts in its own name, for a trail. */
export function ownName(trail: TrailDocument): ServiceActor {
  return {
    principal: PRINCIPAL,
    sourceArn: trailArn(trail, trail.name),
    account: trail.account,
  };
}
