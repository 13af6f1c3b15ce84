import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { ReadEvent } from './matching.ts';
import { archivedEvents, archives } from './state.ts';

/** Archived events sort by their time. */
export function archivedId(archive: string, time: Instant, key = ''): string {
  return `${archive}/${String(time).padStart(15, '0')}/${key}`;
}

/** Keeps an event, and counts it. What is replayed is not kept again. */
export async function archiveEvent(
  unit: Unit,
  scope: Scope,
  name: string,
  { arrived, event }: ReadEvent,
): Promise<void> {
  const view = unit.view(scope);
  const archive = await view.get(archives, name);
  if (archive === undefined || archive.state === 'DISABLED') return;
  if (event['replay-name'] !== undefined) return;
  const told = Date.parse(String(event['time']));
  const time = Number.isNaN(told) ? arrived.ingested : Math.max(0, told);
  view.put(archivedEvents, archivedId(archive.id, time, arrived.key), { text: arrived.text, time });
  view.put(archives, name, {
    ...archive,
    events: archive.events + 1,
    bytes: archive.bytes + Buffer.byteLength(arrived.text),
  });
}
