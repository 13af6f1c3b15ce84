import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { endpointPatches } from './apigateway.ts';
import { listOf, objectOf, picked, textOf } from './made.ts';
import { patch, patchesOf, pathSegment } from './patches.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const NAME_MAX = 255;
const TAGS = mappedTags('apigateway');

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('apigateway', operation, input);
}

function arnOf({ partition, scope }: Work, path: string): string {
  return `arn:${partition}:apigateway:${scope.region}::${path}`;
}

const KEY_PATHS = {
  CustomerId: '/customerId',
  Description: '/description',
  Enabled: '/enabled',
};

const apiKey: ResourceType = {
  name: 'AWS::ApiGateway::ApiKey',
  needs: 'apigateway:CreateApiKey',
  handles: 'CustomerId Description Enabled GenerateDistinctId Name StageKeys Tags Value',
  create: async (work, properties) => {
    const { id } = await call(work, 'CreateApiKey', {
      ...picked(properties, 'CustomerId', 'Description', 'Enabled', 'GenerateDistinctId'),
      ...picked(properties, 'StageKeys', 'Value'),
      Name: textOf(properties['Name']) ?? work.name(NAME_MAX),
      ...givenTags(work, properties['Tags']),
    });
    return { id: String(id), attributes: { APIKeyId: id } };
  },
  replaces: ({ changed }) => changed.includes('StageKeys'),
  update: async (work, change) => {
    const { id, properties, attributes } = change;
    const given = { CustomerId: '', Description: '', Enabled: false, ...properties };
    const patchOperations = patchesOf({ ...change, properties: given }, KEY_PATHS);
    if (patchOperations.length > 0) {
      await call(work, 'UpdateApiKey', { apiKey: id, patchOperations });
    }
    await changeTags(work, change, arnOf(work, `/apikeys/${id}`), TAGS);
    return { id, attributes };
  },
  delete: async (work, { id }) => {
    await work.attempt('apigateway', 'DeleteApiKey', { apiKey: id });
    return undefined;
  },
};

function planStages(properties: JsonObject): readonly JsonObject[] {
  return listOf(properties['ApiStages']).map(objectOf);
}

function stageText({ ApiId, Stage }: JsonObject): string {
  return `${String(ApiId)}:${String(Stage)}`;
}

/** Stages that come and go, then the rates of their methods. */
function stagePatches(before: JsonObject, after: JsonObject): JsonObject[] {
  const [had, wanted] = [planStages(before), planStages(after)];
  const path = '/apiStages';
  // A stage whose rates differ is added anew: that takes away those it had.
  const texts = (all: readonly JsonObject[]): readonly string[] =>
    all.map((one) => JSON.stringify([stageText(one), one['Throttle'] ?? null]));
  const gone = had.filter((_, at) => !texts(wanted).includes(texts(had)[at] ?? ''));
  const fresh = wanted.filter((_, at) => !texts(had).includes(texts(wanted)[at] ?? ''));
  return [
    ...gone.map((one) => ({ op: 'remove', path, value: stageText(one) })),
    ...fresh.map((one) => ({ op: 'add', path, value: stageText(one) })),
    ...fresh.flatMap(ratePatches),
  ];
}

function ratePatches(stage: JsonObject): JsonObject[] {
  return Object.entries(objectOf(stage['Throttle'])).flatMap(([key, limits]) => {
    const at = key.lastIndexOf('/');
    const [resource, method] = [key.slice(0, at), key.slice(at + 1)];
    const path = `/apiStages/${stageText(stage)}/throttle/${pathSegment(resource)}/${method}`;
    const { BurstLimit, RateLimit } = objectOf(limits);
    return [
      ...(RateLimit === undefined ? [] : [patch(`${path}/rateLimit`, RateLimit)]),
      ...(BurstLimit === undefined ? [] : [patch(`${path}/burstLimit`, BurstLimit)]),
    ];
  });
}

