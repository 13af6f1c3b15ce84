import type { Stage } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { WebAclAssociations } from '../wafv2/port.ts';
import { onApi } from './authorization.ts';
import { apiOf, stageOf } from './definitions.ts';
import { count, entry, flag, type PatchRule, placed, text } from './domain/patch.ts';
import { badRequest, conflict, limitExceeded, unbuilt } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { applied } from './patches.ts';
import { gatewayArn } from './resources.ts';
import { childId, deployments, mappings, type StageDocument, stages, usagePlans } from './state.ts';

export const STAGES_MAX = 10;
const VARIABLES_MAX = 100;
const VARIABLE_NAME_MAX = 64;
const VARIABLE_VALUE_MAX = 512;
const VARIABLE_NAME = /^\w+$/;
const VARIABLE_VALUE = /^[\w\-.~:/?#&=,]*$/;

export function newStage(stageName: string, deploymentId: string, now: Instant): StageDocument {
  return {
    stageName,
    deploymentId,
    methodSettings: {},
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    tracingEnabled: false,
    tags: {},
    flushes: 0,
    created: now,
    updated: now,
  };
}

/** Errors: BadRequestException. */
export function assertStageName(name: string): void {
  if (!/^[\w-]{1,128}$/.test(name)) throw badRequest('Stage name only allows a-zA-Z0-9_-');
}

/** Errors: BadRequestException. */
export function assertVariables(variables: Readonly<Record<string, string>> = {}): void {
  const all = Object.entries(variables);
  if (all.length > VARIABLES_MAX) throw limitExceeded('stage variables');
  for (const [name, value] of all) {
    if (name.length > VARIABLE_NAME_MAX) {
      throw badRequest(
        `Stage variable name: ${name} must be at most ${VARIABLE_NAME_MAX} characters`,
      );
    }
    if (value.length > VARIABLE_VALUE_MAX) {
      throw badRequest(`The value of ${name} must be at most ${VARIABLE_VALUE_MAX} characters`);
    }
    if (!VARIABLE_NAME.test(name)) {
      throw badRequest(`Stage variable name: ${name} is invalid. Only [A-Za-z0-9_] are allowed`);
    }
    if (!VARIABLE_VALUE.test(value)) {
      throw badRequest(
        `Invalid stage variable value: ${value}. Please use values with alphanumeric characters and the symbols ` +
          "' ', -', '.', '_', ':', '/', '?', '&', '=', and ','.",
      );
    }
  }
}

function shown({ created, updated, tags, flushes: _times, ...rest }: StageDocument): Stage {
  return {
    ...rest,
    createdDate: new Date(created),
    lastUpdatedDate: new Date(updated),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

export interface StageParts {
  /** What stands before stages. */
  readonly webAcls: Pick<WebAclAssociations, 'of' | 'resourceDeleted'>;
}

/** With the web ACL before it. */
async function protectedStage(
  webAcls: StageParts['webAcls'],
  { unit, call }: Context,
  restApiId: string,
  stage: StageDocument,
): Promise<Stage> {
  const { scope } = call;
  const webAclArn = await webAcls.of(unit, scope, stageArn(scope, restApiId, stage.stageName));
  return webAclArn === undefined ? shown(stage) : { ...shown(stage), webAclArn };
}

function stageArn({ region }: Scope, restApiId: string, stageName: string): string {
  return gatewayArn(region, `/restapis/${restApiId}/stages/${stageName}`);
}

export const createStage: ApiGatewayOperation<'CreateStage'> = {
  name: 'CreateStage',
  access: 'write',
  authorize: onApi('POST', () => '/stages'),
  handle: async ({ restApiId, tags = {}, ...given }, context) => {
    if (given.canarySettings !== undefined) throw unbuilt('CreateStage', 'canary releases');
    if (given.cacheClusterEnabled === true) throw unbuilt('CreateStage', 'cache clusters');
    if (given.documentationVersion !== undefined) {
      throw unbuilt('CreateStage', 'documentation versions');
    }
    await apiOf(context, restApiId);
    const { view, call } = context;
    assertStageName(given.stageName);
    assertVariables(given.variables);
    const all = await everyOf(view, stages, { prefix: childId(restApiId, '') });
    if (all.some(({ stageName }) => stageName === given.stageName)) {
      throw conflict('Stage already exists');
    }
    if (all.length >= STAGES_MAX) throw limitExceeded('Stages', ' for this API');
    await assertDeployment(context, restApiId, given.deploymentId);
    const stage = { ...newStage(given.stageName, given.deploymentId, call.now), ...given, tags };
    view.put(stages, childId(restApiId, given.stageName), stage);
    return shown(stage);
  },
};

async function assertDeployment({ view }: Context, apiId: string, id: string): Promise<void> {
  if ((await view.get(deployments, childId(apiId, id))) === undefined) {
    throw badRequest('Deployment id does not exist');
  }
}

export function createGetStage({ webAcls }: StageParts): ApiGatewayOperation<'GetStage'> {
  return {
    name: 'GetStage',
    access: 'read',
    authorize: onApi('GET', ({ stageName }) => `/stages/${stageName}`),
    handle: async ({ restApiId, stageName }, context) =>
      protectedStage(webAcls, context, restApiId, await stageOf(context, restApiId, stageName)),
  };
}

export function createGetStages({ webAcls }: StageParts): ApiGatewayOperation<'GetStages'> {
  return {
    name: 'GetStages',
    access: 'read',
    authorize: onApi('GET', () => '/stages'),
    handle: async ({ restApiId, deploymentId }, context) => {
      await apiOf(context, restApiId);
      const all = await everyOf(context.view, stages, { prefix: childId(restApiId, '') });
      const wanted = all.filter(
        (stage) => deploymentId === undefined || stage.deploymentId === deploymentId,
      );
      const item = wanted.map((stage) => protectedStage(webAcls, context, restApiId, stage));
      return { item: await Promise.all(item) };
    },
  };
}

const LOGGING = ['OFF', 'ERROR', 'INFO'];

/** `/{resource}/{method}/throttling/rateLimit`: settings of one method, or of all by asterisks. */
function setting(below: string, name: string, rule: (path: string) => PatchRule): PatchRule {
  const path = `/{}/{}${below}`;
  const { ops, apply } = rule(path);
  return {
    path,
    ops,
    apply: (document, patch) => {
      const [resource = '', method = ''] = patch.keys;
      const key = `${resource.replace(/^\/(?=.)/, '').replaceAll('/', '~1')}/${method}`;
      const segments = ['methodSettings', key, name];
      return apply(document, { ...patch, segments });
    },
  };
}

const removable = { removable: true };

const RULES: readonly PatchRule[] = [
  text('/deploymentId', { mayBeEmpty: false }),
  text('/description', removable),
  flag('/tracingEnabled'),
  flag('/cacheClusterEnabled'),
  text('/documentationVersion', removable),
  entry('/variables/{}'),
  text('/accessLogSettings/destinationArn', removable),
  text('/accessLogSettings/format', removable),
  {
    path: '/accessLogSettings',
    ops: ['remove'],
    apply: (document: JsonObject) => placed(document, ['accessLogSettings'], undefined),
  },
  setting('/metrics/enabled', 'metricsEnabled', flag),
  setting('/logging/loglevel', 'loggingLevel', (path) => text(path, { oneOf: LOGGING })),
  setting('/logging/dataTrace', 'dataTraceEnabled', flag),
  setting('/throttling/burstLimit', 'throttlingBurstLimit', (path) => count(path, removable)),
  setting('/throttling/rateLimit', 'throttlingRateLimit', (path) => count(path, removable)),
  setting('/caching/enabled', 'cachingEnabled', flag),
  setting('/caching/ttlInSeconds', 'cacheTtlInSeconds', (path) => count(path, { max: 3_600 })),
  setting('/caching/dataEncrypted', 'cacheDataEncrypted', flag),
  {
    path: '/{}/{}',
    ops: ['remove'],
    apply: (document, { keys: [resource = '', method = ''] }) => {
      const key = `${resource.replace(/^\/(?=.)/, '').replaceAll('/', '~1')}/${method}`;
      return placed(document, ['methodSettings', key], undefined);
    },
  },
];

export function createUpdateStage({ webAcls }: StageParts): ApiGatewayOperation<'UpdateStage'> {
  return {
    name: 'UpdateStage',
    access: 'write',
    authorize: onApi('PATCH', ({ stageName }) => `/stages/${stageName}`),
    handle: async ({ restApiId, stageName, patchOperations }, context) => {
      const before = await stageOf(context, restApiId, stageName);
      if (patchOperations?.some(({ path }) => path?.startsWith('/canarySettings')) === true) {
        throw unbuilt('UpdateStage', 'canary releases');
      }
      const stage = applied(before, patchOperations, RULES);
      if (stage.cacheClusterEnabled === true) throw unbuilt('UpdateStage', 'cache clusters');
      if (Object.values(stage.methodSettings ?? {}).some((one) => one.cachingEnabled === true)) {
        throw unbuilt('UpdateStage', 'caches of methods');
      }
      if (stage.documentationVersion !== undefined) {
        throw unbuilt('UpdateStage', 'documentation versions');
      }
      assertVariables(stage.variables);
      await assertDeployment(context, restApiId, stage.deploymentId);
      const changed = { ...stage, updated: context.call.now };
      context.view.put(stages, childId(restApiId, stageName), changed);
      return protectedStage(webAcls, context, restApiId, changed);
    },
  };
}

export function createDeleteStage({ webAcls }: StageParts): ApiGatewayOperation<'DeleteStage'> {
  return {
    name: 'DeleteStage',
    access: 'write',
    authorize: onApi('DELETE', ({ stageName }) => `/stages/${stageName}`),
    handle: async ({ restApiId, stageName }, context) => {
      await stageOf(context, restApiId, stageName);
      const { view } = context;
      const key = `${restApiId}/${stageName}`;
      const planned = await view.list(usagePlans, { index: 'stage', prefix: key, limit: 1 });
      if (planned.items.some((item) => item.key === key)) {
        throw badRequest('Cannot delete a stage that is associated with a usage plan');
      }
      const mapped = await view.list(mappings, { index: 'api', prefix: key, limit: 1 });
      if (mapped.items.some((item) => item.key === key)) {
        throw badRequest(
          `Deleting stage ${stageName} failed. Please remove all base path mappings related to the stage in your account.`,
        );
      }
      view.delete(stages, childId(restApiId, stageName));
      const { unit, call } = context;
      webAcls.resourceDeleted(unit, call.scope, stageArn(call.scope, restApiId, stageName));
      return {};
    },
  };
}

/** What authorizers said of callers is asked again. */
export const flushStageAuthorizersCache: ApiGatewayOperation<'FlushStageAuthorizersCache'> = {
  name: 'FlushStageAuthorizersCache',
  access: 'write',
  authorize: onApi('DELETE', ({ stageName }) => `/stages/${stageName}/cache/authorizers`),
  handle: async ({ restApiId, stageName }, context) => {
    const stage = await stageOf(context, restApiId, stageName);
    const flushes = stage.flushes + 1;
    context.view.put(stages, childId(restApiId, stageName), { ...stage, flushes });
    return {};
  },
};
