import type { Service } from '../../contract/service.ts';
import type { BucketWriter } from '../s3/port.ts';
import { contactOperations } from './contacts.ts';
import { healthCheckOperations } from './health-checks.ts';
import type { IsBuilt } from './protected-resources.ts';
import { protectionGroupOperations } from './protection-groups.ts';
import { protectionOperations } from './protections.ts';
import { responseTeamOperations } from './response-team.ts';
import { collections } from './state.ts';
import { subscriptionOperations } from './subscription.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface ShieldParts {
  readonly buckets: BucketWriter;
  readonly isBuilt: IsBuilt;
}

/** Shield Advanced: what is protected, in which groups, and who is called. */
export function createShieldService({ buckets, isBuilt }: ShieldParts): Service {
  return {
    id: 'shield',
    principal: 'shield.amazonaws.com',
    operations: [
      ...subscriptionOperations,
      ...protectionOperations(isBuilt),
      ...protectionGroupOperations,
      ...healthCheckOperations(isBuilt),
      ...responseTeamOperations(buckets),
      ...contactOperations,
      ...tagOperations,
    ],
    notImplemented,
    collections,
    jobs: [],
  };
}
