import {
  CreateAuthorizerCommand,
  CreateModelCommand,
  CreateRequestValidatorCommand,
  CreateResourceCommand,
  DeleteIntegrationCommand,
  DeleteMethodCommand,
  DeleteModelCommand,
  DeleteResourceCommand,
  GetAuthorizersCommand,
  GetGatewayResponsesCommand,
  GetIntegrationCommand,
  GetMethodCommand,
  GetModelsCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateAuthorizerCommand,
  UpdateIntegrationCommand,
  UpdateMethodCommand,
  UpdateModelCommand,
  UpdateRequestValidatorCommand,
  UpdateResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { functionArn, invocationUri, newApi, newMock, newResource } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('resources: a tree of paths, whose parts may move', async () => {
  const api = await newApi(server.client(freshAccount()));
  const restApiId = api.id;
  const pets = await newResource(api, 'pets');
  const pet = await newResource(api, '{id}', pets);
  await api.client.send(
    new UpdateResourceCommand({
      restApiId,
      resourceId: pets,
      patchOperations: [{ op: 'replace', path: '/pathPart', value: 'animals' }],
    }),
  );
  const all = await api.client.send(new GetResourcesCommand({ restApiId }));
  const paths = new Map(all.items?.map(({ id, path }) => [id, path]));
  expect(paths).toEqual(
    new Map([
      [api.rootId, '/'],
      [pets, '/animals'],
      [pet, '/animals/{id}'],
    ]),
  );
  await api.client.send(new DeleteResourceCommand({ restApiId, resourceId: pets }));
  const left = await api.client.send(new GetResourcesCommand({ restApiId }));
  expect(left.items?.map(({ path }) => path)).toEqual(['/']);
});

test('CreateResource: refuses what no path can be, in the words of AWS', async () => {
  const api = await newApi(server.client(freshAccount()));
  const proxy = await newResource(api, '{proxy+}');
  await newResource(api, 'pets');
  const refusals = [
    [
      api.rootId,
      'pets',
      'ConflictException',
      'Another resource with the same parent already has this name: pets',
    ],
    [
      api.rootId,
      'a b',
      'BadRequestException',
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
    ],
    [
      proxy,
      'more',
      'BadRequestException',
      'Cannot create a child of a resource with a greedy path variable: {proxy+}',
    ],
    [
      api.rootId,
      '{id}',
      'BadRequestException',
      'A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed',
    ],
    ['none', 'x', 'NotFoundException', 'Invalid Resource identifier specified'],
  ] as const;
  let ran = 0;
  for (const [parentId, pathPart, name, message] of refusals) {
    await expect(
      api.client.send(new CreateResourceCommand({ restApiId: api.id, parentId, pathPart })),
      pathPart,
    ).rejects.toMatchObject({ name, message });
    ran += 1;
  }
  expect(ran).toBe(5);
});

test('methods: are put once, patched, and taken away', async () => {
  const api = await newApi(server.client(freshAccount()));
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  const put = new PutMethodCommand({ ...place, authorizationType: 'NONE' });
  expect(await api.client.send(put)).toMatchObject({
    httpMethod: 'GET',
    authorizationType: 'NONE',
    apiKeyRequired: false,
  });
  await expect(api.client.send(put)).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Method already exists for this resource',
  });
  const patchOperations = [
    { op: 'replace' as const, path: '/apiKeyRequired', value: 'true' },
    { op: 'add' as const, path: '/requestParameters/method.request.querystring.a', value: 'true' },
  ];
  await api.client.send(new UpdateMethodCommand({ ...place, patchOperations }));
  expect(await api.client.send(new GetMethodCommand(place))).toMatchObject({
    apiKeyRequired: true,
    requestParameters: { 'method.request.querystring.a': true },
  });
  await expect(
    api.client.send(
      new PutMethodCommand({ ...place, httpMethod: 'POST', authorizationType: 'CUSTOM' }),
    ),
  ).rejects.toMatchObject({
    message:
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
  });
  await api.client.send(new DeleteMethodCommand(place));
  await expect(api.client.send(new GetMethodCommand(place))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Method identifier specified',
  });
});

test('integrations: what they may be, and what is told of it', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  await api.client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const refusals: readonly (readonly [Partial<PutIntegrationCommandInput>, string])[] = [
    [{ type: 'HTTP' }, 'Enumeration value for HttpMethod must be non-empty'],
    [
      { type: 'HTTP', integrationHttpMethod: 'GET', uri: 'nothing' },
      'Invalid HTTP endpoint specified for URI',
    ],
    [
      { type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri: 'nothing' },
      'Invalid ARN specified in the request',
    ],
    [{ type: 'MOCK', timeoutInMillis: 49 }, 'Timeout should be between 50 ms and 29000 ms'],
  ];
  let ran = 0;
  for (const [input, message] of refusals) {
    await expect(
      api.client.send(new PutIntegrationCommand({ type: 'MOCK', ...input, ...place })),
      message,
    ).rejects.toMatchObject({ name: 'BadRequestException', message });
    ran += 1;
  }
  expect(ran).toBe(4);
  const uri = invocationUri(functionArn(account, 'f'));
  await api.client.send(
    new PutIntegrationCommand({ ...place, type: 'AWS_PROXY', integrationHttpMethod: 'POST', uri }),
  );
  const patchOperations = [{ op: 'replace' as const, path: '/timeoutInMillis', value: '1000' }];
  await api.client.send(new UpdateIntegrationCommand({ ...place, patchOperations }));
  expect(await api.client.send(new GetIntegrationCommand(place))).toMatchObject({
    type: 'AWS_PROXY',
    uri,
    passthroughBehavior: 'WHEN_NO_MATCH',
    timeoutInMillis: 1_000,
    cacheNamespace: api.rootId,
  });
  await api.client.send(new DeleteIntegrationCommand(place));
  await expect(api.client.send(new GetIntegrationCommand(place))).rejects.toMatchObject({
    message: 'Invalid Integration identifier specified',
  });
});

