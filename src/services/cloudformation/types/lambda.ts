import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { zipOf } from '../domain/zip-archive.ts';
import { listOf, objectOf, picked, removedKeys, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';

const NAME_MAX = 64;
const LOOK_MS = SECOND_MS;
const CONFIGURATION = [
  'DeadLetterConfig',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'Role',
  'Runtime',
  'SnapStart',
  'Timeout',
  'TracingConfig',
  'VpcConfig',
] as const;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('lambda', operation, input);
}

/** `KMSKeyArn` is the operation's spelling. */
function configuration(properties: JsonObject): JsonObject {
  const { KmsKeyArn, ...rest } = picked(properties, ...CONFIGURATION);
  return KmsKeyArn === undefined ? rest : { ...rest, KMSKeyArn: KmsKeyArn };
}

/** Code that stands in the template is the text of one file. */
function codeOf(properties: JsonObject): JsonObject {
  const code = objectOf(properties['Code']);
  const { ZipFile } = code;
  if (ZipFile === undefined) {
    return picked(code, 'S3Bucket', 'S3Key', 'S3ObjectVersion', 'ImageUri');
  }
  const runtime = String(properties['Runtime']);
  const file = runtime.startsWith('python') ? 'index.py' : 'index.js';
  if (!/^(nodejs|python)/.test(runtime)) {
    throw new PlainFailure(
      'ZipFile can only be used when Runtime is set to either of nodejs, python.',
    );
  }
  return { ZipFile: { base64: zipOf(file, String(ZipFile)) } };
}

const fn: ResourceType = {
  name: 'AWS::Lambda::Function',
  needs: 'lambda:CreateFunction',
  handles: `${CONFIGURATION.join(' ')} Architectures Code FunctionName PackageType ReservedConcurrentExecutions Tags`,
  create: async (work, properties) => {
    const FunctionName = textOf(properties['FunctionName']) ?? work.name(NAME_MAX);
    const { FunctionArn } = await call(work, 'CreateFunction', {
      FunctionName,
      ...configuration(properties),
      ...picked(properties, 'Architectures', 'PackageType'),
      Code: codeOf(properties),
      Tags: tagMap(work, properties['Tags']),
    });
    work.holds(FunctionName, { Arn: FunctionArn });
    await setConcurrency(work, FunctionName, properties);
    const attributes = { Arn: FunctionArn };
    return { id: FunctionName, attributes, waits: { notes: {}, ms: 0 } };
  },
  update: async (work, { id: FunctionName, before, properties, changed, attributes }) => {
    if (changed.some((name) => name === 'Code' || name === 'Architectures')) {
      await call(work, 'UpdateFunctionCode', {
        FunctionName,
        ...codeOf(properties),
        ...picked(properties, 'Architectures'),
      });
    }
    if (changed.some((name) => CONFIGURATION.some((one) => one === name))) {
      const input = { FunctionName, ...cleared(before, properties), ...configuration(properties) };
      await call(work, 'UpdateFunctionConfiguration', input);
    }
    if (changed.includes('ReservedConcurrentExecutions')) {
      if (properties['ReservedConcurrentExecutions'] === undefined) {
        await call(work, 'DeleteFunctionConcurrency', { FunctionName });
      } else await setConcurrency(work, FunctionName, properties);
    }
    if (changed.includes('Tags')) {
      const Resource = attributes['Arn'];
      const Tags = tagMap(work, properties['Tags']);
      const TagKeys = removedKeys(work.tags(before['Tags']), work.tags(properties['Tags']));
      if (Object.keys(Tags).length > 0) await call(work, 'TagResource', { Resource, Tags });
      if (TagKeys.length > 0) await call(work, 'UntagResource', { Resource, TagKeys });
    }
    return { id: FunctionName, attributes, waits: { notes: {}, ms: 0 } };
  },
  delete: async (work, { id: FunctionName }) => {
    await work.attempt('lambda', 'DeleteFunction', { FunctionName });
    return undefined;
  },
  check: checkFunction,
};

