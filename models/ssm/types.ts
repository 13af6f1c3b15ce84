// Generated from the API model of SSM; see scripts/generate-models.

export type AccessRequestStatus = "Approved" | "Rejected" | "Revoked" | "Expired" | "Pending";
export type AccessType = "Standard" | "JustInTime";
export interface AccountSharingInfo {
  readonly AccountId?: string | undefined;
  readonly SharedDocumentVersion?: string | undefined;
}
export interface Activation {
  readonly ActivationId?: string | undefined;
  readonly Description?: string | undefined;
  readonly DefaultInstanceName?: string | undefined;
  readonly IamRole?: string | undefined;
  readonly RegistrationLimit?: number | undefined;
  readonly RegistrationsCount?: number | undefined;
  readonly ExpirationDate?: Date | undefined;
  readonly Expired?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface AddTagsToResourceRequest {
  readonly ResourceType: ResourceTypeForTagging;
  readonly ResourceId: string;
  readonly Tags: readonly (Tag)[];
}
export interface AddTagsToResourceResult {
}
export interface Alarm {
  readonly Name: string;
}
export interface AlarmConfiguration {
  readonly IgnorePollAlarmFailure?: boolean | undefined;
  readonly Alarms: readonly (Alarm)[];
}
export interface AlarmStateInformation {
  readonly Name: string;
  readonly State: ExternalAlarmState;
}
export interface AssociateOpsItemRelatedItemRequest {
  readonly OpsItemId: string;
  readonly AssociationType: string;
  readonly ResourceType: string;
  readonly ResourceUri: string;
}
export interface AssociateOpsItemRelatedItemResponse {
  readonly AssociationId?: string | undefined;
}
export interface Association {
  readonly Name?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly LastExecutionDate?: Date | undefined;
  readonly Overview?: AssociationOverview | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly AssociationName?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
}
export type AssociationComplianceSeverity = "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "UNSPECIFIED";
export interface AssociationDescription {
  readonly Name?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly Date?: Date | undefined;
  readonly LastUpdateAssociationDate?: Date | undefined;
  readonly Status?: AssociationStatus | undefined;
  readonly Overview?: AssociationOverview | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly AutomationTargetParameterName?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly AssociationId?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly OutputLocation?: InstanceAssociationOutputLocation | undefined;
  readonly LastExecutionDate?: Date | undefined;
  readonly LastSuccessfulExecutionDate?: Date | undefined;
  readonly AssociationName?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly ComplianceSeverity?: AssociationComplianceSeverity | undefined;
  readonly SyncCompliance?: AssociationSyncCompliance | undefined;
  readonly ApplyOnlyAtCronInterval?: boolean | undefined;
  readonly CalendarNames?: readonly (string)[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
  readonly AssociationDispatchAssumeRole?: string | undefined;
}
export interface AssociationExecution {
  readonly AssociationId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly ExecutionId?: string | undefined;
  readonly Status?: string | undefined;
  readonly DetailedStatus?: string | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly LastExecutionDate?: Date | undefined;
  readonly ResourceCountByStatus?: string | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
}
export interface AssociationExecutionFilter {
  readonly Key: AssociationExecutionFilterKey;
  readonly Value: string;
  readonly Type: AssociationFilterOperatorType;
}
export type AssociationExecutionFilterKey = "ExecutionId" | "Status" | "CreatedTime";
export interface AssociationExecutionTarget {
  readonly AssociationId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly ExecutionId?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly Status?: string | undefined;
  readonly DetailedStatus?: string | undefined;
  readonly LastExecutionDate?: Date | undefined;
  readonly OutputSource?: OutputSource | undefined;
}
export interface AssociationExecutionTargetsFilter {
  readonly Key: AssociationExecutionTargetsFilterKey;
  readonly Value: string;
}
export type AssociationExecutionTargetsFilterKey = "Status" | "ResourceId" | "ResourceType";
export interface AssociationFilter {
  readonly key: AssociationFilterKey;
  readonly value: string;
}
export type AssociationFilterKey = "InstanceId" | "Name" | "AssociationId" | "AssociationStatusName" | "LastExecutedBefore" | "LastExecutedAfter" | "AssociationName" | "ResourceGroupName";
export type AssociationFilterOperatorType = "EQUAL" | "LESS_THAN" | "GREATER_THAN";
export interface AssociationOverview {
  readonly Status?: string | undefined;
  readonly DetailedStatus?: string | undefined;
  readonly AssociationStatusAggregatedCount?: { readonly [key: string]: number } | undefined;
}
export interface AssociationStatus {
  readonly Date: Date;
  readonly Name: AssociationStatusName;
  readonly Message: string;
  readonly AdditionalInfo?: string | undefined;
}
export type AssociationStatusName = "Pending" | "Success" | "Failed";
export type AssociationSyncCompliance = "AUTO" | "MANUAL";
export interface AssociationVersionInfo {
  readonly AssociationId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly OutputLocation?: InstanceAssociationOutputLocation | undefined;
  readonly AssociationName?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly ComplianceSeverity?: AssociationComplianceSeverity | undefined;
  readonly SyncCompliance?: AssociationSyncCompliance | undefined;
  readonly ApplyOnlyAtCronInterval?: boolean | undefined;
  readonly CalendarNames?: readonly (string)[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly AssociationDispatchAssumeRole?: string | undefined;
}
export interface AttachmentContent {
  readonly Name?: string | undefined;
  readonly Size?: number | undefined;
  readonly Hash?: string | undefined;
  readonly HashType?: AttachmentHashType | undefined;
  readonly Url?: string | undefined;
}
export type AttachmentHashType = "Sha256";
export interface AttachmentInformation {
  readonly Name?: string | undefined;
}
export interface AttachmentsSource {
  readonly Key?: AttachmentsSourceKey | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly Name?: string | undefined;
}
export type AttachmentsSourceKey = "SourceUrl" | "S3FileUrl" | "AttachmentReference";
export interface AutomationExecution {
  readonly AutomationExecutionId?: string | undefined;
  readonly DocumentName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly ExecutionStartTime?: Date | undefined;
  readonly ExecutionEndTime?: Date | undefined;
  readonly AutomationExecutionStatus?: AutomationExecutionStatus | undefined;
  readonly StepExecutions?: readonly (StepExecution)[] | undefined;
  readonly StepExecutionsTruncated?: boolean | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly Outputs?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly FailureMessage?: string | undefined;
  readonly Mode?: ExecutionMode | undefined;
  readonly ParentAutomationExecutionId?: string | undefined;
  readonly ExecutedBy?: string | undefined;
  readonly CurrentStepName?: string | undefined;
  readonly CurrentAction?: string | undefined;
  readonly TargetParameterName?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly ResolvedTargets?: ResolvedTargets | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly Target?: string | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ProgressCounters?: ProgressCounters | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
  readonly TargetLocationsURL?: string | undefined;
  readonly AutomationSubtype?: AutomationSubtype | undefined;
  readonly ScheduledTime?: Date | undefined;
  readonly Runbooks?: readonly (Runbook)[] | undefined;
  readonly OpsItemId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly ChangeRequestName?: string | undefined;
  readonly Variables?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface AutomationExecutionFilter {
  readonly Key: AutomationExecutionFilterKey;
  readonly Values: readonly (string)[];
}
export type AutomationExecutionFilterKey = "DocumentNamePrefix" | "ExecutionStatus" | "ExecutionId" | "ParentExecutionId" | "CurrentAction" | "StartTimeBefore" | "StartTimeAfter" | "AutomationType" | "TagKey" | "TargetResourceGroup" | "AutomationSubtype" | "OpsItemId";
export interface AutomationExecutionInputs {
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly TargetParameterName?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly TargetLocationsURL?: string | undefined;
}
export interface AutomationExecutionMetadata {
  readonly AutomationExecutionId?: string | undefined;
  readonly DocumentName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly AutomationExecutionStatus?: AutomationExecutionStatus | undefined;
  readonly ExecutionStartTime?: Date | undefined;
  readonly ExecutionEndTime?: Date | undefined;
  readonly ExecutedBy?: string | undefined;
  readonly LogFile?: string | undefined;
  readonly Outputs?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly Mode?: ExecutionMode | undefined;
  readonly ParentAutomationExecutionId?: string | undefined;
  readonly CurrentStepName?: string | undefined;
  readonly CurrentAction?: string | undefined;
  readonly FailureMessage?: string | undefined;
  readonly TargetParameterName?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly ResolvedTargets?: ResolvedTargets | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly Target?: string | undefined;
  readonly AutomationType?: AutomationType | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
  readonly TargetLocationsURL?: string | undefined;
  readonly AutomationSubtype?: AutomationSubtype | undefined;
  readonly ScheduledTime?: Date | undefined;
  readonly Runbooks?: readonly (Runbook)[] | undefined;
  readonly OpsItemId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly ChangeRequestName?: string | undefined;
}
export interface AutomationExecutionPreview {
  readonly StepPreviews?: { readonly [key: string]: number } | undefined;
  readonly Regions?: readonly (string)[] | undefined;
  readonly TargetPreviews?: readonly (TargetPreview)[] | undefined;
  readonly TotalAccounts?: number | undefined;
}
export type AutomationExecutionStatus = "Pending" | "InProgress" | "Waiting" | "Success" | "TimedOut" | "Cancelling" | "Cancelled" | "Failed" | "PendingApproval" | "Approved" | "Rejected" | "Scheduled" | "RunbookInProgress" | "PendingChangeCalendarOverride" | "ChangeCalendarOverrideApproved" | "ChangeCalendarOverrideRejected" | "CompletedWithSuccess" | "CompletedWithFailure" | "Exited";
export type AutomationSubtype = "ChangeRequest" | "AccessRequest";
export type AutomationType = "CrossAccount" | "Local";
export interface BaselineOverride {
  readonly OperatingSystem?: OperatingSystem | undefined;
  readonly GlobalFilters?: PatchFilterGroup | undefined;
  readonly ApprovalRules?: PatchRuleGroup | undefined;
  readonly ApprovedPatches?: readonly (string)[] | undefined;
  readonly ApprovedPatchesComplianceLevel?: PatchComplianceLevel | undefined;
  readonly RejectedPatches?: readonly (string)[] | undefined;
  readonly RejectedPatchesAction?: PatchAction | undefined;
  readonly ApprovedPatchesEnableNonSecurity?: boolean | undefined;
  readonly Sources?: readonly (PatchSource)[] | undefined;
  readonly AvailableSecurityUpdatesComplianceStatus?: PatchComplianceStatus | undefined;
}
export type CalendarState = "OPEN" | "CLOSED";
export interface CancelCommandRequest {
  readonly CommandId: string;
  readonly InstanceIds?: readonly (string)[] | undefined;
}
export interface CancelCommandResult {
}
export interface CancelMaintenanceWindowExecutionRequest {
  readonly WindowExecutionId: string;
}
export interface CancelMaintenanceWindowExecutionResult {
  readonly WindowExecutionId?: string | undefined;
}
export interface CloudWatchOutputConfig {
  readonly CloudWatchLogGroupName?: string | undefined;
  readonly CloudWatchOutputEnabled?: boolean | undefined;
}
export interface Command {
  readonly CommandId?: string | undefined;
  readonly DocumentName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Comment?: string | undefined;
  readonly ExpiresAfter?: Date | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly InstanceIds?: readonly (string)[] | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly RequestedDateTime?: Date | undefined;
  readonly Status?: CommandStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly OutputS3Region?: string | undefined;
  readonly OutputS3BucketName?: string | undefined;
  readonly OutputS3KeyPrefix?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly TargetCount?: number | undefined;
  readonly CompletedCount?: number | undefined;
  readonly ErrorCount?: number | undefined;
  readonly DeliveryTimedOutCount?: number | undefined;
  readonly ServiceRole?: string | undefined;
  readonly NotificationConfig?: NotificationConfig | undefined;
  readonly CloudWatchOutputConfig?: CloudWatchOutputConfig | undefined;
  readonly TimeoutSeconds?: number | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
}
export interface CommandFilter {
  readonly key: CommandFilterKey;
  readonly value: string;
}
export type CommandFilterKey = "InvokedAfter" | "InvokedBefore" | "Status" | "ExecutionStage" | "DocumentName";
export interface CommandInvocation {
  readonly CommandId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly InstanceName?: string | undefined;
  readonly Comment?: string | undefined;
  readonly DocumentName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly RequestedDateTime?: Date | undefined;
  readonly Status?: CommandInvocationStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly TraceOutput?: string | undefined;
  readonly StandardOutputUrl?: string | undefined;
  readonly StandardErrorUrl?: string | undefined;
  readonly CommandPlugins?: readonly (CommandPlugin)[] | undefined;
  readonly ServiceRole?: string | undefined;
  readonly NotificationConfig?: NotificationConfig | undefined;
  readonly CloudWatchOutputConfig?: CloudWatchOutputConfig | undefined;
}
export type CommandInvocationStatus = "Pending" | "InProgress" | "Delayed" | "Success" | "Cancelled" | "TimedOut" | "Failed" | "Cancelling";
export interface CommandPlugin {
  readonly Name?: string | undefined;
  readonly Status?: CommandPluginStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly ResponseCode?: number | undefined;
  readonly ResponseStartDateTime?: Date | undefined;
  readonly ResponseFinishDateTime?: Date | undefined;
  readonly Output?: string | undefined;
  readonly StandardOutputUrl?: string | undefined;
  readonly StandardErrorUrl?: string | undefined;
  readonly OutputS3Region?: string | undefined;
  readonly OutputS3BucketName?: string | undefined;
  readonly OutputS3KeyPrefix?: string | undefined;
}
export type CommandPluginStatus = "Pending" | "InProgress" | "Success" | "TimedOut" | "Cancelled" | "Failed";
export type CommandStatus = "Pending" | "InProgress" | "Success" | "Cancelled" | "Failed" | "TimedOut" | "Cancelling";
export interface ComplianceExecutionSummary {
  readonly ExecutionTime: Date;
  readonly ExecutionId?: string | undefined;
  readonly ExecutionType?: string | undefined;
}
export interface ComplianceItem {
  readonly ComplianceType?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Id?: string | undefined;
  readonly Title?: string | undefined;
  readonly Status?: ComplianceStatus | undefined;
  readonly Severity?: ComplianceSeverity | undefined;
  readonly ExecutionSummary?: ComplianceExecutionSummary | undefined;
  readonly Details?: { readonly [key: string]: string } | undefined;
}
export interface ComplianceItemEntry {
  readonly Id?: string | undefined;
  readonly Title?: string | undefined;
  readonly Severity: ComplianceSeverity;
  readonly Status: ComplianceStatus;
  readonly Details?: { readonly [key: string]: string } | undefined;
}
export type ComplianceQueryOperatorType = "EQUAL" | "NOT_EQUAL" | "BEGIN_WITH" | "LESS_THAN" | "GREATER_THAN";
export type ComplianceSeverity = "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "INFORMATIONAL" | "UNSPECIFIED";
export type ComplianceStatus = "COMPLIANT" | "NON_COMPLIANT";
export interface ComplianceStringFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly Type?: ComplianceQueryOperatorType | undefined;
}
export interface ComplianceSummaryItem {
  readonly ComplianceType?: string | undefined;
  readonly CompliantSummary?: CompliantSummary | undefined;
  readonly NonCompliantSummary?: NonCompliantSummary | undefined;
}
export type ComplianceUploadType = "COMPLETE" | "PARTIAL";
export interface CompliantSummary {
  readonly CompliantCount?: number | undefined;
  readonly SeveritySummary?: SeveritySummary | undefined;
}
export type ConnectionStatus = "connected" | "notconnected";
export interface CreateActivationRequest {
  readonly Description?: string | undefined;
  readonly DefaultInstanceName?: string | undefined;
  readonly IamRole: string;
  readonly RegistrationLimit?: number | undefined;
  readonly ExpirationDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly RegistrationMetadata?: readonly (RegistrationMetadataItem)[] | undefined;
}
export interface CreateActivationResult {
  readonly ActivationId?: string | undefined;
  readonly ActivationCode?: string | undefined;
}
export interface CreateAssociationBatchRequest {
  readonly Entries: readonly (CreateAssociationBatchRequestEntry)[];
  readonly AssociationDispatchAssumeRole?: string | undefined;
}
export interface CreateAssociationBatchRequestEntry {
  readonly Name: string;
  readonly InstanceId?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly AutomationTargetParameterName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly OutputLocation?: InstanceAssociationOutputLocation | undefined;
  readonly AssociationName?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly ComplianceSeverity?: AssociationComplianceSeverity | undefined;
  readonly SyncCompliance?: AssociationSyncCompliance | undefined;
  readonly ApplyOnlyAtCronInterval?: boolean | undefined;
  readonly CalendarNames?: readonly (string)[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface CreateAssociationBatchResult {
  readonly Successful?: readonly (AssociationDescription)[] | undefined;
  readonly Failed?: readonly (FailedCreateAssociation)[] | undefined;
}
export interface CreateAssociationRequest {
  readonly Name: string;
  readonly DocumentVersion?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly OutputLocation?: InstanceAssociationOutputLocation | undefined;
  readonly AssociationName?: string | undefined;
  readonly AutomationTargetParameterName?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly ComplianceSeverity?: AssociationComplianceSeverity | undefined;
  readonly SyncCompliance?: AssociationSyncCompliance | undefined;
  readonly ApplyOnlyAtCronInterval?: boolean | undefined;
  readonly CalendarNames?: readonly (string)[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly AssociationDispatchAssumeRole?: string | undefined;
}
export interface CreateAssociationResult {
  readonly AssociationDescription?: AssociationDescription | undefined;
}
export interface CreateDocumentRequest {
  readonly Content: string;
  readonly Requires?: readonly (DocumentRequires)[] | undefined;
  readonly Attachments?: readonly (AttachmentsSource)[] | undefined;
  readonly Name: string;
  readonly DisplayName?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly DocumentType?: DocumentType | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly TargetType?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateDocumentResult {
  readonly DocumentDescription?: DocumentDescription | undefined;
}
export interface CreateMaintenanceWindowRequest {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly EndDate?: string | undefined;
  readonly Schedule: string;
  readonly ScheduleTimezone?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration: number;
  readonly Cutoff: number;
  readonly AllowUnassociatedTargets: boolean;
  readonly ClientToken?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
}
export interface CreateOpsItemRequest {
  readonly Description: string;
  readonly OpsItemType?: string | undefined;
  readonly OperationalData?: { readonly [key: string]: OpsItemDataValue } | undefined;
  readonly Notifications?: readonly (OpsItemNotification)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RelatedOpsItems?: readonly (RelatedOpsItem)[] | undefined;
  readonly Source: string;
  readonly Title: string;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Category?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ActualStartTime?: Date | undefined;
  readonly ActualEndTime?: Date | undefined;
  readonly PlannedStartTime?: Date | undefined;
  readonly PlannedEndTime?: Date | undefined;
  readonly AccountId?: string | undefined;
}
export interface CreateOpsItemResponse {
  readonly OpsItemId?: string | undefined;
  readonly OpsItemArn?: string | undefined;
}
export interface CreateOpsMetadataRequest {
  readonly ResourceId: string;
  readonly Metadata?: { readonly [key: string]: MetadataValue } | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateOpsMetadataResult {
  readonly OpsMetadataArn?: string | undefined;
}
export interface CreatePatchBaselineRequest {
  readonly OperatingSystem?: OperatingSystem | undefined;
  readonly Name: string;
  readonly GlobalFilters?: PatchFilterGroup | undefined;
  readonly ApprovalRules?: PatchRuleGroup | undefined;
  readonly ApprovedPatches?: readonly (string)[] | undefined;
  readonly ApprovedPatchesComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApprovedPatchesEnableNonSecurity?: boolean | undefined;
  readonly RejectedPatches?: readonly (string)[] | undefined;
  readonly RejectedPatchesAction?: PatchAction | undefined;
  readonly Description?: string | undefined;
  readonly Sources?: readonly (PatchSource)[] | undefined;
  readonly AvailableSecurityUpdatesComplianceStatus?: PatchComplianceStatus | undefined;
  readonly ClientToken?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreatePatchBaselineResult {
  readonly BaselineId?: string | undefined;
}
export interface CreateResourceDataSyncRequest {
  readonly SyncName: string;
  readonly S3Destination?: ResourceDataSyncS3Destination | undefined;
  readonly SyncType?: string | undefined;
  readonly SyncSource?: ResourceDataSyncSource | undefined;
}
export interface CreateResourceDataSyncResult {
}
export interface Credentials {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
  readonly ExpirationTime: Date;
}
export interface DeleteActivationRequest {
  readonly ActivationId: string;
}
export interface DeleteActivationResult {
}
export interface DeleteAssociationRequest {
  readonly Name?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly AssociationId?: string | undefined;
}
export interface DeleteAssociationResult {
}
export interface DeleteDocumentRequest {
  readonly Name: string;
  readonly DocumentVersion?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly Force?: boolean | undefined;
}
export interface DeleteDocumentResult {
}
export interface DeleteInventoryRequest {
  readonly TypeName: string;
  readonly SchemaDeleteOption?: InventorySchemaDeleteOption | undefined;
  readonly DryRun?: boolean | undefined;
  readonly ClientToken?: string | undefined;
}
export interface DeleteInventoryResult {
  readonly DeletionId?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly DeletionSummary?: InventoryDeletionSummary | undefined;
}
export interface DeleteMaintenanceWindowRequest {
  readonly WindowId: string;
}
export interface DeleteMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
}
export interface DeleteOpsItemRequest {
  readonly OpsItemId: string;
}
export interface DeleteOpsItemResponse {
}
export interface DeleteOpsMetadataRequest {
  readonly OpsMetadataArn: string;
}
export interface DeleteOpsMetadataResult {
}
export interface DeleteParameterRequest {
  readonly Name: string;
}
export interface DeleteParameterResult {
}
export interface DeleteParametersRequest {
  readonly Names: readonly (string)[];
}
export interface DeleteParametersResult {
  readonly DeletedParameters?: readonly (string)[] | undefined;
  readonly InvalidParameters?: readonly (string)[] | undefined;
}
export interface DeletePatchBaselineRequest {
  readonly BaselineId: string;
}
export interface DeletePatchBaselineResult {
  readonly BaselineId?: string | undefined;
}
export interface DeleteResourceDataSyncRequest {
  readonly SyncName: string;
  readonly SyncType?: string | undefined;
}
export interface DeleteResourceDataSyncResult {
}
export interface DeleteResourcePolicyRequest {
  readonly ResourceArn: string;
  readonly PolicyId: string;
  readonly PolicyHash: string;
}
export interface DeleteResourcePolicyResponse {
}
export interface DeregisterManagedInstanceRequest {
  readonly InstanceId: string;
}
export interface DeregisterManagedInstanceResult {
}
export interface DeregisterPatchBaselineForPatchGroupRequest {
  readonly BaselineId: string;
  readonly PatchGroup: string;
}
export interface DeregisterPatchBaselineForPatchGroupResult {
  readonly BaselineId?: string | undefined;
  readonly PatchGroup?: string | undefined;
}
export interface DeregisterTargetFromMaintenanceWindowRequest {
  readonly WindowId: string;
  readonly WindowTargetId: string;
  readonly Safe?: boolean | undefined;
}
export interface DeregisterTargetFromMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
  readonly WindowTargetId?: string | undefined;
}
export interface DeregisterTaskFromMaintenanceWindowRequest {
  readonly WindowId: string;
  readonly WindowTaskId: string;
}
export interface DeregisterTaskFromMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
  readonly WindowTaskId?: string | undefined;
}
export interface DescribeActivationsFilter {
  readonly FilterKey?: DescribeActivationsFilterKeys | undefined;
  readonly FilterValues?: readonly (string)[] | undefined;
}
export type DescribeActivationsFilterKeys = "ActivationIds" | "DefaultInstanceName" | "IamRole";
export interface DescribeActivationsRequest {
  readonly Filters?: readonly (DescribeActivationsFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeActivationsResult {
  readonly ActivationList?: readonly (Activation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAssociationExecutionTargetsRequest {
  readonly AssociationId: string;
  readonly ExecutionId: string;
  readonly Filters?: readonly (AssociationExecutionTargetsFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAssociationExecutionTargetsResult {
  readonly AssociationExecutionTargets?: readonly (AssociationExecutionTarget)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAssociationExecutionsRequest {
  readonly AssociationId: string;
  readonly Filters?: readonly (AssociationExecutionFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAssociationExecutionsResult {
  readonly AssociationExecutions?: readonly (AssociationExecution)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAssociationRequest {
  readonly Name?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly AssociationVersion?: string | undefined;
}
export interface DescribeAssociationResult {
  readonly AssociationDescription?: AssociationDescription | undefined;
}
export interface DescribeAutomationExecutionsRequest {
  readonly Filters?: readonly (AutomationExecutionFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAutomationExecutionsResult {
  readonly AutomationExecutionMetadataList?: readonly (AutomationExecutionMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAutomationStepExecutionsRequest {
  readonly AutomationExecutionId: string;
  readonly Filters?: readonly (StepExecutionFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly ReverseOrder?: boolean | undefined;
}
export interface DescribeAutomationStepExecutionsResult {
  readonly StepExecutions?: readonly (StepExecution)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAvailablePatchesRequest {
  readonly Filters?: readonly (PatchOrchestratorFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeAvailablePatchesResult {
  readonly Patches?: readonly (Patch)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeDocumentPermissionRequest {
  readonly Name: string;
  readonly PermissionType: DocumentPermissionType;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeDocumentPermissionResponse {
  readonly AccountIds?: readonly (string)[] | undefined;
  readonly AccountSharingInfoList?: readonly (AccountSharingInfo)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeDocumentRequest {
  readonly Name: string;
  readonly DocumentVersion?: string | undefined;
  readonly VersionName?: string | undefined;
}
export interface DescribeDocumentResult {
  readonly Document?: DocumentDescription | undefined;
}
export interface DescribeEffectiveInstanceAssociationsRequest {
  readonly InstanceId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeEffectiveInstanceAssociationsResult {
  readonly Associations?: readonly (InstanceAssociation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeEffectivePatchesForPatchBaselineRequest {
  readonly BaselineId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeEffectivePatchesForPatchBaselineResult {
  readonly EffectivePatches?: readonly (EffectivePatch)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstanceAssociationsStatusRequest {
  readonly InstanceId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstanceAssociationsStatusResult {
  readonly InstanceAssociationStatusInfos?: readonly (InstanceAssociationStatusInfo)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstanceInformationRequest {
  readonly InstanceInformationFilterList?: readonly (InstanceInformationFilter)[] | undefined;
  readonly Filters?: readonly (InstanceInformationStringFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstanceInformationResult {
  readonly InstanceInformationList?: readonly (InstanceInformation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstancePatchStatesForPatchGroupRequest {
  readonly PatchGroup: string;
  readonly Filters?: readonly (InstancePatchStateFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeInstancePatchStatesForPatchGroupResult {
  readonly InstancePatchStates?: readonly (InstancePatchState)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstancePatchStatesRequest {
  readonly InstanceIds: readonly (string)[];
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeInstancePatchStatesResult {
  readonly InstancePatchStates?: readonly (InstancePatchState)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstancePatchesRequest {
  readonly InstanceId: string;
  readonly Filters?: readonly (PatchOrchestratorFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeInstancePatchesResult {
  readonly Patches?: readonly (PatchComplianceData)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstancePropertiesRequest {
  readonly InstancePropertyFilterList?: readonly (InstancePropertyFilter)[] | undefined;
  readonly FiltersWithOperator?: readonly (InstancePropertyStringFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInstancePropertiesResult {
  readonly InstanceProperties?: readonly (InstanceProperty)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeInventoryDeletionsRequest {
  readonly DeletionId?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeInventoryDeletionsResult {
  readonly InventoryDeletions?: readonly (InventoryDeletionStatusItem)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionTaskInvocationsRequest {
  readonly WindowExecutionId: string;
  readonly TaskId: string;
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionTaskInvocationsResult {
  readonly WindowExecutionTaskInvocationIdentities?: readonly (MaintenanceWindowExecutionTaskInvocationIdentity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionTasksRequest {
  readonly WindowExecutionId: string;
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionTasksResult {
  readonly WindowExecutionTaskIdentities?: readonly (MaintenanceWindowExecutionTaskIdentity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionsRequest {
  readonly WindowId: string;
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowExecutionsResult {
  readonly WindowExecutions?: readonly (MaintenanceWindowExecution)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowScheduleRequest {
  readonly WindowId?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly ResourceType?: MaintenanceWindowResourceType | undefined;
  readonly Filters?: readonly (PatchOrchestratorFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowScheduleResult {
  readonly ScheduledWindowExecutions?: readonly (ScheduledWindowExecution)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowTargetsRequest {
  readonly WindowId: string;
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowTargetsResult {
  readonly Targets?: readonly (MaintenanceWindowTarget)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowTasksRequest {
  readonly WindowId: string;
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowTasksResult {
  readonly Tasks?: readonly (MaintenanceWindowTask)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowsForTargetRequest {
  readonly Targets: readonly (Target)[];
  readonly ResourceType: MaintenanceWindowResourceType;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowsForTargetResult {
  readonly WindowIdentities?: readonly (MaintenanceWindowIdentityForTarget)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowsRequest {
  readonly Filters?: readonly (MaintenanceWindowFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeMaintenanceWindowsResult {
  readonly WindowIdentities?: readonly (MaintenanceWindowIdentity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOpsItemsRequest {
  readonly OpsItemFilters?: readonly (OpsItemFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeOpsItemsResponse {
  readonly NextToken?: string | undefined;
  readonly OpsItemSummaries?: readonly (OpsItemSummary)[] | undefined;
}
export interface DescribeParametersRequest {
  readonly Filters?: readonly (ParametersFilter)[] | undefined;
  readonly ParameterFilters?: readonly (ParameterStringFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Shared?: boolean | undefined;
}
export interface DescribeParametersResult {
  readonly Parameters?: readonly (ParameterMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchBaselinesRequest {
  readonly Filters?: readonly (PatchOrchestratorFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchBaselinesResult {
  readonly BaselineIdentities?: readonly (PatchBaselineIdentity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchGroupStateRequest {
  readonly PatchGroup: string;
}
export interface DescribePatchGroupStateResult {
  readonly Instances?: number | undefined;
  readonly InstancesWithInstalledPatches?: number | undefined;
  readonly InstancesWithInstalledOtherPatches?: number | undefined;
  readonly InstancesWithInstalledPendingRebootPatches?: number | undefined;
  readonly InstancesWithInstalledRejectedPatches?: number | undefined;
  readonly InstancesWithMissingPatches?: number | undefined;
  readonly InstancesWithFailedPatches?: number | undefined;
  readonly InstancesWithNotApplicablePatches?: number | undefined;
  readonly InstancesWithUnreportedNotApplicablePatches?: number | undefined;
  readonly InstancesWithCriticalNonCompliantPatches?: number | undefined;
  readonly InstancesWithSecurityNonCompliantPatches?: number | undefined;
  readonly InstancesWithOtherNonCompliantPatches?: number | undefined;
  readonly InstancesWithAvailableSecurityUpdates?: number | undefined;
}
export interface DescribePatchGroupsRequest {
  readonly MaxResults?: number | undefined;
  readonly Filters?: readonly (PatchOrchestratorFilter)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchGroupsResult {
  readonly Mappings?: readonly (PatchGroupPatchBaselineMapping)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchPropertiesRequest {
  readonly OperatingSystem: OperatingSystem;
  readonly Property: PatchProperty;
  readonly PatchSet?: PatchSet | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribePatchPropertiesResult {
  readonly Properties?: readonly ({ readonly [key: string]: string })[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeSessionsRequest {
  readonly State: SessionState;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: readonly (SessionFilter)[] | undefined;
}
export interface DescribeSessionsResponse {
  readonly Sessions?: readonly (Session)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DisassociateOpsItemRelatedItemRequest {
  readonly OpsItemId: string;
  readonly AssociationId: string;
}
export interface DisassociateOpsItemRelatedItemResponse {
}
export interface DocumentDefaultVersionDescription {
  readonly Name?: string | undefined;
  readonly DefaultVersion?: string | undefined;
  readonly DefaultVersionName?: string | undefined;
}
export interface DocumentDescription {
  readonly Sha1?: string | undefined;
  readonly Hash?: string | undefined;
  readonly HashType?: DocumentHashType | undefined;
  readonly Name?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly Owner?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly Status?: DocumentStatus | undefined;
  readonly StatusInformation?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Description?: string | undefined;
  readonly Parameters?: readonly (DocumentParameter)[] | undefined;
  readonly PlatformTypes?: readonly (PlatformType)[] | undefined;
  readonly DocumentType?: DocumentType | undefined;
  readonly SchemaVersion?: string | undefined;
  readonly LatestVersion?: string | undefined;
  readonly DefaultVersion?: string | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly TargetType?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AttachmentsInformation?: readonly (AttachmentInformation)[] | undefined;
  readonly Requires?: readonly (DocumentRequires)[] | undefined;
  readonly Author?: string | undefined;
  readonly ReviewInformation?: readonly (ReviewInformation)[] | undefined;
  readonly ApprovedVersion?: string | undefined;
  readonly PendingReviewVersion?: string | undefined;
  readonly ReviewStatus?: ReviewStatus | undefined;
  readonly Category?: readonly (string)[] | undefined;
  readonly CategoryEnum?: readonly (string)[] | undefined;
}
export interface DocumentFilter {
  readonly key: DocumentFilterKey;
  readonly value: string;
}
export type DocumentFilterKey = "Name" | "Owner" | "PlatformTypes" | "DocumentType";
export type DocumentFormat = "YAML" | "JSON" | "TEXT";
export type DocumentHashType = "Sha256" | "Sha1";
export interface DocumentIdentifier {
  readonly Name?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DisplayName?: string | undefined;
  readonly Owner?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly PlatformTypes?: readonly (PlatformType)[] | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly DocumentType?: DocumentType | undefined;
  readonly SchemaVersion?: string | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly TargetType?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Requires?: readonly (DocumentRequires)[] | undefined;
  readonly ReviewStatus?: ReviewStatus | undefined;
  readonly Author?: string | undefined;
}
export interface DocumentKeyValuesFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export type DocumentMetadataEnum = "DocumentReviews";
export interface DocumentMetadataResponseInfo {
  readonly ReviewerResponse?: readonly (DocumentReviewerResponseSource)[] | undefined;
}
export interface DocumentParameter {
  readonly Name?: string | undefined;
  readonly Type?: DocumentParameterType | undefined;
  readonly Description?: string | undefined;
  readonly DefaultValue?: string | undefined;
}
export type DocumentParameterType = "String" | "StringList";
export type DocumentPermissionType = "Share";
export interface DocumentRequires {
  readonly Name: string;
  readonly Version?: string | undefined;
  readonly RequireType?: string | undefined;
  readonly VersionName?: string | undefined;
}
export type DocumentReviewAction = "SendForReview" | "UpdateReview" | "Approve" | "Reject";
export interface DocumentReviewCommentSource {
  readonly Type?: DocumentReviewCommentType | undefined;
  readonly Content?: string | undefined;
}
export type DocumentReviewCommentType = "Comment";
export interface DocumentReviewerResponseSource {
  readonly CreateTime?: Date | undefined;
  readonly UpdatedTime?: Date | undefined;
  readonly ReviewStatus?: ReviewStatus | undefined;
  readonly Comment?: readonly (DocumentReviewCommentSource)[] | undefined;
  readonly Reviewer?: string | undefined;
}
export interface DocumentReviews {
  readonly Action: DocumentReviewAction;
  readonly Comment?: readonly (DocumentReviewCommentSource)[] | undefined;
}
export type DocumentStatus = "Creating" | "Active" | "Updating" | "Deleting" | "Failed";
export type DocumentType = "Command" | "Policy" | "Automation" | "Session" | "Package" | "ApplicationConfiguration" | "ApplicationConfigurationSchema" | "DeploymentStrategy" | "ChangeCalendar" | "Automation.ChangeTemplate" | "ProblemAnalysis" | "ProblemAnalysisTemplate" | "CloudFormation" | "ConformancePackTemplate" | "QuickSetup" | "ManualApprovalPolicy" | "AutoApprovalPolicy";
export interface DocumentVersionInfo {
  readonly Name?: string | undefined;
  readonly DisplayName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly Status?: DocumentStatus | undefined;
  readonly StatusInformation?: string | undefined;
  readonly ReviewStatus?: ReviewStatus | undefined;
}
export interface EffectivePatch {
  readonly Patch?: Patch | undefined;
  readonly PatchStatus?: PatchStatus | undefined;
}
export interface ExecutionInputs {
  readonly Automation?: AutomationExecutionInputs | undefined;
}
export type ExecutionMode = "Auto" | "Interactive";
export interface ExecutionPreview {
  readonly Automation?: AutomationExecutionPreview | undefined;
}
export type ExecutionPreviewStatus = "Pending" | "InProgress" | "Success" | "Failed";
export type ExternalAlarmState = "UNKNOWN" | "ALARM";
export interface FailedCreateAssociation {
  readonly Entry?: CreateAssociationBatchRequestEntry | undefined;
  readonly Message?: string | undefined;
  readonly Fault?: Fault | undefined;
}
export interface FailureDetails {
  readonly FailureStage?: string | undefined;
  readonly FailureType?: string | undefined;
  readonly Details?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export type Fault = "Client" | "Server" | "Unknown";
export interface GetAccessTokenRequest {
  readonly AccessRequestId: string;
}
export interface GetAccessTokenResponse {
  readonly Credentials?: Credentials | undefined;
  readonly AccessRequestStatus?: AccessRequestStatus | undefined;
}
export interface GetAutomationExecutionRequest {
  readonly AutomationExecutionId: string;
}
export interface GetAutomationExecutionResult {
  readonly AutomationExecution?: AutomationExecution | undefined;
}
export interface GetCalendarStateRequest {
  readonly CalendarNames: readonly (string)[];
  readonly AtTime?: string | undefined;
}
export interface GetCalendarStateResponse {
  readonly State?: CalendarState | undefined;
  readonly AtTime?: string | undefined;
  readonly NextTransitionTime?: string | undefined;
}
export interface GetCommandInvocationRequest {
  readonly CommandId: string;
  readonly InstanceId: string;
  readonly PluginName?: string | undefined;
}
export interface GetCommandInvocationResult {
  readonly CommandId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly Comment?: string | undefined;
  readonly DocumentName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly PluginName?: string | undefined;
  readonly ResponseCode?: number | undefined;
  readonly ExecutionStartDateTime?: string | undefined;
  readonly ExecutionElapsedTime?: string | undefined;
  readonly ExecutionEndDateTime?: string | undefined;
  readonly Status?: CommandInvocationStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StandardOutputContent?: string | undefined;
  readonly StandardOutputUrl?: string | undefined;
  readonly StandardErrorContent?: string | undefined;
  readonly StandardErrorUrl?: string | undefined;
  readonly CloudWatchOutputConfig?: CloudWatchOutputConfig | undefined;
}
export interface GetConnectionStatusRequest {
  readonly Target: string;
}
export interface GetConnectionStatusResponse {
  readonly Target?: string | undefined;
  readonly Status?: ConnectionStatus | undefined;
}
export interface GetDefaultPatchBaselineRequest {
  readonly OperatingSystem?: OperatingSystem | undefined;
}
export interface GetDefaultPatchBaselineResult {
  readonly BaselineId?: string | undefined;
  readonly OperatingSystem?: OperatingSystem | undefined;
}
export interface GetDeployablePatchSnapshotForInstanceRequest {
  readonly InstanceId: string;
  readonly SnapshotId: string;
  readonly BaselineOverride?: BaselineOverride | undefined;
  readonly UseS3DualStackEndpoint?: boolean | undefined;
}
export interface GetDeployablePatchSnapshotForInstanceResult {
  readonly InstanceId?: string | undefined;
  readonly SnapshotId?: string | undefined;
  readonly SnapshotDownloadUrl?: string | undefined;
  readonly Product?: string | undefined;
}
export interface GetDocumentRequest {
  readonly Name: string;
  readonly VersionName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
}
export interface GetDocumentResult {
  readonly Name?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly DisplayName?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Status?: DocumentStatus | undefined;
  readonly StatusInformation?: string | undefined;
  readonly Content?: string | undefined;
  readonly DocumentType?: DocumentType | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly Requires?: readonly (DocumentRequires)[] | undefined;
  readonly AttachmentsContent?: readonly (AttachmentContent)[] | undefined;
  readonly ReviewStatus?: ReviewStatus | undefined;
}
export interface GetExecutionPreviewRequest {
  readonly ExecutionPreviewId: string;
}
export interface GetExecutionPreviewResponse {
  readonly ExecutionPreviewId?: string | undefined;
  readonly EndedAt?: Date | undefined;
  readonly Status?: ExecutionPreviewStatus | undefined;
  readonly StatusMessage?: string | undefined;
  readonly ExecutionPreview?: ExecutionPreview | undefined;
}
export interface GetInventoryRequest {
  readonly Filters?: readonly (InventoryFilter)[] | undefined;
  readonly Aggregators?: readonly (InventoryAggregator)[] | undefined;
  readonly ResultAttributes?: readonly (ResultAttribute)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetInventoryResult {
  readonly Entities?: readonly (InventoryResultEntity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetInventorySchemaRequest {
  readonly TypeName?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly Aggregator?: boolean | undefined;
  readonly SubType?: boolean | undefined;
}
export interface GetInventorySchemaResult {
  readonly Schemas?: readonly (InventoryItemSchema)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetMaintenanceWindowExecutionRequest {
  readonly WindowExecutionId: string;
}
export interface GetMaintenanceWindowExecutionResult {
  readonly WindowExecutionId?: string | undefined;
  readonly TaskIds?: readonly (string)[] | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
}
export interface GetMaintenanceWindowExecutionTaskInvocationRequest {
  readonly WindowExecutionId: string;
  readonly TaskId: string;
  readonly InvocationId: string;
}
export interface GetMaintenanceWindowExecutionTaskInvocationResult {
  readonly WindowExecutionId?: string | undefined;
  readonly TaskExecutionId?: string | undefined;
  readonly InvocationId?: string | undefined;
  readonly ExecutionId?: string | undefined;
  readonly TaskType?: MaintenanceWindowTaskType | undefined;
  readonly Parameters?: string | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly WindowTargetId?: string | undefined;
}
export interface GetMaintenanceWindowExecutionTaskRequest {
  readonly WindowExecutionId: string;
  readonly TaskId: string;
}
export interface GetMaintenanceWindowExecutionTaskResult {
  readonly WindowExecutionId?: string | undefined;
  readonly TaskExecutionId?: string | undefined;
  readonly TaskArn?: string | undefined;
  readonly ServiceRole?: string | undefined;
  readonly Type?: MaintenanceWindowTaskType | undefined;
  readonly TaskParameters?: readonly ({ readonly [key: string]: MaintenanceWindowTaskParameterValueExpression })[] | undefined;
  readonly Priority?: number | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
}
export interface GetMaintenanceWindowRequest {
  readonly WindowId: string;
}
export interface GetMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly EndDate?: string | undefined;
  readonly Schedule?: string | undefined;
  readonly ScheduleTimezone?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly NextExecutionTime?: string | undefined;
  readonly Duration?: number | undefined;
  readonly Cutoff?: number | undefined;
  readonly AllowUnassociatedTargets?: boolean | undefined;
  readonly Enabled?: boolean | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly ModifiedDate?: Date | undefined;
}
export interface GetMaintenanceWindowTaskRequest {
  readonly WindowId: string;
  readonly WindowTaskId: string;
}
export interface GetMaintenanceWindowTaskResult {
  readonly WindowId?: string | undefined;
  readonly WindowTaskId?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TaskArn?: string | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly TaskType?: MaintenanceWindowTaskType | undefined;
  readonly TaskParameters?: { readonly [key: string]: MaintenanceWindowTaskParameterValueExpression } | undefined;
  readonly TaskInvocationParameters?: MaintenanceWindowTaskInvocationParameters | undefined;
  readonly Priority?: number | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly LoggingInfo?: LoggingInfo | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly CutoffBehavior?: MaintenanceWindowTaskCutoffBehavior | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface GetOpsItemRequest {
  readonly OpsItemId: string;
  readonly OpsItemArn?: string | undefined;
}
export interface GetOpsItemResponse {
  readonly OpsItem?: OpsItem | undefined;
}
export interface GetOpsMetadataRequest {
  readonly OpsMetadataArn: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOpsMetadataResult {
  readonly ResourceId?: string | undefined;
  readonly Metadata?: { readonly [key: string]: MetadataValue } | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetOpsSummaryRequest {
  readonly SyncName?: string | undefined;
  readonly Filters?: readonly (OpsFilter)[] | undefined;
  readonly Aggregators?: readonly (OpsAggregator)[] | undefined;
  readonly ResultAttributes?: readonly (OpsResultAttribute)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetOpsSummaryResult {
  readonly Entities?: readonly (OpsEntity)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetParameterHistoryRequest {
  readonly Name: string;
  readonly WithDecryption?: boolean | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetParameterHistoryResult {
  readonly Parameters?: readonly (ParameterHistory)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetParameterRequest {
  readonly Name: string;
  readonly WithDecryption?: boolean | undefined;
}
export interface GetParameterResult {
  readonly Parameter?: Parameter | undefined;
}
export interface GetParametersByPathRequest {
  readonly Path: string;
  readonly Recursive?: boolean | undefined;
  readonly ParameterFilters?: readonly (ParameterStringFilter)[] | undefined;
  readonly WithDecryption?: boolean | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetParametersByPathResult {
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetParametersRequest {
  readonly Names: readonly (string)[];
  readonly WithDecryption?: boolean | undefined;
}
export interface GetParametersResult {
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly InvalidParameters?: readonly (string)[] | undefined;
}
export interface GetPatchBaselineForPatchGroupRequest {
  readonly PatchGroup: string;
  readonly OperatingSystem?: OperatingSystem | undefined;
}
export interface GetPatchBaselineForPatchGroupResult {
  readonly BaselineId?: string | undefined;
  readonly PatchGroup?: string | undefined;
  readonly OperatingSystem?: OperatingSystem | undefined;
}
export interface GetPatchBaselineRequest {
  readonly BaselineId: string;
}
export interface GetPatchBaselineResult {
  readonly BaselineId?: string | undefined;
  readonly Name?: string | undefined;
  readonly OperatingSystem?: OperatingSystem | undefined;
  readonly GlobalFilters?: PatchFilterGroup | undefined;
  readonly ApprovalRules?: PatchRuleGroup | undefined;
  readonly ApprovedPatches?: readonly (string)[] | undefined;
  readonly ApprovedPatchesComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApprovedPatchesEnableNonSecurity?: boolean | undefined;
  readonly RejectedPatches?: readonly (string)[] | undefined;
  readonly RejectedPatchesAction?: PatchAction | undefined;
  readonly PatchGroups?: readonly (string)[] | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly ModifiedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly Sources?: readonly (PatchSource)[] | undefined;
  readonly AvailableSecurityUpdatesComplianceStatus?: PatchComplianceStatus | undefined;
}
export interface GetResourcePoliciesRequest {
  readonly ResourceArn: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetResourcePoliciesResponse {
  readonly NextToken?: string | undefined;
  readonly Policies?: readonly (GetResourcePoliciesResponseEntry)[] | undefined;
}
export interface GetResourcePoliciesResponseEntry {
  readonly PolicyId?: string | undefined;
  readonly PolicyHash?: string | undefined;
  readonly Policy?: string | undefined;
}
export interface GetServiceSettingRequest {
  readonly SettingId: string;
}
export interface GetServiceSettingResult {
  readonly ServiceSetting?: ServiceSetting | undefined;
}
export type ImpactType = "Mutating" | "NonMutating" | "Undetermined";
export interface InstanceAggregatedAssociationOverview {
  readonly DetailedStatus?: string | undefined;
  readonly InstanceAssociationStatusAggregatedCount?: { readonly [key: string]: number } | undefined;
}
export interface InstanceAssociation {
  readonly AssociationId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly Content?: string | undefined;
  readonly AssociationVersion?: string | undefined;
}
export interface InstanceAssociationOutputLocation {
  readonly S3Location?: S3OutputLocation | undefined;
}
export interface InstanceAssociationOutputUrl {
  readonly S3OutputUrl?: S3OutputUrl | undefined;
}
export interface InstanceAssociationStatusInfo {
  readonly AssociationId?: string | undefined;
  readonly Name?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly ExecutionDate?: Date | undefined;
  readonly Status?: string | undefined;
  readonly DetailedStatus?: string | undefined;
  readonly ExecutionSummary?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly OutputUrl?: InstanceAssociationOutputUrl | undefined;
  readonly AssociationName?: string | undefined;
}
export interface InstanceInfo {
  readonly AgentType?: string | undefined;
  readonly AgentVersion?: string | undefined;
  readonly ComputerName?: string | undefined;
  readonly InstanceStatus?: string | undefined;
  readonly IpAddress?: string | undefined;
  readonly ManagedStatus?: ManagedStatus | undefined;
  readonly PlatformType?: PlatformType | undefined;
  readonly PlatformName?: string | undefined;
  readonly PlatformVersion?: string | undefined;
  readonly ResourceType?: ResourceType | undefined;
}
export interface InstanceInformation {
  readonly InstanceId?: string | undefined;
  readonly PingStatus?: PingStatus | undefined;
  readonly LastPingDateTime?: Date | undefined;
  readonly AgentVersion?: string | undefined;
  readonly IsLatestVersion?: boolean | undefined;
  readonly PlatformType?: PlatformType | undefined;
  readonly PlatformName?: string | undefined;
  readonly PlatformVersion?: string | undefined;
  readonly ActivationId?: string | undefined;
  readonly IamRole?: string | undefined;
  readonly RegistrationDate?: Date | undefined;
  readonly ResourceType?: ResourceType | undefined;
  readonly Name?: string | undefined;
  readonly IPAddress?: string | undefined;
  readonly ComputerName?: string | undefined;
  readonly AssociationStatus?: string | undefined;
  readonly LastAssociationExecutionDate?: Date | undefined;
  readonly LastSuccessfulAssociationExecutionDate?: Date | undefined;
  readonly AssociationOverview?: InstanceAggregatedAssociationOverview | undefined;
  readonly SourceId?: string | undefined;
  readonly SourceType?: SourceType | undefined;
}
export interface InstanceInformationFilter {
  readonly key: InstanceInformationFilterKey;
  readonly valueSet: readonly (string)[];
}
export type InstanceInformationFilterKey = "InstanceIds" | "AgentVersion" | "PingStatus" | "PlatformTypes" | "ActivationIds" | "IamRole" | "ResourceType" | "AssociationStatus";
export interface InstanceInformationStringFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
}
export interface InstancePatchState {
  readonly InstanceId: string;
  readonly PatchGroup: string;
  readonly BaselineId: string;
  readonly SnapshotId?: string | undefined;
  readonly InstallOverrideList?: string | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly InstalledCount?: number | undefined;
  readonly InstalledOtherCount?: number | undefined;
  readonly InstalledPendingRebootCount?: number | undefined;
  readonly InstalledRejectedCount?: number | undefined;
  readonly MissingCount?: number | undefined;
  readonly FailedCount?: number | undefined;
  readonly UnreportedNotApplicableCount?: number | undefined;
  readonly NotApplicableCount?: number | undefined;
  readonly AvailableSecurityUpdateCount?: number | undefined;
  readonly OperationStartTime: Date;
  readonly OperationEndTime: Date;
  readonly Operation: PatchOperationType;
  readonly LastNoRebootInstallOperationTime?: Date | undefined;
  readonly RebootOption?: RebootOption | undefined;
  readonly CriticalNonCompliantCount?: number | undefined;
  readonly SecurityNonCompliantCount?: number | undefined;
  readonly OtherNonCompliantCount?: number | undefined;
}
export interface InstancePatchStateFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
  readonly Type: InstancePatchStateOperatorType;
}
export type InstancePatchStateOperatorType = "Equal" | "NotEqual" | "LessThan" | "GreaterThan";
export interface InstanceProperty {
  readonly Name?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly InstanceType?: string | undefined;
  readonly InstanceRole?: string | undefined;
  readonly KeyName?: string | undefined;
  readonly InstanceState?: string | undefined;
  readonly Architecture?: string | undefined;
  readonly IPAddress?: string | undefined;
  readonly LaunchTime?: Date | undefined;
  readonly PingStatus?: PingStatus | undefined;
  readonly LastPingDateTime?: Date | undefined;
  readonly AgentVersion?: string | undefined;
  readonly PlatformType?: PlatformType | undefined;
  readonly PlatformName?: string | undefined;
  readonly PlatformVersion?: string | undefined;
  readonly ActivationId?: string | undefined;
  readonly IamRole?: string | undefined;
  readonly RegistrationDate?: Date | undefined;
  readonly ResourceType?: string | undefined;
  readonly ComputerName?: string | undefined;
  readonly AssociationStatus?: string | undefined;
  readonly LastAssociationExecutionDate?: Date | undefined;
  readonly LastSuccessfulAssociationExecutionDate?: Date | undefined;
  readonly AssociationOverview?: InstanceAggregatedAssociationOverview | undefined;
  readonly SourceId?: string | undefined;
  readonly SourceType?: SourceType | undefined;
}
export interface InstancePropertyFilter {
  readonly key: InstancePropertyFilterKey;
  readonly valueSet: readonly (string)[];
}
export type InstancePropertyFilterKey = "InstanceIds" | "AgentVersion" | "PingStatus" | "PlatformTypes" | "DocumentName" | "ActivationIds" | "IamRole" | "ResourceType" | "AssociationStatus";
export type InstancePropertyFilterOperator = "Equal" | "NotEqual" | "BeginWith" | "LessThan" | "GreaterThan";
export interface InstancePropertyStringFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
  readonly Operator?: InstancePropertyFilterOperator | undefined;
}
export interface InventoryAggregator {
  readonly Expression?: string | undefined;
  readonly Aggregators?: readonly (InventoryAggregator)[] | undefined;
  readonly Groups?: readonly (InventoryGroup)[] | undefined;
}
export type InventoryAttributeDataType = "string" | "number";
export type InventoryDeletionStatus = "InProgress" | "Complete";
export interface InventoryDeletionStatusItem {
  readonly DeletionId?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly DeletionStartTime?: Date | undefined;
  readonly LastStatus?: InventoryDeletionStatus | undefined;
  readonly LastStatusMessage?: string | undefined;
  readonly DeletionSummary?: InventoryDeletionSummary | undefined;
  readonly LastStatusUpdateTime?: Date | undefined;
}
export interface InventoryDeletionSummary {
  readonly TotalCount?: number | undefined;
  readonly RemainingCount?: number | undefined;
  readonly SummaryItems?: readonly (InventoryDeletionSummaryItem)[] | undefined;
}
export interface InventoryDeletionSummaryItem {
  readonly Version?: string | undefined;
  readonly Count?: number | undefined;
  readonly RemainingCount?: number | undefined;
}
export interface InventoryFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
  readonly Type?: InventoryQueryOperatorType | undefined;
}
export interface InventoryGroup {
  readonly Name: string;
  readonly Filters: readonly (InventoryFilter)[];
}
export interface InventoryItem {
  readonly TypeName: string;
  readonly SchemaVersion: string;
  readonly CaptureTime: string;
  readonly ContentHash?: string | undefined;
  readonly Content?: readonly ({ readonly [key: string]: string })[] | undefined;
  readonly Context?: { readonly [key: string]: string } | undefined;
}
export interface InventoryItemAttribute {
  readonly Name: string;
  readonly DataType: InventoryAttributeDataType;
}
export interface InventoryItemSchema {
  readonly TypeName: string;
  readonly Version?: string | undefined;
  readonly Attributes: readonly (InventoryItemAttribute)[];
  readonly DisplayName?: string | undefined;
}
export type InventoryQueryOperatorType = "Equal" | "NotEqual" | "BeginWith" | "LessThan" | "GreaterThan" | "Exists";
export interface InventoryResultEntity {
  readonly Id?: string | undefined;
  readonly Data?: { readonly [key: string]: InventoryResultItem } | undefined;
}
export interface InventoryResultItem {
  readonly TypeName: string;
  readonly SchemaVersion: string;
  readonly CaptureTime?: string | undefined;
  readonly ContentHash?: string | undefined;
  readonly Content: readonly ({ readonly [key: string]: string })[];
}
export type InventorySchemaDeleteOption = "DisableSchema" | "DeleteSchema";
export interface LabelParameterVersionRequest {
  readonly Name: string;
  readonly ParameterVersion?: number | undefined;
  readonly Labels: readonly (string)[];
}
export interface LabelParameterVersionResult {
  readonly InvalidLabels?: readonly (string)[] | undefined;
  readonly ParameterVersion?: number | undefined;
}
export type LastResourceDataSyncStatus = "Successful" | "Failed" | "InProgress";
export interface ListAssociationVersionsRequest {
  readonly AssociationId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAssociationVersionsResult {
  readonly AssociationVersions?: readonly (AssociationVersionInfo)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAssociationsRequest {
  readonly AssociationFilterList?: readonly (AssociationFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAssociationsResult {
  readonly Associations?: readonly (Association)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListCommandInvocationsRequest {
  readonly CommandId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: readonly (CommandFilter)[] | undefined;
  readonly Details?: boolean | undefined;
}
export interface ListCommandInvocationsResult {
  readonly CommandInvocations?: readonly (CommandInvocation)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListCommandsRequest {
  readonly CommandId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: readonly (CommandFilter)[] | undefined;
}
export interface ListCommandsResult {
  readonly Commands?: readonly (Command)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListComplianceItemsRequest {
  readonly Filters?: readonly (ComplianceStringFilter)[] | undefined;
  readonly ResourceIds?: readonly (string)[] | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListComplianceItemsResult {
  readonly ComplianceItems?: readonly (ComplianceItem)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListComplianceSummariesRequest {
  readonly Filters?: readonly (ComplianceStringFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListComplianceSummariesResult {
  readonly ComplianceSummaryItems?: readonly (ComplianceSummaryItem)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDocumentMetadataHistoryRequest {
  readonly Name: string;
  readonly DocumentVersion?: string | undefined;
  readonly Metadata: DocumentMetadataEnum;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListDocumentMetadataHistoryResponse {
  readonly Name?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly Author?: string | undefined;
  readonly Metadata?: DocumentMetadataResponseInfo | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDocumentVersionsRequest {
  readonly Name: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDocumentVersionsResult {
  readonly DocumentVersions?: readonly (DocumentVersionInfo)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDocumentsRequest {
  readonly DocumentFilterList?: readonly (DocumentFilter)[] | undefined;
  readonly Filters?: readonly (DocumentKeyValuesFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDocumentsResult {
  readonly DocumentIdentifiers?: readonly (DocumentIdentifier)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListInventoryEntriesRequest {
  readonly InstanceId: string;
  readonly TypeName: string;
  readonly Filters?: readonly (InventoryFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListInventoryEntriesResult {
  readonly TypeName?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly SchemaVersion?: string | undefined;
  readonly CaptureTime?: string | undefined;
  readonly Entries?: readonly ({ readonly [key: string]: string })[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListNodesRequest {
  readonly SyncName?: string | undefined;
  readonly Filters?: readonly (NodeFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListNodesResult {
  readonly Nodes?: readonly (Node)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListNodesSummaryRequest {
  readonly SyncName?: string | undefined;
  readonly Filters?: readonly (NodeFilter)[] | undefined;
  readonly Aggregators: readonly (NodeAggregator)[];
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListNodesSummaryResult {
  readonly Summary?: readonly ({ readonly [key: string]: string })[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOpsItemEventsRequest {
  readonly Filters?: readonly (OpsItemEventFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOpsItemEventsResponse {
  readonly NextToken?: string | undefined;
  readonly Summaries?: readonly (OpsItemEventSummary)[] | undefined;
}
export interface ListOpsItemRelatedItemsRequest {
  readonly OpsItemId?: string | undefined;
  readonly Filters?: readonly (OpsItemRelatedItemsFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOpsItemRelatedItemsResponse {
  readonly NextToken?: string | undefined;
  readonly Summaries?: readonly (OpsItemRelatedItemSummary)[] | undefined;
}
export interface ListOpsMetadataRequest {
  readonly Filters?: readonly (OpsMetadataFilter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOpsMetadataResult {
  readonly OpsMetadataList?: readonly (OpsMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceComplianceSummariesRequest {
  readonly Filters?: readonly (ComplianceStringFilter)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourceComplianceSummariesResult {
  readonly ResourceComplianceSummaryItems?: readonly (ResourceComplianceSummaryItem)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceDataSyncRequest {
  readonly SyncType?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourceDataSyncResult {
  readonly ResourceDataSyncItems?: readonly (ResourceDataSyncItem)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceType: ResourceTypeForTagging;
  readonly ResourceId: string;
}
export interface ListTagsForResourceResult {
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface LoggingInfo {
  readonly S3BucketName: string;
  readonly S3KeyPrefix?: string | undefined;
  readonly S3Region: string;
}
export interface MaintenanceWindowAutomationParameters {
  readonly DocumentVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface MaintenanceWindowExecution {
  readonly WindowId?: string | undefined;
  readonly WindowExecutionId?: string | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
}
export type MaintenanceWindowExecutionStatus = "PENDING" | "IN_PROGRESS" | "SUCCESS" | "FAILED" | "TIMED_OUT" | "CANCELLING" | "CANCELLED" | "SKIPPED_OVERLAPPING";
export interface MaintenanceWindowExecutionTaskIdentity {
  readonly WindowExecutionId?: string | undefined;
  readonly TaskExecutionId?: string | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly TaskArn?: string | undefined;
  readonly TaskType?: MaintenanceWindowTaskType | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
}
export interface MaintenanceWindowExecutionTaskInvocationIdentity {
  readonly WindowExecutionId?: string | undefined;
  readonly TaskExecutionId?: string | undefined;
  readonly InvocationId?: string | undefined;
  readonly ExecutionId?: string | undefined;
  readonly TaskType?: MaintenanceWindowTaskType | undefined;
  readonly Parameters?: string | undefined;
  readonly Status?: MaintenanceWindowExecutionStatus | undefined;
  readonly StatusDetails?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly WindowTargetId?: string | undefined;
}
export interface MaintenanceWindowFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export interface MaintenanceWindowIdentity {
  readonly WindowId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Enabled?: boolean | undefined;
  readonly Duration?: number | undefined;
  readonly Cutoff?: number | undefined;
  readonly Schedule?: string | undefined;
  readonly ScheduleTimezone?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly EndDate?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly NextExecutionTime?: string | undefined;
}
export interface MaintenanceWindowIdentityForTarget {
  readonly WindowId?: string | undefined;
  readonly Name?: string | undefined;
}
export interface MaintenanceWindowLambdaParameters {
  readonly ClientContext?: string | undefined;
  readonly Qualifier?: string | undefined;
  readonly Payload?: Uint8Array | undefined;
}
export type MaintenanceWindowResourceType = "INSTANCE" | "RESOURCE_GROUP";
export interface MaintenanceWindowRunCommandParameters {
  readonly Comment?: string | undefined;
  readonly CloudWatchOutputConfig?: CloudWatchOutputConfig | undefined;
  readonly DocumentHash?: string | undefined;
  readonly DocumentHashType?: DocumentHashType | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly NotificationConfig?: NotificationConfig | undefined;
  readonly OutputS3BucketName?: string | undefined;
  readonly OutputS3KeyPrefix?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly TimeoutSeconds?: number | undefined;
}
export interface MaintenanceWindowStepFunctionsParameters {
  readonly Input?: string | undefined;
  readonly Name?: string | undefined;
}
export interface MaintenanceWindowTarget {
  readonly WindowId?: string | undefined;
  readonly WindowTargetId?: string | undefined;
  readonly ResourceType?: MaintenanceWindowResourceType | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
}
export interface MaintenanceWindowTask {
  readonly WindowId?: string | undefined;
  readonly WindowTaskId?: string | undefined;
  readonly TaskArn?: string | undefined;
  readonly Type?: MaintenanceWindowTaskType | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TaskParameters?: { readonly [key: string]: MaintenanceWindowTaskParameterValueExpression } | undefined;
  readonly Priority?: number | undefined;
  readonly LoggingInfo?: LoggingInfo | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly CutoffBehavior?: MaintenanceWindowTaskCutoffBehavior | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export type MaintenanceWindowTaskCutoffBehavior = "CONTINUE_TASK" | "CANCEL_TASK";
export interface MaintenanceWindowTaskInvocationParameters {
  readonly RunCommand?: MaintenanceWindowRunCommandParameters | undefined;
  readonly Automation?: MaintenanceWindowAutomationParameters | undefined;
  readonly StepFunctions?: MaintenanceWindowStepFunctionsParameters | undefined;
  readonly Lambda?: MaintenanceWindowLambdaParameters | undefined;
}
export interface MaintenanceWindowTaskParameterValueExpression {
  readonly Values?: readonly (string)[] | undefined;
}
export type MaintenanceWindowTaskType = "RUN_COMMAND" | "AUTOMATION" | "STEP_FUNCTIONS" | "LAMBDA";
export type ManagedStatus = "All" | "Managed" | "Unmanaged";
export interface MetadataValue {
  readonly Value?: string | undefined;
}
export interface ModifyDocumentPermissionRequest {
  readonly Name: string;
  readonly PermissionType: DocumentPermissionType;
  readonly AccountIdsToAdd?: readonly (string)[] | undefined;
  readonly AccountIdsToRemove?: readonly (string)[] | undefined;
  readonly SharedDocumentVersion?: string | undefined;
}
export interface ModifyDocumentPermissionResponse {
}
export interface Node {
  readonly CaptureTime?: Date | undefined;
  readonly Id?: string | undefined;
  readonly Owner?: NodeOwnerInfo | undefined;
  readonly Region?: string | undefined;
  readonly NodeType?: NodeType | undefined;
}
export interface NodeAggregator {
  readonly AggregatorType: NodeAggregatorType;
  readonly TypeName: NodeTypeName;
  readonly AttributeName: NodeAttributeName;
  readonly Aggregators?: readonly (NodeAggregator)[] | undefined;
}
export type NodeAggregatorType = "Count";
export type NodeAttributeName = "AgentVersion" | "PlatformName" | "PlatformType" | "PlatformVersion" | "Region" | "ResourceType";
export interface NodeFilter {
  readonly Key: NodeFilterKey;
  readonly Values: readonly (string)[];
  readonly Type?: NodeFilterOperatorType | undefined;
}
export type NodeFilterKey = "AgentType" | "AgentVersion" | "ComputerName" | "InstanceId" | "InstanceStatus" | "IpAddress" | "ManagedStatus" | "PlatformName" | "PlatformType" | "PlatformVersion" | "ResourceType" | "OrganizationalUnitId" | "OrganizationalUnitPath" | "Region" | "AccountId";
export type NodeFilterOperatorType = "Equal" | "NotEqual" | "BeginWith";
export interface NodeOwnerInfo {
  readonly AccountId?: string | undefined;
  readonly OrganizationalUnitId?: string | undefined;
  readonly OrganizationalUnitPath?: string | undefined;
}
export interface NodeType {
  readonly Instance?: InstanceInfo | undefined;
}
export type NodeTypeName = "Instance";
export interface NonCompliantSummary {
  readonly NonCompliantCount?: number | undefined;
  readonly SeveritySummary?: SeveritySummary | undefined;
}
export interface NotificationConfig {
  readonly NotificationArn?: string | undefined;
  readonly NotificationEvents?: readonly (NotificationEvent)[] | undefined;
  readonly NotificationType?: NotificationType | undefined;
}
export type NotificationEvent = "All" | "InProgress" | "Success" | "TimedOut" | "Cancelled" | "Failed";
export type NotificationType = "Command" | "Invocation";
export type OperatingSystem = "WINDOWS" | "AMAZON_LINUX" | "AMAZON_LINUX_2" | "AMAZON_LINUX_2022" | "UBUNTU" | "REDHAT_ENTERPRISE_LINUX" | "SUSE" | "CENTOS" | "ORACLE_LINUX" | "DEBIAN" | "MACOS" | "RASPBIAN" | "ROCKY_LINUX" | "ALMA_LINUX" | "AMAZON_LINUX_2023";
export interface OpsAggregator {
  readonly AggregatorType?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly AttributeName?: string | undefined;
  readonly Values?: { readonly [key: string]: string } | undefined;
  readonly Filters?: readonly (OpsFilter)[] | undefined;
  readonly Aggregators?: readonly (OpsAggregator)[] | undefined;
}
export interface OpsEntity {
  readonly Id?: string | undefined;
  readonly Data?: { readonly [key: string]: OpsEntityItem } | undefined;
}
export interface OpsEntityItem {
  readonly CaptureTime?: string | undefined;
  readonly Content?: readonly ({ readonly [key: string]: string })[] | undefined;
}
export interface OpsFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
  readonly Type?: OpsFilterOperatorType | undefined;
}
export type OpsFilterOperatorType = "Equal" | "NotEqual" | "BeginWith" | "LessThan" | "GreaterThan" | "Exists";
export interface OpsItem {
  readonly CreatedBy?: string | undefined;
  readonly OpsItemType?: string | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly Description?: string | undefined;
  readonly LastModifiedBy?: string | undefined;
  readonly LastModifiedTime?: Date | undefined;
  readonly Notifications?: readonly (OpsItemNotification)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RelatedOpsItems?: readonly (RelatedOpsItem)[] | undefined;
  readonly Status?: OpsItemStatus | undefined;
  readonly OpsItemId?: string | undefined;
  readonly Version?: string | undefined;
  readonly Title?: string | undefined;
  readonly Source?: string | undefined;
  readonly OperationalData?: { readonly [key: string]: OpsItemDataValue } | undefined;
  readonly Category?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ActualStartTime?: Date | undefined;
  readonly ActualEndTime?: Date | undefined;
  readonly PlannedStartTime?: Date | undefined;
  readonly PlannedEndTime?: Date | undefined;
  readonly OpsItemArn?: string | undefined;
}
export type OpsItemDataType = "SearchableString" | "String";
export interface OpsItemDataValue {
  readonly Value?: string | undefined;
  readonly Type?: OpsItemDataType | undefined;
}
export interface OpsItemEventFilter {
  readonly Key: OpsItemEventFilterKey;
  readonly Values: readonly (string)[];
  readonly Operator: OpsItemEventFilterOperator;
}
export type OpsItemEventFilterKey = "OpsItemId";
export type OpsItemEventFilterOperator = "Equal";
export interface OpsItemEventSummary {
  readonly OpsItemId?: string | undefined;
  readonly EventId?: string | undefined;
  readonly Source?: string | undefined;
  readonly DetailType?: string | undefined;
  readonly Detail?: string | undefined;
  readonly CreatedBy?: OpsItemIdentity | undefined;
  readonly CreatedTime?: Date | undefined;
}
export interface OpsItemFilter {
  readonly Key: OpsItemFilterKey;
  readonly Values: readonly (string)[];
  readonly Operator: OpsItemFilterOperator;
}
export type OpsItemFilterKey = "Status" | "CreatedBy" | "Source" | "Priority" | "Title" | "OpsItemId" | "CreatedTime" | "LastModifiedTime" | "ActualStartTime" | "ActualEndTime" | "PlannedStartTime" | "PlannedEndTime" | "OperationalData" | "OperationalDataKey" | "OperationalDataValue" | "ResourceId" | "AutomationId" | "Category" | "Severity" | "OpsItemType" | "AccessRequestByRequesterArn" | "AccessRequestByRequesterId" | "AccessRequestByApproverArn" | "AccessRequestByApproverId" | "AccessRequestBySourceAccountId" | "AccessRequestBySourceOpsItemId" | "AccessRequestBySourceRegion" | "AccessRequestByIsReplica" | "AccessRequestByTargetResourceId" | "ChangeRequestByRequesterArn" | "ChangeRequestByRequesterName" | "ChangeRequestByApproverArn" | "ChangeRequestByApproverName" | "ChangeRequestByTemplate" | "ChangeRequestByTargetsResourceGroup" | "InsightByType" | "AccountId";
export type OpsItemFilterOperator = "Equal" | "Contains" | "GreaterThan" | "LessThan";
export interface OpsItemIdentity {
  readonly Arn?: string | undefined;
}
export interface OpsItemNotification {
  readonly Arn?: string | undefined;
}
export interface OpsItemRelatedItemSummary {
  readonly OpsItemId?: string | undefined;
  readonly AssociationId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly AssociationType?: string | undefined;
  readonly ResourceUri?: string | undefined;
  readonly CreatedBy?: OpsItemIdentity | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly LastModifiedBy?: OpsItemIdentity | undefined;
  readonly LastModifiedTime?: Date | undefined;
}
export interface OpsItemRelatedItemsFilter {
  readonly Key: OpsItemRelatedItemsFilterKey;
  readonly Values: readonly (string)[];
  readonly Operator: OpsItemRelatedItemsFilterOperator;
}
export type OpsItemRelatedItemsFilterKey = "ResourceType" | "AssociationId" | "ResourceUri";
export type OpsItemRelatedItemsFilterOperator = "Equal";
export type OpsItemStatus = "Open" | "InProgress" | "Resolved" | "Pending" | "TimedOut" | "Cancelling" | "Cancelled" | "Failed" | "CompletedWithSuccess" | "CompletedWithFailure" | "Scheduled" | "RunbookInProgress" | "PendingChangeCalendarOverride" | "ChangeCalendarOverrideApproved" | "ChangeCalendarOverrideRejected" | "PendingApproval" | "Approved" | "Revoked" | "Rejected" | "Closed";
export interface OpsItemSummary {
  readonly CreatedBy?: string | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly LastModifiedBy?: string | undefined;
  readonly LastModifiedTime?: Date | undefined;
  readonly Priority?: number | undefined;
  readonly Source?: string | undefined;
  readonly Status?: OpsItemStatus | undefined;
  readonly OpsItemId?: string | undefined;
  readonly Title?: string | undefined;
  readonly OperationalData?: { readonly [key: string]: OpsItemDataValue } | undefined;
  readonly Category?: string | undefined;
  readonly Severity?: string | undefined;
  readonly OpsItemType?: string | undefined;
  readonly ActualStartTime?: Date | undefined;
  readonly ActualEndTime?: Date | undefined;
  readonly PlannedStartTime?: Date | undefined;
  readonly PlannedEndTime?: Date | undefined;
}
export interface OpsMetadata {
  readonly ResourceId?: string | undefined;
  readonly OpsMetadataArn?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
  readonly LastModifiedUser?: string | undefined;
  readonly CreationDate?: Date | undefined;
}
export interface OpsMetadataFilter {
  readonly Key: string;
  readonly Values: readonly (string)[];
}
export interface OpsResultAttribute {
  readonly TypeName: string;
}
export interface OutputSource {
  readonly OutputSourceId?: string | undefined;
  readonly OutputSourceType?: string | undefined;
}
export interface Parameter {
  readonly Name?: string | undefined;
  readonly Type?: ParameterType | undefined;
  readonly Value?: string | undefined;
  readonly Version?: number | undefined;
  readonly Selector?: string | undefined;
  readonly SourceResult?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
  readonly ARN?: string | undefined;
  readonly DataType?: string | undefined;
}
export interface ParameterHistory {
  readonly Name?: string | undefined;
  readonly Type?: ParameterType | undefined;
  readonly KeyId?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
  readonly LastModifiedUser?: string | undefined;
  readonly Description?: string | undefined;
  readonly Value?: string | undefined;
  readonly AllowedPattern?: string | undefined;
  readonly Version?: number | undefined;
  readonly Labels?: readonly (string)[] | undefined;
  readonly Tier?: ParameterTier | undefined;
  readonly Policies?: readonly (ParameterInlinePolicy)[] | undefined;
  readonly DataType?: string | undefined;
}
export interface ParameterInlinePolicy {
  readonly PolicyText?: string | undefined;
  readonly PolicyType?: string | undefined;
  readonly PolicyStatus?: string | undefined;
}
export interface ParameterMetadata {
  readonly Name?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Type?: ParameterType | undefined;
  readonly KeyId?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
  readonly LastModifiedUser?: string | undefined;
  readonly Description?: string | undefined;
  readonly AllowedPattern?: string | undefined;
  readonly Version?: number | undefined;
  readonly Tier?: ParameterTier | undefined;
  readonly Policies?: readonly (ParameterInlinePolicy)[] | undefined;
  readonly DataType?: string | undefined;
}
export interface ParameterStringFilter {
  readonly Key: string;
  readonly Option?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export type ParameterTier = "Standard" | "Advanced" | "Intelligent-Tiering";
export type ParameterType = "String" | "StringList" | "SecureString";
export interface ParametersFilter {
  readonly Key: ParametersFilterKey;
  readonly Values: readonly (string)[];
}
export type ParametersFilterKey = "Name" | "Type" | "KeyId";
export interface ParentStepDetails {
  readonly StepExecutionId?: string | undefined;
  readonly StepName?: string | undefined;
  readonly Action?: string | undefined;
  readonly Iteration?: number | undefined;
  readonly IteratorValue?: string | undefined;
}
export interface Patch {
  readonly Id?: string | undefined;
  readonly ReleaseDate?: Date | undefined;
  readonly Title?: string | undefined;
  readonly Description?: string | undefined;
  readonly ContentUrl?: string | undefined;
  readonly Vendor?: string | undefined;
  readonly ProductFamily?: string | undefined;
  readonly Product?: string | undefined;
  readonly Classification?: string | undefined;
  readonly MsrcSeverity?: string | undefined;
  readonly KbNumber?: string | undefined;
  readonly MsrcNumber?: string | undefined;
  readonly Language?: string | undefined;
  readonly AdvisoryIds?: readonly (string)[] | undefined;
  readonly BugzillaIds?: readonly (string)[] | undefined;
  readonly CVEIds?: readonly (string)[] | undefined;
  readonly Name?: string | undefined;
  readonly Epoch?: number | undefined;
  readonly Version?: string | undefined;
  readonly Release?: string | undefined;
  readonly Arch?: string | undefined;
  readonly Severity?: string | undefined;
  readonly Repository?: string | undefined;
}
export type PatchAction = "ALLOW_AS_DEPENDENCY" | "BLOCK";
export interface PatchBaselineIdentity {
  readonly BaselineId?: string | undefined;
  readonly BaselineName?: string | undefined;
  readonly OperatingSystem?: OperatingSystem | undefined;
  readonly BaselineDescription?: string | undefined;
  readonly DefaultBaseline?: boolean | undefined;
}
export interface PatchComplianceData {
  readonly Title: string;
  readonly KBId: string;
  readonly Classification: string;
  readonly Severity: string;
  readonly State: PatchComplianceDataState;
  readonly InstalledTime: Date;
  readonly CVEIds?: string | undefined;
}
export type PatchComplianceDataState = "INSTALLED" | "INSTALLED_OTHER" | "INSTALLED_PENDING_REBOOT" | "INSTALLED_REJECTED" | "MISSING" | "NOT_APPLICABLE" | "FAILED" | "AVAILABLE_SECURITY_UPDATE";
export type PatchComplianceLevel = "CRITICAL" | "HIGH" | "MEDIUM" | "LOW" | "INFORMATIONAL" | "UNSPECIFIED";
export type PatchComplianceStatus = "COMPLIANT" | "NON_COMPLIANT";
export type PatchDeploymentStatus = "APPROVED" | "PENDING_APPROVAL" | "EXPLICIT_APPROVED" | "EXPLICIT_REJECTED";
export interface PatchFilter {
  readonly Key: PatchFilterKey;
  readonly Values: readonly (string)[];
}
export interface PatchFilterGroup {
  readonly PatchFilters: readonly (PatchFilter)[];
}
export type PatchFilterKey = "ARCH" | "ADVISORY_ID" | "BUGZILLA_ID" | "PATCH_SET" | "PRODUCT" | "PRODUCT_FAMILY" | "CLASSIFICATION" | "CVE_ID" | "EPOCH" | "MSRC_SEVERITY" | "NAME" | "PATCH_ID" | "SECTION" | "PRIORITY" | "REPOSITORY" | "RELEASE" | "SEVERITY" | "SECURITY" | "VERSION";
export interface PatchGroupPatchBaselineMapping {
  readonly PatchGroup?: string | undefined;
  readonly BaselineIdentity?: PatchBaselineIdentity | undefined;
}
export type PatchOperationType = "Scan" | "Install";
export interface PatchOrchestratorFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export type PatchProperty = "PRODUCT" | "PRODUCT_FAMILY" | "CLASSIFICATION" | "MSRC_SEVERITY" | "PRIORITY" | "SEVERITY";
export interface PatchRule {
  readonly PatchFilterGroup: PatchFilterGroup;
  readonly ComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApproveAfterDays?: number | undefined;
  readonly ApproveUntilDate?: string | undefined;
  readonly EnableNonSecurity?: boolean | undefined;
}
export interface PatchRuleGroup {
  readonly PatchRules: readonly (PatchRule)[];
}
export type PatchSet = "OS" | "APPLICATION";
export interface PatchSource {
  readonly Name: string;
  readonly Products: readonly (string)[];
  readonly Configuration: string;
}
export interface PatchStatus {
  readonly DeploymentStatus?: PatchDeploymentStatus | undefined;
  readonly ComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApprovalDate?: Date | undefined;
}
export type PingStatus = "Online" | "ConnectionLost" | "Inactive";
export type PlatformType = "Windows" | "Linux" | "MacOS";
export interface ProgressCounters {
  readonly TotalSteps?: number | undefined;
  readonly SuccessSteps?: number | undefined;
  readonly FailedSteps?: number | undefined;
  readonly CancelledSteps?: number | undefined;
  readonly TimedOutSteps?: number | undefined;
}
export interface PutComplianceItemsRequest {
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly ComplianceType: string;
  readonly ExecutionSummary: ComplianceExecutionSummary;
  readonly Items: readonly (ComplianceItemEntry)[];
  readonly ItemContentHash?: string | undefined;
  readonly UploadType?: ComplianceUploadType | undefined;
}
export interface PutComplianceItemsResult {
}
export interface PutInventoryRequest {
  readonly InstanceId: string;
  readonly Items: readonly (InventoryItem)[];
}
export interface PutInventoryResult {
  readonly Message?: string | undefined;
}
export interface PutParameterRequest {
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly Value: string;
  readonly Type?: ParameterType | undefined;
  readonly KeyId?: string | undefined;
  readonly Overwrite?: boolean | undefined;
  readonly AllowedPattern?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Tier?: ParameterTier | undefined;
  readonly Policies?: string | undefined;
  readonly DataType?: string | undefined;
}
export interface PutParameterResult {
  readonly Version?: number | undefined;
  readonly Tier?: ParameterTier | undefined;
}
export interface PutResourcePolicyRequest {
  readonly ResourceArn: string;
  readonly Policy: string;
  readonly PolicyId?: string | undefined;
  readonly PolicyHash?: string | undefined;
}
export interface PutResourcePolicyResponse {
  readonly PolicyId?: string | undefined;
  readonly PolicyHash?: string | undefined;
}
export type RebootOption = "RebootIfNeeded" | "NoReboot";
export interface RegisterDefaultPatchBaselineRequest {
  readonly BaselineId: string;
}
export interface RegisterDefaultPatchBaselineResult {
  readonly BaselineId?: string | undefined;
}
export interface RegisterPatchBaselineForPatchGroupRequest {
  readonly BaselineId: string;
  readonly PatchGroup: string;
}
export interface RegisterPatchBaselineForPatchGroupResult {
  readonly BaselineId?: string | undefined;
  readonly PatchGroup?: string | undefined;
}
export interface RegisterTargetWithMaintenanceWindowRequest {
  readonly WindowId: string;
  readonly ResourceType: MaintenanceWindowResourceType;
  readonly Targets: readonly (Target)[];
  readonly OwnerInformation?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly ClientToken?: string | undefined;
}
export interface RegisterTargetWithMaintenanceWindowResult {
  readonly WindowTargetId?: string | undefined;
}
export interface RegisterTaskWithMaintenanceWindowRequest {
  readonly WindowId: string;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TaskArn: string;
  readonly ServiceRoleArn?: string | undefined;
  readonly TaskType: MaintenanceWindowTaskType;
  readonly TaskParameters?: { readonly [key: string]: MaintenanceWindowTaskParameterValueExpression } | undefined;
  readonly TaskInvocationParameters?: MaintenanceWindowTaskInvocationParameters | undefined;
  readonly Priority?: number | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly LoggingInfo?: LoggingInfo | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly ClientToken?: string | undefined;
  readonly CutoffBehavior?: MaintenanceWindowTaskCutoffBehavior | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface RegisterTaskWithMaintenanceWindowResult {
  readonly WindowTaskId?: string | undefined;
}
export interface RegistrationMetadataItem {
  readonly Key: string;
  readonly Value: string;
}
export interface RelatedOpsItem {
  readonly OpsItemId: string;
}
export interface RemoveTagsFromResourceRequest {
  readonly ResourceType: ResourceTypeForTagging;
  readonly ResourceId: string;
  readonly TagKeys: readonly (string)[];
}
export interface RemoveTagsFromResourceResult {
}
export interface ResetServiceSettingRequest {
  readonly SettingId: string;
}
export interface ResetServiceSettingResult {
  readonly ServiceSetting?: ServiceSetting | undefined;
}
export interface ResolvedTargets {
  readonly ParameterValues?: readonly (string)[] | undefined;
  readonly Truncated?: boolean | undefined;
}
export interface ResourceComplianceSummaryItem {
  readonly ComplianceType?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Status?: ComplianceStatus | undefined;
  readonly OverallSeverity?: ComplianceSeverity | undefined;
  readonly ExecutionSummary?: ComplianceExecutionSummary | undefined;
  readonly CompliantSummary?: CompliantSummary | undefined;
  readonly NonCompliantSummary?: NonCompliantSummary | undefined;
}
export interface ResourceDataSyncAwsOrganizationsSource {
  readonly OrganizationSourceType: string;
  readonly OrganizationalUnits?: readonly (ResourceDataSyncOrganizationalUnit)[] | undefined;
}
export interface ResourceDataSyncDestinationDataSharing {
  readonly DestinationDataSharingType?: string | undefined;
}
export interface ResourceDataSyncItem {
  readonly SyncName?: string | undefined;
  readonly SyncType?: string | undefined;
  readonly SyncSource?: ResourceDataSyncSourceWithState | undefined;
  readonly S3Destination?: ResourceDataSyncS3Destination | undefined;
  readonly LastSyncTime?: Date | undefined;
  readonly LastSuccessfulSyncTime?: Date | undefined;
  readonly SyncLastModifiedTime?: Date | undefined;
  readonly LastStatus?: LastResourceDataSyncStatus | undefined;
  readonly SyncCreatedTime?: Date | undefined;
  readonly LastSyncStatusMessage?: string | undefined;
}
export interface ResourceDataSyncOrganizationalUnit {
  readonly OrganizationalUnitId?: string | undefined;
}
export interface ResourceDataSyncS3Destination {
  readonly BucketName: string;
  readonly Prefix?: string | undefined;
  readonly SyncFormat: ResourceDataSyncS3Format;
  readonly Region: string;
  readonly AWSKMSKeyARN?: string | undefined;
  readonly DestinationDataSharing?: ResourceDataSyncDestinationDataSharing | undefined;
}
export type ResourceDataSyncS3Format = "JsonSerDe";
export interface ResourceDataSyncSource {
  readonly SourceType: string;
  readonly AwsOrganizationsSource?: ResourceDataSyncAwsOrganizationsSource | undefined;
  readonly SourceRegions: readonly (string)[];
  readonly IncludeFutureRegions?: boolean | undefined;
  readonly EnableAllOpsDataSources?: boolean | undefined;
}
export interface ResourceDataSyncSourceWithState {
  readonly SourceType?: string | undefined;
  readonly AwsOrganizationsSource?: ResourceDataSyncAwsOrganizationsSource | undefined;
  readonly SourceRegions?: readonly (string)[] | undefined;
  readonly IncludeFutureRegions?: boolean | undefined;
  readonly State?: string | undefined;
  readonly EnableAllOpsDataSources?: boolean | undefined;
}
export type ResourceType = "ManagedInstance" | "EC2Instance";
export type ResourceTypeForTagging = "Document" | "ManagedInstance" | "MaintenanceWindow" | "Parameter" | "PatchBaseline" | "OpsItem" | "OpsMetadata" | "Automation" | "Association";
export interface ResultAttribute {
  readonly TypeName: string;
}
export interface ResumeSessionRequest {
  readonly SessionId: string;
}
export interface ResumeSessionResponse {
  readonly SessionId?: string | undefined;
  readonly TokenValue?: string | undefined;
  readonly StreamUrl?: string | undefined;
}
export interface ReviewInformation {
  readonly ReviewedTime?: Date | undefined;
  readonly Status?: ReviewStatus | undefined;
  readonly Reviewer?: string | undefined;
}
export type ReviewStatus = "APPROVED" | "NOT_REVIEWED" | "PENDING" | "REJECTED";
export interface Runbook {
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly TargetParameterName?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
}
export interface S3OutputLocation {
  readonly OutputS3Region?: string | undefined;
  readonly OutputS3BucketName?: string | undefined;
  readonly OutputS3KeyPrefix?: string | undefined;
}
export interface S3OutputUrl {
  readonly OutputUrl?: string | undefined;
}
export interface ScheduledWindowExecution {
  readonly WindowId?: string | undefined;
  readonly Name?: string | undefined;
  readonly ExecutionTime?: string | undefined;
}
export interface SendAutomationSignalRequest {
  readonly AutomationExecutionId: string;
  readonly SignalType: SignalType;
  readonly Payload?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface SendAutomationSignalResult {
}
export interface SendCommandRequest {
  readonly InstanceIds?: readonly (string)[] | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
  readonly DocumentHash?: string | undefined;
  readonly DocumentHashType?: DocumentHashType | undefined;
  readonly TimeoutSeconds?: number | undefined;
  readonly Comment?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly OutputS3Region?: string | undefined;
  readonly OutputS3BucketName?: string | undefined;
  readonly OutputS3KeyPrefix?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly NotificationConfig?: NotificationConfig | undefined;
  readonly CloudWatchOutputConfig?: CloudWatchOutputConfig | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface SendCommandResult {
  readonly Command?: Command | undefined;
}
export interface ServiceSetting {
  readonly SettingId?: string | undefined;
  readonly SettingValue?: string | undefined;
  readonly LastModifiedDate?: Date | undefined;
  readonly LastModifiedUser?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Status?: string | undefined;
}
export interface Session {
  readonly SessionId?: string | undefined;
  readonly Target?: string | undefined;
  readonly Status?: SessionStatus | undefined;
  readonly StartDate?: Date | undefined;
  readonly EndDate?: Date | undefined;
  readonly DocumentName?: string | undefined;
  readonly Owner?: string | undefined;
  readonly Reason?: string | undefined;
  readonly Details?: string | undefined;
  readonly OutputUrl?: SessionManagerOutputUrl | undefined;
  readonly MaxSessionDuration?: string | undefined;
  readonly AccessType?: AccessType | undefined;
}
export interface SessionFilter {
  readonly key: SessionFilterKey;
  readonly value: string;
}
export type SessionFilterKey = "InvokedAfter" | "InvokedBefore" | "Target" | "Owner" | "Status" | "SessionId" | "AccessType";
export interface SessionManagerOutputUrl {
  readonly S3OutputUrl?: string | undefined;
  readonly CloudWatchOutputUrl?: string | undefined;
}
export type SessionState = "Active" | "History";
export type SessionStatus = "Connected" | "Connecting" | "Disconnected" | "Terminated" | "Terminating" | "Failed";
export interface SeveritySummary {
  readonly CriticalCount?: number | undefined;
  readonly HighCount?: number | undefined;
  readonly MediumCount?: number | undefined;
  readonly LowCount?: number | undefined;
  readonly InformationalCount?: number | undefined;
  readonly UnspecifiedCount?: number | undefined;
}
export type SignalType = "Approve" | "Reject" | "StartStep" | "StopStep" | "Resume" | "Revoke";
export type SourceType = "AWS::EC2::Instance" | "AWS::IoT::Thing" | "AWS::SSM::ManagedInstance";
export interface StartAccessRequestRequest {
  readonly Reason: string;
  readonly Targets: readonly (Target)[];
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface StartAccessRequestResponse {
  readonly AccessRequestId?: string | undefined;
}
export interface StartAssociationsOnceRequest {
  readonly AssociationIds: readonly (string)[];
}
export interface StartAssociationsOnceResult {
}
export interface StartAutomationExecutionRequest {
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly ClientToken?: string | undefined;
  readonly Mode?: ExecutionMode | undefined;
  readonly TargetParameterName?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly TargetLocationsURL?: string | undefined;
}
export interface StartAutomationExecutionResult {
  readonly AutomationExecutionId?: string | undefined;
}
export interface StartChangeRequestExecutionRequest {
  readonly ScheduledTime?: Date | undefined;
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly ChangeRequestName?: string | undefined;
  readonly ClientToken?: string | undefined;
  readonly AutoApprove?: boolean | undefined;
  readonly Runbooks: readonly (Runbook)[];
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ScheduledEndTime?: Date | undefined;
  readonly ChangeDetails?: string | undefined;
}
export interface StartChangeRequestExecutionResult {
  readonly AutomationExecutionId?: string | undefined;
}
export interface StartExecutionPreviewRequest {
  readonly DocumentName: string;
  readonly DocumentVersion?: string | undefined;
  readonly ExecutionInputs?: ExecutionInputs | undefined;
}
export interface StartExecutionPreviewResponse {
  readonly ExecutionPreviewId?: string | undefined;
}
export interface StartSessionRequest {
  readonly Target: string;
  readonly DocumentName?: string | undefined;
  readonly Reason?: string | undefined;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface StartSessionResponse {
  readonly SessionId?: string | undefined;
  readonly TokenValue?: string | undefined;
  readonly StreamUrl?: string | undefined;
}
export interface StepExecution {
  readonly StepName?: string | undefined;
  readonly Action?: string | undefined;
  readonly TimeoutSeconds?: number | undefined;
  readonly OnFailure?: string | undefined;
  readonly MaxAttempts?: number | undefined;
  readonly ExecutionStartTime?: Date | undefined;
  readonly ExecutionEndTime?: Date | undefined;
  readonly StepStatus?: AutomationExecutionStatus | undefined;
  readonly ResponseCode?: string | undefined;
  readonly Inputs?: { readonly [key: string]: string } | undefined;
  readonly Outputs?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly Response?: string | undefined;
  readonly FailureMessage?: string | undefined;
  readonly FailureDetails?: FailureDetails | undefined;
  readonly StepExecutionId?: string | undefined;
  readonly OverriddenParameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly IsEnd?: boolean | undefined;
  readonly NextStep?: string | undefined;
  readonly IsCritical?: boolean | undefined;
  readonly ValidNextSteps?: readonly (string)[] | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetLocation?: TargetLocation | undefined;
  readonly TriggeredAlarms?: readonly (AlarmStateInformation)[] | undefined;
  readonly ParentStepDetails?: ParentStepDetails | undefined;
}
export interface StepExecutionFilter {
  readonly Key: StepExecutionFilterKey;
  readonly Values: readonly (string)[];
}
export type StepExecutionFilterKey = "StartTimeBefore" | "StartTimeAfter" | "StepExecutionStatus" | "StepExecutionId" | "StepName" | "Action" | "ParentStepExecutionId" | "ParentStepIteration" | "ParentStepIteratorValue";
export interface StopAutomationExecutionRequest {
  readonly AutomationExecutionId: string;
  readonly Type?: StopType | undefined;
}
export interface StopAutomationExecutionResult {
}
export type StopType = "Complete" | "Cancel";
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface Target {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export interface TargetLocation {
  readonly Accounts?: readonly (string)[] | undefined;
  readonly Regions?: readonly (string)[] | undefined;
  readonly TargetLocationMaxConcurrency?: string | undefined;
  readonly TargetLocationMaxErrors?: string | undefined;
  readonly ExecutionRoleName?: string | undefined;
  readonly TargetLocationAlarmConfiguration?: AlarmConfiguration | undefined;
  readonly IncludeChildOrganizationUnits?: boolean | undefined;
  readonly ExcludeAccounts?: readonly (string)[] | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TargetsMaxConcurrency?: string | undefined;
  readonly TargetsMaxErrors?: string | undefined;
}
export interface TargetPreview {
  readonly Count?: number | undefined;
  readonly TargetType?: string | undefined;
}
export interface TerminateSessionRequest {
  readonly SessionId: string;
}
export interface TerminateSessionResponse {
  readonly SessionId?: string | undefined;
}
export interface UnlabelParameterVersionRequest {
  readonly Name: string;
  readonly ParameterVersion: number;
  readonly Labels: readonly (string)[];
}
export interface UnlabelParameterVersionResult {
  readonly RemovedLabels?: readonly (string)[] | undefined;
  readonly InvalidLabels?: readonly (string)[] | undefined;
}
export interface UpdateAssociationRequest {
  readonly AssociationId: string;
  readonly Parameters?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly OutputLocation?: InstanceAssociationOutputLocation | undefined;
  readonly Name?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly AssociationName?: string | undefined;
  readonly AssociationVersion?: string | undefined;
  readonly AutomationTargetParameterName?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly ComplianceSeverity?: AssociationComplianceSeverity | undefined;
  readonly SyncCompliance?: AssociationSyncCompliance | undefined;
  readonly ApplyOnlyAtCronInterval?: boolean | undefined;
  readonly CalendarNames?: readonly (string)[] | undefined;
  readonly TargetLocations?: readonly (TargetLocation)[] | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly TargetMaps?: readonly ({ readonly [key: string]: readonly (string)[] })[] | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
  readonly AssociationDispatchAssumeRole?: string | undefined;
}
export interface UpdateAssociationResult {
  readonly AssociationDescription?: AssociationDescription | undefined;
}
export interface UpdateAssociationStatusRequest {
  readonly Name: string;
  readonly InstanceId: string;
  readonly AssociationStatus: AssociationStatus;
}
export interface UpdateAssociationStatusResult {
  readonly AssociationDescription?: AssociationDescription | undefined;
}
export interface UpdateDocumentDefaultVersionRequest {
  readonly Name: string;
  readonly DocumentVersion: string;
}
export interface UpdateDocumentDefaultVersionResult {
  readonly Description?: DocumentDefaultVersionDescription | undefined;
}
export interface UpdateDocumentMetadataRequest {
  readonly Name: string;
  readonly DocumentVersion?: string | undefined;
  readonly DocumentReviews: DocumentReviews;
}
export interface UpdateDocumentMetadataResponse {
}
export interface UpdateDocumentRequest {
  readonly Content: string;
  readonly Attachments?: readonly (AttachmentsSource)[] | undefined;
  readonly Name: string;
  readonly DisplayName?: string | undefined;
  readonly VersionName?: string | undefined;
  readonly DocumentVersion?: string | undefined;
  readonly DocumentFormat?: DocumentFormat | undefined;
  readonly TargetType?: string | undefined;
}
export interface UpdateDocumentResult {
  readonly DocumentDescription?: DocumentDescription | undefined;
}
export interface UpdateMaintenanceWindowRequest {
  readonly WindowId: string;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly EndDate?: string | undefined;
  readonly Schedule?: string | undefined;
  readonly ScheduleTimezone?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly Cutoff?: number | undefined;
  readonly AllowUnassociatedTargets?: boolean | undefined;
  readonly Enabled?: boolean | undefined;
  readonly Replace?: boolean | undefined;
}
export interface UpdateMaintenanceWindowResult {
  readonly WindowId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly StartDate?: string | undefined;
  readonly EndDate?: string | undefined;
  readonly Schedule?: string | undefined;
  readonly ScheduleTimezone?: string | undefined;
  readonly ScheduleOffset?: number | undefined;
  readonly Duration?: number | undefined;
  readonly Cutoff?: number | undefined;
  readonly AllowUnassociatedTargets?: boolean | undefined;
  readonly Enabled?: boolean | undefined;
}
export interface UpdateMaintenanceWindowTargetRequest {
  readonly WindowId: string;
  readonly WindowTargetId: string;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Replace?: boolean | undefined;
}
export interface UpdateMaintenanceWindowTargetResult {
  readonly WindowId?: string | undefined;
  readonly WindowTargetId?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly OwnerInformation?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
}
export interface UpdateMaintenanceWindowTaskRequest {
  readonly WindowId: string;
  readonly WindowTaskId: string;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TaskArn?: string | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly TaskParameters?: { readonly [key: string]: MaintenanceWindowTaskParameterValueExpression } | undefined;
  readonly TaskInvocationParameters?: MaintenanceWindowTaskInvocationParameters | undefined;
  readonly Priority?: number | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly LoggingInfo?: LoggingInfo | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Replace?: boolean | undefined;
  readonly CutoffBehavior?: MaintenanceWindowTaskCutoffBehavior | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface UpdateMaintenanceWindowTaskResult {
  readonly WindowId?: string | undefined;
  readonly WindowTaskId?: string | undefined;
  readonly Targets?: readonly (Target)[] | undefined;
  readonly TaskArn?: string | undefined;
  readonly ServiceRoleArn?: string | undefined;
  readonly TaskParameters?: { readonly [key: string]: MaintenanceWindowTaskParameterValueExpression } | undefined;
  readonly TaskInvocationParameters?: MaintenanceWindowTaskInvocationParameters | undefined;
  readonly Priority?: number | undefined;
  readonly MaxConcurrency?: string | undefined;
  readonly MaxErrors?: string | undefined;
  readonly LoggingInfo?: LoggingInfo | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly CutoffBehavior?: MaintenanceWindowTaskCutoffBehavior | undefined;
  readonly AlarmConfiguration?: AlarmConfiguration | undefined;
}
export interface UpdateManagedInstanceRoleRequest {
  readonly InstanceId: string;
  readonly IamRole: string;
}
export interface UpdateManagedInstanceRoleResult {
}
export interface UpdateOpsItemRequest {
  readonly Description?: string | undefined;
  readonly OperationalData?: { readonly [key: string]: OpsItemDataValue } | undefined;
  readonly OperationalDataToDelete?: readonly (string)[] | undefined;
  readonly Notifications?: readonly (OpsItemNotification)[] | undefined;
  readonly Priority?: number | undefined;
  readonly RelatedOpsItems?: readonly (RelatedOpsItem)[] | undefined;
  readonly Status?: OpsItemStatus | undefined;
  readonly OpsItemId: string;
  readonly Title?: string | undefined;
  readonly Category?: string | undefined;
  readonly Severity?: string | undefined;
  readonly ActualStartTime?: Date | undefined;
  readonly ActualEndTime?: Date | undefined;
  readonly PlannedStartTime?: Date | undefined;
  readonly PlannedEndTime?: Date | undefined;
  readonly OpsItemArn?: string | undefined;
}
export interface UpdateOpsItemResponse {
}
export interface UpdateOpsMetadataRequest {
  readonly OpsMetadataArn: string;
  readonly MetadataToUpdate?: { readonly [key: string]: MetadataValue } | undefined;
  readonly KeysToDelete?: readonly (string)[] | undefined;
}
export interface UpdateOpsMetadataResult {
  readonly OpsMetadataArn?: string | undefined;
}
export interface UpdatePatchBaselineRequest {
  readonly BaselineId: string;
  readonly Name?: string | undefined;
  readonly GlobalFilters?: PatchFilterGroup | undefined;
  readonly ApprovalRules?: PatchRuleGroup | undefined;
  readonly ApprovedPatches?: readonly (string)[] | undefined;
  readonly ApprovedPatchesComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApprovedPatchesEnableNonSecurity?: boolean | undefined;
  readonly RejectedPatches?: readonly (string)[] | undefined;
  readonly RejectedPatchesAction?: PatchAction | undefined;
  readonly Description?: string | undefined;
  readonly Sources?: readonly (PatchSource)[] | undefined;
  readonly AvailableSecurityUpdatesComplianceStatus?: PatchComplianceStatus | undefined;
  readonly Replace?: boolean | undefined;
}
export interface UpdatePatchBaselineResult {
  readonly BaselineId?: string | undefined;
  readonly Name?: string | undefined;
  readonly OperatingSystem?: OperatingSystem | undefined;
  readonly GlobalFilters?: PatchFilterGroup | undefined;
  readonly ApprovalRules?: PatchRuleGroup | undefined;
  readonly ApprovedPatches?: readonly (string)[] | undefined;
  readonly ApprovedPatchesComplianceLevel?: PatchComplianceLevel | undefined;
  readonly ApprovedPatchesEnableNonSecurity?: boolean | undefined;
  readonly RejectedPatches?: readonly (string)[] | undefined;
  readonly RejectedPatchesAction?: PatchAction | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly ModifiedDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly Sources?: readonly (PatchSource)[] | undefined;
  readonly AvailableSecurityUpdatesComplianceStatus?: PatchComplianceStatus | undefined;
}
export interface UpdateResourceDataSyncRequest {
  readonly SyncName: string;
  readonly SyncType: string;
  readonly SyncSource: ResourceDataSyncSource;
}
export interface UpdateResourceDataSyncResult {
}
export interface UpdateServiceSettingRequest {
  readonly SettingId: string;
  readonly SettingValue: string;
}
export interface UpdateServiceSettingResult {
}

export interface SsmOperations {
  readonly AddTagsToResource: { readonly input: AddTagsToResourceRequest; readonly output: AddTagsToResourceResult };
  readonly AssociateOpsItemRelatedItem: { readonly input: AssociateOpsItemRelatedItemRequest; readonly output: AssociateOpsItemRelatedItemResponse };
  readonly CancelCommand: { readonly input: CancelCommandRequest; readonly output: CancelCommandResult };
  readonly CancelMaintenanceWindowExecution: { readonly input: CancelMaintenanceWindowExecutionRequest; readonly output: CancelMaintenanceWindowExecutionResult };
  readonly CreateActivation: { readonly input: CreateActivationRequest; readonly output: CreateActivationResult };
  readonly CreateAssociation: { readonly input: CreateAssociationRequest; readonly output: CreateAssociationResult };
  readonly CreateAssociationBatch: { readonly input: CreateAssociationBatchRequest; readonly output: CreateAssociationBatchResult };
  readonly CreateDocument: { readonly input: CreateDocumentRequest; readonly output: CreateDocumentResult };
  readonly CreateMaintenanceWindow: { readonly input: CreateMaintenanceWindowRequest; readonly output: CreateMaintenanceWindowResult };
  readonly CreateOpsItem: { readonly input: CreateOpsItemRequest; readonly output: CreateOpsItemResponse };
  readonly CreateOpsMetadata: { readonly input: CreateOpsMetadataRequest; readonly output: CreateOpsMetadataResult };
  readonly CreatePatchBaseline: { readonly input: CreatePatchBaselineRequest; readonly output: CreatePatchBaselineResult };
  readonly CreateResourceDataSync: { readonly input: CreateResourceDataSyncRequest; readonly output: CreateResourceDataSyncResult };
  readonly DeleteActivation: { readonly input: DeleteActivationRequest; readonly output: DeleteActivationResult };
  readonly DeleteAssociation: { readonly input: DeleteAssociationRequest; readonly output: DeleteAssociationResult };
  readonly DeleteDocument: { readonly input: DeleteDocumentRequest; readonly output: DeleteDocumentResult };
  readonly DeleteInventory: { readonly input: DeleteInventoryRequest; readonly output: DeleteInventoryResult };
  readonly DeleteMaintenanceWindow: { readonly input: DeleteMaintenanceWindowRequest; readonly output: DeleteMaintenanceWindowResult };
  readonly DeleteOpsItem: { readonly input: DeleteOpsItemRequest; readonly output: DeleteOpsItemResponse };
  readonly DeleteOpsMetadata: { readonly input: DeleteOpsMetadataRequest; readonly output: DeleteOpsMetadataResult };
  readonly DeleteParameter: { readonly input: DeleteParameterRequest; readonly output: DeleteParameterResult };
  readonly DeleteParameters: { readonly input: DeleteParametersRequest; readonly output: DeleteParametersResult };
  readonly DeletePatchBaseline: { readonly input: DeletePatchBaselineRequest; readonly output: DeletePatchBaselineResult };
  readonly DeleteResourceDataSync: { readonly input: DeleteResourceDataSyncRequest; readonly output: DeleteResourceDataSyncResult };
  readonly DeleteResourcePolicy: { readonly input: DeleteResourcePolicyRequest; readonly output: DeleteResourcePolicyResponse };
  readonly DeregisterManagedInstance: { readonly input: DeregisterManagedInstanceRequest; readonly output: DeregisterManagedInstanceResult };
  readonly DeregisterPatchBaselineForPatchGroup: { readonly input: DeregisterPatchBaselineForPatchGroupRequest; readonly output: DeregisterPatchBaselineForPatchGroupResult };
  readonly DeregisterTargetFromMaintenanceWindow: { readonly input: DeregisterTargetFromMaintenanceWindowRequest; readonly output: DeregisterTargetFromMaintenanceWindowResult };
  readonly DeregisterTaskFromMaintenanceWindow: { readonly input: DeregisterTaskFromMaintenanceWindowRequest; readonly output: DeregisterTaskFromMaintenanceWindowResult };
  readonly DescribeActivations: { readonly input: DescribeActivationsRequest; readonly output: DescribeActivationsResult };
  readonly DescribeAssociation: { readonly input: DescribeAssociationRequest; readonly output: DescribeAssociationResult };
  readonly DescribeAssociationExecutionTargets: { readonly input: DescribeAssociationExecutionTargetsRequest; readonly output: DescribeAssociationExecutionTargetsResult };
  readonly DescribeAssociationExecutions: { readonly input: DescribeAssociationExecutionsRequest; readonly output: DescribeAssociationExecutionsResult };
  readonly DescribeAutomationExecutions: { readonly input: DescribeAutomationExecutionsRequest; readonly output: DescribeAutomationExecutionsResult };
  readonly DescribeAutomationStepExecutions: { readonly input: DescribeAutomationStepExecutionsRequest; readonly output: DescribeAutomationStepExecutionsResult };
  readonly DescribeAvailablePatches: { readonly input: DescribeAvailablePatchesRequest; readonly output: DescribeAvailablePatchesResult };
  readonly DescribeDocument: { readonly input: DescribeDocumentRequest; readonly output: DescribeDocumentResult };
  readonly DescribeDocumentPermission: { readonly input: DescribeDocumentPermissionRequest; readonly output: DescribeDocumentPermissionResponse };
  readonly DescribeEffectiveInstanceAssociations: { readonly input: DescribeEffectiveInstanceAssociationsRequest; readonly output: DescribeEffectiveInstanceAssociationsResult };
  readonly DescribeEffectivePatchesForPatchBaseline: { readonly input: DescribeEffectivePatchesForPatchBaselineRequest; readonly output: DescribeEffectivePatchesForPatchBaselineResult };
  readonly DescribeInstanceAssociationsStatus: { readonly input: DescribeInstanceAssociationsStatusRequest; readonly output: DescribeInstanceAssociationsStatusResult };
  readonly DescribeInstanceInformation: { readonly input: DescribeInstanceInformationRequest; readonly output: DescribeInstanceInformationResult };
  readonly DescribeInstancePatchStates: { readonly input: DescribeInstancePatchStatesRequest; readonly output: DescribeInstancePatchStatesResult };
  readonly DescribeInstancePatchStatesForPatchGroup: { readonly input: DescribeInstancePatchStatesForPatchGroupRequest; readonly output: DescribeInstancePatchStatesForPatchGroupResult };
  readonly DescribeInstancePatches: { readonly input: DescribeInstancePatchesRequest; readonly output: DescribeInstancePatchesResult };
  readonly DescribeInstanceProperties: { readonly input: DescribeInstancePropertiesRequest; readonly output: DescribeInstancePropertiesResult };
  readonly DescribeInventoryDeletions: { readonly input: DescribeInventoryDeletionsRequest; readonly output: DescribeInventoryDeletionsResult };
  readonly DescribeMaintenanceWindowExecutionTaskInvocations: { readonly input: DescribeMaintenanceWindowExecutionTaskInvocationsRequest; readonly output: DescribeMaintenanceWindowExecutionTaskInvocationsResult };
  readonly DescribeMaintenanceWindowExecutionTasks: { readonly input: DescribeMaintenanceWindowExecutionTasksRequest; readonly output: DescribeMaintenanceWindowExecutionTasksResult };
  readonly DescribeMaintenanceWindowExecutions: { readonly input: DescribeMaintenanceWindowExecutionsRequest; readonly output: DescribeMaintenanceWindowExecutionsResult };
  readonly DescribeMaintenanceWindowSchedule: { readonly input: DescribeMaintenanceWindowScheduleRequest; readonly output: DescribeMaintenanceWindowScheduleResult };
  readonly DescribeMaintenanceWindowTargets: { readonly input: DescribeMaintenanceWindowTargetsRequest; readonly output: DescribeMaintenanceWindowTargetsResult };
  readonly DescribeMaintenanceWindowTasks: { readonly input: DescribeMaintenanceWindowTasksRequest; readonly output: DescribeMaintenanceWindowTasksResult };
  readonly DescribeMaintenanceWindows: { readonly input: DescribeMaintenanceWindowsRequest; readonly output: DescribeMaintenanceWindowsResult };
  readonly DescribeMaintenanceWindowsForTarget: { readonly input: DescribeMaintenanceWindowsForTargetRequest; readonly output: DescribeMaintenanceWindowsForTargetResult };
  readonly DescribeOpsItems: { readonly input: DescribeOpsItemsRequest; readonly output: DescribeOpsItemsResponse };
  readonly DescribeParameters: { readonly input: DescribeParametersRequest; readonly output: DescribeParametersResult };
  readonly DescribePatchBaselines: { readonly input: DescribePatchBaselinesRequest; readonly output: DescribePatchBaselinesResult };
  readonly DescribePatchGroupState: { readonly input: DescribePatchGroupStateRequest; readonly output: DescribePatchGroupStateResult };
  readonly DescribePatchGroups: { readonly input: DescribePatchGroupsRequest; readonly output: DescribePatchGroupsResult };
  readonly DescribePatchProperties: { readonly input: DescribePatchPropertiesRequest; readonly output: DescribePatchPropertiesResult };
  readonly DescribeSessions: { readonly input: DescribeSessionsRequest; readonly output: DescribeSessionsResponse };
  readonly DisassociateOpsItemRelatedItem: { readonly input: DisassociateOpsItemRelatedItemRequest; readonly output: DisassociateOpsItemRelatedItemResponse };
  readonly GetAccessToken: { readonly input: GetAccessTokenRequest; readonly output: GetAccessTokenResponse };
  readonly GetAutomationExecution: { readonly input: GetAutomationExecutionRequest; readonly output: GetAutomationExecutionResult };
  readonly GetCalendarState: { readonly input: GetCalendarStateRequest; readonly output: GetCalendarStateResponse };
  readonly GetCommandInvocation: { readonly input: GetCommandInvocationRequest; readonly output: GetCommandInvocationResult };
  readonly GetConnectionStatus: { readonly input: GetConnectionStatusRequest; readonly output: GetConnectionStatusResponse };
  readonly GetDefaultPatchBaseline: { readonly input: GetDefaultPatchBaselineRequest; readonly output: GetDefaultPatchBaselineResult };
  readonly GetDeployablePatchSnapshotForInstance: { readonly input: GetDeployablePatchSnapshotForInstanceRequest; readonly output: GetDeployablePatchSnapshotForInstanceResult };
  readonly GetDocument: { readonly input: GetDocumentRequest; readonly output: GetDocumentResult };
  readonly GetExecutionPreview: { readonly input: GetExecutionPreviewRequest; readonly output: GetExecutionPreviewResponse };
  readonly GetInventory: { readonly input: GetInventoryRequest; readonly output: GetInventoryResult };
  readonly GetInventorySchema: { readonly input: GetInventorySchemaRequest; readonly output: GetInventorySchemaResult };
  readonly GetMaintenanceWindow: { readonly input: GetMaintenanceWindowRequest; readonly output: GetMaintenanceWindowResult };
  readonly GetMaintenanceWindowExecution: { readonly input: GetMaintenanceWindowExecutionRequest; readonly output: GetMaintenanceWindowExecutionResult };
  readonly GetMaintenanceWindowExecutionTask: { readonly input: GetMaintenanceWindowExecutionTaskRequest; readonly output: GetMaintenanceWindowExecutionTaskResult };
  readonly GetMaintenanceWindowExecutionTaskInvocation: { readonly input: GetMaintenanceWindowExecutionTaskInvocationRequest; readonly output: GetMaintenanceWindowExecutionTaskInvocationResult };
  readonly GetMaintenanceWindowTask: { readonly input: GetMaintenanceWindowTaskRequest; readonly output: GetMaintenanceWindowTaskResult };
  readonly GetOpsItem: { readonly input: GetOpsItemRequest; readonly output: GetOpsItemResponse };
  readonly GetOpsMetadata: { readonly input: GetOpsMetadataRequest; readonly output: GetOpsMetadataResult };
  readonly GetOpsSummary: { readonly input: GetOpsSummaryRequest; readonly output: GetOpsSummaryResult };
  readonly GetParameter: { readonly input: GetParameterRequest; readonly output: GetParameterResult };
  readonly GetParameterHistory: { readonly input: GetParameterHistoryRequest; readonly output: GetParameterHistoryResult };
  readonly GetParameters: { readonly input: GetParametersRequest; readonly output: GetParametersResult };
  readonly GetParametersByPath: { readonly input: GetParametersByPathRequest; readonly output: GetParametersByPathResult };
  readonly GetPatchBaseline: { readonly input: GetPatchBaselineRequest; readonly output: GetPatchBaselineResult };
  readonly GetPatchBaselineForPatchGroup: { readonly input: GetPatchBaselineForPatchGroupRequest; readonly output: GetPatchBaselineForPatchGroupResult };
  readonly GetResourcePolicies: { readonly input: GetResourcePoliciesRequest; readonly output: GetResourcePoliciesResponse };
  readonly GetServiceSetting: { readonly input: GetServiceSettingRequest; readonly output: GetServiceSettingResult };
  readonly LabelParameterVersion: { readonly input: LabelParameterVersionRequest; readonly output: LabelParameterVersionResult };
  readonly ListAssociationVersions: { readonly input: ListAssociationVersionsRequest; readonly output: ListAssociationVersionsResult };
  readonly ListAssociations: { readonly input: ListAssociationsRequest; readonly output: ListAssociationsResult };
  readonly ListCommandInvocations: { readonly input: ListCommandInvocationsRequest; readonly output: ListCommandInvocationsResult };
  readonly ListCommands: { readonly input: ListCommandsRequest; readonly output: ListCommandsResult };
  readonly ListComplianceItems: { readonly input: ListComplianceItemsRequest; readonly output: ListComplianceItemsResult };
  readonly ListComplianceSummaries: { readonly input: ListComplianceSummariesRequest; readonly output: ListComplianceSummariesResult };
  readonly ListDocumentMetadataHistory: { readonly input: ListDocumentMetadataHistoryRequest; readonly output: ListDocumentMetadataHistoryResponse };
  readonly ListDocumentVersions: { readonly input: ListDocumentVersionsRequest; readonly output: ListDocumentVersionsResult };
  readonly ListDocuments: { readonly input: ListDocumentsRequest; readonly output: ListDocumentsResult };
  readonly ListInventoryEntries: { readonly input: ListInventoryEntriesRequest; readonly output: ListInventoryEntriesResult };
  readonly ListNodes: { readonly input: ListNodesRequest; readonly output: ListNodesResult };
  readonly ListNodesSummary: { readonly input: ListNodesSummaryRequest; readonly output: ListNodesSummaryResult };
  readonly ListOpsItemEvents: { readonly input: ListOpsItemEventsRequest; readonly output: ListOpsItemEventsResponse };
  readonly ListOpsItemRelatedItems: { readonly input: ListOpsItemRelatedItemsRequest; readonly output: ListOpsItemRelatedItemsResponse };
  readonly ListOpsMetadata: { readonly input: ListOpsMetadataRequest; readonly output: ListOpsMetadataResult };
  readonly ListResourceComplianceSummaries: { readonly input: ListResourceComplianceSummariesRequest; readonly output: ListResourceComplianceSummariesResult };
  readonly ListResourceDataSync: { readonly input: ListResourceDataSyncRequest; readonly output: ListResourceDataSyncResult };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResult };
  readonly ModifyDocumentPermission: { readonly input: ModifyDocumentPermissionRequest; readonly output: ModifyDocumentPermissionResponse };
  readonly PutComplianceItems: { readonly input: PutComplianceItemsRequest; readonly output: PutComplianceItemsResult };
  readonly PutInventory: { readonly input: PutInventoryRequest; readonly output: PutInventoryResult };
  readonly PutParameter: { readonly input: PutParameterRequest; readonly output: PutParameterResult };
  readonly PutResourcePolicy: { readonly input: PutResourcePolicyRequest; readonly output: PutResourcePolicyResponse };
  readonly RegisterDefaultPatchBaseline: { readonly input: RegisterDefaultPatchBaselineRequest; readonly output: RegisterDefaultPatchBaselineResult };
  readonly RegisterPatchBaselineForPatchGroup: { readonly input: RegisterPatchBaselineForPatchGroupRequest; readonly output: RegisterPatchBaselineForPatchGroupResult };
  readonly RegisterTargetWithMaintenanceWindow: { readonly input: RegisterTargetWithMaintenanceWindowRequest; readonly output: RegisterTargetWithMaintenanceWindowResult };
  readonly RegisterTaskWithMaintenanceWindow: { readonly input: RegisterTaskWithMaintenanceWindowRequest; readonly output: RegisterTaskWithMaintenanceWindowResult };
  readonly RemoveTagsFromResource: { readonly input: RemoveTagsFromResourceRequest; readonly output: RemoveTagsFromResourceResult };
  readonly ResetServiceSetting: { readonly input: ResetServiceSettingRequest; readonly output: ResetServiceSettingResult };
  readonly ResumeSession: { readonly input: ResumeSessionRequest; readonly output: ResumeSessionResponse };
  readonly SendAutomationSignal: { readonly input: SendAutomationSignalRequest; readonly output: SendAutomationSignalResult };
  readonly SendCommand: { readonly input: SendCommandRequest; readonly output: SendCommandResult };
  readonly StartAccessRequest: { readonly input: StartAccessRequestRequest; readonly output: StartAccessRequestResponse };
  readonly StartAssociationsOnce: { readonly input: StartAssociationsOnceRequest; readonly output: StartAssociationsOnceResult };
  readonly StartAutomationExecution: { readonly input: StartAutomationExecutionRequest; readonly output: StartAutomationExecutionResult };
  readonly StartChangeRequestExecution: { readonly input: StartChangeRequestExecutionRequest; readonly output: StartChangeRequestExecutionResult };
  readonly StartExecutionPreview: { readonly input: StartExecutionPreviewRequest; readonly output: StartExecutionPreviewResponse };
  readonly StartSession: { readonly input: StartSessionRequest; readonly output: StartSessionResponse };
  readonly StopAutomationExecution: { readonly input: StopAutomationExecutionRequest; readonly output: StopAutomationExecutionResult };
  readonly TerminateSession: { readonly input: TerminateSessionRequest; readonly output: TerminateSessionResponse };
  readonly UnlabelParameterVersion: { readonly input: UnlabelParameterVersionRequest; readonly output: UnlabelParameterVersionResult };
  readonly UpdateAssociation: { readonly input: UpdateAssociationRequest; readonly output: UpdateAssociationResult };
  readonly UpdateAssociationStatus: { readonly input: UpdateAssociationStatusRequest; readonly output: UpdateAssociationStatusResult };
  readonly UpdateDocument: { readonly input: UpdateDocumentRequest; readonly output: UpdateDocumentResult };
  readonly UpdateDocumentDefaultVersion: { readonly input: UpdateDocumentDefaultVersionRequest; readonly output: UpdateDocumentDefaultVersionResult };
  readonly UpdateDocumentMetadata: { readonly input: UpdateDocumentMetadataRequest; readonly output: UpdateDocumentMetadataResponse };
  readonly UpdateMaintenanceWindow: { readonly input: UpdateMaintenanceWindowRequest; readonly output: UpdateMaintenanceWindowResult };
  readonly UpdateMaintenanceWindowTarget: { readonly input: UpdateMaintenanceWindowTargetRequest; readonly output: UpdateMaintenanceWindowTargetResult };
  readonly UpdateMaintenanceWindowTask: { readonly input: UpdateMaintenanceWindowTaskRequest; readonly output: UpdateMaintenanceWindowTaskResult };
  readonly UpdateManagedInstanceRole: { readonly input: UpdateManagedInstanceRoleRequest; readonly output: UpdateManagedInstanceRoleResult };
  readonly UpdateOpsItem: { readonly input: UpdateOpsItemRequest; readonly output: UpdateOpsItemResponse };
  readonly UpdateOpsMetadata: { readonly input: UpdateOpsMetadataRequest; readonly output: UpdateOpsMetadataResult };
  readonly UpdatePatchBaseline: { readonly input: UpdatePatchBaselineRequest; readonly output: UpdatePatchBaselineResult };
  readonly UpdateResourceDataSync: { readonly input: UpdateResourceDataSyncRequest; readonly output: UpdateResourceDataSyncResult };
  readonly UpdateServiceSetting: { readonly input: UpdateServiceSettingRequest; readonly output: UpdateServiceSettingResult };
}
