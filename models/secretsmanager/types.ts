// Generated from the API model of Secrets Manager; see scripts/generate-models.

export interface APIErrorType {
  readonly SecretId?: string | undefined;
  readonly ErrorCode?: string | undefined;
  readonly Message?: string | undefined;
}
export interface BatchGetSecretValueRequest {
  readonly SecretIdList?: readonly (string)[] | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}
export interface BatchGetSecretValueResponse {
  readonly SecretValues?: readonly (SecretValueEntry)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly Errors?: readonly (APIErrorType)[] | undefined;
}
export interface CancelRotateSecretRequest {
  readonly SecretId: string;
}
export interface CancelRotateSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface CreateSecretRequest {
  readonly Name: string;
  readonly ClientRequestToken?: string | undefined;
  readonly Description?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly SecretString?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly AddReplicaRegions?: readonly (ReplicaRegionType)[] | undefined;
  readonly ForceOverwriteReplicaSecret?: boolean | undefined;
  readonly Type?: string | undefined;
}
export interface CreateSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly ReplicationStatus?: readonly (ReplicationStatusType)[] | undefined;
}
export interface DeleteResourcePolicyRequest {
  readonly SecretId: string;
}
export interface DeleteResourcePolicyResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
}
export interface DeleteSecretRequest {
  readonly SecretId: string;
  readonly RecoveryWindowInDays?: number | undefined;
  readonly ForceDeleteWithoutRecovery?: boolean | undefined;
}
export interface DeleteSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly DeletionDate?: Date | undefined;
}
export interface DescribeSecretRequest {
  readonly SecretId: string;
}
export interface DescribeSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Description?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly RotationEnabled?: boolean | undefined;
  readonly RotationLambdaARN?: string | undefined;
  readonly RotationRules?: RotationRulesType | undefined;
  readonly ExternalSecretRotationMetadata?: readonly (ExternalSecretRotationMetadataItem)[] | undefined;
  readonly ExternalSecretRotationRoleArn?: string | undefined;
  readonly LastRotatedDate?: Date | undefined;
  readonly LastChangedDate?: Date | undefined;
  readonly LastAccessedDate?: Date | undefined;
  readonly DeletedDate?: Date | undefined;
  readonly NextRotationDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly VersionIdsToStages?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly OwningService?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly PrimaryRegion?: string | undefined;
  readonly ReplicationStatus?: readonly (ReplicationStatusType)[] | undefined;
}
export interface ExternalSecretRotationMetadataItem {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface Filter {
  readonly Key?: FilterNameStringType | undefined;
  readonly Values?: readonly (string)[] | undefined;
}
export type FilterNameStringType = "description" | "name" | "tag-key" | "tag-value" | "primary-region" | "owning-service" | "all";
export interface GetRandomPasswordRequest {
  readonly PasswordLength?: number | undefined;
  readonly ExcludeCharacters?: string | undefined;
  readonly ExcludeNumbers?: boolean | undefined;
  readonly ExcludePunctuation?: boolean | undefined;
  readonly ExcludeUppercase?: boolean | undefined;
  readonly ExcludeLowercase?: boolean | undefined;
  readonly IncludeSpace?: boolean | undefined;
  readonly RequireEachIncludedType?: boolean | undefined;
}
export interface GetRandomPasswordResponse {
  readonly RandomPassword?: string | undefined;
}
export interface GetResourcePolicyRequest {
  readonly SecretId: string;
}
export interface GetResourcePolicyResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly ResourcePolicy?: string | undefined;
}
export interface GetSecretValueRequest {
  readonly SecretId: string;
  readonly VersionId?: string | undefined;
  readonly VersionStage?: string | undefined;
}
export interface GetSecretValueResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly SecretString?: string | undefined;
  readonly VersionStages?: readonly (string)[] | undefined;
  readonly CreatedDate?: Date | undefined;
}
export interface ListSecretVersionIdsRequest {
  readonly SecretId: string;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly IncludeDeprecated?: boolean | undefined;
}
export interface ListSecretVersionIdsResponse {
  readonly Versions?: readonly (SecretVersionsListEntry)[] | undefined;
  readonly NextToken?: string | undefined;
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
}
export interface ListSecretsRequest {
  readonly IncludePlannedDeletion?: boolean | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: readonly (Filter)[] | undefined;
  readonly SortOrder?: SortOrderType | undefined;
  readonly SortBy?: SortByType | undefined;
}
export interface ListSecretsResponse {
  readonly SecretList?: readonly (SecretListEntry)[] | undefined;
  readonly NextToken?: string | undefined;
}
export interface PutResourcePolicyRequest {
  readonly SecretId: string;
  readonly ResourcePolicy: string;
  readonly BlockPublicPolicy?: boolean | undefined;
}
export interface PutResourcePolicyResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
}
export interface PutSecretValueRequest {
  readonly SecretId: string;
  readonly ClientRequestToken?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly SecretString?: string | undefined;
  readonly VersionStages?: readonly (string)[] | undefined;
  readonly RotationToken?: string | undefined;
}
export interface PutSecretValueResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly VersionStages?: readonly (string)[] | undefined;
}
export interface RemoveRegionsFromReplicationRequest {
  readonly SecretId: string;
  readonly RemoveReplicaRegions: readonly (string)[];
}
export interface RemoveRegionsFromReplicationResponse {
  readonly ARN?: string | undefined;
  readonly ReplicationStatus?: readonly (ReplicationStatusType)[] | undefined;
}
export interface ReplicaRegionType {
  readonly Region?: string | undefined;
  readonly KmsKeyId?: string | undefined;
}
export interface ReplicateSecretToRegionsRequest {
  readonly SecretId: string;
  readonly AddReplicaRegions: readonly (ReplicaRegionType)[];
  readonly ForceOverwriteReplicaSecret?: boolean | undefined;
}
export interface ReplicateSecretToRegionsResponse {
  readonly ARN?: string | undefined;
  readonly ReplicationStatus?: readonly (ReplicationStatusType)[] | undefined;
}
export interface ReplicationStatusType {
  readonly Region?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly Status?: StatusType | undefined;
  readonly StatusMessage?: string | undefined;
  readonly LastAccessedDate?: Date | undefined;
}
export interface RestoreSecretRequest {
  readonly SecretId: string;
}
export interface RestoreSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
}
export interface RotateSecretRequest {
  readonly SecretId: string;
  readonly ClientRequestToken?: string | undefined;
  readonly RotationLambdaARN?: string | undefined;
  readonly RotationRules?: RotationRulesType | undefined;
  readonly ExternalSecretRotationMetadata?: readonly (ExternalSecretRotationMetadataItem)[] | undefined;
  readonly ExternalSecretRotationRoleArn?: string | undefined;
  readonly RotateImmediately?: boolean | undefined;
}
export interface RotateSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface RotationRulesType {
  readonly AutomaticallyAfterDays?: number | undefined;
  readonly Duration?: string | undefined;
  readonly ScheduleExpression?: string | undefined;
}
export interface SecretListEntry {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly Type?: string | undefined;
  readonly Description?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly RotationEnabled?: boolean | undefined;
  readonly RotationLambdaARN?: string | undefined;
  readonly RotationRules?: RotationRulesType | undefined;
  readonly ExternalSecretRotationMetadata?: readonly (ExternalSecretRotationMetadataItem)[] | undefined;
  readonly ExternalSecretRotationRoleArn?: string | undefined;
  readonly LastRotatedDate?: Date | undefined;
  readonly LastChangedDate?: Date | undefined;
  readonly LastAccessedDate?: Date | undefined;
  readonly DeletedDate?: Date | undefined;
  readonly NextRotationDate?: Date | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly SecretVersionsToStages?: { readonly [key: string]: readonly (string)[] } | undefined;
  readonly OwningService?: string | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly PrimaryRegion?: string | undefined;
}
export interface SecretValueEntry {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly SecretString?: string | undefined;
  readonly VersionStages?: readonly (string)[] | undefined;
  readonly CreatedDate?: Date | undefined;
}
export interface SecretVersionsListEntry {
  readonly VersionId?: string | undefined;
  readonly VersionStages?: readonly (string)[] | undefined;
  readonly LastAccessedDate?: Date | undefined;
  readonly CreatedDate?: Date | undefined;
  readonly KmsKeyIds?: readonly (string)[] | undefined;
}
export type SortByType = "created-date" | "last-accessed-date" | "last-changed-date" | "name";
export type SortOrderType = "asc" | "desc";
export type StatusType = "InSync" | "Failed" | "InProgress";
export interface StopReplicationToReplicaRequest {
  readonly SecretId: string;
}
export interface StopReplicationToReplicaResponse {
  readonly ARN?: string | undefined;
}
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}
export interface TagResourceRequest {
  readonly SecretId: string;
  readonly Tags: readonly (Tag)[];
}
export interface UntagResourceRequest {
  readonly SecretId: string;
  readonly TagKeys: readonly (string)[];
}
export interface UpdateSecretRequest {
  readonly SecretId: string;
  readonly ClientRequestToken?: string | undefined;
  readonly Description?: string | undefined;
  readonly KmsKeyId?: string | undefined;
  readonly SecretBinary?: Uint8Array | undefined;
  readonly SecretString?: string | undefined;
  readonly Type?: string | undefined;
}
export interface UpdateSecretResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly VersionId?: string | undefined;
}
export interface UpdateSecretVersionStageRequest {
  readonly SecretId: string;
  readonly VersionStage: string;
  readonly RemoveFromVersionId?: string | undefined;
  readonly MoveToVersionId?: string | undefined;
}
export interface UpdateSecretVersionStageResponse {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
}
export interface ValidateResourcePolicyRequest {
  readonly SecretId?: string | undefined;
  readonly ResourcePolicy: string;
}
export interface ValidateResourcePolicyResponse {
  readonly PolicyValidationPassed?: boolean | undefined;
  readonly ValidationErrors?: readonly (ValidationErrorsEntry)[] | undefined;
}
export interface ValidationErrorsEntry {
  readonly CheckName?: string | undefined;
  readonly ErrorMessage?: string | undefined;
}

