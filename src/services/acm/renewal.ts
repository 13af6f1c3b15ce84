import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { onCertificate } from './authorization.ts';
import { requestInProgress, validation } from './errors.ts';
import { orderIssue } from './issue-order.ts';
import { type CertificateDocument, certificates, type DomainProof } from './state.ts';

/** The certificate is issued anew, under its ARN and with another key. */
export function startRenewal(
  unit: Unit,
  certificate: CertificateDocument,
  domains: readonly DomainProof[],
  now: Instant,
): void {
  const renewal = { status: 'PENDING_AUTO_RENEWAL', updated: now, domains } as const;
  unit.view(certificate.scope).put(certificates, certificate.id, { ...certificate, renewal });
  orderIssue(unit, certificate, now);
}

/** Whether a renewal waits for its domains to be proved: one of a certificate that has ended waits for nothing any more. */
export function awaitsRenewal({ status, renewal }: CertificateDocument): boolean {
  return status === 'ISSUED' && renewal?.status === 'PENDING_VALIDATION';
}

/** Private certificates that were exported are renewed when their owners ask for it. */
export const renewCertificate = onCertificate({
  name: 'RenewCertificate',
  access: 'write',
  handle: async (_input, { arn, certificate }, { unit, call }) => {
    if (certificate.type !== 'PRIVATE') {
      throw validation(`Certificate ARN: ${arn} is not a private certificate`);
    }
    if (certificate.status === 'PENDING_VALIDATION') {
      throw requestInProgress(`The certificate ${arn} has not been issued yet`);
    }
    if (certificate.status !== 'ISSUED') {
      throw validation(
        `Certificate ARN ${arn} is in state ${certificate.status} so it is not eligible for the ` +
          'Renew Certificate API.',
      );
    }
    if (certificate.exported === undefined) {
      throw validation(
        `Certificate ARN ${arn} has not been exported so it is not eligible for the Renew ` +
          'Certificate API.',
      );
    }
    startRenewal(unit, certificate, [], call.now);
    return {};
  },
});
