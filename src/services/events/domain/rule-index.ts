import type { JsonObject } from '../../../core/json.ts';
import type { Leaf, Matcher } from './matchers.ts';
import { type Anchor, leavesAt, matchesWay, mayMatch, type Pattern, type Way } from './pattern.ts';

export interface IndexedRule<T> {
  readonly rule: T;
  readonly pattern: Pattern;
}

interface Entry<T> {
  readonly rule: T;
  readonly way: Way;
}

interface Lead<T> {
  readonly path: readonly string[];
  readonly byText: ReadonlyMap<string, readonly Entry<T>[]>;
}

/** Rules that insist on no text, by a field that each asks for: its leaves are read once for all of them. */
interface Hall<T> {
  readonly path: readonly string[];
  readonly entries: (Entry<T> & { readonly matchers: readonly Matcher[] })[];
}

/** Answers of `mayMatch` that are kept. */
const ASKED_MAX = 1_000;

/**
 * Finds the rules an event matches without trying them all: each is kept by one of the texts it insists on, the one that
 * fewest others share. Rules that insist on no text are told apart by one of their fields, and tried where it fits.
 */
export class RuleIndex<T> {
  readonly #leads: readonly Lead<T>[];
  readonly #halls: readonly Hall<T>[];
  /** Those that ask for no field. */
  readonly #rest: readonly Entry<T>[];
  readonly #rules: readonly IndexedRule<T>[];
  readonly #asked = new Map<string, boolean>();

  constructor(rules: readonly IndexedRule<T>[]) {
    this.#rules = rules;
    const entries = rules.flatMap(({ rule, pattern }) =>
      pattern.ways.map((way) => ({ rule, way })),
    );
    const shared = countTexts(entries.map(({ way }) => way));
    const leads = new Map<string, { path: readonly string[]; byText: Map<string, Entry<T>[]> }>();
    const halls = new Map<string, Hall<T>>();
    const rest: Entry<T>[] = [];
    for (const entry of entries) {
      const anchor = rarest(entry.way.anchors, shared);
      if (anchor === undefined) {
        const { gate } = entry.way;
        if (gate === undefined) rest.push(entry);
        else hallOf(halls, gate.path).entries.push({ ...entry, matchers: gate.matchers });
        continue;
      }
      const key = anchor.path.join('.');
      const lead = leads.get(key) ?? { path: anchor.path, byText: new Map() };
      leads.set(key, lead);
      for (const value of new Set(anchor.values)) {
        const held = lead.byText.get(value);
        if (held === undefined) lead.byText.set(value, [entry]);
        else held.push(entry);
      }
    }
    this.#leads = [...leads.values()];
    this.#halls = [...halls.values()];
    this.#rest = rest;
  }

  /** The rules whose patterns the event matches, each once. */
  match(event: JsonObject): ReadonlySet<T> {
    const matched = new Set<T>();
    for (const { path, byText } of this.#leads) {
      for (const leaf of leavesOf(event, path)) {
        if (typeof leaf === 'string') tryAll(byText.get(leaf) ?? [], event, matched);
      }
    }
    for (const { path, entries } of this.#halls) {
      const leaves = leavesOf(event, path);
      if (leaves.length === 0) continue;
      const fitting = entries.filter(({ matchers }) =>
        leaves.some((leaf) => matchers.some(({ test }) => test(leaf))),
      );
      tryAll(fitting, event, matched);
    }
    tryAll(this.#rest, event, matched);
    return matched;
  }

  /** Whether an event with these texts at its top may match a rule at all. */
  mayMatch(known: Readonly<Record<string, string>>): boolean {
    const key = JSON.stringify(known);
    const answered = this.#asked.get(key);
    if (answered !== undefined) return answered;
    const answer = this.#rules.some(({ pattern }) => mayMatch(pattern, known));
    if (this.#asked.size >= ASKED_MAX) this.#asked.clear();
    this.#asked.set(key, answer);
    return answer;
  }
}

function leavesOf(event: JsonObject, path: readonly string[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  leavesAt(event, path, leaves);
  return leaves;
}

function hallOf<T>(halls: Map<string, Hall<T>>, path: readonly string[]): Hall<T> {
  const key = path.join('.');
  const hall = halls.get(key) ?? { path, entries: [] };
  halls.set(key, hall);
  return hall;
}

function tryAll<T>(entries: readonly Entry<T>[], event: JsonObject, matched: Set<T>): void {
  for (const { rule, way } of entries) {
    if (!matched.has(rule) && matchesWay(way, event)) matched.add(rule);
  }
}

function countTexts(ways: readonly Way[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { anchors } of ways) {
    for (const { path, values } of anchors) {
      for (const value of values) {
        const key = textKey(path, value);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

function rarest(
  anchors: readonly Anchor[],
  counts: ReadonlyMap<string, number>,
): Anchor | undefined {
  let best: Anchor | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const anchor of anchors) {
    const { path, values } = anchor;
    const most = Math.max(...values.map((value) => counts.get(textKey(path, value)) ?? 0));
    if (most >= least) continue;
    best = anchor;
    least = most;
  }
  return best;
}

function textKey(path: readonly string[], value: string): string {
  return `${path.join('.')}\0${value}`;
}