/** Patches of a member that may be left out as a whole. */
function partPatches(path: string, wanted: JsonValue | undefined): JsonObject[] {
  const given = Object.entries(objectOf(wanted));
  const parts = given.map(([name, value]) =>
    patch(`${path}/${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, value),
  );
  return [{ op: 'remove', path }, ...parts];
}

const usagePlan: ResourceType = {
  name: 'AWS::ApiGateway::UsagePlan',
  needs: 'apigateway:CreateUsagePlan',
  handles: 'ApiStages Description Quota Tags Throttle UsagePlanName',
  create: async (work, properties) => {
    const { id } = await call(work, 'CreateUsagePlan', {
      Name: textOf(properties['UsagePlanName']) ?? work.name(NAME_MAX),
      ...picked(properties, 'ApiStages', 'Description', 'Quota', 'Throttle'),
      ...givenTags(work, properties['Tags']),
    });
    return { id: String(id), attributes: { Id: id } };
  },
  update: async (work, change) => {
    const { id: usagePlanId, before, properties, changed, attributes } = change;
    const patchOperations = [
      ...patchesOf(change, { Description: '/description' }),
      ...(changed.includes('UsagePlanName') && properties['UsagePlanName'] !== undefined
        ? [patch('/name', properties['UsagePlanName'])]
        : []),
      ...(changed.includes('ApiStages') ? stagePatches(before, properties) : []),
      ...(changed.includes('Quota') ? partPatches('/quota', properties['Quota']) : []),
      ...(changed.includes('Throttle') ? partPatches('/throttle', properties['Throttle']) : []),
    ];
    if (patchOperations.length > 0) {
      await call(work, 'UpdateUsagePlan', { usagePlanId, patchOperations });
    }
    await changeTags(work, change, arnOf(work, `/usageplans/${usagePlanId}`), TAGS);
    return { id: usagePlanId, attributes };
  },
  // A plan that has stages can't be deleted.
  delete: async (work, { id: usagePlanId, properties }) => {
    const patchOperations = stagePatches(properties, {});
    if (patchOperations.length > 0) {
      const input = { usagePlanId, patchOperations };
      await work.attempt('apigateway', 'UpdateUsagePlan', input);
    }
    await work.attempt('apigateway', 'DeleteUsagePlan', { usagePlanId });
    return undefined;
  },
};

const usagePlanKey: ResourceType = {
  name: 'AWS::ApiGateway::UsagePlanKey',
  needs: 'apigateway:CreateUsagePlanKey',
  handles: 'KeyId KeyType UsagePlanId',
  create: async (work, properties) => {
    const given = picked(properties, 'KeyId', 'KeyType', 'UsagePlanId');
    await call(work, 'CreateUsagePlanKey', given);
    const id = `${String(properties['KeyId'])}:${String(properties['UsagePlanId'])}`;
    return { id, attributes: { Id: id } };
  },
  delete: async (work, { properties }) => {
    const { KeyId, UsagePlanId } = properties;
    await work.attempt('apigateway', 'DeleteUsagePlanKey', { KeyId, UsagePlanId });
    return undefined;
  },
};

const DOMAIN = [
  'CertificateArn',
  'DomainName',
  'EndpointAccessMode',
  'EndpointConfiguration',
  'MutualTlsAuthentication',
  'OwnershipVerificationCertificateArn',
  'RegionalCertificateArn',
  'RoutingMode',
  'SecurityPolicy',
] as const;
const DOMAIN_PATHS = {
  CertificateArn: '/certificateArn',
  EndpointAccessMode: '/endpointAccessMode',
  OwnershipVerificationCertificateArn: '/ownershipVerificationCertificateArn',
  RegionalCertificateArn: '/regionalCertificateArn',
  RoutingMode: '/routingMode',
  SecurityPolicy: '/securityPolicy',
};

function domainAttributes(shown: JsonObject): JsonObject {
  const { distributionDomainName, distributionHostedZoneId, domainNameArn } = shown;
  const { regionalDomainName, regionalHostedZoneId } = shown;
  const all = {
    DistributionDomainName: distributionDomainName,
    DistributionHostedZoneId: distributionHostedZoneId,
    DomainNameArn: domainNameArn,
    RegionalDomainName: regionalDomainName,
    RegionalHostedZoneId: regionalHostedZoneId,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const domainName: ResourceType = {
  name: 'AWS::ApiGateway::DomainName',
  needs: 'apigateway:CreateDomainName',
  handles: `${DOMAIN.join(' ')} Tags`,
  create: async (work, properties) => {
    const shown = await call(work, 'CreateDomainName', {
      ...picked(properties, ...DOMAIN),
      ...givenTags(work, properties['Tags']),
    });
    return { id: String(shown['domainName']), attributes: domainAttributes(shown) };
  },
  update: async (work, change) => {
    const { id, before, properties, changed, attributes } = change;
    const { TruststoreUri, TruststoreVersion } = objectOf(properties['MutualTlsAuthentication']);
    const trust = '/mutualTlsAuthentication';
    const patchOperations = [
      ...patchesOf(change, DOMAIN_PATHS),
      ...(changed.includes('EndpointConfiguration') ? endpointPatches(before, properties) : []),
      ...(changed.includes('MutualTlsAuthentication')
        ? [
            patch(`${trust}/truststoreUri`, TruststoreUri ?? ''),
            ...(TruststoreVersion === undefined
              ? []
              : [patch(`${trust}/truststoreVersion`, TruststoreVersion)]),
          ]
        : []),
    ];
    const shown =
      patchOperations.length === 0
        ? undefined
        : await call(work, 'UpdateDomainName', { domainName: id, patchOperations });
    await changeTags(work, change, arnOf(work, `/domainnames/${id}`), TAGS);
    return { id, attributes: shown === undefined ? attributes : domainAttributes(shown) };
  },
  delete: async (work, { id }) => {
    await work.attempt('apigateway', 'DeleteDomainName', { domainName: id });
    return undefined;
  },
};

const NO_PATH = '(none)';

const basePathMapping: ResourceType = {
  name: 'AWS::ApiGateway::BasePathMapping',
  needs: 'apigateway:CreateBasePathMapping',
  handles: 'BasePath DomainName RestApiId Stage',
  create: async (work, properties) => {
    const given = picked(properties, 'BasePath', 'DomainName', 'RestApiId', 'Stage');
    const { basePath = NO_PATH } = await call(work, 'CreateBasePathMapping', given);
    return { id: `${String(properties['DomainName'])}|${String(basePath)}` };
  },
  update: async (work, change) => {
    const { id, properties, attributes } = change;
    const { DomainName } = properties;
    const patchOperations = patchesOf(change, { RestApiId: '/restapiId', Stage: '/stage' });
    const BasePath = id.split('|').at(-1);
    await call(work, 'UpdateBasePathMapping', { DomainName, BasePath, patchOperations });
    return { id, attributes };
  },
  delete: async (work, { id, properties }) => {
    const { DomainName } = properties;
    const BasePath = id.split('|').at(-1);
    await work.attempt('apigateway', 'DeleteBasePathMapping', { DomainName, BasePath });
    return undefined;
  },
};

async function setAccount(work: Work, { CloudWatchRoleArn }: JsonObject): Promise<void> {
  const patchOperations = [patch('/cloudwatchRoleArn', CloudWatchRoleArn)];
  await call(work, 'UpdateAccount', { patchOperations });
}

const account: ResourceType = {
  name: 'AWS::ApiGateway::Account',
  needs: 'apigateway:UpdateAccount',
  handles: 'CloudWatchRoleArn',
  create: async (work, properties) => {
    await setAccount(work, properties);
    const id = work.name(NAME_MAX);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, properties, attributes }) => {
    await setAccount(work, properties);
    return { id, attributes };
  },
  // The account's settings are never gone: AWS lets the last ones stand.
  delete: () => Promise.resolve(undefined),
};

export const apiGatewayAccessTypes: readonly ResourceType[] = [
  apiKey,
  usagePlan,
  usagePlanKey,
  domainName,
  basePathMapping,
  account,
];
