import type { Unit } from '../../contract/view.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import type { CertificateDocument } from './state.ts';

export const VALIDATE = 'acm.validate';

/** How long a domain may take to be proved. */
export const VALIDATION_MS = 72 * HOUR_MS;
/** The records that prove domains are told a moment after the request, as AWS's are. */
const SHOWN_AFTER_MS = 3 * SECOND_MS;

/** The next look for proofs: each minute of the first hour, then every five. */
export function orderValidation(unit: Unit, certificate: CertificateDocument, now: Instant): void {
  const { id, scope, validation } = certificate;
  if (validation === undefined) return;
  const age = VALIDATION_MS - (validation.until - now);
  const pause = age < HOUR_MS ? MINUTE_MS : 5 * MINUTE_MS;
  const due = validation.isShown ? Math.min(now + pause, validation.until) : now + SHOWN_AFTER_MS;
  const payload = JSON.stringify({ id });
  unit.order({ id: validationJob(certificate), kind: VALIDATE, scope, due, payload });
}

export function cancelValidation(unit: Unit, certificate: CertificateDocument): void {
  unit.cancel(validationJob(certificate));
}

function validationJob({ scope, id }: CertificateDocument): string {
  return `${VALIDATE}/${scope.account}/${scope.region}/${id}`;
}
