import type { ResourceType } from '../../../../models/config-service/types.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import type { Ask } from '../recording/asking.ts';
import type { Item } from '../state.ts';

/** What a rule says of something; a rule that does not apply says nothing. */
export interface Judgement {
  readonly isCompliant: boolean;
  /** Why not. */
  readonly annotation?: string;
}

/** A parameter of a rule. Values are texts; `int` ones are whole numbers of 0 or more. */
export interface RuleParameter {
  readonly isRequired?: true;
  readonly default?: string;
  readonly kind?: 'int' | 'boolean';
}

/** The parameters of a rule by name: as given, or else their defaults. */
export type RuleSettings = Readonly<Record<string, string>>;

interface RuleFacts {
  /** `ENCRYPTED_VOLUMES`. */
  readonly identifier: string;
  readonly parameters?: Readonly<Record<string, RuleParameter>>;
}

/** A managed rule that judges resources by their items. */
export interface ResourceRule extends RuleFacts {
  readonly kind: 'resource';
  readonly types: readonly ResourceType[];
  readonly trigger: 'change' | 'periodic' | 'both';
  readonly judge: (item: Item, settings: RuleSettings, now: Instant) => Judgement | undefined;
}

/** A managed rule that judges an account in a Region by what services answer. It is periodic. */
export interface AccountRule extends RuleFacts {
  readonly kind: 'account';
  /** Services that it asks, by event source. */
  readonly asks: readonly string[];
  readonly judge: (
    ask: Ask,
    settings: RuleSettings,
    place: { readonly scope: Scope; readonly now: Instant },
  ) => Promise<Judgement>;
}

export type ManagedRule = ResourceRule | AccountRule;

export const compliant: Judgement = { isCompliant: true };

export function violation(annotation: string): Judgement {
  return { isCompliant: false, annotation };
}

export function judged(isCompliant: boolean, annotation: string): Judgement {
  return isCompliant ? compliant : violation(annotation);
}
