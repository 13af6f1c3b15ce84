import {
  DeleteSnapshotCommand,
  DescribeLockedSnapshotsCommand,
  EC2Client,
  LockSnapshotCommand,
  type LockSnapshotCommandInput,
  UnlockSnapshotCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../../server.ts';
import { blockOf, writtenSnapshot } from '../../ebs/blocks.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function advance(duration: string): Promise<void> {
  await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: duration }),
  });
}

async function lockedSnapshot(lock: Omit<LockSnapshotCommandInput, 'SnapshotId'>) {
  const account = freshAccount();
  const config = server.client(account);
  const ec2 = new EC2Client(config);
  const SnapshotId = await writtenSnapshot(config, { 0: blockOf('a') });
  const locked = await ec2.send(new LockSnapshotCommand({ SnapshotId, ...lock }));
  const remove = () => ec2.send(new DeleteSnapshotCommand({ SnapshotId }));
  const refusal = { name: 'SnapshotLocked', message: `The snapshot '${SnapshotId}' is locked.` };
  return { account, ec2, SnapshotId, locked, remove, refusal };
}

test('governance: the snapshot stays until somebody who may unlocks it', async () => {
  const lock = { LockMode: 'governance', LockDuration: 30 } as const;
  const { account, ec2, SnapshotId, locked, remove, refusal } = await lockedSnapshot(lock);
  expect(locked).toMatchObject({ SnapshotId, LockState: 'governance', LockDuration: 30 });
  await expect(remove()).rejects.toMatchObject(refusal);
  const ann = new EC2Client(await newUser(server, account, 'ann'));
  await expect(ann.send(new UnlockSnapshotCommand({ SnapshotId }))).rejects.toMatchObject({
    name: 'UnauthorizedOperation',
  });
  const { Snapshots } = await ec2.send(new DescribeLockedSnapshotsCommand({}));
  expect(Snapshots).toMatchObject([{ SnapshotId, OwnerId: account, LockState: 'governance' }]);
  await ec2.send(new UnlockSnapshotCommand({ SnapshotId }));
  await expect(ec2.send(new UnlockSnapshotCommand({ SnapshotId }))).rejects.toMatchObject({
    name: 'SnapshotLock.NotFound',
    message: `The snapshot '${SnapshotId}' is not locked.`,
  });
  await remove();
});

test('compliance: once it has cooled off nobody shortens it, and time alone ends it', async () => {
  const lock = { LockMode: 'compliance', CoolOffPeriod: 2, LockDuration: 10 } as const;
  const { ec2, SnapshotId, locked, remove, refusal } = await lockedSnapshot(lock);
  expect(locked).toMatchObject({ LockState: 'compliance-cooloff', CoolOffPeriod: 2 });
  const again = (more: Partial<LockSnapshotCommandInput>) =>
    ec2.send(new LockSnapshotCommand({ SnapshotId, LockMode: 'compliance', ...more }));
  await again({ LockDuration: 9, CoolOffPeriod: 2 });
  await advance('PT3H');
  await expect(again({ LockDuration: 8 })).rejects.toMatchObject(refusal);
  await expect(again({ LockDuration: 9, LockMode: 'governance' })).rejects.toMatchObject(refusal);
  await expect(ec2.send(new UnlockSnapshotCommand({ SnapshotId }))).rejects.toMatchObject(refusal);
  expect(await again({ LockDuration: 11 })).toMatchObject({ LockState: 'compliance' });
  await advance('P10D');
  await expect(remove()).rejects.toMatchObject(refusal);
  await advance('P1D');
  const SnapshotIds = [SnapshotId];
  const { Snapshots } = await ec2.send(new DescribeLockedSnapshotsCommand({ SnapshotIds }));
  expect(Snapshots).toMatchObject([{ LockState: 'expired' }]);
  // A new lock begins when it is set, not when the one before it did.
  expect(await again({ LockDuration: 2 })).toMatchObject({ LockState: 'compliance' });
  await advance('P1D');
  await expect(remove()).rejects.toMatchObject(refusal);
  await advance('P1D');
  await remove();
});

test('LockSnapshot: parameters that do not go together are refused', async () => {
  const config = server.client(freshAccount());
  const ec2 = new EC2Client(config);
  const SnapshotId = await writtenSnapshot(config, { 0: blockOf('a') });
  const ExpirationDate = new Date('2030-01-01T00:00:00Z');
  const cases = [
    [
      { LockMode: 'governance' },
      'MissingParameter',
      'The request must contain the parameter lockDuration or expirationDate',
    ],
    [
      { LockMode: 'governance', LockDuration: 1, ExpirationDate },
      'InvalidParameterCombination',
      'The parameters lockDuration and expirationDate cannot be used together',
    ],
    [
      { LockMode: 'governance', LockDuration: 1, CoolOffPeriod: 1 },
      'InvalidParameterCombination',
      'The parameter coolOffPeriod cannot be used with governance mode',
    ],
  ] as const;
  let count = 0;
  for (const [input, name, message] of cases) {
    await expect(ec2.send(new LockSnapshotCommand({ SnapshotId, ...input }))).rejects.toMatchObject(
      { name, message },
    );
    count += 1;
  }
  expect(count).toBe(3);
});
