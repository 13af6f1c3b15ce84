import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { EnableMFADeviceCommand, IAMClient, ResyncMFADeviceCommand } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('one-time codes: stand in no audit record, for those of refused calls may still be used', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const [iam, sts] = [new IAMClient(config), new STSClient(config)];
  const SerialNumber = `arn:aws:iam::${account}:mfa/nobody`;
  const device = { UserName: 'nobody', SerialNumber };
  const codes = { AuthenticationCode1: '918273', AuthenticationCode2: '645546' };
  const session = { SerialNumber, TokenCode: '918273' };
  const role = { RoleArn: `arn:aws:iam::${account}:role/none`, RoleSessionName: 'one' };
  const outcomes = await Promise.allSettled([
    iam.send(new EnableMFADeviceCommand({ ...device, ...codes })),
    iam.send(new ResyncMFADeviceCommand({ ...device, ...codes })),
    sts.send(new GetSessionTokenCommand(session)),
    sts.send(new AssumeRoleCommand({ ...role, ...session })),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  const trail = new CloudTrailClient(config);
  const { Events = [] } = await trail.send(new LookupEventsCommand({}));
  const records = Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent);
  expect(records).toHaveLength(4);
  for (const record of records) {
    expect(record).toContain(SerialNumber);
    expect(record).not.toMatch(/918273|645546/);
  }
});
