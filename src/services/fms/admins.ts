import type { AdminScope, SecurityServiceType } from '../../../models/fms/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  invalidInput,
  invalidOperation,
  limitExceeded,
  notAdministrator,
  notFound,
  notInOrganization,
} from './errors.ts';
import { fmsOperation, pageOf } from './operation.ts';
import type { ManagedOrganization, ManagedOrganizations, MemberAccount } from './port.ts';
import { type Admin, admins, policyPlaces, SHARED_SCOPE } from './state.ts';

/** For one organization. Source: Firewall Manager quotas. */
const ADMINS_MAX = 10;

/** An organization's administrators are beside its management account's documents. */
function adminView(unit: Unit, management: string): View {
  return unit.view({ account: management, region: 'us-east-1' });
}

/** Errors: InvalidOperationException outside an organization with all features. */
async function organizationOf(
  organizations: ManagedOrganizations,
  { unit, call }: Context,
): Promise<ManagedOrganization> {
  const { account } = call.scope;
  const organization = await organizations.organizationOf(unit, account);
  if (organization === undefined) throw notInOrganization(account);
  if (!organization.hasAllFeatures) {
    throw invalidOperation('Firewall Manager needs an organization with all features enabled.');
  }
  return organization;
}

/** Only the management account names administrators. */
async function managedBy(
  organizations: ManagedOrganizations,
  context: Context,
): Promise<ManagedOrganization> {
  const organization = await organizationOf(organizations, context);
  if (organization.managementAccount === context.call.scope.account) return organization;
  throw invalidOperation(
    'This operation can be called only by the management account of the organization.',
  );
}

export interface Seat {
  readonly organization: ManagedOrganization;
  readonly admin: Admin;
}

/** The caller, as an administrator. Errors: InvalidOperationException for everybody else. */
export async function seatOf(organizations: ManagedOrganizations, context: Context): Promise<Seat> {
  const { unit, call } = context;
  const { account } = call.scope;
  const organization = await organizationOf(organizations, context);
  const view = adminView(unit, organization.managementAccount);
  const admin = await view.get(admins, account);
  if (admin === undefined) throw notAdministrator(account);
  return { organization, admin };
}

/** The accounts that an administrator looks after. */
export function accountsOf(
  { accounts }: ManagedOrganization,
  { scope }: Pick<Admin, 'scope'>,
): readonly MemberAccount[] {
  const { AccountScope: named, OrganizationalUnitScope: units } = scope ?? {};
  return accounts.filter(
    ({ id, units: above }) =>
      holds(named?.AllAccountsEnabled, named?.ExcludeSpecifiedAccounts, [id], named?.Accounts) &&
      holds(
        units?.AllOrganizationalUnitsEnabled,
        units?.ExcludeSpecifiedOrganizationalUnits,
        above,
        units?.OrganizationalUnits,
      ),
  );
}

function holds(
  isAll: boolean | undefined,
  isExcluding: boolean | undefined,
  own: readonly string[],
  listed: readonly string[] | undefined,
): boolean {
  if (isAll === true || listed === undefined || listed.length === 0) return true;
  return own.some((one) => listed.includes(one)) !== (isExcluding === true);
}

/** Whether the administrator's scope holds a type of policies in a Region. */
export function isWithin({ scope }: Admin, type: SecurityServiceType, region: string): boolean {
  const types = scope?.PolicyTypeScope;
  const regions = scope?.RegionScope;
  const isType =
    types === undefined ||
    types.AllPolicyTypesEnabled === true ||
    types.PolicyTypes?.includes(type) === true;
  const isRegion =
    regions === undefined ||
    regions.AllRegionsEnabled === true ||
    regions.Regions?.includes(region) === true;
  return isType && isRegion;
}

/** Errors: InvalidOperationException for what the administrator's scope leaves out. */
export function requireInScope(admin: Admin, type: SecurityServiceType, region: string): void {
  if (isWithin(admin, type, region)) return;
  throw invalidOperation("The policy is outside the administrator's scope.");
}

function requireMember({ accounts }: ManagedOrganization, account: string): void {
  if (accounts.some(({ id }) => id === account)) return;
  throw invalidInput(`Account ${account} isn't an active member of the organization.`);
}

async function defaultAdmin(unit: Unit, management: string): Promise<Admin | undefined> {
  const all = await everyOf(adminView(unit, management), admins);
  return all.find(({ isDefault }) => isDefault);
}

const FULL: AdminScope = {
  AccountScope: { AllAccountsEnabled: true, ExcludeSpecifiedAccounts: false, Accounts: [] },
  OrganizationalUnitScope: {
    AllOrganizationalUnitsEnabled: true,
    ExcludeSpecifiedOrganizationalUnits: false,
    OrganizationalUnits: [],
  },
  RegionScope: { AllRegionsEnabled: true, Regions: [] },
  PolicyTypeScope: { AllPolicyTypesEnabled: true, PolicyTypes: [] },
};

