import { everyOf } from '../../listing/every-document.ts';
import type { Collection } from '../../contract/collection.ts';
import type { UnitJob } from '../../contract/service.ts';
import type { Cursor, JobOrder, ListPage, Unit as UnitOfWork, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant } from '../../core/time.ts';
import { type Measurement, metricId, type Unit } from './domain/metric.ts';
import { merged, type Sample } from './domain/statistics.ts';
import { orderEvaluation } from './evaluation-order.ts';
import {
  alarms,
  history,
  type HourDocument,
  hours,
  metrics,
  type MinuteSample,
  timeKey,
} from './state.ts';

const EXPIRY_JOB = 'cloudwatch.expire';
/** What is older is dropped, as AWS drops it. */
const KEPT_MS = 455 * DAY_MS;
/** As AWS keeps what alarms did. */
const HISTORY_KEPT_MS = 30 * DAY_MS;
const BATCH = 500;

/** Adds measurements to the minutes they are of, and has the alarms looked at that watch their metrics. */
export async function addMeasurements(
  unit: UnitOfWork,
  scope: Scope,
  now: Instant,
  measurements: readonly Measurement[],
): Promise<void> {
  const view = unit.view(scope);
  const seen = new Set<string>();
  for (const { metric, at, unit: measure, sample } of measurements) {
    const id = metricId(metric);
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    const key = hourKey(id, hour);
    const found = await view.get(hours, key);
    const minute = Math.floor((at - hour) / MINUTE_MS);
    const samples = withSample(found?.samples ?? [], { minute, unit: measure, ...sample });
    view.put(hours, key, { metric: id, hour, samples });
    if (found === undefined) {
      const known = await view.get(metrics, id);
      view.put(metrics, id, { ...metric, newest: Math.max(hour, known?.newest ?? 0) });
      // The same job until the day ends, whoever orders it.
      unit.order(expiryOrder(scope, Math.floor(now / DAY_MS) * DAY_MS + DAY_MS));
    }
    seen.add(id);
  }
  for (const id of seen) {
    for (const { name } of await everyOf(view, alarms, { index: 'metric', prefix: `${id}/` })) {
      orderEvaluation(unit, scope, name, now);
    }
  }
}

function withSample(
  samples: readonly MinuteSample[],
  added: MinuteSample,
): readonly MinuteSample[] {
  const isSame = ({ minute, unit }: MinuteSample): boolean =>
    minute === added.minute && unit === added.unit;
  const rest = samples.filter((one) => !isSame(one));
  return [...rest, { ...added, ...merged(samples.find(isSame), added) }];
}

function hourKey(id: string, hour: Instant): string {
  return `${id}/${timeKey(hour)}`;
}

export interface Range {
  /** The first instant included, the last not; both whole minutes. */
  readonly start: Instant;
  readonly end: Instant;
}

export interface Point {
  /** Where its period begins. */
  readonly at: Instant;
  readonly unit: Unit;
  readonly sample: Sample;
}

/** What a metric measured, in periods from the range's start, oldest first; of one unit, or each unit by itself. */
export async function pointsOf(
  view: View,
  id: string,
  range: Range & { readonly periodMs: number; readonly unit: Unit | undefined },
): Promise<readonly Point[]> {
  const { start, end, periodMs } = range;
  const found = new Map<string, Point>();
  for (const { hour, samples } of await hoursIn(view, id, range)) {
    for (const { minute, unit, ...sample } of samples) {
      const instant = hour + minute * MINUTE_MS;
      if (instant < start || instant >= end) continue;
      if (range.unit !== undefined && unit !== range.unit) continue;
      const at = start + Math.floor((instant - start) / periodMs) * periodMs;
      const place = `${timeKey(at)}/${unit}`;
      found.set(place, { at, unit, sample: merged(found.get(place)?.sample, sample) });
    }
  }
  return [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, point]) => point);
}

async function hoursIn(
  view: View,
  id: string,
  { start, end }: Range,
): Promise<readonly HourDocument[]> {
  const key = hourKey(id, Math.floor(start / HOUR_MS) * HOUR_MS - 1);
  const all: HourDocument[] = [];
  let after: Cursor | undefined = { key, id: key };
  while (after !== undefined) {
    const query = { prefix: `${id}/`, after, limit: BATCH };
    const page: ListPage<HourDocument> = await view.list(hours, query);
    for (const { document } of page.items) {
      if (document.hour >= end) return all;
      all.push(document);
    }
    after = page.last;
  }
  return all;
}

function expiryOrder(scope: Scope, due: Instant): JobOrder {
  const id = `${EXPIRY_JOB}/${scope.account}/${scope.region}`;
  return { id, kind: EXPIRY_JOB, scope, due, payload: '' };
}

/** Drops hours that are too old, and what alarms did before. It runs on each day, as long as there is something to drop. */
export const expiryJob: UnitJob = {
  kind: EXPIRY_JOB,
  run: async (_payload, { unit, scope, now }) => {
    const view = unit.view(scope);
    const dropped = [
      await dropBefore(view, hours, 'hour', now - KEPT_MS),
      await dropBefore(view, history, undefined, now - HISTORY_KEPT_MS),
    ];
    if (dropped.includes('more')) unit.order(expiryOrder(scope, now));
    else if (dropped.includes('later')) unit.order(expiryOrder(scope, now + DAY_MS));
  },
};

async function dropBefore<T extends object>(
  view: View,
  collection: Collection<T>,
  index: string | undefined,
  oldest: Instant,
): Promise<'none' | 'later' | 'more'> {
  const page = await view.list(collection, {
    limit: BATCH,
    ...(index === undefined ? {} : { index }),
  });
  const old = page.items.filter(({ key }) => key < timeKey(oldest));
  for (const { id } of old) view.delete(collection, id);
  if (old.length === BATCH) return 'more';
  return page.items.length === 0 ? 'none' : 'later';
}
