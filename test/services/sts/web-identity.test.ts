import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  AttachRolePolicyCommand,
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  DetachRolePolicyCommand,
  IAMClient,
  ListUsersCommand,
  PutRolePolicyCommand,
  UpdateOpenIDConnectProviderThumbprintCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { policyText } from '../../identities.ts';
import { type Issuer, startIssuer } from '../../issuer.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
let issuer: Issuer;
beforeAll(async () => {
  server = await startServer();
  issuer = await startIssuer();
});
afterAll(async () => {
  await issuer.close();
  await server.close();
});

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';

interface Options {
  readonly of?: Issuer;
  readonly condition?: object;
  readonly actions?: readonly string[];
  readonly thumbprints?: string[];
}

/** An account that knows the issuer, and a role that trusts it. */
async function trusting({ of = issuer, condition, actions, thumbprints }: Options = {}) {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const { OpenIDConnectProviderArn: provider } = await iam.send(
    new CreateOpenIDConnectProviderCommand({
      Url: of.url,
      ClientIDList: ['client'],
      ThumbprintList: thumbprints,
    }),
  );
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'web',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: actions ?? 'sts:AssumeRoleWithWebIdentity',
        ...(condition === undefined ? {} : { Condition: condition }),
      }),
    }),
  );
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'web', PolicyArn: ADMIN }));
  return { account, iam, provider: provider ?? '', role: `arn:aws:iam::${account}:role/web` };
}

function keyOf(of: Issuer, claim: string): string {
  return `${of.url.replace(/^https?:\/\//, '')}:${claim}`;
}

function assume(
  RoleArn: string,
  WebIdentityToken: string,
  more: Partial<AssumeRoleWithWebIdentityCommandInput> = {},
) {
  const sts = new STSClient({ endpoint: server.url, region: 'us-east-1', maxAttempts: 1 });
  return sts.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn,
      RoleSessionName: 'app',
      WebIdentityToken,
      ...more,
    }),
  );
}

