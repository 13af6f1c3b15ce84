import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf } from './accounts.ts';
import { meets } from './criteria.ts';
import { criteriaIn } from './filter-criteria.ts';
import { filters, type FindingDocument } from './state.ts';

/** Whether a finding of an account is suppressed: by its own filters, or those of who looks after it, who decides alone. */
export async function suppressorsOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<(finding: FindingDocument) => boolean> {
  const decides = (await administratorOf(unit, { account, region })) ?? account;
  const all = await everyOf(unit.view({ account: decides, region }), filters);
  const criteria = all.filter(({ action }) => action === 'SUPPRESS').map(criteriaIn);
  return (finding) => criteria.some((one) => meets(finding, one));
}
