import {
  type Cors,
  CreateFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  UpdateFunctionUrlConfigCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from './functions.ts';
import { openToAll, signedGet } from './urls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SITE = 'https://shop.example';
const CORS = {
  AllowOrigins: [SITE],
  AllowMethods: ['GET', 'PUT'],
  AllowHeaders: ['x-own'],
  ExposeHeaders: ['x-kind'],
  AllowCredentials: true,
  MaxAge: 300,
};
/** It says its own, too, and counts how often it is asked. */
const ANSWERS = node(`let count = 0;
export const handler = async () => {
  count += 1;
  return { statusCode: 200, headers: { 'x-kind': 'tea', 'access-control-allow-origin': 'https://own.example' }, body: String(count) };
};`);

async function open(Cors: Cors | undefined) {
  const lambda = await newFunction(server, freshAccount(), 'open', ANSWERS);
  const FunctionName = 'open';
  const { FunctionUrl = '' } = await lambda.send(
    new CreateFunctionUrlConfigCommand({ FunctionName, AuthType: 'NONE', Cors }),
  );
  await openToAll(lambda, FunctionName);
  return { lambda, url: FunctionUrl };
}

function preflight(url: string, origin: string, method = 'PUT'): Promise<Response> {
  const headers = { origin, 'access-control-request-method': method };
  return fetch(url, { method: 'OPTIONS', headers });
}

/** What a browser reads of an answer. */
function rules({ headers }: Response): Record<string, string> {
  const named = [...headers].filter(([name]) => name.startsWith('access-control-'));
  return Object.fromEntries(named);
}

test('CORS: a preflight is answered by the URL, without the function', async () => {
  const { lambda, url } = await open(CORS);
  const shown = await lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: 'open' }));
  expect(shown.Cors).toEqual(CORS);
  const answer = await preflight(`${url}orders/7`, SITE);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
  expect(answer.headers.get('vary')).toBe('Origin');
  expect(rules(answer)).toEqual({
    'access-control-allow-origin': SITE,
    'access-control-allow-methods': 'GET,PUT',
    'access-control-allow-headers': 'x-own',
    'access-control-allow-credentials': 'true',
    'access-control-max-age': '300',
  });
  expect(rules(await preflight(url, 'https://other.example'))).toEqual({});
  expect(await (await fetch(url)).text()).toBe('1');
});

test('CORS: answers have the headers of the URL beside those of the function', async () => {
  const { url } = await open(CORS);
  const answer = await fetch(url, { headers: { origin: SITE } });
  expect(rules(answer)).toEqual({
    'access-control-allow-origin': `https://own.example, ${SITE}`,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-kind',
  });
  const other = await fetch(url, { headers: { origin: 'https://other.example' } });
  expect(other.status).toBe(200);
  expect(rules(other)).toEqual({ 'access-control-allow-origin': 'https://own.example' });
});

test('CORS: refusals have them too; pages of other sites prove nothing in dev mode', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'closed', ANSWERS);
  const { FunctionUrl = '' } = await lambda.send(
    new CreateFunctionUrlConfigCommand({
      FunctionName: 'closed',
      AuthType: 'AWS_IAM',
      Cors: CORS,
    }),
  );
  const asked = await preflight(FunctionUrl, SITE);
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([200, SITE]);
  const root = server.client(account);
  expect((await signedGet(FunctionUrl, root)).status).toBe(200);
  const refused = await signedGet(FunctionUrl, root, { origin: SITE });
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('Forbidden.');
  expect(rules(refused)).toEqual({
    'access-control-allow-origin': SITE,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-kind',
  });
});

test('CORS: any site, and changes count at once', async () => {
  const { lambda, url } = await open({ AllowOrigins: ['*'], AllowMethods: ['*'] });
  expect(rules(await preflight(url, 'https://any.example'))).toEqual({
    'access-control-allow-origin': 'https://any.example',
    'access-control-allow-methods': '*',
  });
  await lambda.send(
    new UpdateFunctionUrlConfigCommand({ FunctionName: 'open', Cors: { AllowOrigins: [SITE] } }),
  );
  expect(rules(await preflight(url, 'https://any.example'))).toEqual({});
});

test('CORS: without a configuration, OPTIONS is the function’s to answer', async () => {
  const { url } = await open(undefined);
  const answer = await preflight(url, SITE);
  expect(await answer.text()).toBe('1');
  expect(rules(answer)).toEqual({ 'access-control-allow-origin': 'https://own.example' });
});
