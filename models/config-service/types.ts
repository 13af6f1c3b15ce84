// Generated from the API model of Config Service; see scripts/generate-models.

export interface AccountAggregationSource {
  readonly AccountIds: readonly (string)[];
  readonly AllAwsRegions?: boolean | undefined;
  readonly AwsRegions?: readonly (string)[] | undefined;
}
export interface AggregateComplianceByConfigRule {
  readonly ConfigRuleName?: string | undefined;
  readonly Compliance?: Compliance | undefined;
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export interface AggregateComplianceByConformancePack {
  readonly ConformancePackName?: string | undefined;
  readonly Compliance?: AggregateConformancePackCompliance | undefined;
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export interface AggregateComplianceCount {
  readonly GroupName?: string | undefined;
  readonly ComplianceSummary?: ComplianceSummary | undefined;
}
export interface AggregateConformancePackCompliance {
  readonly ComplianceType?: ConformancePackComplianceType | undefined;
  readonly CompliantRuleCount?: number | undefined;
  readonly NonCompliantRuleCount?: number | undefined;
  readonly TotalRuleCount?: number | undefined;
}
export interface AggregateConformancePackComplianceCount {
  readonly CompliantConformancePackCount?: number | undefined;
  readonly NonCompliantConformancePackCount?: number | undefined;
}
export interface AggregateConformancePackComplianceFilters {
  readonly ConformancePackName?: string | undefined;
  readonly ComplianceType?: ConformancePackComplianceType | undefined;
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export interface AggregateConformancePackComplianceSummary {
  readonly ComplianceSummary?: AggregateConformancePackComplianceCount | undefined;
  readonly GroupName?: string | undefined;
}
export interface AggregateConformancePackComplianceSummaryFilters {
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export type AggregateConformancePackComplianceSummaryGroupKey = "ACCOUNT_ID" | "AWS_REGION";
export interface AggregateEvaluationResult {
  readonly EvaluationResultIdentifier?: EvaluationResultIdentifier | undefined;
  readonly ComplianceType?: ComplianceType | undefined;
  readonly ResultRecordedTime?: Date | undefined;
  readonly ConfigRuleInvokedTime?: Date | undefined;
  readonly Annotation?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export interface AggregateResourceIdentifier {
  readonly SourceAccountId: string;
  readonly SourceRegion: string;
  readonly ResourceId: string;
  readonly ResourceType: ResourceType;
  readonly ResourceName?: string | undefined;
}
export interface AggregatedSourceStatus {
  readonly SourceId?: string | undefined;
  readonly SourceType?: AggregatedSourceType | undefined;
  readonly AwsRegion?: string | undefined;
  readonly LastUpdateStatus?: AggregatedSourceStatusType | undefined;
  readonly LastUpdateTime?: Date | undefined;
  readonly LastErrorCode?: string | undefined;
  readonly LastErrorMessage?: string | undefined;
}
export type AggregatedSourceStatusType = "FAILED" | "SUCCEEDED" | "OUTDATED";
export type AggregatedSourceType = "ACCOUNT" | "ORGANIZATION";
export interface AggregationAuthorization {
  readonly AggregationAuthorizationArn?: string | undefined;
  readonly AuthorizedAccountId?: string | undefined;
  readonly AuthorizedAwsRegion?: string | undefined;
  readonly CreationTime?: Date | undefined;
}
export interface AggregatorFilterResourceType {
  readonly Type?: AggregatorFilterType | undefined;
  readonly Value?: readonly (string)[] | undefined;
}
export interface AggregatorFilterServicePrincipal {
  readonly Type?: AggregatorFilterType | undefined;
  readonly Value?: readonly (string)[] | undefined;
}
export type AggregatorFilterType = "INCLUDE";
export interface AggregatorFilters {
  readonly ResourceType?: AggregatorFilterResourceType | undefined;
  readonly ServicePrincipal?: AggregatorFilterServicePrincipal | undefined;
}
export interface AssociateResourceTypesRequest {
  readonly ConfigurationRecorderArn: string;
  readonly ResourceTypes: readonly (ResourceType)[];
}
export interface AssociateResourceTypesResponse {
  readonly ConfigurationRecorder: ConfigurationRecorder;
}
export interface BaseConfigurationItem {
  readonly version?: string | undefined;
  readonly accountId?: string | undefined;
  readonly configurationItemCaptureTime?: Date | undefined;
  readonly configurationItemStatus?: ConfigurationItemStatus | undefined;
  readonly configurationStateId?: string | undefined;
  readonly arn?: string | undefined;
  readonly resourceType?: ResourceType | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly awsRegion?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly resourceCreationTime?: Date | undefined;
  readonly configuration?: string | undefined;
  readonly supplementaryConfiguration?: { readonly [key: string]: string } | undefined;
  readonly recordingFrequency?: RecordingFrequency | undefined;
  readonly configurationItemDeliveryTime?: Date | undefined;
}
export interface BatchGetAggregateResourceConfigRequest {
  readonly ConfigurationAggregatorName: string;
  readonly ResourceIdentifiers: readonly (AggregateResourceIdentifier)[];
}
export interface BatchGetAggregateResourceConfigResponse {
  readonly BaseConfigurationItems?: readonly (BaseConfigurationItem)[] | undefined;
  readonly UnprocessedResourceIdentifiers?: readonly (AggregateResourceIdentifier)[] | undefined;
}
export interface BatchGetResourceConfigRequest {
  readonly resourceKeys: readonly (ResourceKey)[];
}
export interface BatchGetResourceConfigResponse {
  readonly baseConfigurationItems?: readonly (BaseConfigurationItem)[] | undefined;
  readonly unprocessedResourceKeys?: readonly (ResourceKey)[] | undefined;
}
export type ChronologicalOrder = "Reverse" | "Forward";
export interface Compliance {
  readonly ComplianceType?: ComplianceType | undefined;
  readonly ComplianceContributorCount?: ComplianceContributorCount | undefined;
}
export interface ComplianceByConfigRule {
  readonly ConfigRuleName?: string | undefined;
  readonly Compliance?: Compliance | undefined;
}
export interface ComplianceByResource {
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Compliance?: Compliance | undefined;
}
export interface ComplianceContributorCount {
  readonly CappedCount?: number | undefined;
  readonly CapExceeded?: boolean | undefined;
}
export interface ComplianceSummary {
  readonly CompliantResourceCount?: ComplianceContributorCount | undefined;
  readonly NonCompliantResourceCount?: ComplianceContributorCount | undefined;
  readonly ComplianceSummaryTimestamp?: Date | undefined;
}
export interface ComplianceSummaryByResourceType {
  readonly ResourceType?: string | undefined;
  readonly ComplianceSummary?: ComplianceSummary | undefined;
}
export type ComplianceType = "COMPLIANT" | "NON_COMPLIANT" | "NOT_APPLICABLE" | "INSUFFICIENT_DATA";
export interface ConfigExportDeliveryInfo {
  readonly lastStatus?: DeliveryStatus | undefined;
  readonly lastErrorCode?: string | undefined;
  readonly lastErrorMessage?: string | undefined;
  readonly lastAttemptTime?: Date | undefined;
  readonly lastSuccessfulTime?: Date | undefined;
  readonly nextDeliveryTime?: Date | undefined;
}
export interface ConfigRule {
  readonly ConfigRuleName?: string | undefined;
  readonly ConfigRuleArn?: string | undefined;
  readonly ConfigRuleId?: string | undefined;
  readonly Description?: string | undefined;
  readonly Scope?: Scope | undefined;
  readonly Source: Source;
  readonly InputParameters?: string | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
  readonly ConfigRuleState?: ConfigRuleState | undefined;
  readonly CreatedBy?: string | undefined;
  readonly EvaluationModes?: readonly (EvaluationModeConfiguration)[] | undefined;
}
export interface ConfigRuleComplianceFilters {
  readonly ConfigRuleName?: string | undefined;
  readonly ComplianceType?: ComplianceType | undefined;
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export interface ConfigRuleComplianceSummaryFilters {
  readonly AccountId?: string | undefined;
  readonly AwsRegion?: string | undefined;
}
export type ConfigRuleComplianceSummaryGroupKey = "ACCOUNT_ID" | "AWS_REGION";
export interface ConfigRuleEvaluationStatus {
  readonly ConfigRuleName?: string | undefined;
  readonly ConfigRuleArn?: string | undefined;
  readonly ConfigRuleId?: string | undefined;
  readonly LastSuccessfulInvocationTime?: Date | undefined;
  readonly LastFailedInvocationTime?: Date | undefined;
  readonly LastSuccessfulEvaluationTime?: Date | undefined;
  readonly LastFailedEvaluationTime?: Date | undefined;
  readonly FirstActivatedTime?: Date | undefined;
  readonly LastDeactivatedTime?: Date | undefined;
  readonly LastErrorCode?: string | undefined;
  readonly LastErrorMessage?: string | undefined;
  readonly FirstEvaluationStarted?: boolean | undefined;
  readonly LastDebugLogDeliveryStatus?: string | undefined;
  readonly LastDebugLogDeliveryStatusReason?: string | undefined;
  readonly LastDebugLogDeliveryTime?: Date | undefined;
}
export type ConfigRuleState = "ACTIVE" | "DELETING" | "DELETING_RESULTS" | "EVALUATING";
export interface ConfigSnapshotDeliveryProperties {
  readonly deliveryFrequency?: MaximumExecutionFrequency | undefined;
}
export interface ConfigStreamDeliveryInfo {
  readonly lastStatus?: DeliveryStatus | undefined;
  readonly lastErrorCode?: string | undefined;
  readonly lastErrorMessage?: string | undefined;
  readonly lastStatusChangeTime?: Date | undefined;
}
export interface ConfigurationAggregator {
  readonly ConfigurationAggregatorName?: string | undefined;
  readonly ConfigurationAggregatorArn?: string | undefined;
  readonly AccountAggregationSources?: readonly (AccountAggregationSource)[] | undefined;
  readonly OrganizationAggregationSource?: OrganizationAggregationSource | undefined;
  readonly CreationTime?: Date | undefined;
  readonly LastUpdatedTime?: Date | undefined;
  readonly CreatedBy?: string | undefined;
  readonly AggregatorFilters?: AggregatorFilters | undefined;
}
export interface ConfigurationItem {
  readonly version?: string | undefined;
  readonly accountId?: string | undefined;
  readonly configurationItemCaptureTime?: Date | undefined;
  readonly configurationItemStatus?: ConfigurationItemStatus | undefined;
  readonly configurationStateId?: string | undefined;
  readonly configurationItemMD5Hash?: string | undefined;
  readonly arn?: string | undefined;
  readonly resourceType?: ResourceType | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly awsRegion?: string | undefined;
  readonly availabilityZone?: string | undefined;
  readonly resourceCreationTime?: Date | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly relatedEvents?: readonly (string)[] | undefined;
  readonly relationships?: readonly (Relationship)[] | undefined;
  readonly configuration?: string | undefined;
  readonly supplementaryConfiguration?: { readonly [key: string]: string } | undefined;
  readonly recordingFrequency?: RecordingFrequency | undefined;
  readonly configurationItemDeliveryTime?: Date | undefined;
}
export type ConfigurationItemStatus = "OK" | "ResourceDiscovered" | "ResourceNotRecorded" | "ResourceDeleted" | "ResourceDeletedNotRecorded";
export interface ConfigurationRecorder {
  readonly arn?: string | undefined;
  readonly name?: string | undefined;
  readonly roleARN?: string | undefined;
  readonly recordingGroup?: RecordingGroup | undefined;
  readonly recordingMode?: RecordingMode | undefined;
  readonly recordingScope?: RecordingScope | undefined;
  readonly servicePrincipal?: string | undefined;
}
export interface ConfigurationRecorderFilter {
  readonly filterName?: ConfigurationRecorderFilterName | undefined;
  readonly filterValue?: readonly (string)[] | undefined;
}
export type ConfigurationRecorderFilterName = "recordingScope";
export interface ConfigurationRecorderStatus {
  readonly arn?: string | undefined;
  readonly name?: string | undefined;
  readonly lastStartTime?: Date | undefined;
  readonly lastStopTime?: Date | undefined;
  readonly recording?: boolean | undefined;
  readonly lastStatus?: RecorderStatus | undefined;
  readonly lastErrorCode?: string | undefined;
  readonly lastErrorMessage?: string | undefined;
  readonly lastStatusChangeTime?: Date | undefined;
  readonly servicePrincipal?: string | undefined;
}
export interface ConfigurationRecorderSummary {
  readonly arn: string;
  readonly name: string;
  readonly servicePrincipal?: string | undefined;
  readonly recordingScope: RecordingScope;
}
export interface ConformancePackComplianceFilters {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
  readonly ComplianceType?: ConformancePackComplianceType | undefined;
}
export interface ConformancePackComplianceScore {
  readonly Score?: string | undefined;
  readonly ConformancePackName?: string | undefined;
  readonly LastUpdatedTime?: Date | undefined;
}
export interface ConformancePackComplianceScoresFilters {
  readonly ConformancePackNames: readonly (string)[];
}
export interface ConformancePackComplianceSummary {
  readonly ConformancePackName: string;
  readonly ConformancePackComplianceStatus: ConformancePackComplianceType;
}
export type ConformancePackComplianceType = "COMPLIANT" | "NON_COMPLIANT" | "INSUFFICIENT_DATA";
export interface ConformancePackDetail {
  readonly ConformancePackName: string;
  readonly ConformancePackArn: string;
  readonly ConformancePackId: string;
  readonly DeliveryS3Bucket?: string | undefined;
  readonly DeliveryS3KeyPrefix?: string | undefined;
  readonly ConformancePackInputParameters?: readonly (ConformancePackInputParameter)[] | undefined;
  readonly LastUpdateRequestedTime?: Date | undefined;
  readonly CreatedBy?: string | undefined;
  readonly TemplateSSMDocumentDetails?: TemplateSSMDocumentDetails | undefined;
}
export interface ConformancePackEvaluationFilters {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
  readonly ComplianceType?: ConformancePackComplianceType | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceIds?: readonly (string)[] | undefined;
}
export interface ConformancePackEvaluationResult {
  readonly ComplianceType: ConformancePackComplianceType;
  readonly EvaluationResultIdentifier: EvaluationResultIdentifier;
  readonly ConfigRuleInvokedTime: Date;
  readonly ResultRecordedTime: Date;
  readonly Annotation?: string | undefined;
}
export interface ConformancePackInputParameter {
  readonly ParameterName: string;
  readonly ParameterValue: string;
}
export interface ConformancePackRuleCompliance {
  readonly ConfigRuleName?: string | undefined;
  readonly ComplianceType?: ConformancePackComplianceType | undefined;
  readonly Controls?: readonly (string)[] | undefined;
}
export type ConformancePackState = "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "CREATE_FAILED" | "DELETE_IN_PROGRESS" | "DELETE_FAILED";
export interface ConformancePackStatusDetail {
  readonly ConformancePackName: string;
  readonly ConformancePackId: string;
  readonly ConformancePackArn: string;
  readonly ConformancePackState: ConformancePackState;
  readonly StackArn: string;
  readonly ConformancePackStatusReason?: string | undefined;
  readonly LastUpdateRequestedTime: Date;
  readonly LastUpdateCompletedTime?: Date | undefined;
}
export interface CustomPolicyDetails {
  readonly PolicyRuntime: string;
  readonly PolicyText: string;
  readonly EnableDebugLogDelivery?: boolean | undefined;
}
export interface DeleteAggregationAuthorizationRequest {
  readonly AuthorizedAccountId: string;
  readonly AuthorizedAwsRegion: string;
}
export interface DeleteConfigRuleRequest {
  readonly ConfigRuleName: string;
}
export interface DeleteConfigurationAggregatorRequest {
  readonly ConfigurationAggregatorName: string;
}
export interface DeleteConfigurationRecorderRequest {
  readonly ConfigurationRecorderName: string;
}
export interface DeleteConformancePackRequest {
  readonly ConformancePackName: string;
}
export interface DeleteDeliveryChannelRequest {
  readonly DeliveryChannelName: string;
}
export interface DeleteEvaluationResultsRequest {
  readonly ConfigRuleName: string;
}
export interface DeleteEvaluationResultsResponse {
}
export interface DeleteOrganizationConfigRuleRequest {
  readonly OrganizationConfigRuleName: string;
}
export interface DeleteOrganizationConformancePackRequest {
  readonly OrganizationConformancePackName: string;
}
export interface DeletePendingAggregationRequestRequest {
  readonly RequesterAccountId: string;
  readonly RequesterAwsRegion: string;
}
export interface DeleteRemediationConfigurationRequest {
  readonly ConfigRuleName: string;
  readonly ResourceType?: string | undefined;
}
export interface DeleteRemediationConfigurationResponse {
}
export interface DeleteRemediationExceptionsRequest {
  readonly ConfigRuleName: string;
  readonly ResourceKeys: readonly (RemediationExceptionResourceKey)[];
}
export interface DeleteRemediationExceptionsResponse {
  readonly FailedBatches?: readonly (FailedDeleteRemediationExceptionsBatch)[] | undefined;
}
export interface DeleteResourceConfigRequest {
  readonly ResourceType: string;
  readonly ResourceId: string;
}
export interface DeleteRetentionConfigurationRequest {
  readonly RetentionConfigurationName: string;
}
export interface DeleteServiceLinkedConfigurationRecorderRequest {
  readonly ServicePrincipal: string;
}
export interface DeleteServiceLinkedConfigurationRecorderResponse {
  readonly Arn: string;
  readonly Name: string;
}
export interface DeleteStoredQueryRequest {
  readonly QueryName: string;
}
export interface DeleteStoredQueryResponse {
}
export interface DeliverConfigSnapshotRequest {
  readonly deliveryChannelName: string;
}
export interface DeliverConfigSnapshotResponse {
  readonly configSnapshotId?: string | undefined;
}
export interface DeliveryChannel {
  readonly name?: string | undefined;
  readonly s3BucketName?: string | undefined;
  readonly s3KeyPrefix?: string | undefined;
  readonly s3KmsKeyArn?: string | undefined;
  readonly snsTopicARN?: string | undefined;
  readonly configSnapshotDeliveryProperties?: ConfigSnapshotDeliveryProperties | undefined;
}
export interface DeliveryChannelStatus {
  readonly name?: string | undefined;
  readonly configSnapshotDeliveryInfo?: ConfigExportDeliveryInfo | undefined;
  readonly configHistoryDeliveryInfo?: ConfigExportDeliveryInfo | undefined;
  readonly configStreamDeliveryInfo?: ConfigStreamDeliveryInfo | undefined;
}
export type DeliveryStatus = "Success" | "Failure" | "Not_Applicable";
export interface DescribeAggregateComplianceByConfigRulesRequest {
  readonly ConfigurationAggregatorName: string;
  readonly Filters?: ConfigRuleComplianceFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAggregateComplianceByConfigRulesResponse {
  readonly AggregateComplianceByConfigRules?: readonly (AggregateComplianceByConfigRule)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAggregateComplianceByConformancePacksRequest {
  readonly ConfigurationAggregatorName: string;
  readonly Filters?: AggregateConformancePackComplianceFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAggregateComplianceByConformancePacksResponse {
  readonly AggregateComplianceByConformancePacks?: readonly (AggregateComplianceByConformancePack)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAggregationAuthorizationsRequest {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAggregationAuthorizationsResponse {
  readonly AggregationAuthorizations?: readonly (AggregationAuthorization)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeComplianceByConfigRuleRequest {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
  readonly ComplianceTypes?: readonly (ComplianceType)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeComplianceByConfigRuleResponse {
  readonly ComplianceByConfigRules?: readonly (ComplianceByConfigRule)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeComplianceByResourceRequest {
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ComplianceTypes?: readonly (ComplianceType)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeComplianceByResourceResponse {
  readonly ComplianceByResources?: readonly (ComplianceByResource)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConfigRuleEvaluationStatusRequest {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface DescribeConfigRuleEvaluationStatusResponse {
  readonly ConfigRulesEvaluationStatus?: readonly (ConfigRuleEvaluationStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConfigRulesFilters {
  readonly EvaluationMode?: EvaluationMode | undefined;
}
export interface DescribeConfigRulesRequest {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: DescribeConfigRulesFilters | undefined;
}
export interface DescribeConfigRulesResponse {
  readonly ConfigRules?: readonly (ConfigRule)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConfigurationAggregatorSourcesStatusRequest {
  readonly ConfigurationAggregatorName: string;
  readonly UpdateStatus?: readonly (AggregatedSourceStatusType)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface DescribeConfigurationAggregatorSourcesStatusResponse {
  readonly AggregatedSourceStatusList?: readonly (AggregatedSourceStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConfigurationAggregatorsRequest {
  readonly ConfigurationAggregatorNames?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface DescribeConfigurationAggregatorsResponse {
  readonly ConfigurationAggregators?: readonly (ConfigurationAggregator)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConfigurationRecorderStatusRequest {
  readonly ConfigurationRecorderNames?: readonly (string)[] | undefined;
  readonly ServicePrincipal?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface DescribeConfigurationRecorderStatusResponse {
  readonly ConfigurationRecordersStatus?: readonly (ConfigurationRecorderStatus)[] | undefined;
}
export interface DescribeConfigurationRecordersRequest {
  readonly ConfigurationRecorderNames?: readonly (string)[] | undefined;
  readonly ServicePrincipal?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface DescribeConfigurationRecordersResponse {
  readonly ConfigurationRecorders?: readonly (ConfigurationRecorder)[] | undefined;
}
export interface DescribeConformancePackComplianceRequest {
  readonly ConformancePackName: string;
  readonly Filters?: ConformancePackComplianceFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConformancePackComplianceResponse {
  readonly ConformancePackName: string;
  readonly ConformancePackRuleComplianceList: readonly (ConformancePackRuleCompliance)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeConformancePackStatusRequest {
  readonly ConformancePackNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConformancePackStatusResponse {
  readonly ConformancePackStatusDetails?: readonly (ConformancePackStatusDetail)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConformancePacksRequest {
  readonly ConformancePackNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeConformancePacksResponse {
  readonly ConformancePackDetails?: readonly (ConformancePackDetail)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeDeliveryChannelStatusRequest {
  readonly DeliveryChannelNames?: readonly (string)[] | undefined;
}
export interface DescribeDeliveryChannelStatusResponse {
  readonly DeliveryChannelsStatus?: readonly (DeliveryChannelStatus)[] | undefined;
}
export interface DescribeDeliveryChannelsRequest {
  readonly DeliveryChannelNames?: readonly (string)[] | undefined;
}
export interface DescribeDeliveryChannelsResponse {
  readonly DeliveryChannels?: readonly (DeliveryChannel)[] | undefined;
}
export interface DescribeOrganizationConfigRuleStatusesRequest {
  readonly OrganizationConfigRuleNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConfigRuleStatusesResponse {
  readonly OrganizationConfigRuleStatuses?: readonly (OrganizationConfigRuleStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConfigRulesRequest {
  readonly OrganizationConfigRuleNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConfigRulesResponse {
  readonly OrganizationConfigRules?: readonly (OrganizationConfigRule)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConformancePackStatusesRequest {
  readonly OrganizationConformancePackNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConformancePackStatusesResponse {
  readonly OrganizationConformancePackStatuses?: readonly (OrganizationConformancePackStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConformancePacksRequest {
  readonly OrganizationConformancePackNames?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOrganizationConformancePacksResponse {
  readonly OrganizationConformancePacks?: readonly (OrganizationConformancePack)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePendingAggregationRequestsRequest {
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePendingAggregationRequestsResponse {
  readonly PendingAggregationRequests?: readonly (PendingAggregationRequest)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRemediationConfigurationsRequest {
  readonly ConfigRuleNames: readonly (string)[];
}
export interface DescribeRemediationConfigurationsResponse {
  readonly RemediationConfigurations?: readonly (RemediationConfiguration)[] | undefined;
}
export interface DescribeRemediationExceptionsRequest {
  readonly ConfigRuleName: string;
  readonly ResourceKeys?: readonly (RemediationExceptionResourceKey)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRemediationExceptionsResponse {
  readonly RemediationExceptions?: readonly (RemediationException)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRemediationExecutionStatusRequest {
  readonly ConfigRuleName: string;
  readonly ResourceKeys?: readonly (ResourceKey)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRemediationExecutionStatusResponse {
  readonly RemediationExecutionStatuses?: readonly (RemediationExecutionStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRetentionConfigurationsRequest {
  readonly RetentionConfigurationNames?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeRetentionConfigurationsResponse {
  readonly RetentionConfigurations?: readonly (RetentionConfiguration)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DisassociateResourceTypesRequest {
  readonly ConfigurationRecorderArn: string;
  readonly ResourceTypes: readonly (ResourceType)[];
}
export interface DisassociateResourceTypesResponse {
  readonly ConfigurationRecorder: ConfigurationRecorder;
}
export interface Evaluation {
  readonly ComplianceResourceType: string;
  readonly ComplianceResourceId: string;
  readonly ComplianceType: ComplianceType;
  readonly Annotation?: string | undefined;
  readonly OrderingTimestamp: Date;
}
export interface EvaluationContext {
  readonly EvaluationContextIdentifier?: string | undefined;
}
export type EvaluationMode = "DETECTIVE" | "PROACTIVE";
export interface EvaluationModeConfiguration {
  readonly Mode?: EvaluationMode | undefined;
}
export interface EvaluationResult {
  readonly EvaluationResultIdentifier?: EvaluationResultIdentifier | undefined;
  readonly ComplianceType?: ComplianceType | undefined;
  readonly ResultRecordedTime?: Date | undefined;
  readonly ConfigRuleInvokedTime?: Date | undefined;
  readonly Annotation?: string | undefined;
  readonly ResultToken?: string | undefined;
}
export interface EvaluationResultIdentifier {
  readonly EvaluationResultQualifier?: EvaluationResultQualifier | undefined;
  readonly OrderingTimestamp?: Date | undefined;
  readonly ResourceEvaluationId?: string | undefined;
}
export interface EvaluationResultQualifier {
  readonly ConfigRuleName?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly EvaluationMode?: EvaluationMode | undefined;
}
export interface EvaluationStatus {
  readonly Status: ResourceEvaluationStatus;
  readonly FailureReason?: string | undefined;
}
export type EventSource = "aws.config";
export interface ExclusionByResourceTypes {
  readonly resourceTypes?: readonly (ResourceType)[] | undefined;
}
export interface ExecutionControls {
  readonly SsmControls?: SsmControls | undefined;
}
export interface ExternalEvaluation {
  readonly ComplianceResourceType: string;
  readonly ComplianceResourceId: string;
  readonly ComplianceType: ComplianceType;
  readonly Annotation?: string | undefined;
  readonly OrderingTimestamp: Date;
}
export interface FailedDeleteRemediationExceptionsBatch {
  readonly FailureMessage?: string | undefined;
  readonly FailedItems?: readonly (RemediationExceptionResourceKey)[] | undefined;
}
export interface FailedRemediationBatch {
  readonly FailureMessage?: string | undefined;
  readonly FailedItems?: readonly (RemediationConfiguration)[] | undefined;
}
export interface FailedRemediationExceptionBatch {
  readonly FailureMessage?: string | undefined;
  readonly FailedItems?: readonly (RemediationException)[] | undefined;
}
export interface FieldInfo {
  readonly Name?: string | undefined;
}
export interface GetAggregateComplianceDetailsByConfigRuleRequest {
  readonly ConfigurationAggregatorName: string;
  readonly ConfigRuleName: string;
  readonly AccountId: string;
  readonly AwsRegion: string;
  readonly ComplianceType?: ComplianceType | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateComplianceDetailsByConfigRuleResponse {
  readonly AggregateEvaluationResults?: readonly (AggregateEvaluationResult)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateConfigRuleComplianceSummaryRequest {
  readonly ConfigurationAggregatorName: string;
  readonly Filters?: ConfigRuleComplianceSummaryFilters | undefined;
  readonly GroupByKey?: ConfigRuleComplianceSummaryGroupKey | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateConfigRuleComplianceSummaryResponse {
  readonly GroupByKey?: string | undefined;
  readonly AggregateComplianceCounts?: readonly (AggregateComplianceCount)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateConformancePackComplianceSummaryRequest {
  readonly ConfigurationAggregatorName: string;
  readonly Filters?: AggregateConformancePackComplianceSummaryFilters | undefined;
  readonly GroupByKey?: AggregateConformancePackComplianceSummaryGroupKey | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateConformancePackComplianceSummaryResponse {
  readonly AggregateConformancePackComplianceSummaries?: readonly (AggregateConformancePackComplianceSummary)[] | undefined;
  readonly GroupByKey?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateDiscoveredResourceCountsRequest {
  readonly ConfigurationAggregatorName: string;
  readonly Filters?: ResourceCountFilters | undefined;
  readonly GroupByKey?: ResourceCountGroupKey | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateDiscoveredResourceCountsResponse {
  readonly TotalDiscoveredResources: number;
  readonly GroupByKey?: string | undefined;
  readonly GroupedResourceCounts?: readonly (GroupedResourceCount)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetAggregateResourceConfigRequest {
  readonly ConfigurationAggregatorName: string;
  readonly ResourceIdentifier: AggregateResourceIdentifier;
}
export interface GetAggregateResourceConfigResponse {
  readonly ConfigurationItem?: ConfigurationItem | undefined;
}
export interface GetComplianceDetailsByConfigRuleRequest {
  readonly ConfigRuleName: string;
  readonly ComplianceTypes?: readonly (ComplianceType)[] | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetComplianceDetailsByConfigRuleResponse {
  readonly EvaluationResults?: readonly (EvaluationResult)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetComplianceDetailsByResourceRequest {
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ComplianceTypes?: readonly (ComplianceType)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly ResourceEvaluationId?: string | undefined;
}
export interface GetComplianceDetailsByResourceResponse {
  readonly EvaluationResults?: readonly (EvaluationResult)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetComplianceSummaryByConfigRuleResponse {
  readonly ComplianceSummary?: ComplianceSummary | undefined;
}
export interface GetComplianceSummaryByResourceTypeRequest {
  readonly ResourceTypes?: readonly (string)[] | undefined;
}
export interface GetComplianceSummaryByResourceTypeResponse {
  readonly ComplianceSummariesByResourceType?: readonly (ComplianceSummaryByResourceType)[] | undefined;
}
export interface GetConformancePackComplianceDetailsRequest {
  readonly ConformancePackName: string;
  readonly Filters?: ConformancePackEvaluationFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetConformancePackComplianceDetailsResponse {
  readonly ConformancePackName: string;
  readonly ConformancePackRuleEvaluationResults?: readonly (ConformancePackEvaluationResult)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetConformancePackComplianceSummaryRequest {
  readonly ConformancePackNames: readonly (string)[];
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetConformancePackComplianceSummaryResponse {
  readonly ConformancePackComplianceSummaryList?: readonly (ConformancePackComplianceSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetCustomRulePolicyRequest {
  readonly ConfigRuleName?: string | undefined;
}
export interface GetCustomRulePolicyResponse {
  readonly PolicyText?: string | undefined;
}
export interface GetDiscoveredResourceCountsRequest {
  readonly resourceTypes?: readonly (string)[] | undefined;
  readonly limit?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetDiscoveredResourceCountsResponse {
  readonly totalDiscoveredResources?: number | undefined;
  readonly resourceCounts?: readonly (ResourceCount)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetOrganizationConfigRuleDetailedStatusRequest {
  readonly OrganizationConfigRuleName: string;
  readonly Filters?: StatusDetailFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOrganizationConfigRuleDetailedStatusResponse {
  readonly OrganizationConfigRuleDetailedStatus?: readonly (MemberAccountStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOrganizationConformancePackDetailedStatusRequest {
  readonly OrganizationConformancePackName: string;
  readonly Filters?: OrganizationResourceDetailedStatusFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOrganizationConformancePackDetailedStatusResponse {
  readonly OrganizationConformancePackDetailedStatuses?: readonly (OrganizationConformancePackDetailedStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOrganizationCustomRulePolicyRequest {
  readonly OrganizationConfigRuleName: string;
}
export interface GetOrganizationCustomRulePolicyResponse {
  readonly PolicyText?: string | undefined;
}
export interface GetResourceConfigHistoryRequest {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly laterTime?: Date | undefined;
  readonly earlierTime?: Date | undefined;
  readonly chronologicalOrder?: ChronologicalOrder | undefined;
  readonly limit?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetResourceConfigHistoryResponse {
  readonly configurationItems?: readonly (ConfigurationItem)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetResourceEvaluationSummaryRequest {
  readonly ResourceEvaluationId: string;
}
export interface GetResourceEvaluationSummaryResponse {
  readonly ResourceEvaluationId?: string | undefined;
  readonly EvaluationMode?: EvaluationMode | undefined;
  readonly EvaluationStatus?: EvaluationStatus | undefined;
  readonly EvaluationStartTimestamp?: Date | undefined;
  readonly Compliance?: ComplianceType | undefined;
  readonly EvaluationContext?: EvaluationContext | undefined;
  readonly ResourceDetails?: ResourceDetails | undefined;
}
export interface GetStoredQueryRequest {
  readonly QueryName: string;
}
export interface GetStoredQueryResponse {
  readonly StoredQuery?: StoredQuery | undefined;
}
export interface GroupedResourceCount {
  readonly GroupName: string;
  readonly ResourceCount: number;
}
export interface ListAggregateDiscoveredResourcesRequest {
  readonly ConfigurationAggregatorName: string;
  readonly ResourceType: ResourceType;
  readonly Filters?: ResourceFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAggregateDiscoveredResourcesResponse {
  readonly ResourceIdentifiers?: readonly (AggregateResourceIdentifier)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConfigurationRecordersRequest {
  readonly Filters?: readonly (ConfigurationRecorderFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConfigurationRecordersResponse {
  readonly ConfigurationRecorderSummaries: readonly (ConfigurationRecorderSummary)[];
  readonly NextToken?: string | undefined;
}
export interface ListConformancePackComplianceScoresRequest {
  readonly Filters?: ConformancePackComplianceScoresFilters | undefined;
  readonly SortOrder?: SortOrder | undefined;
  readonly SortBy?: SortBy | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListConformancePackComplianceScoresResponse {
  readonly NextToken?: string | undefined;
  readonly ConformancePackComplianceScores: readonly (ConformancePackComplianceScore)[];
}
export interface ListDiscoveredResourcesRequest {
  readonly resourceType: ResourceType;
  readonly resourceIds?: readonly (string)[] | undefined;
  readonly resourceName?: string | undefined;
  readonly limit?: number | undefined;
  readonly includeDeletedResources?: boolean | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListDiscoveredResourcesResponse {
  readonly resourceIdentifiers?: readonly (ResourceIdentifier)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourceEvaluationsRequest {
  readonly Filters?: ResourceEvaluationFilters | undefined;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceEvaluationsResponse {
  readonly ResourceEvaluations?: readonly (ResourceEvaluation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStoredQueriesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListStoredQueriesResponse {
  readonly StoredQueryMetadata?: readonly (StoredQueryMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly NextToken?: string | undefined;
}
export type MaximumExecutionFrequency = "One_Hour" | "Three_Hours" | "Six_Hours" | "Twelve_Hours" | "TwentyFour_Hours";
export type MemberAccountRuleStatus = "CREATE_SUCCESSFUL" | "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "DELETE_SUCCESSFUL" | "DELETE_FAILED" | "DELETE_IN_PROGRESS" | "UPDATE_SUCCESSFUL" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED";
export interface MemberAccountStatus {
  readonly AccountId: string;
  readonly ConfigRuleName: string;
  readonly MemberAccountRuleStatus: MemberAccountRuleStatus;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly LastUpdateTime?: Date | undefined;
}
export type MessageType = "ConfigurationItemChangeNotification" | "ConfigurationSnapshotDeliveryCompleted" | "ScheduledNotification" | "OversizedConfigurationItemChangeNotification";
export interface OrganizationAggregationSource {
  readonly RoleArn: string;
  readonly AwsRegions?: readonly (string)[] | undefined;
  readonly AllAwsRegions?: boolean | undefined;
}
export interface OrganizationConfigRule {
  readonly OrganizationConfigRuleName: string;
  readonly OrganizationConfigRuleArn: string;
  readonly OrganizationManagedRuleMetadata?: OrganizationManagedRuleMetadata | undefined;
  readonly OrganizationCustomRuleMetadata?: OrganizationCustomRuleMetadata | undefined;
  readonly ExcludedAccounts?: readonly (string)[] | undefined;
  readonly LastUpdateTime?: Date | undefined;
  readonly OrganizationCustomPolicyRuleMetadata?: OrganizationCustomPolicyRuleMetadataNoPolicy | undefined;
}
export interface OrganizationConfigRuleStatus {
  readonly OrganizationConfigRuleName: string;
  readonly OrganizationRuleStatus: OrganizationRuleStatus;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly LastUpdateTime?: Date | undefined;
}
export type OrganizationConfigRuleTriggerType = "ConfigurationItemChangeNotification" | "OversizedConfigurationItemChangeNotification" | "ScheduledNotification";
export type OrganizationConfigRuleTriggerTypeNoSN = "ConfigurationItemChangeNotification" | "OversizedConfigurationItemChangeNotification";
export interface OrganizationConformancePack {
  readonly OrganizationConformancePackName: string;
  readonly OrganizationConformancePackArn: string;
  readonly DeliveryS3Bucket?: string | undefined;
  readonly DeliveryS3KeyPrefix?: string | undefined;
  readonly ConformancePackInputParameters?: readonly (ConformancePackInputParameter)[] | undefined;
  readonly ExcludedAccounts?: readonly (string)[] | undefined;
  readonly LastUpdateTime: Date;
}
export interface OrganizationConformancePackDetailedStatus {
  readonly AccountId: string;
  readonly ConformancePackName: string;
  readonly Status: OrganizationResourceDetailedStatus;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly LastUpdateTime?: Date | undefined;
}
export interface OrganizationConformancePackStatus {
  readonly OrganizationConformancePackName: string;
  readonly Status: OrganizationResourceStatus;
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly LastUpdateTime?: Date | undefined;
}
export interface OrganizationCustomPolicyRuleMetadata {
  readonly Description?: string | undefined;
  readonly OrganizationConfigRuleTriggerTypes?: readonly (OrganizationConfigRuleTriggerTypeNoSN)[] | undefined;
  readonly InputParameters?: string | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
  readonly ResourceTypesScope?: readonly (string)[] | undefined;
  readonly ResourceIdScope?: string | undefined;
  readonly TagKeyScope?: string | undefined;
  readonly TagValueScope?: string | undefined;
  readonly PolicyRuntime: string;
  readonly PolicyText: string;
  readonly DebugLogDeliveryAccounts?: readonly (string)[] | undefined;
}
export interface OrganizationCustomPolicyRuleMetadataNoPolicy {
  readonly Description?: string | undefined;
  readonly OrganizationConfigRuleTriggerTypes?: readonly (OrganizationConfigRuleTriggerTypeNoSN)[] | undefined;
  readonly InputParameters?: string | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
  readonly ResourceTypesScope?: readonly (string)[] | undefined;
  readonly ResourceIdScope?: string | undefined;
  readonly TagKeyScope?: string | undefined;
  readonly TagValueScope?: string | undefined;
  readonly PolicyRuntime?: string | undefined;
  readonly DebugLogDeliveryAccounts?: readonly (string)[] | undefined;
}
export interface OrganizationCustomRuleMetadata {
  readonly Description?: string | undefined;
  readonly LambdaFunctionArn: string;
  readonly OrganizationConfigRuleTriggerTypes: readonly (OrganizationConfigRuleTriggerType)[];
  readonly InputParameters?: string | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
  readonly ResourceTypesScope?: readonly (string)[] | undefined;
  readonly ResourceIdScope?: string | undefined;
  readonly TagKeyScope?: string | undefined;
  readonly TagValueScope?: string | undefined;
}
export interface OrganizationManagedRuleMetadata {
  readonly Description?: string | undefined;
  readonly RuleIdentifier: string;
  readonly InputParameters?: string | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
  readonly ResourceTypesScope?: readonly (string)[] | undefined;
  readonly ResourceIdScope?: string | undefined;
  readonly TagKeyScope?: string | undefined;
  readonly TagValueScope?: string | undefined;
}
export type OrganizationResourceDetailedStatus = "CREATE_SUCCESSFUL" | "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "DELETE_SUCCESSFUL" | "DELETE_FAILED" | "DELETE_IN_PROGRESS" | "UPDATE_SUCCESSFUL" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED";
export interface OrganizationResourceDetailedStatusFilters {
  readonly AccountId?: string | undefined;
  readonly Status?: OrganizationResourceDetailedStatus | undefined;
}
export type OrganizationResourceStatus = "CREATE_SUCCESSFUL" | "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "DELETE_SUCCESSFUL" | "DELETE_FAILED" | "DELETE_IN_PROGRESS" | "UPDATE_SUCCESSFUL" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED";
export type OrganizationRuleStatus = "CREATE_SUCCESSFUL" | "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "DELETE_SUCCESSFUL" | "DELETE_FAILED" | "DELETE_IN_PROGRESS" | "UPDATE_SUCCESSFUL" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED";
export type Owner = "CUSTOM_LAMBDA" | "AWS" | "CUSTOM_POLICY";
export interface PendingAggregationRequest {
  readonly RequesterAccountId?: string | undefined;
  readonly RequesterAwsRegion?: string | undefined;
}
export interface PutAggregationAuthorizationRequest {
  readonly AuthorizedAccountId: string;
  readonly AuthorizedAwsRegion: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutAggregationAuthorizationResponse {
  readonly AggregationAuthorization?: AggregationAuthorization | undefined;
}
export interface PutConfigRuleRequest {
  readonly ConfigRule: ConfigRule;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutConfigurationAggregatorRequest {
  readonly ConfigurationAggregatorName: string;
  readonly AccountAggregationSources?: readonly (AccountAggregationSource)[] | undefined;
  readonly OrganizationAggregationSource?: OrganizationAggregationSource | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AggregatorFilters?: AggregatorFilters | undefined;
}
export interface PutConfigurationAggregatorResponse {
  readonly ConfigurationAggregator?: ConfigurationAggregator | undefined;
}
export interface PutConfigurationRecorderRequest {
  readonly ConfigurationRecorder: ConfigurationRecorder;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutConformancePackRequest {
  readonly ConformancePackName: string;
  readonly TemplateS3Uri?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly DeliveryS3Bucket?: string | undefined;
  readonly DeliveryS3KeyPrefix?: string | undefined;
  readonly ConformancePackInputParameters?: readonly (ConformancePackInputParameter)[] | undefined;
  readonly TemplateSSMDocumentDetails?: TemplateSSMDocumentDetails | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutConformancePackResponse {
  readonly ConformancePackArn?: string | undefined;
}
export interface PutDeliveryChannelRequest {
  readonly DeliveryChannel: DeliveryChannel;
}
export interface PutEvaluationsRequest {
  readonly Evaluations?: readonly (Evaluation)[] | undefined;
  readonly ResultToken: string;
  readonly TestMode?: boolean | undefined;
}
export interface PutEvaluationsResponse {
  readonly FailedEvaluations?: readonly (Evaluation)[] | undefined;
}
export interface PutExternalEvaluationRequest {
  readonly ConfigRuleName: string;
  readonly ExternalEvaluation: ExternalEvaluation;
}
export interface PutExternalEvaluationResponse {
}
export interface PutOrganizationConfigRuleRequest {
  readonly OrganizationConfigRuleName: string;
  readonly OrganizationManagedRuleMetadata?: OrganizationManagedRuleMetadata | undefined;
  readonly OrganizationCustomRuleMetadata?: OrganizationCustomRuleMetadata | undefined;
  readonly ExcludedAccounts?: readonly (string)[] | undefined;
  readonly OrganizationCustomPolicyRuleMetadata?: OrganizationCustomPolicyRuleMetadata | undefined;
}
export interface PutOrganizationConfigRuleResponse {
  readonly OrganizationConfigRuleArn?: string | undefined;
}
export interface PutOrganizationConformancePackRequest {
  readonly OrganizationConformancePackName: string;
  readonly TemplateS3Uri?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly DeliveryS3Bucket?: string | undefined;
  readonly DeliveryS3KeyPrefix?: string | undefined;
  readonly ConformancePackInputParameters?: readonly (ConformancePackInputParameter)[] | undefined;
  readonly ExcludedAccounts?: readonly (string)[] | undefined;
}
export interface PutOrganizationConformancePackResponse {
  readonly OrganizationConformancePackArn?: string | undefined;
}
export interface PutRemediationConfigurationsRequest {
  readonly RemediationConfigurations: readonly (RemediationConfiguration)[];
}
export interface PutRemediationConfigurationsResponse {
  readonly FailedBatches?: readonly (FailedRemediationBatch)[] | undefined;
}
export interface PutRemediationExceptionsRequest {
  readonly ConfigRuleName: string;
  readonly ResourceKeys: readonly (RemediationExceptionResourceKey)[];
  readonly Message?: string | undefined;
  readonly ExpirationTime?: Date | undefined;
}
export interface PutRemediationExceptionsResponse {
  readonly FailedBatches?: readonly (FailedRemediationExceptionBatch)[] | undefined;
}
export interface PutResourceConfigRequest {
  readonly ResourceType: string;
  readonly SchemaVersionId: string;
  readonly ResourceId: string;
  readonly ResourceName?: string | undefined;
  readonly Configuration: string;
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface PutRetentionConfigurationRequest {
  readonly RetentionPeriodInDays: number;
}
export interface PutRetentionConfigurationResponse {
  readonly RetentionConfiguration?: RetentionConfiguration | undefined;
}
export interface PutServiceLinkedConfigurationRecorderRequest {
  readonly ServicePrincipal: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutServiceLinkedConfigurationRecorderResponse {
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
}
export interface PutStoredQueryRequest {
  readonly StoredQuery: StoredQuery;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutStoredQueryResponse {
  readonly QueryArn?: string | undefined;
}
export interface QueryInfo {
  readonly SelectFields?: readonly (FieldInfo)[] | undefined;
}
export type RecorderStatus = "Pending" | "Success" | "Failure" | "NotApplicable";
export type RecordingFrequency = "CONTINUOUS" | "DAILY";
export interface RecordingGroup {
  readonly allSupported?: boolean | undefined;
  readonly includeGlobalResourceTypes?: boolean | undefined;
  readonly resourceTypes?: readonly (ResourceType)[] | undefined;
  readonly exclusionByResourceTypes?: ExclusionByResourceTypes | undefined;
  readonly recordingStrategy?: RecordingStrategy | undefined;
}
export interface RecordingMode {
  readonly recordingFrequency: RecordingFrequency;
  readonly recordingModeOverrides?: readonly (RecordingModeOverride)[] | undefined;
}
export interface RecordingModeOverride {
  readonly description?: string | undefined;
  readonly resourceTypes: readonly (ResourceType)[];
  readonly recordingFrequency: RecordingFrequency;
}
export type RecordingScope = "INTERNAL" | "PAID";
export interface RecordingStrategy {
  readonly useOnly?: RecordingStrategyType | undefined;
}
export type RecordingStrategyType = "ALL_SUPPORTED_RESOURCE_TYPES" | "INCLUSION_BY_RESOURCE_TYPES" | "EXCLUSION_BY_RESOURCE_TYPES";
export interface Relationship {
  readonly resourceType?: ResourceType | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly relationshipName?: string | undefined;
}
export interface RemediationConfiguration {
  readonly ConfigRuleName: string;
  readonly TargetType: RemediationTargetType;
  readonly TargetId: string;
  readonly TargetVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: RemediationParameterValue } | undefined;
  readonly ResourceType?: string | undefined;
  readonly Automatic?: boolean | undefined;
  readonly ExecutionControls?: ExecutionControls | undefined;
  readonly MaximumAutomaticAttempts?: number | undefined;
  readonly RetryAttemptSeconds?: number | undefined;
  readonly Arn?: string | undefined;
  readonly CreatedByService?: string | undefined;
}
export interface RemediationException {
  readonly ConfigRuleName: string;
  readonly ResourceType: string;
  readonly ResourceId: string;
  readonly Message?: string | undefined;
  readonly ExpirationTime?: Date | undefined;
}
export interface RemediationExceptionResourceKey {
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
}
export type RemediationExecutionState = "QUEUED" | "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "UNKNOWN";
export interface RemediationExecutionStatus {
  readonly ResourceKey?: ResourceKey | undefined;
  readonly State?: RemediationExecutionState | undefined;
  readonly StepDetails?: readonly (RemediationExecutionStep)[] | undefined;
  readonly InvocationTime?: Date | undefined;
  readonly LastUpdatedTime?: Date | undefined;
}
export interface RemediationExecutionStep {
  readonly Name?: string | undefined;
  readonly State?: RemediationExecutionStepState | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly StopTime?: Date | undefined;
}
export type RemediationExecutionStepState = "SUCCEEDED" | "PENDING" | "FAILED" | "IN_PROGRESS" | "EXITED" | "UNKNOWN";
export interface RemediationParameterValue {
  readonly ResourceValue?: ResourceValue | undefined;
  readonly StaticValue?: StaticValue | undefined;
}
export type RemediationTargetType = "SSM_DOCUMENT";
export type ResourceConfigurationSchemaType = "CFN_RESOURCE_SCHEMA";
export interface ResourceCount {
  readonly resourceType?: ResourceType | undefined;
  readonly count?: number | undefined;
}
export interface ResourceCountFilters {
  readonly ResourceType?: ResourceType | undefined;
  readonly AccountId?: string | undefined;
  readonly Region?: string | undefined;
}
export type ResourceCountGroupKey = "RESOURCE_TYPE" | "ACCOUNT_ID" | "AWS_REGION";
export interface ResourceDetails {
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly ResourceConfiguration: string;
  readonly ResourceConfigurationSchemaType?: ResourceConfigurationSchemaType | undefined;
}
export interface ResourceEvaluation {
  readonly ResourceEvaluationId?: string | undefined;
  readonly EvaluationMode?: EvaluationMode | undefined;
  readonly EvaluationStartTimestamp?: Date | undefined;
}
export interface ResourceEvaluationFilters {
  readonly EvaluationMode?: EvaluationMode | undefined;
  readonly TimeWindow?: TimeWindow | undefined;
  readonly EvaluationContextIdentifier?: string | undefined;
}
export type ResourceEvaluationStatus = "IN_PROGRESS" | "FAILED" | "SUCCEEDED";
export interface ResourceFilters {
  readonly AccountId?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ResourceName?: string | undefined;
  readonly Region?: string | undefined;
}
export interface ResourceIdentifier {
  readonly resourceType?: ResourceType | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceName?: string | undefined;
  readonly resourceDeletionTime?: Date | undefined;
}
export interface ResourceKey {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
}
export type ResourceType = "AWS::EC2::CustomerGateway" | "AWS::EC2::EIP" | "AWS::EC2::Host" | "AWS::EC2::Instance" | "AWS::EC2::InternetGateway" | "AWS::EC2::NetworkAcl" | "AWS::EC2::NetworkInterface" | "AWS::EC2::RouteTable" | "AWS::EC2::SecurityGroup" | "AWS::EC2::Subnet" | "AWS::CloudTrail::Trail" | "AWS::EC2::Volume" | "AWS::EC2::VPC" | "AWS::EC2::VPNConnection" | "AWS::EC2::VPNGateway" | "AWS::EC2::RegisteredHAInstance" | "AWS::EC2::NatGateway" | "AWS::EC2::EgressOnlyInternetGateway" | "AWS::EC2::VPCEndpoint" | "AWS::EC2::VPCEndpointService" | "AWS::EC2::FlowLog" | "AWS::EC2::VPCPeeringConnection" | "AWS::Elasticsearch::Domain" | "AWS::IAM::Group" | "AWS::IAM::Policy" | "AWS::IAM::Role" | "AWS::IAM::User" | "AWS::ElasticLoadBalancingV2::LoadBalancer" | "AWS::ACM::Certificate" | "AWS::RDS::DBInstance" | "AWS::RDS::DBSubnetGroup" | "AWS::RDS::DBSecurityGroup" | "AWS::RDS::DBSnapshot" | "AWS::RDS::DBCluster" | "AWS::RDS::DBClusterSnapshot" | "AWS::RDS::EventSubscription" | "AWS::S3::Bucket" | "AWS::S3::AccountPublicAccessBlock" | "AWS::Redshift::Cluster" | "AWS::Redshift::ClusterSnapshot" | "AWS::Redshift::ClusterParameterGroup" | "AWS::Redshift::ClusterSecurityGroup" | "AWS::Redshift::ClusterSubnetGroup" | "AWS::Redshift::EventSubscription" | "AWS::SSM::ManagedInstanceInventory" | "AWS::CloudWatch::Alarm" | "AWS::CloudFormation::Stack" | "AWS::ElasticLoadBalancing::LoadBalancer" | "AWS::AutoScaling::AutoScalingGroup" | "AWS::AutoScaling::LaunchConfiguration" | "AWS::AutoScaling::ScalingPolicy" | "AWS::AutoScaling::ScheduledAction" | "AWS::DynamoDB::Table" | "AWS::CodeBuild::Project" | "AWS::WAF::RateBasedRule" | "AWS::WAF::Rule" | "AWS::WAF::RuleGroup" | "AWS::WAF::WebACL" | "AWS::WAFRegional::RateBasedRule" | "AWS::WAFRegional::Rule" | "AWS::WAFRegional::RuleGroup" | "AWS::WAFRegional::WebACL" | "AWS::CloudFront::Distribution" | "AWS::CloudFront::StreamingDistribution" | "AWS::Lambda::Function" | "AWS::NetworkFirewall::Firewall" | "AWS::NetworkFirewall::FirewallPolicy" | "AWS::NetworkFirewall::RuleGroup" | "AWS::ElasticBeanstalk::Application" | "AWS::ElasticBeanstalk::ApplicationVersion" | "AWS::ElasticBeanstalk::Environment" | "AWS::WAFv2::WebACL" | "AWS::WAFv2::RuleGroup" | "AWS::WAFv2::IPSet" | "AWS::WAFv2::RegexPatternSet" | "AWS::WAFv2::ManagedRuleSet" | "AWS::XRay::EncryptionConfig" | "AWS::SSM::AssociationCompliance" | "AWS::SSM::PatchCompliance" | "AWS::Shield::Protection" | "AWS::ShieldRegional::Protection" | "AWS::Config::ConformancePackCompliance" | "AWS::Config::ResourceCompliance" | "AWS::ApiGateway::Stage" | "AWS::ApiGateway::RestApi" | "AWS::ApiGatewayV2::Stage" | "AWS::ApiGatewayV2::Api" | "AWS::CodePipeline::Pipeline" | "AWS::ServiceCatalog::CloudFormationProvisionedProduct" | "AWS::ServiceCatalog::CloudFormationProduct" | "AWS::ServiceCatalog::Portfolio" | "AWS::SQS::Queue" | "AWS::KMS::Key" | "AWS::QLDB::Ledger" | "AWS::SecretsManager::Secret" | "AWS::SNS::Topic" | "AWS::SSM::FileData" | "AWS::Backup::BackupPlan" | "AWS::Backup::BackupSelection" | "AWS::Backup::BackupVault" | "AWS::Backup::RecoveryPoint" | "AWS::ECR::Repository" | "AWS::ECS::Cluster" | "AWS::ECS::Service" | "AWS::ECS::TaskDefinition" | "AWS::EFS::AccessPoint" | "AWS::EFS::FileSystem" | "AWS::EKS::Cluster" | "AWS::OpenSearch::Domain" | "AWS::EC2::TransitGateway" | "AWS::Kinesis::Stream" | "AWS::Kinesis::StreamConsumer" | "AWS::CodeDeploy::Application" | "AWS::CodeDeploy::DeploymentConfig" | "AWS::CodeDeploy::DeploymentGroup" | "AWS::EC2::LaunchTemplate" | "AWS::ECR::PublicRepository" | "AWS::GuardDuty::Detector" | "AWS::EMR::SecurityConfiguration" | "AWS::SageMaker::CodeRepository" | "AWS::Route53Resolver::ResolverEndpoint" | "AWS::Route53Resolver::ResolverRule" | "AWS::Route53Resolver::ResolverRuleAssociation" | "AWS::DMS::ReplicationSubnetGroup" | "AWS::DMS::EventSubscription" | "AWS::MSK::Cluster" | "AWS::StepFunctions::Activity" | "AWS::WorkSpaces::Workspace" | "AWS::WorkSpaces::ConnectionAlias" | "AWS::SageMaker::Model" | "AWS::ElasticLoadBalancingV2::Listener" | "AWS::StepFunctions::StateMachine" | "AWS::Batch::JobQueue" | "AWS::Batch::ComputeEnvironment" | "AWS::AccessAnalyzer::Analyzer" | "AWS::Athena::WorkGroup" | "AWS::Athena::DataCatalog" | "AWS::Detective::Graph" | "AWS::GlobalAccelerator::Accelerator" | "AWS::GlobalAccelerator::EndpointGroup" | "AWS::GlobalAccelerator::Listener" | "AWS::EC2::TransitGatewayAttachment" | "AWS::EC2::TransitGatewayRouteTable" | "AWS::DMS::Certificate" | "AWS::AppConfig::Application" | "AWS::AppSync::GraphQLApi" | "AWS::DataSync::LocationSMB" | "AWS::DataSync::LocationFSxLustre" | "AWS::DataSync::LocationS3" | "AWS::DataSync::LocationEFS" | "AWS::DataSync::Task" | "AWS::DataSync::LocationNFS" | "AWS::EC2::NetworkInsightsAccessScopeAnalysis" | "AWS::EKS::FargateProfile" | "AWS::Glue::Job" | "AWS::GuardDuty::ThreatIntelSet" | "AWS::GuardDuty::IPSet" | "AWS::SageMaker::Workteam" | "AWS::SageMaker::NotebookInstanceLifecycleConfig" | "AWS::ServiceDiscovery::Service" | "AWS::ServiceDiscovery::PublicDnsNamespace" | "AWS::SES::ContactList" | "AWS::SES::ConfigurationSet" | "AWS::Route53::HostedZone" | "AWS::IoTEvents::Input" | "AWS::IoTEvents::DetectorModel" | "AWS::IoTEvents::AlarmModel" | "AWS::ServiceDiscovery::HttpNamespace" | "AWS::Events::EventBus" | "AWS::ImageBuilder::ContainerRecipe" | "AWS::ImageBuilder::DistributionConfiguration" | "AWS::ImageBuilder::InfrastructureConfiguration" | "AWS::DataSync::LocationObjectStorage" | "AWS::DataSync::LocationHDFS" | "AWS::Glue::Classifier" | "AWS::Route53RecoveryReadiness::Cell" | "AWS::Route53RecoveryReadiness::ReadinessCheck" | "AWS::ECR::RegistryPolicy" | "AWS::Backup::ReportPlan" | "AWS::Lightsail::Certificate" | "AWS::RUM::AppMonitor" | "AWS::Events::Endpoint" | "AWS::SES::ReceiptRuleSet" | "AWS::Events::Archive" | "AWS::Events::ApiDestination" | "AWS::Lightsail::Disk" | "AWS::FIS::ExperimentTemplate" | "AWS::DataSync::LocationFSxWindows" | "AWS::SES::ReceiptFilter" | "AWS::GuardDuty::Filter" | "AWS::SES::Template" | "AWS::AmazonMQ::Broker" | "AWS::AppConfig::Environment" | "AWS::AppConfig::ConfigurationProfile" | "AWS::Cloud9::EnvironmentEC2" | "AWS::EventSchemas::Registry" | "AWS::EventSchemas::RegistryPolicy" | "AWS::EventSchemas::Discoverer" | "AWS::FraudDetector::Label" | "AWS::FraudDetector::EntityType" | "AWS::FraudDetector::Variable" | "AWS::FraudDetector::Outcome" | "AWS::IoT::Authorizer" | "AWS::IoT::SecurityProfile" | "AWS::IoT::RoleAlias" | "AWS::IoT::Dimension" | "AWS::IoTAnalytics::Datastore" | "AWS::Lightsail::Bucket" | "AWS::Lightsail::StaticIp" | "AWS::MediaPackage::PackagingGroup" | "AWS::Route53RecoveryReadiness::RecoveryGroup" | "AWS::ResilienceHub::ResiliencyPolicy" | "AWS::Transfer::Workflow" | "AWS::EKS::IdentityProviderConfig" | "AWS::EKS::Addon" | "AWS::Glue::MLTransform" | "AWS::IoT::Policy" | "AWS::IoT::MitigationAction" | "AWS::IoTTwinMaker::Workspace" | "AWS::IoTTwinMaker::Entity" | "AWS::IoTAnalytics::Dataset" | "AWS::IoTAnalytics::Pipeline" | "AWS::IoTAnalytics::Channel" | "AWS::IoTSiteWise::Dashboard" | "AWS::IoTSiteWise::Project" | "AWS::IoTSiteWise::Portal" | "AWS::IoTSiteWise::AssetModel" | "AWS::IVS::Channel" | "AWS::IVS::RecordingConfiguration" | "AWS::IVS::PlaybackKeyPair" | "AWS::KinesisAnalyticsV2::Application" | "AWS::RDS::GlobalCluster" | "AWS::S3::MultiRegionAccessPoint" | "AWS::DeviceFarm::TestGridProject" | "AWS::Budgets::BudgetsAction" | "AWS::Lex::Bot" | "AWS::CodeGuruReviewer::RepositoryAssociation" | "AWS::IoT::CustomMetric" | "AWS::Route53Resolver::FirewallDomainList" | "AWS::RoboMaker::RobotApplicationVersion" | "AWS::EC2::TrafficMirrorSession" | "AWS::IoTSiteWise::Gateway" | "AWS::Lex::BotAlias" | "AWS::LookoutMetrics::Alert" | "AWS::IoT::AccountAuditConfiguration" | "AWS::EC2::TrafficMirrorTarget" | "AWS::S3::StorageLens" | "AWS::IoT::ScheduledAudit" | "AWS::Events::Connection" | "AWS::EventSchemas::Schema" | "AWS::MediaPackage::PackagingConfiguration" | "AWS::KinesisVideo::SignalingChannel" | "AWS::AppStream::DirectoryConfig" | "AWS::LookoutVision::Project" | "AWS::Route53RecoveryControl::Cluster" | "AWS::Route53RecoveryControl::SafetyRule" | "AWS::Route53RecoveryControl::ControlPanel" | "AWS::Route53RecoveryControl::RoutingControl" | "AWS::Route53RecoveryReadiness::ResourceSet" | "AWS::RoboMaker::SimulationApplication" | "AWS::RoboMaker::RobotApplication" | "AWS::HealthLake::FHIRDatastore" | "AWS::Pinpoint::Segment" | "AWS::Pinpoint::ApplicationSettings" | "AWS::Events::Rule" | "AWS::EC2::DHCPOptions" | "AWS::EC2::NetworkInsightsPath" | "AWS::EC2::TrafficMirrorFilter" | "AWS::EC2::IPAM" | "AWS::IoTTwinMaker::Scene" | "AWS::NetworkManager::TransitGatewayRegistration" | "AWS::CustomerProfiles::Domain" | "AWS::AutoScaling::WarmPool" | "AWS::Connect::PhoneNumber" | "AWS::AppConfig::DeploymentStrategy" | "AWS::AppFlow::Flow" | "AWS::AuditManager::Assessment" | "AWS::CloudWatch::MetricStream" | "AWS::DeviceFarm::InstanceProfile" | "AWS::DeviceFarm::Project" | "AWS::EC2::EC2Fleet" | "AWS::EC2::SubnetRouteTableAssociation" | "AWS::ECR::PullThroughCacheRule" | "AWS::GroundStation::Config" | "AWS::ImageBuilder::ImagePipeline" | "AWS::IoT::FleetMetric" | "AWS::IoTWireless::ServiceProfile" | "AWS::NetworkManager::Device" | "AWS::NetworkManager::GlobalNetwork" | "AWS::NetworkManager::Link" | "AWS::NetworkManager::Site" | "AWS::Panorama::Package" | "AWS::Pinpoint::App" | "AWS::Redshift::ScheduledAction" | "AWS::Route53Resolver::FirewallRuleGroupAssociation" | "AWS::SageMaker::AppImageConfig" | "AWS::SageMaker::Image" | "AWS::ECS::TaskSet" | "AWS::Cassandra::Keyspace" | "AWS::Signer::SigningProfile" | "AWS::Amplify::App" | "AWS::AppMesh::VirtualNode" | "AWS::AppMesh::VirtualService" | "AWS::AppRunner::VpcConnector" | "AWS::AppStream::Application" | "AWS::CodeArtifact::Repository" | "AWS::EC2::PrefixList" | "AWS::EC2::SpotFleet" | "AWS::Evidently::Project" | "AWS::Forecast::Dataset" | "AWS::IAM::SAMLProvider" | "AWS::IAM::ServerCertificate" | "AWS::Pinpoint::Campaign" | "AWS::Pinpoint::InAppTemplate" | "AWS::SageMaker::Domain" | "AWS::Transfer::Agreement" | "AWS::Transfer::Connector" | "AWS::KinesisFirehose::DeliveryStream" | "AWS::Amplify::Branch" | "AWS::AppIntegrations::EventIntegration" | "AWS::AppMesh::Route" | "AWS::Athena::PreparedStatement" | "AWS::EC2::IPAMScope" | "AWS::Evidently::Launch" | "AWS::Forecast::DatasetGroup" | "AWS::GreengrassV2::ComponentVersion" | "AWS::GroundStation::MissionProfile" | "AWS::MediaConnect::FlowEntitlement" | "AWS::MediaConnect::FlowVpcInterface" | "AWS::MediaTailor::PlaybackConfiguration" | "AWS::MSK::Configuration" | "AWS::Personalize::Dataset" | "AWS::Personalize::Schema" | "AWS::Personalize::Solution" | "AWS::Pinpoint::EmailTemplate" | "AWS::Pinpoint::EventStream" | "AWS::ResilienceHub::App" | "AWS::ACMPCA::CertificateAuthority" | "AWS::AppConfig::HostedConfigurationVersion" | "AWS::AppMesh::VirtualGateway" | "AWS::AppMesh::VirtualRouter" | "AWS::AppRunner::Service" | "AWS::CustomerProfiles::ObjectType" | "AWS::DMS::Endpoint" | "AWS::EC2::CapacityReservation" | "AWS::EC2::ClientVpnEndpoint" | "AWS::Kendra::Index" | "AWS::KinesisVideo::Stream" | "AWS::Logs::Destination" | "AWS::Pinpoint::EmailChannel" | "AWS::S3::AccessPoint" | "AWS::NetworkManager::CustomerGatewayAssociation" | "AWS::NetworkManager::LinkAssociation" | "AWS::IoTWireless::MulticastGroup" | "AWS::Personalize::DatasetGroup" | "AWS::IoTTwinMaker::ComponentType" | "AWS::CodeBuild::ReportGroup" | "AWS::SageMaker::FeatureGroup" | "AWS::MSK::BatchScramSecret" | "AWS::AppStream::Stack" | "AWS::IoT::JobTemplate" | "AWS::IoTWireless::FuotaTask" | "AWS::IoT::ProvisioningTemplate" | "AWS::InspectorV2::Filter" | "AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation" | "AWS::ServiceDiscovery::Instance" | "AWS::Transfer::Certificate" | "AWS::MediaConnect::FlowSource" | "AWS::APS::RuleGroupsNamespace" | "AWS::CodeGuruProfiler::ProfilingGroup" | "AWS::Route53Resolver::ResolverQueryLoggingConfig" | "AWS::Batch::SchedulingPolicy" | "AWS::ACMPCA::CertificateAuthorityActivation" | "AWS::AppMesh::GatewayRoute" | "AWS::AppMesh::Mesh" | "AWS::Connect::Instance" | "AWS::Connect::QuickConnect" | "AWS::EC2::CarrierGateway" | "AWS::EC2::IPAMPool" | "AWS::EC2::TransitGatewayConnect" | "AWS::EC2::TransitGatewayMulticastDomain" | "AWS::ECS::CapacityProvider" | "AWS::IAM::InstanceProfile" | "AWS::IoT::CACertificate" | "AWS::IoTTwinMaker::SyncJob" | "AWS::KafkaConnect::Connector" | "AWS::Lambda::CodeSigningConfig" | "AWS::NetworkManager::ConnectPeer" | "AWS::ResourceExplorer2::Index" | "AWS::AppStream::Fleet" | "AWS::Cognito::UserPool" | "AWS::Cognito::UserPoolClient" | "AWS::Cognito::UserPoolGroup" | "AWS::EC2::NetworkInsightsAccessScope" | "AWS::EC2::NetworkInsightsAnalysis" | "AWS::Grafana::Workspace" | "AWS::GroundStation::DataflowEndpointGroup" | "AWS::ImageBuilder::ImageRecipe" | "AWS::KMS::Alias" | "AWS::M2::Environment" | "AWS::QuickSight::DataSource" | "AWS::QuickSight::Template" | "AWS::QuickSight::Theme" | "AWS::RDS::OptionGroup" | "AWS::Redshift::EndpointAccess" | "AWS::Route53Resolver::FirewallRuleGroup" | "AWS::SSM::Document" | "AWS::AppConfig::ExtensionAssociation" | "AWS::AppIntegrations::Application" | "AWS::AppSync::ApiCache" | "AWS::Bedrock::Guardrail" | "AWS::Bedrock::KnowledgeBase" | "AWS::Cognito::IdentityPool" | "AWS::Connect::Rule" | "AWS::Connect::User" | "AWS::EC2::ClientVpnTargetNetworkAssociation" | "AWS::EC2::EIPAssociation" | "AWS::EC2::IPAMResourceDiscovery" | "AWS::EC2::IPAMResourceDiscoveryAssociation" | "AWS::EC2::InstanceConnectEndpoint" | "AWS::EC2::SnapshotBlockPublicAccess" | "AWS::EC2::VPCBlockPublicAccessExclusion" | "AWS::EC2::VPCBlockPublicAccessOptions" | "AWS::EC2::VPCEndpointConnectionNotification" | "AWS::EC2::VPNConnectionRoute" | "AWS::Evidently::Segment" | "AWS::IAM::OIDCProvider" | "AWS::InspectorV2::Activation" | "AWS::MSK::ClusterPolicy" | "AWS::MSK::VpcConnection" | "AWS::MediaConnect::Gateway" | "AWS::MemoryDB::SubnetGroup" | "AWS::OpenSearchServerless::Collection" | "AWS::OpenSearchServerless::VpcEndpoint" | "AWS::Redshift::EndpointAuthorization" | "AWS::Route53Profiles::Profile" | "AWS::S3::StorageLensGroup" | "AWS::S3Express::BucketPolicy" | "AWS::S3Express::DirectoryBucket" | "AWS::SageMaker::InferenceExperiment" | "AWS::SecurityHub::Standard" | "AWS::Transfer::Profile" | "AWS::CloudFormation::StackSet" | "AWS::MediaPackageV2::Channel" | "AWS::S3::AccessGrantsLocation" | "AWS::S3::AccessGrant" | "AWS::S3::AccessGrantsInstance" | "AWS::EMRServerless::Application" | "AWS::Config::AggregationAuthorization" | "AWS::Bedrock::ApplicationInferenceProfile" | "AWS::ApiGatewayV2::Integration" | "AWS::SageMaker::MlflowTrackingServer" | "AWS::SageMaker::ModelBiasJobDefinition" | "AWS::SecretsManager::RotationSchedule" | "AWS::Deadline::QueueFleetAssociation" | "AWS::ECR::RepositoryCreationTemplate" | "AWS::CloudFormation::LambdaHook" | "AWS::EC2::SubnetNetworkAclAssociation" | "AWS::ApiGateway::UsagePlan" | "AWS::AppConfig::Extension" | "AWS::Deadline::Fleet" | "AWS::EMR::Studio" | "AWS::S3Tables::TableBucket" | "AWS::CloudFront::RealtimeLogConfig" | "AWS::BackupGateway::Hypervisor" | "AWS::BCMDataExports::Export" | "AWS::CloudFormation::GuardHook" | "AWS::CloudFront::PublicKey" | "AWS::CloudTrail::EventDataStore" | "AWS::EntityResolution::IdMappingWorkflow" | "AWS::EntityResolution::SchemaMapping" | "AWS::IoT::DomainConfiguration" | "AWS::PCAConnectorAD::DirectoryRegistration" | "AWS::RDS::Integration" | "AWS::Config::ConformancePack" | "AWS::RolesAnywhere::Profile" | "AWS::CodeArtifact::Domain" | "AWS::Backup::RestoreTestingPlan" | "AWS::Config::StoredQuery" | "AWS::SageMaker::DataQualityJobDefinition" | "AWS::SageMaker::ModelExplainabilityJobDefinition" | "AWS::SageMaker::ModelQualityJobDefinition" | "AWS::SageMaker::StudioLifecycleConfig" | "AWS::SES::DedicatedIpPool" | "AWS::SES::MailManagerTrafficPolicy" | "AWS::SSM::ResourceDataSync" | "AWS::BedrockAgentCore::Runtime" | "AWS::BedrockAgentCore::BrowserCustom" | "AWS::ElasticLoadBalancingV2::TargetGroup" | "AWS::EMRContainers::VirtualCluster" | "AWS::EntityResolution::MatchingWorkflow" | "AWS::IoTCoreDeviceAdvisor::SuiteDefinition" | "AWS::EC2::SecurityGroupVpcAssociation" | "AWS::EC2::VerifiedAccessInstance" | "AWS::KafkaConnect::CustomPlugin" | "AWS::NetworkManager::TransitGatewayPeering" | "AWS::OpenSearchServerless::SecurityConfig" | "AWS::Redshift::Integration" | "AWS::RolesAnywhere::TrustAnchor" | "AWS::Route53Profiles::ProfileAssociation" | "AWS::SSMIncidents::ResponsePlan" | "AWS::Transfer::Server" | "AWS::Glue::Database" | "AWS::Organizations::OrganizationalUnit" | "AWS::EC2::IPAMPoolCidr" | "AWS::EC2::VPCGatewayAttachment" | "AWS::Bedrock::Prompt" | "AWS::Comprehend::Flywheel" | "AWS::DataSync::Agent" | "AWS::MediaTailor::LiveSource" | "AWS::MSK::ServerlessCluster" | "AWS::IoTSiteWise::Asset" | "AWS::B2BI::Capability" | "AWS::CloudFront::KeyValueStore" | "AWS::Deadline::Monitor" | "AWS::GuardDuty::MalwareProtectionPlan" | "AWS::Location::APIKey" | "AWS::MediaPackageV2::OriginEndpoint" | "AWS::PCAConnectorAD::Connector" | "AWS::S3Tables::TableBucketPolicy" | "AWS::SecretsManager::ResourcePolicy" | "AWS::SSMContacts::Contact" | "AWS::IoT::ThingGroup" | "AWS::ImageBuilder::LifecyclePolicy" | "AWS::GameLift::Build" | "AWS::ECR::ReplicationConfiguration" | "AWS::EC2::SubnetCidrBlock" | "AWS::Connect::SecurityProfile" | "AWS::CleanRoomsML::TrainingDataset" | "AWS::AppStream::AppBlockBuilder" | "AWS::Route53::DNSSEC" | "AWS::SageMaker::UserProfile" | "AWS::ApiGateway::Method";
export interface ResourceValue {
  readonly Value: ResourceValueType;
}
export type ResourceValueType = "RESOURCE_ID";
export interface RetentionConfiguration {
  readonly Name: string;
  readonly RetentionPeriodInDays: number;
}
export interface Scope {
  readonly ComplianceResourceTypes?: readonly (string)[] | undefined;
  readonly TagKey?: string | undefined;
  readonly TagValue?: string | undefined;
  readonly ComplianceResourceId?: string | undefined;
}
export interface SelectAggregateResourceConfigRequest {
  readonly Expression: string;
  readonly ConfigurationAggregatorName: string;
  readonly Limit?: number | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface SelectAggregateResourceConfigResponse {
  readonly Results?: readonly (string)[] | undefined;
  readonly QueryInfo?: QueryInfo | undefined;
  readonly NextToken?: string | undefined;
}
export interface SelectResourceConfigRequest {
  readonly Expression: string;
  readonly Limit?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface SelectResourceConfigResponse {
  readonly Results?: readonly (string)[] | undefined;
  readonly QueryInfo?: QueryInfo | undefined;
  readonly NextToken?: string | undefined;
}
export type SortBy = "SCORE";
export type SortOrder = "ASCENDING" | "DESCENDING";
export interface Source {
  readonly Owner: Owner;
  readonly SourceIdentifier?: string | undefined;
  readonly SourceDetails?: readonly (SourceDetail)[] | undefined;
  readonly CustomPolicyDetails?: CustomPolicyDetails | undefined;
}
export interface SourceDetail {
  readonly EventSource?: EventSource | undefined;
  readonly MessageType?: MessageType | undefined;
  readonly MaximumExecutionFrequency?: MaximumExecutionFrequency | undefined;
}
export interface SsmControls {
  readonly ConcurrentExecutionRatePercentage?: number | undefined;
  readonly ErrorPercentage?: number | undefined;
}
export interface StartConfigRulesEvaluationRequest {
  readonly ConfigRuleNames?: readonly (string)[] | undefined;
}
export interface StartConfigRulesEvaluationResponse {
}
export interface StartConfigurationRecorderRequest {
  readonly ConfigurationRecorderName: string;
}
export interface StartRemediationExecutionRequest {
  readonly ConfigRuleName: string;
  readonly ResourceKeys: readonly (ResourceKey)[];
}
export interface StartRemediationExecutionResponse {
  readonly FailureMessage?: string | undefined;
  readonly FailedItems?: readonly (ResourceKey)[] | undefined;
}
export interface StartResourceEvaluationRequest {
  readonly ResourceDetails: ResourceDetails;
  readonly EvaluationContext?: EvaluationContext | undefined;
  readonly EvaluationMode: EvaluationMode;
  readonly EvaluationTimeout?: number | undefined;
  readonly ClientToken?: string | undefined;
}
export interface StartResourceEvaluationResponse {
  readonly ResourceEvaluationId?: string | undefined;
}
export interface StaticValue {
  readonly Values: readonly (string)[];
}
export interface StatusDetailFilters {
  readonly AccountId?: string | undefined;
  readonly MemberAccountRuleStatus?: MemberAccountRuleStatus | undefined;
}
export interface StopConfigurationRecorderRequest {
  readonly ConfigurationRecorderName: string;
}
export interface StoredQuery {
  readonly QueryId?: string | undefined;
  readonly QueryArn?: string | undefined;
  readonly QueryName: string;
  readonly Description?: string | undefined;
  readonly Expression?: string | undefined;
}
export interface StoredQueryMetadata {
  readonly QueryId: string;
  readonly QueryArn: string;
  readonly QueryName: string;
  readonly Description?: string | undefined;
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TemplateSSMDocumentDetails {
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
}
export interface TimeWindow {
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}

export interface ConfigServiceOperations {
  readonly AssociateResourceTypes: { readonly input: AssociateResourceTypesRequest; readonly output: AssociateResourceTypesResponse };
  readonly BatchGetAggregateResourceConfig: { readonly input: BatchGetAggregateResourceConfigRequest; readonly output: BatchGetAggregateResourceConfigResponse };
  readonly BatchGetResourceConfig: { readonly input: BatchGetResourceConfigRequest; readonly output: BatchGetResourceConfigResponse };
  readonly DeleteAggregationAuthorization: { readonly input: DeleteAggregationAuthorizationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteConfigRule: { readonly input: DeleteConfigRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteConfigurationAggregator: { readonly input: DeleteConfigurationAggregatorRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteConfigurationRecorder: { readonly input: DeleteConfigurationRecorderRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteConformancePack: { readonly input: DeleteConformancePackRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteDeliveryChannel: { readonly input: DeleteDeliveryChannelRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteEvaluationResults: { readonly input: DeleteEvaluationResultsRequest; readonly output: DeleteEvaluationResultsResponse };
  readonly DeleteOrganizationConfigRule: { readonly input: DeleteOrganizationConfigRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteOrganizationConformancePack: { readonly input: DeleteOrganizationConformancePackRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePendingAggregationRequest: { readonly input: DeletePendingAggregationRequestRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRemediationConfiguration: { readonly input: DeleteRemediationConfigurationRequest; readonly output: DeleteRemediationConfigurationResponse };
  readonly DeleteRemediationExceptions: { readonly input: DeleteRemediationExceptionsRequest; readonly output: DeleteRemediationExceptionsResponse };
  readonly DeleteResourceConfig: { readonly input: DeleteResourceConfigRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRetentionConfiguration: { readonly input: DeleteRetentionConfigurationRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteServiceLinkedConfigurationRecorder: { readonly input: DeleteServiceLinkedConfigurationRecorderRequest; readonly output: DeleteServiceLinkedConfigurationRecorderResponse };
  readonly DeleteStoredQuery: { readonly input: DeleteStoredQueryRequest; readonly output: DeleteStoredQueryResponse };
  readonly DeliverConfigSnapshot: { readonly input: DeliverConfigSnapshotRequest; readonly output: DeliverConfigSnapshotResponse };
  readonly DescribeAggregateComplianceByConfigRules: { readonly input: DescribeAggregateComplianceByConfigRulesRequest; readonly output: DescribeAggregateComplianceByConfigRulesResponse };
  readonly DescribeAggregateComplianceByConformancePacks: { readonly input: DescribeAggregateComplianceByConformancePacksRequest; readonly output: DescribeAggregateComplianceByConformancePacksResponse };
  readonly DescribeAggregationAuthorizations: { readonly input: DescribeAggregationAuthorizationsRequest; readonly output: DescribeAggregationAuthorizationsResponse };
  readonly DescribeComplianceByConfigRule: { readonly input: DescribeComplianceByConfigRuleRequest; readonly output: DescribeComplianceByConfigRuleResponse };
  readonly DescribeComplianceByResource: { readonly input: DescribeComplianceByResourceRequest; readonly output: DescribeComplianceByResourceResponse };
  readonly DescribeConfigRuleEvaluationStatus: { readonly input: DescribeConfigRuleEvaluationStatusRequest; readonly output: DescribeConfigRuleEvaluationStatusResponse };
  readonly DescribeConfigRules: { readonly input: DescribeConfigRulesRequest; readonly output: DescribeConfigRulesResponse };
  readonly DescribeConfigurationAggregatorSourcesStatus: { readonly input: DescribeConfigurationAggregatorSourcesStatusRequest; readonly output: DescribeConfigurationAggregatorSourcesStatusResponse };
  readonly DescribeConfigurationAggregators: { readonly input: DescribeConfigurationAggregatorsRequest; readonly output: DescribeConfigurationAggregatorsResponse };
  readonly DescribeConfigurationRecorderStatus: { readonly input: DescribeConfigurationRecorderStatusRequest; readonly output: DescribeConfigurationRecorderStatusResponse };
  readonly DescribeConfigurationRecorders: { readonly input: DescribeConfigurationRecordersRequest; readonly output: DescribeConfigurationRecordersResponse };
  readonly DescribeConformancePackCompliance: { readonly input: DescribeConformancePackComplianceRequest; readonly output: DescribeConformancePackComplianceResponse };
  readonly DescribeConformancePackStatus: { readonly input: DescribeConformancePackStatusRequest; readonly output: DescribeConformancePackStatusResponse };
  readonly DescribeConformancePacks: { readonly input: DescribeConformancePacksRequest; readonly output: DescribeConformancePacksResponse };
  readonly DescribeDeliveryChannelStatus: { readonly input: DescribeDeliveryChannelStatusRequest; readonly output: DescribeDeliveryChannelStatusResponse };
  readonly DescribeDeliveryChannels: { readonly input: DescribeDeliveryChannelsRequest; readonly output: DescribeDeliveryChannelsResponse };
  readonly DescribeOrganizationConfigRuleStatuses: { readonly input: DescribeOrganizationConfigRuleStatusesRequest; readonly output: DescribeOrganizationConfigRuleStatusesResponse };
  readonly DescribeOrganizationConfigRules: { readonly input: DescribeOrganizationConfigRulesRequest; readonly output: DescribeOrganizationConfigRulesResponse };
  readonly DescribeOrganizationConformancePackStatuses: { readonly input: DescribeOrganizationConformancePackStatusesRequest; readonly output: DescribeOrganizationConformancePackStatusesResponse };
  readonly DescribeOrganizationConformancePacks: { readonly input: DescribeOrganizationConformancePacksRequest; readonly output: DescribeOrganizationConformancePacksResponse };
  readonly DescribePendingAggregationRequests: { readonly input: DescribePendingAggregationRequestsRequest; readonly output: DescribePendingAggregationRequestsResponse };
  readonly DescribeRemediationConfigurations: { readonly input: DescribeRemediationConfigurationsRequest; readonly output: DescribeRemediationConfigurationsResponse };
  readonly DescribeRemediationExceptions: { readonly input: DescribeRemediationExceptionsRequest; readonly output: DescribeRemediationExceptionsResponse };
  readonly DescribeRemediationExecutionStatus: { readonly input: DescribeRemediationExecutionStatusRequest; readonly output: DescribeRemediationExecutionStatusResponse };
  readonly DescribeRetentionConfigurations: { readonly input: DescribeRetentionConfigurationsRequest; readonly output: DescribeRetentionConfigurationsResponse };
  readonly DisassociateResourceTypes: { readonly input: DisassociateResourceTypesRequest; readonly output: DisassociateResourceTypesResponse };
  readonly GetAggregateComplianceDetailsByConfigRule: { readonly input: GetAggregateComplianceDetailsByConfigRuleRequest; readonly output: GetAggregateComplianceDetailsByConfigRuleResponse };
  readonly GetAggregateConfigRuleComplianceSummary: { readonly input: GetAggregateConfigRuleComplianceSummaryRequest; readonly output: GetAggregateConfigRuleComplianceSummaryResponse };
  readonly GetAggregateConformancePackComplianceSummary: { readonly input: GetAggregateConformancePackComplianceSummaryRequest; readonly output: GetAggregateConformancePackComplianceSummaryResponse };
  readonly GetAggregateDiscoveredResourceCounts: { readonly input: GetAggregateDiscoveredResourceCountsRequest; readonly output: GetAggregateDiscoveredResourceCountsResponse };
  readonly GetAggregateResourceConfig: { readonly input: GetAggregateResourceConfigRequest; readonly output: GetAggregateResourceConfigResponse };
  readonly GetComplianceDetailsByConfigRule: { readonly input: GetComplianceDetailsByConfigRuleRequest; readonly output: GetComplianceDetailsByConfigRuleResponse };
  readonly GetComplianceDetailsByResource: { readonly input: GetComplianceDetailsByResourceRequest; readonly output: GetComplianceDetailsByResourceResponse };
  readonly GetComplianceSummaryByConfigRule: { readonly input: Readonly<Record<string, never>>; readonly output: GetComplianceSummaryByConfigRuleResponse };
  readonly GetComplianceSummaryByResourceType: { readonly input: GetComplianceSummaryByResourceTypeRequest; readonly output: GetComplianceSummaryByResourceTypeResponse };
  readonly GetConformancePackComplianceDetails: { readonly input: GetConformancePackComplianceDetailsRequest; readonly output: GetConformancePackComplianceDetailsResponse };
  readonly GetConformancePackComplianceSummary: { readonly input: GetConformancePackComplianceSummaryRequest; readonly output: GetConformancePackComplianceSummaryResponse };
  readonly GetCustomRulePolicy: { readonly input: GetCustomRulePolicyRequest; readonly output: GetCustomRulePolicyResponse };
  readonly GetDiscoveredResourceCounts: { readonly input: GetDiscoveredResourceCountsRequest; readonly output: GetDiscoveredResourceCountsResponse };
  readonly GetOrganizationConfigRuleDetailedStatus: { readonly input: GetOrganizationConfigRuleDetailedStatusRequest; readonly output: GetOrganizationConfigRuleDetailedStatusResponse };
  readonly GetOrganizationConformancePackDetailedStatus: { readonly input: GetOrganizationConformancePackDetailedStatusRequest; readonly output: GetOrganizationConformancePackDetailedStatusResponse };
  readonly GetOrganizationCustomRulePolicy: { readonly input: GetOrganizationCustomRulePolicyRequest; readonly output: GetOrganizationCustomRulePolicyResponse };
  readonly GetResourceConfigHistory: { readonly input: GetResourceConfigHistoryRequest; readonly output: GetResourceConfigHistoryResponse };
  readonly GetResourceEvaluationSummary: { readonly input: GetResourceEvaluationSummaryRequest; readonly output: GetResourceEvaluationSummaryResponse };
  readonly GetStoredQuery: { readonly input: GetStoredQueryRequest; readonly output: GetStoredQueryResponse };
  readonly ListAggregateDiscoveredResources: { readonly input: ListAggregateDiscoveredResourcesRequest; readonly output: ListAggregateDiscoveredResourcesResponse };
  readonly ListConfigurationRecorders: { readonly input: ListConfigurationRecordersRequest; readonly output: ListConfigurationRecordersResponse };
  readonly ListConformancePackComplianceScores: { readonly input: ListConformancePackComplianceScoresRequest; readonly output: ListConformancePackComplianceScoresResponse };
  readonly ListDiscoveredResources: { readonly input: ListDiscoveredResourcesRequest; readonly output: ListDiscoveredResourcesResponse };
  readonly ListResourceEvaluations: { readonly input: ListResourceEvaluationsRequest; readonly output: ListResourceEvaluationsResponse };
  readonly ListStoredQueries: { readonly input: ListStoredQueriesRequest; readonly output: ListStoredQueriesResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly PutAggregationAuthorization: { readonly input: PutAggregationAuthorizationRequest; readonly output: PutAggregationAuthorizationResponse };
  readonly PutConfigRule: { readonly input: PutConfigRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutConfigurationAggregator: { readonly input: PutConfigurationAggregatorRequest; readonly output: PutConfigurationAggregatorResponse };
  readonly PutConfigurationRecorder: { readonly input: PutConfigurationRecorderRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutConformancePack: { readonly input: PutConformancePackRequest; readonly output: PutConformancePackResponse };
  readonly PutDeliveryChannel: { readonly input: PutDeliveryChannelRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutEvaluations: { readonly input: PutEvaluationsRequest; readonly output: PutEvaluationsResponse };
  readonly PutExternalEvaluation: { readonly input: PutExternalEvaluationRequest; readonly output: PutExternalEvaluationResponse };
  readonly PutOrganizationConfigRule: { readonly input: PutOrganizationConfigRuleRequest; readonly output: PutOrganizationConfigRuleResponse };
  readonly PutOrganizationConformancePack: { readonly input: PutOrganizationConformancePackRequest; readonly output: PutOrganizationConformancePackResponse };
  readonly PutRemediationConfigurations: { readonly input: PutRemediationConfigurationsRequest; readonly output: PutRemediationConfigurationsResponse };
  readonly PutRemediationExceptions: { readonly input: PutRemediationExceptionsRequest; readonly output: PutRemediationExceptionsResponse };
  readonly PutResourceConfig: { readonly input: PutResourceConfigRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutRetentionConfiguration: { readonly input: PutRetentionConfigurationRequest; readonly output: PutRetentionConfigurationResponse };
  readonly PutServiceLinkedConfigurationRecorder: { readonly input: PutServiceLinkedConfigurationRecorderRequest; readonly output: PutServiceLinkedConfigurationRecorderResponse };
  readonly PutStoredQuery: { readonly input: PutStoredQueryRequest; readonly output: PutStoredQueryResponse };
  readonly SelectAggregateResourceConfig: { readonly input: SelectAggregateResourceConfigRequest; readonly output: SelectAggregateResourceConfigResponse };
  readonly SelectResourceConfig: { readonly input: SelectResourceConfigRequest; readonly output: SelectResourceConfigResponse };
  readonly StartConfigRulesEvaluation: { readonly input: StartConfigRulesEvaluationRequest; readonly output: StartConfigRulesEvaluationResponse };
  readonly StartConfigurationRecorder: { readonly input: StartConfigurationRecorderRequest; readonly output: Readonly<Record<string, never>> };
  readonly StartRemediationExecution: { readonly input: StartRemediationExecutionRequest; readonly output: StartRemediationExecutionResponse };
  readonly StartResourceEvaluation: { readonly input: StartResourceEvaluationRequest; readonly output: StartResourceEvaluationResponse };
  readonly StopConfigurationRecorder: { readonly input: StopConfigurationRecorderRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: Readonly<Record<string, never>> };
}
