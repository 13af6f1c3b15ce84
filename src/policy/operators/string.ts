import { compileGlob } from '../matchers.ts';
import { hasVariable, parsePieces, resolvePieces } from '../variables.ts';
import { type Operand, type Operator, withNegation } from './operator.ts';

function equal(text: string, variables: boolean): Operand {
  return compare(text, variables, (value) => value);
}

function equalIgnoringCase(text: string, variables: boolean): Operand {
  return compare(text, variables, (value) => value.toLowerCase());
}

function compare(text: string, variables: boolean, fold: (value: string) => string): Operand {
  const pieces = parsePieces(text, { variables, wildcards: false });
  if (!hasVariable(pieces)) {
    const wanted = fold(pieces.join(''));
    return (value) => fold(value) === wanted;
  }
  return (value, lookup) => {
    const resolved = resolvePieces(pieces, lookup);
    return resolved !== undefined && fold(resolved.join('')) === fold(value);
  };
}

function like(text: string, variables: boolean): Operand {
  const pieces = parsePieces(text, { variables, wildcards: true });
  if (!hasVariable(pieces)) {
    const matches = compileGlob(pieces);
    return (value) => matches(value, 0, value.length);
  }
  return (value, lookup) => {
    const resolved = resolvePieces(pieces, lookup);
    return resolved !== undefined && compileGlob(resolved)(value, 0, value.length);
  };
}

export const STRING_OPERATORS: readonly Operator[] = [
  ...withNegation('StringEquals', 'StringNotEquals', equal),
  ...withNegation('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalIgnoringCase),
  ...withNegation('StringLike', 'StringNotLike', like),
];
