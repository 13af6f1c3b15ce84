import {
  APIGatewayClient,
  GetApiKeyCommand,
  GetAuthorizerCommand,
  GetGatewayResponseCommand,
  GetMethodCommand,
  GetModelCommand,
  GetRequestValidatorCommand,
  GetRestApiCommand,
  GetStageCommand,
  GetUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  GetApisCommand,
  GetRoutesCommand,
  GetStageCommand as GetHttpStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { issuedCertificate } from '../acm/certificates.ts';
import { deployed, failuresOf, outputOf, removed, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Rest {
  readonly certificate: string;
  readonly description?: string;
  readonly rate?: number;
  readonly deployment?: string;
  readonly type?: string;
  readonly more?: string;
}

function rest({
  certificate,
  description = 'one',
  rate = 10,
  deployment = 'First',
  type = 'MOCK',
  more = '',
}: Rest) {
  return `
Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      {Name: pets, Description: ${description}, EndpointConfiguration: {Types: [REGIONAL]}, Tags: [{Key: of, Value: ${description}}]}
  Pets:
    Type: AWS::ApiGateway::Resource
    Properties: {RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: pets}
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Pets
      HttpMethod: GET
      ApiKeyRequired: true
      MethodResponses: [{StatusCode: 200, ResponseParameters: {method.response.header.x: true}}]
      Integration:
        Type: ${type}
        RequestTemplates: {application/json: '{"statusCode": 200}'}
        IntegrationResponses: [{StatusCode: 200, ResponseParameters: {method.response.header.x: "'${description}'"}}]
  ${deployment}: {Type: AWS::ApiGateway::Deployment, DependsOn: Get, Properties: {RestApiId: !Ref Api}}
  Prod:
    Type: AWS::ApiGateway::Stage
    Properties:
      RestApiId: !Ref Api
      StageName: prod
      DeploymentId: !GetAtt ${deployment}.DeploymentId
      Variables: {name: ${description}}
      MethodSettings: [{ResourcePath: /*, HttpMethod: "*", ThrottlingRateLimit: ${rate}, ThrottlingBurstLimit: 5}]
  Key: {Type: AWS::ApiGateway::ApiKey, Properties: {Enabled: true, Description: ${description}}}
  Plan:
    Type: AWS::ApiGateway::UsagePlan
    DependsOn: Prod
    Properties:
      UsagePlanName: basic
      Quota: {Limit: ${rate}, Period: DAY}
      ApiStages: [{ApiId: !Ref Api, Stage: prod, Throttle: {/pets/GET: {RateLimit: ${rate}, BurstLimit: 3}}}]
  PlanKey:
    Type: AWS::ApiGateway::UsagePlanKey
    Properties: {KeyId: !Ref Key, KeyType: API_KEY, UsagePlanId: !Ref Plan}
  Domain:
    Type: AWS::ApiGateway::DomainName
    Properties: {DomainName: api.pets.test, RegionalCertificateArn: ${certificate}, EndpointConfiguration: {Types: [REGIONAL]}}
  Mapping:
    Type: AWS::ApiGateway::BasePathMapping
    Properties: {DomainName: !Ref Domain, RestApiId: !Ref Api, Stage: !Ref Prod, BasePath: v1}
${more}
Outputs:
  Api: {Value: !Ref Api}
  Pets: {Value: !GetAtt Pets.ResourceId}
  Stage: {Value: !Ref Prod}
  Key: {Value: !GetAtt Key.APIKeyId}
  Plan: {Value: !Ref Plan}
  Regional: {Value: !GetAtt Domain.RegionalDomainName}
`;
}

test('AWS::ApiGateway: an API with its stages, keys, plans and domain is made, changed in place, deployed anew, and taken away', {
  timeout: 90_000,
}, async () => {
  const account = freshAccount();
  const certificate = await issuedCertificate(server, account, { DomainName: 'api.pets.test' });
  const client = stacksOf(server.client(account));
  const gateway = new APIGatewayClient(server.client(account));
  const made = await deployed(client, 'pets', rest({ certificate }));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'pets'))).toBe(
    'CREATE_COMPLETE',
  );
  const restApiId = outputOf(made, 'Api');
  expect(outputOf(made, 'Stage')).toBe('prod');
  expect(outputOf(made, 'Regional')).toMatch(
    /^d-[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com$/,
  );
  const stage = () => gateway.send(new GetStageCommand({ restApiId, stageName: 'prod' }));
  const first = await stage();
  expect(first.methodSettings?.['*/*']).toMatchObject({
    throttlingRateLimit: 10,
    throttlingBurstLimit: 5,
  });
  const apiKey = outputOf(made, 'Key');
  const { enabled } = await gateway.send(new GetApiKeyCommand({ apiKey }));
  expect(enabled).toBe(true);

  const changes = { certificate, description: 'two', rate: 20, deployment: 'Second' };
  const changed = await deployed(client, 'pets', rest(changes));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'pets'))).toBe(
    'UPDATE_COMPLETE',
  );
  for (const key of ['Api', 'Pets', 'Key', 'Plan']) {
    expect(outputOf(changed, key), key).toBe(outputOf(made, key));
  }
  const second = await stage();
  expect(second.deploymentId).not.toBe(first.deploymentId);
  expect(second).toMatchObject({
    variables: { name: 'two' },
    methodSettings: { '*/*': { throttlingRateLimit: 20 } },
  });
  expect(await gateway.send(new GetRestApiCommand({ restApiId }))).toMatchObject({
    description: 'two',
    tags: { of: 'two' },
  });
  const get = { restApiId, resourceId: outputOf(made, 'Pets'), httpMethod: 'GET' };
  const method = await gateway.send(new GetMethodCommand(get));
  expect(method.methodIntegration?.integrationResponses?.['200']?.responseParameters).toEqual({
    'method.response.header.x': "'two'",
  });
  const plan = await gateway.send(new GetUsagePlanCommand({ usagePlanId: outputOf(made, 'Plan') }));
  expect(plan).toMatchObject({
    quota: { limit: 20, period: 'DAY' },
    apiStages: [{ apiId: restApiId, throttle: { '/pets/GET': { rateLimit: 20, burstLimit: 3 } } }],
  });

  const back = await deployed(
    client,
    'pets',
    rest({ ...changes, type: 'NONSENSE', description: 'three' }),
  );
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect((await gateway.send(new GetMethodCommand(get))).methodIntegration?.type).toBe('MOCK');
  expect((await gateway.send(new GetRestApiCommand({ restApiId }))).description).toBe('two');

  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(gateway.send(new GetRestApiCommand({ restApiId }))).rejects.toThrow(
    'Invalid API identifier specified',
  );
});

