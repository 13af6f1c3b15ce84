import { ServiceError } from '../core/errors.ts';
import { uuid } from '../core/ids.ts';
import { partitionOf } from '../core/arn.ts';
import type { Clock } from '../core/time.ts';
import type { Caller } from '../contract/identity.ts';
import type { Call } from '../contract/operation.ts';
import type { Store, Unit } from '../contract/view.ts';
import type { ResponseInfo } from '../wire/protocols/protocol.ts';
import { validateInput } from '../model/validate.ts';
import { requireDigests } from '../wire/body-digest.ts';
import { decodeRequest, encodeError, encodeResponse } from '../wire/exchange.ts';
import { BodyRefused } from '../wire/http-body.ts';
import type { WireRequest, WireResponse } from '../wire/request.ts';
import { type Authenticator, prove, type Proof } from './authentication.ts';
import { execute, type Executed, type ExecutionParts } from './execution.ts';
import { toServiceError } from './failure.ts';
import type { RegisteredOperation } from './registry.ts';
import type { Destination, Router } from './router.ts';
import { inSteps, type StepsStart } from './steps.ts';

export interface PipelineParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly router: Router;
  readonly authenticator: Authenticator;
  readonly execution: ExecutionParts;
  /** Calls refused before authentication are counted, not recorded. */
  readonly onRefused: (code: string) => void;
}

export interface Connection {
  readonly remoteAddress: string;
  readonly secure: boolean;
  /** Absent when the connection is not encrypted. */
  readonly tls?: { readonly version: string; readonly cipherSuite: string } | undefined;
}

export type Pipeline = (request: WireRequest, connection: Connection) => Promise<WireResponse>;

/**
 * One request, in one direction:
 * route ▸ prove ▸ decode ▸ [ identify ▸ validate ▸ resolve ▸ throttle ▸ authorize ▸ handle ▸ record ] ▸ commit ▸ encode.
 * What stands in brackets is one unit of work and may run again after a conflict. The body is parsed only once its
 * signature's form was seen, and answered only once the state and its records are durable.
 */
export function createPipeline(parts: PipelineParts): Pipeline {
  return async (request, connection) => {
    const info: ResponseInfo = { requestId: uuid(), isHead: request.method === 'HEAD' };
    const destination = parts.router(request);
    try {
      const operation = operationOf(destination);
      const proof = prove(parts.authenticator, request, destination, operation);
      const input = decodeLazily(destination, operation, request);
      const payment = { isMade: false };
      const exchange = { request, connection, info, destination, operation, proof, input, payment };
      const fetched = await beforehand(parts, exchange);
      const executed =
        operation.implementation?.act === undefined
          ? await parts.store.run((unit) => inUnit(parts, exchange, unit, fetched))
          : await inSteps(parts, startOf(parts, exchange));
      return encode(destination, operation, executed, info);
    } catch (error) {
      // Nobody waits for an answer, or none that a protocol could spell.
      if (error instanceof BodyRefused) throw error;
      if (error instanceof Refusal) parts.onRefused(error.error.code);
      else if (!(error instanceof ServiceError)) parts.execution.onUnexpected(error, undefined);
      const { service, protocol } = destination;
      return encodeError(service?.model, protocol, refusedWith(error), info);
    }
  };
}

/** An error before authentication: it leaves no record. */
class Refusal extends Error {
  readonly error: ServiceError;

  constructor(error: ServiceError) {
    super(error.message);
    this.error = error;
  }
}

function refusedWith(error: unknown): ServiceError {
  return error instanceof Refusal ? error.error : toServiceError(error);
}

interface Exchange {
  readonly request: WireRequest;
  readonly connection: Connection;
  readonly info: ResponseInfo;
  readonly destination: Destination;
  readonly operation: RegisteredOperation;
  readonly proof: Proof;
  readonly input: () => object;
  readonly payment: { isMade: boolean };
}

/** What the input of some operations needs to prove who calls: it is fetched while no unit is open. */
async function beforehand({ store }: PipelineParts, exchange: Exchange): Promise<unknown> {
  const { implementation, model, service } = exchange.operation;
  if (implementation?.identify === undefined) return undefined;
  return refusing(async () => {
    const input = exchange.input();
    validateInput(model, input, service);
    return implementation.beforehand?.(input, { read: (work) => store.run(work) });
  });
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceError) throw new Refusal(error);
    throw error;
  }
}

