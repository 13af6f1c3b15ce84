import {
  CreateModelCommand,
  CreateRequestValidatorCommand,
  PutGatewayResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { createServer, get } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from '../lambda/functions.ts';
import {
  ask,
  deploy,
  executeArn,
  functionArn,
  hostOf,
  invocationUri,
  mayCall,
  newApi,
  newMethod,
  newMock,
  newResource,
  told,
} from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('a mock answers by itself, with the headers of every answer', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await deploy(api);
  const answer = await ask(server, hostOf(api), '/prod');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('x-amz-apigw-id')).toMatch(/^[\w-]{15}=$/);
  expect(await answer.text()).toBe('{"ok":true}');
});

test("an API is there under its own name, at the server's port too", async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await deploy(api);
  const { port } = new URL(server.url);
  const status = () =>
    new Promise<number>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path: '/prod', headers: { host: hostOf(api) } };
      get(options, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      }).on('error', reject);
    });
  await expect.poll(status).toBe(200);
});

test('what is no method of the API is told as a missing token, and a stage that is not there as forbidden', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await deploy(api);
  expect(await told(await ask(server, hostOf(api), '/prod/pets'))).toEqual({
    status: 403,
    type: 'MissingAuthenticationTokenException',
    body: '{"message":"Missing Authentication Token"}',
  });
  expect(await told(await ask(server, hostOf(api), '/test'))).toEqual({
    status: 403,
    type: 'ForbiddenException',
    body: '{"message":"Forbidden"}',
  });
});

test('a deployment is what it was: changes are seen once they are deployed', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await deploy(api);
  await newMock(api, { resourceId: await newResource(api, 'pets') }, '[]');
  expect((await ask(server, hostOf(api), '/prod/pets')).status).toBe(403);
  await deploy(api);
  expect(await (await ask(server, hostOf(api), '/prod/pets')).text()).toBe('[]');
});

test('a function gets the proxy event of version 1.0, and answers for the API', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const lambda = await newFunction(
    server,
    account,
    'echo',
    node(
      'export const handler = async (event) => ({ statusCode: 201, headers: { "X-Own": "yes", Server: "mine" }, ' +
        'multiValueHeaders: { "Set-Cookie": ["a=1", "b=2"] }, body: JSON.stringify(event) });',
    ),
  );
  const pet = await newResource(api, '{id}', await newResource(api, 'pets'));
  const uri = invocationUri(functionArn(account, 'echo'));
  await newMethod(
    api,
    { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri },
    { resourceId: pet, httpMethod: 'ANY' },
  );
  const deploymentId = await deploy(api);
  const send = () =>
    ask(server, hostOf(api), '/prod/pets/7%2F8?size=2&size=3', {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'x-one': '1' },
      body: 'hello',
    });
  expect(await told(await send())).toEqual({
    status: 500,
    type: 'InternalServerErrorException',
    body: '{"message":"Internal server error"}',
  });
  await mayCall(lambda, 'echo', `${executeArn(account, api)}/*/*/pets/*`);
  const answer = await send();
  expect(answer.status).toBe(201);
  expect(answer.headers.get('x-own')).toBe('yes');
  expect(answer.headers.get('x-amzn-remapped-server')).toBe('mine');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const event: unknown = await answer.json();
  expect(event).toMatchObject({
    resource: '/pets/{id}',
    path: '/pets/7%2F8',
    httpMethod: 'POST',
    headers: { 'x-one': '1', 'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Port': '443' },
    multiValueHeaders: { 'x-one': ['1'] },
    queryStringParameters: { size: '3' },
    multiValueQueryStringParameters: { size: ['2', '3'] },
    pathParameters: { id: '7/8' },
    stageVariables: null,
    requestContext: {
      accountId: account,
      apiId: api.id,
      deploymentId,
      domainName: hostOf(api),
      domainPrefix: api.id,
      httpMethod: 'POST',
      identity: { sourceIp: '127.0.0.1', userArn: null },
      path: '/prod/pets/7%2F8',
      protocol: 'HTTP/1.1',
      resourceId: pet,
      resourcePath: '/pets/{id}',
      stage: 'prod',
    },
    body: 'hello',
    isBase64Encoded: false,
  });
});

