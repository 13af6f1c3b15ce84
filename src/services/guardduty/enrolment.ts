import type { TrailFollower } from '../../contract/follower.ts';
import type { JobKind } from '../../contract/service.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import { type Instant, MINUTE_MS } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf, release } from './accounts.ts';
import { newDetector } from './detectors.ts';
import {
  type OrganizationAccounts,
  organizationChangeOf,
  type WatchedOrganization,
} from './port.ts';
import {
  accountScope,
  type DetectorDocument,
  detectors,
  invitations,
  members,
  organizationAdmins,
  ONLY,
} from './state.ts';

export const PRINCIPAL = 'guardduty.amazonaws.com';
const ENROL_JOB = 'guardduty.enrol';

/** The organization that chose the account as its administrator; undefined: none did. */
export async function organizationOfAdmin(
  unit: Unit,
  organizations: OrganizationAccounts,
  admin: string,
): Promise<WatchedOrganization | undefined> {
  const organization = await organizations.organizationOf(unit, admin);
  if (organization === undefined) return undefined;
  const view = unit.view(accountScope(organization.managementAccount));
  return (await view.get(organizationAdmins, ONLY))?.account === admin ? organization : undefined;
}

/**
 * Makes accounts members of their organization's administrator, with detectors of their own. An account that has another
 * administrator, or members, stays as it is: gives those.
 */
