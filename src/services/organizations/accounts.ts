import type { Account as Shown, AccountStatus } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { organizationsError } from './errors.ts';
import { compileMemberships } from './memberships.ts';
import { found, onOrganization } from './operation.ts';
import { type Page, pageOf } from './pages.ts';
import {
  accountKind,
  childKind,
  destinationParentKind,
  parentKind,
  type Seat,
  sourceParentKind,
} from './resources.ts';
import { type Account, entities } from './state.ts';
import { lineageOf, pathOf } from './tree.ts';

/** The older member knows three states only. */
function statusOf({ state }: Account): AccountStatus {
  switch (state) {
    case 'PENDING_CLOSURE':
      return 'PENDING_CLOSURE';
    case 'CLOSED':
    case 'SUSPENDED':
    case 'PENDING_ACTIVATION':
      return 'SUSPENDED';
    case 'ACTIVE':
      return 'ACTIVE';
  }
}

/** What listings of accounts and of delegated administrators have in common. */
export function shownMember(account: Account) {
  return {
    Id: account.id,
    Arn: account.arn,
    Email: account.email,
    Name: account.name,
    Status: statusOf(account),
    State: account.state,
    JoinedMethod: account.joinedMethod,
    JoinedTimestamp: new Date(account.joined),
  };
}

async function shownAccount({ organization, view }: Seat, account: Account): Promise<Shown> {
  const Paths = [pathOf(organization, await lineageOf(view, account))];
  return { ...shownMember(account), Paths };
}

async function pageOfAccounts(
  seat: Seat,
  page: Page,
  where: { readonly index: string; readonly prefix: string },
) {
  const listed = await seat.view.list(entities, { ...where, ...page.query });
  const Accounts: Shown[] = [];
  for (const { document } of listed.items) {
    if (document.kind === 'account') Accounts.push(await shownAccount(seat, document));
  }
  return { Accounts, ...page.answer(listed.last) };
}

export const accountOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'DescribeAccount',
    access: 'read',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    handle: async ({ AccountId }, seat, context) => ({
      Account: await shownAccount(seat, await found(context, accountKind, AccountId)),
    }),
  }),
  onOrganization({
    name: 'ListAccounts',
    access: 'read',
    handle: (input, seat, { call }) =>
      pageOfAccounts(seat, pageOf(call, input), { index: 'kind', prefix: 'account' }),
  }),
  onOrganization({
    name: 'ListAccountsForParent',
    access: 'read',
    on: async ({ ParentId }, context) => [await context.resolve(parentKind, ParentId)],
    handle: async (input, seat, context) => {
      await found(context, parentKind, input.ParentId);
      const page = pageOf(context.call, input, input.ParentId);
      const prefix = `${input.ParentId}/account/`;
      return pageOfAccounts(seat, page, { index: 'parent', prefix });
    },
  }),
  onOrganization({
    name: 'ListChildren',
    access: 'read',
    on: async ({ ParentId }, context) => [await context.resolve(parentKind, ParentId)],
    handle: async (input, { view }, context) => {
      const { ParentId, ChildType } = input;
      await found(context, parentKind, ParentId);
      const page = pageOf(context.call, input, `${ParentId}/${ChildType}`);
      const kind = ChildType === 'ACCOUNT' ? 'account' : 'ou';
      const prefix = `${ParentId}/${kind}/`;
      const listed = await view.list(entities, { index: 'parent', prefix, ...page.query });
      const Children = listed.items.map(({ id }) => ({ Id: id, Type: ChildType }));
      return { Children, ...page.answer(listed.last) };
    },
  }),
  onOrganization({
    name: 'ListParents',
    access: 'read',
    on: async ({ ChildId }, context) => [await context.resolve(childKind, ChildId)],
    handle: async ({ ChildId }, { organization }, context) => {
      const { parent } = await found(context, childKind, ChildId);
      const Type = parent === organization.rootId ? 'ROOT' : 'ORGANIZATIONAL_UNIT';
      return { Parents: [{ Id: parent, Type }] };
    },
  }),
  onOrganization({
    name: 'MoveAccount',
    access: 'write',
    on: async (input, context) => [
      await context.resolve(accountKind, input.AccountId),
      await context.resolve(sourceParentKind, input.SourceParentId),
      await context.resolve(destinationParentKind, input.DestinationParentId),
    ],
    handle: async (input, { organization, view }, context) => {
      const account = await found(context, accountKind, input.AccountId);
      const source = await found(context, sourceParentKind, input.SourceParentId);
      const destination = await found(context, destinationParentKind, input.DestinationParentId);
      if (account.parent === destination.id) throw organizationsError('DuplicateAccountException');
      if (account.parent !== source.id) throw organizationsError('SourceParentNotFoundException');
      view.put(entities, account.id, { ...account, parent: destination.id });
      await compileMemberships(context.unit, organization);
      return {};
    },
  }),
];
