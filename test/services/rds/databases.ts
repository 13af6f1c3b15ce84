import { type DBInstance, DescribeDBInstancesCommand, type RDSClient } from '@aws-sdk/client-rds';
import pg from 'pg';
import { expect } from 'vitest';
import { findPrograms } from '../../../src/databases/programs.ts';
import type { DatabaseServers } from '../../../src/services/rds/servers.ts';

/** Why tests with a real server can't run here; undefined when they can. */
export const lacksPostgres =
  (await findPrograms()).length === 0 ? 'there is no PostgreSQL' : undefined;

const nothing = () => Promise.resolve();

/** A machine without PostgreSQL. */
export const noDatabases: DatabaseServers = {
  versions: () => Promise.resolve([]),
  freePort: () => Promise.resolve(undefined),
  create: nothing,
  follow: nothing,
  configure: nothing,
  promote: nothing,
  forget: nothing,
  handOver: () => Promise.resolve(false),
  start: nothing,
  stop: nothing,
  restart: nothing,
  remove: nothing,
  setUp: nothing,
  setPassword: nothing,
  logIn: nothing,
};

export const POSTGRES = {
  Engine: 'postgres',
  DBInstanceClass: 'db.t3.micro',
  AllocatedStorage: 20,
  MasterUsername: 'chief',
  MasterUserPassword: 'correct-horse',
} as const;

/** Waits until the instance has the status; gives it as it is then. */
export async function instanceWhen(
  rds: RDSClient,
  DBInstanceIdentifier: string,
  status: string,
): Promise<DBInstance> {
  let found: DBInstance = {};
  const describe = async () => {
    const answer = await rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier }));
    found = answer.DBInstances?.[0] ?? {};
    return found.DBInstanceStatus;
  };
  await expect.poll(describe, { timeout: 60_000, interval: 100 }).toBe(status);
  return found;
}

/** Rows of one query, in a session of its own. */
export async function query(
  port: number | undefined,
  password: string,
  text: string,
  more: pg.ClientConfig = {},
): Promise<readonly Record<string, unknown>[]> {
  const login = { host: '127.0.0.1', port: port ?? 0, user: 'chief', password };
  const client = new pg.Client({ ...login, database: 'postgres', ...more });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
