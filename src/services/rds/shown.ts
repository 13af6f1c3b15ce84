import type { DBCluster, DBInstance } from '../../../models/rds/types.ts';
import { LICENSES, majorOf } from './domain/engines.ts';
import { arnOf } from './resources.ts';
import type {
  ClusterDocument,
  InstanceDocument,
  ServerFacts,
  ServerOwner,
  Status,
} from './state.ts';
import { tagListOf } from './tags.ts';

/** A server's endpoint is told once there is one. */
function hasEndpoint(status: Status): boolean {
  return status !== 'creating' && status !== 'failed';
}

/** A DB instance as it is answered; a member of a cluster has its cluster's server. */
export function shownInstance(instance: InstanceDocument, server: ServerFacts): DBInstance {
  const { scope, status, engine, tags } = instance;
  const endpoint = { Address: server.address, Port: server.port };
  return {
    DBInstanceIdentifier: instance.id,
    DBInstanceClass: instance.instanceClass,
    Engine: engine,
    EngineVersion: server.version,
    DBInstanceStatus: status,
    MasterUsername: server.masterUsername,
    ...(server.database === undefined ? {} : { DBName: server.database }),
    ...(hasEndpoint(status) ? { Endpoint: endpoint } : {}),
    ...(instance.cluster === undefined ? {} : { DBClusterIdentifier: instance.cluster }),
    AllocatedStorage: instance.allocatedGiB,
    InstanceCreateTime: new Date(instance.created),
    BackupRetentionPeriod: 0,
    DBSecurityGroups: [],
    VpcSecurityGroups: [],
    DBParameterGroups: [
      { DBParameterGroupName: parameterGroupOf(engine, server), ParameterApplyStatus: 'in-sync' },
    ],
    AvailabilityZone: `${scope.region}a`,
    PendingModifiedValues:
      status === 'resetting-master-credentials' ? { MasterUserPassword: '****' } : {},
    MultiAZ: false,
    AutoMinorVersionUpgrade: false,
    ReadReplicaDBInstanceIdentifiers: [],
    LicenseModel: LICENSES[engine],
    PubliclyAccessible: false,
    StorageType: instance.cluster === undefined ? 'gp2' : 'aurora',
    DbInstancePort: 0,
    StorageEncrypted: false,
    DbiResourceId: instance.resourceId,
    CopyTagsToSnapshot: false,
    PromotionTier: instance.promotionTier,
    DBInstanceArn: arnOf(instance),
    IAMDatabaseAuthenticationEnabled: instance.hasTokens ?? false,
    PerformanceInsightsEnabled: false,
    DeletionProtection: instance.deletionProtection,
    TagList: tagListOf(tags),
    ...shownSecret(instance),
  };
}

function shownSecret({ secret }: ServerOwner) {
  if (secret === undefined) return {};
  const { arn, keyArn, status } = secret;
  return { MasterUserSecret: { SecretArn: arn, SecretStatus: status, KmsKeyId: keyArn } };
}

/** The one parameter group that a server has: its engine's defaults. */
export function parameterGroupOf(
  engine: string,
  { version }: Pick<ServerFacts, 'version'>,
): string {
  return `default.${engine}${majorOf(version)}`;
}

export function shownCluster(
  cluster: ClusterDocument,
  members: readonly InstanceDocument[],
): DBCluster {
  const { scope, status, engine, server } = cluster;
  const endpoints = { Endpoint: server.address, ReaderEndpoint: server.address };
  const group = parameterGroupOf(engine, server);
  return {
    DBClusterIdentifier: cluster.id,
    Status: status,
    Engine: engine,
    EngineVersion: server.version,
    EngineMode: 'provisioned',
    MasterUsername: server.masterUsername,
    ...(server.database === undefined ? {} : { DatabaseName: server.database }),
    ...(hasEndpoint(status) ? endpoints : {}),
    Port: server.port,
    AllocatedStorage: 1,
    AvailabilityZones: [`${scope.region}a`],
    DBClusterParameterGroup: group,
    MultiAZ: false,
    ReadReplicaIdentifiers: [],
    DBClusterMembers: members.map((member, index) => ({
      DBInstanceIdentifier: member.id,
      IsClusterWriter: index === 0 && cluster.source === undefined,
      DBClusterParameterGroupStatus: 'in-sync',
      PromotionTier: member.promotionTier,
    })),
    VpcSecurityGroups: [],
    StorageEncrypted: false,
    DbClusterResourceId: cluster.resourceId,
    DBClusterArn: arnOf(cluster),
    AssociatedRoles: [],
    IAMDatabaseAuthenticationEnabled: cluster.hasTokens ?? false,
    ClusterCreateTime: new Date(cluster.created),
    HttpEndpointEnabled: false,
    CopyTagsToSnapshot: false,
    CrossAccountClone: false,
    DeletionProtection: cluster.deletionProtection,
    ...(cluster.global === undefined ? {} : { GlobalClusterIdentifier: cluster.global }),
    TagList: tagListOf(cluster.tags),
    ...shownSecret(cluster),
  };
}
