import type { Resource } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { onApi } from './authorization.ts';
import { definitionOf, redefine, resourceOf, without } from './definitions.ts';
import { badRequest, conflict, limitExceeded } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { applied } from './patches.ts';
import { text } from './domain/patch.ts';
import type { ApiResource, Definition } from './state.ts';

const RESOURCES_MAX = 300;
const PATH_PART = /^(?:[\w.\-:]+|\{[\w.\-:]+\+?\})$/;
const VARIABLE = /^\{.*\}$/;
const GREEDY = /^\{.*\+\}$/;

/** Methods are told in full where they were asked for, else by name alone. */
function shown(resource: ApiResource, embed: readonly string[] = []): Resource {
  const { methods, ...rest } = resource;
  const names = Object.keys(methods);
  if (names.length === 0) return rest;
  if (embed.includes('methods')) return { ...rest, resourceMethods: methods };
  return { ...rest, resourceMethods: Object.fromEntries(names.map((name) => [name, {}])) };
}

export const createResource: ApiGatewayOperation<'CreateResource'> = {
  name: 'CreateResource',
  access: 'write',
  authorize: onApi('POST', ({ parentId }) => `/resources/${parentId}`),
  handle: async ({ restApiId, parentId, pathPart }, context) => {
    const definition = await definitionOf(context, restApiId);
    const parent = resourceOf(definition, parentId);
    assertPlace(definition, parent, pathPart, undefined);
    if (Object.keys(definition.resources).length >= RESOURCES_MAX) {
      throw limitExceeded('Resources', ' for this API');
    }
    const id = await context.once(() => randomId(6));
    const path = pathBelow(parent, pathPart);
    const resource: ApiResource = { id, parentId, pathPart, path, methods: {} };
    keep(context, restApiId, definition, [resource]);
    return shown(resource);
  },
};

/** Errors: BadRequestException, ConflictException. */
export function assertPlace(
  definition: Definition,
  parent: ApiResource,
  pathPart: string,
  self: string | undefined,
): void {
  if (!PATH_PART.test(pathPart)) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the " +
        'beginning and the end.',
    );
  }
  if (parent.pathPart !== undefined && GREEDY.test(parent.pathPart)) {
    throw badRequest(
      `Cannot create a child of a resource with a greedy path variable: ${parent.pathPart}`,
    );
  }
  const siblings = Object.values(definition.resources).filter(
    ({ parentId, id }) => parentId === parent.id && id !== self,
  );
  if (siblings.some((one) => one.pathPart === pathPart)) {
    throw conflict(`Another resource with the same parent already has this name: ${pathPart}`);
  }
  const variable = siblings.find((one) => VARIABLE.test(one.pathPart ?? ''));
  if (variable !== undefined && VARIABLE.test(pathPart)) {
    throw badRequest(
      `A sibling (${variable.pathPart}) of this resource already has a variable path part -- only one is allowed`,
    );
  }
}

export function pathBelow(parent: Pick<ApiResource, 'path'>, pathPart: string): string {
  return parent.path === '/' ? `/${pathPart}` : `${parent.path}/${pathPart}`;
}

function keep(
  { view }: Context,
  apiId: string,
  definition: Definition,
  changed: readonly ApiResource[],
): void {
  const resources = {
    ...definition.resources,
    ...Object.fromEntries(changed.map((one) => [one.id, one])),
  };
  redefine(view, apiId, definition, { resources });
}

export const getResource: ApiGatewayOperation<'GetResource'> = {
  name: 'GetResource',
  access: 'read',
  authorize: onApi('GET', ({ resourceId }) => `/resources/${resourceId}`),
  handle: async ({ restApiId, resourceId, embed }, context) =>
    shown(resourceOf(await definitionOf(context, restApiId), resourceId), embed),
};

export const getResources: ApiGatewayOperation<'GetResources'> = {
  name: 'GetResources',
  access: 'read',
  authorize: onApi('GET', () => '/resources'),
  handle: async (input, context) => {
    const { resources } = await definitionOf(context, input.restApiId);
    const { items, ...next } = pageOf(context.call, input, input.restApiId, resources);
    return { items: items.map((resource) => shown(resource, input.embed)), ...next };
  },
};

const RULES = [text('/pathPart', { mayBeEmpty: false }), text('/parentId', { mayBeEmpty: false })];

export const updateResource: ApiGatewayOperation<'UpdateResource'> = {
  name: 'UpdateResource',
  access: 'write',
  authorize: onApi('PATCH', ({ resourceId }) => `/resources/${resourceId}`),
  handle: async ({ restApiId, resourceId, patchOperations }, context) => {
    const definition = await definitionOf(context, restApiId);
    const before = resourceOf(definition, resourceId);
    if (before.parentId === undefined)
      throw badRequest('Root resource cannot update its path part.');
    const changed = applied(before, patchOperations, RULES);
    const { parentId = '', pathPart = '' } = changed;
    const below = descendants(definition, resourceId);
    if (below.some(({ id }) => id === parentId) || parentId === resourceId) {
      throw badRequest('Resources cannot be cyclical.');
    }
    const parent = resourceOf(definition, parentId);
    assertPlace(definition, parent, pathPart, resourceId);
    const path = pathBelow(parent, pathPart);
    const moved = below.map((one) => ({ ...one, path: path + one.path.slice(before.path.length) }));
    const resource = { ...changed, path };
    keep(context, restApiId, definition, [resource, ...moved]);
    return shown(resource);
  },
};

export const deleteResource: ApiGatewayOperation<'DeleteResource'> = {
  name: 'DeleteResource',
  access: 'write',
  authorize: onApi('DELETE', ({ resourceId }) => `/resources/${resourceId}`),
  handle: async ({ restApiId, resourceId }, context) => {
    const definition = await definitionOf(context, restApiId);
    const { parentId } = resourceOf(definition, resourceId);
    if (parentId === undefined) throw badRequest('Root resource cannot be deleted.');
    const gone = [resourceId, ...descendants(definition, resourceId).map(({ id }) => id)];
    let resources: Record<string, ApiResource> = definition.resources;
    for (const id of gone) resources = without(resources, id);
    redefine(context.view, restApiId, definition, { resources });
    return {};
  },
};

function descendants({ resources }: Definition, id: string): readonly ApiResource[] {
  const all = Object.values(resources);
  const found: ApiResource[] = [];
  let parents = [id];
  while (parents.length > 0) {
    const children = all.filter(
      ({ parentId }) => parentId !== undefined && parents.includes(parentId),
    );
    found.push(...children);
    parents = children.map((child) => child.id);
  }
  return found;
}
