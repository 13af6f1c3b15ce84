// Generated from the API model of Resource Groups Tagging API; see scripts/generate-models.

export interface ComplianceDetails {
  readonly NoncompliantKeys?: readonly (string)[] | undefined;
  readonly KeysWithNoncompliantValues?: readonly (string)[] | undefined;
  readonly ComplianceStatus?: boolean | undefined;
}
export interface DescribeReportCreationInput {
}
export interface DescribeReportCreationOutput {
  readonly Status?: string | undefined;
  readonly S3Location?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}
export type ErrorCode = "InternalServiceException" | "InvalidParameterException";
export interface FailureInfo {
  readonly StatusCode?: number | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: string | undefined;
}
export interface GetComplianceSummaryInput {
  readonly TargetIdFilters?: readonly (string)[] | undefined;
  readonly RegionFilters?: readonly (string)[] | undefined;
  readonly ResourceTypeFilters?: readonly (string)[] | undefined;
  readonly TagKeyFilters?: readonly (string)[] | undefined;
  readonly GroupBy?: readonly (GroupByAttribute)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly PaginationToken?: string | undefined;
}
export interface GetComplianceSummaryOutput {
  readonly SummaryList?: readonly (Summary)[] | undefined;
  readonly PaginationToken?: string | undefined;
}
export interface GetResourcesInput {
  readonly PaginationToken?: string | undefined;
  readonly TagFilters?: readonly (TagFilter)[] | undefined;
  readonly ResourcesPerPage?: number | undefined;
  readonly TagsPerPage?: number | undefined;
  readonly ResourceTypeFilters?: readonly (string)[] | undefined;
  readonly IncludeComplianceDetails?: boolean | undefined;
  readonly ExcludeCompliantResources?: boolean | undefined;
  readonly ResourceARNList?: readonly (string)[] | undefined;
}
export interface GetResourcesOutput {
  readonly PaginationToken?: string | undefined;
  readonly ResourceTagMappingList?: readonly (ResourceTagMapping)[] | undefined;
}
export interface GetTagKeysInput {
  readonly PaginationToken?: string | undefined;
}
export interface GetTagKeysOutput {
  readonly PaginationToken?: string | undefined;
  readonly TagKeys?: readonly (string)[] | undefined;
}
export interface GetTagValuesInput {
  readonly PaginationToken?: string | undefined;
  readonly Key: string;
}
export interface GetTagValuesOutput {
  readonly PaginationToken?: string | undefined;
  readonly TagValues?: readonly (string)[] | undefined;
}
export type GroupByAttribute = "TARGET_ID" | "REGION" | "RESOURCE_TYPE";
export interface ListRequiredTagsInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListRequiredTagsOutput {
  readonly RequiredTags?: readonly (RequiredTag)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface RequiredTag {
  readonly ResourceType?: string | undefined;
  readonly CloudFormationResourceTypes?: readonly (string)[] | undefined;
  readonly ReportingTagKeys?: readonly (string)[] | undefined;
}
export interface ResourceTagMapping {
  readonly ResourceARN?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ComplianceDetails?: ComplianceDetails | undefined;
}
export interface StartReportCreationInput {
  readonly S3Bucket: string;
}
export interface StartReportCreationOutput {
}
export interface Summary {
  readonly LastUpdated?: string | undefined;
  readonly TargetId?: string | undefined;
  readonly TargetIdType?: TargetIdType | undefined;
  readonly Region?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly NonCompliantResources?: number | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagFilter {
  readonly Key?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export interface TagResourcesInput {
  readonly ResourceARNList: readonly (string)[];
  readonly Tags: { readonly [key: string]: string };
}
export interface TagResourcesOutput {
  readonly FailedResourcesMap?: { readonly [key: string]: FailureInfo } | undefined;
}
export type TargetIdType = "ACCOUNT" | "OU" | "ROOT";
export interface UntagResourcesInput {
  readonly ResourceARNList: readonly (string)[];
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourcesOutput {
  readonly FailedResourcesMap?: { readonly [key: string]: FailureInfo } | undefined;
}

export interface ResourceGroupsTaggingApiOperations {
  readonly DescribeReportCreation: { readonly input: DescribeReportCreationInput; readonly output: DescribeReportCreationOutput };
  readonly GetComplianceSummary: { readonly input: GetComplianceSummaryInput; readonly output: GetComplianceSummaryOutput };
  readonly GetResources: { readonly input: GetResourcesInput; readonly output: GetResourcesOutput };
  readonly GetTagKeys: { readonly input: GetTagKeysInput; readonly output: GetTagKeysOutput };
  readonly GetTagValues: { readonly input: GetTagValuesInput; readonly output: GetTagValuesOutput };
  readonly ListRequiredTags: { readonly input: ListRequiredTagsInput; readonly output: ListRequiredTagsOutput };
  readonly StartReportCreation: { readonly input: StartReportCreationInput; readonly output: StartReportCreationOutput };
  readonly TagResources: { readonly input: TagResourcesInput; readonly output: TagResourcesOutput };
  readonly UntagResources: { readonly input: UntagResourcesInput; readonly output: UntagResourcesOutput };
}
