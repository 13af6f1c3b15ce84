import { NetworkTrie } from '../addresses/network-trie.ts';
import type { ManagedAddressLists } from '../program-parts.ts';
import { sourceIn } from '../statements/ip-set.ts';
import type { ManagedGroup, ManagedRule } from './group.ts';

/** A rule about clients of a list that is handed in; an empty list matches nobody. */
function listed(
  name: string,
  label: string,
  action: ManagedRule['action'],
  list: keyof ManagedAddressLists,
): ManagedRule {
  return {
    name,
    label,
    action,
    matcher: ({ parts }) => sourceIn(new NetworkTrie(parts.addressLists?.[list] ?? [])),
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
    listed('AWSManagedIPReputationList', 'AWSManagedIPReputationList', 'Block', 'reputation'),
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
    listed('HostingProviderIPList', 'HostingProviderIPList', 'Block', 'hostingProviders'),
  ],
};
