import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  DisableKeyRotationCommand,
  EnableKeyCommand,
  EnableKeyRotationCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListGrantsCommand,
  ListKeyPoliciesCommand,
  ListKeyRotationsCommand,
  ListResourceTagsCommand,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DENIED, encrypt, userOf } from './grants.ts';
import { newKey, type OwnKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const everything = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;

/** A key that its account and another may do everything with. */
async function openKey(away: string): Promise<OwnKey> {
  const key = await newKey(server);
  const AWS = [key.account, away].map((account) => `arn:aws:iam::${account}:root`);
  const Policy = policyText({ ...everything, Principal: { AWS } });
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  return key;
}

test('a key policy opens a key’s use to another account, by ARN', async () => {
  const away = freshAccount();
  const { arn: KeyId, id, kms } = await openKey(away);
  const far = await userOf(server, away, 'far', { allow: [everything] });
  const { CiphertextBlob } = await encrypt(far, KeyId);
  await far.send(new DescribeKeyCommand({ KeyId }));
  await far.send(new DecryptCommand({ CiphertextBlob }));
  await far.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: KeyId }));
  await far.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256' }));
  await far.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId, KeySpec: 'AES_256' }));
  await far.send(new ListGrantsCommand({ KeyId }));
  await far.send(new GetKeyRotationStatusCommand({ KeyId }));
  // An id alone means a key of the caller's own.
  const own = KeyId.replace(/:\d{12}:/, `:${away}:`);
  await expect(encrypt(far, id)).rejects.toMatchObject({
    name: 'NotFoundException',
    message: `Key '${own}' does not exist`,
  });
  const AliasName = 'alias/shared';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: id }));
  const sealed = await encrypt(far, KeyId.replace(`key/${id}`, AliasName));
  expect(sealed.KeyId).toBe(KeyId);
});

test('nothing opens a key’s management to another account', async () => {
  const away = freshAccount();
  const { arn: KeyId } = await openKey(away);
  const far = new KMSClient(server.client(away));
  const outcomes = await Promise.allSettled([
    far.send(new EnableKeyCommand({ KeyId })),
    far.send(new DisableKeyCommand({ KeyId })),
    far.send(new ScheduleKeyDeletionCommand({ KeyId })),
    far.send(new CancelKeyDeletionCommand({ KeyId })),
    far.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'mine' })),
    far.send(new TagResourceCommand({ KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] })),
    far.send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] })),
    far.send(new ListResourceTagsCommand({ KeyId })),
    far.send(new GetKeyPolicyCommand({ KeyId })),
    far.send(new PutKeyPolicyCommand({ KeyId, Policy: policyText(everything) })),
    far.send(new ListKeyPoliciesCommand({ KeyId })),
    far.send(new EnableKeyRotationCommand({ KeyId })),
    far.send(new DisableKeyRotationCommand({ KeyId })),
    far.send(new RotateKeyOnDemandCommand({ KeyId })),
    far.send(new ListKeyRotationsCommand({ KeyId })),
    far.send(new CreateAliasCommand({ AliasName: 'alias/theirs', TargetKeyId: KeyId })),
  ]);
  expect(outcomes).toHaveLength(16);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: DENIED });
  }
  expect(outcomes[0]).toMatchObject({
    reason: {
      message:
        `User: arn:aws:iam::${away}:root is not authorized to perform: kms:EnableKey on this ` +
        'resource because the resource does not exist in this Region, no resource-based policies ' +
        'allow access, or a resource-based policy explicitly denies access',
    },
  });
});

test('a deny in another account’s key policy says no more than silence does', async () => {
  const away = freshAccount();
  const key = await openKey(away);
  const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
  const Policy = policyText(
    { ...everything, Principal: root(key.account) },
    { ...everything, Principal: root(away) },
    { ...everything, Effect: 'Deny', Principal: root(away), Action: 'kms:Encrypt' },
  );
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  const far = new KMSClient(server.client(away));
  const denied = await encrypt(far, key.arn).catch((error: unknown) => error);
  expect(denied).toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${away}:root is not authorized to perform: kms:Encrypt on this ` +
      'resource because the resource does not exist in this Region, no resource-based policies ' +
      'allow access, or a resource-based policy explicitly denies access',
  });
});
