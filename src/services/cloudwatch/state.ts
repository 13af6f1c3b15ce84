import type { StateValue } from '../../../models/cloudwatch/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { Rule } from './domain/evaluation.ts';
import type { MetricName, Unit } from './domain/metric.ts';
import type { Sample, StatisticName } from './domain/statistics.ts';

/** A metric that was ever written. */
export interface MetricDocument extends MetricName {
  /** The hour of its newest value. */
  readonly newest: Instant;
}

/** A minute (0 to 59) of a metric, in one unit. */
export interface MinuteSample extends Sample {
  readonly minute: number;
  readonly unit: Unit;
}

/** One hour of a metric. */
export interface HourDocument {
  readonly metric: string;
  readonly hour: Instant;
  readonly samples: readonly MinuteSample[];
}

export interface AlarmDocument {
  readonly name: string;
  /** The id of the metric it watches. */
  readonly watched: string;
  readonly description?: string;
  readonly metric: MetricName;
  readonly statistic: StatisticName;
  /** Seconds. */
  readonly period: number;
  readonly unit?: Unit;
  readonly rule: Rule;
  /** As it was given: AWS shows none where none was. */
  readonly datapointsToAlarm?: number;
  readonly treatMissingData?: string;
  readonly actionsEnabled: boolean;
  /** ARNs, by the state that they are for. */
  readonly actions: Readonly<Record<StateValue, readonly string[]>>;
  readonly configured: Instant;
  readonly state: AlarmState;
  readonly tags: Tags;
}

export interface AlarmState {
  readonly value: StateValue;
  readonly reason: string;
  /** JSON text. */
  readonly data?: string;
  /** When it was last set, and when its value last changed. */
  readonly updated: Instant;
  readonly transitioned: Instant;
}

export interface HistoryDocument {
  readonly alarm: string;
  readonly at: Instant;
  readonly type: 'ConfigurationUpdate' | 'StateUpdate' | 'Action';
  readonly summary: string;
  /** JSON text. */
  readonly data: string;
}

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  const kind = { scope: 'regional', sealed: false, shape: 1, upgrades: {} } as const;
  return { name: `cloudwatch.${name}`, ...kind, indexes };
}

/** Instants in keys sort as numbers do. */
export function timeKey(instant: Instant): string {
  return String(Math.max(instant, 0)).padStart(13, '0');
}

/** By the metric's id. */
export const metrics = collection<MetricDocument>('metric', {
  name: ({ namespace, name }, id) => [`${namespace}\n${name}\n${id}`],
});

/** By the metric's id and the hour. */
export const hours = collection<HourDocument>('hour', {
  hour: ({ hour, metric }) => [`${timeKey(hour)}/${metric}`],
});

/** By name. */
export const alarms = collection<AlarmDocument>('alarm', {
  metric: ({ watched, name }) => [`${watched}/${name}`],
});

/** By time and a random part. */
export const history = collection<HistoryDocument>('history', {
  alarm: ({ alarm, at }) => [`${alarm}\n${timeKey(at)}`],
});
