// Generated from the API model of Detective; see scripts/generate-models.

export interface AcceptInvitationRequest {
  readonly GraphArn: string;
}
export interface Account {
  readonly AccountId: string;
  readonly EmailAddress: string;
}
export interface Administrator {
  readonly AccountId?: string | undefined;
  readonly GraphArn?: string | undefined;
  readonly DelegationTime?: Date | undefined;
}
export interface BatchGetGraphMemberDatasourcesRequest {
  readonly GraphArn: string;
  readonly AccountIds: readonly (string)[];
}
export interface BatchGetGraphMemberDatasourcesResponse {
  readonly MemberDatasources?: readonly (MembershipDatasources)[] | undefined;
  readonly UnprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface BatchGetMembershipDatasourcesRequest {
  readonly GraphArns: readonly (string)[];
}
export interface BatchGetMembershipDatasourcesResponse {
  readonly MembershipDatasources?: readonly (MembershipDatasources)[] | undefined;
  readonly UnprocessedGraphs?: readonly (UnprocessedGraph)[] | undefined;
}
export interface CreateGraphRequest {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface CreateGraphResponse {
  readonly GraphArn?: string | undefined;
}
export interface CreateMembersRequest {
  readonly GraphArn: string;
  readonly Message?: string | undefined;
  readonly DisableEmailNotification?: boolean | undefined;
  readonly Accounts: readonly (Account)[];
}
export interface CreateMembersResponse {
  readonly Members?: readonly (MemberDetail)[] | undefined;
  readonly UnprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export type DatasourcePackage = "DETECTIVE_CORE" | "EKS_AUDIT" | "ASFF_SECURITYHUB_FINDING";
export interface DatasourcePackageIngestDetail {
  readonly DatasourcePackageIngestState?: DatasourcePackageIngestState | undefined;
  readonly LastIngestStateChange?: { readonly [key: string]: TimestampForCollection } | undefined;
}
export type DatasourcePackageIngestState = "STARTED" | "STOPPED" | "DISABLED";
export interface DatasourcePackageUsageInfo {
  readonly VolumeUsageInBytes?: number | undefined;
  readonly VolumeUsageUpdateTime?: Date | undefined;
}
export interface DateFilter {
  readonly StartInclusive: Date;
  readonly EndInclusive: Date;
}
export interface DeleteGraphRequest {
  readonly GraphArn: string;
}
export interface DeleteMembersRequest {
  readonly GraphArn: string;
  readonly AccountIds: readonly (string)[];
}
export interface DeleteMembersResponse {
  readonly AccountIds?: readonly (string)[] | undefined;
  readonly UnprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface DescribeOrganizationConfigurationRequest {
  readonly GraphArn: string;
}
export interface DescribeOrganizationConfigurationResponse {
  readonly AutoEnable?: boolean | undefined;
}
export interface DisassociateMembershipRequest {
  readonly GraphArn: string;
}
export interface EnableOrganizationAdminAccountRequest {
  readonly AccountId: string;
}
export type EntityType = "IAM_ROLE" | "IAM_USER";
export type Field = "SEVERITY" | "STATUS" | "CREATED_TIME";
export interface FilterCriteria {
  readonly Severity?: StringFilter | undefined;
  readonly Status?: StringFilter | undefined;
  readonly State?: StringFilter | undefined;
  readonly EntityArn?: StringFilter | undefined;
  readonly CreatedTime?: DateFilter | undefined;
}
export interface FlaggedIpAddressDetail {
  readonly IpAddress?: string | undefined;
  readonly Reason?: Reason | undefined;
}
export interface GetInvestigationRequest {
  readonly GraphArn: string;
  readonly InvestigationId: string;
}
export interface GetInvestigationResponse {
  readonly GraphArn?: string | undefined;
  readonly InvestigationId?: string | undefined;
  readonly EntityArn?: string | undefined;
  readonly EntityType?: EntityType | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly ScopeStartTime?: Date | undefined;
  readonly ScopeEndTime?: Date | undefined;
  readonly Status?: Status | undefined;
  readonly Severity?: Severity | undefined;
  readonly State?: State | undefined;
}
export interface GetMembersRequest {
  readonly GraphArn: string;
  readonly AccountIds: readonly (string)[];
}
export interface GetMembersResponse {
  readonly MemberDetails?: readonly (MemberDetail)[] | undefined;
  readonly UnprocessedAccounts?: readonly (UnprocessedAccount)[] | undefined;
}
export interface Graph {
  readonly Arn?: string | undefined;
  readonly CreatedTime?: Date | undefined;
}
export interface ImpossibleTravelDetail {
  readonly StartingIpAddress?: string | undefined;
  readonly EndingIpAddress?: string | undefined;
  readonly StartingLocation?: string | undefined;
  readonly EndingLocation?: string | undefined;
  readonly HourlyTimeDelta?: number | undefined;
}
export interface Indicator {
  readonly IndicatorType?: IndicatorType | undefined;
  readonly IndicatorDetail?: IndicatorDetail | undefined;
}
export interface IndicatorDetail {
  readonly TTPsObservedDetail?: TTPsObservedDetail | undefined;
  readonly ImpossibleTravelDetail?: ImpossibleTravelDetail | undefined;
  readonly FlaggedIpAddressDetail?: FlaggedIpAddressDetail | undefined;
  readonly NewGeolocationDetail?: NewGeolocationDetail | undefined;
  readonly NewAsoDetail?: NewAsoDetail | undefined;
  readonly NewUserAgentDetail?: NewUserAgentDetail | undefined;
  readonly RelatedFindingDetail?: RelatedFindingDetail | undefined;
  readonly RelatedFindingGroupDetail?: RelatedFindingGroupDetail | undefined;
}
export type IndicatorType = "TTP_OBSERVED" | "IMPOSSIBLE_TRAVEL" | "FLAGGED_IP_ADDRESS" | "NEW_GEOLOCATION" | "NEW_ASO" | "NEW_USER_AGENT" | "RELATED_FINDING" | "RELATED_FINDING_GROUP";
export interface InvestigationDetail {
  readonly InvestigationId?: string | undefined;
  readonly Severity?: Severity | undefined;
  readonly Status?: Status | undefined;
  readonly State?: State | undefined;
  readonly CreatedTime?: Date | undefined;
  readonly EntityArn?: string | undefined;
  readonly EntityType?: EntityType | undefined;
}
export type InvitationType = "INVITATION" | "ORGANIZATION";
export interface ListDatasourcePackagesRequest {
  readonly GraphArn: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListDatasourcePackagesResponse {
  readonly DatasourcePackages?: { readonly [key: string]: DatasourcePackageIngestDetail } | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListGraphsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListGraphsResponse {
  readonly GraphList?: readonly (Graph)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListIndicatorsRequest {
  readonly GraphArn: string;
  readonly InvestigationId: string;
  readonly IndicatorType?: IndicatorType | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListIndicatorsResponse {
  readonly GraphArn?: string | undefined;
  readonly InvestigationId?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly Indicators?: readonly (Indicator)[] | undefined;
}
export interface ListInvestigationsRequest {
  readonly GraphArn: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly FilterCriteria?: FilterCriteria | undefined;
  readonly SortCriteria?: SortCriteria | undefined;
}
export interface ListInvestigationsResponse {
  readonly InvestigationDetails?: readonly (InvestigationDetail)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListInvitationsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListInvitationsResponse {
  readonly Invitations?: readonly (MemberDetail)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListMembersRequest {
  readonly GraphArn: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListMembersResponse {
  readonly MemberDetails?: readonly (MemberDetail)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOrganizationAdminAccountsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListOrganizationAdminAccountsResponse {
  readonly Administrators?: readonly (Administrator)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: { readonly [key: string]: string } | undefined;
}
export interface MemberDetail {
  readonly AccountId?: string | undefined;
  readonly EmailAddress?: string | undefined;
  readonly GraphArn?: string | undefined;
  readonly MasterId?: string | undefined;
  readonly AdministratorId?: string | undefined;
  readonly Status?: MemberStatus | undefined;
  readonly DisabledReason?: MemberDisabledReason | undefined;
  readonly InvitedTime?: Date | undefined;
  readonly UpdatedTime?: Date | undefined;
  readonly VolumeUsageInBytes?: number | undefined;
  readonly VolumeUsageUpdatedTime?: Date | undefined;
  readonly PercentOfGraphUtilization?: number | undefined;
  readonly PercentOfGraphUtilizationUpdatedTime?: Date | undefined;
  readonly InvitationType?: InvitationType | undefined;
  readonly VolumeUsageByDatasourcePackage?: { readonly [key: string]: DatasourcePackageUsageInfo } | undefined;
  readonly DatasourcePackageIngestStates?: { readonly [key: string]: DatasourcePackageIngestState } | undefined;
}
export type MemberDisabledReason = "VOLUME_TOO_HIGH" | "VOLUME_UNKNOWN";
export type MemberStatus = "INVITED" | "VERIFICATION_IN_PROGRESS" | "VERIFICATION_FAILED" | "ENABLED" | "ACCEPTED_BUT_DISABLED";
export interface MembershipDatasources {
  readonly AccountId?: string | undefined;
  readonly GraphArn?: string | undefined;
  readonly DatasourcePackageIngestHistory?: { readonly [key: string]: { readonly [key: string]: TimestampForCollection } } | undefined;
}
export interface NewAsoDetail {
  readonly Aso?: string | undefined;
  readonly IsNewForEntireAccount?: boolean | undefined;
}
export interface NewGeolocationDetail {
  readonly Location?: string | undefined;
  readonly IpAddress?: string | undefined;
  readonly IsNewForEntireAccount?: boolean | undefined;
}
export interface NewUserAgentDetail {
  readonly UserAgent?: string | undefined;
  readonly IsNewForEntireAccount?: boolean | undefined;
}
export type Reason = "AWS_THREAT_INTELLIGENCE";
export interface RejectInvitationRequest {
  readonly GraphArn: string;
}
export interface RelatedFindingDetail {
  readonly Arn?: string | undefined;
  readonly Type?: string | undefined;
  readonly IpAddress?: string | undefined;
}
export interface RelatedFindingGroupDetail {
  readonly Id?: string | undefined;
}
export type Severity = "INFORMATIONAL" | "LOW" | "MEDIUM" | "HIGH" | "CRITICAL";
export interface SortCriteria {
  readonly Field?: Field | undefined;
  readonly SortOrder?: SortOrder | undefined;
}
export type SortOrder = "ASC" | "DESC";
export interface StartInvestigationRequest {
  readonly GraphArn: string;
  readonly EntityArn: string;
  readonly ScopeStartTime: Date;
  readonly ScopeEndTime: Date;
}
export interface StartInvestigationResponse {
  readonly InvestigationId?: string | undefined;
}
export interface StartMonitoringMemberRequest {
  readonly GraphArn: string;
  readonly AccountId: string;
}
export type State = "ACTIVE" | "ARCHIVED";
export type Status = "RUNNING" | "FAILED" | "SUCCESSFUL";
export interface StringFilter {
  readonly Value: string;
}
export interface TTPsObservedDetail {
  readonly Tactic?: string | undefined;
  readonly Technique?: string | undefined;
  readonly Procedure?: string | undefined;
  readonly IpAddress?: string | undefined;
  readonly APIName?: string | undefined;
  readonly APISuccessCount?: number | undefined;
  readonly APIFailureCount?: number | undefined;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: { readonly [key: string]: string };
}
export interface TagResourceResponse {
}
export interface TimestampForCollection {
  readonly Timestamp?: Date | undefined;
}
export interface UnprocessedAccount {
  readonly AccountId?: string | undefined;
  readonly Reason?: string | undefined;
}
export interface UnprocessedGraph {
  readonly GraphArn?: string | undefined;
  readonly Reason?: string | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateDatasourcePackagesRequest {
  readonly GraphArn: string;
  readonly DatasourcePackages: readonly (DatasourcePackage)[];
}
export interface UpdateInvestigationStateRequest {
  readonly GraphArn: string;
  readonly InvestigationId: string;
  readonly State: State;
}
export interface UpdateOrganizationConfigurationRequest {
  readonly GraphArn: string;
  readonly AutoEnable?: boolean | undefined;
}

export interface DetectiveOperations {
  readonly AcceptInvitation: { readonly input: AcceptInvitationRequest; readonly output: Readonly<Record<string, never>> };
  readonly BatchGetGraphMemberDatasources: { readonly input: BatchGetGraphMemberDatasourcesRequest; readonly output: BatchGetGraphMemberDatasourcesResponse };
  readonly BatchGetMembershipDatasources: { readonly input: BatchGetMembershipDatasourcesRequest; readonly output: BatchGetMembershipDatasourcesResponse };
  readonly CreateGraph: { readonly input: CreateGraphRequest; readonly output: CreateGraphResponse };
  readonly CreateMembers: { readonly input: CreateMembersRequest; readonly output: CreateMembersResponse };
  readonly DeleteGraph: { readonly input: DeleteGraphRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteMembers: { readonly input: DeleteMembersRequest; readonly output: DeleteMembersResponse };
  readonly DescribeOrganizationConfiguration: { readonly input: DescribeOrganizationConfigurationRequest; readonly output: DescribeOrganizationConfigurationResponse };
  readonly DisableOrganizationAdminAccount: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly DisassociateMembership: { readonly input: DisassociateMembershipRequest; readonly output: Readonly<Record<string, never>> };
  readonly EnableOrganizationAdminAccount: { readonly input: EnableOrganizationAdminAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly GetInvestigation: { readonly input: GetInvestigationRequest; readonly output: GetInvestigationResponse };
  readonly GetMembers: { readonly input: GetMembersRequest; readonly output: GetMembersResponse };
  readonly ListDatasourcePackages: { readonly input: ListDatasourcePackagesRequest; readonly output: ListDatasourcePackagesResponse };
  readonly ListGraphs: { readonly input: ListGraphsRequest; readonly output: ListGraphsResponse };
  readonly ListIndicators: { readonly input: ListIndicatorsRequest; readonly output: ListIndicatorsResponse };
  readonly ListInvestigations: { readonly input: ListInvestigationsRequest; readonly output: ListInvestigationsResponse };
  readonly ListInvitations: { readonly input: ListInvitationsRequest; readonly output: ListInvitationsResponse };
  readonly ListMembers: { readonly input: ListMembersRequest; readonly output: ListMembersResponse };
  readonly ListOrganizationAdminAccounts: { readonly input: ListOrganizationAdminAccountsRequest; readonly output: ListOrganizationAdminAccountsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly RejectInvitation: { readonly input: RejectInvitationRequest; readonly output: Readonly<Record<string, never>> };
  readonly StartInvestigation: { readonly input: StartInvestigationRequest; readonly output: StartInvestigationResponse };
  readonly StartMonitoringMember: { readonly input: StartMonitoringMemberRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateDatasourcePackages: { readonly input: UpdateDatasourcePackagesRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateInvestigationState: { readonly input: UpdateInvestigationStateRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateOrganizationConfiguration: { readonly input: UpdateOrganizationConfigurationRequest; readonly output: Readonly<Record<string, never>> };
}
