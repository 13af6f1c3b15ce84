import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateApiMappingCommand,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  type CreateRouteCommandInput,
  CreateStageCommand,
  DeleteIntegrationCommand,
  GetApiCommand,
  GetRoutesCommand,
} from '@aws-sdk/client-apigatewayv2';
import { ACMClient, ImportCertificateCommand } from '@aws-sdk/client-acm';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { certificateFor } from '../../edge/rig.ts';
import { newUser } from '../../identities.ts';
import { startIssuer } from '../../issuer.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newFunction, node } from '../lambda/functions.ts';
import { ask, hostOf, invocationUri } from '../apigateway/api.ts';
import { signedHeaders } from '../apigateway/signing.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const ECHOES = node('export const handler = async (event) => event;');

interface HttpApi {
  readonly client: ApiGatewayV2Client;
  readonly id: string;
  readonly target: string;
}

/** An API whose integration is a function that says what it was told. */
async function newHttpApi(account: string, code = ECHOES): Promise<HttpApi> {
  const client = new ApiGatewayV2Client(server.client(account));
  const { ApiId: id = '' } = await client.send(
    new CreateApiCommand({ Name: 'http', ProtocolType: 'HTTP' }),
  );
  const lambda = await newFunction(server, account, 'echo', code);
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: 'echo',
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn: `arn:aws:execute-api:us-east-1:${account}:${id}/*`,
    }),
  );
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ApiId: id,
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionArn(account),
      PayloadFormatVersion: '2.0',
    }),
  );
  await client.send(new CreateStageCommand({ ApiId: id, StageName: '$default', AutoDeploy: true }));
  return { client, id, target: `integrations/${IntegrationId}` };
}

function functionArn(account: string): string {
  return `arn:aws:lambda:us-east-1:${account}:function:echo`;
}

async function newRoute(
  { client, id, target }: HttpApi,
  RouteKey: string,
  more: Partial<CreateRouteCommandInput> = {},
): Promise<void> {
  await client.send(new CreateRouteCommand({ ApiId: id, RouteKey, Target: target, ...more }));
}

test('a route gives its function the event of version 2.0, and answers with what it says', async () => {
  const account = freshAccount();
  const api = await newHttpApi(account);
  await newRoute(api, 'POST /pets/{id}');
  const answer = await ask(server, hostOf(api), '/pets/7?size=2&size=3', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'a=1; b=2', 'x-own': 'yes' },
    body: '{"n":1}',
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('apigw-requestid')).toMatch(/^[\w-]{15}=$/);
  expect(await answer.json()).toMatchObject({
    version: '2.0',
    routeKey: 'POST /pets/{id}',
    rawPath: '/pets/7',
    rawQueryString: 'size=2&size=3',
    cookies: ['a=1', 'b=2'],
    headers: { 'x-own': 'yes', 'x-forwarded-for': '127.0.0.1' },
    queryStringParameters: { size: '2,3' },
    pathParameters: { id: '7' },
    requestContext: {
      accountId: account,
      apiId: api.id,
      domainName: hostOf(api),
      http: { method: 'POST', path: '/pets/7', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1' },
      routeKey: 'POST /pets/{id}',
      stage: '$default',
    },
    body: '{"n":1}',
    isBase64Encoded: false,
  });
  const none = await ask(server, hostOf(api), '/none');
  expect(none.status).toBe(404);
  expect(await none.text()).toBe('{"message":"Not Found"}');
});

test('the most exact route answers: literals, then variables, then the rest, then $default', async () => {
  const api = await newHttpApi(freshAccount());
  const keys = [
    '$default',
    'ANY /{proxy+}',
    'GET /pets/{id}',
    'GET /pets/first',
    'ANY /pets/first',
  ];
  for (const key of keys) await newRoute(api, key);
  const cases = [
    ['GET', '/pets/first', 'GET /pets/first'],
    ['PUT', '/pets/first', 'ANY /pets/first'],
    ['GET', '/pets/7', 'GET /pets/{id}'],
    ['GET', '/owners/7/pets', 'ANY /{proxy+}'],
    ['GET', '/', '$default'],
  ] as const;
  let ran = 0;
  for (const [method, path, routeKey] of cases) {
    const answer = await ask(server, hostOf(api), path, { method });
    expect(await answer.json(), `${method} ${path}`).toMatchObject({ routeKey });
    ran += 1;
  }
  expect(ran).toBe(5);
});

test('a stage without auto-deploy is what was deployed to it', async () => {
  const api = await newHttpApi(freshAccount());
  await newRoute(api, 'GET /old');
  const stage = { ApiId: api.id, StageName: 'v1' };
  await api.client.send(new CreateStageCommand(stage));
  await api.client.send(new CreateDeploymentCommand(stage));
  await newRoute(api, 'GET /new');
  expect((await ask(server, hostOf(api), '/v1/old')).status).toBe(200);
  expect((await ask(server, hostOf(api), '/v1/new')).status).toBe(404);
  expect((await ask(server, hostOf(api), '/new')).status).toBe(200);
});

