import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import {
  CompleteSnapshotCommand,
  EBSClient,
  GetSnapshotBlockCommand,
  ListSnapshotBlocksCommand,
  PutSnapshotBlockCommand,
  StartSnapshotCommand,
} from '@aws-sdk/client-ebs';
import { DescribeSnapshotsCommand, DescribeVolumesCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { ClientConfig } from '../clients.ts';

const BLOCK_BYTES = 524_288;
const TRIES_MAX = 300;
const WAIT_MS = 100;

/** A disk's content by the index of its blocks. */
export type Disk = ReadonlyMap<number, Buffer>;

/** Blocks far from each other, each full of its own letter. */
export function newDisk(): Disk {
  const places = [0, 1, 700, 2_047];
  return new Map(places.map((index, at) => [index, Buffer.alloc(BLOCK_BYTES, 'disk'.charAt(at))]));
}

/** Writes a disk to a new snapshot under a key. Gives the snapshot's id. */
export async function backUp(config: ClientConfig, disk: Disk, KmsKeyArn: string): Promise<string> {
  const ebs = new EBSClient(config);
  const start = { VolumeSize: 1, Encrypted: true, KmsKeyArn, Description: 'a disk' };
  const { SnapshotId = '' } = await ebs.send(new StartSnapshotCommand(start));
  const digests: Buffer[] = [];
  for (const [BlockIndex, data] of disk) {
    const digest = createHash('sha256').update(data).digest();
    digests.push(digest);
    const Checksum = digest.toString('base64');
    const block = { SnapshotId, BlockIndex, BlockData: data, DataLength: BLOCK_BYTES };
    await ebs.send(
      new PutSnapshotBlockCommand({ ...block, Checksum, ChecksumAlgorithm: 'SHA256' }),
    );
  }
  await ebs.send(
    new CompleteSnapshotCommand({
      SnapshotId,
      ChangedBlocksCount: disk.size,
      Checksum: createHash('sha256').update(Buffer.concat(digests)).digest('base64'),
      ChecksumAlgorithm: 'SHA256',
      ChecksumAggregationMethod: 'LINEAR',
    }),
  );
  await snapshotState(config, SnapshotId);
  return SnapshotId;
}

/** Reads a snapshot's blocks, each held against its checksum. */
export async function readBack(config: ClientConfig, SnapshotId: string): Promise<Disk> {
  const ebs = new EBSClient(config);
  const disk = new Map<number, Buffer>();
  const { Blocks = [] } = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId }));
  for (const { BlockIndex = 0, BlockToken } of Blocks) {
    const block = { SnapshotId, BlockIndex, BlockToken };
    const { BlockData, Checksum } = await ebs.send(new GetSnapshotBlockCommand(block));
    const data = Buffer.from((await BlockData?.transformToByteArray()) ?? []);
    const found = createHash('sha256').update(data).digest('base64');
    if (found !== Checksum) throw new Error(`block ${BlockIndex} is not what was told of it`);
    disk.set(BlockIndex, data);
  }
  return disk;
}

export function isSameDisk(one: Disk, other: Disk): boolean {
  return (
    one.size === other.size &&
    [...one].every(([index, data]) => other.get(index)?.equals(data) === true)
  );
}

/** The state in which a snapshot is when it is no longer made, and what EC2 says of it. */
export async function snapshotState(config: ClientConfig, id: string) {
  const ec2 = new EC2Client(config);
  return settled(async () => {
    const { Snapshots } = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [id] }));
    const { State, StateMessage = '' } = Snapshots?.[0] ?? {};
    return State === 'pending' ? undefined : `${State} ${StateMessage}`.trim();
  });
}

/** The state in which a volume is when it is no longer made; `gone`: it could not be. */
export async function volumeState(config: ClientConfig, id: string): Promise<string> {
  const ec2 = new EC2Client(config);
  const Filters = [{ Name: 'volume-id', Values: [id] }];
  return settled(async () => {
    const { Volumes } = await ec2.send(new DescribeVolumesCommand({ Filters }));
    const state = Volumes?.[0]?.State ?? 'gone';
    return state === 'creating' ? undefined : state;
  });
}

async function settled(look: () => Promise<string | undefined>): Promise<string> {
  for (let tried = 0; tried < TRIES_MAX; tried += 1) {
    const state = await look();
    if (state !== undefined) return state;
    await setTimeout(WAIT_MS);
  }
  throw new Error('it is still in the making');
}
