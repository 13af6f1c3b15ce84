import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateSecretCommand,
  DeleteResourcePolicyCommand,
  DescribeSecretCommand,
  GetResourcePolicyCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  SecretsManagerClient,
  TagResourceCommand,
  ValidateResourcePolicyCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newOwner } from './secrets.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function newSecret(SecretId: string, more: { readonly KmsKeyId?: string } = {}) {
  const owner = newOwner(server);
  const { ARN = '' } = await owner.client.send(
    new CreateSecretCommand({ Name: SecretId, SecretString: 'x', ...more }),
  );
  return { ...owner, SecretId, ARN };
}

function allows(Principal: unknown, more: object = {}): string {
  const Action = 'secretsmanager:GetSecretValue';
  return policyText({ Effect: 'Allow', Principal, Action, Resource: '*', ...more });
}

const everyone = '*';

test('check 33: a policy for everybody is refused where public policies are blocked', async () => {
  const { client, SecretId } = await newSecret('blocked');
  const ResourcePolicy = allows(everyone);
  const input = { SecretId, ResourcePolicy, BlockPublicPolicy: true };
  await expect(client.send(new PutResourcePolicyCommand(input))).rejects.toMatchObject({
    name: 'PublicPolicyException',
    message:
      'The resource policy did not prevent broad access to the secret: it grants access to ' +
      'principals that it does not name.',
  });
  await client.send(new PutResourcePolicyCommand({ ...input, BlockPublicPolicy: false }));
  const kept = await client.send(new GetResourcePolicyCommand({ SecretId }));
  expect(kept.ResourcePolicy).toBe(ResourcePolicy);
  await client.send(new DeleteResourcePolicyCommand({ SecretId }));
  const gone = await client.send(new GetResourcePolicyCommand({ SecretId }));
  expect(gone.ResourcePolicy).toBeUndefined();
});

const PUBLIC: readonly (readonly [name: string, policy: string])[] = [
  ['everybody', allows(everyone)],
  ['everybody of AWS', allows({ AWS: everyone })],
  [
    'everybody over TLS',
    allows(everyone, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  ],
  [
    'all but one',
    allows(everyone, {
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
    }),
  ],
  [
    'an organization, if there is one',
    allows(everyone, {
      Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-aaaaaaaaaa' } },
    }),
  ],
  [
    'any role of that name',
    allows(everyone, {
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } },
    }),
  ],
  [
    'every address',
    allows(everyone, { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
  ],
  [
    'whoever asks for one version',
    allows(everyone, {
      Condition: { StringEquals: { 'secretsmanager:VersionStage': 'AWSCURRENT' } },
    }),
  ],
];

const NARROW: readonly (readonly [name: string, policy: string])[] = [
  ['an account', allows({ AWS: 'arn:aws:iam::111122223333:root' })],
  [
    'an organization',
    allows(everyone, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-aaaaaaaaaa' } } }),
  ],
  [
    "an account's principals",
    allows(everyone, { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }),
  ],
  [
    'an endpoint',
    allows(everyone, { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-12345678' } } }),
  ],
  [
    'private addresses',
    allows(everyone, { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
  ],
  [
    'nobody',
    policyText({
      Effect: 'Deny',
      Principal: everyone,
      Action: 'secretsmanager:GetSecretValue',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ],
];

test('check 33: ValidateResourcePolicy tells public policies from narrow ones', async () => {
  const { client, SecretId } = await newSecret('validated');
  for (const [name, ResourcePolicy] of PUBLIC) {
    const found = await client.send(
      new ValidateResourcePolicyCommand({ SecretId, ResourcePolicy }),
    );
    expect(found.PolicyValidationPassed, name).toBe(false);
    expect(
      found.ValidationErrors?.map(({ CheckName }) => CheckName),
      name,
    ).toEqual(['PublicPolicy']);
  }
  for (const [name, ResourcePolicy] of NARROW) {
    const found = await client.send(new ValidateResourcePolicyCommand({ ResourcePolicy }));
    expect(found, name).toMatchObject({ PolicyValidationPassed: true, ValidationErrors: [] });
  }
  expect(PUBLIC.length + NARROW.length).toBe(14);
});

test('ValidateResourcePolicy: a policy that shuts its author out is told', async () => {
  const { client, SecretId } = await newSecret('locked');
  const ResourcePolicy = policyText({
    Effect: 'Deny',
    Principal: '*',
    Action: 'secretsmanager:*',
    Resource: '*',
  });
  const found = await client.send(new ValidateResourcePolicyCommand({ SecretId, ResourcePolicy }));
  expect(found.ValidationErrors?.map(({ CheckName }) => CheckName)).toEqual(['Lockout']);
});

test('PutResourcePolicy: what is no policy, or names nobody, is refused', async () => {
  const { client, SecretId, account } = await newSecret('malformed');
  const put = (ResourcePolicy: string) =>
    client.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy }));
  await expect(put('{"Statement":1}')).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
    message: 'This policy has invalid syntax.',
  });
  await expect(put(allows({ AWS: `arn:aws:iam::${account}:user/nobody` }))).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
    message: 'This resource policy contains an unsupported principal',
  });
});

test("check 33: another account needs both sides, and a key that is not the account's default", async () => {
  const other = newOwner(server);
  const reader = new SecretsManagerClient(
    await newUser(server, other.account, 'reader', {
      allow: [
        {
          Effect: 'Allow',
          Action: ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
          Resource: '*',
        },
      ],
    }),
  );
  const Principal = { AWS: `arn:aws:iam::${other.account}:root` };
  const plain = await newSecret('default-key');
  const get = (SecretId: string) => reader.send(new GetSecretValueCommand({ SecretId }));
  await expect(get(plain.ARN)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${other.account}:user/reader is not authorized to perform: ` +
      `secretsmanager:GetSecretValue on resource: ${plain.ARN} because no resource-based policy ` +
      'allows the secretsmanager:GetSecretValue action',
  });
  const share = { SecretId: plain.SecretId, ResourcePolicy: allows(Principal) };
  await plain.client.send(new PutResourcePolicyCommand(share));
  await expect(get(plain.ARN)).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message:
      "You can't access a secret from a different AWS account if you encrypt the secret with the " +
      'default KMS service key.',
  });
});

test('GetSecretValue: another account reads what both sides and the key let it read', async () => {
  const other = newOwner(server);
  const allow = [
    { Effect: 'Allow', Action: ['secretsmanager:GetSecretValue', 'kms:Decrypt'], Resource: '*' },
  ] as const;
  const reader = new SecretsManagerClient(
    await newUser(server, other.account, 'reader', { allow }),
  );
  const owner = newOwner(server);
  const kms = new KMSClient(server.client(owner.account));
  const Policy = policyText(
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${owner.account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${other.account}:root` },
      Action: 'kms:Decrypt',
      Resource: '*',
    },
  );
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  const KmsKeyId = KeyMetadata?.KeyId ?? '';
  const { ARN: SecretId = '' } = await owner.client.send(
    new CreateSecretCommand({ Name: 'shared', SecretString: 'both', KmsKeyId }),
  );
  const ResourcePolicy = allows({ AWS: `arn:aws:iam::${other.account}:root` });
  await owner.client.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy }));
  const read = await reader.send(new GetSecretValueCommand({ SecretId }));
  expect(read).toMatchObject({ SecretString: 'both', ARN: SecretId });
});

