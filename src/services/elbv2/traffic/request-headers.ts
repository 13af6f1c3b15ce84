import type { EdgeRequest } from '../../../contract/edge.ts';
import { headerPairs, type HeaderPair, withoutHopHeaders } from '../../../core/header-list.ts';
import {
  APPLICATION,
  HTTPS_LISTENER,
  REQUEST_NAMES,
  requestNameKey,
  valueOf,
} from '../domain/attributes.ts';
import type { ListenerDocument, LoadBalancerDocument } from '../state.ts';

/** What only a load balancer may say: whoever sends it tries to be somebody else. */
const OWN = /^x-amzn-(mtls-clientcert|tls-)/i;

/** The headers that a target gets: names and values in turn. */
export function headersFor(
  owner: LoadBalancerDocument,
  listener: ListenerDocument,
  request: EdgeRequest,
): readonly string[] {
  const attribute = (key: string): string => valueOf(APPLICATION, owner.attributes, key);
  const dropsInvalid = attribute('routing.http.drop_invalid_header_fields.enabled') === 'true';
  const given = withoutHopHeaders(headerPairs(request.headers));
  const own = ownHeaders(owner, listener, request);
  const replaced = new Set(
    [...own.map(([name]) => name), ...renamedHeaders(listener)].map((name) => name.toLowerCase()),
  );
  const kept = given.filter(([name]) => {
    const lower = name.toLowerCase();
    if (lower === 'expect' || replaced.has(lower) || OWN.test(lower)) return false;
    return !dropsInvalid || /^[-A-Za-z0-9]+$/.test(name);
  });
  const mode = attribute('routing.http.xff_header_processing.mode');
  return [...kept.filter(([name]) => mode !== 'remove' || !isForwardedFor(name)), ...own].flat();
}

function isForwardedFor(name: string): boolean {
  return name.toLowerCase() === 'x-forwarded-for';
}

function ownHeaders(
  owner: LoadBalancerDocument,
  listener: ListenerDocument,
  request: EdgeRequest,
): readonly HeaderPair[] {
  const scheme = listener.protocol === 'HTTPS' ? 'https' : 'http';
  return [
    ...hostFor(owner, request),
    ...forwardedFor(owner, request),
    ['X-Forwarded-Proto', scheme],
    ['X-Forwarded-Port', String(request.port)],
    ['X-Amzn-Trace-Id', traceOf(request)],
    ...tlsHeaders(owner, listener, request),
    ...certificateHeaders(listener, request),
  ];
}

/** With the listener's port where that is not the usual one, and without any where it is; unless it is to be kept as it came. */
function hostFor(
  { attributes }: LoadBalancerDocument,
  request: EdgeRequest,
): readonly HeaderPair[] {
  const key = 'routing.http.preserve_host_header.enabled';
  const [given] = valuesOf(request, 'host');
  if (given === undefined || valueOf(APPLICATION, attributes, key) === 'true') return [];
  const port = /:\d+$/;
  if (request.port === 80 || request.port === 443) return [['Host', given.replace(port, '')]];
  return [['Host', port.test(given) ? given : `${given}:${request.port}`]];
}

function forwardedFor(
  { attributes }: LoadBalancerDocument,
  request: EdgeRequest,
): readonly HeaderPair[] {
  if (valueOf(APPLICATION, attributes, 'routing.http.xff_header_processing.mode') !== 'append') {
    return [];
  }
  const hasPort =
    valueOf(APPLICATION, attributes, 'routing.http.xff_client_port.enabled') === 'true';
  const client = hasPort ? `${request.sourceIp}:${request.sourcePort}` : request.sourceIp;
  const before = valuesOf(request, 'x-forwarded-for');
  return [['X-Forwarded-For', [...before, client].join(', ')]];
}

export function valuesOf({ headers }: EdgeRequest, name: string): readonly string[] {
  return headerPairs(headers)
    .filter(([one]) => one.toLowerCase() === name)
    .map(([, value]) => value);
}

/** A trace that a client began goes on under its root. */
function traceOf(request: EdgeRequest): string {
  const own = `1-${Math.floor(request.arrived / 1_000).toString(16)}-${request.id.slice(-24)}`;
  const [given] = valuesOf(request, 'x-amzn-trace-id');
  return given?.includes('Root=') === true ? `Self=${own};${given}` : `Root=${own}`;
}

function tlsHeaders(
  { attributes }: LoadBalancerDocument,
  listener: ListenerDocument,
  { tls }: EdgeRequest,
): readonly HeaderPair[] {
  const key = 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled';
  if (tls === undefined || valueOf(APPLICATION, attributes, key) !== 'true') return [];
  return [
    [nameOf(listener, 'x_amzn_tls_version', 'X-Amzn-Tls-Version'), tls.version],
    [nameOf(listener, 'x_amzn_tls_cipher_suite', 'X-Amzn-Tls-Cipher-Suite'), tls.cipher],
  ];
}

/** What only this listener may say under names of its own, whether or not it says them now. */
function renamedHeaders({ attributes }: ListenerDocument): readonly string[] {
  return REQUEST_NAMES.flatMap((name) => attributes[requestNameKey(name)] ?? []);
}

/** As the listener wants it to be called. */
function nameOf({ attributes }: ListenerDocument, attribute: string, initial: string): string {
  const name = valueOf(HTTPS_LISTENER, attributes, requestNameKey(attribute));
  return name === '' ? initial : name;
}

/** The chain as the client gave it: nobody looked at it. */
function certificateHeaders(
  listener: ListenerDocument,
  { tls }: EdgeRequest,
): readonly HeaderPair[] {
  const chain = tls?.clientChain ?? [];
  if (chain.length === 0) return [];
  const name = nameOf(listener, 'x_amzn_mtls_clientcert', 'X-Amzn-Mtls-Clientcert');
  return [[name, encodeURIComponent(chain.map(pemOf).join(''))]];
}

function pemOf(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trim();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
