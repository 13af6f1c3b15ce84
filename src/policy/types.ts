import type { CompiledStatement, Naming, StatementIndex } from './statement.ts';

export type PolicyType =
  | 'identity'
  | 'resource'
  | 'boundary'
  | 'session'
  | 'scp'
  | 'rcp'
  | 'trust'
  | 'endpoint';

/** A policy document ready to be evaluated: frozen, and shared by everyone who holds its text. */
export interface CompiledPolicy {
  /** In the order of the document. */
  readonly statements: readonly CompiledStatement[];
  /** The statements by action, to weigh only those that may match. */
  readonly index: StatementIndex;
  /** Length of the document's text in UTF-8 bytes; the cache is bounded by it. */
  readonly bytes: number;
  readonly version: PolicyVersion;
  readonly id?: string;
}

export type PolicyVersion = '2008-10-17' | '2012-10-17';

export interface SourcedPolicy {
  readonly type: PolicyType;
  /** Managed and organization policies have one; inline policies have none. */
  readonly arn?: string;
  readonly name?: string;
  readonly policy: CompiledPolicy;
}

export type PrincipalType =
  | 'Root'
  | 'IAMUser'
  | 'AssumedRole'
  | 'FederatedUser'
  | 'WebIdentity'
  | 'Saml'
  | 'AWSService'
  | 'Anonymous';

/** Who asks. */
export interface PrincipalIdentity {
  readonly type: PrincipalType;
  /** Empty for services and anonymous callers. */
  readonly account: string;
  /**
   * The session ARN for roles, the service principal name for services. For `WebIdentity` and
   * `Saml` before a role is assumed: the identity provider, as `Federated` names it.
   */
  readonly arn: string;
  /** `AIDA…` for users, `AROA…:session` for role sessions, the account id for root. */
  readonly principalId: string;
  readonly roleArn?: string;
  readonly roleId?: string;
  readonly userName?: string;
  readonly service?: string;
  /** The IAM user who asked for a federated session. */
  readonly userArn?: string;
  /** That user's unique id. */
  readonly userId?: string;
  /** What `CanonicalUser` names the account by. */
  readonly canonicalUserId?: string;
}

/** The policies on the principal's side. */
export interface PrincipalPolicies {
  readonly identity: readonly SourcedPolicy[];
  readonly boundary?: SourcedPolicy;
  /** Undefined: no session policies were passed. Else the session has only what they allow too. */
  readonly session?: readonly SourcedPolicy[];
  /** Per level root → OU → account, every level must allow. Empty: no organization, or exempt. */
  readonly scps: readonly (readonly SourcedPolicy[])[];
}

/**
 * The request's value of a condition key, asked with the key's lower-cased name; undefined when the
 * request has none. It is asked only when a candidate statement names the key.
 */
export type ConditionLookup = (lowerCaseKey: string) => readonly string[] | undefined;

/** `optional`: identity alone may suffice. `required`: it never does (KMS keys, role trust). */
export type ResourcePolicyMode = 'optional' | 'required';

export interface AuthorizationRequest {
  /** `kms:Encrypt`. */
  readonly action: string;
  /** An ARN, or `*` for actions without a resource. */
  readonly resource: string;
  readonly principal: PrincipalIdentity;
  readonly policies: PrincipalPolicies;
  /** Empty means: the principal's own account. */
  readonly resourceAccount: string;
  readonly resourcePolicy?: SourcedPolicy;
  readonly resourcePolicyMode: ResourcePolicyMode;
  /** Per level, like `scps`. Empty: no organization, exempt, or a service without RCPs. */
  readonly rcps: readonly (readonly SourcedPolicy[])[];
  /** The policy of the VPC endpoint the request came through. */
  readonly endpointPolicy?: SourcedPolicy;
  /**
   * How a matching grant names the principal: an allow on the resource's side. One that names more than the account
   * suffices alone, in whatever account.
   */
  readonly grant?: Naming;
  readonly condition: ConditionLookup;
  /** The policy's ARN is told only within the account or the organization. */
  readonly sameOrganization?: boolean;
}

/** The statement that decided. */
export interface StatementRef {
  readonly policyType: PolicyType;
  readonly policyArn?: string;
  readonly policyName?: string;
  readonly sid?: string;
  /** Position in the document, from 0. */
  readonly statement: number;
}

export interface AllowedReason {
  readonly outcome: 'allowed';
  readonly by: PolicyType | 'grant' | 'root' | 'exempt';
  readonly statement?: StatementRef;
}

export interface ExplicitDenyReason {
  readonly outcome: 'explicitDeny';
  readonly policyType: PolicyType;
  readonly policyArn?: string;
  readonly statement: StatementRef;
}

export interface ImplicitDenyReason {
  readonly outcome: 'implicitDeny';
  readonly policyType: PolicyType;
  /** The side whose policies are lacking, which decides what a foreign caller may be told. */
  readonly side: 'principal' | 'resource';
}

export type Reason = AllowedReason | ExplicitDenyReason | ImplicitDenyReason;

/** The element that kept a statement from matching. */
export type Mismatch = 'principal' | 'action' | 'resource' | 'condition';

/** A statement as `explain` reports it. */
export interface WeighedStatement extends StatementRef {
  readonly effect: 'Allow' | 'Deny';
  readonly matched: boolean;
  /** The first element that did not match; undefined when the statement matched. */
  readonly mismatch?: Mismatch;
  /** `StringEquals aws:username`, for a mismatch of a condition. */
  readonly condition?: string;
}

export interface Decision {
  readonly allowed: boolean;
  readonly reason: Reason;
  /** Every statement that was weighed, computed when asked for. */
  explain(): readonly WeighedStatement[];
}
