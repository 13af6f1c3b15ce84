import {
  EBSClient,
  GetSnapshotBlockCommand,
  ListChangedBlocksCommand,
  ListSnapshotBlocksCommand,
  StartSnapshotCommand,
} from '@aws-sdk/client-ebs';
import {
  DescribeSnapshotsCommand,
  EC2Client,
  ModifySnapshotAttributeCommand,
} from '@aws-sdk/client-ec2';
import { PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newKey } from '../kms/keys.ts';
import { blockOf, letterOf, putBlock, readBlock, tokenOf, writtenSnapshot } from './blocks.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function advance(duration: string): Promise<void> {
  const answer = await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: duration }),
  });
  expect(answer.status).toBe(200);
}

test('a child shares what its parent has, and ListChangedBlocks tells what differs', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ebs = new EBSClient(config);
  const parent = await writtenSnapshot(
    config,
    { 0: blockOf('a'), 1: blockOf('b') },
    { Encrypted: true, KmsKeyArn: key.arn },
  );
  const child = await writtenSnapshot(
    config,
    { 1: blockOf('B'), 5: blockOf('c') },
    { ParentSnapshotId: parent },
  );
  expect(await readBlock(ebs, child, 0)).toBe('a');
  expect(await readBlock(ebs, child, 1)).toBe('B');
  expect(await readBlock(ebs, parent, 1)).toBe('b');
  const { ChangedBlocks } = await ebs.send(
    new ListChangedBlocksCommand({ FirstSnapshotId: parent, SecondSnapshotId: child }),
  );
  expect(ChangedBlocks).toEqual([
    {
      BlockIndex: 1,
      FirstBlockToken: expect.any(String),
      SecondBlockToken: expect.any(String),
    },
    { BlockIndex: 5, SecondBlockToken: expect.any(String) },
  ]);
  const BlockToken = ChangedBlocks?.[0]?.FirstBlockToken;
  const old = await ebs.send(
    new GetSnapshotBlockCommand({ SnapshotId: parent, BlockIndex: 1, BlockToken }),
  );
  const content = await old.BlockData?.transformToByteArray();
  expect(letterOf(Buffer.from(content ?? []))).toBe('b');
});

test('ListChangedBlocks: refuses snapshots that have nothing to do with each other', async () => {
  const config = server.client(freshAccount());
  const first = await writtenSnapshot(config, { 0: blockOf('a') });
  const second = await writtenSnapshot(config, { 0: blockOf('a') });
  await expect(
    new EBSClient(config).send(
      new ListChangedBlocksCommand({ FirstSnapshotId: first, SecondSnapshotId: second }),
    ),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'UNRELATED_SNAPSHOTS',
    message: `The snapshots '${first}' and '${second}' are not of the same lineage.`,
  });
});

test('a listing goes on where its page ended, and its tokens serve no other', async () => {
  const config = server.client(freshAccount());
  const ebs = new EBSClient(config);
  const blocks = Object.fromEntries(
    Array.from({ length: 101 }, (_, index) => [index * 3, blockOf('x')]),
  );
  const SnapshotId = await writtenSnapshot(config, blocks);
  const first = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId, MaxResults: 100 }));
  expect(first.Blocks).toHaveLength(100);
  const { NextToken } = first;
  const second = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId, NextToken }));
  expect(second.Blocks?.map(({ BlockIndex }) => BlockIndex)).toEqual([300]);
  expect(second.NextToken).toBeUndefined();
  const from = await ebs.send(
    new ListSnapshotBlocksCommand({ SnapshotId, StartingBlockIndex: 298 }),
  );
  expect(from.Blocks?.map(({ BlockIndex }) => BlockIndex)).toEqual([300]);
  const other = await writtenSnapshot(config, { 0: blockOf('a') });
  await expect(
    ebs.send(new ListSnapshotBlocksCommand({ SnapshotId: other, NextToken })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'INVALID_PAGE_TOKEN',
    message: 'The page token is not valid.',
  });
}, 60_000);

test('another account reads what is shared with it, if the key policy lets it', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const SnapshotId = await writtenSnapshot(
    config,
    { 0: blockOf('s') },
    { Encrypted: true, KmsKeyArn: key.arn },
  );
  const friend = freshAccount();
  const theirs = new EBSClient(server.client(friend));
  await expect(theirs.send(new ListSnapshotBlocksCommand({ SnapshotId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    Reason: 'UNAUTHORIZED_ACCOUNT',
    message: `The account is not authorized to access the snapshot '${SnapshotId}'.`,
    $metadata: { httpStatusCode: 403 },
  });
  await new EC2Client(config).send(
    new ModifySnapshotAttributeCommand({
      SnapshotId,
      Attribute: 'createVolumePermission',
      OperationType: 'add',
      UserIds: [friend],
    }),
  );
  await expect(readBlock(theirs, SnapshotId, 0)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    Reason: 'DEPENDENCY_ACCESS_DENIED',
  });
  const Policy = policyText(
    ...[key.account, friend].map((account) => ({
      Effect: 'Allow' as const,
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    })),
  );
  await key.kms.send(new PutKeyPolicyCommand({ KeyId: key.id, Policy }));
  expect(await readBlock(theirs, SnapshotId, 0)).toBe('s');
});

test('what does not exist is not found', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  const SnapshotId = 'snap-0123456789abcdef0';
  await expect(ebs.send(new ListSnapshotBlocksCommand({ SnapshotId }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    Reason: 'SNAPSHOT_NOT_FOUND',
    message: `The snapshot '${SnapshotId}' does not exist.`,
    $metadata: { httpStatusCode: 404 },
  });
});

test('tokens expire after a week, and a snapshot that nobody goes on with is given up', async () => {
  const config = server.client(freshAccount());
  const ebs = new EBSClient(config);
  const id = await writtenSnapshot(config, { 0: blockOf('a') });
  const open = await ebs.send(new StartSnapshotCommand({ VolumeSize: 1, Timeout: 10 }));
  const BlockToken = await tokenOf(ebs, id, 0);
  await advance('PT11M');
  await expect(putBlock(ebs, open.SnapshotId ?? '', 0, blockOf('a'))).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'WRITE_REQUEST_TIMEOUT',
  });
  const { Snapshots } = await new EC2Client(config).send(
    new DescribeSnapshotsCommand({ SnapshotIds: [open.SnapshotId ?? ''] }),
  );
  expect(Snapshots?.[0]?.State).toBe('error');
  await advance('P7D');
  const get = { SnapshotId: id, BlockIndex: 0 };
  await expect(ebs.send(new GetSnapshotBlockCommand({ ...get, BlockToken }))).rejects.toMatchObject(
    {
      name: 'ValidationException',
      Reason: 'INVALID_BLOCK_TOKEN',
      message: 'The block token has expired.',
    },
  );
  await expect(
    ebs.send(new GetSnapshotBlockCommand({ ...get, BlockToken: btoa('none of ours at all') })),
  ).rejects.toMatchObject({
    Reason: 'INVALID_BLOCK_TOKEN',
    message: 'The block token is not valid.',
  });
});
