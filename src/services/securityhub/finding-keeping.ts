import type {
  AwsSecurityFinding,
  FindingHistoryUpdate,
  FindingHistoryUpdateSourceType,
} from '../../../models/securityhub/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { awsEvent } from '../events/port.ts';
import { ruledBy } from './automation.ts';
import { productIn } from './arns.ts';
import { findingId } from './finding-id.ts';
import { orderExpiry, withEntry } from './finding-life.ts';
import { meets, plainFinding } from './filters.ts';
import { administratorOf } from './membership.ts';
import { providerSeverity } from './severity.ts';
import {
  accountScope,
  aggregators,
  automationRules,
  type FindingDocument,
  findings,
  hubs,
  ONLY,
} from './state.ts';

/** What a provider has no say in. */
const CUSTOMERS = [
  'Note',
  'UserDefinedFields',
  'VerificationState',
  'Workflow',
  'WorkflowState',
] as const;
/** What a customer may take over. */
const SHARED = ['Confidence', 'Criticality', 'RelatedFindings', 'Severity', 'Types'] as const;

export interface Keeping {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly now: Instant;
  /** Who does it, for the history. */
  readonly by: string;
  readonly source: FindingHistoryUpdateSourceType;
}

/** Lets a finding in: new, or newer than the known one, else it is ignored. */
export async function importFinding(keeping: Keeping, given: AwsSecurityFinding): Promise<void> {
  const { unit, scope } = keeping;
  const known = await unit.view(scope).get(findings, findingId(given));
  if (known !== undefined && Date.parse(given.UpdatedAt) <= Date.parse(known.finding.UpdatedAt))
    return;
  const finding = known === undefined ? fresh(keeping, given) : renewed(keeping, given, known);
  const base = {
    finding,
    updated: keeping.now,
    owned: known?.owned ?? [],
    history: known?.history ?? [],
  };
  const ruled = await withRules(keeping, base);
  await keep(keeping, ruled, known?.finding);
  tell(keeping, ruled.finding);
}

function fresh(keeping: Keeping, given: AwsSecurityFinding): AwsSecurityFinding {
  const { Note: _1, UserDefinedFields: _2, VerificationState: _3, Workflow: _4, ...rest } = given;
  return {
    ...filledIn(keeping, rest),
    RecordState: given.RecordState ?? 'ACTIVE',
    WorkflowState: 'NEW',
    Workflow: { Status: 'NEW' },
  };
}

function renewed(
  keeping: Keeping,
  given: AwsSecurityFinding,
  { finding: known, owned }: FindingDocument,
) {
  const mine = [...CUSTOMERS, ...SHARED.filter((name) => owned.includes(name))];
  // A finding that failed again is looked at again.
  const before = known.Compliance?.Status;
  const isWorse = before === 'PASSED' && given.Compliance?.Status !== 'PASSED';
  const reopened = isWorse ? { Workflow: { Status: 'NEW' as const } } : {};
  return { ...known, ...filledIn(keeping, given), ...ownedOf(known, mine), ...reopened };
}

function ownedOf(
  known: AwsSecurityFinding,
  names: readonly (keyof AwsSecurityFinding)[],
): Partial<AwsSecurityFinding> {
  return Object.fromEntries(names.map((name) => [name, known[name]]));
}

/** What Security Hub adds to what a provider sends. */
function filledIn({ scope, now }: Keeping, given: AwsSecurityFinding): AwsSecurityFinding {
  const product = productIn(given.ProductArn, scope) ?? '';
  const isOwn = product === `${scope.account}/default`;
  const ProductName = given.ProductName ?? (isOwn ? 'Default' : nameOf(product));
  const CompanyName = given.CompanyName ?? (isOwn ? 'Personal' : 'AWS');
  const Severity = providerSeverity(given);
  const Types = given.FindingProviderFields?.Types ?? given.Types ?? [];
  return {
    ...given,
    ProductName,
    CompanyName,
    Region: scope.region,
    Severity,
    Types,
    ProductFields: {
      ...given.ProductFields,
      'aws/securityhub/FindingId': `${given.ProductArn}/${given.Id}`,
      'aws/securityhub/ProductName': ProductName,
      'aws/securityhub/CompanyName': CompanyName,
    },
    FindingProviderFields: {
      ...given.FindingProviderFields,
      Severity: { Label: Severity.Label, Original: Severity.Original },
      Types,
    },
    ProcessedAt: new Date(now).toISOString(),
  };
}

const NAMES = new Map([
  ['aws/guardduty', 'GuardDuty'],
  ['aws/securityhub', 'Security Hub'],
  ['aws/access-analyzer', 'IAM Access Analyzer'],
]);

