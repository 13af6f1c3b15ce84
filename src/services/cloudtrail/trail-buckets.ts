import type { TrailBuckets } from '../guardduty/port.ts';
import { recordingTrails } from './resources.ts';

/** The buckets of an account's trails, as those know them who watch over them. */
export const trailBuckets: TrailBuckets = {
  bucketsOf: async (unit, account) => {
    const trails = await recordingTrails(unit, account);
    return new Set(trails.filter(({ isDeleted }) => !isDeleted).map(({ bucket }) => bucket));
  },
};
