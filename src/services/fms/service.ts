import type { Service } from '../../contract/service.ts';
import { adminOperations } from './admins.ts';
import { applicationJobs, type ApplicationParts } from './application.ts';
import { itemFollower, organizationFollower } from './changes.ts';
import { complianceOperations } from './compliance.ts';
import { noteJob } from './notes.ts';
import { policyOperations } from './policies.ts';
import { collections } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** Policies over the accounts of an organization: what must protect their resources does. */
export function createFmsService(parts: ApplicationParts): Service {
  const { organizations, resources } = parts;
  return {
    id: 'fms',
    principal: 'fms.amazonaws.com',
    operations: [
      ...adminOperations(organizations),
      ...policyOperations(organizations),
      ...complianceOperations(organizations, resources),
    ],
    notImplemented,
    collections,
    jobs: [...applicationJobs(parts), noteJob],
    followers: [itemFollower(organizations), organizationFollower(organizations)],
  };
}
