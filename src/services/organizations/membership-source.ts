import type { Membership, OrganizationSource } from '../../contract/organization.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileCached } from '../../policy/cache.ts';
import type { SourcedPolicy } from '../../policy/types.ts';
import type { View } from '../../contract/view.ts';
import type { OrganizationZones } from '../access-analyzer/port.ts';
import type { OrganizationLookup } from '../cloudtrail/port.ts';
import type { PayerLookup } from '../cost-explorer/port.ts';
import type { OrganizationAccounts } from '../guardduty/port.ts';
import type { ManagedOrganizations } from '../fms/port.ts';
import type { OrganizationDirectory } from '../iam/port.ts';
import {
  type Account,
  accountScope,
  entities,
  type Entity,
  memberships,
  type MembershipDocument,
  ONLY,
  organizations,
} from './state.ts';

const IAM = 'iam.amazonaws.com';
const ANALYZER = 'access-analyzer.amazonaws.com';

// Documents are frozen, and a changed one is another object: what was worked out of one stays right.
const compiled = new WeakMap<MembershipDocument, Membership>();

/** Memberships as the gateway weighs them, their policies compiled. */
export const organizationSource: OrganizationSource = {
  membership: async (unit, account) => {
    const document = await unit.view(accountScope(account)).get(memberships, ONLY);
    if (document === undefined) return undefined;
    const known = compiled.get(document);
    if (known !== undefined) return known;
    const made = compile(document);
    compiled.set(document, made);
    return made;
  },
};

function compile(document: MembershipDocument): Membership {
  const { organizationId, managementAccount, path, closed, scps, rcps } = document;
  const levels = (type: 'scp' | 'rcp', ids: MembershipDocument['scps']) =>
    ids.map((level) => level.map((id) => sourced(document, type, id)));
  return {
    organizationId,
    managementAccount,
    path,
    closed,
    scps: levels('scp', scps),
    rcps: levels('rcp', rcps),
  };
}

function sourced({ policies }: MembershipDocument, type: 'scp' | 'rcp', id: string): SourcedPolicy {
  const policy = policies[id];
  // Without a policy that denies, more would be allowed: such a document is refused.
  if (policy === undefined) throw new Error(`the membership names ${id} and lacks it`);
  return { type, arn: policy.arn, policy: compileCached(policy.text, type) };
}

/** What services ask that act for a whole organization. */
export const organizationLookup: OrganizationLookup = {
  organizationOf: async (unit, account) => {
    const document = await unit.view(accountScope(account)).get(memberships, ONLY);
    if (document === undefined) return undefined;
    return { id: document.organizationId, managementAccount: document.managementAccount };
  },
};

/** What IAM asks that looks after the roots of members. */
export const organizationDirectory: OrganizationDirectory = {
  standingOf: async (unit, account) => {
    const place = await organizationLookup.organizationOf(unit, account);
    if (place === undefined) return undefined;
    const view = unit.view(accountScope(place.managementAccount));
    const organization = await view.get(organizations, ONLY);
    if (organization === undefined) return undefined;
    return {
      ...place,
      hasAllFeatures: organization.featureSet === 'ALL',
      trustsIam: Object.hasOwn(organization.trustedServices, IAM),
      administrators: await administratorsOf(view, IAM),
    };
  },
};

/** Organizations as zones of trust. */
export const organizationZones: OrganizationZones = {
  organizationOf: organizationLookup.organizationOf,
  zoneOf: async (unit, account) => {
    const place = await organizationLookup.organizationOf(unit, account);
    if (place === undefined) return undefined;
    const view = unit.view(accountScope(place.managementAccount));
    const administrators = await administratorsOf(view, ANALYZER);
    return { ...place, administrators, accounts: await accountsIn(view) };
  },
};

async function administratorsOf(view: View, service: string): Promise<readonly string[]> {
  const registered = await everyOf(view, entities, { index: 'service', prefix: service });
  return registered.map(({ id }) => id);
}

async function accountsIn(view: View): Promise<readonly string[]> {
  const all = await everyOf(view, entities, { index: 'kind', prefix: 'account' });
  return all.map(({ id }) => id);
}

/** Organizations whose accounts Firewall Manager looks after. */
export const managedOrganizations: ManagedOrganizations = {
  managementOf: async (unit, account) =>
    (await organizationLookup.organizationOf(unit, account))?.managementAccount,
  organizationOf: async (unit, account) => {
    const place = await organizationLookup.organizationOf(unit, account);
    if (place === undefined) return undefined;
    const view = unit.view(accountScope(place.managementAccount));
    const organization = await view.get(organizations, ONLY);
    if (organization === undefined) return undefined;
    const all = new Map((await everyOf(view, entities)).map((entity) => [entity.id, entity]));
    const accounts = [...all.values()].flatMap((entity) =>
      entity.kind === 'account' && entity.state === 'ACTIVE'
        ? [{ id: entity.id, units: unitsAbove(all, entity) }]
        : [],
    );
    return { ...place, hasAllFeatures: organization.featureSet === 'ALL', accounts };
  },
};

/** Ids of the organizational units above an account, the topmost first. */
function unitsAbove(all: ReadonlyMap<string, Entity>, { parent }: Account): readonly string[] {
  const units: string[] = [];
  let above = all.get(parent);
  while (above?.kind === 'ou') {
    units.unshift(above.id);
    above = all.get(above.parent);
  }
  return units;
}

/** Who pays, and for whom: an organization has one bill. */
export const payerLookup: PayerLookup = {
  payerOf: async (unit, account) =>
    (await organizationLookup.organizationOf(unit, account))?.managementAccount ?? account,
  accountsOf: async (unit, payer) => {
    const accounts = await accountsIn(unit.view(accountScope(payer)));
    return accounts.length === 0 ? [payer] : accounts;
  },
};

/** Organizations with their accounts, to what looks after all of them. */
export const organizationAccounts: OrganizationAccounts = {
  organizationOf: async (unit, account) => {
    const place = await organizationLookup.organizationOf(unit, account);
    if (place === undefined) return undefined;
    const view = unit.view(accountScope(place.managementAccount));
    const all = await everyOf(view, entities, { index: 'kind', prefix: 'account' });
    const accounts = all.flatMap((entity) =>
      entity.kind === 'account' ? [{ id: entity.id, email: entity.email }] : [],
    );
    return { managementAccount: place.managementAccount, accounts };
  },
};
