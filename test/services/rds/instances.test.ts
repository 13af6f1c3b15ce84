import {
  CreateDBInstanceCommand,
  DeleteDBInstanceCommand,
  DescribeDBInstancesCommand,
  ModifyDBInstanceCommand,
  RDSClient,
  RebootDBInstanceCommand,
  StartDBInstanceCommand,
  StopDBInstanceCommand,
} from '@aws-sdk/client-rds';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { instanceWhen, lacksPostgres, POSTGRES, query } from './databases.ts';

/** Servers start while the machine does other things too. */
const TIMEOUT = { timeout: 120_000 };
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

function rdsOf(account = freshAccount()): RDSClient {
  return new RDSClient(server.client(account));
}

describe.skipIf(lacksPostgres !== undefined)(
  'a DB instance (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('a DB instance is a real server: created, entered, stopped, started, rebooted, deleted', async () => {
      const account = freshAccount();
      const rds = rdsOf(account);
      const made = await rds.send(
        new CreateDBInstanceCommand({
          ...POSTGRES,
          DBInstanceIdentifier: 'Orders',
          DBName: 'orders',
        }),
      );
      expect(made.DBInstance).toMatchObject({
        DBInstanceIdentifier: 'orders',
        DBInstanceStatus: 'creating',
        DBInstanceArn: `arn:aws:rds:us-east-1:${account}:db:orders`,
        Engine: 'postgres',
        MasterUsername: 'chief',
        StorageEncrypted: false,
      });
      expect(made.DBInstance?.Endpoint).toBeUndefined();
      expect(made.DBInstance?.DbiResourceId).toMatch(/^db-[A-Z2-7]{26}$/);

      const available = await instanceWhen(rds, 'orders', 'available');
      const port = available.Endpoint?.Port;
      expect(available.Endpoint?.Address).toBe('127.0.0.1');
      const [row] = await query(port, 'correct-horse', 'SHOW server_version', {
        database: 'orders',
      });
      expect(String(row?.['server_version']).startsWith(available.EngineVersion ?? '?')).toBe(true);
      const tls = { ssl: { rejectUnauthorized: false } };
      expect(
        await query(
          port,
          'correct-horse',
          'SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
          tls,
        ),
      ).toEqual([{ ssl: true }]);
      await expect(query(port, 'wrong-password', 'SELECT 1')).rejects.toThrow(
        'password authentication failed for user "chief"',
      );
      await query(port, 'correct-horse', 'CREATE TABLE kept AS SELECT 42 AS answer');

      await rds.send(new StopDBInstanceCommand({ DBInstanceIdentifier: 'orders' }));
      await instanceWhen(rds, 'orders', 'stopped');
      await expect(query(port, 'correct-horse', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
      await expect(
        rds.send(new StopDBInstanceCommand({ DBInstanceIdentifier: 'orders' })),
      ).rejects.toMatchObject({
        name: 'InvalidDBInstanceStateFault',
        message: 'Instance orders is not in available state.',
      });
      await rds.send(new StartDBInstanceCommand({ DBInstanceIdentifier: 'orders' }));
      await instanceWhen(rds, 'orders', 'available');
      const reboot = await rds.send(
        new RebootDBInstanceCommand({ DBInstanceIdentifier: 'orders' }),
      );
      expect(reboot.DBInstance?.DBInstanceStatus).toBe('rebooting');
      await instanceWhen(rds, 'orders', 'available');
      expect(await query(port, 'correct-horse', 'SELECT answer FROM kept')).toEqual([
        { answer: 42 },
      ]);

      const gone = await rds.send(
        new DeleteDBInstanceCommand({ DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true }),
      );
      expect(gone.DBInstance?.DBInstanceStatus).toBe('deleting');
      await expect
        .poll(
          () =>
            rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: 'orders' })).then(
              () => 'there',
              (error: Error) => `${error.name}: ${error.message}`,
            ),
          { timeout: 30_000 },
        )
        .toBe('DBInstanceNotFoundFault: DBInstance orders not found.');
      await expect(query(port, 'correct-horse', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    });

    test('what happens to an instance is told to the event bus, and its password to nobody', async () => {
      const account = freshAccount();
      const rds = rdsOf(account);
      const DBInstanceIdentifier = 'orders';
      await rds.send(new CreateDBInstanceCommand({ ...POSTGRES, DBInstanceIdentifier }));
      await instanceWhen(rds, 'orders', 'available');
      const lookup = { AttributeKey: 'EventName', AttributeValue: 'CreateDBInstance' } as const;
      const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
        new LookupEventsCommand({ LookupAttributes: [lookup] }),
      );
      expect(Events).toHaveLength(1);
      expect(Events[0]?.CloudTrailEvent).toContain('"masterUsername":"chief"');
      expect(Events[0]?.CloudTrailEvent).not.toContain('correct-horse');
      const { store } = server.platform.engine();
      const told = (await store.readOutbox(0, 1_000)).filter(
        (event) => event.account === account && event.text.includes('aws.rds'),
      );
      expect(told).toHaveLength(1);
      expect(JSON.parse(told[0]?.text ?? '')).toMatchObject({
        source: 'aws.rds',
        'detail-type': 'RDS DB Instance Event',
        detail: {
          EventID: 'RDS-EVENT-0005',
          EventCategories: ['creation'],
          Message: 'DB instance created',
          SourceArn: `arn:aws:rds:us-east-1:${account}:db:orders`,
          SourceIdentifier: 'orders',
          SourceType: 'DB_INSTANCE',
        },
      });
    });

    test('ModifyDBInstance: MasterUserPassword is the new one once the instance is available again', async () => {
      const rds = rdsOf();
      const DBInstanceIdentifier = 'orders';
      await rds.send(new CreateDBInstanceCommand({ ...POSTGRES, DBInstanceIdentifier }));
      const { Endpoint } = await instanceWhen(rds, 'orders', 'available');
      const answer = await rds.send(
        new ModifyDBInstanceCommand({
          DBInstanceIdentifier,
          MasterUserPassword: 'battery-staple',
          ApplyImmediately: true,
        }),
      );
      expect(answer.DBInstance).toMatchObject({
        DBInstanceStatus: 'resetting-master-credentials',
        PendingModifiedValues: { MasterUserPassword: '****' },
      });
      await instanceWhen(rds, 'orders', 'available');
      await expect(query(Endpoint?.Port, 'correct-horse', 'SELECT 1')).rejects.toThrow('password');
      expect(await query(Endpoint?.Port, 'battery-staple', 'SELECT 1 AS one')).toEqual([
        { one: 1 },
      ]);
    });
  },
);

