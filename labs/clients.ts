import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import type { Credentials } from './lab.ts';

/** What an SDK client is made with. */
export interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: Credentials;
  readonly maxAttempts: number;
  readonly requestHandler: { readonly httpsAgent: Agent };
}

/** Configuration of an unmodified SDK client; `authorityFile` is what it trusts beside the usual authorities. */
export function clientConfig(
  endpoint: string,
  credentials: Credentials,
  authorityFile?: string,
  region = 'us-east-1',
): ClientConfig {
  const trusted = authorityFile === undefined ? {} : { ca: readFileSync(authorityFile) };
  const httpsAgent = new Agent({ keepAlive: true, ...trusted });
  return { endpoint, region, credentials, maxAttempts: 1, requestHandler: { httpsAgent } };
}
