import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { memoryRootKey } from '../../../src/crypto/root-key.ts';
import { freshAccount, startServer } from '../../server.ts';
import { made, sortedInput } from './tables.ts';

const TableName = 'Patients';

/** All bytes that a server left in its directory. */
function bytesIn(directory: string): Buffer {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true });
  return Buffer.concat(
    files
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name))),
  );
}

test('at rest: what an item says stands nowhere on the disk, and a restart reads it again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-dynamodb-'));
  const rootKey = memoryRootKey();
  try {
    const account = freshAccount();
    const first = await startServer({ directory, rootKey });
    const config = first.client(account);
    const { KeyMetadata } = await new KMSClient(config).send(new CreateKeyCommand({}));
    const SSESpecification = {
      Enabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: KeyMetadata?.Arn,
    } as const;
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } as const;
    const input = sortedInput(TableName, { SSESpecification, StreamSpecification });
    const dynamo = await made(new DynamoDBClient(config), input);
    const Key = { id: { S: 'partition-of-erika' }, at: { N: '1717' } };
    const Item = { ...Key, diagnosis: { S: 'a-told-secret' } };
    await dynamo.send(new PutItemCommand({ TableName, Item }));
    // A refusal repeats the values that it refuses; its record does not.
    const twice = { ...Item, told: { SS: ['a-told-secret', 'a-told-secret'] } };
    await expect(dynamo.send(new PutItemCommand({ TableName, Item: twice }))).rejects.toThrow(
      'Input collection [a-told-secret, a-told-secret] contains duplicates.',
    );
    await first.close();
    const found = bytesIn(directory);
    expect(found.length).toBeGreaterThan(1_000);
    for (const text of ['a-told-secret', 'diagnosis']) {
      expect(found.includes(text), text).toBe(false);
    }
    const second = await startServer({ directory, rootKey });
    const again = new DynamoDBClient(second.client(account));
    expect((await again.send(new GetItemCommand({ TableName, Key }))).Item).toEqual(Item);
    await second.close();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

test('records: tables are made in the open, items are data events, and KMS tells what DynamoDB did', async () => {
  const server = await startServer();
  try {
    const account = freshAccount();
    const config = server.client(account);
    const { KeyMetadata } = await new KMSClient(config).send(new CreateKeyCommand({}));
    const SSESpecification = {
      Enabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: KeyMetadata?.Arn,
    } as const;
    const dynamo = await made(
      new DynamoDBClient(config),
      sortedInput(TableName, { SSESpecification }),
    );
    const Key = { id: { S: 'a' }, at: { N: '1' } };
    const Item = { ...Key, diagnosis: { S: 'a-told-secret' } };
    await dynamo.send(new PutItemCommand({ TableName, Item }));
    await dynamo.send(new GetItemCommand({ TableName, Key }));
    await dynamo.send(new DescribeTableCommand({ TableName }));
    const trail = new CloudTrailClient(config);
    const events = async (AttributeValue: string) => {
      const { Events = [] } = await trail.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }],
        }),
      );
      return Events.map(
        ({ CloudTrailEvent = '{}' }): Record<string, unknown> => JSON.parse(CloudTrailEvent),
      );
    };
    await expect.poll(async () => (await events('CreateTable')).length).toBe(1);
    const encryptionContext = {
      'aws:dynamodb:tableName': TableName,
      'aws:dynamodb:subscriberId': account,
    };
    expect(await events('CreateGrant')).toMatchObject([
      { userIdentity: { type: 'Root', invokedBy: 'dynamodb.amazonaws.com' } },
    ]);
    expect(await events('GenerateDataKey')).toMatchObject([
      {
        userIdentity: { type: 'AWSService', invokedBy: 'dynamodb.amazonaws.com' },
        requestParameters: { encryptionContext, keySpec: 'AES_256' },
      },
    ]);
    // One for both calls: the key that was opened is held.
    expect(await events('Decrypt')).toMatchObject([
      {
        userIdentity: { type: 'Root', invokedBy: 'dynamodb.amazonaws.com' },
        requestParameters: { encryptionContext },
      },
    ]);
    expect(await events('PutItem')).toEqual([]);
    expect(await events('GetItem')).toEqual([]);
  } finally {
    await server.close();
  }
});
