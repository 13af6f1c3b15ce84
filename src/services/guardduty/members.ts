import type { Member, UnprocessedAccount } from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { featuresAfter, shownSources } from './detectors.ts';
import { type Found, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import {
  accountScope,
  detectors,
  invitations,
  type MemberDocument,
  members,
  type Relationship,
} from './state.ts';

const MEMBERS_MAX = 5_000;
const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

async function shown(
  unit: Unit,
  { account: admin, region }: Scope,
  member: MemberDocument,
): Promise<Member> {
  const detector = await unit.view(accountScope(member.account)).get(detectors, region);
  return {
    AccountId: member.account,
    MasterId: admin,
    AdministratorId: admin,
    Email: member.email,
    RelationshipStatus: member.status,
    UpdatedAt: iso(member.updated),
    ...(detector === undefined ? {} : { DetectorId: detector.id }),
    ...(member.invited === undefined ? {} : { InvitedAt: iso(member.invited) }),
  };
}

/** Does something to each member that is named; `work` gives the reason why not. */
export async function eachMember(
  ids: readonly string[],
  { view }: Found,
  work: (member: MemberDocument) => Promise<string | undefined>,
): Promise<{ readonly UnprocessedAccounts: readonly UnprocessedAccount[] }> {
  const UnprocessedAccounts: UnprocessedAccount[] = [];
  for (const id of ids) {
    const member = await view.get(members, id);
    const Result =
      member === undefined
        ? 'The request was rejected because the given account ID is not an associated member of the current account.'
        : await work(member);
    if (Result !== undefined) UnprocessedAccounts.push({ AccountId: id, Result });
  }
  return { UnprocessedAccounts };
}

/** Ends what binds a member to its administrator, from the member's side. */
export function unbind(unit: Unit, { account: admin, region }: Scope, member: string): void {
  unit.view({ account: member, region }).delete(invitations, admin);
}

function changed(member: MemberDocument, status: Relationship, { call }: Context): MemberDocument {
  return { ...member, status, updated: call.now };
}

/** Accounts that one account looks after, as the administrator sees them. */
export const memberOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateMembers',
    access: 'write',
    of,
    handle: async ({ AccountDetails }, { detector, view }, { call }) => {
      const UnprocessedAccounts: UnprocessedAccount[] = [];
      const count = (await everyOf(view, members)).length;
      for (const [index, { AccountId, Email }] of AccountDetails.entries()) {
        const refuse = (Result: string) => UnprocessedAccounts.push({ AccountId, Result });
        if (AccountId === detector.account) {
          refuse('The request was rejected because the current account cannot be its own member.');
        } else if ((await view.get(members, AccountId)) !== undefined) {
          refuse(
            'The request was rejected because the given account ID is already a member of the current account.',
          );
        } else if (count + index >= MEMBERS_MAX) {
          refuse(
            'The request was rejected because the current account has reached the limit of members.',
          );
        } else {
          const member = {
            account: AccountId,
            email: Email,
            status: 'Created',
            updated: call.now,
          } as const;
          view.put(members, AccountId, { ...member, isOfOrganization: false });
        }
      }
      return { UnprocessedAccounts };
    },
  }),
  onDetector({
    name: 'InviteMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachMember(AccountIds, found, async (member) => {
        if (member.status === 'Enabled')
          return 'The request was rejected because the account is a member already.';
        const { account, region } = found.detector;
        const invitationId = await context.once(() => uuid().replaceAll('-', ''));
        const { now } = context.call;
        context.unit.view({ account: member.account, region }).put(invitations, account, {
          account,
          invitationId,
          invited: now,
          status: 'Invited',
          isAccepted: false,
        });
        found.view.put(members, member.account, {
          ...changed(member, 'Invited', context),
          invited: now,
        });
        return undefined;
      }),
  }),
  onDetector({
    name: 'GetMembers',
    access: 'read',
    of,
    handle: async ({ AccountIds }, found, { unit }) => {
      const Members: Member[] = [];
      const { UnprocessedAccounts } = await eachMember(AccountIds, found, async (member) => {
        Members.push(await shown(unit, found.detector, member));
        return undefined;
      });
      return { Members, UnprocessedAccounts };
    },
  }),
  onDetector({
    name: 'ListMembers',
    access: 'read',
    of,
    handle: async (input, { detector, view }, { call, unit }) => {
      const isAll = input.OnlyAssociated === 'false';
      const all = (await everyOf(view, members)).filter(
        ({ status }) =>
          isAll || status === 'Enabled' || status === 'Disabled' || status === 'Invited',
      );
      const page = pageOfList(call, input, `members/${isAll}`, all);
      const Members: Member[] = [];
      for (const member of page.items) Members.push(await shown(unit, detector, member));
      return { Members, ...page.answer };
    },
  }),
  onDetector({
    name: 'StartMonitoringMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachMember(AccountIds, found, async (member) => {
        if (member.status !== 'Disabled' && member.status !== 'Enabled') {
          return 'The request was rejected because the account is not an associated member.';
        }
        await switchMember(member.account, true, found, context);
        found.view.put(members, member.account, changed(member, 'Enabled', context));
        return undefined;
      }),
  }),
  onDetector({
    name: 'StopMonitoringMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachMember(AccountIds, found, async (member) => {
        await switchMember(member.account, false, found, context);
        found.view.put(members, member.account, changed(member, 'Disabled', context));
        return undefined;
      }),
  }),
  onDetector({
    name: 'DisassociateMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachMember(AccountIds, found, async (member) => {
        unbind(context.unit, found.detector, member.account);
        found.view.put(members, member.account, changed(member, 'Removed', context));
        return undefined;
      }),
  }),
  onDetector({
    name: 'DeleteMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachMember(AccountIds, found, async ({ account, status }) => {
        if (status === 'Enabled') {
          return 'The request was rejected because the account must be disassociated first.';
        }
        unbind(context.unit, found.detector, account);
        found.view.delete(members, account);
        return undefined;
      }),
  }),
  onDetector({
    name: 'GetMemberDetectors',
    access: 'read',
    of,
    handle: async ({ AccountIds }, found, { unit }) => {
      const shownMembers: {
        AccountId: string;
        DataSources: ReturnType<typeof shownSources>;
        Features: [];
      }[] = [];
      const { UnprocessedAccounts } = await eachMember(AccountIds, found, async ({ account }) => {
        const detector = await unit
          .view(accountScope(account))
          .get(detectors, found.detector.region);
        if (detector === undefined)
          return 'The request was rejected because the account has no detector.';
        shownMembers.push({
          AccountId: account,
          DataSources: shownSources(detector),
          Features: [],
        });
        return undefined;
      });
      return { MemberDataSourceConfigurations: shownMembers, UnprocessedAccounts };
    },
  }),
  onDetector({
    name: 'UpdateMemberDetectors',
    access: 'write',
    of,
    handle: async (input, found, { unit, call }) =>
      eachMember(input.AccountIds, found, async ({ account }) => {
        const view = unit.view(accountScope(account));
        const detector = await view.get(detectors, found.detector.region);
        if (detector === undefined)
          return 'The request was rejected because the account has no detector.';
        const Features = (input.Features ?? []).map(({ Name, Status }) => ({ Name, Status }));
        const wanted = { DataSources: input.DataSources, Features };
        const features = featuresAfter(
          'UpdateMemberDetectors',
          detector.features,
          wanted,
          call.now,
        );
        view.put(detectors, detector.region, { ...detector, features, updated: call.now });
        return undefined;
      }),
  }),
];

async function switchMember(
  account: string,
  isEnabled: boolean,
  { detector: { region } }: Found,
  { unit, call }: Context,
): Promise<void> {
  const view = unit.view(accountScope(account));
  const detector = await view.get(detectors, region);
  if (detector !== undefined) {
    view.put(detectors, region, { ...detector, isEnabled, updated: call.now });
  }
}
