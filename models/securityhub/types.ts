// Generated from the API model of SecurityHub; see scripts/generate-models.
import type { JsonValue } from '../../src/core/json.ts';

export interface AcceptAdministratorInvitationRequest {
  readonly AdministratorId: string;
  readonly InvitationId: string;
}
export interface AcceptAdministratorInvitationResponse {
}
export interface AcceptInvitationRequest {
  readonly MasterId: string;
  readonly InvitationId: string;
}
export interface AcceptInvitationResponse {
}
export interface AccountDetails {
  readonly AccountId: string;
  readonly Email?: string | undefined;
}
export interface Action {
  readonly ActionType?: string | undefined;
  readonly NetworkConnectionAction?: NetworkConnectionAction | undefined;
  readonly AwsApiCallAction?: AwsApiCallAction | undefined;
  readonly DnsRequestAction?: DnsRequestAction | undefined;
  readonly PortProbeAction?: PortProbeAction | undefined;
}
export interface ActionLocalIpDetails {
  readonly IpAddressV4?: string | undefined;
}
export interface ActionLocalPortDetails {
  readonly Port?: number | undefined;
  readonly PortName?: string | undefined;
}
export interface ActionRemoteIpDetails {
  readonly IpAddressV4?: string | undefined;
  readonly Organization?: IpOrganizationDetails | undefined;
  readonly Country?: Country | undefined;
  readonly City?: City | undefined;
  readonly GeoLocation?: GeoLocation | undefined;
}
export interface ActionRemotePortDetails {
  readonly Port?: number | undefined;
  readonly PortName?: string | undefined;
}
export interface ActionTarget {
  readonly ActionTargetArn: string;
  readonly Name: string;
  readonly Description: string;
}
export interface Actor {
  readonly Id?: string | undefined;
  readonly User?: ActorUser | undefined;
  readonly Session?: ActorSession | undefined;
}
export interface ActorSession {
  readonly Uid?: string | undefined;
  readonly MfaStatus?: ActorSessionMfaStatus | undefined;
  readonly CreatedTime?: number | undefined;
  readonly Issuer?: string | undefined;
}
export type ActorSessionMfaStatus = "ENABLED" | "DISABLED";
export interface ActorUser {
  readonly Name?: string | undefined;
  readonly Uid?: string | undefined;
  readonly Type?: string | undefined;
  readonly CredentialUid?: string | undefined;
  readonly Account?: UserAccount | undefined;
}
export interface Adjustment {
  readonly Metric?: string | undefined;
  readonly Reason?: string | undefined;
}
export interface AdminAccount {
  readonly AccountId?: string | undefined;
  readonly Status?: AdminStatus | undefined;
}
export type AdminStatus = "ENABLED" | "DISABLE_IN_PROGRESS";
export interface AggregatorV2 {
  readonly AggregatorV2Arn?: string | undefined;
}
export type AllowedOperators = "AND" | "OR";
export interface AssociatedStandard {
  readonly StandardsId?: string | undefined;
}
export interface AssociationFilters {
  readonly ConfigurationPolicyId?: string | undefined;
  readonly AssociationType?: AssociationType | undefined;
  readonly AssociationStatus?: ConfigurationPolicyAssociationStatus | undefined;
}
export interface AssociationSetDetails {
  readonly AssociationState?: AssociationStateDetails | undefined;
  readonly GatewayId?: string | undefined;
  readonly Main?: boolean | undefined;
  readonly RouteTableAssociationId?: string | undefined;
  readonly RouteTableId?: string | undefined;
  readonly SubnetId?: string | undefined;
}
export interface AssociationStateDetails {
  readonly State?: string | undefined;
  readonly StatusMessage?: string | undefined;
}
export type AssociationStatus = "ENABLED" | "DISABLED";
export type AssociationType = "INHERITED" | "APPLIED";
export type AutoEnableStandards = "NONE" | "DEFAULT";
export interface AutomationRulesAction {
  readonly Type?: AutomationRulesActionType | undefined;
  readonly FindingFieldsUpdate?: AutomationRulesFindingFieldsUpdate | undefined;
}
export type AutomationRulesActionType = "FINDING_FIELDS_UPDATE";
export interface AutomationRulesActionTypeObjectV2 {
  readonly Type?: AutomationRulesActionTypeV2 | undefined;
}
export type AutomationRulesActionTypeV2 = "FINDING_FIELDS_UPDATE" | "EXTERNAL_INTEGRATION";
export interface AutomationRulesActionV2 {
  readonly Type: AutomationRulesActionTypeV2;
  readonly FindingFieldsUpdate?: AutomationRulesFindingFieldsUpdateV2 | undefined;
  readonly ExternalIntegrationConfiguration?: ExternalIntegrationConfiguration | undefined;
}
export interface AutomationRulesConfig {
  readonly RuleArn?: string | undefined;
  readonly RuleStatus?: RuleStatus | undefined;
  readonly RuleOrder?: number | undefined;
  readonly RuleName?: string | undefined;
  readonly Description?: string | undefined;
  readonly IsTerminal?: boolean | undefined;
  readonly Criteria?: AutomationRulesFindingFilters | undefined;
  readonly Actions?: readonly (AutomationRulesAction)[] | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly CreatedBy?: string | undefined;
}
export interface AutomationRulesFindingFieldsUpdate {
  readonly Note?: NoteUpdate | undefined;
  readonly Severity?: SeverityUpdate | undefined;
  readonly VerificationState?: VerificationState | undefined;
  readonly Confidence?: number | undefined;
  readonly Criticality?: number | undefined;
  readonly Types?: readonly (string)[] | undefined;
  readonly UserDefinedFields?: { readonly [key: string]: string } | undefined;
  readonly Workflow?: WorkflowUpdate | undefined;
  readonly RelatedFindings?: readonly (RelatedFinding)[] | undefined;
}
export interface AutomationRulesFindingFieldsUpdateV2 {
  readonly SeverityId?: number | undefined;
  readonly Comment?: string | undefined;
  readonly StatusId?: number | undefined;
}
export interface AutomationRulesFindingFilters {
  readonly ProductArn?: readonly (StringFilter)[] | undefined;
  readonly AwsAccountId?: readonly (StringFilter)[] | undefined;
  readonly Id?: readonly (StringFilter)[] | undefined;
  readonly GeneratorId?: readonly (StringFilter)[] | undefined;
  readonly Type?: readonly (StringFilter)[] | undefined;
  readonly FirstObservedAt?: readonly (DateFilter)[] | undefined;
  readonly LastObservedAt?: readonly (DateFilter)[] | undefined;
  readonly CreatedAt?: readonly (DateFilter)[] | undefined;
  readonly UpdatedAt?: readonly (DateFilter)[] | undefined;
  readonly Confidence?: readonly (NumberFilter)[] | undefined;
  readonly Criticality?: readonly (NumberFilter)[] | undefined;
  readonly Title?: readonly (StringFilter)[] | undefined;
  readonly Description?: readonly (StringFilter)[] | undefined;
  readonly SourceUrl?: readonly (StringFilter)[] | undefined;
  readonly ProductName?: readonly (StringFilter)[] | undefined;
  readonly CompanyName?: readonly (StringFilter)[] | undefined;
  readonly SeverityLabel?: readonly (StringFilter)[] | undefined;
  readonly ResourceType?: readonly (StringFilter)[] | undefined;
  readonly ResourceId?: readonly (StringFilter)[] | undefined;
  readonly ResourcePartition?: readonly (StringFilter)[] | undefined;
  readonly ResourceRegion?: readonly (StringFilter)[] | undefined;
  readonly ResourceTags?: readonly (MapFilter)[] | undefined;
  readonly ResourceDetailsOther?: readonly (MapFilter)[] | undefined;
  readonly ComplianceStatus?: readonly (StringFilter)[] | undefined;
  readonly ComplianceSecurityControlId?: readonly (StringFilter)[] | undefined;
  readonly ComplianceAssociatedStandardsId?: readonly (StringFilter)[] | undefined;
  readonly VerificationState?: readonly (StringFilter)[] | undefined;
  readonly WorkflowStatus?: readonly (StringFilter)[] | undefined;
  readonly RecordState?: readonly (StringFilter)[] | undefined;
  readonly RelatedFindingsProductArn?: readonly (StringFilter)[] | undefined;
  readonly RelatedFindingsId?: readonly (StringFilter)[] | undefined;
  readonly NoteText?: readonly (StringFilter)[] | undefined;
  readonly NoteUpdatedAt?: readonly (DateFilter)[] | undefined;
  readonly NoteUpdatedBy?: readonly (StringFilter)[] | undefined;
  readonly UserDefinedFields?: readonly (MapFilter)[] | undefined;
  readonly ResourceApplicationArn?: readonly (StringFilter)[] | undefined;
  readonly ResourceApplicationName?: readonly (StringFilter)[] | undefined;
  readonly AwsAccountName?: readonly (StringFilter)[] | undefined;
}
export interface AutomationRulesMetadata {
  readonly RuleArn?: string | undefined;
  readonly RuleStatus?: RuleStatus | undefined;
  readonly RuleOrder?: number | undefined;
  readonly RuleName?: string | undefined;
  readonly Description?: string | undefined;
  readonly IsTerminal?: boolean | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly CreatedBy?: string | undefined;
}
export interface AutomationRulesMetadataV2 {
  readonly RuleArn?: string | undefined;
  readonly RuleId?: string | undefined;
  readonly RuleOrder?: number | undefined;
  readonly RuleName?: string | undefined;
  readonly RuleStatus?: RuleStatusV2 | undefined;
  readonly Description?: string | undefined;
  readonly Actions?: readonly (AutomationRulesActionTypeObjectV2)[] | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export interface AvailabilityZone {
  readonly ZoneName?: string | undefined;
  readonly SubnetId?: string | undefined;
}
export interface AwsAmazonMqBrokerDetails {
  readonly AuthenticationStrategy?: string | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly BrokerArn?: string | undefined;
  readonly BrokerName?: string | undefined;
  readonly DeploymentMode?: string | undefined;
  readonly EncryptionOptions?: AwsAmazonMqBrokerEncryptionOptionsDetails | undefined;
  readonly EngineType?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly HostInstanceType?: string | undefined;
  readonly BrokerId?: string | undefined;
  readonly LdapServerMetadata?: AwsAmazonMqBrokerLdapServerMetadataDetails | undefined;
  readonly Logs?: AwsAmazonMqBrokerLogsDetails | undefined;
  readonly MaintenanceWindowStartTime?: AwsAmazonMqBrokerMaintenanceWindowStartTimeDetails | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly Users?: readonly (AwsAmazonMqBrokerUsersDetails)[] | undefined;
}
export interface AwsAmazonMqBrokerEncryptionOptionsDetails {
  readonly KmsKeyId?: string | undefined;
  readonly UseAwsOwnedKey?: boolean | undefined;
}
export interface AwsAmazonMqBrokerLdapServerMetadataDetails {
  readonly Hosts?: readonly (string)[] | undefined;
  readonly RoleBase?: string | undefined;
  readonly RoleName?: string | undefined;
  readonly RoleSearchMatching?: string | undefined;
  readonly RoleSearchSubtree?: boolean | undefined;
  readonly ServiceAccountUsername?: string | undefined;
  readonly UserBase?: string | undefined;
  readonly UserRoleName?: string | undefined;
  readonly UserSearchMatching?: string | undefined;
  readonly UserSearchSubtree?: boolean | undefined;
}
export interface AwsAmazonMqBrokerLogsDetails {
  readonly Audit?: boolean | undefined;
  readonly General?: boolean | undefined;
  readonly AuditLogGroup?: string | undefined;
  readonly GeneralLogGroup?: string | undefined;
  readonly Pending?: AwsAmazonMqBrokerLogsPendingDetails | undefined;
}
export interface AwsAmazonMqBrokerLogsPendingDetails {
  readonly Audit?: boolean | undefined;
  readonly General?: boolean | undefined;
}
export interface AwsAmazonMqBrokerMaintenanceWindowStartTimeDetails {
  readonly DayOfWeek?: string | undefined;
  readonly TimeOfDay?: string | undefined;
  readonly TimeZone?: string | undefined;
}
export interface AwsAmazonMqBrokerUsersDetails {
  readonly PendingChange?: string | undefined;
  readonly Username?: string | undefined;
}
export interface AwsApiCallAction {
  readonly Api?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly CallerType?: string | undefined;
  readonly RemoteIpDetails?: ActionRemoteIpDetails | undefined;
  readonly DomainDetails?: AwsApiCallActionDomainDetails | undefined;
  readonly AffectedResources?: { readonly [key: string]: string } | undefined;
  readonly FirstSeen?: string | undefined;
  readonly LastSeen?: string | undefined;
}
export interface AwsApiCallActionDomainDetails {
  readonly Domain?: string | undefined;
}
export interface AwsApiGatewayAccessLogSettings {
  readonly Format?: string | undefined;
  readonly DestinationArn?: string | undefined;
}
export interface AwsApiGatewayCanarySettings {
  readonly PercentTraffic?: number | undefined;
  readonly DeploymentId?: string | undefined;
  readonly StageVariableOverrides?: { readonly [key: string]: string } | undefined;
  readonly UseStageCache?: boolean | undefined;
}
export interface AwsApiGatewayEndpointConfiguration {
  readonly Types?: readonly (string)[] | undefined;
}
export interface AwsApiGatewayMethodSettings {
  readonly MetricsEnabled?: boolean | undefined;
  readonly LoggingLevel?: string | undefined;
  readonly DataTraceEnabled?: boolean | undefined;
  readonly ThrottlingBurstLimit?: number | undefined;
  readonly ThrottlingRateLimit?: number | undefined;
  readonly CachingEnabled?: boolean | undefined;
  readonly CacheTtlInSeconds?: number | undefined;
  readonly CacheDataEncrypted?: boolean | undefined;
  readonly RequireAuthorizationForCacheControl?: boolean | undefined;
  readonly UnauthorizedCacheControlHeaderStrategy?: string | undefined;
  readonly HttpMethod?: string | undefined;
  readonly ResourcePath?: string | undefined;
}
export interface AwsApiGatewayRestApiDetails {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly CreatedDate?: string | undefined;
  readonly Version?: string | undefined;
  readonly BinaryMediaTypes?: readonly (string)[] | undefined;
  readonly MinimumCompressionSize?: number | undefined;
  readonly ApiKeySource?: string | undefined;
  readonly EndpointConfiguration?: AwsApiGatewayEndpointConfiguration | undefined;
}
export interface AwsApiGatewayStageDetails {
  readonly DeploymentId?: string | undefined;
  readonly ClientCertificateId?: string | undefined;
  readonly StageName?: string | undefined;
  readonly Description?: string | undefined;
  readonly CacheClusterEnabled?: boolean | undefined;
  readonly CacheClusterSize?: string | undefined;
  readonly CacheClusterStatus?: string | undefined;
  readonly MethodSettings?: readonly (AwsApiGatewayMethodSettings)[] | undefined;
  readonly Variables?: { readonly [key: string]: string } | undefined;
  readonly DocumentationVersion?: string | undefined;
  readonly AccessLogSettings?: AwsApiGatewayAccessLogSettings | undefined;
  readonly CanarySettings?: AwsApiGatewayCanarySettings | undefined;
  readonly TracingEnabled?: boolean | undefined;
  readonly CreatedDate?: string | undefined;
  readonly LastUpdatedDate?: string | undefined;
  readonly WebAclArn?: string | undefined;
}
export interface AwsApiGatewayV2ApiDetails {
  readonly ApiEndpoint?: string | undefined;
  readonly ApiId?: string | undefined;
  readonly ApiKeySelectionExpression?: string | undefined;
  readonly CreatedDate?: string | undefined;
  readonly Description?: string | undefined;
  readonly Version?: string | undefined;
  readonly Name?: string | undefined;
  readonly ProtocolType?: string | undefined;
  readonly RouteSelectionExpression?: string | undefined;
  readonly CorsConfiguration?: AwsCorsConfiguration | undefined;
}
export interface AwsApiGatewayV2RouteSettings {
  readonly DetailedMetricsEnabled?: boolean | undefined;
  readonly LoggingLevel?: string | undefined;
  readonly DataTraceEnabled?: boolean | undefined;
  readonly ThrottlingBurstLimit?: number | undefined;
  readonly ThrottlingRateLimit?: number | undefined;
}
export interface AwsApiGatewayV2StageDetails {
  readonly ClientCertificateId?: string | undefined;
  readonly CreatedDate?: string | undefined;
  readonly Description?: string | undefined;
  readonly DefaultRouteSettings?: AwsApiGatewayV2RouteSettings | undefined;
  readonly DeploymentId?: string | undefined;
  readonly LastUpdatedDate?: string | undefined;
  readonly RouteSettings?: AwsApiGatewayV2RouteSettings | undefined;
  readonly StageName?: string | undefined;
  readonly StageVariables?: { readonly [key: string]: string } | undefined;
  readonly AccessLogSettings?: AwsApiGatewayAccessLogSettings | undefined;
  readonly AutoDeploy?: boolean | undefined;
  readonly LastDeploymentStatusMessage?: string | undefined;
  readonly ApiGatewayManaged?: boolean | undefined;
}
export interface AwsAppSyncGraphQlApiAdditionalAuthenticationProvidersDetails {
  readonly AuthenticationType?: string | undefined;
  readonly LambdaAuthorizerConfig?: AwsAppSyncGraphQlApiLambdaAuthorizerConfigDetails | undefined;
  readonly OpenIdConnectConfig?: AwsAppSyncGraphQlApiOpenIdConnectConfigDetails | undefined;
  readonly UserPoolConfig?: AwsAppSyncGraphQlApiUserPoolConfigDetails | undefined;
}
export interface AwsAppSyncGraphQlApiDetails {
  readonly ApiId?: string | undefined;
  readonly Id?: string | undefined;
  readonly OpenIdConnectConfig?: AwsAppSyncGraphQlApiOpenIdConnectConfigDetails | undefined;
  readonly Name?: string | undefined;
  readonly LambdaAuthorizerConfig?: AwsAppSyncGraphQlApiLambdaAuthorizerConfigDetails | undefined;
  readonly XrayEnabled?: boolean | undefined;
  readonly Arn?: string | undefined;
  readonly UserPoolConfig?: AwsAppSyncGraphQlApiUserPoolConfigDetails | undefined;
  readonly AuthenticationType?: string | undefined;
  readonly LogConfig?: AwsAppSyncGraphQlApiLogConfigDetails | undefined;
  readonly AdditionalAuthenticationProviders?: readonly (AwsAppSyncGraphQlApiAdditionalAuthenticationProvidersDetails)[] | undefined;
  readonly WafWebAclArn?: string | undefined;
}
export interface AwsAppSyncGraphQlApiLambdaAuthorizerConfigDetails {
  readonly AuthorizerResultTtlInSeconds?: number | undefined;
  readonly AuthorizerUri?: string | undefined;
  readonly IdentityValidationExpression?: string | undefined;
}
export interface AwsAppSyncGraphQlApiLogConfigDetails {
  readonly CloudWatchLogsRoleArn?: string | undefined;
  readonly ExcludeVerboseContent?: boolean | undefined;
  readonly FieldLogLevel?: string | undefined;
}
export interface AwsAppSyncGraphQlApiOpenIdConnectConfigDetails {
  readonly AuthTtL?: number | undefined;
  readonly ClientId?: string | undefined;
  readonly IatTtL?: number | undefined;
  readonly Issuer?: string | undefined;
}
export interface AwsAppSyncGraphQlApiUserPoolConfigDetails {
  readonly AppIdClientRegex?: string | undefined;
  readonly AwsRegion?: string | undefined;
  readonly DefaultAction?: string | undefined;
  readonly UserPoolId?: string | undefined;
}
export interface AwsAthenaWorkGroupConfigurationDetails {
  readonly ResultConfiguration?: AwsAthenaWorkGroupConfigurationResultConfigurationDetails | undefined;
}
export interface AwsAthenaWorkGroupConfigurationResultConfigurationDetails {
  readonly EncryptionConfiguration?: AwsAthenaWorkGroupConfigurationResultConfigurationEncryptionConfigurationDetails | undefined;
}
export interface AwsAthenaWorkGroupConfigurationResultConfigurationEncryptionConfigurationDetails {
  readonly EncryptionOption?: string | undefined;
  readonly KmsKey?: string | undefined;
}
export interface AwsAthenaWorkGroupDetails {
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly State?: string | undefined;
  readonly Configuration?: AwsAthenaWorkGroupConfigurationDetails | undefined;
}
export interface AwsAutoScalingAutoScalingGroupAvailabilityZonesListDetails {
  readonly Value?: string | undefined;
}
export interface AwsAutoScalingAutoScalingGroupDetails {
  readonly LaunchConfigurationName?: string | undefined;
  readonly LoadBalancerNames?: readonly (string)[] | undefined;
  readonly HealthCheckType?: string | undefined;
  readonly HealthCheckGracePeriod?: number | undefined;
  readonly CreatedTime?: string | undefined;
  readonly MixedInstancesPolicy?: AwsAutoScalingAutoScalingGroupMixedInstancesPolicyDetails | undefined;
  readonly AvailabilityZones?: readonly (AwsAutoScalingAutoScalingGroupAvailabilityZonesListDetails)[] | undefined;
  readonly LaunchTemplate?: AwsAutoScalingAutoScalingGroupLaunchTemplateLaunchTemplateSpecification | undefined;
  readonly CapacityRebalance?: boolean | undefined;
}
export interface AwsAutoScalingAutoScalingGroupLaunchTemplateLaunchTemplateSpecification {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  readonly Version?: string | undefined;
}
export interface AwsAutoScalingAutoScalingGroupMixedInstancesPolicyDetails {
  readonly InstancesDistribution?: AwsAutoScalingAutoScalingGroupMixedInstancesPolicyInstancesDistributionDetails | undefined;
  readonly LaunchTemplate?: AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateDetails | undefined;
}
export interface AwsAutoScalingAutoScalingGroupMixedInstancesPolicyInstancesDistributionDetails {
  readonly OnDemandAllocationStrategy?: string | undefined;
  readonly OnDemandBaseCapacity?: number | undefined;
  readonly OnDemandPercentageAboveBaseCapacity?: number | undefined;
  readonly SpotAllocationStrategy?: string | undefined;
  readonly SpotInstancePools?: number | undefined;
  readonly SpotMaxPrice?: string | undefined;
}
export interface AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateDetails {
  readonly LaunchTemplateSpecification?: AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecification | undefined;
  readonly Overrides?: readonly (AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateOverridesListDetails)[] | undefined;
}
export interface AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateLaunchTemplateSpecification {
  readonly LaunchTemplateId?: string | undefined;
  readonly LaunchTemplateName?: string | undefined;
  readonly Version?: string | undefined;
}
export interface AwsAutoScalingAutoScalingGroupMixedInstancesPolicyLaunchTemplateOverridesListDetails {
  readonly InstanceType?: string | undefined;
  readonly WeightedCapacity?: string | undefined;
}
export interface AwsAutoScalingLaunchConfigurationBlockDeviceMappingsDetails {
  readonly DeviceName?: string | undefined;
  readonly Ebs?: AwsAutoScalingLaunchConfigurationBlockDeviceMappingsEbsDetails | undefined;
  readonly NoDevice?: boolean | undefined;
  readonly VirtualName?: string | undefined;
}
export interface AwsAutoScalingLaunchConfigurationBlockDeviceMappingsEbsDetails {
  readonly DeleteOnTermination?: boolean | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly Iops?: number | undefined;
  readonly SnapshotId?: string | undefined;
  readonly VolumeSize?: number | undefined;
  readonly VolumeType?: string | undefined;
}
export interface AwsAutoScalingLaunchConfigurationDetails {
  readonly AssociatePublicIpAddress?: boolean | undefined;
  readonly BlockDeviceMappings?: readonly (AwsAutoScalingLaunchConfigurationBlockDeviceMappingsDetails)[] | undefined;
  readonly ClassicLinkVpcId?: string | undefined;
  readonly ClassicLinkVpcSecurityGroups?: readonly (string)[] | undefined;
  readonly CreatedTime?: string | undefined;
  readonly EbsOptimized?: boolean | undefined;
  readonly IamInstanceProfile?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly InstanceMonitoring?: AwsAutoScalingLaunchConfigurationInstanceMonitoringDetails | undefined;
  readonly InstanceType?: string | undefined;
  readonly KernelId?: string | undefined;
  readonly KeyName?: string | undefined;
  readonly LaunchConfigurationName?: string | undefined;
  readonly PlacementTenancy?: string | undefined;
  readonly RamdiskId?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly SpotPrice?: string | undefined;
  readonly UserData?: string | undefined;
  readonly MetadataOptions?: AwsAutoScalingLaunchConfigurationMetadataOptions | undefined;
}
export interface AwsAutoScalingLaunchConfigurationInstanceMonitoringDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsAutoScalingLaunchConfigurationMetadataOptions {
  readonly HttpEndpoint?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
  readonly HttpTokens?: string | undefined;
}
export interface AwsBackupBackupPlanAdvancedBackupSettingsDetails {
  readonly BackupOptions?: { readonly [key: string]: string } | undefined;
  readonly ResourceType?: string | undefined;
}
export interface AwsBackupBackupPlanBackupPlanDetails {
  readonly BackupPlanName?: string | undefined;
  readonly AdvancedBackupSettings?: readonly (AwsBackupBackupPlanAdvancedBackupSettingsDetails)[] | undefined;
  readonly BackupPlanRule?: readonly (AwsBackupBackupPlanRuleDetails)[] | undefined;
}
export interface AwsBackupBackupPlanDetails {
  readonly BackupPlan?: AwsBackupBackupPlanBackupPlanDetails | undefined;
  readonly BackupPlanArn?: string | undefined;
  readonly BackupPlanId?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface AwsBackupBackupPlanLifecycleDetails {
  readonly DeleteAfterDays?: number | undefined;
  readonly MoveToColdStorageAfterDays?: number | undefined;
}
export interface AwsBackupBackupPlanRuleCopyActionsDetails {
  readonly DestinationBackupVaultArn?: string | undefined;
  readonly Lifecycle?: AwsBackupBackupPlanLifecycleDetails | undefined;
}
export interface AwsBackupBackupPlanRuleDetails {
  readonly TargetBackupVault?: string | undefined;
  readonly StartWindowMinutes?: number | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly RuleName?: string | undefined;
  readonly RuleId?: string | undefined;
  readonly EnableContinuousBackup?: boolean | undefined;
  readonly CompletionWindowMinutes?: number | undefined;
  readonly CopyActions?: readonly (AwsBackupBackupPlanRuleCopyActionsDetails)[] | undefined;
  readonly Lifecycle?: AwsBackupBackupPlanLifecycleDetails | undefined;
}
export interface AwsBackupBackupVaultDetails {
  readonly BackupVaultArn?: string | undefined;
  readonly BackupVaultName?: string | undefined;
  readonly EncryptionKeyArn?: string | undefined;
  readonly Notifications?: AwsBackupBackupVaultNotificationsDetails | undefined;
  readonly AccessPolicy?: string | undefined;
}
export interface AwsBackupBackupVaultNotificationsDetails {
  readonly BackupVaultEvents?: readonly (string)[] | undefined;
  readonly SnsTopicArn?: string | undefined;
}
export interface AwsBackupRecoveryPointCalculatedLifecycleDetails {
  readonly DeleteAt?: string | undefined;
  readonly MoveToColdStorageAt?: string | undefined;
}
export interface AwsBackupRecoveryPointCreatedByDetails {
  readonly BackupPlanArn?: string | undefined;
  readonly BackupPlanId?: string | undefined;
  readonly BackupPlanVersion?: string | undefined;
  readonly BackupRuleId?: string | undefined;
}
export interface AwsBackupRecoveryPointDetails {
  readonly BackupSizeInBytes?: number | undefined;
  readonly BackupVaultArn?: string | undefined;
  readonly BackupVaultName?: string | undefined;
  readonly CalculatedLifecycle?: AwsBackupRecoveryPointCalculatedLifecycleDetails | undefined;
  readonly CompletionDate?: string | undefined;
  readonly CreatedBy?: AwsBackupRecoveryPointCreatedByDetails | undefined;
  readonly CreationDate?: string | undefined;
  readonly EncryptionKeyArn?: string | undefined;
  readonly IamRoleArn?: string | undefined;
  readonly IsEncrypted?: boolean | undefined;
  readonly LastRestoreTime?: string | undefined;
  readonly Lifecycle?: AwsBackupRecoveryPointLifecycleDetails | undefined;
  readonly RecoveryPointArn?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly SourceBackupVaultArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly StatusMessage?: string | undefined;
  readonly StorageClass?: string | undefined;
}
export interface AwsBackupRecoveryPointLifecycleDetails {
  readonly DeleteAfterDays?: number | undefined;
  readonly MoveToColdStorageAfterDays?: number | undefined;
}
export interface AwsCertificateManagerCertificateDetails {
  readonly CertificateAuthorityArn?: string | undefined;
  readonly CreatedAt?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly DomainValidationOptions?: readonly (AwsCertificateManagerCertificateDomainValidationOption)[] | undefined;
  readonly ExtendedKeyUsages?: readonly (AwsCertificateManagerCertificateExtendedKeyUsage)[] | undefined;
  readonly FailureReason?: string | undefined;
  readonly ImportedAt?: string | undefined;
  readonly InUseBy?: readonly (string)[] | undefined;
  readonly IssuedAt?: string | undefined;
  readonly Issuer?: string | undefined;
  readonly KeyAlgorithm?: string | undefined;
  readonly KeyUsages?: readonly (AwsCertificateManagerCertificateKeyUsage)[] | undefined;
  readonly NotAfter?: string | undefined;
  readonly NotBefore?: string | undefined;
  readonly Options?: AwsCertificateManagerCertificateOptions | undefined;
  readonly RenewalEligibility?: string | undefined;
  readonly RenewalSummary?: AwsCertificateManagerCertificateRenewalSummary | undefined;
  readonly Serial?: string | undefined;
  readonly SignatureAlgorithm?: string | undefined;
  readonly Status?: string | undefined;
  readonly Subject?: string | undefined;
  readonly SubjectAlternativeNames?: readonly (string)[] | undefined;
  readonly Type?: string | undefined;
}
export interface AwsCertificateManagerCertificateDomainValidationOption {
  readonly DomainName?: string | undefined;
  readonly ResourceRecord?: AwsCertificateManagerCertificateResourceRecord | undefined;
  readonly ValidationDomain?: string | undefined;
  readonly ValidationEmails?: readonly (string)[] | undefined;
  readonly ValidationMethod?: string | undefined;
  readonly ValidationStatus?: string | undefined;
}
export interface AwsCertificateManagerCertificateExtendedKeyUsage {
  readonly Name?: string | undefined;
  readonly OId?: string | undefined;
}
export interface AwsCertificateManagerCertificateKeyUsage {
  readonly Name?: string | undefined;
}
export interface AwsCertificateManagerCertificateOptions {
  readonly CertificateTransparencyLoggingPreference?: string | undefined;
}
export interface AwsCertificateManagerCertificateRenewalSummary {
  readonly DomainValidationOptions?: readonly (AwsCertificateManagerCertificateDomainValidationOption)[] | undefined;
  readonly RenewalStatus?: string | undefined;
  readonly RenewalStatusReason?: string | undefined;
  readonly UpdatedAt?: string | undefined;
}
export interface AwsCertificateManagerCertificateResourceRecord {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsCloudFormationStackDetails {
  readonly Capabilities?: readonly (string)[] | undefined;
  readonly CreationTime?: string | undefined;
  readonly Description?: string | undefined;
  readonly DisableRollback?: boolean | undefined;
  readonly DriftInformation?: AwsCloudFormationStackDriftInformationDetails | undefined;
  readonly EnableTerminationProtection?: boolean | undefined;
  readonly LastUpdatedTime?: string | undefined;
  readonly NotificationArns?: readonly (string)[] | undefined;
  readonly Outputs?: readonly (AwsCloudFormationStackOutputsDetails)[] | undefined;
  readonly RoleArn?: string | undefined;
  readonly StackId?: string | undefined;
  readonly StackName?: string | undefined;
  readonly StackStatus?: string | undefined;
  readonly StackStatusReason?: string | undefined;
  readonly TimeoutInMinutes?: number | undefined;
}
export interface AwsCloudFormationStackDriftInformationDetails {
  readonly StackDriftStatus?: string | undefined;
}
export interface AwsCloudFormationStackOutputsDetails {
  readonly Description?: string | undefined;
  readonly OutputKey?: string | undefined;
  readonly OutputValue?: string | undefined;
}
export interface AwsCloudFrontDistributionCacheBehavior {
  readonly ViewerProtocolPolicy?: string | undefined;
}
export interface AwsCloudFrontDistributionCacheBehaviors {
  readonly Items?: readonly (AwsCloudFrontDistributionCacheBehavior)[] | undefined;
}
export interface AwsCloudFrontDistributionDefaultCacheBehavior {
  readonly ViewerProtocolPolicy?: string | undefined;
}
export interface AwsCloudFrontDistributionDetails {
  readonly CacheBehaviors?: AwsCloudFrontDistributionCacheBehaviors | undefined;
  readonly DefaultCacheBehavior?: AwsCloudFrontDistributionDefaultCacheBehavior | undefined;
  readonly DefaultRootObject?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly ETag?: string | undefined;
  readonly LastModifiedTime?: string | undefined;
  readonly Logging?: AwsCloudFrontDistributionLogging | undefined;
  readonly Origins?: AwsCloudFrontDistributionOrigins | undefined;
  readonly OriginGroups?: AwsCloudFrontDistributionOriginGroups | undefined;
  readonly ViewerCertificate?: AwsCloudFrontDistributionViewerCertificate | undefined;
  readonly Status?: string | undefined;
  readonly WebAclId?: string | undefined;
}
export interface AwsCloudFrontDistributionLogging {
  readonly Bucket?: string | undefined;
  readonly Enabled?: boolean | undefined;
  readonly IncludeCookies?: boolean | undefined;
  readonly Prefix?: string | undefined;
}
export interface AwsCloudFrontDistributionOriginCustomOriginConfig {
  readonly HttpPort?: number | undefined;
  readonly HttpsPort?: number | undefined;
  readonly OriginKeepaliveTimeout?: number | undefined;
  readonly OriginProtocolPolicy?: string | undefined;
  readonly OriginReadTimeout?: number | undefined;
  readonly OriginSslProtocols?: AwsCloudFrontDistributionOriginSslProtocols | undefined;
}
export interface AwsCloudFrontDistributionOriginGroup {
  readonly FailoverCriteria?: AwsCloudFrontDistributionOriginGroupFailover | undefined;
}
export interface AwsCloudFrontDistributionOriginGroupFailover {
  readonly StatusCodes?: AwsCloudFrontDistributionOriginGroupFailoverStatusCodes | undefined;
}
export interface AwsCloudFrontDistributionOriginGroupFailoverStatusCodes {
  readonly Items?: readonly (number)[] | undefined;
  readonly Quantity?: number | undefined;
}
export interface AwsCloudFrontDistributionOriginGroups {
  readonly Items?: readonly (AwsCloudFrontDistributionOriginGroup)[] | undefined;
}
export interface AwsCloudFrontDistributionOriginItem {
  readonly DomainName?: string | undefined;
  readonly Id?: string | undefined;
  readonly OriginPath?: string | undefined;
  readonly S3OriginConfig?: AwsCloudFrontDistributionOriginS3OriginConfig | undefined;
  readonly CustomOriginConfig?: AwsCloudFrontDistributionOriginCustomOriginConfig | undefined;
}
export interface AwsCloudFrontDistributionOriginS3OriginConfig {
  readonly OriginAccessIdentity?: string | undefined;
}
export interface AwsCloudFrontDistributionOriginSslProtocols {
  readonly Items?: readonly (string)[] | undefined;
  readonly Quantity?: number | undefined;
}
export interface AwsCloudFrontDistributionOrigins {
  readonly Items?: readonly (AwsCloudFrontDistributionOriginItem)[] | undefined;
}
export interface AwsCloudFrontDistributionViewerCertificate {
  readonly AcmCertificateArn?: string | undefined;
  readonly Certificate?: string | undefined;
  readonly CertificateSource?: string | undefined;
  readonly CloudFrontDefaultCertificate?: boolean | undefined;
  readonly IamCertificateId?: string | undefined;
  readonly MinimumProtocolVersion?: string | undefined;
  readonly SslSupportMethod?: string | undefined;
}
export interface AwsCloudTrailTrailDetails {
  readonly CloudWatchLogsLogGroupArn?: string | undefined;
  readonly CloudWatchLogsRoleArn?: string | undefined;
  readonly HasCustomEventSelectors?: boolean | undefined;
  readonly HomeRegion?: string | undefined;
  readonly IncludeGlobalServiceEvents?: boolean | undefined;
  readonly IsMultiRegionTrail?: boolean | undefined;
  readonly IsOrganizationTrail?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly LogFileValidationEnabled?: boolean | undefined;
  readonly Name?: string | undefined;
  readonly S3BucketName?: string | undefined;
  readonly S3KeyPrefix?: string | undefined;
  readonly SnsTopicArn?: string | undefined;
  readonly SnsTopicName?: string | undefined;
  readonly TrailArn?: string | undefined;
}
export interface AwsCloudWatchAlarmDetails {
  readonly ActionsEnabled?: boolean | undefined;
  readonly AlarmActions?: readonly (string)[] | undefined;
  readonly AlarmArn?: string | undefined;
  readonly AlarmConfigurationUpdatedTimestamp?: string | undefined;
  readonly AlarmDescription?: string | undefined;
  readonly AlarmName?: string | undefined;
  readonly ComparisonOperator?: string | undefined;
  readonly DatapointsToAlarm?: number | undefined;
  readonly Dimensions?: readonly (AwsCloudWatchAlarmDimensionsDetails)[] | undefined;
  readonly EvaluateLowSampleCountPercentile?: string | undefined;
  readonly EvaluationPeriods?: number | undefined;
  readonly ExtendedStatistic?: string | undefined;
  readonly InsufficientDataActions?: readonly (string)[] | undefined;
  readonly MetricName?: string | undefined;
  readonly Namespace?: string | undefined;
  readonly OkActions?: readonly (string)[] | undefined;
  readonly Period?: number | undefined;
  readonly Statistic?: string | undefined;
  readonly Threshold?: number | undefined;
  readonly ThresholdMetricId?: string | undefined;
  readonly TreatMissingData?: string | undefined;
  readonly Unit?: string | undefined;
}
export interface AwsCloudWatchAlarmDimensionsDetails {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsCodeBuildProjectArtifactsDetails {
  readonly ArtifactIdentifier?: string | undefined;
  readonly EncryptionDisabled?: boolean | undefined;
  readonly Location?: string | undefined;
  readonly Name?: string | undefined;
  readonly NamespaceType?: string | undefined;
  readonly OverrideArtifactName?: boolean | undefined;
  readonly Packaging?: string | undefined;
  readonly Path?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsCodeBuildProjectDetails {
  readonly EncryptionKey?: string | undefined;
  readonly Artifacts?: readonly (AwsCodeBuildProjectArtifactsDetails)[] | undefined;
  readonly Environment?: AwsCodeBuildProjectEnvironment | undefined;
  readonly Name?: string | undefined;
  readonly Source?: AwsCodeBuildProjectSource | undefined;
  readonly ServiceRole?: string | undefined;
  readonly LogsConfig?: AwsCodeBuildProjectLogsConfigDetails | undefined;
  readonly VpcConfig?: AwsCodeBuildProjectVpcConfig | undefined;
  readonly SecondaryArtifacts?: readonly (AwsCodeBuildProjectArtifactsDetails)[] | undefined;
}
export interface AwsCodeBuildProjectEnvironment {
  readonly Certificate?: string | undefined;
  readonly EnvironmentVariables?: readonly (AwsCodeBuildProjectEnvironmentEnvironmentVariablesDetails)[] | undefined;
  readonly PrivilegedMode?: boolean | undefined;
  readonly ImagePullCredentialsType?: string | undefined;
  readonly RegistryCredential?: AwsCodeBuildProjectEnvironmentRegistryCredential | undefined;
  readonly Type?: string | undefined;
}
export interface AwsCodeBuildProjectEnvironmentEnvironmentVariablesDetails {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsCodeBuildProjectEnvironmentRegistryCredential {
  readonly Credential?: string | undefined;
  readonly CredentialProvider?: string | undefined;
}
export interface AwsCodeBuildProjectLogsConfigCloudWatchLogsDetails {
  readonly GroupName?: string | undefined;
  readonly Status?: string | undefined;
  readonly StreamName?: string | undefined;
}
export interface AwsCodeBuildProjectLogsConfigDetails {
  readonly CloudWatchLogs?: AwsCodeBuildProjectLogsConfigCloudWatchLogsDetails | undefined;
  readonly S3Logs?: AwsCodeBuildProjectLogsConfigS3LogsDetails | undefined;
}
export interface AwsCodeBuildProjectLogsConfigS3LogsDetails {
  readonly EncryptionDisabled?: boolean | undefined;
  readonly Location?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsCodeBuildProjectSource {
  readonly Type?: string | undefined;
  readonly Location?: string | undefined;
  readonly GitCloneDepth?: number | undefined;
  readonly InsecureSsl?: boolean | undefined;
}
export interface AwsCodeBuildProjectVpcConfig {
  readonly VpcId?: string | undefined;
  readonly Subnets?: readonly (string)[] | undefined;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
}
export interface AwsCorsConfiguration {
  readonly AllowOrigins?: readonly (string)[] | undefined;
  readonly AllowCredentials?: boolean | undefined;
  readonly ExposeHeaders?: readonly (string)[] | undefined;
  readonly MaxAge?: number | undefined;
  readonly AllowMethods?: readonly (string)[] | undefined;
  readonly AllowHeaders?: readonly (string)[] | undefined;
}
export interface AwsDmsEndpointDetails {
  readonly CertificateArn?: string | undefined;
  readonly DatabaseName?: string | undefined;
  readonly EndpointArn?: string | undefined;
  readonly EndpointIdentifier?: string | undefined;
  readonly EndpointType?: string | undefined;
  readonly EngineName?: string | undefined;
  readonly ExternalId?: string | undefined;
  readonly ExtraConnectionAttributes?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Port?: number | undefined;
  readonly ServerName?: string | undefined;
  readonly SslMode?: string | undefined;
  readonly Username?: string | undefined;
}
export interface AwsDmsReplicationInstanceDetails {
  readonly AllocatedStorage?: number | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly ReplicationInstanceClass?: string | undefined;
  readonly ReplicationInstanceIdentifier?: string | undefined;
  readonly ReplicationSubnetGroup?: AwsDmsReplicationInstanceReplicationSubnetGroupDetails | undefined;
  readonly VpcSecurityGroups?: readonly (AwsDmsReplicationInstanceVpcSecurityGroupsDetails)[] | undefined;
}
export interface AwsDmsReplicationInstanceReplicationSubnetGroupDetails {
  readonly ReplicationSubnetGroupIdentifier?: string | undefined;
}
export interface AwsDmsReplicationInstanceVpcSecurityGroupsDetails {
  readonly VpcSecurityGroupId?: string | undefined;
}
export interface AwsDmsReplicationTaskDetails {
  readonly CdcStartPosition?: string | undefined;
  readonly CdcStartTime?: string | undefined;
  readonly CdcStopPosition?: string | undefined;
  readonly MigrationType?: string | undefined;
  readonly Id?: string | undefined;
  readonly ResourceIdentifier?: string | undefined;
  readonly ReplicationInstanceArn?: string | undefined;
  readonly ReplicationTaskIdentifier?: string | undefined;
  readonly ReplicationTaskSettings?: string | undefined;
  readonly SourceEndpointArn?: string | undefined;
  readonly TableMappings?: string | undefined;
  readonly TargetEndpointArn?: string | undefined;
  readonly TaskData?: string | undefined;
}
export interface AwsDynamoDbTableAttributeDefinition {
  readonly AttributeName?: string | undefined;
  readonly AttributeType?: string | undefined;
}
export interface AwsDynamoDbTableBillingModeSummary {
  readonly BillingMode?: string | undefined;
  readonly LastUpdateToPayPerRequestDateTime?: string | undefined;
}
export interface AwsDynamoDbTableDetails {
  readonly AttributeDefinitions?: readonly (AwsDynamoDbTableAttributeDefinition)[] | undefined;
  readonly BillingModeSummary?: AwsDynamoDbTableBillingModeSummary | undefined;
  readonly CreationDateTime?: string | undefined;
  readonly GlobalSecondaryIndexes?: readonly (AwsDynamoDbTableGlobalSecondaryIndex)[] | undefined;
  readonly GlobalTableVersion?: string | undefined;
  readonly ItemCount?: number | undefined;
  readonly KeySchema?: readonly (AwsDynamoDbTableKeySchema)[] | undefined;
  readonly LatestStreamArn?: string | undefined;
  readonly LatestStreamLabel?: string | undefined;
  readonly LocalSecondaryIndexes?: readonly (AwsDynamoDbTableLocalSecondaryIndex)[] | undefined;
  readonly ProvisionedThroughput?: AwsDynamoDbTableProvisionedThroughput | undefined;
  readonly Replicas?: readonly (AwsDynamoDbTableReplica)[] | undefined;
  readonly RestoreSummary?: AwsDynamoDbTableRestoreSummary | undefined;
  readonly SseDescription?: AwsDynamoDbTableSseDescription | undefined;
  readonly StreamSpecification?: AwsDynamoDbTableStreamSpecification | undefined;
  readonly TableId?: string | undefined;
  readonly TableName?: string | undefined;
  readonly TableSizeBytes?: number | undefined;
  readonly TableStatus?: string | undefined;
  readonly DeletionProtectionEnabled?: boolean | undefined;
}
export interface AwsDynamoDbTableGlobalSecondaryIndex {
  readonly Backfilling?: boolean | undefined;
  readonly IndexArn?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly IndexSizeBytes?: number | undefined;
  readonly IndexStatus?: string | undefined;
  readonly ItemCount?: number | undefined;
  readonly KeySchema?: readonly (AwsDynamoDbTableKeySchema)[] | undefined;
  readonly Projection?: AwsDynamoDbTableProjection | undefined;
  readonly ProvisionedThroughput?: AwsDynamoDbTableProvisionedThroughput | undefined;
}
export interface AwsDynamoDbTableKeySchema {
  readonly AttributeName?: string | undefined;
  readonly KeyType?: string | undefined;
}
export interface AwsDynamoDbTableLocalSecondaryIndex {
  readonly IndexArn?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly (AwsDynamoDbTableKeySchema)[] | undefined;
  readonly Projection?: AwsDynamoDbTableProjection | undefined;
}
export interface AwsDynamoDbTableProjection {
  readonly NonKeyAttributes?: readonly (string)[] | undefined;
  readonly ProjectionType?: string | undefined;
}
export interface AwsDynamoDbTableProvisionedThroughput {
  readonly LastDecreaseDateTime?: string | undefined;
  readonly LastIncreaseDateTime?: string | undefined;
  readonly NumberOfDecreasesToday?: number | undefined;
  readonly ReadCapacityUnits?: number | undefined;
  readonly WriteCapacityUnits?: number | undefined;
}
export interface AwsDynamoDbTableProvisionedThroughputOverride {
  readonly ReadCapacityUnits?: number | undefined;
}
export interface AwsDynamoDbTableReplica {
  readonly GlobalSecondaryIndexes?: readonly (AwsDynamoDbTableReplicaGlobalSecondaryIndex)[] | undefined;
  readonly KmsMasterKeyId?: string | undefined;
  readonly ProvisionedThroughputOverride?: AwsDynamoDbTableProvisionedThroughputOverride | undefined;
  readonly RegionName?: string | undefined;
  readonly ReplicaStatus?: string | undefined;
  readonly ReplicaStatusDescription?: string | undefined;
}
export interface AwsDynamoDbTableReplicaGlobalSecondaryIndex {
  readonly IndexName?: string | undefined;
  readonly ProvisionedThroughputOverride?: AwsDynamoDbTableProvisionedThroughputOverride | undefined;
}
export interface AwsDynamoDbTableRestoreSummary {
  readonly SourceBackupArn?: string | undefined;
  readonly SourceTableArn?: string | undefined;
  readonly RestoreDateTime?: string | undefined;
  readonly RestoreInProgress?: boolean | undefined;
}
export interface AwsDynamoDbTableSseDescription {
  readonly InaccessibleEncryptionDateTime?: string | undefined;
  readonly Status?: string | undefined;
  readonly SseType?: string | undefined;
  readonly KmsMasterKeyArn?: string | undefined;
}
export interface AwsDynamoDbTableStreamSpecification {
  readonly StreamEnabled?: boolean | undefined;
  readonly StreamViewType?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointAuthenticationOptionsActiveDirectoryDetails {
  readonly DirectoryId?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointAuthenticationOptionsDetails {
  readonly Type?: string | undefined;
  readonly ActiveDirectory?: AwsEc2ClientVpnEndpointAuthenticationOptionsActiveDirectoryDetails | undefined;
  readonly MutualAuthentication?: AwsEc2ClientVpnEndpointAuthenticationOptionsMutualAuthenticationDetails | undefined;
  readonly FederatedAuthentication?: AwsEc2ClientVpnEndpointAuthenticationOptionsFederatedAuthenticationDetails | undefined;
}
export interface AwsEc2ClientVpnEndpointAuthenticationOptionsFederatedAuthenticationDetails {
  readonly SamlProviderArn?: string | undefined;
  readonly SelfServiceSamlProviderArn?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointAuthenticationOptionsMutualAuthenticationDetails {
  readonly ClientRootCertificateChain?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointClientConnectOptionsDetails {
  readonly Enabled?: boolean | undefined;
  readonly LambdaFunctionArn?: string | undefined;
  readonly Status?: AwsEc2ClientVpnEndpointClientConnectOptionsStatusDetails | undefined;
}
export interface AwsEc2ClientVpnEndpointClientConnectOptionsStatusDetails {
  readonly Code?: string | undefined;
  readonly Message?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointClientLoginBannerOptionsDetails {
  readonly Enabled?: boolean | undefined;
  readonly BannerText?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointConnectionLogOptionsDetails {
  readonly Enabled?: boolean | undefined;
  readonly CloudwatchLogGroup?: string | undefined;
  readonly CloudwatchLogStream?: string | undefined;
}
export interface AwsEc2ClientVpnEndpointDetails {
  readonly ClientVpnEndpointId?: string | undefined;
  readonly Description?: string | undefined;
  readonly ClientCidrBlock?: string | undefined;
  readonly DnsServer?: readonly (string)[] | undefined;
  readonly SplitTunnel?: boolean | undefined;
  readonly TransportProtocol?: string | undefined;
  readonly VpnPort?: number | undefined;
  readonly ServerCertificateArn?: string | undefined;
  readonly AuthenticationOptions?: readonly (AwsEc2ClientVpnEndpointAuthenticationOptionsDetails)[] | undefined;
  readonly ConnectionLogOptions?: AwsEc2ClientVpnEndpointConnectionLogOptionsDetails | undefined;
  readonly SecurityGroupIdSet?: readonly (string)[] | undefined;
  readonly VpcId?: string | undefined;
  readonly SelfServicePortalUrl?: string | undefined;
  readonly ClientConnectOptions?: AwsEc2ClientVpnEndpointClientConnectOptionsDetails | undefined;
  readonly SessionTimeoutHours?: number | undefined;
  readonly ClientLoginBannerOptions?: AwsEc2ClientVpnEndpointClientLoginBannerOptionsDetails | undefined;
}
export interface AwsEc2EipDetails {
  readonly InstanceId?: string | undefined;
  readonly PublicIp?: string | undefined;
  readonly AllocationId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly Domain?: string | undefined;
  readonly PublicIpv4Pool?: string | undefined;
  readonly NetworkBorderGroup?: string | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly NetworkInterfaceOwnerId?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
}
export interface AwsEc2InstanceDetails {
  readonly Type?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly IpV4Addresses?: readonly (string)[] | undefined;
  readonly IpV6Addresses?: readonly (string)[] | undefined;
  readonly KeyName?: string | undefined;
  readonly IamInstanceProfileArn?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetId?: string | undefined;
  readonly LaunchedAt?: string | undefined;
  readonly NetworkInterfaces?: readonly (AwsEc2InstanceNetworkInterfacesDetails)[] | undefined;
  readonly VirtualizationType?: string | undefined;
  readonly MetadataOptions?: AwsEc2InstanceMetadataOptions | undefined;
  readonly Monitoring?: AwsEc2InstanceMonitoringDetails | undefined;
}
export interface AwsEc2InstanceMetadataOptions {
  readonly HttpEndpoint?: string | undefined;
  readonly HttpProtocolIpv6?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
  readonly HttpTokens?: string | undefined;
  readonly InstanceMetadataTags?: string | undefined;
}
export interface AwsEc2InstanceMonitoringDetails {
  readonly State?: string | undefined;
}
export interface AwsEc2InstanceNetworkInterfacesDetails {
  readonly NetworkInterfaceId?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataBlockDeviceMappingSetDetails {
  readonly DeviceName?: string | undefined;
  readonly Ebs?: AwsEc2LaunchTemplateDataBlockDeviceMappingSetEbsDetails | undefined;
  readonly NoDevice?: string | undefined;
  readonly VirtualName?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataBlockDeviceMappingSetEbsDetails {
  readonly DeleteOnTermination?: boolean | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly Iops?: number | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly SnapshotId?: string | undefined;
  readonly Throughput?: number | undefined;
  readonly VolumeSize?: number | undefined;
  readonly VolumeType?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataCapacityReservationSpecificationCapacityReservationTargetDetails {
  readonly CapacityReservationId?: string | undefined;
  readonly CapacityReservationResourceGroupArn?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataCapacityReservationSpecificationDetails {
  readonly CapacityReservationPreference?: string | undefined;
  readonly CapacityReservationTarget?: AwsEc2LaunchTemplateDataCapacityReservationSpecificationCapacityReservationTargetDetails | undefined;
}
export interface AwsEc2LaunchTemplateDataCpuOptionsDetails {
  readonly CoreCount?: number | undefined;
  readonly ThreadsPerCore?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataCreditSpecificationDetails {
  readonly CpuCredits?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataDetails {
  readonly BlockDeviceMappingSet?: readonly (AwsEc2LaunchTemplateDataBlockDeviceMappingSetDetails)[] | undefined;
  readonly CapacityReservationSpecification?: AwsEc2LaunchTemplateDataCapacityReservationSpecificationDetails | undefined;
  readonly CpuOptions?: AwsEc2LaunchTemplateDataCpuOptionsDetails | undefined;
  readonly CreditSpecification?: AwsEc2LaunchTemplateDataCreditSpecificationDetails | undefined;
  readonly DisableApiStop?: boolean | undefined;
  readonly DisableApiTermination?: boolean | undefined;
  readonly EbsOptimized?: boolean | undefined;
  readonly ElasticGpuSpecificationSet?: readonly (AwsEc2LaunchTemplateDataElasticGpuSpecificationSetDetails)[] | undefined;
  readonly ElasticInferenceAcceleratorSet?: readonly (AwsEc2LaunchTemplateDataElasticInferenceAcceleratorSetDetails)[] | undefined;
  readonly EnclaveOptions?: AwsEc2LaunchTemplateDataEnclaveOptionsDetails | undefined;
  readonly HibernationOptions?: AwsEc2LaunchTemplateDataHibernationOptionsDetails | undefined;
  readonly IamInstanceProfile?: AwsEc2LaunchTemplateDataIamInstanceProfileDetails | undefined;
  readonly ImageId?: string | undefined;
  readonly InstanceInitiatedShutdownBehavior?: string | undefined;
  readonly InstanceMarketOptions?: AwsEc2LaunchTemplateDataInstanceMarketOptionsDetails | undefined;
  readonly InstanceRequirements?: AwsEc2LaunchTemplateDataInstanceRequirementsDetails | undefined;
  readonly InstanceType?: string | undefined;
  readonly KernelId?: string | undefined;
  readonly KeyName?: string | undefined;
  readonly LicenseSet?: readonly (AwsEc2LaunchTemplateDataLicenseSetDetails)[] | undefined;
  readonly MaintenanceOptions?: AwsEc2LaunchTemplateDataMaintenanceOptionsDetails | undefined;
  readonly MetadataOptions?: AwsEc2LaunchTemplateDataMetadataOptionsDetails | undefined;
  readonly Monitoring?: AwsEc2LaunchTemplateDataMonitoringDetails | undefined;
  readonly NetworkInterfaceSet?: readonly (AwsEc2LaunchTemplateDataNetworkInterfaceSetDetails)[] | undefined;
  readonly Placement?: AwsEc2LaunchTemplateDataPlacementDetails | undefined;
  readonly PrivateDnsNameOptions?: AwsEc2LaunchTemplateDataPrivateDnsNameOptionsDetails | undefined;
  readonly RamDiskId?: string | undefined;
  readonly SecurityGroupIdSet?: readonly (string)[] | undefined;
  readonly SecurityGroupSet?: readonly (string)[] | undefined;
  readonly UserData?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataElasticGpuSpecificationSetDetails {
  readonly Type?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataElasticInferenceAcceleratorSetDetails {
  readonly Count?: number | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataEnclaveOptionsDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsEc2LaunchTemplateDataHibernationOptionsDetails {
  readonly Configured?: boolean | undefined;
}
export interface AwsEc2LaunchTemplateDataIamInstanceProfileDetails {
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceMarketOptionsDetails {
  readonly MarketType?: string | undefined;
  readonly SpotOptions?: AwsEc2LaunchTemplateDataInstanceMarketOptionsSpotOptionsDetails | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceMarketOptionsSpotOptionsDetails {
  readonly BlockDurationMinutes?: number | undefined;
  readonly InstanceInterruptionBehavior?: string | undefined;
  readonly MaxPrice?: string | undefined;
  readonly SpotInstanceType?: string | undefined;
  readonly ValidUntil?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsAcceleratorCountDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsAcceleratorTotalMemoryMiBDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsBaselineEbsBandwidthMbpsDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsDetails {
  readonly AcceleratorCount?: AwsEc2LaunchTemplateDataInstanceRequirementsAcceleratorCountDetails | undefined;
  readonly AcceleratorManufacturers?: readonly (string)[] | undefined;
  readonly AcceleratorNames?: readonly (string)[] | undefined;
  readonly AcceleratorTotalMemoryMiB?: AwsEc2LaunchTemplateDataInstanceRequirementsAcceleratorTotalMemoryMiBDetails | undefined;
  readonly AcceleratorTypes?: readonly (string)[] | undefined;
  readonly BareMetal?: string | undefined;
  readonly BaselineEbsBandwidthMbps?: AwsEc2LaunchTemplateDataInstanceRequirementsBaselineEbsBandwidthMbpsDetails | undefined;
  readonly BurstablePerformance?: string | undefined;
  readonly CpuManufacturers?: readonly (string)[] | undefined;
  readonly ExcludedInstanceTypes?: readonly (string)[] | undefined;
  readonly InstanceGenerations?: readonly (string)[] | undefined;
  readonly LocalStorage?: string | undefined;
  readonly LocalStorageTypes?: readonly (string)[] | undefined;
  readonly MemoryGiBPerVCpu?: AwsEc2LaunchTemplateDataInstanceRequirementsMemoryGiBPerVCpuDetails | undefined;
  readonly MemoryMiB?: AwsEc2LaunchTemplateDataInstanceRequirementsMemoryMiBDetails | undefined;
  readonly NetworkInterfaceCount?: AwsEc2LaunchTemplateDataInstanceRequirementsNetworkInterfaceCountDetails | undefined;
  readonly OnDemandMaxPricePercentageOverLowestPrice?: number | undefined;
  readonly RequireHibernateSupport?: boolean | undefined;
  readonly SpotMaxPricePercentageOverLowestPrice?: number | undefined;
  readonly TotalLocalStorageGB?: AwsEc2LaunchTemplateDataInstanceRequirementsTotalLocalStorageGBDetails | undefined;
  readonly VCpuCount?: AwsEc2LaunchTemplateDataInstanceRequirementsVCpuCountDetails | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsMemoryGiBPerVCpuDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsMemoryMiBDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsNetworkInterfaceCountDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsTotalLocalStorageGBDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataInstanceRequirementsVCpuCountDetails {
  readonly Max?: number | undefined;
  readonly Min?: number | undefined;
}
export interface AwsEc2LaunchTemplateDataLicenseSetDetails {
  readonly LicenseConfigurationArn?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataMaintenanceOptionsDetails {
  readonly AutoRecovery?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataMetadataOptionsDetails {
  readonly HttpEndpoint?: string | undefined;
  readonly HttpProtocolIpv6?: string | undefined;
  readonly HttpTokens?: string | undefined;
  readonly HttpPutResponseHopLimit?: number | undefined;
  readonly InstanceMetadataTags?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataMonitoringDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsEc2LaunchTemplateDataNetworkInterfaceSetDetails {
  readonly AssociateCarrierIpAddress?: boolean | undefined;
  readonly AssociatePublicIpAddress?: boolean | undefined;
  readonly DeleteOnTermination?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly DeviceIndex?: number | undefined;
  readonly Groups?: readonly (string)[] | undefined;
  readonly InterfaceType?: string | undefined;
  readonly Ipv4PrefixCount?: number | undefined;
  readonly Ipv4Prefixes?: readonly (AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv4PrefixesDetails)[] | undefined;
  readonly Ipv6AddressCount?: number | undefined;
  readonly Ipv6Addresses?: readonly (AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv6AddressesDetails)[] | undefined;
  readonly Ipv6PrefixCount?: number | undefined;
  readonly Ipv6Prefixes?: readonly (AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv6PrefixesDetails)[] | undefined;
  readonly NetworkCardIndex?: number | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateIpAddresses?: readonly (AwsEc2LaunchTemplateDataNetworkInterfaceSetPrivateIpAddressesDetails)[] | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly SubnetId?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv4PrefixesDetails {
  readonly Ipv4Prefix?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv6AddressesDetails {
  readonly Ipv6Address?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataNetworkInterfaceSetIpv6PrefixesDetails {
  readonly Ipv6Prefix?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataNetworkInterfaceSetPrivateIpAddressesDetails {
  readonly Primary?: boolean | undefined;
  readonly PrivateIpAddress?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataPlacementDetails {
  readonly Affinity?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly HostId?: string | undefined;
  readonly HostResourceGroupArn?: string | undefined;
  readonly PartitionNumber?: number | undefined;
  readonly SpreadDomain?: string | undefined;
  readonly Tenancy?: string | undefined;
}
export interface AwsEc2LaunchTemplateDataPrivateDnsNameOptionsDetails {
  readonly EnableResourceNameDnsAAAARecord?: boolean | undefined;
  readonly EnableResourceNameDnsARecord?: boolean | undefined;
  readonly HostnameType?: string | undefined;
}
export interface AwsEc2LaunchTemplateDetails {
  readonly LaunchTemplateName?: string | undefined;
  readonly Id?: string | undefined;
  readonly LaunchTemplateData?: AwsEc2LaunchTemplateDataDetails | undefined;
  readonly DefaultVersionNumber?: number | undefined;
  readonly LatestVersionNumber?: number | undefined;
}
export interface AwsEc2NetworkAclAssociation {
  readonly NetworkAclAssociationId?: string | undefined;
  readonly NetworkAclId?: string | undefined;
  readonly SubnetId?: string | undefined;
}
export interface AwsEc2NetworkAclDetails {
  readonly IsDefault?: boolean | undefined;
  readonly NetworkAclId?: string | undefined;
  readonly OwnerId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly Associations?: readonly (AwsEc2NetworkAclAssociation)[] | undefined;
  readonly Entries?: readonly (AwsEc2NetworkAclEntry)[] | undefined;
}
export interface AwsEc2NetworkAclEntry {
  readonly CidrBlock?: string | undefined;
  readonly Egress?: boolean | undefined;
  readonly IcmpTypeCode?: IcmpTypeCode | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly PortRange?: PortRangeFromTo | undefined;
  readonly Protocol?: string | undefined;
  readonly RuleAction?: string | undefined;
  readonly RuleNumber?: number | undefined;
}
export interface AwsEc2NetworkInterfaceAttachment {
  readonly AttachTime?: string | undefined;
  readonly AttachmentId?: string | undefined;
  readonly DeleteOnTermination?: boolean | undefined;
  readonly DeviceIndex?: number | undefined;
  readonly InstanceId?: string | undefined;
  readonly InstanceOwnerId?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsEc2NetworkInterfaceDetails {
  readonly Attachment?: AwsEc2NetworkInterfaceAttachment | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly SecurityGroups?: readonly (AwsEc2NetworkInterfaceSecurityGroup)[] | undefined;
  readonly SourceDestCheck?: boolean | undefined;
  readonly IpV6Addresses?: readonly (AwsEc2NetworkInterfaceIpV6AddressDetail)[] | undefined;
  readonly PrivateIpAddresses?: readonly (AwsEc2NetworkInterfacePrivateIpAddressDetail)[] | undefined;
  readonly PublicDnsName?: string | undefined;
  readonly PublicIp?: string | undefined;
}
export interface AwsEc2NetworkInterfaceIpV6AddressDetail {
  readonly IpV6Address?: string | undefined;
}
export interface AwsEc2NetworkInterfacePrivateIpAddressDetail {
  readonly PrivateIpAddress?: string | undefined;
  readonly PrivateDnsName?: string | undefined;
}
export interface AwsEc2NetworkInterfaceSecurityGroup {
  readonly GroupName?: string | undefined;
  readonly GroupId?: string | undefined;
}
export interface AwsEc2RouteTableDetails {
  readonly AssociationSet?: readonly (AssociationSetDetails)[] | undefined;
  readonly OwnerId?: string | undefined;
  readonly PropagatingVgwSet?: readonly (PropagatingVgwSetDetails)[] | undefined;
  readonly RouteTableId?: string | undefined;
  readonly RouteSet?: readonly (RouteSetDetails)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsEc2SecurityGroupDetails {
  readonly GroupName?: string | undefined;
  readonly GroupId?: string | undefined;
  readonly OwnerId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly IpPermissions?: readonly (AwsEc2SecurityGroupIpPermission)[] | undefined;
  readonly IpPermissionsEgress?: readonly (AwsEc2SecurityGroupIpPermission)[] | undefined;
}
export interface AwsEc2SecurityGroupIpPermission {
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly UserIdGroupPairs?: readonly (AwsEc2SecurityGroupUserIdGroupPair)[] | undefined;
  readonly IpRanges?: readonly (AwsEc2SecurityGroupIpRange)[] | undefined;
  readonly Ipv6Ranges?: readonly (AwsEc2SecurityGroupIpv6Range)[] | undefined;
  readonly PrefixListIds?: readonly (AwsEc2SecurityGroupPrefixListId)[] | undefined;
}
export interface AwsEc2SecurityGroupIpRange {
  readonly CidrIp?: string | undefined;
}
export interface AwsEc2SecurityGroupIpv6Range {
  readonly CidrIpv6?: string | undefined;
}
export interface AwsEc2SecurityGroupPrefixListId {
  readonly PrefixListId?: string | undefined;
}
export interface AwsEc2SecurityGroupUserIdGroupPair {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly PeeringStatus?: string | undefined;
  readonly UserId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly VpcPeeringConnectionId?: string | undefined;
}
export interface AwsEc2SubnetDetails {
  readonly AssignIpv6AddressOnCreation?: boolean | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly AvailabilityZoneId?: string | undefined;
  readonly AvailableIpAddressCount?: number | undefined;
  readonly CidrBlock?: string | undefined;
  readonly DefaultForAz?: boolean | undefined;
  readonly MapPublicIpOnLaunch?: boolean | undefined;
  readonly OwnerId?: string | undefined;
  readonly State?: string | undefined;
  readonly SubnetArn?: string | undefined;
  readonly SubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly Ipv6CidrBlockAssociationSet?: readonly (Ipv6CidrBlockAssociation)[] | undefined;
}
export interface AwsEc2TransitGatewayDetails {
  readonly Id?: string | undefined;
  readonly Description?: string | undefined;
  readonly DefaultRouteTablePropagation?: string | undefined;
  readonly AutoAcceptSharedAttachments?: string | undefined;
  readonly DefaultRouteTableAssociation?: string | undefined;
  readonly TransitGatewayCidrBlocks?: readonly (string)[] | undefined;
  readonly AssociationDefaultRouteTableId?: string | undefined;
  readonly PropagationDefaultRouteTableId?: string | undefined;
  readonly VpnEcmpSupport?: string | undefined;
  readonly DnsSupport?: string | undefined;
  readonly MulticastSupport?: string | undefined;
  readonly AmazonSideAsn?: number | undefined;
}
export interface AwsEc2VolumeAttachment {
  readonly AttachTime?: string | undefined;
  readonly DeleteOnTermination?: boolean | undefined;
  readonly InstanceId?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsEc2VolumeDetails {
  readonly CreateTime?: string | undefined;
  readonly DeviceName?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly Size?: number | undefined;
  readonly SnapshotId?: string | undefined;
  readonly Status?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Attachments?: readonly (AwsEc2VolumeAttachment)[] | undefined;
  readonly VolumeId?: string | undefined;
  readonly VolumeType?: string | undefined;
  readonly VolumeScanStatus?: string | undefined;
}
export interface AwsEc2VpcDetails {
  readonly CidrBlockAssociationSet?: readonly (CidrBlockAssociation)[] | undefined;
  readonly Ipv6CidrBlockAssociationSet?: readonly (Ipv6CidrBlockAssociation)[] | undefined;
  readonly DhcpOptionsId?: string | undefined;
  readonly State?: string | undefined;
}
export interface AwsEc2VpcEndpointServiceDetails {
  readonly AcceptanceRequired?: boolean | undefined;
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BaseEndpointDnsNames?: readonly (string)[] | undefined;
  readonly ManagesVpcEndpoints?: boolean | undefined;
  readonly GatewayLoadBalancerArns?: readonly (string)[] | undefined;
  readonly NetworkLoadBalancerArns?: readonly (string)[] | undefined;
  readonly PrivateDnsName?: string | undefined;
  readonly ServiceId?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly ServiceState?: string | undefined;
  readonly ServiceType?: readonly (AwsEc2VpcEndpointServiceServiceTypeDetails)[] | undefined;
}
export interface AwsEc2VpcEndpointServiceServiceTypeDetails {
  readonly ServiceType?: string | undefined;
}
export interface AwsEc2VpcPeeringConnectionDetails {
  readonly AccepterVpcInfo?: AwsEc2VpcPeeringConnectionVpcInfoDetails | undefined;
  readonly ExpirationTime?: string | undefined;
  readonly RequesterVpcInfo?: AwsEc2VpcPeeringConnectionVpcInfoDetails | undefined;
  readonly Status?: AwsEc2VpcPeeringConnectionStatusDetails | undefined;
  readonly VpcPeeringConnectionId?: string | undefined;
}
export interface AwsEc2VpcPeeringConnectionStatusDetails {
  readonly Code?: string | undefined;
  readonly Message?: string | undefined;
}
export interface AwsEc2VpcPeeringConnectionVpcInfoDetails {
  readonly CidrBlock?: string | undefined;
  readonly CidrBlockSet?: readonly (VpcInfoCidrBlockSetDetails)[] | undefined;
  readonly Ipv6CidrBlockSet?: readonly (VpcInfoIpv6CidrBlockSetDetails)[] | undefined;
  readonly OwnerId?: string | undefined;
  readonly PeeringOptions?: VpcInfoPeeringOptionsDetails | undefined;
  readonly Region?: string | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsEc2VpnConnectionDetails {
  readonly VpnConnectionId?: string | undefined;
  readonly State?: string | undefined;
  readonly CustomerGatewayId?: string | undefined;
  readonly CustomerGatewayConfiguration?: string | undefined;
  readonly Type?: string | undefined;
  readonly VpnGatewayId?: string | undefined;
  readonly Category?: string | undefined;
  readonly VgwTelemetry?: readonly (AwsEc2VpnConnectionVgwTelemetryDetails)[] | undefined;
  readonly Options?: AwsEc2VpnConnectionOptionsDetails | undefined;
  readonly Routes?: readonly (AwsEc2VpnConnectionRoutesDetails)[] | undefined;
  readonly TransitGatewayId?: string | undefined;
}
export interface AwsEc2VpnConnectionOptionsDetails {
  readonly StaticRoutesOnly?: boolean | undefined;
  readonly TunnelOptions?: readonly (AwsEc2VpnConnectionOptionsTunnelOptionsDetails)[] | undefined;
}
export interface AwsEc2VpnConnectionOptionsTunnelOptionsDetails {
  readonly DpdTimeoutSeconds?: number | undefined;
  readonly IkeVersions?: readonly (string)[] | undefined;
  readonly OutsideIpAddress?: string | undefined;
  readonly Phase1DhGroupNumbers?: readonly (number)[] | undefined;
  readonly Phase1EncryptionAlgorithms?: readonly (string)[] | undefined;
  readonly Phase1IntegrityAlgorithms?: readonly (string)[] | undefined;
  readonly Phase1LifetimeSeconds?: number | undefined;
  readonly Phase2DhGroupNumbers?: readonly (number)[] | undefined;
  readonly Phase2EncryptionAlgorithms?: readonly (string)[] | undefined;
  readonly Phase2IntegrityAlgorithms?: readonly (string)[] | undefined;
  readonly Phase2LifetimeSeconds?: number | undefined;
  readonly PreSharedKey?: string | undefined;
  readonly RekeyFuzzPercentage?: number | undefined;
  readonly RekeyMarginTimeSeconds?: number | undefined;
  readonly ReplayWindowSize?: number | undefined;
  readonly TunnelInsideCidr?: string | undefined;
}
export interface AwsEc2VpnConnectionRoutesDetails {
  readonly DestinationCidrBlock?: string | undefined;
  readonly State?: string | undefined;
}
export interface AwsEc2VpnConnectionVgwTelemetryDetails {
  readonly AcceptedRouteCount?: number | undefined;
  readonly CertificateArn?: string | undefined;
  readonly LastStatusChange?: string | undefined;
  readonly OutsideIpAddress?: string | undefined;
  readonly Status?: string | undefined;
  readonly StatusMessage?: string | undefined;
}
export interface AwsEcrContainerImageDetails {
  readonly RegistryId?: string | undefined;
  readonly RepositoryName?: string | undefined;
  readonly Architecture?: string | undefined;
  readonly ImageDigest?: string | undefined;
  readonly ImageTags?: readonly (string)[] | undefined;
  readonly ImagePublishedAt?: string | undefined;
}
export interface AwsEcrRepositoryDetails {
  readonly Arn?: string | undefined;
  readonly ImageScanningConfiguration?: AwsEcrRepositoryImageScanningConfigurationDetails | undefined;
  readonly ImageTagMutability?: string | undefined;
  readonly LifecyclePolicy?: AwsEcrRepositoryLifecyclePolicyDetails | undefined;
  readonly RepositoryName?: string | undefined;
  readonly RepositoryPolicyText?: string | undefined;
}
export interface AwsEcrRepositoryImageScanningConfigurationDetails {
  readonly ScanOnPush?: boolean | undefined;
}
export interface AwsEcrRepositoryLifecyclePolicyDetails {
  readonly LifecyclePolicyText?: string | undefined;
  readonly RegistryId?: string | undefined;
}
export interface AwsEcsClusterClusterSettingsDetails {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsClusterConfigurationDetails {
  readonly ExecuteCommandConfiguration?: AwsEcsClusterConfigurationExecuteCommandConfigurationDetails | undefined;
}
export interface AwsEcsClusterConfigurationExecuteCommandConfigurationDetails {
  readonly KmsKeyId?: string | undefined;
  readonly LogConfiguration?: AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfigurationDetails | undefined;
  readonly Logging?: string | undefined;
}
export interface AwsEcsClusterConfigurationExecuteCommandConfigurationLogConfigurationDetails {
  readonly CloudWatchEncryptionEnabled?: boolean | undefined;
  readonly CloudWatchLogGroupName?: string | undefined;
  readonly S3BucketName?: string | undefined;
  readonly S3EncryptionEnabled?: boolean | undefined;
  readonly S3KeyPrefix?: string | undefined;
}
export interface AwsEcsClusterDefaultCapacityProviderStrategyDetails {
  readonly Base?: number | undefined;
  readonly CapacityProvider?: string | undefined;
  readonly Weight?: number | undefined;
}
export interface AwsEcsClusterDetails {
  readonly ClusterArn?: string | undefined;
  readonly ActiveServicesCount?: number | undefined;
  readonly CapacityProviders?: readonly (string)[] | undefined;
  readonly ClusterSettings?: readonly (AwsEcsClusterClusterSettingsDetails)[] | undefined;
  readonly Configuration?: AwsEcsClusterConfigurationDetails | undefined;
  readonly DefaultCapacityProviderStrategy?: readonly (AwsEcsClusterDefaultCapacityProviderStrategyDetails)[] | undefined;
  readonly ClusterName?: string | undefined;
  readonly RegisteredContainerInstancesCount?: number | undefined;
  readonly RunningTasksCount?: number | undefined;
  readonly Status?: string | undefined;
}
export interface AwsEcsContainerDetails {
  readonly Name?: string | undefined;
  readonly Image?: string | undefined;
  readonly MountPoints?: readonly (AwsMountPoint)[] | undefined;
  readonly Privileged?: boolean | undefined;
}
export interface AwsEcsServiceCapacityProviderStrategyDetails {
  readonly Base?: number | undefined;
  readonly CapacityProvider?: string | undefined;
  readonly Weight?: number | undefined;
}
export interface AwsEcsServiceDeploymentConfigurationDeploymentCircuitBreakerDetails {
  readonly Enable?: boolean | undefined;
  readonly Rollback?: boolean | undefined;
}
export interface AwsEcsServiceDeploymentConfigurationDetails {
  readonly DeploymentCircuitBreaker?: AwsEcsServiceDeploymentConfigurationDeploymentCircuitBreakerDetails | undefined;
  readonly MaximumPercent?: number | undefined;
  readonly MinimumHealthyPercent?: number | undefined;
}
export interface AwsEcsServiceDeploymentControllerDetails {
  readonly Type?: string | undefined;
}
export interface AwsEcsServiceDetails {
  readonly CapacityProviderStrategy?: readonly (AwsEcsServiceCapacityProviderStrategyDetails)[] | undefined;
  readonly Cluster?: string | undefined;
  readonly DeploymentConfiguration?: AwsEcsServiceDeploymentConfigurationDetails | undefined;
  readonly DeploymentController?: AwsEcsServiceDeploymentControllerDetails | undefined;
  readonly DesiredCount?: number | undefined;
  readonly EnableEcsManagedTags?: boolean | undefined;
  readonly EnableExecuteCommand?: boolean | undefined;
  readonly HealthCheckGracePeriodSeconds?: number | undefined;
  readonly LaunchType?: string | undefined;
  readonly LoadBalancers?: readonly (AwsEcsServiceLoadBalancersDetails)[] | undefined;
  readonly Name?: string | undefined;
  readonly NetworkConfiguration?: AwsEcsServiceNetworkConfigurationDetails | undefined;
  readonly PlacementConstraints?: readonly (AwsEcsServicePlacementConstraintsDetails)[] | undefined;
  readonly PlacementStrategies?: readonly (AwsEcsServicePlacementStrategiesDetails)[] | undefined;
  readonly PlatformVersion?: string | undefined;
  readonly PropagateTags?: string | undefined;
  readonly Role?: string | undefined;
  readonly SchedulingStrategy?: string | undefined;
  readonly ServiceArn?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly ServiceRegistries?: readonly (AwsEcsServiceServiceRegistriesDetails)[] | undefined;
  readonly TaskDefinition?: string | undefined;
}
export interface AwsEcsServiceLoadBalancersDetails {
  readonly ContainerName?: string | undefined;
  readonly ContainerPort?: number | undefined;
  readonly LoadBalancerName?: string | undefined;
  readonly TargetGroupArn?: string | undefined;
}
export interface AwsEcsServiceNetworkConfigurationAwsVpcConfigurationDetails {
  readonly AssignPublicIp?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly Subnets?: readonly (string)[] | undefined;
}
export interface AwsEcsServiceNetworkConfigurationDetails {
  readonly AwsVpcConfiguration?: AwsEcsServiceNetworkConfigurationAwsVpcConfigurationDetails | undefined;
}
export interface AwsEcsServicePlacementConstraintsDetails {
  readonly Expression?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEcsServicePlacementStrategiesDetails {
  readonly Field?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEcsServiceServiceRegistriesDetails {
  readonly ContainerName?: string | undefined;
  readonly ContainerPort?: number | undefined;
  readonly Port?: number | undefined;
  readonly RegistryArn?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsDependsOnDetails {
  readonly Condition?: string | undefined;
  readonly ContainerName?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsDetails {
  readonly Command?: readonly (string)[] | undefined;
  readonly Cpu?: number | undefined;
  readonly DependsOn?: readonly (AwsEcsTaskDefinitionContainerDefinitionsDependsOnDetails)[] | undefined;
  readonly DisableNetworking?: boolean | undefined;
  readonly DnsSearchDomains?: readonly (string)[] | undefined;
  readonly DnsServers?: readonly (string)[] | undefined;
  readonly DockerLabels?: { readonly [key: string]: string } | undefined;
  readonly DockerSecurityOptions?: readonly (string)[] | undefined;
  readonly EntryPoint?: readonly (string)[] | undefined;
  readonly Environment?: readonly (AwsEcsTaskDefinitionContainerDefinitionsEnvironmentDetails)[] | undefined;
  readonly EnvironmentFiles?: readonly (AwsEcsTaskDefinitionContainerDefinitionsEnvironmentFilesDetails)[] | undefined;
  readonly Essential?: boolean | undefined;
  readonly ExtraHosts?: readonly (AwsEcsTaskDefinitionContainerDefinitionsExtraHostsDetails)[] | undefined;
  readonly FirelensConfiguration?: AwsEcsTaskDefinitionContainerDefinitionsFirelensConfigurationDetails | undefined;
  readonly HealthCheck?: AwsEcsTaskDefinitionContainerDefinitionsHealthCheckDetails | undefined;
  readonly Hostname?: string | undefined;
  readonly Image?: string | undefined;
  readonly Interactive?: boolean | undefined;
  readonly Links?: readonly (string)[] | undefined;
  readonly LinuxParameters?: AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersDetails | undefined;
  readonly LogConfiguration?: AwsEcsTaskDefinitionContainerDefinitionsLogConfigurationDetails | undefined;
  readonly Memory?: number | undefined;
  readonly MemoryReservation?: number | undefined;
  readonly MountPoints?: readonly (AwsEcsTaskDefinitionContainerDefinitionsMountPointsDetails)[] | undefined;
  readonly Name?: string | undefined;
  readonly PortMappings?: readonly (AwsEcsTaskDefinitionContainerDefinitionsPortMappingsDetails)[] | undefined;
  readonly Privileged?: boolean | undefined;
  readonly PseudoTerminal?: boolean | undefined;
  readonly ReadonlyRootFilesystem?: boolean | undefined;
  readonly RepositoryCredentials?: AwsEcsTaskDefinitionContainerDefinitionsRepositoryCredentialsDetails | undefined;
  readonly ResourceRequirements?: readonly (AwsEcsTaskDefinitionContainerDefinitionsResourceRequirementsDetails)[] | undefined;
  readonly Secrets?: readonly (AwsEcsTaskDefinitionContainerDefinitionsSecretsDetails)[] | undefined;
  readonly StartTimeout?: number | undefined;
  readonly StopTimeout?: number | undefined;
  readonly SystemControls?: readonly (AwsEcsTaskDefinitionContainerDefinitionsSystemControlsDetails)[] | undefined;
  readonly Ulimits?: readonly (AwsEcsTaskDefinitionContainerDefinitionsUlimitsDetails)[] | undefined;
  readonly User?: string | undefined;
  readonly VolumesFrom?: readonly (AwsEcsTaskDefinitionContainerDefinitionsVolumesFromDetails)[] | undefined;
  readonly WorkingDirectory?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsEnvironmentDetails {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsEnvironmentFilesDetails {
  readonly Type?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsExtraHostsDetails {
  readonly Hostname?: string | undefined;
  readonly IpAddress?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsFirelensConfigurationDetails {
  readonly Options?: { readonly [key: string]: string } | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsHealthCheckDetails {
  readonly Command?: readonly (string)[] | undefined;
  readonly Interval?: number | undefined;
  readonly Retries?: number | undefined;
  readonly StartPeriod?: number | undefined;
  readonly Timeout?: number | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersCapabilitiesDetails {
  readonly Add?: readonly (string)[] | undefined;
  readonly Drop?: readonly (string)[] | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersDetails {
  readonly Capabilities?: AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersCapabilitiesDetails | undefined;
  readonly Devices?: readonly (AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersDevicesDetails)[] | undefined;
  readonly InitProcessEnabled?: boolean | undefined;
  readonly MaxSwap?: number | undefined;
  readonly SharedMemorySize?: number | undefined;
  readonly Swappiness?: number | undefined;
  readonly Tmpfs?: readonly (AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersTmpfsDetails)[] | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersDevicesDetails {
  readonly ContainerPath?: string | undefined;
  readonly HostPath?: string | undefined;
  readonly Permissions?: readonly (string)[] | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLinuxParametersTmpfsDetails {
  readonly ContainerPath?: string | undefined;
  readonly MountOptions?: readonly (string)[] | undefined;
  readonly Size?: number | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLogConfigurationDetails {
  readonly LogDriver?: string | undefined;
  readonly Options?: { readonly [key: string]: string } | undefined;
  readonly SecretOptions?: readonly (AwsEcsTaskDefinitionContainerDefinitionsLogConfigurationSecretOptionsDetails)[] | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsLogConfigurationSecretOptionsDetails {
  readonly Name?: string | undefined;
  readonly ValueFrom?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsMountPointsDetails {
  readonly ContainerPath?: string | undefined;
  readonly ReadOnly?: boolean | undefined;
  readonly SourceVolume?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsPortMappingsDetails {
  readonly ContainerPort?: number | undefined;
  readonly HostPort?: number | undefined;
  readonly Protocol?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsRepositoryCredentialsDetails {
  readonly CredentialsParameter?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsResourceRequirementsDetails {
  readonly Type?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsSecretsDetails {
  readonly Name?: string | undefined;
  readonly ValueFrom?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsSystemControlsDetails {
  readonly Namespace?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsUlimitsDetails {
  readonly HardLimit?: number | undefined;
  readonly Name?: string | undefined;
  readonly SoftLimit?: number | undefined;
}
export interface AwsEcsTaskDefinitionContainerDefinitionsVolumesFromDetails {
  readonly ReadOnly?: boolean | undefined;
  readonly SourceContainer?: string | undefined;
}
export interface AwsEcsTaskDefinitionDetails {
  readonly ContainerDefinitions?: readonly (AwsEcsTaskDefinitionContainerDefinitionsDetails)[] | undefined;
  readonly Cpu?: string | undefined;
  readonly ExecutionRoleArn?: string | undefined;
  readonly Family?: string | undefined;
  readonly InferenceAccelerators?: readonly (AwsEcsTaskDefinitionInferenceAcceleratorsDetails)[] | undefined;
  readonly IpcMode?: string | undefined;
  readonly Memory?: string | undefined;
  readonly NetworkMode?: string | undefined;
  readonly PidMode?: string | undefined;
  readonly PlacementConstraints?: readonly (AwsEcsTaskDefinitionPlacementConstraintsDetails)[] | undefined;
  readonly ProxyConfiguration?: AwsEcsTaskDefinitionProxyConfigurationDetails | undefined;
  readonly RequiresCompatibilities?: readonly (string)[] | undefined;
  readonly TaskRoleArn?: string | undefined;
  readonly Volumes?: readonly (AwsEcsTaskDefinitionVolumesDetails)[] | undefined;
  readonly Status?: string | undefined;
}
export interface AwsEcsTaskDefinitionInferenceAcceleratorsDetails {
  readonly DeviceName?: string | undefined;
  readonly DeviceType?: string | undefined;
}
export interface AwsEcsTaskDefinitionPlacementConstraintsDetails {
  readonly Expression?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEcsTaskDefinitionProxyConfigurationDetails {
  readonly ContainerName?: string | undefined;
  readonly ProxyConfigurationProperties?: readonly (AwsEcsTaskDefinitionProxyConfigurationProxyConfigurationPropertiesDetails)[] | undefined;
  readonly Type?: string | undefined;
}
export interface AwsEcsTaskDefinitionProxyConfigurationProxyConfigurationPropertiesDetails {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsEcsTaskDefinitionVolumesDetails {
  readonly DockerVolumeConfiguration?: AwsEcsTaskDefinitionVolumesDockerVolumeConfigurationDetails | undefined;
  readonly EfsVolumeConfiguration?: AwsEcsTaskDefinitionVolumesEfsVolumeConfigurationDetails | undefined;
  readonly Host?: AwsEcsTaskDefinitionVolumesHostDetails | undefined;
  readonly Name?: string | undefined;
}
export interface AwsEcsTaskDefinitionVolumesDockerVolumeConfigurationDetails {
  readonly Autoprovision?: boolean | undefined;
  readonly Driver?: string | undefined;
  readonly DriverOpts?: { readonly [key: string]: string } | undefined;
  readonly Labels?: { readonly [key: string]: string } | undefined;
  readonly Scope?: string | undefined;
}
export interface AwsEcsTaskDefinitionVolumesEfsVolumeConfigurationAuthorizationConfigDetails {
  readonly AccessPointId?: string | undefined;
  readonly Iam?: string | undefined;
}
export interface AwsEcsTaskDefinitionVolumesEfsVolumeConfigurationDetails {
  readonly AuthorizationConfig?: AwsEcsTaskDefinitionVolumesEfsVolumeConfigurationAuthorizationConfigDetails | undefined;
  readonly FilesystemId?: string | undefined;
  readonly RootDirectory?: string | undefined;
  readonly TransitEncryption?: string | undefined;
  readonly TransitEncryptionPort?: number | undefined;
}
export interface AwsEcsTaskDefinitionVolumesHostDetails {
  readonly SourcePath?: string | undefined;
}
export interface AwsEcsTaskDetails {
  readonly ClusterArn?: string | undefined;
  readonly TaskDefinitionArn?: string | undefined;
  readonly Version?: string | undefined;
  readonly CreatedAt?: string | undefined;
  readonly StartedAt?: string | undefined;
  readonly StartedBy?: string | undefined;
  readonly Group?: string | undefined;
  readonly Volumes?: readonly (AwsEcsTaskVolumeDetails)[] | undefined;
  readonly Containers?: readonly (AwsEcsContainerDetails)[] | undefined;
}
export interface AwsEcsTaskVolumeDetails {
  readonly Name?: string | undefined;
  readonly Host?: AwsEcsTaskVolumeHostDetails | undefined;
}
export interface AwsEcsTaskVolumeHostDetails {
  readonly SourcePath?: string | undefined;
}
export interface AwsEfsAccessPointDetails {
  readonly AccessPointId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly ClientToken?: string | undefined;
  readonly FileSystemId?: string | undefined;
  readonly PosixUser?: AwsEfsAccessPointPosixUserDetails | undefined;
  readonly RootDirectory?: AwsEfsAccessPointRootDirectoryDetails | undefined;
}
export interface AwsEfsAccessPointPosixUserDetails {
  readonly Gid?: string | undefined;
  readonly SecondaryGids?: readonly (string)[] | undefined;
  readonly Uid?: string | undefined;
}
export interface AwsEfsAccessPointRootDirectoryCreationInfoDetails {
  readonly OwnerGid?: string | undefined;
  readonly OwnerUid?: string | undefined;
  readonly Permissions?: string | undefined;
}
export interface AwsEfsAccessPointRootDirectoryDetails {
  readonly CreationInfo?: AwsEfsAccessPointRootDirectoryCreationInfoDetails | undefined;
  readonly Path?: string | undefined;
}
export interface AwsEksClusterDetails {
  readonly Arn?: string | undefined;
  readonly CertificateAuthorityData?: string | undefined;
  readonly ClusterStatus?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly Name?: string | undefined;
  readonly ResourcesVpcConfig?: AwsEksClusterResourcesVpcConfigDetails | undefined;
  readonly RoleArn?: string | undefined;
  readonly Version?: string | undefined;
  readonly Logging?: AwsEksClusterLoggingDetails | undefined;
}
export interface AwsEksClusterLoggingClusterLoggingDetails {
  readonly Enabled?: boolean | undefined;
  readonly Types?: readonly (string)[] | undefined;
}
export interface AwsEksClusterLoggingDetails {
  readonly ClusterLogging?: readonly (AwsEksClusterLoggingClusterLoggingDetails)[] | undefined;
}
export interface AwsEksClusterResourcesVpcConfigDetails {
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly EndpointPublicAccess?: boolean | undefined;
}
export interface AwsElasticBeanstalkEnvironmentDetails {
  readonly ApplicationName?: string | undefined;
  readonly Cname?: string | undefined;
  readonly DateCreated?: string | undefined;
  readonly DateUpdated?: string | undefined;
  readonly Description?: string | undefined;
  readonly EndpointUrl?: string | undefined;
  readonly EnvironmentArn?: string | undefined;
  readonly EnvironmentId?: string | undefined;
  readonly EnvironmentLinks?: readonly (AwsElasticBeanstalkEnvironmentEnvironmentLink)[] | undefined;
  readonly EnvironmentName?: string | undefined;
  readonly OptionSettings?: readonly (AwsElasticBeanstalkEnvironmentOptionSetting)[] | undefined;
  readonly PlatformArn?: string | undefined;
  readonly SolutionStackName?: string | undefined;
  readonly Status?: string | undefined;
  readonly Tier?: AwsElasticBeanstalkEnvironmentTier | undefined;
  readonly VersionLabel?: string | undefined;
}
export interface AwsElasticBeanstalkEnvironmentEnvironmentLink {
  readonly EnvironmentName?: string | undefined;
  readonly LinkName?: string | undefined;
}
export interface AwsElasticBeanstalkEnvironmentOptionSetting {
  readonly Namespace?: string | undefined;
  readonly OptionName?: string | undefined;
  readonly ResourceName?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsElasticBeanstalkEnvironmentTier {
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Version?: string | undefined;
}
export interface AwsElasticsearchDomainDetails {
  readonly AccessPolicies?: string | undefined;
  readonly DomainEndpointOptions?: AwsElasticsearchDomainDomainEndpointOptions | undefined;
  readonly DomainId?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly Endpoints?: { readonly [key: string]: string } | undefined;
  readonly ElasticsearchVersion?: string | undefined;
  readonly ElasticsearchClusterConfig?: AwsElasticsearchDomainElasticsearchClusterConfigDetails | undefined;
  readonly EncryptionAtRestOptions?: AwsElasticsearchDomainEncryptionAtRestOptions | undefined;
  readonly LogPublishingOptions?: AwsElasticsearchDomainLogPublishingOptions | undefined;
  readonly NodeToNodeEncryptionOptions?: AwsElasticsearchDomainNodeToNodeEncryptionOptions | undefined;
  readonly ServiceSoftwareOptions?: AwsElasticsearchDomainServiceSoftwareOptions | undefined;
  readonly VPCOptions?: AwsElasticsearchDomainVPCOptions | undefined;
}
export interface AwsElasticsearchDomainDomainEndpointOptions {
  readonly EnforceHTTPS?: boolean | undefined;
  readonly TLSSecurityPolicy?: string | undefined;
}
export interface AwsElasticsearchDomainElasticsearchClusterConfigDetails {
  readonly DedicatedMasterCount?: number | undefined;
  readonly DedicatedMasterEnabled?: boolean | undefined;
  readonly DedicatedMasterType?: string | undefined;
  readonly InstanceCount?: number | undefined;
  readonly InstanceType?: string | undefined;
  readonly ZoneAwarenessConfig?: AwsElasticsearchDomainElasticsearchClusterConfigZoneAwarenessConfigDetails | undefined;
  readonly ZoneAwarenessEnabled?: boolean | undefined;
}
export interface AwsElasticsearchDomainElasticsearchClusterConfigZoneAwarenessConfigDetails {
  readonly AvailabilityZoneCount?: number | undefined;
}
export interface AwsElasticsearchDomainEncryptionAtRestOptions {
  readonly Enabled?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
}
export interface AwsElasticsearchDomainLogPublishingOptions {
  readonly IndexSlowLogs?: AwsElasticsearchDomainLogPublishingOptionsLogConfig | undefined;
  readonly SearchSlowLogs?: AwsElasticsearchDomainLogPublishingOptionsLogConfig | undefined;
  readonly AuditLogs?: AwsElasticsearchDomainLogPublishingOptionsLogConfig | undefined;
}
export interface AwsElasticsearchDomainLogPublishingOptionsLogConfig {
  readonly CloudWatchLogsLogGroupArn?: string | undefined;
  readonly Enabled?: boolean | undefined;
}
export interface AwsElasticsearchDomainNodeToNodeEncryptionOptions {
  readonly Enabled?: boolean | undefined;
}
export interface AwsElasticsearchDomainServiceSoftwareOptions {
  readonly AutomatedUpdateDate?: string | undefined;
  readonly Cancellable?: boolean | undefined;
  readonly CurrentVersion?: string | undefined;
  readonly Description?: string | undefined;
  readonly NewVersion?: string | undefined;
  readonly UpdateAvailable?: boolean | undefined;
  readonly UpdateStatus?: string | undefined;
}
export interface AwsElasticsearchDomainVPCOptions {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly VPCId?: string | undefined;
}
export interface AwsElbAppCookieStickinessPolicy {
  readonly CookieName?: string | undefined;
  readonly PolicyName?: string | undefined;
}
export interface AwsElbLbCookieStickinessPolicy {
  readonly CookieExpirationPeriod?: number | undefined;
  readonly PolicyName?: string | undefined;
}
export interface AwsElbLoadBalancerAccessLog {
  readonly EmitInterval?: number | undefined;
  readonly Enabled?: boolean | undefined;
  readonly S3BucketName?: string | undefined;
  readonly S3BucketPrefix?: string | undefined;
}
export interface AwsElbLoadBalancerAdditionalAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsElbLoadBalancerAttributes {
  readonly AccessLog?: AwsElbLoadBalancerAccessLog | undefined;
  readonly ConnectionDraining?: AwsElbLoadBalancerConnectionDraining | undefined;
  readonly ConnectionSettings?: AwsElbLoadBalancerConnectionSettings | undefined;
  readonly CrossZoneLoadBalancing?: AwsElbLoadBalancerCrossZoneLoadBalancing | undefined;
  readonly AdditionalAttributes?: readonly (AwsElbLoadBalancerAdditionalAttribute)[] | undefined;
}
export interface AwsElbLoadBalancerBackendServerDescription {
  readonly InstancePort?: number | undefined;
  readonly PolicyNames?: readonly (string)[] | undefined;
}
export interface AwsElbLoadBalancerConnectionDraining {
  readonly Enabled?: boolean | undefined;
  readonly Timeout?: number | undefined;
}
export interface AwsElbLoadBalancerConnectionSettings {
  readonly IdleTimeout?: number | undefined;
}
export interface AwsElbLoadBalancerCrossZoneLoadBalancing {
  readonly Enabled?: boolean | undefined;
}
export interface AwsElbLoadBalancerDetails {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BackendServerDescriptions?: readonly (AwsElbLoadBalancerBackendServerDescription)[] | undefined;
  readonly CanonicalHostedZoneName?: string | undefined;
  readonly CanonicalHostedZoneNameID?: string | undefined;
  readonly CreatedTime?: string | undefined;
  readonly DnsName?: string | undefined;
  readonly HealthCheck?: AwsElbLoadBalancerHealthCheck | undefined;
  readonly Instances?: readonly (AwsElbLoadBalancerInstance)[] | undefined;
  readonly ListenerDescriptions?: readonly (AwsElbLoadBalancerListenerDescription)[] | undefined;
  readonly LoadBalancerAttributes?: AwsElbLoadBalancerAttributes | undefined;
  readonly LoadBalancerName?: string | undefined;
  readonly Policies?: AwsElbLoadBalancerPolicies | undefined;
  readonly Scheme?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly SourceSecurityGroup?: AwsElbLoadBalancerSourceSecurityGroup | undefined;
  readonly Subnets?: readonly (string)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsElbLoadBalancerHealthCheck {
  readonly HealthyThreshold?: number | undefined;
  readonly Interval?: number | undefined;
  readonly Target?: string | undefined;
  readonly Timeout?: number | undefined;
  readonly UnhealthyThreshold?: number | undefined;
}
export interface AwsElbLoadBalancerInstance {
  readonly InstanceId?: string | undefined;
}
export interface AwsElbLoadBalancerListener {
  readonly InstancePort?: number | undefined;
  readonly InstanceProtocol?: string | undefined;
  readonly LoadBalancerPort?: number | undefined;
  readonly Protocol?: string | undefined;
  readonly SslCertificateId?: string | undefined;
}
export interface AwsElbLoadBalancerListenerDescription {
  readonly Listener?: AwsElbLoadBalancerListener | undefined;
  readonly PolicyNames?: readonly (string)[] | undefined;
}
export interface AwsElbLoadBalancerPolicies {
  readonly AppCookieStickinessPolicies?: readonly (AwsElbAppCookieStickinessPolicy)[] | undefined;
  readonly LbCookieStickinessPolicies?: readonly (AwsElbLbCookieStickinessPolicy)[] | undefined;
  readonly OtherPolicies?: readonly (string)[] | undefined;
}
export interface AwsElbLoadBalancerSourceSecurityGroup {
  readonly GroupName?: string | undefined;
  readonly OwnerAlias?: string | undefined;
}
export interface AwsElbv2LoadBalancerAttribute {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsElbv2LoadBalancerDetails {
  readonly AvailabilityZones?: readonly (AvailabilityZone)[] | undefined;
  readonly CanonicalHostedZoneId?: string | undefined;
  readonly CreatedTime?: string | undefined;
  readonly DNSName?: string | undefined;
  readonly IpAddressType?: string | undefined;
  readonly Scheme?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly State?: LoadBalancerState | undefined;
  readonly Type?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly LoadBalancerAttributes?: readonly (AwsElbv2LoadBalancerAttribute)[] | undefined;
}
export interface AwsEventSchemasRegistryDetails {
  readonly Description?: string | undefined;
  readonly RegistryArn?: string | undefined;
  readonly RegistryName?: string | undefined;
}
export interface AwsEventsEndpointDetails {
  readonly Arn?: string | undefined;
  readonly Description?: string | undefined;
  readonly EndpointId?: string | undefined;
  readonly EndpointUrl?: string | undefined;
  readonly EventBuses?: readonly (AwsEventsEndpointEventBusesDetails)[] | undefined;
  readonly Name?: string | undefined;
  readonly ReplicationConfig?: AwsEventsEndpointReplicationConfigDetails | undefined;
  readonly RoleArn?: string | undefined;
  readonly RoutingConfig?: AwsEventsEndpointRoutingConfigDetails | undefined;
  readonly State?: string | undefined;
  readonly StateReason?: string | undefined;
}
export interface AwsEventsEndpointEventBusesDetails {
  readonly EventBusArn?: string | undefined;
}
export interface AwsEventsEndpointReplicationConfigDetails {
  readonly State?: string | undefined;
}
export interface AwsEventsEndpointRoutingConfigDetails {
  readonly FailoverConfig?: AwsEventsEndpointRoutingConfigFailoverConfigDetails | undefined;
}
export interface AwsEventsEndpointRoutingConfigFailoverConfigDetails {
  readonly Primary?: AwsEventsEndpointRoutingConfigFailoverConfigPrimaryDetails | undefined;
  readonly Secondary?: AwsEventsEndpointRoutingConfigFailoverConfigSecondaryDetails | undefined;
}
export interface AwsEventsEndpointRoutingConfigFailoverConfigPrimaryDetails {
  readonly HealthCheck?: string | undefined;
}
export interface AwsEventsEndpointRoutingConfigFailoverConfigSecondaryDetails {
  readonly Route?: string | undefined;
}
export interface AwsEventsEventbusDetails {
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Policy?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesCloudTrailDetails {
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesDetails {
  readonly CloudTrail?: AwsGuardDutyDetectorDataSourcesCloudTrailDetails | undefined;
  readonly DnsLogs?: AwsGuardDutyDetectorDataSourcesDnsLogsDetails | undefined;
  readonly FlowLogs?: AwsGuardDutyDetectorDataSourcesFlowLogsDetails | undefined;
  readonly Kubernetes?: AwsGuardDutyDetectorDataSourcesKubernetesDetails | undefined;
  readonly MalwareProtection?: AwsGuardDutyDetectorDataSourcesMalwareProtectionDetails | undefined;
  readonly S3Logs?: AwsGuardDutyDetectorDataSourcesS3LogsDetails | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesDnsLogsDetails {
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesFlowLogsDetails {
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesKubernetesAuditLogsDetails {
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesKubernetesDetails {
  readonly AuditLogs?: AwsGuardDutyDetectorDataSourcesKubernetesAuditLogsDetails | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesMalwareProtectionDetails {
  readonly ScanEc2InstanceWithFindings?: AwsGuardDutyDetectorDataSourcesMalwareProtectionScanEc2InstanceWithFindingsDetails | undefined;
  readonly ServiceRole?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesMalwareProtectionScanEc2InstanceWithFindingsDetails {
  readonly EbsVolumes?: AwsGuardDutyDetectorDataSourcesMalwareProtectionScanEc2InstanceWithFindingsEbsVolumesDetails | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesMalwareProtectionScanEc2InstanceWithFindingsEbsVolumesDetails {
  readonly Reason?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDataSourcesS3LogsDetails {
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorDetails {
  readonly DataSources?: AwsGuardDutyDetectorDataSourcesDetails | undefined;
  readonly Features?: readonly (AwsGuardDutyDetectorFeaturesDetails)[] | undefined;
  readonly FindingPublishingFrequency?: string | undefined;
  readonly ServiceRole?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsGuardDutyDetectorFeaturesDetails {
  readonly Name?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsIamAccessKeyDetails {
  readonly UserName?: string | undefined;
  readonly Status?: AwsIamAccessKeyStatus | undefined;
  readonly CreatedAt?: string | undefined;
  readonly PrincipalId?: string | undefined;
  readonly PrincipalType?: string | undefined;
  readonly PrincipalName?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly AccessKeyId?: string | undefined;
  readonly SessionContext?: AwsIamAccessKeySessionContext | undefined;
}
export interface AwsIamAccessKeySessionContext {
  readonly Attributes?: AwsIamAccessKeySessionContextAttributes | undefined;
  readonly SessionIssuer?: AwsIamAccessKeySessionContextSessionIssuer | undefined;
}
export interface AwsIamAccessKeySessionContextAttributes {
  readonly MfaAuthenticated?: boolean | undefined;
  readonly CreationDate?: string | undefined;
}
export interface AwsIamAccessKeySessionContextSessionIssuer {
  readonly Type?: string | undefined;
  readonly PrincipalId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly UserName?: string | undefined;
}
export type AwsIamAccessKeyStatus = "Active" | "Inactive";
export interface AwsIamAttachedManagedPolicy {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
}
export interface AwsIamGroupDetails {
  readonly AttachedManagedPolicies?: readonly (AwsIamAttachedManagedPolicy)[] | undefined;
  readonly CreateDate?: string | undefined;
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly GroupPolicyList?: readonly (AwsIamGroupPolicy)[] | undefined;
  readonly Path?: string | undefined;
}
export interface AwsIamGroupPolicy {
  readonly PolicyName?: string | undefined;
}
export interface AwsIamInstanceProfile {
  readonly Arn?: string | undefined;
  readonly CreateDate?: string | undefined;
  readonly InstanceProfileId?: string | undefined;
  readonly InstanceProfileName?: string | undefined;
  readonly Path?: string | undefined;
  readonly Roles?: readonly (AwsIamInstanceProfileRole)[] | undefined;
}
export interface AwsIamInstanceProfileRole {
  readonly Arn?: string | undefined;
  readonly AssumeRolePolicyDocument?: string | undefined;
  readonly CreateDate?: string | undefined;
  readonly Path?: string | undefined;
  readonly RoleId?: string | undefined;
  readonly RoleName?: string | undefined;
}
export interface AwsIamPermissionsBoundary {
  readonly PermissionsBoundaryArn?: string | undefined;
  readonly PermissionsBoundaryType?: string | undefined;
}
export interface AwsIamPolicyDetails {
  readonly AttachmentCount?: number | undefined;
  readonly CreateDate?: string | undefined;
  readonly DefaultVersionId?: string | undefined;
  readonly Description?: string | undefined;
  readonly IsAttachable?: boolean | undefined;
  readonly Path?: string | undefined;
  readonly PermissionsBoundaryUsageCount?: number | undefined;
  readonly PolicyId?: string | undefined;
  readonly PolicyName?: string | undefined;
  readonly PolicyVersionList?: readonly (AwsIamPolicyVersion)[] | undefined;
  readonly UpdateDate?: string | undefined;
}
export interface AwsIamPolicyVersion {
  readonly VersionId?: string | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly CreateDate?: string | undefined;
}
export interface AwsIamRoleDetails {
  readonly AssumeRolePolicyDocument?: string | undefined;
  readonly AttachedManagedPolicies?: readonly (AwsIamAttachedManagedPolicy)[] | undefined;
  readonly CreateDate?: string | undefined;
  readonly InstanceProfileList?: readonly (AwsIamInstanceProfile)[] | undefined;
  readonly PermissionsBoundary?: AwsIamPermissionsBoundary | undefined;
  readonly RoleId?: string | undefined;
  readonly RoleName?: string | undefined;
  readonly RolePolicyList?: readonly (AwsIamRolePolicy)[] | undefined;
  readonly MaxSessionDuration?: number | undefined;
  readonly Path?: string | undefined;
}
export interface AwsIamRolePolicy {
  readonly PolicyName?: string | undefined;
}
export interface AwsIamUserDetails {
  readonly AttachedManagedPolicies?: readonly (AwsIamAttachedManagedPolicy)[] | undefined;
  readonly CreateDate?: string | undefined;
  readonly GroupList?: readonly (string)[] | undefined;
  readonly Path?: string | undefined;
  readonly PermissionsBoundary?: AwsIamPermissionsBoundary | undefined;
  readonly UserId?: string | undefined;
  readonly UserName?: string | undefined;
  readonly UserPolicyList?: readonly (AwsIamUserPolicy)[] | undefined;
}
export interface AwsIamUserPolicy {
  readonly PolicyName?: string | undefined;
}
export interface AwsKinesisStreamDetails {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly StreamEncryption?: AwsKinesisStreamStreamEncryptionDetails | undefined;
  readonly ShardCount?: number | undefined;
  readonly RetentionPeriodHours?: number | undefined;
}
export interface AwsKinesisStreamStreamEncryptionDetails {
  readonly EncryptionType?: string | undefined;
  readonly KeyId?: string | undefined;
}
export interface AwsKmsKeyDetails {
  readonly AWSAccountId?: string | undefined;
  readonly CreationDate?: number | undefined;
  readonly KeyId?: string | undefined;
  readonly KeyManager?: string | undefined;
  readonly KeyState?: string | undefined;
  readonly Origin?: string | undefined;
  readonly Description?: string | undefined;
  readonly KeyRotationStatus?: boolean | undefined;
}
export interface AwsLambdaFunctionCode {
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly ZipFile?: string | undefined;
}
export interface AwsLambdaFunctionDeadLetterConfig {
  readonly TargetArn?: string | undefined;
}
export interface AwsLambdaFunctionDetails {
  readonly Code?: AwsLambdaFunctionCode | undefined;
  readonly CodeSha256?: string | undefined;
  readonly DeadLetterConfig?: AwsLambdaFunctionDeadLetterConfig | undefined;
  readonly Environment?: AwsLambdaFunctionEnvironment | undefined;
  readonly FunctionName?: string | undefined;
  readonly Handler?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly LastModified?: string | undefined;
  readonly Layers?: readonly (AwsLambdaFunctionLayer)[] | undefined;
  readonly MasterArn?: string | undefined;
  readonly MemorySize?: number | undefined;
  readonly RevisionId?: string | undefined;
  readonly Role?: string | undefined;
  readonly Runtime?: string | undefined;
  readonly Timeout?: number | undefined;
  readonly TracingConfig?: AwsLambdaFunctionTracingConfig | undefined;
  readonly VpcConfig?: AwsLambdaFunctionVpcConfig | undefined;
  readonly Version?: string | undefined;
  readonly Architectures?: readonly (string)[] | undefined;
  readonly PackageType?: string | undefined;
}
export interface AwsLambdaFunctionEnvironment {
  readonly Variables?: { readonly [key: string]: string } | undefined;
  readonly Error?: AwsLambdaFunctionEnvironmentError | undefined;
}
export interface AwsLambdaFunctionEnvironmentError {
  readonly ErrorCode?: string | undefined;
  readonly Message?: string | undefined;
}
export interface AwsLambdaFunctionLayer {
  readonly Arn?: string | undefined;
  readonly CodeSize?: number | undefined;
}
export interface AwsLambdaFunctionTracingConfig {
  readonly Mode?: string | undefined;
}
export interface AwsLambdaFunctionVpcConfig {
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsLambdaLayerVersionDetails {
  readonly Version?: number | undefined;
  readonly CompatibleRuntimes?: readonly (string)[] | undefined;
  readonly CreatedDate?: string | undefined;
}
export interface AwsMountPoint {
  readonly SourceVolume?: string | undefined;
  readonly ContainerPath?: string | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationDetails {
  readonly Sasl?: AwsMskClusterClusterInfoClientAuthenticationSaslDetails | undefined;
  readonly Unauthenticated?: AwsMskClusterClusterInfoClientAuthenticationUnauthenticatedDetails | undefined;
  readonly Tls?: AwsMskClusterClusterInfoClientAuthenticationTlsDetails | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationSaslDetails {
  readonly Iam?: AwsMskClusterClusterInfoClientAuthenticationSaslIamDetails | undefined;
  readonly Scram?: AwsMskClusterClusterInfoClientAuthenticationSaslScramDetails | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationSaslIamDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationSaslScramDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationTlsDetails {
  readonly CertificateAuthorityArnList?: readonly (string)[] | undefined;
  readonly Enabled?: boolean | undefined;
}
export interface AwsMskClusterClusterInfoClientAuthenticationUnauthenticatedDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsMskClusterClusterInfoDetails {
  readonly EncryptionInfo?: AwsMskClusterClusterInfoEncryptionInfoDetails | undefined;
  readonly CurrentVersion?: string | undefined;
  readonly NumberOfBrokerNodes?: number | undefined;
  readonly ClusterName?: string | undefined;
  readonly ClientAuthentication?: AwsMskClusterClusterInfoClientAuthenticationDetails | undefined;
  readonly EnhancedMonitoring?: string | undefined;
}
export interface AwsMskClusterClusterInfoEncryptionInfoDetails {
  readonly EncryptionInTransit?: AwsMskClusterClusterInfoEncryptionInfoEncryptionInTransitDetails | undefined;
  readonly EncryptionAtRest?: AwsMskClusterClusterInfoEncryptionInfoEncryptionAtRestDetails | undefined;
}
export interface AwsMskClusterClusterInfoEncryptionInfoEncryptionAtRestDetails {
  readonly DataVolumeKMSKeyId?: string | undefined;
}
export interface AwsMskClusterClusterInfoEncryptionInfoEncryptionInTransitDetails {
  readonly InCluster?: boolean | undefined;
  readonly ClientBroker?: string | undefined;
}
export interface AwsMskClusterDetails {
  readonly ClusterInfo?: AwsMskClusterClusterInfoDetails | undefined;
}
export interface AwsNetworkFirewallFirewallDetails {
  readonly DeleteProtection?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallId?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly FirewallPolicyArn?: string | undefined;
  readonly FirewallPolicyChangeProtection?: boolean | undefined;
  readonly SubnetChangeProtection?: boolean | undefined;
  readonly SubnetMappings?: readonly (AwsNetworkFirewallFirewallSubnetMappingsDetails)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsNetworkFirewallFirewallPolicyDetails {
  readonly FirewallPolicy?: FirewallPolicyDetails | undefined;
  readonly FirewallPolicyArn?: string | undefined;
  readonly FirewallPolicyId?: string | undefined;
  readonly FirewallPolicyName?: string | undefined;
  readonly Description?: string | undefined;
}
export interface AwsNetworkFirewallFirewallSubnetMappingsDetails {
  readonly SubnetId?: string | undefined;
}
export interface AwsNetworkFirewallRuleGroupDetails {
  readonly Capacity?: number | undefined;
  readonly Description?: string | undefined;
  readonly RuleGroup?: RuleGroupDetails | undefined;
  readonly RuleGroupArn?: string | undefined;
  readonly RuleGroupId?: string | undefined;
  readonly RuleGroupName?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsOpenSearchServiceDomainAdvancedSecurityOptionsDetails {
  readonly Enabled?: boolean | undefined;
  readonly InternalUserDatabaseEnabled?: boolean | undefined;
  readonly MasterUserOptions?: AwsOpenSearchServiceDomainMasterUserOptionsDetails | undefined;
}
export interface AwsOpenSearchServiceDomainClusterConfigDetails {
  readonly InstanceCount?: number | undefined;
  readonly WarmEnabled?: boolean | undefined;
  readonly WarmCount?: number | undefined;
  readonly DedicatedMasterEnabled?: boolean | undefined;
  readonly ZoneAwarenessConfig?: AwsOpenSearchServiceDomainClusterConfigZoneAwarenessConfigDetails | undefined;
  readonly DedicatedMasterCount?: number | undefined;
  readonly InstanceType?: string | undefined;
  readonly WarmType?: string | undefined;
  readonly ZoneAwarenessEnabled?: boolean | undefined;
  readonly DedicatedMasterType?: string | undefined;
}
export interface AwsOpenSearchServiceDomainClusterConfigZoneAwarenessConfigDetails {
  readonly AvailabilityZoneCount?: number | undefined;
}
export interface AwsOpenSearchServiceDomainDetails {
  readonly Arn?: string | undefined;
  readonly AccessPolicies?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly Id?: string | undefined;
  readonly DomainEndpoint?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly EncryptionAtRestOptions?: AwsOpenSearchServiceDomainEncryptionAtRestOptionsDetails | undefined;
  readonly NodeToNodeEncryptionOptions?: AwsOpenSearchServiceDomainNodeToNodeEncryptionOptionsDetails | undefined;
  readonly ServiceSoftwareOptions?: AwsOpenSearchServiceDomainServiceSoftwareOptionsDetails | undefined;
  readonly ClusterConfig?: AwsOpenSearchServiceDomainClusterConfigDetails | undefined;
  readonly DomainEndpointOptions?: AwsOpenSearchServiceDomainDomainEndpointOptionsDetails | undefined;
  readonly VpcOptions?: AwsOpenSearchServiceDomainVpcOptionsDetails | undefined;
  readonly LogPublishingOptions?: AwsOpenSearchServiceDomainLogPublishingOptionsDetails | undefined;
  readonly DomainEndpoints?: { readonly [key: string]: string } | undefined;
  readonly AdvancedSecurityOptions?: AwsOpenSearchServiceDomainAdvancedSecurityOptionsDetails | undefined;
}
export interface AwsOpenSearchServiceDomainDomainEndpointOptionsDetails {
  readonly CustomEndpointCertificateArn?: string | undefined;
  readonly CustomEndpointEnabled?: boolean | undefined;
  readonly EnforceHTTPS?: boolean | undefined;
  readonly CustomEndpoint?: string | undefined;
  readonly TLSSecurityPolicy?: string | undefined;
}
export interface AwsOpenSearchServiceDomainEncryptionAtRestOptionsDetails {
  readonly Enabled?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
}
export interface AwsOpenSearchServiceDomainLogPublishingOption {
  readonly CloudWatchLogsLogGroupArn?: string | undefined;
  readonly Enabled?: boolean | undefined;
}
export interface AwsOpenSearchServiceDomainLogPublishingOptionsDetails {
  readonly IndexSlowLogs?: AwsOpenSearchServiceDomainLogPublishingOption | undefined;
  readonly SearchSlowLogs?: AwsOpenSearchServiceDomainLogPublishingOption | undefined;
  readonly AuditLogs?: AwsOpenSearchServiceDomainLogPublishingOption | undefined;
}
export interface AwsOpenSearchServiceDomainMasterUserOptionsDetails {
  readonly MasterUserArn?: string | undefined;
  readonly MasterUserName?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
}
export interface AwsOpenSearchServiceDomainNodeToNodeEncryptionOptionsDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsOpenSearchServiceDomainServiceSoftwareOptionsDetails {
  readonly AutomatedUpdateDate?: string | undefined;
  readonly Cancellable?: boolean | undefined;
  readonly CurrentVersion?: string | undefined;
  readonly Description?: string | undefined;
  readonly NewVersion?: string | undefined;
  readonly UpdateAvailable?: boolean | undefined;
  readonly UpdateStatus?: string | undefined;
  readonly OptionalDeployment?: boolean | undefined;
}
export interface AwsOpenSearchServiceDomainVpcOptionsDetails {
  readonly SecurityGroupIds?: readonly (string)[] | undefined;
  readonly SubnetIds?: readonly (string)[] | undefined;
}
export interface AwsOrganizationScope {
  readonly OrganizationId?: string | undefined;
  readonly OrganizationalUnitId?: string | undefined;
}
export interface AwsRdsDbClusterAssociatedRole {
  readonly RoleArn?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbClusterDetails {
  readonly AllocatedStorage?: number | undefined;
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly DatabaseName?: string | undefined;
  readonly Status?: string | undefined;
  readonly Endpoint?: string | undefined;
  readonly ReaderEndpoint?: string | undefined;
  readonly CustomEndpoints?: readonly (string)[] | undefined;
  readonly MultiAz?: boolean | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly Port?: number | undefined;
  readonly MasterUsername?: string | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly ReadReplicaIdentifiers?: readonly (string)[] | undefined;
  readonly VpcSecurityGroups?: readonly (AwsRdsDbInstanceVpcSecurityGroup)[] | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DbClusterResourceId?: string | undefined;
  readonly AssociatedRoles?: readonly (AwsRdsDbClusterAssociatedRole)[] | undefined;
  readonly ClusterCreateTime?: string | undefined;
  readonly EnabledCloudWatchLogsExports?: readonly (string)[] | undefined;
  readonly EngineMode?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly HttpEndpointEnabled?: boolean | undefined;
  readonly ActivityStreamStatus?: string | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly CrossAccountClone?: boolean | undefined;
  readonly DomainMemberships?: readonly (AwsRdsDbDomainMembership)[] | undefined;
  readonly DbClusterParameterGroup?: string | undefined;
  readonly DbSubnetGroup?: string | undefined;
  readonly DbClusterOptionGroupMemberships?: readonly (AwsRdsDbClusterOptionGroupMembership)[] | undefined;
  readonly DbClusterIdentifier?: string | undefined;
  readonly DbClusterMembers?: readonly (AwsRdsDbClusterMember)[] | undefined;
  readonly IamDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
}
export interface AwsRdsDbClusterMember {
  readonly IsClusterWriter?: boolean | undefined;
  readonly PromotionTier?: number | undefined;
  readonly DbInstanceIdentifier?: string | undefined;
  readonly DbClusterParameterGroupStatus?: string | undefined;
}
export interface AwsRdsDbClusterOptionGroupMembership {
  readonly DbClusterOptionGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbClusterSnapshotDbClusterSnapshotAttribute {
  readonly AttributeName?: string | undefined;
  readonly AttributeValues?: readonly (string)[] | undefined;
}
export interface AwsRdsDbClusterSnapshotDetails {
  readonly AvailabilityZones?: readonly (string)[] | undefined;
  readonly SnapshotCreateTime?: string | undefined;
  readonly Engine?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly Status?: string | undefined;
  readonly Port?: number | undefined;
  readonly VpcId?: string | undefined;
  readonly ClusterCreateTime?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly DbClusterIdentifier?: string | undefined;
  readonly DbClusterSnapshotIdentifier?: string | undefined;
  readonly IamDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly DbClusterSnapshotAttributes?: readonly (AwsRdsDbClusterSnapshotDbClusterSnapshotAttribute)[] | undefined;
}
export interface AwsRdsDbDomainMembership {
  readonly Domain?: string | undefined;
  readonly Status?: string | undefined;
  readonly Fqdn?: string | undefined;
  readonly IamRoleName?: string | undefined;
}
export interface AwsRdsDbInstanceAssociatedRole {
  readonly RoleArn?: string | undefined;
  readonly FeatureName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbInstanceDetails {
  readonly AssociatedRoles?: readonly (AwsRdsDbInstanceAssociatedRole)[] | undefined;
  readonly CACertificateIdentifier?: string | undefined;
  readonly DBClusterIdentifier?: string | undefined;
  readonly DBInstanceIdentifier?: string | undefined;
  readonly DBInstanceClass?: string | undefined;
  readonly DbInstancePort?: number | undefined;
  readonly DbiResourceId?: string | undefined;
  readonly DBName?: string | undefined;
  readonly DeletionProtection?: boolean | undefined;
  readonly Endpoint?: AwsRdsDbInstanceEndpoint | undefined;
  readonly Engine?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly IAMDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly InstanceCreateTime?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly StorageEncrypted?: boolean | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly VpcSecurityGroups?: readonly (AwsRdsDbInstanceVpcSecurityGroup)[] | undefined;
  readonly MultiAz?: boolean | undefined;
  readonly EnhancedMonitoringResourceArn?: string | undefined;
  readonly DbInstanceStatus?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly PreferredBackupWindow?: string | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly DbSecurityGroups?: readonly (string)[] | undefined;
  readonly DbParameterGroups?: readonly (AwsRdsDbParameterGroup)[] | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly DbSubnetGroup?: AwsRdsDbSubnetGroup | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly PendingModifiedValues?: AwsRdsDbPendingModifiedValues | undefined;
  readonly LatestRestorableTime?: string | undefined;
  readonly AutoMinorVersionUpgrade?: boolean | undefined;
  readonly ReadReplicaSourceDBInstanceIdentifier?: string | undefined;
  readonly ReadReplicaDBInstanceIdentifiers?: readonly (string)[] | undefined;
  readonly ReadReplicaDBClusterIdentifiers?: readonly (string)[] | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly OptionGroupMemberships?: readonly (AwsRdsDbOptionGroupMembership)[] | undefined;
  readonly CharacterSetName?: string | undefined;
  readonly SecondaryAvailabilityZone?: string | undefined;
  readonly StatusInfos?: readonly (AwsRdsDbStatusInfo)[] | undefined;
  readonly StorageType?: string | undefined;
  readonly DomainMemberships?: readonly (AwsRdsDbDomainMembership)[] | undefined;
  readonly CopyTagsToSnapshot?: boolean | undefined;
  readonly MonitoringInterval?: number | undefined;
  readonly MonitoringRoleArn?: string | undefined;
  readonly PromotionTier?: number | undefined;
  readonly Timezone?: string | undefined;
  readonly PerformanceInsightsEnabled?: boolean | undefined;
  readonly PerformanceInsightsKmsKeyId?: string | undefined;
  readonly PerformanceInsightsRetentionPeriod?: number | undefined;
  readonly EnabledCloudWatchLogsExports?: readonly (string)[] | undefined;
  readonly ProcessorFeatures?: readonly (AwsRdsDbProcessorFeature)[] | undefined;
  readonly ListenerEndpoint?: AwsRdsDbInstanceEndpoint | undefined;
  readonly MaxAllocatedStorage?: number | undefined;
}
export interface AwsRdsDbInstanceEndpoint {
  readonly Address?: string | undefined;
  readonly Port?: number | undefined;
  readonly HostedZoneId?: string | undefined;
}
export interface AwsRdsDbInstanceVpcSecurityGroup {
  readonly VpcSecurityGroupId?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbOptionGroupMembership {
  readonly OptionGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbParameterGroup {
  readonly DbParameterGroupName?: string | undefined;
  readonly ParameterApplyStatus?: string | undefined;
}
export interface AwsRdsDbPendingModifiedValues {
  readonly DbInstanceClass?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly Port?: number | undefined;
  readonly BackupRetentionPeriod?: number | undefined;
  readonly MultiAZ?: boolean | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly Iops?: number | undefined;
  readonly DbInstanceIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly CaCertificateIdentifier?: string | undefined;
  readonly DbSubnetGroupName?: string | undefined;
  readonly PendingCloudWatchLogsExports?: AwsRdsPendingCloudWatchLogsExports | undefined;
  readonly ProcessorFeatures?: readonly (AwsRdsDbProcessorFeature)[] | undefined;
}
export interface AwsRdsDbProcessorFeature {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsRdsDbSecurityGroupDetails {
  readonly DbSecurityGroupArn?: string | undefined;
  readonly DbSecurityGroupDescription?: string | undefined;
  readonly DbSecurityGroupName?: string | undefined;
  readonly Ec2SecurityGroups?: readonly (AwsRdsDbSecurityGroupEc2SecurityGroup)[] | undefined;
  readonly IpRanges?: readonly (AwsRdsDbSecurityGroupIpRange)[] | undefined;
  readonly OwnerId?: string | undefined;
  readonly VpcId?: string | undefined;
}
export interface AwsRdsDbSecurityGroupEc2SecurityGroup {
  readonly Ec2SecurityGroupId?: string | undefined;
  readonly Ec2SecurityGroupName?: string | undefined;
  readonly Ec2SecurityGroupOwnerId?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbSecurityGroupIpRange {
  readonly CidrIp?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRdsDbSnapshotDetails {
  readonly DbSnapshotIdentifier?: string | undefined;
  readonly DbInstanceIdentifier?: string | undefined;
  readonly SnapshotCreateTime?: string | undefined;
  readonly Engine?: string | undefined;
  readonly AllocatedStorage?: number | undefined;
  readonly Status?: string | undefined;
  readonly Port?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly InstanceCreateTime?: string | undefined;
  readonly MasterUsername?: string | undefined;
  readonly EngineVersion?: string | undefined;
  readonly LicenseModel?: string | undefined;
  readonly SnapshotType?: string | undefined;
  readonly Iops?: number | undefined;
  readonly OptionGroupName?: string | undefined;
  readonly PercentProgress?: number | undefined;
  readonly SourceRegion?: string | undefined;
  readonly SourceDbSnapshotIdentifier?: string | undefined;
  readonly StorageType?: string | undefined;
  readonly TdeCredentialArn?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Timezone?: string | undefined;
  readonly IamDatabaseAuthenticationEnabled?: boolean | undefined;
  readonly ProcessorFeatures?: readonly (AwsRdsDbProcessorFeature)[] | undefined;
  readonly DbiResourceId?: string | undefined;
}
export interface AwsRdsDbStatusInfo {
  readonly StatusType?: string | undefined;
  readonly Normal?: boolean | undefined;
  readonly Status?: string | undefined;
  readonly Message?: string | undefined;
}
export interface AwsRdsDbSubnetGroup {
  readonly DbSubnetGroupName?: string | undefined;
  readonly DbSubnetGroupDescription?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetGroupStatus?: string | undefined;
  readonly Subnets?: readonly (AwsRdsDbSubnetGroupSubnet)[] | undefined;
  readonly DbSubnetGroupArn?: string | undefined;
}
export interface AwsRdsDbSubnetGroupSubnet {
  readonly SubnetIdentifier?: string | undefined;
  readonly SubnetAvailabilityZone?: AwsRdsDbSubnetGroupSubnetAvailabilityZone | undefined;
  readonly SubnetStatus?: string | undefined;
}
export interface AwsRdsDbSubnetGroupSubnetAvailabilityZone {
  readonly Name?: string | undefined;
}
export interface AwsRdsEventSubscriptionDetails {
  readonly CustSubscriptionId?: string | undefined;
  readonly CustomerAwsId?: string | undefined;
  readonly Enabled?: boolean | undefined;
  readonly EventCategoriesList?: readonly (string)[] | undefined;
  readonly EventSubscriptionArn?: string | undefined;
  readonly SnsTopicArn?: string | undefined;
  readonly SourceIdsList?: readonly (string)[] | undefined;
  readonly SourceType?: string | undefined;
  readonly Status?: string | undefined;
  readonly SubscriptionCreationTime?: string | undefined;
}
export interface AwsRdsPendingCloudWatchLogsExports {
  readonly LogTypesToEnable?: readonly (string)[] | undefined;
  readonly LogTypesToDisable?: readonly (string)[] | undefined;
}
export interface AwsRedshiftClusterClusterNode {
  readonly NodeRole?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
  readonly PublicIpAddress?: string | undefined;
}
export interface AwsRedshiftClusterClusterParameterGroup {
  readonly ClusterParameterStatusList?: readonly (AwsRedshiftClusterClusterParameterStatus)[] | undefined;
  readonly ParameterApplyStatus?: string | undefined;
  readonly ParameterGroupName?: string | undefined;
}
export interface AwsRedshiftClusterClusterParameterStatus {
  readonly ParameterName?: string | undefined;
  readonly ParameterApplyStatus?: string | undefined;
  readonly ParameterApplyErrorDescription?: string | undefined;
}
export interface AwsRedshiftClusterClusterSecurityGroup {
  readonly ClusterSecurityGroupName?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRedshiftClusterClusterSnapshotCopyStatus {
  readonly DestinationRegion?: string | undefined;
  readonly ManualSnapshotRetentionPeriod?: number | undefined;
  readonly RetentionPeriod?: number | undefined;
  readonly SnapshotCopyGrantName?: string | undefined;
}
export interface AwsRedshiftClusterDeferredMaintenanceWindow {
  readonly DeferMaintenanceEndTime?: string | undefined;
  readonly DeferMaintenanceIdentifier?: string | undefined;
  readonly DeferMaintenanceStartTime?: string | undefined;
}
export interface AwsRedshiftClusterDetails {
  readonly AllowVersionUpgrade?: boolean | undefined;
  readonly AutomatedSnapshotRetentionPeriod?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly ClusterAvailabilityStatus?: string | undefined;
  readonly ClusterCreateTime?: string | undefined;
  readonly ClusterIdentifier?: string | undefined;
  readonly ClusterNodes?: readonly (AwsRedshiftClusterClusterNode)[] | undefined;
  readonly ClusterParameterGroups?: readonly (AwsRedshiftClusterClusterParameterGroup)[] | undefined;
  readonly ClusterPublicKey?: string | undefined;
  readonly ClusterRevisionNumber?: string | undefined;
  readonly ClusterSecurityGroups?: readonly (AwsRedshiftClusterClusterSecurityGroup)[] | undefined;
  readonly ClusterSnapshotCopyStatus?: AwsRedshiftClusterClusterSnapshotCopyStatus | undefined;
  readonly ClusterStatus?: string | undefined;
  readonly ClusterSubnetGroupName?: string | undefined;
  readonly ClusterVersion?: string | undefined;
  readonly DBName?: string | undefined;
  readonly DeferredMaintenanceWindows?: readonly (AwsRedshiftClusterDeferredMaintenanceWindow)[] | undefined;
  readonly ElasticIpStatus?: AwsRedshiftClusterElasticIpStatus | undefined;
  readonly ElasticResizeNumberOfNodeOptions?: string | undefined;
  readonly Encrypted?: boolean | undefined;
  readonly Endpoint?: AwsRedshiftClusterEndpoint | undefined;
  readonly EnhancedVpcRouting?: boolean | undefined;
  readonly ExpectedNextSnapshotScheduleTime?: string | undefined;
  readonly ExpectedNextSnapshotScheduleTimeStatus?: string | undefined;
  readonly HsmStatus?: AwsRedshiftClusterHsmStatus | undefined;
  readonly IamRoles?: readonly (AwsRedshiftClusterIamRole)[] | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly MaintenanceTrackName?: string | undefined;
  readonly ManualSnapshotRetentionPeriod?: number | undefined;
  readonly MasterUsername?: string | undefined;
  readonly NextMaintenanceWindowStartTime?: string | undefined;
  readonly NodeType?: string | undefined;
  readonly NumberOfNodes?: number | undefined;
  readonly PendingActions?: readonly (string)[] | undefined;
  readonly PendingModifiedValues?: AwsRedshiftClusterPendingModifiedValues | undefined;
  readonly PreferredMaintenanceWindow?: string | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
  readonly ResizeInfo?: AwsRedshiftClusterResizeInfo | undefined;
  readonly RestoreStatus?: AwsRedshiftClusterRestoreStatus | undefined;
  readonly SnapshotScheduleIdentifier?: string | undefined;
  readonly SnapshotScheduleState?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly VpcSecurityGroups?: readonly (AwsRedshiftClusterVpcSecurityGroup)[] | undefined;
  readonly LoggingStatus?: AwsRedshiftClusterLoggingStatus | undefined;
}
export interface AwsRedshiftClusterElasticIpStatus {
  readonly ElasticIp?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRedshiftClusterEndpoint {
  readonly Address?: string | undefined;
  readonly Port?: number | undefined;
}
export interface AwsRedshiftClusterHsmStatus {
  readonly HsmClientCertificateIdentifier?: string | undefined;
  readonly HsmConfigurationIdentifier?: string | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRedshiftClusterIamRole {
  readonly ApplyStatus?: string | undefined;
  readonly IamRoleArn?: string | undefined;
}
export interface AwsRedshiftClusterLoggingStatus {
  readonly BucketName?: string | undefined;
  readonly LastFailureMessage?: string | undefined;
  readonly LastFailureTime?: string | undefined;
  readonly LastSuccessfulDeliveryTime?: string | undefined;
  readonly LoggingEnabled?: boolean | undefined;
  readonly S3KeyPrefix?: string | undefined;
}
export interface AwsRedshiftClusterPendingModifiedValues {
  readonly AutomatedSnapshotRetentionPeriod?: number | undefined;
  readonly ClusterIdentifier?: string | undefined;
  readonly ClusterType?: string | undefined;
  readonly ClusterVersion?: string | undefined;
  readonly EncryptionType?: string | undefined;
  readonly EnhancedVpcRouting?: boolean | undefined;
  readonly MaintenanceTrackName?: string | undefined;
  readonly MasterUserPassword?: string | undefined;
  readonly NodeType?: string | undefined;
  readonly NumberOfNodes?: number | undefined;
  readonly PubliclyAccessible?: boolean | undefined;
}
export interface AwsRedshiftClusterResizeInfo {
  readonly AllowCancelResize?: boolean | undefined;
  readonly ResizeType?: string | undefined;
}
export interface AwsRedshiftClusterRestoreStatus {
  readonly CurrentRestoreRateInMegaBytesPerSecond?: number | undefined;
  readonly ElapsedTimeInSeconds?: number | undefined;
  readonly EstimatedTimeToCompletionInSeconds?: number | undefined;
  readonly ProgressInMegaBytes?: number | undefined;
  readonly SnapshotSizeInMegaBytes?: number | undefined;
  readonly Status?: string | undefined;
}
export interface AwsRedshiftClusterVpcSecurityGroup {
  readonly Status?: string | undefined;
  readonly VpcSecurityGroupId?: string | undefined;
}
export interface AwsRoute53HostedZoneConfigDetails {
  readonly Comment?: string | undefined;
}
export interface AwsRoute53HostedZoneDetails {
  readonly HostedZone?: AwsRoute53HostedZoneObjectDetails | undefined;
  readonly Vpcs?: readonly (AwsRoute53HostedZoneVpcDetails)[] | undefined;
  readonly NameServers?: readonly (string)[] | undefined;
  readonly QueryLoggingConfig?: AwsRoute53QueryLoggingConfigDetails | undefined;
}
export interface AwsRoute53HostedZoneObjectDetails {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Config?: AwsRoute53HostedZoneConfigDetails | undefined;
}
export interface AwsRoute53HostedZoneVpcDetails {
  readonly Id?: string | undefined;
  readonly Region?: string | undefined;
}
export interface AwsRoute53QueryLoggingConfigDetails {
  readonly CloudWatchLogsLogGroupArn?: CloudWatchLogsLogGroupArnConfigDetails | undefined;
}
export interface AwsS3AccessPointDetails {
  readonly AccessPointArn?: string | undefined;
  readonly Alias?: string | undefined;
  readonly Bucket?: string | undefined;
  readonly BucketAccountId?: string | undefined;
  readonly Name?: string | undefined;
  readonly NetworkOrigin?: string | undefined;
  readonly PublicAccessBlockConfiguration?: AwsS3AccountPublicAccessBlockDetails | undefined;
  readonly VpcConfiguration?: AwsS3AccessPointVpcConfigurationDetails | undefined;
}
export interface AwsS3AccessPointVpcConfigurationDetails {
  readonly VpcId?: string | undefined;
}
export interface AwsS3AccountPublicAccessBlockDetails {
  readonly BlockPublicAcls?: boolean | undefined;
  readonly BlockPublicPolicy?: boolean | undefined;
  readonly IgnorePublicAcls?: boolean | undefined;
  readonly RestrictPublicBuckets?: boolean | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationDetails {
  readonly Rules?: readonly (AwsS3BucketBucketLifecycleConfigurationRulesDetails)[] | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesAbortIncompleteMultipartUploadDetails {
  readonly DaysAfterInitiation?: number | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesDetails {
  readonly AbortIncompleteMultipartUpload?: AwsS3BucketBucketLifecycleConfigurationRulesAbortIncompleteMultipartUploadDetails | undefined;
  readonly ExpirationDate?: string | undefined;
  readonly ExpirationInDays?: number | undefined;
  readonly ExpiredObjectDeleteMarker?: boolean | undefined;
  readonly Filter?: AwsS3BucketBucketLifecycleConfigurationRulesFilterDetails | undefined;
  readonly ID?: string | undefined;
  readonly NoncurrentVersionExpirationInDays?: number | undefined;
  readonly NoncurrentVersionTransitions?: readonly (AwsS3BucketBucketLifecycleConfigurationRulesNoncurrentVersionTransitionsDetails)[] | undefined;
  readonly Prefix?: string | undefined;
  readonly Status?: string | undefined;
  readonly Transitions?: readonly (AwsS3BucketBucketLifecycleConfigurationRulesTransitionsDetails)[] | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesFilterDetails {
  readonly Predicate?: AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateDetails | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateDetails {
  readonly Operands?: readonly (AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateOperandsDetails)[] | undefined;
  readonly Prefix?: string | undefined;
  readonly Tag?: AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateTagDetails | undefined;
  readonly Type?: string | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateOperandsDetails {
  readonly Prefix?: string | undefined;
  readonly Tag?: AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateOperandsTagDetails | undefined;
  readonly Type?: string | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateOperandsTagDetails {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesFilterPredicateTagDetails {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesNoncurrentVersionTransitionsDetails {
  readonly Days?: number | undefined;
  readonly StorageClass?: string | undefined;
}
export interface AwsS3BucketBucketLifecycleConfigurationRulesTransitionsDetails {
  readonly Date?: string | undefined;
  readonly Days?: number | undefined;
  readonly StorageClass?: string | undefined;
}
export interface AwsS3BucketBucketVersioningConfiguration {
  readonly IsMfaDeleteEnabled?: boolean | undefined;
  readonly Status?: string | undefined;
}
export interface AwsS3BucketDetails {
  readonly OwnerId?: string | undefined;
  readonly OwnerName?: string | undefined;
  readonly OwnerAccountId?: string | undefined;
  readonly CreatedAt?: string | undefined;
  readonly ServerSideEncryptionConfiguration?: AwsS3BucketServerSideEncryptionConfiguration | undefined;
  readonly BucketLifecycleConfiguration?: AwsS3BucketBucketLifecycleConfigurationDetails | undefined;
  readonly PublicAccessBlockConfiguration?: AwsS3AccountPublicAccessBlockDetails | undefined;
  readonly AccessControlList?: string | undefined;
  readonly BucketLoggingConfiguration?: AwsS3BucketLoggingConfiguration | undefined;
  readonly BucketWebsiteConfiguration?: AwsS3BucketWebsiteConfiguration | undefined;
  readonly BucketNotificationConfiguration?: AwsS3BucketNotificationConfiguration | undefined;
  readonly BucketVersioningConfiguration?: AwsS3BucketBucketVersioningConfiguration | undefined;
  readonly ObjectLockConfiguration?: AwsS3BucketObjectLockConfiguration | undefined;
  readonly Name?: string | undefined;
}
export interface AwsS3BucketLoggingConfiguration {
  readonly DestinationBucketName?: string | undefined;
  readonly LogFilePrefix?: string | undefined;
}
export interface AwsS3BucketNotificationConfiguration {
  readonly Configurations?: readonly (AwsS3BucketNotificationConfigurationDetail)[] | undefined;
}
export interface AwsS3BucketNotificationConfigurationDetail {
  readonly Events?: readonly (string)[] | undefined;
  readonly Filter?: AwsS3BucketNotificationConfigurationFilter | undefined;
  readonly Destination?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsS3BucketNotificationConfigurationFilter {
  readonly S3KeyFilter?: AwsS3BucketNotificationConfigurationS3KeyFilter | undefined;
}
export interface AwsS3BucketNotificationConfigurationS3KeyFilter {
  readonly FilterRules?: readonly (AwsS3BucketNotificationConfigurationS3KeyFilterRule)[] | undefined;
}
export interface AwsS3BucketNotificationConfigurationS3KeyFilterRule {
  readonly Name?: AwsS3BucketNotificationConfigurationS3KeyFilterRuleName | undefined;
  readonly Value?: string | undefined;
}
export type AwsS3BucketNotificationConfigurationS3KeyFilterRuleName = "Prefix" | "Suffix";
export interface AwsS3BucketObjectLockConfiguration {
  readonly ObjectLockEnabled?: string | undefined;
  readonly Rule?: AwsS3BucketObjectLockConfigurationRuleDetails | undefined;
}
export interface AwsS3BucketObjectLockConfigurationRuleDefaultRetentionDetails {
  readonly Days?: number | undefined;
  readonly Mode?: string | undefined;
  readonly Years?: number | undefined;
}
export interface AwsS3BucketObjectLockConfigurationRuleDetails {
  readonly DefaultRetention?: AwsS3BucketObjectLockConfigurationRuleDefaultRetentionDetails | undefined;
}
export interface AwsS3BucketServerSideEncryptionByDefault {
  readonly SSEAlgorithm?: string | undefined;
  readonly KMSMasterKeyID?: string | undefined;
}
export interface AwsS3BucketServerSideEncryptionConfiguration {
  readonly Rules?: readonly (AwsS3BucketServerSideEncryptionRule)[] | undefined;
}
export interface AwsS3BucketServerSideEncryptionRule {
  readonly ApplyServerSideEncryptionByDefault?: AwsS3BucketServerSideEncryptionByDefault | undefined;
}
export interface AwsS3BucketWebsiteConfiguration {
  readonly ErrorDocument?: string | undefined;
  readonly IndexDocumentSuffix?: string | undefined;
  readonly RedirectAllRequestsTo?: AwsS3BucketWebsiteConfigurationRedirectTo | undefined;
  readonly RoutingRules?: readonly (AwsS3BucketWebsiteConfigurationRoutingRule)[] | undefined;
}
export interface AwsS3BucketWebsiteConfigurationRedirectTo {
  readonly Hostname?: string | undefined;
  readonly Protocol?: string | undefined;
}
export interface AwsS3BucketWebsiteConfigurationRoutingRule {
  readonly Condition?: AwsS3BucketWebsiteConfigurationRoutingRuleCondition | undefined;
  readonly Redirect?: AwsS3BucketWebsiteConfigurationRoutingRuleRedirect | undefined;
}
export interface AwsS3BucketWebsiteConfigurationRoutingRuleCondition {
  readonly HttpErrorCodeReturnedEquals?: string | undefined;
  readonly KeyPrefixEquals?: string | undefined;
}
export interface AwsS3BucketWebsiteConfigurationRoutingRuleRedirect {
  readonly Hostname?: string | undefined;
  readonly HttpRedirectCode?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly ReplaceKeyPrefixWith?: string | undefined;
  readonly ReplaceKeyWith?: string | undefined;
}
export interface AwsS3ObjectDetails {
  readonly LastModified?: string | undefined;
  readonly ETag?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly ContentType?: string | undefined;
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
}
export interface AwsSageMakerNotebookInstanceDetails {
  readonly AcceleratorTypes?: readonly (string)[] | undefined;
  readonly AdditionalCodeRepositories?: readonly (string)[] | undefined;
  readonly DefaultCodeRepository?: string | undefined;
  readonly DirectInternetAccess?: string | undefined;
  readonly FailureReason?: string | undefined;
  readonly InstanceMetadataServiceConfiguration?: AwsSageMakerNotebookInstanceMetadataServiceConfigurationDetails | undefined;
  readonly InstanceType?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly NotebookInstanceArn?: string | undefined;
  readonly NotebookInstanceLifecycleConfigName?: string | undefined;
  readonly NotebookInstanceName?: string | undefined;
  readonly NotebookInstanceStatus?: string | undefined;
  readonly PlatformIdentifier?: string | undefined;
  readonly RoleArn?: string | undefined;
  readonly RootAccess?: string | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly SubnetId?: string | undefined;
  readonly Url?: string | undefined;
  readonly VolumeSizeInGB?: number | undefined;
}
export interface AwsSageMakerNotebookInstanceMetadataServiceConfigurationDetails {
  readonly MinimumInstanceMetadataServiceVersion?: string | undefined;
}
export interface AwsSecretsManagerSecretDetails {
  readonly RotationRules?: AwsSecretsManagerSecretRotationRules | undefined;
  readonly RotationOccurredWithinFrequency?: boolean | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly RotationEnabled?: boolean | undefined;
  readonly RotationLambdaArn?: string | undefined;
  readonly Deleted?: boolean | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
}
export interface AwsSecretsManagerSecretRotationRules {
  readonly AutomaticallyAfterDays?: number | undefined;
}
export interface AwsSecurityFinding {
  readonly SchemaVersion: string;
  readonly Id: string;
  readonly ProductArn: string;
  readonly ProductName?: string | undefined;
  readonly CompanyName?: string | undefined;
  readonly Region?: string | undefined;
  readonly GeneratorId: string;
  readonly AwsAccountId: string;
  readonly Types?: readonly (string)[] | undefined;
  readonly FirstObservedAt?: string | undefined;
  readonly LastObservedAt?: string | undefined;
  readonly CreatedAt: string;
  readonly UpdatedAt: string;
  readonly Severity?: Severity | undefined;
  readonly Confidence?: number | undefined;
  readonly Criticality?: number | undefined;
  readonly Title: string;
  readonly Description: string;
  readonly Remediation?: Remediation | undefined;
  readonly SourceUrl?: string | undefined;
  readonly ProductFields?: { readonly [key: string]: string } | undefined;
  readonly UserDefinedFields?: { readonly [key: string]: string } | undefined;
  readonly Malware?: readonly (Malware)[] | undefined;
  readonly Network?: Network | undefined;
  readonly NetworkPath?: readonly (NetworkPathComponent)[] | undefined;
  readonly Process?: ProcessDetails | undefined;
  readonly Threats?: readonly (Threat)[] | undefined;
  readonly ThreatIntelIndicators?: readonly (ThreatIntelIndicator)[] | undefined;
  readonly Resources: readonly (Resource)[];
  readonly Compliance?: Compliance | undefined;
  readonly VerificationState?: VerificationState | undefined;
  readonly WorkflowState?: WorkflowState | undefined;
  readonly Workflow?: Workflow | undefined;
  readonly RecordState?: RecordState | undefined;
  readonly RelatedFindings?: readonly (RelatedFinding)[] | undefined;
  readonly Note?: Note | undefined;
  readonly Vulnerabilities?: readonly (Vulnerability)[] | undefined;
  readonly PatchSummary?: PatchSummary | undefined;
  readonly Action?: Action | undefined;
  readonly FindingProviderFields?: FindingProviderFields | undefined;
  readonly Sample?: boolean | undefined;
  readonly GeneratorDetails?: GeneratorDetails | undefined;
  readonly ProcessedAt?: string | undefined;
  readonly AwsAccountName?: string | undefined;
  readonly Detection?: Detection | undefined;
}
export interface AwsSecurityFindingFilters {
  readonly ProductArn?: readonly (StringFilter)[] | undefined;
  readonly AwsAccountId?: readonly (StringFilter)[] | undefined;
  readonly Id?: readonly (StringFilter)[] | undefined;
  readonly GeneratorId?: readonly (StringFilter)[] | undefined;
  readonly Region?: readonly (StringFilter)[] | undefined;
  readonly Type?: readonly (StringFilter)[] | undefined;
  readonly FirstObservedAt?: readonly (DateFilter)[] | undefined;
  readonly LastObservedAt?: readonly (DateFilter)[] | undefined;
  readonly CreatedAt?: readonly (DateFilter)[] | undefined;
  readonly UpdatedAt?: readonly (DateFilter)[] | undefined;
  readonly SeverityProduct?: readonly (NumberFilter)[] | undefined;
  readonly SeverityNormalized?: readonly (NumberFilter)[] | undefined;
  readonly SeverityLabel?: readonly (StringFilter)[] | undefined;
  readonly Confidence?: readonly (NumberFilter)[] | undefined;
  readonly Criticality?: readonly (NumberFilter)[] | undefined;
  readonly Title?: readonly (StringFilter)[] | undefined;
  readonly Description?: readonly (StringFilter)[] | undefined;
  readonly RecommendationText?: readonly (StringFilter)[] | undefined;
  readonly SourceUrl?: readonly (StringFilter)[] | undefined;
  readonly ProductFields?: readonly (MapFilter)[] | undefined;
  readonly ProductName?: readonly (StringFilter)[] | undefined;
  readonly CompanyName?: readonly (StringFilter)[] | undefined;
  readonly UserDefinedFields?: readonly (MapFilter)[] | undefined;
  readonly MalwareName?: readonly (StringFilter)[] | undefined;
  readonly MalwareType?: readonly (StringFilter)[] | undefined;
  readonly MalwarePath?: readonly (StringFilter)[] | undefined;
  readonly MalwareState?: readonly (StringFilter)[] | undefined;
  readonly NetworkDirection?: readonly (StringFilter)[] | undefined;
  readonly NetworkProtocol?: readonly (StringFilter)[] | undefined;
  readonly NetworkSourceIpV4?: readonly (IpFilter)[] | undefined;
  readonly NetworkSourceIpV6?: readonly (IpFilter)[] | undefined;
  readonly NetworkSourcePort?: readonly (NumberFilter)[] | undefined;
  readonly NetworkSourceDomain?: readonly (StringFilter)[] | undefined;
  readonly NetworkSourceMac?: readonly (StringFilter)[] | undefined;
  readonly NetworkDestinationIpV4?: readonly (IpFilter)[] | undefined;
  readonly NetworkDestinationIpV6?: readonly (IpFilter)[] | undefined;
  readonly NetworkDestinationPort?: readonly (NumberFilter)[] | undefined;
  readonly NetworkDestinationDomain?: readonly (StringFilter)[] | undefined;
  readonly ProcessName?: readonly (StringFilter)[] | undefined;
  readonly ProcessPath?: readonly (StringFilter)[] | undefined;
  readonly ProcessPid?: readonly (NumberFilter)[] | undefined;
  readonly ProcessParentPid?: readonly (NumberFilter)[] | undefined;
  readonly ProcessLaunchedAt?: readonly (DateFilter)[] | undefined;
  readonly ProcessTerminatedAt?: readonly (DateFilter)[] | undefined;
  readonly ThreatIntelIndicatorType?: readonly (StringFilter)[] | undefined;
  readonly ThreatIntelIndicatorValue?: readonly (StringFilter)[] | undefined;
  readonly ThreatIntelIndicatorCategory?: readonly (StringFilter)[] | undefined;
  readonly ThreatIntelIndicatorLastObservedAt?: readonly (DateFilter)[] | undefined;
  readonly ThreatIntelIndicatorSource?: readonly (StringFilter)[] | undefined;
  readonly ThreatIntelIndicatorSourceUrl?: readonly (StringFilter)[] | undefined;
  readonly ResourceType?: readonly (StringFilter)[] | undefined;
  readonly ResourceId?: readonly (StringFilter)[] | undefined;
  readonly ResourcePartition?: readonly (StringFilter)[] | undefined;
  readonly ResourceRegion?: readonly (StringFilter)[] | undefined;
  readonly ResourceTags?: readonly (MapFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceType?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceImageId?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceIpV4Addresses?: readonly (IpFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceIpV6Addresses?: readonly (IpFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceKeyName?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceIamInstanceProfileArn?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceVpcId?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceSubnetId?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsEc2InstanceLaunchedAt?: readonly (DateFilter)[] | undefined;
  readonly ResourceAwsS3BucketOwnerId?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsS3BucketOwnerName?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsIamAccessKeyUserName?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsIamAccessKeyPrincipalName?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsIamAccessKeyStatus?: readonly (StringFilter)[] | undefined;
  readonly ResourceAwsIamAccessKeyCreatedAt?: readonly (DateFilter)[] | undefined;
  readonly ResourceAwsIamUserUserName?: readonly (StringFilter)[] | undefined;
  readonly ResourceContainerName?: readonly (StringFilter)[] | undefined;
  readonly ResourceContainerImageId?: readonly (StringFilter)[] | undefined;
  readonly ResourceContainerImageName?: readonly (StringFilter)[] | undefined;
  readonly ResourceContainerLaunchedAt?: readonly (DateFilter)[] | undefined;
  readonly ResourceDetailsOther?: readonly (MapFilter)[] | undefined;
  readonly ComplianceStatus?: readonly (StringFilter)[] | undefined;
  readonly VerificationState?: readonly (StringFilter)[] | undefined;
  readonly WorkflowState?: readonly (StringFilter)[] | undefined;
  readonly WorkflowStatus?: readonly (StringFilter)[] | undefined;
  readonly RecordState?: readonly (StringFilter)[] | undefined;
  readonly RelatedFindingsProductArn?: readonly (StringFilter)[] | undefined;
  readonly RelatedFindingsId?: readonly (StringFilter)[] | undefined;
  readonly NoteText?: readonly (StringFilter)[] | undefined;
  readonly NoteUpdatedAt?: readonly (DateFilter)[] | undefined;
  readonly NoteUpdatedBy?: readonly (StringFilter)[] | undefined;
  readonly Keyword?: readonly (KeywordFilter)[] | undefined;
  readonly FindingProviderFieldsConfidence?: readonly (NumberFilter)[] | undefined;
  readonly FindingProviderFieldsCriticality?: readonly (NumberFilter)[] | undefined;
  readonly FindingProviderFieldsRelatedFindingsId?: readonly (StringFilter)[] | undefined;
  readonly FindingProviderFieldsRelatedFindingsProductArn?: readonly (StringFilter)[] | undefined;
  readonly FindingProviderFieldsSeverityLabel?: readonly (StringFilter)[] | undefined;
  readonly FindingProviderFieldsSeverityOriginal?: readonly (StringFilter)[] | undefined;
  readonly FindingProviderFieldsTypes?: readonly (StringFilter)[] | undefined;
  readonly Sample?: readonly (BooleanFilter)[] | undefined;
  readonly ComplianceSecurityControlId?: readonly (StringFilter)[] | undefined;
  readonly ComplianceAssociatedStandardsId?: readonly (StringFilter)[] | undefined;
  readonly VulnerabilitiesExploitAvailable?: readonly (StringFilter)[] | undefined;
  readonly VulnerabilitiesFixAvailable?: readonly (StringFilter)[] | undefined;
  readonly ComplianceSecurityControlParametersName?: readonly (StringFilter)[] | undefined;
  readonly ComplianceSecurityControlParametersValue?: readonly (StringFilter)[] | undefined;
  readonly AwsAccountName?: readonly (StringFilter)[] | undefined;
  readonly ResourceApplicationName?: readonly (StringFilter)[] | undefined;
  readonly ResourceApplicationArn?: readonly (StringFilter)[] | undefined;
}
export interface AwsSecurityFindingIdentifier {
  readonly Id: string;
  readonly ProductArn: string;
}
export interface AwsSnsTopicDetails {
  readonly KmsMasterKeyId?: string | undefined;
  readonly Subscription?: readonly (AwsSnsTopicSubscription)[] | undefined;
  readonly TopicName?: string | undefined;
  readonly Owner?: string | undefined;
  readonly SqsSuccessFeedbackRoleArn?: string | undefined;
  readonly SqsFailureFeedbackRoleArn?: string | undefined;
  readonly ApplicationSuccessFeedbackRoleArn?: string | undefined;
  readonly FirehoseSuccessFeedbackRoleArn?: string | undefined;
  readonly FirehoseFailureFeedbackRoleArn?: string | undefined;
  readonly HttpSuccessFeedbackRoleArn?: string | undefined;
  readonly HttpFailureFeedbackRoleArn?: string | undefined;
}
export interface AwsSnsTopicSubscription {
  readonly Endpoint?: string | undefined;
  readonly Protocol?: string | undefined;
}
export interface AwsSqsQueueDetails {
  readonly KmsDataKeyReusePeriodSeconds?: number | undefined;
  readonly KmsMasterKeyId?: string | undefined;
  readonly QueueName?: string | undefined;
  readonly DeadLetterTargetArn?: string | undefined;
}
export interface AwsSsmComplianceSummary {
  readonly Status?: string | undefined;
  readonly CompliantCriticalCount?: number | undefined;
  readonly CompliantHighCount?: number | undefined;
  readonly CompliantMediumCount?: number | undefined;
  readonly ExecutionType?: string | undefined;
  readonly NonCompliantCriticalCount?: number | undefined;
  readonly CompliantInformationalCount?: number | undefined;
  readonly NonCompliantInformationalCount?: number | undefined;
  readonly CompliantUnspecifiedCount?: number | undefined;
  readonly NonCompliantLowCount?: number | undefined;
  readonly NonCompliantHighCount?: number | undefined;
  readonly CompliantLowCount?: number | undefined;
  readonly ComplianceType?: string | undefined;
  readonly PatchBaselineId?: string | undefined;
  readonly OverallSeverity?: string | undefined;
  readonly NonCompliantMediumCount?: number | undefined;
  readonly NonCompliantUnspecifiedCount?: number | undefined;
  readonly PatchGroup?: string | undefined;
}
export interface AwsSsmPatch {
  readonly ComplianceSummary?: AwsSsmComplianceSummary | undefined;
}
export interface AwsSsmPatchComplianceDetails {
  readonly Patch?: AwsSsmPatch | undefined;
}
export interface AwsStepFunctionStateMachineDetails {
  readonly Label?: string | undefined;
  readonly LoggingConfiguration?: AwsStepFunctionStateMachineLoggingConfigurationDetails | undefined;
  readonly Name?: string | undefined;
  readonly RoleArn?: string | undefined;
  readonly StateMachineArn?: string | undefined;
  readonly Status?: string | undefined;
  readonly TracingConfiguration?: AwsStepFunctionStateMachineTracingConfigurationDetails | undefined;
  readonly Type?: string | undefined;
}
export interface AwsStepFunctionStateMachineLoggingConfigurationDestinationsCloudWatchLogsLogGroupDetails {
  readonly LogGroupArn?: string | undefined;
}
export interface AwsStepFunctionStateMachineLoggingConfigurationDestinationsDetails {
  readonly CloudWatchLogsLogGroup?: AwsStepFunctionStateMachineLoggingConfigurationDestinationsCloudWatchLogsLogGroupDetails | undefined;
}
export interface AwsStepFunctionStateMachineLoggingConfigurationDetails {
  readonly Destinations?: readonly (AwsStepFunctionStateMachineLoggingConfigurationDestinationsDetails)[] | undefined;
  readonly IncludeExecutionData?: boolean | undefined;
  readonly Level?: string | undefined;
}
export interface AwsStepFunctionStateMachineTracingConfigurationDetails {
  readonly Enabled?: boolean | undefined;
}
export interface AwsWafRateBasedRuleDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly RateKey?: string | undefined;
  readonly RateLimit?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly MatchPredicates?: readonly (AwsWafRateBasedRuleMatchPredicate)[] | undefined;
}
export interface AwsWafRateBasedRuleMatchPredicate {
  readonly DataId?: string | undefined;
  readonly Negated?: boolean | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalRateBasedRuleDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly RateKey?: string | undefined;
  readonly RateLimit?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly MatchPredicates?: readonly (AwsWafRegionalRateBasedRuleMatchPredicate)[] | undefined;
}
export interface AwsWafRegionalRateBasedRuleMatchPredicate {
  readonly DataId?: string | undefined;
  readonly Negated?: boolean | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalRuleDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly PredicateList?: readonly (AwsWafRegionalRulePredicateListDetails)[] | undefined;
  readonly RuleId?: string | undefined;
}
export interface AwsWafRegionalRuleGroupDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly RuleGroupId?: string | undefined;
  readonly Rules?: readonly (AwsWafRegionalRuleGroupRulesDetails)[] | undefined;
}
export interface AwsWafRegionalRuleGroupRulesActionDetails {
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalRuleGroupRulesDetails {
  readonly Action?: AwsWafRegionalRuleGroupRulesActionDetails | undefined;
  readonly Priority?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalRulePredicateListDetails {
  readonly DataId?: string | undefined;
  readonly Negated?: boolean | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalWebAclDetails {
  readonly DefaultAction?: string | undefined;
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly RulesList?: readonly (AwsWafRegionalWebAclRulesListDetails)[] | undefined;
  readonly WebAclId?: string | undefined;
}
export interface AwsWafRegionalWebAclRulesListActionDetails {
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalWebAclRulesListDetails {
  readonly Action?: AwsWafRegionalWebAclRulesListActionDetails | undefined;
  readonly OverrideAction?: AwsWafRegionalWebAclRulesListOverrideActionDetails | undefined;
  readonly Priority?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRegionalWebAclRulesListOverrideActionDetails {
  readonly Type?: string | undefined;
}
export interface AwsWafRuleDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly PredicateList?: readonly (AwsWafRulePredicateListDetails)[] | undefined;
  readonly RuleId?: string | undefined;
}
export interface AwsWafRuleGroupDetails {
  readonly MetricName?: string | undefined;
  readonly Name?: string | undefined;
  readonly RuleGroupId?: string | undefined;
  readonly Rules?: readonly (AwsWafRuleGroupRulesDetails)[] | undefined;
}
export interface AwsWafRuleGroupRulesActionDetails {
  readonly Type?: string | undefined;
}
export interface AwsWafRuleGroupRulesDetails {
  readonly Action?: AwsWafRuleGroupRulesActionDetails | undefined;
  readonly Priority?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafRulePredicateListDetails {
  readonly DataId?: string | undefined;
  readonly Negated?: boolean | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafWebAclDetails {
  readonly Name?: string | undefined;
  readonly DefaultAction?: string | undefined;
  readonly Rules?: readonly (AwsWafWebAclRule)[] | undefined;
  readonly WebAclId?: string | undefined;
}
export interface AwsWafWebAclRule {
  readonly Action?: WafAction | undefined;
  readonly ExcludedRules?: readonly (WafExcludedRule)[] | undefined;
  readonly OverrideAction?: WafOverrideAction | undefined;
  readonly Priority?: number | undefined;
  readonly RuleId?: string | undefined;
  readonly Type?: string | undefined;
}
export interface AwsWafv2ActionAllowDetails {
  readonly CustomRequestHandling?: AwsWafv2CustomRequestHandlingDetails | undefined;
}
export interface AwsWafv2ActionBlockDetails {
  readonly CustomResponse?: AwsWafv2CustomResponseDetails | undefined;
}
export interface AwsWafv2CustomHttpHeader {
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export interface AwsWafv2CustomRequestHandlingDetails {
  readonly InsertHeaders?: readonly (AwsWafv2CustomHttpHeader)[] | undefined;
}
export interface AwsWafv2CustomResponseDetails {
  readonly CustomResponseBodyKey?: string | undefined;
  readonly ResponseCode?: number | undefined;
  readonly ResponseHeaders?: readonly (AwsWafv2CustomHttpHeader)[] | undefined;
}
export interface AwsWafv2RuleGroupDetails {
  readonly Capacity?: number | undefined;
  readonly Description?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Rules?: readonly (AwsWafv2RulesDetails)[] | undefined;
  readonly Scope?: string | undefined;
  readonly VisibilityConfig?: AwsWafv2VisibilityConfigDetails | undefined;
}
export interface AwsWafv2RulesActionCaptchaDetails {
  readonly CustomRequestHandling?: AwsWafv2CustomRequestHandlingDetails | undefined;
}
export interface AwsWafv2RulesActionCountDetails {
  readonly CustomRequestHandling?: AwsWafv2CustomRequestHandlingDetails | undefined;
}
export interface AwsWafv2RulesActionDetails {
  readonly Allow?: AwsWafv2ActionAllowDetails | undefined;
  readonly Block?: AwsWafv2ActionBlockDetails | undefined;
  readonly Captcha?: AwsWafv2RulesActionCaptchaDetails | undefined;
  readonly Count?: AwsWafv2RulesActionCountDetails | undefined;
}
export interface AwsWafv2RulesDetails {
  readonly Action?: AwsWafv2RulesActionDetails | undefined;
  readonly Name?: string | undefined;
  readonly OverrideAction?: string | undefined;
  readonly Priority?: number | undefined;
  readonly VisibilityConfig?: AwsWafv2VisibilityConfigDetails | undefined;
}
export interface AwsWafv2VisibilityConfigDetails {
  readonly CloudWatchMetricsEnabled?: boolean | undefined;
  readonly MetricName?: string | undefined;
  readonly SampledRequestsEnabled?: boolean | undefined;
}
export interface AwsWafv2WebAclActionDetails {
  readonly Allow?: AwsWafv2ActionAllowDetails | undefined;
  readonly Block?: AwsWafv2ActionBlockDetails | undefined;
}
export interface AwsWafv2WebAclCaptchaConfigDetails {
  readonly ImmunityTimeProperty?: AwsWafv2WebAclCaptchaConfigImmunityTimePropertyDetails | undefined;
}
export interface AwsWafv2WebAclCaptchaConfigImmunityTimePropertyDetails {
  readonly ImmunityTime?: number | undefined;
}
export interface AwsWafv2WebAclDetails {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly ManagedbyFirewallManager?: boolean | undefined;
  readonly Id?: string | undefined;
  readonly Capacity?: number | undefined;
  readonly CaptchaConfig?: AwsWafv2WebAclCaptchaConfigDetails | undefined;
  readonly DefaultAction?: AwsWafv2WebAclActionDetails | undefined;
  readonly Description?: string | undefined;
  readonly Rules?: readonly (AwsWafv2RulesDetails)[] | undefined;
  readonly VisibilityConfig?: AwsWafv2VisibilityConfigDetails | undefined;
}
export interface AwsXrayEncryptionConfigDetails {
  readonly KeyId?: string | undefined;
  readonly Status?: string | undefined;
  readonly Type?: string | undefined;
}
export interface BatchDeleteAutomationRulesRequest {
  readonly AutomationRulesArns: readonly (string)[];
}
export interface BatchDeleteAutomationRulesResponse {
  readonly ProcessedAutomationRules?: readonly (string)[] | undefined;
  readonly UnprocessedAutomationRules?: readonly (UnprocessedAutomationRule)[] | undefined;
}
export interface BatchDisableStandardsRequest {
  readonly StandardsSubscriptionArns: readonly (string)[];
}
export interface BatchDisableStandardsResponse {
  readonly StandardsSubscriptions?: readonly (StandardsSubscription)[] | undefined;
}
export interface BatchEnableStandardsRequest {
  readonly StandardsSubscriptionRequests: readonly (StandardsSubscriptionRequest)[];
}
export interface BatchEnableStandardsResponse {
  readonly StandardsSubscriptions?: readonly (StandardsSubscription)[] | undefined;
}
export interface BatchGetAutomationRulesRequest {
  readonly AutomationRulesArns: readonly (string)[];
}
export interface BatchGetAutomationRulesResponse {
  readonly Rules?: readonly (AutomationRulesConfig)[] | undefined;
  readonly UnprocessedAutomationRules?: readonly (UnprocessedAutomationRule)[] | undefined;
}
export interface BatchGetConfigurationPolicyAssociationsRequest {
  readonly ConfigurationPolicyAssociationIdentifiers: readonly (ConfigurationPolicyAssociation)[];
}
export interface BatchGetConfigurationPolicyAssociationsResponse {
  readonly ConfigurationPolicyAssociations?: readonly (ConfigurationPolicyAssociationSummary)[] | undefined;
  readonly UnprocessedConfigurationPolicyAssociations?: readonly (UnprocessedConfigurationPolicyAssociation)[] | undefined;
}
export interface BatchGetSecurityControlsRequest {
  readonly SecurityControlIds: readonly (string)[];
}
export interface BatchGetSecurityControlsResponse {
  readonly SecurityControls: readonly (SecurityControl)[];
  readonly UnprocessedIds?: readonly (UnprocessedSecurityControl)[] | undefined;
}
export interface BatchGetStandardsControlAssociationsRequest {
  readonly StandardsControlAssociationIds: readonly (StandardsControlAssociationId)[];
}
export interface BatchGetStandardsControlAssociationsResponse {
  readonly StandardsControlAssociationDetails: readonly (StandardsControlAssociationDetail)[];
  readonly UnprocessedAssociations?: readonly (UnprocessedStandardsControlAssociation)[] | undefined;
}
export interface BatchImportFindingsRequest {
  readonly Findings: readonly (AwsSecurityFinding)[];
}
export interface BatchImportFindingsResponse {
  readonly FailedCount: number;
  readonly SuccessCount: number;
  readonly FailedFindings?: readonly (ImportFindingsError)[] | undefined;
}
export interface BatchUpdateAutomationRulesRequest {
  readonly UpdateAutomationRulesRequestItems: readonly (UpdateAutomationRulesRequestItem)[];
}
export interface BatchUpdateAutomationRulesResponse {
  readonly ProcessedAutomationRules?: readonly (string)[] | undefined;
  readonly UnprocessedAutomationRules?: readonly (UnprocessedAutomationRule)[] | undefined;
}
export interface BatchUpdateFindingsRequest {
  readonly FindingIdentifiers: readonly (AwsSecurityFindingIdentifier)[];
  readonly Note?: NoteUpdate | undefined;
  readonly Severity?: SeverityUpdate | undefined;
  readonly VerificationState?: VerificationState | undefined;
  readonly Confidence?: number | undefined;
  readonly Criticality?: number | undefined;
  readonly Types?: readonly (string)[] | undefined;
  readonly UserDefinedFields?: { readonly [key: string]: string } | undefined;
  readonly Workflow?: WorkflowUpdate | undefined;
  readonly RelatedFindings?: readonly (RelatedFinding)[] | undefined;
}
export interface BatchUpdateFindingsResponse {
  readonly ProcessedFindings: readonly (AwsSecurityFindingIdentifier)[];
  readonly UnprocessedFindings: readonly (BatchUpdateFindingsUnprocessedFinding)[];
}
export interface BatchUpdateFindingsUnprocessedFinding {
  readonly FindingIdentifier: AwsSecurityFindingIdentifier;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}
export interface BatchUpdateFindingsV2ProcessedFinding {
  readonly FindingIdentifier?: OcsfFindingIdentifier | undefined;
  readonly MetadataUid?: string | undefined;
}
export interface BatchUpdateFindingsV2Request {
  readonly MetadataUids?: readonly (string)[] | undefined;
  readonly FindingIdentifiers?: readonly (OcsfFindingIdentifier)[] | undefined;
  readonly Comment?: string | undefined;
  readonly SeverityId?: number | undefined;
  readonly StatusId?: number | undefined;
}
export interface BatchUpdateFindingsV2Response {
  readonly ProcessedFindings: readonly (BatchUpdateFindingsV2ProcessedFinding)[];
  readonly UnprocessedFindings: readonly (BatchUpdateFindingsV2UnprocessedFinding)[];
}
export interface BatchUpdateFindingsV2UnprocessedFinding {
  readonly FindingIdentifier?: OcsfFindingIdentifier | undefined;
  readonly MetadataUid?: string | undefined;
  readonly ErrorCode?: BatchUpdateFindingsV2UnprocessedFindingErrorCode | undefined;
  readonly ErrorMessage?: string | undefined;
}
export type BatchUpdateFindingsV2UnprocessedFindingErrorCode = "ResourceNotFoundException" | "ValidationException" | "InternalServerException" | "ConflictException";
export interface BatchUpdateStandardsControlAssociationsRequest {
  readonly StandardsControlAssociationUpdates: readonly (StandardsControlAssociationUpdate)[];
}
export interface BatchUpdateStandardsControlAssociationsResponse {
  readonly UnprocessedAssociationUpdates?: readonly (UnprocessedStandardsControlAssociationUpdate)[] | undefined;
}
export interface BooleanConfigurationOptions {
  readonly DefaultValue?: boolean | undefined;
}
export interface BooleanFilter {
  readonly Value?: boolean | undefined;
}
export interface Cell {
  readonly Column?: number | undefined;
  readonly Row?: number | undefined;
  readonly ColumnName?: string | undefined;
  readonly CellReference?: string | undefined;
}
export interface CidrBlockAssociation {
  readonly AssociationId?: string | undefined;
  readonly CidrBlock?: string | undefined;
  readonly CidrBlockState?: string | undefined;
}
export interface City {
  readonly CityName?: string | undefined;
}
export interface ClassificationResult {
  readonly MimeType?: string | undefined;
  readonly SizeClassified?: number | undefined;
  readonly AdditionalOccurrences?: boolean | undefined;
  readonly Status?: ClassificationStatus | undefined;
  readonly SensitiveData?: readonly (SensitiveDataResult)[] | undefined;
  readonly CustomDataIdentifiers?: CustomDataIdentifiersResult | undefined;
}
export interface ClassificationStatus {
  readonly Code?: string | undefined;
  readonly Reason?: string | undefined;
}
export interface CloudWatchLogsLogGroupArnConfigDetails {
  readonly CloudWatchLogsLogGroupArn?: string | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly Id?: string | undefined;
}
export interface CodeRepositoryDetails {
  readonly ProviderType?: string | undefined;
  readonly ProjectName?: string | undefined;
  readonly CodeSecurityIntegrationArn?: string | undefined;
}
export interface CodeVulnerabilitiesFilePath {
  readonly EndLine?: number | undefined;
  readonly FileName?: string | undefined;
  readonly FilePath?: string | undefined;
  readonly StartLine?: number | undefined;
}
export interface Compliance {
  readonly Status?: ComplianceStatus | undefined;
  readonly RelatedRequirements?: readonly (string)[] | undefined;
  readonly StatusReasons?: readonly (StatusReason)[] | undefined;
  readonly SecurityControlId?: string | undefined;
  readonly AssociatedStandards?: readonly (AssociatedStandard)[] | undefined;
  readonly SecurityControlParameters?: readonly (SecurityControlParameter)[] | undefined;
}
export type ComplianceStatus = "PASSED" | "WARNING" | "FAILED" | "NOT_AVAILABLE";
export interface CompositeFilter {
  readonly StringFilters?: readonly (OcsfStringFilter)[] | undefined;
  readonly DateFilters?: readonly (OcsfDateFilter)[] | undefined;
  readonly BooleanFilters?: readonly (OcsfBooleanFilter)[] | undefined;
  readonly NumberFilters?: readonly (OcsfNumberFilter)[] | undefined;
  readonly MapFilters?: readonly (OcsfMapFilter)[] | undefined;
  readonly IpFilters?: readonly (OcsfIpFilter)[] | undefined;
  readonly NestedCompositeFilters?: readonly (CompositeFilter)[] | undefined;
  readonly Operator?: AllowedOperators | undefined;
}
export interface ConfigurationOptions {
  readonly Integer?: IntegerConfigurationOptions | undefined;
  readonly IntegerList?: IntegerListConfigurationOptions | undefined;
  readonly Double?: DoubleConfigurationOptions | undefined;
  readonly String?: StringConfigurationOptions | undefined;
  readonly StringList?: StringListConfigurationOptions | undefined;
  readonly Boolean?: BooleanConfigurationOptions | undefined;
  readonly Enum?: EnumConfigurationOptions | undefined;
  readonly EnumList?: EnumListConfigurationOptions | undefined;
}
export interface ConfigurationPolicyAssociation {
  readonly Target?: Target | undefined;
}
export type ConfigurationPolicyAssociationStatus = "PENDING" | "SUCCESS" | "FAILED";
export interface ConfigurationPolicyAssociationSummary {
  readonly ConfigurationPolicyId?: string | undefined;
  readonly TargetId?: string | undefined;
  readonly TargetType?: TargetType | undefined;
  readonly AssociationType?: AssociationType | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly AssociationStatus?: ConfigurationPolicyAssociationStatus | undefined;
  readonly AssociationStatusMessage?: string | undefined;
}
export interface ConfigurationPolicySummary {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly ServiceEnabled?: boolean | undefined;
}
export type ConnectionDirection = "INBOUND" | "OUTBOUND";
export type ConnectorAuthStatus = "ACTIVE" | "FAILED";
export type ConnectorProviderName = "JIRA_CLOUD" | "SERVICENOW";
export type ConnectorStatus = "CONNECTED" | "FAILED_TO_CONNECT" | "PENDING_CONFIGURATION" | "PENDING_AUTHORIZATION";
export interface ConnectorSummary {
  readonly ConnectorArn?: string | undefined;
  readonly ConnectorId: string;
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly ProviderSummary: ProviderSummary;
  readonly CreatedAt: Date;
}
export interface ContainerDetails {
  readonly ContainerRuntime?: string | undefined;
  readonly Name?: string | undefined;
  readonly ImageId?: string | undefined;
  readonly ImageName?: string | undefined;
  readonly LaunchedAt?: string | undefined;
  readonly VolumeMounts?: readonly (VolumeMount)[] | undefined;
  readonly Privileged?: boolean | undefined;
}
export type ControlFindingGenerator = "STANDARD_CONTROL" | "SECURITY_CONTROL";
export type ControlStatus = "ENABLED" | "DISABLED";
export interface Country {
  readonly CountryCode?: string | undefined;
  readonly CountryName?: string | undefined;
}
export interface CreateActionTargetRequest {
  readonly Name: string;
  readonly Description: string;
  readonly Id: string;
}
export interface CreateActionTargetResponse {
  readonly ActionTargetArn: string;
}
export interface CreateAggregatorV2Request {
  readonly RegionLinkingMode: string;
  readonly LinkedRegions?: readonly (string)[] | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ClientToken?: string | undefined;
}
export interface CreateAggregatorV2Response {
  readonly AggregatorV2Arn?: string | undefined;
  readonly AggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly LinkedRegions?: readonly (string)[] | undefined;
}
export interface CreateAutomationRuleRequest {
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly RuleStatus?: RuleStatus | undefined;
  readonly RuleOrder: number;
  readonly RuleName: string;
  readonly Description: string;
  readonly IsTerminal?: boolean | undefined;
  readonly Criteria: AutomationRulesFindingFilters;
  readonly Actions: readonly (AutomationRulesAction)[];
}
export interface CreateAutomationRuleResponse {
  readonly RuleArn?: string | undefined;
}
export interface CreateAutomationRuleV2Request {
  readonly RuleName: string;
  readonly RuleStatus?: RuleStatusV2 | undefined;
  readonly Description: string;
  readonly RuleOrder: number;
  readonly Criteria: Criteria;
  readonly Actions: readonly (AutomationRulesActionV2)[];
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ClientToken?: string | undefined;
}
export interface CreateAutomationRuleV2Response {
  readonly RuleArn?: string | undefined;
  readonly RuleId?: string | undefined;
}
export interface CreateConfigurationPolicyRequest {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly ConfigurationPolicy: Policy;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateConfigurationPolicyResponse {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly ConfigurationPolicy?: Policy | undefined;
}
export interface CreateConnectorV2Request {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly Provider: ProviderConfiguration;
  readonly KmsKeyArn?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly ClientToken?: string | undefined;
}
export interface CreateConnectorV2Response {
  readonly ConnectorArn: string;
  readonly ConnectorId: string;
  readonly AuthUrl?: string | undefined;
  readonly ConnectorStatus?: ConnectorStatus | undefined;
}
export interface CreateFindingAggregatorRequest {
  readonly RegionLinkingMode: string;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface CreateFindingAggregatorResponse {
  readonly FindingAggregatorArn?: string | undefined;
  readonly FindingAggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface CreateInsightRequest {
  readonly Name: string;
  readonly Filters: AwsSecurityFindingFilters;
  readonly GroupByAttribute: string;
}
export interface CreateInsightResponse {
  readonly InsightArn: string;
}
export interface CreateMembersRequest {
  readonly AccountDetails: readonly (AccountDetails)[];
}
export interface CreateMembersResponse {
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface CreateTicketV2Request {
  readonly ConnectorId: string;
  readonly FindingMetadataUid: string;
  readonly ClientToken?: string | undefined;
  readonly Mode?: TicketCreationMode | undefined;
}
export interface CreateTicketV2Response {
  readonly TicketId: string;
  readonly TicketSrcUrl?: string | undefined;
}
export interface Criteria {
  readonly OcsfFindingCriteria?: OcsfFindingFilters | undefined;
}
export interface CustomDataIdentifiersDetections {
  readonly Count?: number | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Occurrences?: Occurrences | undefined;
}
export interface CustomDataIdentifiersResult {
  readonly Detections?: readonly (CustomDataIdentifiersDetections)[] | undefined;
  readonly TotalCount?: number | undefined;
}
export interface Cvss {
  readonly Version?: string | undefined;
  readonly BaseScore?: number | undefined;
  readonly BaseVector?: string | undefined;
  readonly Source?: string | undefined;
  readonly Adjustments?: readonly (Adjustment)[] | undefined;
}
export interface DataClassificationDetails {
  readonly DetailedResultsLocation?: string | undefined;
  readonly Result?: ClassificationResult | undefined;
}
export interface DateFilter {
  readonly Start?: string | undefined;
  readonly End?: string | undefined;
  readonly DateRange?: DateRange | undefined;
}
export interface DateRange {
  readonly Value?: number | undefined;
  readonly Unit?: DateRangeUnit | undefined;
  readonly Comparison?: DateRangeComparison | undefined;
}
export type DateRangeComparison = "WITHIN" | "OLDER_THAN";
export type DateRangeUnit = "DAYS";
export interface DeclineInvitationsRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DeclineInvitationsResponse {
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface DeleteActionTargetRequest {
  readonly ActionTargetArn: string;
}
export interface DeleteActionTargetResponse {
  readonly ActionTargetArn: string;
}
export interface DeleteAggregatorV2Request {
  readonly AggregatorV2Arn: string;
}
export interface DeleteAggregatorV2Response {
}
export interface DeleteAutomationRuleV2Request {
  readonly Identifier: string;
}
export interface DeleteAutomationRuleV2Response {
}
export interface DeleteConfigurationPolicyRequest {
  readonly Identifier: string;
}
export interface DeleteConfigurationPolicyResponse {
}
export interface DeleteConnectorV2Request {
  readonly ConnectorId: string;
}
export interface DeleteConnectorV2Response {
}
export interface DeleteFindingAggregatorRequest {
  readonly FindingAggregatorArn: string;
}
export interface DeleteFindingAggregatorResponse {
}
export interface DeleteInsightRequest {
  readonly InsightArn: string;
}
export interface DeleteInsightResponse {
  readonly InsightArn: string;
}
export interface DeleteInvitationsRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DeleteInvitationsResponse {
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface DeleteMembersRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DeleteMembersResponse {
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface DescribeActionTargetsRequest {
  readonly ActionTargetArns?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeActionTargetsResponse {
  readonly ActionTargets: readonly (ActionTarget)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeHubRequest {
  readonly HubArn?: string | undefined;
}
export interface DescribeHubResponse {
  readonly HubArn?: string | undefined;
  readonly SubscribedAt?: string | undefined;
  readonly AutoEnableControls?: boolean | undefined;
  readonly ControlFindingGenerator?: ControlFindingGenerator | undefined;
}
export interface DescribeOrganizationConfigurationRequest {
}
export interface DescribeOrganizationConfigurationResponse {
  readonly AutoEnable?: boolean | undefined;
  readonly MemberAccountLimitReached?: boolean | undefined;
  readonly AutoEnableStandards?: AutoEnableStandards | undefined;
  readonly OrganizationConfiguration?: OrganizationConfiguration | undefined;
}
export interface DescribeProductsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly ProductArn?: string | undefined;
}
export interface DescribeProductsResponse {
  readonly Products: readonly (Product)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeProductsV2Request {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeProductsV2Response {
  readonly ProductsV2: readonly (ProductV2)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeSecurityHubV2Request {
}
export interface DescribeSecurityHubV2Response {
  readonly HubV2Arn?: string | undefined;
  readonly SubscribedAt?: string | undefined;
}
export interface DescribeStandardsControlsRequest {
  readonly StandardsSubscriptionArn: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeStandardsControlsResponse {
  readonly Controls?: readonly (StandardsControl)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeStandardsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeStandardsResponse {
  readonly Standards?: readonly (Standard)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface Detection {
  readonly Sequence?: Sequence | undefined;
}
export interface DisableImportFindingsForProductRequest {
  readonly ProductSubscriptionArn: string;
}
export interface DisableImportFindingsForProductResponse {
}
export interface DisableOrganizationAdminAccountRequest {
  readonly AdminAccountId: string;
  readonly Feature?: SecurityHubFeature | undefined;
}
export interface DisableOrganizationAdminAccountResponse {
}
export interface DisableSecurityHubRequest {
}
export interface DisableSecurityHubResponse {
}
export interface DisableSecurityHubV2Request {
}
export interface DisableSecurityHubV2Response {
}
export interface DisassociateFromAdministratorAccountRequest {
}
export interface DisassociateFromAdministratorAccountResponse {
}
export interface DisassociateFromMasterAccountRequest {
}
export interface DisassociateFromMasterAccountResponse {
}
export interface DisassociateMembersRequest {
  readonly AccountIds: readonly (string)[];
}
export interface DisassociateMembersResponse {
}
export interface DnsRequestAction {
  readonly Domain?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Blocked?: boolean | undefined;
}
export interface DoubleConfigurationOptions {
  readonly DefaultValue?: number | undefined;
  readonly Min?: number | undefined;
  readonly Max?: number | undefined;
}
export interface EnableImportFindingsForProductRequest {
  readonly ProductArn: string;
}
export interface EnableImportFindingsForProductResponse {
  readonly ProductSubscriptionArn?: string | undefined;
}
export interface EnableOrganizationAdminAccountRequest {
  readonly AdminAccountId: string;
  readonly Feature?: SecurityHubFeature | undefined;
}
export interface EnableOrganizationAdminAccountResponse {
  readonly AdminAccountId?: string | undefined;
  readonly Feature?: SecurityHubFeature | undefined;
}
export interface EnableSecurityHubRequest {
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly EnableDefaultStandards?: boolean | undefined;
  readonly ControlFindingGenerator?: ControlFindingGenerator | undefined;
}
export interface EnableSecurityHubResponse {
}
export interface EnableSecurityHubV2Request {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface EnableSecurityHubV2Response {
  readonly HubV2Arn?: string | undefined;
}
export interface EnumConfigurationOptions {
  readonly DefaultValue?: string | undefined;
  readonly AllowedValues?: readonly (string)[] | undefined;
}
export interface EnumListConfigurationOptions {
  readonly DefaultValue?: readonly (string)[] | undefined;
  readonly MaxItems?: number | undefined;
  readonly AllowedValues?: readonly (string)[] | undefined;
}
export interface ExternalIntegrationConfiguration {
  readonly ConnectorArn?: string | undefined;
}
export interface FilePaths {
  readonly FilePath?: string | undefined;
  readonly FileName?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Hash?: string | undefined;
}
export interface FindingAggregator {
  readonly FindingAggregatorArn?: string | undefined;
}
export interface FindingHistoryRecord {
  readonly FindingIdentifier?: AwsSecurityFindingIdentifier | undefined;
  readonly UpdateTime?: Date | undefined;
  readonly FindingCreated?: boolean | undefined;
  readonly UpdateSource?: FindingHistoryUpdateSource | undefined;
  readonly Updates?: readonly (FindingHistoryUpdate)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface FindingHistoryUpdate {
  readonly UpdatedField?: string | undefined;
  readonly OldValue?: string | undefined;
  readonly NewValue?: string | undefined;
}
export interface FindingHistoryUpdateSource {
  readonly Type?: FindingHistoryUpdateSourceType | undefined;
  readonly Identity?: string | undefined;
}
export type FindingHistoryUpdateSourceType = "BATCH_UPDATE_FINDINGS" | "BATCH_IMPORT_FINDINGS";
export interface FindingProviderFields {
  readonly Confidence?: number | undefined;
  readonly Criticality?: number | undefined;
  readonly RelatedFindings?: readonly (RelatedFinding)[] | undefined;
  readonly Severity?: FindingProviderSeverity | undefined;
  readonly Types?: readonly (string)[] | undefined;
}
export interface FindingProviderSeverity {
  readonly Label?: SeverityLabel | undefined;
  readonly Original?: string | undefined;
}
export interface FindingScopes {
  readonly AwsOrganizations?: readonly (AwsOrganizationScope)[] | undefined;
}
export interface FindingsTrendsCompositeFilter {
  readonly StringFilters?: readonly (FindingsTrendsStringFilter)[] | undefined;
  readonly NestedCompositeFilters?: readonly (FindingsTrendsCompositeFilter)[] | undefined;
  readonly Operator?: AllowedOperators | undefined;
}
export interface FindingsTrendsFilters {
  readonly CompositeFilters?: readonly (FindingsTrendsCompositeFilter)[] | undefined;
  readonly CompositeOperator?: AllowedOperators | undefined;
}
export type FindingsTrendsStringField = "account_id" | "region" | "finding_types" | "finding_status" | "finding_cve_ids" | "finding_compliance_status" | "finding_control_id" | "finding_class_name" | "finding_provider" | "finding_activity_name";
export interface FindingsTrendsStringFilter {
  readonly FieldName?: FindingsTrendsStringField | undefined;
  readonly Filter?: StringFilter | undefined;
}
export interface FirewallPolicyDetails {
  readonly StatefulRuleGroupReferences?: readonly (FirewallPolicyStatefulRuleGroupReferencesDetails)[] | undefined;
  readonly StatelessCustomActions?: readonly (FirewallPolicyStatelessCustomActionsDetails)[] | undefined;
  readonly StatelessDefaultActions?: readonly (string)[] | undefined;
  readonly StatelessFragmentDefaultActions?: readonly (string)[] | undefined;
  readonly StatelessRuleGroupReferences?: readonly (FirewallPolicyStatelessRuleGroupReferencesDetails)[] | undefined;
}
export interface FirewallPolicyStatefulRuleGroupReferencesDetails {
  readonly ResourceArn?: string | undefined;
}
export interface FirewallPolicyStatelessCustomActionsDetails {
  readonly ActionDefinition?: StatelessCustomActionDefinition | undefined;
  readonly ActionName?: string | undefined;
}
export interface FirewallPolicyStatelessRuleGroupReferencesDetails {
  readonly Priority?: number | undefined;
  readonly ResourceArn?: string | undefined;
}
export interface GenerateRecommendedPolicyV2Request {
  readonly MetadataUid: string;
}
export interface GenerateRecommendedPolicyV2Response {
}
export interface GeneratorDetails {
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Labels?: readonly (string)[] | undefined;
}
export interface GeoLocation {
  readonly Lon?: number | undefined;
  readonly Lat?: number | undefined;
}
export interface GetAdministratorAccountRequest {
}
export interface GetAdministratorAccountResponse {
  readonly Administrator?: Invitation | undefined;
}
export interface GetAggregatorV2Request {
  readonly AggregatorV2Arn: string;
}
export interface GetAggregatorV2Response {
  readonly AggregatorV2Arn?: string | undefined;
  readonly AggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly LinkedRegions?: readonly (string)[] | undefined;
}
export interface GetAutomationRuleV2Request {
  readonly Identifier: string;
}
export interface GetAutomationRuleV2Response {
  readonly RuleArn?: string | undefined;
  readonly RuleId?: string | undefined;
  readonly RuleOrder?: number | undefined;
  readonly RuleName?: string | undefined;
  readonly RuleStatus?: RuleStatusV2 | undefined;
  readonly Description?: string | undefined;
  readonly Criteria?: Criteria | undefined;
  readonly Actions?: readonly (AutomationRulesActionV2)[] | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export interface GetConfigurationPolicyAssociationRequest {
  readonly Target: Target;
}
export interface GetConfigurationPolicyAssociationResponse {
  readonly ConfigurationPolicyId?: string | undefined;
  readonly TargetId?: string | undefined;
  readonly TargetType?: TargetType | undefined;
  readonly AssociationType?: AssociationType | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly AssociationStatus?: ConfigurationPolicyAssociationStatus | undefined;
  readonly AssociationStatusMessage?: string | undefined;
}
export interface GetConfigurationPolicyRequest {
  readonly Identifier: string;
}
export interface GetConfigurationPolicyResponse {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly ConfigurationPolicy?: Policy | undefined;
}
export interface GetConnectorV2Request {
  readonly ConnectorId: string;
}
export interface GetConnectorV2Response {
  readonly ConnectorArn?: string | undefined;
  readonly ConnectorId: string;
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly CreatedAt: Date;
  readonly LastUpdatedAt: Date;
  readonly Health: HealthCheck;
  readonly ProviderDetail: ProviderDetail;
}
export interface GetEnabledStandardsRequest {
  readonly StandardsSubscriptionArns?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetEnabledStandardsResponse {
  readonly StandardsSubscriptions?: readonly (StandardsSubscription)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetFindingAggregatorRequest {
  readonly FindingAggregatorArn: string;
}
export interface GetFindingAggregatorResponse {
  readonly FindingAggregatorArn?: string | undefined;
  readonly FindingAggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface GetFindingHistoryRequest {
  readonly FindingIdentifier: AwsSecurityFindingIdentifier;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetFindingHistoryResponse {
  readonly Records?: readonly (FindingHistoryRecord)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetFindingStatisticsV2Request {
  readonly GroupByRules: readonly (GroupByRule)[];
  readonly Scopes?: FindingScopes | undefined;
  readonly SortOrder?: SortOrder | undefined;
  readonly MaxStatisticResults?: number | undefined;
}
export interface GetFindingStatisticsV2Response {
  readonly GroupByResults?: readonly (GroupByResult)[] | undefined;
}
export interface GetFindingsRequest {
  readonly Filters?: AwsSecurityFindingFilters | undefined;
  readonly SortCriteria?: readonly (SortCriterion)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetFindingsResponse {
  readonly Findings: readonly (AwsSecurityFinding)[];
  readonly NextToken?: string | undefined;
}
export interface GetFindingsTrendsV2Request {
  readonly Filters?: FindingsTrendsFilters | undefined;
  readonly StartTime: Date;
  readonly EndTime: Date;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetFindingsTrendsV2Response {
  readonly Granularity: GranularityField;
  readonly TrendsMetrics: readonly (TrendsMetricsResult)[];
  readonly NextToken?: string | undefined;
}
export interface GetFindingsV2Request {
  readonly Filters?: OcsfFindingFilters | undefined;
  readonly Scopes?: FindingScopes | undefined;
  readonly SortCriteria?: readonly (SortCriterion)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetFindingsV2Response {
  readonly Findings?: readonly (JsonValue)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetInsightResultsRequest {
  readonly InsightArn: string;
}
export interface GetInsightResultsResponse {
  readonly InsightResults: InsightResults;
}
export interface GetInsightsRequest {
  readonly InsightArns?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetInsightsResponse {
  readonly Insights: readonly (Insight)[];
  readonly NextToken?: string | undefined;
}
export interface GetInvitationsCountRequest {
}
export interface GetInvitationsCountResponse {
  readonly InvitationsCount?: number | undefined;
}
export interface GetMasterAccountRequest {
}
export interface GetMasterAccountResponse {
  readonly Master?: Invitation | undefined;
}
export interface GetMembersRequest {
  readonly AccountIds: readonly (string)[];
}
export interface GetMembersResponse {
  readonly Members?: readonly (Member)[] | undefined;
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface GetRecommendedPolicyV2Request {
  readonly MetadataUid: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetRecommendedPolicyV2Response {
  readonly NextToken?: string | undefined;
  readonly RecommendationType?: RecommendationType | undefined;
  readonly RecommendationSteps?: readonly (RecommendationStep)[] | undefined;
  readonly Error?: RecommendationError | undefined;
  readonly Status?: RecommendationStatus | undefined;
  readonly ResourceArn?: string | undefined;
}
export interface GetResourcesStatisticsV2Request {
  readonly GroupByRules: readonly (ResourceGroupByRule)[];
  readonly Scopes?: ResourceScopes | undefined;
  readonly SortOrder?: SortOrder | undefined;
  readonly MaxStatisticResults?: number | undefined;
}
export interface GetResourcesStatisticsV2Response {
  readonly GroupByResults: readonly (GroupByResult)[];
}
export interface GetResourcesTrendsV2Request {
  readonly Filters?: ResourcesTrendsFilters | undefined;
  readonly StartTime: Date;
  readonly EndTime: Date;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetResourcesTrendsV2Response {
  readonly Granularity: GranularityField;
  readonly TrendsMetrics: readonly (ResourcesTrendsMetricsResult)[];
  readonly NextToken?: string | undefined;
}
export interface GetResourcesV2Request {
  readonly Filters?: ResourcesFilters | undefined;
  readonly Scopes?: ResourceScopes | undefined;
  readonly SortCriteria?: readonly (SortCriterion)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetResourcesV2Response {
  readonly Resources: readonly (ResourceResult)[];
  readonly NextToken?: string | undefined;
}
export interface GetSecurityControlDefinitionRequest {
  readonly SecurityControlId: string;
}
export interface GetSecurityControlDefinitionResponse {
  readonly SecurityControlDefinition: SecurityControlDefinition;
}
export type GranularityField = "Daily" | "Weekly" | "Monthly";
export type GroupByField = "activity_name" | "cloud.account.uid" | "cloud.provider" | "cloud.region" | "compliance.assessments.name" | "compliance.status" | "compliance.control" | "finding_info.title" | "finding_info.related_events.traits.category" | "finding_info.types" | "metadata.product.name" | "metadata.product.uid" | "resources.type" | "resources.uid" | "severity" | "status" | "vulnerabilities.fix_coverage" | "class_name" | "vulnerabilities.affected_packages.name" | "finding_info.analytic.name" | "compliance.standards" | "cloud.account.name" | "vendor_attributes.severity" | "metadata.product.vendor_name";
export interface GroupByResult {
  readonly GroupByField?: string | undefined;
  readonly GroupByValues?: readonly (GroupByValue)[] | undefined;
}
export interface GroupByRule {
  readonly Filters?: OcsfFindingFilters | undefined;
  readonly GroupByField: GroupByField;
}
export interface GroupByValue {
  readonly FieldValue?: string | undefined;
  readonly Count?: number | undefined;
}
export interface HealthCheck {
  readonly ConnectorStatus: ConnectorStatus;
  readonly Message?: string | undefined;
  readonly LastCheckedAt: Date;
}
export interface IcmpTypeCode {
  readonly Code?: number | undefined;
  readonly Type?: number | undefined;
}
export interface ImportFindingsError {
  readonly Id: string;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}
export interface Indicator {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly Title?: string | undefined;
  readonly Type?: string | undefined;
}
export interface Insight {
  readonly InsightArn: string;
  readonly Name: string;
  readonly Filters: AwsSecurityFindingFilters;
  readonly GroupByAttribute: string;
}
export interface InsightResultValue {
  readonly GroupByAttributeValue: string;
  readonly Count: number;
}
export interface InsightResults {
  readonly InsightArn: string;
  readonly GroupByAttribute: string;
  readonly ResultValues: readonly (InsightResultValue)[];
}
export interface IntegerConfigurationOptions {
  readonly DefaultValue?: number | undefined;
  readonly Min?: number | undefined;
  readonly Max?: number | undefined;
}
export interface IntegerListConfigurationOptions {
  readonly DefaultValue?: readonly (number)[] | undefined;
  readonly Min?: number | undefined;
  readonly Max?: number | undefined;
  readonly MaxItems?: number | undefined;
}
export type IntegrationType = "SEND_FINDINGS_TO_SECURITY_HUB" | "RECEIVE_FINDINGS_FROM_SECURITY_HUB" | "UPDATE_FINDINGS_IN_SECURITY_HUB";
export type IntegrationV2Type = "SEND_FINDINGS_TO_SECURITY_HUB" | "RECEIVE_FINDINGS_FROM_SECURITY_HUB" | "UPDATE_FINDINGS_IN_SECURITY_HUB" | "EXTENDED_PLAN";
export interface Invitation {
  readonly AccountId?: string | undefined;
  readonly InvitationId?: string | undefined;
  readonly InvitedAt?: Date | undefined;
  readonly MemberStatus?: string | undefined;
}
export interface InviteMembersRequest {
  readonly AccountIds: readonly (string)[];
}
export interface InviteMembersResponse {
  readonly UnprocessedAccounts?: readonly (Result)[] | undefined;
}
export interface IpFilter {
  readonly Cidr?: string | undefined;
}
export interface IpOrganizationDetails {
  readonly Asn?: number | undefined;
  readonly AsnOrg?: string | undefined;
  readonly Isp?: string | undefined;
  readonly Org?: string | undefined;
}
export interface Ipv6CidrBlockAssociation {
  readonly AssociationId?: string | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly CidrBlockState?: string | undefined;
}
export interface JiraCloudDetail {
  readonly CloudId?: string | undefined;
  readonly ProjectKey?: string | undefined;
  readonly Domain?: string | undefined;
  readonly AuthUrl?: string | undefined;
  readonly AuthStatus?: ConnectorAuthStatus | undefined;
}
export interface JiraCloudProviderConfiguration {
  readonly ProjectKey?: string | undefined;
}
export interface JiraCloudUpdateConfiguration {
  readonly ProjectKey?: string | undefined;
}
export interface KeywordFilter {
  readonly Value?: string | undefined;
}
export interface ListAggregatorsV2Request {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAggregatorsV2Response {
  readonly AggregatorsV2?: readonly (AggregatorV2)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAutomationRulesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAutomationRulesResponse {
  readonly AutomationRulesMetadata?: readonly (AutomationRulesMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAutomationRulesV2Request {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAutomationRulesV2Response {
  readonly Rules?: readonly (AutomationRulesMetadataV2)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConfigurationPoliciesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListConfigurationPoliciesResponse {
  readonly ConfigurationPolicySummaries?: readonly (ConfigurationPolicySummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConfigurationPolicyAssociationsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly Filters?: AssociationFilters | undefined;
}
export interface ListConfigurationPolicyAssociationsResponse {
  readonly ConfigurationPolicyAssociationSummaries?: readonly (ConfigurationPolicyAssociationSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConnectorsV2Request {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly ProviderName?: ConnectorProviderName | undefined;
  readonly ConnectorStatus?: ConnectorStatus | undefined;
}
export interface ListConnectorsV2Response {
  readonly NextToken?: string | undefined;
  readonly Connectors: readonly (ConnectorSummary)[];
}
export interface ListEnabledProductsForImportRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListEnabledProductsForImportResponse {
  readonly ProductSubscriptions?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListFindingAggregatorsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListFindingAggregatorsResponse {
  readonly FindingAggregators?: readonly (FindingAggregator)[] | undefined;
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
export interface ListMembersRequest {
  readonly OnlyAssociated?: boolean | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListMembersResponse {
  readonly Members?: readonly (Member)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Feature?: SecurityHubFeature | undefined;
}
export interface ListOrganizationAdminAccountsResponse {
  readonly AdminAccounts?: readonly (AdminAccount)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Feature?: SecurityHubFeature | undefined;
}
export interface ListSecurityControlDefinitionsRequest {
  readonly StandardsArn?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListSecurityControlDefinitionsResponse {
  readonly SecurityControlDefinitions: readonly (SecurityControlDefinition)[];
  readonly NextToken?: string | undefined;
}
export interface ListStandardsControlAssociationsRequest {
  readonly SecurityControlId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListStandardsControlAssociationsResponse {
  readonly StandardsControlAssociationSummaries: readonly (StandardsControlAssociationSummary)[];
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface LoadBalancerState {
  readonly Code?: string | undefined;
  readonly Reason?: string | undefined;
}
export interface Malware {
  readonly Name: string;
  readonly Type?: MalwareType | undefined;
  readonly Path?: string | undefined;
  readonly State?: MalwareState | undefined;
}
export type MalwareState = "OBSERVED" | "REMOVAL_FAILED" | "REMOVED";
export type MalwareType = "ADWARE" | "BLENDED_THREAT" | "BOTNET_AGENT" | "COIN_MINER" | "EXPLOIT_KIT" | "KEYLOGGER" | "MACRO" | "POTENTIALLY_UNWANTED" | "SPYWARE" | "RANSOMWARE" | "REMOTE_ACCESS" | "ROOTKIT" | "TROJAN" | "VIRUS" | "WORM";
export interface MapFilter {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
  readonly Comparison?: MapFilterComparison | undefined;
}
export type MapFilterComparison = "EQUALS" | "NOT_EQUALS" | "CONTAINS" | "NOT_CONTAINS";
export interface Member {
  readonly AccountId?: string | undefined;
  readonly Email?: string | undefined;
  readonly MasterId?: string | undefined;
  readonly AdministratorId?: string | undefined;
  readonly MemberStatus?: string | undefined;
  readonly InvitedAt?: Date | undefined;
  readonly UpdatedAt?: Date | undefined;
}
export interface Network {
  readonly Direction?: NetworkDirection | undefined;
  readonly Protocol?: string | undefined;
  readonly OpenPortRange?: PortRange | undefined;
  readonly SourceIpV4?: string | undefined;
  readonly SourceIpV6?: string | undefined;
  readonly SourcePort?: number | undefined;
  readonly SourceDomain?: string | undefined;
  readonly SourceMac?: string | undefined;
  readonly DestinationIpV4?: string | undefined;
  readonly DestinationIpV6?: string | undefined;
  readonly DestinationPort?: number | undefined;
  readonly DestinationDomain?: string | undefined;
}
export interface NetworkAutonomousSystem {
  readonly Name?: string | undefined;
  readonly Number?: number | undefined;
}
export interface NetworkConnection {
  readonly Direction?: ConnectionDirection | undefined;
}
export interface NetworkConnectionAction {
  readonly ConnectionDirection?: string | undefined;
  readonly RemoteIpDetails?: ActionRemoteIpDetails | undefined;
  readonly RemotePortDetails?: ActionRemotePortDetails | undefined;
  readonly LocalPortDetails?: ActionLocalPortDetails | undefined;
  readonly Protocol?: string | undefined;
  readonly Blocked?: boolean | undefined;
}
export type NetworkDirection = "IN" | "OUT";
export interface NetworkEndpoint {
  readonly Id?: string | undefined;
  readonly Ip?: string | undefined;
  readonly Domain?: string | undefined;
  readonly Port?: number | undefined;
  readonly Location?: NetworkGeoLocation | undefined;
  readonly AutonomousSystem?: NetworkAutonomousSystem | undefined;
  readonly Connection?: NetworkConnection | undefined;
}
export interface NetworkGeoLocation {
  readonly City?: string | undefined;
  readonly Country?: string | undefined;
  readonly Lat?: number | undefined;
  readonly Lon?: number | undefined;
}
export interface NetworkHeader {
  readonly Protocol?: string | undefined;
  readonly Destination?: NetworkPathComponentDetails | undefined;
  readonly Source?: NetworkPathComponentDetails | undefined;
}
export interface NetworkPathComponent {
  readonly ComponentId?: string | undefined;
  readonly ComponentType?: string | undefined;
  readonly Egress?: NetworkHeader | undefined;
  readonly Ingress?: NetworkHeader | undefined;
}
export interface NetworkPathComponentDetails {
  readonly Address?: readonly (string)[] | undefined;
  readonly PortRanges?: readonly (PortRange)[] | undefined;
}
export interface Note {
  readonly Text: string;
  readonly UpdatedBy: string;
  readonly UpdatedAt: string;
}
export interface NoteUpdate {
  readonly Text: string;
  readonly UpdatedBy: string;
}
export interface NumberFilter {
  readonly Gte?: number | undefined;
  readonly Lte?: number | undefined;
  readonly Eq?: number | undefined;
  readonly Gt?: number | undefined;
  readonly Lt?: number | undefined;
}
export interface Occurrences {
  readonly LineRanges?: readonly (Range)[] | undefined;
  readonly OffsetRanges?: readonly (Range)[] | undefined;
  readonly Pages?: readonly (Page)[] | undefined;
  readonly Records?: readonly (RecordShape)[] | undefined;
  readonly Cells?: readonly (Cell)[] | undefined;
}
export type OcsfBooleanField = "compliance.assessments.meets_criteria" | "vulnerabilities.is_exploit_available" | "vulnerabilities.is_fix_available";
export interface OcsfBooleanFilter {
  readonly FieldName?: OcsfBooleanField | undefined;
  readonly Filter?: BooleanFilter | undefined;
}
export type OcsfDateField = "finding_info.created_time_dt" | "finding_info.first_seen_time_dt" | "finding_info.last_seen_time_dt" | "finding_info.modified_time_dt" | "resources.image.created_time_dt" | "resources.image.last_used_time_dt" | "resources.modified_time_dt";
export interface OcsfDateFilter {
  readonly FieldName?: OcsfDateField | undefined;
  readonly Filter?: DateFilter | undefined;
}
export interface OcsfFindingFilters {
  readonly CompositeFilters?: readonly (CompositeFilter)[] | undefined;
  readonly CompositeOperator?: AllowedOperators | undefined;
}
export interface OcsfFindingIdentifier {
  readonly CloudAccountUid: string;
  readonly FindingInfoUid: string;
  readonly MetadataProductUid: string;
}
export type OcsfIpField = "evidences.dst_endpoint.ip" | "evidences.src_endpoint.ip";
export interface OcsfIpFilter {
  readonly FieldName?: OcsfIpField | undefined;
  readonly Filter?: IpFilter | undefined;
}
export type OcsfMapField = "resources.tags" | "compliance.control_parameters" | "databucket.tags" | "finding_info.tags";
export interface OcsfMapFilter {
  readonly FieldName?: OcsfMapField | undefined;
  readonly Filter?: MapFilter | undefined;
}
export type OcsfNumberField = "activity_id" | "compliance.status_id" | "confidence_score" | "severity_id" | "status_id" | "finding_info.related_events_count" | "evidences.api.response.code" | "evidences.dst_endpoint.autonomous_system.number" | "evidences.dst_endpoint.port" | "evidences.src_endpoint.autonomous_system.number" | "evidences.src_endpoint.port" | "resources.image.in_use_count" | "vulnerabilities.cve.cvss.base_score" | "vendor_attributes.severity_id";
export interface OcsfNumberFilter {
  readonly FieldName?: OcsfNumberField | undefined;
  readonly Filter?: NumberFilter | undefined;
}
export type OcsfStringField = "metadata.uid" | "activity_name" | "cloud.account.uid" | "cloud.provider" | "cloud.region" | "compliance.assessments.category" | "compliance.assessments.name" | "compliance.control" | "compliance.status" | "compliance.standards" | "finding_info.desc" | "finding_info.src_url" | "finding_info.title" | "finding_info.types" | "finding_info.uid" | "finding_info.related_events.traits.category" | "finding_info.related_events.uid" | "finding_info.related_events.product.uid" | "finding_info.related_events.title" | "metadata.product.name" | "metadata.product.uid" | "metadata.product.vendor_name" | "remediation.desc" | "remediation.references" | "resources.cloud_partition" | "resources.region" | "resources.type" | "resources.uid" | "severity" | "status" | "comment" | "vulnerabilities.fix_coverage" | "class_name" | "databucket.encryption_details.algorithm" | "databucket.encryption_details.key_uid" | "databucket.file.data_classifications.classifier_details.type" | "evidences.actor.user.account.uid" | "evidences.api.operation" | "evidences.api.response.error_message" | "evidences.api.service.name" | "evidences.connection_info.direction" | "evidences.connection_info.protocol_name" | "evidences.dst_endpoint.autonomous_system.name" | "evidences.dst_endpoint.location.city" | "evidences.dst_endpoint.location.country" | "evidences.src_endpoint.autonomous_system.name" | "evidences.src_endpoint.hostname" | "evidences.src_endpoint.location.city" | "evidences.src_endpoint.location.country" | "finding_info.analytic.name" | "malware.name" | "malware_scan_info.uid" | "malware.severity" | "resources.cloud_function.layers.uid_alt" | "resources.cloud_function.runtime" | "resources.cloud_function.user.uid" | "resources.device.encryption_details.key_uid" | "resources.device.image.uid" | "resources.image.architecture" | "resources.image.registry_uid" | "resources.image.repository_name" | "resources.image.uid" | "resources.subnet_info.uid" | "resources.vpc_uid" | "vulnerabilities.affected_code.file.path" | "vulnerabilities.affected_packages.name" | "vulnerabilities.cve.epss.score" | "vulnerabilities.cve.uid" | "vulnerabilities.related_vulnerabilities" | "cloud.account.name" | "vendor_attributes.severity";
export interface OcsfStringFilter {
  readonly FieldName?: OcsfStringField | undefined;
  readonly Filter?: StringFilter | undefined;
}
export interface OrganizationConfiguration {
  readonly ConfigurationType?: OrganizationConfigurationConfigurationType | undefined;
  readonly Status?: OrganizationConfigurationStatus | undefined;
  readonly StatusMessage?: string | undefined;
}
export type OrganizationConfigurationConfigurationType = "CENTRAL" | "LOCAL";
export type OrganizationConfigurationStatus = "PENDING" | "ENABLED" | "FAILED";
export interface Page {
  readonly PageNumber?: number | undefined;
  readonly LineRange?: Range | undefined;
  readonly OffsetRange?: Range | undefined;
}
export interface ParameterConfiguration {
  readonly ValueType: ParameterValueType;
  readonly Value?: ParameterValue | undefined;
}
export interface ParameterDefinition {
  readonly Description: string;
  readonly ConfigurationOptions: ConfigurationOptions;
}
export interface ParameterValue {
  readonly Integer?: number | undefined;
  readonly IntegerList?: readonly (number)[] | undefined;
  readonly Double?: number | undefined;
  readonly String?: string | undefined;
  readonly StringList?: readonly (string)[] | undefined;
  readonly Boolean?: boolean | undefined;
  readonly Enum?: string | undefined;
  readonly EnumList?: readonly (string)[] | undefined;
}
export type ParameterValueType = "DEFAULT" | "CUSTOM";
export type Partition = "aws" | "aws-cn" | "aws-us-gov";
export interface PatchSummary {
  readonly Id: string;
  readonly InstalledCount?: number | undefined;
  readonly MissingCount?: number | undefined;
  readonly FailedCount?: number | undefined;
  readonly InstalledOtherCount?: number | undefined;
  readonly InstalledRejectedCount?: number | undefined;
  readonly InstalledPendingReboot?: number | undefined;
  readonly OperationStartTime?: string | undefined;
  readonly OperationEndTime?: string | undefined;
  readonly RebootOption?: string | undefined;
  readonly Operation?: string | undefined;
}
export interface Policy {
  readonly SecurityHub?: SecurityHubPolicy | undefined;
}
export interface PortProbeAction {
  readonly PortProbeDetails?: readonly (PortProbeDetail)[] | undefined;
  readonly Blocked?: boolean | undefined;
}
export interface PortProbeDetail {
  readonly LocalPortDetails?: ActionLocalPortDetails | undefined;
  readonly LocalIpDetails?: ActionLocalIpDetails | undefined;
  readonly RemoteIpDetails?: ActionRemoteIpDetails | undefined;
}
export interface PortRange {
  readonly Begin?: number | undefined;
  readonly End?: number | undefined;
}
export interface PortRangeFromTo {
  readonly From?: number | undefined;
  readonly To?: number | undefined;
}
export interface ProcessDetails {
  readonly Name?: string | undefined;
  readonly Path?: string | undefined;
  readonly Pid?: number | undefined;
  readonly ParentPid?: number | undefined;
  readonly LaunchedAt?: string | undefined;
  readonly TerminatedAt?: string | undefined;
}
export interface Product {
  readonly ProductArn: string;
  readonly ProductName?: string | undefined;
  readonly CompanyName?: string | undefined;
  readonly Description?: string | undefined;
  readonly Categories?: readonly (string)[] | undefined;
  readonly IntegrationTypes?: readonly (IntegrationType)[] | undefined;
  readonly MarketplaceUrl?: string | undefined;
  readonly ActivationUrl?: string | undefined;
  readonly ProductSubscriptionResourcePolicy?: string | undefined;
}
export interface ProductV2 {
  readonly ProductV2Name?: string | undefined;
  readonly CompanyName?: string | undefined;
  readonly Description?: string | undefined;
  readonly Categories?: readonly (string)[] | undefined;
  readonly IntegrationV2Types?: readonly (IntegrationV2Type)[] | undefined;
  readonly MarketplaceUrl?: string | undefined;
  readonly ActivationUrl?: string | undefined;
  readonly MarketplaceProductId?: string | undefined;
}
export interface PropagatingVgwSetDetails {
  readonly GatewayId?: string | undefined;
}
export interface ProviderConfiguration {
  readonly JiraCloud?: JiraCloudProviderConfiguration | undefined;
  readonly ServiceNow?: ServiceNowProviderConfiguration | undefined;
}
export interface ProviderDetail {
  readonly JiraCloud?: JiraCloudDetail | undefined;
  readonly ServiceNow?: ServiceNowDetail | undefined;
}
export interface ProviderSummary {
  readonly ProviderName?: ConnectorProviderName | undefined;
  readonly ConnectorStatus?: ConnectorStatus | undefined;
}
export interface ProviderUpdateConfiguration {
  readonly JiraCloud?: JiraCloudUpdateConfiguration | undefined;
  readonly ServiceNow?: ServiceNowUpdateConfiguration | undefined;
}
export interface Range {
  readonly Start?: number | undefined;
  readonly End?: number | undefined;
  readonly StartColumn?: number | undefined;
}
export interface Recommendation {
  readonly Text?: string | undefined;
  readonly Url?: string | undefined;
}
export interface RecommendationError {
  readonly Code?: string | undefined;
  readonly Message?: string | undefined;
}
export type RecommendationStatus = "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
export interface RecommendationStep {
  readonly UnusedPermissions?: UnusedPermissionsRecommendationStep | undefined;
}
export type RecommendationType = "UNUSED_PERMISSION_RECOMMENDATION";
export interface RecordShape {
  readonly JsonPath?: string | undefined;
  readonly RecordIndex?: number | undefined;
}
export type RecordState = "ACTIVE" | "ARCHIVED";
export type RegionAvailabilityStatus = "AVAILABLE" | "UNAVAILABLE";
export interface RegisterConnectorV2Request {
  readonly AuthCode: string;
  readonly AuthState: string;
}
export interface RegisterConnectorV2Response {
  readonly ConnectorArn?: string | undefined;
  readonly ConnectorId: string;
}
export interface RelatedFinding {
  readonly ProductArn: string;
  readonly Id: string;
}
export interface Remediation {
  readonly Recommendation?: Recommendation | undefined;
}
export interface Resource {
  readonly Type: string;
  readonly Id: string;
  readonly Partition?: Partition | undefined;
  readonly Region?: string | undefined;
  readonly ResourceRole?: string | undefined;
  readonly Tags?: { readonly [key: string]: string } | undefined;
  readonly DataClassification?: DataClassificationDetails | undefined;
  readonly Details?: ResourceDetails | undefined;
  readonly ApplicationName?: string | undefined;
  readonly ApplicationArn?: string | undefined;
}
export type ResourceCategory = "Compute" | "Database" | "Storage" | "Code" | "AI/ML" | "Identity" | "Network" | "Other";
export interface ResourceDetails {
  readonly AwsAutoScalingAutoScalingGroup?: AwsAutoScalingAutoScalingGroupDetails | undefined;
  readonly AwsCodeBuildProject?: AwsCodeBuildProjectDetails | undefined;
  readonly AwsCloudFrontDistribution?: AwsCloudFrontDistributionDetails | undefined;
  readonly AwsEc2Instance?: AwsEc2InstanceDetails | undefined;
  readonly AwsEc2NetworkInterface?: AwsEc2NetworkInterfaceDetails | undefined;
  readonly AwsEc2SecurityGroup?: AwsEc2SecurityGroupDetails | undefined;
  readonly AwsEc2Volume?: AwsEc2VolumeDetails | undefined;
  readonly AwsEc2Vpc?: AwsEc2VpcDetails | undefined;
  readonly AwsEc2Eip?: AwsEc2EipDetails | undefined;
  readonly AwsEc2Subnet?: AwsEc2SubnetDetails | undefined;
  readonly AwsEc2NetworkAcl?: AwsEc2NetworkAclDetails | undefined;
  readonly AwsElbv2LoadBalancer?: AwsElbv2LoadBalancerDetails | undefined;
  readonly AwsElasticBeanstalkEnvironment?: AwsElasticBeanstalkEnvironmentDetails | undefined;
  readonly AwsElasticsearchDomain?: AwsElasticsearchDomainDetails | undefined;
  readonly AwsS3Bucket?: AwsS3BucketDetails | undefined;
  readonly AwsS3AccountPublicAccessBlock?: AwsS3AccountPublicAccessBlockDetails | undefined;
  readonly AwsS3Object?: AwsS3ObjectDetails | undefined;
  readonly AwsSecretsManagerSecret?: AwsSecretsManagerSecretDetails | undefined;
  readonly AwsIamAccessKey?: AwsIamAccessKeyDetails | undefined;
  readonly AwsIamUser?: AwsIamUserDetails | undefined;
  readonly AwsIamPolicy?: AwsIamPolicyDetails | undefined;
  readonly AwsApiGatewayV2Stage?: AwsApiGatewayV2StageDetails | undefined;
  readonly AwsApiGatewayV2Api?: AwsApiGatewayV2ApiDetails | undefined;
  readonly AwsDynamoDbTable?: AwsDynamoDbTableDetails | undefined;
  readonly AwsApiGatewayStage?: AwsApiGatewayStageDetails | undefined;
  readonly AwsApiGatewayRestApi?: AwsApiGatewayRestApiDetails | undefined;
  readonly AwsCloudTrailTrail?: AwsCloudTrailTrailDetails | undefined;
  readonly AwsSsmPatchCompliance?: AwsSsmPatchComplianceDetails | undefined;
  readonly AwsCertificateManagerCertificate?: AwsCertificateManagerCertificateDetails | undefined;
  readonly AwsRedshiftCluster?: AwsRedshiftClusterDetails | undefined;
  readonly AwsElbLoadBalancer?: AwsElbLoadBalancerDetails | undefined;
  readonly AwsIamGroup?: AwsIamGroupDetails | undefined;
  readonly AwsIamRole?: AwsIamRoleDetails | undefined;
  readonly AwsKmsKey?: AwsKmsKeyDetails | undefined;
  readonly AwsLambdaFunction?: AwsLambdaFunctionDetails | undefined;
  readonly AwsLambdaLayerVersion?: AwsLambdaLayerVersionDetails | undefined;
  readonly AwsRdsDbInstance?: AwsRdsDbInstanceDetails | undefined;
  readonly AwsSnsTopic?: AwsSnsTopicDetails | undefined;
  readonly AwsSqsQueue?: AwsSqsQueueDetails | undefined;
  readonly AwsWafWebAcl?: AwsWafWebAclDetails | undefined;
  readonly AwsRdsDbSnapshot?: AwsRdsDbSnapshotDetails | undefined;
  readonly AwsRdsDbClusterSnapshot?: AwsRdsDbClusterSnapshotDetails | undefined;
  readonly AwsRdsDbCluster?: AwsRdsDbClusterDetails | undefined;
  readonly AwsEcsCluster?: AwsEcsClusterDetails | undefined;
  readonly AwsEcsContainer?: AwsEcsContainerDetails | undefined;
  readonly AwsEcsTaskDefinition?: AwsEcsTaskDefinitionDetails | undefined;
  readonly Container?: ContainerDetails | undefined;
  readonly Other?: { readonly [key: string]: string } | undefined;
  readonly AwsRdsEventSubscription?: AwsRdsEventSubscriptionDetails | undefined;
  readonly AwsEcsService?: AwsEcsServiceDetails | undefined;
  readonly AwsAutoScalingLaunchConfiguration?: AwsAutoScalingLaunchConfigurationDetails | undefined;
  readonly AwsEc2VpnConnection?: AwsEc2VpnConnectionDetails | undefined;
  readonly AwsEcrContainerImage?: AwsEcrContainerImageDetails | undefined;
  readonly AwsOpenSearchServiceDomain?: AwsOpenSearchServiceDomainDetails | undefined;
  readonly AwsEc2VpcEndpointService?: AwsEc2VpcEndpointServiceDetails | undefined;
  readonly AwsXrayEncryptionConfig?: AwsXrayEncryptionConfigDetails | undefined;
  readonly AwsWafRateBasedRule?: AwsWafRateBasedRuleDetails | undefined;
  readonly AwsWafRegionalRateBasedRule?: AwsWafRegionalRateBasedRuleDetails | undefined;
  readonly AwsEcrRepository?: AwsEcrRepositoryDetails | undefined;
  readonly AwsEksCluster?: AwsEksClusterDetails | undefined;
  readonly AwsNetworkFirewallFirewallPolicy?: AwsNetworkFirewallFirewallPolicyDetails | undefined;
  readonly AwsNetworkFirewallFirewall?: AwsNetworkFirewallFirewallDetails | undefined;
  readonly AwsNetworkFirewallRuleGroup?: AwsNetworkFirewallRuleGroupDetails | undefined;
  readonly AwsRdsDbSecurityGroup?: AwsRdsDbSecurityGroupDetails | undefined;
  readonly AwsKinesisStream?: AwsKinesisStreamDetails | undefined;
  readonly AwsEc2TransitGateway?: AwsEc2TransitGatewayDetails | undefined;
  readonly AwsEfsAccessPoint?: AwsEfsAccessPointDetails | undefined;
  readonly AwsCloudFormationStack?: AwsCloudFormationStackDetails | undefined;
  readonly AwsCloudWatchAlarm?: AwsCloudWatchAlarmDetails | undefined;
  readonly AwsEc2VpcPeeringConnection?: AwsEc2VpcPeeringConnectionDetails | undefined;
  readonly AwsWafRegionalRuleGroup?: AwsWafRegionalRuleGroupDetails | undefined;
  readonly AwsWafRegionalRule?: AwsWafRegionalRuleDetails | undefined;
  readonly AwsWafRegionalWebAcl?: AwsWafRegionalWebAclDetails | undefined;
  readonly AwsWafRule?: AwsWafRuleDetails | undefined;
  readonly AwsWafRuleGroup?: AwsWafRuleGroupDetails | undefined;
  readonly AwsEcsTask?: AwsEcsTaskDetails | undefined;
  readonly AwsBackupBackupVault?: AwsBackupBackupVaultDetails | undefined;
  readonly AwsBackupBackupPlan?: AwsBackupBackupPlanDetails | undefined;
  readonly AwsBackupRecoveryPoint?: AwsBackupRecoveryPointDetails | undefined;
  readonly AwsEc2LaunchTemplate?: AwsEc2LaunchTemplateDetails | undefined;
  readonly AwsSageMakerNotebookInstance?: AwsSageMakerNotebookInstanceDetails | undefined;
  readonly AwsWafv2WebAcl?: AwsWafv2WebAclDetails | undefined;
  readonly AwsWafv2RuleGroup?: AwsWafv2RuleGroupDetails | undefined;
  readonly AwsEc2RouteTable?: AwsEc2RouteTableDetails | undefined;
  readonly AwsAmazonMqBroker?: AwsAmazonMqBrokerDetails | undefined;
  readonly AwsAppSyncGraphQlApi?: AwsAppSyncGraphQlApiDetails | undefined;
  readonly AwsEventSchemasRegistry?: AwsEventSchemasRegistryDetails | undefined;
  readonly AwsGuardDutyDetector?: AwsGuardDutyDetectorDetails | undefined;
  readonly AwsStepFunctionStateMachine?: AwsStepFunctionStateMachineDetails | undefined;
  readonly AwsAthenaWorkGroup?: AwsAthenaWorkGroupDetails | undefined;
  readonly AwsEventsEventbus?: AwsEventsEventbusDetails | undefined;
  readonly AwsDmsEndpoint?: AwsDmsEndpointDetails | undefined;
  readonly AwsEventsEndpoint?: AwsEventsEndpointDetails | undefined;
  readonly AwsDmsReplicationTask?: AwsDmsReplicationTaskDetails | undefined;
  readonly AwsDmsReplicationInstance?: AwsDmsReplicationInstanceDetails | undefined;
  readonly AwsRoute53HostedZone?: AwsRoute53HostedZoneDetails | undefined;
  readonly AwsMskCluster?: AwsMskClusterDetails | undefined;
  readonly AwsS3AccessPoint?: AwsS3AccessPointDetails | undefined;
  readonly AwsEc2ClientVpnEndpoint?: AwsEc2ClientVpnEndpointDetails | undefined;
  readonly CodeRepository?: CodeRepositoryDetails | undefined;
}
export interface ResourceFindingsSummary {
  readonly FindingType: string;
  readonly ProductName: string;
  readonly TotalFindings: number;
  readonly Severities?: ResourceSeverityBreakdown | undefined;
}
export type ResourceGroupByField = "AccountId" | "Region" | "ResourceCategory" | "ResourceType" | "ResourceName" | "FindingsSummary.FindingType";
export interface ResourceGroupByRule {
  readonly GroupByField: ResourceGroupByField;
  readonly Filters?: ResourcesFilters | undefined;
}
export interface ResourceResult {
  readonly ResourceGuid?: string | undefined;
  readonly ResourceId: string;
  readonly AccountId: string;
  readonly Region: string;
  readonly ResourceCategory?: ResourceCategory | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceName?: string | undefined;
  readonly ResourceCreationTimeDt?: string | undefined;
  readonly ResourceDetailCaptureTimeDt: string;
  readonly FindingsSummary?: readonly (ResourceFindingsSummary)[] | undefined;
  readonly ResourceTags?: readonly (ResourceTag)[] | undefined;
  readonly ResourceConfig: JsonValue;
}
export interface ResourceScopes {
  readonly AwsOrganizations?: readonly (AwsOrganizationScope)[] | undefined;
}
export interface ResourceSeverityBreakdown {
  readonly Other?: number | undefined;
  readonly Fatal?: number | undefined;
  readonly Critical?: number | undefined;
  readonly High?: number | undefined;
  readonly Medium?: number | undefined;
  readonly Low?: number | undefined;
  readonly Informational?: number | undefined;
  readonly Unknown?: number | undefined;
}
export interface ResourceTag {
  readonly Key: string;
  readonly Value: string;
}
export interface ResourcesCompositeFilter {
  readonly StringFilters?: readonly (ResourcesStringFilter)[] | undefined;
  readonly DateFilters?: readonly (ResourcesDateFilter)[] | undefined;
  readonly NumberFilters?: readonly (ResourcesNumberFilter)[] | undefined;
  readonly MapFilters?: readonly (ResourcesMapFilter)[] | undefined;
  readonly NestedCompositeFilters?: readonly (ResourcesCompositeFilter)[] | undefined;
  readonly Operator?: AllowedOperators | undefined;
}
export interface ResourcesCount {
  readonly AllResources: number;
}
export type ResourcesDateField = "ResourceDetailCaptureTime" | "ResourceCreationTime";
export interface ResourcesDateFilter {
  readonly FieldName?: ResourcesDateField | undefined;
  readonly Filter?: DateFilter | undefined;
}
export interface ResourcesFilters {
  readonly CompositeFilters?: readonly (ResourcesCompositeFilter)[] | undefined;
  readonly CompositeOperator?: AllowedOperators | undefined;
}
export type ResourcesMapField = "ResourceTags";
export interface ResourcesMapFilter {
  readonly FieldName?: ResourcesMapField | undefined;
  readonly Filter?: MapFilter | undefined;
}
export type ResourcesNumberField = "FindingsSummary.TotalFindings" | "FindingsSummary.Severities.Other" | "FindingsSummary.Severities.Fatal" | "FindingsSummary.Severities.Critical" | "FindingsSummary.Severities.High" | "FindingsSummary.Severities.Medium" | "FindingsSummary.Severities.Low" | "FindingsSummary.Severities.Informational" | "FindingsSummary.Severities.Unknown";
export interface ResourcesNumberFilter {
  readonly FieldName?: ResourcesNumberField | undefined;
  readonly Filter?: NumberFilter | undefined;
}
export type ResourcesStringField = "ResourceGuid" | "ResourceId" | "AccountId" | "Region" | "ResourceCategory" | "ResourceType" | "ResourceName" | "FindingsSummary.FindingType" | "FindingsSummary.ProductName";
export interface ResourcesStringFilter {
  readonly FieldName?: ResourcesStringField | undefined;
  readonly Filter?: StringFilter | undefined;
}
export interface ResourcesTrendsCompositeFilter {
  readonly StringFilters?: readonly (ResourcesTrendsStringFilter)[] | undefined;
  readonly NestedCompositeFilters?: readonly (ResourcesTrendsCompositeFilter)[] | undefined;
  readonly Operator?: AllowedOperators | undefined;
}
export interface ResourcesTrendsFilters {
  readonly CompositeFilters?: readonly (ResourcesTrendsCompositeFilter)[] | undefined;
  readonly CompositeOperator?: AllowedOperators | undefined;
}
export interface ResourcesTrendsMetricsResult {
  readonly Timestamp: Date;
  readonly TrendsValues: ResourcesTrendsValues;
}
export type ResourcesTrendsStringField = "account_id" | "region" | "resource_type" | "resource_category";
export interface ResourcesTrendsStringFilter {
  readonly FieldName?: ResourcesTrendsStringField | undefined;
  readonly Filter?: StringFilter | undefined;
}
export interface ResourcesTrendsValues {
  readonly ResourcesCount: ResourcesCount;
}
export interface Result {
  readonly AccountId?: string | undefined;
  readonly ProcessingResult?: string | undefined;
}
export interface RouteSetDetails {
  readonly CarrierGatewayId?: string | undefined;
  readonly CoreNetworkArn?: string | undefined;
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: string | undefined;
  readonly EgressOnlyInternetGatewayId?: string | undefined;
  readonly GatewayId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly InstanceOwnerId?: string | undefined;
  readonly LocalGatewayId?: string | undefined;
  readonly NatGatewayId?: string | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly Origin?: string | undefined;
  readonly State?: string | undefined;
  readonly TransitGatewayId?: string | undefined;
  readonly VpcPeeringConnectionId?: string | undefined;
}
export interface RuleGroupDetails {
  readonly RuleVariables?: RuleGroupVariables | undefined;
  readonly RulesSource?: RuleGroupSource | undefined;
}
export interface RuleGroupSource {
  readonly RulesSourceList?: RuleGroupSourceListDetails | undefined;
  readonly RulesString?: string | undefined;
  readonly StatefulRules?: readonly (RuleGroupSourceStatefulRulesDetails)[] | undefined;
  readonly StatelessRulesAndCustomActions?: RuleGroupSourceStatelessRulesAndCustomActionsDetails | undefined;
}
export interface RuleGroupSourceCustomActionsDetails {
  readonly ActionDefinition?: StatelessCustomActionDefinition | undefined;
  readonly ActionName?: string | undefined;
}
export interface RuleGroupSourceListDetails {
  readonly GeneratedRulesType?: string | undefined;
  readonly TargetTypes?: readonly (string)[] | undefined;
  readonly Targets?: readonly (string)[] | undefined;
}
export interface RuleGroupSourceStatefulRulesDetails {
  readonly Action?: string | undefined;
  readonly Header?: RuleGroupSourceStatefulRulesHeaderDetails | undefined;
  readonly RuleOptions?: readonly (RuleGroupSourceStatefulRulesOptionsDetails)[] | undefined;
}
export interface RuleGroupSourceStatefulRulesHeaderDetails {
  readonly Destination?: string | undefined;
  readonly DestinationPort?: string | undefined;
  readonly Direction?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Source?: string | undefined;
  readonly SourcePort?: string | undefined;
}
export interface RuleGroupSourceStatefulRulesOptionsDetails {
  readonly Keyword?: string | undefined;
  readonly Settings?: readonly (string)[] | undefined;
}
export interface RuleGroupSourceStatelessRuleDefinition {
  readonly Actions?: readonly (string)[] | undefined;
  readonly MatchAttributes?: RuleGroupSourceStatelessRuleMatchAttributes | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributes {
  readonly DestinationPorts?: readonly (RuleGroupSourceStatelessRuleMatchAttributesDestinationPorts)[] | undefined;
  readonly Destinations?: readonly (RuleGroupSourceStatelessRuleMatchAttributesDestinations)[] | undefined;
  readonly Protocols?: readonly (number)[] | undefined;
  readonly SourcePorts?: readonly (RuleGroupSourceStatelessRuleMatchAttributesSourcePorts)[] | undefined;
  readonly Sources?: readonly (RuleGroupSourceStatelessRuleMatchAttributesSources)[] | undefined;
  readonly TcpFlags?: readonly (RuleGroupSourceStatelessRuleMatchAttributesTcpFlags)[] | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributesDestinationPorts {
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributesDestinations {
  readonly AddressDefinition?: string | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributesSourcePorts {
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributesSources {
  readonly AddressDefinition?: string | undefined;
}
export interface RuleGroupSourceStatelessRuleMatchAttributesTcpFlags {
  readonly Flags?: readonly (string)[] | undefined;
  readonly Masks?: readonly (string)[] | undefined;
}
export interface RuleGroupSourceStatelessRulesAndCustomActionsDetails {
  readonly CustomActions?: readonly (RuleGroupSourceCustomActionsDetails)[] | undefined;
  readonly StatelessRules?: readonly (RuleGroupSourceStatelessRulesDetails)[] | undefined;
}
export interface RuleGroupSourceStatelessRulesDetails {
  readonly Priority?: number | undefined;
  readonly RuleDefinition?: RuleGroupSourceStatelessRuleDefinition | undefined;
}
export interface RuleGroupVariables {
  readonly IpSets?: RuleGroupVariablesIpSetsDetails | undefined;
  readonly PortSets?: RuleGroupVariablesPortSetsDetails | undefined;
}
export interface RuleGroupVariablesIpSetsDetails {
  readonly Definition?: readonly (string)[] | undefined;
}
export interface RuleGroupVariablesPortSetsDetails {
  readonly Definition?: readonly (string)[] | undefined;
}
export type RuleStatus = "ENABLED" | "DISABLED";
export type RuleStatusV2 = "ENABLED" | "DISABLED";
export interface SecurityControl {
  readonly SecurityControlId: string;
  readonly SecurityControlArn: string;
  readonly Title: string;
  readonly Description: string;
  readonly RemediationUrl: string;
  readonly SeverityRating: SeverityRating;
  readonly SecurityControlStatus: ControlStatus;
  readonly UpdateStatus?: UpdateStatus | undefined;
  readonly Parameters?: { readonly [key: string]: ParameterConfiguration } | undefined;
  readonly LastUpdateReason?: string | undefined;
}
export interface SecurityControlCustomParameter {
  readonly SecurityControlId?: string | undefined;
  readonly Parameters?: { readonly [key: string]: ParameterConfiguration } | undefined;
}
export interface SecurityControlDefinition {
  readonly SecurityControlId: string;
  readonly Title: string;
  readonly Description: string;
  readonly RemediationUrl: string;
  readonly SeverityRating: SeverityRating;
  readonly CurrentRegionAvailability: RegionAvailabilityStatus;
  readonly CustomizableProperties?: readonly (SecurityControlProperty)[] | undefined;
  readonly ParameterDefinitions?: { readonly [key: string]: ParameterDefinition } | undefined;
}
export interface SecurityControlParameter {
  readonly Name?: string | undefined;
  readonly Value?: readonly (string)[] | undefined;
}
export type SecurityControlProperty = "Parameters";
export interface SecurityControlsConfiguration {
  readonly EnabledSecurityControlIdentifiers?: readonly (string)[] | undefined;
  readonly DisabledSecurityControlIdentifiers?: readonly (string)[] | undefined;
  readonly SecurityControlCustomParameters?: readonly (SecurityControlCustomParameter)[] | undefined;
}
export type SecurityHubFeature = "SecurityHub" | "SecurityHubV2";
export interface SecurityHubPolicy {
  readonly ServiceEnabled?: boolean | undefined;
  readonly EnabledStandardIdentifiers?: readonly (string)[] | undefined;
  readonly SecurityControlsConfiguration?: SecurityControlsConfiguration | undefined;
}
export interface SensitiveDataDetections {
  readonly Count?: number | undefined;
  readonly Type?: string | undefined;
  readonly Occurrences?: Occurrences | undefined;
}
export interface SensitiveDataResult {
  readonly Category?: string | undefined;
  readonly Detections?: readonly (SensitiveDataDetections)[] | undefined;
  readonly TotalCount?: number | undefined;
}
export interface Sequence {
  readonly Uid?: string | undefined;
  readonly Actors?: readonly (Actor)[] | undefined;
  readonly Endpoints?: readonly (NetworkEndpoint)[] | undefined;
  readonly Signals?: readonly (Signal)[] | undefined;
  readonly SequenceIndicators?: readonly (Indicator)[] | undefined;
}
export interface ServiceNowDetail {
  readonly InstanceName?: string | undefined;
  readonly SecretArn: string;
  readonly AuthStatus: ConnectorAuthStatus;
}
export interface ServiceNowProviderConfiguration {
  readonly InstanceName: string;
  readonly SecretArn: string;
}
export interface ServiceNowUpdateConfiguration {
  readonly SecretArn?: string | undefined;
}
export interface Severity {
  readonly Product?: number | undefined;
  readonly Label?: SeverityLabel | undefined;
  readonly Normalized?: number | undefined;
  readonly Original?: string | undefined;
}
export type SeverityLabel = "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
export type SeverityRating = "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
export interface SeverityTrendsCount {
  readonly Unknown: number;
  readonly Informational: number;
  readonly Low: number;
  readonly Medium: number;
  readonly High: number;
  readonly Critical: number;
  readonly Fatal: number;
  readonly Other: number;
}
export interface SeverityUpdate {
  readonly Normalized?: number | undefined;
  readonly Product?: number | undefined;
  readonly Label?: SeverityLabel | undefined;
}
export interface Signal {
  readonly Type?: string | undefined;
  readonly Id?: string | undefined;
  readonly Title?: string | undefined;
  readonly ProductArn?: string | undefined;
  readonly ResourceIds?: readonly (string)[] | undefined;
  readonly SignalIndicators?: readonly (Indicator)[] | undefined;
  readonly Name?: string | undefined;
  readonly CreatedAt?: number | undefined;
  readonly UpdatedAt?: number | undefined;
  readonly FirstSeenAt?: number | undefined;
  readonly LastSeenAt?: number | undefined;
  readonly Severity?: number | undefined;
  readonly Count?: number | undefined;
  readonly ActorIds?: readonly (string)[] | undefined;
  readonly EndpointIds?: readonly (string)[] | undefined;
}
export interface SoftwarePackage {
  readonly Name?: string | undefined;
  readonly Version?: string | undefined;
  readonly Epoch?: string | undefined;
  readonly Release?: string | undefined;
  readonly Architecture?: string | undefined;
  readonly PackageManager?: string | undefined;
  readonly FilePath?: string | undefined;
  readonly FixedInVersion?: string | undefined;
  readonly Remediation?: string | undefined;
  readonly SourceLayerHash?: string | undefined;
  readonly SourceLayerArn?: string | undefined;
}
export interface SortCriterion {
  readonly Field?: string | undefined;
  readonly SortOrder?: SortOrder | undefined;
}
export type SortOrder = "asc" | "desc";
export interface Standard {
  readonly StandardsArn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly EnabledByDefault?: boolean | undefined;
  readonly StandardsManagedBy?: StandardsManagedBy | undefined;
}
export interface StandardsControl {
  readonly StandardsControlArn?: string | undefined;
  readonly ControlStatus?: ControlStatus | undefined;
  readonly DisabledReason?: string | undefined;
  readonly ControlStatusUpdatedAt?: Date | undefined;
  readonly ControlId?: string | undefined;
  readonly Title?: string | undefined;
  readonly Description?: string | undefined;
  readonly RemediationUrl?: string | undefined;
  readonly SeverityRating?: SeverityRating | undefined;
  readonly RelatedRequirements?: readonly (string)[] | undefined;
}
export interface StandardsControlAssociationDetail {
  readonly StandardsArn: string;
  readonly SecurityControlId: string;
  readonly SecurityControlArn: string;
  readonly AssociationStatus: AssociationStatus;
  readonly RelatedRequirements?: readonly (string)[] | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly UpdatedReason?: string | undefined;
  readonly StandardsControlTitle?: string | undefined;
  readonly StandardsControlDescription?: string | undefined;
  readonly StandardsControlArns?: readonly (string)[] | undefined;
}
export interface StandardsControlAssociationId {
  readonly SecurityControlId: string;
  readonly StandardsArn: string;
}
export interface StandardsControlAssociationSummary {
  readonly StandardsArn: string;
  readonly SecurityControlId: string;
  readonly SecurityControlArn: string;
  readonly AssociationStatus: AssociationStatus;
  readonly RelatedRequirements?: readonly (string)[] | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly UpdatedReason?: string | undefined;
  readonly StandardsControlTitle?: string | undefined;
  readonly StandardsControlDescription?: string | undefined;
}
export interface StandardsControlAssociationUpdate {
  readonly StandardsArn: string;
  readonly SecurityControlId: string;
  readonly AssociationStatus: AssociationStatus;
  readonly UpdatedReason?: string | undefined;
}
export type StandardsControlsUpdatable = "READY_FOR_UPDATES" | "NOT_READY_FOR_UPDATES";
export interface StandardsManagedBy {
  readonly Company?: string | undefined;
  readonly Product?: string | undefined;
}
export type StandardsStatus = "PENDING" | "READY" | "FAILED" | "DELETING" | "INCOMPLETE";
export interface StandardsStatusReason {
  readonly StatusReasonCode: StatusReasonCode;
}
export interface StandardsSubscription {
  readonly StandardsSubscriptionArn: string;
  readonly StandardsArn: string;
  readonly StandardsInput: { readonly [key: string]: string };
  readonly StandardsStatus: StandardsStatus;
  readonly StandardsControlsUpdatable?: StandardsControlsUpdatable | undefined;
  readonly StandardsStatusReason?: StandardsStatusReason | undefined;
}
export interface StandardsSubscriptionRequest {
  readonly StandardsArn: string;
  readonly StandardsInput?: { readonly [key: string]: string } | undefined;
}
export interface StartConfigurationPolicyAssociationRequest {
  readonly ConfigurationPolicyIdentifier: string;
  readonly Target: Target;
}
export interface StartConfigurationPolicyAssociationResponse {
  readonly ConfigurationPolicyId?: string | undefined;
  readonly TargetId?: string | undefined;
  readonly TargetType?: TargetType | undefined;
  readonly AssociationType?: AssociationType | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly AssociationStatus?: ConfigurationPolicyAssociationStatus | undefined;
  readonly AssociationStatusMessage?: string | undefined;
}
export interface StartConfigurationPolicyDisassociationRequest {
  readonly Target?: Target | undefined;
  readonly ConfigurationPolicyIdentifier: string;
}
export interface StartConfigurationPolicyDisassociationResponse {
}
export interface StatelessCustomActionDefinition {
  readonly PublishMetricAction?: StatelessCustomPublishMetricAction | undefined;
}
export interface StatelessCustomPublishMetricAction {
  readonly Dimensions?: readonly (StatelessCustomPublishMetricActionDimension)[] | undefined;
}
export interface StatelessCustomPublishMetricActionDimension {
  readonly Value?: string | undefined;
}
export interface StatusReason {
  readonly ReasonCode: string;
  readonly Description?: string | undefined;
}
export type StatusReasonCode = "NO_AVAILABLE_CONFIGURATION_RECORDER" | "MAXIMUM_NUMBER_OF_CONFIG_RULES_EXCEEDED" | "INTERNAL_ERROR";
export interface StringConfigurationOptions {
  readonly DefaultValue?: string | undefined;
  readonly Re2Expression?: string | undefined;
  readonly ExpressionDescription?: string | undefined;
}
export interface StringFilter {
  readonly Value?: string | undefined;
  readonly Comparison?: StringFilterComparison | undefined;
}
export type StringFilterComparison = "EQUALS" | "PREFIX" | "NOT_EQUALS" | "PREFIX_NOT_EQUALS" | "CONTAINS" | "NOT_CONTAINS" | "CONTAINS_WORD";
export interface StringListConfigurationOptions {
  readonly DefaultValue?: readonly (string)[] | undefined;
  readonly Re2Expression?: string | undefined;
  readonly MaxItems?: number | undefined;
  readonly ExpressionDescription?: string | undefined;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface Target {
  readonly AccountId?: string | undefined;
  readonly OrganizationalUnitId?: string | undefined;
  readonly RootId?: string | undefined;
}
export type TargetType = "ACCOUNT" | "ORGANIZATIONAL_UNIT" | "ROOT";
export interface Threat {
  readonly Name?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ItemCount?: number | undefined;
  readonly FilePaths?: readonly (FilePaths)[] | undefined;
}
export interface ThreatIntelIndicator {
  readonly Type?: ThreatIntelIndicatorType | undefined;
  readonly Value?: string | undefined;
  readonly Category?: ThreatIntelIndicatorCategory | undefined;
  readonly LastObservedAt?: string | undefined;
  readonly Source?: string | undefined;
  readonly SourceUrl?: string | undefined;
}
export type ThreatIntelIndicatorCategory = "BACKDOOR" | "CARD_STEALER" | "COMMAND_AND_CONTROL" | "DROP_SITE" | "EXPLOIT_SITE" | "KEYLOGGER";
export type ThreatIntelIndicatorType = "DOMAIN" | "EMAIL_ADDRESS" | "HASH_MD5" | "HASH_SHA1" | "HASH_SHA256" | "HASH_SHA512" | "IPV4_ADDRESS" | "IPV6_ADDRESS" | "MUTEX" | "PROCESS" | "URL";
export type TicketCreationMode = "DRYRUN";
export interface TrendsMetricsResult {
  readonly Timestamp: Date;
  readonly TrendsValues: TrendsValues;
}
export interface TrendsValues {
  readonly SeverityTrends: SeverityTrendsCount;
}
export interface UnprocessedAutomationRule {
  readonly RuleArn?: string | undefined;
  readonly ErrorCode?: number | undefined;
  readonly ErrorMessage?: string | undefined;
}
export interface UnprocessedConfigurationPolicyAssociation {
  readonly ConfigurationPolicyAssociationIdentifiers?: ConfigurationPolicyAssociation | undefined;
  readonly ErrorCode?: string | undefined;
  readonly ErrorReason?: string | undefined;
}
export type UnprocessedErrorCode = "INVALID_INPUT" | "ACCESS_DENIED" | "NOT_FOUND" | "RESOURCE_NOT_FOUND" | "LIMIT_EXCEEDED";
export interface UnprocessedSecurityControl {
  readonly SecurityControlId: string;
  readonly ErrorCode: UnprocessedErrorCode;
  readonly ErrorReason?: string | undefined;
}
export interface UnprocessedStandardsControlAssociation {
  readonly StandardsControlAssociationId: StandardsControlAssociationId;
  readonly ErrorCode: UnprocessedErrorCode;
  readonly ErrorReason?: string | undefined;
}
export interface UnprocessedStandardsControlAssociationUpdate {
  readonly StandardsControlAssociationUpdate: StandardsControlAssociationUpdate;
  readonly ErrorCode: UnprocessedErrorCode;
  readonly ErrorReason?: string | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UnusedPermissionsRecommendationStep {
  readonly RecommendedAction?: string | undefined;
  readonly ExistingPolicy?: string | undefined;
  readonly ExistingPolicyId?: string | undefined;
  readonly PolicyUpdatedAt?: Date | undefined;
  readonly RecommendedPolicy?: string | undefined;
}
export interface UpdateActionTargetRequest {
  readonly ActionTargetArn: string;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
}
export interface UpdateActionTargetResponse {
}
export interface UpdateAggregatorV2Request {
  readonly AggregatorV2Arn: string;
  readonly RegionLinkingMode: string;
  readonly LinkedRegions?: readonly (string)[] | undefined;
}
export interface UpdateAggregatorV2Response {
  readonly AggregatorV2Arn?: string | undefined;
  readonly AggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly LinkedRegions?: readonly (string)[] | undefined;
}
export interface UpdateAutomationRuleV2Request {
  readonly Identifier: string;
  readonly RuleStatus?: RuleStatusV2 | undefined;
  readonly RuleOrder?: number | undefined;
  readonly Description?: string | undefined;
  readonly RuleName?: string | undefined;
  readonly Criteria?: Criteria | undefined;
  readonly Actions?: readonly (AutomationRulesActionV2)[] | undefined;
}
export interface UpdateAutomationRuleV2Response {
}
export interface UpdateAutomationRulesRequestItem {
  readonly RuleArn: string;
  readonly RuleStatus?: RuleStatus | undefined;
  readonly RuleOrder?: number | undefined;
  readonly Description?: string | undefined;
  readonly RuleName?: string | undefined;
  readonly IsTerminal?: boolean | undefined;
  readonly Criteria?: AutomationRulesFindingFilters | undefined;
  readonly Actions?: readonly (AutomationRulesAction)[] | undefined;
}
export interface UpdateConfigurationPolicyRequest {
  readonly Identifier: string;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdatedReason?: string | undefined;
  readonly ConfigurationPolicy?: Policy | undefined;
}
export interface UpdateConfigurationPolicyResponse {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdatedAt?: Date | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly ConfigurationPolicy?: Policy | undefined;
}
export interface UpdateConnectorV2Request {
  readonly ConnectorId: string;
  readonly Description?: string | undefined;
  readonly Provider?: ProviderUpdateConfiguration | undefined;
}
export interface UpdateConnectorV2Response {
}
export interface UpdateFindingAggregatorRequest {
  readonly FindingAggregatorArn: string;
  readonly RegionLinkingMode: string;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface UpdateFindingAggregatorResponse {
  readonly FindingAggregatorArn?: string | undefined;
  readonly FindingAggregationRegion?: string | undefined;
  readonly RegionLinkingMode?: string | undefined;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface UpdateFindingsRequest {
  readonly Filters: AwsSecurityFindingFilters;
  readonly Note?: NoteUpdate | undefined;
  readonly RecordState?: RecordState | undefined;
}
export interface UpdateFindingsResponse {
}
export interface UpdateInsightRequest {
  readonly InsightArn: string;
  readonly Name?: string | undefined;
  readonly Filters?: AwsSecurityFindingFilters | undefined;
  readonly GroupByAttribute?: string | undefined;
}
export interface UpdateInsightResponse {
}
export interface UpdateOrganizationConfigurationRequest {
  readonly AutoEnable: boolean;
  readonly AutoEnableStandards?: AutoEnableStandards | undefined;
  readonly OrganizationConfiguration?: OrganizationConfiguration | undefined;
}
export interface UpdateOrganizationConfigurationResponse {
}
export interface UpdateSecurityControlRequest {
  readonly SecurityControlId: string;
  readonly Parameters: { readonly [key: string]: ParameterConfiguration };
  readonly LastUpdateReason?: string | undefined;
}
export interface UpdateSecurityControlResponse {
}
export interface UpdateSecurityHubConfigurationRequest {
  readonly AutoEnableControls?: boolean | undefined;
  readonly ControlFindingGenerator?: ControlFindingGenerator | undefined;
}
export interface UpdateSecurityHubConfigurationResponse {
}
export interface UpdateStandardsControlRequest {
  readonly StandardsControlArn: string;
  readonly ControlStatus?: ControlStatus | undefined;
  readonly DisabledReason?: string | undefined;
}
export interface UpdateStandardsControlResponse {
}
export type UpdateStatus = "READY" | "UPDATING";
export interface UserAccount {
  readonly Uid?: string | undefined;
  readonly Name?: string | undefined;
}
export type VerificationState = "UNKNOWN" | "TRUE_POSITIVE" | "FALSE_POSITIVE" | "BENIGN_POSITIVE";
export interface VolumeMount {
  readonly Name?: string | undefined;
  readonly MountPath?: string | undefined;
}
export interface VpcInfoCidrBlockSetDetails {
  readonly CidrBlock?: string | undefined;
}
export interface VpcInfoIpv6CidrBlockSetDetails {
  readonly Ipv6CidrBlock?: string | undefined;
}
export interface VpcInfoPeeringOptionsDetails {
  readonly AllowDnsResolutionFromRemoteVpc?: boolean | undefined;
  readonly AllowEgressFromLocalClassicLinkToRemoteVpc?: boolean | undefined;
  readonly AllowEgressFromLocalVpcToRemoteClassicLink?: boolean | undefined;
}
export interface Vulnerability {
  readonly Id: string;
  readonly VulnerablePackages?: readonly (SoftwarePackage)[] | undefined;
  readonly Cvss?: readonly (Cvss)[] | undefined;
  readonly RelatedVulnerabilities?: readonly (string)[] | undefined;
  readonly Vendor?: VulnerabilityVendor | undefined;
  readonly ReferenceUrls?: readonly (string)[] | undefined;
  readonly FixAvailable?: VulnerabilityFixAvailable | undefined;
  readonly EpssScore?: number | undefined;
  readonly ExploitAvailable?: VulnerabilityExploitAvailable | undefined;
  readonly LastKnownExploitAt?: string | undefined;
  readonly CodeVulnerabilities?: readonly (VulnerabilityCodeVulnerabilities)[] | undefined;
}
export interface VulnerabilityCodeVulnerabilities {
  readonly Cwes?: readonly (string)[] | undefined;
  readonly FilePath?: CodeVulnerabilitiesFilePath | undefined;
  readonly SourceArn?: string | undefined;
}
export type VulnerabilityExploitAvailable = "YES" | "NO";
export type VulnerabilityFixAvailable = "YES" | "NO" | "PARTIAL";
export interface VulnerabilityVendor {
  readonly Name: string;
  readonly Url?: string | undefined;
  readonly VendorSeverity?: string | undefined;
  readonly VendorCreatedAt?: string | undefined;
  readonly VendorUpdatedAt?: string | undefined;
}
export interface WafAction {
  readonly Type?: string | undefined;
}
export interface WafExcludedRule {
  readonly RuleId?: string | undefined;
}
export interface WafOverrideAction {
  readonly Type?: string | undefined;
}
export interface Workflow {
  readonly Status?: WorkflowStatus | undefined;
}
export type WorkflowState = "NEW" | "ASSIGNED" | "IN_PROGRESS" | "DEFERRED" | "RESOLVED";
export type WorkflowStatus = "NEW" | "NOTIFIED" | "RESOLVED" | "SUPPRESSED";
export interface WorkflowUpdate {
  readonly Status?: WorkflowStatus | undefined;
}

export interface SecurityhubOperations {
  readonly AcceptAdministratorInvitation: { readonly input: AcceptAdministratorInvitationRequest; readonly output: AcceptAdministratorInvitationResponse };
  readonly AcceptInvitation: { readonly input: AcceptInvitationRequest; readonly output: AcceptInvitationResponse };
  readonly BatchDeleteAutomationRules: { readonly input: BatchDeleteAutomationRulesRequest; readonly output: BatchDeleteAutomationRulesResponse };
  readonly BatchDisableStandards: { readonly input: BatchDisableStandardsRequest; readonly output: BatchDisableStandardsResponse };
  readonly BatchEnableStandards: { readonly input: BatchEnableStandardsRequest; readonly output: BatchEnableStandardsResponse };
  readonly BatchGetAutomationRules: { readonly input: BatchGetAutomationRulesRequest; readonly output: BatchGetAutomationRulesResponse };
  readonly BatchGetConfigurationPolicyAssociations: { readonly input: BatchGetConfigurationPolicyAssociationsRequest; readonly output: BatchGetConfigurationPolicyAssociationsResponse };
  readonly BatchGetSecurityControls: { readonly input: BatchGetSecurityControlsRequest; readonly output: BatchGetSecurityControlsResponse };
  readonly BatchGetStandardsControlAssociations: { readonly input: BatchGetStandardsControlAssociationsRequest; readonly output: BatchGetStandardsControlAssociationsResponse };
  readonly BatchImportFindings: { readonly input: BatchImportFindingsRequest; readonly output: BatchImportFindingsResponse };
  readonly BatchUpdateAutomationRules: { readonly input: BatchUpdateAutomationRulesRequest; readonly output: BatchUpdateAutomationRulesResponse };
  readonly BatchUpdateFindings: { readonly input: BatchUpdateFindingsRequest; readonly output: BatchUpdateFindingsResponse };
  readonly BatchUpdateFindingsV2: { readonly input: BatchUpdateFindingsV2Request; readonly output: BatchUpdateFindingsV2Response };
  readonly BatchUpdateStandardsControlAssociations: { readonly input: BatchUpdateStandardsControlAssociationsRequest; readonly output: BatchUpdateStandardsControlAssociationsResponse };
  readonly CreateActionTarget: { readonly input: CreateActionTargetRequest; readonly output: CreateActionTargetResponse };
  readonly CreateAggregatorV2: { readonly input: CreateAggregatorV2Request; readonly output: CreateAggregatorV2Response };
  readonly CreateAutomationRule: { readonly input: CreateAutomationRuleRequest; readonly output: CreateAutomationRuleResponse };
  readonly CreateAutomationRuleV2: { readonly input: CreateAutomationRuleV2Request; readonly output: CreateAutomationRuleV2Response };
  readonly CreateConfigurationPolicy: { readonly input: CreateConfigurationPolicyRequest; readonly output: CreateConfigurationPolicyResponse };
  readonly CreateConnectorV2: { readonly input: CreateConnectorV2Request; readonly output: CreateConnectorV2Response };
  readonly CreateFindingAggregator: { readonly input: CreateFindingAggregatorRequest; readonly output: CreateFindingAggregatorResponse };
  readonly CreateInsight: { readonly input: CreateInsightRequest; readonly output: CreateInsightResponse };
  readonly CreateMembers: { readonly input: CreateMembersRequest; readonly output: CreateMembersResponse };
  readonly CreateTicketV2: { readonly input: CreateTicketV2Request; readonly output: CreateTicketV2Response };
  readonly DeclineInvitations: { readonly input: DeclineInvitationsRequest; readonly output: DeclineInvitationsResponse };
  readonly DeleteActionTarget: { readonly input: DeleteActionTargetRequest; readonly output: DeleteActionTargetResponse };
  readonly DeleteAggregatorV2: { readonly input: DeleteAggregatorV2Request; readonly output: DeleteAggregatorV2Response };
  readonly DeleteAutomationRuleV2: { readonly input: DeleteAutomationRuleV2Request; readonly output: DeleteAutomationRuleV2Response };
  readonly DeleteConfigurationPolicy: { readonly input: DeleteConfigurationPolicyRequest; readonly output: DeleteConfigurationPolicyResponse };
  readonly DeleteConnectorV2: { readonly input: DeleteConnectorV2Request; readonly output: DeleteConnectorV2Response };
  readonly DeleteFindingAggregator: { readonly input: DeleteFindingAggregatorRequest; readonly output: DeleteFindingAggregatorResponse };
  readonly DeleteInsight: { readonly input: DeleteInsightRequest; readonly output: DeleteInsightResponse };
  readonly DeleteInvitations: { readonly input: DeleteInvitationsRequest; readonly output: DeleteInvitationsResponse };
  readonly DeleteMembers: { readonly input: DeleteMembersRequest; readonly output: DeleteMembersResponse };
  readonly DescribeActionTargets: { readonly input: DescribeActionTargetsRequest; readonly output: DescribeActionTargetsResponse };
  readonly DescribeHub: { readonly input: DescribeHubRequest; readonly output: DescribeHubResponse };
  readonly DescribeOrganizationConfiguration: { readonly input: DescribeOrganizationConfigurationRequest; readonly output: DescribeOrganizationConfigurationResponse };
  readonly DescribeProducts: { readonly input: DescribeProductsRequest; readonly output: DescribeProductsResponse };
  readonly DescribeProductsV2: { readonly input: DescribeProductsV2Request; readonly output: DescribeProductsV2Response };
  readonly DescribeSecurityHubV2: { readonly input: DescribeSecurityHubV2Request; readonly output: DescribeSecurityHubV2Response };
  readonly DescribeStandards: { readonly input: DescribeStandardsRequest; readonly output: DescribeStandardsResponse };
  readonly DescribeStandardsControls: { readonly input: DescribeStandardsControlsRequest; readonly output: DescribeStandardsControlsResponse };
  readonly DisableImportFindingsForProduct: { readonly input: DisableImportFindingsForProductRequest; readonly output: DisableImportFindingsForProductResponse };
  readonly DisableOrganizationAdminAccount: { readonly input: DisableOrganizationAdminAccountRequest; readonly output: DisableOrganizationAdminAccountResponse };
  readonly DisableSecurityHub: { readonly input: DisableSecurityHubRequest; readonly output: DisableSecurityHubResponse };
  readonly DisableSecurityHubV2: { readonly input: DisableSecurityHubV2Request; readonly output: DisableSecurityHubV2Response };
  readonly DisassociateFromAdministratorAccount: { readonly input: DisassociateFromAdministratorAccountRequest; readonly output: DisassociateFromAdministratorAccountResponse };
  readonly DisassociateFromMasterAccount: { readonly input: DisassociateFromMasterAccountRequest; readonly output: DisassociateFromMasterAccountResponse };
  readonly DisassociateMembers: { readonly input: DisassociateMembersRequest; readonly output: DisassociateMembersResponse };
  readonly EnableImportFindingsForProduct: { readonly input: EnableImportFindingsForProductRequest; readonly output: EnableImportFindingsForProductResponse };
  readonly EnableOrganizationAdminAccount: { readonly input: EnableOrganizationAdminAccountRequest; readonly output: EnableOrganizationAdminAccountResponse };
  readonly EnableSecurityHub: { readonly input: EnableSecurityHubRequest; readonly output: EnableSecurityHubResponse };
  readonly EnableSecurityHubV2: { readonly input: EnableSecurityHubV2Request; readonly output: EnableSecurityHubV2Response };
  readonly GenerateRecommendedPolicyV2: { readonly input: GenerateRecommendedPolicyV2Request; readonly output: GenerateRecommendedPolicyV2Response };
  readonly GetAdministratorAccount: { readonly input: GetAdministratorAccountRequest; readonly output: GetAdministratorAccountResponse };
  readonly GetAggregatorV2: { readonly input: GetAggregatorV2Request; readonly output: GetAggregatorV2Response };
  readonly GetAutomationRuleV2: { readonly input: GetAutomationRuleV2Request; readonly output: GetAutomationRuleV2Response };
  readonly GetConfigurationPolicy: { readonly input: GetConfigurationPolicyRequest; readonly output: GetConfigurationPolicyResponse };
  readonly GetConfigurationPolicyAssociation: { readonly input: GetConfigurationPolicyAssociationRequest; readonly output: GetConfigurationPolicyAssociationResponse };
  readonly GetConnectorV2: { readonly input: GetConnectorV2Request; readonly output: GetConnectorV2Response };
  readonly GetEnabledStandards: { readonly input: GetEnabledStandardsRequest; readonly output: GetEnabledStandardsResponse };
  readonly GetFindingAggregator: { readonly input: GetFindingAggregatorRequest; readonly output: GetFindingAggregatorResponse };
  readonly GetFindingHistory: { readonly input: GetFindingHistoryRequest; readonly output: GetFindingHistoryResponse };
  readonly GetFindingStatisticsV2: { readonly input: GetFindingStatisticsV2Request; readonly output: GetFindingStatisticsV2Response };
  readonly GetFindings: { readonly input: GetFindingsRequest; readonly output: GetFindingsResponse };
  readonly GetFindingsTrendsV2: { readonly input: GetFindingsTrendsV2Request; readonly output: GetFindingsTrendsV2Response };
  readonly GetFindingsV2: { readonly input: GetFindingsV2Request; readonly output: GetFindingsV2Response };
  readonly GetInsightResults: { readonly input: GetInsightResultsRequest; readonly output: GetInsightResultsResponse };
  readonly GetInsights: { readonly input: GetInsightsRequest; readonly output: GetInsightsResponse };
  readonly GetInvitationsCount: { readonly input: GetInvitationsCountRequest; readonly output: GetInvitationsCountResponse };
  readonly GetMasterAccount: { readonly input: GetMasterAccountRequest; readonly output: GetMasterAccountResponse };
  readonly GetMembers: { readonly input: GetMembersRequest; readonly output: GetMembersResponse };
  readonly GetRecommendedPolicyV2: { readonly input: GetRecommendedPolicyV2Request; readonly output: GetRecommendedPolicyV2Response };
  readonly GetResourcesStatisticsV2: { readonly input: GetResourcesStatisticsV2Request; readonly output: GetResourcesStatisticsV2Response };
  readonly GetResourcesTrendsV2: { readonly input: GetResourcesTrendsV2Request; readonly output: GetResourcesTrendsV2Response };
  readonly GetResourcesV2: { readonly input: GetResourcesV2Request; readonly output: GetResourcesV2Response };
  readonly GetSecurityControlDefinition: { readonly input: GetSecurityControlDefinitionRequest; readonly output: GetSecurityControlDefinitionResponse };
  readonly InviteMembers: { readonly input: InviteMembersRequest; readonly output: InviteMembersResponse };
  readonly ListAggregatorsV2: { readonly input: ListAggregatorsV2Request; readonly output: ListAggregatorsV2Response };
  readonly ListAutomationRules: { readonly input: ListAutomationRulesRequest; readonly output: ListAutomationRulesResponse };
  readonly ListAutomationRulesV2: { readonly input: ListAutomationRulesV2Request; readonly output: ListAutomationRulesV2Response };
  readonly ListConfigurationPolicies: { readonly input: ListConfigurationPoliciesRequest; readonly output: ListConfigurationPoliciesResponse };
  readonly ListConfigurationPolicyAssociations: { readonly input: ListConfigurationPolicyAssociationsRequest; readonly output: ListConfigurationPolicyAssociationsResponse };
  readonly ListConnectorsV2: { readonly input: ListConnectorsV2Request; readonly output: ListConnectorsV2Response };
  readonly ListEnabledProductsForImport: { readonly input: ListEnabledProductsForImportRequest; readonly output: ListEnabledProductsForImportResponse };
  readonly ListFindingAggregators: { readonly input: ListFindingAggregatorsRequest; readonly output: ListFindingAggregatorsResponse };
  readonly ListInvitations: { readonly input: ListInvitationsRequest; readonly output: ListInvitationsResponse };
  readonly ListMembers: { readonly input: ListMembersRequest; readonly output: ListMembersResponse };
  readonly ListOrganizationAdminAccounts: { readonly input: ListOrganizationAdminAccountsRequest; readonly output: ListOrganizationAdminAccountsResponse };
  readonly ListSecurityControlDefinitions: { readonly input: ListSecurityControlDefinitionsRequest; readonly output: ListSecurityControlDefinitionsResponse };
  readonly ListStandardsControlAssociations: { readonly input: ListStandardsControlAssociationsRequest; readonly output: ListStandardsControlAssociationsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly RegisterConnectorV2: { readonly input: RegisterConnectorV2Request; readonly output: RegisterConnectorV2Response };
  readonly StartConfigurationPolicyAssociation: { readonly input: StartConfigurationPolicyAssociationRequest; readonly output: StartConfigurationPolicyAssociationResponse };
  readonly StartConfigurationPolicyDisassociation: { readonly input: StartConfigurationPolicyDisassociationRequest; readonly output: StartConfigurationPolicyDisassociationResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateActionTarget: { readonly input: UpdateActionTargetRequest; readonly output: UpdateActionTargetResponse };
  readonly UpdateAggregatorV2: { readonly input: UpdateAggregatorV2Request; readonly output: UpdateAggregatorV2Response };
  readonly UpdateAutomationRuleV2: { readonly input: UpdateAutomationRuleV2Request; readonly output: UpdateAutomationRuleV2Response };
  readonly UpdateConfigurationPolicy: { readonly input: UpdateConfigurationPolicyRequest; readonly output: UpdateConfigurationPolicyResponse };
  readonly UpdateConnectorV2: { readonly input: UpdateConnectorV2Request; readonly output: UpdateConnectorV2Response };
  readonly UpdateFindingAggregator: { readonly input: UpdateFindingAggregatorRequest; readonly output: UpdateFindingAggregatorResponse };
  readonly UpdateFindings: { readonly input: UpdateFindingsRequest; readonly output: UpdateFindingsResponse };
  readonly UpdateInsight: { readonly input: UpdateInsightRequest; readonly output: UpdateInsightResponse };
  readonly UpdateOrganizationConfiguration: { readonly input: UpdateOrganizationConfigurationRequest; readonly output: UpdateOrganizationConfigurationResponse };
  readonly UpdateSecurityControl: { readonly input: UpdateSecurityControlRequest; readonly output: UpdateSecurityControlResponse };
  readonly UpdateSecurityHubConfiguration: { readonly input: UpdateSecurityHubConfigurationRequest; readonly output: UpdateSecurityHubConfigurationResponse };
  readonly UpdateStandardsControl: { readonly input: UpdateStandardsControlRequest; readonly output: UpdateStandardsControlResponse };
}
