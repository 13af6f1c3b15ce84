import { compareValues } from '../equality.ts';
import { typeOf, type Value, VALUE_TYPES, type ValueType } from '../values.ts';
import type { Condition, Operand } from './conditions.ts';
import { type Path, pathText, samePath } from './paths.ts';
import type { Placeholders } from './placeholders.ts';
import { ExpressionFault } from './reader.ts';
import { needsPathFault, operandTypeFault, resolvePath } from './resolution.ts';
import type { CallSyntax, ConditionSyntax, OperandSyntax } from './syntax.ts';

const IN_OPERANDS = 100;
const ORDERED: readonly ValueType[] = ['S', 'N', 'B'];
const SIZED: readonly ValueType[] = ['S', 'B', 'SS', 'NS', 'BS', 'L', 'M'];
/** As AWS lists what `attribute_type` may name. */
const TYPE_NAMES = '{B,NULL,SS,BOOL,L,BS,N,NS,S,M}';
/** As AWS calls an operand whose type only the item knows. */
const ANY_TYPE = '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}';

/** A condition with its names and values, whose operands go together. Errors: `ExpressionFault`. */
export function resolveCondition(syntax: ConditionSyntax, placeholders: Placeholders): Condition {
  const resolve = (operand: OperandSyntax) => resolveOperand(operand, placeholders);
  switch (syntax.kind) {
    case 'and':
    case 'or':
      return {
        kind: syntax.kind,
        parts: syntax.parts.map((part) => resolveCondition(part, placeholders)),
      };
    case 'not':
      return { kind: 'not', part: resolveCondition(syntax.part, placeholders) };
    case 'compare': {
      const { comparator } = syntax;
      const [left, right] = [resolve(syntax.left), resolve(syntax.right)];
      assertDistinct(comparator, left, [right]);
      if (comparator !== '=' && comparator !== '<>') {
        assertTypes(comparator, [left, right], ORDERED);
      }
      return { kind: 'compare', comparator, left, right };
    }
    case 'between': {
      const operand = resolve(syntax.operand);
      const [low, high] = [resolve(syntax.low), resolve(syntax.high)];
      assertDistinct('BETWEEN', operand, [low, high]);
      assertTypes('BETWEEN', [operand, low, high], ORDERED);
      assertBounds(low, high);
      return { kind: 'between', operand, low, high };
    }
    case 'in': {
      const operand = resolve(syntax.operand);
      const choices = syntax.choices.map(resolve);
      if (choices.length > IN_OPERANDS) {
        throw new ExpressionFault(
          'The IN operator is provided with too many operands; ' +
            `number of operands: ${choices.length}`,
        );
      }
      assertDistinct('IN', operand, choices);
      return { kind: 'in', operand, choices };
    }
    case 'call':
      return resolveCall(syntax, placeholders);
  }
}

function resolveOperand(syntax: OperandSyntax, placeholders: Placeholders): Operand {
  switch (syntax.kind) {
    case 'value':
      return { kind: 'value', value: placeholders.valueOf(syntax.name) };
    case 'path':
      return { kind: 'path', path: resolvePath(syntax, placeholders) };
    case 'call': {
      const [first] = syntax.operands;
      if (first === undefined) throw new TypeError('size has an operand');
      const of = resolveOperand(first, placeholders);
      assertTypes('size', [of], SIZED);
      return { kind: 'size', of };
    }
  }
}

function resolveCall({ name, operands }: CallSyntax, placeholders: Placeholders): Condition {
  const [first, second] = operands.map((operand) => resolveOperand(operand, placeholders));
  if (first === undefined) throw new TypeError('every function has an operand');
  if (name === 'attribute_exists') return { kind: 'exists', path: pathOf(name, first) };
  if (name === 'attribute_not_exists') return { kind: 'missing', path: pathOf(name, first) };
  if (second === undefined) throw new TypeError(`${name} has two operands`);
  if (name === 'attribute_type') {
    const path = pathOf(name, first);
    assertDistinct(name, first, [second]);
    return { kind: 'type', path, type: typeNamed(second) };
  }
  assertDistinct(name, first, [second]);
  if (name === 'contains') return { kind: 'contains', operand: first, part: second };
  assertTypes(name, [first, second], ['S', 'B']);
  return { kind: 'begins', operand: first, prefix: second };
}

function pathOf(name: string, operand: Operand): Path {
  if (operand.kind !== 'path') throw needsPathFault(name);
  return operand.path;
}

function typeNamed(operand: Operand): ValueType {
  if (operand.kind !== 'value') {
    throw operandTypeFault('attribute_type', operand.kind === 'size' ? 'N' : ANY_TYPE);
  }
  const { value } = operand;
  if (!('S' in value)) throw operandTypeFault('attribute_type', typeOf(value));
  const type = VALUE_TYPES.find((candidate) => candidate === value.S);
  if (type === undefined) {
    throw new ExpressionFault(
      `Invalid attribute type name found; type: ${value.S}, valid types: ${TYPE_NAMES}`,
    );
  }
  return type;
}

/** Only what is known without an item is checked. */
function assertTypes(
  operator: string,
  operands: readonly Operand[],
  allowed: readonly ValueType[],
): void {
  for (const operand of operands) {
    if (operand.kind === 'path') continue;
    const type = operand.kind === 'size' ? 'N' : typeOf(operand.value);
    if (!allowed.includes(type)) throw operandTypeFault(operator, type);
  }
}

function assertDistinct(operator: string, first: Operand, others: readonly Operand[]): void {
  if (first.kind !== 'path') return;
  for (const other of others) {
    if (other.kind !== 'path' || !samePath(first.path, other.path)) continue;
    throw new ExpressionFault(
      'The first operand must be distinct from the remaining operands for this operator or ' +
        `function; operator: ${operator}, first operand: ${pathText(first.path)}`,
    );
  }
}

function assertBounds(low: Operand, high: Operand): void {
  if (low.kind !== 'value' || high.kind !== 'value') return;
  const bounds = `lower bound operand: ${shown(low.value)}, upper bound operand: ${shown(high.value)}`;
  const order = compareValues(low.value, high.value);
  if (order === undefined) {
    throw new ExpressionFault(
      `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`,
    );
  }
  if (order > 0) {
    throw new ExpressionFault(
      'The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ' +
        bounds,
    );
  }
}

function shown(value: Value): string {
  if ('S' in value) return `AttributeValue: {S:${value.S}}`;
  if ('N' in value) return `AttributeValue: {N:${value.N}}`;
  if (!('B' in value)) return `AttributeValue: {${typeOf(value)}}`;
  const bytes = value.B.byteLength;
  return `AttributeValue: {B:java.nio.HeapByteBuffer[pos=0 lim=${bytes} cap=${bytes}]}`;
}
