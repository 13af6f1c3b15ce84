import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCertificate } from '../../src/crypto/server-certificate.ts';
import { createJsonPoster, type JsonPost } from '../../src/outbound/post-json.ts';

let folder: string;
let certificate: Awaited<ReturnType<typeof localCertificate>>;
let authority: string;
const servers: { close(): void; closeAllConnections(): void }[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'post-json-'));
  certificate = await localCertificate(folder, 'localhost', Date.now());
  authority = await readFile(certificate.authorityFile, 'utf8');
});
afterAll(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await rm(folder, { recursive: true });
});

async function listening(answer: RequestListener, secure: boolean): Promise<URL> {
  const tls = { key: certificate.key, cert: certificate.certificate };
  const server = secure ? createTlsServer(tls, answer) : createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new URL(`${secure ? 'https' : 'http'}://127.0.0.1:${port}`);
}

const posted = (endpoint: string): JsonPost => ({ endpoint, path: '/x', headers: {}, body: '{}' });

const routed = (endpoint: string, url: URL, authorities: readonly string[] = []) =>
  createJsonPoster({ timeoutMs: 5_000, routes: new Map([[endpoint, url]]), authorities });

test('over TLS: an authority that is trusted, and the name that was asked for', async () => {
  const hosts: unknown[] = [];
  const url = await listening((request, response) => {
    hosts.push(request.headers.host);
    response.end('{"a":1}');
  }, true);
  const post = routed('https://localhost', url, [authority]);
  const answered = { kind: 'answered', status: 200, body: { a: 1 } };
  expect(await post(posted('https://localhost'))).toEqual(answered);
  expect(await post(posted('https://LOCALHOST'))).toEqual(answered);
  expect(hosts).toEqual(['localhost', 'localhost']);
  const untrusted = { kind: 'untrusted' };
  expect(await routed('https://localhost', url)(posted('https://localhost'))).toEqual(untrusted);
  const other = routed('https://other.example.com', url, [authority]);
  expect(await other(posted('https://other.example.com'))).toEqual(untrusted);
});

test('over TLS: a server that does not speak it', async () => {
  const { port } = await listening((_request, response) => response.end('{}'), false);
  const url = new URL(`https://127.0.0.1:${port}`);
  const post = routed('https://localhost', url, [authority]);
  expect(await post(posted('https://localhost'))).toEqual({ kind: 'untrusted' });
});

test('connections are kept, and one that the server closed meanwhile is no failure', async () => {
  const ports = new Set<unknown>();
  let count = 0;
  const url = await listening((request, response) => {
    ports.add(request.socket.remotePort);
    count += 1;
    // The third request finds its connection broken.
    if (count === 3) request.socket.destroy();
    else response.end('{}');
  }, false);
  const post = routed('https://kept', url);
  for (let at = 0; at < 3; at += 1) {
    expect(await post(posted('https://kept'))).toMatchObject({ kind: 'answered' });
  }
  expect(count).toBe(4);
  expect(ports.size).toBe(2);
});

test('more than 256 posts at once are refused', async () => {
  const waiting: (() => void)[] = [];
  const url = await listening(
    (_request, response) => waiting.push(() => response.end('{}')),
    false,
  );
  const post = createJsonPoster({ timeoutMs: 300, routes: new Map([['https://slow', url]]) });
  const posts = Array.from({ length: 257 }, () => post(posted('https://slow')));
  expect(await posts[256]).toEqual({ kind: 'busy' });
  const others = await Promise.all(posts.slice(0, 256));
  expect(others.every(({ kind }) => kind === 'timedOut')).toBe(true);
});
