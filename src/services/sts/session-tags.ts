import type { Caller } from '../../contract/identity.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { invalidParameter } from './errors.ts';

interface TagInput {
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
  readonly TransitiveTagKeys?: readonly string[] | undefined;
}

/** Condition keys of a request that passes session tags. */
export function tagPermissionConditions(input: TagInput): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map(listedTagConditions(input.Tags));
  const transitive = input.TransitiveTagKeys ?? [];
  if (transitive.length > 0) conditions.set('sts:transitivetagkeys', transitive);
  return conditions;
}

export interface SessionTags {
  readonly tags: Tags;
  readonly transitiveTagKeys: readonly string[];
}

/**
 * The tags of a new session: those passed, and those that come down from the calling session.
 * Errors: InvalidParameterValue with AWS's texts.
 */
export function sessionTags(input: TagInput, caller: Caller): SessionTags {
  const passed = input.Tags ?? [];
  const keys = new Set(passed.map(({ Key }) => Key.toLowerCase()));
  if (keys.size !== passed.length) {
    throw invalidParameter(
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    );
  }
  const transitive = input.TransitiveTagKeys ?? [];
  const inherited = inheritedTags(caller);
  for (const key of Object.keys(inherited)) {
    if (keys.has(key.toLowerCase())) {
      throw invalidParameter(
        "One of the specified transitive tag keys can't be set because it conflicts with a " +
          'transitive tag key from the calling session.',
      );
    }
  }
  if (!transitive.every((key) => keys.has(key.toLowerCase()))) {
    throw invalidParameter(
      'The specified transitive tag key must be included in the requested tags.',
    );
  }
  const own = Object.fromEntries(passed.map(({ Key, Value }) => [Key, Value]));
  return {
    tags: { ...own, ...inherited },
    transitiveTagKeys: [...transitive, ...Object.keys(inherited)],
  };
}

function inheritedTags(caller: Caller): Tags {
  const { session } = caller;
  if (session === undefined) return {};
  const folded = new Set(session.transitiveTagKeys.map((key) => key.toLowerCase()));
  return Object.fromEntries(
    Object.entries(session.tags).filter(([key]) => folded.has(key.toLowerCase())),
  );
}
