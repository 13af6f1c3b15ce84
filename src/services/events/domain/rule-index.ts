import type { JsonObject } from '../../../core/json.ts';
import { type Anchor, matchesWay, mayMatch, type Pattern, textsAt, type Way } from './pattern.ts';

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

/** Answers of `mayMatch` that are kept. */
const ASKED_MAX = 1_000;

/**
 * Finds the rules an event matches without trying them all: each is kept by one of the texts it insists on, the one that
 * fewest others share. Only rules that insist on no text are tried with every event.
 */
export class RuleIndex<T> {
  readonly #leads: readonly Lead<T>[];
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
    const rest: Entry<T>[] = [];
    for (const entry of entries) {
      const anchor = rarest(entry.way.anchors, shared);
      if (anchor === undefined) {
        rest.push(entry);
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
    this.#rest = rest;
  }

  /** The rules whose patterns the event matches, each once. */
  match(event: JsonObject): ReadonlySet<T> {
    const matched = new Set<T>();
    for (const { path, byText } of this.#leads) {
      const texts: string[] = [];
      textsAt(event, path, texts);
      for (const text of texts) tryAll(byText.get(text) ?? [], event, matched);
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
