import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ReplicateKeyCommand,
  TagResourceCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { newUser, policyText, type Statement } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, textOf } from './keys.ts';
import { describe, newRelatedKeys } from './multi-region.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function later(days: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + days * DAY_MS);
}

async function recordsOf(account: string, region: string, name: string) {
  const trail = new CloudTrailClient(server.client(account, region));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: name }];
  const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return (Events ?? []).map((event) => JSON.parse(event.CloudTrailEvent ?? '{}'));
}

test('ReplicateKey: the replica has the id and the material, and a policy, tags and description of its own', async () => {
  const primary = await newKey(server, {
    MultiRegion: true,
    Description: 'first',
    Tags: [{ TagKey: 'a', TagValue: 'b' }],
  });
  const { kms, id: KeyId, account, arn } = primary;
  expect(KeyId).toMatch(/^mrk-[0-9a-f]{32}$/);
  const Tags = [{ TagKey: 'c', TagValue: 'd' }];
  const made = await kms.send(
    new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1', Description: 'second', Tags }),
  );
  const replicaArn = `arn:aws:kms:eu-west-1:${account}:key/${KeyId}`;
  const MultiRegionConfiguration = {
    PrimaryKey: { Arn: arn, Region: 'us-east-1' },
    ReplicaKeys: [{ Arn: replicaArn, Region: 'eu-west-1' }],
  };
  expect(made.ReplicaTags).toEqual(Tags);
  expect(made.ReplicaKeyMetadata).toMatchObject({
    Arn: replicaArn,
    KeyState: 'Creating',
    Enabled: false,
    Description: 'second',
    MultiRegionConfiguration: { ...MultiRegionConfiguration, MultiRegionKeyType: 'REPLICA' },
  });
  expect(made.ReplicaKeyMetadata).not.toHaveProperty('CurrentKeyMaterialId');
  const there = new KMSClient(server.client(account, 'eu-west-1'));
  const [first, second] = [await describe(kms, KeyId), await describe(there, KeyId)];
  expect(first?.MultiRegionConfiguration).toEqual({
    ...MultiRegionConfiguration,
    MultiRegionKeyType: 'PRIMARY',
  });
  expect(second).toMatchObject({ KeyState: 'Enabled', Description: 'second' });
  expect(second?.CurrentKeyMaterialId).toBe(first?.CurrentKeyMaterialId);
  const policy = await there.send(new GetKeyPolicyCommand({ KeyId }));
  expect(policy.Policy).toBe(made.ReplicaPolicy);
  expect(policy.Policy).toContain('Enable IAM User Permissions');
});

test('related keys: what one Region encrypts, every other decrypts', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1', 'ap-south-1');
  const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];
  const EncryptionContext = { from: 'here' };
  let ran = 0;
  for (const from of regions) {
    const Plaintext = bytes(from);
    const { CiphertextBlob } = await keys
      .in(from)
      .send(new EncryptCommand({ KeyId: keys.id, Plaintext, EncryptionContext }));
    for (const to of regions) {
      const opened = await keys
        .in(to)
        .send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
      expect(textOf(opened.Plaintext)).toBe(from);
      expect(opened.KeyId).toBe(`arn:aws:kms:${to}:${keys.account}:key/${keys.id}`);
      ran += 1;
    }
  }
  expect(ran).toBe(9);
  const { CiphertextBlob } = await keys.kms.send(
    new EncryptCommand({ KeyId: keys.id, Plaintext: bytes('x') }),
  );
  await expect(
    keys.in('eu-north-1').send(new DecryptCommand({ CiphertextBlob })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('on the resource associated with this ciphertext because'),
  });
});

test('related keys: state, policy and tags are each one’s own', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId } = keys;
  await kms.send(new DisableKeyCommand({ KeyId }));
  await kms.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'only', TagValue: 'here' }] }));
  const there = keys.in('eu-west-1');
  expect(await describe(there, KeyId)).toMatchObject({ KeyState: 'Enabled' });
  await there.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
  const { Tags } = await there.send(new ListResourceTagsCommand({ KeyId }));
  expect(Tags).toEqual([]);
});

test('ReplicateKey: one key in each Region, from a primary, into Regions that exist', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { kms, id: KeyId, account } = keys;
  for (const ReplicaRegion of ['eu-west-1', 'us-east-1']) {
    await expect(kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion }))).rejects.toMatchObject(
      { name: 'AlreadyExistsException' },
    );
  }
  for (const ReplicaRegion of ['eu-nowhere-1', 'cn-north-1']) {
    await expect(kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion }))).rejects.toMatchObject(
      { name: 'UnsupportedOperationException' },
    );
  }
  await expect(
    keys.in('eu-west-1').send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-2' })),
  ).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `arn:aws:kms:eu-west-1:${account}:key/${KeyId} is not a multi-region primary key.`,
  });
  const single = await newKey(server);
  await expect(
    single.kms.send(new ReplicateKeyCommand({ KeyId: single.id, ReplicaRegion: 'eu-west-1' })),
  ).rejects.toMatchObject({
    name: 'UnsupportedOperationException',
    message: `${single.arn} is not a multi-region primary key.`,
  });
  await kms.send(new DisableKeyCommand({ KeyId }));
  await expect(
    kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-2' })),
  ).rejects.toMatchObject({ name: 'DisabledException', message: `${keys.arn} is disabled.` });
});

