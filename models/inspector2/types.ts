// Generated from the API model of Inspector2; see scripts/generate-models.

export interface Account {
  readonly accountId: string;
  readonly status: Status;
  readonly resourceStatus: ResourceStatus;
}
export interface AccountAggregation {
  readonly findingType?: AggregationFindingType | undefined;
  readonly resourceType?: AggregationResourceType | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: AccountSortBy | undefined;
}
export interface AccountAggregationResponse {
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly exploitAvailableCount?: number | undefined;
  readonly fixAvailableCount?: number | undefined;
}
export type AccountSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface AccountState {
  readonly accountId: string;
  readonly state: State;
  readonly resourceState: ResourceState;
}
export type AggregationFindingType = "NETWORK_REACHABILITY" | "PACKAGE_VULNERABILITY" | "CODE_VULNERABILITY";
export interface AggregationRequest {
  readonly accountAggregation?: AccountAggregation | undefined;
  readonly amiAggregation?: AmiAggregation | undefined;
  readonly awsEcrContainerAggregation?: AwsEcrContainerAggregation | undefined;
  readonly ec2InstanceAggregation?: Ec2InstanceAggregation | undefined;
  readonly findingTypeAggregation?: FindingTypeAggregation | undefined;
  readonly imageLayerAggregation?: ImageLayerAggregation | undefined;
  readonly packageAggregation?: PackageAggregation | undefined;
  readonly repositoryAggregation?: RepositoryAggregation | undefined;
  readonly titleAggregation?: TitleAggregation | undefined;
  readonly lambdaLayerAggregation?: LambdaLayerAggregation | undefined;
  readonly lambdaFunctionAggregation?: LambdaFunctionAggregation | undefined;
  readonly codeRepositoryAggregation?: CodeRepositoryAggregation | undefined;
}
export type AggregationResourceType = "AWS_EC2_INSTANCE" | "AWS_ECR_CONTAINER_IMAGE" | "AWS_LAMBDA_FUNCTION" | "CODE_REPOSITORY";
export interface AggregationResponse {
  readonly accountAggregation?: AccountAggregationResponse | undefined;
  readonly amiAggregation?: AmiAggregationResponse | undefined;
  readonly awsEcrContainerAggregation?: AwsEcrContainerAggregationResponse | undefined;
  readonly ec2InstanceAggregation?: Ec2InstanceAggregationResponse | undefined;
  readonly findingTypeAggregation?: FindingTypeAggregationResponse | undefined;
  readonly imageLayerAggregation?: ImageLayerAggregationResponse | undefined;
  readonly packageAggregation?: PackageAggregationResponse | undefined;
  readonly repositoryAggregation?: RepositoryAggregationResponse | undefined;
  readonly titleAggregation?: TitleAggregationResponse | undefined;
  readonly lambdaLayerAggregation?: LambdaLayerAggregationResponse | undefined;
  readonly lambdaFunctionAggregation?: LambdaFunctionAggregationResponse | undefined;
  readonly codeRepositoryAggregation?: CodeRepositoryAggregationResponse | undefined;
}
export type AggregationType = "FINDING_TYPE" | "PACKAGE" | "TITLE" | "REPOSITORY" | "AMI" | "AWS_EC2_INSTANCE" | "AWS_ECR_CONTAINER" | "IMAGE_LAYER" | "ACCOUNT" | "AWS_LAMBDA_FUNCTION" | "LAMBDA_LAYER" | "CODE_REPOSITORY";
export interface AmiAggregation {
  readonly amis?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: AmiSortBy | undefined;
}
export interface AmiAggregationResponse {
  readonly ami: string;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly affectedInstances?: number | undefined;
}
export type AmiSortBy = "CRITICAL" | "HIGH" | "ALL" | "AFFECTED_INSTANCES";
export type Architecture = "X86_64" | "ARM64";
export interface AssociateConfigurationRequest {
  readonly scanConfigurationArn: string;
  readonly resource: CodeSecurityResource;
}
export interface AssociateMemberRequest {
  readonly accountId: string;
}
export interface AssociateMemberResponse {
  readonly accountId: string;
}
export type AssociationResultStatusCode = "INTERNAL_ERROR" | "ACCESS_DENIED" | "SCAN_CONFIGURATION_NOT_FOUND" | "INVALID_INPUT" | "RESOURCE_NOT_FOUND" | "QUOTA_EXCEEDED";
export interface AtigData {
  readonly firstSeen?: Date | undefined;
  readonly lastSeen?: Date | undefined;
  readonly targets?: readonly (string)[] | undefined;
  readonly ttps?: readonly (string)[] | undefined;
}
export interface AutoEnable {
  readonly ec2: boolean;
  readonly ecr: boolean;
  readonly lambda?: boolean | undefined;
  readonly lambdaCode?: boolean | undefined;
  readonly codeRepository?: boolean | undefined;
}
export interface AwsEc2InstanceDetails {
  readonly type?: string | undefined;
  readonly imageId?: string | undefined;
  readonly ipV4Addresses?: readonly (string)[] | undefined;
  readonly ipV6Addresses?: readonly (string)[] | undefined;
  readonly keyName?: string | undefined;
  readonly iamInstanceProfileArn?: string | undefined;
  readonly vpcId?: string | undefined;
  readonly subnetId?: string | undefined;
  readonly launchedAt?: Date | undefined;
  readonly platform?: string | undefined;
}
export interface AwsEcrContainerAggregation {
  readonly resourceIds?: readonly (StringFilter)[] | undefined;
  readonly imageShas?: readonly (StringFilter)[] | undefined;
  readonly repositories?: readonly (StringFilter)[] | undefined;
  readonly architectures?: readonly (StringFilter)[] | undefined;
  readonly imageTags?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: AwsEcrContainerSortBy | undefined;
  readonly lastInUseAt?: readonly (DateFilter)[] | undefined;
  readonly inUseCount?: readonly (NumberFilter)[] | undefined;
}
export interface AwsEcrContainerAggregationResponse {
  readonly resourceId: string;
  readonly imageSha?: string | undefined;
  readonly repository?: string | undefined;
  readonly architecture?: string | undefined;
  readonly imageTags?: readonly (string)[] | undefined;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly lastInUseAt?: Date | undefined;
  readonly inUseCount?: number | undefined;
}
export interface AwsEcrContainerImageDetails {
  readonly repositoryName: string;
  readonly imageTags?: readonly (string)[] | undefined;
  readonly pushedAt?: Date | undefined;
  readonly author?: string | undefined;
  readonly architecture?: string | undefined;
  readonly imageHash: string;
  readonly registry: string;
  readonly platform?: string | undefined;
  readonly lastInUseAt?: Date | undefined;
  readonly inUseCount?: number | undefined;
}
export type AwsEcrContainerSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface AwsEcsMetadataDetails {
  readonly detailsGroup: string;
  readonly taskDefinitionArn: string;
}
export interface AwsEksMetadataDetails {
  readonly namespace?: string | undefined;
  readonly workloadInfoList?: readonly (AwsEksWorkloadInfo)[] | undefined;
}
export interface AwsEksWorkloadInfo {
  readonly name: string;
  readonly type: string;
}
export interface AwsLambdaFunctionDetails {
  readonly functionName: string;
  readonly runtime: Runtime;
  readonly codeSha256: string;
  readonly version: string;
  readonly executionRoleArn: string;
  readonly layers?: readonly (string)[] | undefined;
  readonly vpcConfig?: LambdaVpcConfig | undefined;
  readonly packageType?: PackageType | undefined;
  readonly architectures?: readonly (Architecture)[] | undefined;
  readonly lastModifiedAt?: Date | undefined;
}
export interface BatchAssociateCodeSecurityScanConfigurationRequest {
  readonly associateConfigurationRequests: readonly (AssociateConfigurationRequest)[];
}
export interface BatchAssociateCodeSecurityScanConfigurationResponse {
  readonly failedAssociations?: readonly (FailedAssociationResult)[] | undefined;
  readonly successfulAssociations?: readonly (SuccessfulAssociationResult)[] | undefined;
}
export interface BatchDisassociateCodeSecurityScanConfigurationRequest {
  readonly disassociateConfigurationRequests: readonly (DisassociateConfigurationRequest)[];
}
export interface BatchDisassociateCodeSecurityScanConfigurationResponse {
  readonly failedAssociations?: readonly (FailedAssociationResult)[] | undefined;
  readonly successfulAssociations?: readonly (SuccessfulAssociationResult)[] | undefined;
}
export interface BatchGetAccountStatusRequest {
  readonly accountIds?: readonly (string)[] | undefined;
}
export interface BatchGetAccountStatusResponse {
  readonly accounts: readonly (AccountState)[];
  readonly failedAccounts?: readonly (FailedAccount)[] | undefined;
}
export interface BatchGetCodeSnippetRequest {
  readonly findingArns: readonly (string)[];
}
export interface BatchGetCodeSnippetResponse {
  readonly codeSnippetResults?: readonly (CodeSnippetResult)[] | undefined;
  readonly errors?: readonly (CodeSnippetError)[] | undefined;
}
export interface BatchGetFindingDetailsRequest {
  readonly findingArns: readonly (string)[];
}
export interface BatchGetFindingDetailsResponse {
  readonly findingDetails?: readonly (FindingDetail)[] | undefined;
  readonly errors?: readonly (FindingDetailsError)[] | undefined;
}
export interface BatchGetFreeTrialInfoRequest {
  readonly accountIds: readonly (string)[];
}
export interface BatchGetFreeTrialInfoResponse {
  readonly accounts: readonly (FreeTrialAccountInfo)[];
  readonly failedAccounts: readonly (FreeTrialInfoError)[];
}
export interface BatchGetMemberEc2DeepInspectionStatusRequest {
  readonly accountIds?: readonly (string)[] | undefined;
}
export interface BatchGetMemberEc2DeepInspectionStatusResponse {
  readonly accountIds?: readonly (MemberAccountEc2DeepInspectionStatusState)[] | undefined;
  readonly failedAccountIds?: readonly (FailedMemberAccountEc2DeepInspectionStatusState)[] | undefined;
}
export interface BatchUpdateMemberEc2DeepInspectionStatusRequest {
  readonly accountIds: readonly (MemberAccountEc2DeepInspectionStatus)[];
}
export interface BatchUpdateMemberEc2DeepInspectionStatusResponse {
  readonly accountIds?: readonly (MemberAccountEc2DeepInspectionStatusState)[] | undefined;
  readonly failedAccountIds?: readonly (FailedMemberAccountEc2DeepInspectionStatusState)[] | undefined;
}
export interface CancelFindingsReportRequest {
  readonly reportId: string;
}
export interface CancelFindingsReportResponse {
  readonly reportId: string;
}
export interface CancelSbomExportRequest {
  readonly reportId: string;
}
export interface CancelSbomExportResponse {
  readonly reportId?: string | undefined;
}
export interface CisCheckAggregation {
  readonly scanArn: string;
  readonly checkId?: string | undefined;
  readonly title?: string | undefined;
  readonly checkDescription?: string | undefined;
  readonly level?: CisSecurityLevel | undefined;
  readonly accountId?: string | undefined;
  readonly statusCounts?: StatusCounts | undefined;
  readonly platform?: string | undefined;
}
export interface CisDateFilter {
  readonly earliestScanStartTime?: Date | undefined;
  readonly latestScanStartTime?: Date | undefined;
}
export type CisFindingStatus = "PASSED" | "FAILED" | "SKIPPED";
export type CisFindingStatusComparison = "EQUALS";
export interface CisFindingStatusFilter {
  readonly comparison: CisFindingStatusComparison;
  readonly value: CisFindingStatus;
}
export interface CisNumberFilter {
  readonly upperInclusive?: number | undefined;
  readonly lowerInclusive?: number | undefined;
}
export type CisReportFormat = "PDF" | "CSV";
export type CisReportStatus = "SUCCEEDED" | "FAILED" | "IN_PROGRESS";
export type CisResultStatus = "PASSED" | "FAILED" | "SKIPPED";
export type CisResultStatusComparison = "EQUALS";
export interface CisResultStatusFilter {
  readonly comparison: CisResultStatusComparison;
  readonly value: CisResultStatus;
}
export type CisRuleStatus = "FAILED" | "PASSED" | "NOT_EVALUATED" | "INFORMATIONAL" | "UNKNOWN" | "NOT_APPLICABLE" | "ERROR";
export interface CisScan {
  readonly scanArn: string;
  readonly scanConfigurationArn: string;
  readonly status?: CisScanStatus | undefined;
  readonly scanName?: string | undefined;
  readonly scanDate?: Date | undefined;
  readonly failedChecks?: number | undefined;
  readonly totalChecks?: number | undefined;
  readonly targets?: CisTargets | undefined;
  readonly scheduledBy?: string | undefined;
  readonly securityLevel?: CisSecurityLevel | undefined;
}
export interface CisScanConfiguration {
  readonly scanConfigurationArn: string;
  readonly ownerId?: string | undefined;
  readonly scanName?: string | undefined;
  readonly securityLevel?: CisSecurityLevel | undefined;
  readonly schedule?: Schedule | undefined;
  readonly targets?: CisTargets | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export type CisScanConfigurationsSortBy = "SCAN_NAME" | "SCAN_CONFIGURATION_ARN";
export interface CisScanResultDetails {
  readonly scanArn: string;
  readonly accountId?: string | undefined;
  readonly targetResourceId?: string | undefined;
  readonly platform?: string | undefined;
  readonly status?: CisFindingStatus | undefined;
  readonly statusReason?: string | undefined;
  readonly checkId?: string | undefined;
  readonly title?: string | undefined;
  readonly checkDescription?: string | undefined;
  readonly remediation?: string | undefined;
  readonly level?: CisSecurityLevel | undefined;
  readonly findingArn?: string | undefined;
}
export interface CisScanResultDetailsFilterCriteria {
  readonly findingStatusFilters?: readonly (CisFindingStatusFilter)[] | undefined;
  readonly checkIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly titleFilters?: readonly (CisStringFilter)[] | undefined;
  readonly securityLevelFilters?: readonly (CisSecurityLevelFilter)[] | undefined;
  readonly findingArnFilters?: readonly (CisStringFilter)[] | undefined;
}
export type CisScanResultDetailsSortBy = "CHECK_ID" | "STATUS";
export interface CisScanResultsAggregatedByChecksFilterCriteria {
  readonly accountIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly checkIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly titleFilters?: readonly (CisStringFilter)[] | undefined;
  readonly platformFilters?: readonly (CisStringFilter)[] | undefined;
  readonly failedResourcesFilters?: readonly (CisNumberFilter)[] | undefined;
  readonly securityLevelFilters?: readonly (CisSecurityLevelFilter)[] | undefined;
}
export type CisScanResultsAggregatedByChecksSortBy = "CHECK_ID" | "TITLE" | "PLATFORM" | "FAILED_COUNTS" | "SECURITY_LEVEL";
export interface CisScanResultsAggregatedByTargetResourceFilterCriteria {
  readonly accountIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly statusFilters?: readonly (CisResultStatusFilter)[] | undefined;
  readonly checkIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly targetResourceIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly targetResourceTagFilters?: readonly (TagFilter)[] | undefined;
  readonly platformFilters?: readonly (CisStringFilter)[] | undefined;
  readonly targetStatusFilters?: readonly (CisTargetStatusFilter)[] | undefined;
  readonly targetStatusReasonFilters?: readonly (CisTargetStatusReasonFilter)[] | undefined;
  readonly failedChecksFilters?: readonly (CisNumberFilter)[] | undefined;
}
export type CisScanResultsAggregatedByTargetResourceSortBy = "RESOURCE_ID" | "FAILED_COUNTS" | "ACCOUNT_ID" | "PLATFORM" | "TARGET_STATUS" | "TARGET_STATUS_REASON";
export type CisScanStatus = "FAILED" | "COMPLETED" | "CANCELLED" | "IN_PROGRESS";
export type CisScanStatusComparison = "EQUALS";
export interface CisScanStatusFilter {
  readonly comparison: CisScanStatusComparison;
  readonly value: CisScanStatus;
}
export type CisSecurityLevel = "LEVEL_1" | "LEVEL_2";
export type CisSecurityLevelComparison = "EQUALS";
export interface CisSecurityLevelFilter {
  readonly comparison: CisSecurityLevelComparison;
  readonly value: CisSecurityLevel;
}
export interface CisSessionMessage {
  readonly ruleId: string;
  readonly status: CisRuleStatus;
  readonly cisRuleDetails: Uint8Array;
}
export type CisSortOrder = "ASC" | "DESC";
export type CisStringComparison = "EQUALS" | "PREFIX" | "NOT_EQUALS";
export interface CisStringFilter {
  readonly comparison: CisStringComparison;
  readonly value: string;
}
export interface CisTargetResourceAggregation {
  readonly scanArn: string;
  readonly targetResourceId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly targetResourceTags?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly statusCounts?: StatusCounts | undefined;
  readonly platform?: string | undefined;
  readonly targetStatus?: CisTargetStatus | undefined;
  readonly targetStatusReason?: CisTargetStatusReason | undefined;
}
export type CisTargetStatus = "TIMED_OUT" | "CANCELLED" | "COMPLETED";
export type CisTargetStatusComparison = "EQUALS";
export interface CisTargetStatusFilter {
  readonly comparison: CisTargetStatusComparison;
  readonly value: CisTargetStatus;
}
export type CisTargetStatusReason = "SCAN_IN_PROGRESS" | "UNSUPPORTED_OS" | "SSM_UNMANAGED";
export interface CisTargetStatusReasonFilter {
  readonly comparison: CisTargetStatusComparison;
  readonly value: CisTargetStatusReason;
}
export interface CisTargets {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly targetResourceTags?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface CisaData {
  readonly dateAdded?: Date | undefined;
  readonly dateDue?: Date | undefined;
  readonly action?: string | undefined;
}
export interface ClusterDetails {
  readonly lastInUse: Date;
  readonly runningUnitCount?: number | undefined;
  readonly stoppedUnitCount?: number | undefined;
  readonly clusterMetadata: ClusterMetadata;
}
export interface ClusterForImageFilterCriteria {
  readonly resourceId: string;
}
export interface ClusterInformation {
  readonly clusterArn: string;
  readonly clusterDetails?: readonly (ClusterDetails)[] | undefined;
}
export interface ClusterMetadata {
  readonly awsEcsMetadataDetails?: AwsEcsMetadataDetails | undefined;
  readonly awsEksMetadataDetails?: AwsEksMetadataDetails | undefined;
}
export interface CodeFilePath {
  readonly fileName: string;
  readonly filePath: string;
  readonly startLine: number;
  readonly endLine: number;
}
export interface CodeLine {
  readonly content: string;
  readonly lineNumber: number;
}
export interface CodeRepositoryAggregation {
  readonly projectNames?: readonly (StringFilter)[] | undefined;
  readonly providerTypes?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: CodeRepositorySortBy | undefined;
  readonly resourceIds?: readonly (StringFilter)[] | undefined;
}
export interface CodeRepositoryAggregationResponse {
  readonly projectNames: string;
  readonly providerType?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly exploitAvailableActiveFindingsCount?: number | undefined;
  readonly fixAvailableActiveFindingsCount?: number | undefined;
  readonly accountId?: string | undefined;
  readonly resourceId?: string | undefined;
}
export interface CodeRepositoryDetails {
  readonly projectName?: string | undefined;
  readonly integrationArn?: string | undefined;
  readonly providerType?: CodeRepositoryProviderType | undefined;
}
export interface CodeRepositoryMetadata {
  readonly projectName: string;
  readonly integrationArn?: string | undefined;
  readonly providerType: string;
  readonly providerTypeVisibility: string;
  readonly lastScannedCommitId?: string | undefined;
  readonly scanConfiguration?: ProjectCodeSecurityScanConfiguration | undefined;
  readonly onDemandScan?: CodeRepositoryOnDemandScan | undefined;
}
export interface CodeRepositoryOnDemandScan {
  readonly lastScannedCommitId?: string | undefined;
  readonly lastScanAt?: Date | undefined;
  readonly scanStatus?: ScanStatus | undefined;
}
export type CodeRepositoryProviderType = "GITHUB" | "GITLAB_SELF_MANAGED";
export type CodeRepositorySortBy = "CRITICAL" | "HIGH" | "ALL";
export type CodeScanStatus = "IN_PROGRESS" | "SUCCESSFUL" | "FAILED" | "SKIPPED";
export interface CodeSecurityIntegrationSummary {
  readonly integrationArn: string;
  readonly name: string;
  readonly type: IntegrationType;
  readonly status: IntegrationStatus;
  readonly statusReason: string;
  readonly createdOn: Date;
  readonly lastUpdateOn: Date;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CodeSecurityResource {
  readonly projectId?: string | undefined;
}
export interface CodeSecurityScanConfiguration {
  readonly periodicScanConfiguration?: PeriodicScanConfiguration | undefined;
  readonly continuousIntegrationScanConfiguration?: ContinuousIntegrationScanConfiguration | undefined;
  readonly ruleSetCategories: readonly (RuleSetCategory)[];
}
export interface CodeSecurityScanConfigurationAssociationSummary {
  readonly resource?: CodeSecurityResource | undefined;
}
export interface CodeSecurityScanConfigurationSummary {
  readonly scanConfigurationArn: string;
  readonly name: string;
  readonly ownerAccountId: string;
  readonly periodicScanFrequency?: PeriodicScanFrequency | undefined;
  readonly frequencyExpression?: string | undefined;
  readonly continuousIntegrationScanSupportedEvents?: readonly (ContinuousIntegrationScanEvent)[] | undefined;
  readonly ruleSetCategories: readonly (RuleSetCategory)[];
  readonly scopeSettings?: ScopeSettings | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CodeSnippetError {
  readonly findingArn: string;
  readonly errorCode: CodeSnippetErrorCode;
  readonly errorMessage: string;
}
export type CodeSnippetErrorCode = "INTERNAL_ERROR" | "ACCESS_DENIED" | "CODE_SNIPPET_NOT_FOUND" | "INVALID_INPUT";
export interface CodeSnippetResult {
  readonly findingArn?: string | undefined;
  readonly startLine?: number | undefined;
  readonly endLine?: number | undefined;
  readonly codeSnippet?: readonly (CodeLine)[] | undefined;
  readonly suggestedFixes?: readonly (SuggestedFix)[] | undefined;
}
export interface CodeVulnerabilityDetails {
  readonly filePath: CodeFilePath;
  readonly detectorTags?: readonly (string)[] | undefined;
  readonly referenceUrls?: readonly (string)[] | undefined;
  readonly ruleId?: string | undefined;
  readonly sourceLambdaLayerArn?: string | undefined;
  readonly detectorId: string;
  readonly detectorName: string;
  readonly cwes: readonly (string)[];
}
export interface ComputePlatform {
  readonly vendor?: string | undefined;
  readonly product?: string | undefined;
  readonly version?: string | undefined;
}
export type ConfigurationLevel = "ORGANIZATION" | "ACCOUNT";
export interface ContinuousIntegrationScanConfiguration {
  readonly supportedEvents: readonly (ContinuousIntegrationScanEvent)[];
}
export type ContinuousIntegrationScanEvent = "PULL_REQUEST" | "PUSH";
export interface Counts {
  readonly count?: number | undefined;
  readonly groupKey?: GroupKey | undefined;
}
export interface CoverageDateFilter {
  readonly startInclusive?: Date | undefined;
  readonly endInclusive?: Date | undefined;
}
export interface CoverageFilterCriteria {
  readonly scanStatusCode?: readonly (CoverageStringFilter)[] | undefined;
  readonly scanStatusReason?: readonly (CoverageStringFilter)[] | undefined;
  readonly accountId?: readonly (CoverageStringFilter)[] | undefined;
  readonly resourceId?: readonly (CoverageStringFilter)[] | undefined;
  readonly resourceType?: readonly (CoverageStringFilter)[] | undefined;
  readonly scanType?: readonly (CoverageStringFilter)[] | undefined;
  readonly ecrRepositoryName?: readonly (CoverageStringFilter)[] | undefined;
  readonly ecrImageTags?: readonly (CoverageStringFilter)[] | undefined;
  readonly ec2InstanceTags?: readonly (CoverageMapFilter)[] | undefined;
  readonly lambdaFunctionName?: readonly (CoverageStringFilter)[] | undefined;
  readonly lambdaFunctionTags?: readonly (CoverageMapFilter)[] | undefined;
  readonly lambdaFunctionRuntime?: readonly (CoverageStringFilter)[] | undefined;
  readonly lastScannedAt?: readonly (CoverageDateFilter)[] | undefined;
  readonly scanMode?: readonly (CoverageStringFilter)[] | undefined;
  readonly imagePulledAt?: readonly (CoverageDateFilter)[] | undefined;
  readonly ecrImageLastInUseAt?: readonly (CoverageDateFilter)[] | undefined;
  readonly ecrImageInUseCount?: readonly (CoverageNumberFilter)[] | undefined;
  readonly codeRepositoryProjectName?: readonly (CoverageStringFilter)[] | undefined;
  readonly codeRepositoryProviderType?: readonly (CoverageStringFilter)[] | undefined;
  readonly codeRepositoryProviderTypeVisibility?: readonly (CoverageStringFilter)[] | undefined;
  readonly lastScannedCommitId?: readonly (CoverageStringFilter)[] | undefined;
}
export type CoverageMapComparison = "EQUALS";
export interface CoverageMapFilter {
  readonly comparison: CoverageMapComparison;
  readonly key: string;
  readonly value?: string | undefined;
}
export interface CoverageNumberFilter {
  readonly upperInclusive?: number | undefined;
  readonly lowerInclusive?: number | undefined;
}
export type CoverageResourceType = "AWS_EC2_INSTANCE" | "AWS_ECR_CONTAINER_IMAGE" | "AWS_ECR_REPOSITORY" | "AWS_LAMBDA_FUNCTION" | "CODE_REPOSITORY";
export type CoverageStringComparison = "EQUALS" | "NOT_EQUALS";
export interface CoverageStringFilter {
  readonly comparison: CoverageStringComparison;
  readonly value: string;
}
export interface CoveredResource {
  readonly resourceType: CoverageResourceType;
  readonly resourceId: string;
  readonly accountId: string;
  readonly scanType: ScanType;
  readonly scanStatus?: ScanStatus | undefined;
  readonly resourceMetadata?: ResourceScanMetadata | undefined;
  readonly lastScannedAt?: Date | undefined;
  readonly scanMode?: ScanMode | undefined;
}
export interface CreateCisScanConfigurationRequest {
  readonly scanName: string;
  readonly securityLevel: CisSecurityLevel;
  readonly schedule: Schedule;
  readonly targets: CreateCisTargets;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateCisScanConfigurationResponse {
  readonly scanConfigurationArn?: string | undefined;
}
export interface CreateCisTargets {
  readonly accountIds: readonly (string)[];
  readonly targetResourceTags: { readonly [key: string]: readonly (string)[] };
}
export interface CreateCodeSecurityIntegrationRequest {
  readonly name: string;
  readonly type: IntegrationType;
  readonly details?: CreateIntegrationDetail | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateCodeSecurityIntegrationResponse {
  readonly integrationArn: string;
  readonly status: IntegrationStatus;
  readonly authorizationUrl?: string | undefined;
}
export interface CreateCodeSecurityScanConfigurationRequest {
  readonly name: string;
  readonly level: ConfigurationLevel;
  readonly configuration: CodeSecurityScanConfiguration;
  readonly scopeSettings?: ScopeSettings | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateCodeSecurityScanConfigurationResponse {
  readonly scanConfigurationArn: string;
}
export interface CreateFilterRequest {
  readonly action: FilterAction;
  readonly description?: string | undefined;
  readonly filterCriteria: FilterCriteria;
  readonly name: string;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly reason?: string | undefined;
}
export interface CreateFilterResponse {
  readonly arn: string;
}
export interface CreateFindingsReportRequest {
  readonly filterCriteria?: FilterCriteria | undefined;
  readonly reportFormat: ReportFormat;
  readonly s3Destination: Destination;
}
export interface CreateFindingsReportResponse {
  readonly reportId?: string | undefined;
}
export interface CreateGitLabSelfManagedIntegrationDetail {
  readonly instanceUrl: string;
  readonly accessToken: string;
}
export interface CreateIntegrationDetail {
  readonly gitlabSelfManaged?: CreateGitLabSelfManagedIntegrationDetail | undefined;
}
export interface CreateSbomExportRequest {
  readonly resourceFilterCriteria?: ResourceFilterCriteria | undefined;
  readonly reportFormat: SbomReportFormat;
  readonly s3Destination: Destination;
}
export interface CreateSbomExportResponse {
  readonly reportId?: string | undefined;
}
export type Currency = "USD";
export interface Cvss2 {
  readonly baseScore?: number | undefined;
  readonly scoringVector?: string | undefined;
}
export interface Cvss3 {
  readonly baseScore?: number | undefined;
  readonly scoringVector?: string | undefined;
}
export interface Cvss4 {
  readonly baseScore?: number | undefined;
  readonly scoringVector?: string | undefined;
}
export interface CvssScore {
  readonly baseScore: number;
  readonly scoringVector: string;
  readonly version: string;
  readonly source: string;
}
export interface CvssScoreAdjustment {
  readonly metric: string;
  readonly reason: string;
}
export interface CvssScoreDetails {
  readonly scoreSource: string;
  readonly cvssSource?: string | undefined;
  readonly version: string;
  readonly score: number;
  readonly scoringVector: string;
  readonly adjustments?: readonly (CvssScoreAdjustment)[] | undefined;
}
export interface DailySchedule {
  readonly startTime: Time;
}
export interface DateFilter {
  readonly startInclusive?: Date | undefined;
  readonly endInclusive?: Date | undefined;
}
export type Day = "SUN" | "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT";
export interface DelegatedAdmin {
  readonly accountId?: string | undefined;
  readonly relationshipStatus?: RelationshipStatus | undefined;
}
export interface DelegatedAdminAccount {
  readonly accountId?: string | undefined;
  readonly status?: DelegatedAdminStatus | undefined;
}
export type DelegatedAdminStatus = "ENABLED" | "DISABLE_IN_PROGRESS";
export interface DeleteCisScanConfigurationRequest {
  readonly scanConfigurationArn: string;
}
export interface DeleteCisScanConfigurationResponse {
  readonly scanConfigurationArn: string;
}
export interface DeleteCodeSecurityIntegrationRequest {
  readonly integrationArn: string;
}
export interface DeleteCodeSecurityIntegrationResponse {
  readonly integrationArn?: string | undefined;
}
export interface DeleteCodeSecurityScanConfigurationRequest {
  readonly scanConfigurationArn: string;
}
export interface DeleteCodeSecurityScanConfigurationResponse {
  readonly scanConfigurationArn?: string | undefined;
}
export interface DeleteFilterRequest {
  readonly arn: string;
}
export interface DeleteFilterResponse {
  readonly arn: string;
}
export interface DescribeOrganizationConfigurationRequest {
}
export interface DescribeOrganizationConfigurationResponse {
  readonly autoEnable?: AutoEnable | undefined;
  readonly maxAccountLimitReached?: boolean | undefined;
}
export interface Destination {
  readonly bucketName: string;
  readonly keyPrefix?: string | undefined;
  readonly kmsKeyArn: string;
}
export interface DisableDelegatedAdminAccountRequest {
  readonly delegatedAdminAccountId: string;
}
export interface DisableDelegatedAdminAccountResponse {
  readonly delegatedAdminAccountId: string;
}
export interface DisableRequest {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly resourceTypes?: readonly (ResourceScanType)[] | undefined;
}
export interface DisableResponse {
  readonly accounts: readonly (Account)[];
  readonly failedAccounts?: readonly (FailedAccount)[] | undefined;
}
export interface DisassociateConfigurationRequest {
  readonly scanConfigurationArn: string;
  readonly resource: CodeSecurityResource;
}
export interface DisassociateMemberRequest {
  readonly accountId: string;
}
export interface DisassociateMemberResponse {
  readonly accountId: string;
}
export interface Ec2Configuration {
  readonly scanMode: Ec2ScanMode;
}
export interface Ec2ConfigurationState {
  readonly scanModeState?: Ec2ScanModeState | undefined;
}
export type Ec2DeepInspectionStatus = "ACTIVATED" | "DEACTIVATED" | "PENDING" | "FAILED";
export interface Ec2InstanceAggregation {
  readonly amis?: readonly (StringFilter)[] | undefined;
  readonly operatingSystems?: readonly (StringFilter)[] | undefined;
  readonly instanceIds?: readonly (StringFilter)[] | undefined;
  readonly instanceTags?: readonly (MapFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: Ec2InstanceSortBy | undefined;
}
export interface Ec2InstanceAggregationResponse {
  readonly instanceId: string;
  readonly ami?: string | undefined;
  readonly operatingSystem?: string | undefined;
  readonly instanceTags?: { readonly [key: string]: string } | undefined;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly networkFindings?: number | undefined;
}
export type Ec2InstanceSortBy = "NETWORK_FINDINGS" | "CRITICAL" | "HIGH" | "ALL";
export interface Ec2Metadata {
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly amiId?: string | undefined;
  readonly platform?: Ec2Platform | undefined;
}
export type Ec2Platform = "WINDOWS" | "LINUX" | "UNKNOWN" | "MACOS";
export type Ec2ScanMode = "EC2_SSM_AGENT_BASED" | "EC2_HYBRID";
export interface Ec2ScanModeState {
  readonly scanMode?: Ec2ScanMode | undefined;
  readonly scanModeStatus?: Ec2ScanModeStatus | undefined;
}
export type Ec2ScanModeStatus = "SUCCESS" | "PENDING";
export interface EcrConfiguration {
  readonly rescanDuration: EcrRescanDuration;
  readonly pullDateRescanDuration?: EcrPullDateRescanDuration | undefined;
  readonly pullDateRescanMode?: EcrPullDateRescanMode | undefined;
}
export interface EcrConfigurationState {
  readonly rescanDurationState?: EcrRescanDurationState | undefined;
}
export interface EcrContainerImageMetadata {
  readonly tags?: readonly (string)[] | undefined;
  readonly imagePulledAt?: Date | undefined;
  readonly lastInUseAt?: Date | undefined;
  readonly inUseCount?: number | undefined;
}
export type EcrPullDateRescanDuration = "DAYS_14" | "DAYS_30" | "DAYS_60" | "DAYS_90" | "DAYS_180";
export type EcrPullDateRescanMode = "LAST_PULL_DATE" | "LAST_IN_USE_AT";
export interface EcrRepositoryMetadata {
  readonly name?: string | undefined;
  readonly scanFrequency?: EcrScanFrequency | undefined;
}
export type EcrRescanDuration = "LIFETIME" | "DAYS_30" | "DAYS_180" | "DAYS_14" | "DAYS_60" | "DAYS_90";
export interface EcrRescanDurationState {
  readonly rescanDuration?: EcrRescanDuration | undefined;
  readonly status?: EcrRescanDurationStatus | undefined;
  readonly updatedAt?: Date | undefined;
  readonly pullDateRescanDuration?: EcrPullDateRescanDuration | undefined;
  readonly pullDateRescanMode?: EcrPullDateRescanMode | undefined;
}
export type EcrRescanDurationStatus = "SUCCESS" | "PENDING" | "FAILED";
export type EcrScanFrequency = "MANUAL" | "SCAN_ON_PUSH" | "CONTINUOUS_SCAN";
export interface EnableDelegatedAdminAccountRequest {
  readonly delegatedAdminAccountId: string;
  readonly clientToken?: string | undefined;
}
export interface EnableDelegatedAdminAccountResponse {
  readonly delegatedAdminAccountId: string;
}
export interface EnableRequest {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly resourceTypes: readonly (ResourceScanType)[];
  readonly clientToken?: string | undefined;
}
export interface EnableResponse {
  readonly accounts: readonly (Account)[];
  readonly failedAccounts?: readonly (FailedAccount)[] | undefined;
}
export interface Epss {
  readonly score?: number | undefined;
}
export interface EpssDetails {
  readonly score?: number | undefined;
}
export type ErrorCode = "ALREADY_ENABLED" | "ENABLE_IN_PROGRESS" | "DISABLE_IN_PROGRESS" | "SUSPEND_IN_PROGRESS" | "RESOURCE_NOT_FOUND" | "ACCESS_DENIED" | "INTERNAL_ERROR" | "SSM_UNAVAILABLE" | "SSM_THROTTLED" | "EVENTBRIDGE_UNAVAILABLE" | "EVENTBRIDGE_THROTTLED" | "RESOURCE_SCAN_NOT_DISABLED" | "DISASSOCIATE_ALL_MEMBERS" | "ACCOUNT_IS_ISOLATED" | "EC2_SSM_RESOURCE_DATA_SYNC_LIMIT_EXCEEDED" | "EC2_SSM_ASSOCIATION_VERSION_LIMIT_EXCEEDED" | "BLOCKED_BY_ORGANIZATION_POLICY";
export interface Evidence {
  readonly evidenceRule?: string | undefined;
  readonly evidenceDetail?: string | undefined;
  readonly severity?: string | undefined;
}
export type ExploitAvailable = "YES" | "NO";
export interface ExploitObserved {
  readonly lastSeen?: Date | undefined;
  readonly firstSeen?: Date | undefined;
}
export interface ExploitabilityDetails {
  readonly lastKnownExploitAt?: Date | undefined;
}
export type ExternalReportStatus = "SUCCEEDED" | "IN_PROGRESS" | "CANCELLED" | "FAILED";
export interface FailedAccount {
  readonly accountId: string;
  readonly status?: Status | undefined;
  readonly resourceStatus?: ResourceStatus | undefined;
  readonly errorCode: ErrorCode;
  readonly errorMessage: string;
}
export interface FailedAssociationResult {
  readonly scanConfigurationArn?: string | undefined;
  readonly resource?: CodeSecurityResource | undefined;
  readonly statusCode?: AssociationResultStatusCode | undefined;
  readonly statusMessage?: string | undefined;
}
export interface FailedMemberAccountEc2DeepInspectionStatusState {
  readonly accountId: string;
  readonly ec2ScanStatus?: Status | undefined;
  readonly errorMessage?: string | undefined;
}
export interface Filter {
  readonly arn: string;
  readonly ownerId: string;
  readonly name: string;
  readonly criteria: FilterCriteria;
  readonly action: FilterAction;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly description?: string | undefined;
  readonly reason?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export type FilterAction = "NONE" | "SUPPRESS";
export interface FilterCriteria {
  readonly findingArn?: readonly (StringFilter)[] | undefined;
  readonly awsAccountId?: readonly (StringFilter)[] | undefined;
  readonly findingType?: readonly (StringFilter)[] | undefined;
  readonly severity?: readonly (StringFilter)[] | undefined;
  readonly firstObservedAt?: readonly (DateFilter)[] | undefined;
  readonly lastObservedAt?: readonly (DateFilter)[] | undefined;
  readonly updatedAt?: readonly (DateFilter)[] | undefined;
  readonly findingStatus?: readonly (StringFilter)[] | undefined;
  readonly title?: readonly (StringFilter)[] | undefined;
  readonly inspectorScore?: readonly (NumberFilter)[] | undefined;
  readonly resourceType?: readonly (StringFilter)[] | undefined;
  readonly resourceId?: readonly (StringFilter)[] | undefined;
  readonly resourceTags?: readonly (MapFilter)[] | undefined;
  readonly ec2InstanceImageId?: readonly (StringFilter)[] | undefined;
  readonly ec2InstanceVpcId?: readonly (StringFilter)[] | undefined;
  readonly ec2InstanceSubnetId?: readonly (StringFilter)[] | undefined;
  readonly ecrImagePushedAt?: readonly (DateFilter)[] | undefined;
  readonly ecrImageArchitecture?: readonly (StringFilter)[] | undefined;
  readonly ecrImageRegistry?: readonly (StringFilter)[] | undefined;
  readonly ecrImageRepositoryName?: readonly (StringFilter)[] | undefined;
  readonly ecrImageTags?: readonly (StringFilter)[] | undefined;
  readonly ecrImageHash?: readonly (StringFilter)[] | undefined;
  readonly ecrImageLastInUseAt?: readonly (DateFilter)[] | undefined;
  readonly ecrImageInUseCount?: readonly (NumberFilter)[] | undefined;
  readonly portRange?: readonly (PortRangeFilter)[] | undefined;
  readonly networkProtocol?: readonly (StringFilter)[] | undefined;
  readonly componentId?: readonly (StringFilter)[] | undefined;
  readonly componentType?: readonly (StringFilter)[] | undefined;
  readonly vulnerabilityId?: readonly (StringFilter)[] | undefined;
  readonly vulnerabilitySource?: readonly (StringFilter)[] | undefined;
  readonly vendorSeverity?: readonly (StringFilter)[] | undefined;
  readonly vulnerablePackages?: readonly (PackageFilter)[] | undefined;
  readonly relatedVulnerabilities?: readonly (StringFilter)[] | undefined;
  readonly fixAvailable?: readonly (StringFilter)[] | undefined;
  readonly lambdaFunctionName?: readonly (StringFilter)[] | undefined;
  readonly lambdaFunctionLayers?: readonly (StringFilter)[] | undefined;
  readonly lambdaFunctionRuntime?: readonly (StringFilter)[] | undefined;
  readonly lambdaFunctionLastModifiedAt?: readonly (DateFilter)[] | undefined;
  readonly lambdaFunctionExecutionRoleArn?: readonly (StringFilter)[] | undefined;
  readonly exploitAvailable?: readonly (StringFilter)[] | undefined;
  readonly codeVulnerabilityDetectorName?: readonly (StringFilter)[] | undefined;
  readonly codeVulnerabilityDetectorTags?: readonly (StringFilter)[] | undefined;
  readonly codeVulnerabilityFilePath?: readonly (StringFilter)[] | undefined;
  readonly epssScore?: readonly (NumberFilter)[] | undefined;
  readonly codeRepositoryProjectName?: readonly (StringFilter)[] | undefined;
  readonly codeRepositoryProviderType?: readonly (StringFilter)[] | undefined;
}
export interface Finding {
  readonly findingArn: string;
  readonly awsAccountId: string;
  readonly type: FindingType;
  readonly description: string;
  readonly title?: string | undefined;
  readonly remediation: Remediation;
  readonly severity: Severity;
  readonly firstObservedAt: Date;
  readonly lastObservedAt: Date;
  readonly updatedAt?: Date | undefined;
  readonly status: FindingStatus;
  readonly resources: readonly (Resource)[];
  readonly inspectorScore?: number | undefined;
  readonly inspectorScoreDetails?: InspectorScoreDetails | undefined;
  readonly networkReachabilityDetails?: NetworkReachabilityDetails | undefined;
  readonly packageVulnerabilityDetails?: PackageVulnerabilityDetails | undefined;
  readonly fixAvailable?: FixAvailable | undefined;
  readonly exploitAvailable?: ExploitAvailable | undefined;
  readonly exploitabilityDetails?: ExploitabilityDetails | undefined;
  readonly codeVulnerabilityDetails?: CodeVulnerabilityDetails | undefined;
  readonly epss?: EpssDetails | undefined;
}
export interface FindingDetail {
  readonly findingArn?: string | undefined;
  readonly cisaData?: CisaData | undefined;
  readonly riskScore?: number | undefined;
  readonly evidences?: readonly (Evidence)[] | undefined;
  readonly ttps?: readonly (string)[] | undefined;
  readonly tools?: readonly (string)[] | undefined;
  readonly exploitObserved?: ExploitObserved | undefined;
  readonly referenceUrls?: readonly (string)[] | undefined;
  readonly cwes?: readonly (string)[] | undefined;
  readonly epssScore?: number | undefined;
}
export interface FindingDetailsError {
  readonly findingArn: string;
  readonly errorCode: FindingDetailsErrorCode;
  readonly errorMessage: string;
}
export type FindingDetailsErrorCode = "INTERNAL_ERROR" | "ACCESS_DENIED" | "FINDING_DETAILS_NOT_FOUND" | "INVALID_INPUT";
export type FindingStatus = "ACTIVE" | "SUPPRESSED" | "CLOSED";
export type FindingType = "NETWORK_REACHABILITY" | "PACKAGE_VULNERABILITY" | "CODE_VULNERABILITY";
export interface FindingTypeAggregation {
  readonly findingType?: AggregationFindingType | undefined;
  readonly resourceType?: AggregationResourceType | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: FindingTypeSortBy | undefined;
}
export interface FindingTypeAggregationResponse {
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly exploitAvailableCount?: number | undefined;
  readonly fixAvailableCount?: number | undefined;
}
export type FindingTypeSortBy = "CRITICAL" | "HIGH" | "ALL";
export type FixAvailable = "YES" | "NO" | "PARTIAL";
export interface FreeTrialAccountInfo {
  readonly accountId: string;
  readonly freeTrialInfo: readonly (FreeTrialInfo)[];
}
export interface FreeTrialInfo {
  readonly type: FreeTrialType;
  readonly start: Date;
  readonly end: Date;
  readonly status: FreeTrialStatus;
}
export interface FreeTrialInfoError {
  readonly accountId: string;
  readonly code: FreeTrialInfoErrorCode;
  readonly message: string;
}
export type FreeTrialInfoErrorCode = "ACCESS_DENIED" | "INTERNAL_ERROR";
export type FreeTrialStatus = "ACTIVE" | "INACTIVE";
export type FreeTrialType = "EC2" | "ECR" | "LAMBDA" | "LAMBDA_CODE" | "CODE_REPOSITORY";
export interface GetCisScanReportRequest {
  readonly scanArn: string;
  readonly targetAccounts?: readonly (string)[] | undefined;
  readonly reportFormat?: CisReportFormat | undefined;
}
export interface GetCisScanReportResponse {
  readonly url?: string | undefined;
  readonly status?: CisReportStatus | undefined;
}
export interface GetCisScanResultDetailsRequest {
  readonly scanArn: string;
  readonly targetResourceId: string;
  readonly accountId: string;
  readonly filterCriteria?: CisScanResultDetailsFilterCriteria | undefined;
  readonly sortBy?: CisScanResultDetailsSortBy | undefined;
  readonly sortOrder?: CisSortOrder | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface GetCisScanResultDetailsResponse {
  readonly scanResultDetails?: readonly (CisScanResultDetails)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetClustersForImageRequest {
  readonly filter: ClusterForImageFilterCriteria;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetClustersForImageResponse {
  readonly cluster: readonly (ClusterInformation)[];
  readonly nextToken?: string | undefined;
}
export interface GetCodeSecurityIntegrationRequest {
  readonly integrationArn: string;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetCodeSecurityIntegrationResponse {
  readonly integrationArn: string;
  readonly name: string;
  readonly type: IntegrationType;
  readonly status: IntegrationStatus;
  readonly statusReason: string;
  readonly createdOn: Date;
  readonly lastUpdateOn: Date;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly authorizationUrl?: string | undefined;
}
export interface GetCodeSecurityScanConfigurationRequest {
  readonly scanConfigurationArn: string;
}
export interface GetCodeSecurityScanConfigurationResponse {
  readonly scanConfigurationArn?: string | undefined;
  readonly name?: string | undefined;
  readonly configuration?: CodeSecurityScanConfiguration | undefined;
  readonly level?: ConfigurationLevel | undefined;
  readonly scopeSettings?: ScopeSettings | undefined;
  readonly createdAt?: Date | undefined;
  readonly lastUpdatedAt?: Date | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetCodeSecurityScanRequest {
  readonly resource: CodeSecurityResource;
  readonly scanId: string;
}
export interface GetCodeSecurityScanResponse {
  readonly scanId?: string | undefined;
  readonly resource?: CodeSecurityResource | undefined;
  readonly accountId?: string | undefined;
  readonly status?: CodeScanStatus | undefined;
  readonly statusReason?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
  readonly lastCommitId?: string | undefined;
}
export interface GetConfigurationRequest {
}
export interface GetConfigurationResponse {
  readonly ecrConfiguration?: EcrConfigurationState | undefined;
  readonly ec2Configuration?: Ec2ConfigurationState | undefined;
}
export interface GetDelegatedAdminAccountRequest {
}
export interface GetDelegatedAdminAccountResponse {
  readonly delegatedAdmin?: DelegatedAdmin | undefined;
}
export interface GetEc2DeepInspectionConfigurationRequest {
}
export interface GetEc2DeepInspectionConfigurationResponse {
  readonly packagePaths?: readonly (string)[] | undefined;
  readonly orgPackagePaths?: readonly (string)[] | undefined;
  readonly status?: Ec2DeepInspectionStatus | undefined;
  readonly errorMessage?: string | undefined;
}
export interface GetEncryptionKeyRequest {
  readonly scanType: ScanType;
  readonly resourceType: ResourceType;
}
export interface GetEncryptionKeyResponse {
  readonly kmsKeyId: string;
}
export interface GetFindingsReportStatusRequest {
  readonly reportId?: string | undefined;
}
export interface GetFindingsReportStatusResponse {
  readonly reportId?: string | undefined;
  readonly status?: ExternalReportStatus | undefined;
  readonly errorCode?: ReportingErrorCode | undefined;
  readonly errorMessage?: string | undefined;
  readonly destination?: Destination | undefined;
  readonly filterCriteria?: FilterCriteria | undefined;
}
export interface GetMemberRequest {
  readonly accountId: string;
}
export interface GetMemberResponse {
  readonly member?: Member | undefined;
}
export interface GetSbomExportRequest {
  readonly reportId: string;
}
export interface GetSbomExportResponse {
  readonly reportId?: string | undefined;
  readonly format?: SbomReportFormat | undefined;
  readonly status?: ExternalReportStatus | undefined;
  readonly errorCode?: ReportingErrorCode | undefined;
  readonly errorMessage?: string | undefined;
  readonly s3Destination?: Destination | undefined;
  readonly filterCriteria?: ResourceFilterCriteria | undefined;
}
export type GroupKey = "SCAN_STATUS_CODE" | "SCAN_STATUS_REASON" | "ACCOUNT_ID" | "RESOURCE_TYPE" | "ECR_REPOSITORY_NAME";
export interface ImageLayerAggregation {
  readonly repositories?: readonly (StringFilter)[] | undefined;
  readonly resourceIds?: readonly (StringFilter)[] | undefined;
  readonly layerHashes?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: ImageLayerSortBy | undefined;
}
export interface ImageLayerAggregationResponse {
  readonly repository: string;
  readonly resourceId: string;
  readonly layerHash: string;
  readonly accountId: string;
  readonly severityCounts?: SeverityCounts | undefined;
}
export type ImageLayerSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface InspectorScoreDetails {
  readonly adjustedCvss?: CvssScoreDetails | undefined;
}
export type IntegrationStatus = "PENDING" | "IN_PROGRESS" | "ACTIVE" | "INACTIVE" | "DISABLING";
export type IntegrationType = "GITLAB_SELF_MANAGED" | "GITHUB";
export interface LambdaFunctionAggregation {
  readonly resourceIds?: readonly (StringFilter)[] | undefined;
  readonly functionNames?: readonly (StringFilter)[] | undefined;
  readonly runtimes?: readonly (StringFilter)[] | undefined;
  readonly functionTags?: readonly (MapFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: LambdaFunctionSortBy | undefined;
}
export interface LambdaFunctionAggregationResponse {
  readonly resourceId: string;
  readonly functionName?: string | undefined;
  readonly runtime?: string | undefined;
  readonly lambdaTags?: { readonly [key: string]: string } | undefined;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly lastModifiedAt?: Date | undefined;
}
export interface LambdaFunctionMetadata {
  readonly functionTags?: { readonly [key: string]: string } | undefined;
  readonly layers?: readonly (string)[] | undefined;
  readonly functionName?: string | undefined;
  readonly runtime?: Runtime | undefined;
}
export type LambdaFunctionSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface LambdaLayerAggregation {
  readonly functionNames?: readonly (StringFilter)[] | undefined;
  readonly resourceIds?: readonly (StringFilter)[] | undefined;
  readonly layerArns?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: LambdaLayerSortBy | undefined;
}
export interface LambdaLayerAggregationResponse {
  readonly functionName: string;
  readonly resourceId: string;
  readonly layerArn: string;
  readonly accountId: string;
  readonly severityCounts?: SeverityCounts | undefined;
}
export type LambdaLayerSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface LambdaVpcConfig {
  readonly subnetIds?: readonly (string)[] | undefined;
  readonly securityGroupIds?: readonly (string)[] | undefined;
  readonly vpcId?: string | undefined;
}
export interface ListAccountPermissionsRequest {
  readonly service?: Service | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListAccountPermissionsResponse {
  readonly permissions: readonly (Permission)[];
  readonly nextToken?: string | undefined;
}
export interface ListCisScanConfigurationsFilterCriteria {
  readonly scanNameFilters?: readonly (CisStringFilter)[] | undefined;
  readonly targetResourceTagFilters?: readonly (TagFilter)[] | undefined;
  readonly scanConfigurationArnFilters?: readonly (CisStringFilter)[] | undefined;
}
export interface ListCisScanConfigurationsRequest {
  readonly filterCriteria?: ListCisScanConfigurationsFilterCriteria | undefined;
  readonly sortBy?: CisScanConfigurationsSortBy | undefined;
  readonly sortOrder?: CisSortOrder | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCisScanConfigurationsResponse {
  readonly scanConfigurations?: readonly (CisScanConfiguration)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCisScanResultsAggregatedByChecksRequest {
  readonly scanArn: string;
  readonly filterCriteria?: CisScanResultsAggregatedByChecksFilterCriteria | undefined;
  readonly sortBy?: CisScanResultsAggregatedByChecksSortBy | undefined;
  readonly sortOrder?: CisSortOrder | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCisScanResultsAggregatedByChecksResponse {
  readonly checkAggregations?: readonly (CisCheckAggregation)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCisScanResultsAggregatedByTargetResourceRequest {
  readonly scanArn: string;
  readonly filterCriteria?: CisScanResultsAggregatedByTargetResourceFilterCriteria | undefined;
  readonly sortBy?: CisScanResultsAggregatedByTargetResourceSortBy | undefined;
  readonly sortOrder?: CisSortOrder | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCisScanResultsAggregatedByTargetResourceResponse {
  readonly targetResourceAggregations?: readonly (CisTargetResourceAggregation)[] | undefined;
  readonly nextToken?: string | undefined;
}
export type ListCisScansDetailLevel = "ORGANIZATION" | "MEMBER";
export interface ListCisScansFilterCriteria {
  readonly scanNameFilters?: readonly (CisStringFilter)[] | undefined;
  readonly targetResourceTagFilters?: readonly (TagFilter)[] | undefined;
  readonly targetResourceIdFilters?: readonly (CisStringFilter)[] | undefined;
  readonly scanStatusFilters?: readonly (CisScanStatusFilter)[] | undefined;
  readonly scanAtFilters?: readonly (CisDateFilter)[] | undefined;
  readonly scanConfigurationArnFilters?: readonly (CisStringFilter)[] | undefined;
  readonly scanArnFilters?: readonly (CisStringFilter)[] | undefined;
  readonly scheduledByFilters?: readonly (CisStringFilter)[] | undefined;
  readonly failedChecksFilters?: readonly (CisNumberFilter)[] | undefined;
  readonly targetAccountIdFilters?: readonly (CisStringFilter)[] | undefined;
}
export interface ListCisScansRequest {
  readonly filterCriteria?: ListCisScansFilterCriteria | undefined;
  readonly detailLevel?: ListCisScansDetailLevel | undefined;
  readonly sortBy?: ListCisScansSortBy | undefined;
  readonly sortOrder?: CisSortOrder | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCisScansResponse {
  readonly scans?: readonly (CisScan)[] | undefined;
  readonly nextToken?: string | undefined;
}
export type ListCisScansSortBy = "STATUS" | "SCHEDULED_BY" | "SCAN_START_DATE" | "FAILED_CHECKS";
export interface ListCodeSecurityIntegrationsRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCodeSecurityIntegrationsResponse {
  readonly integrations?: readonly (CodeSecurityIntegrationSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCodeSecurityScanConfigurationAssociationsRequest {
  readonly scanConfigurationArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCodeSecurityScanConfigurationAssociationsResponse {
  readonly associations?: readonly (CodeSecurityScanConfigurationAssociationSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCodeSecurityScanConfigurationsRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListCodeSecurityScanConfigurationsResponse {
  readonly configurations?: readonly (CodeSecurityScanConfigurationSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCoverageRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly filterCriteria?: CoverageFilterCriteria | undefined;
}
export interface ListCoverageResponse {
  readonly nextToken?: string | undefined;
  readonly coveredResources?: readonly (CoveredResource)[] | undefined;
}
export interface ListCoverageStatisticsRequest {
  readonly filterCriteria?: CoverageFilterCriteria | undefined;
  readonly groupBy?: GroupKey | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCoverageStatisticsResponse {
  readonly countsByGroup?: readonly (Counts)[] | undefined;
  readonly totalCounts: number;
  readonly nextToken?: string | undefined;
}
export interface ListDelegatedAdminAccountsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListDelegatedAdminAccountsResponse {
  readonly delegatedAdminAccounts?: readonly (DelegatedAdminAccount)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFiltersRequest {
  readonly arns?: readonly (string)[] | undefined;
  readonly action?: FilterAction | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListFiltersResponse {
  readonly filters: readonly (Filter)[];
  readonly nextToken?: string | undefined;
}
export interface ListFindingAggregationsRequest {
  readonly aggregationType: AggregationType;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly accountIds?: readonly (StringFilter)[] | undefined;
  readonly aggregationRequest?: AggregationRequest | undefined;
}
export interface ListFindingAggregationsResponse {
  readonly aggregationType: AggregationType;
  readonly responses?: readonly (AggregationResponse)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFindingsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly filterCriteria?: FilterCriteria | undefined;
  readonly sortCriteria?: SortCriteria | undefined;
}
export interface ListFindingsResponse {
  readonly nextToken?: string | undefined;
  readonly findings?: readonly (Finding)[] | undefined;
}
export interface ListMembersRequest {
  readonly onlyAssociated?: boolean | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListMembersResponse {
  readonly members?: readonly (Member)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly resourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface ListUsageTotalsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly accountIds?: readonly (string)[] | undefined;
}
export interface ListUsageTotalsResponse {
  readonly nextToken?: string | undefined;
  readonly totals?: readonly (UsageTotal)[] | undefined;
}
export type MapComparison = "EQUALS";
export interface MapFilter {
  readonly comparison: MapComparison;
  readonly key: string;
  readonly value?: string | undefined;
}
export interface Member {
  readonly accountId?: string | undefined;
  readonly relationshipStatus?: RelationshipStatus | undefined;
  readonly delegatedAdminAccountId?: string | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface MemberAccountEc2DeepInspectionStatus {
  readonly accountId: string;
  readonly activateDeepInspection: boolean;
}
export interface MemberAccountEc2DeepInspectionStatusState {
  readonly accountId: string;
  readonly status?: Ec2DeepInspectionStatus | undefined;
  readonly errorMessage?: string | undefined;
}
export interface MonthlySchedule {
  readonly startTime: Time;
  readonly day: Day;
}
export interface NetworkPath {
  readonly steps?: readonly (Step)[] | undefined;
}
export type NetworkProtocol = "TCP" | "UDP";
export interface NetworkReachabilityDetails {
  readonly openPortRange: PortRange;
  readonly protocol: NetworkProtocol;
  readonly networkPath: NetworkPath;
}
export interface NumberFilter {
  readonly upperInclusive?: number | undefined;
  readonly lowerInclusive?: number | undefined;
}
export interface OneTimeSchedule {
}
export type Operation = "ENABLE_SCANNING" | "DISABLE_SCANNING" | "ENABLE_REPOSITORY" | "DISABLE_REPOSITORY";
export interface PackageAggregation {
  readonly packageNames?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: PackageSortBy | undefined;
}
export interface PackageAggregationResponse {
  readonly packageName: string;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
}
export interface PackageFilter {
  readonly name?: StringFilter | undefined;
  readonly version?: StringFilter | undefined;
  readonly epoch?: NumberFilter | undefined;
  readonly release?: StringFilter | undefined;
  readonly architecture?: StringFilter | undefined;
  readonly sourceLayerHash?: StringFilter | undefined;
  readonly sourceLambdaLayerArn?: StringFilter | undefined;
  readonly filePath?: StringFilter | undefined;
}
export type PackageManager = "BUNDLER" | "CARGO" | "COMPOSER" | "NPM" | "NUGET" | "PIPENV" | "POETRY" | "YARN" | "GOBINARY" | "GOMOD" | "JAR" | "OS" | "PIP" | "PYTHONPKG" | "NODEPKG" | "POM" | "GEMSPEC" | "DOTNET_CORE";
export type PackageSortBy = "CRITICAL" | "HIGH" | "ALL";
export type PackageType = "IMAGE" | "ZIP";
export interface PackageVulnerabilityDetails {
  readonly vulnerabilityId: string;
  readonly vulnerablePackages?: readonly (VulnerablePackage)[] | undefined;
  readonly source: string;
  readonly cvss?: readonly (CvssScore)[] | undefined;
  readonly relatedVulnerabilities?: readonly (string)[] | undefined;
  readonly sourceUrl?: string | undefined;
  readonly vendorSeverity?: string | undefined;
  readonly vendorCreatedAt?: Date | undefined;
  readonly vendorUpdatedAt?: Date | undefined;
  readonly referenceUrls?: readonly (string)[] | undefined;
}
export interface PeriodicScanConfiguration {
  readonly frequency?: PeriodicScanFrequency | undefined;
  readonly frequencyExpression?: string | undefined;
}
export type PeriodicScanFrequency = "WEEKLY" | "MONTHLY" | "NEVER";
export interface Permission {
  readonly service: Service;
  readonly operation: Operation;
}
export interface PortRange {
  readonly begin: number;
  readonly end: number;
}
export interface PortRangeFilter {
  readonly beginInclusive?: number | undefined;
  readonly endInclusive?: number | undefined;
}
export interface ProjectCodeSecurityScanConfiguration {
  readonly periodicScanConfigurations?: readonly (ProjectPeriodicScanConfiguration)[] | undefined;
  readonly continuousIntegrationScanConfigurations?: readonly (ProjectContinuousIntegrationScanConfiguration)[] | undefined;
}
export interface ProjectContinuousIntegrationScanConfiguration {
  readonly supportedEvent?: ContinuousIntegrationScanEvent | undefined;
  readonly ruleSetCategories?: readonly (RuleSetCategory)[] | undefined;
}
export interface ProjectPeriodicScanConfiguration {
  readonly frequencyExpression?: string | undefined;
  readonly ruleSetCategories?: readonly (RuleSetCategory)[] | undefined;
}
export type ProjectSelectionScope = "ALL";
export interface Recommendation {
  readonly text?: string | undefined;
  readonly Url?: string | undefined;
}
export type RelationshipStatus = "CREATED" | "INVITED" | "DISABLED" | "ENABLED" | "REMOVED" | "RESIGNED" | "DELETED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "EMAIL_VERIFICATION_FAILED" | "REGION_DISABLED" | "ACCOUNT_SUSPENDED" | "CANNOT_CREATE_DETECTOR_IN_ORG_MASTER";
export interface Remediation {
  readonly recommendation?: Recommendation | undefined;
}
export type ReportFormat = "CSV" | "JSON";
export type ReportingErrorCode = "INTERNAL_ERROR" | "INVALID_PERMISSIONS" | "NO_FINDINGS_FOUND" | "BUCKET_NOT_FOUND" | "INCOMPATIBLE_BUCKET_REGION" | "MALFORMED_KMS_KEY";
export interface RepositoryAggregation {
  readonly repositories?: readonly (StringFilter)[] | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: RepositorySortBy | undefined;
}
export interface RepositoryAggregationResponse {
  readonly repository: string;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
  readonly affectedImages?: number | undefined;
}
export type RepositorySortBy = "CRITICAL" | "HIGH" | "ALL" | "AFFECTED_IMAGES";
export interface ResetEncryptionKeyRequest {
  readonly scanType: ScanType;
  readonly resourceType: ResourceType;
}
export interface ResetEncryptionKeyResponse {
}
export interface Resource {
  readonly type: ResourceType;
  readonly id: string;
  readonly partition?: string | undefined;
  readonly region?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly details?: ResourceDetails | undefined;
}
export interface ResourceDetails {
  readonly awsEc2Instance?: AwsEc2InstanceDetails | undefined;
  readonly awsEcrContainerImage?: AwsEcrContainerImageDetails | undefined;
  readonly awsLambdaFunction?: AwsLambdaFunctionDetails | undefined;
  readonly codeRepository?: CodeRepositoryDetails | undefined;
}
export interface ResourceFilterCriteria {
  readonly accountId?: readonly (ResourceStringFilter)[] | undefined;
  readonly resourceId?: readonly (ResourceStringFilter)[] | undefined;
  readonly resourceType?: readonly (ResourceStringFilter)[] | undefined;
  readonly ecrRepositoryName?: readonly (ResourceStringFilter)[] | undefined;
  readonly lambdaFunctionName?: readonly (ResourceStringFilter)[] | undefined;
  readonly ecrImageTags?: readonly (ResourceStringFilter)[] | undefined;
  readonly ec2InstanceTags?: readonly (ResourceMapFilter)[] | undefined;
  readonly lambdaFunctionTags?: readonly (ResourceMapFilter)[] | undefined;
}
export type ResourceMapComparison = "EQUALS";
export interface ResourceMapFilter {
  readonly comparison: ResourceMapComparison;
  readonly key: string;
  readonly value?: string | undefined;
}
export interface ResourceScanMetadata {
  readonly ecrRepository?: EcrRepositoryMetadata | undefined;
  readonly ecrImage?: EcrContainerImageMetadata | undefined;
  readonly ec2?: Ec2Metadata | undefined;
  readonly lambdaFunction?: LambdaFunctionMetadata | undefined;
  readonly codeRepository?: CodeRepositoryMetadata | undefined;
}
export type ResourceScanType = "EC2" | "ECR" | "LAMBDA" | "LAMBDA_CODE" | "CODE_REPOSITORY";
export interface ResourceState {
  readonly ec2: State;
  readonly ecr: State;
  readonly lambda?: State | undefined;
  readonly lambdaCode?: State | undefined;
  readonly codeRepository?: State | undefined;
}
export interface ResourceStatus {
  readonly ec2: Status;
  readonly ecr: Status;
  readonly lambda?: Status | undefined;
  readonly lambdaCode?: Status | undefined;
  readonly codeRepository?: Status | undefined;
}
export type ResourceStringComparison = "EQUALS" | "NOT_EQUALS";
export interface ResourceStringFilter {
  readonly comparison: ResourceStringComparison;
  readonly value: string;
}
export type ResourceType = "AWS_EC2_INSTANCE" | "AWS_ECR_CONTAINER_IMAGE" | "AWS_ECR_REPOSITORY" | "AWS_LAMBDA_FUNCTION" | "CODE_REPOSITORY";
export type RuleSetCategory = "SAST" | "IAC" | "SCA";
export type Runtime = "NODEJS" | "NODEJS_12_X" | "NODEJS_14_X" | "NODEJS_16_X" | "JAVA_8" | "JAVA_8_AL2" | "JAVA_11" | "PYTHON_3_7" | "PYTHON_3_8" | "PYTHON_3_9" | "UNSUPPORTED" | "NODEJS_18_X" | "GO_1_X" | "JAVA_17" | "PYTHON_3_10" | "PYTHON_3_11" | "DOTNETCORE_3_1" | "DOTNET_6" | "DOTNET_7" | "RUBY_2_7" | "RUBY_3_2" | "DOTNET_10" | "NODEJS_24_X";
export type SbomReportFormat = "CYCLONEDX_1_4" | "SPDX_2_3";
export type ScanMode = "EC2_SSM_AGENT_BASED" | "EC2_AGENTLESS";
export interface ScanStatus {
  readonly statusCode: ScanStatusCode;
  readonly reason: ScanStatusReason;
}
export type ScanStatusCode = "ACTIVE" | "INACTIVE";
export type ScanStatusReason = "PENDING_INITIAL_SCAN" | "ACCESS_DENIED" | "INTERNAL_ERROR" | "UNMANAGED_EC2_INSTANCE" | "UNSUPPORTED_OS" | "SCAN_ELIGIBILITY_EXPIRED" | "RESOURCE_TERMINATED" | "SUCCESSFUL" | "NO_RESOURCES_FOUND" | "IMAGE_SIZE_EXCEEDED" | "SCAN_FREQUENCY_MANUAL" | "SCAN_FREQUENCY_SCAN_ON_PUSH" | "EC2_INSTANCE_STOPPED" | "PENDING_DISABLE" | "NO_INVENTORY" | "STALE_INVENTORY" | "EXCLUDED_BY_TAG" | "UNSUPPORTED_RUNTIME" | "UNSUPPORTED_MEDIA_TYPE" | "UNSUPPORTED_CONFIG_FILE" | "DEEP_INSPECTION_PACKAGE_COLLECTION_LIMIT_EXCEEDED" | "DEEP_INSPECTION_DAILY_SSM_INVENTORY_LIMIT_EXCEEDED" | "DEEP_INSPECTION_COLLECTION_TIME_LIMIT_EXCEEDED" | "DEEP_INSPECTION_NO_INVENTORY" | "AGENTLESS_INSTANCE_STORAGE_LIMIT_EXCEEDED" | "AGENTLESS_INSTANCE_COLLECTION_TIME_LIMIT_EXCEEDED" | "PENDING_REVIVAL_SCAN" | "INTEGRATION_CONNECTION_LOST" | "ACCESS_DENIED_TO_ENCRYPTION_KEY" | "UNSUPPORTED_LANGUAGE" | "NO_SCAN_CONFIGURATION_ASSOCIATED" | "SCAN_IN_PROGRESS" | "IMAGE_ARCHIVED" | "UNSUPPORTED_CODE_ARTIFACTS";
export type ScanType = "NETWORK" | "PACKAGE" | "CODE";
export interface Schedule {
  readonly oneTime?: OneTimeSchedule | undefined;
  readonly daily?: DailySchedule | undefined;
  readonly weekly?: WeeklySchedule | undefined;
  readonly monthly?: MonthlySchedule | undefined;
}
export interface ScopeSettings {
  readonly projectSelectionScope?: ProjectSelectionScope | undefined;
}
export interface SearchVulnerabilitiesFilterCriteria {
  readonly vulnerabilityIds: readonly (string)[];
}
export interface SearchVulnerabilitiesRequest {
  readonly filterCriteria: SearchVulnerabilitiesFilterCriteria;
  readonly nextToken?: string | undefined;
}
export interface SearchVulnerabilitiesResponse {
  readonly vulnerabilities: readonly (Vulnerability)[];
  readonly nextToken?: string | undefined;
}
export interface SendCisSessionHealthRequest {
  readonly scanJobId: string;
  readonly sessionToken: string;
}
export interface SendCisSessionHealthResponse {
}
export interface SendCisSessionTelemetryRequest {
  readonly scanJobId: string;
  readonly sessionToken: string;
  readonly messages: readonly (CisSessionMessage)[];
}
export interface SendCisSessionTelemetryResponse {
}
export type Service = "EC2" | "ECR" | "LAMBDA";
export type Severity = "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL" | "UNTRIAGED";
export interface SeverityCounts {
  readonly all?: number | undefined;
  readonly medium?: number | undefined;
  readonly high?: number | undefined;
  readonly critical?: number | undefined;
}
export interface SortCriteria {
  readonly field: SortField;
  readonly sortOrder: SortOrder;
}
export type SortField = "AWS_ACCOUNT_ID" | "FINDING_TYPE" | "SEVERITY" | "FIRST_OBSERVED_AT" | "LAST_OBSERVED_AT" | "FINDING_STATUS" | "RESOURCE_TYPE" | "ECR_IMAGE_PUSHED_AT" | "ECR_IMAGE_REPOSITORY_NAME" | "ECR_IMAGE_REGISTRY" | "NETWORK_PROTOCOL" | "COMPONENT_TYPE" | "VULNERABILITY_ID" | "VULNERABILITY_SOURCE" | "INSPECTOR_SCORE" | "VENDOR_SEVERITY" | "EPSS_SCORE";
export type SortOrder = "ASC" | "DESC";
export interface StartCisSessionMessage {
  readonly sessionToken: string;
}
export interface StartCisSessionRequest {
  readonly scanJobId: string;
  readonly message: StartCisSessionMessage;
}
export interface StartCisSessionResponse {
}
export interface StartCodeSecurityScanRequest {
  readonly clientToken?: string | undefined;
  readonly resource: CodeSecurityResource;
}
export interface StartCodeSecurityScanResponse {
  readonly scanId?: string | undefined;
  readonly status?: CodeScanStatus | undefined;
}
export interface State {
  readonly status: Status;
  readonly errorCode: ErrorCode;
  readonly errorMessage: string;
}
export type Status = "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "SUSPENDING" | "SUSPENDED";
export interface StatusCounts {
  readonly failed?: number | undefined;
  readonly skipped?: number | undefined;
  readonly passed?: number | undefined;
}
export interface Step {
  readonly componentId: string;
  readonly componentType: string;
  readonly componentArn?: string | undefined;
}
export interface StopCisMessageProgress {
  readonly totalChecks?: number | undefined;
  readonly successfulChecks?: number | undefined;
  readonly failedChecks?: number | undefined;
  readonly notEvaluatedChecks?: number | undefined;
  readonly unknownChecks?: number | undefined;
  readonly notApplicableChecks?: number | undefined;
  readonly informationalChecks?: number | undefined;
  readonly errorChecks?: number | undefined;
}
export interface StopCisSessionMessage {
  readonly status: StopCisSessionStatus;
  readonly reason?: string | undefined;
  readonly progress: StopCisMessageProgress;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly benchmarkVersion?: string | undefined;
  readonly benchmarkProfile?: string | undefined;
}
export interface StopCisSessionRequest {
  readonly scanJobId: string;
  readonly sessionToken: string;
  readonly message: StopCisSessionMessage;
}
export interface StopCisSessionResponse {
}
export type StopCisSessionStatus = "SUCCESS" | "FAILED" | "INTERRUPTED" | "UNSUPPORTED_OS";
export type StringComparison = "EQUALS" | "PREFIX" | "NOT_EQUALS";
export interface StringFilter {
  readonly comparison: StringComparison;
  readonly value: string;
}
export interface SuccessfulAssociationResult {
  readonly scanConfigurationArn?: string | undefined;
  readonly resource?: CodeSecurityResource | undefined;
}
export interface SuggestedFix {
  readonly description?: string | undefined;
  readonly code?: string | undefined;
}
export type TagComparison = "EQUALS";
export interface TagFilter {
  readonly comparison: TagComparison;
  readonly key: string;
  readonly value: string;
}
export interface TagResourceRequest {
  readonly resourceArn: string;
  readonly tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface Time {
  readonly timeOfDay: string;
  readonly timezone: string;
}
export interface TitleAggregation {
  readonly titles?: readonly (StringFilter)[] | undefined;
  readonly vulnerabilityIds?: readonly (StringFilter)[] | undefined;
  readonly resourceType?: AggregationResourceType | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly sortBy?: TitleSortBy | undefined;
  readonly findingType?: AggregationFindingType | undefined;
}
export interface TitleAggregationResponse {
  readonly title: string;
  readonly vulnerabilityId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly severityCounts?: SeverityCounts | undefined;
}
export type TitleSortBy = "CRITICAL" | "HIGH" | "ALL";
export interface UntagResourceRequest {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateCisScanConfigurationRequest {
  readonly scanConfigurationArn: string;
  readonly scanName?: string | undefined;
  readonly securityLevel?: CisSecurityLevel | undefined;
  readonly schedule?: Schedule | undefined;
  readonly targets?: UpdateCisTargets | undefined;
}
export interface UpdateCisScanConfigurationResponse {
  readonly scanConfigurationArn: string;
}
export interface UpdateCisTargets {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly targetResourceTags?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface UpdateCodeSecurityIntegrationRequest {
  readonly integrationArn: string;
  readonly details: UpdateIntegrationDetails;
}
export interface UpdateCodeSecurityIntegrationResponse {
  readonly integrationArn: string;
  readonly status: IntegrationStatus;
}
export interface UpdateCodeSecurityScanConfigurationRequest {
  readonly scanConfigurationArn: string;
  readonly configuration: CodeSecurityScanConfiguration;
}
export interface UpdateCodeSecurityScanConfigurationResponse {
  readonly scanConfigurationArn?: string | undefined;
}
export interface UpdateConfigurationRequest {
  readonly ecrConfiguration?: EcrConfiguration | undefined;
  readonly ec2Configuration?: Ec2Configuration | undefined;
}
export interface UpdateConfigurationResponse {
}
export interface UpdateEc2DeepInspectionConfigurationRequest {
  readonly activateDeepInspection?: boolean | undefined;
  readonly packagePaths?: readonly (string)[] | undefined;
}
export interface UpdateEc2DeepInspectionConfigurationResponse {
  readonly packagePaths?: readonly (string)[] | undefined;
  readonly orgPackagePaths?: readonly (string)[] | undefined;
  readonly status?: Ec2DeepInspectionStatus | undefined;
  readonly errorMessage?: string | undefined;
}
export interface UpdateEncryptionKeyRequest {
  readonly kmsKeyId: string;
  readonly scanType: ScanType;
  readonly resourceType: ResourceType;
}
export interface UpdateEncryptionKeyResponse {
}
export interface UpdateFilterRequest {
  readonly action?: FilterAction | undefined;
  readonly description?: string | undefined;
  readonly filterCriteria?: FilterCriteria | undefined;
  readonly name?: string | undefined;
  readonly filterArn: string;
  readonly reason?: string | undefined;
}
export interface UpdateFilterResponse {
  readonly arn: string;
}
export interface UpdateGitHubIntegrationDetail {
  readonly code: string;
  readonly installationId: string;
}
export interface UpdateGitLabSelfManagedIntegrationDetail {
  readonly authCode: string;
}
export interface UpdateIntegrationDetails {
  readonly gitlabSelfManaged?: UpdateGitLabSelfManagedIntegrationDetail | undefined;
  readonly github?: UpdateGitHubIntegrationDetail | undefined;
}
export interface UpdateOrgEc2DeepInspectionConfigurationRequest {
  readonly orgPackagePaths: readonly (string)[];
}
export interface UpdateOrgEc2DeepInspectionConfigurationResponse {
}
export interface UpdateOrganizationConfigurationRequest {
  readonly autoEnable: AutoEnable;
}
export interface UpdateOrganizationConfigurationResponse {
  readonly autoEnable: AutoEnable;
}
export interface Usage {
  readonly type?: UsageType | undefined;
  readonly total?: number | undefined;
  readonly estimatedMonthlyCost?: number | undefined;
  readonly currency?: Currency | undefined;
}
export interface UsageTotal {
  readonly accountId?: string | undefined;
  readonly usage?: readonly (Usage)[] | undefined;
}
export type UsageType = "EC2_INSTANCE_HOURS" | "ECR_INITIAL_SCAN" | "ECR_RESCAN" | "LAMBDA_FUNCTION_HOURS" | "LAMBDA_FUNCTION_CODE_HOURS" | "CODE_REPOSITORY_SAST" | "CODE_REPOSITORY_IAC" | "CODE_REPOSITORY_SCA" | "EC2_AGENTLESS_INSTANCE_HOURS";
export interface Vulnerability {
  readonly id: string;
  readonly cwes?: readonly (string)[] | undefined;
  readonly cisaData?: CisaData | undefined;
  readonly source?: VulnerabilitySource | undefined;
  readonly description?: string | undefined;
  readonly atigData?: AtigData | undefined;
  readonly vendorSeverity?: string | undefined;
  readonly cvss4?: Cvss4 | undefined;
  readonly cvss3?: Cvss3 | undefined;
  readonly relatedVulnerabilities?: readonly (string)[] | undefined;
  readonly cvss2?: Cvss2 | undefined;
  readonly vendorCreatedAt?: Date | undefined;
  readonly vendorUpdatedAt?: Date | undefined;
  readonly sourceUrl?: string | undefined;
  readonly referenceUrls?: readonly (string)[] | undefined;
  readonly exploitObserved?: ExploitObserved | undefined;
  readonly detectionPlatforms?: readonly (string)[] | undefined;
  readonly epss?: Epss | undefined;
}
export type VulnerabilitySource = "NVD";
export interface VulnerablePackage {
  readonly name: string;
  readonly version: string;
  readonly sourceLayerHash?: string | undefined;
  readonly epoch?: number | undefined;
  readonly release?: string | undefined;
  readonly arch?: string | undefined;
  readonly packageManager?: PackageManager | undefined;
  readonly filePath?: string | undefined;
  readonly fixedInVersion?: string | undefined;
  readonly remediation?: string | undefined;
  readonly sourceLambdaLayerArn?: string | undefined;
}
export interface WeeklySchedule {
  readonly startTime: Time;
  readonly days: readonly (Day)[];
}

export interface Inspector2Operations {
  readonly AssociateMember: { readonly input: AssociateMemberRequest; readonly output: AssociateMemberResponse };
  readonly BatchAssociateCodeSecurityScanConfiguration: { readonly input: BatchAssociateCodeSecurityScanConfigurationRequest; readonly output: BatchAssociateCodeSecurityScanConfigurationResponse };
  readonly BatchDisassociateCodeSecurityScanConfiguration: { readonly input: BatchDisassociateCodeSecurityScanConfigurationRequest; readonly output: BatchDisassociateCodeSecurityScanConfigurationResponse };
  readonly BatchGetAccountStatus: { readonly input: BatchGetAccountStatusRequest; readonly output: BatchGetAccountStatusResponse };
  readonly BatchGetCodeSnippet: { readonly input: BatchGetCodeSnippetRequest; readonly output: BatchGetCodeSnippetResponse };
  readonly BatchGetFindingDetails: { readonly input: BatchGetFindingDetailsRequest; readonly output: BatchGetFindingDetailsResponse };
  readonly BatchGetFreeTrialInfo: { readonly input: BatchGetFreeTrialInfoRequest; readonly output: BatchGetFreeTrialInfoResponse };
  readonly BatchGetMemberEc2DeepInspectionStatus: { readonly input: BatchGetMemberEc2DeepInspectionStatusRequest; readonly output: BatchGetMemberEc2DeepInspectionStatusResponse };
  readonly BatchUpdateMemberEc2DeepInspectionStatus: { readonly input: BatchUpdateMemberEc2DeepInspectionStatusRequest; readonly output: BatchUpdateMemberEc2DeepInspectionStatusResponse };
  readonly CancelFindingsReport: { readonly input: CancelFindingsReportRequest; readonly output: CancelFindingsReportResponse };
  readonly CancelSbomExport: { readonly input: CancelSbomExportRequest; readonly output: CancelSbomExportResponse };
  readonly CreateCisScanConfiguration: { readonly input: CreateCisScanConfigurationRequest; readonly output: CreateCisScanConfigurationResponse };
  readonly CreateCodeSecurityIntegration: { readonly input: CreateCodeSecurityIntegrationRequest; readonly output: CreateCodeSecurityIntegrationResponse };
  readonly CreateCodeSecurityScanConfiguration: { readonly input: CreateCodeSecurityScanConfigurationRequest; readonly output: CreateCodeSecurityScanConfigurationResponse };
  readonly CreateFilter: { readonly input: CreateFilterRequest; readonly output: CreateFilterResponse };
  readonly CreateFindingsReport: { readonly input: CreateFindingsReportRequest; readonly output: CreateFindingsReportResponse };
  readonly CreateSbomExport: { readonly input: CreateSbomExportRequest; readonly output: CreateSbomExportResponse };
  readonly DeleteCisScanConfiguration: { readonly input: DeleteCisScanConfigurationRequest; readonly output: DeleteCisScanConfigurationResponse };
  readonly DeleteCodeSecurityIntegration: { readonly input: DeleteCodeSecurityIntegrationRequest; readonly output: DeleteCodeSecurityIntegrationResponse };
  readonly DeleteCodeSecurityScanConfiguration: { readonly input: DeleteCodeSecurityScanConfigurationRequest; readonly output: DeleteCodeSecurityScanConfigurationResponse };
  readonly DeleteFilter: { readonly input: DeleteFilterRequest; readonly output: DeleteFilterResponse };
  readonly DescribeOrganizationConfiguration: { readonly input: DescribeOrganizationConfigurationRequest; readonly output: DescribeOrganizationConfigurationResponse };
  readonly Disable: { readonly input: DisableRequest; readonly output: DisableResponse };
  readonly DisableDelegatedAdminAccount: { readonly input: DisableDelegatedAdminAccountRequest; readonly output: DisableDelegatedAdminAccountResponse };
  readonly DisassociateMember: { readonly input: DisassociateMemberRequest; readonly output: DisassociateMemberResponse };
  readonly Enable: { readonly input: EnableRequest; readonly output: EnableResponse };
  readonly EnableDelegatedAdminAccount: { readonly input: EnableDelegatedAdminAccountRequest; readonly output: EnableDelegatedAdminAccountResponse };
  readonly GetCisScanReport: { readonly input: GetCisScanReportRequest; readonly output: GetCisScanReportResponse };
  readonly GetCisScanResultDetails: { readonly input: GetCisScanResultDetailsRequest; readonly output: GetCisScanResultDetailsResponse };
  readonly GetClustersForImage: { readonly input: GetClustersForImageRequest; readonly output: GetClustersForImageResponse };
  readonly GetCodeSecurityIntegration: { readonly input: GetCodeSecurityIntegrationRequest; readonly output: GetCodeSecurityIntegrationResponse };
  readonly GetCodeSecurityScan: { readonly input: GetCodeSecurityScanRequest; readonly output: GetCodeSecurityScanResponse };
  readonly GetCodeSecurityScanConfiguration: { readonly input: GetCodeSecurityScanConfigurationRequest; readonly output: GetCodeSecurityScanConfigurationResponse };
  readonly GetConfiguration: { readonly input: GetConfigurationRequest; readonly output: GetConfigurationResponse };
  readonly GetDelegatedAdminAccount: { readonly input: GetDelegatedAdminAccountRequest; readonly output: GetDelegatedAdminAccountResponse };
  readonly GetEc2DeepInspectionConfiguration: { readonly input: GetEc2DeepInspectionConfigurationRequest; readonly output: GetEc2DeepInspectionConfigurationResponse };
  readonly GetEncryptionKey: { readonly input: GetEncryptionKeyRequest; readonly output: GetEncryptionKeyResponse };
  readonly GetFindingsReportStatus: { readonly input: GetFindingsReportStatusRequest; readonly output: GetFindingsReportStatusResponse };
  readonly GetMember: { readonly input: GetMemberRequest; readonly output: GetMemberResponse };
  readonly GetSbomExport: { readonly input: GetSbomExportRequest; readonly output: GetSbomExportResponse };
  readonly ListAccountPermissions: { readonly input: ListAccountPermissionsRequest; readonly output: ListAccountPermissionsResponse };
  readonly ListCisScanConfigurations: { readonly input: ListCisScanConfigurationsRequest; readonly output: ListCisScanConfigurationsResponse };
  readonly ListCisScanResultsAggregatedByChecks: { readonly input: ListCisScanResultsAggregatedByChecksRequest; readonly output: ListCisScanResultsAggregatedByChecksResponse };
  readonly ListCisScanResultsAggregatedByTargetResource: { readonly input: ListCisScanResultsAggregatedByTargetResourceRequest; readonly output: ListCisScanResultsAggregatedByTargetResourceResponse };
  readonly ListCisScans: { readonly input: ListCisScansRequest; readonly output: ListCisScansResponse };
  readonly ListCodeSecurityIntegrations: { readonly input: ListCodeSecurityIntegrationsRequest; readonly output: ListCodeSecurityIntegrationsResponse };
  readonly ListCodeSecurityScanConfigurationAssociations: { readonly input: ListCodeSecurityScanConfigurationAssociationsRequest; readonly output: ListCodeSecurityScanConfigurationAssociationsResponse };
  readonly ListCodeSecurityScanConfigurations: { readonly input: ListCodeSecurityScanConfigurationsRequest; readonly output: ListCodeSecurityScanConfigurationsResponse };
  readonly ListCoverage: { readonly input: ListCoverageRequest; readonly output: ListCoverageResponse };
  readonly ListCoverageStatistics: { readonly input: ListCoverageStatisticsRequest; readonly output: ListCoverageStatisticsResponse };
  readonly ListDelegatedAdminAccounts: { readonly input: ListDelegatedAdminAccountsRequest; readonly output: ListDelegatedAdminAccountsResponse };
  readonly ListFilters: { readonly input: ListFiltersRequest; readonly output: ListFiltersResponse };
  readonly ListFindingAggregations: { readonly input: ListFindingAggregationsRequest; readonly output: ListFindingAggregationsResponse };
  readonly ListFindings: { readonly input: ListFindingsRequest; readonly output: ListFindingsResponse };
  readonly ListMembers: { readonly input: ListMembersRequest; readonly output: ListMembersResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListUsageTotals: { readonly input: ListUsageTotalsRequest; readonly output: ListUsageTotalsResponse };
  readonly ResetEncryptionKey: { readonly input: ResetEncryptionKeyRequest; readonly output: ResetEncryptionKeyResponse };
  readonly SearchVulnerabilities: { readonly input: SearchVulnerabilitiesRequest; readonly output: SearchVulnerabilitiesResponse };
  readonly SendCisSessionHealth: { readonly input: SendCisSessionHealthRequest; readonly output: SendCisSessionHealthResponse };
  readonly SendCisSessionTelemetry: { readonly input: SendCisSessionTelemetryRequest; readonly output: SendCisSessionTelemetryResponse };
  readonly StartCisSession: { readonly input: StartCisSessionRequest; readonly output: StartCisSessionResponse };
  readonly StartCodeSecurityScan: { readonly input: StartCodeSecurityScanRequest; readonly output: StartCodeSecurityScanResponse };
  readonly StopCisSession: { readonly input: StopCisSessionRequest; readonly output: StopCisSessionResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateCisScanConfiguration: { readonly input: UpdateCisScanConfigurationRequest; readonly output: UpdateCisScanConfigurationResponse };
  readonly UpdateCodeSecurityIntegration: { readonly input: UpdateCodeSecurityIntegrationRequest; readonly output: UpdateCodeSecurityIntegrationResponse };
  readonly UpdateCodeSecurityScanConfiguration: { readonly input: UpdateCodeSecurityScanConfigurationRequest; readonly output: UpdateCodeSecurityScanConfigurationResponse };
  readonly UpdateConfiguration: { readonly input: UpdateConfigurationRequest; readonly output: UpdateConfigurationResponse };
  readonly UpdateEc2DeepInspectionConfiguration: { readonly input: UpdateEc2DeepInspectionConfigurationRequest; readonly output: UpdateEc2DeepInspectionConfigurationResponse };
  readonly UpdateEncryptionKey: { readonly input: UpdateEncryptionKeyRequest; readonly output: UpdateEncryptionKeyResponse };
  readonly UpdateFilter: { readonly input: UpdateFilterRequest; readonly output: UpdateFilterResponse };
  readonly UpdateOrgEc2DeepInspectionConfiguration: { readonly input: UpdateOrgEc2DeepInspectionConfigurationRequest; readonly output: UpdateOrgEc2DeepInspectionConfigurationResponse };
  readonly UpdateOrganizationConfiguration: { readonly input: UpdateOrganizationConfigurationRequest; readonly output: UpdateOrganizationConfigurationResponse };
}
