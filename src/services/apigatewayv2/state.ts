import type {
  Api,
  Authorizer,
  Deployment,
  Integration,
  Route,
  Stage,
} from '../../../models/apigatewayv2/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

export interface ApiDocument extends Omit<Api, 'CreatedDate' | 'Tags' | 'ApiEndpoint'> {
  readonly ApiId: string;
  readonly tags: Tags;
  readonly created: Instant;
}

/** What a deployment freezes. */
export interface Definition {
  readonly integrations: Readonly<Record<string, Integration>>;
  readonly routes: Readonly<Record<string, Route>>;
  readonly authorizers: Readonly<Record<string, Authorizer>>;
}

export interface StageDocument extends Omit<Stage, 'CreatedDate' | 'LastUpdatedDate' | 'Tags'> {
  readonly StageName: string;
  /** How often what authorizers said was to be forgotten. */
  readonly flushes: number;
  readonly tags: Tags;
  readonly created: Instant;
  readonly updated: Instant;
}

export interface DeploymentDocument extends Omit<Deployment, 'CreatedDate'> {
  readonly DeploymentId: string;
  readonly created: Instant;
}

export interface HostDocument {
  readonly scope: Scope;
  readonly id: string;
}

function collection<T extends Document>(
  name: string,
  scope: Collection<T>['scope'] = 'regional',
): Collection<T> {
  const plain = { sealed: false, shape: 1, upgrades: {}, indexes: {} };
  return { name: `apigatewayv2.${name}`, scope, ...plain };
}

export const apis: Collection<ApiDocument> = collection('api');
/** By the API's id: as it is now. */
export const definitions: Collection<Definition> = collection('definition');
/** By `childId`. */
export const stages: Collection<StageDocument> = collection('stage');
export const deployments: Collection<DeploymentDocument> = collection('deployment');
export const snapshots: Collection<Definition> = collection('snapshot');
/** By the host's name, for all accounts and Regions. */
export const hosts: Collection<HostDocument> = collection('host', 'global');
