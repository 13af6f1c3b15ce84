import type { Rule } from '../../../../models/wafv2/types.ts';
import {
  EXACTLY_ONE,
  invalidParameter,
  limitsExceeded,
  NOT_UNIQUE,
  TOO_FEW,
} from '../errors.ts';
import { LIMITS } from '../quotas.ts';
import { checkAction } from './actions.ts';
import { checkLabels } from './labels.ts';
import { isGroup, kindOf } from './statement-kinds.ts';
import { checkStatement, isRateBased, type Where } from './statements.ts';

const CHALLENGE_SECONDS_MIN = 300;

/** Rules of a web ACL or a rule group. Errors: WAFInvalidParameterException, and those of limits. */
export function checkRules(
  rules: readonly Rule[],
  place: Omit<Where, 'depth'>,
): void {
  assertUnique(rules, ({ Priority }) => Priority, 'Priority');
  assertUnique(rules, ({ Name }) => Name, 'Name');
  for (const rule of rules) checkRule(rule, place);
  const rateRules = rules.filter(({ Statement }) => isRateBased(Statement)).length;
  const most =
    place.holder === 'webacl' ? LIMITS.rateRulesPerWebAcl : LIMITS.rateRulesPerRuleGroup;
  if (rateRules > most) throw limitsExceeded('RATE_BASED_RULES');
}

function assertUnique<T>(rules: readonly Rule[], of: (rule: Rule) => T, member: string): void {
  if (new Set(rules.map(of)).size < rules.length) {
    throw invalidParameter(NOT_UNIQUE, 'RULE', member);
  }
}

function checkRule(rule: Rule, place: Omit<Where, 'depth'>): void {
  const { Statement: statement, Action: action, OverrideAction: override } = rule;
  const kind = ruleKind(rule);
  const needed = isGroup(kind) ? override : action;
  const other = isGroup(kind) ? action : override;
  if (needed === undefined || other !== undefined) {
    throw invalidParameter(EXACTLY_ONE, 'RULE', 'Rule');
  }
  checkAction(needed, isGroup(kind) ? 'OVERRIDE_ACTION' : 'RULE_ACTION', place.bodies);
  if (kind === 'RateBasedStatement' && action?.Allow !== undefined) {
    throw invalidParameter(
      "A rate-based rule can't allow requests.",
      'RULE_ACTION',
      'Allow',
    );
  }
  checkLabels(rule.RuleLabels ?? []);
  checkImmunity(rule);
  checkStatement(statement, { ...place, depth: 0 });
}

/** A rule without one statement is named as the rule. */
function ruleKind({ Statement }: Rule) {
  if (Object.values(Statement).filter((value) => value !== undefined).length !== 1) {
    throw invalidParameter(EXACTLY_ONE, 'RULE', 'Rule');
  }
  return kindOf(Statement);
}

/** A challenge is good for five minutes at least. */
export function checkImmunity({ ChallengeConfig: config }: Pick<Rule, 'ChallengeConfig'>): void {
  const seconds = config?.ImmunityTimeProperty?.ImmunityTime;
  if (seconds !== undefined && seconds < CHALLENGE_SECONDS_MIN) {
    throw invalidParameter(TOO_FEW, 'CHALLENGE_CONFIG', `ImmunityTime ${seconds}`);
  }
}
