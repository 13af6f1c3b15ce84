import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOOPBACK, readUpConfig, UP_HELP, UsageError, type UpConfig } from '../config/up-config.ts';
import { createLog } from '../observability/log.ts';
import { openPlatform, type Platform, type PlatformOptions } from '../platform.ts';
import { hasRootCredentials } from '../services/iam/bootstrap.ts';
import { addressKnowledge } from './address-knowledge.ts';
import { controlSocket } from './control.ts';
import { environmentFile } from './env.ts';
import { rootKeyOf } from './root-key-provider.ts';
import {
  listenerCertificate,
  trustLines,
  type ListenerCertificate,
} from './listener-certificate.ts';
import { vulnerabilityDatabase } from './vulnerability-database.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** `holdfast up`: opens the platform, prints the banner, and serves until a signal comes. */
export async function up(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(UP_HELP);
    return 0;
  }
  const config = readUpConfig(argv, process.env);
  const version = versionOf();
  const { dataDirectory } = config;
  if (dataDirectory !== undefined) {
    await toldInWords(() => mkdir(dataDirectory, { recursive: true, mode: 0o700 }));
  }
  const certificate = await toldInWords(() => listenerCertificate(config));
  const { xksProxies: routes, xksAuthority } = config;
  const authorities =
    xksAuthority === undefined
      ? []
      : [await toldInWords(() => readFile(xksAuthority, { encoding: 'utf8' }))];
  const options: PlatformOptions = {
    directory: config.dataDirectory,
    storeUrl: config.storeUrl,
    rootKey: rootKeyOf(config),
    storeWriterFile: join(here, 'store-writer.js'),
    keyWorkerFile: join(here, 'key-worker.js'),
    classificationWorkerFile: join(here, 'classification-worker.js'),
    devAccount: config.dev ? config.account : undefined,
    dev: config.dev,
    account: config.account,
    region: config.region,
    publicUrl: config.publicUrl,
    edgePortOffset: config.edgePortOffset,
    throttling: config.throttling,
    grantDelayMs: config.grantDelayMs,
    keyStoreProxies: { routes, authorities },
    mail: config.mail,
    attestationRoots: await attestationRoots(config),
    addressKnowledge: await addressKnowledge(config),
    vulnerabilities: await vulnerabilityDatabase(config.vulnerabilityDatabase),
    hsms: { workerFile: join(here, 'hsm-worker.js'), places: config.hsms },
    functions: {
      runtimes: join(here, 'runtimes'),
      isIsolated: process.getuid?.() === 0,
      refusal: functionsRefused(config),
      authorityFile: certificate?.authorityFile,
    },
    version,
    log: createLog(process.env['HOLDFAST_LOG'] ?? 'warn'),
    ...(certificate === undefined ? {} : { tls: certificate.server }),
  };
  const stop = stopped();
  try {
    const platform = await toldInWords(() => openPlatform(options));
    const port = await listen(platform, config);
    await greet(platform, config, { version, port, certificate });
    await stop;
    await platform.close();
  } finally {
    await certificate?.dispose();
  }
  return 0;
}

async function attestationRoots({ attestationRoot: file }: UpConfig): Promise<readonly string[]> {
  return file === undefined ? [] : [await toldInWords(() => fingerprintOf(file))];
}

/** SHA-256 of a certificate (PEM), hexadecimal. */
async function fingerprintOf(file: string): Promise<string> {
  const certificate = new X509Certificate(await readFile(file));
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** A plain Error at the start is a sentence for the operator, without a stack; any other is a fault of ours. */
async function toldInWords<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

async function listen(platform: Platform, config: UpConfig): Promise<number> {
  try {
    const port = await platform.listen(config.port, config.host);
    if (config.dataDirectory !== undefined) {
      const socket = controlSocket(config.dataDirectory);
      await rm(socket, { force: true });
      await platform.listenControl(socket);
      await chmod(socket, 0o600);
    }
    return port;
  } catch (error) {
    await platform.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(
        `port ${config.port} is taken; choose another with --port N, or --port 0 for a free one`,
      );
    }
    throw error;
  }
}

interface Start {
  readonly version: string;
  readonly port: number;
  readonly certificate: ListenerCertificate | undefined;
}

