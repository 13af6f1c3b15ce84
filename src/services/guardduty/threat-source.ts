import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import {
  type ActiveList,
  type ThreatLists,
  threatLists,
} from '../../detection/threats/threat-lists.ts';
import { everyOf } from '../../listing/every-document.ts';
import { settingsScope } from './accounts.ts';
import { type ListDocument, listParts, lists } from './state.ts';

/** Compiled lists kept, one for each administrator and Region. */
const KEPT_MAX = 64;

/** The lists in force for an account, compiled once until one of them changes. */
export class ThreatSource {
  readonly #kept = new Map<string, ThreatLists>();

  async listsFor(unit: Unit, scope: Scope): Promise<ThreatLists> {
    const place = await settingsScope(unit, scope);
    const active = (await everyOf(unit.view(place), lists)).filter(({ isActive }) => isActive);
    const key = `${place.account}/${place.region}/${active.map(({ name, revision }) => `${name}:${revision}`).join('/')}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const read: ActiveList[] = [];
    for (const list of active) read.push(await readList(unit, place, list));
    const compiled = threatLists(read);
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    this.#kept.set(key, compiled);
    return compiled;
  }
}

async function readList(
  unit: Unit,
  scope: Scope,
  { id, kind, name, parts }: ListDocument,
): Promise<ActiveList> {
  const addresses: string[] = [];
  const domains: string[] = [];
  for (let part = 0; part < parts; part += 1) {
    const entries = await unit.view(scope).get(listParts, `${id}/${part}`);
    addresses.push(...(entries?.addresses ?? []));
    domains.push(...(entries?.domains ?? []));
  }
  const isTrusted = kind === 'ipset' || kind === 'trustedentityset';
  return {
    name,
    kind: isTrusted ? 'trusted' : 'custom',
    entries: { addresses, domains, hashes: [] },
  };
}
