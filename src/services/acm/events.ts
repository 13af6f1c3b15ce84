import type { Unit } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { arnOf } from './resources.ts';
import type { CertificateContent, CertificateDocument } from './state.ts';

export type Availability = 'ISSUANCE' | 'RENEWAL' | 'IMPORT' | 'REIMPORT';

/** A certificate can be used, or can be used for longer. */
export function tellAvailable(
  unit: Unit,
  now: Instant,
  certificate: CertificateDocument,
  action: Availability,
): void {
  tell(unit, now, certificate, 'ACM Certificate Available', (content) => ({
    Action: action,
    ...lifeOf(certificate, content),
    DaysToExpiry: daysToExpiry(content, now),
  }));
}

export function tellApproaching(unit: Unit, now: Instant, certificate: CertificateDocument): void {
  tell(unit, now, certificate, 'ACM Certificate Approaching Expiration', (content) => ({
    DaysToExpiry: daysToExpiry(content, now),
    CommonName: certificate.domainName,
    ...exportability(certificate),
  }));
}

export function tellExpired(unit: Unit, now: Instant, certificate: CertificateDocument): void {
  tell(unit, now, certificate, 'ACM Certificate Expired', (content) =>
    lifeOf(certificate, content),
  );
}

/** A renewal waits for its owner. */
export function tellActionRequired(
  unit: Unit,
  now: Instant,
  certificate: CertificateDocument,
  reason: string,
): void {
  tell(unit, now, certificate, 'ACM Certificate Renewal Action Required', (content) => ({
    ...lifeOf(certificate, content),
    RenewalStatusReason: reason,
    DaysToExpiry: daysToExpiry(content, now),
  }));
}

export function tellRevoked(unit: Unit, now: Instant, certificate: CertificateDocument): void {
  tell(unit, now, certificate, 'ACM Certificate Revoked', (content) => ({
    CertificateType: certificate.type,
    CommonName: certificate.domainName,
    CertificateExpirationDate: seconds(content.facts.notAfter),
    Exportable: certificate.export === 'ENABLED',
  }));
}

function tell(
  unit: Unit,
  now: Instant,
  certificate: CertificateDocument,
  detailType: string,
  detail: (content: CertificateContent) => JsonObject,
): void {
  const { scope, content } = certificate;
  if (content === undefined) return;
  const event = { source: 'aws.acm', detailType, resources: [arnOf(certificate)] };
  unit.emit(awsEvent(scope, now, { ...event, detail: detail(content) }));
}

function lifeOf(certificate: CertificateDocument, { facts }: CertificateContent): JsonObject {
  const { type, domainName, validation, created, inUseBy, exported } = certificate;
  return {
    CertificateType: type,
    CommonName: domainName,
    ...(validation === undefined ? {} : { DomainValidationMethod: validation.method }),
    CertificateCreatedDate: seconds(created),
    CertificateExpirationDate: seconds(facts.notAfter),
    InUse: inUseBy.length > 0,
    Exported: exported !== undefined,
    ...exportability(certificate),
  };
}

/** Said of what ACM issued: what was imported is not given out again. */
function exportability({ type, export: option }: CertificateDocument): JsonObject {
  return type === 'IMPORTED' ? {} : { Exportable: type === 'PRIVATE' || option === 'ENABLED' };
}

export function daysToExpiry({ facts }: CertificateContent, now: Instant): number {
  return Math.ceil((facts.notAfter - now) / DAY_MS);
}

function seconds(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
