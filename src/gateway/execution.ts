import { ServiceError } from '../core/errors.ts';
import { uuid } from '../core/ids.ts';
import type { Caller, IdentitySource } from '../contract/identity.ts';
import type {
  Call,
  CallOptions,
  ElsewhereRecord,
  OperationReference,
  Permission,
  PlainPermission,
  ResolvedPermission,
  ServiceActor,
} from '../contract/operation.ts';
import type { OrganizationSource } from '../contract/organization.ts';
import type { AnyOperation } from '../contract/service.ts';
import type { Unit } from '../contract/view.ts';
import { validateInput } from '../model/validate.ts';
import { callRecord, RecordNotes, sharedRecords } from './audit.ts';
import type { MessageSealer } from './authorization-message.ts';
import { authorize, type Decided } from './authorization.ts';
import {
  AuthorizingContext,
  HandlingContext,
  notImplemented,
  otherAccounts,
  type ServiceCaller,
  type ServiceJudge,
} from './context.ts';
import { toServiceError } from './failure.ts';
import { invokedBy, nestedCall, ownRoleSession, serviceIdentity } from './nested-call.ts';
import { recorderFor } from './redaction.ts';
import type { RegisteredOperation, RegisteredService } from './registry.ts';
import type { Throttle } from './throttle.ts';

/** Nested service calls deeper than this are refused: a loop, not a use. */
const CALL_DEPTH_MAX = 8;

export interface ExecutionParts {
  readonly identities: IdentitySource;
  readonly organizations: OrganizationSource;
  /** The services that are built, by id. */
  readonly services: { get(id: string): RegisteredService | undefined };
  readonly sealer: MessageSealer;
  /** Undefined: no rate is limited. */
  readonly throttle: Throttle | undefined;
  /** Told of what was unexpected, with its detail; clients are not. */
  readonly onUnexpected: (error: unknown, call: Call | undefined) => void;
  /** Keeps what was weighed in a denial, for `holdfast explain`. */
  readonly onDenied: (call: Call, decided: readonly Decided[]) => void;
}

interface Failed {
  readonly ok: false;
  readonly error: ServiceError;
}

export type Executed = { readonly ok: true; readonly output: object } | Failed;

export type Prepared = { readonly ok: true; readonly prepared: unknown } | Failed;

/**
 * The second half of the pipeline, inside one unit of work:
 * validate ▸ resolve ▸ throttle ▸ authorize ▸ handle ▸ record. Its audit record is written whatever the outcome; an error
 * drops what the call wrote, and keeps its records.
 */
export async function execute(parts: ExecutionParts, request: CallRequest): Promise<Executed> {
  const run = newRun(request);
  let executed: Executed;
  try {
    const { implementation, context } = await admit(parts, run);
    if (implementation.act !== undefined && request.acted === undefined) {
      throw new Error(`${request.call.operation} has three steps and can't be one of a unit`);
    }
    const output = await implementation.handle(request.input, context, request.acted?.result);
    executed = { ok: true, output };
  } catch (error) {
    executed = failed(parts, run, error);
  }
  record(parts, run, executed);
  return executed;
}

/** The first of the three steps. Leaves a record only when it fails: the last step leaves the call's. */
export async function prepare(parts: ExecutionParts, request: CallRequest): Promise<Prepared> {
  const run = newRun(request);
  try {
    const { implementation, context } = await admit(parts, run);
    return { ok: true, prepared: await implementation.prepare?.(request.input, context) };
  } catch (error) {
    const refused = failed(parts, run, error);
    record(parts, run, refused);
    return refused;
  }
}

function newRun(request: CallRequest): Run {
  const takeBack = request.unit.savepoint();
  return { request, notes: new RecordNotes(), permissions: [], takeBack };
}

function failed(parts: ExecutionParts, { request, takeBack }: Run, error: unknown): Failed {
  if (!(error instanceof ServiceError)) parts.onUnexpected(error, request.call);
  takeBack();
  return { ok: false, error: toServiceError(error) };
}

/** One call inside a unit. */
export interface CallRequest {
  readonly operation: RegisteredOperation;
  readonly call: Call;
  readonly input: object;
  readonly unit: Unit;
  /** How many service calls it is nested in. */
  readonly depth: number;
  /** Becomes true when the call's rates were charged, so that another run of the unit does not pay again. */
  readonly payment: { isMade: boolean };
  /** Set when the input could not be read: the call is recorded, without parameters, and refused. */
  readonly unreadable?: ServiceError;
  /** The second step's result, for the last of three. */
  readonly acted?: { readonly result: unknown };
}

interface Run {
  readonly request: CallRequest;
  readonly notes: RecordNotes;
  /** What `authorize` asked for, once it did. */
  permissions: readonly Permission[];
  /** Drops what the call wrote. */
  readonly takeBack: () => void;
}

interface Admitted {
  readonly implementation: AnyOperation;
  readonly context: HandlingContext;
}

