import {
  CompleteSnapshotCommand,
  EBSClient,
  GetSnapshotBlockCommand,
  ListSnapshotBlocksCommand,
  PutSnapshotBlockCommand,
  StartSnapshotCommand,
} from '@aws-sdk/client-ebs';
import { EC2Client, EnableEbsEncryptionByDefaultCommand } from '@aws-sdk/client-ec2';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newKey } from '../kms/keys.ts';
import {
  BLOCK_BYTES,
  blockOf,
  checksumOf,
  putBlock,
  readBlock,
  settledSnapshot,
  tokenOf,
  writtenSnapshot,
} from './blocks.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('StartSnapshot: tells the size of blocks, and is not encrypted unless it is told so', async () => {
  const account = freshAccount();
  const ebs = new EBSClient(server.client(account));
  const Tags = [{ Key: 'stage', Value: 'test' }];
  const answer = await ebs.send(
    new StartSnapshotCommand({ VolumeSize: 3, Description: 'a disk', Tags }),
  );
  expect(answer).toMatchObject({
    $metadata: { httpStatusCode: 201 },
    BlockSize: 524_288,
    Description: 'a disk',
    OwnerId: account,
    SnapshotId: expect.stringMatching(/^snap-[0-9a-f]{17}$/),
    SseType: 'none',
    StartTime: expect.any(Date),
    Status: 'pending',
    Tags,
    VolumeSize: 3,
  });
  expect(answer.KmsKeyArn).toBeUndefined();
});

test('StartSnapshot: the same client token gives the same snapshot, and no other', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  const input = { VolumeSize: 1, ClientToken: 'once' };
  const first = await ebs.send(new StartSnapshotCommand(input));
  const second = await ebs.send(new StartSnapshotCommand(input));
  expect(second.SnapshotId).toBe(first.SnapshotId);
  await expect(
    ebs.send(new StartSnapshotCommand({ ...input, VolumeSize: 2 })),
  ).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'The request uses the same client token as a previous, but non-identical request.',
    $metadata: { httpStatusCode: 409 },
  });
});

test('blocks that are written to an encrypted snapshot are read back, and told by index', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ebs = new EBSClient(config);
  const id = await writtenSnapshot(
    config,
    { 0: blockOf('a'), 7: blockOf('b'), 2047: blockOf('c') },
    { Encrypted: true, KmsKeyArn: key.arn },
  );
  const listed = await ebs.send(new ListSnapshotBlocksCommand({ SnapshotId: id }));
  expect(listed.Blocks?.map(({ BlockIndex }) => BlockIndex)).toEqual([0, 7, 2047]);
  expect(listed).toMatchObject({ BlockSize: BLOCK_BYTES, VolumeSize: 1 });
  expect(await readBlock(ebs, id, 7)).toBe('b');
  expect(await readBlock(ebs, id, 2047)).toBe('c');
  expect(await settledSnapshot(config, id)).toMatchObject({
    State: 'completed',
    Progress: '100%',
    Encrypted: true,
    KmsKeyId: key.arn,
    VolumeId: 'vol-ffffffff',
  });
});

test('a key that is disabled opens no block, and takes none', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ebs = new EBSClient(config);
  const encryption = { Encrypted: true, KmsKeyArn: key.arn };
  const id = await writtenSnapshot(config, { 0: blockOf('a') }, encryption);
  const open = await ebs.send(new StartSnapshotCommand({ VolumeSize: 1, ...encryption }));
  const BlockToken = await tokenOf(ebs, id, 0);
  await key.kms.send(new DisableKeyCommand({ KeyId: key.id }));
  const refused = {
    name: 'ValidationException',
    message: `${key.arn} is disabled.`,
    Reason: 'INVALID_CUSTOMER_KEY',
  };
  await expect(
    ebs.send(new GetSnapshotBlockCommand({ SnapshotId: id, BlockIndex: 0, BlockToken })),
  ).rejects.toMatchObject(refused);
  await expect(putBlock(ebs, open.SnapshotId ?? '', 0, blockOf('a'))).rejects.toMatchObject(
    refused,
  );
  await expect(
    ebs.send(new StartSnapshotCommand({ VolumeSize: 1, ...encryption })),
  ).rejects.toMatchObject(refused);
});

test('a caller whom the key policy leaves out is denied by the dependency', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const id = await writtenSnapshot(
    config,
    { 0: blockOf('a') },
    { Encrypted: true, KmsKeyArn: key.arn },
  );
  const ann = new EBSClient(
    await newUser(server, key.account, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'ebs:*', Resource: '*' }],
    }),
  );
  await expect(readBlock(ann, id, 0)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    Reason: 'DEPENDENCY_ACCESS_DENIED',
    message: expect.stringContaining(`:user/ann is not authorized to perform: kms:Decrypt`),
  });
});

