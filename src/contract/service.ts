import type { ServiceError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { Violation } from '../model/validate.ts';
import type { Instant } from '../core/time.ts';
import type { Scope } from '../core/scope.ts';
import type { Collection } from './collection.ts';
import type { CertificateSource, EdgeSource, FirewallSource, TrafficWatch } from './edge.ts';
import type { Follower } from './follower.ts';
import type { FunctionUrls } from './functions.ts';
import type { Caller } from './identity.ts';
import type {
  Access,
  BeforehandContext,
  CallOptions,
  Context,
  EventCategory,
  IdentifyContext,
  OperationReference,
  Permission,
  PlainPermission,
  RequestBody,
  ResolvedPermission,
  ResolveContext,
  ServiceActor,
} from './operation.ts';
import type { ServiceQuotas } from './quota.ts';
import type { Unit } from './view.ts';

/** What a due job may use. Its unit reads the job's own row, so a lost lease cannot commit. */
export interface JobContext {
  readonly unit: Unit;
  readonly scope: Scope;
  /** The instant the job was due, in service time. */
  readonly due: Instant;
  readonly now: Instant;
  readonly id: string;
  /** Writes an `AwsServiceEvent` audit record: something the service did by itself. */
  serviceEvent(event: ServiceEvent): void;
  /**
   * Calls an operation inside the job's own unit, through the pipeline's later stages: as the job's service, unless `as`
   * says otherwise. An error drops what that call wrote, and nothing else.
   */
  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<O>;
  /**
   * Asks whether a role, or the service itself, has a permission that no operation stands for. Errors: the denial with AWS's
   * text, and those of assuming the role.
   */
  assertPermitted(
    permission: PlainPermission | ResolvedPermission,
    as: ServiceActor,
  ): Promise<void>;
}

/** What the second step of a job may use. It sees no state, may take long, and may happen again after a crash. */
export interface ActContext {
  /** The job's id: the same when the step is repeated. */
  readonly id: string;
  readonly scope: Scope;
  /** Calls an operation in units of its own, as a client would: one of three steps too (`lambda:Invoke`). */
  call<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<O>;
  /** Aborted when the server stops. */
  readonly signal: AbortSignal;
}

export interface ServiceEvent {
  /** `DeleteKey`, `RotateKey`. */
  readonly name: string;
  readonly resources: readonly { readonly type: string; readonly arn: string }[];
  /** `serviceEventDetails`; absent for what AWS records as a call it makes itself. */
  readonly details?: JsonObject;
  /** `additionalEventData`, where the service puts its details there. */
  readonly additional?: JsonObject;
  /** `responseElements`, for what AWS records as a call it makes itself (`AwsApiCall`). */
  readonly response?: JsonObject;
}

export type JobKind = UnitJob | AnyActingJob;

interface JobManner {
  /**
   * What becomes of the turns of a recurring job between which time was moved on: time stops at `each` of them (the default), or
   * one turn makes up for all, as for what only looks how things are.
   */
  readonly missed?: 'each' | 'once';
}

/** Done in one unit: together with the end of the job, or not at all. */
export interface UnitJob extends JobManner {
  /** `kms.deleteKey`. */
  readonly kind: string;
  readonly run: (payload: string, context: JobContext) => Promise<void>;
}

/**
 * Work outside: `prepare` decides in a unit, `act` does it once no unit is open, beside other jobs, and `handle` writes
 * what came of it in the unit that ends the job. When `prepare` gives undefined there is nothing to do. A job that is tried
 * again, or whose server died, begins with `prepare`. What is to be retried on the service's own terms, `handle` orders
 * again; what any step throws is retried as every job is.
 */
export interface ActingJob<P extends object, A> extends ActingManner {
  /** `events.deliver`. */
  readonly kind: string;
  prepare(payload: string, context: JobContext): Promise<P | undefined>;
  act(prepared: P, context: ActContext): Promise<A>;
  handle(payload: string, context: JobContext, acted: A): Promise<void>;
}

/** How many acting jobs of its kind act at one time; undefined: as many as there is room for. */
interface ActingManner extends JobManner {
  readonly mostActing?: number;
}

/** An acting job whose types the runner need not know: its methods pass on what they gave. */
export interface AnyActingJob extends ActingManner {
  readonly kind: string;
  prepare(payload: string, context: JobContext): Promise<object | undefined>;
  act(prepared: object, context: ActContext): Promise<unknown>;
  handle(payload: string, context: JobContext, acted: unknown): Promise<void>;
}

/**
 * An operation whose types the gateway need not know. Its functions are methods, so that every `Operation<I, O>`
 * is one; the gateway gives them nothing but input that the model's validator has passed.
 */
export interface AnyOperation {
  readonly name: string;
  readonly access: Access;
  readonly allowsAnonymous?: boolean;
  readonly eventCategory?: EventCategory;
  authorize(input: object, context: ResolveContext): Promise<readonly Permission[]>;
  beforehand?(input: object, context: BeforehandContext): Promise<unknown>;
  identify?(input: object, context: IdentifyContext, fetched: unknown): Promise<Caller>;
  prepare?(input: object, context: Context): Promise<unknown>;
  act?(input: object, prepared: unknown, body: RequestBody): Promise<unknown>;
  handle(input: object, context: Context, acted: unknown): Promise<object>;
}

/** What a service holds in memory for a moment: it is written about once a second, and when the server stops. */
export interface Holding {
  readonly isEmpty: boolean;
  /** May run again after a conflict: it forgets what it wrote by `unit.onCommit`. */
  write(unit: Unit, now: Instant): Promise<void>;
}

/** One AWS service. `operations ∪ notImplemented` must equal the model's list exactly. */
export interface Service {
  /** The model's id: `kms`. */
  readonly id: string;
  /** `kms.amazonaws.com`. */
  readonly principal: string;
  readonly operations: readonly AnyOperation[];
  /** Operation name → why it answers 501. */
  readonly notImplemented: ReadonlyMap<string, string>;
  readonly collections: readonly Collection<never>[];
  readonly jobs: readonly JobKind[];
  /** Limits of accounts, and what calls take of them. Absent: nothing is limited. */
  readonly quotas?: ServiceQuotas;
  /** What it derives from calls and events, its own or others'. */
  readonly followers?: readonly Follower[];
  /** What answers plain HTTP beside the API. */
  readonly functionUrls?: FunctionUrls;
  /** Sites of customers that the edge lets it answer. */
  readonly edge?: EdgeSource;
  /** Where the edge finds what sites prove themselves by: of all services, one has it. */
  readonly certificates?: CertificateSource;
  /** What stands before sites: of all services, one has it. */
  readonly firewall?: FirewallSource;
  /** What is told of all that sites are asked: of all services, one has it. */
  readonly traffic?: TrafficWatch;
  readonly holding?: Holding;
  /** The error code and status of a denial. Default `AccessDeniedException`, 400. */
  readonly denialCode?: { readonly code: string; readonly status: number };
  /** Denials end with an encoded message, as EC2's do. */
  readonly encodesDenials?: boolean;
  /** Denials put the resource's ARN in double quotes, as S3's do. */
  readonly quotesDeniedResources?: boolean;
  /** `ValidationException` or `ValidationError`. */
  readonly validationCode?: string;
  /** What is said of input that the model does not allow, in the place of `validationCode` and the common text. */
  readonly inputFault?: (violations: readonly Violation[]) => ServiceError;
  /**
   * Members that never stand in audit records, beside those the model calls sensitive: by name, or of one shape alone
   * (`ApiKey.value`).
   */
  readonly unrecordedMembers?: ReadonlySet<string>;
  /** Error codes whose messages may repeat values that records never hold: records of data events have the code alone. */
  readonly unrecordedMessages?: ReadonlySet<string>;
}

export type AnyCollection = Collection<never>;
