import type {
  CertificateDetail,
  DomainValidation,
  ExtendedKeyUsage,
} from '../../../models/acm/types.ts';
import type { View } from '../../contract/view.ts';
import { nameText, nameValue } from '../../crypto/x509/names.ts';
import { extendedKeyUsageName } from '../../crypto/x509/usages.ts';
import { onCertificate } from './authorization.ts';
import { shownAlgorithm } from './contents.ts';
import { validationAddresses, withoutStar } from './domain/domain-names.ts';
import { arnOf } from './resources.ts';
import {
  type CertificateContent,
  type CertificateDocument,
  type DomainProof,
  proofs,
  type Renewal,
  type Validation,
} from './state.ts';

export const describeCertificate = onCertificate({
  name: 'DescribeCertificate',
  access: 'read',
  handle: async (_input, { certificate, view }) => ({
    Certificate: await detailOf(certificate, view),
  }),
});

async function detailOf(certificate: CertificateDocument, view: View): Promise<CertificateDetail> {
  const { type, status, domainName, names, keyAlgorithm, created, content } = certificate;
  const { issued, imported, revoked, failure, authority, validation, renewal } = certificate;
  return {
    CertificateArn: arnOf(certificate),
    DomainName: domainName,
    SubjectAlternativeNames: names,
    ...(validation === undefined
      ? {}
      : { DomainValidationOptions: await shownDomains(validation, validation.domains, view) }),
    ...(content === undefined ? { Subject: `CN=${domainName}` } : shownContent(content, type)),
    ...(type === 'IMPORTED' ? {} : { CreatedAt: new Date(created) }),
    ...(issued === undefined ? {} : { IssuedAt: new Date(issued) }),
    ...(imported === undefined ? {} : { ImportedAt: new Date(imported) }),
    Status: status,
    ...(revoked === undefined
      ? {}
      : { RevokedAt: new Date(revoked.at), RevocationReason: revoked.reason }),
    ...(failure === undefined ? {} : { FailureReason: failure }),
    KeyAlgorithm: shownAlgorithm(keyAlgorithm),
    InUseBy: certificate.inUseBy,
    Type: type,
    ...(authority === undefined ? {} : { CertificateAuthorityArn: authority.arn }),
    ...(renewal === undefined
      ? {}
      : { RenewalSummary: await shownRenewal(renewal, validation, view) }),
    RenewalEligibility: renewalEligibility(certificate),
    Options: shownOptions(certificate),
  };
}

function shownContent({ facts }: CertificateContent, type: CertificateDocument['type']) {
  const issuer = nameValue(facts.issuer, 'Organization') ?? nameValue(facts.issuer, 'CommonName');
  return {
    Serial: facts.serial,
    Subject: nameText(facts.subject),
    Issuer: type === 'AMAZON_ISSUED' ? 'Amazon' : (issuer ?? nameText(facts.issuer)),
    NotBefore: new Date(facts.notBefore),
    NotAfter: new Date(facts.notAfter),
    SignatureAlgorithm: facts.signatureAlgorithm,
    KeyUsages: facts.keyUsages.map((Name) => ({ Name })),
    ExtendedKeyUsages: facts.extendedKeyUsages.map(
      (OID): ExtendedKeyUsage => ({ Name: extendedKeyUsageName(OID), OID }),
    ),
  };
}

/** What renewal may be tried for: what ACM issued, and somebody shows or has. */
export function renewalEligibility(certificate: CertificateDocument): 'ELIGIBLE' | 'INELIGIBLE' {
  const { type, status, inUseBy, exported } = certificate;
  const isWanted = inUseBy.length > 0 || exported !== undefined;
  return type !== 'IMPORTED' && status === 'ISSUED' && isWanted ? 'ELIGIBLE' : 'INELIGIBLE';
}

function shownOptions({ logging, type, export: option }: CertificateDocument) {
  return {
    CertificateTransparencyLoggingPreference: logging,
    ...(type === 'AMAZON_ISSUED' ? { Export: option } : {}),
  };
}

async function shownRenewal(
  { status, reason, updated, domains }: Renewal,
  validation: Validation | undefined,
  view: View,
) {
  return {
    RenewalStatus: status,
    DomainValidationOptions:
      validation === undefined ? [] : await shownDomains(validation, domains, view),
    ...(reason === undefined ? {} : { RenewalStatusReason: reason }),
    UpdatedAt: new Date(updated),
  };
}

async function shownDomains(
  { method, isShown }: Validation,
  domains: readonly DomainProof[],
  view: View,
): Promise<readonly DomainValidation[]> {
  const shown: DomainValidation[] = [];
  for (const { name, validationDomain, status } of domains) {
    const proof =
      method === 'DNS' && isShown ? await view.get(proofs, withoutStar(name)) : undefined;
    shown.push({
      DomainName: name,
      ValidationDomain: validationDomain,
      ValidationStatus: status,
      ValidationMethod: method,
      ...(method === 'EMAIL' ? { ValidationEmails: validationAddresses(validationDomain) } : {}),
      ...(proof === undefined
        ? {}
        : { ResourceRecord: { Name: proof.name, Type: 'CNAME', Value: proof.value } }),
    });
  }
  return shown;
}
