import type { Unit } from '../../contract/view.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Scope } from '../../core/scope.ts';
import { type CertificateDocument, ONLY, settings } from './state.ts';

export const TEND = 'acm.tend';

/** From so long before its end on, a certificate is looked at each day. */
export const RENEWED_BEFORE_DAYS = 60;
/** From so long before its end on, its account is told each day, where it chose nothing else. */
export const WARNED_BEFORE_DAYS = 45;

/** The next look at a certificate: at the hour of its end, each day from when something may have to be done. */
export async function orderTending(
  unit: Unit,
  { id, scope, content }: CertificateDocument,
  now: Instant,
): Promise<void> {
  if (content === undefined) return;
  const { notAfter } = content.facts;
  if (now >= notAfter) return;
  const days = Math.max(RENEWED_BEFORE_DAYS, await warnedBeforeDays(unit, scope));
  const first = notAfter - days * DAY_MS;
  const passed = Math.max(0, Math.floor((now - first) / DAY_MS) + 1);
  const due = first + passed * DAY_MS;
  const payload = JSON.stringify({ id });
  unit.order({ id: tendingJob(scope, id), kind: TEND, scope, due, payload });
}

export function cancelTending(unit: Unit, { scope, id }: CertificateDocument): void {
  unit.cancel(tendingJob(scope, id));
}

export async function warnedBeforeDays(unit: Unit, scope: Scope): Promise<number> {
  const chosen = await unit.view(scope).get(settings, ONLY);
  return chosen?.warnedBeforeDays ?? WARNED_BEFORE_DAYS;
}

function tendingJob({ account, region }: Scope, id: string): string {
  return `${TEND}/${account}/${region}/${id}`;
}
