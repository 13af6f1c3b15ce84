// Generated from the API model of ACM; see scripts/generate-models.

export interface AcmCertificateMetadata {
  readonly CreatedAt?: Date | undefined;
  readonly Exported?: boolean | undefined;
  readonly ImportedAt?: Date | undefined;
  readonly InUse?: boolean | undefined;
  readonly IssuedAt?: Date | undefined;
  readonly RenewalEligibility?: RenewalEligibility | undefined;
  readonly RevokedAt?: Date | undefined;
  readonly Status?: CertificateStatus | undefined;
  readonly RenewalStatus?: RenewalStatus | undefined;
  readonly Type?: CertificateType | undefined;
  readonly ExportOption?: CertificateExport | undefined;
  readonly ManagedBy?: CertificateManagedBy | undefined;
  readonly ValidationMethod?: ValidationMethod | undefined;
}
export interface AcmCertificateMetadataFilter {
  readonly Status?: CertificateStatus | undefined;
  readonly RenewalStatus?: RenewalStatus | undefined;
  readonly Type?: CertificateType | undefined;
  readonly InUse?: boolean | undefined;
  readonly Exported?: boolean | undefined;
  readonly ExportOption?: CertificateExport | undefined;
  readonly ManagedBy?: CertificateManagedBy | undefined;
  readonly ValidationMethod?: ValidationMethod | undefined;
}
export interface AddTagsToCertificateRequest {
  readonly CertificateArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface CertificateDetail {
  readonly CertificateArn?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly SubjectAlternativeNames?: readonly (string)[] | undefined;
  readonly ManagedBy?: CertificateManagedBy | undefined;
  readonly DomainValidationOptions?: readonly (DomainValidation)[] | undefined;
  readonly Serial?: string | undefined;
  readonly Subject?: string | undefined;
  readonly Issuer?: string | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly IssuedAt?: Date | undefined;
  readonly ImportedAt?: Date | undefined;
  readonly Status?: CertificateStatus | undefined;
  readonly RevokedAt?: Date | undefined;
  readonly RevocationReason?: RevocationReason | undefined;
  readonly NotBefore?: Date | undefined;
  readonly NotAfter?: Date | undefined;
  readonly KeyAlgorithm?: KeyAlgorithm | undefined;
  readonly SignatureAlgorithm?: string | undefined;
  readonly InUseBy?: readonly (string)[] | undefined;
  readonly FailureReason?: FailureReason | undefined;
  readonly Type?: CertificateType | undefined;
  readonly RenewalSummary?: RenewalSummary | undefined;
  readonly KeyUsages?: readonly (KeyUsage)[] | undefined;
  readonly ExtendedKeyUsages?: readonly (ExtendedKeyUsage)[] | undefined;
  readonly CertificateAuthorityArn?: string | undefined;
  readonly RenewalEligibility?: RenewalEligibility | undefined;
  readonly Options?: CertificateOptions | undefined;
}
export type CertificateExport = "ENABLED" | "DISABLED";
export interface CertificateFilter {
  readonly CertificateArn?: string | undefined;
  readonly X509AttributeFilter?: X509AttributeFilter | undefined;
  readonly AcmCertificateMetadataFilter?: AcmCertificateMetadataFilter | undefined;
}
export interface CertificateFilterStatement {
  readonly And?: readonly (CertificateFilterStatement)[] | undefined;
  readonly Or?: readonly (CertificateFilterStatement)[] | undefined;
  readonly Not?: CertificateFilterStatement | undefined;
  readonly Filter?: CertificateFilter | undefined;
}
export type CertificateManagedBy = "CLOUDFRONT";
export interface CertificateMetadata {
  readonly AcmCertificateMetadata?: AcmCertificateMetadata | undefined;
}
export interface CertificateOptions {
  readonly CertificateTransparencyLoggingPreference?: CertificateTransparencyLoggingPreference | undefined;
  readonly Export?: CertificateExport | undefined;
}
export interface CertificateSearchResult {
  readonly CertificateArn?: string | undefined;
  readonly X509Attributes?: X509Attributes | undefined;
  readonly CertificateMetadata?: CertificateMetadata | undefined;
}
export type CertificateStatus = "PENDING_VALIDATION" | "ISSUED" | "INACTIVE" | "EXPIRED" | "VALIDATION_TIMED_OUT" | "REVOKED" | "FAILED";
export interface CertificateSummary {
  readonly CertificateArn?: string | undefined;
  readonly DomainName?: string | undefined;
  readonly SubjectAlternativeNameSummaries?: readonly (string)[] | undefined;
  readonly HasAdditionalSubjectAlternativeNames?: boolean | undefined;
  readonly Status?: CertificateStatus | undefined;
  readonly Type?: CertificateType | undefined;
  readonly KeyAlgorithm?: KeyAlgorithm | undefined;
  readonly KeyUsages?: readonly (KeyUsageName)[] | undefined;
  readonly ExtendedKeyUsages?: readonly (ExtendedKeyUsageName)[] | undefined;
  readonly ExportOption?: CertificateExport | undefined;
  readonly InUse?: boolean | undefined;
  readonly Exported?: boolean | undefined;
  readonly RenewalEligibility?: RenewalEligibility | undefined;
  readonly NotBefore?: Date | undefined;
  readonly NotAfter?: Date | undefined;
  readonly CreatedAt?: Date | undefined;
  readonly IssuedAt?: Date | undefined;
  readonly ImportedAt?: Date | undefined;
  readonly RevokedAt?: Date | undefined;
  readonly ManagedBy?: CertificateManagedBy | undefined;
}
export type CertificateTransparencyLoggingPreference = "ENABLED" | "DISABLED";
export type CertificateType = "IMPORTED" | "AMAZON_ISSUED" | "PRIVATE";
export interface CommonNameFilter {
  readonly Value: string;
  readonly ComparisonOperator: ComparisonOperator;
}
export type ComparisonOperator = "CONTAINS" | "EQUALS";
export interface CustomAttribute {
  readonly ObjectIdentifier?: string | undefined;
  readonly Value?: string | undefined;
}
export interface DeleteCertificateRequest {
  readonly CertificateArn: string;
}
export interface DescribeCertificateRequest {
  readonly CertificateArn: string;
}
export interface DescribeCertificateResponse {
  readonly Certificate?: CertificateDetail | undefined;
}
export interface DistinguishedName {
  readonly CommonName?: string | undefined;
  readonly DomainComponents?: readonly (string)[] | undefined;
  readonly Country?: string | undefined;
  readonly CustomAttributes?: readonly (CustomAttribute)[] | undefined;
  readonly DistinguishedNameQualifier?: string | undefined;
  readonly GenerationQualifier?: string | undefined;
  readonly GivenName?: string | undefined;
  readonly Initials?: string | undefined;
  readonly Locality?: string | undefined;
  readonly Organization?: string | undefined;
  readonly OrganizationalUnit?: string | undefined;
  readonly Pseudonym?: string | undefined;
  readonly SerialNumber?: string | undefined;
  readonly State?: string | undefined;
  readonly Surname?: string | undefined;
  readonly Title?: string | undefined;
}
export interface DnsNameFilter {
  readonly Value: string;
  readonly ComparisonOperator: ComparisonOperator;
}
export type DomainStatus = "PENDING_VALIDATION" | "SUCCESS" | "FAILED";
export interface DomainValidation {
  readonly DomainName: string;
  readonly ValidationEmails?: readonly (string)[] | undefined;
  readonly ValidationDomain?: string | undefined;
  readonly ValidationStatus?: DomainStatus | undefined;
  readonly ResourceRecord?: ResourceRecord | undefined;
  readonly HttpRedirect?: HttpRedirect | undefined;
  readonly ValidationMethod?: ValidationMethod | undefined;
}
export interface DomainValidationOption {
  readonly DomainName: string;
  readonly ValidationDomain: string;
}
export interface ExpiryEventsConfiguration {
  readonly DaysBeforeExpiry?: number | undefined;
}
export interface ExportCertificateRequest {
  readonly CertificateArn: string;
  readonly Passphrase: Uint8Array;
}
export interface ExportCertificateResponse {
  readonly Certificate?: string | undefined;
  readonly CertificateChain?: string | undefined;
  readonly PrivateKey?: string | undefined;
}
export interface ExtendedKeyUsage {
  readonly Name?: ExtendedKeyUsageName | undefined;
  readonly OID?: string | undefined;
}
export type ExtendedKeyUsageName = "TLS_WEB_SERVER_AUTHENTICATION" | "TLS_WEB_CLIENT_AUTHENTICATION" | "CODE_SIGNING" | "EMAIL_PROTECTION" | "TIME_STAMPING" | "OCSP_SIGNING" | "IPSEC_END_SYSTEM" | "IPSEC_TUNNEL" | "IPSEC_USER" | "ANY" | "NONE" | "CUSTOM";
export type FailureReason = "NO_AVAILABLE_CONTACTS" | "ADDITIONAL_VERIFICATION_REQUIRED" | "DOMAIN_NOT_ALLOWED" | "INVALID_PUBLIC_DOMAIN" | "DOMAIN_VALIDATION_DENIED" | "CAA_ERROR" | "PCA_LIMIT_EXCEEDED" | "PCA_INVALID_ARN" | "PCA_INVALID_STATE" | "PCA_REQUEST_FAILED" | "PCA_NAME_CONSTRAINTS_VALIDATION" | "PCA_RESOURCE_NOT_FOUND" | "PCA_INVALID_ARGS" | "PCA_INVALID_DURATION" | "PCA_ACCESS_DENIED" | "SLR_NOT_FOUND" | "OTHER";
export interface Filters {
  readonly extendedKeyUsage?: readonly (ExtendedKeyUsageName)[] | undefined;
  readonly keyUsage?: readonly (KeyUsageName)[] | undefined;
  readonly keyTypes?: readonly (KeyAlgorithm)[] | undefined;
  readonly exportOption?: CertificateExport | undefined;
  readonly managedBy?: CertificateManagedBy | undefined;
}
export interface GeneralName {
  readonly DirectoryName?: DistinguishedName | undefined;
  readonly DnsName?: string | undefined;
  readonly IpAddress?: string | undefined;
  readonly OtherName?: OtherName | undefined;
  readonly RegisteredId?: string | undefined;
  readonly Rfc822Name?: string | undefined;
  readonly UniformResourceIdentifier?: string | undefined;
}
export interface GetAccountConfigurationResponse {
  readonly ExpiryEvents?: ExpiryEventsConfiguration | undefined;
}
export interface GetCertificateRequest {
  readonly CertificateArn: string;
}
export interface GetCertificateResponse {
  readonly Certificate?: string | undefined;
  readonly CertificateChain?: string | undefined;
}
export interface HttpRedirect {
  readonly RedirectFrom?: string | undefined;
  readonly RedirectTo?: string | undefined;
}
export interface ImportCertificateRequest {
  readonly CertificateArn?: string | undefined;
  readonly Certificate: Uint8Array;
  readonly PrivateKey: Uint8Array;
  readonly CertificateChain?: Uint8Array | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface ImportCertificateResponse {
  readonly CertificateArn?: string | undefined;
}
export type KeyAlgorithm = "RSA_1024" | "RSA_2048" | "RSA_3072" | "RSA_4096" | "EC_prime256v1" | "EC_secp384r1" | "EC_secp521r1";
export interface KeyUsage {
  readonly Name?: KeyUsageName | undefined;
}
export type KeyUsageName = "DIGITAL_SIGNATURE" | "NON_REPUDIATION" | "KEY_ENCIPHERMENT" | "DATA_ENCIPHERMENT" | "KEY_AGREEMENT" | "CERTIFICATE_SIGNING" | "CRL_SIGNING" | "ENCIPHER_ONLY" | "DECIPHER_ONLY" | "ANY" | "CUSTOM";
export interface ListCertificatesRequest {
  readonly CertificateStatuses?: readonly (CertificateStatus)[] | undefined;
  readonly Includes?: Filters | undefined;
  readonly NextToken?: string | undefined;
  readonly MaxItems?: number | undefined;
  readonly SortBy?: SortBy | undefined;
  readonly SortOrder?: SortOrder | undefined;
}
export interface ListCertificatesResponse {
  readonly NextToken?: string | undefined;
  readonly CertificateSummaryList?: readonly (CertificateSummary)[] | undefined;
}
export interface ListTagsForCertificateRequest {
  readonly CertificateArn: string;
}
export interface ListTagsForCertificateResponse {
  readonly Tags?: readonly (Tag)[] | undefined;
}
export interface OtherName {
  readonly ObjectIdentifier?: string | undefined;
  readonly Value?: string | undefined;
}
export interface PutAccountConfigurationRequest {
  readonly ExpiryEvents?: ExpiryEventsConfiguration | undefined;
  readonly IdempotencyToken: string;
}
export type RecordType = "CNAME";
export interface RemoveTagsFromCertificateRequest {
  readonly CertificateArn: string;
  readonly Tags: readonly (Tag)[];
}
export interface RenewCertificateRequest {
  readonly CertificateArn: string;
}
export type RenewalEligibility = "ELIGIBLE" | "INELIGIBLE";
export type RenewalStatus = "PENDING_AUTO_RENEWAL" | "PENDING_VALIDATION" | "SUCCESS" | "FAILED";
export interface RenewalSummary {
  readonly RenewalStatus: RenewalStatus;
  readonly DomainValidationOptions: readonly (DomainValidation)[];
  readonly RenewalStatusReason?: FailureReason | undefined;
  readonly UpdatedAt: Date;
}
export interface RequestCertificateRequest {
  readonly DomainName: string;
  readonly ValidationMethod?: ValidationMethod | undefined;
  readonly SubjectAlternativeNames?: readonly (string)[] | undefined;
  readonly IdempotencyToken?: string | undefined;
  readonly DomainValidationOptions?: readonly (DomainValidationOption)[] | undefined;
  readonly Options?: CertificateOptions | undefined;
  readonly CertificateAuthorityArn?: string | undefined;
  readonly Tags?: readonly (Tag)[] | undefined;
  readonly KeyAlgorithm?: KeyAlgorithm | undefined;
  readonly ManagedBy?: CertificateManagedBy | undefined;
}
export interface RequestCertificateResponse {
  readonly CertificateArn?: string | undefined;
}
export interface ResendValidationEmailRequest {
  readonly CertificateArn: string;
  readonly Domain: string;
  readonly ValidationDomain: string;
}
export interface ResourceRecord {
  readonly Name: string;
  readonly Type: RecordType;
  readonly Value: string;
}
export type RevocationReason = "UNSPECIFIED" | "KEY_COMPROMISE" | "CA_COMPROMISE" | "AFFILIATION_CHANGED" | "SUPERCEDED" | "SUPERSEDED" | "CESSATION_OF_OPERATION" | "CERTIFICATE_HOLD" | "REMOVE_FROM_CRL" | "PRIVILEGE_WITHDRAWN" | "A_A_COMPROMISE";
export interface RevokeCertificateRequest {
  readonly CertificateArn: string;
  readonly RevocationReason: RevocationReason;
}
export interface RevokeCertificateResponse {
  readonly CertificateArn?: string | undefined;
}
export interface SearchCertificatesRequest {
  readonly FilterStatement?: CertificateFilterStatement | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly SortBy?: SearchCertificatesSortBy | undefined;
  readonly SortOrder?: SearchCertificatesSortOrder | undefined;
}
export interface SearchCertificatesResponse {
  readonly Results?: readonly (CertificateSearchResult)[] | undefined;
  readonly NextToken?: string | undefined;
}
export type SearchCertificatesSortBy = "CREATED_AT" | "NOT_AFTER" | "STATUS" | "RENEWAL_STATUS" | "EXPORTED" | "IN_USE" | "NOT_BEFORE" | "KEY_ALGORITHM" | "TYPE" | "CERTIFICATE_ARN" | "COMMON_NAME" | "REVOKED_AT" | "RENEWAL_ELIGIBILITY" | "ISSUED_AT" | "MANAGED_BY" | "EXPORT_OPTION" | "VALIDATION_METHOD" | "IMPORTED_AT";
export type SearchCertificatesSortOrder = "ASCENDING" | "DESCENDING";
export type SortBy = "CREATED_AT";
export type SortOrder = "ASCENDING" | "DESCENDING";
export interface SubjectAlternativeNameFilter {
  readonly DnsName?: DnsNameFilter | undefined;
}
export interface SubjectFilter {
  readonly CommonName?: CommonNameFilter | undefined;
}
export interface Tag {
  readonly Key: string;
  readonly Value?: string | undefined;
}
export interface TimestampRange {
  readonly Start?: Date | undefined;
  readonly End?: Date | undefined;
}
export interface UpdateCertificateOptionsRequest {
  readonly CertificateArn: string;
  readonly Options: CertificateOptions;
}
export type ValidationMethod = "EMAIL" | "DNS" | "HTTP";
export interface X509AttributeFilter {
  readonly Subject?: SubjectFilter | undefined;
  readonly SubjectAlternativeName?: SubjectAlternativeNameFilter | undefined;
  readonly ExtendedKeyUsage?: ExtendedKeyUsageName | undefined;
  readonly KeyUsage?: KeyUsageName | undefined;
  readonly KeyAlgorithm?: KeyAlgorithm | undefined;
  readonly SerialNumber?: string | undefined;
  readonly NotAfter?: TimestampRange | undefined;
  readonly NotBefore?: TimestampRange | undefined;
}
export interface X509Attributes {
  readonly Issuer?: DistinguishedName | undefined;
  readonly Subject?: DistinguishedName | undefined;
  readonly SubjectAlternativeNames?: readonly (GeneralName)[] | undefined;
  readonly ExtendedKeyUsages?: readonly (ExtendedKeyUsageName)[] | undefined;
  readonly KeyAlgorithm?: KeyAlgorithm | undefined;
  readonly KeyUsages?: readonly (KeyUsageName)[] | undefined;
  readonly SerialNumber?: string | undefined;
  readonly NotAfter?: Date | undefined;
  readonly NotBefore?: Date | undefined;
}

export interface AcmOperations {
  readonly AddTagsToCertificate: { readonly input: AddTagsToCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly DeleteCertificate: { readonly input: DeleteCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly DescribeCertificate: { readonly input: DescribeCertificateRequest; readonly output: DescribeCertificateResponse };
  readonly ExportCertificate: { readonly input: ExportCertificateRequest; readonly output: ExportCertificateResponse };
  readonly GetAccountConfiguration: { readonly input: Readonly<Record<string, never>>; readonly output: GetAccountConfigurationResponse };
  readonly GetCertificate: { readonly input: GetCertificateRequest; readonly output: GetCertificateResponse };
  readonly ImportCertificate: { readonly input: ImportCertificateRequest; readonly output: ImportCertificateResponse };
  readonly ListCertificates: { readonly input: ListCertificatesRequest; readonly output: ListCertificatesResponse };
  readonly ListTagsForCertificate: { readonly input: ListTagsForCertificateRequest; readonly output: ListTagsForCertificateResponse };
  readonly PutAccountConfiguration: { readonly input: PutAccountConfigurationRequest; readonly output: Readonly<Record<string, never>> };
  readonly RemoveTagsFromCertificate: { readonly input: RemoveTagsFromCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly RenewCertificate: { readonly input: RenewCertificateRequest; readonly output: Readonly<Record<string, never>> };
  readonly RequestCertificate: { readonly input: RequestCertificateRequest; readonly output: RequestCertificateResponse };
  readonly ResendValidationEmail: { readonly input: ResendValidationEmailRequest; readonly output: Readonly<Record<string, never>> };
  readonly RevokeCertificate: { readonly input: RevokeCertificateRequest; readonly output: RevokeCertificateResponse };
  readonly SearchCertificates: { readonly input: SearchCertificatesRequest; readonly output: SearchCertificatesResponse };
  readonly UpdateCertificateOptions: { readonly input: UpdateCertificateOptionsRequest; readonly output: Readonly<Record<string, never>> };
}
