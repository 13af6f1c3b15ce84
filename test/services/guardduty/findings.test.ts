import {
  CloudTrailClient,
  CreateTrailCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import {
  CreateFilterCommand,
  CreateIPSetCommand,
  CreateThreatIntelSetCommand,
  ListFindingsCommand,
  UpdateDetectorCommand,
  UpdateThreatIntelSetCommand,
} from '@aws-sdk/client-guardduty';
import {
  CreateUserCommand,
  DeleteAccountPasswordPolicyCommand,
  GetUserCommand,
  IAMClient,
  ListUsersCommand,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  DeletePublicAccessBlockCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  GetObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser, policyText } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { startServer, type TestServer } from '../../server.ts';
import { found, findingsOf, guarded } from './bench.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

function heardBy(account: string) {
  return listening.heard.filter((event) => event['account'] === account);
}

async function advance(minutes: number): Promise<void> {
  const body = JSON.stringify({ advance: `PT${minutes}M` });
  const answer = await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
}

test('check 1: StopLogging is found once, counted, and told of again at the next tick alone', async () => {
  const guard = await guarded(server);
  const { client, DetectorId, account } = guard;
  await client.send(
    new UpdateDetectorCommand({ DetectorId, FindingPublishingFrequency: 'FIFTEEN_MINUTES' }),
  );
  const user = await newUser(server, account, 'mallory', {
    allow: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  const s3 = new S3Client({ ...user, forcePathStyle: true });
  const Bucket = `trail-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'cloudtrail.amazonaws.com' },
    Action: ['s3:GetBucketAcl', 's3:PutObject'],
    Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  const trail = new CloudTrailClient(user);
  await trail.send(new CreateTrailCommand({ Name: 'audit', S3BucketName: Bucket }));
  await trail.send(new StopLoggingCommand({ Name: 'audit' }));
  const type = 'Stealth:IAMUser/CloudTrailLoggingDisabled';
  const finding = await found(guard, type);
  expect(finding).toMatchObject({
    AccountId: account,
    SchemaVersion: '2.0',
    Severity: 2,
    Title: 'AWS CloudTrail trail audit was disabled.',
    Resource: {
      ResourceType: 'AccessKey',
      AccessKeyDetails: { UserName: 'mallory', UserType: 'IAMUser' },
    },
    Service: {
      ServiceName: 'guardduty',
      DetectorId,
      Archived: false,
      ResourceRole: 'TARGET',
      Action: {
        ActionType: 'AWS_API_CALL',
        AwsApiCallAction: {
          Api: 'StopLogging',
          ServiceName: 'cloudtrail.amazonaws.com',
          CallerType: 'Remote IP',
          RemoteIpDetails: { IpAddressV4: '127.0.0.1' },
        },
      },
    },
  });
  const events = () =>
    heardBy(account).filter((event) => JSON.stringify(event['detail']).includes(type));
  await expect.poll(() => events().length).toBe(1);
  expect(events()[0]).toMatchObject({
    source: 'aws.guardduty',
    'detail-type': 'GuardDuty Finding',
    detail: {
      schemaVersion: '2.0',
      accountId: account,
      id: finding.Id,
      type,
      severity: 2,
      resource: { accessKeyDetails: { userName: 'mallory' } },
      service: {
        serviceName: 'guardduty',
        count: 1,
        action: {
          awsApiCallAction: { api: 'StopLogging', serviceName: 'cloudtrail.amazonaws.com' },
        },
      },
    },
  });
  for (let round = 0; round < 4; round += 1) {
    await trail.send(new StopLoggingCommand({ Name: 'audit' }));
  }
  expect((await found(guard, type, 5)).Id).toBe(finding.Id);
  expect(events().length).toBe(1);
  await advance(16);
  await expect.poll(() => events().length).toBe(2);
  expect(events()[1]).toMatchObject({ detail: { id: finding.Id, service: { count: 5 } } });
  await advance(16);
  expect(events().length).toBe(2);
});

test('check 2: a shorter password is low, no policy at all is higher', async () => {
  const guard = await guarded(server);
  const iam = new IAMClient(server.client(guard.account));
  const type = 'Stealth:IAMUser/PasswordPolicyChange';
  const strong = { RequireSymbols: true, RequireNumbers: true, RequireUppercaseCharacters: true };
  const update = (MinimumPasswordLength: number) =>
    iam.send(new UpdateAccountPasswordPolicyCommand({ ...strong, MinimumPasswordLength }));
  await update(14);
  await update(6);
  expect((await found(guard, type)).Severity).toBe(2);
  await iam.send(new DeleteAccountPasswordPolicyCommand({}));
  expect((await found(guard, type, 2)).Severity).toBe(8);
});

test('checks 3 and 4: a bucket whose block is taken away is opened to everybody', async () => {
  const guard = await guarded(server);
  const s3 = new S3Client({ ...server.client(guard.account), forcePathStyle: true });
  const Bucket = `open-${guard.account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
  expect(await found(guard, 'Policy:S3/BucketBlockPublicAccessDisabled')).toMatchObject({
    Severity: 2,
    Resource: { S3BucketDetails: [{ Name: Bucket, Arn: `arn:aws:s3:::${Bucket}` }] },
  });
  const Policy = policyText({
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/*`,
  });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
  expect(await found(guard, 'Policy:S3/BucketAnonymousAccessGranted')).toMatchObject({
    Severity: 8,
    Resource: {
      S3BucketDetails: [
        {
          Name: Bucket,
          PublicAccess: {
            EffectivePermission: 'PUBLIC',
            PermissionConfiguration: {
              BucketLevelPermissions: {
                BucketPolicy: { AllowsPublicReadAccess: true, AllowsPublicWriteAccess: false },
              },
            },
          },
        },
      ],
    },
  });
});

test('check 6: a testing system is known by its user agent; on objects while S3 protection is on', async () => {
  const guard = await guarded(server);
  const { account, client, DetectorId } = guard;
  const agent = { customUserAgent: [['md/distrib#kali.2025', '']] as [string, string][] };
  const user = await newUser(server, account, 'tester', {
    allow: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  await new IAMClient({ ...user, ...agent }).send(new GetUserCommand({}));
  expect((await found(guard, 'PenTest:IAMUser/KaliLinux')).Severity).toBe(5);
  await client.send(
    new UpdateDetectorCommand({
      DetectorId,
      Features: [{ Name: 'S3_DATA_EVENTS', Status: 'DISABLED' }],
    }),
  );
  const s3 = new S3Client({ ...user, ...agent, forcePathStyle: true });
  const Bucket = `tested-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
  await found(guard, 'PenTest:IAMUser/KaliLinux', 2);
  expect(await findingsOf(guard, 'PenTest:S3/KaliLinux')).toEqual([]);
  await client.send(
    new UpdateDetectorCommand({
      DetectorId,
      Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }],
    }),
  );
  await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }));
  expect(await found(guard, 'PenTest:S3/KaliLinux')).toMatchObject({
    Severity: 5,
    Resource: { ResourceType: 'S3Bucket' },
    Service: { FeatureName: 'S3DataEvents' },
  });
});

test("check 7: callers on a customer's list; a trusted address wins; a list that is off is none", async () => {
  const guard = await guarded(server);
  const { account, client, DetectorId } = guard;
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Bucket = `lists-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'bad.txt', Body: '# bad\n127.0.0.0/8\n' }));
  const Location = `https://s3.amazonaws.com/${Bucket}/bad.txt`;
  const user = await newUser(server, account, 'scout', {
    allow: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  });
  const iam = new IAMClient(user);
  const { ThreatIntelSetId } = await client.send(
    new CreateThreatIntelSetCommand({
      DetectorId,
      Name: 'bad',
      Format: 'TXT',
      Location,
      Activate: false,
    }),
  );
  await iam.send(new ListUsersCommand({}));
  const agent = { customUserAgent: [['md/distrib#kali.2025', '']] as [string, string][] };
  await new IAMClient({ ...user, ...agent }).send(new GetUserCommand({}));
  await found(guard, 'PenTest:IAMUser/KaliLinux');
  await client.send(
    new UpdateThreatIntelSetCommand({ DetectorId, ThreatIntelSetId, Activate: true }),
  );
  await iam.send(new ListUsersCommand({}));
  await iam.send(new CreateUserCommand({ UserName: 'backdoor' }));
  const ofScout = async (type: string) => {
    const all = await findingsOf(guard, type);
    return all.filter(({ Resource }) => Resource?.AccessKeyDetails?.UserName === 'scout');
  };
  await expect
    .poll(() => ofScout('UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom'))
    .toHaveLength(1);
  const [recon] = await ofScout('Recon:IAMUser/MaliciousIPCaller.Custom');
  expect(recon).toMatchObject({
    Severity: 5,
    Service: {
      Count: 1,
      Evidence: { ThreatIntelligenceDetails: [{ ThreatListName: 'bad' }] },
      Action: { AwsApiCallAction: { Api: 'ListUsers' } },
      AdditionalInfo: { Value: '{"threatListName":"bad"}', Type: 'default' },
    },
  });
  await client.send(
    new CreateIPSetCommand({ DetectorId, Name: 'good', Format: 'TXT', Location, Activate: true }),
  );
  await iam.send(new ListUsersCommand({}));
  await new IAMClient({ ...user, ...agent }).send(new GetUserCommand({}));
  await found(guard, 'PenTest:IAMUser/KaliLinux', 2);
  const [after] = await ofScout('Recon:IAMUser/MaliciousIPCaller.Custom');
  expect(after?.Service?.Count).toBe(1);
});

test('check 9: what the root user does is found', async () => {
  const guard = await guarded(server);
  await new STSClient(server.client(guard.account)).send(new GetCallerIdentityCommand({}));
  await expect
    .poll(async () => (await findingsOf(guard, 'Policy:IAMUser/RootCredentialUsage'))[0])
    .toMatchObject({
      Severity: 2,
      Resource: { AccessKeyDetails: { UserName: 'Root', UserType: 'Root' } },
    });
});

test("an instance's credentials are used from elsewhere", async () => {
  const guard = await guarded(server);
  const role = await newRole(server, guard.account, 'web');
  const session = await sessionOf(server, guard.account, role, 'i-0123456789abcdef0');
  await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(
    await found(guard, 'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS'),
  ).toMatchObject({
    Severity: 8,
    Title: 'Credentials for instance i-0123456789abcdef0 were used from an external IP address.',
  });
});

test('check 28: a filter that archives keeps a finding from everybody; it is still there', async () => {
  const guard = await guarded(server);
  const { client, DetectorId, account } = guard;
  const FindingCriteria = {
    Criterion: {
      type: { Equals: ['Policy:IAMUser/RootCredentialUsage'] },
      'service.action.awsApiCallAction.remoteIpDetails.ipAddressV4': { Equals: ['127.0.0.1'] },
    },
  };
  await client.send(
    new CreateFilterCommand({
      DetectorId,
      Name: 'root-is-known',
      Action: 'ARCHIVE',
      FindingCriteria,
    }),
  );
  await new IAMClient(server.client(account))
    .send(new DeleteAccountPasswordPolicyCommand({}))
    .catch(() => undefined);
  const list = async (archived: string) => {
    const Criterion = {
      'service.archived': { Equals: [archived] },
      type: { Equals: ['Policy:IAMUser/RootCredentialUsage'] },
    };
    const answer = await client.send(
      new ListFindingsCommand({ DetectorId, FindingCriteria: { Criterion } }),
    );
    return answer.FindingIds ?? [];
  };
  await expect.poll(() => list('true')).toHaveLength(1);
  const types = heardBy(account).map((event) => JSON.stringify(event['detail']));
  const after = types.filter((text) => text.includes('DeleteAccountPasswordPolicy'));
  expect(after.some((text) => text.includes('RootCredentialUsage'))).toBe(false);
});
