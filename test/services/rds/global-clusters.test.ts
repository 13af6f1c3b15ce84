import {
  AlgorithmSuiteIdentifier,
  AwsKmsMrkAwareSymmetricKeyringNode,
  buildClient,
  CommitmentPolicy,
} from '@aws-crypto/client-node';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  KMSClient,
  ReplicateKeyCommand,
} from '@aws-sdk/client-kms';
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  CreateGlobalClusterCommand,
  DeleteDBClusterCommand,
  DeleteGlobalClusterCommand,
  DescribeGlobalClustersCommand,
  FailoverGlobalClusterCommand,
  ModifyDBClusterCommand,
  ModifyGlobalClusterCommand,
  RDSClient,
  RemoveFromGlobalClusterCommand,
  StopDBClusterCommand,
  SwitchoverGlobalClusterCommand,
} from '@aws-sdk/client-rds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientConfig } from '../../../labs/clients.ts';
import { keyringClient } from '../../../labs/keyring-client.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newRule, quiet } from '../events/rig.ts';
import { clusterWhen } from './clusters.ts';
import { instanceWhen, lacksPostgres, query } from './databases.ts';

const TIMEOUT = { timeout: 240_000 };
const WAIT = { timeout: 30_000, interval: 50 };
const HOME = 'us-east-1';
const AWAY = 'eu-west-1';
const THIRD = 'ap-south-1';
const PASSWORD = 'correct-horse';
const GLOBAL = { GlobalClusterIdentifier: 'world', Engine: 'aurora-postgresql' } as const;
const PRIMARY = {
  DBClusterIdentifier: 'home',
  Engine: 'aurora-postgresql',
  MasterUsername: 'chief',
  MasterUserPassword: PASSWORD,
  DatabaseName: 'ledger',
  GlobalClusterIdentifier: 'world',
} as const;
const SECONDARY = {
  DBClusterIdentifier: 'away',
  Engine: 'aurora-postgresql',
  GlobalClusterIdentifier: 'world',
} as const;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function arn(account: string, region: string, id: string): string {
  return `arn:aws:rds:${region}:${account}:cluster:${id}`;
}

function run(port: number | undefined, text: string) {
  return query(port, PASSWORD, text, { database: 'ledger' });
}

async function world(rds: RDSClient) {
  const { GlobalClusters = [] } = await rds.send(
    new DescribeGlobalClustersCommand({ GlobalClusterIdentifier: 'world' }),
  );
  return GlobalClusters[0] ?? {};
}

async function settled(rds: RDSClient) {
  await expect.poll(async () => (await world(rds)).Status, WAIT).toBe('available');
  return (await world(rds)).GlobalClusterMembers?.map(({ DBClusterArn, IsWriter }) => [
    DBClusterArn,
    IsWriter,
  ]);
}

/** A global database of two Regions, with a table in it. */
async function twoRegions(account: string) {
  const home = new RDSClient(server.client(account, HOME));
  const away = new RDSClient(server.client(account, AWAY));
  await home.send(new CreateGlobalClusterCommand(GLOBAL));
  await home.send(new CreateDBClusterCommand(PRIMARY));
  const primary = await clusterWhen(home, 'home', 'available');
  await away.send(new CreateDBClusterCommand(SECONDARY));
  const secondary = await clusterWhen(away, 'away', 'available');
  await run(primary.Port, 'CREATE TABLE notes (id int, body bytea)');
  return { home, away, primary, secondary };
}

