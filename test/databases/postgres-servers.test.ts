import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCertificate } from '../../src/crypto/server-certificate.ts';
import { scramVerifier } from '../../src/crypto/scram.ts';
import { PostgresServers } from '../../src/databases/postgres-servers.ts';

const admin = { name: 'rdsadmin', password: 'admin-secret' };
/** Servers start while the machine does other things too. */
const TIMEOUT = { timeout: 240_000 };
const SALT = Buffer.alloc(16, 7);
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
  });
}

function master(password: string) {
  return { name: 'chief', verifier: scramVerifier(password, SALT) };
}

async function ask(port: number, password: string, query: string, options: pg.ClientConfig = {}) {
  const login = { host: '127.0.0.1', port, user: 'chief', password, database: 'orders' };
  const client = new pg.Client({ ...login, ...options });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

const [version] = await new PostgresServers({
  directory: '/nowhere',
  certificate: () => Promise.reject(new Error('not asked for')),
  sync: false,
  judge: () => Promise.resolve(false),
  onFault: () => undefined,
}).versions();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-databases-'));
  servers = open();
});

afterAll(async () => {
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

async function made(id: string): Promise<number> {
  const port = (await servers.freePort()) ?? 0;
  await servers.create(id, { version: version ?? '', port, admin });
  await servers.setUp(id, admin, master('first-password'), 'orders');
  return port;
}

describe.skipIf(version === undefined)(
  'database servers (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('create: a server whose master user logs in over TLS, and is no superuser', async () => {
      const port = await made('db-A');
      const authority = await readFile(join(folder, 'tls', 'authority.pem'), 'utf8');
      const rows = await ask(
        port,
        'first-password',
        'SELECT ssl, rolsuper, rolcreaterole FROM pg_stat_ssl, pg_roles WHERE pid = pg_backend_pid() AND rolname = current_user',
        { ssl: { ca: authority } },
      );
      expect(rows).toEqual([{ ssl: true, rolsuper: false, rolcreaterole: true }]);
      await expect(ask(port, 'wrong', 'SELECT 1')).rejects.toThrow(
        'password authentication failed for user "chief"',
      );
      await expect(ask(port, 'first-password', "COPY (SELECT 1) TO PROGRAM 'id'")).rejects.toThrow(
        'permission denied',
      );
    });

    test('setPassword: new sessions need the new one, an open session goes on', async () => {
      const port = await made('db-B');
      const login = { host: '127.0.0.1', port, user: 'chief', database: 'orders' };
      const session = new pg.Client({ ...login, password: 'first-password' });
      await session.connect();
      await servers.setPassword('db-B', admin, master('second-password'));
      expect((await session.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
      await session.end();
      await expect(ask(port, 'first-password', 'SELECT 1')).rejects.toThrow('password');
      expect(await ask(port, 'second-password', 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
    });

    test('stop, start, restart: what was stored is there again', async () => {
      const port = await made('db-C');
      await ask(port, 'first-password', 'CREATE TABLE kept AS SELECT 42 AS answer');
      await servers.stop('db-C');
      await expect(ask(port, 'first-password', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
      await servers.start('db-C');
      await servers.restart('db-C');
      expect(await ask(port, 'first-password', 'SELECT answer FROM kept')).toEqual([
        { answer: 42 },
      ]);
    });

    test('resume: those that were running run again, and a stopped one stays stopped', async () => {
      const running = await made('db-D');
      const stopped = await made('db-E');
      await servers.stop('db-E');
      await servers.close();
      await expect(ask(running, 'first-password', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
      servers = open();
      await servers.resume();
      expect(await ask(running, 'first-password', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await expect(ask(stopped, 'first-password', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    });

    test('resume: a server that a killed Holdfast left running is stopped and replaced', async () => {
      const port = await made('db-F');
      await servers.close();
      const place = join(folder, 'databases', 'db-F');
      const bin = await programFolder();
      const owner = await import('../../src/databases/owner.ts').then((own) => own.databaseOwner());
      const { uid, gid } = owner;
      const orphan = spawn(
        join(bin, 'postgres'),
        ['-D', join(place, 'data'), '-p', `${port}`, '-k', ''],
        {
          cwd: place,
          stdio: 'ignore',
          ...(uid === undefined || gid === undefined ? {} : { uid, gid }),
        },
      );
      const ended = new Promise((resolve) => orphan.once('exit', resolve));
      await expect
        .poll(() => ask(port, 'first-password', 'SELECT 1 AS one').catch(() => []), {
          timeout: 90_000,
        })
        .toEqual([{ one: 1 }]);
      servers = open();
      await servers.resume();
      await ended;
      expect(await ask(port, 'first-password', 'SELECT 3 AS three')).toEqual([{ three: 3 }]);
    });

    test('remove: the server and its files are gone', async () => {
      const port = await made('db-G');
      await servers.remove('db-G');
      await servers.remove('db-G');
      await expect(ask(port, 'first-password', 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
      await expect(readFile(join(folder, 'databases', 'db-G', 'server.json'))).rejects.toThrow(
        'ENOENT',
      );
    });

    test('a server that is killed by itself is started again', async () => {
      const port = await made('db-H');
      const pidFile = join(folder, 'databases', 'db-H', 'data', 'postmaster.pid');
      const pid = Number((await readFile(pidFile, 'utf8')).split('\n')[0]);
      process.kill(pid, 'SIGINT');
      await expect
        .poll(
          async () => Number((await readFile(pidFile, 'utf8').catch(() => '0')).split('\n')[0]),
          { timeout: 90_000 },
        )
        .not.toBe(pid);
      await expect
        .poll(() => ask(port, 'first-password', 'SELECT 1 AS one').catch(() => []), {
          timeout: 90_000,
        })
        .toEqual([{ one: 1 }]);
      expect(faults).toContain('The database server db-H ended by itself.');
    });
  },
);

test('freePort: a port that is taken is not given', async () => {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  expect(await servers.freePort(port)).toBeUndefined();
  await new Promise((resolve) => holder.close(resolve));
  expect(await servers.freePort(port)).toBe(port);
});

async function programFolder(): Promise<string> {
  const { findPrograms } = await import('../../src/databases/programs.ts');
  return (await findPrograms())[0]?.folder ?? '';
}
