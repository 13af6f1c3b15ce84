import type { JsonObject } from '../../../core/json.ts';
import { listOf, objectOf, picked, textOf, textsOf } from './made.ts';
import { elementPatches, entryPatches, patch, patchesOf, pathSegment } from './patches.ts';
import type { Changing, Made, ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const ID_MAX = 64;
const TAGS = mappedTags('apigateway');

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('apigateway', operation, input);
}

function arnOf({ partition, scope }: Work, path: string): string {
  return `arn:${partition}:apigateway:${scope.region}::${path}`;
}

const API = [
  'BinaryMediaTypes',
  'CloneFrom',
  'Description',
  'DisableExecuteApiEndpoint',
  'EndpointAccessMode',
  'EndpointConfiguration',
  'MinimumCompressionSize',
  'Name',
  'Policy',
  'SecurityPolicy',
  'Version',
] as const;
const API_PATHS = {
  ApiKeySourceType: '/apiKeySource',
  Description: '/description',
  DisableExecuteApiEndpoint: '/disableExecuteApiEndpoint',
  EndpointAccessMode: '/endpointAccessMode',
  MinimumCompressionSize: '/minimumCompressionSize',
  Name: '/name',
  Policy: '/policy',
  SecurityPolicy: '/securityPolicy',
  Version: '/version',
};

const restApi: ResourceType = {
  name: 'AWS::ApiGateway::RestApi',
  needs: 'apigateway:CreateRestApi',
  handles: `${API.join(' ')} ApiKeySourceType Tags`,
  create: async (work, properties) => {
    const { ApiKeySourceType } = properties;
    const { id, rootResourceId } = await call(work, 'CreateRestApi', {
      ...picked(properties, ...API),
      ...(ApiKeySourceType === undefined ? {} : { apiKeySource: ApiKeySourceType }),
      ...givenTags(work, properties['Tags']),
    });
    const attributes = { RestApiId: id, RootResourceId: rootResourceId };
    return { id: String(id), attributes };
  },
  replaces: ({ changed }) => changed.includes('CloneFrom'),
  update: async (work, change) => {
    const { id: restApiId, before, properties, changed, attributes } = change;
    const binary = (from: JsonObject): readonly string[] => textsOf(from['BinaryMediaTypes']);
    const patchOperations = [
      ...patchesOf(change, API_PATHS),
      ...elementPatches('/binaryMediaTypes', binary(before), binary(properties)),
      ...(changed.includes('EndpointConfiguration') ? endpointPatches(before, properties) : []),
    ];
    if (patchOperations.length > 0) {
      await call(work, 'UpdateRestApi', { restApiId, patchOperations });
    }
    await changeTags(work, change, arnOf(work, `/restapis/${restApiId}`), TAGS);
    return { id: restApiId, attributes };
  },
  delete: async (work, { id: restApiId }) => {
    await work.attempt('apigateway', 'DeleteRestApi', { restApiId });
    return undefined;
  },
};

/** From one kind of endpoint to another: for APIs and their domains. */
export function endpointPatches(before: JsonObject, after: JsonObject): JsonObject[] {
  const configuration = (from: JsonObject): JsonObject => objectOf(from['EndpointConfiguration']);
  const [had, wanted] = [configuration(before), configuration(after)];
  const type = (from: JsonObject): string => textsOf(from['Types'])[0] ?? 'EDGE';
  const path = '/endpointConfiguration';
  const vpcs = (from: JsonObject): readonly string[] => textsOf(from['VpcEndpointIds']);
  const vpcPatch = (op: string) => (value: string) => ({
    op,
    path: `${path}/vpcEndpointIds`,
    value,
  });
  const added = vpcs(wanted).filter((id) => !vpcs(had).includes(id));
  const gone = vpcs(had).filter((id) => !vpcs(wanted).includes(id));
  return [
    ...(type(had) === type(wanted) ? [] : [patch(`${path}/types/${type(had)}`, type(wanted))]),
    ...(had['IpAddressType'] === wanted['IpAddressType']
      ? []
      : [patch(`${path}/ipAddressType`, wanted['IpAddressType'] ?? 'ipv4')]),
    ...added.map(vpcPatch('add')),
    ...gone.map(vpcPatch('remove')),
  ];
}

