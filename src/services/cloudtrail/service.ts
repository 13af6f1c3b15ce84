import type { Service } from '../../contract/service.ts';
import { createDeliveryJob, type DeliveryParts } from './delivery-job.ts';
import { createDigestJob } from './digest-job.ts';
import { getEventSelectors, putEventSelectors } from './event-selectors.ts';
import { createLookupEvents } from './events.ts';
import { forgetTrail } from './forget-job.ts';
import { getInsightSelectors, putInsightSelectors } from './insight-selectors.ts';
import { createLogGroupJob } from './log-group.ts';
import { getTrailStatus, startLogging, stopLogging } from './logging.ts';
import { createRecorder } from './recorder.ts';
import { listPublicKeys } from './signing-keys.ts';
import {
  deliveries,
  digestChains,
  pendingLogs,
  pendingRecords,
  signingKeys,
  trails,
} from './state.ts';
import { addTags, listTags, removeTags } from './tags.ts';
import { notifyJob } from './topic.ts';
import type { TrailParts } from './trail-settings.ts';
import {
  createCreateTrail,
  createUpdateTrail,
  deleteTrail,
  describeTrails,
  getTrail,
  listTrails,
} from './trails.ts';
import { notImplemented } from './unbuilt.ts';

/** CloudTrail over the server's own trail, in which every call of every account is. */
export function createCloudTrailService(parts: TrailParts & DeliveryParts): Service {
  return {
    id: 'cloudtrail',
    principal: 'cloudtrail.amazonaws.com',
    operations: [
      createLookupEvents(parts.trail),
      createCreateTrail(parts),
      createUpdateTrail(parts),
      deleteTrail,
      getTrail,
      describeTrails,
      listTrails,
      getTrailStatus,
      startLogging,
      stopLogging,
      putEventSelectors,
      getEventSelectors,
      putInsightSelectors,
      getInsightSelectors,
      addTags,
      removeTags,
      listTags,
      listPublicKeys,
    ],
    notImplemented,
    collections: [trails, deliveries, pendingRecords, pendingLogs, digestChains, signingKeys],
    jobs: [
      createDeliveryJob(parts),
      createLogGroupJob(parts.trail),
      notifyJob,
      createDigestJob(parts.buckets),
      forgetTrail,
    ],
    followers: [createRecorder(parts.organizations)],
  };
}
