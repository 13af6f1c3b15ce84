import type {
  CreateDeploymentRequest,
  Deployment,
  MethodSnapshot,
} from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { onApi } from './authorization.ts';
import { apiOf, definitionOf } from './definitions.ts';
import { text } from './domain/patch.ts';
import { badRequest, invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { isFull, pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import { assertStageName, assertVariables, newStage, STAGES_MAX } from './stages.ts';
import {
  childId,
  type Definition,
  type DeploymentDocument,
  deployments,
  type Snapshot,
  snapshots,
  stages,
} from './state.ts';

type Summary = Readonly<Record<string, Readonly<Record<string, MethodSnapshot>>>>;

function shown({ created, ...rest }: DeploymentDocument, apiSummary?: Summary): Deployment {
  const createdDate = new Date(created);
  return { ...rest, createdDate, ...(apiSummary === undefined ? {} : { apiSummary }) };
}

function summaryOf({ definition }: Snapshot): Summary {
  return Object.fromEntries(
    Object.values(definition.resources)
      .filter(({ methods }) => Object.keys(methods).length > 0)
      .map(({ path, methods }) => [
        path,
        Object.fromEntries(
          Object.entries(methods).map(([name, { authorizationType, apiKeyRequired }]) => [
            name,
            { authorizationType, apiKeyRequired },
          ]),
        ),
      ]),
  );
}

export const createDeployment: ApiGatewayOperation<'CreateDeployment'> = {
  name: 'CreateDeployment',
  access: 'write',
  authorize: onApi('POST', () => '/deployments'),
  handle: async (input, context) => {
    if (input.canarySettings !== undefined) throw unbuilt('CreateDeployment', 'canary releases');
    if (input.cacheClusterEnabled === true) throw unbuilt('CreateDeployment', 'cache clusters');
    const { view, call } = context;
    const api = await apiOf(context, input.restApiId);
    const definition = await definitionOf(context, input.restApiId);
    assertDeployable(definition);
    const { description } = input;
    const id = await context.once(() => randomId(6));
    const deployment: DeploymentDocument = {
      id,
      created: call.now,
      ...(description === undefined ? {} : { description }),
    };
    const snapshot: Snapshot = {
      definition,
      policy: api.policy,
      apiKeySource: api.apiKeySource ?? 'HEADER',
      binaryMediaTypes: api.binaryMediaTypes ?? [],
    };
    view.put(deployments, childId(api.id, id), deployment);
    view.put(snapshots, childId(api.id, id), snapshot);
    if (input.stageName !== undefined && input.stageName !== '') {
      await putStage(context, input, input.stageName, id);
    }
    return shown(deployment, summaryOf(snapshot));
  },
};

/** Errors: BadRequestException. */
function assertDeployable({ resources }: Definition): void {
  const methods = Object.values(resources).flatMap((resource) => Object.values(resource.methods));
  if (methods.length === 0) throw badRequest("The REST API doesn't contain any methods");
  if (methods.some(({ methodIntegration }) => methodIntegration === undefined)) {
    throw badRequest('No integration defined for method');
  }
}

async function putStage(
  { view, call }: Context,
  input: CreateDeploymentRequest,
  stageName: string,
  deploymentId: string,
): Promise<void> {
  assertStageName(stageName);
  const id = childId(input.restApiId, stageName);
  const before = await view.get(stages, id);
  if (before === undefined) {
    const prefix = childId(input.restApiId, '');
    if (await isFull(view, stages, STAGES_MAX, { prefix })) {
      throw limitExceeded('Stages', ' for this API');
    }
  }
  assertVariables(input.variables);
  const { variables, tracingEnabled, stageDescription } = input;
  const given = {
    deploymentId,
    ...(variables === undefined ? {} : { variables }),
    ...(tracingEnabled === undefined ? {} : { tracingEnabled }),
    ...(stageDescription === undefined ? {} : { description: stageDescription }),
  };
  const stage = { ...(before ?? newStage(stageName, deploymentId, call.now)), ...given };
  view.put(stages, id, { ...stage, updated: call.now });
}

async function deploymentOf(context: Context, apiId: string, id: string) {
  await apiOf(context, apiId);
  const deployment = await context.view.get(deployments, childId(apiId, id));
  if (deployment === undefined) throw invalidIdentifier('Deployment');
  return deployment;
}

export const getDeployment: ApiGatewayOperation<'GetDeployment'> = {
  name: 'GetDeployment',
  access: 'read',
  authorize: onApi('GET', ({ deploymentId }) => `/deployments/${deploymentId}`),
  handle: async ({ restApiId, deploymentId, embed }, context) => {
    const deployment = await deploymentOf(context, restApiId, deploymentId);
    if (embed?.includes('apisummary') !== true) return shown(deployment);
    const snapshot = await context.view.get(snapshots, childId(restApiId, deploymentId));
    return shown(deployment, snapshot === undefined ? {} : summaryOf(snapshot));
  },
};

export const getDeployments: ApiGatewayOperation<'GetDeployments'> = {
  name: 'GetDeployments',
  access: 'read',
  authorize: onApi('GET', () => '/deployments'),
  handle: async (input, context) => {
    await apiOf(context, input.restApiId);
    const prefix = childId(input.restApiId, '');
    const { items, ...next } = await pageOfCollection(context, input, deployments, { prefix });
    return { items: items.map((deployment) => shown(deployment)), ...next };
  },
};

const RULES = [text('/description')];

export const updateDeployment: ApiGatewayOperation<'UpdateDeployment'> = {
  name: 'UpdateDeployment',
  access: 'write',
  authorize: onApi('PATCH', ({ deploymentId }) => `/deployments/${deploymentId}`),
  handle: async ({ restApiId, deploymentId, patchOperations }, context) => {
    const before = await deploymentOf(context, restApiId, deploymentId);
    const deployment = applied(before, patchOperations, RULES);
    context.view.put(deployments, childId(restApiId, deploymentId), deployment);
    return shown(deployment);
  },
};

export const deleteDeployment: ApiGatewayOperation<'DeleteDeployment'> = {
  name: 'DeleteDeployment',
  access: 'write',
  authorize: onApi('DELETE', ({ deploymentId }) => `/deployments/${deploymentId}`),
  handle: async ({ restApiId, deploymentId }, context) => {
    await deploymentOf(context, restApiId, deploymentId);
    const { view } = context;
    const all = await everyOf(view, stages, { prefix: childId(restApiId, '') });
    if (all.some((stage) => stage.deploymentId === deploymentId)) {
      throw badRequest('Active stages pointing to this deployment must be moved or deleted');
    }
    view.delete(deployments, childId(restApiId, deploymentId));
    view.delete(snapshots, childId(restApiId, deploymentId));
    return {};
  },
};