function sessionOf(assumed: Awaited<ReturnType<typeof assume>>) {
  const { Credentials: made } = assumed;
  return {
    ...server.client('000000000000'),
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
}

const denied = {
  name: 'AccessDenied',
  message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
};

test('AssumeRoleWithWebIdentity: gives a session to whom a trusted provider vouches for', async () => {
  const { account, provider, role } = await trusting({
    condition: { StringEquals: { [keyOf(issuer, 'aud')]: 'client' } },
  });
  const assumed = await assume(role, issuer.token());
  expect(assumed).toMatchObject({
    SubjectFromWebIdentityToken: 'user-1',
    Provider: provider,
    Audience: 'client',
    AssumedRoleUser: { Arn: `arn:aws:sts::${account}:assumed-role/web/app` },
  });
  const session = sessionOf(assumed);
  const who = await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(who.Arn).toBe(assumed.AssumedRoleUser?.Arn);
  await new IAMClient(session).send(new ListUsersCommand({}));
});

test('AssumeRoleWithWebIdentity: the trust policy decides by subject, audience and the rest', async () => {
  const { role } = await trusting({
    condition: {
      StringLike: { [keyOf(issuer, 'sub')]: 'repo:octo/*' },
      'ForAnyValue:StringEquals': { [keyOf(issuer, 'amr')]: ['mfa'] },
    },
  });
  await expect(assume(role, issuer.token())).rejects.toMatchObject(denied);
  await expect(assume(role, issuer.token({ sub: 'repo:octo/a' }))).rejects.toMatchObject(denied);
  await assume(role, issuer.token({ sub: 'repo:octo/a', amr: ['pwd', 'mfa'] }));
  const missing = role.replace('/web', '/none');
  await expect(assume(missing, issuer.token())).rejects.toMatchObject(denied);
});

test('AssumeRoleWithWebIdentity: a provider is trusted where the policy names it, not by its account', async () => {
  const { account, iam } = await trusting();
  const trust = policyText({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'sts:AssumeRoleWithWebIdentity',
  });
  await iam.send(new CreateRoleCommand({ RoleName: 'own', AssumeRolePolicyDocument: trust }));
  const own = `arn:aws:iam::${account}:role/own`;
  await expect(assume(own, issuer.token())).rejects.toMatchObject(denied);
});

test('AssumeRoleWithWebIdentity: refuses tokens that prove nothing', async () => {
  const { role } = await trusting();
  const other = await startIssuer();
  const now = Math.floor(Date.now() / 1_000);
  const [head = '', , tail = ''] = issuer.token().split('.');
  const forged = Buffer.from(JSON.stringify({ iss: issuer.url, sub: 'root', aud: 'client' }));
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${issuer.token().split('.')[1]}.`;
  const cases: readonly (readonly [string, string, string | RegExp])[] = [
    ['abcd', 'InvalidIdentityTokenException', /^The ID Token provided is not a valid JWT/],
    [
      other.token(),
      'InvalidIdentityTokenException',
      `No OpenIDConnect provider found in your account for ${other.url}`,
    ],
    [
      `${head}.${forged.toString('base64url')}.${tail}`,
      'InvalidIdentityTokenException',
      'Token signature invalid',
    ],
    [unsigned, 'InvalidIdentityTokenException', 'Token signature invalid'],
    [
      issuer.token({}, { alg: 'HS256' }),
      'InvalidIdentityTokenException',
      'Token signature invalid',
    ],
    [
      issuer.token({}, { alg: 'RS512' }),
      'InvalidIdentityTokenException',
      'Token signature invalid',
    ],
    [issuer.token({ aud: 'other' }), 'InvalidIdentityTokenException', 'Incorrect token audience'],
    [issuer.token({ azp: 'other' }), 'InvalidIdentityTokenException', 'Incorrect token audience'],
    [
      issuer.token({ exp: now - 10 }),
      'ExpiredTokenException',
      /^Token expired: current date\/time \d+ must be before the expiration date\/time\d+$/,
    ],
    [issuer.token({ nbf: now + 900 }), 'IDPRejectedClaimException', 'The token is not valid yet'],
    [
      issuer.token({ sub: undefined }),
      'InvalidIdentityTokenException',
      'Missing a required claim: sub',
    ],
  ];
  let ran = 0;
  for (const [token, name, text] of cases) {
    const message = typeof text === 'string' ? text : expect.stringMatching(text);
    await expect(assume(role, token)).rejects.toMatchObject({ name, message });
    ran += 1;
  }
  expect(ran).toBe(11);
  await other.close();
});

test('AssumeRoleWithWebIdentity: asks a provider for its keys once, and says when it is gone', async () => {
  const own = await startIssuer({ algorithm: 'ES256' });
  const { role } = await trusting({ of: own });
  await assume(role, own.token());
  await assume(role, own.token());
  expect(own.fetches()).toBe(1);
  const gone = await startIssuer();
  const lost = await trusting({ of: gone });
  const token = gone.token();
  await gone.close();
  await expect(assume(lost.role, token)).rejects.toMatchObject({
    name: 'InvalidIdentityTokenException',
    message:
      "Couldn't retrieve verification key from your identity provider,  please reference " +
      'AssumeRoleWithWebIdentity documentation for requirements',
  });
  await own.close();
});

test('AssumeRoleWithWebIdentity: tags and source identity come with the token, when they may', async () => {
  const claims = {
    'https://aws.amazon.com/tags': { principal_tags: { team: ['red'] }, transitive_tag_keys: [] },
    'https://aws.amazon.com/source_identity': 'ann',
  };
  const plain = await trusting();
  await expect(assume(plain.role, issuer.token(claims))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  const { account, iam, role } = await trusting({
    actions: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession', 'sts:SetSourceIdentity'],
  });
  const assumed = await assume(role, issuer.token(claims));
  expect(assumed.SourceIdentity).toBe('ann');
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: 'web',
      PolicyName: 'not-red',
      PolicyDocument: policyText({
        Effect: 'Deny',
        Action: 'iam:ListUsers',
        Resource: '*',
        Condition: {
          StringEquals: {
            'aws:PrincipalTag/team': 'red',
            'aws:SourceIdentity': 'ann',
            [keyOf(issuer, 'sub')]: 'user-1',
            'aws:FederatedProvider': `arn:aws:iam::${account}:oidc-provider/${keyOf(issuer, '').slice(0, -1)}`,
          },
        },
      }),
    }),
  );
  const users = new IAMClient(sessionOf(assumed)).send(new ListUsersCommand({}));
  await expect(users).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('AssumeRoleWithWebIdentity: is recorded in the account of the role, under the identity of the token', async () => {
  const { account, provider, role } = await trusting();
  await assume(role, issuer.token());
  const trail = new CloudTrailClient(server.client(account));
  const { Events } = await trail.send(
    new LookupEventsCommand({
      LookupAttributes: [
        { AttributeKey: 'EventName', AttributeValue: 'AssumeRoleWithWebIdentity' },
      ],
    }),
  );
  const record: { userIdentity?: object; requestParameters?: object } = JSON.parse(
    Events?.[0]?.CloudTrailEvent ?? '{}',
  );
  expect(record.userIdentity).toEqual({
    type: 'WebIdentityUser',
    principalId: `${provider}:client:user-1`,
    userName: 'user-1',
    identityProvider: provider,
  });
  expect(JSON.stringify(record.requestParameters)).not.toContain('eyJ');
});

test('AssumeRoleWithWebIdentity: a provider that hangs holds no unit open, and no other call up', async () => {
  const slow = await startIssuer();
  try {
    const { role, iam } = await trusting({ of: slow });
    const { store } = server.platform.engine();
    const run = store.run.bind(store);
    let open = 0;
    const spy = vi.spyOn(store, 'run').mockImplementation(async (work) => {
      open += 1;
      return run(work).finally(() => {
        open -= 1;
      });
    });
    const release = slow.hold();
    const assuming = assume(role, slow.token());
    await expect.poll(slow.fetches).toBe(1);
    await expect.poll(() => open).toBe(0);
    await iam.send(new ListUsersCommand({}));
    await iam.send(new DetachRolePolicyCommand({ RoleName: 'web', PolicyArn: ADMIN }));
    release();
    const session = sessionOf(await assuming);
    spy.mockRestore();
    await expect(new IAMClient(session).send(new ListUsersCommand({}))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  } finally {
    await slow.close();
  }
});

test('AssumeRoleWithWebIdentity: keys fetched for a provider that has changed since prove nothing', async () => {
  const slow = await startIssuer();
  try {
    const { role, iam, provider } = await trusting({ of: slow });
    const release = slow.hold();
    const assuming = assume(role, slow.token());
    await expect.poll(slow.fetches).toBe(1);
    await iam.send(
      new UpdateOpenIDConnectProviderThumbprintCommand({
        OpenIDConnectProviderArn: provider,
        ThumbprintList: ['ab'.repeat(20)],
      }),
    );
    release();
    await expect(assuming).rejects.toMatchObject({
      name: 'InvalidIdentityTokenException',
      message:
        "Couldn't retrieve verification key from your identity provider,  please reference " +
        'AssumeRoleWithWebIdentity documentation for requirements',
    });
  } finally {
    await slow.close();
  }
});
