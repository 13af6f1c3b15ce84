import { join } from 'node:path';
import type { Service } from '../src/contract/service.ts';
import type { EdgeLimits } from '../src/edge/limits.ts';
import type { AddressKnowledge } from '../src/firewall/addresses/knowledge.ts';
import { createLog } from '../src/observability/log.ts';
import type { PostOptions } from '../src/outbound/post-json.ts';
import { openPlatform, type Platform } from '../src/platform.ts';
import type { HsmOptions } from '../src/crypto/hsm/hsms.ts';
import type { VulnerabilityDatabase } from '../src/vulnerabilities/database.ts';
import { memoryRootKey, type RootKeyProvider } from '../src/crypto/root-key.ts';

export interface TestServer {
  readonly url: string;
  readonly platform: Platform;
  /** What an SDK client of one account is made with. Every account is fresh: tests need no cleaning up. */
  client(account: string, region?: string): ClientConfig;
  close(): Promise<void>;
}

export interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts: number;
}

let nextAccount = 100_000_000_000;

/** A 12-digit account nobody has used. */
export function freshAccount(): string {
  nextAccount += 1;
  return String(nextAccount);
}

export interface ServerOptions {
  /** Default true: an account's number is its root's access key. */
  readonly dev?: boolean;
  /** AWS's request rates. Default false: a test makes in a second what an account may make in a minute. */
  readonly throttling?: boolean;
  /** Stands for the wall clock. */
  readonly real?: () => number;
  /** How long a new KMS grant counts only for those who bring its token. */
  readonly grantDelayMs?: number;
  /** Where state lives, with the key that protects it; in memory when absent. */
  readonly directory?: string;
  readonly rootKey?: RootKeyProvider;
  /** How the proxies of external key stores are reached. */
  readonly keyStoreProxies?: PostOptions;
  /** Roots that attestation documents may lead to. */
  readonly attestationRoots?: readonly string[];
  /** What the firewall is told of addresses. */
  readonly addressKnowledge?: AddressKnowledge;
  /** Which packages are vulnerable. */
  readonly vulnerabilities?: VulnerabilityDatabase;
  /** Hardware security modules, by the ids of clusters. */
  readonly hsmPlaces?: HsmOptions['places'];
  /** Where mails are handed over. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** What clients of listeners may cost. */
  readonly edgeLimits?: EdgeLimits;
  /** Services beside the product's, or in the place of those with the same ids. */
  readonly furtherServices?: readonly Service[];
}

/** A server in memory, in dev mode: an account's number is its root's access key. */
export async function startServer({
  hsmPlaces = new Map(),
  ...options
}: ServerOptions = {}): Promise<TestServer> {
  const platform = await openPlatform({
    directory: undefined,
    rootKey: memoryRootKey(),
    storeWriterFile: join(import.meta.dirname, '..', 'dist', 'store-writer.js'),
    keyWorkerFile: join(import.meta.dirname, '..', 'dist', 'key-worker.js'),
    classificationWorkerFile: join(import.meta.dirname, '..', 'dist', 'classification-worker.js'),
    devAccount: '000000000000',
    dev: true,
    account: '000000000000',
    region: 'us-east-1',
    throttling: false,
    functions: {
      runtimes: join(import.meta.dirname, '..', 'dist', 'runtimes'),
      isIsolated: process.getuid?.() === 0,
      refusal: undefined,
    },
    hsms: {
      workerFile: join(import.meta.dirname, '..', 'dist', 'hsm-worker.js'),
      places: hsmPlaces,
    },
    ...options,
    version: 'test',
    log: createLog('error'),
  });
  const port = await platform.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    platform,
    client: (account, region = 'us-east-1') => ({
      endpoint: url,
      region,
      credentials: { accessKeyId: account, secretAccessKey: 'dev' },
      maxAttempts: 1,
    }),
    close: () => platform.close(),
  };
}
