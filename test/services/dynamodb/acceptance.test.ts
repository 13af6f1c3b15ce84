import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListGrantsCommand,
} from '@aws-sdk/client-kms';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { active, advance, made, refusal, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function clients() {
  const account = freshAccount();
  const config = server.client(account);
  return {
    account,
    config,
    dynamo: new DynamoDBClient(config),
    kms: new KMSClient(config),
  };
}

async function newKey(kms: KMSClient, input: CreateKeyCommandInput = {}): Promise<string> {
  return (await kms.send(new CreateKeyCommand(input))).KeyMetadata?.Arn ?? '';
}

function underKey(KMSMasterKeyId: string) {
  return { SSESpecification: { Enabled: true, SSEType: 'KMS' as const, KMSMasterKeyId } };
}

/** A refusal of KMS, as the SDK that DynamoDB uses words it. */
function sdkText(name: string, message: string, code = name): RegExp {
  const escaped = message.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`com\.amazonaws\.services\.kms\.model\.${name}: ${escaped} \(Service: AWSKMS; Status Code: 400; ` +
      String.raw`Error Code: ${code}; Request ID: [\da-f-]{36}; Proxy: null\)$`,
  );
}

test('check 52: CreateTable with a disabled key is refused, and nothing is created', async () => {
  const { dynamo, kms } = clients();
  const key = await newKey(kms);
  await kms.send(new DisableKeyCommand({ KeyId: key }));
  const told = await refusal(
    dynamo.send(new CreateTableCommand(tableInput('Books', underKey(key)))),
  );
  expect(told).toMatch(/^ValidationException: KMS key disabled error: /);
  expect(told).toMatch(sdkText('DisabledException', `${key} is disabled.`));
  expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toEqual([]);
  expect((await kms.send(new ListGrantsCommand({ KeyId: key }))).Grants).toEqual([]);
});

