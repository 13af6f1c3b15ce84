import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface ProxyCall {
  /** Behind the base path: `/keys/one/encrypt`. */
  readonly path: string;
  readonly body: Record<string, unknown>;
}

export interface XksProxy {
  /** Where it really is. */
  readonly url: URL;
  /** What KMS is told. */
  readonly endpoint: string;
  readonly path: string;
  readonly credential: { AccessKeyId: string; RawSecretAccessKey: string };
  /** Requests whose signature was right, oldest first. */
  readonly calls: ProxyCall[];
  /** Key id → metadata; those it does not have are not found. */
  readonly keys: Map<string, ExternalKey>;
  /** Answers instead, until it is taken back; undefined from it lets the proxy answer. */
  instead?: ((path: string, response: ServerResponse) => true | undefined) | undefined;
  /** Alters what the proxy would answer. */
  alter?: ((path: string, answer: Record<string, unknown>) => unknown) | undefined;
  readonly secrets: Set<string>;
  close(): Promise<void>;
}

/** The proxy answers so while `work` is done. */
export async function whileAnswering<T>(
  proxy: XksProxy,
  answer: (response: ServerResponse) => void,
  work: () => Promise<T>,
): Promise<T> {
  proxy.instead = (_path, response) => {
    answer(response);
    return true;
  };
  try {
    return await work();
  } finally {
    proxy.instead = undefined;
  }
}

export const failing = (status: number, errorName: string) => (response: ServerResponse) => {
  response.writeHead(status).end(JSON.stringify({ errorName }));
};

export interface ExternalKey {
  readonly secret: Buffer;
  keySpec: string;
  keyUsage: string[];
  keyStatus: string;
}

export function externalKey(): ExternalKey {
  const keyUsage = ['ENCRYPT', 'DECRYPT', 'WRAP'];
  return { secret: randomBytes(32), keySpec: 'AES_256', keyUsage, keyStatus: 'ENABLED' };
}

const METADATA = Buffer.from('version=1');

