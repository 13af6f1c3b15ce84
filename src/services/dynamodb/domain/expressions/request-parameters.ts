import { invalid, invalidParameter } from '../invalid.ts';
import type { Projection } from './projections.ts';

type Parameters = readonly (readonly [name: string, value: unknown])[];

/**
 * Expressions and the parameters that were there before them never go together, and placeholders need an expression.
 * Errors: `ValidationException` with AWS's texts.
 */
export function assertOneForm(
  supplied: {
    readonly ExpressionAttributeNames?: unknown;
    readonly ExpressionAttributeValues?: unknown;
  },
  expressions: Parameters,
  legacy: Parameters,
): void {
  const given = namesOf(expressions);
  const givenLegacy = namesOf(legacy);
  if (given.length > 0 && givenLegacy.length > 0) {
    throw invalid(
      'Can not use both expression and non-expression parameters in the same request: ' +
        `Non-expression parameters: {${givenLegacy.join(', ')}} ` +
        `Expression parameters: {${given.join(', ')}}`,
    );
  }
  if (supplied.ExpressionAttributeNames !== undefined && given.length === 0) {
    throw invalid('ExpressionAttributeNames can only be specified when using expressions');
  }
  if (supplied.ExpressionAttributeValues === undefined) return;
  const withValues = expressions.map(([name]) => name).filter(takesValues);
  if (given.some(takesValues)) return;
  throw invalid(
    'ExpressionAttributeValues can only be specified when using expressions: ' +
      `${withValues.join(' and ')} ${withValues.length > 1 ? 'are' : 'is'} null`,
  );
}

function namesOf(parameters: Parameters): readonly string[] {
  return parameters.flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

function takesValues(expression: string): boolean {
  return expression !== 'ProjectionExpression';
}

/** `AttributesToGet` as a projection. Errors: `ValidationException` for a name that stands twice. */
export function legacyProjection(names: readonly string[]): Projection {
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw invalidParameter(`Duplicate value in attribute name: ${twice}`);
  }
  return names.map((attribute) => ({ attribute, steps: [] }));
}