test('check 52: a key that does not exist', async () => {
  const { account, dynamo } = clients();
  const key = `arn:aws:kms:us-east-1:${account}:key/11111111-2222-3333-4444-555555555555`;
  const told = await refusal(
    dynamo.send(new CreateTableCommand(tableInput('Books', underKey(key)))),
  );
  expect(told).toMatch(/^ValidationException: KMS validation error: /);
  expect(told).toMatch(sdkText('NotFoundException', `Key '${key}' does not exist`));
  expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

test("check 52: another service's key of the account", async () => {
  const { account, config, dynamo, kms } = clients();
  const secret = { Name: 's', Value: 'v', Type: 'SecureString' } as const;
  await new SSMClient(config).send(new PutParameterCommand(secret));
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/ssm' }));
  const told = await refusal(
    dynamo.send(new CreateTableCommand(tableInput('Books', underKey('alias/aws/ssm')))),
  );
  expect(told).toMatch(/^AccessDeniedException: KMS key access denied error: /);
  expect(told).toMatch(
    sdkText(
      'AWSKMSException',
      `User: arn:aws:iam::${account}:root is not authorized to perform: kms:CreateGrant on resource: ` +
        `${KeyMetadata?.Arn} because no resource-based policy allows the kms:CreateGrant action`,
      'AccessDeniedException',
    ),
  );
});

test('check 52: keys that take no encryption context are an internal error, as in AWS', async () => {
  const { dynamo, kms } = clients();
  const others: readonly CreateKeyCommandInput[] = [
    { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' },
    { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' },
    { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' },
  ];
  let count = 0;
  for (const other of others) {
    const key = await newKey(kms, other);
    const call = dynamo.send(new CreateTableCommand(tableInput('Books', underKey(key))));
    await expect(call).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    const told = await refusal(call);
    expect(told).toMatch(/^InternalServerError: KMS internal error: /);
    expect(told).toMatch(
      sdkText(
        'AWSKMSException',
        'EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.',
        'ValidationException',
      ),
    );
    count += 1;
  }
  expect(count).toBe(3);
  expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toEqual([]);
});

test('check 52: UpdateTable to a disabled key leaves the table as it is', async () => {
  const { dynamo, kms } = clients();
  const [first, second] = [await newKey(kms), await newKey(kms)];
  await kms.send(new DisableKeyCommand({ KeyId: second }));
  await made(dynamo, tableInput('Books', underKey(first)));
  const told = await refusal(
    dynamo.send(new UpdateTableCommand({ TableName: 'Books', ...underKey(second) })),
  );
  expect(told).toMatch(/^ValidationException: KMS key disabled error: /);
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'Books' }));
  expect(Table?.SSEDescription?.KMSMasterKeyArn).toBe(first);
  expect(Table?.TableStatus).toBe('ACTIVE');
});

test('a key that is disabled later: items are readable for five minutes, then the table is inaccessible until it works again', async () => {
  const own = await startServer();
  try {
    const config = own.client(freshAccount());
    const [dynamo, kms] = [new DynamoDBClient(config), new KMSClient(config)];
    const key = await newKey(kms);
    await made(dynamo, tableInput('Books', underKey(key)));
    const Item = { id: { S: 'a' }, title: { S: 'Emma' } };
    await dynamo.send(new PutItemCommand({ TableName: 'Books', Item }));
    const read = () =>
      dynamo.send(new GetItemCommand({ TableName: 'Books', Key: { id: { S: 'a' } } }));
    const described = async () =>
      (await dynamo.send(new DescribeTableCommand({ TableName: 'Books' }))).Table;
    await kms.send(new DisableKeyCommand({ KeyId: key }));
    expect((await read()).Item).toEqual(Item);
    await advance(own.url, 'PT5M');
    const told = await refusal(read());
    expect(told).toMatch(/^ValidationException: KMS key disabled error: /);
    expect(told).toMatch(sdkText('DisabledException', `${key} is disabled.`));
    const written = await refusal(dynamo.send(new PutItemCommand({ TableName: 'Books', Item })));
    expect(written).toMatch(/^ValidationException: KMS key disabled error: /);
    expect((await described())?.TableStatus).toBe('ACTIVE');
    await advance(own.url, 'PT1H');
    const gone = await described();
    expect(gone?.TableStatus).toBe('INACCESSIBLE_ENCRYPTION_CREDENTIALS');
    expect(gone?.SSEDescription?.Status).toBe('ENABLED');
    expect(gone?.SSEDescription?.InaccessibleEncryptionDateTime).toBeInstanceOf(Date);
    await kms.send(new EnableKeyCommand({ KeyId: key }));
    expect((await read()).Item).toEqual(Item);
    await advance(own.url, 'PT1H');
    expect((await described())?.TableStatus).toBe('ACTIVE');
    expect((await described())?.SSEDescription).toEqual({
      Status: 'ENABLED',
      SSEType: 'KMS',
      KMSMasterKeyArn: key,
    });
  } finally {
    await own.close();
  }
});

test('a table whose key fails for seven days is archived', async () => {
  const own = await startServer();
  try {
    const config = own.client(freshAccount());
    const [dynamo, kms] = [new DynamoDBClient(config), new KMSClient(config)];
    const key = await newKey(kms);
    await made(dynamo, tableInput('Books', underKey(key)));
    await kms.send(new DisableKeyCommand({ KeyId: key }));
    await advance(own.url, 'P8D');
    const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'Books' }));
    expect(Table?.TableStatus).toBe('ARCHIVED');
    expect(Table?.ArchivalSummary).toEqual({
      ArchivalDateTime: expect.any(Date),
      ArchivalReason: 'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
    });
  } finally {
    await own.close();
  }
});

test('a table changes its key: its items stay, and the old grant goes', async () => {
  const { dynamo, kms } = clients();
  const [first, second] = [await newKey(kms), await newKey(kms)];
  await made(dynamo, tableInput('Books'));
  const Item = { id: { S: 'a' }, title: { S: 'Emma' } };
  await dynamo.send(new PutItemCommand({ TableName: 'Books', Item }));
  const read = new GetItemCommand({ TableName: 'Books', Key: { id: { S: 'a' } } });
  for (const key of [first, second]) {
    await dynamo.send(new UpdateTableCommand({ TableName: 'Books', ...underKey(key) }));
    await active(dynamo, 'Books');
    expect((await dynamo.send(read)).Item).toEqual(Item);
  }
  expect((await kms.send(new ListGrantsCommand({ KeyId: first }))).Grants).toEqual([]);
  expect((await kms.send(new ListGrantsCommand({ KeyId: second }))).Grants).toHaveLength(1);
  const owned = { TableName: 'Books', SSESpecification: { Enabled: false } };
  await dynamo.send(new UpdateTableCommand(owned));
  await active(dynamo, 'Books');
  expect((await dynamo.send(read)).Item).toEqual(Item);
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'Books' }));
  expect(Table?.SSEDescription).toBeUndefined();
  expect((await kms.send(new ListGrantsCommand({ KeyId: second }))).Grants).toEqual([]);
});
