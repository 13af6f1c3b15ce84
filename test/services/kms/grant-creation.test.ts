import {
  CreateGrantCommand,
  type CreateGrantCommandInput,
  DisableKeyCommand,
  EncryptCommand,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantTallies } from '../../../src/services/kms/grant-state.ts';
import { startServer, type TestServer } from '../../server.ts';
import { DENIED, encrypt, grantTo, userArn, userOf } from './grants.ts';
import { bytes, newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateGrant: asked for again under its name, it is the same grant with another token', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  const named = { Name: 'one', Constraints: { EncryptionContextEquals: { a: '1', b: '2' } } };
  const first = await grantTo(key, 'ann', ['Encrypt', 'Decrypt'], named);
  const again = await grantTo(key, 'ann', ['Decrypt', 'Encrypt'], {
    ...named,
    Constraints: { EncryptionContextEquals: { b: '2', a: '1' } },
  });
  expect(again.GrantId).toBe(first.GrantId);
  expect(again.GrantToken).not.toBe(first.GrantToken);
  const others = [
    await grantTo(key, 'ann', ['Encrypt'], named),
    await grantTo(key, 'ann', ['Encrypt', 'Decrypt'], { ...named, Name: 'two' }),
    await grantTo(key, 'ann', ['Encrypt', 'Decrypt'], { ...named, Constraints: {} }),
    await grantTo(key, 'ann', ['Encrypt', 'Decrypt']),
    await grantTo(key, 'ann', ['Encrypt', 'Decrypt']),
  ];
  expect(new Set([first, ...others].map(({ GrantId }) => GrantId)).size).toBe(6);
  // Tokens of one grant are interchangeable.
  await key.kms.send(new RetireGrantCommand({ GrantToken: again.GrantToken }));
  await expect(
    key.kms.send(new RetireGrantCommand({ GrantToken: first.GrantToken })),
  ).rejects.toMatchObject({ name: 'InvalidGrantTokenException' });
});

test('CreateGrant: refuses what no grant can be', async () => {
  const key = await newKey(server);
  const { account } = key;
  await userOf(server, account, 'ann');
  const ann = userArn(account, 'ann');
  const ghost = `arn:aws:iam::${account}:role/ghost`;
  const SourceArn = `arn:aws:dynamodb:us-east-1:${account}:table/t`;
  const nine = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`k${n}`, 'v']));
  const service = { GranteeServicePrincipal: 'dynamodb.amazonaws.com' };
  const cases: readonly [string, Partial<CreateGrantCommandInput>, string, string][] = [
    [
      'nobody',
      {},
      'ValidationException',
      'You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.',
    ],
    [
      'two grantees',
      { GranteePrincipal: ann, ...service },
      'ValidationException',
      'You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.',
    ],
    [
      'only CreateGrant',
      { GranteePrincipal: ann, Operations: ['CreateGrant'] },
      'ValidationException',
      'Grants must not contain only the CreateGrant operation.',
    ],
    [
      'Sign on a symmetric key',
      { GranteePrincipal: ann, Operations: ['Encrypt', 'Sign'] },
      'ValidationException',
      'Operation Sign is not supported by grants on keys with usage ENCRYPT_DECRYPT and spec SYMMETRIC_DEFAULT.',
    ],
    [
      'a ghost',
      { GranteePrincipal: ghost },
      'InvalidArnException',
      `ARN does not refer to a valid principal: ${ghost}`,
    ],
    [
      'a ghost that retires',
      { GranteePrincipal: ann, RetiringPrincipal: ghost },
      'InvalidArnException',
      `ARN does not refer to a valid principal: ${ghost}`,
    ],
    [
      'a group',
      { GranteePrincipal: `arn:aws:iam::${account}:group/g` },
      'InvalidArnException',
      `ARN does not refer to a valid principal: arn:aws:iam::${account}:group/g`,
    ],
    [
      'a service as a principal',
      { GranteePrincipal: 'rds.amazonaws.com' },
      'InvalidArnException',
      'ARN does not refer to a valid principal: rds.amazonaws.com',
    ],
    [
      'a service without SourceArn',
      { ...service, RetiringServicePrincipal: 'dynamodb.amazonaws.com' },
      'ValidationException',
      'When you specify a GranteeServicePrincipal, you must also specify a SourceArn grant constraint.',
    ],
    [
      'a service that nobody retires',
      { ...service, Constraints: { SourceArn } },
      'ValidationException',
      'When you specify a GranteeServicePrincipal, you must specify either a RetiringPrincipal or a RetiringServicePrincipal.',
    ],
    [
      'both constraints',
      {
        GranteePrincipal: ann,
        Constraints: { EncryptionContextEquals: { a: '1' }, EncryptionContextSubset: { a: '1' } },
      },
      'ValidationException',
      'You can specify either EncryptionContextEquals or EncryptionContextSubset, but not both.',
    ],
    [
      'nine pairs',
      { GranteePrincipal: ann, Constraints: { EncryptionContextSubset: nine } },
      'ValidationException',
      'A grant constraint can include up to 8 encryption context pairs.',
    ],
    [
      'a long pair',
      { GranteePrincipal: ann, Constraints: { EncryptionContextSubset: { a: 'x'.repeat(384) } } },
      'ValidationException',
      'The encryption context value in a grant constraint cannot exceed 384 characters.',
    ],
  ];
  let ran = 0;
  for (const [what, more, name, message] of cases) {
    const input: CreateGrantCommandInput = { KeyId: key.id, Operations: ['Encrypt'], ...more };
    await expect(key.kms.send(new CreateGrantCommand(input)), what).rejects.toMatchObject({
      name,
      message,
    });
    ran += 1;
  }
  expect(ran).toBe(13);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  await expect(grantTo(key, 'ann', ['Encrypt'])).rejects.toMatchObject({
    name: 'DisabledException',
    message: `${key.arn} is disabled.`,
  });
});

