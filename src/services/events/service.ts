import type { Service } from '../../contract/service.ts';
import { collections } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** EventBridge. */
export const eventsService: Service = {
  id: 'events',
  principal: 'events.amazonaws.com',
  operations: [],
  notImplemented,
  collections,
  jobs: [],
};
