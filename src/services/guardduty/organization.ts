import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import { newDetector } from './detectors.ts';
import { enrol, organizationOfAdmin, PRINCIPAL, switchS3, withdraw } from './enrolment.ts';
import { invalid, unbuilt } from './errors.ts';
import { onAccount, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import {
  deregisterAdministrator,
  type OrganizationAccounts,
  registerAdministrator,
  type WatchedOrganization,
} from './port.ts';
import {
  accountScope,
  detectors,
  members,
  organizationAdmins,
  type OrganizationSettings,
  ONLY,
} from './state.ts';

const NO_SETTINGS: OrganizationSettings = { autoEnable: 'NONE', features: {}, known: [] };
const MEMBERS_MAX = 50_000;

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

/** Errors: BadRequestException for everybody but the management account. */
async function managed(
  { unit, call }: Context,
  organizations: OrganizationAccounts,
): Promise<WatchedOrganization> {
  const organization = await organizations.organizationOf(unit, call.scope.account);
  if (organization?.managementAccount !== call.scope.account) {
    throw invalid('the caller is not the management account of an organization');
  }
  return organization;
}

/** Errors: BadRequestException for everybody but the administrator that the organization chose. */
async function administered(
  { unit, call }: Context,
  organizations: OrganizationAccounts,
): Promise<WatchedOrganization> {
  const organization = await organizationOfAdmin(unit, organizations, call.scope.account);
  if (organization !== undefined) return organization;
  throw invalid('the current account is not the delegated administrator of its organization');
}

const enableOrganizationAdminAccount = (organizations: OrganizationAccounts): AnyOperation =>
  onAccount({
    name: 'EnableOrganizationAdminAccount',
    access: 'write',
    handle: async ({ AdminAccountId }, _view, context) => {
      const { accounts } = await managed(context, organizations);
      const { unit, call } = context;
      if (!accounts.some(({ id }) => id === AdminAccountId)) {
        throw invalid('the given account is not part of the organization');
      }
      const view = unit.view(accountScope(call.scope.account));
      const known = await view.get(organizationAdmins, ONLY);
      if (known !== undefined && known.account !== AdminAccountId) {
        throw invalid('another account is the delegated administrator of the organization already');
      }
      await registerAdministrator(context, PRINCIPAL, AdminAccountId);
      view.put(organizationAdmins, ONLY, { account: AdminAccountId, since: call.now });
      const { region } = call.scope;
      const own = await unit.view(accountScope(AdminAccountId)).get(detectors, region);
      if (own === undefined) {
        const place = { account: AdminAccountId, region, now: call.now };
        await newDetector(context, place, { isEnabled: true });
      }
      return {};
    },
  });

const disableOrganizationAdminAccount = (organizations: OrganizationAccounts): AnyOperation =>
  onAccount({
    name: 'DisableOrganizationAdminAccount',
    access: 'write',
    handle: async ({ AdminAccountId }, _view, context) => {
      await managed(context, organizations);
      const { unit, call } = context;
      const view = unit.view(accountScope(call.scope.account));
      const known = await view.get(organizationAdmins, ONLY);
      if (known?.account !== AdminAccountId) {
        throw invalid('the given account is not the delegated administrator of the organization');
      }
      await deregisterAdministrator(context, PRINCIPAL, AdminAccountId);
      await withdraw(unit, call.scope.account, AdminAccountId);
      return {};
    },
  });

const listOrganizationAdminAccounts = (organizations: OrganizationAccounts): AnyOperation =>
  onAccount({
    name: 'ListOrganizationAdminAccounts',
    access: 'read',
    handle: async (input, _view, context) => {
      const { unit, call } = context;
      await managed(context, organizations);
      const view = unit.view(accountScope(call.scope.account));
      const admin = await view.get(organizationAdmins, ONLY);
      const page = pageOfList(call, input, 'admins', admin === undefined ? [] : [admin.account]);
      const AdminAccounts = page.items.map((AdminAccountId) => ({
        AdminAccountId,
        AdminStatus: 'ENABLED' as const,
      }));
      return { AdminAccounts, ...page.answer };
    },
  });

const describeOrganizationConfiguration = (organizations: OrganizationAccounts): AnyOperation =>
  onDetector({
    name: 'DescribeOrganizationConfiguration',
    access: 'read',
    of,
    handle: async (_input, { detector, view }, context) => {
      await administered(context, organizations);
      const { autoEnable, features } = detector.organization ?? NO_SETTINGS;
      const s3 = features.S3_DATA_EVENTS ?? 'NONE';
      return {
        AutoEnable: autoEnable !== 'NONE',
        MemberAccountLimitReached: (await everyOf(view, members)).length >= MEMBERS_MAX,
        DataSources: { S3Logs: { AutoEnable: s3 !== 'NONE' } },
        Features: [
          { Name: 'S3_DATA_EVENTS' as const, AutoEnable: s3, AdditionalConfiguration: [] },
        ],
        AutoEnableOrganizationMembers: autoEnable,
        NextToken: '',
      };
    },
  });

const updateOrganizationConfiguration = (organizations: OrganizationAccounts): AnyOperation =>
  onDetector({
    name: 'UpdateOrganizationConfiguration',
    access: 'write',
    of,
    handle: async (input, { detector, keep }, context) => {
      const { accounts } = await administered(context, organizations);
      const before = detector.organization ?? NO_SETTINGS;
      const asked = input.AutoEnable === undefined ? undefined : input.AutoEnable ? 'NEW' : 'NONE';
      const autoEnable = input.AutoEnableOrganizationMembers ?? asked ?? before.autoEnable;
      const features = { ...before.features };
      const s3 = input.DataSources?.S3Logs?.AutoEnable;
      if (s3 !== undefined) features.S3_DATA_EVENTS = s3 ? 'NEW' : 'NONE';
      for (const { Name, AutoEnable } of input.Features ?? []) {
        if (Name === undefined || AutoEnable === undefined) continue;
        if (AutoEnable !== 'NONE' && Name !== 'S3_DATA_EVENTS') {
          throw unbuilt('UpdateOrganizationConfiguration', `the feature ${Name}`);
        }
        features[Name] = AutoEnable;
      }
      const known = accounts.map(({ id }) => id);
      const { unit, call } = context;
      const changed = { ...detector, organization: { autoEnable, features, known } };
      keep(changed);
      if (autoEnable === 'ALL') await enrol(unit, changed, accounts, call.now);
      if (features.S3_DATA_EVENTS === 'ALL') await switchS3(unit, changed, call.now);
      return {};
    },
  });

const getOrganizationStatistics = (organizations: OrganizationAccounts): AnyOperation =>
  onAccount({
    name: 'GetOrganizationStatistics',
    access: 'read',
    handle: async (_input, view, context) => {
      const { accounts } = await administered(context, organizations);
      const all = await everyOf(view, members);
      const enabled = all.filter(({ status }) => status === 'Enabled').length;
      return {
        OrganizationDetails: {
          UpdatedAt: new Date(context.call.now),
          OrganizationStatistics: {
            TotalAccountsCount: accounts.length,
            MemberAccountsCount: all.length,
            ActiveAccountsCount: enabled + 1,
            EnabledAccountsCount: enabled + 1,
          },
        },
      };
    },
  });

/** One account looks after all accounts of its organization. */
export function organizationOperations(
  organizations: OrganizationAccounts,
): readonly AnyOperation[] {
  return [
    enableOrganizationAdminAccount(organizations),
    disableOrganizationAdminAccount(organizations),
    listOrganizationAdminAccounts(organizations),
    describeOrganizationConfiguration(organizations),
    updateOrganizationConfiguration(organizations),
    getOrganizationStatistics(organizations),
  ];
}
