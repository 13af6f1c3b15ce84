import type { Ec2Part, Ec2Parts } from '../parts.ts';
import { lifecycleOperations } from './lifecycle.ts';
import { listingOperations } from './listing.ts';
import { instances } from './state.ts';
import { createTransitionJob } from './transitions.ts';

/** Instances. */
export function createInstances(_parts: Ec2Parts): Ec2Part {
  return {
    operations: [...listingOperations, ...lifecycleOperations],
    collections: [instances],
    jobs: [createTransitionJob(async () => {})],
  };
}
