import { connect } from 'node:net';
import { EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { afterEach, describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import { decodeRequest, encodeError, encodeResponse } from '../../src/wire/exchange.ts';
import {
  createWireServer,
  type IncomingWire,
  type WireServer,
} from '../../src/wire/http-server.ts';
import { defaultLimits } from '../../src/wire/limits.ts';
import type { WireResponse } from '../../src/wire/request.ts';
import { buildRoutingIndex, route, routed } from '../../src/wire/route.ts';
import { errorShape, member, operation, service, simple, structure } from './model-fixture.ts';

const info = { requestId: 'r', isHead: false };
const open: WireServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close(100);
});

async function start(handle: (request: IncomingWire) => Promise<WireResponse>): Promise<number> {
  const server = createWireServer({
    handle,
    refuse: (_head, reason) => ({ status: 413, headers: [], body: reason }),
    wantsStream: (head) => head.rawPath === '/stream',
    limits: { ...defaultLimits, bodyBytes: 1000, headersMs: 5000, requestMs: 5000 },
  });
  open.push(server);
  return (await server.listen(0, '127.0.0.1')).port;
}

const echo = async (request: IncomingWire): Promise<WireResponse> => {
  if (request.stream === undefined) return { status: 200, headers: [], body: request.body };
  return { status: 200, headers: [], body: request.stream };
};

describe('the HTTP server', () => {
  it('echoes a buffered body with its length', async () => {
    const port = await start(echo);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'hello' });
    expect(answer.headers.get('content-length')).toBe('5');
    expect(await answer.text()).toBe('hello');
  });

  it('refuses a declared body beyond the limit and closes', async () => {
    const port = await start(echo);
    const body = 'x'.repeat(1001);
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body });
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close']);
  });

  it('streams a body through without buffering limits', async () => {
    const port = await start(echo);
    const body = 'y'.repeat(300_000);
    const answer = await fetch(`http://127.0.0.1:${port}/stream`, { method: 'POST', body });
    expect((await answer.text()).length).toBe(300_000);
  });

  it('keeps a 100 Continue before its answer, also behind another answer', async () => {
    let overtake = (): void => undefined;
    const overtaken = new Promise<void>((resolve) => {
      overtake = resolve;
    });
    const port = await start(async (request) => {
      if (request.rawPath === '/slow') await overtaken;
      else setImmediate(overtake);
      return echo(request);
    });
    const text = await new Promise<string>((resolve) => {
      let read = '';
      const socket = connect(port, '127.0.0.1', () => {
        const head = 'Host: a\r\nContent-Length: 4\r\n';
        socket.write(`POST /slow HTTP/1.1\r\n${head}\r\nslow`);
        socket.write(
          `POST / HTTP/1.1\r\n${head}Expect: 100-continue\r\nConnection: close\r\n\r\nfast`,
        );
      });
      socket.on('data', (chunk) => {
        read += String(chunk);
      });
      socket.on('close', () => resolve(read));
    });
    const firstLines = text.match(/HTTP\/1\.1 \d+ \w+/g);
    expect(firstLines).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 100 Continue', 'HTTP/1.1 200 OK']);
    expect(text.endsWith('\r\n\r\nfast')).toBe(true);
  });

  it('closes at once where only half a head has come, and finishes what was asked', async () => {
    let onAsked = (_answer: () => void): void => undefined;
    const asked = new Promise<() => void>((resolve) => {
      onAsked = resolve;
    });
    const port = await start(
      (request) => new Promise((resolve) => onAsked(() => void echo(request).then(resolve))),
    );
    const half = connect(port, '127.0.0.1', () => half.write('POST / HTTP/1.1\r\nHo'));
    const cut = new Promise((resolve) => half.once('close', resolve));
    const answer = fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'hello' });
    const answerNow = await asked;
    const [server] = open.splice(0);
    // As long as that the test would not wait.
    const closed = server?.close(600_000);
    await cut;
    answerNow();
    expect(await (await answer).text()).toBe('hello');
    await closed;
  });

  it('answers a failed handler with a bare 500, and bytes that are not HTTP with 400', async () => {
    const port = await start(async () => Promise.reject(new Error('secret')));
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect([answer.status, await answer.text()]).toEqual([500, '']);
    const text = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk) => resolve(String(chunk)));
    });
    expect(text.startsWith('HTTP/1.1 400')).toBe(true);
  });
});

const kms = service(
  'kms',
  ['awsJson1_1'],
  [
    operation(
      'Encrypt',
      structure('In', [member('KeyId', simple('string')), member('Plaintext', simple('blob'))]),
      structure('Out', [
        member('KeyId', simple('string')),
        member('CiphertextBlob', simple('blob')),
      ]),
    ),
  ],
  { targetPrefix: 'TrentService' },
);
const user = structure('User', [
  member('UserName', simple('string')),
  member('CreateDate', simple('timestamp')),
]);
const iam = service(
  'iam',
  ['awsQuery'],
  [
    operation(
      'GetUser',
      structure('In', [member('UserName', simple('string'))]),
      structure('Out', [member('User', user)]),
    ),
  ],
  {
    errors: new Map([
      [
        'NoSuchEntityException',
        errorShape('NoSuchEntityException', 404, 'message', 'NoSuchEntity'),
      ],
    ]),
  },
);
const services = new Map([
  ['kms', kms],
  ['iam', iam],
]);

async function api(request: IncomingWire): Promise<WireResponse> {
  const found = route(buildRoutingIndex([...services.values()].map(routed)), request);
  const model = found.serviceId === undefined ? undefined : services.get(found.serviceId);
  const op = found.kind === 'match' ? model?.operations.get(found.operation) : undefined;
  if (model === undefined || op === undefined) {
    const failed = found.kind === 'failure' ? found.error : new ServiceError('X', 'x');
    return encodeError(model, found.protocol, failed, info);
  }
  const input = decodeRequest(op, found.protocol, request);
  if (JSON.stringify(input) === '{"UserName":"nobody"}') {
    return encodeError(model, found.protocol, new ServiceError('NoSuchEntity', 'gone'), info);
  }
  const outputs = {
    Encrypt: { KeyId: 'k', CiphertextBlob: Uint8Array.of(1, 2) },
    GetUser: { User: { UserName: 'Ann & Bob', CreateDate: new Date(1_700_000_000_000) } },
  } as const;
  const output = op.name === 'Encrypt' ? outputs.Encrypt : outputs.GetUser;
  return encodeResponse(model, op, found.protocol, output, info);
}

describe('real SDK clients', () => {
  const config = (port: number) => ({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });

  it('KMS Encrypt over awsJson', async () => {
    const client = new KMSClient(config(await start(api)));
    const out = await client.send(new EncryptCommand({ KeyId: 'k', Plaintext: Buffer.from('x') }));
    expect([...(out.CiphertextBlob ?? [])]).toEqual([1, 2]);
    client.destroy();
  });

  it('IAM GetUser over awsQuery, and its error', async () => {
    const client = new IAMClient(config(await start(api)));
    const out = await client.send(new GetUserCommand({}));
    expect(out.User?.UserName).toBe('Ann & Bob');
    expect(out.User?.CreateDate?.getTime()).toBe(1_700_000_000_000);
    await expect(client.send(new GetUserCommand({ UserName: 'nobody' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: 'gone',
      $metadata: { httpStatusCode: 404 },
    });
    client.destroy();
  });
});
