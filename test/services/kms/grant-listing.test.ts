import { KMSClient, ListGrantsCommand, ListRetirableGrantsCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DENIED, grantTo, userArn, userOf } from './grants.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('ListGrants: shows a grant whole', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  const { GrantId } = await grantTo(key, 'ann', ['Decrypt', 'Encrypt', 'Decrypt'], {
    RetiringPrincipal: `arn:aws:iam::${key.account}:root`,
    Constraints: { EncryptionContextSubset: { tenant: 'red' } },
  });
  const { Grants, Truncated } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(Truncated).toBe(false);
  expect(Grants).toEqual([
    {
      KeyId: key.arn,
      GrantId,
      Name: '',
      CreationDate: expect.any(Date),
      GranteePrincipal: userArn(key.account, 'ann'),
      RetiringPrincipal: `arn:aws:iam::${key.account}:root`,
      IssuingAccount: `arn:aws:iam::${key.account}:root`,
      Operations: ['Decrypt', 'Encrypt'],
      Constraints: { EncryptionContextSubset: { tenant: 'red' } },
    },
  ]);
});

test('ListGrants: pages; of one grant, or of one grantee', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  await userOf(server, key.account, 'bob');
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { GrantId } = await grantTo(key, n === 4 ? 'bob' : 'ann', ['Encrypt']);
    made.push(GrantId ?? '');
  }
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const input = { KeyId: key.arn, Limit: 2, Marker };
    const page = await key.kms.send(new ListGrantsCommand(input));
    seen.push(...(page.Grants ?? []).map((grant) => grant.GrantId ?? ''));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  expect(seen.toSorted()).toEqual(made.toSorted());
  const list = async (more: object) => {
    const { Grants } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id, ...more }));
    return (Grants ?? []).map((grant) => grant.GrantId);
  };
  expect(await list({ GranteePrincipal: userArn(key.account, 'bob') })).toEqual([made[4]]);
  expect(await list({ GrantId: made[1] })).toEqual([made[1]]);
  await expect(list({ GrantId: 'x' })).rejects.toMatchObject({ name: 'InvalidGrantIdException' });
  await expect(list({ GrantId: '0'.repeat(64) })).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(list({ GranteeServicePrincipal: 'rds.amazonaws.com' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

test('ListRetirableGrants: is for IAM to allow, and for principals of the own account', async () => {
  const key = await newKey(server);
  const bob = await userOf(server, key.account, 'bob');
  const RetiringPrincipal = userArn(key.account, 'bob');
  for (let n = 0; n < 3; n += 1) {
    await grantTo(key, 'bob', ['Encrypt'], { RetiringPrincipal });
  }
  await expect(
    bob.send(new ListRetirableGrantsCommand({ RetiringPrincipal })),
  ).rejects.toMatchObject(DENIED);
  const first = await key.kms.send(new ListRetirableGrantsCommand({ RetiringPrincipal, Limit: 2 }));
  expect(first.Grants).toHaveLength(2);
  const rest = await key.kms.send(
    new ListRetirableGrantsCommand({ RetiringPrincipal, Marker: first.NextMarker }),
  );
  expect(rest.Grants).toHaveLength(1);
  const foreign = new KMSClient(server.client(freshAccount()));
  await expect(
    foreign.send(new ListRetirableGrantsCommand({ RetiringPrincipal })),
  ).rejects.toMatchObject(DENIED);
  await expect(key.kms.send(new ListRetirableGrantsCommand({}))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});
