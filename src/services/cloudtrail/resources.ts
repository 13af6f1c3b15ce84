import type { ResourceKind } from '../../contract/resource.ts';
import type { Unit } from '../../contract/view.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { trailNotFound } from './errors.ts';
import { type TrailDocument, trails } from './state.ts';

export function trailArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  const resource = `trail/${name}`;
  return formatArn({ partition, service: 'cloudtrail', ...scope, resource });
}

/** A trail by its ARN, or by its name in the call's Region. */
export const trailKind: ResourceKind<TrailDocument> = {
  name: 'cloudtrail:trail',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const named = placeOf(reference, scope);
    const document = await findTrail(unit, named.scope, named.name);
    return {
      arn: trailArn(named.scope, named.name),
      scope: named.scope,
      id: named.name,
      document,
      missing: trailNotFound(reference, scope.account),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};

function placeOf(
  reference: string,
  scope: Scope,
): { readonly scope: Scope; readonly name: string } {
  const arn = parseArn(reference);
  if (arn?.service !== 'cloudtrail' || !arn.resource.startsWith('trail/')) {
    return { scope, name: reference };
  }
  const { account, region } = arn;
  return { scope: { account, region }, name: arn.resource.slice('trail/'.length) };
}

export async function findTrail(
  unit: Unit,
  scope: Scope,
  name: string,
): Promise<TrailDocument | undefined> {
  const key = `${scope.region}/${name}`;
  const page = await unit.view(scope).list(trails, { index: 'name', prefix: key, limit: 10 });
  return page.items.find((item) => item.key === key)?.document;
}

/** Trails in one account: at most five a Region. */
const TRAILS_MAX = 1_000;

/** All that are not deleted, by Region and name. */
export async function trailsOf(unit: Unit, account: string): Promise<readonly TrailDocument[]> {
  const view = unit.view({ account, region: '' });
  const page = await view.list(trails, { index: 'name', limit: TRAILS_MAX });
  return page.items.map(({ document }) => document);
}

/** Those whose last files are not yet written, too. */
export async function recordingTrails(
  unit: Unit,
  account: string,
): Promise<readonly TrailDocument[]> {
  const page = await unit.view({ account, region: '' }).list(trails, { limit: TRAILS_MAX });
  return page.items.map(({ document }) => document).filter((trail) => trail.started !== undefined);
}
