import type { UnitJob } from '../../../contract/service.ts';
import { HOUR_MS } from '../../../core/time.ts';
import { records, streams } from './state.ts';
import { RETENTION_MS } from './stream-life.ts';
import { orderTrimming, TRIMMING_JOB } from './trimming-order.ts';

/** Records that one run takes away. */
const BATCH = 500;

/** Takes away what stood in a stream for a day; the stream itself, when it ended and nothing is left of it. */
export const trimmingJob: UnitJob = {
  kind: TRIMMING_JOB,
  run: async (payload, { unit, scope, now }) => {
    const { stream: id }: { readonly stream: string } = JSON.parse(payload);
    const view = unit.view(scope);
    const stream = await view.get(streams, id);
    if (stream === undefined) return;
    const found = await unit.once(async () => {
      const { items } = await view.list(records, { prefix: `${stream.store}/`, limit: BATCH });
      const old = items.filter(({ document }) => document.at < now - RETENTION_MS);
      return { old: old.map((one) => one.id), isEmpty: items.length === 0 };
    });
    for (const old of found.old) view.delete(records, old);
    const isOver = stream.ended !== undefined && stream.ended <= now - RETENTION_MS;
    if (isOver && found.isEmpty) view.delete(streams, id);
    else
      orderTrimming(
        unit,
        scope,
        id,
        found.old.length === BATCH || isOver ? now + 1 : now + HOUR_MS,
      );
  },
};
