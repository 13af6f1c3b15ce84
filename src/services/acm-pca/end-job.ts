import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { arnOf } from './resources.ts';
import { authorities, type AuthorityDocument, authorityKeys } from './state.ts';

const END = 'acm-pca.end';

/** An authority ends with its certificate, and is gone for good when the time to restore it is over. */
export function orderEnd(unit: Unit, authority: AuthorityDocument): void {
  const due = authority.deletion?.date ?? authority.content?.facts.notAfter;
  if (due === undefined) return;
  const payload = JSON.stringify({ id: authority.id });
  unit.order({ id: `${END}/${arnOf(authority)}`, kind: END, scope: authority.scope, due, payload });
}

export const endJob: UnitJob = {
  kind: END,
  run: async (payload, { unit, scope, now }) => {
    const { id }: { readonly id: string } = JSON.parse(payload);
    const view = unit.view(scope);
    const authority = await view.get(authorities, id);
    if (authority === undefined) return;
    if (authority.status === 'DELETED') {
      if (authority.deletion !== undefined && authority.deletion.date > now) return;
      view.delete(authorities, id);
      view.delete(authorityKeys, id);
      return;
    }
    const notAfter = authority.content?.facts.notAfter;
    if (notAfter === undefined || notAfter > now) return;
    view.put(authorities, id, { ...authority, status: 'EXPIRED', changed: now });
  },
};
