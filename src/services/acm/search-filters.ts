import type {
  AcmCertificateMetadataFilter,
  CertificateFilter,
  CertificateFilterStatement,
  CommonNameFilter,
  TimestampRange,
  X509AttributeFilter,
} from '../../../models/acm/types.ts';
import { extendedKeyUsageName } from '../../crypto/x509/usages.ts';
import { validation } from './errors.ts';
import { arnOf } from './resources.ts';
import type { CertificateContent, CertificateDocument } from './state.ts';

/** Statements hold statements: deeper ones are refused. */
const DEPTH_MAX = 10;

/** Whether a certificate is one that a statement asks for. */
export function matches(
  certificate: CertificateDocument,
  { And, Or, Not, Filter }: CertificateFilterStatement,
  depth = 1,
): boolean {
  if (depth > DEPTH_MAX) throw validation('The filter statement is nested too deeply.');
  const holds = (inner: CertificateFilterStatement): boolean =>
    matches(certificate, inner, depth + 1);
  if (And !== undefined) return And.every(holds);
  if (Or !== undefined) return Or.some(holds);
  if (Not !== undefined) return !holds(Not);
  return Filter === undefined || passes(certificate, Filter);
}

function passes(
  certificate: CertificateDocument,
  {
    CertificateArn,
    X509AttributeFilter: attribute,
    AcmCertificateMetadataFilter: metadata,
  }: CertificateFilter,
): boolean {
  if (CertificateArn !== undefined) return arnOf(certificate) === CertificateArn;
  if (metadata !== undefined) return passesMetadata(certificate, metadata);
  const { content } = certificate;
  return (
    attribute === undefined || (content !== undefined && says(certificate, content, attribute))
  );
}

function passesMetadata(
  certificate: CertificateDocument,
  filter: AcmCertificateMetadataFilter,
): boolean {
  const { status, renewal, type, inUseBy, exported, export: option } = certificate;
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [filter.Status, status],
    [filter.RenewalStatus, renewal?.status],
    [filter.Type, type],
    [filter.InUse, inUseBy.length > 0],
    [filter.Exported, exported !== undefined],
    [filter.ExportOption, option],
    [filter.ManagedBy, undefined],
    [filter.ValidationMethod, certificate.validation?.method],
  ];
  return pairs.every(([wanted, found]) => wanted === undefined || wanted === found);
}

function says(
  { domainName, names, keyAlgorithm }: CertificateDocument,
  { facts }: CertificateContent,
  filter: X509AttributeFilter,
): boolean {
  const { Subject, SubjectAlternativeName, ExtendedKeyUsage, KeyUsage } = filter;
  const { KeyAlgorithm, SerialNumber, NotAfter, NotBefore } = filter;
  if (Subject?.CommonName !== undefined) return isNamed(domainName, Subject.CommonName);
  const alternative = SubjectAlternativeName?.DnsName;
  if (alternative !== undefined) return names.some((name) => isNamed(name, alternative));
  if (ExtendedKeyUsage !== undefined) {
    return facts.extendedKeyUsages.some((oid) => extendedKeyUsageName(oid) === ExtendedKeyUsage);
  }
  if (KeyUsage !== undefined) return facts.keyUsages.some((usage) => usage === KeyUsage);
  if (KeyAlgorithm !== undefined) return keyAlgorithm === KeyAlgorithm;
  if (SerialNumber !== undefined) return facts.serial === SerialNumber;
  if (NotAfter !== undefined) return isWithin(facts.notAfter, NotAfter);
  return NotBefore === undefined || isWithin(facts.notBefore, NotBefore);
}

function isNamed(name: string, { Value, ComparisonOperator }: CommonNameFilter): boolean {
  const wanted = Value.toLowerCase();
  const found = name.toLowerCase();
  return ComparisonOperator === 'EQUALS' ? found === wanted : found.includes(wanted);
}

function isWithin(instant: number, { Start, End }: TimestampRange): boolean {
  return (
    (Start === undefined || instant >= Start.getTime()) &&
    (End === undefined || instant <= End.getTime())
  );
}
