import type { InstanceProfileDirectory } from '../../iam/port.ts';
import type { VisibleImages } from '../images/visibility.ts';
import type { Ec2Part } from '../parts.ts';
import { instanceAttributeOperations } from './attributes.ts';
import { describeNetworkInterfaces } from './interfaces.ts';
import { lifecycleOperations } from './lifecycle.ts';
import { listingOperations } from './listing.ts';
import { modifyMetadataOptions } from './metadata-options.ts';
import { createProfileAssociations } from './profile-associations.ts';
import { createRunInstances } from './run.ts';
import { instances } from './state.ts';
import { transitionJob } from './transitions.ts';

/** Instances. */
export function createInstances(
  visible: VisibleImages,
  profiles: InstanceProfileDirectory,
): Ec2Part {
  return {
    operations: [
      createRunInstances({ visible, profiles }),
      ...listingOperations,
      ...lifecycleOperations,
      ...instanceAttributeOperations,
      describeNetworkInterfaces,
      modifyMetadataOptions,
      ...createProfileAssociations(profiles),
    ],
    collections: [instances],
    jobs: [transitionJob],
  };
}
