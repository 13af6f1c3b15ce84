// Generated from the API model of RAM; see scripts/generate-models.

export interface AcceptResourceShareInvitationRequest {
  readonly resourceShareInvitationArn: string;
  readonly clientToken?: string | undefined;
}
export interface AcceptResourceShareInvitationResponse {
  readonly resourceShareInvitation?: ResourceShareInvitation | undefined;
  readonly clientToken?: string | undefined;
}
export interface AssociateResourceSharePermissionRequest {
  readonly resourceShareArn: string;
  readonly permissionArn: string;
  readonly replace?: boolean | undefined;
  readonly clientToken?: string | undefined;
  readonly permissionVersion?: number | undefined;
}
export interface AssociateResourceSharePermissionResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
}
export interface AssociateResourceShareRequest {
  readonly resourceShareArn: string;
  readonly resourceArns?: readonly (string)[] | undefined;
  readonly principals?: readonly (string)[] | undefined;
  readonly clientToken?: string | undefined;
  readonly sources?: readonly (string)[] | undefined;
}
export interface AssociateResourceShareResponse {
  readonly resourceShareAssociations?: readonly (ResourceShareAssociation)[] | undefined;
  readonly clientToken?: string | undefined;
}
export interface AssociatedPermission {
  readonly arn?: string | undefined;
  readonly permissionVersion?: string | undefined;
  readonly defaultVersion?: boolean | undefined;
  readonly resourceType?: string | undefined;
  readonly status?: string | undefined;
  readonly featureSet?: PermissionFeatureSet | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly resourceShareArn?: string | undefined;
}
export interface AssociatedSource {
  readonly resourceShareArn?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly status?: string | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly creationTime?: Date | undefined;
  readonly statusMessage?: string | undefined;
}
export interface CreatePermissionRequest {
  readonly name: string;
  readonly resourceType: string;
  readonly policyTemplate: string;
  readonly clientToken?: string | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
}
export interface CreatePermissionResponse {
  readonly permission?: ResourceSharePermissionSummary | undefined;
  readonly clientToken?: string | undefined;
}
export interface CreatePermissionVersionRequest {
  readonly permissionArn: string;
  readonly policyTemplate: string;
  readonly clientToken?: string | undefined;
}
export interface CreatePermissionVersionResponse {
  readonly permission?: ResourceSharePermissionDetail | undefined;
  readonly clientToken?: string | undefined;
}
export interface CreateResourceShareRequest {
  readonly name: string;
  readonly resourceArns?: readonly (string)[] | undefined;
  readonly principals?: readonly (string)[] | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
  readonly allowExternalPrincipals?: boolean | undefined;
  readonly clientToken?: string | undefined;
  readonly permissionArns?: readonly (string)[] | undefined;
  readonly sources?: readonly (string)[] | undefined;
  readonly resourceShareConfiguration?: ResourceShareConfiguration | undefined;
}
export interface CreateResourceShareResponse {
  readonly resourceShare?: ResourceShare | undefined;
  readonly clientToken?: string | undefined;
}
export interface DeletePermissionRequest {
  readonly permissionArn: string;
  readonly clientToken?: string | undefined;
}
export interface DeletePermissionResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
  readonly permissionStatus?: PermissionStatus | undefined;
}
export interface DeletePermissionVersionRequest {
  readonly permissionArn: string;
  readonly permissionVersion: number;
  readonly clientToken?: string | undefined;
}
export interface DeletePermissionVersionResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
  readonly permissionStatus?: PermissionStatus | undefined;
}
export interface DeleteResourceShareRequest {
  readonly resourceShareArn: string;
  readonly clientToken?: string | undefined;
}
export interface DeleteResourceShareResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
}
export interface DisassociateResourceSharePermissionRequest {
  readonly resourceShareArn: string;
  readonly permissionArn: string;
  readonly clientToken?: string | undefined;
}
export interface DisassociateResourceSharePermissionResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
}
export interface DisassociateResourceShareRequest {
  readonly resourceShareArn: string;
  readonly resourceArns?: readonly (string)[] | undefined;
  readonly principals?: readonly (string)[] | undefined;
  readonly clientToken?: string | undefined;
  readonly sources?: readonly (string)[] | undefined;
}
export interface DisassociateResourceShareResponse {
  readonly resourceShareAssociations?: readonly (ResourceShareAssociation)[] | undefined;
  readonly clientToken?: string | undefined;
}
export interface EnableSharingWithAwsOrganizationRequest {
}
export interface EnableSharingWithAwsOrganizationResponse {
  readonly returnValue?: boolean | undefined;
}
export interface GetPermissionRequest {
  readonly permissionArn: string;
  readonly permissionVersion?: number | undefined;
}
export interface GetPermissionResponse {
  readonly permission?: ResourceSharePermissionDetail | undefined;
}
export interface GetResourcePoliciesRequest {
  readonly resourceArns: readonly (string)[];
  readonly principal?: string | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface GetResourcePoliciesResponse {
  readonly policies?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetResourceShareAssociationsRequest {
  readonly associationType: ResourceShareAssociationType;
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly resourceArn?: string | undefined;
  readonly principal?: string | undefined;
  readonly associationStatus?: ResourceShareAssociationStatus | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface GetResourceShareAssociationsResponse {
  readonly resourceShareAssociations?: readonly (ResourceShareAssociation)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetResourceShareInvitationsRequest {
  readonly resourceShareInvitationArns?: readonly (string)[] | undefined;
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface GetResourceShareInvitationsResponse {
  readonly resourceShareInvitations?: readonly (ResourceShareInvitation)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface GetResourceSharesRequest {
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly resourceShareStatus?: ResourceShareStatus | undefined;
  readonly resourceOwner: ResourceOwner;
  readonly name?: string | undefined;
  readonly tagFilters?: readonly (TagFilter)[] | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly permissionArn?: string | undefined;
  readonly permissionVersion?: number | undefined;
}
export interface GetResourceSharesResponse {
  readonly resourceShares?: readonly (ResourceShare)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPendingInvitationResourcesRequest {
  readonly resourceShareInvitationArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly resourceRegionScope?: ResourceRegionScopeFilter | undefined;
}
export interface ListPendingInvitationResourcesResponse {
  readonly resources?: readonly (Resource)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPermissionAssociationsRequest {
  readonly permissionArn?: string | undefined;
  readonly permissionVersion?: number | undefined;
  readonly associationStatus?: ResourceShareAssociationStatus | undefined;
  readonly resourceType?: string | undefined;
  readonly featureSet?: PermissionFeatureSet | undefined;
  readonly defaultVersion?: boolean | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListPermissionAssociationsResponse {
  readonly permissions?: readonly (AssociatedPermission)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPermissionVersionsRequest {
  readonly permissionArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListPermissionVersionsResponse {
  readonly permissions?: readonly (ResourceSharePermissionSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPermissionsRequest {
  readonly resourceType?: string | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly permissionType?: PermissionTypeFilter | undefined;
}
export interface ListPermissionsResponse {
  readonly permissions?: readonly (ResourceSharePermissionSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListPrincipalsRequest {
  readonly resourceOwner: ResourceOwner;
  readonly resourceArn?: string | undefined;
  readonly principals?: readonly (string)[] | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListPrincipalsResponse {
  readonly principals?: readonly (Principal)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListReplacePermissionAssociationsWorkRequest {
  readonly workIds?: readonly (string)[] | undefined;
  readonly status?: ReplacePermissionAssociationsWorkStatus | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListReplacePermissionAssociationsWorkResponse {
  readonly replacePermissionAssociationsWorks?: readonly (ReplacePermissionAssociationsWork)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourceSharePermissionsRequest {
  readonly resourceShareArn: string;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListResourceSharePermissionsResponse {
  readonly permissions?: readonly (ResourceSharePermissionSummary)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourceTypesRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly resourceRegionScope?: ResourceRegionScopeFilter | undefined;
}
export interface ListResourceTypesResponse {
  readonly resourceTypes?: readonly (ServiceNameAndResourceType)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListResourcesRequest {
  readonly resourceOwner: ResourceOwner;
  readonly principal?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceArns?: readonly (string)[] | undefined;
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
  readonly resourceRegionScope?: ResourceRegionScopeFilter | undefined;
}
export interface ListResourcesResponse {
  readonly resources?: readonly (Resource)[] | undefined;
  readonly nextToken?: string | undefined;
}
export interface ListSourceAssociationsRequest {
  readonly resourceShareArns?: readonly (string)[] | undefined;
  readonly sourceId?: string | undefined;
  readonly sourceType?: string | undefined;
  readonly associationStatus?: ResourceShareAssociationStatus | undefined;
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}
export interface ListSourceAssociationsResponse {
  readonly sourceAssociations?: readonly (AssociatedSource)[] | undefined;
  readonly nextToken?: string | undefined;
}
export type PermissionFeatureSet = "CREATED_FROM_POLICY" | "PROMOTING_TO_STANDARD" | "STANDARD";
export type PermissionStatus = "ATTACHABLE" | "UNATTACHABLE" | "DELETING" | "DELETED";
export type PermissionType = "CUSTOMER_MANAGED" | "AWS_MANAGED";
export type PermissionTypeFilter = "ALL" | "AWS_MANAGED" | "CUSTOMER_MANAGED";
export interface Principal {
  readonly id?: string | undefined;
  readonly resourceShareArn?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly external?: boolean | undefined;
}
export interface PromotePermissionCreatedFromPolicyRequest {
  readonly permissionArn: string;
  readonly name: string;
  readonly clientToken?: string | undefined;
}
export interface PromotePermissionCreatedFromPolicyResponse {
  readonly permission?: ResourceSharePermissionSummary | undefined;
  readonly clientToken?: string | undefined;
}
export interface PromoteResourceShareCreatedFromPolicyRequest {
  readonly resourceShareArn: string;
}
export interface PromoteResourceShareCreatedFromPolicyResponse {
  readonly returnValue?: boolean | undefined;
}
export interface RejectResourceShareInvitationRequest {
  readonly resourceShareInvitationArn: string;
  readonly clientToken?: string | undefined;
}
export interface RejectResourceShareInvitationResponse {
  readonly resourceShareInvitation?: ResourceShareInvitation | undefined;
  readonly clientToken?: string | undefined;
}
export interface ReplacePermissionAssociationsRequest {
  readonly fromPermissionArn: string;
  readonly fromPermissionVersion?: number | undefined;
  readonly toPermissionArn: string;
  readonly clientToken?: string | undefined;
}
export interface ReplacePermissionAssociationsResponse {
  readonly replacePermissionAssociationsWork?: ReplacePermissionAssociationsWork | undefined;
  readonly clientToken?: string | undefined;
}
export interface ReplacePermissionAssociationsWork {
  readonly id?: string | undefined;
  readonly fromPermissionArn?: string | undefined;
  readonly fromPermissionVersion?: string | undefined;
  readonly toPermissionArn?: string | undefined;
  readonly toPermissionVersion?: string | undefined;
  readonly status?: ReplacePermissionAssociationsWorkStatus | undefined;
  readonly statusMessage?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
}
export type ReplacePermissionAssociationsWorkStatus = "IN_PROGRESS" | "COMPLETED" | "FAILED";
export interface Resource {
  readonly arn?: string | undefined;
  readonly type?: string | undefined;
  readonly resourceShareArn?: string | undefined;
  readonly resourceGroupArn?: string | undefined;
  readonly status?: ResourceStatus | undefined;
  readonly statusMessage?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly resourceRegionScope?: ResourceRegionScope | undefined;
}
export type ResourceOwner = "SELF" | "OTHER-ACCOUNTS";
export type ResourceRegionScope = "REGIONAL" | "GLOBAL";
export type ResourceRegionScopeFilter = "ALL" | "REGIONAL" | "GLOBAL";
export interface ResourceShare {
  readonly resourceShareArn?: string | undefined;
  readonly name?: string | undefined;
  readonly owningAccountId?: string | undefined;
  readonly allowExternalPrincipals?: boolean | undefined;
  readonly status?: ResourceShareStatus | undefined;
  readonly statusMessage?: string | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly featureSet?: ResourceShareFeatureSet | undefined;
  readonly resourceShareConfiguration?: ResourceShareConfiguration | undefined;
}
export interface ResourceShareAssociation {
  readonly resourceShareArn?: string | undefined;
  readonly resourceShareName?: string | undefined;
  readonly associatedEntity?: string | undefined;
  readonly associationType?: ResourceShareAssociationType | undefined;
  readonly status?: ResourceShareAssociationStatus | undefined;
  readonly statusMessage?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly external?: boolean | undefined;
}
export type ResourceShareAssociationStatus = "ASSOCIATING" | "ASSOCIATED" | "FAILED" | "DISASSOCIATING" | "DISASSOCIATED" | "SUSPENDED" | "SUSPENDING" | "RESTORING";
export type ResourceShareAssociationType = "PRINCIPAL" | "RESOURCE" | "SOURCE";
export interface ResourceShareConfiguration {
  readonly retainSharingOnAccountLeaveOrganization?: boolean | undefined;
}
export type ResourceShareFeatureSet = "CREATED_FROM_POLICY" | "PROMOTING_TO_STANDARD" | "STANDARD";
export interface ResourceShareInvitation {
  readonly resourceShareInvitationArn?: string | undefined;
  readonly resourceShareName?: string | undefined;
  readonly resourceShareArn?: string | undefined;
  readonly senderAccountId?: string | undefined;
  readonly receiverAccountId?: string | undefined;
  readonly invitationTimestamp?: Date | undefined;
  readonly status?: ResourceShareInvitationStatus | undefined;
  readonly resourceShareAssociations?: readonly (ResourceShareAssociation)[] | undefined;
  readonly receiverArn?: string | undefined;
}
export type ResourceShareInvitationStatus = "PENDING" | "ACCEPTED" | "REJECTED" | "EXPIRED";
export interface ResourceSharePermissionDetail {
  readonly arn?: string | undefined;
  readonly version?: string | undefined;
  readonly defaultVersion?: boolean | undefined;
  readonly name?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly permission?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly isResourceTypeDefault?: boolean | undefined;
  readonly permissionType?: PermissionType | undefined;
  readonly featureSet?: PermissionFeatureSet | undefined;
  readonly status?: PermissionStatus | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
}
export interface ResourceSharePermissionSummary {
  readonly arn?: string | undefined;
  readonly version?: string | undefined;
  readonly defaultVersion?: boolean | undefined;
  readonly name?: string | undefined;
  readonly resourceType?: string | undefined;
  readonly status?: string | undefined;
  readonly creationTime?: Date | undefined;
  readonly lastUpdatedTime?: Date | undefined;
  readonly isResourceTypeDefault?: boolean | undefined;
  readonly permissionType?: PermissionType | undefined;
  readonly featureSet?: PermissionFeatureSet | undefined;
  readonly tags?: readonly (Tag)[] | undefined;
}
export type ResourceShareStatus = "PENDING" | "ACTIVE" | "FAILED" | "DELETING" | "DELETED";
export type ResourceStatus = "AVAILABLE" | "ZONAL_RESOURCE_INACCESSIBLE" | "LIMIT_EXCEEDED" | "UNAVAILABLE" | "PENDING";
export interface ServiceNameAndResourceType {
  readonly resourceType?: string | undefined;
  readonly serviceName?: string | undefined;
  readonly resourceRegionScope?: ResourceRegionScope | undefined;
}
export interface SetDefaultPermissionVersionRequest {
  readonly permissionArn: string;
  readonly permissionVersion: number;
  readonly clientToken?: string | undefined;
}
export interface SetDefaultPermissionVersionResponse {
  readonly returnValue?: boolean | undefined;
  readonly clientToken?: string | undefined;
}
export interface Tag {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}
export interface TagFilter {
  readonly tagKey?: string | undefined;
  readonly tagValues?: readonly (string)[] | undefined;
}
export interface TagResourceRequest {
  readonly resourceShareArn?: string | undefined;
  readonly tags: readonly (Tag)[];
  readonly resourceArn?: string | undefined;
}
export interface TagResourceResponse {
}
export interface UntagResourceRequest {
  readonly resourceShareArn?: string | undefined;
  readonly tagKeys: readonly (string)[];
  readonly resourceArn?: string | undefined;
}
export interface UntagResourceResponse {
}
export interface UpdateResourceShareRequest {
  readonly resourceShareArn: string;
  readonly name?: string | undefined;
  readonly allowExternalPrincipals?: boolean | undefined;
  readonly clientToken?: string | undefined;
}
export interface UpdateResourceShareResponse {
  readonly resourceShare?: ResourceShare | undefined;
  readonly clientToken?: string | undefined;
}

export interface RamOperations {
  readonly AcceptResourceShareInvitation: { readonly input: AcceptResourceShareInvitationRequest; readonly output: AcceptResourceShareInvitationResponse };
  readonly AssociateResourceShare: { readonly input: AssociateResourceShareRequest; readonly output: AssociateResourceShareResponse };
  readonly AssociateResourceSharePermission: { readonly input: AssociateResourceSharePermissionRequest; readonly output: AssociateResourceSharePermissionResponse };
  readonly CreatePermission: { readonly input: CreatePermissionRequest; readonly output: CreatePermissionResponse };
  readonly CreatePermissionVersion: { readonly input: CreatePermissionVersionRequest; readonly output: CreatePermissionVersionResponse };
  readonly CreateResourceShare: { readonly input: CreateResourceShareRequest; readonly output: CreateResourceShareResponse };
  readonly DeletePermission: { readonly input: DeletePermissionRequest; readonly output: DeletePermissionResponse };
  readonly DeletePermissionVersion: { readonly input: DeletePermissionVersionRequest; readonly output: DeletePermissionVersionResponse };
  readonly DeleteResourceShare: { readonly input: DeleteResourceShareRequest; readonly output: DeleteResourceShareResponse };
  readonly DisassociateResourceShare: { readonly input: DisassociateResourceShareRequest; readonly output: DisassociateResourceShareResponse };
  readonly DisassociateResourceSharePermission: { readonly input: DisassociateResourceSharePermissionRequest; readonly output: DisassociateResourceSharePermissionResponse };
  readonly EnableSharingWithAwsOrganization: { readonly input: EnableSharingWithAwsOrganizationRequest; readonly output: EnableSharingWithAwsOrganizationResponse };
  readonly GetPermission: { readonly input: GetPermissionRequest; readonly output: GetPermissionResponse };
  readonly GetResourcePolicies: { readonly input: GetResourcePoliciesRequest; readonly output: GetResourcePoliciesResponse };
  readonly GetResourceShareAssociations: { readonly input: GetResourceShareAssociationsRequest; readonly output: GetResourceShareAssociationsResponse };
  readonly GetResourceShareInvitations: { readonly input: GetResourceShareInvitationsRequest; readonly output: GetResourceShareInvitationsResponse };
  readonly GetResourceShares: { readonly input: GetResourceSharesRequest; readonly output: GetResourceSharesResponse };
  readonly ListPendingInvitationResources: { readonly input: ListPendingInvitationResourcesRequest; readonly output: ListPendingInvitationResourcesResponse };
  readonly ListPermissionAssociations: { readonly input: ListPermissionAssociationsRequest; readonly output: ListPermissionAssociationsResponse };
  readonly ListPermissionVersions: { readonly input: ListPermissionVersionsRequest; readonly output: ListPermissionVersionsResponse };
  readonly ListPermissions: { readonly input: ListPermissionsRequest; readonly output: ListPermissionsResponse };
  readonly ListPrincipals: { readonly input: ListPrincipalsRequest; readonly output: ListPrincipalsResponse };
  readonly ListReplacePermissionAssociationsWork: { readonly input: ListReplacePermissionAssociationsWorkRequest; readonly output: ListReplacePermissionAssociationsWorkResponse };
  readonly ListResourceSharePermissions: { readonly input: ListResourceSharePermissionsRequest; readonly output: ListResourceSharePermissionsResponse };
  readonly ListResourceTypes: { readonly input: ListResourceTypesRequest; readonly output: ListResourceTypesResponse };
  readonly ListResources: { readonly input: ListResourcesRequest; readonly output: ListResourcesResponse };
  readonly ListSourceAssociations: { readonly input: ListSourceAssociationsRequest; readonly output: ListSourceAssociationsResponse };
  readonly PromotePermissionCreatedFromPolicy: { readonly input: PromotePermissionCreatedFromPolicyRequest; readonly output: PromotePermissionCreatedFromPolicyResponse };
  readonly PromoteResourceShareCreatedFromPolicy: { readonly input: PromoteResourceShareCreatedFromPolicyRequest; readonly output: PromoteResourceShareCreatedFromPolicyResponse };
  readonly RejectResourceShareInvitation: { readonly input: RejectResourceShareInvitationRequest; readonly output: RejectResourceShareInvitationResponse };
  readonly ReplacePermissionAssociations: { readonly input: ReplacePermissionAssociationsRequest; readonly output: ReplacePermissionAssociationsResponse };
  readonly SetDefaultPermissionVersion: { readonly input: SetDefaultPermissionVersionRequest; readonly output: SetDefaultPermissionVersionResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: TagResourceResponse };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: UntagResourceResponse };
  readonly UpdateResourceShare: { readonly input: UpdateResourceShareRequest; readonly output: UpdateResourceShareResponse };
}
