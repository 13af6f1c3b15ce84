import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { textIn } from './job-payload.ts';
import { type ArchiveDocument, archivedEvents, archives, jobId } from './state.ts';

const CLEAN = 'events.cleanArchive';
const PAGE = 500;

/** Once a day, what an archive need not keep any longer goes; all of it once the archive is gone. */
export function orderCleaning(
  unit: Unit,
  scope: Scope,
  { id, name, retentionDays }: ArchiveDocument,
  now: Instant,
  isGone = false,
): void {
  if (retentionDays === 0 && !isGone) unit.cancel(jobId(CLEAN, scope, id));
  else order(unit, scope, { id, name }, isGone ? now : now + DAY_MS);
}

function order(
  unit: Unit,
  scope: Scope,
  { id, name }: { readonly id: string; readonly name: string },
  due: Instant,
): void {
  const payload = JSON.stringify({ archive: id, name });
  unit.order({ id: jobId(CLEAN, scope, id), kind: CLEAN, scope, due, payload });
}

export const cleanArchive: UnitJob = {
  kind: CLEAN,
  run: async (payload, { unit, scope, now }) => {
    const id = textIn(payload, 'archive');
    const name = textIn(payload, 'name');
    const view = unit.view(scope);
    const found = await view.get(archives, name);
    const archive = found?.id === id ? found : undefined;
    if (archive?.retentionDays === 0) return;
    const until = archive === undefined ? now : now - archive.retentionDays * DAY_MS;
    const { items } = await view.list(archivedEvents, { prefix: `${id}/`, limit: PAGE });
    const over = items.filter(({ document }) => archive === undefined || document.time <= until);
    for (const one of over) view.delete(archivedEvents, one.id);
    if (archive !== undefined && over.length > 0) {
      const bytes = over.reduce((sum, { document }) => sum + Buffer.byteLength(document.text), 0);
      view.put(archives, name, {
        ...archive,
        events: archive.events - over.length,
        bytes: archive.bytes - bytes,
      });
    }
    const isMore = over.length === PAGE;
    if (isMore || archive !== undefined)
      order(unit, scope, { id, name }, isMore ? now : now + DAY_MS);
  },
};
