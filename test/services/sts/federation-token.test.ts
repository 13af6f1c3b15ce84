import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { CreateKeyCommand, EncryptCommand, KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import {
  GetCallerIdentityCommand,
  GetFederationTokenCommand,
  type GetFederationTokenCommandInput,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { attachNew, newMember, newOrganization } from '../organizations/fixture.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const KEYS = policyText({ Effect: 'Allow', Action: ['kms:ListKeys', 'iam:*'], Resource: '*' });
const MAY = [
  { Effect: 'Allow', Action: ['sts:GetFederationToken', 'kms:*', 'iam:*'], Resource: '*' },
] as const;

async function federate(
  config: ClientConfig,
  more: Partial<GetFederationTokenCommandInput> = {},
): Promise<ClientConfig> {
  const command = new GetFederationTokenCommand({ Name: 'Bob', ...more });
  const { Credentials: made } = await new STSClient(config).send(command);
  return {
    ...config,
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
}

test('GetFederationToken: what the user may, as far as the passed policy allows', async () => {
  const account = freshAccount();
  const ann = await newUser(server, account, 'ann', { allow: MAY });
  const session = await federate(ann, { Policy: KEYS });
  const who = await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(who).toMatchObject({
    Arn: `arn:aws:sts::${account}:federated-user/Bob`,
    UserId: `${account}:Bob`,
  });
  await new KMSClient(session).send(new ListKeysCommand({}));
  await expect(new KMSClient(session).send(new CreateKeyCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringMatching(/because no session policy allows the kms:CreateKey action$/),
  });
  // IAM is closed to federated users, whatever is passed.
  await expect(new IAMClient(session).send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  const bare = await federate(ann);
  await expect(new KMSClient(bare).send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('GetFederationToken: keys that trust the account go by the passed policy too', async () => {
  const account = freshAccount();
  const ann = await newUser(server, account, 'ann', { allow: MAY });
  const root = new KMSClient(server.client(account));
  const statement = (Principal: object, Action: string) => {
    return { Effect: 'Allow', Principal, Action, Resource: '*' } as const;
  };
  const { KeyMetadata } = await root.send(
    new CreateKeyCommand({
      BypassPolicyLockoutSafetyCheck: true,
      Policy: policyText(statement({ AWS: `arn:aws:iam::${account}:root` }, 'kms:*')),
    }),
  );
  const session = await federate(ann);
  await expect(
    new KMSClient(session).send(
      new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from('a') }),
    ),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const passed = await federate(ann, {
    Policy: policyText({ Effect: 'Allow', Action: 'kms:Encrypt', Resource: '*' }),
  });
  await new KMSClient(passed).send(
    new EncryptCommand({ KeyId: KeyMetadata?.KeyId, Plaintext: Buffer.from('a') }),
  );
});

test('GetFederationToken: needs permission and long-term credentials', async () => {
  const account = freshAccount();
  const plain = await newUser(server, account, 'bob');
  await expect(federate(plain)).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/bob is not authorized to perform: ` +
      `sts:GetFederationToken on resource: arn:aws:sts::${account}:federated-user/Bob because no ` +
      'identity-based policy allows the sts:GetFederationToken action',
  });
  const allow = [{ Effect: 'Allow', Action: '*', Resource: '*' }] as const;
  const ann = await newUser(server, account, 'ann', { allow });
  const { Credentials: made } = await new STSClient(ann).send(new GetSessionTokenCommand({}));
  const session = {
    ...ann,
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
  await expect(federate(session)).rejects.toMatchObject({ name: 'AccessDenied' });
  const root = await federate(server.client(account), { Policy: KEYS });
  await new KMSClient(root).send(new ListKeysCommand({}));
});

test('GetFederationToken: an SCP binds the session as it binds who asked for it', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const admin = await newUser(server, member, 'admin', {
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  const sessions = [
    await federate(admin, { Policy: KEYS }),
    await federate(server.client(member), { Policy: KEYS }),
  ];
  for (const session of sessions) {
    await expect(new KMSClient(session).send(new ListKeysCommand({}))).resolves.toMatchObject({
      Keys: [],
    });
  }
  const policy = await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'kms:ListKeys',
    Resource: '*',
  });
  for (const session of sessions) {
    await expect(new KMSClient(session).send(new ListKeysCommand({}))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:sts::${member}:federated-user/Bob is not authorized to perform: ` +
        'kms:ListKeys with an explicit deny in a service control policy: ' +
        `arn:aws:organizations::${organization.management}:policy/${organization.id}` +
        `/service_control_policy/${policy}`,
    });
  }
});
