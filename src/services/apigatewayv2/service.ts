import type { Service } from '../../contract/service.ts';
import {
  createApiMapping,
  deleteApiMapping,
  getApiMapping,
  getApiMappings,
  updateApiMapping,
} from './api-mappings.ts';
import {
  createApi,
  deleteApi,
  deleteCorsConfiguration,
  getApi,
  getApis,
  updateApi,
} from './apis.ts';
import {
  createAuthorizer,
  deleteAuthorizer,
  getAuthorizer,
  getAuthorizers,
  updateAuthorizer,
} from './authorizers.ts';
import type { HttpCalls } from './calls/answer.ts';
import { createHttpApiSites } from './calls/sites.ts';
import {
  createDeployment,
  deleteDeployment,
  getDeployment,
  getDeployments,
  updateDeployment,
} from './deployments.ts';
import {
  createDomainName,
  deleteDomainName,
  getDomainName,
  getDomainNames,
  updateDomainName,
} from './domain-names.ts';
import {
  createIntegration,
  deleteIntegration,
  getIntegration,
  getIntegrations,
  updateIntegration,
} from './integrations.ts';
import { createRoute, deleteRoute, getRoute, getRoutes, updateRoute } from './routes.ts';
import {
  createStage,
  deleteRouteSettings,
  deleteStage,
  getStage,
  getStages,
  resetAuthorizersCache,
  updateStage,
} from './stages.ts';
import { apis, definitions, deployments, hosts, snapshots, stages } from './state.ts';
import { getTags, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** API Gateway V2: HTTP APIs. */
export function createHttpApisService(calls: HttpCalls): Service {
  return {
    id: 'apigatewayv2',
    principal: 'apigateway.amazonaws.com',
    operations: [
      createApi,
      getApi,
      getApis,
      updateApi,
      deleteApi,
      deleteCorsConfiguration,
      createIntegration,
      getIntegration,
      getIntegrations,
      updateIntegration,
      deleteIntegration,
      createRoute,
      getRoute,
      getRoutes,
      updateRoute,
      deleteRoute,
      createAuthorizer,
      getAuthorizer,
      getAuthorizers,
      updateAuthorizer,
      deleteAuthorizer,
      createStage,
      getStage,
      getStages,
      updateStage,
      deleteStage,
      deleteRouteSettings,
      resetAuthorizersCache,
      createDeployment,
      getDeployment,
      getDeployments,
      updateDeployment,
      deleteDeployment,
      createDomainName,
      getDomainName,
      getDomainNames,
      updateDomainName,
      deleteDomainName,
      createApiMapping,
      getApiMapping,
      getApiMappings,
      updateApiMapping,
      deleteApiMapping,
      tagResource,
      untagResource,
      getTags,
    ],
    notImplemented,
    collections: [apis, definitions, deployments, hosts, snapshots, stages],
    jobs: [],
    edge: createHttpApiSites(calls),
    denialCode: { code: 'AccessDeniedException', status: 403 },
    validationCode: 'BadRequestException',
  };
}
