import { openClassifier } from './classification/work/classifier.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, sealSession } from './authn/session-token.ts';
import { signatureHeaders } from './authn/sign.ts';
import type { IdentitySource } from './contract/identity.ts';
import type { AnyCollection, Service } from './contract/service.ts';
import type { Scope } from './core/scope.ts';
import { createClock, type MovableClock } from './core/service-clock.ts';
import type { RootKeyProvider } from './crypto/root-key.ts';
import { openHsms, type HsmOptions } from './crypto/hsm/hsms.ts';
import { openKeyWork } from './crypto/work/key-work.ts';
import { openEdge, type WiredEdge } from './edge-wiring.ts';
import type { EdgeLimits } from './edge/limits.ts';
import { probeTarget } from './edge/probe.ts';
import { createHost, type LateHost } from './host.ts';
import {
  type DatabaseFiles,
  openDatabases,
  type ServersOptions,
} from './databases/open-servers.ts';
import { type Background, startBackground } from './background.ts';
import { jobLeases } from './followers/jobs/leases.ts';
import { jobTroubles, parkedJobs } from './followers/jobs/state.ts';
import { type AddressKnowledge, NOTHING_KNOWN } from './firewall/addresses/knowledge.ts';
import { followerPositions } from './followers/position.ts';
import { decodeDenial } from './gateway/authorization-message.ts';
import type { ExecutionParts } from './gateway/execution.ts';
import { Explanations } from './gateway/explanations.ts';
import { createDatabaseLogins } from './gateway/database-logins.ts';
import { createFunctionUrlHandler } from './gateway/function-urls.ts';
import { createPipeline, type Pipeline, type PipelineParts } from './gateway/pipeline.ts';
import type { RegisteredOperation } from './gateway/registry.ts';
import { createRouter } from './gateway/router.ts';
import { Throttle } from './gateway/throttle.ts';
import { NITRO_ROOT } from './crypto/attestation/attestation-document.ts';
import type { Log } from './observability/log.ts';
import { takeSignal } from './services/cloudformation/stack-signals.ts';
import { type BillQuestion, billText } from './services/cost-explorer/bill.ts';
import { createIdentitySource } from './services/iam/identity-source.ts';
import { type IssuerDocuments, issuerDocuments } from './services/iam/token-issuers.ts';
import { organizationSource } from './services/organizations/membership-source.ts';
import { createFunctionRunner } from './functions/runner.ts';
import { createKeySets } from './outbound/key-sets.ts';
import { createHttpSender } from './outbound/send-http.ts';
import { createMailer, type MailServer } from './outbound/mail.ts';
import { createJsonPoster, type PostOptions } from './outbound/post-json.ts';
import { billing, createServices, type ServiceParts } from './services/registry.ts';
import { type CertificatePage, certificatePage } from './services/acm/own-paths.ts';
import { certificateAt } from './services/sns/signer.ts';
import { grantedQuotas } from './services/service-quotas/service.ts';
import { readSettings, settings } from './settings.ts';
import { createBlobFolder, type BlobFolder } from './store/blobs/filesystem.ts';
import { namedBlobs } from './store/blobs/names.ts';
import { openStore, type OpenStore } from './store/open.ts';
import { lockDirectory, type DirectoryLock } from './store/sqlite/directory-lock.ts';
import { connectPostgres } from './store/postgres/database.ts';
import { openPostgresTrail } from './store/postgres/trail.ts';
import { openTrail, type Trail } from './store/trail/open.ts';
import type { VulnerabilityDatabase } from './vulnerabilities/database.ts';
import type { WireHead } from './wire/request.ts';
import { buildRoutingIndex } from './wire/route.ts';
import { routedServices, serviceRegistry, withFurther } from './service-registry.ts';

