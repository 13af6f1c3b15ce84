import type { ResolveContext } from '../../../contract/operation.ts';
import { type InstanceDocument, instances } from '../instances/state.ts';
import { foundNetwork } from './default-network.ts';
import { type GroupDocument, groups, type SubnetDocument, subnets } from './state.ts';

/** What other services may know of the caller's network, without the caller's permission to describe it. */
export interface NetworkLookUp {
  subnet(id: string): Promise<Pick<SubnetDocument, 'id' | 'vpcId' | 'zone'> | undefined>;
  group(id: string): Promise<Pick<GroupDocument, 'id' | 'vpcId'> | undefined>;
  instance(id: string): Promise<Pick<InstanceDocument, 'id' | 'state' | 'zone'> | undefined>;
  /** The group that a VPC has from the start. */
  defaultGroup(vpcId: string): Promise<string | undefined>;
}

export async function lookUpNetwork(
  context: Pick<ResolveContext, 'view' | 'call'>,
): Promise<NetworkLookUp> {
  await foundNetwork(context);
  const { view } = context;
  return {
    subnet: (id) => view.get(subnets, id),
    group: (id) => view.get(groups, id),
    instance: (id) => view.get(instances, id),
    defaultGroup: async (vpcId) => {
      const page = await view.list(groups, { index: 'name', prefix: `${vpcId}/default`, limit: 1 });
      return page.items[0]?.document.id;
    },
  };
}
