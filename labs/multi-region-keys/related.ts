import {
  AwsKmsMrkAwareSymmetricDiscoveryKeyringNode,
  AwsKmsMrkAwareSymmetricKeyringNode,
  buildAwsKmsMrkAwareDiscoveryMultiKeyringNode,
  buildAwsKmsMrkAwareStrictMultiKeyringNode,
  KmsKeyringNode,
} from '@aws-crypto/client-node';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { ACCOUNT } from '../dev-server.ts';
import { AWAY, FILTER, HOME, isRefused, opens, type Scene, sealed } from './scene.ts';

/** Part 2: encrypted in one Region, read in another while the first is out of order. */
export async function related(scene: Scene): Promise<void> {
  const { narrator, server, primary, replica, backup, client } = scene;
  const clientProvider = client;
  narrator.step('Encrypted under the primary, in us-east-1');
  const aware = (region: string, keyId: string) =>
    new AwsKmsMrkAwareSymmetricKeyringNode({ client: client(region), keyId });
  const message = await sealed(aware(HOME, primary));
  const many = await sealed(
    buildAwsKmsMrkAwareStrictMultiKeyringNode({
      clientProvider,
      generatorKeyId: primary,
      keyIds: [backup],
    }),
  );
  narrator.check('there it opens', await opens(aware(HOME, primary), message));

  narrator.step('The primary is disabled, as if its Region were lost');
  await server.kms(ACCOUNT, HOME).send(new DisableKeyCommand({ KeyId: primary }));
  narrator.check('there it opens no more', await isRefused(aware(HOME, primary), message));
  narrator.check('in eu-west-1 the replica opens it', await opens(aware(AWAY, replica), message));
  narrator.check(
    'a keyring that does not know related keys does not even try the replica',
    await isRefused(new KmsKeyringNode({ clientProvider, keyIds: [replica] }), message),
  );
  const discovery = new AwsKmsMrkAwareSymmetricDiscoveryKeyringNode({
    client: client(AWAY),
    discoveryFilter: FILTER,
  });
  narrator.check('discovery in eu-west-1 finds it', await opens(discovery, message));

  narrator.step('Keyrings of several keys and several Regions');
  const strict = buildAwsKmsMrkAwareStrictMultiKeyringNode({ clientProvider, keyIds: [replica] });
  narrator.check('the replica opens the message under two keys', await opens(strict, many));
  const regions = buildAwsKmsMrkAwareDiscoveryMultiKeyringNode({
    clientProvider,
    regions: [HOME, AWAY],
    discoveryFilter: FILTER,
  });
  narrator.check(
    'discovery over both Regions goes on to the one that works',
    await opens(regions, message),
  );

  narrator.step('What the trails of the two Regions say');
  const home = await server.records(ACCOUNT, 'Decrypt', HOME);
  const away = await server.records(ACCOUNT, 'Decrypt', AWAY);
  narrator.show('counts', `${home.length} in ${HOME}, ${away.length} in ${AWAY}`);
  narrator.check(
    'the refusals of the primary are in its Region',
    home.some((text) => text.includes(primary) && text.includes('"errorCode":"Disabled')),
  );
  narrator.check(
    'the decryptions are in the replica’s, under its ARN',
    away.length === 4 &&
      away.every((text) => text.includes(replica) && !text.includes('errorCode')),
    () => away.join('\n'),
  );
}
