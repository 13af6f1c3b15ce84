// Generated from the API model of ACM PCA; see scripts/generate-models.

export interface ASN1Subject {
  readonly Country?: string | undefined;
  readonly Organization?: string | undefined;
  readonly OrganizationalUnit?: string | undefined;
  readonly DistinguishedNameQualifier?: string | undefined;
  readonly State?: string | undefined;
  readonly CommonName?: string | undefined;
  readonly SerialNumber?: string | undefined;
  readonly Locality?: string | undefined;
  readonly Title?: string | undefined;
  readonly Surname?: string | undefined;
  readonly GivenName?: string | undefined;
  readonly Initials?: string | undefined;
  readonly Pseudonym?: string | undefined;
  readonly GenerationQualifier?: string | undefined;
  readonly CustomAttributes?: readonly (CustomAttribute)[] | undefined;
}
export interface AccessDescription {
  readonly AccessMethod: AccessMethod;
  readonly AccessLocation: GeneralName;
}
export interface AccessMethod {
  readonly CustomObjectIdentifier?: string | undefined;
  readonly AccessMethodType?: AccessMethodType | undefined;
}
export type AccessMethodType = "CA_REPOSITORY" | "RESOURCE_PKI_MANIFEST" | "RESOURCE_PKI_NOTIFY";
export type ActionType = "IssueCertificate" | "GetCertificate" | "ListPermissions";
export interface ApiPassthrough {
  readonly Extensions?: Extensions | undefined;
  readonly Subject?: ASN1Subject | undefined;
}
export type AuditReportResponseFormat = "JSON" | "CSV";
export type AuditReportStatus = "CREATING" | "SUCCESS" | "FAILED";
export interface CertificateAuthority {
  readonly Arn?: string | undefined;
  readonly OwnerAccount?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly LastStateChangeAt?: Date | undefined;
  readonly Type?: CertificateAuthorityType | undefined;
  readonly Serial?: string | undefined;
  readonly Status?: CertificateAuthorityStatus | undefined;
  readonly NotBefore?: Date | undefined;
  readonly NotAfter?: Date | undefined;
  readonly FailureReason?: FailureReason | undefined;
  readonly CertificateAuthorityConfiguration?: CertificateAuthorityConfiguration | undefined;
  readonly RevocationConfiguration?: RevocationConfiguration | undefined;
  readonly RestorableUntil?: Date | undefined;
  readonly KeyStorageSecurityStandard?: KeyStorageSecurityStandard | undefined;
  readonly UsageMode?: CertificateAuthorityUsageMode | undefined;
}
export interface CertificateAuthorityConfiguration {
  readonly KeyAlgorithm: KeyAlgorithm;
  readonly SigningAlgorithm: SigningAlgorithm;
  readonly Subject: ASN1Subject;
  readonly CsrExtensions?: CsrExtensions | undefined;
}
export type CertificateAuthorityStatus = "CREATING" | "PENDING_CERTIFICATE" | "ACTIVE" | "DELETED" | "DISABLED" | "EXPIRED" | "FAILED";
export type CertificateAuthorityType = "ROOT" | "SUBORDINATE";
export type CertificateAuthorityUsageMode = "GENERAL_PURPOSE" | "SHORT_LIVED_CERTIFICATE";
export interface CreateCertificateAuthorityAuditReportRequest {
  readonly CertificateAuthorityArn: string;
  readonly S3BucketName: string;
  readonly AuditReportResponseFormat: AuditReportResponseFormat;
}
export interface CreateCertificateAuthorityAuditReportResponse {
  readonly AuditReportId?: string | undefined;
  readonly S3Key?: string | undefined;
}
export interface CreateCertificateAuthorityRequest {
  readonly CertificateAuthorityConfiguration: CertificateAuthorityConfiguration;
  readonly RevocationConfiguration?: RevocationConfiguration | undefined;
  readonly CertificateAuthorityType: CertificateAuthorityType;
  readonly IdempotencyToken?: string | undefined;
  readonly KeyStorageSecurityStandard?: KeyStorageSecurityStandard | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly UsageMode?: CertificateAuthorityUsageMode | undefined;
}
export interface CreateCertificateAuthorityResponse {
  readonly CertificateAuthorityArn?: string | undefined;
}
export interface CreatePermissionRequest {
  readonly CertificateAuthorityArn: string;
  readonly Principal: string;
  readonly SourceAccount?: string | undefined;
  readonly Actions: readonly (ActionType)[];
}
export interface CrlConfiguration {
  readonly Enabled: boolean;
  readonly ExpirationInDays?: number | undefined;
  readonly CustomCname?: string | undefined;
  readonly S3BucketName?: string | undefined;
  readonly S3ObjectAcl?: S3ObjectAcl | undefined;
  readonly CrlDistributionPointExtensionConfiguration?: CrlDistributionPointExtensionConfiguration | undefined;
  readonly CrlType?: CrlType | undefined;
  readonly CustomPath?: string | undefined;
}
export interface CrlDistributionPointExtensionConfiguration {
  readonly OmitExtension: boolean;
}
export type CrlType = "COMPLETE" | "PARTITIONED";
export interface CsrExtensions {
  readonly KeyUsage?: KeyUsage | undefined;
  readonly SubjectInformationAccess?: readonly (AccessDescription)[] | undefined;
}
export interface CustomAttribute {
  readonly ObjectIdentifier: string;
  readonly Value: string;
}
export interface CustomExtension {
  readonly ObjectIdentifier: string;
  readonly Value: string;
  readonly Critical?: boolean | undefined;
}
export interface DeleteCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
  readonly PermanentDeletionTimeInDays?: number | undefined;
}
export interface DeletePermissionRequest {
  readonly CertificateAuthorityArn: string;
  readonly Principal: string;
  readonly SourceAccount?: string | undefined;
}
export interface DeletePolicyRequest {
  readonly ResourceArn: string;
}
export interface DescribeCertificateAuthorityAuditReportRequest {
  readonly CertificateAuthorityArn: string;
  readonly AuditReportId: string;
}
export interface DescribeCertificateAuthorityAuditReportResponse {
  readonly AuditReportStatus?: AuditReportStatus | undefined;
  readonly S3BucketName?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly CreatedAt?: Date | undefined;
}
export interface DescribeCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
}
export interface DescribeCertificateAuthorityResponse {
  readonly CertificateAuthority?: CertificateAuthority | undefined;
}
export interface EdiPartyName {
  readonly PartyName: string;
  readonly NameAssigner?: string | undefined;
}
export interface ExtendedKeyUsage {
  readonly ExtendedKeyUsageType?: ExtendedKeyUsageType | undefined;
  readonly ExtendedKeyUsageObjectIdentifier?: string | undefined;
}
export type ExtendedKeyUsageType = "SERVER_AUTH" | "CLIENT_AUTH" | "CODE_SIGNING" | "EMAIL_PROTECTION" | "TIME_STAMPING" | "OCSP_SIGNING" | "SMART_CARD_LOGIN" | "DOCUMENT_SIGNING" | "CERTIFICATE_TRANSPARENCY";
export interface Extensions {
  readonly CertificatePolicies?: readonly (PolicyInformation)[] | undefined;
  readonly ExtendedKeyUsage?: readonly (ExtendedKeyUsage)[] | undefined;
  readonly KeyUsage?: KeyUsage | undefined;
  readonly SubjectAlternativeNames?: readonly (GeneralName)[] | undefined;
  readonly CustomExtensions?: readonly (CustomExtension)[] | undefined;
}
export type FailureReason = "REQUEST_TIMED_OUT" | "UNSUPPORTED_ALGORITHM" | "OTHER";
export interface GeneralName {
  readonly OtherName?: OtherName | undefined;
  readonly Rfc822Name?: string | undefined;
  readonly DnsName?: string | undefined;
  readonly DirectoryName?: ASN1Subject | undefined;
  readonly EdiPartyName?: EdiPartyName | undefined;
  readonly UniformResourceIdentifier?: string | undefined;
  readonly IpAddress?: string | undefined;
  readonly RegisteredId?: string | undefined;
}
export interface GetCertificateAuthorityCertificateRequest {
  readonly CertificateAuthorityArn: string;
}
export interface GetCertificateAuthorityCertificateResponse {
  readonly Certificate?: string | undefined;
  readonly CertificateChain?: string | undefined;
}
export interface GetCertificateAuthorityCsrRequest {
  readonly CertificateAuthorityArn: string;
}
export interface GetCertificateAuthorityCsrResponse {
  readonly Csr?: string | undefined;
}
export interface GetCertificateRequest {
  readonly CertificateAuthorityArn: string;
  readonly CertificateArn: string;
}
export interface GetCertificateResponse {
  readonly Certificate?: string | undefined;
  readonly CertificateChain?: string | undefined;
}
export interface GetPolicyRequest {
  readonly ResourceArn: string;
}
export interface GetPolicyResponse {
  readonly Policy?: string | undefined;
}
export interface ImportCertificateAuthorityCertificateRequest {
  readonly CertificateAuthorityArn: string;
  readonly Certificate: Uint8Array;
  readonly CertificateChain?: Uint8Array | undefined;
}
export interface IssueCertificateRequest {
  readonly ApiPassthrough?: ApiPassthrough | undefined;
  readonly CertificateAuthorityArn: string;
  readonly Csr: Uint8Array;
  readonly SigningAlgorithm: SigningAlgorithm;
  readonly TemplateArn?: string | undefined;
  readonly Validity: Validity;
  readonly ValidityNotBefore?: Validity | undefined;
  readonly IdempotencyToken?: string | undefined;
}
export interface IssueCertificateResponse {
  readonly CertificateArn?: string | undefined;
}
export type KeyAlgorithm = "RSA_2048" | "RSA_3072" | "RSA_4096" | "EC_prime256v1" | "EC_secp384r1" | "EC_secp521r1" | "ML_DSA_44" | "ML_DSA_65" | "ML_DSA_87" | "SM2";
export type KeyStorageSecurityStandard = "FIPS_140_2_LEVEL_2_OR_HIGHER" | "FIPS_140_2_LEVEL_3_OR_HIGHER" | "CCPC_LEVEL_1_OR_HIGHER";
export interface KeyUsage {
  readonly DigitalSignature?: boolean | undefined;
  readonly NonRepudiation?: boolean | undefined;
  readonly KeyEncipherment?: boolean | undefined;
  readonly DataEncipherment?: boolean | undefined;
  readonly KeyAgreement?: boolean | undefined;
  readonly KeyCertSign?: boolean | undefined;
  readonly CRLSign?: boolean | undefined;
  readonly EncipherOnly?: boolean | undefined;
  readonly DecipherOnly?: boolean | undefined;
}
export interface ListCertificateAuthoritiesRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly ResourceOwner?: ResourceOwner | undefined;
}
export interface ListCertificateAuthoritiesResponse {
  readonly NextToken?: string | undefined;
  readonly CertificateAuthorities?: readonly (CertificateAuthority)[] | undefined;
}
export interface ListPermissionsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly CertificateAuthorityArn: string;
}
export interface ListPermissionsResponse {
  readonly NextToken?: string | undefined;
  readonly Permissions?: readonly (Permission)[] | undefined;
}
export interface ListTagsRequest {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly CertificateAuthorityArn: string;
}
export interface ListTagsResponse {
  readonly NextToken?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface OcspConfiguration {
  readonly Enabled: boolean;
  readonly OcspCustomCname?: string | undefined;
}
export interface OtherName {
  readonly TypeId: string;
  readonly Value: string;
}
export interface Permission {
  readonly CertificateAuthorityArn?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly Principal?: string | undefined;
  readonly SourceAccount?: string | undefined;
  readonly Actions?: readonly (ActionType)[] | undefined;
  readonly Policy?: string | undefined;
}
export interface PolicyInformation {
  readonly CertPolicyId: string;
  readonly PolicyQualifiers?: readonly (PolicyQualifierInfo)[] | undefined;
}
export type PolicyQualifierId = "CPS";
export interface PolicyQualifierInfo {
  readonly PolicyQualifierId: PolicyQualifierId;
  readonly Qualifier: Qualifier;
}
export interface PutPolicyRequest {
  readonly ResourceArn: string;
  readonly Policy: string;
}
export interface Qualifier {
  readonly CpsUri: string;
}
export type ResourceOwner = "SELF" | "OTHER_ACCOUNTS";
export interface RestoreCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
}
export interface RevocationConfiguration {
  readonly CrlConfiguration?: CrlConfiguration | undefined;
  readonly OcspConfiguration?: OcspConfiguration | undefined;
}
export type RevocationReason = "UNSPECIFIED" | "KEY_COMPROMISE" | "CERTIFICATE_AUTHORITY_COMPROMISE" | "AFFILIATION_CHANGED" | "SUPERSEDED" | "CESSATION_OF_OPERATION" | "PRIVILEGE_WITHDRAWN" | "A_A_COMPROMISE";
export interface RevokeCertificateRequest {
  readonly CertificateAuthorityArn: string;
  readonly CertificateSerial: string;
  readonly RevocationReason: RevocationReason;
}
export type S3ObjectAcl = "PUBLIC_READ" | "BUCKET_OWNER_FULL_CONTROL";
export type SigningAlgorithm = "SHA256WITHECDSA" | "SHA384WITHECDSA" | "SHA512WITHECDSA" | "SHA256WITHRSA" | "SHA384WITHRSA" | "SHA512WITHRSA" | "SM3WITHSM2" | "ML_DSA_44" | "ML_DSA_65" | "ML_DSA_87";
export interface Tag {
  readonly Key: string;
  readonly Value?: string | undefined;
}
export interface TagCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface UntagCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface UpdateCertificateAuthorityRequest {
  readonly CertificateAuthorityArn: string;
  readonly RevocationConfiguration?: RevocationConfiguration | undefined;
  readonly Status?: CertificateAuthorityStatus | undefined;
}
export interface Validity {
  readonly Value: number;
  readonly Type: ValidityPeriodType;
}
export type ValidityPeriodType = "END_DATE" | "ABSOLUTE" | "DAYS" | "MONTHS" | "YEARS";

