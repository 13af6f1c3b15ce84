import { CreateTableCommand, PutItemCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { ListGrantsCommand } from '@aws-sdk/client-kms';
import { ACCOUNT } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { AWAY, becomes, HOME, orderAt, type Scene, statusOf, TABLE } from './scene.ts';

/** Part 1: one table in two Regions, each at rest under a key of its own. */
export async function replica(scene: Scene): Promise<void> {
  const { narrator, server, home, away, homeKey, awayKey } = scene;
  narrator.step('A table in us-east-1, under a customer key of that Region');
  await home.send(
    new CreateTableCommand({
      TableName: TABLE,
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { Enabled: true, SSEType: 'KMS', KMSMasterKeyId: homeKey },
    }),
  );
  narrator.check(
    'it becomes active',
    await becomes(async () => (await statusOf(home)) === 'ACTIVE'),
  );
  await home.send(
    new PutItemCommand({ TableName: TABLE, Item: { id: { S: 'o-1' }, total: { N: '12' } } }),
  );

  narrator.step('A replica in eu-west-1');
  const add = (KMSMasterKeyId?: string) =>
    home.send(
      new UpdateTableCommand({
        TableName: TABLE,
        ReplicaUpdates: [
          {
            Create: {
              RegionName: AWAY,
              ...(KMSMasterKeyId === undefined ? {} : { KMSMasterKeyId }),
            },
          },
        ],
      }),
    );
  const text = 'KMSMasterKeyId must be specified for each replica.';
  const expected = { code: 'ValidationException', text };
  await mustRefuse(narrator, 'without a key of its own it is refused', add(), expected);
  await add(awayKey);
  const settled = await becomes(
    async () => (await statusOf(home)) === 'ACTIVE' && (await statusOf(away)) === 'ACTIVE',
  );
  narrator.check('with one both Regions become active', settled);
  const { Grants = [] } = await server
    .kms(ACCOUNT, AWAY)
    .send(new ListGrantsCommand({ KeyId: awayKey }));
  narrator.check(
    'the key of eu-west-1 has one grant, for DynamoDB and this table alone',
    Grants.length === 1 &&
      Grants[0]?.GranteePrincipal === `dynamodb.${AWAY}.amazonaws.com` &&
      Grants[0].Constraints?.EncryptionContextSubset?.['aws:dynamodb:tableName'] === TABLE,
  );

  narrator.step('What one Region writes the other reads');
  narrator.check('what was there before', (await orderAt(away, 'o-1'))?.['total']?.N === '12');
  await away.send(
    new PutItemCommand({ TableName: TABLE, Item: { id: { S: 'o-1' }, total: { N: '13' } } }),
  );
  const arrived = await becomes(async () => (await orderAt(home, 'o-1'))?.['total']?.N === '13');
  narrator.check('what is written in eu-west-1', arrived);
  const away1 = await server.records(ACCOUNT, 'Decrypt', AWAY);
  narrator.check(
    `the trail of ${AWAY} names its own key, and never that of ${HOME}`,
    away1.some((record) => record.includes(awayKey)) &&
      away1.every((record) => !record.includes(homeKey)),
  );
}
