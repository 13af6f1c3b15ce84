import type { Architecture, Runtime } from '../../../models/lambda/types.ts';
import type { BlobRef } from '../../contract/blobs.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

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
  /** The revision of `$LATEST` that a published version was made from. */
  readonly publishedFrom?: string;
  readonly modified: Instant;
  readonly runtime: Runtime;
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
  readonly architecture: Architecture;
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

/** A name for a version, or for two of which one gets a share of the invocations. */
export interface AliasDocument {
  readonly name: string;
  readonly functionName: string;
  readonly version: string;
  readonly description: string;
  readonly revisionId: string;
  /** Another version, and its share: 0 to 1. */
  readonly second?: { readonly version: string; readonly weight: number };
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
  indexes: { code: ({ code }) => [code.blob.name] },
};

export function versionId(name: string, version: string): string {
  return `${name}/${version.padStart(10, '0')}`;
}

/** By the function's name and the alias's. */
export const aliases: Collection<AliasDocument> = {
  name: 'lambda.alias',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    version: ({ functionName, version, second }) =>
      [version, ...(second === undefined ? [] : [second.version])].map((used) =>
        versionId(functionName, used),
      ),
  },
};

/** A resource policy: each statement as it was added, in a document of its own. */
export interface PolicyDocument {
  readonly revisionId: string;
  readonly statements: readonly { readonly sid: string; readonly policy: BoundPolicy }[];
}

/** By the function's name; a version's or alias's behind a slash. */
export const policies: Collection<PolicyDocument> = {
  name: 'lambda.policy',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Of what belongs to a function, or to one of its versions or aliases. */
export function qualifiedId(name: string, qualifier: string | undefined): string {
  return qualifier === undefined ? name : `${name}/${qualifier}`;
}

/** What an account's functions share in a Region. */
export interface AccountDocument {
  /** What functions reserve, together. */
  readonly reservedConcurrency: number;
}

export const accounts: Collection<AccountDocument> = {
  name: 'lambda.account',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