test('PutIntegration: a template that is not understood is refused, never passed over', async () => {
  const api = await newApi(server.client(freshAccount()));
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  await api.client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const requestTemplates = { 'application/json': '#set($a = 1){"statusCode": 200}' };
  await expect(
    api.client.send(new PutIntegrationCommand({ ...place, type: 'MOCK', requestTemplates })),
  ).rejects.toMatchObject({
    message: 'apigateway:PutIntegration is not implemented for mapping templates with #set',
    $metadata: { httpStatusCode: 501 },
  });
});

test('PutMethodResponse: a response is declared once', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET', statusCode: '200' };
  await expect(api.client.send(new PutMethodResponseCommand(place))).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Response already exists for this resource',
  });
});

test('models: their schemas must be JSON, and those in use stay', async () => {
  const api = await newApi(server.client(freshAccount()));
  const restApiId = api.id;
  const common = { restApiId, contentType: 'application/json' };
  await expect(
    api.client.send(new CreateModelCommand({ ...common, name: 'Pet', schema: '{' })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message:
      'Invalid model specified: Validation Result: warnings : [], errors : [Model schema must be valid JSON]',
  });
  await api.client.send(
    new CreateModelCommand({ ...common, name: 'Pet', schema: '{"type":"object"}' }),
  );
  await newMock(api, { requestModels: { 'application/json': 'Pet' } });
  await expect(
    api.client.send(new DeleteModelCommand({ restApiId, modelName: 'Pet' })),
  ).rejects.toMatchObject({ name: 'ConflictException' });
  await api.client.send(
    new UpdateModelCommand({
      restApiId,
      modelName: 'Pet',
      patchOperations: [{ op: 'replace', path: '/description', value: 'an animal' }],
    }),
  );
  const { items } = await api.client.send(new GetModelsCommand({ restApiId }));
  expect(items).toMatchObject([{ name: 'Pet', description: 'an animal' }]);
});

test('authorizers and validators: are kept with the API, and patched', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  const restApiId = api.id;
  const input = {
    restApiId,
    name: 'judge',
    type: 'TOKEN' as const,
    authorizerUri: invocationUri(functionArn(account, 'f')),
    identitySource: 'method.request.header.Authorization',
  };
  const made = await api.client.send(new CreateAuthorizerCommand(input));
  await expect(api.client.send(new CreateAuthorizerCommand(input))).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Authorizer name must be unique. Authorizer judge already exists in this RestApi.',
  });
  await expect(
    api.client.send(new CreateAuthorizerCommand({ ...input, type: 'COGNITO_USER_POOLS' })),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
  const value = '0';
  const path = '/authorizerResultTtlInSeconds';
  await api.client.send(
    new UpdateAuthorizerCommand({
      restApiId,
      authorizerId: made.id,
      patchOperations: [{ op: 'replace', path, value }],
    }),
  );
  const { items } = await api.client.send(new GetAuthorizersCommand({ restApiId }));
  expect(items).toMatchObject([{ name: 'judge', authorizerResultTtlInSeconds: 0 }]);
  const validator = await api.client.send(
    new CreateRequestValidatorCommand({ restApiId, name: 'v' }),
  );
  const patched = await api.client.send(
    new UpdateRequestValidatorCommand({
      restApiId,
      requestValidatorId: validator.id,
      patchOperations: [{ op: 'replace', path: '/validateRequestBody', value: 'true' }],
    }),
  );
  expect(patched).toMatchObject({ validateRequestBody: true, validateRequestParameters: false });
});

test('GetGatewayResponses: every kind is told with what it is by default', async () => {
  const api = await newApi(server.client(freshAccount()));
  const { items = [] } = await api.client.send(
    new GetGatewayResponsesCommand({ restApiId: api.id }),
  );
  expect(items).toHaveLength(21);
  expect(items.find(({ responseType }) => responseType === 'THROTTLED')).toMatchObject({
    statusCode: '429',
    defaultResponse: true,
    responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
  });
});

test('PutMethod, UpdateMethod: what would ask a user pool is not built, and no method is left open by it', async () => {
  const api = await newApi(server.client(freshAccount()));
  const place = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  const refused = (operation: string) => ({
    name: 'NotImplementedException',
    message: `apigateway:${operation} is not implemented for the authorization type COGNITO_USER_POOLS`,
    $metadata: { httpStatusCode: 501 },
  });
  const authorizationType = 'COGNITO_USER_POOLS';
  await expect(
    api.client.send(new PutMethodCommand({ ...place, authorizationType, authorizerId: 'abcdef' })),
  ).rejects.toMatchObject(refused('PutMethod'));
  await api.client.send(new PutMethodCommand({ ...place, authorizationType: 'NONE' }));
  const patchOperations = [
    { op: 'replace' as const, path: '/authorizationType', value: authorizationType },
  ];
  await expect(
    api.client.send(new UpdateMethodCommand({ ...place, patchOperations })),
  ).rejects.toMatchObject(refused('UpdateMethod'));
  expect(await api.client.send(new GetMethodCommand(place))).toMatchObject({
    authorizationType: 'NONE',
  });
});
