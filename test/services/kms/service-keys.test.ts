import {
  CreateAliasCommand,
  CreateGrantCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyRotationCommand,
  DisableKeyRotationCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeyRotationsCommand,
  ListKeysCommand,
  PutKeyPolicyCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UpdateAliasCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVICE_KEYS } from '../../../src/services/kms/domain/service-keys.ts';
import { compileCached } from '../../../src/policy/cache.ts';
import { errandService, sendErrand } from '../../errands.ts';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DENIED } from './grants.ts';
import { bytes } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
});
afterAll(() => server.close());

const S3 = 'alias/aws/s3';
const dataKey = (KeyId: string) => ({
  operation: 'GenerateDataKey',
  input: { KeyId, KeySpec: 'AES_256' },
});

async function aliasesOf(kms: KMSClient) {
  const { Aliases } = await kms.send(new ListAliasesCommand({ Limit: 100 }));
  return new Map((Aliases ?? []).map((alias) => [alias.AliasName, alias]));
}

test('a service makes its key by using it: for everybody in the account, and through it alone', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  // No identity policy at all: the key's policy names everybody whom the service lets in.
  const config = await newUser(server, account, 'ann');
  await expect(
    kms.send(new EncryptCommand({ KeyId: S3, Plaintext: bytes('x') })),
  ).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Alias arn:aws:kms:us-east-1:${account}:${S3} is not found.`,
  });
  const made = await sendErrand(config, { ...dataKey(S3), options: { via: 's3' } });
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: S3 }));
  const KeyId = KeyMetadata?.KeyId ?? '';
  expect(made).toMatchObject({ KeyId: KeyMetadata?.Arn });
  expect(KeyMetadata).toMatchObject({
    KeyManager: 'AWS',
    KeyState: 'Enabled',
    Origin: 'AWS_KMS',
    KeySpec: 'SYMMETRIC_DEFAULT',
    Description: 'Default key that protects my S3 objects when no other key is defined',
  });
  const again = await sendErrand(config, { ...dataKey(S3), options: { via: 's3' } });
  expect(again).toMatchObject({ KeyId: KeyMetadata?.Arn });
  for (const via of ['rds', 'dynamodb']) {
    await expect(sendErrand(config, { ...dataKey(KeyId), options: { via } })).rejects.toMatchObject(
      {
        message:
          `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
          `kms:GenerateDataKey on resource: ${KeyMetadata?.Arn} because no resource-based policy ` +
          'allows the kms:GenerateDataKey action',
      },
    );
  }
  await expect(
    kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') })),
  ).rejects.toMatchObject(DENIED);
  const foreign = await newUser(server, freshAccount(), 'far', {
    allow: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }],
  });
  const byArn = dataKey(KeyMetadata?.Arn ?? '');
  await expect(sendErrand(foreign, { ...byArn, options: { via: 's3' } })).rejects.toMatchObject(
    DENIED,
  );
});

test('DescribeKey: describing a service’s key makes it, for whom IAM allows it', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const config = await newUser(server, account, 'ann');
  await expect(
    new KMSClient(config).send(new DescribeKeyCommand({ KeyId: 'alias/aws/ebs' })),
  ).rejects.toMatchObject(DENIED);
  expect((await aliasesOf(kms)).get('alias/aws/ebs')?.TargetKeyId).toBeUndefined();
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/ebs' }));
  const again = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/ebs' }));
  expect(again.KeyMetadata?.KeyId).toBe(KeyMetadata?.KeyId);
  expect((await aliasesOf(kms)).get('alias/aws/ebs')?.TargetKeyId).toBe(KeyMetadata?.KeyId);
  const { Keys } = await kms.send(new ListKeysCommand({}));
  expect(Keys?.map((key) => key.KeyId)).toEqual([KeyMetadata?.KeyId]);
});

