import { GetStageCommand } from '@aws-sdk/client-api-gateway';
import { AssociateWebACLCommand, CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { ask, deploy, hostOf, newApi, newMock } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('a web ACL stands before one stage of an API, which tells it', async () => {
  const account = freshAccount();
  const api = await newApi(server.client(account));
  await newMock(api);
  await deploy(api, 'open');
  await deploy(api, 'guarded');
  const waf = new WAFV2Client(server.client(account));
  const VisibilityConfig = {
    SampledRequestsEnabled: false,
    CloudWatchMetricsEnabled: false,
    MetricName: 'blocks',
  };
  const { Summary } = await waf.send(
    new CreateWebACLCommand({
      Name: 'blocks',
      Scope: 'REGIONAL',
      DefaultAction: { Block: {} },
      VisibilityConfig,
    }),
  );
  const WebACLArn = Summary?.ARN ?? '';
  const below = `arn:aws:apigateway:us-east-1::/restapis/${api.id}/stages`;
  await expect(
    waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn: `${below}/none` })),
  ).rejects.toMatchObject({ name: 'WAFUnavailableEntityException' });
  await waf.send(new AssociateWebACLCommand({ WebACLArn, ResourceArn: `${below}/guarded` }));
  const stage = new GetStageCommand({ restApiId: api.id, stageName: 'guarded' });
  expect((await api.client.send(stage)).webAclArn).toBe(WebACLArn);
  expect((await ask(server, hostOf(api), '/guarded')).status).toBe(403);
  expect((await ask(server, hostOf(api), '/open')).status).toBe(200);
});
