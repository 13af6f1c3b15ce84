import { TOKEN_ROLE } from './server-settings.ts';
import type { SqlSession } from './sql-session.ts';

/** The first user of a customer's database server. */
export interface MasterUser {
  readonly name: string;
  /** The server's form of the password; see `scramVerifier`. */
  readonly verifier: string;
}

/** What RDS lets its customers' first users do that is not a superuser's alone. */
const RDS_SUPERUSER_GRANTS = ['pg_monitor', 'pg_signal_backend'];

/** Gives a new server its master user and its database. May be done again. */
export async function setUpMaster(
  session: SqlSession,
  master: MasterUser,
  database: string | undefined,
): Promise<void> {
  if (!(await roleExists(session, 'rds_superuser'))) {
    await session.run('CREATE ROLE rds_superuser NOLOGIN');
  }
  for (const role of RDS_SUPERUSER_GRANTS) {
    await session.run(`GRANT ${role} TO rds_superuser WITH ADMIN OPTION`);
  }
  if (!(await roleExists(session, TOKEN_ROLE))) {
    await session.run(`CREATE ROLE ${TOKEN_ROLE} NOLOGIN`);
  }
  if (!(await roleExists(session, master.name))) {
    await session.run(`CREATE ROLE ${name(master.name)} LOGIN CREATEDB CREATEROLE`);
  }
  await session.run(`GRANT rds_superuser TO ${name(master.name)} WITH ADMIN OPTION`);
  await session.run(`GRANT ${TOKEN_ROLE} TO ${name(master.name)} WITH ADMIN OPTION`);
  await setMasterPassword(session, master);
  await session.run(`ALTER DATABASE postgres OWNER TO ${name(master.name)}`);
  if (database === undefined) return;
  const exists = await session.holds('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (!exists) {
    await session.run(`CREATE DATABASE ${name(database)} OWNER ${name(master.name)}`);
  }
}

/** New sessions need the new password; those that are open go on. */
export function setMasterPassword(session: SqlSession, master: MasterUser): Promise<void> {
  return session.run(`ALTER ROLE ${name(master.name)} PASSWORD ${text(master.verifier)}`);
}

function roleExists(session: SqlSession, role: string): Promise<boolean> {
  return session.holds('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
}

function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** Of a text without backslashes. */
function text(literal: string): string {
  return `'${literal.replaceAll("'", "''")}'`;
}
