import { ARN_OPERATORS } from './arn.ts';
import { BINARY_OPERATORS } from './binary.ts';
import { BOOLEAN_OPERATORS } from './boolean.ts';
import { DATE_OPERATORS } from './date.ts';
import { IP_OPERATORS } from './ip.ts';
import { NUMERIC_OPERATORS } from './numeric.ts';
import type { Operator } from './operator.ts';
import { STRING_OPERATORS } from './string.ts';

/** Every operator that compares a value, by name. `Null` stands apart: it compares none. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    STRING_OPERATORS,
    NUMERIC_OPERATORS,
    DATE_OPERATORS,
    BOOLEAN_OPERATORS,
    BINARY_OPERATORS,
    IP_OPERATORS,
    ARN_OPERATORS,
  ]
    .flat()
    .map((operator) => [operator.name, operator]),
);
