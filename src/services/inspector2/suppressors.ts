import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { meets } from './criteria.ts';
import { criteriaIn } from './filter-criteria.ts';
import { filters, type FindingDocument } from './state.ts';

/** Whether a finding of an account is suppressed by one of its filters. */
export async function suppressorsOf(
  unit: Unit,
  scope: Scope,
): Promise<(finding: FindingDocument) => boolean> {
  const all = await everyOf(unit.view(scope), filters);
  const criteria = all.filter(({ action }) => action === 'SUPPRESS').map(criteriaIn);
  return (finding) => criteria.some((one) => meets(finding, one));
}
