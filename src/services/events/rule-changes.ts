import { createHash } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { compilePattern, mayMatch, type Pattern } from './domain/pattern.ts';
import { API_CALL, SERVICE_EVENT } from './domain/call-event.ts';
import { limitExceeded } from './errors.ts';
import { cancelSchedule, orderSchedule } from './rule-schedule.ts';
import { type BusIndex, busIndexes, type RuleDocument, ruleId, rules } from './state.ts';

const RULES_MAX = 300;
const RULES_MAX_IN: ReadonlyMap<string, number> = new Map([
  ['af-south-1', 100],
  ['eu-south-1', 100],
]);
const WILDCARD_RULES_MAX = 30;

const NO_RULES: BusIndex = {
  digest: '0'.repeat(32),
  rules: 0,
  wildcardRules: 0,
  callRules: 0,
  readRules: 0,
};

/** What a rule or an archive adds to its bus's index. */
interface Share {
  readonly mark: string;
  readonly rules: number;
  readonly wildcardRules: number;
  readonly callRules: number;
  readonly readRules: number;
}

/** What is marked is the revision, so nothing that matters changes without the digest. */
export function markOf(kind: 'rule' | 'archive', name: string, revision: string): string {
  const hash = createHash('sha256').update(JSON.stringify([kind, name, revision]));
  return hash.digest('hex').slice(0, 32);
}

/** The digest of marks in any order. */
export function combined(left: string, right: string): string {
  const mixed = BigInt(`0x${left}`) ^ BigInt(`0x${right}`);
  return mixed.toString(16).padStart(32, '0');
}

/** Keeps a new or changed rule. Errors: LimitExceededException. */
export async function changeRule(
  context: Context,
  view: View,
  before: RuleDocument | undefined,
  after: Omit<RuleDocument, 'revision'>,
): Promise<void> {
  const rule: RuleDocument = { ...after, revision: context.call.eventId };
  view.put(rules, ruleId(rule.bus, rule.name), rule);
  const shares = [shareOf(before, -1), shareOf(rule, 1)];
  const index = await addToIndex(view, rule.bus, shares);
  const { region } = context.call.scope;
  const isMore = before === undefined;
  if (isMore && index.rules > (RULES_MAX_IN.get(region) ?? RULES_MAX)) throw limitExceeded();
  if (index.wildcardRules > WILDCARD_RULES_MAX && shares[1]?.wildcardRules === 1) {
    throw limitExceeded();
  }
  if (before?.schedule !== rule.schedule || before?.state !== rule.state) {
    orderSchedule(context, rule);
  }
}

export async function dropRule(context: Context, view: View, rule: RuleDocument): Promise<void> {
  view.delete(rules, ruleId(rule.bus, rule.name));
  await addToIndex(view, rule.bus, [shareOf(rule, -1)]);
  cancelSchedule(context.unit, rule);
}

function shareOf(rule: RuleDocument | undefined, sign: 1 | -1): Share | undefined {
  if (rule === undefined) return undefined;
  const { name, revision, pattern: text, state } = rule;
  const pattern = text === undefined ? undefined : compilePattern(text);
  const wantsCalls = pattern !== undefined && state !== 'DISABLED' && mayMatchCalls(pattern);
  const wantsReads = wantsCalls && state === 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS';
  return {
    mark: markOf('rule', name, revision),
    rules: sign,
    wildcardRules: pattern?.hasWildcards === true ? sign : 0,
    callRules: wantsCalls ? sign : 0,
    readRules: wantsReads ? sign : 0,
  };
}

/** An archive's share; it counts for no limit of rules. */
export function archiveShare(
  { name, revision, pattern: text }: { name: string; revision: string; pattern?: string },
  sign: 1 | -1,
): Share {
  const wantsCalls = text === undefined || mayMatchCalls(compilePattern(text));
  return {
    mark: markOf('archive', name, revision),
    rules: 0,
    wildcardRules: 0,
    callRules: wantsCalls ? sign : 0,
    readRules: 0,
  };
}

/** Audit records come to the default bus alone, but rules are counted alike everywhere. */
function mayMatchCalls(pattern: Pattern): boolean {
  return [API_CALL, SERVICE_EVENT].some((type) => mayMatch(pattern, { 'detail-type': type }));
}

export async function addToIndex(
  view: View,
  bus: string,
  shares: readonly (Share | undefined)[],
): Promise<BusIndex> {
  let index = (await view.get(busIndexes, bus)) ?? NO_RULES;
  for (const share of shares) {
    if (share === undefined) continue;
    index = {
      digest: combined(index.digest, share.mark),
      rules: index.rules + share.rules,
      wildcardRules: index.wildcardRules + share.wildcardRules,
      callRules: index.callRules + share.callRules,
      readRules: index.readRules + share.readRules,
    };
  }
  view.put(busIndexes, bus, index);
  return index;
}
