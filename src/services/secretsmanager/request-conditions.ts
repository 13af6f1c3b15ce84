import { listedTagConditions } from '../../core/tags.ts';
import type { Conditions } from './authorization.ts';
import type { GivenTag } from './domain/tag-rules.ts';

/** Condition keys of requests, lower case, as the Service Authorization Reference lists them. */
const PREFIX = 'secretsmanager:';

export function addText(conditions: Conditions, key: string, value: string | undefined): void {
  if (value !== undefined) conditions.set(PREFIX + key.toLowerCase(), [value]);
}

export function addFlag(conditions: Conditions, key: string, value: boolean | undefined): void {
  if (value !== undefined) conditions.set(PREFIX + key.toLowerCase(), [String(value)]);
}

export function addNumber(conditions: Conditions, key: string, value: number | undefined): void {
  if (value !== undefined) conditions.set(PREFIX + key.toLowerCase(), [String(value)]);
}

/** The Regions a call would replicate to. */
export function addReplicaRegions(
  conditions: Conditions,
  regions: readonly { readonly Region?: string | undefined }[] | undefined,
): void {
  if (regions === undefined) return;
  const names = regions.flatMap(({ Region }) => (Region === undefined ? [] : [Region]));
  conditions.set(`${PREFIX}addreplicaregions`, names);
}

export function addRequestTags(
  conditions: Conditions,
  tags: readonly GivenTag[] | undefined,
): void {
  for (const [key, values] of listedTagConditions(tags)) conditions.set(key, values);
}

export function addTagKeys(conditions: Conditions, keys: readonly string[]): void {
  conditions.set('aws:tagkeys', keys);
}
