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

/** Entries of compiled lists that are kept; all are let go for those of one administrator that come on top. */
const ENTRIES_KEPT_MAX = 2_000_000;

interface Kept {
  /** Names and revisions of the lists that are in force. */
  readonly revision: string;
  readonly compiled: ThreatLists;
  readonly entries: number;
}

/** The lists in force for an account, compiled once until one of them changes. */
export class ThreatSource {
  /** By administrator and Region. */
  readonly #kept = new Map<string, Kept>();
  #entries = 0;

  async listsFor(unit: Unit, scope: Scope): Promise<ThreatLists> {
    const place = await settingsScope(unit, scope);
    const active = (await everyOf(unit.view(place), lists)).filter(({ isActive }) => isActive);
    if (active.length === 0) return NONE;
    const key = `${place.account}/${place.region}`;
    const revision = active.map((list) => `${list.name}:${list.revision}`).join('/');
    const known = this.#kept.get(key);
    if (known?.revision === revision) return known.compiled;
    const read: ActiveList[] = [];
    for (const list of active) read.push(await readList(unit, place, list));
    const entries = read.reduce((sum, list) => sum + sizeOf(list), 0);
    const compiled = threatLists(read);
    this.#keep(key, { revision, compiled, entries });
    return compiled;
  }

  #keep(key: string, kept: Kept): void {
    this.#entries -= this.#kept.get(key)?.entries ?? 0;
    this.#kept.delete(key);
    if (this.#entries + kept.entries > ENTRIES_KEPT_MAX) {
      this.#kept.clear();
      this.#entries = 0;
    }
    this.#kept.set(key, kept);
    this.#entries += kept.entries;
  }
}

const NONE = threatLists([]);

function sizeOf({ entries: { addresses, domains } }: ActiveList): number {
  return addresses.length + domains.length;
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
