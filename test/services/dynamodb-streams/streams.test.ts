import {
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type ClientConfig, type TestServer } from '../../server.ts';
import { active, advance, made, refusal, tableInput } from '../dynamodb/tables.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const TableName = 'Books';
const Key = { id: { S: 'a' } };
const ALL = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } as const;

async function streamed(config: ClientConfig, more = {}) {
  const dynamo = await made(
    new DynamoDBClient(config),
    tableInput(TableName, { StreamSpecification: ALL, ...more }),
  );
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  return { dynamo, arn: Table?.LatestStreamArn ?? '' };
}

async function iteratorOf(
  streams: DynamoDBStreamsClient,
  StreamArn: string,
  ShardIteratorType: 'TRIM_HORIZON' | 'LATEST' = 'TRIM_HORIZON',
): Promise<string> {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId ?? '';
  const input = { StreamArn, ShardId, ShardIteratorType };
  return (await streams.send(new GetShardIteratorCommand(input))).ShardIterator ?? '';
}

/** Reads on until there are so many records. */
async function records(
  streams: DynamoDBStreamsClient,
  start: string,
  count: number,
): Promise<readonly StreamRecord[]> {
  const found: StreamRecord[] = [];
  let next = start;
  await expect
    .poll(async () => {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: next }));
      found.push(...(page.Records ?? []));
      next = page.NextShardIterator ?? next;
      return found.length;
    })
    .toBe(count);
  return found;
}

test('a stream: what was written, in order, with keys and images', async () => {
  const config = server.client(freshAccount());
  const { dynamo, arn } = await streamed(config);
  const streams = new DynamoDBStreamsClient(config);
  const first = { ...Key, a: { N: '1' } };
  const second = { ...Key, a: { N: '2' } };
  await dynamo.send(new PutItemCommand({ TableName, Item: first }));
  await dynamo.send(new PutItemCommand({ TableName, Item: second }));
  await dynamo.send(new PutItemCommand({ TableName, Item: second }));
  await dynamo.send(new DeleteItemCommand({ TableName, Key }));
  const found = await records(streams, await iteratorOf(streams, arn), 3);
  expect(found.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
  expect(found[0]?.dynamodb).toMatchObject({
    Keys: Key,
    NewImage: first,
    SizeBytes: 9,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  });
  expect(found[0]?.dynamodb).not.toHaveProperty('OldImage');
  expect(found[1]?.dynamodb).toMatchObject({ OldImage: first, NewImage: second });
  expect(found[2]?.dynamodb).toMatchObject({ OldImage: second });
  const numbers = found.map(({ dynamodb }) => BigInt(dynamodb?.SequenceNumber ?? '0'));
  expect(numbers).toEqual(numbers.toSorted((a, b) => (a < b ? -1 : 1)));
  const latest = await iteratorOf(streams, arn, 'LATEST');
  expect((await streams.send(new GetRecordsCommand({ ShardIterator: latest }))).Records).toEqual(
    [],
  );
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName }));
  expect(Streams).toEqual([
    { StreamArn: arn, TableName, StreamLabel: arn.slice(arn.lastIndexOf('/') + 1) },
  ]);
});

test('keys alone: a stream of that view shows no images', async () => {
  const config = server.client(freshAccount());
  const { dynamo, arn } = await streamed(config, {
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  });
  const streams = new DynamoDBStreamsClient(config);
  await dynamo.send(new PutItemCommand({ TableName, Item: { ...Key, secret: { S: 'x' } } }));
  const [record] = await records(streams, await iteratorOf(streams, arn), 1);
  expect(record?.dynamodb).toMatchObject({ Keys: Key });
  expect(record?.dynamodb).not.toHaveProperty('NewImage');
});

test('an item whose time is over goes, and the stream says that DynamoDB took it', async () => {
  const own = await startServer();
  try {
    const config = own.client(freshAccount());
    const { dynamo, arn } = await streamed(config);
    const streams = new DynamoDBStreamsClient(config);
    const soon = Math.floor(Date.now() / 1_000) + 1_800;
    const Item = { ...Key, until: { N: String(soon) } };
    await dynamo.send(new PutItemCommand({ TableName, Item }));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: 'until' };
    await dynamo.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
    const later = { id: { S: 'b' }, until: { N: String(soon + 1_000_000) } };
    await dynamo.send(new PutItemCommand({ TableName, Item: later }));
    await advance(own.url, 'PT2H');
    const found = await records(streams, await iteratorOf(streams, arn), 3);
    expect(found[2]).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' },
      dynamodb: { Keys: Key, OldImage: Item },
    });
  } finally {
    await own.close();
  }
});

test('records are kept for a day; a stream that was turned off is read to its end', async () => {
  const own = await startServer();
  try {
    const config = own.client(freshAccount());
    const { dynamo, arn } = await streamed(config);
    const streams = new DynamoDBStreamsClient(config);
    await dynamo.send(new PutItemCommand({ TableName, Item: Key }));
    await records(streams, await iteratorOf(streams, arn), 1);
    const off = { TableName, StreamSpecification: { StreamEnabled: false } };
    await dynamo.send(new UpdateTableCommand(off));
    await active(dynamo, TableName);
    const start = await iteratorOf(streams, arn);
    const page = await streams.send(new GetRecordsCommand({ ShardIterator: start }));
    expect(page.Records).toHaveLength(1);
    const end = await streams.send(
      new GetRecordsCommand({ ShardIterator: page.NextShardIterator ?? '' }),
    );
    expect(end).toMatchObject({ Records: [] });
    expect(end.NextShardIterator).toBeUndefined();
    await advance(own.url, 'PT16M');
    expect(await refusal(streams.send(new GetRecordsCommand({ ShardIterator: start })))).toBe(
      'ExpiredIteratorException: The shard iterator is expired: iterators are valid for 15 minutes',
    );
    await advance(own.url, 'P2D');
    expect((await streams.send(new ListStreamsCommand({ TableName }))).Streams).toEqual([]);
  } finally {
    await own.close();
  }
});

test('who reads records needs the stream, and the KMS key of the table', async () => {
  const account = freshAccount();
  const config = server.client(account);
  const kms = new KMSClient(config);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const { dynamo, arn } = await streamed(config, {
    SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: KeyMetadata?.Arn },
  });
  await dynamo.send(new PutItemCommand({ TableName, Item: Key }));
  const root = new DynamoDBStreamsClient(config);
  await records(root, await iteratorOf(root, arn), 1);
  const start = await iteratorOf(root, arn);
  const read = new GetRecordsCommand({ ShardIterator: start });
  const stranger = new DynamoDBStreamsClient(await newUser(server, account, 'stranger'));
  expect(await refusal(stranger.send(read))).toBe(
    `AccessDeniedException: User: arn:aws:iam::${account}:user/stranger is not authorized to perform: ` +
      `dynamodb:GetRecords on resource: ${arn} because no identity-based policy allows the dynamodb:GetRecords action`,
  );
  const allow = [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] as const;
  const reader = new DynamoDBStreamsClient(await newUser(server, account, 'reader', { allow }));
  expect(await refusal(reader.send(read))).toMatch(
    /^AccessDeniedException: KMS key access denied error: .*kms:Decrypt/,
  );
});
