import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import type { BucketWriter } from '../../s3/port.ts';
import { recorderIn } from '../recorder-state.ts';
import { channels, history, type Item, ONLY, timeKey } from '../state.ts';
import { historyKey } from './file-names.ts';
import { FILE_ITEMS_MAX, noteDelivery, writeFile } from './writing.ts';

const HISTORY = 'config.history';
const EVERY_MS = 6 * HOUR_MS;

/** Files of what changed since the channel's last come every six hours. */
export function orderHistory(unit: Unit, scope: Scope, now: Instant): void {
  const id = `${HISTORY}/${scope.account}/${scope.region}`;
  unit.order({ id, kind: HISTORY, scope, due: now + EVERY_MS, payload: '' });
}

/**
 * Writes a file for each type of which resources changed. What a bucket refuses is in the next turn's file. The last turn
 * is the one after the recorder was stopped or deleted.
 */
export function historyJob(buckets: BucketWriter): UnitJob {
  return {
    kind: HISTORY,
    run: async (_payload, context) => {
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const recorder = await recorderIn(unit, scope);
      const { filedUntil: from } = (await view.get(channels, ONLY)) ?? {};
      if (from === undefined) return;
      const after = { key: timeKey(from - 1), id: '~' };
      const all = await everyOf(view, history, { index: 'captured', after });
      const items = all.filter(({ captured }) => captured < now);
      const refused = await deliver(buckets, context, { items, from });
      const channel = await view.get(channels, ONLY);
      if (refused === undefined && channel !== undefined) {
        view.put(channels, ONLY, { ...channel, filedUntil: now });
      }
      if (recorder?.isRecording === true || refused !== undefined) orderHistory(unit, scope, now);
    },
  };
}

async function deliver(
  buckets: BucketWriter,
  context: JobContext,
  { items, from }: { readonly items: readonly Item[]; readonly from: Instant },
): Promise<string | undefined> {
  const { unit, scope, now } = context;
  const channel = await unit.view(scope).get(channels, ONLY);
  if (channel === undefined || items.length === 0) return undefined;
  for (const type of new Set(items.map((item) => item.type))) {
    const own = items.filter((item) => item.type === type);
    for (let start = 0; start < own.length; start += FILE_ITEMS_MAX) {
      const part = start / FILE_ITEMS_MAX + 1;
      const key = historyKey(scope, channel.prefix, { type, from, until: now, part });
      const some = own.slice(start, start + FILE_ITEMS_MAX);
      const refused = await writeFile(buckets, context, channel, { key, head: {}, items: some });
      await noteDelivery(context, 'history', refused);
      if (refused !== undefined) return refused;
    }
  }
  return undefined;
}
