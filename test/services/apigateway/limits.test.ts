import {
  CreateAuthorizerCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  PutIntegrationCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import {
  ask,
  deploy,
  functionArn,
  hostOf,
  invocationUri,
  newApi,
  newMethod,
  newMock,
  type TestApi,
} from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function newModel({ client, id }: TestApi, name: string, schema: object): Promise<void> {
  await client.send(
    new CreateModelCommand({
      restApiId: id,
      name,
      contentType: 'application/json',
      schema: JSON.stringify(schema),
    }),
  );
}

/** Posts bodies to an API that holds them against a model. */
async function validating(
  api: TestApi,
  model: string,
): Promise<(body: unknown) => Promise<number>> {
  const validator = await api.client.send(
    new CreateRequestValidatorCommand({
      restApiId: api.id,
      name: 'bodies',
      validateRequestBody: true,
    }),
  );
  await newMock(api, {
    httpMethod: 'POST',
    requestValidatorId: validator.id,
    requestModels: { 'application/json': model },
  });
  await deploy(api);
  return async (body) => {
    const headers = { 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await ask(server, hostOf(api), '/prod', init)).status;
  };
}

test("a body whose patterns would take too long is refused, as one that doesn't match", async () => {
  const api = await newApi(server.client(freshAccount()));
  await newModel(api, 'Slow', { type: 'string', pattern: '^(a?){400}a*$' });
  const post = await validating(api, 'Slow');
  expect(await post('a'.repeat(100))).toBe(200);
  expect(await post('a'.repeat(100_000))).toBe(400);
});

test('comparisons count for a whole body, whatever other models it is held against', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newModel(api, 'One', { type: 'integer' });
  const $ref = `https://apigateway.amazonaws.com/restapis/${api.id}/models/One`;
  await newModel(api, 'Many', { type: 'array', items: { $ref } });
  const post = await validating(api, 'Many');
  expect(await post(Array.from({ length: 1_000 }, () => 1))).toBe(200);
  expect(await post(Array.from({ length: 300_000 }, () => 1))).toBe(400);
});

test('CreateModel: a schema has at most a hundred patterns', async () => {
  const api = await newApi(server.client(freshAccount()));
  const anyOf = Array.from({ length: 101 }, (_none, at) => ({ pattern: `^${at}$` }));
  await expect(newModel(api, 'Wide', { anyOf })).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: 'apigateway:CreateModel is not implemented for schemas with more than 100 patterns',
  });
});

test('CreateAuthorizer: an expression that tokens can not be held against is refused', async () => {
  const api = await newApi(server.client(freshAccount()));
  await expect(
    api.client.send(
      new CreateAuthorizerCommand({
        restApiId: api.id,
        name: 'judge',
        type: 'TOKEN',
        authorizerUri: invocationUri(functionArn('111122223333', 'judge')),
        identitySource: 'method.request.header.Authorization',
        identityValidationExpression: '(a{999}){9}',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Invalid identity validation expression specified: (a{999}){9}',
  });
});

test('a template makes no more of a request than an answer may have', async () => {
  const api = await newApi(server.client(freshAccount()));
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'POST' };
  const integration = {
    type: 'HTTP' as const,
    integrationHttpMethod: 'POST',
    uri: 'http://127.0.0.1:9/',
    requestTemplates: { 'application/json': '$input.body'.repeat(200) },
  };
  await newMethod(api, integration, { httpMethod: 'POST' });
  await deploy(api);
  const post = async (body: string): Promise<number> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    return (await ask(server, hostOf(api), '/prod', init)).status;
  };
  // Nobody listens there: what is sent at all is a bad gateway.
  expect(await post('x')).toBe(502);
  expect(await post('x'.repeat(100_000))).toBe(500);
  const requestTemplates = { 'application/json': 'x'.repeat(307_201) };
  await expect(
    api.client.send(new PutIntegrationCommand({ ...place, ...integration, requestTemplates })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Mapping template must be at most 300 KB',
  });
});

test("a method's own settings leave the rates of all methods as they are", async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  await deploy(api);
  const replace = (path: string, value: string) => ({ op: 'replace' as const, path, value });
  await api.client.send(
    new UpdateStageCommand({
      restApiId: api.id,
      stageName: 'prod',
      patchOperations: [
        replace('/*/*/throttling/rateLimit', '0.001'),
        replace('/*/*/throttling/burstLimit', '1'),
        replace('/~1/GET/metrics/enabled', 'true'),
      ],
    }),
  );
  expect((await ask(server, hostOf(api), '/prod')).status).toBe(200);
  expect((await ask(server, hostOf(api), '/prod')).status).toBe(429);
});
