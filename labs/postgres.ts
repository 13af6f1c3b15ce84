import { DescribeDBEngineVersionsCommand, type RDSClient } from '@aws-sdk/client-rds';
import pg from 'pg';

/** How a database is entered. */
export interface Entry {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
}

/** Whether this machine has a PostgreSQL that RDS can run. */
export async function hasPostgres(rds: RDSClient): Promise<boolean> {
  const { DBEngineVersions = [] } = await rds.send(new DescribeDBEngineVersionsCommand({}));
  return DBEngineVersions.length > 0;
}

/** One query in a session of its own; gives its rows. */
export async function ask(
  { host, port, username: user, password }: Entry,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ host, port, user, password, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}
