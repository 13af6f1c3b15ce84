import type { Service } from '../../contract/service.ts';
import type { BucketWriter } from '../s3/port.ts';
import { complianceOperations } from './compliance.ts';
import { channelOperations } from './delivery/channels.ts';
import { historyJob } from './delivery/history-job.ts';
import { snapshotJob } from './delivery/snapshot-job.ts';
import { topicJob } from './delivery/topic-job.ts';
import { discoveredResourceOperations } from './discovered-resources.ts';
import { changed } from './evaluating/changed.ts';
import { evaluationJob } from './evaluating/evaluation-job.ts';
import { forgetInvocation, invocationJob } from './evaluating/invocation-job.ts';
import { recorderOperations } from './recorders.ts';
import { PRINCIPAL } from './recording/asking.ts';
import { changesFollower } from './recording/changes.ts';
import { lookJob } from './recording/look-job.ts';
import { RECORDED_TYPES } from './recording/recorded-types.ts';
import { reportedResultOperations } from './reported-results.ts';
import { expireHistory, retentionOperations } from './retention.ts';
import { ruleOperations } from './rules.ts';
import { collections } from './state.ts';
import { tagOperations } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface ConfigParts {
  readonly buckets: BucketWriter;
  /** Whether the service of a principal, `kms.amazonaws.com`, is there to be asked. */
  readonly isServed: (principal: string) => boolean;
}

/** Records what resources are like, and judges them by rules. */
export function createConfigService({ buckets, isServed }: ConfigParts): Service {
  return {
    id: 'config-service',
    principal: PRINCIPAL,
    operations: [
      ...recorderOperations,
      ...channelOperations(buckets),
      ...discoveredResourceOperations,
      ...ruleOperations,
      ...reportedResultOperations,
      ...complianceOperations,
      ...retentionOperations,
      ...tagOperations,
    ],
    notImplemented,
    collections,
    jobs: [
      lookJob({ types: RECORDED_TYPES, isServed, changed }),
      evaluationJob({ isServed }),
      invocationJob,
      forgetInvocation,
      historyJob(buckets),
      snapshotJob(buckets),
      topicJob,
      expireHistory,
    ],
    // Who has it may report what a function has found.
    unrecordedMembers: new Set(['ResultToken']),
    followers: [changesFollower(RECORDED_TYPES)],
  };
}
