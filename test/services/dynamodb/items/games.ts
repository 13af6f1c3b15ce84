import {
  type AttributeValue,
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { freshAccount, type TestServer } from '../../../server.ts';

/** A table with every kind of index: key `game` and `score`, and others on `player` and `day`. */
const GAMES: CreateTableCommandInput = {
  TableName: 'Games',
  AttributeDefinitions: [
    { AttributeName: 'game', AttributeType: 'S' },
    { AttributeName: 'score', AttributeType: 'N' },
    { AttributeName: 'player', AttributeType: 'S' },
    { AttributeName: 'when', AttributeType: 'B' },
  ],
  KeySchema: [
    { AttributeName: 'game', KeyType: 'HASH' },
    { AttributeName: 'score', KeyType: 'RANGE' },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: 'byWhen',
      KeySchema: [
        { AttributeName: 'game', KeyType: 'HASH' },
        { AttributeName: 'when', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byPlayer',
      KeySchema: [
        { AttributeName: 'player', KeyType: 'HASH' },
        { AttributeName: 'score', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['level2'] },
    },
    {
      IndexName: 'byPlayerAlone',
      KeySchema: [{ AttributeName: 'player', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
};

export interface Games {
  readonly dynamo: DynamoDBClient;
  readonly account: string;
}

/** The table in an account of its own. */
export async function newGames(server: TestServer): Promise<Games> {
  const account = freshAccount();
  const dynamo = new DynamoDBClient(server.client(account));
  await dynamo.send(new CreateTableCommand(GAMES));
  // Runs what makes it active.
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 1_000);
  return { dynamo, account };
}

export async function putAll(
  { dynamo }: Games,
  items: readonly Record<string, AttributeValue>[],
): Promise<void> {
  for (const Item of items) await dynamo.send(new PutItemCommand({ TableName: 'Games', Item }));
}

/** Scores of what was read, in its order. */
export function scores(items: readonly Record<string, AttributeValue>[] | undefined) {
  return (items ?? []).map(({ score }) => Number(score?.N));
}