const resource: ResourceType = {
  name: 'AWS::ApiGateway::Resource',
  needs: 'apigateway:CreateResource',
  handles: 'ParentId PathPart RestApiId',
  create: async (work, properties) => {
    const { id } = await call(
      work,
      'CreateResource',
      picked(properties, 'ParentId', 'PathPart', 'RestApiId'),
    );
    return { id: String(id), attributes: { ResourceId: id } };
  },
  delete: async (work, { id: resourceId, properties }) => {
    const { RestApiId } = properties;
    await work.attempt('apigateway', 'DeleteResource', { RestApiId, resourceId });
    return undefined;
  },
};

const METHOD = [
  'ApiKeyRequired',
  'AuthorizationScopes',
  'AuthorizerId',
  'OperationName',
  'RequestModels',
  'RequestParameters',
  'RequestValidatorId',
] as const;

function methodKey(properties: JsonObject): JsonObject {
  return picked(properties, 'HttpMethod', 'ResourceId', 'RestApiId');
}

/** A method with what stands behind it. `put` is told when the method itself is there. */
async function putMethod(work: Work, properties: JsonObject, put: () => void): Promise<void> {
  const key = methodKey(properties);
  const { AuthorizationType = 'NONE', Integration, MethodResponses } = properties;
  const given = picked(properties, ...METHOD);
  await call(work, 'PutMethod', { ...key, ...given, AuthorizationType });
  put();
  for (const response of listOf(MethodResponses)) {
    await call(work, 'PutMethodResponse', { ...key, ...objectOf(response) });
  }
  if (Integration === undefined) return;
  const { IntegrationResponses, ...integration } = objectOf(Integration);
  await call(work, 'PutIntegration', { ...integration, ...key });
  for (const response of listOf(IntegrationResponses)) {
    await call(work, 'PutIntegrationResponse', { ...key, ...objectOf(response) });
  }
}

const method: ResourceType = {
  name: 'AWS::ApiGateway::Method',
  needs: 'apigateway:PutMethod',
  handles: `${METHOD.join(' ')} AuthorizationType HttpMethod Integration MethodResponses ResourceId RestApiId`,
  create: async (work, properties) => {
    const id = work.name(ID_MAX);
    await putMethod(work, properties, () => work.holds(id));
    return { id };
  },
  // What callers meet is a deployment's copy: the method may be made anew in its place.
  update: async (work, { id, before, properties, attributes }) => {
    await work.attempt('apigateway', 'DeleteMethod', methodKey(before));
    await putMethod(work, properties, () => undefined);
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    await work.attempt('apigateway', 'DeleteMethod', methodKey(properties));
    return undefined;
  },
};

const deployment: ResourceType = {
  name: 'AWS::ApiGateway::Deployment',
  needs: 'apigateway:CreateDeployment',
  handles: 'Description RestApiId StageName',
  create: async (work, properties) => {
    const given = picked(properties, 'Description', 'RestApiId', 'StageName');
    const { id } = await call(work, 'CreateDeployment', given);
    return { id: String(id), attributes: { DeploymentId: id } };
  },
  replaces: ({ changed }) => changed.includes('StageName'),
  update: async (work, change) => {
    const { id: deploymentId, properties, attributes } = change;
    const { RestApiId } = properties;
    const patchOperations = patchesOf(change, { Description: '/description' });
    await call(work, 'UpdateDeployment', { RestApiId, deploymentId, patchOperations });
    return { id: deploymentId, attributes };
  },
  delete: async (work, { id: deploymentId, properties }) => {
    const { RestApiId, StageName } = properties;
    if (StageName !== undefined) await deleteStage(work, { RestApiId, StageName, deploymentId });
    await work.attempt('apigateway', 'DeleteDeployment', { RestApiId, deploymentId });
    return undefined;
  },
};

/** The stage that came with a deployment goes with it, unless it shows another by now. */
async function deleteStage(
  work: Work,
  { RestApiId, StageName, deploymentId }: Readonly<Record<string, JsonObject[string]>>,
): Promise<void> {
  const found = await work.attempt('apigateway', 'GetStage', { RestApiId, StageName });
  if (found?.['deploymentId'] !== deploymentId) return;
  await work.attempt('apigateway', 'DeleteStage', { RestApiId, StageName });
}

const STAGE = [
  'CacheClusterEnabled',
  'CacheClusterSize',
  'DeploymentId',
  'Description',
  'DocumentationVersion',
  'RestApiId',
  'StageName',
  'TracingEnabled',
  'Variables',
] as const;
const STAGE_PATHS = {
  CacheClusterEnabled: '/cacheClusterEnabled',
  CacheClusterSize: '/cacheClusterSize',
  ClientCertificateId: '/clientCertificateId',
  DeploymentId: '/deploymentId',
  Description: '/description',
  DocumentationVersion: '/documentationVersion',
  TracingEnabled: '/tracingEnabled',
};

