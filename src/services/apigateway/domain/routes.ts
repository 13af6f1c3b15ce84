import type { Method } from '../../../../models/apigateway/types.ts';
import type { ApiResource, Definition } from '../state.ts';
import { namedPath, segmentsOf, variableOf } from './path-segments.ts';

export interface Route {
  readonly resource: ApiResource;
  readonly method: Method;
  /** By name, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The path as policies name it: one for all its spellings. */
  readonly named: string;
}

interface Branch {
  readonly literals: Map<string, Branch>;
  variable: { readonly name: string; readonly branch: Branch } | undefined;
  greedy: { readonly name: string; readonly resource: ApiResource } | undefined;
  resource: ApiResource | undefined;
}

/** Definitions of deployments never change: each is read once for as long as it is kept. */
const trees = new WeakMap<Definition, Branch>();

function treeOf(definition: Definition): Branch {
  const known = trees.get(definition);
  if (known !== undefined) return known;
  const root = newBranch();
  for (const resource of Object.values(definition.resources)) place(root, resource);
  trees.set(definition, root);
  return root;
}

function newBranch(): Branch {
  return { literals: new Map(), variable: undefined, greedy: undefined, resource: undefined };
}

function place(root: Branch, resource: ApiResource): void {
  let branch = root;
  for (const part of resource.path.split('/').filter((one) => one !== '')) {
    const variable = variableOf(part);
    if (variable?.isGreedy === true) {
      branch.greedy = { name: variable.name, resource };
      return;
    }
    if (variable !== undefined) {
      branch.variable ??= { name: variable.name, branch: newBranch() };
      branch = branch.variable.branch;
      continue;
    }
    const next = branch.literals.get(part) ?? newBranch();
    branch.literals.set(part, next);
    branch = next;
  }
  branch.resource = resource;
}

type Found = Omit<Route, 'method' | 'named'>;

/** The method that a request means, or why there is none: it names nothing, or is no good path. */
export function routeOf(
  definition: Definition,
  verb: string,
  path: string,
): Route | 'malformed' | undefined {
  const segments = segmentsOf(path);
  if (segments === undefined) return 'malformed';
  const found = descend(treeOf(definition), segments, 0, {}, verb);
  if (found === undefined) return undefined;
  const method = methodIn(found.resource, verb);
  if (method === undefined) return undefined;
  return { ...found, method, named: namedPath(found.resource.path, segments) };
}

/** What a method for any verb answers; policies know no others. */
const VERBS: ReadonlySet<string> = new Set([
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
]);

export function isVerb(method: string): boolean {
  return VERBS.has(method);
}

function methodIn({ methods }: ApiResource, verb: string): Method | undefined {
  if (!isVerb(verb)) return undefined;
  if (Object.hasOwn(methods, verb)) return methods[verb];
  return Object.hasOwn(methods, 'ANY') ? methods['ANY'] : undefined;
}

/** Literals before variables before what takes the rest, with a way back where a branch ends without the method. */
function descend(
  branch: Branch,
  segments: readonly string[],
  at: number,
  parameters: Readonly<Record<string, string>>,
  verb: string,
): Found | undefined {
  const segment = segments[at];
  if (segment === undefined) {
    const { resource } = branch;
    if (resource === undefined || methodIn(resource, verb) === undefined) return undefined;
    return { resource, parameters };
  }
  const literal = branch.literals.get(segment);
  const viaLiteral = literal && descend(literal, segments, at + 1, parameters, verb);
  if (viaLiteral !== undefined) return viaLiteral;
  const { variable, greedy } = branch;
  if (variable !== undefined && segment !== '') {
    const more = { ...parameters, [variable.name]: segment };
    const viaVariable = descend(variable.branch, segments, at + 1, more, verb);
    if (viaVariable !== undefined) return viaVariable;
  }
  if (greedy === undefined || methodIn(greedy.resource, verb) === undefined) return undefined;
  const rest = segments.slice(at).join('/');
  return { resource: greedy.resource, parameters: { ...parameters, [greedy.name]: rest } };
}
