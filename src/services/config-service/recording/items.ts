import type { ResourceType } from '../../../../models/config-service/types.ts';
import type { View } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { history, type Item, resourceKey, resources, timeKey } from '../state.ts';
import type { Described, Listed } from './recorded-type.ts';

/** What was seen of one type. */
export interface Found {
  readonly type: ResourceType;
  readonly isGlobal: boolean;
  readonly described: readonly (Omit<Listed, 'describe'> & Described)[];
  /** Ids of resources that were known and are there no more. */
  readonly gone: readonly string[];
}

export interface ItemChange {
  readonly item: Item;
  readonly before: Item | undefined;
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE';
}

interface Times {
  /** What changed after the look began is left to the next. */
  readonly started: Instant;
  readonly now: Instant;
}

/** Keeps an item of each resource that is new, changed or gone. */
export async function keepFound(
  view: View,
  scope: Scope,
  found: Found,
  times: Times,
): Promise<readonly ItemChange[]> {
  const changes: ItemChange[] = [];
  for (const one of found.described) {
    const before = await view.get(resources, resourceKey(found.type, one.id));
    if (before !== undefined && before.captured > times.started) continue;
    const isThere = before !== undefined && before.status !== 'ResourceDeleted';
    const item = itemOf(found, one, { scope, now: times.now, isThere });
    if (isThere && sameState(before, item)) continue;
    changes.push({ item, before, kind: isThere ? 'UPDATE' : 'CREATE' });
  }
  for (const id of found.gone) {
    const before = await view.get(resources, resourceKey(found.type, id));
    if (before === undefined || before.captured > times.started) continue;
    if (before.status === 'ResourceDeleted') continue;
    changes.push({ item: deletedItem(before, times.now), before, kind: 'DELETE' });
  }
  for (const { item } of changes) keepItem(view, item);
  return changes;
}

export function keepItem(view: View, item: Item): void {
  const key = resourceKey(item.type, item.id);
  view.put(resources, key, item);
  view.put(history, `${key}/${timeKey(item.captured)}`, item);
}

export function deletedItem(before: Item, now: Instant): Item {
  return {
    ...before,
    status: 'ResourceDeleted',
    configuration: {},
    supplementary: {},
    relationships: [],
    captured: now,
    stateId: String(now),
  };
}

function itemOf(
  { type, isGlobal }: Found,
  one: Found['described'][number],
  { scope, now, isThere }: { scope: Scope; now: Instant; isThere: boolean },
): Item {
  return {
    type,
    id: one.id,
    region: isGlobal ? 'global' : scope.region,
    tags: one.tags ?? {},
    relationships: one.relationships ?? [],
    configuration: one.configuration,
    supplementary: one.supplementary ?? {},
    status: isThere ? 'OK' : 'ResourceDiscovered',
    captured: now,
    stateId: String(now),
    ...(one.name === undefined ? {} : { name: one.name }),
    ...(one.arn === undefined ? {} : { arn: one.arn }),
    ...(one.zone === undefined ? {} : { zone: one.zone }),
    ...(one.created === undefined ? {} : { created: one.created.getTime() }),
  };
}

function sameState(one: Item, other: Item): boolean {
  return stateText(one) === stateText(other);
}

function stateText({ status: _s, captured: _c, stateId: _i, ...state }: Item): string {
  return JSON.stringify(sorted(state));
}

/** Services may tell the same in another order of names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}
