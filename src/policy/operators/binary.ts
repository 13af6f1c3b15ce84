import type { Operator } from './operator.ts';

/** One letter alone beyond groups of four holds no byte. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3})?={0,2}$/;

/** Compares bytes, not their spelling: padding may be missing on either side. */
export const BINARY_OPERATORS: readonly Operator[] = [
  {
    name: 'BinaryEquals',
    negated: false,
    operand: (text) => {
      if (!BASE64.test(text)) return undefined;
      const wanted = Buffer.from(text, 'base64');
      return (value) => BASE64.test(value) && wanted.equals(Buffer.from(value, 'base64'));
    },
  },
];