const stage: ResourceType = {
  name: 'AWS::ApiGateway::Stage',
  needs: 'apigateway:CreateStage',
  handles: `${STAGE.join(' ')} AccessLogSetting CanarySetting ClientCertificateId MethodSettings Tags`,
  create: async (work, properties) => {
    const { CanarySetting } = properties;
    const { stageName } = await call(work, 'CreateStage', {
      ...picked(properties, ...STAGE),
      ...(CanarySetting === undefined ? {} : { canarySettings: CanarySetting }),
      ...givenTags(work, properties['Tags']),
    });
    const id = String(stageName);
    work.holds(id);
    const later = ['AccessLogSetting', 'ClientCertificateId', 'MethodSettings'];
    const changed = later.filter((name) => properties[name] !== undefined);
    await changeStage(work, { id, properties, before: {}, changed, attributes: {} });
    return { id };
  },
  update: async (work, change) => {
    const { id, properties, attributes } = change;
    await changeStage(work, change);
    const path = `/restapis/${String(properties['RestApiId'])}/stages/${id}`;
    await changeTags(work, change, arnOf(work, path), TAGS);
    return { id, attributes } satisfies Made;
  },
  delete: async (work, { id: StageName, properties }) => {
    const { RestApiId } = properties;
    await work.attempt('apigateway', 'DeleteStage', { RestApiId, StageName });
    return undefined;
  },
};

async function changeStage(work: Work, change: Changing): Promise<void> {
  const { id: StageName, before, properties, changed } = change;
  const part = (name: string) => [objectOf(before[name]), objectOf(properties[name])] as const;
  const [logs, canary] = [part('AccessLogSetting')[1], properties['CanarySetting']];
  const logPatches = [
    patch('/accessLogSettings/destinationArn', logs['DestinationArn']),
    patch('/accessLogSettings/format', logs['Format']),
  ];
  const patchOperations = [
    ...patchesOf(change, STAGE_PATHS),
    ...(changed.includes('CanarySetting') ? [patch('/canarySettings', canary)] : []),
    ...(changed.includes('Variables') ? entryPatches('/variables', ...part('Variables')) : []),
    ...(changed.includes('AccessLogSetting') ? logPatches : []),
    ...(changed.includes('MethodSettings') ? settingPatches(before, properties) : []),
  ];
  if (patchOperations.length === 0) return;
  const { RestApiId } = properties;
  await call(work, 'UpdateStage', { RestApiId, StageName, patchOperations });
}

const SETTINGS: Readonly<Record<string, string>> = {
  CacheDataEncrypted: 'caching/dataEncrypted',
  CacheTtlInSeconds: 'caching/ttlInSeconds',
  CachingEnabled: 'caching/enabled',
  DataTraceEnabled: 'logging/dataTrace',
  LoggingLevel: 'logging/loglevel',
  MetricsEnabled: 'metrics/enabled',
  ThrottlingBurstLimit: 'throttling/burstLimit',
  ThrottlingRateLimit: 'throttling/rateLimit',
};

/** Settings of methods, each by its own paths; those of all methods stand under asterisks. */
function settingPatches(before: JsonObject, after: JsonObject): JsonObject[] {
  const [had, wanted] = [settingsOf(before), settingsOf(after)];
  const gone = [...had.keys()].filter((path) => !wanted.has(path));
  const set = [...wanted].flatMap(([path, settings]) =>
    Object.entries(settings)
      .filter(([name]) => name !== 'ResourcePath' && name !== 'HttpMethod')
      .map(([name, value]) => patch(`${path}/${SETTINGS[name] ?? name}`, value)),
  );
  return [...gone.map((path) => ({ op: 'remove', path })), ...set];
}

function settingsOf(properties: JsonObject): ReadonlyMap<string, JsonObject> {
  return new Map(
    listOf(properties['MethodSettings']).map((one) => {
      const settings = objectOf(one);
      const path = textOf(settings['ResourcePath']) ?? '/*';
      const name = path === '/*' ? '*' : pathSegment(path);
      return [`/${name}/${textOf(settings['HttpMethod']) ?? '*'}`, settings];
    }),
  );
}

export const apiGatewayTypes: readonly ResourceType[] = [
  restApi,
  resource,
  method,
  deployment,
  stage,
];
