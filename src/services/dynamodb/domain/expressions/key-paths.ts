import { invalid } from '../invalid.ts';
import type { Condition, Operand } from './conditions.ts';
import type { Path } from './paths.ts';

/** Every path that a condition looks at. */
export function conditionPaths(condition: Condition): readonly Path[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(conditionPaths);
    case 'not':
      return conditionPaths(condition.part);
    case 'exists':
    case 'missing':
    case 'type':
      return [condition.path];
    case 'compare':
      return [condition.left, condition.right].flatMap(operandPaths);
    case 'between':
      return [condition.operand, condition.low, condition.high].flatMap(operandPaths);
    case 'in':
      return [condition.operand, ...condition.choices].flatMap(operandPaths);
    case 'begins':
      return [condition.operand, condition.prefix].flatMap(operandPaths);
    case 'contains':
      return [condition.operand, condition.part].flatMap(operandPaths);
  }
}

function operandPaths(operand: Operand): readonly Path[] {
  if (operand.kind === 'path') return [operand.path];
  return operand.kind === 'size' ? operandPaths(operand.of) : [];
}

/**
 * Keys are scalars: no path leads into one. `indexKeys`: the names of secondary indexes' keys. Errors:
 * `ValidationException` with AWS's text.
 */
export function assertScalarKeys(
  paths: readonly Path[],
  tableKey: readonly string[],
  indexKeys: readonly string[],
): void {
  for (const { attribute, steps } of paths) {
    if (steps.length === 0) continue;
    const isKey = tableKey.includes(attribute);
    if (!isKey && !indexKeys.includes(attribute)) continue;
    throw invalid(
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not " +
        `allowed: ${isKey ? 'Key' : 'IndexKey'}: ${attribute}`,
    );
  }
}
