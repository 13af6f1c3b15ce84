import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { noSuchRecorder, noSuchRule, resourceNotFound } from './errors.ts';
import { recorderIn } from './recorder-state.ts';
import { type Recorder, type Rule, rules } from './state.ts';

/** The ARN of every rule of an account and Region. */
export function everyRule({ account, region }: Scope): string {
  return `arn:aws:config:${region}:${account}:config-rule/*`;
}

/** A reference is of one spelling alone: what looks like another one names nothing. */
function rulesBy(
  findRule: (view: View, reference: string) => Promise<Rule | undefined>,
  arnOfMissing: (scope: Scope, reference: string) => string,
): ResourceKind<Rule> {
  return {
    name: 'config:config-rule',
    policyMode: 'none',
    find: async (reference, { unit, scope }) => {
      const document = await findRule(unit.view(scope), reference);
      return {
        arn: document?.arn ?? arnOfMissing(scope, reference),
        scope,
        id: document?.name ?? reference,
        document,
        missing: noSuchRule(reference),
      };
    },
    tags: ({ document }) => document?.tags ?? {},
  };
}

async function ruleWith(view: View, isWanted: (rule: Rule) => boolean): Promise<Rule | undefined> {
  return (await everyOf(view, rules)).find(isWanted);
}

/** Rules of the caller's account and Region: by name, by ARN, and by id. */
export const ruleKind = rulesBy((view, name) => view.get(rules, name), everyRule);
export const ruleByArn = rulesBy(
  (view, wanted) => ruleWith(view, ({ arn }) => arn === wanted),
  (_scope, wanted) => wanted,
);
export const ruleById = rulesBy(
  (view, wanted) => ruleWith(view, ({ id }) => id === wanted),
  everyRule,
);

export function recorderArn({ account, region }: Scope, rest: string): string {
  return `arn:aws:config:${region}:${account}:configuration-recorder/${rest}`;
}

/** The recorder of the caller's account and Region, by its name. */
export const recorderKind: ResourceKind<Recorder> = {
  name: 'config:configuration-recorder',
  policyMode: 'none',
  find: async (name, { unit, scope }) => {
    const recorder = await recorderIn(unit, scope);
    const document = recorder?.name === name ? recorder : undefined;
    return {
      arn: document?.arn ?? recorderArn(scope, `${name}/*`),
      scope,
      id: name,
      document,
      missing: noSuchRecorder(name),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};

/** What may have tags. */
export type Tagged =
  | { readonly kind: 'rule'; readonly document: Rule }
  | { readonly kind: 'recorder'; readonly document: Recorder };

/** A recorder or a rule of the caller's account and Region, by its ARN. */
export const taggedKind: ResourceKind<Tagged> = {
  name: 'config:tagged',
  policyMode: 'none',
  find: async (arn, { unit, scope }) => {
    const recorder = await recorderIn(unit, scope);
    const rule = await ruleWith(unit.view(scope), (one) => one.arn === arn);
    const document: Tagged | undefined =
      recorder?.arn === arn
        ? { kind: 'recorder', document: recorder }
        : rule && { kind: 'rule', document: rule };
    const missing = resourceNotFound(`ResourceArn '${arn}' does not exist.`);
    return { arn, scope, id: arn, document, missing };
  },
  tags: ({ document }) => document?.document.tags ?? {},
};
