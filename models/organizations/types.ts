// Generated from the API model of Organizations; see scripts/generate-models.

export interface AcceptHandshakeRequest {
  readonly HandshakeId: string;
}
export interface AcceptHandshakeResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface Account {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Email?: string | undefined;
  readonly Name?: string | undefined;
  readonly Status?: AccountStatus | undefined;
  readonly State?: AccountState | undefined;
  readonly Paths?: readonly (string)[] | undefined;
  readonly JoinedMethod?: AccountJoinedMethod | undefined;
  readonly JoinedTimestamp?: Date | undefined;
}
export type AccountJoinedMethod = "INVITED" | "CREATED";
export type AccountState = "PENDING_ACTIVATION" | "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE" | "CLOSED";
export type AccountStatus = "ACTIVE" | "SUSPENDED" | "PENDING_CLOSURE";
export type ActionType = "INVITE" | "ENABLE_ALL_FEATURES" | "APPROVE_ALL_FEATURES" | "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE" | "TRANSFER_RESPONSIBILITY";
export interface AttachPolicyRequest {
  readonly PolicyId: string;
  readonly TargetId: string;
}
export interface CancelHandshakeRequest {
  readonly HandshakeId: string;
}
export interface CancelHandshakeResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface Child {
  readonly Id?: string | undefined;
  readonly Type?: ChildType | undefined;
}
export type ChildType = "ACCOUNT" | "ORGANIZATIONAL_UNIT";
export interface CloseAccountRequest {
  readonly AccountId: string;
}
export type CreateAccountFailureReason = "ACCOUNT_LIMIT_EXCEEDED" | "EMAIL_ALREADY_EXISTS" | "INVALID_ADDRESS" | "INVALID_EMAIL" | "CONCURRENT_ACCOUNT_MODIFICATION" | "INTERNAL_FAILURE" | "GOVCLOUD_ACCOUNT_ALREADY_EXISTS" | "MISSING_BUSINESS_VALIDATION" | "FAILED_BUSINESS_VALIDATION" | "PENDING_BUSINESS_VALIDATION" | "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION" | "UNKNOWN_BUSINESS_VALIDATION" | "MISSING_PAYMENT_INSTRUMENT" | "INVALID_PAYMENT_INSTRUMENT" | "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED";
export interface CreateAccountRequest {
  readonly Email: string;
  readonly AccountName: string;
  readonly RoleName?: string | undefined;
  readonly IamUserAccessToBilling?: IAMUserAccessToBilling | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateAccountResponse {
  readonly CreateAccountStatus?: CreateAccountStatus | undefined;
}
export type CreateAccountState = "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
export interface CreateAccountStatus {
  readonly Id?: string | undefined;
  readonly AccountName?: string | undefined;
  readonly State?: CreateAccountState | undefined;
  readonly RequestedTimestamp?: Date | undefined;
  readonly CompletedTimestamp?: Date | undefined;
  readonly AccountId?: string | undefined;
  readonly GovCloudAccountId?: string | undefined;
  readonly FailureReason?: CreateAccountFailureReason | undefined;
}
export interface CreateGovCloudAccountRequest {
  readonly Email: string;
  readonly AccountName: string;
  readonly RoleName?: string | undefined;
  readonly IamUserAccessToBilling?: IAMUserAccessToBilling | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateGovCloudAccountResponse {
  readonly CreateAccountStatus?: CreateAccountStatus | undefined;
}
export interface CreateOrganizationRequest {
  readonly FeatureSet?: OrganizationFeatureSet | undefined;
}
export interface CreateOrganizationResponse {
  readonly Organization?: Organization | undefined;
}
export interface CreateOrganizationalUnitRequest {
  readonly ParentId: string;
  readonly Name: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateOrganizationalUnitResponse {
  readonly OrganizationalUnit?: OrganizationalUnit | undefined;
}
export interface CreatePolicyRequest {
  readonly Content: string;
  readonly Description: string;
  readonly Name: string;
  readonly Type: PolicyType;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreatePolicyResponse {
  readonly Policy?: Policy | undefined;
}
export interface DeclineHandshakeRequest {
  readonly HandshakeId: string;
}
export interface DeclineHandshakeResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface DelegatedAdministrator {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Email?: string | undefined;
  readonly Name?: string | undefined;
  readonly Status?: AccountStatus | undefined;
  readonly State?: AccountState | undefined;
  readonly JoinedMethod?: AccountJoinedMethod | undefined;
  readonly JoinedTimestamp?: Date | undefined;
  readonly DelegationEnabledDate?: Date | undefined;
}
export interface DelegatedService {
  readonly ServicePrincipal?: string | undefined;
  readonly DelegationEnabledDate?: Date | undefined;
}
export interface DeleteOrganizationalUnitRequest {
  readonly OrganizationalUnitId: string;
}
export interface DeletePolicyRequest {
  readonly PolicyId: string;
}
export interface DeregisterDelegatedAdministratorRequest {
  readonly AccountId: string;
  readonly ServicePrincipal: string;
}
export interface DescribeAccountRequest {
  readonly AccountId: string;
}
export interface DescribeAccountResponse {
  readonly Account?: Account | undefined;
}
export interface DescribeCreateAccountStatusRequest {
  readonly CreateAccountRequestId: string;
}
export interface DescribeCreateAccountStatusResponse {
  readonly CreateAccountStatus?: CreateAccountStatus | undefined;
}
export interface DescribeEffectivePolicyRequest {
  readonly PolicyType: EffectivePolicyType;
  readonly TargetId?: string | undefined;
}
export interface DescribeEffectivePolicyResponse {
  readonly EffectivePolicy?: EffectivePolicy | undefined;
}
export interface DescribeHandshakeRequest {
  readonly HandshakeId: string;
}
export interface DescribeHandshakeResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface DescribeOrganizationResponse {
  readonly Organization?: Organization | undefined;
}
export interface DescribeOrganizationalUnitRequest {
  readonly OrganizationalUnitId: string;
}
export interface DescribeOrganizationalUnitResponse {
  readonly OrganizationalUnit?: OrganizationalUnit | undefined;
}
export interface DescribePolicyRequest {
  readonly PolicyId: string;
}
export interface DescribePolicyResponse {
  readonly Policy?: Policy | undefined;
}
export interface DescribeResourcePolicyResponse {
  readonly ResourcePolicy?: ResourcePolicy | undefined;
}
export interface DescribeResponsibilityTransferRequest {
  readonly Id: string;
}
export interface DescribeResponsibilityTransferResponse {
  readonly ResponsibilityTransfer?: ResponsibilityTransfer | undefined;
}
export interface DetachPolicyRequest {
  readonly PolicyId: string;
  readonly TargetId: string;
}
export interface DisableAWSServiceAccessRequest {
  readonly ServicePrincipal: string;
}
export interface DisablePolicyTypeRequest {
  readonly RootId: string;
  readonly PolicyType: PolicyType;
}
export interface DisablePolicyTypeResponse {
  readonly Root?: Root | undefined;
}
export interface EffectivePolicy {
  readonly PolicyContent?: string | undefined;
  readonly LastUpdatedTimestamp?: Date | undefined;
  readonly TargetId?: string | undefined;
  readonly PolicyType?: EffectivePolicyType | undefined;
}
export type EffectivePolicyType = "TAG_POLICY" | "BACKUP_POLICY" | "AISERVICES_OPT_OUT_POLICY" | "CHATBOT_POLICY" | "DECLARATIVE_POLICY_EC2" | "SECURITYHUB_POLICY" | "INSPECTOR_POLICY" | "UPGRADE_ROLLOUT_POLICY" | "BEDROCK_POLICY" | "S3_POLICY" | "NETWORK_SECURITY_DIRECTOR_POLICY";
export interface EffectivePolicyValidationError {
  readonly ErrorCode?: string | undefined;
  readonly ErrorMessage?: string | undefined;
  readonly PathToError?: string | undefined;
  readonly ContributingPolicies?: readonly (string)[] | undefined;
}
export interface EnableAWSServiceAccessRequest {
  readonly ServicePrincipal: string;
}
export interface EnableAllFeaturesRequest {
}
export interface EnableAllFeaturesResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface EnablePolicyTypeRequest {
  readonly RootId: string;
  readonly PolicyType: PolicyType;
}
export interface EnablePolicyTypeResponse {
  readonly Root?: Root | undefined;
}
export interface EnabledServicePrincipal {
  readonly ServicePrincipal?: string | undefined;
  readonly DateEnabled?: Date | undefined;
}
export interface Handshake {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Parties?: readonly (HandshakeParty)[] | undefined;
  readonly State?: HandshakeState | undefined;
  readonly RequestedTimestamp?: Date | undefined;
  readonly ExpirationTimestamp?: Date | undefined;
  readonly Action?: ActionType | undefined;
  readonly Resources?: readonly (HandshakeResource)[] | undefined;
}
export interface HandshakeFilter {
  readonly ActionType?: ActionType | undefined;
  readonly ParentHandshakeId?: string | undefined;
}
export interface HandshakeParty {
  readonly Id: string;
  readonly Type: HandshakePartyType;
}
export type HandshakePartyType = "ACCOUNT" | "ORGANIZATION" | "EMAIL";
export interface HandshakeResource {
  readonly Value?: string | undefined;
  readonly Type?: HandshakeResourceType | undefined;
  readonly Resources?: readonly (HandshakeResource)[] | undefined;
}
export type HandshakeResourceType = "ACCOUNT" | "ORGANIZATION" | "ORGANIZATION_FEATURE_SET" | "EMAIL" | "MASTER_EMAIL" | "MASTER_NAME" | "NOTES" | "PARENT_HANDSHAKE" | "RESPONSIBILITY_TRANSFER" | "TRANSFER_START_TIMESTAMP" | "TRANSFER_TYPE" | "MANAGEMENT_ACCOUNT" | "MANAGEMENT_EMAIL" | "MANAGEMENT_NAME";
export type HandshakeState = "REQUESTED" | "OPEN" | "CANCELED" | "ACCEPTED" | "DECLINED" | "EXPIRED";
export type IAMUserAccessToBilling = "ALLOW" | "DENY";
export interface InviteAccountToOrganizationRequest {
  readonly Target: HandshakeParty;
  readonly Notes?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface InviteAccountToOrganizationResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface InviteOrganizationToTransferResponsibilityRequest {
  readonly Type: ResponsibilityTransferType;
  readonly Target: HandshakeParty;
  readonly Notes?: string | undefined;
  readonly StartTimestamp: Date;
  readonly SourceName: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface InviteOrganizationToTransferResponsibilityResponse {
  readonly Handshake?: Handshake | undefined;
}
export interface ListAWSServiceAccessForOrganizationRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAWSServiceAccessForOrganizationResponse {
  readonly EnabledServicePrincipals?: readonly (EnabledServicePrincipal)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAccountsForParentRequest {
  readonly ParentId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAccountsForParentResponse {
  readonly Accounts?: readonly (Account)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAccountsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAccountsResponse {
  readonly Accounts?: readonly (Account)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListAccountsWithInvalidEffectivePolicyRequest {
  readonly PolicyType: EffectivePolicyType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListAccountsWithInvalidEffectivePolicyResponse {
  readonly Accounts?: readonly (Account)[] | undefined;
  readonly PolicyType?: EffectivePolicyType | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListChildrenRequest {
  readonly ParentId: string;
  readonly ChildType: ChildType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListChildrenResponse {
  readonly Children?: readonly (Child)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListCreateAccountStatusRequest {
  readonly States?: readonly (CreateAccountState)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListCreateAccountStatusResponse {
  readonly CreateAccountStatuses?: readonly (CreateAccountStatus)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDelegatedAdministratorsRequest {
  readonly ServicePrincipal?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListDelegatedAdministratorsResponse {
  readonly DelegatedAdministrators?: readonly (DelegatedAdministrator)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListDelegatedServicesForAccountRequest {
  readonly AccountId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListDelegatedServicesForAccountResponse {
  readonly DelegatedServices?: readonly (DelegatedService)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListEffectivePolicyValidationErrorsRequest {
  readonly AccountId: string;
  readonly PolicyType: EffectivePolicyType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListEffectivePolicyValidationErrorsResponse {
  readonly AccountId?: string | undefined;
  readonly PolicyType?: EffectivePolicyType | undefined;
  readonly Path?: string | undefined;
  readonly EvaluationTimestamp?: Date | undefined;
  readonly NextToken?: string | undefined;
  readonly EffectivePolicyValidationErrors?: readonly (EffectivePolicyValidationError)[] | undefined;
}
export interface ListHandshakesForAccountRequest {
  readonly Filter?: HandshakeFilter | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListHandshakesForAccountResponse {
  readonly Handshakes?: readonly (Handshake)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListHandshakesForOrganizationRequest {
  readonly Filter?: HandshakeFilter | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListHandshakesForOrganizationResponse {
  readonly Handshakes?: readonly (Handshake)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListInboundResponsibilityTransfersRequest {
  readonly Type: ResponsibilityTransferType;
  readonly Id?: string | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListInboundResponsibilityTransfersResponse {
  readonly ResponsibilityTransfers?: readonly (ResponsibilityTransfer)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOrganizationalUnitsForParentRequest {
  readonly ParentId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListOrganizationalUnitsForParentResponse {
  readonly OrganizationalUnits?: readonly (OrganizationalUnit)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListOutboundResponsibilityTransfersRequest {
  readonly Type: ResponsibilityTransferType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListOutboundResponsibilityTransfersResponse {
  readonly ResponsibilityTransfers?: readonly (ResponsibilityTransfer)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListParentsRequest {
  readonly ChildId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListParentsResponse {
  readonly Parents?: readonly (Parent)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPoliciesForTargetRequest {
  readonly TargetId: string;
  readonly Filter: PolicyType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListPoliciesForTargetResponse {
  readonly Policies?: readonly (PolicySummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListPoliciesRequest {
  readonly Filter: PolicyType;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListPoliciesResponse {
  readonly Policies?: readonly (PolicySummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListRootsRequest {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListRootsResponse {
  readonly Roots?: readonly (Root)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  readonly ResourceId: string;
  readonly NextToken?: string | undefined;
}
export interface ListTagsForResourceResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface ListTargetsForPolicyRequest {
  readonly PolicyId: string;
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}
export interface ListTargetsForPolicyResponse {
  readonly Targets?: readonly (PolicyTargetSummary)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface MoveAccountRequest {
  readonly AccountId: string;
  readonly SourceParentId: string;
  readonly DestinationParentId: string;
}
export interface Organization {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly FeatureSet?: OrganizationFeatureSet | undefined;
  readonly MasterAccountArn?: string | undefined;
  readonly MasterAccountId?: string | undefined;
  readonly MasterAccountEmail?: string | undefined;
  readonly AvailablePolicyTypes?: readonly (PolicyTypeSummary)[] | undefined;
}
export type OrganizationFeatureSet = "ALL" | "CONSOLIDATED_BILLING";
export interface OrganizationalUnit {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Path?: string | undefined;
}
export interface Parent {
  readonly Id?: string | undefined;
  readonly Type?: ParentType | undefined;
}
export type ParentType = "ROOT" | "ORGANIZATIONAL_UNIT";
export interface Policy {
  readonly PolicySummary?: PolicySummary | undefined;
  readonly Content?: string | undefined;
}
export interface PolicySummary {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Type?: PolicyType | undefined;
  readonly AwsManaged?: boolean | undefined;
}
export interface PolicyTargetSummary {
  readonly TargetId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Type?: TargetType | undefined;
}
export type PolicyType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY" | "TAG_POLICY" | "BACKUP_POLICY" | "AISERVICES_OPT_OUT_POLICY" | "CHATBOT_POLICY" | "DECLARATIVE_POLICY_EC2" | "SECURITYHUB_POLICY" | "INSPECTOR_POLICY" | "UPGRADE_ROLLOUT_POLICY" | "BEDROCK_POLICY" | "S3_POLICY" | "NETWORK_SECURITY_DIRECTOR_POLICY";
export type PolicyTypeStatus = "ENABLED" | "PENDING_ENABLE" | "PENDING_DISABLE";
export interface PolicyTypeSummary {
  readonly Type?: PolicyType | undefined;
  readonly Status?: PolicyTypeStatus | undefined;
}
export interface PutResourcePolicyRequest {
  readonly Content: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PutResourcePolicyResponse {
  readonly ResourcePolicy?: ResourcePolicy | undefined;
}
export interface RegisterDelegatedAdministratorRequest {
  readonly AccountId: string;
  readonly ServicePrincipal: string;
}
export interface RemoveAccountFromOrganizationRequest {
  readonly AccountId: string;
}
export interface ResourcePolicy {
  readonly ResourcePolicySummary?: ResourcePolicySummary | undefined;
  readonly Content?: string | undefined;
}
export interface ResourcePolicySummary {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
}
export interface ResponsibilityTransfer {
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly Type?: ResponsibilityTransferType | undefined;
  readonly Status?: ResponsibilityTransferStatus | undefined;
  readonly Source?: TransferParticipant | undefined;
  readonly Target?: TransferParticipant | undefined;
  readonly StartTimestamp?: Date | undefined;
  readonly EndTimestamp?: Date | undefined;
  readonly ActiveHandshakeId?: string | undefined;
}
export type ResponsibilityTransferStatus = "REQUESTED" | "DECLINED" | "CANCELED" | "EXPIRED" | "ACCEPTED" | "WITHDRAWN";
export type ResponsibilityTransferType = "BILLING";
export interface Root {
  readonly Id?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Name?: string | undefined;
  readonly PolicyTypes?: readonly (PolicyTypeSummary)[] | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagResourceRequest {
  readonly ResourceId: string;
  readonly Tags: readonly (Tag)[];
}
export type TargetType = "ACCOUNT" | "ORGANIZATIONAL_UNIT" | "ROOT";
export interface TerminateResponsibilityTransferRequest {
  readonly Id: string;
  readonly EndTimestamp?: Date | undefined;
}
export interface TerminateResponsibilityTransferResponse {
  readonly ResponsibilityTransfer?: ResponsibilityTransfer | undefined;
}
export interface TransferParticipant {
  readonly ManagementAccountId?: string | undefined;
  readonly ManagementAccountEmail?: string | undefined;
}
export interface UntagResourceRequest {
  readonly ResourceId: string;
  readonly TagKeys: readonly (string)[];
}
export interface UpdateOrganizationalUnitRequest {
  readonly OrganizationalUnitId: string;
  readonly Name?: string | undefined;
}
export interface UpdateOrganizationalUnitResponse {
  readonly OrganizationalUnit?: OrganizationalUnit | undefined;
}
export interface UpdatePolicyRequest {
  readonly PolicyId: string;
  readonly Name?: string | undefined;
  readonly Description?: string | undefined;
  readonly Content?: string | undefined;
}
export interface UpdatePolicyResponse {
  readonly Policy?: Policy | undefined;
}
export interface UpdateResponsibilityTransferRequest {
  readonly Id: string;
  readonly Name: string;
}
export interface UpdateResponsibilityTransferResponse {
  readonly ResponsibilityTransfer?: ResponsibilityTransfer | undefined;
}

export interface OrganizationsOperations {
  readonly AcceptHandshake: { readonly input: AcceptHandshakeRequest; readonly output: AcceptHandshakeResponse };
  readonly AttachPolicy: { readonly input: AttachPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly CancelHandshake: { readonly input: CancelHandshakeRequest; readonly output: CancelHandshakeResponse };
  readonly CloseAccount: { readonly input: CloseAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly CreateAccount: { readonly input: CreateAccountRequest; readonly output: CreateAccountResponse };
  readonly CreateGovCloudAccount: { readonly input: CreateGovCloudAccountRequest; readonly output: CreateGovCloudAccountResponse };
  readonly CreateOrganization: { readonly input: CreateOrganizationRequest; readonly output: CreateOrganizationResponse };
  readonly CreateOrganizationalUnit: { readonly input: CreateOrganizationalUnitRequest; readonly output: CreateOrganizationalUnitResponse };
  readonly CreatePolicy: { readonly input: CreatePolicyRequest; readonly output: CreatePolicyResponse };
  readonly DeclineHandshake: { readonly input: DeclineHandshakeRequest; readonly output: DeclineHandshakeResponse };
  readonly DeleteOrganization: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly DeleteOrganizationalUnit: { readonly input: DeleteOrganizationalUnitRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePolicy: { readonly input: DeletePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteResourcePolicy: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly DeregisterDelegatedAdministrator: { readonly input: DeregisterDelegatedAdministratorRequest; readonly output: Readonly<Record<string, never>> };
  readonly DescribeAccount: { readonly input: DescribeAccountRequest; readonly output: DescribeAccountResponse };
  readonly DescribeCreateAccountStatus: { readonly input: DescribeCreateAccountStatusRequest; readonly output: DescribeCreateAccountStatusResponse };
  readonly DescribeEffectivePolicy: { readonly input: DescribeEffectivePolicyRequest; readonly output: DescribeEffectivePolicyResponse };
  readonly DescribeHandshake: { readonly input: DescribeHandshakeRequest; readonly output: DescribeHandshakeResponse };
  readonly DescribeOrganization: { readonly input: Readonly<Record<string, never>>; readonly output: DescribeOrganizationResponse };
  readonly DescribeOrganizationalUnit: { readonly input: DescribeOrganizationalUnitRequest; readonly output: DescribeOrganizationalUnitResponse };
  readonly DescribePolicy: { readonly input: DescribePolicyRequest; readonly output: DescribePolicyResponse };
  readonly DescribeResourcePolicy: { readonly input: Readonly<Record<string, never>>; readonly output: DescribeResourcePolicyResponse };
  readonly DescribeResponsibilityTransfer: { readonly input: DescribeResponsibilityTransferRequest; readonly output: DescribeResponsibilityTransferResponse };
  readonly DetachPolicy: { readonly input: DetachPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DisableAWSServiceAccess: { readonly input: DisableAWSServiceAccessRequest; readonly output: Readonly<Record<string, never>> };
  readonly DisablePolicyType: { readonly input: DisablePolicyTypeRequest; readonly output: DisablePolicyTypeResponse };
  readonly EnableAWSServiceAccess: { readonly input: EnableAWSServiceAccessRequest; readonly output: Readonly<Record<string, never>> };
  readonly EnableAllFeatures: { readonly input: EnableAllFeaturesRequest; readonly output: EnableAllFeaturesResponse };
  readonly EnablePolicyType: { readonly input: EnablePolicyTypeRequest; readonly output: EnablePolicyTypeResponse };
  readonly InviteAccountToOrganization: { readonly input: InviteAccountToOrganizationRequest; readonly output: InviteAccountToOrganizationResponse };
  readonly InviteOrganizationToTransferResponsibility: { readonly input: InviteOrganizationToTransferResponsibilityRequest; readonly output: InviteOrganizationToTransferResponsibilityResponse };
  readonly LeaveOrganization: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly ListAWSServiceAccessForOrganization: { readonly input: ListAWSServiceAccessForOrganizationRequest; readonly output: ListAWSServiceAccessForOrganizationResponse };
  readonly ListAccounts: { readonly input: ListAccountsRequest; readonly output: ListAccountsResponse };
  readonly ListAccountsForParent: { readonly input: ListAccountsForParentRequest; readonly output: ListAccountsForParentResponse };
  readonly ListAccountsWithInvalidEffectivePolicy: { readonly input: ListAccountsWithInvalidEffectivePolicyRequest; readonly output: ListAccountsWithInvalidEffectivePolicyResponse };
  readonly ListChildren: { readonly input: ListChildrenRequest; readonly output: ListChildrenResponse };
  readonly ListCreateAccountStatus: { readonly input: ListCreateAccountStatusRequest; readonly output: ListCreateAccountStatusResponse };
  readonly ListDelegatedAdministrators: { readonly input: ListDelegatedAdministratorsRequest; readonly output: ListDelegatedAdministratorsResponse };
  readonly ListDelegatedServicesForAccount: { readonly input: ListDelegatedServicesForAccountRequest; readonly output: ListDelegatedServicesForAccountResponse };
  readonly ListEffectivePolicyValidationErrors: { readonly input: ListEffectivePolicyValidationErrorsRequest; readonly output: ListEffectivePolicyValidationErrorsResponse };
  readonly ListHandshakesForAccount: { readonly input: ListHandshakesForAccountRequest; readonly output: ListHandshakesForAccountResponse };
  readonly ListHandshakesForOrganization: { readonly input: ListHandshakesForOrganizationRequest; readonly output: ListHandshakesForOrganizationResponse };
  readonly ListInboundResponsibilityTransfers: { readonly input: ListInboundResponsibilityTransfersRequest; readonly output: ListInboundResponsibilityTransfersResponse };
  readonly ListOrganizationalUnitsForParent: { readonly input: ListOrganizationalUnitsForParentRequest; readonly output: ListOrganizationalUnitsForParentResponse };
  readonly ListOutboundResponsibilityTransfers: { readonly input: ListOutboundResponsibilityTransfersRequest; readonly output: ListOutboundResponsibilityTransfersResponse };
  readonly ListParents: { readonly input: ListParentsRequest; readonly output: ListParentsResponse };
  readonly ListPolicies: { readonly input: ListPoliciesRequest; readonly output: ListPoliciesResponse };
  readonly ListPoliciesForTarget: { readonly input: ListPoliciesForTargetRequest; readonly output: ListPoliciesForTargetResponse };
  readonly ListRoots: { readonly input: ListRootsRequest; readonly output: ListRootsResponse };
  readonly ListTagsForResource: { readonly input: ListTagsForResourceRequest; readonly output: ListTagsForResourceResponse };
  readonly ListTargetsForPolicy: { readonly input: ListTargetsForPolicyRequest; readonly output: ListTargetsForPolicyResponse };
  readonly MoveAccount: { readonly input: MoveAccountRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutResourcePolicy: { readonly input: PutResourcePolicyRequest; readonly output: PutResourcePolicyResponse };
  readonly RegisterDelegatedAdministrator: { readonly input: RegisterDelegatedAdministratorRequest; readonly output: Readonly<Record<string, never>> };
  readonly RemoveAccountFromOrganization: { readonly input: RemoveAccountFromOrganizationRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly TerminateResponsibilityTransfer: { readonly input: TerminateResponsibilityTransferRequest; readonly output: TerminateResponsibilityTransferResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateOrganizationalUnit: { readonly input: UpdateOrganizationalUnitRequest; readonly output: UpdateOrganizationalUnitResponse };
  readonly UpdatePolicy: { readonly input: UpdatePolicyRequest; readonly output: UpdatePolicyResponse };
  readonly UpdateResponsibilityTransfer: { readonly input: UpdateResponsibilityTransferRequest; readonly output: UpdateResponsibilityTransferResponse };
}