/** What is left out goes back to what it is without. */
function cleared(before: JsonObject, after: JsonObject): JsonObject {
  const gone = (name: string): boolean => before[name] !== undefined && after[name] === undefined;
  return {
    ...(gone('Description') ? { Description: '' } : {}),
    ...(gone('Environment') ? { Environment: { Variables: {} } } : {}),
    ...(gone('Layers') ? { Layers: [] } : {}),
    ...(gone('MemorySize') ? { MemorySize: 128 } : {}),
    ...(gone('Timeout') ? { Timeout: 3 } : {}),
    ...(gone('KmsKeyArn') ? { KMSKeyArn: '' } : {}),
    ...(gone('DeadLetterConfig') ? { DeadLetterConfig: { TargetArn: '' } } : {}),
  };
}

async function setConcurrency(work: Work, FunctionName: string, properties: JsonObject) {
  const { ReservedConcurrentExecutions } = properties;
  if (ReservedConcurrentExecutions === undefined) return;
  const input = { FunctionName, ReservedConcurrentExecutions };
  await call(work, 'PutFunctionConcurrency', input);
}

async function checkFunction(work: Work, { id, attributes, notes }: Waiting): Promise<Made> {
  const output = await call(work, 'GetFunctionConfiguration', { FunctionName: id });
  const { State, StateReason, LastUpdateStatus, LastUpdateStatusReason } = output;
  if (State === 'Failed') throw new PlainFailure(String(StateReason));
  if (LastUpdateStatus === 'Failed') throw new PlainFailure(String(LastUpdateStatusReason));
  const isReady = State !== 'Pending' && LastUpdateStatus !== 'InProgress';
  return { id, attributes, ...(isReady ? {} : { waits: { notes, ms: LOOK_MS } }) };
}

function tagMap(work: Work, own: JsonValue | undefined): JsonObject {
  return Object.fromEntries(work.tags(own).map(({ Key, Value }) => [String(Key), Value]));
}

const permission: ResourceType = {
  name: 'AWS::Lambda::Permission',
  needs: 'lambda:AddPermission',
  handles:
    'Action EventSourceToken FunctionName FunctionUrlAuthType InvokedViaFunctionUrl Principal PrincipalOrgID ' +
    'SourceAccount SourceArn',
  create: async (work, properties) => {
    const StatementId = work.name(100);
    await call(work, 'AddPermission', { ...properties, StatementId });
    return { id: StatementId, attributes: { Id: StatementId } };
  },
  delete: async (work, { id: StatementId, properties }) => {
    const { FunctionName } = properties;
    await work.attempt('lambda', 'RemovePermission', { FunctionName, StatementId });
    return undefined;
  },
};

const version: ResourceType = {
  name: 'AWS::Lambda::Version',
  needs: 'lambda:PublishVersion',
  handles: 'CodeSha256 Description FunctionName',
  create: async (work, properties) => {
    const output = await call(work, 'PublishVersion', properties);
    const { FunctionArn, Version } = output;
    return { id: String(FunctionArn), attributes: { FunctionArn, Version } };
  },
  delete: async (work, { id }) => {
    const Qualifier = id.split(':').at(-1);
    await work.attempt('lambda', 'DeleteFunction', { FunctionName: id, Qualifier });
    return undefined;
  },
};

const alias: ResourceType = {
  name: 'AWS::Lambda::Alias',
  needs: 'lambda:CreateAlias',
  handles: 'Description FunctionName FunctionVersion Name RoutingConfig',
  create: async (work, properties) => {
    const { AliasArn } = await call(work, 'CreateAlias', withRouting(properties));
    return { id: String(AliasArn), attributes: { AliasArn } };
  },
  update: async (work, { id, properties, attributes }) => {
    await call(work, 'UpdateAlias', withRouting(properties));
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    await work.attempt('lambda', 'DeleteAlias', picked(properties, 'FunctionName', 'Name'));
    return undefined;
  },
};

/** Templates list the weights of versions; Lambda has them in a map. */
function withRouting(properties: JsonObject): JsonObject {
  const { RoutingConfig, ...rest } = properties;
  if (RoutingConfig === undefined) return rest;
  const weights = listOf(objectOf(RoutingConfig)['AdditionalVersionWeights']).map((one) => {
    const { FunctionVersion, FunctionWeight } = objectOf(one);
    return [String(FunctionVersion), FunctionWeight] as const;
  });
  return { ...rest, RoutingConfig: { AdditionalVersionWeights: Object.fromEntries(weights) } };
}

