import {
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  PutIntegrationCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateAuthorizerCommand as CreateHttpAuthorizerCommand,
  CreateIntegrationCommand,
  GetApisCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomId } from '../../../src/services/apigateway/ids.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { deploy, functionArn, invocationUri, newApi, newMock } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const authorizerUri = invocationUri(functionArn('111122223333', 'judge'));

test('CreateAuthorizer: an API has at most ten', async () => {
  const { client, id } = await newApi(server.client(freshAccount()));
  const create = (name: string) =>
    client.send(
      new CreateAuthorizerCommand({
        restApiId: id,
        name,
        type: 'TOKEN',
        authorizerUri,
        identitySource: 'method.request.header.Authorization',
      }),
    );
  for (let at = 0; at < 10; at += 1) await create(`judge-${at}`);
  await expect(create('one-too-many')).rejects.toMatchObject({
    name: 'LimitExceededException',
    message:
      'Maximum number of Authorizers for this API has been reached.  Please contact AWS if you need additional Authorizers.',
    $metadata: { httpStatusCode: 429 },
  });
});

test('CreateDeployment: makes no stage beyond the ten that an API has', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  for (let at = 0; at < 10; at += 1) await deploy(api, `stage-${at}`);
  await deploy(api, 'stage-0');
  await expect(
    api.client.send(new CreateDeploymentCommand({ restApiId: api.id, stageName: 'stage-10' })),
  ).rejects.toMatchObject({
    name: 'LimitExceededException',
    message:
      'Maximum number of Stages for this API has been reached.  Please contact AWS if you need additional Stages.',
  });
});

test('HTTP APIs: have at most ten authorizers', async () => {
  const client = new ApiGatewayV2Client(server.client(freshAccount()));
  const { ApiId } = await client.send(new CreateApiCommand({ Name: 'a', ProtocolType: 'HTTP' }));
  const create = (Name: string) =>
    client.send(
      new CreateHttpAuthorizerCommand({
        ApiId,
        Name,
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: 'https://issuer.example.com', Audience: ['a'] },
      }),
    );
  for (let at = 0; at < 10; at += 1) await create(`judge-${at}`);
  await expect(create('one-too-many')).rejects.toMatchObject({
    name: 'ConflictException',
    message:
      'Maximum number of Authorizers for this API has been reached. Please contact AWS if you need additional Authorizers.',
    $metadata: { httpStatusCode: 429 },
  });
});

test('settings that would have no effect are answered with 501', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  await newMock(api);
  await deploy(api);
  const http = new ApiGatewayV2Client(server.client(account));
  const { ApiId } = await http.send(new CreateApiCommand({ Name: 'a', ProtocolType: 'HTTP' }));
  const method = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  const cases = [
    [
      'apigateway:CreateRestApi is not implemented for the compression of answers',
      () => api.client.send(new CreateRestApiCommand({ name: 'b', minimumCompressionSize: 0 })),
    ],
    [
      'apigateway:PutIntegration is not implemented for the conversion of content',
      () =>
        api.client.send(
          new PutIntegrationCommand({
            ...method,
            type: 'MOCK',
            contentHandling: 'CONVERT_TO_BINARY',
          }),
        ),
    ],
    [
      'apigateway:PutIntegration is not implemented for back ends whose certificates are not verified',
      () =>
        api.client.send(
          new PutIntegrationCommand({
            ...method,
            type: 'MOCK',
            tlsConfig: { insecureSkipVerification: true },
          }),
        ),
    ],
    [
      'apigateway:UpdateStage is not implemented for caches of methods',
      () =>
        api.client.send(
          new UpdateStageCommand({
            restApiId: api.id,
            stageName: 'prod',
            patchOperations: [{ op: 'replace', path: '/*/*/caching/enabled', value: 'true' }],
          }),
        ),
    ],
    [
      'apigatewayv2:CreateIntegration is not implemented for templates and the conversion of content',
      () =>
        http.send(
          new CreateIntegrationCommand({
            ApiId,
            IntegrationType: 'HTTP_PROXY',
            IntegrationMethod: 'GET',
            IntegrationUri: 'https://example.com',
            RequestTemplates: { 'application/json': '' },
          }),
        ),
    ],
  ] as const;
  let ran = 0;
  for (const [message, call] of cases) {
    await expect(call(), message).rejects.toMatchObject({
      message,
      $metadata: { httpStatusCode: 501 },
    });
    ran += 1;
  }
  expect(ran).toBe(5);
});

test('CreateApi: a target is what an integration may be, and its key what a route may be', async () => {
  const client = new ApiGatewayV2Client(server.client(freshAccount()));
  const create = (more: object) =>
    client.send(new CreateApiCommand({ Name: 'quick', ProtocolType: 'HTTP', ...more }));
  const Target = 'https://example.com';
  const refusals = [
    [{ Target: 'anything' }, 'Integration URI should be a valid Lambda function ARN'],
    [
      { Target: 'https://{host}/' },
      'HttpIntegrations must have a valid URL as their IntegrationUri',
    ],
    [
      { Target, RouteKey: 'anything' },
      'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
    ],
  ] as const;
  let ran = 0;
  for (const [input, message] of refusals) {
    await expect(create(input), message).rejects.toMatchObject({
      name: 'BadRequestException',
      message,
    });
    ran += 1;
  }
  expect(ran).toBe(3);
  expect((await client.send(new GetApisCommand({}))).Items).toEqual([]);
});

test('ids take every letter of their alphabet as often as the others', () => {
  const alphabet = Array.from({ length: 200 }, (_none, at) => String.fromCharCode(256 + at)).join(
    '',
  );
  const counts = new Map<string, number>();
  for (const letter of randomId(20_000, alphabet)) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  // A hundred each, give or take ten.
  expect(Math.max(...counts.values())).toBeLessThan(160);
});
