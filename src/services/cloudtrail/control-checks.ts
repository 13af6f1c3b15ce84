import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { accountResource, type CheckedResource, type ControlCheck } from '../securityhub/port.ts';
import { recordingTrails, trailArn } from './resources.ts';
import { isLogging, type TrailDocument } from './state.ts';

async function trailsIn(unit: Unit, { account, region }: Scope): Promise<readonly TrailDocument[]> {
  const all = await recordingTrails(unit, account);
  return all.filter((trail) => !trail.isDeleted && trail.region === region);
}

function ofEachTrail(control: string, passes: (trail: TrailDocument) => boolean): ControlCheck {
  return {
    control,
    check: async (unit, scope) =>
      (await trailsIn(unit, scope)).map(
        (trail): CheckedResource => ({
          type: 'AwsCloudTrailTrail',
          id: trailArn(trail, trail.name),
          passes: passes(trail),
        }),
      ),
  };
}

/** What trails are asked for. */
export const trailChecks: readonly ControlCheck[] = [
  {
    control: 'CloudTrail.1',
    check: async (unit, scope) => {
      const all = await recordingTrails(unit, scope.account);
      return [
        accountResource(
          scope,
          all.some((trail) => trail.multiRegion && isLogging(trail)),
        ),
      ];
    },
  },
  ofEachTrail('CloudTrail.2', ({ kmsKey }) => kmsKey !== undefined),
  ofEachTrail('CloudTrail.4', ({ validation }) => validation),
  ofEachTrail('CloudTrail.5', ({ logs }) => logs !== undefined),
];
