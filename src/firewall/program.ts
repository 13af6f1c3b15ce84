import type {
  ManagedRuleGroupStatement,
  Rule,
  RuleGroupReferenceStatement,
} from '../../models/wafv2/types.ts';
import type { Instant } from '../core/time.ts';
import type { CustomResponseBodies, WebAclDocument } from './document.ts';
import { RuleWalk } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { RequestFacts } from './fields/request-facts.ts';
import { SlotPlan } from './fields/slots.ts';
import { LabelSet, labelPrefixOf } from './labels.ts';
import { findManagedGroup } from './managed/catalogue.ts';
import type { ProgramParts } from './program-parts.ts';
import type { RateCounters } from './rate-counters.ts';
import type { FirewallRequest } from './request.ts';
import {
  type CompiledGroup,
  type CompiledRule,
  compileAction,
  type Immunity,
  overriddenRule,
} from './rules.ts';
import type { Building } from './statements/matching.ts';
import { statement } from './statements/table.ts';
import { TokenReader } from './tokens/token-reader.ts';

/** A web ACL made ready: immutable, and valid until one of its parts changes. */
export interface Program {
  /** Some rule looks at the body. */
  readonly readsBody: boolean;
  /** What rules ask for and was not handed in: ARNs, `AWS#AWSManagedRulesX`, `a database of countries`. */
  readonly missing: readonly string[];
  evaluate(request: FirewallRequest, counters: RateCounters, now: Instant): Evaluation;
}

const IMMUNITY_SEC_DEFAULT = 300;

/** Makes a web ACL ready. Pure; errors: a RangeError for a document that no model would have let through. */
export function compile(webAcl: WebAclDocument, parts: ProgramParts): Program {
  const compiler = new WebAclCompiler(webAcl, parts);
  const rules = compiler.rules();
  const defaultAction = compileAction(webAcl.DefaultAction, webAcl.CustomResponseBodies);
  const { slots } = compiler.slots;
  const domains = webAcl.TokenDomains ?? [];
  return {
    readsBody: slots.some((slot) => slot.from === undefined && isOfBody(slot.field.id)),
    missing: [...compiler.missing],
    evaluate(request, counters, now) {
      const matching = {
        facts: new RequestFacts(request, slots),
        labels: new LabelSet(),
        counters,
        now,
        details: [],
        notApplied: false,
        rateRules: [],
      };
      const token = new TokenReader(request, parts.tokenSecret, domains);
      return new RuleWalk(matching, token, now).walk(rules, defaultAction);
    },
  };
}

function isOfBody(fieldId: string): boolean {
  return fieldId.startsWith('body') || fieldId.startsWith('json');
}

/** What the rules of one place share: the web ACL, or a group within it. */
interface Place {
  readonly labelPrefix: string;
  readonly counterPrefix: string;
  readonly bodies: CustomResponseBodies;
}

class WebAclCompiler {
  readonly slots = new SlotPlan();
  readonly missing = new Set<string>();
  readonly #webAcl: WebAclDocument;
  readonly #parts: ProgramParts;
  readonly #immunity: Immunity;

