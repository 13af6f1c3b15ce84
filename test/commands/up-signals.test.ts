import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PrivateServer, startServer } from '../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-up-signals-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const HEAD =
  'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Date: 20261125T000000Z\r\nContent-Type: application/x-amz-json-1.1\r\n' +
  'X-Amz-Target: TrentService.CreateKey\r\nContent-Length: 2\r\n' +
  'Authorization: AWS4-HMAC-SHA256 Credential=111111111111/20261125/us-east-1/kms/aws4_request, ' +
  'SignedHeaders=host, Signature=00\r\n\r\n';

/** A connection whose request has begun and lacks its last byte. */
async function begun(server: PrivateServer): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  // The server has read the head when it says so.
  socket.write(HEAD.replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'));
  const [first] = await once(socket, 'data');
  expect(String(first)).toContain('100 Continue');
  socket.write('{');
  return socket;
}

async function readToEnd(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await once(socket, 'close');
  return text;
}

/** Resolves when nobody listens there any more. */
async function refusesConnections(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const isRefused = await new Promise<boolean>((resolve) => {
      socket.on('error', () => resolve(true));
      socket.on('connect', () => resolve(false));
    });
    socket.destroy();
    if (isRefused) return;
  }
}

describe('a signal to holdfast up', { timeout: 120_000 }, () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s: stops accepting, finishes what is in flight, and exits with 0; a second one changes nothing',
    async (name) => {
      const dataDirectory = join(folder, name);
      const server = await startServer({ program, dataDirectory, flags: ['--dev'] });
      const socket = await begun(server);
      const silent = connect(server.port, '127.0.0.1');
      await once(silent, 'connect');
      process.kill(server.pid, name);
      await refusesConnections(server.port);
      process.kill(server.pid, name);
      process.kill(server.pid, 'SIGTERM');
      // A client that never asked is not waited for.
      if (!silent.closed) await once(silent, 'close');
      socket.write('}');
      const answer = await readToEnd(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toContain('Connection: close\r\n');
      expect(await server.stop()).toBe(0);
      const KeyId = /"KeyId":"([^"]+)"/.exec(answer)?.[1] ?? '';
      const again = await startServer({ program, dataDirectory, flags: ['--dev'] });
      const described = await fetch(again.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'TrentService.DescribeKey',
          'x-amz-date': '20261125T000000Z',
          authorization: /Authorization: (.*)\r\n/.exec(HEAD)?.[1] ?? '',
        },
        body: JSON.stringify({ KeyId }),
      });
      expect(described.status).toBe(200);
      expect(await again.stop()).toBe(0);
    },
  );
});
