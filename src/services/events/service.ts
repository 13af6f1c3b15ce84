import type { AnyOperation, Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  createApiDestination,
  deleteApiDestination,
  describeApiDestination,
  listApiDestinations,
  updateApiDestination,
} from './api-destinations.ts';
import { cleanArchive } from './archive-cleaning.ts';
import {
  createArchive,
  deleteArchive,
  describeArchive,
  listArchives,
  updateArchive,
} from './archives.ts';
import { busPolicyOperations } from './bus-policies.ts';
import { createBusReads, createEventBus, deleteEventBus, updateEventBus } from './buses.ts';
import { createAuthorizeConnection } from './connection-authorization.ts';
import {
  createConnection,
  deauthorizeConnection,
  deleteConnection,
  describeConnection,
  listConnections,
  updateConnection,
} from './connections.ts';
import { deliver } from './delivery-job.ts';
import type { SendHttp } from '../../contract/send-http.ts';
import { createInvoke } from './invocation-job.ts';
import { testEventPattern } from './event-patterns.ts';
import { followCalls, followEvents } from './followers.ts';
import { putEvents } from './put-events.ts';
import { eventsQuotas } from './quotas.ts';
import { replayEvents } from './replay-job.ts';
import { cancelReplay, describeReplay, listReplays, startReplay } from './replays.ts';
import { ruleTurn } from './rule-schedule.ts';
import { deleteRule, describeRule, disableRule, enableRule, listRules, putRule } from './rules.ts';
import {
  apiDestinations,
  archivedEvents,
  archives,
  buses,
  busIndexes,
  connections,
  deliveries,
  paces,
  replays,
  rules,
} from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { listRuleNamesByTarget, listTargetsByRule, putTargets, removeTargets } from './targets.ts';
import { notImplemented } from './unbuilt.ts';

export interface EventsParts {
  /** Knows the principals that bus policies name. */
  readonly principals: PrincipalDirectory;
  /** Reaches API destinations, which stand on other hosts. */
  readonly send: SendHttp;
}

const onBuses: readonly AnyOperation[] = [createEventBus, updateEventBus, deleteEventBus];

const onRules: readonly AnyOperation[] = [
  putRule,
  describeRule,
  deleteRule,
  enableRule,
  disableRule,
  listRules,
  putTargets,
  removeTargets,
  listTargetsByRule,
  listRuleNamesByTarget,
];

const onEvents: readonly AnyOperation[] = [putEvents, testEventPattern];

const onTags: readonly AnyOperation[] = [tagResource, untagResource, listTagsForResource];

const onArchives: readonly AnyOperation[] = [
  createArchive,
  updateArchive,
  deleteArchive,
  describeArchive,
  listArchives,
  startReplay,
  cancelReplay,
  describeReplay,
  listReplays,
];

const onDestinations: readonly AnyOperation[] = [
  createConnection,
  updateConnection,
  deauthorizeConnection,
  deleteConnection,
  describeConnection,
  listConnections,
  createApiDestination,
  updateApiDestination,
  deleteApiDestination,
  describeApiDestination,
  listApiDestinations,
];

/** Events on buses, and the rules that lead them to their targets. */
export function createEventsService({ principals, send }: EventsParts): Service {
  return {
    id: 'events',
    principal: 'events.amazonaws.com',
    operations: [
      ...onBuses,
      ...createBusReads(principals),
      ...busPolicyOperations(principals),
      ...onRules,
      ...onEvents,
      ...onArchives,
      ...onDestinations,
      ...onTags,
    ],
    notImplemented,
    quotas: eventsQuotas,
    collections: [
      buses,
      rules,
      busIndexes,
      archives,
      archivedEvents,
      replays,
      connections,
      apiDestinations,
      paces,
      deliveries,
    ],
    jobs: [
      ruleTurn,
      deliver,
      createInvoke(send),
      createAuthorizeConnection(send),
      cleanArchive,
      replayEvents,
    ],
    followers: [followEvents, followCalls],
    // CloudTrail records no content of events.
    unrecordedMembers: new Set(['Detail']),
  };
}
