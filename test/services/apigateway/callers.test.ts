import {
  CreateAuthorizerCommand,
  FlushStageAuthorizersCacheCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from '../lambda/functions.ts';
import { signedHeaders } from './signing.ts';
import {
  ask,
  deploy,
  executeArn,
  functionArn,
  hostOf,
  invocationUri,
  mayCall,
  newApi,
  newMock,
  told,
} from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('AWS_IAM: who signs and is allowed calls the method; nobody else does', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  await newMock(api, { authorizationType: 'AWS_IAM' });
  await deploy(api);
  const Resource = `${executeArn(account, api)}/prod/GET/`;
  const caller = await newUser(server, account, 'caller', {
    allow: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }],
  });
  const stranger = await newUser(server, account, 'stranger', {});
  const get = async (config: typeof caller | undefined) => {
    const headers = config === undefined ? {} : await signedHeaders(config, hostOf(api), '/prod/');
    return told(await ask(server, hostOf(api), '/prod/', { headers }));
  };
  expect(await get(undefined)).toEqual({
    status: 403,
    type: 'MissingAuthenticationTokenException',
    body: '{"message":"Missing Authentication Token"}',
  });
  expect(await get(caller)).toEqual({ status: 200, type: null, body: '{"ok":true}' });
  expect(await get(stranger)).toEqual({
    status: 403,
    type: 'AccessDeniedException',
    body: JSON.stringify({
      Message:
        `User: arn:aws:iam::${account}:user/stranger is not authorized to perform: execute-api:Invoke on ` +
        `resource: arn:aws:execute-api:us-east-1:********${account.slice(8)}:${api.id}/prod/GET/`,
    }),
  });
  const forged = { ...caller, credentials: { ...caller.credentials, secretAccessKey: 'wrong' } };
  expect(await get(forged)).toMatchObject({ status: 403, type: 'InvalidSignatureException' });
});

test('AWS_IAM: in dev mode well-known credentials are nobody’s in what web pages of other sites send', async () => {
  const account = freshAccount();
  const owner = server.client(account);
  const api = await newApi(owner);
  await newMock(api, { authorizationType: 'AWS_IAM' });
  await deploy(api);
  const signed = await signedHeaders(owner, hostOf(api), '/prod/');
  const get = async (headers: Record<string, string>) =>
    told(await ask(server, hostOf(api), '/prod/', { headers: { ...signed, ...headers } }));
  expect(await get({})).toMatchObject({ status: 200 });
  expect(await get({ origin: 'https://elsewhere.example' })).toMatchObject({
    status: 403,
    type: 'UnrecognizedClientException',
  });
});

test("a resource policy is asked of every caller, as it was deployed, by the caller's address", async () => {
  const account = freshAccount();
  const policyOf = (address: string): string =>
    policyText({
      Effect: 'Allow',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { IpAddress: { 'aws:SourceIp': address } },
    });
  const api = await newApi(server.client(account), { policy: policyOf('10.0.0.0/8') });
  await newMock(api);
  await deploy(api);
  expect(await told(await ask(server, hostOf(api), '/prod'))).toEqual({
    status: 403,
    type: 'AccessDeniedException',
    body: JSON.stringify({
      Message:
        'User: anonymous is not authorized to perform: execute-api:Invoke on resource: ' +
        `arn:aws:execute-api:us-east-1:********${account.slice(8)}:${api.id}/prod/GET/`,
    }),
  });
  const value = policyOf('127.0.0.0/8');
  const patchOperations = [{ op: 'replace' as const, path: '/policy', value }];
  await api.client.send(new UpdateRestApiCommand({ restApiId: api.id, patchOperations }));
  expect((await ask(server, hostOf(api), '/prod')).status).toBe(403);
  await deploy(api);
  expect((await ask(server, hostOf(api), '/prod')).status).toBe(200);
});

test('a TOKEN authorizer is asked once for a caller, and its policy decides', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const lambda = await newFunction(
    server,
    account,
    'judge',
    node(
      'let times = 0; export const handler = async ({ authorizationToken, methodArn }) => {' +
        ' if (authorizationToken === "nobody") throw new Error("Unauthorized");' +
        ' if (authorizationToken === "broken") return {};' +
        ' times += 1; return { principalId: "user", context: { times }, policyDocument: { Version: "2012-10-17",' +
        ' Statement: [{ Action: "execute-api:Invoke", Effect: authorizationToken === "good" ? "Allow" : "Deny", Resource: methodArn }] } }; };',
    ),
  );
  await mayCall(lambda, 'judge', `${executeArn(account, api)}/authorizers/*`);
  const authorizer = await api.client.send(
    new CreateAuthorizerCommand({
      restApiId: api.id,
      name: 'judge',
      type: 'TOKEN',
      authorizerUri: invocationUri(functionArn(account, 'judge')),
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 60,
    }),
  );
  const custom = { authorizationType: 'CUSTOM', authorizerId: authorizer.id };
  await newMock(api, custom, '{"times":"$context.authorizer.times"}');
  await deploy(api);
  const get = async (Authorization?: string) =>
    told(
      await ask(server, hostOf(api), '/prod', {
        headers: Authorization === undefined ? {} : { Authorization },
      }),
    );
  const unauthorized = {
    status: 401,
    type: 'UnauthorizedException',
    body: '{"message":"Unauthorized"}',
  };
  expect(await get()).toEqual(unauthorized);
  expect(await get('nobody')).toEqual(unauthorized);
  expect(await get('bad')).toEqual({
    status: 403,
    type: 'AccessDeniedException',
    body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
  });
  expect(await get('broken')).toEqual({
    status: 500,
    type: 'AuthorizerConfigurationException',
    body: '{"message":null}',
  });
  expect((await get('good')).body).toBe('{"times":"2"}');
  expect((await get('good')).body).toBe('{"times":"2"}');
  const stage = { restApiId: api.id, stageName: 'prod' };
  await api.client.send(new FlushStageAuthorizersCacheCommand(stage));
  expect((await get('good')).body).toBe('{"times":"3"}');
  await server.platform.engine().advanceTo(server.platform.engine().clock.serviceTime() + 61_000);
  expect((await get('good')).body).toBe('{"times":"4"}');
});
