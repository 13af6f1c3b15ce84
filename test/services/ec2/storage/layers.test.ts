import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EBSClient, ListSnapshotBlocksCommand, StartSnapshotCommand } from '@aws-sdk/client-ebs';
import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import {
  blockOf,
  putBlock,
  readBlock,
  settledSnapshot,
  writtenSnapshot,
} from '../../ebs/blocks.ts';
import { settledVolume } from './volumes.ts';

const directory = mkdtempSync(join(tmpdir(), 'holdfast-'));
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ directory });
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

function blobFiles(): number {
  const entries = readdirSync(join(directory, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

/** A blob that nothing names any more is deleted an hour later, once nobody reads it. */
async function blobFilesLater(): Promise<number> {
  await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'PT2H' }),
  });
  return blobFiles();
}

test('blocks are kept once, however many share them, and go with the last', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const parent = await writtenSnapshot(config, { 0: blockOf('a'), 1: blockOf('b') });
  const child = await writtenSnapshot(config, { 1: blockOf('B') }, { ParentSnapshotId: parent });
  const volume = { AvailabilityZone: 'us-east-1a', SnapshotId: child };
  const { VolumeId } = await ec2.send(new CreateVolumeCommand(volume));
  await settledVolume(config, VolumeId);
  const { SnapshotId: again = '' } = await ec2.send(new CreateSnapshotCommand({ VolumeId }));
  await settledSnapshot(config, again);
  expect(await blobFilesLater()).toBe(3);
  for (const SnapshotId of [parent, child]) {
    await ec2.send(new DeleteSnapshotCommand({ SnapshotId }));
  }
  await ec2.send(new DeleteVolumeCommand({ VolumeId }));
  // What the child had put in the place of its parent's is all that the last snapshot needs of the two.
  expect(await blobFilesLater()).toBe(2);
  await ec2.send(new DeleteSnapshotCommand({ SnapshotId: again }));
  expect(await blobFilesLater()).toBe(0);
});

test('a block that is written again takes the place of the one before', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  const { SnapshotId = '' } = await ebs.send(
    new StartSnapshotCommand({ VolumeSize: 1, Timeout: 4_320 }),
  );
  await putBlock(ebs, SnapshotId, 0, blockOf('a'));
  const before = blobFiles();
  await putBlock(ebs, SnapshotId, 0, blockOf('b'));
  expect(blobFiles()).toBe(before + 1);
  expect(await blobFilesLater()).toBe(before);
});

test('a long chain of backups is as short as what is kept of it', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const ebs = new EBSClient(config);
  const before = await blobFilesLater();
  let last = await writtenSnapshot(config, { 0: blockOf('a'), 1: blockOf('a') });
  for (let day = 1; day < 12; day += 1) {
    const changed = { [day]: blockOf('abcdefghijkl'.charAt(day)) };
    const next = await writtenSnapshot(config, changed, { ParentSnapshotId: last });
    await ec2.send(new DeleteSnapshotCommand({ SnapshotId: last }));
    last = next;
  }
  // Twelve places were written, and one of them twice.
  expect((await blobFilesLater()) - before).toBe(12);
  const { Blocks = [] } = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId: last }));
  expect(Blocks).toHaveLength(12);
  expect(await readBlock(ebs, last, 0)).toBe('a');
  expect(await readBlock(ebs, last, 1)).toBe('b');
  expect(await readBlock(ebs, last, 11)).toBe('l');
  await ec2.send(new DeleteSnapshotCommand({ SnapshotId: last }));
  expect(await blobFilesLater()).toBe(before);
});
