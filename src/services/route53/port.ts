import type { RRType } from '../../../models/route53/types.ts';
import type { Unit, View } from '../../contract/view.ts';
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
 * The oldest zone of a name speaks for it, as if its domain were delegated to it; a zone below it speaks where the one
 * above names its servers, or where both have the same owner. So no account can answer for another's domain.
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
  let speaking: ZoneDocument | undefined;
  for (const suffix of suffixes(name)) {
    const query = { index: 'name', prefix: `${suffix} `, limit: SAME_NAME_MAX };
    const named = (await view.list(zones, query)).items.map(({ document }) => document);
    if (speaking === undefined) speaking = named[0];
    else speaking = (await delegated(view, speaking, suffix, named)) ?? speaking;
  }
  return speaking;
}

async function delegated(
  view: View,
  above: ZoneDocument,
  name: string,
  candidates: readonly ZoneDocument[],
): Promise<ZoneDocument | undefined> {
  if (candidates.length === 0) return undefined;
  const servers = await view.get(records, recordKey(above.id, name, 'NS'));
  const isNamed = ({ nameServers }: ZoneDocument): boolean =>
    nameServers.some((server) => servers?.values.includes(`${server}.`));
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
