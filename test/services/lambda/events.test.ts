import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { invoke, newFunction, python } from './functions.ts';
import { listen, type Listener } from './listener.ts';

let server: TestServer;
let listener: Listener;
beforeAll(async () => {
  [server, listener] = await Promise.all([startServer(), listen()]);
});
afterAll(async () => {
  listener.close();
  await server.close();
});

async function advance(seconds: number): Promise<void> {
  const { clock } = server.platform.engine();
  await server.platform.engine().advanceTo(clock.serviceTime() + seconds * 1_000);
}

function heard(word: string): number {
  return listener.heard.filter((text) => text.includes(word)).length;
}

const TELLS = (then: string) =>
  python(`
import json, os, urllib.request
def handler(event, context):
  urllib.request.urlopen("${listener.url}", json.dumps({"event": event, "id": context.aws_request_id}).encode())
  ${then}
`);

test('Invoke: an event is accepted at once and runs', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'told', TELLS('return 1'));
  const { answer, payload } = await invoke(
    lambda,
    'told',
    { word: 'once' },
    { InvocationType: 'Event' },
  );
  expect(answer.StatusCode).toBe(202);
  expect(payload).toBeNull();
  await expect.poll(() => heard('once'), { timeout: 20_000 }).toBe(1);
  const body: unknown = JSON.parse(listener.heard.find((text) => text.includes('once')) ?? '');
  expect(body).toEqual({ event: { word: 'once' }, id: answer.$metadata.requestId });
  await advance(600);
  expect(heard('once')).toBe(1);
});

test('Invoke: an event whose function fails runs again after one minute and after two more', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'fails', TELLS('raise ValueError("no")'));
  await invoke(lambda, 'fails', { word: 'thrice' }, { InvocationType: 'Event' });
  await expect.poll(() => heard('thrice'), { timeout: 20_000 }).toBe(1);
  await advance(30);
  expect(heard('thrice')).toBe(1);
  await advance(40);
  expect(heard('thrice')).toBe(2);
  await advance(60);
  expect(heard('thrice')).toBe(2);
  await advance(70);
  expect(heard('thrice')).toBe(3);
  await advance(3_600);
  expect(heard('thrice')).toBe(3);
});
