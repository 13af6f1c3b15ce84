import type { Statement } from '../../../models/wafv2/types.ts';
import { asnMatch } from './asn-match.ts';
import { byteMatch } from './byte-match.ts';
import { geoMatch } from './geo-match.ts';
import { ipSetReference } from './ip-set.ts';
import { labelMatch } from './label-match.ts';
import { and, not, or } from './logic.ts';
import { type Building, type Matcher, NEVER } from './matching.ts';
import { rateBased } from './rate-based.ts';
import { regexMatch, regexPatternSetReference } from './regex-match.ts';
import { sizeConstraint } from './size-constraint.ts';
import { sqliMatch } from './sqli-match.ts';
import { xssMatch } from './xss-match.ts';

export type StatementCompiler = (statement: Statement, building: Building) => Matcher;

/** The statements that refer to groups of rules, which a web ACL alone may hold, at its top. */
export type GroupStatement = 'ManagedRuleGroupStatement' | 'RuleGroupReferenceStatement';

/** Undefined: it is another statement. */
type StatementMaker = (statement: Statement, building: Building) => Matcher | undefined;

/** Every statement by its name in the API, but those that refer to groups. */
export const STATEMENTS: Readonly<
  Record<Exclude<keyof Statement, GroupStatement>, StatementMaker>
> = {
  AndStatement: ({ AndStatement: given }, building) => given && and(given, building, statement),
  AsnMatchStatement: ({ AsnMatchStatement: given }, building) => given && asnMatch(given, building),
  ByteMatchStatement: ({ ByteMatchStatement: given }, building) =>
    given && byteMatch(given, building),
  GeoMatchStatement: ({ GeoMatchStatement: given }, building) => given && geoMatch(given, building),
  IPSetReferenceStatement: ({ IPSetReferenceStatement: given }, building) =>
    given && ipSetReference(given, building),
  LabelMatchStatement: ({ LabelMatchStatement: given }, building) =>
    given && labelMatch(given, building),
  NotStatement: ({ NotStatement: given }, building) => given && not(given, building, statement),
  OrStatement: ({ OrStatement: given }, building) => given && or(given, building, statement),
  RateBasedStatement: ({ RateBasedStatement: given }, building) =>
    given && rateBased(given, building, statement),
  RegexMatchStatement: ({ RegexMatchStatement: given }, building) =>
    given && regexMatch(given, building),
  RegexPatternSetReferenceStatement: ({ RegexPatternSetReferenceStatement: given }, building) =>
    given && regexPatternSetReference(given, building),
  SizeConstraintStatement: ({ SizeConstraintStatement: given }, building) =>
    given && sizeConstraint(given, building),
  SqliMatchStatement: ({ SqliMatchStatement: given }, building) =>
    given && sqliMatch(given, building),
  XssMatchStatement: ({ XssMatchStatement: given }, building) => given && xssMatch(given, building),
};

const MAKERS = Object.values(STATEMENTS);

/** Makes a statement ready. What is no statement that may stand here never matches. */
export function statement(given: Statement, building: Building): Matcher {
  for (const make of MAKERS) {
    const matcher = make(given, building);
    if (matcher !== undefined) return matcher;
  }
  return NEVER;
}
