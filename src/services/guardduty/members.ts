import type {
  Member,
  MemberDataSourceConfiguration,
  UnprocessedAccount,
} from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf, isMemberOf, release } from './accounts.ts';
import { featuresAfter, shownFeatures, shownSources } from './detectors.ts';
import { enrol, organizationOfAdmin } from './enrolment.ts';
import { invalid } from './errors.ts';
import { type Found, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import type { OrganizationAccounts } from './port.ts';
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
  // An account that is no member shows nothing of itself.
  const isBound = await isMemberOf(unit, { account: admin, region }, member.account);
  const own = unit.view(accountScope(member.account));
  const detector = isBound ? await own.get(detectors, region) : undefined;
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
async function eachMember(
  ids: readonly string[],
  { view }: Found,
  work: (member: MemberDocument) => Promise<string | undefined>,
): Promise<{ readonly UnprocessedAccounts: readonly UnprocessedAccount[] }> {
  const UnprocessedAccounts: UnprocessedAccount[] = [];
  for (const id of ids) {
    const member = await view.get(members, id);
    const Result = member === undefined ? NOT_ASSOCIATED : await work(member);
    if (Result !== undefined) UnprocessedAccounts.push({ AccountId: id, Result });
  }
  return { UnprocessedAccounts };
}

const NOT_ASSOCIATED =
  'The request was rejected because the given account ID is not an associated member of the current account.';

/**
 * Does something to each member that is named and has accepted the administrator, or is of its organization still: only then
 * may it be acted on.
 */
async function eachAssociated(
  ids: readonly string[],
  found: Found,
  { unit, organizations }: { readonly unit: Unit; readonly organizations: OrganizationAccounts },
  work: (member: MemberDocument) => Promise<string | undefined>,
): Promise<{ readonly UnprocessedAccounts: readonly UnprocessedAccount[] }> {
  const { detector } = found;
  const organization = await organizationOfAdmin(unit, organizations, detector.account);
  const chosen = new Set((organization?.accounts ?? []).map(({ id }) => id));
  return eachMember(ids, found, async (member) => {
    const { account, isOfOrganization } = member;
    const isBound = await isMemberOf(unit, detector, account);
    if (!isBound || (isOfOrganization && !chosen.has(account))) return NOT_ASSOCIATED;
    return work(member);
  });
}

/** An organization that has all its accounts watched lets none go. */
function isHeld({ isOfOrganization }: MemberDocument, { detector }: Found): boolean {
  return isOfOrganization && detector.organization?.autoEnable === 'ALL';
}

const HELD =
  'The request was rejected because the organization has GuardDuty enabled automatically for all of its accounts.';

function changed(member: MemberDocument, status: Relationship, { call }: Context): MemberDocument {
  return { ...member, status, updated: call.now };
}

/** Whether the administrator watches the account, or stopped to. */
function isAssociated({ status }: MemberDocument): boolean {
  return status === 'Enabled' || status === 'Disabled';
}

const NO_DETECTOR = 'The request was rejected because the account has no detector.';
const TAKEN =
  'The request was rejected because the account has another administrator account, or members of its own.';

/** Errors: BadRequestException for an account that is looked after itself. */
async function assertNoMember({ detector }: Found, { unit }: Context): Promise<void> {
  if ((await administratorOf(unit, detector)) === undefined) return;
  throw invalid('the current account is a member account, which cannot have members');
}

/** What an administrator lists, and whom it invites: no account changes by that. */
const listOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'InviteMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) => {
      await assertNoMember(found, context);
      return eachMember(AccountIds, found, async (member) => {
        const { account, region } = found.detector;
        if (await isMemberOf(context.unit, found.detector, member.account)) {
          return 'The request was rejected because the account is a member already.';
        }
        if (member.isOfOrganization) {
          return 'The request was rejected because an account of the organization is added by CreateMembers.';
        }
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
      });
    },
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
    name: 'DeleteMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, { unit }) =>
      eachMember(AccountIds, found, async ({ account }) => {
        if (await isMemberOf(unit, found.detector, account)) {
          return 'The request was rejected because the account must be disassociated first.';
        }
        await release(unit, found.detector, account);
        found.view.delete(members, account);
        return undefined;
      }),
  }),
];

