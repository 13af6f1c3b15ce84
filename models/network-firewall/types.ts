// Generated from the API model of Network Firewall; see scripts/generate-models.

export interface AZSyncState {
  readonly Attachment?: Attachment | undefined;
}
export interface AcceptNetworkFirewallTransitGatewayAttachmentRequest {
  readonly TransitGatewayAttachmentId: string;
}
export interface AcceptNetworkFirewallTransitGatewayAttachmentResponse {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayAttachmentStatus: TransitGatewayAttachmentStatus;
}
export interface ActionDefinition {
  readonly PublishMetricAction?: PublishMetricAction | undefined;
}
export interface Address {
  readonly AddressDefinition: string;
}
export interface AnalysisReport {
  readonly AnalysisReportId?: string | undefined;
  readonly AnalysisType?: EnabledAnalysisType | undefined;
  readonly ReportTime?: Date | undefined;
  readonly Status?: string | undefined;
}
export interface AnalysisResult {
  readonly IdentifiedRuleIds?: readonly (string)[] | undefined;
  readonly IdentifiedType?: IdentifiedType | undefined;
  readonly AnalysisDetail?: string | undefined;
}
export interface AnalysisTypeReportResult {
  readonly Protocol?: string | undefined;
  readonly FirstAccessed?: Date | undefined;
  readonly LastAccessed?: Date | undefined;
  readonly Domain?: string | undefined;
  readonly Hits?: Hits | undefined;
  readonly UniqueSources?: UniqueSources | undefined;
}
export interface AssociateAvailabilityZonesRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneMappings: readonly (AvailabilityZoneMapping)[];
}
export interface AssociateAvailabilityZonesResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneMappings?: readonly (AvailabilityZoneMapping)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface AssociateFirewallPolicyRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly FirewallPolicyArn: string;
}
export interface AssociateFirewallPolicyResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly FirewallPolicyArn?: string | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface AssociateSubnetsRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetMappings: readonly (SubnetMapping)[];
}
export interface AssociateSubnetsResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetMappings?: readonly (SubnetMapping)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface AttachRuleGroupsToProxyConfigurationRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly RuleGroups: readonly (ProxyRuleGroupAttachment)[];
  readonly UpdateToken: string;
}
export interface AttachRuleGroupsToProxyConfigurationResponse {
  readonly ProxyConfiguration?: ProxyConfiguration | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface Attachment {
  readonly SubnetId?: string | undefined;
  readonly EndpointId?: string | undefined;
  readonly Status?: AttachmentStatus | undefined;
  readonly StatusMessage?: string | undefined;
}
export type AttachmentStatus = "CREATING" | "DELETING" | "FAILED" | "ERROR" | "SCALING" | "READY";
export interface AvailabilityZoneMapping {
  readonly AvailabilityZone: string;
}
export interface AvailabilityZoneMetadata {
  readonly IPAddressType?: IPAddressType | undefined;
}
export interface CIDRSummary {
  readonly AvailableCIDRCount?: number | undefined;
  readonly UtilizedCIDRCount?: number | undefined;
  readonly IPSetReferences?: { readonly [key: string]: IPSetMetadata } | undefined;
}
export interface CapacityUsageSummary {
  readonly CIDRs?: CIDRSummary | undefined;
}
export interface CheckCertificateRevocationStatusActions {
  readonly RevokedStatusAction?: RevocationCheckAction | undefined;
  readonly UnknownStatusAction?: RevocationCheckAction | undefined;
}
export type ConfigurationSyncState = "PENDING" | "IN_SYNC" | "CAPACITY_CONSTRAINED";
export interface CreateFirewallPolicyRequest {
  readonly FirewallPolicyName: string;
  readonly FirewallPolicy: FirewallPolicy;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DryRun?: boolean | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface CreateFirewallPolicyResponse {
  readonly UpdateToken: string;
  readonly FirewallPolicyResponse: FirewallPolicyResponse;
}
export interface CreateFirewallRequest {
  readonly FirewallName: string;
  readonly FirewallPolicyArn: string;
  readonly VpcId?: string | undefined;
  readonly SubnetMappings?: readonly (SubnetMapping)[] | undefined;
  readonly DeleteProtection?: boolean | undefined;
  readonly SubnetChangeProtection?: boolean | undefined;
  readonly FirewallPolicyChangeProtection?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly EnabledAnalysisTypes?: readonly (EnabledAnalysisType)[] | undefined;
  readonly TransitGatewayId?: string | undefined;
  readonly AvailabilityZoneMappings?: readonly (AvailabilityZoneMapping)[] | undefined;
  readonly AvailabilityZoneChangeProtection?: boolean | undefined;
}
export interface CreateFirewallResponse {
  readonly Firewall?: Firewall | undefined;
  readonly FirewallStatus?: FirewallStatus | undefined;
}
export interface CreateProxyConfigurationRequest {
  readonly ProxyConfigurationName: string;
  readonly Description?: string | undefined;
  readonly RuleGroupNames?: readonly (string)[] | undefined;
  readonly RuleGroupArns?: readonly (string)[] | undefined;
  readonly DefaultRulePhaseActions: ProxyConfigDefaultRulePhaseActionsRequest;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateProxyConfigurationResponse {
  readonly ProxyConfiguration?: ProxyConfiguration | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface CreateProxyRequest {
  readonly ProxyName: string;
  readonly NatGatewayId: string;
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly ListenerProperties?: readonly (ListenerPropertyRequest)[] | undefined;
  readonly TlsInterceptProperties: TlsInterceptPropertiesRequest;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateProxyResponse {
  readonly Proxy?: Proxy | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface CreateProxyRule {
  readonly ProxyRuleName?: string | undefined;
  readonly Description?: string | undefined;
  readonly Action?: ProxyRulePhaseAction | undefined;
  readonly Conditions?: readonly (ProxyRuleCondition)[] | undefined;
  readonly InsertPosition?: number | undefined;
}
export interface CreateProxyRuleGroupRequest {
  readonly ProxyRuleGroupName: string;
  readonly Description?: string | undefined;
  readonly Rules?: ProxyRulesByRequestPhase | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateProxyRuleGroupResponse {
  readonly ProxyRuleGroup?: ProxyRuleGroup | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface CreateProxyRulesByRequestPhase {
  readonly PreDNS?: readonly (CreateProxyRule)[] | undefined;
  readonly PreREQUEST?: readonly (CreateProxyRule)[] | undefined;
  readonly PostRESPONSE?: readonly (CreateProxyRule)[] | undefined;
}
export interface CreateProxyRulesRequest {
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly ProxyRuleGroupName?: string | undefined;
  readonly Rules: CreateProxyRulesByRequestPhase;
}
export interface CreateProxyRulesResponse {
  readonly ProxyRuleGroup?: ProxyRuleGroup | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface CreateRuleGroupRequest {
  readonly RuleGroupName: string;
  readonly RuleGroup?: RuleGroup | undefined;
  readonly Rules?: string | undefined;
  readonly Type: RuleGroupType;
  readonly Description?: string | undefined;
  readonly Capacity: number;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly DryRun?: boolean | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly SourceMetadata?: SourceMetadata | undefined;
  readonly AnalyzeRuleGroup?: boolean | undefined;
  readonly SummaryConfiguration?: SummaryConfiguration | undefined;
}
export interface CreateRuleGroupResponse {
  readonly UpdateToken: string;
  readonly RuleGroupResponse: RuleGroupResponse;
}
export interface CreateTLSInspectionConfigurationRequest {
  readonly TLSInspectionConfigurationName: string;
  readonly TLSInspectionConfiguration: TLSInspectionConfiguration;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface CreateTLSInspectionConfigurationResponse {
  readonly UpdateToken: string;
  readonly TLSInspectionConfigurationResponse: TLSInspectionConfigurationResponse;
}
export interface CreateVpcEndpointAssociationRequest {
  readonly FirewallArn: string;
  readonly VpcId: string;
  readonly SubnetMapping: SubnetMapping;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateVpcEndpointAssociationResponse {
  readonly VpcEndpointAssociation?: VpcEndpointAssociation | undefined;
  readonly VpcEndpointAssociationStatus?: VpcEndpointAssociationStatus | undefined;
}
export interface CustomAction {
  readonly ActionName: string;
  readonly ActionDefinition: ActionDefinition;
}
export interface DeleteFirewallPolicyRequest {
  readonly FirewallPolicyName?: string | undefined;
  readonly FirewallPolicyArn?: string | undefined;
}
export interface DeleteFirewallPolicyResponse {
  readonly FirewallPolicyResponse: FirewallPolicyResponse;
}
export interface DeleteFirewallRequest {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
}
export interface DeleteFirewallResponse {
  readonly Firewall?: Firewall | undefined;
  readonly FirewallStatus?: FirewallStatus | undefined;
}
export interface DeleteNetworkFirewallTransitGatewayAttachmentRequest {
  readonly TransitGatewayAttachmentId: string;
}
export interface DeleteNetworkFirewallTransitGatewayAttachmentResponse {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayAttachmentStatus: TransitGatewayAttachmentStatus;
}
export interface DeleteProxyConfigurationRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
}
export interface DeleteProxyConfigurationResponse {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
}
export interface DeleteProxyRequest {
  readonly NatGatewayId: string;
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
}
export interface DeleteProxyResponse {
  readonly NatGatewayId?: string | undefined;
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
}
export interface DeleteProxyRuleGroupRequest {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
}
export interface DeleteProxyRuleGroupResponse {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
}
export interface DeleteProxyRulesRequest {
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly ProxyRuleGroupName?: string | undefined;
  readonly Rules: readonly (string)[];
}
export interface DeleteProxyRulesResponse {
  readonly ProxyRuleGroup?: ProxyRuleGroup | undefined;
}
export interface DeleteResourcePolicyRequest {
  readonly ResourceArn: string;
}
export interface DeleteResourcePolicyResponse {
}
export interface DeleteRuleGroupRequest {
  readonly RuleGroupName?: string | undefined;
  readonly RuleGroupArn?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
}
export interface DeleteRuleGroupResponse {
  readonly RuleGroupResponse: RuleGroupResponse;
}
export interface DeleteTLSInspectionConfigurationRequest {
  readonly TLSInspectionConfigurationArn?: string | undefined;
  readonly TLSInspectionConfigurationName?: string | undefined;
}
export interface DeleteTLSInspectionConfigurationResponse {
  readonly TLSInspectionConfigurationResponse: TLSInspectionConfigurationResponse;
}
export interface DeleteVpcEndpointAssociationRequest {
  readonly VpcEndpointAssociationArn: string;
}
export interface DeleteVpcEndpointAssociationResponse {
  readonly VpcEndpointAssociation?: VpcEndpointAssociation | undefined;
  readonly VpcEndpointAssociationStatus?: VpcEndpointAssociationStatus | undefined;
}
export interface DescribeFirewallMetadataRequest {
  readonly FirewallArn?: string | undefined;
}
export interface DescribeFirewallMetadataResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallPolicyArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly Status?: FirewallStatusValue | undefined;
  readonly SupportedAvailabilityZones?: { readonly [key: string]: AvailabilityZoneMetadata } | undefined;
  readonly TransitGatewayAttachmentId?: string | undefined;
}
export interface DescribeFirewallPolicyRequest {
  readonly FirewallPolicyName?: string | undefined;
  readonly FirewallPolicyArn?: string | undefined;
}
export interface DescribeFirewallPolicyResponse {
  readonly UpdateToken: string;
  readonly FirewallPolicyResponse: FirewallPolicyResponse;
  readonly FirewallPolicy?: FirewallPolicy | undefined;
}
export interface DescribeFirewallRequest {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
}
export interface DescribeFirewallResponse {
  readonly UpdateToken?: string | undefined;
  readonly Firewall?: Firewall | undefined;
  readonly FirewallStatus?: FirewallStatus | undefined;
}
export interface DescribeFlowOperationRequest {
  readonly FirewallArn: string;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly FlowOperationId: string;
}
export interface DescribeFlowOperationResponse {
  readonly FirewallArn?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly FlowOperationId?: string | undefined;
  readonly FlowOperationType?: FlowOperationType | undefined;
  readonly FlowOperationStatus?: FlowOperationStatus | undefined;
  readonly StatusMessage?: string | undefined;
  readonly FlowRequestTimestamp?: Date | undefined;
  readonly FlowOperation?: FlowOperation | undefined;
}
export interface DescribeLoggingConfigurationRequest {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
}
export interface DescribeLoggingConfigurationResponse {
  readonly FirewallArn?: string | undefined;
  readonly LoggingConfiguration?: LoggingConfiguration | undefined;
  readonly EnableMonitoringDashboard?: boolean | undefined;
}
export interface DescribeProxyConfigurationRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
}
export interface DescribeProxyConfigurationResponse {
  readonly ProxyConfiguration?: ProxyConfiguration | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface DescribeProxyRequest {
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
}
export interface DescribeProxyResource {
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly NatGatewayId?: string | undefined;
  readonly ProxyState?: ProxyState | undefined;
  readonly ProxyModifyState?: ProxyModifyState | undefined;
  readonly ListenerProperties?: readonly (ListenerProperty)[] | undefined;
  readonly TlsInterceptProperties?: TlsInterceptProperties | undefined;
  readonly VpcEndpointServiceName?: string | undefined;
  readonly PrivateDNSName?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly DeleteTime?: Date | undefined;
  readonly UpdateTime?: Date | undefined;
  readonly FailureCode?: string | undefined;
  readonly FailureMessage?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface DescribeProxyResponse {
  readonly Proxy?: DescribeProxyResource | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface DescribeProxyRuleGroupRequest {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
}
export interface DescribeProxyRuleGroupResponse {
  readonly ProxyRuleGroup?: ProxyRuleGroup | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface DescribeProxyRuleRequest {
  readonly ProxyRuleName: string;
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
}
export interface DescribeProxyRuleResponse {
  readonly ProxyRule?: ProxyRule | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface DescribeResourcePolicyRequest {
  readonly ResourceArn: string;
}
export interface DescribeResourcePolicyResponse {
  readonly Policy?: string | undefined;
}
export interface DescribeRuleGroupMetadataRequest {
  readonly RuleGroupName?: string | undefined;
  readonly RuleGroupArn?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
}
export interface DescribeRuleGroupMetadataResponse {
  readonly RuleGroupArn: string;
  readonly RuleGroupName: string;
  readonly Description?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
  readonly Capacity?: number | undefined;
  readonly StatefulRuleOptions?: StatefulRuleOptions | undefined;
  readonly LastModifiedTime?: Date | undefined;
  readonly VendorName?: string | undefined;
  readonly ProductId?: string | undefined;
  readonly ListingName?: string | undefined;
}
export interface DescribeRuleGroupRequest {
  readonly RuleGroupName?: string | undefined;
  readonly RuleGroupArn?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
  readonly AnalyzeRuleGroup?: boolean | undefined;
}
export interface DescribeRuleGroupResponse {
  readonly UpdateToken: string;
  readonly RuleGroup?: RuleGroup | undefined;
  readonly RuleGroupResponse: RuleGroupResponse;
}
export interface DescribeRuleGroupSummaryRequest {
  readonly RuleGroupName?: string | undefined;
  readonly RuleGroupArn?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
}
export interface DescribeRuleGroupSummaryResponse {
  readonly RuleGroupName: string;
  readonly Description?: string | undefined;
  readonly Summary?: Summary | undefined;
}
export interface DescribeTLSInspectionConfigurationRequest {
  readonly TLSInspectionConfigurationArn?: string | undefined;
  readonly TLSInspectionConfigurationName?: string | undefined;
}
export interface DescribeTLSInspectionConfigurationResponse {
  readonly UpdateToken: string;
  readonly TLSInspectionConfiguration?: TLSInspectionConfiguration | undefined;
  readonly TLSInspectionConfigurationResponse: TLSInspectionConfigurationResponse;
}
export interface DescribeVpcEndpointAssociationRequest {
  readonly VpcEndpointAssociationArn: string;
}
export interface DescribeVpcEndpointAssociationResponse {
  readonly VpcEndpointAssociation?: VpcEndpointAssociation | undefined;
  readonly VpcEndpointAssociationStatus?: VpcEndpointAssociationStatus | undefined;
}
export interface DetachRuleGroupsFromProxyConfigurationRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly RuleGroupNames?: readonly (string)[] | undefined;
  readonly RuleGroupArns?: readonly (string)[] | undefined;
  readonly UpdateToken: string;
}
export interface DetachRuleGroupsFromProxyConfigurationResponse {
  readonly ProxyConfiguration?: ProxyConfiguration | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface Dimension {
  readonly Value: string;
}
export interface DisassociateAvailabilityZonesRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneMappings: readonly (AvailabilityZoneMapping)[];
}
export interface DisassociateAvailabilityZonesResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneMappings?: readonly (AvailabilityZoneMapping)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface DisassociateSubnetsRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetIds: readonly (string)[];
}
export interface DisassociateSubnetsResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetMappings?: readonly (SubnetMapping)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export type EnabledAnalysisType = "TLS_SNI" | "HTTP_HOST";
export interface EncryptionConfiguration {
  readonly KeyId?: string | undefined;
  readonly Type: EncryptionType;
}
export type EncryptionType = "CUSTOMER_KMS" | "AWS_OWNED_KMS_KEY";
export interface Firewall {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallPolicyArn: string;
  readonly VpcId: string;
  readonly SubnetMappings: readonly (SubnetMapping)[];
  readonly DeleteProtection?: boolean | undefined;
  readonly SubnetChangeProtection?: boolean | undefined;
  readonly FirewallPolicyChangeProtection?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly FirewallId: string;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly NumberOfAssociations?: number | undefined;
  readonly EnabledAnalysisTypes?: readonly (EnabledAnalysisType)[] | undefined;
  readonly TransitGatewayId?: string | undefined;
  readonly TransitGatewayOwnerAccountId?: string | undefined;
  readonly AvailabilityZoneMappings?: readonly (AvailabilityZoneMapping)[] | undefined;
  readonly AvailabilityZoneChangeProtection?: boolean | undefined;
}
export interface FirewallMetadata {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly TransitGatewayAttachmentId?: string | undefined;
}
export interface FirewallPolicy {
  readonly StatelessRuleGroupReferences?: readonly (StatelessRuleGroupReference)[] | undefined;
  readonly StatelessDefaultActions: readonly (string)[];
  readonly StatelessFragmentDefaultActions: readonly (string)[];
  readonly StatelessCustomActions?: readonly (CustomAction)[] | undefined;
  readonly StatefulRuleGroupReferences?: readonly (StatefulRuleGroupReference)[] | undefined;
  readonly StatefulDefaultActions?: readonly (string)[] | undefined;
  readonly StatefulEngineOptions?: StatefulEngineOptions | undefined;
  readonly TLSInspectionConfigurationArn?: string | undefined;
  readonly PolicyVariables?: PolicyVariables | undefined;
  readonly EnableTLSSessionHolding?: boolean | undefined;
}
export interface FirewallPolicyMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface FirewallPolicyResponse {
  readonly FirewallPolicyName: string;
  readonly FirewallPolicyArn: string;
  readonly FirewallPolicyId: string;
  readonly Description?: string | undefined;
  readonly FirewallPolicyStatus?: ResourceStatus | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ConsumedStatelessRuleCapacity?: number | undefined;
  readonly ConsumedStatefulRuleCapacity?: number | undefined;
  readonly ConsumedStatefulDomainCapacity?: number | undefined;
  readonly NumberOfAssociations?: number | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly LastModifiedTime?: Date | undefined;
}
export interface FirewallStatus {
  readonly Status: FirewallStatusValue;
  readonly ConfigurationSyncStateSummary: ConfigurationSyncState;
  readonly SyncStates?: { readonly [key: string]: SyncState } | undefined;
  readonly CapacityUsageSummary?: CapacityUsageSummary | undefined;
  readonly TransitGatewayAttachmentSyncState?: TransitGatewayAttachmentSyncState | undefined;
}
export type FirewallStatusValue = "PROVISIONING" | "DELETING" | "READY";
export interface Flow {
  readonly SourceAddress?: Address | undefined;
  readonly DestinationAddress?: Address | undefined;
  readonly SourcePort?: string | undefined;
  readonly DestinationPort?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Age?: number | undefined;
  readonly PacketCount?: number | undefined;
  readonly ByteCount?: number | undefined;
}
export interface FlowFilter {
  readonly SourceAddress?: Address | undefined;
  readonly DestinationAddress?: Address | undefined;
  readonly SourcePort?: string | undefined;
  readonly DestinationPort?: string | undefined;
  readonly Protocols?: readonly (string)[] | undefined;
}
export interface FlowOperation {
  readonly MinimumFlowAgeInSeconds?: number | undefined;
  readonly FlowFilters?: readonly (FlowFilter)[] | undefined;
}
export interface FlowOperationMetadata {
  readonly FlowOperationId?: string | undefined;
  readonly FlowOperationType?: FlowOperationType | undefined;
  readonly FlowRequestTimestamp?: Date | undefined;
  readonly FlowOperationStatus?: FlowOperationStatus | undefined;
}
export type FlowOperationStatus = "COMPLETED" | "IN_PROGRESS" | "FAILED" | "COMPLETED_WITH_ERRORS";
export type FlowOperationType = "FLOW_FLUSH" | "FLOW_CAPTURE";
export interface FlowTimeouts {
  readonly TcpIdleTimeoutSeconds?: number | undefined;
}
export type GeneratedRulesType = "ALLOWLIST" | "DENYLIST" | "REJECTLIST" | "ALERTLIST";
export interface GetAnalysisReportResultsRequest {
  readonly FirewallName?: string | undefined;
  readonly AnalysisReportId: string;
  readonly FirewallArn?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetAnalysisReportResultsResponse {
  readonly Status?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly ReportTime?: Date | undefined;
  readonly AnalysisType?: EnabledAnalysisType | undefined;
  readonly NextToken?: string | undefined;
  readonly AnalysisReportResults?: readonly (AnalysisTypeReportResult)[] | undefined;
}
export interface Header {
  readonly Protocol: StatefulRuleProtocol;
  readonly Source: string;
  readonly SourcePort: string;
  readonly Direction: StatefulRuleDirection;
  readonly Destination: string;
  readonly DestinationPort: string;
}
export interface Hits {
  readonly Count?: number | undefined;
}
export type IPAddressType = "DUALSTACK" | "IPV4" | "IPV6";
export interface IPSet {
  readonly Definition: readonly (string)[];
}
export interface IPSetMetadata {
  readonly ResolvedCIDRCount?: number | undefined;
}
export interface IPSetReference {
  readonly ReferenceArn?: string | undefined;
}
export type IdentifiedType = "STATELESS_RULE_FORWARDING_ASYMMETRICALLY" | "STATELESS_RULE_CONTAINS_TCP_FLAGS";
export interface ListAnalysisReportsRequest {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAnalysisReportsResponse {
  readonly AnalysisReports?: readonly (AnalysisReport)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListFirewallPoliciesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListFirewallPoliciesResponse {
  readonly NextToken?: string | undefined;
  readonly FirewallPolicies?: readonly (FirewallPolicyMetadata)[] | undefined;
}
export interface ListFirewallsRequest {
  readonly NextToken?: string | undefined;
  readonly VpcIds?: readonly (string)[] | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListFirewallsResponse {
  readonly NextToken?: string | undefined;
  readonly Firewalls?: readonly (FirewallMetadata)[] | undefined;
}
export interface ListFlowOperationResultsRequest {
  readonly FirewallArn: string;
  readonly FlowOperationId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
}
export interface ListFlowOperationResultsResponse {
  readonly FirewallArn?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly FlowOperationId?: string | undefined;
  readonly FlowOperationStatus?: FlowOperationStatus | undefined;
  readonly StatusMessage?: string | undefined;
  readonly FlowRequestTimestamp?: Date | undefined;
  readonly Flows?: readonly (Flow)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListFlowOperationsRequest {
  readonly FirewallArn: string;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly FlowOperationType?: FlowOperationType | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListFlowOperationsResponse {
  readonly FlowOperations?: readonly (FlowOperationMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProxiesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListProxiesResponse {
  readonly Proxies?: readonly (ProxyMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProxyConfigurationsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListProxyConfigurationsResponse {
  readonly ProxyConfigurations?: readonly (ProxyConfigurationMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProxyRuleGroupsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListProxyRuleGroupsResponse {
  readonly ProxyRuleGroups?: readonly (ProxyRuleGroupMetadata)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListRuleGroupsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly Scope?: ResourceManagedStatus | undefined;
  readonly ManagedType?: ResourceManagedType | undefined;
  readonly SubscriptionStatus?: SubscriptionStatus | undefined;
  readonly Type?: RuleGroupType | undefined;
}
export interface ListRuleGroupsResponse {
  readonly NextToken?: string | undefined;
  readonly RuleGroups?: readonly (RuleGroupMetadata)[] | undefined;
}
export interface ListTLSInspectionConfigurationsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListTLSInspectionConfigurationsResponse {
  readonly NextToken?: string | undefined;
  readonly TLSInspectionConfigurations?: readonly (TLSInspectionConfigurationMetadata)[] | undefined;
}
export interface ListTagsForResourceRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly NextToken?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ListVpcEndpointAssociationsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly FirewallArn?: string | undefined;
}
export interface ListVpcEndpointAssociationsResponse {
  readonly NextToken?: string | undefined;
  readonly VpcEndpointAssociations?: readonly (VpcEndpointAssociationMetadata)[] | undefined;
}
export interface ListenerProperty {
  readonly Port?: number | undefined;
  readonly Type?: ListenerPropertyType | undefined;
}
export interface ListenerPropertyRequest {
  readonly Port: number;
  readonly Type: ListenerPropertyType;
}
export type ListenerPropertyType = "HTTP" | "HTTPS";
export interface LogDestinationConfig {
  readonly LogType: LogType;
  readonly LogDestinationType: LogDestinationType;
  readonly LogDestination: { readonly [key: string]: string };
}
export type LogDestinationType = "S3" | "CloudWatchLogs" | "KinesisDataFirehose";
export type LogType = "ALERT" | "FLOW" | "TLS";
export interface LoggingConfiguration {
  readonly LogDestinationConfigs: readonly (LogDestinationConfig)[];
}
export interface MatchAttributes {
  readonly Sources?: readonly (Address)[] | undefined;
  readonly Destinations?: readonly (Address)[] | undefined;
  readonly SourcePorts?: readonly (PortRange)[] | undefined;
  readonly DestinationPorts?: readonly (PortRange)[] | undefined;
  readonly Protocols?: readonly (number)[] | undefined;
  readonly TCPFlags?: readonly (TCPFlagField)[] | undefined;
}
export type OverrideAction = "DROP_TO_ALERT";
export interface PerObjectStatus {
  readonly SyncStatus?: PerObjectSyncStatus | undefined;
  readonly UpdateToken?: string | undefined;
}
export type PerObjectSyncStatus = "PENDING" | "IN_SYNC" | "CAPACITY_CONSTRAINED" | "NOT_SUBSCRIBED" | "DEPRECATED";
export interface PolicyVariables {
  readonly RuleVariables?: { readonly [key: string]: IPSet } | undefined;
}
export interface PortRange {
  readonly FromPort: number;
  readonly ToPort: number;
}
export interface PortSet {
  readonly Definition?: readonly (string)[] | undefined;
}
export interface Proxy {
  readonly CreateTime?: Date | undefined;
  readonly DeleteTime?: Date | undefined;
  readonly UpdateTime?: Date | undefined;
  readonly FailureCode?: string | undefined;
  readonly FailureMessage?: string | undefined;
  readonly ProxyState?: ProxyState | undefined;
  readonly ProxyModifyState?: ProxyModifyState | undefined;
  readonly NatGatewayId?: string | undefined;
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
  readonly ListenerProperties?: readonly (ListenerProperty)[] | undefined;
  readonly TlsInterceptProperties?: TlsInterceptProperties | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ProxyConfigDefaultRulePhaseActionsRequest {
  readonly PreDNS?: ProxyRulePhaseAction | undefined;
  readonly PreREQUEST?: ProxyRulePhaseAction | undefined;
  readonly PostRESPONSE?: ProxyRulePhaseAction | undefined;
}
export interface ProxyConfigRuleGroup {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly Type?: string | undefined;
  readonly Priority?: number | undefined;
}
export interface ProxyConfiguration {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly Description?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly DeleteTime?: Date | undefined;
  readonly RuleGroups?: readonly (ProxyConfigRuleGroup)[] | undefined;
  readonly DefaultRulePhaseActions?: ProxyConfigDefaultRulePhaseActionsRequest | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ProxyConfigurationMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface ProxyMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
}
export type ProxyModifyState = "MODIFYING" | "COMPLETED" | "FAILED";
export interface ProxyRule {
  readonly ProxyRuleName?: string | undefined;
  readonly Description?: string | undefined;
  readonly Action?: ProxyRulePhaseAction | undefined;
  readonly Conditions?: readonly (ProxyRuleCondition)[] | undefined;
}
export interface ProxyRuleCondition {
  readonly ConditionOperator?: string | undefined;
  readonly ConditionKey?: string | undefined;
  readonly ConditionValues?: readonly (string)[] | undefined;
}
export interface ProxyRuleGroup {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly DeleteTime?: Date | undefined;
  readonly Rules?: ProxyRulesByRequestPhase | undefined;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ProxyRuleGroupAttachment {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly InsertPosition?: number | undefined;
}
export interface ProxyRuleGroupMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface ProxyRuleGroupPriority {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly NewPosition?: number | undefined;
}
export interface ProxyRuleGroupPriorityResult {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly Priority?: number | undefined;
}
export type ProxyRulePhaseAction = "ALLOW" | "DENY" | "ALERT";
export interface ProxyRulePriority {
  readonly ProxyRuleName?: string | undefined;
  readonly NewPosition?: number | undefined;
}
export interface ProxyRulesByRequestPhase {
  readonly PreDNS?: readonly (ProxyRule)[] | undefined;
  readonly PreREQUEST?: readonly (ProxyRule)[] | undefined;
  readonly PostRESPONSE?: readonly (ProxyRule)[] | undefined;
}
export type ProxyState = "ATTACHING" | "ATTACHED" | "DETACHING" | "DETACHED" | "ATTACH_FAILED" | "DETACH_FAILED";
export interface PublishMetricAction {
  readonly Dimensions: readonly (Dimension)[];
}
export interface PutResourcePolicyRequest {
  readonly ResourceArn: string;
  readonly Policy: string;
}
export interface PutResourcePolicyResponse {
}
export interface ReferenceSets {
  readonly IPSetReferences?: { readonly [key: string]: IPSetReference } | undefined;
}
export interface RejectNetworkFirewallTransitGatewayAttachmentRequest {
  readonly TransitGatewayAttachmentId: string;
}
export interface RejectNetworkFirewallTransitGatewayAttachmentResponse {
  readonly TransitGatewayAttachmentId: string;
  readonly TransitGatewayAttachmentStatus: TransitGatewayAttachmentStatus;
}
export type ResourceManagedStatus = "MANAGED" | "ACCOUNT";
export type ResourceManagedType = "AWS_MANAGED_THREAT_SIGNATURES" | "AWS_MANAGED_DOMAIN_LISTS" | "ACTIVE_THREAT_DEFENSE" | "PARTNER_MANAGED";
export type ResourceStatus = "ACTIVE" | "DELETING" | "ERROR";
export type RevocationCheckAction = "PASS" | "DROP" | "REJECT";
export interface RuleDefinition {
  readonly MatchAttributes: MatchAttributes;
  readonly Actions: readonly (string)[];
}
export interface RuleGroup {
  readonly RuleVariables?: RuleVariables | undefined;
  readonly ReferenceSets?: ReferenceSets | undefined;
  readonly RulesSource: RulesSource;
  readonly StatefulRuleOptions?: StatefulRuleOptions | undefined;
}
export interface RuleGroupMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
  readonly VendorName?: string | undefined;
}
export type RuleGroupRequestPhase = "PRE_DNS" | "PRE_REQ" | "POST_RES";
export interface RuleGroupResponse {
  readonly RuleGroupArn: string;
  readonly RuleGroupName: string;
  readonly RuleGroupId: string;
  readonly Description?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
  readonly Capacity?: number | undefined;
  readonly RuleGroupStatus?: ResourceStatus | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly ConsumedCapacity?: number | undefined;
  readonly NumberOfAssociations?: number | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly SourceMetadata?: SourceMetadata | undefined;
  readonly SnsTopic?: string | undefined;
  readonly LastModifiedTime?: Date | undefined;
  readonly AnalysisResults?: readonly (AnalysisResult)[] | undefined;
  readonly SummaryConfiguration?: SummaryConfiguration | undefined;
}
export type RuleGroupType = "STATELESS" | "STATEFUL" | "STATEFUL_DOMAIN";
export interface RuleOption {
  readonly Keyword: string;
  readonly Settings?: readonly (string)[] | undefined;
}
export type RuleOrder = "DEFAULT_ACTION_ORDER" | "STRICT_ORDER";
export interface RuleSummary {
  readonly SID?: string | undefined;
  readonly Msg?: string | undefined;
  readonly Metadata?: string | undefined;
}
export interface RuleVariables {
  readonly IPSets?: { readonly [key: string]: IPSet } | undefined;
  readonly PortSets?: { readonly [key: string]: PortSet } | undefined;
}
export interface RulesSource {
  readonly RulesString?: string | undefined;
  readonly RulesSourceList?: RulesSourceList | undefined;
  readonly StatefulRules?: readonly (StatefulRule)[] | undefined;
  readonly StatelessRulesAndCustomActions?: StatelessRulesAndCustomActions | undefined;
}
export interface RulesSourceList {
  readonly Targets: readonly (string)[];
  readonly TargetTypes: readonly (TargetType)[];
  readonly GeneratedRulesType: GeneratedRulesType;
}
export interface ServerCertificate {
  readonly ResourceArn?: string | undefined;
}
export interface ServerCertificateConfiguration {
  readonly ServerCertificates?: readonly (ServerCertificate)[] | undefined;
  readonly Scopes?: readonly (ServerCertificateScope)[] | undefined;
  readonly CertificateAuthorityArn?: string | undefined;
  readonly CheckCertificateRevocationStatus?: CheckCertificateRevocationStatusActions | undefined;
}
export interface ServerCertificateScope {
  readonly Sources?: readonly (Address)[] | undefined;
  readonly Destinations?: readonly (Address)[] | undefined;
  readonly SourcePorts?: readonly (PortRange)[] | undefined;
  readonly DestinationPorts?: readonly (PortRange)[] | undefined;
  readonly Protocols?: readonly (number)[] | undefined;
}
export interface SourceMetadata {
  readonly SourceArn?: string | undefined;
  readonly SourceUpdateToken?: string | undefined;
}
export interface StartAnalysisReportRequest {
  readonly FirewallName?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly AnalysisType: EnabledAnalysisType;
}
export interface StartAnalysisReportResponse {
  readonly AnalysisReportId: string;
}
export interface StartFlowCaptureRequest {
  readonly FirewallArn: string;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly MinimumFlowAgeInSeconds?: number | undefined;
  readonly FlowFilters: readonly (FlowFilter)[];
}
export interface StartFlowCaptureResponse {
  readonly FirewallArn?: string | undefined;
  readonly FlowOperationId?: string | undefined;
  readonly FlowOperationStatus?: FlowOperationStatus | undefined;
}
export interface StartFlowFlushRequest {
  readonly FirewallArn: string;
  readonly AvailabilityZone?: string | undefined;
  readonly VpcEndpointAssociationArn?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
  readonly MinimumFlowAgeInSeconds?: number | undefined;
  readonly FlowFilters: readonly (FlowFilter)[];
}
export interface StartFlowFlushResponse {
  readonly FirewallArn?: string | undefined;
  readonly FlowOperationId?: string | undefined;
  readonly FlowOperationStatus?: FlowOperationStatus | undefined;
}
export type StatefulAction = "PASS" | "DROP" | "ALERT" | "REJECT";
export interface StatefulEngineOptions {
  readonly RuleOrder?: RuleOrder | undefined;
  readonly StreamExceptionPolicy?: StreamExceptionPolicy | undefined;
  readonly FlowTimeouts?: FlowTimeouts | undefined;
}
export interface StatefulRule {
  readonly Action: StatefulAction;
  readonly Header: Header;
  readonly RuleOptions: readonly (RuleOption)[];
}
export type StatefulRuleDirection = "FORWARD" | "ANY";
export interface StatefulRuleGroupOverride {
  readonly Action?: OverrideAction | undefined;
}
export interface StatefulRuleGroupReference {
  readonly ResourceArn: string;
  readonly Priority?: number | undefined;
  readonly Override?: StatefulRuleGroupOverride | undefined;
  readonly DeepThreatInspection?: boolean | undefined;
}
export interface StatefulRuleOptions {
  readonly RuleOrder?: RuleOrder | undefined;
}
export type StatefulRuleProtocol = "IP" | "TCP" | "UDP" | "ICMP" | "HTTP" | "FTP" | "TLS" | "SMB" | "DNS" | "DCERPC" | "SSH" | "SMTP" | "IMAP" | "MSN" | "KRB5" | "IKEV2" | "TFTP" | "NTP" | "DHCP" | "HTTP2" | "QUIC";
export interface StatelessRule {
  readonly RuleDefinition: RuleDefinition;
  readonly Priority: number;
}
export interface StatelessRuleGroupReference {
  readonly ResourceArn: string;
  readonly Priority: number;
}
export interface StatelessRulesAndCustomActions {
  readonly StatelessRules: readonly (StatelessRule)[];
  readonly CustomActions?: readonly (CustomAction)[] | undefined;
}
export type StreamExceptionPolicy = "DROP" | "CONTINUE" | "REJECT";
export interface SubnetMapping {
  readonly SubnetId: string;
  readonly IPAddressType?: IPAddressType | undefined;
}
export type SubscriptionStatus = "NOT_SUBSCRIBED" | "SUBSCRIBED";
export interface Summary {
  readonly RuleSummaries?: readonly (RuleSummary)[] | undefined;
}
export interface SummaryConfiguration {
  readonly RuleOptions?: readonly (SummaryRuleOption)[] | undefined;
}
export type SummaryRuleOption = "SID" | "MSG" | "METADATA";
export interface SyncState {
  readonly Attachment?: Attachment | undefined;
  readonly Config?: { readonly [key: string]: PerObjectStatus } | undefined;
}
export type TCPFlag = "FIN" | "SYN" | "RST" | "PSH" | "ACK" | "URG" | "ECE" | "CWR";
export interface TCPFlagField {
  readonly Flags: readonly (TCPFlag)[];
  readonly Masks?: readonly (TCPFlag)[] | undefined;
}
export interface TLSInspectionConfiguration {
  readonly ServerCertificateConfigurations?: readonly (ServerCertificateConfiguration)[] | undefined;
}
export interface TLSInspectionConfigurationMetadata {
  readonly Name?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface TLSInspectionConfigurationResponse {
  readonly TLSInspectionConfigurationArn: string;
  readonly TLSInspectionConfigurationName: string;
  readonly TLSInspectionConfigurationId: string;
  readonly TLSInspectionConfigurationStatus?: ResourceStatus | undefined;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly LastModifiedTime?: Date | undefined;
  readonly NumberOfAssociations?: number | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly Certificates?: readonly (TlsCertificateData)[] | undefined;
  readonly CertificateAuthority?: TlsCertificateData | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export type TargetType = "TLS_SNI" | "HTTP_HOST";
export interface TlsCertificateData {
  readonly CertificateArn?: string | undefined;
  readonly CertificateSerial?: string | undefined;
  readonly Status?: string | undefined;
  readonly StatusMessage?: string | undefined;
}
export type TlsInterceptMode = "ENABLED" | "DISABLED";
export interface TlsInterceptProperties {
  readonly PcaArn?: string | undefined;
  readonly TlsInterceptMode?: TlsInterceptMode | undefined;
}
export interface TlsInterceptPropertiesRequest {
  readonly PcaArn?: string | undefined;
  readonly TlsInterceptMode?: TlsInterceptMode | undefined;
}
export type TransitGatewayAttachmentStatus = "CREATING" | "DELETING" | "DELETED" | "FAILED" | "ERROR" | "READY" | "PENDING_ACCEPTANCE" | "REJECTING" | "REJECTED";
export interface TransitGatewayAttachmentSyncState {
  readonly AttachmentId?: string | undefined;
  readonly TransitGatewayAttachmentStatus?: TransitGatewayAttachmentStatus | undefined;
  readonly StatusMessage?: string | undefined;
}
export interface UniqueSources {
  readonly Count?: number | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface UpdateAvailabilityZoneChangeProtectionRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneChangeProtection: boolean;
}
export interface UpdateAvailabilityZoneChangeProtectionResponse {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly AvailabilityZoneChangeProtection?: boolean | undefined;
}
export interface UpdateFirewallAnalysisSettingsRequest {
  readonly EnabledAnalysisTypes?: readonly (EnabledAnalysisType)[] | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateFirewallAnalysisSettingsResponse {
  readonly EnabledAnalysisTypes?: readonly (EnabledAnalysisType)[] | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateFirewallDeleteProtectionRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly DeleteProtection: boolean;
}
export interface UpdateFirewallDeleteProtectionResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly DeleteProtection?: boolean | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateFirewallDescriptionRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly Description?: string | undefined;
}
export interface UpdateFirewallDescriptionResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly Description?: string | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateFirewallEncryptionConfigurationRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface UpdateFirewallEncryptionConfigurationResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly UpdateToken?: string | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface UpdateFirewallPolicyChangeProtectionRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly FirewallPolicyChangeProtection: boolean;
}
export interface UpdateFirewallPolicyChangeProtectionResponse {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly FirewallPolicyChangeProtection?: boolean | undefined;
}
export interface UpdateFirewallPolicyRequest {
  readonly UpdateToken: string;
  readonly FirewallPolicyArn?: string | undefined;
  readonly FirewallPolicyName?: string | undefined;
  readonly FirewallPolicy: FirewallPolicy;
  readonly Description?: string | undefined;
  readonly DryRun?: boolean | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
}
export interface UpdateFirewallPolicyResponse {
  readonly UpdateToken: string;
  readonly FirewallPolicyResponse: FirewallPolicyResponse;
}
export interface UpdateLoggingConfigurationRequest {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly LoggingConfiguration?: LoggingConfiguration | undefined;
  readonly EnableMonitoringDashboard?: boolean | undefined;
}
export interface UpdateLoggingConfigurationResponse {
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly LoggingConfiguration?: LoggingConfiguration | undefined;
  readonly EnableMonitoringDashboard?: boolean | undefined;
}
export interface UpdateProxyConfigurationRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly DefaultRulePhaseActions: ProxyConfigDefaultRulePhaseActionsRequest;
  readonly UpdateToken: string;
}
export interface UpdateProxyConfigurationResponse {
  readonly ProxyConfiguration?: ProxyConfiguration | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateProxyRequest {
  readonly NatGatewayId: string;
  readonly ProxyName?: string | undefined;
  readonly ProxyArn?: string | undefined;
  readonly ListenerPropertiesToAdd?: readonly (ListenerPropertyRequest)[] | undefined;
  readonly ListenerPropertiesToRemove?: readonly (ListenerPropertyRequest)[] | undefined;
  readonly TlsInterceptProperties?: TlsInterceptPropertiesRequest | undefined;
  readonly UpdateToken: string;
}
export interface UpdateProxyResponse {
  readonly Proxy?: Proxy | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateProxyRuleGroupPrioritiesRequest {
  readonly ProxyConfigurationName?: string | undefined;
  readonly ProxyConfigurationArn?: string | undefined;
  readonly RuleGroups: readonly (ProxyRuleGroupPriority)[];
  readonly UpdateToken: string;
}
export interface UpdateProxyRuleGroupPrioritiesResponse {
  readonly ProxyRuleGroups?: readonly (ProxyRuleGroupPriorityResult)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateProxyRulePrioritiesRequest {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly RuleGroupRequestPhase: RuleGroupRequestPhase;
  readonly Rules: readonly (ProxyRulePriority)[];
  readonly UpdateToken: string;
}
export interface UpdateProxyRulePrioritiesResponse {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly RuleGroupRequestPhase?: RuleGroupRequestPhase | undefined;
  readonly Rules?: readonly (ProxyRulePriority)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateProxyRuleRequest {
  readonly ProxyRuleGroupName?: string | undefined;
  readonly ProxyRuleGroupArn?: string | undefined;
  readonly ProxyRuleName: string;
  readonly Description?: string | undefined;
  readonly Action?: ProxyRulePhaseAction | undefined;
  readonly AddConditions?: readonly (ProxyRuleCondition)[] | undefined;
  readonly RemoveConditions?: readonly (ProxyRuleCondition)[] | undefined;
  readonly UpdateToken: string;
}
export interface UpdateProxyRuleResponse {
  readonly ProxyRule?: ProxyRule | undefined;
  readonly RemovedConditions?: readonly (ProxyRuleCondition)[] | undefined;
  readonly UpdateToken?: string | undefined;
}
export interface UpdateRuleGroupRequest {
  readonly UpdateToken: string;
  readonly RuleGroupArn?: string | undefined;
  readonly RuleGroupName?: string | undefined;
  readonly RuleGroup?: RuleGroup | undefined;
  readonly Rules?: string | undefined;
  readonly Type?: RuleGroupType | undefined;
  readonly Description?: string | undefined;
  readonly DryRun?: boolean | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly SourceMetadata?: SourceMetadata | undefined;
  readonly AnalyzeRuleGroup?: boolean | undefined;
  readonly SummaryConfiguration?: SummaryConfiguration | undefined;
}
export interface UpdateRuleGroupResponse {
  readonly UpdateToken: string;
  readonly RuleGroupResponse: RuleGroupResponse;
}
export interface UpdateSubnetChangeProtectionRequest {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetChangeProtection: boolean;
}
export interface UpdateSubnetChangeProtectionResponse {
  readonly UpdateToken?: string | undefined;
  readonly FirewallArn?: string | undefined;
  readonly FirewallName?: string | undefined;
  readonly SubnetChangeProtection?: boolean | undefined;
}
export interface UpdateTLSInspectionConfigurationRequest {
  readonly TLSInspectionConfigurationArn?: string | undefined;
  readonly TLSInspectionConfigurationName?: string | undefined;
  readonly TLSInspectionConfiguration: TLSInspectionConfiguration;
  readonly Description?: string | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly UpdateToken: string;
}
export interface UpdateTLSInspectionConfigurationResponse {
  readonly UpdateToken: string;
  readonly TLSInspectionConfigurationResponse: TLSInspectionConfigurationResponse;
}
export interface VpcEndpointAssociation {
  readonly VpcEndpointAssociationId?: string | undefined;
  readonly VpcEndpointAssociationArn: string;
  readonly FirewallArn: string;
  readonly VpcId: string;
  readonly SubnetMapping: SubnetMapping;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface VpcEndpointAssociationMetadata {
  readonly VpcEndpointAssociationArn?: string | undefined;
}
export interface VpcEndpointAssociationStatus {
  readonly Status: FirewallStatusValue;
  readonly AssociationSyncState?: { readonly [key: string]: AZSyncState } | undefined;
}

export interface NetworkFirewallOperations {
  readonly AcceptNetworkFirewallTransitGatewayAttachment: { readonly input: AcceptNetworkFirewallTransitGatewayAttachmentRequest; readonly output: AcceptNetworkFirewallTransitGatewayAttachmentResponse };
  readonly AssociateAvailabilityZones: { readonly input: AssociateAvailabilityZonesRequest; readonly output: AssociateAvailabilityZonesResponse };
  readonly AssociateFirewallPolicy: { readonly input: AssociateFirewallPolicyRequest; readonly output: AssociateFirewallPolicyResponse };
  readonly AssociateSubnets: { readonly input: AssociateSubnetsRequest; readonly output: AssociateSubnetsResponse };
  readonly AttachRuleGroupsToProxyConfiguration: { readonly input: AttachRuleGroupsToProxyConfigurationRequest; readonly output: AttachRuleGroupsToProxyConfigurationResponse };
  readonly CreateFirewall: { readonly input: CreateFirewallRequest; readonly output: CreateFirewallResponse };
  readonly CreateFirewallPolicy: { readonly input: CreateFirewallPolicyRequest; readonly output: CreateFirewallPolicyResponse };
  readonly CreateProxy: { readonly input: CreateProxyRequest; readonly output: CreateProxyResponse };
  readonly CreateProxyConfiguration: { readonly input: CreateProxyConfigurationRequest; readonly output: CreateProxyConfigurationResponse };
  readonly CreateProxyRuleGroup: { readonly input: CreateProxyRuleGroupRequest; readonly output: CreateProxyRuleGroupResponse };
  readonly CreateProxyRules: { readonly input: CreateProxyRulesRequest; readonly output: CreateProxyRulesResponse };
  readonly CreateRuleGroup: { readonly input: CreateRuleGroupRequest; readonly output: CreateRuleGroupResponse };
  readonly CreateTLSInspectionConfiguration: { readonly input: CreateTLSInspectionConfigurationRequest; readonly output: CreateTLSInspectionConfigurationResponse };
  readonly CreateVpcEndpointAssociation: { readonly input: CreateVpcEndpointAssociationRequest; readonly output: CreateVpcEndpointAssociationResponse };
  readonly DeleteFirewall: { readonly input: DeleteFirewallRequest; readonly output: DeleteFirewallResponse };
  readonly DeleteFirewallPolicy: { readonly input: DeleteFirewallPolicyRequest; readonly output: DeleteFirewallPolicyResponse };
  readonly DeleteNetworkFirewallTransitGatewayAttachment: { readonly input: DeleteNetworkFirewallTransitGatewayAttachmentRequest; readonly output: DeleteNetworkFirewallTransitGatewayAttachmentResponse };
  readonly DeleteProxy: { readonly input: DeleteProxyRequest; readonly output: DeleteProxyResponse };
  readonly DeleteProxyConfiguration: { readonly input: DeleteProxyConfigurationRequest; readonly output: DeleteProxyConfigurationResponse };
  readonly DeleteProxyRuleGroup: { readonly input: DeleteProxyRuleGroupRequest; readonly output: DeleteProxyRuleGroupResponse };
  readonly DeleteProxyRules: { readonly input: DeleteProxyRulesRequest; readonly output: DeleteProxyRulesResponse };
  readonly DeleteResourcePolicy: { readonly input: DeleteResourcePolicyRequest; readonly output: DeleteResourcePolicyResponse };
  readonly DeleteRuleGroup: { readonly input: DeleteRuleGroupRequest; readonly output: DeleteRuleGroupResponse };
  readonly DeleteTLSInspectionConfiguration: { readonly input: DeleteTLSInspectionConfigurationRequest; readonly output: DeleteTLSInspectionConfigurationResponse };
  readonly DeleteVpcEndpointAssociation: { readonly input: DeleteVpcEndpointAssociationRequest; readonly output: DeleteVpcEndpointAssociationResponse };
  readonly DescribeFirewall: { readonly input: DescribeFirewallRequest; readonly output: DescribeFirewallResponse };
  readonly DescribeFirewallMetadata: { readonly input: DescribeFirewallMetadataRequest; readonly output: DescribeFirewallMetadataResponse };
  readonly DescribeFirewallPolicy: { readonly input: DescribeFirewallPolicyRequest; readonly output: DescribeFirewallPolicyResponse };
  readonly DescribeFlowOperation: { readonly input: DescribeFlowOperationRequest; readonly output: DescribeFlowOperationResponse };
  readonly DescribeLoggingConfiguration: { readonly input: DescribeLoggingConfigurationRequest; readonly output: DescribeLoggingConfigurationResponse };
  readonly DescribeProxy: { readonly input: DescribeProxyRequest; readonly output: DescribeProxyResponse };
  readonly DescribeProxyConfiguration: { readonly input: DescribeProxyConfigurationRequest; readonly output: DescribeProxyConfigurationResponse };
  readonly DescribeProxyRule: { readonly input: DescribeProxyRuleRequest; readonly output: DescribeProxyRuleResponse };
  readonly DescribeProxyRuleGroup: { readonly input: DescribeProxyRuleGroupRequest; readonly output: DescribeProxyRuleGroupResponse };
  readonly DescribeResourcePolicy: { readonly input: DescribeResourcePolicyRequest; readonly output: DescribeResourcePolicyResponse };
  readonly DescribeRuleGroup: { readonly input: DescribeRuleGroupRequest; readonly output: DescribeRuleGroupResponse };
  readonly DescribeRuleGroupMetadata: { readonly input: DescribeRuleGroupMetadataRequest; readonly output: DescribeRuleGroupMetadataResponse };
  readonly DescribeRuleGroupSummary: { readonly input: DescribeRuleGroupSummaryRequest; readonly output: DescribeRuleGroupSummaryResponse };
  readonly DescribeTLSInspectionConfiguration: { readonly input: DescribeTLSInspectionConfigurationRequest; readonly output: DescribeTLSInspectionConfigurationResponse };
  readonly DescribeVpcEndpointAssociation: { readonly input: DescribeVpcEndpointAssociationRequest; readonly output: DescribeVpcEndpointAssociationResponse };
  readonly DetachRuleGroupsFromProxyConfiguration: { readonly input: DetachRuleGroupsFromProxyConfigurationRequest; readonly output: DetachRuleGroupsFromProxyConfigurationResponse };
  readonly DisassociateAvailabilityZones: { readonly input: DisassociateAvailabilityZonesRequest; readonly output: DisassociateAvailabilityZonesResponse };
  readonly DisassociateSubnets: { readonly input: DisassociateSubnetsRequest; readonly output: DisassociateSubnetsResponse };
  readonly GetAnalysisReportResults: { readonly input: GetAnalysisReportResultsRequest; readonly output: GetAnalysisReportResultsResponse };
  readonly ListAnalysisReports: { readonly input: ListAnalysisReportsRequest; readonly output: ListAnalysisReportsResponse };
  readonly ListFirewallPolicies: { readonly input: ListFirewallPoliciesRequest; readonly output: ListFirewallPoliciesResponse };
  readonly ListFirewalls: { readonly input: ListFirewallsRequest; readonly output: ListFirewallsResponse };
  readonly ListFlowOperationResults: { readonly input: ListFlowOperationResultsRequest; readonly output: ListFlowOperationResultsResponse };
  readonly ListFlowOperations: { readonly input: ListFlowOperationsRequest; readonly output: ListFlowOperationsResponse };
  readonly ListProxies: { readonly input: ListProxiesRequest; readonly output: ListProxiesResponse };
  readonly ListProxyConfigurations: { readonly input: ListProxyConfigurationsRequest; readonly output: ListProxyConfigurationsResponse };
  readonly ListProxyRuleGroups: { readonly input: ListProxyRuleGroupsRequest; readonly output: ListProxyRuleGroupsResponse };
  readonly ListRuleGroups: { readonly input: ListRuleGroupsRequest; readonly output: ListRuleGroupsResponse };
  readonly ListTLSInspectionConfigurations: { readonly input: ListTLSInspectionConfigurationsRequest; readonly output: ListTLSInspectionConfigurationsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListVpcEndpointAssociations: { readonly input: ListVpcEndpointAssociationsRequest; readonly output: ListVpcEndpointAssociationsResponse };
  readonly PutResourcePolicy: { readonly input: PutResourcePolicyRequest; readonly output: PutResourcePolicyResponse };
  readonly RejectNetworkFirewallTransitGatewayAttachment: { readonly input: RejectNetworkFirewallTransitGatewayAttachmentRequest; readonly output: RejectNetworkFirewallTransitGatewayAttachmentResponse };
  readonly StartAnalysisReport: { readonly input: StartAnalysisReportRequest; readonly output: StartAnalysisReportResponse };
  readonly StartFlowCapture: { readonly input: StartFlowCaptureRequest; readonly output: StartFlowCaptureResponse };
  readonly StartFlowFlush: { readonly input: StartFlowFlushRequest; readonly output: StartFlowFlushResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateAvailabilityZoneChangeProtection: { readonly input: UpdateAvailabilityZoneChangeProtectionRequest; readonly output: UpdateAvailabilityZoneChangeProtectionResponse };
  readonly UpdateFirewallAnalysisSettings: { readonly input: UpdateFirewallAnalysisSettingsRequest; readonly output: UpdateFirewallAnalysisSettingsResponse };
  readonly UpdateFirewallDeleteProtection: { readonly input: UpdateFirewallDeleteProtectionRequest; readonly output: UpdateFirewallDeleteProtectionResponse };
  readonly UpdateFirewallDescription: { readonly input: UpdateFirewallDescriptionRequest; readonly output: UpdateFirewallDescriptionResponse };
  readonly UpdateFirewallEncryptionConfiguration: { readonly input: UpdateFirewallEncryptionConfigurationRequest; readonly output: UpdateFirewallEncryptionConfigurationResponse };
  readonly UpdateFirewallPolicy: { readonly input: UpdateFirewallPolicyRequest; readonly output: UpdateFirewallPolicyResponse };
  readonly UpdateFirewallPolicyChangeProtection: { readonly input: UpdateFirewallPolicyChangeProtectionRequest; readonly output: UpdateFirewallPolicyChangeProtectionResponse };
  readonly UpdateLoggingConfiguration: { readonly input: UpdateLoggingConfigurationRequest; readonly output: UpdateLoggingConfigurationResponse };
  readonly UpdateProxy: { readonly input: UpdateProxyRequest; readonly output: UpdateProxyResponse };
  readonly UpdateProxyConfiguration: { readonly input: UpdateProxyConfigurationRequest; readonly output: UpdateProxyConfigurationResponse };
  readonly UpdateProxyRule: { readonly input: UpdateProxyRuleRequest; readonly output: UpdateProxyRuleResponse };
  readonly UpdateProxyRuleGroupPriorities: { readonly input: UpdateProxyRuleGroupPrioritiesRequest; readonly output: UpdateProxyRuleGroupPrioritiesResponse };
  readonly UpdateProxyRulePriorities: { readonly input: UpdateProxyRulePrioritiesRequest; readonly output: UpdateProxyRulePrioritiesResponse };
  readonly UpdateRuleGroup: { readonly input: UpdateRuleGroupRequest; readonly output: UpdateRuleGroupResponse };
  readonly UpdateSubnetChangeProtection: { readonly input: UpdateSubnetChangeProtectionRequest; readonly output: UpdateSubnetChangeProtectionResponse };
  readonly UpdateTLSInspectionConfiguration: { readonly input: UpdateTLSInspectionConfigurationRequest; readonly output: UpdateTLSInspectionConfigurationResponse };
}
