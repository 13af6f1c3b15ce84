// Generated from the API model of Route 53; see scripts/generate-models.

export type AcceleratedRecoveryStatus = "ENABLING" | "ENABLE_FAILED" | "ENABLING_HOSTED_ZONE_LOCKED" | "ENABLED" | "DISABLING" | "DISABLE_FAILED" | "DISABLED" | "DISABLING_HOSTED_ZONE_LOCKED";
export interface AccountLimit {
  readonly Type: AccountLimitType;
  readonly Value: number;
}
export type AccountLimitType = "MAX_HEALTH_CHECKS_BY_OWNER" | "MAX_HOSTED_ZONES_BY_OWNER" | "MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER" | "MAX_REUSABLE_DELEGATION_SETS_BY_OWNER" | "MAX_TRAFFIC_POLICIES_BY_OWNER";
export interface ActivateKeySigningKeyRequest {
  readonly HostedZoneId: string;
  readonly Name: string;
}
export interface ActivateKeySigningKeyResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface AlarmIdentifier {
  readonly Region: CloudWatchRegion;
  readonly Name: string;
}
export interface AliasTarget {
  readonly HostedZoneId: string;
  readonly DNSName: string;
  readonly EvaluateTargetHealth: boolean;
}
export interface AssociateVPCWithHostedZoneRequest {
  readonly HostedZoneId: string;
  readonly VPC: VPC;
  readonly Comment?: string | undefined;
}
export interface AssociateVPCWithHostedZoneResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface Change {
  readonly Action: ChangeAction;
  readonly ResourceRecordSet: ResourceRecordSet;
}
export type ChangeAction = "CREATE" | "DELETE" | "UPSERT";
export interface ChangeBatch {
  readonly Comment?: string | undefined;
  readonly Changes: readonly (Change)[];
}
export interface ChangeCidrCollectionRequest {
  readonly Id: string;
  readonly CollectionVersion?: number | undefined;
  readonly Changes: readonly (CidrCollectionChange)[];
}
export interface ChangeCidrCollectionResponse {
  readonly Id: string;
}
export interface ChangeInfo {
  readonly Id: string;
  readonly Status: ChangeStatus;
  readonly SubmittedAt: Date;
  readonly Comment?: string | undefined;
}
export interface ChangeResourceRecordSetsRequest {
  readonly HostedZoneId: string;
  readonly ChangeBatch: ChangeBatch;
}
export interface ChangeResourceRecordSetsResponse {
  readonly ChangeInfo: ChangeInfo;
}
export type ChangeStatus = "PENDING" | "INSYNC";
export interface ChangeTagsForResourceRequest {
  readonly ResourceType: TagResourceType;
  readonly ResourceId: string;
  readonly AddTags?: readonly (Tag)[] | undefined;
  readonly RemoveTagKeys?: readonly (string)[] | undefined;
}
export interface ChangeTagsForResourceResponse {
}
export interface CidrBlockSummary {
  readonly CidrBlock?: string | undefined;
  readonly LocationName?: string | undefined;
}
export interface CidrCollection {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Version?: number | undefined;
}
export interface CidrCollectionChange {
  readonly LocationName: string;
  readonly Action: CidrCollectionChangeAction;
  readonly CidrList: readonly (string)[];
}
export type CidrCollectionChangeAction = "PUT" | "DELETE_IF_EXISTS";
export interface CidrRoutingConfig {
  readonly CollectionId: string;
  readonly LocationName: string;
}
export interface CloudWatchAlarmConfiguration {
  readonly EvaluationPeriods: number;
  readonly Threshold: number;
  readonly ComparisonOperator: ComparisonOperator;
  readonly Period: number;
  readonly MetricName: string;
  readonly Namespace: string;
  readonly Statistic: Statistic;
  readonly Dimensions?: readonly (Dimension)[] | undefined;
}
export type CloudWatchRegion = "us-east-1" | "us-east-2" | "us-west-1" | "us-west-2" | "ca-central-1" | "eu-central-1" | "eu-central-2" | "eu-west-1" | "eu-west-2" | "eu-west-3" | "ap-east-1" | "me-south-1" | "me-central-1" | "ap-south-1" | "ap-south-2" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-northeast-1" | "ap-northeast-2" | "ap-northeast-3" | "eu-north-1" | "sa-east-1" | "cn-northwest-1" | "cn-north-1" | "af-south-1" | "eu-south-1" | "eu-south-2" | "us-gov-west-1" | "us-gov-east-1" | "us-iso-east-1" | "us-iso-west-1" | "us-isob-east-1" | "ap-southeast-4" | "il-central-1" | "ca-west-1" | "ap-southeast-5" | "mx-central-1" | "us-isof-south-1" | "us-isof-east-1" | "ap-southeast-7" | "ap-east-2" | "eu-isoe-west-1" | "ap-southeast-6" | "us-isob-west-1" | "eusc-de-east-1";
export interface CollectionSummary {
  readonly Arn?: string | undefined;
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Version?: number | undefined;
}
export type ComparisonOperator = "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanThreshold" | "LessThanOrEqualToThreshold";
export interface Coordinates {
  readonly Latitude: string;
  readonly Longitude: string;
}
export interface CreateCidrCollectionRequest {
  readonly Name: string;
  readonly CallerReference: string;
}
export interface CreateCidrCollectionResponse {
  readonly Collection?: CidrCollection | undefined;
  readonly Location?: string | undefined;
}
export interface CreateHealthCheckRequest {
  readonly CallerReference: string;
  readonly HealthCheckConfig: HealthCheckConfig;
}
export interface CreateHealthCheckResponse {
  readonly HealthCheck: HealthCheck;
  readonly Location: string;
}
export interface CreateHostedZoneRequest {
  readonly Name: string;
  readonly VPC?: VPC | undefined;
  readonly CallerReference: string;
  readonly HostedZoneConfig?: HostedZoneConfig | undefined;
  readonly DelegationSetId?: string | undefined;
}
export interface CreateHostedZoneResponse {
  readonly HostedZone: HostedZone;
  readonly ChangeInfo: ChangeInfo;
  readonly DelegationSet: DelegationSet;
  readonly VPC?: VPC | undefined;
  readonly Location: string;
}
export interface CreateKeySigningKeyRequest {
  readonly CallerReference: string;
  readonly HostedZoneId: string;
  readonly KeyManagementServiceArn: string;
  readonly Name: string;
  readonly Status: string;
}
export interface CreateKeySigningKeyResponse {
  readonly ChangeInfo: ChangeInfo;
  readonly KeySigningKey: KeySigningKey;
  readonly Location: string;
}
export interface CreateQueryLoggingConfigRequest {
  readonly HostedZoneId: string;
  readonly CloudWatchLogsLogGroupArn: string;
}
export interface CreateQueryLoggingConfigResponse {
  readonly QueryLoggingConfig: QueryLoggingConfig;
  readonly Location: string;
}
export interface CreateReusableDelegationSetRequest {
  readonly CallerReference: string;
  readonly HostedZoneId?: string | undefined;
}
export interface CreateReusableDelegationSetResponse {
  readonly DelegationSet: DelegationSet;
  readonly Location: string;
}
export interface CreateTrafficPolicyInstanceRequest {
  readonly HostedZoneId: string;
  readonly Name: string;
  readonly TTL: number;
  readonly TrafficPolicyId: string;
  readonly TrafficPolicyVersion: number;
}
export interface CreateTrafficPolicyInstanceResponse {
  readonly TrafficPolicyInstance: TrafficPolicyInstance;
  readonly Location: string;
}
export interface CreateTrafficPolicyRequest {
  readonly Name: string;
  readonly Document: string;
  readonly Comment?: string | undefined;
}
export interface CreateTrafficPolicyResponse {
  readonly TrafficPolicy: TrafficPolicy;
  readonly Location: string;
}
export interface CreateTrafficPolicyVersionRequest {
  readonly Id: string;
  readonly Document: string;
  readonly Comment?: string | undefined;
}
export interface CreateTrafficPolicyVersionResponse {
  readonly TrafficPolicy: TrafficPolicy;
  readonly Location: string;
}
export interface CreateVPCAssociationAuthorizationRequest {
  readonly HostedZoneId: string;
  readonly VPC: VPC;
}
export interface CreateVPCAssociationAuthorizationResponse {
  readonly HostedZoneId: string;
  readonly VPC: VPC;
}
export interface DNSSECStatus {
  readonly ServeSignature?: string | undefined;
  readonly StatusMessage?: string | undefined;
}
export interface DeactivateKeySigningKeyRequest {
  readonly HostedZoneId: string;
  readonly Name: string;
}
export interface DeactivateKeySigningKeyResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface DelegationSet {
  readonly Id?: string | undefined;
  readonly CallerReference?: string | undefined;
  readonly NameServers: readonly (string)[];
}
export interface DeleteCidrCollectionRequest {
  readonly Id: string;
}
export interface DeleteCidrCollectionResponse {
}
export interface DeleteHealthCheckRequest {
  readonly HealthCheckId: string;
}
export interface DeleteHealthCheckResponse {
}
export interface DeleteHostedZoneRequest {
  readonly Id: string;
}
export interface DeleteHostedZoneResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface DeleteKeySigningKeyRequest {
  readonly HostedZoneId: string;
  readonly Name: string;
}
export interface DeleteKeySigningKeyResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface DeleteQueryLoggingConfigRequest {
  readonly Id: string;
}
export interface DeleteQueryLoggingConfigResponse {
}
export interface DeleteReusableDelegationSetRequest {
  readonly Id: string;
}
export interface DeleteReusableDelegationSetResponse {
}
export interface DeleteTrafficPolicyInstanceRequest {
  readonly Id: string;
}
export interface DeleteTrafficPolicyInstanceResponse {
}
export interface DeleteTrafficPolicyRequest {
  readonly Id: string;
  readonly Version: number;
}
export interface DeleteTrafficPolicyResponse {
}
export interface DeleteVPCAssociationAuthorizationRequest {
  readonly HostedZoneId: string;
  readonly VPC: VPC;
}
export interface DeleteVPCAssociationAuthorizationResponse {
}
export interface Dimension {
  readonly Name: string;
  readonly Value: string;
}
export interface DisableHostedZoneDNSSECRequest {
  readonly HostedZoneId: string;
}
export interface DisableHostedZoneDNSSECResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface DisassociateVPCFromHostedZoneRequest {
  readonly HostedZoneId: string;
  readonly VPC: VPC;
  readonly Comment?: string | undefined;
}
export interface DisassociateVPCFromHostedZoneResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface EnableHostedZoneDNSSECRequest {
  readonly HostedZoneId: string;
}
export interface EnableHostedZoneDNSSECResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface GeoLocation {
  readonly ContinentCode?: string | undefined;
  readonly CountryCode?: string | undefined;
  readonly SubdivisionCode?: string | undefined;
}
export interface GeoLocationDetails {
  readonly ContinentCode?: string | undefined;
  readonly ContinentName?: string | undefined;
  readonly CountryCode?: string | undefined;
  readonly CountryName?: string | undefined;
  readonly SubdivisionCode?: string | undefined;
  readonly SubdivisionName?: string | undefined;
}
export interface GeoProximityLocation {
  readonly AWSRegion?: string | undefined;
  readonly LocalZoneGroup?: string | undefined;
  readonly Coordinates?: Coordinates | undefined;
  readonly Bias?: number | undefined;
}
export interface GetAccountLimitRequest {
  readonly Type: AccountLimitType;
}
export interface GetAccountLimitResponse {
  readonly Limit: AccountLimit;
  readonly Count: number;
}
export interface GetChangeRequest {
  readonly Id: string;
}
export interface GetChangeResponse {
  readonly ChangeInfo: ChangeInfo;
}
export interface GetCheckerIpRangesRequest {
}
export interface GetCheckerIpRangesResponse {
  readonly CheckerIpRanges: readonly (string)[];
}
export interface GetDNSSECRequest {
  readonly HostedZoneId: string;
}
export interface GetDNSSECResponse {
  readonly Status: DNSSECStatus;
  readonly KeySigningKeys: readonly (KeySigningKey)[];
}
export interface GetGeoLocationRequest {
  readonly ContinentCode?: string | undefined;
  readonly CountryCode?: string | undefined;
  readonly SubdivisionCode?: string | undefined;
}
export interface GetGeoLocationResponse {
  readonly GeoLocationDetails: GeoLocationDetails;
}
export interface GetHealthCheckCountRequest {
}
export interface GetHealthCheckCountResponse {
  readonly HealthCheckCount: number;
}
export interface GetHealthCheckLastFailureReasonRequest {
  readonly HealthCheckId: string;
}
export interface GetHealthCheckLastFailureReasonResponse {
  readonly HealthCheckObservations: readonly (HealthCheckObservation)[];
}
export interface GetHealthCheckRequest {
  readonly HealthCheckId: string;
}
export interface GetHealthCheckResponse {
  readonly HealthCheck: HealthCheck;
}
export interface GetHealthCheckStatusRequest {
  readonly HealthCheckId: string;
}
export interface GetHealthCheckStatusResponse {
  readonly HealthCheckObservations: readonly (HealthCheckObservation)[];
}
export interface GetHostedZoneCountRequest {
}
export interface GetHostedZoneCountResponse {
  readonly HostedZoneCount: number;
}
export interface GetHostedZoneLimitRequest {
  readonly Type: HostedZoneLimitType;
  readonly HostedZoneId: string;
}
export interface GetHostedZoneLimitResponse {
  readonly Limit: HostedZoneLimit;
  readonly Count: number;
}
export interface GetHostedZoneRequest {
  readonly Id: string;
}
export interface GetHostedZoneResponse {
  readonly HostedZone: HostedZone;
  readonly DelegationSet?: DelegationSet | undefined;
  readonly VPCs?: readonly (VPC)[] | undefined;
}
export interface GetQueryLoggingConfigRequest {
  readonly Id: string;
}
export interface GetQueryLoggingConfigResponse {
  readonly QueryLoggingConfig: QueryLoggingConfig;
}
export interface GetReusableDelegationSetLimitRequest {
  readonly Type: ReusableDelegationSetLimitType;
  readonly DelegationSetId: string;
}
export interface GetReusableDelegationSetLimitResponse {
  readonly Limit: ReusableDelegationSetLimit;
  readonly Count: number;
}
export interface GetReusableDelegationSetRequest {
  readonly Id: string;
}
export interface GetReusableDelegationSetResponse {
  readonly DelegationSet: DelegationSet;
}
export interface GetTrafficPolicyInstanceCountRequest {
}
export interface GetTrafficPolicyInstanceCountResponse {
  readonly TrafficPolicyInstanceCount: number;
}
export interface GetTrafficPolicyInstanceRequest {
  readonly Id: string;
}
export interface GetTrafficPolicyInstanceResponse {
  readonly TrafficPolicyInstance: TrafficPolicyInstance;
}
export interface GetTrafficPolicyRequest {
  readonly Id: string;
  readonly Version: number;
}
export interface GetTrafficPolicyResponse {
  readonly TrafficPolicy: TrafficPolicy;
}
export interface HealthCheck {
  readonly Id: string;
  readonly CallerReference: string;
  readonly LinkedService?: LinkedService | undefined;
  readonly HealthCheckConfig: HealthCheckConfig;
  readonly HealthCheckVersion: number;
  readonly CloudWatchAlarmConfiguration?: CloudWatchAlarmConfiguration | undefined;
}
export interface HealthCheckConfig {
  readonly IPAddress?: string | undefined;
  readonly Port?: number | undefined;
  readonly Type: HealthCheckType;
  readonly ResourcePath?: string | undefined;
  readonly FullyQualifiedDomainName?: string | undefined;
  readonly SearchString?: string | undefined;
  readonly RequestInterval?: number | undefined;
  readonly FailureThreshold?: number | undefined;
  readonly MeasureLatency?: boolean | undefined;
  readonly Inverted?: boolean | undefined;
  readonly Disabled?: boolean | undefined;
  readonly HealthThreshold?: number | undefined;
  readonly ChildHealthChecks?: readonly (string)[] | undefined;
  readonly EnableSNI?: boolean | undefined;
  readonly Regions?: readonly (HealthCheckRegion)[] | undefined;
  readonly AlarmIdentifier?: AlarmIdentifier | undefined;
  readonly InsufficientDataHealthStatus?: InsufficientDataHealthStatus | undefined;
  readonly RoutingControlArn?: string | undefined;
}
export interface HealthCheckObservation {
  readonly Region?: HealthCheckRegion | undefined;
  readonly IPAddress?: string | undefined;
  readonly StatusReport?: StatusReport | undefined;
}
export type HealthCheckRegion = "us-east-1" | "us-west-1" | "us-west-2" | "eu-west-1" | "ap-southeast-1" | "ap-southeast-2" | "ap-northeast-1" | "sa-east-1";
export type HealthCheckType = "HTTP" | "HTTPS" | "HTTP_STR_MATCH" | "HTTPS_STR_MATCH" | "TCP" | "CALCULATED" | "CLOUDWATCH_METRIC" | "RECOVERY_CONTROL";
export interface HostedZone {
  readonly Id: string;
  readonly Name: string;
  readonly CallerReference: string;
  readonly Config?: HostedZoneConfig | undefined;
  readonly ResourceRecordSetCount?: number | undefined;
  readonly LinkedService?: LinkedService | undefined;
  readonly Features?: HostedZoneFeatures | undefined;
}
export interface HostedZoneConfig {
  readonly Comment?: string | undefined;
  readonly PrivateZone?: boolean | undefined;
}
export interface HostedZoneFailureReasons {
  readonly AcceleratedRecovery?: string | undefined;
}
export interface HostedZoneFeatures {
  readonly AcceleratedRecoveryStatus?: AcceleratedRecoveryStatus | undefined;
  readonly FailureReasons?: HostedZoneFailureReasons | undefined;
}
export interface HostedZoneLimit {
  readonly Type: HostedZoneLimitType;
  readonly Value: number;
}
export type HostedZoneLimitType = "MAX_RRSETS_BY_ZONE" | "MAX_VPCS_ASSOCIATED_BY_ZONE";
export interface HostedZoneOwner {
  readonly OwningAccount?: string | undefined;
  readonly OwningService?: string | undefined;
}
export interface HostedZoneSummary {
  readonly HostedZoneId: string;
  readonly Name: string;
  readonly Owner: HostedZoneOwner;
}
export type HostedZoneType = "PrivateHostedZone";
export type InsufficientDataHealthStatus = "Healthy" | "Unhealthy" | "LastKnownStatus";
export interface KeySigningKey {
  readonly Name?: string | undefined;
  readonly KmsArn?: string | undefined;
  readonly Flag?: number | undefined;
  readonly SigningAlgorithmMnemonic?: string | undefined;
  readonly SigningAlgorithmType?: number | undefined;
  readonly DigestAlgorithmMnemonic?: string | undefined;
  readonly DigestAlgorithmType?: number | undefined;
  readonly KeyTag?: number | undefined;
  readonly DigestValue?: string | undefined;
  readonly PublicKey?: string | undefined;
  readonly DSRecord?: string | undefined;
  readonly DNSKEYRecord?: string | undefined;
  readonly Status?: string | undefined;
  readonly StatusMessage?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly LastModifiedDate?: Date | undefined;
}
export interface LinkedService {
  readonly ServicePrincipal?: string | undefined;
  readonly Description?: string | undefined;
}
export interface ListCidrBlocksRequest {
  readonly CollectionId: string;
  readonly LocationName?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: string | undefined;
}
export interface ListCidrBlocksResponse {
  readonly NextToken?: string | undefined;
  readonly CidrBlocks?: readonly (CidrBlockSummary)[] | undefined;
}
export interface ListCidrCollectionsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: string | undefined;
}
export interface ListCidrCollectionsResponse {
  readonly NextToken?: string | undefined;
  readonly CidrCollections?: readonly (CollectionSummary)[] | undefined;
}
export interface ListCidrLocationsRequest {
  readonly CollectionId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: string | undefined;
}
export interface ListCidrLocationsResponse {
  readonly NextToken?: string | undefined;
  readonly CidrLocations?: readonly (LocationSummary)[] | undefined;
}
export interface ListGeoLocationsRequest {
  readonly StartContinentCode?: string | undefined;
  readonly StartCountryCode?: string | undefined;
  readonly StartSubdivisionCode?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListGeoLocationsResponse {
  readonly GeoLocationDetailsList: readonly (GeoLocationDetails)[];
  readonly IsTruncated: boolean;
  readonly NextContinentCode?: string | undefined;
  readonly NextCountryCode?: string | undefined;
  readonly NextSubdivisionCode?: string | undefined;
  readonly MaxItems: string;
}
export interface ListHealthChecksRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListHealthChecksResponse {
  readonly HealthChecks: readonly (HealthCheck)[];
  readonly Marker: string;
  readonly IsTruncated: boolean;
  readonly NextMarker?: string | undefined;
  readonly MaxItems: string;
}
export interface ListHostedZonesByNameRequest {
  readonly DNSName?: string | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListHostedZonesByNameResponse {
  readonly HostedZones: readonly (HostedZone)[];
  readonly DNSName?: string | undefined;
  readonly HostedZoneId?: string | undefined;
  readonly IsTruncated: boolean;
  readonly NextDNSName?: string | undefined;
  readonly NextHostedZoneId?: string | undefined;
  readonly MaxItems: string;
}
export interface ListHostedZonesByVPCRequest {
  readonly VPCId: string;
  readonly VPCRegion: VPCRegion;
  readonly MaxItems?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListHostedZonesByVPCResponse {
  readonly HostedZoneSummaries: readonly (HostedZoneSummary)[];
  readonly MaxItems: string;
  readonly NextToken?: string | undefined;
}
export interface ListHostedZonesRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: string | undefined;
  readonly DelegationSetId?: string | undefined;
  readonly HostedZoneType?: HostedZoneType | undefined;
}
export interface ListHostedZonesResponse {
  readonly HostedZones: readonly (HostedZone)[];
  readonly Marker: string;
  readonly IsTruncated: boolean;
  readonly NextMarker?: string | undefined;
  readonly MaxItems: string;
}
export interface ListQueryLoggingConfigsRequest {
  readonly HostedZoneId?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: string | undefined;
}
export interface ListQueryLoggingConfigsResponse {
  readonly QueryLoggingConfigs: readonly (QueryLoggingConfig)[];
  readonly NextToken?: string | undefined;
}
export interface ListResourceRecordSetsRequest {
  readonly HostedZoneId: string;
  readonly StartRecordName?: string | undefined;
  readonly StartRecordType?: RRType | undefined;
  readonly StartRecordIdentifier?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListResourceRecordSetsResponse {
  readonly ResourceRecordSets: readonly (ResourceRecordSet)[];
  readonly IsTruncated: boolean;
  readonly NextRecordName?: string | undefined;
  readonly NextRecordType?: RRType | undefined;
  readonly NextRecordIdentifier?: string | undefined;
  readonly MaxItems: string;
}
export interface ListReusableDelegationSetsRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListReusableDelegationSetsResponse {
  readonly DelegationSets: readonly (DelegationSet)[];
  readonly Marker: string;
  readonly IsTruncated: boolean;
  readonly NextMarker?: string | undefined;
  readonly MaxItems: string;
}
export interface ListTagsForResourceRequest {
  readonly ResourceType: TagResourceType;
  readonly ResourceId: string;
}
export interface ListTagsForResourceResponse {
  readonly ResourceTagSet: ResourceTagSet;
}
export interface ListTagsForResourcesRequest {
  readonly ResourceType: TagResourceType;
  readonly ResourceIds: readonly (string)[];
}
export interface ListTagsForResourcesResponse {
  readonly ResourceTagSets: readonly (ResourceTagSet)[];
}
export interface ListTrafficPoliciesRequest {
  readonly TrafficPolicyIdMarker?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListTrafficPoliciesResponse {
  readonly TrafficPolicySummaries: readonly (TrafficPolicySummary)[];
  readonly IsTruncated: boolean;
  readonly TrafficPolicyIdMarker: string;
  readonly MaxItems: string;
}
export interface ListTrafficPolicyInstancesByHostedZoneRequest {
  readonly HostedZoneId: string;
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListTrafficPolicyInstancesByHostedZoneResponse {
  readonly TrafficPolicyInstances: readonly (TrafficPolicyInstance)[];
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly IsTruncated: boolean;
  readonly MaxItems: string;
}
export interface ListTrafficPolicyInstancesByPolicyRequest {
  readonly TrafficPolicyId: string;
  readonly TrafficPolicyVersion: number;
  readonly HostedZoneIdMarker?: string | undefined;
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListTrafficPolicyInstancesByPolicyResponse {
  readonly TrafficPolicyInstances: readonly (TrafficPolicyInstance)[];
  readonly HostedZoneIdMarker?: string | undefined;
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly IsTruncated: boolean;
  readonly MaxItems: string;
}
export interface ListTrafficPolicyInstancesRequest {
  readonly HostedZoneIdMarker?: string | undefined;
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListTrafficPolicyInstancesResponse {
  readonly TrafficPolicyInstances: readonly (TrafficPolicyInstance)[];
  readonly HostedZoneIdMarker?: string | undefined;
  readonly TrafficPolicyInstanceNameMarker?: string | undefined;
  readonly TrafficPolicyInstanceTypeMarker?: RRType | undefined;
  readonly IsTruncated: boolean;
  readonly MaxItems: string;
}
export interface ListTrafficPolicyVersionsRequest {
  readonly Id: string;
  readonly TrafficPolicyVersionMarker?: string | undefined;
  readonly MaxItems?: string | undefined;
}
export interface ListTrafficPolicyVersionsResponse {
  readonly TrafficPolicies: readonly (TrafficPolicy)[];
  readonly IsTruncated: boolean;
  readonly TrafficPolicyVersionMarker: string;
  readonly MaxItems: string;
}
export interface ListVPCAssociationAuthorizationsRequest {
  readonly HostedZoneId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: string | undefined;
}
export interface ListVPCAssociationAuthorizationsResponse {
  readonly HostedZoneId: string;
  readonly NextToken?: string | undefined;
  readonly VPCs: readonly (VPC)[];
}
export interface LocationSummary {
  readonly LocationName?: string | undefined;
}
export interface QueryLoggingConfig {
  readonly Id: string;
  readonly HostedZoneId: string;
  readonly CloudWatchLogsLogGroupArn: string;
}
export type RRType = "SOA" | "A" | "TXT" | "NS" | "CNAME" | "MX" | "NAPTR" | "PTR" | "SRV" | "SPF" | "AAAA" | "CAA" | "DS" | "TLSA" | "SSHFP" | "SVCB" | "HTTPS";
export type ResettableElementName = "FullyQualifiedDomainName" | "Regions" | "ResourcePath" | "ChildHealthChecks";
export interface ResourceRecord {
  readonly Value: string;
}
export interface ResourceRecordSet {
  readonly Name: string;
  readonly Type: RRType;
  readonly SetIdentifier?: string | undefined;
  readonly Weight?: number | undefined;
  readonly Region?: ResourceRecordSetRegion | undefined;
  readonly GeoLocation?: GeoLocation | undefined;
  readonly Failover?: ResourceRecordSetFailover | undefined;
  readonly MultiValueAnswer?: boolean | undefined;
  readonly TTL?: number | undefined;
  readonly ResourceRecords?: readonly (ResourceRecord)[] | undefined;
  readonly AliasTarget?: AliasTarget | undefined;
  readonly HealthCheckId?: string | undefined;
  readonly TrafficPolicyInstanceId?: string | undefined;
  readonly CidrRoutingConfig?: CidrRoutingConfig | undefined;
  readonly GeoProximityLocation?: GeoProximityLocation | undefined;
}
export type ResourceRecordSetFailover = "PRIMARY" | "SECONDARY";
export type ResourceRecordSetRegion = "us-east-1" | "us-east-2" | "us-west-1" | "us-west-2" | "ca-central-1" | "eu-west-1" | "eu-west-2" | "eu-west-3" | "eu-central-1" | "eu-central-2" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-northeast-1" | "ap-northeast-2" | "ap-northeast-3" | "eu-north-1" | "sa-east-1" | "cn-north-1" | "cn-northwest-1" | "ap-east-1" | "me-south-1" | "me-central-1" | "ap-south-1" | "ap-south-2" | "af-south-1" | "eu-south-1" | "eu-south-2" | "ap-southeast-4" | "il-central-1" | "ca-west-1" | "ap-southeast-5" | "mx-central-1" | "ap-southeast-7" | "us-gov-east-1" | "us-gov-west-1" | "ap-east-2" | "ap-southeast-6" | "eusc-de-east-1";
export interface ResourceTagSet {
  readonly ResourceType?: TagResourceType | undefined;
  readonly ResourceId?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ReusableDelegationSetLimit {
  readonly Type: ReusableDelegationSetLimitType;
  readonly Value: number;
}
export type ReusableDelegationSetLimitType = "MAX_ZONES_BY_REUSABLE_DELEGATION_SET";
export type Statistic = "Average" | "Sum" | "SampleCount" | "Maximum" | "Minimum";
export interface StatusReport {
  readonly Status?: string | undefined;
  readonly CheckedTime?: Date | undefined;
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export type TagResourceType = "healthcheck" | "hostedzone";
export interface TestDNSAnswerRequest {
  readonly HostedZoneId: string;
  readonly RecordName: string;
  readonly RecordType: RRType;
  readonly ResolverIP?: string | undefined;
  readonly EDNS0ClientSubnetIP?: string | undefined;
  readonly EDNS0ClientSubnetMask?: string | undefined;
}
export interface TestDNSAnswerResponse {
  readonly Nameserver: string;
  readonly RecordName: string;
  readonly RecordType: RRType;
  readonly RecordData: readonly (string)[];
  readonly ResponseCode: string;
  readonly Protocol: string;
}
export interface TrafficPolicy {
  readonly Id: string;
  readonly Version: number;
  readonly Name: string;
  readonly Type: RRType;
  readonly Document: string;
  readonly Comment?: string | undefined;
}
export interface TrafficPolicyInstance {
  readonly Id: string;
  readonly HostedZoneId: string;
  readonly Name: string;
  readonly TTL: number;
  readonly State: string;
  readonly Message: string;
  readonly TrafficPolicyId: string;
  readonly TrafficPolicyVersion: number;
  readonly TrafficPolicyType: RRType;
}
export interface TrafficPolicySummary {
  readonly Id: string;
  readonly Name: string;
  readonly Type: RRType;
  readonly LatestVersion: number;
  readonly TrafficPolicyCount: number;
}
export interface UpdateHealthCheckRequest {
  readonly HealthCheckId: string;
  readonly HealthCheckVersion?: number | undefined;
  readonly IPAddress?: string | undefined;
  readonly Port?: number | undefined;
  readonly ResourcePath?: string | undefined;
  readonly FullyQualifiedDomainName?: string | undefined;
  readonly SearchString?: string | undefined;
  readonly FailureThreshold?: number | undefined;
  readonly Inverted?: boolean | undefined;
  readonly Disabled?: boolean | undefined;
  readonly HealthThreshold?: number | undefined;
  readonly ChildHealthChecks?: readonly (string)[] | undefined;
  readonly EnableSNI?: boolean | undefined;
  readonly Regions?: readonly (HealthCheckRegion)[] | undefined;
  readonly AlarmIdentifier?: AlarmIdentifier | undefined;
  readonly InsufficientDataHealthStatus?: InsufficientDataHealthStatus | undefined;
  readonly ResetElements?: readonly (ResettableElementName)[] | undefined;
}
export interface UpdateHealthCheckResponse {
  readonly HealthCheck: HealthCheck;
}
export interface UpdateHostedZoneCommentRequest {
  readonly Id: string;
  readonly Comment?: string | undefined;
}
export interface UpdateHostedZoneCommentResponse {
  readonly HostedZone: HostedZone;
}
export interface UpdateHostedZoneFeaturesRequest {
  readonly HostedZoneId: string;
  readonly EnableAcceleratedRecovery?: boolean | undefined;
}
export interface UpdateHostedZoneFeaturesResponse {
}
export interface UpdateTrafficPolicyCommentRequest {
  readonly Id: string;
  readonly Version: number;
  readonly Comment: string;
}
export interface UpdateTrafficPolicyCommentResponse {
  readonly TrafficPolicy: TrafficPolicy;
}
export interface UpdateTrafficPolicyInstanceRequest {
  readonly Id: string;
  readonly TTL: number;
  readonly TrafficPolicyId: string;
  readonly TrafficPolicyVersion: number;
}
export interface UpdateTrafficPolicyInstanceResponse {
  readonly TrafficPolicyInstance: TrafficPolicyInstance;
}
export interface VPC {
  readonly VPCRegion?: VPCRegion | undefined;
  readonly VPCId?: string | undefined;
}
export type VPCRegion = "us-east-1" | "us-east-2" | "us-west-1" | "us-west-2" | "eu-west-1" | "eu-west-2" | "eu-west-3" | "eu-central-1" | "eu-central-2" | "ap-east-1" | "me-south-1" | "us-gov-west-1" | "us-gov-east-1" | "us-iso-east-1" | "us-iso-west-1" | "us-isob-east-1" | "me-central-1" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-south-1" | "ap-south-2" | "ap-northeast-1" | "ap-northeast-2" | "ap-northeast-3" | "eu-north-1" | "sa-east-1" | "ca-central-1" | "cn-north-1" | "cn-northwest-1" | "af-south-1" | "eu-south-1" | "eu-south-2" | "ap-southeast-4" | "il-central-1" | "ca-west-1" | "ap-southeast-5" | "mx-central-1" | "us-isof-south-1" | "us-isof-east-1" | "ap-southeast-7" | "ap-east-2" | "eu-isoe-west-1" | "ap-southeast-6" | "us-isob-west-1" | "eusc-de-east-1";

export interface Route53Operations {
  readonly ActivateKeySigningKey: { readonly input: ActivateKeySigningKeyRequest; readonly output: ActivateKeySigningKeyResponse };
  readonly AssociateVPCWithHostedZone: { readonly input: AssociateVPCWithHostedZoneRequest; readonly output: AssociateVPCWithHostedZoneResponse };
  readonly ChangeCidrCollection: { readonly input: ChangeCidrCollectionRequest; readonly output: ChangeCidrCollectionResponse };
  readonly ChangeResourceRecordSets: { readonly input: ChangeResourceRecordSetsRequest; readonly output: ChangeResourceRecordSetsResponse };
  readonly ChangeTagsForResource: { readonly input: ChangeTagsForResourceRequest; readonly output: ChangeTagsForResourceResponse };
  readonly CreateCidrCollection: { readonly input: CreateCidrCollectionRequest; readonly output: CreateCidrCollectionResponse };
  readonly CreateHealthCheck: { readonly input: CreateHealthCheckRequest; readonly output: CreateHealthCheckResponse };
  readonly CreateHostedZone: { readonly input: CreateHostedZoneRequest; readonly output: CreateHostedZoneResponse };
  readonly CreateKeySigningKey: { readonly input: CreateKeySigningKeyRequest; readonly output: CreateKeySigningKeyResponse };
  readonly CreateQueryLoggingConfig: { readonly input: CreateQueryLoggingConfigRequest; readonly output: CreateQueryLoggingConfigResponse };
  readonly CreateReusableDelegationSet: { readonly input: CreateReusableDelegationSetRequest; readonly output: CreateReusableDelegationSetResponse };
  readonly CreateTrafficPolicy: { readonly input: CreateTrafficPolicyRequest; readonly output: CreateTrafficPolicyResponse };
  readonly CreateTrafficPolicyInstance: { readonly input: CreateTrafficPolicyInstanceRequest; readonly output: CreateTrafficPolicyInstanceResponse };
  readonly CreateTrafficPolicyVersion: { readonly input: CreateTrafficPolicyVersionRequest; readonly output: CreateTrafficPolicyVersionResponse };
  readonly CreateVPCAssociationAuthorization: { readonly input: CreateVPCAssociationAuthorizationRequest; readonly output: CreateVPCAssociationAuthorizationResponse };
  readonly DeactivateKeySigningKey: { readonly input: DeactivateKeySigningKeyRequest; readonly output: DeactivateKeySigningKeyResponse };
  readonly DeleteCidrCollection: { readonly input: DeleteCidrCollectionRequest; readonly output: DeleteCidrCollectionResponse };
  readonly DeleteHealthCheck: { readonly input: DeleteHealthCheckRequest; readonly output: DeleteHealthCheckResponse };
  readonly DeleteHostedZone: { readonly input: DeleteHostedZoneRequest; readonly output: DeleteHostedZoneResponse };
  readonly DeleteKeySigningKey: { readonly input: DeleteKeySigningKeyRequest; readonly output: DeleteKeySigningKeyResponse };
  readonly DeleteQueryLoggingConfig: { readonly input: DeleteQueryLoggingConfigRequest; readonly output: DeleteQueryLoggingConfigResponse };
  readonly DeleteReusableDelegationSet: { readonly input: DeleteReusableDelegationSetRequest; readonly output: DeleteReusableDelegationSetResponse };
  readonly DeleteTrafficPolicy: { readonly input: DeleteTrafficPolicyRequest; readonly output: DeleteTrafficPolicyResponse };
  readonly DeleteTrafficPolicyInstance: { readonly input: DeleteTrafficPolicyInstanceRequest; readonly output: DeleteTrafficPolicyInstanceResponse };
  readonly DeleteVPCAssociationAuthorization: { readonly input: DeleteVPCAssociationAuthorizationRequest; readonly output: DeleteVPCAssociationAuthorizationResponse };
  readonly DisableHostedZoneDNSSEC: { readonly input: DisableHostedZoneDNSSECRequest; readonly output: DisableHostedZoneDNSSECResponse };
  readonly DisassociateVPCFromHostedZone: { readonly input: DisassociateVPCFromHostedZoneRequest; readonly output: DisassociateVPCFromHostedZoneResponse };
  readonly EnableHostedZoneDNSSEC: { readonly input: EnableHostedZoneDNSSECRequest; readonly output: EnableHostedZoneDNSSECResponse };
  readonly GetAccountLimit: { readonly input: GetAccountLimitRequest; readonly output: GetAccountLimitResponse };
  readonly GetChange: { readonly input: GetChangeRequest; readonly output: GetChangeResponse };
  readonly GetCheckerIpRanges: { readonly input: GetCheckerIpRangesRequest; readonly output: GetCheckerIpRangesResponse };
  readonly GetDNSSEC: { readonly input: GetDNSSECRequest; readonly output: GetDNSSECResponse };
  readonly GetGeoLocation: { readonly input: GetGeoLocationRequest; readonly output: GetGeoLocationResponse };
  readonly GetHealthCheck: { readonly input: GetHealthCheckRequest; readonly output: GetHealthCheckResponse };
  readonly GetHealthCheckCount: { readonly input: GetHealthCheckCountRequest; readonly output: GetHealthCheckCountResponse };
  readonly GetHealthCheckLastFailureReason: { readonly input: GetHealthCheckLastFailureReasonRequest; readonly output: GetHealthCheckLastFailureReasonResponse };
  readonly GetHealthCheckStatus: { readonly input: GetHealthCheckStatusRequest; readonly output: GetHealthCheckStatusResponse };
  readonly GetHostedZone: { readonly input: GetHostedZoneRequest; readonly output: GetHostedZoneResponse };
  readonly GetHostedZoneCount: { readonly input: GetHostedZoneCountRequest; readonly output: GetHostedZoneCountResponse };
  readonly GetHostedZoneLimit: { readonly input: GetHostedZoneLimitRequest; readonly output: GetHostedZoneLimitResponse };
  readonly GetQueryLoggingConfig: { readonly input: GetQueryLoggingConfigRequest; readonly output: GetQueryLoggingConfigResponse };
  readonly GetReusableDelegationSet: { readonly input: GetReusableDelegationSetRequest; readonly output: GetReusableDelegationSetResponse };
  readonly GetReusableDelegationSetLimit: { readonly input: GetReusableDelegationSetLimitRequest; readonly output: GetReusableDelegationSetLimitResponse };
  readonly GetTrafficPolicy: { readonly input: GetTrafficPolicyRequest; readonly output: GetTrafficPolicyResponse };
  readonly GetTrafficPolicyInstance: { readonly input: GetTrafficPolicyInstanceRequest; readonly output: GetTrafficPolicyInstanceResponse };
  readonly GetTrafficPolicyInstanceCount: { readonly input: GetTrafficPolicyInstanceCountRequest; readonly output: GetTrafficPolicyInstanceCountResponse };
  readonly ListCidrBlocks: { readonly input: ListCidrBlocksRequest; readonly output: ListCidrBlocksResponse };
  readonly ListCidrCollections: { readonly input: ListCidrCollectionsRequest; readonly output: ListCidrCollectionsResponse };
  readonly ListCidrLocations: { readonly input: ListCidrLocationsRequest; readonly output: ListCidrLocationsResponse };
  readonly ListGeoLocations: { readonly input: ListGeoLocationsRequest; readonly output: ListGeoLocationsResponse };
  readonly ListHealthChecks: { readonly input: ListHealthChecksRequest; readonly output: ListHealthChecksResponse };
  readonly ListHostedZones: { readonly input: ListHostedZonesRequest; readonly output: ListHostedZonesResponse };
  readonly ListHostedZonesByName: { readonly input: ListHostedZonesByNameRequest; readonly output: ListHostedZonesByNameResponse };
  readonly ListHostedZonesByVPC: { readonly input: ListHostedZonesByVPCRequest; readonly output: ListHostedZonesByVPCResponse };
  readonly ListQueryLoggingConfigs: { readonly input: ListQueryLoggingConfigsRequest; readonly output: ListQueryLoggingConfigsResponse };
  readonly ListResourceRecordSets: { readonly input: ListResourceRecordSetsRequest; readonly output: ListResourceRecordSetsResponse };
  readonly ListReusableDelegationSets: { readonly input: ListReusableDelegationSetsRequest; readonly output: ListReusableDelegationSetsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListTagsForResources: { readonly input: ListTagsForResourcesRequest; readonly output: ListTagsForResourcesResponse };
  readonly ListTrafficPolicies: { readonly input: ListTrafficPoliciesRequest; readonly output: ListTrafficPoliciesResponse };
  readonly ListTrafficPolicyInstances: { readonly input: ListTrafficPolicyInstancesRequest; readonly output: ListTrafficPolicyInstancesResponse };
  readonly ListTrafficPolicyInstancesByHostedZone: { readonly input: ListTrafficPolicyInstancesByHostedZoneRequest; readonly output: ListTrafficPolicyInstancesByHostedZoneResponse };
  readonly ListTrafficPolicyInstancesByPolicy: { readonly input: ListTrafficPolicyInstancesByPolicyRequest; readonly output: ListTrafficPolicyInstancesByPolicyResponse };
  readonly ListTrafficPolicyVersions: { readonly input: ListTrafficPolicyVersionsRequest; readonly output: ListTrafficPolicyVersionsResponse };
  readonly ListVPCAssociationAuthorizations: { readonly input: ListVPCAssociationAuthorizationsRequest; readonly output: ListVPCAssociationAuthorizationsResponse };
  readonly TestDNSAnswer: { readonly input: TestDNSAnswerRequest; readonly output: TestDNSAnswerResponse };
  readonly UpdateHealthCheck: { readonly input: UpdateHealthCheckRequest; readonly output: UpdateHealthCheckResponse };
  readonly UpdateHostedZoneComment: { readonly input: UpdateHostedZoneCommentRequest; readonly output: UpdateHostedZoneCommentResponse };
  readonly UpdateHostedZoneFeatures: { readonly input: UpdateHostedZoneFeaturesRequest; readonly output: UpdateHostedZoneFeaturesResponse };
  readonly UpdateTrafficPolicyComment: { readonly input: UpdateTrafficPolicyCommentRequest; readonly output: UpdateTrafficPolicyCommentResponse };
  readonly UpdateTrafficPolicyInstance: { readonly input: UpdateTrafficPolicyInstanceRequest; readonly output: UpdateTrafficPolicyInstanceResponse };
}
