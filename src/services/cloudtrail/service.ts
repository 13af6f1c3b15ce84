import type { Service } from '../../contract/service.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { createLookupEvents } from './events.ts';
import { notImplemented } from './unbuilt.ts';

/** CloudTrail over the server's own trail: every call of every account is in it. */
export function createCloudTrailService(trail: TrailReader): Service {
  return {
    id: 'cloudtrail',
    principal: 'cloudtrail.amazonaws.com',
    operations: [createLookupEvents(trail)],
    notImplemented,
    collections: [],
    jobs: [],
  };
}
