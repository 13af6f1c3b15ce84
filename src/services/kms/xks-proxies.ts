import { hash } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { equalSecrets } from '../../core/secret.ts';
import { isOuterCiphertext, type OuterCiphertext } from './domain/external-ciphertext.ts';
import { isProxyErrorName, type ProxyFault } from './domain/proxy-faults.ts';
import type { ProxyConfiguration } from './key-store-state.ts';

const SERVICE = 'kms-xks-proxy';
const ALGORITHM = 'AES_GCM';
const INTEGRITY_ALGORITHM = 'SHA_256';
const KEY_MANAGERS_MAX = 10;
const USAGES_MAX = 10;

/** How proxies are reached: what is sent, and how it is signed. */
export interface ProxyTransport {
  post(request: {
    readonly endpoint: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<
    | { readonly kind: 'answered'; readonly status: number; readonly body: JsonValue | undefined }
    | { readonly kind: 'unreachable' | 'untrusted' | 'timedOut' | 'busy' }
  >;
  sign(
    request: {
      readonly method: string;
      readonly host: string;
      readonly path: string;
      readonly body: string;
    },
    credential: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly region: string;
      readonly service: string;
    },
    now: number,
  ): Readonly<Record<string, string>>;
}

/** One proxy as it is spoken to in a call. */
export interface ProxyAddress {
  readonly proxy: ProxyConfiguration;
  readonly region: string;
  /** Real time, for the signature. */
  readonly now: number;
  /** The specification's `requestMetadata`. */
  readonly metadata: JsonObject;
}

export type ProxyResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ProxyFault };

export interface ExternalKeyMetadata {
  readonly spec: string;
  readonly usage: readonly string[];
  readonly status: string;
}

/** External key store proxies, by the published proxy API (version 1). Nothing rejects: what failed is a fault. */
export interface XksProxies {
  /** A fault unless some external key manager is available. */
  health(address: ProxyAddress): Promise<ProxyResult<true>>;
  keyMetadata(address: ProxyAddress, keyId: string): Promise<ProxyResult<ExternalKeyMetadata>>;
  encrypt(
    address: ProxyAddress,
    keyId: string,
    plaintext: Uint8Array,
    authenticated: Uint8Array,
  ): Promise<ProxyResult<OuterCiphertext>>;
  decrypt(
    address: ProxyAddress,
    keyId: string,
    outer: OuterCiphertext,
    authenticated: Uint8Array,
  ): Promise<ProxyResult<Uint8Array>>;
}

export function createXksProxies(transport: ProxyTransport): XksProxies {
  const ask = async <T extends object | true>(
    address: ProxyAddress,
    path: string,
    members: JsonObject,
    read: (answer: JsonObject) => T | ProxyFault,
  ): Promise<ProxyResult<T>> => {
    const answer = await send(transport, address, path, members);
    if (typeof answer === 'string') return { ok: false, fault: answer };
    const value = read(answer);
    return typeof value === 'string' ? { ok: false, fault: value } : { ok: true, value };
  };
  return {
    health: (address) => ask(address, '/health', {}, healthOf),
    keyMetadata: (address, keyId) => ask(address, `/keys/${keyId}/metadata`, {}, metadataOf),
    encrypt: (address, keyId, plaintext, authenticated) =>
      ask(
        address,
        `/keys/${keyId}/encrypt`,
        {
          additionalAuthenticatedData: base64(authenticated),
          plaintext: base64(plaintext),
          encryptionAlgorithm: ALGORITHM,
          ciphertextDataIntegrityValueAlgorithm: INTEGRITY_ALGORITHM,
        },
        (answer) => outerOf(answer, plaintext.length, authenticated),
      ),
    decrypt: (address, keyId, outer, authenticated) =>
      ask(
        address,
        `/keys/${keyId}/decrypt`,
        {
          additionalAuthenticatedData: base64(authenticated),
          encryptionAlgorithm: ALGORITHM,
          ciphertext: base64(outer.ciphertext),
          ...(outer.metadata.length === 0 ? {} : { ciphertextMetadata: base64(outer.metadata) }),
          initializationVector: base64(outer.iv),
          authenticationTag: base64(outer.tag),
        },
        (answer) => {
          const plaintext = bytesOf(answer['plaintext']);
          return plaintext?.length === outer.ciphertext.length ? plaintext : 'malformed';
        },
      ),
  };
}

