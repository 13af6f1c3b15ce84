import type { Organization as Shown } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { defaultAttachments } from './aws-policies.ts';
import { entityArn, newId, organizationArn } from './domain/identifiers.ts';
import { organizationsError } from './errors.ts';
import { everyOf } from '../../listing/every-document.ts';
import { addressOf } from './addresses.ts';
import { compileMemberships } from './memberships.ts';
import { onOrganization, onOwnAccount, ownSeat } from './operation.ts';
import {
  accountScope,
  creations,
  delegationPolicies,
  entities,
  handshakes,
  memberships,
  ONLY,
  organizations,
  type Organization,
  policies,
  SHARED_SCOPE,
} from './state.ts';

export function shownOrganization(organization: Organization): Shown {
  const { id, featureSet, managementAccount, managementEmail } = organization;
  return {
    Id: id,
    Arn: organizationArn(organization),
    FeatureSet: featureSet,
    MasterAccountArn: entityArn(organization, managementAccount),
    MasterAccountId: managementAccount,
    MasterAccountEmail: managementEmail,
    // AWS keeps the member for old callers: it never tells more than this. ListRoots tells what is enabled.
    AvailablePolicyTypes:
      featureSet === 'ALL' ? [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] : [],
  };
}

export const organizationOperations: readonly AnyOperation[] = [
  onOwnAccount({
    name: 'CreateOrganization',
    access: 'write',
    handle: async ({ FeatureSet: featureSet = 'ALL' }, context) => {
      const { unit, call } = context;
      const { account } = call.scope;
      const view = unit.view(accountScope(account));
      if ((await view.get(memberships, ONLY)) !== undefined) {
        throw organizationsError('AlreadyInOrganizationException');
      }
      const ids = await context.once(() => ({ id: newId('o-', 10), rootId: newId('r-', 4) }));
      const email = await addressOf(unit, account);
      const organization: Organization = {
        ...ids,
        managementAccount: account,
        managementEmail: email,
        featureSet,
        created: call.now,
        policyTypes: featureSet === 'ALL' ? ['SERVICE_CONTROL_POLICY'] : [],
        trustedServices: {},
      };
      const attached = defaultAttachments(organization.policyTypes, call.now);
      const shared = { tags: {}, policies: attached };
      view.put(organizations, ONLY, organization);
      view.put(entities, ids.rootId, {
        ...shared,
        kind: 'root',
        id: ids.rootId,
        arn: entityArn(organization, ids.rootId),
        name: 'Root',
      });
      view.put(entities, account, {
        ...shared,
        kind: 'account',
        id: account,
        arn: entityArn(organization, account),
        name: account,
        parent: ids.rootId,
        email,
        state: 'ACTIVE',
        joinedMethod: 'INVITED',
        joined: call.now,
        delegations: {},
      });
      await compileMemberships(unit, organization);
      return { Organization: shownOrganization(organization) };
    },
  }),
  onOwnAccount({
    name: 'DescribeOrganization',
    access: 'read',
    handle: async (_input, context) => {
      const { organization } = await ownSeat(context);
      return { Organization: shownOrganization(organization) };
    },
  }),
  onOrganization({
    name: 'DeleteOrganization',
    access: 'write',
    handle: async (_input, { organization, view }, { unit }) => {
      const all = await everyOf(view, entities);
      if (all.some(({ kind, id }) => kind === 'account' && id !== organization.managementAccount)) {
        throw organizationsError('OrganizationNotEmptyException');
      }
      for (const { id } of all) view.delete(entities, id);
      for (const { id } of await everyOf(view, policies)) view.delete(policies, id);
      for (const { id } of await everyOf(view, creations)) view.delete(creations, id);
      const shared = unit.view(SHARED_SCOPE);
      const where = { index: 'organization', prefix: organization.id };
      for (const { id } of await everyOf(shared, handshakes, where)) shared.delete(handshakes, id);
      view.delete(delegationPolicies, ONLY);
      view.delete(organizations, ONLY);
      view.delete(memberships, ONLY);
      return {};
    },
  }),
];
