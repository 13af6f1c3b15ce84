// Generated from the API model of Scheduler; see scripts/generate-models.

export type ActionAfterCompletion = "NONE" | "DELETE";
export type AssignPublicIp = "ENABLED" | "DISABLED";
export interface AwsVpcConfiguration {
  readonly AssignPublicIp?: AssignPublicIp | undefined;
  readonly SecurityGroups?: readonly (string)[] | undefined;
  readonly Subnets: readonly (string)[];
}
export interface CapacityProviderStrategyItem {
  readonly base?: number | undefined;
  readonly capacityProvider: string;
  readonly weight?: number | undefined;
}
export interface CreateScheduleGroupInput {
  readonly ClientToken?: string | undefined;
  readonly Name: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateScheduleGroupOutput {
  readonly ScheduleGroupArn: string;
}
export interface CreateScheduleInput {
  readonly ActionAfterCompletion?: ActionAfterCompletion | undefined;
  readonly ClientToken?: string | undefined;
  readonly Description?: string | undefined;
  readonly EndDate?: Date | undefined;
  readonly FlexibleTimeWindow: FlexibleTimeWindow;
  readonly GroupName?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly Name: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string | undefined;
  readonly StartDate?: Date | undefined;
  readonly State?: ScheduleState | undefined;
  readonly Target: Target;
}
export interface CreateScheduleOutput {
  readonly ScheduleArn: string;
}
export interface DeadLetterConfig {
  readonly Arn?: string | undefined;
}
export interface DeleteScheduleGroupInput {
  readonly ClientToken?: string | undefined;
  readonly Name: string;
}
export interface DeleteScheduleGroupOutput {
}
export interface DeleteScheduleInput {
  readonly ClientToken?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly Name: string;
}
export interface DeleteScheduleOutput {
}
export interface EcsParameters {
  readonly CapacityProviderStrategy?: readonly (CapacityProviderStrategyItem)[] | undefined;
  readonly EnableECSManagedTags?: boolean | undefined;
  readonly EnableExecuteCommand?: boolean | undefined;
  readonly Group?: string | undefined;
  readonly LaunchType?: LaunchType | undefined;
  readonly NetworkConfiguration?: NetworkConfiguration | undefined;
  readonly PlacementConstraints?: readonly (PlacementConstraint)[] | undefined;
  readonly PlacementStrategy?: readonly (PlacementStrategy)[] | undefined;
  readonly PlatformVersion?: string | undefined;
  readonly PropagateTags?: PropagateTags | undefined;
  readonly ReferenceId?: string | undefined;
  readonly Tags?: readonly ({ readonly [key: string]: string })[] | undefined;
  readonly TaskCount?: number | undefined;
  readonly TaskDefinitionArn: string;
}
export interface EventBridgeParameters {
  readonly DetailType: string;
  readonly Source: string;
}
export interface FlexibleTimeWindow {
  readonly MaximumWindowInMinutes?: number | undefined;
  readonly Mode: FlexibleTimeWindowMode;
}
export type FlexibleTimeWindowMode = "OFF" | "FLEXIBLE";
export interface GetScheduleGroupInput {
  readonly Name: string;
}
export interface GetScheduleGroupOutput {
  readonly Arn?: string | undefined;
  readonly CreationDate?: Date | undefined;
  readonly LastModificationDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly State?: ScheduleGroupState | undefined;
}
export interface GetScheduleInput {
  readonly GroupName?: string | undefined;
  readonly Name: string;
}
export interface GetScheduleOutput {
  readonly ActionAfterCompletion?: ActionAfterCompletion | undefined;
  readonly Arn?: string | undefined;
  readonly CreationDate?: Date | undefined;
  readonly Description?: string | undefined;
  readonly EndDate?: Date | undefined;
  readonly FlexibleTimeWindow?: FlexibleTimeWindow | undefined;
  readonly GroupName?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly LastModificationDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly ScheduleExpression?: string | undefined;
  readonly ScheduleExpressionTimezone?: string | undefined;
  readonly StartDate?: Date | undefined;
  readonly State?: ScheduleState | undefined;
  readonly Target?: Target | undefined;
}
export interface KinesisParameters {
  readonly PartitionKey: string;
}
export type LaunchType = "EC2" | "FARGATE" | "EXTERNAL";
export interface ListScheduleGroupsInput {
  readonly MaxResults?: number | undefined;
  readonly NamePrefix?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListScheduleGroupsOutput {
  readonly NextToken?: string | undefined;
  readonly ScheduleGroups: readonly (ScheduleGroupSummary)[];
}
export interface ListSchedulesInput {
  readonly GroupName?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NamePrefix?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly State?: ScheduleState | undefined;
}
export interface ListSchedulesOutput {
  readonly NextToken?: string | undefined;
  readonly Schedules: readonly (ScheduleSummary)[];
}
export interface ListTagsForResourceInput {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceOutput {
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface NetworkConfiguration {
  readonly awsvpcConfiguration?: AwsVpcConfiguration | undefined;
}
export interface PlacementConstraint {
  readonly expression?: string | undefined;
  readonly type?: PlacementConstraintType | undefined;
}
export type PlacementConstraintType = "distinctInstance" | "memberOf";
export interface PlacementStrategy {
  readonly field?: string | undefined;
  readonly type?: PlacementStrategyType | undefined;
}
export type PlacementStrategyType = "random" | "spread" | "binpack";
export type PropagateTags = "TASK_DEFINITION";
export interface RetryPolicy {
  readonly MaximumEventAgeInSeconds?: number | undefined;
  readonly MaximumRetryAttempts?: number | undefined;
}
export interface SageMakerPipelineParameter {
  readonly Name: string;
  readonly Value: string;
}
export interface SageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly (SageMakerPipelineParameter)[] | undefined;
}
export type ScheduleGroupState = "ACTIVE" | "DELETING";
export interface ScheduleGroupSummary {
  readonly Arn?: string | undefined;
  readonly CreationDate?: Date | undefined;
  readonly LastModificationDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly State?: ScheduleGroupState | undefined;
}
export type ScheduleState = "ENABLED" | "DISABLED";
export interface ScheduleSummary {
  readonly Arn?: string | undefined;
  readonly CreationDate?: Date | undefined;
  readonly GroupName?: string | undefined;
  readonly LastModificationDate?: Date | undefined;
  readonly Name?: string | undefined;
  readonly State?: ScheduleState | undefined;
  readonly Target?: TargetSummary | undefined;
}
export interface SqsParameters {
  readonly MessageGroupId?: string | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceInput {
  readonly ResourceArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceOutput {
}
export interface Target {
  readonly Arn: string;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly EcsParameters?: EcsParameters | undefined;
  readonly EventBridgeParameters?: EventBridgeParameters | undefined;
  readonly Input?: string | undefined;
  readonly KinesisParameters?: KinesisParameters | undefined;
  readonly RetryPolicy?: RetryPolicy | undefined;
  readonly RoleArn: string;
  readonly SageMakerPipelineParameters?: SageMakerPipelineParameters | undefined;
  readonly SqsParameters?: SqsParameters | undefined;
}
export interface TargetSummary {
  readonly Arn: string;
}
export interface UntagResourceInput {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceOutput {
}
export interface UpdateScheduleInput {
  readonly ActionAfterCompletion?: ActionAfterCompletion | undefined;
  readonly ClientToken?: string | undefined;
  readonly Description?: string | undefined;
  readonly EndDate?: Date | undefined;
  readonly FlexibleTimeWindow: FlexibleTimeWindow;
  readonly GroupName?: string | undefined;
  readonly KmsKeyArn?: string | undefined;
  readonly Name: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string | undefined;
  readonly StartDate?: Date | undefined;
  readonly State?: ScheduleState | undefined;
  readonly Target: Target;
}
export interface UpdateScheduleOutput {
  readonly ScheduleArn: string;
}

export interface SchedulerOperations {
  readonly CreateSchedule: { readonly input: CreateScheduleInput; readonly output: CreateScheduleOutput };
  readonly CreateScheduleGroup: { readonly input: CreateScheduleGroupInput; readonly output: CreateScheduleGroupOutput };
  readonly DeleteSchedule: { readonly input: DeleteScheduleInput; readonly output: DeleteScheduleOutput };
  readonly DeleteScheduleGroup: { readonly input: DeleteScheduleGroupInput; readonly output: DeleteScheduleGroupOutput };
  readonly GetSchedule: { readonly input: GetScheduleInput; readonly output: GetScheduleOutput };
  readonly GetScheduleGroup: { readonly input: GetScheduleGroupInput; readonly output: GetScheduleGroupOutput };
  readonly ListScheduleGroups: { readonly input: ListScheduleGroupsInput; readonly output: ListScheduleGroupsOutput };
  readonly ListSchedules: { readonly input: ListSchedulesInput; readonly output: ListSchedulesOutput };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceInput; readonly output: ListTagsForResourceOutput };
  readonly TagResource: { readonly input: TagResourceInput; readonly output: TagResourceOutput };
  readonly UntagResource: { readonly input: UntagResourceInput; readonly output: UntagResourceOutput };
  readonly UpdateSchedule: { readonly input: UpdateScheduleInput; readonly output: UpdateScheduleOutput };
}
