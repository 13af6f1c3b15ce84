import type { FirewallManagerRuleGroup } from '../../../models/wafv2/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { ManagerGroups } from '../wafv2/port.ts';
import { invalidInput, unbuilt } from './errors.ts';

/** What a policy of the type WAFV2 asks for. */
export interface FirewallData {
  readonly groups: ManagerGroups;
  readonly isBlocking: boolean;
  /** Takes the place of web ACLs that accounts put before their resources. */
  readonly isOverriding: boolean;
  /** Makes web ACLs only where a resource needs one. */
  readonly isOptimized: boolean;
}

/** Errors: InvalidInputException; 501 for what is not done. */
export function firewallData(text: string | undefined, policyId: string): FirewallData {
  const data = objectIn(text);
  if (data['type'] !== 'WAFV2') throw invalid();
  if (data['webACLSource'] === 'RETROFIT_EXISTING') {
    throw unbuilt('PutPolicy', 'policies that change the web ACLs of accounts');
  }
  if (isJsonObject(data['loggingConfiguration'])) {
    throw unbuilt('PutPolicy', 'logging configurations of policies');
  }
  const action = data['defaultAction'];
  const type = isJsonObject(action) ? action['type'] : undefined;
  if (type !== 'ALLOW' && type !== 'BLOCK') throw invalid();
  return {
    groups: {
      pre: groupsIn(data['preProcessRuleGroups'], `PREFMManaged-${policyId}`),
      post: groupsIn(data['postProcessRuleGroups'], `POSTFMManaged-${policyId}`),
    },
    isBlocking: type === 'BLOCK',
    isOverriding: data['overrideCustomerWebACLAssociation'] === true,
    isOptimized: data['optimizeUnassociatedWebACL'] === true,
  };
}

function invalid() {
  return invalidInput('The ManagedServiceData of the policy is not valid.');
}

function objectIn(text: string | undefined): JsonObject {
  let value: JsonValue;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    throw invalid();
  }
  if (!isJsonObject(value)) throw invalid();
  return value;
}

function groupsIn(value: JsonValue | undefined, name: string): readonly FirewallManagerRuleGroup[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid();
  return value.map((one, index) => groupIn(one, `${name}-${index}`, index));
}

function groupIn(value: JsonValue, Name: string, Priority: number): FirewallManagerRuleGroup {
  if (!isJsonObject(value)) throw invalid();
  const action = value['overrideAction'];
  const isCounting = isJsonObject(action) && action['type'] === 'COUNT';
  return {
    Name,
    Priority,
    FirewallManagerStatement: statementIn(value),
    OverrideAction: isCounting ? { Count: {} } : { None: {} },
    VisibilityConfig: {
      SampledRequestsEnabled: value['sampledRequestsEnabled'] !== false,
      CloudWatchMetricsEnabled: true,
      MetricName: Name,
    },
  };
}

function statementIn(value: JsonObject): FirewallManagerRuleGroup['FirewallManagerStatement'] {
  if (value['ruleGroupType'] === 'RuleGroup') {
    const ARN = value['ruleGroupArn'];
    if (typeof ARN !== 'string') throw invalid();
    return { RuleGroupReferenceStatement: { ARN } };
  }
  const group = value['managedRuleGroupIdentifier'];
  const { vendorName, managedRuleGroupName, version } = isJsonObject(group) ? group : {};
  if (typeof vendorName !== 'string' || typeof managedRuleGroupName !== 'string') throw invalid();
  const excluded = value['excludeRules'];
  const names = Array.isArray(excluded)
    ? excluded.flatMap((one) =>
        isJsonObject(one) && typeof one['name'] === 'string' ? [{ Name: one['name'] }] : [],
      )
    : [];
  return {
    ManagedRuleGroupStatement: {
      VendorName: vendorName,
      Name: managedRuleGroupName,
      ...(typeof version === 'string' ? { Version: version } : {}),
      ...(names.length === 0 ? {} : { ExcludedRules: names }),
    },
  };
}
