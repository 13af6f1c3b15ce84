import { createHash } from 'node:crypto';
import { SECOND_MS, type Instant } from '../core/time.ts';
import type { RateCounters, RateRuleKey } from './rate-counters.ts';

const SLICE_SEC = 10;
/** Keys of one rule that are counted at a time; a flood of new keys pushes out those that aren't limited. */
const KEYS_MAX = 65_536;
/** Rules that are counted at a time. */
const RULES_MAX = 4_096;
/** Keys of all rules together, of at most about 500 bytes each: 100 MB. Then the rule with the most of them makes room. */
const ALL_KEYS_MAX = 200_000;
const LIMITED_KEYS_MAX = 10_000;
const KEY_LENGTH_MAX = 256;
/** Keys that are dropped together where there are too many: looking for each by itself would cost more. */
const ROOM = 256;
/** Old keys that are looked at for those that aren't limited. */
const EVICTION_STEPS_MAX = 1_024;

/** The requests of one key, by slices of ten seconds. */
interface Counted {
  /** The slice that came last, counted from 1970. */
  slice: number;
  /** By the slice's number modulo the window. */
  readonly counts: Uint32Array;
  total: number;
}

interface CountedRule {
  readonly limit: number;
  readonly keys: Map<string, Counted>;
}

/** Counts over a sliding window, exact to ten seconds. Bounded in rules and keys. */
export class SlidingCounters implements RateCounters {
  readonly #rules = new Map<string, CountedRule>();
  #size = 0;

  hit(rule: RateRuleKey, key: string, now: Instant): boolean {
    const counting = this.#ruleOf(rule);
    const { keys } = counting;
    const name = key.length > KEY_LENGTH_MAX ? digest(key) : key;
    const slice = Math.floor(now / SECOND_MS / SLICE_SEC);
    let counted = keys.get(name);
    if (counted === undefined) {
      if (keys.size >= KEYS_MAX) this.#makeRoom(counting, slice);
      if (this.#size >= ALL_KEYS_MAX) this.#shrinkLargest(slice);
      counted = { slice, counts: new Uint32Array(rule.windowSec / SLICE_SEC), total: 0 };
      keys.set(name, counted);
      this.#size += 1;
    }
    advance(counted, slice);
    const place = slice % counted.counts.length;
    counted.counts[place] = (counted.counts[place] ?? 0) + 1;
    counted.total += 1;
    return counted.total > rule.limit;
  }

  /** The keys that are over the limit now, the highest rates first; at most 10,000. The rule by the id it counts under. */
  limitedKeys(ruleId: string, now: Instant): readonly string[] {
    const rule = this.#rules.get(ruleId);
    if (rule === undefined) return [];
    const slice = Math.floor(now / SECOND_MS / SLICE_SEC);
    const limited: { readonly key: string; readonly total: number }[] = [];
    for (const [key, counted] of rule.keys) {
      advance(counted, slice);
      if (counted.total > rule.limit) limited.push({ key, total: counted.total });
    }
    return limited
      .sort((left, right) => right.total - left.total)
      .slice(0, LIMITED_KEYS_MAX)
      .map(({ key }) => key);
  }

  /** Keys that are counted now, of all rules together. */
  get size(): number {
    return this.#size;
  }

  /** Ids of the rules that have counted, those that begin so. */
  ruleIds(prefix: string): readonly string[] {
    return [...this.#rules.keys()].filter((id) => id.startsWith(prefix));
  }

  #ruleOf({ id, limit }: RateRuleKey): CountedRule {
    const known = this.#rules.get(id);
    if (known !== undefined) return known;
    if (this.#rules.size >= RULES_MAX) {
      const [oldest] = this.#rules;
      if (oldest !== undefined) {
        this.#size -= oldest[1].keys.size;
        this.#rules.delete(oldest[0]);
      }
    }
    const made = { limit, keys: new Map<string, Counted>() };
    this.#rules.set(id, made);
    return made;
  }

  #makeRoom(rule: CountedRule, slice: number): void {
    const before = rule.keys.size;
    makeRoom(rule, slice);
    this.#size -= before - rule.keys.size;
  }

  #shrinkLargest(slice: number): void {
    let [largest] = this.#rules.values();
    for (const rule of this.#rules.values()) {
      if (rule.keys.size > (largest?.keys.size ?? 0)) largest = rule;
    }
    if (largest !== undefined) this.#makeRoom(largest, slice);
  }
}

/** Forgets the slices that have left the window. */
function advance(counted: Counted, slice: number): void {
  const { counts } = counted;
  const passed = Math.min(slice - counted.slice, counts.length);
  for (let step = 1; step <= passed; step += 1) {
    const place = (counted.slice + step) % counts.length;
    counted.total -= counts[place] ?? 0;
    counts[place] = 0;
  }
  if (slice > counted.slice) {
    if (passed === counts.length) {
      counts.fill(0);
      counted.total = 0;
    }
    counted.slice = slice;
  }
}

/** Drops the oldest keys that aren't limited; where most are, the oldest of all. */
function makeRoom({ keys, limit }: CountedRule, slice: number): void {
  let steps = 0;
  let dropped = 0;
  for (const [key, counted] of keys) {
    advance(counted, slice);
    keys.delete(key);
    steps += 1;
    if (counted.total > limit && steps < EVICTION_STEPS_MAX) keys.set(key, counted);
    else dropped += 1;
    if (dropped === ROOM) return;
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('base64url');
}
