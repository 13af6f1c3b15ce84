import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  GetUserCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetAccessKeyInfoCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const MAY_ASSUME = [
  {
    Effect: 'Allow',
    Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
    Resource: '*',
  },
] as const;

interface RoleOptions {
  readonly principal: string;
  readonly actions?: readonly string[];
  readonly condition?: object;
  readonly seconds?: number;
}

async function newRole(account: string, RoleName: string, options: RoleOptions): Promise<string> {
  const iam = new IAMClient(server.client(account));
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName,
      MaxSessionDuration: options.seconds ?? 43_200,
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { AWS: options.principal },
        Action: options.actions ?? ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
        ...(options.condition === undefined ? {} : { Condition: options.condition }),
      }),
    }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: ADMIN }));
  return Role?.Arn ?? '';
}

function assume(config: ClientConfig, RoleArn: string, more: Partial<AssumeRoleCommandInput> = {}) {
  const command = new AssumeRoleCommand({ RoleArn, RoleSessionName: 'session', ...more });
  return new STSClient(config).send(command);
}

type Assumed = Awaited<ReturnType<typeof assume>>;

function as(config: ClientConfig, { Credentials }: Assumed): ClientConfig {
  return {
    ...config,
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    },
  };
}

test('AssumeRole: gives a session that acts with the policies of the role', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const RoleArn = await newRole(account, 'admin', { principal: account });
  const assumed = await assume(user, RoleArn);
  expect(assumed.AssumedRoleUser).toEqual({
    AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:session$/),
    Arn: `arn:aws:sts::${account}:assumed-role/admin/session`,
  });
  const session = as(user, assumed);
  expect(session.credentials.accessKeyId).toMatch(/^ASIA/);
  const who = await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(who).toMatchObject({
    Account: account,
    Arn: assumed.AssumedRoleUser?.Arn,
    UserId: assumed.AssumedRoleUser?.AssumedRoleId,
  });
  await new IAMClient(session).send(new ListUsersCommand({}));
  const iam = new IAMClient(server.client(account));
  await iam.send(new DetachRolePolicyCommand({ RoleName: 'admin', PolicyArn: ADMIN }));
  await expect(new IAMClient(session).send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(
      `User: ${assumed.AssumedRoleUser?.Arn} is not authorized to perform: iam:ListUsers`,
    ),
  });
});

