import { createHash } from 'node:crypto';
import {
  CompleteSnapshotCommand,
  EBSClient,
  GetSnapshotBlockCommand,
  ListSnapshotBlocksCommand,
  PutSnapshotBlockCommand,
  StartSnapshotCommand,
  type StartSnapshotCommandInput,
} from '@aws-sdk/client-ebs';
import { DescribeSnapshotsCommand, EC2Client, type Snapshot } from '@aws-sdk/client-ec2';
import { expect } from 'vitest';
import type { ClientConfig } from '../../server.ts';

export const BLOCK_BYTES = 524_288;

/** A block that is full of one letter. */
export function blockOf(letter: string): Buffer {
  return Buffer.alloc(BLOCK_BYTES, letter);
}

export function checksumOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('base64');
}

/** LINEAR: of the checksums of blocks, by index. */
export function linearChecksum(blocks: readonly Uint8Array[]): string {
  return checksumOf(...blocks.map((block) => createHash('sha256').update(block).digest()));
}

export async function putBlock(
  ebs: EBSClient,
  SnapshotId: string,
  BlockIndex: number,
  data: Buffer,
): Promise<void> {
  const answer = await ebs.send(
    new PutSnapshotBlockCommand({
      SnapshotId,
      BlockIndex,
      BlockData: data,
      DataLength: data.length,
      Checksum: checksumOf(data),
      ChecksumAlgorithm: 'SHA256',
    }),
  );
  expect(answer.Checksum).toBe(checksumOf(data));
}

/** A completed snapshot of 1 GiB, unless it is told otherwise. */
export async function writtenSnapshot(
  config: ClientConfig,
  blocks: Readonly<Record<number, Buffer>>,
  input: Partial<StartSnapshotCommandInput> = {},
): Promise<string> {
  const ebs = new EBSClient(config);
  const started = await ebs.send(new StartSnapshotCommand({ VolumeSize: 1, ...input }));
  const id = started.SnapshotId ?? '';
  const entries = Object.entries(blocks).map(([index, data]) => ({ index: Number(index), data }));
  for (const { index, data } of entries) await putBlock(ebs, id, index, data);
  await ebs.send(
    new CompleteSnapshotCommand({
      SnapshotId: id,
      ChangedBlocksCount: entries.length,
      Checksum: linearChecksum(entries.map(({ data }) => data)),
      ChecksumAlgorithm: 'SHA256',
      ChecksumAggregationMethod: 'LINEAR',
    }),
  );
  await settledSnapshot(config, id);
  return id;
}

/** Copies take their time on a busy machine. */
const POLLING = { timeout: 20_000 };

/** The snapshot, once it is completed or failed. */
export async function settledSnapshot(config: ClientConfig, id: string): Promise<Snapshot> {
  const ec2 = new EC2Client(config);
  let found: Snapshot = {};
  await expect
    .poll(async () => {
      const { Snapshots } = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [id] }));
      found = Snapshots?.[0] ?? {};
      return found.State;
    }, POLLING)
    .not.toBe('pending');
  return found;
}

/** The token of a block that a snapshot has. */
export async function tokenOf(ebs: EBSClient, SnapshotId: string, index: number): Promise<string> {
  const { Blocks = [] } = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId }));
  return Blocks.find(({ BlockIndex }) => BlockIndex === index)?.BlockToken ?? '';
}

/** The letter that a block is full of, by the token that a listing gives. */
export async function readBlock(
  ebs: EBSClient,
  SnapshotId: string,
  BlockIndex: number,
): Promise<string> {
  const BlockToken = await tokenOf(ebs, SnapshotId, BlockIndex);
  const answer = await ebs.send(
    new GetSnapshotBlockCommand({ SnapshotId, BlockIndex, BlockToken }),
  );
  const data = Buffer.from((await answer.BlockData?.transformToByteArray()) ?? []);
  expect(answer).toMatchObject({ DataLength: BLOCK_BYTES, ChecksumAlgorithm: 'SHA256' });
  expect(answer.Checksum).toBe(checksumOf(data));
  return letterOf(data);
}

/** Of whatever is not full of one letter: `mixed`. */
export function letterOf(data: Buffer): string {
  const letter = data.toString('latin1', 0, 1);
  return data.equals(blockOf(letter)) ? letter : 'mixed';
}