function parts({ body = true, status = 403, ttl = 60 } = {}): string {
  return `
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: parts}}
  Checks: {Type: AWS::ApiGateway::RequestValidator, Properties: {RestApiId: !Ref Api, Name: checks, ValidateRequestBody: ${body}}}
  Pet:
    Type: AWS::ApiGateway::Model
    Properties: {RestApiId: !Ref Api, Name: Pet, ContentType: application/json, Schema: {type: object, maxProperties: ${ttl}}}
  Denied:
    Type: AWS::ApiGateway::GatewayResponse
    Properties: {RestApiId: !Ref Api, ResponseType: ACCESS_DENIED, StatusCode: ${status}}
  Who:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: who
      Type: TOKEN
      IdentitySource: method.request.header.Authorization
      AuthorizerResultTtlInSeconds: ${ttl}
      AuthorizerUri: !Sub "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:\${AWS::AccountId}:function:who/invocations"
Outputs:
  Api: {Value: !Ref Api}
  Checks: {Value: !GetAtt Checks.RequestValidatorId}
  Model: {Value: !Ref Pet}
  Who: {Value: !Ref Who}
`;
}

test('AWS::ApiGateway: authorizers, validators, models and responses are changed in place', async () => {
  const account = freshAccount();
  const client = stacksOf(server.client(account));
  const gateway = new APIGatewayClient(server.client(account));
  const made = await deployed(client, 'parts', parts());
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'parts'))).toBe(
    'CREATE_COMPLETE',
  );
  const changed = await deployed(client, 'parts', parts({ body: false, status: 401, ttl: 30 }));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'parts'))).toBe(
    'UPDATE_COMPLETE',
  );
  expect(changed.Outputs).toEqual(made.Outputs);
  const restApiId = outputOf(made, 'Api');
  const authorizerId = outputOf(made, 'Who');
  const who = await gateway.send(new GetAuthorizerCommand({ restApiId, authorizerId }));
  expect(who.authorizerResultTtlInSeconds).toBe(30);
  const requestValidatorId = outputOf(made, 'Checks');
  const checks = new GetRequestValidatorCommand({ restApiId, requestValidatorId });
  expect((await gateway.send(checks)).validateRequestBody).toBe(false);
  const pet = await gateway.send(new GetModelCommand({ restApiId, modelName: 'Pet' }));
  expect(JSON.parse(pet.schema ?? '')).toMatchObject({ maxProperties: 30 });
  const denied = { restApiId, responseType: 'ACCESS_DENIED' as const };
  expect((await gateway.send(new GetGatewayResponseCommand(denied))).statusCode).toBe('401');
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
});

