import type { Ecosystem } from './ecosystems.ts';

/** What a database says of one weakness: a record of OSV, without what is of no use here. */
export interface Advisory {
  /** `GHSA-…`, `PYSEC-…`, `CVE-…`. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  readonly summary: string;
  readonly details: string;
  /** Milliseconds since 1970, as all instants. */
  readonly published?: number;
  readonly modified?: number;
  /** Vectors of CVSS, of whatever version. */
  readonly vectors: readonly string[];
  /** What its publisher calls it: `MODERATE`. */
  readonly publisherSeverity?: string;
  /** `CWE-79`. */
  readonly weaknesses: readonly string[];
  readonly references: readonly Reference[];
  readonly affected: readonly Affected[];
}

export interface Reference {
  /** `ADVISORY`, `WEB`. */
  readonly type: string;
  readonly url: string;
}

/** Versions of one package. */
export interface Affected {
  readonly ecosystem: Ecosystem;
  /** As the ecosystem's rules spell it. */
  readonly name: string;
  readonly versions: readonly string[];
  readonly ranges: readonly Range[];
}

/** Where versions are ordered: by the ecosystem's rules, or as semantic versions. Commits of Git are not looked at. */
export interface Range {
  readonly type: 'ECOSYSTEM' | 'SEMVER';
  readonly events: readonly RangeEvent[];
}

export interface RangeEvent {
  readonly kind: 'introduced' | 'fixed' | 'lastAffected' | 'limit';
  readonly version: string;
}
