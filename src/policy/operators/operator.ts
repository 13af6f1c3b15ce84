import type { ConditionLookup } from '../types.ts';

/** One value of a condition, compiled: whether the request's value matches it. */
export type Operand = (value: string, lookup: ConditionLookup) => boolean;

/** A row of the operator table. */
export interface Operator {
  readonly name: string;
  /** Negated operators match when no value matches, and when the key is absent. */
  readonly negated: boolean;
  /**
   * Compiles a value as the policy writes it. Undefined: the value is not of the operator's type.
   * `variables`: the policy's version has them. Operators that take none ignore it.
   */
  readonly operand: (text: string, variables: boolean) => Operand | undefined;
}

/** The operator and its negation. */
export function withNegation(
  name: string,
  negation: string,
  operand: Operator['operand'],
): readonly Operator[] {
  return [
    { name, negated: false, operand },
    { name: negation, negated: true, operand },
  ];
}
