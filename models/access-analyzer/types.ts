// Generated from the API model of AccessAnalyzer; see scripts/generate-models.

export interface Access {
  readonly actions?: readonly (string)[] | undefined;
  readonly resources?: readonly (string)[] | undefined;
}
export type AccessCheckPolicyType = "IDENTITY_POLICY" | "RESOURCE_POLICY";
export type AccessCheckResourceType = "AWS::DynamoDB::Table" | "AWS::DynamoDB::Stream" | "AWS::EFS::FileSystem" | "AWS::OpenSearchService::Domain" | "AWS::Kinesis::Stream" | "AWS::Kinesis::StreamConsumer" | "AWS::KMS::Key" | "AWS::Lambda::Function" | "AWS::S3::Bucket" | "AWS::S3::AccessPoint" | "AWS::S3Express::DirectoryBucket" | "AWS::S3::Glacier" | "AWS::S3Outposts::Bucket" | "AWS::S3Outposts::AccessPoint" | "AWS::SecretsManager::Secret" | "AWS::SNS::Topic" | "AWS::SQS::Queue" | "AWS::IAM::AssumeRolePolicyDocument" | "AWS::S3Tables::TableBucket" | "AWS::ApiGateway::RestApi" | "AWS::CodeArtifact::Domain" | "AWS::Backup::BackupVault" | "AWS::CloudTrail::Dashboard" | "AWS::CloudTrail::EventDataStore" | "AWS::S3Tables::Table" | "AWS::S3Express::AccessPoint";
export interface AccessPreview {
  readonly id: string;
  readonly analyzerArn: string;
  readonly configurations: { readonly [key: string]: Configuration };
  readonly createdAt: Date;
  readonly status: AccessPreviewStatus;
  readonly statusReason?: AccessPreviewStatusReason | undefined;
}
export interface AccessPreviewFinding {
  readonly id: string;
  readonly existingFindingId?: string | undefined;
  readonly existingFindingStatus?: FindingStatus | undefined;
  readonly principal?: { readonly [key: string]: string } | undefined;
  readonly action?: readonly (string)[] | undefined;
  readonly condition?: { readonly [key: string]: string } | undefined;
  readonly resource?: string | undefined;
  readonly isPublic?: boolean | undefined;
  readonly resourceType: ResourceType;
  readonly createdAt: Date;
  readonly changeType: FindingChangeType;
  readonly status: FindingStatus;
  readonly resourceOwnerAccount: string;
  readonly error?: string | undefined;
  readonly sources?: readonly (FindingSource)[] | undefined;
  readonly resourceControlPolicyRestriction?: ResourceControlPolicyRestriction | undefined;
}
export type AccessPreviewStatus = "COMPLETED" | "CREATING" | "FAILED";
export interface AccessPreviewStatusReason {
  readonly code: AccessPreviewStatusReasonCode;
}
export type AccessPreviewStatusReasonCode = "INTERNAL_ERROR" | "INVALID_CONFIGURATION";
export interface AccessPreviewSummary {
  readonly id: string;
  readonly analyzerArn: string;
  readonly createdAt: Date;
  readonly status: AccessPreviewStatus;
  readonly statusReason?: AccessPreviewStatusReason | undefined;
}
export interface AclGrantee {
  readonly id?: string | undefined;
  readonly uri?: string | undefined;
}
export type AclPermission = "READ" | "WRITE" | "READ_ACP" | "WRITE_ACP" | "FULL_CONTROL";
export interface AnalysisRule {
  readonly exclusions?: readonly (AnalysisRuleCriteria)[] | undefined;
}
export interface AnalysisRuleCriteria {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly resourceTags?: readonly ({ readonly [key: string]: string })[] | undefined;
}
export interface AnalyzedResource {
  readonly resourceArn: string;
  readonly resourceType: ResourceType;
  readonly createdAt: Date;
  readonly analyzedAt: Date;
  readonly updatedAt: Date;
  readonly isPublic: boolean;
  readonly actions?: readonly (string)[] | undefined;
  readonly sharedVia?: readonly (string)[] | undefined;
  readonly status?: FindingStatus | undefined;
  readonly resourceOwnerAccount: string;
  readonly error?: string | undefined;
}
export interface AnalyzedResourceSummary {
  readonly resourceArn: string;
  readonly resourceOwnerAccount: string;
  readonly resourceType: ResourceType;
}
export interface AnalyzerConfiguration {
  readonly unusedAccess?: UnusedAccessConfiguration | undefined;
  readonly internalAccess?: InternalAccessConfiguration | undefined;
}
export type AnalyzerStatus = "ACTIVE" | "CREATING" | "DISABLED" | "FAILED";
export interface AnalyzerSummary {
  readonly arn: string;
  readonly name: string;
  readonly type: Type;
  readonly createdAt: Date;
  readonly lastResourceAnalyzed?: string | undefined;
  readonly lastResourceAnalyzedAt?: Date | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly status: AnalyzerStatus;
  readonly statusReason?: StatusReason | undefined;
  readonly configuration?: AnalyzerConfiguration | undefined;
  readonly managedBy?: string | undefined;
}
export interface ApplyArchiveRuleRequest {
  readonly analyzerArn: string;
  readonly ruleName: string;
  readonly clientToken?: string | undefined;
}
export interface ArchiveRuleSummary {
  readonly ruleName: string;
  readonly filter: { readonly [key: string]: Criterion };
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
export interface CancelPolicyGenerationRequest {
  readonly jobId: string;
}
export interface CancelPolicyGenerationResponse {
}
export interface CheckAccessNotGrantedRequest {
  readonly policyDocument: string;
  readonly access: readonly (Access)[];
  readonly policyType: AccessCheckPolicyType;
}
export interface CheckAccessNotGrantedResponse {
  readonly result?: CheckAccessNotGrantedResult | undefined;
  readonly message?: string | undefined;
  readonly reasons?: readonly (ReasonSummary)[] | undefined;
}
export type CheckAccessNotGrantedResult = "PASS" | "FAIL";
export interface CheckNoNewAccessRequest {
  readonly newPolicyDocument: string;
  readonly existingPolicyDocument: string;
  readonly policyType: AccessCheckPolicyType;
}
export interface CheckNoNewAccessResponse {
  readonly result?: CheckNoNewAccessResult | undefined;
  readonly message?: string | undefined;
  readonly reasons?: readonly (ReasonSummary)[] | undefined;
}
export type CheckNoNewAccessResult = "PASS" | "FAIL";
export interface CheckNoPublicAccessRequest {
  readonly policyDocument: string;
  readonly resourceType: AccessCheckResourceType;
}
export interface CheckNoPublicAccessResponse {
  readonly result?: CheckNoPublicAccessResult | undefined;
  readonly message?: string | undefined;
  readonly reasons?: readonly (ReasonSummary)[] | undefined;
}
export type CheckNoPublicAccessResult = "PASS" | "FAIL";
export interface CloudTrailDetails {
  readonly trails: readonly (Trail)[];
  readonly accessRole: string;
  readonly startTime: Date;
  readonly endTime?: Date | undefined;
}
export interface CloudTrailProperties {
  readonly trailProperties: readonly (TrailProperties)[];
  readonly startTime: Date;
  readonly endTime: Date;
}
export interface Configuration {
  readonly ebsSnapshot?: EbsSnapshotConfiguration | undefined;
  readonly ecrRepository?: EcrRepositoryConfiguration | undefined;
  readonly iamRole?: IamRoleConfiguration | undefined;
  readonly efsFileSystem?: EfsFileSystemConfiguration | undefined;
  readonly kmsKey?: KmsKeyConfiguration | undefined;
  readonly rdsDbClusterSnapshot?: RdsDbClusterSnapshotConfiguration | undefined;
  readonly rdsDbSnapshot?: RdsDbSnapshotConfiguration | undefined;
  readonly secretsManagerSecret?: SecretsManagerSecretConfiguration | undefined;
  readonly s3Bucket?: S3BucketConfiguration | undefined;
  readonly snsTopic?: SnsTopicConfiguration | undefined;
  readonly sqsQueue?: SqsQueueConfiguration | undefined;
  readonly s3ExpressDirectoryBucket?: S3ExpressDirectoryBucketConfiguration | undefined;
  readonly dynamodbStream?: DynamodbStreamConfiguration | undefined;
  readonly dynamodbTable?: DynamodbTableConfiguration | undefined;
}
export interface CreateAccessPreviewRequest {
  readonly analyzerArn: string;
  readonly configurations: { readonly [key: string]: Configuration };
  readonly clientToken?: string | undefined;
}
export interface CreateAccessPreviewResponse {
  readonly id: string;
}
export interface CreateAnalyzerRequest {
  readonly analyzerName: string;
  readonly type: Type;
  readonly archiveRules?: readonly (InlineArchiveRule)[] | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly clientToken?: string | undefined;
  readonly configuration?: AnalyzerConfiguration | undefined;
}
export interface CreateAnalyzerResponse {
  readonly arn?: string | undefined;
}
export interface CreateArchiveRuleRequest {
  readonly analyzerName: string;
  readonly ruleName: string;
  readonly filter: { readonly [key: string]: Criterion };
  readonly clientToken?: string | undefined;
}
export interface CreateServiceLinkedAnalyzerRequest {
  readonly type: Type;
  readonly archiveRules?: readonly (InlineArchiveRule)[] | undefined;
  readonly clientToken?: string | undefined;
  readonly configuration?: AnalyzerConfiguration | undefined;
}
export interface CreateServiceLinkedAnalyzerResponse {
  readonly arn?: string | undefined;
}
export interface Criterion {
  readonly eq?: readonly (string)[] | undefined;
  readonly neq?: readonly (string)[] | undefined;
  readonly contains?: readonly (string)[] | undefined;
  readonly exists?: boolean | undefined;
}
export interface DeleteAnalyzerRequest {
  readonly analyzerName: string;
  readonly clientToken?: string | undefined;
}
export interface DeleteArchiveRuleRequest {
  readonly analyzerName: string;
  readonly ruleName: string;
  readonly clientToken?: string | undefined;
}
export interface DeleteServiceLinkedAnalyzerRequest {
  readonly analyzerName: string;
  readonly clientToken?: string | undefined;
}
export interface DynamodbStreamConfiguration {
  readonly streamPolicy?: string | undefined;
}
export interface DynamodbTableConfiguration {
  readonly tablePolicy?: string | undefined;
}
export interface EbsSnapshotConfiguration {
  readonly userIds?: readonly (string)[] | undefined;
  readonly groups?: readonly (string)[] | undefined;
  readonly kmsKeyId?: string | undefined;
}
export interface EcrRepositoryConfiguration {
  readonly repositoryPolicy?: string | undefined;
}
export interface EfsFileSystemConfiguration {
  readonly fileSystemPolicy?: string | undefined;
}
export interface ExternalAccessDetails {
  readonly action?: readonly (string)[] | undefined;
  readonly condition: { readonly [key: string]: string };
  readonly isPublic?: boolean | undefined;
  readonly principal?: { readonly [key: string]: string } | undefined;
  readonly sources?: readonly (FindingSource)[] | undefined;
  readonly resourceControlPolicyRestriction?: ResourceControlPolicyRestriction | undefined;
}
export interface ExternalAccessFindingsStatistics {
  readonly resourceTypeStatistics?: { readonly [key: string]: ResourceTypeDetails } | undefined;
  readonly totalActiveFindings?: number | undefined;
  readonly totalArchivedFindings?: number | undefined;
  readonly totalResolvedFindings?: number | undefined;
}
export interface Finding {
  readonly id: string;
  readonly principal?: { readonly [key: string]: string } | undefined;
  readonly action?: readonly (string)[] | undefined;
  readonly resource?: string | undefined;
  readonly isPublic?: boolean | undefined;
  readonly resourceType: ResourceType;
  readonly condition: { readonly [key: string]: string };
  readonly createdAt: Date;
  readonly analyzedAt: Date;
  readonly updatedAt: Date;
  readonly status: FindingStatus;
  readonly resourceOwnerAccount: string;
  readonly error?: string | undefined;
  readonly sources?: readonly (FindingSource)[] | undefined;
  readonly resourceControlPolicyRestriction?: ResourceControlPolicyRestriction | undefined;
}
export interface FindingAggregationAccountDetails {
  readonly account?: string | undefined;
  readonly numberOfActiveFindings?: number | undefined;
  readonly details?: { readonly [key: string]: number } | undefined;
}
export type FindingChangeType = "CHANGED" | "NEW" | "UNCHANGED";
export interface FindingDetails {
  readonly internalAccessDetails?: InternalAccessDetails | undefined;
  readonly externalAccessDetails?: ExternalAccessDetails | undefined;
  readonly unusedPermissionDetails?: UnusedPermissionDetails | undefined;
  readonly unusedIamUserAccessKeyDetails?: UnusedIamUserAccessKeyDetails | undefined;
  readonly unusedIamRoleDetails?: UnusedIamRoleDetails | undefined;
  readonly unusedIamUserPasswordDetails?: UnusedIamUserPasswordDetails | undefined;
}
export interface FindingSource {
  readonly type: FindingSourceType;
  readonly detail?: FindingSourceDetail | undefined;
}
export interface FindingSourceDetail {
  readonly accessPointArn?: string | undefined;
  readonly accessPointAccount?: string | undefined;
}
export type FindingSourceType = "POLICY" | "BUCKET_ACL" | "S3_ACCESS_POINT" | "S3_ACCESS_POINT_ACCOUNT";
export type FindingStatus = "ACTIVE" | "ARCHIVED" | "RESOLVED";
export type FindingStatusUpdate = "ACTIVE" | "ARCHIVED";
export interface FindingSummary {
  readonly id: string;
  readonly principal?: { readonly [key: string]: string } | undefined;
  readonly action?: readonly (string)[] | undefined;
  readonly resource?: string | undefined;
  readonly isPublic?: boolean | undefined;
  readonly resourceType: ResourceType;
  readonly condition: { readonly [key: string]: string };
  readonly createdAt: Date;
  readonly analyzedAt: Date;
  readonly updatedAt: Date;
  readonly status: FindingStatus;
  readonly resourceOwnerAccount: string;
  readonly error?: string | undefined;
  readonly sources?: readonly (FindingSource)[] | undefined;
  readonly resourceControlPolicyRestriction?: ResourceControlPolicyRestriction | undefined;
}
export interface FindingSummaryV2 {
  readonly analyzedAt: Date;
  readonly createdAt: Date;
  readonly error?: string | undefined;
  readonly id: string;
  readonly resource?: string | undefined;
  readonly resourceType: ResourceType;
  readonly resourceOwnerAccount: string;
  readonly status: FindingStatus;
  readonly updatedAt: Date;
  readonly findingType?: FindingType | undefined;
}
export type FindingType = "ExternalAccess" | "UnusedIAMRole" | "UnusedIAMUserAccessKey" | "UnusedIAMUserPassword" | "UnusedPermission" | "InternalAccess";
export interface FindingsStatistics {
  readonly externalAccessFindingsStatistics?: ExternalAccessFindingsStatistics | undefined;
  readonly internalAccessFindingsStatistics?: InternalAccessFindingsStatistics | undefined;
  readonly unusedAccessFindingsStatistics?: UnusedAccessFindingsStatistics | undefined;
}
export interface GenerateFindingRecommendationRequest {
  readonly analyzerArn: string;
  readonly id: string;
}
export interface GeneratedPolicy {
  readonly policy: string;
}
export interface GeneratedPolicyProperties {
  readonly isComplete?: boolean | undefined;
  readonly principalArn: string;
  readonly cloudTrailProperties?: CloudTrailProperties | undefined;
}
export interface GeneratedPolicyResult {
  readonly properties: GeneratedPolicyProperties;
  readonly generatedPolicies?: readonly (GeneratedPolicy)[] | undefined;
}
export interface GetAccessPreviewRequest {
  readonly accessPreviewId: string;
  readonly analyzerArn: string;
}
export interface GetAccessPreviewResponse {
  readonly accessPreview: AccessPreview;
}
export interface GetAnalyzedResourceRequest {
  readonly analyzerArn: string;
  readonly resourceArn: string;
}
export interface GetAnalyzedResourceResponse {
  readonly resource?: AnalyzedResource | undefined;
}
export interface GetAnalyzerRequest {
  readonly analyzerName: string;
}
export interface GetAnalyzerResponse {
  readonly analyzer: AnalyzerSummary;
}
export interface GetArchiveRuleRequest {
  readonly analyzerName: string;
  readonly ruleName: string;
}
export interface GetArchiveRuleResponse {
  readonly archiveRule: ArchiveRuleSummary;
}
export interface GetFindingRecommendationRequest {
  readonly analyzerArn: string;
  readonly id: string;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetFindingRecommendationResponse {
  readonly startedAt: Date;
  readonly completedAt?: Date | undefined;
  readonly nextToken?: string | undefined;
  readonly error?: RecommendationError | undefined;
  readonly resourceArn: string;
  readonly recommendedSteps?: readonly (RecommendedStep)[] | undefined;
  readonly recommendationType: RecommendationType;
  readonly status: Status;
}
export interface GetFindingRequest {
  readonly analyzerArn: string;
  readonly id: string;
}
export interface GetFindingResponse {
  readonly finding?: Finding | undefined;
}
export interface GetFindingV2Request {
  readonly analyzerArn: string;
  readonly id: string;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetFindingV2Response {
  readonly analyzedAt: Date;
  readonly createdAt: Date;
  readonly error?: string | undefined;
  readonly id: string;
  readonly nextToken?: string | undefined;
  readonly resource?: string | undefined;
  readonly resourceType: ResourceType;
  readonly resourceOwnerAccount: string;
  readonly status: FindingStatus;
  readonly updatedAt: Date;
  readonly findingDetails: readonly (FindingDetails)[];
  readonly findingType?: FindingType | undefined;
}
export interface GetFindingsStatisticsRequest {
  readonly analyzerArn: string;
}
export interface GetFindingsStatisticsResponse {
  readonly findingsStatistics?: readonly (FindingsStatistics)[] | undefined;
  readonly lastUpdatedAt?: Date | undefined;
}
export interface GetGeneratedPolicyRequest {
  readonly jobId: string;
  readonly includeResourcePlaceholders?: boolean | undefined;
  readonly includeServiceLevelTemplate?: boolean | undefined;
}
export interface GetGeneratedPolicyResponse {
  readonly jobDetails: JobDetails;
  readonly generatedPolicyResult: GeneratedPolicyResult;
}
export interface IamRoleConfiguration {
  readonly trustPolicy?: string | undefined;
}
export interface InlineArchiveRule {
  readonly ruleName: string;
  readonly filter: { readonly [key: string]: Criterion };
}
export interface InternalAccessAnalysisRule {
  readonly inclusions?: readonly (InternalAccessAnalysisRuleCriteria)[] | undefined;
}
export interface InternalAccessAnalysisRuleCriteria {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly resourceTypes?: readonly (ResourceType)[] | undefined;
  readonly resourceArns?: readonly (string)[] | undefined;
}
export interface InternalAccessConfiguration {
  readonly analysisRule?: InternalAccessAnalysisRule | undefined;
}
export interface InternalAccessDetails {
  readonly action?: readonly (string)[] | undefined;
  readonly condition?: { readonly [key: string]: string } | undefined;
  readonly principal?: { readonly [key: string]: string } | undefined;
  readonly principalOwnerAccount?: string | undefined;
  readonly accessType?: InternalAccessType | undefined;
  readonly principalType?: PrincipalType | undefined;
  readonly sources?: readonly (FindingSource)[] | undefined;
  readonly resourceControlPolicyRestriction?: ResourceControlPolicyRestriction | undefined;
  readonly serviceControlPolicyRestriction?: ServiceControlPolicyRestriction | undefined;
}
export interface InternalAccessFindingsStatistics {
  readonly resourceTypeStatistics?: { readonly [key: string]: InternalAccessResourceTypeDetails } | undefined;
  readonly totalActiveFindings?: number | undefined;
  readonly totalArchivedFindings?: number | undefined;
  readonly totalResolvedFindings?: number | undefined;
}
export interface InternalAccessResourceTypeDetails {
  readonly totalActiveFindings?: number | undefined;
  readonly totalResolvedFindings?: number | undefined;
  readonly totalArchivedFindings?: number | undefined;
}
export type InternalAccessType = "INTRA_ACCOUNT" | "INTRA_ORG";
export interface InternetConfiguration {
}
export interface JobDetails {
  readonly jobId: string;
  readonly status: JobStatus;
  readonly startedOn: Date;
  readonly completedOn?: Date | undefined;
  readonly jobError?: JobError | undefined;
}
export interface JobError {
  readonly code: JobErrorCode;
  readonly message: string;
}
export type JobErrorCode = "AUTHORIZATION_ERROR" | "RESOURCE_NOT_FOUND_ERROR" | "SERVICE_QUOTA_EXCEEDED_ERROR" | "SERVICE_ERROR";
export type JobStatus = "IN_PROGRESS" | "SUCCEEDED" | "FAILED" | "CANCELED";
export interface KmsGrantConfiguration {
  readonly operations: readonly (KmsGrantOperation)[];
  readonly granteePrincipal: string;
  readonly retiringPrincipal?: string | undefined;
  readonly constraints?: KmsGrantConstraints | undefined;
  readonly issuingAccount: string;
}
export interface KmsGrantConstraints {
  readonly encryptionContextEquals?: { readonly [key: string]: string } | undefined;
  readonly encryptionContextSubset?: { readonly [key: string]: string } | undefined;
}
export type KmsGrantOperation = "CreateGrant" | "Decrypt" | "DescribeKey" | "Encrypt" | "GenerateDataKey" | "GenerateDataKeyPair" | "GenerateDataKeyPairWithoutPlaintext" | "GenerateDataKeyWithoutPlaintext" | "GetPublicKey" | "ReEncryptFrom" | "ReEncryptTo" | "RetireGrant" | "Sign" | "Verify";
export interface KmsKeyConfiguration {
  readonly keyPolicies?: { readonly [key: string]: string } | undefined;
  readonly grants?: readonly (KmsGrantConfiguration)[] | undefined;
}
export interface ListAccessPreviewFindingsRequest {
  readonly accessPreviewId: string;
  readonly analyzerArn: string;
  readonly filter?: { readonly [key: string]: Criterion } | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListAccessPreviewFindingsResponse {
  readonly findings: readonly (AccessPreviewFinding)[];
  readonly nextToken?: string | undefined;
}
export interface ListAccessPreviewsRequest {
  readonly analyzerArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListAccessPreviewsResponse {
  readonly accessPreviews: readonly (AccessPreviewSummary)[];
  readonly nextToken?: string | undefined;
}
export interface ListAnalyzedResourcesRequest {
  readonly analyzerArn: string;
  readonly resourceType?: ResourceType | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListAnalyzedResourcesResponse {
  readonly analyzedResources: readonly (AnalyzedResourceSummary)[];
  readonly nextToken?: string | undefined;
}
export interface ListAnalyzersRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly type?: Type | undefined;
}
export interface ListAnalyzersResponse {
  readonly analyzers: readonly (AnalyzerSummary)[];
  readonly nextToken?: string | undefined;
}
export interface ListArchiveRulesRequest {
  readonly analyzerName: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListArchiveRulesResponse {
  readonly archiveRules: readonly (ArchiveRuleSummary)[];
  readonly nextToken?: string | undefined;
}
export interface ListFindingsRequest {
  readonly analyzerArn: string;
  readonly filter?: { readonly [key: string]: Criterion } | undefined;
  readonly sort?: SortCriteria | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListFindingsResponse {
  readonly findings: readonly (FindingSummary)[];
  readonly nextToken?: string | undefined;
}
export interface ListFindingsV2Request {
  readonly analyzerArn: string;
  readonly filter?: { readonly [key: string]: Criterion } | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sort?: SortCriteria | undefined;
}
export interface ListFindingsV2Response {
  readonly findings: readonly (FindingSummaryV2)[];
  readonly nextToken?: string | undefined;
}
export interface ListPolicyGenerationsRequest {
  readonly principalArn?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPolicyGenerationsResponse {
  readonly policyGenerations: readonly (PolicyGeneration)[];
  readonly nextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly resourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export type Locale = "DE" | "EN" | "ES" | "FR" | "IT" | "JA" | "KO" | "PT_BR" | "ZH_CN" | "ZH_TW";
export interface Location {
  readonly path: readonly (PathElement)[];
  readonly span: Span;
}
export interface NetworkOriginConfiguration {
  readonly vpcConfiguration?: VpcConfiguration | undefined;
  readonly internetConfiguration?: InternetConfiguration | undefined;
}
export type OrderBy = "ASC" | "DESC";
export interface PathElement {
  readonly index?: number | undefined;
  readonly key?: string | undefined;
  readonly substring?: Substring | undefined;
  readonly value?: string | undefined;
}
export interface PolicyGeneration {
  readonly jobId: string;
  readonly principalArn: string;
  readonly status: JobStatus;
  readonly startedOn: Date;
  readonly completedOn?: Date | undefined;
}
export interface PolicyGenerationDetails {
  readonly principalArn: string;
}
export type PolicyType = "IDENTITY_POLICY" | "RESOURCE_POLICY" | "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
export type PrincipalType = "IAM_ROLE" | "IAM_USER";
export interface RdsDbClusterSnapshotAttributeValue {
  readonly accountIds?: readonly (string)[] | undefined;
}
export interface RdsDbClusterSnapshotConfiguration {
  readonly attributes?: { readonly [key: string]: RdsDbClusterSnapshotAttributeValue } | undefined;
  readonly kmsKeyId?: string | undefined;
}
export interface RdsDbSnapshotAttributeValue {
  readonly accountIds?: readonly (string)[] | undefined;
}
export interface RdsDbSnapshotConfiguration {
  readonly attributes?: { readonly [key: string]: RdsDbSnapshotAttributeValue } | undefined;
  readonly kmsKeyId?: string | undefined;
}
export type ReasonCode = "AWS_SERVICE_ACCESS_DISABLED" | "DELEGATED_ADMINISTRATOR_DEREGISTERED" | "ORGANIZATION_DELETED" | "SERVICE_LINKED_ROLE_CREATION_FAILED";
export interface ReasonSummary {
  readonly description?: string | undefined;
  readonly statementIndex?: number | undefined;
  readonly statementId?: string | undefined;
}
export interface RecommendationError {
  readonly code: string;
  readonly message: string;
}
export type RecommendationType = "UnusedPermissionRecommendation";
export type RecommendedRemediationAction = "CREATE_POLICY" | "DETACH_POLICY";
export interface RecommendedStep {
  readonly unusedPermissionsRecommendedStep?: UnusedPermissionsRecommendedStep | undefined;
}
export type ResourceControlPolicyRestriction = "APPLICABLE" | "FAILED_TO_EVALUATE_RCP" | "NOT_APPLICABLE" | "APPLIED";
export type ResourceType = "AWS::S3::Bucket" | "AWS::IAM::Role" | "AWS::SQS::Queue" | "AWS::Lambda::Function" | "AWS::Lambda::LayerVersion" | "AWS::KMS::Key" | "AWS::SecretsManager::Secret" | "AWS::EFS::FileSystem" | "AWS::EC2::Snapshot" | "AWS::ECR::Repository" | "AWS::RDS::DBSnapshot" | "AWS::RDS::DBClusterSnapshot" | "AWS::SNS::Topic" | "AWS::S3Express::DirectoryBucket" | "AWS::DynamoDB::Table" | "AWS::DynamoDB::Stream" | "AWS::IAM::User";
export interface ResourceTypeDetails {
  readonly totalActivePublic?: number | undefined;
  readonly totalActiveCrossAccount?: number | undefined;
  readonly totalActiveErrors?: number | undefined;
}
export interface S3AccessPointConfiguration {
  readonly accessPointPolicy?: string | undefined;
  readonly publicAccessBlock?: S3PublicAccessBlockConfiguration | undefined;
  readonly networkOrigin?: NetworkOriginConfiguration | undefined;
}
export interface S3BucketAclGrantConfiguration {
  readonly permission: AclPermission;
  readonly grantee: AclGrantee;
}
export interface S3BucketConfiguration {
  readonly bucketPolicy?: string | undefined;
  readonly bucketAclGrants?: readonly (S3BucketAclGrantConfiguration)[] | undefined;
  readonly bucketPublicAccessBlock?: S3PublicAccessBlockConfiguration | undefined;
  readonly accessPoints?: { readonly [key: string]: S3AccessPointConfiguration } | undefined;
}
export interface S3ExpressDirectoryAccessPointConfiguration {
  readonly accessPointPolicy?: string | undefined;
  readonly networkOrigin?: NetworkOriginConfiguration | undefined;
}
export interface S3ExpressDirectoryBucketConfiguration {
  readonly bucketPolicy?: string | undefined;
  readonly accessPoints?: { readonly [key: string]: S3ExpressDirectoryAccessPointConfiguration } | undefined;
}
export interface S3PublicAccessBlockConfiguration {
  readonly ignorePublicAcls: boolean;
  readonly restrictPublicBuckets: boolean;
}
export interface SecretsManagerSecretConfiguration {
  readonly kmsKeyId?: string | undefined;
  readonly secretPolicy?: string | undefined;
}
export type ServiceControlPolicyRestriction = "APPLICABLE" | "FAILED_TO_EVALUATE_SCP" | "NOT_APPLICABLE" | "APPLIED";
export interface SnsTopicConfiguration {
  readonly topicPolicy?: string | undefined;
}
export interface SortCriteria {
  readonly attributeName?: string | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export interface Span {
  readonly start: Position;
  readonly end: Position;
}
export interface SqsQueueConfiguration {
  readonly queuePolicy?: string | undefined;
}
export interface StartPolicyGenerationRequest {
  readonly policyGenerationDetails: PolicyGenerationDetails;
  readonly cloudTrailDetails?: CloudTrailDetails | undefined;
  readonly clientToken?: string | undefined;
}
export interface StartPolicyGenerationResponse {
  readonly jobId: string;
}
export interface StartResourceScanRequest {
  readonly analyzerArn: string;
  readonly resourceArn: string;
  readonly resourceOwnerAccount?: string | undefined;
}
export type Status = "SUCCEEDED" | "FAILED" | "IN_PROGRESS";
export interface StatusReason {
  readonly code: ReasonCode;
}
export interface Substring {
  readonly start: number;
  readonly length: number;
}
export interface TagResourceRequest {
  readonly resourceArn: string;
  readonly tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface Trail {
  readonly cloudTrailArn: string;
  readonly regions?: readonly (string)[] | undefined;
  readonly allRegions?: boolean | undefined;
}
export interface TrailProperties {
  readonly cloudTrailArn: string;
  readonly regions?: readonly (string)[] | undefined;
  readonly allRegions?: boolean | undefined;
}
export type Type = "ACCOUNT" | "ORGANIZATION" | "ACCOUNT_UNUSED_ACCESS" | "ORGANIZATION_UNUSED_ACCESS" | "ACCOUNT_INTERNAL_ACCESS" | "ORGANIZATION_INTERNAL_ACCESS";
export interface UntagResourceRequest {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UnusedAccessConfiguration {
  readonly unusedAccessAge?: number | undefined;
  readonly analysisRule?: AnalysisRule | undefined;
}
export interface UnusedAccessFindingsStatistics {
  readonly unusedAccessTypeStatistics?: readonly (UnusedAccessTypeStatistics)[] | undefined;
  readonly topAccounts?: readonly (FindingAggregationAccountDetails)[] | undefined;
  readonly totalActiveFindings?: number | undefined;
  readonly totalArchivedFindings?: number | undefined;
  readonly totalResolvedFindings?: number | undefined;
}
export interface UnusedAccessTypeStatistics {
  readonly unusedAccessType?: string | undefined;
  readonly total?: number | undefined;
}
export interface UnusedAction {
  readonly action: string;
  readonly lastAccessed?: Date | undefined;
}
export interface UnusedIamRoleDetails {
  readonly lastAccessed?: Date | undefined;
}
export interface UnusedIamUserAccessKeyDetails {
  readonly accessKeyId: string;
  readonly lastAccessed?: Date | undefined;
}
export interface UnusedIamUserPasswordDetails {
  readonly lastAccessed?: Date | undefined;
}
export interface UnusedPermissionDetails {
  readonly actions?: readonly (UnusedAction)[] | undefined;
  readonly serviceNamespace: string;
  readonly lastAccessed?: Date | undefined;
}
export interface UnusedPermissionsRecommendedStep {
  readonly policyUpdatedAt?: Date | undefined;
  readonly recommendedAction: RecommendedRemediationAction;
  readonly recommendedPolicy?: string | undefined;
  readonly existingPolicyId?: string | undefined;
}
export interface UpdateAnalyzerRequest {
  readonly analyzerName: string;
  readonly configuration?: AnalyzerConfiguration | undefined;
}
export interface UpdateAnalyzerResponse {
  readonly configuration?: AnalyzerConfiguration | undefined;
}
export interface UpdateArchiveRuleRequest {
  readonly analyzerName: string;
  readonly ruleName: string;
  readonly filter: { readonly [key: string]: Criterion };
  readonly clientToken?: string | undefined;
}
export interface UpdateFindingsRequest {
  readonly analyzerArn: string;
  readonly status: FindingStatusUpdate;
  readonly ids?: readonly (string)[] | undefined;
  readonly resourceArn?: string | undefined;
  readonly clientToken?: string | undefined;
}
export interface ValidatePolicyFinding {
  readonly findingDetails: string;
  readonly findingType: ValidatePolicyFindingType;
  readonly issueCode: string;
  readonly learnMoreLink: string;
  readonly locations: readonly (Location)[];
}
export type ValidatePolicyFindingType = "ERROR" | "SECURITY_WARNING" | "SUGGESTION" | "WARNING";
export interface ValidatePolicyRequest {
  readonly locale?: Locale | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly policyDocument: string;
  readonly policyType: PolicyType;
  readonly validatePolicyResourceType?: ValidatePolicyResourceType | undefined;
}
export type ValidatePolicyResourceType = "AWS::S3::Bucket" | "AWS::S3::AccessPoint" | "AWS::S3::MultiRegionAccessPoint" | "AWS::S3ObjectLambda::AccessPoint" | "AWS::IAM::AssumeRolePolicyDocument" | "AWS::DynamoDB::Table";
export interface ValidatePolicyResponse {
  readonly findings: readonly (ValidatePolicyFinding)[];
  readonly nextToken?: string | undefined;
}
export interface VpcConfiguration {
  readonly vpcId: string;
}

export interface AccessAnalyzerOperations {
  readonly ApplyArchiveRule: { readonly input: ApplyArchiveRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly CancelPolicyGeneration: { readonly input: CancelPolicyGenerationRequest; readonly output: CancelPolicyGenerationResponse };
  readonly CheckAccessNotGranted: { readonly input: CheckAccessNotGrantedRequest; readonly output: CheckAccessNotGrantedResponse };
  readonly CheckNoNewAccess: { readonly input: CheckNoNewAccessRequest; readonly output: CheckNoNewAccessResponse };
  readonly CheckNoPublicAccess: { readonly input: CheckNoPublicAccessRequest; readonly output: CheckNoPublicAccessResponse };
  readonly CreateAccessPreview: { readonly input: CreateAccessPreviewRequest; readonly output: CreateAccessPreviewResponse };
  readonly CreateAnalyzer: { readonly input: CreateAnalyzerRequest; readonly output: CreateAnalyzerResponse };
  readonly CreateArchiveRule: { readonly input: CreateArchiveRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly CreateServiceLinkedAnalyzer: { readonly input: CreateServiceLinkedAnalyzerRequest; readonly output: CreateServiceLinkedAnalyzerResponse };
  readonly DeleteAnalyzer: { readonly input: DeleteAnalyzerRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteArchiveRule: { readonly input: DeleteArchiveRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteServiceLinkedAnalyzer: { readonly input: DeleteServiceLinkedAnalyzerRequest; readonly output: Readonly<Record<string, never>> };
  readonly GenerateFindingRecommendation: { readonly input: GenerateFindingRecommendationRequest; readonly output: Readonly<Record<string, never>> };
  readonly GetAccessPreview: { readonly input: GetAccessPreviewRequest; readonly output: GetAccessPreviewResponse };
  readonly GetAnalyzedResource: { readonly input: GetAnalyzedResourceRequest; readonly output: GetAnalyzedResourceResponse };
  readonly GetAnalyzer: { readonly input: GetAnalyzerRequest; readonly output: GetAnalyzerResponse };
  readonly GetArchiveRule: { readonly input: GetArchiveRuleRequest; readonly output: GetArchiveRuleResponse };
  readonly GetFinding: { readonly input: GetFindingRequest; readonly output: GetFindingResponse };
  readonly GetFindingRecommendation: { readonly input: GetFindingRecommendationRequest; readonly output: GetFindingRecommendationResponse };
  readonly GetFindingV2: { readonly input: GetFindingV2Request; readonly output: GetFindingV2Response };
  readonly GetFindingsStatistics: { readonly input: GetFindingsStatisticsRequest; readonly output: GetFindingsStatisticsResponse };
  readonly GetGeneratedPolicy: { readonly input: GetGeneratedPolicyRequest; readonly output: GetGeneratedPolicyResponse };
  readonly ListAccessPreviewFindings: { readonly input: ListAccessPreviewFindingsRequest; readonly output: ListAccessPreviewFindingsResponse };
  readonly ListAccessPreviews: { readonly input: ListAccessPreviewsRequest; readonly output: ListAccessPreviewsResponse };
  readonly ListAnalyzedResources: { readonly input: ListAnalyzedResourcesRequest; readonly output: ListAnalyzedResourcesResponse };
  readonly ListAnalyzers: { readonly input: ListAnalyzersRequest; readonly output: ListAnalyzersResponse };
  readonly ListArchiveRules: { readonly input: ListArchiveRulesRequest; readonly output: ListArchiveRulesResponse };
  readonly ListFindings: { readonly input: ListFindingsRequest; readonly output: ListFindingsResponse };
  readonly ListFindingsV2: { readonly input: ListFindingsV2Request; readonly output: ListFindingsV2Response };
  readonly ListPolicyGenerations: { readonly input: ListPolicyGenerationsRequest; readonly output: ListPolicyGenerationsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly StartPolicyGeneration: { readonly input: StartPolicyGenerationRequest; readonly output: StartPolicyGenerationResponse };
  readonly StartResourceScan: { readonly input: StartResourceScanRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateAnalyzer: { readonly input: UpdateAnalyzerRequest; readonly output: UpdateAnalyzerResponse };
  readonly UpdateArchiveRule: { readonly input: UpdateArchiveRuleRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateFindings: { readonly input: UpdateFindingsRequest; readonly output: Readonly<Record<string, never>> };
  readonly ValidatePolicy: { readonly input: ValidatePolicyRequest; readonly output: ValidatePolicyResponse };
}
