import {
  AddUserToGroupCommand,
  AttachUserPolicyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  IAMClient,
  ListPoliciesGrantingServiceAccessCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('ListPoliciesGrantingServiceAccess: names what opens a service to somebody', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const UserName = 'ann';
  const GroupName = 'readers';
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AddUserToGroupCommand({ UserName, GroupName }));
  const put = (Action: string) => policyText({ Effect: 'Allow', Action, Resource: '*' });
  await iam.send(
    new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument: put('kms:Encrypt') }),
  );
  await iam.send(
    new PutUserPolicyCommand({
      UserName,
      PolicyName: 'not',
      PolicyDocument: policyText({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
    }),
  );
  await iam.send(
    new PutGroupPolicyCommand({ GroupName, PolicyName: 'read', PolicyDocument: put('s3:Get*') }),
  );
  const PolicyArn = 'arn:aws:iam::aws:policy/PowerUserAccess';
  await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  const { PoliciesGrantingServiceAccess } = await iam.send(
    new ListPoliciesGrantingServiceAccessCommand({
      Arn: `arn:aws:iam::${account}:user/ann`,
      ServiceNamespaces: ['kms', 's3', 'account'],
    }),
  );
  const managed = { PolicyName: 'PowerUserAccess', PolicyType: 'MANAGED', PolicyArn };
  expect(PoliciesGrantingServiceAccess).toEqual([
    {
      ServiceNamespace: 'kms',
      Policies: [
        { PolicyName: 'own', PolicyType: 'INLINE', EntityType: 'USER', EntityName: 'ann' },
        managed,
      ],
    },
    {
      ServiceNamespace: 's3',
      Policies: [
        managed,
        { PolicyName: 'read', PolicyType: 'INLINE', EntityType: 'GROUP', EntityName: GroupName },
      ],
    },
    { ServiceNamespace: 'account', Policies: [managed] },
  ]);
});
