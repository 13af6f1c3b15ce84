import type { BlobRef } from '../../contract/blobs.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** A zip archive, as it was uploaded. */
export interface Archive {
  readonly blob: BlobRef;
  /** Base64. */
  readonly sha256: string;
}

/** Environment variables under a data key, which a KMS key wraps. Base64 throughout. */
export interface SealedEnvironment {
  readonly wrappedKey: string;
  readonly nonce: string;
  readonly ciphertext: string;
}

/** What runs: the code and everything that is set about it. A published version never changes. */
export interface VersionDocument {
  /** `$LATEST`, or a number from 1. */
  readonly version: string;
  readonly revisionId: string;
  readonly modified: Instant;
  readonly runtime: string;
  readonly role: string;
  readonly handler: string;
  readonly code: Archive;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment?: SealedEnvironment;
  /** As it was given; absent: the account's own key for Lambda. */
  readonly kmsKeyArn?: string;
  readonly layers: readonly LayerUse[];
  readonly deadLetterArn?: string;
  readonly tracing: 'Active' | 'PassThrough';
  readonly ephemeralMb: number;
  readonly architecture: string;
  readonly logging: LoggingDocument;
}

export interface LayerUse {
  readonly arn: string;
  readonly archive: Archive;
  /** Where the archive is kept. */
  readonly scope: Scope;
}

export interface LoggingDocument {
  readonly group: string;
}

/** A function, with its newest code. */
export interface FunctionDocument {
  readonly name: string;
  readonly scope: Scope;
  readonly created: Instant;
  readonly latest: VersionDocument;
  /** The number the next published version gets. */
  readonly nextVersion: number;
  readonly tags: Tags;
  readonly reservedConcurrency?: number;
}

/** By name. */
export const functions: Collection<FunctionDocument> = {
  name: 'lambda.function',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Published versions, by the function's name and the number in ten digits. */
export const versions: Collection<VersionDocument> = {
  name: 'lambda.version',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function versionId(name: string, version: string): string {
  return `${name}/${version.padStart(10, '0')}`;
}
