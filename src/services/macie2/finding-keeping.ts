import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { awsEvent } from '../events/port.ts';
import { meets } from './criteria.ts';
import { TO_SECURITY_HUB } from './port.ts';
import { findingText } from './shown-finding.ts';
import {
  type FilterDocument,
  filters,
  type FindingDocument,
  findings,
  ONLY,
  type SessionDocument,
  sessions,
} from './state.ts';

export const PUBLISH_JOB = 'macie2.publish';
export const EXPIRE_JOB = 'macie2.expire';
export const KEPT_MS = 90 * DAY_MS;

const FREQUENCIES: Readonly<Record<SessionDocument['frequency'], number>> = {
  FIFTEEN_MINUTES: 15 * MINUTE_MS,
  ONE_HOUR: HOUR_MS,
  SIX_HOURS: 6 * HOUR_MS,
};

export interface Keeper {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly session: SessionDocument;
  readonly now: Instant;
}

/** An account's filters in the order they are asked. */
export async function rankedFilters(unit: Unit, scope: Scope): Promise<readonly FilterDocument[]> {
  const all = await everyOf(unit.view(scope), filters);
  return all.toSorted(
    (left, right) => left.position - right.position || left.created - right.created,
  );
}

/** The first filter that a finding meets decides. */
async function isSuppressed({ unit, scope }: Keeper, document: FindingDocument): Promise<boolean> {
  const text = findingText(document);
  const first = (await rankedFilters(unit, scope)).find(({ criteria }) => meets(text, criteria));
  return first?.action === 'ARCHIVE';
}

/** Writes a new finding, and tells of it unless a filter suppresses it. */
export async function keepNew(keeper: Keeper, finding: FindingDocument): Promise<void> {
  const { unit, scope, now } = keeper;
  const isArchived = await isSuppressed(keeper, finding);
  const document = { ...finding, isArchived };
  unit.view(scope).put(findings, document.id, document);
  orderExpiry(unit, scope, document, now);
  if (!isArchived) tell(keeper, document);
}

/** Writes one more occurrence, which is told of at the next tick. */
export async function keepAgain(keeper: Keeper, finding: FindingDocument): Promise<void> {
  const { unit, scope, session, now } = keeper;
  const isArchived = await isSuppressed(keeper, finding);
  const document = { ...finding, isArchived, isPending: !isArchived };
  unit.view(scope).put(findings, document.id, document);
  if (isArchived) return;
  const every = FREQUENCIES[session.frequency];
  unit.order({
    id: `${PUBLISH_JOB}/${scope.account}/${scope.region}`,
    kind: PUBLISH_JOB,
    scope,
    due: (Math.floor(now / every) + 1) * every,
    payload: '{}',
  });
}

/** Tells event buses, and Security Hub where the account wants that. */
export function tell({ unit, scope, session, now }: Keeper, document: FindingDocument): void {
  const detail = findingText(document);
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.macie',
      detailType: 'Macie Finding',
      resources: [],
      detail,
    }),
  );
  const isWanted =
    document.category === 'POLICY'
      ? session.publishesPolicyFindings
      : session.publishesSensitiveFindings;
  if (!isWanted) return;
  const { account, region } = scope;
  unit.emit({ account, region, time: now, topic: TO_SECURITY_HUB, text: JSON.stringify(detail) });
}

function orderExpiry(unit: Unit, scope: Scope, { id }: FindingDocument, now: Instant): void {
  unit.order({
    id: `${EXPIRE_JOB}/${scope.account}/${scope.region}/${id}`,
    kind: EXPIRE_JOB,
    scope: { account: scope.account, region: scope.region },
    due: now + KEPT_MS,
    payload: JSON.stringify({ id }),
  });
}

export function sessionIn(unit: Unit, scope: Scope): Promise<SessionDocument | undefined> {
  return unit.view(scope).get(sessions, ONLY);
}