const mapping: ResourceType = {
  name: 'AWS::Lambda::EventSourceMapping',
  needs: 'lambda:CreateEventSourceMapping',
  handles:
    'BatchSize BisectBatchOnFunctionError DestinationConfig Enabled EventSourceArn FilterCriteria FunctionName ' +
    'FunctionResponseTypes MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts ' +
    'ParallelizationFactor ScalingConfig StartingPosition StartingPositionTimestamp Tags',
  create: async (work, properties) => {
    const Tags = tagMap(work, properties['Tags']);
    const input = { ...properties, Tags };
    const { UUID, EventSourceMappingArn } = await call(work, 'CreateEventSourceMapping', input);
    const id = String(UUID);
    return { id, attributes: { Id: id, EventSourceMappingArn } };
  },
  update: async (work, { id: UUID, properties, attributes }) => {
    const { EventSourceArn: _source, StartingPosition: _start, Tags: _tags, ...rest } = properties;
    await call(work, 'UpdateEventSourceMapping', { ...rest, UUID });
    return { id: UUID, attributes };
  },
  delete: async (work, { id: UUID }) => {
    await work.attempt('lambda', 'DeleteEventSourceMapping', { UUID });
    return undefined;
  },
};

const url: ResourceType = {
  name: 'AWS::Lambda::Url',
  needs: 'lambda:CreateFunctionUrlConfig',
  handles: 'AuthType Cors InvokeMode Qualifier TargetFunctionArn',
  create: async (work, properties) => {
    const { TargetFunctionArn: FunctionName, ...rest } = properties;
    const output = await call(work, 'CreateFunctionUrlConfig', { ...rest, FunctionName });
    const { FunctionArn, FunctionUrl } = output;
    return { id: String(FunctionArn), attributes: { FunctionArn, FunctionUrl } };
  },
  replaces: ({ changed }) => changed.includes('TargetFunctionArn'),
  update: async (work, { id, properties, attributes }) => {
    const { TargetFunctionArn: FunctionName, ...rest } = properties;
    await call(work, 'UpdateFunctionUrlConfig', { ...rest, FunctionName });
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    const { TargetFunctionArn: FunctionName } = properties;
    const given = picked(properties, 'Qualifier');
    await work.attempt('lambda', 'DeleteFunctionUrlConfig', { ...given, FunctionName });
    return undefined;
  },
};

const layerVersion: ResourceType = {
  name: 'AWS::Lambda::LayerVersion',
  needs: 'lambda:PublishLayerVersion',
  handles: 'CompatibleArchitectures CompatibleRuntimes Content Description LayerName LicenseInfo',
  create: async (work, properties) => {
    const LayerName = textOf(properties['LayerName']) ?? work.name(NAME_MAX);
    const input = { ...properties, LayerName };
    const { LayerVersionArn } = await call(work, 'PublishLayerVersion', input);
    return { id: String(LayerVersionArn), attributes: { LayerVersionArn } };
  },
  delete: async (work, { id }) => {
    const parts = id.split(':');
    const input = { LayerName: parts.slice(0, -1).join(':'), VersionNumber: Number(parts.at(-1)) };
    await work.attempt('lambda', 'DeleteLayerVersion', input);
    return undefined;
  },
};

const invokeConfig: ResourceType = {
  name: 'AWS::Lambda::EventInvokeConfig',
  needs: 'lambda:PutFunctionEventInvokeConfig',
  handles: 'DestinationConfig FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier',
  create: async (work, properties) => {
    await call(work, 'PutFunctionEventInvokeConfig', properties);
    return { id: `${String(properties['FunctionName'])}|${String(properties['Qualifier'])}` };
  },
  update: async (work, { id, properties }) => {
    await call(work, 'PutFunctionEventInvokeConfig', properties);
    return { id };
  },
  delete: async (work, { properties }) => {
    const input = picked(properties, 'FunctionName', 'Qualifier');
    await work.attempt('lambda', 'DeleteFunctionEventInvokeConfig', input);
    return undefined;
  },
};

export const lambdaTypes: readonly ResourceType[] = [
  fn,
  permission,
  version,
  alias,
  mapping,
  url,
  layerVersion,
  invokeConfig,
];