export interface SecretsmanagerOperations {
  readonly BatchGetSecretValue: { readonly input: BatchGetSecretValueRequest; readonly output: BatchGetSecretValueResponse };
  readonly CancelRotateSecret: { readonly input: CancelRotateSecretRequest; readonly output: CancelRotateSecretResponse };
  readonly CreateSecret: { readonly input: CreateSecretRequest; readonly output: CreateSecretResponse };
  readonly DeleteResourcePolicy: { readonly input: DeleteResourcePolicyRequest; readonly output: DeleteResourcePolicyResponse };
  readonly DeleteSecret: { readonly input: DeleteSecretRequest; readonly output: DeleteSecretResponse };
  readonly DescribeSecret: { readonly input: DescribeSecretRequest; readonly output: DescribeSecretResponse };
  readonly GetRandomPassword: { readonly input: GetRandomPasswordRequest; readonly output: GetRandomPasswordResponse };
  readonly GetResourcePolicy: { readonly input: GetResourcePolicyRequest; readonly output: GetResourcePolicyResponse };
  readonly GetSecretValue: { readonly input: GetSecretValueRequest; readonly output: GetSecretValueResponse };
  readonly ListSecretVersionIds: { readonly input: ListSecretVersionIdsRequest; readonly output: ListSecretVersionIdsResponse };
  readonly ListSecrets: { readonly input: ListSecretsRequest; readonly output: ListSecretsResponse };
  readonly PutResourcePolicy: { readonly input: PutResourcePolicyRequest; readonly output: PutResourcePolicyResponse };
  readonly PutSecretValue: { readonly input: PutSecretValueRequest; readonly output: PutSecretValueResponse };
  readonly RemoveRegionsFromReplication: { readonly input: RemoveRegionsFromReplicationRequest; readonly output: RemoveRegionsFromReplicationResponse };
  readonly ReplicateSecretToRegions: { readonly input: ReplicateSecretToRegionsRequest; readonly output: ReplicateSecretToRegionsResponse };
  readonly RestoreSecret: { readonly input: RestoreSecretRequest; readonly output: RestoreSecretResponse };
  readonly RotateSecret: { readonly input: RotateSecretRequest; readonly output: RotateSecretResponse };
  readonly StopReplicationToReplica: { readonly input: StopReplicationToReplicaRequest; readonly output: StopReplicationToReplicaResponse };
  readonly TagResource: { readonly input: TagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagResource: { readonly input: UntagResourceRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateSecret: { readonly input: UpdateSecretRequest; readonly output: UpdateSecretResponse };
  readonly UpdateSecretVersionStage: { readonly input: UpdateSecretVersionStageRequest; readonly output: UpdateSecretVersionStageResponse };
  readonly ValidateResourcePolicy: { readonly input: ValidateResourcePolicyRequest; readonly output: ValidateResourcePolicyResponse };
}