async function greet(platform: Platform, config: UpConfig, start: Start): Promise<void> {
  const { version, port, certificate } = start;
  const address = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `${certificate === undefined ? 'http' : 'https'}://${address === 'localhost' ? '127.0.0.1' : address}:${port}`;
  const keys = await credentialLines(platform, config);
  const lines = [
    `export AWS_ENDPOINT_URL=${url}`,
    ...trustLines(certificate?.authorityFile),
    ...keys.lines,
    `export AWS_REGION=${config.region}`,
    `export AWS_DEFAULT_REGION=${config.region}`,
  ];
  if (config.dataDirectory !== undefined) {
    await keepEnvironment(environmentFile(config.dataDirectory), lines, keys.lines.length > 0);
  }
  const banner = [
    `Holdfast ${version}`,
    `  data         ${config.dataDirectory ?? 'in memory: gone when the process ends'}`,
    `  store        ${config.storeUrl === undefined ? 'embedded (SQLite)' : 'PostgreSQL'}, durable before every answer`,
    `  enforcement  on: every call is authenticated and authorized${config.dev ? ', but for the dev-mode keys' : ''}`,
    `  functions    ${isolation(config)}`,
    `  account      ${config.account}`,
    '',
    'Paste into another terminal:',
    '',
    ...lines.map((line) => `  ${line}`),
    ...[...keys.notes, ...exposure(config)].map((note) => `  # ${note}`),
    '',
    `ready ${url}`,
    '',
  ];
  process.stdout.write(banner.join('\n'));
}

/** Functions of the server's own user could read the file of its root key. */
function functionsRefused(config: UpConfig): string | undefined {
  const keepsFile = config.dataDirectory !== undefined && config.rootKey !== 'passphrase';
  if (process.getuid?.() === 0 || !keepsFile || config.unisolatedFunctions) return undefined;
  return (
    'Functions would run as the user whose root key file this server uses: start it as root, with ' +
    '--root-key passphrase or --memory, or with --unisolated-functions.'
  );
}

function isolation(config: UpConfig): string {
  if (process.getuid?.() === 0) return 'each in a process and as a user of its own';
  if (functionsRefused(config) !== undefined) return 'off: not isolated from the root key file';
  return 'NOT isolated: they run as the user of this server';
}

/** Keeps what `holdfast env` prints. A later start changes the address, and keeps the credentials. */
async function keepEnvironment(
  file: string,
  lines: readonly string[],
  hasCredentials: boolean,
): Promise<void> {
  const kept: string[] = [];
  if (!hasCredentials) {
    const text = await readFile(file, 'utf8').catch(() => '');
    kept.push(
      ...text.split('\n').filter((line) => /^export AWS_(ACCESS|SECRET_ACCESS)_KEY/.test(line)),
    );
    if (kept.length === 0) return;
  }
  await writeFile(file, `${[...lines, ...kept].join('\n')}\n`, { mode: 0o600 });
}

/** A signature keeps a request from being changed, not from being read. */
function exposure(config: UpConfig): readonly string[] {
  if (config.tls !== undefined || LOOPBACK.has(config.host)) return [];
  return ['whoever is on the network between can read plaintexts and data keys: add --tls'];
}

async function credentialLines(
  platform: Platform,
  config: UpConfig,
): Promise<{ readonly lines: readonly string[]; readonly notes: readonly string[] }> {
  const exported = (id: string, secret: string): readonly string[] => [
    `export AWS_ACCESS_KEY_ID=${id}`,
    `export AWS_SECRET_ACCESS_KEY=${secret}`,
  ];
  if (config.dev) return { lines: exported('test', 'test'), notes: [] };
  const known = await platform
    .engine()
    .store.run((unit) => hasRootCredentials(unit, config.account));
  if (!known) {
    const made = await platform.newRootCredentials();
    return {
      lines: exported(made.accessKeyId, made.secretAccessKey),
      notes: ['the root credentials are shown this once, and kept for you in DIR/env (0600)'],
    };
  }
  return {
    lines: [],
    notes: [
      'the root credentials were shown on the first start: eval "$(./holdfast env)"',
      'or replace them: ./holdfast root-credentials --new',
    ],
  };
}

/**
 * Resolves at the first SIGTERM or SIGINT, also one that comes during the start, which then ends first.
 * A second one changes nothing: the first is being obeyed.
 */
function stopped(): Promise<void> {
  return new Promise((done) => {
    process.on('SIGTERM', () => done());
    process.on('SIGINT', () => done());
  });
}

function versionOf(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? manifest.version
      : undefined;
  return typeof version === 'string' ? version : '0.0.0';
}
