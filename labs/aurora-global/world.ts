import {
  CreateDBClusterCommand,
  CreateGlobalClusterCommand,
  DescribeDBClustersCommand,
  DescribeGlobalClustersCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import type { Entry } from '../postgres.ts';

export const HOME = 'us-east-1';
export const AWAY = 'eu-west-1';
export const GLOBAL = 'ledger';
const MASTER = { username: 'chief', password: 'correct-horse-battery' };
const ENGINE = 'aurora-postgresql';

const PAUSE_MS = 100;
const PAUSES_MAX = 600;

/** A cluster of the global database: who asks it, and how it is named. */
export interface Member {
  readonly rds: RDSClient;
  readonly entry: Entry;
  readonly arn: string;
}

export interface World {
  readonly home: Member;
  readonly away: Member;
}

export function rdsOf(server: DevServer, region: string): RDSClient {
  return new RDSClient(server.root(ACCOUNT, region));
}

/** Waits until something is so. Errors: it did not become so in a minute. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let pause = 0; pause < PAUSES_MAX; pause += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('it did not come about in time');
}

/** A primary in one Region and a secondary in another. */
export async function makeWorld(server: DevServer): Promise<World> {
  const [home, away] = [rdsOf(server, HOME), rdsOf(server, AWAY)];
  const GlobalClusterIdentifier = GLOBAL;
  await home.send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier, Engine: ENGINE }));
  const common = { GlobalClusterIdentifier, Engine: ENGINE };
  await home.send(
    new CreateDBClusterCommand({
      ...common,
      DBClusterIdentifier: 'home',
      MasterUsername: MASTER.username,
      MasterUserPassword: MASTER.password,
    }),
  );
  const primary = await member(home, 'home');
  await away.send(new CreateDBClusterCommand({ ...common, DBClusterIdentifier: 'away' }));
  return { home: primary, away: await member(away, 'away') };
}

async function member(rds: RDSClient, DBClusterIdentifier: string): Promise<Member> {
  await whenAvailable(rds, DBClusterIdentifier);
  const answer = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
  const {
    Endpoint: host = '',
    Port: port = 0,
    DBClusterArn: arn = '',
  } = answer.DBClusters?.[0] ?? {};
  return { rds, entry: { host, port, ...MASTER }, arn };
}

async function whenAvailable(rds: RDSClient, DBClusterIdentifier: string): Promise<void> {
  await until(async () => {
    const answer = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    return answer.DBClusters?.[0]?.Status === 'available';
  });
}

/** Waits until no change is under way any more; gives the writer's ARN. */
export async function settledWriter({ home, away }: World): Promise<string> {
  let writer = '';
  await until(async () => {
    const { GlobalClusters } = await away.rds.send(
      new DescribeGlobalClustersCommand({ GlobalClusterIdentifier: GLOBAL }),
    );
    const members = GlobalClusters?.[0]?.GlobalClusterMembers ?? [];
    writer = members.find(({ IsWriter }) => IsWriter === true)?.DBClusterArn ?? '';
    return GlobalClusters?.[0]?.Status === 'available';
  });
  await whenAvailable(home.rds, 'home');
  await whenAvailable(away.rds, 'away');
  return writer;
}
