import { once } from 'node:events';
import { connect as connectFrames } from 'node:http2';
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EdgeSite, EdgeTlsTerms } from '../../src/contract/edge.ts';
import { certificateFor, type EdgeRig, site, startEdge, tlsTerms } from './rig.ts';

let rig: EdgeRig;
let heard: string[];
beforeEach(async () => {
  rig = await startEdge();
  heard = [];
  for (const name of ['a', 'b']) rig.certificates.set(name, certificateFor(name, [`${name}.test`]));
});
afterEach(() => rig.server.close());

/** A site that says which one it is; each is another tenant's. */
function named(name: string, tls?: Partial<EdgeTlsTerms>): EdgeSite {
  const answer: EdgeSite['answer'] = async ({ host, headers }) => {
    heard.push(name);
    const hosts = headers.filter((_text, at) => headers[at - 1]?.toLowerCase() === 'host');
    return { status: 200, headers: [], body: `${host} ${hosts.join(' ')}` };
  };
  return site(answer, {
    resource: `arn:aws:appsync:us-east-1:111122223333:apis/${name}`,
    ...(tls === undefined ? {} : { tls: { ...tlsTerms, certificates: [name], ...tls } }),
  });
}

interface Said {
  readonly status: string;
  readonly body: string;
}

async function answerOf(socket: NodeJS.ReadWriteStream, head: string): Promise<Said> {
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [, status = ''] = /^HTTP\/1\.1 (\d+)/.exec(text) ?? [];
  return { status, body: text.split('\r\n\r\n').slice(1).join('\r\n\r\n') };
}

async function inClear(port: number, head: string): Promise<Said> {
  return answerOf(connect({ host: '127.0.0.1', port: await rig.localPort(port, 'http') }), head);
}

async function overTls(servername: string, head: string): Promise<Said> {
  const port = await rig.localPort(443, 'https');
  const options = { host: '127.0.0.1', port, servername, rejectUnauthorized: false };
  return answerOf(connectSecurely({ ...options, ALPNProtocols: ['http/1.1'] }), head);
}

test('a site over TLS is not answered by a listener in clear that somebody else has at its port', async () => {
  rig.sites.set('a.test:443', named('a', {}));
  rig.sites.set('b.test:443', named('b'));
  expect((await inClear(443, 'GET / HTTP/1.1\r\nHost: a.test')).status).toBe('400');
  expect((await inClear(443, 'GET / HTTP/1.1\r\nHost: b.test')).status).toBe('200');
  expect((await overTls('a.test', 'GET / HTTP/1.1\r\nHost: b.test')).status).toBe('400');
  expect((await overTls('a.test', 'GET / HTTP/1.1\r\nHost: a.test')).status).toBe('200');
  expect(heard).toEqual(['b', 'a']);
});

test('a connection that was agreed on with one site does not reach another one', async () => {
  rig.sites.set('a.test:443', named('a', {}));
  rig.sites.set('b.test:443', named('b', { minVersion: 'TLSv1.3' }));
  expect((await overTls('a.test', 'GET / HTTP/1.1\r\nHost: b.test')).status).toBe('421');
  expect((await overTls('b.test', 'GET / HTTP/1.1\r\nHost: b.test')).status).toBe('200');
  expect(heard).toEqual(['b']);
});

test('a site that wants proof of a client is not reached under a name that asks for none', async () => {
  const { certificate: authorities } = certificateFor('ca', ['ca.test']);
  rig.sites.set('a.test:443', named('a', {}));
  const proven = named('a', {
    certificates: ['b'],
    clientCertificates: { mode: 'verify', authorities, revocations: '' },
  });
  rig.sites.set('b.test:443', proven);
  expect((await overTls('a.test', 'GET / HTTP/1.1\r\nHost: b.test')).status).toBe('403');
  expect(heard).toEqual([]);
});

test('the host that a site reads is the one that it was found by', async () => {
  rig.sites.set('a.test:80', named('a'));
  const absolute = await inClear(80, 'GET http://A.test:80/x HTTP/1.1\r\nHost: admin.internal');
  expect(absolute).toEqual({ status: '200', body: 'a.test A.test:80' });
  const plain = await inClear(80, 'GET / HTTP/1.1\r\nHost: A.test:80');
  expect(plain.body).toBe('a.test A.test:80');
});

test('HTTP/2: the authority is the host, whatever a header of that name says', async () => {
  rig.sites.set('a.test:443', named('a', {}));
  const port = await rig.localPort(443, 'https');
  const options = { host: '127.0.0.1', port, servername: 'a.test', rejectUnauthorized: false };
  const session = connectFrames('https://a.test', {
    createConnection: () => connectSecurely({ ...options, ALPNProtocols: ['h2'] }),
  });
  const stream = session.request({ ':path': '/', ':authority': 'a.test', host: 'admin.internal' });
  stream.setEncoding('utf8');
  let body = '';
  for await (const chunk of stream) body += String(chunk);
  expect(body).toBe('a.test a.test');
  session.close();
  await once(session, 'close');
});
