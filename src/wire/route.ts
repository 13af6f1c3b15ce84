import type { ProtocolName, ServiceModel } from '../model/types.ts';
import { MalformedValue } from './codecs/malformed.ts';
import { formText, parseForm } from './codecs/query.ts';
import { accountOfHost, bucketOfHost } from './hosts.ts';
import type { WireError } from './protocols/protocol.ts';
import type { RouteInput } from './request.ts';
import { matchRest } from './rest-routes.ts';
import {
  chooseProtocol,
  guessProtocol,
  signingScopeOf,
  targetOf,
  type RpcTarget,
} from './route-evidence.ts';
import { parseQuery } from './uri.ts';

/** What routing needs of a service; the model itself is read only when a request reaches it. */
export interface RoutedService {
  readonly id: string;
  readonly signingName: string;
  readonly protocols: readonly ProtocolName[];
  readonly targetPrefix?: string;
  readonly apiVersion: string;
  model(): ServiceModel;
}

export interface RoutingIndex {
  readonly services: readonly RoutedService[];
  readonly byId: ReadonlyMap<string, RoutedService>;
  readonly bySigningName: ReadonlyMap<string, readonly RoutedService[]>;
  readonly byTarget: ReadonlyMap<string, RoutedService>;
  /** Host names this server is reached under, for virtual-hosted buckets. */
  readonly hostNames: readonly string[];
}

export interface RouteMatch {
  readonly kind: 'match';
  readonly serviceId: string;
  readonly protocol: ProtocolName;
  readonly operation: string;
  /** The path the templates match: a virtual-hosted bucket stands in front. Undecoded. */
  readonly rawPath: string;
}

/** The operation (and, unsigned, the service) stands in a form body that was not read yet. */
export interface RoutePending {
  readonly kind: 'pending';
  readonly serviceId: string | undefined;
  readonly protocol: ProtocolName;
}

/** Nothing is served under that name; `error` is ready for the protocol's encoder. */
export interface RouteFailure {
  readonly kind: 'failure';
  readonly serviceId: string | undefined;
  readonly protocol: ProtocolName;
  readonly error: WireError;
}

export type Route = RouteMatch | RoutePending | RouteFailure;

/** Makes a loaded model routable. */
export function routed(model: ServiceModel): RoutedService {
  const { id, signingName, protocols, apiVersion, targetPrefix } = model;
  const known = { id, signingName, protocols, apiVersion, model: () => model };
  return targetPrefix === undefined ? known : { ...known, targetPrefix };
}

export function buildRoutingIndex(
  services: readonly RoutedService[],
  hostNames: readonly string[] = [],
): RoutingIndex {
  const bySigningName = new Map<string, RoutedService[]>();
  const byTarget = new Map<string, RoutedService>();
  for (const service of services) {
    const sharing = bySigningName.get(service.signingName);
    if (sharing === undefined) bySigningName.set(service.signingName, [service]);
    else sharing.push(service);
    if (service.targetPrefix !== undefined) byTarget.set(lastPart(service.targetPrefix), service);
  }
  const byId = new Map(services.map((service) => [service.id, service]));
  return { services, byId, bySigningName, byTarget, hostNames };
}

function lastPart(prefix: string): string {
  return prefix.slice(prefix.lastIndexOf('.') + 1);
}

/**
 * Which service, protocol and operation: the signing scope first, inside a shared scope what tells
 * its services apart, then the protocol; without a scope the target, the form's Action and Version,
 * or S3.
 */
export function route(index: RoutingIndex, input: RouteInput): Route {
  const target = targetOf(input);
  try {
    return routeChecked(index, input, target);
  } catch (error) {
    if (!(error instanceof MalformedValue)) throw error;
    return failure(undefined, guessProtocol(input, target), 'MalformedQueryString', error.message);
  }
}

function routeChecked(
  index: RoutingIndex,
  input: RouteInput,
  target: RpcTarget | undefined,
): Route {
  const form = formOf(input);
  const scope = signingScopeOf(input);
  const sharing = scope === undefined ? undefined : index.bySigningName.get(scope);
  if (scope !== undefined && sharing === undefined) return unknownService(input, target, scope);
  const service =
    sharing === undefined
      ? withoutScope(index, input, target, form)
      : amongSharing(sharing, input, target, form);
  if (service === 'pending') {
    return { kind: 'pending', serviceId: undefined, protocol: 'awsQuery' };
  }
  if (service === undefined) return unknownService(input, target, undefined);
  return withinService(index, service, input, target, form);
}

type Form = ReadonlyMap<string, string> | 'unread' | undefined;

/** Action and Version of a form body or query string. */
function formOf(input: RouteInput): Form {
  if (/(?:^|&)Action=/.test(input.rawQuery)) return actionAndVersion(input.rawQuery);
  const type = input.header('content-type') ?? '';
  if (input.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) {
    return undefined;
  }
  return input.body === undefined ? 'unread' : actionAndVersion(formText(input.body));
}

function actionAndVersion(text: string): ReadonlyMap<string, string> {
  return new Map(parseForm(text).filter(([name]) => name === 'Action' || name === 'Version'));
}

function amongSharing(
  sharing: readonly RoutedService[],
  input: RouteInput,
  target: RpcTarget | undefined,
  form: Form,
): RoutedService | 'pending' | undefined {
  if (sharing.length === 1) return sharing[0];
  if (target !== undefined) {
    return (
      sharing.find(
        ({ targetPrefix }) =>
          targetPrefix !== undefined && lastPart(targetPrefix) === target.prefix,
      ) ?? sharing[0]
    );
  }
  if (form === 'unread') return 'pending';
  if (form !== undefined) {
    const speaking = sharing.filter(({ protocols }) => protocols.some(isForm));
    return speaking.find(({ apiVersion }) => apiVersion === form.get('Version')) ?? speaking[0];
  }
  const rest = sharing.filter(({ protocols }) => protocols.some(isRest));
  return byPath(rest, input) ?? sharing[0];
}

