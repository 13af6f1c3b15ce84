import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsWithEntitiesCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GenerateServiceLastAccessedDetails: tells which services somebody may use, and when they did', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const GroupName = 'keepers';
  const PolicyArn = 'arn:aws:iam::aws:policy/AWSKeyManagementServicePowerUser';
  const ann = await newUser(server, account, 'ann');
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AddUserToGroupCommand({ UserName: 'ann', GroupName }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn }));
  await new KMSClient(ann).send(new ListKeysCommand({}));
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime());
  const arn = `arn:aws:iam::${account}:user/ann`;
  const subjects = [arn, `arn:aws:iam::${account}:group/keepers`, PolicyArn];
  let ran = 0;
  for (const Arn of subjects) {
    const { JobId } = await iam.send(new GenerateServiceLastAccessedDetailsCommand({ Arn }));
    const report = await iam.send(new GetServiceLastAccessedDetailsCommand({ JobId }));
    expect(report).toMatchObject({ JobStatus: 'COMPLETED', JobType: 'SERVICE_LEVEL' });
    expect(report.ServicesLastAccessed).toEqual([
      {
        ServiceName: 'AWS Identity and Access Management (IAM)',
        ServiceNamespace: 'iam',
        TotalAuthenticatedEntities: 0,
      },
      {
        ServiceName: 'AWS Key Management Service',
        ServiceNamespace: 'kms',
        LastAuthenticated: expect.any(Date),
        LastAuthenticatedEntity: arn,
        LastAuthenticatedRegion: 'us-east-1',
        TotalAuthenticatedEntities: 1,
      },
    ]);
    const who = await iam.send(
      new GetServiceLastAccessedDetailsWithEntitiesCommand({ JobId, ServiceNamespace: 'kms' }),
    );
    expect(who.EntityDetailsList).toMatchObject([
      { EntityInfo: { Arn: arn, Name: 'ann', Type: 'USER', Path: '/' } },
    ]);
    ran += 1;
  }
  expect(ran).toBe(3);
  const JobId = '00000000-0000-0000-0000-000000000000';
  await expect(iam.send(new GetServiceLastAccessedDetailsCommand({ JobId }))).rejects.toMatchObject(
    { name: 'NoSuchEntityException' },
  );
});
