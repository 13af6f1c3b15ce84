import { createHash } from 'node:crypto';
import type { Finding } from '../../../models/guardduty/types.ts';
import type { Unit } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../core/time.ts';
import type { Draft } from '../../detection/draft.ts';
import type { Places } from '../../detection/world.ts';
import { everyOf } from '../../listing/every-document.ts';
import { awsEvent } from '../events/port.ts';
import { administratorOf, settingsScope } from './accounts.ts';
import { meets } from './criteria.ts';
import { findingOf, occurrenceOf } from './drafted-finding.ts';
import { findingText } from './finding-text.ts';
import {
  accountScope,
  type DetectorDocument,
  detectors,
  type FilterDocument,
  filters,
  type FindingDocument,
  findings,
} from './state.ts';

export const PUBLISH_JOB = 'guardduty.publish';
export const EXPORT_JOB = 'guardduty.export';
export const EXPIRE_JOB = 'guardduty.expire';
export const KEPT_MS = 90 * DAY_MS;
/** New findings are exported within five minutes. */
const EXPORT_MS = 5 * MINUTE_MS;

const FREQUENCIES: Readonly<Record<DetectorDocument['frequency'], number>> = {
  FIFTEEN_MINUTES: 15 * MINUTE_MS,
  ONE_HOUR: HOUR_MS,
  SIX_HOURS: 6 * HOUR_MS,
};

/** What one account's Region makes of drafts. */
export interface Keeper {
  readonly unit: Unit;
  readonly detector: DetectorDocument;
  readonly places: Places;
  readonly now: Instant;
}

/** Writes an occurrence down: a new finding, or one more of a known one. */
export async function keepDraft(keeper: Keeper, draft: Draft): Promise<FindingDocument> {
  const { unit, detector } = keeper;
  const view = unit.view(detector);
  const key = keyOf(draft);
  const where = { index: 'key', prefix: `${detector.account}/${key}`, limit: 1 };
  const { items } = await view.list(findings, where);
  const known = items[0]?.document;
  const occurred =
    known === undefined ? await firstOf(keeper, draft, key) : againOf(keeper, draft, known);
  const isSuppressed = await isRuledOut(keeper, occurred);
  const document: FindingDocument = isSuppressed ? archived(occurred, true) : occurred;
  await write(keeper, document);
  if (isSuppressed) return document;
  if (known === undefined) await tell(keeper, document);
  else await orderPublication(keeper);
  return document;
}

function keyOf({ type, key }: Draft): string {
  return createHash('sha256').update(`${type}\0${key}`).digest('base64url');
}

async function firstOf(
  { unit, detector, places, now }: Keeper,
  draft: Draft,
  key: string,
): Promise<FindingDocument> {
  const id = await unit.once(() => hexId(32));
  const finding = findingOf(draft, { scope: detector, detectorId: detector.id, id, places });
  return {
    finding,
    key,
    additional: draft.additional ?? {},
    first: draft.at,
    last: draft.at,
    updated: now,
    isSuppressed: false,
    isPending: false,
  };
}

function againOf({ places, now }: Keeper, draft: Draft, known: FindingDocument): FindingDocument {
  const { finding } = known;
  const last = Math.max(known.last, draft.at);
  const Service = {
    ...finding.Service,
    ...occurrenceOf(draft, places),
    Count: (finding.Service?.Count ?? 0) + 1,
    EventLastSeen: new Date(last).toISOString(),
  };
  return {
    ...known,
    finding: {
      ...finding,
      Severity: Math.max(finding.Severity, draft.severity),
      Title: draft.title,
      Description: draft.description,
      UpdatedAt: new Date(last).toISOString(),
      Service,
    },
    additional: draft.additional ?? {},
    last,
    updated: now,
    isPending: true,
  };
}

/** A document with its finding archived, or put back. */
export function archived(document: FindingDocument, isSuppressed: boolean): FindingDocument {
  const { finding } = document;
  const Service = { ...finding.Service, Archived: true };
  return { ...document, finding: { ...finding, Service }, isSuppressed, isPending: false };
}

async function isRuledOut({ unit, detector }: Keeper, document: FindingDocument): Promise<boolean> {
  const place = await settingsScope(unit, detector);
  const rules = await rankedFilters(unit, place);
  const text = findingText(document.finding, document.additional);
  return rules.some(({ action, criteria }) => action === 'ARCHIVE' && meets(text, criteria));
}

/** An account's filters in the order they are asked. */
export async function rankedFilters(unit: Unit, scope: Scope): Promise<readonly FilterDocument[]> {
  const all = await everyOf(unit.view(scope), filters);
  return all.toSorted((left, right) => left.rank - right.rank || left.created - right.created);
}

/** Writes a finding in its account, and in its administrator's, who looks after it: each keeps it as long. */
export async function write({ unit, detector }: Keeper, document: FindingDocument): Promise<void> {
  const { Id } = document.finding;
  for (const scope of await hearersOf(unit, detector)) {
    unit.view(scope).put(findings, Id, document);
    orderExpiry(unit, scope, document);
  }
}

/** Tells event buses of a finding, and orders its export. Its account hears of it, and its administrator. */
export async function tell(
  { unit, detector, now }: Keeper,
  document: FindingDocument,
): Promise<void> {
  const detail = findingText(document.finding, document.additional);
  const scopes = await hearersOf(unit, detector);
  for (const scope of scopes) {
    unit.emit(
      awsEvent(scope, now, {
        source: 'aws.guardduty',
        detailType: 'GuardDuty Finding',
        resources: [],
        detail,
      }),
    );
    orderExport(unit, scope, document.finding, now);
  }
}

export async function hearersOf(unit: Unit, { account, region }: Scope): Promise<readonly Scope[]> {
  const administrator = await administratorOf(unit, { account, region });
  const own = { account, region };
  return administrator === undefined ? [own] : [own, { account: administrator.account, region }];
}

function orderExport(unit: Unit, scope: Scope, { Id }: Finding, now: Instant): void {
  const due = (Math.floor(now / EXPORT_MS) + 1) * EXPORT_MS;
  unit.order({
    id: `${EXPORT_JOB}/${scope.account}/${scope.region}/${Id}`,
    kind: EXPORT_JOB,
    scope: { account: scope.account, region: scope.region },
    due,
    payload: JSON.stringify({ id: Id }),
  });
}

/** Further occurrences are told of together, as often as the account, or its administrator, asked for. */
async function orderPublication({ unit, detector, now }: Keeper): Promise<void> {
  const { account, region } = detector;
  const place = await settingsScope(unit, detector);
  const settings = await unit.view(accountScope(place.account)).get(detectors, region);
  const every = FREQUENCIES[settings?.frequency ?? detector.frequency];
  unit.order({
    id: `${PUBLISH_JOB}/${account}/${region}`,
    kind: PUBLISH_JOB,
    scope: { account, region },
    due: (Math.floor(now / every) + 1) * every,
    payload: '{}',
  });
}

function orderExpiry(
  unit: Unit,
  { account, region }: Scope,
  { finding, updated }: FindingDocument,
): void {
  unit.order({
    id: `${EXPIRE_JOB}/${account}/${region}/${finding.Id}`,
    kind: EXPIRE_JOB,
    scope: { account, region },
    due: updated + KEPT_MS,
    payload: JSON.stringify({ id: finding.Id }),
  });
}
