import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  CreateSAMLProviderCommand,
  IAMClient,
  ListUsersCommand,
} from '@aws-sdk/client-iam';
import {
  AssumeRoleWithSAMLCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { newSamlIdp, type SamlIdp } from '../../saml-idp.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
let idp: SamlIdp;
beforeAll(async () => {
  server = await startServer();
  idp = await newSamlIdp();
});
afterAll(() => server.close());

const AWS = 'https://aws.amazon.com/SAML/Attributes/';

async function trusting(condition?: object, actions: readonly string[] = []) {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const { SAMLProviderArn: provider = '' } = await iam.send(
    new CreateSAMLProviderCommand({ Name: 'Idp', SAMLMetadataDocument: idp.metadata }),
  );
  await iam.send(
    new CreateRoleCommand({
      RoleName: 'saml',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: ['sts:AssumeRoleWithSAML', ...actions],
        ...(condition === undefined ? {} : { Condition: condition }),
      }),
    }),
  );
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam.send(new AttachRolePolicyCommand({ RoleName: 'saml', PolicyArn }));
  return { account, provider, role: `arn:aws:iam::${account}:role/saml` };
}

function assume(RoleArn: string, PrincipalArn: string, xml: string) {
  const sts = new STSClient({ endpoint: server.url, region: 'us-east-1', maxAttempts: 1 });
  const SAMLAssertion = Buffer.from(xml).toString('base64');
  return sts.send(new AssumeRoleWithSAMLCommand({ RoleArn, PrincipalArn, SAMLAssertion }));
}

const INVALID = 'InvalidIdentityTokenException';
const forged = { name: INVALID, message: 'Response signature invalid' };

test('AssumeRoleWithSAML: gives a session to whom the provider signs an assertion for', async () => {
  const { account, provider, role } = await trusting({
    StringEquals: {
      'SAML:aud': 'https://signin.aws.amazon.com/saml',
      'SAML:sub_type': 'persistent',
    },
  });
  const assumed = await assume(role, provider, idp.assertion({ role, provider }));
  expect(assumed).toMatchObject({
    Subject: 'ann@example.com',
    SubjectType: 'persistent',
    Issuer: 'https://idp.example.com/saml',
    Audience: 'https://signin.aws.amazon.com/saml',
    NameQualifier: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
    AssumedRoleUser: { Arn: `arn:aws:sts::${account}:assumed-role/saml/ann` },
  });
  const { Credentials: made } = assumed;
  const session = {
    ...server.client(account),
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
  await new IAMClient(session).send(new ListUsersCommand({}));
  const who = await new STSClient(session).send(new GetCallerIdentityCommand({}));
  expect(who.Arn).toBe(assumed.AssumedRoleUser?.Arn);
  await assume(role, provider, idp.response({ role, provider }));
});

test('AssumeRoleWithSAML: the trust policy sees what the assertion says', async () => {
  const { provider, role } = await trusting(
    { 'ForAnyValue:StringEquals': { 'saml:edupersonaffiliation': ['staff'] } },
    ['sts:TagSession', 'sts:SetSourceIdentity'],
  );
  const attributes = (values: readonly string[]) => ({
    'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': values,
    [`${AWS}PrincipalTag:team`]: ['red'],
    [`${AWS}SourceIdentity`]: ['ann'],
    [`${AWS}SessionDuration`]: ['900'],
  });
  const student = idp.assertion({ role, provider, attributes: attributes(['student']) });
  await expect(assume(role, provider, student)).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithSAML',
  });
  const staff = idp.assertion({ role, provider, attributes: attributes(['member', 'staff']) });
  const assumed = await assume(role, provider, staff);
  expect(assumed.SourceIdentity).toBe('ann');
  const engine = server.platform.engine();
  const left = (assumed.Credentials?.Expiration?.getTime() ?? 0) - engine.clock.serviceTime();
  expect(left).toBeLessThanOrEqual(900_000);
});

