import { createHash } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { readDocument } from '../../policy/document.ts';
import { GRAMMARS } from '../../policy/grammar.ts';
import { parsePolicyJson } from '../../policy/json-text.ts';
import { meets } from './domain/criteria.ts';
import { type ExternalAccess, externalAccess } from './domain/external-access.ts';
import { accountOf, type Zone } from './domain/zone.ts';
import { tell } from './finding-events.ts';
import type { OrganizationZones, SharedResource, SharedResources } from './port.ts';
import { type Analyzer, type Finding, findings, placeOf, scans } from './state.ts';

/** Of one type, account and Region, no more are looked at. */
export const RESOURCES_MAX = 10_000;

export interface AnalysisParts {
  readonly shared: readonly SharedResources[];
  readonly organizations: OrganizationZones;
}

/** Whom an analyzer trusts, which are also those whose resources it looks at. */
export async function zoneOf(
  unit: Unit,
  { account, type }: Analyzer,
  organizations: OrganizationZones,
): Promise<Zone> {
  if (type === 'ACCOUNT') return { accounts: new Set([account]) };
  const organization = await organizations.zoneOf(unit, account);
  if (organization === undefined) return { accounts: new Set() };
  return { accounts: new Set(organization.accounts), organizationId: organization.id };
}

/** Everything that a resource's policy and grants give to those outside. */
export function accessTo(resource: SharedResource, zone: Zone): readonly ExternalAccess[] {
  const { policy, grants = [] } = resource;
  const byPolicy = policy === undefined ? [] : externalAccess(documentOf(policy), zone);
  const byGrant = grants.flatMap(({ principal, actions, conditions }) => {
    const account = accountOf(principal);
    if (account === undefined || zone.accounts.has(account)) return [];
    return [{ principal: { AWS: principal }, actions, condition: conditions, isPublic: false }];
  });
  return [...byPolicy, ...byGrant];
}

export function documentOf(text: string) {
  return readDocument(parsePolicyJson(text, GRAMMARS.resource.invalidJson));
}

/** Looks at the resources of one type again, in every account of the zone, and writes down what came of it. */
export async function scan(
  unit: Unit,
  analyzer: Analyzer,
  { type, list }: SharedResources,
  { organizations, now }: { readonly organizations: OrganizationZones; readonly now: Instant },
): Promise<void> {
  const zone = await zoneOf(unit, analyzer, organizations);
  for (const owner of zone.accounts) {
    const resources = await list(unit, { account: owner, region: analyzer.region }, RESOURCES_MAX);
    const wanted = new Map<string, Draft>();
    for (const resource of resources) {
      for (const access of accessTo(resource, zone)) {
        const key = keyOf(resource.arn, access);
        wanted.set(key, { key, access, resource: resource.arn });
      }
    }
    await writeDown(unit, analyzer, { type, owner, now, wanted });
    const last = resources.at(-1)?.arn;
    const place = placeOf(analyzer.name, type, owner);
    unit
      .view(scopeOf(analyzer))
      .put(scans, place, last === undefined ? { at: now } : { at: now, last });
  }
}

interface Draft {
  readonly key: string;
  readonly access: ExternalAccess;
  readonly resource: string;
}

interface Scanned {
  readonly type: SharedResources['type'];
  readonly owner: string;
  readonly now: Instant;
  readonly wanted: ReadonlyMap<string, Draft>;
}

/** Grants of the same actions to the same principal are one finding, however they are conditioned. */
function keyOf(resource: string, { principal, condition }: ExternalAccess): string {
  const text = JSON.stringify([resource, principal, condition]);
  return createHash('sha256').update(text).digest('base64url');
}

async function writeDown(
  unit: Unit,
  analyzer: Analyzer,
  { type, owner, now, wanted }: Scanned,
): Promise<void> {
  const view = unit.view(scopeOf(analyzer));
  const where = { index: 'place', prefix: placeOf(analyzer.name, type, owner) };
  const known = new Map((await everyOf(view, findings, where)).map((one) => [one.key, one]));
  for (const finding of known.values()) {
    if (wanted.has(finding.key) || finding.status === 'RESOLVED') continue;
    keep(unit, analyzer, { ...finding, status: 'RESOLVED', updated: now });
  }
  for (const { key, access, resource } of wanted.values()) {
    const before = known.get(key);
    const { principal, actions, condition, isPublic } = access;
    const told = { resource, principal, actions, condition, isPublic };
    if (before !== undefined && before.status !== 'RESOLVED' && isSame(before, told)) continue;
    const base: Finding = {
      id: before?.id ?? (await unit.once(uuid)),
      analyzer: analyzer.name,
      key,
      resourceType: type,
      owner,
      created: before?.created ?? now,
      updated: now,
      status: before?.status === 'ARCHIVED' ? 'ARCHIVED' : 'ACTIVE',
      ...told,
    };
    keep(unit, analyzer, isRuledOut(analyzer, base) ? { ...base, status: 'ARCHIVED' } : base);
  }
}

function isSame(before: Finding, { actions, isPublic }: Pick<Finding, 'actions' | 'isPublic'>) {
  return before.isPublic === isPublic && JSON.stringify(before.actions) === JSON.stringify(actions);
}

/** Archive rules judge what is found from then on. */
function isRuledOut({ rules }: Analyzer, finding: Finding): boolean {
  return finding.status === 'ACTIVE' && rules.some(({ filter }) => meets(finding, filter));
}

/** Writes a finding, and tells event buses of it. */
export function keep(unit: Unit, analyzer: Analyzer, finding: Finding): void {
  unit.view(scopeOf(analyzer)).put(findings, finding.id, finding);
  unit.emit(tell(analyzer, finding));
}

/** Where an analyzer's findings are. */
export function scopeOf({ account, region }: Analyzer): Scope {
  return { account, region };
}
