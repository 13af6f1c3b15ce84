import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../../core/json.ts';
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

/** Files of what changes from now on come every six hours. */
export function orderHistory(unit: Unit, scope: Scope, from: Instant): void {
  unit.order({
    id: `${HISTORY}/${scope.account}/${scope.region}`,
    kind: HISTORY,
    scope,
    due: from + EVERY_MS,
    payload: JSON.stringify({ from }),
  });
}

/** Writes a file for each type of which resources changed. What a bucket refuses is in the next turn's file. */
export function historyJob(buckets: BucketWriter): UnitJob {
  return {
    kind: HISTORY,
    run: async (payload, context) => {
      const { unit, scope, now } = context;
      const view = unit.view(scope);
      const recorder = await recorderIn(unit, scope);
      const channel = await view.get(channels, ONLY);
      if (recorder === undefined || channel === undefined) return;
      const from = fromIn(payload);
      const after = { key: timeKey(from - 1), id: '~' };
      const all = await everyOf(view, history, { index: 'captured', after });
      const items = all.filter(({ captured }) => captured < now);
      const refused = await deliver(buckets, context, { items, from });
      if (recorder.isRecording || refused !== undefined) {
        const next = refused === undefined ? now : from;
        unit.order({
          id: context.id,
          kind: HISTORY,
          scope,
          due: now + EVERY_MS,
          payload: JSON.stringify({ from: next }),
        });
      }
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

function fromIn(payload: string): Instant {
  const value: JsonValue = JSON.parse(payload);
  const { from } = isJsonObject(value) ? value : {};
  if (typeof from !== 'number') throw new Error('the job names no beginning');
  return from;
}
