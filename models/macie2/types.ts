// Generated from the API model of Macie2; see scripts/generate-models.

export interface AcceptInvitationRequest {
  readonly administratorAccountId?: string | undefined;
  readonly invitationId: string;
  readonly masterAccount?: string | undefined;
}
export interface AcceptInvitationResponse {
}
export interface AccessControlList {
  readonly allowsPublicReadAccess?: boolean | undefined;
  readonly allowsPublicWriteAccess?: boolean | undefined;
}
export interface AccountDetail {
  readonly accountId: string;
  readonly email: string;
}
export interface AccountLevelPermissions {
  readonly blockPublicAccess?: BlockPublicAccess | undefined;
}
export interface AdminAccount {
  readonly accountId?: string | undefined;
  readonly status?: AdminStatus | undefined;
}
export type AdminStatus = "ENABLED" | "DISABLING_IN_PROGRESS";
export interface AllowListCriteria {
  readonly regex?: string | undefined;
  readonly s3WordsList?: S3WordsList | undefined;
}
export interface AllowListStatus {
  readonly code: AllowListStatusCode;
  readonly description?: string | undefined;
}
export type AllowListStatusCode = "OK" | "S3_OBJECT_NOT_FOUND" | "S3_USER_ACCESS_DENIED" | "S3_OBJECT_ACCESS_DENIED" | "S3_THROTTLED" | "S3_OBJECT_OVERSIZE" | "S3_OBJECT_EMPTY" | "UNKNOWN_ERROR";
export interface AllowListSummary {
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly updatedAt?: Date | undefined;
}
export type AllowsUnencryptedObjectUploads = "TRUE" | "FALSE" | "UNKNOWN";
export interface ApiCallDetails {
  readonly api?: string | undefined;
  readonly apiServiceName?: string | undefined;
  readonly firstSeen?: Date | undefined;
  readonly lastSeen?: Date | undefined;
}
export interface AssumedRole {
  readonly accessKeyId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly principalId?: string | undefined;
  readonly sessionContext?: SessionContext | undefined;
}
export type AutoEnableMode = "ALL" | "NEW" | "NONE";
export interface AutomatedDiscoveryAccount {
  readonly accountId?: string | undefined;
  readonly status?: AutomatedDiscoveryAccountStatus | undefined;
}
export type AutomatedDiscoveryAccountStatus = "ENABLED" | "DISABLED";
export interface AutomatedDiscoveryAccountUpdate {
  readonly accountId?: string | undefined;
  readonly status?: AutomatedDiscoveryAccountStatus | undefined;
}
export interface AutomatedDiscoveryAccountUpdateError {
  readonly accountId?: string | undefined;
  readonly errorCode?: AutomatedDiscoveryAccountUpdateErrorCode | undefined;
}
export type AutomatedDiscoveryAccountUpdateErrorCode = "ACCOUNT_PAUSED" | "ACCOUNT_NOT_FOUND";
export type AutomatedDiscoveryMonitoringStatus = "MONITORED" | "NOT_MONITORED";
export type AutomatedDiscoveryStatus = "ENABLED" | "DISABLED";
export type AvailabilityCode = "AVAILABLE" | "UNAVAILABLE";
export interface AwsAccount {
  readonly accountId?: string | undefined;
  readonly principalId?: string | undefined;
}
export interface AwsService {
  readonly invokedBy?: string | undefined;
}
export interface BatchGetCustomDataIdentifierSummary {
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly deleted?: boolean | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}
export interface BatchGetCustomDataIdentifiersRequest {
  readonly ids?: readonly (string)[] | undefined;
}
export interface BatchGetCustomDataIdentifiersResponse {
  readonly customDataIdentifiers?: readonly (BatchGetCustomDataIdentifierSummary)[] | undefined;
  readonly notFoundIdentifierIds?: readonly (string)[] | undefined;
}
export interface BatchUpdateAutomatedDiscoveryAccountsRequest {
  readonly accounts?: readonly (AutomatedDiscoveryAccountUpdate)[] | undefined;
}
export interface BatchUpdateAutomatedDiscoveryAccountsResponse {
  readonly errors?: readonly (AutomatedDiscoveryAccountUpdateError)[] | undefined;
}
export interface BlockPublicAccess {
  readonly blockPublicAcls?: boolean | undefined;
  readonly blockPublicPolicy?: boolean | undefined;
  readonly ignorePublicAcls?: boolean | undefined;
  readonly restrictPublicBuckets?: boolean | undefined;
}
export interface BucketCountByEffectivePermission {
  readonly publiclyAccessible?: number | undefined;
  readonly publiclyReadable?: number | undefined;
  readonly publiclyWritable?: number | undefined;
  readonly unknown?: number | undefined;
}
export interface BucketCountByEncryptionType {
  readonly kmsManaged?: number | undefined;
  readonly s3Managed?: number | undefined;
  readonly unencrypted?: number | undefined;
  readonly unknown?: number | undefined;
}
export interface BucketCountBySharedAccessType {
  readonly external?: number | undefined;
  readonly internal?: number | undefined;
  readonly notShared?: number | undefined;
  readonly unknown?: number | undefined;
}
export interface BucketCountPolicyAllowsUnencryptedObjectUploads {
  readonly allowsUnencryptedObjectUploads?: number | undefined;
  readonly deniesUnencryptedObjectUploads?: number | undefined;
  readonly unknown?: number | undefined;
}
export interface BucketCriteriaAdditionalProperties {
  readonly eq?: readonly (string)[] | undefined;
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
  readonly neq?: readonly (string)[] | undefined;
  readonly prefix?: string | undefined;
}
export interface BucketLevelPermissions {
  readonly accessControlList?: AccessControlList | undefined;
  readonly blockPublicAccess?: BlockPublicAccess | undefined;
  readonly bucketPolicy?: BucketPolicy | undefined;
}
export interface BucketMetadata {
  readonly accountId?: string | undefined;
  readonly allowsUnencryptedObjectUploads?: AllowsUnencryptedObjectUploads | undefined;
  readonly automatedDiscoveryMonitoringStatus?: AutomatedDiscoveryMonitoringStatus | undefined;
  readonly bucketArn?: string | undefined;
  readonly bucketCreatedAt?: Date | undefined;
  readonly bucketName?: string | undefined;
  readonly classifiableObjectCount?: number | undefined;
  readonly classifiableSizeInBytes?: number | undefined;
  readonly errorCode?: BucketMetadataErrorCode | undefined;
  readonly errorMessage?: string | undefined;
  readonly jobDetails?: JobDetails | undefined;
  readonly lastAutomatedDiscoveryTime?: Date | undefined;
  readonly lastUpdated?: Date | undefined;
  readonly objectCount?: number | undefined;
  readonly objectCountByEncryptionType?: ObjectCountByEncryptionType | undefined;
  readonly publicAccess?: BucketPublicAccess | undefined;
  readonly region?: string | undefined;
  readonly replicationDetails?: ReplicationDetails | undefined;
  readonly sensitivityScore?: number | undefined;
  readonly serverSideEncryption?: BucketServerSideEncryption | undefined;
  readonly sharedAccess?: SharedAccess | undefined;
  readonly sizeInBytes?: number | undefined;
  readonly sizeInBytesCompressed?: number | undefined;
  readonly tags?: readonly (KeyValuePair)[] | undefined;
  readonly unclassifiableObjectCount?: ObjectLevelStatistics | undefined;
  readonly unclassifiableObjectSizeInBytes?: ObjectLevelStatistics | undefined;
  readonly versioning?: boolean | undefined;
}
export type BucketMetadataErrorCode = "ACCESS_DENIED" | "BUCKET_COUNT_EXCEEDS_QUOTA";
export interface BucketPermissionConfiguration {
  readonly accountLevelPermissions?: AccountLevelPermissions | undefined;
  readonly bucketLevelPermissions?: BucketLevelPermissions | undefined;
}
export interface BucketPolicy {
  readonly allowsPublicReadAccess?: boolean | undefined;
  readonly allowsPublicWriteAccess?: boolean | undefined;
}
export interface BucketPublicAccess {
  readonly effectivePermission?: EffectivePermission | undefined;
  readonly permissionConfiguration?: BucketPermissionConfiguration | undefined;
}
export interface BucketServerSideEncryption {
  readonly kmsMasterKeyId?: string | undefined;
  readonly type?: Type | undefined;
}
export interface BucketSortCriteria {
  readonly attributeName?: string | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export interface BucketStatisticsBySensitivity {
  readonly classificationError?: SensitivityAggregations | undefined;
  readonly notClassified?: SensitivityAggregations | undefined;
  readonly notSensitive?: SensitivityAggregations | undefined;
  readonly sensitive?: SensitivityAggregations | undefined;
}
export interface Cell {
  readonly cellReference?: string | undefined;
  readonly column?: number | undefined;
  readonly columnName?: string | undefined;
  readonly row?: number | undefined;
}
export interface ClassificationDetails {
  readonly detailedResultsLocation?: string | undefined;
  readonly jobArn?: string | undefined;
  readonly jobId?: string | undefined;
  readonly originType?: OriginType | undefined;
  readonly result?: ClassificationResult | undefined;
}
export interface ClassificationExportConfiguration {
  readonly s3Destination?: S3Destination | undefined;
}
export interface ClassificationResult {
  readonly additionalOccurrences?: boolean | undefined;
  readonly customDataIdentifiers?: CustomDataIdentifiers | undefined;
  readonly mimeType?: string | undefined;
  readonly sensitiveData?: readonly (SensitiveDataItem)[] | undefined;
  readonly sizeClassified?: number | undefined;
  readonly status?: ClassificationResultStatus | undefined;
}
export interface ClassificationResultStatus {
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
}
export interface ClassificationScopeSummary {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}
export type ClassificationScopeUpdateOperation = "ADD" | "REPLACE" | "REMOVE";
export interface CreateAllowListRequest {
  readonly clientToken: string;
  readonly criteria: AllowListCriteria;
  readonly description?: string | undefined;
  readonly name: string;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateAllowListResponse {
  readonly arn?: string | undefined;
  readonly id?: string | undefined;
}
export interface CreateClassificationJobRequest {
  readonly allowListIds?: readonly (string)[] | undefined;
  readonly clientToken: string;
  readonly customDataIdentifierIds?: readonly (string)[] | undefined;
  readonly description?: string | undefined;
  readonly initialRun?: boolean | undefined;
  readonly jobType: JobType;
  readonly managedDataIdentifierIds?: readonly (string)[] | undefined;
  readonly managedDataIdentifierSelector?: ManagedDataIdentifierSelector | undefined;
  readonly name: string;
  readonly s3JobDefinition: S3JobDefinition;
  readonly samplingPercentage?: number | undefined;
  readonly scheduleFrequency?: JobScheduleFrequency | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateClassificationJobResponse {
  readonly jobArn?: string | undefined;
  readonly jobId?: string | undefined;
}
export interface CreateCustomDataIdentifierRequest {
  readonly clientToken?: string | undefined;
  readonly description?: string | undefined;
  readonly ignoreWords?: readonly (string)[] | undefined;
  readonly keywords?: readonly (string)[] | undefined;
  readonly maximumMatchDistance?: number | undefined;
  readonly name: string;
  readonly regex: string;
  readonly severityLevels?: readonly (SeverityLevel)[] | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateCustomDataIdentifierResponse {
  readonly customDataIdentifierId?: string | undefined;
}
export interface CreateFindingsFilterRequest {
  readonly action: FindingsFilterAction;
  readonly clientToken?: string | undefined;
  readonly description?: string | undefined;
  readonly findingCriteria: FindingCriteria;
  readonly name: string;
  readonly position?: number | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateFindingsFilterResponse {
  readonly arn?: string | undefined;
  readonly id?: string | undefined;
}
export interface CreateInvitationsRequest {
  readonly accountIds: readonly (string)[];
  readonly disableEmailNotification?: boolean | undefined;
  readonly message?: string | undefined;
}
export interface CreateInvitationsResponse {
  readonly unprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface CreateMemberRequest {
  readonly account: AccountDetail;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateMemberResponse {
  readonly arn?: string | undefined;
}
export interface CreateSampleFindingsRequest {
  readonly findingTypes?: readonly (FindingType)[] | undefined;
}
export interface CreateSampleFindingsResponse {
}
export interface CriteriaBlockForJob {
  readonly and?: readonly (CriteriaForJob)[] | undefined;
}
export interface CriteriaForJob {
  readonly simpleCriterion?: SimpleCriterionForJob | undefined;
  readonly tagCriterion?: TagCriterionForJob | undefined;
}
export interface CriterionAdditionalProperties {
  readonly eq?: readonly (string)[] | undefined;
  readonly eqExactMatch?: readonly (string)[] | undefined;
  readonly gt?: number | undefined;
  readonly gte?: number | undefined;
  readonly lt?: number | undefined;
  readonly lte?: number | undefined;
  readonly neq?: readonly (string)[] | undefined;
}
export type Currency = "USD";
export interface CustomDataIdentifierSummary {
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}
export interface CustomDataIdentifiers {
  readonly detections?: readonly (CustomDetection)[] | undefined;
  readonly totalCount?: number | undefined;
}
export interface CustomDetection {
  readonly arn?: string | undefined;
  readonly count?: number | undefined;
  readonly name?: string | undefined;
  readonly occurrences?: Occurrences | undefined;
}
export interface DailySchedule {
}
export type DataIdentifierSeverity = "LOW" | "MEDIUM" | "HIGH";
export type DataIdentifierType = "CUSTOM" | "MANAGED";
export type DayOfWeek = "SUNDAY" | "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY";
export interface DeclineInvitationsRequest {
  readonly accountIds: readonly (string)[];
}
export interface DeclineInvitationsResponse {
  readonly unprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface DefaultDetection {
  readonly count?: number | undefined;
  readonly occurrences?: Occurrences | undefined;
  readonly type?: string | undefined;
}
export interface DeleteAllowListRequest {
  readonly id: string;
  readonly ignoreJobChecks?: string | undefined;
}
export interface DeleteAllowListResponse {
}
export interface DeleteCustomDataIdentifierRequest {
  readonly id: string;
}
export interface DeleteCustomDataIdentifierResponse {
}
export interface DeleteFindingsFilterRequest {
  readonly id: string;
}
export interface DeleteFindingsFilterResponse {
}
export interface DeleteInvitationsRequest {
  readonly accountIds: readonly (string)[];
}
export interface DeleteInvitationsResponse {
  readonly unprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface DeleteMemberRequest {
  readonly id: string;
}
export interface DeleteMemberResponse {
}
export interface DescribeBucketsRequest {
  readonly criteria?: { readonly [key: string]: BucketCriteriaAdditionalProperties } | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortCriteria?: BucketSortCriteria | undefined;
}
export interface DescribeBucketsResponse {
  readonly buckets?: readonly (BucketMetadata)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface DescribeClassificationJobRequest {
  readonly jobId: string;
}
export interface DescribeClassificationJobResponse {
  readonly allowListIds?: readonly (string)[] | undefined;
  readonly clientToken?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly customDataIdentifierIds?: readonly (string)[] | undefined;
  readonly description?: string | undefined;
  readonly initialRun?: boolean | undefined;
  readonly jobArn?: string | undefined;
  readonly jobId?: string | undefined;
  readonly jobStatus?: JobStatus | undefined;
  readonly jobType?: JobType | undefined;
  readonly lastRunErrorStatus?: LastRunErrorStatus | undefined;
  readonly lastRunTime?: Date | undefined;
  readonly managedDataIdentifierIds?: readonly (string)[] | undefined;
  readonly managedDataIdentifierSelector?: ManagedDataIdentifierSelector | undefined;
  readonly name?: string | undefined;
  readonly s3JobDefinition?: S3JobDefinition | undefined;
  readonly samplingPercentage?: number | undefined;
  readonly scheduleFrequency?: JobScheduleFrequency | undefined;
  readonly statistics?: Statistics | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly userPausedDetails?: UserPausedDetails | undefined;
}
export interface DescribeOrganizationConfigurationRequest {
}
export interface DescribeOrganizationConfigurationResponse {
  readonly autoEnable?: boolean | undefined;
  readonly maxAccountLimitReached?: boolean | undefined;
}
export interface DetectedDataDetails {
  readonly value: string;
}
export interface Detection {
  readonly arn?: string | undefined;
  readonly count?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly suppressed?: boolean | undefined;
  readonly type?: DataIdentifierType | undefined;
}
export interface DisableMacieRequest {
}
export interface DisableMacieResponse {
}
export interface DisableOrganizationAdminAccountRequest {
  readonly adminAccountId: string;
}
export interface DisableOrganizationAdminAccountResponse {
}
export interface DisassociateFromAdministratorAccountRequest {
}
export interface DisassociateFromAdministratorAccountResponse {
}
export interface DisassociateFromMasterAccountRequest {
}
export interface DisassociateFromMasterAccountResponse {
}
export interface DisassociateMemberRequest {
  readonly id: string;
}
export interface DisassociateMemberResponse {
}
export interface DomainDetails {
  readonly domainName?: string | undefined;
}
export type EffectivePermission = "PUBLIC" | "NOT_PUBLIC" | "UNKNOWN";
export interface EnableMacieRequest {
  readonly clientToken?: string | undefined;
  readonly findingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly status?: MacieStatus | undefined;
}
export interface EnableMacieResponse {
}
export interface EnableOrganizationAdminAccountRequest {
  readonly adminAccountId: string;
  readonly clientToken?: string | undefined;
}
export interface EnableOrganizationAdminAccountResponse {
}
export type EncryptionType = "NONE" | "AES256" | "aws:kms" | "UNKNOWN" | "aws:kms:dsse";
export type ErrorCode = "ClientError" | "InternalError";
export interface FederatedUser {
  readonly accessKeyId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly principalId?: string | undefined;
  readonly sessionContext?: SessionContext | undefined;
}
export interface Finding {
  readonly accountId?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly category?: FindingCategory | undefined;
  readonly classificationDetails?: ClassificationDetails | undefined;
  readonly count?: number | undefined;
  readonly createdAt?: Date | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly partition?: string | undefined;
  readonly policyDetails?: PolicyDetails | undefined;
  readonly region?: string | undefined;
  readonly resourcesAffected?: ResourcesAffected | undefined;
  readonly sample?: boolean | undefined;
  readonly schemaVersion?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly title?: string | undefined;
  readonly type?: FindingType | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface FindingAction {
  readonly actionType?: FindingActionType | undefined;
  readonly apiCallDetails?: ApiCallDetails | undefined;
}
export type FindingActionType = "AWS_API_CALL";
export interface FindingActor {
  readonly domainDetails?: DomainDetails | undefined;
  readonly ipAddressDetails?: IpAddressDetails | undefined;
  readonly userIdentity?: UserIdentity | undefined;
}
export type FindingCategory = "CLASSIFICATION" | "POLICY";
export interface FindingCriteria {
  readonly criterion?: { readonly [key: string]: CriterionAdditionalProperties } | undefined;
}
export type FindingPublishingFrequency = "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS";
export type FindingStatisticsSortAttributeName = "groupKey" | "count";
export interface FindingStatisticsSortCriteria {
  readonly attributeName?: FindingStatisticsSortAttributeName | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export type FindingType = "SensitiveData:S3Object/Multiple" | "SensitiveData:S3Object/Financial" | "SensitiveData:S3Object/Personal" | "SensitiveData:S3Object/Credentials" | "SensitiveData:S3Object/CustomIdentifier" | "Policy:IAMUser/S3BucketPublic" | "Policy:IAMUser/S3BucketSharedExternally" | "Policy:IAMUser/S3BucketReplicatedExternally" | "Policy:IAMUser/S3BucketEncryptionDisabled" | "Policy:IAMUser/S3BlockPublicAccessDisabled" | "Policy:IAMUser/S3BucketSharedWithCloudFront";
export type FindingsFilterAction = "ARCHIVE" | "NOOP";
export interface FindingsFilterListItem {
  readonly action?: FindingsFilterAction | undefined;
  readonly arn?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetAdministratorAccountRequest {
}
export interface GetAdministratorAccountResponse {
  readonly administrator?: Invitation | undefined;
}
export interface GetAllowListRequest {
  readonly id: string;
}
export interface GetAllowListResponse {
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly criteria?: AllowListCriteria | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly status?: AllowListStatus | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface GetAutomatedDiscoveryConfigurationRequest {
}
export interface GetAutomatedDiscoveryConfigurationResponse {
  readonly autoEnableOrganizationMembers?: AutoEnableMode | undefined;
  readonly classificationScopeId?: string | undefined;
  readonly disabledAt?: Date | undefined;
  readonly firstEnabledAt?: Date | undefined;
  readonly lastUpdatedAt?: Date | undefined;
  readonly sensitivityInspectionTemplateId?: string | undefined;
  readonly status?: AutomatedDiscoveryStatus | undefined;
}
export interface GetBucketStatisticsRequest {
  readonly accountId?: string | undefined;
}
export interface GetBucketStatisticsResponse {
  readonly bucketCount?: number | undefined;
  readonly bucketCountByEffectivePermission?: BucketCountByEffectivePermission | undefined;
  readonly bucketCountByEncryptionType?: BucketCountByEncryptionType | undefined;
  readonly bucketCountByObjectEncryptionRequirement?: BucketCountPolicyAllowsUnencryptedObjectUploads | undefined;
  readonly bucketCountBySharedAccessType?: BucketCountBySharedAccessType | undefined;
  readonly bucketStatisticsBySensitivity?: BucketStatisticsBySensitivity | undefined;
  readonly classifiableObjectCount?: number | undefined;
  readonly classifiableSizeInBytes?: number | undefined;
  readonly lastUpdated?: Date | undefined;
  readonly objectCount?: number | undefined;
  readonly sizeInBytes?: number | undefined;
  readonly sizeInBytesCompressed?: number | undefined;
  readonly unclassifiableObjectCount?: ObjectLevelStatistics | undefined;
  readonly unclassifiableObjectSizeInBytes?: ObjectLevelStatistics | undefined;
}
export interface GetClassificationExportConfigurationRequest {
}
export interface GetClassificationExportConfigurationResponse {
  readonly configuration?: ClassificationExportConfiguration | undefined;
}
export interface GetClassificationScopeRequest {
  readonly id: string;
}
export interface GetClassificationScopeResponse {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly s3?: S3ClassificationScope | undefined;
}
export interface GetCustomDataIdentifierRequest {
  readonly id: string;
}
export interface GetCustomDataIdentifierResponse {
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly deleted?: boolean | undefined;
  readonly description?: string | undefined;
  readonly id?: string | undefined;
  readonly ignoreWords?: readonly (string)[] | undefined;
  readonly keywords?: readonly (string)[] | undefined;
  readonly maximumMatchDistance?: number | undefined;
  readonly name?: string | undefined;
  readonly regex?: string | undefined;
  readonly severityLevels?: readonly (SeverityLevel)[] | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetFindingStatisticsRequest {
  readonly findingCriteria?: FindingCriteria | undefined;
  readonly groupBy: GroupBy;
  readonly size?: number | undefined;
  readonly sortCriteria?: FindingStatisticsSortCriteria | undefined;
}
export interface GetFindingStatisticsResponse {
  readonly countsByGroup?: readonly (GroupCount)[] | undefined;
}
export interface GetFindingsFilterRequest {
  readonly id: string;
}
export interface GetFindingsFilterResponse {
  readonly action?: FindingsFilterAction | undefined;
  readonly arn?: string | undefined;
  readonly description?: string | undefined;
  readonly findingCriteria?: FindingCriteria | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly position?: number | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export interface GetFindingsPublicationConfigurationRequest {
}
export interface GetFindingsPublicationConfigurationResponse {
  readonly securityHubConfiguration?: SecurityHubConfiguration | undefined;
}
export interface GetFindingsRequest {
  readonly findingIds: readonly (string)[];
  readonly sortCriteria?: SortCriteria | undefined;
}
export interface GetFindingsResponse {
  readonly findings?: readonly (Finding)[] | undefined;
}
export interface GetInvitationsCountRequest {
}
export interface GetInvitationsCountResponse {
  readonly invitationsCount?: number | undefined;
}
export interface GetMacieSessionRequest {
}
export interface GetMacieSessionResponse {
  readonly createdAt?: Date | undefined;
  readonly findingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly serviceRole?: string | undefined;
  readonly status?: MacieStatus | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface GetMasterAccountRequest {
}
export interface GetMasterAccountResponse {
  readonly master?: Invitation | undefined;
}
export interface GetMemberRequest {
  readonly id: string;
}
export interface GetMemberResponse {
  readonly accountId?: string | undefined;
  readonly administratorAccountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly email?: string | undefined;
  readonly invitedAt?: Date | undefined;
  readonly masterAccountId?: string | undefined;
  readonly relationshipStatus?: RelationshipStatus | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface GetResourceProfileRequest {
  readonly resourceArn: string;
}
export interface GetResourceProfileResponse {
  readonly profileUpdatedAt?: Date | undefined;
  readonly sensitivityScore?: number | undefined;
  readonly sensitivityScoreOverridden?: boolean | undefined;
  readonly statistics?: ResourceStatistics | undefined;
}
export interface GetRevealConfigurationRequest {
}
export interface GetRevealConfigurationResponse {
  readonly configuration?: RevealConfiguration | undefined;
  readonly retrievalConfiguration?: RetrievalConfiguration | undefined;
}
export interface GetSensitiveDataOccurrencesAvailabilityRequest {
  readonly findingId: string;
}
export interface GetSensitiveDataOccurrencesAvailabilityResponse {
  readonly code?: AvailabilityCode | undefined;
  readonly reasons?: readonly (UnavailabilityReasonCode)[] | undefined;
}
export interface GetSensitiveDataOccurrencesRequest {
  readonly findingId: string;
}
export interface GetSensitiveDataOccurrencesResponse {
  readonly error?: string | undefined;
  readonly sensitiveDataOccurrences?: { readonly [key: string]: readonly (DetectedDataDetails)[] } | undefined;
  readonly status?: RevealRequestStatus | undefined;
}
export interface GetSensitivityInspectionTemplateRequest {
  readonly id: string;
}
export interface GetSensitivityInspectionTemplateResponse {
  readonly description?: string | undefined;
  readonly excludes?: SensitivityInspectionTemplateExcludes | undefined;
  readonly includes?: SensitivityInspectionTemplateIncludes | undefined;
  readonly name?: string | undefined;
  readonly sensitivityInspectionTemplateId?: string | undefined;
}
export interface GetUsageStatisticsRequest {
  readonly filterBy?: readonly (UsageStatisticsFilter)[] | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortBy?: UsageStatisticsSortBy | undefined;
  readonly timeRange?: TimeRange | undefined;
}
export interface GetUsageStatisticsResponse {
  readonly nextToken?: string | undefined;
  readonly records?: readonly (UsageRecord)[] | undefined;
  readonly timeRange?: TimeRange | undefined;
}
export interface GetUsageTotalsRequest {
  readonly timeRange?: string | undefined;
}
export interface GetUsageTotalsResponse {
  readonly timeRange?: TimeRange | undefined;
  readonly usageTotals?: readonly (UsageTotal)[] | undefined;
}
export type GroupBy = "resourcesAffected.s3Bucket.name" | "type" | "classificationDetails.jobId" | "severity.description";
export interface GroupCount {
  readonly count?: number | undefined;
  readonly groupKey?: string | undefined;
}
export interface IamUser {
  readonly accountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly principalId?: string | undefined;
  readonly userName?: string | undefined;
}
export interface Invitation {
  readonly accountId?: string | undefined;
  readonly invitationId?: string | undefined;
  readonly invitedAt?: Date | undefined;
  readonly relationshipStatus?: RelationshipStatus | undefined;
}
export interface IpAddressDetails {
  readonly ipAddressV4?: string | undefined;
  readonly ipCity?: IpCity | undefined;
  readonly ipCountry?: IpCountry | undefined;
  readonly ipGeoLocation?: IpGeoLocation | undefined;
  readonly ipOwner?: IpOwner | undefined;
}
export interface IpCity {
  readonly name?: string | undefined;
}
export interface IpCountry {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
}
export interface IpGeoLocation {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}
export interface IpOwner {
  readonly asn?: string | undefined;
  readonly asnOrg?: string | undefined;
  readonly isp?: string | undefined;
  readonly org?: string | undefined;
}
export type IsDefinedInJob = "TRUE" | "FALSE" | "UNKNOWN";
export type IsMonitoredByJob = "TRUE" | "FALSE" | "UNKNOWN";
export type JobComparator = "EQ" | "GT" | "GTE" | "LT" | "LTE" | "NE" | "CONTAINS" | "STARTS_WITH";
export interface JobDetails {
  readonly isDefinedInJob?: IsDefinedInJob | undefined;
  readonly isMonitoredByJob?: IsMonitoredByJob | undefined;
  readonly lastJobId?: string | undefined;
  readonly lastJobRunTime?: Date | undefined;
}
export interface JobScheduleFrequency {
  readonly dailySchedule?: DailySchedule | undefined;
  readonly monthlySchedule?: MonthlySchedule | undefined;
  readonly weeklySchedule?: WeeklySchedule | undefined;
}
export interface JobScopeTerm {
  readonly simpleScopeTerm?: SimpleScopeTerm | undefined;
  readonly tagScopeTerm?: TagScopeTerm | undefined;
}
export interface JobScopingBlock {
  readonly and?: readonly (JobScopeTerm)[] | undefined;
}
export type JobStatus = "RUNNING" | "PAUSED" | "CANCELLED" | "COMPLETE" | "IDLE" | "USER_PAUSED";
export interface JobSummary {
  readonly bucketCriteria?: S3BucketCriteriaForJob | undefined;
  readonly bucketDefinitions?: readonly (S3BucketDefinitionForJob)[] | undefined;
  readonly createdAt?: Date | undefined;
  readonly jobId?: string | undefined;
  readonly jobStatus?: JobStatus | undefined;
  readonly jobType?: JobType | undefined;
  readonly lastRunErrorStatus?: LastRunErrorStatus | undefined;
  readonly name?: string | undefined;
  readonly userPausedDetails?: UserPausedDetails | undefined;
}
export type JobType = "ONE_TIME" | "SCHEDULED";
export interface KeyValuePair {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface LastRunErrorStatus {
  readonly code?: LastRunErrorStatusCode | undefined;
}
export type LastRunErrorStatusCode = "NONE" | "ERROR";
export interface ListAllowListsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListAllowListsResponse {
  readonly allowLists?: readonly (AllowListSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListAutomatedDiscoveryAccountsRequest {
  readonly accountIds?: readonly (string)[] | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListAutomatedDiscoveryAccountsResponse {
  readonly items?: readonly (AutomatedDiscoveryAccount)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListClassificationJobsRequest {
  readonly filterCriteria?: ListJobsFilterCriteria | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortCriteria?: ListJobsSortCriteria | undefined;
}
export interface ListClassificationJobsResponse {
  readonly items?: readonly (JobSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListClassificationScopesRequest {
  readonly name?: string | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListClassificationScopesResponse {
  readonly classificationScopes?: readonly (ClassificationScopeSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCustomDataIdentifiersRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListCustomDataIdentifiersResponse {
  readonly items?: readonly (CustomDataIdentifierSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFindingsFiltersRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFindingsFiltersResponse {
  readonly findingsFilterListItems?: readonly (FindingsFilterListItem)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListFindingsRequest {
  readonly findingCriteria?: FindingCriteria | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortCriteria?: SortCriteria | undefined;
}
export interface ListFindingsResponse {
  readonly findingIds?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListInvitationsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListInvitationsResponse {
  readonly invitations?: readonly (Invitation)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListJobsFilterCriteria {
  readonly excludes?: readonly (ListJobsFilterTerm)[] | undefined;
  readonly includes?: readonly (ListJobsFilterTerm)[] | undefined;
}
export type ListJobsFilterKey = "jobType" | "jobStatus" | "createdAt" | "name";
export interface ListJobsFilterTerm {
  readonly comparator?: JobComparator | undefined;
  readonly key?: ListJobsFilterKey | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export type ListJobsSortAttributeName = "createdAt" | "jobStatus" | "name" | "jobType";
export interface ListJobsSortCriteria {
  readonly attributeName?: ListJobsSortAttributeName | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export interface ListManagedDataIdentifiersRequest {
  readonly nextToken?: string | undefined;
}
export interface ListManagedDataIdentifiersResponse {
  readonly items?: readonly (ManagedDataIdentifierSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListMembersRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly onlyAssociated?: string | undefined;
}
export interface ListMembersResponse {
  readonly members?: readonly (Member)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsResponse {
  readonly adminAccounts?: readonly (AdminAccount)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourceProfileArtifactsRequest {
  readonly nextToken?: string | undefined;
  readonly resourceArn: string;
}
export interface ListResourceProfileArtifactsResponse {
  readonly artifacts?: readonly (ResourceProfileArtifact)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourceProfileDetectionsRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly resourceArn: string;
}
export interface ListResourceProfileDetectionsResponse {
  readonly detections?: readonly (Detection)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListSensitivityInspectionTemplatesRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListSensitivityInspectionTemplatesResponse {
  readonly nextToken?: string | undefined;
  readonly sensitivityInspectionTemplates?: readonly (SensitivityInspectionTemplatesEntry)[] | undefined;
}
export interface ListTagsForResourceRequest {
  readonly resourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly tags?: { readonly [key: string]: string } | undefined;
}
export type MacieStatus = "PAUSED" | "ENABLED";
export type ManagedDataIdentifierSelector = "ALL" | "EXCLUDE" | "INCLUDE" | "NONE" | "RECOMMENDED";
export interface ManagedDataIdentifierSummary {
  readonly category?: SensitiveDataItemCategory | undefined;
  readonly id?: string | undefined;
}
export interface MatchingBucket {
  readonly accountId?: string | undefined;
  readonly automatedDiscoveryMonitoringStatus?: AutomatedDiscoveryMonitoringStatus | undefined;
  readonly bucketName?: string | undefined;
  readonly classifiableObjectCount?: number | undefined;
  readonly classifiableSizeInBytes?: number | undefined;
  readonly errorCode?: BucketMetadataErrorCode | undefined;
  readonly errorMessage?: string | undefined;
  readonly jobDetails?: JobDetails | undefined;
  readonly lastAutomatedDiscoveryTime?: Date | undefined;
  readonly objectCount?: number | undefined;
  readonly objectCountByEncryptionType?: ObjectCountByEncryptionType | undefined;
  readonly sensitivityScore?: number | undefined;
  readonly sizeInBytes?: number | undefined;
  readonly sizeInBytesCompressed?: number | undefined;
  readonly unclassifiableObjectCount?: ObjectLevelStatistics | undefined;
  readonly unclassifiableObjectSizeInBytes?: ObjectLevelStatistics | undefined;
}
export interface MatchingResource {
  readonly matchingBucket?: MatchingBucket | undefined;
}
export interface Member {
  readonly accountId?: string | undefined;
  readonly administratorAccountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly email?: string | undefined;
  readonly invitedAt?: Date | undefined;
  readonly masterAccountId?: string | undefined;
  readonly relationshipStatus?: RelationshipStatus | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  readonly updatedAt?: Date | undefined;
}
export interface MonthlySchedule {
  readonly dayOfMonth?: number | undefined;
}
export interface ObjectCountByEncryptionType {
  readonly customerManaged?: number | undefined;
  readonly kmsManaged?: number | undefined;
  readonly s3Managed?: number | undefined;
  readonly unencrypted?: number | undefined;
  readonly unknown?: number | undefined;
}
export interface ObjectLevelStatistics {
  readonly fileType?: number | undefined;
  readonly storageClass?: number | undefined;
  readonly total?: number | undefined;
}
export interface Occurrences {
  readonly cells?: readonly (Cell)[] | undefined;
  readonly lineRanges?: readonly (Range)[] | undefined;
  readonly offsetRanges?: readonly (Range)[] | undefined;
  readonly pages?: readonly (Page)[] | undefined;
  readonly records?: readonly (RecordShape)[] | undefined;
}
export type OrderBy = "ASC" | "DESC";
export type OriginType = "SENSITIVE_DATA_DISCOVERY_JOB" | "AUTOMATED_SENSITIVE_DATA_DISCOVERY";
export interface Page {
  readonly lineRange?: Range | undefined;
  readonly offsetRange?: Range | undefined;
  readonly pageNumber?: number | undefined;
}
export interface PolicyDetails {
  readonly action?: FindingAction | undefined;
  readonly actor?: FindingActor | undefined;
}
export interface PutClassificationExportConfigurationRequest {
  readonly configuration: ClassificationExportConfiguration;
}
export interface PutClassificationExportConfigurationResponse {
  readonly configuration?: ClassificationExportConfiguration | undefined;
}
export interface PutFindingsPublicationConfigurationRequest {
  readonly clientToken?: string | undefined;
  readonly securityHubConfiguration?: SecurityHubConfiguration | undefined;
}
export interface PutFindingsPublicationConfigurationResponse {
}
export interface Range {
  readonly end?: number | undefined;
  readonly start?: number | undefined;
  readonly startColumn?: number | undefined;
}
export interface RecordShape {
  readonly jsonPath?: string | undefined;
  readonly recordIndex?: number | undefined;
}
export type RelationshipStatus = "Enabled" | "Paused" | "Invited" | "Created" | "Removed" | "Resigned" | "EmailVerificationInProgress" | "EmailVerificationFailed" | "RegionDisabled" | "AccountSuspended";
export interface ReplicationDetails {
  readonly replicated?: boolean | undefined;
  readonly replicatedExternally?: boolean | undefined;
  readonly replicationAccounts?: readonly (string)[] | undefined;
}
export interface ResourceProfileArtifact {
  readonly arn: string;
  readonly classificationResultStatus: string;
  readonly sensitive?: boolean | undefined;
}
export interface ResourceStatistics {
  readonly totalBytesClassified?: number | undefined;
  readonly totalDetections?: number | undefined;
  readonly totalDetectionsSuppressed?: number | undefined;
  readonly totalItemsClassified?: number | undefined;
  readonly totalItemsSensitive?: number | undefined;
  readonly totalItemsSkipped?: number | undefined;
  readonly totalItemsSkippedInvalidEncryption?: number | undefined;
  readonly totalItemsSkippedInvalidKms?: number | undefined;
  readonly totalItemsSkippedPermissionDenied?: number | undefined;
}
export interface ResourcesAffected {
  readonly s3Bucket?: S3Bucket | undefined;
  readonly s3Object?: S3Object | undefined;
}
export interface RetrievalConfiguration {
  readonly externalId?: string | undefined;
  readonly retrievalMode: RetrievalMode;
  readonly roleName?: string | undefined;
}
export type RetrievalMode = "CALLER_CREDENTIALS" | "ASSUME_ROLE";
export interface RevealConfiguration {
  readonly kmsKeyId?: string | undefined;
  readonly status: RevealStatus;
}
export type RevealRequestStatus = "SUCCESS" | "PROCESSING" | "ERROR";
export type RevealStatus = "ENABLED" | "DISABLED";
export interface S3Bucket {
  readonly allowsUnencryptedObjectUploads?: AllowsUnencryptedObjectUploads | undefined;
  readonly arn?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly defaultServerSideEncryption?: ServerSideEncryption | undefined;
  readonly name?: string | undefined;
  readonly owner?: S3BucketOwner | undefined;
  readonly publicAccess?: BucketPublicAccess | undefined;
  readonly tags?: readonly (KeyValuePair)[] | undefined;
}
export interface S3BucketCriteriaForJob {
  readonly excludes?: CriteriaBlockForJob | undefined;
  readonly includes?: CriteriaBlockForJob | undefined;
}
export interface S3BucketDefinitionForJob {
  readonly accountId: string;
  readonly buckets: readonly (string)[];
}
export interface S3BucketOwner {
  readonly displayName?: string | undefined;
  readonly id?: string | undefined;
}
export interface S3ClassificationScope {
  readonly excludes: S3ClassificationScopeExclusion;
}
export interface S3ClassificationScopeExclusion {
  readonly bucketNames: readonly (string)[];
}
export interface S3ClassificationScopeExclusionUpdate {
  readonly bucketNames: readonly (string)[];
  readonly operation: ClassificationScopeUpdateOperation;
}
export interface S3ClassificationScopeUpdate {
  readonly excludes: S3ClassificationScopeExclusionUpdate;
}
export interface S3Destination {
  readonly bucketName: string;
  readonly expectedBucketOwner?: string | undefined;
  readonly keyPrefix?: string | undefined;
  readonly kmsKeyArn: string;
}
export interface S3JobDefinition {
  readonly bucketCriteria?: S3BucketCriteriaForJob | undefined;
  readonly bucketDefinitions?: readonly (S3BucketDefinitionForJob)[] | undefined;
  readonly scoping?: Scoping | undefined;
}
export interface S3Object {
  readonly bucketArn?: string | undefined;
  readonly eTag?: string | undefined;
  readonly extension?: string | undefined;
  readonly key?: string | undefined;
  readonly lastModified?: Date | undefined;
  readonly path?: string | undefined;
  readonly publicAccess?: boolean | undefined;
  readonly serverSideEncryption?: ServerSideEncryption | undefined;
  readonly size?: number | undefined;
  readonly storageClass?: StorageClass | undefined;
  readonly tags?: readonly (KeyValuePair)[] | undefined;
  readonly versionId?: string | undefined;
}
export interface S3WordsList {
  readonly bucketName: string;
  readonly objectKey: string;
}
export type ScopeFilterKey = "OBJECT_EXTENSION" | "OBJECT_LAST_MODIFIED_DATE" | "OBJECT_SIZE" | "OBJECT_KEY";
export interface Scoping {
  readonly excludes?: JobScopingBlock | undefined;
  readonly includes?: JobScopingBlock | undefined;
}
export interface SearchResourcesBucketCriteria {
  readonly excludes?: SearchResourcesCriteriaBlock | undefined;
  readonly includes?: SearchResourcesCriteriaBlock | undefined;
}
export type SearchResourcesComparator = "EQ" | "NE";
export interface SearchResourcesCriteria {
  readonly simpleCriterion?: SearchResourcesSimpleCriterion | undefined;
  readonly tagCriterion?: SearchResourcesTagCriterion | undefined;
}
export interface SearchResourcesCriteriaBlock {
  readonly and?: readonly (SearchResourcesCriteria)[] | undefined;
}
export interface SearchResourcesRequest {
  readonly bucketCriteria?: SearchResourcesBucketCriteria | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortCriteria?: SearchResourcesSortCriteria | undefined;
}
export interface SearchResourcesResponse {
  readonly matchingResources?: readonly (MatchingResource)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface SearchResourcesSimpleCriterion {
  readonly comparator?: SearchResourcesComparator | undefined;
  readonly key?: SearchResourcesSimpleCriterionKey | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export type SearchResourcesSimpleCriterionKey = "ACCOUNT_ID" | "S3_BUCKET_NAME" | "S3_BUCKET_EFFECTIVE_PERMISSION" | "S3_BUCKET_SHARED_ACCESS" | "AUTOMATED_DISCOVERY_MONITORING_STATUS";
export type SearchResourcesSortAttributeName = "ACCOUNT_ID" | "RESOURCE_NAME" | "S3_CLASSIFIABLE_OBJECT_COUNT" | "S3_CLASSIFIABLE_SIZE_IN_BYTES";
export interface SearchResourcesSortCriteria {
  readonly attributeName?: SearchResourcesSortAttributeName | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export interface SearchResourcesTagCriterion {
  readonly comparator?: SearchResourcesComparator | undefined;
  readonly tagValues?: readonly (SearchResourcesTagCriterionPair)[] | undefined;
}
export interface SearchResourcesTagCriterionPair {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface SecurityHubConfiguration {
  readonly publishClassificationFindings: boolean;
  readonly publishPolicyFindings: boolean;
}
export interface SensitiveDataItem {
  readonly category?: SensitiveDataItemCategory | undefined;
  readonly detections?: readonly (DefaultDetection)[] | undefined;
  readonly totalCount?: number | undefined;
}
export type SensitiveDataItemCategory = "FINANCIAL_INFORMATION" | "PERSONAL_INFORMATION" | "CREDENTIALS" | "CUSTOM_IDENTIFIER";
export interface SensitivityAggregations {
  readonly classifiableSizeInBytes?: number | undefined;
  readonly publiclyAccessibleCount?: number | undefined;
  readonly totalCount?: number | undefined;
  readonly totalSizeInBytes?: number | undefined;
}
export interface SensitivityInspectionTemplateExcludes {
  readonly managedDataIdentifierIds?: readonly (string)[] | undefined;
}
export interface SensitivityInspectionTemplateIncludes {
  readonly allowListIds?: readonly (string)[] | undefined;
  readonly customDataIdentifierIds?: readonly (string)[] | undefined;
  readonly managedDataIdentifierIds?: readonly (string)[] | undefined;
}
export interface SensitivityInspectionTemplatesEntry {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}
export interface ServerSideEncryption {
  readonly encryptionType?: EncryptionType | undefined;
  readonly kmsMasterKeyId?: string | undefined;
}
export interface ServiceLimit {
  readonly isServiceLimited?: boolean | undefined;
  readonly unit?: Unit | undefined;
  readonly value?: number | undefined;
}
export interface SessionContext {
  readonly attributes?: SessionContextAttributes | undefined;
  readonly sessionIssuer?: SessionIssuer | undefined;
}
export interface SessionContextAttributes {
  readonly creationDate?: Date | undefined;
  readonly mfaAuthenticated?: boolean | undefined;
}
export interface SessionIssuer {
  readonly accountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly principalId?: string | undefined;
  readonly type?: string | undefined;
  readonly userName?: string | undefined;
}
export interface Severity {
  readonly description?: SeverityDescription | undefined;
  readonly score?: number | undefined;
}
export type SeverityDescription = "Low" | "Medium" | "High";
export interface SeverityLevel {
  readonly occurrencesThreshold: number;
  readonly severity: DataIdentifierSeverity;
}
export type SharedAccess = "EXTERNAL" | "INTERNAL" | "NOT_SHARED" | "UNKNOWN";
export interface SimpleCriterionForJob {
  readonly comparator?: JobComparator | undefined;
  readonly key?: SimpleCriterionKeyForJob | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export type SimpleCriterionKeyForJob = "ACCOUNT_ID" | "S3_BUCKET_NAME" | "S3_BUCKET_EFFECTIVE_PERMISSION" | "S3_BUCKET_SHARED_ACCESS";
export interface SimpleScopeTerm {
  readonly comparator?: JobComparator | undefined;
  readonly key?: ScopeFilterKey | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export interface SortCriteria {
  readonly attributeName?: string | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export interface Statistics {
  readonly approximateNumberOfObjectsToProcess?: number | undefined;
  readonly numberOfRuns?: number | undefined;
}
export type StorageClass = "STANDARD" | "REDUCED_REDUNDANCY" | "STANDARD_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "ONEZONE_IA" | "GLACIER" | "GLACIER_IR" | "OUTPOSTS";
export interface SuppressDataIdentifier {
  readonly id?: string | undefined;
  readonly type?: DataIdentifierType | undefined;
}
export interface TagCriterionForJob {
  readonly comparator?: JobComparator | undefined;
  readonly tagValues?: readonly (TagCriterionPairForJob)[] | undefined;
}
export interface TagCriterionPairForJob {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface TagResourceRequest {
  readonly resourceArn: string;
  readonly tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface TagScopeTerm {
  readonly comparator?: JobComparator | undefined;
  readonly key?: string | undefined;
  readonly tagValues?: readonly (TagValuePair)[] | undefined;
  readonly target?: TagTarget | undefined;
}
export type TagTarget = "S3_OBJECT";
export interface TagValuePair {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface TestCustomDataIdentifierRequest {
  readonly ignoreWords?: readonly (string)[] | undefined;
  readonly keywords?: readonly (string)[] | undefined;
  readonly maximumMatchDistance?: number | undefined;
  readonly regex: string;
  readonly sampleText: string;
}
export interface TestCustomDataIdentifierResponse {
  readonly matchCount?: number | undefined;
}
export type TimeRange = "MONTH_TO_DATE" | "PAST_30_DAYS";
export type Type = "NONE" | "AES256" | "aws:kms" | "aws:kms:dsse";
export type UnavailabilityReasonCode = "OBJECT_EXCEEDS_SIZE_QUOTA" | "UNSUPPORTED_OBJECT_TYPE" | "UNSUPPORTED_FINDING_TYPE" | "INVALID_CLASSIFICATION_RESULT" | "OBJECT_UNAVAILABLE" | "ACCOUNT_NOT_IN_ORGANIZATION" | "MISSING_GET_MEMBER_PERMISSION" | "ROLE_TOO_PERMISSIVE" | "MEMBER_ROLE_TOO_PERMISSIVE" | "INVALID_RESULT_SIGNATURE" | "RESULT_NOT_SIGNED";
export type Unit = "TERABYTES";
export interface UnprocessedAccount {
  readonly accountId?: string | undefined;
  readonly errorCode?: ErrorCode | undefined;
  readonly errorMessage?: string | undefined;
}
export interface UntagResourceRequest {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateAllowListRequest {
  readonly criteria: AllowListCriteria;
  readonly description?: string | undefined;
  readonly id: string;
  readonly name: string;
}
export interface UpdateAllowListResponse {
  readonly arn?: string | undefined;
  readonly id?: string | undefined;
}
export interface UpdateAutomatedDiscoveryConfigurationRequest {
  readonly autoEnableOrganizationMembers?: AutoEnableMode | undefined;
  readonly status: AutomatedDiscoveryStatus;
}
export interface UpdateAutomatedDiscoveryConfigurationResponse {
}
export interface UpdateClassificationJobRequest {
  readonly jobId: string;
  readonly jobStatus: JobStatus;
}
export interface UpdateClassificationJobResponse {
}
export interface UpdateClassificationScopeRequest {
  readonly id: string;
  readonly s3?: S3ClassificationScopeUpdate | undefined;
}
export interface UpdateClassificationScopeResponse {
}
export interface UpdateFindingsFilterRequest {
  readonly action?: FindingsFilterAction | undefined;
  readonly clientToken?: string | undefined;
  readonly description?: string | undefined;
  readonly findingCriteria?: FindingCriteria | undefined;
  readonly id: string;
  readonly name?: string | undefined;
  readonly position?: number | undefined;
}
export interface UpdateFindingsFilterResponse {
  readonly arn?: string | undefined;
  readonly id?: string | undefined;
}
export interface UpdateMacieSessionRequest {
  readonly findingPublishingFrequency?: FindingPublishingFrequency | undefined;
  readonly status?: MacieStatus | undefined;
}
export interface UpdateMacieSessionResponse {
}
export interface UpdateMemberSessionRequest {
  readonly id: string;
  readonly status: MacieStatus;
}
export interface UpdateMemberSessionResponse {
}
export interface UpdateOrganizationConfigurationRequest {
  readonly autoEnable: boolean;
}
export interface UpdateOrganizationConfigurationResponse {
}
export interface UpdateResourceProfileDetectionsRequest {
  readonly resourceArn: string;
  readonly suppressDataIdentifiers?: readonly (SuppressDataIdentifier)[] | undefined;
}
export interface UpdateResourceProfileDetectionsResponse {
}
export interface UpdateResourceProfileRequest {
  readonly resourceArn: string;
  readonly sensitivityScoreOverride?: number | undefined;
}
export interface UpdateResourceProfileResponse {
}
export interface UpdateRetrievalConfiguration {
  readonly retrievalMode: RetrievalMode;
  readonly roleName?: string | undefined;
}
export interface UpdateRevealConfigurationRequest {
  readonly configuration: RevealConfiguration;
  readonly retrievalConfiguration?: UpdateRetrievalConfiguration | undefined;
}
export interface UpdateRevealConfigurationResponse {
  readonly configuration?: RevealConfiguration | undefined;
  readonly retrievalConfiguration?: RetrievalConfiguration | undefined;
}
export interface UpdateSensitivityInspectionTemplateRequest {
  readonly description?: string | undefined;
  readonly excludes?: SensitivityInspectionTemplateExcludes | undefined;
  readonly id: string;
  readonly includes?: SensitivityInspectionTemplateIncludes | undefined;
}
export interface UpdateSensitivityInspectionTemplateResponse {
}
export interface UsageByAccount {
  readonly currency?: Currency | undefined;
  readonly estimatedCost?: string | undefined;
  readonly serviceLimit?: ServiceLimit | undefined;
  readonly type?: UsageType | undefined;
}
export interface UsageRecord {
  readonly accountId?: string | undefined;
  readonly automatedDiscoveryFreeTrialStartDate?: Date | undefined;
  readonly freeTrialStartDate?: Date | undefined;
  readonly usage?: readonly (UsageByAccount)[] | undefined;
}
export interface UsageStatisticsFilter {
  readonly comparator?: UsageStatisticsFilterComparator | undefined;
  readonly key?: UsageStatisticsFilterKey | undefined;
  readonly values?: readonly (string)[] | undefined;
}
export type UsageStatisticsFilterComparator = "GT" | "GTE" | "LT" | "LTE" | "EQ" | "NE" | "CONTAINS";
export type UsageStatisticsFilterKey = "accountId" | "serviceLimit" | "freeTrialStartDate" | "total";
export interface UsageStatisticsSortBy {
  readonly key?: UsageStatisticsSortKey | undefined;
  readonly orderBy?: OrderBy | undefined;
}
export type UsageStatisticsSortKey = "accountId" | "total" | "serviceLimitValue" | "freeTrialStartDate";
export interface UsageTotal {
  readonly currency?: Currency | undefined;
  readonly estimatedCost?: string | undefined;
  readonly type?: UsageType | undefined;
}
export type UsageType = "DATA_INVENTORY_EVALUATION" | "SENSITIVE_DATA_DISCOVERY" | "AUTOMATED_SENSITIVE_DATA_DISCOVERY" | "AUTOMATED_OBJECT_MONITORING";
export interface UserIdentity {
  readonly assumedRole?: AssumedRole | undefined;
  readonly awsAccount?: AwsAccount | undefined;
  readonly awsService?: AwsService | undefined;
  readonly federatedUser?: FederatedUser | undefined;
  readonly iamUser?: IamUser | undefined;
  readonly root?: UserIdentityRoot | undefined;
  readonly type?: UserIdentityType | undefined;
}
export interface UserIdentityRoot {
  readonly accountId?: string | undefined;
  readonly arn?: string | undefined;
  readonly principalId?: string | undefined;
}
export type UserIdentityType = "AssumedRole" | "IAMUser" | "FederatedUser" | "Root" | "AWSAccount" | "AWSService";
export interface UserPausedDetails {
  readonly jobExpiresAt?: Date | undefined;
  readonly jobImminentExpirationHealthEventArn?: string | undefined;
  readonly jobPausedAt?: Date | undefined;
}
export interface WeeklySchedule {
  readonly dayOfWeek?: DayOfWeek | undefined;
}

export interface Macie2Operations {
  readonly AcceptInvitation: { readonly input: AcceptInvitationRequest; readonly output: AcceptInvitationResponse };
  readonly BatchGetCustomDataIdentifiers: { readonly input: BatchGetCustomDataIdentifiersRequest; readonly output: BatchGetCustomDataIdentifiersResponse };
  readonly BatchUpdateAutomatedDiscoveryAccounts: { readonly input: BatchUpdateAutomatedDiscoveryAccountsRequest; readonly output: BatchUpdateAutomatedDiscoveryAccountsResponse };
  readonly CreateAllowList: { readonly input: CreateAllowListRequest; readonly output: CreateAllowListResponse };
  readonly CreateClassificationJob: { readonly input: CreateClassificationJobRequest; readonly output: CreateClassificationJobResponse };
  readonly CreateCustomDataIdentifier: { readonly input: CreateCustomDataIdentifierRequest; readonly output: CreateCustomDataIdentifierResponse };
  readonly CreateFindingsFilter: { readonly input: CreateFindingsFilterRequest; readonly output: CreateFindingsFilterResponse };
  readonly CreateInvitations: { readonly input: CreateInvitationsRequest; readonly output: CreateInvitationsResponse };
  readonly CreateMember: { readonly input: CreateMemberRequest; readonly output: CreateMemberResponse };
  readonly CreateSampleFindings: { readonly input: CreateSampleFindingsRequest; readonly output: CreateSampleFindingsResponse };
  readonly DeclineInvitations: { readonly input: DeclineInvitationsRequest; readonly output: DeclineInvitationsResponse };
  readonly DeleteAllowList: { readonly input: DeleteAllowListRequest; readonly output: DeleteAllowListResponse };
  readonly DeleteCustomDataIdentifier: { readonly input: DeleteCustomDataIdentifierRequest; readonly output: DeleteCustomDataIdentifierResponse };
  readonly DeleteFindingsFilter: { readonly input: DeleteFindingsFilterRequest; readonly output: DeleteFindingsFilterResponse };
  readonly DeleteInvitations: { readonly input: DeleteInvitationsRequest; readonly output: DeleteInvitationsResponse };
  readonly DeleteMember: { readonly input: DeleteMemberRequest; readonly output: DeleteMemberResponse };
  readonly DescribeBuckets: { readonly input: DescribeBucketsRequest; readonly output: DescribeBucketsResponse };
  readonly DescribeClassificationJob: { readonly input: DescribeClassificationJobRequest; readonly output: DescribeClassificationJobResponse };
  readonly DescribeOrganizationConfiguration: { readonly input: DescribeOrganizationConfigurationRequest; readonly output: DescribeOrganizationConfigurationResponse };
  readonly DisableMacie: { readonly input: DisableMacieRequest; readonly output: DisableMacieResponse };
  readonly DisableOrganizationAdminAccount: { readonly input: DisableOrganizationAdminAccountRequest; readonly output: DisableOrganizationAdminAccountResponse };
  readonly DisassociateFromAdministratorAccount: { readonly input: DisassociateFromAdministratorAccountRequest; readonly output: DisassociateFromAdministratorAccountResponse };
  readonly DisassociateFromMasterAccount: { readonly input: DisassociateFromMasterAccountRequest; readonly output: DisassociateFromMasterAccountResponse };
  readonly DisassociateMember: { readonly input: DisassociateMemberRequest; readonly output: DisassociateMemberResponse };
  readonly EnableMacie: { readonly input: EnableMacieRequest; readonly output: EnableMacieResponse };
  readonly EnableOrganizationAdminAccount: { readonly input: EnableOrganizationAdminAccountRequest; readonly output: EnableOrganizationAdminAccountResponse };
  readonly GetAdministratorAccount: { readonly input: GetAdministratorAccountRequest; readonly output: GetAdministratorAccountResponse };
  readonly GetAllowList: { readonly input: GetAllowListRequest; readonly output: GetAllowListResponse };
  readonly GetAutomatedDiscoveryConfiguration: { readonly input: GetAutomatedDiscoveryConfigurationRequest; readonly output: GetAutomatedDiscoveryConfigurationResponse };
  readonly GetBucketStatistics: { readonly input: GetBucketStatisticsRequest; readonly output: GetBucketStatisticsResponse };
  readonly GetClassificationExportConfiguration: { readonly input: GetClassificationExportConfigurationRequest; readonly output: GetClassificationExportConfigurationResponse };
  readonly GetClassificationScope: { readonly input: GetClassificationScopeRequest; readonly output: GetClassificationScopeResponse };
  readonly GetCustomDataIdentifier: { readonly input: GetCustomDataIdentifierRequest; readonly output: GetCustomDataIdentifierResponse };
  readonly GetFindingStatistics: { readonly input: GetFindingStatisticsRequest; readonly output: GetFindingStatisticsResponse };
  readonly GetFindings: { readonly input: GetFindingsRequest; readonly output: GetFindingsResponse };
  readonly GetFindingsFilter: { readonly input: GetFindingsFilterRequest; readonly output: GetFindingsFilterResponse };
  readonly GetFindingsPublicationConfiguration: { readonly input: GetFindingsPublicationConfigurationRequest; readonly output: GetFindingsPublicationConfigurationResponse };
  readonly GetInvitationsCount: { readonly input: GetInvitationsCountRequest; readonly output: GetInvitationsCountResponse };
  readonly GetMacieSession: { readonly input: GetMacieSessionRequest; readonly output: GetMacieSessionResponse };
  readonly GetMasterAccount: { readonly input: GetMasterAccountRequest; readonly output: GetMasterAccountResponse };
  readonly GetMember: { readonly input: GetMemberRequest; readonly output: GetMemberResponse };
  readonly GetResourceProfile: { readonly input: GetResourceProfileRequest; readonly output: GetResourceProfileResponse };
  readonly GetRevealConfiguration: { readonly input: GetRevealConfigurationRequest; readonly output: GetRevealConfigurationResponse };
  readonly GetSensitiveDataOccurrences: { readonly input: GetSensitiveDataOccurrencesRequest; readonly output: GetSensitiveDataOccurrencesResponse };
  readonly GetSensitiveDataOccurrencesAvailability: { readonly input: GetSensitiveDataOccurrencesAvailabilityRequest; readonly output: GetSensitiveDataOccurrencesAvailabilityResponse };
  readonly GetSensitivityInspectionTemplate: { readonly input: GetSensitivityInspectionTemplateRequest; readonly output: GetSensitivityInspectionTemplateResponse };
  readonly GetUsageStatistics: { readonly input: GetUsageStatisticsRequest; readonly output: GetUsageStatisticsResponse };
  readonly GetUsageTotals: { readonly input: GetUsageTotalsRequest; readonly output: GetUsageTotalsResponse };
  readonly ListAllowLists: { readonly input: ListAllowListsRequest; readonly output: ListAllowListsResponse };
  readonly ListAutomatedDiscoveryAccounts: { readonly input: ListAutomatedDiscoveryAccountsRequest; readonly output: ListAutomatedDiscoveryAccountsResponse };
  readonly ListClassificationJobs: { readonly input: ListClassificationJobsRequest; readonly output: ListClassificationJobsResponse };
  readonly ListClassificationScopes: { readonly input: ListClassificationScopesRequest; readonly output: ListClassificationScopesResponse };
  readonly ListCustomDataIdentifiers: { readonly input: ListCustomDataIdentifiersRequest; readonly output: ListCustomDataIdentifiersResponse };
  readonly ListFindings: { readonly input: ListFindingsRequest; readonly output: ListFindingsResponse };
  readonly ListFindingsFilters: { readonly input: ListFindingsFiltersRequest; readonly output: ListFindingsFiltersResponse };
  readonly ListInvitations: { readonly input: ListInvitationsRequest; readonly output: ListInvitationsResponse };
  readonly ListManagedDataIdentifiers: { readonly input: ListManagedDataIdentifiersRequest; readonly output: ListManagedDataIdentifiersResponse };
  readonly ListMembers: { readonly input: ListMembersRequest; readonly output: ListMembersResponse };
  readonly ListOrganizationAdminAccounts: { readonly input: ListOrganizationAdminAccountsRequest; readonly output: ListOrganizationAdminAccountsResponse };
  readonly ListResourceProfileArtifacts: { readonly input: ListResourceProfileArtifactsRequest; readonly output: ListResourceProfileArtifactsResponse };
  readonly ListResourceProfileDetections: { readonly input: ListResourceProfileDetectionsRequest; readonly output: ListResourceProfileDetectionsResponse };
  readonly ListSensitivityInspectionTemplates: { readonly input: ListSensitivityInspectionTemplatesRequest; readonly output: ListSensitivityInspectionTemplatesResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly PutClassificationExportConfiguration: { readonly input: PutClassificationExportConfigurationRequest; readonly output: PutClassificationExportConfigurationResponse };
  readonly PutFindingsPublicationConfiguration: { readonly input: PutFindingsPublicationConfigurationRequest; readonly output: PutFindingsPublicationConfigurationResponse };
  readonly SearchResources: { readonly input: SearchResourcesRequest; readonly output: SearchResourcesResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly TestCustomDataIdentifier: { readonly input: TestCustomDataIdentifierRequest; readonly output: TestCustomDataIdentifierResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateAllowList: { readonly input: UpdateAllowListRequest; readonly output: UpdateAllowListResponse };
  readonly UpdateAutomatedDiscoveryConfiguration: { readonly input: UpdateAutomatedDiscoveryConfigurationRequest; readonly output: UpdateAutomatedDiscoveryConfigurationResponse };
  readonly UpdateClassificationJob: { readonly input: UpdateClassificationJobRequest; readonly output: UpdateClassificationJobResponse };
  readonly UpdateClassificationScope: { readonly input: UpdateClassificationScopeRequest; readonly output: UpdateClassificationScopeResponse };
  readonly UpdateFindingsFilter: { readonly input: UpdateFindingsFilterRequest; readonly output: UpdateFindingsFilterResponse };
  readonly UpdateMacieSession: { readonly input: UpdateMacieSessionRequest; readonly output: UpdateMacieSessionResponse };
  readonly UpdateMemberSession: { readonly input: UpdateMemberSessionRequest; readonly output: UpdateMemberSessionResponse };
  readonly UpdateOrganizationConfiguration: { readonly input: UpdateOrganizationConfigurationRequest; readonly output: UpdateOrganizationConfigurationResponse };
  readonly UpdateResourceProfile: { readonly input: UpdateResourceProfileRequest; readonly output: UpdateResourceProfileResponse };
  readonly UpdateResourceProfileDetections: { readonly input: UpdateResourceProfileDetectionsRequest; readonly output: UpdateResourceProfileDetectionsResponse };
  readonly UpdateRevealConfiguration: { readonly input: UpdateRevealConfigurationRequest; readonly output: UpdateRevealConfigurationResponse };
  readonly UpdateSensitivityInspectionTemplate: { readonly input: UpdateSensitivityInspectionTemplateRequest; readonly output: UpdateSensitivityInspectionTemplateResponse };
}
