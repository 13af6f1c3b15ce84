import type { Holding } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { uuid } from '../../../core/ids.ts';
import type { Instant } from '../../../core/time.ts';
import type { MetricWriter } from '../../cloudwatch/port.ts';
import { parseItemArn } from '../arns.ts';
import { deliveryOrder } from '../log-delivery.ts';
import { pendingLogs } from '../state.ts';
import { LogQueue, type WaitingRecord } from './log-queue.ts';
import { Samples } from './samples.ts';
import { Tally } from './tally.ts';

/** Records that one unit writes. */
const BATCH_MAX = 2_000;
const DOCUMENT_BYTES_MAX = 256 * 1_024;

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
    for (const [webAcl, texts] of byWebAcl(records)) await putPending(unit, webAcl, texts, now);
    const { counts } = this.tally;
    for (const { scope, name, dimensions, count } of counts) {
      const metric = { namespace: 'AWS/WAFV2', name, dimensions, unit: 'Count' } as const;
      await this.#parts.metrics.write(unit, scope, now, [{ ...metric, value: count, at: now }]);
    }
    unit.onCommit(() => {
      this.queue.taken(records.length);
      this.tally.written(counts);
      const dropped = this.queue.takeDropped();
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

async function putPending(
  unit: Unit,
  webAcl: string,
  texts: readonly string[],
  now: Instant,
): Promise<void> {
  const item = parseItemArn(webAcl);
  if (item === undefined) return;
  const view = unit.view(item.scope);
  for (const records of chunksOf(texts)) {
    const id = await unit.once(uuid);
    const place = `${webAcl} ${String(now).padStart(15, '0')} ${id}`;
    view.put(pendingLogs, place, { written: now, records });
  }
  const order = await deliveryOrder(unit, item, now);
  if (order !== undefined) unit.order(order);
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
