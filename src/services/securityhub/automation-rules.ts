import { tagConditions } from '../../core/tags.ts';
import type { UnprocessedAutomationRule } from '../../../models/securityhub/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource } from './arns.ts';
import { invalidInput, limitExceeded } from './errors.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type AutomationRuleDocument, automationRules } from './state.ts';

const RULES_MAX = 100;

function arnOf(scope: Scope, { id }: Pick<AutomationRuleDocument, 'id'>): string {
  return hubResource(scope, `automation-rule/${id}`);
}

function metadata(scope: Scope, rule: AutomationRuleDocument) {
  return {
    RuleArn: arnOf(scope, rule),
    RuleStatus: rule.status,
    RuleOrder: rule.order,
    RuleName: rule.name,
    Description: rule.description,
    IsTerminal: rule.isTerminal,
    CreatedAt: new Date(rule.created),
    UpdatedAt: new Date(rule.updated),
    CreatedBy: rule.createdBy,
  };
}

/** Does something with each rule that is named; those that aren't there are told. */
async function eachRule(
  view: View,
  scope: Scope,
  arns: readonly string[],
  work: (rule: AutomationRuleDocument, index: number) => void,
): Promise<readonly UnprocessedAutomationRule[]> {
  const missing: UnprocessedAutomationRule[] = [];
  for (const [index, arn] of arns.entries()) {
    const id = arn.split('/').at(-1) ?? '';
    const rule = arn === arnOf(scope, { id }) ? await view.get(automationRules, id) : undefined;
    if (rule === undefined) {
      missing.push({ RuleArn: arn, ErrorCode: 404, ErrorMessage: 'Rule not found' });
    } else work(rule, index);
  }
  return missing;
}

/** What is done to findings when they come in, in the order of the rules. */
export const automationRuleOperations: readonly AnyOperation[] = [
  onHub({
    name: 'CreateAutomationRule',
    access: 'write',
    conditions: ({ Tags }) => tagConditions(Tags),
    handle: async (input, { view, scope }, context) => {
      if ((await everyOf(view, automationRules)).length >= RULES_MAX) {
        throw limitExceeded(`The limit of ${RULES_MAX} automation rules is reached.`);
      }
      if (Object.values(input.Criteria).every((list) => list === undefined || list.length === 0)) {
        throw invalidInput('At least one criterion is required.');
      }
      const { now, caller } = context.call;
      const id = await context.once(uuid);
      view.put(automationRules, id, {
        id,
        name: input.RuleName,
        description: input.Description,
        order: input.RuleOrder,
        status: input.RuleStatus ?? 'ENABLED',
        isTerminal: input.IsTerminal ?? false,
        criteria: input.Criteria,
        actions: input.Actions,
        created: now,
        updated: now,
        createdBy: caller.identity.arn,
        tags: input.Tags ?? {},
      });
      return { RuleArn: arnOf(scope, { id }) };
    },
  }),
  onHub({
    name: 'BatchGetAutomationRules',
    access: 'read',
    on: ({ AutomationRulesArns }) => AutomationRulesArns,
    handle: async ({ AutomationRulesArns }, { view, scope }) => {
      const found: AutomationRuleDocument[] = [];
      const missing = await eachRule(view, scope, AutomationRulesArns, (rule) => found.push(rule));
      const Rules = found.map((rule) => ({
        ...metadata(scope, rule),
        Criteria: rule.criteria,
        Actions: rule.actions,
      }));
      return { Rules, UnprocessedAutomationRules: missing };
    },
  }),
  onHub({
    name: 'BatchUpdateAutomationRules',
    access: 'write',
    on: ({ UpdateAutomationRulesRequestItems: items }) => items.map(({ RuleArn }) => RuleArn),
    handle: async ({ UpdateAutomationRulesRequestItems: items }, { view, scope }, { call }) => {
      const done: string[] = [];
      const arns = items.map(({ RuleArn }) => RuleArn);
      const missing = await eachRule(view, scope, arns, (rule, index) => {
        const change = items[index];
        if (change === undefined) return;
        done.push(change.RuleArn);
        view.put(automationRules, rule.id, {
          ...rule,
          name: change.RuleName ?? rule.name,
          description: change.Description ?? rule.description,
          order: change.RuleOrder ?? rule.order,
          status: change.RuleStatus ?? rule.status,
          isTerminal: change.IsTerminal ?? rule.isTerminal,
          criteria: change.Criteria ?? rule.criteria,
          actions: change.Actions ?? rule.actions,
          updated: call.now,
        });
      });
      return { ProcessedAutomationRules: done, UnprocessedAutomationRules: missing };
    },
  }),
  onHub({
    name: 'BatchDeleteAutomationRules',
    access: 'write',
    on: ({ AutomationRulesArns }) => AutomationRulesArns,
    handle: async ({ AutomationRulesArns }, { view, scope }) => {
      const done: string[] = [];
      const missing = await eachRule(view, scope, AutomationRulesArns, (rule) => {
        done.push(arnOf(scope, rule));
        view.delete(automationRules, rule.id);
      });
      return { ProcessedAutomationRules: done, UnprocessedAutomationRules: missing };
    },
  }),
  onHub({
    name: 'ListAutomationRules',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const all = (await everyOf(view, automationRules)).toSorted((a, b) => a.order - b.order);
      const page = pageOfList(call, input, '', all);
      return {
        AutomationRulesMetadata: page.items.map((rule) => metadata(scope, rule)),
        ...page.answer,
      };
    },
  }),
];
