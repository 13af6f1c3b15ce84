import { typeOf, type Value, type ValueType } from '../values.ts';
import { clashOf, type Path } from './paths.ts';
import type { Placeholders } from './placeholders.ts';
import { ExpressionFault } from './reader.ts';
import { needsPathFault, operandTypeFault, resolvePath } from './resolution.ts';
import type {
  ActionSyntax,
  ArithmeticSyntax,
  ClauseSyntax,
  OperandSyntax,
  PathSyntax,
} from './syntax.ts';
import type { Action, Source, Update } from './updates.ts';
import { checkPathUsage, checkUpdateUsage } from './usage.ts';

/** As AWS calls types in the texts of ADD and DELETE. */
const LONG_NAMES: Readonly<Record<ValueType, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  SS: 'STRING_SET',
  NS: 'NUMBER_SET',
  BS: 'BINARY_SET',
  M: 'MAP',
  L: 'LIST',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
};

/** Names first, then values, then paths against each other, then types: as AWS reports them. Errors: `ExpressionFault`. */
export function resolveUpdate(
  clauses: readonly ClauseSyntax[],
  placeholders: Placeholders,
): Update {
  const actions = clauses.flatMap((clause) => clause.actions);
  actions.forEach(checkActionUsage);
  assertSectionsOnce(clauses);
  for (const path of actions.flatMap(pathsOf)) resolvePath(path, placeholders);
  for (const value of actions.flatMap(valuesOf)) placeholders.valueOf(value);
  const clash = clashOf(actions.map(({ path }) => resolvePath(path, placeholders)));
  if (clash !== undefined) throw new ExpressionFault(clash);
  return {
    actions: actions.map((action) => resolveAction(action, placeholders)),
    mismatch: 'An operand in the update expression has an incorrect data type',
  };
}

function checkActionUsage(action: ActionSyntax): void {
  checkPathUsage(action.path);
  if (action.kind === 'SET') operandsOf(action.value).forEach(checkUpdateUsage);
}

function operandsOf(value: OperandSyntax | ArithmeticSyntax): readonly OperandSyntax[] {
  return value.kind === 'arithmetic' ? [value.left, value.right] : [value];
}

function assertSectionsOnce(clauses: readonly ClauseSyntax[]): void {
  const seen = new Set<string>();
  for (const { keyword } of clauses) {
    if (seen.has(keyword)) {
      throw new ExpressionFault(
        `The "${keyword}" section can only be used once in an update expression;`,
      );
    }
    seen.add(keyword);
  }
}

function pathsOf(action: ActionSyntax): readonly PathSyntax[] {
  const read = action.kind === 'SET' ? leavesOf(action.value) : [];
  return [action.path, ...read.filter((leaf) => leaf.kind === 'path')];
}

function valuesOf(action: ActionSyntax): readonly string[] {
  if (action.kind === 'REMOVE') return [];
  if (action.kind !== 'SET') return [action.value.name];
  return leavesOf(action.value).flatMap((leaf) => (leaf.kind === 'value' ? [leaf.name] : []));
}

function leavesOf(value: OperandSyntax | ArithmeticSyntax): readonly OperandSyntax[] {
  return operandsOf(value).flatMap((operand) =>
    operand.kind === 'call' ? operand.operands.flatMap(leavesOf) : [operand],
  );
}

function resolveAction(action: ActionSyntax, placeholders: Placeholders): Action {
  const path = resolvePath(action.path, placeholders);
  switch (action.kind) {
    case 'SET':
      return { kind: 'set', path, source: resolveSource(action.value, placeholders) };
    case 'REMOVE':
      return { kind: 'remove', path };
    case 'ADD':
      return addition(path, placeholders.valueOf(action.value.name));
    case 'DELETE': {
      const value = placeholders.valueOf(action.value.name);
      if (!('SS' in value || 'NS' in value || 'BS' in value)) throw sectionFault('DELETE', value);
      return { kind: 'delete', path, value };
    }
  }
}

function addition(path: Path, value: Value): Action {
  if ('N' in value || 'SS' in value || 'NS' in value || 'BS' in value) {
    return { kind: 'add', path, value };
  }
  throw sectionFault('ADD', value);
}

function sectionFault(keyword: 'ADD' | 'DELETE', value: Value): ExpressionFault {
  return new ExpressionFault(
    'Incorrect operand type for operator or function; ' +
      `operator: ${keyword}, operand type: ${LONG_NAMES[typeOf(value)]}, ` +
      `typeSet: ALLOWED_FOR_${keyword}_OPERAND`,
  );
}

function resolveSource(
  syntax: OperandSyntax | ArithmeticSyntax,
  placeholders: Placeholders,
): Source {
  switch (syntax.kind) {
    case 'value':
      return { kind: 'value', value: placeholders.valueOf(syntax.name) };
    case 'path':
      return { kind: 'path', path: resolvePath(syntax, placeholders) };
    case 'arithmetic': {
      const left = resolveSource(syntax.left, placeholders);
      const right = resolveSource(syntax.right, placeholders);
      assertSources(syntax.operator, 'N', [left, right]);
      return { kind: syntax.operator === '+' ? 'plus' : 'minus', left, right };
    }
    case 'call': {
      const [first, second] = syntax.operands.map((operand) =>
        resolveSource(operand, placeholders),
      );
      if (first === undefined || second === undefined) throw new TypeError('two operands');
      if (syntax.name === 'list_append') {
        assertSources(syntax.name, 'L', [first, second]);
        return { kind: 'append', first, second };
      }
      if (first.kind !== 'path') throw needsPathFault(syntax.name);
      return { kind: 'ifNotExists', path: first.path, otherwise: second };
    }
  }
}

/** Only what is known without an item is checked. */
function assertSources(operator: string, type: ValueType, sources: readonly Source[]): void {
  for (const source of sources) {
    const known = typeKnown(source);
    if (known !== undefined && known !== type) throw operandTypeFault(operator, known);
  }
}

function typeKnown(source: Source): ValueType | undefined {
  if (source.kind === 'value') return typeOf(source.value);
  return source.kind === 'append' ? 'L' : undefined;
}
