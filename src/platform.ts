import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { answerAtSite, siteAddressOf } from './edge-entry.ts';
import type { EdgePlace } from './edge/edge.ts';
import { openEngine, type Engine, type EngineOptions } from './engine.ts';
import { uuid } from './core/ids.ts';
import type { Instant } from './core/time.ts';
import { rootKeyProvider } from './crypto/root-key-flag.ts';
import type { ServerCertificate } from './crypto/server-certificate.ts';
import { refusedHost, refusedSite } from './gateway/dev-guard.ts';
import {
  answerOwnPath,
  certificateAnswer,
  signalAnswer,
  OWN_PATHS,
  type EndpointParts,
} from './gateway/endpoints.ts';
import { functionUrlOf } from './gateway/function-urls.ts';
import { signalIn } from './services/cloudformation/signal-urls.ts';
import { newRootCredentials } from './services/iam/bootstrap.ts';
import { backUp } from './store/backup.ts';
import { erasePostgres } from './store/postgres/database.ts';
import { encodeError } from './wire/exchange.ts';
import { CERTIFICATE_PATH } from './services/sns/signer.ts';
import { createWireServer, type IncomingWire } from './wire/http-server.ts';
import type { WireResponse } from './wire/request.ts';

export interface PlatformOptions extends Omit<EngineOptions, 'publicUrl'> {
  readonly version: string;
  readonly dev: boolean;
  readonly account: string;
  /** PEM; with it the TCP port speaks HTTPS alone. */
  readonly tls?: ServerCertificate;
  /** Where clients reach this server, if not at the port it listens on. */
  readonly publicUrl?: string | undefined;
  /** A listener's port plus this is its port on this machine. Default 10000. */
  readonly edgePortOffset?: number;
}

export interface Platform {
  readonly engine: () => Engine;
  /** Resolves with the port that was bound. */
  listen(port: number, host: string): Promise<number>;
  /** The control socket: whoever can open it owns the data directory. */
  listenControl(path: string): Promise<void>;
  /** The root's new access key. It replaces the old one. */
  newRootCredentials(): Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }>;
  /** Stops accepting, finishes what is in flight, commits. */
  close(): Promise<void>;
}

const GRACE_MS = 10_000;
const EDGE_PORT_OFFSET = 10_000;
/** Before there is a socket. */
const NOWHERE = 'http://127.0.0.1';

/** The composition root: opens the engine and puts the sockets in front of it. */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  let address: string | undefined;
  const publicUrl = (): string => options.publicUrl ?? address ?? NOWHERE;
  const open = () => openEngine({ ...options, publicUrl });
  let engine = await open();
  const current = (): Engine => engine;
  let edgePlace: EdgePlace | undefined;
  const rootCredentials = async () => {
    return engine.store.run((unit) =>
      newRootCredentials(unit, options.account, engine.clock.serviceTime()),
    );
  };
  const common: EndpointParts = {
    version: options.version,
    clock: () => engine.clock,
    services: () => engine.services,
    refused: () => engine.refused,
    issuer: (id) => engine.issuer(id),
    // Whose sites there are is for who runs the server.
    edge: async () => (await engine.edge.listeners()).map(({ hosts: _hosts, ...port }) => port),
    certificatePage: (method, path) => engine.certificatePage(method, path),
  };
  const dev: EndpointParts = {
    ...common,
    edge: () => engine.edge.listeners(),
    explain: (requestId) => engine.explanations.find(requestId),
    advanceTo: (instant: Instant) => engine.advanceTo(instant),
    reset: async () => {
      await engine.close();
      if (options.storeUrl !== undefined) await erasePostgres(options.storeUrl);
      if (options.directory !== undefined) await forget(options.directory);
      engine = await open();
      if (address !== undefined) engine.listensAt(address);
      if (edgePlace !== undefined) engine.edge.start(edgePlace);
    },
  };
  const control = controlEndpoints(options, current, dev, rootCredentials);
  const server = wireServer(options, current, options.dev ? dev : common, options.tls);
  const controlServer = wireServer(options, current, control);
  return {
    engine: current,
    listen: async (port, host) => {
      const bound = (await server.listen(port, host)).port;
      address = addressOf(options.tls !== undefined, host, bound);
      engine.listensAt(address);
      const { edgePortOffset = EDGE_PORT_OFFSET } = options;
      edgePlace = { host, portOffset: port === 0 ? undefined : edgePortOffset };
      engine.edge.start(edgePlace);
      return bound;
    },
    listenControl: (path) => controlServer.listenPath(path),
    newRootCredentials: rootCredentials,
    close: async () => {
      engine.endWaits();
      await Promise.all([server.close(GRACE_MS), controlServer.close(GRACE_MS)]);
      await engine.close();
    },
  };
}

