import type { Service } from '../../contract/service.ts';
import type { BucketWriter } from '../s3/port.ts';
import { destinationOperations } from './destinations.ts';
import { detectorOperations } from './detectors.ts';
import { enrolJob, joinersFollower } from './enrolment.ts';
import { filterOperations } from './filters.ts';
import { findingOperations } from './findings.ts';
import { forgetJob } from './forgetting.ts';
import { invitationOperations } from './invitations.ts';
import { listOperations } from './lists.ts';
import { memberOperations } from './members.ts';
import { organizationOperations } from './organization.ts';
import type { OrganizationAccounts } from './port.ts';
import { publishingJobs } from './publishing.ts';
import { sampleOperations } from './samples.ts';
import { collections } from './state.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import type { WatchParts } from './watch.ts';
import { createWatcher } from './watching.ts';

export interface GuardDutyParts extends WatchParts {
  readonly buckets: BucketWriter;
  readonly organizations: OrganizationAccounts;
}

/** Threats, found in what accounts do: every call is looked at, together with what is usual. */
export function createGuardDutyService(parts: GuardDutyParts): Service {
  const { buckets, organizations } = parts;
  return {
    id: 'guardduty',
    principal: 'guardduty.amazonaws.com',
    operations: [
      ...detectorOperations,
      ...findingOperations,
      ...filterOperations,
      ...listOperations,
      ...destinationOperations(buckets),
      ...sampleOperations,
      ...memberOperations(organizations),
      ...invitationOperations,
      ...organizationOperations(organizations),
      ...tagOperations,
    ],
    notImplemented,
    collections,
    jobs: [...publishingJobs(buckets), enrolJob(organizations), forgetJob],
    followers: [createWatcher(parts), joinersFollower(organizations)],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
