import {
  DisableOutboundWebIdentityFederationCommand,
  EnableOutboundWebIdentityFederationCommand,
  GetOutboundWebIdentityFederationInfoCommand,
  IAMClient,
  PutRolePolicyCommand,
  TagRoleCommand,
} from '@aws-sdk/client-iam';
import {
  GetSessionTokenCommand,
  GetWebIdentityTokenCommand,
  type GetWebIdentityTokenCommandInput,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJws, verifyJws } from '../../../src/crypto/jws.ts';
import { createKeySets } from '../../../src/outbound/key-sets.ts';
import { newUser, policyText } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization } from '../organizations/fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const SECONDS = /^\d{10}$/;

async function enabled(account = freshAccount()) {
  const iam = new IAMClient(server.client(account));
  const made = await iam.send(new EnableOutboundWebIdentityFederationCommand({}));
  return { account, iam, issuer: made.IssuerIdentifier ?? '' };
}

function token(config: ClientConfig, more: Partial<GetWebIdentityTokenCommandInput> = {}) {
  return new STSClient(config).send(
    new GetWebIdentityTokenCommand({
      Audience: ['https://api.example.com'],
      SigningAlgorithm: 'ES384',
      ...more,
    }),
  );
}

/** The payload, once the signature was checked as any OpenID Connect client does: by what the issuer publishes. */
async function verified(text: string | undefined, issuer: string) {
  const jws = readJws(text ?? '');
  if (jws === undefined) throw new Error('no token');
  const keys = await createKeySets(Date.now).keysOf(issuer, [], () => true);
  expect(keys).toHaveLength(2);
  expect(verifyJws(jws, keys)).toBe(true);
  return jws;
}

test('GetWebIdentityToken: a token that anybody can verify by what the issuer publishes', async () => {
  const { account, issuer } = await enabled();
  expect(issuer).toMatch(new RegExp(`^${server.url}/_holdfast/issuers/[0-9a-f-]{36}$`));
  for (const SigningAlgorithm of ['RS256', 'ES384']) {
    const made = await token(server.client(account), { SigningAlgorithm });
    const { header, payload } = await verified(made.WebIdentityToken, issuer);
    expect(header).toMatchObject({ alg: SigningAlgorithm, typ: 'JWT' });
    expect(String(payload['iat'])).toMatch(SECONDS);
    expect(payload).toEqual({
      iss: issuer,
      aud: 'https://api.example.com',
      sub: `arn:aws:iam::${account}:root`,
      iat: payload['iat'],
      exp: Number(payload['iat']) + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      'https://sts.amazonaws.com/': { aws_account: account, source_region: 'us-east-1' },
    });
    expect(made.Expiration?.getTime()).toBe(Number(payload['exp']) * 1_000);
  }
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  expect(await discovery.json()).toMatchObject({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256', 'ES384'],
  });
  const keys = await (await fetch(`${issuer}/.well-known/jwks.json`)).text();
  expect(keys).not.toContain('"d"');
  const unknown = `${server.url}/_holdfast/issuers/none/.well-known/openid-configuration`;
  expect((await fetch(unknown)).status).toBe(404);
});

test('GetWebIdentityToken: tells role, organization, session and tags', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const { iam, issuer } = await enabled(member);
  const role = await newRole(server, member, 'app');
  await iam.send(new TagRoleCommand({ RoleName: 'app', Tags: [{ Key: 'team', Value: 'red' }] }));
  const allowAll = policyText({ Effect: 'Allow', Action: 'sts:*', Resource: '*' });
  await iam.send(
    new PutRolePolicyCommand({ RoleName: 'app', PolicyName: 'own', PolicyDocument: allowAll }),
  );
  const session = await sessionOf(server, member, role, 'work');
  const made = await token(
    { ...session, region: 'eu-west-1' },
    {
      Audience: ['https://one.example', 'https://two.example'],
      DurationSeconds: 60,
      Tags: [{ Key: 'job', Value: '7' }],
    },
  );
  const { payload } = await verified(made.WebIdentityToken, issuer);
  expect(payload).toMatchObject({ sub: role, aud: ['https://one.example', 'https://two.example'] });
  expect(payload['https://sts.amazonaws.com/']).toMatchObject({
    aws_account: member,
    source_region: 'eu-west-1',
    org_id: organization.id,
    ou_path: `${organization.id}/${organization.rootId}/`,
    principal_tags: { team: 'red' },
    original_session_exp: expect.stringMatching(/^\d{4}-.*Z$/),
    request_tags: { job: '7' },
  });
});

test('GetWebIdentityToken: permissions are for an audience, a duration and tags', async () => {
  const { account } = await enabled();
  const ann = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'sts:GetWebIdentityToken',
        Resource: '*',
        Condition: {
          'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': 'https://api.example.com' },
          NumericLessThanEquals: { 'sts:DurationSeconds': 300 },
          StringEquals: { 'sts:SigningAlgorithm': 'ES384' },
        },
      },
    ],
  });
  await token(ann);
  const denied = (action: string) => ({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ${action} because ` +
      `no identity-based policy allows the ${action} action`,
  });
  const cases: readonly [Partial<GetWebIdentityTokenCommandInput>, string][] = [
    [{ Audience: ['https://evil.example'] }, 'sts:GetWebIdentityToken'],
    [{ DurationSeconds: 301 }, 'sts:GetWebIdentityToken'],
    [{ SigningAlgorithm: 'RS256' }, 'sts:GetWebIdentityToken'],
    [{ Tags: [{ Key: 'a', Value: 'b' }] }, 'sts:TagGetWebIdentityToken'],
  ];
  let ran = 0;
  for (const [more, action] of cases) {
    await expect(token(ann, more)).rejects.toMatchObject(denied(action));
    ran += 1;
  }
  expect(ran).toBe(4);
});

test('GetWebIdentityToken: refused when disabled, beyond the session, and for other algorithms', async () => {
  const { account, iam, issuer } = await enabled();
  const root = server.client(account);
  await expect(token(root, { SigningAlgorithm: 'HS256' })).rejects.toMatchObject({
    name: 'ValidationError',
  });
  const { Credentials: made } = await new STSClient(root).send(
    new GetSessionTokenCommand({ DurationSeconds: 900 }),
  );
  const session = {
    ...root,
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
  await expect(token(session, { DurationSeconds: 3_600 })).rejects.toMatchObject({
    name: 'SessionDurationEscalationException',
    message:
      'The requested token duration would extend the session beyond its original expiration time.',
  });
  await expect(iam.send(new EnableOutboundWebIdentityFederationCommand({}))).rejects.toMatchObject({
    name: 'FeatureEnabledException',
  });
  const info = await iam.send(new GetOutboundWebIdentityFederationInfoCommand({}));
  expect(info).toMatchObject({ IssuerIdentifier: issuer, JwtVendingEnabled: true });
  await iam.send(new DisableOutboundWebIdentityFederationCommand({}));
  await expect(token(root)).rejects.toMatchObject({
    name: 'OutboundWebIdentityFederationDisabledException',
    message: 'The outbound web identity federation feature is not enabled for this account.',
  });
  await expect(iam.send(new GetOutboundWebIdentityFederationInfoCommand({}))).rejects.toMatchObject(
    { name: 'FeatureDisabledException' },
  );
  const again = await iam.send(new EnableOutboundWebIdentityFederationCommand({}));
  expect(again.IssuerIdentifier).toBe(issuer);
});
