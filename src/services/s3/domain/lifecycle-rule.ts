import type { LifecycleExpiration, LifecycleRule } from '../../../../models/s3/types.ts';
import type { Tags } from '../../../core/tags.ts';
import { DAY_MS, type Instant } from '../../../core/time.ts';

/** A rule as it was given, its date as an instant. */
export interface LifecycleRuleSettings extends Omit<LifecycleRule, 'Expiration'> {
  readonly Expiration?:
    | (Omit<LifecycleExpiration, 'Date'> & { readonly Date?: Instant })
    | undefined;
}

export interface LifecycleSettings {
  readonly rules: readonly LifecycleRuleSettings[];
}

export interface Subject {
  readonly key: string;
  readonly tags: Tags;
  readonly size: number;
}

/** Whether a rule is for an object. */
export function isSubject(rule: LifecycleRuleSettings, { key, tags, size }: Subject): boolean {
  if (rule.Status !== 'Enabled' || !key.startsWith(lifecyclePrefix(rule))) return false;
  const tagged = wantedTags(rule).every(({ Key, Value }) => tags[Key] === Value);
  return tagged && isOfSize(rule, size);
}

function wantedTags({ Filter }: LifecycleRuleSettings) {
  return Filter?.Tag === undefined ? (Filter?.And?.Tags ?? []) : [Filter.Tag];
}

function isOfSize({ Filter }: LifecycleRuleSettings, size: number): boolean {
  const { ObjectSizeGreaterThan: above = -1 } = { ...Filter?.And, ...Filter };
  const { ObjectSizeLessThan: below = Number.POSITIVE_INFINITY } = { ...Filter?.And, ...Filter };
  return size > above && size < below;
}

export function lifecyclePrefix({ Filter, Prefix }: LifecycleRuleSettings): string {
  return Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? '';
}

/** S3 rounds up to the next midnight (UTC). */
export function dayAfter(start: Instant, days: number): Instant {
  return Math.ceil((start + days * DAY_MS) / DAY_MS) * DAY_MS;
}
