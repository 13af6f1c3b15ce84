import { X509Certificate } from 'node:crypto';
import { connect as connectFrames } from 'node:http2';
import { connect, type ConnectionOptions } from 'node:tls';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EdgeTls } from '../../src/contract/edge.ts';
import { certificateFor, type EdgeRig, site, startEdge, tlsTerms } from './rig.ts';

let rig: EdgeRig;
let seen: EdgeTls | undefined;
beforeEach(async () => {
  rig = await startEdge();
  seen = undefined;
});
afterEach(() => rig.server.close());

const told = site(async (request) => {
  seen = request.tls;
  return { status: 200, headers: [], body: request.httpVersion };
});

/** Shakes hands; gives what was agreed on, or the error. */
async function agreed(port: number, servername: string, more: ConnectionOptions = {}) {
  const socket = connect({
    host: '127.0.0.1',
    port,
    servername,
    rejectUnauthorized: false,
    ...more,
  });
  try {
    await once(socket, 'secureConnect');
    const { serialNumber, publicKey } = new X509Certificate(socket.getPeerCertificate().raw);
    return {
      version: socket.getProtocol(),
      cipher: socket.getCipher().name,
      alpn: socket.alpnProtocol,
      keyType: publicKey.asymmetricKeyType,
      serialNumber,
    };
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  } finally {
    socket.destroy();
  }
}

test('each name at a port has its own terms: versions, ciphers and certificates', async () => {
  for (const name of ['new.test', 'old.test'])
    rig.certificates.set(name, certificateFor(name, [name]));
  rig.sites.set('new.test:443', {
    ...told,
    tls: { ...tlsTerms, minVersion: 'TLSv1.3', certificates: ['new.test'] },
  });
  rig.sites.set('old.test:443', {
    ...told,
    tls: { ...tlsTerms, maxVersion: 'TLSv1.2', certificates: ['old.test'] },
  });
  const port = await rig.localPort(443);
  expect(await agreed(port, 'new.test')).toMatchObject({
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
  });
  expect(await agreed(port, 'new.test', { maxVersion: 'TLSv1.2' })).toBe(
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  );
  expect(await agreed(port, 'old.test')).toMatchObject({
    version: 'TLSv1.2',
    cipher: 'ECDHE-ECDSA-AES128-GCM-SHA256',
  });
  expect(await agreed(port, 'nobody.test')).toBe('ERR_SSL_TLSV1_UNRECOGNIZED_NAME');
});

test('of several certificates the one for the name is shown, on an elliptic curve where the client can', async () => {
  rig.certificates.set('rsa', certificateFor('rsa', ['a.test'], 'rsa'));
  rig.certificates.set('ec', certificateFor('ec', ['a.test']));
  rig.certificates.set('other', certificateFor('other', ['b.test']));
  const tls = { ...tlsTerms, certificates: ['other', 'rsa', 'ec'] };
  rig.sites.set('a.test:443', { ...told, tls });
  const port = await rig.localPort(443);
  expect(await agreed(port, 'a.test')).toMatchObject({ keyType: 'ec' });
  expect(
    await agreed(port, 'a.test', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }),
  ).toMatchObject({ keyType: 'rsa' });
});

test('a renewed certificate is shown from the next connection on', async () => {
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  rig.sites.set('a.test:443', { ...told, tls: { ...tlsTerms, certificates: ['a'] } });
  const port = await rig.localPort(443);
  const before = await agreed(port, 'a.test');
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  const after = await agreed(port, 'a.test');
  expect(before).toMatchObject({ version: 'TLSv1.3' });
  expect(after).not.toEqual(before);
});

test('HTTP/2 is agreed on, and HTTP/1.1 goes on beside it; the site is told of the connection', async () => {
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  rig.sites.set('a.test:443', { ...told, tls: { ...tlsTerms, certificates: ['a'] } });
  const port = await rig.localPort(443);
  expect(await agreed(port, 'a.test', { ALPNProtocols: ['http/1.1'] })).toMatchObject({
    alpn: 'http/1.1',
  });
  const session = connectFrames(`https://a.test:443`, {
    createConnection: () =>
      connect({
        host: '127.0.0.1',
        port,
        servername: 'a.test',
        rejectUnauthorized: false,
        ALPNProtocols: ['h2'],
      }),
  });
  const stream = session.request({ ':path': '/' });
  stream.setEncoding('utf8');
  let body = '';
  for await (const chunk of stream) body += String(chunk);
  session.close();
  expect(body).toBe('2.0');
  expect(seen).toMatchObject({
    version: 'TLSv1.3',
    cipher: 'TLS_AES_128_GCM_SHA256',
    serverName: 'a.test',
    clientChain: [],
    ja3: expect.stringMatching(/^[0-9a-f]{32}$/),
    ja4: expect.stringMatching(/^t13d\d{4}h2_[0-9a-f]{12}_[0-9a-f]{12}$/),
  });
});

test('a session is resumed by its ticket', async () => {
  rig.certificates.set('a', certificateFor('a', ['a.test']));
  rig.sites.set('a.test:443', {
    ...told,
    tls: { ...tlsTerms, maxVersion: 'TLSv1.2', certificates: ['a'] },
  });
  const port = await rig.localPort(443);
  const options = { host: '127.0.0.1', port, servername: 'a.test', rejectUnauthorized: false };
  const first = connect(options);
  await once(first, 'secureConnect');
  const session = first.getSession();
  first.destroy();
  const second = connect({ ...options, ...(session === undefined ? {} : { session }) });
  await once(second, 'secureConnect');
  expect(second.isSessionReused()).toBe(true);
  second.destroy();
});

test('client certificates: passed on as they are, or refused unless an authority signed them', async () => {
  const authority = certificateFor('ca', ['ca.test']);
  const stranger = certificateFor('x', ['x.test']);
  rig.certificates.set('a', certificateFor('a', ['a.test', 'b.test']));
  const tls = { ...tlsTerms, certificates: ['a'] };
  rig.sites.set('a.test:443', {
    ...told,
    tls: { ...tls, clientCertificates: { mode: 'passthrough' } },
  });
  rig.sites.set('b.test:443', {
    ...told,
    tls: {
      ...tls,
      clientCertificates: { mode: 'verify', authorities: authority.certificate, revocations: '' },
    },
  });
  const port = await rig.localPort(443);
  const asks = async (
    host: string,
    proof: { certificate: string; privateKey: string } | undefined,
  ) => {
    const socket = connect({
      host: '127.0.0.1', port, servername: host, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'],
      ...(proof === undefined ? {} : { cert: proof.certificate, key: proof.privateKey }),
    }); // biome-ignore format: one call
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    let text = '';
    try {
      for await (const chunk of socket) text += String(chunk);
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
    return text.split('\r\n')[0];
  };
  expect(await asks('a.test', undefined)).toBe('HTTP/1.1 200 OK');
  expect(seen?.clientChain).toEqual([]);
  expect(await asks('a.test', stranger)).toBe('HTTP/1.1 200 OK');
  expect(seen?.clientChain).toHaveLength(1);
  expect(await asks('b.test', authority)).toBe('HTTP/1.1 200 OK');
  expect(await asks('b.test', undefined)).not.toBe('HTTP/1.1 200 OK');
  expect(await asks('b.test', stranger)).not.toBe('HTTP/1.1 200 OK');
  const shortcut = await fetch(`${rig.server.url}/_holdfast/edge/b.test/`);
  expect(shortcut.status).toBe(403);
});
