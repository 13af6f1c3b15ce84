import type { ReplicationRule } from '../../../../models/s3/types.ts';
import type { Tags } from '../../../core/tags.ts';

/** How a bucket's objects are copied to others. */
export interface ReplicationSettings {
  /** The ARN of the role that copies. */
  readonly role: string;
  /** As they were given; each has an id. */
  readonly rules: readonly ReplicationRule[];
}

/** What rules look at. */
export interface Replicable {
  readonly key: string;
  readonly tags: Tags;
  readonly isUnderKms: boolean;
}

export function prefixOf({ Filter, Prefix }: ReplicationRule): string {
  return Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
}

export function ruleTags({ Filter }: ReplicationRule): readonly { Key: string; Value: string }[] {
  return Filter?.Tag === undefined ? (Filter?.And?.Tags ?? []) : [Filter.Tag];
}

export function copiesKmsObjects({ SourceSelectionCriteria: chosen }: ReplicationRule): boolean {
  return chosen?.SseKmsEncryptedObjects?.Status === 'Enabled';
}

/** Rules of the first version, which have no filter, copy delete markers unasked. */
export function copiesMarkers({ Filter, DeleteMarkerReplication }: ReplicationRule): boolean {
  if (Filter === undefined) return true;
  return DeleteMarkerReplication?.Status === 'Enabled';
}

/** The rules an object is copied by: for each destination that with the highest priority. */
export function rulesFor(
  { rules }: ReplicationSettings,
  object: Replicable,
): readonly ReplicationRule[] {
  return bestOf(
    rules.filter(
      (rule) =>
        isFor(rule, object.key) &&
        ruleTags(rule).every(({ Key, Value }) => object.tags[Key] === Value) &&
        (!object.isUnderKms || copiesKmsObjects(rule)),
    ),
  );
}

/** The same for a delete marker, which has no tags. */
export function markerRulesFor(
  { rules }: ReplicationSettings,
  key: string,
): readonly ReplicationRule[] {
  const chosen = bestOf(rules.filter((rule) => isFor(rule, key) && ruleTags(rule).length === 0));
  return chosen.filter(copiesMarkers);
}

function isFor(rule: ReplicationRule, key: string): boolean {
  return rule.Status === 'Enabled' && key.startsWith(prefixOf(rule));
}

function bestOf(rules: readonly ReplicationRule[]): readonly ReplicationRule[] {
  const best = new Map<string, ReplicationRule>();
  for (const rule of rules) {
    const other = best.get(rule.Destination.Bucket);
    if (other === undefined || (rule.Priority ?? 0) > (other.Priority ?? 0)) {
      best.set(rule.Destination.Bucket, rule);
    }
  }
  return [...best.values()];
}
