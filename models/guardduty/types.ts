// Generated from the API model of GuardDuty; see scripts/generate-models.

export interface AcceptAdministratorInvitationRequest {
  readonly DetectorId: string;
  readonly AdministratorId: string;
  readonly InvitationId: string;
}
export interface AcceptAdministratorInvitationResponse {
}
export interface AcceptInvitationRequest {
  readonly DetectorId: string;
  readonly MasterId: string;
  readonly InvitationId: string;
}
export interface AcceptInvitationResponse {
}
export interface AccessControlList {
  readonly AllowsPublicReadAccess?: boolean | undefined;
  readonly AllowsPublicWriteAccess?: boolean | undefined;
}
export interface AccessKey {
  readonly PrincipalId?: string | undefined;
  readonly UserName?: string | undefined;
  readonly UserType?: string | undefined;
}
export interface AccessKeyDetails {
  readonly AccessKeyId?: string | undefined;
  readonly PrincipalId?: string | undefined;
  readonly UserName?: string | undefined;
  readonly UserType?: string | undefined;
}
export interface Account {
  readonly Uid: string;
  readonly Name?: string | undefined;
}
export interface AccountDetail {
  readonly AccountId: string;
  readonly Email: string;
}
export interface AccountFreeTrialInfo {
  readonly AccountId?: string | undefined;
  readonly DataSources?: DataSourcesFreeTrial | undefined;
  readonly Features?: readonly (FreeTrialFeatureConfigurationResult)[] | undefined;
}
export interface AccountLevelPermissions {
  readonly BlockPublicAccess?: BlockPublicAccess | undefined;
}
export interface AccountStatistics {
  readonly AccountId?: string | undefined;
  readonly LastGeneratedAt?: Date | undefined;
  readonly TotalFindings?: number | undefined;
}
export interface Action {
  readonly ActionType?: string | undefined;
  readonly AwsApiCallAction?: AwsApiCallAction | undefined;
  readonly DnsRequestAction?: DnsRequestAction | undefined;
  readonly NetworkConnectionAction?: NetworkConnectionAction | undefined;
  readonly PortProbeAction?: PortProbeAction | undefined;
  readonly KubernetesApiCallAction?: KubernetesApiCallAction | undefined;
  readonly KubernetesPermissionCheckedDetails?: KubernetesPermissionCheckedDetails | undefined;
  readonly KubernetesRoleBindingDetails?: KubernetesRoleBindingDetails | undefined;
  readonly KubernetesRoleDetails?: KubernetesRoleDetails | undefined;
  readonly RdsLoginAttemptAction?: RdsLoginAttemptAction | undefined;
}
export interface Actor {
  readonly Id: string;
  readonly User?: User | undefined;
  readonly Session?: Session | undefined;
  readonly Process?: ActorProcess | undefined;
}
export interface ActorProcess {
  readonly Name: string;
  readonly Path: string;
  readonly Sha256?: string | undefined;
}
export interface AdditionalInfo {
  readonly VersionId?: string | undefined;
  readonly DeviceName?: string | undefined;
}
export interface AddonDetails {
  readonly AddonVersion?: string | undefined;
  readonly AddonStatus?: string | undefined;
}
export interface AdminAccount {
  readonly AdminAccountId?: string | undefined;
  readonly AdminStatus?: AdminStatus | undefined;
}
export type AdminStatus = "ENABLED" | "DISABLE_IN_PROGRESS";
export interface Administrator {
  readonly AccountId?: string | undefined;
  readonly InvitationId?: string | undefined;
  readonly RelationshipStatus?: string | undefined;
  readonly InvitedAt?: string | undefined;
}
export interface AgentDetails {
  readonly Version?: string | undefined;
}
export interface Anomaly {
  readonly Profiles?: { readonly [key: string]: { readonly [key: string]: readonly (AnomalyObject)[] } } | undefined;
  readonly Unusual?: AnomalyUnusual | undefined;
}
export interface AnomalyObject {
  readonly ProfileType?: ProfileType | undefined;
  readonly ProfileSubtype?: ProfileSubtype | undefined;
  readonly Observations?: Observations | undefined;
}
export interface AnomalyUnusual {
  readonly Behavior?: { readonly [key: string]: { readonly [key: string]: AnomalyObject } } | undefined;
}
export interface ArchiveFindingsRequest {
  readonly DetectorId: string;
  readonly FindingIds: readonly (string)[];
}
export interface ArchiveFindingsResponse {
}
export type AutoEnableMembers = "NEW" | "ALL" | "NONE";
export interface AutonomousSystem {
  readonly Name: string;
  readonly Number: number;
}
export interface AutoscalingAutoScalingGroup {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface AwsApiCallAction {
  readonly Api?: string | undefined;
  readonly CallerType?: string | undefined;
  readonly DomainDetails?: DomainDetails | undefined;
  readonly ErrorCode?: string | undefined;
  readonly UserAgent?: string | undefined;
  readonly RemoteIpDetails?: RemoteIpDetails | undefined;
  readonly ServiceName?: string | undefined;
  readonly RemoteAccountDetails?: RemoteAccountDetails | undefined;
  readonly AffectedResources?: { readonly [key: string]: string } | undefined;
}
export interface BlockPublicAccess {
  readonly IgnorePublicAcls?: boolean | undefined;
  readonly RestrictPublicBuckets?: boolean | undefined;
  readonly BlockPublicAcls?: boolean | undefined;
  readonly BlockPublicPolicy?: boolean | undefined;
}
export interface BucketLevelPermissions {
  readonly AccessControlList?: AccessControlList | undefined;
  readonly BucketPolicy?: BucketPolicy | undefined;
  readonly BlockPublicAccess?: BlockPublicAccess | undefined;
}
export interface BucketPolicy {
  readonly AllowsPublicReadAccess?: boolean | undefined;
  readonly AllowsPublicWriteAccess?: boolean | undefined;
}
export interface City {
  readonly CityName?: string | undefined;
}
export interface CloudTrailConfigurationResult {
  readonly Status: DataSourceStatus;
}
export interface CloudformationStack {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export type ClusterStatus = "CREATING" | "ACTIVE" | "DELETING" | "FAILED" | "UPDATING" | "PENDING";
export interface Condition {
  readonly Eq?: readonly (string)[] | undefined;
  readonly Neq?: readonly (string)[] | undefined;
  readonly Gt?: number | undefined;
  readonly Gte?: number | undefined;
  readonly Lt?: number | undefined;
  readonly Lte?: number | undefined;
  readonly Equals?: readonly (string)[] | undefined;
  readonly NotEquals?: readonly (string)[] | undefined;
  readonly GreaterThan?: number | undefined;
  readonly GreaterThanOrEqual?: number | undefined;
  readonly LessThan?: number | undefined;
  readonly LessThanOrEqual?: number | undefined;
  readonly Matches?: readonly (string)[] | undefined;
  readonly NotMatches?: readonly (string)[] | undefined;
}
export interface Container {
  readonly ContainerRuntime?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Image?: string | undefined;
  readonly ImagePrefix?: string | undefined;
  readonly VolumeMounts?: readonly (VolumeMount)[] | undefined;
  readonly SecurityContext?: SecurityContext | undefined;
}
export interface ContainerFindingResource {
  readonly Image: string;
  readonly ImageUid?: string | undefined;
}
export interface ContainerInstanceDetails {
  readonly CoveredContainerInstances?: number | undefined;
  readonly CompatibleContainerInstances?: number | undefined;
}
export interface Country {
  readonly CountryCode?: string | undefined;
  readonly CountryName?: string | undefined;
}
export interface CoverageEc2InstanceDetails {
  readonly InstanceId?: string | undefined;
  readonly InstanceType?: string | undefined;
  readonly ClusterArn?: string | undefined;
  readonly AgentDetails?: AgentDetails | undefined;
  readonly ManagementType?: ManagementType | undefined;
}
export interface CoverageEcsClusterDetails {
  readonly ClusterName?: string | undefined;
  readonly FargateDetails?: FargateDetails | undefined;
  readonly ContainerInstanceDetails?: ContainerInstanceDetails | undefined;
}
export interface CoverageEksClusterDetails {
  readonly ClusterName?: string | undefined;
  readonly CoveredNodes?: number | undefined;
  readonly CompatibleNodes?: number | undefined;
  readonly AddonDetails?: AddonDetails | undefined;
  readonly ManagementType?: ManagementType | undefined;
}
export interface CoverageFilterCondition {
  readonly Equals?: readonly (string)[] | undefined;
  readonly NotEquals?: readonly (string)[] | undefined;
}
export interface CoverageFilterCriteria {
  readonly FilterCriterion?: readonly (CoverageFilterCriterion)[] | undefined;
}
export interface CoverageFilterCriterion {
  readonly CriterionKey?: CoverageFilterCriterionKey | undefined;
  readonly FilterCondition?: CoverageFilterCondition | undefined;
}
export type CoverageFilterCriterionKey = "ACCOUNT_ID" | "RESOURCE_TYPE" | "COVERAGE_STATUS" | "ADDON_VERSION" | "CLUSTER_NAME" | "ECS_CLUSTER_NAME" | "MANAGEMENT_TYPE" | "EKS_CLUSTER_NAME" | "AGENT_VERSION" | "INSTANCE_ID" | "CLUSTER_ARN";
export interface CoverageResource {
  readonly ResourceId?: string | undefined;
  readonly DetectorId?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly ResourceDetails?: CoverageResourceDetails | undefined;
  readonly CoverageStatus?: CoverageStatus | undefined;
  readonly Issue?: string | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export interface CoverageResourceDetails {
  readonly EksClusterDetails?: CoverageEksClusterDetails | undefined;
  readonly EcsClusterDetails?: CoverageEcsClusterDetails | undefined;
  readonly Ec2InstanceDetails?: CoverageEc2InstanceDetails | undefined;
  readonly ResourceType?: ResourceType | undefined;
}
export interface CoverageSortCriteria {
  readonly AttributeName?: CoverageSortKey | undefined;
  readonly OrderBy?: OrderBy | undefined;
}
export type CoverageSortKey = "ACCOUNT_ID" | "COVERAGE_STATUS" | "ISSUE" | "ADDON_VERSION" | "UPDATED_AT" | "CLUSTER_NAME" | "EKS_CLUSTER_NAME" | "ECS_CLUSTER_NAME" | "INSTANCE_ID";
export interface CoverageStatistics {
  readonly CountByResourceType?: { readonly [key: string]: number } | undefined;
  readonly CountByCoverageStatus?: { readonly [key: string]: number } | undefined;
}
export type CoverageStatisticsType = "COUNT_BY_RESOURCE_TYPE" | "COUNT_BY_COVERAGE_STATUS";
export type CoverageStatus = "HEALTHY" | "UNHEALTHY";
export interface CreateDetectorRequest {
  readonly Enable: boolean;
  readonly ClientToken?: string | undefined;
  readonly FindingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly DataSources?: DataSourceConfigurations | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Features?: readonly (DetectorFeatureConfiguration)[] | undefined;
}
export interface CreateDetectorResponse {
  readonly DetectorId?: string | undefined;
  readonly UnprocessedDataSources?: UnprocessedDataSourcesResult | undefined;
}
export interface CreateFilterRequest {
  readonly DetectorId: string;
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly Action?: FilterAction | undefined;
  readonly Rank?: number | undefined;
  readonly FindingCriteria: FindingCriteria;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateFilterResponse {
  readonly Name: string;
}
export interface CreateIPSetRequest {
  readonly DetectorId: string;
  readonly Name: string;
  readonly Format: IpSetFormat;
  readonly Location: string;
  readonly Activate: boolean;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface CreateIPSetResponse {
  readonly IpSetId: string;
}
export interface CreateMalwareProtectionPlanRequest {
  readonly ClientToken?: string | undefined;
  readonly Role: string;
  readonly ProtectedResource: CreateProtectedResource;
  readonly Actions?: MalwareProtectionPlanActions | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateMalwareProtectionPlanResponse {
  readonly MalwareProtectionPlanId?: string | undefined;
}
export interface CreateMembersRequest {
  readonly DetectorId: string;
  readonly AccountDetails: readonly (AccountDetail)[];
}
export interface CreateMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface CreateProtectedResource {
  readonly S3Bucket?: CreateS3BucketResource | undefined;
}
export interface CreatePublishingDestinationRequest {
  readonly DetectorId: string;
  readonly DestinationType: DestinationType;
  readonly DestinationProperties: DestinationProperties;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreatePublishingDestinationResponse {
  readonly DestinationId: string;
}
export interface CreateS3BucketResource {
  readonly BucketName?: string | undefined;
  readonly ObjectPrefixes?: readonly (string)[] | undefined;
}
export interface CreateSampleFindingsRequest {
  readonly DetectorId: string;
  readonly FindingTypes?: readonly (string)[] | undefined;
}
export interface CreateSampleFindingsResponse {
}
export interface CreateThreatEntitySetRequest {
  readonly DetectorId: string;
  readonly Name: string;
  readonly Format: ThreatEntitySetFormat;
  readonly Location: string;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Activate: boolean;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateThreatEntitySetResponse {
  readonly ThreatEntitySetId: string;
}
export interface CreateThreatIntelSetRequest {
  readonly DetectorId: string;
  readonly Name: string;
  readonly Format: ThreatIntelSetFormat;
  readonly Location: string;
  readonly Activate: boolean;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface CreateThreatIntelSetResponse {
  readonly ThreatIntelSetId: string;
}
export interface CreateTrustedEntitySetRequest {
  readonly DetectorId: string;
  readonly Name: string;
  readonly Format: TrustedEntitySetFormat;
  readonly Location: string;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Activate: boolean;
  readonly ClientToken?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateTrustedEntitySetResponse {
  readonly TrustedEntitySetId: string;
}
export type CriterionKey = "EC2_INSTANCE_ARN" | "SCAN_ID" | "ACCOUNT_ID" | "GUARDDUTY_FINDING_ID" | "SCAN_START_TIME" | "SCAN_STATUS" | "SCAN_TYPE";
export interface DNSLogsConfigurationResult {
  readonly Status: DataSourceStatus;
}
export type DataSource = "FLOW_LOGS" | "CLOUD_TRAIL" | "DNS_LOGS" | "S3_LOGS" | "KUBERNETES_AUDIT_LOGS" | "EC2_MALWARE_SCAN";
export interface DataSourceConfigurations {
  readonly S3Logs?: S3LogsConfiguration | undefined;
  readonly Kubernetes?: KubernetesConfiguration | undefined;
  readonly MalwareProtection?: MalwareProtectionConfiguration | undefined;
}
export interface DataSourceConfigurationsResult {
  readonly CloudTrail: CloudTrailConfigurationResult;
  readonly DNSLogs: DNSLogsConfigurationResult;
  readonly FlowLogs: FlowLogsConfigurationResult;
  readonly S3Logs: S3LogsConfigurationResult;
  readonly Kubernetes?: KubernetesConfigurationResult | undefined;
  readonly MalwareProtection?: MalwareProtectionConfigurationResult | undefined;
}
export interface DataSourceFreeTrial {
  readonly FreeTrialDaysRemaining?: number | undefined;
}
export type DataSourceStatus = "ENABLED" | "DISABLED";
export interface DataSourcesFreeTrial {
  readonly CloudTrail?: DataSourceFreeTrial | undefined;
  readonly DnsLogs?: DataSourceFreeTrial | undefined;
  readonly FlowLogs?: DataSourceFreeTrial | undefined;
  readonly S3Logs?: DataSourceFreeTrial | undefined;
  readonly Kubernetes?: KubernetesDataSourceFreeTrial | undefined;
  readonly MalwareProtection?: MalwareProtectionDataSourceFreeTrial | undefined;
}
export interface DateStatistics {
  readonly Date?: Date | undefined;
  readonly LastGeneratedAt?: Date | undefined;
  readonly Severity?: number | undefined;
  readonly TotalFindings?: number | undefined;
}
export interface DeclineInvitationsRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DeclineInvitationsResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface DefaultServerSideEncryption {
  readonly EncryptionType?: string | undefined;
  readonly KmsMasterKeyArn?: string | undefined;
}
export interface DeleteDetectorRequest {
  readonly DetectorId: string;
}
export interface DeleteDetectorResponse {
}
export interface DeleteFilterRequest {
  readonly DetectorId: string;
  readonly FilterName: string;
}
export interface DeleteFilterResponse {
}
export interface DeleteIPSetRequest {
  readonly DetectorId: string;
  readonly IpSetId: string;
}
export interface DeleteIPSetResponse {
}
export interface DeleteInvitationsRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DeleteInvitationsResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface DeleteMalwareProtectionPlanRequest {
  readonly MalwareProtectionPlanId: string;
}
export interface DeleteMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface DeleteMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface DeletePublishingDestinationRequest {
  readonly DetectorId: string;
  readonly DestinationId: string;
}
export interface DeletePublishingDestinationResponse {
}
export interface DeleteThreatEntitySetRequest {
  readonly DetectorId: string;
  readonly ThreatEntitySetId: string;
}
export interface DeleteThreatEntitySetResponse {
}
export interface DeleteThreatIntelSetRequest {
  readonly DetectorId: string;
  readonly ThreatIntelSetId: string;
}
export interface DeleteThreatIntelSetResponse {
}
export interface DeleteTrustedEntitySetRequest {
  readonly DetectorId: string;
  readonly TrustedEntitySetId: string;
}
export interface DeleteTrustedEntitySetResponse {
}
export interface DescribeMalwareScansRequest {
  readonly DetectorId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly FilterCriteria?: FilterCriteria | undefined;
  readonly SortCriteria?: SortCriteria | undefined;
}
export interface DescribeMalwareScansResponse {
  readonly Scans: readonly (Scan)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConfigurationRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConfigurationResponse {
  readonly AutoEnable?: boolean | undefined;
  readonly MemberAccountLimitReached: boolean;
  readonly DataSources?: OrganizationDataSourceConfigurationsResult | undefined;
  readonly Features?: readonly (OrganizationFeatureConfigurationResult)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly AutoEnableOrganizationMembers?: AutoEnableMembers | undefined;
}
export interface DescribePublishingDestinationRequest {
  readonly DetectorId: string;
  readonly DestinationId: string;
}
export interface DescribePublishingDestinationResponse {
  readonly DestinationId: string;
  readonly DestinationType: DestinationType;
  readonly Status: PublishingStatus;
  readonly PublishingFailureStartTimestamp: number;
  readonly DestinationProperties: DestinationProperties;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface Destination {
  readonly DestinationId: string;
  readonly DestinationType: DestinationType;
  readonly Status: PublishingStatus;
}
export interface DestinationProperties {
  readonly DestinationArn?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
}
export type DestinationType = "S3";
export interface Detection {
  readonly Anomaly?: Anomaly | undefined;
  readonly Sequence?: Sequence | undefined;
}
export type DetectionSource = "AMAZON" | "BITDEFENDER";
export interface DetectorAdditionalConfiguration {
  readonly Name?: FeatureAdditionalConfiguration | undefined;
  readonly Status?: FeatureStatus | undefined;
}
export interface DetectorAdditionalConfigurationResult {
  readonly Name?: FeatureAdditionalConfiguration | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export type DetectorFeature = "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "RUNTIME_MONITORING";
export interface DetectorFeatureConfiguration {
  readonly Name?: DetectorFeature | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly AdditionalConfiguration?: readonly (DetectorAdditionalConfiguration)[] | undefined;
}
export interface DetectorFeatureConfigurationResult {
  readonly Name?: DetectorFeatureResult | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly AdditionalConfiguration?: readonly (DetectorAdditionalConfigurationResult)[] | undefined;
}
export type DetectorFeatureResult = "FLOW_LOGS" | "CLOUD_TRAIL" | "DNS_LOGS" | "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "RUNTIME_MONITORING";
export type DetectorStatus = "ENABLED" | "DISABLED";
export interface DisableOrganizationAdminAccountRequest {
  readonly AdminAccountId: string;
}
export interface DisableOrganizationAdminAccountResponse {
}
export interface DisassociateFromAdministratorAccountRequest {
  readonly DetectorId: string;
}
export interface DisassociateFromAdministratorAccountResponse {
}
export interface DisassociateFromMasterAccountRequest {
  readonly DetectorId: string;
}
export interface DisassociateFromMasterAccountResponse {
}
export interface DisassociateMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface DisassociateMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface DnsRequestAction {
  readonly Domain?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Blocked?: boolean | undefined;
  readonly DomainWithSuffix?: string | undefined;
  readonly VpcOwnerAccountId?: string | undefined;
}
export interface DomainDetails {
  readonly Domain?: string | undefined;
}
export interface EbsSnapshot {
  readonly DeviceName?: string | undefined;
}
export interface EbsSnapshotDetails {
  readonly SnapshotArn?: string | undefined;
}
export type EbsSnapshotPreservation = "NO_RETENTION" | "RETENTION_WITH_FINDING";
export interface EbsVolumeDetails {
  readonly ScannedVolumeDetails?: readonly (VolumeDetail)[] | undefined;
  readonly SkippedVolumeDetails?: readonly (VolumeDetail)[] | undefined;
}
export interface EbsVolumeScanDetails {
  readonly ScanId?: string | undefined;
  readonly ScanStartedAt?: Date | undefined;
  readonly ScanCompletedAt?: Date | undefined;
  readonly TriggerFindingId?: string | undefined;
  readonly Sources?: readonly (string)[] | undefined;
  readonly ScanDetections?: ScanDetections | undefined;
  readonly ScanType?: ScanType | undefined;
}
export interface EbsVolumesResult {
  readonly Status?: DataSourceStatus | undefined;
  readonly Reason?: string | undefined;
}
export interface Ec2Image {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface Ec2ImageDetails {
  readonly ImageArn?: string | undefined;
}
export interface Ec2Instance {
  readonly AvailabilityZone?: string | undefined;
  readonly ImageDescription?: string | undefined;
  readonly InstanceState?: string | undefined;
  readonly IamInstanceProfile?: IamInstanceProfile | undefined;
  readonly InstanceType?: string | undefined;
  readonly OutpostArn?: string | undefined;
  readonly Platform?: string | undefined;
  readonly ProductCodes?: readonly (ProductCode)[] | undefined;
  readonly Ec2NetworkInterfaceUids?: readonly (string)[] | undefined;
}
export interface Ec2LaunchTemplate {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
  readonly Version?: string | undefined;
}
export interface Ec2NetworkInterface {
  readonly Ipv6Addresses?: readonly (string)[] | undefined;
  readonly PrivateIpAddresses?: readonly (PrivateIpAddressDetails)[] | undefined;
  readonly PublicIp?: string | undefined;
  readonly SecurityGroups?: readonly (SecurityGroup)[] | undefined;
  readonly SubNetId?: string | undefined;
  readonly VpcId?: string | undefined;
}
export interface Ec2Vpc {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface EcsCluster {
  readonly Status?: EcsClusterStatus | undefined;
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface EcsClusterDetails {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Status?: string | undefined;
  readonly ActiveServicesCount?: number | undefined;
  readonly RegisteredContainerInstancesCount?: number | undefined;
  readonly RunningTasksCount?: number | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly TaskDetails?: EcsTaskDetails | undefined;
}
export type EcsClusterStatus = "ACTIVE" | "PROVISIONING" | "DEPROVISIONING" | "FAILED" | "INACTIVE";
export type EcsLaunchType = "FARGATE" | "EC2";
export interface EcsTask {
  readonly CreatedAt?: Date | undefined;
  readonly TaskDefinitionArn?: string | undefined;
  readonly LaunchType?: EcsLaunchType | undefined;
  readonly ContainerUids?: readonly (string)[] | undefined;
}
export interface EcsTaskDetails {
  readonly Arn?: string | undefined;
  readonly DefinitionArn?: string | undefined;
  readonly Version?: string | undefined;
  readonly TaskCreatedAt?: Date | undefined;
  readonly StartedAt?: Date | undefined;
  readonly StartedBy?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Volumes?: readonly (Volume)[] | undefined;
  readonly Containers?: readonly (Container)[] | undefined;
  readonly Group?: string | undefined;
  readonly LaunchType?: string | undefined;
}
export interface EksCluster {
  readonly Arn?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly Status?: ClusterStatus | undefined;
  readonly VpcId?: string | undefined;
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface EksClusterDetails {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly Status?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly CreatedAt?: Date | undefined;
}
export interface EnableOrganizationAdminAccountRequest {
  readonly AdminAccountId: string;
}
export interface EnableOrganizationAdminAccountResponse {
}
export interface Evidence {
  readonly ThreatIntelligenceDetails?: readonly (ThreatIntelligenceDetail)[] | undefined;
}
export interface FargateDetails {
  readonly Issues?: readonly (string)[] | undefined;
  readonly ManagementType?: ManagementType | undefined;
}
export type FeatureAdditionalConfiguration = "EKS_ADDON_MANAGEMENT" | "ECS_FARGATE_AGENT_MANAGEMENT" | "EC2_AGENT_MANAGEMENT";
export type FeatureStatus = "ENABLED" | "DISABLED";
export type Feedback = "USEFUL" | "NOT_USEFUL";
export type FilterAction = "NOOP" | "ARCHIVE";
export interface FilterCondition {
  readonly EqualsValue?: string | undefined;
  readonly GreaterThan?: number | undefined;
  readonly LessThan?: number | undefined;
}
export interface FilterCriteria {
  readonly FilterCriterion?: readonly (FilterCriterion)[] | undefined;
}
export interface FilterCriterion {
  readonly CriterionKey?: CriterionKey | undefined;
  readonly FilterCondition?: FilterCondition | undefined;
}
export interface Finding {
  readonly AccountId: string;
  readonly Arn: string;
  readonly Confidence?: number | undefined;
  readonly CreatedAt: string;
  readonly Description?: string | undefined;
  readonly Id: string;
  readonly Partition?: string | undefined;
  readonly Region: string;
  readonly Resource: Resource;
  readonly SchemaVersion: string;
  readonly Service?: Service | undefined;
  readonly Severity: number;
  readonly Title?: string | undefined;
  readonly Type: string;
  readonly UpdatedAt: string;
  readonly AssociatedAttackSequenceArn?: string | undefined;
}
export interface FindingCriteria {
  readonly Criterion?: { readonly [key: string]: Condition } | undefined;
}
export type FindingPublishingFrequency = "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS";
export type FindingResourceType = "EC2_INSTANCE" | "EC2_NETWORK_INTERFACE" | "S3_BUCKET" | "S3_OBJECT" | "ACCESS_KEY" | "EKS_CLUSTER" | "KUBERNETES_WORKLOAD" | "CONTAINER" | "ECS_CLUSTER" | "ECS_TASK" | "AUTOSCALING_AUTO_SCALING_GROUP" | "IAM_INSTANCE_PROFILE" | "CLOUDFORMATION_STACK" | "EC2_LAUNCH_TEMPLATE" | "EC2_VPC" | "EC2_IMAGE";
export type FindingStatisticType = "COUNT_BY_SEVERITY";
export interface FindingStatistics {
  readonly CountBySeverity?: { readonly [key: string]: number } | undefined;
  readonly GroupedByAccount?: readonly (AccountStatistics)[] | undefined;
  readonly GroupedByDate?: readonly (DateStatistics)[] | undefined;
  readonly GroupedByFindingType?: readonly (FindingTypeStatistics)[] | undefined;
  readonly GroupedByResource?: readonly (ResourceStatistics)[] | undefined;
  readonly GroupedBySeverity?: readonly (SeverityStatistics)[] | undefined;
}
export interface FindingTypeStatistics {
  readonly FindingType?: string | undefined;
  readonly LastGeneratedAt?: Date | undefined;
  readonly TotalFindings?: number | undefined;
}
export interface FlowLogsConfigurationResult {
  readonly Status: DataSourceStatus;
}
export interface FreeTrialFeatureConfigurationResult {
  readonly Name?: FreeTrialFeatureResult | undefined;
  readonly FreeTrialDaysRemaining?: number | undefined;
}
export type FreeTrialFeatureResult = "FLOW_LOGS" | "CLOUD_TRAIL" | "DNS_LOGS" | "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "EC2_RUNTIME_MONITORING" | "FARGATE_RUNTIME_MONITORING";
export interface GeoLocation {
  readonly Lat?: number | undefined;
  readonly Lon?: number | undefined;
}
export interface GetAdministratorAccountRequest {
  readonly DetectorId: string;
}
export interface GetAdministratorAccountResponse {
  readonly Administrator: Administrator;
}
export interface GetCoverageStatisticsRequest {
  readonly DetectorId: string;
  readonly FilterCriteria?: CoverageFilterCriteria | undefined;
  readonly StatisticsType: readonly (CoverageStatisticsType)[];
}
export interface GetCoverageStatisticsResponse {
  readonly CoverageStatistics?: CoverageStatistics | undefined;
}
export interface GetDetectorRequest {
  readonly DetectorId: string;
}
export interface GetDetectorResponse {
  readonly CreatedAt?: string | undefined;
  readonly FindingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly ServiceRole: string;
  readonly Status: DetectorStatus;
  readonly UpdatedAt?: string | undefined;
  readonly DataSources?: DataSourceConfigurationsResult | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly Features?: readonly (DetectorFeatureConfigurationResult)[] | undefined;
}
export interface GetFilterRequest {
  readonly DetectorId: string;
  readonly FilterName: string;
}
export interface GetFilterResponse {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly Action: FilterAction;
  readonly Rank?: number | undefined;
  readonly FindingCriteria: FindingCriteria;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetFindingsRequest {
  readonly DetectorId: string;
  readonly FindingIds: readonly (string)[];
  readonly SortCriteria?: SortCriteria | undefined;
}
export interface GetFindingsResponse {
  readonly Findings: readonly (Finding)[];
}
export interface GetFindingsStatisticsRequest {
  readonly DetectorId: string;
  readonly FindingStatisticTypes?: readonly (FindingStatisticType)[] | undefined;
  readonly FindingCriteria?: FindingCriteria | undefined;
  readonly GroupBy?: GroupByType | undefined;
  readonly OrderBy?: OrderBy | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetFindingsStatisticsResponse {
  readonly FindingStatistics: FindingStatistics;
  readonly NextToken?: string | undefined;
}
export interface GetIPSetRequest {
  readonly DetectorId: string;
  readonly IpSetId: string;
}
export interface GetIPSetResponse {
  readonly Name: string;
  readonly Format: IpSetFormat;
  readonly Location: string;
  readonly Status: IpSetStatus;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface GetInvitationsCountRequest {
}
export interface GetInvitationsCountResponse {
  readonly InvitationsCount?: number | undefined;
}
export interface GetMalwareProtectionPlanRequest {
  readonly MalwareProtectionPlanId: string;
}
export interface GetMalwareProtectionPlanResponse {
  readonly Arn?: string | undefined;
  readonly Role?: string | undefined;
  readonly ProtectedResource?: CreateProtectedResource | undefined;
  readonly Actions?: MalwareProtectionPlanActions | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly Status?: MalwareProtectionPlanStatus | undefined;
  readonly StatusReasons?: readonly (MalwareProtectionPlanStatusReason)[] | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface GetMalwareScanRequest {
  readonly ScanId: string;
}
export interface GetMalwareScanResponse {
  readonly ScanId?: string | undefined;
  readonly DetectorId?: string | undefined;
  readonly AdminDetectorId?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly ResourceType?: MalwareProtectionResourceType | undefined;
  readonly ScannedResourcesCount?: number | undefined;
  readonly SkippedResourcesCount?: number | undefined;
  readonly FailedResourcesCount?: number | undefined;
  readonly ScannedResources?: readonly (ScannedResource)[] | undefined;
  readonly ScanConfiguration?: ScanConfiguration | undefined;
  readonly ScanCategory?: ScanCategory | undefined;
  readonly ScanStatus?: MalwareProtectionScanStatus | undefined;
  readonly ScanStatusReason?: ScanStatusReason | undefined;
  readonly ScanType?: MalwareProtectionScanType | undefined;
  readonly ScanStartedAt?: Date | undefined;
  readonly ScanCompletedAt?: Date | undefined;
  readonly ScanResultDetails?: GetMalwareScanResultDetails | undefined;
}
export interface GetMalwareScanResultDetails {
  readonly ScanResultStatus?: ScanResultStatus | undefined;
  readonly SkippedFileCount?: number | undefined;
  readonly FailedFileCount?: number | undefined;
  readonly ThreatFoundFileCount?: number | undefined;
  readonly TotalFileCount?: number | undefined;
  readonly TotalBytes?: number | undefined;
  readonly UniqueThreatCount?: number | undefined;
  readonly Threats?: readonly (ScanResultThreat)[] | undefined;
}
export interface GetMalwareScanSettingsRequest {
  readonly DetectorId: string;
}
export interface GetMalwareScanSettingsResponse {
  readonly ScanResourceCriteria?: ScanResourceCriteria | undefined;
  readonly EbsSnapshotPreservation?: EbsSnapshotPreservation | undefined;
}
export interface GetMasterAccountRequest {
  readonly DetectorId: string;
}
export interface GetMasterAccountResponse {
  readonly Master: Master;
}
export interface GetMemberDetectorsRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface GetMemberDetectorsResponse {
  readonly MemberDataSourceConfigurations: readonly (MemberDataSourceConfiguration)[];
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface GetMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface GetMembersResponse {
  readonly Members: readonly (Member)[];
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface GetOrganizationStatisticsResponse {
  readonly OrganizationDetails?: OrganizationDetails | undefined;
}
export interface GetRemainingFreeTrialDaysRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface GetRemainingFreeTrialDaysResponse {
  readonly Accounts?: readonly (AccountFreeTrialInfo)[] | undefined;
  readonly UnprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface GetThreatEntitySetRequest {
  readonly DetectorId: string;
  readonly ThreatEntitySetId: string;
}
export interface GetThreatEntitySetResponse {
  readonly Name: string;
  readonly Format: ThreatEntitySetFormat;
  readonly Location: string;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Status: ThreatEntitySetStatus;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly ErrorDetails?: string | undefined;
}
export interface GetThreatIntelSetRequest {
  readonly DetectorId: string;
  readonly ThreatIntelSetId: string;
}
export interface GetThreatIntelSetResponse {
  readonly Name: string;
  readonly Format: ThreatIntelSetFormat;
  readonly Location: string;
  readonly Status: ThreatIntelSetStatus;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface GetTrustedEntitySetRequest {
  readonly DetectorId: string;
  readonly TrustedEntitySetId: string;
}
export interface GetTrustedEntitySetResponse {
  readonly Name: string;
  readonly Format: TrustedEntitySetFormat;
  readonly Location: string;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Status: TrustedEntitySetStatus;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly ErrorDetails?: string | undefined;
}
export interface GetUsageStatisticsRequest {
  readonly DetectorId: string;
  readonly UsageStatisticType: UsageStatisticType;
  readonly UsageCriteria: UsageCriteria;
  readonly Unit?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetUsageStatisticsResponse {
  readonly UsageStatistics?: UsageStatistics | undefined;
  readonly NextToken?: string | undefined;
}
export type GroupByType = "ACCOUNT" | "DATE" | "FINDING_TYPE" | "RESOURCE" | "SEVERITY";
export interface HighestSeverityThreatDetails {
  readonly Severity?: string | undefined;
  readonly ThreatName?: string | undefined;
  readonly Count?: number | undefined;
}
export interface HostPath {
  readonly Path?: string | undefined;
}
export interface IamInstanceProfile {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
}
export interface IamInstanceProfileV2 {
  readonly Ec2InstanceUids?: readonly (string)[] | undefined;
}
export interface ImpersonatedUser {
  readonly Username?: string | undefined;
  readonly Groups?: readonly (string)[] | undefined;
}
export interface IncrementalScanDetails {
  readonly BaselineResourceArn: string;
}
export interface Indicator {
  readonly Key: IndicatorType;
  readonly Values?: readonly (string)[] | undefined;
  readonly Title?: string | undefined;
}
export type IndicatorType = "SUSPICIOUS_USER_AGENT" | "SUSPICIOUS_NETWORK" | "MALICIOUS_IP" | "TOR_IP" | "ATTACK_TACTIC" | "HIGH_RISK_API" | "ATTACK_TECHNIQUE" | "UNUSUAL_API_FOR_ACCOUNT" | "UNUSUAL_ASN_FOR_ACCOUNT" | "UNUSUAL_ASN_FOR_USER" | "SUSPICIOUS_PROCESS" | "MALICIOUS_DOMAIN" | "MALICIOUS_PROCESS" | "CRYPTOMINING_IP" | "CRYPTOMINING_DOMAIN" | "CRYPTOMINING_PROCESS" | "MALICIOUS_FILE" | "VULNERABILITY" | "MALICIOUS_PACKAGE" | "MISCONFIGURATION" | "REACHABILITY" | "SENSITIVE_DATA";
export interface InstanceDetails {
  readonly AvailabilityZone?: string | undefined;
  readonly IamInstanceProfile?: IamInstanceProfile | undefined;
  readonly ImageDescription?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly InstanceState?: string | undefined;
  readonly InstanceType?: string | undefined;
  readonly OutpostArn?: string | undefined;
  readonly LaunchTime?: string | undefined;
  readonly NetworkInterfaces?: readonly (NetworkInterface)[] | undefined;
  readonly Platform?: string | undefined;
  readonly ProductCodes?: readonly (ProductCode)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface Invitation {
  readonly AccountId?: string | undefined;
  readonly InvitationId?: string | undefined;
  readonly RelationshipStatus?: string | undefined;
  readonly InvitedAt?: string | undefined;
}
export interface InviteMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
  readonly DisableEmailNotification?: boolean | undefined;
  readonly Message?: string | undefined;
}
export interface InviteMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export type IpSetFormat = "TXT" | "STIX" | "OTX_CSV" | "ALIEN_VAULT" | "PROOF_POINT" | "FIRE_EYE";
export type IpSetStatus = "INACTIVE" | "ACTIVATING" | "ACTIVE" | "DEACTIVATING" | "ERROR" | "DELETE_PENDING" | "DELETED";
export interface ItemDetails {
  readonly ResourceArn?: string | undefined;
  readonly ItemPath?: string | undefined;
  readonly Hash?: string | undefined;
  readonly AdditionalInfo?: AdditionalInfo | undefined;
}
export interface ItemPath {
  readonly NestedItemPath?: string | undefined;
  readonly Hash?: string | undefined;
}
export interface KubernetesApiCallAction {
  readonly RequestUri?: string | undefined;
  readonly Verb?: string | undefined;
  readonly Resource?: string | undefined;
  readonly Subresource?: string | undefined;
  readonly Namespace?: string | undefined;
  readonly ResourceName?: string | undefined;
  readonly SourceIps?: readonly (string)[] | undefined;
  readonly UserAgent?: string | undefined;
  readonly RemoteIpDetails?: RemoteIpDetails | undefined;
  readonly StatusCode?: number | undefined;
  readonly Parameters?: string | undefined;
}
export interface KubernetesAuditLogsConfiguration {
  readonly Enable: boolean;
}
export interface KubernetesAuditLogsConfigurationResult {
  readonly Status: DataSourceStatus;
}
export interface KubernetesConfiguration {
  readonly AuditLogs: KubernetesAuditLogsConfiguration;
}
export interface KubernetesConfigurationResult {
  readonly AuditLogs: KubernetesAuditLogsConfigurationResult;
}
export interface KubernetesDataSourceFreeTrial {
  readonly AuditLogs?: DataSourceFreeTrial | undefined;
}
export interface KubernetesDetails {
  readonly KubernetesUserDetails?: KubernetesUserDetails | undefined;
  readonly KubernetesWorkloadDetails?: KubernetesWorkloadDetails | undefined;
}
export interface KubernetesPermissionCheckedDetails {
  readonly Verb?: string | undefined;
  readonly Resource?: string | undefined;
  readonly Namespace?: string | undefined;
  readonly Allowed?: boolean | undefined;
}
export type KubernetesResourcesTypes = "PODS" | "JOBS" | "CRONJOBS" | "DEPLOYMENTS" | "DAEMONSETS" | "STATEFULSETS" | "REPLICASETS" | "REPLICATIONCONTROLLERS";
export interface KubernetesRoleBindingDetails {
  readonly Kind?: string | undefined;
  readonly Name?: string | undefined;
  readonly Uid?: string | undefined;
  readonly RoleRefName?: string | undefined;
  readonly RoleRefKind?: string | undefined;
}
export interface KubernetesRoleDetails {
  readonly Kind?: string | undefined;
  readonly Name?: string | undefined;
  readonly Uid?: string | undefined;
}
export interface KubernetesUserDetails {
  readonly Username?: string | undefined;
  readonly Uid?: string | undefined;
  readonly Groups?: readonly (string)[] | undefined;
  readonly SessionName?: readonly (string)[] | undefined;
  readonly ImpersonatedUser?: ImpersonatedUser | undefined;
}
export interface KubernetesWorkload {
  readonly ContainerUids?: readonly (string)[] | undefined;
  readonly Namespace?: string | undefined;
  readonly KubernetesResourcesTypes?: KubernetesResourcesTypes | undefined;
}
export interface KubernetesWorkloadDetails {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Uid?: string | undefined;
  readonly Namespace?: string | undefined;
  readonly HostNetwork?: boolean | undefined;
  readonly ServiceAccountName?: string | undefined;
  readonly Containers?: readonly (Container)[] | undefined;
  readonly Volumes?: readonly (Volume)[] | undefined;
  readonly HostIPC?: boolean | undefined;
  readonly HostPID?: boolean | undefined;
}
export interface LambdaDetails {
  readonly FunctionArn?: string | undefined;
  readonly FunctionName?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastModifiedAt?: Date | undefined;
  readonly RevisionId?: string | undefined;
  readonly FunctionVersion?: string | undefined;
  readonly Role?: string | undefined;
  readonly VpcConfig?: VpcConfig | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface LineageObject {
  readonly StartTime?: Date | undefined;
  readonly NamespacePid?: number | undefined;
  readonly UserId?: number | undefined;
  readonly Name?: string | undefined;
  readonly Pid?: number | undefined;
  readonly Uuid?: string | undefined;
  readonly ExecutablePath?: string | undefined;
  readonly Euid?: number | undefined;
  readonly ParentUuid?: string | undefined;
}
export interface ListCoverageRequest {
  readonly DetectorId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly FilterCriteria?: CoverageFilterCriteria | undefined;
  readonly SortCriteria?: CoverageSortCriteria | undefined;
}
export interface ListCoverageResponse {
  readonly Resources: readonly (CoverageResource)[];
  readonly NextToken?: string | undefined;
}
export interface ListDetectorsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDetectorsResponse {
  readonly DetectorIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListFiltersRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListFiltersResponse {
  readonly FilterNames: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListFindingsRequest {
  readonly DetectorId: string;
  readonly FindingCriteria?: FindingCriteria | undefined;
  readonly SortCriteria?: SortCriteria | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListFindingsResponse {
  readonly FindingIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListIPSetsRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListIPSetsResponse {
  readonly IpSetIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListInvitationsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListInvitationsResponse {
  readonly Invitations?: readonly (Invitation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListMalwareProtectionPlansRequest {
  readonly NextToken?: string | undefined;
}
export interface ListMalwareProtectionPlansResponse {
  readonly MalwareProtectionPlans?: readonly (MalwareProtectionPlanSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export type ListMalwareScansCriterionKey = "RESOURCE_ARN" | "SCAN_ID" | "ACCOUNT_ID" | "GUARDDUTY_FINDING_ID" | "RESOURCE_TYPE" | "SCAN_START_TIME" | "SCAN_STATUS" | "SCAN_TYPE";
export interface ListMalwareScansFilterCriteria {
  readonly ListMalwareScansFilterCriterion?: readonly (ListMalwareScansFilterCriterion)[] | undefined;
}
export interface ListMalwareScansFilterCriterion {
  readonly ListMalwareScansCriterionKey?: ListMalwareScansCriterionKey | undefined;
  readonly FilterCondition?: FilterCondition | undefined;
}
export interface ListMalwareScansRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly FilterCriteria?: ListMalwareScansFilterCriteria | undefined;
  readonly SortCriteria?: SortCriteria | undefined;
}
export interface ListMalwareScansResponse {
  readonly Scans: readonly (MalwareScan)[];
  readonly NextToken?: string | undefined;
}
export interface ListMembersRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly OnlyAssociated?: string | undefined;
}
export interface ListMembersResponse {
  readonly Members?: readonly (Member)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsResponse {
  readonly AdminAccounts?: readonly (AdminAccount)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPublishingDestinationsRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPublishingDestinationsResponse {
  readonly Destinations: readonly (Destination)[];
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface ListThreatEntitySetsRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListThreatEntitySetsResponse {
  readonly ThreatEntitySetIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListThreatIntelSetsRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListThreatIntelSetsResponse {
  readonly ThreatIntelSetIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListTrustedEntitySetsRequest {
  readonly DetectorId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTrustedEntitySetsResponse {
  readonly TrustedEntitySetIds: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface LocalIpDetails {
  readonly IpAddressV4?: string | undefined;
  readonly IpAddressV6?: string | undefined;
}
export interface LocalPortDetails {
  readonly Port?: number | undefined;
  readonly PortName?: string | undefined;
}
export interface LoginAttribute {
  readonly User?: string | undefined;
  readonly Application?: string | undefined;
  readonly FailedLoginAttempts?: number | undefined;
  readonly SuccessfulLoginAttempts?: number | undefined;
}
export interface MalwareProtectionConfiguration {
  readonly ScanEc2InstanceWithFindings?: ScanEc2InstanceWithFindings | undefined;
}
export interface MalwareProtectionConfigurationResult {
  readonly ScanEc2InstanceWithFindings?: ScanEc2InstanceWithFindingsResult | undefined;
  readonly ServiceRole?: string | undefined;
}
export interface MalwareProtectionDataSourceFreeTrial {
  readonly ScanEc2InstanceWithFindings?: DataSourceFreeTrial | undefined;
}
export interface MalwareProtectionFindingsScanConfiguration {
  readonly TriggerType?: TriggerType | undefined;
  readonly IncrementalScanDetails?: IncrementalScanDetails | undefined;
}
export interface MalwareProtectionPlanActions {
  readonly Tagging?: MalwareProtectionPlanTaggingAction | undefined;
}
export type MalwareProtectionPlanStatus = "ACTIVE" | "WARNING" | "ERROR";
export interface MalwareProtectionPlanStatusReason {
  readonly Code?: string | undefined;
  readonly Message?: string | undefined;
}
export interface MalwareProtectionPlanSummary {
  readonly MalwareProtectionPlanId?: string | undefined;
}
export interface MalwareProtectionPlanTaggingAction {
  readonly Status?: MalwareProtectionPlanTaggingActionStatus | undefined;
}
export type MalwareProtectionPlanTaggingActionStatus = "ENABLED" | "DISABLED";
export type MalwareProtectionResourceType = "EBS_RECOVERY_POINT" | "EBS_SNAPSHOT" | "EBS_VOLUME" | "EC2_AMI" | "EC2_INSTANCE" | "EC2_RECOVERY_POINT" | "S3_RECOVERY_POINT" | "S3_BUCKET";
export type MalwareProtectionScanStatus = "RUNNING" | "COMPLETED" | "COMPLETED_WITH_ISSUES" | "FAILED" | "SKIPPED";
export type MalwareProtectionScanType = "BACKUP_INITIATED" | "ON_DEMAND" | "GUARDDUTY_INITIATED";
export interface MalwareScan {
  readonly ResourceArn?: string | undefined;
  readonly ResourceType?: MalwareProtectionResourceType | undefined;
  readonly ScanId?: string | undefined;
  readonly ScanStatus?: MalwareProtectionScanStatus | undefined;
  readonly ScanResultStatus?: ScanResultStatus | undefined;
  readonly ScanType?: MalwareProtectionScanType | undefined;
  readonly ScanStartedAt?: Date | undefined;
  readonly ScanCompletedAt?: Date | undefined;
}
export interface MalwareScanDetails {
  readonly Threats?: readonly (Threat)[] | undefined;
  readonly ScanId?: string | undefined;
  readonly ScanType?: MalwareProtectionScanType | undefined;
  readonly ScanCategory?: ScanCategory | undefined;
  readonly ScanConfiguration?: MalwareProtectionFindingsScanConfiguration | undefined;
  readonly UniqueThreatCount?: number | undefined;
}
export type ManagementType = "AUTO_MANAGED" | "MANUAL" | "DISABLED";
export interface Master {
  readonly AccountId?: string | undefined;
  readonly InvitationId?: string | undefined;
  readonly RelationshipStatus?: string | undefined;
  readonly InvitedAt?: string | undefined;
}
export interface Member {
  readonly AccountId: string;
  readonly DetectorId?: string | undefined;
  readonly MasterId: string;
  readonly Email: string;
  readonly RelationshipStatus: string;
  readonly InvitedAt?: string | undefined;
  readonly UpdatedAt: string;
  readonly AdministratorId?: string | undefined;
}
export interface MemberAdditionalConfiguration {
  readonly Name?: OrgFeatureAdditionalConfiguration | undefined;
  readonly Status?: FeatureStatus | undefined;
}
export interface MemberAdditionalConfigurationResult {
  readonly Name?: OrgFeatureAdditionalConfiguration | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export interface MemberDataSourceConfiguration {
  readonly AccountId: string;
  readonly DataSources: DataSourceConfigurationsResult;
  readonly Features?: readonly (MemberFeaturesConfigurationResult)[] | undefined;
}
export interface MemberFeaturesConfiguration {
  readonly Name?: OrgFeature | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly AdditionalConfiguration?: readonly (MemberAdditionalConfiguration)[] | undefined;
}
export interface MemberFeaturesConfigurationResult {
  readonly Name?: OrgFeature | undefined;
  readonly Status?: FeatureStatus | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly AdditionalConfiguration?: readonly (MemberAdditionalConfigurationResult)[] | undefined;
}
export type MfaStatus = "ENABLED" | "DISABLED";
export interface NetworkConnection {
  readonly Direction: NetworkDirection;
}
export interface NetworkConnectionAction {
  readonly Blocked?: boolean | undefined;
  readonly ConnectionDirection?: string | undefined;
  readonly LocalPortDetails?: LocalPortDetails | undefined;
  readonly Protocol?: string | undefined;
  readonly LocalIpDetails?: LocalIpDetails | undefined;
  readonly LocalNetworkInterface?: string | undefined;
  readonly RemoteIpDetails?: RemoteIpDetails | undefined;
  readonly RemotePortDetails?: RemotePortDetails | undefined;
}
export type NetworkDirection = "INBOUND" | "OUTBOUND";
export interface NetworkEndpoint {
  readonly Id: string;
  readonly Ip?: string | undefined;
  readonly Domain?: string | undefined;
  readonly Port?: number | undefined;
  readonly Location?: NetworkGeoLocation | undefined;
  readonly AutonomousSystem?: AutonomousSystem | undefined;
  readonly Connection?: NetworkConnection | undefined;
}
export interface NetworkGeoLocation {
  readonly City: string;
  readonly Country: string;
  readonly Latitude: number;
  readonly Longitude: number;
}
export interface NetworkInterface {
  readonly Ipv6Addresses?: readonly (string)[] | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly PrivateDnsName?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateIpAddresses?: readonly (PrivateIpAddressDetails)[] | undefined;
  readonly PublicDnsName?: string | undefined;
  readonly PublicIp?: string | undefined;
  readonly SecurityGroups?: readonly (SecurityGroup)[] | undefined;
  readonly SubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
}
export interface Observations {
  readonly Text?: readonly (string)[] | undefined;
}
export type OrderBy = "ASC" | "DESC";
export type OrgFeature = "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "RUNTIME_MONITORING";
export type OrgFeatureAdditionalConfiguration = "EKS_ADDON_MANAGEMENT" | "ECS_FARGATE_AGENT_MANAGEMENT" | "EC2_AGENT_MANAGEMENT";
export type OrgFeatureStatus = "NEW" | "NONE" | "ALL";
export interface Organization {
  readonly Asn?: string | undefined;
  readonly AsnOrg?: string | undefined;
  readonly Isp?: string | undefined;
  readonly Org?: string | undefined;
}
export interface OrganizationAdditionalConfiguration {
  readonly Name?: OrgFeatureAdditionalConfiguration | undefined;
  readonly AutoEnable?: OrgFeatureStatus | undefined;
}
export interface OrganizationAdditionalConfigurationResult {
  readonly Name?: OrgFeatureAdditionalConfiguration | undefined;
  readonly AutoEnable?: OrgFeatureStatus | undefined;
}
export interface OrganizationDataSourceConfigurations {
  readonly S3Logs?: OrganizationS3LogsConfiguration | undefined;
  readonly Kubernetes?: OrganizationKubernetesConfiguration | undefined;
  readonly MalwareProtection?: OrganizationMalwareProtectionConfiguration | undefined;
}
export interface OrganizationDataSourceConfigurationsResult {
  readonly S3Logs: OrganizationS3LogsConfigurationResult;
  readonly Kubernetes?: OrganizationKubernetesConfigurationResult | undefined;
  readonly MalwareProtection?: OrganizationMalwareProtectionConfigurationResult | undefined;
}
export interface OrganizationDetails {
  readonly UpdatedAt?: Date | undefined;
  readonly OrganizationStatistics?: OrganizationStatistics | undefined;
}
export interface OrganizationEbsVolumes {
  readonly AutoEnable?: boolean | undefined;
}
export interface OrganizationEbsVolumesResult {
  readonly AutoEnable?: boolean | undefined;
}
export interface OrganizationFeatureConfiguration {
  readonly Name?: OrgFeature | undefined;
  readonly AutoEnable?: OrgFeatureStatus | undefined;
  readonly AdditionalConfiguration?: readonly (OrganizationAdditionalConfiguration)[] | undefined;
}
export interface OrganizationFeatureConfigurationResult {
  readonly Name?: OrgFeature | undefined;
  readonly AutoEnable?: OrgFeatureStatus | undefined;
  readonly AdditionalConfiguration?: readonly (OrganizationAdditionalConfigurationResult)[] | undefined;
}
export interface OrganizationFeatureStatistics {
  readonly Name?: OrgFeature | undefined;
  readonly EnabledAccountsCount?: number | undefined;
  readonly AdditionalConfiguration?: readonly (OrganizationFeatureStatisticsAdditionalConfiguration)[] | undefined;
}
export interface OrganizationFeatureStatisticsAdditionalConfiguration {
  readonly Name?: OrgFeatureAdditionalConfiguration | undefined;
  readonly EnabledAccountsCount?: number | undefined;
}
export interface OrganizationKubernetesAuditLogsConfiguration {
  readonly AutoEnable: boolean;
}
export interface OrganizationKubernetesAuditLogsConfigurationResult {
  readonly AutoEnable: boolean;
}
export interface OrganizationKubernetesConfiguration {
  readonly AuditLogs: OrganizationKubernetesAuditLogsConfiguration;
}
export interface OrganizationKubernetesConfigurationResult {
  readonly AuditLogs: OrganizationKubernetesAuditLogsConfigurationResult;
}
export interface OrganizationMalwareProtectionConfiguration {
  readonly ScanEc2InstanceWithFindings?: OrganizationScanEc2InstanceWithFindings | undefined;
}
export interface OrganizationMalwareProtectionConfigurationResult {
  readonly ScanEc2InstanceWithFindings?: OrganizationScanEc2InstanceWithFindingsResult | undefined;
}
export interface OrganizationS3LogsConfiguration {
  readonly AutoEnable: boolean;
}
export interface OrganizationS3LogsConfigurationResult {
  readonly AutoEnable: boolean;
}
export interface OrganizationScanEc2InstanceWithFindings {
  readonly EbsVolumes?: OrganizationEbsVolumes | undefined;
}
export interface OrganizationScanEc2InstanceWithFindingsResult {
  readonly EbsVolumes?: OrganizationEbsVolumesResult | undefined;
}
export interface OrganizationStatistics {
  readonly TotalAccountsCount?: number | undefined;
  readonly MemberAccountsCount?: number | undefined;
  readonly ActiveAccountsCount?: number | undefined;
  readonly EnabledAccountsCount?: number | undefined;
  readonly CountByFeature?: readonly (OrganizationFeatureStatistics)[] | undefined;
}
export interface Owner {
  readonly Id?: string | undefined;
}
export interface PermissionConfiguration {
  readonly BucketLevelPermissions?: BucketLevelPermissions | undefined;
  readonly AccountLevelPermissions?: AccountLevelPermissions | undefined;
}
export interface PortProbeAction {
  readonly Blocked?: boolean | undefined;
  readonly PortProbeDetails?: readonly (PortProbeDetail)[] | undefined;
}
export interface PortProbeDetail {
  readonly LocalPortDetails?: LocalPortDetails | undefined;
  readonly LocalIpDetails?: LocalIpDetails | undefined;
  readonly RemoteIpDetails?: RemoteIpDetails | undefined;
}
export interface PrivateIpAddressDetails {
  readonly PrivateDnsName?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
}
export interface ProcessDetails {
  readonly Name?: string | undefined;
  readonly ExecutablePath?: string | undefined;
  readonly ExecutableSha256?: string | undefined;
  readonly NamespacePid?: number | undefined;
  readonly Pwd?: string | undefined;
  readonly Pid?: number | undefined;
  readonly StartTime?: Date | undefined;
  readonly Uuid?: string | undefined;
  readonly ParentUuid?: string | undefined;
  readonly User?: string | undefined;
  readonly UserId?: number | undefined;
  readonly Euid?: number | undefined;
  readonly Lineage?: readonly (LineageObject)[] | undefined;
}
export interface ProductCode {
  readonly Code?: string | undefined;
  readonly ProductType?: string | undefined;
}
export type ProfileSubtype = "FREQUENT" | "INFREQUENT" | "UNSEEN" | "RARE";
export type ProfileType = "FREQUENCY";
export interface PublicAccess {
  readonly PermissionConfiguration?: PermissionConfiguration | undefined;
  readonly EffectivePermission?: string | undefined;
}
export interface PublicAccessConfiguration {
  readonly PublicAclAccess?: PublicAccessStatus | undefined;
  readonly PublicPolicyAccess?: PublicAccessStatus | undefined;
  readonly PublicAclIgnoreBehavior?: PublicAclIgnoreBehavior | undefined;
  readonly PublicBucketRestrictBehavior?: PublicBucketRestrictBehavior | undefined;
}
export type PublicAccessStatus = "BLOCKED" | "ALLOWED";
export type PublicAclIgnoreBehavior = "IGNORED" | "NOT_IGNORED";
export type PublicBucketRestrictBehavior = "RESTRICTED" | "NOT_RESTRICTED";
export type PublishingStatus = "PENDING_VERIFICATION" | "PUBLISHING" | "UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY" | "STOPPED";
export interface RdsDbInstanceDetails {
  readonly DbInstanceIdentifier?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DbClusterIdentifier?: string | undefined;
  readonly DbInstanceArn?: string | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface RdsDbUserDetails {
  readonly User?: string | undefined;
  readonly Application?: string | undefined;
  readonly Database?: string | undefined;
  readonly Ssl?: string | undefined;
  readonly AuthMethod?: string | undefined;
}
export interface RdsLimitlessDbDetails {
  readonly DbShardGroupIdentifier?: string | undefined;
  readonly DbShardGroupResourceId?: string | undefined;
  readonly DbShardGroupArn?: string | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly DbClusterIdentifier?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface RdsLoginAttemptAction {
  readonly RemoteIpDetails?: RemoteIpDetails | undefined;
  readonly LoginAttributes?: readonly (LoginAttribute)[] | undefined;
}
export interface RecoveryPoint {
  readonly BackupVaultName: string;
}
export interface RecoveryPointDetails {
  readonly RecoveryPointArn?: string | undefined;
  readonly BackupVaultName?: string | undefined;
}
export interface RemoteAccountDetails {
  readonly AccountId?: string | undefined;
  readonly Affiliated?: boolean | undefined;
}
export interface RemoteIpDetails {
  readonly City?: City | undefined;
  readonly Country?: Country | undefined;
  readonly GeoLocation?: GeoLocation | undefined;
  readonly IpAddressV4?: string | undefined;
  readonly IpAddressV6?: string | undefined;
  readonly Organization?: Organization | undefined;
}
export interface RemotePortDetails {
  readonly Port?: number | undefined;
  readonly PortName?: string | undefined;
}
export interface Resource {
  readonly AccessKeyDetails?: AccessKeyDetails | undefined;
  readonly S3BucketDetails?: readonly (S3BucketDetail)[] | undefined;
  readonly InstanceDetails?: InstanceDetails | undefined;
  readonly EksClusterDetails?: EksClusterDetails | undefined;
  readonly KubernetesDetails?: KubernetesDetails | undefined;
  readonly ResourceType?: string | undefined;
  readonly EbsVolumeDetails?: EbsVolumeDetails | undefined;
  readonly EcsClusterDetails?: EcsClusterDetails | undefined;
  readonly ContainerDetails?: Container | undefined;
  readonly LambdaDetails?: LambdaDetails | undefined;
  readonly RdsDbInstanceDetails?: RdsDbInstanceDetails | undefined;
  readonly RdsLimitlessDbDetails?: RdsLimitlessDbDetails | undefined;
  readonly RdsDbUserDetails?: RdsDbUserDetails | undefined;
  readonly EbsSnapshotDetails?: EbsSnapshotDetails | undefined;
  readonly Ec2ImageDetails?: Ec2ImageDetails | undefined;
  readonly RecoveryPointDetails?: RecoveryPointDetails | undefined;
}
export interface ResourceData {
  readonly S3Bucket?: S3Bucket | undefined;
  readonly Ec2Instance?: Ec2Instance | undefined;
  readonly AccessKey?: AccessKey | undefined;
  readonly Ec2NetworkInterface?: Ec2NetworkInterface | undefined;
  readonly S3Object?: S3Object | undefined;
  readonly EksCluster?: EksCluster | undefined;
  readonly KubernetesWorkload?: KubernetesWorkload | undefined;
  readonly Container?: ContainerFindingResource | undefined;
  readonly EcsCluster?: EcsCluster | undefined;
  readonly EcsTask?: EcsTask | undefined;
  readonly IamInstanceProfile?: IamInstanceProfileV2 | undefined;
  readonly AutoscalingAutoScalingGroup?: AutoscalingAutoScalingGroup | undefined;
  readonly Ec2LaunchTemplate?: Ec2LaunchTemplate | undefined;
  readonly Ec2Vpc?: Ec2Vpc | undefined;
  readonly Ec2Image?: Ec2Image | undefined;
  readonly CloudformationStack?: CloudformationStack | undefined;
}
export interface ResourceDetails {
  readonly InstanceArn?: string | undefined;
}
export interface ResourceStatistics {
  readonly AccountId?: string | undefined;
  readonly LastGeneratedAt?: Date | undefined;
  readonly ResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly TotalFindings?: number | undefined;
}
export type ResourceType = "EKS" | "ECS" | "EC2";
export interface ResourceV2 {
  readonly Uid: string;
  readonly Name?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly ResourceType: FindingResourceType;
  readonly Region?: string | undefined;
  readonly Service?: string | undefined;
  readonly CloudPartition?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Data?: ResourceData | undefined;
}
export interface RuntimeContext {
  readonly ModifyingProcess?: ProcessDetails | undefined;
  readonly ModifiedAt?: Date | undefined;
  readonly ScriptPath?: string | undefined;
  readonly LibraryPath?: string | undefined;
  readonly LdPreloadValue?: string | undefined;
  readonly SocketPath?: string | undefined;
  readonly RuncBinaryPath?: string | undefined;
  readonly ReleaseAgentPath?: string | undefined;
  readonly MountSource?: string | undefined;
  readonly MountTarget?: string | undefined;
  readonly FileSystemType?: string | undefined;
  readonly Flags?: readonly (string)[] | undefined;
  readonly ModuleName?: string | undefined;
  readonly ModuleFilePath?: string | undefined;
  readonly ModuleSha256?: string | undefined;
  readonly ShellHistoryFilePath?: string | undefined;
  readonly TargetProcess?: ProcessDetails | undefined;
  readonly AddressFamily?: string | undefined;
  readonly IanaProtocolNumber?: number | undefined;
  readonly MemoryRegions?: readonly (string)[] | undefined;
  readonly ToolName?: string | undefined;
  readonly ToolCategory?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly CommandLineExample?: string | undefined;
  readonly ThreatFilePath?: string | undefined;
}
export interface RuntimeDetails {
  readonly Process?: ProcessDetails | undefined;
  readonly Context?: RuntimeContext | undefined;
}
export interface S3Bucket {
  readonly OwnerId?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly EncryptionType?: string | undefined;
  readonly EncryptionKeyArn?: string | undefined;
  readonly EffectivePermission?: string | undefined;
  readonly PublicReadAccess?: PublicAccessStatus | undefined;
  readonly PublicWriteAccess?: PublicAccessStatus | undefined;
  readonly AccountPublicAccess?: PublicAccessConfiguration | undefined;
  readonly BucketPublicAccess?: PublicAccessConfiguration | undefined;
  readonly S3ObjectUids?: readonly (string)[] | undefined;
}
export interface S3BucketDetail {
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly Owner?: Owner | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DefaultServerSideEncryption?: DefaultServerSideEncryption | undefined;
  readonly PublicAccess?: PublicAccess | undefined;
  readonly S3ObjectDetails?: readonly (S3ObjectDetail)[] | undefined;
}
export interface S3LogsConfiguration {
  readonly Enable: boolean;
}
export interface S3LogsConfigurationResult {
  readonly Status: DataSourceStatus;
}
export interface S3Object {
  readonly ETag?: string | undefined;
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface S3ObjectDetail {
  readonly ObjectArn?: string | undefined;
  readonly Key?: string | undefined;
  readonly ETag?: string | undefined;
  readonly Hash?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface S3ObjectForSendObjectMalwareScan {
  readonly Bucket?: string | undefined;
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface Scan {
  readonly DetectorId?: string | undefined;
  readonly AdminDetectorId?: string | undefined;
  readonly ScanId?: string | undefined;
  readonly ScanStatus?: ScanStatus | undefined;
  readonly FailureReason?: string | undefined;
  readonly ScanStartTime?: Date | undefined;
  readonly ScanEndTime?: Date | undefined;
  readonly TriggerDetails?: TriggerDetails | undefined;
  readonly ResourceDetails?: ResourceDetails | undefined;
  readonly ScanResultDetails?: ScanResultDetails | undefined;
  readonly AccountId?: string | undefined;
  readonly TotalBytes?: number | undefined;
  readonly FileCount?: number | undefined;
  readonly AttachedVolumes?: readonly (VolumeDetail)[] | undefined;
  readonly ScanType?: ScanType | undefined;
}
export type ScanCategory = "FULL_SCAN" | "INCREMENTAL_SCAN";
export interface ScanCondition {
  readonly MapEquals: readonly (ScanConditionPair)[];
}
export interface ScanConditionPair {
  readonly Key: string;
  readonly Value?: string | undefined;
}
export interface ScanConfiguration {
  readonly Role?: string | undefined;
  readonly TriggerDetails?: TriggerDetails | undefined;
  readonly IncrementalScanDetails?: IncrementalScanDetails | undefined;
  readonly RecoveryPoint?: ScanConfigurationRecoveryPoint | undefined;
}
export interface ScanConfigurationRecoveryPoint {
  readonly BackupVaultName?: string | undefined;
}
export type ScanCriterionKey = "EC2_INSTANCE_TAG";
export interface ScanDetections {
  readonly ScannedItemCount?: ScannedItemCount | undefined;
  readonly ThreatsDetectedItemCount?: ThreatsDetectedItemCount | undefined;
  readonly HighestSeverityThreatDetails?: HighestSeverityThreatDetails | undefined;
  readonly ThreatDetectedByName?: ThreatDetectedByName | undefined;
}
export interface ScanEc2InstanceWithFindings {
  readonly EbsVolumes?: boolean | undefined;
}
export interface ScanEc2InstanceWithFindingsResult {
  readonly EbsVolumes?: EbsVolumesResult | undefined;
}
export interface ScanFilePath {
  readonly FilePath?: string | undefined;
  readonly VolumeArn?: string | undefined;
  readonly Hash?: string | undefined;
  readonly FileName?: string | undefined;
}
export interface ScanResourceCriteria {
  readonly Include?: { readonly [key: string]: ScanCondition } | undefined;
  readonly Exclude?: { readonly [key: string]: ScanCondition } | undefined;
}
export type ScanResult = "CLEAN" | "INFECTED";
export interface ScanResultDetails {
  readonly ScanResult?: ScanResult | undefined;
}
export type ScanResultStatus = "NO_THREATS_FOUND" | "THREATS_FOUND";
export interface ScanResultThreat {
  readonly Name?: string | undefined;
  readonly Source?: DetectionSource | undefined;
  readonly Count?: number | undefined;
  readonly Hash?: string | undefined;
  readonly ItemDetails?: readonly (ItemDetails)[] | undefined;
}
export type ScanStatus = "RUNNING" | "COMPLETED" | "FAILED" | "SKIPPED";
export type ScanStatusReason = "ACCESS_DENIED" | "RESOURCE_NOT_FOUND" | "SNAPSHOT_SIZE_LIMIT_EXCEEDED" | "RESOURCE_UNAVAILABLE" | "INCONSISTENT_SOURCE" | "INCREMENTAL_NO_DIFFERENCE" | "NO_EBS_VOLUMES_FOUND" | "UNSUPPORTED_PRODUCT_CODE_TYPE" | "AMI_SNAPSHOT_LIMIT_EXCEEDED" | "UNRELATED_RESOURCES" | "BASE_RESOURCE_NOT_SCANNED" | "BASE_CREATED_AFTER_TARGET" | "UNSUPPORTED_FOR_INCREMENTAL" | "UNSUPPORTED_AMI" | "UNSUPPORTED_SNAPSHOT" | "UNSUPPORTED_COMPOSITE_RECOVERY_POINT" | "ALL_FILES_SKIPPED_OR_FAILED";
export interface ScanThreatName {
  readonly Name?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ItemCount?: number | undefined;
  readonly FilePaths?: readonly (ScanFilePath)[] | undefined;
}
export type ScanType = "GUARDDUTY_INITIATED" | "ON_DEMAND";
export interface ScannedItemCount {
  readonly TotalGb?: number | undefined;
  readonly Files?: number | undefined;
  readonly Volumes?: number | undefined;
}
export interface ScannedResource {
  readonly ScannedResourceArn?: string | undefined;
  readonly ScannedResourceType?: MalwareProtectionResourceType | undefined;
  readonly ScannedResourceStatus?: MalwareProtectionScanStatus | undefined;
  readonly ScanStatusReason?: ScanStatusReason | undefined;
  readonly ResourceDetails?: ScannedResourceDetails | undefined;
}
export interface ScannedResourceDetails {
  readonly EbsVolume?: VolumeDetail | undefined;
  readonly EbsSnapshot?: EbsSnapshot | undefined;
}
export interface SecurityContext {
  readonly Privileged?: boolean | undefined;
  readonly AllowPrivilegeEscalation?: boolean | undefined;
}
export interface SecurityGroup {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
}
export interface SendObjectMalwareScanRequest {
  readonly S3Object?: S3ObjectForSendObjectMalwareScan | undefined;
}
export interface SendObjectMalwareScanResponse {
}
export interface Sequence {
  readonly Uid: string;
  readonly Description: string;
  readonly Actors?: readonly (Actor)[] | undefined;
  readonly Resources?: readonly (ResourceV2)[] | undefined;
  readonly Endpoints?: readonly (NetworkEndpoint)[] | undefined;
  readonly Signals: readonly (Signal)[];
  readonly SequenceIndicators?: readonly (Indicator)[] | undefined;
  readonly AdditionalSequenceTypes?: readonly (string)[] | undefined;
}
export interface Service {
  readonly Action?: Action | undefined;
  readonly Evidence?: Evidence | undefined;
  readonly Archived?: boolean | undefined;
  readonly Count?: number | undefined;
  readonly DetectorId?: string | undefined;
  readonly EventFirstSeen?: string | undefined;
  readonly EventLastSeen?: string | undefined;
  readonly ResourceRole?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly UserFeedback?: string | undefined;
  readonly AdditionalInfo?: ServiceAdditionalInfo | undefined;
  readonly FeatureName?: string | undefined;
  readonly EbsVolumeScanDetails?: EbsVolumeScanDetails | undefined;
  readonly RuntimeDetails?: RuntimeDetails | undefined;
  readonly Detection?: Detection | undefined;
  readonly MalwareScanDetails?: MalwareScanDetails | undefined;
}
export interface ServiceAdditionalInfo {
  readonly Value?: string | undefined;
  readonly Type?: string | undefined;
}
export interface Session {
  readonly Uid?: string | undefined;
  readonly MfaStatus?: MfaStatus | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly Issuer?: string | undefined;
}
export interface SeverityStatistics {
  readonly LastGeneratedAt?: Date | undefined;
  readonly Severity?: number | undefined;
  readonly TotalFindings?: number | undefined;
}
export interface Signal {
  readonly Uid: string;
  readonly Type: SignalType;
  readonly Description?: string | undefined;
  readonly Name: string;
  readonly CreatedAt: Date;
  readonly UpdatedAt: Date;
  readonly FirstSeenAt: Date;
  readonly LastSeenAt: Date;
  readonly Severity?: number | undefined;
  readonly Count: number;
  readonly ResourceUids?: readonly (string)[] | undefined;
  readonly ActorIds?: readonly (string)[] | undefined;
  readonly EndpointIds?: readonly (string)[] | undefined;
  readonly SignalIndicators?: readonly (Indicator)[] | undefined;
}
export type SignalType = "FINDING" | "CLOUD_TRAIL" | "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "FLOW_LOGS" | "DNS_LOGS" | "RUNTIME_MONITORING";
export interface SortCriteria {
  readonly AttributeName?: string | undefined;
  readonly OrderBy?: OrderBy | undefined;
}
export interface StartMalwareScanConfiguration {
  readonly Role: string;
  readonly IncrementalScanDetails?: IncrementalScanDetails | undefined;
  readonly RecoveryPoint?: RecoveryPoint | undefined;
}
export interface StartMalwareScanRequest {
  readonly ResourceArn: string;
  readonly ClientToken?: string | undefined;
  readonly ScanConfiguration?: StartMalwareScanConfiguration | undefined;
}
export interface StartMalwareScanResponse {
  readonly ScanId?: string | undefined;
}
export interface StartMonitoringMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface StartMonitoringMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface StopMonitoringMembersRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
}
export interface StopMonitoringMembersResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface Threat {
  readonly Name?: string | undefined;
  readonly Source?: string | undefined;
  readonly ItemPaths?: readonly (ItemPath)[] | undefined;
  readonly Count?: number | undefined;
  readonly Hash?: string | undefined;
  readonly ItemDetails?: readonly (ItemDetails)[] | undefined;
}
export interface ThreatDetectedByName {
  readonly ItemCount?: number | undefined;
  readonly UniqueThreatNameCount?: number | undefined;
  readonly Shortened?: boolean | undefined;
  readonly ThreatNames?: readonly (ScanThreatName)[] | undefined;
}
export type ThreatEntitySetFormat = "TXT" | "STIX" | "OTX_CSV" | "ALIEN_VAULT" | "PROOF_POINT" | "FIRE_EYE";
export type ThreatEntitySetStatus = "INACTIVE" | "ACTIVATING" | "ACTIVE" | "DEACTIVATING" | "ERROR" | "DELETE_PENDING" | "DELETED";
export type ThreatIntelSetFormat = "TXT" | "STIX" | "OTX_CSV" | "ALIEN_VAULT" | "PROOF_POINT" | "FIRE_EYE";
export type ThreatIntelSetStatus = "INACTIVE" | "ACTIVATING" | "ACTIVE" | "DEACTIVATING" | "ERROR" | "DELETE_PENDING" | "DELETED";
export interface ThreatIntelligenceDetail {
  readonly ThreatListName?: string | undefined;
  readonly ThreatNames?: readonly (string)[] | undefined;
  readonly ThreatFileSha256?: string | undefined;
}
export interface ThreatsDetectedItemCount {
  readonly Files?: number | undefined;
}
export interface Total {
  readonly Amount?: string | undefined;
  readonly Unit?: string | undefined;
}
export interface TriggerDetails {
  readonly GuardDutyFindingId?: string | undefined;
  readonly Description?: string | undefined;
  readonly TriggerType?: TriggerType | undefined;
}
export type TriggerType = "BACKUP" | "GUARDDUTY";
export type TrustedEntitySetFormat = "TXT" | "STIX" | "OTX_CSV" | "ALIEN_VAULT" | "PROOF_POINT" | "FIRE_EYE";
export type TrustedEntitySetStatus = "INACTIVE" | "ACTIVATING" | "ACTIVE" | "DEACTIVATING" | "ERROR" | "DELETE_PENDING" | "DELETED";
export interface UnarchiveFindingsRequest {
  readonly DetectorId: string;
  readonly FindingIds: readonly (string)[];
}
export interface UnarchiveFindingsResponse {
}
export interface UnprocessedAccount {
  readonly AccountId: string;
  readonly Result: string;
}
export interface UnprocessedDataSourcesResult {
  readonly MalwareProtection?: MalwareProtectionConfigurationResult | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateDetectorRequest {
  readonly DetectorId: string;
  readonly Enable?: boolean | undefined;
  readonly FindingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly DataSources?: DataSourceConfigurations | undefined;
  readonly Features?: readonly (DetectorFeatureConfiguration)[] | undefined;
}
export interface UpdateDetectorResponse {
}
export interface UpdateFilterRequest {
  readonly DetectorId: string;
  readonly FilterName: string;
  readonly Description?: string | undefined;
  readonly Action?: FilterAction | undefined;
  readonly Rank?: number | undefined;
  readonly FindingCriteria?: FindingCriteria | undefined;
}
export interface UpdateFilterResponse {
  readonly Name: string;
}
export interface UpdateFindingsFeedbackRequest {
  readonly DetectorId: string;
  readonly FindingIds: readonly (string)[];
  readonly Feedback: Feedback;
  readonly Comments?: string | undefined;
}
export interface UpdateFindingsFeedbackResponse {
}
export interface UpdateIPSetRequest {
  readonly DetectorId: string;
  readonly IpSetId: string;
  readonly Name?: string | undefined;
  readonly Location?: string | undefined;
  readonly Activate?: boolean | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface UpdateIPSetResponse {
}
export interface UpdateMalwareProtectionPlanRequest {
  readonly MalwareProtectionPlanId: string;
  readonly Role?: string | undefined;
  readonly Actions?: MalwareProtectionPlanActions | undefined;
  readonly ProtectedResource?: UpdateProtectedResource | undefined;
}
export interface UpdateMalwareScanSettingsRequest {
  readonly DetectorId: string;
  readonly ScanResourceCriteria?: ScanResourceCriteria | undefined;
  readonly EbsSnapshotPreservation?: EbsSnapshotPreservation | undefined;
}
export interface UpdateMalwareScanSettingsResponse {
}
export interface UpdateMemberDetectorsRequest {
  readonly DetectorId: string;
  readonly AccountIds: readonly (string)[];
  readonly DataSources?: DataSourceConfigurations | undefined;
  readonly Features?: readonly (MemberFeaturesConfiguration)[] | undefined;
}
export interface UpdateMemberDetectorsResponse {
  readonly UnprocessedAccounts: readonly (UnprocessedAccount)[];
}
export interface UpdateOrganizationConfigurationRequest {
  readonly DetectorId: string;
  readonly AutoEnable?: boolean | undefined;
  readonly DataSources?: OrganizationDataSourceConfigurations | undefined;
  readonly Features?: readonly (OrganizationFeatureConfiguration)[] | undefined;
  readonly AutoEnableOrganizationMembers?: AutoEnableMembers | undefined;
}
export interface UpdateOrganizationConfigurationResponse {
}
export interface UpdateProtectedResource {
  readonly S3Bucket?: UpdateS3BucketResource | undefined;
}
export interface UpdatePublishingDestinationRequest {
  readonly DetectorId: string;
  readonly DestinationId: string;
  readonly DestinationProperties?: DestinationProperties | undefined;
}
export interface UpdatePublishingDestinationResponse {
}
export interface UpdateS3BucketResource {
  readonly ObjectPrefixes?: readonly (string)[] | undefined;
}
export interface UpdateThreatEntitySetRequest {
  readonly DetectorId: string;
  readonly ThreatEntitySetId: string;
  readonly Name?: string | undefined;
  readonly Location?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Activate?: boolean | undefined;
}
export interface UpdateThreatEntitySetResponse {
}
export interface UpdateThreatIntelSetRequest {
  readonly DetectorId: string;
  readonly ThreatIntelSetId: string;
  readonly Name?: string | undefined;
  readonly Location?: string | undefined;
  readonly Activate?: boolean | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}
export interface UpdateThreatIntelSetResponse {
}
export interface UpdateTrustedEntitySetRequest {
  readonly DetectorId: string;
  readonly TrustedEntitySetId: string;
  readonly Name?: string | undefined;
  readonly Location?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Activate?: boolean | undefined;
}
export interface UpdateTrustedEntitySetResponse {
}
export interface UsageAccountResult {
  readonly AccountId?: string | undefined;
  readonly Total?: Total | undefined;
}
export interface UsageCriteria {
  readonly AccountIds?: readonly (string)[] | undefined;
  readonly DataSources?: readonly (DataSource)[] | undefined;
  readonly Resources?: readonly (string)[] | undefined;
  readonly Features?: readonly (UsageFeature)[] | undefined;
}
export interface UsageDataSourceResult {
  readonly DataSource?: DataSource | undefined;
  readonly Total?: Total | undefined;
}
export type UsageFeature = "FLOW_LOGS" | "CLOUD_TRAIL" | "DNS_LOGS" | "S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "EKS_RUNTIME_MONITORING" | "EC2_RUNTIME_MONITORING" | "FARGATE_RUNTIME_MONITORING" | "RDS_DBI_PROTECTION_PROVISIONED" | "RDS_DBI_PROTECTION_SERVERLESS";
export interface UsageFeatureResult {
  readonly Feature?: UsageFeature | undefined;
  readonly Total?: Total | undefined;
}
export interface UsageResourceResult {
  readonly Resource?: string | undefined;
  readonly Total?: Total | undefined;
}
export type UsageStatisticType = "SUM_BY_ACCOUNT" | "SUM_BY_DATA_SOURCE" | "SUM_BY_RESOURCE" | "TOP_RESOURCES" | "SUM_BY_FEATURES" | "TOP_ACCOUNTS_BY_FEATURE";
export interface UsageStatistics {
  readonly SumByAccount?: readonly (UsageAccountResult)[] | undefined;
  readonly TopAccountsByFeature?: readonly (UsageTopAccountsResult)[] | undefined;
  readonly SumByDataSource?: readonly (UsageDataSourceResult)[] | undefined;
  readonly SumByResource?: readonly (UsageResourceResult)[] | undefined;
  readonly TopResources?: readonly (UsageResourceResult)[] | undefined;
  readonly SumByFeature?: readonly (UsageFeatureResult)[] | undefined;
}
export interface UsageTopAccountResult {
  readonly AccountId?: string | undefined;
  readonly Total?: Total | undefined;
}
export interface UsageTopAccountsResult {
  readonly Feature?: UsageFeature | undefined;
  readonly Accounts?: readonly (UsageTopAccountResult)[] | undefined;
}
export interface User {
  readonly Name: string;
  readonly Uid: string;
  readonly Type: string;
  readonly CredentialUid?: string | undefined;
  readonly Account?: Account | undefined;
}
export interface Volume {
  readonly Name?: string | undefined;
  readonly HostPath?: HostPath | undefined;
}
export interface VolumeDetail {
  readonly VolumeArn?: string | undefined;
  readonly VolumeType?: string | undefined;
  readonly DeviceName?: string | undefined;
  readonly VolumeSizeInGB?: number | undefined;
  readonly EncryptionType?: string | undefined;
  readonly SnapshotArn?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
}
export interface VolumeMount {
  readonly Name?: string | undefined;
  readonly MountPath?: string | undefined;
}
export interface VpcConfig {
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly VpcId?: string | undefined;
  readonly SecurityGroups?: readonly (SecurityGroup)[] | undefined;
}

export interface GuarddutyOperations {
  readonly AcceptAdministratorInvitation: { readonly input: AcceptAdministratorInvitationRequest; readonly output: AcceptAdministratorInvitationResponse };
  readonly AcceptInvitation: { readonly input: AcceptInvitationRequest; readonly output: AcceptInvitationResponse };
  readonly ArchiveFindings: { readonly input: ArchiveFindingsRequest; readonly output: ArchiveFindingsResponse };
  readonly CreateDetector: { readonly input: CreateDetectorRequest; readonly output: CreateDetectorResponse };
  readonly CreateFilter: { readonly input: CreateFilterRequest; readonly output: CreateFilterResponse };
  readonly CreateIPSet: { readonly input: CreateIPSetRequest; readonly output: CreateIPSetResponse };
  readonly CreateMalwareProtectionPlan: { readonly input: CreateMalwareProtectionPlanRequest; readonly output: CreateMalwareProtectionPlanResponse };
  readonly CreateMembers: { readonly input: CreateMembersRequest; readonly output: CreateMembersResponse };
  readonly CreatePublishingDestination: { readonly input: CreatePublishingDestinationRequest; readonly output: CreatePublishingDestinationResponse };
  readonly CreateSampleFindings: { readonly input: CreateSampleFindingsRequest; readonly output: CreateSampleFindingsResponse };
  readonly CreateThreatEntitySet: { readonly input: CreateThreatEntitySetRequest; readonly output: CreateThreatEntitySetResponse };
  readonly CreateThreatIntelSet: { readonly input: CreateThreatIntelSetRequest; readonly output: CreateThreatIntelSetResponse };
  readonly CreateTrustedEntitySet: { readonly input: CreateTrustedEntitySetRequest; readonly output: CreateTrustedEntitySetResponse };
  readonly DeclineInvitations: { readonly input: DeclineInvitationsRequest; readonly output: DeclineInvitationsResponse };
  readonly DeleteDetector: { readonly input: DeleteDetectorRequest; readonly output: DeleteDetectorResponse };
  readonly DeleteFilter: { readonly input: DeleteFilterRequest; readonly output: DeleteFilterResponse };
  readonly DeleteIPSet: { readonly input: DeleteIPSetRequest; readonly output: DeleteIPSetResponse };
  readonly DeleteInvitations: { readonly input: DeleteInvitationsRequest; readonly output: DeleteInvitationsResponse };
  readonly DeleteMalwareProtectionPlan: { readonly input: DeleteMalwareProtectionPlanRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteMembers: { readonly input: DeleteMembersRequest; readonly output: DeleteMembersResponse };
  readonly DeletePublishingDestination: { readonly input: DeletePublishingDestinationRequest; readonly output: DeletePublishingDestinationResponse };
  readonly DeleteThreatEntitySet: { readonly input: DeleteThreatEntitySetRequest; readonly output: DeleteThreatEntitySetResponse };
  readonly DeleteThreatIntelSet: { readonly input: DeleteThreatIntelSetRequest; readonly output: DeleteThreatIntelSetResponse };
  readonly DeleteTrustedEntitySet: { readonly input: DeleteTrustedEntitySetRequest; readonly output: DeleteTrustedEntitySetResponse };
  readonly DescribeMalwareScans: { readonly input: DescribeMalwareScansRequest; readonly output: DescribeMalwareScansResponse };
  readonly DescribeOrganizationConfiguration: { readonly input: DescribeOrganizationConfigurationRequest; readonly output: DescribeOrganizationConfigurationResponse };
  readonly DescribePublishingDestination: { readonly input: DescribePublishingDestinationRequest; readonly output: DescribePublishingDestinationResponse };
  readonly DisableOrganizationAdminAccount: { readonly input: DisableOrganizationAdminAccountRequest; readonly output: DisableOrganizationAdminAccountResponse };
  readonly DisassociateFromAdministratorAccount: { readonly input: DisassociateFromAdministratorAccountRequest; readonly output: DisassociateFromAdministratorAccountResponse };
  readonly DisassociateFromMasterAccount: { readonly input: DisassociateFromMasterAccountRequest; readonly output: DisassociateFromMasterAccountResponse };
  readonly DisassociateMembers: { readonly input: DisassociateMembersRequest; readonly output: DisassociateMembersResponse };
  readonly EnableOrganizationAdminAccount: { readonly input: EnableOrganizationAdminAccountRequest; readonly output: EnableOrganizationAdminAccountResponse };
  readonly GetAdministratorAccount: { readonly input: GetAdministratorAccountRequest; readonly output: GetAdministratorAccountResponse };
  readonly GetCoverageStatistics: { readonly input: GetCoverageStatisticsRequest; readonly output: GetCoverageStatisticsResponse };
  readonly GetDetector: { readonly input: GetDetectorRequest; readonly output: GetDetectorResponse };
  readonly GetFilter: { readonly input: GetFilterRequest; readonly output: GetFilterResponse };
  readonly GetFindings: { readonly input: GetFindingsRequest; readonly output: GetFindingsResponse };
  readonly GetFindingsStatistics: { readonly input: GetFindingsStatisticsRequest; readonly output: GetFindingsStatisticsResponse };
  readonly GetIPSet: { readonly input: GetIPSetRequest; readonly output: GetIPSetResponse };
  readonly GetInvitationsCount: { readonly input: GetInvitationsCountRequest; readonly output: GetInvitationsCountResponse };
  readonly GetMalwareProtectionPlan: { readonly input: GetMalwareProtectionPlanRequest; readonly output: GetMalwareProtectionPlanResponse };
  readonly GetMalwareScan: { readonly input: GetMalwareScanRequest; readonly output: GetMalwareScanResponse };
  readonly GetMalwareScanSettings: { readonly input: GetMalwareScanSettingsRequest; readonly output: GetMalwareScanSettingsResponse };
  readonly GetMasterAccount: { readonly input: GetMasterAccountRequest; readonly output: GetMasterAccountResponse };
  readonly GetMemberDetectors: { readonly input: GetMemberDetectorsRequest; readonly output: GetMemberDetectorsResponse };
  readonly GetMembers: { readonly input: GetMembersRequest; readonly output: GetMembersResponse };
  readonly GetOrganizationStatistics: { readonly input: Readonly<Record<string, never>>; readonly output: GetOrganizationStatisticsResponse };
  readonly GetRemainingFreeTrialDays: { readonly input: GetRemainingFreeTrialDaysRequest; readonly output: GetRemainingFreeTrialDaysResponse };
  readonly GetThreatEntitySet: { readonly input: GetThreatEntitySetRequest; readonly output: GetThreatEntitySetResponse };
  readonly GetThreatIntelSet: { readonly input: GetThreatIntelSetRequest; readonly output: GetThreatIntelSetResponse };
  readonly GetTrustedEntitySet: { readonly input: GetTrustedEntitySetRequest; readonly output: GetTrustedEntitySetResponse };
  readonly GetUsageStatistics: { readonly input: GetUsageStatisticsRequest; readonly output: GetUsageStatisticsResponse };
  readonly InviteMembers: { readonly input: InviteMembersRequest; readonly output: InviteMembersResponse };
  readonly ListCoverage: { readonly input: ListCoverageRequest; readonly output: ListCoverageResponse };
  readonly ListDetectors: { readonly input: ListDetectorsRequest; readonly output: ListDetectorsResponse };
  readonly ListFilters: { readonly input: ListFiltersRequest; readonly output: ListFiltersResponse };
  readonly ListFindings: { readonly input: ListFindingsRequest; readonly output: ListFindingsResponse };
  readonly ListIPSets: { readonly input: ListIPSetsRequest; readonly output: ListIPSetsResponse };
  readonly ListInvitations: { readonly input: ListInvitationsRequest; readonly output: ListInvitationsResponse };
  readonly ListMalwareProtectionPlans: { readonly input: ListMalwareProtectionPlansRequest; readonly output: ListMalwareProtectionPlansResponse };
  readonly ListMalwareScans: { readonly input: ListMalwareScansRequest; readonly output: ListMalwareScansResponse };
  readonly ListMembers: { readonly input: ListMembersRequest; readonly output: ListMembersResponse };
  readonly ListOrganizationAdminAccounts: { readonly input: ListOrganizationAdminAccountsRequest; readonly output: ListOrganizationAdminAccountsResponse };
  readonly ListPublishingDestinations: { readonly input: ListPublishingDestinationsRequest; readonly output: ListPublishingDestinationsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListThreatEntitySets: { readonly input: ListThreatEntitySetsRequest; readonly output: ListThreatEntitySetsResponse };
  readonly ListThreatIntelSets: { readonly input: ListThreatIntelSetsRequest; readonly output: ListThreatIntelSetsResponse };
  readonly ListTrustedEntitySets: { readonly input: ListTrustedEntitySetsRequest; readonly output: ListTrustedEntitySetsResponse };
  readonly SendObjectMalwareScan: { readonly input: SendObjectMalwareScanRequest; readonly output: SendObjectMalwareScanResponse };
  readonly StartMalwareScan: { readonly input: StartMalwareScanRequest; readonly output: StartMalwareScanResponse };
  readonly StartMonitoringMembers: { readonly input: StartMonitoringMembersRequest; readonly output: StartMonitoringMembersResponse };
  readonly StopMonitoringMembers: { readonly input: StopMonitoringMembersRequest; readonly output: StopMonitoringMembersResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UnarchiveFindings: { readonly input: UnarchiveFindingsRequest; readonly output: UnarchiveFindingsResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateDetector: { readonly input: UpdateDetectorRequest; readonly output: UpdateDetectorResponse };
  readonly UpdateFilter: { readonly input: UpdateFilterRequest; readonly output: UpdateFilterResponse };
  readonly UpdateFindingsFeedback: { readonly input: UpdateFindingsFeedbackRequest; readonly output: UpdateFindingsFeedbackResponse };
  readonly UpdateIPSet: { readonly input: UpdateIPSetRequest; readonly output: UpdateIPSetResponse };
  readonly UpdateMalwareProtectionPlan: { readonly input: UpdateMalwareProtectionPlanRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateMalwareScanSettings: { readonly input: UpdateMalwareScanSettingsRequest; readonly output: UpdateMalwareScanSettingsResponse };
  readonly UpdateMemberDetectors: { readonly input: UpdateMemberDetectorsRequest; readonly output: UpdateMemberDetectorsResponse };
  readonly UpdateOrganizationConfiguration: { readonly input: UpdateOrganizationConfigurationRequest; readonly output: UpdateOrganizationConfigurationResponse };
  readonly UpdatePublishingDestination: { readonly input: UpdatePublishingDestinationRequest; readonly output: UpdatePublishingDestinationResponse };
  readonly UpdateThreatEntitySet: { readonly input: UpdateThreatEntitySetRequest; readonly output: UpdateThreatEntitySetResponse };
  readonly UpdateThreatIntelSet: { readonly input: UpdateThreatIntelSetRequest; readonly output: UpdateThreatIntelSetResponse };
  readonly UpdateTrustedEntitySet: { readonly input: UpdateTrustedEntitySetRequest; readonly output: UpdateTrustedEntitySetResponse };
}
