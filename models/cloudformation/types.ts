// Generated from the API model of CloudFormation; see scripts/generate-models.

export type AccountFilterType = "NONE" | "INTERSECTION" | "DIFFERENCE" | "UNION";
export interface AccountGateResult {
  readonly Status?: AccountGateStatus | undefined;
  readonly StatusReason?: string | undefined;
}
export type AccountGateStatus = "SUCCEEDED" | "FAILED" | "SKIPPED";
export interface AccountLimit {
  readonly Name?: string | undefined;
  readonly Value?: number | undefined;
}
export interface ActivateOrganizationsAccessInput {
}
export interface ActivateOrganizationsAccessOutput {
}
export interface ActivateTypeInput {
  readonly Type?: ThirdPartyType | undefined;
  readonly PublicTypeArn?: string | undefined;
  readonly PublisherId?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly TypeNameAlias?: string | undefined;
  readonly AutoUpdate?: boolean | undefined;
  readonly LoggingConfig?: LoggingConfig | undefined;
  readonly ExecutionRoleArn?: string | undefined;
  readonly VersionBump?: VersionBump | undefined;
  readonly MajorVersion?: number | undefined;
}
export interface ActivateTypeOutput {
  readonly Arn?: string | undefined;
}
export type AfterValueFrom = "TEMPLATE";
export interface Annotation {
  readonly AnnotationName?: string | undefined;
  readonly Status?: AnnotationStatus | undefined;
  readonly StatusMessage?: string | undefined;
  readonly RemediationMessage?: string | undefined;
  readonly RemediationLink?: string | undefined;
  readonly SeverityLevel?: AnnotationSeverityLevel | undefined;
}
export type AnnotationSeverityLevel = "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
export type AnnotationStatus = "PASSED" | "FAILED" | "SKIPPED";
export type AttributeChangeType = "Add" | "Remove" | "Modify" | "SyncWithActual";
export interface AutoDeployment {
  readonly Enabled?: boolean | undefined;
  readonly RetainStacksOnAccountRemoval?: boolean | undefined;
  readonly DependsOn?: readonly (string)[] | undefined;
}
export interface BatchDescribeTypeConfigurationsError {
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly TypeConfigurationIdentifier?: TypeConfigurationIdentifier | undefined;
}
export interface BatchDescribeTypeConfigurationsInput {
  readonly TypeConfigurationIdentifiers: readonly (TypeConfigurationIdentifier)[];
}
export interface BatchDescribeTypeConfigurationsOutput {
  readonly Errors?: readonly (BatchDescribeTypeConfigurationsError)[] | undefined;
  readonly UnprocessedTypeConfigurations?: readonly (TypeConfigurationIdentifier)[] | undefined;
  readonly TypeConfigurations?: readonly (TypeConfigurationDetails)[] | undefined;
}
export type BeaconStackOperationStatus = "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
export type BeforeValueFrom = "PREVIOUS_DEPLOYMENT_STATE" | "ACTUAL_STATE";
export type CallAs = "SELF" | "DELEGATED_ADMIN";
export interface CancelUpdateStackInput {
  readonly StackName: string;
  readonly ClientRequestToken?: string | undefined;
}
export type Capability = "CAPABILITY_IAM" | "CAPABILITY_NAMED_IAM" | "CAPABILITY_AUTO_EXPAND";
export type Category = "REGISTERED" | "ACTIVATED" | "THIRD_PARTY" | "AWS_TYPES";
export interface Change {
  readonly Type?: ChangeType | undefined;
  readonly HookInvocationCount?: number | undefined;
  readonly ResourceChange?: ResourceChange | undefined;
}
export type ChangeAction = "Add" | "Modify" | "Remove" | "Import" | "Dynamic" | "SyncWithActual";
export interface ChangeSetHook {
  readonly InvocationPoint?: HookInvocationPoint | undefined;
  readonly FailureMode?: HookFailureMode | undefined;
  readonly TypeName?: string | undefined;
  readonly TypeVersionId?: string | undefined;
  readonly TypeConfigurationVersionId?: string | undefined;
  readonly TargetDetails?: ChangeSetHookTargetDetails | undefined;
}
export interface ChangeSetHookResourceTargetDetails {
  readonly LogicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly ResourceAction?: ChangeAction | undefined;
}
export interface ChangeSetHookTargetDetails {
  readonly TargetType?: HookTargetType | undefined;
  readonly ResourceTargetDetails?: ChangeSetHookResourceTargetDetails | undefined;
}
export type ChangeSetHooksStatus = "PLANNING" | "PLANNED" | "UNAVAILABLE";
export type ChangeSetStatus = "CREATE_PENDING" | "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "DELETE_PENDING" | "DELETE_IN_PROGRESS" | "DELETE_COMPLETE" | "DELETE_FAILED" | "FAILED";
export interface ChangeSetSummary {
  readonly StackId?: string | undefined;
  readonly StackName?: string | undefined;
  readonly ChangeSetId?: string | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly ExecutionStatus?: ExecutionStatus | undefined;
  readonly Status?: ChangeSetStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly CreationTime?: Date | undefined;
  readonly Description?: string | undefined;
  readonly IncludeNestedStacks?: boolean | undefined;
  readonly ParentChangeSetId?: string | undefined;
  readonly RootChangeSetId?: string | undefined;
  readonly ImportExistingResources?: boolean | undefined;
}
export type ChangeSetType = "CREATE" | "UPDATE" | "IMPORT";
export type ChangeSource = "ResourceReference" | "ParameterReference" | "ResourceAttribute" | "DirectModification" | "Automatic" | "NoModification";
export type ChangeType = "Resource";
export type ConcurrencyMode = "STRICT_FAILURE_TOLERANCE" | "SOFT_FAILURE_TOLERANCE";
export interface ContinueUpdateRollbackInput {
  readonly StackName: string;
  readonly RoleARN?: string | undefined;
  readonly ResourcesToSkip?: readonly (string)[] | undefined;
  readonly ClientRequestToken?: string | undefined;
}
export interface ContinueUpdateRollbackOutput {
}
export interface CreateChangeSetInput {
  readonly StackName: string;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly NotificationARNs?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ChangeSetName: string;
  readonly ClientToken?: string | undefined;
  readonly Description?: string | undefined;
  readonly ChangeSetType?: ChangeSetType | undefined;
  readonly ResourcesToImport?: readonly (ResourceToImport)[] | undefined;
  readonly IncludeNestedStacks?: boolean | undefined;
  readonly OnStackFailure?: OnStackFailure | undefined;
  readonly ImportExistingResources?: boolean | undefined;
  readonly DeploymentMode?: DeploymentMode | undefined;
}
export interface CreateChangeSetOutput {
  readonly Id?: string | undefined;
  readonly StackId?: string | undefined;
}
export interface CreateGeneratedTemplateInput {
  readonly Resources?: readonly (ResourceDefinition)[] | undefined;
  readonly GeneratedTemplateName: string;
  readonly StackName?: string | undefined;
  readonly TemplateConfiguration?: TemplateConfiguration | undefined;
}
export interface CreateGeneratedTemplateOutput {
  readonly GeneratedTemplateId?: string | undefined;
}
export interface CreateStackInput {
  readonly StackName: string;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly DisableRollback?: boolean | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly TimeoutInMinutes?: number | undefined;
  readonly NotificationARNs?: readonly (string)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly OnFailure?: OnFailure | undefined;
  readonly StackPolicyBody?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly EnableTerminationProtection?: boolean | undefined;
  readonly RetainExceptOnCreate?: boolean | undefined;
}
export interface CreateStackInstancesInput {
  readonly StackSetName: string;
  readonly Accounts?: readonly (string)[] | undefined;
  readonly DeploymentTargets?: DeploymentTargets | undefined;
  readonly Regions: readonly (string)[];
  readonly ParameterOverrides?: readonly (Parameter)[] | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly OperationId?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface CreateStackInstancesOutput {
  readonly OperationId?: string | undefined;
}
export interface CreateStackOutput {
  readonly StackId?: string | undefined;
  readonly OperationId?: string | undefined;
}
export interface CreateStackRefactorInput {
  readonly Description?: string | undefined;
  readonly EnableStackCreation?: boolean | undefined;
  readonly ResourceMappings?: readonly (ResourceMapping)[] | undefined;
  readonly StackDefinitions: readonly (StackDefinition)[];
}
export interface CreateStackRefactorOutput {
  readonly StackRefactorId: string;
}
export interface CreateStackSetInput {
  readonly StackSetName: string;
  readonly Description?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly StackId?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AdministrationRoleARN?: string | undefined;
  readonly ExecutionRoleName?: string | undefined;
  readonly PermissionModel?: PermissionModels | undefined;
  readonly AutoDeployment?: AutoDeployment | undefined;
  readonly CallAs?: CallAs | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly ManagedExecution?: ManagedExecution | undefined;
}
export interface CreateStackSetOutput {
  readonly StackSetId?: string | undefined;
}
export interface DeactivateOrganizationsAccessInput {
}
export interface DeactivateOrganizationsAccessOutput {
}
export interface DeactivateTypeInput {
  readonly TypeName?: string | undefined;
  readonly Type?: ThirdPartyType | undefined;
  readonly Arn?: string | undefined;
}
export interface DeactivateTypeOutput {
}
export interface DeleteChangeSetInput {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
}
export interface DeleteChangeSetOutput {
}
export interface DeleteGeneratedTemplateInput {
  readonly GeneratedTemplateName: string;
}
export interface DeleteStackInput {
  readonly StackName: string;
  readonly RetainResources?: readonly (string)[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly DeletionMode?: DeletionMode | undefined;
}
export interface DeleteStackInstancesInput {
  readonly StackSetName: string;
  readonly Accounts?: readonly (string)[] | undefined;
  readonly DeploymentTargets?: DeploymentTargets | undefined;
  readonly Regions: readonly (string)[];
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly RetainStacks: boolean;
  readonly OperationId?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface DeleteStackInstancesOutput {
  readonly OperationId?: string | undefined;
}
export interface DeleteStackSetInput {
  readonly StackSetName: string;
  readonly CallAs?: CallAs | undefined;
}
export interface DeleteStackSetOutput {
}
export type DeletionMode = "STANDARD" | "FORCE_DELETE_STACK";
export type DeploymentMode = "REVERT_DRIFT";
export interface DeploymentTargets {
  readonly Accounts?: readonly (string)[] | undefined;
  readonly AccountsUrl?: string | undefined;
  readonly OrganizationalUnitIds?: readonly (string)[] | undefined;
  readonly AccountFilterType?: AccountFilterType | undefined;
}
export type DeprecatedStatus = "LIVE" | "DEPRECATED";
export interface DeregisterTypeInput {
  readonly Arn?: string | undefined;
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface DeregisterTypeOutput {
}
export interface DescribeAccountLimitsInput {
  readonly NextToken?: string | undefined;
}
export interface DescribeAccountLimitsOutput {
  readonly AccountLimits?: readonly (AccountLimit)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeChangeSetHooksInput {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly LogicalResourceId?: string | undefined;
}
export interface DescribeChangeSetHooksOutput {
  readonly ChangeSetId?: string | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly Hooks?: readonly (ChangeSetHook)[] | undefined;
  readonly Status?: ChangeSetHooksStatus | undefined;
  readonly NextToken?: string | undefined;
  readonly StackId?: string | undefined;
  readonly StackName?: string | undefined;
}
export interface DescribeChangeSetInput {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly IncludePropertyValues?: boolean | undefined;
}
export interface DescribeChangeSetOutput {
  readonly ChangeSetName?: string | undefined;
  readonly ChangeSetId?: string | undefined;
  readonly StackId?: string | undefined;
  readonly StackName?: string | undefined;
  readonly Description?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly CreationTime?: Date | undefined;
  readonly ExecutionStatus?: ExecutionStatus | undefined;
  readonly Status?: ChangeSetStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly StackDriftStatus?: StackDriftStatus | undefined;
  readonly NotificationARNs?: readonly (string)[] | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly Changes?: readonly (Change)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly IncludeNestedStacks?: boolean | undefined;
  readonly ParentChangeSetId?: string | undefined;
  readonly RootChangeSetId?: string | undefined;
  readonly OnStackFailure?: OnStackFailure | undefined;
  readonly ImportExistingResources?: boolean | undefined;
  readonly DeploymentMode?: DeploymentMode | undefined;
}
export interface DescribeEventsInput {
  readonly StackName?: string | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly OperationId?: string | undefined;
  readonly Filters?: EventFilter | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeEventsOutput {
  readonly OperationEvents?: readonly (OperationEvent)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeGeneratedTemplateInput {
  readonly GeneratedTemplateName: string;
}
export interface DescribeGeneratedTemplateOutput {
  readonly GeneratedTemplateId?: string | undefined;
  readonly GeneratedTemplateName?: string | undefined;
  readonly Resources?: readonly (ResourceDetail)[] | undefined;
  readonly Status?: GeneratedTemplateStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly CreationTime?: Date | undefined;
  readonly LastUpdatedTime?: Date | undefined;
  readonly Progress?: TemplateProgress | undefined;
  readonly StackId?: string | undefined;
  readonly TemplateConfiguration?: TemplateConfiguration | undefined;
  readonly TotalWarnings?: number | undefined;
}
export interface DescribeOrganizationsAccessInput {
  readonly CallAs?: CallAs | undefined;
}
export interface DescribeOrganizationsAccessOutput {
  readonly Status?: OrganizationStatus | undefined;
}
export interface DescribePublisherInput {
  readonly PublisherId?: string | undefined;
}
export interface DescribePublisherOutput {
  readonly PublisherId?: string | undefined;
  readonly PublisherStatus?: PublisherStatus | undefined;
  readonly IdentityProvider?: IdentityProvider | undefined;
  readonly PublisherProfile?: string | undefined;
}
export interface DescribeResourceScanInput {
  readonly ResourceScanId: string;
}
export interface DescribeResourceScanOutput {
  readonly ResourceScanId?: string | undefined;
  readonly Status?: ResourceScanStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly PercentageCompleted?: number | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly ResourcesScanned?: number | undefined;
  readonly ResourcesRead?: number | undefined;
  readonly ScanFilters?: readonly (ScanFilter)[] | undefined;
}
export interface DescribeStackDriftDetectionStatusInput {
  readonly StackDriftDetectionId: string;
}
export interface DescribeStackDriftDetectionStatusOutput {
  readonly StackId: string;
  readonly StackDriftDetectionId: string;
  readonly StackDriftStatus?: StackDriftStatus | undefined;
  readonly DetectionStatus: StackDriftDetectionStatus;
  readonly DetectionStatusReason?: string | undefined;
  readonly DriftedStackResourceCount?: number | undefined;
  readonly Timestamp: Date;
}
export interface DescribeStackEventsInput {
  readonly StackName: string;
  readonly NextToken?: string | undefined;
}
export interface DescribeStackEventsOutput {
  readonly StackEvents?: readonly (StackEvent)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeStackInstanceInput {
  readonly StackSetName: string;
  readonly StackInstanceAccount: string;
  readonly StackInstanceRegion: string;
  readonly CallAs?: CallAs | undefined;
}
export interface DescribeStackInstanceOutput {
  readonly StackInstance?: StackInstance | undefined;
}
export interface DescribeStackRefactorInput {
  readonly StackRefactorId: string;
}
export interface DescribeStackRefactorOutput {
  readonly Description?: string | undefined;
  readonly StackRefactorId?: string | undefined;
  readonly StackIds?: readonly (string)[] | undefined;
  readonly ExecutionStatus?: StackRefactorExecutionStatus | undefined;
  readonly ExecutionStatusReason?: string | undefined;
  readonly Status?: StackRefactorStatus | undefined;
  readonly StatusReason?: string | undefined;
}
export interface DescribeStackResourceDriftsInput {
  readonly StackName: string;
  readonly StackResourceDriftStatusFilters?: readonly (StackResourceDriftStatus)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface DescribeStackResourceDriftsOutput {
  readonly StackResourceDrifts: readonly (StackResourceDrift)[];
  readonly NextToken?: string | undefined;
}
export interface DescribeStackResourceInput {
  readonly StackName: string;
  readonly LogicalResourceId: string;
}
export interface DescribeStackResourceOutput {
  readonly StackResourceDetail?: StackResourceDetail | undefined;
}
export interface DescribeStackResourcesInput {
  readonly StackName?: string | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly PhysicalResourceId?: string | undefined;
}
export interface DescribeStackResourcesOutput {
  readonly StackResources?: readonly (StackResource)[] | undefined;
}
export interface DescribeStackSetInput {
  readonly StackSetName: string;
  readonly CallAs?: CallAs | undefined;
}
export interface DescribeStackSetOperationInput {
  readonly StackSetName: string;
  readonly OperationId: string;
  readonly CallAs?: CallAs | undefined;
}
export interface DescribeStackSetOperationOutput {
  readonly StackSetOperation?: StackSetOperation | undefined;
}
export interface DescribeStackSetOutput {
  readonly StackSet?: StackSet | undefined;
}
export interface DescribeStacksInput {
  readonly StackName?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeStacksOutput {
  readonly Stacks?: readonly (Stack)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface DescribeTypeInput {
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly Arn?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly PublisherId?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
}
export interface DescribeTypeOutput {
  readonly Arn?: string | undefined;
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly DefaultVersionId?: string | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly TypeTestsStatus?: TypeTestsStatus | undefined;
  readonly TypeTestsStatusDescription?: string | undefined;
  readonly Description?: string | undefined;
  readonly Schema?: string | undefined;
  readonly ProvisioningType?: ProvisioningType | undefined;
  readonly DeprecatedStatus?: DeprecatedStatus | undefined;
  readonly LoggingConfig?: LoggingConfig | undefined;
  readonly RequiredActivatedTypes?: readonly (RequiredActivatedType)[] | undefined;
  readonly ExecutionRoleArn?: string | undefined;
  readonly Visibility?: Visibility | undefined;
  readonly SourceUrl?: string | undefined;
  readonly DocumentationUrl?: string | undefined;
  readonly LastUpdated?: Date | undefined;
  readonly TimeCreated?: Date | undefined;
  readonly ConfigurationSchema?: string | undefined;
  readonly PublisherId?: string | undefined;
  readonly OriginalTypeName?: string | undefined;
  readonly OriginalTypeArn?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
  readonly LatestPublicVersion?: string | undefined;
  readonly IsActivated?: boolean | undefined;
  readonly AutoUpdate?: boolean | undefined;
}
export interface DescribeTypeRegistrationInput {
  readonly RegistrationToken: string;
}
export interface DescribeTypeRegistrationOutput {
  readonly ProgressStatus?: RegistrationStatus | undefined;
  readonly Description?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly TypeVersionArn?: string | undefined;
}
export type DetailedStatus = "CONFIGURATION_COMPLETE" | "VALIDATION_FAILED";
export interface DetectStackDriftInput {
  readonly StackName: string;
  readonly LogicalResourceIds?: readonly (string)[] | undefined;
}
export interface DetectStackDriftOutput {
  readonly StackDriftDetectionId: string;
}
export interface DetectStackResourceDriftInput {
  readonly StackName: string;
  readonly LogicalResourceId: string;
}
export interface DetectStackResourceDriftOutput {
  readonly StackResourceDrift: StackResourceDrift;
}
export interface DetectStackSetDriftInput {
  readonly StackSetName: string;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly OperationId?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface DetectStackSetDriftOutput {
  readonly OperationId?: string | undefined;
}
export type DifferenceType = "ADD" | "REMOVE" | "NOT_EQUAL";
export type DriftIgnoredReason = "MANAGED_BY_AWS" | "WRITE_ONLY_PROPERTY";
export interface EstimateTemplateCostInput {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
}
export interface EstimateTemplateCostOutput {
  readonly Url?: string | undefined;
}
export type EvaluationType = "Static" | "Dynamic";
export interface EventFilter {
  readonly FailedEvents?: boolean | undefined;
}
export type EventType = "STACK_EVENT" | "PROGRESS_EVENT" | "VALIDATION_ERROR" | "PROVISIONING_ERROR" | "HOOK_INVOCATION_ERROR";
export interface ExecuteChangeSetInput {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly DisableRollback?: boolean | undefined;
  readonly RetainExceptOnCreate?: boolean | undefined;
}
export interface ExecuteChangeSetOutput {
}
export interface ExecuteStackRefactorInput {
  readonly StackRefactorId: string;
}
export type ExecutionStatus = "UNAVAILABLE" | "AVAILABLE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED" | "OBSOLETE";
export interface Export {
  readonly ExportingStackId?: string | undefined;
  readonly Name?: string | undefined;
  readonly Value?: string | undefined;
}
export type GeneratedTemplateDeletionPolicy = "DELETE" | "RETAIN";
export type GeneratedTemplateResourceStatus = "PENDING" | "IN_PROGRESS" | "FAILED" | "COMPLETE";
export type GeneratedTemplateStatus = "CREATE_PENDING" | "UPDATE_PENDING" | "DELETE_PENDING" | "CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS" | "DELETE_IN_PROGRESS" | "FAILED" | "COMPLETE";
export type GeneratedTemplateUpdateReplacePolicy = "DELETE" | "RETAIN";
export interface GetGeneratedTemplateInput {
  readonly Format?: TemplateFormat | undefined;
  readonly GeneratedTemplateName: string;
}
export interface GetGeneratedTemplateOutput {
  readonly Status?: GeneratedTemplateStatus | undefined;
  readonly TemplateBody?: string | undefined;
}
export interface GetHookResultInput {
  readonly HookResultId?: string | undefined;
}
export interface GetHookResultOutput {
  readonly HookResultId?: string | undefined;
  readonly InvocationPoint?: HookInvocationPoint | undefined;
  readonly FailureMode?: HookFailureMode | undefined;
  readonly TypeName?: string | undefined;
  readonly OriginalTypeName?: string | undefined;
  readonly TypeVersionId?: string | undefined;
  readonly TypeConfigurationVersionId?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly Status?: HookStatus | undefined;
  readonly HookStatusReason?: string | undefined;
  readonly InvokedAt?: Date | undefined;
  readonly Target?: HookTarget | undefined;
  readonly Annotations?: readonly (Annotation)[] | undefined;
}
export interface GetStackPolicyInput {
  readonly StackName: string;
}
export interface GetStackPolicyOutput {
  readonly StackPolicyBody?: string | undefined;
}
export interface GetTemplateInput {
  readonly StackName?: string | undefined;
  readonly ChangeSetName?: string | undefined;
  readonly TemplateStage?: TemplateStage | undefined;
}
export interface GetTemplateOutput {
  readonly TemplateBody?: string | undefined;
  readonly StagesAvailable?: readonly (TemplateStage)[] | undefined;
}
export interface GetTemplateSummaryInput {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly StackName?: string | undefined;
  readonly StackSetName?: string | undefined;
  readonly CallAs?: CallAs | undefined;
  readonly TemplateSummaryConfig?: TemplateSummaryConfig | undefined;
}
export interface GetTemplateSummaryOutput {
  readonly Parameters?: readonly (ParameterDeclaration)[] | undefined;
  readonly Description?: string | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly CapabilitiesReason?: string | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly Version?: string | undefined;
  readonly Metadata?: string | undefined;
  readonly DeclaredTransforms?: readonly (string)[] | undefined;
  readonly ResourceIdentifierSummaries?: readonly (ResourceIdentifierSummary)[] | undefined;
  readonly Warnings?: Warnings | undefined;
}
export type HandlerErrorCode = "NotUpdatable" | "InvalidRequest" | "AccessDenied" | "InvalidCredentials" | "AlreadyExists" | "NotFound" | "ResourceConflict" | "Throttling" | "ServiceLimitExceeded" | "NotStabilized" | "GeneralServiceException" | "ServiceInternalError" | "NetworkFailure" | "InternalFailure" | "InvalidTypeConfiguration" | "HandlerInternalFailure" | "NonCompliant" | "Unknown" | "UnsupportedTarget";
export type HookFailureMode = "FAIL" | "WARN";
export type HookInvocationPoint = "PRE_PROVISION";
export interface HookResultSummary {
  readonly HookResultId?: string | undefined;
  readonly InvocationPoint?: HookInvocationPoint | undefined;
  readonly FailureMode?: HookFailureMode | undefined;
  readonly TypeName?: string | undefined;
  readonly TypeVersionId?: string | undefined;
  readonly TypeConfigurationVersionId?: string | undefined;
  readonly Status?: HookStatus | undefined;
  readonly HookStatusReason?: string | undefined;
  readonly InvokedAt?: Date | undefined;
  readonly TargetType?: ListHookResultsTargetType | undefined;
  readonly TargetId?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly HookExecutionTarget?: string | undefined;
}
export type HookStatus = "HOOK_IN_PROGRESS" | "HOOK_COMPLETE_SUCCEEDED" | "HOOK_COMPLETE_FAILED" | "HOOK_FAILED";
export interface HookTarget {
  readonly TargetType: HookTargetType;
  readonly TargetTypeName: string;
  readonly TargetId: string;
  readonly Action: HookTargetAction;
}
export type HookTargetAction = "CREATE" | "UPDATE" | "DELETE" | "IMPORT";
export type HookTargetType = "RESOURCE";
export type IdentityProvider = "AWS_Marketplace" | "GitHub" | "Bitbucket";
export interface ImportStacksToStackSetInput {
  readonly StackSetName: string;
  readonly StackIds?: readonly (string)[] | undefined;
  readonly StackIdsUrl?: string | undefined;
  readonly OrganizationalUnitIds?: readonly (string)[] | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly OperationId?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface ImportStacksToStackSetOutput {
  readonly OperationId?: string | undefined;
}
export interface ListChangeSetsInput {
  readonly StackName: string;
  readonly NextToken?: string | undefined;
}
export interface ListChangeSetsOutput {
  readonly Summaries?: readonly (ChangeSetSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListExportsInput {
  readonly NextToken?: string | undefined;
}
export interface ListExportsOutput {
  readonly Exports?: readonly (Export)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListGeneratedTemplatesInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListGeneratedTemplatesOutput {
  readonly Summaries?: readonly (TemplateSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListHookResultsInput {
  readonly TargetType?: ListHookResultsTargetType | undefined;
  readonly TargetId?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly Status?: HookStatus | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListHookResultsOutput {
  readonly TargetType?: ListHookResultsTargetType | undefined;
  readonly TargetId?: string | undefined;
  readonly HookResults?: readonly (HookResultSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export type ListHookResultsTargetType = "CHANGE_SET" | "STACK" | "RESOURCE" | "CLOUD_CONTROL";
export interface ListImportsInput {
  readonly ExportName: string;
  readonly NextToken?: string | undefined;
}
export interface ListImportsOutput {
  readonly Imports?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceScanRelatedResourcesInput {
  readonly ResourceScanId: string;
  readonly Resources: readonly (ScannedResourceIdentifier)[];
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourceScanRelatedResourcesOutput {
  readonly RelatedResources?: readonly (ScannedResource)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceScanResourcesInput {
  readonly ResourceScanId: string;
  readonly ResourceIdentifier?: string | undefined;
  readonly ResourceTypePrefix?: string | undefined;
  readonly TagKey?: string | undefined;
  readonly TagValue?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourceScanResourcesOutput {
  readonly Resources?: readonly (ScannedResource)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceScansInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly ScanTypeFilter?: ScanType | undefined;
}
export interface ListResourceScansOutput {
  readonly ResourceScanSummaries?: readonly (ResourceScanSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackInstanceResourceDriftsInput {
  readonly StackSetName: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly StackInstanceResourceDriftStatuses?: readonly (StackResourceDriftStatus)[] | undefined;
  readonly StackInstanceAccount: string;
  readonly StackInstanceRegion: string;
  readonly OperationId: string;
  readonly CallAs?: CallAs | undefined;
}
export interface ListStackInstanceResourceDriftsOutput {
  readonly Summaries?: readonly (StackInstanceResourceDriftsSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackInstancesInput {
  readonly StackSetName: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly Filters?: readonly (StackInstanceFilter)[] | undefined;
  readonly StackInstanceAccount?: string | undefined;
  readonly StackInstanceRegion?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface ListStackInstancesOutput {
  readonly Summaries?: readonly (StackInstanceSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackRefactorActionsInput {
  readonly StackRefactorId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListStackRefactorActionsOutput {
  readonly StackRefactorActions: readonly (StackRefactorAction)[];
  readonly NextToken?: string | undefined;
}
export interface ListStackRefactorsInput {
  readonly ExecutionStatusFilter?: readonly (StackRefactorExecutionStatus)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListStackRefactorsOutput {
  readonly StackRefactorSummaries: readonly (StackRefactorSummary)[];
  readonly NextToken?: string | undefined;
}
export interface ListStackResourcesInput {
  readonly StackName: string;
  readonly NextToken?: string | undefined;
}
export interface ListStackResourcesOutput {
  readonly StackResourceSummaries?: readonly (StackResourceSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackSetAutoDeploymentTargetsInput {
  readonly StackSetName: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface ListStackSetAutoDeploymentTargetsOutput {
  readonly Summaries?: readonly (StackSetAutoDeploymentTargetSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackSetOperationResultsInput {
  readonly StackSetName: string;
  readonly OperationId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly CallAs?: CallAs | undefined;
  readonly Filters?: readonly (OperationResultFilter)[] | undefined;
}
export interface ListStackSetOperationResultsOutput {
  readonly Summaries?: readonly (StackSetOperationResultSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackSetOperationsInput {
  readonly StackSetName: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface ListStackSetOperationsOutput {
  readonly Summaries?: readonly (StackSetOperationSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStackSetsInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly Status?: StackSetStatus | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface ListStackSetsOutput {
  readonly Summaries?: readonly (StackSetSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListStacksInput {
  readonly NextToken?: string | undefined;
  readonly StackStatusFilter?: readonly (StackStatus)[] | undefined;
}
export interface ListStacksOutput {
  readonly StackSummaries?: readonly (StackSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTypeRegistrationsInput {
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly RegistrationStatusFilter?: RegistrationStatus | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTypeRegistrationsOutput {
  readonly RegistrationTokenList?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTypeVersionsInput {
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly Arn?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly DeprecatedStatus?: DeprecatedStatus | undefined;
  readonly PublisherId?: string | undefined;
}
export interface ListTypeVersionsOutput {
  readonly TypeVersionSummaries?: readonly (TypeVersionSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTypesInput {
  readonly Visibility?: Visibility | undefined;
  readonly ProvisioningType?: ProvisioningType | undefined;
  readonly DeprecatedStatus?: DeprecatedStatus | undefined;
  readonly Type?: RegistryType | undefined;
  readonly Filters?: TypeFilters | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTypesOutput {
  readonly TypeSummaries?: readonly (TypeSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface LiveResourceDrift {
  readonly PreviousValue?: string | undefined;
  readonly ActualValue?: string | undefined;
  readonly DriftDetectionTimestamp?: Date | undefined;
}
export interface LoggingConfig {
  readonly LogRoleArn: string;
  readonly LogGroupName: string;
}
export interface ManagedExecution {
  readonly Active?: boolean | undefined;
}
export interface ModuleInfo {
  readonly TypeHierarchy?: string | undefined;
  readonly LogicalIdHierarchy?: string | undefined;
}
export type OnFailure = "DO_NOTHING" | "ROLLBACK" | "DELETE";
export type OnStackFailure = "DO_NOTHING" | "ROLLBACK" | "DELETE";
export interface OperationEntry {
  readonly OperationType?: OperationType | undefined;
  readonly OperationId?: string | undefined;
}
export interface OperationEvent {
  readonly EventId?: string | undefined;
  readonly StackId?: string | undefined;
  readonly OperationId?: string | undefined;
  readonly OperationType?: OperationType | undefined;
  readonly OperationStatus?: BeaconStackOperationStatus | undefined;
  readonly EventType?: EventType | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly Timestamp?: Date | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly ResourceStatus?: ResourceStatus | undefined;
  readonly ResourceStatusReason?: string | undefined;
  readonly ResourceProperties?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly HookType?: string | undefined;
  readonly HookStatus?: HookStatus | undefined;
  readonly HookStatusReason?: string | undefined;
  readonly HookInvocationPoint?: HookInvocationPoint | undefined;
  readonly HookFailureMode?: HookFailureMode | undefined;
  readonly DetailedStatus?: DetailedStatus | undefined;
  readonly ValidationFailureMode?: HookFailureMode | undefined;
  readonly ValidationName?: string | undefined;
  readonly ValidationStatus?: ValidationStatus | undefined;
  readonly ValidationStatusReason?: string | undefined;
  readonly ValidationPath?: string | undefined;
}
export interface OperationResultFilter {
  readonly Name?: OperationResultFilterName | undefined;
  readonly Values?: string | undefined;
}
export type OperationResultFilterName = "OPERATION_RESULT_STATUS";
export type OperationStatus = "PENDING" | "IN_PROGRESS" | "SUCCESS" | "FAILED";
export type OperationType = "CREATE_STACK" | "UPDATE_STACK" | "DELETE_STACK" | "CONTINUE_ROLLBACK" | "ROLLBACK" | "CREATE_CHANGESET";
export type OrganizationStatus = "ENABLED" | "DISABLED" | "DISABLED_PERMANENTLY";
export interface Output {
  readonly OutputKey?: string | undefined;
  readonly OutputValue?: string | undefined;
  readonly Description?: string | undefined;
  readonly ExportName?: string | undefined;
}
export interface Parameter {
  readonly ParameterKey?: string | undefined;
  readonly ParameterValue?: string | undefined;
  readonly UsePreviousValue?: boolean | undefined;
  readonly ResolvedValue?: string | undefined;
}
export interface ParameterConstraints {
  readonly AllowedValues?: readonly (string)[] | undefined;
}
export interface ParameterDeclaration {
  readonly ParameterKey?: string | undefined;
  readonly DefaultValue?: string | undefined;
  readonly ParameterType?: string | undefined;
  readonly NoEcho?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly ParameterConstraints?: ParameterConstraints | undefined;
}
export type PermissionModels = "SERVICE_MANAGED" | "SELF_MANAGED";
export interface PhysicalResourceIdContextKeyValuePair {
  readonly Key: string;
  readonly Value: string;
}
export type PolicyAction = "Delete" | "Retain" | "Snapshot" | "ReplaceAndDelete" | "ReplaceAndRetain" | "ReplaceAndSnapshot";
export interface PropertyDifference {
  readonly PropertyPath: string;
  readonly ExpectedValue: string;
  readonly ActualValue: string;
  readonly DifferenceType: DifferenceType;
}
export type ProvisioningType = "NON_PROVISIONABLE" | "IMMUTABLE" | "FULLY_MUTABLE";
export interface PublishTypeInput {
  readonly Type?: ThirdPartyType | undefined;
  readonly Arn?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
}
export interface PublishTypeOutput {
  readonly PublicTypeArn?: string | undefined;
}
export type PublisherStatus = "VERIFIED" | "UNVERIFIED";
export interface RecordHandlerProgressInput {
  readonly BearerToken: string;
  readonly OperationStatus: OperationStatus;
  readonly CurrentOperationStatus?: OperationStatus | undefined;
  readonly StatusMessage?: string | undefined;
  readonly ErrorCode?: HandlerErrorCode | undefined;
  readonly ResourceModel?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
}
export interface RecordHandlerProgressOutput {
}
export type RegionConcurrencyType = "SEQUENTIAL" | "PARALLEL";
export interface RegisterPublisherInput {
  readonly AcceptTermsAndConditions?: boolean | undefined;
  readonly ConnectionArn?: string | undefined;
}
export interface RegisterPublisherOutput {
  readonly PublisherId?: string | undefined;
}
export interface RegisterTypeInput {
  readonly Type?: RegistryType | undefined;
  readonly TypeName: string;
  readonly SchemaHandlerPackage: string;
  readonly LoggingConfig?: LoggingConfig | undefined;
  readonly ExecutionRoleArn?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
}
export interface RegisterTypeOutput {
  readonly RegistrationToken?: string | undefined;
}
export type RegistrationStatus = "COMPLETE" | "IN_PROGRESS" | "FAILED";
export type RegistryType = "RESOURCE" | "MODULE" | "HOOK";
export type Replacement = "True" | "False" | "Conditional";
export interface RequiredActivatedType {
  readonly TypeNameAlias?: string | undefined;
  readonly OriginalTypeName?: string | undefined;
  readonly PublisherId?: string | undefined;
  readonly SupportedMajorVersions?: readonly (number)[] | undefined;
}
export type RequiresRecreation = "Never" | "Conditionally" | "Always";
export type ResourceAttribute = "Properties" | "Metadata" | "CreationPolicy" | "UpdatePolicy" | "DeletionPolicy" | "UpdateReplacePolicy" | "Tags";
export interface ResourceChange {
  readonly PolicyAction?: PolicyAction | undefined;
  readonly Action?: ChangeAction | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly Replacement?: Replacement | undefined;
  readonly Scope?: readonly (ResourceAttribute)[] | undefined;
  readonly ResourceDriftStatus?: StackResourceDriftStatus | undefined;
  readonly ResourceDriftIgnoredAttributes?: readonly (ResourceDriftIgnoredAttribute)[] | undefined;
  readonly Details?: readonly (ResourceChangeDetail)[] | undefined;
  readonly ChangeSetId?: string | undefined;
  readonly ModuleInfo?: ModuleInfo | undefined;
  readonly BeforeContext?: string | undefined;
  readonly AfterContext?: string | undefined;
  readonly PreviousDeploymentContext?: string | undefined;
}
export interface ResourceChangeDetail {
  readonly Target?: ResourceTargetDefinition | undefined;
  readonly Evaluation?: EvaluationType | undefined;
  readonly ChangeSource?: ChangeSource | undefined;
  readonly CausingEntity?: string | undefined;
}
export interface ResourceDefinition {
  readonly ResourceType: string;
  readonly LogicalResourceId?: string | undefined;
  readonly ResourceIdentifier: { readonly [key: string]: string };
}
export interface ResourceDetail {
  readonly ResourceType?: string | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly ResourceIdentifier?: { readonly [key: string]: string } | undefined;
  readonly ResourceStatus?: GeneratedTemplateResourceStatus | undefined;
  readonly ResourceStatusReason?: string | undefined;
  readonly Warnings?: readonly (WarningDetail)[] | undefined;
}
export interface ResourceDriftIgnoredAttribute {
  readonly Path?: string | undefined;
  readonly Reason?: DriftIgnoredReason | undefined;
}
export interface ResourceIdentifierSummary {
  readonly ResourceType?: string | undefined;
  readonly LogicalResourceIds?: readonly (string)[] | undefined;
  readonly ResourceIdentifiers?: readonly (string)[] | undefined;
}
export interface ResourceLocation {
  readonly StackName: string;
  readonly LogicalResourceId: string;
}
export interface ResourceMapping {
  readonly Source: ResourceLocation;
  readonly Destination: ResourceLocation;
}
export type ResourceScanStatus = "IN_PROGRESS" | "FAILED" | "COMPLETE" | "EXPIRED";
export interface ResourceScanSummary {
  readonly ResourceScanId?: string | undefined;
  readonly Status?: ResourceScanStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly PercentageCompleted?: number | undefined;
  readonly ScanType?: ScanType | undefined;
}
export type ResourceSignalStatus = "SUCCESS" | "FAILURE";
export type ResourceStatus = "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "DELETE_SKIPPED" | "UPDATE_IN_PROGRESS" | "UPDATE_FAILED" | "UPDATE_COMPLETE" | "IMPORT_FAILED" | "IMPORT_COMPLETE" | "IMPORT_IN_PROGRESS" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE" | "EXPORT_FAILED" | "EXPORT_COMPLETE" | "EXPORT_IN_PROGRESS" | "EXPORT_ROLLBACK_IN_PROGRESS" | "EXPORT_ROLLBACK_FAILED" | "EXPORT_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "UPDATE_ROLLBACK_FAILED" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED";
export interface ResourceTargetDefinition {
  readonly Attribute?: ResourceAttribute | undefined;
  readonly Name?: string | undefined;
  readonly RequiresRecreation?: RequiresRecreation | undefined;
  readonly Path?: string | undefined;
  readonly BeforeValue?: string | undefined;
  readonly AfterValue?: string | undefined;
  readonly BeforeValueFrom?: BeforeValueFrom | undefined;
  readonly AfterValueFrom?: AfterValueFrom | undefined;
  readonly Drift?: LiveResourceDrift | undefined;
  readonly AttributeChangeType?: AttributeChangeType | undefined;
}
export interface ResourceToImport {
  readonly ResourceType: string;
  readonly LogicalResourceId: string;
  readonly ResourceIdentifier: { readonly [key: string]: string };
}
export interface RollbackConfiguration {
  readonly RollbackTriggers?: readonly (RollbackTrigger)[] | undefined;
  readonly MonitoringTimeInMinutes?: number | undefined;
}
export interface RollbackStackInput {
  readonly StackName: string;
  readonly RoleARN?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly RetainExceptOnCreate?: boolean | undefined;
}
export interface RollbackStackOutput {
  readonly StackId?: string | undefined;
  readonly OperationId?: string | undefined;
}
export interface RollbackTrigger {
  readonly Arn: string;
  readonly Type: string;
}
export interface ScanFilter {
  readonly Types?: readonly (string)[] | undefined;
}
export type ScanType = "FULL" | "PARTIAL";
export interface ScannedResource {
  readonly ResourceType?: string | undefined;
  readonly ResourceIdentifier?: { readonly [key: string]: string } | undefined;
  readonly ManagedByStack?: boolean | undefined;
}
export interface ScannedResourceIdentifier {
  readonly ResourceType: string;
  readonly ResourceIdentifier: { readonly [key: string]: string };
}
export interface SetStackPolicyInput {
  readonly StackName: string;
  readonly StackPolicyBody?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
}
export interface SetTypeConfigurationInput {
  readonly TypeArn?: string | undefined;
  readonly Configuration: string;
  readonly ConfigurationAlias?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly Type?: ThirdPartyType | undefined;
}
export interface SetTypeConfigurationOutput {
  readonly ConfigurationArn?: string | undefined;
}
export interface SetTypeDefaultVersionInput {
  readonly Arn?: string | undefined;
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface SetTypeDefaultVersionOutput {
}
export interface SignalResourceInput {
  readonly StackName: string;
  readonly LogicalResourceId: string;
  readonly UniqueId: string;
  readonly Status: ResourceSignalStatus;
}
export interface Stack {
  readonly StackId?: string | undefined;
  readonly StackName: string;
  readonly ChangeSetId?: string | undefined;
  readonly Description?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly CreationTime: Date;
  readonly DeletionTime?: Date | undefined;
  readonly LastUpdatedTime?: Date | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly StackStatus: StackStatus;
  readonly StackStatusReason?: string | undefined;
  readonly DisableRollback?: boolean | undefined;
  readonly NotificationARNs?: readonly (string)[] | undefined;
  readonly TimeoutInMinutes?: number | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly Outputs?: readonly (Output)[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EnableTerminationProtection?: boolean | undefined;
  readonly ParentId?: string | undefined;
  readonly RootId?: string | undefined;
  readonly DriftInformation?: StackDriftInformation | undefined;
  readonly RetainExceptOnCreate?: boolean | undefined;
  readonly DeletionMode?: DeletionMode | undefined;
  readonly DetailedStatus?: DetailedStatus | undefined;
  readonly LastOperations?: readonly (OperationEntry)[] | undefined;
}
export interface StackDefinition {
  readonly StackName?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}
export type StackDriftDetectionStatus = "DETECTION_IN_PROGRESS" | "DETECTION_FAILED" | "DETECTION_COMPLETE";
export interface StackDriftInformation {
  readonly StackDriftStatus: StackDriftStatus;
  readonly LastCheckTimestamp?: Date | undefined;
}
export interface StackDriftInformationSummary {
  readonly StackDriftStatus: StackDriftStatus;
  readonly LastCheckTimestamp?: Date | undefined;
}
export type StackDriftStatus = "DRIFTED" | "IN_SYNC" | "UNKNOWN" | "NOT_CHECKED";
export interface StackEvent {
  readonly StackId: string;
  readonly EventId: string;
  readonly StackName: string;
  readonly OperationId?: string | undefined;
  readonly LogicalResourceId?: string | undefined;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly Timestamp: Date;
  readonly ResourceStatus?: ResourceStatus | undefined;
  readonly ResourceStatusReason?: string | undefined;
  readonly ResourceProperties?: string | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly HookType?: string | undefined;
  readonly HookStatus?: HookStatus | undefined;
  readonly HookStatusReason?: string | undefined;
  readonly HookInvocationPoint?: HookInvocationPoint | undefined;
  readonly HookInvocationId?: string | undefined;
  readonly HookFailureMode?: HookFailureMode | undefined;
  readonly DetailedStatus?: DetailedStatus | undefined;
}
export interface StackInstance {
  readonly StackSetId?: string | undefined;
  readonly Region?: string | undefined;
  readonly Account?: string | undefined;
  readonly StackId?: string | undefined;
  readonly ParameterOverrides?: readonly (Parameter)[] | undefined;
  readonly Status?: StackInstanceStatus | undefined;
  readonly StackInstanceStatus?: StackInstanceComprehensiveStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly OrganizationalUnitId?: string | undefined;
  readonly DriftStatus?: StackDriftStatus | undefined;
  readonly LastDriftCheckTimestamp?: Date | undefined;
  readonly LastOperationId?: string | undefined;
}
export interface StackInstanceComprehensiveStatus {
  readonly DetailedStatus?: StackInstanceDetailedStatus | undefined;
}
export type StackInstanceDetailedStatus = "PENDING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED" | "INOPERABLE" | "SKIPPED_SUSPENDED_ACCOUNT" | "FAILED_IMPORT";
export interface StackInstanceFilter {
  readonly Name?: StackInstanceFilterName | undefined;
  readonly Values?: string | undefined;
}
export type StackInstanceFilterName = "DETAILED_STATUS" | "LAST_OPERATION_ID" | "DRIFT_STATUS";
export interface StackInstanceResourceDriftsSummary {
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string | undefined;
  readonly PhysicalResourceIdContext?: readonly (PhysicalResourceIdContextKeyValuePair)[] | undefined;
  readonly ResourceType: string;
  readonly PropertyDifferences?: readonly (PropertyDifference)[] | undefined;
  readonly StackResourceDriftStatus: StackResourceDriftStatus;
  readonly Timestamp: Date;
}
export type StackInstanceStatus = "CURRENT" | "OUTDATED" | "INOPERABLE";
export interface StackInstanceSummary {
  readonly StackSetId?: string | undefined;
  readonly Region?: string | undefined;
  readonly Account?: string | undefined;
  readonly StackId?: string | undefined;
  readonly Status?: StackInstanceStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly StackInstanceStatus?: StackInstanceComprehensiveStatus | undefined;
  readonly OrganizationalUnitId?: string | undefined;
  readonly DriftStatus?: StackDriftStatus | undefined;
  readonly LastDriftCheckTimestamp?: Date | undefined;
  readonly LastOperationId?: string | undefined;
}
export interface StackRefactorAction {
  readonly Action?: StackRefactorActionType | undefined;
  readonly Entity?: StackRefactorActionEntity | undefined;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceIdentifier?: string | undefined;
  readonly Description?: string | undefined;
  readonly Detection?: StackRefactorDetection | undefined;
  readonly DetectionReason?: string | undefined;
  readonly TagResources?: readonly (Tag)[] | undefined;
  readonly UntagResources?: readonly (string)[] | undefined;
  readonly ResourceMapping?: ResourceMapping | undefined;
}
export type StackRefactorActionEntity = "RESOURCE" | "STACK";
export type StackRefactorActionType = "MOVE" | "CREATE";
export type StackRefactorDetection = "AUTO" | "MANUAL";
export type StackRefactorExecutionStatus = "UNAVAILABLE" | "AVAILABLE" | "OBSOLETE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_COMPLETE" | "ROLLBACK_FAILED";
export type StackRefactorStatus = "CREATE_IN_PROGRESS" | "CREATE_COMPLETE" | "CREATE_FAILED" | "DELETE_IN_PROGRESS" | "DELETE_COMPLETE" | "DELETE_FAILED";
export interface StackRefactorSummary {
  readonly StackRefactorId?: string | undefined;
  readonly Description?: string | undefined;
  readonly ExecutionStatus?: StackRefactorExecutionStatus | undefined;
  readonly ExecutionStatusReason?: string | undefined;
  readonly Status?: StackRefactorStatus | undefined;
  readonly StatusReason?: string | undefined;
}
export interface StackResource {
  readonly StackName?: string | undefined;
  readonly StackId?: string | undefined;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType: string;
  readonly Timestamp: Date;
  readonly ResourceStatus: ResourceStatus;
  readonly ResourceStatusReason?: string | undefined;
  readonly Description?: string | undefined;
  readonly DriftInformation?: StackResourceDriftInformation | undefined;
  readonly ModuleInfo?: ModuleInfo | undefined;
}
export interface StackResourceDetail {
  readonly StackName?: string | undefined;
  readonly StackId?: string | undefined;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType: string;
  readonly LastUpdatedTimestamp: Date;
  readonly ResourceStatus: ResourceStatus;
  readonly ResourceStatusReason?: string | undefined;
  readonly Description?: string | undefined;
  readonly Metadata?: string | undefined;
  readonly DriftInformation?: StackResourceDriftInformation | undefined;
  readonly ModuleInfo?: ModuleInfo | undefined;
}
export interface StackResourceDrift {
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string | undefined;
  readonly PhysicalResourceIdContext?: readonly (PhysicalResourceIdContextKeyValuePair)[] | undefined;
  readonly ResourceType: string;
  readonly ExpectedProperties?: string | undefined;
  readonly ActualProperties?: string | undefined;
  readonly PropertyDifferences?: readonly (PropertyDifference)[] | undefined;
  readonly StackResourceDriftStatus: StackResourceDriftStatus;
  readonly Timestamp: Date;
  readonly ModuleInfo?: ModuleInfo | undefined;
  readonly DriftStatusReason?: string | undefined;
}
export interface StackResourceDriftInformation {
  readonly StackResourceDriftStatus: StackResourceDriftStatus;
  readonly LastCheckTimestamp?: Date | undefined;
}
export interface StackResourceDriftInformationSummary {
  readonly StackResourceDriftStatus: StackResourceDriftStatus;
  readonly LastCheckTimestamp?: Date | undefined;
}
export type StackResourceDriftStatus = "IN_SYNC" | "MODIFIED" | "DELETED" | "NOT_CHECKED" | "UNKNOWN" | "UNSUPPORTED";
export interface StackResourceSummary {
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType: string;
  readonly LastUpdatedTimestamp: Date;
  readonly ResourceStatus: ResourceStatus;
  readonly ResourceStatusReason?: string | undefined;
  readonly DriftInformation?: StackResourceDriftInformationSummary | undefined;
  readonly ModuleInfo?: ModuleInfo | undefined;
}
export interface StackSet {
  readonly StackSetName?: string | undefined;
  readonly StackSetId?: string | undefined;
  readonly Description?: string | undefined;
  readonly Status?: StackSetStatus | undefined;
  readonly TemplateBody?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly StackSetARN?: string | undefined;
  readonly AdministrationRoleARN?: string | undefined;
  readonly ExecutionRoleName?: string | undefined;
  readonly StackSetDriftDetectionDetails?: StackSetDriftDetectionDetails | undefined;
  readonly AutoDeployment?: AutoDeployment | undefined;
  readonly PermissionModel?: PermissionModels | undefined;
  readonly OrganizationalUnitIds?: readonly (string)[] | undefined;
  readonly ManagedExecution?: ManagedExecution | undefined;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface StackSetAutoDeploymentTargetSummary {
  readonly OrganizationalUnitId?: string | undefined;
  readonly Regions?: readonly (string)[] | undefined;
}
export interface StackSetDriftDetectionDetails {
  readonly DriftStatus?: StackSetDriftStatus | undefined;
  readonly DriftDetectionStatus?: StackSetDriftDetectionStatus | undefined;
  readonly LastDriftCheckTimestamp?: Date | undefined;
  readonly TotalStackInstancesCount?: number | undefined;
  readonly DriftedStackInstancesCount?: number | undefined;
  readonly InSyncStackInstancesCount?: number | undefined;
  readonly InProgressStackInstancesCount?: number | undefined;
  readonly FailedStackInstancesCount?: number | undefined;
}
export type StackSetDriftDetectionStatus = "COMPLETED" | "FAILED" | "PARTIAL_SUCCESS" | "IN_PROGRESS" | "STOPPED";
export type StackSetDriftStatus = "DRIFTED" | "IN_SYNC" | "NOT_CHECKED";
export interface StackSetOperation {
  readonly OperationId?: string | undefined;
  readonly StackSetId?: string | undefined;
  readonly Action?: StackSetOperationAction | undefined;
  readonly Status?: StackSetOperationStatus | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly RetainStacks?: boolean | undefined;
  readonly AdministrationRoleARN?: string | undefined;
  readonly ExecutionRoleName?: string | undefined;
  readonly CreationTimestamp?: Date | undefined;
  readonly EndTimestamp?: Date | undefined;
  readonly DeploymentTargets?: DeploymentTargets | undefined;
  readonly StackSetDriftDetectionDetails?: StackSetDriftDetectionDetails | undefined;
  readonly StatusReason?: string | undefined;
  readonly StatusDetails?: StackSetOperationStatusDetails | undefined;
}
export type StackSetOperationAction = "CREATE" | "UPDATE" | "DELETE" | "DETECT_DRIFT";
export interface StackSetOperationPreferences {
  readonly RegionConcurrencyType?: RegionConcurrencyType | undefined;
  readonly RegionOrder?: readonly (string)[] | undefined;
  readonly FailureToleranceCount?: number | undefined;
  readonly FailureTolerancePercentage?: number | undefined;
  readonly MaxConcurrentCount?: number | undefined;
  readonly MaxConcurrentPercentage?: number | undefined;
  readonly ConcurrencyMode?: ConcurrencyMode | undefined;
}
export type StackSetOperationResultStatus = "PENDING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
export interface StackSetOperationResultSummary {
  readonly Account?: string | undefined;
  readonly Region?: string | undefined;
  readonly Status?: StackSetOperationResultStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly AccountGateResult?: AccountGateResult | undefined;
  readonly OrganizationalUnitId?: string | undefined;
}
export type StackSetOperationStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "STOPPING" | "STOPPED" | "QUEUED";
export interface StackSetOperationStatusDetails {
  readonly FailedStackInstancesCount?: number | undefined;
}
export interface StackSetOperationSummary {
  readonly OperationId?: string | undefined;
  readonly Action?: StackSetOperationAction | undefined;
  readonly Status?: StackSetOperationStatus | undefined;
  readonly CreationTimestamp?: Date | undefined;
  readonly EndTimestamp?: Date | undefined;
  readonly StatusReason?: string | undefined;
  readonly StatusDetails?: StackSetOperationStatusDetails | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
}
export type StackSetStatus = "ACTIVE" | "DELETED";
export interface StackSetSummary {
  readonly StackSetName?: string | undefined;
  readonly StackSetId?: string | undefined;
  readonly Description?: string | undefined;
  readonly Status?: StackSetStatus | undefined;
  readonly AutoDeployment?: AutoDeployment | undefined;
  readonly PermissionModel?: PermissionModels | undefined;
  readonly DriftStatus?: StackDriftStatus | undefined;
  readonly LastDriftCheckTimestamp?: Date | undefined;
  readonly ManagedExecution?: ManagedExecution | undefined;
}
export type StackStatus = "CREATE_IN_PROGRESS" | "CREATE_FAILED" | "CREATE_COMPLETE" | "ROLLBACK_IN_PROGRESS" | "ROLLBACK_FAILED" | "ROLLBACK_COMPLETE" | "DELETE_IN_PROGRESS" | "DELETE_FAILED" | "DELETE_COMPLETE" | "UPDATE_IN_PROGRESS" | "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_COMPLETE" | "UPDATE_FAILED" | "UPDATE_ROLLBACK_IN_PROGRESS" | "UPDATE_ROLLBACK_FAILED" | "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS" | "UPDATE_ROLLBACK_COMPLETE" | "REVIEW_IN_PROGRESS" | "IMPORT_IN_PROGRESS" | "IMPORT_COMPLETE" | "IMPORT_ROLLBACK_IN_PROGRESS" | "IMPORT_ROLLBACK_FAILED" | "IMPORT_ROLLBACK_COMPLETE";
export interface StackSummary {
  readonly StackId?: string | undefined;
  readonly StackName: string;
  readonly TemplateDescription?: string | undefined;
  readonly CreationTime: Date;
  readonly LastUpdatedTime?: Date | undefined;
  readonly DeletionTime?: Date | undefined;
  readonly StackStatus: StackStatus;
  readonly StackStatusReason?: string | undefined;
  readonly ParentId?: string | undefined;
  readonly RootId?: string | undefined;
  readonly DriftInformation?: StackDriftInformationSummary | undefined;
  readonly LastOperations?: readonly (OperationEntry)[] | undefined;
}
export interface StartResourceScanInput {
  readonly ClientRequestToken?: string | undefined;
  readonly ScanFilters?: readonly (ScanFilter)[] | undefined;
}
export interface StartResourceScanOutput {
  readonly ResourceScanId?: string | undefined;
}
export interface StopStackSetOperationInput {
  readonly StackSetName: string;
  readonly OperationId: string;
  readonly CallAs?: CallAs | undefined;
}
export interface StopStackSetOperationOutput {
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TemplateConfiguration {
  readonly DeletionPolicy?: GeneratedTemplateDeletionPolicy | undefined;
  readonly UpdateReplacePolicy?: GeneratedTemplateUpdateReplacePolicy | undefined;
}
export type TemplateFormat = "JSON" | "YAML";
export interface TemplateParameter {
  readonly ParameterKey?: string | undefined;
  readonly DefaultValue?: string | undefined;
  readonly NoEcho?: boolean | undefined;
  readonly Description?: string | undefined;
}
export interface TemplateProgress {
  readonly ResourcesSucceeded?: number | undefined;
  readonly ResourcesFailed?: number | undefined;
  readonly ResourcesProcessing?: number | undefined;
  readonly ResourcesPending?: number | undefined;
}
export type TemplateStage = "Original" | "Processed";
export interface TemplateSummary {
  readonly GeneratedTemplateId?: string | undefined;
  readonly GeneratedTemplateName?: string | undefined;
  readonly Status?: GeneratedTemplateStatus | undefined;
  readonly StatusReason?: string | undefined;
  readonly CreationTime?: Date | undefined;
  readonly LastUpdatedTime?: Date | undefined;
  readonly NumberOfResources?: number | undefined;
}
export interface TemplateSummaryConfig {
  readonly TreatUnrecognizedResourceTypesAsWarnings?: boolean | undefined;
}
export interface TestTypeInput {
  readonly Arn?: string | undefined;
  readonly Type?: ThirdPartyType | undefined;
  readonly TypeName?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly LogDeliveryBucket?: string | undefined;
}
export interface TestTypeOutput {
  readonly TypeVersionArn?: string | undefined;
}
export type ThirdPartyType = "RESOURCE" | "MODULE" | "HOOK";
export interface TypeConfigurationDetails {
  readonly Arn?: string | undefined;
  readonly Alias?: string | undefined;
  readonly Configuration?: string | undefined;
  readonly LastUpdated?: Date | undefined;
  readonly TypeArn?: string | undefined;
  readonly TypeName?: string | undefined;
  readonly IsDefaultConfiguration?: boolean | undefined;
}
export interface TypeConfigurationIdentifier {
  readonly TypeArn?: string | undefined;
  readonly TypeConfigurationAlias?: string | undefined;
  readonly TypeConfigurationArn?: string | undefined;
  readonly Type?: ThirdPartyType | undefined;
  readonly TypeName?: string | undefined;
}
export interface TypeFilters {
  readonly Category?: Category | undefined;
  readonly PublisherId?: string | undefined;
  readonly TypeNamePrefix?: string | undefined;
}
export interface TypeSummary {
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly DefaultVersionId?: string | undefined;
  readonly TypeArn?: string | undefined;
  readonly LastUpdated?: Date | undefined;
  readonly Description?: string | undefined;
  readonly PublisherId?: string | undefined;
  readonly OriginalTypeName?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
  readonly LatestPublicVersion?: string | undefined;
  readonly PublisherIdentity?: IdentityProvider | undefined;
  readonly PublisherName?: string | undefined;
  readonly IsActivated?: boolean | undefined;
}
export type TypeTestsStatus = "PASSED" | "FAILED" | "IN_PROGRESS" | "NOT_TESTED";
export interface TypeVersionSummary {
  readonly Type?: RegistryType | undefined;
  readonly TypeName?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly Arn?: string | undefined;
  readonly TimeCreated?: Date | undefined;
  readonly Description?: string | undefined;
  readonly PublicVersionNumber?: string | undefined;
}
export interface UpdateGeneratedTemplateInput {
  readonly GeneratedTemplateName: string;
  readonly NewGeneratedTemplateName?: string | undefined;
  readonly AddResources?: readonly (ResourceDefinition)[] | undefined;
  readonly RemoveResources?: readonly (string)[] | undefined;
  readonly RefreshAllResources?: boolean | undefined;
  readonly TemplateConfiguration?: TemplateConfiguration | undefined;
}
export interface UpdateGeneratedTemplateOutput {
  readonly GeneratedTemplateId?: string | undefined;
}
export interface UpdateStackInput {
  readonly StackName: string;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly StackPolicyDuringUpdateBody?: string | undefined;
  readonly StackPolicyDuringUpdateURL?: string | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly ResourceTypes?: readonly (string)[] | undefined;
  readonly RoleARN?: string | undefined;
  readonly RollbackConfiguration?: RollbackConfiguration | undefined;
  readonly StackPolicyBody?: string | undefined;
  readonly StackPolicyURL?: string | undefined;
  readonly NotificationARNs?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DisableRollback?: boolean | undefined;
  readonly ClientRequestToken?: string | undefined;
  readonly RetainExceptOnCreate?: boolean | undefined;
}
export interface UpdateStackInstancesInput {
  readonly StackSetName: string;
  readonly Accounts?: readonly (string)[] | undefined;
  readonly DeploymentTargets?: DeploymentTargets | undefined;
  readonly Regions: readonly (string)[];
  readonly ParameterOverrides?: readonly (Parameter)[] | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly OperationId?: string | undefined;
  readonly CallAs?: CallAs | undefined;
}
export interface UpdateStackInstancesOutput {
  readonly OperationId?: string | undefined;
}
export interface UpdateStackOutput {
  readonly StackId?: string | undefined;
  readonly OperationId?: string | undefined;
}
export interface UpdateStackSetInput {
  readonly StackSetName: string;
  readonly Description?: string | undefined;
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
  readonly UsePreviousTemplate?: boolean | undefined;
  readonly Parameters?: readonly (Parameter)[] | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly OperationPreferences?: StackSetOperationPreferences | undefined;
  readonly AdministrationRoleARN?: string | undefined;
  readonly ExecutionRoleName?: string | undefined;
  readonly DeploymentTargets?: DeploymentTargets | undefined;
  readonly PermissionModel?: PermissionModels | undefined;
  readonly AutoDeployment?: AutoDeployment | undefined;
  readonly OperationId?: string | undefined;
  readonly Accounts?: readonly (string)[] | undefined;
  readonly Regions?: readonly (string)[] | undefined;
  readonly CallAs?: CallAs | undefined;
  readonly ManagedExecution?: ManagedExecution | undefined;
}
export interface UpdateStackSetOutput {
  readonly OperationId?: string | undefined;
}
export interface UpdateTerminationProtectionInput {
  readonly EnableTerminationProtection: boolean;
  readonly StackName: string;
}
export interface UpdateTerminationProtectionOutput {
  readonly StackId?: string | undefined;
}
export interface ValidateTemplateInput {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}
export interface ValidateTemplateOutput {
  readonly Parameters?: readonly (TemplateParameter)[] | undefined;
  readonly Description?: string | undefined;
  readonly Capabilities?: readonly (Capability)[] | undefined;
  readonly CapabilitiesReason?: string | undefined;
  readonly DeclaredTransforms?: readonly (string)[] | undefined;
}
export type ValidationStatus = "FAILED" | "SKIPPED";
export type VersionBump = "MAJOR" | "MINOR";
export type Visibility = "PUBLIC" | "PRIVATE";
export interface WarningDetail {
  readonly Type?: WarningType | undefined;
  readonly Properties?: readonly (WarningProperty)[] | undefined;
}
export interface WarningProperty {
  readonly PropertyPath?: string | undefined;
  readonly Required?: boolean | undefined;
  readonly Description?: string | undefined;
}
export type WarningType = "MUTUALLY_EXCLUSIVE_PROPERTIES" | "UNSUPPORTED_PROPERTIES" | "MUTUALLY_EXCLUSIVE_TYPES" | "EXCLUDED_PROPERTIES" | "EXCLUDED_RESOURCES";
export interface Warnings {
  readonly UnrecognizedResourceTypes?: readonly (string)[] | undefined;
}

export interface CloudformationOperations {
  readonly ActivateOrganizationsAccess: { readonly input: ActivateOrganizationsAccessInput; readonly output: ActivateOrganizationsAccessOutput };
  readonly ActivateType: { readonly input: ActivateTypeInput; readonly output: ActivateTypeOutput };
  readonly BatchDescribeTypeConfigurations: { readonly input: BatchDescribeTypeConfigurationsInput; readonly output: BatchDescribeTypeConfigurationsOutput };
  readonly CancelUpdateStack: { readonly input: CancelUpdateStackInput; readonly output: Readonly<Record<string, never>> };
  readonly ContinueUpdateRollback: { readonly input: ContinueUpdateRollbackInput; readonly output: ContinueUpdateRollbackOutput };
  readonly CreateChangeSet: { readonly input: CreateChangeSetInput; readonly output: CreateChangeSetOutput };
  readonly CreateGeneratedTemplate: { readonly input: CreateGeneratedTemplateInput; readonly output: CreateGeneratedTemplateOutput };
  readonly CreateStack: { readonly input: CreateStackInput; readonly output: CreateStackOutput };
  readonly CreateStackInstances: { readonly input: CreateStackInstancesInput; readonly output: CreateStackInstancesOutput };
  readonly CreateStackRefactor: { readonly input: CreateStackRefactorInput; readonly output: CreateStackRefactorOutput };
  readonly CreateStackSet: { readonly input: CreateStackSetInput; readonly output: CreateStackSetOutput };
  readonly DeactivateOrganizationsAccess: { readonly input: DeactivateOrganizationsAccessInput; readonly output: DeactivateOrganizationsAccessOutput };
  readonly DeactivateType: { readonly input: DeactivateTypeInput; readonly output: DeactivateTypeOutput };
  readonly DeleteChangeSet: { readonly input: DeleteChangeSetInput; readonly output: DeleteChangeSetOutput };
  readonly DeleteGeneratedTemplate: { readonly input: DeleteGeneratedTemplateInput; readonly output: Readonly<Record<string, never>> };
  readonly DeleteStack: { readonly input: DeleteStackInput; readonly output: Readonly<Record<string, never>> };
  readonly DeleteStackInstances: { readonly input: DeleteStackInstancesInput; readonly output: DeleteStackInstancesOutput };
  readonly DeleteStackSet: { readonly input: DeleteStackSetInput; readonly output: DeleteStackSetOutput };
  readonly DeregisterType: { readonly input: DeregisterTypeInput; readonly output: DeregisterTypeOutput };
  readonly DescribeAccountLimits: { readonly input: DescribeAccountLimitsInput; readonly output: DescribeAccountLimitsOutput };
  readonly DescribeChangeSet: { readonly input: DescribeChangeSetInput; readonly output: DescribeChangeSetOutput };
  readonly DescribeChangeSetHooks: { readonly input: DescribeChangeSetHooksInput; readonly output: DescribeChangeSetHooksOutput };
  readonly DescribeEvents: { readonly input: DescribeEventsInput; readonly output: DescribeEventsOutput };
  readonly DescribeGeneratedTemplate: { readonly input: DescribeGeneratedTemplateInput; readonly output: DescribeGeneratedTemplateOutput };
  readonly DescribeOrganizationsAccess: { readonly input: DescribeOrganizationsAccessInput; readonly output: DescribeOrganizationsAccessOutput };
  readonly DescribePublisher: { readonly input: DescribePublisherInput; readonly output: DescribePublisherOutput };
  readonly DescribeResourceScan: { readonly input: DescribeResourceScanInput; readonly output: DescribeResourceScanOutput };
  readonly DescribeStackDriftDetectionStatus: { readonly input: DescribeStackDriftDetectionStatusInput; readonly output: DescribeStackDriftDetectionStatusOutput };
  readonly DescribeStackEvents: { readonly input: DescribeStackEventsInput; readonly output: DescribeStackEventsOutput };
  readonly DescribeStackInstance: { readonly input: DescribeStackInstanceInput; readonly output: DescribeStackInstanceOutput };
  readonly DescribeStackRefactor: { readonly input: DescribeStackRefactorInput; readonly output: DescribeStackRefactorOutput };
  readonly DescribeStackResource: { readonly input: DescribeStackResourceInput; readonly output: DescribeStackResourceOutput };
  readonly DescribeStackResourceDrifts: { readonly input: DescribeStackResourceDriftsInput; readonly output: DescribeStackResourceDriftsOutput };
  readonly DescribeStackResources: { readonly input: DescribeStackResourcesInput; readonly output: DescribeStackResourcesOutput };
  readonly DescribeStackSet: { readonly input: DescribeStackSetInput; readonly output: DescribeStackSetOutput };
  readonly DescribeStackSetOperation: { readonly input: DescribeStackSetOperationInput; readonly output: DescribeStackSetOperationOutput };
  readonly DescribeStacks: { readonly input: DescribeStacksInput; readonly output: DescribeStacksOutput };
  readonly DescribeType: { readonly input: DescribeTypeInput; readonly output: DescribeTypeOutput };
  readonly DescribeTypeRegistration: { readonly input: DescribeTypeRegistrationInput; readonly output: DescribeTypeRegistrationOutput };
  readonly DetectStackDrift: { readonly input: DetectStackDriftInput; readonly output: DetectStackDriftOutput };
  readonly DetectStackResourceDrift: { readonly input: DetectStackResourceDriftInput; readonly output: DetectStackResourceDriftOutput };
  readonly DetectStackSetDrift: { readonly input: DetectStackSetDriftInput; readonly output: DetectStackSetDriftOutput };
  readonly EstimateTemplateCost: { readonly input: EstimateTemplateCostInput; readonly output: EstimateTemplateCostOutput };
  readonly ExecuteChangeSet: { readonly input: ExecuteChangeSetInput; readonly output: ExecuteChangeSetOutput };
  readonly ExecuteStackRefactor: { readonly input: ExecuteStackRefactorInput; readonly output: Readonly<Record<string, never>> };
  readonly GetGeneratedTemplate: { readonly input: GetGeneratedTemplateInput; readonly output: GetGeneratedTemplateOutput };
  readonly GetHookResult: { readonly input: GetHookResultInput; readonly output: GetHookResultOutput };
  readonly GetStackPolicy: { readonly input: GetStackPolicyInput; readonly output: GetStackPolicyOutput };
  readonly GetTemplate: { readonly input: GetTemplateInput; readonly output: GetTemplateOutput };
  readonly GetTemplateSummary: { readonly input: GetTemplateSummaryInput; readonly output: GetTemplateSummaryOutput };
  readonly ImportStacksToStackSet: { readonly input: ImportStacksToStackSetInput; readonly output: ImportStacksToStackSetOutput };
  readonly ListChangeSets: { readonly input: ListChangeSetsInput; readonly output: ListChangeSetsOutput };
  readonly ListExports: { readonly input: ListExportsInput; readonly output: ListExportsOutput };
  readonly ListGeneratedTemplates: { readonly input: ListGeneratedTemplatesInput; readonly output: ListGeneratedTemplatesOutput };
  readonly ListHookResults: { readonly input: ListHookResultsInput; readonly output: ListHookResultsOutput };
  readonly ListImports: { readonly input: ListImportsInput; readonly output: ListImportsOutput };
  readonly ListResourceScanRelatedResources: { readonly input: ListResourceScanRelatedResourcesInput; readonly output: ListResourceScanRelatedResourcesOutput };
  readonly ListResourceScanResources: { readonly input: ListResourceScanResourcesInput; readonly output: ListResourceScanResourcesOutput };
  readonly ListResourceScans: { readonly input: ListResourceScansInput; readonly output: ListResourceScansOutput };
  readonly ListStackInstanceResourceDrifts: { readonly input: ListStackInstanceResourceDriftsInput; readonly output: ListStackInstanceResourceDriftsOutput };
  readonly ListStackInstances: { readonly input: ListStackInstancesInput; readonly output: ListStackInstancesOutput };
  readonly ListStackRefactorActions: { readonly input: ListStackRefactorActionsInput; readonly output: ListStackRefactorActionsOutput };
  readonly ListStackRefactors: { readonly input: ListStackRefactorsInput; readonly output: ListStackRefactorsOutput };
  readonly ListStackResources: { readonly input: ListStackResourcesInput; readonly output: ListStackResourcesOutput };
  readonly ListStackSetAutoDeploymentTargets: { readonly input: ListStackSetAutoDeploymentTargetsInput; readonly output: ListStackSetAutoDeploymentTargetsOutput };
  readonly ListStackSetOperationResults: { readonly input: ListStackSetOperationResultsInput; readonly output: ListStackSetOperationResultsOutput };
  readonly ListStackSetOperations: { readonly input: ListStackSetOperationsInput; readonly output: ListStackSetOperationsOutput };
  readonly ListStackSets: { readonly input: ListStackSetsInput; readonly output: ListStackSetsOutput };
  readonly ListStacks: { readonly input: ListStacksInput; readonly output: ListStacksOutput };
  readonly ListTypeRegistrations: { readonly input: ListTypeRegistrationsInput; readonly output: ListTypeRegistrationsOutput };
  readonly ListTypeVersions: { readonly input: ListTypeVersionsInput; readonly output: ListTypeVersionsOutput };
  readonly ListTypes: { readonly input: ListTypesInput; readonly output: ListTypesOutput };
  readonly PublishType: { readonly input: PublishTypeInput; readonly output: PublishTypeOutput };
  readonly RecordHandlerProgress: { readonly input: RecordHandlerProgressInput; readonly output: RecordHandlerProgressOutput };
  readonly RegisterPublisher: { readonly input: RegisterPublisherInput; readonly output: RegisterPublisherOutput };
  readonly RegisterType: { readonly input: RegisterTypeInput; readonly output: RegisterTypeOutput };
  readonly RollbackStack: { readonly input: RollbackStackInput; readonly output: RollbackStackOutput };
  readonly SetStackPolicy: { readonly input: SetStackPolicyInput; readonly output: Readonly<Record<string, never>> };
  readonly SetTypeConfiguration: { readonly input: SetTypeConfigurationInput; readonly output: SetTypeConfigurationOutput };
  readonly SetTypeDefaultVersion: { readonly input: SetTypeDefaultVersionInput; readonly output: SetTypeDefaultVersionOutput };
  readonly SignalResource: { readonly input: SignalResourceInput; readonly output: Readonly<Record<string, never>> };
  readonly StartResourceScan: { readonly input: StartResourceScanInput; readonly output: StartResourceScanOutput };
  readonly StopStackSetOperation: { readonly input: StopStackSetOperationInput; readonly output: StopStackSetOperationOutput };
  readonly TestType: { readonly input: TestTypeInput; readonly output: TestTypeOutput };
  readonly UpdateGeneratedTemplate: { readonly input: UpdateGeneratedTemplateInput; readonly output: UpdateGeneratedTemplateOutput };
  readonly UpdateStack: { readonly input: UpdateStackInput; readonly output: UpdateStackOutput };
  readonly UpdateStackInstances: { readonly input: UpdateStackInstancesInput; readonly output: UpdateStackInstancesOutput };
  readonly UpdateStackSet: { readonly input: UpdateStackSetInput; readonly output: UpdateStackSetOutput };
  readonly UpdateTerminationProtection: { readonly input: UpdateTerminationProtectionInput; readonly output: UpdateTerminationProtectionOutput };
  readonly ValidateTemplate: { readonly input: ValidateTemplateInput; readonly output: ValidateTemplateOutput };
}