test('conditions: labels, tags and names decide who may read', async () => {
  const { client, account, SecretId } = await newSecret('conditions');
  const Tags = [{ Key: 'team', Value: 'blue' }];
  await client.send(new TagResourceCommand({ SecretId, Tags }));
  const may = async (name: string, Condition: object, input: object = {}) => {
    const allow = [
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*', Condition },
    ] as const;
    const user = new SecretsManagerClient(await newUser(server, account, name, { allow }));
    return user.send(new GetSecretValueCommand({ SecretId, ...input })).then(
      () => true,
      ({ name: code }: Error) => code,
    );
  };
  const current = { StringEquals: { 'secretsmanager:VersionStage': 'AWSCURRENT' } };
  expect(await may('current', current)).toBe(true);
  const previous = { VersionStage: 'AWSPREVIOUS' };
  expect(await may('previous', current, previous)).toBe('AccessDeniedException');
  const blue = { StringEquals: { 'secretsmanager:ResourceTag/team': 'blue' } };
  expect(await may('blue', blue)).toBe(true);
  const red = { StringEquals: { 'aws:ResourceTag/team': 'red' } };
  expect(await may('red', red)).toBe('AccessDeniedException');
  const region = { StringEquals: { 'secretsmanager:SecretPrimaryRegion': 'us-east-1' } };
  expect(await may('region', region)).toBe(true);
});

test('denials: the secret is named as the caller named it, found or not', async () => {
  const { account, SecretId, ARN } = await newSecret('hidden');
  const user = new SecretsManagerClient(await newUser(server, account, 'nobody'));
  for (const asked of [SecretId, ARN, 'missing/secret']) {
    await expect(user.send(new DescribeSecretCommand({ SecretId: asked }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: ` +
        `secretsmanager:DescribeSecret on resource: ${asked} because no identity-based policy ` +
        'allows the secretsmanager:DescribeSecret action',
    });
  }
  const pattern = `arn:aws:secretsmanager:us-east-1:${account}:secret:missing/secret-??????`;
  const allow = [
    { Effect: 'Allow', Action: 'secretsmanager:DescribeSecret', Resource: pattern },
  ] as const;
  const allowed = new SecretsManagerClient(await newUser(server, account, 'knows', { allow }));
  const describe = allowed.send(new DescribeSecretCommand({ SecretId: 'missing/secret' }));
  await expect(describe).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret.",
  });
});
