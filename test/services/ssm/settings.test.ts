import {
  GetParameterCommand,
  GetServiceSettingCommand,
  PutParameterCommand,
  ResetServiceSettingCommand,
  type SSMClient,
  UpdateServiceSettingCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore } from './store.ts';

const TIER = '/ssm/parameter-store/default-parameter-tier';
const THROUGHPUT = '/ssm/parameter-store/high-throughput-enabled';

let server: TestServer;
let realNow = Date.now();
beforeAll(async () => {
  server = await startServer({ throttling: true, real: () => realNow });
});
afterAll(() => server.close());

function set(ssm: SSMClient, SettingId: string, SettingValue: string) {
  return ssm.send(new UpdateServiceSettingCommand({ SettingId, SettingValue }));
}

test('default tier: what is chosen where a request names none', async () => {
  const { ssm, account } = newStore(server);
  const get = async (SettingId: string) =>
    (await ssm.send(new GetServiceSettingCommand({ SettingId }))).ServiceSetting;
  expect(await get(TIER)).toEqual({
    SettingId: TIER,
    SettingValue: 'Standard',
    LastModifiedUser: 'System',
    ARN: `arn:aws:ssm:us-east-1:${account}:servicesetting${TIER}`,
    Status: 'Default',
  });
  const put = async (Name: string, length = 1) => {
    const input = { Name, Value: 'x'.repeat(length), Type: 'String' } as const;
    return (await ssm.send(new PutParameterCommand(input))).Tier;
  };
  await set(ssm, TIER, 'Intelligent-Tiering');
  expect(await put('short')).toBe('Standard');
  expect(await put('long', 5_000)).toBe('Advanced');
  realNow += 1_000;
  await set(ssm, `arn:aws:ssm:us-east-1:${account}:servicesetting${TIER}`, 'Advanced');
  expect(await put('other')).toBe('Advanced');
  expect(await get(TIER)).toMatchObject({
    SettingValue: 'Advanced',
    Status: 'Customized',
    LastModifiedUser: `arn:aws:iam::${account}:root`,
  });
  const reset = await ssm.send(new ResetServiceSettingCommand({ SettingId: TIER }));
  expect(reset.ServiceSetting).toMatchObject({ SettingValue: 'Standard', Status: 'Default' });
  expect(await put('last')).toBe('Standard');
});

test('settings that are none, and those of what is not built', async () => {
  const { ssm } = newStore(server);
  await expect(set(ssm, '/ssm/nothing', 'x')).rejects.toMatchObject({
    name: 'ServiceSettingNotFound',
    message: 'Service setting /ssm/nothing not found.',
  });
  await expect(set(ssm, TIER, 'Cheap')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(
    set(ssm, '/ssm/documents/console/public-sharing-permission', 'Disable'),
  ).rejects.toMatchObject({ name: 'NotImplementedException', $metadata: { httpStatusCode: 501 } });
});

test('throughput: forty retrievals a second, and more for who sets it', async () => {
  const { ssm } = newStore(server);
  const input = { Name: 'p', Value: 'v', Type: 'String' } as const;
  await ssm.send(new PutParameterCommand(input));
  const served = async (attempts: number) => {
    realNow += 1_000;
    const calls = Array.from({ length: attempts }, () =>
      ssm.send(new GetParameterCommand({ Name: 'p' })),
    );
    const outcomes = await Promise.allSettled(calls);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
    }
    return outcomes.length - refused.length;
  };
  expect(await served(45)).toBe(40);
  await set(ssm, THROUGHPUT, 'true');
  expect(await served(60)).toBe(60);
  await ssm.send(new ResetServiceSettingCommand({ SettingId: THROUGHPUT }));
  realNow += MINUTE_MS;
  expect(await served(45)).toBe(40);
});

test('throughput: changes and descriptions share a rate of three', async () => {
  const { ssm } = newStore(server);
  const put = (Name: string) =>
    ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String' }));
  for (const name of ['a', 'b', 'c']) await put(name);
  await expect(put('d')).rejects.toMatchObject({
    name: 'ThrottlingException',
    message: 'Rate exceeded',
  });
});
