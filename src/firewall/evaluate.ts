import type { Instant } from '../core/time.ts';
import type {
  Evaluation,
  InsertedHeader,
  MatchedRule,
  RuleGroupResult,
  RuleMatch,
  TerminatingAction,
  TerminatingRule,
  TokenAnswer,
} from './evaluation.ts';
import type { PuzzleKind } from './tokens/token.ts';
import type { TokenReader } from './tokens/token-reader.ts';
import type { CompiledAction, CompiledGroup, CompiledRule } from './rules.ts';
import type { Matching } from './statements/matching.ts';

/** What ended an evaluation. */
interface Ending {
  readonly rule: TerminatingRule;
  readonly action: CompiledAction;
}

const ANSWER_CODES = { captcha: 405, challenge: 202 } as const;
const BLOCKED = 403;

/** One request on its way through the rules of a web ACL: the first rule that ends it decides. */
export class RuleWalk {
  readonly #matching: Matching;
  readonly #token: TokenReader;
  readonly #now: Instant;
  readonly #nonTerminating: MatchedRule[] = [];
  readonly #groups: RuleGroupResult[] = [];
  readonly #matches: RuleMatch[] = [];
  readonly #inserted = new Map<string, InsertedHeader>();
  #captcha: TokenAnswer | undefined;
  #challenge: TokenAnswer | undefined;

  constructor(matching: Matching, token: TokenReader, now: Instant) {
    this.#matching = matching;
    this.#token = token;
    this.#now = now;
  }

  walk(
    rules: readonly (CompiledRule | CompiledGroup)[],
    defaultAction: CompiledAction,
  ): Evaluation {
    let ending: Ending | undefined;
    for (const rule of rules) {
      ending = rule.kind === 'rule' ? this.#rule(rule) : this.#group(rule);
      if (ending !== undefined) break;
    }
    return this.#evaluation(ending ?? { rule: DEFAULT_RULE, action: defaultAction });
  }

