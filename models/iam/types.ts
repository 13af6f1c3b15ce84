// Generated from the API model of IAM; see scripts/generate-models.

export interface AcceptDelegationRequestRequest {
  readonly DelegationRequestId: string;
}
export type AccessAdvisorUsageGranularityType = "SERVICE_LEVEL" | "ACTION_LEVEL";
export interface AccessDetail {
  readonly ServiceName: string;
  readonly ServiceNamespace: string;
  readonly Region?: string | undefined;
  readonly EntityPath?: string | undefined;
  readonly LastAuthenticatedTime?: Date | undefined;
  readonly TotalAuthenticatedEntities?: number | undefined;
}
export interface AccessKey {
  readonly UserName: string;
  readonly AccessKeyId: string;
  readonly Status: StatusTypeShape;
  readonly SecretAccessKey: string;
  readonly CreateDate?: Date | undefined;
}
export interface AccessKeyLastUsed {
  readonly LastUsedDate?: Date | undefined;
  readonly ServiceName: string;
  readonly Region: string;
}
export interface AccessKeyMetadata {
  readonly UserName?: string | undefined;
  readonly AccessKeyId?: string | undefined;
  readonly Status?: StatusTypeShape | undefined;
  readonly CreateDate?: Date | undefined;
}
export interface AddClientIDToOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly ClientID: string;
}
export interface AddRoleToInstanceProfileRequest {
  readonly InstanceProfileName: string;
  readonly RoleName: string;
}
export interface AddUserToGroupRequest {
  readonly GroupName: string;
  readonly UserName: string;
}
export interface AssociateDelegationRequestRequest {
  readonly DelegationRequestId: string;
}
export interface AttachGroupPolicyRequest {
  readonly GroupName: string;
  readonly PolicyArn: string;
}
export interface AttachRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyArn: string;
}
export interface AttachUserPolicyRequest {
  readonly UserName: string;
  readonly PolicyArn: string;
}
export interface AttachedPermissionsBoundary {
  readonly PermissionsBoundaryType?: PermissionsBoundaryAttachmentType | undefined;
  readonly PermissionsBoundaryArn?: string | undefined;
}
export interface AttachedPolicy {
  readonly PolicyName?: string | undefined;
  readonly PolicyArn?: string | undefined;
}
export interface ChangePasswordRequest {
  readonly OldPassword: string;
  readonly NewPassword: string;
}
export interface ContextEntry {
  readonly ContextKeyName?: string | undefined;
  readonly ContextKeyValues?: readonly (string)[] | undefined;
  readonly ContextKeyType?: ContextKeyTypeEnum | undefined;
}
export type ContextKeyTypeEnum = "string" | "stringList" | "numeric" | "numericList" | "boolean" | "booleanList" | "ip" | "ipList" | "binary" | "binaryList" | "date" | "dateList";
export interface CreateAccessKeyRequest {
  readonly UserName?: string | undefined;
}
export interface CreateAccessKeyResponse {
  readonly AccessKey: AccessKey;
}
export interface CreateAccountAliasRequest {
  readonly AccountAlias: string;
}
export interface CreateDelegationRequestRequest {
  readonly OwnerAccountId?: string | undefined;
  readonly Description: string;
  readonly Permissions: DelegationPermission;
  readonly RequestMessage?: string | undefined;
  readonly RequestorWorkflowId: string;
  readonly RedirectUrl?: string | undefined;
  readonly NotificationChannel: string;
  readonly SessionDuration: number;
  readonly OnlySendByOwner?: boolean | undefined;
}
export interface CreateDelegationRequestResponse {
  readonly ConsoleDeepLink?: string | undefined;
  readonly DelegationRequestId?: string | undefined;
}
export interface CreateGroupRequest {
  readonly Path?: string | undefined;
  readonly GroupName: string;
}
export interface CreateGroupResponse {
  readonly Group: Group;
}
export interface CreateInstanceProfileRequest {
  readonly InstanceProfileName: string;
  readonly Path?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateInstanceProfileResponse {
  readonly InstanceProfile: InstanceProfile;
}
export interface CreateLoginProfileRequest {
  readonly UserName?: string | undefined;
  readonly Password?: string | undefined;
  readonly PasswordResetRequired?: boolean | undefined;
}
export interface CreateLoginProfileResponse {
  readonly LoginProfile: LoginProfile;
}
export interface CreateOpenIDConnectProviderRequest {
  readonly Url: string;
  readonly ClientIDList?: readonly (string)[] | undefined;
  readonly ThumbprintList?: readonly (string)[] | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateOpenIDConnectProviderResponse {
  readonly OpenIDConnectProviderArn?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreatePolicyRequest {
  readonly PolicyName: string;
  readonly Path?: string | undefined;
  readonly PolicyDocument: string;
  readonly Description?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreatePolicyResponse {
  readonly Policy?: Policy | undefined;
}
export interface CreatePolicyVersionRequest {
  readonly PolicyArn: string;
  readonly PolicyDocument: string;
  readonly SetAsDefault?: boolean | undefined;
}
export interface CreatePolicyVersionResponse {
  readonly PolicyVersion?: PolicyVersion | undefined;
}
export interface CreateRoleRequest {
  readonly Path?: string | undefined;
  readonly RoleName: string;
  readonly AssumeRolePolicyDocument: string;
  readonly Description?: string | undefined;
  readonly MaxSessionDuration?: number | undefined;
  readonly PermissionsBoundary?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateRoleResponse {
  readonly Role: Role;
}
export interface CreateSAMLProviderRequest {
  readonly SAMLMetadataDocument: string;
  readonly Name: string;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AssertionEncryptionMode?: AssertionEncryptionModeTypeShape | undefined;
  readonly AddPrivateKey?: string | undefined;
}
export interface CreateSAMLProviderResponse {
  readonly SAMLProviderArn?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateServiceLinkedRoleRequest {
  readonly AWSServiceName: string;
  readonly Description?: string | undefined;
  readonly CustomSuffix?: string | undefined;
}
export interface CreateServiceLinkedRoleResponse {
  readonly Role?: Role | undefined;
}
export interface CreateServiceSpecificCredentialRequest {
  readonly UserName: string;
  readonly ServiceName: string;
  readonly CredentialAgeDays?: number | undefined;
}
export interface CreateServiceSpecificCredentialResponse {
  readonly ServiceSpecificCredential?: ServiceSpecificCredential | undefined;
}
export interface CreateUserRequest {
  readonly Path?: string | undefined;
  readonly UserName: string;
  readonly PermissionsBoundary?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateUserResponse {
  readonly User?: User | undefined;
}
export interface CreateVirtualMFADeviceRequest {
  readonly Path?: string | undefined;
  readonly VirtualMFADeviceName: string;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface CreateVirtualMFADeviceResponse {
  readonly VirtualMFADevice: VirtualMFADevice;
}
export interface DeactivateMFADeviceRequest {
  readonly UserName?: string | undefined;
  readonly SerialNumber: string;
}
export interface DelegationPermission {
  readonly PolicyTemplateArn?: string | undefined;
  readonly Parameters?: readonly (PolicyParameter)[] | undefined;
}
export interface DelegationRequest {
  readonly DelegationRequestId?: string | undefined;
  readonly OwnerAccountId?: string | undefined;
  readonly Description?: string | undefined;
  readonly RequestMessage?: string | undefined;
  readonly Permissions?: DelegationPermission | undefined;
  readonly PermissionPolicy?: string | undefined;
  readonly RolePermissionRestrictionArns?: readonly (string)[] | undefined;
  readonly OwnerId?: string | undefined;
  readonly ApproverId?: string | undefined;
  readonly State?: StateTypeShape | undefined;
  readonly ExpirationTime?: Date | undefined;
  readonly RequestorId?: string | undefined;
  readonly RequestorName?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly SessionDuration?: number | undefined;
  readonly RedirectUrl?: string | undefined;
  readonly Notes?: string | undefined;
  readonly RejectionReason?: string | undefined;
  readonly OnlySendByOwner?: boolean | undefined;
  readonly UpdatedTime?: Date | undefined;
}
export interface DeleteAccessKeyRequest {
  readonly UserName?: string | undefined;
  readonly AccessKeyId: string;
}
export interface DeleteAccountAliasRequest {
  readonly AccountAlias: string;
}
export interface DeleteGroupPolicyRequest {
  readonly GroupName: string;
  readonly PolicyName: string;
}
export interface DeleteGroupRequest {
  readonly GroupName: string;
}
export interface DeleteInstanceProfileRequest {
  readonly InstanceProfileName: string;
}
export interface DeleteLoginProfileRequest {
  readonly UserName?: string | undefined;
}
export interface DeleteOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
}
export interface DeletePolicyRequest {
  readonly PolicyArn: string;
}
export interface DeletePolicyVersionRequest {
  readonly PolicyArn: string;
  readonly VersionId: string;
}
export interface DeleteRolePermissionsBoundaryRequest {
  readonly RoleName: string;
}
export interface DeleteRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyName: string;
}
export interface DeleteRoleRequest {
  readonly RoleName: string;
}
export interface DeleteSAMLProviderRequest {
  readonly SAMLProviderArn: string;
}
export interface DeleteSSHPublicKeyRequest {
  readonly UserName: string;
  readonly SSHPublicKeyId: string;
}
export interface DeleteServerCertificateRequest {
  readonly ServerCertificateName: string;
}
export interface DeleteServiceLinkedRoleRequest {
  readonly RoleName: string;
}
export interface DeleteServiceLinkedRoleResponse {
  readonly DeletionTaskId: string;
}
export interface DeleteServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined;
  readonly ServiceSpecificCredentialId: string;
}
export interface DeleteSigningCertificateRequest {
  readonly UserName?: string | undefined;
  readonly CertificateId: string;
}
export interface DeleteUserPermissionsBoundaryRequest {
  readonly UserName: string;
}
export interface DeleteUserPolicyRequest {
  readonly UserName: string;
  readonly PolicyName: string;
}
export interface DeleteUserRequest {
  readonly UserName: string;
}
export interface DeleteVirtualMFADeviceRequest {
  readonly SerialNumber: string;
}
export interface DeletionTaskFailureReasonType {
  readonly Reason?: string | undefined;
  readonly RoleUsageList?: readonly (RoleUsageType)[] | undefined;
}
export type DeletionTaskStatusType = "SUCCEEDED" | "IN_PROGRESS" | "FAILED" | "NOT_STARTED";
export interface DetachGroupPolicyRequest {
  readonly GroupName: string;
  readonly PolicyArn: string;
}
export interface DetachRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyArn: string;
}
export interface DetachUserPolicyRequest {
  readonly UserName: string;
  readonly PolicyArn: string;
}
export interface DisableOrganizationsRootCredentialsManagementRequest {
}
export interface DisableOrganizationsRootCredentialsManagementResponse {
  readonly OrganizationId?: string | undefined;
  readonly EnabledFeatures?: readonly (FeatureType)[] | undefined;
}
export interface DisableOrganizationsRootSessionsRequest {
}
export interface DisableOrganizationsRootSessionsResponse {
  readonly OrganizationId?: string | undefined;
  readonly EnabledFeatures?: readonly (FeatureType)[] | undefined;
}
export interface EnableMFADeviceRequest {
  readonly UserName: string;
  readonly SerialNumber: string;
  readonly AuthenticationCode1: string;
  readonly AuthenticationCode2: string;
}
export interface EnableOrganizationsRootCredentialsManagementRequest {
}
export interface EnableOrganizationsRootCredentialsManagementResponse {
  readonly OrganizationId?: string | undefined;
  readonly EnabledFeatures?: readonly (FeatureType)[] | undefined;
}
export interface EnableOrganizationsRootSessionsRequest {
}
export interface EnableOrganizationsRootSessionsResponse {
  readonly OrganizationId?: string | undefined;
  readonly EnabledFeatures?: readonly (FeatureType)[] | undefined;
}
export interface EnableOutboundWebIdentityFederationResponse {
  readonly IssuerIdentifier?: string | undefined;
}
export interface EntityDetails {
  readonly EntityInfo: EntityInfo;
  readonly LastAuthenticated?: Date | undefined;
}
export interface EntityInfo {
  readonly Arn: string;
  readonly Name: string;
  readonly Type: PolicyOwnerEntityTypeShape;
  readonly Id: string;
  readonly Path?: string | undefined;
}
export type EntityType = "User" | "Role" | "Group" | "LocalManagedPolicy" | "AWSManagedPolicy";
export interface ErrorDetails {
  readonly Message: string;
  readonly Code: string;
}
export interface EvaluationResult {
  readonly EvalActionName: string;
  readonly EvalResourceName?: string | undefined;
  readonly EvalDecision: PolicyEvaluationDecisionType;
  readonly MatchedStatements?: readonly (Statement)[] | undefined;
  readonly MissingContextValues?: readonly (string)[] | undefined;
  readonly OrganizationsDecisionDetail?: OrganizationsDecisionDetail | undefined;
  readonly PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail | undefined;
  readonly EvalDecisionDetails?: { readonly [key: string]: PolicyEvaluationDecisionType } | undefined;
  readonly ResourceSpecificResults?: readonly (ResourceSpecificResult)[] | undefined;
}
export type FeatureType = "RootCredentialsManagement" | "RootSessions";
export interface GenerateCredentialReportResponse {
  readonly State?: ReportStateType | undefined;
  readonly Description?: string | undefined;
}
export interface GenerateOrganizationsAccessReportRequest {
  readonly EntityPath: string;
  readonly OrganizationsPolicyId?: string | undefined;
}
export interface GenerateOrganizationsAccessReportResponse {
  readonly JobId?: string | undefined;
}
export interface GenerateServiceLastAccessedDetailsRequest {
  readonly Arn: string;
  readonly Granularity?: AccessAdvisorUsageGranularityType | undefined;
}
export interface GenerateServiceLastAccessedDetailsResponse {
  readonly JobId?: string | undefined;
}
export interface GetAccessKeyLastUsedRequest {
  readonly AccessKeyId: string;
}
export interface GetAccessKeyLastUsedResponse {
  readonly UserName?: string | undefined;
  readonly AccessKeyLastUsed?: AccessKeyLastUsed | undefined;
}
export interface GetAccountAuthorizationDetailsRequest {
  readonly Filter?: readonly (EntityType)[] | undefined;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface GetAccountAuthorizationDetailsResponse {
  readonly UserDetailList?: readonly (UserDetail)[] | undefined;
  readonly GroupDetailList?: readonly (GroupDetail)[] | undefined;
  readonly RoleDetailList?: readonly (RoleDetail)[] | undefined;
  readonly Policies?: readonly (ManagedPolicyDetail)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface GetAccountPasswordPolicyResponse {
  readonly PasswordPolicy: PasswordPolicy;
}
export interface GetAccountSummaryResponse {
  readonly SummaryMap?: { readonly [key: string]: number } | undefined;
}
export interface GetContextKeysForCustomPolicyRequest {
  readonly PolicyInputList: readonly (string)[];
}
export interface GetContextKeysForPolicyResponse {
  readonly ContextKeyNames?: readonly (string)[] | undefined;
}
export interface GetContextKeysForPrincipalPolicyRequest {
  readonly PolicySourceArn: string;
  readonly PolicyInputList?: readonly (string)[] | undefined;
}
export interface GetCredentialReportResponse {
  readonly Content?: Uint8Array | undefined;
  readonly ReportFormat?: ReportFormatType | undefined;
  readonly GeneratedTime?: Date | undefined;
}
export interface GetDelegationRequestRequest {
  readonly DelegationRequestId: string;
  readonly DelegationPermissionCheck?: boolean | undefined;
}
export interface GetDelegationRequestResponse {
  readonly DelegationRequest?: DelegationRequest | undefined;
  readonly PermissionCheckStatus?: PermissionCheckStatusTypeShape | undefined;
  readonly PermissionCheckResult?: PermissionCheckResultTypeShape | undefined;
}
export interface GetGroupPolicyRequest {
  readonly GroupName: string;
  readonly PolicyName: string;
}
export interface GetGroupPolicyResponse {
  readonly GroupName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface GetGroupRequest {
  readonly GroupName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface GetGroupResponse {
  readonly Group: Group;
  readonly Users: readonly (User)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface GetHumanReadableSummaryRequest {
  readonly EntityArn: string;
  readonly Locale?: string | undefined;
}
export interface GetHumanReadableSummaryResponse {
  readonly SummaryContent?: string | undefined;
  readonly Locale?: string | undefined;
  readonly SummaryState?: SummaryStateTypeShape | undefined;
}
export interface GetInstanceProfileRequest {
  readonly InstanceProfileName: string;
}
export interface GetInstanceProfileResponse {
  readonly InstanceProfile: InstanceProfile;
}
export interface GetLoginProfileRequest {
  readonly UserName?: string | undefined;
}
export interface GetLoginProfileResponse {
  readonly LoginProfile: LoginProfile;
}
export interface GetMFADeviceRequest {
  readonly SerialNumber: string;
  readonly UserName?: string | undefined;
}
export interface GetMFADeviceResponse {
  readonly UserName?: string | undefined;
  readonly SerialNumber: string;
  readonly EnableDate?: Date | undefined;
  readonly Certifications?: { readonly [key: string]: string } | undefined;
}
export interface GetOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
}
export interface GetOpenIDConnectProviderResponse {
  readonly Url?: string | undefined;
  readonly ClientIDList?: readonly (string)[] | undefined;
  readonly ThumbprintList?: readonly (string)[] | undefined;
  readonly CreateDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface GetOrganizationsAccessReportRequest {
  readonly JobId: string;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
  readonly SortKey?: SortKeyTypeShape | undefined;
}
export interface GetOrganizationsAccessReportResponse {
  readonly JobStatus: JobStatusTypeShape;
  readonly JobCreationDate: Date;
  readonly JobCompletionDate?: Date | undefined;
  readonly NumberOfServicesAccessible?: number | undefined;
  readonly NumberOfServicesNotAccessed?: number | undefined;
  readonly AccessDetails?: readonly (AccessDetail)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
  readonly ErrorDetails?: ErrorDetails | undefined;
}
export interface GetOutboundWebIdentityFederationInfoResponse {
  readonly IssuerIdentifier?: string | undefined;
  readonly JwtVendingEnabled?: boolean | undefined;
}
export interface GetPolicyRequest {
  readonly PolicyArn: string;
}
export interface GetPolicyResponse {
  readonly Policy?: Policy | undefined;
}
export interface GetPolicyVersionRequest {
  readonly PolicyArn: string;
  readonly VersionId: string;
}
export interface GetPolicyVersionResponse {
  readonly PolicyVersion?: PolicyVersion | undefined;
}
export interface GetRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyName: string;
}
export interface GetRolePolicyResponse {
  readonly RoleName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface GetRoleRequest {
  readonly RoleName: string;
}
export interface GetRoleResponse {
  readonly Role: Role;
}
export interface GetSAMLProviderRequest {
  readonly SAMLProviderArn: string;
}
export interface GetSAMLProviderResponse {
  readonly SAMLProviderUUID?: string | undefined;
  readonly SAMLMetadataDocument?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly ValidUntil?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AssertionEncryptionMode?: AssertionEncryptionModeTypeShape | undefined;
  readonly PrivateKeyList?: readonly (SAMLPrivateKey)[] | undefined;
}
export interface GetSSHPublicKeyRequest {
  readonly UserName: string;
  readonly SSHPublicKeyId: string;
  readonly Encoding: EncodingTypeShape;
}
export interface GetSSHPublicKeyResponse {
  readonly SSHPublicKey?: SSHPublicKey | undefined;
}
export interface GetServerCertificateRequest {
  readonly ServerCertificateName: string;
}
export interface GetServerCertificateResponse {
  readonly ServerCertificate: ServerCertificate;
}
export interface GetServiceLastAccessedDetailsRequest {
  readonly JobId: string;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface GetServiceLastAccessedDetailsResponse {
  readonly JobStatus: JobStatusTypeShape;
  readonly JobType?: AccessAdvisorUsageGranularityType | undefined;
  readonly JobCreationDate: Date;
  readonly ServicesLastAccessed: readonly (ServiceLastAccessed)[];
  readonly JobCompletionDate: Date;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
  readonly Error?: ErrorDetails | undefined;
}
export interface GetServiceLastAccessedDetailsWithEntitiesRequest {
  readonly JobId: string;
  readonly ServiceNamespace: string;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface GetServiceLastAccessedDetailsWithEntitiesResponse {
  readonly JobStatus: JobStatusTypeShape;
  readonly JobCreationDate: Date;
  readonly JobCompletionDate: Date;
  readonly EntityDetailsList: readonly (EntityDetails)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
  readonly Error?: ErrorDetails | undefined;
}
export interface GetServiceLinkedRoleDeletionStatusRequest {
  readonly DeletionTaskId: string;
}
export interface GetServiceLinkedRoleDeletionStatusResponse {
  readonly Status: DeletionTaskStatusType;
  readonly Reason?: DeletionTaskFailureReasonType | undefined;
}
export interface GetUserPolicyRequest {
  readonly UserName: string;
  readonly PolicyName: string;
}
export interface GetUserPolicyResponse {
  readonly UserName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface GetUserRequest {
  readonly UserName?: string | undefined;
}
export interface GetUserResponse {
  readonly User: User;
}
export interface Group {
  readonly Path: string;
  readonly GroupName: string;
  readonly GroupId: string;
  readonly Arn: string;
  readonly CreateDate: Date;
}
export interface GroupDetail {
  readonly Path?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly GroupId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly GroupPolicyList?: readonly (PolicyDetail)[] | undefined;
  readonly AttachedManagedPolicies?: readonly (AttachedPolicy)[] | undefined;
}
export interface InstanceProfile {
  readonly Path: string;
  readonly InstanceProfileName: string;
  readonly InstanceProfileId: string;
  readonly Arn: string;
  readonly CreateDate: Date;
  readonly Roles: readonly (Role)[];
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ListAccessKeysRequest {
  readonly UserName?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListAccessKeysResponse {
  readonly AccessKeyMetadata: readonly (AccessKeyMetadata)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListAccountAliasesRequest {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListAccountAliasesResponse {
  readonly AccountAliases: readonly (string)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListAttachedGroupPoliciesRequest {
  readonly GroupName: string;
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListAttachedGroupPoliciesResponse {
  readonly AttachedPolicies?: readonly (AttachedPolicy)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListAttachedRolePoliciesRequest {
  readonly RoleName: string;
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListAttachedRolePoliciesResponse {
  readonly AttachedPolicies?: readonly (AttachedPolicy)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListAttachedUserPoliciesRequest {
  readonly UserName: string;
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListAttachedUserPoliciesResponse {
  readonly AttachedPolicies?: readonly (AttachedPolicy)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListDelegationRequestsRequest {
  readonly OwnerId?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListDelegationRequestsResponse {
  readonly DelegationRequests?: readonly (DelegationRequest)[] | undefined;
  readonly Marker?: string | undefined;
  readonly isTruncated?: boolean | undefined;
}
export interface ListEntitiesForPolicyRequest {
  readonly PolicyArn: string;
  readonly EntityFilter?: EntityType | undefined;
  readonly PathPrefix?: string | undefined;
  readonly PolicyUsageFilter?: PolicyUsageType | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListEntitiesForPolicyResponse {
  readonly PolicyGroups?: readonly (PolicyGroup)[] | undefined;
  readonly PolicyUsers?: readonly (PolicyUser)[] | undefined;
  readonly PolicyRoles?: readonly (PolicyRole)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListGroupPoliciesRequest {
  readonly GroupName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListGroupPoliciesResponse {
  readonly PolicyNames: readonly (string)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListGroupsForUserRequest {
  readonly UserName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListGroupsForUserResponse {
  readonly Groups: readonly (Group)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListGroupsRequest {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListGroupsResponse {
  readonly Groups: readonly (Group)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListInstanceProfileTagsRequest {
  readonly InstanceProfileName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListInstanceProfileTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListInstanceProfilesForRoleRequest {
  readonly RoleName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListInstanceProfilesForRoleResponse {
  readonly InstanceProfiles: readonly (InstanceProfile)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListInstanceProfilesRequest {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListInstanceProfilesResponse {
  readonly InstanceProfiles: readonly (InstanceProfile)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListMFADeviceTagsRequest {
  readonly SerialNumber: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListMFADeviceTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListMFADevicesRequest {
  readonly UserName?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListMFADevicesResponse {
  readonly MFADevices: readonly (MFADevice)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListOpenIDConnectProviderTagsRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListOpenIDConnectProviderTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListOpenIDConnectProvidersRequest {
}
export interface ListOpenIDConnectProvidersResponse {
  readonly OpenIDConnectProviderList?: readonly (OpenIDConnectProviderListEntry)[] | undefined;
}
export interface ListOrganizationsFeaturesRequest {
}
export interface ListOrganizationsFeaturesResponse {
  readonly OrganizationId?: string | undefined;
  readonly EnabledFeatures?: readonly (FeatureType)[] | undefined;
}
export interface ListPoliciesGrantingServiceAccessEntry {
  readonly ServiceNamespace?: string | undefined;
  readonly Policies?: readonly (PolicyGrantingServiceAccess)[] | undefined;
}
export interface ListPoliciesGrantingServiceAccessRequest {
  readonly Marker?: string | undefined;
  readonly Arn: string;
  readonly ServiceNamespaces: readonly (string)[];
}
export interface ListPoliciesGrantingServiceAccessResponse {
  readonly PoliciesGrantingServiceAccess: readonly (ListPoliciesGrantingServiceAccessEntry)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListPoliciesRequest {
  readonly Scope?: PolicyScopeTypeShape | undefined;
  readonly OnlyAttached?: boolean | undefined;
  readonly PathPrefix?: string | undefined;
  readonly PolicyUsageFilter?: PolicyUsageType | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListPoliciesResponse {
  readonly Policies?: readonly (Policy)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListPolicyTagsRequest {
  readonly PolicyArn: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListPolicyTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListPolicyVersionsRequest {
  readonly PolicyArn: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListPolicyVersionsResponse {
  readonly Versions?: readonly (PolicyVersion)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListRolePoliciesRequest {
  readonly RoleName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListRolePoliciesResponse {
  readonly PolicyNames: readonly (string)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListRoleTagsRequest {
  readonly RoleName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListRoleTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListRolesRequest {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListRolesResponse {
  readonly Roles: readonly (Role)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListSAMLProviderTagsRequest {
  readonly SAMLProviderArn: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListSAMLProviderTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListSAMLProvidersRequest {
}
export interface ListSAMLProvidersResponse {
  readonly SAMLProviderList?: readonly (SAMLProviderListEntry)[] | undefined;
}
export interface ListSSHPublicKeysRequest {
  readonly UserName?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListSSHPublicKeysResponse {
  readonly SSHPublicKeys?: readonly (SSHPublicKeyMetadata)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListServerCertificateTagsRequest {
  readonly ServerCertificateName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListServerCertificateTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListServerCertificatesRequest {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListServerCertificatesResponse {
  readonly ServerCertificateMetadataList: readonly (ServerCertificateMetadata)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListServiceSpecificCredentialsRequest {
  readonly UserName?: string | undefined;
  readonly ServiceName?: string | undefined;
  readonly AllUsers?: boolean | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListServiceSpecificCredentialsResponse {
  readonly ServiceSpecificCredentials?: readonly (ServiceSpecificCredentialMetadata)[] | undefined;
  readonly Marker?: string | undefined;
  readonly IsTruncated?: boolean | undefined;
}
export interface ListSigningCertificatesRequest {
  readonly UserName?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListSigningCertificatesResponse {
  readonly Certificates: readonly (SigningCertificate)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListUserPoliciesRequest {
  readonly UserName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListUserPoliciesResponse {
  readonly PolicyNames: readonly (string)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListUserTagsRequest {
  readonly UserName: string;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListUserTagsResponse {
  readonly Tags: readonly (Tag)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListUsersRequest {
  readonly PathPrefix?: string | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListUsersResponse {
  readonly Users: readonly (User)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface ListVirtualMFADevicesRequest {
  readonly AssignmentStatus?: AssignmentStatusTypeShape | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}
export interface ListVirtualMFADevicesResponse {
  readonly VirtualMFADevices: readonly (VirtualMFADevice)[];
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface LoginProfile {
  readonly UserName: string;
  readonly CreateDate: Date;
  readonly PasswordResetRequired?: boolean | undefined;
}
export interface MFADevice {
  readonly UserName: string;
  readonly SerialNumber: string;
  readonly EnableDate: Date;
}
export interface ManagedPolicyDetail {
  readonly PolicyName?: string | undefined;
  readonly PolicyId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Path?: string | undefined;
  readonly DefaultVersionId?: string | undefined;
  readonly AttachmentCount?: number | undefined;
  readonly PermissionsBoundaryUsageCount?: number | undefined;
  readonly IsAttachable?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly UpdateDate?: Date | undefined;
  readonly PolicyVersionList?: readonly (PolicyVersion)[] | undefined;
}
export interface OpenIDConnectProviderListEntry {
  readonly Arn?: string | undefined;
}
export interface OrganizationsDecisionDetail {
  readonly AllowedByOrganizations?: boolean | undefined;
}
export interface PasswordPolicy {
  readonly MinimumPasswordLength?: number | undefined;
  readonly RequireSymbols?: boolean | undefined;
  readonly RequireNumbers?: boolean | undefined;
  readonly RequireUppercaseCharacters?: boolean | undefined;
  readonly RequireLowercaseCharacters?: boolean | undefined;
  readonly AllowUsersToChangePassword?: boolean | undefined;
  readonly ExpirePasswords?: boolean | undefined;
  readonly MaxPasswordAge?: number | undefined;
  readonly PasswordReusePrevention?: number | undefined;
  readonly HardExpiry?: boolean | undefined;
}
export type PermissionsBoundaryAttachmentType = "PermissionsBoundaryPolicy";
export interface PermissionsBoundaryDecisionDetail {
  readonly AllowedByPermissionsBoundary?: boolean | undefined;
}
export interface Policy {
  readonly PolicyName?: string | undefined;
  readonly PolicyId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly Path?: string | undefined;
  readonly DefaultVersionId?: string | undefined;
  readonly AttachmentCount?: number | undefined;
  readonly PermissionsBoundaryUsageCount?: number | undefined;
  readonly IsAttachable?: boolean | undefined;
  readonly Description?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly UpdateDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface PolicyDetail {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument?: string | undefined;
}
export type PolicyEvaluationDecisionType = "allowed" | "explicitDeny" | "implicitDeny";
export interface PolicyGrantingServiceAccess {
  readonly PolicyName: string;
  readonly PolicyType: PolicyTypeShape;
  readonly PolicyArn?: string | undefined;
  readonly EntityType?: PolicyOwnerEntityTypeShape | undefined;
  readonly EntityName?: string | undefined;
}
export interface PolicyGroup {
  readonly GroupName?: string | undefined;
  readonly GroupId?: string | undefined;
}
export interface PolicyParameter {
  readonly Name?: string | undefined;
  readonly Values?: readonly (string)[] | undefined;
  readonly Type?: PolicyParameterTypeEnum | undefined;
}
export type PolicyParameterTypeEnum = "string" | "stringList";
export interface PolicyRole {
  readonly RoleName?: string | undefined;
  readonly RoleId?: string | undefined;
}
export type PolicySourceType = "user" | "group" | "role" | "aws-managed" | "user-managed" | "resource" | "none";
export type PolicyUsageType = "PermissionsPolicy" | "PermissionsBoundary";
export interface PolicyUser {
  readonly UserName?: string | undefined;
  readonly UserId?: string | undefined;
}
export interface PolicyVersion {
  readonly Document?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly IsDefaultVersion?: boolean | undefined;
  readonly CreateDate?: Date | undefined;
}
export interface Position {
  readonly Line?: number | undefined;
  readonly Column?: number | undefined;
}
export interface PutGroupPolicyRequest {
  readonly GroupName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface PutRolePermissionsBoundaryRequest {
  readonly RoleName: string;
  readonly PermissionsBoundary: string;
}
export interface PutRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface PutUserPermissionsBoundaryRequest {
  readonly UserName: string;
  readonly PermissionsBoundary: string;
}
export interface PutUserPolicyRequest {
  readonly UserName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: string;
}
export interface RejectDelegationRequestRequest {
  readonly DelegationRequestId: string;
  readonly Notes?: string | undefined;
}
export interface RemoveClientIDFromOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly ClientID: string;
}
export interface RemoveRoleFromInstanceProfileRequest {
  readonly InstanceProfileName: string;
  readonly RoleName: string;
}
export interface RemoveUserFromGroupRequest {
  readonly GroupName: string;
  readonly UserName: string;
}
export type ReportFormatType = "text/csv";
export type ReportStateType = "STARTED" | "INPROGRESS" | "COMPLETE";
export interface ResetServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined;
  readonly ServiceSpecificCredentialId: string;
}
export interface ResetServiceSpecificCredentialResponse {
  readonly ServiceSpecificCredential?: ServiceSpecificCredential | undefined;
}
export interface ResourceSpecificResult {
  readonly EvalResourceName: string;
  readonly EvalResourceDecision: PolicyEvaluationDecisionType;
  readonly MatchedStatements?: readonly (Statement)[] | undefined;
  readonly MissingContextValues?: readonly (string)[] | undefined;
  readonly EvalDecisionDetails?: { readonly [key: string]: PolicyEvaluationDecisionType } | undefined;
  readonly PermissionsBoundaryDecisionDetail?: PermissionsBoundaryDecisionDetail | undefined;
}
export interface ResyncMFADeviceRequest {
  readonly UserName: string;
  readonly SerialNumber: string;
  readonly AuthenticationCode1: string;
  readonly AuthenticationCode2: string;
}
export interface Role {
  readonly Path: string;
  readonly RoleName: string;
  readonly RoleId: string;
  readonly Arn: string;
  readonly CreateDate: Date;
  readonly AssumeRolePolicyDocument?: string | undefined;
  readonly Description?: string | undefined;
  readonly MaxSessionDuration?: number | undefined;
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly RoleLastUsed?: RoleLastUsed | undefined;
}
export interface RoleDetail {
  readonly Path?: string | undefined;
  readonly RoleName?: string | undefined;
  readonly RoleId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly AssumeRolePolicyDocument?: string | undefined;
  readonly InstanceProfileList?: readonly (InstanceProfile)[] | undefined;
  readonly RolePolicyList?: readonly (PolicyDetail)[] | undefined;
  readonly AttachedManagedPolicies?: readonly (AttachedPolicy)[] | undefined;
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly RoleLastUsed?: RoleLastUsed | undefined;
}
export interface RoleLastUsed {
  readonly LastUsedDate?: Date | undefined;
  readonly Region?: string | undefined;
}
export interface RoleUsageType {
  readonly Region?: string | undefined;
  readonly Resources?: readonly (string)[] | undefined;
}
export interface SAMLPrivateKey {
  readonly KeyId?: string | undefined;
  readonly Timestamp?: Date | undefined;
}
export interface SAMLProviderListEntry {
  readonly Arn?: string | undefined;
  readonly ValidUntil?: Date | undefined;
  readonly CreateDate?: Date | undefined;
}
export interface SSHPublicKey {
  readonly UserName: string;
  readonly SSHPublicKeyId: string;
  readonly Fingerprint: string;
  readonly SSHPublicKeyBody: string;
  readonly Status: StatusTypeShape;
  readonly UploadDate?: Date | undefined;
}
export interface SSHPublicKeyMetadata {
  readonly UserName: string;
  readonly SSHPublicKeyId: string;
  readonly Status: StatusTypeShape;
  readonly UploadDate: Date;
}
export interface SendDelegationTokenRequest {
  readonly DelegationRequestId: string;
}
export interface ServerCertificate {
  readonly ServerCertificateMetadata: ServerCertificateMetadata;
  readonly CertificateBody: string;
  readonly CertificateChain?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ServerCertificateMetadata {
  readonly Path: string;
  readonly ServerCertificateName: string;
  readonly ServerCertificateId: string;
  readonly Arn: string;
  readonly UploadDate?: Date | undefined;
  readonly Expiration?: Date | undefined;
}
export interface ServiceLastAccessed {
  readonly ServiceName: string;
  readonly LastAuthenticated?: Date | undefined;
  readonly ServiceNamespace: string;
  readonly LastAuthenticatedEntity?: string | undefined;
  readonly LastAuthenticatedRegion?: string | undefined;
  readonly TotalAuthenticatedEntities?: number | undefined;
  readonly TrackedActionsLastAccessed?: readonly (TrackedActionLastAccessed)[] | undefined;
}
export interface ServiceSpecificCredential {
  readonly CreateDate: Date;
  readonly ExpirationDate?: Date | undefined;
  readonly ServiceName: string;
  readonly ServiceUserName?: string | undefined;
  readonly ServicePassword?: string | undefined;
  readonly ServiceCredentialAlias?: string | undefined;
  readonly ServiceCredentialSecret?: string | undefined;
  readonly ServiceSpecificCredentialId: string;
  readonly UserName: string;
  readonly Status: StatusTypeShape;
}
export interface ServiceSpecificCredentialMetadata {
  readonly UserName: string;
  readonly Status: StatusTypeShape;
  readonly ServiceUserName?: string | undefined;
  readonly ServiceCredentialAlias?: string | undefined;
  readonly CreateDate: Date;
  readonly ExpirationDate?: Date | undefined;
  readonly ServiceSpecificCredentialId: string;
  readonly ServiceName: string;
}
export interface SetDefaultPolicyVersionRequest {
  readonly PolicyArn: string;
  readonly VersionId: string;
}
export interface SetSecurityTokenServicePreferencesRequest {
  readonly GlobalEndpointTokenVersion: GlobalEndpointTokenVersionShape;
}
export interface SigningCertificate {
  readonly UserName: string;
  readonly CertificateId: string;
  readonly CertificateBody: string;
  readonly Status: StatusTypeShape;
  readonly UploadDate?: Date | undefined;
}
export interface SimulateCustomPolicyRequest {
  readonly PolicyInputList: readonly (string)[];
  readonly PermissionsBoundaryPolicyInputList?: readonly (string)[] | undefined;
  readonly ActionNames: readonly (string)[];
  readonly ResourceArns?: readonly (string)[] | undefined;
  readonly ResourcePolicy?: string | undefined;
  readonly ResourceOwner?: string | undefined;
  readonly CallerArn?: string | undefined;
  readonly ContextEntries?: readonly (ContextEntry)[] | undefined;
  readonly ResourceHandlingOption?: string | undefined;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface SimulatePolicyResponse {
  readonly EvaluationResults?: readonly (EvaluationResult)[] | undefined;
  readonly IsTruncated?: boolean | undefined;
  readonly Marker?: string | undefined;
}
export interface SimulatePrincipalPolicyRequest {
  readonly PolicySourceArn: string;
  readonly PolicyInputList?: readonly (string)[] | undefined;
  readonly PermissionsBoundaryPolicyInputList?: readonly (string)[] | undefined;
  readonly ActionNames: readonly (string)[];
  readonly ResourceArns?: readonly (string)[] | undefined;
  readonly ResourcePolicy?: string | undefined;
  readonly ResourceOwner?: string | undefined;
  readonly CallerArn?: string | undefined;
  readonly ContextEntries?: readonly (ContextEntry)[] | undefined;
  readonly ResourceHandlingOption?: string | undefined;
  readonly MaxItems?: number | undefined;
  readonly Marker?: string | undefined;
}
export interface Statement {
  readonly SourcePolicyId?: string | undefined;
  readonly SourcePolicyType?: PolicySourceType | undefined;
  readonly StartPosition?: Position | undefined;
  readonly EndPosition?: Position | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}
export interface TagInstanceProfileRequest {
  readonly InstanceProfileName: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagMFADeviceRequest {
  readonly SerialNumber: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagPolicyRequest {
  readonly PolicyArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagRoleRequest {
  readonly RoleName: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagSAMLProviderRequest {
  readonly SAMLProviderArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagServerCertificateRequest {
  readonly ServerCertificateName: string;
  readonly Tags: readonly (Tag)[];
}
export interface TagUserRequest {
  readonly UserName: string;
  readonly Tags: readonly (Tag)[];
}
export interface TrackedActionLastAccessed {
  readonly ActionName?: string | undefined;
  readonly LastAccessedEntity?: string | undefined;
  readonly LastAccessedTime?: Date | undefined;
  readonly LastAccessedRegion?: string | undefined;
}
export interface UntagInstanceProfileRequest {
  readonly InstanceProfileName: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagMFADeviceRequest {
  readonly SerialNumber: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagOpenIDConnectProviderRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagPolicyRequest {
  readonly PolicyArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagRoleRequest {
  readonly RoleName: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagSAMLProviderRequest {
  readonly SAMLProviderArn: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagServerCertificateRequest {
  readonly ServerCertificateName: string;
  readonly TagKeys: readonly (string)[];
}
export interface UntagUserRequest {
  readonly UserName: string;
  readonly TagKeys: readonly (string)[];
}
export interface UpdateAccessKeyRequest {
  readonly UserName?: string | undefined;
  readonly AccessKeyId: string;
  readonly Status: StatusTypeShape;
}
export interface UpdateAccountPasswordPolicyRequest {
  readonly MinimumPasswordLength?: number | undefined;
  readonly RequireSymbols?: boolean | undefined;
  readonly RequireNumbers?: boolean | undefined;
  readonly RequireUppercaseCharacters?: boolean | undefined;
  readonly RequireLowercaseCharacters?: boolean | undefined;
  readonly AllowUsersToChangePassword?: boolean | undefined;
  readonly MaxPasswordAge?: number | undefined;
  readonly PasswordReusePrevention?: number | undefined;
  readonly HardExpiry?: boolean | undefined;
}
export interface UpdateAssumeRolePolicyRequest {
  readonly RoleName: string;
  readonly PolicyDocument: string;
}
export interface UpdateDelegationRequestRequest {
  readonly DelegationRequestId: string;
  readonly Notes?: string | undefined;
}
export interface UpdateGroupRequest {
  readonly GroupName: string;
  readonly NewPath?: string | undefined;
  readonly NewGroupName?: string | undefined;
}
export interface UpdateLoginProfileRequest {
  readonly UserName: string;
  readonly Password?: string | undefined;
  readonly PasswordResetRequired?: boolean | undefined;
}
export interface UpdateOpenIDConnectProviderThumbprintRequest {
  readonly OpenIDConnectProviderArn: string;
  readonly ThumbprintList: readonly (string)[];
}
export interface UpdateRoleDescriptionRequest {
  readonly RoleName: string;
  readonly Description: string;
}
export interface UpdateRoleDescriptionResponse {
  readonly Role?: Role | undefined;
}
export interface UpdateRoleRequest {
  readonly RoleName: string;
  readonly Description?: string | undefined;
  readonly MaxSessionDuration?: number | undefined;
}
export interface UpdateRoleResponse {
}
export interface UpdateSAMLProviderRequest {
  readonly SAMLMetadataDocument?: string | undefined;
  readonly SAMLProviderArn: string;
  readonly AssertionEncryptionMode?: AssertionEncryptionModeTypeShape | undefined;
  readonly AddPrivateKey?: string | undefined;
  readonly RemovePrivateKey?: string | undefined;
}
export interface UpdateSAMLProviderResponse {
  readonly SAMLProviderArn?: string | undefined;
}
export interface UpdateSSHPublicKeyRequest {
  readonly UserName: string;
  readonly SSHPublicKeyId: string;
  readonly Status: StatusTypeShape;
}
export interface UpdateServerCertificateRequest {
  readonly ServerCertificateName: string;
  readonly NewPath?: string | undefined;
  readonly NewServerCertificateName?: string | undefined;
}
export interface UpdateServiceSpecificCredentialRequest {
  readonly UserName?: string | undefined;
  readonly ServiceSpecificCredentialId: string;
  readonly Status: StatusTypeShape;
}
export interface UpdateSigningCertificateRequest {
  readonly UserName?: string | undefined;
  readonly CertificateId: string;
  readonly Status: StatusTypeShape;
}
export interface UpdateUserRequest {
  readonly UserName: string;
  readonly NewPath?: string | undefined;
  readonly NewUserName?: string | undefined;
}
export interface UploadSSHPublicKeyRequest {
  readonly UserName: string;
  readonly SSHPublicKeyBody: string;
}
export interface UploadSSHPublicKeyResponse {
  readonly SSHPublicKey?: SSHPublicKey | undefined;
}
export interface UploadServerCertificateRequest {
  readonly Path?: string | undefined;
  readonly ServerCertificateName: string;
  readonly CertificateBody: string;
  readonly PrivateKey: string;
  readonly CertificateChain?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface UploadServerCertificateResponse {
  readonly ServerCertificateMetadata?: ServerCertificateMetadata | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface UploadSigningCertificateRequest {
  readonly UserName?: string | undefined;
  readonly CertificateBody: string;
}
export interface UploadSigningCertificateResponse {
  readonly Certificate: SigningCertificate;
}
export interface User {
  readonly Path: string;
  readonly UserName: string;
  readonly UserId: string;
  readonly Arn: string;
  readonly CreateDate: Date;
  readonly PasswordLastUsed?: Date | undefined;
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface UserDetail {
  readonly Path?: string | undefined;
  readonly UserName?: string | undefined;
  readonly UserId?: string | undefined;
  readonly Arn?: string | undefined;
  readonly CreateDate?: Date | undefined;
  readonly UserPolicyList?: readonly (PolicyDetail)[] | undefined;
  readonly GroupList?: readonly (string)[] | undefined;
  readonly AttachedManagedPolicies?: readonly (AttachedPolicy)[] | undefined;
  readonly PermissionsBoundary?: AttachedPermissionsBoundary | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface VirtualMFADevice {
  readonly SerialNumber: string;
  readonly Base32StringSeed?: Uint8Array | undefined;
  readonly QRCodePNG?: Uint8Array | undefined;
  readonly User?: User | undefined;
  readonly EnableDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export type AssertionEncryptionModeTypeShape = "Required" | "Allowed";
export type AssignmentStatusTypeShape = "Assigned" | "Unassigned" | "Any";
export type EncodingTypeShape = "SSH" | "PEM";
export type GlobalEndpointTokenVersionShape = "v1Token" | "v2Token";
export type JobStatusTypeShape = "IN_PROGRESS" | "COMPLETED" | "FAILED";
export type PermissionCheckResultTypeShape = "ALLOWED" | "DENIED" | "UNSURE";
export type PermissionCheckStatusTypeShape = "COMPLETE" | "IN_PROGRESS" | "FAILED";
export type PolicyOwnerEntityTypeShape = "USER" | "ROLE" | "GROUP";
export type PolicyScopeTypeShape = "All" | "AWS" | "Local";
export type PolicyTypeShape = "INLINE" | "MANAGED";
export type SortKeyTypeShape = "SERVICE_NAMESPACE_ASCENDING" | "SERVICE_NAMESPACE_DESCENDING" | "LAST_AUTHENTICATED_TIME_ASCENDING" | "LAST_AUTHENTICATED_TIME_DESCENDING";
export type StateTypeShape = "UNASSIGNED" | "ASSIGNED" | "PENDING_APPROVAL" | "FINALIZED" | "ACCEPTED" | "REJECTED" | "EXPIRED";
export type StatusTypeShape = "Active" | "Inactive" | "Expired";
export type SummaryKeyTypeShape = "Users" | "UsersQuota" | "Groups" | "GroupsQuota" | "ServerCertificates" | "ServerCertificatesQuota" | "UserPolicySizeQuota" | "GroupPolicySizeQuota" | "GroupsPerUserQuota" | "SigningCertificatesPerUserQuota" | "AccessKeysPerUserQuota" | "MFADevices" | "MFADevicesInUse" | "AccountMFAEnabled" | "AccountAccessKeysPresent" | "AccountPasswordPresent" | "AccountSigningCertificatesPresent" | "AttachedPoliciesPerGroupQuota" | "AttachedPoliciesPerRoleQuota" | "AttachedPoliciesPerUserQuota" | "Policies" | "PoliciesQuota" | "PolicySizeQuota" | "PolicyVersionsInUse" | "PolicyVersionsInUseQuota" | "VersionsPerPolicyQuota" | "GlobalEndpointTokenVersion" | "AssumeRolePolicySizeQuota" | "InstanceProfiles" | "InstanceProfilesQuota" | "Providers" | "RolePolicySizeQuota" | "Roles" | "RolesQuota";
export type SummaryStateTypeShape = "AVAILABLE" | "NOT_AVAILABLE" | "NOT_SUPPORTED" | "FAILED";

export interface IamOperations {
  readonly AcceptDelegationRequest: { readonly input: AcceptDelegationRequestRequest; readonly output: Readonly<Record<string, never>> };
  readonly AddClientIDToOpenIDConnectProvider: { readonly input: AddClientIDToOpenIDConnectProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly AddRoleToInstanceProfile: { readonly input: AddRoleToInstanceProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly AddUserToGroup: { readonly input: AddUserToGroupRequest; readonly output: Readonly<Record<string, never>> };
  readonly AssociateDelegationRequest: { readonly input: AssociateDelegationRequestRequest; readonly output: Readonly<Record<string, never>> };
  readonly AttachGroupPolicy: { readonly input: AttachGroupPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly AttachRolePolicy: { readonly input: AttachRolePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly AttachUserPolicy: { readonly input: AttachUserPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly ChangePassword: { readonly input: ChangePasswordRequest; readonly output: Readonly<Record<string, never>> };
  readonly CreateAccessKey: { readonly input: CreateAccessKeyRequest; readonly output: CreateAccessKeyResponse };
  readonly CreateAccountAlias: { readonly input: CreateAccountAliasRequest; readonly output: Readonly<Record<string, never>> };
  readonly CreateDelegationRequest: { readonly input: CreateDelegationRequestRequest; readonly output: CreateDelegationRequestResponse };
  readonly CreateGroup: { readonly input: CreateGroupRequest; readonly output: CreateGroupResponse };
  readonly CreateInstanceProfile: { readonly input: CreateInstanceProfileRequest; readonly output: CreateInstanceProfileResponse };
  readonly CreateLoginProfile: { readonly input: CreateLoginProfileRequest; readonly output: CreateLoginProfileResponse };
  readonly CreateOpenIDConnectProvider: { readonly input: CreateOpenIDConnectProviderRequest; readonly output: CreateOpenIDConnectProviderResponse };
  readonly CreatePolicy: { readonly input: CreatePolicyRequest; readonly output: CreatePolicyResponse };
  readonly CreatePolicyVersion: { readonly input: CreatePolicyVersionRequest; readonly output: CreatePolicyVersionResponse };
  readonly CreateRole: { readonly input: CreateRoleRequest; readonly output: CreateRoleResponse };
  readonly CreateSAMLProvider: { readonly input: CreateSAMLProviderRequest; readonly output: CreateSAMLProviderResponse };
  readonly CreateServiceLinkedRole: { readonly input: CreateServiceLinkedRoleRequest; readonly output: CreateServiceLinkedRoleResponse };
  readonly CreateServiceSpecificCredential: { readonly input: CreateServiceSpecificCredentialRequest; readonly output: CreateServiceSpecificCredentialResponse };
  readonly CreateUser: { readonly input: CreateUserRequest; readonly output: CreateUserResponse };
  readonly CreateVirtualMFADevice: { readonly input: CreateVirtualMFADeviceRequest; readonly output: CreateVirtualMFADeviceResponse };
  readonly DeactivateMFADevice: { readonly input: DeactivateMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteAccessKey: { readonly input: DeleteAccessKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteAccountAlias: { readonly input: DeleteAccountAliasRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteAccountPasswordPolicy: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly DeleteGroup: { readonly input: DeleteGroupRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteGroupPolicy: { readonly input: DeleteGroupPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteInstanceProfile: { readonly input: DeleteInstanceProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteLoginProfile: { readonly input: DeleteLoginProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteOpenIDConnectProvider: { readonly input: DeleteOpenIDConnectProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePolicy: { readonly input: DeletePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePolicyVersion: { readonly input: DeletePolicyVersionRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRole: { readonly input: DeleteRoleRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRolePermissionsBoundary: { readonly input: DeleteRolePermissionsBoundaryRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteRolePolicy: { readonly input: DeleteRolePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteSAMLProvider: { readonly input: DeleteSAMLProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteSSHPublicKey: { readonly input: DeleteSSHPublicKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteServerCertificate: { readonly input: DeleteServerCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteServiceLinkedRole: { readonly input: DeleteServiceLinkedRoleRequest; readonly output: DeleteServiceLinkedRoleResponse };
  readonly DeleteServiceSpecificCredential: { readonly input: DeleteServiceSpecificCredentialRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteSigningCertificate: { readonly input: DeleteSigningCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteUser: { readonly input: DeleteUserRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteUserPermissionsBoundary: { readonly input: DeleteUserPermissionsBoundaryRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteUserPolicy: { readonly input: DeleteUserPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteVirtualMFADevice: { readonly input: DeleteVirtualMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly DetachGroupPolicy: { readonly input: DetachGroupPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DetachRolePolicy: { readonly input: DetachRolePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DetachUserPolicy: { readonly input: DetachUserPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DisableOrganizationsRootCredentialsManagement: { readonly input: DisableOrganizationsRootCredentialsManagementRequest; readonly output: DisableOrganizationsRootCredentialsManagementResponse };
  readonly DisableOrganizationsRootSessions: { readonly input: DisableOrganizationsRootSessionsRequest; readonly output: DisableOrganizationsRootSessionsResponse };
  readonly DisableOutboundWebIdentityFederation: { readonly input: Readonly<Record<string, never>>; readonly output: Readonly<Record<string, never>> };
  readonly EnableMFADevice: { readonly input: EnableMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly EnableOrganizationsRootCredentialsManagement: { readonly input: EnableOrganizationsRootCredentialsManagementRequest; readonly output: EnableOrganizationsRootCredentialsManagementResponse };
  readonly EnableOrganizationsRootSessions: { readonly input: EnableOrganizationsRootSessionsRequest; readonly output: EnableOrganizationsRootSessionsResponse };
  readonly EnableOutboundWebIdentityFederation: { readonly input: Readonly<Record<string, never>>; readonly output: EnableOutboundWebIdentityFederationResponse };
  readonly GenerateCredentialReport: { readonly input: Readonly<Record<string, never>>; readonly output: GenerateCredentialReportResponse };
  readonly GenerateOrganizationsAccessReport: { readonly input: GenerateOrganizationsAccessReportRequest; readonly output: GenerateOrganizationsAccessReportResponse };
  readonly GenerateServiceLastAccessedDetails: { readonly input: GenerateServiceLastAccessedDetailsRequest; readonly output: GenerateServiceLastAccessedDetailsResponse };
  readonly GetAccessKeyLastUsed: { readonly input: GetAccessKeyLastUsedRequest; readonly output: GetAccessKeyLastUsedResponse };
  readonly GetAccountAuthorizationDetails: { readonly input: GetAccountAuthorizationDetailsRequest; readonly output: GetAccountAuthorizationDetailsResponse };
  readonly GetAccountPasswordPolicy: { readonly input: Readonly<Record<string, never>>; readonly output: GetAccountPasswordPolicyResponse };
  readonly GetAccountSummary: { readonly input: Readonly<Record<string, never>>; readonly output: GetAccountSummaryResponse };
  readonly GetContextKeysForCustomPolicy: { readonly input: GetContextKeysForCustomPolicyRequest; readonly output: GetContextKeysForPolicyResponse };
  readonly GetContextKeysForPrincipalPolicy: { readonly input: GetContextKeysForPrincipalPolicyRequest; readonly output: GetContextKeysForPolicyResponse };
  readonly GetCredentialReport: { readonly input: Readonly<Record<string, never>>; readonly output: GetCredentialReportResponse };
  readonly GetDelegationRequest: { readonly input: GetDelegationRequestRequest; readonly output: GetDelegationRequestResponse };
  readonly GetGroup: { readonly input: GetGroupRequest; readonly output: GetGroupResponse };
  readonly GetGroupPolicy: { readonly input: GetGroupPolicyRequest; readonly output: GetGroupPolicyResponse };
  readonly GetHumanReadableSummary: { readonly input: GetHumanReadableSummaryRequest; readonly output: GetHumanReadableSummaryResponse };
  readonly GetInstanceProfile: { readonly input: GetInstanceProfileRequest; readonly output: GetInstanceProfileResponse };
  readonly GetLoginProfile: { readonly input: GetLoginProfileRequest; readonly output: GetLoginProfileResponse };
  readonly GetMFADevice: { readonly input: GetMFADeviceRequest; readonly output: GetMFADeviceResponse };
  readonly GetOpenIDConnectProvider: { readonly input: GetOpenIDConnectProviderRequest; readonly output: GetOpenIDConnectProviderResponse };
  readonly GetOrganizationsAccessReport: { readonly input: GetOrganizationsAccessReportRequest; readonly output: GetOrganizationsAccessReportResponse };
  readonly GetOutboundWebIdentityFederationInfo: { readonly input: Readonly<Record<string, never>>; readonly output: GetOutboundWebIdentityFederationInfoResponse };
  readonly GetPolicy: { readonly input: GetPolicyRequest; readonly output: GetPolicyResponse };
  readonly GetPolicyVersion: { readonly input: GetPolicyVersionRequest; readonly output: GetPolicyVersionResponse };
  readonly GetRole: { readonly input: GetRoleRequest; readonly output: GetRoleResponse };
  readonly GetRolePolicy: { readonly input: GetRolePolicyRequest; readonly output: GetRolePolicyResponse };
  readonly GetSAMLProvider: { readonly input: GetSAMLProviderRequest; readonly output: GetSAMLProviderResponse };
  readonly GetSSHPublicKey: { readonly input: GetSSHPublicKeyRequest; readonly output: GetSSHPublicKeyResponse };
  readonly GetServerCertificate: { readonly input: GetServerCertificateRequest; readonly output: GetServerCertificateResponse };
  readonly GetServiceLastAccessedDetails: { readonly input: GetServiceLastAccessedDetailsRequest; readonly output: GetServiceLastAccessedDetailsResponse };
  readonly GetServiceLastAccessedDetailsWithEntities: { readonly input: GetServiceLastAccessedDetailsWithEntitiesRequest; readonly output: GetServiceLastAccessedDetailsWithEntitiesResponse };
  readonly GetServiceLinkedRoleDeletionStatus: { readonly input: GetServiceLinkedRoleDeletionStatusRequest; readonly output: GetServiceLinkedRoleDeletionStatusResponse };
  readonly GetUser: { readonly input: GetUserRequest; readonly output: GetUserResponse };
  readonly GetUserPolicy: { readonly input: GetUserPolicyRequest; readonly output: GetUserPolicyResponse };
  readonly ListAccessKeys: { readonly input: ListAccessKeysRequest; readonly output: ListAccessKeysResponse };
  readonly ListAccountAliases: { readonly input: ListAccountAliasesRequest; readonly output: ListAccountAliasesResponse };
  readonly ListAttachedGroupPolicies: { readonly input: ListAttachedGroupPoliciesRequest; readonly output: ListAttachedGroupPoliciesResponse };
  readonly ListAttachedRolePolicies: { readonly input: ListAttachedRolePoliciesRequest; readonly output: ListAttachedRolePoliciesResponse };
  readonly ListAttachedUserPolicies: { readonly input: ListAttachedUserPoliciesRequest; readonly output: ListAttachedUserPoliciesResponse };
  readonly ListDelegationRequests: { readonly input: ListDelegationRequestsRequest; readonly output: ListDelegationRequestsResponse };
  readonly ListEntitiesForPolicy: { readonly input: ListEntitiesForPolicyRequest; readonly output: ListEntitiesForPolicyResponse };
  readonly ListGroupPolicies: { readonly input: ListGroupPoliciesRequest; readonly output: ListGroupPoliciesResponse };
  readonly ListGroups: { readonly input: ListGroupsRequest; readonly output: ListGroupsResponse };
  readonly ListGroupsForUser: { readonly input: ListGroupsForUserRequest; readonly output: ListGroupsForUserResponse };
  readonly ListInstanceProfileTags: { readonly input: ListInstanceProfileTagsRequest; readonly output: ListInstanceProfileTagsResponse };
  readonly ListInstanceProfiles: { readonly input: ListInstanceProfilesRequest; readonly output: ListInstanceProfilesResponse };
  readonly ListInstanceProfilesForRole: { readonly input: ListInstanceProfilesForRoleRequest; readonly output: ListInstanceProfilesForRoleResponse };
  readonly ListMFADeviceTags: { readonly input: ListMFADeviceTagsRequest; readonly output: ListMFADeviceTagsResponse };
  readonly ListMFADevices: { readonly input: ListMFADevicesRequest; readonly output: ListMFADevicesResponse };
  readonly ListOpenIDConnectProviderTags: { readonly input: ListOpenIDConnectProviderTagsRequest; readonly output: ListOpenIDConnectProviderTagsResponse };
  readonly ListOpenIDConnectProviders: { readonly input: ListOpenIDConnectProvidersRequest; readonly output: ListOpenIDConnectProvidersResponse };
  readonly ListOrganizationsFeatures: { readonly input: ListOrganizationsFeaturesRequest; readonly output: ListOrganizationsFeaturesResponse };
  readonly ListPolicies: { readonly input: ListPoliciesRequest; readonly output: ListPoliciesResponse };
  readonly ListPoliciesGrantingServiceAccess: { readonly input: ListPoliciesGrantingServiceAccessRequest; readonly output: ListPoliciesGrantingServiceAccessResponse };
  readonly ListPolicyTags: { readonly input: ListPolicyTagsRequest; readonly output: ListPolicyTagsResponse };
  readonly ListPolicyVersions: { readonly input: ListPolicyVersionsRequest; readonly output: ListPolicyVersionsResponse };
  readonly ListRolePolicies: { readonly input: ListRolePoliciesRequest; readonly output: ListRolePoliciesResponse };
  readonly ListRoleTags: { readonly input: ListRoleTagsRequest; readonly output: ListRoleTagsResponse };
  readonly ListRoles: { readonly input: ListRolesRequest; readonly output: ListRolesResponse };
  readonly ListSAMLProviderTags: { readonly input: ListSAMLProviderTagsRequest; readonly output: ListSAMLProviderTagsResponse };
  readonly ListSAMLProviders: { readonly input: ListSAMLProvidersRequest; readonly output: ListSAMLProvidersResponse };
  readonly ListSSHPublicKeys: { readonly input: ListSSHPublicKeysRequest; readonly output: ListSSHPublicKeysResponse };
  readonly ListServerCertificateTags: { readonly input: ListServerCertificateTagsRequest; readonly output: ListServerCertificateTagsResponse };
  readonly ListServerCertificates: { readonly input: ListServerCertificatesRequest; readonly output: ListServerCertificatesResponse };
  readonly ListServiceSpecificCredentials: { readonly input: ListServiceSpecificCredentialsRequest; readonly output: ListServiceSpecificCredentialsResponse };
  readonly ListSigningCertificates: { readonly input: ListSigningCertificatesRequest; readonly output: ListSigningCertificatesResponse };
  readonly ListUserPolicies: { readonly input: ListUserPoliciesRequest; readonly output: ListUserPoliciesResponse };
  readonly ListUserTags: { readonly input: ListUserTagsRequest; readonly output: ListUserTagsResponse };
  readonly ListUsers: { readonly input: ListUsersRequest; readonly output: ListUsersResponse };
  readonly ListVirtualMFADevices: { readonly input: ListVirtualMFADevicesRequest; readonly output: ListVirtualMFADevicesResponse };
  readonly PutGroupPolicy: { readonly input: PutGroupPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutRolePermissionsBoundary: { readonly input: PutRolePermissionsBoundaryRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutRolePolicy: { readonly input: PutRolePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutUserPermissionsBoundary: { readonly input: PutUserPermissionsBoundaryRequest; readonly output: Readonly<Record<string, never>> };
  readonly PutUserPolicy: { readonly input: PutUserPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly RejectDelegationRequest: { readonly input: RejectDelegationRequestRequest; readonly output: Readonly<Record<string, never>> };
  readonly RemoveClientIDFromOpenIDConnectProvider: { readonly input: RemoveClientIDFromOpenIDConnectProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly RemoveRoleFromInstanceProfile: { readonly input: RemoveRoleFromInstanceProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly RemoveUserFromGroup: { readonly input: RemoveUserFromGroupRequest; readonly output: Readonly<Record<string, never>> };
  readonly ResetServiceSpecificCredential: { readonly input: ResetServiceSpecificCredentialRequest; readonly output: ResetServiceSpecificCredentialResponse };
  readonly ResyncMFADevice: { readonly input: ResyncMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly SendDelegationToken: { readonly input: SendDelegationTokenRequest; readonly output: Readonly<Record<string, never>> };
  readonly SetDefaultPolicyVersion: { readonly input: SetDefaultPolicyVersionRequest; readonly output: Readonly<Record<string, never>> };
  readonly SetSecurityTokenServicePreferences: { readonly input: SetSecurityTokenServicePreferencesRequest; readonly output: Readonly<Record<string, never>> };
  readonly SimulateCustomPolicy: { readonly input: SimulateCustomPolicyRequest; readonly output: SimulatePolicyResponse };
  readonly SimulatePrincipalPolicy: { readonly input: SimulatePrincipalPolicyRequest; readonly output: SimulatePolicyResponse };
  readonly TagInstanceProfile: { readonly input: TagInstanceProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagMFADevice: { readonly input: TagMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagOpenIDConnectProvider: { readonly input: TagOpenIDConnectProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagPolicy: { readonly input: TagPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagRole: { readonly input: TagRoleRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagSAMLProvider: { readonly input: TagSAMLProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagServerCertificate: { readonly input: TagServerCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagUser: { readonly input: TagUserRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagInstanceProfile: { readonly input: UntagInstanceProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagMFADevice: { readonly input: UntagMFADeviceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagOpenIDConnectProvider: { readonly input: UntagOpenIDConnectProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagPolicy: { readonly input: UntagPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagRole: { readonly input: UntagRoleRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagSAMLProvider: { readonly input: UntagSAMLProviderRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagServerCertificate: { readonly input: UntagServerCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagUser: { readonly input: UntagUserRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateAccessKey: { readonly input: UpdateAccessKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateAccountPasswordPolicy: { readonly input: UpdateAccountPasswordPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateAssumeRolePolicy: { readonly input: UpdateAssumeRolePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateDelegationRequest: { readonly input: UpdateDelegationRequestRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateGroup: { readonly input: UpdateGroupRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateLoginProfile: { readonly input: UpdateLoginProfileRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateOpenIDConnectProviderThumbprint: { readonly input: UpdateOpenIDConnectProviderThumbprintRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateRole: { readonly input: UpdateRoleRequest; readonly output: UpdateRoleResponse };
  readonly UpdateRoleDescription: { readonly input: UpdateRoleDescriptionRequest; readonly output: UpdateRoleDescriptionResponse };
  readonly UpdateSAMLProvider: { readonly input: UpdateSAMLProviderRequest; readonly output: UpdateSAMLProviderResponse };
  readonly UpdateSSHPublicKey: { readonly input: UpdateSSHPublicKeyRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateServerCertificate: { readonly input: UpdateServerCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateServiceSpecificCredential: { readonly input: UpdateServiceSpecificCredentialRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateSigningCertificate: { readonly input: UpdateSigningCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateUser: { readonly input: UpdateUserRequest; readonly output: Readonly<Record<string, never>> };
  readonly UploadSSHPublicKey: { readonly input: UploadSSHPublicKeyRequest; readonly output: UploadSSHPublicKeyResponse };
  readonly UploadServerCertificate: { readonly input: UploadServerCertificateRequest; readonly output: UploadServerCertificateResponse };
  readonly UploadSigningCertificate: { readonly input: UploadSigningCertificateRequest; readonly output: UploadSigningCertificateResponse };
}