test('CreateGrant: policies may say what grants it makes', async () => {
  const key = await newKey(server);
  const { account } = key;
  await userOf(server, account, 'bob');
  const bob = userArn(account, 'bob');
  const root = `arn:aws:iam::${account}:root`;
  const SourceArn = `arn:aws:dynamodb:us-east-1:${account}:table/t`;
  const base = { GranteePrincipal: bob, Operations: ['Encrypt'] as const };
  const service = {
    GranteePrincipal: undefined,
    GranteeServicePrincipal: 'dynamodb.amazonaws.com',
    RetiringServicePrincipal: 'dynamodb.amazonaws.com',
    Constraints: { SourceArn },
  };
  const cases: readonly [string, object, object, object][] = [
    [
      'GrantOperations',
      { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Encrypt', 'Decrypt'] } },
      {},
      { Operations: ['Encrypt', 'GenerateDataKey'] },
    ],
    [
      'GranteePrincipal',
      { StringEquals: { 'kms:GranteePrincipal': bob } },
      {},
      { GranteePrincipal: root },
    ],
    [
      'RetiringPrincipal',
      { StringEquals: { 'kms:RetiringPrincipal': root } },
      { RetiringPrincipal: root },
      {},
    ],
    [
      'GrantConstraintType',
      { StringEquals: { 'kms:GrantConstraintType': 'EncryptionContextEquals' } },
      { Constraints: { EncryptionContextEquals: { a: '1' } } },
      { Constraints: { EncryptionContextSubset: { a: '1' } } },
    ],
    [
      'EncryptionContext',
      { StringEquals: { 'kms:EncryptionContext:tenant': 'red' } },
      { Constraints: { EncryptionContextSubset: { tenant: 'red' } } },
      { Constraints: { EncryptionContextSubset: { tenant: 'blue' } } },
    ],
    [
      'GrantIsForAWSResource',
      { Bool: { 'kms:GrantIsForAWSResource': 'false' } },
      {},
      { KeyId: 'other' },
    ],
    [
      'GranteeServicePrincipal',
      { StringEquals: { 'kms:GranteeServicePrincipal': 'dynamodb.amazonaws.com' } },
      service,
      {},
    ],
    [
      'RetiringServicePrincipal',
      { StringEquals: { 'kms:RetiringServicePrincipal': 'dynamodb.amazonaws.com' } },
      service,
      {},
    ],
    [
      'GrantConstraintSourceArn',
      { ArnEquals: { 'kms:GrantConstraintSourceArn': SourceArn } },
      service,
      {},
    ],
  ];
  let ran = 0;
  for (const [name, Condition, right, wrong] of cases) {
    const allow = [
      { Effect: 'Allow', Action: 'kms:CreateGrant', Resource: key.arn, Condition },
    ] as const;
    const maker = await userOf(server, account, `maker-${name}`, { allow });
    const make = (more: object) =>
      maker.send(
        new CreateGrantCommand({ KeyId: key.arn, ...base, Operations: ['Encrypt'], ...more }),
      );
    await expect(make(right), name).resolves.toMatchObject({ GrantId: expect.any(String) });
    const denied = 'KeyId' in wrong ? { KeyId: (await newKey(server)).arn } : wrong;
    await expect(make(denied), name).rejects.toMatchObject(DENIED);
    ran += 1;
  }
  expect(ran).toBe(9);
});

test('DryRun: says what would happen, and nothing does', async () => {
  const key = await newKey(server);
  const ann = await userOf(server, key.account, 'ann');
  const succeeded = {
    name: 'DryRunOperationException',
    message: 'The request would have succeeded, but the DryRun option is set.',
  };
  await expect(grantTo(key, 'ann', ['Encrypt'], { DryRun: true })).rejects.toMatchObject(succeeded);
  await expect(encrypt(ann, key.arn)).rejects.toMatchObject(DENIED);
  const { GrantId, GrantToken } = await grantTo(key, 'ann', ['Encrypt']);
  const DryRun = true;
  await expect(
    key.kms.send(new RevokeGrantCommand({ KeyId: key.id, GrantId, DryRun })),
  ).rejects.toMatchObject(succeeded);
  await expect(key.kms.send(new RetireGrantCommand({ GrantToken, DryRun }))).rejects.toMatchObject(
    succeeded,
  );
  await expect(
    ann.send(new RevokeGrantCommand({ KeyId: key.arn, GrantId, DryRun })),
  ).rejects.toMatchObject(DENIED);
  await expect(
    ann.send(new EncryptCommand({ KeyId: key.arn, Plaintext: bytes('x'), DryRun })),
  ).rejects.toMatchObject(succeeded);
  await encrypt(ann, key.arn);
});

test('a key has at most 50,000 grants', async () => {
  const key = await newKey(server);
  await userOf(server, key.account, 'ann');
  await grantTo(key, 'ann', ['Encrypt']);
  const scope = { account: key.account, region: 'us-east-1' };
  await server.platform.engine().store.run(async (unit) => {
    unit.view(scope).put(grantTallies, key.id, { count: 50_000 });
  });
  await expect(grantTo(key, 'ann', ['Encrypt'])).rejects.toMatchObject({
    name: 'LimitExceededException',
  });
});
