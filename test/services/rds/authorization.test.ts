import {
  AddTagsToResourceCommand,
  CreateDBInstanceCommand,
  DeleteDBInstanceCommand,
  DescribeDBInstancesCommand,
  ListTagsForResourceCommand,
  ModifyDBInstanceCommand,
  RDSClient,
  RemoveTagsFromResourceCommand,
} from '@aws-sdk/client-rds';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { POSTGRES } from './databases.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** An instance that is registered needs no PostgreSQL. */
const REGISTERED = {
  ...POSTGRES,
  Engine: 'mysql',
  Tags: [
    { Key: 'holdfast:endpoint', Value: '127.0.0.1:3306' },
    { Key: 'team', Value: 'red' },
  ],
};

test('a user needs the action on the instance, the tagging action too, and tags decide', async () => {
  const account = freshAccount();
  const root = new RDSClient(server.client(account));
  const arnOf = (name: string) => `arn:aws:rds:us-east-1:${account}:db:${name}`;
  await root.send(new CreateDBInstanceCommand({ ...REGISTERED, DBInstanceIdentifier: 'red-one' }));
  const user = new RDSClient(
    await newUser(server, account, 'ann', {
      allow: [
        { Effect: 'Allow', Action: 'rds:CreateDBInstance', Resource: arnOf('mine-*') },
        {
          Effect: 'Allow',
          Action: ['rds:ModifyDBInstance', 'rds:ListTagsForResource'],
          Resource: '*',
          Condition: { StringEquals: { 'rds:db-tag/team': 'red' } },
        },
        {
          Effect: 'Allow',
          Action: 'rds:DeleteDBInstance',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
        },
      ],
    }),
  );
  const denied = (action: string, name: string) => ({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${account}:user/ann is not authorized to perform: rds:${action} on resource: ${arnOf(name)} because no identity-based policy allows the rds:${action} action`,
  });
  const create = (DBInstanceIdentifier: string) =>
    user.send(new CreateDBInstanceCommand({ ...REGISTERED, DBInstanceIdentifier }));
  await expect(create('other')).rejects.toMatchObject(denied('CreateDBInstance', 'other'));
  await expect(create('mine-1')).rejects.toMatchObject(denied('AddTagsToResource', 'mine-1'));
  const { DBInstance } = await user.send(
    new ModifyDBInstanceCommand({ DBInstanceIdentifier: 'red-one', DeletionProtection: true }),
  );
  expect(DBInstance?.DeletionProtection).toBe(true);
  const erase = { DBInstanceIdentifier: 'red-one', SkipFinalSnapshot: true };
  await expect(user.send(new DeleteDBInstanceCommand(erase))).rejects.toMatchObject(
    denied('DeleteDBInstance', 'red-one'),
  );
  await expect(root.send(new DeleteDBInstanceCommand(erase))).rejects.toMatchObject({
    name: 'InvalidParameterCombination',
    message:
      'Cannot delete protected DB Instance, please disable deletion protection and try again.',
  });
});

test('tags: added, listed, removed', async () => {
  const account = freshAccount();
  const rds = new RDSClient(server.client(account));
  await rds.send(new CreateDBInstanceCommand({ ...REGISTERED, DBInstanceIdentifier: 'red' }));
  const ResourceName = `arn:aws:rds:us-east-1:${account}:db:red`;
  await rds.send(new AddTagsToResourceCommand({ ResourceName, Tags: [{ Key: 'a', Value: 'b' }] }));
  await rds.send(new RemoveTagsFromResourceCommand({ ResourceName, TagKeys: ['team', 'unknown'] }));
  const { TagList } = await rds.send(new ListTagsForResourceCommand({ ResourceName }));
  expect(TagList).toEqual([
    { Key: 'holdfast:endpoint', Value: '127.0.0.1:3306' },
    { Key: 'a', Value: 'b' },
  ]);
});

test('DescribeDBInstances: filters and pages', async () => {
  const rds = new RDSClient(server.client(freshAccount()));
  for (let count = 10; count < 35; count += 1) {
    await rds.send(
      new CreateDBInstanceCommand({
        ...REGISTERED,
        Engine: count < 13 ? 'mariadb' : 'mysql',
        DBInstanceIdentifier: `n${count}`,
      }),
    );
  }
  const first = await rds.send(new DescribeDBInstancesCommand({ MaxRecords: 20 }));
  expect(first.DBInstances).toHaveLength(20);
  const second = await rds.send(
    new DescribeDBInstancesCommand({ MaxRecords: 20, Marker: first.Marker }),
  );
  const names = (second.DBInstances ?? []).map((one) => one.DBInstanceIdentifier);
  expect(names).toEqual(['n30', 'n31', 'n32', 'n33', 'n34']);
  expect(second.Marker).toBeUndefined();
  const filtered = await rds.send(
    new DescribeDBInstancesCommand({ Filters: [{ Name: 'engine', Values: ['mariadb'] }] }),
  );
  expect(filtered.DBInstances).toHaveLength(3);
  const refused = new DescribeDBInstancesCommand({ Filters: [{ Name: 'colour', Values: ['x'] }] });
  await expect(rds.send(refused)).rejects.toMatchObject({
    name: 'InvalidParameterValue',
    message: 'Unrecognized filter name: colour',
  });
  await expect(rds.send(new DescribeDBInstancesCommand({ MaxRecords: 5 }))).rejects.toMatchObject({
    message: 'Invalid value 5 for MaxRecords. Must be between 20 and 100',
  });
});
