// Rotation of PostgreSQL users' passwords. Handlers: postgres.singleUser, postgres.alternatingUsers.
import pg from 'pg';
import { ALTERNATING_USERS, type Database, rotationOf, SINGLE_USER } from './rotation.ts';
import type { Credentials } from './secrets-manager.ts';

const PORT = 5_432;
const TIMEOUT_MS = 5_000;
/** The password is wrong; the role is none. */
const REFUSED: ReadonlySet<string> = new Set(['28P01', '28000']);

const database: Database = {
  enter: async (credentials) => {
    const client = await connected(credentials);
    if (client === undefined) return undefined;
    const run = async (statement: string) => void (await client.query(statement));
    return {
      setOwnPassword: (password) =>
        run(
          `ALTER USER ${named(credentials.username)} WITH PASSWORD ${pg.escapeLiteral(password)}`,
        ),
      makeCopy: async (original, copy, password) => {
        const secret = pg.escapeLiteral(password);
        const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [
          copy,
        ]);
        if (rowCount !== 0) return run(`ALTER USER ${named(copy)} WITH PASSWORD ${secret}`);
        await run(`CREATE ROLE ${named(copy)} WITH LOGIN PASSWORD ${secret}`);
        await run(`GRANT ${named(original)} TO ${named(copy)}`);
      },
      end: () => client.end(),
    };
  },
};

async function connected(credentials: Credentials): Promise<pg.Client | undefined> {
  const { host, username: user, password, port = PORT, dbname = 'postgres', ssl } = credentials;
  const authority = process.env['DATABASE_AUTHORITY'];
  const trust = authority === undefined ? {} : { ca: authority };
  const client = new pg.Client({
    host,
    user,
    password,
    port: Number(port),
    database: dbname,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    ...(String(ssl) === 'true' ? { ssl: trust } : {}),
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (error instanceof pg.DatabaseError && REFUSED.has(error.code ?? '')) return undefined;
    throw error;
  }
}

const named = pg.escapeIdentifier;

export const singleUser = rotationOf(database, SINGLE_USER);
export const alternatingUsers = rotationOf(database, ALTERNATING_USERS);
