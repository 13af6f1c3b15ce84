import { everyOf } from '../../listing/every-document.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import { RecencyCache } from '../../core/recency-cache.ts';
import type { Scope } from '../../core/scope.ts';
import { archiveEvent } from './archive-keeping.ts';
import { type Arrived, orderDeliveries } from './deliveries.ts';
import { isReadOnlyCall } from './domain/call-event.ts';
import { compilePattern, type Pattern } from './domain/pattern.ts';
import { RuleIndex } from './domain/rule-index.ts';
import { combined, markOf } from './rule-changes.ts';
import {
  type ArchiveDocument,
  archives,
  type BusIndex,
  busIndexes,
  type RuleDocument,
  rules,
} from './state.ts';

/** What an event on a bus may lead to. */
export type Consequence =
  | { readonly kind: 'rule'; readonly rule: RuleDocument }
  | { readonly kind: 'archive'; readonly name: string };

/** A bus's rules and archives, ready to be matched. */
export interface BusMatcher {
  readonly summary: BusIndex;
  readonly index: RuleIndex<Consequence>;
}

/** Buses whose compiled rules are kept: 2,000 with one rule each, or fewer with more. */
const KEPT_MAX = 64 * 1024 * 1024;
const ENTRY_BYTES = 32 * 1024;
const kept = new RecencyCache<BusMatcher>(KEPT_MAX, (_key, { summary }) => {
  return ENTRY_BYTES * (1 + summary.rules);
});

const EVERYTHING: Pattern = compilePattern('{"source": [{"exists": true}, {"exists": false}]}');

/** Undefined: there is neither rule nor archive on the bus. */
export async function matcherOf(
  unit: Unit,
  scope: Scope,
  bus: string,
): Promise<BusMatcher | undefined> {
  const view = unit.view(scope);
  const summary = await view.get(busIndexes, bus);
  if (summary === undefined || /^0+$/.test(summary.digest)) return undefined;
  const key = `${scope.account}/${scope.region}/${bus}/${summary.digest}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const { entries, digest } = await consequencesOf(view, bus);
  const made = { summary, index: new RuleIndex(entries) };
  // What was read while something changed serves this once, and fails with its unit.
  if (digest === summary.digest) kept.set(key, made);
  return made;
}

async function consequencesOf(view: View, bus: string) {
  const entries: { rule: Consequence; pattern: Pattern }[] = [];
  let digest = '0';
  for (const rule of await everyOf(view, rules, { prefix: `${bus}/` })) {
    if (rule.bus !== bus) continue;
    digest = combined(digest, markOf('rule', rule.name, rule.revision));
    if (rule.pattern === undefined || rule.state === 'DISABLED') continue;
    entries.push({ rule: { kind: 'rule', rule }, pattern: compilePattern(rule.pattern) });
  }
  for (const archive of await everyOf(view, archives, { index: 'bus', prefix: bus })) {
    if (archive.bus !== bus || archive.state === 'DISABLED') continue;
    digest = combined(digest, markOf('archive', archive.name, archive.revision));
    entries.push({ rule: { kind: 'archive', name: archive.name }, pattern: patternOf(archive) });
  }
  return { entries, digest };
}

function patternOf({ pattern }: ArchiveDocument): Pattern {
  return pattern === undefined ? EVERYTHING : compilePattern(pattern);
}

/** An event with its text read. */
export interface ReadEvent {
  readonly arrived: Arrived;
  readonly event: JsonObject;
}

/** Orders what an event leads to: deliveries to the targets of the rules it matches, and its keeping in archives. */
export async function followEvent(
  unit: Unit,
  scope: Scope,
  { index }: BusMatcher,
  { arrived, event }: ReadEvent,
): Promise<void> {
  const isRead = isReadOnlyCall(event);
  const matched: RuleDocument[] = [];
  for (const consequence of index.match(event)) {
    if (consequence.kind === 'archive') {
      if (!isRead) await archiveEvent(unit, scope, consequence.name, { arrived, event });
    } else if (!isRead || wantsReads(consequence.rule)) matched.push(consequence.rule);
  }
  orderDeliveries(unit, scope, arrived, matched);
}

function wantsReads({ state }: RuleDocument): boolean {
  return state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
}
