import type { IamOperations } from '../../../models/iam/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
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

/** An instance profile, as EC2 sees it. */
export interface KnownProfile {
  readonly arn: string;
  /** `AIPA…`. */
  readonly id: string;
  /** The ARN of the role in it; undefined while it has none. */
  readonly roleArn: string | undefined;
}

/** What EC2 asks IAM about the profiles by which instances have roles. */
export interface InstanceProfileDirectory {
  /** A profile by its name. */
  find(unit: Unit, account: string, name: string): Promise<KnownProfile | undefined>;
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

/** An OpenID Connect provider that an account trusts. */
export interface WebProvider {
  /** As trust policies name it: an ARN, or the domain name of a provider that needs no registration. */
  readonly principal: string;
  /** `https://server.example.com`: what tokens name as their issuer. */
  readonly issuer: string;
  /** The audiences tokens may be for; undefined: trust policies alone decide. */
  readonly clientIds?: readonly string[];
  readonly thumbprints: readonly string[];
}

/** What a SAML provider's metadata says of it. */
export interface SamlSource {
  readonly issuer: string;
  /** PEM, of the keys it signs with. */
  readonly certificates: readonly string[];
}

/** What came of an MFA device's code. */
export type MfaProof =
  | { readonly outcome: 'unknownDevice' | 'wrongCode' }
  | {
      readonly outcome: 'proven';
      /** A code is good once: call it in the unit that grants something for it. */
      spend(): void;
    };

/** Where the keys of identity providers come from: other hosts. */
export interface KeySets {
  /** JWKs of an issuer. `suffices` tells whether keys that are at hand will do. Rejects when it can't be asked. */
  keysOf(
    issuer: string,
    thumbprints: readonly string[],
    suffices: (keys: readonly JsonObject[]) => boolean,
  ): Promise<readonly JsonObject[]>;
  /** The SHA-1 thumbprint of the topmost certificate an HTTPS issuer sends. Rejects when it can't be reached. */
  thumbprintOf(issuer: string): Promise<string>;
}

/** What STS is given of IAM. */
export interface SessionDirectory {
  /** Roles by ARN, in any account, guarded by their trust policies. */
  readonly roles: ResourceKind<AssumableRole>;
  /** True when the managed policy exists for sessions of the account. */
  policyExists(unit: Unit, account: string, arn: string): Promise<boolean>;
  /** Judges a code of a user's MFA device by real time. Nobody else's device counts. */
  proveMfa(
    unit: Unit,
    account: string,
    userName: string | undefined,
    given: { readonly serial: string; readonly code: string; readonly realNow: number },
  ): Promise<MfaProof>;
  /** A SAML provider by its ARN; undefined when there is none whose metadata is in force. */
  samlSource(unit: Unit, arn: string, now: number): Promise<SamlSource | undefined>;
  /** The provider of an issuer, as the account knows it. */
  webProvider(unit: Unit, account: string, issuer: string): Promise<WebProvider | undefined>;
}

/** An organization as IAM needs to know it. */
export interface OrganizationStanding {
  /** `o-…`. */
  readonly id: string;
  readonly managementAccount: string;
  readonly hasAllFeatures: boolean;
  /** IAM has trusted access to it. */
  readonly trustsIam: boolean;
  /** Accounts that administer IAM for the management account. */
  readonly administrators: readonly string[];
}

/** What IAM is given of Organizations. */
export interface OrganizationDirectory {
  /** The organization an account belongs to. */
  standingOf(unit: Unit, account: string): Promise<OrganizationStanding | undefined>;
}

/** What STS signs the tokens with by which an account's principals prove to others who they are. */
export interface TokenSigner {
  /** The signed token, its issuer added; undefined when the account issues none. */
  sign(
    unit: Unit,
    account: string,
    algorithm: 'RS256' | 'ES384',
    claims: JsonObject,
  ): Promise<string | undefined>;
}

/** The root of a member account, as those see it who look after the organization's roots. */
export interface AssumableRoot {
  readonly account: string;
  /** ARNs of the task policies it may be taken with. */
  readonly tasks: readonly string[];
  /** Accounts whose principals may take it. */
  readonly keepers: readonly string[];
}

/** What Organizations is given of IAM: accounts begin with their root and one role. */
export interface AccountFounder {
  /** True when somebody already acts under the account's number. */
  isTaken(unit: Unit, account: string): Promise<boolean>;
  /** Makes the administrator's role of a new account, which principals of the management account may take. */
  found(unit: Unit, account: string, charter: AccountCharter): Promise<void>;
}

export interface AccountCharter {
  readonly managementAccount: string;
  /** `OrganizationAccountAccessRole`, unless it was asked otherwise. */
  readonly roleName: string;
  readonly now: Instant;
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
  /** Set for sessions of federated callers. */
  readonly federation?: Federation;
  /** When the caller proved to have an MFA device. */
  readonly mfaAt?: number;
}

/** What a session remembers of the identity provider that vouched for its user. */
export interface Federation {
  readonly kind: 'web' | 'saml';
  /** As trust policies name the provider. */
  readonly provider: string;
  /** Condition keys the session carries: `<provider>:sub`, `saml:aud` …, lower case. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
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
  | { readonly type: 'root' }
  | {
      readonly type: 'federated';
      readonly name: string;
      /** Who asked for the session; absent for the root. */
      readonly userName?: string;
      readonly userId?: string;
    };

const CREATE_LINKED_ROLE: OperationReference<
  IamOperations['CreateServiceLinkedRole']['input'],
  IamOperations['CreateServiceLinkedRole']['output']
> = { service: 'iam', operation: 'CreateServiceLinkedRole' };

/** The role that a service acts by in the caller's account, which the caller must be allowed to make where it is not there. */
export async function linkRole(
  context: Context,
  principals: PrincipalDirectory,
  role: {
    readonly arn: string;
    /** `macie.amazonaws.com`. */
    readonly service: string;
    /** `macie`. */
    readonly via: string;
  },
): Promise<void> {
  if ((await principals.identify(context.unit, role.arn)) !== undefined) return;
  await context.callService(
    CREATE_LINKED_ROLE,
    { AWSServiceName: role.service },
    { via: role.via },
  );
}
