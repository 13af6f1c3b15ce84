import type { Scope as WafScope } from '../../../../models/wafv2/types.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Evaluation, RuleActionName, RuleMatch } from '../../../firewall/evaluation.ts';

/** What is counted of a web ACL's requests. */
export interface TallyTerms {
  readonly scope: Scope;
  readonly wafScope: WafScope;
  /** The web ACL's own metric; undefined: it has none. */
  readonly metricName: string | undefined;
  /** Whether the rule that matched has a metric. */
  readonly isCounted: (match: RuleMatch) => boolean;
}

export interface Count {
  readonly scope: Scope;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly count: number;
}

const NAMES: Readonly<Record<RuleActionName, string>> = {
  ALLOW: 'AllowedRequests',
  BLOCK: 'BlockedRequests',
  COUNT: 'CountedRequests',
  CAPTCHA: 'CaptchaRequests',
  CHALLENGE: 'ChallengeRequests',
};

/** Counts requests by what rules did with them, until the counts are written. */
export class Tally {
  #counts = new Map<string, Count>();

  add(evaluation: Evaluation, terms: TallyTerms): void {
    const { metricName: webAcl, scope, wafScope } = terms;
    if (webAcl === undefined) return;
    const region: Readonly<Record<string, string>> =
      wafScope === 'CLOUDFRONT' ? {} : { Region: scope.region };
    const one = (action: RuleActionName, dimensions: Readonly<Record<string, string>>): void =>
      this.#count(scope, NAMES[action], { ...region, ...dimensions });
    one(evaluation.action, { WebACL: webAcl, Rule: 'ALL' });
    if (evaluation.terminatingRule.id === 'Default_Action') {
      one(evaluation.action, { WebACL: webAcl, Rule: 'Default_Action' });
    }
    for (const match of evaluation.matches) {
      if (!terms.isCounted(match)) continue;
      const { metricName, action, group } = match;
      if (group === undefined) one(action, { WebACL: webAcl, Rule: metricName });
      else one(action, { WebACL: webAcl, Rule: metricName, ...groupDimension(group.id) });
    }
  }

  #count(scope: Scope, name: string, dimensions: Readonly<Record<string, string>>): void {
    const key = JSON.stringify([scope.account, scope.region, name, dimensions]);
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { scope, name, dimensions, count });
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** What was counted so far. */
  get counts(): readonly Count[] {
    return [...this.#counts.values()];
  }

  /** These were written. */
  written(counts: readonly Count[]): void {
    for (const { scope, name, dimensions, count } of counts) {
      const key = JSON.stringify([scope.account, scope.region, name, dimensions]);
      const left = (this.#counts.get(key)?.count ?? 0) - count;
      if (left > 0) this.#counts.set(key, { scope, name, dimensions, count: left });
      else this.#counts.delete(key);
    }
  }
}

/** `AWS#AWSManagedRulesX` is a managed group; the ARN of a customer's one ends with its name and id. */
function groupDimension(id: string): Readonly<Record<string, string>> {
  const [vendor = '', managed] = id.split('#');
  if (managed !== undefined) return { ManagedRuleGroup: `${vendor}-${managed}` };
  return { RuleGroup: id.split('/').at(-2) ?? id };
}
