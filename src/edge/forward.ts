// Requests to targets, over connections that are kept.
import { Agent, type IncomingMessage, request as sendRequest } from 'node:http';
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent as SecureAgent, request as sendSecureRequest } from 'node:https';
import {
  type EdgeBody,
  type EdgeForward,
  type EdgeResponse,
  EdgeTargetFault,
} from '../contract/edge.ts';
import { EdgeBodyFault, NO_BODY } from './body.ts';
import { headerOf, headerPairs, withoutHopHeaders } from '../core/header-list.ts';

const SOCKETS_PER_TARGET = 1_024;
/** Shorter than most servers keep theirs, so that few requests meet a closing connection. */
const IDLE_MS = 4_000;
const HEAD_BYTES = 32 * 1_024;
const DOOR_HOST = '127.0.0.1';

/** Where clouds keep the credentials of their machines: nothing that a tenant names leads there. */
const LINK_LOCAL = new BlockList();
LINK_LOCAL.addSubnet('169.254.0.0', 16, 'ipv4');
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6');
LINK_LOCAL.addAddress('fd00:ec2::254', 'ipv6');

function isLinkLocal(address: string): boolean {
  return LINK_LOCAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Names are held against what they lead to at the moment of the connection, so that none can be turned round in between. */
const lookUp: LookupFunction = (name, options, callback) => {
  lookup(name, options, (error, found, family) => {
    const addresses = typeof found === 'string' ? [found] : (found ?? []).map((one) => one.address);
    if (addresses.some(isLinkLocal)) callback(new EdgeTargetFault('unreachable'), '', 4);
    else callback(error, found, family);
  });
};

export interface Forwarder {
  forward(request: EdgeForward, body: EdgeBody, signal: AbortSignal): Promise<EdgeResponse>;
  close(): void;
}

/** Where this machine has a site's listener; undefined: the name is not one of a site here. */
export type FindDoor = (host: string, port: number, isSecure: boolean) => number | undefined;

export function createForwarder(findDoor: FindDoor): Forwarder {
  const options = { keepAlive: true, maxSockets: SOCKETS_PER_TARGET, timeout: IDLE_MS };
  const agents = {
    plain: new Agent(options),
    secure: new SecureAgent(options),
    trusting: new SecureAgent({ ...options, rejectUnauthorized: false }),
  };
  return {
    forward: (request, body, signal) => exchange({ agents, findDoor }, request, body, signal),
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

interface Agents {
  readonly plain: Agent;
  readonly secure: SecureAgent;
  readonly trusting: SecureAgent;
}

/** Errors: EdgeTargetFault, for where nothing that a tenant names may lead. */
function placeOf(origin: string) {
  const url = new URL(origin);
  const isSecure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  if (isIP(host) !== 0 && isLinkLocal(host)) throw new EdgeTargetFault('unreachable');
  return { isSecure, host, port };
}

async function exchange(
  { agents, findDoor }: { readonly agents: Agents; readonly findDoor: FindDoor },
  { origin, method, target, headers, timeoutMs, idleMs, trustsAnyCertificate }: EdgeForward,
  body: EdgeBody,
  signal: AbortSignal,
): Promise<EdgeResponse> {
  const { isSecure, host, port } = placeOf(origin);
  const chunks = body === NO_BODY ? undefined : body[Symbol.asyncIterator]();
  // A body of unknown length may be none at all, and chunks of nothing confuse old servers.
  const measured = headerOf(headers, 'content-length') !== undefined;
  const first = chunks === undefined || measured ? undefined : await chunks.next();
  const isEmpty = chunks === undefined || first?.done === true;
  const door = findDoor(host, port, isSecure);
  const options = {
    ...(door === undefined ? { host, port } : { host: DOOR_HOST, port: door }),
    method,
    path: target,
    headers: [...headers, ...(isEmpty || measured ? [] : ['Transfer-Encoding', 'chunked'])],
    maxHeaderSize: HEAD_BYTES,
    setHost: false,
    lookup: lookUp,
    signal,
  };
  // What is behind a door of this machine is reached without anybody between.
  const trusts = trustsAnyCertificate === true || door !== undefined;
  const secured = isIP(host) === 0 ? { servername: host } : {};
  const outgoing = isSecure
    ? sendSecureRequest({
        ...options,
        ...secured,
        agent: trusts ? agents.trusting : agents.secure,
      })
    : sendRequest({ ...options, agent: agents.plain });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error)));
  });
  const late = setTimeout(() => outgoing.destroy(new EdgeTargetFault('timedOut')), timeoutMs);
  try {
    const sent = isEmpty ? ended(outgoing) : send(outgoing, chunks, first);
    const answer = await Promise.race([answered, sent.then(() => answered)]);
    answer.setTimeout(idleMs, () => answer.destroy(new EdgeTargetFault('timedOut')));
    return {
      status: answer.statusCode ?? 502,
      headers: withoutHopHeaders(headerPairs(answer.rawHeaders)),
      body: answer,
    };
  } catch (error) {
    outgoing.destroy();
    answered.catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(late);
  }
}

function ended(outgoing: ReturnType<typeof sendRequest>): Promise<void> {
  outgoing.end();
  return Promise.resolve();
}

/** A target that answers early and closes is no fault of the body: its answer counts. */
async function send(
  outgoing: ReturnType<typeof sendRequest>,
  chunks: AsyncIterator<Uint8Array>,
  first: IteratorResult<Uint8Array> | undefined,
): Promise<void> {
  let next = first ?? (await chunks.next());
  while (next.done !== true) {
    if (outgoing.destroyed) return;
    if (!outgoing.write(next.value)) await writable(outgoing);
    next = await chunks.next();
  }
  outgoing.end();
}

function writable(outgoing: ReturnType<typeof sendRequest>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done);
      outgoing.off('close', done);
      resolve();
    };
    outgoing.on('drain', done);
    outgoing.on('close', done);
  });
}

function faultOf(error: NodeJS.ErrnoException): Error {
  if (error instanceof EdgeTargetFault || error instanceof EdgeBodyFault) return error;
  return new EdgeTargetFault(error.code?.startsWith('HPE_') === true ? 'malformed' : 'unreachable');
}
