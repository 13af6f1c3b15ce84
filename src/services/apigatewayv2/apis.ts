import type { Api, Cors } from '../../../models/apigatewayv2/types.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  apiHost,
  badRequest,
  childId,
  GLOBAL,
  isFull,
  mappings,
  pageOfCollection,
  passing,
  randomId,
} from '../apigateway/port.ts';
import { on, onApi } from './authorization.ts';
import { limitExceeded, unbuilt } from './errors.ts';
import { assertIntegration } from './integrations.ts';
import {
  apiOf,
  EMPTY,
  changedBy,
  type HttpApiOperation,
  pageAnswer,
  pageInput,
} from './operation.ts';
import { assertRoute } from './routes.ts';
import {
  type ApiDocument,
  apis,
  type Definition,
  definitions,
  deployments,
  hosts,
  snapshots,
  stages,
} from './state.ts';

const APIS_MAX = 600;
const SELECTION = '$request.method $request.path';

/** Errors: BadRequestException. */
function assertSelection(expression: string): void {
  if (expression === SELECTION) return;
  throw badRequest(
    `Only "${SELECTION}" and "\${request.method} \${request.path}" are supported for RouteSelectionExpression`,
  );
}

function shown({ region }: Scope, { created, tags, ...api }: ApiDocument): Api {
  return {
    ...api,
    ApiEndpoint: `https://${apiHost(api.ApiId, region)}`,
    CreatedDate: new Date(created),
    Tags: tags,
  };
}

export const createApi: HttpApiOperation<'CreateApi'> = {
  name: 'CreateApi',
  access: 'write',
  authorize: async (input, context) => [
    ...(await on('POST', () => '/apis')(input, context)),
    ...passing(context.call.scope, input.CredentialsArn),
  ],
  handle: async (input, context) => {
    if (input.ProtocolType === 'WEBSOCKET') throw unbuilt('CreateApi', 'the protocol WEBSOCKET');
    const { RouteSelectionExpression = SELECTION, Target, RouteKey, CredentialsArn } = input;
    assertSelection(RouteSelectionExpression);
    assertCors(input.CorsConfiguration);
    if (Target === undefined && (RouteKey !== undefined || CredentialsArn !== undefined)) {
      throw badRequest('RouteKey and CredentialsArn are only supported together with Target');
    }
    const { view, unit, call } = context;
    if (await isFull(view, apis, APIS_MAX)) throw limitExceeded('APIs', '');
    const id = await context.once(() => randomId(10));
    const api: ApiDocument = {
      ApiId: id,
      Name: input.Name,
      ProtocolType: input.ProtocolType,
      RouteSelectionExpression,
      ApiKeySelectionExpression: input.ApiKeySelectionExpression ?? '$request.header.x-api-key',
      DisableExecuteApiEndpoint: input.DisableExecuteApiEndpoint ?? false,
      IpAddressType: input.IpAddressType ?? 'ipv4',
      CorsConfiguration: input.CorsConfiguration,
      Description: input.Description,
      Version: input.Version,
      tags: input.Tags ?? {},
      created: call.now,
    };
    view.put(apis, id, api);
    const quick =
      Target === undefined
        ? EMPTY
        : await quickDefinition(context, Target, { RouteKey, CredentialsArn });
    view.put(definitions, id, quick);
    if (Target !== undefined) {
      view.put(stages, childId(id, '$default'), {
        StageName: '$default',
        AutoDeploy: true,
        ApiGatewayManaged: true,
        flushes: 0,
        tags: {},
        created: call.now,
        updated: call.now,
      });
    }
    const host = { scope: call.scope, id };
    unit.view(GLOBAL).put(hosts, apiHost(id, call.scope.region), host);
    unit.emit(sitesChanged(call.scope, call.now));
    return shown(call.scope, api);
  },
};

