import type { ImageTagMutability } from '../../../models/ecr/types.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';

/** A repository. It holds no images. */
export interface RepositoryDocument {
  readonly name: string;
  readonly created: Instant;
  readonly mutability: ImageTagMutability;
  /** Kept for who asks; no image can be pushed. */
  readonly scansOnPush: boolean;
  readonly tags: Tags;
  readonly policy?: BoundPolicy;
  readonly lifecycle?: string;
}

/** By name. */
export const repositories: Collection<RepositoryDocument> = {
  name: 'ecr.repository',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const collections: readonly AnyCollection[] = [repositories];
