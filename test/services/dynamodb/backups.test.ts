import {
  BatchWriteItemCommand,
  CreateBackupCommand,
  DeleteBackupCommand,
  DeleteTableCommand,
  DescribeBackupCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListBackupsCommand,
  ListTablesCommand,
  PutItemCommand,
  RestoreTableFromBackupCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  KMSClient,
  ListGrantsCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { active, made, refusal, tableInput } from './tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Books';

async function backedUp(dynamo: DynamoDBClient): Promise<string> {
  const { BackupDetails } = await dynamo.send(
    new CreateBackupCommand({ TableName, BackupName: 'nightly' }),
  );
  const BackupArn = BackupDetails?.BackupArn ?? '';
  await expect
    .poll(async () => {
      const { BackupDescription } = await dynamo.send(new DescribeBackupCommand({ BackupArn }));
      return BackupDescription?.BackupDetails?.BackupStatus;
    })
    .toBe('AVAILABLE');
  return BackupArn;
}

test('a backup: has every item, outlives its table, and is restored into another', async () => {
  const account = freshAccount();
  const dynamo = await made(
    new DynamoDBClient(server.client(account)),
    tableInput(TableName, {
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType: 'S' },
        { AttributeName: 'by', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byAuthor',
          KeySchema: [{ AttributeName: 'by', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
  for (let page = 0; page < 10; page += 1) {
    const puts = Array.from({ length: 25 }, (_, n) => ({
      PutRequest: { Item: { id: { S: `${page}-${n}` }, by: { S: 'Jane' } } },
    }));
    await dynamo.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  }
  const BackupArn = await backedUp(dynamo);
  expect(BackupArn).toMatch(
    new RegExp(`^arn:aws:dynamodb:us-east-1:${account}:table/Books/backup/\\d{14}-[\\da-f]{8}$`),
  );
  await dynamo.send(new PutItemCommand({ TableName, Item: { id: { S: 'later' } } }));
  await dynamo.send(new DeleteTableCommand({ TableName }));
  await expect
    .poll(async () => (await dynamo.send(new ListTablesCommand({}))).TableNames)
    .toEqual([]);
  const { BackupSummaries } = await dynamo.send(new ListBackupsCommand({ TableName }));
  expect(BackupSummaries).toMatchObject([{ BackupArn, BackupName: 'nightly', TableName }]);
  const restored = await dynamo.send(
    new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'Again' }),
  );
  expect(restored.TableDescription).toMatchObject({
    TableStatus: 'CREATING',
    RestoreSummary: { SourceBackupArn: BackupArn, RestoreInProgress: true },
  });
  await active(dynamo, 'Again');
  const scan = new ScanCommand({ TableName: 'Again', IndexName: 'byAuthor', Select: 'COUNT' });
  expect((await dynamo.send(scan)).Count).toBe(250);
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName: 'Again' }));
  expect(Table?.RestoreSummary?.RestoreInProgress).toBe(false);
  expect(
    await refusal(
      dynamo.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'Again' })),
    ),
  ).toBe('TableAlreadyExistsException: Table already exists: Again');
  const gone = await dynamo.send(new DeleteBackupCommand({ BackupArn }));
  expect(gone.BackupDescription?.BackupDetails?.BackupStatus).toBe('DELETED');
  expect(await refusal(dynamo.send(new DescribeBackupCommand({ BackupArn })))).toBe(
    `BackupNotFoundException: Backup not found: ${BackupArn}`,
  );
});

test('check 52: a backup under a key that can not be used is not restored, and nothing is made', async () => {
  const config = server.client(freshAccount());
  const kms = new KMSClient(config);
  const newKey = async () => (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const [first, second] = [await newKey(), await newKey()];
  const underKey = (KMSMasterKeyId: string) =>
    ({ Enabled: true, SSEType: 'KMS', KMSMasterKeyId }) as const;
  const dynamo = await made(
    new DynamoDBClient(config),
    tableInput(TableName, { SSESpecification: underKey(first) }),
  );
  const Item = { id: { S: 'a' } };
  await dynamo.send(new PutItemCommand({ TableName, Item }));
  const BackupArn = await backedUp(dynamo);
  const grants = async () => (await kms.send(new ListGrantsCommand({ KeyId: first }))).Grants;
  expect(await grants()).toHaveLength(2);
  const restore = new RestoreTableFromBackupCommand({
    BackupArn,
    TargetTableName: 'Again',
    SSESpecificationOverride: underKey(second),
  });
  await kms.send(new DisableKeyCommand({ KeyId: second }));
  expect(await refusal(dynamo.send(restore))).toMatch(
    /^ValidationException: KMS key disabled error: /,
  );
  expect((await dynamo.send(new ListTablesCommand({}))).TableNames).toEqual([TableName]);
  const same = { BackupArn, TargetTableName: 'Again' };
  await dynamo.send(new RestoreTableFromBackupCommand(same));
  await active(dynamo, 'Again');
  expect((await dynamo.send(new ScanCommand({ TableName: 'Again' }))).Items).toEqual([Item]);
  expect(await grants()).toHaveLength(3);
  await dynamo.send(new DeleteBackupCommand({ BackupArn }));
  expect(await grants()).toHaveLength(2);
});

test('who restores needs the backup, and the table it fills', async () => {
  const account = freshAccount();
  const dynamo = await made(new DynamoDBClient(server.client(account)), tableInput(TableName));
  const BackupArn = await backedUp(dynamo);
  const allow = [
    { Effect: 'Allow', Action: 'dynamodb:RestoreTableFromBackup', Resource: BackupArn },
  ] as const;
  const user = new DynamoDBClient(await newUser(server, account, 'ann', { allow }));
  const restore = new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: 'Again' });
  expect(await refusal(user.send(restore))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      `dynamodb:RestoreTableFromBackup on resource: arn:aws:dynamodb:us-east-1:${account}:table/Again because no ` +
      'identity-based policy allows the dynamodb:RestoreTableFromBackup action',
  );
});