/** What the owner of the data directory may ask; time and reset stay with dev mode. */
function controlEndpoints(
  options: PlatformOptions,
  engine: () => Engine,
  dev: EndpointParts,
  newCredentials: Platform['newRootCredentials'],
): EndpointParts {
  const { reset: _reset, advanceTo: _advance, ...explaining } = dev;
  return {
    ...(options.dev ? dev : explaining),
    newRootCredentials: async () => {
      const made = await newCredentials();
      return `export AWS_ACCESS_KEY_ID=${made.accessKeyId}\nexport AWS_SECRET_ACCESS_KEY=${made.secretAccessKey}\n`;
    },
    bill: (question) => engine().bill(question),
    backUp: (to) => backUpLines(options, to),
    rotateRootKey: (key, passphrase) =>
      engine().store.rotateRootKey(rootKeyProvider(key, passphrase)),
  };
}

const ANYWHERE: ReadonlySet<string> = new Set(['localhost', '0.0.0.0', '::']);

/** What clients of this machine are told: `http://127.0.0.1:4566`. */
export function addressOf(secure: boolean, host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${secure ? 'https' : 'http'}://${ANYWHERE.has(host) ? '127.0.0.1' : name}:${port}`;
}

/** The lines of a backup, as it goes on. */
async function* backUpLines(options: PlatformOptions, to: string): AsyncGenerator<Uint8Array> {
  const { directory, storeUrl, storeWriterFile: workerFile } = options;
  const lines: string[] = [];
  let wake = (): void => undefined;
  const say = (line: string): void => {
    lines.push(`${line}\n`);
    wake();
  };
  let isOver = false;
  const finish = (line: string): void => {
    isOver = true;
    say(line);
  };
  if (storeUrl !== undefined) {
    finish('failed: state lives in PostgreSQL; back that database up with pg_dump');
  } else if (directory === undefined) {
    finish('failed: this server keeps nothing');
  } else {
    backUp({ directory, to, workerFile, onProgress: say }).then(
      () => finish('done'),
      (error: unknown) => finish(`failed: ${error instanceof Error ? error.message : 'unknown'}`),
    );
  }
  for (;;) {
    const line = lines.shift();
    if (line !== undefined) yield Buffer.from(line);
    else if (isOver) return;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

function wireServer(
  options: PlatformOptions,
  engine: () => Engine,
  endpoints: EndpointParts,
  tls?: ServerCertificate,
) {
  return createWireServer({
    ...(tls === undefined ? {} : { tls }),
    handle: (request) => handle(options, engine, endpoints, request),
    refuse: (_head, reason) => refusal(reason),
    wantsStream: (head) => {
      if (functionUrlOf(head) !== undefined || signalIn(head.rawPath) !== '') return false;
      const isSite = options.dev && siteAddressOf(engine().edge, head) !== undefined;
      return isSite || engine().streams(head);
    },
    onError: (error) => options.log.error({ detail: String(error) }, 'request failed'),
  });
}

async function handle(
  options: PlatformOptions,
  engine: () => Engine,
  endpoints: EndpointParts,
  request: IncomingWire,
): Promise<WireResponse> {
  // The control socket has no peer address and no web page can reach it.
  const isGuarded = options.dev && request.remoteAddress !== undefined;
  const site = isGuarded ? siteAddressOf(engine().edge, request) : undefined;
  // A name that a site has is no stranger's.
  const host = isGuarded && site?.isNamed !== true ? refusedHost(request) : undefined;
  if (host !== undefined) return forbidden(host);
  if (site !== undefined) return answerAtSite(engine().edge, site, request);
  const stranger = isGuarded ? refusedSite(request) : undefined;
  const connection = {
    remoteAddress: request.remoteAddress ?? '127.0.0.1',
    secure: request.tls !== undefined,
    tls: request.tls,
  };
  const url = functionUrlOf(request);
  if (url !== undefined) {
    const mayProve = stranger === undefined;
    return engine().functionUrls(request, connection, { ...url, mayProve });
  }
  if (stranger !== undefined) return forbidden(stranger);
  if (request.method === 'PUT' && signalIn(request.rawPath) !== '') {
    return signalAnswer(await engine().stackSignal(request.rawPath, request.body));
  }
  if (request.rawPath.startsWith(OWN_PATHS)) return answerOwnPath(endpoints, request);
  if (request.rawPath.startsWith(CERTIFICATE_PATH)) {
    return certificateAnswer(await engine().signingCertificate(request.rawPath));
  }
  return engine().pipeline(request, connection);
}

function forbidden(sentence: string): WireResponse {
  return { status: 403, headers: [], body: `${sentence}\n` };
}

function refusal(reason: string): WireResponse {
  const text = `The request was refused: ${reason.replaceAll('-', ' ')}.`;
  const error = {
    code: 'RequestEntityTooLarge',
    message: text,
    status: 413,
    fault: 'client',
  } as const;
  return encodeError(undefined, 'awsJson1_1', error, { requestId: uuid(), isHead: false });
}

/** State goes; what the owner keeps beside it (the lines to paste, the socket) stays. */
async function forget(directory: string): Promise<void> {
  for (const name of ['state.db', 'state.db-wal', 'state.db-shm', 'trail', 'blobs', 'databases']) {
    await rm(join(directory, name), { recursive: true, force: true });
  }
}
