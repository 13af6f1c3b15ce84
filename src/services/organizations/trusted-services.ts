import type { AnyOperation } from '../../contract/service.ts';
import { isAdministrable, isTrustable } from './domain/trusted-services.ts';
import { shownMember } from './accounts.ts';
import { constraintViolation, invalidInput, organizationsError } from './errors.ts';
import { found, onOrganization, servicePrincipalKeys } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { assertAllFeatures } from './policy-types.ts';
import { accountKind } from './resources.ts';
import { type Account, entities, ONLY, type Organization, organizations } from './state.ts';

function assertKnown(principal: string, isKnown: (principal: string) => boolean): void {
  if (isKnown(principal)) return;
  throw invalidInput(
    'UNRECOGNIZED_SERVICE_PRINCIPAL',
    'You specified an unrecognized service principal.',
  );
}

function assertMayAdminister(
  organization: Organization,
  account: Account,
  principal: string,
): void {
  if (account.id === organization.managementAccount) {
    throw constraintViolation(
      'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register management account/yourself as delegated administrator for your ' +
        'organization.',
    );
  }
  if (account.state !== 'ACTIVE') {
    throw constraintViolation(
      'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR',
      'You cannot register a suspended account as a delegated administrator.',
    );
  }
  if (!Object.hasOwn(organization.trustedServices, principal)) {
    throw constraintViolation(
      'SERVICE_ACCESS_NOT_ENABLED',
      'You must enable service access before you register a delegated administrator.',
    );
  }
}

function without(times: Readonly<Record<string, number>>, name: string): Record<string, number> {
  return Object.fromEntries(Object.entries(times).filter(([one]) => one !== name));
}

/** When it first became one. */
function shownAdministrator(account: Account) {
  const since = Math.min(...Object.values(account.delegations));
  return { ...shownMember(account), DelegationEnabledDate: new Date(since) };
}

export const trustedServiceOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'EnableAWSServiceAccess',
    access: 'write',
    keys: ({ ServicePrincipal }) => servicePrincipalKeys(ServicePrincipal),
    handle: async ({ ServicePrincipal: name }, { organization, view }, { call }) => {
      assertAllFeatures(organization);
      assertKnown(name, isTrustable);
      if (Object.hasOwn(organization.trustedServices, name)) return {};
      const trustedServices = { ...organization.trustedServices, [name]: call.now };
      view.put(organizations, ONLY, { ...organization, trustedServices });
      return {};
    },
  }),
  onOrganization({
    name: 'DisableAWSServiceAccess',
    access: 'write',
    keys: ({ ServicePrincipal }) => servicePrincipalKeys(ServicePrincipal),
    handle: async ({ ServicePrincipal: name }, { organization, view }) => {
      assertKnown(name, isTrustable);
      const trustedServices = without(organization.trustedServices, name);
      view.put(organizations, ONLY, { ...organization, trustedServices });
      return {};
    },
  }),
  onOrganization({
    name: 'ListAWSServiceAccessForOrganization',
    access: 'read',
    handle: async (input, { organization }, { call }) => {
      assertAllFeatures(organization);
      const all = Object.entries(organization.trustedServices);
      const { items, answer } = pageOfList(all, pageOf(call, input));
      const EnabledServicePrincipals = items.map(([ServicePrincipal, since]) => {
        return { ServicePrincipal, DateEnabled: new Date(since) };
      });
      return { EnabledServicePrincipals, ...answer };
    },
  }),
];

export const delegationOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'RegisterDelegatedAdministrator',
    access: 'write',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    keys: ({ ServicePrincipal }) => servicePrincipalKeys(ServicePrincipal),
    handle: async ({ AccountId, ServicePrincipal: name }, { organization, view }, context) => {
      const account = await found(context, accountKind, AccountId);
      assertAllFeatures(organization);
      assertKnown(name, isAdministrable);
      assertMayAdminister(organization, account, name);
      if (Object.hasOwn(account.delegations, name)) {
        throw organizationsError('AccountAlreadyRegisteredException');
      }
      const delegations = { ...account.delegations, [name]: context.call.now };
      view.put(entities, account.id, { ...account, delegations });
      return {};
    },
  }),
  onOrganization({
    name: 'DeregisterDelegatedAdministrator',
    access: 'write',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    keys: ({ ServicePrincipal }) => servicePrincipalKeys(ServicePrincipal),
    handle: async ({ AccountId, ServicePrincipal: name }, { view }, context) => {
      const account = await found(context, accountKind, AccountId);
      assertKnown(name, isAdministrable);
      if (!Object.hasOwn(account.delegations, name)) {
        throw organizationsError('AccountNotRegisteredException');
      }
      const delegations = without(account.delegations, name);
      view.put(entities, account.id, { ...account, delegations });
      return {};
    },
  }),
  onOrganization({
    name: 'ListDelegatedAdministrators',
    access: 'read',
    keys: ({ ServicePrincipal }) => servicePrincipalKeys(ServicePrincipal),
    handle: async (input, { view }, { call }) => {
      const service = input.ServicePrincipal;
      const page = pageOf(call, input, service);
      // Without a service, accounts are walked by number, so that none stands there twice.
      const where =
        service === undefined
          ? { index: 'kind', prefix: 'account' }
          : { index: 'service', prefix: service };
      const listed = await view.list(entities, { ...where, ...page.query });
      const DelegatedAdministrators = listed.items.flatMap(({ document, key }) => {
        const isWanted = service === undefined || key === service;
        if (document.kind !== 'account' || !isWanted) return [];
        return Object.keys(document.delegations).length === 0 ? [] : [shownAdministrator(document)];
      });
      return { DelegatedAdministrators, ...page.answer(listed.last) };
    },
  }),
  onOrganization({
    name: 'ListDelegatedServicesForAccount',
    access: 'read',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    handle: async (input, _seat, context) => {
      const account = await found(context, accountKind, input.AccountId);
      const all = Object.entries(account.delegations);
      if (all.length === 0) throw organizationsError('AccountNotRegisteredException');
      const { items, answer } = pageOfList(all, pageOf(context.call, input, input.AccountId));
      const DelegatedServices = items.map(([ServicePrincipal, since]) => {
        return { ServicePrincipal, DelegationEnabledDate: new Date(since) };
      });
      return { DelegatedServices, ...answer };
    },
  }),
];