  #rule(rule: CompiledRule): Ending | undefined {
    const matched = this.#match(rule);
    if (matched === undefined) return undefined;
    if (!isTerminating(matched)) {
      this.#nonTerminating.push(matched);
      return undefined;
    }
    const { details } = matched;
    return { rule: { id: rule.name, type: rule.type, details }, action: rule.action };
  }

  #group(group: CompiledGroup): Ending | undefined {
    if (group.scopeDown !== undefined && !this.#applies(group.scopeDown)) return undefined;
    const nonTerminatingMatchingRules: MatchedRule[] = [];
    const excludedRules: { exclusionType: 'EXCLUDED_AS_COUNT'; ruleId: string }[] = [];
    let terminatingRule: MatchedRule | undefined;
    let action: CompiledAction | undefined;
    for (const rule of group.rules) {
      const matched = this.#match(rule, group);
      if (matched === undefined) continue;
      if (isTerminating(matched)) {
        terminatingRule = matched;
        action = rule.action;
        break;
      }
      if (rule.excluded) {
        excludedRules.push({ exclusionType: 'EXCLUDED_AS_COUNT', ruleId: rule.name });
      } else nonTerminatingMatchingRules.push(matched);
    }
    this.#groups.push({
      ruleGroupId: group.groupId,
      referencedBy: group.name,
      nonTerminatingMatchingRules,
      excludedRules,
      ...(terminatingRule === undefined ? {} : { terminatingRule }),
    });
    if (action === undefined) return undefined;
    if (group.counts) {
      this.#nonTerminating.push({ ruleId: group.name, action: 'COUNT', details: [] });
      return undefined;
    }
    return { rule: { id: group.name, type: group.type, details: [] }, action };
  }

  /** A scope-down statement: what it finds is no finding of a rule. */
  #applies(scopeDown: CompiledRule['matches']): boolean {
    const matches = scopeDown(this.#matching) && !this.#matching.notApplied;
    this.#matching.details = [];
    this.#matching.notApplied = false;
    this.#matching.labels.settle();
    return matches;
  }

  /** Undefined: it doesn't match. */
  #match(rule: CompiledRule, group?: CompiledGroup): MatchedRule | undefined {
    const matching = this.#matching;
    const { labels } = matching;
    matching.details = [];
    matching.notApplied = false;
    const matches = rule.matches(matching);
    if (matching.notApplied) {
      labels.discard();
      return undefined;
    }
    if (matches) for (const label of rule.labels) labels.addLater(label);
    labels.settle();
    if (!matches) return undefined;
    for (const header of rule.action.insertHeaders) this.#inserted.set(header.name, header);
    const matched: MatchedRule = {
      ruleId: rule.name,
      action: rule.action.name,
      details: matching.details,
      ...(rule.overridden === undefined ? {} : { overriddenAction: rule.overridden }),
      ...this.#tokenAnswer(rule),
    };
    this.#matches.push({
      rule: rule.name,
      metricName: rule.metricName,
      action: rule.action.name,
      ...(rule.overridden === undefined ? {} : { overriddenAction: rule.overridden }),
      ...(group === undefined
        ? {}
        : {
            group: {
              id: group.groupId,
              sampleName: `${group.sampleName}#${rule.name}`,
              referencedBy: group.name,
            },
          }),
    });
    return matched;
  }

  #tokenAnswer(rule: CompiledRule): Pick<MatchedRule, 'captchaResponse' | 'challengeResponse'> {
    if (rule.action.name === 'CAPTCHA') {
      this.#captcha = this.#judged('captcha', rule.immunitySec.captcha);
      return { captchaResponse: this.#captcha };
    }
    if (rule.action.name === 'CHALLENGE') {
      this.#challenge = this.#judged('challenge', rule.immunitySec.challenge);
      return { challengeResponse: this.#challenge };
    }
    return {};
  }

  #judged(kind: PuzzleKind, immunitySec: number): TokenAnswer {
    const { failure, solvedAtSec } = this.#token.judge(kind, immunitySec, this.#now);
    return {
      responseCode: failure === undefined ? 0 : ANSWER_CODES[kind],
      ...(solvedAtSec === undefined ? {} : { solveTimestamp: solvedAtSec }),
      ...(failure === undefined ? {} : { failureReason: failure }),
    };
  }

  #evaluation({ rule, action }: Ending): Evaluation {
    const { facts, labels, rateRules, clientAsn, forwardedAsn } = this.#matching;
    if (rule === DEFAULT_RULE) {
      for (const header of action.insertHeaders) this.#inserted.set(header.name, header);
    }
    const name: TerminatingAction = action.name === 'COUNT' ? 'ALLOW' : action.name;
    const responseCode = codeOf(name, action);
    return {
      action: name,
      terminatingRule: rule,
      insertHeaders: name === 'ALLOW' ? [...this.#inserted.values()] : [],
      labels: labels.all,
      nonTerminatingMatchingRules: this.#nonTerminating,
      ruleGroups: this.#groups,
      rateRules,
      matches: this.#matches,
      oversizeFields: [...facts.oversize],
      ...(action.answer === undefined ? {} : { customResponse: action.answer }),
      ...(responseCode === undefined ? {} : { responseCode }),
      ...(facts.bodyInspected ? { bodyBytesInspected: facts.request.body.length } : {}),
      ...(this.#captcha === undefined ? {} : { captchaResponse: this.#captcha }),
      ...(this.#challenge === undefined ? {} : { challengeResponse: this.#challenge }),
      ...(clientAsn === undefined ? {} : { clientAsn }),
      ...(forwardedAsn === undefined ? {} : { forwardedAsn }),
    };
  }
}

const DEFAULT_RULE: TerminatingRule = { id: 'Default_Action', type: 'REGULAR', details: [] };

/** Captcha and challenge let a request with a valid token go on. */
function isTerminating({ action, captchaResponse, challengeResponse }: MatchedRule): boolean {
  if (action === 'COUNT') return false;
  return (captchaResponse ?? challengeResponse)?.responseCode !== 0;
}

function codeOf(name: TerminatingAction, { answer }: CompiledAction): number | undefined {
  if (name === 'ALLOW') return undefined;
  if (name === 'BLOCK') return answer?.status ?? BLOCKED;
  return name === 'CAPTCHA' ? ANSWER_CODES.captcha : ANSWER_CODES.challenge;
}
