import type { JsonObject } from '../core/json.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { ByteStream } from '../model/types.ts';
import type { Caller } from './identity.ts';
import type { Resolved, ResourceKind } from './resource.ts';
import type { Unit, View } from './view.ts';

/** What a call is, for every stage after authentication. */
export interface Call {
  readonly requestId: string;
  /** The audit record's id, known before the handler runs. */
  readonly eventId: string;
  readonly service: string;
  /** `kms.amazonaws.com`, as records and policies name the service. */
  readonly eventSource: string;
  readonly operation: string;
  /** The caller's account and the signed Region (`us-east-1` for global services). */
  readonly scope: Scope;
  readonly partition: string;
  readonly caller: Caller;
  readonly sourceIp: string;
  readonly userAgent: string;
  /** Whether the call came over TLS. */
  readonly secure: boolean;
  /** What the TLS connection agreed on; absent without one, and for what a service does for the caller. */
  readonly tls?: TlsDetails | undefined;
  /** Service time at which the call began. */
  readonly now: Instant;
  /** Real time at which the call began. */
  readonly realNow: Instant;
  /** Services that passed the call on for the caller, first to last: `cloudformation.amazonaws.com`. */
  readonly calledVia: readonly string[];
}

/** As CloudTrail records it. */
export interface TlsDetails {
  readonly tlsVersion: string;
  readonly cipherSuite: string;
  readonly clientProvidedHostHeader: string;
}

/** One question to the policy engine: may the caller do `action` on `resource`? */
export interface Permission {
  /** `kms:Encrypt`. */
  readonly action: string;
  /** What it acts on; `'*'` for actions without a resource; an ARN where nothing is stored behind it. */
  readonly resource: AuthorizedResource | string;
  /** Service-specific condition keys of the request, lower case. */
  readonly conditions?: ReadonlyMap<string, readonly string[]>;
  /** The Region it must hold in, where that is not the call's: `aws:RequestedRegion`. */
  readonly region?: string;
  /** Ids of grants that the caller brought tokens of. */
  readonly presentedGrants?: readonly string[];
}

/** A permission on something that has no policy of its own, by its ARN. */
export interface PlainPermission extends Permission {
  readonly resource: string;
}

/** A permission on a resource that is found by its kind, with the policy it has. */
export type ResolvedPermission = (context: Pick<ResolveContext, 'resolve'>) => Promise<Permission>;

/** A resolved resource with its kind, made by `Context.resolve`. */
export interface AuthorizedResource<T = unknown> {
  readonly kind: string;
  readonly resolved: Resolved<T>;
}

export interface ResolveContext {
  readonly call: Call;
  /** Finds a resource in the call's own unit. The same reference twice gives the same object. */
  resolve<T, R>(kind: ResourceKind<T, R>, reference: R): Promise<AuthorizedResource<T>>;
  /** The caller's scope, for what `authorize` must read. */
  readonly view: View;
  readonly unit: Unit;
}

export interface Context extends ResolveContext {
  /** Documents of an authorized resource's own scope. Throws when `authorize` did not name the resource. */
  viewOf(resource: AuthorizedResource): View;
  once<T>(make: () => T | Promise<T>): Promise<T>;
  /** Adds to the audit record. */
  readonly audit: AuditNotes;
  /** Calls another operation inside the same unit, through the pipeline's later stages. */
  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<O>;
  /**
   * Asks whether a call would be let through: it is validated, resolved and judged as by `callService`, and neither done,
   * recorded nor charged. Also for operations of three steps. Errors: those that would refuse the call.
   */
  mayCall<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<void>;
}

/** What a handler may add to its audit record. Nothing secret. */
export interface AuditNotes {
  resource(type: string, arn: string, account: string): void;
  additional(name: string, value: string | number | boolean): void;
  /** Replaces `responseElements`, for operations that log what they don't answer. */
  response(elements: JsonObject | null): void;
  /** A further record, of what the call did in another Region. Written if the call succeeds. */
  elsewhere(record: ElsewhereRecord): void;
}

/** Another Region's record of a call: an operation of the same service, by the same caller. */
export interface ElsewhereRecord {
  readonly region: string;
  readonly operation: string;
  readonly input: object;
  readonly output: object;
  /** Replaces the recorded output, for operations that log what they don't answer. */
  readonly response?: JsonObject;
  readonly resources: readonly { readonly type: string; readonly arn: string }[];
}

/** Names an operation of another service: its type, without its code. */
export interface OperationReference<I, O> {
  readonly service: string;
  readonly operation: string;
  readonly types?: (input: I) => O;
}

export interface CallOptions {
  readonly region?: string;
  /** `kms:ViaService` and `aws:CalledVia` of a call made for the caller: `s3`. */
  readonly via?: string;
  /** The host that records name in the place of the service's own: `ec2-frontend-api.amazonaws.com`. */
  readonly host?: string;
  /** The service acts in its own name, or as a role: only as a role together with `via`, which names the service then. */
  readonly as?: ServiceActor;
}

