import {
  CreateFunctionUrlConfigCommand,
  DeleteFunctionUrlConfigCommand,
  type FunctionUrlAuthType,
  GetFunctionUrlConfigCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from './functions.ts';
import { openToAll, signedGet } from './urls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ECHOES = node('export const handler = async (event) => event;');
const FORBIDDEN =
  '{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}';

async function urlOf(
  lambda: LambdaClient,
  FunctionName: string,
  AuthType: FunctionUrlAuthType,
): Promise<string> {
  const made = await lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName, AuthType }));
  return made.FunctionUrl ?? '';
}

test('a URL without authentication needs a policy that allows everybody, twice', async () => {
  const lambda = await newFunction(server, freshAccount(), 'open', ECHOES);
  const url = await urlOf(lambda, 'open', 'NONE');
  const refused = await fetch(url);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toBe(FORBIDDEN);
  await openToAll(lambda, 'open');
  const answer = await fetch(`${url}orders/7?size=2&size=3`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'a=1; b=2', 'x-own': 'yes' },
    body: '{"n":1}',
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/orders/7',
    rawQueryString: 'size=2&size=3',
    cookies: ['a=1', 'b=2'],
    headers: { 'x-own': 'yes' },
    queryStringParameters: { size: '2,3' },
    requestContext: { accountId: 'anonymous', http: { method: 'POST', path: '/orders/7' } },
    body: '{"n":1}',
    isBase64Encoded: false,
  });
});

test('a URL is served under a host of its own, too', async () => {
  const lambda = await newFunction(server, freshAccount(), 'hosted', ECHOES);
  const url = await urlOf(lambda, 'hosted', 'NONE');
  await openToAll(lambda, 'hosted');
  const id = /functions\/(\w+)\//.exec(url)?.[1] ?? '';
  const { port } = new URL(server.url);
  const { get } = await import('node:http');
  const text = await new Promise<string>((resolve, reject) => {
    const host = `${id}.lambda-url.us-east-1.localhost:${port}`;
    get({ host: '127.0.0.1', port, path: '/a', headers: { host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    }).on('error', reject);
  });
  expect(JSON.parse(text)).toMatchObject({ rawPath: '/a', requestContext: { apiId: id } });
});

test('a URL with AWS_IAM answers who signs and is allowed, and nobody else', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'signed', ECHOES);
  const url = await urlOf(lambda, 'signed', 'AWS_IAM');
  const Resource = `arn:aws:lambda:us-east-1:${account}:function:signed`;
  const allowed = await newUser(server, account, 'allowed', {
    allow: [
      { Effect: 'Allow', Action: ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'], Resource },
    ],
  });
  const other = await newUser(server, account, 'other');
  const answer = await signedGet(url, allowed);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    requestContext: {
      accountId: account,
      authorizer: { iam: { userArn: `arn:aws:iam::${account}:user/allowed` } },
    },
  });
  for (const refused of [await signedGet(url, other), await fetch(url)]) {
    expect(refused.status).toBe(403);
    expect(await refused.text()).toBe(FORBIDDEN);
  }
});

test('a function says status, headers and cookies; one that fails is a bad gateway', async () => {
  const lambda = await newFunction(
    server,
    freshAccount(),
    'teapot',
    node(`export const handler = async (event) => {
      if (event.rawPath === '/fail') throw new Error('no');
      return { statusCode: 418, headers: { 'X-Kind': 'tea' }, cookies: ['a=1'], body: Buffer.from('pot').toString('base64'), isBase64Encoded: true };
    };`),
  );
  const url = await urlOf(lambda, 'teapot', 'NONE');
  await openToAll(lambda, 'teapot');
  const answer = await fetch(url);
  expect(answer.status).toBe(418);
  expect(answer.headers.get('x-kind')).toBe('tea');
  expect(answer.headers.get('set-cookie')).toBe('a=1');
  expect(await answer.text()).toBe('pot');
  const failed = await fetch(`${url}fail`);
  expect(failed.status).toBe(502);
  expect(await failed.text()).toBe('{"Message":"Internal Server Error"}');
});

test('CreateFunctionUrlConfig: one for each function; a deleted one answers no more', async () => {
  const lambda = await newFunction(server, freshAccount(), 'single', ECHOES);
  const url = await urlOf(lambda, 'single', 'NONE');
  await openToAll(lambda, 'single');
  await expect(urlOf(lambda, 'single', 'NONE')).rejects.toMatchObject({
    name: 'ResourceConflictException',
  });
  const shown = await lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: 'single' }));
  expect(shown).toMatchObject({ FunctionUrl: url, AuthType: 'NONE', InvokeMode: 'BUFFERED' });
  await lambda.send(new DeleteFunctionUrlConfigCommand({ FunctionName: 'single' }));
  expect((await fetch(url)).status).toBe(403);
  await expect(
    lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: 'single' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The resource you requested does not exist.',
  });
});
