import {
  CreateDeploymentCommand,
  CreateStageCommand,
  DeleteDeploymentCommand,
  DeleteStageCommand,
  GetDeploymentCommand,
  GetStageCommand,
  GetStagesCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { ask, deploy, hostOf, newApi, newMock } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('CreateDeployment: an API without methods can not be deployed', async () => {
  const api = await newApi(server.client(freshAccount()));
  await expect(
    api.client.send(new CreateDeploymentCommand({ restApiId: api.id })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: "The REST API doesn't contain any methods",
  });
});

test('GetDeployment: tells its methods where it is asked to', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  const deploymentId = await deploy(api);
  const place = { restApiId: api.id, deploymentId };
  const plain = await api.client.send(new GetDeploymentCommand(place));
  expect(plain.apiSummary).toBeUndefined();
  const embedded = await api.client.send(
    new GetDeploymentCommand({ ...place, embed: ['apisummary'] }),
  );
  expect(embedded.apiSummary).toEqual({
    '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } },
  });
  await expect(api.client.send(new DeleteDeploymentCommand(place))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Active stages pointing to this deployment must be moved or deleted',
  });
});

test('stages: are made of deployments, patched by methods, and deleted', async () => {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api);
  const deploymentId = await deploy(api);
  const place = { restApiId: api.id, stageName: 'test' };
  const create = new CreateStageCommand({ ...place, deploymentId, variables: { a: '1' } });
  await api.client.send(create);
  await expect(api.client.send(create)).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Stage already exists',
  });
  await api.client.send(
    new UpdateStageCommand({
      ...place,
      patchOperations: [
        { op: 'replace', path: '/*/*/throttling/burstLimit', value: '1' },
        { op: 'replace', path: '/*/*/throttling/rateLimit', value: '0.001' },
        { op: 'replace', path: '/~1pets/GET/logging/loglevel', value: 'INFO' },
        { op: 'replace', path: '/variables/b', value: '2' },
        { op: 'remove', path: '/variables/a' },
      ],
    }),
  );
  expect(await api.client.send(new GetStageCommand(place))).toMatchObject({
    deploymentId,
    methodSettings: {
      '*/*': { throttlingBurstLimit: 1, throttlingRateLimit: 0.001 },
      'pets/GET': { loggingLevel: 'INFO' },
    },
    variables: { b: '2' },
    cacheClusterEnabled: false,
    tracingEnabled: false,
  });
  expect((await ask(server, hostOf(api), '/test')).status).toBe(200);
  const refused = await ask(server, hostOf(api), '/test');
  expect(refused.status).toBe(429);
  expect(await refused.text()).toBe('{"message":"Too Many Requests"}');
  const { item = [] } = await api.client.send(new GetStagesCommand({ restApiId: api.id }));
  expect(item.map(({ stageName }) => stageName)).toEqual(['prod', 'test']);
  await api.client.send(new DeleteStageCommand(place));
  await expect(api.client.send(new GetStageCommand(place))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Stage identifier specified',
  });
});
