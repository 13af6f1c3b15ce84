/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  ['CreateCertificateAuthorityAuditReport', 'DescribeCertificateAuthorityAuditReport'].map(
    (name) => [name, 'audit reports are not built yet'],
  ),
);
