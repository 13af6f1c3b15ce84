import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ReplicateKeyCommand,
} from '@aws-sdk/client-kms';
import {
  buildAwsKmsMrkAwareStrictMultiKeyringNode,
  buildClient,
  CommitmentPolicy,
} from '@aws-crypto/client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientConfig } from '../../../labs/clients.ts';
import { keyringClient } from '../../../labs/keyring-client.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { active, advance, made, refusal, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Orders';
const Key = { id: { S: 'a' } };
const HERE = 'us-east-1';
const THERE = 'eu-west-1';

function regions(from: TestServer = server, account = freshAccount()) {
  return {
    account,
    here: new DynamoDBClient(from.client(account, HERE)),
    there: new DynamoDBClient(from.client(account, THERE)),
  };
}

function replicate(RegionName: string, more: { readonly KMSMasterKeyId?: string } = {}) {
  return new UpdateTableCommand({
    TableName,
    ReplicaUpdates: [{ Create: { RegionName, ...more } }],
  });
}

async function replicas(client: DynamoDBClient) {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  return Table?.Replicas?.map(({ RegionName, ReplicaStatus }) => [RegionName, ReplicaStatus]);
}

/** Adds the replica and waits until all is settled. */
async function global(here: DynamoDBClient, there: DynamoDBClient, more = {}): Promise<void> {
  await here.send(replicate(THERE, more));
  await expect.poll(() => replicas(here)).toEqual([[THERE, 'ACTIVE']]);
  await active(here, TableName);
  await active(there, TableName);
}

async function itemAt(client: DynamoDBClient, key = Key) {
  return (await client.send(new GetItemCommand({ TableName, Key: key }))).Item;
}

