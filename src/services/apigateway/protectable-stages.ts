import { parseArn } from '../../core/arn.ts';
import type { ProtectableResources } from '../wafv2/port.ts';
import { childId, stages } from './state.ts';

/** Stages of REST APIs, as what web ACLs may stand before. */
export const protectableStages: ProtectableResources = {
  type: 'API_GATEWAY',
  exists: async (unit, scope, arn) => {
    const [, noun, id = '', below, name = '', ...more] = parseArn(arn)?.resource.split('/') ?? [];
    if (noun !== 'restapis' || below !== 'stages' || more.length > 0) return false;
    return (await unit.view(scope).get(stages, childId(id, name))) !== undefined;
  },
};
