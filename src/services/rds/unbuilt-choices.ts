import type { CreateDBClusterMessage, CreateDBInstanceMessage } from '../../../models/rds/types.ts';
import { unbuilt } from './errors.ts';

type Given = Partial<CreateDBInstanceMessage & CreateDBClusterMessage>;

interface Choice {
  readonly isMade: (input: Given) => boolean;
  /** Completes "is not implemented for …". */
  readonly what: string;
}

function choice(what: string, isMade: Choice['isMade']): Choice {
  return { isMade, what };
}

const isLong = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > 0;

/** What would promise something that is not so. */
const CHOICES: readonly Choice[] = [
  choice(
    'StorageEncrypted=true and KmsKeyId: the data directory is not encrypted',
    ({ StorageEncrypted, KmsKeyId }) => StorageEncrypted === true || KmsKeyId !== undefined,
  ),
  choice(
    'MasterUserAuthenticationType=iam-db-auth: the master user has a password',
    ({ MasterUserAuthenticationType: type }) => type === 'iam-db-auth',
  ),
  choice('MultiAZ=true: there is one machine', ({ MultiAZ }) => MultiAZ === true),
  choice(
    'PubliclyAccessible=true: servers listen on the loopback address alone',
    ({ PubliclyAccessible }) => PubliclyAccessible === true,
  ),
  choice(
    'security groups, which would filter nothing here',
    ({ VpcSecurityGroupIds, DBSecurityGroups }) =>
      isLong(VpcSecurityGroupIds) || isLong(DBSecurityGroups),
  ),
  choice(
    'Active Directory',
    ({ Domain, DomainFqdn, DomainOu, DomainAuthSecretArn, DomainDnsIps }) =>
      isLong([Domain, DomainFqdn, DomainOu, DomainAuthSecretArn].filter(Boolean)) ||
      isLong(DomainDnsIps),
  ),
  choice(
    'monitoring and insights, which are not gathered',
    (input) =>
      (input.MonitoringInterval ?? 0) > 0 ||
      input.EnablePerformanceInsights === true ||
      input.DatabaseInsightsMode === 'advanced',
  ),
  choice('logs in CloudWatch Logs', (input) => isLong(input.EnableCloudwatchLogsExports)),
  choice('option groups', ({ OptionGroupName }) => OptionGroupName !== undefined),
  choice('EnableHttpEndpoint=true', ({ EnableHttpEndpoint }) => EnableHttpEndpoint === true),
  choice(
    'replication from another cluster',
    ({ ReplicationSourceIdentifier }) => ReplicationSourceIdentifier !== undefined,
  ),
  choice(
    'EnableGlobalWriteForwarding=true',
    ({ EnableGlobalWriteForwarding }) => EnableGlobalWriteForwarding === true,
  ),
  choice(
    'EngineMode other than provisioned',
    ({ EngineMode }) => EngineMode !== undefined && EngineMode !== 'provisioned',
  ),
];

/** Errors: a 501 that names the first choice of a request which is not built. */
export function requireBuilt(operation: string, input: object): void {
  const made = CHOICES.find(({ isMade }) => isMade(input));
  if (made !== undefined) throw unbuilt(operation, made.what);
}
