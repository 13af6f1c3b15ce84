import { KmsKeyringNode } from '@aws-crypto/client-node';
import { DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import { ACCOUNT } from '../dev-server.ts';
import { FILTER, HOME, isRefused, opens, type Scene, sealed } from './scene.ts';

/** Part 1: strict keyrings for one key and for several, and discovery. */
export async function single({ narrator, server, primary, backup, client }: Scene): Promise<void> {
  const clientProvider = client;
  const kms = server.kms(ACCOUNT, HOME);
  narrator.step('One key');
  const one = await sealed(new KmsKeyringNode({ clientProvider, generatorKeyId: backup }));
  const strict = (keyId: string) => new KmsKeyringNode({ clientProvider, keyIds: [keyId] });
  narrator.check('a keyring that names it opens the message', await opens(strict(backup), one));
  narrator.check('one that names another does not', await isRefused(strict(primary), one));

  narrator.step('Two keys, either of which opens the message');
  const both = await sealed(
    new KmsKeyringNode({ clientProvider, generatorKeyId: primary, keyIds: [backup] }),
  );
  await kms.send(new DisableKeyCommand({ KeyId: primary }));
  narrator.check('one is disabled: it opens nothing', await isRefused(strict(primary), both));
  narrator.check('the other opens it', await opens(strict(backup), both));
  const either = new KmsKeyringNode({ clientProvider, keyIds: [primary, backup] });
  narrator.check('a keyring of both goes on to the one that works', await opens(either, both));
  await kms.send(new EnableKeyCommand({ KeyId: primary }));

  narrator.step('Discovery: whatever key the message names, within an account');
  const discovery = (accountIDs: string[]) =>
    new KmsKeyringNode({
      clientProvider,
      discovery: true,
      discoveryFilter: { ...FILTER, accountIDs },
    });
  narrator.check('it opens both messages', await opens(discovery([ACCOUNT]), one));
  narrator.check(
    'not when the filter names another account',
    await isRefused(discovery(['999900001111']), both),
  );
}
