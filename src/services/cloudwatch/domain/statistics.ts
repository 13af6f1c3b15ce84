/** Values of one time, told by four numbers. */
export interface Sample {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

export function sampleOf(value: number, count = 1): Sample {
  return { count, sum: value * count, min: value, max: value };
}

export function merged(a: Sample | undefined, b: Sample): Sample {
  if (a === undefined) return b;
  return {
    count: a.count + b.count,
    sum: a.sum + b.sum,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

const STATISTICS = {
  SampleCount: ({ count }: Sample) => count,
  Sum: ({ sum }: Sample) => sum,
  Average: ({ count, sum }: Sample) => sum / count,
  Minimum: ({ min }: Sample) => min,
  Maximum: ({ max }: Sample) => max,
} as const;

export type StatisticName = keyof typeof STATISTICS;

/** Undefined: it is no statistic that four numbers tell, such as a percentile. */
export function statisticNamed(name: string): StatisticName | undefined {
  return isStatistic(name) ? name : undefined;
}

function isStatistic(name: string): name is StatisticName {
  return Object.hasOwn(STATISTICS, name);
}

export function valueOf(name: StatisticName, sample: Sample): number {
  return STATISTICS[name](sample);
}
