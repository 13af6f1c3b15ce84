import type { Service } from '../../contract/service.ts';
import { collections } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** Scheduler. */
export const schedulerService: Service = {
  id: 'scheduler',
  principal: 'scheduler.amazonaws.com',
  operations: [],
  notImplemented,
  collections,
  jobs: [],
  denialCode: { code: 'AccessDeniedException', status: 403 },
};
