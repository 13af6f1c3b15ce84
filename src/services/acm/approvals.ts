import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { approvalKey, FORGET_APPROVAL } from './mail-job.ts';
import { awaitsRenewal, startRenewal } from './renewal.ts';
import {
  type ApprovalDocument,
  approvals,
  type CertificateDocument,
  certificates,
  type DomainProof,
  INSTALLATION,
} from './state.ts';
import { conclude } from './validation-job.ts';

/** What the code of a mail asks for; undefined: nothing, or no longer. */
export async function findApproval(
  unit: Unit,
  code: string,
  now: Instant,
): Promise<ApprovalDocument | undefined> {
  const approval = await unit.view(INSTALLATION).get(approvals, approvalKey(code));
  return approval !== undefined && approval.until > now ? approval : undefined;
}

/** A domain's owner approves. Undefined: the code asks for nothing, or no longer. */
export async function approve(
  unit: Unit,
  code: string,
  now: Instant,
): Promise<ApprovalDocument | undefined> {
  const approval = await findApproval(unit, code, now);
  if (approval === undefined) return undefined;
  unit.view(INSTALLATION).delete(approvals, approvalKey(code));
  const view = unit.view(approval.scope);
  const certificate = await view.get(certificates, approval.certificate);
  if (certificate?.validation === undefined) return undefined;
  if (certificate.status === 'PENDING_VALIDATION') {
    await proveNew(unit, certificate, approval.domain, now);
  } else if (awaitsRenewal(certificate)) {
    proveRenewed(unit, certificate, approval.domain, now);
  } else return undefined;
  return approval;
}

async function proveNew(
  unit: Unit,
  certificate: CertificateDocument,
  domain: string,
  now: Instant,
): Promise<void> {
  const { validation } = certificate;
  if (validation === undefined) return;
  const domains = proven(validation.domains, domain);
  const changed = { ...certificate, validation: { ...validation, domains } };
  unit.view(certificate.scope).put(certificates, certificate.id, changed);
  if (isWhole(domains)) await conclude(unit, changed, now);
}

function proveRenewed(
  unit: Unit,
  certificate: CertificateDocument,
  domain: string,
  now: Instant,
): void {
  const { renewal } = certificate;
  if (renewal === undefined) return;
  const domains = proven(renewal.domains, domain);
  if (isWhole(domains)) startRenewal(unit, certificate, domains, now);
  else {
    const changed = { ...certificate, renewal: { ...renewal, domains, updated: now } };
    unit.view(certificate.scope).put(certificates, certificate.id, changed);
  }
}

function proven(domains: readonly DomainProof[], name: string): readonly DomainProof[] {
  return domains.map((domain) =>
    domain.name === name ? { ...domain, status: 'SUCCESS' } : domain,
  );
}

function isWhole(domains: readonly DomainProof[]): boolean {
  return domains.every(({ status }) => status === 'SUCCESS');
}

/** Codes that nobody used go when their time is over. */
export const forgetApproval: UnitJob = {
  kind: FORGET_APPROVAL,
  run: async (payload, { unit }) => {
    const { key }: { readonly key: string } = JSON.parse(payload);
    unit.view(INSTALLATION).delete(approvals, key);
  },
};
