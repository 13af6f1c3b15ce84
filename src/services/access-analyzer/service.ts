import type { Service } from '../../contract/service.ts';
import type { AnalysisParts } from './analysis.ts';
import { analyzedResourceOperations } from './analyzed-resources.ts';
import { analyzerOperations } from './analyzers.ts';
import { archiveRuleOperations } from './archive-rules.ts';
import { findingOperations } from './findings.ts';
import { policyValidation } from './policy-validation.ts';
import { publicAccessCheck } from './public-access-check.ts';
import { changesFollower, scanJob } from './scans.ts';
import { collections } from './state.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** Who has access from outside: found by reading the policies that decide. */
export function createAccessAnalyzerService(parts: AnalysisParts): Service {
  return {
    id: 'access-analyzer',
    principal: 'access-analyzer.amazonaws.com',
    operations: [
      ...analyzerOperations(parts),
      ...archiveRuleOperations,
      ...findingOperations,
      ...analyzedResourceOperations(parts),
      ...tagOperations,
      publicAccessCheck,
      policyValidation,
    ],
    notImplemented,
    collections,
    jobs: [scanJob(parts)],
    followers: [changesFollower(parts)],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
