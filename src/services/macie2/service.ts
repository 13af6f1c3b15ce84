import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { allowListOperations } from './allow-lists.ts';
import { bucketOperations } from './buckets.ts';
import { customIdentifierOperations } from './custom-identifiers.ts';
import { filterOperations } from './filters.ts';
import { findingJobs } from './finding-jobs.ts';
import { findingOperations } from './findings.ts';
import { jobOperations } from './jobs.ts';
import { createPolicyWatch } from './policy-watch.ts';
import { resultOperations } from './results.ts';
import { revealOperations } from './reveal.ts';
import { createRunJob, type RunParts } from './run-job.ts';
import { sampleOperations } from './samples.ts';
import { sessionOperations } from './sessions.ts';
import { collections } from './state.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface MacieParts extends RunParts {
  readonly principals: PrincipalDirectory;
}

/** Sensitive data in buckets, and buckets that are guarded badly. */
export function createMacieService(parts: MacieParts): Service {
  const { buckets, inventory } = parts;
  return {
    id: 'macie2',
    principal: 'macie2.amazonaws.com',
    operations: [
      ...sessionOperations(parts),
      ...customIdentifierOperations,
      ...allowListOperations,
      ...jobOperations,
      ...resultOperations(buckets),
      ...revealOperations(parts.classifier),
      ...bucketOperations(inventory),
      ...findingOperations,
      ...filterOperations,
      ...sampleOperations,
      ...tagOperations,
    ],
    notImplemented,
    collections,
    jobs: [createRunJob(parts), ...findingJobs],
    followers: [createPolicyWatch(inventory)],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
