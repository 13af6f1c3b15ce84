import type { Blobs } from '../../contract/blobs.ts';
import type { FunctionRunner } from '../../contract/functions.ts';
import type { AnyOperation, Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases.ts';
import {
  deleteFunctionConcurrency,
  getAccountSettings,
  getFunctionConcurrency,
  putFunctionConcurrency,
} from './concurrency.ts';
import { createCreateFunction } from './create-function.ts';
import { createDeleteFunction } from './deletion.ts';
import { deliver, deliveries } from './deliveries.ts';
import {
  deleteFunctionEventInvokeConfig,
  eventConfigs,
  getFunctionEventInvokeConfig,
  listFunctionEventInvokeConfigs,
  putFunctionEventInvokeConfig,
  updateFunctionEventInvokeConfig,
} from './event-configs.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import { createRunEvent, pendingEvents } from './events.ts';
import { getFunction, getFunctionConfiguration, listFunctions } from './functions.ts';
import { createInvoke } from './invoke.ts';
import {
  createAddLayerVersionPermission,
  createGetLayerVersionPolicy,
  removeLayerVersionPermission,
} from './layer-policies.ts';
import { layers, layerVersions } from './layer-state.ts';
import {
  createPublishLayerVersion,
  deleteLayerVersion,
  getLayerVersion,
  getLayerVersionByArn,
  listLayers,
  listLayerVersions,
} from './layers.ts';
import { mappings } from './mapping-state.ts';
import {
  createEventSourceMapping,
  deleteEventSourceMapping,
  getEventSourceMapping,
  listEventSourceMappings,
  updateEventSourceMapping,
} from './mappings.ts';
import { PRINCIPAL } from './other-services.ts';
import { createPoll } from './polls.ts';
import { createAddPermission, createGetPolicy, removePermission } from './policies.ts';
import { listVersionsByFunction, publishVersion } from './publishing.ts';
import { accounts, aliases, functions, policies, versions } from './state.ts';
import { listTags, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { createFunctionUrls } from './url-invocations.ts';
import { urls } from './url-state.ts';
import {
  createCreateFunctionUrlConfig,
  createGetFunctionUrlConfig,
  createListFunctionUrlConfigs,
  createUpdateFunctionUrlConfig,
  deleteFunctionUrlConfig,
  type Endpoint,
} from './urls.ts';
import { meteredAccounts, usageDays } from './usage.ts';
import { createUpdateFunctionCode, createUpdateFunctionConfiguration } from './updates.ts';

export interface LambdaParts {
  /** Keeps archives of code. */
  readonly blobs: Blobs;
  /** Runs functions in processes of their own. */
  readonly runner: FunctionRunner;
  /** Where their numbers are kept. */
  readonly metrics: MetricWriter;
  /** Knows the principals that policies name. */
  readonly principals: PrincipalDirectory;
  /** Where functions' URLs begin. */
  readonly endpoint: Endpoint;
}

/** Functions that really run, as their execution roles. */
export function createLambdaService(parts: LambdaParts): Service {
  return {
    id: 'lambda',
    principal: PRINCIPAL,
    operations: [
      ...onFunctions(parts),
      ...onInvocations(parts),
      ...onAccess(parts),
      ...onLayers(parts),
      ...onUrls(parts),
      ...onQueues,
    ],
    notImplemented,
    collections: [
      functions,
      versions,
      aliases,
      policies,
      accounts,
      layers,
      layerVersions,
      eventConfigs,
      pendingEvents,
      deliveries,
      urls,
      mappings,
      usageDays,
      meteredAccounts,
    ],
    jobs: [createRunEvent(parts), deliver, createPoll(parts)],
    functionUrls: createFunctionUrls(parts),
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}

function onFunctions(parts: LambdaParts): readonly AnyOperation[] {
  return [
    createCreateFunction(parts),
    createUpdateFunctionCode(parts),
    createUpdateFunctionConfiguration(parts),
    createDeleteFunction(parts),
    getFunction,
    getFunctionConfiguration,
    listFunctions,
    publishVersion,
    listVersionsByFunction,
    createAlias,
    updateAlias,
    deleteAlias,
    getAlias,
    listAliases,
    tagResource,
    untagResource,
    listTags,
  ];
}

function onInvocations(parts: LambdaParts): readonly AnyOperation[] {
  return [
    createInvoke(parts),
    putFunctionConcurrency,
    getFunctionConcurrency,
    deleteFunctionConcurrency,
    getAccountSettings,
    putFunctionEventInvokeConfig,
    updateFunctionEventInvokeConfig,
    getFunctionEventInvokeConfig,
    deleteFunctionEventInvokeConfig,
    listFunctionEventInvokeConfigs,
  ];
}

function onAccess({ principals }: LambdaParts): readonly AnyOperation[] {
  return [createAddPermission(principals), removePermission, createGetPolicy(principals)];
}

function onLayers(parts: LambdaParts): readonly AnyOperation[] {
  return [
    createPublishLayerVersion(parts),
    getLayerVersion,
    getLayerVersionByArn,
    deleteLayerVersion,
    listLayers,
    listLayerVersions,
    createAddLayerVersionPermission(parts.principals),
    removeLayerVersionPermission,
    createGetLayerVersionPolicy(parts.principals),
  ];
}

const onQueues: readonly AnyOperation[] = [
  createEventSourceMapping,
  updateEventSourceMapping,
  getEventSourceMapping,
  deleteEventSourceMapping,
  listEventSourceMappings,
];

function onUrls({ endpoint }: LambdaParts): readonly AnyOperation[] {
  return [
    createCreateFunctionUrlConfig(endpoint),
    createUpdateFunctionUrlConfig(endpoint),
    createGetFunctionUrlConfig(endpoint),
    createListFunctionUrlConfigs(endpoint),
    deleteFunctionUrlConfig,
  ];
}