test('AWS::ApiGateway: an API by a document fails by name', async () => {
  const client = stacksOf(server.client(freshAccount()));
  const TemplateBody = `
Resources:
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: imported, Body: {openapi: 3.0.1}}}
`;
  expect((await deployed(client, 'imported', TemplateBody)).StackStatus).toBe('ROLLBACK_COMPLETE');
  expect(await failuresOf(client, 'imported')).toEqual([
    'AWS::ApiGateway::RestApi is not implemented with the property Body',
  ]);
});

function http({
  route = 'GET /pets',
  description = 'one',
  certificate = '',
  type = 'HTTP_PROXY',
} = {}): string {
  return `
Resources:
  Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: http, ProtocolType: HTTP, Description: ${description}, Tags: {of: ${description}}}}
  Integration:
    Type: AWS::ApiGatewayV2::Integration
    Properties: {ApiId: !Ref Api, IntegrationType: ${type}, IntegrationMethod: GET, IntegrationUri: "http://127.0.0.1:9/", PayloadFormatVersion: "1.0"}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: {ApiId: !Ref Api, RouteKey: ${route}, Target: !Sub "integrations/\${Integration}"}
  Stage:
    Type: AWS::ApiGatewayV2::Stage
    Properties: {ApiId: !Ref Api, StageName: live, AutoDeploy: true, StageVariables: {name: ${description}}, Tags: {of: ${description}}}
  Domain:
    Type: AWS::ApiGatewayV2::DomainName
    Properties: {DomainName: http.pets.test, DomainNameConfigurations: [{CertificateArn: ${certificate}, EndpointType: REGIONAL}]}
  Mapping:
    Type: AWS::ApiGatewayV2::ApiMapping
    Properties: {ApiId: !Ref Api, DomainName: !Ref Domain, Stage: !Ref Stage, ApiMappingKey: v2}
Outputs:
  Api: {Value: !Ref Api}
  Endpoint: {Value: !GetAtt Api.ApiEndpoint}
  Route: {Value: !Ref Route}
  Regional: {Value: !GetAtt Domain.RegionalDomainName}
`;
}

test('AWS::ApiGatewayV2: an HTTP API with routes, a stage and a domain is made, changed in place, and taken away', async () => {
  const account = freshAccount();
  const certificate = await issuedCertificate(server, account, { DomainName: 'http.pets.test' });
  const client = stacksOf(server.client(account));
  const gateway = new ApiGatewayV2Client(server.client(account));
  const made = await deployed(client, 'http', http({ certificate }));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'http'))).toBe(
    'CREATE_COMPLETE',
  );
  const ApiId = outputOf(made, 'Api');
  expect(outputOf(made, 'Endpoint')).toContain(ApiId);
  expect(outputOf(made, 'Regional')).toMatch(/^d-/);

  const changes = { certificate, route: 'GET /dogs', description: 'two' };
  const changed = await deployed(client, 'http', http(changes));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'http'))).toBe(
    'UPDATE_COMPLETE',
  );
  expect(outputOf(changed, 'Route')).toBe(outputOf(made, 'Route'));
  const { Items: routes } = await gateway.send(new GetRoutesCommand({ ApiId }));
  expect(routes?.map(({ RouteKey }) => RouteKey)).toEqual(['GET /dogs']);
  const stage = await gateway.send(new GetHttpStageCommand({ ApiId, StageName: 'live' }));
  expect(stage).toMatchObject({ StageVariables: { name: 'two' }, Tags: { of: 'two' } });

  const back = await deployed(
    client,
    'http',
    http({ ...changes, description: 'three', type: 'MOCK' }),
  );
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect((await gateway.send(new GetApisCommand({}))).Items?.[0]?.Description).toBe('two');
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  expect((await gateway.send(new GetApisCommand({}))).Items).toEqual([]);
});
