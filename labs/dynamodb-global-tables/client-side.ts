import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ACCOUNT } from '../dev-server.ts';
import { AWAY, becomes, openedCard, orderAt, type Scene, sealedCard, TABLE } from './scene.ts';

const CARD = '4111 1111 1111 1111';
export const ORDER = 'o-2';

/** Part 2: an attribute that DynamoDB never sees in clear. */
export async function clientSide(scene: Scene): Promise<void> {
  const { narrator, server, home, away, awayKey } = scene;
  narrator.step('An application in us-east-1 encrypts a card under the multi-Region key');
  const sealed = await sealedCard(scene, ORDER, CARD);
  const Item = { id: { S: ORDER }, card: { B: sealed } };
  await home.send(new PutItemCommand({ TableName: TABLE, Item }));
  narrator.show('bytes stored', String(sealed.length));

  narrator.step('Its replica in eu-west-1 has what was encrypted, and nothing else');
  const arrived = await becomes(async () => (await orderAt(away, ORDER)) !== undefined);
  narrator.check('it arrives', arrived);
  const stored = (await orderAt(away, ORDER))?.['card']?.B ?? new Uint8Array();
  narrator.check('byte for byte', Buffer.from(stored).equals(sealed));
  narrator.check('the card stands nowhere in it', !Buffer.from(stored).includes(CARD));

  narrator.step('An application in eu-west-1 decrypts it with the related key there');
  const opened = await openedCard(scene, AWAY, stored);
  narrator.check('the card is what it was', opened.card === CARD);
  narrator.check('it is bound to its order', opened.order === ORDER);

  narrator.step('Somebody who may read the table, and use the key it lies under at rest');
  const reader = new DynamoDBClient({
    ...(await server.user(
      ACCOUNT,
      'reader',
      { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' },
      { Effect: 'Allow', Action: 'kms:Decrypt', Resource: awayKey },
    )),
    region: AWAY,
  });
  const seen = (await orderAt(reader, ORDER))?.['card']?.B ?? new Uint8Array();
  narrator.check('sees the encrypted bytes alone', Buffer.from(seen).equals(sealed));
}
