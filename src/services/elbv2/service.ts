import type { Service } from '../../contract/service.ts';
import {
  describeListenerAttributes,
  describeLoadBalancerAttributes,
  describeTargetGroupAttributes,
  modifyListenerAttributes,
  modifyLoadBalancerAttributes,
  modifyTargetGroupAttributes,
} from './attributes.ts';
import { drainJob } from './draining.ts';
import { createHealthJob } from './health-job.ts';
import {
  addListenerCertificates,
  describeListenerCertificates,
  removeListenerCertificates,
} from './listener-certificates.ts';
import { createListener, deleteListener, describeListeners, modifyListener } from './listeners.ts';
import {
  createDeleteLoadBalancer,
  createLoadBalancer,
  describeLoadBalancers,
} from './load-balancers.ts';
import { setIpAddressType, setSecurityGroups, setSubnets } from './network.ts';
import type { Elbv2Parts } from './parts.ts';
import { createRule, deleteRule, describeRules, modifyRule, setRulePriorities } from './rules.ts';
import { describeAccountLimits, describeSSLPolicies } from './ssl-policies.ts';
import { listeners, loadBalancers, sites, targetGroups, targetSets } from './state.ts';
import { addTags, describeTags, removeTags } from './tags.ts';
import {
  createTargetGroup,
  deleteTargetGroup,
  describeTargetGroups,
  modifyTargetGroup,
} from './target-groups.ts';
import { deregisterTargets, describeTargetHealth, registerTargets } from './targets.ts';
import { createEdgeSource } from './traffic/edge-source.ts';
import { notImplemented } from './unbuilt.ts';

/** Load balancers in front of targets on this machine and in private networks. */
export function createElbv2Service(parts: Elbv2Parts): Service {
  return {
    id: 'elbv2',
    principal: 'elasticloadbalancing.amazonaws.com',
    operations: [
      createLoadBalancer,
      describeLoadBalancers,
      createDeleteLoadBalancer(parts),
      describeLoadBalancerAttributes,
      modifyLoadBalancerAttributes,
      setSubnets,
      setSecurityGroups,
      setIpAddressType,
      createListener,
      describeListeners,
      modifyListener,
      deleteListener,
      describeListenerAttributes,
      modifyListenerAttributes,
      addListenerCertificates,
      describeListenerCertificates,
      removeListenerCertificates,
      createRule,
      describeRules,
      modifyRule,
      deleteRule,
      setRulePriorities,
      createTargetGroup,
      describeTargetGroups,
      modifyTargetGroup,
      deleteTargetGroup,
      describeTargetGroupAttributes,
      modifyTargetGroupAttributes,
      registerTargets,
      deregisterTargets,
      describeTargetHealth,
      describeSSLPolicies,
      describeAccountLimits,
      addTags,
      removeTags,
      describeTags,
    ],
    notImplemented,
    collections: [loadBalancers, listeners, targetGroups, targetSets, sites],
    jobs: [createHealthJob(parts), drainJob],
    edge: createEdgeSource(),
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
  };
}
