import {
  CreateSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  ReplicateSecretToRegionsCommand,
  TagResourceCommand,
} from '@aws-sdk/client-secrets-manager';
import { ACCOUNT } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { AWAY, HOME, NAME, read, type Scene } from './scene.ts';

/** Part 1: one secret, in two Regions, under a key of each. */
export async function copies(scene: Scene): Promise<void> {
  const { narrator, server, home, away, homeKey, awayKey } = scene;
  narrator.step('A secret in us-east-1 is replicated to eu-west-1');
  await home.send(
    new CreateSecretCommand({ Name: NAME, SecretString: 'first', KmsKeyId: homeKey }),
  );
  const { ReplicationStatus = [] } = await home.send(
    new ReplicateSecretToRegionsCommand({
      SecretId: NAME,
      AddReplicaRegions: [{ Region: AWAY, KmsKeyId: awayKey }],
    }),
  );
  narrator.check('it is in sync', ReplicationStatus[0]?.Status === 'InSync');
  const near = await read(home);
  const far = await read(away);
  narrator.show('replica', far.arn);
  narrator.check('the replica has its name, suffix and value', far.text === 'first');
  narrator.check('only the Region differs', far.arn === near.arn.replace(HOME, AWAY));

  narrator.step('Each Region decrypts with its own key');
  const decryptions = await server.records(ACCOUNT, 'Decrypt', AWAY);
  narrator.check(
    'the trail of eu-west-1 names the key of eu-west-1 alone',
    decryptions.some((text) => text.includes(awayKey)) &&
      decryptions.every((text) => !text.includes(homeKey)),
  );

  narrator.step('What changes in us-east-1 changes in eu-west-1');
  await home.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: 'second' }));
  const Tags = [{ Key: 'team', Value: 'orders' }];
  await home.send(new TagResourceCommand({ SecretId: NAME, Tags }));
  const { versionId } = await read(home);
  const after = await read(away);
  narrator.check('the value, under the same version', after.versionId === versionId);
  const described = await away.send(new DescribeSecretCommand({ SecretId: NAME }));
  narrator.check('the tags', described.Tags?.[0]?.Value === 'orders');

  narrator.step('The replica is read, and not written');
  const write = away.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: 'third' }));
  const text = 'Operation not permitted on a replica secret.';
  const expected = { code: 'InvalidParameterException', text };
  await mustRefuse(narrator, 'a write there is refused', write, expected);
}