test('a function that throws, or says nothing that is an answer, is a bad gateway', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const lambda = await newFunction(
    server,
    account,
    'wrong',
    node(
      'export const handler = async ({ path }) => { if (path === "/throw") throw new Error("no"); return { ok: 1 }; };',
    ),
  );
  await mayCall(lambda, 'wrong', `${executeArn(account, api)}/*/*/*`);
  const resourceId = await newResource(api, '{proxy+}');
  const uri = invocationUri(functionArn(account, 'wrong'));
  await newMethod(api, { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri }, { resourceId });
  await deploy(api);
  for (const path of ['/prod/throw', '/prod/answer']) {
    expect(await told(await ask(server, hostOf(api), path)), path).toEqual({
      status: 502,
      type: 'InternalServerErrorException',
      body: '{"message":"Internal server error"}',
    });
  }
});

test('a web server is asked with what came, at the place that the path fills in', async () => {
  const back = createServer((request, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end(`${request.method} ${request.url} ${String(request.headers['x-own'])}`);
  });
  await new Promise<void>((resolve) => back.listen(0, '127.0.0.1', resolve));
  const address = back.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const api = await newApi(server.client(freshAccount()));
  const resourceId = await newResource(api, '{proxy+}');
  await newMethod(
    api,
    {
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'ANY',
      uri: `http://127.0.0.1:${port}/base/{proxy}`,
      requestParameters: {
        'integration.request.path.proxy': 'method.request.path.proxy',
        'integration.request.header.x-own': "'set'",
      },
    },
    { resourceId, httpMethod: 'ANY', requestParameters: { 'method.request.path.proxy': true } },
  );
  await deploy(api);
  const answer = await ask(server, hostOf(api), '/prod/a/b?x=1', { method: 'PUT', body: 'y' });
  expect(await answer.text()).toBe('PUT /base/a/b?x=1 set');
  back.closeAllConnections();
  await new Promise((resolve) => back.close(resolve));
  expect((await ask(server, hostOf(api), '/prod/a')).status).toBe(502);
});

test('a validator holds parameters and bodies against what the method asks for', async () => {
  const api = await newApi(server.client(freshAccount()));
  const validator = await api.client.send(
    new CreateRequestValidatorCommand({
      restApiId: api.id,
      name: 'all',
      validateRequestBody: true,
      validateRequestParameters: true,
    }),
  );
  const schema = JSON.stringify({
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', minLength: 2 }, age: { type: 'integer', minimum: 0 } },
  });
  await api.client.send(
    new CreateModelCommand({
      restApiId: api.id,
      name: 'Pet',
      contentType: 'application/json',
      schema,
    }),
  );
  await newMock(api, {
    httpMethod: 'POST',
    requestValidatorId: validator.id,
    requestModels: { 'application/json': 'Pet' },
    requestParameters: { 'method.request.querystring.kind': true },
  });
  await deploy(api);
  const post = async (query: string, body: string) =>
    told(
      await ask(server, hostOf(api), `/prod${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    );
  expect(await post('', '{"name":"Rex"}')).toEqual({
    status: 400,
    type: 'BadRequestException',
    body: '{"message":"Missing required request parameters: [kind]"}',
  });
  for (const wrong of ['{}', '{"name":"R"}', '{"name":"Rex","age":-1}', 'no json', '']) {
    expect(await post('?kind=dog', wrong), wrong).toEqual({
      status: 400,
      type: 'BadRequestException',
      body: '{"message":"Invalid request body"}',
    });
  }
  expect((await post('?kind=dog', '{"name":"Rex","age":3}')).status).toBe(200);
});

test('a gateway response of its own is what an API says', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await api.client.send(
    new PutGatewayResponseCommand({
      restApiId: api.id,
      responseType: 'MISSING_AUTHENTICATION_TOKEN',
      statusCode: '404',
      responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
      responseTemplates: { 'application/json': '{"said":$context.error.messageString}' },
    }),
  );
  await deploy(api);
  const answer = await ask(server, hostOf(api), '/prod/none');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(await answer.text()).toBe('{"said":"Missing Authentication Token"}');
});

test('CloudWatch counts calls by the API and by its stage', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account), { name: 'counted' });
  await newMock(api);
  await deploy(api);
  await ask(server, hostOf(api), '/prod');
  await ask(server, hostOf(api), '/prod/none');
  const now = server.platform.engine().clock.serviceTime();
  const statistics = await new CloudWatchClient(server.client(account)).send(
    new GetMetricStatisticsCommand({
      Namespace: 'AWS/ApiGateway',
      MetricName: '4XXError',
      Dimensions: [{ Name: 'ApiName', Value: 'counted' }],
      StartTime: new Date(now - 3_600_000),
      EndTime: new Date(now + 3_600_000),
      Period: 7_200,
      Statistics: ['Sum', 'SampleCount'],
    }),
  );
  const [sum] = statistics.Datapoints ?? [];
  expect(sum).toMatchObject({ Sum: 1, SampleCount: 2 });
});