test('JWT: a token of the issuer, for the audience and with a scope of the route, opens it', async () => {
  const issuer = await startIssuer();
  const api = await newHttpApi(freshAccount());
  const authorizer = await api.client.send(
    new CreateAuthorizerCommand({
      ApiId: api.id,
      Name: 'jwt',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: issuer.url, Audience: ['pets'] },
    }),
  );
  await newRoute(api, 'GET /pets', {
    AuthorizationType: 'JWT',
    AuthorizerId: authorizer.AuthorizerId,
    AuthorizationScopes: ['read'],
  });
  const get = async (token?: string) => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await ask(server, hostOf(api), '/pets', { headers });
    return { status: answer.status, body: await answer.text() };
  };
  const unauthorized = { status: 401, body: '{"message":"Unauthorized"}' };
  expect(await get()).toEqual(unauthorized);
  expect(await get(issuer.token({ aud: 'others', scope: 'read' }))).toEqual(unauthorized);
  expect(await get(issuer.token({ aud: 'pets', exp: 1 }))).toEqual(unauthorized);
  const good = issuer.token({ aud: 'pets', scope: 'read write' });
  expect(await get(`${good.slice(0, -4)}AAAA`)).toEqual(unauthorized);
  expect(await get(issuer.token({ aud: 'pets', scope: 'write' }))).toEqual({
    status: 403,
    body: '{"message":"Forbidden"}',
  });
  const answer = await get(good);
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({
    requestContext: {
      authorizer: { jwt: { claims: { aud: 'pets' }, scopes: ['read', 'write'] } },
    },
  });
  await issuer.close();
});

test('REQUEST: a function says in a word who may', async () => {
  const account = freshAccount();
  const api = await newHttpApi(
    account,
    node(
      'export const handler = async (event) => event.type === "REQUEST"' +
        ' ? { isAuthorized: event.identitySource[0] === "yes", context: { team: "red" } } : event;',
    ),
  );
  const authorizer = await api.client.send(
    new CreateAuthorizerCommand({
      ApiId: api.id,
      Name: 'asks',
      AuthorizerType: 'REQUEST',
      AuthorizerUri: invocationUri(functionArn(account)),
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      IdentitySource: ['$request.header.x-own'],
    }),
  );
  const { AuthorizerId } = authorizer;
  await newRoute(api, 'GET /', { AuthorizationType: 'CUSTOM', AuthorizerId });
  const get = (own?: string) =>
    ask(server, hostOf(api), '/', { headers: own === undefined ? {} : { 'x-own': own } });
  expect((await get()).status).toBe(401);
  expect((await get('no')).status).toBe(403);
  const answer = await get('yes');
  expect(await answer.json()).toMatchObject({
    requestContext: { authorizer: { lambda: { team: 'red' } } },
  });
});

test('AWS_IAM: who signs and is allowed calls the route', async () => {
  const account = freshAccount();
  const api = await newHttpApi(account);
  await newRoute(api, 'GET /signed', { AuthorizationType: 'AWS_IAM' });
  const Resource = `arn:aws:execute-api:us-east-1:${account}:${api.id}/$default/GET/signed`;
  const caller = await newUser(server, account, 'caller', {
    allow: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource }],
  });
  const stranger = await newUser(server, account, 'stranger', {});
  const get = async (config: typeof caller) => {
    const headers = await signedHeaders(config, hostOf(api), '/signed');
    return ask(server, hostOf(api), '/signed', { headers });
  };
  expect((await ask(server, hostOf(api), '/signed')).status).toBe(403);
  expect((await get(stranger)).status).toBe(403);
  const answer = await get(caller);
  expect(await answer.json()).toMatchObject({
    requestContext: { authorizer: { iam: { userArn: `arn:aws:iam::${account}:user/caller` } } },
  });
});

test("AWS_IAM: a user's Deny holds for every spelling of a path", async () => {
  const account = freshAccount();
  const api = await newHttpApi(account);
  await newRoute(api, 'GET /admin/{proxy+}', { AuthorizationType: 'AWS_IAM' });
  await newRoute(api, '$default', { AuthorizationType: 'AWS_IAM' });
  const own = `arn:aws:execute-api:us-east-1:${account}:${api.id}`;
  const caller = await newUser(server, account, 'caller', {
    allow: [
      { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: `${own}/*` },
      { Effect: 'Deny', Action: 'execute-api:Invoke', Resource: `${own}/$default/GET/admin/users` },
    ],
  });
  const get = async (path: string): Promise<number> => {
    const headers = await signedHeaders(caller, hostOf(api), path);
    return (await ask(server, hostOf(api), path, { headers })).status;
  };
  expect(await get('/admin/others')).toBe(200);
  const spellings = [
    '/admin/users',
    '/admin/users/',
    '//admin/users',
    '/%61dmin/users',
    '/admin%2Fusers',
    '/$default/admin/users',
  ];
  let ran = 0;
  for (const path of spellings) {
    expect(await get(path), path).toBe(403);
    ran += 1;
  }
  expect(ran).toBe(6);
  expect((await ask(server, hostOf(api), '/admin/a%2F..%2Fusers')).status).toBe(400);
});

