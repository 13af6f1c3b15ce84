import {
  CreateAliasCommand,
  CreateKeyCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  EncryptCommand,
  ListAliasesCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { bytes, newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateAlias: its name and its ARN stand for the key; answers tell the key ARN', async () => {
  const { kms, id, arn, account } = await newKey(server);
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/mine', TargetKeyId: id }));
  const aliasArn = `arn:aws:kms:us-east-1:${account}:alias/mine`;
  for (const KeyId of ['alias/mine', aliasArn]) {
    const sealed = await kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x') }));
    expect(sealed.KeyId).toBe(arn);
  }
  await expect(
    kms.send(new CreateAliasCommand({ AliasName: 'alias/mine', TargetKeyId: id })),
  ).rejects.toMatchObject({
    name: 'AlreadyExistsException',
    message: `An alias with the name ${aliasArn} already exists`,
  });
});

test('CreateAlias: refuses names without the prefix, and those of AWS', async () => {
  const { kms, id: TargetKeyId } = await newKey(server);
  const create = (AliasName: string) =>
    kms.send(new CreateAliasCommand({ AliasName, TargetKeyId }));
  await expect(create('mine')).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'Alias must start with the prefix "alias/". Please see ' +
      'https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
  });
  await expect(create('alias/aws/mine')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});

test('UpdateAlias: moves to another key, and the old one loses it', async () => {
  const { kms, id } = await newKey(server);
  const other = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.KeyId ?? '';
  const AliasName = 'alias/moving';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: id }));
  await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: other }));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
  expect(KeyMetadata?.KeyId).toBe(other);
  const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId: id }));
  expect(Aliases).toEqual([]);
});

test('DeleteAlias: the name leads nowhere afterwards', async () => {
  const { kms, id, account } = await newKey(server);
  const AliasName = 'alias/short-lived';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: id }));
  await kms.send(new DeleteAliasCommand({ AliasName }));
  const missing = {
    name: 'NotFoundException',
    message: `Alias arn:aws:kms:us-east-1:${account}:${AliasName} is not found.`,
  };
  await expect(
    kms.send(new EncryptCommand({ KeyId: AliasName, Plaintext: bytes('x') })),
  ).rejects.toMatchObject(missing);
  await expect(kms.send(new DeleteAliasCommand({ AliasName }))).rejects.toMatchObject(missing);
});

test('ListAliases: pages, and of one key only when asked', async () => {
  const { kms, id } = await newKey(server);
  const names = Array.from({ length: 5 }, (_, index) => `alias/n${index}`);
  for (const AliasName of names) {
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: id }));
  }
  const seen: (string | undefined)[] = [];
  let Marker: string | undefined;
  do {
    const page = await kms.send(new ListAliasesCommand({ Limit: 2, Marker }));
    seen.push(...(page.Aliases ?? []).map((alias) => alias.AliasName));
    Marker = page.NextMarker;
  } while (Marker !== undefined);
  expect(seen.filter((name) => !name?.startsWith('alias/aws/'))).toEqual(names);
  const ofKey = await kms.send(new ListAliasesCommand({ KeyId: id }));
  expect(ofKey.Aliases?.map((alias) => alias.TargetKeyId)).toEqual(names.map(() => id));
});
