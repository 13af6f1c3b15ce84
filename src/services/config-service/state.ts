import type {
  ComplianceType,
  ConfigurationItemStatus,
  DeliveryStatus,
  MaximumExecutionFrequency,
  RecorderStatus,
  RecordingGroup,
  RecordingMode,
  ResourceType,
  Scope as RuleScope,
  Source,
} from '../../../models/config-service/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** The customer's recorder: one in each account and Region. Its id is the Region. */
export interface Recorder {
  readonly region: string;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly group: RecordingGroup;
  readonly mode: RecordingMode;
  readonly tags: Tags;
  readonly isRecording: boolean;
  readonly started?: Instant;
  readonly stopped?: Instant;
  readonly status: RecorderStatus;
  readonly statusAt?: Instant;
  readonly error?: { readonly code: string; readonly message: string };
}

/** How one kind of delivery went. */
export interface DeliveryInfo {
  readonly status: DeliveryStatus;
  readonly attempted: Instant;
  readonly succeeded?: Instant;
  readonly error?: string;
}

/** Where the recorder's files and notices go: one in each account and Region. */
export interface Channel {
  readonly name: string;
  readonly bucket: string;
  readonly prefix?: string;
  readonly kmsKey?: string;
  readonly topic?: string;
  readonly frequency?: MaximumExecutionFrequency;
  /** What was captured before then stands in history files; absent before the first turn. */
  readonly filedUntil?: Instant;
  readonly snapshot?: DeliveryInfo;
  readonly history?: DeliveryInfo;
  readonly stream?: DeliveryInfo;
}

export interface ItemRelationship {
  readonly resourceType: ResourceType;
  readonly resourceId: string;
  readonly relationshipName: string;
}

/** A resource as it was at one time. The newest item of a resource is also kept under `<type>/<id>`. */
export interface Item {
  readonly type: ResourceType;
  readonly id: string;
  readonly name?: string;
  readonly arn?: string;
  /** `global` where the resource has no Region. */
  readonly region: string;
  readonly zone?: string;
  readonly created?: Instant;
  readonly tags: Tags;
  readonly relationships: readonly ItemRelationship[];
  readonly configuration: JsonObject;
  readonly supplementary: JsonObject;
  readonly status: ConfigurationItemStatus;
  readonly captured: Instant;
  /** The record's event that led to it, where one did. */
  readonly stateId: string;
}

/** What calls touched of one service since it was last looked at. Its id is the service's event source. */
export interface Touched {
  readonly names: readonly string[];
  /** More was touched than is noted: all of it is described anew. */
  readonly isAll: boolean;
}

export interface Rule {
  readonly name: string;
  readonly id: string;
  readonly arn: string;
  readonly description?: string;
  readonly scope?: RuleScope;
  readonly source: Source;
  /** JSON text of strings, as it was given. */
  readonly parameters?: string;
  readonly frequency?: MaximumExecutionFrequency;
  readonly tags: Tags;
  readonly created: Instant;
}

/** When a rule was run, apart from the rule, which people change. */
export interface RuleRun {
  readonly invoked?: Instant;
  readonly invocationFailed?: Instant;
  readonly evaluated?: Instant;
  readonly evaluationFailed?: Instant;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What a rule last said of a resource. Its id is `<rule id>/<type>/<resource>`. */
export interface Evaluation {
  readonly rule: string;
  readonly type: string;
  readonly resource: string;
  readonly compliance: ComplianceType;
  readonly annotation?: string;
  readonly ordering: Instant;
  readonly invoked: Instant;
  readonly recorded: Instant;
}

/** An invocation of a customer's function that may report results. */
export interface Invocation {
  readonly rule: string;
  /** Another rule may bear the name by now. */
  readonly ruleId: string;
  /** Known to the function that was invoked alone. */
  readonly secret: string;
  readonly event: JsonObject;
  readonly invoked: Instant;
}

export interface Retention {
  readonly days: number;
}

function regional<T extends Document>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return {
    name: `config.${name}`,
    scope: 'regional',
    sealed: false,
    shape: 1,
    upgrades: {},
    indexes,
  };
}

/** An account's, of all Regions: what has no Region is recorded in several. */
export const recorders: Collection<Recorder> = {
  name: 'config.recorder',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};
export const channels: Collection<Channel> = regional('channel');
export const resources: Collection<Item> = regional('resource');
export const history: Collection<Item> = regional<Item>('item', {
  captured: ({ captured }) => [timeKey(captured)],
});
export const touched: Collection<Touched> = regional('touched');
export const rules: Collection<Rule> = regional('rule');
export const ruleRuns: Collection<RuleRun> = regional('ruleRun');
export const evaluations: Collection<Evaluation> = regional<Evaluation>('evaluation', {
  resource: ({ type, resource, rule }) => [`${resourceKey(type, resource)}/${rule}`],
});
export const invocations: Collection<Invocation> = { ...regional('invocation'), sealed: true };
export const retentions: Collection<Retention> = regional('retention');

export const collections: readonly AnyCollection[] = [
  recorders,
  channels,
  resources,
  history,
  touched,
  rules,
  ruleRuns,
  evaluations,
  invocations,
  retentions,
];

/** The id of documents of which an account and Region have one at most. */
export const ONLY = 'only';

/** The type by which rules speak of the account itself. */
export const ACCOUNT_TYPE = 'AWS::::Account';

export function resourceKey(type: string, id: string): string {
  return `${type}/${id}`;
}

/** Sorts as instants do. */
export function timeKey(instant: Instant): string {
  return String(instant).padStart(15, '0');
}

export function evaluationKey(ruleId: string, type: string, resource: string): string {
  return `${ruleId}/${resourceKey(type, resource)}`;
}
