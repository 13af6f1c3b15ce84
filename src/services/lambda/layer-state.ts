import type { Architecture, Runtime } from '../../../models/lambda/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { Archive } from './state.ts';

/** A layer's name, and what its next version is called. */
export interface LayerDocument {
  readonly name: string;
  readonly nextVersion: number;
}

export const layers: Collection<LayerDocument> = {
  name: 'lambda.layer',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface LayerVersionDocument {
  readonly name: string;
  readonly scope: Scope;
  readonly version: number;
  readonly created: Instant;
  readonly description: string;
  readonly archive: Archive;
  readonly runtimes: readonly Runtime[];
  readonly architectures: readonly Architecture[];
  readonly licence?: string;
  readonly policyRevisionId: string;
  readonly statements: readonly { readonly sid: string; readonly policy: BoundPolicy }[];
}

/** By name and number, the newest first. */
export const layerVersions: Collection<LayerVersionDocument> = {
  name: 'lambda.layerVersion',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const NUMBERS = 1e10;

export function layerVersionId(name: string, version: number): string {
  return `${name}/${String(NUMBERS - version).padStart(10, '0')}`;
}
