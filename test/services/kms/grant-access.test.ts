import { CreateUserCommand, DeleteUserCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateGrantCommand,
  type CreateGrantCommandInput,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListGrantsCommand,
  ListRetirableGrantsCommand,
  PutKeyPolicyCommand,
  ReEncryptCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DENIED, encrypt, grantTo, userArn, userOf } from './grants.ts';
import { bytes, newKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateGrant: its grantee may do what it says, and nothing else', async () => {
  const key = await newKey(server);
  const ann = await userOf(server, key.account, 'ann');
  await expect(encrypt(ann, key.arn)).rejects.toMatchObject(DENIED);
  const { GrantId, GrantToken } = await grantTo(key, 'ann', ['Encrypt', 'DescribeKey']);
  expect(GrantId).toMatch(/^[0-9a-f]{64}$/);
  expect(GrantToken).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
  const { CiphertextBlob } = await encrypt(ann, key.arn);
  await ann.send(new DescribeKeyCommand({ KeyId: key.arn }));
  await expect(ann.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: ${userArn(key.account, 'ann')} is not authorized to perform: kms:Decrypt on ` +
      `resource: ${key.arn} because no identity-based policy allows the kms:Decrypt action`,
  });
});

test('constraints: Subset lets more pairs pass, Equals does not; DescribeKey has no context', async () => {
  const key = await newKey(server);
  const ann = await userOf(server, key.account, 'ann');
  const bob = await userOf(server, key.account, 'bob');
  const operations = ['Encrypt', 'Decrypt', 'DescribeKey'] as const;
  await grantTo(key, 'ann', [...operations], {
    Constraints: { EncryptionContextSubset: { a: 'b' } },
  });
  await grantTo(key, 'bob', [...operations], {
    Constraints: { EncryptionContextEquals: { a: 'b' } },
  });
  const may = async (kms: KMSClient, context?: Record<string, string>) => {
    try {
      const { CiphertextBlob } = await encrypt(key.kms, key.arn, context);
      const input = { CiphertextBlob, EncryptionContext: context };
      const { Plaintext } = await kms.send(new DecryptCommand(input));
      return textOf(Plaintext) === 'x';
    } catch (error) {
      expect(error).toMatchObject(DENIED);
      return false;
    }
  };
  expect(await may(ann, { a: 'b' })).toBe(true);
  expect(await may(ann, { a: 'b', c: 'd' })).toBe(true);
  expect(await may(ann, { c: 'd' })).toBe(false);
  expect(await may(ann, { a: 'B' })).toBe(false);
  expect(await may(ann)).toBe(false);
  // A constraint's keys are compared without regard to case, its values as they are.
  expect(await may(ann, { A: 'b' })).toBe(true);
  expect(await may(bob, { a: 'b' })).toBe(true);
  expect(await may(bob, { a: 'b', c: 'd' })).toBe(false);
  expect(await may(bob)).toBe(false);
  await bob.send(new DescribeKeyCommand({ KeyId: key.arn }));
});

test('a grant that allows CreateGrant: no child is wider than it', async () => {
  const key = await newKey(server);
  const ann = await userOf(server, key.account, 'ann');
  const bob = await userOf(server, key.account, 'bob');
  await grantTo(key, 'ann', ['CreateGrant', 'Decrypt', 'Encrypt'], {
    Constraints: { EncryptionContextSubset: { a: 'b' } },
  });
  const child = (kms: KMSClient, more: Partial<CreateGrantCommandInput>) =>
    kms.send(
      new CreateGrantCommand({
        KeyId: key.arn,
        GranteePrincipal: userArn(key.account, 'bob'),
        Operations: ['Encrypt'],
        ...more,
      }),
    );
  const subset = (pairs: Record<string, string>) => ({ EncryptionContextSubset: pairs });
  const wide: readonly Partial<CreateGrantCommandInput>[] = [
    {},
    { Constraints: subset({ c: 'd' }) },
    { Constraints: subset({ a: 'x' }) },
    { Constraints: { EncryptionContextEquals: { c: 'd' } } },
    { Operations: ['Encrypt', 'GenerateDataKey'], Constraints: subset({ a: 'b' }) },
  ];
  for (const more of wide) await expect(child(ann, more)).rejects.toMatchObject(DENIED);
  expect(wide).toHaveLength(5);
  await child(ann, { Constraints: subset({ a: 'b', c: 'd' }) });
  await expect(encrypt(bob, key.arn, { a: 'b' })).rejects.toMatchObject(DENIED);
  await encrypt(bob, key.arn, { a: 'b', c: 'd' });
  await child(ann, {
    Operations: ['Encrypt', 'CreateGrant'],
    Constraints: { EncryptionContextEquals: { a: 'b' } },
  });
  await encrypt(bob, key.arn, { a: 'b' });
  // The child's own child: Equals may not become Subset again.
  await expect(child(bob, { Constraints: subset({ a: 'b' }) })).rejects.toMatchObject(DENIED);
  await child(bob, { Constraints: { EncryptionContextEquals: { a: 'b' } } });
});

test('a grant stays with whom it was made for: a namesake made later has none', async () => {
  const key = await newKey(server);
  const iam = new IAMClient(server.client(key.account));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  await grantTo(key, 'ann', ['Encrypt'], { RetiringPrincipal: userArn(key.account, 'ann') });
  await iam.send(new DeleteUserCommand({ UserName: 'ann' }));
  const namesake = await userOf(server, key.account, 'ann');
  await expect(encrypt(namesake, key.arn)).rejects.toMatchObject(DENIED);
  const { Grants } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(Grants?.[0]?.GranteePrincipal).toMatch(/^AIDA[A-Z2-7]{17}$/);
  expect(Grants?.[0]?.RetiringPrincipal).toBe(Grants?.[0]?.GranteePrincipal);
});

test('a grant to a role: its sessions have it, within their session policies', async () => {
  const key = await newKey(server);
  const role = await newRole(server, key.account, 'worker');
  await grantTo(key, role, ['Encrypt']);
  const session = new KMSClient(await sessionOf(server, key.account, role, 'one'));
  await encrypt(session, key.arn);
  const Policy = policyText({ Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' });
  const limited = new KMSClient(await sessionOf(server, key.account, role, 'two', { Policy }));
  await expect(encrypt(limited, key.arn)).rejects.toMatchObject({
    message: expect.stringContaining('because no session policy allows the kms:Encrypt action'),
  });
  const other = await newKey(server);
  const only = `arn:aws:sts::${key.account}:assumed-role/worker/one`;
  await grantTo(other, only, ['Encrypt']);
  await encrypt(session, other.arn);
  await expect(encrypt(limited, other.arn)).rejects.toMatchObject(DENIED);
});

test('a grant to an account: leaves it to that account whom it lets use the key', async () => {
  const key = await newKey(server);
  const away = freshAccount();
  const allow = [{ Effect: 'Allow', Action: 'kms:Encrypt', Resource: key.arn }] as const;
  const ann = await userOf(server, away, 'ann', { allow });
  const bob = await userOf(server, away, 'bob');
  await expect(encrypt(ann, key.arn)).rejects.toMatchObject(DENIED);
  await grantTo(key, `arn:aws:iam::${away}:root`, ['Encrypt']);
  await encrypt(ann, key.arn);
  await encrypt(new KMSClient(server.client(away)), key.arn);
  await expect(encrypt(bob, key.arn)).rejects.toMatchObject({
    message:
      `User: ${userArn(away, 'bob')} is not authorized to perform: kms:Encrypt on this resource ` +
      'because no identity-based policy allows the kms:Encrypt action',
  });
});

test('a grant across accounts: suffices, and ends with its revocation', async () => {
  const key = await newKey(server);
  const away = freshAccount();
  const far = await userOf(server, away, 'far');
  const { GrantId } = await grantTo(key, userArn(away, 'far'), ['Encrypt', 'Decrypt']);
  const { CiphertextBlob } = await encrypt(far, key.arn);
  await far.send(new DecryptCommand({ CiphertextBlob }));
  await key.kms.send(new RevokeGrantCommand({ KeyId: key.arn, GrantId }));
  await expect(encrypt(far, key.arn)).rejects.toMatchObject(DENIED);
  await expect(far.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject({
    message: expect.stringContaining(' on the resource associated with this ciphertext because '),
  });
});

test('grants and rotation status across accounts: a key policy opens them, for the key ARN', async () => {
  const key = await newKey(server);
  const away = freshAccount();
  const far = new KMSClient(server.client(away));
  const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
  const Policy = policyText(
    { Effect: 'Allow', Principal: root(key.account), Action: 'kms:*', Resource: '*' },
    { Effect: 'Allow', Principal: root(away), Action: 'kms:*', Resource: '*' },
  );
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  const made = await far.send(
    new CreateGrantCommand({
      KeyId: key.arn,
      GranteePrincipal: `arn:aws:iam::${away}:root`,
      Operations: ['Encrypt'],
      RetiringPrincipal: `arn:aws:iam::${away}:root`,
    }),
  );
  const { Grants } = await far.send(new ListGrantsCommand({ KeyId: key.arn }));
  expect(Grants?.map((grant) => grant.IssuingAccount)).toEqual([`arn:aws:iam::${away}:root`]);
  const { Grants: retirable } = await far.send(
    new ListRetirableGrantsCommand({ RetiringPrincipal: `arn:aws:iam::${away}:root` }),
  );
  expect(retirable).toEqual(Grants);
  await far.send(new GetKeyRotationStatusCommand({ KeyId: key.arn }));
  await far.send(new RevokeGrantCommand({ KeyId: key.arn, GrantId: made.GrantId }));
  await expect(
    far.send(
      new CreateGrantCommand({
        KeyId: `arn:aws:kms:us-east-1:${key.account}:alias/x`,
        GranteePrincipal: `arn:aws:iam::${away}:root`,
        Operations: ['Encrypt'],
      }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidArnException' });
});

test('grant tokens: one that is none is refused wherever tokens are taken', async () => {
  const key = await newKey(server);
  const { CiphertextBlob } = await encrypt(key.kms, key.id);
  const GrantTokens = ['bm9uZQ=='];
  const KeyId = key.id;
  const { kms } = key;
  const grant = { KeyId, GranteePrincipal: 'x', Operations: ['Encrypt' as const], GrantTokens };
  const outcomes = await Promise.allSettled([
    kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x'), GrantTokens })),
    kms.send(new DecryptCommand({ CiphertextBlob, GrantTokens })),
    kms.send(new ReEncryptCommand({ CiphertextBlob, DestinationKeyId: KeyId, GrantTokens })),
    kms.send(new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', GrantTokens })),
    kms.send(new DescribeKeyCommand({ KeyId, GrantTokens })),
    kms.send(new CreateGrantCommand(grant)),
  ]);
  expect(outcomes).toHaveLength(6);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { name: 'InvalidGrantTokenException' },
    });
  }
});

test('a delay: until it is over a new grant counts only for those who bring a token of it', async () => {
  const slow = await startServer({ grantDelayMs: 300_000 });
  try {
    const key = await newKey(slow);
    const ann = new KMSClient(await newUser(slow, key.account, 'ann'));
    const { GrantToken } = await grantTo(key, 'ann', ['Encrypt']);
    const Plaintext = bytes('x');
    const withToken = new EncryptCommand({
      KeyId: key.arn,
      Plaintext,
      GrantTokens: [GrantToken ?? ''],
    });
    await expect(encrypt(ann, key.arn)).rejects.toMatchObject(DENIED);
    await ann.send(withToken);
    const engine = slow.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + 301_000);
    await encrypt(ann, key.arn);
    // A token never gives more than its grant.
    const other = await newKey(slow);
    const elsewhere = new EncryptCommand({ ...withToken.input, KeyId: other.arn });
    await expect(ann.send(elsewhere)).rejects.toMatchObject(DENIED);
  } finally {
    await slow.close();
  }
});