export interface EngineOptions {
  /** Undefined: state lives in a temporary folder that goes with the engine. */
  readonly directory: string | undefined;
  /** `postgres://…`: state and trail live there. Undefined: in the directory. */
  readonly storeUrl?: string | undefined;
  readonly rootKey: RootKeyProvider;
  /** The bundled writer of the embedded store. */
  readonly storeWriterFile: string;
  /** The bundled thread that works with key pairs. */
  readonly keyWorkerFile: string;
  /** The bundled thread that looks for sensitive data. */
  readonly classificationWorkerFile: string;
  /** Dev mode: the account whose root the access key `test` is. */
  readonly devAccount: string | undefined;
  readonly region: string;
  readonly log: Log;
  /** False lets every account call as often as it likes. Default true. */
  readonly throttling?: boolean;
  /** Services beside those of the registry, or in the place of the one with the same id: the tests' own. */
  readonly furtherServices?: readonly Service[];
  /** How long a new KMS grant counts only for those who bring its token; 0 when absent. */
  readonly grantDelayMs?: number;
  /** How the proxies of external key stores are reached, where not by their name. */
  readonly keyStoreProxies?: PostOptions;
  /** The bundled thread that talks to a hardware security module, and the modules by the ids of clusters. */
  readonly hsms?: HsmOptions;
  /** How customers' functions run. */
  readonly functions: FunctionOptions;
  /** Fingerprints of roots that attestation documents may lead to, beside AWS's: SHA-256, hexadecimal. */
  readonly attestationRoots?: readonly string[];
  /** What the firewall is told of addresses; nothing when absent. */
  readonly addressKnowledge?: AddressKnowledge;
  /** Which packages are vulnerable; undefined: nobody said, and nothing is looked for. */
  readonly vulnerabilities?: VulnerabilityDatabase | undefined;
  /** `https://host:port`, where clients reach this server; asked when it is needed. */
  readonly publicUrl: () => string;
  /** Where mails are handed over; undefined: nobody can subscribe a mailbox. */
  readonly mail?: MailServer | undefined;
  /** What clients of listeners may cost. */
  readonly edgeLimits?: EdgeLimits;
  readonly real?: () => number;
  /** False prices durability in a benchmark; never set otherwise. */
  readonly durable?: boolean;
}

export interface FunctionOptions {
  /** The folder of the programs that load handlers. */
  readonly runtimes: string;
  /** Sandboxes run as users of their own, which only root may arrange. */
  readonly isIsolated: boolean;
  /** Why no function may run, as a sentence; undefined: they may. */
  readonly refusal: string | undefined;
  /** Whom functions must trust to reach it over TLS (PEM). */
  readonly authorityFile?: string | undefined;
}

/** Everything behind the sockets: state, time, identities, services and the pipeline through them. */
export interface Engine {
  readonly store: OpenStore;
  readonly trail: Trail;
  readonly clock: MovableClock;
  readonly identities: IdentitySource;
  readonly pipeline: Pipeline;
  /** Answers requests to functions' URLs. */
  readonly functionUrls: ReturnType<typeof createFunctionUrlHandler>;
  /** What listens in front of customers' applications. */
  readonly edge: WiredEdge;
  /** True when the operation reads its body itself, as it arrives. */
  streams(head: WireHead): boolean;
  readonly explanations: Explanations;
  /** Ids of the services that are built. */
  readonly services: readonly string[];
  /** What they declare: operations, and why the others are not there. */
  readonly declared: readonly Service[];
  /** Calls refused before authentication, by code. */
  readonly refused: ReadonlyMap<string, number>;
  /** Tells services the address that clients reach: `http://127.0.0.1:4566`. */
  listensAt(address: string): void;
  /** The certificate that a path names, which notifications are verified by. PEM. */
  signingCertificate(path: string): Promise<string | undefined>;
  /** A page of the installation's certificate authority; undefined: it has none of that path. */
  certificatePage(method: string, path: string): Promise<CertificatePage | undefined>;
  /** Takes what somebody says to a step of a stack that waits for it; gives whether one does. */
  stackSignal(path: string, body: Uint8Array): Promise<boolean>;
  /** Calls that wait answer now. Before the sockets close. */
  endWaits(): void;
  /** Moves service time forward and answers when everything due has run. */
  advanceTo(instant: number): Promise<{ readonly jobs: number }>;
  /** What an account's token issuer publishes, by the id in its URL. */
  issuer(id: string): Promise<IssuerDocuments | undefined>;
  /** A month's bill, readable. Errors: Error with a sentence for the operator. */
  bill(question: BillQuestion): Promise<string>;
  close(): Promise<void>;
}

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const place = await takePlace(options.directory);
  try {
    return await openIn(place, options);
  } catch (error) {
    await place.release();
    throw error;
  }
}

