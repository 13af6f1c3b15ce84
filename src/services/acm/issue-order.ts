import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { CertificateDocument } from './state.ts';

export const ISSUE = 'acm.issue';

/** Issues a certificate, or issues it anew. */
export function orderIssue(unit: Unit, { id, scope }: CertificateDocument, due: Instant): void {
  const payload = JSON.stringify({ id });
  const { account, region } = scope;
  unit.order({ id: `${ISSUE}/${account}/${region}/${id}`, kind: ISSUE, scope, due, payload });
}
