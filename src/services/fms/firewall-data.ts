import type { FirewallManagerRuleGroup, RuleActionOverride } from '../../../models/wafv2/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { ManagedSettings, ManagerGroups } from '../wafv2/port.ts';
import { invalidInput, unbuilt } from './errors.ts';

/** What a policy of the type WAFV2 asks for. */
export interface FirewallData {
  readonly groups: ManagerGroups;
  readonly settings: ManagedSettings;
  /** Takes the place of web ACLs that accounts put before their resources. */
  readonly isOverriding: boolean;
  /** Makes web ACLs only where a resource needs one. */
  readonly isOptimized: boolean;
}

/** Members that have an effect; any other answers 501. */
const SETTINGS = [
  'type',
  'preProcessRuleGroups',
  'postProcessRuleGroups',
  'defaultAction',
  'overrideCustomerWebACLAssociation',
  'optimizeUnassociatedWebACL',
  'sampledRequestsEnabledForDefaultActions',
  'tokenDomains',
  'webACLSource',
];
const GROUP_SETTINGS = [
  'ruleGroupType',
  'ruleGroupArn',
  'managedRuleGroupIdentifier',
  'overrideAction',
  'excludeRules',
  'ruleActionOverrides',
  'sampledRequestsEnabled',
];
const IDENTIFIER_SETTINGS = ['vendorName', 'managedRuleGroupName', 'version', 'versionEnabled'];

/** Errors: InvalidInputException; 501 for what is not done. */
export function firewallData(text: string | undefined, policyId: string): FirewallData {
  const data = objectIn(text);
  if (data['type'] !== 'WAFV2') throw invalid();
  requireBuilt(data, SETTINGS);
  const source = data['webACLSource'] ?? 'CREATE';
  if (source !== 'CREATE') throw unbuilt('PutPolicy', `the web ACL source ${String(source)}`);
  return {
    groups: {
      pre: groupsIn(data['preProcessRuleGroups'], `PREFMManaged-${policyId}`),
      post: groupsIn(data['postProcessRuleGroups'], `POSTFMManaged-${policyId}`),
    },
    settings: settingsIn(data),
    isOverriding: booleanIn(data, 'overrideCustomerWebACLAssociation', false),
    isOptimized: booleanIn(data, 'optimizeUnassociatedWebACL', false),
  };
}