async function admit(parts: ExecutionParts, run: Run): Promise<Admitted> {
  const { operation, call, input, unit, unreadable } = run.request;
  if (unreadable !== undefined) throw unreadable;
  const { implementation, service } = operation;
  if (implementation === undefined) {
    const reason = operation.notImplementedReason ?? 'it is not built';
    throw notImplemented(service.id, operation.model.name, reason);
  }
  validateInput(operation.model, input, service);
  const authorizing = new AuthorizingContext(call, unit);
  const permissions = await implementation.authorize(input, authorizing);
  run.permissions = permissions;
  if (parts.throttle !== undefined && !run.request.payment.isMade) {
    await parts.throttle.take({ call, service, input, permissions, unit });
    run.request.payment.isMade = true;
  }
  await authorize({
    call,
    unit,
    resolver: authorizing.resolver,
    identities: parts.identities,
    organizations: parts.organizations,
    permissions,
    denialCode: service.denialCode ?? DENIAL,
    onDenied: parts.onDenied,
    quoted: service.quotesDeniedResources === true,
    ...(service.encodesDenials === true ? { sealer: parts.sealer } : {}),
  });
  const context = new HandlingContext(authorizing, {
    unit,
    audit: run.notes,
    permissions,
    callService: serviceCaller(parts, run.request),
    mayCall: serviceJudge(parts, run.request),
  });
  return { implementation, context };
}

const DENIAL = Object.freeze({ code: 'AccessDeniedException', status: 400 });

/** Where a call to another service comes from. */
export type CallOrigin = Pick<CallRequest, 'call' | 'unit' | 'depth'>;

/** Calls other operations inside the origin's unit. */
export function serviceCaller(parts: ExecutionParts, request: CallOrigin): ServiceCaller {
  const { unit, depth } = request;
  return async <I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<O> => {
    if (depth >= CALL_DEPTH_MAX) throw new Error('service calls are nested too deep');
    const operation = referredTo(parts, reference);
    const executed = await execute(parts, {
      operation,
      call: await nestedCallOf(parts, request, operation, options),
      input,
      unit,
      depth: depth + 1,
      payment: { isMade: false },
    });
    return outputOf(reference, executed);
  };
}

/** Judges calls of other operations, inside the origin's unit. */
function serviceJudge(parts: ExecutionParts, request: CallOrigin): ServiceJudge {
  return async <I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<void> => {
    const operation = referredTo(parts, reference);
    const call = await nestedCallOf(parts, request, operation, options);
    const { unit, depth } = request;
    const payment = { isMade: true };
    await admit(parts, newRun({ operation, call, input, unit, depth: depth + 1, payment }));
  };
}

export function referredTo<I, O>(
  parts: ExecutionParts,
  { service, operation }: OperationReference<I, O>,
): RegisteredOperation {
  const registered = parts.services.get(service)?.operations.get(operation);
  if (registered === undefined) throw new Error(`${service}:${operation} is not registered`);
  return registered;
}

/** The call that `origin` makes of another operation, by whom the options say. */
export async function nestedCallOf(
  parts: ExecutionParts,
  origin: CallOrigin,
  operation: RegisteredOperation,
  options: CallOptions,
): Promise<Call> {
  const { as } = options;
  const actor = as === undefined ? undefined : await actorOf(parts, origin, as);
  return nestedCall(origin.call, operation, options, actor);
}

/**
 * Whether an actor has a permission that belongs to no operation, such as `events:InvokeApiDestination`. Errors: the denial,
 * and those of assuming a role.
 */
export async function assertPermitted(
  parts: ExecutionParts,
  origin: CallOrigin,
  as: ServiceActor,
  permission: PlainPermission | ResolvedPermission,
): Promise<void> {
  const caller = await actorOf(parts, origin, as);
  const account = caller.identity.account || origin.call.scope.account;
  const call = { ...origin.call, caller, scope: { ...origin.call.scope, account } };
  await assertCallerPermitted(parts, { ...origin, call }, permission);
}

/** Whether the caller itself has such a permission. Errors: the denial. */
export async function assertCallerPermitted(
  parts: ExecutionParts,
  { call, unit }: CallOrigin,
  permission: PlainPermission | ResolvedPermission,
): Promise<void> {
  const context = new AuthorizingContext(call, unit);
  await authorize({
    call,
    unit,
    resolver: context.resolver,
    identities: parts.identities,
    organizations: parts.organizations,
    permissions: [typeof permission === 'function' ? await permission(context) : permission],
    denialCode: DENIAL,
    onDenied: parts.onDenied,
  });
}

/** What was answered. Errors: the operation's own. */
export function outputOf<I, O>(reference: OperationReference<I, O>, executed: Executed): O {
  if (!executed.ok) throw executed.error;
  if (!isOutputOf(reference, executed.output)) throw new Error('output is missing');
  return executed.output;
}

