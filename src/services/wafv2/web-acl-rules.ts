import type { Rule } from '../../../models/wafv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { BAD_FORMAT, invalidParameter, limitsExceeded, TOO_FEW, unbuilt } from './errors.ts';
import { managerRules, shownManagerGroup } from './managed-web-acls.ts';
import { LIMITS } from './quotas.ts';
import { acceptedReferences, assertKnowable, assertThere, referredGroups } from './references.ts';
import { checkAction, checkBodies } from './rules/actions.ts';
import { capacityOf } from './rules/capacity.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import { referencesOf } from './rules/references.ts';
import { checkImmunity, checkRules } from './rules/rules.ts';
import type { ManagedParts, WebAclDocument, WebAclSettings } from './state.ts';
import { storedRule } from './stored-rules.ts';

type Ruled = Pick<Rule, 'Statement'>;

export interface GivenWebAcl extends WebAclSettings {
  readonly Rules?: readonly Rule[] | undefined;
  readonly MonetizationConfig?: object | undefined;
}

/** What a web ACL is made of its rules and settings. Errors: WAFInvalidParameterException, and those of limits. */
export async function webAclParts(
  context: Context,
  input: GivenWebAcl,
  of: Pick<WebAclDocument, 'wafScope' | 'manager'>,
  managed: ManagedGroups,
): Promise<Pick<WebAclDocument, 'rules' | 'references' | 'capacity' | 'settings'>> {
  const settings = acceptedSettings(input);
  const { Rules: rules = [] } = input;
  checkRules(rules, {
    holder: 'webacl',
    wafScope: of.wafScope,
    managed,
    bodies: settings.CustomResponseBodies,
  });
  assertKnowable(rules, managed);
  const all: readonly Ruled[] = [...rules, ...managedRules(of.manager)];
  const references = acceptedReferences(all);
  await assertThere(context, referencesOf(rules));
  const groups = await referredGroups(context, rules);
  const capacity = capacityOf(all, {
    managed,
    groupCapacity: (arn) => groups.get(arn)?.capacity ?? of.manager?.capacities[arn] ?? 0,
  });
  return {
    rules: rules.map(storedRule),
    references,
    capacity,
    settings,
  };
}

function managedRules(parts: ManagedParts | undefined): readonly Ruled[] {
  if (parts === undefined) return [];
  const { pre, post } = parts;
  return managerRules({ pre: pre.map(shownManagerGroup), post: post.map(shownManagerGroup) });
}

function acceptedSettings(input: GivenWebAcl): WebAclSettings {
  if (input.MonetizationConfig !== undefined) throw unbuilt('WebACL', 'MonetizationConfig');
  if (input.OnSourceDDoSProtectionConfig !== undefined) {
    throw unbuilt('WebACL', 'OnSourceDDoSProtectionConfig');
  }
  checkBodies(input.CustomResponseBodies);
  checkAction(input.DefaultAction, 'DEFAULT_ACTION', input.CustomResponseBodies);
  checkImmunity(input);
  checkTokenDomains(input.TokenDomains ?? []);
  checkDataProtection(input);
  return {
    DefaultAction: input.DefaultAction,
    VisibilityConfig: input.VisibilityConfig,
    DataProtectionConfig: input.DataProtectionConfig,
    CustomResponseBodies: input.CustomResponseBodies,
    CaptchaConfig: input.CaptchaConfig,
    ChallengeConfig: input.ChallengeConfig,
    TokenDomains: input.TokenDomains,
    AssociationConfig: input.AssociationConfig,
    ApplicationConfig: input.ApplicationConfig,
  };
}

/** A domain of one label is a public suffix; those of more labels are not told apart from others here. */
export function checkTokenDomains(domains: readonly string[]): void {
  if (domains.length > LIMITS.tokenDomains) throw limitsExceeded('TOKEN_DOMAINS');
  for (const domain of domains) {
    const labels = domain.split('.');
    if (labels.length < 2 || labels.includes('') || domain.includes('/')) {
      throw invalidParameter(BAD_FORMAT, 'TOKEN_DOMAIN', domain);
    }
  }
}

function checkDataProtection({ DataProtectionConfig: config }: GivenWebAcl): void {
  for (const { Field } of config?.DataProtections ?? []) {
    const needsKeys = Field.FieldType.startsWith('SINGLE_');
    const hasKeys = (Field.FieldKeys ?? []).length > 0;
    if (needsKeys !== hasKeys) {
      throw invalidParameter(TOO_FEW, 'DATA_PROTECTION_CONFIG', Field.FieldType);
    }
  }
}
