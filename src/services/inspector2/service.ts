import type { Service } from '../../contract/service.ts';
import { aggregationOperations } from './aggregations.ts';
import { usageOperations } from './usage-totals.ts';
import { type ActivationParts, activationOperations } from './activation.ts';
import { coverageOperations } from './covered.ts';
import { filterOperations } from './filters.ts';
import { expireJob } from './finding-keeping.ts';
import { findingOperations } from './findings.ts';
import { PRINCIPAL } from './resources.ts';
import { createScanJob } from './scan-job.ts';
import { collections } from './state.ts';
import { suppressJob } from './suppression.ts';
import { tagOperations } from './tags.ts';
import { createTickJob } from './tick.ts';
import { notImplemented } from './unbuilt.ts';
import { watchFunctions } from './watch.ts';

/** Vulnerable packages in functions. */
export function createInspectorService(parts: ActivationParts): Service {
  return {
    id: 'inspector2',
    principal: PRINCIPAL,
    operations: [
      ...activationOperations(parts),
      ...findingOperations(parts),
      ...aggregationOperations,
      ...usageOperations,
      ...coverageOperations,
      ...filterOperations,
      ...tagOperations,
    ],
    notImplemented,
    collections,
    jobs: [createScanJob(parts), createTickJob(parts), suppressJob, expireJob],
    followers: [watchFunctions],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
