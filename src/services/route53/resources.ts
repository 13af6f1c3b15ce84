import type { ResourceKind } from '../../contract/resource.ts';
import { noSuchChange, noSuchZone } from './errors.ts';
import { type ChangeDocument, changes, EVERYWHERE, type ZoneDocument, zones } from './state.ts';

/** Ids are given with what they are of before them, or without. */
function bareId(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A zone by its id. */
export const zoneKind: ResourceKind<ZoneDocument> = {
  name: 'route53:hostedzone',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const id = bareId(reference);
    const document = await unit.view(EVERYWHERE).get(zones, id);
    return {
      arn: `arn:aws:route53:::hostedzone/${id}`,
      scope: { account: document?.account ?? scope.account, region: scope.region },
      id,
      document,
      missing: noSuchZone(id),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};

/** What came of a change, by its id. */
export const changeKind: ResourceKind<ChangeDocument> = {
  name: 'route53:change',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const id = bareId(reference);
    const document = await unit.view(EVERYWHERE).get(changes, id);
    return {
      arn: `arn:aws:route53:::change/${id}`,
      scope: { account: document?.account ?? scope.account, region: scope.region },
      id,
      document,
      missing: noSuchChange(id),
    };
  },
};
