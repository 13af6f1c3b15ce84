import {
  APIGatewayClient,
  CreateAuthorizerCommand,
  CreateDeploymentCommand,
  CreateDomainNameCommand,
  CreateRestApiCommand,
  DeleteMethodCommand,
  DeleteRestApiCommand,
  GetResourcesCommand,
  PutMethodCommand,
  UpdateRestApiCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, type Statement } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { functionArn, invocationUri } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const GATEWAY: Statement = { Effect: 'Allow', Action: 'apigateway:*', Resource: '*' };

/** Everything but what has one of the values. */
async function unless(account: string, name: string, key: string, ...values: readonly string[]) {
  const Condition = { StringEquals: { [`apigateway:${key}`]: values } };
  const allow = [GATEWAY, { ...GATEWAY, Effect: 'Deny', Condition } as const];
  return new APIGatewayClient(await newUser(server, account, name, { allow }));
}

function patched(path: string, value: string) {
  return { patchOperations: [{ op: 'replace' as const, path, value }] };
}

const DENIED = { name: 'AccessDeniedException' };

interface Case {
  readonly key: string;
  readonly refused: string;
  /** Asks for something with the value. */
  readonly ask: (client: APIGatewayClient, value: string, id: string) => Promise<unknown>;
  /** A value that is not refused, where the call can be answered. */
  readonly other?: string;
}

const CASES: readonly Case[] = [
  {
    key: 'Request/ApiName',
    refused: 'secret',
    other: 'open',
    ask: (client, name) => client.send(new CreateRestApiCommand({ name })),
  },
  {
    key: 'Request/ApiName',
    refused: 'renamed',
    other: 'again',
    ask: (client, name, restApiId) =>
      client.send(new UpdateRestApiCommand({ restApiId, ...patched('/name', name) })),
  },
  {
    key: 'Request/EndpointType',
    refused: 'EDGE',
    other: 'REGIONAL',
    ask: (client, type) =>
      client.send(
        new CreateRestApiCommand({
          name: 'typed',
          endpointConfiguration: { types: [type === 'EDGE' ? 'EDGE' : 'REGIONAL'] },
        }),
      ),
  },
  {
    key: 'Request/EndpointType',
    refused: 'EDGE',
    ask: (client, type, restApiId) =>
      client.send(
        new UpdateRestApiCommand({
          restApiId,
          ...patched('/endpointConfiguration/types/REGIONAL', type),
        }),
      ),
  },
  {
    key: 'Request/DisableExecuteApiEndpoint',
    refused: 'false',
    other: 'true',
    ask: (client, value) =>
      client.send(
        new CreateRestApiCommand({ name: 'own', disableExecuteApiEndpoint: value === 'true' }),
      ),
  },
  {
    key: 'Request/RouteAuthorizationType',
    refused: 'NONE',
    other: 'AWS_IAM',
    ask: (client, authorizationType, restApiId) => method(client, restApiId, { authorizationType }),
  },
  {
    key: 'Request/ApiKeyRequired',
    refused: 'false',
    ask: (client, value, restApiId) =>
      method(client, restApiId, { authorizationType: 'NONE', apiKeyRequired: value === 'true' }),
  },
  {
    key: 'Request/AuthorizerType',
    refused: 'TOKEN',
    ask: (client, type, restApiId) => authorizer(client, restApiId, type),
  },
  {
    key: 'Request/AuthorizerUri',
    refused: invocationUri(functionArn('111122223333', 'judge')),
    ask: (client, _uri, restApiId) => authorizer(client, restApiId, 'TOKEN'),
  },
  {
    key: 'Request/StageName',
    refused: 'prod',
    ask: (client, stageName, restApiId) =>
      client.send(new CreateDeploymentCommand({ restApiId, stageName })),
  },
  {
    key: 'Request/AccessLoggingDestination',
    refused: 'arn:aws:logs:us-east-1:111122223333:log-group:elsewhere',
    ask: (client, arn, restApiId) =>
      client.send(
        new UpdateStageCommand({
          restApiId,
          stageName: 's',
          ...patched('/accessLogSettings/destinationArn', arn),
        }),
      ),
  },
  {
    key: 'Request/SecurityPolicy',
    refused: 'TLS_1_0',
    ask: (client, _policy) =>
      client.send(
        new CreateDomainNameCommand({ domainName: 'a.example.com', securityPolicy: 'TLS_1_0' }),
      ),
  },
  {
    key: 'Request/MtlsTrustStoreUri',
    refused: 's3://bucket/key',
    ask: (client, truststoreUri) =>
      client.send(
        new CreateDomainNameCommand({
          domainName: 'b.example.com',
          mutualTlsAuthentication: { truststoreUri },
        }),
      ),
  },
];

async function root(client: APIGatewayClient, restApiId: string): Promise<string> {
  const { items } = await client.send(new GetResourcesCommand({ restApiId }));
  return items?.[0]?.id ?? '';
}

async function method(
  client: APIGatewayClient,
  restApiId: string,
  how: { readonly authorizationType: string; readonly apiKeyRequired?: boolean },
) {
  const resourceId = await root(client, restApiId);
  return client.send(new PutMethodCommand({ restApiId, resourceId, httpMethod: 'PUT', ...how }));
}

function authorizer(client: APIGatewayClient, restApiId: string, type: string) {
  return client.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'judge',
      type: type === 'TOKEN' ? 'TOKEN' : 'REQUEST',
      authorizerUri: invocationUri(functionArn('111122223333', 'judge')),
    }),
  );
}

test('apigateway:Request/…: policies refuse what a request says of what it makes or changes', async () => {
  const account = freshAccount();
  const owner = new APIGatewayClient(server.client(account));
  const { id = '' } = await owner.send(
    new CreateRestApiCommand({ name: 'api', endpointConfiguration: { types: ['REGIONAL'] } }),
  );
  let ran = 0;
  for (const { key, refused, other, ask } of CASES) {
    ran += 1;
    const user = await unless(account, `u${ran}`, key, refused);
    await expect(ask(user, refused, id), key).rejects.toMatchObject(DENIED);
    if (other !== undefined) await ask(user, other, id);
  }
  expect(ran).toBe(13);
});

test('apigateway:Resource/…: policies refuse what is done to a thing, by what it is', async () => {
  const account = freshAccount();
  const owner = new APIGatewayClient(server.client(account));
  const make = async (name: string) =>
    (await owner.send(new CreateRestApiCommand({ name }))).id ?? '';
  const [kept, other] = [await make('kept'), await make('other')];
  const named = await unless(account, 'named', 'Resource/ApiName', 'kept');
  await expect(named.send(new DeleteRestApiCommand({ restApiId: kept }))).rejects.toMatchObject(
    DENIED,
  );
  await named.send(new DeleteRestApiCommand({ restApiId: other }));

  const resourceId = await root(owner, kept);
  for (const [httpMethod, authorizationType] of [
    ['GET', 'AWS_IAM'],
    ['PUT', 'NONE'],
  ] as const) {
    await owner.send(
      new PutMethodCommand({ restApiId: kept, resourceId, httpMethod, authorizationType }),
    );
  }
  const careful = await unless(account, 'careful', 'Resource/RouteAuthorizationType', 'AWS_IAM');
  const drop = (httpMethod: string) =>
    careful.send(new DeleteMethodCommand({ restApiId: kept, resourceId, httpMethod }));
  await expect(drop('GET')).rejects.toMatchObject(DENIED);
  await drop('PUT');
});
