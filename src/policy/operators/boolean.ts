import type { Operator } from './operator.ts';

export const BOOLEAN_OPERATORS: readonly Operator[] = [
  {
    name: 'Bool',
    negated: false,
    operand: (text) => {
      const wanted = text.toLowerCase();
      if (wanted !== 'true' && wanted !== 'false') return undefined;
      return (value) => value.toLowerCase() === wanted;
    },
  },
];
