import type { Holding } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { uuid } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import type { MetricWriter } from '../../cloudwatch/port.ts';
import { parseItemArn } from '../arns.ts';
import { deliveryOrder, sizeOf } from '../log-delivery.ts';
import { logBacklogs, pendingLogs } from '../state.ts';
import { LogQueue, type WaitingRecord } from './log-queue.ts';
import { Samples } from './samples.ts';
import { Tally } from './tally.ts';

/** Records that one unit writes. */
const BATCH_MAX = 2_000;
const DOCUMENT_BYTES_MAX = 256 * 1_024;
/** What waits of one web ACL's log while its destination refuses: beyond either bound new records are dropped, and counted. */
const BACKLOG_NOTES_MAX = 100_000;
const BACKLOG_SIZE_MAX = 64 * 1_024 * 1_024;

export interface RecorderParts {
  readonly metrics: MetricWriter;
  /** Told when records were dropped for want of room. */
  readonly onDropped: (count: number) => void;
}

/** What firewalls tell of requests, until it is written. Samples stay in memory. */
export class Recorder implements Holding {
  readonly samples = new Samples();
  readonly queue = new LogQueue();
  readonly tally = new Tally();
  readonly #parts: RecorderParts;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  get isEmpty(): boolean {
    return this.queue.isEmpty && this.tally.isEmpty;
  }

  async write(unit: Unit, now: Instant): Promise<void> {
    const records = this.queue.first(BATCH_MAX);
    let refused = 0;
    for (const [webAcl, texts] of byWebAcl(records)) {
      refused += await putPending(unit, webAcl, texts, now);
    }
    const { counts } = this.tally;
    for (const { scope, name, dimensions, count } of counts) {
      const metric = { namespace: 'AWS/WAFV2', name, dimensions, unit: 'Count' } as const;
      await this.#parts.metrics.write(unit, scope, now, [{ ...metric, value: count, at: now }]);
    }
    unit.onCommit(() => {
      this.queue.taken(records.length);
      this.tally.written(counts);
      const dropped = this.queue.takeDropped() + refused;
      if (dropped > 0) this.#parts.onDropped(dropped);
    });
  }
}

function byWebAcl(records: readonly WaitingRecord[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { webAcl, text } of records) {
    const texts = found.get(webAcl) ?? [];
    texts.push(text);
    found.set(webAcl, texts);
  }
  return found;
}

/** How many records were dropped for want of room. What nobody wants any more is not written. */
async function putPending(
  unit: Unit,
  webAcl: string,
  texts: readonly string[],
  now: Instant,
): Promise<number> {
  const item = parseItemArn(webAcl);
  const order = item && (await deliveryOrder(unit, item, now));
  if (item === undefined || order === undefined) return 0;
  const view = unit.view(item.scope);
  let { notes, size } = (await view.get(logBacklogs, webAcl)) ?? { notes: 0, size: 0 };
  let dropped = 0;
  for (const records of chunksOf(texts)) {
    const more = sizeOf(records);
    if (notes >= BACKLOG_NOTES_MAX || size + more > BACKLOG_SIZE_MAX) {
      dropped += records.length;
      continue;
    }
    const id = await unit.once(uuid);
    const place = `${webAcl} ${String(now).padStart(15, '0')} ${id}`;
    view.put(pendingLogs, place, { written: now, records });
    notes += 1;
    size += more;
  }
  view.put(logBacklogs, webAcl, { notes, size });
  unit.order(order);
  return dropped;
}

function chunksOf(texts: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = [];
  let bytes = DOCUMENT_BYTES_MAX;
  for (const text of texts) {
    bytes += text.length;
    if (bytes > DOCUMENT_BYTES_MAX) {
      chunks.push([]);
      bytes = text.length;
    }
    chunks.at(-1)?.push(text);
  }
  return chunks;
}