/** Where the engine keeps its files: a data directory that is its own, or a temporary folder. */
interface Place {
  readonly directory: string;
  readonly lock: DirectoryLock | undefined;
  release(): Promise<void>;
}

async function takePlace(directory: string | undefined): Promise<Place> {
  if (directory !== undefined) {
    const lock = lockDirectory(directory);
    return { directory, lock, release: async () => lock.release() };
  }
  const temporary = await mkdtemp(join(tmpdir(), 'holdfast-'));
  const release = () => rm(temporary, { recursive: true, force: true });
  return { directory: temporary, lock: undefined, release };
}

async function openIn(place: Place, options: EngineOptions): Promise<Engine> {
  const { directory, lock } = place;
  const sync = lock !== undefined && (options.durable ?? true);
  const onProgress = (text: string): void => options.log.info({}, text);
  const postgres =
    options.storeUrl === undefined
      ? undefined
      : await connectPostgres(options.storeUrl, onProgress);
  const trail =
    postgres === undefined
      ? await openOwnTrail(directory, sync, options.log)
      : await openPostgresTrail(postgres);
  const sealer = lateSealer();
  const host = createHost();
  const workers = openWorkers(options, host, { directory, sync });
  const { blobs, use: useBlobKeys } = lateBlobs(join(directory, 'blobs'), sync);
  const registered = createServices({
    trail,
    blobs,
    sealer,
    ...workers.parts,
    grantDelayMs: options.grantDelayMs ?? 0,
    attestationRoots: [NITRO_ROOT, ...(options.attestationRoots ?? [])],
    addressKnowledge: options.addressKnowledge ?? NOTHING_KNOWN,
    vulnerabilities: options.vulnerabilities,
    ...outboundParts(options),
    host,
    openAuthorizationMessage: (message) => decodeDenial(sealer, message),
    onLogsDropped: (count) => options.log.error({ count }, 'records of firewall logs were dropped'),
  });
  const services = withFurther(registered, options.furtherServices ?? []);
  const opening = openStore({
    lock,
    workerFile: options.storeWriterFile,
    trail,
    collections: [...OWN_COLLECTIONS, ...services.flatMap((service) => service.collections)],
    rootKey: options.rootKey,
    onProgress,
    ...(postgres === undefined ? {} : { postgres }),
  });
  const store = await opening.catch(async (error: unknown) => {
    await trail.close();
    throw error;
  });
  sealer.use(store.sessionKey);
  useBlobKeys((scope) => store.blobKey(scope));
  return assemble(options, { trail, store, services, sealer, workers, blobs, place, host });
}

/** Services are made before the store that holds the keys of their blobs. */
function lateBlobs(directory: string, sync: boolean) {
  let keyOf = (_scope: Scope): Buffer => {
    throw new Error('the store is not open yet');
  };
  const blobs = createBlobFolder({ directory, sync, keyOf: (scope) => keyOf(scope) });
  return {
    blobs,
    use: (opened: typeof keyOf): void => {
      keyOf = opened;
    },
  };
}

/** What the server keeps for itself. */
const OWN_COLLECTIONS: readonly AnyCollection[] = [
  settings,
  followerPositions,
  jobLeases,
  jobTroubles,
  parkedJobs,
  namedBlobs,
];

