import type { Path } from './paths.ts';
import type { Placeholders } from './placeholders.ts';
import { ExpressionFault } from './reader.ts';
import type { PathSyntax } from './syntax.ts';

/** Levels of a path, the attribute's own among them. */
const LEVELS = 32;

/** A path with its placeholders' names. Errors: `ExpressionFault`. */
export function resolvePath({ steps }: PathSyntax, placeholders: Placeholders): Path {
  const [attribute, ...rest] = steps.map((step) => {
    if (step.kind === 'index') return Number(step.digits);
    return step.kind === 'name' ? step.name : placeholders.nameOf(step.name);
  });
  if (typeof attribute !== 'string') throw new TypeError('a path begins with a name');
  if (steps.length > LEVELS) {
    throw new ExpressionFault(
      `The document path has too many nesting levels; nesting levels: ${steps.length}`,
    );
  }
  return { attribute, steps: rest };
}

export function operandTypeFault(operator: string, type: string): ExpressionFault {
  return new ExpressionFault(
    'Incorrect operand type for operator or function; ' +
      `operator or function: ${operator}, operand type: ${type}`,
  );
}

export function needsPathFault(operator: string): ExpressionFault {
  return new ExpressionFault(
    `Operator or function requires a document path; operator or function: ${operator}`,
  );
}
