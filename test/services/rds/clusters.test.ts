import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DeleteDBClusterCommand,
  DeleteDBInstanceCommand,
  DescribeDBClustersCommand,
  DescribeDBEngineVersionsCommand,
  ModifyDBClusterCommand,
  RDSClient,
  StartDBClusterCommand,
  StopDBClusterCommand,
} from '@aws-sdk/client-rds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { clusterWhen } from './clusters.ts';
import { instanceWhen, lacksPostgres, query } from './databases.ts';

/** Servers start while the machine does other things too. */
const TIMEOUT = { timeout: 120_000 };
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const AURORA = {
  DBClusterIdentifier: 'ledger',
  Engine: 'aurora-postgresql',
  MasterUsername: 'chief',
  MasterUserPassword: 'correct-horse',
  DatabaseName: 'ledger',
} as const;
const MEMBER = {
  DBClusterIdentifier: 'ledger',
  Engine: 'aurora-postgresql',
  DBInstanceClass: 'db.r6g.large',
} as const;

describe.skipIf(lacksPostgres !== undefined)(
  'a DB cluster (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('a DB cluster: its members have its server, and it lives as long as they do', async () => {
      const account = freshAccount();
      const rds = new RDSClient(server.client(account));
      const made = await rds.send(new CreateDBClusterCommand(AURORA));
      expect(made.DBCluster).toMatchObject({
        Status: 'creating',
        DBClusterArn: `arn:aws:rds:us-east-1:${account}:cluster:ledger`,
        DBClusterMembers: [],
      });
      await rds.send(new CreateDBInstanceCommand({ ...MEMBER, DBInstanceIdentifier: 'writer' }));
      await expect(
        rds.send(
          new CreateDBInstanceCommand({
            ...MEMBER,
            DBInstanceIdentifier: 'other',
            MasterUserPassword: 'correct-horse',
          }),
        ),
      ).rejects.toMatchObject({
        name: 'InvalidParameterCombination',
        message:
          'The requested DB Instance will be a member of a DB Cluster. Set master user password for the DB Cluster.',
      });
      const cluster = await clusterWhen(rds, 'ledger', 'available');
      const writer = await instanceWhen(rds, 'writer', 'available');
      await rds.send(new CreateDBInstanceCommand({ ...MEMBER, DBInstanceIdentifier: 'reader' }));
      await instanceWhen(rds, 'reader', 'available');
      expect(writer).toMatchObject({
        Endpoint: { Address: '127.0.0.1', Port: cluster.Port },
        DBClusterIdentifier: 'ledger',
        DBName: 'ledger',
      });
      const both = await clusterWhen(rds, 'ledger', 'available');
      expect(
        both.DBClusterMembers?.map(({ DBInstanceIdentifier, IsClusterWriter }) => [
          DBInstanceIdentifier,
          IsClusterWriter,
        ]),
      ).toEqual([
        ['writer', true],
        ['reader', false],
      ]);
      const ask = (password: string) =>
        query(cluster.Port, password, 'SELECT current_database() AS name', { database: 'ledger' });
      expect(await ask('correct-horse')).toEqual([{ name: 'ledger' }]);

      await rds.send(
        new ModifyDBClusterCommand({
          DBClusterIdentifier: 'ledger',
          MasterUserPassword: 'battery-staple',
        }),
      );
      await clusterWhen(rds, 'ledger', 'available');
      expect(await ask('battery-staple')).toEqual([{ name: 'ledger' }]);
      await expect(ask('correct-horse')).rejects.toThrow('password authentication failed');

      await rds.send(new StopDBClusterCommand({ DBClusterIdentifier: 'ledger' }));
      await clusterWhen(rds, 'ledger', 'stopped');
      await instanceWhen(rds, 'writer', 'stopped');
      await rds.send(new StartDBClusterCommand({ DBClusterIdentifier: 'ledger' }));
      await instanceWhen(rds, 'writer', 'available');

      const deletion = { DBClusterIdentifier: 'ledger', SkipFinalSnapshot: true };
      await expect(rds.send(new DeleteDBClusterCommand(deletion))).rejects.toMatchObject({
        name: 'InvalidDBClusterStateFault',
        message: 'Cluster cannot be deleted, it still contains DB instances in non-deleting state.',
      });
      for (const DBInstanceIdentifier of ['writer', 'reader']) {
        await rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier }));
      }
      await rds.send(new DeleteDBClusterCommand(deletion));
      await expect
        .poll(
          () =>
            rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'ledger' })).then(
              () => 'there',
              (error: Error) => `${error.name}: ${error.message}`,
            ),
          { timeout: 30_000 },
        )
        .toBe('DBClusterNotFoundFault: DBCluster ledger not found.');
    });

    test('DescribeDBEngineVersions: what is installed', async () => {
      const rds = new RDSClient(server.client(freshAccount()));
      const { DBEngineVersions: versions = [] } = await rds.send(
        new DescribeDBEngineVersionsCommand({ Engine: 'postgres', DefaultOnly: true }),
      );
      expect(versions).toHaveLength(1);
      expect(versions[0]?.EngineVersion).toMatch(/^\d+\.\d+$/);
      await expect(
        rds.send(new CreateDBClusterCommand({ ...AURORA, EngineVersion: '9.6.1' })),
      ).rejects.toMatchObject({
        name: 'InvalidParameterCombination',
        message: 'Cannot find version 9.6.1 for aurora-postgresql',
      });
    });
  },
);

test('CreateDBCluster: refuses other engines', async () => {
  const rds = new RDSClient(server.client(freshAccount()));
  await expect(
    rds.send(new CreateDBClusterCommand({ ...AURORA, Engine: 'mysql' })),
  ).rejects.toMatchObject({
    name: 'NotImplemented',
    message:
      'rds:CreateDBCluster is not implemented for engine mysql: clusters are of aurora-postgresql',
  });
});
