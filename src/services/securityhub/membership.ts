import type { TrailFollower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import { everyRegion } from '../../core/regions.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { type OrganizationAccounts, organizationChangeOf } from '../guardduty/port.ts';
import { findingId } from './finding-id.ts';
import {
  accountScope,
  administrators,
  findings,
  members,
  ONLY,
  organizationAdmins,
} from './state.ts';

export const PRINCIPAL = 'securityhub.amazonaws.com';

/** Who looks after an account's findings in a Region. What is done to an account is done by nobody else. */
export async function administratorOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<string | undefined> {
  return (await unit.view({ account, region }).get(administrators, ONLY))?.account;
}

/**
 * Makes an account a member: its findings come to the administrator from then on. False: another administrator has it
 * already, and keeps it.
 */
export async function join(
  unit: Unit,
  { account: admin, region }: Scope,
  { id, email }: { readonly id: string; readonly email: string },
  now: Instant,
): Promise<boolean> {
  const own = { account: id, region };
  const current = await administratorOf(unit, own);
  if (current !== undefined && current !== admin) return false;
  unit.view({ account: admin, region }).put(members, id, { account: id, email, updated: now });
  unit.view(own).put(administrators, ONLY, { account: admin });
  return true;
}

/** Ends what `join` began: the administrator no longer has the account's findings. False: it was no member. */
export async function leave(
  unit: Unit,
  { account: admin, region }: Scope,
  account: string,
): Promise<boolean> {
  const view = unit.view({ account: admin, region });
  const isListed = (await view.get(members, account)) !== undefined;
  view.delete(members, account);
  const own = { account, region };
  const isBound = (await administratorOf(unit, own)) === admin;
  if (isBound) unit.view(own).delete(administrators, ONLY);
  if (!isListed && !isBound) return false;
  for (const { finding } of await everyOf(view, findings)) {
    if (finding.AwsAccountId === account) view.delete(findings, findingId(finding));
  }
  return true;
}

/** The administrator that an organization chose has no member any more, in no Region. */
export async function withdraw(unit: Unit, management: string, admin: string): Promise<void> {
  unit.view(accountScope(management)).delete(organizationAdmins, ONLY);
  for (const region of everyRegion()) {
    const scope = { account: admin, region };
    for (const { account } of await everyOf(unit.view(scope), members)) {
      await leave(unit, scope, account);
    }
  }
}

/** Who leaves an organization leaves its administrator. */
export function departuresFollower(organizations: OrganizationAccounts): TrailFollower {
  return {
    name: 'securityhub.departures',
    source: 'trail',
    eventSources: new Set(['organizations.amazonaws.com']),
    run: async (batch, unit) => {
      for (const record of batch) {
        const change = organizationChangeOf(record, PRINCIPAL);
        if (change === undefined) continue;
        for (const account of change.left) await review(unit, organizations, account);
        if (change.withdrawn === undefined) continue;
        const { management, administrator } = change.withdrawn;
        const known = await unit.view(accountScope(management)).get(organizationAdmins, ONLY);
        // One that was chosen anew since keeps its office.
        if (known?.account === administrator && record.time > (known.since ?? 0)) {
          await withdraw(unit, management, administrator);
        }
      }
    },
  };
}

/** Lets an account go whose administrator is not, or no longer, that of its organization. */
async function review(
  unit: Unit,
  organizations: OrganizationAccounts,
  account: string,
): Promise<void> {
  const admin = await chosenAdmin(unit, organizations, account);
  for (const region of everyRegion()) {
    const current = await administratorOf(unit, { account, region });
    if (current !== undefined && current !== admin) {
      await leave(unit, { account: current, region }, account);
    }
  }
}

/** The administrator that the account's organization chose. */
export async function chosenAdmin(
  unit: Unit,
  organizations: OrganizationAccounts,
  account: string,
): Promise<string | undefined> {
  const organization = await organizations.organizationOf(unit, account);
  if (organization === undefined) return undefined;
  const view = unit.view(accountScope(organization.managementAccount));
  return (await view.get(organizationAdmins, ONLY))?.account;
}
