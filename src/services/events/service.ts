import type { Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { busPolicyOperations } from './bus-policies.ts';
import { createBusReads, createEventBus, deleteEventBus, updateEventBus } from './buses.ts';
import { deliver } from './delivery-job.ts';
import { testEventPattern } from './event-patterns.ts';
import { followCalls, followEvents } from './followers.ts';
import { putEvents } from './put-events.ts';
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
}

/** Events on buses, and the rules that lead them to their targets. */
export function createEventsService({ principals }: EventsParts): Service {
  return {
    id: 'events',
    principal: 'events.amazonaws.com',
    operations: [
      createEventBus,
      updateEventBus,
      deleteEventBus,
      ...createBusReads(principals),
      ...busPolicyOperations(principals),
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
      putEvents,
      testEventPattern,
      tagResource,
      untagResource,
      listTagsForResource,
    ],
    notImplemented,
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
    jobs: [ruleTurn, deliver],
    followers: [followEvents, followCalls],
    // CloudTrail records no content of events.
    unrecordedMembers: new Set(['Detail']),
  };
}
