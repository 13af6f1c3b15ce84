import type {
  ActionType,
  AuditReportResponseFormat,
  AuditReportStatus,
  ASN1Subject,
  CertificateAuthorityStatus,
  CertificateAuthorityType,
  CertificateAuthorityUsageMode,
  CsrExtensions,
  KeyAlgorithm,
  KeyStorageSecurityStandard,
  RevocationConfiguration,
  RevocationReason,
  SigningAlgorithm,
} from '../../../models/acm-pca/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { CertificateFacts } from '../../crypto/x509/facts.ts';
import type { BoundPolicy } from '../iam/port.ts';

/** Everything about an authority but its private key. */
export interface AuthorityDocument {
  readonly id: string;
  readonly scope: Scope;
  readonly type: CertificateAuthorityType;
  readonly status: CertificateAuthorityStatus;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly signingAlgorithm: SigningAlgorithm;
  readonly subject: ASN1Subject;
  readonly csrExtensions?: CsrExtensions;
  readonly revocation: RevocationConfiguration;
  readonly usageMode: CertificateAuthorityUsageMode;
  readonly keyStorage: KeyStorageSecurityStandard;
  readonly created: Instant;
  readonly changed: Instant;
  /** PEM; made with its key. */
  readonly csr?: string;
  /** Its own certificate, once it was imported. */
  readonly content?: AuthorityContent;
  readonly deletion?: { readonly date: Instant; readonly previous: CertificateAuthorityStatus };
  readonly policy?: BoundPolicy;
  readonly permissions: readonly PermissionDocument[];
  readonly tags: Tags;
  readonly request?: { readonly token: string; readonly digest: string };
}

export interface AuthorityContent {
  /** PEM. */
  readonly certificate: string;
  /** PEM; empty: it is a root. */
  readonly chain: string;
  readonly facts: CertificateFacts;
}

/** What a service may do with an authority. */
export interface PermissionDocument {
  readonly principal: string;
  readonly sourceAccount: string;
  readonly actions: readonly ActionType[];
  readonly created: Instant;
}

export interface IssuedDocument {
  readonly authority: string;
  /** Hexadecimal, without colons: as its ARN ends. */
  readonly serial: string;
  readonly ordered: Instant;
  /** PEM; absent while it is being made. */
  readonly certificate?: string;
  /** PEM of the authority and what is above it, as it was then. */
  readonly chain?: string;
  readonly notAfter?: Instant;
  readonly template: string;
  /** The account that ordered it. */
  readonly orderedBy: string;
  readonly revoked?: { readonly at: Instant; readonly reason: RevocationReason };
  readonly request?: { readonly token: string; readonly digest: string };
}

/** By id, which ends its ARN. */
export const authorities: Collection<AuthorityDocument> = {
  name: 'acm-pca.authorities',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    request: ({ request }) => (request === undefined ? [] : [request.token]),
  },
};

/** By an authority's id. */
export const authorityKeys: Collection<{ readonly secret: string; readonly publicKey: string }> = {
  name: 'acm-pca.keys',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** By authority and serial number: `issuedKey`. */
export const issued: Collection<IssuedDocument> = {
  name: 'acm-pca.issued',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    request: ({ authority, request }) =>
      request === undefined ? [] : [`${authority} ${request.token}`],
    revoked: ({ authority, revoked }) => (revoked === undefined ? [] : [authority]),
  },
};

export function issuedKey(authority: string, serial: string): string {
  return `${authority}/${serial}`;
}

export interface ReportDocument {
  readonly id: string;
  readonly authority: string;
  readonly created: Instant;
  readonly status: AuditReportStatus;
  readonly format: AuditReportResponseFormat;
  readonly bucket: string;
  readonly key: string;
}

/** By authority and id: `reportKey`. */
export const reports: Collection<ReportDocument> = {
  name: 'acm-pca.reports',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    created: ({ authority, created }) => [`${authority} ${String(created).padStart(15, '0')}`],
  },
};

export function reportKey(authority: string, id: string): string {
  return `${authority}/${id}`;
}
