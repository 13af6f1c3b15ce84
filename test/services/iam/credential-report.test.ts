import {
  CreateLoginProfileCommand,
  CreateUserCommand,
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { newDevice } from '../../mfa.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const HEADER =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,' +
  'password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,' +
  'access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,' +
  'access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,' +
  'access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,' +
  'cert_1_last_rotated,cert_2_active,cert_2_last_rotated,additional_credentials_info';
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/;

test("GetCredentialReport: tells of every user's credentials, in AWS's columns", async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await expect(iam.send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
    name: 'CredentialReportNotPresentException',
  });
  const UserName = 'ann';
  const ann = await newUser(server, account, UserName);
  await iam.send(new UpdateAccountPasswordPolicyCommand({ MaxPasswordAge: 30 }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Some-word-1' }));
  await newDevice(iam, 'phone', UserName);
  await iam.send(new CreateUserCommand({ UserName: 'bob' }));
  await new STSClient(ann).send(new GetCallerIdentityCommand({}));
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime());
  expect(await iam.send(new GenerateCredentialReportCommand({}))).toMatchObject({
    State: 'STARTED',
    Description: 'No report exists. Starting a new report generation task',
  });
  expect(await iam.send(new GenerateCredentialReportCommand({}))).toMatchObject({
    State: 'COMPLETE',
  });
  const report = await iam.send(new GetCredentialReportCommand({}));
  expect(report.ReportFormat).toBe('text/csv');
  const [header, ...rows] = Buffer.from(report.Content ?? [])
    .toString()
    .split('\n');
  expect(header).toBe(HEADER);
  const [root, first, second] = rows.map((row) => row.split(','));
  expect(root?.slice(0, 2)).toEqual(['<root_account>', `arn:aws:iam::${account}:root`]);
  expect(first).toHaveLength(HEADER.split(',').length);
  expect(first).toEqual([
    UserName,
    `arn:aws:iam::${account}:user/ann`,
    expect.stringMatching(STAMP),
    'true',
    'no_information',
    expect.stringMatching(STAMP),
    expect.stringMatching(STAMP),
    'true',
    'true',
    expect.stringMatching(STAMP),
    expect.stringMatching(STAMP),
    'us-east-1',
    'sts',
    'false',
    'N/A',
    'N/A',
    'N/A',
    'N/A',
    'false',
    'N/A',
    'false',
    'N/A',
    '',
  ]);
  expect(second?.slice(3, 9)).toEqual(['false', 'N/A', 'N/A', 'N/A', 'false', 'false']);
  await engine.advanceTo(engine.clock.serviceTime() + 4 * 3_600_000);
  await expect(iam.send(new GetCredentialReportCommand({}))).rejects.toMatchObject({
    name: 'CredentialReportExpiredException',
  });
  await iam.send(new GenerateCredentialReportCommand({}));
  await iam.send(new GetCredentialReportCommand({}));
});