test('CORS: browsers are answered by the API itself', async () => {
  const account = freshAccount();
  const client = new ApiGatewayV2Client(server.client(account));
  const made = await client.send(
    new CreateApiCommand({
      Name: 'open',
      ProtocolType: 'HTTP',
      Target: functionArn(account),
      CorsConfiguration: {
        AllowOrigins: ['https://app.example.com'],
        AllowMethods: ['GET'],
        MaxAge: 60,
      },
    }),
  );
  const host = hostOf({ id: made.ApiId ?? '' });
  const headers = {
    origin: 'https://app.example.com',
    'access-control-request-method': 'GET',
  };
  const early = await ask(server, host, '/', { method: 'OPTIONS', headers });
  expect(early.status).toBe(204);
  expect(early.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect(early.headers.get('access-control-allow-methods')).toBe('GET');
  expect(early.headers.get('access-control-max-age')).toBe('60');
  const stranger = await ask(server, host, '/', {
    method: 'OPTIONS',
    headers: { ...headers, origin: 'https://other.example.com' },
  });
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
});

test('a stage throttles its routes', async () => {
  const api = await newHttpApi(freshAccount());
  await newRoute(api, 'GET /slow');
  await api.client.send(
    new CreateStageCommand({
      ApiId: api.id,
      StageName: 'few',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 0.001 },
    }),
  );
  expect((await ask(server, hostOf(api), '/few/slow')).status).toBe(200);
  const refused = await ask(server, hostOf(api), '/few/slow');
  expect(refused.status).toBe(429);
  expect(await refused.text()).toBe('{"message":"Too Many Requests"}');
  // A route that has only a burst of its own keeps the rate of all.
  await api.client.send(
    new CreateStageCommand({
      ApiId: api.id,
      StageName: 'own',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 0.001 },
      RouteSettings: { 'GET /slow': { ThrottlingBurstLimit: 1 } },
    }),
  );
  expect((await ask(server, hostOf(api), '/own/slow')).status).toBe(200);
  expect((await ask(server, hostOf(api), '/own/slow')).status).toBe(429);
});

test('a custom domain leads to an HTTP API by its mapping key', async () => {
  const account = freshAccount();
  const api = await newHttpApi(account);
  await newRoute(api, 'GET /pets');
  const DomainName = `http-${account}.example.com`;
  await expect(
    api.client.send(
      new CreateDomainNameCommand({
        DomainName,
        DomainNameConfigurations: [{ EndpointType: 'EDGE' }],
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'EDGE endpoint type is not supported for APIGatewayV2 domainName',
  });
  const { certificate, privateKey } = certificateFor('', [DomainName]);
  const { CertificateArn } = await new ACMClient(server.client(account)).send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(certificate),
      PrivateKey: Buffer.from(privateKey),
    }),
  );
  const domain = await api.client.send(
    new CreateDomainNameCommand({
      DomainName,
      DomainNameConfigurations: [{ CertificateArn, EndpointType: 'REGIONAL' }],
    }),
  );
  expect(domain.DomainNameConfigurations?.[0]).toMatchObject({
    CertificateArn,
    DomainNameStatus: 'AVAILABLE',
    EndpointType: 'REGIONAL',
    HostedZoneId: 'Z1UJRXOUMOOFQ8',
  });
  await api.client.send(
    new CreateApiMappingCommand({
      ApiId: api.id,
      DomainName,
      Stage: '$default',
      ApiMappingKey: 'shop/v1',
    }),
  );
  const answer = await ask(server, DomainName, '/shop/v1/pets');
  expect(await answer.json()).toMatchObject({ routeKey: 'GET /pets', rawPath: '/shop/v1/pets' });
  expect((await ask(server, DomainName, '/shop/pets')).status).toBe(403);
});

test('routes and integrations: what is refused is told in the words of AWS', async () => {
  const api = await newHttpApi(freshAccount());
  await newRoute(api, 'GET /pets');
  const ApiId = api.id;
  await expect(newRoute(api, 'GET /pets')).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Route with key GET /pets already exists for this API',
  });
  await expect(newRoute(api, 'pets')).rejects.toMatchObject({ name: 'BadRequestException' });
  const IntegrationId = api.target.slice('integrations/'.length);
  await expect(
    api.client.send(new DeleteIntegrationCommand({ ApiId, IntegrationId })),
  ).rejects.toMatchObject({ name: 'ConflictException' });
  const routes = await api.client.send(new GetRoutesCommand({ ApiId }));
  expect(routes.Items?.map(({ RouteKey }) => RouteKey)).toEqual(['GET /pets']);
  await expect(api.client.send(new GetApiCommand({ ApiId: 'none' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(
    api.client.send(new CreateApiCommand({ Name: 'ws', ProtocolType: 'WEBSOCKET' })),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
});
