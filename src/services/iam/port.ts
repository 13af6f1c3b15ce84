import type { JsonObject } from '../../core/json.ts';
import type { Tags } from '../../core/tags.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { Unit } from '../../contract/view.ts';

/** Seals sessions into their own tokens, and opens them. */
export interface SessionSealer {
  seal(session: JsonObject): string;
  /** Undefined: the token is none of ours. */
  open(token: string): JsonObject | undefined;
}

/**
 * A policy whose users and roles are bound to their unique ids, so that a namesake made later is somebody else
 * to it.
 */
export interface BoundPolicy {
  /** As it was given. */
  readonly text: string;
  /** Set when the policy names users or roles. */
  readonly bound?: {
    /** What is evaluated: unique ids in place of ARNs. */
    readonly text: string;
    /** Unique id by the ARN it stands for. */
    readonly principals: Readonly<Record<string, string>>;
  };
}

/** What other services ask IAM about the principals that their resource policies name. */
export interface PrincipalDirectory {
  /** `unknown` is the first principal that does not exist, with its kind: `"AWS":"arn:…"`. */
  bind(unit: Unit, text: string): Promise<BoundPolicy | { readonly unknown: string }>;
  /** The text to show: as it was given, but with unique ids where their owners are gone. */
  show(unit: Unit, policy: BoundPolicy): Promise<string>;
  /**
   * The unique id behind the ARN of a user, role or session; the account's number for its root. Undefined: the ARN
   * names nobody.
   */
  identify(unit: Unit, arn: string): Promise<string | undefined>;
  /** True of a name that a service principal has: `s3.amazonaws.com`. */
  isService(name: string): boolean;
}

/** A role as those who assume it see it. */
export interface AssumableRole {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly maxSessionSeconds: number;
  readonly trust: BoundPolicy;
  readonly tags: Tags;
}

/** What STS is given of IAM. */
export interface SessionDirectory {
  /** Roles by ARN, in any account, guarded by their trust policies. */
  readonly roles: ResourceKind<AssumableRole>;
  /** True when the managed policy exists for sessions of the account. */
  policyExists(unit: Unit, account: string, arn: string): Promise<boolean>;
}

/** What a session's token holds, sealed. */
export interface SessionGrant {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly account: string;
  /** Milliseconds of service time. */
  readonly issued: number;
  readonly expires: number;
  readonly subject: SessionSubject;
  /** JSON texts of inline session policies, and ARNs of managed ones. */
  readonly policies: readonly string[];
  readonly policyArns: readonly string[];
  /** Tags passed for this session, and those that came down a chain. */
  readonly tags: Tags;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity?: string;
}

export type SessionSubject =
  | {
      readonly type: 'role';
      readonly name: string;
      readonly id: string;
      readonly arn: string;
      readonly sessionName: string;
    }
  | { readonly type: 'user'; readonly name: string; readonly id: string }
  | { readonly type: 'root' };
