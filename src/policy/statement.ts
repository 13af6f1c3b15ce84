import type { ConditionLookup, PrincipalIdentity } from './types.ts';

/**
 * How closely a resource policy names the principal. It decides which implicit denies still limit.
 */
export type Naming =
  /** Not named: the statement is not about this principal. */
  | 'none'
  /** The account: the resource's owner delegates to that account's own policies. */
  | 'account'
  /**
   * The role, or the user behind a federated session: boundary and session policies still limit.
   */
  | 'role'
  /** The user, the very session, the service, or everyone: suffices alone within the account. */
  | 'direct';

export interface PrincipalMatcher {
  readonly negated: boolean;
  /** `bounded`: the principal has a permissions boundary, which a negated Deny can't spare. */
  readonly naming: (principal: PrincipalIdentity, bounded: boolean) => Naming;
}

export interface CompiledCondition {
  /** As written: `StringEquals aws:username`. */
  readonly label: string;
  readonly test: (lookup: ConditionLookup) => boolean;
}

/** One statement, every element already a closure. */
export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny';
  readonly sid?: string;
  /** Position in the document, from 0. */
  readonly position: number;
  readonly matchesAction: (lowerCaseAction: string) => boolean;
  readonly matchesResource: (resource: string, lookup: ConditionLookup) => boolean;
  /** Undefined in policies attached to a principal or an organization. */
  readonly principal?: PrincipalMatcher;
  readonly conditions: readonly CompiledCondition[];
}

/** The statements of a policy whose action element covers one action. */
export interface Candidates {
  readonly deny: readonly CompiledStatement[];
  readonly allow: readonly CompiledStatement[];
}

export interface StatementIndex {
  /** The action in any case: `kms:Encrypt`. */
  readonly candidates: (action: string) => Candidates;
}
