import { invalid } from '../invalid.ts';
import { parseCondition } from './condition-parser.ts';
import { resolveCondition } from './condition-resolution.ts';
import type { Condition } from './conditions.ts';
import { clashOf } from './paths.ts';
import type { Placeholders } from './placeholders.ts';
import type { Projection } from './projections.ts';
import { ExpressionFault } from './reader.ts';
import { resolvePath } from './resolution.ts';
import { parseProjection, parseUpdate } from './update-parser.ts';
import { resolveUpdate } from './update-resolution.ts';
import type { Update } from './updates.ts';
import { checkConditionUsage, checkPathUsage } from './usage.ts';

/** From an expression's text to what can be evaluated. Errors: `ValidationException` with AWS's texts. */
export function compileCondition(
  parameter: 'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression',
  text: string,
  placeholders: Placeholders,
): Condition {
  return named(parameter, () => {
    const syntax = parseCondition(text);
    checkConditionUsage(syntax);
    return resolveCondition(syntax, placeholders);
  });
}

export function compileUpdate(text: string, placeholders: Placeholders): Update {
  return named('UpdateExpression', () => resolveUpdate(parseUpdate(text), placeholders));
}

export function compileProjection(text: string, placeholders: Placeholders): Projection {
  return named('ProjectionExpression', () => {
    const syntax = parseProjection(text);
    syntax.forEach(checkPathUsage);
    const paths = syntax.map((path) => resolvePath(path, placeholders));
    const clash = clashOf(paths);
    if (clash !== undefined) throw new ExpressionFault(clash);
    return paths;
  });
}

function named<T>(parameter: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    throw invalid(`Invalid ${parameter}: ${error.message}`);
  }
}