test('CreateDBInstance: an engine that runs elsewhere is registered by its tag', async () => {
  const rds = rdsOf();
  const registered = {
    ...POSTGRES,
    DBInstanceIdentifier: 'shop',
    Engine: 'mariadb',
    EngineVersion: '10.11.6',
    Tags: [{ Key: 'holdfast:endpoint', Value: 'db.example.com:3307' }],
  };
  const { DBInstance } = await rds.send(new CreateDBInstanceCommand(registered));
  expect(DBInstance).toMatchObject({
    DBInstanceStatus: 'available',
    Engine: 'mariadb',
    EngineVersion: '10.11.6',
    Endpoint: { Address: 'db.example.com', Port: 3307 },
  });
  await expect(
    rds.send(new StopDBInstanceCommand({ DBInstanceIdentifier: 'shop' })),
  ).rejects.toMatchObject({
    name: 'NotImplemented',
    message:
      'rds:StopDBInstance is not implemented for a server that is only registered: it runs elsewhere',
  });
  await expect(rds.send(new CreateDBInstanceCommand(registered))).rejects.toMatchObject({
    name: 'DBInstanceAlreadyExistsFault',
    message: 'DB instance already exists',
  });
});

const REFUSED: readonly (readonly [string, object, string, string])[] = [
  [
    'an identifier with an underscore',
    { DBInstanceIdentifier: 'a_b' },
    'InvalidParameterValue',
    'The parameter DBInstanceIdentifier is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.',
  ],
  ['an unknown engine', { Engine: 'foo' }, 'InvalidParameterValue', 'Invalid DB engine: foo'],
  [
    'an unknown class',
    { DBInstanceClass: 'large' },
    'InvalidParameterValue',
    'Invalid DB Instance class: large',
  ],
  [
    'no storage',
    { AllocatedStorage: undefined },
    'InvalidParameterValue',
    'The parameter AllocatedStorage must be provided and must not be blank.',
  ],
  [
    'no master user',
    { MasterUsername: undefined },
    'InvalidParameterValue',
    'The parameter MasterUsername must be provided and must not be blank.',
  ],
  [
    'no password',
    { MasterUserPassword: undefined },
    'InvalidParameterValue',
    'The parameter MasterUserPassword must be provided and must not be blank.',
  ],
  [
    'a reserved master user',
    { MasterUsername: 'rdsadmin' },
    'InvalidParameterValue',
    'MasterUsername rdsadmin cannot be used as it is a reserved word used by the engine',
  ],
  [
    'a short password',
    { MasterUserPassword: 'short12' },
    'InvalidParameterValue',
    'The parameter MasterUserPassword is not a valid password because it is shorter than 8 characters.',
  ],
  [
    'a long password',
    { MasterUserPassword: 'x'.repeat(129) },
    'InvalidParameterValue',
    'The parameter MasterUserPassword is not a valid password because it is longer than 128 characters.',
  ],
  [
    'an @ in the password',
    { MasterUserPassword: 'correct@horse' },
    'InvalidParameterValue',
    `The parameter MasterUserPassword is not a valid password. Only printable ASCII characters besides '/', '@', '"', ' ' may be used.`,
  ],
  [
    'a database name with a hyphen',
    { DBName: 'a-b' },
    'InvalidParameterValue',
    'DBName must begin with a letter and contain only alphanumeric characters.',
  ],
  [
    'a subnet group',
    { DBSubnetGroupName: 'mine' },
    'DBSubnetGroupNotFoundFault',
    "DB subnet group 'mine' does not exist.",
  ],
  [
    'encryption, which would be a lie',
    { StorageEncrypted: true },
    'NotImplemented',
    'rds:CreateDBInstance is not implemented for StorageEncrypted=true and KmsKeyId: the data directory is not encrypted',
  ],
  [
    'MySQL without an endpoint',
    { Engine: 'mysql' },
    'NotImplemented',
    'rds:CreateDBInstance is not implemented for engine mysql without the tag holdfast:endpoint=HOST:PORT of a server that runs already',
  ],
  [
    'a port below 1150',
    { Port: 80 },
    'InvalidParameterValue',
    'Invalid database port: 80. Must be between 1150 and 65535.',
  ],
  [
    'a reserved tag',
    { Tags: [{ Key: 'aws:x', Value: '' }] },
    'InvalidParameterValue',
    'Tag keys must not begin with aws: or rds:, which are reserved.',
  ],
];

test('CreateDBInstance: refuses what AWS refuses, and what it can not keep', async () => {
  const rds = rdsOf();
  let count = 0;
  for (const [what, change, name, message] of REFUSED) {
    // A port needs an installed PostgreSQL to be looked at.
    if ('Port' in change && lacksPostgres !== undefined) continue;
    const input = { ...POSTGRES, DBInstanceIdentifier: 'refused', ...change };
    await expect(rds.send(new CreateDBInstanceCommand(input)), what).rejects.toMatchObject({
      name,
      message,
    });
    count += 1;
  }
  expect(count).toBe(lacksPostgres === undefined ? 16 : 15);
  expect((await rds.send(new DescribeDBInstancesCommand({}))).DBInstances).toEqual([]);
});
