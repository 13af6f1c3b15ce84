import { type DBCluster, DescribeDBClustersCommand, type RDSClient } from '@aws-sdk/client-rds';
import { expect } from 'vitest';

/** Waits until the cluster has the status; gives it as it is then. */
export async function clusterWhen(
  rds: RDSClient,
  DBClusterIdentifier: string,
  status: string,
): Promise<DBCluster> {
  let found: DBCluster = {};
  const describe = async () => {
    const answer = await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
    found = answer.DBClusters?.[0] ?? {};
    return found.Status;
  };
  await expect.poll(describe, { timeout: 60_000, interval: 100 }).toBe(status);
  return found;
}