test('ReplicateKey: a policy that locks the caller out is refused', async () => {
  const { kms, id: KeyId, account } = await newRelatedKeys(server);
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:Encrypt',
    Resource: '*',
  });
  const replicate = (BypassPolicyLockoutSafetyCheck: boolean) =>
    kms.send(
      new ReplicateKeyCommand({
        KeyId,
        ReplicaRegion: 'eu-west-1',
        Policy,
        BypassPolicyLockoutSafetyCheck,
      }),
    );
  await expect(replicate(false)).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
    message: 'The new key policy will not allow you to update the key policy in the future.',
  });
  const made = await replicate(true);
  expect(made.ReplicaPolicy).toBe(Policy);
});

test('ReplicateKey: needs permission on the primary and, in the replica’s Region, to create and tag keys', async () => {
  const { kms, id: KeyId, account, arn } = await newRelatedKeys(server);
  const create = (region: string, Action: string): Statement => ({
    Effect: 'Allow',
    Action,
    Resource: '*',
    Condition: { StringEquals: { 'aws:RequestedRegion': region } },
  });
  const replicateTo = (region: string): Statement => ({
    Effect: 'Allow',
    Action: 'kms:ReplicateKey',
    Resource: '*',
    Condition: { StringEquals: { 'kms:ReplicaRegion': region } },
  });
  const ReplicaRegion = 'eu-west-1';
  const attempt = async (name: string, allow: readonly Statement[]) => {
    const user = new KMSClient(await newUser(server, account, name, { allow }));
    const Tags = [{ TagKey: 'a', TagValue: 'b' }];
    return user.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion, Tags }));
  };
  const replicate = replicateTo('eu-west-1');
  const cases = [
    ['creates', [create('eu-west-1', 'kms:CreateKey')], 'kms:ReplicateKey'],
    ['elsewhere', [replicateTo('eu-west-2')], 'kms:ReplicateKey'],
    ['replicates', [replicate], 'kms:CreateKey'],
    ['creates-here', [replicate, create('us-east-1', 'kms:CreateKey')], 'kms:CreateKey'],
    ['creates-there', [replicate, create('eu-west-1', 'kms:CreateKey')], 'kms:TagResource'],
  ] as const;
  let ran = 0;
  for (const [name, allow, action] of cases) {
    await expect(attempt(name, allow)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`is not authorized to perform: ${action} `),
    });
    ran += 1;
  }
  expect(ran).toBe(5);
  const all = [
    replicate,
    create('eu-west-1', 'kms:CreateKey'),
    create('eu-west-1', 'kms:TagResource'),
  ];
  await attempt('everything', all);
  expect((await describe(kms, arn))?.MultiRegionConfiguration?.ReplicaKeys).toHaveLength(1);
});

test('the trail of related keys: a creation in the replica’s Region, and the synchronization', async () => {
  const { kms, id: KeyId, account, arn } = await newRelatedKeys(server);
  await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: 'eu-west-1' }));
  await later(0);
  const replicaArn = `arn:aws:kms:eu-west-1:${account}:key/${KeyId}`;
  const [replicated] = await recordsOf(account, 'us-east-1', 'ReplicateKey');
  expect(replicated).toMatchObject({
    requestParameters: { keyId: KeyId, replicaRegion: 'eu-west-1' },
    resources: [{ ARN: arn }],
  });
  const [created] = await recordsOf(account, 'eu-west-1', 'CreateKey');
  expect(created).toMatchObject({
    awsRegion: 'eu-west-1',
    requestID: replicated.requestID,
    resources: [{ ARN: replicaArn, accountId: account }],
    responseElements: { keyMetadata: { arn: replicaArn, multiRegion: true } },
  });
  expect(created.eventID).not.toBe(replicated.eventID);
  const [synchronized] = await recordsOf(account, 'us-east-1', 'SynchronizeMultiRegionKey');
  expect(synchronized).toMatchObject({
    userIdentity: { accountId: account, invokedBy: 'AWS Internal' },
    eventType: 'AwsApiCall',
    responseElements: { keyId: arn },
    resources: [{ ARN: arn }],
  });
});

test('a replica’s policy: judged where it is, whatever the primary’s says', async () => {
  const keys = await newRelatedKeys(server, 'eu-west-1');
  const { id: KeyId, account } = keys;
  const there = keys.in('eu-west-1');
  const root = `arn:aws:iam::${account}:root`;
  const Policy = policyText(
    { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' },
    { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
  );
  await there.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  const { CiphertextBlob } = await keys.kms.send(
    new EncryptCommand({ KeyId, Plaintext: bytes('x') }),
  );
  await keys.kms.send(new DecryptCommand({ CiphertextBlob }));
  await expect(there.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});
