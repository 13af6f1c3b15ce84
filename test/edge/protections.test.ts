import { once } from 'node:events';
import { connect as connectFrames, constants } from 'node:http2';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { certificateFor, type EdgeRig, site, startEdge, tlsTerms } from './rig.ts';

let rig: EdgeRig;
afterEach(() => rig.server.close());

let heard: string[] = [];
const listening = site(async ({ method, target }, body) => {
  heard.push(`${method} ${target}`);
  for await (const _chunk of body) heard.push('chunk');
  return { status: 200, headers: [], body: 'ok' };
});

async function open(limits: Parameters<typeof startEdge>[0] = {}): Promise<number> {
  heard = [];
  rig = await startEdge(limits);
  rig.sites.set('a.test:80', listening);
  return rig.localPort(80);
}

/** Sends bytes; gives all that comes until the other side closes. */
async function said(port: number, text: string): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port });
  socket.write(text);
  let answer = '';
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

const GET = 'GET / HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n';

test('slowloris: heads that never end are cut, while others are answered', async () => {
  const port = await open({ headersMs: 300, checkMs: 50 });
  const slow = Array.from({ length: 100 }, () =>
    said(port, 'GET / HTTP/1.1\r\nHost: a.test\r\nX-A: b\r\n'),
  );
  expect(await said(port, GET)).toContain('HTTP/1.1 200 OK');
  const answers = await Promise.all(slow);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(answers).toHaveLength(100);
  expect(heard).toEqual(['GET /']);
});

test('slow posts: a body that comes in drops is cut', async () => {
  const port = await open({ bodyGraceMs: 150 });
  const head = 'POST / HTTP/1.1\r\nHost: a.test\r\nContent-Length: 1000\r\n\r\n';
  expect(await said(port, `${head}x`)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test('a connection that says nothing, or nothing more, is closed', async () => {
  const port = await open({ headersMs: 200, checkMs: 50, keepAliveMs: 100 });
  await said(port, '');
  const kept = await said(port, 'GET / HTTP/1.1\r\nHost: a.test\r\n\r\n');
  expect(kept).toContain('HTTP/1.1 200 OK');
});

test('connections of one address: one too many is closed at once, and room comes back', async () => {
  const port = await open({ connectionsPerAddress: 5 });
  const sockets = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const socket = connect({ host: '127.0.0.1', port });
      await once(socket, 'connect');
      return socket;
    }),
  );
  expect(await said(port, GET)).toBe('');
  for (const socket of sockets) socket.destroy();
  await expect.poll(() => said(port, GET)).toContain('HTTP/1.1 200 OK');
});

test('heads beyond the limits: 431 and 414', async () => {
  const port = await open();
  const long = 'x'.repeat(17_000);
  const ask = (target: string, more: string) =>
    said(port, `GET ${target} HTTP/1.1\r\nHost: a.test\r\n${more}Connection: close\r\n\r\n`);
  expect(await ask('/', `X-A: ${long}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await ask('/', `X-A: ${'x'.repeat(80_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await ask('/', 'X-A: b\r\n'.repeat(250))).toMatch(/^HTTP\/1\.1 431 /);
  expect(await ask(`/${long}`, '')).toMatch(/^HTTP\/1\.1 414 /);
  expect(heard).toEqual([]);
});

test('smuggling: whatever two readers could read differently is refused', async () => {
  const port = await open();
  const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: a.test\r\n\r\n';
  const chunked = `0\r\n\r\n${smuggled}`;
  const cases: readonly (readonly [string, string])[] = [
    ['Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', chunked],
    ['Transfer-Encoding: chunked\r\nContent-Length: 5\r\n', chunked],
    ['Content-Length: 3\r\nContent-Length: 4\r\n', `abc${smuggled}`],
    ['Content-Length: +3\r\n', `abc${smuggled}`],
    ['Content-Length: 3, 4\r\n', `abc${smuggled}`],
    ['Content-Length : 3\r\n', `abc${smuggled}`],
    ['Transfer-Encoding: chunked, identity\r\n', chunked],
    ['Transfer-Encoding: xchunked\r\n', chunked],
    ['Transfer-Encoding : chunked\r\n', chunked],
    ['Host: b.test\r\n', smuggled],
    ['X-A: b\r\n Content-Length: 3\r\n', `abc${smuggled}`],
    ['Transfer-Encoding: chunked\r\n', `5;a\nb\r\nhello\r\n0\r\n\r\n${smuggled}`],
  ];
  for (const [headers, body] of cases) {
    const answer = await said(port, `POST / HTTP/1.1\r\nHost: a.test\r\n${headers}\r\n${body}`);
    expect(answer, headers).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  }
  expect(await said(port, 'GET / HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(heard.filter((one) => one.includes('smuggled'))).toEqual([]);
  expect(cases).toHaveLength(12);
});

async function openFrames(limits: Parameters<typeof startEdge>[0]) {
  await open(limits);
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  rig.sites.set('a.test:443', { ...listening, tls: { ...tlsTerms, certificates: ['a'] } });
  const port = await rig.localPort(443);
  const options = { host: '127.0.0.1', port, servername: 'a.test', rejectUnauthorized: false };
  return connectFrames('https://a.test', {
    createConnection: () => connectSecurely({ ...options, ALPNProtocols: ['h2'] }),
  });
}

test('HTTP/2: streams that are taken back by the hundred end the connection', async () => {
  const session = await openFrames({ resetBurst: 20, resetsPerSecond: 1 });
  session.on('error', () => undefined);
  const ended = once(session, 'goaway');
  await once(session, 'connect');
  for (let i = 0; i < 100; i += 1) {
    const stream = session.request({ ':path': '/', ':method': 'POST' });
    stream.on('error', () => undefined);
    setImmediate(() => stream.close(constants.NGHTTP2_CANCEL));
  }
  expect((await ended)[0]).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
});

test('HTTP/2: pings and settings by the hundred end the connection', async () => {
  const session = await openFrames({ controlBurst: 20, controlsPerSecond: 1 });
  session.on('error', () => undefined);
  const ended = once(session, 'goaway');
  await once(session, 'connect');
  const ping = (): void => {
    if (!session.destroyed) session.ping(() => setImmediate(ping));
  };
  ping();
  expect((await ended)[0]).toBe(constants.NGHTTP2_ENHANCE_YOUR_CALM);
});

test('TLS: who says nothing, or no hello, is not waited for', async () => {
  await open({ handshakeMs: 150 });
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  rig.sites.set('a.test:443', { ...listening, tls: { ...tlsTerms, certificates: ['a'] } });
  const port = await rig.localPort(443);
  expect(await said(port, '')).toBe('');
  expect(await said(port, GET)).toBe('');
  expect(await said(port, '\u0016\u0003\u0001')).toBe('');
});
