import { type Operand, type Operator, withNegation } from './operator.ts';

const NUMBER = /^[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,3})?$/;

function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

function comparison(holds: (value: number, wanted: number) => boolean): Operator['operand'] {
  return (text): Operand | undefined => {
    const wanted = parseNumber(text);
    if (wanted === undefined) return undefined;
    return (value) => {
      const number = parseNumber(value);
      return number !== undefined && holds(number, wanted);
    };
  };
}

function ordering(name: string, holds: (value: number, wanted: number) => boolean): Operator {
  return { name, negated: false, operand: comparison(holds) };
}

export const NUMERIC_OPERATORS: readonly Operator[] = [
  ...withNegation(
    'NumericEquals',
    'NumericNotEquals',
    comparison((a, b) => a === b),
  ),
  ordering('NumericLessThan', (a, b) => a < b),
  ordering('NumericLessThanEquals', (a, b) => a <= b),
  ordering('NumericGreaterThan', (a, b) => a > b),
  ordering('NumericGreaterThanEquals', (a, b) => a >= b),
];
