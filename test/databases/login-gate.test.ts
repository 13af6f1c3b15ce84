import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localCertificate } from '../../src/crypto/server-certificate.ts';
import { scramVerifier } from '../../src/crypto/scram.ts';
import { PostgresServers, type ServerLogin } from '../../src/databases/postgres-servers.ts';
import { findPrograms } from '../../src/databases/programs.ts';

const admin = { name: 'rdsadmin', password: 'admin-secret' };
const master = { name: 'chief', verifier: scramVerifier('chief-secret', Buffer.alloc(16, 7)) };
const tokens = { account: '111122223333', region: 'us-east-1', master: 'chief' };
const TIMEOUT = { timeout: 240_000 };
const [programs] = await findPrograms();
const version = programs?.version ?? '';

const judged: ServerLogin[] = [];
let folder = '';
let servers: PostgresServers;
let port = 0;

function open(): PostgresServers {
  return new PostgresServers({
    directory: join(folder, 'databases'),
    certificate: () => localCertificate(join(folder, 'tls'), '127.0.0.1', Date.now()),
    sync: false,
    onFault: () => undefined,
    catchUpMs: 5_000,
    judge: (login) => {
      judged.push(login);
      return Promise.resolve(login.token === 'good');
    },
  });
}

beforeAll(async () => {
  if (programs === undefined) return;
  folder = await mkdtemp(join(tmpdir(), 'holdfast-gate-'));
  servers = open();
  port = (await servers.freePort()) ?? 0;
  await servers.create('db-A', { version, port, admin, tokens });
  await servers.setUp('db-A', admin, master);
  await ask('chief', 'chief-secret', 'CREATE ROLE jane LOGIN');
  await ask('chief', 'chief-secret', 'GRANT rds_iam TO jane');
}, TIMEOUT.timeout);
afterAll(async () => {
  if (programs === undefined) return;
  await servers.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(user: string, password: string, text: string) {
  const login = { host: '127.0.0.1', port, user, password, database: 'postgres' };
  const client = new pg.Client({ ...login, ssl: { rejectUnauthorized: false } });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const NAME = 'SELECT current_user AS name';

/** What a connection hears until it is ended. */
function say(...parts: readonly Buffer[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
    for (const part of parts) socket.write(part);
  });
}

function message(code: number, ...texts: readonly string[]): Buffer {
  const body = Buffer.from(texts.length === 0 ? '' : `${texts.join('\0')}\0\0`);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.writeUInt32BE(code, 4);
  return Buffer.concat([head, body]);
}

const SSL = message(80_877_103);
const START = message(196_608, 'user', 'jane');

describe.skipIf(programs === undefined)(
  'the gate before a server (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('whoever is in the role is judged by the token, and by nothing else', async () => {
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
      await expect(ask('jane', 'bad', NAME)).rejects.toThrow(
        'PAM authentication failed for user "jane"',
      );
      const { account, region } = tokens;
      const login = { id: 'db-A', account, region, user: 'jane', port };
      expect(judged.slice(-2)).toEqual([
        { ...login, token: 'good' },
        { ...login, token: 'bad' },
      ]);
      const before = judged.length;
      expect(await ask('chief', 'chief-secret', NAME)).toEqual([{ name: 'chief' }]);
      await expect(ask('nobody', 'good', NAME)).rejects.toThrow('password authentication failed');
      expect(judged).toHaveLength(before);
    });

    test('what is no client is cut off, and what follows a question in the clear is not heard', async () => {
      expect(await say(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBe('');
      expect(await say(message(1))).toBe('');
      expect(await say(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0]))).toBe('');
      expect(await say(message(196_608, 'database', 'postgres'))).toBe('');
      expect(await say(Buffer.concat([SSL, START]))).toBe('');
      expect(await say(START)).toContain('no encryption');
      // The next one is served as ever.
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
    });

    test('a query is cancelled through it', async () => {
      const login = { host: '127.0.0.1', port, user: 'jane', password: 'good' };
      const ssl = { rejectUnauthorized: false };
      const client = new pg.Client({ ...login, database: 'postgres', ssl });
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const sleeping = client.query('SELECT pg_sleep(60)').catch((error: Error) => error.message);
      await ask('chief', 'chief-secret', `SELECT pg_cancel_backend(${rows[0]?.pid})`);
      expect(await sleeping).toBe('canceling statement due to user request');
      await client.end();
    });

    test('a follower hears the last word of a server behind a gate, and has a gate of its own', async () => {
      const own = (await servers.freePort()) ?? 0;
      const follower = { version, port: own, admin, tokens, source: 'db-A' };
      await servers.follow('db-B', follower);
      expect(await servers.handOver('db-A', 'db-B', admin)).toBe(true);
      await servers.promote('db-B', admin);
      port = own;
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
      await ask('chief', 'chief-secret', 'CREATE TABLE written (id int)');
    });

    test('resume, configure, restart: the gate is there again, and goes when it is told to', async () => {
      await servers.close();
      servers = open();
      await servers.resume();
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
      await servers.configure('db-B', undefined);
      await expect(ask('jane', 'good', NAME)).rejects.toThrow('password authentication failed');
      await servers.configure('db-B', tokens);
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
      await servers.restart('db-B');
      expect(await ask('jane', 'good', NAME)).toEqual([{ name: 'jane' }]);
      await servers.remove('db-B');
      expect(await readdir(join(folder, 'databases'))).not.toContain('db-B');
    });
  },
);
