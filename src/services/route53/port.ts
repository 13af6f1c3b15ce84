import type { RRType } from '../../../models/route53/types.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { normalName, suffixes, wildcardBeside } from './domain/dns-names.ts';
import {
  EVERYWHERE,
  type RecordDocument,
  recordKey,
  records,
  type ZoneDocument,
  zones,
} from './state.ts';

/** How many names that stand for others are followed. */
const STEPS_MAX = 8;
const SAME_NAME_MAX = 100;

/**
 * What the zones of all accounts say of a name: the values of its records, aliases and names for other names followed.
 * The oldest zone of a name speaks for it, as if its domain were delegated to it; a zone below it speaks where it is older
 * than all above it, where the one above names all its servers, or where both have the same owner. So no account can
 * answer for another's domain: not by a zone below it, and not by one above it that comes later.
 */
export async function resolveName(
  unit: Unit,
  name: string,
  type: RRType,
): Promise<readonly string[]> {
  const view = unit.view(EVERYWHERE);
  let wanted = normalName(name);
  for (let step = 0; step < STEPS_MAX && wanted !== undefined; step += 1) {
    const zone = await zoneFor(view, wanted);
    if (zone === undefined) return [];
    const record = await recordAt(view, zone, wanted, type);
    if (record === undefined) return [];
    if (record.alias === undefined && record.type === type) return record.values;
    wanted = normalName(record.alias?.DNSName ?? record.values[0] ?? '');
  }
  return [];
}

async function zoneFor(view: View, name: string): Promise<ZoneDocument | undefined> {
  let speaking: Speaking | undefined;
  for (const suffix of suffixes(name)) {
    const query = { index: 'name', prefix: `${suffix} `, limit: SAME_NAME_MAX };
    const named = (await view.list(zones, query)).items.map(({ document }) => document);
    const next = speaking === undefined ? named[0] : await delegated(view, speaking, suffix, named);
    if (next === undefined) continue;
    const since = Math.min(next.created, speaking?.since ?? next.created);
    speaking = { zone: next, since };
  }
  return speaking?.zone;
}

interface Speaking {
  readonly zone: ZoneDocument;
  /** When the oldest zone was made that spoke on the way down to this one. */
  readonly since: Instant;
}

/** The zone that speaks for a name below another's; `candidates` are sorted, the oldest first. */
async function delegated(
  view: View,
  { zone: above, since }: Speaking,
  name: string,
  candidates: readonly ZoneDocument[],
): Promise<ZoneDocument | undefined> {
  const [oldest] = candidates;
  if (oldest === undefined) return undefined;
  const isOlder = oldest.created < since;
  if (isOlder && oldest.account !== above.account) return oldest;
  const record = await view.get(records, recordKey(above.id, name, 'NS'));
  const named = new Set(record?.values.map((server) => normalName(server)));
  // Servers of different zones may have a name in common: who makes zones until one does has not been named.
  const isNamed = ({ nameServers }: ZoneDocument): boolean =>
    nameServers.every((server) => named.has(normalName(server)));
  return candidates.find(isNamed) ?? candidates.find(({ account }) => account === above.account);
}

/** The record itself, a name that stands for another, or those of a star beside it. */
async function recordAt(
  view: View,
  { id }: ZoneDocument,
  name: string,
  type: RRType,
): Promise<RecordDocument | undefined> {
  for (const candidate of [name, wildcardBeside(name)]) {
    const exact = await view.get(records, recordKey(id, candidate, type));
    const found = exact ?? (await view.get(records, recordKey(id, candidate, 'CNAME')));
    if (found !== undefined) return found;
  }
  return undefined;
}
