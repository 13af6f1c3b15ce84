import type { Method } from '../../../models/apigateway/types.ts';
import type { Call, Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { invalidIdentifier } from './errors.ts';
import {
  type ApiDocument,
  type ApiResource,
  apis,
  childId,
  type Definition,
  definitions,
  type StageDocument,
  stages,
} from './state.ts';

type AtWork = Pick<Context, 'view' | 'call'>;

/** Errors: NotFoundException. */
export async function apiOf({ view, call }: AtWork, id: string): Promise<ApiDocument> {
  const api = await view.get(apis, id);
  if (api === undefined) throw unknownApi(call, id);
  return api;
}

function unknownApi({ scope }: Call, id: string) {
  return invalidIdentifier('API', `${scope.account}:${id}`);
}

/** Errors: NotFoundException. */
export async function definitionOf({ view, call }: AtWork, id: string): Promise<Definition> {
  const definition = await view.get(definitions, id);
  if (definition === undefined) throw unknownApi(call, id);
  return definition;
}

/** Changes a part of an API's definition. */
export function redefine(
  view: View,
  apiId: string,
  definition: Definition,
  change: Partial<Definition>,
): void {
  view.put(definitions, apiId, { ...definition, ...change });
}

/** Errors: NotFoundException. */
export async function stageOf(at: AtWork, apiId: string, name: string): Promise<StageDocument> {
  await apiOf(at, apiId);
  const stage = await at.view.get(stages, childId(apiId, name));
  if (stage === undefined) throw invalidIdentifier('Stage');
  return stage;
}

export function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

export function without<T>(map: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _dropped, ...others } = map;
  return others;
}

/** Errors: NotFoundException. */
export function resourceOf(definition: Definition, id: string): ApiResource {
  const resource = own(definition.resources, id);
  if (resource === undefined) throw invalidIdentifier('Resource');
  return resource;
}

export interface MethodName {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}

export interface FoundMethod {
  readonly definition: Definition;
  readonly resource: ApiResource;
  readonly method: Method;
}

/** Errors: NotFoundException. */
export async function methodOf(
  at: AtWork,
  { restApiId, resourceId, httpMethod }: MethodName,
): Promise<FoundMethod> {
  const definition = await definitionOf(at, restApiId);
  const resource = resourceOf(definition, resourceId);
  const method = own(resource.methods, httpMethod);
  if (method === undefined) throw invalidIdentifier('Method');
  return { definition, resource, method };
}

/** Puts a method in the place of the one of its name; undefined takes it away. */
export function putMethodIn(
  view: View,
  { restApiId, httpMethod }: MethodName,
  { definition, resource }: Pick<FoundMethod, 'definition' | 'resource'>,
  method: Method | undefined,
): void {
  const others = without(resource.methods, httpMethod);
  const methods = method === undefined ? others : { ...others, [httpMethod]: method };
  const resources = { ...definition.resources, [resource.id]: { ...resource, methods } };
  redefine(view, restApiId, definition, { resources });
}
