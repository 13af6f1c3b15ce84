import type { ProtectableResources } from '../wafv2/port.ts';
import { namedBy } from './domain/arns.ts';
import { loadBalancers } from './state.ts';

/** What web ACLs may stand before: application load balancers. */
export const protectableLoadBalancers: ProtectableResources = {
  type: 'APPLICATION_LOAD_BALANCER',
  exists: async (unit, scope, arn) => {
    const document = await unit.view(scope).get(loadBalancers, namedBy(arn)?.parts[1] ?? '');
    return document?.arn === arn;
  },
};
