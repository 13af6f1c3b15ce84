/** A base score of CVSS 3.0 or 3.1, with what it was computed from. */
export interface BaseScore {
  /** 0.0 to 10.0, in tenths. */
  readonly score: number;
  readonly vector: string;
  readonly version: '3.0' | '3.1';
}

export type SeverityBand = 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';

const CHARACTERS_MAX = 512;

type Weights = ReadonlyMap<string, number>;

function weights(table: Readonly<Record<string, number>>): Weights {
  return new Map(Object.entries(table));
}

/** What the values of the base metrics weigh: CVSS 3.1 specification, section 7.4. */
const METRICS = {
  AV: weights({ N: 0.85, A: 0.62, L: 0.55, P: 0.2 }),
  AC: weights({ L: 0.77, H: 0.44 }),
  UI: weights({ N: 0.85, R: 0.62 }),
  C: weights({ H: 0.56, L: 0.22, N: 0 }),
  I: weights({ H: 0.56, L: 0.22, N: 0 }),
  A: weights({ H: 0.56, L: 0.22, N: 0 }),
} as const;
const PRIVILEGES = {
  U: weights({ N: 0.85, L: 0.62, H: 0.27 }),
  C: weights({ N: 0.85, L: 0.68, H: 0.5 }),
} as const;
const SCOPE_FACTOR = 1.08;

/** The metrics of a vector; undefined: one of them stands there twice, or is none. */
function metricsOf(parts: readonly string[]): ReadonlyMap<string, string> | undefined {
  const metrics = new Map<string, string>();
  for (const part of parts) {
    const [, name, value] = /^([A-Z]{1,3}):([A-Z])$/.exec(part) ?? [];
    if (name === undefined || value === undefined || metrics.has(name)) return undefined;
    metrics.set(name, value);
  }
  return metrics;
}

/** The base score of a vector: `CVSS:3.1/AV:N/…`. Undefined: it is none of CVSS 3, or lacks a base metric. */
export function baseScoreOf(vector: string): BaseScore | undefined {
  if (vector.length > CHARACTERS_MAX) return undefined;
  const [head, ...parts] = vector.split('/');
  const version = head === 'CVSS:3.1' ? '3.1' : head === 'CVSS:3.0' ? '3.0' : undefined;
  const metrics = metricsOf(parts);
  if (version === undefined || metrics === undefined) return undefined;
  const scope = metrics.get('S');
  if (scope !== 'U' && scope !== 'C') return undefined;
  const weightOf = (name: keyof typeof METRICS): number =>
    METRICS[name].get(metrics.get(name) ?? '') ?? Number.NaN;
  const privileges = PRIVILEGES[scope].get(metrics.get('PR') ?? '') ?? Number.NaN;
  const lost = 1 - (1 - weightOf('C')) * (1 - weightOf('I')) * (1 - weightOf('A'));
  const impact = scope === 'U' ? 6.42 * lost : 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15;
  const ease = 8.22 * weightOf('AV') * weightOf('AC') * privileges * weightOf('UI');
  if (Number.isNaN(impact) || Number.isNaN(ease)) return undefined;
  const sum = impact <= 0 ? 0 : (scope === 'U' ? 1 : SCOPE_FACTOR) * (impact + ease);
  return {
    score: version === '3.1' ? roundUp(Math.min(sum, 10)) : tenthsUp(Math.min(sum, 10)),
    vector,
    version,
  };
}

/** The smallest tenth that is not less, free of what floating point adds: CVSS 3.1, appendix A. */
function roundUp(value: number): number {
  const whole = Math.round(value * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

/** CVSS 3.0 says no more than "round up". */
function tenthsUp(value: number): number {
  return Math.ceil(value * 10) / 10;
}

/** The band that a score belongs to. */
export function bandOf(score: number): SeverityBand {
  if (score >= 9) return 'CRITICAL';
  if (score >= 7) return 'HIGH';
  if (score >= 4) return 'MEDIUM';
  return score > 0 ? 'LOW' : 'INFORMATIONAL';
}
