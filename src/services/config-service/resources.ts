import type { ResourceKind } from '../../contract/resource.ts';
import { everyOf } from '../../listing/every-document.ts';
import { noSuchRule } from './errors.ts';
import { type Rule, rules } from './state.ts';

/** A rule of the caller's account and Region, by its name or its ARN. */
export const ruleKind: ResourceKind<Rule> = {
  name: 'config:config-rule',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const view = unit.view(scope);
    const isArn = reference.startsWith('arn:');
    const document = isArn
      ? (await everyOf(view, rules)).find(({ arn }) => arn === reference)
      : await view.get(rules, reference);
    const { account, region } = scope;
    const missing = `arn:aws:config:${region}:${account}:config-rule/*`;
    return {
      arn: document?.arn ?? (isArn ? reference : missing),
      scope,
      id: document?.name ?? reference,
      document,
      missing: noSuchRule(reference),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
