import type { AddressListName } from '../addresses/knowledge.ts';
import { sourceIn } from '../statements/ip-set.ts';
import { NEVER } from '../statements/matching.ts';
import type { ManagedGroup, ManagedRule } from './group.ts';

/** A rule about clients of a list that the operator loads. */
function listed(
  name: string,
  label: string,
  action: ManagedRule['action'],
  list: AddressListName,
): ManagedRule {
  return {
    name,
    label,
    action,
    list,
    matcher: ({ parts, missing }) => {
      const networks = parts.known.lists.get(list);
      if (networks !== undefined) return sourceIn(networks);
      missing.add(`the address list ${list}`);
      return NEVER;
    },
  };
}

export const IP_REPUTATION: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesAmazonIpReputationList',
  description:
    'Blocks addresses that bots and attackers are known to use, by lists that the operator gives.',
  capacity: 25,
  labelNamespace: 'awswaf:managed:aws:amazon-ip-list:',
  versions: [],
  rules: [
    listed('AWSManagedIPReputationList', 'AWSManagedIPReputationList', 'Block', 'ip-reputation'),
    listed(
      'AWSManagedReconnaissanceList',
      'AWSManagedReconnaissanceList',
      'Block',
      'reconnaissance',
    ),
    listed('AWSManagedIPDDoSList', 'AWSManagedIPDDoSList', 'Count', 'ddos'),
  ],
};

export const ANONYMOUS_IP: ManagedGroup = {
  vendor: 'AWS',
  name: 'AWSManagedRulesAnonymousIpList',
  description: 'Blocks addresses that hide who uses them, by lists that the operator gives.',
  capacity: 50,
  labelNamespace: 'awswaf:managed:aws:anonymous-ip-list:',
  versions: [],
  rules: [
    listed('AnonymousIPList', 'AnonymousIPList', 'Block', 'anonymous'),
    listed('HostingProviderIPList', 'HostingProviderIPList', 'Block', 'hosting'),
  ],
};
