import { uuid } from '../core/ids.ts';
import { ServiceError } from '../core/errors.ts';
import type { FunctionUrl, FunctionUrls, PlainRequest } from '../contract/functions.ts';
import type { Caller } from '../contract/identity.ts';
import type { RequestBody } from '../contract/operation.ts';
import type { Unit } from '../contract/view.ts';
import type { WireRequest, WireResponse } from '../wire/request.ts';
import { ANONYMOUS, prove } from './authentication.ts';
import type { Executed } from './execution.ts';
import { toServiceError } from './failure.ts';
import { callOf, type Connection, type PipelineParts } from './pipeline.ts';
import type { RegisteredOperation, RegisteredService } from './registry.ts';
import type { Destination } from './router.ts';
import { inSteps, type StepsStart } from './steps.ts';

const OWN_PATH = /^\/_holdfast\/functions\/([0-9a-z]{32})(\/.*)?$/;
const HOST = /^([0-9a-z]{32})\.lambda-url\.[a-z0-9-]+\./i;
/** The operation whose protocol and record they share. */
const OPERATION = 'Invoke';
const RECORDED_AS = 'InvokeFunctionUrl';

/** A function's URL and the path below it: by its own host, or by a path of this server. */
export function functionUrlOf(
  request: Pick<WireRequest, 'rawPath' | 'header'>,
): { readonly id: string; readonly rawPath: string } | undefined {
  const [, byPath, below = '/'] = OWN_PATH.exec(request.rawPath) ?? [];
  if (byPath !== undefined) return { id: byPath, rawPath: below };
  const [, byHost] = HOST.exec(request.header('host') ?? '') ?? [];
  return byHost === undefined ? undefined : { id: byHost.toLowerCase(), rawPath: request.rawPath };
}

interface Address {
  readonly id: string;
  readonly rawPath: string;
  /** False: who calls may prove nothing, so only a URL that asks for no proof answers. */
  readonly mayProve: boolean;
}

/**
 * A request of whatever form to a function's URL, through the pipeline's later stages: who calls is known by the
 * signature, or nobody, and the function's policy decides.
 */
export function createFunctionUrlHandler(parts: PipelineParts, serviceOf: () => RegisteredService) {
  let known: Handler | undefined;
  return async (
    request: WireRequest,
    connection: Connection,
    { id, rawPath, mayProve }: Address,
  ): Promise<WireResponse> => {
    const { method, rawQuery, headers, body } = request;
    const host = request.header('host') ?? '';
    const plain: PlainRequest = { method, rawPath, rawQuery, headers, body, host };
    // Its model is read with the first request.
    known ??= handlerOf(serviceOf());
    const { service, operation, urls } = known;
    let url: FunctionUrl | undefined;
    let response: WireResponse;
    try {
      url = await parts.store.run((unit) => urls.find(unit, id));
      if (url === undefined) throw new Refused();
      const early = urls.preflight(url, plain);
      if (early !== undefined) return early;
      if (!mayProve && url.authType !== 'NONE') throw new Refused();
      const answer = { service, operation, urls, url, plain };
      const executed = await inSteps(parts, startOf(parts, answer, request, connection));
      response = respond(urls, executed);
    } catch (error) {
      if (error instanceof Refused) parts.onRefused('Forbidden');
      else parts.execution.onUnexpected(error, undefined);
      response = error instanceof Refused ? failed(403) : failed(502);
    }
    if (url === undefined) return response;
    return { ...response, headers: [...response.headers, ...urls.headers(url, plain)] };
  };
}

interface Handler {
  readonly service: RegisteredService;
  readonly operation: RegisteredOperation;
  readonly urls: FunctionUrls;
}

function handlerOf(service: RegisteredService): Handler {
  const registered = service.operations.get(OPERATION);
  const urls = service.service.functionUrls;
  if (registered === undefined || urls === undefined) throw new Error('there are no function URLs');
  return { service, operation: { ...registered, implementation: urls.operation }, urls };
}

/** An answer before authentication: it leaves no record. */
class Refused extends Error {}

interface Addressed extends Handler {
  readonly url: FunctionUrl;
  readonly plain: PlainRequest;
}

function startOf(
  parts: PipelineParts,
  { service, operation, urls, url, plain }: Addressed,
  request: WireRequest,
  connection: Connection,
) {
  const destination: Destination = {
    protocol: 'restJson1',
    service,
    operation,
    error: undefined,
    rawPath: request.rawPath,
  };
  const info = { requestId: uuid(), isHead: request.method === 'HEAD' };
  const payment = { isMade: false };
  const proof = prove(parts.authenticator, request, destination, operation);
  return async (unit: Unit): Promise<StepsStart> => {
    const caller = await callerOf(url, proof, unit);
    const region = { region: url.region };
    const exchange = { request, connection, info, destination, operation, proof: region };
    const call = { ...callOf(parts, exchange, caller), operation: RECORDED_AS };
    const input = urls.input(url, plain, call);
    return { request: { operation, call, unit, depth: 0, payment, input }, body: noBody };
  };
}

/** Signatures mean nothing to a URL that asks for none. */
async function callerOf(
  url: FunctionUrl,
  proof: ReturnType<typeof prove>,
  unit: Unit,
): Promise<Caller> {
  if (url.authType === 'NONE') return ANONYMOUS;
  const identified = await proof.identify(unit);
  if (!identified.ok || proof.region !== url.region) throw new Refused();
  return identified.caller;
}

function noBody(): RequestBody {
  return { bytes: nothing(), trailers: () => new Map() };
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // The body is part of the event.
}

function respond(urls: FunctionUrls, executed: Executed): WireResponse {
  if (executed.ok) return urls.answer(executed.output);
  const error = executed.error instanceof ServiceError ? executed.error : toServiceError(executed);
  switch (error.code) {
    case 'AccessDeniedException':
      return failed(403);
    case 'TooManyRequestsException':
      return failed(429);
    case 'RequestTooLargeException':
      return failed(413);
    default:
      return failed(502);
  }
}

const TEXTS: ReadonlyMap<number, string> = new Map([
  [
    403,
    'Forbidden. For troubleshooting Function URL authorization issues, see: ' +
      'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  ],
  [413, 'Request too long'],
  [429, 'Too Many Requests'],
  [502, 'Internal Server Error'],
]);

function failed(status: number): WireResponse {
  const Message = TEXTS.get(status) ?? '';
  const headers = [['content-type', 'application/json']] as const;
  return { status, headers, body: JSON.stringify({ Message }) };
}
