import type { FindingHistoryUpdate } from '../../../models/securityhub/types.ts';
import type { JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { type FindingDocument, findings, type HistoryEntry } from './state.ts';

const EXPIRE_JOB = 'securityhub.expire';
/** After its last update. */
const ACTIVE_KEPT_MS = 90 * DAY_MS;
const ARCHIVED_KEPT_MS = 30 * DAY_MS;
/** Entries of a finding's history, the newest of which are kept. */
const ENTRIES_MAX = 100;
/** Of all entries together, but for the newest. */
const HISTORY_CHARACTERS_MAX = 256 * 1_024;
/** Of a value before or after; longer ones are cut. */
const VALUE_CHARACTERS_MAX = 4_096;

function endOf({ finding, updated }: FindingDocument): Instant {
  return updated + (finding.RecordState === 'ARCHIVED' ? ARCHIVED_KEPT_MS : ACTIVE_KEPT_MS);
}

/** Has a finding's document taken away when it was not updated for so long. */
export function orderExpiry(
  unit: Unit,
  { account, region }: Scope,
  id: string,
  document: FindingDocument,
): void {
  unit.order({
    id: `${EXPIRE_JOB}/${account}/${region}/${id}`,
    kind: EXPIRE_JOB,
    scope: { account, region },
    due: endOf(document),
    payload: JSON.stringify({ id }),
  });
}

/** Each update orders the end anew. */
export const expireJob: JobKind = {
  kind: EXPIRE_JOB,
  run: async (payload, { unit, scope, now }) => {
    const value: JsonValue = JSON.parse(payload);
    const id = isJsonObject(value) ? value['id'] : undefined;
    if (typeof id !== 'string') throw new Error('the job names no finding');
    const view = unit.view(scope);
    const document = await view.get(findings, id);
    if (document !== undefined && endOf(document) <= now) view.delete(findings, id);
  },
};

/** A history with one entry more, and as many of the older ones as have room. */
export function withEntry(
  history: readonly HistoryEntry[],
  entry: HistoryEntry,
): readonly HistoryEntry[] {
  const kept: HistoryEntry[] = [{ ...entry, updates: entry.updates.map(cut) }];
  let characters = 0;
  for (const older of history.slice(1 - ENTRIES_MAX).toReversed()) {
    characters += JSON.stringify(older).length;
    if (characters > HISTORY_CHARACTERS_MAX) break;
    kept.unshift(older);
  }
  return kept;
}

function cut({ UpdatedField, OldValue, NewValue }: FindingHistoryUpdate): FindingHistoryUpdate {
  return {
    UpdatedField,
    OldValue: OldValue?.slice(0, VALUE_CHARACTERS_MAX),
    NewValue: NewValue?.slice(0, VALUE_CHARACTERS_MAX),
  };
}