function actorOf(parts: ExecutionParts, request: CallOrigin, as: ServiceActor): Promise<Caller> {
  const { role, ownRole, caller } = as;
  if (caller !== undefined) return Promise.resolve(invokedBy(caller, as.principal));
  if (ownRole !== undefined) {
    const { scope, partition } = request.call;
    return Promise.resolve(ownRoleSession(as.account ?? scope.account, partition, ownRole));
  }
  return role === undefined
    ? Promise.resolve(serviceIdentity(as))
    : roleSession(parts, request, as, role);
}

/** The reference and the operation come from one generated model, so the output is of the declared type. */
function isOutputOf<I, O>(reference: OperationReference<I, O>, output: unknown): output is O {
  return reference.operation !== '' && typeof output === 'object' && output !== null;
}

/** A service that acts as a role assumes it first, as itself: the role's trust decides, and a record stands of it. */
async function roleSession(
  parts: ExecutionParts,
  request: CallOrigin,
  actor: ServiceActor,
  role: NonNullable<ServiceActor['role']>,
): Promise<Caller> {
  const { role: _role, ...as } = actor;
  const output = await serviceCaller(parts, request)(
    ASSUME_ROLE,
    { RoleArn: role.arn, RoleSessionName: role.sessionName },
    { as },
  );
  const { AccessKeyId: id = '', SessionToken: token } = output.Credentials ?? {};
  const known = await parts.identities.credential(request.unit, id, token);
  if (known === undefined) throw new Error('the session of an assumed role is not known');
  return invokedBy(known.caller, actor.principal);
}

interface AssumedRole {
  readonly Credentials?: { readonly AccessKeyId: string; readonly SessionToken: string };
}

const ASSUME_ROLE: OperationReference<object, AssumedRole> = {
  service: 'sts',
  operation: 'AssumeRole',
};

type Recorders = {
  readonly input: ReturnType<typeof recorderFor>;
  readonly output: ReturnType<typeof recorderFor>;
};

const recorders = new WeakMap<RegisteredOperation, Recorders>();

function recordersOf(operation: RegisteredOperation): Recorders {
  const known = recorders.get(operation);
  if (known !== undefined) return known;
  const hidden = operation.service.unrecordedMembers;
  const made = {
    input: recorderFor(operation.model.input, hidden),
    output: recorderFor(operation.model.output, hidden),
  };
  recorders.set(operation, made);
  return made;
}

function record(parts: ExecutionParts, run: Run, executed: Executed): void {
  const { notes } = run;
  const { operation, call, input, unit } = run.request;
  const { input: recordInput, output: recordOutput } = recordersOf(operation);
  const readOnly = operation.implementation?.access !== 'write';
  const answered = executed.ok && !readOnly ? recordOutput(executed.output) : undefined;
  const own = callRecord(call, notes, {
    readOnly,
    isData: operation.implementation?.eventCategory === 'data',
    requestParameters: emptyToNull(recordInput(input)),
    responseElements: executed.ok ? (notes.responseElements ?? emptyToNull(answered)) : null,
    ...(executed.ok ? {} : { error: recordedError(operation, executed.error) }),
  });
  if (executed.ok) for (const there of notes.elsewhereRecords) recordElsewhere(parts, run, there);
  const others = otherAccounts(call.scope, run.permissions);
  if (others.length === 0) {
    unit.audit(own);
    return;
  }
  const recipients = others.map((account) => ({ account, eventId: uuid() }));
  for (const shared of sharedRecords(call, own, recipients, uuid())) unit.audit(shared);
}

function recordedError({ implementation, service }: RegisteredOperation, error: ServiceError) {
  const { code, message } = error;
  const isHidden =
    implementation?.eventCategory === 'data' && service.unrecordedMessages?.has(code) === true;
  return { code, message: isHidden ? '' : message };
}

/** What the call did in another Region stands in that Region's records, as an operation there. */
function recordElsewhere(parts: ExecutionParts, run: Run, there: ElsewhereRecord): void {
  const { call, unit } = run.request;
  const operation = parts.services.get(call.service)?.operations.get(there.operation);
  if (operation === undefined) throw new Error(`${there.operation} is not registered`);
  const recorders = recordersOf(operation);
  const { account } = call.scope;
  const notes = new RecordNotes();
  for (const { type, arn } of there.resources) notes.resource(type, arn, account);
  const local: Call = {
    ...call,
    eventId: uuid(),
    operation: there.operation,
    scope: { account, region: there.region },
  };
  const record = callRecord(local, notes, {
    readOnly: false,
    isData: operation.implementation?.eventCategory === 'data',
    requestParameters: emptyToNull(recorders.input(there.input)),
    responseElements: there.response ?? emptyToNull(recorders.output(there.output)),
  });
  unit.audit(record);
}

function emptyToNull<T>(value: T | undefined): T | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' && Object.keys(value).length === 0 ? null : value;
}
