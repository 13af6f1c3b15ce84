import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCertificate } from '../../src/crypto/server-certificate.ts';
import { createWireServer, type WireServer } from '../../src/wire/http-server.ts';

let folder: string;
let server: WireServer;
let port: number;
let ca: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-tls-test-'));
  const { authorityFile, ...tls } = await localCertificate(folder, '127.0.0.1', Date.now());
  ca = await readFile(authorityFile, 'utf8');
  server = createWireServer({
    handle: async (head) => ({ status: 200, headers: [], body: JSON.stringify(head.tls ?? null) }),
    refuse: (_head, reason) => ({ status: 413, headers: [], body: reason }),
    wantsStream: () => false,
    tls,
  });
  port = (await server.listen(0, '127.0.0.1')).port;
});
afterAll(async () => {
  await server.close(100);
  await rm(folder, { recursive: true, force: true });
});

/** The protocol and cipher agreed on, or the code of the error. */
function handshake(options: ConnectionOptions): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca, ...options }, () => {
      resolve(`${socket.getProtocol() ?? ''} ${socket.getCipher().name}`);
      socket.end();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

function get(): Promise<string> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, ca, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

describe('the HTTPS server', () => {
  test('tells the handler what the connection agreed on', async () => {
    const details: unknown = JSON.parse(await get());
    expect(details).toEqual({ version: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256' });
  });

  test('agrees on TLS 1.2 with forward secrecy, and on nothing older or weaker', async () => {
    const weak = { ciphers: 'ALL:@SECLEVEL=0' } as const;
    const cases: readonly (readonly [ConnectionOptions, string])[] = [
      [{ maxVersion: 'TLSv1.2' }, 'TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256'],
      [
        { ...weak, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' },
        'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      ],
      [
        { ...weak, minVersion: 'TLSv1', maxVersion: 'TLSv1' },
        'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
      ],
      [
        { ciphers: 'ECDHE-ECDSA-AES128-SHA:AES128-SHA', maxVersion: 'TLSv1.2' },
        'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
      ],
      [{ ca: '' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ];
    for (const [options, outcome] of cases) expect(await handshake(options)).toBe(outcome);
    expect(cases).toHaveLength(5);
  });

  test('answers nothing to plain HTTP', async () => {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed');
  });
});
