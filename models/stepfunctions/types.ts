// Generated from the API model of SFN; see scripts/generate-models.

export interface ActivityFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface ActivityListItem {
  readonly activityArn: string;
  readonly name: string;
  readonly creationDate: Date;
}
export interface ActivityScheduleFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface ActivityScheduledEventDetails {
  readonly resource: string;
  readonly input?: string | undefined;
  readonly inputDetails?: HistoryEventExecutionDataDetails | undefined;
  readonly timeoutInSeconds?: number | undefined;
  readonly heartbeatInSeconds?: number | undefined;
}
export interface ActivityStartedEventDetails {
  readonly workerName?: string | undefined;
}
export interface ActivitySucceededEventDetails {
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface ActivityTimedOutEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface AssignedVariablesDetails {
  readonly truncated?: boolean | undefined;
}
export interface BillingDetails {
  readonly billedMemoryUsedInMB?: number | undefined;
  readonly billedDurationInMilliseconds?: number | undefined;
}
export interface CloudWatchEventsExecutionDataDetails {
  readonly included?: boolean | undefined;
}
export interface CloudWatchLogsLogGroup {
  readonly logGroupArn?: string | undefined;
}
export interface CreateActivityInput {
  readonly name: string;
  readonly tags?: readonly (Tag)[] | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface CreateActivityOutput {
  readonly activityArn: string;
  readonly creationDate: Date;
}
export interface CreateStateMachineAliasInput {
  readonly description?: string | undefined;
  readonly name: string;
  readonly routingConfiguration: readonly (RoutingConfigurationListItem)[];
}
export interface CreateStateMachineAliasOutput {
  readonly stateMachineAliasArn: string;
  readonly creationDate: Date;
}
export interface CreateStateMachineInput {
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly type?: StateMachineType | undefined;
  readonly loggingConfiguration?: LoggingConfiguration | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
  readonly tracingConfiguration?: TracingConfiguration | undefined;
  readonly publish?: boolean | undefined;
  readonly versionDescription?: string | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface CreateStateMachineOutput {
  readonly stateMachineArn: string;
  readonly creationDate: Date;
  readonly stateMachineVersionArn?: string | undefined;
}
export interface DeleteActivityInput {
  readonly activityArn: string;
}
export interface DeleteActivityOutput {
}
export interface DeleteStateMachineAliasInput {
  readonly stateMachineAliasArn: string;
}
export interface DeleteStateMachineAliasOutput {
}
export interface DeleteStateMachineInput {
  readonly stateMachineArn: string;
}
export interface DeleteStateMachineOutput {
}
export interface DeleteStateMachineVersionInput {
  readonly stateMachineVersionArn: string;
}
export interface DeleteStateMachineVersionOutput {
}
export interface DescribeActivityInput {
  readonly activityArn: string;
}
export interface DescribeActivityOutput {
  readonly activityArn: string;
  readonly name: string;
  readonly creationDate: Date;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface DescribeExecutionInput {
  readonly executionArn: string;
  readonly includedData?: IncludedData | undefined;
}
export interface DescribeExecutionOutput {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly status: ExecutionStatus;
  readonly startDate: Date;
  readonly stopDate?: Date | undefined;
  readonly input?: string | undefined;
  readonly inputDetails?: CloudWatchEventsExecutionDataDetails | undefined;
  readonly output?: string | undefined;
  readonly outputDetails?: CloudWatchEventsExecutionDataDetails | undefined;
  readonly traceHeader?: string | undefined;
  readonly mapRunArn?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly stateMachineVersionArn?: string | undefined;
  readonly stateMachineAliasArn?: string | undefined;
  readonly redriveCount?: number | undefined;
  readonly redriveDate?: Date | undefined;
  readonly redriveStatus?: ExecutionRedriveStatus | undefined;
  readonly redriveStatusReason?: string | undefined;
}
export interface DescribeMapRunInput {
  readonly mapRunArn: string;
}
export interface DescribeMapRunOutput {
  readonly mapRunArn: string;
  readonly executionArn: string;
  readonly status: MapRunStatus;
  readonly startDate: Date;
  readonly stopDate?: Date | undefined;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
  readonly toleratedFailureCount: number;
  readonly itemCounts: MapRunItemCounts;
  readonly executionCounts: MapRunExecutionCounts;
  readonly redriveCount?: number | undefined;
  readonly redriveDate?: Date | undefined;
}
export interface DescribeStateMachineAliasInput {
  readonly stateMachineAliasArn: string;
}
export interface DescribeStateMachineAliasOutput {
  readonly stateMachineAliasArn?: string | undefined;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly routingConfiguration?: readonly (RoutingConfigurationListItem)[] | undefined;
  readonly creationDate?: Date | undefined;
  readonly updateDate?: Date | undefined;
}
export interface DescribeStateMachineForExecutionInput {
  readonly executionArn: string;
  readonly includedData?: IncludedData | undefined;
}
export interface DescribeStateMachineForExecutionOutput {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly updateDate: Date;
  readonly loggingConfiguration?: LoggingConfiguration | undefined;
  readonly tracingConfiguration?: TracingConfiguration | undefined;
  readonly mapRunArn?: string | undefined;
  readonly label?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly variableReferences?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface DescribeStateMachineInput {
  readonly stateMachineArn: string;
  readonly includedData?: IncludedData | undefined;
}
export interface DescribeStateMachineOutput {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status?: StateMachineStatus | undefined;
  readonly definition: string;
  readonly roleArn: string;
  readonly type: StateMachineType;
  readonly creationDate: Date;
  readonly loggingConfiguration?: LoggingConfiguration | undefined;
  readonly tracingConfiguration?: TracingConfiguration | undefined;
  readonly label?: string | undefined;
  readonly revisionId?: string | undefined;
  readonly description?: string | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly variableReferences?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface EncryptionConfiguration {
  readonly kmsKeyId?: string | undefined;
  readonly kmsDataKeyReusePeriodSeconds?: number | undefined;
  readonly type: EncryptionType;
}
export type EncryptionType = "AWS_OWNED_KEY" | "CUSTOMER_MANAGED_KMS_KEY";
export interface EvaluationFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly location?: string | undefined;
  readonly state: string;
}
export interface ExecutionAbortedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface ExecutionFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface ExecutionListItem {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: ExecutionStatus;
  readonly startDate: Date;
  readonly stopDate?: Date | undefined;
  readonly mapRunArn?: string | undefined;
  readonly itemCount?: number | undefined;
  readonly stateMachineVersionArn?: string | undefined;
  readonly stateMachineAliasArn?: string | undefined;
  readonly redriveCount?: number | undefined;
  readonly redriveDate?: Date | undefined;
}
export type ExecutionRedriveFilter = "REDRIVEN" | "NOT_REDRIVEN";
export type ExecutionRedriveStatus = "REDRIVABLE" | "NOT_REDRIVABLE" | "REDRIVABLE_BY_MAP_RUN";
export interface ExecutionRedrivenEventDetails {
  readonly redriveCount?: number | undefined;
}
export interface ExecutionStartedEventDetails {
  readonly input?: string | undefined;
  readonly inputDetails?: HistoryEventExecutionDataDetails | undefined;
  readonly roleArn?: string | undefined;
  readonly stateMachineAliasArn?: string | undefined;
  readonly stateMachineVersionArn?: string | undefined;
}
export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED" | "PENDING_REDRIVE";
export interface ExecutionSucceededEventDetails {
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface ExecutionTimedOutEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface GetActivityTaskInput {
  readonly activityArn: string;
  readonly workerName?: string | undefined;
}
export interface GetActivityTaskOutput {
  readonly taskToken?: string | undefined;
  readonly input?: string | undefined;
}
export interface GetExecutionHistoryInput {
  readonly executionArn: string;
  readonly maxResults?: number | undefined;
  readonly reverseOrder?: boolean | undefined;
  readonly nextToken?: string | undefined;
  readonly includeExecutionData?: boolean | undefined;
}
export interface GetExecutionHistoryOutput {
  readonly events: readonly (HistoryEvent)[];
  readonly nextToken?: string | undefined;
}
export interface HistoryEvent {
  readonly timestamp: Date;
  readonly type: HistoryEventType;
  readonly id: number;
  readonly previousEventId?: number | undefined;
  readonly activityFailedEventDetails?: ActivityFailedEventDetails | undefined;
  readonly activityScheduleFailedEventDetails?: ActivityScheduleFailedEventDetails | undefined;
  readonly activityScheduledEventDetails?: ActivityScheduledEventDetails | undefined;
  readonly activityStartedEventDetails?: ActivityStartedEventDetails | undefined;
  readonly activitySucceededEventDetails?: ActivitySucceededEventDetails | undefined;
  readonly activityTimedOutEventDetails?: ActivityTimedOutEventDetails | undefined;
  readonly taskFailedEventDetails?: TaskFailedEventDetails | undefined;
  readonly taskScheduledEventDetails?: TaskScheduledEventDetails | undefined;
  readonly taskStartFailedEventDetails?: TaskStartFailedEventDetails | undefined;
  readonly taskStartedEventDetails?: TaskStartedEventDetails | undefined;
  readonly taskSubmitFailedEventDetails?: TaskSubmitFailedEventDetails | undefined;
  readonly taskSubmittedEventDetails?: TaskSubmittedEventDetails | undefined;
  readonly taskSucceededEventDetails?: TaskSucceededEventDetails | undefined;
  readonly taskTimedOutEventDetails?: TaskTimedOutEventDetails | undefined;
  readonly executionFailedEventDetails?: ExecutionFailedEventDetails | undefined;
  readonly executionStartedEventDetails?: ExecutionStartedEventDetails | undefined;
  readonly executionSucceededEventDetails?: ExecutionSucceededEventDetails | undefined;
  readonly executionAbortedEventDetails?: ExecutionAbortedEventDetails | undefined;
  readonly executionTimedOutEventDetails?: ExecutionTimedOutEventDetails | undefined;
  readonly executionRedrivenEventDetails?: ExecutionRedrivenEventDetails | undefined;
  readonly mapStateStartedEventDetails?: MapStateStartedEventDetails | undefined;
  readonly mapIterationStartedEventDetails?: MapIterationEventDetails | undefined;
  readonly mapIterationSucceededEventDetails?: MapIterationEventDetails | undefined;
  readonly mapIterationFailedEventDetails?: MapIterationEventDetails | undefined;
  readonly mapIterationAbortedEventDetails?: MapIterationEventDetails | undefined;
  readonly lambdaFunctionFailedEventDetails?: LambdaFunctionFailedEventDetails | undefined;
  readonly lambdaFunctionScheduleFailedEventDetails?: LambdaFunctionScheduleFailedEventDetails | undefined;
  readonly lambdaFunctionScheduledEventDetails?: LambdaFunctionScheduledEventDetails | undefined;
  readonly lambdaFunctionStartFailedEventDetails?: LambdaFunctionStartFailedEventDetails | undefined;
  readonly lambdaFunctionSucceededEventDetails?: LambdaFunctionSucceededEventDetails | undefined;
  readonly lambdaFunctionTimedOutEventDetails?: LambdaFunctionTimedOutEventDetails | undefined;
  readonly stateEnteredEventDetails?: StateEnteredEventDetails | undefined;
  readonly stateExitedEventDetails?: StateExitedEventDetails | undefined;
  readonly mapRunStartedEventDetails?: MapRunStartedEventDetails | undefined;
  readonly mapRunFailedEventDetails?: MapRunFailedEventDetails | undefined;
  readonly mapRunRedrivenEventDetails?: MapRunRedrivenEventDetails | undefined;
  readonly evaluationFailedEventDetails?: EvaluationFailedEventDetails | undefined;
}
export interface HistoryEventExecutionDataDetails {
  readonly truncated?: boolean | undefined;
}
export type HistoryEventType = "ActivityFailed" | "ActivityScheduled" | "ActivityScheduleFailed" | "ActivityStarted" | "ActivitySucceeded" | "ActivityTimedOut" | "ChoiceStateEntered" | "ChoiceStateExited" | "ExecutionAborted" | "ExecutionFailed" | "ExecutionStarted" | "ExecutionSucceeded" | "ExecutionTimedOut" | "FailStateEntered" | "LambdaFunctionFailed" | "LambdaFunctionScheduled" | "LambdaFunctionScheduleFailed" | "LambdaFunctionStarted" | "LambdaFunctionStartFailed" | "LambdaFunctionSucceeded" | "LambdaFunctionTimedOut" | "MapIterationAborted" | "MapIterationFailed" | "MapIterationStarted" | "MapIterationSucceeded" | "MapStateAborted" | "MapStateEntered" | "MapStateExited" | "MapStateFailed" | "MapStateStarted" | "MapStateSucceeded" | "ParallelStateAborted" | "ParallelStateEntered" | "ParallelStateExited" | "ParallelStateFailed" | "ParallelStateStarted" | "ParallelStateSucceeded" | "PassStateEntered" | "PassStateExited" | "SucceedStateEntered" | "SucceedStateExited" | "TaskFailed" | "TaskScheduled" | "TaskStarted" | "TaskStartFailed" | "TaskStateAborted" | "TaskStateEntered" | "TaskStateExited" | "TaskSubmitFailed" | "TaskSubmitted" | "TaskSucceeded" | "TaskTimedOut" | "WaitStateAborted" | "WaitStateEntered" | "WaitStateExited" | "MapRunAborted" | "MapRunFailed" | "MapRunStarted" | "MapRunSucceeded" | "ExecutionRedriven" | "MapRunRedriven" | "EvaluationFailed";
export type IncludedData = "ALL_DATA" | "METADATA_ONLY";
export interface InspectionData {
  readonly input?: string | undefined;
  readonly afterArguments?: string | undefined;
  readonly afterInputPath?: string | undefined;
  readonly afterParameters?: string | undefined;
  readonly result?: string | undefined;
  readonly afterResultSelector?: string | undefined;
  readonly afterResultPath?: string | undefined;
  readonly request?: InspectionDataRequest | undefined;
  readonly response?: InspectionDataResponse | undefined;
  readonly variables?: string | undefined;
  readonly errorDetails?: InspectionErrorDetails | undefined;
  readonly afterItemsPath?: string | undefined;
  readonly afterItemSelector?: string | undefined;
  readonly afterItemBatcher?: string | undefined;
  readonly afterItemsPointer?: string | undefined;
  readonly toleratedFailureCount?: number | undefined;
  readonly toleratedFailurePercentage?: number | undefined;
  readonly maxConcurrency?: number | undefined;
}
export interface InspectionDataRequest {
  readonly protocol?: string | undefined;
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers?: string | undefined;
  readonly body?: string | undefined;
}
export interface InspectionDataResponse {
  readonly protocol?: string | undefined;
  readonly statusCode?: string | undefined;
  readonly statusMessage?: string | undefined;
  readonly headers?: string | undefined;
  readonly body?: string | undefined;
}
export interface InspectionErrorDetails {
  readonly catchIndex?: number | undefined;
  readonly retryIndex?: number | undefined;
  readonly retryBackoffIntervalSeconds?: number | undefined;
}
export type InspectionLevel = "INFO" | "DEBUG" | "TRACE";
export interface LambdaFunctionFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface LambdaFunctionScheduleFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface LambdaFunctionScheduledEventDetails {
  readonly resource: string;
  readonly input?: string | undefined;
  readonly inputDetails?: HistoryEventExecutionDataDetails | undefined;
  readonly timeoutInSeconds?: number | undefined;
  readonly taskCredentials?: TaskCredentials | undefined;
}
export interface LambdaFunctionStartFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface LambdaFunctionSucceededEventDetails {
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface LambdaFunctionTimedOutEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface ListActivitiesInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListActivitiesOutput {
  readonly activities: readonly (ActivityListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListExecutionsInput {
  readonly stateMachineArn?: string | undefined;
  readonly statusFilter?: ExecutionStatus | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly mapRunArn?: string | undefined;
  readonly redriveFilter?: ExecutionRedriveFilter | undefined;
}
export interface ListExecutionsOutput {
  readonly executions: readonly (ExecutionListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListMapRunsInput {
  readonly executionArn: string;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListMapRunsOutput {
  readonly mapRuns: readonly (MapRunListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListStateMachineAliasesInput {
  readonly stateMachineArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListStateMachineAliasesOutput {
  readonly stateMachineAliases: readonly (StateMachineAliasListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListStateMachineVersionsInput {
  readonly stateMachineArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListStateMachineVersionsOutput {
  readonly stateMachineVersions: readonly (StateMachineVersionListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListStateMachinesInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListStateMachinesOutput {
  readonly stateMachines: readonly (StateMachineListItem)[];
  readonly nextToken?: string | undefined;
}
export interface ListTagsForResourceInput {
  readonly resourceArn: string;
}
export interface ListTagsForResourceOutput {
  readonly tags?: readonly (Tag)[] | undefined;
}
export interface LogDestination {
  readonly cloudWatchLogsLogGroup?: CloudWatchLogsLogGroup | undefined;
}
export type LogLevel = "ALL" | "ERROR" | "FATAL" | "OFF";
export interface LoggingConfiguration {
  readonly level?: LogLevel | undefined;
  readonly includeExecutionData?: boolean | undefined;
  readonly destinations?: readonly (LogDestination)[] | undefined;
}
export interface MapIterationEventDetails {
  readonly name?: string | undefined;
  readonly index?: number | undefined;
}
export interface MapRunExecutionCounts {
  readonly pending: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  readonly total: number;
  readonly resultsWritten: number;
  readonly failuresNotRedrivable?: number | undefined;
  readonly pendingRedrive?: number | undefined;
}
export interface MapRunFailedEventDetails {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface MapRunItemCounts {
  readonly pending: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly timedOut: number;
  readonly aborted: number;
  readonly total: number;
  readonly resultsWritten: number;
  readonly failuresNotRedrivable?: number | undefined;
  readonly pendingRedrive?: number | undefined;
}
export interface MapRunListItem {
  readonly executionArn: string;
  readonly mapRunArn: string;
  readonly stateMachineArn: string;
  readonly startDate: Date;
  readonly stopDate?: Date | undefined;
}
export interface MapRunRedrivenEventDetails {
  readonly mapRunArn?: string | undefined;
  readonly redriveCount?: number | undefined;
}
export interface MapRunStartedEventDetails {
  readonly mapRunArn?: string | undefined;
}
export type MapRunStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";
export interface MapStateStartedEventDetails {
  readonly length?: number | undefined;
}
export interface MockErrorOutput {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface MockInput {
  readonly result?: string | undefined;
  readonly errorOutput?: MockErrorOutput | undefined;
  readonly fieldValidationMode?: MockResponseValidationMode | undefined;
}
export type MockResponseValidationMode = "STRICT" | "PRESENT" | "NONE";
export interface PublishStateMachineVersionInput {
  readonly stateMachineArn: string;
  readonly revisionId?: string | undefined;
  readonly description?: string | undefined;
}
export interface PublishStateMachineVersionOutput {
  readonly creationDate: Date;
  readonly stateMachineVersionArn: string;
}
export interface RedriveExecutionInput {
  readonly executionArn: string;
  readonly clientToken?: string | undefined;
}
export interface RedriveExecutionOutput {
  readonly redriveDate: Date;
}
export interface RoutingConfigurationListItem {
  readonly stateMachineVersionArn: string;
  readonly weight: number;
}
export interface SendTaskFailureInput {
  readonly taskToken: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface SendTaskFailureOutput {
}
export interface SendTaskHeartbeatInput {
  readonly taskToken: string;
}
export interface SendTaskHeartbeatOutput {
}
export interface SendTaskSuccessInput {
  readonly taskToken: string;
  readonly output: string;
}
export interface SendTaskSuccessOutput {
}
export interface StartExecutionInput {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly input?: string | undefined;
  readonly traceHeader?: string | undefined;
}
export interface StartExecutionOutput {
  readonly executionArn: string;
  readonly startDate: Date;
}
export interface StartSyncExecutionInput {
  readonly stateMachineArn: string;
  readonly name?: string | undefined;
  readonly input?: string | undefined;
  readonly traceHeader?: string | undefined;
  readonly includedData?: IncludedData | undefined;
}
export interface StartSyncExecutionOutput {
  readonly executionArn: string;
  readonly stateMachineArn?: string | undefined;
  readonly name?: string | undefined;
  readonly startDate: Date;
  readonly stopDate: Date;
  readonly status: SyncExecutionStatus;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly input?: string | undefined;
  readonly inputDetails?: CloudWatchEventsExecutionDataDetails | undefined;
  readonly output?: string | undefined;
  readonly outputDetails?: CloudWatchEventsExecutionDataDetails | undefined;
  readonly traceHeader?: string | undefined;
  readonly billingDetails?: BillingDetails | undefined;
}
export interface StateEnteredEventDetails {
  readonly name: string;
  readonly input?: string | undefined;
  readonly inputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface StateExitedEventDetails {
  readonly name: string;
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
  readonly assignedVariables?: { readonly [key: string]: string } | undefined;
  readonly assignedVariablesDetails?: AssignedVariablesDetails | undefined;
}
export interface StateMachineAliasListItem {
  readonly stateMachineAliasArn: string;
  readonly creationDate: Date;
}
export interface StateMachineListItem {
  readonly stateMachineArn: string;
  readonly name: string;
  readonly type: StateMachineType;
  readonly creationDate: Date;
}
export type StateMachineStatus = "ACTIVE" | "DELETING";
export type StateMachineType = "STANDARD" | "EXPRESS";
export interface StateMachineVersionListItem {
  readonly stateMachineVersionArn: string;
  readonly creationDate: Date;
}
export interface StopExecutionInput {
  readonly executionArn: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface StopExecutionOutput {
  readonly stopDate: Date;
}
export type SyncExecutionStatus = "SUCCEEDED" | "FAILED" | "TIMED_OUT";
export interface Tag {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface TagResourceInput {
  readonly resourceArn: string;
  readonly tags: readonly (Tag)[];
}
export interface TagResourceOutput {
}
export interface TaskCredentials {
  readonly roleArn?: string | undefined;
}
export interface TaskFailedEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface TaskScheduledEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly region: string;
  readonly parameters: string;
  readonly timeoutInSeconds?: number | undefined;
  readonly heartbeatInSeconds?: number | undefined;
  readonly taskCredentials?: TaskCredentials | undefined;
}
export interface TaskStartFailedEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface TaskStartedEventDetails {
  readonly resourceType: string;
  readonly resource: string;
}
export interface TaskSubmitFailedEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export interface TaskSubmittedEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface TaskSucceededEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly output?: string | undefined;
  readonly outputDetails?: HistoryEventExecutionDataDetails | undefined;
}
export interface TaskTimedOutEventDetails {
  readonly resourceType: string;
  readonly resource: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}
export type TestExecutionStatus = "SUCCEEDED" | "FAILED" | "RETRIABLE" | "CAUGHT_ERROR";
export interface TestStateConfiguration {
  readonly retrierRetryCount?: number | undefined;
  readonly errorCausedByState?: string | undefined;
  readonly mapIterationFailureCount?: number | undefined;
  readonly mapItemReaderData?: string | undefined;
}
export interface TestStateInput {
  readonly definition: string;
  readonly roleArn?: string | undefined;
  readonly input?: string | undefined;
  readonly inspectionLevel?: InspectionLevel | undefined;
  readonly revealSecrets?: boolean | undefined;
  readonly variables?: string | undefined;
  readonly stateName?: string | undefined;
  readonly mock?: MockInput | undefined;
  readonly context?: string | undefined;
  readonly stateConfiguration?: TestStateConfiguration | undefined;
}
export interface TestStateOutput {
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly inspectionData?: InspectionData | undefined;
  readonly nextState?: string | undefined;
  readonly status?: TestExecutionStatus | undefined;
}
export interface TracingConfiguration {
  readonly enabled?: boolean | undefined;
}
export interface UntagResourceInput {
  readonly resourceArn: string;
  readonly tagKeys: readonly (string)[];
}
export interface UntagResourceOutput {
}
export interface UpdateMapRunInput {
  readonly mapRunArn: string;
  readonly maxConcurrency?: number | undefined;
  readonly toleratedFailurePercentage?: number | undefined;
  readonly toleratedFailureCount?: number | undefined;
}
export interface UpdateMapRunOutput {
}
export interface UpdateStateMachineAliasInput {
  readonly stateMachineAliasArn: string;
  readonly description?: string | undefined;
  readonly routingConfiguration?: readonly (RoutingConfigurationListItem)[] | undefined;
}
export interface UpdateStateMachineAliasOutput {
  readonly updateDate: Date;
}
export interface UpdateStateMachineInput {
  readonly stateMachineArn: string;
  readonly definition?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly loggingConfiguration?: LoggingConfiguration | undefined;
  readonly tracingConfiguration?: TracingConfiguration | undefined;
  readonly publish?: boolean | undefined;
  readonly versionDescription?: string | undefined;
  readonly encryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface UpdateStateMachineOutput {
  readonly updateDate: Date;
  readonly revisionId?: string | undefined;
  readonly stateMachineVersionArn?: string | undefined;
}
export interface ValidateStateMachineDefinitionDiagnostic {
  readonly severity: ValidateStateMachineDefinitionSeverity;
  readonly code: string;
  readonly message: string;
  readonly location?: string | undefined;
}
export interface ValidateStateMachineDefinitionInput {
  readonly definition: string;
  readonly type?: StateMachineType | undefined;
  readonly severity?: ValidateStateMachineDefinitionSeverity | undefined;
  readonly maxResults?: number | undefined;
}
export interface ValidateStateMachineDefinitionOutput {
  readonly result: ValidateStateMachineDefinitionResultCode;
  readonly diagnostics: readonly (ValidateStateMachineDefinitionDiagnostic)[];
  readonly truncated?: boolean | undefined;
}
export type ValidateStateMachineDefinitionResultCode = "OK" | "FAIL";
export type ValidateStateMachineDefinitionSeverity = "ERROR" | "WARNING";

export interface StepfunctionsOperations {
  readonly CreateActivity: { readonly input: CreateActivityInput; readonly output: CreateActivityOutput };
  readonly CreateStateMachine: { readonly input: CreateStateMachineInput; readonly output: CreateStateMachineOutput };
  readonly CreateStateMachineAlias: { readonly input: CreateStateMachineAliasInput; readonly output: CreateStateMachineAliasOutput };
  readonly DeleteActivity: { readonly input: DeleteActivityInput; readonly output: DeleteActivityOutput };
  readonly DeleteStateMachine: { readonly input: DeleteStateMachineInput; readonly output: DeleteStateMachineOutput };
  readonly DeleteStateMachineAlias: { readonly input: DeleteStateMachineAliasInput; readonly output: DeleteStateMachineAliasOutput };
  readonly DeleteStateMachineVersion: { readonly input: DeleteStateMachineVersionInput; readonly output: DeleteStateMachineVersionOutput };
  readonly DescribeActivity: { readonly input: DescribeActivityInput; readonly output: DescribeActivityOutput };
  readonly DescribeExecution: { readonly input: DescribeExecutionInput; readonly output: DescribeExecutionOutput };
  readonly DescribeMapRun: { readonly input: DescribeMapRunInput; readonly output: DescribeMapRunOutput };
  readonly DescribeStateMachine: { readonly input: DescribeStateMachineInput; readonly output: DescribeStateMachineOutput };
  readonly DescribeStateMachineAlias: { readonly input: DescribeStateMachineAliasInput; readonly output: DescribeStateMachineAliasOutput };
  readonly DescribeStateMachineForExecution: { readonly input: DescribeStateMachineForExecutionInput; readonly output: DescribeStateMachineForExecutionOutput };
  readonly GetActivityTask: { readonly input: GetActivityTaskInput; readonly output: GetActivityTaskOutput };
  readonly GetExecutionHistory: { readonly input: GetExecutionHistoryInput; readonly output: GetExecutionHistoryOutput };
  readonly ListActivities: { readonly input: ListActivitiesInput; readonly output: ListActivitiesOutput };
  readonly ListExecutions: { readonly input: ListExecutionsInput; readonly output: ListExecutionsOutput };
  readonly ListMapRuns: { readonly input: ListMapRunsInput; readonly output: ListMapRunsOutput };
  readonly ListStateMachineAliases: { readonly input: ListStateMachineAliasesInput; readonly output: ListStateMachineAliasesOutput };
  readonly ListStateMachineVersions: { readonly input: ListStateMachineVersionsInput; readonly output: ListStateMachineVersionsOutput };
  readonly ListStateMachines: { readonly input: ListStateMachinesInput; readonly output: ListStateMachinesOutput };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceInput; readonly output: ListTagsForResourceOutput };
  readonly PublishStateMachineVersion: { readonly input: PublishStateMachineVersionInput; readonly output: PublishStateMachineVersionOutput };
  readonly RedriveExecution: { readonly input: RedriveExecutionInput; readonly output: RedriveExecutionOutput };
  readonly SendTaskFailure: { readonly input: SendTaskFailureInput; readonly output: SendTaskFailureOutput };
  readonly SendTaskHeartbeat: { readonly input: SendTaskHeartbeatInput; readonly output: SendTaskHeartbeatOutput };
  readonly SendTaskSuccess: { readonly input: SendTaskSuccessInput; readonly output: SendTaskSuccessOutput };
  readonly StartExecution: { readonly input: StartExecutionInput; readonly output: StartExecutionOutput };
  readonly StartSyncExecution: { readonly input: StartSyncExecutionInput; readonly output: StartSyncExecutionOutput };
  readonly StopExecution: { readonly input: StopExecutionInput; readonly output: StopExecutionOutput };
  readonly TagResource: { readonly input: TagResourceInput; readonly output: TagResourceOutput };
  readonly TestState: { readonly input: TestStateInput; readonly output: TestStateOutput };
  readonly UntagResource: { readonly input: UntagResourceInput; readonly output: UntagResourceOutput };
  readonly UpdateMapRun: { readonly input: UpdateMapRunInput; readonly output: UpdateMapRunOutput };
  readonly UpdateStateMachine: { readonly input: UpdateStateMachineInput; readonly output: UpdateStateMachineOutput };
  readonly UpdateStateMachineAlias: { readonly input: UpdateStateMachineAliasInput; readonly output: UpdateStateMachineAliasOutput };
  readonly ValidateStateMachineDefinition: { readonly input: ValidateStateMachineDefinitionInput; readonly output: ValidateStateMachineDefinitionOutput };
}