/** An API of one target: a function, or a web server. */
async function quickDefinition(
  context: Context,
  target: string,
  {
    RouteKey = '$default',
    CredentialsArn,
  }: { RouteKey: string | undefined; CredentialsArn: string | undefined },
): Promise<Definition> {
  const isUrl = /^https?:\/\//.test(target);
  const IntegrationId = await context.once(() => randomId(7));
  const RouteId = await context.once(() => randomId(7));
  const integration = {
    IntegrationId,
    IntegrationUri: target,
    ApiGatewayManaged: true,
    ConnectionType: 'INTERNET' as const,
    TimeoutInMillis: 30_000,
    CredentialsArn,
    ...(isUrl
      ? {
          IntegrationType: 'HTTP_PROXY' as const,
          IntegrationMethod: 'ANY',
          PayloadFormatVersion: '1.0',
        }
      : {
          IntegrationType: 'AWS_PROXY' as const,
          IntegrationMethod: 'POST',
          PayloadFormatVersion: '2.0',
        }),
  };
  const route = {
    RouteId,
    RouteKey,
    Target: `integrations/${IntegrationId}`,
    ApiGatewayManaged: true,
    ApiKeyRequired: false,
    AuthorizationType: 'NONE' as const,
  };
  const integrations = { [IntegrationId]: integration };
  assertIntegration('CreateApi', integration);
  assertRoute('CreateApi', { ...EMPTY, integrations }, route);
  return { ...EMPTY, integrations, routes: { [RouteId]: route } };
}

function assertCors(cors: Cors | undefined): void {
  if (cors?.AllowCredentials === true && cors.AllowOrigins?.includes('*') === true) {
    throw badRequest('allowCredentials is not supported when allowOrigins is *');
  }
}

export const getApi: HttpApiOperation<'GetApi'> = {
  name: 'GetApi',
  access: 'read',
  authorize: onApi('GET'),
  handle: async ({ ApiId }, context) => shown(context.call.scope, await apiOf(context, ApiId)),
};

export const getApis: HttpApiOperation<'GetApis'> = {
  name: 'GetApis',
  access: 'read',
  authorize: on('GET', () => '/apis'),
  handle: async (input, context) => {
    const { items, ...next } = await pageOfCollection(context, pageInput(input), apis);
    return pageAnswer({ items: items.map((api) => shown(context.call.scope, api)), ...next });
  },
};

export const updateApi: HttpApiOperation<'UpdateApi'> = {
  name: 'UpdateApi',
  access: 'write',
  authorize: onApi('PATCH'),
  handle: async (input, context) => {
    const { ApiId, Target, RouteKey, CredentialsArn, ...changes } = input;
    if (Target !== undefined || RouteKey !== undefined || CredentialsArn !== undefined) {
      throw unbuilt('UpdateApi', 'the target of an API');
    }
    assertCors(changes.CorsConfiguration);
    assertSelection(changes.RouteSelectionExpression ?? SELECTION);
    const api = changedBy(await apiOf(context, ApiId), changes);
    context.view.put(apis, ApiId, api);
    return shown(context.call.scope, api);
  },
};

export const deleteCorsConfiguration: HttpApiOperation<'DeleteCorsConfiguration'> = {
  name: 'DeleteCorsConfiguration',
  access: 'write',
  authorize: onApi('DELETE', () => '/cors'),
  handle: async ({ ApiId }, context) => {
    const { CorsConfiguration: _gone, ...api } = await apiOf(context, ApiId);
    context.view.put(apis, ApiId, api);
    return {};
  },
};

export const deleteApi: HttpApiOperation<'DeleteApi'> = {
  name: 'DeleteApi',
  access: 'write',
  authorize: onApi('DELETE'),
  handle: async ({ ApiId }, context) => {
    await apiOf(context, ApiId);
    const { view, unit, call } = context;
    const mapped = await view.list(mappings, { index: 'api', prefix: `${ApiId}/`, limit: 1 });
    if (mapped.items.length > 0) {
      throw badRequest('Please remove all API mappings related to the API in your account.');
    }
    const prefix = childId(ApiId, '');
    for (const { StageName } of await everyOf(view, stages, { prefix })) {
      view.delete(stages, childId(ApiId, StageName));
    }
    for (const { DeploymentId } of await everyOf(view, deployments, { prefix })) {
      view.delete(deployments, childId(ApiId, DeploymentId));
      view.delete(snapshots, childId(ApiId, DeploymentId));
    }
    view.delete(apis, ApiId);
    view.delete(definitions, ApiId);
    unit.view(GLOBAL).delete(hosts, apiHost(ApiId, call.scope.region));
    unit.emit(sitesChanged(call.scope, call.now));
    return {};
  },
};
