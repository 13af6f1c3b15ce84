import type {
  Criterion,
  FindingStatus,
  ResourceType,
} from '../../../models/access-analyzer/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { Tags } from '../../core/tags.ts';

/** Conditions a finding meets: all of them. */
export type Criteria = Readonly<Record<string, Criterion>>;

export interface ArchiveRule {
  readonly name: string;
  readonly filter: Criteria;
  readonly created: Instant;
  readonly updated: Instant;
}

/** Looks at what an account, or an organization, shares with those outside. Its id is `<Region>/<name>`. */
export interface Analyzer {
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly type: 'ACCOUNT' | 'ORGANIZATION';
  readonly created: Instant;
  readonly rules: readonly ArchiveRule[];
  readonly tags: Tags;
}

/** Access that one principal has from outside to one resource, under the same conditions. */
export interface Finding {
  readonly id: string;
  readonly analyzer: string;
  /** The same for what is found of the same principal, resource and conditions again. */
  readonly key: string;
  readonly resource: string;
  readonly resourceType: ResourceType;
  readonly owner: string;
  readonly principal: Readonly<Record<string, string>>;
  readonly actions: readonly string[];
  readonly condition: Readonly<Record<string, string>>;
  readonly isPublic: boolean;
  readonly status: FindingStatus;
  readonly created: Instant;
  readonly updated: Instant;
}

/** When resources of one type and owner were last looked at. */
export interface Scan {
  readonly at: Instant;
  readonly last?: string;
}

export const analyzers: Collection<Analyzer> = {
  name: 'accessAnalyzer.analyzer',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Beside the analyzer, in its Region. */
export const findings: Collection<Finding> = {
  name: 'accessAnalyzer.finding',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    analyzer: ({ analyzer }) => [`${analyzer}/`],
    place: ({ analyzer, resourceType, owner }) => [placeOf(analyzer, resourceType, owner)],
  },
};

export const scans: Collection<Scan> = {
  name: 'accessAnalyzer.scan',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Where an organization's analyzers are: `<organization>/<Region>/<account>/<name>`. */
export const organizationAnalyzers: Collection<Pick<Analyzer, 'account' | 'region' | 'name'>> = {
  name: 'accessAnalyzer.organizationAnalyzer',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const collections: readonly AnyCollection[] = [
  analyzers,
  findings,
  scans,
  organizationAnalyzers,
];

export const SHARED_SCOPE: Scope = { account: '', region: '' };

/** The scope of an account's analyzers, whatever their Region. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}

export function analyzerId(region: string, name: string): string {
  return `${region}/${name}`;
}

export function placeOf(analyzer: string, type: ResourceType, owner: string): string {
  return `${analyzer}/${type}/${owner}/`;
}