function openOwnTrail(directory: string, sync: boolean, log: Log): Promise<Trail> {
  return openTrail({
    directory: join(directory, 'trail'),
    sync,
    onFault: (message, cause) => log.error({ cause: String(cause) }, message),
  });
}

/** What works beside the thread that answers; it starts when it is first needed. */
function openWorkers(options: EngineOptions, host: LateHost, files: DatabaseFiles) {
  const { keyWorkerFile, hsms: modules = NO_HSMS, real = Date.now } = options;
  const keyWork = openKeyWork({ workerFile: keyWorkerFile });
  const classifier = openClassifier(options.classificationWorkerFile);
  const hsms = openHsms(modules);
  const endpoint = () => host.address();
  const functions = createFunctionRunner({ ...options.functions, endpoint, real });
  let judge: ServersOptions['judge'] = () => Promise.resolve(false);
  const databases = openDatabases({
    ...files,
    real,
    onFault: (message, cause) => options.log.error({ cause: String(cause) }, message),
    judge: (login) => judge(login),
  });
  return {
    parts: { keyWork, classifier, hsms, functions, databases },
    /** Starts again what ran when the server ended; who logs into databases by a token is judged so. */
    resume: (by: typeof judge) => {
      judge = by;
      return databases.resume();
    },
    /** Before the jobs that wait for them can end. */
    stop: () => functions.close(),
    close: () => Promise.all([keyWork, classifier, hsms, databases].map((one) => one.close())),
  };
}

const NO_HSMS: HsmOptions = { workerFile: '', places: new Map() };

/** What services reach on other hosts, and where others reach them. */
function outboundParts({
  real = Date.now,
  keyStoreProxies = {},
  publicUrl,
  mail,
}: EngineOptions): Pick<
  ServiceParts,
  'keySets' | 'proxyTransport' | 'publicUrl' | 'sendHttp' | 'mailer' | 'probe'
> {
  return {
    publicUrl,
    keySets: createKeySets(real),
    proxyTransport: { post: createJsonPoster(keyStoreProxies), sign: signatureHeaders },
    sendHttp: createHttpSender(),
    probe: probeTarget,
    mailer: mail === undefined ? undefined : createMailer(mail),
  };
}

interface Opened {
  readonly trail: Trail;
  readonly store: OpenStore;
  readonly services: readonly Service[];
  readonly sealer: ReturnType<typeof lateSealer>;
  readonly workers: ReturnType<typeof openWorkers>;
  readonly blobs: BlobFolder;
  readonly place: Place;
  readonly host: LateHost;
}

async function assemble(options: EngineOptions, opened: Opened): Promise<Engine> {
  const { store, trail, services, sealer } = opened;
  const clock = await keptClock(store, options);
  opened.host.use(store, clock);
  const identities = createIdentitySource({ sealer, clock });
  const explanations = new Explanations();
  const refused = new Map<string, number>();
  const registered = serviceRegistry(services);
  const router = createRouter(buildRoutingIndex(routedServices()), registered.serviceOf);
  const execution = executionParts(options, {
    identities,
    services: registered.built,
    sealer,
    onDenied: (call, decided) => explanations.keep(call, decided),
  });
  const pipelineParts: PipelineParts = {
    clock,
    store,
    router,
    authenticator: {
      clock,
      identities,
      devAccount: options.devAccount,
      defaultRegion: options.region,
    },
    execution,
    onRefused: (code) => refused.set(code, (refused.get(code) ?? 0) + 1),
  };
  // Database servers that take long to start again must not hold up the others.
  void opened.workers.resume(createDatabaseLogins(pipelineParts));
  const isShared = options.storeUrl !== undefined;
  const parts = { ...opened, clock, execution, isShared, log: options.log };
  const background = await startBackground(parts);
  const edge = openEdge({ ...pipelineParts, ...parts }, options.edgeLimits);
  return {
    store,
    trail,
    clock,
    identities,
    pipeline: createPipeline(pipelineParts),
    functionUrls: createFunctionUrlHandler(pipelineParts, () => registered.serviceOf('lambda')),
    edge,
    // What is posted to the root names its operation in a header or in the body, and never streams.
    streams: (head) => head.rawPath !== '/' && readsItself(router(head).operation),
    explanations,
    services: services.map((service) => service.id).sort(),
    declared: services,
    refused,
    listensAt: (address) => opened.host.listensAt(address),
    ...publicPages(options, opened, clock),
    stackSignal: signalTaker(store, clock),
    endWaits: () => opened.host.stop(),
    advanceTo: async (instant) => ({ jobs: await background.advanceTo(instant) }),
    bill: async (question) => {
      await background.settle();
      return store.run((unit) => billText(unit, billing, question, clock.serviceTime()));
    },
    close: () => closeAll([edge, background], opened),
  };
}

