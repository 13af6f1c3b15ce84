import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MariaDbServer, startMariaDb } from '../../mariadb.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { instanceWhen, lacksPostgres, POSTGRES, query } from './databases.ts';
import { deployRotation, type Entry, RotatedSecret, countEvents } from './rotation-functions.ts';

/** Servers and functions start while the machine does other things too. */
const TIMEOUT = { timeout: 120_000 };
const mariadb = await startMariaDb();
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server.close();
  if (typeof mariadb !== 'string') await mariadb.stop();
});

/** A DB instance with the role `app`; gives how it is entered. */
async function newDatabase(account: string): Promise<Entry> {
  const rds = new RDSClient(server.client(account));
  await rds.send(new CreateDBInstanceCommand({ ...POSTGRES, DBInstanceIdentifier: 'shop' }));
  const { Endpoint } = await instanceWhen(rds, 'shop', 'available');
  const port = Endpoint?.Port ?? 0;
  const password = POSTGRES.MasterUserPassword;
  await query(port, password, "CREATE ROLE app LOGIN PASSWORD 'first-password'");
  await query(port, password, 'CREATE TABLE stock AS SELECT 42 AS amount');
  await query(port, password, 'GRANT SELECT ON stock TO app');
  const host = Endpoint?.Address ?? '';
  return { engine: 'postgres', host, port, username: 'app', password: 'first-password' };
}

async function stockOf({ port, username: user, password }: Entry) {
  return query(port, password, 'SELECT amount FROM stock', { user });
}

/** Asks again and again, each time in a new session with what the secret says; gives what went wrong. */
function keepAsking(secret: RotatedSecret, ask: (entry: Entry) => Promise<unknown>) {
  const failures: string[] = [];
  let count = 0;
  let isOver = false;
  let user = '';
  const EVERY_MS = 50;
  const done = (async () => {
    let entry: Entry = await secret.read();
    while (!isOver) {
      const next = new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      count += 1;
      user = entry.username;
      await ask(entry).catch((error: unknown) => failures.push(String(error)));
      // As caching clients do, it holds a value for a while.
      if (count % 10 === 0) entry = await secret.read();
      await next;
    }
  })();
  return {
    user: () => user,
    stop: async () => {
      isOver = true;
      await done;
      return { failures, count };
    },
  };
}

describe.skipIf(lacksPostgres !== undefined)(
  'rotation of PostgreSQL users (needs PostgreSQL on this machine)',
  () => {
    test(
      'check 26: a single user is rotated: the old password fails, the new one works',
      TIMEOUT,
      async () => {
        const account = freshAccount();
        const first = await newDatabase(account);
        const secret = await RotatedSecret.make(server, account, 'app', first);
        const before = await secret.read();
        await secret.rotate(await deployRotation(server, account, 'postgres', 'singleUser'));
        const after = await secret.read();
        expect(after.username).toBe('app');
        expect(await stockOf(after)).toEqual([{ amount: 42 }]);
        await expect(stockOf(first)).rejects.toThrow(
          'password authentication failed for user "app"',
        );
        expect(await secret.stages()).toMatchObject({ [before.version]: ['AWSPREVIOUS'] });
        expect((await secret.stages())[after.version]).toContain('AWSCURRENT');
        for (const name of ['RotationStarted', 'RotationSucceeded']) {
          const count = () => countEvents(server, account, name);
          await expect.poll(count, { timeout: 20_000 }).toBe(1);
        }
      },
    );

    test('two PostgreSQL users take turns, and no login fails meanwhile', TIMEOUT, async () => {
      const account = freshAccount();
      const first = await newDatabase(account);
      const master = await RotatedSecret.make(server, account, 'chief', {
        ...first,
        username: POSTGRES.MasterUsername,
        password: POSTGRES.MasterUserPassword,
      });
      const entry = { ...first, masterarn: master.arn };
      const secret = await RotatedSecret.make(server, account, 'app', entry);
      const client = keepAsking(secret, stockOf);
      await secret.rotate(await deployRotation(server, account, 'postgres', 'alternatingUsers'));
      const second = await secret.read();
      expect(second.username).toBe('app_clone');
      expect(await stockOf(first)).toEqual([{ amount: 42 }]);
      // Who holds a password for longer than two rotations is late.
      await expect.poll(client.user, { timeout: 10_000 }).toBe('app_clone');
      await secret.rotate();
      expect((await secret.read()).username).toBe('app');
      const { failures, count } = await client.stop();
      expect(failures).toEqual([]);
      expect(count).toBeGreaterThan(5);
      await expect(stockOf(first)).rejects.toThrow('password authentication failed');
      expect(await stockOf(second)).toEqual([{ amount: 42 }]);
    });
  },
);

async function amountIn({ host, port, username: user, password }: Entry): Promise<unknown> {
  const connection = await createConnection({ host, port, user, password, database: 'shop' });
  try {
    return (await connection.query('SELECT amount FROM stock'))[0];
  } finally {
    await connection.end();
  }
}

async function newMariaDbUser({ port }: MariaDbServer): Promise<Entry> {
  const host = '127.0.0.1';
  const login = { host, port, user: 'root', password: 'root-password', multipleStatements: true };
  const root = await createConnection(login);
  await root.query(
    "CREATE DATABASE shop; CREATE TABLE shop.stock AS SELECT 42 AS amount; CREATE USER app@'%' IDENTIFIED BY 'first-password'; GRANT SELECT ON shop.* TO app@'%'",
  );
  await root.end();
  return { engine: 'mariadb', host, port, username: 'app', password: 'first-password' };
}

describe.skipIf(typeof mariadb === 'string')('rotation of MariaDB users (needs mariadbd)', () => {
  test(
    'check 27: MariaDB users take turns: two rotations toggle app and app_clone, and no login fails',
    TIMEOUT,
    async () => {
      if (typeof mariadb === 'string') return;
      const account = freshAccount();
      const first = await newMariaDbUser(mariadb);
      // The instance is registered: its server runs elsewhere.
      const rds = new RDSClient(server.client(account));
      const { DBInstance } = await rds.send(
        new CreateDBInstanceCommand({
          DBInstanceIdentifier: 'shop',
          DBInstanceClass: 'db.t3.micro',
          Engine: 'mariadb',
          AllocatedStorage: 20,
          MasterUsername: 'root',
          MasterUserPassword: 'root-password',
          Tags: [{ Key: 'holdfast:endpoint', Value: `127.0.0.1:${mariadb.port}` }],
        }),
      );
      expect(DBInstance?.Endpoint).toEqual({ Address: '127.0.0.1', Port: mariadb.port });
      const master = await RotatedSecret.make(server, account, 'root', {
        ...first,
        username: 'root',
        password: 'root-password',
      });
      const entry = { ...first, masterarn: master.arn };
      const secret = await RotatedSecret.make(server, account, 'app', entry);
      const client = keepAsking(secret, amountIn);
      await secret.rotate(await deployRotation(server, account, 'mysql', 'alternatingUsers'));
      expect((await secret.read()).username).toBe('app_clone');
      expect(await amountIn(first)).toEqual([{ amount: 42 }]);
      // Who holds a password for longer than two rotations is late.
      await expect.poll(client.user, { timeout: 10_000 }).toBe('app_clone');
      await secret.rotate();
      const third = await secret.read();
      expect(third.username).toBe('app');
      expect(await amountIn(third)).toEqual([{ amount: 42 }]);
      const { failures, count } = await client.stop();
      expect(failures).toEqual([]);
      expect(count).toBeGreaterThan(5);
      await expect(amountIn(first)).rejects.toThrow('Access denied');
    },
  );
});
