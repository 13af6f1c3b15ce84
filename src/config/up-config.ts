import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Everything `holdfast up` was asked for: one frozen value. */
export interface UpConfig {
  readonly host: string;
  /** Where clients reach the server, if not at the port it listens on; without a slash at its end. */
  readonly publicUrl: string | undefined;
  /** 0 picks a free port. */
  readonly port: number;
  /** A listener's port plus this is its port on this machine. */
  readonly edgePortOffset: number;
  /** Undefined: nothing outlives the process. */
  readonly dataDirectory: string | undefined;
  readonly dev: boolean;
  /** The management account. */
  readonly account: string;
  readonly region: string;
  /** `postgres://…`; undefined: the embedded store. */
  readonly storeUrl: string | undefined;
  /** `file:PATH` or `passphrase`; undefined: a file beside the data directory. */
  readonly rootKey: string | undefined;
  /** The passphrase of a `passphrase` root key, from the environment. */
  readonly passphrase: string | undefined;
  /** Request rates are limited as on AWS. */
  readonly throttling: boolean;
  /** How long a new KMS grant counts only for those who bring its token. */
  readonly grantDelayMs: number;
  /** Where proxies of external key stores are, by the endpoint that KMS is told; others are where their name says. */
  readonly xksProxies: ReadonlyMap<string, URL>;
  /** A file of certificates (PEM): an authority that signs for such proxies. */
  readonly xksAuthority: string | undefined;
  /** A certificate (PEM) that attestation documents may lead to, beside AWS's own root. */
  readonly attestationRoot: string | undefined;
  /** Databases in MaxMind's format: of countries, and of autonomous systems. They may be one file. */
  readonly geoDatabase: string | undefined;
  readonly asnDatabase: string | undefined;
  /** Files of networks, by the names of lists that managed rule groups ask. */
  readonly addressLists: ReadonlyMap<string, string>;
  /** Advisories in OSV's format: which packages are vulnerable. */
  readonly vulnerabilityDatabase: string | undefined;
  /** Hardware security modules, by the ids of the CloudHSM clusters that they stand for. */
  readonly hsms: ReadonlyMap<string, { readonly library: string; readonly token?: string }>;
  /** Functions run as the server's user even where they could read its root key. */
  readonly unisolatedFunctions: boolean;
  /** Where mails are handed over, and from whom they are; undefined: nobody can subscribe a mailbox. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** `local`: a certificate made for this machine. Undefined: plain HTTP. */
  readonly tls: 'local' | { readonly certificate: string; readonly key: string } | undefined;
}

/** A command line that can't be understood. Its text says what to write instead. */
export class UsageError extends Error {}

export const UP_HELP = `holdfast up: start the server

  --host H         address to listen on                      (127.0.0.1)
  --port N         port; 0 picks a free one                  (4566)
  --edge-port-offset N
                   a load balancer's port 443 is this machine's port 443 + N; 0 needs the right to
                   ports below 1024                          (10000)
  --public-url URL where clients reach this server, if not there: tokens name it as their issuer
  --data DIR       where state lives                         (./.holdfast)
  --memory         keep nothing: state ends with the process
  --dev            the access key 'test' acts as root, and time can be moved; loopback only
  --account ID     the management account, 12 digits         (000000000000)
  --region R       the Region the banner exports             (us-east-1)
  --store URL      postgres://…: state and trail live there, shared by any number of servers
  --root-key K     file:PATH or passphrase                   (file:DIR.key)
                   a passphrase is read from HOLDFAST_PASSPHRASE
  --no-throttling  let every account call as often as it likes, AWS's request rates notwithstanding
  --grant-delay S  seconds until a new KMS grant counts without its token, as on AWS; 0 to 300   (0)
  --xks-proxy https://NAME=URL
                   the external key store proxy that KMS is told to find at https://NAME is at URL; any number
  --xks-authority FILE
                   trust the certificates that this authority (PEM) gives to such proxies, too
  --hsm CLUSTER=LIBRARY[#TOKEN]
                   KMS keys may live in the hardware security module behind this PKCS#11 library, in the token of
                   that label; KMS is told CLUSTER (cluster-…) for it; any number; needs 'npm install pkcs11js'
  --unisolated-functions
                   run Lambda functions as this server's own user although they could read its root key file;
                   as root each function has a user of its own, and this flag is not needed
  --smtp URL       smtp://USER:PASSWORD@HOST:PORT (or smtps://): hand mails of SNS topics to this mail server
  --smtp-from A    the address such mails are from           (no-reply@holdfast.localhost)
  --attestation-root FILE
                   believe the attestation documents of enclaves that lead to this certificate (PEM), too
  --geo-database FILE
                   where addresses are, for the firewall: countries and regions (.mmdb, as of GeoLite2 or DB-IP Lite)
  --asn-database FILE
                   which autonomous systems addresses belong to, for the firewall (.mmdb)
  --address-list NAME=FILE
                   networks, one a line, that AWS's managed rule groups ask for: ip-reputation, reconnaissance and
                   ddos; anonymous and hosting
  --vulnerability-database FILE
                   which packages are vulnerable, for Inspector: advisories in the format of OSV, one JSON object, a list
                   of them, or one a line
  --tls            speak HTTPS instead of HTTP, with a certificate made for this machine; the banner
                   exports the authority that clients must trust
  --tls-certificate FILE --tls-key FILE
                   speak HTTPS with your own certificate (PEM, with its chain)

When it is ready it prints lines to paste into another terminal, then 'ready http://HOST:PORT' (https:// with TLS).
`;

