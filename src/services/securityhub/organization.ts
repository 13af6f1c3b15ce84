import type { Member, Result } from '../../../models/securityhub/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  deregisterAdministrator,
  type OrganizationAccounts,
  registerAdministrator,
} from '../guardduty/port.ts';
import { invalidInput, notFound } from './errors.ts';
import { enableHub } from './hub.ts';
import { administratorOf, chosenAdmin, join, leave, PRINCIPAL, withdraw } from './membership.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import {
  accountScope,
  hubs,
  type MemberDocument,
  members,
  ONLY,
  organizationAdmins,
} from './state.ts';

const NO_MEMBER = 'The account is not a member of this account.';

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
        const { unit, call } = context;
        await registerAdministrator(context, PRINCIPAL, AdminAccountId);
        own.put(organizationAdmins, ONLY, { account: AdminAccountId, since: call.now });
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
        await deregisterAdministrator(context, PRINCIPAL, AdminAccountId);
        await withdraw(context.unit, context.call.scope.account, AdminAccountId);
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
    const admin = await chosenAdmin(unit, organizations, call.scope.account);
    if (organization === undefined || admin !== call.scope.account) {
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
        const { scope, now } = context.call;
        const { unit } = context;
        const UnprocessedAccounts: Result[] = [];
        for (const { AccountId } of AccountDetails) {
          const account = accounts.find(({ id }) => id === AccountId);
          const refuse = (ProcessingResult: string) =>
            UnprocessedAccounts.push({ AccountId, ProcessingResult });
          if (account === undefined || AccountId === scope.account) {
            refuse('The account is not another account of the organization.');
          } else if (!(await join(unit, scope, account, now))) {
            refuse('The account is a member of another administrator account.');
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
          ProcessingResult: NO_MEMBER,
        })),
      };
    },
  }),
  onHub({
    name: 'DisassociateMembers',
    access: 'write',
    handle: async ({ AccountIds }, { scope }, { unit }) => {
      for (const id of AccountIds) {
        if (await leave(unit, scope, id)) continue;
        throw notFound(`The account ${id} is not a member of this account.`);
      }
      return {};
    },
  }),
  onHub({
    name: 'DeleteMembers',
    access: 'write',
    handle: async ({ AccountIds }, { scope }, { unit }) => {
      const UnprocessedAccounts: Result[] = [];
      for (const AccountId of AccountIds) {
        if (await leave(unit, scope, AccountId)) continue;
        UnprocessedAccounts.push({ AccountId, ProcessingResult: NO_MEMBER });
      }
      return { UnprocessedAccounts };
    },
  }),
  onHub({
    name: 'GetAdministratorAccount',
    access: 'read',
    handle: async (_input, { scope }, { unit }) => {
      const AccountId = await administratorOf(unit, scope);
      return AccountId === undefined
        ? {}
        : { Administrator: { AccountId, MemberStatus: 'Enabled' } };
    },
  }),
  onHub({
    name: 'GetMasterAccount',
    access: 'read',
    handle: async (_input, { scope }, { unit }) => {
      const AccountId = await administratorOf(unit, scope);
      return AccountId === undefined ? {} : { Master: { AccountId, MemberStatus: 'Enabled' } };
    },
  }),
];
