import type { UnitJob } from '../../../contract/service.ts';
import { records, streams } from './state.ts';
import { RETENTION_MS } from './stream-life.ts';
import { orderTrimming, TRIMMING_JOB } from './trimming-order.ts';

/** Records that one run takes away. */
const BATCH = 500;

/**
 * Takes away what stood in a stream for a day; the stream itself, when it ended and nothing is left of it. It comes again
 * when the oldest record that stays has stood so long: readers pass over what is too old anyway.
 */
export const trimmingJob: UnitJob = {
  kind: TRIMMING_JOB,
  run: async (payload, { unit, scope, now }) => {
    const { stream: id }: { readonly stream: string } = JSON.parse(payload);
    const view = unit.view(scope);
    const stream = await view.get(streams, id);
    if (stream === undefined) return;
    const found = await unit.once(async () => {
      const { items } = await view.list(records, { prefix: `${stream.store}/`, limit: BATCH + 1 });
      const isOld = ({ at }: { readonly at: number }) => at < now - RETENTION_MS;
      return {
        old: items.filter(({ document }) => isOld(document)).map((one) => one.id),
        oldest: items.find(({ document }) => !isOld(document))?.document.at,
        isMore: items.length > BATCH,
      };
    });
    for (const old of found.old) view.delete(records, old);
    const isLeft = found.oldest !== undefined || found.isMore;
    if (!isLeft && stream.ended !== undefined && stream.ended <= now - RETENTION_MS) {
      view.delete(streams, id);
      return;
    }
    const allWereOld = found.oldest === undefined && found.isMore;
    const due = allWereOld ? now : (found.oldest ?? now) + RETENTION_MS + 1;
    orderTrimming(unit, scope, id, due);
  },
};
