import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { arnOf } from './resources.ts';
import { listPlace } from './revocation-settings.ts';
import type { AuthorityDocument } from './state.ts';

export const PUT_LIST = 'acm-pca.putRevocations';

/** Puts the list of what an authority took back where clients find it. */
export function orderList(unit: Unit, authority: AuthorityDocument, due: Instant): void {
  const { id, scope, revocation, content } = authority;
  if (listPlace(id, revocation) === undefined || content === undefined) return;
  const payload = JSON.stringify({ id });
  unit.order({ id: `${PUT_LIST}/${arnOf(authority)}`, kind: PUT_LIST, scope, due, payload });
}
