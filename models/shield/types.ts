// Generated from the API model of Shield; see scripts/generate-models.

export interface ApplicationLayerAutomaticResponseConfiguration {
  readonly Status: ApplicationLayerAutomaticResponseStatus;
  readonly Action: ResponseAction;
}
export type ApplicationLayerAutomaticResponseStatus = "ENABLED" | "DISABLED";
export interface AssociateDRTLogBucketRequest {
  readonly LogBucket: string;
}
export interface AssociateDRTLogBucketResponse {
}
export interface AssociateDRTRoleRequest {
  readonly RoleArn: string;
}
export interface AssociateDRTRoleResponse {
}
export interface AssociateHealthCheckRequest {
  readonly ProtectionId: string;
  readonly HealthCheckArn: string;
}
export interface AssociateHealthCheckResponse {
}
export interface AssociateProactiveEngagementDetailsRequest {
  readonly EmergencyContactList: readonly (EmergencyContact)[];
}
export interface AssociateProactiveEngagementDetailsResponse {
}
export interface AttackDetail {
  readonly AttackId?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly SubResources?: readonly (SubResourceSummary)[] | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly AttackCounters?: readonly (SummarizedCounter)[] | undefined;
  readonly AttackProperties?: readonly (AttackProperty)[] | undefined;
  readonly Mitigations?: readonly (Mitigation)[] | undefined;
}
export type AttackLayer = "NETWORK" | "APPLICATION";
export interface AttackProperty {
  readonly AttackLayer?: AttackLayer | undefined;
  readonly AttackPropertyIdentifier?: AttackPropertyIdentifier | undefined;
  readonly TopContributors?: readonly (Contributor)[] | undefined;
  readonly Unit?: Unit | undefined;
  readonly Total?: number | undefined;
}
export type AttackPropertyIdentifier = "DESTINATION_URL" | "REFERRER" | "SOURCE_ASN" | "SOURCE_COUNTRY" | "SOURCE_IP_ADDRESS" | "SOURCE_USER_AGENT" | "WORDPRESS_PINGBACK_REFLECTOR" | "WORDPRESS_PINGBACK_SOURCE";
export interface AttackStatisticsDataItem {
  readonly AttackVolume?: AttackVolume | undefined;
  readonly AttackCount: number;
}
export interface AttackSummary {
  readonly AttackId?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly AttackVectors?: readonly (AttackVectorDescription)[] | undefined;
}
export interface AttackVectorDescription {
  readonly VectorType: string;
}
export interface AttackVolume {
  readonly BitsPerSecond?: AttackVolumeStatistics | undefined;
  readonly PacketsPerSecond?: AttackVolumeStatistics | undefined;
  readonly RequestsPerSecond?: AttackVolumeStatistics | undefined;
}
export interface AttackVolumeStatistics {
  readonly Max: number;
}
export type AutoRenew = "ENABLED" | "DISABLED";
export interface BlockAction {
}
export interface Contributor {
  readonly Name?: string | undefined;
  readonly Value?: number | undefined;
}
export interface CountAction {
}
export interface CreateProtectionGroupRequest {
  readonly ProtectionGroupId: string;
  readonly Aggregation: ProtectionGroupAggregation;
  readonly Pattern: ProtectionGroupPattern;
  readonly ResourceType?: ProtectedResourceType | undefined;
  readonly Members?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateProtectionGroupResponse {
}
export interface CreateProtectionRequest {
  readonly Name: string;
  readonly ResourceArn: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateProtectionResponse {
  readonly ProtectionId?: string | undefined;
}
export interface CreateSubscriptionRequest {
}
export interface CreateSubscriptionResponse {
}
export interface DeleteProtectionGroupRequest {
  readonly ProtectionGroupId: string;
}
export interface DeleteProtectionGroupResponse {
}
export interface DeleteProtectionRequest {
  readonly ProtectionId: string;
}
export interface DeleteProtectionResponse {
}
export interface DeleteSubscriptionRequest {
}
export interface DeleteSubscriptionResponse {
}
export interface DescribeAttackRequest {
  readonly AttackId: string;
}
export interface DescribeAttackResponse {
  readonly Attack?: AttackDetail | undefined;
}
export interface DescribeAttackStatisticsRequest {
}
export interface DescribeAttackStatisticsResponse {
  readonly TimeRange: TimeRange;
  readonly DataItems: readonly (AttackStatisticsDataItem)[];
}
export interface DescribeDRTAccessRequest {
}
export interface DescribeDRTAccessResponse {
  readonly RoleArn?: string | undefined;
  readonly LogBucketList?: readonly (string)[] | undefined;
}
export interface DescribeEmergencyContactSettingsRequest {
}
export interface DescribeEmergencyContactSettingsResponse {
  readonly EmergencyContactList?: readonly (EmergencyContact)[] | undefined;
}
export interface DescribeProtectionGroupRequest {
  readonly ProtectionGroupId: string;
}
export interface DescribeProtectionGroupResponse {
  readonly ProtectionGroup: ProtectionGroup;
}
export interface DescribeProtectionRequest {
  readonly ProtectionId?: string | undefined;
  readonly ResourceArn?: string | undefined;
}
export interface DescribeProtectionResponse {
  readonly Protection?: Protection | undefined;
}
export interface DescribeSubscriptionRequest {
}
export interface DescribeSubscriptionResponse {
  readonly Subscription?: Subscription | undefined;
}
export interface DisableApplicationLayerAutomaticResponseRequest {
  readonly ResourceArn: string;
}
export interface DisableApplicationLayerAutomaticResponseResponse {
}
export interface DisableProactiveEngagementRequest {
}
export interface DisableProactiveEngagementResponse {
}
export interface DisassociateDRTLogBucketRequest {
  readonly LogBucket: string;
}
export interface DisassociateDRTLogBucketResponse {
}
export interface DisassociateDRTRoleRequest {
}
export interface DisassociateDRTRoleResponse {
}
export interface DisassociateHealthCheckRequest {
  readonly ProtectionId: string;
  readonly HealthCheckArn: string;
}
export interface DisassociateHealthCheckResponse {
}
export interface EmergencyContact {
  readonly EmailAddress: string;
  readonly PhoneNumber?: string | undefined;
  readonly ContactNotes?: string | undefined;
}
export interface EnableApplicationLayerAutomaticResponseRequest {
  readonly ResourceArn: string;
  readonly Action: ResponseAction;
}
export interface EnableApplicationLayerAutomaticResponseResponse {
}
export interface EnableProactiveEngagementRequest {
}
export interface EnableProactiveEngagementResponse {
}
export interface GetSubscriptionStateRequest {
}
export interface GetSubscriptionStateResponse {
  readonly SubscriptionState: SubscriptionState;
}
export interface InclusionProtectionFilters {
  readonly ResourceArns?: readonly (string)[] | undefined;
  readonly ProtectionNames?: readonly (string)[] | undefined;
  readonly ResourceTypes?: readonly (ProtectedResourceType)[] | undefined;
}
export interface InclusionProtectionGroupFilters {
  readonly ProtectionGroupIds?: readonly (string)[] | undefined;
  readonly Patterns?: readonly (ProtectionGroupPattern)[] | undefined;
  readonly ResourceTypes?: readonly (ProtectedResourceType)[] | undefined;
  readonly Aggregations?: readonly (ProtectionGroupAggregation)[] | undefined;
}
export interface Limit {
  readonly Type?: string | undefined;
  readonly Max?: number | undefined;
}
export interface ListAttacksRequest {
  readonly ResourceArns?: readonly (string)[] | undefined;
  readonly StartTime?: TimeRange | undefined;
  readonly EndTime?: TimeRange | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAttacksResponse {
  readonly AttackSummaries?: readonly (AttackSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProtectionGroupsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly InclusionFilters?: InclusionProtectionGroupFilters | undefined;
}
export interface ListProtectionGroupsResponse {
  readonly ProtectionGroups: readonly (ProtectionGroup)[];
  readonly NextToken?: string | undefined;
}
export interface ListProtectionsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly InclusionFilters?: InclusionProtectionFilters | undefined;
}
export interface ListProtectionsResponse {
  readonly Protections?: readonly (Protection)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourcesInProtectionGroupRequest {
  readonly ProtectionGroupId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourcesInProtectionGroupResponse {
  readonly ResourceArns: readonly (string)[];
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceARN: string;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface Mitigation {
  readonly MitigationName?: string | undefined;
}
export type ProactiveEngagementStatus = "ENABLED" | "DISABLED" | "PENDING";
export type ProtectedResourceType = "CLOUDFRONT_DISTRIBUTION" | "ROUTE_53_HOSTED_ZONE" | "ELASTIC_IP_ALLOCATION" | "CLASSIC_LOAD_BALANCER" | "APPLICATION_LOAD_BALANCER" | "GLOBAL_ACCELERATOR";
export interface Protection {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly ResourceArn?: string | undefined;
  readonly HealthCheckIds?: readonly (string)[] | undefined;
  readonly ProtectionArn?: string | undefined;
  readonly ApplicationLayerAutomaticResponseConfiguration?: ApplicationLayerAutomaticResponseConfiguration | undefined;
}
export interface ProtectionGroup {
  readonly ProtectionGroupId: string;
  readonly Aggregation: ProtectionGroupAggregation;
  readonly Pattern: ProtectionGroupPattern;
  readonly ResourceType?: ProtectedResourceType | undefined;
  readonly Members: readonly (string)[];
  readonly ProtectionGroupArn?: string | undefined;
}
export type ProtectionGroupAggregation = "SUM" | "MEAN" | "MAX";
export interface ProtectionGroupArbitraryPatternLimits {
  readonly MaxMembers: number;
}
export interface ProtectionGroupLimits {
  readonly MaxProtectionGroups: number;
  readonly PatternTypeLimits: ProtectionGroupPatternTypeLimits;
}
export type ProtectionGroupPattern = "ALL" | "ARBITRARY" | "BY_RESOURCE_TYPE";
export interface ProtectionGroupPatternTypeLimits {
  readonly ArbitraryPatternLimits: ProtectionGroupArbitraryPatternLimits;
}
export interface ProtectionLimits {
  readonly ProtectedResourceTypeLimits: readonly (Limit)[];
}
export interface ResponseAction {
  readonly Block?: BlockAction | undefined;
  readonly Count?: CountAction | undefined;
}
export interface SubResourceSummary {
  readonly Type?: SubResourceType | undefined;
  readonly Id?: string | undefined;
  readonly AttackVectors?: readonly (SummarizedAttackVector)[] | undefined;
  readonly Counters?: readonly (SummarizedCounter)[] | undefined;
}
export type SubResourceType = "IP" | "URL";
export interface Subscription {
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly TimeCommitmentInSeconds?: number | undefined;
  readonly AutoRenew?: AutoRenew | undefined;
  readonly Limits?: readonly (Limit)[] | undefined;
  readonly ProactiveEngagementStatus?: ProactiveEngagementStatus | undefined;
  readonly SubscriptionLimits: SubscriptionLimits;
  readonly SubscriptionArn?: string | undefined;
}
export interface SubscriptionLimits {
  readonly ProtectionLimits: ProtectionLimits;
  readonly ProtectionGroupLimits: ProtectionGroupLimits;
}
export type SubscriptionState = "ACTIVE" | "INACTIVE";
export interface SummarizedAttackVector {
  readonly VectorType: string;
  readonly VectorCounters?: readonly (SummarizedCounter)[] | undefined;
}
export interface SummarizedCounter {
  readonly Name?: string | undefined;
  readonly Max?: number | undefined;
  readonly Average?: number | undefined;
  readonly Sum?: number | undefined;
  readonly N?: number | undefined;
  readonly Unit?: string | undefined;
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface TagResourceRequest {
  readonly ResourceARN: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export interface TimeRange {
  readonly FromInclusive?: Date | undefined;
  readonly ToExclusive?: Date | undefined;
}
export type Unit = "BITS" | "BYTES" | "PACKETS" | "REQUESTS";
export interface UntagResourceRequest {
  readonly ResourceARN: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateApplicationLayerAutomaticResponseRequest {
  readonly ResourceArn: string;
  readonly Action: ResponseAction;
}
export interface UpdateApplicationLayerAutomaticResponseResponse {
}
export interface UpdateEmergencyContactSettingsRequest {
  readonly EmergencyContactList?: readonly (EmergencyContact)[] | undefined;
}
export interface UpdateEmergencyContactSettingsResponse {
}
export interface UpdateProtectionGroupRequest {
  readonly ProtectionGroupId: string;
  readonly Aggregation: ProtectionGroupAggregation;
  readonly Pattern: ProtectionGroupPattern;
  readonly ResourceType?: ProtectedResourceType | undefined;
  readonly Members?: readonly (string)[] | undefined;
}
export interface UpdateProtectionGroupResponse {
}
export interface UpdateSubscriptionRequest {
  readonly AutoRenew?: AutoRenew | undefined;
}
export interface UpdateSubscriptionResponse {
}

export interface ShieldOperations {
  readonly AssociateDRTLogBucket: { readonly input: AssociateDRTLogBucketRequest; readonly output: AssociateDRTLogBucketResponse };
  readonly AssociateDRTRole: { readonly input: AssociateDRTRoleRequest; readonly output: AssociateDRTRoleResponse };
  readonly AssociateHealthCheck: { readonly input: AssociateHealthCheckRequest; readonly output: AssociateHealthCheckResponse };
  readonly AssociateProactiveEngagementDetails: { readonly input: AssociateProactiveEngagementDetailsRequest; readonly output: AssociateProactiveEngagementDetailsResponse };
  readonly CreateProtection: { readonly input: CreateProtectionRequest; readonly output: CreateProtectionResponse };
  readonly CreateProtectionGroup: { readonly input: CreateProtectionGroupRequest; readonly output: CreateProtectionGroupResponse };
  readonly CreateSubscription: { readonly input: CreateSubscriptionRequest; readonly output: CreateSubscriptionResponse };
  readonly DeleteProtection: { readonly input: DeleteProtectionRequest; readonly output: DeleteProtectionResponse };
  readonly DeleteProtectionGroup: { readonly input: DeleteProtectionGroupRequest; readonly output: DeleteProtectionGroupResponse };
  readonly DeleteSubscription: { readonly input: DeleteSubscriptionRequest; readonly output: DeleteSubscriptionResponse };
  readonly DescribeAttack: { readonly input: DescribeAttackRequest; readonly output: DescribeAttackResponse };
  readonly DescribeAttackStatistics: { readonly input: DescribeAttackStatisticsRequest; readonly output: DescribeAttackStatisticsResponse };
  readonly DescribeDRTAccess: { readonly input: DescribeDRTAccessRequest; readonly output: DescribeDRTAccessResponse };
  readonly DescribeEmergencyContactSettings: { readonly input: DescribeEmergencyContactSettingsRequest; readonly output: DescribeEmergencyContactSettingsResponse };
  readonly DescribeProtection: { readonly input: DescribeProtectionRequest; readonly output: DescribeProtectionResponse };
  readonly DescribeProtectionGroup: { readonly input: DescribeProtectionGroupRequest; readonly output: DescribeProtectionGroupResponse };
  readonly DescribeSubscription: { readonly input: DescribeSubscriptionRequest; readonly output: DescribeSubscriptionResponse };
  readonly DisableApplicationLayerAutomaticResponse: { readonly input: DisableApplicationLayerAutomaticResponseRequest; readonly output: DisableApplicationLayerAutomaticResponseResponse };
  readonly DisableProactiveEngagement: { readonly input: DisableProactiveEngagementRequest; readonly output: DisableProactiveEngagementResponse };
  readonly DisassociateDRTLogBucket: { readonly input: DisassociateDRTLogBucketRequest; readonly output: DisassociateDRTLogBucketResponse };
  readonly DisassociateDRTRole: { readonly input: DisassociateDRTRoleRequest; readonly output: DisassociateDRTRoleResponse };
  readonly DisassociateHealthCheck: { readonly input: DisassociateHealthCheckRequest; readonly output: DisassociateHealthCheckResponse };
  readonly EnableApplicationLayerAutomaticResponse: { readonly input: EnableApplicationLayerAutomaticResponseRequest; readonly output: EnableApplicationLayerAutomaticResponseResponse };
  readonly EnableProactiveEngagement: { readonly input: EnableProactiveEngagementRequest; readonly output: EnableProactiveEngagementResponse };
  readonly GetSubscriptionState: { readonly input: GetSubscriptionStateRequest; readonly output: GetSubscriptionStateResponse };
  readonly ListAttacks: { readonly input: ListAttacksRequest; readonly output: ListAttacksResponse };
  readonly ListProtectionGroups: { readonly input: ListProtectionGroupsRequest; readonly output: ListProtectionGroupsResponse };
  readonly ListProtections: { readonly input: ListProtectionsRequest; readonly output: ListProtectionsResponse };
  readonly ListResourcesInProtectionGroup: { readonly input: ListResourcesInProtectionGroupRequest; readonly output: ListResourcesInProtectionGroupResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateApplicationLayerAutomaticResponse: { readonly input: UpdateApplicationLayerAutomaticResponseRequest; readonly output: UpdateApplicationLayerAutomaticResponseResponse };
  readonly UpdateEmergencyContactSettings: { readonly input: UpdateEmergencyContactSettingsRequest; readonly output: UpdateEmergencyContactSettingsResponse };
  readonly UpdateProtectionGroup: { readonly input: UpdateProtectionGroupRequest; readonly output: UpdateProtectionGroupResponse };
  readonly UpdateSubscription: { readonly input: UpdateSubscriptionRequest; readonly output: UpdateSubscriptionResponse };
}
