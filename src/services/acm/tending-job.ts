import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { renewalEligibility } from './description.ts';
import { daysToExpiry, tellActionRequired, tellApproaching, tellExpired } from './events.ts';
import { orderMails } from './mail-order.ts';
import { startRenewal } from './renewal.ts';
import { provenDomains } from './proofs.ts';
import { type CertificateDocument, certificates, type DomainProof } from './state.ts';
import { orderTending, RENEWED_BEFORE_DAYS, TEND, warnedBeforeDays } from './tending-order.ts';

/** When the owner of a certificate that can't be renewed by itself is told, in days before its end. */
const REMINDED_DAYS: ReadonlySet<number> = new Set([45, 30, 15, 7, 3, 1]);

/** What each day of a certificate's last ones brings: its renewal, news of its coming end, and the end. */
export const tendingJob: UnitJob = {
  kind: TEND,
  run: async (payload, { unit, scope, due, now }) => {
    const { id }: { readonly id: string } = JSON.parse(payload);
    const certificate = await unit.view(scope).get(certificates, id);
    const content = certificate?.content;
    if (certificate?.status !== 'ISSUED' || content === undefined) return;
    const days = daysToExpiry(content, due);
    if (now >= content.facts.notAfter) {
      expire(unit, certificate, now);
      return;
    }
    const isRenewed = days <= RENEWED_BEFORE_DAYS && renewalEligibility(certificate) === 'ELIGIBLE';
    if (isRenewed) await renew(unit, certificate, days, due);
    if (days <= (await warnedBeforeDays(unit, scope))) tellApproaching(unit, due, certificate);
    await orderTending(unit, certificate, due);
  },
};

function expire(unit: Unit, certificate: CertificateDocument, now: Instant): void {
  const expired = { ...certificate, status: 'EXPIRED' } as const;
  unit.view(certificate.scope).put(certificates, certificate.id, expired);
  if (certificate.type !== 'IMPORTED') tellExpired(unit, now, expired);
}

async function renew(
  unit: Unit,
  certificate: CertificateDocument,
  days: number,
  now: Instant,
): Promise<void> {
  const { validation, renewal, scope, id } = certificate;
  if (validation === undefined) {
    startRenewal(unit, certificate, [], now);
    return;
  }
  const domains =
    validation.method === 'DNS'
      ? await provenDomains(unit, scope, validation.domains)
      : (waiting(renewal?.domains) ?? unproven(validation.domains));
  if (domains.every(({ status }) => status === 'SUCCESS')) {
    startRenewal(unit, certificate, domains, now);
    return;
  }
  const asked: CertificateDocument = {
    ...certificate,
    renewal: { status: 'PENDING_VALIDATION', updated: now, domains },
  };
  unit.view(scope).put(certificates, id, asked);
  if (!REMINDED_DAYS.has(days)) return;
  if (validation.method === 'EMAIL') orderMails(unit, asked, now);
  tellActionRequired(unit, now, asked, 'ADDITIONAL_VERIFICATION_REQUIRED');
}

/** The domains of a renewal that has begun; one that is over says nothing of the next. */
function waiting(domains: readonly DomainProof[] | undefined) {
  const isOver = domains?.every(({ status }) => status === 'SUCCESS') ?? true;
  return isOver ? undefined : domains;
}

function unproven(domains: readonly DomainProof[]): readonly DomainProof[] {
  return domains.map((domain) => ({ ...domain, status: 'PENDING_VALIDATION' }));
}
