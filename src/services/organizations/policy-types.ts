import type { PolicyType, Root as Shown } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { defaultAttachments } from './aws-policies.ts';
import { constraintViolation, organizationsError } from './errors.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { found, onOrganization, policyTypeKeys } from './operation.ts';
import { rootKind, type Seat } from './resources.ts';
import { entities, ONLY, type Organization, organizations, type Root } from './state.ts';

function shownRoot(root: Root, { policyTypes }: Organization): Shown {
  return {
    Id: root.id,
    Arn: root.arn,
    Name: root.name,
    PolicyTypes: policyTypes.map((Type) => ({ Type, Status: 'ENABLED' })),
  };
}

export function assertAllFeatures({ featureSet }: Organization): void {
  if (featureSet === 'ALL') return;
  throw constraintViolation(
    'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
    'The organization is not in all features mode.',
  );
}

/** Drops every attachment of the type, or puts AWS's own policy of it everywhere. */
async function attachAnew(
  { view }: Seat,
  type: PolicyType,
  defaults: ReturnType<typeof defaultAttachments>,
): Promise<void> {
  for (const entity of await everyOf(view, entities)) {
    const kept = entity.policies.filter((attachment) => attachment.type !== type);
    if (defaults.length === 0 && kept.length === entity.policies.length) continue;
    view.put(entities, entity.id, { ...entity, policies: [...kept, ...defaults] });
  }
}

export const policyTypeOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'ListRoots',
    access: 'read',
    handle: async (_input, { organization, view }) => {
      const root = await view.get(entities, organization.rootId);
      return { Roots: root?.kind === 'root' ? [shownRoot(root, organization)] : [] };
    },
  }),
  onOrganization({
    name: 'EnablePolicyType',
    access: 'write',
    on: async ({ RootId }, context) => [await context.resolve(rootKind, RootId)],
    keys: ({ PolicyType: type }) => policyTypeKeys(type),
    handle: async ({ RootId, PolicyType: type }, seat, context) => {
      await found(context, rootKind, RootId);
      const { organization, view } = seat;
      if (organization.featureSet !== 'ALL') {
        throw organizationsError('PolicyTypeNotAvailableForOrganizationException');
      }
      if (organization.policyTypes.includes(type)) {
        throw organizationsError('PolicyTypeAlreadyEnabledException');
      }
      const changed = { ...organization, policyTypes: [...organization.policyTypes, type] };
      view.put(organizations, ONLY, changed);
      await attachAnew(seat, type, defaultAttachments([type], context.call.now));
      await compileMemberships(context.unit, changed);
      return { Root: shownRoot(await found(context, rootKind, RootId), changed) };
    },
  }),
  onOrganization({
    name: 'DisablePolicyType',
    access: 'write',
    on: async ({ RootId }, context) => [await context.resolve(rootKind, RootId)],
    keys: ({ PolicyType: type }) => policyTypeKeys(type),
    handle: async ({ RootId, PolicyType: type }, seat, context) => {
      await found(context, rootKind, RootId);
      const { organization, view } = seat;
      if (!organization.policyTypes.includes(type)) {
        throw organizationsError('PolicyTypeNotEnabledException');
      }
      const policyTypes = organization.policyTypes.filter((one) => one !== type);
      const changed = { ...organization, policyTypes };
      view.put(organizations, ONLY, changed);
      await attachAnew(seat, type, []);
      await compileMemberships(context.unit, changed);
      return { Root: shownRoot(await found(context, rootKind, RootId), changed) };
    },
  }),
];