export interface ServiceActor {
  /** `rds.amazonaws.com`. */
  readonly principal: string;
  /** The account it acts for; the calling one's when absent. */
  readonly account?: string;
  /** What it acts for: `aws:SourceArn`. */
  readonly sourceArn?: string;
  /** A role that it assumes for the call. */
  readonly role?: { readonly arn: string; readonly sessionName: string };
  /** The caller of a request that the service goes on with after its answer: with the permissions the caller has by now. */
  readonly caller?: Caller;
  /**
   * A session of a role that the service has in every account and nobody can change: `aws:ec2-infrastructure`. It has no
   * policies, and so what grants and resource policies give it.
   */
  readonly ownRole?: { readonly name: `aws:${string}`; readonly sessionName: string };
}

export interface OperationTypes {
  readonly input: object;
  readonly output: object;
}

/** `read` changes nothing; `crypto` uses keys and changes nothing; `write` changes state. */
export type Access = 'read' | 'write' | 'crypto';

/** `data`: one of many calls on a service's content, which trails record only where their selectors say so. */
export type EventCategory = 'management' | 'data';

interface Declaration<I> {
  readonly name: string;
  readonly access: Access;
  /** Callers need not sign, whatever the model says: the caller is anonymous then, and `authorize` knows it. */
  readonly allowsAnonymous?: boolean;
  /** Default `management`. */
  readonly eventCategory?: EventCategory;
  /**
   * Every permission the call needs. Required: an operation that anybody may call says so with an empty list and
   * a comment.
   */
  readonly authorize: (input: I, context: ResolveContext) => Promise<readonly Permission[]>;
}

export interface Operation<I, O> extends Declaration<I> {
  readonly handle: (input: I, context: Context) => Promise<O>;
  /**
   * Who calls, where the request brings its own proof instead of a signature: a token of an identity provider. What it
   * throws is a refusal before authentication: it is counted, and leaves no record.
   */
  readonly identify?: (input: I, context: IdentifyContext) => Promise<Caller>;
}

/**
 * An operation whose proof needs something from elsewhere: `beforehand` fetches it while no unit is open, so that a slow
 * host holds nobody up, and `identify` is given it. `beforehand` decides nothing: it may see what a later change takes back.
 */
export interface ProvenOperation<I, O, F> extends Declaration<I> {
  readonly beforehand: (input: I, context: BeforehandContext) => Promise<F>;
  readonly identify: (input: I, context: IdentifyContext, fetched: F) => Promise<Caller>;
  readonly handle: (input: I, context: Context) => Promise<O>;
}

export interface BeforehandContext {
  /** Reads in a unit of its own, which is over before this resolves. */
  read<T>(work: (unit: Unit) => Promise<T>): Promise<T>;
}

/** What `identify` may use. */
export interface IdentifyContext {
  readonly unit: Unit;
  /** Service time and real time at which the call began. */
  readonly now: Instant;
  readonly realNow: Instant;
}

/** A request's streamed body. It can be read once. */
export interface RequestBody {
  /** The content without its framing. Ends in an error where it is not what was signed. */
  readonly bytes: ByteStream;
  /** What followed the content, by lower-case name. Complete when `bytes` have ended. */
  trailers(): ReadonlyMap<string, string>;
  /** Aborted when nobody waits for the answer any more. Absent where the caller is a service. */
  readonly gone?: AbortSignal | undefined;
}

/**
 * An operation that does what can't be done twice, or takes long, such as reading a streamed body. `prepare` runs in a
 * unit whose commit confirms the authorization; `act` runs once and sees no state; `handle` runs in a unit of its own,
 * authorized again, and is given what `act` made.
 */
export interface ActingOperation<I, O, P, A> extends Declaration<I> {
  readonly prepare: (input: I, context: Context) => Promise<P>;
  readonly act: (input: I, prepared: P, body: RequestBody) => Promise<A>;
  readonly handle: (input: I, context: Context, acted: A) => Promise<O>;
}

/** The declaration of operation `N` of a service whose generated operation types are `Operations`. */
export type OperationOf<
  Operations extends { readonly [K in keyof Operations]: OperationTypes },
  N extends keyof Operations,
> = Operation<Operations[N]['input'], Operations[N]['output']> & { readonly name: N };

export type ProvenOperationOf<
  Operations extends { readonly [K in keyof Operations]: OperationTypes },
  N extends keyof Operations,
  F,
> = ProvenOperation<Operations[N]['input'], Operations[N]['output'], F> & { readonly name: N };

export type ActingOperationOf<
  Operations extends { readonly [K in keyof Operations]: OperationTypes },
  N extends keyof Operations,
  P,
  A,
> = ActingOperation<Operations[N]['input'], Operations[N]['output'], P, A> & { readonly name: N };
