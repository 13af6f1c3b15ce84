// Generated from the API model of RDS; see scripts/generate-models.

export interface AccountAttributesMessage {
  readonly AccountQuotas?: readonly (AccountQuota)[] | undefined;
}
export interface AccountQuota {
  readonly AccountQuotaName?: string | undefined;
  readonly Used?: number | undefined;
  readonly Max?: number | undefined;
}
export type ActivityStreamMode = "sync" | "async";
export type ActivityStreamPolicyStatus = "locked" | "unlocked" | "locking-policy" | "unlocking-policy";
export type ActivityStreamStatus = "stopped" | "starting" | "started" | "stopping";
export interface AddRoleToDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly RoleArn: string;
  readonly FeatureName?: string | undefined;
}
export interface AddRoleToDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly RoleArn: string;
  readonly FeatureName: string;
}
export interface AddSourceIdentifierToSubscriptionMessage {
  readonly SubscriptionName: string;
  readonly SourceIdentifier: string;
}
export interface AddSourceIdentifierToSubscriptionResult {
  readonly EventSubscription?: EventSubscription | undefined;
}
export interface AddTagsToResourceMessage {
  readonly ResourceName: string;
  readonly Tags: readonly (Tag)[];
}
export interface AdditionalStorageVolume {
  readonly VolumeName: string;
  readonly AllocatedStorage?: number | undefined;
  readonly IOPS?: number | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly StorageType?: string | undefined;
}
export interface AdditionalStorageVolumeOutput {
  readonly VolumeName?: string | undefined;
  readonly StorageVolumeStatus?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly IOPS?: number | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly StorageType?: string | undefined;
}
export type ApplyMethod = "immediate" | "pending-reboot";
export interface ApplyPendingMaintenanceActionMessage {
  readonly ResourceIdentifier: string;
  readonly ApplyAction: string;
  readonly OptInType: string;
}
export interface ApplyPendingMaintenanceActionResult {
  readonly ResourcePendingMaintenanceActions?: ResourcePendingMaintenanceActions | undefined;
}
export type AuditPolicyState = "locked" | "unlocked";
export type AuthScheme = "SECRETS";
export interface AuthorizeDBSecurityGroupIngressMessage {
  readonly DBSecurityGroupName: string;
  readonly CIDRIP?: string | undefined;
  readonly EC2SecurityGroupName?: string | undefined;
  readonly EC2SecurityGroupId?: string | undefined;
  readonly EC2SecurityGroupOwnerId?: string | undefined;
}
export interface AuthorizeDBSecurityGroupIngressResult {
  readonly DBSecurityGroup?: DBSecurityGroup | undefined;
}
export type AutomationMode = "full" | "all-paused";
export interface AvailabilityZone {
  readonly Name?: string | undefined;
}
export interface AvailableAdditionalStorageVolumesOption {
  readonly SupportsStorageAutoscaling?: boolean | undefined;
  readonly SupportsStorageThroughput?: boolean | undefined;
  readonly SupportsIops?: boolean | undefined;
  readonly StorageType?: string | undefined;
  readonly MinStorageSize?: number | undefined;
  readonly MaxStorageSize?: number | undefined;
  readonly MinIops?: number | undefined;
  readonly MaxIops?: number | undefined;
  readonly MinIopsPerGib?: number | undefined;
  readonly MaxIopsPerGib?: number | undefined;
  readonly MinStorageThroughput?: number | undefined;
  readonly MaxStorageThroughput?: number | undefined;
}
export interface AvailableProcessorFeature {
  readonly Name?: string | undefined;
  readonly DefaultValue?: string | undefined;
  readonly AllowedValues?: string | undefined;
}
export interface BacktrackDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly BacktrackTo: Date;
  readonly Force?: boolean | undefined;
  readonly UseEarliestTimeOnPointInTimeUnavailable?: boolean | undefined;
}
export interface BlueGreenDeployment {
  readonly BlueGreenDeploymentIdentifier?: string | undefined;
  readonly BlueGreenDeploymentName?: string | undefined;
  readonly Source?: string | undefined;
  readonly Target?: string | undefined;
  readonly SwitchoverDetails?: readonly (SwitchoverDetail)[] | undefined;
  readonly Tasks?: readonly (BlueGreenDeploymentTask)[] | undefined;
  readonly Status?: string | undefined;
  readonly StatusDetails?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly DeleteTime?: Date | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface BlueGreenDeploymentTask {
  readonly Name?: string | undefined;
  readonly Status?: string | undefined;
}
export interface CancelExportTaskMessage {
  readonly ExportTaskIdentifier: string;
}
export interface Certificate {
  readonly CertificateIdentifier?: string | undefined;
  readonly CertificateType?: string | undefined;
  readonly Thumbprint?: string | undefined;
  readonly ValidFrom?: Date | undefined;
  readonly ValidTill?: Date | undefined;
  readonly CertificateArn?: string | undefined;
  readonly CustomerOverride?: boolean | undefined;
  readonly CustomerOverrideValidTill?: Date | undefined;
}
export interface CertificateDetails {
  readonly CAIdentifier?: string | undefined;
  readonly ValidTill?: Date | undefined;
}
export interface CertificateMessage {
  readonly DefaultCertificateForNewLaunches?: string | undefined;
  readonly Certificates?: readonly (Certificate)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface CharacterSet {
  readonly CharacterSetName?: string | undefined;
  readonly CharacterSetDescription?: string | undefined;
}
export type ClientPasswordAuthType = "MYSQL_NATIVE_PASSWORD" | "MYSQL_CACHING_SHA2_PASSWORD" | "POSTGRES_SCRAM_SHA_256" | "POSTGRES_MD5" | "SQL_SERVER_AUTHENTICATION";
export interface CloudwatchLogsExportConfiguration {
  readonly EnableLogTypes?: readonly (string)[] | undefined;
  readonly DisableLogTypes?: readonly (string)[] | undefined;
}
export interface ClusterPendingModifiedValues {
  readonly PendingCloudwatchLogsExports?: PendingCloudwatchLogsExports | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly StorageType?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly RdsCustomClusterConfiguration?: RdsCustomClusterConfiguration | undefined;
  readonly Iops?: number | undefined;
  readonly CertificateDetails?: CertificateDetails | undefined;
}
export type ClusterScalabilityType = "standard" | "limitless";
export interface ConnectionPoolConfiguration {
  readonly MaxConnectionsPercent?: number | undefined;
  readonly MaxIdleConnectionsPercent?: number | undefined;
  readonly ConnectionBorrowTimeout?: number | undefined;
  readonly SessionPinningFilters?: readonly (string)[] | undefined;
  readonly InitQuery?: string | undefined;
}
export interface ConnectionPoolConfigurationInfo {
  readonly MaxConnectionsPercent?: number | undefined;
  readonly MaxIdleConnectionsPercent?: number | undefined;
  readonly ConnectionBorrowTimeout?: number | undefined;
  readonly SessionPinningFilters?: readonly (string)[] | undefined;
  readonly InitQuery?: string | undefined;
}
export interface ContextAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface CopyDBClusterParameterGroupMessage {
  readonly SourceDBClusterParameterGroupIdentifier: string;
  readonly TargetDBClusterParameterGroupIdentifier: string;
  readonly TargetDBClusterParameterGroupDescription: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CopyDBClusterParameterGroupResult {
  readonly DBClusterParameterGroup?: DBClusterParameterGroup | undefined;
}
export interface CopyDBClusterSnapshotMessage {
  readonly SourceDBClusterSnapshotIdentifier: string;
  readonly TargetDBClusterSnapshotIdentifier: string;
  readonly KmsKeyId?: string | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly CopyTags?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CopyDBClusterSnapshotResult {
  readonly DBClusterSnapshot?: DBClusterSnapshot | undefined;
}
export interface CopyDBParameterGroupMessage {
  readonly SourceDBParameterGroupIdentifier: string;
  readonly TargetDBParameterGroupIdentifier: string;
  readonly TargetDBParameterGroupDescription: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CopyDBParameterGroupResult {
  readonly DBParameterGroup?: DBParameterGroup | undefined;
}
export interface CopyDBSnapshotMessage {
  readonly SourceDBSnapshotIdentifier: string;
  readonly TargetDBSnapshotIdentifier: string;
  readonly KmsKeyId?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly CopyTags?: boolean | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly TargetCustomAvailabilityZone?: string | undefined;
  readonly SnapshotTarget?: string | undefined;
  readonly CopyOptionGroup?: boolean | undefined;
  readonly SnapshotAvailabilityZone?: string | undefined;
}
export interface CopyDBSnapshotResult {
  readonly DBSnapshot?: DBSnapshot | undefined;
}
export interface CopyOptionGroupMessage {
  readonly SourceOptionGroupIdentifier: string;
  readonly TargetOptionGroupIdentifier: string;
  readonly TargetOptionGroupDescription: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CopyOptionGroupResult {
  readonly OptionGroup?: OptionGroup | undefined;
}
export interface CreateBlueGreenDeploymentRequest {
  readonly BlueGreenDeploymentName: string;
  readonly Source: string;
  readonly TargetEngineVersion?: string | undefined;
  readonly TargetDBParameterGroupName?: string | undefined;
  readonly TargetDBClusterParameterGroupName?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly TargetDBInstanceClass?: string | undefined;
  readonly UpgradeTargetStorageConfig?: boolean | undefined;
  readonly TargetIops?: number | undefined;
  readonly TargetStorageType?: string | undefined;
  readonly TargetAllocatedStorage?: number | undefined;
  readonly TargetStorageThroughput?: number | undefined;
}
export interface CreateBlueGreenDeploymentResponse {
  readonly BlueGreenDeployment?: BlueGreenDeployment | undefined;
}
export interface CreateCustomDBEngineVersionMessage {
  readonly Engine: string;
  readonly EngineVersion: string;
  readonly DatabaseInstallationFilesS3BucketName?: string | undefined;
  readonly DatabaseInstallationFilesS3Prefix?: string | undefined;
  readonly DatabaseInstallationFiles?: readonly (string)[] | undefined;
  readonly ImageId?: string | undefined;
  readonly KMSKeyId?: string | undefined;
  readonly SourceCustomDbEngineVersionIdentifier?: string | undefined;
  readonly UseAwsProvidedLatestImage?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly Manifest?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBClusterEndpointMessage {
  readonly DBClusterIdentifier: string;
  readonly DBClusterEndpointIdentifier: string;
  readonly EndpointType: string;
  readonly StaticMembers?: readonly (string)[] | undefined;
  readonly ExcludedMembers?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBClusterMessage {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly DBClusterIdentifier: string;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly Engine: string;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly MasterUsername?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly ReplicationSourceIdentifier?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly BacktrackWindow?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly EngineMode?: string | undefined;
  readonly ScalingConfiguration?: ScalingConfiguration | undefined;
  readonly RdsCustomClusterConfiguration?: RdsCustomClusterConfiguration | undefined;
  readonly DBClusterInstanceClass?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly StorageType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly GlobalClusterIdentifier?: string | undefined;
  readonly EnableHttpEndpoint?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly EnableGlobalWriteForwarding?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfiguration | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnableLimitlessDatabase?: boolean | undefined;
  readonly ClusterScalabilityType?: ClusterScalabilityType | undefined;
  readonly DBSystemId?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly EnableLocalWriteForwarding?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly MasterUserAuthenticationType?: MasterUserAuthenticationType | undefined;
  readonly WithExpressConfiguration?: boolean | undefined;
}
export interface CreateDBClusterParameterGroupMessage {
  readonly DBClusterParameterGroupName: string;
  readonly DBParameterGroupFamily: string;
  readonly Description: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBClusterParameterGroupResult {
  readonly DBClusterParameterGroup?: DBClusterParameterGroup | undefined;
}
export interface CreateDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface CreateDBClusterSnapshotMessage {
  readonly DBClusterSnapshotIdentifier: string;
  readonly DBClusterIdentifier: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBClusterSnapshotResult {
  readonly DBClusterSnapshot?: DBClusterSnapshot | undefined;
}
export interface CreateDBInstanceMessage {
  readonly DBName?: string | undefined;
  readonly DBInstanceIdentifier: string;
  readonly AllocatedStorage?: number | undefined;
  readonly DBInstanceClass: string;
  readonly Engine: string;
  readonly MasterUsername?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly DBSecurityGroups?: readonly (string)[] | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly Port?: number | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly NcharCharacterSetName?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly TdeCredentialPassword?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Domain?: string | undefined;
  readonly DomainFqdn?: string | undefined;
  readonly DomainOu?: string | undefined;
  readonly DomainAuthSecretArn?: string | undefined;
  readonly DomainDnsIps?: readonly (string)[] | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly PromotionTier?: number | undefined;
  readonly Timezone?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly EnableCustomerOwnedIp?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly BackupTarget?: string | undefined;
  readonly CustomIamInstanceProfile?: string | undefined;
  readonly DBSystemId?: string | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly MasterUserAuthenticationType?: MasterUserAuthenticationType | undefined;
}
export interface CreateDBInstanceReadReplicaMessage {
  readonly DBInstanceIdentifier: string;
  readonly SourceDBInstanceIdentifier?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly Port?: number | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly UseDefaultProcessorFeatures?: boolean | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly DomainFqdn?: string | undefined;
  readonly DomainOu?: string | undefined;
  readonly DomainAuthSecretArn?: string | undefined;
  readonly DomainDnsIps?: readonly (string)[] | undefined;
  readonly ReplicaMode?: ReplicaMode | undefined;
  readonly EnableCustomerOwnedIp?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly BackupTarget?: string | undefined;
  readonly CustomIamInstanceProfile?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly SourceDBClusterIdentifier?: string | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly UpgradeStorageConfig?: boolean | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
}
export interface CreateDBInstanceReadReplicaResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface CreateDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface CreateDBParameterGroupMessage {
  readonly DBParameterGroupName: string;
  readonly DBParameterGroupFamily: string;
  readonly Description: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBParameterGroupResult {
  readonly DBParameterGroup?: DBParameterGroup | undefined;
}
export interface CreateDBProxyEndpointRequest {
  readonly DBProxyName: string;
  readonly DBProxyEndpointName: string;
  readonly VpcSubnetIds: readonly (string)[];
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly TargetRole?: DBProxyEndpointTargetRole | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EndpointNetworkType?: EndpointNetworkType | undefined;
}
export interface CreateDBProxyEndpointResponse {
  readonly DBProxyEndpoint?: DBProxyEndpoint | undefined;
}
export interface CreateDBProxyRequest {
  readonly DBProxyName: string;
  readonly EngineFamily: EngineFamily;
  readonly DefaultAuthScheme?: DefaultAuthScheme | undefined;
  readonly Auth?: readonly (UserAuthConfig)[] | undefined;
  readonly RoleArn: string;
  readonly VpcSubnetIds: readonly (string)[];
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly RequireTLS?: boolean | undefined;
  readonly IdleClientTimeout?: number | undefined;
  readonly DebugLogging?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EndpointNetworkType?: EndpointNetworkType | undefined;
  readonly TargetConnectionNetworkType?: TargetConnectionNetworkType | undefined;
}
export interface CreateDBProxyResponse {
  readonly DBProxy?: DBProxy | undefined;
}
export interface CreateDBSecurityGroupMessage {
  readonly DBSecurityGroupName: string;
  readonly DBSecurityGroupDescription: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBSecurityGroupResult {
  readonly DBSecurityGroup?: DBSecurityGroup | undefined;
}
export interface CreateDBShardGroupMessage {
  readonly DBShardGroupIdentifier: string;
  readonly DBClusterIdentifier: string;
  readonly ComputeRedundancy?: number | undefined;
  readonly MaxACU: number;
  readonly MinACU?: number | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBSnapshotMessage {
  readonly DBSnapshotIdentifier: string;
  readonly DBInstanceIdentifier: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBSnapshotResult {
  readonly DBSnapshot?: DBSnapshot | undefined;
}
export interface CreateDBSubnetGroupMessage {
  readonly DBSubnetGroupName: string;
  readonly DBSubnetGroupDescription: string;
  readonly SubnetIds: readonly (string)[];
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDBSubnetGroupResult {
  readonly DBSubnetGroup?: DBSubnetGroup | undefined;
}
export interface CreateEventSubscriptionMessage {
  readonly SubscriptionName: string;
  readonly SnsTopicArn: string;
  readonly SourceType?: string | undefined;
  readonly EventCategories?: readonly (string)[] | undefined;
  readonly SourceIds?: readonly (string)[] | undefined;
  readonly Enabled?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateEventSubscriptionResult {
  readonly EventSubscription?: EventSubscription | undefined;
}
export interface CreateGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
  readonly SourceDBClusterIdentifier?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly DatabaseName?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface CreateIntegrationMessage {
  readonly SourceArn: string;
  readonly TargetArn: string;
  readonly IntegrationName: string;
  readonly KMSKeyId?: string | undefined;
  readonly AdditionalEncryptionContext?: { readonly [key: string]: string } | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DataFilter?: string | undefined;
  readonly Description?: string | undefined;
}
export interface CreateOptionGroupMessage {
  readonly OptionGroupName: string;
  readonly EngineName: string;
  readonly MajorEngineVersion: string;
  readonly OptionGroupDescription: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateOptionGroupResult {
  readonly OptionGroup?: OptionGroup | undefined;
}
export interface CreateTenantDatabaseMessage {
  readonly DBInstanceIdentifier: string;
  readonly TenantDBName: string;
  readonly MasterUsername: string;
  readonly MasterUserPassword?: string | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly NcharCharacterSetName?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateTenantDatabaseResult {
  readonly TenantDatabase?: TenantDatabase | undefined;
}
export interface CustomDBEngineVersionAMI {
  readonly ImageId?: string | undefined;
  readonly Status?: string | undefined;
}
export type CustomEngineVersionStatus = "available" | "inactive" | "inactive-except-restore";
export interface DBCluster {
  readonly AllocatedStorage?: number | undefined;
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBClusterParameterGroup?: string | undefined;
  readonly DBSubnetGroup?: string | undefined;
  readonly Status?: string | undefined;
  readonly PercentProgress?: string | undefined;
  readonly EarliestRestorableTime?: Date | undefined;
  readonly Endpoint?: string | undefined;
  readonly ReaderEndpoint?: string | undefined;
  readonly CustomEndpoints?: readonly (string)[] | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LatestRestorableTime?: Date | undefined;
  readonly Port?: number | undefined;
  readonly MasterUsername?: string | undefined;
  readonly DBClusterOptionGroupMemberships?: readonly (DBClusterOptionGroupStatus)[] | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly UpgradeRolloutOrder?: UpgradeRolloutOrder | undefined;
  readonly ReplicationSourceIdentifier?: string | undefined;
  readonly ReadReplicaIdentifiers?: readonly (string)[] | undefined;
  readonly StatusInfos?: readonly (DBClusterStatusInfo)[] | undefined;
  readonly DBClusterMembers?: readonly (DBClusterMember)[] | undefined;
  readonly VpcSecurityGroups?: readonly (VpcSecurityGroupMembership)[] | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DbClusterResourceId?: string | undefined;
  readonly DBClusterArn?: string | undefined;
  readonly AssociatedRoles?: readonly (DBClusterRole)[] | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly CloneGroupId?: string | undefined;
  readonly ClusterCreateTime?: Date | undefined;
  readonly EarliestBacktrackTime?: Date | undefined;
  readonly BacktrackWindow?: number | undefined;
  readonly BacktrackConsumedChangeRecords?: number | undefined;
  readonly EnabledCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly Capacity?: number | undefined;
  readonly PendingModifiedValues?: ClusterPendingModifiedValues | undefined;
  readonly EngineMode?: string | undefined;
  readonly ScalingConfigurationInfo?: ScalingConfigurationInfo | undefined;
  readonly RdsCustomClusterConfiguration?: RdsCustomClusterConfiguration | undefined;
  readonly DBClusterInstanceClass?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly IOOptimizedNextAllowedModificationTime?: Date | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly HttpEndpointEnabled?: boolean | undefined;
  readonly ActivityStreamMode?: ActivityStreamMode | undefined;
  readonly ActivityStreamStatus?: ActivityStreamStatus | undefined;
  readonly ActivityStreamKmsKeyId?: string | undefined;
  readonly ActivityStreamKinesisStreamName?: string | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly CrossAccountClone?: boolean | undefined;
  readonly DomainMemberships?: readonly (DomainMembership)[] | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly GlobalClusterIdentifier?: string | undefined;
  readonly GlobalWriteForwardingStatus?: WriteForwardingStatus | undefined;
  readonly GlobalWriteForwardingRequested?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly AutomaticRestartTime?: Date | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfigurationInfo | undefined;
  readonly ServerlessV2PlatformVersion?: string | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly PerformanceInsightsEnabled?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly DBSystemId?: string | undefined;
  readonly MasterUserSecret?: MasterUserSecret | undefined;
  readonly LocalWriteForwardingStatus?: LocalWriteForwardingStatus | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly LimitlessDatabase?: LimitlessDatabase | undefined;
  readonly ClusterScalabilityType?: ClusterScalabilityType | undefined;
  readonly CertificateDetails?: CertificateDetails | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly VPCNetworkingEnabled?: boolean | undefined;
  readonly InternetAccessGatewayEnabled?: boolean | undefined;
}
export interface DBClusterAutomatedBackup {
  readonly Engine?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly DBClusterAutomatedBackupsArn?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly RestoreWindow?: RestoreWindow | undefined;
  readonly MasterUsername?: string | undefined;
  readonly DbClusterResourceId?: string | undefined;
  readonly Region?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Status?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly ClusterCreateTime?: Date | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DBClusterArn?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly EngineMode?: string | undefined;
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly Port?: number | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface DBClusterAutomatedBackupMessage {
  readonly Marker?: string | undefined;
  readonly DBClusterAutomatedBackups?: readonly (DBClusterAutomatedBackup)[] | undefined;
}
export interface DBClusterBacktrack {
  readonly DBClusterIdentifier?: string | undefined;
  readonly BacktrackIdentifier?: string | undefined;
  readonly BacktrackTo?: Date | undefined;
  readonly BacktrackedFrom?: Date | undefined;
  readonly BacktrackRequestCreationTime?: Date | undefined;
  readonly Status?: string | undefined;
}
export interface DBClusterBacktrackMessage {
  readonly Marker?: string | undefined;
  readonly DBClusterBacktracks?: readonly (DBClusterBacktrack)[] | undefined;
}
export interface DBClusterCapacityInfo {
  readonly DBClusterIdentifier?: string | undefined;
  readonly PendingCapacity?: number | undefined;
  readonly CurrentCapacity?: number | undefined;
  readonly SecondsBeforeTimeout?: number | undefined;
  readonly TimeoutAction?: string | undefined;
}
export interface DBClusterEndpoint {
  readonly DBClusterEndpointIdentifier?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBClusterEndpointResourceIdentifier?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly Status?: string | undefined;
  readonly EndpointType?: string | undefined;
  readonly CustomEndpointType?: string | undefined;
  readonly StaticMembers?: readonly (string)[] | undefined;
  readonly ExcludedMembers?: readonly (string)[] | undefined;
  readonly DBClusterEndpointArn?: string | undefined;
}
export interface DBClusterEndpointMessage {
  readonly Marker?: string | undefined;
  readonly DBClusterEndpoints?: readonly (DBClusterEndpoint)[] | undefined;
}
export interface DBClusterMember {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly IsClusterWriter?: boolean | undefined;
  readonly DBClusterParameterGroupStatus?: string | undefined;
  readonly PromotionTier?: number | undefined;
}
export interface DBClusterMessage {
  readonly Marker?: string | undefined;
  readonly DBClusters?: readonly (DBCluster)[] | undefined;
}
export interface DBClusterOptionGroupStatus {
  readonly DBClusterOptionGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface DBClusterParameterGroup {
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly DBParameterGroupFamily?: string | undefined;
  readonly Description?: string | undefined;
  readonly DBClusterParameterGroupArn?: string | undefined;
}
export interface DBClusterParameterGroupDetails {
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DBClusterParameterGroupNameMessage {
  readonly DBClusterParameterGroupName?: string | undefined;
}
export interface DBClusterParameterGroupsMessage {
  readonly Marker?: string | undefined;
  readonly DBClusterParameterGroups?: readonly (DBClusterParameterGroup)[] | undefined;
}
export interface DBClusterRole {
  readonly RoleArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly FeatureName?: string | undefined;
}
export interface DBClusterSnapshot {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly SnapshotCreateTime?: Date | undefined;
  readonly Engine?: string | undefined;
  readonly EngineMode?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly Status?: string | undefined;
  readonly Port?: number | undefined;
  readonly VpcId?: string | undefined;
  readonly ClusterCreateTime?: Date | undefined;
  readonly MasterUsername?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DBClusterSnapshotArn?: string | undefined;
  readonly SourceDBClusterSnapshotArn?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly DbClusterResourceId?: string | undefined;
  readonly DBSystemId?: string | undefined;
}
export interface DBClusterSnapshotAttribute {
  readonly AttributeName?: string | undefined;
  readonly AttributeValues?: readonly (string)[] | undefined;
}
export interface DBClusterSnapshotAttributesResult {
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly DBClusterSnapshotAttributes?: readonly (DBClusterSnapshotAttribute)[] | undefined;
}
export interface DBClusterSnapshotMessage {
  readonly Marker?: string | undefined;
  readonly DBClusterSnapshots?: readonly (DBClusterSnapshot)[] | undefined;
}
export interface DBClusterStatusInfo {
  readonly StatusType?: string | undefined;
  readonly Normal?: boolean | undefined;
  readonly Status?: string | undefined;
  readonly Message?: string | undefined;
}
export interface DBEngineVersion {
  readonly Engine?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DatabaseInstallationFilesS3BucketName?: string | undefined;
  readonly DatabaseInstallationFilesS3Prefix?: string | undefined;
  readonly DatabaseInstallationFiles?: readonly (string)[] | undefined;
  readonly CustomDBEngineVersionManifest?: string | undefined;
  readonly DBParameterGroupFamily?: string | undefined;
  readonly DBEngineDescription?: string | undefined;
  readonly DBEngineVersionArn?: string | undefined;
  readonly DBEngineVersionDescription?: string | undefined;
  readonly DefaultCharacterSet?: CharacterSet | undefined;
  readonly FailureReason?: string | undefined;
  readonly Image?: CustomDBEngineVersionAMI | undefined;
  readonly DBEngineMediaType?: string | undefined;
  readonly KMSKeyId?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly SupportedCharacterSets?: readonly (CharacterSet)[] | undefined;
  readonly SupportedNcharCharacterSets?: readonly (CharacterSet)[] | undefined;
  readonly ValidUpgradeTarget?: readonly (UpgradeTarget)[] | undefined;
  readonly SupportedTimezones?: readonly (Timezone)[] | undefined;
  readonly ExportableLogTypes?: readonly (string)[] | undefined;
  readonly SupportsLogExportsToCloudwatchLogs?: boolean | undefined;
  readonly SupportsReadReplica?: boolean | undefined;
  readonly SupportedEngineModes?: readonly (string)[] | undefined;
  readonly SupportedFeatureNames?: readonly (string)[] | undefined;
  readonly Status?: string | undefined;
  readonly SupportsParallelQuery?: boolean | undefined;
  readonly SupportsGlobalDatabases?: boolean | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly SupportsBabelfish?: boolean | undefined;
  readonly SupportsLimitlessDatabase?: boolean | undefined;
  readonly SupportsCertificateRotationWithoutRestart?: boolean | undefined;
  readonly SupportedCACertificateIdentifiers?: readonly (string)[] | undefined;
  readonly SupportsLocalWriteForwarding?: boolean | undefined;
  readonly SupportsIntegrations?: boolean | undefined;
  readonly ServerlessV2FeaturesSupport?: ServerlessV2FeaturesSupport | undefined;
}
export interface DBEngineVersionMessage {
  readonly Marker?: string | undefined;
  readonly DBEngineVersions?: readonly (DBEngineVersion)[] | undefined;
}
export interface DBInstance {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Engine?: string | undefined;
  readonly DBInstanceStatus?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly DBName?: string | undefined;
  readonly Endpoint?: Endpoint | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly InstanceCreateTime?: Date | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly DBSecurityGroups?: readonly (DBSecurityGroupMembership)[] | undefined;
  readonly VpcSecurityGroups?: readonly (VpcSecurityGroupMembership)[] | undefined;
  readonly DBParameterGroups?: readonly (DBParameterGroupStatus)[] | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DBSubnetGroup?: DBSubnetGroup | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly UpgradeRolloutOrder?: UpgradeRolloutOrder | undefined;
  readonly PendingModifiedValues?: PendingModifiedValues | undefined;
  readonly LatestRestorableTime?: Date | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly ReadReplicaSourceDBInstanceIdentifier?: string | undefined;
  readonly ReadReplicaDBInstanceIdentifiers?: readonly (string)[] | undefined;
  readonly ReadReplicaDBClusterIdentifiers?: readonly (string)[] | undefined;
  readonly ReplicaMode?: ReplicaMode | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupMemberships?: readonly (OptionGroupMembership)[] | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly NcharCharacterSetName?: string | undefined;
  readonly SecondaryAvailabilityZone?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly StatusInfos?: readonly (DBInstanceStatusInfo)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly DbInstancePort?: number | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly DomainMemberships?: readonly (DomainMembership)[] | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly EnhancedMonitoringResourceArn?: string | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly PromotionTier?: number | undefined;
  readonly DBInstanceArn?: string | undefined;
  readonly Timezone?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly PerformanceInsightsEnabled?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnabledCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly AssociatedRoles?: readonly (DBInstanceRole)[] | undefined;
  readonly ListenerEndpoint?: Endpoint | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly AutomationMode?: AutomationMode | undefined;
  readonly ResumeFullAutomationModeTime?: Date | undefined;
  readonly CustomerOwnedIpEnabled?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly ActivityStreamStatus?: ActivityStreamStatus | undefined;
  readonly ActivityStreamKmsKeyId?: string | undefined;
  readonly ActivityStreamKinesisStreamName?: string | undefined;
  readonly ActivityStreamMode?: ActivityStreamMode | undefined;
  readonly ActivityStreamEngineNativeAuditFieldsIncluded?: boolean | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly DBInstanceAutomatedBackupsReplications?: readonly (DBInstanceAutomatedBackupsReplication)[] | undefined;
  readonly BackupTarget?: string | undefined;
  readonly AutomaticRestartTime?: Date | undefined;
  readonly CustomIamInstanceProfile?: string | undefined;
  readonly ActivityStreamPolicyStatus?: ActivityStreamPolicyStatus | undefined;
  readonly CertificateDetails?: CertificateDetails | undefined;
  readonly DBSystemId?: string | undefined;
  readonly MasterUserSecret?: MasterUserSecret | undefined;
  readonly ReadReplicaSourceDBClusterIdentifier?: string | undefined;
  readonly PercentProgress?: string | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly IsStorageConfigUpgradeAvailable?: boolean | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolumeOutput)[] | undefined;
  readonly StorageVolumeStatus?: string | undefined;
}
export interface DBInstanceAutomatedBackup {
  readonly DBInstanceArn?: string | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly Region?: string | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly RestoreWindow?: RestoreWindow | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly Status?: string | undefined;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly InstanceCreateTime?: Date | undefined;
  readonly MasterUsername?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly StorageType?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Timezone?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly DBInstanceAutomatedBackupsArn?: string | undefined;
  readonly DBInstanceAutomatedBackupsReplications?: readonly (DBInstanceAutomatedBackupsReplication)[] | undefined;
  readonly BackupTarget?: string | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
}
export interface DBInstanceAutomatedBackupMessage {
  readonly Marker?: string | undefined;
  readonly DBInstanceAutomatedBackups?: readonly (DBInstanceAutomatedBackup)[] | undefined;
}
export interface DBInstanceAutomatedBackupsReplication {
  readonly DBInstanceAutomatedBackupsArn?: string | undefined;
}
export interface DBInstanceMessage {
  readonly Marker?: string | undefined;
  readonly DBInstances?: readonly (DBInstance)[] | undefined;
}
export interface DBInstanceRole {
  readonly RoleArn?: string | undefined;
  readonly FeatureName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface DBInstanceStatusInfo {
  readonly StatusType?: string | undefined;
  readonly Normal?: boolean | undefined;
  readonly Status?: string | undefined;
  readonly Message?: string | undefined;
}
export interface DBMajorEngineVersion {
  readonly Engine?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
  readonly SupportedEngineLifecycles?: readonly (SupportedEngineLifecycle)[] | undefined;
}
export interface DBParameterGroup {
  readonly DBParameterGroupName?: string | undefined;
  readonly DBParameterGroupFamily?: string | undefined;
  readonly Description?: string | undefined;
  readonly DBParameterGroupArn?: string | undefined;
}
export interface DBParameterGroupDetails {
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DBParameterGroupNameMessage {
  readonly DBParameterGroupName?: string | undefined;
}
export interface DBParameterGroupStatus {
  readonly DBParameterGroupName?: string | undefined;
  readonly ParameterApplyStatus?: string | undefined;
}
export interface DBParameterGroupsMessage {
  readonly Marker?: string | undefined;
  readonly DBParameterGroups?: readonly (DBParameterGroup)[] | undefined;
}
export interface DBProxy {
  readonly DBProxyName?: string | undefined;
  readonly DBProxyArn?: string | undefined;
  readonly Status?: DBProxyStatus | undefined;
  readonly EngineFamily?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly VpcSubnetIds?: readonly (string)[] | undefined;
  readonly DefaultAuthScheme?: string | undefined;
  readonly Auth?: readonly (UserAuthConfigInfo)[] | undefined;
  readonly RoleArn?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly RequireTLS?: boolean | undefined;
  readonly IdleClientTimeout?: number | undefined;
  readonly DebugLogging?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly UpdatedDate?: Date | undefined;
  readonly EndpointNetworkType?: EndpointNetworkType | undefined;
  readonly TargetConnectionNetworkType?: TargetConnectionNetworkType | undefined;
}
export interface DBProxyEndpoint {
  readonly DBProxyEndpointName?: string | undefined;
  readonly DBProxyEndpointArn?: string | undefined;
  readonly DBProxyName?: string | undefined;
  readonly Status?: DBProxyEndpointStatus | undefined;
  readonly VpcId?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly VpcSubnetIds?: readonly (string)[] | undefined;
  readonly Endpoint?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly TargetRole?: DBProxyEndpointTargetRole | undefined;
  readonly IsDefault?: boolean | undefined;
  readonly EndpointNetworkType?: EndpointNetworkType | undefined;
}
export type DBProxyEndpointStatus = "available" | "modifying" | "incompatible-network" | "insufficient-resource-limits" | "creating" | "deleting";
export type DBProxyEndpointTargetRole = "READ_WRITE" | "READ_ONLY";
export type DBProxyStatus = "available" | "modifying" | "incompatible-network" | "insufficient-resource-limits" | "creating" | "deleting" | "suspended" | "suspending" | "reactivating";
export interface DBProxyTarget {
  readonly TargetArn?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly TrackedClusterId?: string | undefined;
  readonly RdsResourceId?: string | undefined;
  readonly Port?: number | undefined;
  readonly Type?: TargetType | undefined;
  readonly Role?: TargetRole | undefined;
  readonly TargetHealth?: TargetHealth | undefined;
}
export interface DBProxyTargetGroup {
  readonly DBProxyName?: string | undefined;
  readonly TargetGroupName?: string | undefined;
  readonly TargetGroupArn?: string | undefined;
  readonly IsDefault?: boolean | undefined;
  readonly Status?: string | undefined;
  readonly ConnectionPoolConfig?: ConnectionPoolConfigurationInfo | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly UpdatedDate?: Date | undefined;
}
export interface DBRecommendation {
  readonly RecommendationId?: string | undefined;
  readonly TypeId?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly UpdatedTime?: Date | undefined;
  readonly Detection?: string | undefined;
  readonly Recommendation?: string | undefined;
  readonly Description?: string | undefined;
  readonly Reason?: string | undefined;
  readonly RecommendedActions?: readonly (RecommendedAction)[] | undefined;
  readonly Category?: string | undefined;
  readonly Source?: string | undefined;
  readonly TypeDetection?: string | undefined;
  readonly TypeRecommendation?: string | undefined;
  readonly Impact?: string | undefined;
  readonly AdditionalInfo?: string | undefined;
  readonly Links?: readonly (DocLink)[] | undefined;
  readonly IssueDetails?: IssueDetails | undefined;
}
export interface DBRecommendationMessage {
  readonly DBRecommendation?: DBRecommendation | undefined;
}
export interface DBRecommendationsMessage {
  readonly DBRecommendations?: readonly (DBRecommendation)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DBSecurityGroup {
  readonly OwnerId?: string | undefined;
  readonly DBSecurityGroupName?: string | undefined;
  readonly DBSecurityGroupDescription?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly EC2SecurityGroups?: readonly (EC2SecurityGroup)[] | undefined;
  readonly IPRanges?: readonly (IPRange)[] | undefined;
  readonly DBSecurityGroupArn?: string | undefined;
}
export interface DBSecurityGroupMembership {
  readonly DBSecurityGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface DBSecurityGroupMessage {
  readonly Marker?: string | undefined;
  readonly DBSecurityGroups?: readonly (DBSecurityGroup)[] | undefined;
}
export interface DBShardGroup {
  readonly DBShardGroupResourceId?: string | undefined;
  readonly DBShardGroupIdentifier?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly MaxACU?: number | undefined;
  readonly MinACU?: number | undefined;
  readonly ComputeRedundancy?: number | undefined;
  readonly Status?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Endpoint?: string | undefined;
  readonly DBShardGroupArn?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface DBSnapshot {
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly SnapshotCreateTime?: Date | undefined;
  readonly Engine?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly Status?: string | undefined;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly InstanceCreateTime?: Date | undefined;
  readonly MasterUsername?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly SourceRegion?: string | undefined;
  readonly SourceDBSnapshotIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DBSnapshotArn?: string | undefined;
  readonly Timezone?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
  readonly SnapshotTarget?: string | undefined;
  readonly OriginalSnapshotCreateTime?: Date | undefined;
  readonly SnapshotDatabaseTime?: Date | undefined;
  readonly DBSystemId?: string | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly SnapshotAvailabilityZone?: string | undefined;
}
export interface DBSnapshotAttribute {
  readonly AttributeName?: string | undefined;
  readonly AttributeValues?: readonly (string)[] | undefined;
}
export interface DBSnapshotAttributesResult {
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly DBSnapshotAttributes?: readonly (DBSnapshotAttribute)[] | undefined;
}
export interface DBSnapshotMessage {
  readonly Marker?: string | undefined;
  readonly DBSnapshots?: readonly (DBSnapshot)[] | undefined;
}
export interface DBSnapshotTenantDatabase {
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly EngineName?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly TenantDatabaseCreateTime?: Date | undefined;
  readonly TenantDBName?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly TenantDatabaseResourceId?: string | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly DBSnapshotTenantDatabaseARN?: string | undefined;
  readonly NcharCharacterSetName?: string | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface DBSnapshotTenantDatabasesMessage {
  readonly Marker?: string | undefined;
  readonly DBSnapshotTenantDatabases?: readonly (DBSnapshotTenantDatabase)[] | undefined;
}
export interface DBSubnetGroup {
  readonly DBSubnetGroupName?: string | undefined;
  readonly DBSubnetGroupDescription?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetGroupStatus?: string | undefined;
  readonly Subnets?: readonly (Subnet)[] | undefined;
  readonly DBSubnetGroupArn?: string | undefined;
  readonly SupportedNetworkTypes?: readonly (string)[] | undefined;
}
export interface DBSubnetGroupMessage {
  readonly Marker?: string | undefined;
  readonly DBSubnetGroups?: readonly (DBSubnetGroup)[] | undefined;
}
export type DatabaseInsightsMode = "standard" | "advanced";
export type DefaultAuthScheme = "IAM_AUTH" | "NONE";
export interface DeleteBlueGreenDeploymentRequest {
  readonly BlueGreenDeploymentIdentifier: string;
  readonly DeleteTarget?: boolean | undefined;
}
export interface DeleteBlueGreenDeploymentResponse {
  readonly BlueGreenDeployment?: BlueGreenDeployment | undefined;
}
export interface DeleteCustomDBEngineVersionMessage {
  readonly Engine: string;
  readonly EngineVersion: string;
}
export interface DeleteDBClusterAutomatedBackupMessage {
  readonly DbClusterResourceId: string;
}
export interface DeleteDBClusterAutomatedBackupResult {
  readonly DBClusterAutomatedBackup?: DBClusterAutomatedBackup | undefined;
}
export interface DeleteDBClusterEndpointMessage {
  readonly DBClusterEndpointIdentifier: string;
}
export interface DeleteDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly SkipFinalSnapshot?: boolean | undefined;
  readonly FinalDBSnapshotIdentifier?: string | undefined;
  readonly DeleteAutomatedBackups?: boolean | undefined;
}
export interface DeleteDBClusterParameterGroupMessage {
  readonly DBClusterParameterGroupName: string;
}
export interface DeleteDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface DeleteDBClusterSnapshotMessage {
  readonly DBClusterSnapshotIdentifier: string;
}
export interface DeleteDBClusterSnapshotResult {
  readonly DBClusterSnapshot?: DBClusterSnapshot | undefined;
}
export interface DeleteDBInstanceAutomatedBackupMessage {
  readonly DbiResourceId?: string | undefined;
  readonly DBInstanceAutomatedBackupsArn?: string | undefined;
}
export interface DeleteDBInstanceAutomatedBackupResult {
  readonly DBInstanceAutomatedBackup?: DBInstanceAutomatedBackup | undefined;
}
export interface DeleteDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly SkipFinalSnapshot?: boolean | undefined;
  readonly FinalDBSnapshotIdentifier?: string | undefined;
  readonly DeleteAutomatedBackups?: boolean | undefined;
}
export interface DeleteDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface DeleteDBParameterGroupMessage {
  readonly DBParameterGroupName: string;
}
export interface DeleteDBProxyEndpointRequest {
  readonly DBProxyEndpointName: string;
}
export interface DeleteDBProxyEndpointResponse {
  readonly DBProxyEndpoint?: DBProxyEndpoint | undefined;
}
export interface DeleteDBProxyRequest {
  readonly DBProxyName: string;
}
export interface DeleteDBProxyResponse {
  readonly DBProxy?: DBProxy | undefined;
}
export interface DeleteDBSecurityGroupMessage {
  readonly DBSecurityGroupName: string;
}
export interface DeleteDBShardGroupMessage {
  readonly DBShardGroupIdentifier: string;
}
export interface DeleteDBSnapshotMessage {
  readonly DBSnapshotIdentifier: string;
}
export interface DeleteDBSnapshotResult {
  readonly DBSnapshot?: DBSnapshot | undefined;
}
export interface DeleteDBSubnetGroupMessage {
  readonly DBSubnetGroupName: string;
}
export interface DeleteEventSubscriptionMessage {
  readonly SubscriptionName: string;
}
export interface DeleteEventSubscriptionResult {
  readonly EventSubscription?: EventSubscription | undefined;
}
export interface DeleteGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
}
export interface DeleteGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface DeleteIntegrationMessage {
  readonly IntegrationIdentifier: string;
}
export interface DeleteOptionGroupMessage {
  readonly OptionGroupName: string;
}
export interface DeleteTenantDatabaseMessage {
  readonly DBInstanceIdentifier: string;
  readonly TenantDBName: string;
  readonly SkipFinalSnapshot?: boolean | undefined;
  readonly FinalDBSnapshotIdentifier?: string | undefined;
}
export interface DeleteTenantDatabaseResult {
  readonly TenantDatabase?: TenantDatabase | undefined;
}
export interface DeregisterDBProxyTargetsRequest {
  readonly DBProxyName: string;
  readonly TargetGroupName?: string | undefined;
  readonly DBInstanceIdentifiers?: readonly (string)[] | undefined;
  readonly DBClusterIdentifiers?: readonly (string)[] | undefined;
}
export interface DeregisterDBProxyTargetsResponse {
}
export interface DescribeAccountAttributesMessage {
}
export interface DescribeBlueGreenDeploymentsRequest {
  readonly BlueGreenDeploymentIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeBlueGreenDeploymentsResponse {
  readonly BlueGreenDeployments?: readonly (BlueGreenDeployment)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeCertificatesMessage {
  readonly CertificateIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterAutomatedBackupsMessage {
  readonly DbClusterResourceId?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterBacktracksMessage {
  readonly DBClusterIdentifier: string;
  readonly BacktrackIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterEndpointsMessage {
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBClusterEndpointIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterParameterGroupsMessage {
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterParametersMessage {
  readonly DBClusterParameterGroupName: string;
  readonly Source?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBClusterSnapshotAttributesMessage {
  readonly DBClusterSnapshotIdentifier: string;
}
export interface DescribeDBClusterSnapshotAttributesResult {
  readonly DBClusterSnapshotAttributesResult?: DBClusterSnapshotAttributesResult | undefined;
}
export interface DescribeDBClusterSnapshotsMessage {
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly IncludeShared?: boolean | undefined;
  readonly IncludePublic?: boolean | undefined;
  readonly DbClusterResourceId?: string | undefined;
}
export interface DescribeDBClustersMessage {
  readonly DBClusterIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly IncludeShared?: boolean | undefined;
}
export interface DescribeDBEngineVersionsMessage {
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DBParameterGroupFamily?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly DefaultOnly?: boolean | undefined;
  readonly ListSupportedCharacterSets?: boolean | undefined;
  readonly ListSupportedTimezones?: boolean | undefined;
  readonly IncludeAll?: boolean | undefined;
}
export interface DescribeDBInstanceAutomatedBackupsMessage {
  readonly DbiResourceId?: string | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly DBInstanceAutomatedBackupsArn?: string | undefined;
}
export interface DescribeDBInstancesMessage {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBLogFilesDetails {
  readonly LogFileName?: string | undefined;
  readonly LastWritten?: number | undefined;
  readonly Size?: number | undefined;
}
export interface DescribeDBLogFilesMessage {
  readonly DBInstanceIdentifier: string;
  readonly FilenameContains?: string | undefined;
  readonly FileLastWritten?: number | undefined;
  readonly FileSize?: number | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBLogFilesResponse {
  readonly DescribeDBLogFiles?: readonly (DescribeDBLogFilesDetails)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBMajorEngineVersionsRequest {
  readonly Engine?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBMajorEngineVersionsResponse {
  readonly DBMajorEngineVersions?: readonly (DBMajorEngineVersion)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBParameterGroupsMessage {
  readonly DBParameterGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBParametersMessage {
  readonly DBParameterGroupName: string;
  readonly Source?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBProxiesRequest {
  readonly DBProxyName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBProxiesResponse {
  readonly DBProxies?: readonly (DBProxy)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBProxyEndpointsRequest {
  readonly DBProxyName?: string | undefined;
  readonly DBProxyEndpointName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBProxyEndpointsResponse {
  readonly DBProxyEndpoints?: readonly (DBProxyEndpoint)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBProxyTargetGroupsRequest {
  readonly DBProxyName: string;
  readonly TargetGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBProxyTargetGroupsResponse {
  readonly TargetGroups?: readonly (DBProxyTargetGroup)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBProxyTargetsRequest {
  readonly DBProxyName: string;
  readonly TargetGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBProxyTargetsResponse {
  readonly Targets?: readonly (DBProxyTarget)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBRecommendationsMessage {
  readonly LastUpdatedAfter?: Date | undefined;
  readonly LastUpdatedBefore?: Date | undefined;
  readonly Locale?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBSecurityGroupsMessage {
  readonly DBSecurityGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBShardGroupsMessage {
  readonly DBShardGroupIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeDBShardGroupsResponse {
  readonly DBShardGroups?: readonly (DBShardGroup)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeDBSnapshotAttributesMessage {
  readonly DBSnapshotIdentifier: string;
}
export interface DescribeDBSnapshotAttributesResult {
  readonly DBSnapshotAttributesResult?: DBSnapshotAttributesResult | undefined;
}
export interface DescribeDBSnapshotTenantDatabasesMessage {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly DbiResourceId?: string | undefined;
}
export interface DescribeDBSnapshotsMessage {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly IncludeShared?: boolean | undefined;
  readonly IncludePublic?: boolean | undefined;
  readonly DbiResourceId?: string | undefined;
}
export interface DescribeDBSubnetGroupsMessage {
  readonly DBSubnetGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeEngineDefaultClusterParametersMessage {
  readonly DBParameterGroupFamily: string;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeEngineDefaultClusterParametersResult {
  readonly EngineDefaults?: EngineDefaults | undefined;
}
export interface DescribeEngineDefaultParametersMessage {
  readonly DBParameterGroupFamily: string;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeEngineDefaultParametersResult {
  readonly EngineDefaults?: EngineDefaults | undefined;
}
export interface DescribeEventCategoriesMessage {
  readonly SourceType?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
}
export interface DescribeEventSubscriptionsMessage {
  readonly SubscriptionName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeEventsMessage {
  readonly SourceIdentifier?: string | undefined;
  readonly SourceType?: SourceType | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly Duration?: number | undefined;
  readonly EventCategories?: readonly (string)[] | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeExportTasksMessage {
  readonly ExportTaskIdentifier?: string | undefined;
  readonly SourceArn?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
  readonly SourceType?: ExportSourceType | undefined;
}
export interface DescribeGlobalClustersMessage {
  readonly GlobalClusterIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeIntegrationsMessage {
  readonly IntegrationIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeIntegrationsResponse {
  readonly Marker?: string | undefined;
  readonly Integrations?: readonly (Integration)[] | undefined;
}
export interface DescribeOptionGroupOptionsMessage {
  readonly EngineName: string;
  readonly MajorEngineVersion?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeOptionGroupsMessage {
  readonly OptionGroupName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
  readonly EngineName?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
}
export interface DescribeOrderableDBInstanceOptionsMessage {
  readonly Engine: string;
  readonly EngineVersion?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly AvailabilityZoneGroup?: string | undefined;
  readonly Vpc?: boolean | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribePendingMaintenanceActionsMessage {
  readonly ResourceIdentifier?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeReservedDBInstancesMessage {
  readonly ReservedDBInstanceId?: string | undefined;
  readonly ReservedDBInstancesOfferingId?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Duration?: string | undefined;
  readonly ProductDescription?: string | undefined;
  readonly OfferingType?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly LeaseId?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeReservedDBInstancesOfferingsMessage {
  readonly ReservedDBInstancesOfferingId?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Duration?: string | undefined;
  readonly ProductDescription?: string | undefined;
  readonly OfferingType?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeServerlessV2PlatformVersionsMessage {
  readonly ServerlessV2PlatformVersion?: string | undefined;
  readonly Engine?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly DefaultOnly?: boolean | undefined;
  readonly IncludeAll?: boolean | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface DescribeSourceRegionsMessage {
  readonly RegionName?: string | undefined;
  readonly MaxRecords?: number | undefined;
  readonly Marker?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
}
export interface DescribeTenantDatabasesMessage {
  readonly DBInstanceIdentifier?: string | undefined;
  readonly TenantDBName?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly Marker?: string | undefined;
  readonly MaxRecords?: number | undefined;
}
export interface DescribeValidDBInstanceModificationsMessage {
  readonly DBInstanceIdentifier: string;
}
export interface DescribeValidDBInstanceModificationsResult {
  readonly ValidDBInstanceModificationsMessage?: ValidDBInstanceModificationsMessage | undefined;
}
export interface DisableHttpEndpointRequest {
  readonly ResourceArn: string;
}
export interface DisableHttpEndpointResponse {
  readonly ResourceArn?: string | undefined;
  readonly HttpEndpointEnabled?: boolean | undefined;
}
export interface DocLink {
  readonly Text?: string | undefined;
  readonly Url?: string | undefined;
}
export interface DomainMembership {
  readonly Domain?: string | undefined;
  readonly Status?: string | undefined;
  readonly FQDN?: string | undefined;
  readonly IAMRoleName?: string | undefined;
  readonly OU?: string | undefined;
  readonly AuthSecretArn?: string | undefined;
  readonly DnsIps?: readonly (string)[] | undefined;
}
export interface DoubleRange {
  readonly From?: number | undefined;
  readonly To?: number | undefined;
}
export interface DownloadDBLogFilePortionDetails {
  readonly LogFileData?: string | undefined;
  readonly Marker?: string | undefined;
  readonly AdditionalDataPending?: boolean | undefined;
}
export interface DownloadDBLogFilePortionMessage {
  readonly DBInstanceIdentifier: string;
  readonly LogFileName: string;
  readonly Marker?: string | undefined;
  readonly NumberOfLines?: number | undefined;
}
export interface EC2SecurityGroup {
  readonly Status?: string | undefined;
  readonly EC2SecurityGroupName?: string | undefined;
  readonly EC2SecurityGroupId?: string | undefined;
  readonly EC2SecurityGroupOwnerId?: string | undefined;
}
export interface EnableHttpEndpointRequest {
  readonly ResourceArn: string;
}
export interface EnableHttpEndpointResponse {
  readonly ResourceArn?: string | undefined;
  readonly HttpEndpointEnabled?: boolean | undefined;
}
export interface Endpoint {
  readonly Address?: string | undefined;
  readonly Port?: number | undefined;
  readonly HostedZoneId?: string | undefined;
}
export type EndpointNetworkType = "IPV4" | "IPV6" | "DUAL";
export interface EngineDefaults {
  readonly DBParameterGroupFamily?: string | undefined;
  readonly Marker?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
}
export type EngineFamily = "MYSQL" | "POSTGRESQL" | "SQLSERVER";
export interface Event {
  readonly SourceIdentifier?: string | undefined;
  readonly SourceType?: SourceType | undefined;
  readonly Message?: string | undefined;
  readonly EventCategories?: readonly (string)[] | undefined;
  readonly Date?: Date | undefined;
  readonly SourceArn?: string | undefined;
}
export interface EventCategoriesMap {
  readonly SourceType?: string | undefined;
  readonly EventCategories?: readonly (string)[] | undefined;
}
export interface EventCategoriesMessage {
  readonly EventCategoriesMapList?: readonly (EventCategoriesMap)[] | undefined;
}
export interface EventSubscription {
  readonly CustomerAwsId?: string | undefined;
  readonly CustSubscriptionId?: string | undefined;
  readonly SnsTopicArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly SubscriptionCreationTime?: string | undefined;
  readonly SourceType?: string | undefined;
  readonly SourceIdsList?: readonly (string)[] | undefined;
  readonly EventCategoriesList?: readonly (string)[] | undefined;
  readonly Enabled?: boolean | undefined;
  readonly EventSubscriptionArn?: string | undefined;
}
export interface EventSubscriptionsMessage {
  readonly Marker?: string | undefined;
  readonly EventSubscriptionsList?: readonly (EventSubscription)[] | undefined;
}
export interface EventsMessage {
  readonly Marker?: string | undefined;
  readonly Events?: readonly (Event)[] | undefined;
}
export type ExportSourceType = "SNAPSHOT" | "CLUSTER";
export interface ExportTask {
  readonly ExportTaskIdentifier?: string | undefined;
  readonly SourceArn?: string | undefined;
  readonly ExportOnly?: readonly (string)[] | undefined;
  readonly SnapshotTime?: Date | undefined;
  readonly TaskStartTime?: Date | undefined;
  readonly TaskEndTime?: Date | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Prefix?: string | undefined;
  readonly IamRoleArn?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Status?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly TotalExtractedDataInGB?: number | undefined;
  readonly FailureCause?: string | undefined;
  readonly WarningMessage?: string | undefined;
  readonly SourceType?: ExportSourceType | undefined;
}
export interface ExportTasksMessage {
  readonly Marker?: string | undefined;
  readonly ExportTasks?: readonly (ExportTask)[] | undefined;
}
export interface FailoverDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly TargetDBInstanceIdentifier?: string | undefined;
}
export interface FailoverDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface FailoverGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
  readonly TargetDbClusterIdentifier: string;
  readonly AllowDataLoss?: boolean | undefined;
  readonly Switchover?: boolean | undefined;
}
export interface FailoverGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface FailoverState {
  readonly Status?: FailoverStatus | undefined;
  readonly FromDbClusterArn?: string | undefined;
  readonly ToDbClusterArn?: string | undefined;
  readonly IsDataLossAllowed?: boolean | undefined;
}
export type FailoverStatus = "pending" | "failing-over" | "cancelling";
export interface Filter {
  readonly Name: string;
  readonly Values: readonly (string)[];
}
export interface GlobalCluster {
  readonly GlobalClusterIdentifier?: string | undefined;
  readonly GlobalClusterResourceId?: string | undefined;
  readonly GlobalClusterArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly StorageEncryptionType?: StorageEncryptionType | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly GlobalClusterMembers?: readonly (GlobalClusterMember)[] | undefined;
  readonly Endpoint?: string | undefined;
  readonly FailoverState?: FailoverState | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface GlobalClusterMember {
  readonly DBClusterArn?: string | undefined;
  readonly Readers?: readonly (string)[] | undefined;
  readonly IsWriter?: boolean | undefined;
  readonly GlobalWriteForwardingStatus?: WriteForwardingStatus | undefined;
  readonly SynchronizationStatus?: GlobalClusterMemberSynchronizationStatus | undefined;
}
export type GlobalClusterMemberSynchronizationStatus = "connected" | "pending-resync";
export interface GlobalClustersMessage {
  readonly Marker?: string | undefined;
  readonly GlobalClusters?: readonly (GlobalCluster)[] | undefined;
}
export type IAMAuthMode = "DISABLED" | "REQUIRED" | "ENABLED";
export interface IPRange {
  readonly Status?: string | undefined;
  readonly CIDRIP?: string | undefined;
}
export interface Integration {
  readonly SourceArn?: string | undefined;
  readonly TargetArn?: string | undefined;
  readonly IntegrationName?: string | undefined;
  readonly IntegrationArn?: string | undefined;
  readonly KMSKeyId?: string | undefined;
  readonly AdditionalEncryptionContext?: { readonly [key: string]: string } | undefined;
  readonly Status?: IntegrationStatus | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DataFilter?: string | undefined;
  readonly Description?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly Errors?: readonly (IntegrationError)[] | undefined;
}
export interface IntegrationError {
  readonly ErrorCode: string;
  readonly ErrorMessage?: string | undefined;
}
export type IntegrationStatus = "creating" | "active" | "modifying" | "failed" | "deleting" | "syncing" | "needs_attention";
export interface IssueDetails {
  readonly PerformanceIssueDetails?: PerformanceIssueDetails | undefined;
}
export type LifecycleSupportName = "open-source-rds-standard-support" | "open-source-rds-extended-support";
export interface LimitlessDatabase {
  readonly Status?: LimitlessDatabaseStatus | undefined;
  readonly MinRequiredACU?: number | undefined;
}
export type LimitlessDatabaseStatus = "active" | "not-in-use" | "enabled" | "disabled" | "enabling" | "disabling" | "modifying-max-capacity" | "error";
export interface ListTagsForResourceMessage {
  readonly ResourceName: string;
  readonly Filters?: readonly (Filter)[] | undefined;
}
export type LocalWriteForwardingStatus = "enabled" | "disabled" | "enabling" | "disabling" | "requested";
export type MasterUserAuthenticationType = "password" | "iam-db-auth";
export interface MasterUserSecret {
  readonly SecretArn?: string | undefined;
  readonly SecretStatus?: string | undefined;
  readonly KmsKeyId?: string | undefined;
}
export interface Metric {
  readonly Name?: string | undefined;
  readonly References?: readonly (MetricReference)[] | undefined;
  readonly StatisticsDetails?: string | undefined;
  readonly MetricQuery?: MetricQuery | undefined;
}
export interface MetricQuery {
  readonly PerformanceInsightsMetricQuery?: PerformanceInsightsMetricQuery | undefined;
}
export interface MetricReference {
  readonly Name?: string | undefined;
  readonly ReferenceDetails?: ReferenceDetails | undefined;
}
export interface MinimumEngineVersionPerAllowedValue {
  readonly AllowedValue?: string | undefined;
  readonly MinimumEngineVersion?: string | undefined;
}
export interface ModifyActivityStreamRequest {
  readonly ResourceArn?: string | undefined;
  readonly AuditPolicyState?: AuditPolicyState | undefined;
}
export interface ModifyActivityStreamResponse {
  readonly KmsKeyId?: string | undefined;
  readonly KinesisStreamName?: string | undefined;
  readonly Status?: ActivityStreamStatus | undefined;
  readonly Mode?: ActivityStreamMode | undefined;
  readonly EngineNativeAuditFieldsIncluded?: boolean | undefined;
  readonly PolicyStatus?: ActivityStreamPolicyStatus | undefined;
}
export interface ModifyAdditionalStorageVolume {
  readonly VolumeName: string;
  readonly AllocatedStorage?: number | undefined;
  readonly IOPS?: number | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly StorageType?: string | undefined;
  readonly SetForDelete?: boolean | undefined;
}
export interface ModifyCertificatesMessage {
  readonly CertificateIdentifier?: string | undefined;
  readonly RemoveCustomerOverride?: boolean | undefined;
}
export interface ModifyCertificatesResult {
  readonly Certificate?: Certificate | undefined;
}
export interface ModifyCurrentDBClusterCapacityMessage {
  readonly DBClusterIdentifier: string;
  readonly Capacity?: number | undefined;
  readonly SecondsBeforeTimeout?: number | undefined;
  readonly TimeoutAction?: string | undefined;
}
export interface ModifyCustomDBEngineVersionMessage {
  readonly Engine: string;
  readonly EngineVersion: string;
  readonly Description?: string | undefined;
  readonly Status?: CustomEngineVersionStatus | undefined;
}
export interface ModifyDBClusterEndpointMessage {
  readonly DBClusterEndpointIdentifier: string;
  readonly EndpointType?: string | undefined;
  readonly StaticMembers?: readonly (string)[] | undefined;
  readonly ExcludedMembers?: readonly (string)[] | undefined;
}
export interface ModifyDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly NewDBClusterIdentifier?: string | undefined;
  readonly ApplyImmediately?: boolean | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly Port?: number | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly BacktrackWindow?: number | undefined;
  readonly CloudwatchLogsExportConfiguration?: CloudwatchLogsExportConfiguration | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AllowMajorVersionUpgrade?: boolean | undefined;
  readonly DBInstanceParameterGroupName?: string | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly ScalingConfiguration?: ScalingConfiguration | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly EnableHttpEndpoint?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly EnableGlobalWriteForwarding?: boolean | undefined;
  readonly DBClusterInstanceClass?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly StorageType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfiguration | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly RotateMasterUserPassword?: boolean | undefined;
  readonly EnableLocalWriteForwarding?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly EngineMode?: string | undefined;
  readonly AllowEngineModeChange?: boolean | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly EnableLimitlessDatabase?: boolean | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly MasterUserAuthenticationType?: MasterUserAuthenticationType | undefined;
}
export interface ModifyDBClusterParameterGroupMessage {
  readonly DBClusterParameterGroupName: string;
  readonly Parameters: readonly (Parameter)[];
}
export interface ModifyDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface ModifyDBClusterSnapshotAttributeMessage {
  readonly DBClusterSnapshotIdentifier: string;
  readonly AttributeName: string;
  readonly ValuesToAdd?: readonly (string)[] | undefined;
  readonly ValuesToRemove?: readonly (string)[] | undefined;
}
export interface ModifyDBClusterSnapshotAttributeResult {
  readonly DBClusterSnapshotAttributesResult?: DBClusterSnapshotAttributesResult | undefined;
}
export interface ModifyDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly AllocatedStorage?: number | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly DBSecurityGroups?: readonly (string)[] | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly ApplyImmediately?: boolean | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AllowMajorVersionUpgrade?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly NewDBInstanceIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly TdeCredentialPassword?: string | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly Domain?: string | undefined;
  readonly DomainFqdn?: string | undefined;
  readonly DomainOu?: string | undefined;
  readonly DomainAuthSecretArn?: string | undefined;
  readonly DomainDnsIps?: readonly (string)[] | undefined;
  readonly DisableDomain?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly DBPortNumber?: number | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly PromotionTier?: number | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly CloudwatchLogsExportConfiguration?: CloudwatchLogsExportConfiguration | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly UseDefaultProcessorFeatures?: boolean | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly CertificateRotationRestart?: boolean | undefined;
  readonly ReplicaMode?: ReplicaMode | undefined;
  readonly AutomationMode?: AutomationMode | undefined;
  readonly ResumeFullAutomationModeMinutes?: number | undefined;
  readonly EnableCustomerOwnedIp?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly AwsBackupRecoveryPointArn?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly RotateMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly Engine?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (ModifyAdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly MasterUserAuthenticationType?: MasterUserAuthenticationType | undefined;
}
export interface ModifyDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface ModifyDBParameterGroupMessage {
  readonly DBParameterGroupName: string;
  readonly Parameters: readonly (Parameter)[];
}
export interface ModifyDBProxyEndpointRequest {
  readonly DBProxyEndpointName: string;
  readonly NewDBProxyEndpointName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
}
export interface ModifyDBProxyEndpointResponse {
  readonly DBProxyEndpoint?: DBProxyEndpoint | undefined;
}
export interface ModifyDBProxyRequest {
  readonly DBProxyName: string;
  readonly NewDBProxyName?: string | undefined;
  readonly DefaultAuthScheme?: DefaultAuthScheme | undefined;
  readonly Auth?: readonly (UserAuthConfig)[] | undefined;
  readonly RequireTLS?: boolean | undefined;
  readonly IdleClientTimeout?: number | undefined;
  readonly DebugLogging?: boolean | undefined;
  readonly RoleArn?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
}
export interface ModifyDBProxyResponse {
  readonly DBProxy?: DBProxy | undefined;
}
export interface ModifyDBProxyTargetGroupRequest {
  readonly TargetGroupName: string;
  readonly DBProxyName: string;
  readonly ConnectionPoolConfig?: ConnectionPoolConfiguration | undefined;
  readonly NewName?: string | undefined;
}
export interface ModifyDBProxyTargetGroupResponse {
  readonly DBProxyTargetGroup?: DBProxyTargetGroup | undefined;
}
export interface ModifyDBRecommendationMessage {
  readonly RecommendationId: string;
  readonly Locale?: string | undefined;
  readonly Status?: string | undefined;
  readonly RecommendedActionUpdates?: readonly (RecommendedActionUpdate)[] | undefined;
}
export interface ModifyDBShardGroupMessage {
  readonly DBShardGroupIdentifier: string;
  readonly MaxACU?: number | undefined;
  readonly MinACU?: number | undefined;
  readonly ComputeRedundancy?: number | undefined;
}
export interface ModifyDBSnapshotAttributeMessage {
  readonly DBSnapshotIdentifier: string;
  readonly AttributeName: string;
  readonly ValuesToAdd?: readonly (string)[] | undefined;
  readonly ValuesToRemove?: readonly (string)[] | undefined;
}
export interface ModifyDBSnapshotAttributeResult {
  readonly DBSnapshotAttributesResult?: DBSnapshotAttributesResult | undefined;
}
export interface ModifyDBSnapshotMessage {
  readonly DBSnapshotIdentifier: string;
  readonly EngineVersion?: string | undefined;
  readonly OptionGroupName?: string | undefined;
}
export interface ModifyDBSnapshotResult {
  readonly DBSnapshot?: DBSnapshot | undefined;
}
export interface ModifyDBSubnetGroupMessage {
  readonly DBSubnetGroupName: string;
  readonly DBSubnetGroupDescription?: string | undefined;
  readonly SubnetIds: readonly (string)[];
}
export interface ModifyDBSubnetGroupResult {
  readonly DBSubnetGroup?: DBSubnetGroup | undefined;
}
export interface ModifyEventSubscriptionMessage {
  readonly SubscriptionName: string;
  readonly SnsTopicArn?: string | undefined;
  readonly SourceType?: string | undefined;
  readonly EventCategories?: readonly (string)[] | undefined;
  readonly Enabled?: boolean | undefined;
}
export interface ModifyEventSubscriptionResult {
  readonly EventSubscription?: EventSubscription | undefined;
}
export interface ModifyGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
  readonly NewGlobalClusterIdentifier?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AllowMajorVersionUpgrade?: boolean | undefined;
}
export interface ModifyGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface ModifyIntegrationMessage {
  readonly IntegrationIdentifier: string;
  readonly IntegrationName?: string | undefined;
  readonly DataFilter?: string | undefined;
  readonly Description?: string | undefined;
}
export interface ModifyOptionGroupMessage {
  readonly OptionGroupName: string;
  readonly OptionsToInclude?: readonly (OptionConfiguration)[] | undefined;
  readonly OptionsToRemove?: readonly (string)[] | undefined;
  readonly ApplyImmediately?: boolean | undefined;
}
export interface ModifyOptionGroupResult {
  readonly OptionGroup?: OptionGroup | undefined;
}
export interface ModifyTenantDatabaseMessage {
  readonly DBInstanceIdentifier: string;
  readonly TenantDBName: string;
  readonly MasterUserPassword?: string | undefined;
  readonly NewTenantDBName?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly RotateMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
}
export interface ModifyTenantDatabaseResult {
  readonly TenantDatabase?: TenantDatabase | undefined;
}
export interface Option {
  readonly OptionName?: string | undefined;
  readonly OptionDescription?: string | undefined;
  readonly Persistent?: boolean | undefined;
  readonly Permanent?: boolean | undefined;
  readonly Port?: number | undefined;
  readonly OptionVersion?: string | undefined;
  readonly OptionSettings?: readonly (OptionSetting)[] | undefined;
  readonly DBSecurityGroupMemberships?: readonly (DBSecurityGroupMembership)[] | undefined;
  readonly VpcSecurityGroupMemberships?: readonly (VpcSecurityGroupMembership)[] | undefined;
}
export interface OptionConfiguration {
  readonly OptionName: string;
  readonly Port?: number | undefined;
  readonly OptionVersion?: string | undefined;
  readonly DBSecurityGroupMemberships?: readonly (string)[] | undefined;
  readonly VpcSecurityGroupMemberships?: readonly (string)[] | undefined;
  readonly OptionSettings?: readonly (OptionSetting)[] | undefined;
}
export interface OptionGroup {
  readonly OptionGroupName?: string | undefined;
  readonly OptionGroupDescription?: string | undefined;
  readonly EngineName?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
  readonly Options?: readonly (Option)[] | undefined;
  readonly AllowsVpcAndNonVpcInstanceMemberships?: boolean | undefined;
  readonly VpcId?: string | undefined;
  readonly OptionGroupArn?: string | undefined;
  readonly SourceOptionGroup?: string | undefined;
  readonly SourceAccountId?: string | undefined;
  readonly CopyTimestamp?: Date | undefined;
}
export interface OptionGroupMembership {
  readonly OptionGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface OptionGroupOption {
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly EngineName?: string | undefined;
  readonly MajorEngineVersion?: string | undefined;
  readonly MinimumRequiredMinorEngineVersion?: string | undefined;
  readonly PortRequired?: boolean | undefined;
  readonly DefaultPort?: number | undefined;
  readonly OptionsDependedOn?: readonly (string)[] | undefined;
  readonly OptionsConflictsWith?: readonly (string)[] | undefined;
  readonly Persistent?: boolean | undefined;
  readonly Permanent?: boolean | undefined;
  readonly RequiresAutoMinorEngineVersionUpgrade?: boolean | undefined;
  readonly VpcOnly?: boolean | undefined;
  readonly SupportsOptionVersionDowngrade?: boolean | undefined;
  readonly OptionGroupOptionSettings?: readonly (OptionGroupOptionSetting)[] | undefined;
  readonly OptionGroupOptionVersions?: readonly (OptionVersion)[] | undefined;
  readonly CopyableCrossAccount?: boolean | undefined;
}
export interface OptionGroupOptionSetting {
  readonly SettingName?: string | undefined;
  readonly SettingDescription?: string | undefined;
  readonly DefaultValue?: string | undefined;
  readonly ApplyType?: string | undefined;
  readonly AllowedValues?: string | undefined;
  readonly IsModifiable?: boolean | undefined;
  readonly IsRequired?: boolean | undefined;
  readonly MinimumEngineVersionPerAllowedValue?: readonly (MinimumEngineVersionPerAllowedValue)[] | undefined;
}
export interface OptionGroupOptionsMessage {
  readonly OptionGroupOptions?: readonly (OptionGroupOption)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface OptionGroups {
  readonly OptionGroupsList?: readonly (OptionGroup)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface OptionSetting {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
  readonly DefaultValue?: string | undefined;
  readonly Description?: string | undefined;
  readonly ApplyType?: string | undefined;
  readonly DataType?: string | undefined;
  readonly AllowedValues?: string | undefined;
  readonly IsModifiable?: boolean | undefined;
  readonly IsCollection?: boolean | undefined;
}
export interface OptionVersion {
  readonly Version?: string | undefined;
  readonly IsDefault?: boolean | undefined;
}
export interface OrderableDBInstanceOption {
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly AvailabilityZoneGroup?: string | undefined;
  readonly AvailabilityZones?: readonly (AvailabilityZone)[] | undefined;
  readonly MultiAZCapable?: boolean | undefined;
  readonly ReadReplicaCapable?: boolean | undefined;
  readonly Vpc?: boolean | undefined;
  readonly SupportsStorageEncryption?: boolean | undefined;
  readonly StorageType?: string | undefined;
  readonly SupportsIops?: boolean | undefined;
  readonly SupportsStorageThroughput?: boolean | undefined;
  readonly SupportsEnhancedMonitoring?: boolean | undefined;
  readonly SupportsIAMDatabaseAuthentication?: boolean | undefined;
  readonly SupportsPerformanceInsights?: boolean | undefined;
  readonly MinStorageSize?: number | undefined;
  readonly MaxStorageSize?: number | undefined;
  readonly MinIopsPerDbInstance?: number | undefined;
  readonly MaxIopsPerDbInstance?: number | undefined;
  readonly MinIopsPerGib?: number | undefined;
  readonly MaxIopsPerGib?: number | undefined;
  readonly MinStorageThroughputPerDbInstance?: number | undefined;
  readonly MaxStorageThroughputPerDbInstance?: number | undefined;
  readonly MinStorageThroughputPerIops?: number | undefined;
  readonly MaxStorageThroughputPerIops?: number | undefined;
  readonly AvailableProcessorFeatures?: readonly (AvailableProcessorFeature)[] | undefined;
  readonly SupportedEngineModes?: readonly (string)[] | undefined;
  readonly SupportsStorageAutoscaling?: boolean | undefined;
  readonly SupportsKerberosAuthentication?: boolean | undefined;
  readonly OutpostCapable?: boolean | undefined;
  readonly SupportedActivityStreamModes?: readonly (string)[] | undefined;
  readonly SupportsGlobalDatabases?: boolean | undefined;
  readonly SupportedNetworkTypes?: readonly (string)[] | undefined;
  readonly SupportsClusters?: boolean | undefined;
  readonly SupportsDedicatedLogVolume?: boolean | undefined;
  readonly SupportsAdditionalStorageVolumes?: boolean | undefined;
  readonly SupportsHttpEndpoint?: boolean | undefined;
  readonly AvailableAdditionalStorageVolumesOptions?: readonly (AvailableAdditionalStorageVolumesOption)[] | undefined;
}
export interface OrderableDBInstanceOptionsMessage {
  readonly OrderableDBInstanceOptions?: readonly (OrderableDBInstanceOption)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface Outpost {
  readonly Arn?: string | undefined;
}
export interface Parameter {
  readonly ParameterName?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly Description?: string | undefined;
  readonly Source?: string | undefined;
  readonly ApplyType?: string | undefined;
  readonly DataType?: string | undefined;
  readonly AllowedValues?: string | undefined;
  readonly IsModifiable?: boolean | undefined;
  readonly MinimumEngineVersion?: string | undefined;
  readonly ApplyMethod?: ApplyMethod | undefined;
  readonly SupportedEngineModes?: readonly (string)[] | undefined;
}
export interface PendingCloudwatchLogsExports {
  readonly LogTypesToEnable?: readonly (string)[] | undefined;
  readonly LogTypesToDisable?: readonly (string)[] | undefined;
}
export interface PendingMaintenanceAction {
  readonly Action?: string | undefined;
  readonly AutoAppliedAfterDate?: Date | undefined;
  readonly ForcedApplyDate?: Date | undefined;
  readonly OptInStatus?: string | undefined;
  readonly CurrentApplyDate?: Date | undefined;
  readonly Description?: string | undefined;
}
export interface PendingMaintenanceActionsMessage {
  readonly PendingMaintenanceActions?: readonly (ResourcePendingMaintenanceActions)[] | undefined;
  readonly Marker?: string | undefined;
}
export interface PendingModifiedValues {
  readonly DBInstanceClass?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly Port?: number | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly PendingCloudwatchLogsExports?: PendingCloudwatchLogsExports | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly AutomationMode?: AutomationMode | undefined;
  readonly ResumeFullAutomationModeTime?: Date | undefined;
  readonly MultiTenant?: boolean | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly Engine?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
}
export interface PerformanceInsightsMetricDimensionGroup {
  readonly Dimensions?: readonly (string)[] | undefined;
  readonly Group?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface PerformanceInsightsMetricQuery {
  readonly GroupBy?: PerformanceInsightsMetricDimensionGroup | undefined;
  readonly Metric?: string | undefined;
}
export interface PerformanceIssueDetails {
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly Metrics?: readonly (Metric)[] | undefined;
  readonly Analysis?: string | undefined;
}
export interface ProcessorFeature {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface PromoteReadReplicaDBClusterMessage {
  readonly DBClusterIdentifier: string;
}
export interface PromoteReadReplicaDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface PromoteReadReplicaMessage {
  readonly DBInstanceIdentifier: string;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
}
export interface PromoteReadReplicaResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface PurchaseReservedDBInstancesOfferingMessage {
  readonly ReservedDBInstancesOfferingId: string;
  readonly ReservedDBInstanceId?: string | undefined;
  readonly DBInstanceCount?: number | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PurchaseReservedDBInstancesOfferingResult {
  readonly ReservedDBInstance?: ReservedDBInstance | undefined;
}
export interface Range {
  readonly From?: number | undefined;
  readonly To?: number | undefined;
  readonly Step?: number | undefined;
}
export interface RdsCustomClusterConfiguration {
  readonly InterconnectSubnetId?: string | undefined;
  readonly TransitGatewayMulticastDomainId?: string | undefined;
  readonly ReplicaMode?: ReplicaMode | undefined;
}
export interface RebootDBClusterMessage {
  readonly DBClusterIdentifier: string;
}
export interface RebootDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface RebootDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly ForceFailover?: boolean | undefined;
}
export interface RebootDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface RebootDBShardGroupMessage {
  readonly DBShardGroupIdentifier: string;
}
export interface RecommendedAction {
  readonly ActionId?: string | undefined;
  readonly Title?: string | undefined;
  readonly Description?: string | undefined;
  readonly Operation?: string | undefined;
  readonly Parameters?: readonly (RecommendedActionParameter)[] | undefined;
  readonly ApplyModes?: readonly (string)[] | undefined;
  readonly Status?: string | undefined;
  readonly IssueDetails?: IssueDetails | undefined;
  readonly ContextAttributes?: readonly (ContextAttribute)[] | undefined;
}
export interface RecommendedActionParameter {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface RecommendedActionUpdate {
  readonly ActionId: string;
  readonly Status: string;
}
export interface RecurringCharge {
  readonly RecurringChargeAmount?: number | undefined;
  readonly RecurringChargeFrequency?: string | undefined;
}
export interface ReferenceDetails {
  readonly ScalarReferenceDetails?: ScalarReferenceDetails | undefined;
}
export interface RegisterDBProxyTargetsRequest {
  readonly DBProxyName: string;
  readonly TargetGroupName?: string | undefined;
  readonly DBInstanceIdentifiers?: readonly (string)[] | undefined;
  readonly DBClusterIdentifiers?: readonly (string)[] | undefined;
}
export interface RegisterDBProxyTargetsResponse {
  readonly DBProxyTargets?: readonly (DBProxyTarget)[] | undefined;
}
export interface RemoveFromGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
  readonly DbClusterIdentifier: string;
}
export interface RemoveFromGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface RemoveRoleFromDBClusterMessage {
  readonly DBClusterIdentifier: string;
  readonly RoleArn: string;
  readonly FeatureName?: string | undefined;
}
export interface RemoveRoleFromDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly RoleArn: string;
  readonly FeatureName: string;
}
export interface RemoveSourceIdentifierFromSubscriptionMessage {
  readonly SubscriptionName: string;
  readonly SourceIdentifier: string;
}
export interface RemoveSourceIdentifierFromSubscriptionResult {
  readonly EventSubscription?: EventSubscription | undefined;
}
export interface RemoveTagsFromResourceMessage {
  readonly ResourceName: string;
  readonly TagKeys: readonly (string)[];
}
export type ReplicaMode = "open-read-only" | "mounted";
export interface ReservedDBInstance {
  readonly ReservedDBInstanceId?: string | undefined;
  readonly ReservedDBInstancesOfferingId?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly Duration?: number | undefined;
  readonly FixedPrice?: number | undefined;
  readonly UsagePrice?: number | undefined;
  readonly CurrencyCode?: string | undefined;
  readonly DBInstanceCount?: number | undefined;
  readonly ProductDescription?: string | undefined;
  readonly OfferingType?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly State?: string | undefined;
  readonly RecurringCharges?: readonly (RecurringCharge)[] | undefined;
  readonly ReservedDBInstanceArn?: string | undefined;
  readonly LeaseId?: string | undefined;
}
export interface ReservedDBInstanceMessage {
  readonly Marker?: string | undefined;
  readonly ReservedDBInstances?: readonly (ReservedDBInstance)[] | undefined;
}
export interface ReservedDBInstancesOffering {
  readonly ReservedDBInstancesOfferingId?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Duration?: number | undefined;
  readonly FixedPrice?: number | undefined;
  readonly UsagePrice?: number | undefined;
  readonly CurrencyCode?: string | undefined;
  readonly ProductDescription?: string | undefined;
  readonly OfferingType?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly RecurringCharges?: readonly (RecurringCharge)[] | undefined;
}
export interface ReservedDBInstancesOfferingMessage {
  readonly Marker?: string | undefined;
  readonly ReservedDBInstancesOfferings?: readonly (ReservedDBInstancesOffering)[] | undefined;
}
export interface ResetDBClusterParameterGroupMessage {
  readonly DBClusterParameterGroupName: string;
  readonly ResetAllParameters?: boolean | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
}
export interface ResetDBParameterGroupMessage {
  readonly DBParameterGroupName: string;
  readonly ResetAllParameters?: boolean | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
}
export interface ResourcePendingMaintenanceActions {
  readonly ResourceIdentifier?: string | undefined;
  readonly PendingMaintenanceActionDetails?: readonly (PendingMaintenanceAction)[] | undefined;
}
export interface RestoreDBClusterFromS3Message {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly DBClusterIdentifier: string;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly Engine: string;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly MasterUsername: string;
  readonly MasterUserPassword?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly SourceEngine: string;
  readonly SourceEngineVersion: string;
  readonly S3BucketName: string;
  readonly S3Prefix?: string | undefined;
  readonly S3IngestionRoleArn: string;
  readonly BacktrackWindow?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly NetworkType?: string | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfiguration | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
}
export interface RestoreDBClusterFromS3Result {
  readonly DBCluster?: DBCluster | undefined;
}
export interface RestoreDBClusterFromSnapshotMessage {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly DBClusterIdentifier: string;
  readonly SnapshotIdentifier: string;
  readonly Engine: string;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly BacktrackWindow?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly EngineMode?: string | undefined;
  readonly ScalingConfiguration?: ScalingConfiguration | undefined;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly DBClusterInstanceClass?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfiguration | undefined;
  readonly RdsCustomClusterConfiguration?: RdsCustomClusterConfiguration | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly EnableVPCNetworking?: boolean | undefined;
  readonly EnableInternetAccessGateway?: boolean | undefined;
}
export interface RestoreDBClusterFromSnapshotResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface RestoreDBClusterToPointInTimeMessage {
  readonly DBClusterIdentifier: string;
  readonly RestoreType?: string | undefined;
  readonly SourceDBClusterIdentifier?: string | undefined;
  readonly RestoreToTime?: Date | undefined;
  readonly UseLatestRestorableTime?: boolean | undefined;
  readonly Port?: number | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly BacktrackWindow?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly DBClusterParameterGroupName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly DBClusterInstanceClass?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Iops?: number | undefined;
  readonly NetworkType?: string | undefined;
  readonly SourceDbClusterResourceId?: string | undefined;
  readonly ServerlessV2ScalingConfiguration?: ServerlessV2ScalingConfiguration | undefined;
  readonly ScalingConfiguration?: ScalingConfiguration | undefined;
  readonly EngineMode?: string | undefined;
  readonly RdsCustomClusterConfiguration?: RdsCustomClusterConfiguration | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly EnableVPCNetworking?: boolean | undefined;
  readonly EnableInternetAccessGateway?: boolean | undefined;
}
export interface RestoreDBClusterToPointInTimeResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface RestoreDBInstanceFromDBSnapshotMessage {
  readonly DBInstanceIdentifier: string;
  readonly DBSnapshotIdentifier?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly LicenseModel?: string | undefined;
  readonly DBName?: string | undefined;
  readonly Engine?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly TdeCredentialPassword?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly Domain?: string | undefined;
  readonly DomainFqdn?: string | undefined;
  readonly DomainOu?: string | undefined;
  readonly DomainAuthSecretArn?: string | undefined;
  readonly DomainDnsIps?: readonly (string)[] | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly UseDefaultProcessorFeatures?: boolean | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly EnableCustomerOwnedIp?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly BackupTarget?: string | undefined;
  readonly CustomIamInstanceProfile?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly DBClusterSnapshotIdentifier?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
}
export interface RestoreDBInstanceFromDBSnapshotResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface RestoreDBInstanceFromS3Message {
  readonly DBName?: string | undefined;
  readonly DBInstanceIdentifier: string;
  readonly AllocatedStorage?: number | undefined;
  readonly DBInstanceClass: string;
  readonly Engine: string;
  readonly MasterUsername?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly DBSecurityGroups?: readonly (string)[] | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly Port?: number | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly SourceEngine: string;
  readonly SourceEngineVersion: string;
  readonly S3BucketName: string;
  readonly S3Prefix?: string | undefined;
  readonly S3IngestionRoleArn: string;
  readonly DatabaseInsightsMode?: DatabaseInsightsMode | undefined;
  readonly EnablePerformanceInsights?: boolean | undefined;
  readonly PerformanceInsightsKMSKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly UseDefaultProcessorFeatures?: boolean | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly NetworkType?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
}
export interface RestoreDBInstanceFromS3Result {
  readonly DBInstance?: DBInstance | undefined;
}
export interface RestoreDBInstanceToPointInTimeMessage {
  readonly SourceDBInstanceIdentifier?: string | undefined;
  readonly TargetDBInstanceIdentifier: string;
  readonly RestoreTime?: Date | undefined;
  readonly UseLatestRestorableTime?: boolean | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DBSubnetGroupName?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly LicenseModel?: string | undefined;
  readonly DBName?: string | undefined;
  readonly Engine?: string | undefined;
  readonly Iops?: number | undefined;
  readonly StorageThroughput?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly TdeCredentialPassword?: string | undefined;
  readonly VpcSecurityGroupIds?: readonly (string)[] | undefined;
  readonly Domain?: string | undefined;
  readonly DomainIAMRoleName?: string | undefined;
  readonly DomainFqdn?: string | undefined;
  readonly DomainOu?: string | undefined;
  readonly DomainAuthSecretArn?: string | undefined;
  readonly DomainDnsIps?: readonly (string)[] | undefined;
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
  readonly EnableCloudwatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (ProcessorFeature)[] | undefined;
  readonly UseDefaultProcessorFeatures?: boolean | undefined;
  readonly DBParameterGroupName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly SourceDbiResourceId?: string | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
  readonly EnableCustomerOwnedIp?: boolean | undefined;
  readonly NetworkType?: string | undefined;
  readonly SourceDBInstanceAutomatedBackupsArn?: string | undefined;
  readonly BackupTarget?: string | undefined;
  readonly CustomIamInstanceProfile?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly DedicatedLogVolume?: boolean | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly EngineLifecycleSupport?: string | undefined;
  readonly AdditionalStorageVolumes?: readonly (AdditionalStorageVolume)[] | undefined;
  readonly TagSpecifications?: readonly (TagSpecification)[] | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
}
export interface RestoreDBInstanceToPointInTimeResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface RestoreWindow {
  readonly EarliestTime?: Date | undefined;
  readonly LatestTime?: Date | undefined;
}
export interface RevokeDBSecurityGroupIngressMessage {
  readonly DBSecurityGroupName: string;
  readonly CIDRIP?: string | undefined;
  readonly EC2SecurityGroupName?: string | undefined;
  readonly EC2SecurityGroupId?: string | undefined;
  readonly EC2SecurityGroupOwnerId?: string | undefined;
}
export interface RevokeDBSecurityGroupIngressResult {
  readonly DBSecurityGroup?: DBSecurityGroup | undefined;
}
export interface ScalarReferenceDetails {
  readonly Value?: number | undefined;
}
export interface ScalingConfiguration {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
  readonly AutoPause?: boolean | undefined;
  readonly SecondsUntilAutoPause?: number | undefined;
  readonly TimeoutAction?: string | undefined;
  readonly SecondsBeforeTimeout?: number | undefined;
}
export interface ScalingConfigurationInfo {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
  readonly AutoPause?: boolean | undefined;
  readonly SecondsUntilAutoPause?: number | undefined;
  readonly TimeoutAction?: string | undefined;
  readonly SecondsBeforeTimeout?: number | undefined;
}
export interface ServerlessV2FeaturesSupport {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
}
export interface ServerlessV2PlatformVersionInfo {
  readonly ServerlessV2PlatformVersion?: string | undefined;
  readonly ServerlessV2PlatformVersionDescription?: string | undefined;
  readonly Engine?: string | undefined;
  readonly ServerlessV2FeaturesSupport?: ServerlessV2FeaturesSupport | undefined;
  readonly Status?: string | undefined;
  readonly IsDefault?: boolean | undefined;
}
export interface ServerlessV2PlatformVersionsMessage {
  readonly Marker?: string | undefined;
  readonly ServerlessV2PlatformVersions?: readonly (ServerlessV2PlatformVersionInfo)[] | undefined;
}
export interface ServerlessV2ScalingConfiguration {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
  readonly SecondsUntilAutoPause?: number | undefined;
}
export interface ServerlessV2ScalingConfigurationInfo {
  readonly MinCapacity?: number | undefined;
  readonly MaxCapacity?: number | undefined;
  readonly SecondsUntilAutoPause?: number | undefined;
}
export interface SourceRegion {
  readonly RegionName?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly Status?: string | undefined;
  readonly SupportsDBInstanceAutomatedBackupsReplication?: boolean | undefined;
}
export interface SourceRegionMessage {
  readonly Marker?: string | undefined;
  readonly SourceRegions?: readonly (SourceRegion)[] | undefined;
}
export type SourceType = "db-instance" | "db-parameter-group" | "db-security-group" | "db-snapshot" | "db-cluster" | "db-cluster-snapshot" | "custom-engine-version" | "db-proxy" | "blue-green-deployment" | "db-shard-group" | "zero-etl";
export interface StartActivityStreamRequest {
  readonly ResourceArn: string;
  readonly Mode: ActivityStreamMode;
  readonly KmsKeyId: string;
  readonly ApplyImmediately?: boolean | undefined;
  readonly EngineNativeAuditFieldsIncluded?: boolean | undefined;
}
export interface StartActivityStreamResponse {
  readonly KmsKeyId?: string | undefined;
  readonly KinesisStreamName?: string | undefined;
  readonly Status?: ActivityStreamStatus | undefined;
  readonly Mode?: ActivityStreamMode | undefined;
  readonly EngineNativeAuditFieldsIncluded?: boolean | undefined;
  readonly ApplyImmediately?: boolean | undefined;
}
export interface StartDBClusterMessage {
  readonly DBClusterIdentifier: string;
}
export interface StartDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface StartDBInstanceAutomatedBackupsReplicationMessage {
  readonly SourceDBInstanceArn: string;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly PreSignedUrl?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface StartDBInstanceAutomatedBackupsReplicationResult {
  readonly DBInstanceAutomatedBackup?: DBInstanceAutomatedBackup | undefined;
}
export interface StartDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
}
export interface StartDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface StartExportTaskMessage {
  readonly ExportTaskIdentifier: string;
  readonly SourceArn: string;
  readonly S3BucketName: string;
  readonly IamRoleArn: string;
  readonly KmsKeyId: string;
  readonly S3Prefix?: string | undefined;
  readonly ExportOnly?: readonly (string)[] | undefined;
}
export interface StopActivityStreamRequest {
  readonly ResourceArn: string;
  readonly ApplyImmediately?: boolean | undefined;
}
export interface StopActivityStreamResponse {
  readonly KmsKeyId?: string | undefined;
  readonly KinesisStreamName?: string | undefined;
  readonly Status?: ActivityStreamStatus | undefined;
}
export interface StopDBClusterMessage {
  readonly DBClusterIdentifier: string;
}
export interface StopDBClusterResult {
  readonly DBCluster?: DBCluster | undefined;
}
export interface StopDBInstanceAutomatedBackupsReplicationMessage {
  readonly SourceDBInstanceArn: string;
}
export interface StopDBInstanceAutomatedBackupsReplicationResult {
  readonly DBInstanceAutomatedBackup?: DBInstanceAutomatedBackup | undefined;
}
export interface StopDBInstanceMessage {
  readonly DBInstanceIdentifier: string;
  readonly DBSnapshotIdentifier?: string | undefined;
}
export interface StopDBInstanceResult {
  readonly DBInstance?: DBInstance | undefined;
}
export type StorageEncryptionType = "none" | "sse-kms" | "sse-rds";
export interface Subnet {
  readonly SubnetIdentifier?: string | undefined;
  readonly SubnetAvailabilityZone?: AvailabilityZone | undefined;
  readonly SubnetOutpost?: Outpost | undefined;
  readonly SubnetStatus?: string | undefined;
}
export interface SupportedEngineLifecycle {
  readonly LifecycleSupportName: LifecycleSupportName;
  readonly LifecycleSupportStartDate: Date;
  readonly LifecycleSupportEndDate: Date;
}
export interface SwitchoverBlueGreenDeploymentRequest {
  readonly BlueGreenDeploymentIdentifier: string;
  readonly SwitchoverTimeout?: number | undefined;
}
export interface SwitchoverBlueGreenDeploymentResponse {
  readonly BlueGreenDeployment?: BlueGreenDeployment | undefined;
}
export interface SwitchoverDetail {
  readonly SourceMember?: string | undefined;
  readonly TargetMember?: string | undefined;
  readonly Status?: string | undefined;
}
export interface SwitchoverGlobalClusterMessage {
  readonly GlobalClusterIdentifier: string;
  readonly TargetDbClusterIdentifier: string;
}
export interface SwitchoverGlobalClusterResult {
  readonly GlobalCluster?: GlobalCluster | undefined;
}
export interface SwitchoverReadReplicaMessage {
  readonly DBInstanceIdentifier: string;
}
export interface SwitchoverReadReplicaResult {
  readonly DBInstance?: DBInstance | undefined;
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface TagListMessage {
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface TagSpecification {
  readonly ResourceType?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export type TargetConnectionNetworkType = "IPV4" | "IPV6";
export interface TargetHealth {
  readonly State?: TargetState | undefined;
  readonly Reason?: TargetHealthReason | undefined;
  readonly Description?: string | undefined;
}
export type TargetHealthReason = "UNREACHABLE" | "CONNECTION_FAILED" | "AUTH_FAILURE" | "PENDING_PROXY_CAPACITY" | "INVALID_REPLICATION_STATE" | "PROMOTED";
export type TargetRole = "READ_WRITE" | "READ_ONLY" | "UNKNOWN";
export type TargetState = "REGISTERING" | "AVAILABLE" | "UNAVAILABLE" | "UNUSED";
export type TargetType = "RDS_INSTANCE" | "RDS_SERVERLESS_ENDPOINT" | "TRACKED_CLUSTER";
export interface TenantDatabase {
  readonly TenantDatabaseCreateTime?: Date | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly TenantDBName?: string | undefined;
  readonly Status?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly TenantDatabaseResourceId?: string | undefined;
  readonly TenantDatabaseARN?: string | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly NcharCharacterSetName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly PendingModifiedValues?: TenantDatabasePendingModifiedValues | undefined;
  readonly MasterUserSecret?: MasterUserSecret | undefined;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface TenantDatabasePendingModifiedValues {
  readonly MasterUserPassword?: string | undefined;
  readonly TenantDBName?: string | undefined;
}
export interface TenantDatabasesMessage {
  readonly Marker?: string | undefined;
  readonly TenantDatabases?: readonly (TenantDatabase)[] | undefined;
}
export interface Timezone {
  readonly TimezoneName?: string | undefined;
}
export type UpgradeRolloutOrder = "first" | "second" | "last";
export interface UpgradeTarget {
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly Description?: string | undefined;
  readonly AutoUpgrade?: boolean | undefined;
  readonly IsMajorVersionUpgrade?: boolean | undefined;
  readonly SupportedEngineModes?: readonly (string)[] | undefined;
  readonly SupportsParallelQuery?: boolean | undefined;
  readonly SupportsGlobalDatabases?: boolean | undefined;
  readonly SupportsBabelfish?: boolean | undefined;
  readonly SupportsLimitlessDatabase?: boolean | undefined;
  readonly SupportsLocalWriteForwarding?: boolean | undefined;
  readonly SupportsIntegrations?: boolean | undefined;
}
export interface UserAuthConfig {
  readonly Description?: string | undefined;
  readonly UserName?: string | undefined;
  readonly AuthScheme?: AuthScheme | undefined;
  readonly SecretArn?: string | undefined;
  readonly IAMAuth?: IAMAuthMode | undefined;
  readonly ClientPasswordAuthType?: ClientPasswordAuthType | undefined;
}
export interface UserAuthConfigInfo {
  readonly Description?: string | undefined;
  readonly UserName?: string | undefined;
  readonly AuthScheme?: AuthScheme | undefined;
  readonly SecretArn?: string | undefined;
  readonly IAMAuth?: IAMAuthMode | undefined;
  readonly ClientPasswordAuthType?: ClientPasswordAuthType | undefined;
}
export interface ValidAdditionalStorageOptions {
  readonly SupportsAdditionalStorageVolumes?: boolean | undefined;
  readonly Volumes?: readonly (ValidVolumeOptions)[] | undefined;
}
export interface ValidDBInstanceModificationsMessage {
  readonly Storage?: readonly (ValidStorageOptions)[] | undefined;
  readonly ValidProcessorFeatures?: readonly (AvailableProcessorFeature)[] | undefined;
  readonly SupportsDedicatedLogVolume?: boolean | undefined;
  readonly AdditionalStorage?: ValidAdditionalStorageOptions | undefined;
}
export interface ValidStorageOptions {
  readonly StorageType?: string | undefined;
  readonly StorageSize?: readonly (Range)[] | undefined;
  readonly ProvisionedIops?: readonly (Range)[] | undefined;
  readonly IopsToStorageRatio?: readonly (DoubleRange)[] | undefined;
  readonly ProvisionedStorageThroughput?: readonly (Range)[] | undefined;
  readonly StorageThroughputToIopsRatio?: readonly (DoubleRange)[] | undefined;
  readonly SupportsStorageAutoscaling?: boolean | undefined;
}
export interface ValidVolumeOptions {
  readonly VolumeName?: string | undefined;
  readonly Storage?: readonly (ValidStorageOptions)[] | undefined;
}
export interface VpcSecurityGroupMembership {
  readonly VpcSecurityGroupId?: string | undefined;
  readonly Status?: string | undefined;
}
export type WriteForwardingStatus = "enabled" | "disabled" | "enabling" | "disabling" | "unknown";

export interface RdsOperations {
  readonly AddRoleToDBCluster: { readonly input: AddRoleToDBClusterMessage; readonly output: Readonly<Record<string, never>> };
  readonly AddRoleToDBInstance: { readonly input: AddRoleToDBInstanceMessage; readonly output: Readonly<Record<string, never>> };
  readonly AddSourceIdentifierToSubscription: { readonly input: AddSourceIdentifierToSubscriptionMessage; readonly output: AddSourceIdentifierToSubscriptionResult };
  readonly AddTagsToResource: { readonly input: AddTagsToResourceMessage; readonly output: Readonly<Record<string, never>> };
  readonly ApplyPendingMaintenanceAction: { readonly input: ApplyPendingMaintenanceActionMessage; readonly output: ApplyPendingMaintenanceActionResult };
  readonly AuthorizeDBSecurityGroupIngress: { readonly input: AuthorizeDBSecurityGroupIngressMessage; readonly output: AuthorizeDBSecurityGroupIngressResult };
  readonly BacktrackDBCluster: { readonly input: BacktrackDBClusterMessage; readonly output: DBClusterBacktrack };
  readonly CancelExportTask: { readonly input: CancelExportTaskMessage; readonly output: ExportTask };
  readonly CopyDBClusterParameterGroup: { readonly input: CopyDBClusterParameterGroupMessage; readonly output: CopyDBClusterParameterGroupResult };
  readonly CopyDBClusterSnapshot: { readonly input: CopyDBClusterSnapshotMessage; readonly output: CopyDBClusterSnapshotResult };
  readonly CopyDBParameterGroup: { readonly input: CopyDBParameterGroupMessage; readonly output: CopyDBParameterGroupResult };
  readonly CopyDBSnapshot: { readonly input: CopyDBSnapshotMessage; readonly output: CopyDBSnapshotResult };
  readonly CopyOptionGroup: { readonly input: CopyOptionGroupMessage; readonly output: CopyOptionGroupResult };
  readonly CreateBlueGreenDeployment: { readonly input: CreateBlueGreenDeploymentRequest; readonly output: CreateBlueGreenDeploymentResponse };
  readonly CreateCustomDBEngineVersion: { readonly input: CreateCustomDBEngineVersionMessage; readonly output: DBEngineVersion };
  readonly CreateDBCluster: { readonly input: CreateDBClusterMessage; readonly output: CreateDBClusterResult };
  readonly CreateDBClusterEndpoint: { readonly input: CreateDBClusterEndpointMessage; readonly output: DBClusterEndpoint };
  readonly CreateDBClusterParameterGroup: { readonly input: CreateDBClusterParameterGroupMessage; readonly output: CreateDBClusterParameterGroupResult };
  readonly CreateDBClusterSnapshot: { readonly input: CreateDBClusterSnapshotMessage; readonly output: CreateDBClusterSnapshotResult };
  readonly CreateDBInstance: { readonly input: CreateDBInstanceMessage; readonly output: CreateDBInstanceResult };
  readonly CreateDBInstanceReadReplica: { readonly input: CreateDBInstanceReadReplicaMessage; readonly output: CreateDBInstanceReadReplicaResult };
  readonly CreateDBParameterGroup: { readonly input: CreateDBParameterGroupMessage; readonly output: CreateDBParameterGroupResult };
  readonly CreateDBProxy: { readonly input: CreateDBProxyRequest; readonly output: CreateDBProxyResponse };
  readonly CreateDBProxyEndpoint: { readonly input: CreateDBProxyEndpointRequest; readonly output: CreateDBProxyEndpointResponse };
  readonly CreateDBSecurityGroup: { readonly input: CreateDBSecurityGroupMessage; readonly output: CreateDBSecurityGroupResult };
  readonly CreateDBShardGroup: { readonly input: CreateDBShardGroupMessage; readonly output: DBShardGroup };
  readonly CreateDBSnapshot: { readonly input: CreateDBSnapshotMessage; readonly output: CreateDBSnapshotResult };
  readonly CreateDBSubnetGroup: { readonly input: CreateDBSubnetGroupMessage; readonly output: CreateDBSubnetGroupResult };
  readonly CreateEventSubscription: { readonly input: CreateEventSubscriptionMessage; readonly output: CreateEventSubscriptionResult };
  readonly CreateGlobalCluster: { readonly input: CreateGlobalClusterMessage; readonly output: CreateGlobalClusterResult };
  readonly CreateIntegration: { readonly input: CreateIntegrationMessage; readonly output: Integration };
  readonly CreateOptionGroup: { readonly input: CreateOptionGroupMessage; readonly output: CreateOptionGroupResult };
  readonly CreateTenantDatabase: { readonly input: CreateTenantDatabaseMessage; readonly output: CreateTenantDatabaseResult };
  readonly DeleteBlueGreenDeployment: { readonly input: DeleteBlueGreenDeploymentRequest; readonly output: DeleteBlueGreenDeploymentResponse };
  readonly DeleteCustomDBEngineVersion: { readonly input: DeleteCustomDBEngineVersionMessage; readonly output: DBEngineVersion };
  readonly DeleteDBCluster: { readonly input: DeleteDBClusterMessage; readonly output: DeleteDBClusterResult };
  readonly DeleteDBClusterAutomatedBackup: { readonly input: DeleteDBClusterAutomatedBackupMessage; readonly output: DeleteDBClusterAutomatedBackupResult };
  readonly DeleteDBClusterEndpoint: { readonly input: DeleteDBClusterEndpointMessage; readonly output: DBClusterEndpoint };
  readonly DeleteDBClusterParameterGroup: { readonly input: DeleteDBClusterParameterGroupMessage; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDBClusterSnapshot: { readonly input: DeleteDBClusterSnapshotMessage; readonly output: DeleteDBClusterSnapshotResult };
  readonly DeleteDBInstance: { readonly input: DeleteDBInstanceMessage; readonly output: DeleteDBInstanceResult };
  readonly DeleteDBInstanceAutomatedBackup: { readonly input: DeleteDBInstanceAutomatedBackupMessage; readonly output: DeleteDBInstanceAutomatedBackupResult };
  readonly DeleteDBParameterGroup: { readonly input: DeleteDBParameterGroupMessage; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDBProxy: { readonly input: DeleteDBProxyRequest; readonly output: DeleteDBProxyResponse };
  readonly DeleteDBProxyEndpoint: { readonly input: DeleteDBProxyEndpointRequest; readonly output: DeleteDBProxyEndpointResponse };
  readonly DeleteDBSecurityGroup: { readonly input: DeleteDBSecurityGroupMessage; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDBShardGroup: { readonly input: DeleteDBShardGroupMessage; readonly output: DBShardGroup };
  readonly DeleteDBSnapshot: { readonly input: DeleteDBSnapshotMessage; readonly output: DeleteDBSnapshotResult };
  readonly DeleteDBSubnetGroup: { readonly input: DeleteDBSubnetGroupMessage; readonly output: Readonly<Record<string, never>> };
  readonly DeleteEventSubscription: { readonly input: DeleteEventSubscriptionMessage; readonly output: DeleteEventSubscriptionResult };
  readonly DeleteGlobalCluster: { readonly input: DeleteGlobalClusterMessage; readonly output: DeleteGlobalClusterResult };
  readonly DeleteIntegration: { readonly input: DeleteIntegrationMessage; readonly output: Integration };
  readonly DeleteOptionGroup: { readonly input: DeleteOptionGroupMessage; readonly output: Readonly<Record<string, never>> };
  readonly DeleteTenantDatabase: { readonly input: DeleteTenantDatabaseMessage; readonly output: DeleteTenantDatabaseResult };
  readonly DeregisterDBProxyTargets: { readonly input: DeregisterDBProxyTargetsRequest; readonly output: DeregisterDBProxyTargetsResponse };
  readonly DescribeAccountAttributes: { readonly input: DescribeAccountAttributesMessage; readonly output: AccountAttributesMessage };
  readonly DescribeBlueGreenDeployments: { readonly input: DescribeBlueGreenDeploymentsRequest; readonly output: DescribeBlueGreenDeploymentsResponse };
  readonly DescribeCertificates: { readonly input: DescribeCertificatesMessage; readonly output: CertificateMessage };
  readonly DescribeDBClusterAutomatedBackups: { readonly input: DescribeDBClusterAutomatedBackupsMessage; readonly output: DBClusterAutomatedBackupMessage };
  readonly DescribeDBClusterBacktracks: { readonly input: DescribeDBClusterBacktracksMessage; readonly output: DBClusterBacktrackMessage };
  readonly DescribeDBClusterEndpoints: { readonly input: DescribeDBClusterEndpointsMessage; readonly output: DBClusterEndpointMessage };
  readonly DescribeDBClusterParameterGroups: { readonly input: DescribeDBClusterParameterGroupsMessage; readonly output: DBClusterParameterGroupsMessage };
  readonly DescribeDBClusterParameters: { readonly input: DescribeDBClusterParametersMessage; readonly output: DBClusterParameterGroupDetails };
  readonly DescribeDBClusterSnapshotAttributes: { readonly input: DescribeDBClusterSnapshotAttributesMessage; readonly output: DescribeDBClusterSnapshotAttributesResult };
  readonly DescribeDBClusterSnapshots: { readonly input: DescribeDBClusterSnapshotsMessage; readonly output: DBClusterSnapshotMessage };
  readonly DescribeDBClusters: { readonly input: DescribeDBClustersMessage; readonly output: DBClusterMessage };
  readonly DescribeDBEngineVersions: { readonly input: DescribeDBEngineVersionsMessage; readonly output: DBEngineVersionMessage };
  readonly DescribeDBInstanceAutomatedBackups: { readonly input: DescribeDBInstanceAutomatedBackupsMessage; readonly output: DBInstanceAutomatedBackupMessage };
  readonly DescribeDBInstances: { readonly input: DescribeDBInstancesMessage; readonly output: DBInstanceMessage };
  readonly DescribeDBLogFiles: { readonly input: DescribeDBLogFilesMessage; readonly output: DescribeDBLogFilesResponse };
  readonly DescribeDBMajorEngineVersions: { readonly input: DescribeDBMajorEngineVersionsRequest; readonly output: DescribeDBMajorEngineVersionsResponse };
  readonly DescribeDBParameterGroups: { readonly input: DescribeDBParameterGroupsMessage; readonly output: DBParameterGroupsMessage };
  readonly DescribeDBParameters: { readonly input: DescribeDBParametersMessage; readonly output: DBParameterGroupDetails };
  readonly DescribeDBProxies: { readonly input: DescribeDBProxiesRequest; readonly output: DescribeDBProxiesResponse };
  readonly DescribeDBProxyEndpoints: { readonly input: DescribeDBProxyEndpointsRequest; readonly output: DescribeDBProxyEndpointsResponse };
  readonly DescribeDBProxyTargetGroups: { readonly input: DescribeDBProxyTargetGroupsRequest; readonly output: DescribeDBProxyTargetGroupsResponse };
  readonly DescribeDBProxyTargets: { readonly input: DescribeDBProxyTargetsRequest; readonly output: DescribeDBProxyTargetsResponse };
  readonly DescribeDBRecommendations: { readonly input: DescribeDBRecommendationsMessage; readonly output: DBRecommendationsMessage };
  readonly DescribeDBSecurityGroups: { readonly input: DescribeDBSecurityGroupsMessage; readonly output: DBSecurityGroupMessage };
  readonly DescribeDBShardGroups: { readonly input: DescribeDBShardGroupsMessage; readonly output: DescribeDBShardGroupsResponse };
  readonly DescribeDBSnapshotAttributes: { readonly input: DescribeDBSnapshotAttributesMessage; readonly output: DescribeDBSnapshotAttributesResult };
  readonly DescribeDBSnapshotTenantDatabases: { readonly input: DescribeDBSnapshotTenantDatabasesMessage; readonly output: DBSnapshotTenantDatabasesMessage };
  readonly DescribeDBSnapshots: { readonly input: DescribeDBSnapshotsMessage; readonly output: DBSnapshotMessage };
  readonly DescribeDBSubnetGroups: { readonly input: DescribeDBSubnetGroupsMessage; readonly output: DBSubnetGroupMessage };
  readonly DescribeEngineDefaultClusterParameters: { readonly input: DescribeEngineDefaultClusterParametersMessage; readonly output: DescribeEngineDefaultClusterParametersResult };
  readonly DescribeEngineDefaultParameters: { readonly input: DescribeEngineDefaultParametersMessage; readonly output: DescribeEngineDefaultParametersResult };
  readonly DescribeEventCategories: { readonly input: DescribeEventCategoriesMessage; readonly output: EventCategoriesMessage };
  readonly DescribeEventSubscriptions: { readonly input: DescribeEventSubscriptionsMessage; readonly output: EventSubscriptionsMessage };
  readonly DescribeEvents: { readonly input: DescribeEventsMessage; readonly output: EventsMessage };
  readonly DescribeExportTasks: { readonly input: DescribeExportTasksMessage; readonly output: ExportTasksMessage };
  readonly DescribeGlobalClusters: { readonly input: DescribeGlobalClustersMessage; readonly output: GlobalClustersMessage };
  readonly DescribeIntegrations: { readonly input: DescribeIntegrationsMessage; readonly output: DescribeIntegrationsResponse };
  readonly DescribeOptionGroupOptions: { readonly input: DescribeOptionGroupOptionsMessage; readonly output: OptionGroupOptionsMessage };
  readonly DescribeOptionGroups: { readonly input: DescribeOptionGroupsMessage; readonly output: OptionGroups };
  readonly DescribeOrderableDBInstanceOptions: { readonly input: DescribeOrderableDBInstanceOptionsMessage; readonly output: OrderableDBInstanceOptionsMessage };
  readonly DescribePendingMaintenanceActions: { readonly input: DescribePendingMaintenanceActionsMessage; readonly output: PendingMaintenanceActionsMessage };
  readonly DescribeReservedDBInstances: { readonly input: DescribeReservedDBInstancesMessage; readonly output: ReservedDBInstanceMessage };
  readonly DescribeReservedDBInstancesOfferings: { readonly input: DescribeReservedDBInstancesOfferingsMessage; readonly output: ReservedDBInstancesOfferingMessage };
  readonly DescribeServerlessV2PlatformVersions: { readonly input: DescribeServerlessV2PlatformVersionsMessage; readonly output: ServerlessV2PlatformVersionsMessage };
  readonly DescribeSourceRegions: { readonly input: DescribeSourceRegionsMessage; readonly output: SourceRegionMessage };
  readonly DescribeTenantDatabases: { readonly input: DescribeTenantDatabasesMessage; readonly output: TenantDatabasesMessage };
  readonly DescribeValidDBInstanceModifications: { readonly input: DescribeValidDBInstanceModificationsMessage; readonly output: DescribeValidDBInstanceModificationsResult };
  readonly DisableHttpEndpoint: { readonly input: DisableHttpEndpointRequest; readonly output: DisableHttpEndpointResponse };
  readonly DownloadDBLogFilePortion: { readonly input: DownloadDBLogFilePortionMessage; readonly output: DownloadDBLogFilePortionDetails };
  readonly EnableHttpEndpoint: { readonly input: EnableHttpEndpointRequest; readonly output: EnableHttpEndpointResponse };
  readonly FailoverDBCluster: { readonly input: FailoverDBClusterMessage; readonly output: FailoverDBClusterResult };
  readonly FailoverGlobalCluster: { readonly input: FailoverGlobalClusterMessage; readonly output: FailoverGlobalClusterResult };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceMessage; readonly output: TagListMessage };
  readonly ModifyActivityStream: { readonly input: ModifyActivityStreamRequest; readonly output: ModifyActivityStreamResponse };
  readonly ModifyCertificates: { readonly input: ModifyCertificatesMessage; readonly output: ModifyCertificatesResult };
  readonly ModifyCurrentDBClusterCapacity: { readonly input: ModifyCurrentDBClusterCapacityMessage; readonly output: DBClusterCapacityInfo };
  readonly ModifyCustomDBEngineVersion: { readonly input: ModifyCustomDBEngineVersionMessage; readonly output: DBEngineVersion };
  readonly ModifyDBCluster: { readonly input: ModifyDBClusterMessage; readonly output: ModifyDBClusterResult };
  readonly ModifyDBClusterEndpoint: { readonly input: ModifyDBClusterEndpointMessage; readonly output: DBClusterEndpoint };
  readonly ModifyDBClusterParameterGroup: { readonly input: ModifyDBClusterParameterGroupMessage; readonly output: DBClusterParameterGroupNameMessage };
  readonly ModifyDBClusterSnapshotAttribute: { readonly input: ModifyDBClusterSnapshotAttributeMessage; readonly output: ModifyDBClusterSnapshotAttributeResult };
  readonly ModifyDBInstance: { readonly input: ModifyDBInstanceMessage; readonly output: ModifyDBInstanceResult };
  readonly ModifyDBParameterGroup: { readonly input: ModifyDBParameterGroupMessage; readonly output: DBParameterGroupNameMessage };
  readonly ModifyDBProxy: { readonly input: ModifyDBProxyRequest; readonly output: ModifyDBProxyResponse };
  readonly ModifyDBProxyEndpoint: { readonly input: ModifyDBProxyEndpointRequest; readonly output: ModifyDBProxyEndpointResponse };
  readonly ModifyDBProxyTargetGroup: { readonly input: ModifyDBProxyTargetGroupRequest; readonly output: ModifyDBProxyTargetGroupResponse };
  readonly ModifyDBRecommendation: { readonly input: ModifyDBRecommendationMessage; readonly output: DBRecommendationMessage };
  readonly ModifyDBShardGroup: { readonly input: ModifyDBShardGroupMessage; readonly output: DBShardGroup };
  readonly ModifyDBSnapshot: { readonly input: ModifyDBSnapshotMessage; readonly output: ModifyDBSnapshotResult };
  readonly ModifyDBSnapshotAttribute: { readonly input: ModifyDBSnapshotAttributeMessage; readonly output: ModifyDBSnapshotAttributeResult };
  readonly ModifyDBSubnetGroup: { readonly input: ModifyDBSubnetGroupMessage; readonly output: ModifyDBSubnetGroupResult };
  readonly ModifyEventSubscription: { readonly input: ModifyEventSubscriptionMessage; readonly output: ModifyEventSubscriptionResult };
  readonly ModifyGlobalCluster: { readonly input: ModifyGlobalClusterMessage; readonly output: ModifyGlobalClusterResult };
  readonly ModifyIntegration: { readonly input: ModifyIntegrationMessage; readonly output: Integration };
  readonly ModifyOptionGroup: { readonly input: ModifyOptionGroupMessage; readonly output: ModifyOptionGroupResult };
  readonly ModifyTenantDatabase: { readonly input: ModifyTenantDatabaseMessage; readonly output: ModifyTenantDatabaseResult };
  readonly PromoteReadReplica: { readonly input: PromoteReadReplicaMessage; readonly output: PromoteReadReplicaResult };
  readonly PromoteReadReplicaDBCluster: { readonly input: PromoteReadReplicaDBClusterMessage; readonly output: PromoteReadReplicaDBClusterResult };
  readonly PurchaseReservedDBInstancesOffering: { readonly input: PurchaseReservedDBInstancesOfferingMessage; readonly output: PurchaseReservedDBInstancesOfferingResult };
  readonly RebootDBCluster: { readonly input: RebootDBClusterMessage; readonly output: RebootDBClusterResult };
  readonly RebootDBInstance: { readonly input: RebootDBInstanceMessage; readonly output: RebootDBInstanceResult };
  readonly RebootDBShardGroup: { readonly input: RebootDBShardGroupMessage; readonly output: DBShardGroup };
  readonly RegisterDBProxyTargets: { readonly input: RegisterDBProxyTargetsRequest; readonly output: RegisterDBProxyTargetsResponse };
  readonly RemoveFromGlobalCluster: { readonly input: RemoveFromGlobalClusterMessage; readonly output: RemoveFromGlobalClusterResult };
  readonly RemoveRoleFromDBCluster: { readonly input: RemoveRoleFromDBClusterMessage; readonly output: Readonly<Record<string, never>> };
  readonly RemoveRoleFromDBInstance: { readonly input: RemoveRoleFromDBInstanceMessage; readonly output: Readonly<Record<string, never>> };
  readonly RemoveSourceIdentifierFromSubscription: { readonly input: RemoveSourceIdentifierFromSubscriptionMessage; readonly output: RemoveSourceIdentifierFromSubscriptionResult };
  readonly RemoveTagsFromResource: { readonly input: RemoveTagsFromResourceMessage; readonly output: Readonly<Record<string, never>> };
  readonly ResetDBClusterParameterGroup: { readonly input: ResetDBClusterParameterGroupMessage; readonly output: DBClusterParameterGroupNameMessage };
  readonly ResetDBParameterGroup: { readonly input: ResetDBParameterGroupMessage; readonly output: DBParameterGroupNameMessage };
  readonly RestoreDBClusterFromS3: { readonly input: RestoreDBClusterFromS3Message; readonly output: RestoreDBClusterFromS3Result };
  readonly RestoreDBClusterFromSnapshot: { readonly input: RestoreDBClusterFromSnapshotMessage; readonly output: RestoreDBClusterFromSnapshotResult };
  readonly RestoreDBClusterToPointInTime: { readonly input: RestoreDBClusterToPointInTimeMessage; readonly output: RestoreDBClusterToPointInTimeResult };
  readonly RestoreDBInstanceFromDBSnapshot: { readonly input: RestoreDBInstanceFromDBSnapshotMessage; readonly output: RestoreDBInstanceFromDBSnapshotResult };
  readonly RestoreDBInstanceFromS3: { readonly input: RestoreDBInstanceFromS3Message; readonly output: RestoreDBInstanceFromS3Result };
  readonly RestoreDBInstanceToPointInTime: { readonly input: RestoreDBInstanceToPointInTimeMessage; readonly output: RestoreDBInstanceToPointInTimeResult };
  readonly RevokeDBSecurityGroupIngress: { readonly input: RevokeDBSecurityGroupIngressMessage; readonly output: RevokeDBSecurityGroupIngressResult };
  readonly StartActivityStream: { readonly input: StartActivityStreamRequest; readonly output: StartActivityStreamResponse };
  readonly StartDBCluster: { readonly input: StartDBClusterMessage; readonly output: StartDBClusterResult };
  readonly StartDBInstance: { readonly input: StartDBInstanceMessage; readonly output: StartDBInstanceResult };
  readonly StartDBInstanceAutomatedBackupsReplication: { readonly input: StartDBInstanceAutomatedBackupsReplicationMessage; readonly output: StartDBInstanceAutomatedBackupsReplicationResult };
  readonly StartExportTask: { readonly input: StartExportTaskMessage; readonly output: ExportTask };
  readonly StopActivityStream: { readonly input: StopActivityStreamRequest; readonly output: StopActivityStreamResponse };
  readonly StopDBCluster: { readonly input: StopDBClusterMessage; readonly output: StopDBClusterResult };
  readonly StopDBInstance: { readonly input: StopDBInstanceMessage; readonly output: StopDBInstanceResult };
  readonly StopDBInstanceAutomatedBackupsReplication: { readonly input: StopDBInstanceAutomatedBackupsReplicationMessage; readonly output: StopDBInstanceAutomatedBackupsReplicationResult };
  readonly SwitchoverBlueGreenDeployment: { readonly input: SwitchoverBlueGreenDeploymentRequest; readonly output: SwitchoverBlueGreenDeploymentResponse };
  readonly SwitchoverGlobalCluster: { readonly input: SwitchoverGlobalClusterMessage; readonly output: SwitchoverGlobalClusterResult };
  readonly SwitchoverReadReplica: { readonly input: SwitchoverReadReplicaMessage; readonly output: SwitchoverReadReplicaResult };
}
