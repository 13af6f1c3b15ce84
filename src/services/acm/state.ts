import type {
  CertificateExport,
  CertificateStatus,
  CertificateTransparencyLoggingPreference,
  CertificateType,
  FailureReason,
  RenewalStatus,
  RevocationReason,
} from '../../../models/acm/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { CertificateFacts } from '../../crypto/x509/facts.ts';
import type { CertificateKeyAlgorithm } from '../../crypto/x509/key-algorithms.ts';

/** Everything about a certificate but its private key. */
export interface CertificateDocument {
  readonly id: string;
  readonly scope: Scope;
  readonly type: CertificateType;
  readonly status: CertificateStatus;
  /** As it was asked for, or the first name that an imported one is for. */
  readonly domainName: string;
  /** All names, the first one included. */
  readonly names: readonly string[];
  readonly keyAlgorithm: CertificateKeyAlgorithm;
  readonly created: Instant;
  readonly issued?: Instant;
  readonly imported?: Instant;
  readonly revoked?: { readonly at: Instant; readonly reason: RevocationReason };
  readonly failure?: FailureReason;
  readonly validation?: Validation;
  /** Absent until it is issued. */
  readonly content?: CertificateContent;
  readonly logging: CertificateTransparencyLoggingPreference;
  readonly export: CertificateExport;
  /** ARNs of what shows it to clients. */
  readonly inUseBy: readonly string[];
  /** When its private key was last given out. */
  readonly exported?: Instant;
  readonly renewal?: Renewal;
  /** The private authority that issues it, with the name that one gave the certificate. */
  readonly authority?: { readonly arn: string; readonly issuedArn?: string };
  readonly tags: Tags;
  /** What a repeated request is known by. */
  readonly request?: string;
}

export interface CertificateContent {
  /** PEM. */
  readonly certificate: string;
  /** PEM; empty: none. */
  readonly chain: string;
  readonly facts: CertificateFacts;
}

export interface Validation {
  readonly method: 'DNS' | 'EMAIL';
  readonly until: Instant;
  /** A moment after the request: until then nobody is told how to prove a domain. */
  readonly isShown: boolean;
  readonly domains: readonly DomainProof[];
}

export interface DomainProof {
  readonly name: string;
  readonly validationDomain: string;
  readonly status: 'PENDING_VALIDATION' | 'SUCCESS' | 'FAILED';
}

export interface Renewal {
  readonly status: RenewalStatus;
  readonly reason?: FailureReason;
  readonly updated: Instant;
  readonly domains: readonly DomainProof[];
}

/** By id, which ends its ARN. */
export const certificates: Collection<CertificateDocument> = {
  name: 'acm.certificates',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    created: ({ created }) => [timeKey(created)],
    request: ({ request }) => (request === undefined ? [] : [request]),
  },
};

/** By a certificate's id. */
export const keys: Collection<PrivateKeyDocument> = {
  name: 'acm.keys',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface PrivateKeyDocument {
  /** PKCS#8 DER, base64. */
  readonly secret: string;
  /** Made for a certificate that a private authority has yet to give out. */
  readonly next?: string;
}

/** Where what belongs to the whole installation lies. */
export const INSTALLATION: Scope = { account: '', region: '' };

/** The one document of a collection that has no more. */
export const ONLY = 'only';

/** What an account chose in a Region. */
export const settings: Collection<SettingsDocument> = {
  name: 'acm.settings',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface SettingsDocument {
  readonly warnedBeforeDays: number;
  /** The token of the last change, with what it brought. */
  readonly token: string;
}

/** How many certificates an account has in a Region. */
export const counts: Collection<{ readonly certificates: number }> = {
  name: 'acm.counts',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** By domain: the record that proves it to ACM, the same for ever in an account. */
export const proofs: Collection<ProofDocument> = {
  name: 'acm.proofs',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface ProofDocument {
  /** `_…32 hexadecimal digits….example.com.` */
  readonly name: string;
  /** `_…32 hexadecimal digits….…10 letters….acm-validations.aws.` */
  readonly value: string;
}

/** By the hash of the code that a mail brings. */
export const approvals: Collection<ApprovalDocument> = {
  name: 'acm.approvals',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface ApprovalDocument {
  readonly scope: Scope;
  readonly certificate: string;
  readonly domain: string;
  readonly until: Instant;
}

/** The installation's own authorities: `root`, and one for each kind of key they sign with. */
export const authorities: Collection<AuthorityDocument> = {
  name: 'acm.authorities',
  scope: 'global',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface AuthorityDocument {
  /** PEM. */
  readonly certificate: string;
  /** PKCS#8 DER, base64. */
  readonly secret: string;
  readonly notAfter: Instant;
}

/** By serial number: what the installation's own authorities took back. */
export const revocations: Collection<RevocationDocument> = {
  name: 'acm.revocations',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { algorithm: ({ algorithm }) => [algorithm] },
};

export interface RevocationDocument {
  /** The authority that signed the certificate. */
  readonly algorithm: string;
  readonly at: Instant;
  readonly reason: RevocationReason;
  readonly notAfter: Instant;
}

/** By the kind of key of the authority that signed it: what is told of revocations until one more comes. */
export const lists: Collection<ListDocument> = {
  name: 'acm.lists',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface ListDocument {
  /** DER, base64. */
  readonly list: string;
  readonly signed: Instant;
}

/** Sorts as the instants do. */
export function timeKey(instant: Instant): string {
  return String(instant).padStart(15, '0');
}