export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Reads the command line and the environment.
 * Errors: UsageError with a sentence that names the flag.
 */
export function readUpConfig(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): UpConfig {
  const flags = parse(argv);
  const memory = flags.memory ?? false;
  if (memory && flags.data !== undefined) {
    throw new UsageError('--memory and --data exclude each other; give one');
  }
  const host = flags.host ?? '127.0.0.1';
  if ((flags.dev ?? false) && !LOOPBACK.has(host)) {
    throw new UsageError(
      `--dev accepts well-known credentials, so it listens on loopback only; not on ${host}`,
    );
  }
  return Object.freeze({
    host,
    port: portOf(flags.port ?? '4566'),
    edgePortOffset: offsetOf(flags['edge-port-offset']),
    publicUrl: publicUrlOf(flags['public-url']),
    dataDirectory: memory ? undefined : resolve(flags.data ?? '.holdfast'),
    dev: flags.dev ?? false,
    account: accountOf(flags.account ?? '000000000000'),
    region: regionOf(flags.region ?? 'us-east-1'),
    storeUrl: storeOf(flags.store),
    rootKey: flags['root-key'],
    passphrase: environment['HOLDFAST_PASSPHRASE'],
    throttling: !(flags['no-throttling'] ?? false),
    grantDelayMs: grantDelayOf(flags['grant-delay'] ?? '0'),
    attestationRoot: flags['attestation-root'],
    ...addressDataOf(flags),
    vulnerabilityDatabase: pathOf(flags['vulnerability-database']),
    ...keyStoresOf(flags),
    unisolatedFunctions: flags['unisolated-functions'] ?? false,
    mail: mailOf(flags.smtp, flags['smtp-from']),
    tls: tlsOf(flags.tls ?? false, flags['tls-certificate'], flags['tls-key']),
  });
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'edge-port-offset': { type: 'string' },
        'public-url': { type: 'string' },
        data: { type: 'string' },
        memory: { type: 'boolean' },
        dev: { type: 'boolean' },
        account: { type: 'string' },
        region: { type: 'string' },
        store: { type: 'string' },
        'root-key': { type: 'string' },
        'no-throttling': { type: 'boolean' },
        'grant-delay': { type: 'string' },
        'xks-proxy': { type: 'string', multiple: true },
        'xks-authority': { type: 'string' },
        'attestation-root': { type: 'string' },
        'geo-database': { type: 'string' },
        'asn-database': { type: 'string' },
        'address-list': { type: 'string', multiple: true },
        'vulnerability-database': { type: 'string' },
        hsm: { type: 'string', multiple: true },
        'unisolated-functions': { type: 'boolean' },
        smtp: { type: 'string' },
        'smtp-from': { type: 'string' },
        tls: { type: 'boolean' },
        'tls-certificate': { type: 'string' },
        'tls-key': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function tlsOf(
  local: boolean,
  certificate: string | undefined,
  key: string | undefined,
): UpConfig['tls'] {
  if (certificate === undefined && key === undefined) return local ? 'local' : undefined;
  if (certificate === undefined || key === undefined) {
    throw new UsageError('--tls-certificate and --tls-key go together; give both');
  }
  return { certificate: resolve(certificate), key: resolve(key) };
}

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if ((url?.protocol !== 'https:' && url?.protocol !== 'http:') || url.search !== '') {
    throw new UsageError(`--public-url wants https://HOST, not '${text}'`);
  }
  return url.href.replace(/\/+$/, '');
}

const SENDER = 'no-reply@holdfast.localhost';

