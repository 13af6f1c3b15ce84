import type { Operand, Operator } from './operators/operator.ts';
import { NULL_OPERATOR, parseNullOperand } from './operators/null.ts';
import { OPERATORS } from './operators/operators.ts';
import type { CompiledCondition } from './statement.ts';
import { PolicySyntaxError, SYNTAX_ERRORS } from './syntax-error.ts';
import type { ConditionLookup } from './types.ts';

type Quantifier = 'ForAllValues' | 'ForAnyValue' | 'single';

interface Comparison {
  readonly operator: Operator;
  readonly quantifier: Quantifier;
  readonly ifExists: boolean;
  readonly operands: readonly Operand[];
}

interface OperatorName {
  readonly quantifier: Quantifier;
  readonly name: string;
  readonly ifExists: boolean;
}

/** Reads `ForAnyValue:StringLikeIfExists`. Undefined when there is no such operator. */
export function parseOperatorName(text: string): OperatorName | undefined {
  const colon = text.indexOf(':');
  const prefix = colon === -1 ? 'single' : text.slice(0, colon);
  if (prefix !== 'single' && prefix !== 'ForAllValues' && prefix !== 'ForAnyValue') {
    return undefined;
  }
  if (colon !== -1 && prefix === 'single') return undefined;
  const rest = text.slice(colon + 1);
  const ifExists = rest.endsWith('IfExists');
  const name = ifExists ? rest.slice(0, -'IfExists'.length) : rest;
  if (name === NULL_OPERATOR) {
    return ifExists ? undefined : { quantifier: prefix, name, ifExists };
  }
  return OPERATORS.has(name) ? { quantifier: prefix, name, ifExists } : undefined;
}

/**
 * One key under one operator. Throws PolicySyntaxError for an unknown operator or a value that is
 * not of its type: a Deny that could never match must not be stored as if it protected something.
 */
export function compileCondition(
  operatorText: string,
  keyText: string,
  values: readonly string[],
  variables: boolean,
): CompiledCondition {
  const parsed = parseOperatorName(operatorText);
  if (parsed === undefined) throw new PolicySyntaxError(SYNTAX_ERRORS);
  const key = keyText.toLowerCase();
  const label = `${operatorText} ${keyText}`;
  if (parsed.name === NULL_OPERATOR) return { label, test: compileNull(key, values) };
  const operator = OPERATORS.get(parsed.name);
  if (operator === undefined) throw new PolicySyntaxError(SYNTAX_ERRORS);
  const operands = values.map((value) => {
    const operand = operator.operand(value, variables);
    if (operand === undefined) throw new PolicySyntaxError('The policy failed legacy parsing');
    return operand;
  });
  const comparison: Comparison = { ...parsed, operator, operands };
  return { label, test: (lookup) => compare(comparison, lookup(key), lookup) };
}

function compileNull(key: string, values: readonly string[]): CompiledCondition['test'] {
  const wanted = values.map((value) => {
    const absent = parseNullOperand(value);
    if (absent === undefined) throw new PolicySyntaxError('The policy failed legacy parsing');
    return absent;
  });
  return (lookup) => {
    const present = lookup(key);
    return wanted.includes(present === undefined || present.length === 0);
  };
}

function compare(
  comparison: Comparison,
  values: readonly string[] | undefined,
  lookup: ConditionLookup,
): boolean {
  const { operator, operands, quantifier, ifExists } = comparison;
  if (values === undefined || values.length === 0) {
    if (quantifier === 'ForAllValues') return true;
    if (quantifier === 'ForAnyValue') return ifExists;
    return operator.negated || ifExists;
  }
  // A negated operator without a quantifier means: no value of the request matches any of ours.
  const all = quantifier === 'ForAllValues' || (quantifier === 'single' && operator.negated);
  // Documented: true also "if the context key value resolves to a null dataset, such as an empty string".
  if (quantifier === 'ForAllValues' && values.every((value) => value === '')) return true;
  for (const value of values) {
    const satisfied = matchesAny(operands, value, lookup) !== operator.negated;
    if (satisfied !== all) return satisfied;
  }
  return all;
}

function matchesAny(operands: readonly Operand[], value: string, lookup: ConditionLookup): boolean {
  for (const operand of operands) {
    if (operand(value, lookup)) return true;
  }
  return false;
}
