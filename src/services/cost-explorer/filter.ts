import type {
  CostCategoryValues,
  DimensionValues,
  Expression,
  MatchOption,
  TagValues,
} from '../../../models/cost-explorer/types.ts';
import type { Charge } from './charges.ts';
import { dimension } from './dimensions.ts';
import { unbuilt, validation } from './errors.ts';

export type Wanted = (charge: Charge) => boolean;

/** Deeper expressions are refused, whatever the wire lets through. */
const DEPTH_MAX = 20;

/** Makes a test of a filter expression. Errors: ValidationException, NotImplementedException. */
export function filterOf(operation: string, expression: Expression | undefined, depth = 0): Wanted {
  if (expression === undefined) return () => true;
  if (depth > DEPTH_MAX) throw validation('The filter expression is nested too deeply.');
  const { And, Or, Not, Dimensions, Tags, CostCategories } = expression;
  const given = [And, Or, Not, Dimensions, Tags, CostCategories].filter(isGiven);
  if (given.length !== 1) {
    throw validation(
      'A filter expression has exactly one of And, Or, Not, Dimensions, Tags, CostCategories.',
    );
  }
  const inner = (one: Expression): Wanted => filterOf(operation, one, depth + 1);
  if (And !== undefined) {
    const all = operands(And).map(inner);
    return (charge) => all.every((wanted) => wanted(charge));
  }
  if (Or !== undefined) {
    const any = operands(Or).map(inner);
    return (charge) => any.some((wanted) => wanted(charge));
  }
  if (Not !== undefined) {
    const unwanted = inner(Not);
    return (charge) => !unwanted(charge);
  }
  if (Dimensions !== undefined) {
    const read = dimension(operation, Dimensions.Key);
    return matching(operation, Dimensions, read);
  }
  // No tag is activated for cost allocation, and there are no cost categories: charges have neither.
  return matching(operation, Tags ?? CostCategories ?? {}, () => undefined);
}

function operands(expressions: readonly Expression[]): readonly Expression[] {
  if (expressions.length < 2) throw validation('And and Or need at least two expressions.');
  return expressions;
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

/** Cases count unless told otherwise, as Cost Explorer's defaults have it. */
function matching(
  operation: string,
  { Values = [], MatchOptions = [] }: DimensionValues | TagValues | CostCategoryValues,
  read: (charge: Charge) => string | undefined,
): Wanted {
  if (MatchOptions.includes('ABSENT')) return (charge) => read(charge) === undefined;
  const test = comparison(operation, MatchOptions);
  const fold = (text: string): string =>
    MatchOptions.includes('CASE_INSENSITIVE') ? text.toLowerCase() : text;
  const values = Values.map(fold);
  return (charge) => {
    const found = read(charge);
    return found !== undefined && values.some((value) => test(fold(found), value));
  };
}

function comparison(
  operation: string,
  options: readonly MatchOption[],
): (found: string, value: string) => boolean {
  if (options.includes('GREATER_THAN_OR_EQUAL')) {
    throw unbuilt(operation, 'the match option GREATER_THAN_OR_EQUAL');
  }
  if (options.includes('STARTS_WITH')) return (found, value) => found.startsWith(value);
  if (options.includes('ENDS_WITH')) return (found, value) => found.endsWith(value);
  if (options.includes('CONTAINS')) return (found, value) => found.includes(value);
  return (found, value) => found === value;
}