const createMembers = (organizations: OrganizationAccounts): AnyOperation =>
  onDetector({
    name: 'CreateMembers',
    access: 'write',
    of,
    handle: async ({ AccountDetails }, found, context) => {
      const { detector, view } = found;
      await assertNoMember(found, context);
      const organization = await organizationOfAdmin(context.unit, organizations, detector.account);
      const UnprocessedAccounts: UnprocessedAccount[] = [];
      const count = (await everyOf(view, members)).length;
      for (const [index, { AccountId, Email }] of AccountDetails.entries()) {
        const refuse = (Result: string) => UnprocessedAccounts.push({ AccountId, Result });
        const known = await view.get(members, AccountId);
        const chosen = organization?.accounts.find(({ id }) => id === AccountId);
        const isFree = known === undefined || (chosen !== undefined && !isAssociated(known));
        if (AccountId === detector.account) {
          refuse('The request was rejected because the current account cannot be its own member.');
        } else if (!isFree) {
          refuse(
            'The request was rejected because the given account ID is already a member of the current account.',
          );
        } else if (count + index >= MEMBERS_MAX) {
          refuse(
            'The request was rejected because the current account has reached the limit of members.',
          );
        } else if (chosen !== undefined) {
          // An account of one's organization need not be invited.
          const leftOut = await enrol(context.unit, detector, [chosen], context.call.now);
          if (leftOut.has(AccountId)) refuse(TAKEN);
        } else {
          const member = {
            account: AccountId,
            email: Email,
            status: 'Created',
            updated: context.call.now,
          } as const;
          view.put(members, AccountId, { ...member, isOfOrganization: false });
        }
      }
      return { UnprocessedAccounts };
    },
  });

/** Whether members are watched, and whether they are members still. */
const monitoringOperations = (organizations: OrganizationAccounts): readonly AnyOperation[] => [
  onDetector({
    name: 'StartMonitoringMembers',
    access: 'write',
    of,
    handle: async ({ AccountIds }, found, context) =>
      eachAssociated(AccountIds, found, { ...context, organizations }, async (member) => {
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
      eachAssociated(AccountIds, found, { ...context, organizations }, async (member) => {
        if (isHeld(member, found)) return HELD;
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
      eachAssociated(AccountIds, found, { ...context, organizations }, async (member) => {
        if (isHeld(member, found)) return HELD;
        await release(context.unit, found.detector, member.account);
        found.view.put(members, member.account, changed(member, 'Removed', context));
        return undefined;
      }),
  }),
];

/** How members are watched. */
const detectorOperations = (organizations: OrganizationAccounts): readonly AnyOperation[] => [
  onDetector({
    name: 'GetMemberDetectors',
    access: 'read',
    of,
    handle: async ({ AccountIds }, found, { unit }) => {
      const MemberDataSourceConfigurations: MemberDataSourceConfiguration[] = [];
      const within = { unit, organizations };
      const { UnprocessedAccounts } = await eachAssociated(
        AccountIds,
        found,
        within,
        async ({ account: AccountId }) => {
          const own = unit.view(accountScope(AccountId));
          const detector = await own.get(detectors, found.detector.region);
          if (detector === undefined) return NO_DETECTOR;
          const Features = shownFeatures(detector);
          const DataSources = shownSources(detector);
          MemberDataSourceConfigurations.push({ AccountId, DataSources, Features });
          return undefined;
        },
      );
      return { MemberDataSourceConfigurations, UnprocessedAccounts };
    },
  }),
  onDetector({
    name: 'UpdateMemberDetectors',
    access: 'write',
    of,
    handle: async (input, found, { unit, call }) =>
      eachAssociated(input.AccountIds, found, { unit, organizations }, async ({ account }) => {
        const view = unit.view(accountScope(account));
        const detector = await view.get(detectors, found.detector.region);
        if (detector === undefined) return NO_DETECTOR;
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

/** Accounts that one account looks after, as the administrator sees them. */
export function memberOperations(organizations: OrganizationAccounts): readonly AnyOperation[] {
  return [
    createMembers(organizations),
    ...listOperations,
    ...monitoringOperations(organizations),
    ...detectorOperations(organizations),
  ];
}

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
