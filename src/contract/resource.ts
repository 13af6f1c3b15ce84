import type { ServiceError } from '../core/errors.ts';
import type { Scope } from '../core/scope.ts';
import type { Tags } from '../core/tags.ts';
import type { Instant } from '../core/time.ts';
import type { Naming } from '../policy/statement.ts';
import type { Decision } from '../policy/types.ts';
import type { Caller } from './identity.ts';
import type { Unit } from './view.ts';

/** What a kind may use to find a resource: the call's unit, its caller, its scope and its time. */
export interface FindContext {
  readonly unit: Unit;
  readonly caller: Caller;
  readonly scope: Scope;
  /** Service time at which the call began. */
  readonly now: Instant;
  /** Services that passed the call on for its caller. */
  readonly calledVia: readonly string[];
}

/** At once where the answer is at hand, later where it must be read: the gateway waits only for the latter. */
export type Soon<T> = T | Promise<T>;

/** A named resource, found or not. A missing one is judged as an ARN without a policy. */
export interface Resolved<T> {
  readonly arn: string;
  /** Where it lives: its account and Region. */
  readonly scope: Scope;
  readonly id: string;
  /** Undefined: it does not exist. */
  readonly document: T | undefined;
  /** The error that tells an authorized caller what was wrong with the name. */
  readonly missing?: ServiceError;
}

/** A request a grant may cover. */
export interface GrantQuestion {
  readonly action: string;
  readonly conditions: ReadonlyMap<string, readonly string[]>;
  /** Ids of grants that the caller brought tokens of. */
  readonly presented: readonly string[];
}

export interface ResourceKind<T, Reference = string> {
  /** `kms:key`. */
  readonly name: string;
  readonly find: (reference: Reference, context: FindContext) => Promise<Resolved<T>>;
  /** The resource policy's JSON text. */
  readonly policy?: (resource: Resolved<T>, context: FindContext) => Soon<string | undefined>;
  /** `required`: an identity policy alone never suffices (KMS keys, role trust). */
  readonly policyMode: 'none' | 'optional' | 'required';
  /** How the resource policy is named in denials: `resource`, or `trust` for roles. */
  readonly policyType?: 'resource' | 'trust';
  readonly tags?: (resource: Resolved<T>, context: FindContext) => Soon<Tags>;
  /** Service-specific condition keys, lower case, evaluated when a policy names one. */
  readonly conditions?: (
    resource: Resolved<T>,
    key: string,
    context: FindContext,
  ) => readonly string[] | undefined;
  /** True for resources that AWS keeps itself, such as AWS managed keys: no resource control policy limits them. */
  readonly awsManaged?: (resource: Resolved<T>) => boolean;
  /** How a grant that covers the request names the caller, as a policy's Principal would; `none` when none does. */
  readonly grants?: (
    resource: Resolved<T>,
    question: GrantQuestion,
    context: FindContext,
  ) => Promise<Naming>;
  /** A denial with the service's own wording, where it differs from the common one. */
  readonly denial?: (
    resource: Resolved<T>,
    action: string,
    decision: Decision,
    context: FindContext,
  ) => string | undefined;
}