function mailOf(url: string | undefined, from: string | undefined): UpConfig['mail'] {
  if (url === undefined) {
    if (from !== undefined) throw new UsageError('--smtp-from needs --smtp; give both');
    return undefined;
  }
  // The text may hold a password, so it is not told again.
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError('--smtp wants smtp://HOST:PORT or smtps://USER:PASSWORD@HOST:PORT');
  }
  return { url, from: from ?? SENDER };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new UsageError(`--port wants a number from 0 to 65535, not '${text}'`);
  }
  return port;
}

function offsetOf(text = '10000'): number {
  const offset = Number(text);
  if (!/^\d{1,5}$/.test(text) || offset > 65_000) {
    throw new UsageError(`--edge-port-offset wants a number from 0 to 65000, not '${text}'`);
  }
  return offset;
}

const GRANT_DELAY_SECONDS_MAX = 300;

function grantDelayOf(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,3}$/.test(text) || seconds > GRANT_DELAY_SECONDS_MAX) {
    throw new UsageError(`--grant-delay wants seconds from 0 to 300, not '${text}'`);
  }
  return seconds * 1_000;
}

function keyStoresOf(
  flags: ReturnType<typeof parse>,
): Pick<UpConfig, 'xksProxies' | 'xksAuthority' | 'hsms'> {
  return {
    xksProxies: xksProxiesOf(flags['xks-proxy'] ?? []),
    xksAuthority: flags['xks-authority'],
    hsms: hsmsOf(flags.hsm ?? []),
  };
}

function addressDataOf(
  flags: ReturnType<typeof parse>,
): Pick<UpConfig, 'geoDatabase' | 'asnDatabase' | 'addressLists'> {
  const { 'geo-database': geo, 'asn-database': asn, 'address-list': lists = [] } = flags;
  return {
    geoDatabase: pathOf(geo),
    asnDatabase: pathOf(asn),
    addressLists: addressListsOf(lists),
  };
}

function pathOf(file: string | undefined): string | undefined {
  return file === undefined ? undefined : resolve(file);
}

function addressListsOf(texts: readonly string[]): UpConfig['addressLists'] {
  const files = new Map<string, string>();
  for (const text of texts) {
    const [, name, file] = /^([a-z-]+)=(.+)$/.exec(text) ?? [];
    if (name === undefined || file === undefined) {
      throw new UsageError(`--address-list wants NAME=FILE, not '${text}'`);
    }
    if (files.has(name)) throw new UsageError(`--address-list gives ${name} twice; give one file`);
    files.set(name, resolve(file));
  }
  return files;
}

/** What is signed may travel in the clear within this machine alone. */
function xksProxiesOf(texts: readonly string[]): ReadonlyMap<string, URL> {
  return new Map(
    texts.map((text) => {
      const [, endpoint, place] =
        /^(https:\/\/[A-Za-z0-9.-]+)=(https?:\/\/[^/]+)\/?$/.exec(text) ?? [];
      const url = place !== undefined && URL.canParse(place) ? new URL(place) : undefined;
      if (endpoint === undefined || url === undefined) {
        throw new UsageError(`--xks-proxy wants https://NAME=https://HOST:PORT, not '${text}'`);
      }
      if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
        throw new UsageError(
          `--xks-proxy speaks plain HTTP on loopback only; not with ${url.host}`,
        );
      }
      return [endpoint.toLowerCase(), url];
    }),
  );
}

function hsmsOf(texts: readonly string[]): UpConfig['hsms'] {
  return new Map(
    texts.map((text) => {
      const form = /^(cluster-[2-7a-zA-Z]{11,16})=([^#]+)(?:#(.{1,32}))?$/;
      const [, cluster, library, token] = form.exec(text) ?? [];
      if (cluster === undefined || library === undefined) {
        throw new UsageError(
          `--hsm wants cluster-ID=/path/to/library.so or cluster-ID=/path/to/library.so#TOKEN, not '${text}'`,
        );
      }
      return [cluster, { library: resolve(library), ...(token === undefined ? {} : { token }) }];
    }),
  );
}

function storeOf(text: string | undefined): string | undefined {
  if (text !== undefined && !/^postgres(ql)?:\/\//.test(text)) {
    throw new UsageError('--store wants postgres://USER@HOST:PORT/DATABASE');
  }
  return text;
}

function accountOf(text: string): string {
  if (!/^\d{12}$/.test(text)) {
    throw new UsageError(`--account wants 12 digits, not '${text}'`);
  }
  return text;
}

function regionOf(text: string): string {
  if (!/^[a-z]{2}(-[a-z]+)+-\d{1,2}$/.test(text)) {
    throw new UsageError(`--region wants a Region such as eu-west-1, not '${text}'`);
  }
  return text;
}
