import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  PutResourcePolicyCommand,
  UpdateServiceSettingCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { monthOf, moveTo } from '../cost-explorer/costs.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...more }));
}

async function month({ account }: Store, start: string, end: string) {
  await server.platform.engine().bill({});
  return monthOf(server, account, start, end);
}

test('the bill: hours of advanced parameters, and interactions with them', async () => {
  await moveTo(server, '2027-01-01T00:00:00Z');
  const store = newStore(server);
  const friend = newStore(server);
  await put(store, '/b/whole', { Tier: 'Advanced' });
  await put(store, '/b/half', { Tier: 'Advanced' });
  await put(store, '/b/standard');
  await store.ssm.send(new GetParametersByPathCommand({ Path: '/b' }));
  const ResourceArn = store.arn('b/whole');
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: friend.account },
    Action: 'ssm:GetParameter',
    Resource: ResourceArn,
  });
  await store.ssm.send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
  await friend.ssm.send(new GetParameterCommand({ Name: ResourceArn }));
  await moveTo(server, '2027-01-16T11:30:00Z');
  await store.ssm.send(new DeleteParameterCommand({ Name: '/b/half' }));
  await moveTo(server, '2027-02-01T00:00:00Z');
  const own = await month(store, '2027-01-01', '2027-02-01');
  expect(own).toMatchObject({
    'us-east-1-PS-Advanced-Param-Tier1 AdvancedParameter': ['1.5', '0.075'],
    'us-east-1-PS-Param-Processed-Tier2 PutParameter': ['2', '0.00001'],
    'us-east-1-PS-Param-Processed-Tier2 GetParametersByPath': ['2', '0.00001'],
    'us-east-1-PS-Param-Processed-Tier2 DeleteParameter': ['1', '0.000005'],
  });
  expect(own).not.toHaveProperty(['us-east-1-PS-Param-Processed-Tier2 GetParameter']);
  // Who reads what is shared pays for reading it.
  expect(await month(friend, '2027-01-01', '2027-02-01')).toEqual({
    'us-east-1-PS-Param-Processed-Tier2 GetParameter': ['1', '0.000005'],
  });
});

test('the bill: with higher throughput every interaction costs', async () => {
  await moveTo(server, '2027-03-01T00:00:00Z');
  const store = newStore(server);
  await put(store, 'p');
  const set = (SettingValue: string) =>
    store.ssm.send(
      new UpdateServiceSettingCommand({
        SettingId: '/ssm/parameter-store/high-throughput-enabled',
        SettingValue,
      }),
    );
  await set('true');
  await store.ssm.send(new GetParameterCommand({ Name: 'p' }));
  await moveTo(server, '2027-03-02T00:00:00Z');
  await set('false');
  await moveTo(server, '2027-03-03T00:00:00Z');
  await store.ssm.send(new GetParameterCommand({ Name: 'p' }));
  expect(await month(store, '2027-03-01', '2027-04-01')).toEqual({
    'us-east-1-PS-Param-Processed-Tier2 GetParameter': ['1', '0.000005'],
  });
});
