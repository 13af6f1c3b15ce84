// Generated from the API model of FMS; see scripts/generate-models.

export type AccountRoleStatus = "READY" | "CREATING" | "PENDING_DELETION" | "DELETING" | "DELETED";
export interface AccountScope {
  readonly Accounts?: readonly (string)[] | undefined;
  readonly AllAccountsEnabled?: boolean | undefined;
  readonly ExcludeSpecifiedAccounts?: boolean | undefined;
}
export interface ActionTarget {
  readonly ResourceId?: string | undefined;
  readonly Description?: string | undefined;
}
export interface AdminAccountSummary {
  readonly AdminAccount?: string | undefined;
  readonly DefaultAdmin?: boolean | undefined;
  readonly Status?: OrganizationStatus | undefined;
}
export interface AdminScope {
  readonly AccountScope?: AccountScope | undefined;
  readonly OrganizationalUnitScope?: OrganizationalUnitScope | undefined;
  readonly RegionScope?: RegionScope | undefined;
  readonly PolicyTypeScope?: PolicyTypeScope | undefined;
}
export interface App {
  readonly AppName: string;
  readonly Protocol: string;
  readonly Port: number;
}
export interface AppsListData {
  readonly ListId?: string | undefined;
  readonly ListName: string;
  readonly ListUpdateToken?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly LastUpdateTime?: Date | undefined;
  readonly AppsList: readonly (App)[];
  readonly PreviousAppsList?: { readonly [key: string]: readonly (App)[] } | undefined;
}
export interface AppsListDataSummary {
  readonly ListArn?: string | undefined;
  readonly ListId?: string | undefined;
  readonly ListName?: string | undefined;
  readonly AppsList?: readonly (App)[] | undefined;
}
export interface AssociateAdminAccountRequest {
  readonly AdminAccount: string;
}
export interface AssociateThirdPartyFirewallRequest {
  readonly ThirdPartyFirewall: ThirdPartyFirewall;
}
export interface AssociateThirdPartyFirewallResponse {
  readonly ThirdPartyFirewallStatus?: ThirdPartyFirewallAssociationStatus | undefined;
}
export interface AwsEc2InstanceViolation {
  readonly ViolationTarget?: string | undefined;
  readonly AwsEc2NetworkInterfaceViolations?: readonly (AwsEc2NetworkInterfaceViolation)[] | undefined;
}
export interface AwsEc2NetworkInterfaceViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ViolatingSecurityGroups?: readonly (string)[] | undefined;
}
export interface AwsVPCSecurityGroupViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ViolationTargetDescription?: string | undefined;
  readonly PartialMatches?: readonly (PartialMatch)[] | undefined;
  readonly PossibleSecurityGroupRemediationActions?: readonly (SecurityGroupRemediationAction)[] | undefined;
}
export interface BatchAssociateResourceRequest {
  readonly ResourceSetIdentifier: string;
  readonly Items: readonly (string)[];
}
export interface BatchAssociateResourceResponse {
  readonly ResourceSetIdentifier: string;
  readonly FailedItems: readonly (FailedItem)[];
}
export interface BatchDisassociateResourceRequest {
  readonly ResourceSetIdentifier: string;
  readonly Items: readonly (string)[];
}
export interface BatchDisassociateResourceResponse {
  readonly ResourceSetIdentifier: string;
  readonly FailedItems: readonly (FailedItem)[];
}
export interface ComplianceViolator {
  readonly ResourceId?: string | undefined;
  readonly ViolationReason?: ViolationReason | undefined;
  readonly ResourceType?: string | undefined;
  readonly Metadata?: { readonly [key: string]: string } | undefined;
}
export interface CreateNetworkAclAction {
  readonly Description?: string | undefined;
  readonly Vpc?: ActionTarget | undefined;
  readonly FMSCanRemediate?: boolean | undefined;
}
export interface CreateNetworkAclEntriesAction {
  readonly Description?: string | undefined;
  readonly NetworkAclId?: ActionTarget | undefined;
  readonly NetworkAclEntriesToBeCreated?: readonly (EntryDescription)[] | undefined;
  readonly FMSCanRemediate?: boolean | undefined;
}
export type CustomerPolicyScopeIdType = "ACCOUNT" | "ORG_UNIT";
export type CustomerPolicyStatus = "ACTIVE" | "OUT_OF_ADMIN_SCOPE";
export interface DeleteAppsListRequest {
  readonly ListId: string;
}
export interface DeleteNetworkAclEntriesAction {
  readonly Description?: string | undefined;
  readonly NetworkAclId?: ActionTarget | undefined;
  readonly NetworkAclEntriesToBeDeleted?: readonly (EntryDescription)[] | undefined;
  readonly FMSCanRemediate?: boolean | undefined;
}
export interface DeleteNotificationChannelRequest {
}
export interface DeletePolicyRequest {
  readonly PolicyId: string;
  readonly DeleteAllPolicyResources?: boolean | undefined;
}
export interface DeleteProtocolsListRequest {
  readonly ListId: string;
}
export interface DeleteResourceSetRequest {
  readonly Identifier: string;
}
export type DependentServiceName = "AWSCONFIG" | "AWSWAF" | "AWSSHIELD_ADVANCED" | "AWSVPC";
export type DestinationType = "IPV4" | "IPV6" | "PREFIX_LIST";
export interface DisassociateAdminAccountRequest {
}
export interface DisassociateThirdPartyFirewallRequest {
  readonly ThirdPartyFirewall: ThirdPartyFirewall;
}
export interface DisassociateThirdPartyFirewallResponse {
  readonly ThirdPartyFirewallStatus?: ThirdPartyFirewallAssociationStatus | undefined;
}
export interface DiscoveredResource {
  readonly URI?: string | undefined;
  readonly AccountId?: string | undefined;
  readonly Type?: string | undefined;
  readonly Name?: string | undefined;
}
export interface DnsDuplicateRuleGroupViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ViolationTargetDescription?: string | undefined;
}
export interface DnsRuleGroupLimitExceededViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ViolationTargetDescription?: string | undefined;
  readonly NumberOfRuleGroupsAlreadyAssociated?: number | undefined;
}
export interface DnsRuleGroupPriorityConflictViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ViolationTargetDescription?: string | undefined;
  readonly ConflictingPriority?: number | undefined;
  readonly ConflictingPolicyId?: string | undefined;
  readonly UnavailablePriorities?: readonly (number)[] | undefined;
}
export interface EC2AssociateRouteTableAction {
  readonly Description?: string | undefined;
  readonly RouteTableId: ActionTarget;
  readonly SubnetId?: ActionTarget | undefined;
  readonly GatewayId?: ActionTarget | undefined;
}
export interface EC2CopyRouteTableAction {
  readonly Description?: string | undefined;
  readonly VpcId: ActionTarget;
  readonly RouteTableId: ActionTarget;
}
export interface EC2CreateRouteAction {
  readonly Description?: string | undefined;
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly VpcEndpointId?: ActionTarget | undefined;
  readonly GatewayId?: ActionTarget | undefined;
  readonly RouteTableId: ActionTarget;
}
export interface EC2CreateRouteTableAction {
  readonly Description?: string | undefined;
  readonly VpcId: ActionTarget;
}
export interface EC2DeleteRouteAction {
  readonly Description?: string | undefined;
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly RouteTableId: ActionTarget;
}
export interface EC2ReplaceRouteAction {
  readonly Description?: string | undefined;
  readonly DestinationCidrBlock?: string | undefined;
  readonly DestinationPrefixListId?: string | undefined;
  readonly DestinationIpv6CidrBlock?: string | undefined;
  readonly GatewayId?: ActionTarget | undefined;
  readonly RouteTableId: ActionTarget;
}
export interface EC2ReplaceRouteTableAssociationAction {
  readonly Description?: string | undefined;
  readonly AssociationId: ActionTarget;
  readonly RouteTableId: ActionTarget;
}
export interface EntryDescription {
  readonly EntryDetail?: NetworkAclEntry | undefined;
  readonly EntryRuleNumber?: number | undefined;
  readonly EntryType?: EntryType | undefined;
}
export type EntryType = "FMS_MANAGED_FIRST_ENTRY" | "FMS_MANAGED_LAST_ENTRY" | "CUSTOM_ENTRY";
export interface EntryViolation {
  readonly ExpectedEntry?: EntryDescription | undefined;
  readonly ExpectedEvaluationOrder?: string | undefined;
  readonly ActualEvaluationOrder?: string | undefined;
  readonly EntryAtExpectedEvaluationOrder?: EntryDescription | undefined;
  readonly EntriesWithConflicts?: readonly (EntryDescription)[] | undefined;
  readonly EntryViolationReasons?: readonly (EntryViolationReason)[] | undefined;
}
export type EntryViolationReason = "MISSING_EXPECTED_ENTRY" | "INCORRECT_ENTRY_ORDER" | "ENTRY_CONFLICT";
export interface EvaluationResult {
  readonly ComplianceStatus?: PolicyComplianceStatusType | undefined;
  readonly ViolatorCount?: number | undefined;
  readonly EvaluationLimitExceeded?: boolean | undefined;
}
export interface ExpectedRoute {
  readonly IpV4Cidr?: string | undefined;
  readonly PrefixListId?: string | undefined;
  readonly IpV6Cidr?: string | undefined;
  readonly ContributingSubnets?: readonly (string)[] | undefined;
  readonly AllowedTargets?: readonly (string)[] | undefined;
  readonly RouteTableId?: string | undefined;
}
export interface FMSPolicyUpdateFirewallCreationConfigAction {
  readonly Description?: string | undefined;
  readonly FirewallCreationConfig?: string | undefined;
}
export interface FailedItem {
  readonly URI?: string | undefined;
  readonly Reason?: FailedItemReason | undefined;
}
export type FailedItemReason = "NOT_VALID_ARN" | "NOT_VALID_PARTITION" | "NOT_VALID_REGION" | "NOT_VALID_SERVICE" | "NOT_VALID_RESOURCE_TYPE" | "NOT_VALID_ACCOUNT_ID";
export type FirewallDeploymentModel = "CENTRALIZED" | "DISTRIBUTED";
export interface FirewallSubnetIsOutOfScopeViolation {
  readonly FirewallSubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetAvailabilityZone?: string | undefined;
  readonly SubnetAvailabilityZoneId?: string | undefined;
  readonly VpcEndpointId?: string | undefined;
}
export interface FirewallSubnetMissingVPCEndpointViolation {
  readonly FirewallSubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly SubnetAvailabilityZone?: string | undefined;
  readonly SubnetAvailabilityZoneId?: string | undefined;
}
export interface GetAdminAccountRequest {
}
export interface GetAdminAccountResponse {
  readonly AdminAccount?: string | undefined;
  readonly RoleStatus?: AccountRoleStatus | undefined;
}
export interface GetAdminScopeRequest {
  readonly AdminAccount: string;
}
export interface GetAdminScopeResponse {
  readonly AdminScope?: AdminScope | undefined;
  readonly Status?: OrganizationStatus | undefined;
}
export interface GetAppsListRequest {
  readonly ListId: string;
  readonly DefaultList?: boolean | undefined;
}
export interface GetAppsListResponse {
  readonly AppsList?: AppsListData | undefined;
  readonly AppsListArn?: string | undefined;
}
export interface GetComplianceDetailRequest {
  readonly PolicyId: string;
  readonly MemberAccount: string;
}
export interface GetComplianceDetailResponse {
  readonly PolicyComplianceDetail?: PolicyComplianceDetail | undefined;
}
export interface GetNotificationChannelRequest {
}
export interface GetNotificationChannelResponse {
  readonly SnsTopicArn?: string | undefined;
  readonly SnsRoleName?: string | undefined;
}
export interface GetPolicyRequest {
  readonly PolicyId: string;
}
export interface GetPolicyResponse {
  readonly Policy?: Policy | undefined;
  readonly PolicyArn?: string | undefined;
}
export interface GetProtectionStatusRequest {
  readonly PolicyId: string;
  readonly MemberAccountId?: string | undefined;
  readonly StartTime?: Date | undefined;
  readonly EndTime?: Date | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface GetProtectionStatusResponse {
  readonly AdminAccountId?: string | undefined;
  readonly ServiceType?: SecurityServiceType | undefined;
  readonly Data?: string | undefined;
  readonly NextToken?: string | undefined;
}
export interface GetProtocolsListRequest {
  readonly ListId: string;
  readonly DefaultList?: boolean | undefined;
}
export interface GetProtocolsListResponse {
  readonly ProtocolsList?: ProtocolsListData | undefined;
  readonly ProtocolsListArn?: string | undefined;
}
export interface GetResourceSetRequest {
  readonly Identifier: string;
}
export interface GetResourceSetResponse {
  readonly ResourceSet: ResourceSet;
  readonly ResourceSetArn: string;
}
export interface GetThirdPartyFirewallAssociationStatusRequest {
  readonly ThirdPartyFirewall: ThirdPartyFirewall;
}
export interface GetThirdPartyFirewallAssociationStatusResponse {
  readonly ThirdPartyFirewallStatus?: ThirdPartyFirewallAssociationStatus | undefined;
  readonly MarketplaceOnboardingStatus?: MarketplaceSubscriptionOnboardingStatus | undefined;
}
export interface GetViolationDetailsRequest {
  readonly PolicyId: string;
  readonly MemberAccount: string;
  readonly ResourceId: string;
  readonly ResourceType: string;
}
export interface GetViolationDetailsResponse {
  readonly ViolationDetail?: ViolationDetail | undefined;
}
export interface InvalidNetworkAclEntriesViolation {
  readonly Vpc?: string | undefined;
  readonly Subnet?: string | undefined;
  readonly SubnetAvailabilityZone?: string | undefined;
  readonly CurrentAssociatedNetworkAcl?: string | undefined;
  readonly EntryViolations?: readonly (EntryViolation)[] | undefined;
}
export interface ListAdminAccountsForOrganizationRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAdminAccountsForOrganizationResponse {
  readonly AdminAccounts?: readonly (AdminAccountSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAdminsManagingAccountRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAdminsManagingAccountResponse {
  readonly AdminAccounts?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAppsListsRequest {
  readonly DefaultLists?: boolean | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults: number;
}
export interface ListAppsListsResponse {
  readonly AppsLists?: readonly (AppsListDataSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListComplianceStatusRequest {
  readonly PolicyId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListComplianceStatusResponse {
  readonly PolicyComplianceStatusList?: readonly (PolicyComplianceStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDiscoveredResourcesRequest {
  readonly MemberAccountIds: readonly (string)[];
  readonly ResourceType: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDiscoveredResourcesResponse {
  readonly Items?: readonly (DiscoveredResource)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListMemberAccountsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListMemberAccountsResponse {
  readonly MemberAccounts?: readonly (string)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPoliciesRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListPoliciesResponse {
  readonly PolicyList?: readonly (PolicySummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListProtocolsListsRequest {
  readonly DefaultLists?: boolean | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults: number;
}
export interface ListProtocolsListsResponse {
  readonly ProtocolsLists?: readonly (ProtocolsListDataSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceSetResourcesRequest {
  readonly Identifier: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListResourceSetResourcesResponse {
  readonly Items: readonly (Resource)[];
  readonly NextToken?: string | undefined;
}
export interface ListResourceSetsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListResourceSetsResponse {
  readonly ResourceSets?: readonly (ResourceSetSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceArn: string;
}
export interface ListTagsForResourceResponse {
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface ListThirdPartyFirewallFirewallPoliciesRequest {
  readonly ThirdPartyFirewall: ThirdPartyFirewall;
  readonly NextToken?: string | undefined;
  readonly MaxResults: number;
}
export interface ListThirdPartyFirewallFirewallPoliciesResponse {
  readonly ThirdPartyFirewallFirewallPolicies?: readonly (ThirdPartyFirewallFirewallPolicy)[] | undefined;
  readonly NextToken?: string | undefined;
}
export type MarketplaceSubscriptionOnboardingStatus = "NO_SUBSCRIPTION" | "NOT_COMPLETE" | "COMPLETE";
export interface NetworkAclCommonPolicy {
  readonly NetworkAclEntrySet: NetworkAclEntrySet;
}
export interface NetworkAclEntry {
  readonly IcmpTypeCode?: NetworkAclIcmpTypeCode | undefined;
  readonly Protocol: string;
  readonly PortRange?: NetworkAclPortRange | undefined;
  readonly CidrBlock?: string | undefined;
  readonly Ipv6CidrBlock?: string | undefined;
  readonly RuleAction: NetworkAclRuleAction;
  readonly Egress: boolean;
}
export interface NetworkAclEntrySet {
  readonly FirstEntries?: readonly (NetworkAclEntry)[] | undefined;
  readonly ForceRemediateForFirstEntries: boolean;
  readonly LastEntries?: readonly (NetworkAclEntry)[] | undefined;
  readonly ForceRemediateForLastEntries: boolean;
}
export interface NetworkAclIcmpTypeCode {
  readonly Code?: number | undefined;
  readonly Type?: number | undefined;
}
export interface NetworkAclPortRange {
  readonly From?: number | undefined;
  readonly To?: number | undefined;
}
export type NetworkAclRuleAction = "allow" | "deny";
export interface NetworkFirewallBlackHoleRouteDetectedViolation {
  readonly ViolationTarget?: string | undefined;
  readonly RouteTableId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly ViolatingRoutes?: readonly (Route)[] | undefined;
}
export interface NetworkFirewallInternetTrafficNotInspectedViolation {
  readonly SubnetId?: string | undefined;
  readonly SubnetAvailabilityZone?: string | undefined;
  readonly RouteTableId?: string | undefined;
  readonly ViolatingRoutes?: readonly (Route)[] | undefined;
  readonly IsRouteTableUsedInDifferentAZ?: boolean | undefined;
  readonly CurrentFirewallSubnetRouteTable?: string | undefined;
  readonly ExpectedFirewallEndpoint?: string | undefined;
  readonly FirewallSubnetId?: string | undefined;
  readonly ExpectedFirewallSubnetRoutes?: readonly (ExpectedRoute)[] | undefined;
  readonly ActualFirewallSubnetRoutes?: readonly (Route)[] | undefined;
  readonly InternetGatewayId?: string | undefined;
  readonly CurrentInternetGatewayRouteTable?: string | undefined;
  readonly ExpectedInternetGatewayRoutes?: readonly (ExpectedRoute)[] | undefined;
  readonly ActualInternetGatewayRoutes?: readonly (Route)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface NetworkFirewallInvalidRouteConfigurationViolation {
  readonly AffectedSubnets?: readonly (string)[] | undefined;
  readonly RouteTableId?: string | undefined;
  readonly IsRouteTableUsedInDifferentAZ?: boolean | undefined;
  readonly ViolatingRoute?: Route | undefined;
  readonly CurrentFirewallSubnetRouteTable?: string | undefined;
  readonly ExpectedFirewallEndpoint?: string | undefined;
  readonly ActualFirewallEndpoint?: string | undefined;
  readonly ExpectedFirewallSubnetId?: string | undefined;
  readonly ActualFirewallSubnetId?: string | undefined;
  readonly ExpectedFirewallSubnetRoutes?: readonly (ExpectedRoute)[] | undefined;
  readonly ActualFirewallSubnetRoutes?: readonly (Route)[] | undefined;
  readonly InternetGatewayId?: string | undefined;
  readonly CurrentInternetGatewayRouteTable?: string | undefined;
  readonly ExpectedInternetGatewayRoutes?: readonly (ExpectedRoute)[] | undefined;
  readonly ActualInternetGatewayRoutes?: readonly (Route)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface NetworkFirewallMissingExpectedRTViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly CurrentRouteTable?: string | undefined;
  readonly ExpectedRouteTable?: string | undefined;
}
export interface NetworkFirewallMissingExpectedRoutesViolation {
  readonly ViolationTarget?: string | undefined;
  readonly ExpectedRoutes?: readonly (ExpectedRoute)[] | undefined;
  readonly VpcId?: string | undefined;
}
export interface NetworkFirewallMissingFirewallViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly TargetViolationReason?: string | undefined;
}
export interface NetworkFirewallMissingSubnetViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly TargetViolationReason?: string | undefined;
}
export type NetworkFirewallOverrideAction = "DROP_TO_ALERT";
export interface NetworkFirewallPolicy {
  readonly FirewallDeploymentModel?: FirewallDeploymentModel | undefined;
}
export interface NetworkFirewallPolicyDescription {
  readonly StatelessRuleGroups?: readonly (StatelessRuleGroup)[] | undefined;
  readonly StatelessDefaultActions?: readonly (string)[] | undefined;
  readonly StatelessFragmentDefaultActions?: readonly (string)[] | undefined;
  readonly StatelessCustomActions?: readonly (string)[] | undefined;
  readonly StatefulRuleGroups?: readonly (StatefulRuleGroup)[] | undefined;
  readonly StatefulDefaultActions?: readonly (string)[] | undefined;
  readonly StatefulEngineOptions?: StatefulEngineOptions | undefined;
}
export interface NetworkFirewallPolicyModifiedViolation {
  readonly ViolationTarget?: string | undefined;
  readonly CurrentPolicyDescription?: NetworkFirewallPolicyDescription | undefined;
  readonly ExpectedPolicyDescription?: NetworkFirewallPolicyDescription | undefined;
}
export interface NetworkFirewallStatefulRuleGroupOverride {
  readonly Action?: NetworkFirewallOverrideAction | undefined;
}
export interface NetworkFirewallUnexpectedFirewallRoutesViolation {
  readonly FirewallSubnetId?: string | undefined;
  readonly ViolatingRoutes?: readonly (Route)[] | undefined;
  readonly RouteTableId?: string | undefined;
  readonly FirewallEndpoint?: string | undefined;
  readonly VpcId?: string | undefined;
}
export interface NetworkFirewallUnexpectedGatewayRoutesViolation {
  readonly GatewayId?: string | undefined;
  readonly ViolatingRoutes?: readonly (Route)[] | undefined;
  readonly RouteTableId?: string | undefined;
  readonly VpcId?: string | undefined;
}
export type OrganizationStatus = "ONBOARDING" | "ONBOARDING_COMPLETE" | "OFFBOARDING" | "OFFBOARDING_COMPLETE";
export interface OrganizationalUnitScope {
  readonly OrganizationalUnits?: readonly (string)[] | undefined;
  readonly AllOrganizationalUnitsEnabled?: boolean | undefined;
  readonly ExcludeSpecifiedOrganizationalUnits?: boolean | undefined;
}
export interface PartialMatch {
  readonly Reference?: string | undefined;
  readonly TargetViolationReasons?: readonly (string)[] | undefined;
}
export interface Policy {
  readonly PolicyId?: string | undefined;
  readonly PolicyName: string;
  readonly PolicyUpdateToken?: string | undefined;
  readonly SecurityServicePolicyData: SecurityServicePolicyData;
  readonly ResourceType: string;
  readonly ResourceTypeList?: readonly (string)[] | undefined;
  readonly ResourceTags?: readonly (ResourceTag)[] | undefined;
  readonly ExcludeResourceTags: boolean;
  readonly RemediationEnabled: boolean;
  readonly DeleteUnusedFMManagedResources?: boolean | undefined;
  readonly IncludeMap?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly ExcludeMap?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly ResourceSetIds?: readonly (string)[] | undefined;
  readonly PolicyDescription?: string | undefined;
  readonly PolicyStatus?: CustomerPolicyStatus | undefined;
  readonly ResourceTagLogicalOperator?: ResourceTagLogicalOperator | undefined;
}
export interface PolicyComplianceDetail {
  readonly PolicyOwner?: string | undefined;
  readonly PolicyId?: string | undefined;
  readonly MemberAccount?: string | undefined;
  readonly Violators?: readonly (ComplianceViolator)[] | undefined;
  readonly EvaluationLimitExceeded?: boolean | undefined;
  readonly ExpiredAt?: Date | undefined;
  readonly IssueInfoMap?: { readonly [key: string]: string } | undefined;
}
export interface PolicyComplianceStatus {
  readonly PolicyOwner?: string | undefined;
  readonly PolicyId?: string | undefined;
  readonly PolicyName?: string | undefined;
  readonly MemberAccount?: string | undefined;
  readonly EvaluationResults?: readonly (EvaluationResult)[] | undefined;
  readonly LastUpdated?: Date | undefined;
  readonly IssueInfoMap?: { readonly [key: string]: string } | undefined;
}
export type PolicyComplianceStatusType = "COMPLIANT" | "NON_COMPLIANT";
export interface PolicyOption {
  readonly NetworkFirewallPolicy?: NetworkFirewallPolicy | undefined;
  readonly ThirdPartyFirewallPolicy?: ThirdPartyFirewallPolicy | undefined;
  readonly NetworkAclCommonPolicy?: NetworkAclCommonPolicy | undefined;
}
export interface PolicySummary {
  readonly PolicyArn?: string | undefined;
  readonly PolicyId?: string | undefined;
  readonly PolicyName?: string | undefined;
  readonly ResourceType?: string | undefined;
  readonly SecurityServiceType?: SecurityServiceType | undefined;
  readonly RemediationEnabled?: boolean | undefined;
  readonly DeleteUnusedFMManagedResources?: boolean | undefined;
  readonly PolicyStatus?: CustomerPolicyStatus | undefined;
}
export interface PolicyTypeScope {
  readonly PolicyTypes?: readonly (SecurityServiceType)[] | undefined;
  readonly AllPolicyTypesEnabled?: boolean | undefined;
}
export interface PossibleRemediationAction {
  readonly Description?: string | undefined;
  readonly OrderedRemediationActions: readonly (RemediationActionWithOrder)[];
  readonly IsDefaultAction?: boolean | undefined;
}
export interface PossibleRemediationActions {
  readonly Description?: string | undefined;
  readonly Actions?: readonly (PossibleRemediationAction)[] | undefined;
}
export interface ProtocolsListData {
  readonly ListId?: string | undefined;
  readonly ListName: string;
  readonly ListUpdateToken?: string | undefined;
  readonly CreateTime?: Date | undefined;
  readonly LastUpdateTime?: Date | undefined;
  readonly ProtocolsList: readonly (string)[];
  readonly PreviousProtocolsList?: { readonly [key: string]: readonly (string)[] } | undefined;
}
export interface ProtocolsListDataSummary {
  readonly ListArn?: string | undefined;
  readonly ListId?: string | undefined;
  readonly ListName?: string | undefined;
  readonly ProtocolsList?: readonly (string)[] | undefined;
}
export interface PutAdminAccountRequest {
  readonly AdminAccount: string;
  readonly AdminScope?: AdminScope | undefined;
}
export interface PutAppsListRequest {
  readonly AppsList: AppsListData;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface PutAppsListResponse {
  readonly AppsList?: AppsListData | undefined;
  readonly AppsListArn?: string | undefined;
}
export interface PutNotificationChannelRequest {
  readonly SnsTopicArn: string;
  readonly SnsRoleName: string;
}
export interface PutPolicyRequest {
  readonly Policy: Policy;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface PutPolicyResponse {
  readonly Policy?: Policy | undefined;
  readonly PolicyArn?: string | undefined;
}
export interface PutProtocolsListRequest {
  readonly ProtocolsList: ProtocolsListData;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface PutProtocolsListResponse {
  readonly ProtocolsList?: ProtocolsListData | undefined;
  readonly ProtocolsListArn?: string | undefined;
}
export interface PutResourceSetRequest {
  readonly ResourceSet: ResourceSet;
  readonly TagList?: readonly (Tag)[] | undefined;
}
export interface PutResourceSetResponse {
  readonly ResourceSet: ResourceSet;
  readonly ResourceSetArn: string;
}
export interface RegionScope {
  readonly Regions?: readonly (string)[] | undefined;
  readonly AllRegionsEnabled?: boolean | undefined;
}
export interface RemediationAction {
  readonly Description?: string | undefined;
  readonly EC2CreateRouteAction?: EC2CreateRouteAction | undefined;
  readonly EC2ReplaceRouteAction?: EC2ReplaceRouteAction | undefined;
  readonly EC2DeleteRouteAction?: EC2DeleteRouteAction | undefined;
  readonly EC2CopyRouteTableAction?: EC2CopyRouteTableAction | undefined;
  readonly EC2ReplaceRouteTableAssociationAction?: EC2ReplaceRouteTableAssociationAction | undefined;
  readonly EC2AssociateRouteTableAction?: EC2AssociateRouteTableAction | undefined;
  readonly EC2CreateRouteTableAction?: EC2CreateRouteTableAction | undefined;
  readonly FMSPolicyUpdateFirewallCreationConfigAction?: FMSPolicyUpdateFirewallCreationConfigAction | undefined;
  readonly CreateNetworkAclAction?: CreateNetworkAclAction | undefined;
  readonly ReplaceNetworkAclAssociationAction?: ReplaceNetworkAclAssociationAction | undefined;
  readonly CreateNetworkAclEntriesAction?: CreateNetworkAclEntriesAction | undefined;
  readonly DeleteNetworkAclEntriesAction?: DeleteNetworkAclEntriesAction | undefined;
}
export type RemediationActionType = "REMOVE" | "MODIFY";
export interface RemediationActionWithOrder {
  readonly RemediationAction?: RemediationAction | undefined;
  readonly Order?: number | undefined;
}
export interface ReplaceNetworkAclAssociationAction {
  readonly Description?: string | undefined;
  readonly AssociationId?: ActionTarget | undefined;
  readonly NetworkAclId?: ActionTarget | undefined;
  readonly FMSCanRemediate?: boolean | undefined;
}
export interface Resource {
  readonly URI: string;
  readonly AccountId?: string | undefined;
}
export interface ResourceSet {
  readonly Id?: string | undefined;
  readonly Name: string;
  readonly Description?: string | undefined;
  readonly UpdateToken?: string | undefined;
  readonly ResourceTypeList: readonly (string)[];
  readonly LastUpdateTime?: Date | undefined;
  readonly ResourceSetStatus?: ResourceSetStatus | undefined;
}
export type ResourceSetStatus = "ACTIVE" | "OUT_OF_ADMIN_SCOPE";
export interface ResourceSetSummary {
  readonly Id?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly LastUpdateTime?: Date | undefined;
  readonly ResourceSetStatus?: ResourceSetStatus | undefined;
}
export interface ResourceTag {
  readonly Key: string;
  readonly Value?: string | undefined;
}
export type ResourceTagLogicalOperator = "AND" | "OR";
export interface ResourceViolation {
  readonly AwsVPCSecurityGroupViolation?: AwsVPCSecurityGroupViolation | undefined;
  readonly AwsEc2NetworkInterfaceViolation?: AwsEc2NetworkInterfaceViolation | undefined;
  readonly AwsEc2InstanceViolation?: AwsEc2InstanceViolation | undefined;
  readonly NetworkFirewallMissingFirewallViolation?: NetworkFirewallMissingFirewallViolation | undefined;
  readonly NetworkFirewallMissingSubnetViolation?: NetworkFirewallMissingSubnetViolation | undefined;
  readonly NetworkFirewallMissingExpectedRTViolation?: NetworkFirewallMissingExpectedRTViolation | undefined;
  readonly NetworkFirewallPolicyModifiedViolation?: NetworkFirewallPolicyModifiedViolation | undefined;
  readonly NetworkFirewallInternetTrafficNotInspectedViolation?: NetworkFirewallInternetTrafficNotInspectedViolation | undefined;
  readonly NetworkFirewallInvalidRouteConfigurationViolation?: NetworkFirewallInvalidRouteConfigurationViolation | undefined;
  readonly NetworkFirewallBlackHoleRouteDetectedViolation?: NetworkFirewallBlackHoleRouteDetectedViolation | undefined;
  readonly NetworkFirewallUnexpectedFirewallRoutesViolation?: NetworkFirewallUnexpectedFirewallRoutesViolation | undefined;
  readonly NetworkFirewallUnexpectedGatewayRoutesViolation?: NetworkFirewallUnexpectedGatewayRoutesViolation | undefined;
  readonly NetworkFirewallMissingExpectedRoutesViolation?: NetworkFirewallMissingExpectedRoutesViolation | undefined;
  readonly DnsRuleGroupPriorityConflictViolation?: DnsRuleGroupPriorityConflictViolation | undefined;
  readonly DnsDuplicateRuleGroupViolation?: DnsDuplicateRuleGroupViolation | undefined;
  readonly DnsRuleGroupLimitExceededViolation?: DnsRuleGroupLimitExceededViolation | undefined;
  readonly FirewallSubnetIsOutOfScopeViolation?: FirewallSubnetIsOutOfScopeViolation | undefined;
  readonly RouteHasOutOfScopeEndpointViolation?: RouteHasOutOfScopeEndpointViolation | undefined;
  readonly ThirdPartyFirewallMissingFirewallViolation?: ThirdPartyFirewallMissingFirewallViolation | undefined;
  readonly ThirdPartyFirewallMissingSubnetViolation?: ThirdPartyFirewallMissingSubnetViolation | undefined;
  readonly ThirdPartyFirewallMissingExpectedRouteTableViolation?: ThirdPartyFirewallMissingExpectedRouteTableViolation | undefined;
  readonly FirewallSubnetMissingVPCEndpointViolation?: FirewallSubnetMissingVPCEndpointViolation | undefined;
  readonly InvalidNetworkAclEntriesViolation?: InvalidNetworkAclEntriesViolation | undefined;
  readonly PossibleRemediationActions?: PossibleRemediationActions | undefined;
  readonly WebACLHasIncompatibleConfigurationViolation?: WebACLHasIncompatibleConfigurationViolation | undefined;
  readonly WebACLHasOutOfScopeResourcesViolation?: WebACLHasOutOfScopeResourcesViolation | undefined;
}
export interface Route {
  readonly DestinationType?: DestinationType | undefined;
  readonly TargetType?: TargetType | undefined;
  readonly Destination?: string | undefined;
  readonly Target?: string | undefined;
}
export interface RouteHasOutOfScopeEndpointViolation {
  readonly SubnetId?: string | undefined;
  readonly VpcId?: string | undefined;
  readonly RouteTableId?: string | undefined;
  readonly ViolatingRoutes?: readonly (Route)[] | undefined;
  readonly SubnetAvailabilityZone?: string | undefined;
  readonly SubnetAvailabilityZoneId?: string | undefined;
  readonly CurrentFirewallSubnetRouteTable?: string | undefined;
  readonly FirewallSubnetId?: string | undefined;
  readonly FirewallSubnetRoutes?: readonly (Route)[] | undefined;
  readonly InternetGatewayId?: string | undefined;
  readonly CurrentInternetGatewayRouteTable?: string | undefined;
  readonly InternetGatewayRoutes?: readonly (Route)[] | undefined;
}
export type RuleOrder = "STRICT_ORDER" | "DEFAULT_ACTION_ORDER";
export interface SecurityGroupRemediationAction {
  readonly RemediationActionType?: RemediationActionType | undefined;
  readonly Description?: string | undefined;
  readonly RemediationResult?: SecurityGroupRuleDescription | undefined;
  readonly IsDefaultAction?: boolean | undefined;
}
export interface SecurityGroupRuleDescription {
  readonly IPV4Range?: string | undefined;
  readonly IPV6Range?: string | undefined;
  readonly PrefixListId?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
}
export interface SecurityServicePolicyData {
  readonly Type: SecurityServiceType;
  readonly ManagedServiceData?: string | undefined;
  readonly PolicyOption?: PolicyOption | undefined;
}
export type SecurityServiceType = "WAF" | "WAFV2" | "SHIELD_ADVANCED" | "SECURITY_GROUPS_COMMON" | "SECURITY_GROUPS_CONTENT_AUDIT" | "SECURITY_GROUPS_USAGE_AUDIT" | "NETWORK_FIREWALL" | "DNS_FIREWALL" | "THIRD_PARTY_FIREWALL" | "IMPORT_NETWORK_FIREWALL" | "NETWORK_ACL_COMMON";
export interface StatefulEngineOptions {
  readonly RuleOrder?: RuleOrder | undefined;
  readonly StreamExceptionPolicy?: StreamExceptionPolicy | undefined;
}
export interface StatefulRuleGroup {
  readonly RuleGroupName?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Priority?: number | undefined;
  readonly Override?: NetworkFirewallStatefulRuleGroupOverride | undefined;
}
export interface StatelessRuleGroup {
  readonly RuleGroupName?: string | undefined;
  readonly ResourceId?: string | undefined;
  readonly Priority?: number | undefined;
}
export type StreamExceptionPolicy = "DROP" | "CONTINUE" | "REJECT" | "FMS_IGNORE";
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceRequest {
  readonly ResourceArn: string;
  readonly TagList: readonly (Tag)[];
}
export interface TagResourceResponse {
}
export type TargetType = "GATEWAY" | "CARRIER_GATEWAY" | "INSTANCE" | "LOCAL_GATEWAY" | "NAT_GATEWAY" | "NETWORK_INTERFACE" | "VPC_ENDPOINT" | "VPC_PEERING_CONNECTION" | "EGRESS_ONLY_INTERNET_GATEWAY" | "TRANSIT_GATEWAY";
export type ThirdPartyFirewall = "PALO_ALTO_NETWORKS_CLOUD_NGFW" | "FORTIGATE_CLOUD_NATIVE_FIREWALL";
export type ThirdPartyFirewallAssociationStatus = "ONBOARDING" | "ONBOARD_COMPLETE" | "OFFBOARDING" | "OFFBOARD_COMPLETE" | "NOT_EXIST";
export interface ThirdPartyFirewallFirewallPolicy {
  readonly FirewallPolicyId?: string | undefined;
  readonly FirewallPolicyName?: string | undefined;
}
export interface ThirdPartyFirewallMissingExpectedRouteTableViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly CurrentRouteTable?: string | undefined;
  readonly ExpectedRouteTable?: string | undefined;
}
export interface ThirdPartyFirewallMissingFirewallViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly TargetViolationReason?: string | undefined;
}
export interface ThirdPartyFirewallMissingSubnetViolation {
  readonly ViolationTarget?: string | undefined;
  readonly VPC?: string | undefined;
  readonly AvailabilityZone?: string | undefined;
  readonly TargetViolationReason?: string | undefined;
}
export interface ThirdPartyFirewallPolicy {
  readonly FirewallDeploymentModel?: FirewallDeploymentModel | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagResourceResponse {
}
export interface ViolationDetail {
  readonly PolicyId: string;
  readonly MemberAccount: string;
  readonly ResourceId: string;
  readonly ResourceType: string;
  readonly ResourceViolations: readonly (ResourceViolation)[];
  readonly ResourceTags?: readonly (Tag)[] | undefined;
  readonly ResourceDescription?: string | undefined;
}
export type ViolationReason = "WEB_ACL_MISSING_RULE_GROUP" | "RESOURCE_MISSING_WEB_ACL" | "RESOURCE_INCORRECT_WEB_ACL" | "RESOURCE_MISSING_SHIELD_PROTECTION" | "RESOURCE_MISSING_WEB_ACL_OR_SHIELD_PROTECTION" | "RESOURCE_MISSING_SECURITY_GROUP" | "RESOURCE_VIOLATES_AUDIT_SECURITY_GROUP" | "SECURITY_GROUP_UNUSED" | "SECURITY_GROUP_REDUNDANT" | "FMS_CREATED_SECURITY_GROUP_EDITED" | "MISSING_FIREWALL" | "MISSING_FIREWALL_SUBNET_IN_AZ" | "MISSING_EXPECTED_ROUTE_TABLE" | "NETWORK_FIREWALL_POLICY_MODIFIED" | "FIREWALL_SUBNET_IS_OUT_OF_SCOPE" | "INTERNET_GATEWAY_MISSING_EXPECTED_ROUTE" | "FIREWALL_SUBNET_MISSING_EXPECTED_ROUTE" | "UNEXPECTED_FIREWALL_ROUTES" | "UNEXPECTED_TARGET_GATEWAY_ROUTES" | "TRAFFIC_INSPECTION_CROSSES_AZ_BOUNDARY" | "INVALID_ROUTE_CONFIGURATION" | "MISSING_TARGET_GATEWAY" | "INTERNET_TRAFFIC_NOT_INSPECTED" | "BLACK_HOLE_ROUTE_DETECTED" | "BLACK_HOLE_ROUTE_DETECTED_IN_FIREWALL_SUBNET" | "RESOURCE_MISSING_DNS_FIREWALL" | "ROUTE_HAS_OUT_OF_SCOPE_ENDPOINT" | "FIREWALL_SUBNET_MISSING_VPCE_ENDPOINT" | "INVALID_NETWORK_ACL_ENTRY" | "WEB_ACL_CONFIGURATION_OR_SCOPE_OF_USE";
export interface WebACLHasIncompatibleConfigurationViolation {
  readonly WebACLArn?: string | undefined;
  readonly Description?: string | undefined;
}
export interface WebACLHasOutOfScopeResourcesViolation {
  readonly WebACLArn?: string | undefined;
  readonly OutOfScopeResourceList?: readonly (string)[] | undefined;
}

export interface FmsOperations {
  readonly AssociateAdminAccount: { readonly input: AssociateAdminAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly AssociateThirdPartyFirewall: { readonly input: AssociateThirdPartyFirewallRequest; readonly output: AssociateThirdPartyFirewallResponse };
  readonly BatchAssociateResource: { readonly input: BatchAssociateResourceRequest; readonly output: BatchAssociateResourceResponse };
  readonly BatchDisassociateResource: { readonly input: BatchDisassociateResourceRequest; readonly output: BatchDisassociateResourceResponse };
  readonly DeleteAppsList: { readonly input: DeleteAppsListRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteNotificationChannel: { readonly input: DeleteNotificationChannelRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePolicy: { readonly input: DeletePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteProtocolsList: { readonly input: DeleteProtocolsListRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteResourceSet: { readonly input: DeleteResourceSetRequest; readonly output: Readonly<Record<string, never>> };
  readonly DisassociateAdminAccount: { readonly input: DisassociateAdminAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly DisassociateThirdPartyFirewall: { readonly input: DisassociateThirdPartyFirewallRequest; readonly output: DisassociateThirdPartyFirewallResponse };
  readonly GetAdminAccount: { readonly input: GetAdminAccountRequest; readonly output: GetAdminAccountResponse };
  readonly GetAdminScope: { readonly input: GetAdminScopeRequest; readonly output: GetAdminScopeResponse };
  readonly GetAppsList: { readonly input: GetAppsListRequest; readonly output: GetAppsListResponse };
  readonly GetComplianceDetail: { readonly input: GetComplianceDetailRequest; readonly output: GetComplianceDetailResponse };
  readonly GetNotificationChannel: { readonly input: GetNotificationChannelRequest; readonly output: GetNotificationChannelResponse };
  readonly GetPolicy: { readonly input: GetPolicyRequest; readonly output: GetPolicyResponse };
  readonly GetProtectionStatus: { readonly input: GetProtectionStatusRequest; readonly output: GetProtectionStatusResponse };
  readonly GetProtocolsList: { readonly input: GetProtocolsListRequest; readonly output: GetProtocolsListResponse };
  readonly GetResourceSet: { readonly input: GetResourceSetRequest; readonly output: GetResourceSetResponse };
  readonly GetThirdPartyFirewallAssociationStatus: { readonly input: GetThirdPartyFirewallAssociationStatusRequest; readonly output: GetThirdPartyFirewallAssociationStatusResponse };
  readonly GetViolationDetails: { readonly input: GetViolationDetailsRequest; readonly output: GetViolationDetailsResponse };
  readonly ListAdminAccountsForOrganization: { readonly input: ListAdminAccountsForOrganizationRequest; readonly output: ListAdminAccountsForOrganizationResponse };
  readonly ListAdminsManagingAccount: { readonly input: ListAdminsManagingAccountRequest; readonly output: ListAdminsManagingAccountResponse };
  readonly ListAppsLists: { readonly input: ListAppsListsRequest; readonly output: ListAppsListsResponse };
  readonly ListComplianceStatus: { readonly input: ListComplianceStatusRequest; readonly output: ListComplianceStatusResponse };
  readonly ListDiscoveredResources: { readonly input: ListDiscoveredResourcesRequest; readonly output: ListDiscoveredResourcesResponse };
  readonly ListMemberAccounts: { readonly input: ListMemberAccountsRequest; readonly output: ListMemberAccountsResponse };
  readonly ListPolicies: { readonly input: ListPoliciesRequest; readonly output: ListPoliciesResponse };
  readonly ListProtocolsLists: { readonly input: ListProtocolsListsRequest; readonly output: ListProtocolsListsResponse };
  readonly ListResourceSetResources: { readonly input: ListResourceSetResourcesRequest; readonly output: ListResourceSetResourcesResponse };
  readonly ListResourceSets: { readonly input: ListResourceSetsRequest; readonly output: ListResourceSetsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListThirdPartyFirewallFirewallPolicies: { readonly input: ListThirdPartyFirewallFirewallPoliciesRequest; readonly output: ListThirdPartyFirewallFirewallPoliciesResponse };
  readonly PutAdminAccount: { readonly input: PutAdminAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutAppsList: { readonly input: PutAppsListRequest; readonly output: PutAppsListResponse };
  readonly PutNotificationChannel: { readonly input: PutNotificationChannelRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutPolicy: { readonly input: PutPolicyRequest; readonly output: PutPolicyResponse };
  readonly PutProtocolsList: { readonly input: PutProtocolsListRequest; readonly output: PutProtocolsListResponse };
  readonly PutResourceSet: { readonly input: PutResourceSetRequest; readonly output: PutResourceSetResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
}