test('a replica: has what was there before, and what is written on either side', async () => {
  const { here, there } = regions();
  await made(here, tableInput(TableName));
  const before = { id: { S: 'before' }, a: { N: '1' } };
  await here.send(new PutItemCommand({ TableName, Item: before }));
  await global(here, there);
  expect(await itemAt(there, { id: { S: 'before' } })).toEqual(before);
  expect(await replicas(there)).toEqual([[HERE, 'ACTIVE']]);
  const { Table } = await there.send(new DescribeTableCommand({ TableName }));
  expect(Table?.GlobalTableVersion).toBe('2019.11.21');
  expect(Table?.StreamSpecification?.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
  const Item = { ...Key, a: { N: '1' } };
  await here.send(new PutItemCommand({ TableName, Item }));
  await expect.poll(() => itemAt(there)).toEqual(Item);
  const add = new UpdateItemCommand({
    TableName,
    Key,
    UpdateExpression: 'ADD a :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  });
  await there.send(add);
  await expect.poll(() => itemAt(here)).toEqual({ ...Key, a: { N: '2' } });
  await here.send(new DeleteItemCommand({ TableName, Key }));
  await expect.poll(() => itemAt(there)).toBeUndefined();
});

test('the last writer wins, and both sides agree on who that was', async () => {
  const { here, there } = regions();
  await made(here, tableInput(TableName));
  await global(here, there);
  const put = (client: DynamoDBClient, by: string, n: number) =>
    client.send(
      new PutItemCommand({ TableName, Item: { ...Key, by: { S: by }, n: { N: String(n) } } }),
    );
  for (let n = 0; n < 10; n += 1) {
    await Promise.all([put(here, 'here', n), put(there, 'there', n)]);
    if (n % 3 === 0) await there.send(new DeleteItemCommand({ TableName, Key }));
  }
  await put(here, 'here', 99);
  const last = { ...Key, by: { S: 'here' }, n: { N: '99' } };
  await expect.poll(() => itemAt(there)).toEqual(last);
  expect(await itemAt(here)).toEqual(last);
});

test('each replica has a key of its own Region, of the same kind', async () => {
  const { account, here, there } = regions();
  const keyIn = async (region: string) => {
    const kms = new KMSClient(server.client(account, region));
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    return { kms, arn: KeyMetadata?.Arn ?? '' };
  };
  const [own, other] = [await keyIn(HERE), await keyIn(THERE)];
  const SSESpecification = { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: own.arn } as const;
  await made(here, tableInput(TableName, { SSESpecification }));
  const wrong = 'ValidationException: One or more parameter values were invalid: ';
  expect(await refusal(here.send(replicate(THERE)))).toBe(
    `${wrong}KMSMasterKeyId must be specified for each replica.`,
  );
  expect(await refusal(here.send(replicate(THERE, { KMSMasterKeyId: 'alias/aws/dynamodb' })))).toBe(
    `${wrong}All replicas of a global table must use the same type of KMS key.`,
  );
  await other.kms.send(new DisableKeyCommand({ KeyId: other.arn }));
  expect(await refusal(here.send(replicate(THERE, { KMSMasterKeyId: other.arn })))).toMatch(
    /^ValidationException: KMS key disabled error: /,
  );
  expect((await there.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  await other.kms.send(new EnableKeyCommand({ KeyId: other.arn }));
  await global(here, there, { KMSMasterKeyId: other.arn });
  const { Table } = await there.send(new DescribeTableCommand({ TableName }));
  expect(Table?.SSEDescription?.KMSMasterKeyArn).toBe(other.arn);
  expect(Table?.Replicas).toMatchObject([{ RegionName: HERE, KMSMasterKeyId: own.arn }]);
  await here.send(new PutItemCommand({ TableName, Item: Key }));
  await expect.poll(() => itemAt(there)).toEqual(Key);
});

test("while a Region's key is disabled its replica waits, and catches up", async () => {
  const own = await startServer();
  try {
    const { account, here, there } = regions(own);
    const SSESpecification = { Enabled: true, SSEType: 'KMS' } as const;
    const kms = new KMSClient(own.client(account, THERE));
    const first = new KMSClient(own.client(account, HERE));
    const [{ KeyMetadata: mine }, { KeyMetadata: theirs }] = [
      await first.send(new CreateKeyCommand({})),
      await kms.send(new CreateKeyCommand({})),
    ];
    await made(
      here,
      tableInput(TableName, {
        SSESpecification: { ...SSESpecification, KMSMasterKeyId: mine?.Arn },
      }),
    );
    await global(here, there, { KMSMasterKeyId: theirs?.Arn });
    await kms.send(new DisableKeyCommand({ KeyId: theirs?.Arn }));
    await advance(own.url, 'PT10M');
    const Item = { ...Key, a: { N: '1' } };
    await here.send(new PutItemCommand({ TableName, Item }));
    expect(await refusal(itemAt(there))).toMatch(/^ValidationException: KMS key disabled error: /);
    await kms.send(new EnableKeyCommand({ KeyId: theirs?.Arn }));
    await advance(own.url, 'PT10M');
    await expect.poll(() => itemAt(there)).toEqual(Item);
  } finally {
    await own.close();
  }
});

test('a replica goes: the table stays where it was', async () => {
  const { here, there } = regions();
  await made(here, tableInput(TableName));
  await here.send(new PutItemCommand({ TableName, Item: Key }));
  await global(here, there);
  const TimeToLiveSpecification = { Enabled: true, AttributeName: 'until' };
  await here.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  await active(here, TableName);
  await here.send(
    new UpdateTableCommand({ TableName, ReplicaUpdates: [{ Delete: { RegionName: THERE } }] }),
  );
  await expect
    .poll(async () => (await there.send(new ListTablesCommand({}))).TableNames)
    .toEqual([]);
  await expect.poll(() => replicas(here)).toBeUndefined();
  expect(await itemAt(here)).toEqual(Key);
});

test('what may not be: the own Region, a table that is there, and a caller without permissions', async () => {
  const { account, here, there } = regions();
  await made(here, tableInput(TableName));
  await made(there, tableInput(TableName));
  expect(await refusal(here.send(replicate(HERE)))).toBe(
    'ValidationException: Cannot add, delete, or update the local region through ReplicaUpdates. ' +
      'Use CreateTable, DeleteTable, or UpdateTable as required.',
  );
  expect(await refusal(here.send(replicate(THERE)))).toBe(
    `ValidationException: Failed to create a the new replica of table with name: '${TableName}' because one or more ` +
      'replicas already existed as tables.',
  );
  const allow = [{ Effect: 'Allow', Action: 'dynamodb:UpdateTable', Resource: '*' }] as const;
  const user = new DynamoDBClient(await newUser(server, account, 'admin', { allow }));
  expect(await refusal(user.send(replicate(THERE)))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${account}:user/admin is not authorized to perform: ` +
      `dynamodb:CreateTable on resource: arn:aws:dynamodb:${THERE}:${account}:table/${TableName} because no ` +
      'identity-based policy allows the dynamodb:CreateTable action',
  );
});

test('client-side encryption under a multi-Region key: what one Region encrypts the other decrypts from its replica', async () => {
  const { account, here, there } = regions();
  const kms = new KMSClient(server.client(account, HERE));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const replica = await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: THERE }));
  await made(here, tableInput(TableName));
  await global(here, there);
  const root = { accessKeyId: account, secretAccessKey: 'dev' };
  const keyring = (region: string, generatorKeyId: string) =>
    buildAwsKmsMrkAwareStrictMultiKeyringNode({
      generatorKeyId,
      clientProvider: () => keyringClient(clientConfig(server.url, root), region),
    });
  const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const { result } = await encrypt(keyring(HERE, KeyMetadata?.Arn ?? ''), 'card 4111', {
    encryptionContext: { table: TableName, attribute: 'card' },
  });
  const Item = { ...Key, card: { B: new Uint8Array(result) } };
  await here.send(new PutItemCommand({ TableName, Item }));
  await expect.poll(async () => (await itemAt(there))?.['card']).toBeDefined();
  const stored = (await itemAt(there))?.['card']?.B ?? new Uint8Array();
  expect(Buffer.from(stored).equals(result)).toBe(true);
  const other = replica.ReplicaKeyMetadata?.Arn ?? '';
  const opened = await decrypt(keyring(THERE, other), stored);
  expect(opened.plaintext.toString()).toBe('card 4111');
  expect(opened.messageHeader.encryptionContext).toMatchObject({ attribute: 'card' });
});