export interface AcmPcaOperations {
  readonly CreateCertificateAuthority: { readonly input: CreateCertificateAuthorityRequest; readonly output: CreateCertificateAuthorityResponse };
  readonly CreateCertificateAuthorityAuditReport: { readonly input: CreateCertificateAuthorityAuditReportRequest; readonly output: CreateCertificateAuthorityAuditReportResponse };
  readonly CreatePermission: { readonly input: CreatePermissionRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteCertificateAuthority: { readonly input: DeleteCertificateAuthorityRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePermission: { readonly input: DeletePermissionRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeletePolicy: { readonly input: DeletePolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly DescribeCertificateAuthority: { readonly input: DescribeCertificateAuthorityRequest; readonly output: DescribeCertificateAuthorityResponse };
  readonly DescribeCertificateAuthorityAuditReport: { readonly input: DescribeCertificateAuthorityAuditReportRequest; readonly output: DescribeCertificateAuthorityAuditReportResponse };
  readonly GetCertificate: { readonly input: GetCertificateRequest; readonly output: GetCertificateResponse };
  readonly GetCertificateAuthorityCertificate: { readonly input: GetCertificateAuthorityCertificateRequest; readonly output: GetCertificateAuthorityCertificateResponse };
  readonly GetCertificateAuthorityCsr: { readonly input: GetCertificateAuthorityCsrRequest; readonly output: GetCertificateAuthorityCsrResponse };
  readonly GetPolicy: { readonly input: GetPolicyRequest; readonly output: GetPolicyResponse };
  readonly ImportCertificateAuthorityCertificate: { readonly input: ImportCertificateAuthorityCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly IssueCertificate: { readonly input: IssueCertificateRequest; readonly output: IssueCertificateResponse };
  readonly ListCertificateAuthorities: { readonly input: ListCertificateAuthoritiesRequest; readonly output: ListCertificateAuthoritiesResponse };
  readonly ListPermissions: { readonly input: ListPermissionsRequest; readonly output: ListPermissionsResponse };
  readonly ListTags: { readonly input: ListTagsRequest; readonly output: ListTagsResponse };
  readonly PutPolicy: { readonly input: PutPolicyRequest; readonly output: Readonly<Record<string, never>> };
  readonly RestoreCertificateAuthority: { readonly input: RestoreCertificateAuthorityRequest; readonly output: Readonly<Record<string, never>> };
  readonly RevokeCertificate: { readonly input: RevokeCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly TagCertificateAuthority: { readonly input: TagCertificateAuthorityRequest; readonly output: Readonly<Record<string, never>> };
  readonly UntagCertificateAuthority: { readonly input: UntagCertificateAuthorityRequest; readonly output: Readonly<Record<string, never>> };
  readonly UpdateCertificateAuthority: { readonly input: UpdateCertificateAuthorityRequest; readonly output: Readonly<Record<string, never>> };
}
