import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type IssuerAlgorithm = 'RS256' | 'ES256';

export interface Issuer {
  /** `http://127.0.0.1:…`, or `https://localhost:…` when it was given a certificate. */
  readonly url: string;
  /** How often its keys were asked for. */
  readonly fetches: () => number;
  /** A token of the issuer; what is not given is right. */
  token(claims?: object, header?: object): string;
  /** Answers nobody until the function it gives is called. */
  hold(): () => void;
  /** New keys take the place of those it published. */
  rotate(): void;
  close(): Promise<void>;
}

export interface IssuerOptions {
  readonly algorithm?: IssuerAlgorithm;
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** An OpenID Connect provider: its discovery document, its keys, and its tokens. */
export async function startIssuer({
  algorithm = 'RS256',
  tls,
}: IssuerOptions = {}): Promise<Issuer> {
  let key = newKey(algorithm, 1);
  let fetches = 0;
  let url = '';
  let held: Promise<void> | undefined;
  const answered: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (
    request,
    response,
  ) => {
    if (request.url === '/.well-known/openid-configuration') fetches += 1;
    await held;
    if (request.url === '/.well-known/openid-configuration') {
      response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }));
    } else if (request.url === '/keys') {
      response.end(JSON.stringify({ keys: [key.jwk] }));
    } else response.writeHead(404).end();
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    void answered(request, response);
  };
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  const port = await listen(server);
  url = tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`;
  return {
    url,
    fetches: () => fetches,
    token: (claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const payload = {
        iss: url,
        sub: 'user-1',
        aud: 'client',
        iat: now,
        exp: now + 300,
        ...claims,
      };
      return signed({ alg: algorithm, kid: key.kid, ...header }, payload, key.secret);
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    rotate: () => {
      key = newKey(algorithm, Number(key.kid) + 1);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function newKey(algorithm: IssuerAlgorithm, number: number) {
  const pair =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2_048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = String(number);
  const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid, use: 'sig' };
  return { kid, jwk, secret: pair.privateKey };
}

function signed(header: object, payload: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
