import type { ArchiveRuleSummary } from '../../../models/access-analyzer/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { keep, scopeOf } from './analysis.ts';
import { meets } from './domain/criteria.ts';
import { notFound, quotaExceeded, ruleExists } from './errors.ts';
import { onAnalyzer } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type Analyzer, analyzers, type ArchiveRule, type Criteria, findings } from './state.ts';

const RULES_MAX = 100;

export function newRule(name: string, filter: Criteria, now: Instant): ArchiveRule {
  return { name, filter, created: now, updated: now };
}

function shown(rule: ArchiveRule): ArchiveRuleSummary {
  return {
    ruleName: rule.name,
    filter: rule.filter,
    createdAt: new Date(rule.created),
    updatedAt: new Date(rule.updated),
  };
}

function ruleOf({ rules }: Analyzer, name: string): ArchiveRule {
  const rule = rules.find((one) => one.name === name);
  if (rule === undefined) throw notFound('ArchiveRule', name);
  return rule;
}

interface Named {
  readonly analyzerName: string;
  readonly ruleName: string;
}

const ofRule = {
  of: ({ analyzerName }: Named) => analyzerName,
  below: ({ ruleName }: Named) => `/archive-rule/${ruleName}`,
};

/** Rules by which new findings are put away at once. */
export const archiveRuleOperations: readonly AnyOperation[] = [
  onAnalyzer({
    name: 'CreateArchiveRule',
    access: 'write',
    ...ofRule,
    handle: async ({ ruleName: name, filter }, { analyzer, id, view }, { call }) => {
      const { rules } = analyzer;
      if (rules.some((one) => one.name === name)) throw ruleExists(name);
      if (rules.length >= RULES_MAX) throw quotaExceeded('ArchiveRule', name, RULES_MAX);
      view.put(analyzers, id, { ...analyzer, rules: [...rules, newRule(name, filter, call.now)] });
      return {};
    },
  }),
  onAnalyzer({
    name: 'GetArchiveRule',
    access: 'read',
    ...ofRule,
    handle: async ({ ruleName }, { analyzer }) => ({
      archiveRule: shown(ruleOf(analyzer, ruleName)),
    }),
  }),
  onAnalyzer({
    name: 'ListArchiveRules',
    access: 'read',
    of: ({ analyzerName }) => analyzerName,
    handle: async (input, { analyzer }, { call }) => {
      const page = pageOfList(call, input, analyzer.name, analyzer.rules);
      return { archiveRules: page.items.map(shown), ...page.answer };
    },
  }),
  onAnalyzer({
    name: 'UpdateArchiveRule',
    access: 'write',
    ...ofRule,
    handle: async ({ ruleName, filter }, { analyzer, id, view }, { call }) => {
      const rule = ruleOf(analyzer, ruleName);
      const rules = analyzer.rules.map((one) =>
        one === rule ? { ...rule, filter, updated: call.now } : one,
      );
      view.put(analyzers, id, { ...analyzer, rules });
      return {};
    },
  }),
  onAnalyzer({
    name: 'DeleteArchiveRule',
    access: 'write',
    ...ofRule,
    handle: async ({ ruleName }, { analyzer, id, view }) => {
      const rule = ruleOf(analyzer, ruleName);
      view.put(analyzers, id, { ...analyzer, rules: analyzer.rules.filter((one) => one !== rule) });
      return {};
    },
  }),
  onAnalyzer({
    name: 'ApplyArchiveRule',
    access: 'write',
    of: ({ analyzerArn }) => analyzerArn,
    handle: async ({ ruleName }, { analyzer }, { unit, call }) => {
      const { filter } = ruleOf(analyzer, ruleName);
      const where = { index: 'analyzer', prefix: `${analyzer.name}/` };
      for (const finding of await everyOf(unit.view(scopeOf(analyzer)), findings, where)) {
        if (finding.status !== 'ACTIVE' || !meets(finding, filter)) continue;
        keep(unit, analyzer, { ...finding, status: 'ARCHIVED', updated: call.now });
      }
      return {};
    },
  }),
];
