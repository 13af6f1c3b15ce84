import type { Member } from '../../../models/securityhub/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { OrganizationAccounts } from '../guardduty/port.ts';
import { invalidInput } from './errors.ts';
import { enableHub } from './hub.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import {
  accountScope,
  administrators,
  hubs,
  type MemberDocument,
  members,
  ONLY,
  organizationAdmins,
} from './state.ts';

function shown({ account, email, updated }: MemberDocument, admin: string): Member {
  return {
    AccountId: account,
    Email: email,
    MasterId: admin,
    AdministratorId: admin,
    MemberStatus: 'Enabled',
    UpdatedAt: new Date(updated),
  };
}

/** Makes an account of the organization a member: its findings come to the administrator from then on. */
function join({ unit, call }: Context, account: string, email: string): void {
  const { scope, now } = call;
  const own = { account, region: scope.region };
  unit.view(scope).put(members, account, { account, email, updated: now });
  unit.view(own).put(administrators, ONLY, { account: scope.account });
}

async function leave({ unit, call }: Context, view: View, account: string): Promise<void> {
  view.delete(members, account);
  unit.view({ account, region: call.scope.region }).delete(administrators, ONLY);
}

/** The account that looks after an organization's findings, and its members. */
export function organizationOperations(
  organizations: OrganizationAccounts,
): readonly AnyOperation[] {
  return [...adminOperations(organizations), ...memberOperations(organizations)];
}

function adminOperations(organizations: OrganizationAccounts): readonly AnyOperation[] {
  const managed = async ({ unit, call }: Context) => {
    const organization = await organizations.organizationOf(unit, call.scope.account);
    if (organization?.managementAccount !== call.scope.account) {
      throw invalidInput('The account is not the management account of an organization.');
    }
    return { organization, own: unit.view(accountScope(call.scope.account)) };
  };
  return [
    onHub({
      name: 'EnableOrganizationAdminAccount',
      access: 'write',
      handle: async ({ AdminAccountId }, _hub, context) => {
        const { organization, own } = await managed(context);
        if (!organization.accounts.some(({ id }) => id === AdminAccountId)) {
          throw invalidInput('The account is not part of the organization.');
        }
        const known = await own.get(organizationAdmins, ONLY);
        if (known !== undefined && known.account !== AdminAccountId) {
          throw invalidInput('Another account is the administrator already.');
        }
        own.put(organizationAdmins, ONLY, { account: AdminAccountId });
        const { unit, call } = context;
        const scope = { account: AdminAccountId, region: call.scope.region };
        if ((await unit.view(scope).get(hubs, ONLY)) === undefined) {
          enableHub(unit, scope, call.now, { isDefault: false });
        }
        return { AdminAccountId };
      },
    }),
    onHub({
      name: 'DisableOrganizationAdminAccount',
      access: 'write',
      handle: async ({ AdminAccountId }, _hub, context) => {
        const { own } = await managed(context);
        const known = await own.get(organizationAdmins, ONLY);
        if (known?.account !== AdminAccountId)
          throw invalidInput('The account is not the administrator.');
        own.delete(organizationAdmins, ONLY);
        return {};
      },
    }),
    onHub({
      name: 'ListOrganizationAdminAccounts',
      access: 'read',
      handle: async (input, _hub, context) => {
        const { own } = await managed(context);
        const known = await own.get(organizationAdmins, ONLY);
        const page = pageOfList(context.call, input, '', known === undefined ? [] : [known]);
        const AdminAccounts = page.items.map(({ account: AccountId }) => ({
          AccountId,
          Status: 'ENABLED' as const,
        }));
        return { AdminAccounts, ...page.answer };
      },
    }),
  ];
}

function memberOperations(organizations: OrganizationAccounts): readonly AnyOperation[] {
  const administered = async ({ unit, call }: Context) => {
    const organization = await organizations.organizationOf(unit, call.scope.account);
    const scope = accountScope(organization?.managementAccount ?? call.scope.account);
    const admin = await unit.view(scope).get(organizationAdmins, ONLY);
    if (organization === undefined || admin?.account !== call.scope.account) {
      throw invalidInput('The account is not the administrator of an organization.');
    }
    return organization;
  };
  return [
    onHub({
      name: 'CreateMembers',
      access: 'write',
      handle: async ({ AccountDetails }, _hub, context) => {
        const { accounts } = await administered(context);
        const UnprocessedAccounts: { AccountId: string; ProcessingResult: string }[] = [];
        for (const { AccountId } of AccountDetails) {
          const account = accounts.find(({ id }) => id === AccountId);
          const isSelf = AccountId === context.call.scope.account;
          if (account !== undefined && !isSelf) join(context, account.id, account.email);
          else {
            const ProcessingResult = 'The account is not another account of the organization.';
            UnprocessedAccounts.push({ AccountId, ProcessingResult });
          }
        }
        return { UnprocessedAccounts };
      },
    }),
    ...plainMemberOperations,
  ];
}

const plainMemberOperations: readonly AnyOperation[] = [
  onHub({
    name: 'ListMembers',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const page = pageOfList(call, input, '', await everyOf(view, members));
      return { Members: page.items.map((one) => shown(one, scope.account)), ...page.answer };
    },
  }),
  onHub({
    name: 'GetMembers',
    access: 'read',
    handle: async ({ AccountIds }, { view, scope }) => {
      const all = await everyOf(view, members);
      const Members = all.filter(({ account }) => AccountIds.includes(account));
      const missing = AccountIds.filter((id) => !Members.some(({ account }) => account === id));
      return {
        Members: Members.map((one) => shown(one, scope.account)),
        UnprocessedAccounts: missing.map((AccountId) => ({
          AccountId,
          ProcessingResult: 'The account is no member.',
        })),
      };
    },
  }),
  onHub({
    name: 'DisassociateMembers',
    access: 'write',
    handle: async ({ AccountIds }, { view }, context) => {
      for (const id of AccountIds) await leave(context, view, id);
      return {};
    },
  }),
  onHub({
    name: 'DeleteMembers',
    access: 'write',
    handle: async ({ AccountIds }, { view }, context) => {
      for (const id of AccountIds) await leave(context, view, id);
      return { UnprocessedAccounts: [] };
    },
  }),
  onHub({
    name: 'GetAdministratorAccount',
    access: 'read',
    handle: async (_input, { view }) => {
      const admin = await view.get(administrators, ONLY);
      return admin === undefined
        ? {}
        : { Administrator: { AccountId: admin.account, MemberStatus: 'Enabled' } };
    },
  }),
  onHub({
    name: 'GetMasterAccount',
    access: 'read',
    handle: async (_input, { view }) => {
      const admin = await view.get(administrators, ONLY);
      return admin === undefined
        ? {}
        : { Master: { AccountId: admin.account, MemberStatus: 'Enabled' } };
    },
  }),
];