function countOn(port: number | undefined) {
  const count = 'SELECT count(*)::int AS n FROM notes';
  return expect.poll(async () => (await run(port, count).catch(() => []))[0]?.['n'], WAIT);
}

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe.skipIf(lacksPostgres !== undefined)(
  'an Aurora global database (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('what one Region writes another reads, and writing is the primary’s alone', async () => {
      const account = freshAccount();
      const { home, away, primary, secondary } = await twoRegions(account);
      expect(secondary).toMatchObject({
        GlobalClusterIdentifier: 'world',
        DatabaseName: 'ledger',
        MasterUsername: 'chief',
        EngineVersion: primary.EngineVersion,
      });
      await away.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: 'reader',
          DBClusterIdentifier: 'away',
          DBInstanceClass: 'db.r6g.large',
          Engine: 'aurora-postgresql',
        }),
      );
      await instanceWhen(away, 'reader', 'available');
      expect((await clusterWhen(away, 'away', 'available')).DBClusterMembers).toMatchObject([
        { DBInstanceIdentifier: 'reader', IsClusterWriter: false },
      ]);
      await run(primary.Port, 'INSERT INTO notes VALUES (1)');
      await countOn(secondary.Port).toBe(1);
      await expect(run(secondary.Port, 'INSERT INTO notes VALUES (2)')).rejects.toThrow(
        'cannot execute INSERT in a read-only transaction',
      );
      expect(await world(away)).toMatchObject({
        GlobalClusterArn: `arn:aws:rds::${account}:global-cluster:world`,
        Status: 'available',
        GlobalClusterMembers: [
          {
            DBClusterArn: arn(account, HOME, 'home'),
            IsWriter: true,
            Readers: [arn(account, AWAY, 'away')],
          },
          { DBClusterArn: arn(account, AWAY, 'away'), IsWriter: false, Readers: [] },
        ],
      });
      // The master user's password is the primary's, everywhere.
      await home.send(
        new ModifyDBClusterCommand({
          DBClusterIdentifier: 'home',
          MasterUserPassword: 'battery-staple',
        }),
      );
      await clusterWhen(home, 'home', 'available');
      const login = () =>
        query(secondary.Port, 'battery-staple', 'SELECT 1 AS one', { database: 'ledger' });
      await expect.poll(() => login().catch(() => []), WAIT).toEqual([{ one: 1 }]);
    });

    test('columns that a client encrypted under a multi-Region key open in the second Region while the first is lost', async () => {
      const account = freshAccount();
      const { away, primary, secondary } = await twoRegions(account);
      const kms = new KMSClient(server.client(account, HOME));
      const made = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
      const keyId = made.KeyMetadata?.Arn ?? '';
      const replicated = await kms.send(
        new ReplicateKeyCommand({ KeyId: keyId, ReplicaRegion: AWAY }),
      );
      const replica = replicated.ReplicaKeyMetadata?.Arn ?? '';
      const keyring = (region: string, key: string) =>
        new AwsKmsMrkAwareSymmetricKeyringNode({
          client: keyringClient(
            clientConfig(server.url, server.client(account).credentials, undefined),
            region,
          ),
          keyId: key,
        });
      const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
      const { result } = await encrypt(keyring(HOME, keyId), 'a secret note', {
        suiteId:
          AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY_ECDSA_P384,
        encryptionContext: { row: '1' },
      });
      await run(primary.Port, `INSERT INTO notes VALUES (1, '\\x${result.toString('hex')}')`);
      await countOn(secondary.Port).toBe(1);
      // The first Region is gone: its key, and its cluster.
      await kms.send(new DisableKeyCommand({ KeyId: keyId }));
      await away.send(
        new FailoverGlobalClusterCommand({
          GlobalClusterIdentifier: 'world',
          TargetDbClusterIdentifier: arn(account, AWAY, 'away'),
          AllowDataLoss: true,
        }),
      );
      expect(await settled(away)).toEqual([
        [arn(account, AWAY, 'away'), true],
        [arn(account, HOME, 'home'), false],
      ]);
      const [row] = await run(secondary.Port, 'SELECT body FROM notes WHERE id = 1');
      const body = row?.['body'];
      if (!(body instanceof Uint8Array)) throw new Error('no row');
      await expect(decrypt(keyring(HOME, keyId), Buffer.from(body))).rejects.toThrow();
      const opened = await decrypt(keyring(AWAY, replica), Buffer.from(body));
      expect(opened.plaintext.toString()).toBe('a secret note');
      expect(opened.messageHeader.encryptionContext['row']).toBe('1');
      await run(secondary.Port, 'INSERT INTO notes VALUES (2)');
      await countOn(primary.Port).toBe(2);
    });

    test('SwitchoverGlobalCluster: there and back, nothing is lost, a third Region follows, and the bus is told', async () => {
      const account = freshAccount();
      const { home, away, primary, secondary } = await twoRegions(account);
      const pattern = { source: ['aws.rds'], detail: { EventCategories: ['global-failover'] } };
      const told = await newRule(server, account, 'told', { pattern, region: AWAY });
      const stopped = await newRule(server, account, 'stopped', { pattern, region: HOME });
      const third = new RDSClient(server.client(account, THIRD));
      await third.send(new CreateDBClusterCommand({ ...SECONDARY, DBClusterIdentifier: 'third' }));
      const other = await clusterWhen(third, 'third', 'available');
      await run(primary.Port, 'INSERT INTO notes SELECT * FROM generate_series(1, 5000)');
      const switchTo = (rds: RDSClient, region: string, id: string) =>
        rds.send(
          new SwitchoverGlobalClusterCommand({
            GlobalClusterIdentifier: 'world',
            TargetDbClusterIdentifier: arn(account, region, id),
          }),
        );
      const begun = await switchTo(home, AWAY, 'away');
      expect(begun.GlobalCluster).toMatchObject({
        Status: 'switching-over',
        FailoverState: {
          Status: 'failing-over',
          FromDbClusterArn: arn(account, HOME, 'home'),
          ToDbClusterArn: arn(account, AWAY, 'away'),
          IsDataLossAllowed: false,
        },
      });
      await settled(home);
      await clusterWhen(home, 'home', 'available');
      await clusterWhen(third, 'third', 'available');
      await run(secondary.Port, 'INSERT INTO notes VALUES (0)');
      await countOn(primary.Port).toBe(5_001);
      await countOn(other.Port).toBe(5_001);
      await expect(run(primary.Port, 'INSERT INTO notes VALUES (0)')).rejects.toThrow('read-only');
      await quiet(server);
      expect((await told.events()).map(({ detail }) => Object(detail)['Message'])).toEqual([
        'Global switchover to DB cluster away in Region eu-west-1 started.',
        'New primary DB cluster away in Region eu-west-1 was successfully promoted.',
        'Global switchover to DB cluster away in Region eu-west-1 finished.',
      ]);
      expect((await stopped.events()).map(({ detail }) => Object(detail)['Message'])).toEqual([
        'Old primary DB cluster home in Region us-east-1 successfully shut down.',
      ]);
      await switchTo(away, HOME, 'home');
      expect(await settled(home)).toEqual([
        [arn(account, HOME, 'home'), true],
        [arn(account, AWAY, 'away'), false],
        [arn(account, THIRD, 'third'), false],
      ]);
      await clusterWhen(away, 'away', 'available');
      await run(primary.Port, 'INSERT INTO notes VALUES (0)');
      await countOn(secondary.Port).toBe(5_002);
      await countOn(other.Port).toBe(5_002);
    });

    test('RemoveFromGlobalCluster: a secondary goes its own way, and only an empty global database is deleted', async () => {
      const account = freshAccount();
      const { home, away, primary, secondary } = await twoRegions(account);
      await run(primary.Port, 'INSERT INTO notes VALUES (1)');
      await countOn(secondary.Port).toBe(1);
      const homeArn = arn(account, HOME, 'home');
      const remove = (rds: RDSClient, DbClusterIdentifier: string) =>
        rds.send(
          new RemoveFromGlobalClusterCommand({
            GlobalClusterIdentifier: 'world',
            DbClusterIdentifier,
          }),
        );
      const deletion = (id: string) =>
        new DeleteDBClusterCommand({ DBClusterIdentifier: id, SkipFinalSnapshot: true });
      expect(await refused(home.send(deletion('home')))).toBe(
        'InvalidGlobalClusterStateFault: Unable to delete cluster that is a primary member of global cluster while there are other global cluster members',
      );
      expect(await refused(away.send(deletion('away')))).toBe(
        'InvalidDBClusterStateFault: This cluster is a part of a global cluster, please remove it from globalcluster first',
      );
      expect(await refused(remove(home, homeArn))).toBe(
        'InvalidGlobalClusterStateFault: Unable to remove the primary cluster from the global cluster while there are other global cluster members',
      );
      const gone = new DeleteGlobalClusterCommand({ GlobalClusterIdentifier: 'world' });
      expect(await refused(home.send(gone))).toBe(
        `InvalidGlobalClusterStateFault: Global Cluster arn:aws:rds::${account}:global-cluster:world is not empty`,
      );
      expect(
        await refused(home.send(new StopDBClusterCommand({ DBClusterIdentifier: 'home' }))),
      ).toBe(
        'InvalidDBClusterStateFault: DbCluster home is part of a global cluster and cannot be stopped.',
      );
      await remove(away, arn(account, AWAY, 'away'));
      const alone = await clusterWhen(away, 'away', 'available');
      expect(alone.GlobalClusterIdentifier).toBe(undefined);
      await run(secondary.Port, 'INSERT INTO notes VALUES (2)');
      await run(primary.Port, 'INSERT INTO notes VALUES (3)');
      await countOn(secondary.Port).toBe(2);
      expect(await run(primary.Port, 'SELECT slot_name FROM pg_replication_slots')).toEqual([]);
      await remove(home, homeArn);
      await home.send(gone);
      expect(await refused(world(home))).toBe(
        'GlobalClusterNotFoundFault: Global cluster world not found',
      );
      await home.send(deletion('home'));
      await away.send(deletion('away'));
    });

    test('CreateGlobalCluster: of a cluster that is there; what can’t be is refused', async () => {
      const account = freshAccount();
      const home = new RDSClient(server.client(account, HOME));
      const away = new RDSClient(server.client(account, AWAY));
      const { GlobalClusterIdentifier: _none, ...alone } = PRIMARY;
      await home.send(new CreateDBClusterCommand(alone));
      await clusterWhen(home, 'home', 'available');
      const source = {
        GlobalClusterIdentifier: 'world',
        SourceDBClusterIdentifier: arn(account, HOME, 'home'),
      };
      expect(
        await refused(
          home.send(new CreateGlobalClusterCommand({ ...source, Engine: 'aurora-postgresql' })),
        ),
      ).toBe(
        'InvalidParameterCombination: When creating global cluster from existing db cluster, value for Engine should not be specified since it will be inherited from source cluster',
      );
      const made = await home.send(new CreateGlobalClusterCommand(source));
      expect(made.GlobalCluster).toMatchObject({
        Engine: 'aurora-postgresql',
        DatabaseName: 'ledger',
        GlobalClusterMembers: [{ DBClusterArn: arn(account, HOME, 'home'), IsWriter: true }],
      });
      expect(await refused(home.send(new CreateGlobalClusterCommand(GLOBAL)))).toBe(
        'GlobalClusterAlreadyExistsFault: Global cluster world already exists',
      );
      expect(
        await refused(
          away.send(new CreateDBClusterCommand({ ...PRIMARY, DatabaseName: undefined })),
        ),
      ).toBe(
        'InvalidParameterCombination: Cannot specify user name for cross region replication cluster',
      );
      expect(await refused(home.send(new CreateDBClusterCommand(SECONDARY)))).toBe(
        'InvalidGlobalClusterStateFault: Global cluster world already has a cluster in us-east-1.',
      );
      const named = { GlobalClusterIdentifier: 'world', NewGlobalClusterIdentifier: 'earth' };
      await away.send(new ModifyGlobalClusterCommand({ ...named, DeletionProtection: true }));
      expect((await clusterWhen(home, 'home', 'available')).GlobalClusterIdentifier).toBe('earth');
      const gone = new DeleteGlobalClusterCommand({ GlobalClusterIdentifier: 'earth' });
      expect(await refused(home.send(gone))).toBe(
        'InvalidParameterCombination: Cannot delete protected Global Cluster, please disable deletion protection and try again.',
      );
    });
  },
);

test('CreateGlobalCluster: a user needs permission, and clusters need it on the global database too', async () => {
  const account = freshAccount();
  const rds = new RDSClient(server.client(account));
  await rds.send(new CreateGlobalClusterCommand(GLOBAL));
  const user = await newUser(server, account, 'maker', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'rds:CreateDBCluster',
        Resource: arn(account, HOME, 'home'),
      },
    ],
  });
  const maker = new RDSClient(user);
  const denied = `AccessDenied: User: arn:aws:iam::${account}:user/maker is not authorized to perform:`;
  const because = 'because no identity-based policy allows the';
  const on = `on resource: arn:aws:rds::${account}:global-cluster:world`;
  expect(await refused(maker.send(new CreateGlobalClusterCommand(GLOBAL)))).toBe(
    `${denied} rds:CreateGlobalCluster ${on} ${because} rds:CreateGlobalCluster action`,
  );
  expect(await refused(maker.send(new CreateDBClusterCommand(PRIMARY)))).toBe(
    `${denied} rds:CreateDBCluster ${on} ${because} rds:CreateDBCluster action`,
  );
});
