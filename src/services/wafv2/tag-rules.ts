import type { Tag } from '../../../models/wafv2/types.ts';
import type { Tags } from '../../core/tags.ts';
import { invalidParameter, limitsExceeded, NOT_UNIQUE, tagOperation } from './errors.ts';

const TAGS_MAX = 50;

/** Tags as given, by key. Errors: a key twice, one of AWS's own, more than 50. */
export function tagsOf(given: readonly Tag[], known: Tags = {}): Tags {
  const keys = given.map(({ Key }) => Key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) throw invalidParameter(NOT_UNIQUE, 'TAGS', twice);
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw tagOperation('Tag keys that begin with aws: are reserved for AWS.');
  }
  const tags = { ...known, ...Object.fromEntries(given.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(tags).length > TAGS_MAX) throw limitsExceeded('TAGS');
  return tags;
}