async function send(
  transport: ProxyTransport,
  { proxy, region, now, metadata }: ProxyAddress,
  path: string,
  members: JsonObject,
): Promise<JsonObject | ProxyFault> {
  const { endpoint, accessKeyId, secretAccessKey } = proxy;
  const body = JSON.stringify({ requestMetadata: metadata, ...members });
  const request = { method: 'POST', host: new URL(endpoint).host, path: proxy.path + path, body };
  const credential = { accessKeyId, secretAccessKey, region, service: SERVICE };
  const headers = transport.sign(request, credential, now);
  const outcome = await transport.post({ endpoint, path: request.path, headers, body });
  // More posts at once than this server makes: for the caller the same as too many for the proxy.
  if (outcome.kind === 'busy') return 'ThrottlingException';
  if (outcome.kind !== 'answered') return outcome.kind;
  const answer = outcome.body;
  if (!isJsonObject(answer)) return 'malformed';
  if (outcome.status === 200) return answer;
  const name = answer['errorName'];
  return typeof name === 'string' && isProxyErrorName(name) ? name : 'malformed';
}

function healthOf(answer: JsonObject): true | ProxyFault {
  const managers = answer['ekmFleetDetails'];
  if (!Array.isArray(managers) || managers.length === 0 || managers.length > KEY_MANAGERS_MAX) {
    return 'malformed';
  }
  const states = managers.map((one: JsonValue) => (isJsonObject(one) ? one['healthStatus'] : one));
  if (!states.every((state) => HEALTH.has(state))) return 'malformed';
  return states.every((state) => state === 'UNAVAILABLE') ? 'unhealthy' : true;
}

const HEALTH: ReadonlySet<unknown> = new Set(['ACTIVE', 'DEGRADED', 'UNAVAILABLE']);

function metadataOf(answer: JsonObject): ExternalKeyMetadata | ProxyFault {
  const { keySpec: spec, keyUsage: usage, keyStatus: status } = answer;
  if (typeof spec !== 'string' || typeof status !== 'string') return 'malformed';
  if (!Array.isArray(usage) || usage.length > USAGES_MAX) return 'malformed';
  const uses = usage.filter((use: JsonValue) => typeof use === 'string');
  return uses.length === usage.length ? { spec, usage: uses, status } : 'malformed';
}

function outerOf(
  answer: JsonObject,
  plaintextBytes: number,
  authenticated: Uint8Array,
): OuterCiphertext | ProxyFault {
  const ciphertext = bytesOf(answer['ciphertext']);
  const iv = bytesOf(answer['initializationVector']);
  const tag = bytesOf(answer['authenticationTag']);
  const metadata = bytesOf(answer['ciphertextMetadata'] ?? '');
  const integrity = answer['ciphertextDataIntegrityValue'];
  if (!ciphertext || !iv || !tag || !metadata || typeof integrity !== 'string') return 'malformed';
  const outer = { ciphertext, iv, tag, metadata };
  if (!isOuterCiphertext(outer, plaintextBytes)) return 'malformed';
  // The proxy vouches with this value that what it encrypted can be decrypted.
  const whole = Buffer.concat([authenticated, metadata, iv, ciphertext, tag]);
  return equalSecrets(integrity, hash('sha256', whole, 'base64')) ? outer : 'malformed';
}

/** Undefined: not base64 as it is written. */
function bytesOf(value: JsonValue | undefined): Buffer | undefined {
  if (typeof value !== 'string') return undefined;
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString('base64') === value ? bytes : undefined;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
