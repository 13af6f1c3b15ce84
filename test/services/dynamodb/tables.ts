import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { expect } from 'vitest';

/** A table with the string key `id`, and what else is given. */
export function tableInput(
  TableName: string,
  more: Partial<CreateTableCommandInput> = {},
): CreateTableCommandInput {
  return {
    TableName,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...more,
  };
}

/** The same with a sort key `at`, a number. */
export function sortedInput(
  TableName: string,
  more: Partial<CreateTableCommandInput> = {},
): CreateTableCommandInput {
  return tableInput(TableName, {
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'at', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'id', KeyType: 'HASH' },
      { AttributeName: 'at', KeyType: 'RANGE' },
    ],
    ...more,
  });
}

export async function active(client: DynamoDBClient, TableName: string): Promise<void> {
  await expect
    .poll(async () => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }));
      return Table?.TableStatus;
    })
    .toBe('ACTIVE');
}

/** Makes a table and waits for it. */
export async function made(
  client: DynamoDBClient,
  input: CreateTableCommandInput,
): Promise<DynamoDBClient> {
  await client.send(new CreateTableCommand(input));
  await active(client, input.TableName ?? '');
  return client;
}

/** Moves service time forward, and does what falls due. `duration` is of ISO 8601. */
export async function advance(url: string, duration: string): Promise<void> {
  const moved = await fetch(`${url}/_holdfast/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance: duration }),
  });
  expect(moved.status).toBe(200);
}

/** The text of what a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return `${error.name}: ${error.message}`;
  }
  return 'not refused';
}
