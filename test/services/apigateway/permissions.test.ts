import {
  APIGatewayClient,
  CreateAuthorizerCommand,
  CreateDomainNameAccessAssociationCommand,
  CreateDomainNameCommand,
  CreateRestApiCommand,
  GetIntegrationCommand,
  PutIntegrationCommand,
  TagResourceCommand,
  UpdateAccountCommand,
  UpdateAuthorizerCommand,
  UpdateDomainNameCommand,
  UpdateIntegrationCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateAuthorizerCommand as CreateHttpAuthorizerCommand,
  CreateIntegrationCommand,
  UpdateAuthorizerCommand as UpdateHttpAuthorizerCommand,
  UpdateIntegrationCommand as UpdateHttpIntegrationCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { functionArn, invocationUri, newApi, newMock } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const GATEWAY = { Effect: 'Allow', Action: 'apigateway:*', Resource: '*' } as const;

function patched(path: string, value: string) {
  return { patchOperations: [{ op: 'replace' as const, path, value }] };
}

/** Every call that hands a role to API Gateway. */
function handings(rest: APIGatewayClient, http: ApiGatewayV2Client, role: string) {
  const uri = invocationUri(functionArn('111122223333', 'any'));
  const method = { restApiId: 'api', resourceId: 'root', httpMethod: 'GET' };
  return [
    () =>
      rest.send(
        new PutIntegrationCommand({ ...method, type: 'AWS_PROXY', uri, credentials: role }),
      ),
    () => rest.send(new UpdateIntegrationCommand({ ...method, ...patched('/credentials', role) })),
    () =>
      rest.send(
        new CreateAuthorizerCommand({
          restApiId: 'api',
          name: 'judge',
          type: 'TOKEN',
          authorizerUri: uri,
          authorizerCredentials: role,
        }),
      ),
    () =>
      rest.send(
        new UpdateAuthorizerCommand({
          restApiId: 'api',
          authorizerId: 'judge',
          ...patched('/authorizerCredentials', role),
        }),
      ),
    () => rest.send(new UpdateAccountCommand(patched('/cloudwatchRoleArn', role))),
    () =>
      http.send(
        new CreateApiCommand({ Name: 'quick', ProtocolType: 'HTTP', CredentialsArn: role }),
      ),
    () =>
      http.send(
        new CreateIntegrationCommand({
          ApiId: 'api',
          IntegrationType: 'AWS_PROXY',
          CredentialsArn: role,
        }),
      ),
    () =>
      http.send(
        new UpdateHttpIntegrationCommand({
          ApiId: 'api',
          IntegrationId: 'i',
          CredentialsArn: role,
        }),
      ),
    () =>
      http.send(
        new CreateHttpAuthorizerCommand({
          ApiId: 'api',
          Name: 'judge',
          AuthorizerType: 'REQUEST',
          IdentitySource: [],
          AuthorizerCredentialsArn: role,
        }),
      ),
    () =>
      http.send(
        new UpdateHttpAuthorizerCommand({
          ApiId: 'api',
          AuthorizerId: 'judge',
          AuthorizerCredentialsArn: role,
        }),
      ),
  ];
}

test('who hands a role to API Gateway needs iam:PassRole for it, and another account has none to hand', async () => {
  const account = freshAccount();
  const config = await newUser(server, account, 'builder', { allow: [GATEWAY] });
  const rest = new APIGatewayClient(config);
  const http = new ApiGatewayV2Client(config);
  const role = `arn:aws:iam::${account}:role/powerful`;
  let ran = 0;
  for (const [at, hand] of handings(rest, http, role).entries()) {
    await expect(hand(), String(at)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/builder is not authorized to perform: iam:PassRole on resource: ` +
        `${role} because no identity-based policy allows the iam:PassRole action`,
      $metadata: { httpStatusCode: 403 },
    });
    ran += 1;
  }
  const foreign = `arn:aws:iam::${freshAccount()}:role/powerful`;
  for (const [at, hand] of handings(rest, http, foreign).entries()) {
    await expect(hand(), String(at)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: 'Cross-account pass role is not allowed.',
      $metadata: { httpStatusCode: 403 },
    });
    ran += 1;
  }
  expect(ran).toBe(20);
});

test('a role is handed over by who may pass it to API Gateway, and a path of another spelling hands none', async () => {
  const account = freshAccount();
  const role = await newRole(server, account, 'caller', { Service: 'apigateway.amazonaws.com' });
  const passes = {
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: role,
    Condition: { StringEquals: { 'iam:PassedToService': 'apigateway.amazonaws.com' } },
  } as const;
  const passer = await newUser(server, account, 'passer', { allow: [GATEWAY, passes] });
  const api = await newApi(passer);
  await newMock(api);
  const method = { restApiId: api.id, resourceId: api.rootId, httpMethod: 'GET' };
  const uri = invocationUri(functionArn(account, 'any'));
  const input = { ...method, type: 'AWS_PROXY' as const, integrationHttpMethod: 'POST', uri };
  await api.client.send(new PutIntegrationCommand({ ...input, credentials: role }));
  expect(await api.client.send(new GetIntegrationCommand(method))).toMatchObject({
    credentials: role,
  });
  const builder = new APIGatewayClient(
    await newUser(server, account, 'builder', { allow: [GATEWAY] }),
  );
  await expect(
    builder.send(new UpdateIntegrationCommand({ ...method, ...patched('x/credentials', role) })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message:
      "Invalid patch path  'x/credentials' specified for op 'replace'. Please choose supported operations",
  });
  await expect(
    api.client.send(new PutIntegrationCommand({ ...input, credentials: 'arn:aws:iam::*:user/*' })),
  ).rejects.toMatchObject({
    name: 'NotImplementedException',
    message:
      'apigateway:PutIntegration is not implemented for the credentials of who calls the API',
  });
});

test('policies and certificates of clients take permissions of their own', async () => {
  const account = freshAccount();
  const { id } = await newApi(server.client(account));
  const client = new APIGatewayClient(
    await newUser(server, account, 'builder', {
      allow: [{ Effect: 'Allow', Action: ['apigateway:GET', 'apigateway:P*'], Resource: '*' }],
    }),
  );
  const policy = policyText({
    Effect: 'Allow',
    Principal: '*',
    Action: 'execute-api:Invoke',
    Resource: 'execute-api:/*',
  });
  const domainName = 'api.example.com';
  const store = { truststoreUri: 's3://bucket/key' };
  const association = {
    domainNameArn: `arn:aws:apigateway:us-east-1:${account}:/domainnames/${domainName}+abc`,
    accessAssociationSourceType: 'VPCE' as const,
    accessAssociationSource: 'vpce-1',
  };
  const update = (path: string, value: string) =>
    client.send(new UpdateDomainNameCommand({ domainName, ...patched(path, value) }));
  const cases = [
    [
      'UpdateRestApiPolicy on resource: arn:aws:apigateway:us-east-1::/restapis',
      () => client.send(new CreateRestApiCommand({ name: 'open', policy })),
    ],
    [
      `UpdateRestApiPolicy on resource: arn:aws:apigateway:us-east-1::/restapis/${id}`,
      () => client.send(new UpdateRestApiCommand({ restApiId: id, ...patched('/policy', policy) })),
    ],
    [
      'UpdateDomainNamePolicy on resource: arn:aws:apigateway:us-east-1::/domainnames',
      () => client.send(new CreateDomainNameCommand({ domainName, policy })),
    ],
    [
      `AddCertificateToDomain on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName}`,
      () =>
        client.send(new CreateDomainNameCommand({ domainName, mutualTlsAuthentication: store })),
    ],
    [
      `UpdateDomainNamePolicy on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName}`,
      () => update('/policy', policy),
    ],
    [
      `UpdateDomainNameManagementPolicy on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName}`,
      () => update('/managementPolicy', policy),
    ],
    [
      `AddCertificateToDomain on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName}`,
      () => update('/mutualTlsAuthentication/truststoreUri', store.truststoreUri),
    ],
    [
      `RemoveCertificateFromDomain on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName}`,
      () => update('/mutualTlsAuthentication/truststoreUri', ''),
    ],
    [
      `CreateAccessAssociation on resource: ${association.domainNameArn}`,
      () => client.send(new CreateDomainNameAccessAssociationCommand(association)),
    ],
  ] as const;
  let ran = 0;
  for (const [what, call] of cases) {
    const [action = ''] = what.split(' ');
    await expect(call(), what).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/builder is not authorized to perform: apigateway:${what} ` +
        `because no identity-based policy allows the apigateway:${action} action`,
    });
    ran += 1;
  }
  expect(ran).toBe(9);
});