function associate(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'AssociateAdminAccount',
    access: 'write',
    handle: async ({ AdminAccount: account }, context) => {
      const organization = await managedBy(organizations, context);
      requireMember(organization, account);
      const management = organization.managementAccount;
      const before = await defaultAdmin(context.unit, management);
      if (before !== undefined && before.account !== account) {
        throw invalidOperation(
          `Account ${before.account} is the Firewall Manager administrator. Disassociate it first.`,
        );
      }
      adminView(context.unit, management).put(admins, account, { account, isDefault: true });
      return {};
    },
  });
}

function disassociate(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'DisassociateAdminAccount',
    access: 'write',
    handle: async (_input, context) => {
      const { unit, call } = context;
      const { organization, admin } = await seatOf(organizations, context);
      const management = organization.managementAccount;
      const { items } = await unit
        .view(SHARED_SCOPE)
        .list(policyPlaces, { prefix: `${management}/`, limit: 1_000 });
      if (items.some(({ document }) => document.admin === call.scope.account)) {
        throw invalidOperation('The administrator has policies. Delete them first.');
      }
      adminView(unit, management).delete(admins, admin.account);
      return {};
    },
  });
}

function getAdmin(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'GetAdminAccount',
    access: 'read',
    handle: async (_input, context) => {
      const { account } = context.call.scope;
      const { managementAccount } = await organizationOf(organizations, context);
      const admin = await defaultAdmin(context.unit, managementAccount);
      if (admin === undefined) {
        throw notFound(`No default admin could be found for account: ${account}.`);
      }
      return { AdminAccount: admin.account, RoleStatus: 'READY' };
    },
  });
}

function putAdmin(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'PutAdminAccount',
    access: 'write',
    handle: async ({ AdminAccount: account, AdminScope: scope }, context) => {
      const organization = await managedBy(organizations, context);
      requireMember(organization, account);
      const view = adminView(context.unit, organization.managementAccount);
      const all = await everyOf(view, admins);
      const before = all.find((one) => one.account === account);
      if (before === undefined && all.length >= ADMINS_MAX) {
        throw limitExceeded(`An organization has at most ${ADMINS_MAX} administrators.`);
      }
      view.put(admins, account, {
        account,
        isDefault: before?.isDefault ?? false,
        ...(scope === undefined ? {} : { scope }),
      });
      return {};
    },
  });
}

function getScope(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'GetAdminScope',
    access: 'read',
    handle: async ({ AdminAccount: account }, context) => {
      const organization = await organizationOf(organizations, context);
      const view = adminView(context.unit, organization.managementAccount);
      const admin = await view.get(admins, account);
      if (admin === undefined) throw notFound(`Account ${account} is not an administrator.`);
      return { AdminScope: admin.scope ?? FULL, Status: 'ONBOARDING_COMPLETE' };
    },
  });
}

function listAdmins(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'ListAdminAccountsForOrganization',
    access: 'read',
    handle: async (input, context) => {
      const { managementAccount } = await managedBy(organizations, context);
      const all = await everyOf(adminView(context.unit, managementAccount), admins);
      const { items, answer } = pageOf(context, input, '', all);
      return {
        AdminAccounts: items.map(({ account, isDefault }) => ({
          AdminAccount: account,
          DefaultAdmin: isDefault,
          Status: 'ONBOARDING_COMPLETE' as const,
        })),
        ...answer,
      };
    },
  });
}

function listManaging(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'ListAdminsManagingAccount',
    access: 'read',
    handle: async (input, context) => {
      const { account } = context.call.scope;
      const organization = await organizationOf(organizations, context);
      const all = await everyOf(adminView(context.unit, organization.managementAccount), admins);
      const mine = all.filter((admin) =>
        accountsOf(organization, admin).some(({ id }) => id === account),
      );
      const names = mine.map((admin) => admin.account);
      const { items, answer } = pageOf(context, input, '', names);
      return { AdminAccounts: items, ...answer };
    },
  });
}

function listMembers(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'ListMemberAccounts',
    access: 'read',
    handle: async (input, context) => {
      const { organization, admin } = await seatOf(organizations, context);
      const ids = accountsOf(organization, admin).map(({ id }) => id);
      const { items, answer } = pageOf(context, input, '', ids);
      return { MemberAccounts: items, ...answer };
    },
  });
}

export function adminOperations(organizations: ManagedOrganizations): readonly AnyOperation[] {
  return [
    associate(organizations),
    disassociate(organizations),
    getAdmin(organizations),
    putAdmin(organizations),
    getScope(organizations),
    listAdmins(organizations),
    listManaging(organizations),
    listMembers(organizations),
  ];
}