test('StartSnapshot: a user without the permission is denied', async () => {
  const account = freshAccount();
  const ann = new EBSClient(await newUser(server, account, 'ann'));
  await expect(ann.send(new StartSnapshotCommand({ VolumeSize: 1 }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ebs:StartSnapshot on resource: ` +
      'arn:aws:ec2:us-east-1::snapshot/* because no identity-based policy allows the ebs:StartSnapshot action',
    $metadata: { httpStatusCode: 403 },
  });
});

test('PutSnapshotBlock: refuses what is no block, and what was changed on its way', async () => {
  const ebs = new EBSClient(server.client(freshAccount()));
  const { SnapshotId } = await ebs.send(new StartSnapshotCommand({ VolumeSize: 1 }));
  const block = {
    SnapshotId,
    BlockIndex: 0,
    BlockData: blockOf('a'),
    DataLength: BLOCK_BYTES,
    Checksum: checksumOf(blockOf('a')),
    ChecksumAlgorithm: 'SHA256' as const,
  };
  const cases = [
    [{ Checksum: checksumOf(blockOf('b')) }, 'The checksum does not match the data of the block.'],
    [
      { BlockData: Buffer.alloc(512), Checksum: checksumOf(Buffer.alloc(512)) },
      'A block must have 524288 bytes.',
    ],
    [{ DataLength: 512 }, 'The length of a block must be 524288 bytes.'],
    [{ BlockIndex: 2_048 }, 'The block 2048 is beyond the end of the volume.'],
  ] as const;
  let count = 0;
  for (const [change, message] of cases) {
    await expect(
      ebs.send(new PutSnapshotBlockCommand({ ...block, ...change })),
    ).rejects.toMatchObject({ name: 'ValidationException', Reason: 'INVALID_BLOCK', message });
    count += 1;
  }
  expect(count).toBe(4);
});

test('CompleteSnapshot: the number of blocks and their checksum must be right; then nothing is written', async () => {
  const config = server.client(freshAccount());
  const ebs = new EBSClient(config);
  const { SnapshotId = '' } = await ebs.send(new StartSnapshotCommand({ VolumeSize: 1 }));
  await putBlock(ebs, SnapshotId, 0, blockOf('a'));
  await expect(
    ebs.send(new CompleteSnapshotCommand({ SnapshotId, ChangedBlocksCount: 2 })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'INVALID_PARAMETER_VALUE',
    message: 'The number of changed blocks is 1, not 2.',
  });
  await expect(
    ebs.send(
      new CompleteSnapshotCommand({
        SnapshotId,
        ChangedBlocksCount: 1,
        Checksum: checksumOf(blockOf('a')),
        ChecksumAlgorithm: 'SHA256',
        ChecksumAggregationMethod: 'LINEAR',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'INVALID_PARAMETER_VALUE',
    message: 'The checksum does not match the checksums of the blocks of the snapshot.',
  });
  await expect(ebs.send(new ListSnapshotBlocksCommand({ SnapshotId }))).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'INVALID_SNAPSHOT_ID',
    message: `The snapshot '${SnapshotId}' is not in the completed state.`,
  });
  const done = await ebs.send(new CompleteSnapshotCommand({ SnapshotId, ChangedBlocksCount: 1 }));
  expect(done).toMatchObject({ Status: 'pending', $metadata: { httpStatusCode: 202 } });
  await settledSnapshot(config, SnapshotId);
  await expect(putBlock(ebs, SnapshotId, 1, blockOf('b'))).rejects.toMatchObject({
    name: 'ValidationException',
    Reason: 'INVALID_SNAPSHOT_ID',
    message: `The snapshot '${SnapshotId}' is not in the pending state.`,
  });
});

test('StartSnapshot: the outcomes of encryption are those of the table', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const ebs = new EBSClient(config);
  const plain = await writtenSnapshot(config, { 0: blockOf('a') });
  const KmsKeyArn = key.arn;
  const refused = { name: 'ValidationException', Reason: 'INVALID_PARAMETER_VALUE' };
  const invalid = [
    { ParentSnapshotId: plain, Encrypted: true },
    { ParentSnapshotId: plain, Encrypted: false },
    { ParentSnapshotId: plain, KmsKeyArn },
    { Encrypted: false, KmsKeyArn },
  ];
  let count = 0;
  for (const input of invalid) {
    await expect(
      ebs.send(new StartSnapshotCommand({ VolumeSize: 1, ...input })),
    ).rejects.toMatchObject(refused);
    count += 1;
  }
  expect(count).toBe(4);
  await expect(
    ebs.send(new StartSnapshotCommand({ VolumeSize: 1, KmsKeyArn })),
  ).resolves.toMatchObject({ KmsKeyArn, SseType: 'sse-kms' });
  await new EC2Client(config).send(new EnableEbsEncryptionByDefaultCommand({}));
  for (const input of [{ ParentSnapshotId: plain }, { Encrypted: false }]) {
    await expect(
      ebs.send(new StartSnapshotCommand({ VolumeSize: 1, ...input })),
    ).rejects.toMatchObject(refused);
  }
  await expect(ebs.send(new StartSnapshotCommand({ VolumeSize: 1 }))).resolves.toMatchObject({
    KmsKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:\d{12}:key\//),
  });
});