test('AssumeRole: needs the trust of the role, and in another account both sides', async () => {
  const [home, away] = [freshAccount(), freshAccount()];
  const trusted = await newUser(server, home, 'ann', { allow: MAY_ASSUME });
  const plain = await newUser(server, home, 'bob');
  const userArn = `arn:aws:iam::${home}:user/ann`;
  const near = await newRole(home, 'near', { principal: userArn });
  const far = await newRole(away, 'far', { principal: home });
  const closed = await newRole(away, 'closed', { principal: away });
  await assume(trusted, near);
  await assume(trusted, far);
  const denied = (user: string, arn: string, reason = '') => ({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${home}:user/${user} is not authorized to perform: sts:AssumeRole on ` +
      `resource: ${arn}${reason}`,
  });
  const noTrust = ' because no role trust policy allows the sts:AssumeRole action';
  await expect(assume(plain, near)).rejects.toMatchObject(denied('bob', near, noTrust));
  await expect(assume(plain, far)).rejects.toMatchObject(denied('bob', far));
  await expect(assume(trusted, closed)).rejects.toMatchObject(denied('ann', closed));
  const missing = `arn:aws:iam::${away}:role/none`;
  await expect(assume(trusted, missing)).rejects.toMatchObject(denied('ann', missing));
});

test('AssumeRole: a role is not for roots, and a wrong ARN is told', async () => {
  const account = freshAccount();
  const RoleArn = await newRole(account, 'r', { principal: account });
  await expect(assume(server.client(account), RoleArn)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Roles may not be assumed by root accounts.',
  });
  const wrong = 'nothing-valid-in-here';
  await expect(assume(server.client(account), wrong)).rejects.toMatchObject({
    name: 'ValidationError',
    message: `${wrong} is invalid`,
  });
});

test('AssumeRole: the external id must be the one the trust policy asks for', async () => {
  const [home, away] = [freshAccount(), freshAccount()];
  const user = await newUser(server, home, 'ann', { allow: MAY_ASSUME });
  const condition = { StringEquals: { 'sts:ExternalId': 'deal-7' } };
  const RoleArn = await newRole(away, 'r', { principal: home, condition });
  await expect(assume(user, RoleArn)).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(assume(user, RoleArn, { ExternalId: 'deal-8' })).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  await assume(user, RoleArn, { ExternalId: 'deal-7' });
});

test('AssumeRole: session policies can only take away', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const RoleArn = await newRole(account, 'r', { principal: account });
  const Policy = policyText({ Effect: 'Allow', Action: 'iam:ListUsers', Resource: '*' });
  const assumed = await assume(user, RoleArn, { Policy });
  expect(assumed.PackedPolicySize).toBeGreaterThan(0);
  const iam = new IAMClient(as(user, assumed));
  await iam.send(new ListUsersCommand({}));
  await expect(iam.send(new GetUserCommand({ UserName: 'ann' }))).rejects.toMatchObject({
    message: expect.stringMatching(/because no session policy allows the iam:GetUser action$/),
  });
  await expect(assume(user, RoleArn, { Policy: '{"a":1}' })).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
  });
  const byArn = await assume(user, RoleArn, { PolicyArns: [{ arn: ADMIN }] });
  await new IAMClient(as(user, byArn)).send(new GetUserCommand({ UserName: 'ann' }));
});

test('AssumeRole: session tags are seen by policies, and go down the chain when transitive', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const first = await newRole(account, 'first', { principal: account });
  const condition = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
  const second = await newRole(account, 'second', { principal: account, condition });
  const Tags = [{ Key: 'team', Value: 'red' }];
  const plain = as(user, await assume(user, first));
  await expect(assume(plain, second)).rejects.toMatchObject({ name: 'AccessDenied' });
  const TransitiveTagKeys = ['team'];
  const tagged = as(user, await assume(user, first, { Tags, TransitiveTagKeys }));
  const chained = as(user, await assume(tagged, second));
  await assume(chained, second);
  await expect(assume(tagged, second, { Tags })).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message:
      "One of the specified transitive tag keys can't be set because it conflicts with a " +
      'transitive tag key from the calling session.',
  });
  await expect(assume(user, first, { TransitiveTagKeys: ['none'] })).rejects.toMatchObject({
    message: 'The specified transitive tag key must be included in the requested tags.',
  });
  const twice = [...Tags, { Key: 'TEAM', Value: 'blue' }];
  await expect(assume(user, first, { Tags: twice })).rejects.toMatchObject({
    message: 'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
  });
});

test('AssumeRole: sessions last as long as asked, within limits, and end in service time', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const short = await newRole(account, 'short', { principal: account, seconds: 3_600 });
  await expect(assume(user, short, { DurationSeconds: 3_601 })).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  });
  const long = await newRole(account, 'long', { principal: account });
  const session = as(user, await assume(user, long, { DurationSeconds: 900 }));
  await expect(assume(session, long, { DurationSeconds: 3_601 })).rejects.toMatchObject({
    name: 'ValidationError',
    message:
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role ' +
      'chaining.',
  });
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 901_000);
  const late = new STSClient(session).send(new GetCallerIdentityCommand({}));
  await expect(late).rejects.toMatchObject({ name: 'ExpiredToken' });
});

test('AssumeRole: a session ends with its role, and does not come back with a namesake', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const RoleArn = await newRole(account, 'r', { principal: account });
  const session = new STSClient(as(user, await assume(user, RoleArn)));
  const iam = new IAMClient(server.client(account));
  await iam.send(new DetachRolePolicyCommand({ RoleName: 'r', PolicyArn: ADMIN }));
  await iam.send(new DeleteRoleCommand({ RoleName: 'r' }));
  await newRole(account, 'r', { principal: account });
  await expect(session.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
  });
});

test('AssumeRole: a token changed in one place is refused', async () => {
  const account = freshAccount();
  const user = await newUser(server, account, 'ann', { allow: MAY_ASSUME });
  const session = as(user, await assume(user, await newRole(account, 'r', { principal: account })));
  const { sessionToken = '' } = session.credentials;
  for (const at of [20, 60, 120]) {
    const other = sessionToken[at] === 'A' ? 'B' : 'A';
    const changed = sessionToken.slice(0, at) + other + sessionToken.slice(at + 1);
    const config = { ...session, credentials: { ...session.credentials, sessionToken: changed } };
    const call = new STSClient(config).send(new GetCallerIdentityCommand({}));
    await expect(call).rejects.toMatchObject({ name: 'InvalidClientTokenId' });
  }
});

test('AssumeRole: leaves a record in both accounts, and no secret in either', async () => {
  const [home, away] = [freshAccount(), freshAccount()];
  const user = await newUser(server, home, 'ann', { allow: MAY_ASSUME });
  const RoleArn = await newRole(away, 'r', { principal: home });
  const assumed = await assume(user, RoleArn, { SourceIdentity: 'ann@example' });
  expect(assumed.SourceIdentity).toBe('ann@example');
  const records = await Promise.all(
    [home, away].map(async (account) => {
      const trail = new CloudTrailClient(server.client(account));
      const LookupAttributes = [
        { AttributeKey: 'EventName' as const, AttributeValue: 'AssumeRole' },
      ];
      const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
      expect(Events).toHaveLength(1);
      return Events?.[0]?.CloudTrailEvent ?? '';
    }),
  );
  for (const text of records) {
    expect(text).not.toContain(assumed.Credentials?.SecretAccessKey);
    expect(text).not.toContain(assumed.Credentials?.SessionToken);
    expect(text).toContain(assumed.Credentials?.AccessKeyId);
  }
  const [own, other] = records.map((text) => JSON.parse(text));
  expect(own.sharedEventID).toBe(other.sharedEventID);
  expect(own.eventID).not.toBe(other.eventID);
  expect([own.recipientAccountId, other.recipientAccountId]).toEqual([home, away]);
  const session = as(user, assumed);
  const { Account } = await new STSClient(server.client(home)).send(
    new GetAccessKeyInfoCommand({ AccessKeyId: session.credentials.accessKeyId }),
  );
  expect(Account).toBe(away);
});