test('ListAliases: reserved names stand among the others, without a key until one is made', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const reserved = SERVICE_KEYS.map(({ alias }) => alias);
  expect([...(await aliasesOf(kms)).keys()]).toEqual(reserved);
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: S3 }));
  const all = await aliasesOf(kms);
  expect([...all.keys()]).toEqual(reserved);
  expect(all.get(S3)).toMatchObject({
    TargetKeyId: KeyMetadata?.KeyId,
    CreationDate: expect.any(Date),
  });
  expect(all.get('alias/aws/rds')).toEqual({
    AliasName: 'alias/aws/rds',
    AliasArn: `arn:aws:kms:us-east-1:${account}:alias/aws/rds`,
  });
  for (const Limit of [1, 3, 5]) {
    const seen: (string | undefined)[] = [];
    let Marker: string | undefined;
    do {
      const page = await kms.send(new ListAliasesCommand({ Limit, Marker }));
      expect(page.Aliases?.length).toBeLessThanOrEqual(Limit);
      seen.push(...(page.Aliases ?? []).map((alias) => alias.AliasName));
      Marker = page.NextMarker;
    } while (Marker !== undefined);
    expect(seen).toEqual(reserved);
  }
});

test('nobody manages a service’s key, not even the root; its metadata is open', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: S3 }));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const outcomes = await Promise.allSettled([
    kms.send(new DisableKeyCommand({ KeyId })),
    kms.send(new ScheduleKeyDeletionCommand({ KeyId })),
    kms.send(new PutKeyPolicyCommand({ KeyId, Policy: policyText() })),
    kms.send(new EnableKeyRotationCommand({ KeyId })),
    kms.send(new DisableKeyRotationCommand({ KeyId })),
    kms.send(new RotateKeyOnDemandCommand({ KeyId })),
    kms.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'mine' })),
    kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] })),
    kms.send(new CreateAliasCommand({ AliasName: 'alias/mine', TargetKeyId: KeyId })),
    kms.send(
      new CreateGrantCommand({
        KeyId,
        GranteePrincipal: `arn:aws:iam::${account}:root`,
        Operations: ['Decrypt'],
      }),
    ),
  ]);
  expect(outcomes).toHaveLength(10);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: DENIED });
  }
  expect(outcomes[0]).toMatchObject({
    reason: {
      message:
        `User: arn:aws:iam::${account}:root is not authorized to perform: kms:DisableKey on ` +
        `resource: ${KeyMetadata?.Arn} because no resource-based policy allows the ` +
        'kms:DisableKey action',
    },
  });
  await expect(kms.send(new DeleteAliasCommand({ AliasName: S3 }))).rejects.toMatchObject(DENIED);
  await expect(
    kms.send(new UpdateAliasCommand({ AliasName: S3, TargetKeyId: KeyId })),
  ).rejects.toMatchObject(DENIED);
  const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
  expect(JSON.parse(Policy ?? '{}')).toEqual({
    Version: '2012-10-17',
    Id: 'auto-s3-2',
    Statement: [
      {
        Sid: 'Allow access through S3 for all principals in the account that are authorized to use S3',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncrypt*',
          'kms:GenerateDataKey*',
          'kms:DescribeKey',
        ],
        Resource: '*',
        Condition: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': 's3.us-east-1.amazonaws.com',
          },
        },
      },
      {
        Sid: 'Allow direct access to key metadata to the account',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ['kms:Describe*', 'kms:Get*', 'kms:List*'],
        Resource: '*',
      },
    ],
  });
});

test('a service’s key rotates every year', async () => {
  const own = await startServer();
  try {
    const kms = new KMSClient(own.client(freshAccount()));
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: S3 }));
    const KeyId = KeyMetadata?.KeyId ?? '';
    expect(await kms.send(new GetKeyRotationStatusCommand({ KeyId }))).toMatchObject({
      KeyRotationEnabled: true,
      RotationPeriodInDays: 365,
    });
    const engine = own.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + 366 * 86_400_000);
    const { Rotations } = await kms.send(new ListKeyRotationsCommand({ KeyId }));
    expect(Rotations?.map((rotation) => rotation.RotationType)).toEqual(['AUTOMATIC']);
  } finally {
    await own.close();
  }
});

test('every service’s key has a policy that compiles, and names its account alone', () => {
  for (const { alias, policy } of SERVICE_KEYS) {
    const text = policy({ account: '111122223333', region: 'eu-west-1' });
    expect(compileCached(text, 'resource').statements.length, alias).toBeGreaterThan(1);
    expect(text, alias).toContain('"kms:CallerAccount":"111122223333"');
  }
  expect(SERVICE_KEYS).toHaveLength(13);
  const names = SERVICE_KEYS.map(({ alias }) => alias);
  expect(names).toEqual(names.toSorted());
});