export async function enrol(
  unit: Unit,
  admin: DetectorDocument,
  accounts: readonly { readonly id: string; readonly email: string }[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  const { account, region } = admin;
  const leftOut = new Set<string>();
  for (const { id, email } of accounts) {
    if (id === account) continue;
    const own = unit.view({ account: id, region });
    const current = await administratorOf(unit, { account: id, region });
    const hasMembers = (await own.list(members, { limit: 1 })).items.length > 0;
    if ((current !== undefined && current.account !== account) || hasMembers) {
      leftOut.add(id);
      continue;
    }
    unit.view(admin).put(members, id, {
      account: id,
      email,
      status: 'Enabled',
      updated: now,
      isOfOrganization: true,
    });
    own.put(invitations, account, {
      account,
      invitationId: '',
      invited: now,
      status: 'Enabled',
      isAccepted: true,
    });
    await watch(unit, admin, id, now);
  }
  return leftOut;
}

/** Gives a new member a detector, or switches the one it has on. */
async function watch(
  unit: Unit,
  { region, organization }: DetectorDocument,
  account: string,
  now: Instant,
): Promise<void> {
  const wanted = organization?.features.S3_DATA_EVENTS ?? 'NONE';
  const view = unit.view(accountScope(account));
  const known = await view.get(detectors, region);
  if (known !== undefined) {
    const features = wanted === 'ALL' ? withS3(known, now) : known.features;
    view.put(detectors, region, { ...known, features, isEnabled: true, updated: now });
    return;
  }
  const status = wanted === 'NONE' ? 'DISABLED' : 'ENABLED';
  const features = { S3_DATA_EVENTS: { status, updated: now } } as const;
  await newDetector({ unit }, { account, region, now }, { isEnabled: true, features });
}

function withS3({ features }: DetectorDocument, updated: Instant): DetectorDocument['features'] {
  return { ...features, S3_DATA_EVENTS: { status: 'ENABLED', updated } };
}

/** Switches S3 protection on for all members of an organization, and for who looks after them. */
export async function switchS3(unit: Unit, admin: DetectorDocument, now: Instant): Promise<void> {
  const { account, region } = admin;
  const all = await everyOf(unit.view(admin), members);
  const ofOrganization = all.filter(({ isOfOrganization }) => isOfOrganization);
  for (const id of [account, ...ofOrganization.map((member) => member.account)]) {
    const view = unit.view(accountScope(id));
    const known = await view.get(detectors, region);
    if (known === undefined || known.features.S3_DATA_EVENTS?.status === 'ENABLED') continue;
    view.put(detectors, region, { ...known, features: withS3(known, now), updated: now });
  }
}

/** The administrator that an organization chose looks after none of its accounts any more, in no Region. */
export async function withdraw(unit: Unit, management: string, admin: string): Promise<void> {
  unit.view(accountScope(management)).delete(organizationAdmins, ONLY);
  const view = unit.view(accountScope(admin));
  for (const detector of await everyOf(view, detectors)) {
    const own = unit.view(detector);
    for (const { account, isOfOrganization } of await everyOf(own, members)) {
      if (!isOfOrganization) continue;
      await release(unit, detector, account);
      own.delete(members, account);
    }
    const { organization: _, ...plain } = detector;
    view.put(detectors, detector.region, plain);
  }
}

/** Lets an account go whose administrator was that of an organization it is no longer in. */
async function review(
  unit: Unit,
  organizations: OrganizationAccounts,
  account: string,
  now: Instant,
): Promise<void> {
  for (const { region } of await everyOf(unit.view(accountScope(account)), detectors)) {
    const admin = (await administratorOf(unit, { account, region }))?.account;
    if (admin === undefined) continue;
    const view = unit.view({ account: admin, region });
    const member = await view.get(members, account);
    if (member?.isOfOrganization !== true) continue;
    const organization = await organizationOfAdmin(unit, organizations, admin);
    if (organization?.accounts.some(({ id }) => id === account) === true) continue;
    await release(unit, { account: admin, region }, account);
    const status = 'Removed';
    view.put(members, account, { ...member, status, isOfOrganization: false, updated: now });
    await forgetJoiner(unit, { account: admin, region }, account);
  }
}

/** An account that comes again is one that joins. */
async function forgetJoiner(unit: Unit, { account, region }: Scope, left: string): Promise<void> {
  const view = unit.view(accountScope(account));
  const admin = await view.get(detectors, region);
  const settings = admin?.organization;
  if (admin === undefined || settings === undefined) return;
  const known = settings.known.filter((id) => id !== left);
  view.put(detectors, region, { ...admin, organization: { ...settings, known } });
}

/** What calls of Organizations ended. */
async function followDepartures(
  unit: Unit,
  organizations: OrganizationAccounts,
  record: StoredRecord,
): Promise<void> {
  const change = organizationChangeOf(record, PRINCIPAL);
  if (change === undefined) return;
  for (const account of change.left) await review(unit, organizations, account, record.time);
  if (change.withdrawn === undefined) return;
  const { management, administrator } = change.withdrawn;
  const known = await unit.view(accountScope(management)).get(organizationAdmins, ONLY);
  // One that was chosen anew since keeps its office.
  if (known?.account === administrator && record.time > (known.since ?? 0)) {
    await withdraw(unit, management, administrator);
  }
}

/** Accounts that come into an organization are looked after a minute later, where its administrator wants it so. */
export function joinersFollower(organizations: OrganizationAccounts): TrailFollower {
  return {
    name: 'guardduty.joiners',
    source: 'trail',
    eventSources: new Set(['organizations.amazonaws.com']),
    run: async (batch, unit) => {
      for (const record of batch) {
        const { readOnly, errorCode } = factsOf(record);
        if (readOnly || errorCode !== undefined) continue;
        await followDepartures(unit, organizations, record);
        const organization = await organizations.organizationOf(unit, record.account);
        if (organization === undefined) continue;
        for (const scope of await adminsOf(unit, organization.managementAccount)) {
          unit.order({
            id: `${ENROL_JOB}/${scope.account}/${scope.region}`,
            kind: ENROL_JOB,
            scope,
            due: record.time + MINUTE_MS,
            payload: '{}',
          });
        }
      }
    },
  };
}

/** Where an organization's administrators have settings: one for each Region. */
async function adminsOf(unit: Unit, management: string): Promise<readonly Scope[]> {
  const admin = await unit.view(accountScope(management)).get(organizationAdmins, ONLY);
  if (admin === undefined) return [];
  const all = await everyOf(unit.view(accountScope(admin.account)), detectors);
  return all
    .filter(({ organization }) => organization !== undefined)
    .map(({ account, region }) => ({ account, region }));
}

export function enrolJob(organizations: OrganizationAccounts): JobKind {
  return {
    kind: ENROL_JOB,
    run: async (_payload, { unit, scope, now }) => {
      const view = unit.view(accountScope(scope.account));
      const admin = await view.get(detectors, scope.region);
      const settings = admin?.organization;
      if (admin === undefined || settings === undefined || settings.autoEnable === 'NONE') return;
      const organization = await organizations.organizationOf(unit, scope.account);
      const known = new Set(settings.known);
      const fresh = (organization?.accounts ?? []).filter(({ id }) => !known.has(id));
      if (fresh.length === 0) return;
      await enrol(unit, admin, fresh, now);
      const next = { ...settings, known: [...known, ...fresh.map(({ id }) => id)] };
      view.put(detectors, scope.region, { ...admin, organization: next });
    },
  };
}