/** What anybody may read. */
function publicPages(
  { publicUrl }: EngineOptions,
  { store, workers }: Opened,
  clock: MovableClock,
): Pick<Engine, 'signingCertificate' | 'certificatePage' | 'issuer'> {
  const { keyWork } = workers.parts;
  return {
    signingCertificate: (path) => store.run((unit) => certificateAt(unit, path)),
    certificatePage: (method, path) =>
      store.run((unit) =>
        certificatePage({ method, path }, { unit, keyWork, now: clock.serviceTime() }),
      ),
    issuer: (id) => store.run((unit) => issuerDocuments(unit, id, publicUrl())),
  };
}

/** As far ahead as it was when the server ended. */
async function keptClock(store: OpenStore, { real }: EngineOptions): Promise<MovableClock> {
  const { clockOffsetMs: offsetMs } = await readSettings(store);
  return createClock({ offsetMs, ...(real === undefined ? {} : { real }) });
}

function signalTaker(store: OpenStore, clock: MovableClock): Engine['stackSignal'] {
  return (path, body) => store.run((unit) => takeSignal(unit, { path, body }, clock.serviceTime()));
}

type OwnExecutionParts = Pick<ExecutionParts, 'identities' | 'services' | 'sealer' | 'onDenied'>;

function executionParts(options: EngineOptions, own: OwnExecutionParts): ExecutionParts {
  return {
    ...own,
    organizations: organizationSource,
    throttle: (options.throttling ?? true) ? new Throttle(grantedQuotas) : undefined,
    onUnexpected: (error, call) =>
      options.log.error(
        { requestId: call?.requestId, operation: call?.operation, detail: detailOf(error) },
        'unexpected error',
      ),
  };
}

/** Three steps alone don't make a stream: the model says whose body is one. */
function readsItself(operation: RegisteredOperation | undefined): boolean {
  if (operation?.implementation?.act === undefined) return false;
  const members = operation.model.input?.members ?? [];
  return members.some(({ shape }) => shape.type === 'blob' && shape.streaming);
}

async function closeAll(
  [edge, background]: readonly [WiredEdge, Background],
  opened: Opened,
): Promise<void> {
  opened.host.stop();
  await edge.stop();
  // A job that waits for a function ends when its sandbox does.
  await Promise.all([opened.workers.stop(), background.stop()]);
  await opened.store.close();
  await opened.trail.close();
  await opened.workers.close();
  await opened.place.release();
}

/** Services are made before the store that holds the key of their session tokens. */
function lateSealer() {
  let key: Uint8Array | undefined;
  const held = (): Uint8Array => {
    if (key === undefined) throw new Error('the store is not open yet');
    return key;
  };
  return {
    use: (opened: Uint8Array): void => {
      key = opened;
    },
    seal: (session: Parameters<typeof sealSession>[1]) => sealSession(held(), session),
    open: (token: string) => openSession(held(), token),
  };
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
