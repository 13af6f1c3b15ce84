const REASON = 'ACM PCA is not built yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  [
    'CreateCertificateAuthority',
    'CreateCertificateAuthorityAuditReport',
    'CreatePermission',
    'DeleteCertificateAuthority',
    'DeletePermission',
    'DeletePolicy',
    'DescribeCertificateAuthority',
    'DescribeCertificateAuthorityAuditReport',
    'GetCertificate',
    'GetCertificateAuthorityCertificate',
    'GetCertificateAuthorityCsr',
    'GetPolicy',
    'ImportCertificateAuthorityCertificate',
    'IssueCertificate',
    'ListCertificateAuthorities',
    'ListPermissions',
    'ListTags',
    'PutPolicy',
    'RestoreCertificateAuthority',
    'RevokeCertificate',
    'TagCertificateAuthority',
    'UntagCertificateAuthority',
    'UpdateCertificateAuthority',
  ].map((name) => [name, REASON]),
);
