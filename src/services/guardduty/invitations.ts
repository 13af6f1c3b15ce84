import type { UnprocessedAccount } from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf, release } from './accounts.ts';
import { invalid } from './errors.ts';
import { type Found, onAccount, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type InvitationDocument, invitations, members, type Relationship } from './state.ts';

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

function shown({ account, invitationId, invited, status }: InvitationDocument) {
  return {
    AccountId: account,
    InvitationId: invitationId,
    RelationshipStatus: status,
    InvitedAt: new Date(invited).toISOString(),
  };
}

/** What the administrator keeps of this account follows. */
async function tellAdministrator(
  administrator: string,
  status: Relationship,
  { unit, call }: Context,
): Promise<void> {
  const { account, region } = call.scope;
  const view = unit.view({ account: administrator, region });
  const member = await view.get(members, account);
  if (member !== undefined) view.put(members, account, { ...member, status, updated: call.now });
}

async function accept(
  administrator: string,
  invitationId: string,
  { view, detector }: Found,
  context: Context,
): Promise<void> {
  const invitation = await view.get(invitations, administrator);
  if (invitation === undefined || invitation.invitationId !== invitationId) {
    throw invalid('the input invitationId is not valid for the current account');
  }
  const current = await administratorOf(context.unit, detector);
  if (current !== undefined && current.account !== administrator) {
    throw invalid('the current account is already a member of another administrator account');
  }
  if ((await view.list(members, { limit: 1 })).items.length > 0) {
    throw invalid('an account that has members cannot become a member');
  }
  view.put(invitations, administrator, { ...invitation, status: 'Enabled', isAccepted: true });
  await tellAdministrator(administrator, 'Enabled', context);
}

async function administratorShown(context: Context, found: Found) {
  const administrator = await administratorOf(context.unit, found.detector);
  return administrator === undefined ? {} : shown(administrator);
}

async function leave({ detector }: Found, context: Context): Promise<void> {
  const administrator = await administratorOf(context.unit, detector);
  if (administrator === undefined) {
    throw invalid('the current account is not associated with an administrator account');
  }
  const scope = { account: administrator.account, region: detector.region };
  const member = await context.unit.view(scope).get(members, detector.account);
  if (member?.isOfOrganization === true) {
    throw invalid(
      'an account of an organization cannot leave the administrator that the organization chose',
    );
  }
  await release(context.unit, scope, detector.account);
  await tellAdministrator(administrator.account, 'Resigned', context);
}

/** Takes away invitations that were not accepted. */
async function turnDown(
  ids: readonly string[],
  view: View,
  context: Context,
): Promise<{ readonly UnprocessedAccounts: readonly UnprocessedAccount[] }> {
  const UnprocessedAccounts: UnprocessedAccount[] = [];
  for (const AccountId of ids) {
    const invitation = await view.get(invitations, AccountId);
    if (invitation === undefined || invitation.isAccepted) {
      const Result =
        'The request was rejected because no invitation from the given account ID was found.';
      UnprocessedAccounts.push({ AccountId, Result });
      continue;
    }
    view.delete(invitations, AccountId);
    await tellAdministrator(AccountId, 'Resigned', context);
  }
  return { UnprocessedAccounts };
}

/** What an account does about those who want to look after it. */
export const invitationOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'AcceptAdministratorInvitation',
    access: 'write',
    of,
    handle: async ({ AdministratorId, InvitationId }, found, context) => {
      await accept(AdministratorId, InvitationId, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'AcceptInvitation',
    access: 'write',
    of,
    handle: async ({ MasterId, InvitationId }, found, context) => {
      await accept(MasterId, InvitationId, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'GetAdministratorAccount',
    access: 'read',
    of,
    handle: async (_input, found, context) => ({
      Administrator: await administratorShown(context, found),
    }),
  }),
  onDetector({
    name: 'GetMasterAccount',
    access: 'read',
    of,
    handle: async (_input, found, context) => ({
      Master: await administratorShown(context, found),
    }),
  }),
  onDetector({
    name: 'DisassociateFromAdministratorAccount',
    access: 'write',
    of,
    handle: async (_input, found, context) => {
      await leave(found, context);
      return {};
    },
  }),
  onDetector({
    name: 'DisassociateFromMasterAccount',
    access: 'write',
    of,
    handle: async (_input, found, context) => {
      await leave(found, context);
      return {};
    },
  }),
  onAccount({
    name: 'DeclineInvitations',
    access: 'write',
    handle: async ({ AccountIds }, view, context) => turnDown(AccountIds, view, context),
  }),
  onAccount({
    name: 'DeleteInvitations',
    access: 'write',
    handle: async ({ AccountIds }, view, context) => turnDown(AccountIds, view, context),
  }),
  onAccount({
    name: 'GetInvitationsCount',
    access: 'read',
    handle: async (_input, view) => ({ InvitationsCount: (await open(view)).length }),
  }),
  onAccount({
    name: 'ListInvitations',
    access: 'read',
    handle: async (input, view, { call }) => {
      const page = pageOfList(call, input, 'invitations', await open(view));
      return { Invitations: page.items.map(shown), ...page.answer };
    },
  }),
];

/** Those that wait for an answer. */
async function open(view: View): Promise<readonly InvitationDocument[]> {
  return (await everyOf(view, invitations)).filter(({ isAccepted }) => !isAccepted);
}
