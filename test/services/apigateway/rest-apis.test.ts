import {
  APIGatewayClient,
  CreateRestApiCommand,
  DeleteRestApiCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

function gateway(account = freshAccount()): APIGatewayClient {
  return new APIGatewayClient(server.client(account));
}

test('CreateRestApi: an API is of the type EDGE unless it says otherwise, and has a root resource', async () => {
  const client = gateway();
  const { id, ...api } = await client.send(
    new CreateRestApiCommand({ name: 'pets', description: 'of all kinds' }),
  );
  expect(id).toMatch(/^[a-z0-9]{10}$/);
  expect(api).toMatchObject({
    name: 'pets',
    description: 'of all kinds',
    apiKeySource: 'HEADER',
    endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    disableExecuteApiEndpoint: false,
    rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
  });
  expect(await client.send(new GetRestApiCommand({ restApiId: id }))).toMatchObject({
    id,
    ...api,
    $metadata: {},
  });
});

test('CreateRestApi: refuses endpoints that AWS refuses, in its words', async () => {
  const client = gateway();
  const types = ['EDGE', 'REGIONAL'] as const;
  await expect(
    client.send(
      new CreateRestApiCommand({ name: 'both', endpointConfiguration: { types: [...types] } }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Cannot create a RestApi with multiple Endpoint Types.',
    $metadata: { httpStatusCode: 400 },
  });
  const vpcEndpointIds = ['vpce-0123456789abcdef0'];
  await expect(
    client.send(
      new CreateRestApiCommand({
        name: 'public',
        endpointConfiguration: { types: ['REGIONAL'], vpcEndpointIds },
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'VPCEndpoints can only be specified with PRIVATE apis.',
  });
});

test('GetRestApi: an API that is not there is named with the account', async () => {
  const account = freshAccount();
  await expect(
    gateway(account).send(new GetRestApiCommand({ restApiId: 'nothinghere' })),
  ).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Invalid API identifier specified ${account}:nothinghere`,
    $metadata: { httpStatusCode: 404 },
  });
});

test('CreateRestApi: a resource policy is written out for the API and answered with escaped quotes', async () => {
  const account = freshAccount();
  const client = gateway(account);
  const policy = policyText({
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
  });
  const api = await client.send(new CreateRestApiCommand({ name: 'private', policy }));
  const shown: unknown = JSON.parse(`"${api.policy}"`);
  expect(JSON.parse(String(shown))).toMatchObject({
    Statement: [{ Resource: `arn:aws:execute-api:us-east-1:${account}:${api.id}/*` }],
  });
  await expect(
    client.send(new CreateRestApiCommand({ name: 'wrong', policy: '{"Statement":[{}]}' })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message:
      'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.',
  });
});

test('UpdateRestApi: patches apply in order, and a wrong path is told with those that there are', async () => {
  const client = gateway();
  const { id } = await client.send(new CreateRestApiCommand({ name: 'old' }));
  const patched = await client.send(
    new UpdateRestApiCommand({
      restApiId: id,
      patchOperations: [
        { op: 'replace', path: '/name', value: 'new' },
        { op: 'add', path: '/binaryMediaTypes/image~1png' },
        { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
      ],
    }),
  );
  expect(patched).toMatchObject({
    name: 'new',
    binaryMediaTypes: ['image/png'],
    endpointConfiguration: { types: ['REGIONAL'] },
  });
  await expect(
    client.send(
      new UpdateRestApiCommand({
        restApiId: id,
        patchOperations: [{ op: 'add', path: '/colour', value: 'red' }],
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message:
      "Invalid patch path  '/colour' specified for op 'add'. Must be one of: [/binaryMediaTypes/*, " +
      '/description, /endpointConfiguration/vpcEndpointIds, /minimumCompressionSize, /policy, /version]',
  });
});

test('UpdateRestApi: a private API becomes no edge API', async () => {
  const client = gateway();
  const { id } = await client.send(
    new CreateRestApiCommand({ name: 'inner', endpointConfiguration: { types: ['PRIVATE'] } }),
  );
  const value = 'EDGE';
  const path = '/endpointConfiguration/types/PRIVATE';
  await expect(
    client.send(
      new UpdateRestApiCommand({
        restApiId: id,
        patchOperations: [{ op: 'replace', path, value }],
      }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Cannot update endpoint from PRIVATE to EDGE',
  });
});

test('GetRestApis: pages follow one another by their position', async () => {
  const client = gateway();
  for (const name of ['one', 'two', 'three']) await client.send(new CreateRestApiCommand({ name }));
  const first = await client.send(new GetRestApisCommand({ limit: 2 }));
  const second = await client.send(new GetRestApisCommand({ limit: 2, position: first.position }));
  const names = [...(first.items ?? []), ...(second.items ?? [])].map(({ name }) => String(name));
  expect(names.sort()).toEqual(['one', 'three', 'two']);
  expect(second.position).toBeUndefined();
});

test('TagResource: tags are put, taken away and shown by the ARN', async () => {
  const client = gateway();
  const { id } = await client.send(new CreateRestApiCommand({ name: 'tagged', tags: { a: '1' } }));
  const resourceArn = `arn:aws:apigateway:us-east-1::/restapis/${id}`;
  await client.send(new TagResourceCommand({ resourceArn, tags: { b: '2' } }));
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a'] }));
  expect((await client.send(new GetTagsCommand({ resourceArn }))).tags).toEqual({ b: '2' });
});

test('DeleteRestApi: it is gone', async () => {
  const client = gateway();
  const { id } = await client.send(new CreateRestApiCommand({ name: 'short' }));
  await client.send(new DeleteRestApiCommand({ restApiId: id }));
  await expect(client.send(new GetRestApiCommand({ restApiId: id }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test("apigateway: a user without permission is denied by the request's method and path", async () => {
  const account = freshAccount();
  const own = gateway(account);
  const { id } = await own.send(
    new CreateRestApiCommand({ name: 'guarded', tags: { team: 'red' } }),
  );
  const config = await newUser(server, account, 'reader', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'apigateway:GET',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
      },
    ],
  });
  const reader = new APIGatewayClient(config);
  expect((await reader.send(new GetRestApiCommand({ restApiId: id }))).name).toBe('guarded');
  await expect(reader.send(new DeleteRestApiCommand({ restApiId: id }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/reader is not authorized to perform: apigateway:DELETE on resource: ` +
      `arn:aws:apigateway:us-east-1::/restapis/${id} because no identity-based policy allows the apigateway:DELETE action`,
    $metadata: { httpStatusCode: 403 },
  });
});