function nameOf(product: string): string {
  return NAMES.get(product) ?? product.split('/')[1] ?? product;
}

/** What the account's automation rules make of a finding. */
async function withRules(keeping: Keeping, document: FindingDocument): Promise<FindingDocument> {
  const all = await everyOf(keeping.unit.view(keeping.scope), automationRules);
  let ruled = document;
  for (const rule of all.toSorted((left, right) => left.order - right.order)) {
    if (rule.status !== 'ENABLED') continue;
    if (!meets(plainFinding(ruled.finding), rule.criteria, keeping.now)) continue;
    for (const { FindingFieldsUpdate } of rule.actions) {
      if (FindingFieldsUpdate !== undefined)
        ruled = ruledBy(ruled, FindingFieldsUpdate, keeping.now);
    }
    if (rule.isTerminal) break;
  }
  return ruled;
}

/** Writes a finding wherever it is kept: each keeps it as long. */
async function keep(
  keeping: Keeping,
  document: FindingDocument,
  before: AwsSecurityFinding | undefined,
): Promise<void> {
  const { unit, scope, now, by, source } = keeping;
  const updates = before === undefined ? [] : changesBetween(before, document.finding);
  const entry = { at: now, isCreation: before === undefined, source, by, updates };
  const kept = { ...document, history: withEntry(document.history, entry) };
  const id = findingId(document.finding);
  for (const place of await placesOf(unit, scope, document.finding)) {
    unit.view(place).put(findings, id, kept);
    orderExpiry(unit, place, id, kept);
  }
}

/**
 * Changes a finding as a customer does. What an administrator changes is changed in the account that has the finding, so
 * that it is still there when the finding comes in again.
 */
export async function changed(
  keeping: Keeping,
  known: FindingDocument,
  change: (document: FindingDocument) => FindingDocument,
): Promise<FindingDocument> {
  const { unit, scope } = keeping;
  const home = {
    account: known.finding.AwsAccountId,
    region: known.finding.Region ?? scope.region,
  };
  const isMembers =
    home.account !== scope.account && (await administratorOf(unit, home)) === scope.account;
  const theirs = isMembers
    ? await unit.view(home).get(findings, findingId(known.finding))
    : undefined;
  const document = theirs ?? known;
  const next = change(document);
  const place = theirs === undefined ? scope : home;
  await keep({ ...keeping, scope: place }, next, document.finding);
  return next;
}

/** Where a finding is kept: its own Region, its administrator's account, and where each brings all together. */
async function placesOf(
  unit: Unit,
  { account, region }: Scope,
  { Region }: AwsSecurityFinding,
): Promise<readonly Scope[]> {
  const own = { account, region: Region ?? region };
  const administrator = await administratorOf(unit, own);
  const above = administrator === undefined ? [] : [{ account: administrator, region: own.region }];
  const places: Scope[] = [];
  for (const place of [own, ...above]) places.push(place, ...(await centralOf(unit, place)));
  return places;
}

/** The Region that brings an account's findings together, where it takes those of this one. */
async function centralOf(unit: Unit, { account, region: home }: Scope): Promise<readonly Scope[]> {
  const aggregator = await unit.view(accountScope(account)).get(aggregators, ONLY);
  if (aggregator === undefined || aggregator.region === home) return [];
  const { mode, regions } = aggregator;
  const isLinked =
    mode === 'SPECIFIED_REGIONS'
      ? regions.includes(home)
      : mode !== 'NO_REGIONS' && !regions.includes(home);
  const central = { account, region: aggregator.region };
  if (!isLinked || (await unit.view(central).get(hubs, ONLY)) === undefined) return [];
  return [central];
}

function changesBetween(
  before: AwsSecurityFinding,
  after: AwsSecurityFinding,
): readonly FindingHistoryUpdate[] {
  const [old, next] = [plainFinding(before), plainFinding(after)];
  return Object.keys({ ...old, ...next })
    .filter(
      (name) => name !== 'ProcessedAt' && JSON.stringify(old[name]) !== JSON.stringify(next[name]),
    )
    .map((UpdatedField) => ({
      UpdatedField,
      OldValue: JSON.stringify(old[UpdatedField]) ?? '',
      NewValue: JSON.stringify(next[UpdatedField]) ?? '',
    }));
}

/** Tells event buses of a finding that is new or changed. */
export function tell({ unit, scope, now }: Keeping, finding: AwsSecurityFinding): void {
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.securityhub',
      detailType: 'Security Hub Findings - Imported',
      resources: [`${finding.ProductArn}/${finding.Id}`],
      detail: { findings: [plainFinding(finding)] },
    }),
  );
}
