import type { Deployment } from '../../../models/apigatewayv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { badRequest, childId, pageOfCollection, randomId } from '../apigateway/port.ts';
import { onApi } from './authorization.ts';
import { invalidIdentifier } from './errors.ts';
import { apiOf, definitionOf, type HttpApiOperation, pageAnswer, pageInput } from './operation.ts';
import { type DeploymentDocument, deployments, snapshots, stages } from './state.ts';

function shown({ created, ...deployment }: DeploymentDocument): Deployment {
  return { ...deployment, CreatedDate: new Date(created) };
}

async function deploymentOf(context: Context, apiId: string, id: string) {
  await apiOf(context, apiId);
  const deployment = await context.view.get(deployments, childId(apiId, id));
  if (deployment === undefined) throw invalidIdentifier('Deployment');
  return deployment;
}

export const createDeployment: HttpApiOperation<'CreateDeployment'> = {
  name: 'CreateDeployment',
  access: 'write',
  authorize: onApi('POST', () => '/deployments'),
  handle: async ({ ApiId, Description, StageName }, context) => {
    const definition = await definitionOf(context, ApiId);
    if (Object.keys(definition.routes).length === 0) {
      throw badRequest('Unable to deploy API because no routes exist in this API');
    }
    const { view, call } = context;
    const DeploymentId = await context.once(() => randomId(6));
    const deployment: DeploymentDocument = {
      DeploymentId,
      AutoDeployed: false,
      DeploymentStatus: 'DEPLOYED',
      Description,
      created: call.now,
    };
    if (StageName !== undefined) {
      const id = childId(ApiId, StageName);
      const stage = await view.get(stages, id);
      if (stage === undefined) throw invalidIdentifier('stage');
      if (stage.AutoDeploy === true) {
        throw badRequest('Deployments can not be made to stages with autoDeploy enabled');
      }
      view.put(stages, id, { ...stage, DeploymentId, updated: call.now });
    }
    view.put(deployments, childId(ApiId, DeploymentId), deployment);
    view.put(snapshots, childId(ApiId, DeploymentId), definition);
    return shown(deployment);
  },
};

export const getDeployment: HttpApiOperation<'GetDeployment'> = {
  name: 'GetDeployment',
  access: 'read',
  authorize: onApi('GET', ({ DeploymentId }) => `/deployments/${DeploymentId}`),
  handle: async ({ ApiId, DeploymentId }, context) =>
    shown(await deploymentOf(context, ApiId, DeploymentId)),
};

export const getDeployments: HttpApiOperation<'GetDeployments'> = {
  name: 'GetDeployments',
  access: 'read',
  authorize: onApi('GET', () => '/deployments'),
  handle: async (input, context) => {
    await apiOf(context, input.ApiId);
    const prefix = childId(input.ApiId, '');
    const page = await pageOfCollection(context, pageInput(input), deployments, { prefix });
    return pageAnswer({ ...page, items: page.items.map(shown) });
  },
};

export const updateDeployment: HttpApiOperation<'UpdateDeployment'> = {
  name: 'UpdateDeployment',
  access: 'write',
  authorize: onApi('PATCH', ({ DeploymentId }) => `/deployments/${DeploymentId}`),
  handle: async ({ ApiId, DeploymentId, Description }, context) => {
    const deployment = { ...(await deploymentOf(context, ApiId, DeploymentId)), Description };
    context.view.put(deployments, childId(ApiId, DeploymentId), deployment);
    return shown(deployment);
  },
};

export const deleteDeployment: HttpApiOperation<'DeleteDeployment'> = {
  name: 'DeleteDeployment',
  access: 'write',
  authorize: onApi('DELETE', ({ DeploymentId }) => `/deployments/${DeploymentId}`),
  handle: async ({ ApiId, DeploymentId }, context) => {
    await deploymentOf(context, ApiId, DeploymentId);
    const { view } = context;
    const all = await everyOf(view, stages, { prefix: childId(ApiId, '') });
    if (all.some((stage) => stage.DeploymentId === DeploymentId)) {
      throw badRequest('Active stages pointing to this deployment must be moved or deleted');
    }
    view.delete(deployments, childId(ApiId, DeploymentId));
    view.delete(snapshots, childId(ApiId, DeploymentId));
    return {};
  },
};
