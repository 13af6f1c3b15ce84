import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCertificate } from '../../src/crypto/server-certificate.ts';
import { scramVerifier } from '../../src/crypto/scram.ts';
import { PostgresServers } from '../../src/databases/postgres-servers.ts';
import { findPrograms } from '../../src/databases/programs.ts';

const admin = { name: 'rdsadmin', password: 'admin-secret' };
const master = { name: 'chief', verifier: scramVerifier('chief-secret', Buffer.alloc(16, 7)) };
const TIMEOUT = { timeout: 240_000 };
const WAIT = { timeout: 30_000, interval: 50 };
const [programs] = await findPrograms();
const version = programs?.version ?? '';

const faults: string[] = [];
let folder = '';
let servers: PostgresServers;

function open(): PostgresServers {
  return new PostgresServers({
    directory: join(folder, 'databases'),
    certificate: () => localCertificate(join(folder, 'tls'), '127.0.0.1', Date.now()),
    sync: false,
    judge: () => Promise.resolve(false),
    onFault: (message) => faults.push(message),
    catchUpMs: 3_000,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-followers-'));
  servers = open();
});
afterAll(async () => {
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(port: number, query: string) {
  const login = { host: '127.0.0.1', port, user: 'chief', password: 'chief-secret' };
  const client = new pg.Client({ ...login, database: 'orders' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

async function made(id: string): Promise<number> {
  const port = (await servers.freePort()) ?? 0;
  await servers.create(id, { version, port, admin });
  await servers.setUp(id, admin, master, 'orders');
  return port;
}

async function following(id: string, source: string): Promise<number> {
  const port = (await servers.freePort()) ?? 0;
  await servers.follow(id, { version, port, admin, source });
  return port;
}

const COUNT = 'SELECT count(*)::int AS n FROM notes';

function countOn(port: number) {
  return expect.poll(async () => (await ask(port, COUNT))[0]?.['n'], WAIT);
}

describe.skipIf(programs === undefined)(
  'followers (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('follow: what is written to the one is read from the other, which takes no writes', async () => {
      const source = await made('cluster-A');
      await ask(source, 'CREATE TABLE notes AS SELECT * FROM generate_series(1, 10000) AS id');
      const port = await following('cluster-B', 'cluster-A');
      await countOn(port).toBe(10_000);
      await ask(source, 'INSERT INTO notes VALUES (0)');
      await countOn(port).toBe(10_001);
      await expect(ask(port, 'INSERT INTO notes VALUES (0)')).rejects.toThrow(
        'cannot execute INSERT in a read-only transaction',
      );
      // What stands in the follower's files is no superuser's password.
      const data = join(folder, 'databases', 'cluster-B', 'data');
      expect(await readFile(join(data, 'postgresql.auto.conf'), 'utf8')).not.toContain(
        admin.password,
      );
      expect(await readFile(join(data, 'postgresql.auto.conf'), 'utf8')).toContain('rdsrepladmin');
      // Again: it is left alone.
      await servers.follow('cluster-B', { version, port, admin, source: 'cluster-A' });
      await countOn(port).toBe(10_001);
    });

    test('follow: after a restart of both, in whatever order, it goes on', async () => {
      const source = await made('cluster-C');
      await ask(source, 'CREATE TABLE notes (id int)');
      const port = await following('cluster-D', 'cluster-C');
      await servers.close();
      servers = open();
      await servers.resume();
      await ask(source, 'INSERT INTO notes VALUES (1)');
      await countOn(port).toBe(1);
      await servers.restart('cluster-D');
      await ask(source, 'INSERT INTO notes VALUES (2)');
      await countOn(port).toBe(2);
    });

    test('handOver, promote: nothing that was acknowledged is lost, and the old one follows the new one', async () => {
      const old = await made('cluster-E');
      await ask(old, 'CREATE TABLE notes (id int)');
      const port = await following('cluster-F', 'cluster-E');
      let written = 0;
      let isRefused = false;
      const writing = (async () => {
        while (!isRefused) {
          try {
            await ask(old, 'INSERT INTO notes VALUES (1)');
            written += 1;
          } catch {
            isRefused = true;
          }
        }
      })();
      await expect.poll(() => written, WAIT).toBeGreaterThan(5);
      expect(await servers.handOver('cluster-E', 'cluster-F', admin)).toBe(true);
      await writing;
      await servers.promote('cluster-F', admin);
      await countOn(port).toBe(written);
      expect(await servers.handOver('cluster-E', 'cluster-F', admin)).toBe(true);
      await servers.follow('cluster-E', { version, port: old, admin, source: 'cluster-F' });
      await ask(port, 'INSERT INTO notes VALUES (1)');
      await countOn(old).toBe(written + 1);
      await expect(ask(old, 'INSERT INTO notes VALUES (1)')).rejects.toThrow('read-only');
    });

    test('handOver: a follower that is behind is not handed over to, and the server runs on', async () => {
      const source = await made('cluster-G');
      await ask(source, 'CREATE TABLE notes (id int)');
      await following('cluster-H', 'cluster-G');
      // Whoever replicates is not let in any more.
      await servers.setPassword('cluster-G', admin, {
        name: 'rdsrepladmin',
        verifier: scramVerifier('another', Buffer.alloc(16, 1)),
      });
      await servers.stop('cluster-H');
      await ask(source, 'INSERT INTO notes VALUES (1)');
      await servers.start('cluster-H');
      expect(await servers.handOver('cluster-G', 'cluster-H', admin)).toBe(false);
      await ask(source, 'INSERT INTO notes VALUES (2)');
    });

    test('forget: nothing is kept for a follower that is none any more', async () => {
      const source = await made('cluster-I');
      await following('cluster-J', 'cluster-I');
      const slots = 'SELECT slot_name FROM pg_replication_slots';
      expect(await ask(source, slots)).toEqual([{ slot_name: 'cluster_j' }]);
      await expect(servers.forget('cluster-I', admin, 'cluster-J')).rejects.toThrow('is active');
      await servers.promote('cluster-J', admin);
      await expect
        .poll(() => servers.forget('cluster-I', admin, 'cluster-J').then(() => true, String), WAIT)
        .toBe(true);
      expect(await ask(source, slots)).toEqual([]);
      await servers.forget('cluster-I', admin, 'cluster-J');
      expect(faults).toEqual([]);
    });
  },
);
