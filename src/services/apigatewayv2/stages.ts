import type { Stage } from '../../../models/apigatewayv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import {
  badRequest,
  childId,
  conflict,
  isFull,
  mappings,
  pageOfCollection,
  without,
} from '../apigateway/port.ts';
import { onApi } from './authorization.ts';
import { invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import { apiOf, changedBy, type HttpApiOperation, pageAnswer, pageInput } from './operation.ts';
import { deployments, type StageDocument, stages } from './state.ts';

const STAGES_MAX = 10;

function shown({ created, updated, tags, flushes: _times, ...stage }: StageDocument): Stage {
  return {
    ...stage,
    CreatedDate: new Date(created),
    LastUpdatedDate: new Date(updated),
    Tags: tags,
  };
}

async function stageOf(context: Context, apiId: string, name: string): Promise<StageDocument> {
  await apiOf(context, apiId);
  const stage = await context.view.get(stages, childId(apiId, name));
  if (stage === undefined) throw invalidIdentifier('stage');
  return stage;
}

async function assertDeployment(
  { view }: Context,
  apiId: string,
  id: string | undefined,
): Promise<void> {
  if (id === undefined) return;
  if ((await view.get(deployments, childId(apiId, id))) === undefined) {
    throw badRequest('Invalid deployment identifier specified');
  }
}

export const createStage: HttpApiOperation<'CreateStage'> = {
  name: 'CreateStage',
  access: 'write',
  authorize: onApi('POST', () => '/stages'),
  handle: async ({ ApiId, Tags: tags = {}, ...input }, context) => {
    await apiOf(context, ApiId);
    const { view, call } = context;
    if (!/^(?:\$default|[\w-]+)$/.test(input.StageName)) throw badRequest('Invalid stage name');
    if (input.ClientCertificateId !== undefined)
      throw unbuilt('CreateStage', 'client certificates');
    const id = childId(ApiId, input.StageName);
    if ((await view.get(stages, id)) !== undefined) throw conflict('Stage already exists');
    if (await isFull(view, stages, STAGES_MAX, { prefix: childId(ApiId, '') })) {
      throw limitExceeded('Stages');
    }
    await assertDeployment(context, ApiId, input.DeploymentId);
    const stage: StageDocument = {
      ...input,
      AutoDeploy: input.AutoDeploy ?? false,
      RouteSettings: input.RouteSettings ?? {},
      StageVariables: input.StageVariables ?? {},
      flushes: 0,
      tags,
      created: call.now,
      updated: call.now,
    };
    view.put(stages, id, stage);
    return shown(stage);
  },
};

export const getStage: HttpApiOperation<'GetStage'> = {
  name: 'GetStage',
  access: 'read',
  authorize: onApi('GET', ({ StageName }) => `/stages/${StageName}`),
  handle: async ({ ApiId, StageName }, context) => shown(await stageOf(context, ApiId, StageName)),
};

export const getStages: HttpApiOperation<'GetStages'> = {
  name: 'GetStages',
  access: 'read',
  authorize: onApi('GET', () => '/stages'),
  handle: async (input, context) => {
    await apiOf(context, input.ApiId);
    const prefix = childId(input.ApiId, '');
    const { items, ...next } = await pageOfCollection(context, pageInput(input), stages, {
      prefix,
    });
    return pageAnswer({ items: items.map(shown), ...next });
  },
};

export const updateStage: HttpApiOperation<'UpdateStage'> = {
  name: 'UpdateStage',
  access: 'write',
  authorize: onApi('PATCH', ({ StageName }) => `/stages/${StageName}`),
  handle: async ({ ApiId, StageName, ...changes }, context) => {
    const before = await stageOf(context, ApiId, StageName);
    if (changes.ClientCertificateId !== undefined)
      throw unbuilt('UpdateStage', 'client certificates');
    if (before.AutoDeploy === true && changes.DeploymentId !== undefined) {
      throw badRequest('The deploymentId can not be changed while autoDeploy is enabled');
    }
    await assertDeployment(context, ApiId, changes.DeploymentId);
    const stage = { ...changedBy(before, changes), updated: context.call.now };
    context.view.put(stages, childId(ApiId, StageName), stage);
    return shown(stage);
  },
};

export const deleteStage: HttpApiOperation<'DeleteStage'> = {
  name: 'DeleteStage',
  access: 'write',
  authorize: onApi('DELETE', ({ StageName }) => `/stages/${StageName}`),
  handle: async ({ ApiId, StageName }, context) => {
    await stageOf(context, ApiId, StageName);
    const { view } = context;
    const key = `${ApiId}/${StageName}`;
    const mapped = await view.list(mappings, { index: 'api', prefix: key, limit: 1 });
    if (mapped.items.some((item) => item.key === key)) {
      throw badRequest(
        `Deleting stage ${StageName} failed. Please remove all API mappings related to the stage in your account.`,
      );
    }
    view.delete(stages, childId(ApiId, StageName));
    return {};
  },
};

export const deleteRouteSettings: HttpApiOperation<'DeleteRouteSettings'> = {
  name: 'DeleteRouteSettings',
  access: 'write',
  authorize: onApi(
    'DELETE',
    ({ StageName, RouteKey }) => `/stages/${StageName}/routesettings/${RouteKey}`,
  ),
  handle: async ({ ApiId, StageName, RouteKey }, context) => {
    const stage = await stageOf(context, ApiId, StageName);
    const RouteSettings = without(stage.RouteSettings ?? {}, RouteKey);
    context.view.put(stages, childId(ApiId, StageName), { ...stage, RouteSettings });
    return {};
  },
};

export const resetAuthorizersCache: HttpApiOperation<'ResetAuthorizersCache'> = {
  name: 'ResetAuthorizersCache',
  access: 'write',
  authorize: onApi('DELETE', ({ StageName }) => `/stages/${StageName}/cache/authorizers`),
  handle: async ({ ApiId, StageName }, context) => {
    const stage = await stageOf(context, ApiId, StageName);
    const flushes = stage.flushes + 1;
    context.view.put(stages, childId(ApiId, StageName), { ...stage, flushes });
    return {};
  },
};
