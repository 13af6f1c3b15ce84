import { CreateKeyCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../src/core/time.ts';
import { freshAccount, startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: { readonly [name: string]: unknown };
}

async function ask(method: string, path: string, body?: string): Promise<Answer> {
  const init = body === undefined ? { method } : { method, body };
  const answer = await fetch(`${server.url}/_holdfast/${path}`, init);
  expect(answer.headers.get('content-type')).toBe('application/json');
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

const clock = (body: object): Promise<Answer> => ask('POST', 'clock', JSON.stringify(body));

async function serviceTime(): Promise<number> {
  const { status, body } = await ask('GET', 'clock');
  expect(status).toBe(200);
  return Date.parse(String(body['serviceTime']));
}

describe('/_holdfast/health', () => {
  test('tells version, services and what was refused before authentication', async () => {
    const unsigned = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'TrentService.ListKeys',
      },
      body: '{}',
    });
    expect(unsigned.status).toBe(400);
    const { status, body } = await ask('GET', 'health');
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ok', version: 'test' });
    expect(body['services']).toEqual(server.platform.engine().services);
    expect(body['refusedBeforeAuthentication']).toEqual({ MissingAuthenticationTokenException: 1 });
  });
});

describe('/_holdfast/clock', () => {
  test('advances by a duration, and the services live then', async () => {
    const before = await serviceTime();
    const { status, body } = await clock({ advance: 'P30D' });
    expect(status).toBe(200);
    const told = Date.parse(String(body['serviceTime']));
    expect(told - before).toBeGreaterThanOrEqual(30 * DAY_MS);
    expect(told - before).toBeLessThan(31 * DAY_MS);
    const kms = new KMSClient(server.client(freshAccount()));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    expect(KeyMetadata?.CreationDate?.getTime()).toBeGreaterThanOrEqual(told - 1_000);
  });

  test('is set to an instant', async () => {
    const target = (await serviceTime()) + 400 * DAY_MS;
    const { status, body } = await clock({ set: new Date(target).toISOString() });
    expect(status).toBe(200);
    expect(Date.parse(String(body['serviceTime']))).toBeGreaterThanOrEqual(target);
  });

  test('never moves back, never past the last date, and refuses what is no time in a sentence', async () => {
    const before = await serviceTime();
    const wants = 'clock wants {"advance":"P400D"} or {"set":"2027-01-01T00:00:00Z"}';
    const far = 'the clock goes no further than 9999-01-01T00:00:00.000Z';
    const cases: readonly (readonly [object, string | RegExp])[] = [
      [{ set: '2020-01-01T00:00:00Z' }, /^time never moves back; it is \d{4}-.*Z now$/],
      [{ set: 'tomorrow' }, wants],
      [{ set: 5 }, wants],
      [{}, wants],
      [[], wants],
      [{ advance: '30 days' }, /^The duration "30 days" can't be read\. /],
      [{ advance: 'P999999W' }, far],
      [{ advance: 'P99999Y' }, far],
      [{ set: '+012027-01-01T00:00:00Z' }, far],
    ];
    for (const [body, text] of cases) {
      const refused = await clock(body);
      expect(refused.status).toBe(400);
      if (typeof text === 'string') expect(refused.body).toEqual({ message: text });
      else expect(refused.body['message']).toMatch(text);
    }
    expect(cases).toHaveLength(9);
    expect((await ask('POST', 'clock', '{')).status).toBe(400);
    expect((await serviceTime()) - before).toBeLessThan(DAY_MS);
  });
});

describe('/_holdfast/reset', () => {
  test('forgets all state, and serves on', async () => {
    const kms = new KMSClient(server.client(freshAccount()));
    await kms.send(new CreateKeyCommand({}));
    const { status, body } = await ask('POST', 'reset');
    expect(status).toBe(200);
    expect(body).toEqual({ message: 'all state is gone' });
    expect((await kms.send(new ListKeysCommand({}))).Keys).toEqual([]);
    await kms.send(new CreateKeyCommand({}));
    expect((await kms.send(new ListKeysCommand({}))).Keys).toHaveLength(1);
  });
});

describe('what is not there', () => {
  test('answers 404 in JSON', async () => {
    const cases = [
      ['GET', 'nothing'],
      ['GET', 'reset'],
      ['POST', 'health'],
      ['DELETE', 'clock'],
    ] as const;
    for (const [method, path] of cases) {
      const { status, body } = await ask(method, path);
      expect(status).toBe(404);
      expect(body).toEqual({ message: `${method} /_holdfast/${path} is not served here` });
    }
    expect(cases).toHaveLength(4);
  });

  test('the owner’s own: not over TCP', async () => {
    const here = { message: 'this is available in dev mode, or over the control socket' };
    const cases = [
      ['root-credentials', ''],
      ['backup', '{"to":"/tmp/x"}'],
      ['root-key', '{"to":"passphrase"}'],
    ] as const;
    for (const [path, body] of cases) {
      expect(await ask('POST', path, body)).toEqual({ status: 403, body: here });
    }
    expect(cases).toHaveLength(3);
  });
});
