import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  createPolicyOperations,
  deleteLifecyclePolicy,
  getLifecyclePolicy,
  putLifecyclePolicy,
} from './policies.ts';
import {
  createRepository,
  deleteRepository,
  describeRepositories,
  putImageScanningConfiguration,
  putImageTagMutability,
} from './repositories.ts';
import { collections } from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface EcrParts {
  /** Knows the principals that repository policies name. */
  readonly principals: PrincipalDirectory;
}

/** Repositories and their settings. Images are not kept. */
export function createEcrService({ principals }: EcrParts): Service {
  return {
    id: 'ecr',
    principal: 'ecr.amazonaws.com',
    operations: [
      createRepository,
      describeRepositories,
      deleteRepository,
      putImageScanningConfiguration,
      putImageTagMutability,
      ...createPolicyOperations(principals),
      putLifecyclePolicy,
      getLifecyclePolicy,
      deleteLifecyclePolicy,
      tagResource,
      untagResource,
      listTagsForResource,
    ],
    notImplemented,
    collections,
    jobs: [],
  };
}
