import type { AnyOperation, Service } from '../../contract/service.ts';
import { SlidingCounters } from '../../firewall/sliding-counters.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import type { BucketWriter } from '../s3/port.ts';
import { createApiKey, deleteApiKey, getDecryptedApiKey, listApiKeys } from './api-keys.ts';
import { associationOperations } from './associations.ts';
import { createIpSet, deleteIpSet, getIpSet, listIpSets, updateIpSet } from './ip-sets.ts';
import { Recorder } from './inspection/recorder.ts';
import { createFirewallSource } from './inspection/source.ts';
import { createLogDelivery } from './log-delivery.ts';
import { loggingOperations } from './logging.ts';
import { managedKeys } from './managed-keys.ts';
import { managedGroupOperations } from './managed-rule-groups.ts';
import { deleteFirewallManagerRuleGroups } from './managed-web-acls.ts';
import { permissionPolicyOperations } from './permission-policies.ts';
import type { ProtectableResources } from './port.ts';
import {
  createRegexPatternSet,
  deleteRegexPatternSet,
  getRegexPatternSet,
  listRegexPatternSets,
  updateRegexPatternSet,
} from './regex-pattern-sets.ts';
import { ruleGroupOperations } from './rule-groups.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import {
  apiKeys,
  associations,
  ipSets,
  logBacklogs,
  loggings,
  pendingLogs,
  regexPatternSets,
  ruleGroups,
  tokenKeys,
  webAcls,
} from './state.ts';
import { sampledRequests } from './sampled-requests.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { webAclOperations } from './web-acls.ts';

export interface Wafv2Parts {
  /** Knows the principals that policies of rule groups name. */
  readonly principals: PrincipalDirectory;
  readonly buckets: BucketWriter;
  /** The catalogue of managed rule groups. */
  readonly managed: ManagedGroups;
  /** What web ACLs may be put before; of what isn't among them, only the ARN's form is looked at. */
  readonly resources: readonly ProtectableResources[];
  readonly metrics: MetricWriter;
  /** Told how many records of logs were dropped for want of room. */
  readonly onLogsDropped: (count: number) => void;
}

/** Web ACLs and what they are made of: rule groups, IP sets, patterns; what they stand before, and where their logs go. */
export function createWafv2Service(parts: Wafv2Parts): Service {
  const { principals, buckets, managed, resources, metrics, onLogsDropped } = parts;
  const counters = new SlidingCounters();
  const recorder = new Recorder({ metrics, onDropped: onLogsDropped });
  return {
    id: 'wafv2',
    principal: 'wafv2.amazonaws.com',
    operations: [
      ...webAclOperations(managed, resources),
      ...ruleGroupOperations(managed),
      ...sets,
      ...associationOperations(resources),
      ...permissionPolicyOperations(principals),
      ...managedGroupOperations(managed),
      ...loggingOperations(buckets),
      sampledRequests(recorder.samples),
      managedKeys(counters),
      deleteFirewallManagerRuleGroups,
      createApiKey,
      getDecryptedApiKey,
      deleteApiKey,
      listApiKeys,
      tagResource,
      untagResource,
      listTagsForResource,
    ],
    notImplemented,
    // Who has a key may ask for puzzles in its owner's name.
    unrecordedMembers: new Set(['APIKey']),
    collections: [
      webAcls,
      ruleGroups,
      ipSets,
      regexPatternSets,
      associations,
      loggings,
      apiKeys,
      pendingLogs,
      logBacklogs,
      tokenKeys,
    ],
    jobs: [createLogDelivery(buckets)],
    firewall: createFirewallSource({ counters, recorder, known: managed.known }),
    holding: recorder,
  };
}

const sets: readonly AnyOperation[] = [
  createIpSet,
  getIpSet,
  updateIpSet,
  deleteIpSet,
  listIpSets,
  createRegexPatternSet,
  getRegexPatternSet,
  updateRegexPatternSet,
  deleteRegexPatternSet,
  listRegexPatternSets,
];
