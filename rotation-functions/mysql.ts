// Rotation of MySQL and MariaDB users' passwords. Handlers: mysql.singleUser, mysql.alternatingUsers.
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { ALTERNATING_USERS, type Database, rotationOf, SINGLE_USER } from './rotation.ts';
import type { Credentials } from './secrets-manager.ts';

const PORT = 3_306;
const TIMEOUT_MS = 5_000;
const REFUSED: ReadonlySet<string> = new Set(['ER_ACCESS_DENIED_ERROR']);

const database: Database = {
  enter: async (credentials) => {
    const connection = await connected(credentials);
    if (connection === undefined) return undefined;
    return {
      setOwnPassword: async (password) =>
        void (await connection.query('ALTER USER CURRENT_USER() IDENTIFIED BY ?', [password])),
      makeCopy: (original, copy, password) => makeCopy(connection, original, copy, password),
      end: () => connection.end(),
    };
  },
};

async function connected(credentials: Credentials): Promise<Connection | undefined> {
  const { host, username: user, password, port = PORT, dbname, ssl } = credentials;
  const authority = process.env['DATABASE_AUTHORITY'];
  const trust = authority === undefined ? {} : { ca: authority };
  try {
    return await createConnection({
      host,
      user,
      password,
      port: Number(port),
      connectTimeout: TIMEOUT_MS,
      ...(dbname === undefined ? {} : { database: dbname }),
      ...(String(ssl) === 'true' ? { ssl: trust } : {}),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (REFUSED.has(code)) return undefined;
    throw error;
  }
}

/** A user is a name and the hosts it comes from: the copy comes from the same. */
async function makeCopy(
  connection: Connection,
  original: string,
  copy: string,
  password: string,
): Promise<void> {
  const hosts = await column(connection, 'SELECT Host FROM mysql.user WHERE User = ?', [original]);
  for (const host of hosts) {
    await connection.query('CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ?', [copy, host, password]);
    await connection.query('ALTER USER ?@? IDENTIFIED BY ?', [copy, host, password]);
    for (const grant of await column(connection, 'SHOW GRANTS FOR ?@?', [original, host])) {
      await connection.query(`${copied(grant)} TO ?@?${optionOf(grant)}`, [copy, host]);
    }
  }
}

const OPTION = ' WITH GRANT OPTION';

/** `GRANT SELECT ON app.*` of a line that goes on with the user it is for. */
function copied(grant: string): string {
  return grant.slice(0, grant.lastIndexOf(' TO '));
}

function optionOf(grant: string): string {
  return grant.endsWith(OPTION) ? OPTION : '';
}

async function column(
  connection: Connection,
  query: string,
  values: readonly string[],
): Promise<readonly string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(query, [...values]);
  return rows.map((row) => String(Object.values(row)[0]));
}

export const singleUser = rotationOf(database, SINGLE_USER);
export const alternatingUsers = rotationOf(database, ALTERNATING_USERS);
