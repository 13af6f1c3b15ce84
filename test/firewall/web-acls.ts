import type { Rule, RuleAction, Statement } from '../../models/wafv2/types.ts';
import { NOTHING_KNOWN } from '../../src/firewall/addresses/knowledge.ts';
import type { WebAclDocument } from '../../src/firewall/document.ts';
import type { ProgramParts } from '../../src/firewall/program-parts.ts';
import { compile, type Program } from '../../src/firewall/program.ts';

export const ACL_ARN =
  'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/shop/11111111-2222-3333-4444-555555555555';
export const BLOCK: RuleAction = { Block: {} };
export const COUNT: RuleAction = { Count: {} };

export function visibility(MetricName: string): Rule['VisibilityConfig'] {
  return { MetricName, SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true };
}

/** A rule that blocks, named and ordered by its place. */
export function rule(Priority: number, Statement: Statement, more: Partial<Rule> = {}): Rule {
  const Name = more.Name ?? `r${Priority}`;
  const isGroup =
    Statement.RuleGroupReferenceStatement !== undefined ||
    Statement.ManagedRuleGroupStatement !== undefined;
  return {
    Name,
    Priority,
    Statement,
    VisibilityConfig: visibility(Name),
    ...(isGroup ? { OverrideAction: { None: {} } } : { Action: BLOCK }),
    ...more,
  };
}

export function managed(name: string, priority = 0, more: Partial<Rule> = {}): Rule {
  const Statement = { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: name } };
  return rule(priority, Statement, { Name: name, ...more });
}

export function webAcl(Rules: readonly Rule[], more: Partial<WebAclDocument> = {}): WebAclDocument {
  return { Name: 'shop', ARN: ACL_ARN, DefaultAction: { Allow: {} }, Rules, ...more };
}

const NO_PARTS: ProgramParts = {
  ipSets: new Map(),
  regexPatternSets: new Map(),
  ruleGroups: new Map(),
  known: NOTHING_KNOWN,
};

export function programOf(
  rules: readonly Rule[],
  parts: Partial<ProgramParts> = {},
  more: Partial<WebAclDocument> = {},
): Program {
  return compile(webAcl(rules, more), { ...NO_PARTS, ...parts });
}

/** The groups that a site with applications on Linux turns on. */
export const SITE_GROUPS: readonly string[] = [
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
  'AWSManagedRulesLinuxRuleSet',
  'AWSManagedRulesUnixRuleSet',
];

export const ALL_GROUPS: readonly string[] = [
  ...SITE_GROUPS,
  'AWSManagedRulesWindowsRuleSet',
  'AWSManagedRulesPHPRuleSet',
];

export function managedProgram(groups: readonly string[]): Program {
  return programOf(groups.map((name, index) => managed(name, index)));
}
