import { compileArnPattern } from '../arn-match.ts';
import { type Operand, type Operator, withNegation } from './operator.ts';

/** `ArnEquals` and `ArnLike` are the same: both take wildcards within segments. */
function arn(text: string, variables: boolean): Operand {
  return compileArnPattern(text, { variables, incomplete: 'never' });
}

export const ARN_OPERATORS: readonly Operator[] = [
  ...withNegation('ArnEquals', 'ArnNotEquals', arn),
  ...withNegation('ArnLike', 'ArnNotLike', arn),
];
