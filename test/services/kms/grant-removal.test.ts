import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  type CreateGrantCommandInput,
  KMSClient,
  ListRetirableGrantsCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DENIED, encrypt, grantTo, userArn, userOf } from './grants.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('RevokeGrant: ends what the grant allowed; a policy decides who may', async () => {
  const key = await newKey(server);
  const ann = await userOf(server, key.account, 'ann');
  const { GrantId } = await grantTo(key, 'ann', ['Encrypt', 'RetireGrant']);
  await encrypt(ann, key.arn);
  await expect(ann.send(new RevokeGrantCommand({ KeyId: key.arn, GrantId }))).rejects.toMatchObject(
    DENIED,
  );
  await key.kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId }));
  await expect(encrypt(ann, key.arn)).rejects.toMatchObject(DENIED);
  await expect(
    key.kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId })),
  ).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('RetireGrant: the grant says who may, and kms:RetireGrant alone does not suffice', async () => {
  const key = await newKey(server);
  const allow = [{ Effect: 'Allow', Action: 'kms:RetireGrant', Resource: '*' }] as const;
  const away = freshAccount();
  const ann = await userOf(server, key.account, 'ann');
  const bob = await userOf(server, key.account, 'bob');
  const eve = await userOf(server, key.account, 'eve', { allow });
  const far = await userOf(server, away, 'far', { allow });
  const near = await userOf(server, away, 'near');
  const barred = await userOf(server, key.account, 'barred', {
    allow: [{ Effect: 'Deny', Action: 'kms:RetireGrant', Resource: '*' }],
  });
  const grant = (Operations: CreateGrantCommandInput['Operations'], retiring?: string) =>
    grantTo(key, 'ann', Operations, { RetiringPrincipal: retiring });
  const root = `arn:aws:iam::${away}:root`;
  const cases: readonly [string, KMSClient, ReturnType<typeof grant>, boolean][] = [
    ['retiring principal', bob, grant(['Encrypt'], userArn(key.account, 'bob')), true],
    ['grantee with RetireGrant', ann, grant(['Encrypt', 'RetireGrant']), true],
    ['grantee without it', ann, grant(['Encrypt']), false],
    ['root of the account that made it', key.kms, grant(['Encrypt']), true],
    ['a stranger whom IAM allows', eve, grant(['Encrypt'], userArn(key.account, 'bob')), false],
    ['retiring account: whom its IAM allows', far, grant(['Encrypt'], root), true],
    ['retiring account: whom its IAM does not', near, grant(['Encrypt'], root), false],
    ['another account whose IAM allows', far, grant(['Encrypt']), false],
    [
      'retiring principal whom IAM denies',
      barred,
      grant(['Encrypt'], userArn(key.account, 'barred')),
      false,
    ],
  ];
  let ran = 0;
  for (const [what, kms, making, allowed] of cases) {
    const { GrantId } = await making;
    const retire = kms.send(new RetireGrantCommand({ KeyId: key.arn, GrantId }));
    if (allowed) await expect(retire, what).resolves.toBeDefined();
    else await expect(retire, what).rejects.toMatchObject(DENIED);
    ran += 1;
  }
  expect(ran).toBe(9);
});

test('RetireGrant: a policy may deny it by what the grant is constrained to', async () => {
  const key = await newKey(server);
  const Condition = { StringEquals: { 'kms:EncryptionContext:tenant': 'red' } };
  const bob = await userOf(server, key.account, 'bob', {
    allow: [{ Effect: 'Deny', Action: 'kms:RetireGrant', Resource: '*', Condition }],
  });
  const retire = async (tenant: string) => {
    const { GrantId } = await grantTo(key, 'bob', ['Encrypt', 'RetireGrant'], {
      Constraints: { EncryptionContextSubset: { tenant } },
    });
    return bob.send(new RetireGrantCommand({ KeyId: key.arn, GrantId }));
  };
  await retire('blue');
  await expect(retire('red')).rejects.toMatchObject({
    message:
      `User: ${userArn(key.account, 'bob')} is not authorized to perform: kms:RetireGrant on ` +
      `resource: ${key.arn} with an explicit deny in an identity-based policy`,
  });
});

test('RetireGrant: wants a token, or a key and a grant', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  const { GrantId, GrantToken } = await grantTo(key, 'ann', ['Encrypt']);
  const retire = (input: object) => key.kms.send(new RetireGrantCommand(input));
  for (const input of [{}, { GrantId }, { KeyId: key.arn }, { GrantToken, GrantId }]) {
    await expect(retire(input)).rejects.toMatchObject({ name: 'ValidationException' });
  }
  await expect(retire({ GrantToken: 'AAAA' })).rejects.toMatchObject({
    name: 'InvalidGrantTokenException',
  });
  await expect(retire({ KeyId: key.arn, GrantId: '1'.repeat(64) })).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await retire({ GrantToken });
});

test('a deleted key takes its grants with it', async () => {
  const own = await startServer();
  try {
    const key = await newKey(own);
    await newUser(own, key.account, 'ann');
    const RetiringPrincipal = userArn(key.account, 'ann');
    const { GrantToken } = await grantTo(key, 'ann', ['Encrypt'], { RetiringPrincipal });
    await key.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 7 }));
    const list = () => key.kms.send(new ListRetirableGrantsCommand({ RetiringPrincipal }));
    expect((await list()).Grants).toHaveLength(1);
    const engine = own.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + 8 * 86_400_000);
    expect((await list()).Grants).toEqual([]);
    await expect(key.kms.send(new RetireGrantCommand({ GrantToken }))).rejects.toMatchObject({
      name: 'InvalidGrantTokenException',
    });
  } finally {
    await own.close();
  }
});

test('records: a grant by its id, never its token', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  const { GrantId, GrantToken } = await grantTo(key, 'ann', ['Encrypt']);
  await key.kms.send(new RetireGrantCommand({ GrantToken }));
  const trail = new CloudTrailClient(server.client(key.account));
  const record = async (AttributeValue: string) => {
    const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
    const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
    const text = Events?.[0]?.CloudTrailEvent ?? '{}';
    expect(text).not.toContain(GrantToken);
    return JSON.parse(text);
  };
  const resources = [{ accountId: key.account, type: 'AWS::KMS::Key', ARN: key.arn }];
  expect(await record('CreateGrant')).toMatchObject({
    readOnly: false,
    requestParameters: { keyId: key.id, operations: ['Encrypt'] },
    responseElements: { grantId: GrantId, keyId: key.arn },
    resources,
  });
  expect(await record('RetireGrant')).toMatchObject({
    readOnly: false,
    requestParameters: null,
    responseElements: null,
    additionalEventData: { grantId: GrantId },
    resources,
  });
});
