import type { Call } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { MetricWriter, ServiceMetric } from '../cloudwatch/port.ts';
import { type LogEvent, minuteOf } from './domain/chunks.ts';
import { type FilterPattern, parseFilterPattern } from './domain/filter-pattern.ts';
import { everyOf } from '../../listing/every-document.ts';
import { type GroupDocument, type MetricFilterDocument, metricFilters } from './state.ts';

/** Where events were put. */
export interface Placed {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly group: GroupDocument;
  readonly call: Pick<Call, 'now'>;
}

/** Writes what a group's metric filters make of new events. */
export async function writeFiltered(
  writer: MetricWriter,
  { unit, scope, group, call }: Placed,
  events: readonly LogEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const filters = await everyOf(unit.view(scope), metricFilters, { prefix: `${group.id}/` });
  const metrics = filters.flatMap((filter) => metricsOf(filter, events));
  if (metrics.length > 0) await writer.write(unit, scope, call.now, metrics);
}

function metricsOf(
  { pattern: text, metric }: MetricFilterDocument,
  events: readonly LogEvent[],
): readonly ServiceMetric[] {
  const pattern = parseFilterPattern(text);
  if (pattern === undefined) return [];
  const { namespace, name, unit, defaultValue } = metric;
  const common = { namespace, name, unit };
  const found: ServiceMetric[] = [];
  const matched = new Set<number>();
  const minutes = new Set<number>();
  for (const [at, message] of events) {
    minutes.add(minuteOf(at));
    if (pattern.match(message) === undefined) continue;
    matched.add(minuteOf(at));
    const value = numberIn(pattern, message, metric.value);
    const dimensions = dimensionsIn(pattern, message, metric.dimensions);
    if (value !== undefined && dimensions !== undefined) {
      found.push({ ...common, dimensions, value, at });
    }
  }
  if (defaultValue === undefined) return found;
  // A minute with events, and none that matches, has the default.
  const empty = [...minutes].filter((minute) => !matched.has(minute));
  return [...found, ...empty.map((at) => ({ ...common, dimensions: {}, value: defaultValue, at }))];
}

function numberIn(pattern: FilterPattern, message: string, source: string): number | undefined {
  const text = source.startsWith('$') ? pattern.value(message, source) : source;
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Undefined: the event lacks one, and then it has no metric. */
function dimensionsIn(
  pattern: FilterPattern,
  message: string,
  sources: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const found: Record<string, string> = {};
  for (const [name, source] of Object.entries(sources)) {
    const value = pattern.value(message, source);
    if (value === undefined || value === '') return undefined;
    found[name] = value;
  }
  return found;
}