test('AssumeRoleWithSAML: refuses what the provider did not sign', async () => {
  const { provider, role } = await trusting();
  const other = await newSamlIdp();
  const good = idp.assertion({ role, provider });
  await expect(assume(role, provider, other.assertion({ role, provider }))).rejects.toMatchObject(
    forged,
  );
  const changed = good.replace('ann@example.com', 'bob@example.com');
  expect(changed).not.toBe(good);
  await expect(assume(role, provider, changed)).rejects.toMatchObject(forged);
  const bare = good.replace(/<ds:Signature.*<\/ds:Signature>/s, '');
  await expect(assume(role, provider, bare)).rejects.toMatchObject(forged);
  const typed = `<!DOCTYPE x [<!ENTITY e "v">]>${good}`;
  await expect(assume(role, provider, typed)).rejects.toMatchObject({ name: INVALID });
});

test('AssumeRoleWithSAML: signed elements that are moved about give nothing to others', async () => {
  const { provider, role } = await trusting();
  const good = idp.assertion({ role, provider });
  const start = good.indexOf('<saml:Assertion');
  const end = good.indexOf('</saml:Assertion>') + '</saml:Assertion>'.length;
  const signed = good.slice(start, end);
  const evil = signed
    .replace(/<ds:Signature.*<\/ds:Signature>/s, '')
    .replace('ID="_a"', 'ID="_b"')
    .replace('ann@example.com', 'root@example.com');
  // In front, behind, and with the signed one hidden inside: the subject stays the signed one, or nothing is given.
  const wrapped = [
    good.slice(0, start) + evil + good.slice(start),
    good.slice(0, end) + evil + good.slice(end),
    good.slice(0, start) +
      evil.replace('</saml:Assertion>', `<saml:Advice>${signed}</saml:Advice></saml:Assertion>`) +
      good.slice(end),
    good.slice(0, start) + evil.replace('ID="_b"', 'ID="_a"') + good.slice(start),
  ];
  let ran = 0;
  for (const xml of wrapped) {
    const subject = await assume(role, provider, xml).then(
      (assumed) => assumed.Subject,
      (error: unknown) => (error instanceof Error ? error.name : 'unknown'),
    );
    expect(['ann@example.com', INVALID]).toContain(subject);
    ran += 1;
  }
  expect(ran).toBe(4);
  // A comment splits a name for some readers; it never cuts one short here.
  const commented = good.replace('ann@example.com', 'ann@<!-- -->example.com');
  expect((await assume(role, provider, commented)).Subject).toBe('ann@example.com');
});

test('AssumeRoleWithSAML: assertions are for AWS, fresh, and name the role', async () => {
  const { account, provider, role } = await trusting();
  const base = { role, provider };
  const cases: readonly (readonly [object, string, string])[] = [
    [{ issuer: 'https://other' }, INVALID, 'Issuer not present in specified provider'],
    [
      { issued: 301 },
      'ExpiredTokenException',
      'Token must be redeemed within 5 minutes of issuance',
    ],
    [{ recipient: 'https://evil.example.com/saml' }, INVALID, 'Recipient is invalid'],
    [{ audience: 'https://other.example.com' }, INVALID, 'Audience is invalid'],
    [{ sessionName: undefined }, INVALID, 'RoleSessionName is required in AuthnResponse'],
    [
      { sessionName: 'has space' },
      INVALID,
      'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
    ],
    [{ role: `${role}2` }, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithSAML'],
  ];
  let ran = 0;
  for (const [options, name, message] of cases) {
    const xml = idp.assertion({ ...base, ...options });
    await expect(assume(role, provider, xml)).rejects.toMatchObject({ name, message });
    ran += 1;
  }
  expect(ran).toBe(7);
  const missing = `arn:aws:iam::${account}:saml-provider/None`;
  await expect(assume(role, missing, idp.assertion(base))).rejects.toMatchObject({
    name: INVALID,
    message: "Specified provider doesn't exist",
  });
});
