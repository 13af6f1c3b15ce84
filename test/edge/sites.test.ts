import { afterEach, expect, test } from 'vitest';
import { CreateKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { request } from 'node:http';
import { freshAccount } from '../server.ts';
import { type EdgeRig, site, startEdge } from './rig.ts';

let rig: EdgeRig;
afterEach(() => rig.server.close());

async function asked(port: number, host: string, init: { method?: string; body?: string } = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>(
    (resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          path: '/a%2Fb?x=1',
          method: init.method ?? 'GET',
          headers: { host },
        },
        (answer) => {
          let body = '';
          answer.on('data', (chunk) => (body += String(chunk)));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(init.body);
    },
  );
}

const echo = site(async ({ method, target, host, port, sourceIp, httpVersion }, body) => {
  let text = '';
  for await (const chunk of body) text += Buffer.from(chunk).toString();
  const told = { method, target, host, port, sourceIp, httpVersion, text };
  return { status: 201, headers: [['X-Own', 'yes']], body: JSON.stringify(told) };
});

test('a site: its listener opens, and it answers what is asked by its name', async () => {
  rig = await startEdge();
  rig.sites.set('a.test:80', echo);
  const port = await rig.localPort(80);
  const answer = await asked(port, 'A.test:80', { method: 'PUT', body: 'hello' });
  expect(answer.status).toBe(201);
  expect(answer.headers['x-own']).toBe('yes');
  expect(JSON.parse(answer.body)).toEqual({
    method: 'PUT',
    target: '/a%2Fb?x=1',
    host: 'a.test',
    port: 80,
    sourceIp: '127.0.0.1',
    httpVersion: '1.1',
    text: 'hello',
  });
  expect((await asked(port, 'b.test')).status).toBe(404);
  rig.sites.clear();
  await expect(rig.localPort(80)).rejects.toThrow('nothing listens for 80');
});

test('a site: opens by itself after the next commit', async () => {
  rig = await startEdge();
  const kms = new KMSClient(rig.server.client(freshAccount()));
  const { edge } = rig.server.platform.engine();
  // What is there at the start is opened without any commit.
  rig.sites.set('first.test:80', echo);
  await expect.poll(() => edge.listenerOf('first.test')?.port).toBe(80);
  rig.sites.set('a.test:80', echo);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: KeyMetadata?.KeyId }));
  await expect.poll(() => edge.listenerOf('a.test')?.port).toBe(80);
});

test('/_holdfast/edge: outside dev mode tells nobody whose sites there are', async () => {
  rig = await startEdge({}, { dev: false });
  rig.sites.set('a.test:80', echo);
  const localPort = await rig.localPort(80);
  const listed = await fetch(`${rig.server.url}/_holdfast/edge`);
  expect(await listed.json()).toEqual({ listeners: [{ port: 80, protocol: 'http', localPort }] });
});

test('/_holdfast/edge: lists listeners, and reaches sites over the server own port', async () => {
  rig = await startEdge();
  rig.sites.set('a.test:80', echo);
  const localPort = await rig.localPort(80);
  const listed = await fetch(`${rig.server.url}/_holdfast/edge`);
  expect(await listed.json()).toEqual({
    listeners: [{ port: 80, protocol: 'http', hosts: ['a.test'], localPort }],
  });
  const byPath = await fetch(`${rig.server.url}/_holdfast/edge/a.test/p?q=1`, {
    method: 'POST',
    body: 'x',
  });
  expect(await byPath.json()).toMatchObject({ target: '/p?q=1', host: 'a.test', text: 'x' });
  const byHost = await asked(Number(new URL(rig.server.url).port), 'a.test');
  expect(JSON.parse(byHost.body)).toMatchObject({ target: '/a%2Fb?x=1', host: 'a.test' });
  const stranger = await asked(Number(new URL(rig.server.url).port), 'b.test');
  expect(stranger).toMatchObject({
    status: 403,
    body: 'In dev mode only requests to a loopback host are answered.\n',
  });
});

test('a site that fails: a 500 without a word of why', async () => {
  rig = await startEdge();
  rig.sites.set(
    'a.test:80',
    site(async () => Promise.reject(new Error('secret'))),
  );
  const answer = await asked(await rig.localPort(80), 'a.test');
  expect(answer.status).toBe(500);
  expect(answer.body).toBe(
    '<html>\r\n<head><title>500 Internal Server Error</title></head>\r\n<body>\r\n' +
      '<center><h1>500 Internal Server Error</h1></center>\r\n</body>\r\n</html>\r\n',
  );
});

test('a site that ends the connection: the client is told so, and asks over another one', async () => {
  rig = await startEdge();
  let arrivals: (number | undefined)[] = [];
  rig.sites.set(
    'a.test:80',
    site(async ({ connected, arrived }) => {
      arrivals = [connected, arrived];
      return { status: 200, headers: [], body: 'ok', endsConnection: true };
    }),
  );
  const answer = await asked(await rig.localPort(80), 'a.test');
  expect(answer.headers['connection']).toBe('close');
  const [connected = 0, arrived = 0] = arrivals;
  expect(connected).toBeGreaterThan(0);
  expect(arrived).toBeGreaterThanOrEqual(connected);
});

test('the firewall: refuses, puts headers in, sees the start of a body alone, and fails as the site says', async () => {
  rig = await startEdge();
  const heard: string[] = [];
  const open = site(async ({ headers }, body) => {
    let length = 0;
    for await (const chunk of body) length += chunk.length;
    return { status: 200, headers: [], body: `${headers.join(' ')} ${length}` };
  });
  rig.sites.set('a.test:80', open);
  rig.sites.set('open.test:80', { ...open, firewallFailsOpen: true });
  rig.firewall = {
    find: async () => ({
      bodyLimit: 4,
      inspect: ({ request: { target, method }, bodyStart, bodyContinues }) => {
        heard.push(`${method} ${target} ${Buffer.from(bodyStart).toString()} ${bodyContinues}`);
        if (method === 'DELETE') throw new Error('broken');
        return method === 'GET'
          ? { action: 'refuse', response: { status: 403, headers: [], body: 'no' } }
          : { action: 'allow', insertHeaders: [['x-seen', '1']] };
      },
    }),
  };
  const port = await rig.localPort(80);
  expect(await asked(port, 'a.test')).toMatchObject({ status: 403, body: 'no' });
  const passed = await asked(port, 'a.test', { method: 'POST', body: '123456789' });
  expect(passed.body).toMatch(/ x-seen 1 9$/);
  expect((await asked(port, 'a.test', { method: 'DELETE' })).status).toBe(500);
  expect((await asked(port, 'open.test', { method: 'DELETE' })).status).toBe(200);
  expect(heard).toEqual([
    'GET /a%2Fb?x=1  false',
    'POST /a%2Fb?x=1 1234 true',
    'DELETE /a%2Fb?x=1  false',
    'DELETE /a%2Fb?x=1  false',
  ]);
});
