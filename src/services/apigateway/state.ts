import type {
  ApiKey,
  Authorizer,
  BasePathMapping,
  DomainName,
  GatewayResponse,
  Method,
  Model,
  RequestValidator,
  RestApi,
  Stage,
  UsagePlan,
} from '../../../models/apigateway/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import { endpointTypeOf } from './endpoints.ts';

type Undated<T> = Omit<T, 'createdDate' | 'lastUpdatedDate'>;

/** What an API is beside its definition. */
export interface ApiDocument extends Omit<Undated<RestApi>, 'policy' | 'tags' | 'warnings'> {
  readonly id: string;
  readonly name: string;
  readonly rootResourceId: string;
  readonly policy?: BoundPolicy | undefined;
  readonly tags: Tags;
  readonly created: Instant;
}

/** What a deployment freezes: everything that callers of the API meet. */
export interface Definition {
  readonly resources: Readonly<Record<string, ApiResource>>;
  readonly models: Readonly<Record<string, Model>>;
  readonly validators: Readonly<Record<string, RequestValidator>>;
  readonly authorizers: Readonly<Record<string, Authorizer>>;
  /** By type; only those that differ from what they are by default. */
  readonly gatewayResponses: Readonly<Record<string, GatewayResponse>>;
}

export interface ApiResource {
  readonly id: string;
  /** Absent: the root. */
  readonly parentId?: string;
  readonly pathPart?: string;
  /** `/pets/{id}`. */
  readonly path: string;
  readonly methods: Readonly<Record<string, Method>>;
}

/** A definition as it was deployed, with the settings of the API that a deployment takes along. */
export interface Snapshot {
  readonly definition: Definition;
  readonly policy?: BoundPolicy | undefined;
  readonly apiKeySource: 'HEADER' | 'AUTHORIZER';
  readonly binaryMediaTypes: readonly string[];
}

export interface DeploymentDocument {
  readonly id: string;
  readonly description?: string | undefined;
  readonly created: Instant;
}

export interface StageDocument extends Omit<Undated<Stage>, 'tags' | 'webAclArn'> {
  readonly stageName: string;
  readonly deploymentId: string;
  /** How often what authorizers said was to be forgotten. */
  readonly flushes: number;
  readonly tags: Tags;
  readonly created: Instant;
  readonly updated: Instant;
}

export interface ApiKeyDocument extends Omit<Undated<ApiKey>, 'tags'> {
  readonly id: string;
  readonly value: string;
  /** What the key is found by when it is presented: a keyed hash of its value. */
  readonly digest: string;
  readonly tags: Tags;
  readonly created: Instant;
  readonly updated: Instant;
}

export interface UsagePlanDocument extends Omit<UsagePlan, 'tags'> {
  readonly id: string;
  readonly tags: Tags;
}

export interface PlanKeyDocument {
  readonly planId: string;
  readonly keyId: string;
}

/** What a key used of a plan. */
export interface UsageDocument {
  /** `2026-11-26` → requests of that day (UTC). Older days than 90 are dropped. */
  readonly days: Readonly<Record<string, number>>;
  /** The first day of the quota's period that `used` is of. */
  readonly period: string;
  readonly used: number;
}

type ShownDomain = Omit<
  DomainName,
  'certificateUploadDate' | 'tags' | 'policy' | 'managementPolicy'
>;

export interface DomainDocument extends ShownDomain {
  readonly domainName: string;
  readonly domainNameArn: string;
  readonly policy?: BoundPolicy | undefined;
  readonly managementPolicy?: BoundPolicy | undefined;
  readonly tags: Tags;
  readonly created: Instant;
  /** PEM of the authorities whose certificates clients must hold. */
  readonly truststore?: string | undefined;
}

export interface MappingDocument extends BasePathMapping {
  /** `(none)`: everything that has no path of its own. */
  readonly basePath: string;
  /** Of a REST API, or of an HTTP API. */
  readonly restApiId: string;
  /** Set for HTTP APIs, whose mappings have ids. */
  readonly mappingId?: string;
}

export interface AssociationDocument {
  readonly arn: string;
  readonly domainArn: string;
  readonly vpcEndpointId: string;
  readonly tags: Tags;
}

export interface AccountDocument {
  readonly cloudwatchRoleArn?: string | undefined;
  /** 32 bytes, base64: what digests of API keys are made with. */
  readonly digestKey: string;
  /** How many API keys there are. Absent: they were not counted yet. */
  readonly keys?: number;
}

/** Where the name of a host leads. */
export interface HostDocument {
  readonly scope: Scope;
  /** The id of an API, or of a custom domain. */
  readonly id: string;
  readonly kind: 'api' | 'domain';
}

function collection<T extends Document>(
  name: string,
  more: Partial<Pick<Collection<T>, 'indexes' | 'sealed' | 'scope'>> = {},
): Collection<T> {
  const { indexes = {}, sealed = false, scope = 'regional' } = more;
  return { name: `apigateway.${name}`, scope, sealed, shape: 1, upgrades: {}, indexes };
}

export const apis: Collection<ApiDocument> = collection('api', {
  indexes: { type: (api) => [endpointTypeOf(api)] },
});
/** By the API's id. */
export const definitions: Collection<Definition> = collection('definition');
/** By `childId`. */
export const deployments: Collection<DeploymentDocument> = collection('deployment');
export const snapshots: Collection<Snapshot> = collection('snapshot');
export const stages: Collection<StageDocument> = collection('stage');

export const apiKeys: Collection<ApiKeyDocument> = collection('api-key', {
  sealed: true,
  indexes: { digest: ({ digest }) => [digest] },
});

export const usagePlans: Collection<UsagePlanDocument> = collection('usage-plan', {
  indexes: {
    stage: ({ apiStages = [] }) => apiStages.map(({ apiId, stage }) => `${apiId}/${stage}`),
  },
});

export const planKeys: Collection<PlanKeyDocument> = collection('plan-key', {
  indexes: { key: ({ keyId, planId }) => [`${keyId}/${planId}`] },
});

/** By `childId` of the plan and the key. */
export const usages: Collection<UsageDocument> = collection('usage');

/** By the name, or `name+id` of a private one. */
export const domains: Collection<DomainDocument> = collection('domain', {
  indexes: { reach: ({ domainNameId }) => [domainNameId === undefined ? 'public' : 'private'] },
});

/** By `childId` of the domain and the base path. */
export const mappings: Collection<MappingDocument> = collection('mapping', {
  indexes: { api: ({ restApiId, stage = '' }) => [`${restApiId}/${stage}`] },
});

/** By the domain's ARN and the endpoint. */
export const associations: Collection<AssociationDocument> = collection('association');

export const accounts: Collection<AccountDocument> = collection('account', { sealed: true });
export const ACCOUNT_ID = 'account';

/** By the host's name, for all accounts and Regions. */
export const hosts: Collection<HostDocument> = collection('host', { scope: 'global' });

/** Any scope shows what is global. */
export const GLOBAL = Object.freeze({ account: '', region: '' });

export function childId(parent: string, child: string): string {
  return `${parent}/${child}`;
}
