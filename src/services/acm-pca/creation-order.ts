import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { arnOf } from './resources.ts';
import type { AuthorityDocument } from './state.ts';

export const CREATE = 'acm-pca.create';

/** Has an authority's key made, if it waits for one when the job is due. */
export function orderCreation(unit: Unit, authority: AuthorityDocument, due: Instant): void {
  const { id, scope } = authority;
  const payload = JSON.stringify({ id });
  unit.order({ id: `${CREATE}/${arnOf(authority)}`, kind: CREATE, scope, due, payload });
}
