import type { Service } from '../../contract/service.ts';
import {
  createDomainNameAccessAssociation,
  deleteDomainNameAccessAssociation,
  getDomainNameAccessAssociations,
} from './access-associations.ts';
import { getAccount, updateAccount } from './account.ts';
import { createApiKey, deleteApiKey, getApiKey, getApiKeys, updateApiKey } from './api-keys.ts';
import {
  createResource,
  deleteResource,
  getResource,
  getResources,
  updateResource,
} from './api-resources.ts';
import {
  createAuthorizer,
  deleteAuthorizer,
  getAuthorizer,
  getAuthorizers,
  updateAuthorizer,
} from './authorizers.ts';
import {
  createBasePathMapping,
  deleteBasePathMapping,
  getBasePathMapping,
  getBasePathMappings,
  updateBasePathMapping,
} from './path-mappings.ts';
import { type CallParts, StageCalls } from './calls/answer.ts';
import { createApiSites } from './calls/sites.ts';
import {
  createDeployment,
  deleteDeployment,
  getDeployment,
  getDeployments,
  updateDeployment,
} from './deployments.ts';
import {
  createCreateDomainName,
  createGetDomainName,
  createGetDomainNames,
  createUpdateDomainName,
  deleteDomainName,
} from './domain-names.ts';
import {
  deleteGatewayResponse,
  getGatewayResponse,
  getGatewayResponses,
  putGatewayResponse,
  updateGatewayResponse,
} from './gateway-responses.ts';
import {
  deleteIntegration,
  deleteIntegrationResponse,
  getIntegration,
  getIntegrationResponse,
  putIntegration,
  putIntegrationResponse,
  updateIntegration,
  updateIntegrationResponse,
} from './integrations.ts';
import {
  deleteMethod,
  deleteMethodResponse,
  getMethod,
  getMethodResponse,
  putMethod,
  putMethodResponse,
  updateMethod,
  updateMethodResponse,
} from './methods.ts';
import { createModel, deleteModel, getModel, getModels, updateModel } from './models.ts';
import type { PolicyParts } from './operation.ts';
import type { MappedApis } from './port.ts';
import {
  createUsagePlanKey,
  deleteUsagePlanKey,
  getUsagePlanKey,
  getUsagePlanKeys,
} from './plan-keys.ts';
import {
  createRequestValidator,
  deleteRequestValidator,
  getRequestValidator,
  getRequestValidators,
  updateRequestValidator,
} from './request-validators.ts';
import {
  createCreateRestApi,
  createGetRestApi,
  createGetRestApis,
  createUpdateRestApi,
  deleteRestApi,
} from './rest-apis.ts';
import {
  createStage,
  createDeleteStage,
  flushStageAuthorizersCache,
  createGetStage,
  createGetStages,
  createUpdateStage,
  type StageParts,
} from './stages.ts';
import {
  accounts,
  apiKeys,
  apis,
  associations,
  definitions,
  deployments,
  domains,
  hosts,
  mappings,
  planKeys,
  snapshots,
  stages,
  usagePlans,
  usages,
} from './state.ts';
import { getTags, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { getUsage, updateUsage } from './usage.ts';
import {
  createUsagePlan,
  deleteUsagePlan,
  getUsagePlan,
  getUsagePlans,
  updateUsagePlan,
} from './usage-plans.ts';

/** What an API consists of. */
const definitionOperations = [
  deleteRestApi,
  createResource,
  getResource,
  getResources,
  updateResource,
  deleteResource,
  putMethod,
  getMethod,
  updateMethod,
  deleteMethod,
  putMethodResponse,
  getMethodResponse,
  updateMethodResponse,
  deleteMethodResponse,
  putIntegration,
  getIntegration,
  updateIntegration,
  deleteIntegration,
  putIntegrationResponse,
  getIntegrationResponse,
  updateIntegrationResponse,
  deleteIntegrationResponse,
  createModel,
  getModel,
  getModels,
  updateModel,
  deleteModel,
  createRequestValidator,
  getRequestValidator,
  getRequestValidators,
  updateRequestValidator,
  deleteRequestValidator,
  createAuthorizer,
  getAuthorizer,
  getAuthorizers,
  updateAuthorizer,
  deleteAuthorizer,
  putGatewayResponse,
  getGatewayResponse,
  getGatewayResponses,
  updateGatewayResponse,
  deleteGatewayResponse,
];

/** What its callers meet, and who they are. */
const stageOperations = [
  createDeployment,
  getDeployment,
  getDeployments,
  updateDeployment,
  deleteDeployment,
  createStage,
  flushStageAuthorizersCache,
  createApiKey,
  getApiKey,
  getApiKeys,
  updateApiKey,
  deleteApiKey,
  createUsagePlan,
  getUsagePlan,
  getUsagePlans,
  updateUsagePlan,
  deleteUsagePlan,
  createUsagePlanKey,
  getUsagePlanKey,
  getUsagePlanKeys,
  deleteUsagePlanKey,
  getUsage,
  updateUsage,
  deleteDomainName,
  createBasePathMapping,
  getBasePathMapping,
  getBasePathMappings,
  updateBasePathMapping,
  deleteBasePathMapping,
  createDomainNameAccessAssociation,
  getDomainNameAccessAssociations,
  deleteDomainNameAccessAssociation,
  getAccount,
  updateAccount,
  tagResource,
  untagResource,
  getTags,
];

const collections = [
  accounts,
  apiKeys,
  apis,
  associations,
  definitions,
  deployments,
  domains,
  hosts,
  mappings,
  planKeys,
  snapshots,
  stages,
  usagePlans,
  usages,
];

export interface ApiGatewayParts extends PolicyParts, CallParts, StageParts {
  readonly httpApis: MappedApis;
}

/** API Gateway: REST APIs, and the names that customers give them. */
export function createApiGatewayService(parts: ApiGatewayParts): Service {
  return {
    id: 'apigateway',
    principal: 'apigateway.amazonaws.com',
    operations: [
      createCreateRestApi(parts),
      createGetRestApi(parts),
      createGetRestApis(parts),
      createUpdateRestApi(parts),
      createCreateDomainName(parts),
      createGetDomainName(parts),
      createGetDomainNames(parts),
      createUpdateDomainName(parts),
      createGetStage(parts),
      createGetStages(parts),
      createUpdateStage(parts),
      createDeleteStage(parts),
      ...definitionOperations,
      ...stageOperations,
    ],
    notImplemented,
    collections,
    jobs: [],
    edge: createApiSites(new StageCalls(parts), parts.httpApis),
    denialCode: { code: 'AccessDeniedException', status: 403 },
    validationCode: 'BadRequestException',
    // Who knows an API key's value is the key's client.
    unrecordedMembers: new Set(['ApiKey.value', 'CreateApiKeyRequest.value', 'UsagePlanKey.value']),
  };
}
