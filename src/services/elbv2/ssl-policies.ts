import type { SslPolicy } from '../../../models/elbv2/types.ts';
import { type ElbOperation, onAll } from './authorization.ts';
import { type TlsPolicy, tlsPolicies } from './domain/tls-policies.ts';
import { sslPolicyNotFound } from './errors.ts';
import { pageOf } from './pages.ts';

export const describeSSLPolicies: ElbOperation<'DescribeSSLPolicies'> = {
  name: 'DescribeSSLPolicies',
  access: 'read',
  authorize: async () => onAll('DescribeSSLPolicies'),
  handle: async (input, { call }) => {
    const { Names = [], LoadBalancerType = 'application' } = input;
    if (LoadBalancerType === 'gateway') return { SslPolicies: [] };
    const unknown = Names.find((name) => !tlsPolicies.has(name));
    if (unknown !== undefined) throw sslPolicyNotFound(unknown);
    const all = [...tlsPolicies.values()].filter(
      ({ name }) => Names.length === 0 || Names.includes(name),
    );
    const { items, answer } = pageOf(call, input, all, ({ name }) => name, Names);
    return { SslPolicies: items.map(shown), ...answer };
  },
};

function shown({ name, protocols, ciphers }: TlsPolicy): SslPolicy {
  return {
    Name: name,
    SslProtocols: protocols,
    Ciphers: ciphers.map((Name, at) => ({ Name, Priority: at + 1 })),
    SupportedLoadBalancerTypes: ['application', 'network'],
  };
}

const LIMITS: readonly (readonly [string, string])[] = [
  ['application-load-balancers', '50'],
  ['network-load-balancers', '50'],
  ['target-groups', '3000'],
  ['targets-per-target-group', '1000'],
  ['listeners-per-application-load-balancer', '50'],
  ['listeners-per-network-load-balancer', '50'],
  ['rules-per-application-load-balancer', '100'],
  ['certificates-per-application-load-balancer', '25'],
  ['condition-values-per-alb-rule', '5'],
  ['condition-wildcards-per-alb-rule', '6'],
  ['target-groups-per-action-on-application-load-balancer', '5'],
];

export const describeAccountLimits: ElbOperation<'DescribeAccountLimits'> = {
  name: 'DescribeAccountLimits',
  access: 'read',
  authorize: async () => onAll('DescribeAccountLimits'),
  handle: async (input, { call }) => {
    const all = LIMITS.map(([Name, Max]) => ({ Name, Max }));
    const { items, answer } = pageOf(call, input, all, ({ Name }) => Name);
    return { Limits: items, ...answer };
  },
};
