import type { Route } from '../../../models/apigatewayv2/types.ts';
import { badRequest, conflict, own, pageOf, randomId, without } from '../apigateway/port.ts';
import { onApi } from './authorization.ts';
import { invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import {
  definitionOf,
  changedBy,
  type HttpApiOperation,
  pageAnswer,
  pageInput,
  redefine,
} from './operation.ts';
import type { Definition } from './state.ts';

const ROUTES_MAX = 300;
const SCOPES_MAX = 10;
const KEY = /^(?:\$default|(?:ANY|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT) \/(?:[^/\s]+\/?)*)$/;

function routeOf({ routes }: Definition, id: string): Route {
  const route = own(routes, id);
  if (route === undefined) throw invalidIdentifier('Route');
  return route;
}

/** Errors: BadRequestException, ConflictException; 501 for what isn't built. */
export function assertRoute(operation: string, definition: Definition, route: Route): void {
  const { RouteKey: key, Target: target, AuthorizationType: type = 'NONE', AuthorizerId } = route;
  if (!KEY.test(key)) {
    throw badRequest(
      'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
    );
  }
  const isTaken = Object.values(definition.routes).some(
    (other) => other.RouteKey === key && other.RouteId !== route.RouteId,
  );
  if (isTaken) throw conflict(`Route with key ${key} already exists for this API`);
  assertBuilt(operation, route);
  if (target !== undefined) {
    const [, id = ''] = /^integrations\/(\w+)$/.exec(target) ?? [];
    if (own(definition.integrations, id) === undefined) {
      throw badRequest(`Integration ${target} does not exist`);
    }
  }
  const authorizer = own(definition.authorizers, AuthorizerId ?? '');
  const wanted = type === 'CUSTOM' ? 'REQUEST' : type;
  if ((type === 'JWT' || type === 'CUSTOM') && authorizer?.AuthorizerType !== wanted) {
    throw badRequest('Invalid authorizer specified');
  }
}

export const createRoute: HttpApiOperation<'CreateRoute'> = {
  name: 'CreateRoute',
  access: 'write',
  authorize: onApi('POST', () => '/routes'),
  handle: async ({ ApiId, ...input }, context) => {
    const definition = await definitionOf(context, ApiId);
    if (Object.keys(definition.routes).length >= ROUTES_MAX) throw limitExceeded('Routes');
    const RouteId = await context.once(() => randomId(7));
    const route: Route = {
      ...input,
      RouteId,
      ApiKeyRequired: input.ApiKeyRequired ?? false,
      AuthorizationType: input.AuthorizationType ?? 'NONE',
    };
    assertRoute('CreateRoute', definition, route);
    redefine(context.view, ApiId, definition, {
      routes: { ...definition.routes, [RouteId]: route },
    });
    return route;
  },
};

export const getRoute: HttpApiOperation<'GetRoute'> = {
  name: 'GetRoute',
  access: 'read',
  authorize: onApi('GET', ({ RouteId }) => `/routes/${RouteId}`),
  handle: async ({ ApiId, RouteId }, context) =>
    routeOf(await definitionOf(context, ApiId), RouteId),
};

export const getRoutes: HttpApiOperation<'GetRoutes'> = {
  name: 'GetRoutes',
  access: 'read',
  authorize: onApi('GET', () => '/routes'),
  handle: async (input, context) => {
    const { routes } = await definitionOf(context, input.ApiId);
    return pageAnswer(pageOf(context.call, pageInput(input), input.ApiId, routes));
  },
};

export const updateRoute: HttpApiOperation<'UpdateRoute'> = {
  name: 'UpdateRoute',
  access: 'write',
  authorize: onApi('PATCH', ({ RouteId }) => `/routes/${RouteId}`),
  handle: async ({ ApiId, RouteId, ...changes }, context) => {
    const definition = await definitionOf(context, ApiId);
    const route = changedBy(routeOf(definition, RouteId), changes);
    assertRoute('UpdateRoute', definition, route);
    redefine(context.view, ApiId, definition, {
      routes: { ...definition.routes, [RouteId]: route },
    });
    return route;
  },
};

export const deleteRoute: HttpApiOperation<'DeleteRoute'> = {
  name: 'DeleteRoute',
  access: 'write',
  authorize: onApi('DELETE', ({ RouteId }) => `/routes/${RouteId}`),
  handle: async ({ ApiId, RouteId }, context) => {
    const definition = await definitionOf(context, ApiId);
    routeOf(definition, RouteId);
    redefine(context.view, ApiId, definition, { routes: without(definition.routes, RouteId) });
    return {};
  },
};

/** Errors: BadRequestException; 501 for what isn't built. */
function assertBuilt(operation: string, route: Route): void {
  if (route.ApiKeyRequired === true)
    throw badRequest('ApiKeyRequired is not currently supported for HTTP APIs');
  if (route.RequestModels !== undefined || route.RequestParameters !== undefined) {
    throw unbuilt(operation, 'request models and parameters');
  }
  if (
    route.ModelSelectionExpression !== undefined ||
    route.RouteResponseSelectionExpression !== undefined
  ) {
    throw unbuilt(operation, 'selection expressions of routes');
  }
  if ((route.AuthorizationScopes?.length ?? 0) > SCOPES_MAX) {
    throw limitExceeded('scopes', '');
  }
}
