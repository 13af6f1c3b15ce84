import type { JobKind } from '../../contract/service.ts';
import type { Instant } from '../../core/time.ts';
import type { JobOrder } from '../../contract/view.ts';
import { jobOrder, ownerScope, placeOfTrail, readPlace } from './places.ts';
import { deliveries, pendingLogs, pendingRecords, type TrailDocument, trails } from './state.ts';

const FORGET_JOB = 'cloudtrail.forget';
const NOTES_MAX = 1_000;

export function forgetTrailOrder(trail: TrailDocument, due: Instant): JobOrder {
  return jobOrder(FORGET_JOB, placeOfTrail(trail, trail.account, trail.region), due);
}

/** Takes a deleted trail away, with what could not be delivered until then. */
export const forgetTrail: JobKind = {
  kind: FORGET_JOB,
  run: async (payload, { unit, now }) => {
    const place = readPlace(payload);
    const view = unit.view(ownerScope(place));
    const query = { prefix: `${place.trail}/`, limit: NOTES_MAX };
    const files = await view.list(pendingRecords, query);
    for (const { id } of files.items) view.delete(pendingRecords, id);
    const logs = await view.list(pendingLogs, query);
    for (const { id } of logs.items) view.delete(pendingLogs, id);
    if (Math.max(files.items.length, logs.items.length) === NOTES_MAX) {
      unit.order(jobOrder(FORGET_JOB, place, now));
      return;
    }
    view.delete(deliveries, place.trail);
    view.delete(trails, place.trail);
  },
};