/** ARNs of the customers' rule groups that a policy uses. */
export function ruleGroupsOf({ groups: { pre, post } }: FirewallData): readonly string[] {
  const arns = [...pre, ...post].flatMap(({ FirewallManagerStatement: statement }) => {
    const { RuleGroupReferenceStatement: reference } = statement;
    return reference === undefined ? [] : [reference.ARN];
  });
  return [...new Set(arns)];
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

/** Errors: 501 for a member that would have no effect. */
function requireBuilt(value: JsonObject, known: readonly string[]): void {
  for (const [name, member] of Object.entries(value)) {
    const isSaid = member !== undefined && member !== null && !isEmptyList(member);
    if (isSaid && !known.includes(name)) {
      throw unbuilt('PutPolicy', `the setting ${name} of ManagedServiceData`);
    }
  }
}

function isEmptyList(value: JsonValue): boolean {
  return Array.isArray(value) && value.length === 0;
}

function booleanIn(value: JsonObject, name: string, usual: boolean): boolean {
  const given = value[name] ?? usual;
  if (typeof given !== 'boolean') throw invalid();
  return given;
}

function settingsIn(data: JsonObject): ManagedSettings {
  const action = data['defaultAction'];
  const type = isJsonObject(action) ? action['type'] : undefined;
  if (type !== 'ALLOW' && type !== 'BLOCK') throw invalid();
  const domains = data['tokenDomains'] ?? [];
  if (!Array.isArray(domains)) throw invalid();
  const texts = domains.filter((one) => typeof one === 'string');
  if (texts.length !== domains.length) throw invalid();
  return {
    DefaultAction: type === 'BLOCK' ? { Block: {} } : { Allow: {} },
    isSampled: booleanIn(data, 'sampledRequestsEnabledForDefaultActions', true),
    TokenDomains: texts.length === 0 ? undefined : texts,
  };
}

function groupsIn(value: JsonValue | undefined, name: string): readonly FirewallManagerRuleGroup[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid();
  return value.map((one, index) => groupIn(one, `${name}-${index}`, index));
}

function groupIn(value: JsonValue, Name: string, Priority: number): FirewallManagerRuleGroup {
  if (!isJsonObject(value)) throw invalid();
  requireBuilt(value, GROUP_SETTINGS);
  const action = value['overrideAction'] ?? { type: 'NONE' };
  const type = isJsonObject(action) ? action['type'] : undefined;
  if (type !== 'NONE' && type !== 'COUNT') throw invalid();
  return {
    Name,
    Priority,
    FirewallManagerStatement: statementIn(value),
    OverrideAction: type === 'COUNT' ? { Count: {} } : { None: {} },
    VisibilityConfig: {
      SampledRequestsEnabled: booleanIn(value, 'sampledRequestsEnabled', true),
      CloudWatchMetricsEnabled: true,
      MetricName: Name,
    },
  };
}

function statementIn(value: JsonObject): FirewallManagerRuleGroup['FirewallManagerStatement'] {
  const ExcludedRules = listIn(value, 'excludeRules').map((one) => ({ Name: nameIn(one) }));
  const RuleActionOverrides = listIn(value, 'ruleActionOverrides').map(overrideIn);
  const overrides = {
    ...(ExcludedRules.length === 0 ? {} : { ExcludedRules }),
    ...(RuleActionOverrides.length === 0 ? {} : { RuleActionOverrides }),
  };
  if (value['ruleGroupType'] === 'RuleGroup') {
    const ARN = value['ruleGroupArn'];
    if (typeof ARN !== 'string') throw invalid();
    return { RuleGroupReferenceStatement: { ARN, ...overrides } };
  }
  const group = value['managedRuleGroupIdentifier'];
  if (!isJsonObject(group)) throw invalid();
  requireBuilt(group, IDENTIFIER_SETTINGS);
  const { vendorName, managedRuleGroupName, version } = group;
  if (typeof vendorName !== 'string' || typeof managedRuleGroupName !== 'string') throw invalid();
  const isVersioned = booleanIn(group, 'versionEnabled', typeof version === 'string');
  if (isVersioned && typeof version !== 'string') throw invalid();
  return {
    ManagedRuleGroupStatement: {
      VendorName: vendorName,
      Name: managedRuleGroupName,
      ...(isVersioned && typeof version === 'string' ? { Version: version } : {}),
      ...overrides,
    },
  };
}

function listIn(value: JsonObject, name: string): readonly JsonObject[] {
  const list = value[name] ?? [];
  if (!Array.isArray(list) || !list.every(isJsonObject)) throw invalid();
  return list.filter(isJsonObject);
}

function nameIn({ name }: JsonObject): string {
  if (typeof name !== 'string') throw invalid();
  return name;
}

/** `{"name":"…","actionToUse":{"count":{}}}`. Errors: 501 for actions that bring more than themselves. */
function overrideIn(value: JsonObject): RuleActionOverride {
  const use = value['actionToUse'];
  const [[action, more] = ['', null], ...others] = isJsonObject(use) ? Object.entries(use) : [];
  if (others.length > 0 || !isJsonObject(more)) throw invalid();
  if (Object.keys(more).length > 0)
    throw unbuilt('PutPolicy', `the rule action ${action} with more`);
  const Name = nameIn(value);
  switch (action.toLowerCase()) {
    case 'allow':
      return { Name, ActionToUse: { Allow: {} } };
    case 'block':
      return { Name, ActionToUse: { Block: {} } };
    case 'count':
      return { Name, ActionToUse: { Count: {} } };
    default:
      throw unbuilt('PutPolicy', `the rule action ${action}`);
  }
}