/** S3 Control and API Gateway v2 share a scope with an older sister and differ by their paths. */
function byPath(rest: readonly RoutedService[], input: RouteInput): RoutedService | undefined {
  const find = (id: string): RoutedService | undefined => rest.find((one) => one.id === id);
  const control =
    input.rawPath.startsWith('/v20180820/') &&
    (input.header('x-amz-account-id') ?? accountOfHost(input.header('host'))) !== undefined;
  if (find('s3') !== undefined) return control ? (find('s3control') ?? find('s3')) : find('s3');
  const second = find('apigatewayv2');
  if (second !== undefined && input.rawPath.startsWith('/v2/')) return second;
  return rest.find((one) => one !== second) ?? second;
}

function withoutScope(
  index: RoutingIndex,
  input: RouteInput,
  target: RpcTarget | undefined,
  form: Form,
): RoutedService | 'pending' | undefined {
  if (target !== undefined) return index.byTarget.get(target.prefix);
  if (form === 'unread') return 'pending';
  if (form !== undefined) {
    const version = form.get('Version');
    const action = form.get('Action') ?? '';
    const speaking = index.services.filter(
      ({ protocols, apiVersion }) => apiVersion === version && protocols.some(isForm),
    );
    return speaking.find((one) => one.model().operations.has(action)) ?? speaking[0];
  }
  const rest = index.services.filter(({ id, protocols }) => id !== 's3' && protocols.some(isRest));
  const unsigned = rest.find((one) => {
    const operation = restOperation(one, input, input.rawPath);
    return operation?.auth === 'none';
  });
  return unsigned ?? index.byId.get('s3');
}

function isForm(protocol: ProtocolName): boolean {
  return protocol === 'awsQuery' || protocol === 'ec2Query';
}

function isRest(protocol: ProtocolName): boolean {
  return protocol === 'restJson1' || protocol === 'restXml';
}

function restOperation(service: RoutedService, input: RouteInput, rawPath: string) {
  const query = parseQuery(input.rawQuery);
  const { method } = input;
  return matchRest(service.model(), {
    method,
    rawPath,
    query,
    header: (name) => input.header(name),
  });
}

function withinService(
  index: RoutingIndex,
  service: RoutedService,
  input: RouteInput,
  target: RpcTarget | undefined,
  form: Form,
): Route {
  const protocol = chooseProtocol(service.protocols, input, target, form !== undefined);
  const serviceId = service.id;
  if (isRest(protocol)) {
    const rawPath = effectivePath(index, service, input);
    const operation = restOperation(service, input, rawPath);
    if (operation === undefined) return unknownPath(service, protocol);
    return { kind: 'match', serviceId, protocol, operation: operation.name, rawPath };
  }
  if (isForm(protocol)) {
    if (form === 'unread') return { kind: 'pending', serviceId, protocol };
    return withAction(service, protocol, input, form?.get('Action'), form?.get('Version'));
  }
  const name = target?.operation ?? '';
  if (!service.model().operations.has(name)) {
    return failure(serviceId, protocol, 'UnknownOperationException', '', 404);
  }
  return { kind: 'match', serviceId, protocol, operation: name, rawPath: input.rawPath };
}

function effectivePath(index: RoutingIndex, service: RoutedService, input: RouteInput): string {
  if (service.id !== 's3') return input.rawPath;
  const bucket = bucketOfHost(input.header('host'), index.hostNames);
  return bucket === undefined ? input.rawPath : `/${encodeURIComponent(bucket)}${input.rawPath}`;
}

function withAction(
  service: RoutedService,
  protocol: ProtocolName,
  input: RouteInput,
  action: string | undefined,
  version: string | undefined,
): Route {
  const { id } = service;
  if (action === undefined || action === '') {
    return failure(id, protocol, 'MissingAction', 'The request is missing an Action parameter.');
  }
  const known = service.model().operations.has(action);
  if (
    known &&
    (version === undefined || version === service.apiVersion || protocol === 'ec2Query')
  ) {
    return { kind: 'match', serviceId: id, protocol, operation: action, rawPath: input.rawPath };
  }
  const name = action.slice(0, 128);
  const text =
    protocol === 'ec2Query'
      ? `The action ${name} is not valid for this web service.`
      : `Could not find operation ${name} for version ${(version ?? '').slice(0, 32)}`;
  return failure(id, protocol, 'InvalidAction', text);
}

function unknownPath(service: RoutedService, protocol: ProtocolName): RouteFailure {
  if (service.id === 's3') {
    const text = 'The specified method is not allowed against this resource.';
    return failure('s3', protocol, 'MethodNotAllowed', text, 405);
  }
  return failure(service.id, protocol, 'UnknownOperationException', '', 404);
}

function unknownService(
  input: RouteInput,
  target: RpcTarget | undefined,
  scope: string | undefined,
): RouteFailure {
  const protocol = guessProtocol(input, target);
  if (scope === undefined) {
    const text = 'The request names no service that is served here.';
    return failure(undefined, protocol, 'UnknownOperationException', text, 404);
  }
  const text = `The service ${scope.slice(0, 64)} is not served here.`;
  return failure(undefined, protocol, 'NotImplemented', text, 501);
}

function failure(
  serviceId: string | undefined,
  protocol: ProtocolName,
  code: string,
  message: string,
  status = 400,
): RouteFailure {
  const fault = status >= 500 ? 'server' : 'client';
  return { kind: 'failure', serviceId, protocol, error: { code, message, status, fault } };
}
