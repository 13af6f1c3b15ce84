import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import { managedRule } from '../managed-rules/table.ts';
import type { Item, Rule } from '../state.ts';
import type { ManagedRule, ResourceRule, RuleSettings } from './managed-rule.ts';
import { dropResult, keepResult, type Place } from './results.ts';

/** The texts that a rule's parameters are given as. */
export function parametersOf({ parameters }: Pick<Rule, 'parameters'>): RuleSettings {
  if (parameters === undefined || parameters === '') return {};
  const value: JsonValue = JSON.parse(parameters);
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      one === undefined || one === null
        ? []
        : [[name, typeof one === 'string' ? one : String(one)]],
    ),
  );
}

export function settingsOf(rule: Rule, managed: ManagedRule): RuleSettings {
  const defaults = Object.entries(managed.parameters ?? {}).flatMap(([name, parameter]) =>
    parameter.default === undefined ? [] : [[name, parameter.default] as const],
  );
  return { ...Object.fromEntries(defaults), ...parametersOf(rule) };
}

export function managedOf({ source }: Rule): ManagedRule | undefined {
  return source.Owner === 'AWS' ? managedRule(source.SourceIdentifier ?? '') : undefined;
}

/** Whether the rule is about a resource, by its scope and, for managed rules, by what they judge. */
export function covers(rule: Rule, { type, id, tags }: Item): boolean {
  const { scope } = rule;
  const managed = managedOf(rule);
  if (managed?.kind === 'resource' && !managed.types.includes(type)) return false;
  if (managed?.kind === 'account') return false;
  if (scope === undefined) return true;
  const { ComplianceResourceTypes: types, ComplianceResourceId, TagKey, TagValue } = scope;
  if (types !== undefined && types.length > 0 && !types.includes(type)) return false;
  if (ComplianceResourceId !== undefined && ComplianceResourceId !== id) return false;
  if (TagKey === undefined) return true;
  const value = tags[TagKey];
  return value !== undefined && (TagValue === undefined || value === TagValue);
}

/** Judges one resource by a managed rule, and keeps what comes of it. */
export async function judgeItem(
  place: Place,
  { rule, managed, item }: { rule: Rule; managed: ResourceRule; item: Item },
): Promise<void> {
  const { now } = place;
  const isThere = item.status !== 'ResourceDeleted' && covers(rule, item);
  const judgement = isThere ? managed.judge(item, settingsOf(rule, managed), now) : undefined;
  if (judgement === undefined) return dropResult(place, rule, item);
  const { annotation } = judgement;
  await keepResult(place, rule, {
    type: item.type,
    resource: item.id,
    compliance: judgement.isCompliant ? 'COMPLIANT' : 'NON_COMPLIANT',
    // Judged again later, an unchanged item may be something else: a certificate grows old.
    ordering: now,
    invoked: now,
    ...(annotation === undefined ? {} : { annotation }),
  });
}
