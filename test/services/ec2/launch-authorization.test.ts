import {
  AssociateIamInstanceProfileCommand,
  DescribeIamInstanceProfileAssociationsCommand,
  DisassociateIamInstanceProfileCommand,
  EC2Client,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { launchOf } from './launching.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test('an instance profile is given by who may pass its role', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const role = await newRole(server, account, 'app', { Service: 'ec2.amazonaws.com' });
  const InstanceProfileName = 'app';
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName, RoleName: 'app' }));
  const { ec2, ImageId, run } = await launchOf(server, account);
  const user = new EC2Client(
    await newUser(server, account, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }],
    }),
  );
  const request = new RunInstancesCommand({
    ImageId,
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
    IamInstanceProfile: { Name: 'app' },
  });
  await expect(user.send(request)).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: iam:PassRole on resource: ${role} because ` +
        'no identity-based policy allows the iam:PassRole action',
    ),
  });
  const arn = `arn:aws:iam::${account}:instance-profile/app`;
  const { Instances } = await run({ IamInstanceProfile: { Arn: arn } });
  expect(Instances?.[0]?.IamInstanceProfile).toMatchObject({ Arn: arn });
  const { IamInstanceProfileAssociations: [held] = [] } = await ec2.send(
    new DescribeIamInstanceProfileAssociationsCommand({}),
  );
  const InstanceId = Instances?.[0]?.InstanceId ?? '';
  expect(held).toMatchObject({ InstanceId, State: 'associated' });
  const associate = new AssociateIamInstanceProfileCommand({
    InstanceId,
    IamInstanceProfile: { Name: 'app' },
  });
  await expect(ec2.send(associate)).rejects.toMatchObject({
    name: 'IncorrectState',
    message: `There is an existing association for instance ${InstanceId}`,
  });
  const AssociationId = held?.AssociationId;
  await ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId }));
  await expect(
    ec2.send(new DisassociateIamInstanceProfileCommand({ AssociationId })),
  ).rejects.toMatchObject({
    name: 'InvalidAssociationID.NotFound',
    message: `The association ID '${AssociationId}' does not exist`,
  });
  await ec2.send(associate);
});

test('a policy decides on the type, the tags and the image of what is launched', async () => {
  const account = freshAccount();
  const { ImageId } = await launchOf(server, account);
  const any = `arn:aws:ec2:us-east-1:${account}`;
  const user = new EC2Client(
    await newUser(server, account, 'ann', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'ec2:RunInstances',
          Resource: [
            `${any}:subnet/*`,
            `${any}:security-group/*`,
            `${any}:network-interface/*`,
            `${any}:volume/*`,
          ],
        },
        {
          Effect: 'Allow',
          Action: 'ec2:RunInstances',
          Resource: 'arn:aws:ec2:us-east-1::image/*',
          Condition: { StringEquals: { 'ec2:Owner': 'amazon' }, Bool: { 'ec2:Public': 'true' } },
        },
        {
          Effect: 'Allow',
          Action: 'ec2:RunInstances',
          Resource: `${any}:instance/*`,
          Condition: {
            StringEquals: {
              'ec2:InstanceType': 't3.micro',
              'aws:RequestTag/team': 'red',
              'ec2:MetadataHttpTokens': 'required',
            },
          },
        },
        {
          Effect: 'Allow',
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } },
        },
        {
          Effect: 'Allow',
          Action: 'ec2:TerminateInstances',
          Resource: '*',
          Condition: { StringEquals: { 'ec2:ResourceTag/team': 'blue' } },
        },
      ],
    }),
  );
  const request = (InstanceType: 't3.micro' | 't3.large') =>
    new RunInstancesCommand({
      ImageId,
      InstanceType,
      MinCount: 1,
      MaxCount: 1,
      MetadataOptions: { HttpTokens: 'required' },
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'team', Value: 'red' }] }],
    });
  const { Instances } = await user.send(request('t3.micro'));
  const denied = (action: string, resource: string) => ({
    name: 'UnauthorizedOperation',
    message: expect.stringContaining(
      `is not authorized to perform: ec2:${action} on resource: ${any}:instance/${resource} because no identity-based ` +
        `policy allows the ec2:${action} action. Encoded authorization failure message: `,
    ),
  });
  await expect(user.send(request('t3.large'))).rejects.toMatchObject(denied('RunInstances', '*'));
  const id = Instances?.[0]?.InstanceId ?? '';
  await expect(
    user.send(new TerminateInstancesCommand({ InstanceIds: [id] })),
  ).rejects.toMatchObject(denied('TerminateInstances', id));
});
