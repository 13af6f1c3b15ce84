import { DisableKeyCommand, EnableKeyCommand } from '@aws-sdk/client-kms';
import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  PutSecretValueCommand,
  StopReplicationToReplicaCommand,
} from '@aws-sdk/client-secrets-manager';
import { ACCOUNT } from '../dev-server.ts';
import { mustRefuse } from '../refusal.ts';
import { HOME, NAME, read, type Scene } from './scene.ts';

/** Part 2: us-east-1 is lost, and eu-west-1 goes on without it. */
export async function promotion(scene: Scene): Promise<void> {
  const { narrator, server, home, away, homeKey } = scene;
  const kms = server.kms(ACCOUNT, HOME);
  narrator.step('The key of us-east-1 is disabled, as if its Region were lost');
  await kms.send(new DisableKeyCommand({ KeyId: homeKey }));
  const lost = { code: 'DecryptionFailure' };
  await mustRefuse(narrator, 'there the secret opens no more', read(home), lost);
  narrator.check('in eu-west-1 it opens as before', (await read(away)).text === 'second');

  narrator.step('The replica is promoted, in its own Region');
  await away.send(new StopReplicationToReplicaCommand({ SecretId: NAME }));
  await away.send(new PutSecretValueCommand({ SecretId: NAME, SecretString: 'after the loss' }));
  narrator.check('now it is written to', (await read(away)).text === 'after the loss');
  const own = await away.send(new DescribeSecretCommand({ SecretId: NAME }));
  narrator.check('it has no primary any more', own.PrimaryRegion === undefined);

  narrator.step('us-east-1 comes back');
  await kms.send(new EnableKeyCommand({ KeyId: homeKey }));
  narrator.check('its secret is what it was', (await read(home)).text === 'second');
  const former = await home.send(new DescribeSecretCommand({ SecretId: NAME }));
  narrator.check('it has no replica any more', former.ReplicationStatus === undefined);
  await home.send(new DeleteSecretCommand({ SecretId: NAME, RecoveryWindowInDays: 7 }));
  await server.advance('P8D');
  const again = home.send(new DescribeSecretCommand({ SecretId: NAME }));
  const gone = { code: 'ResourceNotFoundException' };
  await mustRefuse(narrator, 'deleted, it is gone a week later', again, gone);
  narrator.check('the promoted one stays', (await read(away)).text === 'after the loss');
}
