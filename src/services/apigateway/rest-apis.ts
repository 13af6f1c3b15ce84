import type {
  CreateRestApiRequest,
  PatchOperation,
  RestApi,
} from '../../../models/apigateway/types.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { on, onApi } from './authorization.ts';
import { apiOf, definitionOf } from './definitions.ts';
import { count, element, flag, member, text } from './domain/patch.ts';
import {
  apiHost,
  assertMigration,
  checkedEndpoint,
  endpointType,
  endpointTypeOf,
  executeArn,
} from './endpoints.ts';
import { badRequest, limitExceeded, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation, PolicyParts } from './operation.ts';
import { isFull, pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import { boundPolicy, shownPolicy } from './policies.ts';
import { pathKind } from './resources.ts';
import {
  type ApiDocument,
  apis,
  childId,
  type Definition,
  definitions,
  deployments,
  GLOBAL,
  hosts,
  mappings,
  snapshots,
  stages,
  usagePlans,
} from './state.ts';

const APIS_MAX: Readonly<Record<'EDGE' | 'REGIONAL' | 'PRIVATE', number>> = {
  EDGE: 120,
  REGIONAL: 600,
  PRIVATE: 600,
};

export async function shownApi(
  context: Pick<Context, 'unit'>,
  principals: PrincipalDirectory,
  api: ApiDocument,
): Promise<RestApi> {
  const { created, policy, tags, ...shown } = api;
  const text = await shownPolicy(context, principals, policy);
  return {
    ...shown,
    createdDate: new Date(created),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    ...(text === undefined ? {} : { policy: text }),
  };
}

export function createCreateRestApi({
  principals,
}: PolicyParts): ApiGatewayOperation<'CreateRestApi'> {
  return {
    name: 'CreateRestApi',
    access: 'write',
    authorize: async (input, context) => {
      const { policy = '', cloneFrom } = input;
      return [
        ...(await on('POST', () => '/restapis')(input, context)),
        ...(policy === '' ? [] : [await policyPermission(context, '/restapis')]),
        ...(cloneFrom === undefined
          ? []
          : await on('GET', () => `/restapis/${cloneFrom}`)({}, context)),
      ];
    },
    handle: async (input, context) => {
      const api = await newApi(context, principals, input);
      const { cloneFrom } = input;
      const definition =
        cloneFrom === undefined
          ? emptyDefinition(api.rootResourceId)
          : await definitionOf(context, cloneFrom);
      const root =
        cloneFrom === undefined
          ? api.rootResourceId
          : (await apiOf(context, cloneFrom)).rootResourceId;
      const document = { ...api, rootResourceId: root };
      found(context, document, definition);
      return shownApi(context, principals, document);
    },
  };
}

async function policyPermission(context: ResolveContext, path: string): Promise<Permission> {
  const resource = await context.resolve(pathKind, path);
  return { action: 'apigateway:UpdateRestApiPolicy', resource };
}

/** An API with nothing in it yet, not kept. Errors: BadRequestException, LimitExceededException. */
export async function newApi(
  context: Context,
  principals: PrincipalDirectory,
  input: CreateRestApiRequest,
): Promise<ApiDocument> {
  if (input.name === '') throw badRequest('No API name specified');
  assertCompression('CreateRestApi', input.minimumCompressionSize);
  const endpointConfiguration = checkedEndpoint(input.endpointConfiguration);
  await assertRoom(context, endpointTypeOf({ endpointConfiguration }));
  const { call } = context;
  const id = await context.once(() => randomId(10));
  const { policy, tags = {}, cloneFrom: _clone, ...settings } = input;
  const given = policy === undefined || policy === '' ? undefined : policy;
  return {
    ...settings,
    id,
    created: call.now,
    apiKeySource: input.apiKeySource ?? 'HEADER',
    endpointConfiguration,
    disableExecuteApiEndpoint: input.disableExecuteApiEndpoint ?? false,
    rootResourceId: await context.once(() => randomId(10)),
    tags,
    ...(given === undefined
      ? {}
      : { policy: await boundPolicy(context, principals, given, executeArn(call.scope, id)) }),
  };
}

export function emptyDefinition(rootId: string): Definition {
  const root = { id: rootId, path: '/', methods: {} };
  return {
    resources: { [rootId]: root },
    models: {},
    validators: {},
    authorizers: {},
    gatewayResponses: {},
  };
}

/** Keeps a new API, under the name of its host. */
export function found(
  { view, unit, call }: Context,
  api: ApiDocument,
  definition: Definition,
): void {
  view.put(apis, api.id, api);
  view.put(definitions, api.id, definition);
  const { scope } = call;
  const host = { scope, id: api.id, kind: 'api' as const };
  unit.view(GLOBAL).put(hosts, apiHost(api.id, scope.region), host);
  unit.emit(sitesChanged(scope, call.now));
}

/** Errors: BadRequestException; 501 for what isn't built. */
function assertCompression(operation: string, size: number | undefined): void {
  if (size === undefined) return;
  if (size < 0 || size > 10_485_760) {
    throw badRequest('Invalid minimum compression size, must be between 0 and 10485760');
  }
  throw unbuilt(operation, 'the compression of answers');
}

async function assertRoom({ view }: Context, type: keyof typeof APIS_MAX): Promise<void> {
  if (await isFull(view, apis, APIS_MAX[type], { index: 'type', prefix: type })) {
    throw limitExceeded('APIs');
  }
}

export function createGetRestApi({ principals }: PolicyParts): ApiGatewayOperation<'GetRestApi'> {
  return {
    name: 'GetRestApi',
    access: 'read',
    authorize: onApi('GET'),
    handle: async ({ restApiId }, context) =>
      shownApi(context, principals, await apiOf(context, restApiId)),
  };
}

export function createGetRestApis({ principals }: PolicyParts): ApiGatewayOperation<'GetRestApis'> {
  return {
    name: 'GetRestApis',
    access: 'read',
    authorize: on('GET', () => '/restapis'),
    handle: async (input, context) => {
      const { items, ...next } = await pageOfCollection(context, input, apis);
      const shown = items.map((api) => shownApi(context, principals, api));
      return { items: await Promise.all(shown), ...next };
    },
  };
}

const RULES = [
  text('/name', { mayBeEmpty: false }),
  text('/description', { removable: true }),
  text('/version', { removable: true }),
  text('/apiKeySource', { oneOf: ['HEADER', 'AUTHORIZER'] }),
  flag('/disableExecuteApiEndpoint'),
  count('/minimumCompressionSize', { removable: true, max: 10_485_760 }),
  element('/binaryMediaTypes/{}'),
  endpointType('/endpointConfiguration/types/{}'),
  text('/endpointConfiguration/ipAddressType', { oneOf: ['ipv4', 'dualstack'] }),
  member('/endpointConfiguration/vpcEndpointIds'),
  text('/securityPolicy'),
  text('/endpointAccessMode', { oneOf: ['BASIC', 'STRICT'] }),
  text('/policy', { removable: true }),
];

export function createUpdateRestApi({
  principals,
}: PolicyParts): ApiGatewayOperation<'UpdateRestApi'> {
  return {
    name: 'UpdateRestApi',
    access: 'write',
    authorize: async (input, context) => {
      const changed = await onApi('PATCH')(input, context);
      if (input.patchOperations?.some(({ path }) => path === '/policy') !== true) return changed;
      return [...changed, await policyPermission(context, `/restapis/${input.restApiId}`)];
    },
    handle: async ({ restApiId, patchOperations }, context) => {
      const before = await apiOf(context, restApiId);
      const operations = patchOperations ?? [];
      const others = operations.filter(({ path }) => path !== '/policy');
      const api = await withPolicy(
        context,
        principals,
        applied(before, others, RULES),
        operations.findLast(({ path }) => path === '/policy'),
      );
      const [was, is] = [endpointTypeOf(before), endpointTypeOf(api)];
      assertMigration(was, is);
      if (was !== is) await assertRoom(context, is);
      assertCompression('UpdateRestApi', api.minimumCompressionSize);
      const endpointConfiguration = checkedEndpoint(endpointOf(before, api));
      const changed = { ...api, endpointConfiguration };
      context.view.put(apis, restApiId, changed);
      return shownApi(context, principals, changed);
    },
  };
}

/** A private API has another address type than others: a change of type brings its own. */
function endpointOf(before: ApiDocument, { endpointConfiguration }: ApiDocument) {
  const [was] = before.endpointConfiguration?.types ?? [];
  const [is] = endpointConfiguration?.types ?? [];
  if (was === is || (was !== 'PRIVATE' && is !== 'PRIVATE')) return endpointConfiguration;
  const { ipAddressType: _old, ...rest } = endpointConfiguration ?? {};
  return rest;
}

async function withPolicy(
  context: Context,
  principals: PrincipalDirectory,
  api: ApiDocument,
  patch: PatchOperation | undefined,
): Promise<ApiDocument> {
  if (patch === undefined) return api;
  const { policy: _before, ...rest } = api;
  const { value = '' } = patch;
  if (patch.op === 'remove' || value === '') return rest;
  const arn = executeArn(context.call.scope, api.id);
  return { ...rest, policy: await boundPolicy(context, principals, value, arn) };
}

export const deleteRestApi: ApiGatewayOperation<'DeleteRestApi'> = {
  name: 'DeleteRestApi',
  access: 'write',
  authorize: onApi('DELETE'),
  handle: async ({ restApiId }, context) => {
    await apiOf(context, restApiId);
    const { view, unit, call } = context;
    const mapped = await view.list(mappings, { index: 'api', prefix: `${restApiId}/`, limit: 1 });
    if (mapped.items.length > 0) {
      throw badRequest('Please remove all base path mappings related to the API in your account.');
    }
    const prefix = childId(restApiId, '');
    for (const stage of await everyOf(view, stages, { prefix })) {
      view.delete(stages, childId(restApiId, stage.stageName));
    }
    for (const deployment of await everyOf(view, deployments, { prefix })) {
      view.delete(deployments, childId(restApiId, deployment.id));
      view.delete(snapshots, childId(restApiId, deployment.id));
    }
    for (const plan of await everyOf(view, usagePlans, { index: 'stage', prefix })) {
      const apiStages = plan.apiStages?.filter(({ apiId }) => apiId !== restApiId);
      view.put(usagePlans, plan.id, { ...plan, apiStages });
    }
    view.delete(apis, restApiId);
    view.delete(definitions, restApiId);
    unit.view(GLOBAL).delete(hosts, apiHost(restApiId, call.scope.region));
    unit.emit(sitesChanged(call.scope, call.now));
    return {};
  },
};
