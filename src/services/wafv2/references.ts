import type { Rule, RuleGroupReferenceStatement } from '../../../models/wafv2/types.ts';
import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { parseItemArn } from './arns.ts';
import {
  associatedItem,
  BAD_REFERENCE,
  invalidParameter,
  limitsExceeded,
  unavailableEntity,
  unbuilt,
} from './errors.ts';
import { LIMITS } from './quotas.ts';
import { ipSetKind, regexPatternSetKind, ruleGroupKind, unmadeArn } from './resources.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import { referencesOf, unknowableOf, usesManagedGroups } from './rules/references.ts';
import { overriddenRules } from './rules/statements.ts';
import { type RuleGroupDocument, ruleGroups, webAcls } from './state.ts';

type Ruled = Pick<Rule, 'Statement'>;

/**
 * The same permission on everything that rules refer to. What is no reference is refused later. Errors:
 * WAFLimitsExceededException, before anything is looked for.
 */
export async function referencePermissions(
  action: string,
  rules: readonly Ruled[],
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const permissions: Permission[] = [];
  for (const arn of acceptedReferences(rules)) {
    const resource = await referred(arn, context);
    if (resource !== undefined) permissions.push({ action, resource });
  }
  if (!usesManagedGroups(rules)) return permissions;
  return [...permissions, { action, resource: managedSets(context.call.scope) }];
}

function managedSets(scope: Scope): string {
  return unmadeArn({ type: 'managedruleset', scope, wafScope: 'REGIONAL', name: '*' });
}

function referred(arn: string, context: ResolveContext): Promise<AuthorizedResource> | undefined {
  switch (parseItemArn(arn)?.type) {
    case 'ipset':
      return context.resolve(ipSetKind.referred, arn);
    case 'regexpatternset':
      return context.resolve(regexPatternSetKind.referred, arn);
    case 'rulegroup':
      return context.resolve(ruleGroupKind.referred, arn);
    default:
      return undefined;
  }
}

/** Errors: 501 for rules about what isn't known of addresses. */
export function assertKnowable(rules: readonly Ruled[], { known }: ManagedGroups): void {
  const unknowable = unknowableOf(rules, known);
  if (unknowable === undefined) return;
  const { asks, data, option } = unknowable;
  throw unbuilt(
    'Rule',
    `${asks}: no database of ${data} is loaded; 'holdfast up ${option}' loads one`,
  );
}

/** What the rules refer to. Errors: WAFLimitsExceededException. */
export function acceptedReferences(rules: readonly Ruled[]): readonly string[] {
  const references = referencesOf(rules);
  if (references.length > LIMITS.referencesPerList) throw limitsExceeded('REFERENCE_STATEMENTS');
  return references;
}

/** Errors: WAFUnavailableEntityException for a reference to what isn't there. */
export async function assertThere(context: Context, references: readonly string[]): Promise<void> {
  for (const arn of references) await referred(arn, context);
}

/**
 * The customers' rule groups that rules refer to, by ARN. Errors: WAFInvalidParameterException for an override of a rule
 * that a group doesn't have.
 */
export async function referredGroups(
  context: Context,
  rules: readonly Ruled[],
): Promise<ReadonlyMap<string, RuleGroupDocument>> {
  const groups = new Map<string, RuleGroupDocument>();
  for (const { Statement: statement } of rules) {
    const { RuleGroupReferenceStatement: reference } = statement;
    if (reference === undefined) continue;
    const resource = await context.resolve(ruleGroupKind.referred, reference.ARN);
    const { document } = resource.resolved;
    if (document === undefined) throw unavailableEntity();
    assertOverridesKnown(reference, document);
    groups.set(reference.ARN, document);
  }
  return groups;
}

function assertOverridesKnown(
  reference: RuleGroupReferenceStatement,
  { rules }: RuleGroupDocument,
): void {
  const known = new Set(rules.map(({ Name }) => Name));
  const unknown = overriddenRules(reference).find((name) => !known.has(name));
  if (unknown !== undefined) throw invalidParameter(BAD_REFERENCE, 'EXCLUDED_RULE', unknown);
}

/** Errors: WAFAssociatedItemException, while a web ACL or rule group of the account refers to the ARN. */
export async function assertUnused(view: View, arn: string): Promise<void> {
  const query = { index: 'reference', prefix: arn, limit: 1 } as const;
  const pages = [await view.list(webAcls, query), await view.list(ruleGroups, query)];
  if (pages.some(({ items }) => items.length > 0)) throw associatedItem();
}