/** An external key store proxy, as its published specification has it (version 1). */
export async function startXksProxy(
  host: string,
  tls?: { readonly key: string; readonly cert: string },
): Promise<XksProxy> {
  const RawSecretAccessKey = randomBytes(32).toString('base64');
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    readBody(request).then(
      (text) => respond(proxy, request, text, response),
      () => response.destroy(),
    );
  };
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: XksProxy = {
    url: new URL(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`),
    endpoint: `https://${host}`,
    path: '/acme/kms/xks/v1',
    credential: { AccessKeyId: 'ABCDEFGHIJKLMNOPQRST', RawSecretAccessKey },
    calls: [],
    keys: new Map([['one', externalKey()]]),
    secrets: new Set([RawSecretAccessKey]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return proxy;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function respond(
  proxy: XksProxy,
  request: IncomingMessage,
  text: string,
  response: ServerResponse,
): void {
  const url = request.url ?? '';
  const path = url.slice(proxy.path.length);
  if (proxy.instead?.(path, response) === true) return;
  const fail = (status: number, errorName: string): void => {
    response.writeHead(status).end(JSON.stringify({ errorName, errorMessage: 'proxy detail' }));
  };
  if (request.method !== 'POST') return fail(405, 'ValidationException');
  if (!isSigned(proxy, request, text)) return fail(401, 'AuthenticationFailedException');
  if (!url.startsWith(`${proxy.path}/`)) return fail(404, 'InvalidUriPathException');
  const body = JSON.parse(text) as Record<string, string>;
  proxy.calls.push({ path, body });
  const answered = answerTo(proxy, path, body);
  if (typeof answered === 'string') {
    return fail(answered === 'KeyNotFoundException' ? 404 : 400, answered);
  }
  response.end(JSON.stringify(proxy.alter?.(path, answered) ?? answered));
}

function answerTo(
  proxy: XksProxy,
  path: string,
  body: Record<string, string>,
): Record<string, unknown> | string {
  if (path === '/health') {
    return {
      xksProxyFleetSize: 1,
      xksProxyVendor: 'Acme',
      xksProxyModel: 'Acme 1',
      ekmVendor: 'Acme',
      ekmFleetDetails: [{ id: 'hsm-1', model: 'One', healthStatus: 'ACTIVE' }],
    };
  }
  const [, keyId = '', operation] = /^\/keys\/([^/]+)\/(\w+)$/.exec(path) ?? [];
  const key = proxy.keys.get(keyId);
  if (key === undefined) return 'KeyNotFoundException';
  const { secret, ...metadata } = key;
  if (operation === 'metadata') return metadata;
  if (key.keyStatus !== 'ENABLED') return 'InvalidStateException';
  return operation === 'encrypt' ? encrypt(secret, body) : decrypt(secret, body);
}

const fromBase64 = (text = ''): Buffer => Buffer.from(text, 'base64');

/** The specification's: both parts behind their lengths. */
function associated(aad: Buffer, metadata: Buffer): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16BE(aad.length);
  return Buffer.concat([head, aad, Buffer.of(metadata.length), metadata]);
}

function encrypt(secret: Buffer, body: Record<string, string>) {
  const aad = fromBase64(body['additionalAuthenticatedData']);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, iv);
  cipher.setAAD(associated(aad, METADATA));
  const ciphertext = Buffer.concat([cipher.update(fromBase64(body['plaintext'])), cipher.final()]);
  const tag = cipher.getAuthTag();
  const integrity = createHash('sha256');
  for (const part of [aad, METADATA, iv, ciphertext, tag]) integrity.update(part);
  return {
    ciphertext: ciphertext.toString('base64'),
    ciphertextMetadata: METADATA.toString('base64'),
    initializationVector: iv.toString('base64'),
    authenticationTag: tag.toString('base64'),
    ciphertextDataIntegrityValue: integrity.digest('base64'),
  };
}

function decrypt(secret: Buffer, body: Record<string, string>) {
  const iv = fromBase64(body['initializationVector']);
  const decipher = createDecipheriv('aes-256-gcm', secret, iv);
  const aad = fromBase64(body['additionalAuthenticatedData']);
  decipher.setAAD(associated(aad, fromBase64(body['ciphertextMetadata'])));
  decipher.setAuthTag(fromBase64(body['authenticationTag']));
  try {
    const plaintext = [decipher.update(fromBase64(body['ciphertext'])), decipher.final()];
    return { plaintext: Buffer.concat(plaintext).toString('base64') };
  } catch {
    return 'InvalidCiphertextException';
  }
}

/** Signature Version 4 as the specification's Appendix A has it. */
function isSigned(proxy: XksProxy, request: IncomingMessage, body: string): boolean {
  const { authorization = '', host = '' } = request.headers;
  const date = String(request.headers['x-amz-date']);
  const form =
    /^AWS4-HMAC-SHA256 Credential=([A-Z2-7]{20,30})\/(\d{8})\/([a-z0-9-]+)\/kms-xks-proxy\/aws4_request, SignedHeaders=host;x-amz-date, Signature=([0-9a-f]{64})$/;
  const [, accessKeyId, day = '', region = '', signature] = form.exec(authorization) ?? [];
  if (accessKeyId !== proxy.credential.AccessKeyId) return false;
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
  const headers = `host:${host}\nx-amz-date:${date}\n`;
  const canonical = `POST\n${request.url}\n\n${headers}\nhost;x-amz-date\n${sha(body)}`;
  const scope = `${day}/${region}/kms-xks-proxy/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha(canonical)}`;
  const mac = (key: string | Buffer, data: string): Buffer =>
    createHmac('sha256', key).update(data).digest();
  return [...proxy.secrets].some((secret) => {
    const regional = mac(mac(`AWS4${secret}`, day), region);
    const key = mac(mac(regional, 'kms-xks-proxy'), 'aws4_request');
    return mac(key, text).toString('hex') === signature;
  });
}
