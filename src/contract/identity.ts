import type { Instant } from '../core/time.ts';
import type { JsonObject } from '../core/json.ts';
import type { PrincipalIdentity, PrincipalPolicies } from '../policy/types.ts';
import type { Unit } from './view.ts';

/** Who calls, as every later stage sees it. */
export interface Caller {
  readonly identity: PrincipalIdentity;
  /** Undefined for service principals and anonymous callers. */
  readonly accessKeyId?: string;
  /** The `userIdentity` member of audit records, complete. */
  readonly userIdentity: JsonObject;
  /** Condition keys the credentials carry (`aws:tokenissuetime`, `aws:multifactorauthpresent` …), lower case. */
  readonly conditions: ReadonlyMap<string, readonly string[]>;
  /** Tags of the session or the principal, for `aws:PrincipalTag/…`. */
  readonly tags: Readonly<Record<string, string>>;
  /** Set when the credentials are temporary. */
  readonly session?: CallerSession;
}

export interface CallerSession {
  readonly issued: Instant;
  readonly expires: Instant;
  readonly sourceIdentity?: string;
  /** Tags passed for the session, its role's left out. */
  readonly tags: Readonly<Record<string, string>>;
  readonly transitiveTagKeys: readonly string[];
  /** JSON texts of inline session policies, and ARNs of managed ones. */
  readonly policies: readonly string[];
  readonly policyArns: readonly string[];
}

export interface KnownCredential {
  readonly secretAccessKey: string;
  readonly active: boolean;
  /** Set when the credential is a session whose time is over. */
  readonly expired: boolean;
  readonly caller: Caller;
}

/** What IAM gives the gateway. Reads go through the call's own unit, so a stale answer can't commit. */
export interface IdentitySource {
  /** The credential behind an access key id, or undefined. `sessionToken` is checked by the source. */
  credential(
    unit: Unit,
    accessKeyId: string,
    sessionToken: string | undefined,
  ): Promise<KnownCredential | undefined>;
  /** The caller's policies, compiled. Never cached beyond the unit's reads. */
  policies(unit: Unit, caller: Caller): Promise<PrincipalPolicies>;
  /** The root user of an account, for dev mode and for first start. */
  root(account: string): Caller;
}
