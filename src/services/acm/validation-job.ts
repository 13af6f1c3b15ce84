import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { orderIssue } from './issue-order.ts';
import { isForbidden, makeProofs, provenDomains } from './proofs.ts';
import { type CertificateDocument, certificates, type Validation } from './state.ts';
import { orderValidation, VALIDATE } from './validation-order.ts';

/** Tells how domains are to be proved, and then looks until they are, or too long has passed. */
export const validationJob: UnitJob = {
  kind: VALIDATE,
  run: async (payload, { unit, scope, now }) => {
    const { id }: { readonly id: string } = JSON.parse(payload);
    const certificate = await unit.view(scope).get(certificates, id);
    const validation = certificate?.validation;
    if (certificate?.status !== 'PENDING_VALIDATION' || validation === undefined) return;
    if (validation.isShown) await look(unit, certificate, validation, now);
    else await show(unit, certificate, validation, now);
  },
};

async function show(
  unit: Unit,
  certificate: CertificateDocument,
  validation: Validation,
  now: Instant,
): Promise<void> {
  const { scope, names } = certificate;
  if (validation.method === 'DNS') await makeProofs(unit, scope, names);
  const shown = { ...certificate, validation: { ...validation, isShown: true } };
  unit.view(scope).put(certificates, certificate.id, shown);
  orderValidation(unit, shown, now);
}

async function look(
  unit: Unit,
  certificate: CertificateDocument,
  validation: Validation,
  now: Instant,
): Promise<void> {
  const { scope, id } = certificate;
  const view = unit.view(scope);
  const { method } = validation;
  const domains =
    method === 'DNS' ? await provenDomains(unit, scope, validation.domains) : validation.domains;
  const looked = { ...certificate, validation: { ...validation, domains } };
  if (domains.every(({ status }) => status === 'SUCCESS')) {
    await conclude(unit, looked, now);
    return;
  }
  if (now >= validation.until) {
    const failed = domains.map((domain) =>
      domain.status === 'SUCCESS' ? domain : ({ ...domain, status: 'FAILED' } as const),
    );
    const status = 'VALIDATION_TIMED_OUT';
    view.put(certificates, id, {
      ...looked,
      status,
      validation: { ...looked.validation, domains: failed },
    });
    return;
  }
  const isNews = domains.some(({ status }, index) => status !== validation.domains[index]?.status);
  if (isNews) view.put(certificates, id, looked);
  orderValidation(unit, certificate, now);
}

/** All domains are proved: the certificate is issued, unless a domain's owner lets only others issue for it. */
export async function conclude(
  unit: Unit,
  certificate: CertificateDocument,
  now: Instant,
): Promise<void> {
  const view = unit.view(certificate.scope);
  for (const name of certificate.names) {
    if (await isForbidden(unit, name)) {
      const failure = { status: 'FAILED', failure: 'CAA_ERROR' } as const;
      view.put(certificates, certificate.id, { ...certificate, ...failure });
      return;
    }
  }
  view.put(certificates, certificate.id, certificate);
  orderIssue(unit, certificate, now);
}
