import type { Unit } from '../../contract/view.ts';
import type { JobKind } from '../../contract/service.ts';
import { hexId } from '../../core/ids.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { awsEvent } from '../events/port.ts';
import { suppressorsOf } from './suppressors.ts';
import { type CodeFacts, TO_SECURITY_HUB } from './port.ts';
import { lambdaDetails } from './lambda-details.ts';
import { findingArn } from './resources.ts';
import { findingText } from './shown-finding.ts';
import { type FindingDocument, findings } from './state.ts';
import type { Vulnerability } from './vulnerability.ts';

const EXPIRE_JOB = 'inspector2.expire';
const ID_DIGITS = 32;
/** What comes again so soon is the same finding. */
const REOPENED_MS = 7 * DAY_MS;
/** How long closed findings are kept: what was mended, and what went with its function. */
const KEPT_MS = { mended: 30 * DAY_MS, gone: 3 * DAY_MS, off: 24 * HOUR_MS } as const;

type Ending = keyof typeof KEPT_MS;

/** What writes the findings of one account in a Region. */
export interface Keeper {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly now: Instant;
  readonly isSuppressed: (finding: FindingDocument) => boolean;
}

export async function keeperOf(unit: Unit, scope: Scope, now: Instant): Promise<Keeper> {
  const { account, region } = scope;
  return {
    unit,
    scope: { account, region },
    now,
    isSuppressed: await suppressorsOf(unit, scope),
  };
}

/** Holds what a scan found against what was known of the function. Gives the findings that are open now. */
export async function keepScan(
  keeper: Keeper,
  facts: CodeFacts,
  found: readonly Vulnerability[],
): Promise<readonly FindingDocument[]> {
  const { unit, scope } = keeper;
  const resource = resourceOf(facts);
  const known = await findingsOf(unit, scope, resource);
  const byId = new Map(found.map((one) => [one.details.vulnerabilityId, one]));
  const open: FindingDocument[] = [];
  const seen = new Set<string>();
  for (const finding of known) {
    const id = finding.vulnerability.vulnerabilityId;
    const vulnerability = byId.get(id);
    if (vulnerability !== undefined && !seen.has(id) && isSame(finding, keeper.now)) {
      seen.add(id);
      open.push(keepAgain(keeper, finding, facts, vulnerability));
    } else if (vulnerability === undefined) {
      close(keeper, finding, 'mended');
    }
  }
  for (const vulnerability of found) {
    if (seen.has(vulnerability.details.vulnerabilityId)) continue;
    open.push(await keepNew(keeper, facts, vulnerability));
  }
  return open;
}

/** `arn:aws:lambda:…:function:name:$LATEST`. */
export function resourceOf({ arn, version }: Pick<CodeFacts, 'arn' | 'version'>): string {
  return `${arn}:${version}`;
}

function findingsOf(unit: Unit, scope: Scope, resource: string) {
  return everyOf(unit.view(scope), findings, { index: 'resource', prefix: `${resource}/` });
}

/** Whether a finding is open, or was closed so lately that it is opened again. */
function isSame({ closed }: FindingDocument, now: Instant): boolean {
  return closed === undefined || now - closed <= REOPENED_MS;
}

async function keepNew(
  keeper: Keeper,
  facts: CodeFacts,
  vulnerability: Vulnerability,
): Promise<FindingDocument> {
  const { unit, scope, now } = keeper;
  const { account, region } = scope;
  const id = await unit.once(() => hexId(ID_DIGITS));
  return settle(keeper, {
    id,
    arn: findingArn(scope, id),
    account,
    region,
    first: now,
    status: 'ACTIVE',
    ...observed(facts, vulnerability, now),
  });
}

/** What a scan says of a finding. */
function observed(facts: CodeFacts, vulnerability: Vulnerability, now: Instant) {
  const { title, description, severity, fixAvailable, weaknesses, details } = vulnerability;
  return {
    title,
    description,
    severity,
    fixAvailable,
    weaknesses,
    vulnerability: details,
    resource: resourceOf(facts),
    tags: facts.tags,
    lambda: lambdaDetails(facts),
    last: now,
    updated: now,
  };
}

function keepAgain(
  keeper: Keeper,
  { closed, ...known }: FindingDocument,
  facts: CodeFacts,
  vulnerability: Vulnerability,
): FindingDocument {
  const { unit, scope, now } = keeper;
  const next: FindingDocument = { ...known, ...observed(facts, vulnerability, now) };
  const same = { ...next, last: known.last, updated: known.updated };
  if (closed === undefined && JSON.stringify(same) === JSON.stringify(known)) {
    const seen = { ...known, last: now };
    unit.view(scope).put(findings, known.id, seen);
    return seen;
  }
  return settle(keeper, next);
}

/** Writes a finding that is open, suppressed or not, and tells of it. */
export function settle(keeper: Keeper, finding: FindingDocument): FindingDocument {
  const { unit, scope } = keeper;
  const isSuppressed = keeper.isSuppressed(finding);
  const settled: FindingDocument = { ...finding, status: isSuppressed ? 'SUPPRESSED' : 'ACTIVE' };
  unit.view(scope).put(findings, settled.id, settled);
  if (!isSuppressed) tell(keeper, settled);
  return settled;
}

/** Closes whatever is open of a function. */
export async function closeAll(keeper: Keeper, resource: string, ending: Ending): Promise<void> {
  for (const finding of await findingsOf(keeper.unit, keeper.scope, resource)) {
    close(keeper, finding, ending);
  }
}

/** A finding that nobody was told of ends as quietly. */
function close(keeper: Keeper, finding: FindingDocument, ending: Ending): void {
  if (finding.closed !== undefined) return;
  const { unit, scope, now } = keeper;
  const closed: FindingDocument = {
    ...finding,
    status: 'CLOSED',
    updated: now,
    closed: now,
  };
  unit.view(scope).put(findings, finding.id, closed);
  if (finding.status === 'ACTIVE') tell(keeper, closed);
  const { account, region } = scope;
  unit.order({
    id: `${EXPIRE_JOB}/${account}/${region}/${finding.id}`,
    kind: EXPIRE_JOB,
    scope: { account, region },
    due: now + KEPT_MS[ending],
    payload: JSON.stringify({ id: finding.id, closed: now }),
  });
}

/** Tells event buses and Security Hub. */
function tell({ unit, scope, now }: Keeper, finding: FindingDocument): void {
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.inspector2',
      detailType: 'Inspector2 Finding',
      resources: [finding.resource],
      detail: findingText(finding),
    }),
  );
  unit.emit({ ...scope, time: now, topic: TO_SECURITY_HUB, text: JSON.stringify(finding) });
}

/** Deletes a finding that stayed closed. */
export const expireJob: JobKind = {
  kind: EXPIRE_JOB,
  run: async (payload, { unit, scope }) => {
    const value: JsonValue = JSON.parse(payload);
    const order = isJsonObject(value) ? value : {};
    const id = order['id'];
    if (typeof id !== 'string') throw new Error('the job names no finding');
    const view = unit.view(scope);
    const finding = await view.get(findings, id);
    if (finding !== undefined && finding.closed === order['closed']) view.delete(findings, id);
  },
};
