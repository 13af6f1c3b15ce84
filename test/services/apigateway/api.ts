import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  CreateRestApiCommand,
  type CreateRestApiCommandInput,
  PutIntegrationCommand,
  type PutIntegrationCommandInput,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  type PutMethodCommandInput,
  PutMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { AddPermissionCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { ClientConfig, TestServer } from '../../server.ts';

/** An API under construction. */
export interface TestApi {
  readonly client: APIGatewayClient;
  readonly id: string;
  readonly rootId: string;
}

export async function newApi(
  config: ClientConfig,
  input: Partial<CreateRestApiCommandInput> = {},
): Promise<TestApi> {
  const client = new APIGatewayClient(config);
  const endpointConfiguration = { types: ['REGIONAL' as const] };
  const api = await client.send(
    new CreateRestApiCommand({ name: 'api', endpointConfiguration, ...input }),
  );
  return { client, id: api.id ?? '', rootId: api.rootResourceId ?? '' };
}

export async function newResource(
  { client, id, rootId }: TestApi,
  pathPart: string,
  parentId = rootId,
): Promise<string> {
  const made = await client.send(new CreateResourceCommand({ restApiId: id, parentId, pathPart }));
  return made.id ?? '';
}

type MethodOptions = Partial<PutMethodCommandInput>;
type IntegrationOptions = Partial<PutIntegrationCommandInput> &
  Pick<PutIntegrationCommandInput, 'type'>;

/** A method of a resource, with what stands behind it. */
export async function newMethod(
  { client, id, rootId }: TestApi,
  integration: IntegrationOptions,
  method: MethodOptions = {},
): Promise<void> {
  const { resourceId = rootId, httpMethod = 'GET' } = method;
  const place = { restApiId: id, resourceId, httpMethod };
  await client.send(new PutMethodCommand({ authorizationType: 'NONE', ...method, ...place }));
  await client.send(new PutIntegrationCommand({ ...integration, ...place }));
}

/** A method that answers 200 with a text, and asks nobody. */
export async function newMock(
  api: TestApi,
  method: MethodOptions = {},
  text = '{"ok":true}',
): Promise<void> {
  const requestTemplates = { 'application/json': '{"statusCode": 200}' };
  await newMethod(api, { type: 'MOCK', requestTemplates }, method);
  const { resourceId = api.rootId, httpMethod = 'GET' } = method;
  const place = { restApiId: api.id, resourceId, httpMethod, statusCode: '200' };
  await api.client.send(new PutMethodResponseCommand(place));
  await api.client.send(
    new PutIntegrationResponseCommand({
      ...place,
      responseTemplates: { 'application/json': text },
    }),
  );
}

export function invocationUri(functionArn: string, region = 'us-east-1'): string {
  return `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
}

export async function deploy({ client, id }: TestApi, stageName = 'prod'): Promise<string> {
  const made = await client.send(new CreateDeploymentCommand({ restApiId: id, stageName }));
  return made.id ?? '';
}

/** What an API answers under a name of its own, or the one it was given. */
export function ask(
  server: TestServer,
  host: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${server.url}/_holdfast/edge/${host}${path}`, init);
}

export function hostOf({ id }: Pick<TestApi, 'id'>, region = 'us-east-1'): string {
  return `${id}.execute-api.${region}.amazonaws.com`;
}

export function functionArn(account: string, name: string): string {
  return `arn:aws:lambda:us-east-1:${account}:function:${name}`;
}

/** Lets API Gateway call a function for a source. */
export async function mayCall(
  lambda: LambdaClient,
  FunctionName: string,
  SourceArn: string,
): Promise<void> {
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'gateway',
      Action: 'lambda:InvokeFunction',
      Principal: 'apigateway.amazonaws.com',
      SourceArn,
    }),
  );
}

export function executeArn(account: string, { id }: Pick<TestApi, 'id'>): string {
  return `arn:aws:execute-api:us-east-1:${account}:${id}`;
}

/** An answer's status, the type of its error, and its body. */
export async function told(answer: Response) {
  return {
    status: answer.status,
    type: answer.headers.get('x-amzn-errortype'),
    body: await answer.text(),
  };
}
