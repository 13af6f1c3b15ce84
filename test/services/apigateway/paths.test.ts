import {
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway';
import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import {
  deploy,
  executeArn,
  hostOf,
  newApi,
  newMethod,
  newMock,
  newResource,
  type TestApi,
} from './api.ts';
import { signedHeaders } from './signing.ts';

let server: TestServer;
let back: Server;
let backEnd: string;

beforeAll(async () => {
  server = await startServer();
  back = createServer((asked, response) => response.end(asked.url));
  await new Promise<void>((resolve) => back.listen(0, '127.0.0.1', resolve));
  const address = back.address();
  backEnd = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(async () => {
  back.closeAllConnections();
  await new Promise((resolve) => back.close(resolve));
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks for a path exactly as it is spelled, which `fetch` would not. */
function get(api: TestApi, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: `/_holdfast/edge/${hostOf(api)}${path}`,
      headers,
    };
    const asking = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
      });
    });
    asking.on('error', reject).end();
  });
}

const SPELLINGS = [
  '/prod/admin/users',
  '/prod/admin/users/',
  '/prod//admin/users',
  '/prod/admin//users',
  '/prod/%61dmin/users',
  '/prod/admin%2Fusers',
  '/prod/admin%2fusers/',
  '/pr%6Fd/admin/users',
] as const;

test("a resource policy's Deny holds for every spelling of a path", async () => {
  const everyone = { Principal: '*', Action: 'execute-api:Invoke' };
  const api = await newApi(server.client(freshAccount()), {
    policy: policyText(
      { Effect: 'Allow', ...everyone, Resource: 'execute-api:/*' },
      { Effect: 'Deny', ...everyone, Resource: 'execute-api:/prod/GET/admin/users' },
    ),
  });
  await newMock(api, { resourceId: await newResource(api, '{proxy+}'), httpMethod: 'ANY' });
  await deploy(api);
  expect((await get(api, '/prod/admin/others')).status).toBe(200);
  let ran = 0;
  for (const path of SPELLINGS) {
    const { status, body } = await get(api, path);
    expect(status, path).toBe(403);
    expect(body, path).toContain('/prod/GET/admin/users with an explicit deny');
    ran += 1;
  }
  expect(ran).toBe(8);
});

test("AWS_IAM: a user's Deny holds for every spelling of a path", async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const resourceId = await newResource(api, '{proxy+}');
  await newMock(api, { resourceId, authorizationType: 'AWS_IAM' });
  await deploy(api);
  const Resource = `${executeArn(account, api)}/*`;
  const denied = `${executeArn(account, api)}/*/GET/admin/*`;
  const caller = await newUser(server, account, 'caller', {
    allow: [
      { Effect: 'Allow', Action: 'execute-api:Invoke', Resource },
      { Effect: 'Deny', Action: 'execute-api:Invoke', Resource: denied },
    ],
  });
  const signed = async (path: string): Promise<Answer> => {
    const { host: _own, ...headers } = await signedHeaders(caller, hostOf(api), path);
    return get(api, path, headers);
  };
  expect((await signed('/prod/others')).status).toBe(200);
  let ran = 0;
  for (const path of SPELLINGS) {
    expect((await signed(path)).body, path).toContain('/GET/admin/users with an explicit deny');
    ran += 1;
  }
  expect(ran).toBe(8);
});

test('an encoded slash makes no segment of a variable: what is allowed of one resource opens no other', async () => {
  const api = await newApi(server.client(freshAccount()), {
    policy: policyText({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/prod/GET/pets/*/public',
    }),
  });
  const pet = await newResource(api, '{id}', await newResource(api, 'pets'));
  await newMock(api, { resourceId: pet });
  await newMock(api, { resourceId: await newResource(api, 'public', pet) });
  await deploy(api);
  expect((await get(api, '/prod/pets/7/public')).status).toBe(200);
  expect((await get(api, '/prod/pets/7%2Fpublic')).status).toBe(403);
});

test('a path that is malformed, or means another place to a server, is refused', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api, { resourceId: await newResource(api, '{proxy+}'), httpMethod: 'ANY' });
  await deploy(api);
  const wrong = [
    '/prod/a/%2e%2e/b',
    '/prod/../b',
    '/prod/a%2F..%2Fb',
    '/prod/a/..%5cb',
    '/prod/./b',
    '/prod/%zz',
    '/prod/%252e%252e/b',
  ];
  let ran = 0;
  for (const path of wrong) {
    expect(await get(api, path), path).toEqual({ status: 400, body: '{"message":"Bad Request"}' });
    ran += 1;
  }
  expect(ran).toBe(7);
});

test("what stands for variables of a back end's URI stays below its path", async () => {
  const api = await newApi(server.client(freshAccount()));
  const pet = await newResource(api, '{id}', await newResource(api, 'pets'));
  const uri = `${backEnd}/base/{id}`;
  await newMethod(
    api,
    { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri },
    { resourceId: pet },
  );
  const named = await newResource(api, 'named');
  const requestParameters = { 'integration.request.path.id': 'method.request.header.x-id' };
  await newMethod(
    api,
    { type: 'HTTP_PROXY', integrationHttpMethod: 'GET', uri, requestParameters },
    { resourceId: named, requestParameters: { 'method.request.header.x-id': false } },
  );
  await deploy(api);
  expect(await get(api, '/prod/pets/7')).toEqual({ status: 200, body: '/base/7' });
  expect((await get(api, '/prod/pets/7%2F8')).body).toBe('/base/7%2F8');
  expect((await get(api, '/prod/named', { 'x-id': '../secret' })).body).toBe('/base/..%2Fsecret');
  expect((await get(api, '/prod/named', { 'x-id': '..' })).status).toBe(400);
});

test("PutIntegration: no variable of the path stands in a back end's host", async () => {
  const api = await newApi(server.client(freshAccount()));
  const resourceId = await newResource(api, '{proxy+}');
  await newMock(api, { resourceId });
  const put = (uri: string) => {
    const input: PutIntegrationCommandInput = {
      restApiId: api.id,
      resourceId,
      httpMethod: 'GET',
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'GET',
      uri,
    };
    return api.client.send(new PutIntegrationCommand(input));
  };
  for (const uri of ['https://{proxy}/', 'https://example.com{proxy}']) {
    await expect(put(uri), uri).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Invalid HTTP endpoint specified for URI',
    });
  }
  await put('https://${stageVariables.host}/{proxy}');
});
