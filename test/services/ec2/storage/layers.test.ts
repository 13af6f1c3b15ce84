import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EBSClient, StartSnapshotCommand } from '@aws-sdk/client-ebs';
import {
  CreateSnapshotCommand,
  CreateVolumeCommand,
  DeleteSnapshotCommand,
  DeleteVolumeCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import { blockOf, putBlock, settledSnapshot, writtenSnapshot } from '../../ebs/blocks.ts';
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
  // The last snapshot still needs its own layer and the one below.
  expect(await blobFilesLater()).toBe(3);
  await ec2.send(new DeleteSnapshotCommand({ SnapshotId: again }));
  expect(await blobFilesLater()).toBe(0);
});

test('a block that is written again takes the place of the one before', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  const { SnapshotId = '' } = await ebs.send(
    new StartSnapshotCommand({ VolumeSize: 1, Timeout: 4_320 }),
  );
  await putBlock(ebs, SnapshotId, 0, blockOf('a'));
  await putBlock(ebs, SnapshotId, 0, blockOf('b'));
  expect(blobFiles()).toBe(2);
  expect(await blobFilesLater()).toBe(1);
});
