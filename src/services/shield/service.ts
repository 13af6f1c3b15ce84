import type { Service } from '../../contract/service.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import type { BucketWriter } from '../s3/port.ts';
import type { MitigationGroups, WebAclAssociations } from '../wafv2/port.ts';
import { attackOperations } from './attacks.ts';
import { automaticResponseOperations } from './automatic-response.ts';
import { contactOperations } from './contacts.ts';
import { createCourseJob } from './course-job.ts';
import { TrafficCounts } from './detection/traffic-counts.ts';
import { healthCheckOperations } from './health-checks.ts';
import type { IsBuilt } from './protected-resources.ts';
import { protectionGroupOperations } from './protection-groups.ts';
import { protectionOperations } from './protections.ts';
import { responseTeamOperations } from './response-team.ts';
import { collections } from './state.ts';
import { subscriptionOperations } from './subscription.ts';
import { tagOperations } from './tags.ts';
import { trafficHolding } from './traffic-holding.ts';

export interface ShieldParts {
  readonly buckets: BucketWriter;
  readonly isBuilt: IsBuilt;
  readonly metrics: MetricWriter;
  readonly webAcls: WebAclAssociations;
  /** Where rules against attacks are put. */
  readonly groups: MitigationGroups;
}

/** Shield Advanced: what is protected, what attacks it, what is done about that, and who is called. */
export function createShieldService({ buckets, isBuilt, ...parts }: ShieldParts): Service {
  const traffic = new TrafficCounts();
  return {
    id: 'shield',
    principal: 'shield.amazonaws.com',
    operations: [
      ...subscriptionOperations,
      ...protectionOperations({ isBuilt, traffic, ...parts }),
      ...protectionGroupOperations,
      ...healthCheckOperations(isBuilt),
      ...responseTeamOperations(buckets),
      ...contactOperations,
      ...tagOperations,
      ...attackOperations,
      ...automaticResponseOperations(parts),
    ],
    notImplemented: new Map(),
    collections,
    jobs: [createCourseJob(parts)],
    traffic,
    holding: trafficHolding(traffic, parts),
  };
}
