import { ExpressionFault } from './reader.ts';
import { isReserved } from './reserved-words.ts';
import type { CallSyntax, ConditionSyntax, OperandSyntax, PathSyntax } from './syntax.ts';

/** Functions that are a condition, with how many operands they take. */
const CONDITION_FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ['attribute_exists', 1],
  ['attribute_not_exists', 1],
  ['attribute_type', 2],
  ['begins_with', 2],
  ['contains', 2],
]);
/** Functions that give a condition something to compare. */
const OPERAND_FUNCTIONS: ReadonlyMap<string, number> = new Map([['size', 1]]);
const UPDATE_FUNCTIONS: ReadonlyMap<string, number> = new Map([
  ['if_not_exists', 2],
  ['list_append', 2],
]);
const LAST_INDEX = 2_147_483_647;

/**
 * Checks what needs no placeholder, in the order it is written: reserved words, list indexes, and that each function may
 * stand where it stands. Errors: `ExpressionFault`.
 */
export function checkConditionUsage(condition: ConditionSyntax): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      condition.parts.forEach(checkConditionUsage);
      return;
    case 'not':
      checkConditionUsage(condition.part);
      return;
    case 'call':
      checkCallInCondition(condition, CONDITION_FUNCTIONS);
      return;
    case 'compare':
      [condition.left, condition.right].forEach(checkOperand);
      return;
    case 'between':
      [condition.operand, condition.low, condition.high].forEach(checkOperand);
      return;
    case 'in':
      [condition.operand, ...condition.choices].forEach(checkOperand);
  }
}

function checkOperand(operand: OperandSyntax): void {
  if (operand.kind === 'path') checkPathUsage(operand);
  if (operand.kind === 'call') checkCallInCondition(operand, OPERAND_FUNCTIONS);
}

function checkCallInCondition(
  { name, operands }: CallSyntax,
  allowed: ReadonlyMap<string, number>,
): void {
  assertFunction(name);
  if (UPDATE_FUNCTIONS.has(name)) {
    throw new ExpressionFault(
      `The function is not allowed in a condition expression; function: ${name}`,
    );
  }
  if (!allowed.has(name)) {
    throw new ExpressionFault(
      `The function is not allowed to be used this way in an expression; function: ${name}`,
    );
  }
  assertOperandCount(name, operands.length, allowed.get(name));
  operands.forEach(checkOperand);
}

/** As `checkConditionUsage`, for what an update assigns. */
export function checkUpdateUsage(operand: OperandSyntax): void {
  if (operand.kind === 'path') checkPathUsage(operand);
  if (operand.kind !== 'call') return;
  const { name, operands } = operand;
  assertFunction(name);
  if (!UPDATE_FUNCTIONS.has(name)) {
    throw new ExpressionFault(
      `The function is not allowed in an update expression; function: ${name}`,
    );
  }
  assertOperandCount(name, operands.length, UPDATE_FUNCTIONS.get(name));
  operands.forEach(checkUpdateUsage);
}

export function checkPathUsage({ steps }: PathSyntax): void {
  for (const step of steps) {
    if (step.kind === 'name' && isReserved(step.name)) {
      throw new ExpressionFault(
        `Attribute name is a reserved keyword; reserved keyword: ${step.name}`,
      );
    }
    if (step.kind === 'index' && Number(step.digits) > LAST_INDEX) {
      throw new ExpressionFault(
        `List index is not within the allowable range; index: [${step.digits}]`,
      );
    }
  }
}

function assertFunction(name: string): void {
  const isKnown = [CONDITION_FUNCTIONS, OPERAND_FUNCTIONS, UPDATE_FUNCTIONS].some((functions) =>
    functions.has(name),
  );
  if (!isKnown) throw new ExpressionFault(`Invalid function name; function: ${name}`);
}

function assertOperandCount(name: string, count: number, expected: number | undefined): void {
  if (count === expected) return;
  throw new ExpressionFault(
    'Incorrect number of operands for operator or function; ' +
      `operator or function: ${name}, number of operands: ${count}`,
  );
}
