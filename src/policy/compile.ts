import { compileArnPattern, type TextMatcher } from './arn-match.ts';
import { compileCondition } from './conditions.ts';
import type { NegatableList, PolicyDocument, StatementDocument } from './document.ts';
import { textGlob } from './matchers.ts';
import { compilePrincipal } from './principals.ts';
import type { Candidates, CompiledStatement, StatementIndex } from './statement.ts';
import type { CompiledPolicy } from './types.ts';

/**
 * More distinct actions than this and the index starts afresh; there is no attack in asking often.
 */
const MAX_INDEXED_ACTIONS = 1024;

/** Turns a document into closures. All parsing of operands happens here, none per request. */
export function compileDocument(document: PolicyDocument, bytes: number): CompiledPolicy {
  const variables = document.version === '2012-10-17';
  const statements = document.statements.map((statement, position) =>
    compileStatement(statement, position, variables),
  );
  return Object.freeze({
    statements: Object.freeze(statements),
    index: indexStatements(statements),
    bytes,
    version: document.version ?? '2008-10-17',
    ...(document.id === undefined ? {} : { id: document.id }),
  });
}

function compileStatement(
  statement: StatementDocument,
  position: number,
  variables: boolean,
): CompiledStatement {
  const { sid, principal } = statement;
  return Object.freeze({
    effect: statement.effect,
    ...(sid === undefined ? {} : { sid }),
    position,
    matchesAction: compileActions(statement.action),
    matchesResource: compileResources(statement.resource, variables),
    ...(principal === undefined ? {} : { principal: compilePrincipal(principal) }),
    conditions: statement.conditions.map(({ operator, key, values }) =>
      compileCondition(operator, key, values, variables),
    ),
  });
}

function compileActions(list: NegatableList | undefined): CompiledStatement['matchesAction'] {
  if (list === undefined) return () => false;
  const matchers = list.values.map((value) => textGlob(value.toLowerCase()));
  return (action) => matchers.some((matches) => matches(action)) !== list.negated;
}

/**
 * No Resource element (trust policies, some resource policies) means: the resource it is attached
 * to.
 */
function compileResources(list: NegatableList | undefined, variables: boolean): TextMatcher {
  if (list === undefined) return () => true;
  const [first, ...more] = list.values.map((value) =>
    compileArnPattern(value, { variables, incomplete: 'fill' }),
  );
  if (first === undefined) return () => list.negated;
  if (more.length === 0 && !list.negated) return first;
  const matchers = [first, ...more];
  return (resource, lookup) => {
    for (const matches of matchers) {
      if (matches(resource, lookup)) return !list.negated;
    }
    return list.negated;
  };
}

/**
 * Weighing 200 statements costs as much as weighing the few that name the action: those are found
 * once per action, and actions are few.
 */
function indexStatements(statements: readonly CompiledStatement[]): StatementIndex {
  const known = new Map<string, Candidates>();
  return {
    candidates: (action) => {
      const found = known.get(action);
      if (found !== undefined) return found;
      const lower = action.toLowerCase();
      const matching = statements.filter((statement) => statement.matchesAction(lower));
      const candidates: Candidates = {
        deny: matching.filter((statement) => statement.effect === 'Deny'),
        allow: matching.filter((statement) => statement.effect === 'Allow'),
      };
      if (known.size >= MAX_INDEXED_ACTIONS) known.clear();
      known.set(action, candidates);
      return candidates;
    },
  };
}
