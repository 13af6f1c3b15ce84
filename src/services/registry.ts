import type { Service } from '../contract/service.ts';
import type { TrailReader } from '../contract/trail.ts';
import { createCloudTrailService } from './cloudtrail/service.ts';
import { kmsService } from './kms/service.ts';
import { stsService } from './sts/service.ts';

/** What services are given besides their contexts. */
export interface ServiceParts {
  readonly trail: TrailReader;
}

/** Every service that is built. A service is one line here; the rest of AWS's models answer 501 by name. */
export function createServices(parts: ServiceParts): readonly Service[] {
  return [createCloudTrailService(parts.trail), kmsService, stsService];
}