  constructor(webAcl: WebAclDocument, parts: ProgramParts) {
    this.#webAcl = webAcl;
    this.#parts = parts;
    this.#immunity = immunityOf(webAcl, {
      captcha: IMMUNITY_SEC_DEFAULT,
      challenge: IMMUNITY_SEC_DEFAULT,
    });
  }

  /** In the order of evaluation: the groups that come first by policy, the rules, the groups that come last by policy. */
  rules(): readonly (CompiledRule | CompiledGroup)[] {
    const { PreProcessFirewallManagerRuleGroups, PostProcessFirewallManagerRuleGroups } =
      this.#webAcl;
    const ofPolicy = (groups: typeof PreProcessFirewallManagerRuleGroups) =>
      byPriority(groups ?? []).flatMap(({ FirewallManagerStatement, ...rule }) =>
        this.#rule({ ...rule, Statement: FirewallManagerStatement }),
      );
    return [
      ...ofPolicy(PreProcessFirewallManagerRuleGroups),
      ...byPriority(this.#webAcl.Rules ?? []).flatMap((rule) => this.#rule(rule)),
      ...ofPolicy(PostProcessFirewallManagerRuleGroups),
    ];
  }

  #rule(rule: Rule): readonly (CompiledRule | CompiledGroup)[] {
    const { RuleGroupReferenceStatement, ManagedRuleGroupStatement } = rule.Statement;
    if (RuleGroupReferenceStatement !== undefined) {
      return this.#customerGroup(rule, RuleGroupReferenceStatement);
    }
    if (ManagedRuleGroupStatement !== undefined) {
      return this.#managedGroup(rule, ManagedRuleGroupStatement);
    }
    const place = {
      labelPrefix: labelPrefixOf(this.#webAcl.ARN),
      counterPrefix: this.#webAcl.ARN,
      bodies: this.#webAcl.CustomResponseBodies,
    };
    return [this.#plainRule(rule, place)];
  }

  #plainRule(rule: Rule, place: Place): CompiledRule {
    const building = this.#building(rule.Name, place);
    return {
      kind: 'rule',
      name: rule.Name,
      metricName: rule.VisibilityConfig.MetricName,
      type: rule.Statement.RateBasedStatement === undefined ? 'REGULAR' : 'RATE_BASED',
      matches: statement(rule.Statement, building),
      action: compileAction(rule.Action, place.bodies),
      excluded: false,
      labels: (rule.RuleLabels ?? []).map(({ Name }) => `${place.labelPrefix}${Name}`),
      immunitySec: immunityOf(rule, this.#immunity),
    };
  }

  #customerGroup(rule: Rule, reference: RuleGroupReferenceStatement): readonly CompiledGroup[] {
    const group = this.#parts.ruleGroups.get(reference.ARN);
    if (group === undefined) {
      this.missing.add(reference.ARN);
      return [];
    }
    const place = {
      labelPrefix: labelPrefixOf(group.ARN),
      counterPrefix: `${this.#webAcl.ARN}|${rule.Name}`,
      bodies: group.CustomResponseBodies,
    };
    const rules = byPriority(group.Rules ?? [])
      .map((inner) => this.#plainRule(inner, place))
      .map((inner) => overriddenRule(inner, reference, this.#webAcl.CustomResponseBodies));
    return [{ ...groupFacts(rule, 'GROUP'), groupId: group.ARN, sampleName: group.Name, rules }];
  }

  #managedGroup(rule: Rule, reference: ManagedRuleGroupStatement): readonly CompiledGroup[] {
    const id = `${reference.VendorName}#${reference.Name}`;
    const group = findManagedGroup(reference.VendorName, reference.Name);
    if (group === undefined) {
      this.missing.add(id);
      return [];
    }
    const place = {
      labelPrefix: group.labelNamespace,
      counterPrefix: `${this.#webAcl.ARN}|${rule.Name}`,
      bodies: undefined,
    };
    const rules = group.rules.map((inner): CompiledRule => {
      const compiled: CompiledRule = {
        kind: 'rule',
        name: inner.name,
        metricName: inner.name,
        type: 'REGULAR',
        matches: inner.matcher(this.#building(inner.name, place)),
        action: compileAction(inner.action === 'Block' ? { Block: {} } : { Count: {} }, undefined),
        excluded: false,
        labels: [`${group.labelNamespace}${inner.label}`],
        immunitySec: this.#immunity,
      };
      return overriddenRule(compiled, reference, this.#webAcl.CustomResponseBodies);
    });
    const { ScopeDownStatement, Version } = reference;
    const scopePlace = { ...place, labelPrefix: labelPrefixOf(this.#webAcl.ARN) };
    return [
      {
        ...groupFacts(rule, 'MANAGED_RULE_GROUP'),
        groupId: Version === undefined ? id : `${id}#${Version}`,
        sampleName: id,
        rules,
        ...(ScopeDownStatement === undefined
          ? {}
          : { scopeDown: statement(ScopeDownStatement, this.#building(rule.Name, scopePlace)) }),
      },
    ];
  }

  #building(ruleName: string, { labelPrefix, counterPrefix }: Place): Building {
    return {
      slots: this.slots,
      parts: this.#parts,
      labelPrefix,
      counterId: `${counterPrefix}|${ruleName}`,
      ruleName,
      missing: this.missing,
    };
  }
}

function groupFacts<Type extends CompiledGroup['type']>(rule: Rule, type: Type) {
  return {
    kind: 'group',
    name: rule.Name,
    metricName: rule.VisibilityConfig.MetricName,
    type,
    counts: rule.OverrideAction?.Count !== undefined,
  } as const;
}

function byPriority<Item extends { readonly Priority: number }>(items: readonly Item[]): Item[] {
  return [...items].sort((left, right) => left.Priority - right.Priority);
}

function immunityOf(
  { CaptchaConfig, ChallengeConfig }: Pick<Rule, 'CaptchaConfig' | 'ChallengeConfig'>,
  otherwise: Immunity,
): Immunity {
  return {
    captcha: CaptchaConfig?.ImmunityTimeProperty?.ImmunityTime ?? otherwise.captcha,
    challenge: ChallengeConfig?.ImmunityTimeProperty?.ImmunityTime ?? otherwise.challenge,
  };
}
