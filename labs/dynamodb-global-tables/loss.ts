import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import { ACCOUNT } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { ORDER } from './client-side.ts';
import { AWAY, becomes, HOME, openedCard, orderAt, type Scene, statusOf, TABLE } from './scene.ts';

/** Part 3: the keys of us-east-1 are lost, and eu-west-1 goes on. */
export async function loss(scene: Scene): Promise<void> {
  const { narrator, server, home, away, homeKey, primary } = scene;
  const kms = server.kms(ACCOUNT, HOME);
  narrator.step('Both keys of us-east-1 are disabled');
  for (const KeyId of [homeKey, primary]) await kms.send(new DisableKeyCommand({ KeyId }));
  narrator.check(
    'for five minutes its table answers: the opened key is held so long',
    (await orderAt(home, ORDER)) !== undefined,
  );
  await server.advance('PT6M');
  const text = 'KMS key disabled error: com.amazonaws.services.kms.model.DisabledException';
  const disabled = { code: 'ValidationException', text };
  await mustRefuse(narrator, 'then it opens no more', orderAt(home, ORDER), disabled);
  await server.advance('PT1H');
  narrator.check(
    'within an hour the table says so itself',
    (await statusOf(home)) === 'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
  );

  narrator.step('eu-west-1 goes on');
  const sealed = (await orderAt(away, ORDER))?.['card']?.B ?? new Uint8Array();
  narrator.check(
    'its application still opens what us-east-1 encrypted',
    (await openedCard(scene, AWAY, sealed)).order === ORDER,
  );
  await away.send(
    new PutItemCommand({ TableName: TABLE, Item: { id: { S: 'o-3' }, total: { N: '7' } } }),
  );
  narrator.check('and writes', (await orderAt(away, 'o-3'))?.['total']?.N === '7');

  narrator.step('The keys come back');
  for (const KeyId of [homeKey, primary]) await kms.send(new EnableKeyCommand({ KeyId }));
  await server.advance('PT1H');
  const caughtUp = await becomes(async () => (await orderAt(home, 'o-3')) !== undefined);
  narrator.check('us-east-1 has what was written without it', caughtUp);
  narrator.check('its table is active', (await statusOf(home)) === 'ACTIVE');
}
