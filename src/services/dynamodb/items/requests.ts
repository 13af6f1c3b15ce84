import type { Condition } from '../domain/expressions/conditions.ts';
import {
  requestedCondition,
  requestedProjection,
  requestedUpdate,
} from '../domain/expressions/item-requests.ts';
import { conditionPaths } from '../domain/expressions/key-paths.ts';
import type { Path } from '../domain/expressions/paths.ts';
import type { Action, Source, Update } from '../domain/expressions/updates.ts';

/** Reads each request once: authorization asks what it names, and the handler what it means. */
function readOnce<I extends object, T>(read: (input: I) => T): (input: I) => T {
  const known = new WeakMap<I, { readonly value: T }>();
  return (input) => {
    const found = known.get(input);
    if (found !== undefined) return found.value;
    const value = read(input);
    known.set(input, { value });
    return value;
  };
}

/** Errors: ValidationException. */
export const conditionIn = readOnce(requestedCondition);
export const updateIn = readOnce(requestedUpdate);
export const projectionIn = readOnce(requestedProjection);

/** The attributes that paths begin with, and others, each once. */
export function namesOf(paths: readonly Path[], others: Iterable<string> = []): readonly string[] {
  return [...new Set([...others, ...paths.map(({ attribute }) => attribute)])];
}

export function pathsOfCondition(condition: Condition | undefined): readonly Path[] {
  return condition === undefined ? [] : conditionPaths(condition);
}

/** Every path that an update writes to or reads. */
export function pathsOfUpdate({ actions }: Update): readonly Path[] {
  return actions.flatMap((action) => [action.path, ...pathsOfAction(action)]);
}

function pathsOfAction(action: Action): readonly Path[] {
  return action.kind === 'set' ? pathsOfSource(action.source) : [];
}

function pathsOfSource(source: Source): readonly Path[] {
  switch (source.kind) {
    case 'value':
      return [];
    case 'path':
      return [source.path];
    case 'ifNotExists':
      return [source.path, ...pathsOfSource(source.otherwise)];
    case 'append':
      return [...pathsOfSource(source.first), ...pathsOfSource(source.second)];
    case 'plus':
    case 'minus':
      return [...pathsOfSource(source.left), ...pathsOfSource(source.right)];
  }
}
