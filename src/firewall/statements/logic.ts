import type { AndStatement, NotStatement, OrStatement } from '../../../models/wafv2/types.ts';
import type { Building, Matcher } from './matching.ts';
import type { StatementCompiler } from './table.ts';

/** And: all of them; those behind the first that doesn't match are not looked at. */
export function and(
  { Statements }: AndStatement,
  building: Building,
  compile: StatementCompiler,
): Matcher {
  const matchers = Statements.map((statement) => compile(statement, building));
  return (matching) => matchers.every((matches) => matches(matching));
}

/** Or: one of them; those behind the first that matches are not looked at. */
export function or(
  { Statements }: OrStatement,
  building: Building,
  compile: StatementCompiler,
): Matcher {
  const matchers = Statements.map((statement) => compile(statement, building));
  return (matching) => matchers.some((matches) => matches(matching));
}

/** Not: a part that the request doesn't have doesn't match, so this does. What was found inside is no finding of the rule. */
export function not(
  { Statement }: NotStatement,
  building: Building,
  compile: StatementCompiler,
): Matcher {
  const matches = compile(Statement, building);
  return (matching) => {
    const { details } = matching;
    matching.details = [];
    const result = !matches(matching);
    matching.details = details;
    return result;
  };
}
