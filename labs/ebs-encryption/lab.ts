import {
  CopySnapshotCommand,
  CreateSnapshotCommand,
  CreateVolumeCommand,
  EC2Client,
  ModifySnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import { CreateKeyCommand, DisableKeyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import type { ClientConfig } from '../clients.ts';
import { ACCOUNT, type DevServer, policyText, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';
import { backUp, isSameDisk, newDisk, readBack, snapshotState, volumeState } from './disk.ts';

const HOME = 'us-east-1';
const AWAY = 'eu-west-1';
const FRIEND = '444455556666';

export const ebsEncryption: Lab = {
  name: 'ebs-encryption',
  title: 'Encrypted disks: backed up, copied to another Region, shared with another account',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = { narrator, server, disk: newDisk() };
      narrator.part('A disk, written block by block');
      const written = await backedUp(scene);
      narrator.part('To another Region, under a key of its own');
      const copied = await copiedAway(scene, written);
      narrator.part('To another account');
      await sharedWithFriend(scene, copied);
      narrator.part('A key is taken away');
      await withoutKey(scene, copied);
    }),
};

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly disk: ReturnType<typeof newDisk>;
}

interface Backup {
  readonly snapshotId: string;
  readonly keyArn: string;
}

async function newKey(server: DevServer, account: string, region: string): Promise<string> {
  const { KeyMetadata } = await server.kms(account, region).send(new CreateKeyCommand({}));
  return KeyMetadata?.Arn ?? '';
}

async function backedUp({ narrator, server, disk }: Scene): Promise<Backup> {
  const config = server.root(ACCOUNT, HOME);
  const keyArn = await newKey(server, ACCOUNT, HOME);
  narrator.step('Blocks of 512 KiB, each with its checksum, and a checksum of them all');
  const snapshotId = await backUp(config, disk, keyArn);
  narrator.show('snapshot', snapshotId);
  narrator.check('it is completed', (await snapshotState(config, snapshotId)) === 'completed');
  narrator.check(
    'what is read is what was written',
    isSameDisk(await readBack(config, snapshotId), disk),
  );
  const records = await server.records(ACCOUNT, 'GenerateDataKeyWithoutPlaintext', HOME);
  narrator.check(
    'its data key of 64 bytes is bound to it',
    records.some((text) => text.includes('"numberOfBytes":64') && text.includes(snapshotId)),
    () => records.join('\n'),
  );
  return { snapshotId, keyArn };
}

async function copiedAway({ narrator, server, disk }: Scene, from: Backup): Promise<Backup> {
  const there = server.root(ACCOUNT, AWAY);
  const keyArn = await newKey(server, ACCOUNT, AWAY);
  narrator.step('CopySnapshot reads under one key and writes under the other');
  const { SnapshotId: snapshotId = '' } = await new EC2Client(there).send(
    new CopySnapshotCommand({
      SourceRegion: HOME,
      SourceSnapshotId: from.snapshotId,
      Encrypted: true,
      KmsKeyId: keyArn,
    }),
  );
  narrator.check('it is completed', (await snapshotState(there, snapshotId)) === 'completed');
  narrator.step('The key of the first Region is disabled');
  await server.kms(ACCOUNT, HOME).send(new DisableKeyCommand({ KeyId: from.keyArn }));
  await mustRefuse(
    narrator,
    'the first snapshot can’t be read',
    readBack(server.root(ACCOUNT, HOME), from.snapshotId),
    { code: 'ValidationException', text: `${from.keyArn} is disabled.` },
  );
  narrator.check(
    'the copy can, and is the same disk',
    isSameDisk(await readBack(there, snapshotId), disk),
  );
  return { snapshotId, keyArn };
}

function volumeOf(config: ClientConfig, SnapshotId: string) {
  const volume = { AvailabilityZone: `${AWAY}a`, SnapshotId };
  return new EC2Client(config).send(new CreateVolumeCommand(volume));
}

async function sharedWithFriend(scene: Scene, { snapshotId, keyArn }: Backup): Promise<void> {
  const { narrator, server, disk } = scene;
  const own = new EC2Client(server.root(ACCOUNT, AWAY));
  const theirs = server.root(FRIEND, AWAY);
  narrator.step('An encrypted snapshot is shared with accounts, never with everybody');
  const sharing = {
    SnapshotId: snapshotId,
    Attribute: 'createVolumePermission',
    OperationType: 'add',
  } as const;
  await mustRefuse(
    narrator,
    'sharing it with everybody is refused',
    own.send(new ModifySnapshotAttributeCommand({ ...sharing, GroupNames: ['all'] })),
    { code: 'OperationNotPermitted' },
  );
  await own.send(new ModifySnapshotAttributeCommand({ ...sharing, UserIds: [FRIEND] }));
  narrator.step('The snapshot is shared, its key is not');
  const early = await volumeOf(theirs, snapshotId);
  narrator.check('the volume begins to be made', early.State === 'creating');
  narrator.check('and is gone', (await volumeState(theirs, early.VolumeId ?? '')) === 'gone');
  narrator.step('The key policy lets the other account use it');
  const AWS = [ACCOUNT, FRIEND].map((account) => `arn:aws:iam::${account}:root`);
  const Policy = policyText({
    Effect: 'Allow',
    Action: 'kms:*',
    Resource: '*',
    Principal: { AWS },
  });
  const kms = server.kms(ACCOUNT, AWAY);
  await kms.send(new PutKeyPolicyCommand({ KeyId: keyArn, Policy }));
  const made = await volumeOf(theirs, snapshotId);
  const id = made.VolumeId ?? '';
  narrator.show('volume', `${id} under ${made.KmsKeyId}`);
  narrator.check('the volume is made', (await volumeState(theirs, id)) === 'available');
  narrator.check(
    'under a key of the account that made it',
    made.KmsKeyId?.includes(FRIEND) === true,
  );
  const { SnapshotId: again = '' } = await new EC2Client(theirs).send(
    new CreateSnapshotCommand({ VolumeId: id }),
  );
  await snapshotState(theirs, again);
  narrator.check(
    'a snapshot of it is the same disk',
    isSameDisk(await readBack(theirs, again), disk),
  );
  await kms.send(new DisableKeyCommand({ KeyId: keyArn }));
  narrator.check(
    'also when the key that it came with is disabled',
    isSameDisk(await readBack(theirs, again), disk),
  );
}

async function withoutKey({ narrator, server }: Scene, { snapshotId }: Backup): Promise<void> {
  const there = server.root(ACCOUNT, AWAY);
  narrator.step('Nothing can be made of what is under a disabled key');
  const volume = await volumeOf(there, snapshotId);
  narrator.check('no volume', (await volumeState(there, volume.VolumeId ?? '')) === 'gone');
  const { SnapshotId: copy = '' } = await new EC2Client(there).send(
    new CopySnapshotCommand({ SourceRegion: AWAY, SourceSnapshotId: snapshotId }),
  );
  const state = await snapshotState(there, copy);
  narrator.show('copy', state);
  narrator.check('no copy', state === 'error Given key ID is not accessible');
}
