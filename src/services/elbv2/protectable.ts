import type { ProtectableResources } from '../wafv2/port.ts';
import { loadBalancers } from './state.ts';

/** Load balancers, as what web ACLs may stand before. */
export const protectableLoadBalancers: ProtectableResources = {
  type: 'APPLICATION_LOAD_BALANCER',
  exists: async (unit, scope, arn) => {
    const [, , name = ''] = arn.split(':').at(-1)?.split('/') ?? [];
    const document = await unit.view(scope).get(loadBalancers, name);
    return document?.arn === arn;
  },
};