async function inUnit(
  parts: PipelineParts,
  exchange: Exchange,
  unit: Unit,
  fetched: unknown,
): Promise<Executed> {
  const identified = await exchange.proof.identify(unit);
  if (!identified.ok) throw new Refusal(identified.error);
  const caller = await callerOf(parts, exchange, { signed: identified.caller, fetched }, unit);
  const call = callOf(parts, exchange, caller);
  const { operation } = exchange;
  const read = readInput(exchange);
  const { payment } = exchange;
  return execute(parts.execution, { operation, call, unit, depth: 0, payment, ...read });
}

/** The caller by signature, or by the proof that the input of some operations is. */
async function callerOf(
  { clock }: PipelineParts,
  exchange: Exchange,
  { signed, fetched }: { readonly signed: Caller; readonly fetched: unknown },
  unit: Unit,
): Promise<Caller> {
  const { implementation } = exchange.operation;
  if (implementation?.identify === undefined) return signed;
  const context = { unit, now: clock.serviceTime(), realNow: clock.realTime() };
  return refusing(
    async () => implementation.identify?.(exchange.input(), context, fetched) ?? signed,
  );
}

/** Who calls is found in the first unit. */
function startOf(parts: PipelineParts, exchange: Exchange) {
  const read = readInput(exchange);
  const { operation, payment } = exchange;
  return async (unit: Unit): Promise<StepsStart> => {
    const identified = await exchange.proof.identify(unit);
    if (!identified.ok) throw new Refusal(identified.error);
    const call = callOf(parts, exchange, identified.caller);
    return {
      request: { operation, call, unit, depth: 0, payment, ...read },
      body: identified.body,
    };
  };
}

function readInput(exchange: Exchange): { input: object; unreadable?: ServiceError } {
  try {
    return { input: exchange.input() };
  } catch (error) {
    return { input: {}, unreadable: toServiceError(error) };
  }
}

/** What a request that was identified is, for every later stage. */
export function callOf(
  parts: Pick<PipelineParts, 'clock'>,
  exchange: Omit<Exchange, 'input' | 'payment' | 'proof'> & {
    readonly proof: Pick<Proof, 'region'>;
  },
  caller: Caller,
): Call {
  const { service, model } = exchange.operation;
  const global = exchange.destination.service?.model.global ?? false;
  const region = global ? 'us-east-1' : exchange.proof.region;
  return {
    requestId: exchange.info.requestId,
    eventId: uuid(),
    service: service.id,
    eventSource: service.principal,
    operation: model.name,
    scope: { account: caller.identity.account, region },
    partition: partitionOf(region),
    caller,
    sourceIp: exchange.connection.remoteAddress,
    userAgent: (exchange.request.header('user-agent') ?? '').slice(0, USER_AGENT_CHARACTERS_MAX),
    secure: exchange.connection.secure,
    tls: tlsOf(exchange),
    now: parts.clock.serviceTime(),
    realNow: parts.clock.realTime(),
    calledVia: [],
  };
}

const USER_AGENT_CHARACTERS_MAX = 1_024;
const HOST_CHARACTERS_MAX = 255;

function tlsOf({
  connection: { tls },
  request,
}: Pick<Exchange, 'connection' | 'request'>): Call['tls'] {
  if (tls === undefined) return undefined;
  const clientProvidedHostHeader = (request.header('host') ?? '').slice(0, HOST_CHARACTERS_MAX);
  return { tlsVersion: tls.version, cipherSuite: tls.cipherSuite, clientProvidedHostHeader };
}

function operationOf(destination: Destination): RegisteredOperation {
  if (destination.operation !== undefined) return destination.operation;
  throw new Refusal(
    destination.error ?? new ServiceError('UnknownOperationException', '', { status: 404 }),
  );
}

/** Decodes once, when the caller is known, and keeps the result for further runs. */
function decodeLazily(
  destination: Destination,
  operation: RegisteredOperation,
  request: WireRequest,
): () => object {
  let decoded: object | undefined;
  return () => {
    if (decoded !== undefined) return decoded;
    const { protocol, rawPath } = destination;
    if (protocol === 'restXml') requireDigests(operation.model, request);
    const value = decodeRequest(operation.model, protocol, request, rawPath);
    decoded = typeof value === 'object' && value !== null ? value : {};
    return decoded;
  };
}

function encode(
  destination: Destination,
  operation: RegisteredOperation,
  executed: Executed,
  info: ResponseInfo,
): WireResponse {
  const { service, protocol } = destination;
  if (!executed.ok) return encodeError(service?.model, protocol, executed.error, info);
  if (service === undefined) throw new Error('an answer without a service');
  return encodeResponse(service.model, operation.model, protocol, executed.output, info);
}
