// Generated from the API model of DynamoDB; see scripts/generate-models.

export type ApproximateCreationDateTimePrecision = "MILLISECOND" | "MICROSECOND";
export interface ArchivalSummary {
  readonly ArchivalDateTime?: Date | undefined;
  readonly ArchivalReason?: string | undefined;
  readonly ArchivalBackupArn?: string | undefined;
}
export type AttributeAction = "ADD" | "PUT" | "DELETE";
export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: ScalarAttributeType;
}
export interface AttributeValue {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly B?: Uint8Array | undefined;
  readonly SS?: readonly (string)[] | undefined;
  readonly NS?: readonly (string)[] | undefined;
  readonly BS?: readonly (Uint8Array)[] | undefined;
  readonly M?: { readonly [key: string]: AttributeValue } | undefined;
  readonly L?: readonly (AttributeValue)[] | undefined;
  readonly NULL?: boolean | undefined;
  readonly BOOL?: boolean | undefined;
}
export interface AttributeValueUpdate {
  readonly Value?: AttributeValue | undefined;
  readonly Action?: AttributeAction | undefined;
}
export interface AutoScalingPolicyDescription {
  readonly PolicyName?: string | undefined;
  readonly TargetTrackingScalingPolicyConfiguration?: AutoScalingTargetTrackingScalingPolicyConfigurationDescription | undefined;
}
export interface AutoScalingPolicyUpdate {
  readonly PolicyName?: string | undefined;
  readonly TargetTrackingScalingPolicyConfiguration: AutoScalingTargetTrackingScalingPolicyConfigurationUpdate;
}
export interface AutoScalingSettingsDescription {
  readonly MinimumUnits?: number | undefined;
  readonly MaximumUnits?: number | undefined;
  readonly AutoScalingDisabled?: boolean | undefined;
  readonly AutoScalingRoleArn?: string | undefined;
  readonly ScalingPolicies?: readonly (AutoScalingPolicyDescription)[] | undefined;
}
export interface AutoScalingSettingsUpdate {
  readonly MinimumUnits?: number | undefined;
  readonly MaximumUnits?: number | undefined;
  readonly AutoScalingDisabled?: boolean | undefined;
  readonly AutoScalingRoleArn?: string | undefined;
  readonly ScalingPolicyUpdate?: AutoScalingPolicyUpdate | undefined;
}
export interface AutoScalingTargetTrackingScalingPolicyConfigurationDescription {
  readonly DisableScaleIn?: boolean | undefined;
  readonly ScaleInCooldown?: number | undefined;
  readonly ScaleOutCooldown?: number | undefined;
  readonly TargetValue: number;
}
export interface AutoScalingTargetTrackingScalingPolicyConfigurationUpdate {
  readonly DisableScaleIn?: boolean | undefined;
  readonly ScaleInCooldown?: number | undefined;
  readonly ScaleOutCooldown?: number | undefined;
  readonly TargetValue: number;
}
export interface BackupDescription {
  readonly BackupDetails?: BackupDetails | undefined;
  readonly SourceTableDetails?: SourceTableDetails | undefined;
  readonly SourceTableFeatureDetails?: SourceTableFeatureDetails | undefined;
}
export interface BackupDetails {
  readonly BackupArn: string;
  readonly BackupName: string;
  readonly BackupSizeBytes?: number | undefined;
  readonly BackupStatus: BackupStatus;
  readonly BackupType: BackupType;
  readonly BackupCreationDateTime: Date;
  readonly BackupExpiryDateTime?: Date | undefined;
}
export type BackupStatus = "CREATING" | "DELETED" | "AVAILABLE";
export interface BackupSummary {
  readonly TableName?: string | undefined;
  readonly TableId?: string | undefined;
  readonly TableArn?: string | undefined;
  readonly BackupArn?: string | undefined;
  readonly BackupName?: string | undefined;
  readonly BackupCreationDateTime?: Date | undefined;
  readonly BackupExpiryDateTime?: Date | undefined;
  readonly BackupStatus?: BackupStatus | undefined;
  readonly BackupType?: BackupType | undefined;
  readonly BackupSizeBytes?: number | undefined;
}
export type BackupType = "USER" | "SYSTEM" | "AWS_BACKUP";
export type BackupTypeFilter = "USER" | "SYSTEM" | "AWS_BACKUP" | "ALL";
export interface BatchExecuteStatementInput {
  readonly Statements: readonly (BatchStatementRequest)[];
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
}
export interface BatchExecuteStatementOutput {
  readonly Responses?: readonly (BatchStatementResponse)[] | undefined;
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
}
export interface BatchGetItemInput {
  readonly RequestItems: { readonly [key: string]: KeysAndAttributes };
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
}
export interface BatchGetItemOutput {
  readonly Responses?: { readonly [key: string]: readonly ({ readonly [key: string]: AttributeValue })[] } | undefined;
  readonly UnprocessedKeys?: { readonly [key: string]: KeysAndAttributes } | undefined;
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
}
export interface BatchStatementError {
  readonly Code?: BatchStatementErrorCodeEnum | undefined;
  readonly Message?: string | undefined;
  readonly Item?: { readonly [key: string]: AttributeValue } | undefined;
}
export type BatchStatementErrorCodeEnum = "ConditionalCheckFailed" | "ItemCollectionSizeLimitExceeded" | "RequestLimitExceeded" | "ValidationError" | "ProvisionedThroughputExceeded" | "TransactionConflict" | "ThrottlingError" | "InternalServerError" | "ResourceNotFound" | "AccessDenied" | "DuplicateItem";
export interface BatchStatementRequest {
  readonly Statement: string;
  readonly Parameters?: readonly (AttributeValue)[] | undefined;
  readonly ConsistentRead?: boolean | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface BatchStatementResponse {
  readonly Error?: BatchStatementError | undefined;
  readonly TableName?: string | undefined;
  readonly Item?: { readonly [key: string]: AttributeValue } | undefined;
}
export interface BatchWriteItemInput {
  readonly RequestItems: { readonly [key: string]: readonly (WriteRequest)[] };
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
}
export interface BatchWriteItemOutput {
  readonly UnprocessedItems?: { readonly [key: string]: readonly (WriteRequest)[] } | undefined;
  readonly ItemCollectionMetrics?: { readonly [key: string]: readonly (ItemCollectionMetrics)[] } | undefined;
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
}
export type BillingMode = "PROVISIONED" | "PAY_PER_REQUEST";
export interface BillingModeSummary {
  readonly BillingMode?: BillingMode | undefined;
  readonly LastUpdateToPayPerRequestDateTime?: Date | undefined;
}
export interface Capacity {
  readonly ReadCapacityUnits?: number | undefined;
  readonly WriteCapacityUnits?: number | undefined;
  readonly CapacityUnits?: number | undefined;
}
export type ComparisonOperator = "EQ" | "NE" | "IN" | "LE" | "LT" | "GE" | "GT" | "BETWEEN" | "NOT_NULL" | "NULL" | "CONTAINS" | "NOT_CONTAINS" | "BEGINS_WITH";
export interface Condition {
  readonly AttributeValueList?: readonly (AttributeValue)[] | undefined;
  readonly ComparisonOperator: ComparisonOperator;
}
export interface ConditionCheck {
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly TableName: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export type ConditionalOperator = "AND" | "OR";
export interface ConsumedCapacity {
  readonly TableName?: string | undefined;
  readonly CapacityUnits?: number | undefined;
  readonly ReadCapacityUnits?: number | undefined;
  readonly WriteCapacityUnits?: number | undefined;
  readonly Table?: Capacity | undefined;
  readonly LocalSecondaryIndexes?: { readonly [key: string]: Capacity } | undefined;
  readonly GlobalSecondaryIndexes?: { readonly [key: string]: Capacity } | undefined;
}
export interface ContinuousBackupsDescription {
  readonly ContinuousBackupsStatus: ContinuousBackupsStatus;
  readonly PointInTimeRecoveryDescription?: PointInTimeRecoveryDescription | undefined;
}
export type ContinuousBackupsStatus = "ENABLED" | "DISABLED";
export type ContributorInsightsAction = "ENABLE" | "DISABLE";
export type ContributorInsightsMode = "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS";
export type ContributorInsightsStatus = "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "FAILED";
export interface ContributorInsightsSummary {
  readonly TableName?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly ContributorInsightsStatus?: ContributorInsightsStatus | undefined;
  readonly ContributorInsightsMode?: ContributorInsightsMode | undefined;
}
export interface CreateBackupInput {
  readonly TableName: string;
  readonly BackupName: string;
}
export interface CreateBackupOutput {
  readonly BackupDetails?: BackupDetails | undefined;
}
export interface CreateGlobalSecondaryIndexAction {
  readonly IndexName: string;
  readonly KeySchema: readonly (KeySchemaElement)[];
  readonly Projection: Projection;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: WarmThroughput | undefined;
}
export interface CreateGlobalTableInput {
  readonly GlobalTableName: string;
  readonly ReplicationGroup: readonly (Replica)[];
}
export interface CreateGlobalTableOutput {
  readonly GlobalTableDescription?: GlobalTableDescription | undefined;
}
export interface CreateGlobalTableWitnessGroupMemberAction {
  readonly RegionName: string;
}
export interface CreateReplicaAction {
  readonly RegionName: string;
}
export interface CreateReplicationGroupMemberAction {
  readonly RegionName: string;
  readonly KMSMasterKeyId?: string | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
  readonly GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndex)[] | undefined;
  readonly TableClassOverride?: TableClass | undefined;
}
export interface CreateTableInput {
  readonly AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
  readonly TableName: string;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly LocalSecondaryIndexes?: readonly (LocalSecondaryIndex)[] | undefined;
  readonly GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndex)[] | undefined;
  readonly BillingMode?: BillingMode | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly StreamSpecification?: StreamSpecification | undefined;
  readonly SSESpecification?: SSESpecification | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly TableClass?: TableClass | undefined;
  readonly DeletionProtectionEnabled?: boolean | undefined;
  readonly WarmThroughput?: WarmThroughput | undefined;
  readonly ResourcePolicy?: string | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly GlobalTableSourceArn?: string | undefined;
  readonly GlobalTableSettingsReplicationMode?: GlobalTableSettingsReplicationMode | undefined;
}
export interface CreateTableOutput {
  readonly TableDescription?: TableDescription | undefined;
}
export interface CsvOptions {
  readonly Delimiter?: string | undefined;
  readonly HeaderList?: readonly (string)[] | undefined;
}
export interface Delete {
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly TableName: string;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface DeleteBackupInput {
  readonly BackupArn: string;
}
export interface DeleteBackupOutput {
  readonly BackupDescription?: BackupDescription | undefined;
}
export interface DeleteGlobalSecondaryIndexAction {
  readonly IndexName: string;
}
export interface DeleteGlobalTableWitnessGroupMemberAction {
  readonly RegionName: string;
}
export interface DeleteItemInput {
  readonly TableName: string;
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface DeleteItemOutput {
  readonly Attributes?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
  readonly ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}
export interface DeleteReplicaAction {
  readonly RegionName: string;
}
export interface DeleteReplicationGroupMemberAction {
  readonly RegionName: string;
}
export interface DeleteRequest {
  readonly Key: { readonly [key: string]: AttributeValue };
}
export interface DeleteResourcePolicyInput {
  readonly ResourceArn: string;
  readonly ExpectedRevisionId?: string | undefined;
}
export interface DeleteResourcePolicyOutput {
  readonly RevisionId?: string | undefined;
}
export interface DeleteTableInput {
  readonly TableName: string;
}
export interface DeleteTableOutput {
  readonly TableDescription?: TableDescription | undefined;
}
export interface DescribeBackupInput {
  readonly BackupArn: string;
}
export interface DescribeBackupOutput {
  readonly BackupDescription?: BackupDescription | undefined;
}
export interface DescribeContinuousBackupsInput {
  readonly TableName: string;
}
export interface DescribeContinuousBackupsOutput {
  readonly ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
}
export interface DescribeContributorInsightsInput {
  readonly TableName: string;
  readonly IndexName?: string | undefined;
}
export interface DescribeContributorInsightsOutput {
  readonly TableName?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly ContributorInsightsRuleList?: readonly (string)[] | undefined;
  readonly ContributorInsightsStatus?: ContributorInsightsStatus | undefined;
  readonly LastUpdateDateTime?: Date | undefined;
  readonly FailureException?: FailureException | undefined;
  readonly ContributorInsightsMode?: ContributorInsightsMode | undefined;
}
export interface DescribeEndpointsRequest {
}
export interface DescribeEndpointsResponse {
  readonly Endpoints: readonly (Endpoint)[];
}
export interface DescribeExportInput {
  readonly ExportArn: string;
}
export interface DescribeExportOutput {
  readonly ExportDescription?: ExportDescription | undefined;
}
export interface DescribeGlobalTableInput {
  readonly GlobalTableName: string;
}
export interface DescribeGlobalTableOutput {
  readonly GlobalTableDescription?: GlobalTableDescription | undefined;
}
export interface DescribeGlobalTableSettingsInput {
  readonly GlobalTableName: string;
}
export interface DescribeGlobalTableSettingsOutput {
  readonly GlobalTableName?: string | undefined;
  readonly ReplicaSettings?: readonly (ReplicaSettingsDescription)[] | undefined;
}
export interface DescribeImportInput {
  readonly ImportArn: string;
}
export interface DescribeImportOutput {
  readonly ImportTableDescription: ImportTableDescription;
}
export interface DescribeKinesisStreamingDestinationInput {
  readonly TableName: string;
}
export interface DescribeKinesisStreamingDestinationOutput {
  readonly TableName?: string | undefined;
  readonly KinesisDataStreamDestinations?: readonly (KinesisDataStreamDestination)[] | undefined;
}
export interface DescribeLimitsInput {
}
export interface DescribeLimitsOutput {
  readonly AccountMaxReadCapacityUnits?: number | undefined;
  readonly AccountMaxWriteCapacityUnits?: number | undefined;
  readonly TableMaxReadCapacityUnits?: number | undefined;
  readonly TableMaxWriteCapacityUnits?: number | undefined;
}
export interface DescribeTableInput {
  readonly TableName: string;
}
export interface DescribeTableOutput {
  readonly Table?: TableDescription | undefined;
}
export interface DescribeTableReplicaAutoScalingInput {
  readonly TableName: string;
}
export interface DescribeTableReplicaAutoScalingOutput {
  readonly TableAutoScalingDescription?: TableAutoScalingDescription | undefined;
}
export interface DescribeTimeToLiveInput {
  readonly TableName: string;
}
export interface DescribeTimeToLiveOutput {
  readonly TimeToLiveDescription?: TimeToLiveDescription | undefined;
}
export type DestinationStatus = "ENABLING" | "ACTIVE" | "DISABLING" | "DISABLED" | "ENABLE_FAILED" | "UPDATING";
export interface EnableKinesisStreamingConfiguration {
  readonly ApproximateCreationDateTimePrecision?: ApproximateCreationDateTimePrecision | undefined;
}
export interface Endpoint {
  readonly Address: string;
  readonly CachePeriodInMinutes: number;
}
export interface ExecuteStatementInput {
  readonly Statement: string;
  readonly Parameters?: readonly (AttributeValue)[] | undefined;
  readonly ConsistentRead?: boolean | undefined;
  readonly NextToken?: string | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly Limit?: number | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface ExecuteStatementOutput {
  readonly Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
  readonly NextToken?: string | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
  readonly LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
}
export interface ExecuteTransactionInput {
  readonly TransactStatements: readonly (ParameterizedStatement)[];
  readonly ClientRequestToken?: string | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
}
export interface ExecuteTransactionOutput {
  readonly Responses?: readonly (ItemResponse)[] | undefined;
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
}
export interface ExpectedAttributeValue {
  readonly Value?: AttributeValue | undefined;
  readonly Exists?: boolean | undefined;
  readonly ComparisonOperator?: ComparisonOperator | undefined;
  readonly AttributeValueList?: readonly (AttributeValue)[] | undefined;
}
export interface ExportDescription {
  readonly ExportArn?: string | undefined;
  readonly ExportStatus?: ExportStatus | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly ExportManifest?: string | undefined;
  readonly TableArn?: string | undefined;
  readonly TableId?: string | undefined;
  readonly ExportTime?: Date | undefined;
  readonly ClientToken?: string | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3BucketOwner?: string | undefined;
  readonly S3Prefix?: string | undefined;
  readonly S3SseAlgorithm?: S3SseAlgorithm | undefined;
  readonly S3SseKmsKeyId?: string | undefined;
  readonly FailureCode?: string | undefined;
  readonly FailureMessage?: string | undefined;
  readonly ExportFormat?: ExportFormat | undefined;
  readonly BilledSizeBytes?: number | undefined;
  readonly ItemCount?: number | undefined;
  readonly ExportType?: ExportType | undefined;
  readonly IncrementalExportSpecification?: IncrementalExportSpecification | undefined;
}
export type ExportFormat = "DYNAMODB_JSON" | "ION";
export type ExportStatus = "IN_PROGRESS" | "COMPLETED" | "FAILED";
export interface ExportSummary {
  readonly ExportArn?: string | undefined;
  readonly ExportStatus?: ExportStatus | undefined;
  readonly ExportType?: ExportType | undefined;
}
export interface ExportTableToPointInTimeInput {
  readonly TableArn: string;
  readonly ExportTime?: Date | undefined;
  readonly ClientToken?: string | undefined;
  readonly S3Bucket: string;
  readonly S3BucketOwner?: string | undefined;
  readonly S3Prefix?: string | undefined;
  readonly S3SseAlgorithm?: S3SseAlgorithm | undefined;
  readonly S3SseKmsKeyId?: string | undefined;
  readonly ExportFormat?: ExportFormat | undefined;
  readonly ExportType?: ExportType | undefined;
  readonly IncrementalExportSpecification?: IncrementalExportSpecification | undefined;
}
export interface ExportTableToPointInTimeOutput {
  readonly ExportDescription?: ExportDescription | undefined;
}
export type ExportType = "FULL_EXPORT" | "INCREMENTAL_EXPORT";
export type ExportViewType = "NEW_IMAGE" | "NEW_AND_OLD_IMAGES";
export interface FailureException {
  readonly ExceptionName?: string | undefined;
  readonly ExceptionDescription?: string | undefined;
}
export interface Get {
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly TableName: string;
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
}
export interface GetItemInput {
  readonly TableName: string;
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly AttributesToGet?: readonly (string)[] | undefined;
  readonly ConsistentRead?: boolean | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
}
export interface GetItemOutput {
  readonly Item?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
}
export interface GetResourcePolicyInput {
  readonly ResourceArn: string;
}
export interface GetResourcePolicyOutput {
  readonly Policy?: string | undefined;
  readonly RevisionId?: string | undefined;
}
export interface GlobalSecondaryIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly (KeySchemaElement)[];
  readonly Projection: Projection;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: WarmThroughput | undefined;
}
export interface GlobalSecondaryIndexAutoScalingUpdate {
  readonly IndexName?: string | undefined;
  readonly ProvisionedWriteCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
}
export interface GlobalSecondaryIndexDescription {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly Projection?: Projection | undefined;
  readonly IndexStatus?: IndexStatus | undefined;
  readonly Backfilling?: boolean | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
  readonly IndexSizeBytes?: number | undefined;
  readonly ItemCount?: number | undefined;
  readonly IndexArn?: string | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: GlobalSecondaryIndexWarmThroughputDescription | undefined;
}
export interface GlobalSecondaryIndexInfo {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly Projection?: Projection | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
}
export interface GlobalSecondaryIndexUpdate {
  readonly Update?: UpdateGlobalSecondaryIndexAction | undefined;
  readonly Create?: CreateGlobalSecondaryIndexAction | undefined;
  readonly Delete?: DeleteGlobalSecondaryIndexAction | undefined;
}
export interface GlobalSecondaryIndexWarmThroughputDescription {
  readonly ReadUnitsPerSecond?: number | undefined;
  readonly WriteUnitsPerSecond?: number | undefined;
  readonly Status?: IndexStatus | undefined;
}
export interface GlobalTable {
  readonly GlobalTableName?: string | undefined;
  readonly ReplicationGroup?: readonly (Replica)[] | undefined;
}
export interface GlobalTableDescription {
  readonly ReplicationGroup?: readonly (ReplicaDescription)[] | undefined;
  readonly GlobalTableArn?: string | undefined;
  readonly CreationDateTime?: Date | undefined;
  readonly GlobalTableStatus?: GlobalTableStatus | undefined;
  readonly GlobalTableName?: string | undefined;
}
export interface GlobalTableGlobalSecondaryIndexSettingsUpdate {
  readonly IndexName: string;
  readonly ProvisionedWriteCapacityUnits?: number | undefined;
  readonly ProvisionedWriteCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
}
export type GlobalTableSettingsReplicationMode = "ENABLED" | "DISABLED" | "ENABLED_WITH_OVERRIDES";
export type GlobalTableStatus = "CREATING" | "ACTIVE" | "DELETING" | "UPDATING";
export interface GlobalTableWitnessDescription {
  readonly RegionName?: string | undefined;
  readonly WitnessStatus?: WitnessStatus | undefined;
}
export interface GlobalTableWitnessGroupUpdate {
  readonly Create?: CreateGlobalTableWitnessGroupMemberAction | undefined;
  readonly Delete?: DeleteGlobalTableWitnessGroupMemberAction | undefined;
}
export type ImportStatus = "IN_PROGRESS" | "COMPLETED" | "CANCELLING" | "CANCELLED" | "FAILED";
export interface ImportSummary {
  readonly ImportArn?: string | undefined;
  readonly ImportStatus?: ImportStatus | undefined;
  readonly TableArn?: string | undefined;
  readonly S3BucketSource?: S3BucketSource | undefined;
  readonly CloudWatchLogGroupArn?: string | undefined;
  readonly InputFormat?: InputFormat | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
}
export interface ImportTableDescription {
  readonly ImportArn?: string | undefined;
  readonly ImportStatus?: ImportStatus | undefined;
  readonly TableArn?: string | undefined;
  readonly TableId?: string | undefined;
  readonly ClientToken?: string | undefined;
  readonly S3BucketSource?: S3BucketSource | undefined;
  readonly ErrorCount?: number | undefined;
  readonly CloudWatchLogGroupArn?: string | undefined;
  readonly InputFormat?: InputFormat | undefined;
  readonly InputFormatOptions?: InputFormatOptions | undefined;
  readonly InputCompressionType?: InputCompressionType | undefined;
  readonly TableCreationParameters?: TableCreationParameters | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly ProcessedSizeBytes?: number | undefined;
  readonly ProcessedItemCount?: number | undefined;
  readonly ImportedItemCount?: number | undefined;
  readonly FailureCode?: string | undefined;
  readonly FailureMessage?: string | undefined;
}
export interface ImportTableInput {
  readonly ClientToken?: string | undefined;
  readonly S3BucketSource: S3BucketSource;
  readonly InputFormat: InputFormat;
  readonly InputFormatOptions?: InputFormatOptions | undefined;
  readonly InputCompressionType?: InputCompressionType | undefined;
  readonly TableCreationParameters: TableCreationParameters;
}
export interface ImportTableOutput {
  readonly ImportTableDescription: ImportTableDescription;
}
export interface IncrementalExportSpecification {
  readonly ExportFromTime?: Date | undefined;
  readonly ExportToTime?: Date | undefined;
  readonly ExportViewType?: ExportViewType | undefined;
}
export type IndexStatus = "CREATING" | "UPDATING" | "DELETING" | "ACTIVE";
export type InputCompressionType = "GZIP" | "ZSTD" | "NONE";
export type InputFormat = "DYNAMODB_JSON" | "ION" | "CSV";
export interface InputFormatOptions {
  readonly Csv?: CsvOptions | undefined;
}
export interface ItemCollectionMetrics {
  readonly ItemCollectionKey?: { readonly [key: string]: AttributeValue } | undefined;
  readonly SizeEstimateRangeGB?: readonly (number)[] | undefined;
}
export interface ItemResponse {
  readonly Item?: { readonly [key: string]: AttributeValue } | undefined;
}
export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: KeyType;
}
export type KeyType = "HASH" | "RANGE";
export interface KeysAndAttributes {
  readonly Keys: readonly ({ readonly [key: string]: AttributeValue })[];
  readonly AttributesToGet?: readonly (string)[] | undefined;
  readonly ConsistentRead?: boolean | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
}
export interface KinesisDataStreamDestination {
  readonly StreamArn?: string | undefined;
  readonly DestinationStatus?: DestinationStatus | undefined;
  readonly DestinationStatusDescription?: string | undefined;
  readonly ApproximateCreationDateTimePrecision?: ApproximateCreationDateTimePrecision | undefined;
}
export interface KinesisStreamingDestinationInput {
  readonly TableName: string;
  readonly StreamArn: string;
  readonly EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
}
export interface KinesisStreamingDestinationOutput {
  readonly TableName?: string | undefined;
  readonly StreamArn?: string | undefined;
  readonly DestinationStatus?: DestinationStatus | undefined;
  readonly EnableKinesisStreamingConfiguration?: EnableKinesisStreamingConfiguration | undefined;
}
export interface ListBackupsInput {
  readonly TableName?: string | undefined;
  readonly Limit?: number | undefined;
  readonly TimeRangeLowerBound?: Date | undefined;
  readonly TimeRangeUpperBound?: Date | undefined;
  readonly ExclusiveStartBackupArn?: string | undefined;
  readonly BackupType?: BackupTypeFilter | undefined;
}
export interface ListBackupsOutput {
  readonly BackupSummaries?: readonly (BackupSummary)[] | undefined;
  readonly LastEvaluatedBackupArn?: string | undefined;
}
export interface ListContributorInsightsInput {
  readonly TableName?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListContributorInsightsOutput {
  readonly ContributorInsightsSummaries?: readonly (ContributorInsightsSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListExportsInput {
  readonly TableArn?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListExportsOutput {
  readonly ExportSummaries?: readonly (ExportSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListGlobalTablesInput {
  readonly ExclusiveStartGlobalTableName?: string | undefined;
  readonly Limit?: number | undefined;
  readonly RegionName?: string | undefined;
}
export interface ListGlobalTablesOutput {
  readonly GlobalTables?: readonly (GlobalTable)[] | undefined;
  readonly LastEvaluatedGlobalTableName?: string | undefined;
}
export interface ListImportsInput {
  readonly TableArn?: string | undefined;
  readonly PageSize?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListImportsOutput {
  readonly ImportSummaryList?: readonly (ImportSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTablesInput {
  readonly ExclusiveStartTableName?: string | undefined;
  readonly Limit?: number | undefined;
}
export interface ListTablesOutput {
  readonly TableNames?: readonly (string)[] | undefined;
  readonly LastEvaluatedTableName?: string | undefined;
}
export interface ListTagsOfResourceInput {
  readonly ResourceArn: string;
  readonly NextToken?: string | undefined;
}
export interface ListTagsOfResourceOutput {
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface LocalSecondaryIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly (KeySchemaElement)[];
  readonly Projection: Projection;
}
export interface LocalSecondaryIndexDescription {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly Projection?: Projection | undefined;
  readonly IndexSizeBytes?: number | undefined;
  readonly ItemCount?: number | undefined;
  readonly IndexArn?: string | undefined;
}
export interface LocalSecondaryIndexInfo {
  readonly IndexName?: string | undefined;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly Projection?: Projection | undefined;
}
export type MultiRegionConsistency = "EVENTUAL" | "STRONG";
export interface OnDemandThroughput {
  readonly MaxReadRequestUnits?: number | undefined;
  readonly MaxWriteRequestUnits?: number | undefined;
}
export interface OnDemandThroughputOverride {
  readonly MaxReadRequestUnits?: number | undefined;
}
export interface ParameterizedStatement {
  readonly Statement: string;
  readonly Parameters?: readonly (AttributeValue)[] | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface PointInTimeRecoveryDescription {
  readonly PointInTimeRecoveryStatus?: PointInTimeRecoveryStatus | undefined;
  readonly RecoveryPeriodInDays?: number | undefined;
  readonly EarliestRestorableDateTime?: Date | undefined;
  readonly LatestRestorableDateTime?: Date | undefined;
}
export interface PointInTimeRecoverySpecification {
  readonly PointInTimeRecoveryEnabled: boolean;
  readonly RecoveryPeriodInDays?: number | undefined;
}
export type PointInTimeRecoveryStatus = "ENABLED" | "DISABLED";
export interface Projection {
  readonly ProjectionType?: ProjectionType | undefined;
  readonly NonKeyAttributes?: readonly (string)[] | undefined;
}
export type ProjectionType = "ALL" | "KEYS_ONLY" | "INCLUDE";
export interface ProvisionedThroughput {
  readonly ReadCapacityUnits: number;
  readonly WriteCapacityUnits: number;
}
export interface ProvisionedThroughputDescription {
  readonly LastIncreaseDateTime?: Date | undefined;
  readonly LastDecreaseDateTime?: Date | undefined;
  readonly NumberOfDecreasesToday?: number | undefined;
  readonly ReadCapacityUnits?: number | undefined;
  readonly WriteCapacityUnits?: number | undefined;
}
export interface ProvisionedThroughputOverride {
  readonly ReadCapacityUnits?: number | undefined;
}
export interface Put {
  readonly Item: { readonly [key: string]: AttributeValue };
  readonly TableName: string;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface PutItemInput {
  readonly TableName: string;
  readonly Item: { readonly [key: string]: AttributeValue };
  readonly Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface PutItemOutput {
  readonly Attributes?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
  readonly ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}
export interface PutRequest {
  readonly Item: { readonly [key: string]: AttributeValue };
}
export interface PutResourcePolicyInput {
  readonly ResourceArn: string;
  readonly Policy: string;
  readonly ExpectedRevisionId?: string | undefined;
  readonly ConfirmRemoveSelfResourceAccess?: boolean | undefined;
}
export interface PutResourcePolicyOutput {
  readonly RevisionId?: string | undefined;
}
export interface QueryInput {
  readonly TableName: string;
  readonly IndexName?: string | undefined;
  readonly Select?: Select | undefined;
  readonly AttributesToGet?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly ConsistentRead?: boolean | undefined;
  readonly KeyConditions?: { readonly [key: string]: Condition } | undefined;
  readonly QueryFilter?: { readonly [key: string]: Condition } | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ScanIndexForward?: boolean | undefined;
  readonly ExclusiveStartKey?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly KeyConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
}
export interface QueryOutput {
  readonly Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
  readonly Count?: number | undefined;
  readonly ScannedCount?: number | undefined;
  readonly LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
}
export interface Replica {
  readonly RegionName?: string | undefined;
}
export interface ReplicaAutoScalingDescription {
  readonly RegionName?: string | undefined;
  readonly GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndexAutoScalingDescription)[] | undefined;
  readonly ReplicaProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ReplicaProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ReplicaStatus?: ReplicaStatus | undefined;
}
export interface ReplicaAutoScalingUpdate {
  readonly RegionName: string;
  readonly ReplicaGlobalSecondaryIndexUpdates?: readonly (ReplicaGlobalSecondaryIndexAutoScalingUpdate)[] | undefined;
  readonly ReplicaProvisionedReadCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
}
export interface ReplicaDescription {
  readonly RegionName?: string | undefined;
  readonly ReplicaStatus?: ReplicaStatus | undefined;
  readonly ReplicaArn?: string | undefined;
  readonly ReplicaStatusDescription?: string | undefined;
  readonly ReplicaStatusPercentProgress?: string | undefined;
  readonly KMSMasterKeyId?: string | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
  readonly WarmThroughput?: TableWarmThroughputDescription | undefined;
  readonly GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndexDescription)[] | undefined;
  readonly ReplicaInaccessibleDateTime?: Date | undefined;
  readonly ReplicaTableClassSummary?: TableClassSummary | undefined;
  readonly GlobalTableSettingsReplicationMode?: GlobalTableSettingsReplicationMode | undefined;
}
export interface ReplicaGlobalSecondaryIndex {
  readonly IndexName: string;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
}
export interface ReplicaGlobalSecondaryIndexAutoScalingDescription {
  readonly IndexName?: string | undefined;
  readonly IndexStatus?: IndexStatus | undefined;
  readonly ProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
}
export interface ReplicaGlobalSecondaryIndexAutoScalingUpdate {
  readonly IndexName?: string | undefined;
  readonly ProvisionedReadCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
}
export interface ReplicaGlobalSecondaryIndexDescription {
  readonly IndexName?: string | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
  readonly WarmThroughput?: GlobalSecondaryIndexWarmThroughputDescription | undefined;
}
export interface ReplicaGlobalSecondaryIndexSettingsDescription {
  readonly IndexName: string;
  readonly IndexStatus?: IndexStatus | undefined;
  readonly ProvisionedReadCapacityUnits?: number | undefined;
  readonly ProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ProvisionedWriteCapacityUnits?: number | undefined;
  readonly ProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
}
export interface ReplicaGlobalSecondaryIndexSettingsUpdate {
  readonly IndexName: string;
  readonly ProvisionedReadCapacityUnits?: number | undefined;
  readonly ProvisionedReadCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
}
export interface ReplicaSettingsDescription {
  readonly RegionName: string;
  readonly ReplicaStatus?: ReplicaStatus | undefined;
  readonly ReplicaBillingModeSummary?: BillingModeSummary | undefined;
  readonly ReplicaProvisionedReadCapacityUnits?: number | undefined;
  readonly ReplicaProvisionedReadCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ReplicaProvisionedWriteCapacityUnits?: number | undefined;
  readonly ReplicaProvisionedWriteCapacityAutoScalingSettings?: AutoScalingSettingsDescription | undefined;
  readonly ReplicaGlobalSecondaryIndexSettings?: readonly (ReplicaGlobalSecondaryIndexSettingsDescription)[] | undefined;
  readonly ReplicaTableClassSummary?: TableClassSummary | undefined;
}
export interface ReplicaSettingsUpdate {
  readonly RegionName: string;
  readonly ReplicaProvisionedReadCapacityUnits?: number | undefined;
  readonly ReplicaProvisionedReadCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
  readonly ReplicaGlobalSecondaryIndexSettingsUpdate?: readonly (ReplicaGlobalSecondaryIndexSettingsUpdate)[] | undefined;
  readonly ReplicaTableClass?: TableClass | undefined;
}
export type ReplicaStatus = "CREATING" | "CREATION_FAILED" | "UPDATING" | "DELETING" | "ACTIVE" | "REGION_DISABLED" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED";
export interface ReplicaUpdate {
  readonly Create?: CreateReplicaAction | undefined;
  readonly Delete?: DeleteReplicaAction | undefined;
}
export interface ReplicationGroupUpdate {
  readonly Create?: CreateReplicationGroupMemberAction | undefined;
  readonly Update?: UpdateReplicationGroupMemberAction | undefined;
  readonly Delete?: DeleteReplicationGroupMemberAction | undefined;
}
export interface RestoreSummary {
  readonly SourceBackupArn?: string | undefined;
  readonly SourceTableArn?: string | undefined;
  readonly RestoreDateTime: Date;
  readonly RestoreInProgress: boolean;
}
export interface RestoreTableFromBackupInput {
  readonly TargetTableName: string;
  readonly BackupArn: string;
  readonly BillingModeOverride?: BillingMode | undefined;
  readonly GlobalSecondaryIndexOverride?: readonly (GlobalSecondaryIndex)[] | undefined;
  readonly LocalSecondaryIndexOverride?: readonly (LocalSecondaryIndex)[] | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughput | undefined;
  readonly SSESpecificationOverride?: SSESpecification | undefined;
}
export interface RestoreTableFromBackupOutput {
  readonly TableDescription?: TableDescription | undefined;
}
export interface RestoreTableToPointInTimeInput {
  readonly SourceTableArn?: string | undefined;
  readonly SourceTableName?: string | undefined;
  readonly TargetTableName: string;
  readonly UseLatestRestorableTime?: boolean | undefined;
  readonly RestoreDateTime?: Date | undefined;
  readonly BillingModeOverride?: BillingMode | undefined;
  readonly GlobalSecondaryIndexOverride?: readonly (GlobalSecondaryIndex)[] | undefined;
  readonly LocalSecondaryIndexOverride?: readonly (LocalSecondaryIndex)[] | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughput | undefined;
  readonly SSESpecificationOverride?: SSESpecification | undefined;
}
export interface RestoreTableToPointInTimeOutput {
  readonly TableDescription?: TableDescription | undefined;
}
export type ReturnConsumedCapacity = "INDEXES" | "TOTAL" | "NONE";
export type ReturnItemCollectionMetrics = "SIZE" | "NONE";
export type ReturnValue = "NONE" | "ALL_OLD" | "UPDATED_OLD" | "ALL_NEW" | "UPDATED_NEW";
export type ReturnValuesOnConditionCheckFailure = "ALL_OLD" | "NONE";
export interface S3BucketSource {
  readonly S3BucketOwner?: string | undefined;
  readonly S3Bucket: string;
  readonly S3KeyPrefix?: string | undefined;
}
export type S3SseAlgorithm = "AES256" | "KMS";
export interface SSEDescription {
  readonly Status?: SSEStatus | undefined;
  readonly SSEType?: SSEType | undefined;
  readonly KMSMasterKeyArn?: string | undefined;
  readonly InaccessibleEncryptionDateTime?: Date | undefined;
}
export interface SSESpecification {
  readonly Enabled?: boolean | undefined;
  readonly SSEType?: SSEType | undefined;
  readonly KMSMasterKeyId?: string | undefined;
}
export type SSEStatus = "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" | "UPDATING";
export type SSEType = "AES256" | "KMS";
export type ScalarAttributeType = "S" | "N" | "B";
export interface ScanInput {
  readonly TableName: string;
  readonly IndexName?: string | undefined;
  readonly AttributesToGet?: readonly (string)[] | undefined;
  readonly Limit?: number | undefined;
  readonly Select?: Select | undefined;
  readonly ScanFilter?: { readonly [key: string]: Condition } | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ExclusiveStartKey?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly TotalSegments?: number | undefined;
  readonly Segment?: number | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsistentRead?: boolean | undefined;
}
export interface ScanOutput {
  readonly Items?: readonly ({ readonly [key: string]: AttributeValue })[] | undefined;
  readonly Count?: number | undefined;
  readonly ScannedCount?: number | undefined;
  readonly LastEvaluatedKey?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
}
export type Select = "ALL_ATTRIBUTES" | "ALL_PROJECTED_ATTRIBUTES" | "SPECIFIC_ATTRIBUTES" | "COUNT";
export interface SourceTableDetails {
  readonly TableName: string;
  readonly TableId: string;
  readonly TableArn?: string | undefined;
  readonly TableSizeBytes?: number | undefined;
  readonly KeySchema: readonly (KeySchemaElement)[];
  readonly TableCreationDateTime: Date;
  readonly ProvisionedThroughput: ProvisionedThroughput;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly ItemCount?: number | undefined;
  readonly BillingMode?: BillingMode | undefined;
}
export interface SourceTableFeatureDetails {
  readonly LocalSecondaryIndexes?: readonly (LocalSecondaryIndexInfo)[] | undefined;
  readonly GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndexInfo)[] | undefined;
  readonly StreamDescription?: StreamSpecification | undefined;
  readonly TimeToLiveDescription?: TimeToLiveDescription | undefined;
  readonly SSEDescription?: SSEDescription | undefined;
}
export interface StreamSpecification {
  readonly StreamEnabled: boolean;
  readonly StreamViewType?: StreamViewType | undefined;
}
export type StreamViewType = "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY";
export interface TableAutoScalingDescription {
  readonly TableName?: string | undefined;
  readonly TableStatus?: TableStatus | undefined;
  readonly Replicas?: readonly (ReplicaAutoScalingDescription)[] | undefined;
}
export type TableClass = "STANDARD" | "STANDARD_INFREQUENT_ACCESS";
export interface TableClassSummary {
  readonly TableClass?: TableClass | undefined;
  readonly LastUpdateDateTime?: Date | undefined;
}
export interface TableCreationParameters {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly (AttributeDefinition)[];
  readonly KeySchema: readonly (KeySchemaElement)[];
  readonly BillingMode?: BillingMode | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly SSESpecification?: SSESpecification | undefined;
  readonly GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndex)[] | undefined;
}
export interface TableDescription {
  readonly AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
  readonly TableName?: string | undefined;
  readonly KeySchema?: readonly (KeySchemaElement)[] | undefined;
  readonly TableStatus?: TableStatus | undefined;
  readonly CreationDateTime?: Date | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughputDescription | undefined;
  readonly TableSizeBytes?: number | undefined;
  readonly ItemCount?: number | undefined;
  readonly TableArn?: string | undefined;
  readonly TableId?: string | undefined;
  readonly BillingModeSummary?: BillingModeSummary | undefined;
  readonly LocalSecondaryIndexes?: readonly (LocalSecondaryIndexDescription)[] | undefined;
  readonly GlobalSecondaryIndexes?: readonly (GlobalSecondaryIndexDescription)[] | undefined;
  readonly StreamSpecification?: StreamSpecification | undefined;
  readonly LatestStreamLabel?: string | undefined;
  readonly LatestStreamArn?: string | undefined;
  readonly GlobalTableVersion?: string | undefined;
  readonly Replicas?: readonly (ReplicaDescription)[] | undefined;
  readonly GlobalTableWitnesses?: readonly (GlobalTableWitnessDescription)[] | undefined;
  readonly GlobalTableSettingsReplicationMode?: GlobalTableSettingsReplicationMode | undefined;
  readonly RestoreSummary?: RestoreSummary | undefined;
  readonly SSEDescription?: SSEDescription | undefined;
  readonly ArchivalSummary?: ArchivalSummary | undefined;
  readonly TableClassSummary?: TableClassSummary | undefined;
  readonly DeletionProtectionEnabled?: boolean | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: TableWarmThroughputDescription | undefined;
  readonly MultiRegionConsistency?: MultiRegionConsistency | undefined;
}
export type TableStatus = "CREATING" | "UPDATING" | "DELETING" | "ACTIVE" | "INACCESSIBLE_ENCRYPTION_CREDENTIALS" | "ARCHIVING" | "ARCHIVED" | "REPLICATION_NOT_AUTHORIZED";
export interface TableWarmThroughputDescription {
  readonly ReadUnitsPerSecond?: number | undefined;
  readonly WriteUnitsPerSecond?: number | undefined;
  readonly Status?: TableStatus | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceInput {
  readonly ResourceArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TimeToLiveDescription {
  readonly TimeToLiveStatus?: TimeToLiveStatus | undefined;
  readonly AttributeName?: string | undefined;
}
export interface TimeToLiveSpecification {
  readonly Enabled: boolean;
  readonly AttributeName: string;
}
export type TimeToLiveStatus = "ENABLING" | "DISABLING" | "ENABLED" | "DISABLED";
export interface TransactGetItem {
  readonly Get: Get;
}
export interface TransactGetItemsInput {
  readonly TransactItems: readonly (TransactGetItem)[];
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
}
export interface TransactGetItemsOutput {
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
  readonly Responses?: readonly (ItemResponse)[] | undefined;
}
export interface TransactWriteItem {
  readonly ConditionCheck?: ConditionCheck | undefined;
  readonly Put?: Put | undefined;
  readonly Delete?: Delete | undefined;
  readonly Update?: Update | undefined;
}
export interface TransactWriteItemsInput {
  readonly TransactItems: readonly (TransactWriteItem)[];
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
  readonly ClientRequestToken?: string | undefined;
}
export interface TransactWriteItemsOutput {
  readonly ConsumedCapacity?: readonly (ConsumedCapacity)[] | undefined;
  readonly ItemCollectionMetrics?: { readonly [key: string]: readonly (ItemCollectionMetrics)[] } | undefined;
}
export interface UntagResourceInput {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface Update {
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly UpdateExpression: string;
  readonly TableName: string;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface UpdateContinuousBackupsInput {
  readonly TableName: string;
  readonly PointInTimeRecoverySpecification: PointInTimeRecoverySpecification;
}
export interface UpdateContinuousBackupsOutput {
  readonly ContinuousBackupsDescription?: ContinuousBackupsDescription | undefined;
}
export interface UpdateContributorInsightsInput {
  readonly TableName: string;
  readonly IndexName?: string | undefined;
  readonly ContributorInsightsAction: ContributorInsightsAction;
  readonly ContributorInsightsMode?: ContributorInsightsMode | undefined;
}
export interface UpdateContributorInsightsOutput {
  readonly TableName?: string | undefined;
  readonly IndexName?: string | undefined;
  readonly ContributorInsightsStatus?: ContributorInsightsStatus | undefined;
  readonly ContributorInsightsMode?: ContributorInsightsMode | undefined;
}
export interface UpdateGlobalSecondaryIndexAction {
  readonly IndexName: string;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: WarmThroughput | undefined;
}
export interface UpdateGlobalTableInput {
  readonly GlobalTableName: string;
  readonly ReplicaUpdates: readonly (ReplicaUpdate)[];
}
export interface UpdateGlobalTableOutput {
  readonly GlobalTableDescription?: GlobalTableDescription | undefined;
}
export interface UpdateGlobalTableSettingsInput {
  readonly GlobalTableName: string;
  readonly GlobalTableBillingMode?: BillingMode | undefined;
  readonly GlobalTableProvisionedWriteCapacityUnits?: number | undefined;
  readonly GlobalTableProvisionedWriteCapacityAutoScalingSettingsUpdate?: AutoScalingSettingsUpdate | undefined;
  readonly GlobalTableGlobalSecondaryIndexSettingsUpdate?: readonly (GlobalTableGlobalSecondaryIndexSettingsUpdate)[] | undefined;
  readonly ReplicaSettingsUpdate?: readonly (ReplicaSettingsUpdate)[] | undefined;
}
export interface UpdateGlobalTableSettingsOutput {
  readonly GlobalTableName?: string | undefined;
  readonly ReplicaSettings?: readonly (ReplicaSettingsDescription)[] | undefined;
}
export interface UpdateItemInput {
  readonly TableName: string;
  readonly Key: { readonly [key: string]: AttributeValue };
  readonly AttributeUpdates?: { readonly [key: string]: AttributeValueUpdate } | undefined;
  readonly Expected?: { readonly [key: string]: ExpectedAttributeValue } | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ReturnValues?: ReturnValue | undefined;
  readonly ReturnConsumedCapacity?: ReturnConsumedCapacity | undefined;
  readonly ReturnItemCollectionMetrics?: ReturnItemCollectionMetrics | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: { readonly [key: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: ReturnValuesOnConditionCheckFailure | undefined;
}
export interface UpdateItemOutput {
  readonly Attributes?: { readonly [key: string]: AttributeValue } | undefined;
  readonly ConsumedCapacity?: ConsumedCapacity | undefined;
  readonly ItemCollectionMetrics?: ItemCollectionMetrics | undefined;
}
export interface UpdateKinesisStreamingConfiguration {
  readonly ApproximateCreationDateTimePrecision?: ApproximateCreationDateTimePrecision | undefined;
}
export interface UpdateKinesisStreamingDestinationInput {
  readonly TableName: string;
  readonly StreamArn: string;
  readonly UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
}
export interface UpdateKinesisStreamingDestinationOutput {
  readonly TableName?: string | undefined;
  readonly StreamArn?: string | undefined;
  readonly DestinationStatus?: DestinationStatus | undefined;
  readonly UpdateKinesisStreamingConfiguration?: UpdateKinesisStreamingConfiguration | undefined;
}
export interface UpdateReplicationGroupMemberAction {
  readonly RegionName: string;
  readonly KMSMasterKeyId?: string | undefined;
  readonly ProvisionedThroughputOverride?: ProvisionedThroughputOverride | undefined;
  readonly OnDemandThroughputOverride?: OnDemandThroughputOverride | undefined;
  readonly GlobalSecondaryIndexes?: readonly (ReplicaGlobalSecondaryIndex)[] | undefined;
  readonly TableClassOverride?: TableClass | undefined;
}
export interface UpdateTableInput {
  readonly AttributeDefinitions?: readonly (AttributeDefinition)[] | undefined;
  readonly TableName: string;
  readonly BillingMode?: BillingMode | undefined;
  readonly ProvisionedThroughput?: ProvisionedThroughput | undefined;
  readonly GlobalSecondaryIndexUpdates?: readonly (GlobalSecondaryIndexUpdate)[] | undefined;
  readonly StreamSpecification?: StreamSpecification | undefined;
  readonly SSESpecification?: SSESpecification | undefined;
  readonly ReplicaUpdates?: readonly (ReplicationGroupUpdate)[] | undefined;
  readonly TableClass?: TableClass | undefined;
  readonly DeletionProtectionEnabled?: boolean | undefined;
  readonly MultiRegionConsistency?: MultiRegionConsistency | undefined;
  readonly GlobalTableWitnessUpdates?: readonly (GlobalTableWitnessGroupUpdate)[] | undefined;
  readonly OnDemandThroughput?: OnDemandThroughput | undefined;
  readonly WarmThroughput?: WarmThroughput | undefined;
  readonly GlobalTableSettingsReplicationMode?: GlobalTableSettingsReplicationMode | undefined;
}
export interface UpdateTableOutput {
  readonly TableDescription?: TableDescription | undefined;
}
export interface UpdateTableReplicaAutoScalingInput {
  readonly GlobalSecondaryIndexUpdates?: readonly (GlobalSecondaryIndexAutoScalingUpdate)[] | undefined;
  readonly TableName: string;
  readonly ProvisionedWriteCapacityAutoScalingUpdate?: AutoScalingSettingsUpdate | undefined;
  readonly ReplicaUpdates?: readonly (ReplicaAutoScalingUpdate)[] | undefined;
}
export interface UpdateTableReplicaAutoScalingOutput {
  readonly TableAutoScalingDescription?: TableAutoScalingDescription | undefined;
}
export interface UpdateTimeToLiveInput {
  readonly TableName: string;
  readonly TimeToLiveSpecification: TimeToLiveSpecification;
}
export interface UpdateTimeToLiveOutput {
  readonly TimeToLiveSpecification?: TimeToLiveSpecification | undefined;
}
export interface WarmThroughput {
  readonly ReadUnitsPerSecond?: number | undefined;
  readonly WriteUnitsPerSecond?: number | undefined;
}
export type WitnessStatus = "CREATING" | "DELETING" | "ACTIVE";
export interface WriteRequest {
  readonly PutRequest?: PutRequest | undefined;
  readonly DeleteRequest?: DeleteRequest | undefined;
}

export interface DynamodbOperations {
  readonly BatchExecuteStatement: { readonly input: BatchExecuteStatementInput; readonly output: BatchExecuteStatementOutput };
  readonly BatchGetItem: { readonly input: BatchGetItemInput; readonly output: BatchGetItemOutput };
  readonly BatchWriteItem: { readonly input: BatchWriteItemInput; readonly output: BatchWriteItemOutput };
  readonly CreateBackup: { readonly input: CreateBackupInput; readonly output: CreateBackupOutput };
  readonly CreateGlobalTable: { readonly input: CreateGlobalTableInput; readonly output: CreateGlobalTableOutput };
  readonly CreateTable: { readonly input: CreateTableInput; readonly output: CreateTableOutput };
  readonly DeleteBackup: { readonly input: DeleteBackupInput; readonly output: DeleteBackupOutput };
  readonly DeleteItem: { readonly input: DeleteItemInput; readonly output: DeleteItemOutput };
  readonly DeleteResourcePolicy: { readonly input: DeleteResourcePolicyInput; readonly output: DeleteResourcePolicyOutput };
  readonly DeleteTable: { readonly input: DeleteTableInput; readonly output: DeleteTableOutput };
  readonly DescribeBackup: { readonly input: DescribeBackupInput; readonly output: DescribeBackupOutput };
  readonly DescribeContinuousBackups: { readonly input: DescribeContinuousBackupsInput; readonly output: DescribeContinuousBackupsOutput };
  readonly DescribeContributorInsights: { readonly input: DescribeContributorInsightsInput; readonly output: DescribeContributorInsightsOutput };
  readonly DescribeEndpoints: { readonly input: DescribeEndpointsRequest; readonly output: DescribeEndpointsResponse };
  readonly DescribeExport: { readonly input: DescribeExportInput; readonly output: DescribeExportOutput };
  readonly DescribeGlobalTable: { readonly input: DescribeGlobalTableInput; readonly output: DescribeGlobalTableOutput };
  readonly DescribeGlobalTableSettings: { readonly input: DescribeGlobalTableSettingsInput; readonly output: DescribeGlobalTableSettingsOutput };
  readonly DescribeImport: { readonly input: DescribeImportInput; readonly output: DescribeImportOutput };
  readonly DescribeKinesisStreamingDestination: { readonly input: DescribeKinesisStreamingDestinationInput; readonly output: DescribeKinesisStreamingDestinationOutput };
  readonly DescribeLimits: { readonly input: DescribeLimitsInput; readonly output: DescribeLimitsOutput };
  readonly DescribeTable: { readonly input: DescribeTableInput; readonly output: DescribeTableOutput };
  readonly DescribeTableReplicaAutoScaling: { readonly input: DescribeTableReplicaAutoScalingInput; readonly output: DescribeTableReplicaAutoScalingOutput };
  readonly DescribeTimeToLive: { readonly input: DescribeTimeToLiveInput; readonly output: DescribeTimeToLiveOutput };
  readonly DisableKinesisStreamingDestination: { readonly input: KinesisStreamingDestinationInput; readonly output: KinesisStreamingDestinationOutput };
  readonly EnableKinesisStreamingDestination: { readonly input: KinesisStreamingDestinationInput; readonly output: KinesisStreamingDestinationOutput };
  readonly ExecuteStatement: { readonly input: ExecuteStatementInput; readonly output: ExecuteStatementOutput };
  readonly ExecuteTransaction: { readonly input: ExecuteTransactionInput; readonly output: ExecuteTransactionOutput };
  readonly ExportTableToPointInTime: { readonly input: ExportTableToPointInTimeInput; readonly output: ExportTableToPointInTimeOutput };
  readonly GetItem: { readonly input: GetItemInput; readonly output: GetItemOutput };
  readonly GetResourcePolicy: { readonly input: GetResourcePolicyInput; readonly output: GetResourcePolicyOutput };
  readonly ImportTable: { readonly input: ImportTableInput; readonly output: ImportTableOutput };
  readonly ListBackups: { readonly input: ListBackupsInput; readonly output: ListBackupsOutput };
  readonly ListContributorInsights: { readonly input: ListContributorInsightsInput; readonly output: ListContributorInsightsOutput };
  readonly ListExports: { readonly input: ListExportsInput; readonly output: ListExportsOutput };
  readonly ListGlobalTables: { readonly input: ListGlobalTablesInput; readonly output: ListGlobalTablesOutput };
  readonly ListImports: { readonly input: ListImportsInput; readonly output: ListImportsOutput };
  readonly ListTables: { readonly input: ListTablesInput; readonly output: ListTablesOutput };
  readonly ListTagsOfResource: { readonly input: ListTagsOfResourceInput; readonly output: ListTagsOfResourceOutput };
  readonly PutItem: { readonly input: PutItemInput; readonly output: PutItemOutput };
  readonly PutResourcePolicy: { readonly input: PutResourcePolicyInput; readonly output: PutResourcePolicyOutput };
  readonly Query: { readonly input: QueryInput; readonly output: QueryOutput };
  readonly RestoreTableFromBackup: { readonly input: RestoreTableFromBackupInput; readonly output: RestoreTableFromBackupOutput };
  readonly RestoreTableToPointInTime: { readonly input: RestoreTableToPointInTimeInput; readonly output: RestoreTableToPointInTimeOutput };
  readonly Scan: { readonly input: ScanInput; readonly output: ScanOutput };
  readonly TagResource: { readonly input: TagResourceInput; readonly output: Readonly<Record<string, never>> };
  readonly TransactGetItems: { readonly input: TransactGetItemsInput; readonly output: TransactGetItemsOutput };
  readonly TransactWriteItems: { readonly input: TransactWriteItemsInput; readonly output: TransactWriteItemsOutput };
  readonly UntagResource: { readonly input: UntagResourceInput; readonly output: Readonly<Record<string, never>> };
  readonly UpdateContinuousBackups: { readonly input: UpdateContinuousBackupsInput; readonly output: UpdateContinuousBackupsOutput };
  readonly UpdateContributorInsights: { readonly input: UpdateContributorInsightsInput; readonly output: UpdateContributorInsightsOutput };
  readonly UpdateGlobalTable: { readonly input: UpdateGlobalTableInput; readonly output: UpdateGlobalTableOutput };
  readonly UpdateGlobalTableSettings: { readonly input: UpdateGlobalTableSettingsInput; readonly output: UpdateGlobalTableSettingsOutput };
  readonly UpdateItem: { readonly input: UpdateItemInput; readonly output: UpdateItemOutput };
  readonly UpdateKinesisStreamingDestination: { readonly input: UpdateKinesisStreamingDestinationInput; readonly output: UpdateKinesisStreamingDestinationOutput };
  readonly UpdateTable: { readonly input: UpdateTableInput; readonly output: UpdateTableOutput };
  readonly UpdateTableReplicaAutoScaling: { readonly input: UpdateTableReplicaAutoScalingInput; readonly output: UpdateTableReplicaAutoScalingOutput };
  readonly UpdateTimeToLive: { readonly input: UpdateTimeToLiveInput; readonly output: UpdateTimeToLiveOutput };
}
