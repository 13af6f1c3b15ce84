import type { TrailFollower } from '../../contract/follower.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import { type Instant, MINUTE_MS } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { newDetector } from './detectors.ts';
import type { OrganizationAccounts } from './port.ts';
import {
  accountScope,
  type DetectorDocument,
  detectors,
  invitations,
  members,
  organizationAdmins,
  ONLY,
} from './state.ts';

const ENROL_JOB = 'guardduty.enrol';

/** Makes accounts members of their organization's administrator, with detectors of their own. */
export async function enrol(
  unit: Unit,
  admin: DetectorDocument,
  accounts: readonly { readonly id: string; readonly email: string }[],
  now: Instant,
): Promise<void> {
  const { account, region } = admin;
  for (const { id, email } of accounts) {
    if (id === account) continue;
    unit.view(admin).put(members, id, {
      account: id,
      email,
      status: 'Enabled',
      updated: now,
      isOfOrganization: true,
    });
    unit.view({ account: id, region }).put(invitations, account, {
      account,
      invitationId: '',
      invited: now,
      status: 'Enabled',
      isAccepted: true,
    });
    const known = await unit.view(accountScope(id)).get(detectors, region);
    if (known !== undefined) {
      if (!known.isEnabled) {
        unit
          .view(accountScope(id))
          .put(detectors, region, { ...known, isEnabled: true, updated: now });
      }
      continue;
    }
    const wanted = admin.organization?.features.S3_DATA_EVENTS ?? 'NONE';
    const status = wanted === 'NONE' ? 'DISABLED' : 'ENABLED';
    const features = { S3_DATA_EVENTS: { status, updated: now } } as const;
    await newDetector({ unit }, { account: id, region, now }, { isEnabled: true, features });
  }
}

/** Accounts that come into an organization are looked after a minute later, where its administrator wants it so. */
export function joinersFollower(organizations: OrganizationAccounts): TrailFollower {
  return {
    name: 'guardduty.joiners',
    source: 'trail',
    run: async (batch, unit) => {
      for (const record of batch) {
        const { source, readOnly, errorCode } = factsOf(record);
        if (source !== 'organizations.amazonaws.com' || readOnly || errorCode !== undefined)
          continue;
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