test('CreateRestApi: who clones an API must be allowed to read it', async () => {
  const account = freshAccount();
  const { id } = await newApi(server.client(account));
  const client = new APIGatewayClient(
    await newUser(server, account, 'builder', {
      allow: [{ Effect: 'Allow', Action: 'apigateway:POST', Resource: '*' }],
    }),
  );
  await client.send(new CreateRestApiCommand({ name: 'own' }));
  await expect(
    client.send(new CreateRestApiCommand({ name: 'copy', cloneFrom: id })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/builder is not authorized to perform: apigateway:GET on resource: ` +
      `arn:aws:apigateway:us-east-1::/restapis/${id} because no identity-based policy allows the apigateway:GET action`,
  });
});

test('TagResource: a resource has one ARN, and no other spelling of it', async () => {
  const api = await newApi(server.client(freshAccount()));
  const own = `arn:aws:apigateway:us-east-1::/restapis/${api.id}`;
  const wrong = [
    [`${own}/x`, 'NotFoundException'],
    [`arn:aws-cn:apigateway:us-east-1::/restapis/${api.id}`, 'BadRequestException'],
    [`arn:aws:apigateway:us-east-1:111122223333:/restapis/${api.id}`, 'BadRequestException'],
    [`arn:aws:apigateway:eu-west-1::/restapis/${api.id}`, 'BadRequestException'],
  ] as const;
  let ran = 0;
  for (const [resourceArn, name] of wrong) {
    await expect(
      api.client.send(new TagResourceCommand({ resourceArn, tags: { a: 'b' } })),
      resourceArn,
    ).rejects.toMatchObject({ name });
    ran += 1;
  }
  expect(ran).toBe(4);
  await api.client.send(new TagResourceCommand({ resourceArn: own, tags: { a: 'b' } }));
});
